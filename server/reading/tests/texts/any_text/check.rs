//! What holds for every text.

use std::sync::LazyLock;

use reading::{
    KnownName, Masker,
    tokens::{Tokeniser, Words},
};

/// Names the masker knows.
pub const NAMES: &[&str] = &[
    "Qarvo Heron",
    "Zorka Info",
    "Вымышленная тропа",
    "QXJW",
    "Ulla Farnquist",
    "Об’єднання Вигадка",
];

/// What may stand around a name.
pub const AROUND: &[&str] = &[
    " ", "\n", "\u{a0}", ", ", ".", "«", "»", "(", ")", "@", "https://", "&amp;", "\u{301}",
    "\u{ad}", "’", "-", "/", "1", "e.V.", "ООО ", "Qarvo ", " Heron", "Zorka",
];

static MASKER: LazyLock<Masker> =
    LazyLock::new(|| Masker::new(NAMES.iter().map(|name| KnownName::Body((*name).to_owned()))));

/// Whether a text has a phrase as words of its own. In a Cyrillic word an apostrophe before such a
/// vowel as in `Об’єднання` is one of its letters.
fn has(text: &str, phrase: &str) -> bool {
    let bounds = |at: usize| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + phrase.len()..].chars();
        let (mark, letter) = (after.next(), after.next());
        let joined = matches!(mark, Some('\'' | '’' | 'ʼ'))
            && phrase.ends_with(|c: char| !c.is_ascii())
            && letter.is_some_and(|c| "яюєїеёі".contains(c));
        !joined && [before, mark].into_iter().flatten().all(|c| !c.is_alphanumeric())
    };
    text.match_indices(phrase).any(|(at, _)| bounds(at))
}

/// Masks and reads a text.
///
/// # Panics
/// When something does not hold that must.
pub fn check(text: &str) {
    let blind = MASKER.blind(text);
    for name in NAMES {
        assert!(!has(blind.as_str(), name), "{name:?} is left of {text:?}: {:?}", blind.as_str());
    }
    // An entity may stand for the sign of another one.
    if !text.contains('&') {
        assert_eq!(MASKER.blind(blind.as_str()), blind, "masking again changes {text:?}");
    }
    let tokens = Tokeniser::default().read(&[blind], None);
    for word in tokens.fields.iter().flat_map(Words::iter) {
        assert!(!word.stem.is_empty(), "{text:?}");
        assert!(word.text.chars().all(char::is_alphanumeric) || !word.text.is_ascii(), "{word:?}");
        assert!(!word.text.contains(char::is_whitespace), "{word:?}");
    }
}
