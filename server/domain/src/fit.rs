//! Fit and confidence: two of the three outputs of a match, the third being eligibility.
//!
//! Fit is defined as the sum of its parts, and a part as the sum of its details, so that an
//! explanation is never an approximation of the score.

use serde::{Deserialize, Serialize};

use crate::{CallId, Place, ProjectId, ThemeCode, code::vocabulary, eligibility::Eligibility};

vocabulary! {
    /// A part of fit.
    PartKind, "part" {
        /// Shared words, weighted by how rare they are.
        Words = "words",
        /// Shared themes.
        Themes = "themes",
        /// Shared places.
        Place = "place",
        /// How well the amounts agree.
        Amount = "amount",
        /// Words that the calls use in the same company, whether or not both texts have them.
        Meaning = "meaning",
        /// Points taken off because one of the two is like very many others.
        Crowding = "crowding",
    }
}

/// One line of the explanation of a part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "detail", rename_all = "snake_case")]
pub enum Detail {
    /// A word both texts use.
    Term {
        /// The word as the query's text has it.
        word: String,
        /// Points of fit.
        value: f64,
    },
    /// All further shared words together.
    OtherTerms {
        /// How many.
        count: usize,
        /// Points of fit.
        value: f64,
    },
    /// A shared theme, or a shared group of themes.
    Theme {
        /// Which.
        code: ThemeCode,
        /// Points of fit.
        value: f64,
    },
    /// A shared place.
    Place {
        /// Which, as the project names it.
        place: Place,
        /// Points of fit.
        value: f64,
    },
    /// The agreement of the amounts.
    Amount {
        /// Points of fit.
        value: f64,
    },
    /// The nearness of the two texts as vectors.
    Meaning {
        /// Points of fit.
        value: f64,
    },
    /// What being like very many others costs.
    Crowding {
        /// Points of fit, none above 0.
        value: f64,
    },
}

impl Detail {
    /// Points of fit.
    #[must_use]
    pub const fn value(&self) -> f64 {
        match self {
            Self::Term { value, .. }
            | Self::OtherTerms { value, .. }
            | Self::Theme { value, .. }
            | Self::Place { value, .. }
            | Self::Amount { value }
            | Self::Meaning { value }
            | Self::Crowding { value } => *value,
        }
    }
}

/// A part of fit with what it is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FitPart {
    /// Which part.
    pub kind: PartKind,
    /// The most points this part could give in this match; 0 when one side does not say enough
    /// for the part to count, and for crowding, which gives none.
    pub of: f64,
    /// What it is made of, largest first.
    pub details: Vec<Detail>,
}

impl FitPart {
    /// Points of fit: the sum of the details, in their order.
    #[must_use]
    pub fn value(&self) -> f64 {
        // An empty sum of floats is −0.
        self.details.iter().map(Detail::value).sum::<f64>() + 0.0
    }

    /// Whether both sides said enough for the part to count; of crowding, whether it takes
    /// anything off.
    #[must_use]
    pub fn known(&self) -> bool {
        self.of > 0.0 || !self.details.is_empty()
    }
}

/// How well a call and a project suit each other in substance, from 0 to 100.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fit {
    /// The parts, in the order of [`PartKind::ALL`].
    pub parts: Vec<FitPart>,
}

impl Fit {
    /// The score: the sum of the parts, in their order.
    #[must_use]
    pub fn score(&self) -> f64 {
        // An empty sum of floats is −0.
        self.parts.iter().map(FitPart::value).sum::<f64>() + 0.0
    }

    /// The words both sides use, weightiest first, as far as they are named.
    pub fn shared_words(&self) -> impl Iterator<Item = &str> {
        let details = self.parts.iter().flat_map(|part| &part.details);
        details.filter_map(|detail| match detail {
            Detail::Term { word, .. } => Some(word.as_str()),
            _ => None,
        })
    }
}

vocabulary! {
    /// Confidence in words.
    ConfidenceLevel, "confidence" {
        /// At least four fifths of the facts are known.
        High = "high",
        /// At least half.
        Medium = "medium",
        /// Fewer.
        Low = "low",
    }
}

/// How much of the call and the project was known when the match was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confidence {
    /// Facts known on both sides.
    pub known: u16,
    /// Facts asked for.
    pub of: u16,
}

impl Confidence {
    /// In words.
    #[must_use]
    pub fn level(self) -> ConfidenceLevel {
        let (known, of) = (u32::from(self.known), u32::from(self.of));
        if of == 0 || known * 2 < of {
            ConfidenceLevel::Low
        } else if known * 5 < of * 4 {
            ConfidenceLevel::Medium
        } else {
            ConfidenceLevel::High
        }
    }
}

/// A call and a project: verdict, fit, confidence, reasons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Match {
    /// The call.
    pub call: CallId,
    /// The project.
    pub project: ProjectId,
    /// Who may apply.
    pub eligibility: Eligibility,
    /// How well it suits.
    pub fit: Fit,
    /// How much was known.
    pub confidence: Confidence,
    /// Weighty words of the call that the project does not use: what would lift the fit. They
    /// are no part of the score.
    pub missing: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::{Confidence, ConfidenceLevel};

    #[test]
    fn confidence_in_words() {
        assert_eq!(Confidence { known: 8, of: 10 }.level(), ConfidenceLevel::High);
        assert_eq!(Confidence { known: 5, of: 10 }.level(), ConfidenceLevel::Medium);
        assert_eq!(Confidence { known: 4, of: 10 }.level(), ConfidenceLevel::Low);
        assert_eq!(Confidence { known: 0, of: 0 }.level(), ConfidenceLevel::Low);
    }
}
