//! The best documents, exactly, without adding every impact exactly.
//!
//! A score is added in whole units, rounded down, tile by tile and term by term, in 16 bits: that
//! is what a processor does fastest. The units are as many as the greatest thinkable score needs to
//! fit. What rounding can take off a score is known, so whatever could still be among the best is
//! kept, and its score computed as [`super::Corpus::scores`] does, to the bit.
//!
//! *Nothing is lost.* With `a(d)` the units of a document and `e` the most that rounding takes off,
//! `a(d) ≤ score(d)/unit < a(d) + e`. Where `k` documents have at least `θ` units, their scores are
//! at least `θ·unit`, and a document with `a(d) + e ≤ θ` is below all of them.
//!
//! Whole numbers give the same whatever the registers ([`super::wide`]) and the number of threads.

#![expect(clippy::inline_always, reason = "code is compiled for the registers it is inlined into")]

use super::{
    Corpus, Hit, Query, QueryTerm, best,
    postings::{BLOCK, GROUP, TILE, Tile},
    wide::{Width, Work, prefetch},
};
use crate::num::{at, high, small, whole};

/// Sums of one tile, in units.
pub(super) type Sums = [u16; TILE];

/// The greatest thinkable score in units.
const MOST: f64 = 65_000.0;

/// Documents whose dense terms are summed in registers.
const LANE: usize = 128;

/// Blocks between the one that is added and the one that is fetched.
const AHEAD: usize = 20;

/// A query in units.
struct Plan {
    /// Terms stored densely, each with its greatest impact in parts of a unit, up to 255.
    dense: Vec<(u32, u16)>,
    /// Products of those are shifted by so much before they are added, and the sum by so much after.
    dense_shifts: (u32, u32),
    /// The other terms, each with its greatest impact in parts of a unit.
    sparse: Vec<(u32, u16)>,
    /// Products of those are shifted by so much.
    shift: u32,
    /// What a unit is worth.
    unit: f64,
    /// The most units that rounding takes off a score.
    error: u16,
}

impl Plan {
    fn new(corpus: &Corpus, query: &Query) -> Self {
        let most = |term: &QueryTerm| term.weight * corpus.postings.top(term.term);
        let unit = query.terms.iter().map(most).sum::<f64>() / MOST;
        let units = |term: &QueryTerm| if unit > 0.0 { most(term) / unit } else { 0.0 };
        // Terms are in the order of frequency: those stored densely come first.
        let dense = query.terms.partition_point(|term| at(term.term) < corpus.postings.dense());
        let (many, few) = query.terms.split_at(dense);
        // As many parts of a unit as leave the greatest impact below a bound.
        let parts = |terms: &[QueryTerm], bound: f64, exponents: std::ops::Range<i32>| {
            let greatest = terms.iter().map(units).fold(0.0, f64::max);
            let fits = |i: &i32| greatest * f64::from(*i).exp2() < bound;
            exponents.rev().find(fits).unwrap_or(0)
        };
        let scaled = |terms: &[QueryTerm], parts: f64| -> Vec<(u32, u16)> {
            let value = |term| u16::try_from(whole((units(term) * parts).floor()));
            terms.iter().map(|term| (term.term, value(term).unwrap_or(u16::MAX))).collect()
        };
        let (dense_exponent, exponent) = (parts(many, 255.0, -8..8), parts(few, MOST, 0..16));
        let (dense_parts, parts) = (f64::from(dense_exponent).exp2(), f64::from(exponent).exp2());
        let (dense, sparse) = (scaled(many, dense_parts), scaled(few, parts));
        // Products of two bytes, as many bits of them as their sum has room for.
        let sum = 255.0 * dense.iter().map(|(_, most)| f64::from(*most)).sum::<f64>();
        let before = (0..8).find(|i| sum / f64::from(1 << i) < MOST).unwrap_or(8);
        let after = u32::try_from(dense_exponent + 8).unwrap_or(0).saturating_sub(before);
        // What is lost: parts below the greatest impact rounded down; what the bytes of an impact
        // that are not read can be worth; what shifts cut off.
        let lost = |term, parts: f64, read: f64| {
            let value = units(term) * parts;
            (value.fract() + value / read) / parts
        };
        let cut = f64::from(1 << before) / 256.0 / dense_parts;
        let of_many = many.iter().map(|term| lost(term, dense_parts, 256.0) + cut).sum::<f64>();
        let of_few = few.iter().map(|term| lost(term, parts, 65536.0) + 1.0).sum::<f64>();
        // One for the last shift of the dense sum, one for the reference's own rounding.
        let error = u16::try_from(whole((of_many + of_few).ceil()) + 2).unwrap_or(u16::MAX);
        let (dense_shifts, shift) = ((before, after), exponent.unsigned_abs());
        Self { dense, dense_shifts, sparse, shift, unit, error }
    }

    /// Adds the sparse terms of one tile.
    #[inline(always)]
    fn add_sparse(&self, tile: &Tile, sums: &mut Sums) {
        // The processor is told of blocks some time before they are read: to wait for the memory at
        // each takes longer than to add it.
        let mut blocks: Vec<(&[u16], u16)> = Vec::new();
        for &(term, most) in &self.sparse {
            blocks.extend(tile.blocks(term).chunks(2 * GROUP).map(|block| (block, most)));
        }
        for &(block, _) in blocks.iter().take(AHEAD) {
            prefetch(block);
        }
        for (i, &(block, most)) in blocks.iter().enumerate() {
            if let Some(&(next, _)) = blocks.get(i + AHEAD) {
                prefetch(next);
            }
            add_block(sums, block, most, self.shift);
        }
    }
}

/// Sets some sums to those of the dense terms. A lane of documents is summed over all terms before
/// the next.
#[inline(always)]
fn add_dense(sums: &mut [u16], terms: &[(&[u8], u16)], shifts: (u32, u32)) {
    for (sums, i) in sums.chunks_exact_mut(LANE).zip((0..).step_by(LANE)) {
        let mut lane = [0_u16; LANE];
        for (values, most) in terms {
            if let Some(values) = values.get(i..i + LANE) {
                for (sum, &value) in lane.iter_mut().zip(values) {
                    *sum = sum.wrapping_add(u16::from(value).wrapping_mul(*most) >> shifts.0);
                }
            }
        }
        for (sum, lane) in sums.iter_mut().zip(lane) {
            *sum = lane >> shifts.1;
        }
    }
}

/// Adds a block of a sparse term.
#[inline(always)]
fn add_block(sums: &mut Sums, block: &[u16], most: u16, shift: u32) {
    let (docs, values) = block.split_at(block.len() / 2);
    // Products first, many at a time; then each to its place.
    let mut products = [0_u16; GROUP];
    for (product, &value) in products.iter_mut().zip(values) {
        *product = high(value, most) >> shift;
    }
    for (&doc, &product) in docs.iter().zip(&products) {
        let sum = &mut sums[usize::from(doc) % TILE];
        *sum = sum.wrapping_add(product);
    }
}

/// What could be among the best so far.
struct Candidates {
    k: usize,
    /// So many units or more do `k` documents have.
    least: u16,
    /// Units and document.
    found: Vec<(u16, u32)>,
}

impl Candidates {
    fn new(k: usize) -> Self {
        Self { k, least: 0, found: Vec::new() }
    }

    /// Takes from the sums of a tile what could be among the best.
    #[inline(always)]
    fn take(&mut self, sums: &Sums, first: u32, error: u16) {
        let mut most = [0_u16; TILE / GROUP];
        for (most, group) in most.iter_mut().zip(sums.chunks_exact(GROUP)) {
            *most = group.iter().fold(0, |most, &sum| most.max(sum));
        }
        // Each group's greatest is a document of its own.
        let mut greatest = most;
        if self.k <= greatest.len() {
            let (_, kth, _) = greatest.select_nth_unstable_by(self.k - 1, |a, b| b.cmp(a));
            self.least = self.least.max(*kth);
        }
        let bound = self.least.saturating_sub(error).max(1);
        for (i, group) in sums.chunks_exact(GROUP).enumerate() {
            if most[i] >= bound {
                let first = first + small(i * GROUP);
                let group = group.iter().zip(first..).filter(|(sum, _)| **sum >= bound);
                self.found.extend(group.map(|(&sum, doc)| (sum, doc)));
            }
        }
        if self.found.len() > self.k {
            let (_, kth, _) = self.found.select_nth_unstable_by(self.k - 1, |a, b| b.cmp(a));
            self.least = self.least.max(kth.0);
            let bound = self.least.saturating_sub(error);
            self.found.retain(|(sum, _)| *sum >= bound);
        }
    }

    /// The best of them by exact score; `None` when documents with scores of less than a unit could
    /// be among the best, as they were not taken.
    fn finish(mut self, corpus: &Corpus, query: &Query, plan: &Plan) -> Option<Vec<Hit>> {
        if self.least <= plan.error {
            return None;
        }
        self.found.sort_unstable_by(|a, b| b.cmp(a));
        let asked = Asked::new(corpus, query);
        let (first, rest) = self.found.split_at(self.k.min(self.found.len()));
        let mut hits: Vec<Hit> =
            first.iter().map(|&(_, doc)| Hit { doc, score: asked.score(doc) }).collect();
        // Exact scores leave less in doubt than units did.
        let least = hits.iter().map(|hit| hit.score).fold(f64::INFINITY, f64::min);
        let bound = whole((least / plan.unit).floor()).saturating_sub(plan.error.into());
        let rest = rest.iter().take_while(|(sum, _)| u32::from(*sum) >= bound);
        hits.extend(rest.map(|&(_, doc)| Hit { doc, score: asked.score(doc) }));
        Some(best(hits.into_iter(), self.k))
    }
}

/// The terms of a query, one bit for each term of the corpus, to find those that a document shares.
struct Asked<'c> {
    corpus: &'c Corpus,
    query: &'c Query,
    bits: Vec<u64>,
    /// What a step of each is worth.
    steps: Vec<f64>,
}

impl<'c> Asked<'c> {
    fn new(corpus: &'c Corpus, query: &'c Query) -> Self {
        let mut bits = vec![0_u64; corpus.idf.len() / 64 + 1];
        for term in &query.terms {
            bits[at(term.term) / 64] |= 1 << (term.term % 64);
        }
        let steps = query.terms.iter().map(|term| corpus.postings.step(term.term)).collect();
        Self { corpus, query, bits, steps }
    }

    /// The score, in the order in which [`Corpus::scores`] adds.
    fn score(&self, doc: u32) -> f64 {
        let mut rest = self.query.terms.iter().zip(&self.steps);
        let terms = self.corpus.postings.terms(doc);
        let shared = terms.filter(|(term, _)| self.bits[at(*term) / 64] >> (term % 64) & 1 > 0);
        shared.fold(0.0, |sum, (term, steps)| {
            let found = rest.find(|(asked, _)| asked.term == term);
            sum + found.map_or(0.0, |(asked, step)| asked.weight * (f64::from(steps) * step))
        })
    }
}

/// Queries in one tile, whose first document has the number `first`.
struct Step<'s> {
    tile: &'s Tile,
    first: u32,
    plans: &'s [Plan],
    sums: &'s mut [Sums],
    found: &'s mut [Candidates],
}

impl Work for Step<'_> {
    #[inline(always)]
    fn run(self) {
        let Step { tile, first, plans, sums, found } = self;
        let mut dense: Vec<(&[u8], u16)> = Vec::new();
        for block in 0..TILE / BLOCK {
            for (plan, sums) in plans.iter().zip(sums.iter_mut()) {
                dense.clear();
                let terms = plan.dense.iter();
                dense.extend(terms.map(|&(term, most)| (tile.dense(block, term), most)));
                let sums = &mut sums[block * BLOCK..(block + 1) * BLOCK];
                add_dense(sums, &dense, plan.dense_shifts);
            }
        }
        for ((plan, sums), found) in plans.iter().zip(sums).zip(found) {
            plan.add_sparse(tile, sums);
            found.take(sums, first, plan.error);
        }
    }
}

/// The best documents of each of a few queries, tile by tile, so that a tile is read into the cache
/// once. `None` for a query that must be answered exactly throughout.
pub(super) fn best_of_each(
    corpus: &Corpus,
    queries: &[&Query],
    k: usize,
    width: Width,
) -> Vec<Option<Vec<Hit>>> {
    let plans: Vec<Plan> = queries.iter().map(|query| Plan::new(corpus, query)).collect();
    let mut found: Vec<Candidates> = queries.iter().map(|_| Candidates::new(k)).collect();
    let mut sums = vec![0; TILE * queries.len()];
    let (sums, _) = sums.as_chunks_mut::<TILE>();
    for (tile, i) in corpus.postings.tiles().iter().zip(0_usize..) {
        let first = small(i * TILE);
        width.run(Step { tile, first, plans: &plans, sums, found: &mut found });
    }
    let found = found.into_iter().zip(&plans).zip(queries);
    found.map(|((found, plan), query)| found.finish(corpus, query, plan)).collect()
}
