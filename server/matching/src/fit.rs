//! Fit: how far a call and a project agree in substance, as a sum that explains itself.
//!
//! Substance (words, meaning, themes) and frame (place, amount) share a hundred points. A part that
//! one side does not say enough for is left out, and its points go to substance. Place and amount
//! never get more than their own few points, and fewer where the substance disagrees: that a call
//! pays the right sum in the right country says little about what it is for. Words and meaning are
//! two readings of one wording: where only one of them can be had, it gets the points of both. Themes
//! that only words suggest weigh less than stated ones; where nothing else is known of the substance,
//! the points they are not certain of cannot be had, nor most of those of the wording. Crowding takes
//! points of the words off again where a text is like very many others. Closing dates, names, age and
//! fame are no part of this.

use domain::{Detail, Fit, FitPart, PartKind};

/// How the parts are weighed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// Shared words.
    pub words: f64,
    /// Nearness as vectors.
    pub meaning: f64,
    /// Shared themes that people or sources state; ones that only words suggest count by the cube of
    /// their certainty, so that they never outweigh the words they come from.
    pub themes: f64,
    /// Shared places.
    pub place: f64,
    /// Agreement of amounts.
    pub amount: f64,
    /// The share of the points of words and meaning that themes get where neither can be compared,
    /// from 0 to 1. The rest cannot be had: themes alone are less than themes in the same words, and
    /// a call in another language must not come out above one that says the same in one's own.
    pub vouched: f64,
    /// The share of the points of the words that the most crowded pair loses, from 0 to below
    /// [`Weights::MOST_CROWDING`]. It is not one of those that share the hundred points.
    pub crowding: f64,
}

/// So many points of substance let place and amount count in full; fewer let them count in
/// proportion.
pub(crate) const ENOUGH: f64 = 40.0;

impl Weights {
    /// Crowding stays below this share of the points of the words. It costs its full price where the
    /// words agree at least so far, and in proportion below, so that a better agreement always gives
    /// more and no fit falls below 0.
    pub const MOST_CROWDING: f64 = 0.5;

    /// What crowding costs, as a share of the points of the words.
    fn price(&self, words: f64, crowding: f64) -> f64 {
        let full = self.crowding.clamp(0.0, Self::MOST_CROWDING) * crowding.clamp(0.0, 1.0);
        full * (words / Self::MOST_CROWDING).min(1.0)
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            words: 0.256,
            meaning: 0.044,
            themes: 0.5,
            place: 0.12,
            amount: 0.08,
            vouched: 0.3,
            crowding: 0.2,
        }
    }
}

/// How a raw share of shared words reads as a share of the part: `x ↦ (1+h³)·x³ / (x³+h³)`.
///
/// Even two texts about the same thing share less than half of their weighted words, so the raw
/// share never comes near 1. Measured on known pairs of long calls and projects, it has its quartiles
/// at 0.23, 0.29 and 0.35 for the right call, while the best wrong one stands at 0.19 and the tenth
/// best at 0.12; between short ones it is lower. The curve is monotone and bounded by 1, starts flat
/// (a few common words are no agreement), is steepest where right and wrong part, and gives one half
/// at `x = h`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    /// The raw share that reads as about one half.
    pub half: f64,
}

impl Default for Calibration {
    fn default() -> Self {
        Self { half: 0.13 }
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
    pub meaning: Option<f64>,
    pub themes: Option<f64>,
    /// How certain the themes are, from 0 to 1.
    pub certainty: f64,
    pub place: Option<f64>,
    pub amount: Option<f64>,
    /// How crowded the two are, from 0 to 1.
    pub crowding: f64,
}

impl Agreement {
    /// In the order of [`PartKind::ALL`], without crowding.
    const fn values(&self) -> [Option<f64>; 5] {
        [self.words, self.themes, self.place, self.amount, self.meaning]
    }
}

/// The most points each part can give, in the order of [`PartKind::ALL`], without crowding; 0 for an
/// unknown part.
pub(crate) fn limits(weights: Weights, agreement: &Agreement) -> [f64; 5] {
    let wording = weights.words + weights.meaning;
    let (words, meaning) = match (agreement.words, agreement.meaning) {
        (Some(_), Some(_)) => (weights.words, weights.meaning),
        (Some(_), None) => (wording, 0.0),
        (None, Some(_)) => (0.0, wording),
        (None, None) => (0.0, 0.0),
    };
    let known = |weight: f64, value: Option<f64>| if value.is_some() { weight } else { 0.0 };
    let themes = known(weights.themes * agreement.certainty.powi(3), agreement.themes);
    let place = known(weights.place, agreement.place);
    let amount = known(weights.amount, agreement.amount);
    let all = wording + weights.themes + weights.place + weights.amount;
    let (substance, frame) = (words + meaning + themes, place + amount);
    let frame_share = frame / all;
    let certainty = if words + meaning > 0.0 {
        1.0
    } else {
        let both = weights.themes + wording;
        agreement.certainty * (weights.themes + weights.vouched * wording) / both
    };
    let (for_substance, for_frame) = match (substance > 0.0, frame > 0.0) {
        (true, true) => ((1.0 - frame_share) * certainty, frame_share),
        (true, false) => (certainty, 0.0),
        (false, true) => (0.0, frame_share),
        (false, false) => (0.0, 0.0),
    };
    let points = |part: f64, pair: f64, share: f64| {
        if part > 0.0 { 100.0 * share * part / pair } else { 0.0 }
    };
    let mut limits = [
        points(words, substance, for_substance),
        points(themes, substance, for_substance),
        0.0,
        0.0,
        points(meaning, substance, for_substance),
    ];
    let agreed: f64 = limits
        .iter()
        .zip(agreement.values())
        .map(|(limit, value)| limit * value.unwrap_or(0.0))
        .sum();
    // Where the substance disagrees, the right sum in the right country is worth little.
    let worth = if substance > 0.0 { (agreed / ENOUGH).min(1.0) } else { 1.0 };
    limits[2] = points(place, frame, for_frame * worth);
    limits[3] = points(amount, frame, for_frame * worth);
    limits
}

/// What crowding takes off, in points.
fn taken_off(weights: Weights, agreement: &Agreement, limits: &[f64; 5]) -> f64 {
    agreement.words.map_or(0.0, |words| limits[0] * weights.price(words, agreement.crowding))
}

/// The score alone.
pub(crate) fn score(weights: Weights, agreement: &Agreement) -> f64 {
    let limits = limits(weights, agreement);
    // Not `sum`, which gives −0 for nothing.
    let given = limits
        .iter()
        .zip(agreement.values())
        .fold(0.0, |sum, (limit, value)| sum + limit * value.unwrap_or(0.0));
    // A hair below 0 by rounding is 0.
    (given - taken_off(weights, agreement, &limits)).max(0.0)
}

/// [`score`] without crowding, for very many pairs: what the weights alone decide is worked out once,
/// and one division a pair is left. It equals [`score`] but for rounding.
pub(crate) struct Quick {
    weights: Weights,
    wording: f64,
    /// What themes alone can give where they are certain.
    alone: f64,
    /// By which of place and amount are known: what substance has of the points, and what each of
    /// the two can give.
    frames: [(f64, f64, f64); 4],
}

impl Quick {
    pub(crate) fn new(weights: Weights) -> Self {
        let wording = weights.words + weights.meaning;
        let all = wording + weights.themes + weights.place + weights.amount;
        let frames = [(false, false), (true, false), (false, true), (true, true)];
        let frames = frames.map(|(place, amount)| {
            let part = |known: bool, weight: f64| if known { 100.0 * weight / all } else { 0.0 };
            let (place, amount) = (part(place, weights.place), part(amount, weights.amount));
            (100.0 - place - amount, place, amount)
        });
        let alone = (weights.themes + weights.vouched * wording) / (weights.themes + wording);
        Self { weights, wording, alone, frames }
    }

    #[inline]
    pub(crate) fn score(&self, agreement: &Agreement) -> f64 {
        let (words, meaning) = match (agreement.words, agreement.meaning) {
            (Some(_), Some(_)) => (self.weights.words, self.weights.meaning),
            (Some(_), None) => (self.wording, 0.0),
            (None, Some(_)) => (0.0, self.wording),
            (None, None) => (0.0, 0.0),
        };
        let certainty = agreement.certainty;
        let themes = match agreement.themes {
            Some(_) => self.weights.themes * (certainty * certainty * certainty),
            None => 0.0,
        };
        let frame =
            usize::from(agreement.place.is_some()) + 2 * usize::from(agreement.amount.is_some());
        let (points, place, amount) = self.frames[frame];
        let framed =
            place * agreement.place.unwrap_or(0.0) + amount * agreement.amount.unwrap_or(0.0);
        let substance = words + meaning + themes;
        if substance <= 0.0 {
            return framed;
        }
        let sure = if words + meaning > 0.0 { 1.0 } else { certainty * self.alone };
        let agreed = words * agreement.words.unwrap_or(0.0)
            + meaning * agreement.meaning.unwrap_or(0.0)
            + themes * agreement.themes.unwrap_or(0.0);
        let agreed = agreed * (points * sure / substance);
        agreed + framed * (agreed / ENOUGH).min(1.0)
    }
}

/// Puts an explained fit together from each part's details, whose values are shares of the part.
/// Details come in the order of [`PartKind::ALL`], those of meaning and crowding are made here.
pub(crate) fn explained(
    weights: Weights,
    agreement: &Agreement,
    [words, themes, place, amount]: [Vec<Detail>; 4],
) -> Fit {
    let limits = limits(weights, agreement);
    let meaning = agreement.meaning.map(|value| Detail::Meaning { value }).into_iter().collect();
    let mut parts: Vec<FitPart> = PartKind::ALL
        .iter()
        .zip(limits)
        .zip([words, themes, place, amount, meaning])
        .map(|((&kind, of), mut details)| {
            for detail in &mut details {
                *value_of(detail) *= of;
            }
            details.retain(|detail| detail.value() > 0.0);
            details.sort_by(|a, b| b.value().total_cmp(&a.value()));
            FitPart { kind, of, details }
        })
        .collect();
    let taken_off = taken_off(weights, agreement, &limits);
    let crowding = (taken_off > 0.0).then_some(Detail::Crowding { value: -taken_off });
    let details = crowding.into_iter().collect();
    parts.push(FitPart { kind: PartKind::Crowding, of: 0.0, details });
    Fit { parts }
}

fn value_of(detail: &mut Detail) -> &mut f64 {
    match detail {
        Detail::Term { value, .. }
        | Detail::OtherTerms { value, .. }
        | Detail::Theme { value, .. }
        | Detail::Place { value, .. }
        | Detail::Amount { value }
        | Detail::Meaning { value }
        | Detail::Crowding { value } => value,
    }
}

#[cfg(test)]
mod tests {
    use super::{Agreement, Calibration, Quick, Weights, limits, score};
    use proptest::prelude::*;

    fn part() -> impl Strategy<Value = Option<f64>> {
        prop::option::of(0.0..=1.0_f64)
    }

    proptest! {
        #[test]
        fn a_score_is_bounded_and_grows_with_each_part(
            parts in (part(), part(), part(), part(), part()),
            certainty in 0.1..=1.0_f64, crowding in 0.0..=1.0_f64, more in 0.0..=1.0_f64,
        ) {
            let (words, meaning, themes, place, amount) = parts;
            let one = Agreement { words, meaning, themes, certainty, place, amount, crowding };
            let before = score(Weights::default(), &one);
            prop_assert!((0.0..=100.0 + 1e-9).contains(&before));
            let free = Agreement { crowding: 0.0, ..one };
            let quick = Quick::new(Weights::default()).score(&free);
            prop_assert!((score(Weights::default(), &free) - quick).abs() < 1e-9);
            for part in 0..5 {
                let mut better = one;
                let slots = [
                    &mut better.words, &mut better.meaning, &mut better.themes, &mut better.place,
                    &mut better.amount,
                ];
                for (i, slot) in slots.into_iter().enumerate() {
                    if i == part && let Some(value) = slot {
                        *value = value.max(more);
                    }
                }
                prop_assert!(score(Weights::default(), &better) >= before - 1e-12);
            }
            let mut freer = one;
            freer.crowding = crowding.min(more);
            prop_assert!(score(Weights::default(), &freer) >= before - 1e-12);
        }

        #[test]
        fn more_shared_words_give_more_however_crowded(
            words in 0.0..0.99_f64, crowding in 0.0..=1.0_f64,
        ) {
            let at = |words| Agreement { words: Some(words), crowding, ..Agreement::default() };
            let (less, more) = (at(words), at(words + 0.01));
            prop_assert!(score(Weights::default(), &more) > score(Weights::default(), &less));
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
        for (words, meaning) in [(Some(1.0), None), (None, Some(1.0)), (Some(1.0), Some(1.0))] {
            let text = Agreement { words, meaning, ..nothing };
            assert!((score(Weights::default(), &text) - 100.0).abs() < 1e-9);
        }
        let all = Agreement {
            words: Some(1.0),
            meaning: Some(1.0),
            themes: Some(1.0),
            certainty: 0.5,
            place: Some(1.0),
            amount: Some(1.0),
            crowding: 0.0,
        };
        assert!((score(Weights::default(), &all) - 100.0).abs() < 1e-9);
        // What words would have said is vouched for in part only, here of 0.3 in 0.8.
        let stated = Agreement { themes: Some(1.0), certainty: 1.0, ..nothing };
        assert!((score(Weights::default(), &stated) - 100.0 * 0.59 / 0.8).abs() < 1e-9);
        let suggested = Agreement { themes: Some(1.0), certainty: 0.5, ..nothing };
        assert!((score(Weights::default(), &suggested) - 50.0 * 0.59 / 0.8).abs() < 1e-9);
        let frame = Agreement { place: Some(1.0), amount: Some(1.0), ..nothing };
        assert!((score(Weights::default(), &frame) - 20.0).abs() < 1e-9);
    }

    #[test]
    fn the_right_place_is_worth_little_for_the_wrong_subject() {
        let at = |words, place| Agreement { words: Some(words), place, ..Agreement::default() };
        let of = |words, place| score(Weights::default(), &at(words, place));
        // Known to be right is better than unknown, and that better than known to be wrong.
        for words in [0.1, 0.5, 0.9] {
            assert!(of(words, Some(1.0)) > of(words, None));
            assert!(of(words, None) > of(words, Some(0.0)));
        }
        assert!(of(0.05, Some(1.0)) < of(0.15, None));
    }

    #[test]
    fn crowding_costs_points_of_words_only() {
        let weights = Weights::default();
        let crowded = Agreement { words: Some(1.0), crowding: 1.0, ..Agreement::default() };
        assert!((score(weights, &crowded) - 100.0 * (1.0 - weights.crowding)).abs() < 1e-9);
        let themes =
            Agreement { themes: Some(1.0), certainty: 1.0, crowding: 1.0, ..Agreement::default() };
        let free = Agreement { crowding: 0.0, ..themes };
        assert!((score(weights, &themes) - score(weights, &free)).abs() < 1e-9);
    }
}
