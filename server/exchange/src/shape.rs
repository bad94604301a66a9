//! What a text looks like at its beginning: which fields its first record has, as far as the look
//! reaches.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What a text looks like.
pub(crate) enum Shape {
    /// An object with these fields, in order.
    Object(Vec<String>),
    /// An array, and the fields of its first element.
    Array(Vec<String>),
    /// Something else; what, in English.
    Other(&'static str),
}

/// Collects the fields of an object, and keeps those it saw when the text ends early or is damaged.
struct Keys<'a>(&'a mut Vec<String>);

impl<'de> DeserializeSeed<'de> for Keys<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Keys<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key()? {
            self.0.push(key);
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// The same for the first element of an array.
struct FirstKeys<'a>(&'a mut Vec<String>);

impl<'de> Visitor<'de> for FirstKeys<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        elements.next_element_seed(Keys(self.0))?;
        Ok(())
    }
}

fn object_keys(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    // However it ends: what was seen is what counts.
    let _ = Keys(&mut keys).deserialize(&mut serde_json::Deserializer::from_str(text));
    keys
}

/// The shape of a text that begins like this, without leading white space.
pub(crate) fn of(start: &str) -> Shape {
    let first_line = start.lines().next().unwrap_or_default();
    match start.chars().next() {
        Some('{') if start.starts_with("{\\rtf") => Shape::Other("a document of a word processor"),
        Some('{') => Shape::Object(object_keys(start)),
        Some('[') => {
            let mut keys = Vec::new();
            let mut deserializer = serde_json::Deserializer::from_str(start);
            let _ = deserializer.deserialize_seq(FirstKeys(&mut keys));
            Shape::Array(keys)
        }
        Some('<') => Shape::Other("a web page or another file with markup"),
        _ if first_line.contains([',', ';', '\t']) => Shape::Other("a table"),
        _ => Shape::Other("plain text"),
    }
}

/// The fields of a record that stands on a line of its own; `None` when the line is none.
pub(crate) fn keys_of_line(line: &str) -> Option<Vec<String>> {
    line.trim_start().starts_with('{').then(|| object_keys(line))
}

/// Names the fields that were found.
pub(crate) fn described(what: &str, keys: &[String]) -> String {
    if keys.is_empty() {
        return format!("{what} without fields that can be read");
    }
    let named = keys.join(", ");
    let cut: String = named.chars().take(200).collect();
    let more = if cut.len() < named.len() { "…" } else { "" };
    format!("{what} with the fields {cut}{more}")
}
