//! What each document says: its terms with how often each field has them. Impacts follow from that.
//!
//! An entry has two bytes: the difference from the term before, doubled, plus one where counts are
//! kept; [`FAR`] before a difference that needs more. Most terms stand once in the field that has most
//! words: they need no counts. Those of the others lie behind all entries, two bytes for each field,
//! so that a document is read without waiting to see how long an entry is.

use reading::num::{at, narrow, real, small};

use super::{Bm25, Field};
use crate::wide::prefetch;

/// Documents read or written by a thread at a time.
pub(super) const CHUNK: usize = 1 << 14;

/// Documents between the one that is read and the one that is fetched ([`Rows::prefetch`]).
pub(super) const ROWS_AHEAD: usize = 4;

/// Up to [`CHUNK`] documents.
#[derive(Default)]
pub(super) struct Chunk {
    /// Document by document what its impacts are divided by, `1 − s + s·‖raw‖/mean ‖raw‖`, how
    /// many words each field has and how many entries there are, four bytes each; its entries; and
    /// their counts.
    halves: Vec<u16>,
    /// Where each document ends in `halves`.
    ends: Vec<u32>,
}

/// What stands before a difference of four bytes.
const FAR: u16 = u16::MAX;
/// More occurrences in one field than this are counted as so many.
pub(super) const MOST: u32 = 65_535;

impl Chunk {
    /// Adds a document: for each term in ascending order how often each field has it, and how many
    /// words each field has. Its divisor is set later.
    pub(super) fn push<'c>(
        &mut self,
        terms: impl Iterator<Item = (u32, &'c [u32])>,
        lengths: impl Iterator<Item = usize>,
        common: usize,
    ) {
        let start = self.halves.len();
        self.word(0);
        lengths.for_each(|length| self.word(small(length)));
        let entries = self.halves.len();
        self.word(0);
        let (mut last, mut kept) = (0, Vec::new());
        for (term, counts) in terms {
            let once = counts.iter().zip(0..).all(|(&n, field)| n == u32::from(field == common));
            let difference = (term + 1 - last, !once);
            last = term + 1;
            match u16::try_from(2 * u64::from(difference.0) + u64::from(difference.1)) {
                Ok(entry) if entry < FAR - 1 => self.halves.push(entry),
                _ => {
                    self.halves.push(FAR - u16::from(once));
                    self.word(difference.0);
                }
            }
            if !once {
                kept.extend(counts.iter().map(|count| u16::try_from(*count).unwrap_or(u16::MAX)));
            }
        }
        let words = small(self.halves.len() - entries - 2);
        self.set(entries, words.to_le_bytes());
        self.set(start, 1.0_f32.to_le_bytes());
        self.halves.extend(kept);
        self.ends.push(small(self.halves.len()));
    }

    fn word(&mut self, number: u32) {
        let [a, b, c, d] = number.to_le_bytes();
        self.halves.extend([u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d])]);
    }

    fn set(&mut self, at: usize, [a, b, c, d]: [u8; 4]) {
        if let Some(slot) = self.halves.get_mut(at..at + 2) {
            slot.copy_from_slice(&[u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d])]);
        }
    }

    /// Sets the divisors of all documents.
    pub(super) fn divide(&mut self, divisors: impl Iterator<Item = f32>) {
        let mut start = 0;
        for (i, divisor) in divisors.enumerate() {
            self.set(start, divisor.to_le_bytes());
            start = self.ends.get(i).copied().map_or(0, at);
        }
    }

    /// Ends the chunk.
    pub(super) fn close(&mut self) {
        self.halves.shrink_to_fit();
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
        let size = |chunk: &Chunk| 2 * chunk.halves.capacity() + 4 * chunk.ends.capacity();
        self.chunks.iter().map(size).sum()
    }

    /// Mean length of each field.
    pub(super) fn averages(&self) -> &[f64] {
        &self.averages
    }

    /// The field that has most words.
    pub(super) const fn common(&self) -> usize {
        self.common
    }

    fn halves(&self, doc: u32) -> &[u16] {
        let found = self.chunks.get(at(doc) / CHUNK).and_then(|chunk| {
            let i = at(doc) % CHUNK;
            let end = at(*chunk.ends.get(i)?);
            let start = i.checked_sub(1).map_or(0, |i| at(chunk.ends[i]));
            chunk.halves.get(start..end)
        });
        found.unwrap_or_default()
    }

    /// Tells the processor that a document will be read soon, of which it was told before where it
    /// is.
    #[inline]
    pub(super) fn prefetch(&self, doc: u32) {
        prefetch(self.halves(doc));
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
        self.read(self.halves(doc))
    }

    /// The first document of a chunk that may stand elsewhere, read as one of these.
    pub(super) fn row_of<'r>(&'r self, chunk: &'r Chunk) -> Row<'r> {
        let end = chunk.ends.first().copied().map_or(0, at);
        self.read(chunk.halves.get(..end).unwrap_or_default())
    }

    fn read<'r>(&'r self, halves: &'r [u16]) -> Row<'r> {
        let blank = Row { rows: self, entries: &[], counts: &[], lengths: &[], divisor: 1.0 };
        let head = 2 * self.fields.len();
        let Some((divisor, rest)) = halves.split_first_chunk() else { return blank };
        let Some((lengths, rest)) = rest.split_at_checked(head) else { return blank };
        let Some((words, rest)) = rest.split_first_chunk() else { return blank };
        let Some((entries, counts)) = rest.split_at_checked(at(word(*words))) else {
            return blank;
        };
        let (lengths, _) = lengths.as_chunks();
        let divisor = f32::from_bits(word(*divisor)).into();
        Row { rows: self, entries, counts, lengths, divisor }
    }
}

/// Four bytes.
fn word([low, high]: [u16; 2]) -> u32 {
    u32::from(low) | u32::from(high) << 16
}

/// A document.
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    rows: &'r Rows,
    entries: &'r [u16],
    /// How often each field has the terms that have counts.
    counts: &'r [u16],
    /// How many words each field has.
    lengths: &'r [[u16; 2]],
    divisor: f64,
}

impl Row<'_> {
    /// What one occurrence in a field counts in a document of such length.
    fn one(&self, field: usize) -> f64 {
        let length = self.lengths.get(field).map_or(0, |length| word(*length));
        one(&self.rows.fields[field], f64::from(length), self.rows.averages[field])
    }

    /// The weighted frequency of a term by its counts, given what one occurrence counts in the first
    /// fields.
    fn counted(&self, counts: &[u16], ones: &[f64; INLINE]) -> f64 {
        let mut sum = 0.0;
        for (field, &count) in counts.iter().enumerate() {
            let one = ones.get(field).copied().unwrap_or_else(|| self.one(field));
            sum += f64::from(count) * one;
        }
        sum
    }

    /// The weighted frequency of a term that stands once in the field with most words.
    fn once(&self) -> f64 {
        if self.rows.common < self.lengths.len() { self.one(self.rows.common) } else { 0.0 }
    }

    /// The share of its rarity that a term has as impact, from its weighted frequency.
    #[inline]
    pub(super) fn share(&self, tf: f64) -> f64 {
        saturated(tf, self.rows.k1) / self.divisor
    }

    /// The share of a term that stands once in the field with most words.
    pub(super) fn typical(&self) -> f64 {
        self.share(self.once())
    }

    /// What a term of some rarity gives: `raw(t,d) / divisor`.
    #[inline]
    pub(super) fn impact(&self, idf: f64, tf: f64) -> f64 {
        self.divided(idf * saturated(tf, self.rows.k1))
    }

    fn divided(&self, raw: f64) -> f64 {
        raw / self.divisor
    }

    /// Its terms, ascending, each with its weighted frequency `tf'`.
    pub(super) fn terms(self) -> impl Iterator<Item = (u32, f64)> {
        let (ones, once) = (self.ones(), self.once());
        let entries = Entries::new(self.entries);
        entries.map(move |entry| (entry.term, self.frequency(entry, &ones, once)))
    }

    /// The weighted frequency of a term, given what one occurrence counts in the first fields, and what one in
    /// the field with most words.
    fn frequency(&self, entry: Entry, ones: &[f64; INLINE], once: f64) -> f64 {
        let counts = entry.counts().map(|i| self.counts(i).unwrap_or_default());
        counts.map_or(once, |counts| self.counted(counts, ones))
    }

    /// The sum of what the terms that are wanted give, in ascending order, each with its impact by the
    /// weight and the rarity told.
    #[inline]
    pub(super) fn sum(
        self,
        wanted: impl Fn(u32) -> bool,
        worth: impl Fn(u32) -> (f64, f64),
    ) -> f64 {
        let (ones, once) = (self.ones(), saturated(self.once(), self.rows.k1));
        let mut sum = 0.0;
        self.entries(wanted, |entry| {
            let saturated = match entry.counts() {
                None => once,
                Some(i) => {
                    let counts = self.counts(i).unwrap_or_default();
                    saturated(self.counted(counts, &ones), self.rows.k1)
                }
            };
            let (weight, idf) = worth(entry.term);
            sum += weight * self.divided(idf * saturated);
        });
        sum
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "what is asked of each term goes into one loop")]
    fn entries(self, wanted: impl Fn(u32) -> bool, mut take: impl FnMut(Entry)) {
        let mut entries = Entries::new(self.entries);
        // Which terms are wanted cannot be foretold, so no branch asks for it: each is written down, and
        // the next one over it where it is not.
        let mut found = [Entry::default(); AT_ONCE];
        loop {
            let (mut read, mut end) = (0, 0);
            while read < AT_ONCE
                && let Some(entry) = entries.next()
            {
                found[end % AT_ONCE] = entry;
                end += usize::from(wanted(entry.term));
                read += 1;
            }
            for entry in found.iter().take(end) {
                take(*entry);
            }
            if read < AT_ONCE {
                return;
            }
        }
    }

    /// What one occurrence in each of the first fields counts.
    fn ones(&self) -> [f64; INLINE] {
        let mut ones = [0.0; INLINE];
        for (field, one) in ones.iter_mut().enumerate().take(self.lengths.len()) {
            *one = self.one(field);
        }
        ones
    }

    /// How often each field has a term, given which of those with counts it is.
    fn counts(&self, i: usize) -> Option<&[u16]> {
        let fields = self.lengths.len();
        self.counts.get(i * fields..(i + 1) * fields)
    }
}

/// A term of a document.
#[derive(Clone, Copy, Default)]
struct Entry {
    term: u32,
    /// How many terms with counts come before, doubled, plus one if it has them.
    counted: u32,
}

impl Entry {
    /// Which of the terms with counts it is.
    fn counts(self) -> Option<usize> {
        (self.counted & 1 == 1).then_some(at(self.counted >> 1))
    }
}

/// The terms of a document, ascending.
struct Entries<'r> {
    rest: &'r [u16],
    /// One more than the last term.
    next: u32,
    /// How many terms with counts came.
    counted: u32,
}

impl<'r> Entries<'r> {
    const fn new(rest: &'r [u16]) -> Self {
        Self { rest, next: 0, counted: 0 }
    }
}

impl Iterator for Entries<'_> {
    type Item = Entry;

    #[inline]
    fn next(&mut self) -> Option<Entry> {
        let (&entry, rest) = self.rest.split_first()?;
        self.rest = rest;
        let mut difference = u32::from(entry >> 1);
        if entry >= FAR - 1 {
            let (far, rest) = rest.split_first_chunk()?;
            self.rest = rest;
            difference = word(*far);
        }
        let has_counts = u32::from(entry & 1);
        let counted = self.counted << 1 | has_counts;
        self.next += difference;
        self.counted += has_counts;
        Some(Entry { term: self.next - 1, counted })
    }
}

/// Terms of a document of which those that are wanted are found at a time.
const AT_ONCE: usize = 64;

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
