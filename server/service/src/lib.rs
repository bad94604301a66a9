//! Use cases: the one door that pages, command line and HTTP API share.
//!
//! A use case is a function that takes [`Services`], an [`Actor`] and arguments, checks what the
//! actor may do, opens the one transaction it needs and returns domain types or views. It is the
//! only crate that knows `matching`, `exchange` and `store` together; it holds no SQL, no file
//! format and no markup.

pub mod accounts;
mod actor;
mod anchor;
pub mod approvals;
pub mod attention;
pub mod backup;
pub mod calls;
mod changes;
mod code_name;
pub mod demo;
pub mod donors;
pub mod editing;
mod failure;
pub mod imports;
pub mod invitations;
pub mod keys;
mod knowledge;
mod limits;
pub mod lock;
pub mod matches;
pub mod organisations;
pub mod overview;
mod page;
pub mod profile;
pub mod projects;
pub mod register;
pub mod retention;
pub mod reviews;
pub mod rulings;
mod secrets;
pub mod seen;
mod services;
pub mod sharing;
mod standing;
pub mod trail;
mod written;

pub use actor::Actor;
pub use failure::{Conflict, Failure, FieldProblem, Incident};
pub use page::Page;
pub use services::{Chance, Services, Settings};
pub use standing::{Grounds, RegisterLine};

/// The place a name in any of the five languages is one of.
pub use reading::place_named;
/// The key of an encrypted database.
pub use store::db::Key;
/// What a one-time link is good for.
pub use store::invitations::Purpose;

/// A day as people write it in forms: `2027-03-31`, `31.03.2027`, `31 March 2027` in five languages.
#[must_use]
pub fn day_written(text: &str) -> Option<chrono::NaiveDate> {
    text.parse().ok().or_else(|| exchange::free_text::day(text))
}
