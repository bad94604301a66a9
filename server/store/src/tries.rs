//! How often something was tried that could be guessed, counted for all processes on the database
//! together. Each count is one row with the second at which all its tries are worked off; a count
//! that is worked off says nothing any more and is removed.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};

use crate::{StoreError, entity::try_count};

/// How many tries are let through: `burst` at once, then one more after each `pause`, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Tries at once.
    pub burst: i64,
    /// Seconds until one more.
    pub pause: i64,
}

impl Pace {
    /// Up to when a count may be filled for one more try to be let through now.
    const fn last(self, now: i64) -> i64 {
        now + (self.burst - 1) * self.pause
    }
}

/// Counts a try and lets it through, or says in how many seconds one would be. Looking and counting
/// are one statement: of any number of tries at the same moment no more are let through than may.
///
/// `now` is in seconds. What is let through stays counted whatever comes of it, unless it is
/// [given back](give_back), so this does not belong into a transaction that may be rolled back.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn take<C: ConnectionTrait>(
    c: &C,
    whose: &str,
    pace: Pace,
    now: i64,
) -> Result<Result<(), i64>, StoreError> {
    let last = pace.last(now);
    // Most tries of a flood are refused here, without waiting for those who write.
    if let Some(wait) = read(c, whose).await?.map(|free_at| free_at - last).filter(|wait| *wait > 0)
    {
        return Ok(Err(wait));
    }
    let stored = || Expr::col((try_count::Entity, try_count::Column::FreeAt));
    let from = Expr::case(stored().lt(now), now).finally(stored());
    let more = OnConflict::column(try_count::Column::Whose)
        .value(try_count::Column::FreeAt, Expr::expr(from).add(pace.pause))
        .action_and_where(stored().lte(last))
        .to_owned();
    let first =
        try_count::ActiveModel { whose: Set(whose.to_owned()), free_at: Set(now + pace.pause) };
    let counted =
        try_count::Entity::insert(first).on_conflict(more).exec_without_returning(c).await?;
    if counted == 1 {
        return Ok(Ok(()));
    }
    // As many came at the same moment as may.
    let free_at = read(c, whose).await?.unwrap_or(last + pace.pause);
    let wait = free_at - last;
    Ok(Err(if wait > 0 { wait } else { 1 }))
}

async fn read<C: ConnectionTrait>(c: &C, whose: &str) -> Result<Option<i64>, StoreError> {
    let found = try_count::Entity::find_by_id(whose.to_owned()).one(c).await?;
    Ok(found.map(|row| row.free_at))
}

/// Takes a counted try back: it was right, and nobody guessed.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn give_back<C: ConnectionTrait>(
    c: &C,
    whose: &str,
    pace: Pace,
) -> Result<(), StoreError> {
    try_count::Entity::update_many()
        .col_expr(try_count::Column::FreeAt, Expr::col(try_count::Column::FreeAt).sub(pace.pause))
        .filter(try_count::Column::Whose.eq(whose))
        .exec(c)
        .await?;
    Ok(())
}

/// Removes counts that are worked off.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_done<C: ConnectionTrait>(c: &C, now: i64) -> Result<u64, StoreError> {
    let done = try_count::Entity::delete_many().filter(try_count::Column::FreeAt.lte(now));
    Ok(done.exec(c).await?.rows_affected)
}
