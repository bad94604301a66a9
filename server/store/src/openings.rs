//! Names that reviewers opened, and why.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{AccountId, CallId, ProjectId, ReviewId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use crate::{
    StoreError, bulk,
    entity::{review, review_opening},
};

/// A reviewer learnt whose a project is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The review in which they read it.
    pub review: ReviewId,
    /// The project.
    pub project: ProjectId,
    /// The reviewer.
    pub account: AccountId,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
}

fn from_row(row: review_opening::Model) -> Opening {
    Opening {
        review: row.review_id.into(),
        project: row.project_id.into(),
        account: row.account_id.into(),
        reason: row.reason,
        at: row.at,
    }
}

/// Records an opening; one that is on record stays as it is.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn insert<C: ConnectionTrait>(c: &C, new: &Opening) -> Result<(), StoreError> {
    if is_open(c, new.review, new.project, new.account).await? {
        return Ok(());
    }
    review_opening::ActiveModel {
        review_id: Set(new.review.uuid()),
        project_id: Set(new.project.uuid()),
        account_id: Set(new.account.uuid()),
        reason: Set(new.reason.clone()),
        at: Set(new.at),
    }
    .insert(c)
    .await?;
    Ok(())
}

/// Whether a reviewer opened the name of a project in a review.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn is_open<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
    project: ProjectId,
    account: AccountId,
) -> Result<bool, StoreError> {
    let key = (review.uuid(), project.uuid(), account.uuid());
    Ok(review_opening::Entity::find_by_id(key).one(c).await?.is_some())
}

/// The projects whose names an account opened in a review.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn in_review<C: ConnectionTrait>(
    c: &C,
    review: ReviewId,
    account: AccountId,
) -> Result<BTreeSet<ProjectId>, StoreError> {
    let rows: Vec<uuid::Uuid> = review_opening::Entity::find()
        .select_only()
        .column(review_opening::Column::ProjectId)
        .filter(review_opening::Column::ReviewId.eq(review.uuid()))
        .filter(review_opening::Column::AccountId.eq(account.uuid()))
        .into_tuple()
        .all(c)
        .await?;
    Ok(rows.into_iter().map(ProjectId::from).collect())
}

/// The projects whose names an account opened, in whatever review.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn by<C: ConnectionTrait>(
    c: &C,
    account: AccountId,
) -> Result<BTreeSet<ProjectId>, StoreError> {
    let rows: Vec<uuid::Uuid> = review_opening::Entity::find()
        .select_only()
        .column(review_opening::Column::ProjectId)
        .distinct()
        .filter(review_opening::Column::AccountId.eq(account.uuid()))
        .into_tuple()
        .all(c)
        .await?;
    Ok(rows.into_iter().map(ProjectId::from).collect())
}

/// The openings of a project's name, each with the call beside which it was read, newest first.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn of_project<C: ConnectionTrait>(
    c: &C,
    project: ProjectId,
) -> Result<Vec<(CallId, Opening)>, StoreError> {
    let rows = review_opening::Entity::find()
        .filter(review_opening::Column::ProjectId.eq(project.uuid()))
        .order_by_desc(review_opening::Column::At)
        .all(c)
        .await?;
    let reviews: BTreeSet<uuid::Uuid> = rows.iter().map(|row| row.review_id).collect();
    let reviews: Vec<uuid::Uuid> = reviews.into_iter().collect();
    let mut calls = std::collections::BTreeMap::new();
    for chunk in reviews.chunks(bulk::IDS) {
        let found = review::Entity::find()
            .filter(review::Column::Id.is_in(chunk.iter().copied()))
            .all(c)
            .await?;
        calls.extend(found.into_iter().map(|row| (row.id, CallId::from(row.call_id))));
    }
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((*calls.get(&row.review_id)?, from_row(row))))
        .collect())
}

/// Who opened the name of a project before a moment, in whatever review.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn before<C: ConnectionTrait>(
    c: &C,
    project: ProjectId,
    moment: DateTime<Utc>,
) -> Result<BTreeSet<AccountId>, StoreError> {
    let rows = review_opening::Entity::find()
        .filter(review_opening::Column::ProjectId.eq(project.uuid()))
        .filter(review_opening::Column::At.lte(moment))
        .all(c)
        .await?;
    Ok(rows.into_iter().map(|row| row.account_id.into()).collect())
}
