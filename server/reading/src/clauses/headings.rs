//! Lists under a heading that turns them round: `Who cannot apply`, and below it, item by item, bodies.
//!
//! An item alone reads like those of a list of who may apply. What stands in such a list is not read.

use std::ops::Range;

use super::{sentence::is_margin, turned};

/// The longest line without a colon that is a heading, in characters.
const LONGEST: usize = 80;
/// A line of so many words is a heading whatever follows it.
const WORDS: usize = 4;

/// The parts of a text, in characters, that a heading or the first words of a list leave out.
pub(super) fn refused(text: &str) -> Vec<Range<u32>> {
    let mut found = Vec::new();
    let mut start = 0;
    // Where the list under a heading that refuses begins, and whether it has an item yet.
    let mut open: Option<(u32, bool)> = None;
    let lines: Vec<&str> = text.split('\n').collect();
    for (i, line) in lines.iter().enumerate() {
        let end = start + crate::num::small(line.chars().count()) + 1;
        let next = lines[i + 1..].iter().map(|line| line.trim()).find(|line| !line.is_empty());
        let words = line.trim();
        if let Some((from, has_item)) = open {
            let ends = if words.is_empty() { has_item } else { words.ends_with(':') };
            if ends {
                found.push(from..start);
                open = None;
            } else {
                open = Some((from, has_item || !words.is_empty()));
            }
        }
        if open.is_none() && is_heading(words, next) && turned::refuses(words) {
            open = Some((end, false));
        }
        found.extend(listed_behind_a_colon(line, start));
        start = end;
    }
    found.extend(open.map(|(from, _)| from..u32::MAX));
    found
}

/// Whether a line is the heading of what follows it.
fn is_heading(line: &str, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    let item = next.starts_with(|c: char| is_margin(c) || c.is_ascii_digit());
    let short = line.split_whitespace().count() <= WORDS
        || (item && line.chars().count() <= LONGEST && !line.ends_with(['.', ';', '!']));
    line.ends_with(':') || short
}

/// The items, separated by semicolons, behind words that refuse them: `Excluded are: bodies in
/// Russia; bodies in Belarus.` The first stands in one sentence with those words.
fn listed_behind_a_colon(line: &str, start: u32) -> Option<Range<u32>> {
    let colon = line.find(':')?;
    let semicolon = colon + line[colon..].find(';')?;
    let head = line[..colon].rsplit('.').next().unwrap_or_default();
    let chars = |bytes: usize| start + crate::num::small(line[..bytes].chars().count());
    let ends = line[semicolon..].find(". ").map_or(line.len(), |at| semicolon + at);
    turned::refuses(head).then(|| chars(semicolon)..chars(ends))
}

#[cfg(test)]
mod tests {
    use super::refused;

    fn kept(text: &str) -> String {
        let parts = refused(text);
        let chars = text.chars().zip(0_u32..);
        chars
            .filter(|(_, at)| !parts.iter().any(|part| part.contains(at)))
            .map(|(c, _)| c)
            .collect()
    }

    #[test]
    fn what_stands_under_a_refusal_is_left_out() {
        for (text, rest) in [
            ("Not eligible:\nA in Turkey\n\nB in Iran", "Not eligible:\n\nB in Iran"),
            (
                "Who cannot apply\n- A\n- B\nWho can apply:\nC",
                "Who cannot apply\nWho can apply:\nC",
            ),
            ("Не допускаются:\n\n— А;\n— Б.", "Не допускаются:\n"),
            ("Who may apply:\nA\nB", "Who may apply:\nA\nB"),
            (
                "Excluded are: A in Russia; B in Belarus. C may apply.",
                "Excluded are: A in Russia. C may apply.",
            ),
            (
                "Applicants from Russia are not eligible.\nA",
                "Applicants from Russia are not eligible.\nA",
            ),
        ] {
            assert_eq!(kept(text), rest);
        }
    }
}
