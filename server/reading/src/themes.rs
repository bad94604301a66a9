//! Themes of a text, and how far two sets of themes agree.
//!
//! Themes cross languages where words do not: the lists of trigger words are the same forty themes
//! in five languages.

use std::{collections::BTreeMap, sync::LazyLock};

use domain::{Theme, ThemeCode};
use rustc_hash::FxHashMap;

use crate::{
    num::{at, real, small},
    tokens::{Tokeniser, Tokens, Word},
    tongue::Tongue,
};

/// A trigger: its stems after the first, its number, and the theme it suggests.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Phrase {
    rest: Vec<Box<str>>,
    number: u32,
    theme: u32,
}

/// The list of themes with its trigger words ready for look-up.
pub struct Catalogue {
    themes: &'static [Theme],
    parents: Vec<Option<u32>>,
    /// Triggers by the sign of the language and the first stem.
    by_first: FxHashMap<Box<str>, Vec<Phrase>>,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(Theme::all()));

/// The product's themes.
#[must_use]
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

/// How surely a record has each theme: 1 when a person or the source says so, less when only the
/// words suggest it. Closed under groups: a theme's group is at least as sure. Ascending by theme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile(Vec<(u32, f64)>);

/// Weight of a theme that only words suggest, at most.
pub const SUGGESTED: f64 = 0.7;

impl Catalogue {
    /// Prepares a list of themes.
    #[must_use]
    pub fn new(themes: &'static [Theme]) -> Self {
        let mut reader = Tokeniser::default();
        let number =
            |code: &ThemeCode| themes.iter().position(|theme| theme.code == *code).map(small);
        let parents = themes.iter().map(|theme| theme.parent.as_ref().and_then(number)).collect();
        let mut by_first: FxHashMap<Box<str>, Vec<Phrase>> = FxHashMap::default();
        let mut number_of_phrase = 0;
        for (theme, i) in themes.iter().zip(0..) {
            for (language, triggers) in &theme.triggers {
                let tongue = Tongue::of_code(language);
                for trigger in triggers {
                    let words = reader.phrase(trigger, tongue);
                    let mut words = words.iter();
                    if let Some(first) = words.next() {
                        let rest = words.map(|word| word.stem.into()).collect();
                        let phrase = Phrase { rest, number: number_of_phrase, theme: i };
                        let key = format!("{}{}", first.tongue.sign(), first.stem);
                        by_first.entry(key.into()).or_default().push(phrase);
                        number_of_phrase += 1;
                    }
                }
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by(|a, b| b.rest.len().cmp(&a.rest.len()).then_with(|| a.cmp(b)));
        }
        Self { themes, parents, by_first }
    }

    /// How many themes and groups.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.themes.len()
    }

    /// The code of a theme.
    #[must_use]
    pub fn code(&self, theme: u32) -> &ThemeCode {
        &self.themes[at(theme)].code
    }

    /// How strongly the words speak for each theme: each trigger counts one, repeated occurrences
    /// by their logarithm, those in the first field (the title) twice.
    fn evidence(&self, tokens: &Tokens) -> Vec<Evidence> {
        // Per trigger, by its theme: occurrences in the title and in the text.
        let mut hits: BTreeMap<(u32, u32), (u32, u32)> = BTreeMap::new();
        let mut key = String::new();
        for (field, words) in tokens.fields.iter().enumerate() {
            let words: Vec<Word> = words.iter().collect();
            let mut i = 0;
            while let Some(first) = words.get(i) {
                key.clear();
                key.push(first.tongue.sign());
                key.push_str(first.stem);
                let here = self.by_first.get(key.as_str()).and_then(|phrases| {
                    phrases.iter().find(|Phrase { rest, .. }| {
                        words
                            .get(i + 1..=i + rest.len())
                            .is_some_and(|next| next.iter().zip(rest).all(|(a, b)| *a.stem == **b))
                    })
                });
                i += 1;
                if let Some(phrase) = here {
                    let hit = hits.entry((phrase.theme, phrase.number)).or_default();
                    *(if field == 0 { &mut hit.0 } else { &mut hit.1 }) += 1;
                    i += phrase.rest.len();
                }
            }
        }
        let mut evidence = vec![Evidence::default(); self.themes.len()];
        for ((theme, _), (title, text)) in hits {
            let of = &mut evidence[at(theme)];
            of.sum += 1.0 + f64::from(2 * title + text).ln();
            of.triggers += 1;
            of.in_title |= title > 0;
        }
        evidence
    }

    /// Themes that the words suggest, with their weight, strongest first.
    pub fn suggest(&self, tokens: &Tokens) -> Vec<(u32, f64)> {
        let evidence = self.evidence(tokens);
        let strongest = evidence.iter().map(|of| of.sum).fold(0.0, f64::max);
        let long = tokens.len() > LONG_TEXT;
        let mut found: Vec<(u32, f64)> = (0..)
            .zip(evidence)
            .filter(|(_, of)| of.sum > 0.0 && of.sum >= strongest * SHARE_OF_STRONGEST)
            .filter(|(_, of)| !long || of.in_title || of.triggers > 1)
            .map(|(theme, of)| (theme, SUGGESTED * of.sum / (of.sum + HALF_EVIDENCE)))
            .collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(MOST_SUGGESTED);
        found
    }

    /// The profile of a record: confirmed themes, and those its words suggest.
    #[must_use]
    pub fn profile(&self, confirmed: &[ThemeCode], suggested: &[(u32, f64)]) -> Profile {
        let mut sure = vec![0.0_f64; self.themes.len()];
        let mut set = |theme: u32, weight: f64| {
            let mut next = Some(theme);
            while let Some(theme) = next {
                sure[at(theme)] = sure[at(theme)].max(weight);
                next = self.parents[at(theme)];
            }
        };
        for &(theme, weight) in suggested {
            set(theme, weight);
        }
        for code in confirmed {
            if let Some(theme) = self.themes.iter().position(|theme| theme.code == *code) {
                set(small(theme), 1.0);
            }
        }
        Profile((0..).zip(sure).filter(|(_, weight)| *weight > 0.0).collect())
    }
}

/// What the words of a text say for a theme.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    sum: f64,
    /// Different triggers.
    triggers: u32,
    in_title: bool,
}

/// A text of more words than this names many things in passing: there one trigger outside the
/// title suggests nothing.
const LONG_TEXT: usize = 150;
/// A theme must have this share of the strongest theme's evidence.
const SHARE_OF_STRONGEST: f64 = 0.2;
/// So much evidence gives half of the weight that a suggestion can have.
const HALF_EVIDENCE: f64 = 1.5;
/// More themes than this describe nothing.
const MOST_SUGGESTED: usize = 6;

impl Profile {
    /// Themes by number with their weight.
    pub fn iter(&self) -> impl Iterator<Item = (u32, f64)> {
        self.0.iter().copied()
    }

    /// How sure its surest theme is.
    pub fn certainty(&self) -> f64 {
        self.iter().map(|(_, weight)| weight).fold(0.0, f64::max)
    }
}

/// How sure what two profiles share can be at most; 0 when one of them is empty.
#[must_use]
pub fn certainty(a: &Profile, b: &Profile) -> f64 {
    a.certainty().min(b.certainty())
}

/// How rare each theme is among the calls.
#[derive(Clone, Debug)]
pub struct Rarity(Vec<f64>);

impl Rarity {
    /// From the profiles of all calls.
    pub fn of<'p>(profiles: impl Iterator<Item = &'p Profile>, themes: usize) -> Self {
        let mut df = vec![0_usize; themes];
        let mut n = 0_usize;
        for profile in profiles {
            n += 1;
            for (theme, _) in profile.iter() {
                df[at(theme)] += 1;
            }
        }
        Self(df.iter().map(|df| (1.0 + (real(n) + 1.0) / (real(*df) + 0.5)).ln()).collect())
    }

    /// How rare each theme is.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.0
    }

    /// Agreement from 0 to 1, theme by theme: `Σ idf·a·b / Σ idf·max(a,b)`, over the most it can be,
    /// which is the certainty of the less certain profile. With certain themes that is the idf of
    /// the shared ones over the idf of all.
    pub fn shared(&self, a: &Profile, b: &Profile) -> impl Iterator<Item = (u32, f64)> {
        let mut shared = Vec::new();
        let certainty = certainty(a, b);
        let mut all = 0.0;
        let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
        while let Some(theme) = left.peek().into_iter().chain(right.peek()).map(|one| one.0).min() {
            let x = left.next_if(|one| one.0 == theme).map_or(0.0, |one| one.1);
            let y = right.next_if(|one| one.0 == theme).map_or(0.0, |one| one.1);
            let idf = self.0[at(theme)];
            all += idf * x.max(y);
            if x > 0.0 && y > 0.0 {
                shared.push((theme, idf * (x * y)));
            }
        }
        shared.into_iter().map(move |(theme, value)| (theme, value / (all * certainty)))
    }

    /// Agreement from 0 to 1.
    #[must_use]
    pub fn similarity(&self, a: &Profile, b: &Profile) -> f64 {
        self.shared(a, b).fold(0.0, |sum, (_, value)| sum + value)
    }
}

#[cfg(test)]
mod tests;
