//! How good a ranking is, against known answers.

use crate::num::real;

/// Figures over a set of queries with one right answer each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Share of queries whose answer comes first.
    pub r1: f64,
    /// Share whose answer is among the first five.
    pub r5: f64,
    /// Share whose answer is among the first ten.
    pub r10: f64,
    /// Mean of one over the rank (0 where the answer is not found).
    pub mrr: f64,
    /// Mean of the discounted gain among the first ten, `1/log2(1 + rank)`; with one right answer
    /// the ideal is 1.
    pub ndcg10: f64,
}

impl Ranking {
    /// From the rank of the right answer to each query, counted from 1; `None` when not found.
    #[must_use]
    pub fn of(ranks: &[Option<usize>]) -> Self {
        let mean = |value: &dyn Fn(usize) -> f64| {
            let sum: f64 = ranks.iter().map(|rank| rank.map_or(0.0, value)).sum();
            if ranks.is_empty() { 0.0 } else { sum / real(ranks.len()) }
        };
        let within = |k: usize| mean(&move |rank| if rank <= k { 1.0 } else { 0.0 });
        Self {
            r1: within(1),
            r5: within(5),
            r10: within(10),
            mrr: mean(&|rank| 1.0 / real(rank)),
            ndcg10: mean(&|rank| if rank <= 10 { 1.0 / (1.0 + real(rank)).log2() } else { 0.0 }),
        }
    }
}

/// The value below or at which `share` (0 to 1) of the values lie, by nearest rank; `None` without
/// values.
#[must_use]
pub fn percentile(values: &[f64], share: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let wanted = share.clamp(0.0, 1.0) * real(sorted.len());
    let covered = |i: usize| real(i + 1) >= wanted;
    (0..sorted.len()).find(|&i| covered(i)).map(|i| sorted[i])
}

#[cfg(test)]
mod tests {
    use super::{Ranking, percentile};

    #[test]
    fn ranks_by_hand() {
        let found = Ranking::of(&[Some(1), Some(2), Some(7), None]);
        assert!((found.r1 - 0.25).abs() < 1e-12 && (found.r5 - 0.5).abs() < 1e-12);
        assert!((found.r10 - 0.75).abs() < 1e-12);
        assert!((found.mrr - (1.0 + 0.5 + 1.0 / 7.0) / 4.0).abs() < 1e-12);
        let gain = (1.0 + 1.0 / 3.0_f64.log2() + 1.0 / 3.0) / 4.0;
        assert!((found.ndcg10 - gain).abs() < 1e-12);
        assert_eq!(Ranking::of(&[]), Ranking::default());
    }

    #[test]
    fn percentiles_by_hand() {
        let values = [5.0, 1.0, 4.0, 2.0, 3.0];
        assert_eq!(percentile(&values, 0.5), Some(3.0));
        assert_eq!(percentile(&values, 0.99), Some(5.0));
        assert_eq!(percentile(&values, 0.0), Some(1.0));
        assert_eq!(percentile(&[], 0.5), None);
    }
}
