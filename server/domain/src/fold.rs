//! The folded form of a text, for search and for uniqueness.
//!
//! Databases fold Cyrillic differently (`SQLite` not at all), so both store what this computes.

use unicode_normalization::UnicodeNormalization;

/// NFKC, lower case, `ё` as `е`, white space collapsed to single spaces and trimmed.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkc().flat_map(char::to_lowercase) {
        if c.is_whitespace() || c.is_control() {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        out.push(if c == 'ё' { 'е' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fold;
    use proptest::prelude::*;

    #[test]
    fn folds_case_and_yo_and_space() {
        assert_eq!(fold("  Ёлка\u{a0}\n№ 5 "), "елка no 5");
        assert_eq!(fold("ҐАНОК Ўзвышша"), "ґанок ўзвышша");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
