//! Impacts as stored: by term for scoring, by document for reading.
//!
//! An impact is a multiple of a step of its term, from 0 to 2²⁴ − 1 steps, where the greatest impact
//! of the term has the most. The steps are the definition of an impact, so that every way of adding
//! them gives the same bits; they are finer than single precision. The upper two bytes alone are
//! what the search reads first ([`super::top`]); of very frequent terms it reads the upper byte of
//! every document, which a processor adds many at a time.
//!
//! Documents come in tiles whose sums fit a processor's second cache. Within a tile a document's
//! number has two bytes, so a posting takes five, and about four and a half more in the list of
//! the document's own terms.

use crate::num::{at, narrow, small, whole};

/// Documents in a tile.
pub(super) const TILE: usize = 1 << 15;

/// Documents that are added up or looked at together.
pub(super) const GROUP: usize = 64;

/// Documents whose dense terms are stored together, and added for one query after the other while
/// they are in the cache.
pub(super) const BLOCK: usize = 1024;
/// Bytes of a dense term in a block: one group more, as rows whose distance is a power of two push
/// each other out of the cache.
const ROW: usize = BLOCK + GROUP;

/// The most steps.
const STEPS: f64 = 16_777_215.0;

/// A term in this share of documents or more is stored densely too: 1/8.
const DENSE: usize = 8;
/// The most terms stored densely, so that they stay a small part of memory.
const MOST_DENSE: usize = 96;

/// Documents with terms and impacts, in order: what a tile is made of.
#[derive(Default)]
pub(super) struct Rows {
    /// Where each document ends.
    pub(super) ends: Vec<usize>,
    /// Terms of each document, ascending.
    pub(super) terms: Vec<u32>,
    /// Their impacts.
    pub(super) impacts: Vec<f32>,
}

/// Up to [`TILE`] documents.
pub(super) struct Tile {
    /// Where the postings of each term begin; one more entry for the end.
    starts: Vec<u32>,
    /// Postings of each term in turn, in blocks of up to [`GROUP`]: documents within the tile, then
    /// the upper two bytes of their steps. So a short list is in one place.
    blocks: Vec<u16>,
    /// The lowest byte of the steps of each posting.
    low: Vec<u8>,
    /// Upper byte of the steps of every document, for each of the first terms; 0 without the term.
    /// A block of documents has all its terms in one place.
    dense: Vec<u8>,
    /// How many terms those are.
    dense_terms: usize,
    /// Each document's terms and steps: the difference from the term before, seven bits to a byte,
    /// the lowest first; then the steps in three bytes.
    terms: Vec<u8>,
    /// Where each document ends in `terms`.
    term_ends: Vec<u32>,
}

impl Tile {
    fn new(rows: &Rows, tops: &[f32], dense: usize) -> Self {
        let mut starts = vec![0_u32; tops.len() + 1];
        for &term in &rows.terms {
            starts[at(term) + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut slots = starts.clone();
        let (width, postings) = (rows.ends.len(), rows.terms.len());
        let mut tile = Self {
            starts,
            blocks: vec![0; 2 * postings],
            low: vec![0; postings],
            dense: vec![0; width.div_ceil(BLOCK) * dense * ROW],
            dense_terms: dense,
            terms: Vec::with_capacity(postings * 3 / 2),
            term_ends: Vec::with_capacity(width),
        };
        let mut from = 0;
        for (doc, &end) in rows.ends.iter().enumerate() {
            let mut last = 0;
            for (&term, &impact) in rows.terms[from..end].iter().zip(&rows.impacts[from..end]) {
                let steps = whole(f64::from(impact) / f64::from(tops[at(term)]) * STEPS);
                let [low, middle, top, _] = steps.to_le_bytes();
                let (start, end) = (at(tile.starts[at(term)]), at(tile.starts[at(term) + 1]));
                let slot = at(slots[at(term)]);
                slots[at(term)] += 1;
                let block = start + (slot - start) / GROUP * GROUP;
                let length = GROUP.min(end - block);
                tile.blocks[block + slot] = u16::try_from(doc).unwrap_or(u16::MAX);
                tile.blocks[block + slot + length] = u16::from_le_bytes([middle, top]);
                tile.low[slot] = low;
                if at(term) < dense {
                    tile.dense[(doc / BLOCK * dense + at(term)) * ROW + doc % BLOCK] = top;
                }
                let mut difference = term + 1 - last;
                last = term + 1;
                while difference > 0x7f {
                    tile.terms.push(difference.to_le_bytes()[0] | 0x80);
                    difference >>= 7;
                }
                tile.terms.extend([difference.to_le_bytes()[0], low, middle, top]);
            }
            tile.term_ends.push(small(tile.terms.len()));
            from = end;
        }
        tile.terms.shrink_to_fit();
        tile
    }

    fn range(&self, term: u32) -> (usize, usize) {
        let bounds = self.starts.get(at(term)).zip(self.starts.get(at(term) + 1));
        bounds.map_or((0, 0), |(&from, &to)| (at(from), at(to)))
    }

    /// The postings of a term in blocks of up to [`GROUP`]: documents within the tile, then the upper
    /// two bytes of their steps.
    pub(super) fn blocks(&self, term: u32) -> &[u16] {
        let (from, to) = self.range(term);
        &self.blocks[2 * from..2 * to]
    }

    /// Documents with a term, and the steps.
    pub(super) fn steps(&self, term: u32) -> impl Iterator<Item = (u16, u32)> {
        let (from, to) = self.range(term);
        let postings = halves(self.blocks(term)).flat_map(|(docs, high)| docs.iter().zip(high));
        postings
            .zip(&self.low[from..to])
            .map(|((&doc, &high), &low)| (doc, (u32::from(high) << 8) | u32::from(low)))
    }

    /// The upper byte of the steps of every document in a block of the tile, for a term that is
    /// stored densely. Empty behind the last document.
    pub(super) fn dense(&self, block: usize, term: u32) -> &[u8] {
        let from = (block * self.dense_terms + at(term)) * ROW;
        self.dense.get(from..from + BLOCK).unwrap_or_default()
    }

    /// Terms of a document, ascending, with their steps.
    fn terms(&self, doc: usize) -> impl Iterator<Item = (u32, u32)> {
        let end = self.term_ends.get(doc).copied().map_or(0, at);
        let start = doc.checked_sub(1).and_then(|i| self.term_ends.get(i)).copied().map_or(0, at);
        let mut bytes = &self.terms[start.min(end)..end];
        let mut last = 0;
        std::iter::from_fn(move || {
            let (mut difference, mut shift) = (0, 0);
            loop {
                let (&byte, rest) = bytes.split_first()?;
                bytes = rest;
                difference |= u32::from(byte & 0x7f) << shift;
                shift += 7;
                if byte < 0x80 {
                    break;
                }
            }
            let (&[low, middle, top], rest) = bytes.split_first_chunk()?;
            bytes = rest;
            last += difference;
            Some((last - 1, u32::from_le_bytes([low, middle, top, 0])))
        })
    }
}

/// All impacts of a set of documents.
#[derive(Default)]
pub(super) struct Postings {
    tiles: Vec<Tile>,
    /// The greatest impact of each term.
    tops: Vec<f32>,
    /// How many terms are stored densely: the first.
    dense: usize,
    documents: usize,
}

impl Postings {
    /// Stores documents, [`TILE`] in each of the rows but the last. Terms are numbered from the
    /// most frequent; `df` tells in how many documents each is.
    pub(super) fn new(rows: Vec<Rows>, df: &[u32], threads: usize) -> Self {
        let documents = rows.iter().map(|rows| rows.ends.len()).sum();
        let mut tops = vec![0.0_f32; df.len()];
        for rows in &rows {
            for (&term, &impact) in rows.terms.iter().zip(&rows.impacts) {
                let top = &mut tops[at(term)];
                *top = top.max(impact);
            }
        }
        let frequent = df.iter().take_while(|df| at(**df) * DENSE >= documents);
        let dense = frequent.count().min(MOST_DENSE);
        let tiles = crate::parallel::map(rows, threads, |rows| Tile::new(&rows, &tops, dense));
        Self { tiles, tops, dense, documents }
    }

    /// How many documents.
    pub(super) const fn len(&self) -> usize {
        self.documents
    }

    /// The tiles, in order.
    pub(super) fn tiles(&self) -> &[Tile] {
        &self.tiles
    }

    /// How many terms are stored densely: the first.
    pub(super) const fn dense(&self) -> usize {
        self.dense
    }

    /// The greatest impact of a term.
    pub(super) fn top(&self, term: u32) -> f64 {
        self.tops.get(at(term)).copied().map_or(0.0, f64::from)
    }

    /// What one step of a term is worth.
    pub(super) fn step(&self, term: u32) -> f64 {
        self.top(term) / STEPS
    }

    /// Terms of a document, ascending, with their steps.
    pub(super) fn terms(&self, doc: u32) -> impl Iterator<Item = (u32, u32)> {
        let tile = self.tiles.get(at(doc) / TILE);
        tile.into_iter().flat_map(move |tile| tile.terms(at(doc) % TILE))
    }
}

/// Documents, and the upper two bytes of their steps, block by block.
fn halves(blocks: &[u16]) -> impl Iterator<Item = (&[u16], &[u16])> {
    blocks.chunks(2 * GROUP).map(|block| block.split_at(block.len() / 2))
}

/// An impact in single precision, as rows have it.
pub(super) fn impact(value: f64) -> f32 {
    narrow(value)
}
