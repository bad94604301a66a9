//! How records stand in a file: one a line, one after the other, or in an array.

use std::{
    fmt,
    io::{BufRead, Read},
    ops::ControlFlow,
};

use domain::{Problem, RowIssue};
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Map, Value};

use crate::{
    FileError,
    source::{Text, read_error, skip_mark},
};

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

/// The most bytes of one line.
const LINE: u64 = 8 * 1024 * 1024;

/// What is done with a record: its number and fields, or why it is none.
pub(crate) type Take<'a> =
    &'a mut dyn FnMut(u64, Result<Map<String, Value>, RowIssue>) -> ControlFlow<()>;

fn unreadable(detail: impl fmt::Display) -> RowIssue {
    RowIssue { field: String::new(), problem: Problem::Unreadable { detail: detail.to_string() } }
}

fn as_object(value: Value) -> Result<Map<String, Value>, RowIssue> {
    match value {
        Value::Object(object) => Ok(object),
        _ => Err(unreadable("not a JSON object")),
    }
}

/// Hands every record over.
pub(crate) fn for_each(text: Text<'_>, frame: Frame, take: Take<'_>) -> Result<(), FileError> {
    let mut reader = text.reader;
    skip_mark(&mut reader).map_err(|error| read_error(&error, 1))?;
    match frame {
        Frame::Lines => lines(&mut reader, take),
        Frame::Concatenated => concatenated(&mut reader, take),
        Frame::Array => array(&mut reader, None, take),
        Frame::ArrayIn(field) => array(&mut reader, Some(field), take),
    }
}

fn lines(reader: &mut dyn BufRead, take: Take<'_>) -> Result<(), FileError> {
    let mut line = Vec::new();
    let mut row = 0;
    loop {
        line.clear();
        row += 1;
        let read = Read::take(&mut *reader, LINE)
            .read_until(b'\n', &mut line)
            .map_err(|error| read_error(&error, row))?;
        if read == 0 {
            return Ok(());
        }
        let whole = line.ends_with(b"\n") || u64::try_from(read).unwrap_or(u64::MAX) < LINE;
        if !whole {
            // The rest of the line is skipped, so that the next record is found.
            let mut rest = Vec::new();
            loop {
                rest.clear();
                let more = Read::take(&mut *reader, LINE).read_until(b'\n', &mut rest);
                if more.map_err(|error| read_error(&error, row))? == 0 || rest.ends_with(b"\n") {
                    break;
                }
            }
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let found = if whole {
            serde_json::from_slice::<Value>(&line).map_err(unreadable).and_then(as_object)
        } else {
            Err(RowIssue { field: String::new(), problem: Problem::TooLong { limit: LINE } })
        };
        if take(row, found).is_break() {
            return Ok(());
        }
    }
}

fn broken(error: &serde_json::Error, row: u64) -> FileError {
    match error.io_error_kind() {
        Some(kind) => read_error(&std::io::Error::new(kind, error.to_string()), row),
        None => FileError::Broken { row, detail: error.to_string() },
    }
}

fn concatenated(reader: &mut dyn BufRead, take: Take<'_>) -> Result<(), FileError> {
    let mut row = 0;
    for value in serde_json::Deserializer::from_reader(reader).into_iter::<Value>() {
        row += 1;
        let value = value.map_err(|error| broken(&error, row))?;
        if take(row, as_object(value)).is_break() {
            return Ok(());
        }
    }
    Ok(())
}

/// Walks through an array without holding more than one element.
struct Elements<'a, 'b> {
    take: Take<'b>,
    row: &'a mut u64,
    stopped: &'a mut bool,
}

impl<'de> DeserializeSeed<'de> for Elements<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Elements<'_, '_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of records")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        loop {
            *self.row += 1;
            let Some(value) = elements.next_element::<Value>()? else { return Ok(()) };
            if (self.take)(*self.row, as_object(value)).is_break() {
                *self.stopped = true;
                return Err(A::Error::custom("stopped"));
            }
        }
    }
}

/// Looks for the field that holds the array.
struct Within<'a, 'b> {
    field: &'static str,
    elements: Elements<'a, 'b>,
}

impl<'de> DeserializeSeed<'de> for Within<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Within<'_, '_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the array “{}”", self.field)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut elements = Some(self.elements);
        while let Some(key) = map.next_key::<String>()? {
            match elements.take_if(|_| key == self.field) {
                Some(found) => map.next_value_seed(found)?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        if elements.is_some() { Err(A::Error::missing_field(self.field)) } else { Ok(()) }
    }
}

fn array(
    reader: &mut dyn BufRead,
    field: Option<&'static str>,
    take: Take<'_>,
) -> Result<(), FileError> {
    let (mut row, mut stopped) = (0, false);
    let elements = Elements { take, row: &mut row, stopped: &mut stopped };
    let mut deserializer = serde_json::Deserializer::from_reader(reader);
    let read = match field {
        Some(field) => Within { field, elements }.deserialize(&mut deserializer),
        None => elements.deserialize(&mut deserializer),
    };
    match read.and_then(|()| deserializer.end()) {
        Err(error) if !stopped => Err(broken(&error, row.max(1))),
        _ => Ok(()),
    }
}
