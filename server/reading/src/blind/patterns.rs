//! What identifies without being a name: addresses, handles, numbers of registers and banks.

use std::{borrow::Cow, sync::LazyLock};

use regex::Regex;

use super::readable::Kind;

/// A pattern, and a cheap test without which it cannot match.
struct Pattern {
    may_match: fn(&str) -> bool,
    regex: Option<Regex>,
}

/// Patterns are constants of this module; one that does not compile matches nothing, and the tests
/// below would fail.
fn regex(pattern: &str) -> Option<Regex> {
    Regex::new(pattern).ok()
}

static ENTITY: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10});"));

// Word boundaries are those of ASCII wherever the pattern's ends are: those of Unicode would keep
// the search from its fast path in every Cyrillic text.
static PATTERNS: LazyLock<[Pattern; 6]> = LazyLock::new(|| {
    [
        // addresses of pages
        Pattern {
            may_match: |text| {
                text.contains("://") || text.contains("www.") || text.contains("WWW.")
            },
            regex: regex(r"(?i:(?:https?|ftp)://\S+|www\.\S+)"),
        },
        // addresses of mail, handles and tags
        Pattern {
            may_match: |text| text.contains(['@', '#']),
            regex: regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\d*[\p{L}_][\p{L}\d_]+"),
        },
        // bare host names
        Pattern {
            may_match: has_host,
            regex: regex(&format!(r"(?i)(?:[\p{{L}}\d-]+\.)+(?:{})\b(?:/\S*)?", DOMAINS.join("|"))),
        },
        // telephone numbers
        Pattern {
            may_match: |text| text.contains('+'),
            regex: regex(r"\+[0-9][0-9\s().-]{6,}[0-9]"),
        },
        // numbers of registers, taxes and accounts
        Pattern {
            may_match: |text| text.contains(|c: char| c.is_ascii_digit()),
            regex: regex(
                r"(?:(?-u:\b)(?:HRB|HRA|VR|GnR|PR|KRS|NIP|REGON|IČO|EIN)|ОГРН(?:ИП)?|ИНН|КПП|ЄДРПОУ|Е[ДГ]РПОУ|УНП)[\s.:#№]*(?:No\s)?[0-9][0-9\s/-]*(?:(?-u:\b)[A-Z](?-u:\b))?|(?-u:\b)[A-Z]{2}(?:-[A-Z]{2,8}-[A-Z0-9][A-Z0-9-]{3,}|[0-9]{2}(?:\s?[A-Z0-9]{4}){3,}[A-Z0-9]{0,4}|[0-9]{6,})(?-u:\b)",
            ),
        },
        // abbreviations of legal forms: they tell the country of a body
        Pattern {
            may_match: |_| true,
            regex: regex(
                r"(?-u:\b)(?:e\.\s?V\.|g?GmbH|gUG|MTÜ|VšĮ|UAB|z\.\s?[sú]\.|sp\. z o\.\s?o\.|Inc\.|Ltd(?-u:\b)\.?|LLC|B\.V\.)|ООО|АНО|ТОВ",
            ),
        },
    ]
});

/// What each of [`PATTERNS`] finds.
const KINDS: [Kind; 6] =
    [Kind::Address, Kind::Address, Kind::Address, Kind::Telephone, Kind::Number, Kind::LegalForm];

/// Top-level domains under which those live whose names are hidden here.
const DOMAINS: [&str; 42] = [
    "com", "org", "net", "info", "io", "eu", "de", "at", "ch", "ru", "su", "by", "ua", "ge", "lt",
    "lv", "ee", "pl", "cz", "sk", "ro", "md", "az", "kz", "kg", "uk", "fr", "nl", "se", "no", "fi",
    "tv", "fm", "press", "media", "news", "live", "site", "online", "рф", "укр", "бел",
];

/// Whether a domain stands after a dot within words. The pattern for hosts is slow in prose, where
/// dots are many and domains are few.
fn has_host(text: &str) -> bool {
    text.match_indices('.').any(|(dot, _)| {
        let last = text[..dot].chars().next_back();
        let rest = &text[dot + 1..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        last.is_some_and(|c| c.is_alphanumeric() || c == '-')
            && DOMAINS.iter().any(|domain| *domain == rest[..end].to_lowercase())
    })
}

/// The text with HTML entities as spaces; upstream has decoded what it could.
pub(super) fn entities(text: &str) -> Cow<'_, str> {
    match &*ENTITY {
        Some(entity) => entity.replace_all(text, " "),
        None => text.into(),
    }
}

/// Byte ranges of what identifies.
pub(super) fn spans(text: &str) -> Vec<(usize, usize)> {
    spans_with_kinds(text).map(|(_, span)| span).collect()
}

/// Byte ranges of what identifies, and what each is.
pub(super) fn spans_with_kinds(text: &str) -> impl Iterator<Item = (Kind, (usize, usize))> {
    PATTERNS
        .iter()
        .zip(KINDS)
        .filter(|(pattern, _)| (pattern.may_match)(text))
        .filter_map(|(pattern, kind)| Some((pattern.regex.as_ref()?, kind)))
        .flat_map(|(regex, kind)| regex.find_iter(text).map(move |found| (kind, found)))
        .map(|(kind, found)| (kind, (found.start(), found.end())))
        .filter(|(_, (start, end))| is_whole(text, *start, *end))
}

/// Whether a match does not begin or end inside a word.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let inside = |a: Option<char>, b: Option<char>| {
        a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric)
    };
    let found = &text[start..end];
    !inside(text[..start].chars().next_back(), found.chars().next())
        && !inside(found.chars().next_back(), text[end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::{ENTITY, PATTERNS, has_host};

    #[test]
    fn the_cheap_test_for_hosts_misses_none() {
        let texts = [
            "see example.org.",
            "ПРИМЕР.РФ",
            "at пример.укр/путь",
            "a.b.news, then",
            "Office e.g. in Kyiv. News of the day",
            "no.where",
            "site.community",
            "x.com1",
        ];
        let regex = PATTERNS[2].regex.as_ref().unwrap();
        for text in texts {
            assert!(has_host(text) || !regex.is_match(text), "{text}");
        }
        assert!(texts[..4].iter().all(|text| has_host(text)));
        assert!(!texts[4..].iter().any(|text| has_host(text)));
    }

    #[test]
    fn the_patterns_compile() {
        assert!(ENTITY.is_some() && PATTERNS.iter().all(|pattern| pattern.regex.is_some()));
    }
}
