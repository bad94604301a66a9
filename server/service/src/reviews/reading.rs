//! What reviewers read under code names, and which names they open.

use std::collections::BTreeSet;

use domain::{AccountId, CallId, Project, ProjectId, Review, ReviewState, Score, Visibility};
use store::{ConnectionTrait, StoreError};

use super::{
    Before, BlindList, BlindProject, OpeningLine, REASON_LIMIT, ScoreLine, donors, is_listed,
    is_withdrawn, masked, newest, part_of, reviewed, rounds,
};
use crate::{
    Actor, Conflict, Failure, Services,
    calls::CallSummary,
    knowledge::{CallFacts, Gate, Knowledge},
    matches::Candidate,
    projects, written,
};

/// What somebody is told before they lock their scores, or leave the scoring of a call.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not review the call, or when nobody has begun to;
/// [`Failure::Internal`].
pub async fn before(services: &Services, actor: &Actor, call: CallId) -> Result<Before, Failure> {
    let knowledge = services.knowledge();
    let facts = reviewed(services, &knowledge, actor, call)?;
    let list = BlindList::read(services, actor, facts).await?.ok_or(Failure::NotFound)?;
    let is_open = |id: &ProjectId| {
        let project = knowledge.project(*id);
        !list.mine.contains_key(id)
            && project.is_some_and(|one| is_listed(services, &knowledge, actor, facts, one))
    };
    let open = list.names.iter().filter(|(id, _)| is_open(id));
    let mut unscored: Vec<String> = open.map(|(_, name)| name.clone()).collect();
    unscored.sort();
    let progress = &list.progress;
    Ok(Before {
        call: knowledge.summary(facts, services.now()),
        unscored,
        given: progress.given + progress.withdrawn,
        may_lock: progress.may_lock(),
        may_leave: progress.takes_part(),
    })
}

/// Whether a call has been reviewed already, so that another review is begun after it: its number.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not review the call, or when its scores are not all locked;
/// [`Failure::Internal`].
pub async fn to_begin_again(
    services: &Services,
    actor: &Actor,
    call: CallId,
) -> Result<(CallSummary, i16), Failure> {
    let knowledge = services.knowledge();
    let facts = reviewed(services, &knowledge, actor, call)?;
    let last = newest(services.db.reads(), call).await?;
    if last.state != ReviewState::Locked {
        return Err(Failure::NotFound);
    }
    Ok((knowledge.summary(facts, services.now()), last.number))
}

/// The project with a code name in a review, if the actor may read it there.
///
/// # Errors
/// [`Failure::Conflict`] for one that could be read there before its owner withdrew it.
pub(super) async fn find<'a, C: ConnectionTrait>(
    services: &Services,
    knowledge: &'a Knowledge,
    c: &C,
    actor: &Actor,
    (facts, review): (&CallFacts, &Review),
    code_name: &str,
) -> Result<&'a Project, Failure> {
    let id = store::reviews::named(c, review.id, code_name).await?.ok_or(Failure::NotFound)?;
    let project = knowledge.project(id).ok_or(Failure::NotFound)?;
    if is_listed(services, knowledge, actor, facts, project) {
        return Ok(project);
    }
    // Whoever could read it is told; one that is yet to come is not there.
    let scored = match actor.account() {
        Some(account) => {
            let mine = store::reviews::scores(c, review.id, Some(account)).await?;
            mine.iter().any(|one| one.project == id)
        }
        None => false,
    };
    let was_there = scored || project.sharing.visibility < Visibility::Donors;
    if was_there && is_withdrawn(services, knowledge, actor, facts, project) {
        return Err(Failure::Conflict(Conflict::Withdrawn));
    }
    Err(Failure::NotFound)
}

/// Whether a call is being scored that the actor reviews: then no name opens beside any of them, as the
/// same project may stand beside two of them.
pub(super) async fn is_scoring<C: ConnectionTrait>(c: &C, actor: &Actor) -> Result<bool, Failure> {
    let none = BTreeSet::new();
    let donors = actor.reader().grants().map_or(&none, |grants| &grants.donors);
    Ok(store::reviews::is_scoring(c, donors).await?)
}

/// One of the projects of [`matches::for_call`], by its code name.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not review the call, and for projects donors may not see;
/// [`Failure::Conflict`] for one that its owner has withdrawn.
pub async fn blind(
    services: &Services,
    actor: &Actor,
    call: CallId,
    code_name: &str,
) -> Result<BlindProject, Failure> {
    let (knowledge, now) = (services.knowledge(), services.now());
    let facts = reviewed(services, &knowledge, actor, call)?;
    let review =
        store::reviews::latest(services.db.reads(), call).await?.ok_or(Failure::NotFound)?;
    let found = find(services, &knowledge, services.db.reads(), actor, (facts, &review), code_name);
    let project = found.await?;
    let found = knowledge
        .project_index
        .explain(&knowledge.call_index, call, project.id, now)
        .ok_or(Failure::NotFound)?;
    let may_open = !is_scoring(services.db.reads(), actor).await?;
    let opened = match actor.account() {
        Some(account) if may_open => {
            store::openings::is_open(services.db.reads(), review.id, project.id, account).await?
        }
        Some(_) => false,
        None => true,
    };
    let content = &project.content;
    let mut mine = None;
    if let Some(account) = actor.account() {
        let given = store::reviews::scores(services.db.reads(), review.id, Some(account)).await?;
        mine = given.into_iter().find(|one| one.project == project.id);
    }
    let donors = donors(&knowledge, facts);
    let parts = store::reviews::parts(services.db.reads(), review.id, &donors).await?;
    let me = actor.account();
    let part = me.and_then(|me| part_of(&parts, me));
    let scoring = review.state == ReviewState::Scoring && me.is_some();
    let takes_part = part.is_some_and(|part| !part.left_out);
    let scores = if review.state == ReviewState::Locked {
        locked_scores(services, &review, project.id).await?
    } else {
        Vec::new()
    };
    let all: Vec<Score> = scores.iter().map(|line| line.score).collect();
    Ok(BlindProject {
        texts: masked(&knowledge, project),
        lang: content.lang.clone(),
        state: review.state,
        opened: opened.then(|| rounds::opened_name(services, &knowledge, project)),
        may_open,
        may_score: scoring && takes_part && part.is_some_and(|part| !part.locked),
        may_join: scoring && !takes_part,
        candidate: Candidate {
            score: mine.as_ref().map(|one| one.score),
            mean: Score::mean(&all),
            ..Candidate::of(content, code_name.to_owned(), found)
        },
        note: mine.map(|one| one.note).unwrap_or_default(),
        scores,
        call: knowledge.summary(facts, now),
    })
}

/// Who had opened the name of a project before it was scored in a review.
pub(super) async fn knew(
    services: &Services,
    review: &Review,
    project: ProjectId,
) -> Result<BTreeSet<AccountId>, Failure> {
    Ok(match review.scoring_since {
        Some(since) => store::openings::before(services.db.reads(), project, since).await?,
        None => BTreeSet::new(),
    })
}

pub(super) async fn locked_scores(
    services: &Services,
    review: &Review,
    project: ProjectId,
) -> Result<Vec<ScoreLine>, Failure> {
    let mut given = store::reviews::scores(services.db.reads(), review.id, None).await?;
    given.retain(|one| one.project == project);
    let accounts: Vec<AccountId> = given.iter().map(|one| one.account).collect();
    let names = store::accounts::names(services.db.reads(), &accounts).await?;
    let knew = knew(services, review, project).await?;
    let mut lines: Vec<ScoreLine> = given
        .into_iter()
        .map(|one| ScoreLine {
            name: names.get(&one.account).cloned().unwrap_or_default(),
            score: one.score,
            note: one.note,
            knew: knew.contains(&one.account),
        })
        .collect();
    lines.sort_by_key(|line| domain::fold::fold(&line.name));
    Ok(lines)
}

/// Opens the name of the organisation behind a code name, for one reviewer and one review. The reason
/// is kept and the organisation sees that it was opened.
///
/// # Errors
/// [`Failure::Forbidden`] while a call that the actor reviews is scored, [`Failure::Invalid`] naming
/// `reason`; as [`blind`].
pub async fn open_name(
    services: &Services,
    actor: &Actor,
    call: CallId,
    code_name: &str,
    reason: &str,
) -> Result<(), Failure> {
    let account = actor.known()?;
    let knowledge = services.knowledge();
    let facts = reviewed(services, &knowledge, actor, call)?;
    let reason = written::reason(reason, REASON_LIMIT);
    let transaction = services.begin().await?;
    let review = newest(&transaction, call).await?;
    let found = find(services, &knowledge, &transaction, actor, (facts, &review), code_name);
    let project = found.await?;
    if is_scoring(&transaction, actor).await? {
        return Err(Failure::Forbidden);
    }
    let reason = reason.map_err(|problem| Failure::Invalid(vec![problem]))?;
    // The second of two clicks opens nothing, and the trail tells of one opening.
    if store::openings::is_open(&transaction, review.id, project.id, account).await? {
        return Ok(());
    }
    let opening = store::openings::Opening {
        review: review.id,
        project: project.id,
        account,
        reason,
        at: services.now(),
    };
    store::openings::insert(&transaction, &opening).await?;
    let act = actor.does(services, "name_opened");
    services.record(&transaction, act, "project", project.id.uuid(), project.organisation).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Who opened a project's name, and why, newest first.
///
/// # Errors
/// [`Failure::NotFound`] for whoever is not one of its own people.
pub async fn openings(
    services: &Services,
    actor: &Actor,
    id: ProjectId,
) -> Result<Vec<OpeningLine>, Failure> {
    let details = projects::get(services, actor, id).await?;
    if details.view <= domain::View::Shared {
        return Err(Failure::NotFound);
    }
    let knowledge = services.knowledge();
    // Who looked behind a code name must be told, most of all when it is a designated body.
    let calls = knowledge.through(&Gate::open(), services.today());
    let found = store::openings::of_project(services.db.reads(), id).await?;
    Ok(found
        .into_iter()
        .map(|(call, one)| {
            let facts = calls.call(call);
            OpeningLine {
                call,
                title: facts.map(|facts| facts.content.title.clone()).unwrap_or_default(),
                donor: facts
                    .map(|facts| knowledge.donor_view(facts.donor).name)
                    .unwrap_or_default(),
                reason: one.reason,
                on: one.at.date_naive(),
            }
        })
        .collect())
}
