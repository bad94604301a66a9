//! What a text says, blind to names.
//!
//! This crate computes and does nothing else: it may not touch a database, a file, the network, a
//! clock or a random source. It takes names out of texts ([`blind`]), splits what is left into words
//! of known languages ([`tokens`]), finds themes and places in them, and understands what a call
//! demands ([`clauses`]). Matching and overlap stand on it, and take nothing that it has not made blind.

pub mod blind;
pub mod call;
pub mod clauses;
pub mod context;
pub mod num;
pub mod parallel;
pub mod themes;
pub mod tokens;
pub mod tongue;
pub mod written;

mod letters;
mod places;
mod rules;
mod stem;
mod stop;

pub use blind::{
    BlindText, KnownName, Masker,
    likeness::{BodyName, Likeness, likeness, name_key, names_in},
};
pub use call::{CallRecord, Reading, read_calls, version};
pub use places::named as place_named;
pub use rules::{rules_of, standings};
