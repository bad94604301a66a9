//! Reviewing a call blind: beginning, reading, scoring, locking, opening a name.
//!
//! Whoever reviews a call reads its projects under code names that are drawn for each review anew, so
//! that those of two calls cannot be laid side by side. How a review goes on, and when names open, is
//! told in `domain::review`; every act takes the same turn, one after the other.

pub(crate) mod frozen;
mod rounds;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;
use domain::{
    AccountId, CallId, DonorId, Language, Project, ProjectId, Review, ReviewId, ReviewState, Score,
    Sharing, Visibility,
    review::{Part, all_locked},
};
use store::{
    ConnectionTrait, DatabaseTransaction, StoreError,
    reviews::{Ending, Given},
};

use crate::{
    Actor, Chance, Conflict, Failure, FieldProblem, Services,
    calls::CallSummary,
    code_name,
    knowledge::{CallFacts, Gate, Knowledge},
    matches::{self, Candidate},
    projects, written,
};

pub use rounds::{OpenedName, ResultRow, Results, Rounds, ToScore, rounds, to_score};
pub(crate) use rounds::{earlier, results};

/// The most bytes of a reason or a note.
pub const REASON_LIMIT: usize = 2000;

/// Draws a code name for every project that donors may see, or will, in every review that is not
/// scored yet: those that lack one, or of these the ones of one project.
pub(crate) async fn draw_names<C: ConnectionTrait>(
    chance: &dyn Chance,
    c: &C,
    only: Option<ProjectId>,
) -> Result<(), StoreError> {
    let lacking = store::reviews::unnamed(c, only).await?;
    if lacking.is_empty() {
        return Ok(());
    }
    let count = usize::try_from(store::reviews::count_names(c).await?).unwrap_or(usize::MAX);
    let known = count.saturating_add(lacking.len());
    let (mut drawn, mut names) = (HashSet::new(), Vec::new());
    while names.len() < lacking.len() {
        let new: Vec<String> = (names.len()..lacking.len())
            .map(|_| code_name::draw_beside(chance, &mut drawn, known))
            .collect();
        let taken = store::reviews::taken(c, &new).await?;
        names.extend(new.into_iter().filter(|name| !taken.contains(name)));
    }
    let drawn_for =
        lacking.into_iter().zip(names).map(|((review, project), name)| (review, project, name));
    store::reviews::insert_names(c, drawn_for.collect()).await
}

/// The call, for whoever reviews it; for all others there is nothing to review.
fn reviewed<'a>(
    services: &Services,
    knowledge: &'a Knowledge,
    actor: &Actor,
    call: CallId,
) -> Result<&'a CallFacts, Failure> {
    matches::reviewed_call(knowledge, actor, call, services.today()).ok_or(Failure::NotFound)
}

/// Whether a reviewer may read a project beside a call: donors may see it, the call's donor is not
/// designated where its organisation has people, and it is not of an organisation of the reviewer's own.
pub(crate) fn is_listed(
    services: &Services,
    knowledge: &Knowledge,
    actor: &Actor,
    facts: &CallFacts,
    project: &Project,
) -> bool {
    let grants = actor.reader().grants();
    let own = |organisation| grants.is_some_and(|own| own.memberships.contains_key(&organisation));
    project.sharing.reaches(Visibility::Donors, services.now())
        && !project.organisation.is_some_and(own)
        && !knowledge.endangers(facts.donor, project, services.today())
}

/// Whether a project that a reviewer could read is not shown to donors any more. One of their own, or
/// one that the call's donor must not know of, never was.
fn is_withdrawn(
    services: &Services,
    knowledge: &Knowledge,
    actor: &Actor,
    facts: &CallFacts,
    project: &Project,
) -> bool {
    let shown = Sharing::from(Visibility::Donors, services.now());
    let before = Project { sharing: shown, ..project.clone() };
    !project.sharing.reaches(Visibility::Donors, services.now())
        && is_listed(services, knowledge, actor, facts, &before)
}

/// The texts of a project as reviewers read them: in the order of
/// [`domain::ProjectContent::narrative`], with words in place of every known name.
pub(crate) fn masked(knowledge: &Knowledge, project: &Project) -> Vec<String> {
    let content = &project.content;
    let masker = knowledge.masker_of(project.organisation).of_project(content);
    let texts = content.narrative().into_iter();
    texts.map(|text| masker.readable(text, content.lang.as_ref())).collect()
}

/// The donor of a call and those whose money it passes on.
fn donors(knowledge: &Knowledge, facts: &CallFacts) -> Vec<DonorId> {
    knowledge.chain(facts.donor).into_iter().map(|donor| donor.id).collect()
}

/// Somebody who takes part, as the others see it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is said on the page by itself")]
pub struct PartLine {
    /// Who.
    pub account: AccountId,
    /// The name they sign in with.
    pub name: String,
    /// Whether it is the actor.
    pub me: bool,
    /// Whether their scores are locked.
    pub locked: bool,
    /// Whether the others went on without them.
    pub left_out: bool,
    /// Whether the actor may go on without them now.
    pub may_be_left_out: bool,
}

/// How far the review of a call has come, as one of its reviewers sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The first review of a call is 1.
    pub number: i16,
    /// How far it has come.
    pub state: ReviewState,
    /// Who takes part, by name.
    pub parts: Vec<PartLine>,
    /// How many of the projects that can be read the actor has scored.
    pub given: usize,
    /// How many projects can be read.
    pub listed: usize,
    /// How many projects the actor scored that their owners have withdrawn since.
    pub withdrawn: usize,
    /// How often what the call demands was changed since the code names were drawn.
    pub rule_changes: u16,
    /// Whether there are earlier reviews in which the actor took part.
    pub has_earlier: bool,
}

impl Progress {
    /// The actor's own part.
    #[must_use]
    pub fn mine(&self) -> Option<&PartLine> {
        self.parts.iter().find(|part| part.me)
    }

    /// Whether the actor takes part and can still change scores.
    #[must_use]
    pub fn takes_part(&self) -> bool {
        let mine = self.mine().is_some_and(|part| !part.locked && !part.left_out);
        mine && self.state == ReviewState::Scoring
    }

    /// Whether the actor can lock: has given a score, or has nothing to score.
    #[must_use]
    pub fn may_lock(&self) -> bool {
        self.takes_part() && (self.given + self.withdrawn > 0 || self.listed == 0)
    }

    /// How many have locked their scores, and how many must.
    #[must_use]
    pub fn locked(&self) -> (usize, usize) {
        let counted = self.parts.iter().filter(|part| !part.left_out);
        (self.parts.iter().filter(|part| part.locked).count(), counted.count())
    }
}

/// What a reviewer's list of a call rests on.
pub(crate) struct BlindList {
    pub(crate) review: Review,
    pub(crate) progress: Progress,
    /// Code names.
    pub(crate) names: BTreeMap<ProjectId, String>,
    /// The actor's own scores.
    pub(crate) mine: BTreeMap<ProjectId, Score>,
    /// All scores, once they are locked.
    pub(crate) all: BTreeMap<ProjectId, Vec<Score>>,
}

impl BlindList {
    /// Of the newest review; `None` before the first one.
    pub(crate) async fn read(
        services: &Services,
        actor: &Actor,
        facts: &CallFacts,
    ) -> Result<Option<Self>, Failure> {
        let Some(review) = store::reviews::latest(services.db.reads(), facts.id).await? else {
            return Ok(None);
        };
        let (c, knowledge) = (services.db.reads(), services.knowledge());
        let names = store::reviews::names(c, review.id).await?;
        let is_there = |id: &ProjectId| {
            let project = knowledge.project(*id);
            project.is_some_and(|one| is_listed(services, &knowledge, actor, facts, one))
        };
        let mut mine = BTreeMap::new();
        if let Some(account) = actor.account() {
            let given = store::reviews::scores(c, review.id, Some(account)).await?;
            mine.extend(given.into_iter().map(|one| (one.project, one.score)));
        }
        let scored = mine.len();
        mine.retain(|id, _| is_there(id));
        let mut all: BTreeMap<ProjectId, Vec<Score>> = BTreeMap::new();
        if review.state == ReviewState::Locked {
            for one in store::reviews::scores(c, review.id, None).await? {
                all.entry(one.project).or_default().push(one.score);
            }
        }
        let progress = Progress {
            number: review.number,
            state: review.state,
            parts: part_lines(services, actor, facts, &review).await?,
            given: mine.len(),
            listed: names.keys().filter(|id| is_there(id)).count(),
            withdrawn: scored - mine.len(),
            rule_changes: store::reviews::rule_changes(c, review.id).await?,
            has_earlier: !earlier(services, actor, facts.id).await?.is_empty(),
        };
        Ok(Some(Self { review, progress, names, mine, all }))
    }
}

/// Who takes part in a review, as the others see it.
async fn part_lines(
    services: &Services,
    actor: &Actor,
    facts: &CallFacts,
    review: &Review,
) -> Result<Vec<PartLine>, Failure> {
    let donors = donors(&services.knowledge(), facts);
    let parts = store::reviews::parts(services.db.reads(), review.id, &donors).await?;
    let accounts: Vec<AccountId> = parts.iter().map(|part| part.account).collect();
    let names = store::accounts::names(services.db.reads(), &accounts).await?;
    let me = actor.account();
    let goes_on = review.state == ReviewState::Scoring
        && parts.iter().any(|part| Some(part.account) == me && part.locked);
    let mut parts: Vec<PartLine> = parts
        .into_iter()
        .map(|part| PartLine {
            account: part.account,
            name: names.get(&part.account).cloned().unwrap_or_default(),
            me: Some(part.account) == me,
            locked: part.locked,
            left_out: part.left_out,
            may_be_left_out: goes_on && part.may_be_left_out(review.scoring_since, services.now()),
        })
        .collect();
    parts.sort_by_key(|part| domain::fold::fold(&part.name));
    Ok(parts)
}

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
async fn newest<C: ConnectionTrait>(c: &C, call: CallId) -> Result<Review, Failure> {
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

fn part_of(parts: &[Part], account: AccountId) -> Option<&Part> {
    parts.iter().find(|part| part.account == account)
}

/// Refuses what can be done only while a call is being scored, and not by whoever has locked.
fn is_scored(review: &Review, mine: Option<&Part>) -> Result<(), Failure> {
    match review.state {
        _ if mine.is_some_and(|part| part.locked) => Err(Failure::Conflict(Conflict::ScoresLocked)),
        ReviewState::Reading => Err(Failure::Forbidden),
        ReviewState::Scoring => Ok(()),
        ReviewState::Locked => Err(Failure::Conflict(Conflict::ScoringOver)),
    }
}

/// Begins an act on the newest review of a call: nobody else writes until it is committed.
async fn take_turn(
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

/// What somebody is told before they lock their scores, or leave the scoring.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// The call.
    pub call: CallSummary,
    /// Code names of the projects that they can read and have not scored.
    pub unscored: Vec<String>,
    /// How many scores they have given.
    pub given: usize,
    /// Whether they can lock now.
    pub may_lock: bool,
    /// Whether they can leave now.
    pub may_leave: bool,
}

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
async fn conclude<C: ConnectionTrait>(
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

/// A locked score, as all who review the call see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreLine {
    /// Who gave it.
    pub name: String,
    /// The score.
    pub score: Score,
    /// What they noted.
    pub note: String,
    /// Whether they had opened the project's name before scoring began.
    pub knew: bool,
}

/// A project as a reviewer reads it beside a call.
#[derive(Clone, Debug, PartialEq)]
pub struct BlindProject {
    /// The call.
    pub call: CallSummary,
    /// What a list says of it.
    pub candidate: Candidate,
    /// Its texts with every known name masked, in the order of [`domain::ProjectContent::narrative`].
    pub texts: Vec<String>,
    /// The language of its texts.
    pub lang: Option<Language>,
    /// How far the review has come.
    pub state: ReviewState,
    /// The organisation's name, the title and the public page, once the reviewer opened the name,
    /// unless a call is being scored.
    pub opened: Option<OpenedName>,
    /// Whether the name can be opened now: not while this call is being scored, or another one that the
    /// actor reviews.
    pub may_open: bool,
    /// The note beside the actor's own score.
    pub note: String,
    /// Whether the actor may score it now.
    pub may_score: bool,
    /// Whether the actor may take part in scoring and does not.
    pub may_join: bool,
    /// The scores of all, once they are locked.
    pub scores: Vec<ScoreLine>,
}

/// The project with a code name in a review, if the actor may read it there.
///
/// # Errors
/// [`Failure::Conflict`] for one that could be read there before its owner withdrew it.
async fn find<'a, C: ConnectionTrait>(
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
async fn is_scoring<C: ConnectionTrait>(c: &C, actor: &Actor) -> Result<bool, Failure> {
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
async fn knew(
    services: &Services,
    review: &Review,
    project: ProjectId,
) -> Result<BTreeSet<AccountId>, Failure> {
    Ok(match review.scoring_since {
        Some(since) => store::openings::before(services.db.reads(), project, since).await?,
        None => BTreeSet::new(),
    })
}

async fn locked_scores(
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

/// An opening of a project's name, as its own people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningLine {
    /// The call.
    pub call: CallId,
    /// Its title.
    pub title: String,
    /// Who gives.
    pub donor: String,
    /// The reason given.
    pub reason: String,
    /// When.
    pub on: NaiveDate,
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
