//! Amounts, deadlines and durations that sources write as words.
//!
//! What is certain is understood; everything else stays unknown, and the words are kept beside it.
//! In particular nothing is guessed about `1.234` (a thousand or one and a bit?) or `01/02/2026`.

use std::{str::FromStr, sync::LazyLock};

use chrono::{NaiveDate, NaiveTime};
use domain::{AmountRange, Closing, Currency, Deadline, DeadlineKind, Money, MonthRange};
use regex::Regex;

/// What a text says about amounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// The size of one award.
    pub award: Option<AmountRange>,
    /// The total of the call.
    pub total: Option<Money>,
}

/// A pattern of this module; all of them are compiled by a test.
fn pattern(text: &str) -> Option<Regex> {
    Regex::new(text).ok()
}

const CURRENCY: &str = r"(?:€|euros?|EUR|євро|евро|US\$|\$|USD|долар\p{L}*(?: США)?|доллар\p{L}*(?: США)?|£|GBP|фунт\p{L}*(?: стерлінгів| стерлингов)?|грн\.?|UAH|CAD|CHF|SEK|NOK|DKK|PLN|zł|CZK|Kč|GEL|RUB)";
const NUMBER: &str = r"\d{1,3}(?:[ ,.\u{a0}\u{202f}’']\d{3})+|\d+(?:[.,]\d{1,2})?";
const SCALE: &str = r"(?:million|mln|млн|мільйон\p{L}*|миллион\p{L}*|Millionen|Mio\.?|k|тис\.?|тыс\.?|thousand|Tausend)";

/// `[€] 30,000 [thousand] [euro]`, with capture names ending in `n`.
fn amount(n: u8) -> String {
    format!(
        r"(?P<ca{n}>{CURRENCY})?\s*(?P<n{n}>{NUMBER})\s*(?P<s{n}>{SCALE}\b)?\s*(?P<cb{n}>{CURRENCY})?"
    )
}

static RANGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?:between|from|from about|range of|від|от|von|zwischen)?\s*{}\s*(?:-|–|—|to|and|bis|und|до|та|и)\s*{}(?P<rest>.*)$",
        amount(1),
        amount(2)
    ))
});
static UP_TO: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?:up to|up до|maximum(?: of)?|max\.?|no more than|not more than|до|не більше|не более|bis zu|bis|maximal|höchstens)\s*{}(?P<rest>.*)$",
        amount(1)
    ))
});
static SINGLE: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(&format!(r"(?i)^{}(?P<rest>.*)$", amount(1))));
static REST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:$|[(.;,]|per (?:project|grant|year|award)|each|a year|на рік|на проєкт|в год|на проект|pro (?:Projekt|Jahr)|je )",
    )
});
static TOTAL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(r"(?i)^\s*(?:in total|total|overall|загалом|всього|всего|insgesamt)\b")
});

fn currency_of(words: &str, whole: &str) -> Option<Currency> {
    let lower = words.to_lowercase();
    let code = match lower.as_str() {
        "€" | "euro" | "euros" | "євро" | "евро" => "EUR",
        // Other dollars are named beside the sign.
        "$" if ["cad", "aud", "nzd", "hkd"]
            .iter()
            .any(|other| whole.to_lowercase().contains(other)) =>
        {
            return None;
        }
        "$" | "us$" => "USD",
        "£" => "GBP",
        "zł" => "PLN",
        "kč" => "CZK",
        _ if lower.starts_with("долар") || lower.starts_with("доллар") => "USD",
        _ if lower.starts_with("фунт") => "GBP",
        _ if lower.starts_with("грн") => "UAH",
        _ => return Currency::from_str(words).ok(),
    };
    Currency::from_str(code).ok()
}

/// A number with its scale, in minor units; `None` where separators leave a doubt.
fn minor(number: &str, scale: &str, currency: Currency) -> Option<i64> {
    let separators: Vec<(usize, char)> =
        number.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let groups: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).collect();
    let last = groups.last().copied().unwrap_or_default();
    let decimal = match (separators.as_slice(), last.len()) {
        ([], _) => number.to_owned(),
        ([_], 1 | 2) => groups.join("."),
        // One group of three digits: spaces only group, and round thousands are no decimals.
        ([(_, sign)], 3)
            if sign.is_whitespace() || *sign == '\'' || *sign == '’' || last == "000" =>
        {
            groups.concat()
        }
        ([(_, first), more @ ..], 3)
            if !more.is_empty() && more.iter().all(|(_, c)| c == first) =>
        {
            groups.concat()
        }
        _ => return None,
    };
    let zeros = match scale.to_lowercase().as_str() {
        "" => 0,
        "k" | "thousand" | "tausend" => 3,
        other if other.starts_with("тис") || other.starts_with("тыс") => 3,
        _ => 6,
    };
    let (whole, part) = decimal.split_once('.').unwrap_or((&decimal, ""));
    let moved = if zeros > 0 { format!("{whole}{part:0<zeros$}") } else { decimal.clone() };
    Money::parse(&moved, currency).ok().map(|money| money.minor)
}

/// Understands texts such as `€30,000 - €250,000`, `up to 50 000 євро` or `€14 million total`.
/// `default` is the currency of a source whose amounts carry none.
#[must_use]
pub fn amounts(text: &str, default: Option<Currency>) -> Amounts {
    let text = text.trim();
    understood(text, default).unwrap_or_default()
}

fn understood(text: &str, default: Option<Currency>) -> Option<Amounts> {
    let acceptable = |rest: &str| REST.as_ref().is_some_and(|pattern| pattern.is_match(rest));
    let group = |found: &regex::Captures<'_>, name: &str| {
        found.name(name).map(|part| part.as_str().to_owned()).unwrap_or_default()
    };
    let money = |found: &regex::Captures<'_>, n: u8| {
        let words = [group(found, &format!("ca{n}")), group(found, &format!("cb{n}"))];
        let named = words.iter().find(|words| !words.is_empty());
        named.map(|words| currency_of(words, text))
    };
    if let Some(found) = RANGE.as_ref()?.captures(text)
        && acceptable(&group(&found, "rest"))
    {
        let currency = match (money(&found, 1), money(&found, 2)) {
            (Some(a), Some(b)) if a != b => return None,
            (Some(a), _) | (None, Some(a)) => a?,
            (None, None) => default?,
        };
        let (low, high) = (group(&found, "n1"), group(&found, "n2"));
        let (scale_1, scale_2) = (group(&found, "s1"), group(&found, "s2"));
        let high = minor(&high, &scale_2, currency)?;
        let mut first = minor(&low, &scale_1, currency)?;
        // “1-2 million” scales both ends; “$500000-$2 million” only the second.
        if scale_1.is_empty() && !scale_2.is_empty() && low.len() <= 3 {
            first = minor(&low, &scale_2, currency)?;
        }
        let award = AmountRange::new(Some(first), Some(high), currency).ok()?;
        return Some(Amounts { award: Some(award), total: None });
    }
    if let Some(found) = UP_TO.as_ref()?.captures(text)
        && acceptable(&group(&found, "rest"))
    {
        let currency = money(&found, 1).unwrap_or(default)?;
        let high = minor(&group(&found, "n1"), &group(&found, "s1"), currency)?;
        let award = AmountRange::new(None, Some(high), currency).ok()?;
        return Some(Amounts { award: Some(award), total: None });
    }
    let found = SINGLE.as_ref()?.captures(text)?;
    if TOTAL.as_ref()?.is_match(&group(&found, "rest")) {
        let currency = money(&found, 1).unwrap_or(default)?;
        let minor = minor(&group(&found, "n1"), &group(&found, "s1"), currency)?;
        return Some(Amounts { award: None, total: Some(Money { minor, currency }) });
    }
    None
}

/// A whole text that is one amount and nothing else, such as `$50,000` or `50000`.
#[must_use]
pub fn single_amount(text: &str, default: Currency) -> Option<Money> {
    let text = text.trim();
    let found = SINGLE.as_ref()?.captures(text)?;
    if !found.name("rest").is_some_and(|rest| rest.as_str().trim().is_empty()) {
        return None;
    }
    let named = ["ca1", "cb1"].iter().find_map(|name| found.name(name));
    let currency = match named {
        Some(words) => currency_of(words.as_str(), text)?,
        None => default,
    };
    let scale = found.name("s1").map_or("", |scale| scale.as_str());
    let minor = minor(&found["n1"], scale, currency)?;
    Some(Money { minor, currency })
}

/// Months by their beginnings in five languages, January first.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän", "янв", "січ", "студз"],
    &["feb", "фев", "лют"],
    &["mar", "mär", "мар", "бер", "сак"],
    &["apr", "апр", "квіт", "крас"],
    &["may", "mai", "мая", "май", "трав"],
    &["jun", "июн", "черв", "чэрв"],
    &["jul", "июл", "лип", "ліп"],
    &["aug", "авг", "серп", "жнів"],
    &["sep", "сен", "вер"],
    &["oct", "okt", "окт", "жовт", "кастр"],
    &["nov", "ноя", "листоп", "ліст"],
    &["dec", "dez", "дек", "груд", "снеж"],
];

fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let index = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    u32::try_from(index + 1).ok()
}

static ISO: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^(\d{4})-(\d{2})-(\d{2})(?P<rest>.*)$"));
static DOTTED: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?P<rest>.*)$"));
static SLASHED: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^(\d{1,2})/(\d{1,2})/(\d{4})(?P<rest>.*)$"));
static DAY_MONTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(r"^(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(\p{L}{3,})\.?,?\s+(\d{4})(?P<rest>.*)$")
});
static MONTH_DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(r"^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?P<rest>.*)$")
});
static HOUR: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^[\s,(]*(?:at |um |о |в )?(\d{1,2}):(\d{2})"));
static AFTER: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^[\s.]*$|^[\s,]*(?:\(|at |um )"));
static ROLLING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:none \()?(?:rolling|ongoing|open applications?|continuous(?:ly)?|at any time|постійно|безстроково|на постійній основі|постоянно|laufend|fortlaufend|monthly deadlines)(?:\s+(?:basis|deadlines?|applications?))?(?:$|[\s(.–—-])",
    )
});
static RECURRING: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?i)^\d{1,2}(?:st|nd|rd|th)? (?:day )?of (?:each|every) month"));
static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"\b(?:19|20)\d{2}\b"));

/// The day a text begins with, and what follows it.
fn leading_day(text: &str) -> Option<(NaiveDate, String)> {
    let number = |text: &str| text.parse::<u32>().ok();
    let year = |text: &str| text.parse::<i32>().ok();
    if let Some(found) = ISO.as_ref()?.captures(text) {
        let day =
            NaiveDate::from_ymd_opt(year(&found[1])?, number(&found[2])?, number(&found[3])?)?;
        return Some((day, found["rest"].to_owned()));
    }
    if let Some(found) = DOTTED.as_ref()?.captures(text) {
        let day =
            NaiveDate::from_ymd_opt(year(&found[3])?, number(&found[2])?, number(&found[1])?)?;
        return Some((day, found["rest"].to_owned()));
    }
    if let Some(found) = SLASHED.as_ref()?.captures(text) {
        // Day first or month first: certain only when one of them cannot be a month.
        let (a, b) = (number(&found[1])?, number(&found[2])?);
        let (day, month) = match (a > 12, b > 12) {
            (true, false) => (a, b),
            (false, true) => (b, a),
            _ if a == b => (a, b),
            _ => return None,
        };
        return Some((
            NaiveDate::from_ymd_opt(year(&found[3])?, month, day)?,
            found["rest"].to_owned(),
        ));
    }
    if let Some(found) = DAY_MONTH.as_ref()?.captures(text) {
        let day = NaiveDate::from_ymd_opt(year(&found[3])?, month(&found[2])?, number(&found[1])?)?;
        return Some((day, found["rest"].to_owned()));
    }
    let found = MONTH_DAY.as_ref()?.captures(text)?;
    let day = NaiveDate::from_ymd_opt(year(&found[3])?, month(&found[1])?, number(&found[2])?)?;
    Some((day, found["rest"].to_owned()))
}

/// Understands texts such as `15 March 2026`, `31.12.2026`, `29th of each month` or `Rolling`.
#[must_use]
pub fn closing(text: &str) -> Closing {
    let text = text.trim();
    let matches =
        |pattern: &Option<Regex>, text: &str| pattern.as_ref().is_some_and(|p| p.is_match(text));
    if matches(&RECURRING, text) || (matches(&ROLLING, text) && !matches(&YEAR, text)) {
        return Closing::Rolling;
    }
    let Some((on, rest)) = leading_day(text) else { return Closing::Unknown };
    // A second date or further words may change what the first one means.
    if matches(&YEAR, &rest) || !matches(&AFTER, &rest) {
        return Closing::Unknown;
    }
    let at = HOUR.as_ref().and_then(|pattern| pattern.captures(&rest)).and_then(|found| {
        NaiveTime::from_hms_opt(found[1].parse().ok()?, found[2].parse().ok()?, 0)
    });
    Closing::Dated(vec![Deadline { on, at, zone: None, kind: DeadlineKind::Final, note: None }])
}

/// The day at the start of a machine-written moment, such as `2024-08-01T12:00:00-00:00`.
#[must_use]
pub fn day_of_moment(text: &str) -> Option<NaiveDate> {
    text.get(..10)?.parse().ok().filter(|_| text.len() == 10 || text[10..].starts_with(['T', ' ']))
}

static DURATION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?P<upto>up to|до|bis zu|bis|maximum(?: of)?|max\.?)?\s*(?P<a>\d{1,3})\s*(?:(?:-|–|—|to|bis|до)\s*(?P<b>\d{1,3}))?[\s-]*(?P<unit>months?|місяц\p{L}*|месяц\p{L}*|месяц|месяцев|Monate?n?|месяцаў|years?|рок\p{L}*|рік|роки|років|год\p{L}*|лет|Jahre?n?|гадоў)\b(?P<rest>.*)$",
    )
});
static DURATION_REST: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"^[^\d]{0,40}$"));

/// Understands texts such as `12-24 months`, `до 2 років` or `1 year`.
#[must_use]
pub fn months(text: &str) -> Option<MonthRange> {
    let found = DURATION.as_ref()?.captures(text.trim())?;
    if !DURATION_REST.as_ref()?.is_match(&found["rest"]) {
        return None;
    }
    let unit = found["unit"].to_lowercase();
    let is_months = ["month", "місяц", "месяц", "monat"].iter().any(|word| unit.starts_with(word));
    let factor = if is_months { 1 } else { 12 };
    let number = |name: &str| {
        found.name(name).and_then(|n| n.as_str().parse::<u16>().ok()).map(|n| n * factor)
    };
    let (first, second) = (number("a"), number("b"));
    match (found.name("upto").is_some(), second) {
        (true, None) => MonthRange::new(None, first),
        (true, Some(_)) => None,
        (false, None) => MonthRange::new(first, first),
        (false, Some(_)) => MonthRange::new(first, second),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Range = Option<(Option<String>, Option<String>, &'static str)>;

    fn range(text: &str) -> Range {
        let range = amounts(text, None).award?;
        Some((
            range.min().map(Money::decimal),
            range.max().map(Money::decimal),
            range.currency().code(),
        ))
    }

    #[expect(clippy::unnecessary_wraps, reason = "what `range` gives")]
    fn both(low: &str, high: &str, code: &'static str) -> Range {
        Some((Some(low.into()), Some(high.into()), code))
    }

    #[test]
    fn every_pattern_compiles() {
        let all = [
            &RANGE,
            &UP_TO,
            &SINGLE,
            &REST,
            &TOTAL,
            &ISO,
            &DOTTED,
            &SLASHED,
            &DAY_MONTH,
            &MONTH_DAY,
            &HOUR,
            &AFTER,
            &ROLLING,
            &RECURRING,
            &YEAR,
            &DURATION,
            &DURATION_REST,
        ];
        assert!(all.iter().all(|pattern| pattern.is_some()));
    }

    #[test]
    fn ranges() {
        assert_eq!(
            range("€30,000 - €250,000 (1,320,000 - 11,000,000 грн)"),
            both("30000", "250000", "EUR")
        );
        assert_eq!(range("€5000-€50000"), both("5000", "50000", "EUR"));
        assert_eq!(range("15 000 – 80 000 євро"), both("15000", "80000", "EUR"));
        assert_eq!(range("CAD 10,000-50,000"), both("10000", "50000", "CAD"));
        assert_eq!(range("£15000-£500000"), both("15000", "500000", "GBP"));
        assert_eq!(range("$500000-$2 million"), both("500000", "2000000", "USD"));
        assert_eq!(range("1-2 million euro"), both("1000000", "2000000", "EUR"));
        assert_eq!(range("Between $50,000 and $1,000,000"), both("50000", "1000000", "USD"));
        assert_eq!(range("25 000 - 200 000 доларів США на рік"), both("25000", "200000", "USD"));
        assert_eq!(range("Up to €5000"), Some((None, Some("5000".into()), "EUR")));
        assert_eq!(range("bis zu 10.000 Euro"), Some((None, Some("10000".into()), "EUR")));
        assert_eq!(
            range("Up to €10,000 per project (paid in UAH)"),
            Some((None, Some("10000".into()), "EUR"))
        );
        assert_eq!(range("до 1,5 млн грн"), Some((None, Some("1500000".into()), "UAH")));
    }

    #[test]
    fn what_is_not_certain_stays_unknown() {
        for text in [
            "Varies",
            "Small grants",
            "Co-financing available",
            "€1.234 - €5.678",
            "up to 1,234 EUR",
            "€5,000",
            "$250,000 for single initiatives and $400,000 for regional ones",
            "100 - 50 EUR",
            "€5 - $10",
            "",
            "10-20",
            "Covers 80% of costs",
            "up to 5 projects",
        ] {
            assert_eq!(amounts(text, None), Amounts::default(), "{text}");
        }
    }

    #[test]
    fn totals_and_single_amounts() {
        let total = amounts("€14 million total (€5 million for gender focus)", None).total.unwrap();
        assert_eq!(total.to_string(), "14000000 EUR");
        let usd = "USD".parse().unwrap();
        assert_eq!(single_amount("$10,000", usd).unwrap().to_string(), "10000 USD");
        assert_eq!(single_amount("2500", usd).unwrap().to_string(), "2500 USD");
        assert_eq!(single_amount("$250,000 for some", usd), None);
        assert_eq!(single_amount("No minimum", usd), None);
    }

    fn day(text: &str) -> Option<String> {
        match closing(text) {
            Closing::Dated(dates) => Some(dates[0].on.to_string()),
            _ => None,
        }
    }

    #[test]
    fn deadlines() {
        for text in [
            "2026-03-15",
            "15 March 2026",
            "15.03.2026",
            "March 15, 2026",
            "15. März 2026",
            "15 березня 2026",
            "15 марта 2026",
            "15 сакавіка 2026",
            "15/03/2026",
            "March 15, 2026 (15:00 BST).",
        ] {
            assert_eq!(day(text).as_deref(), Some("2026-03-15"), "{text}");
        }
        let Closing::Dated(dates) = closing("June 23, 2025 (15:00 BST).") else { panic!() };
        assert_eq!(dates[0].at, NaiveTime::from_hms_opt(15, 0, 0));
        assert_eq!(dates[0].zone, None, "BST is more than one zone");
        for text in [
            "Rolling",
            "Rolling basis (reviewed every 6-8 weeks)",
            "29th of each month (monthly rolling deadlines)",
            "Ongoing",
            "постійно",
            "Rolling – no fixed deadline",
        ] {
            assert_eq!(closing(text), Closing::Rolling, "{text}");
        }
        for text in [
            "01/02/2026",
            "Q3 2026",
            "Annual calls",
            "Check website",
            "30.02.2026",
            "2026-13-01",
            "June 23, 2025. (Clarification deadline: June 11, 2025).",
            "By invitation",
            "",
            "Rolling application periods. The current one ends June 8, 2025.",
        ] {
            assert_eq!(closing(text), Closing::Unknown, "{text}");
        }
    }

    #[test]
    fn durations() {
        let span = |min, max| MonthRange::new(min, max);
        assert_eq!(months("12-24 months"), span(Some(12), Some(24)));
        assert_eq!(months("12-24 місяці"), span(Some(12), Some(24)));
        assert_eq!(months("до 18 місяців"), span(None, Some(18)));
        assert_eq!(months("1-2 years"), span(Some(12), Some(24)));
        assert_eq!(months("До 2 років"), span(None, Some(24)));
        assert_eq!(months("1 year"), span(Some(12), Some(12)));
        assert_eq!(months("Up to 6 months implementation period"), span(None, Some(6)));
        for text in [
            "Varies",
            "Multi-year",
            "14 weeks",
            "3 months of training, then 14 weeks",
            "Usually up to 12 months",
        ] {
            assert_eq!(months(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_written_range_is_understood_in_every_dress(
            low in 1_i64..900, factor in 2_i64..9, dash in prop::sample::select(vec![" - ", "–", " to ", "-"]),
            dress in prop::sample::select(vec!["€{}", "{} EUR", "{} євро"]),
            group in prop::sample::select(vec![",", " ", ".", "\u{a0}", ""]),
        ) {
            let show = |thousands: i64| dress.replace("{}", &format!("{thousands}{group}000"));
            let text = format!("{}{dash}{}", show(low), show(low * factor).replace("1000,000", "1000000"));
            prop_assume!(low * factor < 1000);
            let found = amounts(&text, None).award;
            let expected = AmountRange::new(Some(low * 100_000), Some(low * factor * 100_000), Currency::EUR).unwrap();
            prop_assert_eq!(found, Some(expected), "{}", text);
        }

        #[test]
        fn nothing_panics(text in "\\PC{0,60}") {
            let _ = (amounts(&text, Some(Currency::EUR)), closing(&text), months(&text), day_of_moment(&text));
        }
    }
}
