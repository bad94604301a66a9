//! Amounts of money in words.

use std::sync::LazyLock;

use domain::{
    AmountRange, Currency, Money,
    written::{self, CURRENCY, NUMBER, Named, SCALE, in_figures},
};
use regex::Captures;

use super::{HEDGES, Pattern, fits, part, pattern};

/// What a text says about amounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Amounts {
    /// The size of one award, for certain.
    Award(AmountRange),
    /// The total of the call, for certain.
    Total(Money),
    /// Nothing certain.
    #[default]
    Unknown,
}

impl Amounts {
    /// The size of one award.
    #[must_use]
    pub const fn award(self) -> Option<AmountRange> {
        match self {
            Self::Award(range) => Some(range),
            Self::Total(_) | Self::Unknown => None,
        }
    }

    /// The total of the call.
    #[must_use]
    pub const fn total(self) -> Option<Money> {
        match self {
            Self::Total(total) => Some(total),
            Self::Award(_) | Self::Unknown => None,
        }
    }
}

/// What is known of the way a source writes amounts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Writing {
    /// The currency of amounts that name none.
    pub currency: Option<Currency>,
    /// The sign that parts thousands, where all amounts of the source are written that way.
    pub thousands: Option<char>,
}

/// What kind of money it is, before the amount.
const LEAD: &str = r"(?:(?:small |individual |project )?(?:grants?|awards?|funding|гранти|гранты|zuschüsse|zuschuss|förderung)(?: support)?(?: amounts?)?(?: of|:)?\s+)?";

/// `[€] 30,000 [thousand] [euro]`, with names of the parts that end in `n`.
fn amount(n: u8) -> String {
    format!(
        r"(?P<before{n}>{CURRENCY})?\s*(?P<number{n}>{NUMBER})\s*(?P<scale{n}>{SCALE})?\s*(?P<after{n}>{CURRENCY})?"
    )
}

static RANGE: Pattern = LazyLock::new(|| {
    let (first, second) = (amount(1), amount(2));
    pattern(&format!(
        r"(?i)^{LEAD}(?P<between>between |range of |zwischen |між |между |паміж )?(?:from |від |от |ад |von )?\s*{first}\s*(?P<sign>-|–|—|−|to |and |bis |und |до |та |и |і |да |ды )\s*{second}(?P<rest>(?s).*)$"
    ))
});
static UP_TO: Pattern = LazyLock::new(|| {
    let first = amount(1);
    pattern(&format!(
        r"(?i)^{LEAD}(?:up to|up до|maximum(?: of)?|max\.?|no more than|not more than|at most|до|не більше|не более|не більш ніж|bis zu|bis|maximal|höchstens)\s*:?\s*{first}(?P<rest>(?s).*)$"
    ))
});
static AT_LEAST: Pattern = LazyLock::new(|| {
    let first = amount(1);
    pattern(&format!(
        r"(?i)^{LEAD}(?:at least|minimum(?: of)?|min\.|no less than|not less than|не менше|не менее|mindestens)\s*:?\s*{first}(?P<rest>(?s).*)$"
    ))
});
static TOTAL_OF: Pattern = LazyLock::new(|| {
    let first = amount(1);
    pattern(&format!(
        r"(?i)^(?:total (?:budget|funding|amount)?|overall budget|загальний бюджет|общий бюджет|insgesamt|gesamtbudget)\s*(?:of|:|–|-)?\s*{first}(?P<rest>(?s).*)$"
    ))
});
static SINGLE: Pattern =
    LazyLock::new(|| pattern(&format!(r"(?i)^{}(?P<rest>(?s).*)$", amount(1))));
/// After a lone amount: it is the total.
static TOTAL: Pattern = LazyLock::new(|| {
    pattern(r"(?i)^\s*(?:in total|total|overall|загалом|всього|всего|insgesamt)\b")
});
/// After a lone amount: it is the most.
static MOST: Pattern = LazyLock::new(|| {
    pattern(r"(?i)^\s*(?:max(?:imum)?\b\.?|at most|максимум|maximal|höchstens)(?P<rest>(?s).*)$")
});
/// What may follow an amount for a project: the end, another sentence, or the project.
static FOLLOWS: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:$|[.;,]|per (?:project|grant|award|applicant|organi[sz]ation)\b|each\b|over (?:the )?\w+ (?:years?|months?)\b|на (?:проєкт|проект|грант)|за (?:проект|проєкт)|pro (?:Projekt|Vorhaben)|je (?:Projekt|Vorhaben))",
    )
});
/// An amount by the year says nothing of the whole.
static PERIOD: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:per (?:year|annum|month|week|day|person|participant|capita)|a (?:year|month)|annual(?:ly)?|yearly|monthly|each year|на рік|щороку|щорічно|на місяць|на (?:особу|людину)|в год|ежегодно|в месяц|на человека|pro (?:Jahr|Monat|Person)|jährlich|monatlich)\b",
    )
});
/// A further amount beside the one that was understood.
static FURTHER: Pattern = LazyLock::new(|| {
    pattern(&format!(r"(?i)\d{{3}}|{CURRENCY}\s*\d|\d\s*{CURRENCY}|\d\s*{SCALE}"))
});
static HEDGED: Pattern = LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{HEDGES})")));
static CONVERSION: Pattern =
    LazyLock::new(|| pattern(r"^\s*\((?P<inside>[^()]*)\)(?P<rest>(?s).*)$"));
static SIGN: Pattern = LazyLock::new(|| pattern(&format!(r"(?i){CURRENCY}")));

#[cfg(test)]
pub(super) fn patterns() -> [&'static Pattern; 13] {
    [
        &RANGE,
        &UP_TO,
        &AT_LEAST,
        &TOTAL_OF,
        &SINGLE,
        &TOTAL,
        &MOST,
        &FOLLOWS,
        &PERIOD,
        &FURTHER,
        &HEDGED,
        &CONVERSION,
        &SIGN,
    ]
}

/// One text in the course of being understood, its numbers in plain figures.
struct Reading {
    text: String,
    writing: Writing,
}

impl Reading {
    fn of(text: &str, writing: Writing) -> Self {
        let known = written::Writing { thousands: writing.thousands };
        Self { text: in_figures(text, known), writing }
    }

    /// What an amount says of its currency.
    fn named(&self, found: &Captures<'_>, n: u8) -> Named {
        let (before, after) = (format!("before{n}"), format!("after{n}"));
        Named::of(part(found, &before), part(found, &after), &self.text, self.writing.currency)
    }

    /// One amount of a pattern, when what follows changes nothing about it.
    fn lone(&self, found: &Captures<'_>) -> Option<Money> {
        let currency = self.named(found, 1).or(self.writing.currency)?;
        written::money(part(found, "number1"), part(found, "scale1"), currency)
    }

    /// Whether what follows an amount leaves it as it is.
    fn harmless(&self, rest: &str, currency: Currency) -> bool {
        if fits(&PERIOD, rest) || fits(&HEDGED, rest.split(['.', '(']).next().unwrap_or_default()) {
            return false;
        }
        // `(1,320,000 - 11,000,000 грн)` repeats the amount in another currency.
        let rest = match CONVERSION.as_ref().and_then(|pattern| pattern.captures(rest)) {
            None => rest,
            Some(found) => {
                let inside = part(&found, "inside");
                let converted = SIGN
                    .iter()
                    .flat_map(|pattern| pattern.find_iter(inside))
                    .map(|sign| {
                        written::currency_of(sign.as_str(), &self.text, self.writing.currency)
                    })
                    .collect::<Vec<_>>();
                let other = !converted.is_empty()
                    && converted.iter().all(|found| found.is_none_or(|found| found != currency));
                if !other && fits(&FURTHER, inside) {
                    return false;
                }
                part(&found, "rest")
            }
        };
        fits(&FOLLOWS, rest) && !fits(&FURTHER, rest)
    }

    fn range(&self) -> Option<AmountRange> {
        let found = RANGE.as_ref()?.captures(&self.text)?;
        let named = (self.named(&found, 1), self.named(&found, 2));
        let currency = match named {
            (Named::Not, other) | (other, Named::Not) => other.or(self.writing.currency)?,
            (a, b) if a == b => a.or(None)?,
            _ => return None,
        };
        // `€5,000 and €10,000` are two amounts unless they are ends of something.
        let joins = matches!(part(&found, "sign").trim(), "and" | "und" | "та" | "и" | "і" | "ды");
        if joins && part(&found, "between").is_empty() {
            return None;
        }
        let unnamed = named == (Named::Not, Named::Not);
        let (low, high) = written::ends(
            (part(&found, "number1"), part(&found, "scale1")),
            (part(&found, "number2"), part(&found, "scale2")),
            currency,
        )?;
        let thousand = Money::parse("1000", currency).ok()?.minor;
        if unnamed && high.minor < thousand {
            return None;
        }
        let range = AmountRange::stated(Some(low.minor), Some(high.minor), currency).ok()??;
        self.harmless(part(&found, "rest"), currency).then_some(range)
    }

    /// An open range from one amount: `ends` puts it at its end.
    fn one_end(
        &self,
        pattern: &Pattern,
        ends: fn(i64) -> (Option<i64>, Option<i64>),
    ) -> Option<AmountRange> {
        let found = pattern.as_ref()?.captures(&self.text)?;
        let money = self.lone(&found)?;
        let (low, high) = ends(money.minor);
        let range = AmountRange::stated(low, high, money.currency).ok()??;
        self.harmless(part(&found, "rest"), money.currency).then_some(range)
    }

    fn understood(&self) -> Option<Amounts> {
        if let Some(range) = self
            .range()
            .or_else(|| self.one_end(&UP_TO, |most| (None, Some(most))))
            .or_else(|| self.one_end(&AT_LEAST, |least| (Some(least), None)))
        {
            return Some(Amounts::Award(range));
        }
        if let Some(found) = TOTAL_OF.as_ref()?.captures(&self.text) {
            let total = self.lone(&found)?;
            let sure = self.harmless(part(&found, "rest"), total.currency);
            return (sure && total.minor > 0).then_some(Amounts::Total(total));
        }
        let found = SINGLE.as_ref()?.captures(&self.text)?;
        let (money, rest) = (self.lone(&found)?, part(&found, "rest"));
        if fits(&TOTAL, rest) {
            return (money.minor > 0 && !fits(&PERIOD, rest)).then_some(Amounts::Total(money));
        }
        let rest = MOST.as_ref()?.captures(rest).map(|found| part(&found, "rest").to_owned())?;
        let range = AmountRange::stated(None, Some(money.minor), money.currency).ok()??;
        self.harmless(&rest, money.currency).then_some(Amounts::Award(range))
    }
}

/// Understands texts such as `€30,000 - €250,000`, `up to 50 000 євро` or `€14 million total`.
#[must_use]
pub fn amounts(text: &str, writing: Writing) -> Amounts {
    Reading::of(text.trim(), writing).understood().unwrap_or_default()
}

/// A whole text that is one amount and nothing else, such as `$50,000` or `50000`.
#[must_use]
pub fn single_amount(text: &str, writing: Writing) -> Option<Money> {
    let known = written::Writing { thousands: writing.thousands };
    let amount = written::amount(text, known, writing.currency)?;
    amount.money(amount.currency.or(writing.currency)?)
}
