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

use domain::{CallDraft, Located, Problem, RowIssue};
use serde_json::{Map, Value};

use crate::{
    FileError, Sink,
    fields::Fields,
    frame::{self, Frame},
    source,
};

pub use native::write as write_call;

/// What other native records share with calls.
pub(crate) mod native_parts {
    pub(crate) use super::native::{codes, compact, range, range_value};
}

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

/// Recognises a format by the beginning of the text.
fn recognise(start: &str) -> Result<CallFormat, FileError> {
    let has =
        |text: &str, keys: &[&str]| keys.iter().all(|key| text.contains(&format!("\"{key}\"")));
    let first_line = start.lines().next().unwrap_or_default();
    match start.chars().next() {
        Some('[') if has(start, &["grant_name", "funding_organization"]) => {
            return Ok(CallFormat::UaArray);
        }
        Some('[') => {
            let looks_like = "a JSON array; native records stand one a line".to_owned();
            return Err(FileError::NotRecognised { looks_like });
        }
        Some('{') => {}
        _ => {
            let looks_like =
                if first_line.contains([',', ';', '\t']) { "a table" } else { "plain text" };
            return Err(FileError::NotRecognised { looks_like: looks_like.to_owned() });
        }
    }
    // A dump of concatenated objects may be one endless line, and a feed begins with an envelope.
    if has(start.get(..start.len().min(4096)).unwrap_or(start), &["topicId", "callIdentifier"]) {
        return Ok(CallFormat::EuDump);
    }
    if has(start, &["generatedAt", "source"]) && !has(first_line, &["title", "donor"]) {
        return Ok(CallFormat::EuFeed);
    }
    let keys: Vec<String> = match serde_json::from_str::<Map<String, Value>>(first_line) {
        Ok(object) => object.into_iter().map(|(key, _)| key).collect(),
        // Damaged, cut off by the look, or spread over lines: told by what is there.
        Err(_) => [
            "donor",
            "action_type",
            "call_id",
            "amount_text",
            "region",
            "category",
            "eligibility",
            "funder",
        ]
        .into_iter()
        .filter(|key| has(first_line, &[key]))
        .map(str::to_owned)
        .collect(),
    };
    let is = |wanted: &[&str]| wanted.iter().all(|key| keys.iter().any(|found| found == key));
    if is(&["donor"]) {
        Ok(CallFormat::Native)
    } else if is(&["action_type", "call_id"]) {
        Ok(CallFormat::EuLines)
    } else if is(&["amount_text", "region"]) {
        Ok(CallFormat::UaLines)
    } else if is(&["category", "eligibility", "funder"]) {
        Ok(CallFormat::UsLines)
    } else {
        let looks_like = match keys.as_slice() {
            [] => "a JSON object spread over lines, or a damaged one".to_owned(),
            keys => format!(
                "JSON records with the fields {}",
                keys.join(", ").chars().take(200).collect::<String>()
            ),
        };
        Err(FileError::NotRecognised { looks_like })
    }
}

pub(crate) fn read(
    input: &mut dyn Read,
    sink: Sink<'_, CallDraft>,
) -> Result<CallFormat, FileError> {
    let text = source::open(input)?;
    let format = recognise(&text.start)?;
    let mut seen = Seen::default();
    frame::for_each(text, format.frame(), &mut |row, record| {
        let item = record.map_err(|issue| vec![issue]).and_then(|record| {
            let mut fields = Fields::of(record);
            let draft = format.read(&mut fields);
            if let Some(first_row) = seen.before(row, &draft.source, &draft.external_id) {
                fields.issue("id", Problem::Repeated { first_row });
            }
            fields.finish(draft)
        });
        sink(Located { row, item })
    })?;
    Ok(format)
}

/// Remembers identifiers by a hash, so that a long file needs little memory.
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

/// Reads native records of any kind.
pub(crate) fn read_native<T>(
    input: &mut dyn Read,
    sink: Sink<'_, T>,
    read: &dyn Fn(&mut Fields) -> (String, String, T),
) -> Result<(), FileError> {
    let text = source::open(input)?;
    if !text.start.starts_with('{') {
        return Err(FileError::NotRecognised {
            looks_like: "not one JSON object a line".to_owned(),
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
            if let Some(first_row) = seen.before(row, &source, &id) {
                fields.issue("id", Problem::Repeated { first_row });
            }
            fields.finish(draft)
        });
        sink(Located { row, item })
    })
}
