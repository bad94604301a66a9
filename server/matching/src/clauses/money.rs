//! Amounts of money as calls write them.
//!
//! Nothing is guessed about `1.234` without more zeros, about roubles of an unnamed country, or
//! about dollars where another dollar is named beside them.

use std::sync::LazyLock;

use domain::{Currency, Money};
use regex::{Captures, Regex};

use super::{mentions, regex};

/// Signs, names and codes of currencies.
const CURRENCY: &str = r"(?:US\$|USD\s?\$|\$\s?USD|\$|€|£|₴|zł|Kč|euros?\b|євро|евро|еўра|US dollars?\b|dollars?\b|долар\p{L}*(?: США)?|доллар\p{L}*(?: США)?|грн\.?|грив\p{L}+|hryvnias?\b|(?:EUR|USD|GBP|UAH|CAD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|GEL|AMD|MDL|BYN|KZT)\b)";

const NUMBER: &str =
    r"(?:\d{1,3}(?:[ ,.\u{a0}\u{202f}’']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)";

const SCALE: &str = r"(?:(?:million(?:en)?|mln|mio|млн|мільйон\p{L}*|миллион\p{L}*|мільён\p{L}*|thousand|тис|тыс|тисяч\p{L}*|тысяч\p{L}*|Tausend|[KkMm])\b\.?)";

/// One amount, as a pattern whose parts end in `n`. Its currency may stand on either side.
pub(super) fn amount(n: u8) -> String {
    format!(
        r"(?P<before{n}>{CURRENCY})?\s?(?P<number{n}>{NUMBER})\s?-?(?P<scale{n}>{SCALE})?\s?(?P<after{n}>{CURRENCY})?"
    )
}

/// Any amount with its currency.
static ANY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(r"(?i){CURRENCY}\s?{NUMBER}|{NUMBER}\s?-?{SCALE}?\s?{CURRENCY}"))
});

/// Whether a text names a currency: a cheap test before a costly pattern.
pub(super) fn is_named(text: &str) -> bool {
    const SIGNS: &[&str] = &[
        "$",
        "€",
        "£",
        "₴",
        "zł",
        "Kč",
        " euro",
        "Euro ",
        "Euro.",
        "Euros",
        "ollar",
        "ryvnia",
        "EUR",
        "USD",
        "GBP",
        "UAH",
        "CAD",
        "CHF",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "CZK",
        "HUF",
        "RON",
        "BGN",
        "GEL",
        "AMD",
        "MDL",
        "BYN",
        "KZT",
        "вро",
        "ўра",
        "олар",
        "оллар",
        "грн",
        "грив",
        "Грив",
    ];
    mentions(text, SIGNS)
}

/// How many amounts a text names.
pub(super) fn count(text: &str) -> usize {
    ANY.as_ref().map_or(0, |any| any.find_iter(text).count())
}

/// The currency that a part of a pattern names.
fn currency(found: &Captures, n: u8) -> Option<Currency> {
    let sign = found.name(&format!("before{n}")).or_else(|| found.name(&format!("after{n}")))?;
    let sign = sign.as_str().trim().to_lowercase();
    let code = match sign.trim_end_matches('.') {
        "$" | "us$" | "dollar" | "dollars" | "us dollar" | "us dollars" | "$ usd" | "$usd"
        | "usd $" | "usd$" => "USD",
        "€" | "euro" | "euros" | "євро" | "евро" | "еўра" => "EUR",
        "£" => "GBP",
        "₴" | "грн" | "hryvnia" | "hryvnias" => "UAH",
        "zł" => "PLN",
        "kč" => "CZK",
        word if word.starts_with("грив") => "UAH",
        word if word.starts_with("долар") || word.starts_with("доллар") => "USD",
        code => return code.to_uppercase().parse().ok(),
    };
    code.parse().ok()
}

/// A number without the signs that part its thousands; `None` where they leave a doubt.
fn plain(number: &str) -> Option<String> {
    let groups: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).collect();
    let signs: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let (last, whole) = groups.split_last()?;
    if whole.is_empty() {
        return Some((*last).to_owned());
    }
    let sign = *signs.last()?;
    if last.len() != 3 {
        // Decimals, whose sign parts no thousands.
        let alone = signs[..signs.len() - 1].iter().all(|other| *other != sign);
        return alone.then(|| format!("{}.{last}", whole.concat()));
    }
    let even = signs.iter().all(|other| *other == sign);
    // One stop before three digits may be a decimal sign, unless they are zeros.
    let certain = signs.len() > 1 || *last == "000" || sign != '.';
    (even && certain && groups.first() != Some(&"0")).then(|| groups.concat())
}

/// An amount of a pattern in `currency`; `scale` counts where it has none of its own.
fn money(found: &Captures, n: u8, scale: &str, currency: Currency) -> Option<Money> {
    let number = plain(found.name(&format!("number{n}"))?.as_str())?;
    let own = found.name(&format!("scale{n}")).map_or("", |own| own.as_str());
    let scale = if own.is_empty() { scale } else { own }.to_lowercase();
    let written = found.name(&format!("number{n}"))?.as_str();
    // `1,500 million` looks like a decimal after all.
    if !scale.is_empty()
        && number.len() > 3
        && !number.contains('.')
        && written.contains([',', '.'])
    {
        return None;
    }
    let zeros: usize = match scale.trim_end_matches('.') {
        "" => 0,
        "k" | "thousand" | "тис" | "тыс" | "tausend" => 3,
        word if word.starts_with("тис") || word.starts_with("тыс") => 3,
        _ => 6,
    };
    let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
    let written = if zeros == 0 {
        format!("{whole}.{decimals}")
    } else {
        format!("{whole}{decimals:0<zeros$}")
    };
    Money::parse(written.trim_end_matches('.'), currency).ok().filter(|money| money.minor > 0)
}

/// The one amount of a pattern made with [`amount`]`(n)`.
pub(super) fn one(found: &Captures, n: u8) -> Option<Money> {
    money(found, n, "", currency(found, n)?)
}

/// Both amounts of a pattern made with `amount(1)` and `amount(2)`: the currency and the scale may
/// stand with the second only.
pub(super) fn two(found: &Captures) -> Option<(Money, Money)> {
    let (first, second) = (currency(found, 1), currency(found, 2));
    let currency = first.or(second)?;
    if [first, second].into_iter().flatten().any(|other| other != currency) {
        return None;
    }
    let scale = found.name("scale2").map_or("", |scale| scale.as_str());
    let high = money(found, 2, "", currency)?;
    let own = money(found, 1, "", currency)?;
    let low = if found.name("scale1").is_none() && own.minor < 100_000 {
        money(found, 1, scale, currency)?
    } else {
        own
    };
    Some((low, high))
}

#[cfg(test)]
mod tests {
    use super::{amount, count, one, plain};
    use crate::clauses::regex;

    #[test]
    fn amounts_are_read_when_they_leave_no_doubt() {
        let pattern = regex(&format!("(?i)^{}$", amount(1))).unwrap();
        for (text, wanted) in [
            ("EUR 60 000", "60000 EUR"),
            ("€1.5 million", "1500000 EUR"),
            ("$750,000", "750000 USD"),
            ("50 000 євро", "50000 EUR"),
            ("20.000 Euro", "20000 EUR"),
            ("2 млн грн", "2000000 UAH"),
            ("$25K", "25000 USD"),
            ("NOK 5,000,000", "5000000 NOK"),
            ("EUR 2.00 million", "2000000 EUR"),
            ("12,50 €", "12.50 EUR"),
            ("£2,500", "2500 GBP"),
        ] {
            let money = pattern.captures(text).and_then(|found| one(&found, 1));
            assert_eq!(money.map(|money| money.to_string()).as_deref(), Some(wanted), "{text}");
        }
        for text in ["1.234", "0.500"] {
            assert_eq!(plain(text).filter(|number| !number.contains('.')), None, "{text}");
        }
        assert!(pattern.captures("50000").and_then(|found| one(&found, 1)).is_none());
    }

    #[test]
    fn amounts_are_counted() {
        assert_eq!(count("EUR 60 000 to EUR 70 000, at most 3 of 10"), 2);
        assert_eq!(count("100 projects in 12 countries"), 0);
    }
}
