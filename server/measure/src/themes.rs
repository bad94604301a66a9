//! How well the themes recognise what a call is about.
//!
//! Asked is one thing: whether a call funds democracy, by substance, whatever it is called. The
//! themes answer without having seen an answer; a small model that has learned from answers stands
//! beside them to show what is left to gain. Answers are few, so it learns which words go together
//! from all calls, with and without an answer (decision 41).

use domain::Theme;
use matching::chance::Chance;
use reading::{
    blind::Masker,
    num::{at, real, small},
    themes::catalogue,
    tokens::{Tokeniser, Tokens},
};
use rustc_hash::FxHashMap;

use super::{
    Document, company,
    logistic::{self, Row},
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

/// Letters of a piece of a word. German writes several words as one, so whole words hide what
/// texts have in common.
const LETTERS: usize = 5;

/// How often a word of the title counts, as it does for the themes.
const TITLE: usize = 2;

/// Calls as read, and for each label its call and the right answer. Labels of unknown calls are
/// left out.
fn read(calls: &[Document], labels: &[(String, bool)]) -> (Vec<Tokens>, Vec<(usize, bool)>) {
    let masker = Masker::default();
    let mut reader = Tokeniser::default();
    let read = calls.iter().map(|call| {
        let fields = [masker.blind(&call.title), masker.blind(&call.text)];
        reader.read(&fields, call.lang.as_ref())
    });
    let places: FxHashMap<&str, usize> =
        calls.iter().zip(0..).map(|(call, place)| (call.id.as_str(), place)).collect();
    let answers = labels.iter().filter_map(|(id, right)| Some((*places.get(id.as_str())?, *right)));
    (read.collect(), answers.collect())
}

/// How sure it is that a call is about democracy: that not all of its themes are mistaken.
fn sureness(call: &Tokens) -> f64 {
    let wanted = |theme: &Theme| {
        let group = theme.parent.as_ref().map_or("", |parent| parent.code());
        GROUPS.contains(&group) || THEMES.contains(&theme.code.code())
    };
    let of = |theme: u32| Theme::all().get(at(theme)).is_some_and(wanted);
    let suggested = catalogue().suggest(call);
    let mistaken = suggested.iter().filter(|(theme, _)| of(*theme));
    1.0 - mistaken.fold(1.0, |all, (_, sure)| all * (1.0 - sure))
}

/// The pieces of the words of a call.
fn pieces(call: &Tokens) -> Vec<String> {
    let times = [TITLE].into_iter().chain(std::iter::repeat(1));
    let words = call.fields.iter().zip(times);
    let words = words.flat_map(|(words, times)| std::iter::repeat_n(words, times));
    words.flat_map(|words| words.iter().flat_map(|word| pieces_of(word.stem))).collect()
}

/// Each run of so many letters, or a shorter word as it is.
fn pieces_of(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() <= LETTERS {
        return vec![word.to_owned()];
    }
    letters.windows(LETTERS).map(|piece| piece.iter().collect()).collect()
}

/// Recognition by the themes, which have learned from no answer. Labels of unknown calls are left
/// out.
#[must_use]
pub fn untrained(calls: &[Document], labels: &[(String, bool)]) -> Recognition {
    let (calls, answers) = read(calls, labels);
    Recognition::of(answers.into_iter().map(|(call, right)| (sureness(&calls[call]) > SURE, right)))
}

/// Recognition by a logistic regression over how sure the themes are and the company that a call's
/// words keep, each call asked about by a model that has learned from the answers to the others,
/// once for each of so many divisions by lot.
#[must_use]
pub fn trained(
    calls: &[Document],
    labels: &[(String, bool)],
    seed: u64,
    times: usize,
) -> Vec<Recognition> {
    let (calls, answers) = read(calls, labels);
    let texts: Vec<Vec<String>> = calls.iter().map(pieces).collect();
    let (words, _) = logistic::weighed(&texts, 2);
    let asked: Vec<usize> = answers.iter().map(|(call, _)| *call).collect();
    let mut rows: Vec<Row> = company::coordinates(&company::kept(&words, &asked));
    let last = small(rows.len());
    for (row, call) in rows.iter_mut().zip(&asked) {
        row.push((last, sureness(&calls[*call])));
    }
    let penalty = 1.0 / real(rows.len().max(1));
    let right: Vec<bool> = answers.iter().map(|(_, right)| *right).collect();
    (0..times)
        .zip(seed..)
        .map(|(_, seed)| {
            let parts = divided(&right, seed);
            let chances = logistic::held_out(&rows, &right, &parts, penalty);
            let answers = chances.into_iter().map(|chance| chance > 0.5);
            Recognition::of(answers.zip(right.iter().copied()))
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
    use super::{Document, GROUPS, Recognition, THEMES, pieces_of, trained, untrained};

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
    fn words_that_no_answer_taught_are_known_by_their_company() {
        // Calls with an answer speak of seed or of theatre. Those asked about speak of ploughs or
        // of stages, which stand beside seed and theatre in calls without an answer only.
        let texts =
            ["Saatgut Ernte", "Theater Oper", "Pflug Ernte Saatgut", "Kulisse Oper Theater"];
        let (mut calls, mut labels): (Vec<_>, Vec<_>) =
            (0..40).map(|i| call(i, texts[i % 2])).unzip();
        calls.extend((40..80).map(|i| call(i, texts[2 + i % 2]).0));
        for (i, text) in [(80, "Pflug"), (81, "Kulisse")] {
            let (asked, label) = call(i, text);
            calls.push(asked);
            labels.push(label);
        }
        for found in trained(&calls, &labels, 1, 3) {
            assert_eq!((found.hits, found.rejected), (21, 21));
        }
    }

    #[test]
    fn words_are_taken_to_pieces() {
        assert_eq!(pieces_of("übung"), ["übung"]);
        assert_eq!(pieces_of("bürgers"), ["bürge", "ürger", "rgers"]);
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
