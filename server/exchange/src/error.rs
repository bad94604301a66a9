//! Why a file as a whole cannot be used: one clear sentence each, and a code for translation.

/// Why a file as a whole cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Nothing in it, or only white space.
    #[error("the file is empty")]
    Empty,
    /// Not text.
    #[error("this is {kind}, not a file with records")]
    Binary {
        /// What it looks like, in English, such as `a PNG picture`.
        kind: &'static str,
    },
    /// Text, but of no known format.
    #[error("the format is not known: {looks_like}")]
    NotRecognised {
        /// What it looks like, in English.
        looks_like: String,
    },
    /// The file breaks off or is damaged within a record that later ones depend on.
    #[error("the file is damaged at record {row}: {detail}")]
    Broken {
        /// The record, from 1.
        row: u64,
        /// What the parser says, in English.
        detail: String,
    },
    /// A compressed file that grows beyond all measure.
    #[error("the file unpacks to more than {limit} bytes")]
    TooLarge {
        /// The most bytes allowed.
        limit: u64,
    },
    /// The file cannot be read from its medium.
    #[error("the file cannot be read: {detail}")]
    Unreadable {
        /// What the system says, in English.
        detail: String,
    },
}

impl FileError {
    /// A stable code, for a message in the reader's language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Binary { .. } => "binary",
            Self::NotRecognised { .. } => "not-recognised",
            Self::Broken { .. } => "broken",
            Self::TooLarge { .. } => "too-large",
            Self::Unreadable { .. } => "unreadable",
        }
    }
}
