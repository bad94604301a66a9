//! How attention adds up over days.
//!
//! One list cannot be even: somebody stands first. Over many lists each project can get what it is
//! due. How far it does is measured twice. *Amortised equity* (Biega, Gummadi and Weikum 2018) adds
//! up what each project got and what it was due over all lists: `Σ|A − R|`, both scaled to a sum
//! of 1. *Expected exposure* (Diaz and others 2020) looks at each call alone: equals should get the
//! same in the mean over the days, namely the mean of what the places that are theirs get. What is
//! lost of that is the squared distance `‖E − E*‖² = EE-D − 2·EE-R + ‖E*‖²`.
//!
//! A thousand lists are read: those of fifty calls, drawn by lot, on each of twenty days.

use chrono::{Days, NaiveDate};
use matching::{attention, chance::Chance};
use reading::{
    num::{real, whole},
    parallel,
};
use rustc_hash::FxHashMap;

use super::{
    Plan, Sector, Teams,
    exposure::{Lists, Order, Ranker, Relevance},
    mean,
};

/// Calls whose lists are read, at most.
const CALLS: usize = 50;
/// Days on which they are read.
const DAYS: u32 = 20;

/// How attention adds up over days.
#[derive(Clone, Debug, PartialEq)]
pub struct Amortised {
    /// By whom projects were ordered.
    pub ranker: Ranker,
    /// What says how much they were due, and which of them are equals: linked or not, or of a fit
    /// in one band.
    pub relevance: Relevance,
    /// Calls, each read on every day.
    pub calls: usize,
    /// After so many lists, `Σ|A − R|` over projects: 0 when each got what it was due, 2 at most.
    pub inequity: Vec<(usize, f64)>,
    /// EE-L: how far what each project got over the days is from what its equals got; mean over
    /// calls, the attention of a list being 1.
    pub loss: f64,
    /// EE-D: how unevenly attention falls, whoever is due it.
    pub disparity: f64,
    /// EE-R: how much of it falls to those it is due to.
    pub relevant: f64,
}

/// Measures each ranker by each measure of relevance that there is. `band` is as wide as that of
/// [`crate::Ties`].
pub(super) fn measure(
    sector: &Sector,
    teams: &Teams,
    lists: &Lists,
    band: f64,
    plan: &Plan,
) -> Vec<Amortised> {
    let mut found = Vec::new();
    let days: Vec<NaiveDate> = (0..u64::from(DAYS))
        .filter_map(|n| NaiveDate::default().checked_add_days(Days::new(n)))
        .collect();
    for relevance in Relevance::ALL {
        let due: Vec<(usize, Order)> = (0..sector.calls.len())
            .map(|call| (call, lists.due(relevance, call)))
            .filter(|(_, due)| !due.is_empty())
            .collect();
        let due = drawn(due, plan.seed);
        if due.is_empty() {
            continue;
        }
        let targets: Vec<Order> = due
            .iter()
            .map(|(call, due)| {
                let fits = lists.list(Ranker::Fixed, *call, NaiveDate::default());
                let linked: FxHashMap<usize, f64> = due.iter().copied().collect();
                target(fits.iter().map(|&(i, fit)| match relevance {
                    Relevance::Links => (i, u32::from(linked.contains_key(&i))),
                    Relevance::Fit => (i, whole(fit / band)),
                }))
            })
            .collect();
        for ranker in Ranker::ALL {
            let read = |call: usize, day: NaiveDate| {
                let mut order = lists.list(ranker, call, day);
                order.truncate(attention::READ);
                order.into_iter().map(|(i, _)| i).collect::<Vec<usize>>()
            };
            // By call the lists of all days.
            let read: Vec<Vec<Vec<usize>>> =
                parallel::map(due.iter().map(|(call, _)| *call), parallel::threads(), |call| {
                    if Lists::drawn(ranker) {
                        days.iter().map(|day| read(call, *day)).collect()
                    } else {
                        let one = read(call, NaiveDate::default());
                        days.iter().map(|_| one.clone()).collect()
                    }
                });
            let due: Vec<&Order> = due.iter().map(|(_, due)| due).collect();
            let (loss, disparity, relevant) = expected(&read, &targets);
            found.push(Amortised {
                ranker,
                relevance,
                calls: due.len(),
                inequity: inequity(&read, &due, teams.of_project.len()),
                loss,
                disparity,
                relevant,
            });
        }
    }
    found
}

/// So many of the calls, by lot, in their order.
fn drawn<T>(calls: Vec<T>, seed: u64) -> Vec<T> {
    let mut order: Vec<usize> = (0..calls.len()).collect();
    Chance::new(seed).shuffle(&mut order);
    let mut kept = vec![false; calls.len()];
    for i in order.into_iter().take(CALLS) {
        kept[i] = true;
    }
    calls.into_iter().zip(kept).filter_map(|(call, kept)| kept.then_some(call)).collect()
}

/// What each of the projects gets where equals get the same: the better grades come first, and the
/// attention of the places of a grade is shared out evenly in it.
fn target(grades: impl Iterator<Item = (usize, u32)>) -> Order {
    let mut projects: Vec<(usize, u32)> = grades.collect();
    projects.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut shares = attention::shares(projects.len()).into_iter();
    let mut out = Vec::with_capacity(projects.len());
    for equals in projects.chunk_by(|a, b| a.1 == b.1) {
        let even = mean(equals.iter().map(|_| shares.next().unwrap_or(0.0))).unwrap_or(0.0);
        out.extend(equals.iter().map(|(i, _)| (*i, even)));
    }
    out
}

/// EE-L, EE-D and EE-R: means over calls. `read` has by call the lists of all days.
fn expected(read: &[Vec<Vec<usize>>], targets: &[Order]) -> (f64, f64, f64) {
    let of_call = |(days, target): (&Vec<Vec<usize>>, &Order)| {
        let mut got: FxHashMap<usize, f64> = FxHashMap::default();
        for list in days {
            for (i, share) in list.iter().zip(attention::shares(list.len())) {
                *got.entry(*i).or_default() += share;
            }
        }
        let (mut disparity, mut relevant, mut even) = (0.0, 0.0, 0.0);
        for (i, share) in target {
            let got = got.get(i).copied().unwrap_or(0.0) / real(days.len().max(1));
            disparity += got * got;
            relevant += got * share;
            even += share * share;
        }
        (disparity - 2.0 * relevant + even, disparity, relevant)
    };
    let all: Vec<(f64, f64, f64)> = read.iter().zip(targets).map(of_call).collect();
    let over = |of: fn(&(f64, f64, f64)) -> f64| mean(all.iter().map(of)).unwrap_or(0.0);
    (over(|one| one.0), over(|one| one.1), over(|one| one.2))
}

/// `Σ|A − R|` after ten, a hundred and a thousand lists, as far as there are so many, and after all
/// of them. They are read day by day.
fn inequity(read: &[Vec<Vec<usize>>], due: &[&Order], projects: usize) -> Vec<(usize, f64)> {
    let days = read.iter().map(Vec::len).max().unwrap_or(0);
    let (mut got, mut owed) = (vec![0.0; projects], vec![0.0; projects]);
    let (mut count, all) = (0, read.iter().map(Vec::len).sum::<usize>());
    let mut found = Vec::new();
    for day in 0..days {
        for (of_call, due) in read.iter().zip(due) {
            let Some(list) = of_call.get(day) else { continue };
            for (i, share) in list.iter().zip(attention::shares(list.len())) {
                got[*i] += share;
            }
            for (i, share) in *due {
                owed[*i] += share;
            }
            count += 1;
            if [10, 100, 1000].contains(&count) || count == all {
                found.push((count, distance(&got, &owed)));
            }
        }
    }
    found
}

/// How far two sharings of a whole are apart, from 0 to 2.
fn distance(got: &[f64], owed: &[f64]) -> f64 {
    let whole = |of: &[f64]| f64::max(of.iter().sum(), f64::MIN_POSITIVE);
    let (all_got, all_owed) = (whole(got), whole(owed));
    got.iter().zip(owed).map(|(got, owed)| (got / all_got - owed / all_owed).abs()).sum()
}

#[cfg(test)]
mod tests {
    use super::{distance, drawn, expected, inequity, target};
    use matching::attention::shares;

    #[test]
    fn equals_are_due_the_mean_of_their_places() {
        let places = shares(3);
        let even = f64::midpoint(places[1], places[2]);
        let found = target([(0, 5), (1, 9), (2, 5)].into_iter());
        assert_eq!(found.iter().map(|(i, _)| *i).collect::<Vec<_>>(), [1, 0, 2]);
        for ((_, share), wanted) in found.iter().zip([places[0], even, even]) {
            assert!((share - wanted).abs() < 1e-12);
        }
    }

    #[test]
    fn turns_lose_nothing_and_a_fixed_order_does() {
        let equal = vec![target([(0, 1), (1, 1)].into_iter())];
        let turns = vec![vec![vec![0, 1], vec![1, 0]]];
        let fixed = vec![vec![vec![0, 1], vec![0, 1]]];
        let (none, disparity, relevant) = expected(&turns, &equal);
        assert!(none.abs() < 1e-12);
        assert!((disparity - 0.5).abs() < 1e-12 && (relevant - 0.5).abs() < 1e-12);
        let (first, second) = (shares(2)[0], shares(2)[1]);
        let by_hand = 2.0 * ((first - second) / 2.0).powi(2);
        assert!((expected(&fixed, &equal).0 - by_hand).abs() < 1e-12);

        let due = vec![(0, 0.5), (1, 0.5)];
        let over = |lists: &[Vec<Vec<usize>>]| inequity(lists, &[&due], 2);
        let falls = over(&turns);
        assert_eq!(falls.iter().map(|(count, _)| *count).collect::<Vec<_>>(), [2]);
        assert!(falls[0].1.abs() < 1e-12);
        assert!((over(&fixed)[0].1 - (first - second)).abs() < 1e-12);
    }

    #[test]
    fn inequity_is_told_after_ten_and_a_hundred_lists_and_in_the_end() {
        let lists: Vec<Vec<Vec<usize>>> =
            (0..11).map(|i| vec![vec![i % 2, 1 - i % 2]; 10]).collect();
        let due = vec![(0, 0.5), (1, 0.5)];
        let found = inequity(&lists, &[&due; 11], 2);
        assert_eq!(found.iter().map(|(count, _)| *count).collect::<Vec<_>>(), [10, 100, 110]);
        assert!(inequity(&[], &[], 0).is_empty());
    }

    #[test]
    fn distances_by_hand() {
        assert!((distance(&[1.0, 0.0], &[0.0, 4.0]) - 2.0).abs() < 1e-12);
        assert!(distance(&[1.0, 3.0], &[0.25, 0.75]).abs() < 1e-12);
        assert!(distance(&[0.0], &[0.0]).abs() < 1e-12);
    }

    #[test]
    fn calls_are_drawn_in_their_order() {
        let all: Vec<usize> = (0..200).collect();
        let some = drawn(all.clone(), 3);
        assert_eq!(some.len(), super::CALLS);
        assert!(some.is_sorted());
        assert_ne!(some, drawn(all, 4));
        assert_eq!(drawn(vec![1, 2], 3), [1, 2]);
    }
}
