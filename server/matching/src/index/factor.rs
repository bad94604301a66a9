//! Small whole numbers times a factor, many at a time.

use super::bounds::up;

/// What bytes are multiplied with, rounded up to eight binary digits from the first, so that products fit
/// two bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Factor {
    times: u16,
    /// Digits of `times` behind the point.
    shift: u16,
}

impl Factor {
    /// From a number from 0 to 254, so that products with a byte have room.
    pub(super) fn new(factor: f64) -> Self {
        // The number is two to such a power, or up to twice that.
        let power = i64::try_from(factor.to_bits() >> 52).unwrap_or(0) - 1023;
        let shift = u16::try_from(7 - power).unwrap_or(0).min(15);
        let digits = |shift: u16| up(factor * f64::from(1_u32 << shift));
        // Rounding up may give a ninth digit.
        let shift = if digits(shift) > 255 { shift.saturating_sub(1) } else { shift };
        Self { times: u16::try_from(digits(shift).min(255)).unwrap_or(255), shift }
    }

    /// The product rounded up, or up to one percent and one more.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled for the registers it is inlined into")]
    pub(super) fn times(self, byte: u8) -> u16 {
        ((u16::from(byte) * self.times) >> self.shift) + u16::from(byte > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::Factor;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_product_is_never_too_small_and_hardly_too_great(
            factor in prop_oneof![
                Just(0.0),
                1e-6..1e-2,
                1e-2..2.0,
                2.0..254.0_f64,
                // Close to a power of two.
                (-20..8_i32, 0.992..0.9999_f64).prop_map(|(power, by)| 2.0_f64.powi(power) * by),
                (-20..7_i32, 1.0..1.004_f64).prop_map(|(power, by)| 2.0_f64.powi(power) * by),
            ],
            byte: u8,
        ) {
            let factor = f64::min(factor, 254.0);
            let product = Factor::new(factor).times(byte);
            let exact = f64::from(byte) * factor;
            prop_assert!(f64::from(product) >= exact);
            prop_assert!(f64::from(product) <= exact * 1.01 + 1.02);
            prop_assert_eq!(product == 0, byte == 0);
        }
    }
}
