//! How well the engine works, measured on data with known answers.
//!
//! Every measurement runs the engine of the product. Each is repeatable to the bit: what is drawn
//! by lot is drawn from a seed.

pub mod blindness;
pub mod command;
pub mod judged;
pub mod sample;
pub mod themes;

mod company;
mod logistic;
mod metrics;
mod pairs;

use domain::{CallId, Language};

pub use metrics::{Ranking, percentile};
pub use pairs::{CrossValidated, Figures, choices, cross_validate, evaluate};

/// A text to be found, or to search with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The source's identifier.
    pub id: String,
    /// Title; may be empty.
    pub title: String,
    /// Text.
    pub text: String,
    /// The language it states.
    pub lang: Option<Language>,
    /// Whose it is; empty when that is not known.
    pub organisation: String,
    /// Country and year, as far as they are known: figures that must not be explained by either
    /// are taken within them.
    pub setting: String,
}

/// Identifiers in the order of the documents, so that equal scores rank in that order.
fn call_id(number: u32) -> CallId {
    CallId::from_random(bytes_of(number))
}

/// Sixteen bytes that begin with the number.
fn bytes_of(number: u32) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    bytes
}
