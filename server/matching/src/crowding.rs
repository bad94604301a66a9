//! How crowded it is around a text: whether it is like very many calls.
//!
//! A text that says a little of everything is near everything, and would stand in every list
//! without being the best for anyone. After Lample et al. (2018, CSLS) its crowding is the mean of
//! its ten best scores on the other side. Calls take the other side of calls here: a mean over
//! projects would let one read off a call's score what projects there are. So the crowding of a call
//! comes from public calls that ask for it as a project would, and the crowding of a project from
//! its own scores alone. Neither knows of any other project.

use reading::{
    num::{at, narrow, real, small},
    parallel,
};

use crate::{
    fit::Calibration,
    index::{Corpus, Hit, Query},
};

/// How many best scores count. Where there are fewer, those missing are 0: among few calls nothing
/// is crowded.
pub(crate) const BEST: usize = 10;

/// Calls that ask, at most, spread evenly over all.
const ASKING: usize = 256;

/// Calls that are asked by a thread at a time.
const CALLS: usize = 4096;

/// The ten best, the least of them first.
#[derive(Clone, Copy, Default)]
struct Best([f32; BEST]);

impl Best {
    fn add(&mut self, share: f32) {
        if share > self.0[0] {
            let place = self.0.iter().take_while(|one| **one < share).count() - 1;
            self.0.copy_within(1..=place, 0);
            self.0[place] = share;
        }
    }

    fn mean(&self) -> f64 {
        self.0.iter().map(|share| f64::from(*share)).sum::<f64>() / real(BEST)
    }
}

/// The calls that ask how crowded it is around another one.
pub(crate) struct Probes {
    calls: Vec<(u32, Query)>,
    /// For each term, up to the last one that a call asks for, where its askers begin.
    starts: Vec<u32>,
    /// Who asks for a term, by position, and how much it counts there.
    askers: Vec<(u32, f64)>,
}

impl Probes {
    /// Calls spread evenly over those of the corpus.
    pub(crate) fn of(corpus: &Corpus) -> Self {
        let calls: Vec<(u32, Query)> =
            spread(corpus.len()).map(|call| (call, corpus.query_of(call))).collect();
        let mut asked: Vec<(u32, u32, f64)> = Vec::new();
        for ((_, query), i) in calls.iter().zip(0..) {
            asked.extend(query.terms.iter().map(|one| (one.term, i, one.weight)));
        }
        asked.sort_unstable_by_key(|(term, i, _)| (*term, *i));
        let last = asked.last().map_or(0, |(term, _, _)| at(*term) + 1);
        let mut starts = vec![0; last + 1];
        for (term, _, _) in &asked {
            starts[at(*term) + 1] += 1;
        }
        for i in 0..last {
            starts[i + 1] += starts[i];
        }
        let askers = asked.into_iter().map(|(_, i, weight)| (i, weight)).collect();
        Self { calls, starts, askers }
    }

    /// How crowded each call of the corpus is, from 0 to 1.
    pub(crate) fn of_calls(
        &self,
        corpus: &Corpus,
        calibration: Calibration,
        threads: usize,
    ) -> Vec<f64> {
        let calls: Vec<u32> = (0..small(corpus.len())).collect();
        let crowding = parallel::map(calls.chunks(CALLS), threads, |calls| {
            let mut scores = Vec::new();
            let of =
                |&call| self.crowding(corpus.terms_of(call), Some(call), calibration, &mut scores);
            calls.iter().map(of).collect::<Vec<f64>>()
        });
        crowding.concat()
    }

    /// How crowded a call with these impacts is, from 0 to 1. `itself` is the call's number where it
    /// stands in the corpus: it is no neighbour of itself. `scores` is room to work in.
    pub(crate) fn crowding(
        &self,
        impacts: impl Iterator<Item = (u32, f64)>,
        itself: Option<u32>,
        calibration: Calibration,
        scores: &mut Vec<f64>,
    ) -> f64 {
        scores.clear();
        scores.resize(self.calls.len(), 0.0);
        // All at once, each in the order in which it would be added alone.
        for (term, impact) in impacts {
            let Some(&[start, end]) = self.starts.get(at(term)..at(term) + 2) else { break };
            for (asker, weight) in &self.askers[at(start)..at(end)] {
                scores[at(*asker)] += weight * impact;
            }
        }
        let mut best = Best::default();
        for ((call, query), score) in self.calls.iter().zip(scores) {
            if Some(*call) != itself {
                best.add(narrow(query.share(*score)));
            }
        }
        calibration.apply(best.mean())
    }
}

/// How crowded it is around a project, from 0 to 1, by its own scores: its best ones, best first.
pub(crate) fn of_project(query: &Query, best: &[Hit], calibration: Calibration) -> f64 {
    let sum: f64 = best.iter().take(BEST).map(|hit| query.share(hit.score)).sum();
    calibration.apply(sum / real(BEST))
}

fn spread(n: usize) -> impl Iterator<Item = u32> {
    let count = n.min(ASKING);
    (0..count).map(move |i| small(i * n / count.max(1)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BEST, Best, Probes, of_project, spread};
    use crate::{
        fit::Calibration,
        index::{Bm25, Corpus, CorpusBuilder},
    };
    use reading::tokens::Tokens;

    fn corpus(texts: &[String]) -> Corpus {
        let mut builder = CorpusBuilder::new(Bm25::plain(1.5, 0.75));
        for text in texts {
            builder.add(&Tokens::given(text.split(' ')));
        }
        builder.finish()
    }

    /// Twelve calls that share nothing but the words of a first, which says all of them.
    fn one_like_all() -> Vec<String> {
        let own: Vec<String> = (0..12).map(|i| format!("alpha{i} beta{i} gamma{i}")).collect();
        let mut texts = vec![own.join(" ")];
        texts.extend(own);
        texts
    }

    #[test]
    fn a_call_like_many_is_crowded() {
        let corpus = corpus(&one_like_all());
        let found = Probes::of(&corpus).of_calls(&corpus, Calibration::default(), 1);
        assert!(found[1..].iter().all(|one| *one < found[0]), "{found:?}");
        assert!(found.iter().all(|one| (0.0..=1.0).contains(one)));
    }

    #[test]
    fn a_project_like_many_calls_is_crowded() {
        let texts = one_like_all();
        let corpus = corpus(&texts);
        let of = |text: &str| {
            let query = corpus.query(&Tokens::given(text.split(' ')), &[1.0]);
            of_project(&query, &corpus.top(&query, BEST), Calibration::default())
        };
        assert!(of(&texts[0]) > of(&texts[1]));
        assert!(of("unheard").abs() < f64::EPSILON);
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let texts: Vec<String> =
            (0..70).map(|i| format!("w{} w{} w{} common", i % 7, i % 11, i % 13)).collect();
        let corpus = corpus(&texts);
        let bits = |threads| -> Vec<u64> {
            let found = Probes::of(&corpus).of_calls(&corpus, Calibration::default(), threads);
            found.iter().map(|one| one.to_bits()).collect()
        };
        assert_eq!(bits(1), bits(2));
    }

    proptest! {
        #[test]
        fn the_best_are_kept(shares in prop::collection::vec(0.0_f32..1.0, 0..40)) {
            let mut best = Best::default();
            for share in &shares {
                best.add(*share);
            }
            let mut sorted = shares;
            sorted.resize(sorted.len().max(BEST), 0.0);
            sorted.sort_by(|a, b| b.total_cmp(a));
            let kept: Vec<f32> = best.0.iter().rev().copied().collect();
            prop_assert_eq!(kept, sorted[..BEST].to_vec());
        }

        #[test]
        fn those_that_ask_are_spread(n in 0_usize..2000) {
            let asking: Vec<u32> = spread(n).collect();
            prop_assert_eq!(asking.len(), n.min(256));
            prop_assert!(asking.windows(2).all(|two| two[0] < two[1]));
        }
    }
}
