//! What is kept in memory: the facts of every call, donors, organisations and the matching indexes.
//!
//! It is read from the database at the start and after every change; readers hold an old one until
//! they are done. Texts stay in the database.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Call, CallContent, CallId, Country, Donor, DonorId, LegalEntity, Organisation, OrganisationId,
    Project, ProjectId,
};
use matching::{
    CallIndex, CallIndexBuilder, CallRecord, KnownName, Masker, Params, ProjectIndex,
    ProjectRecord, Reading,
};
use store::{
    ConnectionTrait, Database, StoreError, TenantScope,
    calls::{Head, Versions},
};
use uuid::Uuid;

use crate::calls::{CallSummary, DonorView, StatusLine};

/// Calls read from the database at a time.
const STEP: u64 = 4096;
/// Projects read from the database at a time.
const PROJECTS: u64 = 1000;

/// A call without its long texts.
#[derive(Clone, Debug)]
pub(crate) struct CallFacts {
    pub(crate) id: CallId,
    pub(crate) donor: DonorId,
    pub(crate) first_seen: DateTime<Utc>,
    pub(crate) content: CallContent,
}

pub(crate) struct Knowledge {
    calls: BTreeMap<CallId, Arc<CallFacts>>,
    /// In which state each call was read, or an older one.
    heads: Arc<BTreeMap<CallId, Head>>,
    donors: HashMap<DonorId, Donor>,
    organisations: HashMap<OrganisationId, Organisation>,
    pub(crate) masker: Arc<Masker>,
    pub(crate) call_index: Arc<CallIndex>,
    pub(crate) project_index: Arc<ProjectIndex>,
    projects: HashMap<ProjectId, Arc<Project>>,
    /// Whether the demonstration workspace is loaded: every page says so.
    pub(crate) demonstration: bool,
}

/// A part of the calls, read: what an index is built of, and what pages need. Clauses and texts are read
/// from the database when shown.
struct Part {
    index: CallIndexBuilder,
    facts: Vec<(CallId, Arc<CallFacts>)>,
    heads: Vec<(CallId, Head)>,
}

/// Of which state of a call a reading is, and by what it was made.
fn made_of(head: &Head, version: &str) -> String {
    format!("{}.{version}", head.revision)
}

fn facts(id: CallId, head: &Head, content: CallContent) -> Arc<CallFacts> {
    Arc::new(CallFacts { id, donor: head.donor, first_seen: head.first_seen, content })
}

/// Calls that were not read before, or not as they are now, by the masker given.
fn read_anew(
    calls: &[Call],
    heads: &BTreeMap<CallId, Head>,
    masker: &Masker,
) -> Vec<(CallId, Reading, Option<store::readings::Reading>)> {
    let version = matching::reading_version(masker);
    let records = calls.iter().map(|call| CallRecord { id: call.id, content: &call.content });
    matching::read_calls(records, masker)
        .into_iter()
        .map(|(call, reading)| {
            let kept = heads.get(&call).map(|head| store::readings::Reading {
                call,
                made: made_of(head, &version),
                text: reading.written(),
            });
            (call, reading, kept)
        })
        .collect()
}

impl Part {
    /// The calls after one identifier and up to another: by what was read of them before, where that
    /// still holds, or by their texts.
    async fn read(
        db: &Database,
        versions: &Versions,
        (mut last, until): (Option<CallId>, Option<CallId>),
        masker: &Arc<Masker>,
    ) -> Result<Self, StoreError> {
        let index = CallIndexBuilder::new(&Params::default());
        let mut part = Self { index, facts: Vec::new(), heads: Vec::new() };
        let version: Arc<str> = matching::reading_version(masker).into();
        loop {
            let c = db.reads();
            let rows = store::readings::after(c, versions, (last, until), STEP).await?;
            let Some((end, ..)) = rows.last() else { return Ok(part) };
            last = Some(*end);
            let version = Arc::clone(&version);
            let (heads, mut readings) = aside(move || {
                let (mut heads, mut readings) = (BTreeMap::new(), BTreeMap::new());
                for (id, head, kept) in rows {
                    let holds = kept.filter(|(made, _)| *made == made_of(&head, &version));
                    let reading = holds.and_then(|(_, text)| Reading::from_written(&text));
                    readings.extend(reading.map(|reading| (id, reading)));
                    heads.insert(id, head);
                }
                (heads, readings)
            })
            .await;
            let missing: Vec<CallId> =
                heads.keys().filter(|id| !readings.contains_key(id)).copied().collect();
            let calls = store::calls::many(c, &missing).await?;
            let masker = Arc::clone(masker);
            let made;
            (part, made) = aside(move || {
                let mut made = Vec::new();
                for (id, reading, kept) in read_anew(&calls, &heads, &masker) {
                    readings.insert(id, reading);
                    made.extend(kept);
                }
                for (id, reading) in readings {
                    let content = part.index.add(id, reading);
                    part.facts.extend(heads.get(&id).map(|head| (id, facts(id, head, content))));
                }
                part.heads.extend(heads);
                (part, made)
            })
            .await;
            keep(db, made).await;
        }
    }
}

/// Keeps what was read, so that it need not be read again. Where it cannot be kept, nothing is wrong
/// but the time that the next start takes.
async fn keep(db: &Database, made: Vec<store::readings::Reading>) {
    if made.is_empty() {
        return;
    }
    let kept = async {
        let transaction = db.begin().await?;
        store::readings::put(&transaction, made).await?;
        transaction.commit().await.map_err(StoreError::from)
    };
    if let Err(error) = kept.await {
        tracing::warn!(%error, "what was read of calls could not be kept");
    }
}

/// Everybody's names, and the masker that takes them out.
struct Names {
    donors: HashMap<DonorId, Donor>,
    organisations: HashMap<OrganisationId, Organisation>,
    masker: Masker,
}

impl Names {
    async fn read<C: ConnectionTrait>(c: &C) -> Result<Self, StoreError> {
        let donors = store::donors::all(c).await?;
        let organisations = store::organisations::all(c, &TenantScope::operator()).await?;
        let names = organisations
            .iter()
            .flat_map(KnownName::of_organisation)
            .chain(donors.iter().flat_map(KnownName::of_donor));
        Ok(Self {
            masker: Masker::new(names),
            donors: donors.into_iter().map(|donor| (donor.id, donor)).collect(),
            organisations: organisations.into_iter().map(|one| (one.id, one)).collect(),
        })
    }
}

/// Runs what keeps a processor busy where it keeps nobody else from being answered.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

async fn all_projects<C: ConnectionTrait>(c: &C) -> Result<Vec<Project>, StoreError> {
    let mut projects: Vec<Project> = Vec::new();
    loop {
        let more =
            store::projects::after(c, projects.last().map(|project| project.id), PROJECTS).await?;
        if more.is_empty() {
            return Ok(projects);
        }
        projects.extend(more);
    }
}

fn index_projects(
    projects: &[Project],
    organisations: &HashMap<OrganisationId, Organisation>,
    masker: &Masker,
    calls: &CallIndex,
) -> Arc<ProjectIndex> {
    let records = projects.iter().map(|project| {
        let organisation = project.organisation.and_then(|id| organisations.get(&id));
        ProjectRecord {
            id: project.id,
            content: &project.content,
            entities: organisation.map_or(&[][..], |one| &one.entities),
            partners: organisation.map_or(&[][..], |one| &one.partners),
        }
    });
    Arc::new(ProjectIndex::build(records, masker, calls))
}

impl Knowledge {
    /// Of an empty database.
    pub(crate) fn nothing() -> Self {
        let masker = Masker::new(std::iter::empty());
        let call_index = CallIndex::build(std::iter::empty(), &masker, &Params::default());
        let project_index = index_projects(&[], &HashMap::new(), &masker, &call_index);
        Self {
            calls: BTreeMap::new(),
            heads: Arc::default(),
            donors: HashMap::new(),
            organisations: HashMap::new(),
            masker: Arc::new(masker),
            call_index: Arc::new(call_index),
            project_index,
            projects: HashMap::new(),
            demonstration: false,
        }
    }

    pub(crate) async fn read(db: &Database) -> Result<Self, StoreError> {
        let c = db.reads();
        let Names { donors, organisations, masker } = Names::read(c).await?;
        let masker = Arc::new(masker);
        let versions = Versions::read(c, None).await?;
        // Two halves side by side: while one is fetched, the other one is read.
        let middle = Some(CallId::from(Uuid::from_u128(u128::MAX / 2)));
        let half = |from, to| Part::read(db, &versions, (from, to), &masker);
        let (Part { mut index, mut facts, mut heads }, other) =
            tokio::try_join!(half(None, middle), half(middle, None))?;
        facts.extend(other.facts);
        heads.extend(other.heads);
        let projects = all_projects(c).await?;
        let demonstration = store::organisations::has_demonstration(c).await?;
        let built = move || {
            index.append(other.index);
            let call_index = index.finish(&masker);
            let project_index = index_projects(&projects, &organisations, &masker, &call_index);
            Self {
                calls: facts.into_iter().collect(),
                heads: Arc::new(heads.into_iter().collect()),
                donors,
                organisations,
                masker,
                call_index: Arc::new(call_index),
                project_index,
                projects: projects.into_iter().map(|one| (one.id, Arc::new(one))).collect(),
                demonstration,
            }
        };
        Ok(aside(built).await)
    }

    /// The same with the calls read anew that have changed; `None` where names have changed, by which
    /// every text is masked, or so many calls that all are to be read ([`Self::read`]).
    ///
    /// It shares everything else, projects among it: these are compared with changed calls as they are.
    pub(crate) async fn with_calls(&self, db: &Database) -> Result<Option<Self>, StoreError> {
        let c = db.reads();
        let Names { donors, organisations, masker } = Names::read(c).await?;
        if masker.version() != self.masker.version() {
            return Ok(None);
        }
        let heads = store::calls::heads(c, None).await?;
        let is_new = |(id, head): &(&CallId, &Head)| {
            self.heads.get(id).map(|known| known.revision) != Some(head.revision)
        };
        let changed: Vec<CallId> = heads.iter().filter(is_new).map(|(id, _)| *id).collect();
        if changed.len() > self.call_index.len() {
            return Ok(None);
        }
        let removed: Vec<CallId> =
            self.calls.keys().filter(|id| !heads.contains_key(id)).copied().collect();
        let new = self.with_changed(db, &changed, &removed, heads).await?;
        let demonstration = store::organisations::has_demonstration(c).await?;
        Ok(Some(Self { donors, organisations, demonstration, ..new }))
    }

    /// The same with calls read anew that this process has written, when nothing else has changed.
    pub(crate) async fn with_written(
        &self,
        db: &Database,
        written: &[CallId],
    ) -> Result<Option<Self>, StoreError> {
        if written.len() > self.call_index.len() {
            return Ok(None);
        }
        let now = store::calls::heads(db.reads(), Some(written)).await?;
        let (changed, removed): (Vec<CallId>, Vec<CallId>) =
            written.iter().partition(|id| now.contains_key(id));
        let mut heads = BTreeMap::clone(&self.heads);
        heads.retain(|id, _| !removed.contains(id));
        heads.extend(now);
        Ok(Some(self.with_changed(db, &changed, &removed, heads).await?))
    }

    /// The same with some calls read anew, others removed, and the heads that all have then.
    async fn with_changed(
        &self,
        db: &Database,
        changed: &[CallId],
        removed: &[CallId],
        heads: BTreeMap<CallId, Head>,
    ) -> Result<Self, StoreError> {
        let texts = store::calls::many(db.reads(), changed).await?;
        let heads = Arc::new(heads);
        let (index, masker) = (Arc::clone(&self.call_index), Arc::clone(&self.masker));
        let (gone, known) = (removed.to_vec(), Arc::clone(&heads));
        let (new, made, call_index) = aside(move || {
            let (mut new, mut made, mut readings) = (Vec::new(), Vec::new(), Vec::new());
            for (id, reading, kept) in read_anew(&texts, &known, &masker) {
                let head = known.get(&id);
                new.extend(head.map(|head| (id, facts(id, head, reading.facts().clone()))));
                made.extend(kept);
                readings.push((id, reading));
            }
            (new, made, index.with_readings(readings, &gone, &masker))
        })
        .await;
        keep(db, made).await;
        let mut calls = self.calls.clone();
        for id in removed {
            calls.remove(id);
        }
        calls.extend(new);
        Ok(Self {
            calls,
            heads,
            donors: self.donors.clone(),
            organisations: self.organisations.clone(),
            masker: Arc::clone(&self.masker),
            call_index: Arc::new(call_index),
            project_index: Arc::clone(&self.project_index),
            projects: self.projects.clone(),
            demonstration: self.demonstration,
        })
    }

    /// The same with projects read anew.
    pub(crate) async fn with_projects(&self, db: &Database) -> Result<Self, StoreError> {
        let projects = all_projects(db.reads()).await?;
        let project_index =
            index_projects(&projects, &self.organisations, &self.masker, &self.call_index);
        Ok(Self {
            calls: self.calls.clone(),
            heads: Arc::clone(&self.heads),
            donors: self.donors.clone(),
            organisations: self.organisations.clone(),
            masker: Arc::clone(&self.masker),
            call_index: Arc::clone(&self.call_index),
            demonstration: self.demonstration,
            project_index,
            projects: projects.into_iter().map(|project| (project.id, Arc::new(project))).collect(),
        })
    }

    pub(crate) fn calls(&self) -> impl Iterator<Item = &CallFacts> {
        self.calls.values().map(AsRef::as_ref)
    }

    pub(crate) fn call(&self, id: CallId) -> Option<&CallFacts> {
        self.calls.get(&id).map(AsRef::as_ref)
    }

    pub(crate) fn project(&self, id: ProjectId) -> Option<&Project> {
        self.projects.get(&id).map(AsRef::as_ref)
    }

    pub(crate) fn organisation(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.get(&id)
    }

    pub(crate) fn entities(&self, organisation: Option<OrganisationId>) -> &[LegalEntity] {
        organisation.and_then(|id| self.organisation(id)).map_or(&[][..], |one| &one.entities)
    }

    /// What takes names out of the texts of an organisation's projects.
    pub(crate) fn masker_of(&self, organisation: Option<OrganisationId>) -> Masker {
        let organisation = organisation.and_then(|id| self.organisation(id));
        let partners = organisation.map_or(&[][..], |one| &one.partners);
        self.masker.knowing(partners.iter().map(String::as_str))
    }

    pub(crate) fn donor(&self, id: DonorId) -> Option<&Donor> {
        self.donors.get(&id)
    }

    /// Every donor, by name.
    pub(crate) fn donors(&self) -> Vec<&Donor> {
        let mut donors: Vec<&Donor> = self.donors.values().collect();
        donors.sort_by_key(|donor| domain::fold::fold(&donor.name));
        donors
    }

    fn donor_name(&self, id: DonorId) -> String {
        self.donors.get(&id).map(|donor| donor.name.clone()).unwrap_or_default()
    }

    /// A donor and those whose money it passes on, nearest first. A circle ends where it closes.
    pub(crate) fn chain(&self, id: DonorId) -> Vec<&Donor> {
        let mut chain: Vec<&Donor> = Vec::new();
        let mut next = Some(id);
        while let Some(donor) = next.and_then(|id| self.donors.get(&id)) {
            if chain.iter().any(|seen| seen.id == donor.id) {
                break;
            }
            next = donor.parent;
            chain.push(donor);
        }
        chain
    }

    /// Whether contact with the donor, or with one whose money it passes on, is a crime in one of
    /// the countries on that day.
    pub(crate) fn is_designated(
        &self,
        donor: DonorId,
        countries: &[Country],
        today: NaiveDate,
    ) -> bool {
        self.chain(donor)
            .iter()
            .flat_map(|donor| &donor.statuses)
            .any(|status| status.since <= today && countries.contains(&status.jurisdiction))
    }

    pub(crate) fn donor_view(&self, id: DonorId) -> DonorView {
        let chain = self.chain(id);
        let statuses = chain
            .iter()
            .enumerate()
            .flat_map(|(steps, donor)| {
                donor.statuses.iter().map(move |status| StatusLine {
                    status: status.clone(),
                    inherited_from: (steps > 0).then(|| donor.name.clone()),
                })
            })
            .collect();
        DonorView {
            id,
            name: self.donor_name(id),
            kind: chain.first().and_then(|donor| donor.kind),
            country: chain.first().and_then(|donor| donor.country),
            parent: chain.get(1).map(|donor| donor.name.clone()),
            statuses,
        }
    }

    pub(crate) fn summary(&self, facts: &CallFacts, now: DateTime<Utc>) -> CallSummary {
        let content = &facts.content;
        let mut themes = content.themes.clone();
        if themes.is_empty() {
            themes.extend(self.call_index.suggested_themes(facts.id).iter().cloned());
        }
        CallSummary {
            id: facts.id,
            title: content.title.clone(),
            donor: self.donor_name(facts.donor),
            status: content.status_at(now),
            award: content.award,
            award_text: content.award_text.clone(),
            closing: content.closing.clone(),
            next_deadline: content.next_deadline(now).cloned(),
            deadline_text: content.deadline_text.clone(),
            duration: content.duration,
            opens: content.opens,
            first_seen: facts.first_seen,
            lang: content.lang.clone(),
            themes,
            places: content.places.clone(),
            verdict: None,
            fit: None,
        }
    }
}
