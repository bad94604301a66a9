//! Text as people should read it: no markup, no entities, no damage from double encoding.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// Undoes double encoding (UTF-8 read as windows-1252), run by run and only where the result is
/// certain: a run of other than ASCII letters must be whole UTF-8 when taken back to bytes.
pub(crate) fn repair(text: &str) -> Cow<'_, str> {
    if !text.contains(['Ã', 'Â', 'â', 'Ð', 'Ñ', 'Å', 'Ä']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars() {
        if c.is_ascii() {
            flush(&mut run, &mut out);
            out.push(c);
        } else {
            run.push(c);
        }
    }
    flush(&mut run, &mut out);
    Cow::Owned(out)
}

fn flush(run: &mut String, out: &mut String) {
    let (bytes, _, unmappable) = WINDOWS_1252.encode(run);
    match std::str::from_utf8(&bytes) {
        Ok(repaired) if !unmappable && !run.is_empty() => out.push_str(repaired),
        _ => out.push_str(run),
    }
    run.clear();
}

/// Markup to plain text: block elements begin a line, everything else goes; entities are resolved;
/// blank lines and spaces are collapsed. In marked-up text lines are
/// blocks, and blank ones mean nothing.
pub(crate) fn plain(text: &str) -> String {
    let text = repair(text);
    let marked_up = text.contains('<') && looks_marked_up(&text);
    let stripped = if marked_up {
        let mut marked = String::with_capacity(text.len() + 64);
        let mut rest = text.as_ref();
        while let Some(at) = rest.find('<') {
            let (before, tag) = rest.split_at(at);
            marked.push_str(before);
            if begins_line(tag) {
                marked.push('\n');
            }
            marked.push('<');
            rest = &tag[1..];
        }
        marked.push_str(rest);
        ammonia::Builder::empty().clean(&marked).to_string()
    } else {
        text.into_owned()
    };
    let mut out = String::with_capacity(stripped.len());
    let mut blank = 0;
    // Twice: sources escape what was escaped before.
    let once = html_escape::decode_html_entities(&stripped);
    for line in html_escape::decode_html_entities(&once).lines() {
        let line = line
            .split(|c: char| c.is_whitespace() || c.is_control())
            .filter(|word| !word.is_empty());
        let before = out.len();
        for word in line {
            if out.len() > before {
                out.push(' ');
            } else if before > 0 {
                out.push_str(if blank > 0 && !marked_up { "\n\n" } else { "\n" });
            }
            out.push_str(word);
        }
        blank = if out.len() == before { blank + 1 } else { 0 };
    }
    out
}

/// A tag rather than a sign of comparison.
fn looks_marked_up(text: &str) -> bool {
    text.split('<')
        .skip(1)
        .any(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!'))
}

fn begins_line(tag: &str) -> bool {
    const BLOCKS: [&str; 14] = [
        "p", "br", "li", "ul", "ol", "div", "tr", "h1", "h2", "h3", "h4", "h5", "table", "section",
    ];
    let name: String = tag
        .trim_start_matches(['<', '/'])
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    BLOCKS.contains(&name.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{plain, repair};
    use proptest::prelude::*;

    #[test]
    fn double_encoding_is_undone_only_where_certain() {
        assert_eq!(
            repair("the beneficiariesâ€™ costs â€“ 5 â‚¬"),
            "the beneficiaries’ costs – 5 €"
        );
        assert_eq!(repair("GÃ¶ttingen, Âµm"), "Göttingen, µm");
        assert_eq!(repair("Ångström, Ärger, naïve, â"), "Ångström, Ärger, naïve, â");
        assert_eq!(repair("Україна: Ð\u{a0}"), "Україна: Р");
    }

    #[test]
    fn markup_becomes_lines() {
        assert_eq!(
            plain("<p>One&nbsp;two</p><ul><li>a</li><li>b &amp;amp; c</li></ul>"),
            "One two\na\nb & c"
        );
        assert_eq!(plain("power >=3kV and x<5 stay"), "power >=3kV and x<5 stay");
        assert_eq!(plain("a\n\n\n\n b  c "), "a\n\nb c");
        assert_eq!(plain("<script>alert(1)</script>text"), "text");
    }

    proptest! {
        #[test]
        fn plain_text_never_panics_and_is_stable(text in "\\PC{0,80}") {
            let once = plain(&text);
            prop_assert!(once.len() <= text.len() * 4 + 8);
            prop_assert!(!once.starts_with(char::is_whitespace) && !once.ends_with(char::is_whitespace));
        }

        #[test]
        fn text_that_was_not_damaged_is_kept(text in "[a-zA-Zа-яА-ЯёїєґўüßéÅÄ ,.]{0,60}") {
            // A lone accented letter is never whole UTF-8.
            prop_assert_eq!(repair(&text), text.as_str());
        }
    }
}
