//! Why a use case did not happen. Known reasons are told apart; everything else is logged under an
//! incident number, and only the number is shown.

use store::StoreError;

/// The number under which an unknown error was logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incident(u32);

impl std::fmt::Display for Incident {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl Incident {
    /// Logs an error and gives it a number. The number is taken from the error's text, so that the
    /// same cause has the same number wherever it is met.
    #[must_use]
    pub fn log(error: &(dyn std::error::Error + 'static)) -> Self {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        error.to_string().hash(&mut hasher);
        let [a, b, c, d, ..] = hasher.finish().to_be_bytes();
        let incident = Self(u32::from_be_bytes([a, b, c, d]));
        tracing::error!(%incident, %error, "unexpected error");
        incident
    }
}

/// What is wrong with one field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field, as the domain names it.
    pub field: &'static str,
    /// What is wrong, as a key for the reader's language.
    pub problem: &'static str,
}

/// What stands in the way of something that is not forbidden as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// What a call demands stays while it is scored.
    CallScored,
    /// The actor has locked their scores.
    ScoresLocked,
    /// All scores are locked.
    ScoringOver,
    /// The actor does not take part in scoring.
    NoPart,
    /// The project's owner does not show it to donors any more.
    Withdrawn,
}

impl Conflict {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CallScored => "call-scored",
            Self::ScoresLocked => "scores-locked",
            Self::ScoringOver => "scoring-over",
            Self::NoPart => "no-part",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Why a use case did not happen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// There is no such record, or the actor may not know of it.
    #[error("not found")]
    NotFound,
    /// The actor may not do this.
    #[error("not allowed")]
    Forbidden,
    /// The input is not acceptable.
    #[error("not acceptable: {0:?}")]
    Invalid(Vec<FieldProblem>),
    /// Not as things stand now.
    #[error("not as things stand: {}", .0.code())]
    Conflict(Conflict),
    /// The database cannot be reached now, or others kept it busy for too long.
    #[error("not available now")]
    Unavailable,
    /// There is no room left where the database lies; nothing was written.
    #[error("the disk of the database is full: nothing was written, nothing was lost")]
    DiskFull,
    /// Something that should not happen; details are in the log.
    #[error("unexpected error, incident {0}")]
    Internal(Incident),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        if store::db::is_busy(&error) {
            tracing::warn!(%error, "too busy to answer");
            return Self::Unavailable;
        }
        if matches!(error, StoreError::Full) {
            tracing::error!("{error}");
            return Self::DiskFull;
        }
        Self::Internal(Incident::log(&error))
    }
}
