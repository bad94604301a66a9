//! What a file yields before anything is written: drafts, and problems with their place.

use serde::{Deserialize, Serialize};

use crate::{CallContent, DonorKind, ProjectContent, Visibility};

/// Something found at a place in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Located<T> {
    /// The record's number in the file, from 1; the line number where records are lines.
    pub row: u64,
    /// What was found.
    pub item: T,
}

/// A call as read from a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CallDraft {
    /// Where it comes from, such as `eu-portal`.
    pub source: String,
    /// The source's own identifier.
    pub external_id: String,
    /// The donor's name.
    pub donor: String,
    /// Sort of donor, where the source implies it.
    pub donor_kind: Option<DonorKind>,
    /// What the call says.
    pub content: CallContent,
}

/// A project as read from a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectDraft {
    /// Where it comes from.
    pub source: String,
    /// The source's own identifier.
    pub external_id: String,
    /// The organisation's identifier or name, where stated.
    pub organisation: Option<String>,
    /// Who may see it; private unless the file says otherwise.
    pub visibility: Visibility,
    /// What the project says.
    pub content: ProjectContent,
}

/// Why a record, or a field of it, was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    /// The field is missing or empty.
    Missing,
    /// The field is none that the format knows.
    UnknownField,
    /// The value is not what the field holds.
    Invalid {
        /// What was found, cut to a readable length.
        found: String,
        /// What is expected, in English: a code list, a pattern or an example.
        expected: String,
    },
    /// The value is longer than allowed.
    TooLong {
        /// The most bytes allowed.
        limit: u64,
    },
    /// The record is not readable as such (for example broken JSON).
    Unreadable {
        /// What the parser says, in English.
        detail: String,
    },
    /// The identifier occurred before in the same file.
    Repeated {
        /// The record that had it first.
        first_row: u64,
    },
    /// The organisation is not on record.
    UnknownOrganisation {
        /// What was found.
        found: String,
    },
}

/// A problem with its field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowIssue {
    /// The field as the file names it; empty when the record as a whole is meant.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

impl RowIssue {
    /// The same without anything that stands in the file, for files that may hold a person's data: where
    /// it is and what is expected there.
    #[must_use]
    pub fn without_contents(self) -> Self {
        let problem = match self.problem {
            Problem::Invalid { expected, .. } => {
                Problem::Invalid { found: String::new(), expected }
            }
            // What a parser says may quote what it met.
            Problem::Unreadable { .. } => Problem::Unreadable { detail: String::new() },
            Problem::UnknownOrganisation { .. } => {
                Problem::UnknownOrganisation { found: String::new() }
            }
            other => other,
        };
        Self { problem, ..self }
    }
}
