//! A fresh, migrated database for a test.
//!
//! `TEST_DATABASE_URL` unset means a temporary `SQLite` file; set, a `PostgreSQL` server on which
//! each test gets a database of its own. `TEST_DATABASE_KEEP` set keeps it for a look afterwards.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU32, Ordering},
};

pub use sea_orm::Statement;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, FromQueryResult as _,
    TransactionTrait as _, sqlx,
};
use tempfile::TempDir;

use crate::{StoreError, db};

/// A database that lives as long as this value (a `PostgreSQL` one as long as its throw-away
/// server).
#[derive(Debug)]
pub struct TestDatabase {
    /// The connection.
    pub db: DatabaseConnection,
    /// The address under which another connection or process finds it.
    pub url: String,
    folder: Option<TempDir>,
}

/// Where a database can be made; an `SQLite` file goes with this value.
#[derive(Debug)]
pub struct Place {
    /// The address.
    pub url: String,
    folder: Option<TempDir>,
}

static NUMBER: AtomicU32 = AtomicU32::new(0);

#[expect(clippy::disallowed_methods, reason = "the one place where tests read their environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

impl TestDatabase {
    /// An empty database without any table.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be made.
    pub async fn empty() -> Result<Self, StoreError> {
        let Place { url, folder } = Self::unmade().await?;
        Ok(Self { db: db::connect(&url, None).await?, url, folder })
    }

    /// Where a database can be made: the address of an `SQLite` file that does not exist yet, or of
    /// an empty `PostgreSQL` database.
    ///
    /// # Errors
    /// [`StoreError`] when there is no such place.
    pub async fn unmade() -> Result<Place, StoreError> {
        let (url, folder) = if let Some(server) = variable("TEST_DATABASE_URL") {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let name = format!("waxwing_{}_{number}", std::process::id());
            let admin = sea_orm::Database::connect(&server).await?;
            admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name}")).await?;
            admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
            admin.close().await?;
            let (address, _) = server.rsplit_once('/').unwrap_or((&server, ""));
            (format!("{address}/{name}"), None)
        } else {
            let folder =
                tempfile::tempdir().map_err(|error| StoreError::Address(error.to_string()))?;
            let file = folder.path().join("test.sqlite");
            (format!("sqlite://{}?mode=rwc", file.display()), Some(folder))
        };
        Ok(Place { url, folder })
    }

    /// An empty database with every table.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be made.
    pub async fn migrated() -> Result<Self, StoreError> {
        let new = Self::empty().await?;
        db::migrate(&new.db).await?;
        Ok(new)
    }
}

/// Every row of every table but those named, as JSON in a stable order, by table.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn dump(
    db: &DatabaseConnection,
    without: &[&str],
) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
    let backend = db.get_database_backend();
    let tables = match backend {
        DbBackend::Postgres => {
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()"
        }
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    };
    let mut dump = BTreeMap::new();
    for table in db.query_all_raw(Statement::from_string(backend, tables)).await? {
        let name: String = table.try_get("", "name")?;
        if without.contains(&name.as_str()) {
            continue;
        }
        let all = Statement::from_string(backend, format!("SELECT * FROM \"{name}\""));
        let rows = serde_json::Value::find_by_statement(all).all(db).await?;
        let mut rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
        rows.sort();
        dump.insert(name, rows);
    }
    Ok(dump)
}

/// Somebody who reads, and goes on seeing this moment until the transaction ends.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn reader(db: &DatabaseConnection) -> Result<DatabaseTransaction, StoreError> {
    #[expect(clippy::disallowed_methods, reason = "it never writes")]
    let reader = db.begin().await?;
    crate::state::read(&reader).await?;
    Ok(reader)
}

/// Leaves an `SQLite` database no room to grow, as a full disk does, or as much as there is again.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub async fn set_full(db: &db::Database, full: bool) -> Result<(), StoreError> {
    // The least and the most there can be; never less than there are. Each connection has its own.
    let most =
        if full { "PRAGMA max_page_count = 1" } else { "PRAGMA max_page_count = 4294967294" };
    let refused = |error: sqlx::Error| StoreError::Address(error.to_string());
    let pool = db.writer().get_sqlite_connection_pool();
    let mut all = Vec::new();
    for _ in 0..pool.options().get_max_connections() {
        let mut connection = pool.acquire().await.map_err(refused)?;
        sqlx::query(most).fetch_all(&mut *connection).await.map_err(refused)?;
        all.push(connection);
    }
    Ok(())
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if variable("TEST_DATABASE_KEEP").is_some()
            && let Some(folder) = self.folder.take()
        {
            eprintln!("kept: {}", folder.keep().display());
        }
    }
}
