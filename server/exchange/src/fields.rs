//! Reading the fields of one record, and collecting everything that is wrong with it.

use std::str::FromStr;

use chrono::NaiveDate;
use domain::{Problem, RowIssue};
use serde_json::{Map, Value};

/// The fields of a record that have not been asked for yet, and the issues found so far.
pub(crate) struct Fields {
    rest: Map<String, Value>,
    path: String,
    issues: Vec<RowIssue>,
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

    /// A text of at most `limit` bytes, trimmed; empty when missing.
    pub(crate) fn text(&mut self, field: &str, limit: usize) -> String {
        match self.value(field) {
            None => String::new(),
            Some(Value::String(text)) if text.len() <= limit => text.trim().to_owned(),
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

    /// An identifier: text or a whole number.
    pub(crate) fn id(&mut self, field: &str) -> String {
        if let Some(Value::Number(number)) = self.rest.get(field) {
            let text = number.to_string();
            self.rest.remove(field);
            return text;
        }
        self.required(field, 200)
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

    /// A list of such values.
    pub(crate) fn list<T: FromStr>(&mut self, field: &str, expected: &str) -> Vec<T> {
        match self.value(field) {
            None => Vec::new(),
            Some(Value::Array(values)) => values
                .iter()
                .filter_map(|value| {
                    let parsed = value.as_str().and_then(|text| text.trim().parse().ok());
                    if parsed.is_none() {
                        self.invalid(field, value, expected);
                    }
                    parsed
                })
                .collect(),
            Some(other) => {
                self.invalid(field, &other, "a list");
                Vec::new()
            }
        }
    }

    /// A day, `2026-12-31`.
    pub(crate) fn day(&mut self, field: &str) -> Option<NaiveDate> {
        self.parsed(field, "a day such as 2026-12-31")
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

    /// A list of such parts.
    pub(crate) fn parts<T>(
        &mut self,
        field: &str,
        mut read: impl FnMut(&mut Fields) -> T,
    ) -> Vec<T> {
        match self.value(field) {
            None => Vec::new(),
            Some(Value::Array(values)) => values
                .into_iter()
                .enumerate()
                .filter_map(|(index, value)| match value {
                    Value::Object(object) => {
                        Some(self.within(&format!("{field}[{}].", index + 1), object, &mut read))
                    }
                    other => {
                        self.invalid(field, &other, "a list of objects");
                        None
                    }
                })
                .collect(),
            Some(other) => {
                self.invalid(field, &other, "a list");
                Vec::new()
            }
        }
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

    /// What was read, or everything that is wrong with it.
    pub(crate) fn finish<T>(self, read: T) -> Result<T, Vec<RowIssue>> {
        if self.issues.is_empty() { Ok(read) } else { Err(self.issues) }
    }
}
