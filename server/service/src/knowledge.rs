//! What is kept in memory: the facts of every call, donors, organisations and the matching indexes.
//!
//! It is read from the database at the start and after every change; readers hold an old one until
//! they are done. Texts stay in the database.

mod gate;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Call, CallContent, CallId, Country, Donor, DonorId, LegalEntity, LegalStatus, Organisation,
    OrganisationId, Project, ProjectId,
};
use matching::{CallIndex, CallIndexBuilder, Params, ProjectIndex, ProjectRecord};
use reading::{CallRecord, KnownName, Masker, Reading};
use store::{
    ConnectionTrait, Database, StoreError, TenantScope,
    calls::{Head, Versions},
};
use uuid::Uuid;

pub(crate) use self::gate::{Gate, Shown};
use crate::{
    calls::{CallSummary, DonorView, StatusLine},
    standing::Standings,
};

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
    /// Donors with the names and statuses of those that were found to be the same.
    donors: HashMap<DonorId, Donor>,
    /// Which donors are another one.
    merged: HashMap<DonorId, Same>,
    /// Which donors are bodies that a register names.
    pub(crate) standings: Arc<Standings>,
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
    let version = reading::version(masker);
    let records = calls.iter().map(|call| CallRecord { id: call.id, content: &call.content });
    reading::read_calls(records, masker)
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
        let version: Arc<str> = reading::version(masker).into();
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

/// A donor that was found to be another one.
#[derive(Clone, Debug)]
struct Same {
    one: DonorId,
    name: String,
}

/// Everybody's names, and the masker that takes them out.
struct Names {
    donors: HashMap<DonorId, Donor>,
    merged: HashMap<DonorId, Same>,
    standings: Arc<Standings>,
    organisations: HashMap<OrganisationId, Organisation>,
    masker: Masker,
}

/// Puts the names and statuses of donors that are another one to that one's.
fn as_one(donors: Vec<Donor>, merged: &HashMap<DonorId, Same>) -> HashMap<DonorId, Donor> {
    let (same, own): (Vec<Donor>, Vec<Donor>) =
        donors.into_iter().partition(|donor| merged.contains_key(&donor.id));
    let mut own: HashMap<DonorId, Donor> = own.into_iter().map(|donor| (donor.id, donor)).collect();
    for donor in same {
        let Some(one) = merged.get(&donor.id).and_then(|same| own.get_mut(&same.one)) else {
            continue;
        };
        one.aliases.push(donor.name);
        one.aliases.extend(donor.aliases);
        one.statuses.extend(donor.statuses);
        one.parent = one.parent.or(donor.parent).filter(|parent| *parent != one.id);
    }
    own
}

/// Donors with the names and statuses of those that are one with them, and which donors are another one.
pub(crate) async fn donors_on_record<C: ConnectionTrait>(
    c: &C,
) -> Result<(HashMap<DonorId, Donor>, HashMap<DonorId, DonorId>), StoreError> {
    let donors = store::donors::all(c).await?;
    let merged = ends(&store::donors::merged(c).await?, &donors);
    let one = merged.iter().map(|(id, same)| (*id, same.one)).collect();
    Ok((as_one(donors, &merged), one))
}

/// Follows each donor to the one that it is in the end. Who would come back to itself, or to one that is
/// not on record, stays its own.
fn ends(steps: &HashMap<DonorId, DonorId>, donors: &[Donor]) -> HashMap<DonorId, Same> {
    let known: HashMap<DonorId, &Donor> = donors.iter().map(|donor| (donor.id, donor)).collect();
    let end = |from: DonorId| {
        let mut at = from;
        for _ in 0..=steps.len() {
            match steps.get(&at) {
                Some(next) if known.contains_key(next) => at = *next,
                _ => return (at != from).then_some(at),
            }
        }
        None
    };
    let same = |from: &DonorId| {
        let (one, donor) = (end(*from)?, known.get(from)?);
        Some((*from, Same { one, name: donor.name.clone() }))
    };
    steps.keys().filter_map(same).collect()
}

impl Names {
    /// Everybody's names; what was found out before about the standing of the same names is taken over.
    async fn read<C: ConnectionTrait>(c: &C, before: &Standings) -> Result<Self, StoreError> {
        let donors = store::donors::all(c).await?;
        let merged = ends(&store::donors::merged(c).await?, &donors);
        let register = store::register::entries(c, None).await?;
        let lists = store::register::lists(c).await?;
        let decisions = store::register::decisions(c).await?;
        let organisations = store::organisations::all(c, &TenantScope::operator()).await?;
        let names = organisations
            .iter()
            .flat_map(KnownName::of_organisation)
            .chain(donors.iter().flat_map(KnownName::of_donor));
        let masker = Masker::new(names);
        let donors = as_one(donors, &merged);
        let one = |id| merged.get(&id).map_or(id, |same: &Same| same.one);
        let standings = before.renewed(register, lists, &donors, &decisions, one);
        Ok(Self {
            masker,
            donors,
            merged,
            standings: Arc::new(standings),
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
            merged: HashMap::new(),
            standings: Arc::default(),
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
        let names = Names::read(c, &Standings::default()).await?;
        let Names { donors, merged, standings, organisations, masker } = names;
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
                merged,
                standings,
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
        let names = Names::read(c, &self.standings).await?;
        let Names { donors, merged, standings, organisations, masker } = names;
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
        Ok(Some(Self { donors, merged, standings, organisations, demonstration, ..new }))
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
                new.extend(head.map(|head| (id, facts(id, head, reading.facts.clone()))));
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
            merged: self.merged.clone(),
            standings: Arc::clone(&self.standings),
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
            merged: self.merged.clone(),
            standings: Arc::clone(&self.standings),
            organisations: self.organisations.clone(),
            masker: Arc::clone(&self.masker),
            call_index: Arc::clone(&self.call_index),
            demonstration: self.demonstration,
            project_index,
            projects: projects.into_iter().map(|project| (project.id, Arc::new(project))).collect(),
        })
    }

    pub(crate) fn project(&self, id: ProjectId) -> Option<&Project> {
        self.projects.get(&id).map(AsRef::as_ref)
    }

    /// Every project.
    pub(crate) fn projects(&self) -> impl Iterator<Item = &Project> {
        self.projects.values().map(AsRef::as_ref)
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

    /// A donor, or the one that it was found to be.
    pub(crate) fn donor(&self, id: DonorId) -> Option<&Donor> {
        self.donors.get(&self.one(id))
    }

    /// The donor that a donor is: itself, unless it was found to be another one.
    pub(crate) fn one(&self, id: DonorId) -> DonorId {
        self.merged.get(&id).map_or(id, |same| same.one)
    }

    /// Donors that are one with this one, as they are on record.
    pub(crate) fn merged_into(&self, id: DonorId) -> Vec<(DonorId, String)> {
        let here = self.merged.iter().filter(|(_, same)| same.one == id);
        let mut found: Vec<(DonorId, String)> =
            here.map(|(donor, same)| (*donor, same.name.clone())).collect();
        found.sort_by_key(|(_, name)| domain::fold::fold(name));
        found
    }

    /// The donors that were found to be this one.
    pub(crate) fn same_as(&self, id: DonorId) -> impl Iterator<Item = DonorId> {
        self.merged.iter().filter(move |(_, same)| same.one == id).map(|(donor, _)| *donor)
    }

    /// Every donor, by name.
    pub(crate) fn donors(&self) -> Vec<&Donor> {
        let mut donors: Vec<&Donor> = self.donors.values().collect();
        donors.sort_by_key(|donor| domain::fold::fold(&donor.name));
        donors
    }

    fn donor_name(&self, id: DonorId) -> String {
        self.donor(id).map(|donor| donor.name.clone()).unwrap_or_default()
    }

    /// A donor and those whose money it passes on, nearest first. A circle ends where it closes.
    pub(crate) fn chain(&self, id: DonorId) -> Vec<&Donor> {
        let mut chain: Vec<&Donor> = Vec::new();
        let mut next = Some(id);
        while let Some(donor) = next.and_then(|id| self.donor(id)) {
            if chain.iter().any(|seen| seen.id == donor.id) {
                break;
            }
            next = donor.parent;
            chain.push(donor);
        }
        chain
    }

    /// Every donor whose calls and reviewers are this one's, or those of one whose money it passes on.
    pub(crate) fn answers_for(&self, id: DonorId) -> Vec<DonorId> {
        let chain = self.chain(id).into_iter().map(|donor| donor.id);
        chain.flat_map(|id| std::iter::once(id).chain(self.same_as(id))).collect()
    }

    /// Whether a donor's calls are withheld from people in one of the countries: contact with it, or with
    /// one whose money it passes on, is a crime there on that day, or may be one, because a person has not
    /// decided yet whether it is a body that a register names.
    pub(crate) fn is_withheld(
        &self,
        donor: DonorId,
        countries: &[Country],
        today: NaiveDate,
    ) -> bool {
        let here = |status: &LegalStatus| {
            status.holds_on(today) && countries.contains(&status.jurisdiction)
        };
        self.chain(donor).iter().any(|donor| {
            donor.statuses.iter().any(here)
                || self.standings.of(donor.id).any(|found| here(&found.entry.designation.status()))
        })
    }

    /// Whether a donor must not learn of a project: where anybody of its organisation has people, the
    /// donor is designated, or may be. The organisation's other projects count: whoever reads one of them
    /// knows who they are.
    pub(crate) fn endangers(&self, donor: DonorId, project: &Project, today: NaiveDate) -> bool {
        let named = |donor: &&Donor| {
            !donor.statuses.is_empty() || self.standings.of(donor.id).next().is_some()
        };
        if !self.chain(donor).iter().any(named) {
            return false;
        }
        let same = |other: &&Project| {
            other.organisation.is_some() && other.organisation == project.organisation
        };
        let all = self.projects().filter(same).chain(std::iter::once(project));
        let countries: Vec<Country> =
            all.flat_map(|one| &one.content.people_inside).copied().collect();
        self.is_withheld(donor, &countries, today)
    }

    /// Own statuses, those of bodies that a register names and those inherited; with what nobody has
    /// decided yet.
    fn statuses(&self, id: DonorId) -> Vec<StatusLine> {
        let mut lines: Vec<StatusLine> = Vec::new();
        for (steps, donor) in self.chain(id).into_iter().enumerate() {
            let inherited_from = (steps > 0).then(|| donor.name.clone());
            let inherited = || inherited_from.clone();
            lines.extend(donor.statuses.iter().map(|status| StatusLine {
                status: status.clone(),
                inherited_from: inherited(),
                register: None,
            }));
            lines.extend(self.standings.of(donor.id).map(|found| StatusLine {
                status: found.entry.designation.status(),
                inherited_from: inherited(),
                register: Some(found.line()),
            }));
        }
        lines
    }

    pub(crate) fn donor_view(&self, id: DonorId) -> DonorView {
        let chain = self.chain(id);
        DonorView {
            id: self.one(id),
            name: self.donor_name(id),
            kind: chain.first().and_then(|donor| donor.kind),
            country: chain.first().and_then(|donor| donor.country),
            parent: chain.get(1).map(|donor| donor.name.clone()),
            statuses: self.statuses(id),
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
