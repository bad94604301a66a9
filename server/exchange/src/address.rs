//! Addresses that people may follow.

/// An address of the web, as it stands; `None` for anything else. An address that names a user
/// before the host (`https://bank.example@elsewhere.example/`) is there to deceive.
pub(crate) fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.get(..8)?.to_ascii_lowercase();
    let rest = if lower.starts_with("https://") {
        &text[8..]
    } else if lower.starts_with("http://") {
        &text[7..]
    } else {
        return None;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let named = host.contains('.') && host.starts_with(char::is_alphanumeric);
    let strange =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`');
    (named && !host.contains('@') && !text.contains(strange)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::web_address;

    #[test]
    fn only_addresses_of_the_web_are_kept() {
        for text in [
            "https://example.org/a?b=c#d",
            "HTTP://EXAMPLE.ORG",
            "https://пример.рф/зов",
            " https://example.org ",
        ] {
            assert_eq!(web_address(text).as_deref(), Some(text.trim()));
        }
        for text in [
            "",
            "https://",
            "javascript:alert(1)",
            "https://user@example.org/",
            "https://example.org/a b",
            "https://example.org/\"onclick",
            "example.org",
            "ftp://example.org",
            "https://localhost/",
            "Programme page",
            "ééééééé",
        ] {
            assert_eq!(web_address(text), None, "{text}");
        }
    }
}
