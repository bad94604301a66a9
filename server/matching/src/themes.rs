//! Themes of a text, and how far two sets of themes agree.
//!
//! Themes cross languages where words do not: the lists of trigger words are the same forty themes
//! in five languages.

use std::{collections::BTreeMap, sync::LazyLock};

use domain::{Theme, ThemeCode};
use rustc_hash::FxHashMap;

use crate::{
    num::{at, real, small},
    tokens::{Reader, Tokens, Word},
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
pub(crate) struct Catalogue {
    themes: &'static [Theme],
    parents: Vec<Option<u32>>,
    /// Triggers by the sign of the language and the first stem.
    by_first: FxHashMap<Box<str>, Vec<Phrase>>,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(Theme::all()));

/// The product's themes.
pub(crate) fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

/// How surely a record has each theme: 1 when a person or the source says so, less when only the
/// words suggest it. Closed under groups: a theme's group is at least as sure. Ascending by theme.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Profile(Vec<(u32, f64)>);

/// Weight of a theme that only words suggest, at most.
pub(crate) const SUGGESTED: f64 = 0.7;

impl Catalogue {
    /// Prepares a list of themes.
    pub(crate) fn new(themes: &'static [Theme]) -> Self {
        let mut reader = Reader::default();
        let number = |code: &ThemeCode| {
            themes.iter().position(|theme| theme.code == *code).map(small)
        };
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
    pub(crate) const fn len(&self) -> usize {
        self.themes.len()
    }

    pub(crate) fn code(&self, theme: u32) -> &ThemeCode {
        &self.themes[at(theme)].code
    }

    /// How strongly the words speak for each theme they suggest: an occurrence of a trigger counts
    /// one, repeated ones by their logarithm, in the first field (the title) twice.
    fn evidence(&self, tokens: &Tokens) -> Vec<(u32, f64)> {
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
        let mut evidence = vec![0.0; self.themes.len()];
        for ((theme, _), (title, text)) in hits {
            let count = f64::from(2 * title + text);
            evidence[at(theme)] += 1.0 + count.ln();
        }
        (0..).zip(evidence).filter(|(_, value)| *value > 0.0).collect()
    }

    /// Themes that the words suggest, with their weight, strongest first.
    pub(crate) fn suggest(&self, tokens: &Tokens) -> Vec<(u32, f64)> {
        let evidence = self.evidence(tokens);
        let strongest = evidence.iter().map(|(_, value)| *value).fold(0.0, f64::max);
        let least = if tokens.len() > LONG_TEXT { 2.0_f64 } else { 1.0 };
        let bar = least.max(strongest * SHARE_OF_STRONGEST);
        let mut found: Vec<(u32, f64)> = evidence
            .into_iter()
            .filter(|(_, value)| *value >= bar)
            .map(|(theme, value)| (theme, SUGGESTED * (value / strongest).sqrt()))
            .collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(MOST_SUGGESTED);
        found
    }

    /// The profile of a record: confirmed themes, and those its words suggest.
    pub(crate) fn profile(&self, confirmed: &[ThemeCode], suggested: &[(u32, f64)]) -> Profile {
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

/// A text of more words than this names many things in passing.
const LONG_TEXT: usize = 150;
/// A theme must have this share of the strongest theme's evidence.
const SHARE_OF_STRONGEST: f64 = 0.35;
/// More themes than this describe nothing.
const MOST_SUGGESTED: usize = 6;

impl Profile {
    /// Whether nothing is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, f64)> {
        self.0.iter().copied()
    }
}

/// How rare each theme is among the calls.
#[derive(Clone, Debug)]
pub(crate) struct Rarity(Vec<f64>);

impl Rarity {
    /// From the profiles of all calls.
    pub(crate) fn of<'p>(profiles: impl Iterator<Item = &'p Profile>, themes: usize) -> Self {
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

    /// Agreement from 0 to 1, theme by theme: `Σ idf·a·b / Σ idf·max(a,b)`. With certain themes
    /// that is the idf of the shared ones over the idf of all; less certain ones give less.
    pub(crate) fn shared(&self, a: &Profile, b: &Profile) -> impl Iterator<Item = (u32, f64)> {
        let mut shared = Vec::new();
        let mut all = 0.0;
        let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
        loop {
            match (left.peek().copied(), right.peek().copied()) {
                (None, None) => break,
                (Some((theme, weight)), other)
                    if other.is_none_or(|(next, _)| theme < next) =>
                {
                    all += self.0[at(theme)] * weight;
                    left.next();
                }
                (one, Some((theme, weight))) if one.is_none_or(|(next, _)| theme < next) => {
                    all += self.0[at(theme)] * weight;
                    right.next();
                }
                (Some((theme, x)), Some((_, y))) => {
                    let idf = self.0[at(theme)];
                    all += idf * x.max(y);
                    shared.push((theme, idf * x * y));
                    left.next();
                    right.next();
                }
                _ => break,
            }
        }
        shared.into_iter().map(move |(theme, value)| (theme, value / all))
    }

    /// Agreement from 0 to 1.
    pub(crate) fn similarity(&self, a: &Profile, b: &Profile) -> f64 {
        self.shared(a, b).map(|(_, value)| value).sum()
    }
}

#[cfg(test)]
mod tests;
