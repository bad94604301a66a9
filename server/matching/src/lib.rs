//! What fits what, blind to names.
//!
//! This crate computes and does nothing else: it may not touch a database, a file, the network, a
//! clock or a random source. It gives three outputs that are never mixed: *eligibility*, rule by
//! rule with the clause each rests on; *fit*, a sum of explained parts over text without names;
//! *confidence*, how much was known.

pub mod attention;
pub mod blind;
pub mod chance;
pub mod clauses;
pub mod context;
pub mod eligibility;
pub mod engine;
pub mod evaluate;
pub mod fit;
pub mod index;
pub mod metrics;
pub mod rules;
pub mod tokens;
pub mod tongue;
pub mod vectors;

mod amount;
mod confidence;
mod crowding;
mod letters;
mod num;
mod parallel;
mod place;
mod places;
mod stem;
mod stop;
mod themes;
mod ties;
mod wide;
mod written;

pub use blind::{
    BlindText, KnownName, Masker,
    likeness::{BodyName, Likeness, likeness, name_key, names_in},
};
pub use eligibility::{Applicant, CallRules};
pub use engine::{
    Alike, CallIndex, CallIndexBuilder, CallRecord, Found, Params, ProjectBlind, ProjectIndex,
    ProjectRecord, Reading, read_calls, reading_version,
};
pub use places::named as place_named;
pub use rules::{rules_of, standings};
pub use ties::Ties;
