//! Reading the fields of one record, and collecting everything that is wrong with it.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use domain::{Problem, RowIssue};
use serde_json::{Map, Value};

use crate::{free_text::day_of_moment, text::plain};

/// The most bytes of a long text. The longest real one has 36 kB, and the limit for imports at
/// large, 64 kB a cell, leaves it little room.
pub(crate) const TEXT: usize = 256 * 1024;
/// The most bytes of anything short.
pub(crate) const SHORT: usize = 4096;
/// The most values of a list: more than there are places.
pub(crate) const LIST: usize = 500;
/// The most bytes of an identifier.
pub(crate) const ID: usize = 200;
/// The most bytes of a donor's name.
pub(crate) const DONOR: usize = 500;

/// The fields of a record that have not been asked for yet, and the issues found so far.
pub(crate) struct Fields {
    rest: Map<String, Value>,
    path: String,
    issues: Vec<RowIssue>,
}

const DAY: &str = "a day such as 2026-12-31";

/// A day of a time in which calls and organisations live: a year such as 0206 is a slip.
struct Day(NaiveDate);

impl FromStr for Day {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let usual = |day: &NaiveDate| (1900..=2200).contains(&day.year());
        day_of_moment(text).filter(|day| text.len() == 10 && usual(day)).map(Self).ok_or(())
    }
}

/// A day as a source writes it, also where it means “never”.
struct AnyDay(NaiveDate);

impl FromStr for AnyDay {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        day_of_moment(text).filter(|_| text.len() == 10).map(Self).ok_or(())
    }
}

/// A value cut to a length that fits into a message.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if text.chars().count() > 80 { text.chars().take(79).chain(['…']).collect() } else { text }
}

impl Fields {
    pub(crate) fn of(record: Map<String, Value>) -> Self {
        Self { rest: record, path: String::new(), issues: Vec::new() }
    }

    pub(crate) fn issue(&mut self, field: &str, problem: Problem) {
        self.issues.push(RowIssue { field: format!("{}{field}", self.path), problem });
    }

    pub(crate) fn invalid(&mut self, field: &str, found: &Value, expected: &str) {
        self.issue(field, Problem::Invalid { found: shown(found), expected: expected.to_owned() });
    }

    /// The value of a field; `None` when missing or null.
    pub(crate) fn value(&mut self, field: &str) -> Option<Value> {
        self.rest.remove(field).filter(|value| !value.is_null())
    }

    /// A text of at most `limit` bytes as it stands in the file; empty when missing.
    fn raw(&mut self, field: &str, limit: usize) -> String {
        match self.value(field) {
            None => String::new(),
            Some(Value::String(text)) if text.len() <= limit => text,
            Some(Value::String(_)) => {
                self.issue(
                    field,
                    Problem::TooLong { limit: u64::try_from(limit).unwrap_or(u64::MAX) },
                );
                String::new()
            }
            Some(other) => {
                self.invalid(field, &other, "text");
                String::new()
            }
        }
    }

    /// A text without markup of at most `limit` bytes, trimmed; empty when missing. Characters that
    /// control a device have no place in it, and one database does not even store all of them.
    pub(crate) fn text(&mut self, field: &str, limit: usize) -> String {
        let text = self.raw(field, limit);
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            self.invalid(field, &Value::from(text), "text without control characters");
            return String::new();
        }
        let text = text.trim();
        if text.contains('\r') {
            text.replace("\r\n", "\n").replace('\r', "\n")
        } else {
            text.to_owned()
        }
    }

    /// A text that may be damaged or marked up, as people should read it.
    pub(crate) fn plain(&mut self, field: &str, limit: usize) -> String {
        let raw = self.raw(field, limit);
        plain(&raw).unwrap_or_else(|| {
            self.invalid(
                field,
                &Value::from(raw),
                "text whose letters were not damaged on the way",
            );
            String::new()
        })
    }

    /// [`Fields::text`], `None` when empty.
    pub(crate) fn text_opt(&mut self, field: &str, limit: usize) -> Option<String> {
        Some(self.text(field, limit)).filter(|text| !text.is_empty())
    }

    /// A text that must not be empty.
    pub(crate) fn required(&mut self, field: &str, limit: usize) -> String {
        let before = self.issues.len();
        let text = self.text(field, limit);
        if text.is_empty() && self.issues.len() == before {
            self.issue(field, Problem::Missing);
        }
        text
    }

    /// [`Fields::plain`] of a text that must not be empty.
    pub(crate) fn required_plain(&mut self, field: &str, limit: usize) -> String {
        let before = self.issues.len();
        let text = self.plain(field, limit);
        if text.is_empty() && self.issues.len() == before {
            self.issue(field, Problem::Missing);
        }
        text
    }

    /// The name of whoever gives, from a source that may be damaged or marked up.
    pub(crate) fn plain_donor(&mut self, field: &str) -> String {
        let name = self.required_plain(field, DONOR);
        self.named(field, name)
    }

    /// The name of whoever gives.
    pub(crate) fn donor(&mut self, field: &str) -> String {
        let name = self.required(field, DONOR);
        self.named(field, name)
    }

    /// Without a name nobody can tell whether contact is safe; what has no letter is a piece of
    /// something else.
    fn named(&mut self, field: &str, name: String) -> String {
        if !name.is_empty() && !name.chars().any(char::is_alphabetic) {
            self.invalid(field, &Value::from(name.as_str()), "the name of a donor");
        }
        name
    }

    /// An identifier: text or a whole number.
    pub(crate) fn id(&mut self, field: &str) -> String {
        if let Some(Value::Number(number)) = self.rest.get(field) {
            let text = number.to_string();
            self.rest.remove(field);
            return text;
        }
        self.required(field, ID)
    }

    /// A value of a closed vocabulary or another type that reads itself from text.
    pub(crate) fn parsed<T: FromStr>(&mut self, field: &str, expected: &str) -> Option<T> {
        let value = self.value(field)?;
        let parsed = value
            .as_str()
            .filter(|text| !text.is_empty())
            .and_then(|text| text.trim().parse().ok());
        if parsed.is_none() && value.as_str() != Some("") {
            self.invalid(field, &value, expected);
        }
        parsed
    }

    /// The values of a list; none when missing.
    fn values(&mut self, field: &str) -> Vec<Value> {
        match self.value(field) {
            None => Vec::new(),
            Some(Value::Array(values)) if values.len() <= LIST => values,
            Some(Value::Array(values)) => {
                let expected = format!("at most {LIST} values");
                self.invalid(field, &Value::from(values.len()), &expected);
                Vec::new()
            }
            Some(other) => {
                self.invalid(field, &other, "a list");
                Vec::new()
            }
        }
    }

    /// Such a value that must be there.
    pub(crate) fn required_parsed<T: FromStr>(&mut self, field: &str, expected: &str) -> Option<T> {
        let before = self.issues.len();
        let parsed = self.parsed(field, expected);
        if parsed.is_none() && self.issues.len() == before {
            self.issue(field, Problem::Missing);
        }
        parsed
    }

    /// A list of such values.
    pub(crate) fn list<T: FromStr>(&mut self, field: &str, expected: &str) -> Vec<T> {
        let mut list = Vec::new();
        for value in self.values(field) {
            match value.as_str().and_then(|text| text.trim().parse().ok()) {
                Some(parsed) => list.push(parsed),
                None => self.invalid(field, &value, expected),
            }
        }
        list
    }

    /// A list of texts of at most `limit` bytes each, none of them empty.
    pub(crate) fn texts(&mut self, field: &str, limit: usize) -> Vec<String> {
        let mut list = Vec::new();
        for (index, value) in self.values(field).into_iter().enumerate() {
            let step = format!("{field}[{}]", index + 1);
            self.rest.insert(step.clone(), value);
            list.push(self.required(&step, limit));
        }
        list
    }

    /// A day, `2026-12-31`.
    pub(crate) fn day(&mut self, field: &str) -> Option<NaiveDate> {
        self.parsed::<Day>(field, DAY).map(|day| day.0)
    }

    /// A day, which may be one that stands for none.
    pub(crate) fn any_day(&mut self, field: &str) -> Option<NaiveDate> {
        self.parsed::<AnyDay>(field, DAY).map(|day| day.0)
    }

    /// A day that must be there.
    pub(crate) fn required_day(&mut self, field: &str) -> Option<NaiveDate> {
        self.required_parsed::<Day>(field, DAY).map(|day| day.0)
    }

    /// A day that must be there, which may be one that stands for none.
    pub(crate) fn required_any_day(&mut self, field: &str) -> Option<NaiveDate> {
        self.required_parsed::<AnyDay>(field, DAY).map(|day| day.0)
    }

    /// Yes or no.
    pub(crate) fn yes_no(&mut self, field: &str) -> Option<bool> {
        let value = self.value(field)?;
        let known = value.as_bool();
        if known.is_none() {
            self.invalid(field, &value, "true or false");
        }
        known
    }

    /// A whole number in range.
    pub(crate) fn number<T: TryFrom<u64>>(&mut self, field: &str, expected: &str) -> Option<T> {
        let value = self.value(field)?;
        let known = value.as_u64().and_then(|number| T::try_from(number).ok());
        if known.is_none() {
            self.invalid(field, &value, expected);
        }
        known
    }

    /// A part that is an object of its own: its issues carry the path to it.
    pub(crate) fn part<T>(
        &mut self,
        field: &str,
        read: impl FnOnce(&mut Fields) -> T,
    ) -> Option<T> {
        match self.value(field)? {
            Value::Object(object) => Some(self.within(&format!("{field}."), object, read)),
            other => {
                self.invalid(field, &other, "an object");
                None
            }
        }
    }

    /// [`Fields::part`] of a format in which other fields may stand beside those that are read.
    pub(crate) fn part_open<T>(
        &mut self,
        field: &str,
        read: impl FnOnce(&mut Fields) -> T,
    ) -> Option<T> {
        self.part(field, |part| {
            let read = read(part);
            part.rest.clear();
            read
        })
    }

    /// A list of such parts.
    pub(crate) fn parts<T>(
        &mut self,
        field: &str,
        mut read: impl FnMut(&mut Fields) -> T,
    ) -> Vec<T> {
        let mut list = Vec::new();
        for (index, value) in self.values(field).into_iter().enumerate() {
            match value {
                Value::Object(object) => {
                    list.push(self.within(&format!("{field}[{}].", index + 1), object, &mut read));
                }
                other => self.invalid(field, &other, "a list of objects"),
            }
        }
        list
    }

    fn within<T>(
        &mut self,
        step: &str,
        object: Map<String, Value>,
        read: impl FnOnce(&mut Fields) -> T,
    ) -> T {
        let mut inner =
            Fields { rest: object, path: format!("{}{step}", self.path), issues: Vec::new() };
        let read = read(&mut inner);
        inner.refuse_unknown();
        self.issues.append(&mut inner.issues);
        read
    }

    /// Every field that nothing asked for is an issue: a misspelt field would otherwise be lost.
    pub(crate) fn refuse_unknown(&mut self) {
        let unknown: Vec<String> = self.rest.keys().cloned().collect();
        for field in unknown {
            self.issue(&field, Problem::UnknownField);
        }
        self.rest.clear();
    }

    /// Whether anything was wrong so far.
    pub(crate) fn has_issues(&self) -> bool {
        !self.issues.is_empty()
    }

    /// What was read, or everything that is wrong with it.
    pub(crate) fn finish<T>(self, read: T) -> Result<T, Vec<RowIssue>> {
        if self.issues.is_empty() { Ok(read) } else { Err(self.issues) }
    }
}
