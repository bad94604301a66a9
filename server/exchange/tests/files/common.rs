//! What the tests of this crate share.

use std::{
    io::{Cursor, Read},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use domain::{CallDraft, Located, ProjectDraft, RowIssue};
use exchange::{CallFormat, FileError, read_calls, read_projects};

/// The records of a file, in order.
pub type Records<T> = Vec<Located<Result<T, Vec<RowIssue>>>>;

/// Reads all calls of a file.
pub fn calls(input: &mut dyn Read) -> (Result<CallFormat, FileError>, Records<CallDraft>) {
    let mut found = Vec::new();
    let format = read_calls(input, &mut |record| {
        found.push(record);
        ControlFlow::Continue(())
    });
    (format, found)
}

/// Reads all calls of a text.
#[allow(dead_code, clippy::allow_attributes, reason = "not every test file reads texts")]
pub fn calls_of(bytes: &[u8]) -> (Result<CallFormat, FileError>, Records<CallDraft>) {
    calls(&mut Cursor::new(bytes))
}

/// Reads all projects of a text.
#[allow(dead_code, clippy::allow_attributes, reason = "not every test file reads projects")]
pub fn projects_of(bytes: &[u8]) -> Records<ProjectDraft> {
    let mut found = Vec::new();
    read_projects(&mut Cursor::new(bytes), &mut |record| {
        found.push(record);
        ControlFlow::Continue(())
    })
    .unwrap();
    found
}

/// A file of real data, which is no part of the repository.
#[allow(dead_code, clippy::allow_attributes, reason = "not every test file reads real data")]
pub fn real(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(file);
    if !path.exists() {
        eprintln!(
            "SKIPPED: {} is not here; this test reads real data that is kept outside the repository",
            path.display()
        );
        return None;
    }
    Some(path)
}
