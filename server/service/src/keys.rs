//! The key of an encrypted database: 256 random bits in a small file, which a passphrase opens.
//! Without the file the passphrase is worth nothing, so that destroying it makes the database and
//! every backup of it unreadable in an instant (`safety.md` D10).

use std::{
    fs::{File, OpenOptions},
    io::{self, Read as _, Write as _},
    path::Path,
};

use age::{scrypt, secrecy::SecretString};
use store::db::Key;

use crate::{accounts::Hidden, secrets, services::Chance};

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyFailure {
    /// The file cannot be read or written.
    #[error("{file}: {problem}")]
    File {
        /// The file.
        file: String,
        /// Why.
        problem: io::Error,
    },
    /// The passphrase is not the one of the file, or the file is damaged.
    #[error("the passphrase does not open the key file")]
    Closed,
    /// A new passphrase would be guessed.
    #[error(
        "a passphrase has at least {} characters and is none that would be guessed soon",
        secrets::PASSWORD_LEAST
    )]
    Weak,
}

fn at(file: &Path) -> impl Fn(io::Error) -> KeyFailure {
    let file = file.display().to_string();
    move |problem| KeyFailure::File { file: file.clone(), problem }
}

/// The longest a key file can be; one that is longer is something else.
const LONGEST: u64 = 4096;

/// Makes a key and the file that holds it. A file that is there is not touched.
///
/// # Errors
/// [`KeyFailure::Weak`], [`KeyFailure::File`].
pub fn create(chance: &dyn Chance, file: &Path, passphrase: &Hidden) -> Result<(), KeyFailure> {
    if secrets::password_problem(passphrase.reveal(), &[]).is_some() {
        return Err(KeyFailure::Weak);
    }
    let bytes = [chance.bytes(), chance.bytes()].concat();
    let recipient = scrypt::Recipient::new(SecretString::from(passphrase.reveal()));
    let sealed = age::encrypt(&recipient, &bytes).map_err(|_| KeyFailure::Closed)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut new = options.open(file).map_err(at(file))?;
    new.write_all(&sealed).and_then(|()| new.sync_all()).map_err(at(file))
}

/// The key in a file.
///
/// # Errors
/// [`KeyFailure::File`], [`KeyFailure::Closed`].
pub fn open(file: &Path, passphrase: &Hidden) -> Result<Key, KeyFailure> {
    let mut sealed = Vec::new();
    File::open(file).map_err(at(file))?.take(LONGEST).read_to_end(&mut sealed).map_err(at(file))?;
    let mut identity = scrypt::Identity::new(SecretString::from(passphrase.reveal()));
    // What our own files ask for at most, on a machine a few times faster than this one.
    identity.set_max_work_factor(22);
    let bytes = age::decrypt(&identity, &sealed).map_err(|_| KeyFailure::Closed)?;
    let bytes: [u8; 32] = bytes.try_into().map_err(|_| KeyFailure::Closed)?;
    Ok(Key::new(&bytes))
}

/// Destroys the key: overwrites the file, then removes it. The database and all backups of it are
/// unreadable from then on, for everybody and for ever. On flash storage the overwriting may leave
/// a copy in cells that are no longer addressed; the passphrase still guards that one.
///
/// # Errors
/// [`KeyFailure::File`].
pub fn destroy(file: &Path) -> Result<(), KeyFailure> {
    let mut old = OpenOptions::new().write(true).open(file).map_err(at(file))?;
    let length = old.metadata().map_err(at(file))?.len().min(LONGEST);
    let zeroes = vec![0; usize::try_from(length).unwrap_or_default()];
    old.write_all(&zeroes).and_then(|()| old.sync_all()).map_err(at(file))?;
    std::fs::remove_file(file).map_err(at(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed;

    impl Chance for Fixed {
        fn bytes(&self) -> [u8; 16] {
            [7; 16]
        }
    }

    #[test]
    fn d10_without_its_file_the_passphrase_opens_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("waxwing.key");
        let passphrase = Hidden::from("дождь над старой пристанью".to_owned());
        assert!(matches!(
            create(&Fixed, &file, &Hidden::from("password".to_owned())),
            Err(KeyFailure::Weak)
        ));
        create(&Fixed, &file, &passphrase).unwrap();
        assert!(matches!(create(&Fixed, &file, &passphrase), Err(KeyFailure::File { .. })));
        let content = std::fs::read(&file).unwrap();
        assert!(!content.windows(16).any(|part| part == [7; 16]), "the key lies open");
        open(&file, &passphrase).unwrap();
        let wrong = Hidden::from("дождь над новой пристанью".to_owned());
        assert!(matches!(open(&file, &wrong), Err(KeyFailure::Closed)));
        let begun = std::time::Instant::now();
        destroy(&file).unwrap();
        assert!(begun.elapsed().as_secs() < 1);
        assert!(!file.exists());
        assert!(matches!(open(&file, &passphrase), Err(KeyFailure::File { .. })));
    }

    #[test]
    fn t2_a_key_is_never_shown() {
        assert_eq!(format!("{:?}", Key::new(&[7; 32])), "REDACTED");
    }
}
