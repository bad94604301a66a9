//! Sentences of a text, with their place in it.

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sentence<'t> {
    /// Its words, exactly as they stand there, without space around them.
    pub text: &'t str,
    /// Where it begins, in characters.
    pub start: u32,
}

/// Longer stretches without a full stop are lists or broken layout, and say more than one thing.
const LONGEST: usize = 500;

/// The sentences of a text that are short enough to be read.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = Sentence<'_>> {
    let mut rest = text;
    let mut start = 0_u32;
    std::iter::from_fn(move || {
        loop {
            if rest.is_empty() {
                return None;
            }
            let (part, after) = rest.split_at(end_of_sentence(rest));
            let trimmed = part.trim_start_matches(is_margin);
            let margin = &part[..part.len() - trimmed.len()];
            let begins = start + count(margin);
            start += count(part);
            rest = after;
            let sentence = trimmed.trim_end();
            if !sentence.is_empty() && sentence.len() <= LONGEST {
                return Some(Sentence { text: sentence, start: begins });
            }
        }
    })
}

fn count(text: &str) -> u32 {
    crate::num::small(text.chars().count())
}

/// White space and the signs of a list.
fn is_margin(c: char) -> bool {
    c.is_whitespace() || matches!(c, '•' | '*' | '·' | '–' | '—' | '-' | '▪' | '●')
}

/// Where the first sentence ends, in bytes, its full stop included: at a line break, or at a stop
/// before a capital. The stop of an abbreviation, after one or two letters or a figure, ends none.
fn end_of_sentence(text: &str) -> usize {
    let mut letters = 0_usize;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if matches!(c, '\n' | '\r') {
            return at + c.len_utf8();
        }
        if matches!(c, '.' | '!' | '?' | ';') {
            let after = &text[at + c.len_utf8()..];
            let next = after.trim_start().chars().next();
            let capital = next.is_none_or(|next| next.is_uppercase() || is_margin(next));
            let spaced = after.starts_with(char::is_whitespace) || after.is_empty();
            let ends = c == ';' || (capital && (letters > 2 || !spaced && letters > 1));
            if ends {
                return at + c.len_utf8();
            }
        }
        letters = if c.is_alphabetic() || matches!(c, ')' | '%' | '"' | '»' | '”') {
            letters + 1
        } else if c.is_ascii_digit() {
            // A year or an amount may end a sentence, the number of a list may not.
            if chars.peek().is_some_and(|(_, next)| next.is_ascii_digit()) || letters > 0 {
                letters + 1
            } else {
                0
            }
        } else {
            0
        };
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use proptest::prelude::*;

    #[test]
    fn sentences_end_at_stops_and_lines() {
        let text = "Applicants must be registered, e.g. in Georgia. Up to EUR 5.000 per year.\n• Second point; third\nEnd in 2026.Next";
        let found: Vec<&str> = sentences(text).map(|s| s.text).collect();
        assert_eq!(
            found,
            [
                "Applicants must be registered, e.g. in Georgia.",
                "Up to EUR 5.000 per year.",
                "Second point;",
                "third",
                "End in 2026.",
                "Next"
            ]
        );
    }

    proptest! {
        #[test]
        fn a_sentence_stands_where_it_says(text in "[a-zA-Zа-яА-Я .;\\n•0-9]{0,200}") {
            for sentence in sentences(&text) {
                let there: String = text
                    .chars()
                    .skip(usize::try_from(sentence.start).unwrap())
                    .take(sentence.text.chars().count())
                    .collect();
                prop_assert_eq!(there, sentence.text);
            }
        }
    }
}
