//! Amounts of money in words.

use std::{str::FromStr, sync::LazyLock};

use domain::{AmountRange, Currency, Money};
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

const CURRENCY: &str = r"(?:\$\s?USD|USD\s?\$|US\$|\$|€|£|₴|₽|₾|zł|Kč|euros?\b|євро\b|евро\b|(?:US )?dollars?\b|долар\p{L}*(?: США)?|доллар\p{L}*(?: США)?|(?:British )?pounds?(?: sterling)?\b|фунт\p{L}*(?: стерлінгів| стерлингов)?|грн\.?|гривн\p{L}*|гривень|hryvnias?\b|рубл\p{L}*|(?:EUR|USD|GBP|UAH|CAD|AUD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|GEL|AMD|MDL|BYN|KZT|RUB|TRY|ILS|JPY)\b)";
const NUMBER: &str =
    r"(?:\d{1,3}(?:[ ,.\u{a0}\u{202f}’']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)";
const SCALE: &str = r"(?:(?:billion|bn|млрд|мільярд\p{L}*|миллиард\p{L}*|Milliarden?|Mrd|million|mln|mio|m|млн|мільйон\p{L}*|миллион\p{L}*|Millionen|thousand|k|тис|тыс|тисяч\p{L}*|тысяч\p{L}*|Tausend)\b\.?)";
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
        r"(?i)^{LEAD}(?P<between>between |range of |zwischen |між |между )?(?:from |від |от |von )?\s*{first}\s*(?P<sign>-|–|—|to |and |bis |und |до |та |и )\s*{second}(?P<rest>(?s).*)$"
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
static NUMBERS: Pattern = LazyLock::new(|| pattern(NUMBER));

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

/// The currency of a sign or word. A bare dollar is that of the source where the source has one,
/// and otherwise the US dollar, unless another dollar is named in the text.
fn currency_of(words: &str, whole: &str, writing: Writing) -> Option<Currency> {
    let lower = words.to_lowercase();
    let starts = |beginnings: &[&str]| beginnings.iter().any(|word| lower.starts_with(word));
    let bare_dollar = matches!(lower.as_str(), "$" | "dollar" | "dollars")
        || (starts(&["долар", "доллар"]) && !lower.contains("сша"));
    let code = if bare_dollar {
        let whole = whole.to_lowercase();
        if ["cad", "aud", "nzd", "hkd", "canad", "austral", "канад", "австрал"]
            .iter()
            .any(|other| whole.contains(other))
        {
            return None;
        }
        match writing.currency {
            Some(own) if matches!(own.code(), "USD" | "CAD" | "AUD" | "NZD") => return Some(own),
            _ => "USD",
        }
    } else if starts(&["€", "euro", "євро", "евро"]) {
        "EUR"
    } else if starts(&["us", "долар", "доллар"]) || lower.ends_with("usd") {
        "USD"
    } else if starts(&["£", "pound", "british", "фунт"]) {
        "GBP"
    } else if starts(&["₴", "грн", "грив", "hryv"]) {
        "UAH"
    } else if starts(&["₽"]) {
        "RUB"
    } else if starts(&["рубл"]) {
        // Belarus has roubles as well.
        return None;
    } else {
        match lower.as_str() {
            "₾" => "GEL",
            "zł" => "PLN",
            "kč" => "CZK",
            _ => return Currency::from_str(words).ok(),
        }
    };
    Currency::from_str(code).ok()
}

/// Signs that part thousands for certain in a text: where one number shows it, the others follow.
fn thousands(text: &str, writing: Writing) -> Vec<char> {
    let mut known: Vec<char> = vec![' ', '\u{a0}', '\u{202f}', '\'', '’'];
    known.extend(writing.thousands);
    for number in NUMBERS.iter().flat_map(|pattern| pattern.find_iter(text)) {
        let signs: Vec<char> = number.as_str().chars().filter(|c| matches!(c, ',' | '.')).collect();
        let proved = match signs.as_slice() {
            [one] => number.as_str().ends_with(&format!("{one}000")),
            [first, second, ..] => {
                first == second || matches!(signs.last(), Some(last) if last != first)
            }
            [] => false,
        };
        known.extend(signs.first().filter(|_| proved));
    }
    known
}

/// A number with its scale, in minor units; `None` where separators leave a doubt.
fn minor(number: &str, scale: &str, currency: Currency, thousands: &[char]) -> Option<i64> {
    let groups: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).collect();
    let signs: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let (last, before) = groups.split_last()?;
    let (whole, decimals) = match signs.split_last() {
        None => (number.to_owned(), ""),
        Some((sign, parting)) if last.len() < 3 => {
            let even = parting.iter().all(|other| other != sign && parting.first() == Some(other));
            if !even {
                return None;
            }
            (before.concat(), *last)
        }
        Some((sign, parting)) => {
            let even = parting.iter().all(|other| other == sign);
            let certain = !parting.is_empty() || thousands.contains(sign);
            // `0.500`, and `1.500 million`, look like decimals after all.
            let decimal_look = number.starts_with('0') || (!scale.is_empty() && parting.is_empty());
            if !even || !certain || decimal_look {
                return None;
            }
            (groups.concat(), "")
        }
    };
    let scale = scale.to_lowercase();
    let starts = |beginnings: &[&str]| beginnings.iter().any(|word| scale.starts_with(word));
    let zeros = if scale.is_empty() {
        0
    } else if starts(&["k", "тис", "тыс", "thousand", "tausend"]) {
        3
    } else if starts(&["b", "млрд", "мільярд", "миллиард", "milliard", "mrd"]) {
        9
    } else {
        6
    };
    let decimal = if zeros == 0 {
        format!("{whole}.{decimals}")
    } else {
        format!("{whole}{decimals:0<zeros$}")
    };
    Money::parse(&decimal, currency).ok().map(|money| money.minor)
}

/// What an amount says of its currency.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    /// Nothing.
    Not,
    /// More than one, or one that is not known.
    Unclearly,
    /// This one.
    As(Currency),
}

impl Named {
    /// The currency, with that of the source where none is named.
    const fn or(self, usual: Option<Currency>) -> Option<Currency> {
        match self {
            Self::Not => usual,
            Self::Unclearly => None,
            Self::As(currency) => Some(currency),
        }
    }
}

/// One text in the course of being understood.
struct Reading<'t> {
    text: &'t str,
    writing: Writing,
    thousands: Vec<char>,
}

impl<'t> Reading<'t> {
    fn of(text: &'t str, writing: Writing) -> Self {
        Self { text, writing, thousands: thousands(text, writing) }
    }

    /// What an amount says of its currency.
    fn named(&self, found: &Captures<'_>, n: u8) -> Named {
        let mut currencies = [format!("before{n}"), format!("after{n}")]
            .into_iter()
            .filter_map(|name| found.name(&name))
            .map(|words| currency_of(words.as_str(), self.text, self.writing));
        match (currencies.next(), currencies.next()) {
            (None, _) => Named::Not,
            (Some(Some(one)), None) => Named::As(one),
            (Some(Some(one)), Some(other)) if other == Some(one) => Named::As(one),
            _ => Named::Unclearly,
        }
    }

    fn minor(&self, found: &Captures<'_>, n: u8, currency: Currency) -> Option<i64> {
        let (number, scale) =
            (part(found, &format!("number{n}")), part(found, &format!("scale{n}")));
        minor(number, scale, currency, &self.thousands)
    }

    /// One amount of a pattern, when what follows changes nothing about it.
    fn lone(&self, found: &Captures<'_>) -> Option<Money> {
        let currency = self.named(found, 1).or(self.writing.currency)?;
        Some(Money { minor: self.minor(found, 1, currency)?, currency })
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
                    .map(|sign| currency_of(sign.as_str(), self.text, self.writing))
                    .collect::<Vec<_>>();
                let other = !converted.is_empty()
                    && converted.iter().all(|found| found.is_none_or(|found| found != currency));
                if !other && fits(&FURTHER, inside) {
                    return false;
                }
                part(&found, "rest")
            }
        };
        let runs_on = rest.starts_with(|c: char| c.is_ascii_digit())
            || (rest.starts_with(['.', ','])
                && rest[1..].starts_with(|c: char| c.is_ascii_digit()));
        !runs_on && fits(&FOLLOWS, rest) && !fits(&FURTHER, rest)
    }

    fn range(&self) -> Option<AmountRange> {
        let found = RANGE.as_ref()?.captures(self.text)?;
        let named = (self.named(&found, 1), self.named(&found, 2));
        let currency = match named {
            (Named::Not, other) | (other, Named::Not) => other.or(self.writing.currency)?,
            (a, b) if a == b => a.or(None)?,
            _ => return None,
        };
        // `€5,000 and €10,000` are two amounts unless they are ends of something.
        let joins = matches!(part(&found, "sign").trim(), "and" | "und" | "та" | "и");
        if joins && part(&found, "between").is_empty() {
            return None;
        }
        let unnamed = named == (Named::Not, Named::Not);
        let high = self.minor(&found, 2, currency)?;
        let mut low = self.minor(&found, 1, currency)?;
        let thousand = Money::parse("1000", currency).ok()?.minor;
        if unnamed && high < thousand {
            return None;
        }
        // `1-2 million` scales both ends, `$500000-$2 million` only the second.
        if part(&found, "scale1").is_empty() && !part(&found, "scale2").is_empty() && low < thousand
        {
            low =
                minor(part(&found, "number1"), part(&found, "scale2"), currency, &self.thousands)?;
        }
        let range = AmountRange::new(Some(low), Some(high), currency).ok()?;
        self.harmless(part(&found, "rest"), currency).then_some(range)
    }

    /// An open range from one amount: `ends` puts it at its end.
    fn one_end(
        &self,
        pattern: &Pattern,
        ends: fn(i64) -> (Option<i64>, Option<i64>),
    ) -> Option<AmountRange> {
        let found = pattern.as_ref()?.captures(self.text)?;
        let money = self.lone(&found)?;
        let (low, high) = ends(money.minor);
        let range = AmountRange::new(low, high, money.currency).ok()?;
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
        if let Some(found) = TOTAL_OF.as_ref()?.captures(self.text) {
            let total = self.lone(&found)?;
            let sure = self.harmless(part(&found, "rest"), total.currency);
            return sure.then_some(Amounts::Total(total));
        }
        let found = SINGLE.as_ref()?.captures(self.text)?;
        let (money, rest) = (self.lone(&found)?, part(&found, "rest"));
        if fits(&TOTAL, rest) {
            return (!fits(&PERIOD, rest)).then_some(Amounts::Total(money));
        }
        let rest = MOST.as_ref()?.captures(rest).map(|found| part(&found, "rest").to_owned())?;
        let range = AmountRange::new(None, Some(money.minor), money.currency).ok()?;
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
    let text = text.trim();
    let found = SINGLE.as_ref()?.captures(text)?;
    if !part(&found, "rest").trim().is_empty() {
        return None;
    }
    Reading::of(text, writing).lone(&found)
}
