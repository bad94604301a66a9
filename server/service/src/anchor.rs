//! What keeps the audit trail from outside of the database: its key, and its anchor, which is the
//! number and hash of the newest entry, written after each one. Both are small files of one folder.
//! A trail that was cut short, emptied or written anew does not fit them (`safety.md` T4).

use std::{
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
};

use store::{
    StoreError,
    audit::{self, Head},
    seal::{self, TrailKey},
};

use crate::{Actor, Failure, Incident, Services, services::Chance};

/// Where the key of a trail and its anchor lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailPlace {
    folder: PathBuf,
    key: PathBuf,
    anchor: PathBuf,
}

/// Why the trail of a database cannot be kept.
#[derive(Debug, thiserror::Error)]
pub enum TrailFailure {
    /// A file cannot be read or written.
    #[error(
        "{file}: {problem}; the setting trail_folder says where the key of the audit trail lies"
    )]
    File {
        /// The file.
        file: String,
        /// Why.
        problem: io::Error,
    },
    /// The file is not what it should be.
    #[error("{0} is damaged: it holds no key or anchor of an audit trail")]
    Damaged(String),
    /// The database knows a key that is not here.
    #[error(
        "{0} is not there, and the audit trail of this database is kept with it: copy it and the file \
         .trail-anchor beside it from where the database was served before, or see `waxwing audit anew`"
    )]
    Missing(String),
    /// The key is that of another trail.
    #[error(
        "{0} is the key of another audit trail: move it and the file .trail-anchor beside it to where \
         the database of theirs is"
    )]
    Foreign(String),
    /// There is nothing that would have to be begun anew.
    #[error("key and anchor of the audit trail are there: nothing is begun anew")]
    Whole,
    /// The database does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Not allowed, or an unexpected error.
    #[error(transparent)]
    Failure(#[from] Failure),
}

const KEY: &str = "waxwing trail key";
const ANCHOR: &str = "waxwing trail anchor";
/// The longest such a file can be; one that is longer is something else.
const LONGEST: u64 = 1024;

fn at(file: &Path) -> impl Fn(io::Error) -> TrailFailure {
    let file = file.display().to_string();
    move |problem| TrailFailure::File { file: file.clone(), problem }
}

/// What stands in a file behind its title; `None` when it is not there.
fn content(file: &Path, title: &str) -> Result<Option<String>, TrailFailure> {
    let mut text = String::new();
    match File::open(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(at(file)(error)),
        Ok(open) => match open.take(LONGEST).read_to_string(&mut text) {
            Err(error) if error.kind() == io::ErrorKind::InvalidData => text.clear(),
            read => drop(read.map_err(at(file))?),
        },
    }
    let inside = text.strip_prefix(title).map(str::trim).filter(|inside| !inside.is_empty());
    let inside = inside.ok_or_else(|| TrailFailure::Damaged(file.display().to_string()))?;
    Ok(Some(inside.to_owned()))
}

/// An anchor as it is written: number and hash.
fn read_head(text: &str) -> Option<Head> {
    let (number, hash) = text.split_once(' ')?;
    Some(Head { number: number.parse().ok()?, hash: hash.to_owned() })
}

impl TrailPlace {
    /// The folder of a database that has no other: that of its file, or where the program was
    /// started for one on a server.
    ///
    /// # Errors
    /// [`StoreError::Address`] when the address is none.
    pub fn beside(database: &str) -> Result<PathBuf, StoreError> {
        Ok(store::db::folder(database)?.unwrap_or_else(|| PathBuf::from(".")))
    }

    /// The place in a folder for the database at an address; databases that share the folder do not
    /// share it.
    ///
    /// # Errors
    /// [`StoreError::Address`] when the address is none.
    pub fn new(folder: &Path, database: &str) -> Result<Self, StoreError> {
        let name = store::db::name(database)?;
        let file = |ending: &str| folder.join(format!("{name}.{ending}"));
        let (key, anchor) = (file("trail-key"), file("trail-anchor"));
        Ok(Self { folder: folder.to_owned(), key, anchor })
    }

    fn key(&self) -> Result<Option<TrailKey>, TrailFailure> {
        let Some(digits) = content(&self.key, KEY)? else { return Ok(None) };
        let key = TrailKey::read(&digits);
        key.map(Some).ok_or_else(|| TrailFailure::Damaged(self.key.display().to_string()))
    }

    fn anchor(&self) -> Result<Option<Head>, TrailFailure> {
        let Some(inside) = content(&self.anchor, ANCHOR)? else { return Ok(None) };
        let head = read_head(&inside);
        head.map(Some).ok_or_else(|| TrailFailure::Damaged(self.anchor.display().to_string()))
    }

    /// Writes a file that is there as a whole or not at all. The folder is on the disk with it.
    fn write(&self, file: &Path, text: &str, over: bool) -> Result<(), TrailFailure> {
        let mut new = tempfile::Builder::new()
            .prefix(".waxwing-trail-")
            .tempfile_in(&self.folder)
            .map_err(at(file))?;
        new.write_all(text.as_bytes()).and_then(|()| new.as_file().sync_all()).map_err(at(file))?;
        let kept = if over { new.persist(file) } else { new.persist_noclobber(file) };
        kept.map_err(|error| at(file)(error.error))?;
        File::open(&self.folder).and_then(|folder| folder.sync_all()).map_err(at(file))
    }

    fn write_key(&self, key: &TrailKey) -> Result<(), TrailFailure> {
        self.write(&self.key, &format!("{KEY} {}\n", key.reveal()), false)
    }

    fn write_anchor(&self, head: &Head) -> Result<(), TrailFailure> {
        self.write(&self.anchor, &format!("{ANCHOR} {} {}\n", head.number, head.hash), true)
    }

    /// Whether what a backup brings could lie here: not where another trail is kept.
    ///
    /// # Errors
    /// [`TrailFailure::Foreign`] when not; what else [`TrailFailure`] tells.
    pub(crate) fn has_room(&self, kept: Option<&Kept>) -> Result<(), TrailFailure> {
        let foreign = match (self.key()?, kept) {
            (Some(here), Some(kept)) => here != kept.key,
            (here, None) => here.is_some() || self.anchor()?.is_some(),
            (None, Some(_)) => false,
        };
        let file = || self.key.display().to_string();
        if foreign { Err(TrailFailure::Foreign(file())) } else { Ok(()) }
    }

    /// Puts the key of a backup here. Returns whether it was not here before.
    pub(crate) fn put_key(&self, kept: &Kept) -> Result<bool, TrailFailure> {
        let new = self.key()?.is_none();
        if new {
            self.write_key(&kept.key)?;
        }
        Ok(new)
    }

    /// Takes back a key that was just put here.
    pub(crate) fn remove_key(&self) -> Result<(), TrailFailure> {
        fs::remove_file(&self.key).map_err(at(&self.key))
    }

    /// Puts the anchor of a backup here, in the place of a newer one if need be.
    pub(crate) fn put_anchor(&self, kept: &Kept) -> Result<(), TrailFailure> {
        self.write_anchor(&kept.anchor)
    }

    /// Puts one anchor in the place of another, unless a process that shares the folder was faster.
    fn raise(&self, from: &Head, to: &Head) -> Result<(), TrailFailure> {
        let turn = File::open(&self.key).map_err(at(&self.key))?;
        turn.lock().map_err(at(&self.key))?;
        if self.anchor()?.as_ref() == Some(from) { self.write_anchor(to) } else { Ok(()) }
    }
}

/// Key and anchor of a trail as they go into a backup. The anchor is older than the copy of the
/// database, so that the copy holds at least what is anchored.
#[derive(Debug)]
pub(crate) struct Kept {
    key: TrailKey,
    anchor: Head,
}

/// How a backup begins that brings key and anchor of the trail along; the database follows.
const BACKUP: &str = "waxwing backup 2\n";

impl Kept {
    /// The lines before the database.
    pub(crate) fn to_lines(&self) -> String {
        let Head { number, hash } = &self.anchor;
        format!("{BACKUP}{}\n{number} {hash}\n", self.key.reveal())
    }

    /// Reads the lines before the database; `None` where there are none, as in backups of older
    /// versions. What was read of the database then comes back with it.
    pub(crate) fn read(from: &mut impl io::Read) -> io::Result<(Option<Self>, Vec<u8>)> {
        let mut head = Vec::new();
        from.take(BACKUP.len().try_into().unwrap_or(0)).read_to_end(&mut head)?;
        if head != BACKUP.as_bytes() {
            return Ok((None, head));
        }
        // Byte by byte: what follows the lines is the database's, and is not to be read here.
        let mut line = || {
            let (mut text, mut byte) = (Vec::new(), [0]);
            for _ in 0..LONGEST {
                from.read_exact(&mut byte)?;
                match byte {
                    [b'\n'] => return Ok(String::from_utf8_lossy(&text).into_owned()),
                    [byte] => text.push(byte),
                }
            }
            Err(io::Error::from(io::ErrorKind::UnexpectedEof))
        };
        let (key, anchor) = (line()?, line()?);
        let kept = TrailKey::read(&key)
            .zip(read_head(&anchor))
            .map(|(key, anchor)| Self { key, anchor })
            .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))?;
        Ok((Some(kept), Vec::new()))
    }
}

/// The key in use and what is known of the anchor.
#[derive(Debug)]
pub(crate) struct Trail {
    place: TrailPlace,
    pub(crate) key: TrailKey,
    /// The newest entry that this process wrote, or would have if its transaction had held.
    appended: AtomicI64,
    /// Up to which entry this process knows the trail to be anchored.
    anchored: AtomicI64,
    /// One at a time.
    turn: tokio::sync::Mutex<()>,
    /// A trail that does not fit its anchor is told of once.
    told: AtomicBool,
}

impl Trail {
    fn new(place: TrailPlace, key: TrailKey) -> Arc<Self> {
        Arc::new(Self {
            place,
            key,
            appended: AtomicI64::new(0),
            anchored: AtomicI64::new(0),
            turn: tokio::sync::Mutex::new(()),
            told: AtomicBool::new(false),
        })
    }

    pub(crate) fn note(&self, number: i64) {
        self.appended.fetch_max(number, Ordering::Relaxed);
    }

    /// What of it goes into a backup that is copied after this.
    pub(crate) fn kept(&self) -> Result<Kept, TrailFailure> {
        let missing = || TrailFailure::Missing(self.place.anchor.display().to_string());
        Ok(Kept { key: self.key.clone(), anchor: self.anchor()?.ok_or_else(missing)? })
    }

    /// The anchor as it is now.
    pub(crate) fn anchor(&self) -> Result<Option<Head>, TrailFailure> {
        self.place.anchor()
    }
}

fn new_key(chance: &dyn Chance) -> TrailKey {
    let mut bytes = [0; 32];
    let drawn = chance.bytes().into_iter().chain(chance.bytes());
    for (to, from) in bytes.iter_mut().zip(drawn) {
        *to = from;
    }
    TrailKey::new(bytes)
}

impl Services {
    /// The same services, with a trail that is kept by a key and an anchor. Both are made where the
    /// database knows of no key yet; what is on the trail then stays as it is and is held on to.
    ///
    /// # Errors
    /// [`TrailFailure`].
    pub async fn with_trail(mut self, place: TrailPlace) -> Result<Self, TrailFailure> {
        let transaction = self.begin().await?;
        // Processes that start at once take turns: one makes the key, the others find it.
        let file = || place.key.display().to_string();
        let key = match (seal::in_use(&transaction).await?, place.key()?) {
            (Some(known), Some(key)) if known.name == key.name() => key,
            (Some(_), Some(_)) => return Err(TrailFailure::Foreign(file())),
            (Some(_), None) => return Err(TrailFailure::Missing(file())),
            (None, here) => self.begin_trail(&transaction, &place, here).await?,
        };
        transaction.commit().await.map_err(StoreError::from)?;
        self.trail = Some(Trail::new(place, key));
        self.anchor().await;
        Ok(self)
    }

    /// Makes what is missing of key and anchor, and tells the database.
    async fn begin_trail<C: store::ConnectionTrait>(
        &self,
        c: &C,
        place: &TrailPlace,
        here: Option<TrailKey>,
    ) -> Result<TrailKey, TrailFailure> {
        let key = if let Some(key) = here {
            key
        } else {
            let key = new_key(self.chance());
            place.write_key(&key)?;
            key
        };
        if place.anchor()?.is_none() {
            place.write_anchor(&audit::head(c).await?)?;
        }
        seal::begin(c, &key).await?;
        Ok(key)
    }

    /// Anchors what this process has written on the trail. Called when a request or command is done:
    /// nobody hears of an act that could still be cut off unseen.
    pub async fn anchor_written(&self) {
        let Some(trail) = &self.trail else { return };
        if trail.appended.load(Ordering::Relaxed) > trail.anchored.load(Ordering::Relaxed) {
            self.anchor().await;
        }
    }

    /// Anchors the newest entry, whoever wrote it. What goes wrong is logged: the acts are done, and
    /// the next time may go better.
    pub(crate) async fn anchor(&self) {
        let Some(trail) = &self.trail else { return };
        if let Err(error) = self.try_anchor(trail).await
            && !trail.told.swap(true, Ordering::Relaxed)
        {
            tracing::error!(%error, "the audit trail could not be anchored");
        }
    }

    async fn try_anchor(&self, trail: &Arc<Trail>) -> Result<(), TrailFailure> {
        let _turn = trail.turn.lock().await;
        let newest = audit::head(self.db.reads()).await?;
        if newest.number <= trail.anchored.load(Ordering::Relaxed) {
            return Ok(());
        }
        let missing = || TrailFailure::Missing(trail.place.anchor.display().to_string());
        let anchor = trail.anchor()?.ok_or_else(missing)?;
        if anchor.number < newest.number {
            // An anchor that the trail no longer reaches or fits stays: it is what shows that.
            let removed = seal::in_use(self.db.reads()).await?.map_or(0, |known| known.removed);
            let fits = anchor.number <= removed
                || audit::hash_of(self.db.reads(), anchor.number).await?.as_ref()
                    == Some(&anchor.hash);
            if !fits {
                if !trail.told.swap(true, Ordering::Relaxed) {
                    tracing::error!("the audit trail was changed: see `waxwing audit verify`");
                }
                return Ok(());
            }
            let (trail, newest) = (Arc::clone(trail), newest.clone());
            tokio::task::spawn_blocking(move || trail.place.raise(&anchor, &newest))
                .await
                .map_err(|error| Failure::Internal(Incident::log(&error)))??;
        }
        trail.anchored.store(newest.number, Ordering::Relaxed);
        trail.told.store(false, Ordering::Relaxed);
        Ok(())
    }
}

/// Goes on with a trail whose key or anchor is lost: a new key signs what comes, the anchor is set to
/// what is there, and the trail says so. Of entries under the lost key it can only be said that they
/// hang together.
///
/// # Errors
/// [`TrailFailure::Whole`] when nothing is lost; [`Failure::Forbidden`] for anybody but the person at
/// the machine; what else [`TrailFailure`] tells.
pub async fn begin_anew(
    services: &Services,
    actor: &Actor,
    place: &TrailPlace,
) -> Result<(), TrailFailure> {
    actor.admin()?;
    if actor.account().is_some() {
        return Err(Failure::Forbidden.into());
    }
    let transaction = services.begin().await?;
    let known = seal::in_use(&transaction).await?;
    let key = match (known, place.key()?) {
        (None, _) => return Err(TrailFailure::Whole),
        (Some(known), Some(key)) if known.name == key.name() => {
            if place.anchor()?.is_some() {
                return Err(TrailFailure::Whole);
            }
            key
        }
        (Some(_), Some(_)) => return Err(TrailFailure::Foreign(place.key.display().to_string())),
        (Some(_), None) => {
            let key = new_key(services.chance());
            place.write_key(&key)?;
            seal::begin(&transaction, &key).await?;
            key
        }
    };
    place.write_anchor(&audit::head(&transaction).await?)?;
    let act = audit::Act { object: "server", ..actor.does(services, "trail_anew") };
    audit::append(&transaction, Some(&key), &act).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}
