//! What fits what, blind to names.
//!
//! This crate computes and does nothing else: it may not touch a database, a file, the network, a
//! clock or a random source. It gives three outputs that are never mixed: *eligibility*, rule by
//! rule with the clause each rests on; *fit*, a sum of explained parts over text without names;
//! *confidence*, how much was known. What texts say comes from `reading`.

pub mod attention;
pub mod chance;
pub mod eligibility;
pub mod engine;
pub mod fit;
pub mod index;
pub mod vectors;

mod amount;
mod confidence;
mod crowding;
mod place;
mod ties;
mod wide;

pub use eligibility::{Applicant, CallRules};
pub use engine::{
    Alike, CallIndex, CallIndexBuilder, Found, Params, ProjectBlind, ProjectIndex, ProjectRecord,
};
pub use ties::Ties;
