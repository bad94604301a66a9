//! Fit: how far a call and a project agree in substance, as a sum that explains itself.
//!
//! Substance (words, themes) and frame (place, amount) share a hundred points. A part that one side
//! does not say enough for is left out, and its points go to substance. Place and amount never get
//! more than their own few points: that a call pays the right sum in the right country says little
//! about what it is for. Themes that only
//! words suggest weigh as much as they are certain; where nothing else is known of the substance,
//! the points they are not certain of cannot be had. Closing dates, names, age and fame are no part
//! of this.

use domain::{Detail, Fit, FitPart, PartKind};

/// How the parts are weighed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// Shared words.
    pub words: f64,
    /// Shared themes.
    pub themes: f64,
    /// Shared places.
    pub place: f64,
    /// Agreement of amounts.
    pub amount: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { words: 0.55, themes: 0.25, place: 0.12, amount: 0.08 }
    }
}

/// How a raw share of shared words reads as a share of the part: `x ↦ (1+h³)·x³ / (x³+h³)`.
///
/// Even two texts about the same thing share less than half of their weighted words, so the raw
/// share never comes near 1. Measured on known pairs of calls and projects, it has its quartiles at
/// 0.23, 0.29 and 0.35 for the right call, while the best wrong one stands at 0.19 and the tenth
/// best at 0.12. The curve is monotone and bounded by 1, starts flat (a few common words are no
/// agreement), is steepest where right and wrong part, and gives one half at `x = h`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    /// The raw share that reads as about one half.
    pub half: f64,
}

impl Default for Calibration {
    fn default() -> Self {
        Self { half: 0.16 }
    }
}

impl Calibration {
    /// Applies the curve to a share from 0 to 1.
    #[must_use]
    pub fn apply(self, share: f64) -> f64 {
        let (x, h) = (share.clamp(0.0, 1.0).powi(3), self.half.powi(3));
        if x > 0.0 { (1.0 + h) * x / (x + h) } else { 0.0 }
    }
}

/// Agreement of each part from 0 to 1; `None` where one side does not say enough.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Agreement {
    pub words: Option<f64>,
    pub themes: Option<f64>,
    /// How certain the themes are, from 0 to 1.
    pub certainty: f64,
    pub place: Option<f64>,
    pub amount: Option<f64>,
}

/// The most points each part can give, in the order of [`PartKind::ALL`]; 0 for an unknown part.
pub(crate) fn limits(weights: Weights, agreement: &Agreement) -> [f64; 4] {
    let known = [
        (weights.words, agreement.words),
        (weights.themes * agreement.certainty, agreement.themes),
        (weights.place, agreement.place),
        (weights.amount, agreement.amount),
    ]
    .map(|(weight, value)| if value.is_some() { weight } else { 0.0 });
    let [words, themes, place, amount] = known;
    let all = weights.words + weights.themes + weights.place + weights.amount;
    let (substance, frame) = (words + themes, place + amount);
    let frame_share = frame / all;
    let certainty = if words > 0.0 { 1.0 } else { agreement.certainty };
    let (for_substance, for_frame) = match (substance > 0.0, frame > 0.0) {
        (true, true) => ((1.0 - frame_share) * certainty, frame_share),
        (true, false) => (certainty, 0.0),
        (false, true) => (0.0, frame_share),
        (false, false) => (0.0, 0.0),
    };
    let points = |part: f64, pair: f64, share: f64| {
        if part > 0.0 { 100.0 * share * part / pair } else { 0.0 }
    };
    [
        points(words, substance, for_substance),
        points(themes, substance, for_substance),
        points(place, frame, for_frame),
        points(amount, frame, for_frame),
    ]
}

/// The score alone.
pub(crate) fn score(weights: Weights, agreement: &Agreement) -> f64 {
    let values = [agreement.words, agreement.themes, agreement.place, agreement.amount];
    limits(weights, agreement)
        .iter()
        .zip(values)
        // Not `sum`, which gives −0 for nothing.
        .fold(0.0, |sum, (limit, value)| sum + limit * value.unwrap_or(0.0))
}

/// Puts an explained fit together from each part's details, whose values are shares of the part.
pub(crate) fn explained(
    weights: Weights,
    agreement: &Agreement,
    mut details: [Vec<Detail>; 4],
) -> Fit {
    let parts = PartKind::ALL
        .iter()
        .zip(limits(weights, agreement))
        .zip(&mut details)
        .map(|((&kind, of), details)| {
            let mut details = std::mem::take(details);
            for detail in &mut details {
                *value_of(detail) *= of;
            }
            details.retain(|detail| detail.value() > 0.0);
            details.sort_by(|a, b| b.value().total_cmp(&a.value()));
            FitPart { kind, of, details }
        })
        .collect();
    Fit { parts }
}

fn value_of(detail: &mut Detail) -> &mut f64 {
    match detail {
        Detail::Term { value, .. }
        | Detail::OtherTerms { value, .. }
        | Detail::Theme { value, .. }
        | Detail::Place { value, .. }
        | Detail::Amount { value } => value,
    }
}

#[cfg(test)]
mod tests {
    use super::{Agreement, Calibration, Weights, limits, score};
    use proptest::prelude::*;

    fn part() -> impl Strategy<Value = Option<f64>> {
        prop::option::of(0.0..=1.0_f64)
    }

    proptest! {
        #[test]
        fn a_score_is_bounded_and_grows_with_each_part(
            words in part(), themes in part(), place in part(), amount in part(),
            certainty in 0.1..=1.0_f64, more in 0.0..=1.0_f64,
        ) {
            let one = Agreement { words, themes, certainty, place, amount };
            let before = score(Weights::default(), &one);
            prop_assert!((0.0..=100.0 + 1e-9).contains(&before));
            for part in 0..4 {
                let mut better = one;
                let slot = [&mut better.words, &mut better.themes, &mut better.place, &mut better.amount];
                for (i, slot) in slot.into_iter().enumerate() {
                    if i == part && let Some(value) = slot {
                        *value = value.max(more);
                    }
                }
                prop_assert!(score(Weights::default(), &better) >= before - 1e-12);
            }
        }

        #[test]
        fn calibration_is_monotone_and_bounded(a in 0.0..=1.0_f64, b in 0.0..=1.0_f64, half in 0.01..0.9_f64) {
            let curve = Calibration { half };
            let (low, high) = (curve.apply(a.min(b)), curve.apply(a.max(b)));
            prop_assert!(low <= high && low >= 0.0 && high <= 1.0 + 1e-12);
        }
    }

    #[test]
    fn unknown_parts_give_their_points_away() {
        let nothing = Agreement::default();
        assert!(
            limits(Weights::default(), &nothing).iter().all(|limit| limit.abs() < f64::EPSILON)
        );
        let text = Agreement { words: Some(1.0), ..nothing };
        assert!((score(Weights::default(), &text) - 100.0).abs() < 1e-9);
        let all = Agreement {
            words: Some(1.0),
            themes: Some(1.0),
            certainty: 0.5,
            place: Some(1.0),
            amount: Some(1.0),
        };
        assert!((score(Weights::default(), &all) - 100.0).abs() < 1e-9);
        let suggested = Agreement { themes: Some(1.0), certainty: 0.5, ..nothing };
        assert!((score(Weights::default(), &suggested) - 50.0).abs() < 1e-9);
        let frame = Agreement { place: Some(1.0), amount: Some(1.0), ..nothing };
        assert!((score(Weights::default(), &frame) - 20.0).abs() < 1e-9);
    }
}
