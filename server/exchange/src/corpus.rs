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
    /// The language it states, as a code.
    pub lang: Option<String>,
    /// Whose it is; empty when the file does not say.
    pub organisation: String,
    /// Country and year, as far as the file says; empty when it does not.
    pub setting: String,
}

/// An organisation by its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// Other names and acronyms.
    pub aliases: Vec<String>,
    /// How well known it is, in the file's own measure.
    pub size: Option<f64>,
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
    let id = id_of(record).ok_or("a document needs an id")?;
    let text = string(record, &["text"]).ok_or("a document needs a text")?;
    Ok(Document {
        id,
        title: string(record, &["title"]).unwrap_or_default(),
        text,
        lang: string(record, &["lang", "language"]),
        organisation: string(record, &["organisation", "organization", "org", "recipient"])
            .unwrap_or_default(),
        setting: setting(record),
    })
}

fn id_of(record: &Map<String, Value>) -> Option<String> {
    match record.get("id") {
        Some(Value::String(id)) if !id.is_empty() => Some(id.clone()),
        Some(Value::Number(id)) => Some(id.to_string()),
        _ => None,
    }
}

/// The first of these fields that is a text.
fn string(record: &Map<String, Value>, fields: &[&str]) -> Option<String> {
    fields.iter().find_map(|field| record.get(*field).and_then(Value::as_str)).and_then(plain)
}

/// Country and the year of the first date there is.
fn setting(record: &Map<String, Value>) -> String {
    let year = match record.get("year") {
        Some(Value::Number(year)) => Some(year.to_string()),
        _ => string(record, &["year", "start", "award_date", "date"]),
    };
    let year: String = year.unwrap_or_default().chars().take(4).collect();
    let country = string(record, &["country"]).unwrap_or_default();
    format!("{country} {year}").trim().to_owned()
}

fn project(row: u64, record: &Map<String, Value>) -> Result<Document, String> {
    let mut record = record.clone();
    if id_of(&record).is_none() {
        record.insert("id".to_owned(), row.into());
    }
    if string(&record, &["text"]).is_none() {
        let text = string(&record, &["summary", "mission", "description"]).unwrap_or_default();
        record.insert("text".to_owned(), text.into());
    }
    let mut found = document(&record)?;
    if found.organisation.is_empty() {
        found.organisation = string(&record, &["name"]).unwrap_or_default();
    }
    Ok(found)
}

fn body(record: &Map<String, Value>) -> Result<Body, String> {
    let name = string(record, &["name", "organisation", "organization", "org", "title"])
        .filter(|name| !name.trim().is_empty())
        .ok_or("an organisation needs a name")?;
    let mut aliases = Vec::new();
    for field in ["aliases", "alias", "acronym", "short_name"] {
        match record.get(field) {
            Some(Value::String(alias)) => aliases.extend(plain(alias)),
            Some(Value::Array(all)) => {
                aliases.extend(all.iter().filter_map(Value::as_str).filter_map(plain));
            }
            _ => {}
        }
    }
    aliases.retain(|alias| !alias.trim().is_empty());
    let size = ["size", "followers", "audience", "staff", "awards", "grants"];
    let size = size.iter().find_map(|field| match record.get(*field) {
        Some(Value::Number(size)) => size.as_f64(),
        Some(Value::String(size)) => size.trim().parse().ok().filter(|size: &f64| size.is_finite()),
        _ => None,
    });
    Ok(Body { name, aliases, size })
}

/// Every record of JSON lines; the first that cannot be used ends it.
fn each<T>(
    input: &mut dyn Read,
    take: impl Fn(u64, &Map<String, Value>) -> Result<T, String>,
) -> Result<Vec<T>, FileError> {
    let text = source::open(input)?;
    let (mut found, mut failure) = (Vec::new(), None);
    frame::for_each(text, Frame::Lines, &mut |row, record| {
        let read = record.map_err(|issue| format!("{:?}", issue.problem));
        match read.and_then(|record| take(row, &record)) {
            Ok(item) => {
                found.push(item);
                ControlFlow::Continue(())
            }
            Err(detail) => {
                failure = Some(FileError::Broken { row, detail });
                ControlFlow::Break(())
            }
        }
    })?;
    failure.map_or(Ok(found), Err)
}

/// Reads projects: JSON lines with a text (`text`, `summary`, `mission` or `description`) and, as
/// far as they have them, `id`, `title`, `lang`, `country`, a year or date, and whose they are
/// (`organisation`, `org` or `name`).
///
/// # Errors
/// [`FileError`] when the file is no such file.
pub fn projects(input: &mut dyn Read) -> Result<Vec<Document>, FileError> {
    each(input, project)
}

/// Reads organisations: JSON lines with a `name` and, as far as they have them, `aliases` or
/// `acronym`, and one measure of size (`size`, `followers`, `audience`, `staff`, `awards`).
///
/// # Errors
/// [`FileError`] when the file is no such file.
pub fn bodies(input: &mut dyn Read) -> Result<Vec<Body>, FileError> {
    each(input, |_, record| body(record))
}

/// Reads yes or no per call from a CSV file: the column `call_id` (or `id`) and the column named,
/// or else the one after it. Rows without an answer are left out.
///
/// # Errors
/// [`FileError`] when a column is missing, or a row is damaged or says neither yes nor no.
pub fn labels(
    input: &mut dyn Read,
    column: Option<&str>,
) -> Result<Vec<(String, bool)>, FileError> {
    let mut table = csv::Reader::from_reader(source::open(input)?.reader);
    let broken = |row: u64, detail: String| FileError::Broken { row, detail };
    let headers = table.headers().map_err(|error| broken(1, error.to_string()))?;
    let position = |name: &str| headers.iter().position(|header| header == name);
    let missing = |name: &str| FileError::NotRecognised {
        looks_like: format!("a table without the column {name}"),
    };
    let id = position("call_id").or_else(|| position("id")).ok_or_else(|| missing("call_id"))?;
    let label = match column {
        Some(name) => position(name).ok_or_else(|| missing(name))?,
        None => id + 1,
    };
    let mut labels = Vec::new();
    for (row, record) in (2..).zip(table.records()) {
        let record = record.map_err(|error| broken(row, error.to_string()))?;
        let answer = match record.get(label).unwrap_or_default().trim() {
            "1" | "yes" | "true" => true,
            "0" | "no" | "false" => false,
            "" => continue,
            other => return Err(broken(row, format!("“{other}” is neither 1 nor 0"))),
        };
        labels.push((record.get(id).unwrap_or_default().to_owned(), answer));
    }
    Ok(labels)
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
                Document {
                    id: draft.external_id,
                    title: content.title,
                    text: texts.join("\n\n"),
                    lang: content.lang.map(|lang| lang.code().to_owned()),
                    organisation: String::new(),
                    setting: String::new(),
                }
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

#[cfg(test)]
mod tests {
    use super::{bodies, labels, projects};

    #[test]
    fn projects_and_organisations_are_read_as_far_as_they_go() {
        let file = r#"{"mission": "We print.", "name": "Qarvo", "country": "DE", "start": "2024-05-01"}
{"id": 7, "title": "T", "text": "We teach.", "org": "Zilmex", "lang": "en"}"#;
        let found = projects(&mut file.as_bytes()).unwrap();
        assert_eq!(
            (found[0].text.as_str(), found[0].organisation.as_str()),
            ("We print.", "Qarvo")
        );
        assert_eq!(found[0].setting, "DE 2024");
        assert_eq!((found[1].id.as_str(), found[1].organisation.as_str()), ("7", "Zilmex"));

        let file = r#"{"name": "Qarvo", "acronym": "QRV", "followers": "120"}
{"org": "Zilmex", "aliases": ["ZX", ""], "size": 3}"#;
        let found = bodies(&mut file.as_bytes()).unwrap();
        assert_eq!(
            (found[0].aliases.as_slice(), found[0].size),
            (["QRV".to_owned()].as_slice(), Some(120.0))
        );
        assert_eq!((found[1].aliases.len(), found[1].size), (1, Some(3.0)));
        assert!(bodies(&mut r#"{"aliases": []}"#.as_bytes()).is_err());
    }

    #[test]
    fn labels_are_yes_or_no() {
        let file = "call_id,expert,majority\na,1,0\nb,,1\nc,0,1\n";
        let read = |column| labels(&mut file.as_bytes(), column).unwrap();
        assert_eq!(read(None), [("a".to_owned(), true), ("c".to_owned(), false)]);
        assert_eq!(read(Some("majority")).len(), 3);
        assert!(labels(&mut file.as_bytes(), Some("nobody")).is_err());
        assert!(labels(&mut "id,x\na,perhaps\n".as_bytes(), None).is_err());
    }
}
