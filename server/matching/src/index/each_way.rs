//! The best of two sets of documents for each other, in one pass over the pairs.
//!
//! To look for the best calls of every project and then for the best projects of every call is to add the
//! words of each pair twice. Here a project is looked up among all calls once, with bounds that hold both
//! for the score of the call as the project's match and for that of the project as the call's.
//!
//! *The bound.* A word `t` that a project `p` and a call `c` share gives the one score `idf_c(t)·x_c(t)` and
//! the other `impact_p(t)`, which is known before any call is looked at ([`super::bounds`] has `x`). What is
//! added for the word is made at least `impact_p(t)·s/r`, where `s` is the share that the block of the call
//! promises, and `r` any number: the share of a word that stands once in the project makes both about
//! equal, as most words stand once. A sum of units `u` then bounds the one score by `u·unit` and the other
//! by `u·unit·r/s`.
//!
//! *The thresholds.* The best calls of a project are found at once, as in any search. Those of a call must reach
//! what `k` projects have reached before: each call is looked up among the projects with the greatest shares
//! first, which need no second look then, and the more of the others have been looked up, the fewer calls can
//! gain by another. In how many rounds and threads that is done changes how many exact scores are computed, not
//! what comes out.

use std::ops::Range;

use super::{
    Best, Corpus, Hit,
    bounds::{BLOCK, Tile},
    rows::ROWS_AHEAD,
    top::{Added, Asked, PEAKS, Wanted, search},
};
use crate::{
    num::{at, narrow_down, small},
    parallel,
    wide::{Width, prefetch},
};

/// The best of two sets of documents for each other.
#[derive(Debug, PartialEq)]
pub struct EachWay {
    /// The best of the set that was asked, for each document of the asking set.
    pub asked: Vec<Vec<Hit>>,
    /// The best of the asking set, for each document of the set that was asked.
    pub asking: Vec<Vec<Hit>>,
}

/// Documents that ask before thresholds are raised, at the most: what they found is kept until then.
const ROUND: usize = 1 << 16;
/// Documents that a thread takes at a time, at the most.
const SOME: usize = 256;
/// Words of most documents.
const WORDS: usize = 256;
/// A term that the other corpus does not have.
const NONE: u32 = u32::MAX;

impl Corpus {
    /// The best `k` documents here for each document of another corpus, and the best `k` of the other
    /// for each document here, in so many threads. A document asks with its different words, each
    /// counted once; [`Self::top`] gives the same for each such query, to the bit.
    #[must_use]
    pub fn each_way(&self, other: &Self, k: usize, threads: usize) -> EachWay {
        self.each_way_in(other, k, threads, Width::widest())
    }

    pub(super) fn each_way_in(
        &self,
        other: &Self,
        k: usize,
        threads: usize,
        width: Width,
    ) -> EachWay {
        let blank = |corpus: &Self| vec![Vec::new(); corpus.len()];
        if k == 0 {
            return EachWay { asked: blank(other), asking: blank(self) };
        }
        let keys = other.vocabulary.keys();
        let terms: Vec<u32> =
            keys.map(|key| self.vocabulary.get_key(key).unwrap_or(NONE)).collect();
        let mut asking = self.among_first(other, &terms, (k, threads), width);
        let mut first = vec![false; other.len()];
        for &doc in other.bounds.first() {
            if let Some(first) = first.get_mut(at(doc)) {
                *first = true;
            }
        }
        let mut floors = Floors::new(self, &asking);
        let mut asked = Vec::with_capacity(other.len());
        let mut from = 0;
        while from < other.len() {
            let to = other.len().min(from + from.clamp(SOME, ROUND));
            let pass =
                Pass { here: self, other, terms: &terms, first: &first, floors: &floors, k, width };
            let step = (to - from).div_ceil(4 * threads.max(1)).min(SOME);
            let parts = (from..to).step_by(step).map(|from| from..to.min(from + step));
            let found = parallel::map(parts, threads, |part| pass.ask(part));
            for (some, hits) in found {
                asked.extend(some);
                for (here, hit) in hits {
                    asking[at(here)].take(hit);
                }
            }
            floors.raise(&asking);
            from = to;
        }
        EachWay { asked, asking: asking.into_iter().map(Best::hits).collect() }
    }

    /// The best `k` for each document here among the first tile of another corpus, which has those with the
    /// greatest shares. `terms` tells the term here of each there.
    fn among_first(
        &self,
        other: &Self,
        terms: &[u32],
        (k, threads): (usize, usize),
        width: Width,
    ) -> Vec<Best> {
        let mut there = vec![NONE; self.idf.len()];
        for (&here, term) in terms.iter().zip(0..) {
            if let Some(slot) = there.get_mut(at(here)) {
                *slot = term;
            }
        }
        let among = other.bounds.first().len();
        let best = |doc: usize, added: &mut Added, asked: &mut Asked| {
            let terms = self.rows.row(small(doc)).terms().filter(|(_, tf)| *tf > 0.0);
            let mut wanted: Vec<Wanted> = terms
                .map(|(term, _)| there[at(term)])
                .filter(|term| *term != NONE)
                .map(|term| Wanted { term, weight: 1.0, least: 0.0 })
                .collect();
            wanted.sort_unstable_by_key(|wanted| wanted.term);
            added.add(other, &wanted, (k, among), width);
            asked.ask(&wanted);
            search(asked, k, width, added)
        };
        let parts = (0..self.len()).step_by(SOME).map(|from| from..self.len().min(from + SOME));
        let some = |part: Range<usize>| {
            let (mut added, mut asked) = (Added::room(other, 1), Asked::nothing(other));
            part.map(|doc| best(doc, &mut added, &mut asked)).collect::<Vec<Best>>()
        };
        parallel::map(parts, threads, some).into_iter().flatten().collect()
    }
}

/// What a document of the other corpus has to reach to be among the best of each here.
struct Floors<'c> {
    corpus: &'c Corpus,
    /// What each block promises, in parts of the greatest typical share.
    promised: Vec<f64>,
    /// The score of each place.
    scores: Vec<f64>,
    /// The least of a column's scores times what its block promises, rounded down.
    columns: Vec<[f32; PEAKS]>,
}

impl<'c> Floors<'c> {
    /// By the best of each document at the beginning.
    fn new(corpus: &'c Corpus, best: &[Best]) -> Self {
        let promised = corpus.bounds.tiles().iter().flat_map(Tile::promised).collect();
        // Nobody is at some places.
        let somebody = |doc: &u32| if at(*doc) < corpus.len() { 0.0 } else { f64::INFINITY };
        let scores = corpus.bounds.documents().iter().map(somebody).collect();
        let mut floors = Self { corpus, promised, scores, columns: Vec::new() };
        floors.raise(best);
        floors
    }

    /// By the best of each document so far.
    fn raise(&mut self, best: &[Best]) {
        for (score, &doc) in self.scores.iter_mut().zip(self.corpus.bounds.documents()) {
            let least = best.get(at(doc)).and_then(Best::least);
            *score = least.unwrap_or(*score);
        }
        let blocks = self.scores.chunks(BLOCK).zip(&self.promised);
        let columns = blocks.map(|(scores, promised)| {
            let mut columns = [f64::INFINITY; PEAKS];
            for scores in scores.chunks(PEAKS) {
                for (column, score) in columns.iter_mut().zip(scores) {
                    *column = column.min(score * promised);
                }
            }
            columns.map(narrow_down)
        });
        self.columns = columns.collect();
    }
}

/// Documents of another corpus looked up here.
struct Pass<'p> {
    here: &'p Corpus,
    other: &'p Corpus,
    /// The term here of each there.
    terms: &'p [u32],
    /// Those there among which each here has been looked up.
    first: &'p [bool],
    floors: &'p Floors<'p>,
    k: usize,
    width: Width,
}

/// A document that asks.
struct Asking {
    doc: u32,
    /// Whether each here has been looked up among it and others.
    first: bool,
    /// The share of a word that stands in it once.
    once: f64,
    wanted: Vec<Wanted>,
    /// Which of its terms each of those wanted is, and what it gives there.
    impacts: Vec<(usize, f64)>,
}

impl Pass<'_> {
    /// The best documents here for some there, and the documents here of which one of those may be among
    /// the best, each with it and its score.
    fn ask(&self, docs: Range<usize>) -> (Vec<Vec<Hit>>, Vec<(u32, Hit)>) {
        let mut added = Added::room(self.here, usize::MAX);
        let mut asked = Asked::nothing(self.here);
        let (mut best, mut hits) = (Vec::with_capacity(docs.len()), Vec::new());
        let mut next = self.asking(docs.start);
        for doc in docs {
            // The processor is told of the next one's terms before it is asked for them.
            let asking = next;
            next = self.asking(doc + 1);
            asked.ask(&asking.wanted);
            best.push(self.best(&asking, &asked, &mut added, &mut hits));
        }
        (best, hits)
    }

    /// A document there as a query.
    fn asking(&self, doc: usize) -> Asking {
        let doc = small(doc);
        let row = self.other.rows.row(doc);
        // The processor is told of all before any is asked for.
        let tell = |(term, _): &(u32, f64)| {
            self.other.prefetch_idf(*term);
            prefetch(self.terms.get(at(*term)..=at(*term)).unwrap_or_default());
        };
        let mut found = Vec::with_capacity(WORDS);
        found.extend(row.terms().filter(|(_, tf)| *tf > 0.0).inspect(tell));
        let mut terms = Vec::with_capacity(found.len());
        terms.extend(
            (found.into_iter().enumerate())
                .map(|(i, (term, tf))| {
                    (self.terms[at(term)], i, row.impact(self.other.idf(term), tf))
                })
                .filter(|(term, ..)| *term != NONE),
        );
        terms.sort_unstable_by_key(|(term, ..)| *term);
        let once = Some(row.typical());
        let once = once.filter(|once| once.is_normal() && *once > 0.0).unwrap_or(1.0);
        let first = self.first.get(at(doc)).is_some_and(|first| *first);
        let wanted = terms.iter().map(|&(term, _, impact)| {
            self.here.prefetch(term);
            Wanted { term, weight: 1.0, least: if first { 0.0 } else { impact / once } }
        });
        let wanted = wanted.collect();
        let impacts = terms.iter().map(|(_, i, impact)| (*i, *impact)).collect();
        Asking { doc, first, once, wanted, impacts }
    }

    /// The best documents here for one there. Those here of which it may be one of the best are written
    /// down with its score.
    fn best(
        &self,
        asking: &Asking,
        asked: &Asked,
        added: &mut Added,
        hits: &mut Vec<(u32, Hit)>,
    ) -> Vec<Hit> {
        let Asking { first, once, wanted, .. } = asking;
        if wanted.is_empty() {
            return Vec::new();
        }
        let among = self.here.len().max(self.other.len());
        added.add(self.here, wanted, (self.k, among), self.width);
        let mut places = Vec::new();
        if !*first {
            // What one in a score times what its block promises is in units.
            let units = self.here.bounds.typical() / (once * added.unit());
            let Floors { scores, promised, columns, .. } = self.floors;
            // A little less than what rounding can add.
            let reaches = |sum: u16, place: usize| {
                let floor = scores[place] * promised[place / BLOCK] * units * (1.0 - 1e-8);
                // Without any unit there is no word in common.
                sum > 0 && f64::from(sum) >= floor
            };
            let factor = narrow_down((units * (1.0 - 1e-6)).min(f32::MAX.into()));
            places = added.reach(columns, factor, self.width, reaches);
        }
        self.score(asking, &places, asked, hits);
        search(asked, self.k, self.width, added).hits()
    }

    /// Writes down the documents at some places of which one of the other corpus may be one of the best.
    fn score(&self, asking: &Asking, places: &[usize], asked: &Asked, hits: &mut Vec<(u32, Hit)>) {
        let (rows, documents) = (&self.here.rows, self.here.bounds.documents());
        for &place in places {
            rows.prefetch_end(documents[place]);
        }
        let mut shared = Vec::new();
        for (i, &place) in places.iter().enumerate() {
            if let Some(place) = places.get(i + ROWS_AHEAD) {
                rows.prefetch(documents[*place]);
            }
            let (here, least) = (documents[place], self.floors.scores[place]);
            let mut sum = 0.0;
            shared.clear();
            asked.shared(here, |i| {
                let (i, impact) = asking.impacts[i];
                shared.push((i, impact));
                sum += impact;
            });
            // In another order, a sum differs by its last digits.
            if sum > 0.0 && sum * (1.0 + 1e-9) >= least {
                shared.sort_unstable_by_key(|(i, _)| *i);
                let score = shared.iter().fold(0.0, |sum, (_, impact)| sum + impact);
                hits.push((here, Hit { doc: asking.doc, score }));
            }
        }
    }
}
