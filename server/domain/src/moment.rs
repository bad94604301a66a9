//! Hours and time zones as people write them beside a day.
//!
//! What is certain is understood. Letters that stand for several zones (BST, CST, IST) and words
//! that name two of them leave the zone unknown; “midnight” and “end of the day” leave the hour
//! unknown, which keeps a call open for the whole day.

use std::sync::LazyLock;

use chrono::{NaiveTime, Offset, TimeZone, Timelike};
use regex::{Captures, Regex};

/// An hour beside a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour {
    /// The hour and minute; `None` where the words say that the whole day counts.
    pub at: Option<NaiveTime>,
    /// The IANA name of the zone, where one is named.
    pub zone: Option<&'static str>,
}

const UNITS: &str = r"(?:Uhr|h|годин\p{L}*|год\.|час\p{L}*|гадзін\p{L}*)";

/// An hour: `17:00`, `5 pm`, `17 Uhr`, `24:00`, noon, or words for the whole day.
static HOUR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)(?:\b(?P<h1>[0-9]{{1,2}}):(?P<m1>[0-9]{{2}})(?::[0-9]{{2}}(?:[.,][0-9]{{1,9}})?)?(?:\s*(?P<p1>[ap]\.?\s?m)\b\.?)?(?:\s*{UNITS}\b)?|\b(?P<h4>[0-9]{{1,2}})\.(?P<m4>[0-9]{{2}})\s*(?:(?P<p4>[ap]\.?\s?m)\b\.?|{UNITS}\b)|\b(?P<h2>[0-9]{{1,2}})\s*(?P<p2>[ap]\.?\s?m)\b\.?|\b(?P<h3>[0-9]{{1,2}})\s*{UNITS}(?:\s*(?P<m3>[0-9]{{2}})\b)?|(?P<noon>\b(?:noon|midday|mittags?|опівдні|полудень|полдень|поўдзень)\b)|(?P<whole>\bmidnight\b|\bend of (?:the )?(?:business )?day\b|\bEOD\b|\bclose of business\b|\bCOB\b|\bEnde des Tages\b|\bTagesende\b|\bMitternacht\b|(?:кінц[яю]|кінець|конца|конец|канца|канец) (?:робочого |рабочего |рабочага )?дня|опівн[оі]ч\p{{L}}*|полноч\p{{L}}*|полуноч\p{{L}}*|поўнач\p{{L}}*))"
    ))
    .ok()
});

/// A distance from universal time: `UTC+3`, `GMT -05:00`.
static OFFSET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:UTC|GMT)\s*(?P<sign>[+−–-])\s*(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?\b",
    )
    .ok()
});

/// Zones by whole words, and by beginnings of words. `CET` and the like are often written in summer
/// as well: the zone is that of the clock on the wall.
const WORDS: [(&str, &str); 34] = [
    ("utc", "UTC"),
    ("gmt", "UTC"),
    ("zulu", "UTC"),
    ("cet", "CET"),
    ("cest", "CET"),
    ("mez", "CET"),
    ("mesz", "CET"),
    ("eet", "EET"),
    ("eest", "EET"),
    ("oez", "EET"),
    ("wet", "WET"),
    ("west", "WET"),
    ("msk", "Europe/Moscow"),
    ("мск", "Europe/Moscow"),
    ("aoe", "Etc/GMT+12"),
    ("et", "America/New_York"),
    ("est", "America/New_York"),
    ("edt", "America/New_York"),
    ("eastern", "America/New_York"),
    ("cdt", "America/Chicago"),
    ("mdt", "America/Denver"),
    ("mst", "America/Denver"),
    ("pt", "America/Los_Angeles"),
    ("pst", "America/Los_Angeles"),
    ("pdt", "America/Los_Angeles"),
    ("pacific", "America/Los_Angeles"),
    ("hst", "Pacific/Honolulu"),
    ("akst", "America/Anchorage"),
    ("akdt", "America/Anchorage"),
    ("jst", "Asia/Tokyo"),
    ("rome", "Europe/Rome"),
    ("riga", "Europe/Riga"),
    ("bern", "Europe/Zurich"),
    ("oslo", "Europe/Oslo"),
];

const BEGINNINGS: [(&[&str], &str); 34] = [
    (&["brussel", "brüssel", "bruxell", "брюссел", "брусел"], "Europe/Brussels"),
    (
        &[
            "kyiv",
            "kiev",
            "kiew",
            "київ",
            "києв",
            "киев",
            "кіеў",
            "кіеў",
            "кіев",
            "ukrain",
            "україн",
            "украин",
            "украін",
        ],
        "Europe/Kyiv",
    ),
    (
        &["berlin", "берлин", "берлін", "берлін", "german", "deutsch", "німец", "немецк", "нямецк"],
        "Europe/Berlin",
    ),
    (&["vilni", "вильнюс", "вільнюс", "lithuan", "литовск"], "Europe/Vilnius"),
    (&["warsaw", "warsza", "warschau", "варшав", "польськ", "польск", "polish"], "Europe/Warsaw"),
    (&["tbilis", "тбилис", "тбіліс", "georgian", "грузин"], "Asia/Tbilisi"),
    (&["yerevan", "jerewan", "ереван", "єреван", "ерэван", "armenian", "армянск"], "Asia/Yerevan"),
    (&["minsk", "минск", "мінськ", "мінск", "менск", "belarusian"], "Europe/Minsk"),
    (&["moscow", "moskau", "москв", "московск", "московськ", "маскоў"], "Europe/Moscow"),
    (&["prague", "prag", "праг", "праж", "празьк"], "Europe/Prague"),
    (&["london", "лондон", "лонданск"], "Europe/London"),
    (&["paris", "париж", "парыж"], "Europe/Paris"),
    (&["vienna", "wien", "віден", "венск"], "Europe/Vienna"),
    (&["talli", "таллин", "таллін", "estonian"], "Europe/Tallinn"),
    (&["chisinau", "chișinău", "кишин", "кишин", "moldov", "молдов"], "Europe/Chisinau"),
    (&["bucharest", "bukarest", "бухарест"], "Europe/Bucharest"),
    (&["sofia", "софі", "софи"], "Europe/Sofia"),
    (&["budapest", "будапешт"], "Europe/Budapest"),
    (&["belgrade", "belgrad", "белград", "бєлград"], "Europe/Belgrade"),
    (&["athens", "athen", "афин", "афін"], "Europe/Athens"),
    (&["istanbul", "стамбул", "turkish", "türkisch", "турецк"], "Europe/Istanbul"),
    (&["helsinki", "хельсинк", "гельсінк", "finnish"], "Europe/Helsinki"),
    (&["stockholm", "стокгольм", "swedish", "schwedisch"], "Europe/Stockholm"),
    (&["copenhagen", "kopenhagen", "копенгаг", "danish"], "Europe/Copenhagen"),
    (&["amsterdam", "амстердам", "hague", "dutch"], "Europe/Amsterdam"),
    (
        &["geneva", "genf", "zurich", "zürich", "swiss", "женев", "цюрих", "цюріх", "швейцар"],
        "Europe/Zurich",
    ),
    (&["madrid", "мадрид"], "Europe/Madrid"),
    (&["lisbon", "lissabon", "лиссабон", "лісабон"], "Europe/Lisbon"),
    (&["dublin", "дублин", "дублін", "irish"], "Europe/Dublin"),
    (&["almaty", "astana", "алмат", "астан"], "Asia/Almaty"),
    (&["baku", "баку"], "Asia/Baku"),
    (&["washington", "вашингтон"], "America/New_York"),
    (&["honolulu", "hawaii"], "Pacific/Honolulu"),
    (&["jerusalem", "israel", "єрусалим", "иерусалим"], "Asia/Jerusalem"),
];

/// Zones of two words.
const PHRASES: [(&str, &str); 8] = [
    ("anywhere on earth", "Etc/GMT+12"),
    ("new york", "America/New_York"),
    ("los angeles", "America/Los_Angeles"),
    ("нью-йорк", "America/New_York"),
    ("central european", "CET"),
    ("mitteleuropäische", "CET"),
    ("eastern european", "EET"),
    ("central time", "America/Chicago"),
];

/// Zones at whole hours from universal time, from `UTC-12` to `UTC+14`; their names have the sign
/// the other way round.
const WHOLE: [&str; 27] = [
    "Etc/GMT+12",
    "Etc/GMT+11",
    "Etc/GMT+10",
    "Etc/GMT+9",
    "Etc/GMT+8",
    "Etc/GMT+7",
    "Etc/GMT+6",
    "Etc/GMT+5",
    "Etc/GMT+4",
    "Etc/GMT+3",
    "Etc/GMT+2",
    "Etc/GMT+1",
    "UTC",
    "Etc/GMT-1",
    "Etc/GMT-2",
    "Etc/GMT-3",
    "Etc/GMT-4",
    "Etc/GMT-5",
    "Etc/GMT-6",
    "Etc/GMT-7",
    "Etc/GMT-8",
    "Etc/GMT-9",
    "Etc/GMT-10",
    "Etc/GMT-11",
    "Etc/GMT-12",
    "Etc/GMT-13",
    "Etc/GMT-14",
];

/// The zone at a distance from universal time.
fn at_offset(found: &Captures<'_>) -> Option<&'static str> {
    let number = |name: &str| found.name(name).map_or(Some(0), |part| part.as_str().parse().ok());
    let (hours, minutes): (i32, i32) = (number("hours")?, number("minutes")?);
    let east = &found["sign"] == "+";
    match (east, hours, minutes) {
        (_, _, 0) => {
            let hours = if east { hours } else { -hours };
            WHOLE.get(usize::try_from(hours + 12).ok()?).copied()
        }
        (true, 3, 30) => Some("Asia/Tehran"),
        (true, 4, 30) => Some("Asia/Kabul"),
        (true, 5, 30) => Some("Asia/Kolkata"),
        (true, 5, 45) => Some("Asia/Kathmandu"),
        _ => None,
    }
}

/// The one zone that words name beyond doubt.
#[must_use]
pub fn zone_named(words: &str) -> Option<&'static str> {
    let mut found: Vec<Option<&'static str>> = Vec::new();
    let mut rest = words.to_owned();
    if let Some(offset) = OFFSET.as_ref() {
        found.extend(offset.captures_iter(words).map(|offset| at_offset(&offset)));
        rest = offset.replace_all(words, " ").into_owned();
    }
    let named = |word: &str| word.parse::<chrono_tz::Tz>().ok().map(chrono_tz::Tz::name);
    for word in rest.split(|c: char| !(c.is_alphanumeric() || matches!(c, '/' | '_'))) {
        found.extend(Some(named(word)).filter(|zone| word.contains('/') && zone.is_some()));
    }
    let mut lower = rest.to_lowercase();
    for (phrase, zone) in PHRASES {
        if lower.contains(phrase) {
            found.push(Some(zone));
            lower = lower.replace(phrase, " ");
        }
    }
    for word in lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let whole = WORDS.iter().find(|(known, _)| *known == word).map(|(_, zone)| *zone);
        let begun = BEGINNINGS
            .iter()
            .find(|(known, _)| known.iter().any(|known| word.starts_with(known)))
            .map(|(_, zone)| *zone);
        found.extend(whole.or(begun).map(Some));
    }
    let found: Vec<&'static str> = found.into_iter().collect::<Option<_>>()?;
    // `Brussels time (CET)`: the city says more, where both clocks show the same.
    let of_many = |zone: &&str| matches!(*zone, "CET" | "EET" | "WET");
    let first = *found.iter().find(|zone| !of_many(zone)).or_else(|| found.first())?;
    let same = |zone: &str| zone == first || (of_many(&zone) && winter(zone) == winter(first));
    found.iter().all(|zone| same(zone)).then_some(first)
}

/// How far a zone is from universal time in winter, in seconds.
fn winter(zone: &str) -> Option<i32> {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 15)?;
    let zone: chrono_tz::Tz = zone.parse().ok()?;
    Some(zone.offset_from_utc_date(&day).fix().local_minus_utc())
}

/// An hour, or none where the whole day counts.
struct At(Option<NaiveTime>);

/// The hour that a pattern found; `None` for one that does not exist.
fn read(found: &Captures<'_>) -> Option<At> {
    let number = |name: &str| found.name(name).and_then(|part| part.as_str().parse::<u32>().ok());
    let exact = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).map(|at| At(Some(at)));
    if found.name("whole").is_some() {
        return Some(At(None));
    }
    if found.name("noon").is_some() {
        return exact(12, 0);
    }
    let hour = ["h1", "h2", "h3", "h4"].into_iter().find_map(number)?;
    let minute = ["m1", "m3", "m4"].into_iter().find_map(number).unwrap_or(0);
    let half = ["p1", "p2", "p4"].into_iter().find_map(|name| found.name(name));
    let half = half.and_then(|half| half.as_str().chars().next()).map(|c| c.to_ascii_lowercase());
    match half {
        // The day is known, the hour is not: so machines write it.
        None if (hour, minute) == (0, 0) => Some(At(None)),
        // The minute before is the last one of the day.
        None if (hour, minute) == (24, 0) => exact(23, 59),
        None => exact(hour, minute),
        Some(_) if !(1..=12).contains(&hour) => None,
        // Midnight in another writing.
        Some('a') if (hour, minute) == (12, 0) => Some(At(None)),
        Some('p') => exact(hour % 12 + 12, minute),
        Some(_) => exact(hour % 12, minute),
    }
}

/// What is said of the hour beside a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing but perhaps a zone.
    Nothing(Option<&'static str>),
    /// This hour.
    Hour(Hour),
    /// Several that differ: of two zones, or of different things.
    Several,
}

/// What a piece of text beside a day says of the hour; `None` where it names one that does not exist.
/// `12:00 noon` is one hour.
#[must_use]
pub fn hour_in(text: &str) -> Option<Told> {
    // `UTC+03:00` is no hour.
    let bare = OFFSET.as_ref()?.replace_all(text, " ");
    let hours = HOUR.as_ref()?.captures_iter(&bare).map(|found| read(&found).map(|At(at)| at));
    let found: Vec<Option<NaiveTime>> = hours.collect::<Option<_>>()?;
    let zone = zone_named(text);
    let at = match found.as_slice() {
        [] => return Some(Told::Nothing(zone)),
        [at] => *at,
        [one, other] if one == other => *one,
        // `23:59 (end of the day)`; `12:00 midnight` is not noon.
        [Some(at), None] => Some(*at).filter(|at| at.hour() == 23),
        _ => return Some(Told::Several),
    };
    Some(Told::Hour(Hour { at, zone }))
}

/// A text without hours and distances from universal time.
#[must_use]
pub fn without_hours(text: &str) -> String {
    [&OFFSET, &HOUR]
        .into_iter()
        .filter_map(|pattern| pattern.as_ref())
        .fold(text.to_owned(), |text, pattern| pattern.replace_all(&text, " ").into_owned())
}

#[cfg(test)]
mod tests {
    use super::{
        BEGINNINGS, HOUR, Hour, OFFSET, PHRASES, Told, WHOLE, WORDS, hour_in, without_hours,
        zone_named,
    };
    use chrono::NaiveTime;

    fn shown(text: &str) -> String {
        match hour_in(text) {
            None => "wrong".to_owned(),
            Some(Told::Several) => "several".to_owned(),
            Some(Told::Nothing(zone)) => format!("- {}", zone.unwrap_or("-")),
            Some(Told::Hour(Hour { at, zone })) => format!(
                "{} {}",
                at.map_or_else(|| "day".to_owned(), |at: NaiveTime| at.format("%H:%M").to_string()),
                zone.unwrap_or("-")
            ),
        }
    }

    #[test]
    fn patterns_compile_and_zones_exist() {
        assert!(HOUR.is_some() && OFFSET.is_some());
        let zones = WORDS.iter().chain(&PHRASES).map(|(_, zone)| *zone);
        for zone in zones.chain(BEGINNINGS.iter().map(|(_, zone)| *zone)).chain(WHOLE) {
            assert!(zone.parse::<chrono_tz::Tz>().is_ok(), "{zone}");
        }
    }

    #[test]
    fn hours_and_zones_of_five_languages() {
        for (text, wanted) in [
            (", 23:59 (за Києвом)", "23:59 Europe/Kyiv"),
            (" о 18:00 за київським часом", "18:00 Europe/Kyiv"),
            ("at 5:00 pm (Brussels time)", "17:00 Europe/Brussels"),
            ("5 p.m. Brussels local time", "17:00 Europe/Brussels"),
            ("17:00 CET", "17:00 CET"),
            ("17:00 CEST", "17:00 CET"),
            ("23:59 AoE", "23:59 Etc/GMT+12"),
            ("23:59 (Anywhere on Earth)", "23:59 Etc/GMT+12"),
            ("12:00 noon (Kyiv time)", "12:00 Europe/Kyiv"),
            ("noon GMT", "12:00 UTC"),
            ("17 Uhr (MEZ)", "17:00 CET"),
            ("17.30 Uhr", "17:30 -"),
            ("um 17:00 Uhr Berliner Zeit", "17:00 Europe/Berlin"),
            ("в 18 часов по московскому времени", "18:00 Europe/Moscow"),
            ("18:00 (МСК)", "18:00 Europe/Moscow"),
            ("до 18:00 по Тбилиси", "18:00 Asia/Tbilisi"),
            ("18:00 па Менску", "18:00 Europe/Minsk"),
            ("а 18 гадзіне", "18:00 -"),
            ("23:59:59", "23:59 -"),
            ("23:59:59.999", "23:59 -"),
            ("24:00", "23:59 -"),
            ("00:00", "day -"),
            ("12:00 am UTC", "day UTC"),
            ("midnight Eastern Time", "day America/New_York"),
            ("12:00 midnight", "day -"),
            ("end of day", "day -"),
            ("кінець дня", "day -"),
            ("до кінця дня за Києвом", "day Europe/Kyiv"),
            ("23:59 (end of the day)", "23:59 -"),
            ("17:00 UTC+3", "17:00 Etc/GMT-3"),
            ("17:00 (GMT−05:00)", "17:00 Etc/GMT+5"),
            ("17:00 UTC+05:30", "17:00 Asia/Kolkata"),
            ("17:00 Europe/Vilnius", "17:00 Europe/Vilnius"),
            ("17:00 BST", "17:00 -"),
            ("17:00 Brussels time, CET", "17:00 Europe/Brussels"),
            ("17:00 CET (London)", "17:00 -"),
            ("17:00 Brussels, 18:00 Kyiv", "several"),
            ("(Kyiv time)", "- Europe/Kyiv"),
            ("", "- -"),
            ("25:00", "wrong"),
            ("13:00 pm", "wrong"),
        ] {
            assert_eq!(shown(text), wanted, "{text}");
        }
        assert_eq!(zone_named("Rome, not by brigades in Prometheus"), Some("Europe/Rome"));
        let left = without_hours("at 17:00 UTC+3, or 5 pm on 3");
        assert_eq!(left.split_whitespace().collect::<Vec<_>>(), ["at", ",", "or", "on", "3"]);
    }
}
