//! Where an applicant must, or must not, be registered.

use std::sync::LazyLock;

use domain::{Condition, Place};
use regex::Regex;

use super::{
    mentions,
    places::{goes_on, list_at, places_in},
    regex,
    sentence::Sentence,
    turned,
};
use crate::places::Named;

/// Bodies that apply, in the five languages.
const BODIES: &str = r"applicants?|organi[sz]ations?|entit(?:y|ies)|NGOs?|CSOs?|associations?|institutions?|bodies|beneficiar(?:y|ies)|non-?profits?|outlets?|foundations?|charities|newsrooms?|media|initiatives|business(?:es)?|compan(?:y|ies)|municipalities|schools|Antragstell\w*|Organisation(?:en)?|Einrichtung(?:en)?|Vereine?|Stiftung(?:en)?|Träger|Personen|Zuwendungsempfänger\w*|организаци\p{L}*|НКО|НПО|заявител\p{L}*|юрлиц\p{L}*|юридическ\p{L}+ лиц\p{L}*|объединени\p{L}*|редакци\p{L}*|СМИ|фонд\p{L}*|організаці\p{L}*|ОГС|НУО|заявник\p{L}*|юридичн\p{L}+ ос\p{L}+|об.єднан\p{L}*|медіа|арганізацы\p{L}*|заяўнік\p{L}*|юрыдычн\p{L}+ ас\p{L}+|аб.яднанн\p{L}*";

/// Words that join a body to the country of its seat.
const SEATED: &str = r"(?:registered|established|incorporated|headquartered|domiciled|seated|legally based|based|located|resident)(?: \([a-z ]{3,20}\))? (?:in|within)|with (?:a |an |their |its )?(?:registered |legal |statutory )?(?:seat|office|headquarters) in|mit (?:eigenem |rechtlichem |satzungsmäßigem )?Sitz in|(?:die|welche) (?:ihren|ihr|einen) (?:\p{L}+ )?Sitz in|(?:ansässig|registriert|niedergelassen|eingetragen) in|(?:зарегистрирован|учрежд[её]н|базирующи)\p{L}* (?:в|во|на территории)|(?:зареєстрован|заснован)\p{L}* (?:в|у|на території)|(?:зарэгістраван|заснаван)\p{L}* (?:у|ў|на тэрыторыі)";

/// A body, at most a few words, and the words that join it to a country.
static BODY_SEATED: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(&format!(r"(?i)(?:{BODIES})[^.;:]{{0,60}}?(?:{SEATED})\s+")));

/// The item of a list of what applicants must be.
static ITEM_SEATED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:be|have been) (?:legally )?(?:established|registered|based|incorporated|located)(?: \([a-z ]{3,20}\))? (?:in|within)\s+",
    )
});

/// Applicants from a country, in so many words.
static BODY_FROM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:{BODIES}|individuals?|persons?|citizens?|activists?|journalists?|artists?)\s+(?:(?:only|exclusively|только|лише|тільки|толькі) )?(?:from|aus|из|із|з|зі)\s+"
    ))
});

/// The field on who may apply begins with bodies and the country they are in.
static BODY_IN: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(&format!(r"(?i)^(?:[\p{{L}}-]+ ){{0,6}}(?:{BODIES})\s+in\s+")));

/// A body right after the adjective of a country.
static BODY_NEXT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)^(?:\s+(?:civil society|non-?profit|non-?governmental|independent|public|local|public-benefit|неприбуткові|некоммерческие|громадські|общественные|незалежні|независимые|gemeinnützige))*\s+(?:{BODIES})"
    ))
});

/// Words after which a sentence does not say plainly where an applicant must be registered.
static UNSURE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bnot\b|\bno\b|\bany\b|\bcannot\b|typically|usually|exception|except|unless|third countr|controlled|deemed|may also|also |partner|preferabl|priority|preference|for example|e\.g\.|such as|including|\betc\b|if |\bideally|where possible|as far as possible|welcome|encourag|\bmost (?:of|applicants)|\bmyth\b|by the time|at the time|at signing|wenn |falls |sofern |\bin der Regel|insbesondere|vor allem|besonders|vorrang|vorzug|möglichst|idealerweise|wünschenswert|zum Zeitpunkt|\busw\b|если|якщо|калі|желательн|преимуществ|в первую очередь|в основном|особенно|насамперед|бажано|переваг|передусім|перш за все|особливо|перавага|у першую чаргу|асабліва|пажадана|найперш|на момент|и т\. ?[дп]|тощо|і г\. ?д|Ausnahme|außer|\bnicht\b|\bkein|beispielsweise|Partner|bevorzug|\bне\b|кроме|крім|акрамя|исключени|винят|например|наприклад|напрыклад|партн|приоритет|пріоритет|в том числе|зокрема|у тым ліку",
    )
});

/// Words without which a sentence among others does not say who may apply.
static APPLYING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)appl(?:y|icant|ication)|eligib|limited to|restricted to|available to|open to|\bmust\b|\bshall\b|\bonly\b|have to|required to|invited|participat|^be |antrag|bewerb|müssen|\bmuss\b|\bnur\b|заяв|мо[гж]ут|долж|только|участ|маю|повин|лише|тільки|павін|толькі|падаць",
    )
});

/// Bodies that a consortium needs among others, or that get something else than the grant.
static OTHERS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)at least|minimum|one or more|royalty|intellectual property|licen[cs]e|\baccess\b|transfer|subcontract|supplier|control|coordinators?\b|international organi[sz]ation|mindestens|не менее|щонайменше|не менше",
    )
});

/// Words that turn a seat into an exclusion.
static EXCLUDED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^\W*(?:are|is|will be|shall be)\s+(?:not eligible|ineligible|excluded|not (?:allowed|permitted|invited|admitted))|^\W*(?:cannot|can not|may not|must not)\s+(?:apply|participate)|^\W*do not qualify|^\W*sind\s+(?:nicht antragsberechtigt|nicht zugelassen|ausgeschlossen)|^\W*(?:не могут|не допускаются|не принимаются|не имеют права|не можуть|не допускаються|не приймаються|не мають права|не могуць|не дапускаюцца|не прымаюцца|не маюць права)",
    )
});

/// What may follow an exclusion without changing it.
static NO_MORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:\W+(?:to (?:apply|participate|receive (?:funding|grants|support))|(?:for|under|in) (?:this|the|any) (?:call|grants?|funding|support|program(?:me)?|competition)|for (?:funding|grants|support)|from (?:applying|participation|the call)|apply|подавать заявк\p{L}*|подать заявк\p{L}*|участвовать|на участие|к участию|к конкурсу|в конкурсе|подавати заявк\p{L}*|подати заявк\p{L}*|брати участь|до участі|до конкурсу|у конкурсі|на участь|падаваць заяўк\p{L}*|падаць заяўк\p{L}*|браць удзел|[уў]дзельнічаць|да [уў]дзелу|да конкурсу|[уў] конкурсе))*\W*$",
    )
});

/// All who apply, and no special kind of body: what is said of companies does not bar associations.
static ALL_SEATED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)^\W*(?:(?:please|note|that|all|any|the|legal|also|however|moreover|non-?governmental|civil society|alle|auch|все|всякие|любые|также|а|усі|всі|також|усе|таксама|громадські|общественные|некоммерческие|неурядові|грамадскія)\W+)*(?:applicants?|organi[sz]ations?|entit(?:y|ies)|NGOs?|CSOs?|associations?|institutions?|bodies|Antragstell\w*|Organisation(?:en)?|Einrichtung(?:en)?|Vereine?|организаци\p{{L}}*|НКО|НПО|заявител\p{{L}}*|юрлиц\p{{L}}*|юридическ\p{{L}}+ лиц\p{{L}}*|объединени\p{{L}}*|організаці\p{{L}}*|ОГС|НУО|заявник\p{{L}}*|юридичн\p{{L}}+ ос\p{{L}}+|об.єднан\p{{L}}*|арганізацы\p{{L}}*|заяўнік\p{{L}}*|юрыдычн\p{{L}}+ ас\p{{L}}+|аб.яднанн\p{{L}}*)(?:\W+(?:that|which|who|are|is|have|been|legally|officially|currently|die|которые|які|якія))*\W+(?:{SEATED})\s+$"
    ))
});

/// Words that make of Georgia the state of that name.
static GEORGIA_OF_US: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"\bUSA?\b|\bU\.S\.|(?i)\bstate of\b|\bcount(?:y|ies)\b|\bAtlanta\b|\bSavannah\b|\bAthens\b",
    )
});

/// Words before a seat that make it a condition: without them the sentence must end by saying that
/// such bodies may apply. Nobody can list all words that refuse somebody.
static DEMANDED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bmust\b|\bshall\b|\b(?:have|has|need|needs) to\b|\brequired to\b|\bonly\b|\bexclusively\b|\b(?:limited|restricted|available|open|reserved) (?:to|for)\b|\beligible\b|\binvited?\b|\bwho (?:can|may) apply|^be |^have been|\bmüssen\b|\bmuss\b|\bnur\b|ausschließlich|antragsberechtigt|teilnahmeberechtigt|\b(?:bewerben|beantragen|teilnehmen) (?:können|dürfen)|\bkönnen\b|\bdürfen\b|долж|обязан|только|исключительно|лишь|могут|вправе|право|приглаша|допуска|участ|подать|подают|повин|маю|лише|тільки|винятково|мо[жг]уть|запрошу|подати|подаватися|беруть|брати|павін|толькі|выключна|могуць|запраша|падаць|удзельніч",
    )
});

/// Words that describe bodies, and nothing else: a verb before them may refuse them.
static DESCRIBED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^\W*(?:(?:the|all|any|only|and|or|local|small|public|legal|eligible|registered|independent|exiled?|media|news|youth|women.s|grassroots|civil|society|community|community-based|human|rights|national|international|regional|non-?profit|non-?governmental|not-for-profit|charitable|professional|cultural|educational|alle|gemeinnützige|rechtsfähige|eingetragene|juristische|unabhängige|und|oder|все|общественные|некоммерческие|неправительственные|независимые|юридические|и|или|усі|громадські|неприбуткові|неурядові|незалежні|благодійні|та|або|усе|грамадскія|некамерцыйныя|незалежныя|і|ці)\W+)*$",
    )
});

/// Such bodies may apply, and no more is said.
static MAY_APPLY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^\W*(?:(?:may|can|could|are (?:eligible|invited|allowed|entitled|welcome) to) (?:apply|participate|take part|submit [\p{L} ]{1,40})|(?:are|is) eligible(?: applicants?| bodies)?|sind (?:antrags|förder|teilnahme)berechtigt|sind förderfähig|sind zugelassen|(?:können|dürfen) (?:sich )?[\p{L} ]{1,40}|могут [\p{L} ]{1,60}|имеют право [\p{L} ]{1,60}|вправе [\p{L} ]{1,60}|приглаша\p{L}+[\p{L} ]{0,60}|допуска\p{L}+[\p{L} ]{0,60}|можуть [\p{L} ]{1,60}|мають право [\p{L} ]{1,60}|запрошу\p{L}+[\p{L} ]{0,60}|допуска\p{L}+[\p{L} ]{0,60}|могуць [\p{L} ]{1,60}|маюць права [\p{L} ]{1,60}|запраша\p{L}+[\p{L} ]{0,60})(?: (?:for|under|in|to|within) (?:this|the|our) (?:call|grants?|fund\p{L}*|program\p{L}*|competition|scheme|support|contest)(?: [\p{L}]+){0,2})?\W*$",
    )
});

/// Another way to fulfil what was said, which is no place.
static ANOTHER_WAY: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(r"(?i)^\W*(?:or|oder|или|либо|або|чи|ці|alternativ)\b"));

/// Whether a sentence is nothing but a list of places: `Armenia;`
pub(super) fn is_list(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
    list_at(text, 0, &places_in(text)).is_some_and(|(_, end)| end == text.len())
}

/// Where an applicant must or must not be registered. `who`: the sentence stands in the field that
/// says who may apply.
pub(super) fn country(sentence: &Sentence, who: bool) -> Option<Condition> {
    const SEAT: &[&str] = &[
        "registered",
        "established in",
        "established within",
        "established (",
        "incorporated",
        "headquarter",
        "domiciled",
        "based in",
        "based within",
        "located in",
        "located within",
        "resident in",
        "seat",
        "office",
        "Sitz",
        "ansässig",
        "registriert",
        "niedergelassen",
        "eingetragen",
        "арегистрир",
        "чрежд",
        "азирующ",
        "ареєстр",
        "аснован",
        "арэгістр",
        "аснаван",
    ];
    let text = sentence.text;
    if !who && !mentions(text, SEAT) {
        return None;
    }
    let places = places_in(text);
    if places.is_empty() {
        return None;
    }
    let seated = ITEM_SEATED.as_ref()?.find(text).or_else(|| BODY_SEATED.as_ref()?.find(text));
    if let Some(seated) = seated
        && let Some((list, end)) = list_at(text, seated.end(), &places)
    {
        let to_apply = who || APPLYING.as_ref()?.is_match(text);
        if !to_apply || OTHERS.as_ref()?.is_match(&text[..seated.end()]) {
            return None;
        }
        let (from, after) = (seated.end(), &text[end..]);
        if of_two_countries(text, &list, &places) || !turned::is_whole(text, from, end) {
            return None;
        }
        if let Some(excluded) = EXCLUDED.as_ref()?.find(after) {
            let certain = ALL_SEATED.as_ref()?.is_match(&text[..from])
                && NO_MORE.as_ref()?.is_match(&after[excluded.end()..]);
            return certain
                .then_some(Condition::EntityCountry { any_of: Vec::new(), none_of: list });
        }
        let said = DEMANDED.as_ref()?.is_match(&text[..from])
            || MAY_APPLY.as_ref()?.is_match(after)
            || (who && ends_there(after) && DESCRIBED.as_ref()?.is_match(&text[..seated.start()]));
        return (said && !ANOTHER_WAY.as_ref()?.is_match(after) && plain(text, end))
            .then_some(Condition::EntityCountry { any_of: list, none_of: Vec::new() });
    }
    if !who || !plain(text, text.len()) {
        return None;
    }
    let from = [BODY_FROM.as_ref()?, BODY_IN.as_ref()?]
        .into_iter()
        .filter_map(|pattern| pattern.find(text))
        .find_map(|found| list_at(text, found.end(), &places));
    let any_of = match from {
        Some((list, end)) if ends_there(&text[end..]) && turned::is_whole(text, 0, end) => list,
        Some(_) => return None,
        None => adjectives(text, &places)?,
    };
    if of_two_countries(text, &any_of, &places) {
        return None;
    }
    Some(Condition::EntityCountry { any_of, none_of: Vec::new() })
}

/// Whether the sentence neither softens nor turns what it says, and the list of places ends at `end`.
fn plain(text: &str, end: usize) -> bool {
    UNSURE.as_ref().is_some_and(|unsure| !unsure.is_match(text))
        && !turned::turns(text, end)
        && !goes_on(&text[end..])
}

/// Whether a sentence speaks of applicants or their seats.
pub(super) fn is_of_applicants(text: &str) -> bool {
    static ABOUT: LazyLock<Option<Regex>> = LazyLock::new(|| {
        regex(&format!(
            r"(?i)^\W*(?:exceptions?|ausnahmen?|исключени\p{{L}}+|винят\p{{L}}+|виключенн\p{{L}}+|выключэнн\p{{L}}+)\b|\b(?:{BODIES})\b|\bcountr(?:y|ies)\b|\bLänder|\bстран|\bкраїн|\bкраін"
        ))
    });
    ABOUT.as_ref().is_none_or(|about| about.is_match(text))
}

/// Whether a list names Georgia where the text may mean the state of the US.
fn of_two_countries(text: &str, list: &[Place], places: &[Named]) -> bool {
    let is = |place: &Place, code: &str| place.code() == code;
    list.iter().any(|place| is(place, "GE"))
        && (places.iter().any(|named| is(&named.place, "US"))
            || GEORGIA_OF_US.as_ref().is_none_or(|of_us| of_us.is_match(text)))
}

/// What is asked of bodies whose seat is named.
static ASKED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^\s+(?:working|that|who|which|active|engaged|operating|promoting|що|які|работающие|которые)\s",
    )
});

/// Whether nothing follows that could change the meaning.
fn ends_there(after: &str) -> bool {
    let asked = ASKED.as_ref().is_some_and(|asked| asked.is_match(after));
    asked || after.trim_matches(|c: char| !c.is_alphanumeric()).is_empty()
}

/// Countries named by adjectives right before bodies at the beginning: `Polish and Ukrainian CSOs`.
fn adjectives(text: &str, places: &[Named]) -> Option<Vec<Place>> {
    let first = places.first().filter(|named| named.start == 0)?;
    let (list, end) = list_at(text, first.start, places)?;
    let follows = BODY_NEXT.as_ref()?.find(&text[end..])?;
    let whole = ends_there(&text[end + follows.end()..]);
    whole.then_some(list)
}
