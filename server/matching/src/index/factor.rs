//! Small whole numbers times a factor, many at a time.

use super::bounds::up;
use crate::num::floor;

/// What bytes are multiplied with, rounded up to eight binary digits from the first, so that products fit
/// two bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Factor {
    times: u16,
    /// Digits of `times` behind the point.
    shift: u16,
}

/// A product that has no room in a byte.
pub(super) const FULL: u8 = u8::MAX;

impl Factor {
    /// From a number above 0.
    pub(super) fn new(factor: f64) -> Self {
        // The number is two to such a power, or up to twice that.
        let power = i64::try_from(factor.to_bits() >> 52).unwrap_or(0) - 1023;
        let shift = u16::try_from(7 - power).unwrap_or(0).min(15);
        let digits = |shift: u16| up(factor * f64::from(1_u32 << shift));
        // Rounding up may give a ninth digit.
        let shift = if digits(shift) > 255 { shift.saturating_sub(1) } else { shift };
        // Where even one has no room, each product is full.
        Self { times: u16::try_from(digits(shift).min(255)).unwrap_or(255), shift }
    }

    /// The product rounded up, or up to one percent and one more; [`FULL`] stands for all from there.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled for the registers it is inlined into")]
    pub(super) fn times(self, byte: u8) -> u8 {
        let product = (u16::from(byte) * self.times) >> self.shift;
        let [rounded, _] = (product.min(254) + u16::from(byte > 0)).to_le_bytes();
        rounded
    }
}

/// What bytes are multiplied with, rounded down to eight binary digits from the first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Floor {
    times: u16,
    /// Digits of `times` behind the point.
    shift: u16,
}

impl Floor {
    /// From a number that is not below 0.
    pub(super) fn new(factor: f64) -> Self {
        let digits = |shift: u16| floor(factor * f64::from(1_u32 << shift));
        let shift = (0..=15).rev().find(|shift| digits(*shift) <= 255).unwrap_or(0);
        Self { times: u16::try_from(digits(shift).min(255)).unwrap_or(255), shift }
    }

    /// The product rounded down, by up to one percent more than to a whole number; [`FULL`] where that has no
    /// room in a byte.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled for the registers it is inlined into")]
    pub(super) fn times(self, byte: u8) -> u8 {
        let product = (u16::from(byte) * self.times) >> self.shift;
        let [rounded, _] = product.min(255).to_le_bytes();
        rounded
    }
}

#[cfg(test)]
mod tests {
    use super::{FULL, Factor, Floor};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_product_is_never_too_small_and_hardly_too_great(
            factor in prop_oneof![
                1e-6..1e-2,
                1e-2..2.0,
                2.0..1e6_f64,
                // Close to a power of two.
                (-20..20_i32, 0.996..1.004_f64).prop_map(|(power, by)| 2.0_f64.powi(power) * by),
            ],
            byte: u8,
        ) {
            let product = Factor::new(factor).times(byte);
            let exact = f64::from(byte) * factor;
            prop_assert!(product == FULL || f64::from(product) >= exact);
            prop_assert!(product == FULL || f64::from(product) <= exact * 1.01 + 1.02);
            prop_assert!(product < FULL || exact * 1.01 >= 254.0);
            prop_assert_eq!(product == 0, byte == 0);
        }

        #[test]
        fn a_floor_is_never_too_great_and_hardly_too_small(
            factor in prop_oneof![Just(0.0), 1e-6..1e-2, 1e-2..2.0, 2.0..1e6_f64], byte: u8,
        ) {
            let product = f64::from(Floor::new(factor).times(byte));
            let exact = f64::from(byte) * factor;
            prop_assert!(product <= exact);
            // Digits end with the fifteenth behind the point.
            prop_assert!(product >= 255.0 || product >= exact * 0.992 - 1.01 || factor < 0.01);
        }
    }
}
