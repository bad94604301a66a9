//! How good a ranking is, against known answers.

use std::collections::BTreeMap;

use reading::num::real;

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

/// Discounted gain of the first `k` of a ranking over the most it could be, from grades in the order
/// of the ranking, all that can be found among them: `Σ (2^grade − 1) / log2(1 + rank)` (Järvelin and
/// Kekäläinen 2002). `None` where no grade is above 0.
#[must_use]
pub fn ndcg(grades: &[u8], k: usize) -> Option<f64> {
    let gains: Vec<f64> = grades.iter().map(|grade| f64::from(*grade).exp2() - 1.0).collect();
    ndcg_of_gains(&gains, k)
}

/// The same from gains as they are, none below 0.
#[must_use]
pub fn ndcg_of_gains(gains: &[f64], k: usize) -> Option<f64> {
    let sum = |gains: &[f64]| -> f64 {
        let ranked = gains.iter().take(k).enumerate();
        ranked.map(|(i, gain)| gain / (2.0 + real(i)).log2()).sum()
    };
    let mut best = gains.to_vec();
    best.sort_unstable_by(|a, b| b.total_cmp(a));
    let most = sum(&best);
    (most > 0.0).then(|| sum(gains) / most)
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

/// The chance that a yes scores above a no, ties counting half (the area under the ROC curve;
/// Hanley and `McNeil` 1982), over pairs within one stratum only; `None` when there is no such pair.
#[must_use]
pub fn auc<S: Ord>(scored: impl IntoIterator<Item = (S, f64, bool)>) -> Option<f64> {
    let mut strata: BTreeMap<S, Vec<(f64, bool)>> = BTreeMap::new();
    for (stratum, score, yes) in scored {
        strata.entry(stratum).or_default().push((score, yes));
    }
    let (mut above, mut pairs) = (0.0, 0.0);
    for of in strata.values_mut() {
        of.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut noes_below = 0;
        for tied in of.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
            let yes = tied.iter().filter(|(_, yes)| *yes).count();
            let no = tied.len() - yes;
            above += real(yes) * (real(noes_below) + real(no) / 2.0);
            noes_below += no;
        }
        pairs += real(noes_below) * real(of.len() - noes_below);
    }
    (pairs > 0.0).then(|| above / pairs)
}

/// How far two scorings order the same things alike, from −1 to 1: Kendall's τ-b (1945), which
/// takes ties out of account. 1 when both are equal throughout.
#[must_use]
pub fn kendall(a: &[f64], b: &[f64]) -> f64 {
    let (mut agree, mut untied_a, mut untied_b) = (0.0, 0.0, 0.0);
    for (i, (x, y)) in a.iter().zip(b).enumerate() {
        for (v, w) in a.iter().zip(b).skip(i + 1) {
            let (one, other) = (sign(x - v), sign(y - w));
            agree += one * other;
            untied_a += one * one;
            untied_b += other * other;
        }
    }
    let pairs = f64::sqrt(untied_a) * f64::sqrt(untied_b);
    if pairs > 0.0 {
        agree / pairs
    } else if untied_a + untied_b > 0.0 {
        0.0
    } else {
        1.0
    }
}

fn sign(value: f64) -> f64 {
    if value > 0.0 {
        1.0
    } else if value < 0.0 {
        -1.0
    } else {
        0.0
    }
}

/// How unequally a sum is shared out, from 0 (everyone alike) to nearly 1: the Gini coefficient
/// `Σ (2i − n − 1)·x_(i) / (n·Σ x)` over values in ascending order; 0 when nothing is shared out.
#[must_use]
pub fn gini(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (n, sum) = (real(sorted.len()), sorted.iter().sum::<f64>());
    let weighed = sorted.iter().enumerate().map(|(i, x)| (2.0 * real(i + 1) - n - 1.0) * x);
    if sum > 0.0 { weighed.sum::<f64>() / (n * sum) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Ranking, auc, gini, kendall, ndcg, percentile};

    #[test]
    fn areas_by_hand() {
        let scored = [(0, 0.1, false), (0, 0.4, true), (0, 0.35, false), (0, 0.8, true)];
        assert_eq!(auc(scored), Some(1.0));
        let half = [(0, 0.5, false), (0, 0.5, true)];
        assert_eq!(auc(half), Some(0.5));
        // Across strata there are no pairs.
        assert_eq!(auc([(0, 0.1, false), (1, 0.9, true)]), None);
    }

    #[test]
    fn shares_by_hand() {
        assert!(gini(&[1.0, 1.0, 1.0]).abs() < 1e-12);
        assert!((gini(&[0.0, 0.0, 0.0, 1.0]) - 0.75).abs() < 1e-12);
        assert!(gini(&[]).abs() < 1e-12 && gini(&[0.0]).abs() < 1e-12);
    }

    #[test]
    fn orders_by_hand() {
        assert!((kendall(&[1.0, 2.0, 3.0], &[1.0, 3.0, 2.0]) - 1.0 / 3.0).abs() < 1e-12);
        assert!((kendall(&[1.0, 1.0], &[2.0, 2.0]) - 1.0).abs() < 1e-12);
        assert!(kendall(&[1.0, 2.0], &[2.0, 2.0]).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn an_order_agrees_with_itself_and_not_with_its_reverse(
            values in prop::collection::btree_set(0_u32..1000, 2..40),
        ) {
            let up: Vec<f64> = values.iter().map(|v| f64::from(*v)).collect();
            let down: Vec<f64> = up.iter().map(|v| -v).collect();
            prop_assert!((kendall(&up, &up) - 1.0).abs() < 1e-12);
            prop_assert!((kendall(&up, &down) + 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn graded_gains_by_hand() {
        let found = ndcg(&[1, 0, 3], 10).unwrap();
        let (gain, most) = (1.0 + 7.0 / 2.0, 7.0 + 1.0 / 3.0_f64.log2());
        assert!((found - gain / most).abs() < 1e-12);
        // What stands below the cut counts in the most that could be had.
        assert!(ndcg(&[0, 2], 1).unwrap().abs() < 1e-12);
        assert!((ndcg(&[2, 1, 0], 2).unwrap() - 1.0).abs() < 1e-12);
        assert_eq!(ndcg(&[0, 0], 10), None);
    }

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
