//! Amounts of money as calls write them.
//!
//! Numbers, scales and currencies are those of [`domain::written`]: texts are rewritten in plain
//! figures before a pattern of amounts is held against them. Nothing is guessed about `1.234` without
//! more zeros, about roubles of an unnamed country, or about dollars where another dollar is named
//! beside them.

use std::sync::LazyLock;

use domain::{
    Money,
    written::{self, CURRENCY, NUMBER, Named, SCALE, Writing},
};
use regex::{Captures, Regex};

use super::{mentions, regex};

/// A text whose numbers are in plain figures, as the patterns of [`amount`] want it. Where a comma
/// stands before three digits, calls part thousands with it.
pub(super) fn in_figures(text: &str) -> String {
    written::in_figures(text, Writing { thousands: Some(',') })
}

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
        "₽",
        "₾",
        "₹",
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
        "AUD",
        "NZD",
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
        "AZN",
        "MDL",
        "BYN",
        "KZT",
        "KGS",
        "RUB",
        "ILS",
        "JPY",
        "INR",
        "вро",
        "ўра",
        "олар",
        "оллар",
        "аляр",
        "алар",
        "грн",
        "грив",
        "Грив",
        "грыў",
        "рубл",
        "лари",
        "ларі",
        "тенге",
        "злот",
        "ranken",
        "Swiss franc",
        "франк",
        "фунт",
        "sterling",
    ];
    mentions(text, SIGNS)
}

/// How many amounts a text in plain figures names.
pub(super) fn count(text: &str) -> usize {
    ANY.as_ref().map_or(0, |any| any.find_iter(text).count())
}

/// A part of a pattern; empty where it took no part.
fn part<'t>(found: &Captures<'t>, name: &str, n: u8) -> &'t str {
    found.name(&format!("{name}{n}")).map_or("", |part| part.as_str())
}

/// What the amount `n` of a pattern says of its currency, in the text `whole`.
fn named(found: &Captures, n: u8, whole: &str) -> Named {
    Named::of(part(found, "before", n), part(found, "after", n), whole, None)
}

/// The one amount of a pattern made with [`amount`]`(n)`, found in the text `whole`.
pub(super) fn one(found: &Captures, n: u8, whole: &str) -> Option<Money> {
    let currency = named(found, n, whole).or(None)?;
    written::money(part(found, "number", n), part(found, "scale", n), currency)
        .filter(|money| money.minor > 0)
}

/// Both amounts of a pattern made with `amount(1)` and `amount(2)`: the currency and the scale may
/// stand with the second only.
pub(super) fn two(found: &Captures, whole: &str) -> Option<(Money, Money)> {
    let currency = match (named(found, 1, whole), named(found, 2, whole)) {
        (Named::Not, other) | (other, Named::Not) => other.or(None)?,
        (one, other) => one.or(None).filter(|_| one == other)?,
    };
    let end = |n| (part(found, "number", n), part(found, "scale", n));
    written::ends(end(1), end(2), currency).filter(|(_, high)| high.minor > 0)
}

#[cfg(test)]
mod tests {
    use super::{amount, count, in_figures, one};
    use crate::clauses::regex;

    #[test]
    fn amounts_are_read_when_they_leave_no_doubt() {
        let pattern = regex(&format!("(?i)^{}$", amount(1))).unwrap();
        let read = |text: &str| {
            let text = in_figures(text);
            pattern.captures(&text).and_then(|found| one(&found, 1, &text))
        };
        for (text, wanted) in [
            ("EUR 60 000", "60000 EUR"),
            ("€1.5 million", "1500000 EUR"),
            ("€2 billion", "2000000000 EUR"),
            ("$750,000", "750000 USD"),
            ("50 000 євро", "50000 EUR"),
            ("20.000 Euro", "20000 EUR"),
            ("2 млн грн", "2000000 UAH"),
            ("$25K", "25000 USD"),
            ("NOK 5,000,000", "5000000 NOK"),
            ("EUR 2.00 million", "2000000 EUR"),
            ("12,50 €", "12.50 EUR"),
            ("£2,500", "2500 GBP"),
            ("CHF 10’000.–", "10000 CHF"),
        ] {
            assert_eq!(
                read(text).map(|money| money.to_string()).as_deref(),
                Some(wanted),
                "{text}"
            );
        }
        for text in ["EUR 1.234", "EUR 0.500", "EUR 1,500 million", "50000", "0 EUR", "€5½"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_are_counted() {
        assert_eq!(count("EUR 60000 to EUR 70000, at most 3 of 10"), 2);
        assert_eq!(count("100 projects in 12 countries"), 0);
    }
}
