//! Shared words where they stand: passages of a text around given words, for people to read.

use std::ops::Range;

use domain::Language;

use crate::{
    num::real,
    tokens::{Tokeniser, raw_spans},
    tongue::{Evidence, Tongue},
};

/// Words shown before the first given word of a passage, and after it.
const BEFORE: usize = 7;
const AFTER: usize = 16;

/// A piece of a text in which given words stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Whether the text goes on before it within the paragraph.
    pub cut_before: bool,
    /// Its words as they stand, in pieces; those marked are the given words.
    pub pieces: Vec<(String, bool)>,
    /// Whether the text goes on behind it within the paragraph.
    pub cut_after: bool,
}

/// A word of the text: where it stands, which of the given words it is a form of, and its paragraph.
struct Found {
    span: Range<usize>,
    given: Option<usize>,
    paragraph: usize,
}

/// Letters by which a word is known to be no form of another before both are stemmed: stemming
/// changes endings, and a page has many texts to look through.
const BEGINNING: usize = 3;

/// The first letters of a word or stem, `ё` and `е` alike.
fn beginning(word: &str) -> impl Iterator<Item = char> {
    word.chars().take(BEGINNING).map(|letter| if letter == 'ё' { 'е' } else { letter })
}

fn read(text: &str, lang: Option<&Language>, given: &[&str]) -> Vec<Found> {
    let spans = raw_spans(text);
    let mut evidence = Evidence::default();
    if lang.is_none() {
        for (_, word) in &spans {
            evidence.add(word);
        }
    }
    let tongues = evidence.decide(lang.map(|language| Tongue::of_code(language.code())));
    let mut reader = Tokeniser::default();
    let mut stem = |word: &str| -> Option<String> {
        let tongue = tongues.of_letter(word.chars().next()?);
        reader.phrase(word, tongue).iter().next().map(|word| word.stem.to_owned())
    };
    let wanted: Vec<Option<String>> = given.iter().map(|word| stem(word)).collect();
    let begins = |word: &str| {
        let alike = |stem: &String| beginning(stem).zip(beginning(word)).all(|(a, b)| a == b);
        wanted.iter().flatten().any(alike)
    };
    let (mut paragraph, mut end) = (0, 0);
    let mut found = Vec::with_capacity(spans.len());
    for (span, word) in spans {
        paragraph += text.get(end..span.start).unwrap_or_default().matches('\n').count();
        end = span.end;
        let stem = begins(&word).then(|| stem(&word)).flatten();
        let given = stem
            .and_then(|stem| wanted.iter().position(|one| one.as_deref() == Some(stem.as_str())));
        found.push(Found { span, given, paragraph });
    }
    found
}

/// For each of the given words, whether it is written with a capital letter wherever a form of it stands in
/// a text: German nouns are. A word that does not stand there is not.
#[must_use]
pub fn capitalised(text: &str, lang: Option<&Language>, given: &[&str]) -> Vec<bool> {
    let mut seen: Vec<Option<bool>> = vec![None; given.len()];
    for word in read(text, lang, given) {
        let first = text.get(word.span).and_then(|written| written.chars().next());
        if let (Some(at), Some(first)) = (word.given, first)
            && let Some(all) = seen.get_mut(at)
        {
            *all = Some(all.unwrap_or(true) && first.is_uppercase());
        }
    }
    seen.into_iter().map(|all| all == Some(true)).collect()
}

/// Up to so many passages in which forms of the given words stand, in the order of the text. The
/// words come weightiest first; each further passage has to show a word that the others do not.
#[must_use]
pub fn passages(text: &str, lang: Option<&Language>, given: &[&str], most: usize) -> Vec<Passage> {
    let words = read(text, lang, given);
    let window = |at: usize| {
        let same = |word: &&Found| word.paragraph == words[at].paragraph;
        let before = words[..at].iter().rev().take(BEFORE).take_while(same).count();
        let after = words[at..].iter().take(AFTER).take_while(same).count();
        at - before..at + after
    };
    let mut shown = vec![false; given.len()];
    let mut chosen: Vec<Range<usize>> = Vec::new();
    while chosen.len() < most {
        let gain = |window: &Range<usize>| {
            let mut new = shown.clone();
            let mut gain = 0.0;
            for word in words[window.clone()].iter().filter_map(|word| word.given) {
                if !std::mem::replace(&mut new[word], true) {
                    gain += 1.0 / real(word + 1);
                }
            }
            gain
        };
        let places = words.iter().enumerate().filter(|(_, word)| word.given.is_some());
        let windows = places.map(|(at, _)| window(at)).filter(|window| {
            chosen.iter().all(|other| window.end <= other.start || other.end <= window.start)
        });
        // Of equal ones the first.
        let best = windows
            .map(|window| (gain(&window), window))
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        let Some((_, window)) = best.filter(|(gain, _)| *gain > 0.0) else { break };
        for word in words[window.clone()].iter().filter_map(|word| word.given) {
            shown[word] = true;
        }
        chosen.push(window);
    }
    chosen.sort_by_key(|window| window.start);
    chosen.into_iter().map(|window| cut(text, &words, &window)).collect()
}

fn cut(text: &str, words: &[Found], window: &Range<usize>) -> Passage {
    let inside = &words[window.clone()];
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else {
        return Passage::default();
    };
    let goes_on = |other: Option<&Found>, here: &Found| {
        other.is_some_and(|other| other.paragraph == here.paragraph)
    };
    let cut_before = goes_on(window.start.checked_sub(1).and_then(|at| words.get(at)), first);
    let cut_after = goes_on(words.get(window.end), last);
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut push = |range: Range<usize>, marked: bool| {
        let piece = text.get(range).unwrap_or_default();
        if !piece.is_empty() {
            pieces.push((piece.to_owned(), marked));
        }
    };
    let mut from = first.span.start;
    for word in inside.iter().filter(|word| word.given.is_some()) {
        push(from..word.span.start, false);
        push(word.span.clone(), true);
        from = word.span.end;
    }
    // With the sign that ends a sentence.
    let mark = text.get(last.span.end..).and_then(|rest| rest.chars().next());
    let mark = mark.filter(|one| !cut_after && ".!?…»“\")".contains(*one));
    push(from..last.span.end + mark.map_or(0, char::len_utf8), false);
    Passage { cut_before, pieces, cut_after }
}

#[cfg(test)]
mod tests {
    use domain::Language;
    use proptest::prelude::*;

    use super::{Passage, capitalised, passages};

    fn shown(passage: &Passage) -> String {
        let pieces = passage
            .pieces
            .iter()
            .map(|(text, marked)| if *marked { format!("[{text}]") } else { text.clone() });
        let text: String = pieces.collect();
        format!(
            "{}{text}{}",
            if passage.cut_before { "…" } else { "" },
            if passage.cut_after { "…" } else { "" }
        )
    }

    fn found(text: &str, given: &[&str]) -> Vec<String> {
        passages(text, None, given, 2).iter().map(shown).collect()
    }

    #[test]
    fn forms_of_a_word_are_marked_where_they_stand() {
        let text = "Мы поддерживаем горячие линии для семей призывников.\nЗаявки до мая.";
        assert_eq!(
            found(text, &["линия", "семьи"]),
            ["Мы поддерживаем горячие [линии] для [семей] призывников."]
        );
        assert_eq!(found(text, &["пингвины"]), [""; 0]);
        assert_eq!(found("", &["линия"]), [""; 0]);
        assert_eq!(found("Legal aid hotlines!", &["hotline"]), ["Legal aid [hotlines]!"]);
    }

    #[test]
    fn german_nouns_are_known_by_their_capitals() {
        let german = "de".parse::<Language>().unwrap();
        let text =
            "Wir fördern Zeitungen und digitale Sammlungen. Digitale Bilder, fördern wir auch.";
        let given = ["zeitung", "sammlung", "digital", "fördern", "pinguin"];
        let nouns = [true, true, false, false, false];
        assert_eq!(capitalised(text, Some(&german), &given), nouns);
    }

    #[test]
    fn a_second_passage_shows_a_further_word() {
        let filler = "and so it goes on and on ".repeat(6);
        let text = format!("Legal advice first. {filler} advice again. {filler} Then shelters.");
        let found = found(&text, &["advice", "shelter"]);
        assert_eq!(found.len(), 2);
        assert!(found[0].starts_with("Legal [advice] first. and") && found[0].ends_with('…'));
        assert!(found[1].starts_with('…') && found[1].ends_with("Then [shelters]."), "{found:?}");
    }

    proptest! {
        #[test]
        fn whatever_the_text_passages_are_pieces_of_it(
            text in "[a-zа-яё’ .,\n&]{0,200}", given in prop::collection::vec("[a-zа-я]{2,6}", 0..4),
        ) {
            let given: Vec<&str> = given.iter().map(String::as_str).collect();
            for passage in passages(&text, None, &given, 3) {
                let whole: String = passage.pieces.iter().map(|(piece, _)| piece.as_str()).collect();
                prop_assert!(text.contains(&whole) && !whole.contains('\n'));
                prop_assert!(passage.pieces.iter().any(|(_, marked)| *marked));
            }
        }
    }
}
