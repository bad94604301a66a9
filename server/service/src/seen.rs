//! What a form was made of.
//!
//! A form carries the state of the record that it shows. When it comes back and the record has another
//! state, somebody else has changed it meanwhile, and saving would take that back without a word.

use domain::code::hex;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{Failure, FieldProblem};

/// Names the state of a record: changes with what the record says.
#[must_use]
pub fn state_of(record: &impl Serialize) -> String {
    // Domain values have text keys only, for which this cannot fail.
    let json = serde_json::to_string(record).unwrap_or_default();
    hex(Sha256::digest(json).get(..16).unwrap_or_default())
}

/// Lets a form be saved that was made of `state`, where the record has the state `now`.
///
/// # Errors
/// [`Failure::Invalid`] naming `field` when the two differ.
pub(crate) fn unchanged(now: &str, state: &str, field: &'static str) -> Result<(), Failure> {
    if now == state {
        return Ok(());
    }
    Err(Failure::Invalid(vec![FieldProblem { field, problem: "changed_meanwhile" }]))
}

/// Lets a form that made a record be sent again, as a double click does, when it says what it said then.
///
/// # Errors
/// [`Failure::Invalid`] naming `field` when it says something else, which would be lost.
pub(crate) fn saved_once(is_same: bool, field: &'static str) -> Result<(), Failure> {
    if is_same {
        return Ok(());
    }
    Err(Failure::Invalid(vec![FieldProblem { field, problem: "saved_already" }]))
}
