//! What forms were answered with, by their keys: a form that is sent twice makes one record, whichever
//! process it reaches.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
};
use uuid::Uuid;

use crate::{StoreError, entity::form_key};

/// The record that a form with this key made, if it was sent before.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn find<C: ConnectionTrait>(c: &C, key: &str) -> Result<Option<Uuid>, StoreError> {
    Ok(form_key::Entity::find_by_id(key.to_owned()).one(c).await?.map(|row| row.object_id))
}

/// Notes what a form made. Belongs into the transaction that makes it.
///
/// # Errors
/// [`StoreError::Database`], also when the key is there already.
pub async fn insert<C: ConnectionTrait>(
    c: &C,
    key: String,
    object: Uuid,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let row = form_key::ActiveModel { key: Set(key), object_id: Set(object), at: Set(at) };
    row.insert(c).await?;
    Ok(())
}

/// Forgets the forms that were sent before a moment. Returns how many.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_before<C: ConnectionTrait>(
    c: &C,
    before: DateTime<Utc>,
) -> Result<u64, StoreError> {
    let gone =
        form_key::Entity::delete_many().filter(form_key::Column::At.lt(before)).exec(c).await?;
    Ok(gone.rows_affected)
}
