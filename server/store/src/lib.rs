//! Entities and queries, on `SQLite` and `PostgreSQL` from one code base.
//!
//! Functions here take `C: ConnectionTrait`, never open a transaction and hold no rules: the use
//! case in `service` decides who may do what and in which transaction. Whatever differs between
//! the two databases lives in [`mod@db`].

pub mod accounts;
pub mod approvals;
pub mod audit;
pub mod backup;
pub mod batches;
pub mod browsers;
mod bulk;
pub mod calls;
pub mod coalitions;
mod codes;
pub mod db;
pub mod donors;
pub mod edits;
mod entity;
pub mod form_keys;
pub mod invitations;
pub mod openings;
pub mod organisations;
pub mod projects;
pub mod readings;
pub mod register;
pub mod reviews;
mod scope;
pub mod seal;
pub mod sessions;
pub mod state;
#[cfg(feature = "testing")]
pub mod testing;
pub mod themes;
pub mod tries;

pub use db::{Database, Reads};
pub use scope::TenantScope;
pub use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction};

/// What can go wrong between Waxwing and its database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or could not be reached.
    #[error("the database answered: {0}")]
    Database(#[source] sea_orm::DbErr),
    /// There is no room left where the database lies.
    #[error("the disk of the database is full: nothing was written, nothing was lost")]
    Full,
    /// A stored value is none that the domain knows.
    #[error("{table} {id}: the value of {column} cannot be read: {detail}")]
    Unreadable {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row.
        id: String,
        /// What is wrong with it.
        detail: String,
    },
    /// There is a key, and nothing that would encrypt with it.
    #[error(
        "this program was built without encryption, or the database is not SQLite: see the feature “sqlcipher”"
    )]
    NoCipher,
    /// The trail is to be signed with a key that is not the one in use.
    #[error("the key of the audit trail is not the one that the database knows: start again")]
    TrailKey,
    /// The address of the database is none that Waxwing knows.
    #[error("“{0}” is not a database address: use sqlite://FILE or postgres://USER@HOST/NAME")]
    Address(String),
}

impl From<sea_orm::DbErr> for StoreError {
    fn from(error: sea_orm::DbErr) -> Self {
        if db::is_full(&error) { Self::Full } else { Self::Database(error) }
    }
}

/// Reads a stored code, naming table, column and row when it cannot.
fn read<T>(
    value: &str,
    table: &'static str,
    column: &'static str,
    id: uuid::Uuid,
) -> Result<T, StoreError>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    value.parse().map_err(|error: T::Err| StoreError::Unreadable {
        table,
        column,
        id: id.to_string(),
        detail: error.to_string(),
    })
}

/// [`read`] for a column that may be empty.
fn read_opt<T>(
    value: Option<&str>,
    table: &'static str,
    column: &'static str,
    id: uuid::Uuid,
) -> Result<Option<T>, StoreError>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    value.map(|value| read(value, table, column, id)).transpose()
}
