//! What each document says: its terms with how often each field has them. Impacts follow from that.
//!
//! An entry is the difference from the term before, doubled, plus one where counts follow; seven
//! bits to a byte, the lowest first. Most terms stand once in the field that has most words: they
//! need no counts. So an entry takes about two bytes.

use super::{Bm25, Field, wide::prefetch};
use crate::num::{at, narrow, real, small};

/// Documents read or written by a thread at a time.
pub(super) const CHUNK: usize = 1 << 14;

/// Up to [`CHUNK`] documents.
#[derive(Default)]
pub(super) struct Chunk {
    /// Document by document what its impacts are divided by, `1 − s + s·‖raw‖/mean ‖raw‖`, how
    /// many words each field has, four bytes each, and its entries.
    bytes: Vec<u8>,
    /// Where each document ends in `bytes`.
    ends: Vec<u32>,
}

impl Chunk {
    /// Adds a document: for each term in ascending order how often each field has it, and how many
    /// words each field has. Its divisor is set later.
    pub(super) fn push<'c>(
        &mut self,
        terms: impl Iterator<Item = (u32, &'c [u32])>,
        lengths: impl Iterator<Item = usize>,
        common: usize,
    ) {
        self.bytes.extend(1.0_f32.to_le_bytes());
        self.bytes.extend(lengths.flat_map(|length| small(length).to_le_bytes()));
        let mut last = 0;
        for (term, counts) in terms {
            let once = counts.iter().zip(0..).all(|(&n, field)| n == u32::from(field == common));
            let difference = u64::from(term + 1 - last);
            last = term + 1;
            self.number(2 * difference + u64::from(!once));
            if !once {
                for &count in counts {
                    self.number(count.into());
                }
            }
        }
        self.ends.push(small(self.bytes.len()));
    }

    /// Sets the divisors of all documents.
    pub(super) fn divide(&mut self, divisors: impl Iterator<Item = f32>) {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        for (start, divisor) in starts.zip(divisors) {
            if let Some(slot) = self.bytes.get_mut(at(start)..at(start) + 4) {
                slot.copy_from_slice(&divisor.to_le_bytes());
            }
        }
    }

    fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }

    /// Ends the chunk.
    pub(super) fn close(&mut self) {
        self.bytes.shrink_to_fit();
    }
}

/// All documents.
#[derive(Default)]
pub(super) struct Rows {
    chunks: Vec<Chunk>,
    fields: Vec<Field>,
    /// Mean length of each field.
    averages: Vec<f64>,
    /// The field that has most words.
    common: usize,
    k1: f64,
    documents: usize,
}

impl Rows {
    /// Puts chunks together, each but the last with [`CHUNK`] documents.
    pub(super) fn new(
        chunks: Vec<Chunk>,
        params: &Bm25,
        averages: Vec<f64>,
        common: usize,
    ) -> Self {
        let documents = chunks.iter().map(|chunk| chunk.ends.len()).sum();
        let (fields, k1) = (params.fields.clone(), params.k1);
        Self { chunks, fields, averages, common, k1, documents }
    }

    /// How many documents.
    pub(super) const fn len(&self) -> usize {
        self.documents
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        let size = |chunk: &Chunk| chunk.bytes.capacity() + 4 * chunk.ends.capacity();
        self.chunks.iter().map(size).sum()
    }

    fn bytes(&self, doc: u32) -> &[u8] {
        let found = self.chunks.get(at(doc) / CHUNK).and_then(|chunk| {
            let i = at(doc) % CHUNK;
            let end = at(*chunk.ends.get(i)?);
            let start = i.checked_sub(1).map_or(0, |i| at(chunk.ends[i]));
            chunk.bytes.get(start..end)
        });
        found.unwrap_or_default()
    }

    /// Tells the processor that a document will be read soon, of which it was told before where it
    /// is.
    #[inline]
    pub(super) fn prefetch(&self, doc: u32) {
        prefetch(self.bytes(doc));
    }

    /// Tells the processor that it will soon be read where a document is.
    #[inline]
    pub(super) fn prefetch_end(&self, doc: u32) {
        let ends = self.chunks.get(at(doc) / CHUNK).map(|chunk| &chunk.ends);
        if let Some(end) = ends.and_then(|ends| ends.get(at(doc) % CHUNK)) {
            prefetch(std::slice::from_ref(end));
        }
    }

    /// A document; an empty one behind the last.
    pub(super) fn row(&self, doc: u32) -> Row<'_> {
        let blank = Row { rows: self, bytes: &[], lengths: &[], divisor: 1.0 };
        let Some((divisor, rest)) = self.bytes(doc).split_first_chunk() else { return blank };
        let Some((lengths, bytes)) = rest.split_at_checked(4 * self.fields.len()) else {
            return blank;
        };
        let (lengths, _) = lengths.as_chunks();
        Row { rows: self, bytes, lengths, divisor: f32::from_le_bytes(*divisor).into() }
    }
}

/// A document.
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    rows: &'r Rows,
    bytes: &'r [u8],
    /// How many words each field has.
    lengths: &'r [[u8; 4]],
    divisor: f64,
}

impl<'r> Row<'r> {
    /// What one occurrence in a field counts in a document of such length.
    fn one(&self, field: usize) -> f64 {
        let length = self.lengths.get(field).map_or(0, |length| u32::from_le_bytes(*length));
        one(&self.rows.fields[field], f64::from(length), self.rows.averages[field])
    }

    /// The share of its rarity that a term has as impact, from its weighted frequency.
    #[inline]
    pub(super) fn share(&self, tf: f64) -> f64 {
        saturated(tf, self.rows.k1) / self.divisor
    }

    /// The share of a term that stands once in the field with most words.
    pub(super) fn typical(&self) -> f64 {
        let known = self.rows.common < self.rows.fields.len();
        self.share(if known { self.one(self.rows.common) } else { 0.0 })
    }

    /// What a term of some rarity gives: `raw(t,d) / divisor`.
    #[inline]
    pub(super) fn impact(&self, idf: f64, tf: f64) -> f64 {
        idf * saturated(tf, self.rows.k1) / self.divisor
    }

    /// Its terms, ascending, each with its weighted frequency `tf'`.
    pub(super) fn terms(self) -> Terms<'r> {
        let fields = self.rows.fields.len();
        let mut ones = [0.0; INLINE];
        for (one, field) in ones.iter_mut().zip(0..fields) {
            *one = self.one(field);
        }
        let once = if self.rows.common < fields { self.one(self.rows.common) } else { 0.0 };
        Terms { row: self, bytes: self.bytes, last: 0, ones, once }
    }
}

/// Fields whose weights are kept at hand while a document is read.
const INLINE: usize = 4;

/// `tf' / (k1 + tf')`.
#[inline]
pub(super) fn saturated(tf: f64, k1: f64) -> f64 {
    if tf > 0.0 { tf / (k1 + tf) } else { 0.0 }
}

/// What one occurrence in a field of some length counts.
pub(super) fn one(field: &Field, length: f64, average: f64) -> f64 {
    let relative = if average > 0.0 { length / average } else { 1.0 };
    field.weight / (1.0 - field.b + field.b * relative)
}

/// Terms of a document.
pub(super) struct Terms<'r> {
    row: Row<'r>,
    bytes: &'r [u8],
    last: u32,
    ones: [f64; INLINE],
    once: f64,
}

impl Terms<'_> {
    #[inline]
    fn number(&mut self) -> Option<u32> {
        let (&first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        if first < 0x80 {
            return Some(first.into());
        }
        let (mut number, mut shift) = (u32::from(first & 0x7f), 7);
        loop {
            let (&byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }

    fn counted(&mut self) -> Option<f64> {
        let mut sum = 0.0;
        for field in 0..self.row.lengths.len() {
            let count = f64::from(self.number()?);
            let one = self.ones.get(field).copied();
            sum += count * one.unwrap_or_else(|| self.row.one(field));
        }
        Some(sum)
    }
}

impl Iterator for Terms<'_> {
    type Item = (u32, f64);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let number = self.number()?;
        self.last += number >> 1;
        let tf = if number & 1 == 0 { self.once } else { self.counted()? };
        Some((self.last - 1, tf))
    }
}

/// What a document's impacts are divided by, from the length of its vector of raw impacts.
pub(super) fn divisor(pivot: f64, norm: f64, mean_norm: f64) -> f32 {
    let divisor = 1.0 - pivot + pivot * norm / mean_norm;
    // A document without words has no impacts to divide.
    narrow(if divisor > 0.0 { divisor } else { 1.0 })
}

/// Mean length of a field.
pub(super) fn average(words: usize, documents: usize) -> f64 {
    if documents == 0 { 0.0 } else { real(words) / real(documents) }
}
