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
const LONGEST: usize = 800;

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
pub(super) fn is_margin(c: char) -> bool {
    c.is_whitespace() || matches!(c, '•' | '*' | '·' | '–' | '—' | '-' | '▪' | '●')
}

/// Words after which a line does not end a sentence, wherever the next one begins.
const JOINING: &str = " a an and any are at be been by de for from in into is nor not of on or than the their to up was were with within without als am an auf aus bei bis das dem den der des die ein eine einem einen einer für im in ist kein keine mit nach nicht oder sind und vom von zu zum zur без в во для до за и из или как к на не ни о об от по при с со у або без в від для до з за зі і й із на не ні о об по при та у чи а аб ад да для з за зь і к на не ні па пры са у ў ці eur usd gbp chf uah € $ £ ₴ ";

/// Whether a sentence goes on in the next line: that begins in the middle of one, or this one stops
/// there. Layout breaks lines anywhere; an empty line, the sign of a list and a stop end a sentence.
fn goes_on(before: &str, after: &str) -> bool {
    let line = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']));
    let (before, next) = (before.trim_end(), line.unwrap_or(after).trim_start_matches([' ', '\t']));
    let mut letters = next.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else { return false };
    let listed = is_margin(first) || matches!(second, Some(')' | '.'));
    if before.is_empty() || before.ends_with(['.', ';', ':', '!', '?']) || listed {
        return false;
    }
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    first.is_lowercase()
        || matches!(first, '(' | '%')
        || before.ends_with([',', '('])
        || JOINING.contains(&format!(" {last} "))
}

/// Where the first sentence ends, in bytes, its full stop included: at a line break, unless it goes
/// on behind it, at a stop before a capital, or where markup that was lost glued two sentences
/// together. The stop of an abbreviation, after one or two letters or a figure, ends none.
fn end_of_sentence(text: &str) -> usize {
    let mut letters = 0_usize;
    let mut word = 0_usize;
    let mut before = ' ';
    let mut bracket_ends = 0_usize;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if matches!(c, '\n' | '\r')
            && !parts_thousands(text, at)
            && !goes_on(&text[..at], &text[at..])
        {
            return at + c.len_utf8();
        }
        if c == '(' {
            bracket_ends = bracket_ends.max(closing_bracket(text, at));
        }
        let glued = (before.is_lowercase() && word > 3) || matches!(before, '%' | ')' | ']');
        if c.is_uppercase() && glued && begins_sentence(&text[at..]) {
            return at;
        }
        if matches!(c, '.' | '!' | '?' | ';') {
            let after = &text[at + c.len_utf8()..];
            let next = after.trim_start().chars().next();
            let capital = next.is_none_or(|next| next.is_uppercase() || is_margin(next));
            let spaced = after.starts_with(char::is_whitespace) || after.is_empty();
            let acronym = letters == 2 && word == 2 && before.is_uppercase();
            let stop = capital && (letters > 2 || acronym || !spaced && letters > 1);
            if (c == ';' && at >= bracket_ends) || (c != ';' && stop) {
                return at + c.len_utf8();
            }
        }
        letters = if c.is_alphabetic() || matches!(c, ')' | ']' | '%' | '"' | '»' | '”') {
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
        word = if c.is_alphabetic() { word + 1 } else { 0 };
        before = c;
    }
    text.len()
}

/// Whether a line ends within a number: before it stands up to three digits, after it exactly three.
fn parts_thousands(text: &str, at: usize) -> bool {
    let digits = |count: usize| count > 0 && count <= 3;
    let before = text[..at].trim_end().bytes().rev().take_while(u8::is_ascii_digit).count();
    let after = text[at..].trim_start().bytes().take_while(u8::is_ascii_digit).count();
    digits(before) && after == 3
}

/// The longest remark in brackets that may hold a semicolon, in bytes.
const LONGEST_REMARK: usize = 80;

/// Where the bracket that opens at a byte closes, when it does so soon; its own place otherwise.
fn closing_bracket(text: &str, open: usize) -> usize {
    let rest = text[open..].char_indices().take_while(|(at, _)| *at <= LONGEST_REMARK);
    let close = rest.skip(1).take_while(|(_, c)| *c != '(').find(|(_, c)| *c == ')');
    close.map_or(open, |(at, _)| open + at)
}

/// Whether a text begins with a word such as `Beneficiaries`: one capital, then small letters, then
/// the end of the word.
fn begins_sentence(text: &str) -> bool {
    let rest = text.trim_start_matches(char::is_uppercase);
    let small = rest.trim_start_matches(char::is_lowercase);
    let capitals = text.chars().take_while(|c| c.is_uppercase()).count();
    capitals == 1 && small.len() < rest.len() && !small.starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use proptest::prelude::*;

    #[test]
    fn sentences_end_at_stops_and_lines() {
        let text = "Applicants from the EU. They must be registered, e.g. in Georgia. Up to EUR 5.000 per year.\n• Second point; third\nEnd in 2026.Next";
        let found: Vec<&str> = sentences(text).map(|s| s.text).collect();
        assert_eq!(
            found,
            [
                "Applicants from the EU.",
                "They must be registered, e.g. in Georgia.",
                "Up to EUR 5.000 per year.",
                "Second point;",
                "third",
                "End in 2026.",
                "Next"
            ]
        );
    }

    #[test]
    fn a_line_may_end_within_a_sentence() {
        let text = "Applicants registered in Russia or\nBelarus are\r\nnot eligible.\nHeading\nBodies in\n\nthe end\n- of lists\na) first";
        let found: Vec<&str> = sentences(text).map(|s| s.text).collect();
        assert_eq!(
            found,
            [
                "Applicants registered in Russia or\nBelarus are\r\nnot eligible.",
                "Heading",
                "Bodies in",
                "the end",
                "of lists",
                "a) first"
            ]
        );
    }

    #[test]
    fn a_line_may_end_within_a_number() {
        let text = "Up to EUR 10\n000 each.\nIn 2026\n100 grants.\n1\n2 EUR";
        let found: Vec<&str> = sentences(text).map(|s| s.text).collect();
        assert_eq!(found, ["Up to EUR 10\n000 each.", "In 2026", "100 grants.", "1", "2 EUR"]);
    }

    #[test]
    fn glued_sentences_come_apart_and_remarks_stay_whole() {
        let text = "Legal set-up of the grantsBeneficiaries may pass money along. At least 3 applicants (partners; no others) apply.\n36 monthsMaximum rate: 90%Other costs: YouTubers and GmbHs.";
        let found: Vec<&str> = sentences(text).map(|s| s.text).collect();
        assert_eq!(
            found,
            [
                "Legal set-up of the grants",
                "Beneficiaries may pass money along.",
                "At least 3 applicants (partners; no others) apply.",
                "36 months",
                "Maximum rate: 90%",
                "Other costs: YouTubers and GmbHs."
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
