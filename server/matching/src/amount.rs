//! The size of an award against what a project needs, as a part of fit.

use domain::{AmountRange, Currency};

use reading::num::wide;

/// A range of amounts as numbers, ready to compare.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    currency: Currency,
    low: f64,
    /// Without an upper end infinite.
    high: f64,
}

impl Span {
    pub(crate) fn of(range: &AmountRange) -> Self {
        Self {
            currency: range.currency(),
            low: range.min().map_or(0.0, |money| wide(money.minor)),
            high: range.max().map_or(f64::INFINITY, |money| wide(money.minor)),
        }
    }

    /// Agreement of this award with a need, from 0 to 1; `None` when the currencies differ, as
    /// amounts are never compared across currencies without a dated rate.
    ///
    /// Where the ranges share an amount: one half, plus one half by the share of the needed range
    /// that the award can pay. Where they do not: half the ratio of the two ends that face each
    /// other, so that needing twice the largest award gives one quarter.
    #[inline]
    pub(crate) fn agreement(&self, need: &Self) -> Option<f64> {
        if self.currency != need.currency {
            return None;
        }
        let low = self.low.max(need.low);
        let high = self.high.min(need.high);
        if low > high {
            // One range ends below where the other begins.
            return Some(0.5 * (high.max(0.0) / low));
        }
        let width = need.high - need.low;
        let share = if width > 0.0 && width.is_finite() { (high - low) / width } else { 1.0 };
        Some(0.5 + 0.5 * share)
    }
}

/// [`Span::agreement`] of two ranges.
pub(crate) fn agreement(award: &AmountRange, need: &AmountRange) -> Option<f64> {
    Span::of(award).agreement(&Span::of(need))
}

#[cfg(test)]
mod tests {
    use super::agreement;
    use domain::{AmountRange, Currency};
    use proptest::prelude::*;

    fn range(low: Option<i64>, high: Option<i64>) -> AmountRange {
        AmountRange::new(low, high, Currency::EUR).unwrap()
    }

    fn value(award: (i64, i64), need: (i64, i64)) -> f64 {
        agreement(&range(Some(award.0), Some(award.1)), &range(Some(need.0), Some(need.1))).unwrap()
    }

    #[test]
    fn the_closer_the_better() {
        assert!((value((20, 50), (30, 40)) - 1.0).abs() < 1e-12);
        assert!((value((20, 50), (40, 60)) - 0.75).abs() < 1e-12);
        assert!((value((20, 50), (100, 120)) - 0.25).abs() < 1e-12);
        assert!((value((100, 200), (10, 50)) - 0.25).abs() < 1e-12);
        let usd = AmountRange::new(Some(1), None, "USD".parse().unwrap()).unwrap();
        assert_eq!(agreement(&usd, &range(Some(1), None)), None);
    }

    proptest! {
        #[test]
        fn agreement_is_bounded(a in 0_i64..1000, b in 0_i64..1000, c in prop::option::of(0_i64..1000), d in 0_i64..1000) {
            let award = range(Some(a.min(b)), c.map(|c| c.max(a.max(b))));
            let need = range(None, Some(d));
            let value = agreement(&award, &need).unwrap();
            prop_assert!((0.0..=1.0).contains(&value));
        }
    }
}
