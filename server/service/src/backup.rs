//! Backups that only the holder of a secret elsewhere can read (`safety.md` F7, R6): a copy of the
//! database, encrypted with age (<https://age-encryption.org/v1>) to public keys. The secret key is
//! made with `age-keygen` on another machine and never comes near the server. Key and anchor of the
//! audit trail lie before the database in the same stream.

use std::{
    fs::File,
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    str::FromStr as _,
};

use age::{DecryptError, Decryptor, Encryptor, IdentityFile, x25519::Recipient};
use store::{
    StoreError,
    backup::{BackupError, Snapshot},
    db::Key,
};

use crate::{
    Actor, Failure, Services,
    anchor::{Kept, TrailFailure, TrailPlace},
};

/// Why there is no backup, or nothing came back from one.
#[derive(Debug, thiserror::Error)]
pub enum BackupFailure {
    /// A public key cannot be read.
    #[error("“{0}” is no public key of age: it begins with age1")]
    Recipient(String),
    /// A file of secret keys cannot be read.
    #[error("{0}: it holds no secret key of age")]
    Identity(String),
    /// None of the secret keys opens the backup.
    #[error("none of the keys opens this backup")]
    WrongKey,
    /// The file is no backup, or is damaged.
    #[error("this is no backup, or it is damaged: {0}")]
    Damaged(String),
    /// The database could not be copied or brought back.
    #[error(transparent)]
    Copy(#[from] BackupError),
    /// A file cannot be read or written.
    #[error("{file}: {problem}")]
    File {
        /// The file.
        file: String,
        /// Why.
        problem: io::Error,
    },
    /// Key and anchor of the audit trail cannot be read or written.
    #[error(transparent)]
    Trail(#[from] TrailFailure),
    /// Not allowed, or an unexpected error.
    #[error(transparent)]
    Failure(#[from] Failure),
}

fn at(file: &Path) -> impl FnOnce(io::Error) -> BackupFailure {
    let file = file.display().to_string();
    move |problem| BackupFailure::File { file, problem }
}

/// Whether there is a database at an address. Nothing is made or changed there.
///
/// # Errors
/// [`StoreError`] when the address is none, or what is there cannot be read.
pub async fn is_there(url: &str, key: Option<&Key>) -> Result<bool, StoreError> {
    store::db::exists(url, key).await
}

/// Writes an encrypted backup of the database while others use it. The file appears under its name
/// only when it is whole; one that is there already is not touched. Returns its size in bytes.
///
/// # Errors
/// [`BackupFailure`]; there is no file then.
pub async fn write(
    services: &Services,
    actor: &Actor,
    url: &str,
    recipients: &[String],
    file: &Path,
) -> Result<u64, BackupFailure> {
    actor.admin()?;
    let recipients = recipients
        .iter()
        .map(|key| Recipient::from_str(key).map_err(|_| BackupFailure::Recipient(key.clone())))
        .collect::<Result<Vec<_>, _>>()?;
    let kept = services.trail.as_ref().map(|trail| trail.kept()).transpose()?;
    let snapshot = services.db.snapshot(url).await?;
    let place = file.to_owned();
    let size =
        tokio::task::spawn_blocking(move || encrypt(kept.as_ref(), snapshot, &recipients, &place))
            .await
            .map_err(|error| at(file)(io::Error::other(error)))??;
    let act = actor.does(services, "backed_up");
    let transaction = services.begin().await.map_err(Failure::from)?;
    services.record(&transaction, act, "server", uuid::Uuid::nil(), None).await?;
    transaction.commit().await.map_err(|error| Failure::from(StoreError::from(error)))?;
    Ok(size)
}

fn encrypt(
    kept: Option<&Kept>,
    snapshot: Snapshot,
    recipients: &[Recipient],
    file: &Path,
) -> Result<u64, BackupFailure> {
    let failed = || at(file);
    let recipients = recipients.iter().map(|recipient| -> &dyn age::Recipient { recipient });
    let encryptor = Encryptor::with_recipients(recipients)
        .map_err(|_| BackupFailure::Recipient(String::new()))?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut part = tempfile::Builder::new()
        .prefix(".waxwing-backup-")
        .tempfile_in(folder.unwrap_or(Path::new(".")))
        .map_err(failed())?;
    let mut sealed = encryptor.wrap_output(part.as_file_mut()).map_err(failed())?;
    if let Some(kept) = kept {
        sealed.write_all(kept.to_lines().as_bytes()).map_err(failed())?;
    }
    snapshot.write_to(&mut sealed)?;
    sealed.finish().and_then(io::Write::flush).map_err(failed())?;
    part.as_file().sync_all().map_err(failed())?;
    let size = part.as_file().metadata().map_err(failed())?.len();
    part.persist_noclobber(file).map_err(|error| failed()(error.error))?;
    Ok(size)
}

/// Makes the database at an address from a backup, and puts key and anchor of its trail at their
/// place. There must be no database there yet, nor another trail.
///
/// # Errors
/// [`BackupFailure`]; no database is there then that was not there before.
pub async fn read(
    url: &str,
    key: Option<&Key>,
    place: &TrailPlace,
    file: &Path,
    identities: &Path,
) -> Result<(), BackupFailure> {
    let secret = IdentityFile::from_file(identities.to_string_lossy().into_owned())
        .map_err(at(identities))?
        .into_identities()
        .map_err(|_| BackupFailure::Identity(identities.display().to_string()))?;
    if secret.is_empty() {
        return Err(BackupFailure::Identity(identities.display().to_string()));
    }
    let sealed = File::open(file).map_err(at(file))?;
    let damaged = |error: DecryptError| match error {
        DecryptError::NoMatchingKeys => BackupFailure::WrongKey,
        other => BackupFailure::Damaged(other.to_string()),
    };
    let mut open = Decryptor::new_buffered(io::BufReader::new(sealed))
        .map_err(damaged)?
        .decrypt(secret.iter().map(|one| -> &dyn age::Identity { &**one }))
        .map_err(damaged)?;
    let torn = |error: io::Error| BackupFailure::Damaged(error.to_string());
    let (kept, head) = Kept::read(&mut open).map_err(torn)?;
    place.has_room(kept.as_ref())?;
    // The key before the database, which cannot be served without it; the anchor after, as it is that
    // of this database only when it is there.
    let new = kept.as_ref().map_or(Ok(false), |kept| place.put_key(kept))?;
    let mut whole = head.as_slice().chain(open);
    let restored = store::backup::restore(url, key, &mut whole).await;
    if restored.is_err() && new {
        place.remove_key()?;
    }
    restored.map_err(|error| match error {
        // What age cannot open in the middle of a file it tells as an unexpected end.
        BackupError::File(error) if error.kind() != io::ErrorKind::PermissionDenied => {
            BackupFailure::Damaged(error.to_string())
        }
        other => other.into(),
    })?;
    if let Some(kept) = &kept {
        place.put_anchor(kept)?;
    }
    Ok(())
}

/// Removes backups that are older than some days from a folder: files named as [`name`] names them.
/// What was deleted from the database is gone from the backups when the last of these is.
///
/// # Errors
/// [`BackupFailure::File`].
pub fn remove_old(
    services: &Services,
    folder: &Path,
    days: u16,
) -> Result<Vec<PathBuf>, BackupFailure> {
    let oldest = name(services.now() - chrono::TimeDelta::days(days.into()));
    let mut removed = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        let Some(file) = path.file_name().and_then(|file| file.to_str()) else { continue };
        // Equal in length and form, the names are in the order of their dates.
        let ours = file.len() == oldest.len() && file.starts_with(PREFIX) && file.ends_with(SUFFIX);
        if ours && file < oldest.as_str() {
            std::fs::remove_file(&path).map_err(at(&path))?;
            removed.push(path);
        }
    }
    removed.sort();
    Ok(removed)
}

const PREFIX: &str = "waxwing-";
const SUFFIX: &str = ".age";

/// How a backup of a moment is named.
#[must_use]
pub fn name(at: chrono::DateTime<chrono::Utc>) -> String {
    format!("{PREFIX}{}{SUFFIX}", at.format("%Y-%m-%dT%H%M%SZ"))
}
