//! The best documents, exactly, without the exact score of every document.
//!
//! An upper bound of every score is added first ([`super::bounds`]), in whole units, rounded
//! up, of which even a document that had all that is asked for had room in two bytes: nothing has to be
//! looked at while adding. Then exact scores are computed, as [`super::Corpus::scores`] does, to the bit, for the
//! documents with the greatest bounds first, until no bound reaches the least of the best so far.
//!
//! *Nothing is lost.* With `u(d)` the units of a document, `score(d) ≤ u(d)·unit`.
//! Where `k` documents have at least the score `θ`, one with `u(d)·unit < θ` is below all of them.
//!
//! Whole numbers give the same whatever the registers ([`crate::wide`]) and the number of threads.

#![expect(clippy::inline_always, reason = "code is compiled for the registers it is inlined into")]

use std::ops::RangeInclusive;

use reading::num::{at, floor, real};

use super::{
    Best, Corpus, Hit, Query,
    bounds::{BLOCK, Bounds, GROUP, ROUNDED, TILE, up},
    factor::Factor,
    planes::{Adding, Digits},
    rows::ROWS_AHEAD,
};
use crate::wide::{Width, Work, prefetch};

/// Units of the documents of one tile.
type Sums = [u16; TILE];

/// Units of a document that had everything.
const ROOM: f64 = 65_000.0;
/// What rounding a factor adds to a product, in parts, at the most.
const FACTORS: f64 = 1.01;
/// Each list of a query may be rounded up by a unit. Sums of more than so many stop at [`FULL`].
const LISTS: usize = 1 << 14;
/// Units that promise any score.
const FULL: u16 = u16::MAX;
/// Room for the places that a query mostly has to look at.
const FOUND: usize = 128;
/// Postings of a list that are fetched ahead; those behind them come by themselves.
const FETCHED: usize = 512;
/// Lists between the one that is added and the one that is fetched.
const AHEAD: usize = 8;

/// A term of a query.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    pub(super) term: u32,
    /// How much it counts.
    pub(super) weight: f64,
}

/// The terms of a query.
fn wanted(query: &Query) -> Vec<Wanted> {
    let terms = query.terms.iter();
    terms.map(|asked| Wanted { term: asked.term, weight: asked.weight }).collect()
}

/// A query in units.
#[derive(Default)]
struct Plan {
    /// What a unit is worth.
    unit: f64,
    /// The planes, as where the typical share is the greatest.
    planes: Digits,
    /// Lists by their terms, each with what a part is worth in units.
    lists: Vec<(u32, Factor)>,
}

impl Plan {
    /// For a query of which the `k` best are to be told from so many documents.
    fn new(corpus: &Corpus, terms: &[Wanted], best: (usize, usize)) -> Self {
        let bounds = &corpus.bounds;
        let (mut planes, mut lists) =
            (Vec::with_capacity(2 * terms.len()), Vec::with_capacity(terms.len()));
        for wanted in terms {
            let worth = wanted.weight * corpus.idf(wanted.term);
            let mut before = 0.0;
            for (plane, level) in bounds.planes(wanted.term) {
                let promised = worth * level;
                planes.push((plane, (promised - before) * bounds.typical() * ROUNDED));
                before = promised;
            }
            let most = worth * bounds.rest(wanted.term);
            if most > 0.0 {
                lists.push((wanted.term, most));
            }
        }
        let planes = Digits::new(&planes, expected(corpus, terms, best));
        let most = lists.iter().map(|(_, most)| most).sum::<f64>() + 255.0 * planes.one();
        let room = ROOM - real(lists.len().min(LISTS)) - 1.0;
        let unit = (most * FACTORS / room).max(f64::MIN_POSITIVE);
        let lists = lists.into_iter().map(|(term, most)| (term, Factor::new(most / 255.0 / unit)));
        Self { unit, planes, lists: lists.collect() }
    }

    /// The greatest score that so many units allow.
    fn most(&self, units: u16) -> f64 {
        if units == FULL { f64::INFINITY } else { f64::from(units) * self.unit * ROUNDED }
    }

    /// The fewest units that allow a score, or one fewer.
    fn least(&self, score: f64) -> u16 {
        u16::try_from(floor(score / (self.unit * ROUNDED))).unwrap_or(FULL).max(1)
    }

    /// Writes the bounds of all documents of a tile.
    fn write(&self, bounds: &Bounds, i: usize, sums: &mut Sums, width: Width) {
        let Some(tile) = bounds.tiles().get(i) else { return };
        let digits = &self.planes;
        let starts: Vec<u32> = digits.planes().iter().map(|plane| tile.start(*plane)).collect();
        let worth: Vec<Factor> =
            tile.typical().map(|share| Factor::new(digits.one() * share / self.unit)).collect();
        let adding = Adding { digits, bits: tile.bits(), starts: &starts, worth: &worth };
        adding.write(width, sums.as_chunks_mut().0);
        if self.lists.len() > LISTS {
            width.run(Lists::<true> { plan: self, bounds, tile: i, sums });
        } else {
            width.run(Lists::<false> { plan: self, bounds, tile: i, sums });
        }
    }
}

/// Adds the lists of a query in a tile; sums that may have no room stop.
struct Lists<'s, const STOP: bool> {
    plan: &'s Plan,
    bounds: &'s Bounds,
    tile: usize,
    sums: &'s mut Sums,
}

impl<const STOP: bool> Work for Lists<'_, STOP> {
    #[inline(always)]
    fn run(self) {
        let Lists { plan, bounds, tile, sums } = self;
        let lists = &plan.lists;
        for (i, &(term, worth)) in lists.iter().enumerate() {
            // The processor is told of lists some time before they are read: to wait for the memory at
            // each takes longer than to add it.
            if let Some(&(term, _)) = lists.get(i + AHEAD) {
                let (places, parts) = bounds.list(term, tile);
                prefetch(places.get(..FETCHED).unwrap_or(places));
                prefetch(parts.get(..FETCHED / GROUP).unwrap_or(parts));
            }
            let (places, parts) = bounds.list(term, tile);
            for (places, parts) in places.chunks(GROUP).zip(parts) {
                // Products first, many at a time; then each to its place.
                let mut products = [0; GROUP];
                for (product, &part) in products.iter_mut().zip(parts) {
                    *product = worth.times(part);
                }
                let mut add = |place, product| {
                    let sum = &mut sums[usize::from(u16::from_le_bytes(place))];
                    *sum =
                        if STOP { sum.saturating_add(product) } else { sum.wrapping_add(product) };
                };
                // By fours, as a list of no certain length is not unrolled.
                let (fours, rest) = places.as_chunks::<4>();
                let (products, _) = products.as_chunks::<4>();
                for (places, products) in fours.iter().zip(products) {
                    for (&place, &product) in places.iter().zip(products) {
                        add(place, product);
                    }
                }
                if let Some(products) = products.get(fours.len()) {
                    for (&place, &product) in rest.iter().zip(products) {
                        add(place, product);
                    }
                }
            }
        }
    }
}

/// Peaks of a block: each is the most units in a column of places, which are so far apart.
pub(super) const PEAKS: usize = 64;
/// Groups of peaks across all tiles.
const GROUPS: usize = 512;

/// Finds the peaks of blocks.
struct Peaks<'s> {
    sums: &'s [[u16; BLOCK]],
    peaks: &'s mut [[u16; PEAKS]],
}

impl Work for Peaks<'_> {
    #[inline(always)]
    fn run(self) {
        const PART: usize = 16;
        for (sums, peaks) in self.sums.iter().zip(self.peaks) {
            for (i, peaks) in peaks.as_chunks_mut::<PART>().0.iter_mut().enumerate() {
                let mut most = [0; PART];
                for sums in sums.as_chunks::<PART>().0.iter().skip(i).step_by(PEAKS / PART) {
                    for (most, &sum) in most.iter_mut().zip(sums) {
                        *most = sum.max(*most);
                    }
                }
                *peaks = most;
            }
        }
    }
}

/// The most units in each group of peaks.
struct Groups<'s> {
    peaks: &'s [[u16; PEAKS]],
    most: &'s mut [u16; GROUPS],
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
    peaks: &'s [[u16; PEAKS]],
    from: u16,
    /// Block and column of each.
    found: &'s mut Vec<(usize, usize)>,
}

impl Work for Pick<'_> {
    #[inline(always)]
    fn run(self) {
        for (block, peaks) in self.peaks.iter().enumerate() {
            let reached = peaks.map(|peak| u8::from(peak >= self.from));
            each_one(&reached, |column| self.found.push((block, column)));
        }
    }
}

/// The columns that have a one, where the others have none.
#[inline(always)]
fn each_one(columns: &[u8; PEAKS], mut take: impl FnMut(usize)) {
    // Mostly there is none.
    if columns.iter().fold(0, |any, one| any | one) == 0 {
        return;
    }
    for (i, word) in columns.as_chunks().0.iter().enumerate() {
        let mut word = u64::from_le_bytes(*word);
        while word > 0 {
            take(i * 8 + at(word.trailing_zeros()) / 8);
            word &= word - 1;
        }
    }
}

/// The terms of a query, to find those that a document shares.
pub(crate) struct QueryTerms<'c> {
    corpus: &'c Corpus,
    /// One bit for each term of the corpus.
    bits: Vec<u64>,
    /// Of each 64 terms of which the query has any: how many it has before them.
    before: Vec<u32>,
    /// Which 64 those are.
    places: Vec<usize>,
    /// Weight and rarity of each term of the query.
    terms: Vec<(f64, f64)>,
}

impl<'c> QueryTerms<'c> {
    pub(super) fn new(corpus: &'c Corpus, query: &Query) -> Self {
        let mut asked = Self::nothing(corpus);
        asked.ask(&wanted(query));
        asked
    }

    /// No terms.
    pub(super) fn nothing(corpus: &'c Corpus) -> Self {
        let words = corpus.idf.len() / 64 + 1;
        let (bits, before) = (vec![0; words], vec![0; words]);
        Self { corpus, bits, before, places: Vec::new(), terms: Vec::new() }
    }

    /// Asks for terms, in ascending order, instead of those before.
    pub(super) fn ask(&mut self, wanted: &[Wanted]) {
        for word in self.places.drain(..) {
            self.bits[word] = 0;
        }
        for (term, i) in wanted.iter().zip(0..) {
            let word = at(term.term) / 64;
            if self.bits[word] == 0 {
                self.before[word] = i;
                self.places.push(word);
            }
            self.bits[word] |= 1 << (term.term % 64);
        }
        self.terms.clear();
        let worth = |term: &Wanted| (term.weight, self.corpus.idf(term.term));
        self.terms.extend(wanted.iter().map(worth));
    }

    /// Whether the query has a term.
    #[inline]
    fn has(&self, term: u32) -> bool {
        self.bits[at(term) / 64] >> (term % 64) & 1 > 0
    }

    /// Which of the query's terms one is that it has.
    #[inline]
    pub(super) fn place(&self, term: u32) -> usize {
        let word = at(term) / 64;
        let before = self.bits[word] & ((1 << (term % 64)) - 1);
        at(self.before[word] + before.count_ones())
    }

    /// Weight and rarity of a term that the query has.
    #[inline]
    fn worth(&self, term: u32) -> (f64, f64) {
        self.terms[self.place(term)]
    }

    /// The score of a document: its impacts in the order of terms, each with its weight.
    pub(crate) fn score(&self, doc: u32) -> f64 {
        let row = self.corpus.rows.row(doc);
        row.sum(|term| self.has(term), |term| self.worth(term))
    }
}

/// The least score expected among the `k` best of so many documents, as if terms came independently of each
/// other. It decides how finely planes are added, nothing else.
fn expected(corpus: &Corpus, terms: &[Wanted], (k, among): (usize, usize)) -> f64 {
    let (mut mean, mut variance) = (0.0, 0.0);
    let n = real(corpus.len()).max(1.0);
    for wanted in terms {
        let share = if corpus.bounds.typical() > 0.0 { corpus.bounds.typical() } else { 1.0 };
        let impact = wanted.weight * corpus.idf(wanted.term) * share;
        let often = f64::from(corpus.df[at(wanted.term)]) / n;
        mean += impact * often;
        variance += impact * impact * often;
    }
    let rare = (real(among) / real(k).max(1.0)).max(2.0);
    mean + (2.0 * rare.ln() * variance).sqrt()
}

/// Units of every document, and what one is worth.
pub(super) struct UpperBounds {
    plan: Plan,
    /// Units by place; from the beginning of the last tile as many as a tile may have at the most.
    sums: Vec<[u16; BLOCK]>,
    /// The peaks of each block.
    peaks: Vec<[u16; PEAKS]>,
}

impl UpperBounds {
    /// Room for the bounds of all documents.
    fn room(corpus: &Corpus) -> Self {
        let last = corpus.bounds.ranges().last().unwrap_or(0..0);
        Self {
            plan: Plan::default(),
            sums: vec![[0; BLOCK]; last.start + TILE / BLOCK],
            peaks: vec![[0; PEAKS]; last.end],
        }
    }

    /// Adds the bounds of a query of which the `k` best are to be told from so many documents.
    pub(super) fn add(
        &mut self,
        corpus: &Corpus,
        terms: &[Wanted],
        best: (usize, usize),
        width: Width,
    ) {
        for wanted in terms {
            corpus.prefetch(wanted.term);
        }
        self.plan = Plan::new(corpus, terms, best);
        for (i, range) in corpus.bounds.ranges().enumerate() {
            let Some(peaks) = self.peaks.get_mut(range.clone()) else { break };
            let sums = self.sums[range.start..].as_flattened_mut();
            if let Some(sums) = sums.first_chunk_mut() {
                self.plan.write(&corpus.bounds, i, sums, width);
            }
            width.run(Peaks { sums: &self.sums[range], peaks });
        }
    }

    /// The units at the places of a column.
    #[inline]
    fn column(&self, block: usize, column: usize, mut take: impl FnMut(u16, usize)) {
        let (rows, _) = self.sums[block].as_chunks::<PEAKS>();
        for (row, place) in rows.iter().zip((block * BLOCK + column..).step_by(PEAKS)) {
            take(row[column], place);
        }
    }

    /// Places with so many units, in the order of blocks.
    fn places(&self, range: &RangeInclusive<u16>, width: Width, mut take: impl FnMut(u16, usize)) {
        let mut found = Vec::with_capacity(FOUND);
        width.run(Pick { peaks: &self.peaks, from: *range.start(), found: &mut found });
        for (block, column) in found {
            self.column(block, column, |units, place| {
                if range.contains(&units) {
                    take(units, place);
                }
            });
        }
    }

    /// So many units or more have at least `k` documents; 0 where that cannot be told.
    fn likely(&self, k: usize, width: Width) -> u16 {
        let mut most = [0; GROUPS];
        width.run(Groups { peaks: &self.peaks, most: &mut most });
        let last = k.checked_sub(1).filter(|last| *last < GROUPS);
        last.map_or(0, |last| *most.select_nth_unstable_by(last, |a, b| b.cmp(a)).1)
    }
}

/// The best documents of each query.
pub(super) fn best_of<'q>(
    corpus: &Corpus,
    queries: impl Iterator<Item = &'q Query>,
    k: usize,
    width: Width,
) -> Vec<Vec<Hit>> {
    let (mut added, mut asked) = (UpperBounds::room(corpus), QueryTerms::nothing(corpus));
    let best = |query: &Query| {
        if k == 0 || query.terms.is_empty() {
            return Vec::new();
        }
        let terms = wanted(query);
        added.add(corpus, &terms, (k, corpus.len()), width);
        asked.ask(&terms);
        search(&asked, k, width, &added).hits()
    };
    queries.map(best).collect()
}

/// The best `k` documents of a query, and the ceilings of all that tell `fine` of them from the others,
/// from one adding of bounds.
pub(super) fn best_and_ceilings(
    corpus: &Corpus,
    query: &Query,
    (k, fine): (usize, usize),
    width: Width,
) -> (Vec<Hit>, Ceilings) {
    let terms = wanted(query);
    let mut added = UpperBounds::room(corpus);
    added.add(corpus, &terms, (fine.max(k), corpus.len()), width);
    let best = search(&QueryTerms::new(corpus, query), k, width, &added).hits();
    (best, Ceilings::from(corpus, &added, fine, width))
}

/// The best `k` documents by their bounds and exact scores.
pub(super) fn search(asked: &QueryTerms, k: usize, width: Width, added: &UpperBounds) -> Best {
    let mut search = Search { asked, added, best: Best::new(k), width };
    search.run();
    search.best
}

/// What no document's score exceeds, of every document, in 256 steps.
pub(crate) struct Ceilings {
    /// The step of each document, by number.
    steps: Vec<u8>,
    /// What a step is worth.
    step: f64,
    /// What the last step is worth.
    last: f64,
}

/// The step of the least ceiling among those that are to be told from the others.
const FINE: f64 = 220.0;
/// A step has so many parts, of which whole ones make a unit.
const PARTS: u32 = 1 << 16;

impl Ceilings {
    fn from(corpus: &Corpus, added: &UpperBounds, fine: usize, width: Width) -> Self {
        let most = added.peaks.as_flattened().iter().copied().max().unwrap_or(0);
        let likely = added.likely(fine, width);
        let likely = f64::from(if likely > 0 { likely } else { most.max(1) });
        let parts = up(FINE / likely * f64::from(PARTS));
        let in_steps =
            |sum: u16| u8::try_from((u64::from(sum) * u64::from(parts)).div_ceil(PARTS.into()));
        let mut steps = vec![0; corpus.len()];
        for (&doc, &sum) in corpus.bounds.documents().iter().zip(added.sums.as_flattened()) {
            // Nobody is at some places.
            if let Some(step) = steps.get_mut(at(doc)) {
                *step = in_steps(sum).unwrap_or(u8::MAX);
            }
        }
        let step = f64::from(PARTS) / f64::from(parts) * added.plan.unit;
        Self { steps, step, last: added.plan.most(most) }
    }

    /// What the score of a document does not exceed.
    #[cfg(test)]
    pub(crate) fn of(&self, doc: u32) -> f64 {
        self.most(self.units(doc))
    }

    /// The ceiling of a document, as a place among all that there are.
    #[inline]
    pub(crate) fn units(&self, doc: u32) -> u8 {
        self.steps.get(at(doc)).copied().unwrap_or(0)
    }

    /// The ceilings of all documents, as places among all that there are.
    pub(crate) fn all(&self) -> &[u8] {
        &self.steps
    }

    /// Something of every ceiling that there is.
    pub(crate) fn each<T>(&self, of: impl Fn(f64) -> T) -> Vec<T> {
        (0..=u8::MAX).map(|step| of(self.most(step))).collect()
    }

    fn most(&self, step: u8) -> f64 {
        if step == u8::MAX { self.last } else { f64::from(step) * self.step * ROUNDED }
    }
}

/// A query being answered.
struct Search<'c> {
    asked: &'c QueryTerms<'c>,
    added: &'c UpperBounds,
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
    fn compute(&mut self, from: u16, to: u16) {
        let corpus = self.asked.corpus;
        let mut found = Vec::with_capacity(FOUND);
        let take = |units, place| found.push((units, place));
        self.added.places(&(from..=to), self.width, take);
        found.sort_unstable_by(|a: &(u16, usize), b| b.cmp(a));
        // Each step waits for memory, so all of them take it before any takes the next.
        let documents: Vec<(u16, u32)> = found
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
