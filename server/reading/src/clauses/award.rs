//! The size of one award.

use std::sync::LazyLock;

use domain::{AmountRange, Condition};
use regex::{Captures, Regex};

use super::{has_figure, mentions, money, regex, sentence::Sentence, turned};

/// What is awarded, as the subject or object of a statement about its size.
const AWARD: &str = r"(?:individual |project |sub-?|small |single |direct |mini-?|reimbursement |non-matching |matching |planning |one-time |cash )*(?:grants?|awards?|prizes?|subgrants?|stipends?|fellowships?|scholarships?|funding|funds?|grant amounts?|award amounts?|funding amounts?|funding requests?|grant requests?|requests?|request amounts?|grant size|application amounts?|Zuschuss|Zuschüsse|Förderung(?:en)?|Zuwendung(?:en)?|Fördersumme|Förderhöhe|грант\p{L}*|мини-?грант\p{L}*|міні-?грант\p{L}*|сумма гранта|сума гранту|розмір гранту|размер гранта|размер грантов|розмір грантів|сума фінансування|сумма финансирования|памер гранта|сума гранта)";

const TO: &str = r"(?:-|–|—|to|and|bis|und|до|и|та|і|да)";

/// `grants of EUR 5,000 to 20,000`, with few words between.
static RANGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (first, second) = (money::amount(1), money::amount(2));
    regex(&format!(
        r"(?i)\b{AWARD}\b[^.;0-9$€£₴]{{0,45}}?(?:from |between |of |ranging from |von |zwischen |в размере |от |від |у розмірі |ад |складає |составляет |: )\s*(?:от |від |ад |від |between |from )?{first}\s*{TO}\s*{second}"
    ))
});

/// `grants of up to EUR 5,000`.
static AT_MOST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let first = money::amount(1);
    regex(&format!(
        r"(?i)\b{AWARD}\b(?P<between>[^.;0-9$€£₴]{{0,45}}?)(?:up to(?: a maximum(?: of)?)?|(?:a |the )?maximum(?: of| is|:)|not (?:to )?exceed(?:ing)?|no more than|no larger than|limited to|capped at|bis zu|höchstens|maximal|до|не более|не превыша\p{{L}}+|не більше|не перевищу\p{{L}}+|да|не больш за)\s*(?:the amount of )?{first}"
    ))
});

/// `maximum grant: EUR 5,000`.
static MAXIMUM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let first = money::amount(1);
    regex(&format!(
        r"(?i)\b(?:maximum|max\.|maximal\p{{L}}*|максимальн\p{{L}}+|найбольш\p{{L}}+)\s+(?:allowable |possible |total |amount of (?:the |a |an )?(?:individual )?|amount per |сум\p{{L}}+ |размер |розмір |памер )*{AWARD}(?: amounts?| awards?| size| sum| request)?(?: per (?:project|applicant|organi[sz]ation|award|grantee))?(?: is| will be| shall be| of|:|,| –| —| -| beträgt| складає| становить| составляет)*\s*{first}"
    ))
});

/// `minimum grant: EUR 5,000`.
static MINIMUM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let first = money::amount(1);
    regex(&format!(
        r"(?i)\b(?:minimum|min\.|mindest\p{{L}}*|минимальн\p{{L}}+|мінімальн\p{{L}}+)\s+(?:allowable |total |amount of (?:the |a )?|сум\p{{L}}+ |размер |розмір |памер )*{AWARD}(?: amounts?| awards?| size| request)?(?: is| will be| shall be| of|:|,| –| —| -| beträgt| складає| становить| составляет)*\s*{first}"
    ))
});

/// An amount that is the same for all: `a lump sum of EUR 5,000`, `prizes: EUR 5,000 each`.
static FIXED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let first = money::amount(1);
    regex(&format!(
        r"(?i)(?:\b(?:awarded|paid|provided) as an? (?:single )?lump sum of|\bprizes?(?: is|:)|\beach (?:grant|award|prize) (?:is|will be|amounts to))\s*{first}"
    ))
});

/// The text is nothing but an amount: `€30,000 - €250,000`, `Up to 50 000 euro`.
static ALONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (first, second) = (money::amount(1), money::amount(2));
    regex(&format!(
        r"(?i)^(?:(?:between |from |від |от |von )?{first}\s*{TO}\s*{second})(?P<rest>(?s).*)$"
    ))
});

static ALONE_AT_MOST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let first = money::amount(1);
    regex(&format!(
        r"(?i)^(?:grants? (?:of )?)?(?:up to|up до|max(?:imum)?\.?(?: of)?:?|no more than|bis(?: zu)?|до|не більше|не более|да)\s*{first}(?P<rest>(?s).*)$"
    ))
});

/// An amount, then words that make it the most: `€50,000 maximum per project`.
static ALONE_THEN_MOST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let first = money::amount(1);
    regex(&format!(
        r"(?i)^{first}\s*(?:max(?:imum)?\b|at most|максимум|maximal|höchstens)(?P<rest>(?s).*)$"
    ))
});

/// What may follow an amount that stands alone: nothing, the project, another sentence, or the same
/// in another currency.
static HARMLESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^\s*(?:\([0-9 ,.\u{a0}–-]*(?:грн|UAH|USD|EUR)\.?\)\s*)?(?:$|[.](?:\s|$)|(?:per|each|for each) (?:project|grant|award|applicant|organi[sz]ation)|на (?:проєкт|проект|грант)|pro Projekt)",
    )
});

/// What makes an amount something else than the size of one award, for all who apply.
static ELSE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)third part|third-part|FSTP|typical|usual|average|approximat|about |around |expected|estimate|indicative|considers|preclude|appropriate|a (?:year|month)\b|\bevery\b|annual|yearly|monthly|each year|in total|total|overall|budget|available|allocat|appropriat|authoriz|additional|further|other |depend|priority|match|cost-share|invoice|turnover|revenue|income|procure|subcontract|equipment|overhead|indirect|administrat|travel|salary|salaries|stipends? of|honorari|fee\b|fees\b|loan|на рік|щороку|в год|ежегодно|год\b|на месяц|на людину|на человека|в среднем|зазвичай|обычно|как правило|около|приблизно|орієнтовн|загальн|общий|общая|бюджет|jährlich|pro Jahr|pro Person|insgesamt|in der Regel|etwa|circa|monatlich|for (?:EMS|small|large|medium|construction|design|each of|new|existing|planning|implementation|phase|tier|track|category|first|second|individuals|organi[sz]ations|teams)|phase|tier|track|categor|stage|if |unless|except|whichever|or less|percent|per ?cent|%",
    )
});

/// Whether an amount is something else than the size of one award.
fn is_something_else(text: &str) -> bool {
    let text = text.replace("non-matching", "").replace("other than", "");
    ELSE.as_ref().is_none_or(|other| other.is_match(&text))
}

/// Ways to name a limit that are no denials.
static LIMITS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bnot (?:to )?(?:be )?(?:exceed(?:ing)?|more than|larger than)|\bno (?:more|larger|higher|less) than|\bnicht (?:mehr als|übersteigen|überschreiten)|\bне (?:более|превыша\p{L}+|свыше|больше|менее|більше|перевищу\p{L}+|понад|менше|больш|перавыша\p{L}+|менш)",
    )
});

/// What stands before an amount that is said of something else: `for grants of up to EUR 5,000`.
static ASIDE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:for|unlike|beside|besides|than|last year|bei|für|anders als|для|при)\s*\W*(?:all |alle )?$",
    )
});

/// All sums of the text are in thousands or millions.
static IN_UNITS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(r"(?i)\bin (?:thousands?|millions?|Tausend|Tsd|Mio)\b|\b(?:в|у) (?:тыс|тис|млн)")
});

/// What may follow a limit in prose: nothing, for what or for whom it is, that it is given. Whatever
/// else is said of an amount may make it something else than the size of every award.
static AWARDED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let each = r"each|per (?:project|applicant|organi[sz]ation|grant|award|grantee|proposal|application|entity|beneficiary|recipient)|for each (?:project|applicant|organi[sz]ation|grant)|(?:pro|je) (?:Projekt|Antrag|Vorhaben|Organisation)|на (?:один |одну )?(?:проєкт|проект|праект|организацию|організацію|арганізацыю|грант)";
    regex(&format!(
        r"(?i)^\s*(?:\([^()0-9]{{0,60}}\)\s*)?(?:,?\s*(?:{each})\b\s*)?(?:\W*$|,?\s*(?:(?:are|is|will be|can be|may be|shall be|being|to be) )?(?:awarded|available|given|provided|made|offered|granted|requested|funded|paid out|applied for)\b[^;0-9]{{0,160}}$|,?\s*(?:werden|wird|können|kann|sind|ist) [\p{{L}} ]{{0,40}}(?:gewährt|vergeben|bewilligt|ausgezahlt|gefördert|beantragt|möglich|Verfügung)[\p{{L}} ]{{0,20}}\W*$|,?\s*(?:предоставля|выделя|выда|присужда|надаю|надає|виділя|прадастаўля|выдзяля|можно|можна)[\p{{L}} ]{{0,60}}\W*$|,?\s*(?:to|for|under|in|from|towards|over|through|with|and|für|zur|zum|на|для|и|та|і|у|в)\b[^;0-9]{{0,160}}$)"
    ))
});

/// Words behind an amount that make it one for some, or for a time.
static NOT_FOR_ALL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:thousand|million|need|report|audit|advance|instal|days?|weeks?|months?|quarters?|years?|heads?|persons?|individuals?|participants?|partners?|micro|emergency|larger|bigger|higher|more|less|most|first|exceptions?)\b|\bTag\b|Woche|Monat|Quartal|Jahr|Person|Teilnehm|darüber|größer|höher|Ausnahm|месяц|день|дня|недел|\bгод|участник|человек|больш|исключ|тыс|млн|місяц|тижд|\bрік|\bрок|особ|учасник|більш|винят|тис|дзень|тыдз|чалавек|удзельнік",
    )
});

/// Whether an amount in prose is said of every award, without denial, without looking back and
/// without anything behind it that may change what it is.
fn is_said_of_all(text: &str, found: &Captures) -> Option<bool> {
    let whole = found.get(0)?;
    let (before, after) = (&text[..whole.start()], &text[whole.end()..]);
    let said = LIMITS.as_ref()?.replace_all(text, "");
    Some(
        !IN_UNITS.as_ref()?.is_match(text)
            && !turned::turns(&said, 0)
            && !ASIDE.as_ref()?.is_match(before)
            && AWARDED.as_ref()?.is_match(after)
            && !NOT_FOR_ALL.as_ref()?.is_match(after),
    )
}

/// More than was said before, for some.
static LARGER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:larger|bigger|higher|more is|more may|times as much|exceptions?)\b|größere|höhere|Ausnahme|крупн|более высок|исключени|більш(?:і|ий|а) |вищ(?:і|ий)|винят|большыя|выключэнн",
    )
});

/// A sum of all awards, which leaves the size of one as it is.
static OF_ALL_TOGETHER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:total|overall|budget|available|altogether|pool)\b|insgesamt|gesamt|verfügung|общ(?:ий|ая)|всего|бюджет|загальн|усього|агульн|усяго",
    )
});

/// Whether the sentence behind an amount names another one, or says that more can be had.
pub(super) fn is_followed_by_another(next: &str) -> bool {
    let larger = LARGER.as_ref().is_none_or(|larger| larger.is_match(next));
    let together = OF_ALL_TOGETHER.as_ref().is_some_and(|all| all.is_match(next));
    larger || (!together && has_figure(next) && money::count(&money::in_figures(next)) > 0)
}

static PER: LazyLock<Option<Regex>> = LazyLock::new(|| regex(r"(?i)\bper (\w+)"));

/// Whether an amount is one for each of something else than a project or applicant.
fn is_per_unit(text: &str) -> bool {
    const WHOLE: &[&str] = &[
        "project",
        "applicant",
        "applicants",
        "organization",
        "organisation",
        "grant",
        "award",
        "grantee",
        "proposal",
        "application",
        "entity",
        "beneficiary",
        "cent",
        "recipient",
    ];
    PER.as_ref().is_none_or(|per| {
        per.captures_iter(text).any(|found| !WHOLE.contains(&found[1].to_lowercase().as_str()))
    })
}

/// More money on top of an award: its size is no limit then.
static TOP_UP: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let first = money::amount(1);
    regex(&format!(r"(?i)additional (?:funding|funds|grants?|amounts?)[^.;0-9]{{0,60}}?{first}"))
});

/// Whether a text offers more on top of an award.
pub(super) fn is_topped_up(text: &str) -> bool {
    mentions(text, &["dditional"])
        && TOP_UP.as_ref().is_some_and(|top| top.is_match(&money::in_figures(text)))
}

/// The range that ends leave, in minor units of one currency; zero is not stated.
fn between(low: Option<domain::Money>, high: Option<domain::Money>) -> Option<Condition> {
    let currency = low.or(high)?.currency;
    let range =
        AmountRange::stated(low.map(|m| m.minor), high.map(|m| m.minor), currency).ok()??;
    Some(Condition::Award { range })
}

/// Letters of words for what is awarded.
const GRANT: &[&str] = &[
    "rant",
    "ward",
    "rize",
    "unding",
    "unds",
    "equest",
    "pplication amount",
    "ellowship",
    "tipend",
    "uschuss",
    "uschüsse",
    "örder",
    "uwendung",
    "lump sum",
    "рант",
    "інансуванн",
    "инансирован",
];

/// The size of one award. `alone`: the text says nothing but amounts.
pub(super) fn award(sentence: &Sentence, alone: bool) -> Option<Condition> {
    let text = sentence.text;
    if !has_figure(text) {
        return None;
    }
    if alone && let Some(condition) = alone_in_text(&money::in_figures(text)) {
        return Some(condition);
    }
    if !mentions(text, GRANT)
        || !money::is_named(text)
        || is_per_unit(text)
        || is_something_else(text)
    {
        return None;
    }
    let text = &money::in_figures(text);
    let amounts = money::count(text);
    if let Some(found) = RANGE.as_ref()?.captures(text) {
        let (low, high) = money::two(&found, text)?;
        let certain = amounts <= 2 && is_said_of_all(text, &found)?;
        return if certain { between(Some(low), Some(high)) } else { None };
    }
    if amounts != 1 {
        return None;
    }
    if let Some(found) = FIXED.as_ref()?.captures(text) {
        let amount = money::one(&found, 1, text)?;
        let certain = is_said_of_all(text, &found)?;
        return if certain { between(Some(amount), Some(amount)) } else { None };
    }
    for (pattern, most) in [(&AT_MOST, true), (&MAXIMUM, true), (&MINIMUM, false)] {
        if let Some(found) = pattern.as_ref()?.captures(text) {
            let amount = money::one(&found, 1, text)
                .filter(|_| is_said_of_all(text, &found) == Some(true))?;
            return if most { between(None, Some(amount)) } else { between(Some(amount), None) };
        }
    }
    None
}

/// The size that the field of amounts states, when it states nothing else.
fn alone_in_text(text: &str) -> Option<Condition> {
    let harmless = |rest: &str| HARMLESS.as_ref().is_some_and(|r| r.is_match(rest));
    if let Some(found) = ALONE.as_ref()?.captures(text) {
        let (low, high) = money::two(&found, text)?;
        let rest = found.name("rest")?.as_str();
        return if is_plain(rest) && harmless(rest) {
            between(Some(low), Some(high))
        } else {
            None
        };
    }
    for pattern in [&ALONE_AT_MOST, &ALONE_THEN_MOST] {
        if let Some(found) = pattern.as_ref()?.captures(text) {
            let amount = money::one(&found, 1, text)?;
            let rest = found.name("rest")?.as_str();
            return if is_plain(rest) && harmless(rest) {
                between(None, Some(amount))
            } else {
                None
            };
        }
    }
    None
}

/// Whether the words after an amount do not make it a rule of thumb, or one for a year.
fn is_plain(rest: &str) -> bool {
    let near = rest.split(['.', '(']).next().unwrap_or_default();
    let near =
        if near.trim().is_empty() { rest.split(')').next_back().unwrap_or(near) } else { near };
    ELSE.as_ref().is_some_and(|other| !other.is_match(near)) && !is_per_unit(near)
}
