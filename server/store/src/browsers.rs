//! Browsers in which somebody has signed in to an account before. The database knows the token of
//! one only by its hash. It opens nothing: it tells its owner's tries from those of strangers.

use chrono::{DateTime, Utc};
use domain::AccountId;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::OnConflict,
};

use crate::{StoreError, entity::known_browser};

/// The most browsers an account is known in; the one that would be forgotten first makes room.
const MOST: usize = 20;

/// Whether an account is known in the browser with this token.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn is_known<C: ConnectionTrait>(
    c: &C,
    account: AccountId,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    Ok(known_browser::Entity::find_by_id(token_hash.to_owned())
        .filter(known_browser::Column::AccountId.eq(account.uuid()))
        .filter(known_browser::Column::Until.gt(now))
        .count(c)
        .await?
        > 0)
}

/// Remembers a browser until a moment, and forgets those whose time is over.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn remember<C: ConnectionTrait>(
    c: &C,
    account: AccountId,
    token_hash: String,
    (now, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), StoreError> {
    delete_over(c, now).await?;
    let row = known_browser::ActiveModel {
        token_hash: Set(token_hash),
        account_id: Set(account.uuid()),
        until: Set(until),
    };
    let again = OnConflict::column(known_browser::Column::TokenHash)
        .update_column(known_browser::Column::Until)
        .to_owned();
    known_browser::Entity::insert(row).on_conflict(again).exec_without_returning(c).await?;
    let all: Vec<String> = known_browser::Entity::find()
        .select_only()
        .column(known_browser::Column::TokenHash)
        .filter(known_browser::Column::AccountId.eq(account.uuid()))
        .order_by_desc(known_browser::Column::Until)
        .into_tuple()
        .all(c)
        .await?;
    let too_many: Vec<String> = all.into_iter().skip(MOST).collect();
    if !too_many.is_empty() {
        known_browser::Entity::delete_many()
            .filter(known_browser::Column::TokenHash.is_in(too_many))
            .exec(c)
            .await?;
    }
    Ok(())
}

/// In how many browsers an account is known.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn count<C: ConnectionTrait>(
    c: &C,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<u64, StoreError> {
    Ok(known_browser::Entity::find()
        .filter(known_browser::Column::AccountId.eq(account.uuid()))
        .filter(known_browser::Column::Until.gt(now))
        .count(c)
        .await?)
}

/// Forgets every browser of an account.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn forget<C: ConnectionTrait>(c: &C, account: AccountId) -> Result<(), StoreError> {
    known_browser::Entity::delete_many()
        .filter(known_browser::Column::AccountId.eq(account.uuid()))
        .exec(c)
        .await?;
    Ok(())
}

/// Forgets the browsers whose time is over.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_over<C: ConnectionTrait>(c: &C, now: DateTime<Utc>) -> Result<(), StoreError> {
    known_browser::Entity::delete_many()
        .filter(known_browser::Column::Until.lte(now))
        .exec(c)
        .await?;
    Ok(())
}
