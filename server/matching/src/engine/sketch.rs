//! How well each call can fit at the most, for all calls in one go: the few that can be among the
//! first are then held against the project in full.
//!
//! What differs from call to call is looked up first, a piece of the calls at a time; the arithmetic
//! that follows has no branches, so that a processor does it for many calls at once. Themes are taken
//! to agree as far as their bits allow, meaning and amounts that can be compared fully, words up to
//! their ceiling. The order of the steps is that of [`crate::fit::Quick`], in single precision with
//! room for its rounding.

#![expect(clippy::inline_always, reason = "code is compiled for the registers it is inlined into")]

use reading::num::{at, narrow, narrow_up};

use super::columns::{KINDS, Prospect};
use crate::{
    fit::{ENOUGH, Weights},
    wide::{Width, Work},
};

/// Calls worked on at a time: what is looked up for them stays in the first cache.
const PIECE: usize = 512;

/// More than what rounding can take off a hundred points.
const ROOM: f32 = 2e-3;

/// What the weights and one project make of each fact of a call, by the number that stands for it.
pub(super) struct Sketch<'c> {
    prospect: &'c Prospect<'c>,
    /// Agreement of words by their ceiling.
    words: [f32; 256],
    /// Ceilings of the words of all calls.
    units: &'c [u8],
    weights: Weights,
}

impl<'c> Sketch<'c> {
    /// `words` gives the agreement of words for each of the ceilings that `units` tells for each call.
    pub(super) fn new(
        prospect: &'c Prospect<'c>,
        units: &'c [u8],
        words: &[f64],
        weights: Weights,
    ) -> Self {
        let mut table = [1.0; 256];
        for (place, &words) in table.iter_mut().zip(words) {
            *place = narrow_up(words);
        }
        Self { prospect, words: table, units, weights }
    }

    /// The most that each call can reach, in points.
    pub(super) fn most(&self) -> Vec<f32> {
        let mut most = vec![0.0; self.units.len()];
        Width::widest().run(Filling { sketch: self, most: &mut most });
        most
    }
}

struct Filling<'s> {
    sketch: &'s Sketch<'s>,
    most: &'s mut [f32],
}

/// What is looked up for the calls of a piece.
struct Facts {
    words: [f32; PIECE],
    has_words: [f32; PIECE],
    near: [f32; PIECE],
    /// How sure the themes of both are, 0 where one has none.
    certainty: [f32; PIECE],
    themes: [f32; PIECE],
    place: [f32; PIECE],
    has_place: [f32; PIECE],
    amount: [f32; PIECE],
}

impl Work for Filling<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { sketch, most } = self;
        let mut facts = Facts {
            words: [0.0; PIECE],
            has_words: [0.0; PIECE],
            near: [0.0; PIECE],
            certainty: [0.0; PIECE],
            themes: [0.0; PIECE],
            place: [0.0; PIECE],
            has_place: [0.0; PIECE],
            amount: [0.0; PIECE],
        };
        for (most, first) in most.chunks_mut(PIECE).zip((0..).step_by(PIECE)) {
            facts.look_up(sketch, first, most.len());
            facts.add(sketch.weights, most);
        }
    }
}

impl Facts {
    #[inline(always)]
    fn look_up(&mut self, sketch: &Sketch, first: usize, count: usize) {
        let (prospect, columns) = (sketch.prospect, sketch.prospect.columns);
        let calls = first..first + count;
        for (words, &units) in self.words.iter_mut().zip(&sketch.units[calls.clone()]) {
            *words = sketch.words[usize::from(units)];
        }
        let kinds = columns.kinds[calls.clone()].iter();
        for ((has_words, near), &kind) in self.has_words.iter_mut().zip(&mut self.near).zip(kinds) {
            let (words, meaning) = prospect.kinds[usize::from(kind) % KINDS];
            (*has_words, *near) = (words, meaning);
        }
        let places = columns.places[calls.clone()].iter();
        for ((place, has), &number) in self.place.iter_mut().zip(&mut self.has_place).zip(places) {
            (*place, *has) = prospect.reached[at(number)];
        }
        for (amount, &money) in self.amount.iter_mut().zip(&columns.currencies[calls.clone()]) {
            *amount = prospect.currencies[usize::from(money)];
        }
        self.themes = [0.0; PIECE];
        let masks = &columns.masks[calls.clone()];
        for &(bit, share) in &prospect.shares {
            for (themes, mask) in self.themes.iter_mut().zip(masks) {
                let has = if mask >> bit & 1 == 1 { share } else { 0.0 };
                *themes += has;
            }
        }
        let own = narrow(prospect.certainty);
        let sure = columns.certainty[calls].iter();
        for ((certainty, themes), &sure) in
            self.certainty.iter_mut().zip(&mut self.themes).zip(sure)
        {
            let sure = narrow(sure);
            *certainty = own.min(sure);
            // A call that is surer of its themes than the project shares no more than it has.
            let more = if *certainty > 0.0 { sure / *certainty } else { 0.0 };
            *themes = (*themes * more).min(1.0);
        }
    }

    /// [`crate::fit::Quick::score`] of each, and a little more.
    #[inline(always)]
    fn add(&self, weights: Weights, most: &mut [f32]) {
        let wording = weights.words + weights.meaning;
        let all = wording + weights.themes + weights.place + weights.amount;
        let alone =
            narrow((weights.themes + weights.vouched * wording) / (weights.themes + wording));
        let points = |weight: f64| narrow(100.0 * weight / all);
        let (place_points, amount_points) = (points(weights.place), points(weights.amount));
        let (words_weight, meaning_weight) = (narrow(weights.words), narrow(weights.meaning));
        let (themes_weight, wording) = (narrow(weights.themes), narrow(wording));
        let enough = narrow(ENOUGH);
        for (i, most) in most.iter_mut().enumerate().take(PIECE) {
            let (has_words, near) = (self.has_words[i], self.near[i]);
            let certainty = self.certainty[i];
            let words = has_words * (wording - near * meaning_weight);
            let meaning = near * (wording - has_words * words_weight);
            let themes = themes_weight * certainty * certainty * certainty;
            let substance = words + meaning + themes;
            let place = place_points * self.has_place[i];
            let amount = amount_points * self.amount[i];
            let framed = place * self.place[i] + amount;
            let given = words * self.words[i] + meaning + themes * self.themes[i];
            let sure = if words + meaning > 0.0 { 1.0 } else { certainty * alone };
            let agreed = given * sure * (100.0 - place - amount) / substance.max(1e-9);
            let worth = if substance > 0.0 { (agreed / enough).min(1.0) } else { 1.0 };
            *most = agreed + framed * worth + ROOM;
        }
    }
}
