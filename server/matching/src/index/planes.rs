//! Planes, which have one bit for each document, and adding many of them ([`super::bounds`]).
//!
//! What each plane adds is a whole number. Sums are kept digit by digit: a row has one digit of the sums
//! of 512 documents. To add six rows to it takes four carry-save adders, five instructions each for as
//! many documents as a register has bits (two with AVX-512, where one does any function of three bits),
//! and leaves a row to carry to the next digit and one to that after it (H. S. Warren, *Hacker's
//! Delight*, 2nd edition, §5–1). Rows that are left go in by twos. In the end the digits turn to bytes.
//!
//! Nothing here depends on the registers but how many documents an instruction serves.

#![expect(clippy::inline_always, reason = "code is compiled for the registers it is inlined into")]

use super::{
    bounds::{BLOCK, up},
    factor::Factor,
};
use crate::wide::{Width, prefetch};
#[cfg(target_arch = "x86_64")]
use crate::wide::{has_avx2, has_avx512};
use reading::num::{at, real};

/// Documents in a row.
pub(super) const ROW: usize = 512;
/// Words of bits in a row.
const WORDS: usize = ROW / 64;

/// A row: one bit of each of its documents. It fills a line of the cache.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub(super) struct Bits([u64; WORDS]);

impl Bits {
    /// None.
    pub(super) const NONE: Self = Self([0; WORDS]);

    /// Sets the bit of a document, by its place in the row. Those of documents next to each other have the
    /// same place in bytes next to each other, so that digits turn to bytes that stand in order.
    pub(super) const fn set(&mut self, place: usize) {
        let (byte, bit) = (place % 64, place / 64 % 8);
        self.0[byte / 8] |= 1 << (byte % 8 * 8 + bit);
    }
}

/// Rows that are added together.
const SIX: usize = 6;
/// Room for the rows of short queries, of most others and of all. As it is a power of two and known when
/// this is compiled, no step has to look whether a row is there.
const FEW: usize = 1 << 8;
const MANY: usize = 1 << 11;
const ALL: usize = 1 << 15;
/// Digits of a byte.
const BYTE: usize = 8;
/// Digits that sums have behind those of a byte, at the most.
const FRACTION: usize = 8;
/// What rounding may add for all planes of a query together, in parts of the score that its best are expected
/// to have, if each adds half of the last digit.
const ROUNDED: f64 = 0.2;
/// What the last digit is worth at the most, in such parts.
const COARSEST: f64 = 0.01;

/// Which rows are added to which digit.
#[derive(Default)]
pub(super) struct Digits {
    planes: Vec<u32>,
    /// The digits from the last. Row 0 is empty, then come those of the planes; those that are carried follow
    /// in the order in which they come up: of each six one to the next digit and one to that after it.
    sixes: Vec<[u16; SIX]>,
    /// Rows that remain of a digit, two by two, of which one is carried to the next.
    pairs: Vec<[u16; 2]>,
    /// Where the sixes and the pairs of each digit end.
    ends: Vec<(usize, usize)>,
    rows: usize,
    /// Digits behind those of the byte.
    fraction: usize,
    /// What one in a byte is worth.
    one: f64,
}

impl Digits {
    /// For planes, each with what it adds, where the best are expected to have some score. All of them
    /// together have room in a byte.
    pub(super) fn new(planes: &[(u32, f64)], expected: f64) -> Self {
        let n = real(planes.len()).max(1.0);
        let wanted = (2.0 * ROUNDED / n).min(COARSEST) * expected;
        let sum: f64 = planes.iter().map(|(_, adds)| adds).sum();
        // Each plane is rounded up by less than the last digit, and so is the sum to a byte.
        let last = |fraction: usize| {
            let room = 255.0 * real(1 << fraction) - n;
            if room > 0.0 { sum * (1.0 + 1e-6) / room } else { f64::INFINITY }
        };
        let fraction = (0..FRACTION).find(|some| last(*some) <= wanted).unwrap_or(FRACTION);
        let last = last(fraction);
        let one = last * real(1 << fraction);
        let amounts: Vec<u32> = planes.iter().map(|(_, adds)| up(adds / last)).collect();

        let room = amounts.len();
        let (mut sixes, mut pairs) = (Vec::with_capacity(room), Vec::with_capacity(room));
        let mut ends = Vec::with_capacity(fraction + BYTE);
        let mut rows = 1 + short(planes.len());
        let [mut now, mut next, mut after] = [(); 3].map(|()| Vec::with_capacity(room));
        for digit in 0..fraction + BYTE {
            let have = (1..).zip(&amounts).filter(|(_, amount)| *amount >> digit & 1 == 1);
            now.extend(have.map(|(row, _): (u16, _)| row));
            // Five are a six as well, and an odd one is a pair.
            let empty = usize::from(now.len() % SIX == 5 || now.len() % 2 == 1);
            now.extend(std::iter::repeat_n(0, empty));
            let (some, rest) = now.as_chunks();
            let (rest, _) = rest.as_chunks();
            for _ in some {
                next.push(rows);
                after.push(rows + 1);
                rows += 2;
            }
            for _ in rest {
                next.push(rows);
                rows += 1;
            }
            sixes.extend_from_slice(some);
            pairs.extend_from_slice(rest);
            ends.push((sixes.len(), pairs.len()));
            now.clear();
            (now, next, after) = (next, after, now);
        }
        let planes = planes.iter().map(|(plane, _)| *plane).collect();
        Self { planes, sixes, pairs, ends, rows: rows.into(), fraction, one }
    }

    /// The planes, in the order told.
    pub(super) fn planes(&self) -> &[u32] {
        &self.planes
    }

    /// What the last digit is worth.
    #[cfg(test)]
    fn last(&self) -> f64 {
        self.one / real(1 << self.fraction)
    }

    /// What one in a byte is worth; 255 are worth what all planes add, or more.
    pub(super) const fn one(&self) -> f64 {
        self.one
    }
}

/// A number of rows: 2,048 planes with sixteen digits give fewer than 20,000, which [`ALL`] has room for.
fn short(rows: usize) -> u16 {
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// Planes that are added in the documents of a tile.
#[derive(Clone, Copy)]
pub(super) struct Adding<'s> {
    pub(super) digits: &'s Digits,
    /// The rows of all planes, of each one more than is added.
    pub(super) bits: &'s [Bits],
    /// Where those of each plane begin.
    pub(super) starts: &'s [u32],
    /// What one in a byte is worth in each block, in units.
    pub(super) worth: &'s [Factor],
}

impl Adding<'_> {
    /// Writes what each document gets, rounded up to units.
    #[expect(unsafe_code, reason = "calls code for certain processors")]
    pub(super) fn write(self, width: Width, sums: &mut [[u16; BLOCK]]) {
        match width {
            // SAFETY: the processor has just been found to have the instructions.
            #[cfg(target_arch = "x86_64")]
            Width::Avx2 if has_avx2() => unsafe { x86::write_avx2(self, sums) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Width::Avx512 if has_avx512() => unsafe { x86::write_avx512(self, sums) },
            _ => self.write_in::<[u64; WORDS]>(sums),
        }
    }

    #[inline(always)]
    fn write_in<L: Lanes>(self, sums: &mut [[u16; BLOCK]]) {
        let rows = self.digits.rows;
        if rows <= FEW {
            self.write_with::<L, FEW>(&mut [Bits::NONE; FEW], sums);
        } else if rows <= MANY {
            self.write_on_heap::<L, MANY>(sums);
        } else {
            self.write_on_heap::<L, ALL>(sums);
        }
    }

    #[inline(always)]
    fn write_on_heap<L: Lanes, const N: usize>(self, sums: &mut [[u16; BLOCK]]) {
        let mut rows = vec![Bits::NONE; N];
        if let Some(rows) = rows.first_chunk_mut() {
            self.write_with::<L, N>(rows, sums);
        }
    }

    #[inline(always)]
    fn write_with<L: Lanes, const N: usize>(self, rows: &mut [Bits; N], sums: &mut [[u16; BLOCK]]) {
        let mut digits = [Bits::NONE; FRACTION + BYTE];
        let mut number = 0;
        for (sums, worth) in sums.iter_mut().zip(self.worth) {
            for sums in sums.as_chunks_mut::<ROW>().0 {
                for (row, start) in rows[1..].iter_mut().zip(self.starts) {
                    let from = at(*start) + number;
                    let ahead = &self.bits[from..from + 2];
                    prefetch(&ahead[1].0);
                    L::read(&ahead[0]).write(row);
                }
                number += 1;
                let mut bytes = count::<L, N>(self.digits, rows, &mut digits);
                turn(&mut bytes);
                write_bytes(&bytes, *worth, sums);
            }
        }
    }
}

/// Bits of a row in registers. Those of a kind of processor are used in code for that kind only.
trait Lanes: Copy {
    fn read(row: &Bits) -> Self;
    fn write(self, row: &mut Bits);
    /// The same word all over.
    fn all(word: u64) -> Self;
    fn and(self, other: Self) -> Self;
    fn or(self, other: Self) -> Self;
    fn xor(self, other: Self) -> Self;
    /// Each word moved to its higher bits.
    fn up(self, bits: u8) -> Self;
    /// Each word moved to its lower bits.
    fn down(self, bits: u8) -> Self;
}

/// The digits of the byte of each sum.
#[inline(always)]
fn count<L: Lanes, const N: usize>(
    digits: &Digits,
    rows: &mut [Bits; N],
    sums: &mut [Bits; FRACTION + BYTE],
) -> [L; BYTE] {
    let (mut known, mut from) = (1 + digits.planes.len(), (0, 0));
    for (i, (&to, sums)) in digits.ends.iter().zip(sums.iter_mut()).enumerate() {
        let sixes = &digits.sixes[from.0..to.0];
        let pairs = &digits.pairs[from.1..to.1];
        from = to;
        // Digits behind those of the byte begin with ones: what is left out is rounded up.
        let mut sum = L::all(if i < digits.fraction { u64::MAX } else { 0 });
        for six in sixes {
            let row = |i: usize| L::read(&rows[usize::from(six[i]) % N]);
            let one = add(&mut sum, row(0), row(1));
            let two = add(&mut sum, row(2), row(3));
            let mut three = add(&mut sum, row(4), row(5));
            add(&mut three, one, two).write(&mut rows[(known + 1) % N]);
            three.write(&mut rows[known % N]);
            known += 2;
        }
        for pair in pairs {
            let row = |i: usize| L::read(&rows[usize::from(pair[i]) % N]);
            add(&mut sum, row(0), row(1)).write(&mut rows[known % N]);
            known += 1;
        }
        sum.write(sums);
    }
    let mut bytes = [L::all(0); BYTE];
    for (byte, sums) in bytes.iter_mut().zip(&sums[digits.fraction..]) {
        *byte = L::read(sums);
    }
    bytes
}

/// Adds two bits to each digit; returns what is carried.
#[inline(always)]
fn add<L: Lanes>(sum: &mut L, one: L, two: L) -> L {
    let odd = one.xor(two);
    let carry = one.and(two).or(odd.and(*sum));
    *sum = sum.xor(odd);
    carry
}

/// Exchanges rows and bits: bit `j` of every byte of row `i` becomes bit `i` of the same byte of row `j`.
#[inline(always)]
fn turn<L: Lanes>(rows: &mut [L; BYTE]) {
    exchange::<L, 4>(rows, 0x0f0f_0f0f_0f0f_0f0f);
    exchange::<L, 2>(rows, 0x3333_3333_3333_3333);
    exchange::<L, 1>(rows, 0x5555_5555_5555_5555);
}

/// Exchanges the bits that are not among the `low` ones with the low ones `N` rows further.
#[inline(always)]
fn exchange<L: Lanes, const N: u8>(rows: &mut [L; BYTE], low: u64) {
    let step = usize::from(N);
    for rows in rows.chunks_exact_mut(2 * step) {
        let (rows, further) = rows.split_at_mut(step);
        for (row, further) in rows.iter_mut().zip(further) {
            let differ = row.down(N).xor(*further).and(L::all(low));
            *further = further.xor(differ);
            *row = row.xor(differ.up(N));
        }
    }
}

/// Bytes in units.
#[inline(always)]
fn write_bytes<L: Lanes>(bytes: &[L; BYTE], worth: Factor, sums: &mut [u16; ROW]) {
    for (bytes, sums) in bytes.iter().zip(sums.as_chunks_mut::<{ ROW / BYTE }>().0) {
        let mut row = Bits::NONE;
        bytes.write(&mut row);
        let row = row.0.map(u64::to_le_bytes);
        for (sum, byte) in sums.iter_mut().zip(row.as_flattened()) {
            *sum = worth.times(*byte);
        }
    }
}

impl Lanes for [u64; WORDS] {
    fn read(row: &Bits) -> Self {
        row.0
    }

    fn write(self, row: &mut Bits) {
        row.0 = self;
    }

    fn all(word: u64) -> Self {
        [word; WORDS]
    }

    fn and(self, other: Self) -> Self {
        std::array::from_fn(|i| self[i] & other[i])
    }

    fn or(self, other: Self) -> Self {
        std::array::from_fn(|i| self[i] | other[i])
    }

    fn xor(self, other: Self) -> Self {
        std::array::from_fn(|i| self[i] ^ other[i])
    }

    fn up(self, bits: u8) -> Self {
        self.map(|word| word << bits)
    }

    fn down(self, bits: u8) -> Self {
        self.map(|word| word >> bits)
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use super::{Adding, Bits, Lanes};
    use crate::index::bounds::BLOCK;
    use std::arch::x86_64::{
        __m256i, __m512i, _mm_cvtsi32_si128, _mm256_and_si256, _mm256_load_si256, _mm256_or_si256,
        _mm256_set1_epi64x, _mm256_sll_epi64, _mm256_srl_epi64, _mm256_store_si256,
        _mm256_xor_si256, _mm512_and_si512, _mm512_load_si512, _mm512_or_si512, _mm512_set1_epi64,
        _mm512_sll_epi64, _mm512_srl_epi64, _mm512_store_si512, _mm512_xor_si512,
    };

    #[target_feature(enable = "avx2")]
    pub(super) fn write_avx2(adding: Adding, sums: &mut [[u16; BLOCK]]) {
        adding.write_in::<[__m256i; 2]>(sums);
    }

    #[target_feature(enable = "avx512f,avx512bw,avx512vl")]
    pub(super) fn write_avx512(adding: Adding, sums: &mut [[u16; BLOCK]]) {
        adding.write_in::<[__m512i; 1]>(sums);
    }

    /// Rows in registers, part by part, given the instructions. There are no loops in it, as what iterators call
    /// is not compiled for these registers.
    macro_rules! lanes {
        (
            $register:ty, [$($part:literal),+], $load:ident, $store:ident, $all:ident, $and:ident,
            $or:ident, $xor:ident, $up:ident, $down:ident
        ) => {
            // SAFETY, wherever it says "as above": this is reached from the function above for these
            // registers only, whose callers have asked the processor; what is read and written are the 64
            // bytes of a row, which begins at a multiple of 64.
            #[expect(unsafe_code, reason = "instructions of certain processors")]
            impl Lanes for [$register; [$($part),+].len()] {
                #[inline(always)]
                fn read(row: &Bits) -> Self {
                    let from = std::ptr::from_ref(row).cast::<$register>();
                    // SAFETY: as above.
                    [$(unsafe { $load(from.add($part)) }),+]
                }

                #[inline(always)]
                fn write(self, row: &mut Bits) {
                    let to = std::ptr::from_mut(row).cast::<$register>();
                    // SAFETY: as above.
                    $(unsafe { $store(to.add($part), self[$part]) };)+
                }

                #[inline(always)]
                fn all(word: u64) -> Self {
                    // SAFETY: as above.
                    let part = unsafe { $all(word.cast_signed()) };
                    [part; [$($part),+].len()]
                }

                #[inline(always)]
                fn and(self, other: Self) -> Self {
                    // SAFETY: as above.
                    [$(unsafe { $and(self[$part], other[$part]) }),+]
                }

                #[inline(always)]
                fn or(self, other: Self) -> Self {
                    // SAFETY: as above.
                    [$(unsafe { $or(self[$part], other[$part]) }),+]
                }

                #[inline(always)]
                fn xor(self, other: Self) -> Self {
                    // SAFETY: as above.
                    [$(unsafe { $xor(self[$part], other[$part]) }),+]
                }

                #[inline(always)]
                fn up(self, bits: u8) -> Self {
                    // SAFETY: as above.
                    let bits = unsafe { _mm_cvtsi32_si128(bits.into()) };
                    // SAFETY: as above.
                    [$(unsafe { $up(self[$part], bits) }),+]
                }

                #[inline(always)]
                fn down(self, bits: u8) -> Self {
                    // SAFETY: as above.
                    let bits = unsafe { _mm_cvtsi32_si128(bits.into()) };
                    // SAFETY: as above.
                    [$(unsafe { $down(self[$part], bits) }),+]
                }
            }
        };
    }

    lanes!(
        __m256i,
        [0, 1],
        _mm256_load_si256,
        _mm256_store_si256,
        _mm256_set1_epi64x,
        _mm256_and_si256,
        _mm256_or_si256,
        _mm256_xor_si256,
        _mm256_sll_epi64,
        _mm256_srl_epi64
    );
    lanes!(
        __m512i,
        [0],
        _mm512_load_si512,
        _mm512_store_si512,
        _mm512_set1_epi64,
        _mm512_and_si512,
        _mm512_or_si512,
        _mm512_xor_si512,
        _mm512_sll_epi64,
        _mm512_srl_epi64
    );
}

#[cfg(test)]
mod tests {
    use super::{Adding, BLOCK, Bits, Digits, FRACTION, Factor, ROW, Width};
    use proptest::prelude::*;

    /// Planes of two blocks, each with what it adds, one number of many for each document.
    fn planes() -> impl Strategy<Value = Vec<(f64, Vec<u64>)>> {
        let adds = prop_oneof![0.01..2.0, 2.0..30.0, 30.0..400.0_f64];
        let words = prop::collection::vec(any::<u64>(), 2 * BLOCK / 64);
        let planes = |how_many| prop::collection::vec((adds.clone(), words.clone()), how_many);
        // With room for few rows, for many and for all.
        prop_oneof![8 => planes(0..120), 2 => planes(120..400), 1 => planes(1_000..1_100)]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn sums_are_those_of_adding_one_by_one_rounded_up_a_little(
            planes in planes(), rare in 0_u32..5, factors in [0.3..1.0, 0.3..1.0_f64],
            expected in prop_oneof![1.0..3000.0, Just(0.0), Just(1e9)],
        ) {
            let has = |words: &[u64], i: usize| {
                (0..rare).fold(words[i / 64], |word, by| word & word.rotate_left(7 * by + 1)) >> (i % 64) & 1 == 1
            };
            let rows = 2 * BLOCK / ROW + 1;
            let mut bits = vec![Bits::NONE; planes.len() * rows];
            for (plane, (_, words)) in planes.iter().enumerate() {
                for i in (0..2 * BLOCK).filter(|i| has(words, *i)) {
                    bits[plane * rows + i / ROW].set(i % ROW);
                }
            }
            let told: Vec<(u32, f64)> = (0..).zip(&planes).map(|(i, (adds, _))| (i, *adds)).collect();
            let digits = Digits::new(&told, expected);
            let starts: Vec<u32> = (0..).step_by(rows).take(planes.len()).collect();
            // A byte has room for all, so two bytes have room for 200 times as much.
            let all: f64 = planes.iter().map(|(adds, _)| adds).sum();
            prop_assert!(255.0 * digits.one() >= all);
            let unit = 255.0 * digits.one() / 60_000.0;
            let unit = if unit > 0.0 { unit } else { 1.0 };
            let worth = factors.map(|factor| Factor::new(digits.one() * factor / unit));
            let adding = Adding { digits: &digits, bits: &bits, starts: &starts, worth: &worth };
            let mut found = Width::all().into_iter().map(|width| {
                let mut sums = vec![[7_u16; BLOCK]; 2];
                adding.write(width, &mut sums);
                sums.concat()
            });
            let sums = found.next().unwrap();
            for (i, &sum) in sums.iter().enumerate() {
                let added = planes.iter().filter(|(_, words)| has(words, i));
                let (count, whole) = added.fold((0.0, 0.0), |(n, sum), (adds, _)| (n + 1.0, sum + adds));
                let exact: f64 = whole * factors[i / BLOCK];
                prop_assert!(f64::from(sum) * unit >= exact, "{sum} for {exact}");
                // Each is rounded by less than the last digit, and the sum once more, to a byte and to units.
                let rounded = whole + count * digits.last() + digits.one();
                let most = rounded * factors[i / BLOCK] * 1.01 + 1.01 * unit;
                prop_assert!(f64::from(sum) * unit <= most, "{sum} for {exact}, at most {most}");
                prop_assert_eq!(sum == 0, count == 0.0);
            }
            // The last digit is as fine as it has to be, or the finest that there is.
            let n = reading::num::real(planes.len().max(1));
            let wanted = (0.4 / n).min(0.01) * expected;
            prop_assert!(digits.last() <= wanted || digits.fraction == FRACTION);
            for other in found {
                prop_assert_eq!(&other, &sums);
            }
        }
    }
}
