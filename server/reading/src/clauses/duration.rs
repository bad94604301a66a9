//! The length of a project.

use std::sync::LazyLock;

use domain::{Condition, MonthRange};
use regex::{Captures, Regex};

use super::{
    has_figure, mentions,
    numbers::{COUNT, MONTHS, YEARS, count, months, number},
    regex,
    sentence::Sentence,
};

/// Words that soften a figure, or make it the length of something else.
static SOFT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)expected|estimated|estimates|e\.g\.|\bage\b|\bold\b|indicative|standard|typical|usual|approximat|about|around|average|normally|justified|exception|except|unless|extension|extend|additional|further|subsequent|first|previous|the last |after|before|within|prior|report|evaluation|loan|employ|retain|archive|maintain|experience|renew|fiscal|voraussichtlich|normalerweise|meistens|Beschäftig|Unterlagen|Belege|aufbewahr|Darlehen|Kredit|Arbeitsverh|\*|<|in der Regel|etwa|ungefähr|Ausnahme|Verlängerung|zusätzlich|weitere|erste|innerhalb|nach |vor |обычно|примерно|около|как правило|исключени|продл|перв|последн|после|до начала|отч[её]т|зазвичай|приблизно|близько|як правило|винят|продовж|перш|останн|після|звіт|звычайна|прыкладна|выключэнн|справаздач",
    )
});

/// What a duration belongs to, close before it.
static ABOUT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)(?:projects?|duration|grants?|fellowships?|implementation period|grant period|grant term|funding period|project period|performance period|period of performance|Projekte?|Laufzeit|Förderdauer|Förderzeitraum|Dauer|проект\p{L}*|длительност\p{L}*|продолжительност\p{L}*|срок\p{L}* реализации|проєкт\p{L}*|триваліст\p{L}*|строк\p{L}* реалізації|праект\p{L}*|працягласц\p{L}*)[^.;,:0-9]{0,45}:?\s*$",
    )
});

/// The longest project anyone funds, in months.
const LONGEST: u16 = 120;

static BETWEEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?P<low>[0-9]{{1,2}})\s*(?:-|–|—|to|and|bis|und|до|по|и|та|і|да)\s*(?P<high>[0-9]{{1,2}})\s*(?:(?P<months>{MONTHS})|(?P<years>{YEARS}))"
    ))
});

static AT_MOST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:up to|a maximum of|maximum(?: duration)?(?: of| is|:)?|max\.?|no (?:more|longer) than|not exceed(?:ing)?|bis zu|höchstens|maximal|längstens|до|не более|не дольше|максимум|не більше|не довше|не больш за|да)\s*(?P<high>[0-9]{{1,2}})[\s-]*(?:(?P<months>{MONTHS})|(?P<years>{YEARS}))|(?P<high2>[0-9]{{1,2}})\s*(?:(?P<months2>{MONTHS})|(?P<years2>{YEARS}))\s*(?:maximum|max\b|at most)"
    ))
});

static AT_LEAST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:at least|a minimum of|minimum(?: duration)?(?: of| is|:)?|no (?:less|shorter) than|mindestens|не менее|минимум|не менше|щонайменше|мінімум|не менш за)\s*(?P<low>[0-9]{{1,2}})\s*(?:(?P<months>{MONTHS})|(?P<years>{YEARS}))"
    ))
});

static ANY_SPAN: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(&format!(r"(?i)[0-9]+[\s-]*(?:{MONTHS}|{YEARS})")));

/// What must be done within a time: `projects must be completed within 24 months`. One number is
/// the most a project may last.
static COMPLETED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)\b(?:projects?|activities|all work|проєкт\p{{L}}*|проект\p{{L}}*|праект\p{{L}}*|Projekte?)\b[^.;0-9]{{0,40}}?(?:must|shall|are to|should|has to|have to|ma\p{{L}}+ бути|долж\p{{L}}+ быть|павін\p{{L}}+ быць|müssen|muss)\s+(?:be )?(?:fully )?(?:completed|implemented|carried out|finished|реалізован\p{{L}}*|завершен\p{{L}}*|реализован\p{{L}}*|рэалізаван\p{{L}}*|innerhalb von)\s*(?:within|in|протягом|в течение|на працягу|за)?\s+(?:a period of )?(?P<count>{COUNT})[\s-]*(?P<unit>{MONTHS}|{YEARS})"
    ))
});

/// `a grant period of 24 months`, `a two-year grant period`.
static PERIOD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)\b(?:(?:grant|project|funding|award|performance|contract|implementation) (?:period|term|duration)|period of performance|term of the grant|duration of (?:the |each |a )?(?:project|grant|action|award)s?)(?: is| will be| shall be| must be| of|:| –| —| are| lasts?| runs?)+(?: for)?\s+(?P<count>{COUNT})[\s-]*(?P<unit>months?|years?)\b|\b(?P<count2>{COUNT})[\s-](?P<unit2>months?|years?) (?:grant|project|funding|award|contract|performance|implementation) (?:period|term|cycle)"
    ))
});

/// A sentence about a duration that softens it in any case.
static LOOSE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)expected|estimated|estimates|e\.g\.|for example|indicative|typical|usual|approximat|about |around|average|normally|justified|exception|except|unless|exten|renew|additional|further|subsequent|up to|may be|can be|\bor\b|between|previous|prior|minimum|at least|maximum|зазвичай|обычно|приблизно|примерно|продовж|продл|als Ausnahme|in der Regel",
    )
});

/// A duration and nothing else, as a field states it.
static ALONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)^(?P<upto>up to|up до|до|да|bis zu|bis|maximum(?: of)?|max\.?|не більше|не более|не больш за)?\s*(?P<low>[0-9]{{1,2}})\s*(?:(?P<months0>{MONTHS})|(?P<years0>{YEARS}))?\s*(?:(?:-|–|—|to|bis|до|да)\s*(?P<high>[0-9]{{1,2}})\s*)?(?:(?P<months>{MONTHS})|(?P<years>{YEARS}))?(?P<rest>\D{{0,60}}|\s*\([^()]*\).{{0,60}})$"
    ))
});

/// What may follow a lone number.
static ALONE_ENDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^\s*(?:$|[.;,(]|max|at most|implementation|project|grant|максимум|макс|höchstens|maximal|з можлив|с возможн)",
    )
});

fn is_soft(text: &str) -> bool {
    SOFT.as_ref().is_none_or(|soft| soft.is_match(text))
}

/// The length of a project. `alone`: the text is nothing but a duration.
pub(super) fn duration(sentence: &Sentence, alone: bool) -> Option<Condition> {
    let text = sentence.text;
    let range =
        if alone { in_field(text) } else { in_sentence(text).or_else(|| to_complete(text)) };
    let fits = |range: &MonthRange| range.min.max(range.max).is_some_and(|most| most <= LONGEST);
    range.filter(fits).map(|months| Condition::Duration { months })
}

/// What a sentence among others says of the length of projects.
fn in_sentence(text: &str) -> Option<MonthRange> {
    // Two spans in one sentence belong to two things.
    if !has_figure(text) || ANY_SPAN.as_ref()?.find_iter(text).count() != 1 || is_soft(text) {
        return None;
    }
    let factor = |found: &Captures, group: &str| if found.name(group).is_some() { 12 } else { 1 };
    let (at, range) = if let Some(found) = BETWEEN.as_ref()?.captures(text) {
        let factor = factor(&found, "years");
        let low = number::<u16>(&found, "low")? * factor;
        let high = number::<u16>(&found, "high")? * factor;
        (found.get(0)?.start(), MonthRange::new(Some(low), Some(high)))
    } else if let Some(found) = AT_MOST.as_ref()?.captures(text) {
        let high = number::<u16>(&found, "high").or_else(|| number(&found, "high2"))?;
        let high = high * factor(&found, "years").max(factor(&found, "years2"));
        (found.get(0)?.start(), MonthRange::new(None, Some(high)))
    } else if let Some(found) = AT_LEAST.as_ref()?.captures(text) {
        let low = number::<u16>(&found, "low")? * factor(&found, "years");
        (found.get(0)?.start(), MonthRange::new(Some(low), None))
    } else {
        return None;
    };
    ABOUT.as_ref()?.is_match(&text[..at]).then_some(range)?
}

/// The time in which a project must be done, or the length of its grant.
fn to_complete(text: &str) -> Option<MonthRange> {
    const UNITS: &[&str] =
        &["onth", "year", "місяц", "месяц", "Monat", "Jahr", "рок", "год", "лет"];
    if !mentions(text, UNITS) || LOOSE.as_ref()?.is_match(text) {
        return None;
    }
    let most = if let Some(found) = COMPLETED.as_ref()?.captures(text) {
        months(&found, "count", "unit")?
    } else {
        let found = PERIOD.as_ref()?.captures(text)?;
        months(&found, "count", "unit").or_else(|| months(&found, "count2", "unit2"))?
    };
    MonthRange::new(None, Some(most))
}

/// What the field of durations says, when it says nothing else. One number is the most a project
/// may last: that a shorter one is refused would have to be said.
fn in_field(text: &str) -> Option<MonthRange> {
    let found = ALONE.as_ref()?.captures(text.trim())?;
    let rest = found.name("rest").map_or("", |rest| rest.as_str());
    let unit = |months: &str, years: &str| match (found.name(months), found.name(years)) {
        (Some(_), _) => Some(1_u16),
        (_, Some(_)) => Some(12),
        _ => None,
    };
    let (own, last) = (unit("months0", "years0"), unit("months", "years"));
    let low = u16::from(count(found.name("low")?.as_str())?);
    let up_to = found.name("upto").is_some();
    if found.name("high").is_some() {
        let high = number::<u16>(&found, "high")? * last?;
        return MonthRange::new(Some(low * own.or(last)?), Some(high)).filter(|_| !up_to);
    }
    let one = own.xor(last)?;
    let sure = !is_soft(rest) && ALONE_ENDS.as_ref()?.is_match(rest);
    sure.then(|| MonthRange::new(None, Some(low * one)))?
}
