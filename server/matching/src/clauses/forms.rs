//! Which legal forms an applicant may have.

use std::sync::LazyLock;

use domain::{Condition, EntityForm};
use regex::Regex;

use super::{regex, sentence::Sentence};
use crate::places;

use EntityForm::{
    Association, Company, Cooperative, Foundation, Individual, InformalGroup,
    InternationalOrganisation, NonProfitCompany, PublicBody, ResearchBody,
};

/// Words for bodies, and the forms they can have. Longer words stand before those they contain.
const WORDS: &[(&str, &[EntityForm])] = &[
    (
        r"civil society organi[sz]ations?(?: \(CSOs?\))?|non-?governmental organi[sz]ations?(?: \(NGOs?\))?|(?:public )?(?:non-?profit|not-for-profit) (?:cultural |educational )?organi[sz]ations?|nonprofits|\bCSOs?\b|\bNGOs?\b|zivilgesellschaftliche Organisationen|Nichtregierungsorganisationen|\bNGOs\b|gemeinnützige (?:Organisationen|Träger|Einrichtungen)|некоммерчески\p{L}* организаци\p{L}*|общественны\p{L}* организаци\p{L}*|неправительственны\p{L}* организаци\p{L}*|НКО|НПО|громадськ\p{L}* організаці\p{L}*|неприбутков\p{L}* організаці\p{L}*|неурядов\p{L}* організаці\p{L}*|організаці\p{L}* громадянського суспільства|\bОГС\b|\bНУО\b|\bНГО\b|грамадск\p{L}* арганізацы\p{L}*|некамерцыйн\p{L}* арганізацы\p{L}*",
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
        r"public (?:bodies|authorities|institutions)|(?:local|regional) authorities|municipalities|Kommunen|Gebietskörperschaften|Gemeinden|Landkreise|органы местного самоуправления|муниципалитет\p{L}*|органи місцевого самоврядування|муніципалітет\p{L}*|мясцовыя ўлады",
        &[PublicBody],
    ),
    (
        r"universit(?:y|ies)|higher education institutions?|Hochschulen|Universitäten|университет\p{L}*|вузы|університет\p{L}*|універсітэт\p{L}*",
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
        r"(?i)^(?:eligible applicants|who can apply|applicants must be|applicants can be|the call is open to|open to|applications are open to|antragsberechtigt sind|заявителями могут быть|к участию приглашаются|право на участие имеют|подать заявку могут|заявниками можуть бути|до участі запрошуються|право на участь мають|подати заявку можуть|да ўдзелу запрашаюцца|заяўнікамі могуць быць)",
    )
});

/// Words that leave open who else may apply, or take it back.
static UNSURE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bnot\b|\bno\b|cannot|except|unless|partner|priority|preferabl|typically|flexible|e\.g\.|for example|such as|including|etc|other|any |all |various|\bnicht\b|insbesondere|sonstige|andere|alle |z\. ?B\.|beispielsweise|Partner|\bне\b|кроме|крім|другие|інші|іншыя|любы|будь|например|наприклад|напрыклад|в том числе|зокрема|партн|приоритет|пріоритет",
    )
});

/// Where the names of bodies end and what is asked of them begins.
static ASKED_OF_THEM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i) (?:working|work|promoting|supporting|fighting|registered|based|established|located|active|in|from|of|with|who|that|which|die|mit|aus|im|in|работающие|зарегистрированные|которые|из|в|що|які|зареєстровані|з|із|у|якія|зарэгістраваныя)\b|[(,] ?(?:registered|based|established|die|що|які|которые|якія)\b",
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
        r"(?i) (?:is|are|was|were|will|shall|must|can|may|be|has|have|include|includes|require|requires) ",
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
const DESCRIBING: usize = 4;

/// Whether a text with marks for bodies is nothing but a list of them and what is asked of them.
fn is_list_of_bodies(text: &str) -> Option<bool> {
    let first = text.find(BODY)?;
    let (head, tail) = match ASKED_OF_THEM.as_ref()?.find_at(text, first) {
        Some(found) => text.split_at(found.start()),
        None => (text, ""),
    };
    let listed = BETWEEN
        .as_ref()?
        .split(head)
        .filter(|item| !item.trim().is_empty())
        .all(|item| item.contains(BODY));
    let described = text[..first].split_whitespace().count() <= DESCRIBING;
    let statement = STATEMENT.as_ref()?.is_match(head);
    let further = tail.contains(BODY) || FURTHER.as_ref()?.is_match(tail);
    Some(listed && described && !statement && !further)
}

/// The forms an applicant may have, when every body the sentence names is understood.
pub(super) fn entity_form(sentence: &Sentence, who: bool) -> Option<Condition> {
    let introduced = INTRODUCED.as_ref()?.find(sentence.text);
    if (!who && introduced.is_none()) || UNSURE.as_ref()?.is_match(sentence.text) {
        return None;
    }
    if sentence.text.ends_with([';', ':']) {
        return None;
    }
    let text = &sentence.text[introduced.map_or(0, |found| found.end())..];
    let mut rest = without_places(text);
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
    Some(Condition::EntityForm { any_of })
}

/// The text without the places it names, so that `Polish and Ukrainian CSOs` is one body.
fn without_places(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for named in places::find(text) {
        let between = &text[from..named.start];
        if !matches!(between.trim(), "and" | "or" | "," | "und" | "и" | "та" | "і") {
            out.push_str(between);
        }
        from = named.end;
    }
    out.push_str(&text[from..]);
    out
}
