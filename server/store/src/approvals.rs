//! Acts that wait for a second person.

use chrono::{DateTime, Utc};
use domain::{AccountId, ApprovalId, OrganisationId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use crate::{StoreError, entity::approval};

/// An act that one person asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Identifier.
    pub id: ApprovalId,
    /// What, as a stable code.
    pub act: String,
    /// To what.
    pub object: Uuid,
    /// The organisation it concerns.
    pub organisation: Option<OrganisationId>,
    /// Who asked.
    pub asked_by: AccountId,
    /// When.
    pub asked_at: DateTime<Utc>,
}

fn from_row(row: approval::Model) -> Approval {
    Approval {
        id: row.id.into(),
        act: row.act,
        object: row.object_id,
        organisation: row.organisation_id.map(Into::into),
        asked_by: row.asked_by.into(),
        asked_at: row.asked_at,
    }
}

/// Records that somebody asks.
///
/// # Errors
/// [`StoreError::Database`], also when the same act was asked for already
/// ([`crate::db::is_taken`]).
pub async fn insert<C: ConnectionTrait>(c: &C, new: &Approval) -> Result<(), StoreError> {
    approval::ActiveModel {
        id: Set(new.id.uuid()),
        act: Set(new.act.clone()),
        object_id: Set(new.object),
        organisation_id: Set(new.organisation.map(OrganisationId::uuid)),
        asked_by: Set(new.asked_by.uuid()),
        asked_at: Set(new.asked_at),
    }
    .insert(c)
    .await?;
    Ok(())
}

/// One of them.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn get<C: ConnectionTrait>(
    c: &C,
    id: ApprovalId,
) -> Result<Option<Approval>, StoreError> {
    Ok(approval::Entity::find_by_id(id.uuid()).one(c).await?.map(from_row))
}

/// Those asked for after a moment that concern an organisation, or the server as a whole.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn waiting<C: ConnectionTrait>(
    c: &C,
    organisation: Option<OrganisationId>,
    after: DateTime<Utc>,
) -> Result<Vec<Approval>, StoreError> {
    let found = approval::Entity::find().filter(approval::Column::AskedAt.gt(after));
    let found = match organisation {
        Some(id) => found.filter(approval::Column::OrganisationId.eq(id.uuid())),
        None => found.filter(approval::Column::OrganisationId.is_null()),
    };
    let rows = found.order_by_asc(approval::Column::AskedAt).all(c).await?;
    Ok(rows.into_iter().map(from_row).collect())
}

/// Takes one off the list. `false` when somebody else just did.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete<C: ConnectionTrait>(c: &C, id: ApprovalId) -> Result<bool, StoreError> {
    Ok(approval::Entity::delete_by_id(id.uuid()).exec(c).await?.rows_affected == 1)
}

/// Removes those asked for before a moment.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_before<C: ConnectionTrait>(
    c: &C,
    moment: DateTime<Utc>,
) -> Result<(), StoreError> {
    approval::Entity::delete_many().filter(approval::Column::AskedAt.lte(moment)).exec(c).await?;
    Ok(())
}
