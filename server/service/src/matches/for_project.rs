//! Which calls could fund a project.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    CallContent, CallId, Detail, LegalEntity, LegalEntityId, Match, OrganisationId, ProjectId,
    Verdict, View,
};
use matching::{Found, ProjectBlind};
use reading::context::Passage;

use super::{
    DesignatedCall, DesignatedCalls, MatchFilter, MatchRow, ProjectMatches, VerdictCounts,
    is_current,
};
use crate::{
    Actor, Failure, Page, Services,
    calls::{self, CallSummary, closes_by},
    knowledge::{CallFacts, Gate, Knowledge, Shown},
    projects::{self, ProjectInput},
    register,
};

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

    /// The first calls that are `wanted`, best fit first, of those that can still be applied for. Few
    /// are scored exactly; more are asked for where some of the first are not wanted.
    fn first(
        &self,
        knowledge: &Knowledge,
        now: DateTime<Utc>,
        wanted: impl Fn(&Found<CallId>) -> bool,
        top: usize,
    ) -> Vec<CallId> {
        let shown = self.shown(knowledge, now.date_naive());
        let keep = |id| shown.call(id).is_some_and(|facts| is_current(facts, now));
        let mut asked = top.saturating_mul(2).max(1);
        loop {
            let index = &knowledge.call_index;
            let found = index.top_calls_for(&self.blind, &self.entities, now, keep, asked);
            let first: Vec<CallId> =
                found.iter().filter(|one| wanted(one)).take(top).map(|one| one.id).collect();
            if first.len() == top || found.len() < asked {
                return first;
            }
            asked = asked.saturating_mul(4);
        }
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
pub(super) const PASSAGES: usize = 2;

/// Where a call uses the words that it shares with a project.
pub(super) fn in_context(call: &CallContent, found: &Match) -> Vec<Passage> {
    let words: Vec<&str> = found.fit.shared_words().collect();
    let of = |text| reading::context::passages(text, call.lang.as_ref(), &words, PASSAGES);
    let passages = of(&call.text);
    if passages.is_empty() { of(&call.conditions) } else { passages }
}

/// Gives words of a German call the capital that they have there: the index knows lower case only.
pub(super) fn nouns_as_written(call: &CallContent, found: &mut Match) {
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
    let fits = |one: &Found<CallId>| one.verdict != Verdict::Blocked && one.fit > 0.0;
    let ids = chosen.first(&knowledge, now, fits, top);
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
    let ids = chosen.first(&knowledge, now, |_| true, top);
    chosen.rows(&knowledge, &ids, now)
}
