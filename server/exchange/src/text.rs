//! Text as people should read it: no markup, no entities, no damage from double encoding.

use std::{borrow::Cow, collections::HashMap};

use encoding_rs::WINDOWS_1252;

/// The byte that became a character when UTF-8 was read as windows-1252, or as Latin-1, which has control
/// characters where windows-1252 has signs.
fn byte(c: char) -> Option<u8> {
    u8::try_from(u32::from(c)).ok().or_else(|| {
        let mut buffer = [0; 4];
        match WINDOWS_1252.encode(c.encode_utf8(&mut buffer)) {
            (bytes, _, false) => bytes.first().copied(),
            _ => None,
        }
    })
}

/// A run of other than ASCII characters taken back to bytes and read as UTF-8; `None` when it is
/// not whole.
fn undone(run: &str) -> Option<String> {
    let bytes: Vec<u8> = run.chars().map(byte).collect::<Option<_>>()?;
    String::from_utf8(bytes).ok()
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

/// A control character of Latin-1: no text has them, only text whose bytes were misread. The line end
/// of old mainframes is not among them.
fn is_misread(c: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&c) && c != '\u{85}'
}

/// Undoes double encoding (UTF-8 read as windows-1252 or Latin-1), only where that is certain: some
/// run of other than ASCII characters must prove the damage, and only runs that are whole UTF-8 when
/// taken back to bytes are changed. `None` where letters are left that cannot be taken back: half of a
/// repair would hide the damage from whoever could undo it.
pub(crate) fn repair(text: &str) -> Option<Cow<'_, str>> {
    let damaged = runs(text).any(|run| !run.is_ascii() && proves_damage(run));
    if !damaged && !text.contains(is_misread) {
        return Some(Cow::Borrowed(text));
    }
    let mut out = String::with_capacity(text.len());
    let mut runs = runs(text).peekable();
    let mut rest = "";
    while let Some(run) =
        Some(std::mem::take(&mut rest)).filter(|r| !r.is_empty()).or_else(|| runs.next())
    {
        if run.is_ascii() {
            out.push_str(run);
        } else if !damaged {
            out.push_str(&signs_of_windows(run));
        } else if let Some(repaired) = undone(run) {
            out.push_str(&repaired);
        } else if let Some(after) = runs.peek().and_then(|next| next.strip_prefix(' '))
            && let Some(repaired) = undone(&format!("{run}\u{a0}"))
        {
            // The second half of a letter, taken for a space on the way.
            out.push_str(&repaired);
            runs.next();
            rest = after;
        } else if run.contains(['Ð', 'Ñ']) {
            // With these begins every letter of the Cyrillic alphabet.
            return None;
        } else {
            out.push_str(run);
        }
    }
    Some(Cow::Owned(out))
}

/// Control characters as the signs that stand at their bytes in windows-1252: `donor\u{92}s`.
fn signs_of_windows(run: &str) -> String {
    let sign = |c: char| {
        let sign = byte(c).filter(|_| is_misread(c)).and_then(|byte| {
            let bytes = [byte];
            let (decoded, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
            decoded.chars().next()
        });
        sign.unwrap_or(c)
    };
    run.chars().map(sign).collect()
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

/// Elements that stand within a word or a line; all others part what stands before and after them.
const INLINE: [&str; 38] = [
    "a",
    "abbr",
    "acronym",
    "b",
    "bdi",
    "bdo",
    "big",
    "blink",
    "cite",
    "code",
    "data",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "ins",
    "kbd",
    "mark",
    "nobr",
    "o:p",
    "q",
    "rb",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
    "st1:place",
];

/// The element a tag belongs to, when what follows a `<` is one.
fn element(after: &str) -> Option<&str> {
    let name = after.strip_prefix('/').unwrap_or(after);
    let end = name
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '_')))
        .unwrap_or(name.len());
    let (name, rest) = name.split_at(end);
    let closes = rest.starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'));
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic()) && closes;
    (is_tag && rest.contains('>')).then_some(name)
}

/// Whether a text has tags, rather than signs of comparison.
fn marked_up(text: &str) -> bool {
    text.split('<').skip(1).any(|after| after.starts_with("!--") || element(after).is_some())
}

/// Takes tags out; elements that are not within a line leave a line end.
fn without_markup(text: &str) -> String {
    let mut marked = String::with_capacity(text.len() + 64);
    let mut parts = text.split('<');
    marked.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let block = element(part)
            .is_some_and(|name| !INLINE.iter().any(|inline| inline.eq_ignore_ascii_case(name)));
        let raised = part.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("sup"));
        if block {
            marked.push('\n');
        } else if raised && marked.ends_with(|c: char| c.is_ascii_digit()) {
            // The mark of a footnote is no digit of the sum before it.
            marked.push(' ');
        }
        marked.push('<');
        marked.push_str(part);
    }
    // The cleaner writes what is left as HTML, so that entities are still to be resolved.
    let unsaid = ["script", "style", "template", "del", "s", "strike"];
    let mut cleaner = ammonia::Builder::empty();
    cleaner.tag_attributes(HashMap::new()).clean_content_tags(unsaid.into());
    cleaner.clean(&marked).to_string()
}

/// Names of characters that browsers read without a semicolon as well.
const BARE: [&str; 93] = [
    "AElig", "AMP", "Aacute", "Acirc", "Agrave", "Aring", "Atilde", "Auml", "COPY", "Ccedil",
    "ETH", "Eacute", "Ecirc", "Egrave", "Euml", "GT", "Iacute", "Icirc", "Igrave", "Iuml", "LT",
    "Ntilde", "Oacute", "Ocirc", "Ograve", "Oslash", "Otilde", "Ouml", "QUOT", "REG", "THORN",
    "Uacute", "Ucirc", "Ugrave", "Uuml", "Yacute", "aacute", "acirc", "aelig", "agrave", "amp",
    "aring", "atilde", "auml", "brvbar", "ccedil", "cedil", "curren", "divide", "eacute", "ecirc",
    "egrave", "euml", "frac12", "frac14", "frac34", "gt", "iacute", "icirc", "iexcl", "igrave",
    "iquest", "iuml", "laquo", "lt", "macr", "middot", "nbsp", "ntilde", "oacute", "ocirc",
    "ograve", "ordf", "ordm", "oslash", "otilde", "ouml", "plusmn", "quot", "raquo", "sup1",
    "sup2", "sup3", "szlig", "thorn", "uacute", "ucirc", "ugrave", "uml", "uuml", "yacute", "yuml",
    "apos",
];

/// Such names that are also words or their beginnings: read only where the name stands alone.
const BARE_WORDS: [&str; 10] =
    ["acute", "cent", "copy", "deg", "micro", "para", "pound", "reg", "sect", "yen"];

/// The reference to a character at the beginning, without a semicolon that is missing.
fn bare_reference(after: &str) -> Option<&str> {
    let taken = |end: usize| after.get(..end).filter(|_| !after[end..].starts_with(';'));
    if let Some(number) = after.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let digits = hex.unwrap_or(number);
        let is_digit =
            |c: char| if hex.is_some() { c.is_ascii_hexdigit() } else { c.is_ascii_digit() };
        let count = digits.find(|c| !is_digit(c)).unwrap_or(digits.len());
        return taken(after.len() - digits.len() + count).filter(|_| count > 0);
    }
    let end = after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len());
    let (run, rest) = after.split_at(end);
    // `&notin;` has a semicolon, and `?a=1&copy=2` is an address.
    if rest.starts_with(['=', ';']) {
        return None;
    }
    if BARE_WORDS.contains(&run) {
        return Some(run);
    }
    let longest = BARE.iter().filter(|name| run.starts_with(**name)).max_by_key(|name| name.len());
    longest.and_then(|name| run.get(..name.len()))
}

/// A text in which references to characters have their semicolon. What stands in an address is left.
fn with_semicolons(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    for (at, _) in text.match_indices('&') {
        let Some(name) = bare_reference(&text[at + 1..]) else { continue };
        let word = text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        if word.contains("://") {
            continue;
        }
        let end = at + 1 + name.len();
        out.push_str(&text[done..end]);
        out.push(';');
        done = end;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// References to characters as browsers read them.
fn with_characters(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let decoded = html_escape::decode_html_entities(&with_semicolons(text)).into_owned();
    // `&#150;` means the dash that stands there in windows-1252.
    Cow::Owned(signs_of_windows(&decoded))
}

/// Markup to plain text: elements that are not within a line begin a line, everything else goes;
/// references to characters are resolved; blank lines and spaces are collapsed; characters without a
/// shape are dropped. In marked-up text blank lines mean nothing. `None` where the text is damaged beyond
/// repair.
pub(crate) fn plain(text: &str) -> Option<String> {
    let mut text = repair(text)?;
    let mut had_markup = false;
    // Sources escape what was escaped before: `&amp;nbsp;`, `&lt;p&gt;`.
    for _ in 0..3 {
        if marked_up(&text) {
            had_markup = true;
            text = Cow::Owned(without_markup(&text));
        }
        let decoded = with_characters(&text);
        if *decoded == *text {
            break;
        }
        text = Cow::Owned(decoded.into_owned());
    }
    if had_markup && marked_up(&text) {
        text = Cow::Owned(without_markup(&text));
        text = Cow::Owned(with_characters(&text).into_owned());
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
    Some(out)
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
            assert_eq!(repair(damaged).as_deref(), Some(whole));
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
            assert_eq!(repair(text).as_deref(), Some(text));
        }
    }

    /// UTF-8 read as Latin-1.
    fn misread(text: &str) -> String {
        text.bytes().map(char::from).collect()
    }

    #[test]
    fn damage_of_latin_1_is_undone_or_refused_and_never_half_repaired() {
        for text in
            ["Гранти для редакцій у вигнанні", "Рэдакцыі ў выгнанні", "Überleben – “so”", "Ärzte"]
        {
            assert_eq!(repair(&misread(text)).as_deref(), Some(text));
            let lost = misread(text).replace('\u{a0}', " ");
            assert_eq!(repair(&lost).as_deref(), Some(text), "{lost:?}");
        }
        // A byte that was lost on the way.
        let broken = misread("Гранти для редакцій").replacen('\u{80}', "", 1);
        assert_eq!(repair(&broken), None);
        assert_eq!(plain(&broken), None);
        // Signs of windows-1252 read as Latin-1.
        assert_eq!(repair("donor\u{92}s \u{93}call\u{94}").as_deref(), Some("donor’s “call”"));
        // A sign of which a byte was lost is no letter: the text is kept.
        assert_eq!(repair("â‰¤10â\u{81}»³").as_deref(), Some("≤10â\u{81}»³"));
        // windows-1251 read as Latin-1 proves nothing, and stays as it is.
        assert_eq!(repair("Ãðàíòè äëÿ").as_deref(), Some("Ãðàíòè äëÿ"));
    }

    #[test]
    fn references_are_read_as_browsers_read_them() {
        for (text, wanted) in [
            ("Arts&nbspand letters & more", "Arts and letters & more"),
            ("caf&eacute series, M&uumlnchen", "café series, München"),
            ("Night &#8212 shift &#x2019s", "Night — shift ’s"),
            ("&copy 2026, &copy; 2026, R&D, AT&T, Q&A", "© 2026, © 2026, R&D, AT&T, Q&A"),
            ("profit&notforprofit &notin; &copycat", "profit&notforprofit ∉ &copycat"),
            (
                "https://x.example/?a=1&copy=2&lt=3&ampere",
                "https://x.example/?a=1&copy=2&lt=3&ampere",
            ),
            ("10 &#150; 20 &#146;", "10 – 20 ’"),
            ("1 &lt 2 &amp&amp 3 &gt; 2", "1 < 2 && 3 > 2"),
            ("&amp;nbspx&amp;amp;y", "x&y"),
            ("Fish &amp chips", "Fish & chips"),
        ] {
            assert_eq!(plain(text).unwrap(), wanted, "{text}");
        }
    }

    #[test]
    fn words_of_different_elements_stay_apart() {
        for name in [
            "th",
            "td",
            "caption",
            "figcaption",
            "summary",
            "option",
            "header",
            "main",
            "footer",
            "label",
            "button",
            "legend",
            "nav",
            "aside",
            "optgroup",
            "dialog",
            "textarea",
            "my-card",
            "center",
            "title",
        ] {
            let text = format!("<{name}>One</{name}><{name} class=x>Two</{name}>");
            let read = plain(&text).unwrap();
            assert_eq!(read.split_whitespace().collect::<Vec<_>>(), ["One", "Two"], "{name}");
        }
        for name in ["b", "i", "em", "strong", "span", "a", "sup", "mark", "font", "wbr", "o:p"] {
            assert_eq!(
                plain(&format!("un<{name}>bound</{name}>ed")).unwrap(),
                "unbounded",
                "{name}"
            );
        }
        assert_eq!(plain("One<br/>Two<hr>Three<img src=x>Four").unwrap(), "One\nTwo\nThree\nFour");
    }

    #[test]
    fn what_is_struck_out_is_not_said_and_footnotes_are_no_figures() {
        for (text, wanted) in [
            ("<p>Only <del>bodies in Russia and</del> associations.</p>", "Only associations."),
            ("<s>Closed.</s> Open <strike>until May</strike> until June", "Open until June"),
            ("up to EUR 5,000<sup>2</sup> each", "up to EUR 5,000 2 each"),
            ("100 m<sup>2</sup>", "100 m2"),
            ("<style>p { color: red }</style>Text", "Text"),
        ] {
            assert_eq!(plain(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn markup_becomes_lines() {
        assert_eq!(
            plain("<p>One&nbsp;two</p><ul><li>a</li><li>b &amp;amp; c</li></ul>").unwrap(),
            "One two\na\nb & c"
        );
        assert_eq!(
            plain("power >=3kV and x<5 stay; a<b, b>c").unwrap(),
            "power >=3kV and x<5 stay; a<b, b>c"
        );
        assert_eq!(plain("a\n\n\n\n b  c ").unwrap(), "a\n\nb c");
        assert_eq!(plain("<script>alert(1)</script>text").unwrap(), "text");
        assert_eq!(plain("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two").unwrap(), "One\ntwo");
        assert_eq!(plain("one<br />two<BR>three").unwrap(), "one\ntwo\nthree");
        assert_eq!(
            plain("zero\u{200b}width, soft\u{ad}hyphen\u{feff}, \u{202e}turned").unwrap(),
            "zerowidth, softhyphen, turned"
        );
        assert_eq!(plain("\u{f0b7} point").unwrap(), "• point");
    }

    proptest! {
        #[test]
        fn plain_text_stays_within_bounds(text in "(\\PC|[<>&;/pbr ]|&lt;|&gt;|&amp;|<p>){0,60}") {
            let once = plain(&text).unwrap_or_default();
            prop_assert!(once.len() <= text.len() * 4 + 8);
            prop_assert!(!once.starts_with(char::is_whitespace) && !once.ends_with(char::is_whitespace));
            prop_assert!(!once.contains(|c: char| c.is_control() && c != '\n'));
        }

        #[test]
        fn sound_text_is_kept(
            text in "([«“„]?([A-ZÀ-ÖØ-Þ]{1,9}|[A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]{1,9}|[а-яёїєґў]{1,9}|[Ā-žα-ω]{1,9})[»“”’…–.,\u{a0} ™]{1,2}){0,12}",
        ) {
            prop_assert_eq!(repair(&text).unwrap(), text.as_str());
        }

        #[test]
        fn damage_is_undone(text in "[a-z ]{0,9}[а-яёїєґ’“”–€éüöç]{0,9}’[a-z ]{0,9}") {
            let (damaged, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes());
            prop_assert_eq!(repair(&damaged).unwrap(), text.as_str());
        }
    }
}
