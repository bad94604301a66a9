//! Words that turn what a sentence seems to say: negations and exceptions, what was once and what
//! will be, parts of a country and land that belongs to one. A pattern finds a seat in `formerly
//! registered in Belarus` and in `any country other than Hungary` alike; a sentence with such a word
//! is left alone unless the pattern has understood that very word. Leaving it alone makes the call
//! unclear there, which is true.

use std::sync::LazyLock;

use regex::Regex;

use super::regex;

/// Anyone but: negations and exceptions.
static BUT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bnot\b|\bno\b|\bnor\b|\bnone\b|n't\b|\bnever\b|\bneither\b|(?-i:\b[Nn]on-[A-Z])|\bnon-(?:eu|member|resident|associated|participating)\b|\bwithout\b|\bcannot\b|\bexcept|\bexclu[ds]|\bother than\b|\brather than\b|\binstead of\b|\bapart from\b|\baside from\b|\bsave (?:for|in)\b|\bbut\b|\bunless\b|\boutside\b|\bbeyond\b|\belsewhere\b|\bnicht\b|\bkein|\bniemals\b|\bweder\b|\bohne\b|\baußer|\bausgenommen|\bausnahme|\babgesehen\b|\bbis auf\b|\bandere[nrs]? als\b|\bне\b|\bни\b|\bнет\b|\bвне\b|\bкроме\b|\bпомимо\b|\bза вычетом|\bза предел|\bза исключ|\bисключ[аеи]|\bбез\b|\bні\b|\bпоза\b|\bза меж|\bокрім\b|\bкрім\b|\bвинят|\bвиключ[аноє]|\bнемає\b|\bпа-за\b|\bза выключ|\bвыключ[аэ]|\bакрамя\b|\bапроч|\bапрача",
    )
});

/// What was: a seat that may be one no longer.
static ONCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bformer|\bprevious|\bonce\b|\boriginally\b|\binitially\b|\bhistorically\b|\bused to\b|\bin the past\b|\bpast\b|\bno longer\b|\bwere\b|\bwas\b|\bhad\b|\bhaving been\b|\buntil\b|\bprior to\b|\bex-|\bde-?regist|\brevok|\bliquidat|\bdissol|\bdisband|\bstripped\b|\bannul|\bwithdrawn\b|\bterminated\b|\bcancell?ed\b|\b(?:closed|shut) down\b|\behemal|\bfrüher|\bvormals\b|\bzuvor\b|\beinst\b|\beinstmals\b|\bursprünglich|\bdamals\b|\bwaren\b|\bgewesen|\baufgelöst|\bentzogen|\bwiderrufen|\bgelöscht|\bранее\b|\bпрежде|\bпрежн|\bраньше|\bбывш|\bнекогда|\bкогда-то|\bкогда-либо|\bизначально|\bпервоначально|\bпрошл|\bбыл[аио]?\b|\bликвидир|\bутрат|\bлиш[её]н|\bотозван|\bаннулир|\bраніше|\bколишн|\bколись|\bминул|\bпервісно|\bпочатково|\bбул[аио]\b|\bбув\b|\bліквід|\bвтрат|\bпозбавлен|\bанульован|\bвідкликан|\bраней|\bбыл(?:ы|ых|ыя|ымі|ым|ога|ой|ая|і)\b|\bбыў\b|\bкалісьці|\bнекалі|\bмінул|\bпершапачаткова|\bстраці|\bпазбаўлен|\bануляв|\bадкліка",
    )
});

/// What will be: a seat that is none yet.
static LATER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:that|which|who) will\b|\bwill (?:soon )?(?:be(?:come)?|have been) (?:newly )?(?:regist|establ|incorp|found|set up)|\bto be (?:\w+ )?(?:regist|establ|incorp|set up|found|based|located)|\bplan(?:s|ning|ned)? (?:to|on)\b|\bintend|\babout to\b|\bgoing to\b|\bprocess of\b|\bin (?:the )?future\b|\byet to\b|\bpending\b|\bupon award|\bwilling to\b|\bready to\b|\bsoon\b|\bkünftig|\bzukünftig|\bplanen\b|\bgeplant|\bbeabsichtig|\bim Aufbau|\bin Gründung|\bdemnächst|\bwerden wollen|\bbereit sind\b|\bбуд(?:ет|ут)\b|\bпланиру|\bнамерен|\bсобира[юе]|\bв процессе|\bв будущем|\bготовы\b|\bбуд(?:е|уть)\b|\bпланую|\bнамір|\bзбираю|\b[ув] процесі|\b[ув] майбутн|\bготові\b|\bбудз(?:е|уць)\b|\bбудуць\b|\bпланую|\bнамер|\bзбіраю|\b[уў] працэсе|\b[уў] будуч|\bгатовы",
    )
});

/// What happened to a body after it had its seat, said behind the seat.
static MOVED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\brelocat|\bexil|\bfled\b|\bflee|\bemigr|\bforced\b|\bbefore\b|\bmoved\b|\bleft\b|\bclosed\b|\bgeflohen|\bverlegt|\bbis \d{4}|\bbis zu[rm]?\b|\bdo \d{4}|\bрелоц|\bперееха|\bпереехавш|\bуеха|\bпокину|\bизгнан|\bэмигр|\bдо \d{4}|\bдо начала\b|\bрелок|\bпереїха|\bвиїха|\bвигнан|\bеміг|\bдо початку\b|\bрэлак|\bпераеха|\bвыеха|\bпакіну|\bвыгнан|\bэмігр|\bда \d{4}|\bда пачатку\b",
    )
});

/// A part of a country, or land that belongs to one and is no part of it.
static PART: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bterritor(?:y|ies)|\bdependenc(?:y|ies)|\bdependent\b|\boverseas\b|\boutermost\b|\bcrown\b|\bcolon(?:y|ies)\b|\bautonom|\boccupied|\bcontrolled\b|\bbreakaway\b|\bseparatist|\bregions?\b|\bparts?\b|\boblasts?\b|\bprovinces?\b|\bstates? of (?:georgia|mexico)|\b(?:us|u\.s\.|american|federal) state|\bcounty\b|\bNorthern (?:Ireland|Cyprus)|\bcrimea|\btransnistria|\babkhazia|\bossetia|\bdonbas|\bkarabakh|\bgibraltar\b|\bguernsey\b|\bisle of\b|\bfaroe|\bgreenland|\bpuerto rico|\bpolynesia|\bguiana|\bcaledonia|\bcaribbean|\bsamoa|\bisles\b|\bislands\b|\bgebiet|\büberseeg|\bübersee\b|\bkronbesitz|\bbesetzt|\bnordirland|\bnordzypern|\bkrim\b|\btransnistrien|\bteil(?:en|e|s)?\b|\bоккупир|\bзаморск|\bкоронн|\bтерритори(?:й|ях|ям|ями)\b|\bобласт|\bкра(?:й|я|е|ях)\b|\bрегион|\bкрым(?:а|у|е|ом)?\b|\bприднестр|\bабхаз|\bосети|\bдонбас|\bкарабах|\bсеверн\p{L}+ (?:ирланд|кипр)|\bокупован|\bзаморськ|\bтериторі(?:й|ях|ям|ями)\b|\bрегіон|\bкрим(?:у|і|ом)?\b|\bпридністр|\bабхазі|\bосеті|\bпівнічн\p{L}+ (?:ірланд|кіпр)|\bчастин|\bакупаван|\bтэрыторы(?:й|ях|ям|ямі)\b|\bвобласц|\bрэгіён|\bпрыднястр|\bпаўночн\p{L}+ (?:ірланд|кіпр)",
    )
});

/// Somebody who is left out.
static LEFT_OUT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:not|in)[ -]?eligible\b|\bineligible\b|\bexclu[ds]|\bexcept|\bother than\b|\bnot (?:apply|open|include|accept|admit)|\bnicht antragsberechtigt|\bausgenommen|\bausgeschlossen|\bausnahme|\bне допуск|\bне (?:могут|може|можуть|могуць)|\bисключ|\bкроме\b|\bкрім\b|\bвинят|\bвиключ|\bакрамя\b|\bвыключ",
    )
});

/// The head of a list of those who are left out, beyond what [`LEFT_OUT`] knows.
static REFUSES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:cannot|can ?not|can.t|may not|must not|not (?:be )?(?:fund|support|consider|accept)|exclusion|restrictions?\b)|\b(?:nicht|keine?) (?:gefördert|förder|antrag|unterstütz|zugelassen)|\bAusschlu|\bне (?:финанс|поддерж|име|прини|рассматр|фінанс|підтрим|ма[юєе]|прийма|розгляд|падтрым|прыма|разгляд)|\b(?:запрещ|заборон|забарон)",
    )
});

/// What takes back a part of the sentence before, or adds to those of whom it speaks.
static SOFTENS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^\W*(?:or|oder|или|либо|або|чи|ці)\b|\bexception|\bexempt|\b(?:does|do) not apply\b|\bwaive|\bin addition\b|\b(?:may|can|are) also\b|\balternatively\b|\bausnahm|\b(?:gilt|gelten) (?:jedoch |aber )?nicht\b|\bausgenommen|\bdarüber hinaus|\bebenfalls|\baußerdem|\bисключени|\bне распростран|\bне каса|\bтакже\b|\bкроме того|\bвинят|\bвиключенн|\bне поширю|\bне стосу|\bтакож\b|\bкрім того|\bвыключэнн|\bне распаўсюдж|\bне датыч|\bтаксама\b|\bакрамя таго",
    )
});

/// A pattern that does not compile would make every sentence unsure.
fn has(pattern: &LazyLock<Option<Regex>>, text: &str) -> bool {
    pattern.as_ref().is_none_or(|pattern| pattern.is_match(text))
}

/// Whether a sentence speaks of an exception, the past or, before `end`, the future.
pub(super) fn turns(text: &str, end: usize) -> bool {
    has(&BUT, text) || has(&ONCE, text) || has(&LATER, &text[..end])
}

/// Whether a list of countries is all there is to it: what follows neither makes parts of them nor
/// takes a seat back. The list stands from `from` to `end`.
pub(super) fn is_whole(text: &str, from: usize, end: usize) -> bool {
    let after = &text[end..];
    let next = after.chars().next();
    // `Georgia State`, `Russian-occupied`, `Ukraine's south`.
    let goes_on = next.is_some_and(|c| !c.is_whitespace() && !".,;:!?)”»\"".contains(c))
        || (next == Some(' ') && after.trim_start().starts_with(char::is_uppercase));
    !goes_on && !has(&PART, &text[from..end + first_words(after).len()]) && !has(&MOVED, after)
}

/// How many words behind a list are read as part of it.
const NEAR: usize = 6;

fn first_words(text: &str) -> &str {
    let ends = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    &text[..ends.skip(1).nth(NEAR - 1).unwrap_or(text.len())]
}

/// Whether a sentence leaves somebody out.
pub(super) fn leaves_out(text: &str) -> bool {
    has(&LEFT_OUT, text)
}

/// Whether a sentence takes back a part of what the one before it says, or widens it.
pub(super) fn softens(text: &str) -> bool {
    has(&SOFTENS, text)
}

/// Whether a heading, or the first words of a list, leaves out those who are named below it.
pub(super) fn refuses(text: &str) -> bool {
    has(&LEFT_OUT, text) || has(&REFUSES, text)
}
