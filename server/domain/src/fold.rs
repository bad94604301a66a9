//! The folded form of a text, for search and for uniqueness.
//!
//! Databases fold Cyrillic differently (`SQLite` not at all), so both store what this computes.

use unicode_normalization::UnicodeNormalization;

/// NFKC, lower case, `ё` as `е`, any sign for an apostrophe as `'`, what is not seen left out, white
/// space collapsed to single spaces and trimmed.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let level = |c: char| if is_apostrophe(c) { '\'' } else { c };
    // Before NFKC, too, which makes a space and an accent of some signs.
    let seen = text.chars().filter(|c| !is_invisible(*c)).map(level);
    for c in seen.nfkc().map(level).flat_map(char::to_lowercase) {
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

/// What two names share that look alike: the folded form with invisible and direction marks left
/// out, letters that are easily taken for others (Latin and Cyrillic `о`, `ӏ` and `l`) written
/// alike (UTS #39, "skeleton"), and everything else than letters and digits gone.
///
/// For comparing names only: the skeleton itself is not meant to be read.
#[must_use]
pub fn skeleton(name: &str) -> String {
    let letters = |text: &str| -> String {
        let seen: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        fold(&seen).nfd().filter(|c| c.is_alphanumeric()).collect()
    };
    // What stands for a capital is not always what stands for its small letter, hence both ways.
    let alike: String = unicode_security::skeleton(&letters(name)).collect();
    let again: String = unicode_security::skeleton(&letters(&alike)).collect();
    letters(&again)
}

/// Whether one name could be taken for another one: both have one skeleton, or would have if capital
/// letters were not folded first, as a capital `Н` looks like an `H` and a small `н` like none.
#[must_use]
pub fn look_alike(one: &str, other: &str) -> bool {
    skeleton(one) == skeleton(other) || shape(one) == shape(other)
}

/// The [`skeleton`] of a name as it is written: capital letters are not folded first, as a capital `Н`
/// looks like an `H` and a small `н` like none.
#[must_use]
pub fn shape(name: &str) -> String {
    let seen = name.nfkc().filter(|c| !is_invisible(*c)).collect::<String>();
    skeleton(&unicode_security::skeleton(&seen).collect::<String>())
}

/// Whether a character is written for an apostrophe: keyboards, typesetters and linguists each have
/// their own, and a word is the same word with any of them.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c,
        '\'' | '`' | '\u{b4}' | '\u{2b9}' | '\u{2bb}'..='\u{2bf}' | '\u{2c8}' | '\u{2ca}'..='\u{2cb}'
        | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{2035}' | '\u{a78b}'..='\u{a78c}'
        | '\u{ff07}')
}

/// Whether a character is not seen: it joins, separates, directs or fills without a mark of its own
/// (Unicode `Default_Ignorable_Code_Point`, and the marks that change the direction of a text).
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::{fold, look_alike, skeleton};
    use proptest::prelude::*;

    #[test]
    fn folds_case_and_yo_and_space() {
        assert_eq!(fold("  Ёлка\u{a0}\n№ 5 "), "елка no 5");
        assert_eq!(fold("ҐАНОК Ўзвышша"), "ґанок ўзвышша");
    }

    #[test]
    fn a_word_folds_alike_with_any_sign_for_its_apostrophe() {
        for sign in ["'", "’", "ʼ", "`", "´", "‘", "′", "＇", "‛", "ʹ"] {
            assert_eq!(fold(&format!("Здоров{sign}я")), "здоров'я", "{sign}");
        }
        assert_eq!(fold("Здо\u{ad}ров'я\u{200b}"), "здоров'я");
        assert_eq!(fold("и\u{306}од"), fold("йод"));
    }

    #[test]
    fn names_that_look_alike_have_one_skeleton() {
        for (one, other) in [
            ("Anna Petrova", "Аnnа Pеtrоvа"),
            ("anna", "an\u{200b}na"),
            ("anna", "\u{202e}anna"),
            ("Open Society", "Open-Society."),
            ("OPEN SOCIETY", "open society"),
            ("Coop", "Соор"),
        ] {
            assert_eq!(skeleton(one), skeleton(other), "{one} {other}");
        }
        assert_ne!(skeleton("Anna"), skeleton("Hanna"));
        assert_eq!(skeleton("\u{200b}\u{2060}…"), "");
    }

    #[test]
    fn capitals_that_look_alike_are_taken_for_each_other() {
        for (one, other) in
            [("Hanna", "Наnnа"), ("BORIS", "ВОRІS"), ("anna", "Аnnа"), ("IVAN", "ivan")]
        {
            assert!(look_alike(one, other), "{one} {other}");
        }
        assert!(!look_alike("Hanna", "Anna") && !look_alike("Ганна", "Анна"));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_skeleton_of_a_folded_name_is_that_of_the_name(text in "\\PC{0,40}") {
            prop_assert_eq!(skeleton(&fold(&text)), skeleton(&text));
        }
    }
}
