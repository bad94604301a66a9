//! Signed-in browsers. The database knows a token only by its hash.

use chrono::{DateTime, Utc};
use domain::{AccountId, SessionId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder,
};

use crate::{
    StoreError, TenantScope,
    accounts::{self, Account},
    entity::session,
};

/// A signed-in browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Identifier.
    pub id: SessionId,
    /// Whose it is.
    pub account: AccountId,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was last used, at most a minute late.
    pub seen_at: DateTime<Utc>,
}

/// Since when a session must have been begun and used to be alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alive {
    /// Begun after this moment.
    pub created_after: DateTime<Utc>,
    /// Used after this moment.
    pub seen_after: DateTime<Utc>,
}

fn from_row(row: &session::Model) -> Session {
    Session {
        id: row.id.into(),
        account: row.account_id.into(),
        created_at: row.created_at,
        seen_at: row.seen_at,
    }
}

/// Begins a session.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn insert<C: ConnectionTrait>(
    c: &C,
    new: &Session,
    token_hash: String,
) -> Result<(), StoreError> {
    session::ActiveModel {
        id: Set(new.id.uuid()),
        account_id: Set(new.account.uuid()),
        token_hash: Set(token_hash),
        created_at: Set(new.created_at),
        seen_at: Set(new.seen_at),
    }
    .insert(c)
    .await?;
    Ok(())
}

/// Who asks, by the hash of the token their browser holds. `None` when there is no such session, it
/// is over, or its account is gone or disabled. The one place where a scope for an account is made.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn authenticate<C: ConnectionTrait>(
    c: &C,
    token_hash: &str,
    alive: Alive,
) -> Result<Option<(TenantScope, Session, Account)>, StoreError> {
    let found = session::Entity::find()
        .filter(session::Column::TokenHash.eq(token_hash))
        .filter(session::Column::CreatedAt.gt(alive.created_after))
        .filter(session::Column::SeenAt.gt(alive.seen_after))
        .one(c)
        .await?;
    let Some(session) = found.as_ref().map(from_row) else { return Ok(None) };
    let Some((account, _)) = accounts::get(c, session.account).await? else { return Ok(None) };
    if account.disabled {
        return Ok(None);
    }
    let grants = accounts::grants(c, &account).await?;
    Ok(Some((TenantScope::account(account.id, grants), session, account)))
}

/// Notes that a session is used.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn touch<C: ConnectionTrait>(
    c: &C,
    id: SessionId,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    session::Entity::update_many()
        .col_expr(session::Column::SeenAt, sea_orm::sea_query::Expr::value(at))
        .filter(session::Column::Id.eq(id.uuid()))
        .exec(c)
        .await?;
    Ok(())
}

/// The sessions of an account that are alive, newest first.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn of_account<C: ConnectionTrait>(
    c: &C,
    account: AccountId,
    alive: Alive,
) -> Result<Vec<Session>, StoreError> {
    let rows = session::Entity::find()
        .filter(session::Column::AccountId.eq(account.uuid()))
        .filter(session::Column::CreatedAt.gt(alive.created_after))
        .filter(session::Column::SeenAt.gt(alive.seen_after))
        .order_by_desc(session::Column::CreatedAt)
        .all(c)
        .await?;
    Ok(rows.iter().map(from_row).collect())
}

/// Which sessions of an account end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// This one.
    One(SessionId),
    /// All but this one.
    Others(SessionId),
    /// All.
    All,
}

/// Ends sessions of an account. Returns how many there were.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn end<C: ConnectionTrait>(
    c: &C,
    account: AccountId,
    which: Ending,
) -> Result<u64, StoreError> {
    let mine = session::Entity::delete_many().filter(session::Column::AccountId.eq(account.uuid()));
    let ending = match which {
        Ending::One(id) => mine.filter(session::Column::Id.eq(id.uuid())),
        Ending::Others(id) => mine.filter(session::Column::Id.ne(id.uuid())),
        Ending::All => mine,
    };
    Ok(ending.exec(c).await?.rows_affected)
}

/// Ends every session: the server is locked.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn end_all<C: ConnectionTrait>(c: &C) -> Result<u64, StoreError> {
    Ok(session::Entity::delete_many().exec(c).await?.rows_affected)
}

/// Removes sessions that are over.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_dead<C: ConnectionTrait>(c: &C, alive: Alive) -> Result<u64, StoreError> {
    let dead = sea_orm::Condition::any()
        .add(session::Column::CreatedAt.lte(alive.created_after))
        .add(session::Column::SeenAt.lte(alive.seen_after));
    Ok(session::Entity::delete_many().filter(dead).exec(c).await?.rows_affected)
}
