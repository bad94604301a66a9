//! Reviewing a call blind: beginning, reading, scoring, locking, opening a name.
//!
//! Whoever reviews a call reads its projects under code names that are drawn for each review anew, so
//! that those of two calls cannot be laid side by side. How a review goes on, and when names open, is
//! told in `domain::review`; every act takes the same turn, one after the other.

mod acts;
pub(crate) mod frozen;
mod reading;
mod rounds;
mod views;

use std::collections::{BTreeMap, HashSet};

use domain::{
    AccountId, CallId, DonorId, Project, ProjectId, Review, ReviewState, Score, Sharing, Visibility,
};
use store::{ConnectionTrait, StoreError};

use crate::{
    Actor, Chance, Failure, Services, code_name,
    knowledge::{CallFacts, Knowledge},
    matches,
};
pub(crate) use acts::begin_all;
pub use acts::{begin, leave, leave_out, lock, score, start_scoring, take_part};
use acts::{newest, part_of};
pub use reading::{before, blind, open_name, openings, to_begin_again};
use reading::{find, is_scoring, knew};
pub use rounds::{OpenedName, ResultRow, Results, Rounds, ToScore, rounds, to_score};
pub(crate) use rounds::{earlier, results};
pub use views::{Before, BlindProject, OpeningLine, PartLine, Progress, ScoreLine};

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
