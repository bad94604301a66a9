//! What of all calls is needed to say how well each can fit at most, laid out one kind of fact after
//! the other: a search reads it from end to end for every project.

use domain::{AmountRange, CallId};
use rustc_hash::FxHashMap;

use super::{CallEntry, ProjectBlind};
use crate::{
    amount,
    fit::Agreement,
    num::{at, small},
    place::Territory,
    themes::{Profile, Rarity},
    tongue::Tongue,
    vectors::Vector,
};

/// Facts of all calls, by number.
#[derive(Default)]
pub(super) struct Columns {
    pub(super) ids: Vec<CallId>,
    tongues: Vec<Tongue>,
    has_words: Vec<bool>,
    has_vector: Vec<bool>,
    /// How sure each call's surest theme is.
    certainty: Vec<f64>,
    /// One bit for each theme of a call, or for several themes where there are more than bits.
    masks: Vec<u64>,
    /// Themes of all calls, and where those of each end.
    themes: Vec<(u32, f64)>,
    ends: Vec<u32>,
    /// Where each call's territory stands among all territories; 0 for none.
    places: Vec<u32>,
    /// The territories, the first one for those that say nothing.
    territories: Vec<Option<Territory>>,
    awards: Vec<Option<AmountRange>>,
}

/// The bit of a theme.
fn bit(theme: u32) -> u64 {
    1 << (theme % 64)
}

impl Columns {
    pub(super) fn of(calls: &[CallEntry], vectors: &[Option<Vector>]) -> Self {
        let mut columns = Self { territories: vec![None], ..Self::default() };
        let mut known: FxHashMap<Territory, u32> = FxHashMap::default();
        for (call, vector) in calls.iter().zip(vectors) {
            columns.ids.push(call.id);
            columns.tongues.push(call.tongue);
            columns.has_words.push(call.has_words);
            columns.has_vector.push(vector.is_some());
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
            columns.awards.push(call.award);
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
    columns: &'c Columns,
    rarity: &'c [f64],
    tongue: Tongue,
    asks: bool,
    /// Languages whose vectors can be held against the project's, if it has one.
    near: [bool; TONGUES],
    certainty: f64,
    mask: u64,
    /// How sure the project has each theme.
    themes: Vec<f64>,
    /// What its own themes weigh.
    weight: f64,
    /// Agreement with each territory.
    places: Vec<Option<f64>>,
    need: Option<AmountRange>,
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
        let mut near = [compares(Tongue::Other); TONGUES];
        for tongue in Tongue::KNOWN {
            near[position(tongue)] = compares(tongue);
        }
        let reach = &project.reach;
        let place = |territory: &Option<Territory>| {
            let territory = territory.filter(|_| !reach.is_empty());
            territory.map(|territory| reach.best(territory).map_or(0.0, |(_, value)| value))
        };
        Self {
            columns,
            rarity,
            tongue: project.tongue(),
            asks,
            near,
            certainty: project.themes.certainty(),
            mask: mask(&project.themes),
            themes,
            weight,
            places: columns.territories.iter().map(place).collect(),
            need: project.need,
        }
    }

    /// The agreement that there is at the most, when words and meaning agree as told at the most: no
    /// part is less than it turns out to be, and those known are the same. Crowding is left out, as it
    /// only takes off.
    pub(super) fn at_most(
        &self,
        doc: u32,
        words: impl FnOnce() -> f64,
        meaning: impl FnOnce() -> f64,
    ) -> Agreement {
        let (columns, doc) = (self.columns, at(doc));
        let tongue = columns.tongues[doc];
        let same = self.asks && columns.has_words[doc] && tongue == self.tongue;
        let near = columns.has_vector[doc] && self.near[position(tongue)];
        let certainty = self.certainty.min(columns.certainty[doc]);
        Agreement {
            words: same.then(words),
            meaning: near.then(meaning),
            themes: (certainty > 0.0).then(|| self.similarity(doc, certainty)),
            certainty,
            place: self.places[at(columns.places[doc])],
            amount: columns.awards[doc].zip(self.need).and_then(|(a, n)| amount::agreement(&a, &n)),
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
