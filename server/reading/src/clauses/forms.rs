//! Which legal forms an applicant may have.

use std::sync::LazyLock;

use domain::{Condition, EntityForm};
use regex::{Match, Regex};

use super::{mentions, places::places_in, regex, sentence::Sentence};

use EntityForm::{
    Association, Company, Cooperative, Foundation, Individual, InformalGroup,
    InternationalOrganisation, NonProfitCompany, PublicBody, ResearchBody,
};

/// Words for bodies, and the forms they can have. Longer words stand before those they contain.
const WORDS: &[(&str, &[EntityForm])] = &[
    (
        r"civil society organi[sz]ations?(?: \(CSOs?\))?|non-?governmental organi[sz]ations?(?: \(NGOs?\))?|(?:public |private |incorporated |appropriate |community-based |tax-exempt |charitable |registered |eligible |qualified |independent |exiled? )*(?:non-?profit|not-for-profit)(?: (?:cultural |educational |community |economic development |charitable |media |news |independent |exiled? |501\(c\)\(3\) )*(?:organi[sz]ations?|entit(?:y|ies)|corporations?|groups?|agencies|outlets?|newsrooms?|media|compan(?:y|ies)))|nonprofits|(?:tax[- ]exempt,? )?501\(c\)\(3\)s?(?: (?:nonprofit )?organi[sz]ations?)?|community(?:-based)? organi[sz]ations?|\bCSOs?\b|\bNGOs?\b|zivilgesellschaftliche Organisationen|Nichtregierungsorganisationen|\bNGOs\b|gemeinnützige (?:Organisationen|Träger|Einrichtungen|Medien\p{L}*|Redaktionen)|некоммерчески\p{L}* (?:организаци|редакци|СМИ|медиа)\p{L}*|общественны\p{L}* организаци\p{L}*|неправительственны\p{L}* организаци\p{L}*|НКО|НПО|громадськ\p{L}* організаці\p{L}*|неприбутков\p{L}* (?:організаці|редакці|медіа|ЗМІ)\p{L}*|неурядов\p{L}* організаці\p{L}*|організаці\p{L}* громадянського суспільства|\bОГС\b|\bНУО\b|\bНГО\b|грамадск\p{L}* арганізацы\p{L}*|некамерцыйн\p{L}* (?:арганізацы|рэдакцы|медыя)\p{L}*",
        &[Association, Foundation, NonProfitCompany, Cooperative],
    ),
    (
        r"(?:registered |charitable )?associations?|(?:eingetragene |gemeinnützige |rechtsfähige )*Vereine|Verbände|объединени\p{L}*|асоціаці\p{L}*|об.єднан\p{L}*|аб.яднанн\p{L}*",
        &[Association],
    ),
    (
        r"(?:charitable |public-benefit |private )?foundations?|(?:gemeinnützige )?Stiftungen|благотворительны\p{L}* фонд\p{L}*|благодійн\p{L}* фонд\p{L}*|дабрачынн\p{L}* фонд\p{L}*",
        &[Foundation],
    ),
    (
        r"gemeinnützige (?:Gesellschaften(?: mit beschränkter Haftung)?|GmbHs?)|gGmbHs?",
        &[NonProfitCompany],
    ),
    (r"cooperatives?|Genossenschaften|кооператив\p{L}*|кааператыв\p{L}*", &[Cooperative]),
    (
        r"(?:independent |exiled? )?(?:media (?:outlets?|organi[sz]ations?|companies)|newsrooms?)|независимы\p{L}* (?:СМИ|медиа)|редакци\p{L}*|незалежн\p{L}* (?:медіа|ЗМІ)|незалежн\p{L}* медыя",
        &[Association, Foundation, NonProfitCompany, Cooperative, Company],
    ),
    (
        r"(?:small and medium-sized )?(?:enterprises?|businesses)|\bSMEs?\b|(?:private |commercial )?compan(?:y|ies)|private entities|Unternehmen|компани\p{L}*|предприяти\p{L}*|підприємств\p{L}*|компані\p{L}*|прадпрыемств\p{L}*",
        &[Company, NonProfitCompany, Cooperative],
    ),
    (
        r"(?:(?:local|county|state|municipal|city|tribal|federal|regional)(?:,| and| or|/|, and|, or)? ?)+(?:government(?:al)?(?: agencies| entities| units)?s?|agenc(?:y|ies))|units? of (?:general )?local government|public agenc(?:y|ies)|public (?:bodies|authorities|institutions|entities)|government(?:al)? (?:agencies|entities)|(?:local|regional|municipal|(?:single )?county|housing|redevelopment|transit|port) authorit(?:y|ies)|councils? of governments?|(?:public )?school districts?|(?:county )?conservation districts?|special districts|(?:federally recognized )?(?:native american |indian )?tribes|tribal governments?|(?:state|territory),? (?:or |and )?(?:territory,? )?(?:or |and )?tribe|municipalit(?:y|ies)|count(?:y|ies)|cities|boroughs|townships|Kommunen|Gebietskörperschaften|Gemeinden|Landkreise|органы местного самоуправления|муниципалитет\p{L}*|органи місцевого самоврядування|муніципалітет\p{L}*|мясцовыя ўлады",
        &[PublicBody],
    ),
    (
        r"universit(?:y|ies)|higher education institutions?|institutions? of higher (?:education|learning)|(?:educational|learning) institutions?|(?:community )?colleges|Hochschulen|Universitäten|университет\p{L}*|вузы|університет\p{L}*|універсітэт\p{L}*",
        &[ResearchBody, PublicBody],
    ),
    (
        r"research (?:organi[sz]ations?|institutes?|institutions?)|think tanks?|(?:außeruniversitäre )?Forschungseinrichtungen|дослідницьк\p{L}* (?:організаці|інститут|цент)\p{L}*|исследовательск\p{L}* (?:организаци|институт|центр)\p{L}*",
        &[ResearchBody, Association, Foundation],
    ),
    (
        r"informal groups?|initiative groups?|grassroots (?:groups?|initiatives)|unregistered groups?|social movements?|Initiativen|инициативны\p{L}* групп\p{L}*|ініціативн\p{L}* груп\p{L}*|ініцыятыўн\p{L}* груп\p{L}*",
        &[InformalGroup],
    ),
    (
        r"individuals?|natural persons?|(?:civil society |individual )?activists?|individual journalists|Einzelpersonen|natürliche Personen|физически\p{L}* лиц\p{L}*|активист\p{L}*|фізичн\p{L}* ос\p{L}+|активіст\p{L}*|фізічн\p{L}* ас\p{L}+|актывіст\p{L}*",
        &[Individual],
    ),
    (
        r"international organi[sz]ations?|internationale Organisationen|международны\p{L}* организаци\p{L}*|міжнародн\p{L}* організаці\p{L}*",
        &[InternationalOrganisation],
    ),
];

static PATTERNS: LazyLock<Vec<(Option<Regex>, &[EntityForm])>> = LazyLock::new(|| {
    WORDS.iter().map(|(words, forms)| (regex(&format!(r"(?i)\b(?:{words})")), *forms)).collect()
});

/// Words that introduce who may apply, where the field does not say so.
static INTRODUCED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:eligible applicants|who can apply|applicants must be|applicants can be|the call is open to|open to|applicants? must be (?:an? )?|beneficiaries must be (?:an? )?|must be (?:an? )|(?:this |the )?(?:grants?|program|funding|program funding) (?:is|are) (?:available|open) to|(?:it |this program |the program |the grant )?(?:offers|provides) (?:competitive |matching |reimbursement |direct )?grants to|applications are open to|antragsberechtigt sind|заявителями могут быть|к участию приглашаются|право на участие имеют|подать заявку могут|заявниками можуть бути|до участі запрошуються|право на участь мають|подати заявку можуть|да ўдзелу запрашаюцца|заяўнікамі могуць быць)",
    )
});

/// Words after which those who get the money are named.
static GIVES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:provid(?:es|ing)|offer(?:s|ing)|award(?:s|ing)?|mak(?:es|ing)) (?:competitive |matching |reimbursement |direct )?(?:grants?|funding|grant funding|funding assistance|financial assistance|financial support) to (?:an? |the |eligible )*",
    )
});

/// What is done with the money, where those who get it could be named.
const PURPOSES: &[&str] = &[
    "support",
    "help",
    "assist",
    "improve",
    "increase",
    "encourage",
    "promote",
    "enhance",
    "provide",
    "address",
    "develop",
    "reduce",
    "expand",
    "protect",
    "be",
    "fund",
    "create",
    "conduct",
    "implement",
    "offset",
    "projects",
    "programs",
];

/// Words that leave open who else may apply, or take it back.
static UNSURE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bnot\b|\bno\b|cannot|except|exclud|apart from|instead of|rather than|unless|partner|priority|preferabl|typically|flexible|e\.g\.|for example|such as|including|etc|other|any |all |various|\bnicht\b|außer\b|ausgenommen|ausnahme|ausgeschlossen|ausschlie|\bkein|ehemal|former|barred|disqualif|reject|insbesondere|sonstige|andere|alle |z\. ?B\.|beispielsweise|Partner|\bне\b|кроме|помимо|исключ|бывш|крім|винят|виключ|колишн|акрамя|апроч|выключ|\bбылы|другие|інші|іншыя|любы|будь|например|наприклад|напрыклад|в том числе|зокрема|партн|приоритет|пріоритет",
    )
});

/// Where the names of bodies end and what is asked of them begins.
static ASKED_OF_THEM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i) (?:to|for|operating|seeking|interested|within|throughout|across|working|work|promoting|supporting|fighting|registered|based|established|located|active|in|from|of|with|who|that|which|die|mit|aus|im|in|работающие|зарегистрированные|которые|из|в|що|які|зареєстровані|з|із|у|якія|зарэгістраваныя)\b|[(,] ?(?:registered|based|established|die|що|які|которые|якія)\b",
    )
});

/// What separates the bodies of a list.
static BETWEEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i),|/| (?:and|or|und|oder|sowie|и|или|либо|а также|та|й|і|або|чи|а також|ці|а таксама) ",
    )
});

/// A finite verb: the text is a statement about something, not a list of bodies.
static STATEMENT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i) (?:is|are|was|were|will|shall|must|can|may|be|has|have|include|includes|require|requires|ist|sind|war|waren|wird|werden|kann|können|darf|dürfen|muss|müssen|hat|haben|soll|sollen) ",
    )
});

/// Words after the names of bodies that may bring further ones.
static FURTHER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)sowie|ebenso|as well as|also|juristische|Personen|Kreise|Städte|organi[sz]ation|entit(?:y|ies)|authorit|institution|individual|group|а также|а також|а таксама",
    )
});

/// Marks the place of a body that is understood; no text contains it.
const BODY: &str = "\u{1}";

/// How many words may describe the first body.
const DESCRIBING: usize = 5;

/// Whether an item of an English list describes the body that follows, as `legal` does in `legal
/// and justice-focused CSOs`, and names none itself.
fn is_adjective(item: &str) -> bool {
    const BODIES_TOO: &[&str] = &[
        "media",
        "academia",
        "government",
        "youth",
        "women",
        "people",
        "staff",
        "press",
        "faculty",
        "state",
        "industry",
        "business",
        "university",
        "college",
        "city",
        "county",
        "district",
    ];
    let item = item.trim();
    let word = item.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let plural = word.ends_with('s') && word != "rights" || word.ends_with("ers");
    item.is_ascii() && !plural && !BODIES_TOO.contains(&word.as_str())
}

/// Whether a text with marks for bodies is nothing but a list of them and what is asked of them.
fn is_list_of_bodies(text: &str) -> Option<bool> {
    let first = text.find(BODY)?;
    let (head, tail) = match ASKED_OF_THEM.as_ref()?.find_at(text, first) {
        Some(found) => text.split_at(found.start()),
        None => (text, ""),
    };
    let items: Vec<&str> =
        BETWEEN.as_ref()?.split(head).filter(|item| !item.trim().is_empty()).collect();
    let last = items.last().is_some_and(|item| item.contains(BODY));
    let listed = last && items.iter().all(|item| item.contains(BODY) || is_adjective(item));
    let described = text[..first].split_whitespace().count() <= DESCRIBING;
    let statement = STATEMENT.as_ref()?.is_match(head);
    let further = tail.contains(BODY) || FURTHER.as_ref()?.is_match(tail);
    Some(listed && described && !statement && !further)
}

/// Words after the names of bodies that say they may apply.
static MAY_APPLY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\s+(?:(?:are|is) eligible (?:to apply(?: (?:for|under)[^.;,]{0,60})?|applicants?)|(?:may|can) apply(?: for[^.;,]{0,40})?|are invited to apply|sind antragsberechtigt|могут подать заявку|можуть подати заявку|можуть подавати заявки)\.?$",
    )
});

/// The forms an applicant may have, when every body the sentence names is understood.
pub(super) fn entity_form(sentence: &Sentence, who: bool) -> Option<Condition> {
    let without = without_examples(sentence.text);
    let sentence = &Sentence { text: &without, ..*sentence };
    let introduced = INTRODUCED.as_ref()?.find(sentence.text);
    let concluded = find(&MAY_APPLY, sentence.text, &["pply", "eligib", "antragsb", "заявк"]);
    let given = find(&GIVES, sentence.text, &["ing to", "rants to", "rant to", "nce to", "ort to"]);
    let given = given.filter(|found| {
        let next = sentence.text[found.end()..].split(|c: char| !c.is_alphabetic()).next();
        next.is_some_and(|next| !PURPOSES.contains(&next.to_lowercase().as_str()))
    });
    let introduced = introduced.or(given);
    if !(who || introduced.is_some() || concluded.is_some())
        || UNSURE.as_ref()?.is_match(sentence.text)
        || sentence.text.ends_with([';', ':'])
    {
        return None;
    }
    let from = introduced.map_or(0, |found| found.end());
    let to = concluded.map_or(sentence.text.len(), |found| found.start());
    let any_of = bodies(sentence.text.get(from..to)?)?;
    Some(Condition::EntityForm { any_of })
}

/// Where a body must be registered, other than in a country.
static REGISTER: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(r"(?i) registered with (?:the )?[^,;.]*$"));

/// What a pattern finds in a text that has one of some letter sequences.
fn find<'t>(
    pattern: &LazyLock<Option<Regex>>,
    text: &'t str,
    letters: &[&str],
) -> Option<Match<'t>> {
    mentions(text, letters).then(|| pattern.as_ref()?.find(text))?
}

/// The forms of a text that does nothing but name bodies and what is asked of them.
fn bodies(text: &str) -> Option<Vec<EntityForm>> {
    // A register is no body that applies.
    let mut rest = REGISTER.as_ref()?.replace(&without_places(text), "").into_owned();
    let mut any_of: Vec<EntityForm> = Vec::new();
    for (pattern, forms) in PATTERNS.iter() {
        let pattern = pattern.as_ref()?;
        if pattern.is_match(&rest) {
            any_of.extend(forms.iter().filter(|form| !any_of.contains(form)).collect::<Vec<_>>());
            rest = pattern.replace_all(&rest, BODY).into_owned();
        }
    }
    if any_of.is_empty() || !is_list_of_bodies(&rest)? {
        return None;
    }
    any_of.sort_unstable();
    Some(any_of)
}

/// Words that introduce a list of those who may apply.
static LIST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)(?:\b(?:eligible (?:applicants?|entities|organi[sz]ations)|who (?:can|may) apply\??|applicants? must be (?:an? |one of the following)?|applicants? eligible (?:to apply|for funding))(?: are limited to| are| include| must be| will be|:)*|antragsberechtigt sind:?|заявителями могут быть:?|заявниками можуть бути:?)\s*:?\s*",
    )
});

/// Kinds of applicants by which lists of one word each name them.
const LISTED: &[(&str, &[EntityForm])] = &[
    ("nonprofit", &[Association, Foundation, NonProfitCompany, Cooperative]),
    ("business", &[Company, NonProfitCompany, Cooperative]),
    ("public agency", &[PublicBody]),
    ("tribal government", &[PublicBody]),
    ("individual", &[Individual]),
];

/// The longest list that is quoted, in bytes.
const LONGEST: usize = 500;

/// A list of those who may apply, item by item, with its place in characters. `who`: the whole
/// text may be such a list, as in `Nonprofit; Public Agency`.
pub(super) fn listed(text: &str, who: bool) -> Option<(Condition, usize, &str)> {
    let whole = text.trim();
    let one_word = LISTED.iter().any(|(word, _)| whole.eq_ignore_ascii_case(word));
    if who
        && (one_word || whole.contains(';'))
        && whole.len() <= LONGEST
        && let Some(any_of) = items(whole)
    {
        let start = text.chars().take_while(|c| c.is_whitespace()).count();
        return Some((Condition::EntityForm { any_of }, start, whole));
    }
    let head = LIST.as_ref()?.find(text)?;
    let rest = &text[head.end()..];
    let end = ["<br", ". ", ".\n", "\n\n"].iter().filter_map(|stop| rest.find(stop)).min();
    let list = rest[..end.unwrap_or(rest.len())].trim_end();
    if list.len() > LONGEST || !list.contains([';', '•', '\n']) {
        return None;
    }
    let any_of = items(list)?;
    let quote = &text[head.start()..head.end() + list.len()];
    Some((Condition::EntityForm { any_of }, text[..head.start()].chars().count(), quote))
}

/// The forms that every item of a list names.
fn items(list: &str) -> Option<Vec<EntityForm>> {
    let mut any_of: Vec<EntityForm> = Vec::new();
    let items = list
        .split([';', '•', '\n'])
        .map(|item| item.trim_matches(|c: char| !c.is_alphanumeric() && c != ')'));
    for item in items.filter(|item| !item.is_empty()) {
        let item = item.strip_suffix(" and").or_else(|| item.strip_suffix(" or")).unwrap_or(item);
        let item = item.strip_prefix("and ").or_else(|| item.strip_prefix("or ")).unwrap_or(item);
        let one_word = LISTED.iter().find(|(word, _)| item.eq_ignore_ascii_case(word));
        let forms = match one_word {
            Some((_, forms)) => forms.to_vec(),
            None if UNSURE.as_ref()?.is_match(item) => return None,
            None => bodies(item)?,
        };
        any_of.extend(forms.iter().filter(|form| !any_of.contains(form)).collect::<Vec<_>>());
    }
    any_of.sort_unstable();
    (!any_of.is_empty()).then_some(any_of)
}

/// The text without countries that are named as part of a region: `Central Europe including
/// Ukraine`.
fn without_examples(text: &str) -> String {
    const INCLUDING: &str = " including ";
    let Some(at) = text.find(INCLUDING) else { return text.to_owned() };
    let start = at + INCLUDING.len();
    let named = places_in(text).into_iter().find(|named| named.start == start);
    named.map_or_else(|| text.to_owned(), |named| format!("{}{}", &text[..at], &text[named.end..]))
}

/// The text without the places it names, so that `Polish and Ukrainian CSOs` is one body.
fn without_places(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for named in places_in(text) {
        let between = &text[from..named.start];
        if !matches!(between.trim(), "and" | "or" | "," | "und" | "и" | "та" | "і") {
            out.push_str(between);
        }
        from = named.end;
    }
    out.push_str(&text[from..]);
    out
}
