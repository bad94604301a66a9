//! One way of writing for letters and signs that are typed in several.
//!
//! Texts come from keyboards, page layouts and systems that write the same word differently:
//! letters in pieces (`й` as `и` and a sign), any of a dozen signs for an apostrophe, signs that
//! are not seen, Latin letters inside Cyrillic words. Whatever compares words sees them written
//! one way.

use std::borrow::Cow;

use domain::fold::{is_apostrophe, is_invisible};
use unicode_normalization::{
    IsNormalized, UnicodeNormalization, char::is_combining_mark, is_nfc_quick,
};

use crate::tongue::is_cyrillic;

/// Cyrillic letters and the Latin ones that look like them.
const ALIKE: [(char, char); 31] = [
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('ї', 'ï'),
    ('ё', 'ë'),
    ('к', 'k'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('һ', 'h'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
    ('І', 'I'),
    ('Ї', 'Ï'),
    ('Ё', 'Ë'),
    ('Ј', 'J'),
    ('Ѕ', 'S'),
];

fn in_latin(letter: char) -> Option<char> {
    ALIKE.iter().find(|(cyrillic, _)| *cyrillic == letter).map(|(_, latin)| *latin)
}

fn in_cyrillic(letter: char) -> Option<char> {
    ALIKE.iter().find(|(_, latin)| *latin == letter).map(|(cyrillic, _)| *cyrillic)
}

/// A text written one way, and where each of its letters stood.
#[derive(Debug)]
pub(crate) struct Plain<'t> {
    original: &'t str,
    text: Cow<'t, str>,
    /// Where each letter of `text` begins in the original, in bytes, and where the original ends;
    /// nothing when the two are the same.
    starts: Vec<usize>,
}

impl<'t> Plain<'t> {
    /// Writes a text one way: letters composed, signs that are not seen and stress marks left out,
    /// one apostrophe, one space, one hyphen, every word in one script. Lines stay lines.
    pub(crate) fn of(original: &'t str) -> Self {
        if is_plain(original) {
            return Self { original, text: original.into(), starts: Vec::new() };
        }
        let seen = original.char_indices().filter(|(_, c)| !is_invisible(*c));
        let (starts, seen): (Vec<usize>, String) = seen.unzip();
        // Letters are put together when they are of one script.
        let seen = one_script(&seen);
        let mut letters = composed(starts.into_iter().zip(seen.chars()));
        one_apostrophe(&mut letters);
        // Another letter may be put together with marks that the one before it was not; and without
        // these marks words are longer, so that another script is theirs.
        for _ in 0..ROUNDS {
            let before: String = letters.iter().map(|(_, c)| *c).collect();
            let Cow::Owned(other) = one_script(&before) else { break };
            let starts = letters.iter().map(|(start, _)| *start);
            letters = composed(starts.zip(other.chars()));
            one_apostrophe(&mut letters);
            if letters.iter().map(|(_, c)| *c).eq(before.chars()) {
                break;
            }
        }
        let (mut starts, text): (Vec<usize>, String) = letters.into_iter().unzip();
        starts.push(original.len());
        Self { original, text: text.into(), starts }
    }

    /// The text written one way.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// What stands in the original where `count` letters of the text stand from the letter
    /// `start` on, and where it begins there, in letters.
    pub(crate) fn original(&self, start: usize, count: usize) -> (usize, &'t str) {
        let byte = |letter: usize| {
            if self.starts.is_empty() {
                let mut at = self.original.char_indices().map(|(byte, _)| byte);
                at.nth(letter).unwrap_or(self.original.len())
            } else {
                self.starts.get(letter).copied().unwrap_or(self.original.len())
            }
        };
        let (from, to) = (byte(start), byte(start + count));
        (self.original[..from].chars().count(), &self.original[from..to])
    }
}

/// Letters with their marks, each with where it begins, as single letters where there are such.
fn composed(letters: impl Iterator<Item = (usize, char)>) -> Vec<(usize, char)> {
    let mut found = Vec::with_capacity(letters.size_hint().0);
    let mut cluster = String::new();
    let mut letters = letters.peekable();
    while let Some((start, base)) = letters.next() {
        cluster.clear();
        cluster.push(base);
        while let Some((_, mark)) = letters.next_if(|(_, c)| is_combining_mark(*c)) {
            if !is_stress(base, mark) {
                cluster.push(mark);
            }
        }
        found.extend(cluster.nfc().map(|c| (start, spaced(c))));
    }
    found
}

/// Marks that hide others stand two or three deep at the most; what is left then stays as it is.
const ROUNDS: usize = 8;

/// Any sign for an apostrophe between two letters as the one of keyboards.
fn one_apostrophe(letters: &mut [(usize, char)]) {
    for i in 1..letters.len().saturating_sub(1) {
        let is_letter = |i: usize| letters.get(i).is_some_and(|(_, c)| c.is_alphabetic());
        if letters.get(i).is_some_and(|(_, c)| is_apostrophe(*c))
            && is_letter(i - 1)
            && is_letter(i + 1)
        {
            letters[i].1 = '\'';
        }
    }
}

/// Whether nothing in a text can be written another way.
fn is_plain(text: &str) -> bool {
    let ordinary = |c: char| {
        !is_invisible(c)
            && !is_combining_mark(c)
            && spaced(c) == c
            && (!is_apostrophe(c) || c == '\'')
    };
    text.is_ascii()
        || (text.chars().all(ordinary)
            && is_nfc_quick(text.chars()) == IsNormalized::Yes
            && matches!(one_script(text), Cow::Borrowed(_)))
}

/// The space or hyphen of a typesetter as that of a keyboard.
const fn spaced(c: char) -> char {
    match c {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            ' '
        }
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}

/// Whether a mark shows the stress of a Cyrillic word; elsewhere it makes another letter.
fn is_stress(base: char, mark: char) -> bool {
    matches!(mark, '\u{300}' | '\u{301}')
        && is_cyrillic(base)
        && !matches!(base, 'г' | 'Г' | 'к' | 'К')
}

/// Each word in one script, letter by letter: Latin letters inside Cyrillic words as the Cyrillic
/// ones that look like them, and the other way round. A word with letters that only one script
/// has, of both, is left as it stands.
pub(crate) fn one_script(text: &str) -> Cow<'_, str> {
    let is_latin = |c: char| c.is_alphabetic() && !is_cyrillic(c) && c < '\u{250}';
    let mut has_latin = false;
    let mut has_cyrillic = false;
    for c in text.chars() {
        has_latin |= is_latin(c);
        has_cyrillic |= is_cyrillic(c);
    }
    if !(has_latin && has_cyrillic) {
        return text.into();
    }
    let mut out = String::new();
    let mut from = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let start = from;
        // What parts two words is one letter.
        from += word.len();
        from += text[from..].chars().next().map_or(0, char::len_utf8);
        let count = |kind: &dyn Fn(char) -> bool| word.chars().filter(|c| kind(*c)).count();
        let (latin, cyrillic) = (count(&is_latin), count(&is_cyrillic));
        let only_latin = count(&|c| is_latin(c) && in_cyrillic(c).is_none());
        let only_cyrillic = count(&|c| is_cyrillic(c) && in_latin(c).is_none());
        if latin > 0 && cyrillic > 0 && (only_latin == 0 || only_cyrillic == 0) {
            let to_cyrillic =
                if only_latin == only_cyrillic { cyrillic >= latin } else { only_latin == 0 };
            let other = |c: char| {
                let other = if to_cyrillic { in_cyrillic(c) } else { in_latin(c) };
                other.filter(|_| c.is_alphabetic()).unwrap_or(c)
            };
            out.extend(word.chars().map(other));
        } else {
            out.push_str(word);
        }
        out.push_str(&text[start + word.len()..from]);
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::{Plain, one_script};
    use proptest::prelude::*;

    #[test]
    fn words_of_two_scripts_become_words_of_one() {
        for (typed, meant) in [
            ("Transparеncy Intеrnational", "Transparency International"),
            ("Kузня і Cловo", "Кузня і Слово"),
            ("БЛАГОДIЙНИЙ ФОНД «ВIДРОДЖЕННЯ»", "БЛАГОДІЙНИЙ ФОНД «ВІДРОДЖЕННЯ»"),
            ("IT-компанія, NHCX-у, PRО", "IT-компанія, NHCX-у, PRO"),
            // Neither script has all of the letters.
            ("ТVРадио", "ТVРадио"),
            ("один two", "один two"),
        ] {
            assert_eq!(one_script(typed), meant);
        }
    }

    #[test]
    fn what_is_written_in_several_ways_is_written_in_one() {
        for (typed, meant) in [
            ("Österreich", "Österreich"),
            (
                "здоров\u{2bc}я, здоров\u{b4}я, здоров`я, здоров\u{2032}я",
                "здоров'я, здоров'я, здоров'я, здоров'я",
            ),
            ("зарегистри\u{301}рован в Чехии\u{306}", "зарегистрирован в Чехий"),
            ("Łódz\u{301}", "Łódź"),
            ("in\u{ad}de\u{200b}pendent\u{a0}media", "independent media"),
            ("«‘Слово’»", "«‘Слово’»"),
            ("А\u{301}j\u{301}’q", "Ај'q"),
        ] {
            assert_eq!(Plain::of(typed).text(), meant);
        }
    }

    proptest! {
        #[test]
        fn every_part_stands_somewhere_in_the_original(
            text in "[a-zа-яіїА-Я '’ʼ\u{301}\u{306}\u{308}\u{200b}\u{a0}.\\n]{0,60}",
            from in 0_usize..60,
            count in 0_usize..60,
        ) {
            let plain = Plain::of(&text);
            let length = plain.text().chars().count();
            let (from, count) = (from.min(length), count.min(length - from.min(length)));
            let (start, quote) = plain.original(from, count);
            let there: String = text.chars().skip(start).take(quote.chars().count()).collect();
            prop_assert_eq!(&there, quote);
        }

        #[test]
        fn writing_twice_changes_nothing(text in "[bdfgjlnqrtuvwzа-яіїА-Я '’ʼ\u{301}\u{306}\u{308}\u{200b}\u{a0}.\\n]{0,60}") {
            let once = Plain::of(&text).text().to_owned();
            let twice = Plain::of(&once).text().to_owned();
            prop_assert_eq!(twice, once);
        }
    }
}
