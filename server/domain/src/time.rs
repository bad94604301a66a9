//! Time comes in from outside, so that a test can fix the day on which a deadline is read.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Where the present moment comes from.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> DateTime<Utc>;

    /// Today's date in UTC.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// A span of project duration in whole months; at least one end is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MonthRange {
    /// At least so many months.
    pub min: Option<u16>,
    /// At most so many months.
    pub max: Option<u16>,
}

impl MonthRange {
    /// Makes a span; `None` when both ends are missing or reversed. Zero means “not stated”, as for sums.
    #[must_use]
    pub fn new(min: Option<u16>, max: Option<u16>) -> Option<Self> {
        let stated = |months: Option<u16>| months.filter(|months| *months > 0);
        let (min, max) = (stated(min), stated(max));
        match (min, max) {
            (None, None) => None,
            (Some(low), Some(high)) if low > high => None,
            _ => Some(Self { min, max }),
        }
    }

    /// Whether a project of this many months fits.
    #[must_use]
    pub fn contains(self, months: u16) -> bool {
        self.min.is_none_or(|min| months >= min) && self.max.is_none_or(|max| months <= max)
    }
}

#[cfg(test)]
mod tests {
    use super::MonthRange;

    #[test]
    fn zero_months_are_not_stated() {
        assert_eq!(MonthRange::new(Some(0), Some(0)), None);
        assert_eq!(MonthRange::new(Some(0), Some(12)), MonthRange::new(None, Some(12)));
        assert_eq!(MonthRange::new(Some(6), Some(0)), MonthRange::new(Some(6), None));
        assert_eq!(MonthRange::new(Some(6), Some(5)), None);
    }
}
