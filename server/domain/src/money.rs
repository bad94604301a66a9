//! Money: whole minor units and an ISO 4217 currency. No floating point anywhere.

use serde::{Deserialize, Serialize};

/// An ISO 4217 currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency(iso_currency::Currency);

/// Why a text is not an amount of money.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not an ISO 4217 code.
    #[error("“{0}” is not a currency code such as “EUR”")]
    Currency(String),
    /// Not digits with at most one decimal point.
    #[error("“{0}” is not an amount such as “20000” or “20000.50”")]
    Number(String),
    /// More decimals than the currency has.
    #[error("“{0}” has more decimals than the currency")]
    TooFine(String),
    /// More than `i64` minor units.
    #[error("“{0}” is too large")]
    TooLarge(String),
    /// The lower end of a range lies above the upper end.
    #[error("the lowest amount is above the highest")]
    Reversed,
    /// A range needs at least one end.
    #[error("neither a lowest nor a highest amount is given")]
    Empty,
}

impl Currency {
    /// The euro.
    pub const EUR: Self = Self(iso_currency::Currency::EUR);

    /// The three-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// How many decimals an amount in this currency has (ISO 4217 minor unit; 0 where none is
    /// defined).
    #[must_use]
    pub fn minor_digits(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }
}

impl std::str::FromStr for Currency {
    type Err = AmountError;
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        iso_currency::Currency::from_code(&code.trim().to_ascii_uppercase())
            .map(Self)
            .ok_or_else(|| AmountError::Currency(code.to_owned()))
    }
}

impl TryFrom<String> for Currency {
    type Error = AmountError;
    fn try_from(code: String) -> Result<Self, Self::Error> {
        code.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// An exact amount: `minor` units (cents for EUR, yen for JPY) of `currency`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units, negative for money going out.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// Reads a machine-written decimal in major units: optional minus, digits, optionally a point
    /// and decimals. Nothing is guessed about separators and nothing is rounded.
    ///
    /// # Errors
    /// [`AmountError`] when the text is no such decimal, finer than the currency or too large.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, AmountError> {
        let number = || AmountError::Number(text.to_owned());
        let trimmed = text.trim();
        let (negative, digits) = match trimmed.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, trimmed),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) {
            return Err(number());
        }
        let places = usize::try_from(currency.minor_digits()).map_err(|_| number())?;
        let kept = decimals.trim_end_matches('0');
        if kept.len() > places {
            return Err(AmountError::TooFine(text.to_owned()));
        }
        let minor = format!("{whole}{kept:0<places$}")
            .parse::<i64>()
            .map_err(|_| AmountError::TooLarge(text.to_owned()))?;
        Ok(Self { minor: if negative { -minor } else { minor }, currency })
    }

    /// The decimal in major units that [`Money::parse`] reads back, without the currency.
    #[must_use]
    pub fn decimal(self) -> String {
        let places = usize::try_from(self.currency.minor_digits()).unwrap_or(0);
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = places + 1);
        let (whole, decimals) = digits.split_at(digits.len() - places);
        if decimals.bytes().all(|b| b == b'0') {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{decimals}")
        }
    }
}

impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.decimal(), self.currency)
    }
}

/// A range of amounts in one currency with at least one end known, such as the size of an award.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AmountRange {
    min: Option<i64>,
    max: Option<i64>,
    currency: Currency,
}

impl AmountRange {
    /// Makes a range from minor units.
    ///
    /// # Errors
    /// [`AmountError::Empty`] without either end, [`AmountError::Reversed`] when `min > max`.
    pub fn new(
        min: Option<i64>,
        max: Option<i64>,
        currency: Currency,
    ) -> Result<Self, AmountError> {
        match (min, max) {
            (None, None) => Err(AmountError::Empty),
            (Some(low), Some(high)) if low > high => Err(AmountError::Reversed),
            _ => Ok(Self { min, max, currency }),
        }
    }

    /// A range from what a source states: zero stands for “not stated”, and nothing stated is no
    /// range.
    ///
    /// # Errors
    /// [`AmountError::Reversed`] when `min > max`.
    pub fn stated(
        min: Option<i64>,
        max: Option<i64>,
        currency: Currency,
    ) -> Result<Option<Self>, AmountError> {
        let said = |end: Option<i64>| end.filter(|minor| *minor != 0);
        match Self::new(said(min), said(max), currency) {
            Err(AmountError::Empty) => Ok(None),
            other => other.map(Some),
        }
    }

    /// The lower end, where one is stated.
    #[must_use]
    pub fn min(&self) -> Option<Money> {
        self.min.map(|minor| Money { minor, currency: self.currency })
    }

    /// The upper end, where one is stated.
    #[must_use]
    pub fn max(&self) -> Option<Money> {
        self.max.map(|minor| Money { minor, currency: self.currency })
    }

    /// The currency of both ends.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// Whether an amount exists that lies in both ranges; `None` when the currencies differ, as
    /// amounts are never compared across currencies without a dated rate.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> Option<bool> {
        (self.currency == other.currency).then(|| {
            let low = self.min.max(other.min);
            match (low, self.max, other.max) {
                (Some(low), Some(a), Some(b)) => low <= a.min(b),
                (Some(low), Some(a), None) | (Some(low), None, Some(a)) => low <= a,
                _ => true,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{AmountError, AmountRange, Currency, Money};
    use proptest::prelude::*;

    fn currency(code: &str) -> Currency {
        code.parse().unwrap()
    }

    #[test]
    fn decimals_follow_the_currency() {
        assert_eq!(Money::parse("20000.5", Currency::EUR).unwrap().minor, 2_000_050);
        assert_eq!(Money::parse("500", currency("JPY")).unwrap().minor, 500);
        assert_eq!(Money::parse("1.250", currency("KWD")).unwrap().minor, 1250);
        assert_eq!(Money::parse("1.50", currency("JPY")), Err(AmountError::TooFine("1.50".into())));
        assert_eq!(Money::parse("1.00", currency("JPY")).unwrap().minor, 1);
    }

    #[test]
    fn separators_are_not_guessed() {
        for text in ["1,000", "1 000", "", ".", "-", "1.2.3", "1e5", "٣"] {
            assert!(Money::parse(text, Currency::EUR).is_err(), "{text}");
        }
    }

    #[test]
    fn ranges_in_two_currencies_are_not_compared() {
        let eur = AmountRange::new(Some(1), Some(5), Currency::EUR).unwrap();
        let usd = AmountRange::new(Some(1), Some(5), currency("USD")).unwrap();
        assert_eq!(eur.overlaps(&usd), None);
        assert_eq!(AmountRange::new(Some(6), Some(5), Currency::EUR), Err(AmountError::Reversed));
    }

    #[test]
    fn zero_is_not_stated() {
        let stated = |min, max| AmountRange::stated(min, max, Currency::EUR);
        assert_eq!(stated(Some(0), Some(0)), Ok(None));
        assert_eq!(stated(None, Some(0)), Ok(None));
        assert_eq!(
            stated(Some(0), Some(5)),
            Ok(AmountRange::new(None, Some(5), Currency::EUR).ok())
        );
        assert_eq!(
            stated(Some(5), Some(0)),
            Ok(AmountRange::new(Some(5), None, Currency::EUR).ok())
        );
        assert_eq!(stated(Some(6), Some(5)), Err(AmountError::Reversed));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            minor in -9_000_000_000_000_000_i64..9_000_000_000_000_000,
            code in prop::sample::select(vec!["EUR", "JPY", "KWD", "RUB", "GEL"]),
        ) {
            let money = Money { minor, currency: currency(code) };
            prop_assert_eq!(Money::parse(&money.decimal(), money.currency), Ok(money));
        }

        #[test]
        fn overlap_is_symmetric_and_has_a_witness(a in 0_i64..20, b in 0_i64..20, c in 0_i64..20, d in 0_i64..20) {
            let x = AmountRange::new(Some(a.min(b)), Some(a.max(b)), Currency::EUR).unwrap();
            let y = AmountRange::new(Some(c.min(d)), Some(c.max(d)), Currency::EUR).unwrap();
            let witness = (0..20).any(|v| v >= a.min(b) && v <= a.max(b) && v >= c.min(d) && v <= c.max(d));
            prop_assert_eq!(x.overlaps(&y), Some(witness));
            prop_assert_eq!(y.overlaps(&x), Some(witness));
        }
    }
}
