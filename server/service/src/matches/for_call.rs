//! Which projects suit a call.

use chrono::NaiveDate;
use domain::{CallId, Donor, DonorId, Project, ProjectId, ReviewState, Score, View, Visibility};
use matching::Found;

use super::{CallProjects, Candidate, MatchFilter, VerdictCounts};
use crate::{
    Actor, Failure, Page, Services,
    knowledge::{CallFacts, Gate, Knowledge},
    reviews::{self, BlindList},
};

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
pub(super) fn asked<'a>(
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
pub(super) fn ranked(
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
