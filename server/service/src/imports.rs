//! Imports: preview first, then one transaction.
//!
//! A file is read as a stream, so that its size does not decide how much memory is used. Records
//! that are not acceptable are refused with row, field and reason; the others are compared with
//! what is on record. Importing the same file twice changes nothing.

use std::{
    collections::{BTreeMap, HashMap},
    io::{Cursor, Read},
    ops::ControlFlow,
    sync::Arc,
};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    AccountId, BatchId, Call, CallDraft, CallField, CallId, Donor, DonorId, Located,
    OrganisationId, Problem, Project, ProjectDraft, ProjectId, Reader, ReviewState, Role, RowIssue,
    Sharing, Visibility,
};
use serde_json::Value;
use store::{ConnectionTrait, StoreError, calls::Version, organisations::Directory};
use tokio::sync::mpsc;

pub use crate::changes::FieldChange;
use crate::{
    Actor, Failure, Incident, Services,
    changes::merge,
    register::{self, ListOptions, RegisterEffect},
    reviews::frozen,
    services::{News, Written},
    standing::DonorNames,
};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportKind {
    /// Calls.
    Calls,
    /// Projects.
    Projects,
    /// A register of designated bodies.
    Designations(ListOptions),
}

impl ImportKind {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Projects => "projects",
            Self::Designations(_) => "designations",
        }
    }
}

/// What becomes of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineOutcome {
    /// It was not on record.
    New,
    /// It is on record and these fields differ. Those that a person decided stay; where there are no
    /// others, it counts as the same.
    Changed(Vec<FieldChange>),
    /// It is on record as it is in the file.
    Same,
    /// It cannot be accepted.
    Refused(Vec<RowIssue>),
    /// It is on record and being scored, and the file changes what it demands. It stays as it is until
    /// all scores are locked.
    Held,
    /// It is on record and the file, which is newer, has it no longer. It stays and is marked.
    Gone,
    /// It says nothing that this earlier row does not say.
    Repeated(u64),
}

/// One record of a file, or several that are refused for the same reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportLine {
    /// Its number in the file, from 1.
    pub row: u64,
    /// Its title; empty when it could not be read.
    pub title: String,
    /// What becomes of it.
    pub outcome: LineOutcome,
    /// The next rows that are refused for the same reasons.
    pub alike: Vec<u64>,
    /// How many more of these there are.
    pub more_alike: u64,
}

/// How many records became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Not on record before.
    pub new: u64,
    /// Different from what is on record.
    pub changed: u64,
    /// The same as on record.
    pub same: u64,
    /// Not acceptable.
    pub refused: u64,
    /// On record and no longer in the file.
    pub gone: u64,
    /// Rows that say what an earlier one says.
    pub repeated: u64,
}

impl ImportCounts {
    /// All records of the file.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.new + self.changed + self.same + self.refused + self.repeated
    }
}

/// What became of the records so far.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    counts: ImportCounts,
    told: Vec<ImportLine>,
    more: u64,
    /// Where lines stand that are refused, by their reasons.
    refused: HashMap<String, usize>,
}

impl Lines {
    pub(crate) fn note(&mut self, row: u64, title: String, outcome: LineOutcome) {
        match &outcome {
            LineOutcome::New => self.counts.new += 1,
            // It stays as a person left it; that the source says something else is told.
            LineOutcome::Changed(changes) if changes.iter().all(|change| change.kept) => {
                self.counts.same += 1;
            }
            LineOutcome::Changed(_) => self.counts.changed += 1,
            LineOutcome::Refused(_) => self.counts.refused += 1,
            LineOutcome::Held => self.counts.same += 1,
            LineOutcome::Gone => self.counts.gone += 1,
            LineOutcome::Repeated(_) => self.counts.repeated += 1,
            LineOutcome::Same => {
                self.counts.same += 1;
                return;
            }
        }
        if let LineOutcome::Refused(issues) = &outcome {
            // One fault that a hundred rows have must not hide the others.
            let place = *self.refused.entry(format!("{issues:?}")).or_insert(self.told.len());
            if let Some(first) = self.told.get_mut(place) {
                if first.alike.len() < ALIKE {
                    first.alike.push(row);
                } else {
                    first.more_alike += 1;
                }
                return;
            }
        }
        if self.told.len() < LINES {
            let (alike, more_alike) = (Vec::new(), 0);
            self.told.push(ImportLine { row, title, outcome, alike, more_alike });
        } else {
            self.more += 1;
        }
    }

    pub(crate) const fn counts(&self) -> ImportCounts {
        self.counts
    }

    pub(crate) fn report(
        self,
        kind: ImportKind,
        format: String,
        file_name: String,
        committed: bool,
    ) -> ImportReport {
        let Self { counts, told: lines, more, .. } = self;
        ImportReport { kind, format, file_name, counts, lines, more, committed, effect: None }
    }
}

/// What an import does, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// What the file holds.
    pub kind: ImportKind,
    /// Code of the recognised format.
    pub format: String,
    /// The file's name as given; never stored.
    pub file_name: String,
    /// How many records became what.
    pub counts: ImportCounts,
    /// The first records that are not the same as on record.
    pub lines: Vec<ImportLine>,
    /// How many more such records there are.
    pub more: u64,
    /// Whether it was written.
    pub committed: bool,
    /// What it means for a register and for donors, where it is one.
    pub effect: Option<RegisterEffect>,
}

impl ImportReport {
    /// Whether there is anything to write: records, or that a list was read on a newer day.
    #[must_use]
    pub fn writes(&self) -> bool {
        let counts = self.counts;
        counts.new + counts.changed + counts.gone > 0
            || self.effect.as_ref().is_some_and(RegisterEffect::confirms)
    }
}

/// A file that was previewed and waits for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staged {
    /// Names the file in the next step.
    pub token: String,
    /// What an import would do.
    pub report: ImportReport,
}

/// Why an import did not happen. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ImportFailure {
    /// The file as a whole cannot be used.
    #[error("{0}")]
    File(exchange::FileError),
    /// More bytes than an upload may have.
    #[error("the file is larger than {limit} bytes")]
    TooBig {
        /// The most bytes allowed.
        limit: u64,
    },
    /// The day of a list is still to come: it would be the newest for so long.
    #[error("the date of the list: {day} is still to come; today is {today}")]
    DayToCome {
        /// The day that was given.
        day: chrono::NaiveDate,
        /// The day that it is here.
        today: chrono::NaiveDate,
    },
    /// The previewed file is no longer kept.
    #[error("the preview has expired: choose the file again")]
    Expired,
    /// Anything else.
    #[error("{0}")]
    Failure(#[from] Failure),
}

impl From<StoreError> for ImportFailure {
    fn from(error: StoreError) -> Self {
        Self::Failure(error.into())
    }
}

/// The most bytes of an uploaded file (`safety.md` I1).
pub const UPLOAD_LIMIT: u64 = 10 * 1024 * 1024;
/// The most lines a report lists.
const LINES: usize = 500;
/// Rows that are named beside the first of those that are refused for the same reasons.
const ALIKE: usize = 4;
/// Records per batch between the reader and the database.
const BATCH: usize = 200;
/// Files kept between preview and commit.
const STAGED: usize = 20;

/// Files between preview and commit. They are kept in memory only, so that a file that is never
/// committed leaves no trace on the disk.
#[derive(Debug, Default)]
pub(crate) struct Staging {
    files: HashMap<String, StagedFile>,
}

#[derive(Debug)]
struct StagedFile {
    bytes: Arc<[u8]>,
    report: ImportReport,
    since: DateTime<Utc>,
    by: Option<AccountId>,
}

impl Staging {
    fn put(&mut self, token: String, file: StagedFile) {
        let oldest_allowed = file.since - TimeDelta::minutes(30);
        self.files.retain(|_, kept| kept.since >= oldest_allowed);
        if self.files.len() >= STAGED
            && let Some(oldest) =
                self.files.iter().min_by_key(|(_, kept)| kept.since).map(|(token, _)| token.clone())
        {
            self.files.remove(&oldest);
        }
        self.files.insert(token, file);
    }
}

enum Draft {
    Call(Box<CallDraft>),
    Project(Box<ProjectDraft>),
}

type Batch = Vec<Located<Result<Draft, Vec<RowIssue>>>>;

/// Reads the file and sends its records in batches; runs on a thread of its own. Stops early when
/// nobody listens any more.
fn read(
    kind: ImportKind,
    input: &mut dyn Read,
    sender: &mpsc::Sender<Batch>,
) -> Result<String, exchange::FileError> {
    let mut batch = Batch::with_capacity(BATCH);
    let mut push = |row: u64, item: Result<Draft, Vec<RowIssue>>| {
        batch.push(Located { row, item });
        if batch.len() < BATCH || sender.blocking_send(std::mem::take(&mut batch)).is_ok() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let format = match kind {
        ImportKind::Calls => exchange::read_calls(input, &mut |found| {
            push(found.row, found.item.map(|draft| Draft::Call(Box::new(draft))))
        })?
        .code()
        .to_owned(),
        // Registers are read as a whole, by a module of their own.
        ImportKind::Designations(_) => String::new(),
        ImportKind::Projects => exchange::read_projects(input, &mut |found| {
            push(found.row, found.item.map(|draft| Draft::Project(Box::new(draft))))
        })?
        .code()
        .to_owned(),
    };
    // The last batch is seldom full; nobody listening any more is no error of the file.
    let _ = sender.blocking_send(batch);
    Ok(format)
}

struct Import<'a> {
    services: &'a Services,
    actor: &'a Actor,
    kind: ImportKind,
    demonstration: bool,
    commit: bool,
    at: DateTime<Utc>,
    batch: BatchId,
    donors: DonorNames,
    organisations: Directory,
    lines: Lines,
    written: Written,
}

impl<'a> Import<'a> {
    async fn begin<C: ConnectionTrait>(
        c: &C,
        services: &'a Services,
        actor: &'a Actor,
        kind: ImportKind,
        commit: bool,
        demonstration: bool,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            services,
            actor,
            kind,
            demonstration,
            commit,
            at: services.now(),
            batch: BatchId::from_random(services.chance().bytes()),
            donors: DonorNames::of(&store::donors::all(c).await?)
                .with_merged(store::donors::merged(c).await?),
            organisations: store::organisations::directory(c, actor.scope()).await?,
            lines: Lines::default(),
            written: Written::default(),
        })
    }

    fn note(&mut self, row: u64, title: String, outcome: LineOutcome) {
        self.lines.note(row, title, outcome);
    }

    async fn take<C: ConnectionTrait>(&mut self, c: &C, batch: Batch) -> Result<(), ImportFailure> {
        let (mut calls, mut projects) = (BTreeMap::new(), BTreeMap::new());
        for Located { row, item } in batch {
            match item {
                Ok(Draft::Call(draft)) => drop(calls.insert(row, *draft)),
                Ok(Draft::Project(draft)) => drop(projects.insert(row, *draft)),
                Err(issues) => self.note(row, String::new(), LineOutcome::Refused(issues)),
            }
        }
        Box::pin(self.take_calls(c, calls)).await?;
        self.take_projects(c, projects).await
    }

    /// The donor of a name, added when it is not on record yet.
    async fn donor<C: ConnectionTrait>(
        &mut self,
        c: &C,
        draft: &CallDraft,
    ) -> Result<DonorId, StoreError> {
        if let Some(known) = self.donors.find(&draft.donor) {
            return Ok(known);
        }
        let donor = Donor {
            id: DonorId::from_random(self.services.chance().bytes()),
            name: draft.donor.trim().to_owned(),
            aliases: Vec::new(),
            kind: draft.donor_kind,
            country: None,
            parent: None,
            statuses: Vec::new(),
        };
        if self.commit {
            // Nobody else adds donors meanwhile: `run_as` has waited for its turn.
            store::donors::insert(c, std::slice::from_ref(&donor), self.demonstration).await?;
            self.written.names = true;
        }
        self.donors.add(&donor);
        Ok(donor.id)
    }

    async fn take_calls<C: ConnectionTrait>(
        &mut self,
        c: &C,
        drafts: BTreeMap<u64, CallDraft>,
    ) -> Result<(), ImportFailure> {
        let mut wanted: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for draft in drafts.values() {
            wanted.entry(&draft.source).or_default().push(draft.external_id.clone());
        }
        let mut known: HashMap<(String, String), Call> = HashMap::new();
        for (source, ids) in wanted {
            let found = store::calls::by_external_ids(c, source, &ids).await?;
            known.extend(found.into_iter().map(|(id, call)| ((source.to_owned(), id), call)));
        }
        let ids: Vec<CallId> = known.values().map(|call| call.id).collect();
        let decided = store::edits::of_calls(c, &ids).await?;
        let reviews = store::reviews::newest_of(c, &ids).await?;
        let mut new: Vec<(Call, String)> = Vec::new();
        for (row, draft) in drafts {
            let title = draft.content.title.clone();
            let donor = self.donor(c, &draft).await?;
            let Some(call) = known.remove(&(draft.source.clone(), draft.external_id.clone()))
            else {
                let call = Call {
                    id: CallId::from_random(self.services.chance().bytes()),
                    source: draft.source,
                    external_id: draft.external_id,
                    donor,
                    first_seen: self.at,
                    changed_at: self.at,
                    content: draft.content,
                };
                new.push((call, draft.donor));
                self.note(row, title, LineOutcome::New);
                continue;
            };
            let fields = decided.get(&call.id);
            let is_kept = |field: &str| {
                let field = field.parse::<CallField>();
                field.is_ok_and(|field| fields.is_some_and(|all| all.contains(&field)))
            };
            let (content, mut changes) = merge(&call.content, &draft.content, is_kept)
                .map_err(|error| Failure::Internal(Incident::log(&error)))?;
            // Whoever gives now may be designated: a newer file that names another donor is believed.
            let moved = self.donors.one(donor) != self.donors.one(call.donor);
            // Unless a person said whose it is.
            let kept = is_kept(CallField::Donor.code());
            if moved {
                changes.push(FieldChange {
                    kept,
                    field: CallField::Donor.code().to_owned(),
                    before: Value::from(self.donors.name(call.donor)).to_string(),
                    after: Value::from(draft.donor.trim()).to_string(),
                });
            }
            if changes.is_empty() {
                self.note(row, title, LineOutcome::Same);
                continue;
            }
            let donor = if moved && !kept { donor } else { call.donor };
            let review = reviews.get(&call.id);
            let review = review.filter(|_| frozen::differs(&call.content, &content));
            let scored = review.is_some_and(|review| review.state == ReviewState::Scoring);
            if scored && donor == call.donor {
                self.note(row, title, LineOutcome::Held);
                continue;
            }
            // Whoever gives now may endanger people: that does not wait for anybody's scores.
            let content = if scored { call.content.clone() } else { content };
            changes.retain(|change| !scored || change.field == CallField::Donor.code());
            if let Some(review) = review.filter(|_| self.commit && !scored) {
                store::reviews::count_rule_change(c, review.id).await?;
            }
            if self.commit && !changes.iter().all(|change| change.kept) {
                let versions: Vec<Version> = changes
                    .iter()
                    .filter(|change| !change.kept)
                    .filter_map(|change| {
                        Some(Version {
                            call: call.id,
                            at: self.at,
                            field: change.field.parse::<CallField>().ok()?,
                            before: change.before.clone(),
                            after: change.after.clone(),
                            batch: Some(self.batch),
                        })
                    })
                    .collect();
                let newer = Call { content, donor, changed_at: self.at, ..call };
                let name = if kept { self.donors.name(donor) } else { &draft.donor };
                store::calls::update(c, (&newer, name), &versions).await?;
                self.written.calls.push(newer.id);
            }
            self.note(row, title, LineOutcome::Changed(changes));
        }
        if self.commit {
            let named: Vec<_> = new.iter().map(|(call, donor)| (call, donor.as_str())).collect();
            store::calls::insert(c, &named, self.demonstration).await?;
            self.written.calls.extend(new.iter().map(|(call, _)| call.id));
        }
        Ok(())
    }

    /// Whose a project is. An account brings in projects of organisations for which it may write;
    /// whoever has only one need not name it.
    fn owner(&self, draft: &ProjectDraft) -> Result<Option<OrganisationId>, RowIssue> {
        let problem = match (&draft.organisation, self.actor.reader().grants()) {
            (None, None) => return Ok(None),
            (None, Some(grants)) => {
                let mut mine = grants.memberships.iter().filter(|(_, role)| **role >= Role::Editor);
                match (mine.next(), mine.next()) {
                    (Some((only, _)), None) => return Ok(Some(*only)),
                    _ => Problem::Missing,
                }
            }
            (Some(name), _) => match self.organisations.find(&draft.source, name) {
                Some(found) => return Ok(Some(found)),
                None => Problem::UnknownOrganisation { found: name.clone() },
            },
        };
        Err(RowIssue { field: "organisation".to_owned(), problem })
    }

    /// Who sees a new project: as the file says where the person at the machine brings it in, the
    /// organisation only where an account does. A person decides, with a preview.
    fn sharing(&self, visibility: Visibility) -> Sharing {
        if self.actor.account().is_none() {
            Sharing::from(visibility, self.at)
        } else {
            Sharing::private()
        }
    }

    async fn take_projects<C: ConnectionTrait>(
        &mut self,
        c: &C,
        drafts: BTreeMap<u64, ProjectDraft>,
    ) -> Result<(), ImportFailure> {
        let mut owned: Vec<(u64, Option<OrganisationId>, ProjectDraft)> = Vec::new();
        for (row, mut draft) in drafts {
            match self.owner(&draft) {
                Ok(organisation) => {
                    if let (Some(id), Some(_)) = (organisation, self.actor.account()) {
                        // Two organisations may number their projects alike, and neither learns of
                        // the other's.
                        draft.source = format!("{id}:{}", draft.source);
                    }
                    owned.push((row, organisation, draft));
                }
                Err(issue) => {
                    self.note(row, draft.content.title, LineOutcome::Refused(vec![issue]));
                }
            }
        }
        let mut wanted: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (_, _, draft) in &owned {
            wanted.entry(&draft.source).or_default().push(draft.external_id.clone());
        }
        let mut known: HashMap<(String, String), Project> = HashMap::new();
        for (source, ids) in wanted {
            let found = store::projects::by_external_ids(c, source, &ids).await?;
            known.extend(found.into_iter().map(|(id, project)| ((source.to_owned(), id), project)));
        }
        let mut new = Vec::new();
        for (row, organisation, draft) in owned {
            let title = draft.content.title.clone();
            let Some(project) = known.remove(&(draft.source.clone(), draft.external_id.clone()))
            else {
                new.push(Project {
                    id: ProjectId::from_random(self.services.chance().bytes()),
                    organisation,
                    origin: Some((draft.source, draft.external_id)),
                    sharing: self.sharing(draft.visibility),
                    first_seen: self.at,
                    changed_at: self.at,
                    content: draft.content,
                });
                self.note(row, title, LineOutcome::New);
                continue;
            };
            let (content, changes) = merge(&project.content, &draft.content, |_| false)
                .map_err(|error| Failure::Internal(Incident::log(&error)))?;
            if changes.is_empty() {
                self.note(row, title, LineOutcome::Same);
                continue;
            }
            if self.commit {
                // Who may see a project is a person's decision: a file never changes it later.
                let newer = Project { content, changed_at: self.at, ..project };
                store::projects::update(c, &newer).await?;
            }
            self.note(row, title, LineOutcome::Changed(changes));
        }
        if self.commit {
            store::projects::insert(c, &new, self.demonstration).await?;
        }
        Ok(())
    }

    async fn finish<C: ConnectionTrait>(
        self,
        c: &C,
        format: String,
        file_name: String,
    ) -> Result<(ImportReport, Written), ImportFailure> {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let counts = self.lines.counts();
        if self.commit && counts.new + counts.changed > 0 {
            let batch = store::batches::Batch {
                id: self.batch,
                kind: self.kind.code().to_owned(),
                format: format.clone(),
                actor: self.actor.pseudonym(),
                at: self.at,
                added: number(counts.new),
                changed: number(counts.changed),
                unchanged: number(counts.same),
                refused: number(counts.refused),
            };
            store::batches::insert(c, batch).await?;
            let act = self.actor.does(
                self.services,
                match self.kind {
                    ImportKind::Calls => "calls_imported",
                    ImportKind::Projects => "projects_imported",
                    ImportKind::Designations(_) => "designations_imported",
                },
            );
            self.services.record(c, act, "import", self.batch.uuid(), None).await?;
        }
        Ok((self.lines.report(self.kind, format, file_name, self.commit), self.written))
    }
}

/// A file to import.
pub struct File {
    /// Its name, for the report only.
    pub name: String,
    /// Its content.
    pub input: Box<dyn Read + Send>,
}

impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("File").finish_non_exhaustive()
    }
}

/// Called with the number of records handled so far.
pub type Progress<'a> = &'a mut (dyn FnMut(u64) + Send);

/// Previews a file, or with `commit` imports it in one transaction. What a commit has
/// changed is put into the matching index.
///
/// # Errors
/// [`ImportFailure`]; nothing was written then.
pub async fn run(
    services: &Services,
    actor: &Actor,
    kind: ImportKind,
    file: File,
    commit: bool,
    progress: Progress<'_>,
) -> Result<ImportReport, ImportFailure> {
    may_import(actor, kind)?;
    if let ImportKind::Designations(options) = kind {
        // People rely on registers when the demonstration is gone.
        if commit && actor.is_demonstration() {
            return Err(Failure::Forbidden.into());
        }
        return register::import(services, actor, options, file, commit).await;
    }
    // What an account of the demonstration brings in goes with the demonstration.
    let demonstration = actor.is_demonstration();
    let run = Box::pin(run_as(services, actor, kind, file, commit, demonstration, progress));
    let (report, written) = run.await?;
    if written.count.is_some() {
        services.take_up_written(written).await?;
    }
    Ok(report)
}

/// Calls are shared by all and kept by admins and analysts; projects are brought in by those who
/// may write for an organisation.
///
/// # Errors
/// [`Failure::Forbidden`].
pub fn may_import(actor: &Actor, kind: ImportKind) -> Result<(), Failure> {
    let may = match kind {
        ImportKind::Calls | ImportKind::Designations(_) => actor.reader().keeps_calls(),
        ImportKind::Projects => match actor.reader() {
            Reader::Operator => true,
            Reader::Anonymous => false,
            Reader::Account(_, grants) => {
                grants.memberships.values().any(|role| *role >= Role::Editor)
            }
        },
    };
    if may { Ok(()) } else { Err(Failure::Forbidden) }
}

/// [`run`] without taking up what was written, also for records of the demonstration.
pub(crate) async fn run_as(
    services: &Services,
    actor: &Actor,
    kind: ImportKind,
    mut file: File,
    commit: bool,
    demonstration: bool,
    progress: Progress<'_>,
) -> Result<(ImportReport, Written), ImportFailure> {
    let (sender, mut batches) = mpsc::channel::<Batch>(2);
    let name = file.name;
    let reader = tokio::task::spawn_blocking(move || read(kind, &mut file.input, &sender));
    let done = if commit {
        let transaction = services.begin().await?;
        let mut import =
            Import::begin(&transaction, services, actor, kind, true, demonstration).await?;
        while let Some(batch) = batches.recv().await {
            Box::pin(import.take(&transaction, batch)).await?;
            progress(import.lines.counts().total());
        }
        // A file that broke off in the middle is not imported in part: the transaction is dropped.
        let format = finished(reader).await?;
        let mut done = import.finish(&transaction, format, name).await?;
        let (ImportReport { counts, .. }, written) = &mut done;
        if counts.new + counts.changed > 0 {
            let news = match kind {
                ImportKind::Calls | ImportKind::Designations(_) => News::Calls,
                // Names may have come with them.
                ImportKind::Projects => News::Everything,
            };
            written.count = news.tell(&transaction).await?;
        }
        transaction.commit().await.map_err(StoreError::from)?;
        done
    } else {
        let mut import =
            Import::begin(services.db.reads(), services, actor, kind, false, demonstration).await?;
        while let Some(batch) = batches.recv().await {
            Box::pin(import.take(services.db.reads(), batch)).await?;
            progress(import.lines.counts().total());
        }
        let format = finished(reader).await?;
        import.finish(services.db.reads(), format, name).await?
    };
    Ok(done)
}

async fn finished(
    reader: tokio::task::JoinHandle<Result<String, exchange::FileError>>,
) -> Result<String, ImportFailure> {
    match reader.await {
        Ok(read) => read.map_err(ImportFailure::File),
        Err(error) => Err(Failure::Internal(Incident::log(&error)).into()),
    }
}

fn opened(name: &str, bytes: &Arc<[u8]>) -> File {
    File { name: name.to_owned(), input: Box::new(Cursor::new(Arc::clone(bytes))) }
}

/// Previews an uploaded file and keeps it for half an hour, so that it can be committed without
/// being sent again.
///
/// # Errors
/// [`ImportFailure`].
pub async fn stage(
    services: &Services,
    actor: &Actor,
    kind: ImportKind,
    file_name: String,
    bytes: Vec<u8>,
) -> Result<Staged, ImportFailure> {
    if u64::try_from(bytes.len()).is_ok_and(|size| size > UPLOAD_LIMIT) {
        return Err(ImportFailure::TooBig { limit: UPLOAD_LIMIT });
    }
    let bytes: Arc<[u8]> = bytes.into();
    let file = opened(&file_name, &bytes);
    let report = Box::pin(run(services, actor, kind, file, false, &mut |_| ())).await?;
    let token = services.new_key();
    let file =
        StagedFile { bytes, report: report.clone(), since: services.now(), by: actor.account() };
    services.staging().put(token.clone(), file);
    Ok(Staged { token, report })
}

/// The preview of a kept file.
///
/// # Errors
/// [`ImportFailure::Expired`] when it is no longer kept.
pub fn staged(services: &Services, actor: &Actor, token: &str) -> Result<Staged, ImportFailure> {
    let staging = services.staging();
    let file = staging.files.get(token).filter(|file| file.by == actor.account());
    let file = file.ok_or(ImportFailure::Expired)?;
    Ok(Staged { token: token.to_owned(), report: file.report.clone() })
}

/// Imports a kept file. The result stays under the token, so that a repeated click shows it again
/// instead of importing again.
///
/// # Errors
/// [`ImportFailure`]; nothing was written then.
pub async fn commit(
    services: &Services,
    actor: &Actor,
    token: &str,
) -> Result<ImportReport, ImportFailure> {
    commit_as(services, actor, token, false).await
}

/// As [`commit`]; with `additions` a register is read so that nothing is marked as no longer named.
///
/// # Errors
/// [`ImportFailure`]; nothing was written then.
pub async fn commit_as(
    services: &Services,
    actor: &Actor,
    token: &str,
    additions: bool,
) -> Result<ImportReport, ImportFailure> {
    let (bytes, preview) = {
        let staging = services.staging();
        let file = staging.files.get(token).filter(|file| file.by == actor.account());
        let file = file.ok_or(ImportFailure::Expired)?;
        (Arc::clone(&file.bytes), file.report.clone())
    };
    if preview.committed {
        return Ok(preview);
    }
    let file = opened(&preview.file_name, &bytes);
    let kind = match preview.kind {
        ImportKind::Designations(options) => {
            let additions = options.additions || additions;
            ImportKind::Designations(ListOptions { additions, ..options })
        }
        kind => kind,
    };
    let report = Box::pin(run(services, actor, kind, file, true, &mut |_| ())).await?;
    if let Some(file) = services.staging().files.get_mut(token) {
        file.report = report.clone();
        file.bytes = Arc::new([]);
    }
    Ok(report)
}
