//! The adding of planes ([`super::bounds`]), written for each set of instructions, as the compiler does
//! not see through it. The plain version is the reference; whole numbers give the same with all.

use super::bounds::{BLOCK, Bits};
use crate::wide::{Width, prefetch};
#[cfg(target_arch = "x86_64")]
use crate::wide::{has_avx2, has_avx512};

#[cfg(target_arch = "x86_64")]
mod x86 {
    use super::{Group, Planes};
    use crate::index::bounds::BLOCK;
    use std::arch::x86_64::{
        _mm256_adds_epu8, _mm256_and_si256, _mm256_cmpeq_epi8, _mm256_loadu_si256,
        _mm256_set1_epi8, _mm256_set1_epi32, _mm256_set1_epi64x, _mm256_setr_epi64x,
        _mm256_shuffle_epi8, _mm256_storeu_si256, _mm512_loadu_si512, _mm512_mask_adds_epu8,
        _mm512_set1_epi8, _mm512_storeu_si512,
    };

    /// [`super::add_planes`], 32 documents at a time.
    #[target_feature(enable = "avx2")]
    pub(super) fn add_planes_avx2(planes: Planes, sums: &mut [[u8; BLOCK]]) {
        for group in planes.groups::<8>() {
            add_group_avx2(group, sums);
        }
        for group in planes.rest::<8>() {
            add_group_avx2(group, sums);
        }
    }

    #[target_feature(enable = "avx2")]
    #[expect(unsafe_code, reason = "loads and stores by address")]
    fn add_group_avx2<const N: usize>(group: Group<N>, sums: &mut [[u8; BLOCK]]) {
        // Byte `i` of a register gets the byte of the bits in which its own bit lies.
        let bytes = _mm256_setr_epi64x(
            0,
            0x0101_0101_0101_0101,
            0x0202_0202_0202_0202,
            0x0303_0303_0303_0303,
        );
        let bit = _mm256_set1_epi64x(i64::from_le_bytes([1, 2, 4, 8, 16, 32, 64, 128]));
        for (block, sums) in sums.iter_mut().enumerate() {
            let (bits, amounts) = group.of(block);
            let words = bits.map(|bits| bits.as_chunks::<4>().0);
            let amounts = amounts.map(|amount| _mm256_set1_epi8(i8::from_le_bytes([amount])));
            let (sums, _) = sums.as_chunks_mut::<32>();
            for (i, sums) in sums.iter_mut().enumerate() {
                // SAFETY: 32 bytes that may be read, at any alignment.
                let mut sum = unsafe { _mm256_loadu_si256(sums.as_ptr().cast()) };
                for (words, amount) in words.iter().zip(amounts) {
                    let word = _mm256_set1_epi32(i32::from_le_bytes(words[i]));
                    let here = _mm256_and_si256(_mm256_shuffle_epi8(word, bytes), bit);
                    let here = _mm256_cmpeq_epi8(here, bit);
                    sum = _mm256_adds_epu8(sum, _mm256_and_si256(here, amount));
                }
                // SAFETY: 32 bytes that may be written, at any alignment.
                unsafe { _mm256_storeu_si256(sums.as_mut_ptr().cast(), sum) };
            }
        }
    }

    /// [`super::add_planes`], 64 documents at a time.
    #[target_feature(enable = "avx512f,avx512bw,avx512vl")]
    pub(super) fn add_planes_avx512(planes: Planes, sums: &mut [[u8; BLOCK]]) {
        for group in planes.groups::<8>() {
            add_group_avx512(group, sums);
        }
        for group in planes.rest::<8>() {
            add_group_avx512(group, sums);
        }
    }

    #[target_feature(enable = "avx512f,avx512bw,avx512vl")]
    #[expect(unsafe_code, reason = "loads and stores by address")]
    fn add_group_avx512<const N: usize>(group: Group<N>, sums: &mut [[u8; BLOCK]]) {
        for (block, sums) in sums.iter_mut().enumerate() {
            let (bits, amounts) = group.of(block);
            // Loops, as what `map` calls is not compiled for these registers.
            let mut broad = [_mm512_set1_epi8(0); N];
            for (broad, amount) in broad.iter_mut().zip(amounts) {
                *broad = _mm512_set1_epi8(i8::from_le_bytes([amount]));
            }
            let (sums, _) = sums.as_chunks_mut::<64>();
            for (i, sums) in sums.iter_mut().enumerate() {
                // SAFETY: 64 bytes that may be read, at any alignment.
                let mut sum = unsafe { _mm512_loadu_si512(sums.as_ptr().cast()) };
                for (bits, amount) in bits.iter().zip(broad) {
                    let (words, _) = bits.as_chunks::<8>();
                    let mask = words.get(i).map_or(0, |word| u64::from_le_bytes(*word));
                    sum = _mm512_mask_adds_epu8(sum, mask, sum, amount);
                }
                // SAFETY: 64 bytes that may be written, at any alignment.
                unsafe { _mm512_storeu_si512(sums.as_mut_ptr().cast(), sum) };
            }
        }
    }
}

/// Planes of a tile and what a bit of each adds to a document's sum.
#[derive(Clone, Copy)]
pub(super) struct Planes<'b> {
    /// The bits of each plane, block by block.
    pub(super) bits: &'b [&'b [Bits]],
    /// For each block what a bit of each plane adds.
    pub(super) amounts: &'b [u8],
}

impl<'b> Planes<'b> {
    /// Planes in groups of so many.
    fn groups<const N: usize>(self) -> impl Iterator<Item = Group<'b, N>> {
        let (groups, _) = self.bits.as_chunks::<N>();
        groups.iter().zip((0..).step_by(N)).map(move |(bits, first)| self.group(bits, first))
    }

    /// What groups of so many leave, one by one.
    fn rest<const N: usize>(self) -> impl Iterator<Item = Group<'b, 1>> {
        let first = self.bits.len() / N * N;
        let (groups, _) = self.bits[first..].as_chunks::<1>();
        groups.iter().zip(first..).map(move |(bits, first)| self.group(bits, first))
    }

    /// Planes to add in one go. The processor is told where those after them begin.
    fn group<const N: usize>(self, bits: &'b [&'b [Bits]; N], first: usize) -> Group<'b, N> {
        for bits in self.bits.iter().skip(first + N).take(N) {
            prefetch(bits.get(..AHEAD).unwrap_or(bits));
        }
        Group { bits, amounts: self.amounts, first, all: self.bits.len() }
    }
}

/// Blocks between the one that is added and the one that is fetched.
const AHEAD: usize = 3;

/// Planes that are added in one go.
#[derive(Clone, Copy)]
pub(super) struct Group<'b, const N: usize> {
    bits: &'b [&'b [Bits]; N],
    amounts: &'b [u8],
    first: usize,
    all: usize,
}

impl<const N: usize> Group<'_, N> {
    /// The bits of a block, and what they add. Nothing where there are none.
    #[inline]
    fn of(&self, block: usize) -> ([&Bits; N], [u8; N]) {
        const NONE: Bits = [0; BLOCK / 8];
        for bits in self.bits {
            if let Some(next) = bits.get(block + AHEAD) {
                prefetch(next);
            }
        }
        let from = block * self.all + self.first;
        let amounts = self.amounts.get(from..).and_then(<[u8]>::first_chunk).copied();
        (self.bits.map(|bits| bits.get(block).unwrap_or(&NONE)), amounts.unwrap_or([0; N]))
    }
}

/// Adds planes to the sums of documents, up to 255.
#[inline]
fn add_planes(planes: Planes, sums: &mut [[u8; BLOCK]]) {
    for (block, sums) in sums.iter_mut().enumerate() {
        let (sums, _) = sums.as_chunks_mut::<8>();
        let amounts = &planes.amounts[block * planes.bits.len()..];
        for (bits, amount) in planes.bits.iter().zip(amounts) {
            for (sums, &byte) in sums.iter_mut().zip(&bits[block]) {
                for (sum, set) in sums.iter_mut().zip(SPREAD[usize::from(byte)]) {
                    *sum = sum.saturating_add(set & amount);
                }
            }
        }
    }
}

/// For each byte its bits as bytes of ones.
static SPREAD: [[u8; 8]; 256] = {
    let mut all = [[0; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut bit = 0;
        while bit < 8 {
            if byte >> bit & 1 == 1 {
                all[byte][bit] = 255;
            }
            bit += 1;
        }
        byte += 1;
    }
    all
};

/// Adds planes to the sums of documents, up to 255.
#[expect(unsafe_code, reason = "the one place that calls code for certain processors only")]
#[inline]
pub(super) fn add(width: Width, planes: Planes, sums: &mut [[u8; BLOCK]]) {
    match width {
        // SAFETY: the processor has just been found to have the instructions.
        #[cfg(target_arch = "x86_64")]
        Width::Avx2 if has_avx2() => unsafe { x86::add_planes_avx2(planes, sums) },
        // SAFETY: as above.
        #[cfg(target_arch = "x86_64")]
        Width::Avx512 if has_avx512() => unsafe { x86::add_planes_avx512(planes, sums) },
        _ => add_planes(planes, sums),
    }
}
