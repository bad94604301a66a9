//! What every use case needs: the database, the clock, chance and what is kept in memory.

use std::sync::{
    Arc, Mutex, PoisonError, RwLock,
    atomic::{AtomicBool, Ordering},
};

use chrono::{DateTime, NaiveDate, SubsecRound, TimeDelta, Utc};
use domain::{CallId, Clock, OrganisationId};
use store::{
    ConnectionTrait, Database, DatabaseTransaction, StoreError,
    audit::Act,
    db::Key,
    seal::TrailKey,
    state::{self, Part, State},
};

use crate::{
    Actor, Failure, anchor::Trail, imports::Staging, knowledge::Knowledge, limits::Limits,
    register, reviews, secrets::Passwords,
};

/// How a server behaves, decided where it is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Whether the server is for this machine alone, so that one click may sign in to the
    /// demonstration workspace: it listens on loopback and has no name for others.
    pub demonstration: bool,
    /// How long a project waits before donors or everyone see it, so that it can be taken back.
    pub publish_delay: TimeDelta,
    /// How long entries of the audit trail are kept.
    pub keep_trail: TimeDelta,
    /// How long it is kept which account imported a file.
    pub keep_imports: TimeDelta,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            demonstration: false,
            publish_delay: TimeDelta::hours(24),
            keep_trail: TimeDelta::days(730),
            keep_imports: TimeDelta::days(365),
        }
    }
}

/// What a process has written, to be taken up by itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Touched {
    /// Calls that are new or have changed.
    pub(crate) calls: Vec<CallId>,
    /// Whether names came with them, by which every text is masked.
    pub(crate) names: bool,
    /// What [`News::tell`] gave; `None` where nothing was written.
    pub(crate) count: Option<i64>,
}

/// What was written, as far as those who hold an index are to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// Projects or who sees them.
    Projects,
    /// Calls; perhaps names of donors with them.
    Calls,
    /// Projects, and names on which every text depends, or calls.
    Everything,
}

impl News {
    /// Tells it: last in a transaction, as others wait to tell theirs until it ends. Returns the count
    /// of changes of calls with this one.
    pub(crate) async fn tell<C: ConnectionTrait>(self, c: &C) -> Result<Option<i64>, StoreError> {
        let mut calls = None;
        for part in self.parts() {
            let count = state::changed(c, *part).await?;
            if *part == Part::Calls {
                calls = Some(count);
            }
        }
        Ok(calls)
    }

    /// What has changed, always in the same order, so that nobody waits for one who waits for them.
    const fn parts(self) -> &'static [Part] {
        match self {
            Self::Projects => &[Part::Projects],
            Self::Calls => &[Part::Calls],
            Self::Everything => &[Part::Projects, Part::Calls],
        }
    }
}

/// Where random bytes come from.
pub trait Chance: Send + Sync {
    /// Sixteen bytes nobody can guess.
    fn bytes(&self) -> [u8; 16];
}

/// How long something waits for its turn to write that can do without.
const AT_ONCE: std::time::Duration = std::time::Duration::from_millis(100);

/// A form's key as it is kept: one person's key is not another's, and nobody learns of either.
fn form_key(actor: &Actor, key: &str) -> String {
    crate::secrets::fingerprint(&format!("{}:{key}", actor.pseudonym()))
}

/// The journal of the database, which holds what was overwritten until it is emptied.
#[derive(Debug)]
struct Journal {
    /// Whether there may be something in it that was to go.
    used: AtomicBool,
    /// Held by whoever empties it.
    turn: tokio::sync::Mutex<()>,
}

impl Default for Journal {
    /// A process that ended at the wrong moment may have left something there.
    fn default() -> Self {
        Self { used: AtomicBool::new(true), turn: tokio::sync::Mutex::new(()) }
    }
}

/// The handle to everything use cases share; cheap to clone.
#[derive(Clone)]
pub struct Services {
    pub(crate) db: Database,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    knowledge: Arc<RwLock<Arc<Knowledge>>>,
    /// Whether there is an index at all.
    indexed: bool,
    /// The state of the database that the knowledge was read in, or a later one. Whoever reads anew
    /// holds it, so that an older reading never takes the place of a newer one.
    seen: Arc<tokio::sync::Mutex<State>>,
    staging: Arc<Mutex<Staging>>,
    pub(crate) passwords: Passwords,
    pub(crate) limits: Arc<Limits>,
    pub(crate) settings: Settings,
    /// Key and anchor of the audit trail.
    pub(crate) trail: Option<Arc<Trail>>,
    journal: Arc<Journal>,
}

impl std::fmt::Debug for Services {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Services").finish_non_exhaustive()
    }
}

impl Services {
    /// Opens the database at a URL, with its key when it is encrypted, brings its schema up to date
    /// and opens the services over it.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be opened, migrated or read.
    pub async fn connect(
        url: &str,
        key: Option<&Key>,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Self, StoreError> {
        Self::open(Database::open(url, key).await?, clock, chance).await
    }

    /// Opens the services over an open database: writes the list of themes and builds the matching
    /// index.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read or written.
    pub async fn open(
        db: Database,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Self, StoreError> {
        Self::start(db, clock, chance, true).await
    }

    /// As [`Services::connect`], for commands that neither match nor show anything: without the
    /// index, which takes time and memory. What they change, servers on the same database follow.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be opened, migrated or read.
    pub async fn connect_without_index(
        url: &str,
        key: Option<&Key>,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Self, StoreError> {
        let db = Database::open(url, key).await?;
        Self::start(db, clock, chance, false).await
    }

    async fn start(
        db: Database,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
        indexed: bool,
    ) -> Result<Self, StoreError> {
        let transaction = db.begin().await?;
        store::themes::sync(&transaction, domain::Theme::all()).await?;
        // Reviews of before there were code names for each, or from a backup, may lack some.
        reviews::draw_names(&*chance, &transaction, None).await?;
        if register::ship(&transaction, &*chance).await? {
            News::Calls.tell(&transaction).await?;
        }
        transaction.commit().await?;
        let seen = state::read(db.reads()).await?;
        let knowledge =
            if indexed { Box::pin(Knowledge::read(&db)).await? } else { Knowledge::nothing() };
        Ok(Self {
            db,
            clock,
            chance,
            knowledge: Arc::new(RwLock::new(Arc::new(knowledge))),
            indexed,
            seen: Arc::new(tokio::sync::Mutex::new(seen)),
            staging: Arc::new(Mutex::new(Staging::default())),
            passwords: Passwords::new(),
            limits: Arc::default(),
            settings: Settings::default(),
            trail: None,
            journal: Arc::default(),
        })
    }

    /// The same services under other settings.
    #[must_use]
    pub fn with(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// The settings in force.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`Failure::Internal`] when it does not.
    pub async fn is_well(&self) -> Result<(), Failure> {
        Ok(store::db::ping(self.db.reads()).await?)
    }

    /// Adds to the audit trail, inside the transaction of what it tells of.
    ///
    /// Whoever adds to the trail waits for their turn, and a new account is in the trail as well. So
    /// this is also where an account of the demonstration is stopped whose act began before somebody
    /// real got an account and would end after it.
    ///
    /// # Errors
    /// [`Failure::Forbidden`] for that; [`Failure::Internal`].
    pub(crate) async fn record<C: store::ConnectionTrait>(
        &self,
        c: &C,
        act: Act,
        object: &'static str,
        id: uuid::Uuid,
        organisation: Option<OrganisationId>,
    ) -> Result<(), Failure> {
        let act = Act { object, object_id: (!id.is_nil()).then_some(id), organisation, ..act };
        let number = store::audit::append(c, self.trail_key(), &act).await?;
        if let Some(trail) = &self.trail {
            trail.note(number);
        }
        match act.account {
            Some(account) if store::accounts::is_out_of_place(c, account).await? => {
                Err(Failure::Forbidden)
            }
            _ => Ok(()),
        }
    }

    /// The key with which the trail is signed.
    pub(crate) fn trail_key(&self) -> Option<&TrailKey> {
        self.trail.as_deref().map(|trail| &trail.key)
    }

    /// The present moment in whole seconds: both databases keep those exactly.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now().trunc_subsecs(0)
    }

    /// Today's date in UTC.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// A key by which a form is recognised when it is sent twice.
    #[must_use]
    pub fn new_key(&self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.chance.bytes()))
    }

    /// Begins a transaction for writing. Until it ends nothing is read but through it: what is read
    /// beside it may be older (a test of the house looks at the source for that).
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, StoreError> {
        self.db.begin().await
    }

    /// As [`Self::begin`], for what can wait until another time: `None` where others are writing.
    pub(crate) async fn try_begin(&self) -> Result<Option<DatabaseTransaction>, StoreError> {
        match tokio::time::timeout(AT_ONCE, self.db.begin()).await {
            Ok(transaction) => transaction.map(Some),
            Err(_) => Ok(None),
        }
    }

    /// What a form with this key made when it was sent before, by the same person. Belongs into the
    /// transaction that would make it again: the second of two clicks waits for the first.
    pub(crate) async fn answered<C: ConnectionTrait>(
        &self,
        c: &C,
        actor: &Actor,
        key: &str,
    ) -> Result<Option<uuid::Uuid>, StoreError> {
        if key.is_empty() {
            return Ok(None);
        }
        store::form_keys::find(c, &form_key(actor, key)).await
    }

    /// Notes what a form with this key made.
    pub(crate) async fn answer<C: ConnectionTrait>(
        &self,
        c: &C,
        actor: &Actor,
        key: &str,
        object: uuid::Uuid,
    ) -> Result<(), StoreError> {
        if key.is_empty() {
            return Ok(());
        }
        store::form_keys::insert(c, form_key(actor, key), object, self.now()).await
    }

    pub(crate) fn chance(&self) -> &dyn Chance {
        &*self.chance
    }

    pub(crate) fn knowledge(&self) -> Arc<Knowledge> {
        debug_assert!(self.indexed, "a use case that needs the index was called without it");
        Arc::clone(&self.knowledge.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Commits what was written, and the news of it in the same transaction, so that no process misses
    /// it whatever happens to this one; then takes it up. What was there before leaves the journal.
    pub(crate) async fn commit(
        &self,
        transaction: DatabaseTransaction,
        news: News,
    ) -> Result<(), Failure> {
        news.tell(&transaction).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        self.journal.used.store(true, Ordering::Release);
        self.follow().await.map(drop)
    }

    /// [`Self::commit`] of what was erased: the space of it is handed back too.
    pub(crate) async fn commit_erased(
        &self,
        transaction: DatabaseTransaction,
        news: News,
    ) -> Result<(), Failure> {
        news.tell(&transaction).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        self.purge().await?;
        self.follow().await.map(drop)
    }

    /// Hands back the space of what was deleted and empties the journal.
    pub(crate) async fn purge(&self) -> Result<(), Failure> {
        self.db.hand_back().await?;
        self.journal.used.store(true, Ordering::Release);
        self.empty_journal().await;
        Ok(())
    }

    /// Empties the journal of what was written before. Where somebody reads or empties it just now it
    /// stays for the next time, within a second or so; that it could not be emptied takes nothing back
    /// of what was written.
    async fn empty_journal(&self) {
        let Ok(_turn) = self.journal.turn.try_lock() else { return };
        if !self.journal.used.swap(false, Ordering::AcqRel) {
            return;
        }
        // Apart from the request, which may be dropped.
        let (db, journal) = (self.db.clone(), Arc::clone(&self.journal));
        let emptying = tokio::spawn(async move {
            let emptied = db.empty_journal().await;
            if let Err(error) = &emptied {
                tracing::warn!(%error, "the journal could not be emptied");
            }
            if !matches!(emptied, Ok(true)) {
                journal.used.store(true, Ordering::Release);
            }
        });
        // It says itself what goes wrong.
        let _ = emptying.await;
    }

    /// Takes up what this process has written and told of. Readers never wait for it.
    pub(crate) async fn take_up_written(&self, written: Touched) -> Result<(), Failure> {
        self.journal.used.store(true, Ordering::Release);
        self.settle().await;
        self.take_up(Some(written)).await.map(drop)
    }

    /// What follows on a commit: what was overwritten leaves the journal, what is new on the trail is
    /// anchored.
    async fn settle(&self) {
        self.empty_journal().await;
        self.anchor().await;
    }

    /// Takes up what was changed since the index was built, by this process or another one on the
    /// same database, and settles what is left of what this one wrote. Returns whether the server is
    /// locked.
    ///
    /// Changed calls are found as soon as they are read; where so many have changed that the index
    /// is to be built anew, it takes the place of theirs when it is done.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the database cannot be read; the index is then what it was, and is
    /// brought up to date the next time.
    pub async fn follow(&self) -> Result<bool, Failure> {
        self.settle().await;
        self.take_up(None).await
    }

    /// [`Self::follow`]. Where all that is new is what this process has written, nothing else is read:
    /// that takes as long for a hundred thousand calls as for a hundred.
    async fn take_up(&self, own: Option<Touched>) -> Result<bool, Failure> {
        let mut seen = self.seen.lock().await;
        let state = state::read(self.db.reads()).await?;
        let own = own.filter(|written| {
            let nothing_else = written.count == Some(state.calls) && seen.calls + 1 == state.calls;
            nothing_else && state.projects == seen.projects && !written.names
        });
        if self.indexed && state.calls != seen.calls {
            let knowledge = self.knowledge();
            let new = match own {
                Some(written) => Box::pin(knowledge.with_written(&self.db, &written.calls)).await?,
                None => Box::pin(knowledge.with_calls(&self.db)).await?,
            };
            let mut all = true;
            if let Some(new) = new {
                all = new.call_index.needs_rebuild();
                self.replace(new);
            }
            if all {
                self.replace(Box::pin(Knowledge::read(&self.db)).await?);
            } else if state.projects != seen.projects {
                self.replace(self.knowledge().with_projects(&self.db).await?);
            }
        } else if self.indexed && state.projects != seen.projects {
            self.replace(self.knowledge().with_projects(&self.db).await?);
        }
        *seen = state;
        Ok(state.locked)
    }

    fn replace(&self, new: Knowledge) {
        *self.knowledge.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(new);
    }

    pub(crate) fn staging(&self) -> std::sync::MutexGuard<'_, Staging> {
        self.staging.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
