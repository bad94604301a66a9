//! Every outside format, in and out: files become streams of domain drafts and located issues.
//!
//! A format is recognised by content, never by name. Readers hold one record at a time, so the size
//! of a file does not decide how much memory is used. A record that is not acceptable is handed on
//! as issues that name its fields; a file that is not acceptable as a whole ends with one
//! [`FileError`]. This crate may not touch a database or the network, and knows nothing of
//! matching.

mod address;
mod calls;
pub mod corpus;
mod designations;
mod error;
mod fields;
mod format;
mod frame;
pub mod free_text;
mod people;
mod progress;
mod projects;
mod shape;
mod source;
mod text;

use std::{io::Read, ops::ControlFlow};

use domain::{CallDraft, Located, ProjectDraft, RowIssue};

pub use calls::CallFormat;
pub use designations::{RegisterDefaults, RegisterFormat, RegisterRead, read_designations};
pub use error::FileError;
pub use format::{Kind, write_call, write_donor, write_organisation, write_project};
pub use people::{DonorDraft, EntityDraft, OrganisationDraft, read_donors, read_organisations};
pub use progress::{BytesRead, Counted};
pub use projects::ProjectFormat;

/// What a reader hands over for each record; `Break` stops the reading.
pub type Sink<'a, T> = &'a mut dyn FnMut(Located<Result<T, Vec<RowIssue>>>) -> ControlFlow<()>;

/// Reads calls in any of the known formats.
///
/// # Errors
/// [`FileError`] when the file as a whole cannot be used, or breaks off. Records handed over before
/// that are not to be kept.
pub fn read_calls(
    input: &mut dyn Read,
    sink: Sink<'_, CallDraft>,
) -> Result<CallFormat, FileError> {
    calls::read(input, sink)
}

/// Reads projects in the native format.
///
/// # Errors
/// As for [`read_calls`].
pub fn read_projects(
    input: &mut dyn Read,
    sink: Sink<'_, ProjectDraft>,
) -> Result<ProjectFormat, FileError> {
    projects::read(input, sink)
}
