//! A masked text for people to read: where something was taken out, words say what it was.
//!
//! Nothing is compared by this text, and it says no more than [`Masker::blind`] leaves: what is taken
//! out is found there and here alike, and however many names stood side by side, one phrase stands for
//! them.

use domain::Language;

use super::{Masker, patterns, tidy};

/// What was taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A person's name.
    Person,
    /// The name of an organisation or a donor.
    Body,
    /// An address of a page or of mail, or a handle.
    Address,
    /// A telephone number.
    Telephone,
    /// A number in a register or at a bank.
    Number,
    /// An abbreviation of a legal form.
    LegalForm,
}

impl Kind {
    /// What stands in place of it. German, Russian, Ukrainian and Belarusian would need the case that
    /// the sentence asks for; there it stands in brackets, as an editor puts it.
    fn words(self, language: Option<&'static str>) -> &'static str {
        let [person, body, address, telephone, number, form] = match language {
            Some("de") => [
                "[eine Person]",
                "[eine Organisation]",
                "[eine Adresse]",
                "[eine Telefonnummer]",
                "[eine Nummer]",
                "[eine Rechtsform]",
            ],
            Some("ru") => [
                "[имя человека]",
                "[организация]",
                "[адрес]",
                "[телефон]",
                "[номер]",
                "[правовая форма]",
            ],
            Some("uk") => [
                "[ім’я людини]",
                "[організація]",
                "[адреса]",
                "[телефон]",
                "[номер]",
                "[правова форма]",
            ],
            Some("be") => [
                "[імя чалавека]",
                "[арганізацыя]",
                "[адрас]",
                "[тэлефон]",
                "[нумар]",
                "[прававая форма]",
            ],
            _ => [
                "a person",
                "an organisation",
                "an address",
                "a telephone number",
                "a number",
                "a legal form",
            ],
        };
        match self {
            Self::Person => person,
            Self::Body => body,
            Self::Address => address,
            Self::Telephone => telephone,
            Self::Number => number,
            Self::LegalForm => form,
        }
    }
}

/// The language of a text as one of those in which words are known, by its letters where it is not
/// stated.
fn language_of(text: &str, stated: Option<&Language>) -> Option<&'static str> {
    const KNOWN: [&str; 5] = ["en", "de", "ru", "uk", "be"];
    match stated {
        Some(language) => KNOWN.into_iter().find(|code| *code == language.code()),
        None if text.chars().any(|c| ('\u{400}'..'\u{500}').contains(&c)) => Some("ru"),
        None => Some("en"),
    }
}

/// Words after which no second article may stand.
const ARTICLES: [&str; 12] =
    ["a", "an", "the", "our", "their", "its", "his", "her", "my", "your", "this", "that"];

/// What is written, piece by piece.
struct Writer {
    out: String,
    language: Option<&'static str>,
}

impl Writer {
    /// Writes what stands in place of something.
    fn stand_in(&mut self, kind: Kind) {
        let words = kind.words(self.language);
        if self.language != Some("en") {
            if words.starts_with('[') {
                self.out.push_str(words);
            } else {
                self.out.extend(["[", words, "]"]);
            }
            return;
        }
        let before = self.out.trim_end();
        let last = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let (article, noun) = words.split_once(' ').unwrap_or(("", words));
        let begins = before.is_empty() || before.ends_with(['.', '!', '?']);
        if ARTICLES.contains(&last.as_str()) {
            self.out.push_str(noun);
        } else if begins {
            let mut letters = article.chars();
            self.out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            self.out.push_str(letters.as_str());
            self.out.push(' ');
            self.out.push_str(noun);
        } else {
            self.out.push_str(words);
        }
    }
}

/// A text from which parts are taken out again and again, and from where in the first text each of its
/// bytes is.
struct Left {
    text: String,
    from: Vec<usize>,
}

impl Left {
    /// What is left without some spans, with single spaces, just as [`super::without`] leaves it.
    fn without(&self, spans: &[(usize, usize)]) -> Self {
        let mut left = Self { text: String::new(), from: Vec::new() };
        let (mut gap, mut spans) = (None, spans.iter().peekable());
        let mut until = 0;
        for (at, c) in self.text.char_indices() {
            while let Some((_, end)) = spans.next_if(|(start, _)| *start <= at) {
                until = until.max(*end);
            }
            let from = self.from.get(at).copied().unwrap_or_default();
            if at < until || c.is_whitespace() {
                gap = Some(from);
                continue;
            }
            if let Some(from) = gap.take().filter(|_| !left.text.is_empty()) {
                left.text.push(' ');
                left.from.push(from);
            }
            left.text.push(c);
            left.from.extend((0..c.len_utf8()).map(|byte| from + byte));
        }
        left
    }
}

impl Masker {
    /// What each byte of a tidy text is taken out as, and what is left: that of [`Masker::blind`].
    fn take_out(&self, first: &str) -> (Vec<Option<Kind>>, String) {
        let mut left = Left { from: (0..first.len()).collect(), text: first.to_owned() };
        let mut taken: Vec<Option<Kind>> = vec![None; first.len()];
        loop {
            let mut found: Vec<(Kind, (usize, usize))> =
                patterns::spans_with_kinds(&left.text).collect();
            let people = self.people.spans(&left.text);
            for span in self.names.spans(&left.text) {
                let person = people.iter().any(|one| one.0 < span.1 && span.0 < one.1);
                found.push((if person { Kind::Person } else { Kind::Body }, span));
            }
            let own = self.own.iter().flat_map(|own| own.spans(&left.text));
            found.extend(own.map(|span| (Kind::Body, span)));
            if found.is_empty() {
                return (taken, left.text);
            }
            for (kind, (start, end)) in &found {
                for from in left.from.get(*start..*end).unwrap_or_default() {
                    if let Some(byte) = taken.get_mut(*from) {
                        *byte = Some(byte.map_or(*kind, |known| known.min(*kind)));
                    }
                }
            }
            let mut spans: Vec<(usize, usize)> = found.into_iter().map(|(_, span)| span).collect();
            spans.sort_unstable();
            left = left.without(&spans);
        }
    }

    /// The text as a person reads it who must not learn whose it is: masked, with words in place of what
    /// was taken out, in the language of the text where that is one of the program's.
    #[must_use]
    pub fn readable(&self, text: &str, language: Option<&Language>) -> String {
        let first = tidy(text);
        let language = language_of(&first, language);
        let (taken, _) = self.take_out(&first);
        let mut writer = Writer { out: String::with_capacity(first.len()), language };
        let (mut gap, mut run): (bool, Option<Kind>) = (false, None);
        for (at, c) in first.char_indices() {
            if c.is_whitespace() {
                gap = true;
                continue;
            }
            let kind = taken.get(at).copied().flatten();
            if run.is_none() || kind.is_none() {
                if let Some(kind) = run.take() {
                    writer.stand_in(kind);
                }
                if gap && !writer.out.is_empty() {
                    writer.out.push(' ');
                }
            }
            // Names side by side are one run; the spaces between them are none of its end.
            gap = false;
            match kind {
                Some(kind) => run = Some(run.map_or(kind, |known| known.min(kind))),
                None => writer.out.push(c),
            }
        }
        if let Some(kind) = run {
            writer.stand_in(kind);
        }
        writer.out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{KnownName, Masker, tidy};

    fn masker() -> Masker {
        let bodies = ["Northern Heron Collective", "Зарница", "Reed Circle", "Alder"];
        let bodies = bodies.iter().map(|name| KnownName::Body((*name).to_owned()));
        Masker::new(bodies.chain([KnownName::Person("Пётр Выдумкин".to_owned())]))
    }

    fn read(text: &str, language: &str) -> String {
        masker().readable(text, language.parse().ok().as_ref())
    }

    #[test]
    fn a_masked_text_reads_as_text() {
        for (language, text, wanted) in [
            (
                "en",
                "Legal aid, run by Alder with Reed Circle.",
                "Legal aid, run by an organisation with an organisation.",
            ),
            ("en", "Alder trains. Alder, too", "An organisation trains. An organisation, too"),
            ("en", "The Northern Heron Collective trains", "The organisation trains"),
            (
                "en",
                "Write to team@alder.example or @alder, “Alder”",
                "Write to an address or an address, “an organisation”",
            ),
            ("en", "Alder Reed Circle e.V. of Vydumkin", "An organisation of a person"),
            ("en", "Reed Alder Circle meets", "An organisation meets"),
            (
                "ru",
                "Команда «Зарницы» и Петра Выдумкина пишет",
                "Команда «[организация]» и [имя человека] пишет",
            ),
            (
                "de",
                "Mit Alder lernen, +49 30 1234567",
                "Mit [eine Organisation] lernen, [eine Telefonnummer]",
            ),
            ("ka", "Alder trains", "[an organisation] trains"),
            ("", "Команда Зарницы", "Команда [организация]"),
            ("en", "Nothing  to\nmask", "Nothing to mask"),
            ("en", "", ""),
        ] {
            assert_eq!(read(text, language), wanted, "{text}");
        }
    }

    /// Whose name it was does not show.
    #[test]
    fn texts_that_differ_in_a_name_only_read_alike() {
        let of = |name: &str| read(&format!("{name} trains editors; ask {name}."), "en");
        assert_eq!(of("Alder"), of("Northern Heron Collective"));
        assert_eq!(of("Alder"), of("Reed Circle e.V."));
    }

    proptest! {
        /// A reader is left exactly what the matcher is left.
        #[test]
        fn what_is_left_is_the_blind_text(
            parts in proptest::collection::vec(prop_oneof![
                Just("Alder"), Just("Reed"), Just("Circle"), Just("("), Just(")"), Just("и"),
                Just("Зарницы"), Just("a@b.example"), Just("e.V."), Just("Выдумкина"), Just(","),
                Just("trains "), Just("\n"), Just("Northern Heron Collective"), Just("ß"), Just(" "),
            ], 0..30),
        ) {
            let (text, masker) = (parts.concat(), masker());
            let (_, left) = masker.take_out(&tidy(&text));
            prop_assert_eq!(left, masker.blind(&text).as_str().to_owned());
            let spaced = parts.join(" ");
            let (_, left) = masker.take_out(&tidy(&spaced));
            prop_assert_eq!(left, masker.blind(&spaced).as_str().to_owned());
        }

        #[test]
        fn no_name_is_left(before in "[a-z ]{0,9}", after in "[a-z ,.]{0,9}") {
            let read = read(&format!("{before} Alder {after}"), "en");
            prop_assert!(!read.contains("Alder"), "{read}");
        }
    }
}
