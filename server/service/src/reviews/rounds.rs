//! What came of a review: every project with every score, of the newest review and of earlier ones.

use std::collections::{BTreeMap, BTreeSet};

use domain::{AccountId, CallId, ProjectId, Review, ReviewState, Score, Verdict, Visibility};

use super::{ScoreLine, is_listed, is_scoring, is_withdrawn, knew, reviewed};
use crate::{
    Actor, Failure, Services,
    calls::CallSummary,
    knowledge::{CallFacts, Knowledge},
};

/// A name that the reader opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedName {
    /// The organisation.
    pub organisation: String,
    /// The project's title.
    pub title: String,
    /// Its public page, where there is one.
    pub page: Option<ProjectId>,
}

/// What became of one project in a review.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultRow {
    /// Its code name in this review.
    pub code_name: String,
    /// Whether it meets the rules now; only for the newest review.
    pub verdict: Option<Verdict>,
    /// Whose it is, where the reader opened the name in this review and no call of theirs is being
    /// scored.
    pub opened: Option<OpenedName>,
    /// Its owner does not show it to donors any more. Then there are neither notes nor a name.
    pub withdrawn: bool,
    /// The score of each reviewer, in their order; `None` where one gave none.
    pub scores: Vec<Option<ScoreLine>>,
    /// The mean of all scores in hundredths.
    pub mean: Option<u32>,
}

/// What came of a review whose scores are all locked.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// The first review of a call is 1.
    pub number: i16,
    /// Who scored, by name.
    pub reviewers: Vec<String>,
    /// The projects, best mean first.
    pub rows: Vec<ResultRow>,
}

/// The earlier reviews of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Rounds {
    /// The call.
    pub call: CallSummary,
    /// The reviews before the newest one in which the reader took part, newest first.
    pub rounds: Vec<Results>,
}

/// A call that is being scored and waits for the reader's scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToScore {
    /// The call.
    pub call: CallId,
    /// Its title.
    pub title: String,
}

/// A name that a reviewer opened, to be shown to them.
pub(super) fn opened_name(
    services: &Services,
    knowledge: &Knowledge,
    project: &domain::Project,
) -> OpenedName {
    let organisation = project.organisation.and_then(|id| knowledge.organisation(id));
    OpenedName {
        organisation: organisation.map(|one| one.name.clone()).unwrap_or_default(),
        title: project.content.title.clone(),
        page: Some(project.id)
            .filter(|_| project.sharing.reaches(Visibility::Public, services.now())),
    }
}

/// What came of a review. `verdicts` stand beside the projects of the newest one.
pub(crate) async fn results(
    services: &Services,
    actor: &Actor,
    facts: &CallFacts,
    review: &Review,
    verdicts: &BTreeMap<ProjectId, Verdict>,
) -> Result<Results, Failure> {
    let (c, knowledge) = (services.db.reads(), services.knowledge());
    let mut given: BTreeMap<ProjectId, BTreeMap<AccountId, (Score, String)>> = BTreeMap::new();
    let mut accounts: BTreeSet<AccountId> = BTreeSet::new();
    for one in store::reviews::scores(c, review.id, None).await? {
        accounts.insert(one.account);
        given.entry(one.project).or_default().insert(one.account, (one.score, one.note));
    }
    let accounts: Vec<AccountId> = accounts.into_iter().collect();
    let names = store::accounts::names(c, &accounts).await?;
    let mut reviewers: Vec<(AccountId, String)> = names.into_iter().collect();
    reviewers.sort_by_key(|(_, name)| domain::fold::fold(name));
    let opened = match actor.account() {
        Some(account) if !is_scoring(c, actor).await? => {
            store::openings::in_review(c, review.id, account).await?
        }
        _ => BTreeSet::new(),
    };
    let mut rows = Vec::new();
    for (id, code_name) in store::reviews::names(c, review.id).await? {
        let Some(project) = knowledge.project(id) else { continue };
        let mut of_project = given.remove(&id).unwrap_or_default();
        let listed = is_listed(services, &knowledge, actor, facts, project);
        let withdrawn = !listed && is_withdrawn(services, &knowledge, actor, facts, project);
        // What came after all had locked was no part of this review, nor what nobody could read.
        if !listed && (!withdrawn || of_project.is_empty()) {
            continue;
        }
        let knew = knew(services, review, id).await?;
        let all: Vec<Score> = of_project.values().map(|(score, _)| *score).collect();
        let scores = reviewers.iter().map(|(account, name)| {
            let (score, note) = of_project.remove(account)?;
            let note = if withdrawn { String::new() } else { note };
            Some(ScoreLine { name: name.clone(), score, note, knew: knew.contains(account) })
        });
        rows.push(ResultRow {
            code_name,
            verdict: verdicts.get(&id).copied(),
            opened: (listed && opened.contains(&id))
                .then(|| opened_name(services, &knowledge, project)),
            withdrawn,
            scores: scores.collect(),
            mean: Score::mean(&all),
        });
    }
    rows.sort_by(|one, other| {
        other.mean.cmp(&one.mean).then_with(|| one.code_name.cmp(&other.code_name))
    });
    let reviewers = reviewers.into_iter().map(|(_, name)| name).collect();
    Ok(Results { number: review.number, reviewers, rows })
}

/// The reviews of a call before the newest one in which the actor took part.
pub(crate) async fn earlier(
    services: &Services,
    actor: &Actor,
    call: CallId,
) -> Result<Vec<Review>, Failure> {
    let c = services.db.reads();
    let mut all = store::reviews::of_call(c, call).await?;
    all.pop();
    let mut mine = Vec::new();
    for review in all.into_iter().rev().filter(|one| one.state == ReviewState::Locked) {
        let took_part = match actor.account() {
            Some(account) => store::reviews::took_part(c, review.id, account).await?,
            None => true,
        };
        if took_part {
            mine.push(review);
        }
    }
    Ok(mine)
}

/// What came of the earlier reviews of a call, for those who took part in them.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not review the call, or [`Failure::Internal`].
pub async fn rounds(services: &Services, actor: &Actor, call: CallId) -> Result<Rounds, Failure> {
    let knowledge = services.knowledge();
    let facts = reviewed(services, &knowledge, actor, call)?;
    let mut rounds = Vec::new();
    for review in earlier(services, actor, call).await? {
        rounds.push(results(services, actor, facts, &review, &BTreeMap::new()).await?);
    }
    Ok(Rounds { call: knowledge.summary(facts, services.now()), rounds })
}

/// The calls that wait for the actor's scores, the one that has waited longest first.
///
/// # Errors
/// [`Failure::Internal`].
pub async fn to_score(services: &Services, actor: &Actor) -> Result<Vec<ToScore>, Failure> {
    let Some(account) = actor.account() else { return Ok(Vec::new()) };
    let knowledge = services.knowledge();
    let waiting = store::reviews::waiting_for(services.db.reads(), account).await?;
    let calls = waiting.into_iter().filter_map(|review| {
        let facts = reviewed(services, &knowledge, actor, review.call).ok()?;
        Some(ToScore { call: review.call, title: facts.content.title.clone() })
    });
    Ok(calls.collect())
}
