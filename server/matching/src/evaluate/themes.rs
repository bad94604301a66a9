//! How well the themes recognise what a call is about.
//!
//! Asked is one thing: whether a call funds democracy, by substance, whatever it is called. The
//! themes answer without having seen an answer; a small model that has learned from answers stands
//! beside them to show what is left to gain.

use domain::Theme;
use rustc_hash::FxHashMap;

use super::{
    Document,
    logistic::{self, Row},
};
use crate::{
    blind::Masker,
    chance::Chance,
    num::{at, real, small},
    themes::catalogue,
    tokens::{Reader, Tokens, Words},
};

/// Answers against the right ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recognition {
    /// Rightly recognised.
    pub hits: usize,
    /// Recognised in error.
    pub false_alarms: usize,
    /// Not recognised in error.
    pub missed: usize,
    /// Rightly not recognised.
    pub rejected: usize,
}

impl Recognition {
    fn of(answers: impl Iterator<Item = (bool, bool)>) -> Self {
        let mut found = Self::default();
        for (answer, right) in answers {
            let count = match (answer, right) {
                (true, true) => &mut found.hits,
                (true, false) => &mut found.false_alarms,
                (false, true) => &mut found.missed,
                (false, false) => &mut found.rejected,
            };
            *count += 1;
        }
        found
    }

    /// Share of the recognised that is right; 0 when nothing is recognised.
    #[must_use]
    pub fn precision(&self) -> f64 {
        share(self.hits, self.hits + self.false_alarms)
    }

    /// Share of what is to be recognised that is.
    #[must_use]
    pub fn recall(&self) -> f64 {
        share(self.hits, self.hits + self.missed)
    }

    /// The harmonic mean of both.
    #[must_use]
    pub fn f1(&self) -> f64 {
        share(2 * self.hits, 2 * self.hits + self.false_alarms + self.missed)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole > 0 { real(part) / real(whole) } else { 0.0 }
}

/// Groups of which every theme is part of democracy: how people govern themselves, and that
/// everyone may take part.
const GROUPS: [&str; 2] = ["democracy", "rights"];

/// Themes of other groups that are: taking part in a new country, coming to terms with a
/// dictatorship, living together, and telling truth from lies.
const THEMES: [&str; 5] = [
    "migration-asylum",
    "transitional-justice",
    "memory-history",
    "peace-dialogue",
    "media-literacy",
];

/// A call is recognised when its themes are surer than a single mention in passing makes them.
const SURE: f64 = 0.3;

/// Parts of a cross-validation.
const PARTS: usize = 10;

/// Calls with an answer: how sure each theme is, and their words.
struct Read {
    suggested: Vec<Vec<(u32, f64)>>,
    words: Vec<Vec<String>>,
    right: Vec<bool>,
}

fn read(calls: &[Document], labels: &[(String, bool)]) -> Read {
    let by_id: FxHashMap<&str, &Document> =
        calls.iter().map(|call| (call.id.as_str(), call)).collect();
    let masker = Masker::default();
    let mut reader = Reader::default();
    let mut found = Read { suggested: Vec::new(), words: Vec::new(), right: Vec::new() };
    for (id, right) in labels {
        let Some(call) = by_id.get(id.as_str()) else { continue };
        let fields = [masker.blind(&call.title), masker.blind(&call.text)];
        let tokens: Tokens = reader.read(&fields, call.lang.as_ref());
        found.suggested.push(catalogue().suggest(&tokens));
        let words = tokens.fields.iter().flat_map(Words::iter);
        found.words.push(words.map(|word| word.stem.to_owned()).collect());
        found.right.push(*right);
    }
    found
}

/// How sure it is that a call is about democracy: that not all of its themes are mistaken.
fn sureness(suggested: &[(u32, f64)]) -> f64 {
    let wanted = |theme: &Theme| {
        let group = theme.parent.as_ref().map_or("", |parent| parent.code());
        GROUPS.contains(&group) || THEMES.contains(&theme.code.code())
    };
    let of = |theme: u32| Theme::all().get(at(theme)).is_some_and(wanted);
    let mistaken = suggested.iter().filter(|(theme, _)| of(*theme));
    1.0 - mistaken.fold(1.0, |all, (_, sure)| all * (1.0 - sure))
}

/// Recognition by the themes, which have learned from no answer. Labels of unknown calls are left
/// out.
#[must_use]
pub fn untrained(calls: &[Document], labels: &[(String, bool)]) -> Recognition {
    let read = read(calls, labels);
    let answers = read.suggested.iter().map(|themes| sureness(themes) > SURE);
    Recognition::of(answers.zip(read.right.iter().copied()))
}

/// Recognition by a logistic regression over words and themes, each call asked about by a model
/// that has learned from the others, once for each of so many divisions by lot.
#[must_use]
pub fn trained(
    calls: &[Document],
    labels: &[(String, bool)],
    seed: u64,
    times: usize,
) -> Vec<Recognition> {
    let read = read(calls, labels);
    let (mut rows, _) = logistic::weighed(&read.words, 2);
    let words = rows.iter().filter_map(|row| row.last()).map(|(word, _)| word + 1).max();
    // The themes follow the words, the sum of all behind them.
    let first = words.unwrap_or(0);
    let last = first + small(catalogue().len());
    for (row, themes) in rows.iter_mut().zip(&read.suggested) {
        let sum = sureness(themes);
        let mut themes: Row = themes.iter().map(|(theme, sure)| (first + theme, *sure)).collect();
        themes.sort_by_key(|(feature, _)| *feature);
        row.extend(themes);
        row.push((last, sum));
    }
    (0..times)
        .zip(seed..)
        .map(|(_, seed)| {
            let parts = divided(&read.right, seed);
            let chances = logistic::held_out(&rows, &read.right, &parts);
            let answers = chances.into_iter().map(|chance| chance > 0.5);
            Recognition::of(answers.zip(read.right.iter().copied()))
        })
        .collect()
}

/// A part for each call by lot, each with its share of either answer.
fn divided(right: &[bool], seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..right.len()).collect();
    Chance::new(seed).shuffle(&mut order);
    order.sort_by_key(|i| right[*i]);
    let mut parts = vec![0; right.len()];
    for (place, i) in order.into_iter().enumerate() {
        parts[i] = place % PARTS;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{Document, GROUPS, Recognition, THEMES, trained, untrained};

    fn call(id: usize, text: &str) -> (Document, (String, bool)) {
        let document =
            Document { id: id.to_string(), text: text.to_owned(), ..Document::default() };
        (document, (id.to_string(), id.is_multiple_of(2)))
    }

    #[test]
    fn calls_are_recognised_with_and_without_learning() {
        let texts = [
            "Wir fördern politische Bildung, Bürgerbeteiligung und Projekte gegen Rassismus.",
            "Wir fördern den Kauf von Maschinen für die Landwirtschaft und Ställe für das Vieh.",
        ];
        let (calls, labels): (Vec<_>, Vec<_>) = (0..40).map(|i| call(i, texts[i % 2])).unzip();
        let found = untrained(&calls, &labels);
        assert_eq!((found.hits, found.rejected), (20, 20));
        assert!((found.f1() - 1.0).abs() < 1e-12);
        for found in trained(&calls, &labels, 1, 2) {
            assert_eq!((found.hits, found.rejected), (20, 20));
        }
        assert_eq!(untrained(&[], &labels), Recognition::default());
    }

    #[test]
    fn shares_by_hand() {
        let found = Recognition { hits: 3, false_alarms: 1, missed: 2, rejected: 9 };
        assert!((found.precision() - 0.75).abs() < 1e-12 && (found.recall() - 0.6).abs() < 1e-12);
        assert!((found.f1() - 6.0 / 9.0).abs() < 1e-12);
    }

    #[test]
    fn the_themes_asked_for_exist() {
        let codes: Vec<&str> = domain::Theme::all().iter().map(|theme| theme.code.code()).collect();
        assert!(GROUPS.iter().chain(&THEMES).all(|code| codes.contains(code)));
    }
}
