//! The same code compiled for wider registers, chosen when the program runs.
//!
//! The compiler does its best with each set. The plain version is the reference; whole numbers, and
//! single steps of others, give the same with every set.

/// Something to do; its `run` must be `#[inline(always)]` to gain anything, and so must what that
/// calls.
pub(crate) trait Work {
    /// Does it.
    fn run(self);
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use super::Work;

    #[target_feature(enable = "avx2")]
    pub(super) fn avx2(work: impl Work) {
        work.run();
    }

    #[target_feature(enable = "avx512f,avx512bw,avx512vl")]
    pub(super) fn avx512(work: impl Work) {
        work.run();
    }
}

/// Tells the processor that some values will be read soon. It changes nothing but the time.
#[inline(always)]
#[expect(clippy::inline_always, reason = "one instruction")]
#[expect(unsafe_code, reason = "the standard library has no safe form")]
pub(crate) fn prefetch<T>(values: &[T]) {
    #[cfg(target_arch = "x86_64")]
    // A line of the cache has 64 bytes.
    for line in values.chunks((64 / size_of::<T>().max(1)).max(1)) {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        // SAFETY: fetching ahead has no effect on memory, and the address is of a live slice.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(line.as_ptr().cast()) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = values;
}

#[cfg(target_arch = "x86_64")]
pub(crate) fn has_avx2() -> bool {
    is_x86_feature_detected!("avx2")
}

#[cfg(target_arch = "x86_64")]
pub(crate) fn has_avx512() -> bool {
    is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vl")
}

/// Sets of instructions, the narrowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Width {
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
    pub(crate) fn all() -> Vec<Self> {
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
    pub(crate) fn widest() -> Self {
        Self::all().pop().unwrap_or(Self::Plain)
    }

    /// Does the work.
    #[expect(unsafe_code, reason = "the one place that calls code for certain processors only")]
    #[inline]
    pub(crate) fn run(self, work: impl Work) {
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
}
