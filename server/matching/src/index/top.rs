//! The best documents, exactly, without the exact score of every document.
//!
//! An upper bound of every score is added first ([`super::bounds`]), in whole units, rounded
//! up, in one byte that stays at 255 once it is reached: that is what a processor does
//! fastest. Then exact scores are computed, as [`super::Corpus::scores`] does, to the bit, for the
//! documents with the greatest bounds first, until no bound reaches the least of the best so far.
//!
//! *Nothing is lost.* With `u(d)` the units of a document, `score(d) ≤ u(d)·unit`, or `u(d) = 255`.
//! Where `k` documents have at least the score `θ`, one with `u(d) < 255` and `u(d)·unit < θ` is below
//! all of them. How many units fit a byte decides only how many exact scores are computed.
//!
//! Whole numbers give the same whatever the registers ([`crate::wide`]) and the number of threads.

#![expect(clippy::inline_always, reason = "code is compiled for the registers it is inlined into")]

use super::{
    Best, Corpus, Hit, Query,
    bounds::{BLOCK, Bounds, GROUP, TILE},
    factor::{FULL, Factor},
    planes::{Adding, Digits},
};
use std::ops::RangeInclusive;

use crate::{
    num::{at, real},
    wide::{Width, Work, prefetch},
};

/// Units of the documents of one tile.
type Sums = [u8; TILE];

/// Where the least score among the best is expected, in units.
const EXPECTED: f64 = 220.0;
/// More documents than this with all units are too many to compute.
const MANY_FULL: usize = 256;
/// Units are made coarser at most so often: every list adds at least one, so for a text of very many
/// words no unit is coarse enough.
const PASSES: usize = 6;
/// Documents between the one that is computed and the one that is fetched.
const ROWS_AHEAD: usize = 4;
/// Postings of a list that are fetched ahead; those behind them come by themselves.
const FETCHED: usize = 512;
/// Lists between the one that is added and the one that is fetched.
const AHEAD: usize = 8;

/// A query in units.
struct Plan {
    /// What a unit is worth.
    unit: f64,
    /// The planes, as where the typical share is the greatest.
    planes: Digits,
    /// Lists by their terms, each with what a part is worth in units.
    lists: Vec<(u32, Factor)>,
}

impl Plan {
    fn new(corpus: &Corpus, query: &Query, unit: f64) -> Self {
        let bounds = &corpus.bounds;
        let terms =
            || query.terms.iter().map(|asked| (asked, asked.weight * corpus.idf(asked.term)));
        let planes: Vec<(u32, f64)> = terms()
            .flat_map(|(asked, weight)| {
                let most = weight * bounds.typical() / unit;
                bounds.planes(asked.term).map(move |(plane, step)| (plane, most * step))
            })
            .collect();
        let lists = terms()
            .map(|(asked, weight)| (asked.term, weight * bounds.rest(asked.term) / 255.0 / unit))
            .filter(|(_, worth)| *worth > 0.0)
            .map(|(term, worth)| (term, Factor::new(worth)))
            .collect();
        Self { unit, planes: Digits::new(&planes, bounds.spread()), lists }
    }

    /// The greatest score that so many units allow.
    fn most(&self, units: u8) -> f64 {
        most(units, self.unit)
    }

    /// The fewest units that allow a score.
    fn least(&self, score: f64) -> u8 {
        (1..FULL).find(|&units| self.most(units) >= score).unwrap_or(FULL)
    }

    /// Writes the bounds of all documents of a tile.
    fn write(&self, bounds: &Bounds, i: usize, sums: &mut Sums, width: Width) {
        let Some(tile) = bounds.tiles().get(i) else { return };
        let digits = &self.planes;
        let starts: Vec<u32> = digits.planes().iter().map(|plane| tile.start(*plane)).collect();
        let worth: Vec<Factor> =
            tile.typical().map(|share| Factor::new(digits.one() * share)).collect();
        let adding = Adding { digits, bits: tile.bits(), starts: &starts, worth: &worth };
        adding.write(width, sums.as_chunks_mut().0);
        width.run(Lists { plan: self, bounds, tile: i, sums });
    }
}

/// Adds the lists of a query in a tile.
struct Lists<'s> {
    plan: &'s Plan,
    bounds: &'s Bounds,
    tile: usize,
    sums: &'s mut Sums,
}

impl Work for Lists<'_> {
    #[inline(always)]
    fn run(self) {
        let Lists { plan, bounds, tile, sums } = self;
        // The processor is told of lists some time before they are read: to wait for the memory at
        // each takes longer than to add it.
        let mut lists = Vec::with_capacity(plan.lists.len());
        lists.extend(plan.lists.iter().map(|&(term, worth)| (bounds.list(term, tile), worth)));
        for (i, &((places, parts), worth)) in lists.iter().enumerate() {
            if let Some(((places, parts), _)) = lists.get(i + AHEAD) {
                prefetch(places.get(..FETCHED).unwrap_or(places));
                prefetch(parts.get(..FETCHED / GROUP).unwrap_or(parts));
            }
            for (places, parts) in places.chunks(GROUP).zip(parts) {
                // Products first, many at a time; then each to its place.
                let mut products = [0; GROUP];
                for (product, &part) in products.iter_mut().zip(parts) {
                    *product = worth.times(part);
                }
                for (&place, &product) in places.iter().zip(&products) {
                    let sum = &mut sums[usize::from(u16::from_le_bytes(place))];
                    *sum = sum.saturating_add(product);
                }
            }
        }
    }
}

/// Peaks of a block: each is the most units in a column of places, which are so far apart.
const PEAKS: usize = 64;
/// Groups of peaks across all tiles.
const GROUPS: usize = 512;

/// Finds the peaks of blocks.
struct Peaks<'s> {
    sums: &'s [[u8; BLOCK]],
    peaks: &'s mut [[u8; PEAKS]],
}

impl Work for Peaks<'_> {
    #[inline(always)]
    fn run(self) {
        for (sums, peaks) in self.sums.iter().zip(self.peaks) {
            let mut most = [0; PEAKS];
            for sums in sums.as_chunks::<PEAKS>().0 {
                for (most, &sum) in most.iter_mut().zip(sums) {
                    *most = sum.max(*most);
                }
            }
            *peaks = most;
        }
    }
}

/// The most units in each group of peaks.
struct Groups<'s> {
    peaks: &'s [[u8; PEAKS]],
    most: &'s mut [u8; GROUPS],
}

impl Work for Groups<'_> {
    #[inline(always)]
    fn run(self) {
        let (columns, _) = self.most.as_chunks_mut::<PEAKS>();
        let width = columns.len();
        for (i, most) in columns.iter_mut().enumerate() {
            for peaks in self.peaks.iter().skip(i).step_by(width) {
                for (most, &peak) in most.iter_mut().zip(peaks) {
                    *most = peak.max(*most);
                }
            }
        }
    }
}

/// Peaks that reach some units.
struct Pick<'s> {
    peaks: &'s [[u8; PEAKS]],
    from: u8,
    /// Block and column of each.
    found: &'s mut Vec<(usize, usize)>,
}

impl Work for Pick<'_> {
    #[inline(always)]
    fn run(self) {
        for (block, peaks) in self.peaks.iter().enumerate() {
            if peaks.iter().fold(0, |any, &peak| any | u8::from(peak >= self.from)) == 0 {
                continue;
            }
            let peaks = peaks.iter().enumerate().filter(|(_, peak)| **peak >= self.from);
            self.found.extend(peaks.map(|(column, _)| (block, column)));
        }
    }
}

/// The terms of a query, to find those that a document shares.
pub(crate) struct Asked<'c> {
    corpus: &'c Corpus,
    /// One bit for each term of the corpus.
    bits: Vec<u64>,
    /// Of each 64 terms of which the query has any: how many it has before them.
    before: Vec<u32>,
    /// Weight and rarity of each term of the query.
    terms: Vec<(f64, f64)>,
}

impl<'c> Asked<'c> {
    pub(super) fn new(corpus: &'c Corpus, query: &Query) -> Self {
        let words = corpus.idf.len() / 64 + 1;
        let (mut bits, mut before) = (vec![0_u64; words], vec![0; words]);
        for (term, i) in query.terms.iter().zip(0..) {
            let word = at(term.term) / 64;
            if bits[word] == 0 {
                before[word] = i;
            }
            bits[word] |= 1 << (term.term % 64);
        }
        let terms = query.terms.iter().map(|term| (term.weight, corpus.idf(term.term)));
        Self { corpus, bits, before, terms: terms.collect() }
    }

    /// Whether the query has a term.
    #[inline]
    fn has(&self, term: u32) -> bool {
        self.bits[at(term) / 64] >> (term % 64) & 1 > 0
    }

    /// Weight and rarity of a term that the query has.
    #[inline]
    fn worth(&self, term: u32) -> (f64, f64) {
        let word = at(term) / 64;
        let before = self.bits[word] & ((1 << (term % 64)) - 1);
        self.terms[at(self.before[word] + before.count_ones())]
    }

    /// The score of a document: its impacts in the order of terms, each with its weight.
    pub(crate) fn score(&self, doc: u32) -> f64 {
        let row = self.corpus.rows.row(doc);
        row.sum(|term| self.has(term), |term| self.worth(term))
    }
}

/// The unit with which the least score among the `k` best is about [`EXPECTED`] units, as if terms
/// came independently of each other.
fn unit(corpus: &Corpus, query: &Query, k: usize) -> f64 {
    let (mut mean, mut variance) = (0.0, 0.0);
    let n = real(corpus.len()).max(1.0);
    for asked in &query.terms {
        let share = if corpus.bounds.typical() > 0.0 { corpus.bounds.typical() } else { 1.0 };
        let impact = asked.weight * corpus.idf(asked.term) * share;
        let often = f64::from(corpus.df[at(asked.term)]) / n;
        mean += impact * often;
        variance += impact * impact * often;
    }
    let rare = (n / real(k).max(1.0)).max(2.0);
    (mean + (2.0 * rare.ln() * variance).sqrt()) / EXPECTED
}

/// Units of every document, and what one is worth: so that about `k` documents can be told from the
/// others.
struct Added {
    plan: Plan,
    /// Units by place; from the beginning of the last tile as many as a tile may have at the most.
    sums: Vec<[u8; BLOCK]>,
    /// The peaks of each block.
    peaks: Vec<[u8; PEAKS]>,
}

impl Added {
    fn new(corpus: &Corpus, query: &Query, k: usize, width: Width) -> Self {
        let bounds = &corpus.bounds;
        query.terms.iter().for_each(|asked| corpus.prefetch(asked.term));
        let plan = Plan::new(corpus, query, unit(corpus, query, k).max(f64::MIN_POSITIVE));
        let blocks = bounds.blocks();
        let last = bounds.ranges().last().map_or(0, |range| range.start);
        let sums = vec![[0; BLOCK]; last + TILE / BLOCK];
        let peaks = vec![[0; PEAKS]; blocks];
        let mut added = Self { plan, sums, peaks };
        for pass in 1.. {
            for (i, range) in bounds.ranges().enumerate() {
                let sums = added.sums[range.start..].as_flattened_mut();
                if let Some(sums) = sums.first_chunk_mut() {
                    added.plan.write(bounds, i, sums, width);
                }
                let peaks = &mut added.peaks[range.clone()];
                width.run(Peaks { sums: &added.sums[range], peaks });
            }
            if added.full(width) <= MANY_FULL.max(4 * k) || pass == PASSES {
                break;
            }
            added.plan = Plan::new(corpus, query, 2.0 * added.plan.unit);
        }
        added
    }

    /// Places with so many units, in the order of blocks.
    fn places(&self, range: RangeInclusive<u8>, width: Width) -> impl Iterator<Item = (u8, usize)> {
        let mut found = Vec::new();
        width.run(Pick { peaks: &self.peaks, from: *range.start(), found: &mut found });
        found.into_iter().flat_map(move |(block, column)| {
            let (rows, _) = self.sums[block].as_chunks::<PEAKS>();
            let places = (block * BLOCK + column..).step_by(PEAKS);
            let column = rows.iter().map(move |row| row[column]).zip(places);
            let range = range.clone();
            column.filter(move |(units, _)| range.contains(units))
        })
    }

    /// How many documents have all units.
    fn full(&self, width: Width) -> usize {
        self.places(FULL..=FULL, width).count()
    }

    /// So many units or more have at least `k` documents; 0 where that cannot be told.
    fn likely(&self, k: usize, width: Width) -> u8 {
        let mut most = [0; GROUPS];
        width.run(Groups { peaks: &self.peaks, most: &mut most });
        k.checked_sub(1).filter(|k| *k < GROUPS).map_or(0, |k| {
            let (_, kth, _) = most.select_nth_unstable_by(k, |a, b| b.cmp(a));
            *kth
        })
    }
}

/// The best documents of a query.
pub(super) fn best_of(corpus: &Corpus, query: &Query, k: usize, width: Width) -> Vec<Hit> {
    if k == 0 || query.terms.is_empty() {
        return Vec::new();
    }
    search(corpus, query, k, width, &Added::new(corpus, query, k, width))
}

/// The best `k` documents of a query, and the ceilings of all that tell `fine` of them from the others,
/// from one adding of bounds.
pub(super) fn best_and_ceilings(
    corpus: &Corpus,
    query: &Query,
    (k, fine): (usize, usize),
    width: Width,
) -> (Vec<Hit>, Ceilings) {
    let added = Added::new(corpus, query, fine.max(k), width);
    (search(corpus, query, k, width, &added), Ceilings::from(corpus, &added))
}

fn search(corpus: &Corpus, query: &Query, k: usize, width: Width, added: &Added) -> Vec<Hit> {
    let asked = Asked::new(corpus, query);
    let mut search = Search { asked, added, best: Best::new(k), width };
    search.run();
    search.best.hits()
}

/// What no document's score exceeds, of every document.
pub(crate) struct Ceilings {
    /// Units of each document, by number.
    units: Vec<u8>,
    unit: f64,
}

impl Ceilings {
    fn from(corpus: &Corpus, added: &Added) -> Self {
        let mut units = vec![0; corpus.len()];
        for (&doc, &sum) in corpus.bounds.documents().iter().zip(added.sums.as_flattened()) {
            // Nobody is at some places.
            if let Some(units) = units.get_mut(at(doc)) {
                *units = sum;
            }
        }
        Self { units, unit: added.plan.unit }
    }

    /// What the score of a document does not exceed.
    #[cfg(test)]
    pub(crate) fn of(&self, doc: u32) -> f64 {
        most(self.units(doc), self.unit)
    }

    /// The ceiling of a document, as a place among all that there are.
    #[inline]
    pub(crate) fn units(&self, doc: u32) -> u8 {
        self.units.get(at(doc)).copied().unwrap_or(0)
    }

    /// The ceilings of all documents, as places among all that there are.
    pub(crate) fn all(&self) -> &[u8] {
        &self.units
    }

    /// Something of every ceiling that there is.
    pub(crate) fn each<T>(&self, of: impl Fn(f64) -> T) -> Vec<T> {
        (0..=FULL).map(|units| of(most(units, self.unit))).collect()
    }
}

/// The greatest score that so many units allow.
fn most(units: u8, unit: f64) -> f64 {
    if units == FULL { f64::INFINITY } else { f64::from(units) * unit * (1.0 + 1e-9) }
}

/// A query being answered.
struct Search<'c> {
    asked: Asked<'c>,
    added: &'c Added,
    best: Best,
    width: Width,
}

impl Search<'_> {
    /// Takes what can be among the best.
    fn run(&mut self) {
        let likely = self.added.likely(self.best.k, self.width);
        let mut to = FULL;
        if likely > 1 {
            self.compute(likely, FULL);
            to = likely - 1;
        }
        let from = self.best.least().map_or(1, |score| self.added.plan.least(score));
        if from <= to {
            self.compute(from, to);
        }
    }

    /// Computes the scores of documents with so many units, the most units first.
    fn compute(&mut self, from: u8, to: u8) {
        let corpus = self.asked.corpus;
        let mut found: Vec<(u8, usize)> = self.added.places(from..=to, self.width).collect();
        found.sort_unstable_by(|a, b| b.cmp(a));
        // Each step waits for memory, so all of them take it before any takes the next.
        let documents: Vec<(u8, u32)> = found
            .into_iter()
            .map(|(units, place)| (units, corpus.bounds.documents()[place]))
            .inspect(|(_, doc)| corpus.rows.prefetch_end(*doc))
            .collect();
        for (i, &(units, doc)) in documents.iter().enumerate() {
            if self.best.least().is_some_and(|score| self.added.plan.most(units) < score) {
                break;
            }
            if let Some((_, doc)) = documents.get(i + ROWS_AHEAD) {
                corpus.rows.prefetch(*doc);
            }
            let score = self.asked.score(doc);
            if score > 0.0 {
                self.best.take(Hit { doc, score });
            }
        }
    }
}
