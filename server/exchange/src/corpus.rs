//! Documents and links for the evaluation of matching.

use std::{io::Read, ops::ControlFlow};

use serde_json::{Map, Value};

use crate::{
    FileError,
    frame::{self, Frame},
    source,
    text::plain,
};

/// A document: something with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Identifier.
    pub id: String,
    /// Title; may be empty.
    pub title: String,
    /// Text.
    pub text: String,
}

fn text_of(record: &Map<String, Value>, field: &str) -> Option<String> {
    record.get(field).and_then(Value::as_str).map(plain)
}

/// Reads documents from JSON lines that have `id`, `title` and `text`; other fields are left alone.
///
/// # Errors
/// [`FileError`] when the file, or a record of it, is no such document: an evaluation on part of
/// its data would be worth nothing.
pub fn documents(input: &mut dyn Read) -> Result<Vec<Document>, FileError> {
    let mut documents = Vec::new();
    let mut failure = None;
    let text = source::open(input)?;
    frame::for_each(text, Frame::Lines, &mut |row, record| {
        let document = record.map_err(|issue| format!("{:?}", issue.problem)).and_then(|record| {
            Ok(Document {
                id: record.get("id").and_then(Value::as_str).ok_or("no id")?.to_owned(),
                title: text_of(&record, "title").unwrap_or_default(),
                text: text_of(&record, "text").ok_or("no text")?,
            })
        });
        match document {
            Ok(document) => {
                documents.push(document);
                ControlFlow::Continue(())
            }
            Err(detail) => {
                failure = Some(FileError::Broken { row, detail });
                ControlFlow::Break(())
            }
        }
    })?;
    failure.map_or(Ok(documents), Err)
}

/// Reads pairs of identifiers from a CSV file with the columns `project_id` and `call_id`.
///
/// # Errors
/// [`FileError`] when a column is missing or a row is damaged.
pub fn links(input: &mut dyn Read) -> Result<Vec<(String, String)>, FileError> {
    let mut table = csv::Reader::from_reader(input);
    let headers =
        table.headers().map_err(|error| FileError::Broken { row: 1, detail: error.to_string() })?;
    let column = |name: &str| {
        headers.iter().position(|header| header == name).ok_or_else(|| FileError::NotRecognised {
            looks_like: format!("a table without the column {name}"),
        })
    };
    let (project, call) = (column("project_id")?, column("call_id")?);
    let mut links = Vec::new();
    for (row, record) in (2..).zip(table.records()) {
        let record =
            record.map_err(|error| FileError::Broken { row, detail: error.to_string() })?;
        let value = |index: usize| record.get(index).unwrap_or_default().to_owned();
        links.push((value(project), value(call)));
    }
    Ok(links)
}
