//! Days and closings in words.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, NaiveTime};
use domain::{Closing, Deadline, DeadlineKind, month_of};

use super::{HEDGES, Pattern, fits, part, pattern};

static ISO: Pattern = LazyLock::new(|| pattern(r"^(\d{4})-(\d{2})-(\d{2})(?P<rest>.*)$"));
static DOTTED: Pattern =
    LazyLock::new(|| pattern(r"^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?P<rest>.*)$"));
static SLASHED: Pattern = LazyLock::new(|| pattern(r"^(\d{1,2})/(\d{1,2})/(\d{4})(?P<rest>.*)$"));
static DAY_MONTH: Pattern = LazyLock::new(|| {
    pattern(r"^(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(\p{L}{3,})\.?,?\s+(\d{4})(?P<rest>.*)$")
});
static MONTH_DAY: Pattern = LazyLock::new(|| {
    pattern(r"^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?P<rest>.*)$")
});
/// Words before a day that make it the last one. “Before” is not among them: the day itself may or
/// may not count.
static LAST_DAY: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:final |application |submission )?deadline(?: is)?:?|until|till|by|no later than|closes(?: on)?:?|до|не пізніше|не позднее|дедлайн:?|bis(?: zum)?|spätestens(?: am)?|einsendeschluss:?)\s+(?P<rest>.*)$",
    )
});
/// What may follow a day: nothing but the word “year”, or an hour with a zone, and words.
static NOTHING: Pattern = LazyLock::new(|| pattern(r"(?i)^\s*(?:року|р\.|года|г\.)?[\s.]*$"));
static HOUR: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)^[\s,(]*(?:at |um |о |об |в |до )?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::00)?\s*(?P<half>[ap]\.?m\.?)?(?P<rest>\D{0,40})$",
    )
});
static HEDGED: Pattern =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{HEDGES}|extend|прод[оа]в)")));
static ROLLING: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:none \()?(?:rolling|ongoing|open (?:applications?|year[- ]round|all year)|continuous(?:ly)?|at any time|any time|year[- ]round|no (?:fixed )?deadlines?|monthly(?: deadlines)?|постійно|безстроково|на постійній основі|цілий рік|протягом року|без (?:дедлайну|дедлайна)|постоянно|бессрочно|на постоянной основе|круглый год|в течение года|пастаянна|laufend|fortlaufend|jederzeit|ganzjährig|keine frist)(?:\s+(?:basis|deadlines?|applications?))?(?:$|[\s(.–—-])",
    )
});
static RECURRING: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:by the |до )?\d{1,2}(?:st|nd|rd|th|-го)? (?:day )?(?:of )?(?:each|every|кожного|каждого|jedes) (?:month|місяця|месяца|monats)",
    )
});
static YEAR: Pattern = LazyLock::new(|| pattern(r"\b(?:19|20)\d{2}\b"));

#[cfg(test)]
pub(super) fn patterns() -> [&'static Pattern; 12] {
    [
        &ISO, &DOTTED, &SLASHED, &DAY_MONTH, &MONTH_DAY, &LAST_DAY, &NOTHING, &HOUR, &HEDGED,
        &ROLLING, &RECURRING, &YEAR,
    ]
}

/// A day of a time in which calls live: a year such as 0206 is a slip.
fn sensible(year: &str, month: u32, day: &str) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?)?;
    (1900..=2200).contains(&day.year()).then_some(day)
}

/// The day a text begins with, and what follows it.
fn leading_day(text: &str) -> Option<(NaiveDate, &str)> {
    let number = |text: &str| text.parse::<u32>().ok();
    if let Some(found) = ISO.as_ref()?.captures(text) {
        return Some((sensible(&found[1], number(&found[2])?, &found[3])?, part(&found, "rest")));
    }
    if let Some(found) = DOTTED.as_ref()?.captures(text) {
        return Some((sensible(&found[3], number(&found[2])?, &found[1])?, part(&found, "rest")));
    }
    if let Some(found) = SLASHED.as_ref()?.captures(text) {
        // Day first or month first: certain only when one of them cannot be a month.
        let (a, b) = (number(&found[1])?, number(&found[2])?);
        let day = match (a > 12, b > 12) {
            (true, false) => sensible(&found[3], b, &found[1])?,
            (false, true) => sensible(&found[3], a, &found[2])?,
            _ if a == b => sensible(&found[3], a, &found[2])?,
            _ => return None,
        };
        return Some((day, part(&found, "rest")));
    }
    if let Some(found) = DAY_MONTH.as_ref()?.captures(text) {
        return Some((sensible(&found[3], month_of(&found[2])?, &found[1])?, part(&found, "rest")));
    }
    let found = MONTH_DAY.as_ref()?.captures(text)?;
    Some((sensible(&found[3], month_of(&found[1])?, &found[2])?, part(&found, "rest")))
}

/// The hour after a day; `None` when what stands there is none, or more than that.
fn hour(found: &regex::Captures<'_>) -> Option<NaiveTime> {
    let hour: u32 = part(found, "hour").parse().ok()?;
    let hour = match part(found, "half").chars().next().map(|c| c.to_ascii_lowercase()) {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some('p') => hour % 12 + 12,
        Some(_) => hour % 12,
    };
    NaiveTime::from_hms_opt(hour, part(found, "minute").parse().ok()?, 0)
}

/// A zone that is named beyond doubt. Letters such as BST or CST stand for several, and CET is often
/// written in summer as well.
fn zone(words: &str) -> Option<&'static str> {
    let words = words.to_lowercase();
    let named = [
        ("utc", "UTC"),
        ("brussels", "Europe/Brussels"),
        ("kyiv", "Europe/Kyiv"),
        ("київськ", "Europe/Kyiv"),
        ("за києвом", "Europe/Kyiv"),
        ("berlin", "Europe/Berlin"),
        ("vilnius", "Europe/Vilnius"),
        ("warsaw", "Europe/Warsaw"),
        ("tbilisi", "Asia/Tbilisi"),
    ];
    let mut found = named.iter().filter(|(word, _)| words.contains(word));
    match (found.next(), found.next()) {
        (Some((_, zone)), None) if !words.contains("utc+") && !words.contains("utc-") => Some(zone),
        _ => None,
    }
}

/// Understands texts such as `15 March 2026`, `31.12.2026`, `29th of each month` or `Rolling`.
#[must_use]
pub fn closing(text: &str) -> Closing {
    let text = text.trim();
    if fits(&RECURRING, text) || (fits(&ROLLING, text) && !fits(&YEAR, text)) {
        return Closing::Rolling;
    }
    let text = LAST_DAY
        .as_ref()
        .and_then(|pattern| pattern.captures(text))
        .map_or(text, |found| part(&found, "rest"));
    let Some((on, rest)) = leading_day(text) else { return Closing::Unknown };
    let deadline = Deadline { on, at: None, zone: None, kind: DeadlineKind::Final, note: None };
    if fits(&NOTHING, rest) {
        return Closing::Dated(vec![deadline]);
    }
    // Further dates or words may change what the first one means.
    let Some(found) = HOUR.as_ref().and_then(|pattern| pattern.captures(rest)) else {
        return Closing::Unknown;
    };
    let words = part(&found, "rest");
    let Some(at) = hour(&found).filter(|_| !fits(&HEDGED, words)) else { return Closing::Unknown };
    Closing::Dated(vec![Deadline {
        at: Some(at),
        zone: zone(words).map(str::to_owned),
        ..deadline
    }])
}

/// The day at the start of a machine-written moment, such as `2024-08-01T12:00:00-00:00`.
#[must_use]
pub fn day_of_moment(text: &str) -> Option<NaiveDate> {
    let (day, rest) = text.trim().split_at_checked(10)?;
    let (found, _) = leading_day(day).filter(|_| day.as_bytes().get(4) == Some(&b'-'))?;
    (rest.is_empty() || rest.starts_with(['T', ' '])).then_some(found)
}

/// A day in any of these ways, and nothing else.
#[must_use]
pub fn day(text: &str) -> Option<NaiveDate> {
    day_of_moment(text).or_else(|| match closing(text) {
        Closing::Dated(dates) => dates.first().map(|date| date.on),
        Closing::Rolling | Closing::Unknown => None,
    })
}
