//! The same code compiled for wider registers, chosen when the program runs.
//!
//! The compiler does its best with each set; only the adding of bits, which it does not see through,
//! is written for each. The plain version is the reference. All arithmetic here is of whole numbers,
//! so that every version gives the same.

use super::bounds::{BLOCK, Bits};

/// Something to do; its `run` must be `#[inline(always)]` to gain anything, and so must what that
/// calls.
pub(super) trait Work {
    /// Does it.
    fn run(self);
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use super::{AHEAD, Pick, Work, prefetch};
    use crate::index::bounds::BLOCK;
    use std::arch::x86_64::{
        __m256i, __m512i, _mm256_adds_epu8, _mm256_and_si256, _mm256_cmpeq_epi8,
        _mm256_set1_epi8, _mm256_set1_epi32, _mm256_set1_epi64x, _mm256_setr_epi64x,
        _mm256_setzero_si256, _mm256_shuffle_epi8, _mm256_storeu_si256, _mm512_mask_adds_epu8,
        _mm512_set1_epi8, _mm512_setzero_si512, _mm512_storeu_si512,
    };

    #[target_feature(enable = "avx2")]
    pub(super) fn avx2(work: impl Work) {
        work.run();
    }

    #[target_feature(enable = "avx512f,avx512bw,avx512vl")]
    pub(super) fn avx512(work: impl Work) {
        work.run();
    }

    /// [`super::add_planes`], 32 documents at a time.
    #[target_feature(enable = "avx2")]
    #[expect(unsafe_code, reason = "stores to an address")]
    pub(super) fn add_planes_avx2(picks: &[Pick], sums: &mut [u8; BLOCK]) {
        const REGISTERS: usize = 8;
        // Byte `i` of a register gets the byte of the bits in which its own bit lies.
        let bytes = _mm256_setr_epi64x(
            0,
            0x0101_0101_0101_0101,
            0x0202_0202_0202_0202,
            0x0303_0303_0303_0303,
        );
        let bit = _mm256_set1_epi64x(i64::from_le_bytes([1, 2, 4, 8, 16, 32, 64, 128]));
        let (parts, _) = sums.as_chunks_mut::<{ 32 * REGISTERS }>();
        for (part, sums) in parts.iter_mut().enumerate() {
            let mut all: [__m256i; REGISTERS] = [_mm256_setzero_si256(); REGISTERS];
            for (bits, amount) in picks {
                let amount = _mm256_set1_epi8(i8::from_le_bytes([*amount]));
                let (words, _) = bits.as_chunks::<4>();
                let words = &words[part * REGISTERS..(part + 1) * REGISTERS];
                for (sum, word) in all.iter_mut().zip(words) {
                    let word = _mm256_set1_epi32(i32::from_le_bytes(*word));
                    let here = _mm256_and_si256(_mm256_shuffle_epi8(word, bytes), bit);
                    let here = _mm256_cmpeq_epi8(here, bit);
                    *sum = _mm256_adds_epu8(*sum, _mm256_and_si256(here, amount));
                }
            }
            let (out, _) = sums.as_chunks_mut::<32>();
            for (out, sum) in out.iter_mut().zip(all) {
                // SAFETY: 32 bytes that may be written, at any alignment.
                unsafe { _mm256_storeu_si256(out.as_mut_ptr().cast(), sum) };
            }
        }
    }

    /// [`super::add_planes`], 64 documents at a time.
    #[target_feature(enable = "avx512f,avx512bw,avx512vl")]
    #[expect(unsafe_code, reason = "stores to an address")]
    pub(super) fn add_planes_avx512(picks: &[Pick], sums: &mut [u8; BLOCK]) {
        const REGISTERS: usize = BLOCK / 64;
        let mut all: [__m512i; REGISTERS] = [_mm512_setzero_si512(); REGISTERS];
        for (i, (bits, amount)) in picks.iter().enumerate() {
            if let Some((next, _)) = picks.get(i + AHEAD) {
                prefetch(&next[..]);
            }
            let amount = _mm512_set1_epi8(i8::from_le_bytes([*amount]));
            let (words, _) = bits.as_chunks::<8>();
            for (sum, word) in all.iter_mut().zip(words) {
                let mask = u64::from_le_bytes(*word);
                *sum = _mm512_mask_adds_epu8(*sum, mask, *sum, amount);
            }
        }
        let (out, _) = sums.as_chunks_mut::<64>();
        for (out, sum) in out.iter_mut().zip(all) {
            // SAFETY: 64 bytes that may be written, at any alignment.
            unsafe { _mm512_storeu_si512(out.as_mut_ptr().cast(), sum) };
        }
    }
}

/// Tells the processor that some bytes will be read soon. It changes nothing but the time.
#[inline(always)]
#[expect(clippy::inline_always, reason = "one instruction")]
#[expect(unsafe_code, reason = "the standard library has no safe form")]
pub(super) fn prefetch(bytes: &[u8]) {
    #[cfg(target_arch = "x86_64")]
    // A line of the cache has 64 bytes.
    for line in bytes.chunks(64) {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        // SAFETY: fetching ahead has no effect on memory, and the address is of a live slice.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(line.as_ptr().cast()) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = bytes;
}

/// The bits of one plane in a block of documents, and what a bit adds to a document's sum.
pub(super) type Pick<'b> = (&'b Bits, u8);

/// Planes between the one that is added and the one that is fetched.
const AHEAD: usize = 12;

/// Sets the sums of a block of documents to what the planes add, up to 255.
#[inline]
fn add_planes(picks: &[Pick], sums: &mut [u8; BLOCK]) {
    sums.fill(0);
    let (sums, _) = sums.as_chunks_mut::<8>();
    for (bits, amount) in picks {
        for (sums, &byte) in sums.iter_mut().zip(bits.iter()) {
            for (sum, set) in sums.iter_mut().zip(SPREAD[usize::from(byte)]) {
                *sum = sum.saturating_add(set & amount);
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

#[cfg(target_arch = "x86_64")]
fn has_avx2() -> bool {
    is_x86_feature_detected!("avx2")
}

#[cfg(target_arch = "x86_64")]
fn has_avx512() -> bool {
    is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vl")
}

/// Sets of instructions, the narrowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Width {
    /// What every processor of the kind has.
    Plain,
    /// 256 bits.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// 512 bits.
    #[cfg(target_arch = "x86_64")]
    Avx512,
}

impl Width {
    /// Those that this processor has.
    pub(super) fn all() -> Vec<Self> {
        let mut all = vec![Self::Plain];
        #[cfg(target_arch = "x86_64")]
        all.extend(
            [(has_avx2(), Self::Avx2), (has_avx512(), Self::Avx512)]
                .into_iter()
                .filter_map(|(has, width)| has.then_some(width)),
        );
        all
    }

    /// The widest that this processor has.
    pub(super) fn widest() -> Self {
        Self::all().pop().unwrap_or(Self::Plain)
    }

    /// Does the work.
    #[expect(unsafe_code, reason = "the one place that calls code for certain processors only")]
    #[inline]
    pub(super) fn run(self, work: impl Work) {
        match self {
            // SAFETY: the processor has just been found to have the instructions.
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 if has_avx2() => unsafe { x86::avx2(work) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 if has_avx512() => unsafe { x86::avx512(work) },
            _ => work.run(),
        }
    }

    /// Sets the sums of a block of documents to what the planes add, up to 255.
    #[expect(unsafe_code, reason = "the one place that calls code for certain processors only")]
    #[inline]
    pub(super) fn add_planes(self, picks: &[Pick], sums: &mut [u8; BLOCK]) {
        match self {
            // SAFETY: the processor has just been found to have the instructions.
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 if has_avx2() => unsafe { x86::add_planes_avx2(picks, sums) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 if has_avx512() => unsafe { x86::add_planes_avx512(picks, sums) },
            _ => add_planes(picks, sums),
        }
    }
}
