//! What reviewers do: begin, score, lock, leave.

use domain::{
    AccountId, CallId, DonorId, ProjectId, Review, ReviewId, ReviewState, Score, Visibility,
    review::{Part, all_locked},
};
use store::{
    ConnectionTrait, DatabaseTransaction, StoreError,
    reviews::{Ending, Given},
};

use super::{REASON_LIMIT, donors, draw_names, find, is_listed, reviewed};
use crate::{
    Actor, Conflict, Failure, FieldProblem, Services,
    knowledge::{CallFacts, Knowledge},
};

/// Begins the review of a call, or another one after a locked one: draws the code names under which
/// its projects are read. `after` is the number of the review that the reviewer saw, 0 for none, so that
/// of two who begin at once only one does.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not review the call, or [`Failure::Internal`].
pub async fn begin(
    services: &Services,
    actor: &Actor,
    call: CallId,
    after: i16,
) -> Result<(), Failure> {
    reviewed(services, &services.knowledge(), actor, call)?;
    let id = ReviewId::from_random(services.chance().bytes());
    let transaction = services.begin().await?;
    let last = store::reviews::latest(&transaction, call).await?;
    let goes_on = last.is_some_and(|review| review.state != ReviewState::Locked);
    let number = last.map_or(0, |review| review.number);
    if goes_on || number != after {
        return Ok(());
    }
    let state = ReviewState::Reading;
    let review = Review { id, call, number: number.saturating_add(1), state, scoring_since: None };
    store::reviews::insert(&transaction, &review).await?;
    draw_names(services.chance(), &transaction, None).await?;
    let act = actor.does(services, "review_begun");
    services.record(&transaction, act, "call", call.uuid(), None).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Begins the first review of every call of some donors: for the demonstration, so that its reviewer
/// finds something to read.
pub(crate) async fn begin_all<C: ConnectionTrait>(
    services: &Services,
    c: &C,
    donors: &[DonorId],
) -> Result<(), Failure> {
    for call in store::reviews::calls_of(c, donors).await? {
        let id = ReviewId::from_random(services.chance().bytes());
        let state = ReviewState::Reading;
        let review = Review { id, call, number: 1, state, scoring_since: None };
        store::reviews::insert(c, &review).await?;
    }
    Ok(draw_names(services.chance(), c, None).await?)
}

/// The newest review of a call.
pub(super) async fn newest<C: ConnectionTrait>(c: &C, call: CallId) -> Result<Review, Failure> {
    store::reviews::latest(c, call).await?.ok_or(Failure::NotFound)
}

/// Starts scoring: no name opens any more. All who review the calls of this very donor take part, and
/// the actor; who reviews for one whose money it passes on joins with a score.
///
/// # Errors
/// [`Failure::Forbidden`] when there is nothing to score; [`Failure::NotFound`] for whoever does not
/// review the call, or when nobody has begun to; [`Failure::Internal`].
pub async fn start_scoring(
    services: &Services,
    actor: &Actor,
    call: CallId,
) -> Result<(), Failure> {
    let account = actor.known()?;
    let knowledge = services.knowledge();
    let facts = reviewed(services, &knowledge, actor, call)?;
    let transaction = services.begin().await?;
    let mut review = newest(&transaction, call).await?;
    if review.state != ReviewState::Reading {
        return Ok(());
    }
    // Nobody could score, and so nobody lock, where there is nothing to read.
    let names = store::reviews::names(&transaction, review.id).await?;
    let mut projects = names.keys().filter_map(|id| knowledge.project(*id));
    if !projects.any(|project| is_listed(services, &knowledge, actor, facts, project)) {
        return Err(Failure::Forbidden);
    }
    // What is scored is what donors see now. Who has locked could not score what comes later.
    let now = services.now();
    let is_later = |id: &ProjectId| {
        let project = knowledge.project(*id);
        project.is_none_or(|one| !one.sharing.reaches(Visibility::Donors, now))
    };
    let later: Vec<ProjectId> = names.keys().copied().filter(is_later).collect();
    store::reviews::delete_names(&transaction, review.id, &later).await?;
    review.state = ReviewState::Scoring;
    review.scoring_since = Some(services.now());
    store::reviews::update(&transaction, &review).await?;
    let mut accounts = store::reviews::reviewers(&transaction, &[facts.donor]).await?;
    accounts.insert(account);
    for account in accounts {
        store::reviews::join(&transaction, review.id, account, None).await?;
    }
    let act = actor.does(services, "review_scoring");
    services.record(&transaction, act, "call", call.uuid(), None).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

pub(super) fn part_of(parts: &[Part], account: AccountId) -> Option<&Part> {
    parts.iter().find(|part| part.account == account)
}

/// Refuses what can be done only while a call is being scored, and not by whoever has locked.
pub(super) fn is_scored(review: &Review, mine: Option<&Part>) -> Result<(), Failure> {
    match review.state {
        _ if mine.is_some_and(|part| part.locked) => Err(Failure::Conflict(Conflict::ScoresLocked)),
        ReviewState::Reading => Err(Failure::Forbidden),
        ReviewState::Scoring => Ok(()),
        ReviewState::Locked => Err(Failure::Conflict(Conflict::ScoringOver)),
    }
}

/// Begins an act on the newest review of a call: nobody else writes until it is committed.
pub(super) async fn take_turn(
    services: &Services,
    knowledge: &Knowledge,
    facts: &CallFacts,
) -> Result<(DatabaseTransaction, Review, Vec<Part>), Failure> {
    let transaction = services.begin().await?;
    let review = newest(&transaction, facts.id).await?;
    let parts = store::reviews::parts(&transaction, review.id, &donors(knowledge, facts)).await?;
    Ok((transaction, review, parts))
}

/// Takes part in the scoring of a call: for whoever left it, was left out, or reviews for a donor whose
/// money it passes on. From then on the others wait for these scores too.
///
/// # Errors
/// [`Failure::Forbidden`] before scoring has started, [`Failure::Conflict`] when it is over and for
/// whoever has locked; [`Failure::NotFound`] for whoever does not review the call;
/// [`Failure::Internal`].
pub async fn take_part(services: &Services, actor: &Actor, call: CallId) -> Result<(), Failure> {
    let account = actor.known()?;
    let knowledge = services.knowledge();
    let facts = reviewed(services, &knowledge, actor, call)?;
    let (transaction, review, parts) = take_turn(services, &knowledge, facts).await?;
    let mine = part_of(&parts, account);
    is_scored(&review, mine)?;
    if mine.is_some_and(|part| !part.left_out) {
        return Ok(());
    }
    store::reviews::join(&transaction, review.id, account, Some(services.now())).await?;
    let act = actor.does(services, "review_joined");
    services.record(&transaction, act, "call", call.uuid(), None).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Gives a project a score with a note, or another one in place of it. Nobody else sees it until all
/// scores are locked.
///
/// # Errors
/// [`Failure::Invalid`] naming `score` or `note`; [`Failure::Forbidden`] before scoring has started;
/// [`Failure::Conflict`] when it is over, for whoever has locked, and for whoever does not take part;
/// [`Failure::NotFound`] as [`blind`].
pub async fn score(
    services: &Services,
    actor: &Actor,
    call: CallId,
    code_name: &str,
    score: Option<Score>,
    note: &str,
) -> Result<(), Failure> {
    let account = actor.known()?;
    let knowledge = services.knowledge();
    let facts = reviewed(services, &knowledge, actor, call)?;
    let note = note.trim();
    let mut problems = Vec::new();
    if score.is_none() {
        problems.push(FieldProblem { field: "score", problem: "missing" });
    }
    if note.len() > REASON_LIMIT {
        problems.push(FieldProblem { field: "note", problem: "too_long" });
    }
    let (transaction, review, parts) = take_turn(services, &knowledge, facts).await?;
    let project = find(services, &knowledge, &transaction, actor, (facts, &review), code_name);
    let project = project.await?.id;
    let mine = part_of(&parts, account);
    is_scored(&review, mine)?;
    if mine.is_none_or(|part| part.left_out) {
        return Err(Failure::Conflict(Conflict::NoPart));
    }
    let Some(score) = score.filter(|_| problems.is_empty()) else {
        return Err(Failure::Invalid(problems));
    };
    let given = Given { project, account, score, note: note.to_owned() };
    // Takes part already: this notes when the last score came.
    store::reviews::join(&transaction, review.id, account, Some(services.now())).await?;
    store::reviews::put_score(&transaction, review.id, &given).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Ends the scoring when all have locked, or takes it back when nobody takes part any more.
pub(super) async fn conclude<C: ConnectionTrait>(
    services: &Services,
    c: &C,
    actor: &Actor,
    facts: &CallFacts,
    review: Review,
) -> Result<(), Failure> {
    let donors = donors(&services.knowledge(), facts);
    let parts = store::reviews::parts(c, review.id, &donors).await?;
    if parts.is_empty() {
        let (state, scoring_since) = (ReviewState::Reading, None);
        store::reviews::update(c, &Review { state, scoring_since, ..review }).await?;
        // What was shared meanwhile is read now.
        return Ok(draw_names(services.chance(), c, None).await?);
    }
    if !all_locked(&parts) {
        return Ok(());
    }
    store::reviews::update(c, &Review { state: ReviewState::Locked, ..review }).await?;
    let act = actor.does(services, "review_locked");
    services.record(c, act, "call", facts.id.uuid(), None).await
}

/// Locks the actor's scores: they cannot be changed any more. The last one to lock locks the review.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever has given no score and could give one; [`Failure::NotFound`] for
/// whoever does not review the call; [`Failure::Internal`].
pub async fn lock(services: &Services, actor: &Actor, call: CallId) -> Result<(), Failure> {
    let account = actor.known()?;
    let knowledge = services.knowledge();
    let facts = reviewed(services, &knowledge, actor, call)?;
    let (transaction, review, parts) = take_turn(services, &knowledge, facts).await?;
    let mine = part_of(&parts, account).filter(|part| !part.left_out);
    let again = mine.is_some_and(|part| part.locked);
    if again && review.state == ReviewState::Locked {
        return Ok(());
    }
    let given = store::reviews::scores(&transaction, review.id, Some(account)).await?;
    if review.state != ReviewState::Scoring || mine.is_none() {
        return Err(Failure::Forbidden);
    }
    if given.is_empty() {
        // Where every project was withdrawn, the others must not wait for scores that nobody can give.
        let names = store::reviews::names(&transaction, review.id).await?;
        let mut projects = names.keys().filter_map(|id| knowledge.project(*id));
        if projects.any(|one| is_listed(services, &knowledge, actor, facts, one)) {
            return Err(Failure::Forbidden);
        }
    }
    if !again {
        let ending = Ending::Locked(services.now());
        store::reviews::end(&transaction, review.id, account, ending).await?;
        let act = actor.does(services, "scores_locked");
        services.record(&transaction, act, "call", call.uuid(), None).await?;
    }
    // Also for whoever has locked: the last one waited for may be gone with their account.
    conclude(services, &transaction, actor, facts, review).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Leaves the scoring of a call; scores that were given go. Whoever has locked cannot leave.
///
/// # Errors
/// [`Failure::Conflict`] for whoever has locked; [`Failure::NotFound`] for whoever does not review the
/// call; [`Failure::Internal`].
pub async fn leave(services: &Services, actor: &Actor, call: CallId) -> Result<(), Failure> {
    let account = actor.known()?;
    let knowledge = services.knowledge();
    let facts = reviewed(services, &knowledge, actor, call)?;
    let (transaction, review, parts) = take_turn(services, &knowledge, facts).await?;
    match part_of(&parts, account) {
        None => return Ok(()),
        mine => is_scored(&review, mine)?,
    }
    store::reviews::end(&transaction, review.id, account, Ending::Left).await?;
    let act = actor.does(services, "review_left");
    services.record(&transaction, act, "call", call.uuid(), None).await?;
    conclude(services, &transaction, actor, facts, review).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Goes on without a reviewer who has not locked: after they were waited for, or when they do not
/// review any more. Their scores count for nothing; they can come back.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever has not locked, and before the other was waited for;
/// [`Failure::NotFound`] for one who does not take part, and for whoever does not review the call;
/// [`Failure::Internal`].
pub async fn leave_out(
    services: &Services,
    actor: &Actor,
    call: CallId,
    other: AccountId,
) -> Result<(), Failure> {
    let account = actor.known()?;
    let knowledge = services.knowledge();
    let facts = reviewed(services, &knowledge, actor, call)?;
    let (transaction, review, parts) = take_turn(services, &knowledge, facts).await?;
    let them = part_of(&parts, other).ok_or(Failure::NotFound)?;
    if them.left_out {
        return Ok(());
    }
    let now = services.now();
    let mine = part_of(&parts, account).is_some_and(|part| part.locked);
    let may = mine && review.state == ReviewState::Scoring;
    if !may || !them.may_be_left_out(review.scoring_since, now) {
        return Err(Failure::Forbidden);
    }
    store::reviews::end(&transaction, review.id, other, Ending::LeftOut(now)).await?;
    let act = actor.does(services, "review_left_out");
    services.record(&transaction, act, "account", other.uuid(), None).await?;
    conclude(services, &transaction, actor, facts, review).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}
