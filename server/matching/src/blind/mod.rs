//! Blind text: text without a trace of who wrote it.
//!
//! [`BlindText`] can only be made by a [`Masker`], and everything downstream takes nothing else, so
//! a name cannot reach a score by mistake. A masked span is taken out as if it had never been
//! typed: no placeholder, no length, the words on both sides become neighbours. That is why
//! deleting a known name and swapping it for another score alike, to the bit.

pub(crate) mod likeness;
mod names;
mod patterns;

use std::sync::Arc;

use domain::ProjectContent;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

pub use names::KnownName;
use names::Names;

/// Changes when the rules of masking change, so that texts masked under older rules are redone.
const RULES: u64 = 3;

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
    /// Names that only one project's texts give away.
    own: Option<Names>,
    open: bool,
}

impl Masker {
    /// Makes a masker from every known name.
    #[must_use]
    pub fn new(names: impl IntoIterator<Item = KnownName>) -> Self {
        Self { names: Arc::new(Names::new(names)), own: None, open: false }
    }

    /// The same for the texts of one project, whose partners are names there that nobody else may
    /// know.
    #[must_use]
    pub fn of_project(&self, project: &ProjectContent) -> Self {
        let partners = project.partners.iter().filter(|partner| !partner.name.trim().is_empty());
        let own: Vec<KnownName> =
            partners.map(|partner| KnownName::Body(partner.name.clone())).collect();
        let own = (!own.is_empty()).then(|| Names::new(own));
        Self { names: Arc::clone(&self.names), own, open: self.open }
    }

    /// A masker that takes nothing out. With it the cost of masking is measured; no text of the
    /// product ever meets it, and its version keeps it from being taken for another.
    pub(crate) fn open() -> Self {
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
    pub(crate) fn named(&self, text: &str) -> (String, Vec<(usize, usize)>) {
        let text = tidy(text);
        let spans = self.names.spans(&text);
        (text, spans)
    }
}

/// NFKC; entities, control characters and invisible characters out, spaces single: what is sought may
/// stand in columns or across lines.
fn tidy(text: &str) -> String {
    let text = if text.contains('&') { patterns::entities(text) } else { text.into() };
    let shown = |c: &char| {
        !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{301}')
    };
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let text: String = if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        text.chars().filter(shown).map(plain).collect()
    } else {
        // The stress mark is taken out before composition: it marks no letter of its own in the
        // Cyrillic languages, and Latin letters with an acute arrive composed.
        text.chars().filter(shown).nfkc().filter(shown).map(plain).collect()
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
