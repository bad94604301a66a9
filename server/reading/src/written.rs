//! Words as a text has them, and the form in which names are compared.

use std::sync::LazyLock;

use domain::fold::is_apostrophe;
use rustc_hash::FxHashSet;

use crate::{tokens::parts_words, tongue::is_cyrillic};

/// A word as a text has it.
#[derive(Debug)]
pub struct WrittenWord {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// Its letters as they are compared; see [`levelled`].
    pub whole: String,
    /// What it is compared by; see [`key`].
    pub key: String,
    /// Whether it begins with a capital or a figure.
    pub capital: bool,
    /// Whether it has only capitals and figures.
    pub all_capitals: bool,
}

impl WrittenWord {
    /// Whether it is as short as an abbreviation.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.end - self.start <= 4
    }

    /// What may be the beginning of a name of which this word is a form: the word itself, and the
    /// word without each ending that a form can have.
    pub fn cuts(&self) -> impl Iterator<Item = &str> {
        let cyrillic = self.is_cyrillic();
        let ends = self.whole.char_indices().rev().take(LONGEST_ENDING).map(|(at, _)| at);
        let cut = ends
            .map(|at| self.whole.split_at(at))
            .filter(move |(stem, ending)| !stem.is_empty() && is_ending(ending, cyrillic));
        std::iter::once(self.whole.as_str()).chain(cut.map(|(stem, _)| stem))
    }

    /// Whether it is a form of what begins with `stem`.
    #[must_use]
    pub fn is_form_of(&self, stem: &str) -> bool {
        let ending = self.whole.strip_prefix(stem);
        ending.is_some_and(|rest| rest.is_empty() || is_ending(rest, self.is_cyrillic()))
    }

    fn is_cyrillic(&self) -> bool {
        self.whole.starts_with(is_cyrillic)
    }
}

/// Whether a form of a word can end so.
fn is_ending(ending: &str, cyrillic: bool) -> bool {
    if cyrillic { ALL_ENDINGS.contains(ending) } else { ending == "s" }
}

/// The letters of the longest ending.
const LONGEST_ENDING: usize = 3;

static ALL_ENDINGS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| ENDINGS.iter().chain(OF_PERSONS).copied().collect());

/// Endings that words have beside those that are taken off for comparison.
const OF_PERSONS: &[&str] =
    &["ові", "еві", "єві", "ови", "еви", "ией", "ією", "ія", "ію", "ай", "яй", "ої", "єї"];

/// The words of a text, in order. An apostrophe between two Cyrillic letters is part of a word.
pub fn written_words(text: &str) -> impl Iterator<Item = WrittenWord> {
    let mut letters = text.char_indices().peekable();
    let is_part = |c: char| c.is_alphanumeric() && !is_apostrophe(c);
    std::iter::from_fn(move || {
        let (start, first) = letters.find(|(_, c)| is_part(*c))?;
        let (mut end, mut before) = (text.len(), first);
        while let Some((at, c)) = letters.peek().copied() {
            let joins = is_apostrophe(c)
                && is_cyrillic(before)
                && text[at + c.len_utf8()..].starts_with(is_cyrillic)
                && !parts_words(text, at, c);
            if !is_part(c) && !joins {
                end = at;
                break;
            }
            before = c;
            letters.next();
        }
        let word = &text[start..end];
        let capital = word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
        let all_capitals =
            word.chars().all(|c| c.is_uppercase() || c.is_numeric() || is_apostrophe(c));
        let whole = levelled(word);
        Some(WrittenWord {
            start,
            end,
            key: without_ending(&whole).to_owned(),
            whole,
            capital,
            all_capitals,
        })
    })
}

/// Inflectional endings of names in the Cyrillic languages, longest first.
const ENDINGS: &[&str] = &[
    "ью", "ыми", "ими", "ами", "ями", "ого", "его", "ому", "ему", "ага", "яга", "аму", "яму",
    "ымі", "імі", "амі", "ямі", "ою", "ею", "єю", "ёю", "ой", "ей", "ій", "ый", "ий", "ая", "яя",
    "ое", "ее", "ые", "ие", "ыя", "ую", "юю", "ом", "ем", "єм", "ём", "ым", "им", "ім", "їм", "ах",
    "ях", "ам", "ям", "ов", "ев", "ів", "їв", "аў", "яў", "оў", "ых", "их", "іх", "їх", "а", "я",
    "о", "е", "ё", "э", "у", "ю", "ы", "и", "і", "ї", "є", "ь", "й",
];

/// A word in lower case without apostrophes, `ё` as `е`, German umlauts in two letters.
pub(crate) fn levelled(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase).filter(|c| !is_apostrophe(*c)) {
        match letter {
            'ё' => out.push('е'),
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            other => out.push(other),
        }
    }
    out
}

/// What is compared: the word [`levelled`], Cyrillic ones of four letters and more without ending,
/// Latin ones of five and more without the `s` of plural and genitive.
pub(crate) fn key(word: &str) -> String {
    let mut whole = levelled(word);
    let length = without_ending(&whole).len();
    whole.truncate(length);
    whole
}

/// A levelled word without its ending.
fn without_ending(whole: &str) -> &str {
    // Belarusian `беларускія`; otherwise `-ія` belongs to a noun, `Грузія`.
    let whole = whole.strip_suffix("ія").filter(|stem| stem.ends_with("ск")).unwrap_or(whole);
    let letters = whole.chars().count();
    let kept = if whole.starts_with(is_cyrillic) && letters >= 4 {
        ENDINGS
            .iter()
            .filter_map(|ending| whole.strip_suffix(ending))
            .find(|stem| stem.chars().count() >= 3)
    } else if !whole.starts_with(is_cyrillic) && letters >= 5 {
        whole.strip_suffix('s').filter(|stem| !stem.ends_with('s'))
    } else {
        None
    };
    kept.unwrap_or(whole)
}
