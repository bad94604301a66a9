//! Documents and links for the evaluation of matching.

use std::{io::Read, ops::ControlFlow};

use serde_json::{Map, Value};

use crate::{
    FileError, calls,
    frame::{self, Frame},
    shape::{self, Shape},
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
    /// Text; may be empty.
    pub text: String,
}

/// An evaluation on part of its data would be worth nothing: the first record that is none ends it.
struct Strict<'a> {
    sink: &'a mut dyn FnMut(Document) -> ControlFlow<()>,
    failure: Option<FileError>,
}

impl Strict<'_> {
    fn take(&mut self, row: u64, document: Result<Document, String>) -> ControlFlow<()> {
        match document {
            Ok(document) => (self.sink)(document),
            Err(detail) => {
                self.failure = Some(FileError::Broken { row, detail });
                ControlFlow::Break(())
            }
        }
    }
}

fn document(record: &Map<String, Value>) -> Result<Document, String> {
    let id = match record.get("id") {
        Some(Value::String(id)) if !id.is_empty() => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => return Err("a document needs an id".to_owned()),
    };
    let text = |field: &str| record.get(field).and_then(Value::as_str).map(plain);
    Ok(Document {
        id,
        title: text("title").unwrap_or_default(),
        text: text("text").ok_or("a document needs a text")?,
    })
}

/// Reads documents: JSON lines with `id`, `title` and `text`, whatever else they have, or calls in
/// any known format, of which text, conditions and eligibility make the text.
///
/// # Errors
/// [`FileError`] when the file, or a record of it, is no such document.
pub fn read_documents(
    input: &mut dyn Read,
    sink: &mut dyn FnMut(Document) -> ControlFlow<()>,
) -> Result<(), FileError> {
    let text = source::open(input)?;
    let mut strict = Strict { sink, failure: None };
    let is_corpus = match shape::of(&text.start) {
        Shape::Object(keys) => {
            ["id", "text"].iter().all(|wanted| keys.iter().any(|key| key == wanted))
        }
        Shape::Array(_) | Shape::Other(_) => false,
    };
    if is_corpus {
        frame::for_each(text, Frame::Lines, &mut |row, record| {
            let found = record
                .map_err(|issue| format!("{:?}", issue.problem))
                .and_then(|record| document(&record));
            strict.take(row, found)
        })?;
    } else {
        calls::read_text(text, &mut |found| {
            let document = found.item.map_err(|issues| format!("{issues:?}")).map(|draft| {
                let content = draft.content;
                let texts = [content.text, content.conditions, content.eligibility];
                let texts: Vec<String> =
                    texts.into_iter().filter(|text| !text.is_empty()).collect();
                Document { id: draft.external_id, title: content.title, text: texts.join("\n\n") }
            });
            strict.take(found.row, document)
        })?;
    }
    strict.failure.map_or(Ok(()), Err)
}

/// All documents of a file; see [`read_documents`].
///
/// # Errors
/// As for [`read_documents`].
pub fn documents(input: &mut dyn Read) -> Result<Vec<Document>, FileError> {
    let mut documents = Vec::new();
    read_documents(input, &mut |document| {
        documents.push(document);
        ControlFlow::Continue(())
    })?;
    Ok(documents)
}

/// All pairs of `project_id` and `call_id` of a file; see [`read_links`].
///
/// # Errors
/// As for [`read_links`].
pub fn links(input: &mut dyn Read) -> Result<Vec<(String, String)>, FileError> {
    let mut links = Vec::new();
    read_links(input, ["project_id", "call_id"], &mut |project, call| {
        links.push((project, call));
        ControlFlow::Continue(())
    })?;
    Ok(links)
}

/// Reads pairs of values from two columns of a CSV file, such as `project_id` and `call_id`.
///
/// # Errors
/// [`FileError`] when a column is missing or a row is damaged.
pub fn read_links(
    input: &mut dyn Read,
    columns: [&str; 2],
    sink: &mut dyn FnMut(String, String) -> ControlFlow<()>,
) -> Result<(), FileError> {
    let mut table = csv::Reader::from_reader(source::open(input)?.reader);
    let broken =
        |row: u64, error: &csv::Error| FileError::Broken { row, detail: error.to_string() };
    let headers = table.headers().map_err(|error| broken(1, &error))?;
    let column = |name: &str| {
        headers.iter().position(|header| header == name).ok_or_else(|| FileError::NotRecognised {
            looks_like: format!("a table without the column {name}"),
        })
    };
    let (first, second) = (column(columns[0])?, column(columns[1])?);
    for (row, record) in (2..).zip(table.records()) {
        let record = record.map_err(|error| broken(row, &error))?;
        let value = |index: usize| record.get(index).unwrap_or_default().to_owned();
        if sink(value(first), value(second)).is_break() {
            break;
        }
    }
    Ok(())
}
