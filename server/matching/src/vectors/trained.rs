//! Vectors learned from the calls of an index.
//!
//! Calls that speak of the same thing use words that keep the same company, even where they share
//! none. The table of calls and terms, each call's impacts scaled to length 1, is reduced to the few
//! directions in which calls differ most: latent semantic analysis (Deerwester et al. 1990), by the
//! randomised range finder of Halko, Martinsson and Tropp (2011), algorithm 4.4. The vector of a
//! text is the weighted sum of its terms in those directions. Only the space that the directions
//! span counts, as an angle does not depend on the axes, so no eigenvalues are computed.
//!
//! Each language has a space of its own, as words of different languages hardly share a call.

use reading::{
    num::{at, narrow, real},
    parallel,
    tongue::Tongue,
};

use super::{
    Embedder, Passage, Vector,
    linear::{Sparse, Table, add},
};
use crate::{chance::Chance, index::Corpus};

/// How vectors are learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Training {
    /// Directions kept, at most; 0 learns nothing.
    pub dimensions: usize,
    /// A language with fewer calls gets no vectors: they would say nothing that words do not.
    pub least: usize,
    /// What the first guess is drawn from.
    pub seed: u64,
}

impl Default for Training {
    fn default() -> Self {
        Self { dimensions: 256, least: 200, seed: 1 }
    }
}

/// More calls than this are not learned from; it is as many, spread evenly over all.
const LEARNED_FROM: usize = 4096;
/// Where there are more calls than this, half of the dimensions do: vectors of all calls are made
/// anew whenever the index is.
const MANY: usize = 16_384;
/// Terms learned, those in most calls first.
const TERMS: usize = 16_384;
/// A term in fewer calls has no company to be known by.
const LEAST_CALLS: usize = 2;
/// Dimensions are at most the calls learned from over this.
const CALLS_PER_DIMENSION: usize = 4;
/// How often the guess is improved.
const ROUNDS: usize = 2;
/// Calls turned into vectors by a thread at a time.
const SHARE: usize = 512;

/// Vectors learned from calls.
pub struct Trained {
    spaces: Vec<(Tongue, Space)>,
}

/// The space of a language.
struct Space {
    /// Place of each term of the index, up to the last one learned; `NOWHERE` for one not learned.
    places: Vec<u32>,
    /// How rare each learned term is.
    idf: Vec<f64>,
    /// A row for each learned term.
    directions: Table,
}

/// The place of a term that has not been learned.
const NOWHERE: u32 = u32::MAX;

impl Trained {
    /// Learns from the calls of an index, given the language of each; `None` for a call without
    /// words. The order of calls is that of the index.
    #[must_use]
    pub fn on(corpus: &Corpus, tongues: &[Option<Tongue>], training: Training) -> Self {
        Self::in_threads(corpus, tongues, training, parallel::threads())
    }

    pub(super) fn in_threads(
        corpus: &Corpus,
        tongues: &[Option<Tongue>],
        training: Training,
        threads: usize,
    ) -> Self {
        let spaces = Tongue::KNOWN.into_iter().filter_map(|tongue| {
            let of = (0_u32..).zip(tongues).filter(|(_, one)| **one == Some(tongue));
            let docs: Vec<u32> = of.map(|(doc, _)| doc).collect();
            let learned = docs.len() >= training.least && training.dimensions > 0;
            let space = learned.then(|| Space::on(corpus, &docs, training, threads)).flatten();
            space.map(|space| (tongue, space))
        });
        Self { spaces: spaces.collect() }
    }

    fn space(&self, tongue: Tongue) -> Option<&Space> {
        self.spaces.iter().find(|(one, _)| *one == tongue).map(|(_, space)| space)
    }

    /// The vectors of all calls of the index it has learned from.
    #[must_use]
    pub fn of_calls(&self, corpus: &Corpus, tongues: &[Option<Tongue>]) -> Vec<Option<Vector>> {
        let docs: Vec<(u32, Option<Tongue>)> = (0..).zip(tongues.iter().copied()).collect();
        let vectors = parallel::map(docs.chunks(SHARE), parallel::threads(), |docs| {
            let of = |&(doc, tongue): &(u32, Option<Tongue>)| {
                self.space(tongue?)?.vector(corpus.terms_of(doc))
            };
            docs.iter().map(of).collect::<Vec<_>>()
        });
        vectors.into_iter().flatten().collect()
    }
}

impl Trained {
    /// The vector of a call with these impacts, as [`Self::of_calls`] gives it.
    pub(crate) fn of_call(
        &self,
        tongue: Option<Tongue>,
        impacts: impl Iterator<Item = (u32, f64)>,
    ) -> Option<Vector> {
        self.space(tongue?)?.vector(impacts)
    }
}

impl Embedder for Trained {
    fn embed(&self, passage: &Passage) -> Option<Vector> {
        let space = self.space(passage.tongue)?;
        let idf = |term: u32| space.place(term).map_or(0.0, |place| space.idf[place]);
        space.vector(passage.terms.iter().map(|one| (one.term, one.weight * idf(one.term))))
    }

    fn compares(&self, a: Tongue, b: Tongue) -> bool {
        a == b && self.space(a).is_some()
    }
}

impl Space {
    /// `None` where the calls have too few words in common.
    fn on(corpus: &Corpus, docs: &[u32], training: Training, threads: usize) -> Option<Self> {
        let some: Vec<u32> = spread(docs, LEARNED_FROM).collect();
        let mut calls_with: Vec<u32> = Vec::new();
        for (term, _) in some.iter().flat_map(|doc| corpus.terms_of(*doc)) {
            if calls_with.len() <= at(term) {
                calls_with.resize(at(term) + 1, 0);
            }
            calls_with[at(term)] += 1;
        }
        let mut learned: Vec<u32> = (0..).zip(&calls_with).map(|(term, _)| term).collect();
        learned.retain(|term| at(calls_with[at(*term)]) >= LEAST_CALLS);
        learned.sort_by(|a, b| calls_with[at(*b)].cmp(&calls_with[at(*a)]).then(a.cmp(b)));
        learned.truncate(TERMS);
        let mut places = vec![NOWHERE; calls_with.len()];
        for (&term, place) in learned.iter().zip(0..) {
            places[at(term)] = place;
        }
        let n = real(some.len());
        let idf = |term: &u32| {
            let calls = f64::from(calls_with[at(*term)]);
            (1.0 + (n - calls + 0.5) / (calls + 0.5)).ln()
        };
        let idf = learned.iter().map(idf).collect();
        let calls = rows(corpus, &some, &places);

        let many = if docs.len() > MANY { training.dimensions / 2 } else { training.dimensions };
        let dimensions = many.min(some.len() / CALLS_PER_DIMENSION).min(learned.len());
        if dimensions == 0 {
            return None;
        }
        let terms = calls.transposed(learned.len());
        let mut chance = Chance::new(training.seed);
        let guess = (0..some.len() * dimensions).map(|_| chance.sign());
        let mut by_call = Table { columns: dimensions, data: guess.collect() };
        for _ in 0..ROUNDS {
            by_call = calls.times(&terms.times(&by_call, threads), threads).basis(threads);
        }
        let directions = terms.times(&by_call, threads).basis(threads);
        Some(Self { places, idf, directions })
    }

    fn place(&self, term: u32) -> Option<usize> {
        self.places.get(at(term)).filter(|place| **place != NOWHERE).map(|place| at(*place))
    }

    fn vector(&self, terms: impl Iterator<Item = (u32, f64)>) -> Option<Vector> {
        let mut sum = vec![0.0; self.directions.columns];
        for (term, weight) in terms {
            if let Some(place) = self.place(term) {
                add(&mut sum, narrow(weight), self.directions.row(place));
            }
        }
        Vector::new(&sum)
    }
}

/// At most so many, spread evenly.
fn spread(docs: &[u32], most: usize) -> impl Iterator<Item = u32> {
    let count = docs.len().min(most);
    (0..count).map(move |i| docs[i * docs.len() / count.max(1)])
}

/// The impacts of learned terms in each call, scaled to length 1.
fn rows(corpus: &Corpus, docs: &[u32], places: &[u32]) -> Sparse {
    let mut table = Sparse::default();
    for &doc in docs {
        let known = |(term, impact): (u32, f64)| {
            places.get(at(term)).filter(|place| **place != NOWHERE).map(|place| (*place, impact))
        };
        let mut row: Vec<(u32, f64)> = corpus.terms_of(doc).filter_map(known).collect();
        row.sort_unstable_by_key(|(place, _)| *place);
        let length = row.iter().map(|(_, impact)| impact * impact).sum::<f64>().sqrt();
        for (place, impact) in row {
            table.columns.push(place);
            table.values.push(narrow(if length > 0.0 { impact / length } else { 0.0 }));
        }
        table.ends.push(table.columns.len());
    }
    table
}
