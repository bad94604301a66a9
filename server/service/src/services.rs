//! What every use case needs: the database, the clock, chance and what is kept in memory.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use chrono::{DateTime, NaiveDate, SubsecRound, TimeDelta, Utc};
use domain::{CallId, Clock, OrganisationId, ProjectId};
use store::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, StoreError,
    audit::Act,
    db::Key,
    state::{self, Part, State},
};

use crate::{
    Failure, imports::Staging, knowledge::Knowledge, limits::Limits, register, secrets::Passwords,
};

/// How a server behaves, decided where it is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Whether one click signs in to the demonstration workspace: on loopback only.
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
pub(crate) struct Written {
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
        if self != Self::Calls {
            state::changed(c, Part::Projects).await?;
        }
        match self {
            Self::Projects => Ok(None),
            Self::Calls | Self::Everything => state::changed(c, Part::Calls).await.map(Some),
        }
    }
}

/// Where random bytes come from.
pub trait Chance: Send + Sync {
    /// Sixteen bytes nobody can guess.
    fn bytes(&self) -> [u8; 16];
}

/// The handle to everything use cases share; cheap to clone.
#[derive(Clone)]
pub struct Services {
    pub(crate) db: DatabaseConnection,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    knowledge: Arc<RwLock<Arc<Knowledge>>>,
    /// Whether there is an index at all.
    indexed: bool,
    /// The state of the database that the knowledge was read in, or a later one. Whoever reads anew
    /// holds it, so that an older reading never takes the place of a newer one.
    seen: Arc<tokio::sync::Mutex<State>>,
    staging: Arc<Mutex<Staging>>,
    answered: Arc<tokio::sync::Mutex<HashMap<String, ProjectId>>>,
    pub(crate) passwords: Passwords,
    pub(crate) limits: Arc<Limits>,
    pub(crate) settings: Settings,
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
        let db = store::db::connect(url, key).await?;
        store::db::migrate(&db).await?;
        Self::open(db, clock, chance).await
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
        let db = store::db::connect(url, key).await?;
        store::db::migrate(&db).await?;
        Self::start(db, clock, chance, false).await
    }

    /// Opens the services over a migrated database: writes the list of themes and builds the
    /// matching index.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read or written.
    pub async fn open(
        db: DatabaseConnection,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Self, StoreError> {
        Self::start(db, clock, chance, true).await
    }

    async fn start(
        db: DatabaseConnection,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
        indexed: bool,
    ) -> Result<Self, StoreError> {
        let transaction = store::db::begin(&db).await?;
        store::themes::sync(&transaction, domain::Theme::all()).await?;
        if register::ship(&transaction, &*chance).await? {
            News::Calls.tell(&transaction).await?;
        }
        transaction.commit().await?;
        let seen = state::read(&db).await?;
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
            answered: Arc::default(),
            passwords: Passwords::new(),
            limits: Arc::default(),
            settings: Settings::default(),
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
        Ok(store::db::ping(&self.db).await?)
    }

    /// Adds to the audit trail, inside the transaction of what it tells of.
    pub(crate) async fn record<C: store::ConnectionTrait>(
        &self,
        c: &C,
        act: Act,
        object: &'static str,
        id: uuid::Uuid,
        organisation: Option<OrganisationId>,
    ) -> Result<(), Failure> {
        let act = Act { object, object_id: (!id.is_nil()).then_some(id), organisation, ..act };
        Ok(store::audit::append(c, &act).await?)
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

    /// What forms were answered with, by their keys; forgotten when there are too many.
    pub(crate) async fn answered(&self) -> tokio::sync::MutexGuard<'_, HashMap<String, ProjectId>> {
        let mut answered = self.answered.lock().await;
        if answered.len() > 10_000 {
            answered.clear();
        }
        answered
    }

    pub(crate) fn chance(&self) -> &dyn Chance {
        &*self.chance
    }

    pub(crate) fn knowledge(&self) -> Arc<Knowledge> {
        debug_assert!(self.indexed, "a use case that needs the index was called without it");
        Arc::clone(&self.knowledge.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Commits what was written, and the news of it in the same transaction, so that no process misses
    /// it whatever happens to this one; then takes it up.
    pub(crate) async fn commit(
        &self,
        transaction: DatabaseTransaction,
        news: News,
    ) -> Result<(), Failure> {
        news.tell(&transaction).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        self.follow().await.map(drop)
    }

    /// [`Self::commit`] of what was erased: nothing of it stays in the file, whatever becomes of the rest.
    pub(crate) async fn commit_erased(
        &self,
        transaction: DatabaseTransaction,
        news: News,
    ) -> Result<(), Failure> {
        news.tell(&transaction).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        store::db::purge(&self.db).await?;
        self.follow().await.map(drop)
    }

    /// Takes up what this process has written and told of. Readers never wait for it.
    pub(crate) async fn take_up_written(&self, written: Written) -> Result<(), Failure> {
        self.take_up(Some(written)).await.map(drop)
    }

    /// Takes up what was changed since the index was built, by this process or another one on the
    /// same database. Returns whether the server is locked.
    ///
    /// Changed calls are found as soon as they are read; where so many have changed that the index
    /// is to be built anew, it takes the place of theirs when it is done.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the database cannot be read; the index is then what it was, and is
    /// brought up to date the next time.
    pub async fn follow(&self) -> Result<bool, Failure> {
        self.take_up(None).await
    }

    /// [`Self::follow`]. Where all that is new is what this process has written, nothing else is read:
    /// that takes as long for a hundred thousand calls as for a hundred.
    async fn take_up(&self, own: Option<Written>) -> Result<bool, Failure> {
        let mut seen = self.seen.lock().await;
        let state = state::read(&self.db).await?;
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
