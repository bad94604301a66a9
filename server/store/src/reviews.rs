//! Reviews of calls: code names, who takes part, scores.
//!
//! Whoever changes a review writes in a transaction, and writers take turns. So no
//! name opens while scoring begins, and the last of those who lock sees all the others.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    AccountId, CallId, DonorId, ProjectId, Review, ReviewId, ReviewState, Score, Visibility,
    review::Part,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, LockType},
};
use uuid::Uuid;

use crate::{
    StoreError, bulk,
    entity::{
        account, call, donor, organisation, project, review, review_name, review_part,
        review_score, reviewer,
    },
    read,
};

const TABLE: &str = "review";

fn from_row(row: &review::Model) -> Result<Review, StoreError> {
    Ok(Review {
        id: row.id.into(),
        call: row.call_id.into(),
        number: row.number,
        state: read(&row.state, TABLE, "state", row.id)?,
        scoring_since: row.scoring_since,
    })
}

/// The newest review of a call.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn latest<C: ConnectionTrait>(c: &C, call: CallId) -> Result<Option<Review>, StoreError> {
    let row = review::Entity::find()
        .filter(review::Column::CallId.eq(call.uuid()))
        .order_by_desc(review::Column::Number)
        .one(c)
        .await?;
    row.as_ref().map(from_row).transpose()
}

/// All reviews of a call, oldest first.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn of_call<C: ConnectionTrait>(c: &C, call: CallId) -> Result<Vec<Review>, StoreError> {
    let rows = review::Entity::find()
        .filter(review::Column::CallId.eq(call.uuid()))
        .order_by_asc(review::Column::Number)
        .all(c)
        .await?;
    rows.iter().map(from_row).collect()
}

/// The newest review of each of some calls, where there is one.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn newest_of<C: ConnectionTrait>(
    c: &C,
    calls: &[CallId],
) -> Result<BTreeMap<CallId, Review>, StoreError> {
    let mut newest = BTreeMap::new();
    for chunk in calls.chunks(bulk::IDS) {
        let rows = review::Entity::find()
            .filter(review::Column::CallId.is_in(chunk.iter().map(|id| id.uuid())))
            .order_by_asc(review::Column::Number)
            .all(c)
            .await?;
        for row in &rows {
            newest.insert(row.call_id.into(), from_row(row)?);
        }
    }
    Ok(newest)
}

/// The reviews in which an account still has to lock its scores: those that are scored, in which it
/// takes part and was not left out.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn waiting_for<C: ConnectionTrait>(
    c: &C,
    account: AccountId,
) -> Result<Vec<Review>, StoreError> {
    let mut mine = review_part::Entity::find()
        .select_only()
        .column(review_part::Column::ReviewId)
        .filter(review_part::Column::AccountId.eq(account.uuid()))
        .filter(review_part::Column::LockedAt.is_null())
        .filter(review_part::Column::LeftOutAt.is_null());
    let mine = QuerySelect::query(&mut mine).take();
    let rows = review::Entity::find()
        .filter(review::Column::State.eq(ReviewState::Scoring.code()))
        .filter(review::Column::Id.in_subquery(mine))
        .order_by_asc(review::Column::ScoringSince)
        .order_by_asc(review::Column::Id)
        .all(c)
        .await?;
    rows.iter().map(from_row).collect()
}

/// How often what the call demands was changed since the code names of a review were drawn.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn rule_changes<C: ConnectionTrait>(c: &C, review: ReviewId) -> Result<u16, StoreError> {
    let row = review::Entity::find_by_id(review.uuid()).one(c).await?;
    Ok(row.and_then(|row| u16::try_from(row.rule_changes).ok()).unwrap_or(0))
}

/// Counts a change of what the call of a review demands.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn count_rule_change<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
) -> Result<(), StoreError> {
    let more = rule_changes(c, review).await?.saturating_add(1);
    let more = i16::try_from(more).unwrap_or(i16::MAX);
    review::Entity::update_many()
        .col_expr(review::Column::RuleChanges, Expr::value(more))
        .filter(review::Column::Id.eq(review.uuid()))
        .exec(c)
        .await?;
    Ok(())
}

/// Adds a review.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn insert<C: ConnectionTrait>(c: &C, new: &Review) -> Result<(), StoreError> {
    review::ActiveModel {
        id: Set(new.id.uuid()),
        call_id: Set(new.call.uuid()),
        number: Set(new.number),
        state: Set(new.state.code().to_owned()),
        scoring_since: Set(new.scoring_since),
        rule_changes: Set(0),
    }
    .insert(c)
    .await?;
    Ok(())
}

/// Writes how far a review has come.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn update<C: ConnectionTrait>(c: &C, review: &Review) -> Result<(), StoreError> {
    review::Entity::update_many()
        .col_expr(review::Column::State, Expr::value(review.state.code()))
        .col_expr(review::Column::ScoringSince, Expr::value(review.scoring_since))
        .filter(review::Column::Id.eq(review.id.uuid()))
        .exec(c)
        .await?;
    Ok(())
}

/// The calls of some donors.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn calls_of<C: ConnectionTrait>(
    c: &C,
    donors: &[DonorId],
) -> Result<Vec<CallId>, StoreError> {
    let calls: Vec<Uuid> = call::Entity::find()
        .select_only()
        .column(call::Column::Id)
        .filter(call::Column::DonorId.is_in(donors.iter().map(|id| id.uuid())))
        .order_by_asc(call::Column::Id)
        .into_tuple()
        .all(c)
        .await?;
    Ok(calls.into_iter().map(CallId::from).collect())
}

/// Whether a call is being scored that a reviewer of these donors reviews: one of theirs, or of a donor
/// that passes on their money.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn is_scoring<C: ConnectionTrait>(
    c: &C,
    donors: &BTreeSet<DonorId>,
) -> Result<bool, StoreError> {
    let mut scored = review::Entity::find()
        .select_only()
        .column(review::Column::CallId)
        .filter(review::Column::State.eq(ReviewState::Scoring.code()));
    let mut next: Vec<Uuid> = call::Entity::find()
        .select_only()
        .column(call::Column::DonorId)
        .distinct()
        .filter(call::Column::Id.in_subquery(QuerySelect::query(&mut scored).take()))
        .into_tuple()
        .all(c)
        .await?;
    let mut seen: BTreeSet<Uuid> = BTreeSet::new();
    while !next.is_empty() {
        if next.iter().any(|id| donors.contains(&DonorId::from(*id))) {
            return Ok(true);
        }
        seen.extend(&next);
        let parents: Vec<Option<Uuid>> = donor::Entity::find()
            .select_only()
            .column(donor::Column::ParentId)
            .distinct()
            .filter(donor::Column::Id.is_in(next))
            .into_tuple()
            .all(c)
            .await?;
        next = parents.into_iter().flatten().filter(|id| !seen.contains(id)).collect();
    }
    Ok(false)
}

/// The projects of a review, each with its code name there.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn names<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
) -> Result<BTreeMap<ProjectId, String>, StoreError> {
    let rows = review_name::Entity::find()
        .filter(review_name::Column::ReviewId.eq(review.uuid()))
        .all(c)
        .await?;
    Ok(rows.into_iter().map(|row| (row.project_id.into(), row.code_name)).collect())
}

/// The project that has a code name in a review.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn named<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
    code_name: &str,
) -> Result<Option<ProjectId>, StoreError> {
    let row = review_name::Entity::find()
        .filter(review_name::Column::ReviewId.eq(review.uuid()))
        .filter(review_name::Column::CodeName.eq(code_name))
        .one(c)
        .await?;
    Ok(row.map(|row| row.project_id.into()))
}

/// What lacks a code name: each review that is not scored yet with each project that donors may see,
/// or will. All of them, or those of one project.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn unnamed<C: ConnectionTrait>(
    c: &C,
    only: Option<ProjectId>,
) -> Result<Vec<(ReviewId, ProjectId)>, StoreError> {
    // One that was scored before there were code names for each review has none yet.
    let mut named = review_name::Entity::find().select_only().column(review_name::Column::ReviewId);
    let unnamed = review::Column::Id.not_in_subquery(QuerySelect::query(&mut named).take());
    let scored =
        Condition::all().add(review::Column::State.eq(ReviewState::Scoring.code())).add(unnamed);
    let open = review::Column::State.eq(ReviewState::Reading.code());
    let reviews: Vec<Uuid> = review::Entity::find()
        .select_only()
        .column(review::Column::Id)
        .filter(Condition::any().add(open).add(scored))
        .into_tuple()
        .all(c)
        .await?;
    if reviews.is_empty() {
        return Ok(Vec::new());
    }
    let levels = Visibility::ALL.iter().filter(|level| **level >= Visibility::Donors);
    let mut projects = project::Entity::find()
        .select_only()
        .column(project::Column::Id)
        .filter(project::Column::Visibility.is_in(levels.map(|level| level.code())));
    let mut known = review_name::Entity::find();
    if let Some(only) = only {
        projects = projects.filter(project::Column::Id.eq(only.uuid()));
        known = known.filter(review_name::Column::ProjectId.eq(only.uuid()));
    }
    // A project that is being deleted is waited for, so that no name is drawn for one that is gone.
    let projects: Vec<Uuid> = projects.lock(LockType::KeyShare).into_tuple().all(c).await?;
    let mut has: BTreeSet<(Uuid, Uuid)> = BTreeSet::new();
    for chunk in reviews.chunks(bulk::IDS) {
        let rows = known
            .clone()
            .filter(review_name::Column::ReviewId.is_in(chunk.iter().copied()))
            .all(c)
            .await?;
        has.extend(rows.into_iter().map(|row| (row.review_id, row.project_id)));
    }
    let mut lacking = Vec::new();
    for review in reviews {
        for project in &projects {
            if !has.contains(&(review, *project)) {
                lacking.push((review.into(), ProjectId::from(*project)));
            }
        }
    }
    Ok(lacking)
}

/// How many code names there are.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn count_names<C: ConnectionTrait>(c: &C) -> Result<u64, StoreError> {
    Ok(review_name::Entity::find().count(c).await?)
}

/// Those of some code names that are taken: by a project in whatever review, or by an organisation.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn taken<C: ConnectionTrait>(
    c: &C,
    names: &[String],
) -> Result<BTreeSet<String>, StoreError> {
    let mut taken = BTreeSet::new();
    for chunk in names.chunks(bulk::IDS) {
        let projects: Vec<String> = review_name::Entity::find()
            .select_only()
            .column(review_name::Column::CodeName)
            .filter(review_name::Column::CodeName.is_in(chunk.iter().map(String::as_str)))
            .into_tuple()
            .all(c)
            .await?;
        let organisations: Vec<String> = organisation::Entity::find()
            .select_only()
            .column(organisation::Column::CodeName)
            .filter(organisation::Column::CodeName.is_in(chunk.iter().map(String::as_str)))
            .into_tuple()
            .all(c)
            .await?;
        taken.extend(projects);
        taken.extend(organisations);
    }
    Ok(taken)
}

/// Names projects in reviews.
///
/// # Errors
/// [`StoreError::Database`], also when a name is taken.
pub async fn insert_names<C: ConnectionTrait>(
    c: &C,
    names: Vec<(ReviewId, ProjectId, String)>,
) -> Result<(), StoreError> {
    let rows = names.into_iter().map(|(review, project, code_name)| {
        let (review_id, project_id) = (review.uuid(), project.uuid());
        review_name::Model { review_id, project_id, code_name }.into_active_model()
    });
    Ok(bulk::insert(c, rows.collect()).await?)
}

/// Takes the names of some projects out of a review.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_names<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
    projects: &[ProjectId],
) -> Result<(), StoreError> {
    for chunk in projects.chunks(bulk::IDS) {
        review_name::Entity::delete_many()
            .filter(review_name::Column::ReviewId.eq(review.uuid()))
            .filter(review_name::Column::ProjectId.is_in(chunk.iter().map(|id| id.uuid())))
            .exec(c)
            .await?;
    }
    Ok(())
}

/// The open accounts that review the calls of a donor itself.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn reviewers<C: ConnectionTrait>(
    c: &C,
    donors: &[DonorId],
) -> Result<BTreeSet<AccountId>, StoreError> {
    let mut reviewers = reviewer::Entity::find()
        .select_only()
        .column(reviewer::Column::AccountId)
        .filter(reviewer::Column::DonorId.is_in(donors.iter().map(|id| id.uuid())));
    let accounts: Vec<Uuid> = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(account::Column::Id.in_subquery(QuerySelect::query(&mut reviewers).take()))
        .filter(account::Column::Disabled.eq(false))
        .into_tuple()
        .all(c)
        .await?;
    Ok(accounts.into_iter().map(AccountId::from).collect())
}

/// Who takes part in scoring, in no order that tells anything. `donors` are the call's donor and those
/// whose money it passes on.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn parts<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
    donors: &[DonorId],
) -> Result<Vec<Part>, StoreError> {
    let rows = review_part::Entity::find()
        .filter(review_part::Column::ReviewId.eq(review.uuid()))
        .order_by_asc(review_part::Column::AccountId)
        .all(c)
        .await?;
    let reviewing = reviewers(c, donors).await?;
    let part = |row: review_part::Model| Part {
        account: row.account_id.into(),
        scored_at: row.scored_at,
        locked: row.locked_at.is_some(),
        left_out: row.left_out_at.is_some(),
        reviews: reviewing.contains(&row.account_id.into()),
    };
    Ok(rows.into_iter().map(part).collect())
}

fn one_part(review: ReviewId, account: AccountId) -> Condition {
    Condition::all()
        .add(review_part::Column::ReviewId.eq(review.uuid()))
        .add(review_part::Column::AccountId.eq(account.uuid()))
}

/// Whether an account takes part in scoring, or did.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn took_part<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
    account: AccountId,
) -> Result<bool, StoreError> {
    let found = review_part::Entity::find().filter(one_part(review, account)).one(c).await?;
    Ok(found.is_some())
}

/// Lets an account take part, as one that has not locked and was not left out; `scored_at` when it
/// comes with a score, or of its own will.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn join<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
    account: AccountId,
    scored_at: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    review_part::Entity::delete_many().filter(one_part(review, account)).exec(c).await?;
    review_part::ActiveModel {
        review_id: Set(review.uuid()),
        account_id: Set(account.uuid()),
        scored_at: Set(scored_at),
        locked_at: Set(None),
        left_out_at: Set(None),
    }
    .insert(c)
    .await?;
    Ok(())
}

/// What becomes of somebody's part in a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The scores are locked.
    Locked(DateTime<Utc>),
    /// The others went on without them.
    LeftOut(DateTime<Utc>),
    /// They left; their scores go with them.
    Left,
}

/// Ends somebody's part in a review.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn end<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
    account: AccountId,
    ending: Ending,
) -> Result<(), StoreError> {
    let (column, at) = match ending {
        Ending::Locked(at) => (review_part::Column::LockedAt, at),
        Ending::LeftOut(at) => (review_part::Column::LeftOutAt, at),
        Ending::Left => {
            review_score::Entity::delete_many()
                .filter(review_score::Column::ReviewId.eq(review.uuid()))
                .filter(review_score::Column::AccountId.eq(account.uuid()))
                .exec(c)
                .await?;
            review_part::Entity::delete_many().filter(one_part(review, account)).exec(c).await?;
            return Ok(());
        }
    };
    review_part::Entity::update_many()
        .col_expr(column, Expr::value(Some(at)))
        .filter(one_part(review, account))
        .exec(c)
        .await?;
    Ok(())
}

/// A score that a reviewer gave a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The project.
    pub project: ProjectId,
    /// Who gave it.
    pub account: AccountId,
    /// The score.
    pub score: Score,
    /// What they noted.
    pub note: String,
}

/// Gives a project a score, or another one in place of it.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn put_score<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
    given: &Given,
) -> Result<(), StoreError> {
    let key = (review.uuid(), given.project.uuid(), given.account.uuid());
    review_score::Entity::delete_by_id(key).exec(c).await?;
    review_score::ActiveModel {
        review_id: Set(review.uuid()),
        project_id: Set(given.project.uuid()),
        account_id: Set(given.account.uuid()),
        score: Set(i16::from(given.score.number())),
        note: Set(given.note.clone()),
    }
    .insert(c)
    .await?;
    Ok(())
}

/// The scores of a review: those of one account, or of all whose scores are locked.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn scores<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
    of: Option<AccountId>,
) -> Result<Vec<Given>, StoreError> {
    let mut found =
        review_score::Entity::find().filter(review_score::Column::ReviewId.eq(review.uuid()));
    if let Some(account) = of {
        found = found.filter(review_score::Column::AccountId.eq(account.uuid()));
    } else {
        let mut locked = review_part::Entity::find()
            .select_only()
            .column(review_part::Column::AccountId)
            .filter(review_part::Column::ReviewId.eq(review.uuid()))
            .filter(review_part::Column::LockedAt.is_not_null());
        let locked = QuerySelect::query(&mut locked).take();
        found = found.filter(review_score::Column::AccountId.in_subquery(locked));
    }
    let rows = found.order_by_asc(review_score::Column::AccountId).all(c).await?;
    rows.into_iter()
        .map(|row| {
            let score = u8::try_from(row.score).ok().and_then(Score::new);
            Ok(Given {
                project: row.project_id.into(),
                account: row.account_id.into(),
                score: score.ok_or_else(|| StoreError::Unreadable {
                    table: "review_score",
                    column: "score",
                    id: row.review_id.to_string(),
                    detail: row.score.to_string(),
                })?,
                note: row.note,
            })
        })
        .collect()
}
