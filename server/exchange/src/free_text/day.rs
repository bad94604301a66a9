//! Days and closings in words.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use domain::{
    Closing, Deadline,
    call::is_stand_in,
    moment::{Told, hour_in, without_hours},
    month_of,
};

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
/// Days of the week before a day.
static WEEKDAY: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:on |am |в |у |ў )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|пн|вт|ср|чт|пт|сб|нд|вс)\b\.?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|понеділ\p{L}+|вівтор\p{L}+|серед[аиу]|четвер\p{L}*|п.ятниц\p{L}|субот\p{L}|неділ\p{L}|понедельник\p{L}?|вторник\p{L}?|сред[ауы]|четверг\p{L}?|пятниц\p{L}|суббот\p{L}|воскресень\p{L}|панядзел\p{L}+|аўтор\p{L}+|серад\p{L}|чацвер\p{L}?|нядзел\p{L}),?\s+(?P<rest>.*)$",
    )
});
/// An hour before a day: `17:00 CET, 15 March 2026`.
static HOUR_FIRST: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)^(?P<hour>(?:at |о |об |в |у |а |um )?\d{1,2}(?::\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\.?|Uhr)?[^\d]{0,40}?)[\s,]+(?:on |am |of )?(?P<rest>\d{1,4}[-./\s].*|\p{L}{3,}\.?\s+\d{1,2}.*)$",
    )
});
/// The word “year” after a day.
static YEAR_WORD: Pattern = LazyLock::new(|| {
    pattern(r"(?i)^\s*(?:рок[уаі]?\b|рік\b|года\b|году\b|год\b|р\.|г\.)(?P<rest>.*)$")
});
/// The moment of a machine after its day. Midnight and noon UTC stand for “the day is known, the
/// hour is not” in some sources, so that only the day is taken.
static MACHINE: Pattern =
    LazyLock::new(|| pattern(r"^T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+−-]\d{2}:?\d{2})?$"));
static HEDGED: Pattern =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{HEDGES}|extend|прод[оа]в)")));
static ROLLING: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:none \()?(?:(?:applications?|proposals?|submissions?|requests?|заявки|anträge)\s+(?:are |is |will be )?(?:accepted |reviewed |considered |welcome |taken |приймаються |принимаются |прымаюцца |werden )?(?:on an? )?)?(?:rolling|ongoing|open (?:applications?|year[- ]round|all year)|continuous(?:ly)?|at any ?time|any ?time|all year|year[- ]round|throughout the year|no (?:fixed )?deadlines?|open[- ]ended|no closing date|monthly(?: deadlines)?|постійно|безстроково|на постійній основі|цілий рік|протягом року|без (?:дедлайну|дедлайна)|постоянно|бессрочно|на постоянной основе|круглый год|в течение года|пастаянна|laufend|fortlaufend|jederzeit|ganzjährig|keine frist)(?:\s+(?:basis|deadlines?|applications?))?(?:$|[\s(.–—-])",
    )
});
static RECURRING: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:by the |до )?\d{1,2}(?:st|nd|rd|th|-го)? (?:day )?(?:of )?(?:each|every|кожного|каждого|jedes) (?:month|місяця|месяца|monats)",
    )
});
static YEAR: Pattern = LazyLock::new(|| pattern(r"\b(?:19|20)\d{2}\b"));

#[cfg(test)]
pub(super) fn patterns() -> [&'static Pattern; 14] {
    [
        &ISO,
        &DOTTED,
        &SLASHED,
        &DAY_MONTH,
        &MONTH_DAY,
        &LAST_DAY,
        &WEEKDAY,
        &HOUR_FIRST,
        &YEAR_WORD,
        &MACHINE,
        &HEDGED,
        &ROLLING,
        &RECURRING,
        &YEAR,
    ]
}

/// A day of the calendar: a year such as 0206 is a slip.
fn sensible(year: &str, month: u32, day: &str) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?)?;
    // Years that machines write for “never” and “not filled in” are no slips.
    let usual = matches!(day.year(), 1 | 1601 | 1753 | 1899 | 2222 | 2999 | 3000 | 9999);
    ((1900..=2200).contains(&day.year()) || usual).then_some(day)
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

/// A text without what a pattern finds at its beginning.
fn after<'t>(pattern: &Pattern, text: &'t str) -> &'t str {
    let found = pattern.as_ref().and_then(|pattern| pattern.captures(text));
    found.map_or(text, |found| found.name("rest").map_or("", |rest| rest.as_str()))
}

/// Words beside a day that are longer than this say more than the hour.
const WORDS: usize = 60;

/// Understands texts such as `15 March 2026`, `31.12.2026`, `29th of each month` or `Rolling`. A day
/// that stands for none is not one.
#[must_use]
pub fn closing(text: &str) -> Closing {
    let text = text.trim();
    if fits(&RECURRING, text) || (fits(&ROLLING, text) && !fits(&YEAR, text)) {
        return Closing::Rolling;
    }
    let text = after(&WEEKDAY, after(&LAST_DAY, text).trim_start());
    let found = leading_day(text)
        .map(|(on, rest)| (on, after(&YEAR_WORD, rest).to_owned()))
        .or_else(|| after_hour(text));
    found
        .filter(|(on, _)| !is_stand_in(*on))
        .and_then(|(on, rest)| deadline(on, &rest))
        .map_or(Closing::Unknown, |deadline| Closing::Dated(vec![deadline]))
}

/// A day with the hour that stands before it, as if it stood behind.
fn after_hour(text: &str) -> Option<(NaiveDate, String)> {
    let found = HOUR_FIRST.as_ref()?.captures(text)?;
    let (on, rest) = leading_day(after(&WEEKDAY, part(&found, "rest")))?;
    Some((on, format!(" {} {}", part(&found, "hour"), after(&YEAR_WORD, rest))))
}

/// The deadline of a day with what stands after it; `None` where further dates or words may change
/// what the day means.
fn deadline(on: NaiveDate, rest: &str) -> Option<Deadline> {
    let day = Deadline::on(on);
    if rest.chars().all(|c| c.is_whitespace() || c == '.') || fits(&MACHINE, rest) {
        return Some(day);
    }
    let words = without_hours(rest);
    if words.chars().count() > WORDS
        || words.contains(|c: char| c.is_ascii_digit())
        || fits(&HEDGED, &words)
    {
        return None;
    }
    match hour_in(rest)? {
        // A zone alone, in brackets or after a comma; other words may mean anything.
        Told::Nothing(zone) => zone.map(|zone| Deadline { zone: Some(zone.to_owned()), ..day }),
        Told::Hour(hour) => {
            Some(Deadline { at: hour.at, zone: hour.zone.map(str::to_owned), ..day })
        }
        Told::Several => Some(day),
    }
}

/// The day at the start of a machine-written moment, such as `2024-08-01T12:00:00-00:00`.
#[must_use]
pub fn day_of_moment(text: &str) -> Option<NaiveDate> {
    let (day, rest) = text.trim().split_at_checked(10)?;
    let (found, _) = leading_day(day).filter(|_| day.as_bytes().get(4) == Some(&b'-'))?;
    (rest.is_empty() || rest.starts_with(['T', ' '])).then_some(found)
}

/// A day in any of these ways, and nothing else; not one that stands for none.
#[must_use]
pub fn day(text: &str) -> Option<NaiveDate> {
    let moment = day_of_moment(text);
    let day = moment.or_else(|| match closing(text) {
        Closing::Dated(dates) => dates.first().map(|date| date.on),
        Closing::Rolling | Closing::Unknown => None,
    });
    day.filter(|day| !is_stand_in(*day))
}
