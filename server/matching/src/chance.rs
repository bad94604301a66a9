//! Numbers drawn from a seed, for what is learned and measured: the same on every machine.
//!
//! Nothing secret may be drawn from here, as whoever knows a few numbers knows the rest.

use reading::num::small;

/// What `SplitMix64` counts in: 2⁶⁴ over the golden ratio, made odd.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The mixing of `SplitMix64` (Steele, Lea and Flood 2014): every bit of what goes in changes half
/// of those that come out.
pub(crate) const fn mixed(mut z: u64) -> u64 {
    z = z.wrapping_add(STEP);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Draws numbers by `SplitMix64`.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// Begins with a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    const fn number(&mut self) -> u64 {
        let drawn = mixed(self.0);
        self.0 = self.0.wrapping_add(STEP);
        drawn
    }

    /// A number from 0 to below 1.
    pub fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.number() >> 32).unwrap_or(0)) / 2_f64.powi(32)
    }

    /// A number below `bound`; 0 when the bound is. The remainder of 64 bits favours small numbers
    /// by less than one in a thousand million.
    pub fn below(&mut self, bound: usize) -> usize {
        let drawn = self.number() % u64::from(small(bound).max(1));
        usize::try_from(drawn).unwrap_or(0)
    }

    /// 1 or −1.
    pub fn sign(&mut self) -> f32 {
        if self.number() >> 63 == 0 { 1.0 } else { -1.0 }
    }

    /// One of several; `None` of none.
    pub fn one_of<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }

    /// Brings things into an order by lot (Fisher and Yates).
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for i in (1..things.len()).rev() {
            things.swap(i, self.below(i + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn numbers_are_those_that_were_published() {
        // The first of seed 1234567 in the reference implementation.
        let mut chance = Chance::new(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| chance.number()).collect();
        assert_eq!(
            drawn,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn a_seed_always_draws_the_same_and_everything_is_drawn() {
        let order = |seed| {
            let mut things: Vec<u32> = (0..50).collect();
            Chance::new(seed).shuffle(&mut things);
            things
        };
        assert_eq!(order(7), order(7));
        assert_ne!(order(7), order(8));
        let mut sorted = order(7);
        sorted.sort_unstable();
        assert_eq!(sorted, (0..50).collect::<Vec<_>>());
        let mut chance = Chance::new(1);
        let drawn: std::collections::BTreeSet<usize> = (0..200).map(|_| chance.below(5)).collect();
        assert_eq!(drawn.into_iter().collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
        let shares: Vec<f64> = (0..1000).map(|_| chance.share()).collect();
        assert!(shares.iter().all(|share| (0.0..1.0).contains(share)));
        // 500, give or take four standard deviations of 16.
        let low = shares.iter().filter(|share| **share < 0.5).count();
        assert!((437..=563).contains(&low), "{low}");
        assert_eq!(chance.below(0), 0);
        assert_eq!(chance.one_of::<u8>(&[]), None);
    }
}
