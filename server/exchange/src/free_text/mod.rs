//! Amounts, deadlines and durations that sources write as words.
//!
//! What is certain is understood; everything else stays unknown, and the words are kept beside it.
//! A range that is believed decides who may apply, so that a wrong one does harm and a missing one
//! does none. In particular nothing is guessed about `1.234` (a thousand or one and a bit?), about
//! `01/02/2026`, or about amounts a year, which say nothing of an award over several.

mod amount;
mod day;
mod duration;

pub use amount::{Amounts, Writing, amounts, single_amount};
pub use day::{closing, day, day_of_moment};
pub use duration::months;

use std::sync::LazyLock;

use regex::Regex;

/// A pattern of this module, compiled when it is first needed; tests compile every one of them.
type Pattern = LazyLock<Option<Regex>>;

fn pattern(text: &str) -> Option<Regex> {
    Regex::new(text).ok()
}

/// Whether a pattern fits somewhere in a text.
fn fits(pattern: &Pattern, text: &str) -> bool {
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(text))
}

/// A named part of what a pattern found; empty when it took no part.
fn part<'t>(found: &regex::Captures<'t>, name: &str) -> &'t str {
    found.name(name).map_or("", |part| part.as_str())
}

/// Words that make a statement a rule of thumb.
const HEDGES: &str = r"typical|usual|average|approx|about|around|depend|expected|estimated|indicative|tentative|likely|vary|varies|залежн|залежить|зазвичай|орієнтовн|приблизн|в середньому|завис|обычн|ориентировочн|примерн|в среднем|in der regel|je nach|abhängig|üblich|durchschnitt|voraussichtlich|circa|ca\.|etwa";

#[cfg(test)]
mod tests;
