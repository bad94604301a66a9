//! Word stems: Snowball for English, German and Russian, light rules of our own for Ukrainian and
//! Belarusian.
//!
//! Snowball's Ukrainian parts forms of one noun (`організація`, `організацій`) and it has no
//! Belarusian. The light rules take off one inflectional ending and level the few alternations
//! that split common nouns; they do not touch derivation.

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use crate::tongue::Tongue;

/// Endings of Ukrainian nouns, adjectives and verbs, longest first.
const UK: &[&str] = &[
    "уватиме",
    "ватися",
    "уються",
    "юються",
    "ається",
    "ують",
    "юють",
    "ілись",
    "увати",
    "ювати",
    "ілося",
    "іями",
    "ього",
    "ьому",
    "ами",
    "ями",
    "ого",
    "ому",
    "ими",
    "іми",
    "ові",
    "еві",
    "єві",
    "ією",
    "іям",
    "іях",
    "ати",
    "яти",
    "ити",
    "іти",
    "ють",
    "уть",
    "ать",
    "ять",
    "ємо",
    "имо",
    "ала",
    "ало",
    "али",
    "ила",
    "ило",
    "или",
    "ій",
    "ий",
    "их",
    "іх",
    "им",
    "їм",
    "ія",
    "ії",
    "ію",
    "ою",
    "ею",
    "єю",
    "ам",
    "ям",
    "ах",
    "ях",
    "ів",
    "їв",
    "ом",
    "ем",
    "єм",
    "ей",
    "ає",
    "ує",
    "ює",
    "ав",
    "ив",
    "а",
    "я",
    "о",
    "у",
    "ю",
    "и",
    "і",
    "ї",
    "е",
    "є",
    "ь",
    "й",
];

/// Endings of Belarusian nouns, adjectives and verbs, longest first.
const BE: &[&str] = &[
    "аваць",
    "яваць",
    "аюцца",
    "уюцца",
    "аецца",
    "ыямі",
    "іямі",
    "ага",
    "яга",
    "аму",
    "яму",
    "ымі",
    "імі",
    "амі",
    "ямі",
    "аюць",
    "уюць",
    "ыяй",
    "іяй",
    "ыям",
    "іям",
    "ыях",
    "іях",
    "ыяў",
    "іяў",
    "аць",
    "яць",
    "іць",
    "ыць",
    "уць",
    "юць",
    "ала",
    "алі",
    "іла",
    "ілі",
    "ыла",
    "ылі",
    "ая",
    "яя",
    "ае",
    "яе",
    "ую",
    "юю",
    "ай",
    "яй",
    "ой",
    "ёй",
    "ей",
    "ым",
    "ім",
    "ых",
    "іх",
    "ыя",
    "ія",
    "ыі",
    "іі",
    "ыю",
    "ію",
    "ый",
    "ій",
    "ою",
    "ёю",
    "ам",
    "ям",
    "ах",
    "ях",
    "аў",
    "яў",
    "оў",
    "ёў",
    "еў",
    "ом",
    "ём",
    "ем",
    "а",
    "я",
    "о",
    "ё",
    "у",
    "ю",
    "ы",
    "і",
    "е",
    "э",
    "ь",
    "й",
];

/// A stem shorter than this says too little to stand for a word.
const SHORTEST: usize = 3;

/// Stems lower-case words of the languages that have rules.
pub(crate) struct Stems {
    en: Stemmer,
    de: Stemmer,
    ru: Stemmer,
}

impl Stems {
    pub(crate) fn new() -> Self {
        Self {
            en: Stemmer::create(Algorithm::English),
            de: Stemmer::create(Algorithm::German),
            ru: Stemmer::create(Algorithm::Russian),
        }
    }

    /// The stem of a lower-case word; the word itself where next to nothing would be left of it.
    pub(crate) fn stem<'w>(&self, tongue: Tongue, word: &'w str) -> Cow<'w, str> {
        let stem = match tongue {
            Tongue::En => self.en.stem(word),
            Tongue::De => self.de.stem(word),
            Tongue::Ru => self.ru.stem(word),
            Tongue::Uk => ukrainian(word),
            Tongue::Be => belarusian(word),
            Tongue::Other => Cow::Borrowed(word),
        };
        // Snowball cuts words that look like endings down to a letter, and words that have lost
        // everything else would all be one.
        if stem.chars().nth(1).is_some() { stem } else { Cow::Borrowed(word) }
    }
}

/// What is left of a word without the first ending of the list that leaves a stem.
fn without_ending<'w>(word: &'w str, endings: &[&str]) -> &'w str {
    endings
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|stem| stem.chars().count() >= SHORTEST)
        .unwrap_or(word)
}

/// A doubled last consonant as a single one: `розслідуванн-я`, `розслідуван-ь`.
fn undoubled(stem: &str) -> &str {
    let mut back = stem.chars().rev();
    match (back.next(), back.next()) {
        (Some(last), Some(before)) if last == before && stem.chars().count() > SHORTEST => {
            &stem[..stem.len() - last.len_utf8()]
        }
        _ => stem,
    }
}

fn ukrainian(word: &str) -> Cow<'_, str> {
    // `незалежність`, `незалежності`: the vowel of the suffix alternates.
    for ending in ["ість", "істю"] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= SHORTEST
        {
            return Cow::Owned(format!("{stem}ост"));
        }
    }
    let word = without_ending(word, &["ся"]);
    Cow::Borrowed(undoubled(without_ending(word, UK)))
}

fn belarusian(word: &str) -> Cow<'_, str> {
    let stem = undoubled(without_ending(word, BE));
    // `права`, `праў`: в at the end of a syllable is written ў.
    match stem.strip_suffix('ў') {
        Some(rest) => Cow::Owned(format!("{rest}в")),
        None => Cow::Borrowed(stem),
    }
}

#[cfg(test)]
mod tests {
    use super::Stems;
    use crate::tongue::Tongue;
    use proptest::prelude::*;

    /// Forms of one word share a stem, and the words of a list differ from each other.
    fn check(tongue: Tongue, words: &[&[&str]]) {
        let stems = Stems::new();
        let mut seen = Vec::new();
        for forms in words {
            let first = stems.stem(tongue, forms[0]);
            for form in *forms {
                assert_eq!(stems.stem(tongue, form), first, "{form} and {}", forms[0]);
            }
            assert!(!seen.contains(&first), "{} falls together with another word", forms[0]);
            seen.push(first);
        }
    }

    #[test]
    fn ukrainian_forms_fall_together() {
        check(
            Tongue::Uk,
            &[
                &["організація", "організації", "організацій", "організаціями", "організацією"],
                &["громадський", "громадського", "громадських", "громадська", "громадськими"],
                &["суспільство", "суспільства", "суспільству"],
                &["журналіст", "журналісти", "журналістів", "журналістам"],
                &["розслідування", "розслідувань", "розслідуванням", "розслідуваннях"],
                &["незалежність", "незалежності", "незалежністю"],
                &["проєкт", "проєкти", "проєктів", "проєкту"],
                &["свобода", "свободи", "свободу", "свобод"],
                &["молодь", "молоді"],
            ],
        );
    }

    #[test]
    fn belarusian_forms_fall_together() {
        check(
            Tongue::Be,
            &[
                &["арганізацыя", "арганізацыі", "арганізацый", "арганізацыямі"],
                &["грамадскі", "грамадская", "грамадскага", "грамадскіх"],
                &["журналіст", "журналісты", "журналістаў", "журналістам"],
                &["незалежнасць", "незалежнасці", "незалежнасцю"],
                &["права", "праў", "правы", "правам"],
                &["праект", "праекты", "праектаў", "праекту"],
                &["расследаванне", "расследавання", "расследаванні"],
            ],
        );
    }

    #[test]
    fn snowball_does_the_others() {
        check(
            Tongue::En,
            &[&["grant", "grants"], &["journalist", "journalists"], &["fund", "funding", "funded"]],
        );
        check(
            Tongue::De,
            &[
                &["verein", "vereine", "vereins"],
                &["menschenrecht", "menschenrechte", "menschenrechten"],
            ],
        );
        check(
            Tongue::Ru,
            &[&["проект", "проекты", "проектов"], &["свобода", "свободы", "свободу"]],
        );
    }

    const LETTERS: [(Tongue, &str); 5] = [
        (Tongue::En, "abcdefghijklmnopqrstuvwxyz"),
        (Tongue::De, "abcdefghijklmnopqrstuvwxyzäöüß"),
        (Tongue::Ru, "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
        (Tongue::Uk, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
        (Tongue::Be, "абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
    ];

    #[test]
    fn no_short_word_loses_all_but_a_letter() {
        let stems = Stems::new();
        for (tongue, letters) in LETTERS {
            let mut words: Vec<String> = letters.chars().map(String::from).collect();
            for _ in 0..2 {
                let longer = |word: &String| {
                    letters.chars().map(|letter| format!("{word}{letter}")).collect::<Vec<_>>()
                };
                words = words.iter().flat_map(longer).collect();
                for word in &words {
                    let stem = stems.stem(tongue, word);
                    assert!(stem.chars().count() >= 2, "{tongue:?} {word}: {stem:?}");
                }
            }
        }
    }

    #[test]
    fn words_made_of_endings_stay_words() {
        let stems = Stems::new();
        assert_eq!(stems.stem(Tongue::Uk, "ся"), "ся");
        assert_eq!(stems.stem(Tongue::Uk, "вся"), "вся");
        assert_eq!(stems.stem(Tongue::Ru, "ось"), "ось");
        // Where a word is left, the reflexive ending still goes.
        assert_eq!(stems.stem(Tongue::Uk, "навчався"), stems.stem(Tongue::Uk, "навчав"));
        for endings in [super::UK, super::BE] {
            for (one, other) in endings.iter().flat_map(|a| endings.iter().map(move |b| (a, b))) {
                for word in [(*one).to_owned(), format!("{one}{other}"), format!("{one}ся")] {
                    for tongue in [Tongue::Uk, Tongue::Be, Tongue::Ru] {
                        let left = stems.stem(tongue, &word).chars().count();
                        assert!(left >= word.chars().count().min(2), "{tongue:?} {word}");
                    }
                }
            }
        }
    }

    proptest! {
        #[test]
        fn a_stem_is_never_empty_nor_longer(word in "[а-щюяьіїєґыэўё]{1,12}") {
            let stems = Stems::new();
            for tongue in [Tongue::Uk, Tongue::Be, Tongue::Ru] {
                let stem = stems.stem(tongue, &word);
                prop_assert!(!stem.is_empty() && stem.chars().count() <= word.chars().count());
            }
        }
    }
}
