//! Records of JSON: one a line, one after the other, or in an array.

use std::{
    cell::Cell,
    fmt,
    io::{self, BufRead, Read},
};

use domain::{Problem, RowIssue};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess,
    Visitor,
};
use serde_json::{Map, Value};

use super::{RECORD, RECORDS, Take};
use crate::{
    FileError,
    source::{Stop, read_error},
};

fn unreadable(field: String, detail: impl fmt::Display) -> RowIssue {
    RowIssue { field, problem: Problem::Unreadable { detail: detail.to_string() } }
}

/// A record as it stands in the file.
enum Record {
    Object(Map<String, Value>),
    /// A field occurs twice, and which one is meant cannot be told.
    Twice(String),
    Other,
}

impl Record {
    fn into_fields(self) -> Result<Map<String, Value>, RowIssue> {
        match self {
            Self::Object(object) => Ok(object),
            Self::Twice(field) => Err(unreadable(field, "the field occurs twice")),
            Self::Other => Err(unreadable(String::new(), "not a JSON object")),
        }
    }
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Record;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a record")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
                let (mut object, mut twice) = (Map::new(), None);
                while let Some((key, value)) = map.next_entry::<String, Value>()? {
                    if object.contains_key(&key) {
                        twice.get_or_insert(key);
                    } else {
                        object.insert(key, value);
                    }
                }
                Ok(twice.map_or(Record::Object(object), Record::Twice))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Record, A::Error> {
                while elements.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Record::Other)
            }
            fn visit_str<E>(self, _: &str) -> Result<Record, E> {
                Ok(Record::Other)
            }
            fn visit_unit<E>(self) -> Result<Record, E> {
                Ok(Record::Other)
            }
            fn visit_bool<E>(self, _: bool) -> Result<Record, E> {
                Ok(Record::Other)
            }
            fn visit_u64<E>(self, _: u64) -> Result<Record, E> {
                Ok(Record::Other)
            }
            fn visit_i64<E>(self, _: i64) -> Result<Record, E> {
                Ok(Record::Other)
            }
            fn visit_f64<E>(self, _: f64) -> Result<Record, E> {
                Ok(Record::Other)
            }
        }
        deserializer.deserialize_any(Fields)
    }
}

pub(super) fn lines(reader: &mut dyn BufRead, take: Take<'_>) -> Result<(), FileError> {
    let (mut line, mut row) = (Vec::new(), 0);
    loop {
        line.clear();
        row += 1;
        let read = Read::take(&mut *reader, RECORD)
            .read_until(b'\n', &mut line)
            .map_err(|error| read_error(&error, row))?;
        if read == 0 {
            return Ok(());
        }
        if row > RECORDS {
            return Err(FileError::TooManyRecords { limit: RECORDS });
        }
        let whole = line.ends_with(b"\n") || u64::try_from(read).unwrap_or(u64::MAX) < RECORD;
        if !whole {
            // The rest of the line is skipped, so that the next record is found.
            reader.skip_until(b'\n').map_err(|error| read_error(&error, row))?;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let found = if whole {
            serde_json::from_slice::<Record>(&line)
                .map_err(|error| unreadable(String::new(), error))
                .and_then(Record::into_fields)
        } else {
            Err(RowIssue { field: String::new(), problem: Problem::TooLong { limit: RECORD } })
        };
        if take(row, found).is_break() {
            return Ok(());
        }
    }
}

/// Ends the reading when one record takes more than its share of bytes.
struct Budget<'a> {
    inner: &'a mut dyn BufRead,
    left: &'a Cell<u64>,
}

impl Read for Budget<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        match self.left.get().checked_sub(u64::try_from(count).unwrap_or(u64::MAX)) {
            Some(left) => self.left.set(left),
            None => return Err(io::Error::other(Stop::Record(RECORD))),
        }
        Ok(count)
    }
}

fn broken(error: serde_json::Error, row: u64) -> FileError {
    if error.is_io() {
        return read_error(&io::Error::from(error), row);
    }
    if error.is_eof() {
        return FileError::Truncated { row };
    }
    let detail = error.to_string();
    // serde_json has no other way to tell.
    if detail.starts_with("recursion limit exceeded") {
        FileError::TooDeep { row }
    } else {
        FileError::Broken { row, detail }
    }
}

pub(super) fn concatenated(reader: &mut dyn BufRead, take: Take<'_>) -> Result<(), FileError> {
    let (left, mut row) = (Cell::new(RECORD), 0);
    let budget = Budget { inner: reader, left: &left };
    for record in serde_json::Deserializer::from_reader(budget).into_iter::<Record>() {
        row += 1;
        if row > RECORDS {
            return Err(FileError::TooManyRecords { limit: RECORDS });
        }
        let record = record.map_err(|error| broken(error, row))?;
        left.set(RECORD);
        if take(row, record.into_fields()).is_break() {
            return Ok(());
        }
    }
    Ok(())
}

/// Why a walk through an array ended before its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ended {
    /// Nobody wants more.
    Enough,
    /// There are too many elements.
    TooMany,
}

/// Walks through an array without holding more than one element.
struct Elements<'a, 'b> {
    take: Take<'b>,
    row: &'a mut u64,
    left: &'a Cell<u64>,
    ended: &'a mut Option<Ended>,
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
            let Some(record) = elements.next_element::<Record>()? else { return Ok(()) };
            self.left.set(RECORD);
            *self.ended = if *self.row > RECORDS {
                Some(Ended::TooMany)
            } else if (self.take)(*self.row, record.into_fields()).is_break() {
                Some(Ended::Enough)
            } else {
                continue;
            };
            return Err(A::Error::custom("ended early"));
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

pub(super) fn array(
    reader: &mut dyn BufRead,
    field: Option<&'static str>,
    take: Take<'_>,
) -> Result<(), FileError> {
    let (left, mut row, mut ended) = (Cell::new(RECORD), 0, None);
    let elements = Elements { take, row: &mut row, left: &left, ended: &mut ended };
    let mut deserializer =
        serde_json::Deserializer::from_reader(Budget { inner: reader, left: &left });
    let read = match field {
        Some(field) => Within { field, elements }.deserialize(&mut deserializer),
        None => elements.deserialize(&mut deserializer),
    };
    let read = read.and_then(|()| deserializer.end());
    match (read, ended) {
        (_, Some(Ended::Enough)) | (Ok(()), None) => Ok(()),
        (_, Some(Ended::TooMany)) => Err(FileError::TooManyRecords { limit: RECORDS }),
        (Err(error), None) => Err(broken(error, row.max(1))),
    }
}
