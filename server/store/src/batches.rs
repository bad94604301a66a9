//! Committed imports: what, when, by which account, how much. No file names, no texts.

use chrono::{DateTime, Utc};
use domain::BatchId;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, sea_query::Expr,
};

use crate::{StoreError, entity::import_batch};

/// One committed import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Identifier.
    pub id: BatchId,
    /// `calls` or `projects`.
    pub kind: String,
    /// Code of the format.
    pub format: String,
    /// Who did it, as an account.
    pub actor: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Records that were not on record before.
    pub added: i64,
    /// Records that changed.
    pub changed: i64,
    /// Records that were the same.
    pub unchanged: i64,
    /// Records that were refused.
    pub refused: i64,
}

/// Records an import.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn insert<C: ConnectionTrait>(c: &C, batch: Batch) -> Result<(), StoreError> {
    let row = import_batch::ActiveModel {
        id: Set(batch.id.uuid()),
        kind: Set(batch.kind),
        format: Set(batch.format),
        actor: Set(batch.actor),
        at: Set(batch.at),
        added: Set(batch.added),
        changed: Set(batch.changed),
        unchanged: Set(batch.unchanged),
        refused: Set(batch.refused),
    };
    row.insert(c).await?;
    Ok(())
}

/// How many imports were committed.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn count<C: ConnectionTrait>(c: &C) -> Result<u64, StoreError> {
    Ok(import_batch::Entity::find().count(c).await?)
}

/// Forgets who imported files before a moment; what was imported stays on record.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn forget_actors<C: ConnectionTrait>(
    c: &C,
    before: DateTime<Utc>,
) -> Result<u64, StoreError> {
    let forgotten = import_batch::Entity::update_many()
        .col_expr(import_batch::Column::Actor, Expr::value(""))
        .filter(import_batch::Column::At.lt(before))
        .filter(import_batch::Column::Actor.ne(""))
        .exec(c)
        .await?;
    Ok(forgotten.rows_affected)
}
