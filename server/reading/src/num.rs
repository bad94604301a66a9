//! Conversions between counts, positions and floating point, in one place.

/// A count or position as `u32`. Collections here stay far below that bound; beyond it the value
/// saturates rather than wraps.
#[must_use]
pub fn small(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// A stored position as an index.
#[must_use]
pub fn at(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

/// A count as a number.
#[must_use]
pub fn real(value: usize) -> f64 {
    f64::from(small(value))
}

/// Rounds to single precision.
#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "no `From` rounds")]
#[must_use]
pub fn narrow(value: f64) -> f32 {
    value as f32
}

/// Rounds to single precision, upwards. 0 stays 0: the number after it is so small that a processor takes
/// over a hundred times as long to multiply it.
#[must_use]
pub fn narrow_up(value: f64) -> f32 {
    let near = narrow(value);
    if f64::from(near) < value { near.next_up() } else { near }
}

/// A sum of lengths or an amount of money as a number; exact below 2⁵³.
#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "no `From` rounds")]
#[must_use]
pub fn wide(value: i64) -> f64 {
    value as f64
}

/// The nearest whole number from 0 to 2³² − 1.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates, which `TryFrom` does not offer"
)]
#[must_use]
pub fn whole(value: f64) -> u32 {
    value.round() as u32
}

/// The greatest whole number from 0 to 2³² − 1 that is not above.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates, which `TryFrom` does not offer"
)]
#[inline]
#[must_use]
pub fn floor(value: f64) -> u32 {
    value as u32
}

/// The nearest whole number from −128 to 127.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "saturates, which `TryFrom` does not offer"
)]
#[must_use]
pub fn nearest(value: f32) -> i8 {
    value.round() as i8
}
