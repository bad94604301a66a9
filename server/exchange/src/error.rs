//! Why a file as a whole cannot be used: one clear sentence each, and a code for translation.

/// Why a file as a whole cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// Nothing in it, or only white space.
    #[error("the file is empty")]
    Empty,
    /// Not text, but something else that people choose by mistake.
    #[error("this is {kind}, not a file with records")]
    Binary {
        /// What it looks like, in English, such as `a PNG picture`.
        kind: &'static str,
    },
    /// Text, but not in an encoding that can be told for certain.
    #[error("the text is in no known encoding: {detail}")]
    NotText {
        /// What speaks against it and what to do, in English.
        detail: &'static str,
    },
    /// Text, but of no known format.
    #[error("the format is not known: this looks like {looks_like}")]
    NotRecognised {
        /// What it looks like, in English.
        looks_like: String,
    },
    /// The file ends in the middle of a record.
    #[error("the file breaks off in record {row}")]
    Truncated {
        /// The record, from 1.
        row: u64,
    },
    /// A record is damaged, and later ones cannot be told from it.
    #[error("the file is damaged at record {row}: {detail}")]
    Broken {
        /// The record, from 1.
        row: u64,
        /// What the parser says, in English.
        detail: String,
    },
    /// Values within values without end.
    #[error("record {row} is nested too deeply")]
    TooDeep {
        /// The record, from 1.
        row: u64,
    },
    /// One record that would fill the memory.
    #[error("record {row} is longer than {limit} bytes")]
    RecordTooLong {
        /// The record, from 1.
        row: u64,
        /// The most bytes allowed.
        limit: u64,
    },
    /// More records than one file may have.
    #[error("the file has more than {limit} records")]
    TooManyRecords {
        /// The most records allowed.
        limit: u64,
    },
    /// A compressed file that grows beyond all measure.
    #[error("the file unpacks to far more than its size allows, at most {limit} bytes")]
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
    /// Every code of [`FileError::code`], so that translations can be checked for completeness.
    pub const CODES: [&'static str; 11] = [
        "empty",
        "binary",
        "not-text",
        "not-recognised",
        "truncated",
        "broken",
        "too-deep",
        "record-too-long",
        "too-many-records",
        "too-large",
        "unreadable",
    ];

    /// What stands beside the message for the code, in English: only that which the message does not say.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Binary { kind } => (*kind).to_owned(),
            Self::NotText { detail } => (*detail).to_owned(),
            Self::NotRecognised { looks_like } => format!("this looks like {looks_like}"),
            Self::Truncated { row } | Self::TooDeep { row } => format!("record {row}"),
            Self::Broken { row, detail } => format!("record {row}: {detail}"),
            Self::RecordTooLong { row, limit } => format!("record {row}, over {limit} bytes"),
            Self::TooManyRecords { limit } => format!("over {limit}"),
            Self::TooLarge { limit } => format!("over {limit} bytes"),
            Self::Unreadable { detail } => detail.clone(),
        }
    }

    /// A stable code, for a message in the reader's language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Binary { .. } => "binary",
            Self::NotText { .. } => "not-text",
            Self::NotRecognised { .. } => "not-recognised",
            Self::Truncated { .. } => "truncated",
            Self::Broken { .. } => "broken",
            Self::TooDeep { .. } => "too-deep",
            Self::RecordTooLong { .. } => "record-too-long",
            Self::TooManyRecords { .. } => "too-many-records",
            Self::TooLarge { .. } => "too-large",
            Self::Unreadable { .. } => "unreadable",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FileError;

    #[test]
    fn every_error_has_a_code_of_its_own_on_the_list() {
        let detail = String::new;
        let all = [
            FileError::Empty,
            FileError::Binary { kind: "" },
            FileError::NotText { detail: "" },
            FileError::NotRecognised { looks_like: detail() },
            FileError::Truncated { row: 1 },
            FileError::Broken { row: 1, detail: detail() },
            FileError::TooDeep { row: 1 },
            FileError::RecordTooLong { row: 1, limit: 1 },
            FileError::TooManyRecords { limit: 1 },
            FileError::TooLarge { limit: 1 },
            FileError::Unreadable { detail: detail() },
        ];
        assert_eq!(all.map(|error| error.code()), FileError::CODES);
    }

    #[test]
    fn the_detail_does_not_say_again_what_the_code_says() {
        let error = FileError::NotRecognised { looks_like: "a table".to_owned() };
        assert_eq!(error.detail(), "this looks like a table");
        assert!(error.to_string().ends_with(&error.detail()));
        assert_eq!(FileError::Truncated { row: 3 }.detail(), "record 3");
    }
}
