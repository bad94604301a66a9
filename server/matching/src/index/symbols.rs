//! Strings numbered in the order in which they first come.

use std::hash::Hasher as _;

use reading::num::{at, small};
use rustc_hash::FxHasher;

use crate::wide::prefetch;

/// Words of languages, numbered. All letters lie in one place, and a table of hashes and numbers
/// finds them: a word that is known costs one hash and, mostly, one look at its letters.
#[derive(Clone, Default)]
pub(crate) struct Symbols {
    /// The sign of the language and the word, one after the other.
    letters: String,
    /// Where each ends in `letters`.
    ends: Vec<u32>,
    /// Upper half of the hash, and the number plus one; 0 where there is none. A power of two of
    /// them, of which no more than half are taken.
    slots: Vec<u64>,
}

/// The lower half of a slot.
const NUMBER: u64 = 0xffff_ffff;

impl Symbols {
    /// How many.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes of memory.
    pub(super) const fn size(&self) -> usize {
        self.letters.capacity() + 4 * self.ends.capacity() + 8 * self.slots.capacity()
    }

    /// The sign of the language and the word. Empty for a number never given.
    pub(super) fn key(&self, number: u32) -> &str {
        let end = self.ends.get(at(number)).copied().map_or(0, at);
        let before = number.checked_sub(1).and_then(|i| self.ends.get(at(i)));
        self.letters.get(before.copied().map_or(0, at)..end).unwrap_or_default()
    }

    /// The word without the sign of its language.
    pub(super) fn word(&self, number: u32) -> &str {
        let mut letters = self.key(number).chars();
        letters.next();
        letters.as_str()
    }

    /// All keys, by number.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        (0..small(self.len())).map(|number| self.key(number))
    }

    /// The number of a word of a language, by the sign of the language.
    pub(super) fn get(&self, sign: char, word: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.find(hash(sign, word), sign, word).ok()
    }

    /// [`Self::get`] by what [`Self::key`] gives.
    pub(super) fn get_key(&self, key: &str) -> Option<u32> {
        let mut letters = key.chars();
        self.get(letters.next()?, letters.as_str())
    }

    /// The number of a word, a new one when it has none; and whether it is new.
    pub(crate) fn intern(&mut self, sign: char, word: &str) -> (u32, bool) {
        self.intern_hashed(hash(sign, word), sign, word)
    }

    /// The hash of a word for [`Self::intern_hashed`], where the processor is told to look for it.
    #[inline]
    pub(super) fn sought(&self, sign: char, word: &str) -> u64 {
        let hash = hash(sign, word);
        if let Some(slot) = self.slots.get(first_slot(hash, self.slots.len().saturating_sub(1))) {
            prefetch(std::slice::from_ref(slot));
        }
        hash
    }

    /// [`Self::intern`] of a word whose hash is known.
    pub(super) fn intern_hashed(&mut self, hash: u64, sign: char, word: &str) -> (u32, bool) {
        if self.slots.len() <= 2 * self.len() {
            self.grow();
        }
        match self.find(hash, sign, word) {
            Ok(number) => (number, false),
            Err(slot) => {
                let number = small(self.len());
                self.letters.push(sign);
                self.letters.push_str(word);
                self.ends.push(small(self.letters.len()));
                self.slots[slot] = (hash & !NUMBER) | (u64::from(number) + 1);
                (number, true)
            }
        }
    }

    /// [`Self::intern`] of what [`Self::key`] gives.
    pub(super) fn intern_key(&mut self, key: &str) -> (u32, bool) {
        let mut letters = key.chars();
        let sign = letters.next().unwrap_or_default();
        self.intern(sign, letters.as_str())
    }

    /// Adds a key without making it known by its letters: one that may have been added before.
    pub(super) fn append(&mut self, key: &str) {
        self.letters.push_str(key);
        self.ends.push(small(self.letters.len()));
    }

    /// The number of a word, or the slot that is free for it.
    fn find(&self, hash: u64, sign: char, word: &str) -> Result<u32, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = first_slot(hash, mask);
        loop {
            let taken = self.slots[slot];
            if taken == 0 {
                return Err(slot);
            }
            if (taken ^ hash) & !NUMBER == 0 {
                let number = u32::try_from((taken & NUMBER) - 1).unwrap_or(u32::MAX);
                if self.is(number, sign, word) {
                    return Ok(number);
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Whether a number is that of a word of a language.
    fn is(&self, number: u32, sign: char, word: &str) -> bool {
        let end = self.ends.get(at(number)).copied().map_or(0, at);
        let start = number.checked_sub(1).and_then(|i| self.ends.get(at(i)));
        let letters = self.letters.as_bytes().get(start.copied().map_or(0, at)..end);
        let mut buffer = [0; 4];
        let sign: &[u8] = sign.encode_utf8(&mut buffer).as_bytes();
        letters.and_then(|letters| letters.strip_prefix(sign)) == Some(word.as_bytes())
    }

    fn grow(&mut self) {
        let size = (4 * self.len()).next_power_of_two().max(64);
        let old = std::mem::replace(&mut self.slots, vec![0; size]);
        for taken in old.into_iter().filter(|taken| *taken > 0) {
            let mut slot = first_slot(taken, size - 1);
            while self.slots[slot] > 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = taken;
        }
    }
}

/// Where to look first, by the half of the hash that is kept.
fn first_slot(hash: u64, mask: usize) -> usize {
    usize::try_from(hash >> 32).unwrap_or(0) & mask
}

fn hash(sign: char, word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.write_u32(u32::from(sign));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::Symbols;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn numbers_are_those_of_a_map(words in prop::collection::vec(("[ed]", "[a-cй]{0,4}"), 0..300)) {
            let (mut symbols, mut map) = (Symbols::default(), BTreeMap::new());
            for (sign, word) in &words {
                let letter = sign.chars().next().unwrap();
                let next = u32::try_from(map.len()).unwrap();
                let expected = *map.entry(format!("{sign}{word}")).or_insert(next);
                prop_assert_eq!(symbols.intern(letter, word), (expected, expected == next));
            }
            prop_assert_eq!(symbols.len(), map.len());
            for (key, number) in &map {
                prop_assert_eq!(symbols.key(*number), key.as_str());
                prop_assert_eq!(symbols.word(*number), &key[1..]);
                prop_assert_eq!(symbols.get(key.chars().next().unwrap(), &key[1..]), Some(*number));
            }
            prop_assert_eq!(symbols.get('x', "a"), None);
        }
    }
}
