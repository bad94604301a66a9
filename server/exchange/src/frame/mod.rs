//! How records stand in a file. Whatever the frame, a record is a map of fields: what is made of them is
//! said by the format and not here.

mod json;
mod table;

use std::ops::ControlFlow;

use domain::RowIssue;
use serde_json::{Map, Value};

use crate::{FileError, source::Text};
pub(crate) use table::rows;

/// How records stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// One JSON object a line.
    Lines,
    /// JSON objects one after the other, with or without white space between them.
    Concatenated,
    /// One JSON array.
    Array,
    /// One JSON object, of which this field is an array.
    ArrayIn(&'static str),
}

/// The most bytes of one record. The longest real one has 47 kB.
pub(crate) const RECORD: u64 = 8 * 1024 * 1024;
/// The most records of one file: what is remembered of each, to tell repeated ones, stays small.
pub(crate) const RECORDS: u64 = 1_000_000;

/// What is done with a record: its number and fields, or why it is none.
pub(crate) type Take<'a> =
    &'a mut dyn FnMut(u64, Result<Map<String, Value>, RowIssue>) -> ControlFlow<()>;

/// Hands every record over.
pub(crate) fn for_each(text: Text<'_>, frame: Frame, take: Take<'_>) -> Result<(), FileError> {
    let mut reader = text.reader;
    match frame {
        Frame::Lines => json::lines(&mut reader, take),
        Frame::Concatenated => json::concatenated(&mut reader, take),
        Frame::Array => json::array(&mut reader, None, take),
        Frame::ArrayIn(field) => json::array(&mut reader, Some(field), take),
    }
}
