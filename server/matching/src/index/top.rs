//! The best documents, exactly, without the exact score of every document.
//!
//! An upper bound of every score is added first ([`super::bounds`]), in whole units, every addend
//! rounded up, in one byte that stays at 255 once it is reached: that is what a processor does
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
    bounds::{BLOCK, Bits, Bounds, TILE, up},
    planes::{self, Planes},
};
use crate::{
    num::{at, real},
    wide::{Width, Work, prefetch},
};

/// Units of the documents of one tile.
type Sums = [u8; TILE];

/// Units of a document that may have any score.
const FULL: u8 = u8::MAX;
/// Where the least score among the best is expected, in units.
const EXPECTED: f64 = 220.0;
/// More documents than this with all units are too many to compute.
const MANY_FULL: usize = 256;
/// Units are made coarser at most so often: every plane adds at least one, so for a text of very many
/// words no unit is coarse enough.
const PASSES: usize = 6;
/// Postings of a list that are added at a time.
const GROUP: usize = 64;
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
    /// Planes, each with the parts of a unit, 65,536 to one, that it adds in a block of the greatest typical share.
    planes: Vec<(u32, u32)>,
    /// Lists by their terms, each with the parts of a unit, 256 to one, that a part is worth.
    lists: Vec<(u32, u16)>,
}

impl Plan {
    fn new(corpus: &Corpus, query: &Query, unit: f64) -> Self {
        let bounds = &corpus.bounds;
        let terms =
            || query.terms.iter().map(|asked| (asked, asked.weight * corpus.idf(asked.term)));
        let planes = || {
            terms().flat_map(|(asked, weight)| {
                let planes = bounds.planes(asked.term);
                planes.map(move |(plane, step)| (plane, weight * step * bounds.typical()))
            })
        };
        // As fine as whole numbers allow.
        let greatest = planes().map(|(_, most)| most).fold(0.0, f64::max);
        let unit = unit.max(greatest / 60_000.0);
        let lists = terms().map(|(asked, weight)| {
            let worth = up(weight * bounds.rest(asked.term) / 255.0 / unit * 256.0);
            (asked.term, u16::try_from(worth).unwrap_or(u16::MAX))
        });
        Self {
            unit,
            planes: planes().map(|(plane, most)| (plane, up(most / unit * 65_536.0))).collect(),
            lists: lists.filter(|(_, worth)| *worth > 0).collect(),
        }
    }

    /// The greatest score that so many units allow.
    fn most(&self, units: u8) -> f64 {
        most(units, self.unit)
    }

    /// The fewest units that allow a score.
    fn least(&self, score: f64) -> u8 {
        (1..FULL).find(|&units| self.most(units) >= score).unwrap_or(FULL)
    }

    /// Adds the bounds of all documents of a tile to sums of 0.
    fn add(&self, bounds: &Bounds, i: usize, sums: &mut Sums, width: Width) {
        let Some(tile) = bounds.tiles().get(i) else { return };
        let bits: Vec<&[Bits]> = self.planes.iter().map(|(plane, _)| tile.plane(*plane)).collect();
        let mut amounts: Vec<u8> = Vec::with_capacity(bits.len() * tile.typical().len());
        let mut before = 0;
        for &typical in tile.typical() {
            if typical == before {
                amounts.extend_from_within(amounts.len() - bits.len()..);
            } else {
                amounts.extend(self.planes.iter().map(|(_, amount)| {
                    let product = u64::from(*amount) * u64::from(typical);
                    u8::try_from(product.div_ceil(1 << 32)).unwrap_or(FULL)
                }));
                before = typical;
            }
        }
        let (blocks, _) = sums.as_chunks_mut::<BLOCK>();
        let blocks = &mut blocks[..tile.typical().len()];
        planes::add(width, Planes { bits: &bits, amounts: &amounts }, blocks);
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
                prefetch(parts.get(..FETCHED).unwrap_or(parts));
            }
            for (places, parts) in places.chunks(GROUP).zip(parts.chunks(GROUP)) {
                // Products first, many at a time; then each to its place.
                let mut products = [0_u8; GROUP];
                for (product, &part) in products.iter_mut().zip(parts) {
                    let whole = (u32::from(part) * u32::from(worth)).div_ceil(256);
                    *product = u8::try_from(whole).unwrap_or(FULL);
                }
                for (&place, &product) in places.iter().zip(&products) {
                    let sum = &mut sums[usize::from(u16::from_le_bytes(place))];
                    *sum = sum.saturating_add(product);
                }
            }
        }
    }
}

/// Places of a tile whose units lie in a range.
struct Pick<'s> {
    sums: &'s [u8],
    from: u8,
    to: u8,
    tile: usize,
    found: &'s mut Vec<(u8, usize, u32)>,
}

impl Work for Pick<'_> {
    #[inline(always)]
    fn run(self) {
        for (group, first) in self.sums.chunks(GROUP).zip((0..).step_by(GROUP)) {
            if group.iter().fold(0, |any, &sum| any | u8::from(sum >= self.from)) > 0 {
                let group = group.iter().zip(first..);
                let group = group.filter(|(units, _)| (self.from..=self.to).contains(*units));
                self.found.extend(group.map(|(&units, place)| (units, self.tile, place)));
            }
        }
    }
}

/// Groups of documents that lie across all tiles.
const GROUPS: usize = 512;

/// The most units in each group.
struct Groups<'s> {
    sums: &'s [u8],
    most: &'s mut [u8; GROUPS],
}

impl Work for Groups<'_> {
    #[inline(always)]
    fn run(self) {
        let mut most = *self.most;
        for sums in self.sums.chunks(GROUPS) {
            for (most, &sum) in most.iter_mut().zip(sums) {
                *most = sum.max(*most);
            }
        }
        *self.most = most;
    }
}

/// The terms of a query, one bit for each term of the corpus, to find those that a document shares.
pub(crate) struct Asked<'c> {
    corpus: &'c Corpus,
    query: &'c Query,
    bits: Vec<u64>,
}

impl<'c> Asked<'c> {
    pub(super) fn new(corpus: &'c Corpus, query: &'c Query) -> Self {
        let mut bits = vec![0_u64; corpus.idf.len() / 64 + 1];
        for term in &query.terms {
            bits[at(term.term) / 64] |= 1 << (term.term % 64);
        }
        Self { corpus, query, bits }
    }

    /// The score of a document: its impacts in the order of terms, each with its weight.
    pub(crate) fn score(&self, doc: u32) -> f64 {
        let mut rest = self.query.terms.iter();
        let row = self.corpus.rows.row(doc);
        let shared = |term: u32| self.bits[at(term) / 64] >> (term % 64) & 1 > 0;
        row.those(shared).fold(0.0, |sum, (term, tf)| {
            let found = rest.find(|asked| asked.term == term);
            sum + found.map_or(0.0, |asked| asked.weight * row.impact(self.corpus.idf(term), tf))
        })
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

/// Units of every document, tile by tile, and what a unit is worth: so that about `k` documents can
/// be told from the others.
fn added(corpus: &Corpus, query: &Query, k: usize, width: Width) -> (Plan, Vec<u8>) {
    let tiles = corpus.bounds.tiles();
    let mut plan = Plan::new(corpus, query, unit(corpus, query, k).max(f64::MIN_POSITIVE));
    let mut all = vec![0; TILE * tiles.len()];
    for pass in 1.. {
        let (sums, _) = all.as_chunks_mut::<TILE>();
        let mut count = 0;
        for ((tile, sums), i) in tiles.iter().zip(sums).zip(0..) {
            plan.add(&corpus.bounds, i, sums, width);
            count += full(&sums[..tile.len()], width);
        }
        if count <= MANY_FULL.max(4 * k) || pass == PASSES {
            break;
        }
        plan = Plan::new(corpus, query, 2.0 * plan.unit);
        all.fill(0);
    }
    (plan, all)
}

/// The best documents of a query.
pub(super) fn best_of(corpus: &Corpus, query: &Query, k: usize, width: Width) -> Vec<Hit> {
    if k == 0 || query.terms.is_empty() {
        return Vec::new();
    }
    let (plan, sums) = added(corpus, query, k, width);
    search(corpus, query, k, width, &plan, &sums)
}

/// The best `k` documents of a query, and the ceilings of all that tell `fine` of them from the others,
/// from one adding of bounds.
pub(super) fn best_and_ceilings(
    corpus: &Corpus,
    query: &Query,
    (k, fine): (usize, usize),
    width: Width,
) -> (Vec<Hit>, Ceilings) {
    let (plan, sums) = added(corpus, query, fine.max(k), width);
    let best = search(corpus, query, k, width, &plan, &sums);
    (best, Ceilings::from(corpus, &plan, &sums))
}

fn search(
    corpus: &Corpus,
    query: &Query,
    k: usize,
    width: Width,
    plan: &Plan,
    sums: &[u8],
) -> Vec<Hit> {
    let asked = Asked::new(corpus, query);
    let (sums, _) = sums.as_chunks();
    let mut search = Search { asked, plan, sums, best: Best::new(k), found: Vec::new(), width };
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
    fn from(corpus: &Corpus, plan: &Plan, sums: &[u8]) -> Self {
        let mut units = vec![0; corpus.len()];
        for (i, sums) in sums.chunks(TILE).enumerate() {
            for (&doc, &sum) in corpus.bounds.documents(i).iter().zip(sums) {
                // Nobody is at some places.
                if let Some(units) = units.get_mut(at(doc)) {
                    *units = sum;
                }
            }
        }
        Self { units, unit: plan.unit }
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
    plan: &'c Plan,
    sums: &'c [Sums],
    best: Best,
    /// Units of documents to compute, with their tile and place.
    found: Vec<(u8, usize, u32)>,
    width: Width,
}

impl Search<'_> {
    /// Takes what can be among the best.
    fn run(&mut self) {
        let (tiles, mut most) = (self.asked.corpus.bounds.tiles(), [0; GROUPS]);
        for (tile, sums) in tiles.iter().zip(self.sums) {
            self.width.run(Groups { sums: &sums[..tile.len()], most: &mut most });
        }
        // So many units or more have at least `k` documents.
        let likely = self.best.k.checked_sub(1).filter(|k| *k < GROUPS).map_or(0, |k| {
            let (_, kth, _) = most.select_nth_unstable_by(k, |a, b| b.cmp(a));
            *kth
        });
        let mut to = FULL;
        if likely > 1 {
            self.compute(likely, FULL);
            to = likely - 1;
        }
        let from = self.best.least().map_or(1, |score| self.plan.least(score));
        if from <= to {
            self.compute(from, to);
        }
    }

    fn document(&self, tile: usize, place: u32) -> u32 {
        self.asked.corpus.bounds.documents(tile)[at(place)]
    }

    /// Computes the scores of documents with so many units, the most units first.
    fn compute(&mut self, from: u8, to: u8) {
        self.found.clear();
        for ((tile, sums), i) in self.asked.corpus.bounds.tiles().iter().zip(self.sums).zip(0..) {
            let sums = &sums[..tile.len()];
            self.width.run(Pick { sums, from, to, tile: i, found: &mut self.found });
        }
        self.found.sort_unstable_by(|a, b| b.cmp(a));
        for (i, &(units, tile, place)) in self.found.iter().enumerate() {
            if self.best.least().is_some_and(|score| self.plan.most(units) < score) {
                break;
            }
            if let Some(&(_, tile, place)) = self.found.get(i + ROWS_AHEAD) {
                self.asked.corpus.rows.prefetch(self.document(tile, place));
            }
            if let Some(&(_, tile, place)) = self.found.get(i + 2 * ROWS_AHEAD) {
                self.asked.corpus.rows.prefetch_end(self.document(tile, place));
            }
            let doc = self.document(tile, place);
            let score = self.asked.score(doc);
            if score > 0.0 {
                self.best.take(Hit { doc, score });
            }
        }
    }
}

/// How many documents have all units.
fn full(sums: &[u8], width: Width) -> usize {
    struct Full<'s>(&'s [u8], &'s mut usize);
    impl Work for Full<'_> {
        #[inline(always)]
        fn run(self) {
            *self.1 = self.0.iter().map(|sum| usize::from(*sum == FULL)).sum();
        }
    }
    let mut count = 0;
    width.run(Full(sums, &mut count));
    count
}
