//! What every use case needs: the database, the clock, chance and what is kept in memory.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use chrono::{DateTime, NaiveDate, SubsecRound, TimeDelta, Utc};
use domain::{Clock, OrganisationId, ProjectId};
use store::{DatabaseConnection, StoreError, audit::Act};

use crate::{Failure, imports::Staging, knowledge::Knowledge, limits::Limits, secrets::Passwords};

/// How a server behaves, decided where it is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Whether one click signs in to the demonstration workspace: on loopback only.
    pub demonstration: bool,
    /// How long a project waits before donors or everyone see it, so that it can be taken back.
    pub publish_delay: TimeDelta,
}

impl Default for Settings {
    fn default() -> Self {
        Self { demonstration: false, publish_delay: TimeDelta::hours(24) }
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
    /// Opens the database at a URL, brings its schema up to date and opens the services over it.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be opened, migrated or read.
    pub async fn connect(
        url: &str,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Self, StoreError> {
        let db = store::db::connect(url).await?;
        store::db::migrate(&db).await?;
        Self::open(db, clock, chance).await
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
        let transaction = store::db::begin(&db).await?;
        store::themes::sync(&transaction, domain::Theme::all()).await?;
        transaction.commit().await?;
        let knowledge = Arc::new(Knowledge::read(&db).await?);
        Ok(Self {
            db,
            clock,
            chance,
            knowledge: Arc::new(RwLock::new(knowledge)),
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
        Arc::clone(&self.knowledge.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Builds only the index of projects anew: calls and names are what they were.
    pub(crate) async fn refresh_projects(&self) -> Result<(), Failure> {
        let new = Arc::new(self.knowledge().with_projects(&self.db).await?);
        *self.knowledge.write().unwrap_or_else(PoisonError::into_inner) = new;
        Ok(())
    }

    /// Builds the index anew from the database and puts it in the place of the old one; readers
    /// never wait for it.
    pub(crate) async fn refresh(&self) -> Result<(), Failure> {
        let new = Arc::new(Knowledge::read(&self.db).await?);
        *self.knowledge.write().unwrap_or_else(PoisonError::into_inner) = new;
        Ok(())
    }

    pub(crate) fn staging(&self) -> std::sync::MutexGuard<'_, Staging> {
        self.staging.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
