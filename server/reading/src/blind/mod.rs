//! Blind text: text without a trace of who wrote it.
//!
//! [`BlindText`] can only be made by a [`Masker`], and everything downstream takes nothing else, so
//! a name cannot reach a score by mistake. A masked span is taken out as if it had never been
//! typed: no placeholder, no length, the words on both sides become neighbours. That is why
//! deleting a known name and swapping it for another score alike, to the bit.

pub(crate) mod likeness;
mod meanings;
mod names;
mod patterns;
mod readable;
mod stems;

use std::sync::Arc;

use domain::ProjectContent;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use crate::letters::Plain;
pub use names::KnownName;
use names::Names;

/// Changes when the rules of masking change, so that texts masked under older rules are redone.
const RULES: u64 = 4;

/// A text from which every known name and every pattern that identifies has been taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlindText(String);

impl BlindText {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Takes names out of texts.
#[derive(Debug, Default)]
pub struct Masker {
    names: Arc<Names>,
    /// Those of them that are names of people.
    people: Arc<Names>,
    /// Names that only the texts of one organisation or project give away.
    own: Vec<Arc<Names>>,
    open: bool,
}

impl Masker {
    /// Makes a masker from every known name.
    #[must_use]
    pub fn new(names: impl IntoIterator<Item = KnownName>) -> Self {
        let names: Vec<KnownName> = names.into_iter().collect();
        let people = names.iter().filter(|name| matches!(name, KnownName::Person(_))).cloned();
        Self {
            people: Arc::new(Names::new(people)),
            names: Arc::new(Names::new(names)),
            own: Vec::new(),
            open: false,
        }
    }

    /// The same for the texts of one project, whose partners are names there that nobody else may
    /// know.
    #[must_use]
    pub fn of_project(&self, project: &ProjectContent) -> Self {
        self.knowing(project.partners.iter().map(|partner| partner.name.as_str()))
    }

    /// The same for texts in which some bodies are names that nobody else may know: those of an
    /// organisation name its partners.
    #[must_use]
    pub fn knowing<'a>(&self, bodies: impl IntoIterator<Item = &'a str>) -> Self {
        let bodies = bodies.into_iter().filter(|name| !name.trim().is_empty());
        let bodies: Vec<KnownName> = bodies.map(|name| KnownName::Body(name.to_owned())).collect();
        let mut own = self.own.clone();
        if !bodies.is_empty() {
            own.push(Arc::new(Names::new(bodies)));
        }
        Self {
            names: Arc::clone(&self.names),
            people: Arc::clone(&self.people),
            own,
            open: self.open,
        }
    }

    /// A masker that takes nothing out. With it the cost of masking is measured; no text of the
    /// product ever meets it (`server/site/tests/house.rs` looks for it), and its version keeps it from
    /// being taken for another.
    #[must_use]
    pub fn open_for_measuring() -> Self {
        Self { open: true, ..Self::default() }
    }

    /// Identifies the dictionary and the rules: texts masked under another version must be masked
    /// anew.
    #[must_use]
    pub fn version(&self) -> u64 {
        if self.open { u64::MAX } else { self.names.hash() ^ RULES }
    }

    /// Masks a text.
    #[must_use]
    pub fn blind(&self, text: &str) -> BlindText {
        let mut text = tidy(text);
        if self.open {
            return BlindText(text);
        }
        loop {
            let mut spans = patterns::spans(&text);
            spans.extend(self.names.spans(&text));
            spans.extend(self.own.iter().flat_map(|own| own.spans(&text)));
            spans.sort_unstable();
            text = without(&text, &spans);
            // What stood around a name may be one itself: `Reed (Alder) Circle`.
            if spans.is_empty() {
                return BlindText(text);
            }
        }
    }

    /// The text as names are sought in it, and where they are; for measurements.
    #[must_use]
    pub fn named(&self, text: &str) -> (String, Vec<(usize, usize)>) {
        let text = tidy(text);
        let spans = self.names.spans(&text);
        (text, spans)
    }
}

/// NFKC and what else [`Plain`] levels; entities and control characters out, spaces single: what is
/// sought may stand in columns or across lines.
fn tidy(text: &str) -> String {
    let text = if text.contains('&') { patterns::entities(text) } else { text.into() };
    let plain = Plain::of(&text);
    let text = plain.text();
    let spaced = |c: char| if c.is_control() { ' ' } else { c };
    let text: String = if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        text.chars().map(spaced).collect()
    } else {
        // An accent without a letter is what is left of a sign of its own.
        let text: String = text.nfkc().filter(|c| *c != '\u{301}').map(spaced).collect();
        // What was another sign before may be a letter now.
        Plain::of(&text).text().to_owned()
    };
    without(&text, &[])
}

/// The text without the spans, with single spaces.
fn without(text: &str, spans: &[(usize, usize)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut keep = |part: &str| {
        for word in part.split_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    };
    let mut from = 0;
    for &(start, end) in spans {
        if start > from {
            keep(&text[from..start]);
        }
        from = from.max(end);
    }
    keep(&text[from..]);
    out
}

#[cfg(test)]
mod tests;
