//! Imports: preview first, then one transaction.
//!
//! A file is read as a stream, so that its size does not decide how much memory is used. Records
//! that are not acceptable are refused with row, field and reason; the others are compared with
//! what is on record. Importing the same file twice changes nothing.
//!
//! What all files have in common stands in [`kind`], what one kind of record asks for in a file of its
//! own beside it. A register is read as a whole, by `register`.

mod calls;
mod kind;
mod lines;
mod projects;
mod staging;

use std::io::Read;

use domain::{Reader, Role};
use store::StoreError;

pub(crate) use self::{lines::Lines, staging::Staging};
pub use self::{
    lines::{ImportCounts, ImportLine, ImportReport, LineOutcome},
    staging::{Staged, UPLOAD_LIMIT, commit, commit_as, stage, staged},
};
pub use crate::changes::FieldChange;
use crate::{
    Actor, Failure, Services,
    register::{self, ListOptions},
    services::Touched,
};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportKind {
    /// Calls.
    Calls,
    /// Projects.
    Projects,
    /// A register of designated bodies.
    Designations(ListOptions),
}

impl ImportKind {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Projects => "projects",
            Self::Designations(_) => "designations",
        }
    }

    /// The kind of a code; a register without any option.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let all = [Self::Calls, Self::Projects, Self::Designations(ListOptions::default())];
        all.into_iter().find(|kind| kind.code() == code)
    }
}

/// Why an import did not happen. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ImportFailure {
    /// The file as a whole cannot be used.
    #[error("{0}")]
    File(exchange::FileError),
    /// More bytes than an upload may have.
    #[error("the file is larger than {limit} bytes")]
    TooBig {
        /// The most bytes allowed.
        limit: u64,
    },
    /// The day of a list is still to come: it would be the newest for so long.
    #[error("the date of the list: {day} is still to come; today is {today}")]
    DayToCome {
        /// The day that was given.
        day: chrono::NaiveDate,
        /// The day that it is here.
        today: chrono::NaiveDate,
    },
    /// The previewed file is no longer kept.
    #[error("the preview has expired: choose the file again")]
    Expired,
    /// Anything else.
    #[error("{0}")]
    Failure(#[from] Failure),
}

impl From<StoreError> for ImportFailure {
    fn from(error: StoreError) -> Self {
        Self::Failure(error.into())
    }
}

/// A file to import.
pub struct File {
    /// Its name, for the report only.
    pub name: String,
    /// Its content.
    pub input: Box<dyn Read + Send>,
}

impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("File").finish_non_exhaustive()
    }
}

/// Called with the number of records handled so far.
pub type Progress<'a> = &'a mut (dyn FnMut(u64) + Send);

/// Previews a file, or with `commit` imports it in one transaction. What a commit has
/// changed is put into the matching index.
///
/// # Errors
/// [`ImportFailure`]; nothing was written then.
pub async fn run(
    services: &Services,
    actor: &Actor,
    kind: ImportKind,
    file: File,
    commit: bool,
    progress: Progress<'_>,
) -> Result<ImportReport, ImportFailure> {
    may_import(actor, kind)?;
    if let ImportKind::Designations(options) = kind {
        // People rely on registers when the demonstration is gone.
        if commit && actor.is_demonstration() {
            return Err(Failure::Forbidden.into());
        }
        return register::import(services, actor, options, file, commit).await;
    }
    // What an account of the demonstration brings in goes with the demonstration.
    let demonstration = actor.is_demonstration();
    let run = Box::pin(run_as(services, actor, kind, file, commit, demonstration, progress));
    let (report, written) = run.await?;
    if written.count.is_some() {
        services.take_up_written(written).await?;
    }
    Ok(report)
}

/// Calls are shared by all and kept by admins and analysts; projects are brought in by those who
/// may write for an organisation.
///
/// # Errors
/// [`Failure::Forbidden`].
pub fn may_import(actor: &Actor, kind: ImportKind) -> Result<(), Failure> {
    let may = match kind {
        ImportKind::Calls | ImportKind::Designations(_) => actor.reader().keeps_calls(),
        ImportKind::Projects => match actor.reader() {
            Reader::Operator => true,
            Reader::Anonymous => false,
            Reader::Account(_, grants) => {
                grants.memberships.values().any(|role| *role >= Role::Editor)
            }
        },
    };
    if may { Ok(()) } else { Err(Failure::Forbidden) }
}

/// [`run`] without taking up what was written, also for records of the demonstration.
pub(crate) async fn run_as(
    services: &Services,
    actor: &Actor,
    kind: ImportKind,
    file: File,
    commit: bool,
    demonstration: bool,
    progress: Progress<'_>,
) -> Result<(ImportReport, Touched), ImportFailure> {
    let plan = kind::Plan { services, actor, kind, commit, demonstration };
    match kind {
        ImportKind::Calls => Box::pin(kind::run::<calls::Calls>(plan, file, progress)).await,
        ImportKind::Projects => {
            Box::pin(kind::run::<projects::Projects>(plan, file, progress)).await
        }
        // Its use case is `register::import`; nobody comes here with one.
        ImportKind::Designations(_) => Err(Failure::NotFound.into()),
    }
}
