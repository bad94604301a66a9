//! What of all calls is needed to say how well each can fit at most, laid out one kind of fact after
//! the other: a search reads it from end to end for every project.

use domain::{AmountRange, CallId, Currency};
use reading::{
    num::{at, narrow_up, small},
    themes::{Profile, Rarity},
    tongue::Tongue,
};
use rustc_hash::FxHashMap;

use super::{CallEntry, ProjectBlind};
use crate::{amount::Span, fit::Agreement, place::Territory, vectors::Vectors};

/// Facts of all calls, by number.
#[derive(Default)]
pub(super) struct Columns {
    pub(super) ids: Vec<CallId>,
    /// The language of each call, and whether it has words and a vector ([`kind`]).
    pub(super) kinds: Vec<u8>,
    /// How sure each call's surest theme is.
    pub(super) certainty: Vec<f64>,
    /// One bit for each theme of a call, or for several themes where there are more than bits.
    pub(super) masks: Vec<u64>,
    /// Themes of all calls, and where those of each end.
    themes: Vec<(u32, f64)>,
    ends: Vec<u32>,
    /// Where each call's territory stands among all territories; 0 for none.
    pub(super) places: Vec<u32>,
    /// The territories, the first one for those that say nothing.
    territories: Vec<Option<Territory>>,
    awards: Vec<Option<Span>>,
    /// Where the currency of each call's award stands among those that there are; 0 for no award.
    pub(super) currencies: Vec<u8>,
    /// Those currencies, the first one for no award. There are fewer than 256 in the world.
    monies: Vec<Option<Currency>>,
}

/// Kinds of calls that [`Columns::kinds`] tells apart.
pub(super) const KINDS: usize = 32;
const _: () = assert!(4 * TONGUES <= KINDS);

/// The number of a kind of calls.
fn kind(tongue: usize, has_words: bool, has_vector: bool) -> usize {
    4 * tongue + 2 * usize::from(has_words) + usize::from(has_vector)
}

/// The bit of a theme.
fn bit(theme: u32) -> u64 {
    1 << (theme % 64)
}

impl Columns {
    pub(super) fn of(calls: &[CallEntry], vectors: &Vectors) -> Self {
        let mut columns = Self { territories: vec![None], monies: vec![None], ..Self::default() };
        let mut known: FxHashMap<Territory, u32> = FxHashMap::default();
        for (call, doc) in calls.iter().zip(0..) {
            columns.ids.push(call.id);
            let kind = kind(position(call.tongue), call.has_words, vectors.has(doc));
            columns.kinds.push(u8::try_from(kind).unwrap_or(0));
            columns.certainty.push(call.themes.certainty());
            columns.masks.push(mask(&call.themes));
            columns.themes.extend(call.themes.iter());
            columns.ends.push(small(columns.themes.len()));
            let place = call.territory.map_or(0, |territory| {
                *known.entry(territory).or_insert_with(|| {
                    columns.territories.push(Some(territory));
                    small(columns.territories.len() - 1)
                })
            });
            columns.places.push(place);
            columns.awards.push(call.award.as_ref().map(Span::of));
            let money = call.award.map(|range| range.currency());
            let known = columns.monies.iter().position(|one| *one == money).unwrap_or_else(|| {
                columns.monies.push(money);
                columns.monies.len() - 1
            });
            columns.currencies.push(u8::try_from(known).unwrap_or(0));
        }
        columns
    }

    /// Themes of a call.
    fn themes(&self, doc: usize) -> &[(u32, f64)] {
        let start = doc.checked_sub(1).map_or(0, |i| at(self.ends[i]));
        &self.themes[start..at(self.ends[doc])]
    }
}

fn mask(themes: &Profile) -> u64 {
    themes.iter().fold(0, |mask, (theme, _)| mask | bit(theme))
}

/// A project held against all calls.
pub(super) struct Prospect<'c> {
    pub(super) columns: &'c Columns,
    rarity: &'c [f64],
    /// For each kind of calls 1 where words are compared, and 1 where vectors are.
    pub(super) kinds: [(f32, f32); KINDS],
    pub(super) certainty: f64,
    mask: u64,
    /// The bit of each of its themes, with the share of [`Self::weight`] that it has.
    pub(super) shares: Vec<(u32, f32)>,
    /// How sure the project has each theme.
    themes: Vec<f64>,
    /// What its own themes weigh.
    weight: f64,
    /// Agreement with each territory.
    places: Vec<Option<f64>>,
    /// The same, rounded up, with 1 where there is any, for [`super::sketch`].
    pub(super) reached: Vec<(f32, f32)>,
    /// 1 for each currency in which amounts are compared.
    pub(super) currencies: [f32; 256],
    need: Option<Span>,
}

/// Languages, with one for the rest.
const TONGUES: usize = Tongue::KNOWN.len() + 1;

fn position(tongue: Tongue) -> usize {
    Tongue::KNOWN.iter().position(|known| *known == tongue).unwrap_or(TONGUES - 1)
}

impl<'c> Prospect<'c> {
    /// `asks` tells whether the project has words; `compares` whether its vector, if it has one, can be
    /// held against those of a language.
    pub(super) fn new(
        columns: &'c Columns,
        rarity: &'c Rarity,
        project: &ProjectBlind,
        asks: bool,
        compares: impl Fn(Tongue) -> bool,
    ) -> Self {
        let rarity = rarity.weights();
        let mut themes = vec![0.0; rarity.len()];
        let mut weight = 0.0;
        for (theme, sure) in project.themes.iter() {
            themes[at(theme)] = sure;
            weight += rarity[at(theme)] * sure;
        }
        let shares = project.themes.iter().map(|(theme, sure)| {
            let share = if weight > 0.0 { rarity[at(theme)] * sure / weight } else { 1.0 };
            (theme % 64, narrow_up(share))
        });
        let mut kinds = [(0.0, 0.0); KINDS];
        for tongue in Tongue::KNOWN.into_iter().chain([Tongue::Other]) {
            let same = if asks && tongue == project.tongue() { 1.0 } else { 0.0 };
            let near = if compares(tongue) { 1.0 } else { 0.0 };
            let tongue = position(tongue);
            kinds[kind(tongue, true, false)] = (same, 0.0);
            kinds[kind(tongue, false, true)] = (0.0, near);
            kinds[kind(tongue, true, true)] = (same, near);
        }
        let reach = &project.reach;
        let place = |territory: &Option<Territory>| {
            let territory = territory.filter(|_| !reach.is_empty());
            territory.map(|territory| reach.best(territory).map_or(0.0, |(_, value)| value))
        };
        let places: Vec<Option<f64>> = columns.territories.iter().map(place).collect();
        let reached = places.iter().map(|place| match place {
            Some(value) => (narrow_up(*value), 1.0),
            None => (0.0, 0.0),
        });
        let need = project.need.as_ref();
        let mut currencies = [0.0; 256];
        for (compared, money) in currencies.iter_mut().zip(&columns.monies) {
            let same = money.is_some() && *money == need.map(AmountRange::currency);
            *compared = if same { 1.0 } else { 0.0 };
        }
        Self {
            columns,
            rarity,
            kinds,
            shares: shares.collect(),
            reached: reached.collect(),
            currencies,
            certainty: project.themes.certainty(),
            mask: mask(&project.themes),
            themes,
            weight,
            places,
            need: need.map(Span::of),
        }
    }

    /// The agreement that there is at the most, when words and meaning agree as told at the most: no
    /// part is less than it turns out to be, and those known are the same. Crowding is left out, as it
    /// only takes off.
    #[inline]
    pub(super) fn at_most(
        &self,
        doc: u32,
        words: impl FnOnce() -> f64,
        meaning: impl FnOnce() -> f64,
    ) -> Agreement {
        let (columns, doc) = (self.columns, at(doc));
        let (same, near) = self.kinds[usize::from(columns.kinds[doc])];
        let certainty = self.certainty.min(columns.certainty[doc]);
        Agreement {
            words: (same > 0.0).then(words),
            meaning: (near > 0.0).then(meaning),
            themes: (certainty > 0.0).then(|| self.similarity(doc, certainty)),
            certainty,
            place: self.places[at(columns.places[doc])],
            amount: columns.awards[doc].zip(self.need).and_then(|(a, n)| a.agreement(&n)),
            crowding: 0.0,
        }
    }

    /// [`Rarity::similarity`], and a little more for another order of the sum.
    fn similarity(&self, doc: usize, certainty: f64) -> f64 {
        if self.columns.masks[doc] & self.mask == 0 {
            return 0.0;
        }
        let (mut shared, mut all) = (0.0, self.weight);
        for &(theme, sure) in self.columns.themes(doc) {
            let (own, rarity) = (self.themes[at(theme)], self.rarity[at(theme)]);
            shared += rarity * own * sure;
            all += rarity * (sure - own).max(0.0);
        }
        (shared / (all * certainty) * (1.0 + 1e-9)).min(1.0)
    }
}
