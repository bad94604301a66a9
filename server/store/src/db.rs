//! Connecting, migrating and writing: every difference between the two databases.

use std::{str::FromStr, time::Duration};

use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    DbErr, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
    sqlx::{
        ConnectOptions as _,
        sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

use crate::StoreError;

/// What processes take turns on. On `SQLite` the write lock of the transaction is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Bringing the schema up to date.
    Schema,
    /// Writing the list of themes.
    Themes,
    /// Adding to the audit trail.
    Trail,
    /// Adding calls and donors.
    Donors,
    /// Writing registers of designated bodies.
    Register,
}

/// Waits until no other process has the turn, and keeps it until the transaction ends.
pub(crate) async fn take_turn<C: ConnectionTrait>(c: &C, turn: Turn) -> Result<(), DbErr> {
    if c.get_database_backend() == DbBackend::Postgres {
        // Any fixed numbers.
        let number: i64 = match turn {
            Turn::Schema => 0x7761_7877,
            Turn::Themes => 0x7761_7874,
            Turn::Trail => 0x7761_7861,
            Turn::Donors => 0x7761_7864,
            Turn::Register => 0x7761_7872,
        };
        c.execute_raw(Statement::from_sql_and_values(
            DbBackend::Postgres,
            "SELECT pg_advisory_xact_lock($1)",
            [number.into()],
        ))
        .await?;
    }
    Ok(())
}

/// The key of an encrypted `SQLite` file: 256 bits, as `SQLCipher` takes them without deriving
/// anything.
#[derive(Clone)]
pub struct Key(String);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("REDACTED")
    }
}

impl Key {
    /// The key with these bytes.
    #[must_use]
    pub fn new(bytes: &[u8; 32]) -> Self {
        Self(format!("\"x'{}'\"", domain::code::hex(bytes)))
    }
}

/// Opens the database at a URL, `sqlite://FILE` or `postgres://…`, without migrating it.
///
/// `SQLite` runs with a write-ahead log, full durability, enforced foreign keys and deletion that
/// overwrites (`safety.md` D7); with a key the file is encrypted.
///
/// # Errors
/// [`StoreError::Address`] for another scheme, [`StoreError::NoCipher`] when there is a key and
/// nothing that would encrypt with it, [`StoreError::Database`] when it cannot be opened.
pub async fn connect(url: &str, key: Option<&Key>) -> Result<DatabaseConnection, StoreError> {
    let is_sqlite = url.starts_with("sqlite:");
    if !is_sqlite && !url.starts_with("postgres:") && !url.starts_with("postgresql:") {
        return Err(StoreError::Address(without_password(url)));
    }
    // Plain SQLite would take a key without a word and write everything in the clear.
    if key.is_some() && !(is_sqlite && cfg!(feature = "sqlcipher")) {
        return Err(StoreError::NoCipher);
    }
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).max_connections(8).acquire_timeout(Duration::from_secs(10));
    if is_sqlite {
        // A file does not hang up: it need not be asked before every query.
        options.test_before_acquire(false);
        SqliteConnectOptions::from_str(url)
            .map_err(|_| StoreError::Address(without_password(url)))?;
        if let Some(Key(key)) = key {
            options.sqlcipher_key(key.clone());
        }
        options.map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .auto_vacuum(SqliteAutoVacuum::Incremental)
                .busy_timeout(Duration::from_secs(10))
                .foreign_keys(true)
                .pragma("secure_delete", "ON")
                .pragma("trusted_schema", "OFF")
                .disable_statement_logging()
        });
    }
    let db = Database::connect(options).await?;
    if key.is_some() {
        let version = Statement::from_string(DbBackend::Sqlite, "PRAGMA cipher_version");
        if db.query_one_raw(version).await?.is_none() {
            return Err(StoreError::NoCipher);
        }
    }
    Ok(db)
}

/// The address without what stands between `//` and `@` after a colon.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    match rest.rsplit_once('@') {
        Some((user, host)) => {
            let user = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}@{host}")
        }
        None => url.to_owned(),
    }
}

/// Brings the schema up to date. Several processes may call this at once.
///
/// # Errors
/// [`StoreError::Database`] when a step fails; that step is rolled back.
pub async fn migrate(db: &DatabaseConnection) -> Result<(), StoreError> {
    if db.get_database_backend() == DbBackend::Postgres {
        // The lock belongs to the transaction's connection and ends with it, also on failure.
        let lock = begin(db).await?;
        take_turn(&lock, Turn::Schema).await?;
        Migrator::up(db, None).await?;
        lock.commit().await?;
    } else {
        // The write lock of the one transaction is what processes take turns on.
        let lock = begin(db).await?;
        Migrator::up(&lock, None).await?;
        lock.commit().await?;
    }
    Ok(())
}

/// Whether every migration has been applied.
///
/// # Errors
/// [`StoreError::Database`] when the database cannot be read.
pub async fn is_current(db: &DatabaseConnection) -> Result<bool, StoreError> {
    Ok(Migrator::get_pending_migrations(db).await?.is_empty())
}

/// Begins a transaction for writing. On `SQLite` it takes the write lock at once: a deferred one
/// that reads first can fail with `SQLITE_BUSY` whatever the time-out.
///
/// # Errors
/// [`StoreError::Database`] when none can be had in time.
pub async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction, StoreError> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    Ok(db.begin_with_options(options).await?)
}

/// Whether the database answers.
///
/// # Errors
/// [`StoreError::Database`] when it does not.
pub async fn ping(db: &DatabaseConnection) -> Result<(), StoreError> {
    Ok(db.ping().await?)
}

/// Whether an error says that a unique value is taken.
#[must_use]
pub fn is_taken(error: &StoreError) -> bool {
    matches!(error, StoreError::Database(error)
        if matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_))))
}

/// Hands the space of deleted rows back and empties the journal, so that deleted means gone from
/// the file (`safety.md` D7). `PostgreSQL` does this by itself, later (`VACUUM`).
///
/// # Errors
/// [`StoreError::Database`] when the database refuses.
pub async fn purge(db: &DatabaseConnection) -> Result<(), StoreError> {
    if db.get_database_backend() == DbBackend::Sqlite {
        for statement in ["PRAGMA incremental_vacuum", "PRAGMA wal_checkpoint(TRUNCATE)"] {
            let run: Result<_, DbErr> = db.execute_unprepared(statement).await;
            run?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_is_never_part_of_a_message() {
        assert_eq!(without_password("mysql://me:secret@host/db"), "mysql://me@host/db");
        assert_eq!(without_password("nonsense"), "nonsense");
    }
}
