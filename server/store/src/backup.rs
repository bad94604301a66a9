//! The whole database as one stream, and back. What the stream holds is what each database's own
//! tools write and read: an `SQLite` file (as `VACUUM INTO` makes it), or an archive of `pg_dump`.
//! It is not encrypted here.

use std::{
    fs::File,
    io::{self, Read, Write},
    path::Path,
    process::{Child, Command, Stdio},
};

use percent_encoding::percent_decode_str;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use tempfile::NamedTempFile;
use url::Url;

use crate::{
    StoreError,
    db::{self, Key},
};

/// How an archive of `pg_dump` begins.
const ARCHIVE: &[u8] = b"PGDMP";
/// How an `SQLite` file begins that is not encrypted.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Why a database could not be copied or brought back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file cannot be read or written.
    #[error("{0}")]
    File(#[from] io::Error),
    /// A program that comes with `PostgreSQL` is missing or did not succeed.
    #[error("{program}: {problem}")]
    Program {
        /// Its name.
        program: &'static str,
        /// What it said.
        problem: String,
    },
    /// There is something already where the database would go.
    #[error("{0} is not empty: nothing was brought back, so that nothing is lost")]
    Occupied(String),
    /// The stream is no copy of a database of this kind.
    #[error("this is no backup of {0}")]
    Kind(&'static str),
    /// The copy is damaged, or was made by a newer program.
    #[error("the backup cannot be used: {0}")]
    Unusable(String),
}

impl From<sea_orm::DbErr> for BackupError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// A copy of the whole database as it was at one moment, to be read once.
#[derive(Debug)]
pub enum Snapshot {
    /// A private file beside the database; it is removed with this value.
    File(NamedTempFile),
    /// What `pg_dump` writes.
    Program(Child),
}

impl Snapshot {
    /// Writes the copy. Returns how many bytes it has.
    ///
    /// # Errors
    /// [`BackupError::File`], or [`BackupError::Program`] with what `pg_dump` said: what was
    /// written is then of no use.
    pub fn write_to(self, to: &mut impl Write) -> Result<u64, BackupError> {
        match self {
            Self::File(file) => Ok(io::copy(&mut file.reopen()?, to)?),
            Self::Program(mut child) => {
                let copied = child.stdout.take().map_or(Ok(0), |mut out| io::copy(&mut out, to))?;
                finished("pg_dump", child)?;
                Ok(copied)
            }
        }
    }
}

/// Waits for a program and says what it said when it did not succeed.
fn finished(program: &'static str, child: Child) -> Result<(), BackupError> {
    let output = child.wait_with_output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let problem = said.lines().last().unwrap_or("did not succeed").to_owned();
    Err(BackupError::Program { program, problem })
}

/// A program of `PostgreSQL` for a database. The password goes through the environment, where other
/// users of the machine do not see it.
fn program(program: &'static str, url: &str) -> Result<Command, BackupError> {
    let mut address = Url::parse(url).map_err(|_| StoreError::Address(String::new()))?;
    let mut command = Command::new(program);
    if let Some(password) = address.password() {
        command.env("PGPASSWORD", percent_decode_str(password).decode_utf8_lossy().into_owned());
        // Only an address without a host refuses this, and it has no password.
        let _ = address.set_password(None);
    }
    command.arg(format!("--dbname={address}")).stderr(Stdio::piped());
    Ok(command)
}

fn started(program: &'static str, command: &mut Command) -> Result<Child, BackupError> {
    command.spawn().map_err(|error| BackupError::Program {
        program,
        problem: if error.kind() == io::ErrorKind::NotFound {
            "is not installed (it comes with PostgreSQL)".to_owned()
        } else {
            error.to_string()
        },
    })
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Copies the database while others read and write it: what is copied is one moment's.
///
/// # Errors
/// [`BackupError`].
pub async fn snapshot(db: &DatabaseConnection, url: &str) -> Result<Snapshot, BackupError> {
    if db.get_database_backend() == DbBackend::Postgres {
        let mut dump = program("pg_dump", url)?;
        dump.args(["--format=custom", "--no-owner", "--no-privileges"]).stdout(Stdio::piped());
        return Ok(Snapshot::Program(started("pg_dump", &mut dump)?));
    }
    // Beside the database: what protects the one protects the other, and there is room for it.
    let file = tempfile::Builder::new()
        .prefix(".waxwing-backup-")
        .tempfile_in(folder_of(&db::file(url)?))?;
    let path = file.path().to_string_lossy().into_owned();
    db.execute_raw(Statement::from_sql_and_values(
        DbBackend::Sqlite,
        "VACUUM INTO $1",
        [path.into()],
    ))
    .await?;
    Ok(Snapshot::File(file))
}

/// Refuses an address at which there is something already.
async fn is_free(url: &str) -> Result<(), BackupError> {
    if url.starts_with("sqlite:") {
        let file = db::file(url)?;
        if file.exists() {
            return Err(BackupError::Occupied(file.display().to_string()));
        }
        return Ok(());
    }
    let db = db::connect(url, None).await?;
    let tables = db
        .query_one_raw(Statement::from_string(
            DbBackend::Postgres,
            "SELECT count(*) AS n FROM information_schema.tables WHERE table_schema = current_schema()",
        ))
        .await?
        .map_or(Ok(0), |row| row.try_get::<i64>("", "n"))?;
    db.close().await?;
    if tables > 0 { Err(BackupError::Occupied("the database".to_owned())) } else { Ok(()) }
}

/// Makes the database at an address from a copy. There must be nothing at that address yet.
///
/// # Errors
/// [`BackupError`]; nothing is there then that was not there before.
pub async fn restore(
    url: &str,
    key: Option<&Key>,
    from: &mut (impl Read + Send),
) -> Result<(), BackupError> {
    let mut head = [0; SQLITE.len()];
    let mut length = 0;
    while let Some(rest) = head.get_mut(length..).filter(|rest| !rest.is_empty()) {
        match from.read(rest)? {
            0 => break,
            read => length += read,
        }
    }
    is_free(url).await?;
    let head = head.get(..length).unwrap_or_default();
    let mut whole = head.chain(from);
    if url.starts_with("sqlite:") {
        // An encrypted file begins with chance.
        if head.starts_with(ARCHIVE) || (key.is_none() && head != SQLITE) {
            return Err(BackupError::Kind("SQLite"));
        }
        restore_file(url, key, &mut whole).await
    } else {
        if !head.starts_with(ARCHIVE) {
            return Err(BackupError::Kind("PostgreSQL"));
        }
        restore_archive(url, &mut whole).await
    }
}

async fn restore_file(
    url: &str,
    key: Option<&Key>,
    from: &mut (impl Read + Send),
) -> Result<(), BackupError> {
    let file = db::file(url)?;
    let mut copy =
        tempfile::Builder::new().prefix(".waxwing-restore-").tempfile_in(folder_of(&file))?;
    io::copy(from, copy.as_file_mut())?;
    copy.as_file().sync_all()?;
    let db = db::connect(&format!("sqlite://{}", copy.path().display()), key).await?;
    let sound = usable(&db).await;
    db.close().await?;
    for ending in ["-wal", "-shm"] {
        let mut beside = copy.path().as_os_str().to_owned();
        beside.push(ending);
        // They are empty, and gone already as a rule.
        let _ = std::fs::remove_file(beside);
    }
    sound?;
    copy.persist_noclobber(&file).map_err(|error| BackupError::File(error.error))?;
    // The name is on the disk with the folder.
    File::open(folder_of(&file))?.sync_all()?;
    Ok(())
}

async fn restore_archive(url: &str, from: &mut (impl Read + Send)) -> Result<(), BackupError> {
    let db = db::connect(url, None).await?;
    let mut restore = program("pg_restore", url)?;
    restore
        .args(["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"])
        .stdin(Stdio::piped());
    let mut child = started("pg_restore", &mut restore)?;
    if let Some(mut into) = child.stdin.take()
        && let Err(error) = io::copy(from, &mut into)
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        // Before it sees an end: what came so far must not count as all.
        child.kill()?;
        child.wait()?;
        return Err(error.into());
    }
    finished("pg_restore", child)?;
    usable(&db).await
}

/// Whether a copy is whole and of a schema this program knows.
async fn usable(db: &DatabaseConnection) -> Result<(), BackupError> {
    if db.get_database_backend() == DbBackend::Sqlite {
        let check = Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check");
        let said = db.query_one_raw(check).await.map_err(|_| {
            BackupError::Unusable("it is damaged, or the key is not the one of it".to_owned())
        })?;
        let said: String =
            said.map_or(Ok(String::new()), |row| row.try_get("", "integrity_check"))?;
        if said != "ok" {
            return Err(BackupError::Unusable(said));
        }
    }
    db::is_current(db).await.map_err(|error| BackupError::Unusable(error.to_string())).map(drop)
}
