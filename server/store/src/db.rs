//! Connecting, migrating and writing: every difference between the two databases.
//!
//! A program holds two pools. Statements that only read take any of several connections, each for one
//! statement. Whatever writes takes the one connection that writes, for one transaction. A transaction
//! therefore never keeps a connection that another one waits for, and writers form a line in which each
//! is served in turn (`decisions/0057-one-writer.md`).

use std::{
    path::{Path, PathBuf},
    str::FromStr,
    time::Duration,
};

use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    ExecResult, QueryResult, RuntimeErr, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
    sqlx::{
        self, ConnectOptions as _, Connection as _, Row as _, SqlitePool,
        postgres::PgConnectOptions,
        sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

use crate::StoreError;

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

/// What a pool of connections is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// Statements that read; the database refuses others.
    Read,
    /// Everything.
    Write,
}

/// Connections that read.
const READERS: u32 = 8;
/// How long a reader waits for a connection, and a process for another one that writes.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a writer waits in line.
const LINE: Duration = Duration::from_mins(1);

/// Connections on which statements are run that only read, one at a time. There is no transaction
/// on them, so none of them is kept while its holder waits for something else.
#[derive(Clone, Debug)]
pub struct Reads(DatabaseConnection);

#[sea_orm::prelude::async_trait::async_trait]
impl ConnectionTrait for Reads {
    fn get_database_backend(&self) -> DbBackend {
        self.0.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.0.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.0.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.0.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.0.query_all_raw(statement).await
    }
}

/// An open database; cheap to clone.
#[derive(Clone, Debug)]
pub struct Database {
    reads: Reads,
    writer: DatabaseConnection,
}

impl Database {
    /// Opens the database at a URL, `sqlite://FILE` or `postgres://…`, and brings its schema up to
    /// date. See [`connect`].
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be opened or migrated.
    pub async fn open(url: &str, key: Option<&Key>) -> Result<Self, StoreError> {
        // The writer first: it makes the file and its journal.
        let writer = pool(url, key, Use::Write).await?;
        migrate(&writer).await?;
        Ok(Self { reads: Reads(pool(url, key, Use::Read).await?), writer })
    }

    /// Closes it: nothing can be read or written any more.
    ///
    /// # Errors
    /// [`StoreError::Database`] when the database refuses.
    #[cfg(feature = "testing")]
    pub async fn close(&self) -> Result<(), StoreError> {
        self.reads.0.clone().close().await?;
        Ok(self.writer.clone().close().await?)
    }

    /// The connection that writes.
    #[cfg(feature = "testing")]
    pub(crate) const fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Where to read outside a transaction.
    #[must_use]
    pub const fn reads(&self) -> &Reads {
        &self.reads
    }

    /// Begins a transaction for writing, when those that began before have ended.
    ///
    /// # Errors
    /// [`StoreError::Database`] when its turn does not come in time.
    pub async fn begin(&self) -> Result<DatabaseTransaction, StoreError> {
        begin(&self.writer).await
    }

    /// Hands the space of deleted rows back (`safety.md` D7); [`Self::empty_journal`] follows.
    /// `PostgreSQL` does this by itself, later (`VACUUM`).
    ///
    /// # Errors
    /// [`StoreError::Database`] when the database refuses.
    pub async fn hand_back(&self) -> Result<(), StoreError> {
        if self.writer.get_database_backend() == DbBackend::Sqlite {
            let run: Result<_, DbErr> =
                self.writer.execute_unprepared("PRAGMA incremental_vacuum").await;
            run?;
        }
        Ok(())
    }

    /// Empties the journal of `SQLite`, which holds what was overwritten until then. Returns whether it
    /// is empty: somebody who reads meanwhile is not waited for, and the next try may go better.
    /// `PostgreSQL` removes what was overwritten by itself, later (`VACUUM`). Run it to its end.
    ///
    /// # Errors
    /// [`StoreError::Database`] when the database refuses.
    pub async fn empty_journal(&self) -> Result<bool, StoreError> {
        if self.writer.get_database_backend() != DbBackend::Sqlite {
            return Ok(true);
        }
        let emptied = emptied(self.writer.get_sqlite_connection_pool()).await;
        Ok(emptied.map_err(|error| DbErr::Exec(RuntimeErr::SqlxError(error.into())))?)
    }

    /// Copies the database while others read and write it: what is copied is one moment's.
    ///
    /// # Errors
    /// [`BackupError`](crate::backup::BackupError).
    pub async fn snapshot(
        &self,
        url: &str,
    ) -> Result<crate::backup::Snapshot, crate::backup::BackupError> {
        crate::backup::snapshot(&self.writer, url).await
    }
}

/// Opens a pool of connections that can do everything to the database at a URL, `sqlite://FILE` or
/// `postgres://…`, without migrating it: for bringing back a backup, and for tests.
///
/// `SQLite` runs with a write-ahead log, full durability, enforced foreign keys and deletion that
/// overwrites (`safety.md` D7); with a key the file is encrypted.
///
/// # Errors
/// [`StoreError::Address`] for another scheme, [`StoreError::NoCipher`] when there is a key and
/// nothing that would encrypt with it, [`StoreError::Database`] when it cannot be opened.
pub async fn connect(url: &str, key: Option<&Key>) -> Result<DatabaseConnection, StoreError> {
    pool(url, key, Use::Write).await
}

async fn pool(url: &str, key: Option<&Key>, used: Use) -> Result<DatabaseConnection, StoreError> {
    name(url)?;
    let is_sqlite = is_sqlite(url);
    // Plain SQLite would take a key without a word and write everything in the clear.
    if key.is_some() && !(is_sqlite && cfg!(feature = "sqlcipher")) {
        return Err(StoreError::NoCipher);
    }
    let reads = used == Use::Read;
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .max_connections(if reads { READERS } else { 1 })
        .acquire_timeout(if reads { PATIENCE } else { LINE });
    if is_sqlite {
        // A file does not hang up: it need not be asked before every query.
        options.test_before_acquire(false);
        if let Some(Key(key)) = key {
            options.sqlcipher_key(key.clone());
        }
        // Where the disk is full SQLite ends the transaction by itself, and rolling it back fails. The
        // driver then counts it as open for good: what follows would be written inside it, answered as
        // done, and lost. Such a connection is given up.
        options.map_sqlx_sqlite_before_acquire(|connection, _| {
            Box::pin(async move {
                // The rollback of a transaction that was dropped is done by now.
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        });
        options.map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = sqlite
                .busy_timeout(PATIENCE)
                .foreign_keys(true)
                .pragma("trusted_schema", "OFF")
                .disable_statement_logging();
            if reads {
                return sqlite.pragma("query_only", "ON");
            }
            sqlite
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .auto_vacuum(SqliteAutoVacuum::Incremental)
                .pragma("secure_delete", "ON")
        });
    } else {
        options.map_sqlx_postgres_opts(move |postgres| {
            if reads {
                postgres.options([("default_transaction_read_only", "on")])
            } else {
                postgres.options([("lock_timeout", LINE.as_millis().to_string())])
            }
        });
    }
    let db = sea_orm::Database::connect(options).await?;
    if key.is_some() {
        let version = Statement::from_string(DbBackend::Sqlite, "PRAGMA cipher_version");
        if db.query_one_raw(version).await?.is_none() {
            return Err(StoreError::NoCipher);
        }
    }
    Ok(db)
}

fn is_sqlite(url: &str) -> bool {
    url.starts_with("sqlite:")
}

/// The file of an `SQLite` address.
pub(crate) fn file(url: &str) -> Result<PathBuf, StoreError> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(|_| StoreError::Address(without_password(url)))?;
    Ok(options.get_filename().to_owned())
}

/// The folder of the file of an `SQLite` address; `None` for a server's.
///
/// # Errors
/// [`StoreError::Address`].
pub fn folder(url: &str) -> Result<Option<PathBuf>, StoreError> {
    if !is_sqlite(url) {
        return Ok(None);
    }
    let file = file(url)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    Ok(Some(folder.unwrap_or(Path::new(".")).to_owned()))
}

/// What a database is called among others: its file, or its name on the server.
///
/// # Errors
/// [`StoreError::Address`] when the address is none that Waxwing knows.
pub fn name(url: &str) -> Result<String, StoreError> {
    let none = || StoreError::Address(without_password(url));
    if is_sqlite(url) {
        let file = file(url)?;
        return Ok(file.file_name().ok_or_else(none)?.to_string_lossy().into_owned());
    }
    if !url.starts_with("postgres:") && !url.starts_with("postgresql:") {
        return Err(none());
    }
    let options = PgConnectOptions::from_str(url).map_err(|_| none())?;
    Ok(options.get_database().unwrap_or(options.get_username()).replace('/', "_"))
}

/// Whether there is a database of Waxwing at an address. Nothing is made or changed there.
///
/// # Errors
/// [`StoreError::Address`]; [`StoreError::Database`] when what is there cannot be read.
pub async fn exists(url: &str, key: Option<&Key>) -> Result<bool, StoreError> {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).max_connections(1).acquire_timeout(Duration::from_secs(10));
    name(url)?;
    let tables = if is_sqlite(url) {
        let file = file(url)?;
        if !std::fs::metadata(file).is_ok_and(|file| file.len() > 0) {
            return Ok(false);
        }
        if let Some(Key(key)) = key {
            options.sqlcipher_key(key.clone());
        }
        options.map_sqlx_sqlite_opts(|sqlite| sqlite.create_if_missing(false).read_only(true));
        "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name = 'seaql_migrations'"
    } else {
        "SELECT count(*) AS n FROM information_schema.tables \
         WHERE table_schema = current_schema() AND table_name = 'seaql_migrations'"
    };
    let db = sea_orm::Database::connect(options).await?;
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), tables)).await;
    db.close().await?;
    let count = row?.map_or(Ok(0), |row| row.try_get::<i64>("", "n"))?;
    Ok(count > 0)
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

/// Brings the schema up to date, in one transaction. Several processes may call this at once.
///
/// # Errors
/// [`StoreError::Database`] when a step fails; nothing is changed then.
pub async fn migrate(db: &DatabaseConnection) -> Result<(), StoreError> {
    let transaction = begin(db).await?;
    Migrator::up(&transaction, None).await?;
    Ok(transaction.commit().await?)
}

/// Whether every migration has been applied.
///
/// # Errors
/// [`StoreError::Database`] when the database cannot be read.
pub async fn is_current(db: &DatabaseConnection) -> Result<bool, StoreError> {
    Ok(Migrator::get_pending_migrations(db).await?.is_empty())
}

/// What writers on one `PostgreSQL` take turns on: any fixed number.
const TURN: i64 = 0x7761_7877;

/// Begins a transaction for writing, when no other process writes. On `SQLite` it takes the write lock
/// at once: a deferred one that reads first can fail with `SQLITE_BUSY` whatever the time-out. On
/// `PostgreSQL` it takes a lock that is kept until the transaction ends, so that both behave alike.
///
/// # Errors
/// [`StoreError::Database`] when none can be had in time.
pub async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction, StoreError> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let transaction = db.begin_with_options(options).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        let lock = Statement::from_sql_and_values(
            DbBackend::Postgres,
            "SELECT pg_advisory_xact_lock($1)",
            [TURN.into()],
        );
        transaction.execute_raw(lock).await?;
    }
    Ok(transaction)
}

/// Whether the database answers.
///
/// # Errors
/// [`StoreError::Database`] when it does not.
pub async fn ping<C: ConnectionTrait>(c: &C) -> Result<(), StoreError> {
    c.execute_unprepared("SELECT 1").await?;
    Ok(())
}

/// Whether an error says that the database was too busy to answer in time: try again in a moment.
#[must_use]
pub fn is_busy(error: &StoreError) -> bool {
    let StoreError::Database(error) = error else { return false };
    let said = error.to_string();
    matches!(error, DbErr::ConnectionAcquire(_))
        // SQLITE_BUSY and lock_not_available.
        || said.contains("database is locked")
        || said.contains("lock timeout")
}

/// Whether an error says that a unique value is taken.
#[must_use]
pub fn is_taken(error: &StoreError) -> bool {
    matches!(error, StoreError::Database(error)
        if matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_))))
}

/// Whether an error says that there is no room left where the database lies.
pub(crate) fn is_full(error: &DbErr) -> bool {
    let (DbErr::Exec(error) | DbErr::Query(error) | DbErr::Conn(error)) = error else {
        return false;
    };
    let RuntimeErr::SqlxError(error) = error else { return false };
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    // SQLITE_FULL; disk_full of PostgreSQL.
    matches!(code.as_deref(), Some("13" | "53100"))
}

/// On one connection, whose patience is short for as long as this takes. Not to be dropped halfway:
/// the connection would stay as impatient as it is then.
async fn emptied(pool: &SqlitePool) -> Result<bool, sqlx::Error> {
    let mut connection = pool.acquire().await?;
    sqlx::raw_sql("PRAGMA busy_timeout = 20").execute(&mut *connection).await?;
    let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *connection).await;
    // As the pool set it.
    sqlx::raw_sql("PRAGMA busy_timeout = 10000").execute(&mut *connection).await?;
    Ok(row?.try_get::<i64, _>(0)? == 0)
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
