//! Names that reviewers opened, and why.

use chrono::{DateTime, Utc};
use domain::{AccountId, CallId, ProjectId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder,
};

use crate::{StoreError, entity::name_opening};

/// A reviewer learnt whose a project is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The project.
    pub project: ProjectId,
    /// The reviewer.
    pub account: AccountId,
    /// The call beside which they read it.
    pub call: CallId,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Records an opening; one that is on record stays as it is.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn insert<C: ConnectionTrait>(c: &C, new: &Opening) -> Result<(), StoreError> {
    if is_open(c, new.project, new.account, new.call).await? {
        return Ok(());
    }
    name_opening::ActiveModel {
        project_id: Set(new.project.uuid()),
        account_id: Set(new.account.uuid()),
        call_id: Set(new.call.uuid()),
        reason: Set(new.reason.clone()),
        at: Set(new.at),
    }
    .insert(c)
    .await?;
    Ok(())
}

/// Whether a reviewer opened the name of a project beside a call.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn is_open<C: ConnectionTrait>(
    c: &C,
    project: ProjectId,
    account: AccountId,
    call: CallId,
) -> Result<bool, StoreError> {
    let key = (project.uuid(), account.uuid(), call.uuid());
    Ok(name_opening::Entity::find_by_id(key).one(c).await?.is_some())
}

/// The openings of a project's name, newest first.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn of_project<C: ConnectionTrait>(
    c: &C,
    project: ProjectId,
) -> Result<Vec<Opening>, StoreError> {
    let rows = name_opening::Entity::find()
        .filter(name_opening::Column::ProjectId.eq(project.uuid()))
        .order_by_desc(name_opening::Column::At)
        .all(c)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Opening {
            project: row.project_id.into(),
            account: row.account_id.into(),
            call: row.call_id.into(),
            reason: row.reason,
            at: row.at,
        })
        .collect())
}
