//! What is different between a record and what a file now says about it.
//!
//! Both are compared as JSON objects, field by field. A field the file leaves open keeps what is on
//! record: sources are silent far more often than they take something back.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field, as the domain names it.
    pub field: String,
    /// The value on record, as JSON.
    pub before: String,
    /// The value from the file, as JSON.
    pub after: String,
    /// The value on record stays, because a person decided it.
    pub kept: bool,
}

/// Whether a value says nothing.
fn is_silent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        // `Closing::Unknown`
        Value::Object(object) => object.get("kind").and_then(Value::as_str) == Some("unknown"),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Whether `new` is `old` cut off: some renderings of a source end texts with an ellipsis.
fn is_cut_from(new: &Value, old: &Value) -> bool {
    let (Value::String(new), Value::String(old)) = (new, old) else { return false };
    let Some(start) =
        new.trim_end().strip_suffix('…').or_else(|| new.trim_end().strip_suffix("..."))
    else {
        return false;
    };
    let bare =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).take(400).collect::<String>();
    old.len() > new.len()
        && bare(old).starts_with(&bare(start).chars().take(200).collect::<String>())
}

fn object<T: Serialize>(value: &T) -> serde_json::Result<Map<String, Value>> {
    match serde_json::to_value(value)? {
        Value::Object(object) => Ok(object),
        other => Ok(Map::from_iter([("value".to_owned(), other)])),
    }
}

/// What is on record with what the file says laid over it, and the fields in which that differs.
/// Fields that a person decided stay, and are named as such.
///
/// # Errors
/// Only when the type does not read back what it writes, which the domain's types do.
pub(crate) fn merge<T: Serialize + DeserializeOwned>(
    old: &T,
    new: &T,
    is_kept: impl Fn(&str) -> bool,
) -> serde_json::Result<(T, Vec<FieldChange>)> {
    let mut merged = object(old)?;
    let mut changes = Vec::new();
    for (field, after) in object(new)? {
        let before = merged.get(&field).cloned().unwrap_or(Value::Null);
        if before == after || is_silent(&after) || is_cut_from(&after, &before) {
            continue;
        }
        let kept = is_kept(&field);
        changes.push(FieldChange {
            field: field.clone(),
            before: before.to_string(),
            after: after.to_string(),
            kept,
        });
        if !kept {
            merged.insert(field, after);
        }
    }
    Ok((serde_json::from_value(Value::Object(merged))?, changes))
}

/// The fields in which what a person wrote differs from what is on record, also where it says nothing
/// any more.
///
/// # Errors
/// Never, as the domain's types have text keys only.
pub(crate) fn differences<T: Serialize>(old: &T, new: &T) -> serde_json::Result<Vec<FieldChange>> {
    let old = object(old)?;
    let mut changes = Vec::new();
    for (field, after) in object(new)? {
        let before = old.get(&field).unwrap_or(&Value::Null);
        if *before != after {
            changes.push(FieldChange {
                before: before.to_string(),
                after: after.to_string(),
                kept: false,
                field,
            });
        }
    }
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::{differences, merge};
    use domain::{CallContent, Closing, Deadline, DeadlineKind};

    fn closing(day: &str) -> Closing {
        let on = day.parse().unwrap();
        Closing::Dated(vec![Deadline {
            on,
            at: None,
            zone: None,
            kind: DeadlineKind::Final,
            note: None,
        }])
    }

    #[test]
    fn silence_takes_nothing_back() {
        let old = CallContent {
            closing: closing("2026-12-01"),
            text: "long".into(),
            ..CallContent::titled("A")
        };
        let (merged, changes) = merge(&old, &CallContent::titled("A"), |_| false).unwrap();
        assert_eq!((merged, changes.len()), (old, 0));
    }

    #[test]
    fn a_moved_deadline_is_one_change() {
        let old = CallContent { closing: closing("2026-12-01"), ..CallContent::titled("A") };
        let new = CallContent { closing: closing("2026-12-15"), ..CallContent::titled("A") };
        let (merged, changes) = merge(&old, &new, |_| false).unwrap();
        assert_eq!(merged, new);
        assert_eq!(
            changes.iter().map(|change| change.field.as_str()).collect::<Vec<_>>(),
            ["closing"]
        );
        assert!(
            changes[0].before.contains("2026-12-01") && changes[0].after.contains("2026-12-15")
        );
    }

    #[test]
    fn what_a_person_decided_stays() {
        let old = CallContent { text: "Mine".into(), ..CallContent::titled("A") };
        let new = CallContent { text: "Theirs".into(), ..CallContent::titled("B") };
        let (merged, changes) = merge(&old, &new, |field| field == "text").unwrap();
        assert_eq!((merged.title.as_str(), merged.text.as_str()), ("B", "Mine"));
        let kept: Vec<_> = changes.iter().map(|one| (one.field.as_str(), one.kept)).collect();
        assert_eq!(kept, [("text", true), ("title", false)]);
    }

    #[test]
    fn a_person_may_take_back_what_a_source_said() {
        let old = CallContent { text: "Mine".into(), ..CallContent::titled("A") };
        let changes = differences(&old, &CallContent::titled("A")).unwrap();
        assert_eq!(changes.len(), 1);
        assert_eq!((changes[0].field.as_str(), changes[0].after.as_str()), ("text", "\"\""));
        assert!(differences(&old, &old).unwrap().is_empty());
    }

    #[test]
    fn a_text_that_was_cut_off_does_not_replace_the_whole() {
        let old = CallContent {
            text: "One two three, four five six.".into(),
            ..CallContent::titled("A")
        };
        let cut = CallContent { text: "One two three…".into(), ..CallContent::titled("A") };
        assert_eq!(merge(&old, &cut, |_| false).unwrap().1.len(), 0);
        let other = CallContent { text: "Quite another…".into(), ..CallContent::titled("A") };
        assert_eq!(merge(&old, &other, |_| false).unwrap().1.len(), 1);
    }
}
