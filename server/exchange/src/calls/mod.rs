//! Calls: which format a file has, and one module per format.

mod eu;
mod native;
mod ua;
mod us;

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    io::Read,
    ops::ControlFlow,
};

use crate::{
    FileError, Sink,
    fields::Fields,
    frame::{self, Frame},
    shape::{self, Shape},
    source,
};
use domain::{CallDraft, Located, Problem, RowIssue};

pub(crate) use native::range;

/// The formats of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallFormat {
    /// Waxwing's own: one JSON object a line (`server/docs/native-format.md`).
    Native,
    /// A daily feed of topics of the EU Funding & Tenders portal: one object with the array
    /// `grants`.
    EuFeed,
    /// A dump of topics of the same portal: concatenated objects with `topicId`.
    EuDump,
    /// Topics of the same portal as flat records, one a line.
    EuLines,
    /// Calls for Ukrainian civil society as flat records, one a line.
    UaLines,
    /// The same as an array of the site's own records.
    UaArray,
    /// Grant opportunities of US states, one a line.
    UsLines,
}

impl CallFormat {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::EuFeed => "eu-portal-feed",
            Self::EuDump => "eu-portal-dump",
            Self::EuLines => "eu-portal-lines",
            Self::UaLines => "ua-cso-lines",
            Self::UaArray => "ua-cso-array",
            Self::UsLines => "us-state-lines",
        }
    }

    const fn frame(self) -> Frame {
        match self {
            Self::EuFeed => Frame::ArrayIn("grants"),
            Self::EuDump => Frame::Concatenated,
            Self::UaArray => Frame::Array,
            Self::Native | Self::EuLines | Self::UaLines | Self::UsLines => Frame::Lines,
        }
    }

    fn read(self, fields: &mut Fields) -> CallDraft {
        match self {
            Self::Native => native::read(fields),
            Self::EuFeed => eu::feed(fields),
            Self::EuDump => eu::dump(fields),
            Self::EuLines => eu::line(fields),
            Self::UaLines => ua::line(fields),
            Self::UaArray => ua::record(fields),
            Self::UsLines => us::line(fields),
        }
    }
}

/// Recognises a format by the beginning of the text: by the fields of the first record, or of the
/// first line that has those of a known format.
fn recognise(start: &str) -> Result<CallFormat, FileError> {
    let (opening, first) = match shape::of(start) {
        Shape::Array(keys) => ('[', keys),
        Shape::Object(keys) => ('{', keys),
        Shape::Other(looks_like) => {
            return Err(FileError::NotRecognised { looks_like: looks_like.to_owned() });
        }
    };
    let has = |keys: &[String], wanted: &[&str]| {
        wanted.iter().all(|key| keys.iter().any(|found| found == key))
    };
    if opening == '[' {
        return if has(&first, &["grant_name", "funding_organization"]) {
            Ok(CallFormat::UaArray)
        } else {
            Err(FileError::NotRecognised { looks_like: shape::described("a JSON array", &first) })
        };
    }
    if has(&first, &["topicId", "callIdentifier"]) {
        return Ok(CallFormat::EuDump);
    }
    if has(&first, &["generatedAt", "source"]) {
        return Ok(CallFormat::EuFeed);
    }
    let of_line = |keys: &[String]| {
        if has(keys, &["donor"]) {
            Some(CallFormat::Native)
        } else if has(keys, &["action_type", "call_id"]) {
            Some(CallFormat::EuLines)
        } else if has(keys, &["amount_text", "region"]) {
            Some(CallFormat::UaLines)
        } else if has(keys, &["category", "eligibility", "funder"]) {
            Some(CallFormat::UsLines)
        } else {
            None
        }
    };
    let known = std::iter::once(first.clone())
        .chain(start.lines().skip(1).take(100).filter_map(shape::keys_of_line))
        .find_map(|keys| of_line(&keys));
    // A native file in which no record names a donor is one whose every record is refused for that.
    let only_native = !first.is_empty()
        && has(&first, &["title"])
        && first.iter().all(|key| native::FIELDS.contains(&key.as_str()));
    match known {
        Some(format) => Ok(format),
        None if only_native => Ok(CallFormat::Native),
        None => {
            Err(FileError::NotRecognised { looks_like: shape::described("JSON records", &first) })
        }
    }
}

pub(crate) fn read(
    input: &mut dyn Read,
    sink: Sink<'_, CallDraft>,
) -> Result<CallFormat, FileError> {
    read_text(source::open(input)?, sink)
}

/// Reads calls from a file that was opened.
pub(crate) fn read_text(
    text: source::Text<'_>,
    sink: Sink<'_, CallDraft>,
) -> Result<CallFormat, FileError> {
    let format = recognise(&text.start)?;
    let mut seen = Seen::default();
    frame::for_each(text, format.frame(), &mut |row, record| {
        let item = record.map_err(|issue| vec![issue]).and_then(|record| {
            let mut fields = Fields::of(record);
            let draft = format.read(&mut fields);
            if !fields.has_issues()
                && let Some(first_row) = seen.before(row, &draft.source, &draft.external_id)
            {
                fields.issue("id", Problem::Repeated { first_row });
            }
            fields.finish(draft)
        });
        sink(Located { row, item })
    })?;
    Ok(format)
}

/// Remembers the identifiers of accepted records by a hash, so that a long file needs little memory.
#[derive(Default)]
pub(crate) struct Seen(HashMap<u64, u64>);

impl Seen {
    /// The row that had the identifier first, if one had.
    pub(crate) fn before(&mut self, row: u64, source: &str, id: &str) -> Option<u64> {
        if id.is_empty() {
            return None;
        }
        let mut hasher = DefaultHasher::new();
        (source, id).hash(&mut hasher);
        match self.0.entry(hasher.finish()) {
            std::collections::hash_map::Entry::Occupied(known) => Some(*known.get()),
            std::collections::hash_map::Entry::Vacant(new) => {
                new.insert(row);
                None
            }
        }
    }
}

/// Reads native records of a kind that has these fields.
pub(crate) fn read_native<T>(
    input: &mut dyn Read,
    known: &[&str],
    sink: Sink<'_, T>,
    read: &dyn Fn(&mut Fields) -> (String, String, T),
) -> Result<(), FileError> {
    let text = source::open(input)?;
    let keys = match shape::of(&text.start) {
        Shape::Object(keys) => keys,
        Shape::Array(keys) => {
            return Err(FileError::NotRecognised {
                looks_like: shape::described("a JSON array", &keys),
            });
        }
        Shape::Other(looks_like) => {
            return Err(FileError::NotRecognised { looks_like: looks_like.to_owned() });
        }
    };
    // A misspelt field is refused with its record; a file of something else altogether is refused
    // at once.
    let foreign = keys.iter().filter(|key| !known.contains(&key.as_str())).count();
    if foreign * 2 > keys.len() {
        return Err(FileError::NotRecognised {
            looks_like: shape::described("JSON records", &keys),
        });
    }
    let mut seen = Seen::default();
    frame::for_each(text, Frame::Lines, &mut |row,
                                              record: Result<_, RowIssue>|
     -> ControlFlow<()> {
        let item = record.map_err(|issue| vec![issue]).and_then(|record| {
            let mut fields = Fields::of(record);
            let (source, id, draft) = read(&mut fields);
            fields.refuse_unknown();
            if !fields.has_issues()
                && let Some(first_row) = seen.before(row, &source, &id)
            {
                fields.issue("id", Problem::Repeated { first_row });
            }
            fields.finish(draft)
        });
        sink(Located { row, item })
    })
}
