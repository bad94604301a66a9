//! When a call closes, where its texts say so.
//!
//! Only a day with its year counts, and only where it ends the time for applications. A text that
//! names two such days is left alone: one of them may be a stage, or a year that has passed.

use std::sync::LazyLock;

use chrono::NaiveDate;
use domain::{Closing, Condition, Deadline, call::is_stand_in, month_of};
use regex::{Captures, Regex};

use super::{has_figure, mentions, numbers::number, regex, sentence::Sentence};

/// A day in words or figures. Day and month in figures alone count only as `31.12.2026`, or where
/// the year leads.
const DAY: &str = r"(?:(?P<y1>20[0-9]{2})-(?P<m1>[0-9]{2})-(?P<d1>[0-9]{2})|(?P<d2>[0-9]{1,2})\.\s?(?P<m2>[0-9]{1,2})\.\s?(?P<y2>20[0-9]{2})|(?P<d3>[0-9]{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<m3>\p{L}{3,12})\.?,?\s+(?P<y3>20[0-9]{2})|(?P<m4>\p{L}{3,12})\.?\s+(?P<d4>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?P<y4>20[0-9]{2}))";

/// Days of the week and hours that may stand before a day.
const BEFORE_DAY: &str = r"(?:[0-9]{1,2}[:.][0-9]{2}\s*(?:[ap]\.?m\.?)?|[0-9]{1,2}\s*[ap]\.?m\.?|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|close of business|Uhr|\([^()]{1,30}\)|(?-i:[A-Z]{2,4})\b|on|am|um|о|об|в|at|,|the|time|local|Eastern|Pacific|Central|Standard|Kyiv|Київ\p{L}*|Brussels|\s)*";

static CLOSES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:\b(?:applications?|proposals?|concept notes?|submissions?|expressions? of interest|application period|application window|application portal|the call|this call|call for proposals|solicitation|Anträge|Antrag|Bewerbungen|Bewerbungsfrist|заявк\p{{L}}*|конкурс\p{{L}}*|прийом заявок|прием заявок|при[её]м заявок|прыём заявак|заяўк\p{{L}}*)\b[^.;0-9]{{0,60}}?(?:\bdue(?: date)?(?: is| on| by| no later than|:)*|(?:must|should|shall|can|may|will|are to|to) be (?:submitted|received|accepted|sent|postmarked|completed|open)[^.;0-9]{{0,50}}?(?:by|until|through|no later than|not later than|on or before|till|to)|(?:submitted|accepted|received|open)[^.;0-9]{{0,30}}?(?:by|until|through|no later than|till)|(?:is|are)? ?(?:open|accepted) (?:until|through|till)|clos(?:es?|ing)(?: date)?(?: is| on| at|:)*|ends?(?: on| at)?|\bbis(?: zum| spätestens)?|spätestens(?: am| bis zum)?|endet am|(?:приймаються|подаються|триває|прийма\p{{L}}+|принимаются|подаются|прымаюцца|продлится|длится) (?:до|не пізніше|не позднее|да)|до|не пізніше|не позднее|да)|\b(?:application |submission |proposal |final |closing |grant |the )*deadline(?: for (?:applications?|submissions?|proposals?|submitting (?:applications?|proposals?)|applying|(?:the )?(?:submission|receipt) of (?:applications?|proposals?)))?(?: is| will be| on|:| –| —| -)*|\bdue date(?: is|:)*|\b(?:Einsendeschluss|Bewerbungsschluss|Antragsfrist|Bewerbungsfrist|Abgabefrist)(?: ist| endet| am|:)*(?: der)?|\b(?:дедлайн\p{{L}}*|крайній термін|кінцевий термін|крайний срок|срок подачи заявок|останній день|апошні тэрмін|крайні тэрмін)[^.;0-9]{{0,40}}?)\s*{BEFORE_DAY}\s*\b{DAY}"
    ))
});

/// Another kind of deadline, or one that may move.
static ELSE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)report|completed by|expend|invoice|reimburs|questions|pre-?application|letters? of intent|register|webinar|notif|award(?:s|ed)? (?:announce|will)|prior|previous|was |were |extend|tentative|estimated|expected|anticipated|approximat|round|cycle|first stage|second stage|Phase|phase|full proposals?|transposition|early|priority|each year|annually|звіт|отч[её]т|справаздач|продовжен|продл[её]н|орієнтовн|ориентировочн|запитан|вопрос",
    )
});

static ANY_DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let unnamed = Regex::new(r"\?P<[a-z0-9]+>").ok()?.replace_all(DAY, "?:").into_owned();
    regex(&format!("(?i){unnamed}"))
});

/// Applications are taken at any time.
static ROLLING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)(?:applications?|proposals?|requests?|concept notes?|submissions?|Anträge|Bewerbungen|заявк\p{L}*|заяўк\p{L}*)\b[^.;0-9]{0,60}?(?:(?:on|at) an? (?:rolling|ongoing|continuous|continual|open) (?:basis|enrollment)|on a first[- ]come,? first[- ]served? basis throughout|(?:accepted|submitted|reviewed|received|considered|made) (?:continuously|year[- ]round|at any time|throughout the year|any time|all year)|at any time|year[- ]round|jederzeit|laufend|fortlaufend|ganzjährig|постійно|на постійній основі|протягом (?:усього )?року|цілий рік|в будь-який час|у будь-який час|постоянно|на постоянной основе|в течение (?:всего )?года|круглый год|в любое время|пастаянна|на пастаяннай аснове|у любы час)|rolling (?:deadline|applications?|application process|submission)|there (?:is|are) no (?:fixed |set |application )?deadlines?|no (?:fixed|set) deadlines? for (?:applications?|submission)",
    )
});

/// A field that states a closing and nothing else: at any time.
static ROLLING_ALONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:none \()?(?:rolling|ongoing|open (?:applications?|year[- ]round|all year)|continuous(?:ly)?|at any time|any time|year[- ]round|no (?:fixed )?deadlines?|monthly(?: deadlines)?|постійно|безстроково|на постійній основі|цілий рік|протягом року|постоянно|бессрочно|на постоянной основе|круглый год|в течение года|пастаянна|laufend|fortlaufend|jederzeit|ganzjährig|keine frist)(?: basis| deadlines?| applications?)?\)?\s*(?:$|[.(–—-].*$)",
    )
});

static DAY_ALONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)^(?:until |till |by |до |да |bis(?: zum)? )?{DAY}(?: року| г\.| года)?(?:\W*$|\s*\([^()]{{1,40}}\)[^0-9]*.*$)"
    ))
});

static NOT_ROLLING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bnot\b|\bno longer\b|nicht|\bне\b|amend|modif|question|report|payment|withdraw|змін|измен",
    )
});

/// A month in figures or words.
fn month(text: &str) -> Option<u32> {
    text.parse().ok().or_else(|| month_of(text))
}

/// The day of a pattern.
fn day(found: &Captures) -> Option<NaiveDate> {
    (1..=4).find_map(|n| {
        let year: i32 = number(found, &format!("y{n}"))?;
        let month = month(found.name(&format!("m{n}"))?.as_str())?;
        let day = number(found, &format!("d{n}"))?;
        NaiveDate::from_ymd_opt(year, month, day).filter(|day| !is_stand_in(*day))
    })
}

fn on(day: NaiveDate) -> Condition {
    Condition::Deadline { closing: Closing::Dated(vec![Deadline::on(day)]) }
}

/// Letters of words for an application or its end.
const ABOUT: &[&str] = &[
    "pplication",
    "roposal",
    "ubmission",
    "eadline",
    "due",
    "oncept note",
    "olicitation",
    "closes",
    "Call",
    "call ",
    "nträge",
    "ntrag",
    "ewerbung",
    "insendeschluss",
    "аявк",
    "аяўк",
    "аявок",
    "аяв",
    "едлайн",
    "термін",
    "срок",
    "тэрмін",
    "онкурс",
    "equests",
];

/// Letters of words for any time.
const ALWAYS: &[&str] = &[
    "olling",
    "ngoing",
    "ontinu",
    "round",
    "ny time",
    "hroughout",
    "no deadline",
    "no fixed",
    "no set",
    "no application",
    "all year",
    "first-come",
    "first come",
    "open enrollment",
    "ederzeit",
    "aufend",
    "anzjährig",
    "остійн",
    "ротягом",
    "ілий рік",
    "удь-який",
    "остоянн",
    "течение",
    "руглый",
    "любое",
    "астаянн",
    "любы",
];

/// When a call closes. `alone`: the text says nothing else.
pub(super) fn deadline(sentence: &Sentence, alone: bool) -> Option<Condition> {
    let text = sentence.text;
    let rolling = Condition::Deadline { closing: Closing::Rolling };
    if alone {
        let days = ANY_DAY.as_ref()?.find_iter(text).count();
        if days == 0 && ROLLING_ALONE.as_ref()?.is_match(text) {
            return Some(rolling);
        }
        if days != 1 {
            return None;
        }
        return DAY_ALONE.as_ref()?.captures(text).and_then(|found| day(&found)).map(on);
    }
    if !mentions(text, ABOUT) {
        return None;
    }
    if has_figure(text)
        && text.contains("20")
        && ANY_DAY.as_ref()?.find_iter(text).count() == 1
        && !ELSE.as_ref()?.is_match(text)
        && let Some(found) = CLOSES.as_ref()?.captures(text)
    {
        return day(&found).map(on);
    }
    if !mentions(text, ALWAYS) {
        return None;
    }
    let open = ROLLING.as_ref()?.is_match(text) && !NOT_ROLLING.as_ref()?.is_match(text);
    open.then_some(rolling)
}
