//! The order of those that fit equally well.
//!
//! Fits that differ by less than a band are equal as far as anyone can tell. Their order is drawn by
//! lot anew each day, so that over the days each of them gets the same attention, and neither
//! an identifier nor the last digit of a score decides who stands first. The lot is no accident: it
//! follows from the seed, what is searched for, what is found and the day, and can be drawn again.

use chrono::{Datelike, NaiveDate};
use reading::num::{at, whole};

use crate::{chance::mixed, index::Hit};

/// How equals are ordered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ties {
    /// Fits that round to the same multiple of this many points are equal.
    pub band: f64,
    /// What lots are drawn from.
    pub seed: u64,
}

impl Default for Ties {
    fn default() -> Self {
        Self { band: 0.05, seed: 1 }
    }
}

/// A number for a text or an identifier.
pub(crate) fn number_of(bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(mixed(u64::try_from(bytes.len()).unwrap_or(0)), |number, piece| {
        let mut eight = [0; 8];
        eight[..piece.len()].copy_from_slice(piece);
        mixed(number ^ u64::from_le_bytes(eight))
    })
}

impl Ties {
    /// The lots of one search on one day.
    pub(crate) fn lots(self, query: u64, day: NaiveDate) -> Lots {
        let day = i64::from(day.num_days_from_ce()).cast_unsigned();
        Lots { ties: self, start: mixed(mixed(mixed(self.seed) ^ query) ^ day) }
    }
}

/// The lots of one search on one day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lots {
    ties: Ties,
    start: u64,
}

impl Lots {
    /// The band of a fit.
    fn band(&self, fit: f64) -> u32 {
        whole(fit / self.ties.band)
    }

    /// The lowest fit that may stand in one band with this one, with room for rounding.
    pub(crate) fn floor(&self, fit: f64) -> f64 {
        fit - 2.0 * self.ties.band
    }

    /// The first so many, best band first, those of one band by lot. `number` gives the number of
    /// what a hit is; those with one number stand in the order of their places.
    pub(crate) fn first(
        &self,
        hits: Vec<Hit>,
        top: usize,
        number: impl Fn(u32) -> u64,
    ) -> Vec<Hit> {
        let mut kept: Vec<(u32, Hit)> =
            hits.into_iter().map(|hit| (self.band(hit.score), hit)).collect();
        if top == 0 {
            return Vec::new();
        }
        if top < kept.len() {
            // Lots are drawn only in bands of which something is shown.
            let (_, last, _) = kept.select_nth_unstable_by(top - 1, |a, b| b.0.cmp(&a.0));
            let last = last.0;
            kept.retain(|(band, _)| *band >= last);
        }
        let mut drawn: Vec<(u32, u64, Hit)> = kept
            .into_iter()
            .map(|(band, hit)| (band, mixed(self.start ^ number(hit.doc)), hit))
            .collect();
        drawn.sort_unstable_by(|a, b| {
            b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(at(a.2.doc).cmp(&at(b.2.doc)))
        });
        drawn.truncate(top);
        drawn.into_iter().map(|(_, _, hit)| hit).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    use super::{Lots, Ties, number_of};
    use crate::index::Hit;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::default() + Days::new(n)
    }

    fn number(doc: u32) -> u64 {
        number_of(&doc.to_le_bytes())
    }

    fn hits() -> impl Strategy<Value = Vec<Hit>> {
        // Many in one band.
        prop::collection::vec(0_u32..60, 0..60).prop_map(|fits| {
            let hit = |(fit, doc)| Hit { doc, score: f64::from(fit) * 0.01 };
            fits.into_iter().zip(0..).map(hit).collect()
        })
    }

    fn docs(lots: &Lots, hits: Vec<Hit>, top: usize) -> Vec<u32> {
        lots.first(hits, top, number).iter().map(|hit| hit.doc).collect()
    }

    proptest! {
        #[test]
        fn a_band_is_never_crossed(hits in hits(), seed in any::<u64>(), query in any::<u64>()) {
            let ties = Ties { seed, ..Ties::default() };
            let found = ties.lots(query, day(0)).first(hits.clone(), hits.len(), number);
            prop_assert_eq!(found.len(), hits.len());
            for two in found.windows(2) {
                prop_assert!(two[1].score <= two[0].score + ties.band);
                let lots = ties.lots(query, day(0));
                prop_assert!(lots.band(two[1].score) <= lots.band(two[0].score));
                prop_assert!(two[1].score >= lots.floor(two[0].score) || lots.band(two[1].score) < lots.band(two[0].score));
            }
        }

        #[test]
        fn the_order_follows_from_seed_search_and_day_alone(
            hits in hits(), seed in any::<u64>(), query in any::<u64>(), on in 0_u64..20_000,
            turned in any::<u64>(),
        ) {
            let lots = Ties { seed, ..Ties::default() }.lots(query, day(on));
            let mut other = hits.clone();
            let n = other.len().max(1);
            other.rotate_left(usize::try_from(turned).unwrap_or(0) % n);
            other.reverse();
            prop_assert_eq!(docs(&lots, hits.clone(), n), docs(&lots, other, n));
        }

        #[test]
        fn the_top_is_the_beginning(hits in hits(), top in 0_usize..70) {
            let lots = Ties::default().lots(7, day(1));
            let all = docs(&lots, hits.clone(), hits.len());
            prop_assert_eq!(docs(&lots, hits, top), all[..top.min(all.len())].to_vec());
        }
    }

    #[test]
    fn each_of_equals_comes_first_on_its_share_of_days() {
        let equal: Vec<Hit> = (0..5).map(|doc| Hit { doc, score: 50.0 }).collect();
        let mut firsts = [0_u32; 5];
        for on in 0..2000 {
            let found = Ties::default().lots(3, day(on)).first(equal.clone(), 1, number);
            firsts[usize::try_from(found[0].doc).unwrap()] += 1;
        }
        // 400 each, give or take four standard deviations of 18.
        assert!(firsts.iter().all(|count| (328..=472).contains(count)), "{firsts:?}");
    }

    #[test]
    fn other_seeds_searches_and_days_draw_other_lots() {
        let equal: Vec<Hit> = (0..30).map(|doc| Hit { doc, score: 50.0 }).collect();
        let order = |seed, query, on| {
            docs(&Ties { seed, ..Ties::default() }.lots(query, day(on)), equal.clone(), 30)
        };
        let orders: BTreeSet<Vec<u32>> =
            [order(1, 1, 1), order(2, 1, 1), order(1, 2, 1), order(1, 1, 2)].into();
        assert_eq!(orders.len(), 4);
    }

    #[test]
    fn numbers_tell_bytes_apart() {
        assert_ne!(number_of(b""), number_of(&[0]));
        assert_ne!(number_of(b"one text"), number_of(b"one texts"));
        assert_eq!(number_of(b"one text"), number_of(b"one text"));
    }
}
