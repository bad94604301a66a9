//! Words of a blind text.

use std::{borrow::Cow, ops::Range};

use domain::{
    Language,
    fold::{is_apostrophe, is_invisible},
};
use rustc_hash::FxHashMap;

use crate::{
    blind::BlindText,
    letters::Plain,
    stem::Stems,
    stop,
    tongue::{Evidence, Tongue, Tongues},
};

/// Longer strings of letters are no words: encoded data, broken layout.
const LONGEST: usize = 64;

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// The language it is read in.
    pub tongue: Tongue,
    /// The word, lower case.
    pub text: &'t str,
    /// Its stem, by which it is compared.
    pub stem: &'t str,
}

/// The words of one field in order, without those that say nothing: stop words, single letters and
/// plain numbers (years, founding years, sizes and codes are no subject).
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Each word, and after it its stem.
    buffer: String,
    /// Language, end of the word and end of the stem.
    ends: Vec<(Tongue, usize, usize)>,
}

impl Words {
    /// The words.
    pub fn iter(&self) -> impl Iterator<Item = Word<'_>> {
        let mut start = 0;
        self.ends.iter().map(move |&(tongue, word, stem)| {
            let found =
                Word { tongue, text: &self.buffer[start..word], stem: &self.buffer[word..stem] };
            start = stem;
            found
        })
    }

    /// The words, a space between any two.
    fn written(&self) -> String {
        let mut written = String::with_capacity(self.buffer.len());
        for word in self.iter() {
            if !written.is_empty() {
                written.push(' ');
            }
            written.push_str(word.text);
        }
        written
    }

    /// How many words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// The words of a record, field by field, and the languages they are read in.
#[derive(Clone, Debug)]
pub struct Tokens {
    /// The languages, decided once for the record.
    pub tongues: Tongues,
    /// The fields, in the order given.
    pub fields: Vec<Words>,
}

impl Tokens {
    /// One field of words that another program has separated and stemmed, all of one language; for
    /// comparisons over the same tokens. Calls and projects never come this way: their words are
    /// read from blind texts.
    #[must_use]
    pub fn given<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut field = Words::default();
        for word in words {
            field.buffer.push_str(word);
            let end = field.buffer.len();
            field.buffer.push_str(word);
            field.ends.push((Tongue::En, end, field.buffer.len()));
        }
        let tongues = Tongues { main: Tongue::En, cyrillic: Tongue::Ru, latin: Tongue::En };
        Self { tongues, fields: vec![field] }
    }

    /// Whether no field has a word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.iter().all(Words::is_empty)
    }

    /// How many words all fields have.
    #[must_use]
    pub fn len(&self) -> usize {
        self.fields.iter().map(Words::len).sum()
    }
}

/// The words of a record as they are kept: [`Tokens`] without their stems, which follow from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptWords {
    /// The languages of the record.
    pub tongues: Tongues,
    /// The words of each field, a space between any two.
    pub fields: Vec<String>,
}

impl KeptWords {
    /// The words of a record.
    #[must_use]
    pub fn of(tokens: &Tokens) -> Self {
        let fields = tokens.fields.iter().map(Words::written).collect();
        Self { tongues: tokens.tongues, fields }
    }

    /// The words of each field with their languages.
    pub fn words(&self) -> impl Iterator<Item = impl Iterator<Item = (Tongue, &str)>> {
        self.fields.iter().map(|field| {
            let words = field.split(' ');
            words.filter_map(|word| Some((self.tongues.of_letter(word.chars().next()?), word)))
        })
    }

    /// How many words all fields have.
    #[must_use]
    pub fn count(&self) -> usize {
        let fields = self.fields.iter().filter(|field| !field.is_empty());
        fields.map(|field| field.bytes().filter(|byte| *byte == b' ').count() + 1).sum()
    }

    /// The words with their stems.
    pub fn tokens(&self, reader: &mut Tokeniser) -> Tokens {
        let fields = self.words().map(|words| {
            let mut out = Words::default();
            words.for_each(|(tongue, word)| reader.push(tongue, word, &mut out));
            out
        });
        Tokens { tongues: self.tongues, fields: fields.collect() }
    }
}

/// Splits blind texts into words. Each word form is stemmed once.
pub struct Tokeniser {
    stems: Stems,
    /// The stem of each word form that came up, by language.
    known: FxHashMap<Tongue, FxHashMap<Box<str>, Box<str>>>,
}

impl Default for Tokeniser {
    fn default() -> Self {
        Self { stems: Stems::new(), known: FxHashMap::default() }
    }
}

impl Tokeniser {
    /// Reads the fields of one record, given the language it states.
    #[must_use]
    pub fn read(&mut self, fields: &[BlindText], stated: Option<&Language>) -> Tokens {
        let mut evidence = Evidence::default();
        let raw: Vec<Vec<String>> = fields.iter().map(|field| raw_words(field.as_str())).collect();
        for word in raw.iter().flatten() {
            evidence.add(word);
        }
        let tongues = evidence.decide(stated.map(|language| Tongue::of_code(language.code())));
        let fields = raw.iter().map(|words| self.kept(words, tongues)).collect();
        Tokens { tongues, fields }
    }

    /// The words of a phrase of our own lists, read in one language.
    pub fn phrase(&mut self, text: &str, tongue: Tongue) -> Words {
        let (cyrillic, latin) =
            if tongue.is_cyrillic() { (tongue, Tongue::En) } else { (Tongue::Ru, tongue) };
        self.kept(&raw_words(text), Tongues { main: tongue, cyrillic, latin })
    }

    fn kept(&mut self, words: &[String], tongues: Tongues) -> Words {
        let mut out = Words::default();
        for word in words {
            let Some(first) = word.chars().next() else { continue };
            let letters = word.chars().count();
            if !(2..=LONGEST).contains(&letters) || word.chars().all(char::is_numeric) {
                continue;
            }
            let tongue = tongues.of_letter(first);
            let word: Cow<str> = if tongue == Tongue::Ru && word.contains('ё') {
                word.replace('ё', "е").into()
            } else {
                word.into()
            };
            if stop::is_stop(tongue, &word) {
                continue;
            }
            self.push(tongue, &word, &mut out);
        }
        out
    }

    fn push(&mut self, tongue: Tongue, word: &str, out: &mut Words) {
        out.buffer.push_str(word);
        let end = out.buffer.len();
        out.buffer.push_str(self.stem(tongue, word));
        out.ends.push((tongue, end, out.buffer.len()));
    }

    /// The stem of a word.
    pub fn stem(&mut self, tongue: Tongue, word: &str) -> &str {
        let known = self.known.entry(tongue).or_default();
        // Asked twice: the borrow of one answer would forbid adding the other.
        if !known.contains_key(word) {
            known.insert(word.into(), self.stems.stem(tongue, word).into());
        }
        known.get(word).map_or("", AsRef::as_ref)
    }
}

fn raw_words(text: &str) -> Vec<String> {
    raw_spans(text).into_iter().map(|(_, word)| word).collect()
}

/// Whether an apostrophe behind a Cyrillic letter parts words. One inside a word stands before a vowel
/// that begins with a `y`: `об’єднання`, `ЗДОРОВ'Я`. Before another letter, `тропа’б`, `д'Артаньян`, or
/// before a capital behind a small letter, `слово'Юность`, two words meet.
pub(crate) fn parts_words(text: &str, at: usize, mark: char) -> bool {
    const VOWELS: &str = "яюєїеёі";
    let before = text[..at].chars().next_back();
    let Some(after) = text[at + mark.len_utf8()..].chars().next() else { return false };
    let is_vowel = after.to_lowercase().any(|small| VOWELS.contains(small));
    let is_capital = before.is_some_and(char::is_lowercase) && after.is_uppercase();
    is_capital || (after.is_alphanumeric() && !is_vowel)
}

/// Lower-case runs of letters and digits, each with the bytes where it stands. Apostrophes inside
/// Cyrillic words are dropped (`об’єднання`), elsewhere they part words.
pub(crate) fn raw_spans(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words = Vec::new();
    let mut word = String::new();
    let (mut start, mut end) = (0, 0);
    for (at, letter) in text.char_indices() {
        if is_invisible(letter)
            || (is_apostrophe(letter)
                && word.chars().next_back().is_some_and(crate::tongue::is_cyrillic)
                && !parts_words(text, at, letter))
        {
            continue;
        }
        if (letter.is_alphanumeric() && !is_apostrophe(letter))
            || (is_mark(letter) && !word.is_empty())
        {
            if word.is_empty() {
                start = at;
            }
            word.extend(letter.to_lowercase());
            end = at + letter.len_utf8();
        } else if !word.is_empty() {
            words.push((start..end, in_one_way(std::mem::take(&mut word))));
        }
    }
    if !word.is_empty() {
        words.push((start..end, in_one_way(word)));
    }
    words
}

/// A word with its letters composed and in one script; texts that people are shown are not yet so.
fn in_one_way(word: String) -> String {
    match Plain::of(&word).text() {
        same if same == word => word,
        other => other.to_owned(),
    }
}

/// Combining marks belong to the letter before them.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::Tokeniser;
    use crate::{blind::Masker, tongue::Tongue};

    fn words(text: &str) -> Vec<(Tongue, String)> {
        let blind = Masker::default().blind(text);
        let tokens = Tokeniser::default().read(&[blind], None);
        tokens.fields[0].iter().map(|word| (word.tongue, word.text.to_owned())).collect()
    }

    #[test]
    fn words_are_read_in_the_language_of_their_script() {
        let found = words("Об’єднання медіа готує подкаст Open Mic у 2026 році та 3D-виставку");
        let texts: Vec<&str> = found.iter().map(|(_, w)| w.as_str()).collect();
        assert_eq!(
            texts,
            ["обєднання", "медіа", "готує", "подкаст", "open", "mic", "році", "3d", "виставку"]
        );
        assert_eq!(found[0].0, Tongue::Uk);
        assert_eq!(found[4].0, Tongue::En);
    }

    #[test]
    fn a_word_is_the_same_word_in_whichever_way_it_is_written() {
        let plain: Vec<_> = words("здоров'я та її район у Києві");
        for text in [
            "здоров’я та її район у Києві",
            "здоров\u{2bc}я та її район у Києві",
            "здоров\u{b4}я та її район у Києві",
            "здоров`я та її район у Києві",
            "здоров\u{2032}я та її район у Києві",
            "здоров＇я та її район у Києві",
            "здоров\u{201b}я та її район у Києві",
            "здоров'я та і\u{308}і\u{308} раи\u{306}он у Києві",
            "здо\u{ad}ров'я та її рай\u{200b}он у Києві",
            "здopов'я та її рaйoн у Києвi",
        ] {
            assert_eq!(words(text), plain, "{text}");
            let spans = super::raw_spans(text);
            assert_eq!(spans[0].1, "здоровя", "{text}");
            assert_eq!(spans[3].1, "район", "{text}");
        }
    }

    #[test]
    fn entities_layout_and_numbers_leave_nothing_behind() {
        let found =
            words("OBJECTIVE:&nbsp;Support\u{a0}the re\u{ad}building &amp; repair, since 1998");
        let texts: Vec<&str> = found.iter().map(|(_, w)| w.as_str()).collect();
        assert_eq!(texts, ["objective", "support", "rebuilding", "repair"]);
    }
}
