//! Matches in both directions.
//!
//! Calls of donors that are designated in a country where a project has people, or may be, are left out
//! before anything is scored: they appear in no list, count or preview (`safety.md` E4), but on a page of
//! their own that explains the risk first. Calls come through a `Gate` only.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    AmountRange, CallContent, CallId, CallStatus, Detail, Donor, DonorId, Language, LegalEntity,
    LegalEntityId, Match, OrganisationId, Place, Project, ProjectContent, ProjectId, ReviewState,
    Score, Stage, ThemeCode, Verdict, View, Visibility,
};
use matching::{Found, ProjectBlind};
pub use reading::context::Passage;

use crate::{
    Actor, Failure, Page, Services,
    calls::{self, CallSort, CallSummary, StatusLine, closes_by},
    knowledge::{CallFacts, Gate, Knowledge, Shown},
    projects::{self, ProjectDetails, ProjectInput},
    register::{self, Check},
    reviews::{self, BlindList, Progress, Results},
};

/// How many matches have each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VerdictCounts {
    /// Every rule met.
    pub eligible: u32,
    /// At least one rule unknown.
    pub unclear: u32,
    /// At least one rule not met.
    pub blocked: u32,
}

impl VerdictCounts {
    fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Eligible => self.eligible += 1,
            Verdict::Unclear => self.unclear += 1,
            Verdict::Blocked => self.blocked += 1,
        }
    }

    /// The count of a verdict.
    #[must_use]
    pub const fn of(&self, verdict: Verdict) -> u32 {
        match verdict {
            Verdict::Eligible => self.eligible,
            Verdict::Unclear => self.unclear,
            Verdict::Blocked => self.blocked,
        }
    }
}

/// The order of matches.
pub type MatchSort = CallSort;

/// What a list of matches is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchFilter {
    /// Verdicts to show; empty means eligible and unclear.
    pub verdicts: Vec<Verdict>,
    /// A certain entity instead of the best route.
    pub entity: Option<LegalEntityId>,
    /// Closing on or before this day.
    pub closing_before: Option<NaiveDate>,
    /// Order.
    pub sort: MatchSort,
    /// Page, from 1.
    pub page: u32,
}

impl Default for MatchFilter {
    fn default() -> Self {
        Self {
            verdicts: Vec::new(),
            entity: None,
            closing_before: None,
            sort: CallSort::Fit,
            page: 1,
        }
    }
}

impl MatchFilter {
    /// Whether the verdict is shown.
    #[must_use]
    pub fn shows(&self, verdict: Verdict) -> bool {
        if self.verdicts.is_empty() {
            verdict != Verdict::Blocked
        } else {
            self.verdicts.contains(&verdict)
        }
    }
}

/// A call that may fund a project.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchRow {
    /// The call.
    pub call: CallSummary,
    /// Verdict, fit, confidence, reasons.
    pub found: Match,
    /// The entity by which eligibility was decided.
    pub entity: Option<LegalEntity>,
    /// Where the call uses the weightiest shared words; only where the call's texts were read.
    pub context: Vec<Passage>,
}

/// Calls for a project.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectMatches {
    /// The project.
    pub project: ProjectDetails,
    /// How many calls have each verdict, before verdicts are filtered.
    pub counts: VerdictCounts,
    /// How many calls were left out because their donor is designated, or may be.
    pub hidden: u32,
    /// By which registers donors were checked for the project's people.
    pub check: Check,
    /// One page of matches.
    pub rows: Page<MatchRow>,
}

/// A call that a project is otherwise not shown, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignatedCall {
    /// The call, with verdict and fit.
    pub call: CallSummary,
    /// The designations of its donor, or of one whose money that passes on, that endanger people of
    /// the project.
    pub statuses: Vec<StatusLine>,
}

/// The calls of designated donors, for one project.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignatedCalls {
    /// The project.
    pub project: ProjectDetails,
    /// One page of calls, best fit first.
    pub rows: Page<DesignatedCall>,
}

/// A project as a donor sees it: what it needs and where, under its code name.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The project itself, when the actor is one of its own people.
    pub own: Option<(ProjectId, String)>,
    /// Code name in this review; empty for its own people.
    pub code_name: String,
    /// Verdict, fit, confidence, reasons.
    pub found: Match,
    /// How far it has come.
    pub stage: Option<Stage>,
    /// What it needs.
    pub budget: Option<AmountRange>,
    /// How long it runs.
    pub duration_months: Option<u16>,
    /// Where work happens.
    pub work_places: Vec<Place>,
    /// Whom it reaches.
    pub reach_places: Vec<Place>,
    /// Languages.
    pub languages: Vec<Language>,
    /// Themes.
    pub themes: Vec<ThemeCode>,
    /// The score that the actor gave it.
    pub score: Option<Score>,
    /// The mean of all scores in hundredths, once they are locked.
    pub mean: Option<u32>,
}

impl Candidate {
    /// What a list says of a project.
    pub(crate) fn of(content: &ProjectContent, code_name: String, found: Match) -> Self {
        Self {
            own: None,
            code_name,
            found,
            stage: content.stage,
            budget: content.budget,
            duration_months: content.duration_months,
            work_places: content.work_places.clone(),
            reach_places: content.reach_places.clone(),
            languages: content.languages.clone(),
            themes: content.themes.clone(),
            score: None,
            mean: None,
        }
    }
}

/// Projects for a call.
#[derive(Clone, Debug, PartialEq)]
pub struct CallProjects {
    /// The call.
    pub call: CallSummary,
    /// Whether projects stand under code names.
    pub blind: bool,
    /// For whoever reviews the call: how far its review has come; `None` before it has begun, and then
    /// no project is listed.
    pub review: Option<Progress>,
    /// How many projects wait to be read, before the review has begun. What their verdicts are shows
    /// under code names only: until then the rules can be changed without anybody being told.
    pub waiting: usize,
    /// What came of the review, once all scores are locked: all projects, whatever the filter.
    pub results: Option<Results>,
    /// How many projects have each verdict, before verdicts are filtered.
    pub counts: VerdictCounts,
    /// One page of candidates.
    pub rows: Page<Candidate>,
}

/// Whether a call can still be applied for, as far as is known.
pub(crate) fn is_current(facts: &CallFacts, now: DateTime<Utc>) -> bool {
    !matches!(facts.content.status_at(now), Some(CallStatus::Closed | CallStatus::Withdrawn))
}

/// A project against which calls are held.
pub(crate) struct Chosen {
    blind: ProjectBlind,
    id: ProjectId,
    entities: Vec<LegalEntity>,
    gate: Gate,
}

impl Chosen {
    /// A project on record.
    pub(crate) fn of(services: &Services, actor: &Actor, id: ProjectId) -> Result<Self, Failure> {
        let knowledge = services.knowledge();
        let project = knowledge.project(id).ok_or(Failure::NotFound)?;
        let view = actor.reader().view(project, services.now());
        // What everyone sees of a project is not enough to say what could fund it.
        if view < Some(View::Shared) {
            return Err(Failure::NotFound);
        }
        let inside = &project.content.people_inside;
        Ok(Self {
            blind: ProjectBlind::new(&project.content, &knowledge.masker_of(project.organisation)),
            id,
            entities: knowledge.entities(project.organisation).to_vec(),
            gate: Gate::of_project(&knowledge, actor, project.organisation, inside),
        })
    }

    /// A project that is being written.
    fn draft(knowledge: &Knowledge, actor: &Actor, input: &ProjectInput) -> Self {
        let organisation = input.organisation.filter(|id| actor.reader().role_in(*id).is_some());
        Self {
            blind: ProjectBlind::new(&input.content, &knowledge.masker_of(organisation)),
            id: ProjectId::from_random([0; 16]),
            entities: knowledge.entities(organisation).to_vec(),
            gate: Gate::of_project(knowledge, actor, organisation, &input.content.people_inside),
        }
    }

    /// Keeps one entity only, where it is one of the project's.
    fn through(mut self, entity: Option<LegalEntityId>) -> Self {
        if let Some(wanted) = entity
            && self.entities.iter().any(|entity| entity.id == wanted)
        {
            self.entities.retain(|entity| entity.id == wanted);
        }
        self
    }

    /// The calls that it may be shown.
    pub(crate) fn shown<'a>(&self, knowledge: &'a Knowledge, today: NaiveDate) -> Shown<'a> {
        knowledge.through(&self.gate, today)
    }

    /// Where it has people.
    pub(crate) fn gate(&self) -> &Gate {
        &self.gate
    }

    /// Every call that may be shown, best fit first.
    pub(crate) fn all(&self, knowledge: &Knowledge, now: DateTime<Utc>) -> Vec<Found<CallId>> {
        self.kept(knowledge, now, |_| true)
    }

    fn kept(
        &self,
        knowledge: &Knowledge,
        now: DateTime<Utc>,
        keep: impl Fn(&CallFacts) -> bool,
    ) -> Vec<Found<CallId>> {
        let shown = self.shown(knowledge, now.date_naive());
        knowledge
            .call_index
            .calls_for(&self.blind, &self.entities, now, |id| shown.call(id).is_some_and(&keep))
    }

    fn rows(&self, knowledge: &Knowledge, ids: &[CallId], now: DateTime<Utc>) -> Vec<MatchRow> {
        let shown = self.shown(knowledge, now.date_naive());
        knowledge
            .call_index
            .explain_all(ids, &self.blind, self.id, &self.entities, now)
            .into_iter()
            .filter_map(|found| {
                let facts = shown.call(found.call)?;
                let entity = found.eligibility.entity;
                Some(MatchRow {
                    call: CallSummary {
                        verdict: Some(found.eligibility.verdict),
                        fit: Some(found.fit.score()),
                        ..knowledge.summary(facts, now)
                    },
                    entity: self.entities.iter().find(|one| Some(one.id) == entity).cloned(),
                    found,
                    context: Vec::new(),
                })
            })
            .collect()
    }
}

/// Passages shown of one call.
const PASSAGES: usize = 2;

/// Where a call uses the words that it shares with a project.
fn in_context(call: &CallContent, found: &Match) -> Vec<Passage> {
    let words: Vec<&str> = found.fit.shared_words().collect();
    let of = |text| reading::context::passages(text, call.lang.as_ref(), &words, PASSAGES);
    let passages = of(&call.text);
    if passages.is_empty() { of(&call.conditions) } else { passages }
}

/// Gives words of a German call the capital that they have there: the index knows lower case only.
fn nouns_as_written(call: &CallContent, found: &mut Match) {
    if call.lang.as_ref().is_none_or(|lang| lang.code() != "de") {
        return;
    }
    let details = found.fit.parts.iter_mut().flat_map(|part| &mut part.details);
    let shared = details.filter_map(|detail| match detail {
        Detail::Term { word, .. } => Some(word),
        _ => None,
    });
    let words: Vec<&mut String> = shared.chain(&mut found.missing).collect();
    let given: Vec<&str> = words.iter().map(|word| word.as_str()).collect();
    let text = [call.text.as_str(), &call.conditions, &call.title].join("\n");
    let capitals = reading::context::capitalised(&text, call.lang.as_ref(), &given);
    for (word, capital) in words.into_iter().zip(capitals) {
        let mut letters = word.chars();
        if let Some(first) = letters.next().filter(|_| capital) {
            *word = first.to_uppercase().chain(letters).collect();
        }
    }
}

/// What could fund this project?
///
/// # Errors
/// [`Failure::NotFound`], or [`Failure::Internal`].
pub async fn for_project(
    services: &Services,
    actor: &Actor,
    id: ProjectId,
    filter: &MatchFilter,
) -> Result<ProjectMatches, Failure> {
    let project = projects::get(services, actor, id).await?;
    let (knowledge, now) = (services.knowledge(), services.now());
    let chosen = Chosen::of(services, actor, id)?.through(filter.entity);
    let before = |facts: &CallFacts| {
        filter.closing_before.is_none_or(|day| closes_by(&facts.content, day, now))
    };
    let found = chosen.kept(&knowledge, now, |facts| is_current(facts, now) && before(facts));
    let may_see = chosen.shown(&knowledge, now.date_naive());
    let hidden = may_see.withheld().filter(|facts| is_current(facts, now) && before(facts)).count();
    let mut counts = VerdictCounts::default();
    for one in &found {
        counts.add(one.verdict);
    }
    let places: HashMap<CallId, usize> =
        (0..).zip(&found).map(|(place, one)| (one.id, place)).collect();
    let mut shown: Vec<&CallFacts> = found
        .iter()
        .filter(|one| filter.shows(one.verdict))
        .filter_map(|one| may_see.call(one.id))
        .collect();
    calls::sort(&mut shown, filter.sort, &places, now);
    let ids: Vec<CallId> = shown.iter().map(|facts| facts.id).collect();
    let page = Page::of(&ids, filter.page);
    let mut rows = chosen.rows(&knowledge, &page.rows, now);
    for call in store::calls::many(services.db.reads(), &page.rows).await? {
        if let Some(row) = rows.iter_mut().find(|row| row.call.id == call.id) {
            row.context = in_context(&call.content, &row.found);
            nouns_as_written(&call.content, &mut row.found);
        }
    }
    Ok(ProjectMatches {
        project,
        counts,
        hidden: u32::try_from(hidden).unwrap_or(u32::MAX),
        check: register::check(services, &chosen.gate.countries()),
        rows: page.with(rows),
    })
}

/// The calls that every other list leaves out for a project, because their donor is designated in a
/// country where it has people. For the project's own people, on a page that explains the risk
/// first.
///
/// # Errors
/// [`Failure::NotFound`] also for those whom the project is only shared with, or
/// [`Failure::Internal`].
pub async fn designated(
    services: &Services,
    actor: &Actor,
    id: ProjectId,
    page: u32,
) -> Result<DesignatedCalls, Failure> {
    let project = projects::get(services, actor, id).await?;
    if project.view <= View::Shared {
        return Err(Failure::NotFound);
    }
    let (knowledge, now) = (services.knowledge(), services.now());
    let chosen = Chosen::of(services, actor, id)?;
    let withheld: HashMap<CallId, &CallFacts> = chosen
        .shown(&knowledge, now.date_naive())
        .withheld()
        .filter(|facts| is_current(facts, now))
        .map(|facts| (facts.id, facts))
        .collect();
    let found = knowledge
        .call_index
        .calls_for(&chosen.blind, &chosen.entities, now, |id| withheld.contains_key(&id));
    let inside = chosen.gate.countries();
    let page = Page::of(&found, page);
    let rows = page.rows.iter().filter_map(|found| {
        let facts = withheld.get(&found.id)?;
        let mut statuses = knowledge.donor_view(facts.donor).statuses;
        statuses.retain(|line| {
            line.status.holds_on(now.date_naive()) && inside.contains(&line.status.jurisdiction)
        });
        let call = CallSummary {
            verdict: Some(found.verdict),
            fit: Some(found.fit),
            ..knowledge.summary(facts, now)
        };
        Some(DesignatedCall { call, statuses })
    });
    let rows = rows.collect();
    Ok(DesignatedCalls { project, rows: page.with(rows) })
}

/// One call for one project; `None` when either is not on record, or the call must not be shown to
/// the project.
#[must_use]
pub fn one(
    services: &Services,
    actor: &Actor,
    project: ProjectId,
    call: CallId,
) -> Option<MatchRow> {
    let (knowledge, now) = (services.knowledge(), services.now());
    let chosen = Chosen::of(services, actor, project).ok()?;
    chosen.rows(&knowledge, &[call], now).pop()
}

/// Which projects suit this call? Reviewers of the donor see projects that donors may see, under
/// their code names; members of organisations see their own.
///
/// # Errors
/// [`Failure::NotFound`], [`Failure::Forbidden`] for whoever is neither, or [`Failure::Internal`].
pub async fn for_call(
    services: &Services,
    actor: &Actor,
    id: CallId,
    filter: &MatchFilter,
) -> Result<CallProjects, Failure> {
    let (knowledge, now) = (services.knowledge(), services.now());
    let facts = asked(&knowledge, actor, id, now.date_naive()).ok_or(Failure::NotFound)?;
    let blind = reviews(&knowledge, actor, facts);
    let member = actor.reader().grants().is_some_and(|grants| !grants.memberships.is_empty());
    if !blind && !member {
        return Err(Failure::Forbidden);
    }
    let list = if blind { BlindList::read(services, actor, facts).await? } else { None };
    let own = |project: &Project| {
        matches!(actor.reader().view(project, services.now()), Some(View::Own(_)))
    };
    let found = match (&list, blind) {
        (Some(list), _) => ranked(services, &knowledge, facts, |project| {
            list.names.contains_key(&project.id)
                && reviews::is_listed(services, &knowledge, actor, facts, project)
        }),
        (None, true) => Vec::new(),
        (None, false) => ranked(services, &knowledge, facts, own),
    };
    let is_waiting = |project: &&Project| {
        list.is_none() && reviews::is_listed(services, &knowledge, actor, facts, project)
    };
    let waiting = if blind { knowledge.projects().filter(is_waiting).count() } else { 0 };
    let results = match &list {
        Some(list) if list.progress.state == ReviewState::Locked => {
            let verdicts = found.iter().map(|one| (one.id, one.verdict)).collect();
            Some(reviews::results(services, actor, facts, &list.review, &verdicts).await?)
        }
        _ => None,
    };
    let mut counts = VerdictCounts::default();
    for one in &found {
        counts.add(one.verdict);
    }
    let shown: Vec<ProjectId> =
        found.iter().filter(|one| filter.shows(one.verdict)).map(|one| one.id).collect();
    let page = Page::of(&shown, filter.page);
    let rows = page
        .rows
        .iter()
        .filter_map(|project| {
            let found =
                knowledge.project_index.explain(&knowledge.call_index, id, *project, now)?;
            let project = knowledge.project(*project)?;
            let name = list.as_ref().and_then(|list| list.names.get(&project.id).cloned());
            let candidate = Candidate::of(&project.content, name.unwrap_or_default(), found);
            Some(match &list {
                Some(list) => Candidate {
                    score: list.mine.get(&project.id).copied(),
                    mean: list.all.get(&project.id).and_then(|scores| Score::mean(scores)),
                    ..candidate
                },
                None => Candidate {
                    own: Some((project.id, project.content.title.clone())),
                    ..candidate
                },
            })
        })
        .collect();
    Ok(CallProjects {
        call: knowledge.summary(facts, now),
        blind,
        review: list.map(|list| list.progress),
        waiting,
        results,
        counts,
        rows: page.with(rows),
    })
}

/// A call for whoever asks which projects suit it. Those who review it see it whoever their own people
/// are; to others it must not be withheld.
fn asked<'a>(
    knowledge: &'a Knowledge,
    actor: &Actor,
    id: CallId,
    today: NaiveDate,
) -> Option<&'a CallFacts> {
    let reviewed = reviewed_call(knowledge, actor, id, today);
    reviewed.or_else(|| knowledge.through(&Gate::of_actor(knowledge, actor), today).call(id))
}

/// A call that the actor reviews: a donor's own.
pub(crate) fn reviewed_call<'a>(
    knowledge: &'a Knowledge,
    actor: &Actor,
    id: CallId,
    today: NaiveDate,
) -> Option<&'a CallFacts> {
    let facts = knowledge.through(&Gate::open(), today).call(id)?;
    reviews(knowledge, actor, facts).then_some(facts)
}

/// Whether the actor may ask which projects suit a call.
#[must_use]
pub fn may_ask_for_call(services: &Services, actor: &Actor, id: CallId) -> bool {
    let knowledge = services.knowledge();
    let Some(facts) = asked(&knowledge, actor, id, services.today()) else { return false };
    reviews(&knowledge, actor, facts)
        || actor.reader().grants().is_some_and(|grants| !grants.memberships.is_empty())
}

/// The names of the donors whose calls the actor reviews.
#[must_use]
pub fn reviewed(services: &Services, actor: &Actor) -> Vec<String> {
    let Some(grants) = actor.reader().grants() else { return Vec::new() };
    let knowledge = services.knowledge();
    let donors = knowledge.donors().into_iter();
    let reviews = |donor: &&Donor| {
        let mut ids = std::iter::once(donor.id).chain(knowledge.same_as(donor.id));
        ids.any(|id| grants.donors.contains(&id))
    };
    donors.filter(reviews).map(|one| one.name.clone()).collect()
}

/// Every donor, for an admin who invites a reviewer.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever is no admin.
pub fn donors(services: &Services, actor: &Actor) -> Result<Vec<(DonorId, String)>, Failure> {
    actor.admin()?;
    let knowledge = services.knowledge();
    Ok(knowledge.donors().into_iter().map(|donor| (donor.id, donor.name.clone())).collect())
}

/// Projects for a call that `seen` lets through, best fit first. A designated donor must not learn of
/// a project with people inside, nor the project of its call.
fn ranked(
    services: &Services,
    knowledge: &Knowledge,
    facts: &CallFacts,
    seen: impl Fn(&Project) -> bool,
) -> Vec<Found<ProjectId>> {
    let now = services.now();
    knowledge.project_index.projects_for(&knowledge.call_index, facts.id, now, |project| {
        knowledge.project(project).is_some_and(|project| {
            seen(project) && !knowledge.endangers(facts.donor, project, now.date_naive())
        })
    })
}

/// Projects for a call as those who review it see them.
pub(crate) fn candidates(
    services: &Services,
    knowledge: &Knowledge,
    facts: &CallFacts,
) -> Vec<Found<ProjectId>> {
    let now = services.now();
    ranked(services, knowledge, facts, |project| project.sharing.reaches(Visibility::Donors, now))
}

/// Whether the actor reviews calls of the donor, or of one whose money it passes on.
pub(crate) fn reviews(knowledge: &Knowledge, actor: &Actor, facts: &CallFacts) -> bool {
    actor.reader().reviews(knowledge.answers_for(facts.donor).into_iter())
}

/// The best calls for a project that is being written; nothing is recorded.
#[must_use]
pub fn preview(
    services: &Services,
    actor: &Actor,
    input: &ProjectInput,
    top: usize,
) -> Vec<MatchRow> {
    if projects::may_create(actor).is_err() {
        return Vec::new();
    }
    let (knowledge, now) = (services.knowledge(), services.now());
    let chosen = Chosen::draft(&knowledge, actor, input);
    let found = chosen.kept(&knowledge, now, |facts| is_current(facts, now));
    let ids: Vec<CallId> = found
        .iter()
        .filter(|one| one.verdict != Verdict::Blocked && one.fit > 0.0)
        .take(top)
        .map(|one| one.id)
        .collect();
    chosen.rows(&knowledge, &ids, now)
}

/// Matches of a project given as a file on the command line, through every entity of an
/// organisation on record, if it names one.
#[must_use]
pub fn for_draft(
    services: &Services,
    actor: &Actor,
    content: domain::ProjectContent,
    organisation: Option<OrganisationId>,
    top: usize,
) -> Vec<MatchRow> {
    let input = ProjectInput { organisation, content };
    let (knowledge, now) = (services.knowledge(), services.now());
    let chosen = Chosen::draft(&knowledge, actor, &input);
    let found = chosen.kept(&knowledge, now, |facts| is_current(facts, now));
    let ids: Vec<CallId> = found.iter().take(top).map(|one| one.id).collect();
    chosen.rows(&knowledge, &ids, now)
}
