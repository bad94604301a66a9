//! Upper bounds of impacts, small and quick to add, from which the search tells what can be among
//! the best ([`super::top`]).
//!
//! What is bounded is the share `x(t,d) = impact(t,d) / idf(t)`. It is written in two ways:
//!
//! *Planes.* A term in many documents has one bit for each document. Most terms stand once in a
//! document, so their shares differ by little but the document's length: documents are put in the
//! order of the share that a term standing once would have, and the bit promises a share of at most
//! `c₁` times the greatest such share in a block of documents. A second and third plane, where
//! enough documents need them, add the steps to `c₂` and `c₃`.
//!
//! *Lists.* Of other terms, and of documents whose share is above what the term's planes promise,
//! the rest is listed: the document's place in two bytes, and the rest as parts of the term's greatest
//! rest, rounded up, in one byte.
//!
//! A posting takes three bytes in a list and one bit and a half in a plane.

use std::ops::Range;

use reading::{
    num::{at, floor, narrow_up, real, small, whole},
    parallel,
};

use super::{
    planes::{Bits, ROW},
    rows::Rows,
};
use crate::wide::prefetch;

/// Documents in a tile, at the most: their places in it have two bytes.
pub(super) const TILE: usize = 1 << 16;
/// Parts of a list that are multiplied together.
pub(super) const GROUP: usize = 64;
/// Documents that are promised what the first of them needs.
pub(super) const BLOCK: usize = 1024;
/// Fewer documents are not worth a second tile.
const LEAST: usize = 1 << 14;
/// So many tiles are built side by side.
const TILES: usize = 2;
/// So many blocks there are at least, as typical shares differ less in smaller ones: few documents
/// leave places empty.
const BLOCKS: usize = 64;
/// An empty place.
const NOBODY: u32 = u32::MAX;

/// A plane holds bits of one document in so many, or more.
const DENSE: usize = 64;
/// How many planes a term can have.
const PLANES: usize = 3;
/// The most planes of all terms.
const MOST_PLANES: usize = 2048;

/// Parts of the share of a term that stands once, in which `c₁` to `c₃` are chosen.
const PARTS: f64 = 64.0;
/// One block in so many is looked at to choose them.
const SAMPLE: usize = 8;

/// A little more than what rounding can take off a product.
pub(super) const ROUNDED: f64 = 1.0 + 1e-9;

/// Upper bounds of the shares of all terms in all documents.
#[derive(Default)]
pub(super) struct Bounds {
    tiles: Vec<Tile>,
    /// Where the list of each term in each tile begins; one more entry for the end.
    starts: Vec<u32>,
    /// Lists: the places of all documents, two bytes each, then the parts, one byte each. Behind the
    /// last is room to read a whole group of parts.
    lists: Vec<u8>,
    /// Documents in each tile but the last.
    size: usize,
    /// Document at each place.
    order: Vec<u32>,
    /// Up to how many times the typical share each plane bounds.
    levels: [f64; PLANES],
    /// First plane of each of the first terms; one more entry for the end.
    planes: Vec<u32>,
    /// The greatest rest of each term in a list.
    rests: Vec<f32>,
    /// The greatest typical share of all documents.
    typical: f64,
}

/// Documents by place.
pub(super) struct Tile {
    /// Plane by plane, the bits of each row.
    bits: Vec<Bits>,
    /// The greatest typical share in each block, in parts of that of all, of which 65,536 make one, rounded up.
    typical: Vec<u32>,
}

/// What the greatest typical share of all documents has in [`Tile::typical`].
const WHOLE: f64 = 65_536.0;

impl Tile {
    /// The greatest typical share in each block, in parts of that of all documents.
    pub(super) fn typical(&self) -> impl Iterator<Item = f64> {
        self.typical.iter().map(|share| f64::from(*share) / WHOLE)
    }

    /// The rows of all planes.
    pub(super) fn bits(&self) -> &[Bits] {
        &self.bits
    }

    /// Where the rows of a plane begin.
    pub(super) fn start(&self, plane: u32) -> u32 {
        plane * small(stride(self.typical.len()))
    }
}

/// Rows from one plane of a tile to the next: an odd number of them, as planes whose distance is a
/// power of two push each other out of the cache.
const fn stride(blocks: usize) -> usize {
    (blocks * (BLOCK / ROW)) | 1
}

/// What a pass over the documents of a tile finds out about each term.
struct Count {
    /// Documents with a share above `c₀ = 0`, `c₁`, `c₂` and `c₃`: for terms that may have planes
    /// all of them, for others the first.
    above: Vec<[u32; PLANES + 1]>,
    /// The greatest rests above each.
    rests: Vec<[f32; PLANES + 1]>,
    /// The same for the other terms.
    few: Vec<u32>,
    few_rests: Vec<f32>,
}

impl Bounds {
    /// Bounds of all documents. Terms are numbered from the most frequent; `df` tells in how many
    /// documents each is.
    pub(super) fn new(rows: &Rows, df: &[u32], threads: usize) -> Self {
        let n = rows.len();
        if n == 0 {
            return Self { planes: vec![0], ..Self::default() };
        }
        let (order, typical) = ordered(rows, threads);
        let greatest = typical.iter().copied().fold(0.0, f64::max);
        let room = order.len();
        let tiles = room.div_ceil(TILE).max(if room > 2 * LEAST { TILES } else { 1 });
        let size = room.div_ceil(tiles).next_multiple_of(BLOCK).min(TILE);
        let frequent = df.iter().take_while(|df| at(**df) * DENSE >= n).count().min(MOST_PLANES);
        // The greatest typical share of each block, as it is stored: rounded up.
        let blocks: Vec<u32> = typical
            .chunks(BLOCK)
            .map(|block| {
                let share = block.iter().copied().fold(0.0, f64::max);
                if greatest > 0.0 { up(share / greatest * WHOLE).max(1) } else { 1 }
            })
            .collect();
        let shares: Vec<f64> =
            blocks.iter().map(|share| f64::from(*share) / WHOLE * greatest).collect();
        let levels = levels(rows, &order, &shares, frequent);
        let ranges: Vec<usize> = (0..room).step_by(size).collect();

        let pass = Pass { rows, order: &order, shares: &shares, size, levels, frequent };
        let counts =
            parallel::map(ranges.iter().copied(), threads, |from| pass.count(from, df.len()));
        let mut planes = vec![0];
        for term in 0..frequent {
            let above =
                |i: usize| -> usize { counts.iter().map(|one| at(one.above[term][i])).sum() };
            let enough = (0..PLANES).take_while(|i| above(*i) * DENSE >= n).count();
            let sum = planes[term] + small(enough);
            planes.push(if at(sum) > MOST_PLANES { planes[term] } else { sum });
        }
        let mut rests = vec![0.0_f32; df.len()];
        for count in &counts {
            for (term, (rest, all)) in rests.iter_mut().zip(&count.rests).enumerate() {
                *rest = rest.max(all[at(planes[term + 1] - planes[term])]);
            }
            for (rest, one) in rests[frequent..].iter_mut().zip(&count.few_rests) {
                *rest = rest.max(*one);
            }
        }
        let work = ranges.into_iter().zip(counts);
        let filled = parallel::map(work, threads, |(from, count)| {
            pass.fill(from, &count, &planes, &rests, &blocks)
        });
        let (tiles, parts): (Vec<Tile>, Vec<Lists>) = filled.into_iter().unzip();
        let Lists { starts, mut lists } = together(parts, df.len());
        lists.reserve_exact(GROUP);
        lists.resize(lists.len() + GROUP, 0);
        Self { tiles, starts, lists, size, order, levels, planes, rests, typical: greatest }
    }

    /// Tells the processor that it will be asked for a term.
    #[inline]
    pub(super) fn prefetch(&self, term: u32) {
        let first = at(term) * self.tiles.len();
        prefetch(self.rests.get(at(term)..=at(term)).unwrap_or_default());
        prefetch(self.starts.get(first..=first).unwrap_or_default());
    }

    /// The list of a term in a tile: places of documents, two bytes each, and their parts, [`GROUP`]
    /// together. What the last group has more than places belongs to nobody.
    #[inline]
    pub(super) fn list(&self, term: u32, tile: usize) -> (&[[u8; 2]], &[[u8; GROUP]]) {
        let i = at(term) * self.tiles.len() + tile;
        let bounds = self.starts.get(i).zip(self.starts.get(i + 1));
        let (from, to) = bounds.map_or((0, 0), |(&from, &to)| (at(from), at(to)));
        let parts = 2 * to + from;
        let end = parts + (to - from).next_multiple_of(GROUP);
        let places = self.lists.get(3 * from..parts).unwrap_or_default();
        (places.as_chunks().0, self.lists.get(parts..end).unwrap_or_default().as_chunks().0)
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        let tile =
            |tile: &Tile| tile.bits.capacity() * size_of::<Bits>() + 8 * tile.typical.capacity();
        let tables = self.order.capacity() + self.planes.capacity() + self.rests.capacity();
        let lists = 4 * self.starts.capacity() + self.lists.capacity();
        4 * tables + lists + self.tiles.iter().map(tile).sum::<usize>()
    }

    /// The tiles, in order.
    pub(super) fn tiles(&self) -> &[Tile] {
        &self.tiles
    }

    /// How many blocks there are in all tiles.
    pub(super) const fn blocks(&self) -> usize {
        self.order.len() / BLOCK
    }

    /// The blocks of each tile.
    pub(super) fn ranges(&self) -> impl Iterator<Item = Range<usize>> {
        let (size, all) = (self.size / BLOCK, self.blocks());
        (0..self.tiles.len()).map(move |i| i * size..all.min((i + 1) * size))
    }

    /// The documents at all places, tile by tile; a number behind the last where nobody is.
    pub(super) fn documents(&self) -> &[u32] {
        &self.order
    }

    /// The planes of a term, each with up to how many times the typical share it bounds together with those
    /// before it.
    pub(super) fn planes(&self, term: u32) -> impl Iterator<Item = (u32, f64)> {
        self.of(term).zip(self.levels)
    }

    fn of(&self, term: u32) -> Range<u32> {
        let bounds = self.planes.get(at(term)).zip(self.planes.get(at(term) + 1));
        bounds.map_or(0..0, |(from, to)| *from..*to)
    }

    /// The greatest rest of a term's lists.
    pub(super) fn rest(&self, term: u32) -> f64 {
        self.rests.get(at(term)).copied().map_or(0.0, f64::from)
    }

    /// The greatest typical share of all documents.
    pub(super) const fn typical(&self) -> f64 {
        self.typical
    }
}

/// Documents by their typical share, the greatest first, block by block, and those shares.
fn ordered(rows: &Rows, threads: usize) -> (Vec<u32>, Vec<f64>) {
    let documents: Vec<u32> = (0..small(rows.len())).collect();
    let share = |part: &[u32]| -> Vec<(f64, u32)> {
        part.iter().map(|&doc| (rows.row(doc).typical(), doc)).collect()
    };
    let mut found = parallel::map(documents.chunks(TILE / 4), threads, share).concat();
    found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let block = found.len().div_ceil(BLOCKS).clamp(BLOCK / 16, BLOCK);
    let mut places = Vec::with_capacity(found.len().div_ceil(block) * BLOCK);
    for block in found.chunks(block) {
        places.extend_from_slice(block);
        places.resize(places.len().next_multiple_of(BLOCK), (0.0, NOBODY));
    }
    places.into_iter().map(|(share, doc)| (doc, share)).unzip()
}

/// The three levels that promise least too much: shares of frequent terms in some of the blocks
/// are counted in parts of the typical one, and the best bounds of three groups found by trying.
fn levels(rows: &Rows, order: &[u32], shares: &[f64], frequent: usize) -> [f64; PLANES] {
    const MOST: usize = 4 * 64;
    let mut counts = vec![0.0_f64; MOST];
    for (block, share) in order.chunks(BLOCK).zip(shares).step_by(SAMPLE) {
        for &doc in block {
            let row = rows.row(doc);
            let terms = row.terms().take_while(|(term, _)| at(*term) < frequent);
            for (_, tf) in terms {
                let part = at(whole((row.share(tf) / share * PARTS).ceil()));
                counts[part.min(MOST - 1)] += 1.0;
            }
        }
    }
    // `cost[to]` is what the parts up to `to` promise too much in so many groups; `cut` where the
    // last of them begins.
    let ahead = |to: usize| -> f64 { (0..=to).map(|part| counts[part] * real(to - part)).sum() };
    let mut cost: Vec<f64> = (0..MOST).map(ahead).collect();
    let mut cuts: Vec<Vec<usize>> = Vec::new();
    for _ in 0..PLANES {
        let (mut next, mut cut) = (cost.clone(), vec![0; MOST]);
        for to in 0..MOST {
            let (mut inside, mut number) = (0.0, 0.0);
            for from in (1..=to).rev() {
                // The group from `from` to `to`.
                inside += counts[from] * real(to - from);
                number += counts[from];
                let sum = cost[from - 1] + inside;
                if number > 0.0 && sum < next[to] {
                    next[to] = sum;
                    cut[to] = from;
                }
            }
        }
        cost = next;
        cuts.push(cut);
    }
    let mut to = MOST - 1;
    let mut found = Vec::new();
    for cut in cuts.iter().rev() {
        let from = cut[to];
        if from == 0 {
            continue;
        }
        // A group ends with the last part that is in it.
        to = (0..from).rev().find(|part| counts[*part] > 0.0).unwrap_or(0);
        found.push(to.max(1));
    }
    found.sort_unstable();
    found.dedup();
    let last = found.last().copied().unwrap_or(64);
    let mut levels = found.into_iter().chain((last + 1..).map(|part| part + 31));
    std::array::from_fn(|_| levels.next().map_or(1.0, |part| real(part) / PARTS))
}

/// A pass over all documents.
struct Pass<'r> {
    rows: &'r Rows,
    order: &'r [u32],
    /// The greatest typical share of each block.
    shares: &'r [f64],
    size: usize,
    levels: [f64; PLANES],
    /// How many terms may have planes.
    frequent: usize,
}

impl Pass<'_> {
    fn documents(&self, from: usize) -> &[u32] {
        &self.order[from..self.order.len().min(from + self.size)]
    }

    /// What each level promises in the block of a place.
    fn promised(&self, place: usize) -> [f64; PLANES + 1] {
        let share = self.shares[place / BLOCK];
        let [one, two, three] = self.levels.map(|level| level * share);
        [0.0, one, two, three]
    }

    fn count(&self, from: usize, terms: usize) -> Count {
        let mut count = Count {
            above: vec![[0; PLANES + 1]; self.frequent],
            rests: vec![[0.0; PLANES + 1]; self.frequent],
            few: vec![0; terms - self.frequent],
            few_rests: vec![0.0; terms - self.frequent],
        };
        for (&doc, place) in self.documents(from).iter().zip(from..) {
            let promised = self.promised(place);
            let row = self.rows.row(doc);
            for (term, tf) in row.terms() {
                let share = row.share(tf);
                if let Some(i) = at(term).checked_sub(self.frequent) {
                    count.few[i] += 1;
                    let rest = &mut count.few_rests[i];
                    *rest = rest.max(narrow_up(share));
                } else {
                    let (above, rests) = (&mut count.above[at(term)], &mut count.rests[at(term)]);
                    for ((above, rest), promised) in above.iter_mut().zip(rests).zip(promised) {
                        if share > promised {
                            *above += 1;
                            *rest = rest.max(narrow_up(share - promised));
                        }
                    }
                }
            }
        }
        count
    }

    fn fill(
        &self,
        from: usize,
        count: &Count,
        planes: &[u32],
        rests: &[f32],
        blocks: &[u32],
    ) -> (Tile, Lists) {
        let has = |term: usize| at(planes[term + 1] - planes[term]);
        let frequent = count.above.iter().enumerate().map(|(term, above)| above[has(term)]);
        let mut starts = vec![0];
        let mut sum = 0;
        for listed in frequent.chain(count.few.iter().copied()) {
            sum += listed;
            starts.push(sum);
        }
        let documents = self.documents(from);
        let all = planes.last().copied().map_or(0, at);
        let stride = stride(documents.len().div_ceil(BLOCK));
        let mut bits = vec![Bits::NONE; stride * all];
        let mut lists = vec![0_u8; 3 * at(sum)];
        let mut next = starts.clone();
        for (i, &doc) in documents.iter().enumerate() {
            let promised = self.promised(from + i);
            let row = self.rows.row(doc);
            for (term, tf) in row.terms() {
                let share = row.share(tf);
                let mut rest = share;
                if at(term) < self.frequent {
                    let first = at(planes[at(term)]);
                    let has = has(at(term));
                    for (plane, promised) in (first..first + has).zip(promised) {
                        if share > promised {
                            bits[plane * stride + i / ROW].set(i % ROW);
                        }
                    }
                    if share <= promised[has] {
                        continue;
                    }
                    rest = share - promised[has];
                }
                let (start, end) = (at(starts[at(term)]), at(starts[at(term) + 1]));
                let slot = at(next[at(term)]) - start;
                next[at(term)] += 1;
                let greatest = f64::from(rests[at(term)]);
                let parts = if greatest > 0.0 { up(rest / greatest * 255.0) } else { 0 };
                let [low, high, ..] = small(i).to_le_bytes();
                let list = &mut lists[3 * start..3 * end];
                list[2 * slot] = low;
                list[2 * slot + 1] = high;
                list[2 * (end - start) + slot] = u8::try_from(parts).unwrap_or(u8::MAX);
            }
        }
        let typical = blocks[from / BLOCK..].iter().take(documents.len().div_ceil(BLOCK));
        let tile = Tile { bits, typical: typical.copied().collect() };
        (tile, Lists { starts, lists })
    }
}

/// Lists of one tile, or of all.
struct Lists {
    starts: Vec<u32>,
    lists: Vec<u8>,
}

/// The lists of tiles in one place, term by term, so that those of a term are found together.
fn together(parts: Vec<Lists>, terms: usize) -> Lists {
    if parts.len() == 1 {
        return parts.into_iter().next().unwrap_or(Lists { starts: vec![0], lists: Vec::new() });
    }
    let size: usize = parts.iter().map(|part| part.lists.len()).sum();
    let mut lists = Vec::with_capacity(size + GROUP);
    let mut starts = Vec::with_capacity(parts.len() * terms + 1);
    for term in 0..terms {
        for part in &parts {
            starts.push(small(lists.len() / 3));
            let (from, to) = (at(part.starts[term]), at(part.starts[term + 1]));
            lists.extend_from_slice(&part.lists[3 * from..3 * to]);
        }
    }
    starts.push(small(lists.len() / 3));
    Lists { starts, lists }
}

/// Rounded up to a whole number, with a little more for what rounding took off before.
pub(super) fn up(value: f64) -> u32 {
    let value = value * ROUNDED;
    let below = floor(value);
    below.saturating_add(u32::from(f64::from(below) < value))
}
