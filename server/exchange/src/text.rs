//! Text as people should read it: no markup, no entities, no damage from double encoding.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// A run of other than ASCII characters taken back to bytes and read as UTF-8; `None` when it is
/// not whole.
fn undone(run: &str) -> Option<String> {
    let (bytes, _, unmappable) = WINDOWS_1252.encode(run);
    if unmappable {
        return None;
    }
    std::str::from_utf8(&bytes).ok().map(str::to_owned)
}

/// Marks and spaces that follow a letter in sound text: `É»` (taken back: `ɻ`), `ß\u{a0}` (`ߠ`),
/// `á…«` (`ᅫ`).
fn is_mark(c: char) -> bool {
    matches!(c, '«' | '»' | '·' | '•' | '™' | '\u{a0}' | '\u{ad}')
        || ('\u{2013}'..='\u{203a}').contains(&c)
}

/// Signs and letters that may follow a letter, except after those with which nearly all damage
/// begins.
fn may_follow(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '®' | '©' | '°' | '¹' | '²' | '³' | '€' | '§' | '¡' | '¿')
}

/// Whether a run of other than ASCII characters can only be damage.
fn proves_damage(run: &str) -> bool {
    let Some(text) = undone(run) else { return false };
    // Every character of two bytes was two characters of the run, and so on.
    let mut run = run.chars();
    text.chars().any(|c| {
        let usual = matches!(run.next(), Some('Â' | 'Ã' | 'â' | 'ï'));
        // All are taken, so that the next character begins where it should.
        let others: Vec<char> = run.by_ref().take(c.len_utf8() - 1).collect();
        others.into_iter().any(|other| !is_mark(other) && (usual || !may_follow(other)))
    })
}

/// Runs of ASCII and of other characters, in turn.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let ascii = rest.chars().next()?.is_ascii();
        let end = rest.find(|c: char| c.is_ascii() != ascii).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

/// Undoes double encoding (UTF-8 read as windows-1252), only where that is certain: some run of
/// other than ASCII characters must prove the damage, and only runs that are whole UTF-8 when taken
/// back to bytes are changed.
pub(crate) fn repair(text: &str) -> Cow<'_, str> {
    if !runs(text).any(|run| !run.is_ascii() && proves_damage(run)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for run in runs(text) {
        match undone(run) {
            Some(repaired) if !run.is_ascii() => out.push_str(&repaired),
            _ => out.push_str(run),
        }
    }
    Cow::Owned(out)
}

/// Characters without a shape of their own: they split words for a search, hide differences, or
/// turn the direction of what follows.
fn invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
            ..='\u{2069}' | '\u{feff}' | '\u{fffe}'
    )
}

/// Signs of symbol fonts, which word processors use for bullets, stand in the private area.
fn symbol(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}

/// Elements that begin a line.
const BLOCKS: [&str; 24] = [
    "address",
    "article",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "tr",
    "ul",
];

/// The element a tag belongs to, when what follows a `<` is one.
fn element(after: &str) -> Option<&str> {
    let name = after.strip_prefix('/').unwrap_or(after);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let (name, rest) = name.split_at(end);
    let closes = rest.starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'));
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic()) && closes;
    (is_tag && rest.contains('>')).then_some(name)
}

/// Whether a text has tags, rather than signs of comparison.
fn marked_up(text: &str) -> bool {
    text.split('<').skip(1).any(|after| after.starts_with("!--") || element(after).is_some())
}

/// Takes tags out; elements that begin a line leave a line end.
fn without_markup(text: &str) -> String {
    let mut marked = String::with_capacity(text.len() + 64);
    let mut parts = text.split('<');
    marked.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let block = element(part)
            .is_some_and(|name| BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name)));
        if block {
            marked.push('\n');
        }
        marked.push('<');
        marked.push_str(part);
    }
    // The cleaner writes what is left as HTML, so that entities are still to be resolved.
    ammonia::Builder::empty().clean(&marked).to_string()
}

/// Markup to plain text: block elements begin a line, everything else goes; entities are resolved;
/// blank lines and spaces are collapsed; characters without a shape are dropped. In marked-up text
/// blank lines mean nothing.
pub(crate) fn plain(text: &str) -> String {
    let mut text = repair(text);
    let mut had_markup = false;
    // Sources escape what was escaped before: `&amp;nbsp;`, `&lt;p&gt;`.
    for _ in 0..3 {
        if marked_up(&text) {
            had_markup = true;
            text = Cow::Owned(without_markup(&text));
        }
        match html_escape::decode_html_entities(text.as_ref()) {
            Cow::Borrowed(_) => break,
            Cow::Owned(decoded) => text = Cow::Owned(decoded),
        }
    }
    if had_markup && marked_up(&text) {
        text = Cow::Owned(without_markup(&text));
        text = Cow::Owned(html_escape::decode_html_entities(text.as_ref()).into_owned());
    }
    let mut out = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let before = out.len();
        let words = line
            .split(|c: char| c.is_whitespace() || c.is_control())
            .map(|word| word.replace(invisible, "").replace(symbol, "•"))
            .filter(|word| !word.is_empty());
        for word in words {
            if out.len() > before {
                out.push(' ');
            } else if before > 0 {
                out.push_str(if blank > 0 && !had_markup { "\n\n" } else { "\n" });
            }
            out.push_str(&word);
        }
        blank = if out.len() == before { blank + 1 } else { 0 };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{plain, repair};
    use proptest::prelude::*;

    #[test]
    fn double_encoding_is_undone_only_where_certain() {
        for (damaged, whole) in [
            ("the beneficiariesâ€™ costs â€“ 5 â‚¬", "the beneficiaries’ costs – 5 €"),
            ("GÃ¶ttingen, Âµm", "Göttingen, µm"),
            ("TEMÃ\u{81}TICA", "TEMÁTICA"),
            ("Cybersecurityâ€\u{9d}", "Cybersecurity”"),
            ("A and Bï»¿", "A and B\u{feff}"),
            ("â€œÎ² decayâ€\u{9d}", "“β decay”"),
            ("ÐŸÑ€Ð¾", "Про"),
            // A run that proves nothing by itself is undone beside one that does.
            ("â€œGÃ»â€\u{9d}", "“Gû”"),
        ] {
            assert_eq!(repair(damaged), whole);
        }
        for text in [
            "Ångström, Ärger, naïve, â",
            "LIBERTÉ» et «À bientôt»",
            "„ÄRGER“, „CAFÉ“, CAFÉ…",
            "MAÑANA – «Ñ»",
            "Spaß\u{a0}und Maß… CAFÉ™ Ö² É®",
            "Україна: Ð\u{a0}Й",
            "Dvořák, Łódź, İstanbul",
        ] {
            assert_eq!(repair(text), text);
        }
    }

    #[test]
    fn markup_becomes_lines() {
        assert_eq!(
            plain("<p>One&nbsp;two</p><ul><li>a</li><li>b &amp;amp; c</li></ul>"),
            "One two\na\nb & c"
        );
        assert_eq!(
            plain("power >=3kV and x<5 stay; a<b, b>c"),
            "power >=3kV and x<5 stay; a<b, b>c"
        );
        assert_eq!(plain("a\n\n\n\n b  c "), "a\n\nb c");
        assert_eq!(plain("<script>alert(1)</script>text"), "text");
        assert_eq!(plain("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two"), "One\ntwo");
        assert_eq!(plain("one<br />two<BR>three"), "one\ntwo\nthree");
        assert_eq!(
            plain("zero\u{200b}width, soft\u{ad}hyphen\u{feff}, \u{202e}turned"),
            "zerowidth, softhyphen, turned"
        );
        assert_eq!(plain("\u{f0b7} point"), "• point");
    }

    proptest! {
        #[test]
        fn plain_text_stays_within_bounds(text in "(\\PC|[<>&;/pbr ]|&lt;|&gt;|&amp;|<p>){0,60}") {
            let once = plain(&text);
            prop_assert!(once.len() <= text.len() * 4 + 8);
            prop_assert!(!once.starts_with(char::is_whitespace) && !once.ends_with(char::is_whitespace));
            prop_assert!(!once.contains(|c: char| c.is_control() && c != '\n'));
        }

        #[test]
        fn sound_text_is_kept(
            text in "([«“„]?([A-ZÀ-ÖØ-Þ]{1,9}|[A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]{1,9}|[а-яёїєґў]{1,9}|[Ā-žα-ω]{1,9})[»“”’…–.,\u{a0} ™]{1,2}){0,12}",
        ) {
            prop_assert_eq!(repair(&text), text.as_str());
        }

        #[test]
        fn damage_is_undone(text in "[a-z ]{0,9}[а-яёїєґ’“”–€éüöç]{0,9}’[a-z ]{0,9}") {
            let (damaged, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes());
            prop_assert_eq!(repair(&damaged), text.as_str());
        }
    }
}
