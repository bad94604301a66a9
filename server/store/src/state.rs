//! What processes on one database tell each other: that there is something new, that all is locked.
//! A process asks now and then; the counts cost one query of three rows.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait as _},
};

use crate::{StoreError, entity::state};

/// What has changed, counted: another number than before means something new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Changes of calls, donors or names.
    pub calls: i64,
    /// Changes of projects or of who sees them.
    pub projects: i64,
    /// Whether every process is to stop answering and to forget what it holds.
    pub locked: bool,
    /// Up to which entry the trail was removed because it is not kept longer.
    pub trail_removed: i64,
}

/// What a change concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Calls, donors or names; projects as well.
    Calls,
    /// Projects or who sees them.
    Projects,
}

impl Part {
    const fn name(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Projects => "projects",
        }
    }
}

/// The present state.
///
/// # Errors
/// [`StoreError::Database`] when it cannot be read.
pub async fn read<C: ConnectionTrait>(c: &C) -> Result<State, StoreError> {
    let mut found = State::default();
    for row in state::Entity::find().all(c).await? {
        match row.name.as_str() {
            "calls" => found.calls = row.value,
            "projects" => found.projects = row.value,
            "locked" => found.locked = row.value != 0,
            "trail" => found.trail_removed = row.value,
            _ => {}
        }
    }
    Ok(found)
}

/// Tells the other processes that there is something new. Returns the count with this change, and none
/// that came later.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn changed<C: ConnectionTrait>(c: &C, part: Part) -> Result<i64, StoreError> {
    let rows = state::Entity::update_many()
        .col_expr(state::Column::Value, Expr::col(state::Column::Value).add(1))
        .filter(state::Column::Name.eq(part.name()))
        .exec_with_returning(c)
        .await?;
    Ok(rows.first().map_or(0, |row| row.value))
}

/// Locks every process on this database, or lets them answer again when they are next started.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn set_locked<C: ConnectionTrait>(c: &C, locked: bool) -> Result<(), StoreError> {
    set(c, "locked", i64::from(locked)).await
}

/// Notes up to which entry the trail was removed.
///
/// # Errors
/// [`StoreError::Database`].
pub(crate) async fn set_trail_removed<C: ConnectionTrait>(
    c: &C,
    number: i64,
) -> Result<(), StoreError> {
    set(c, "trail", number).await
}

async fn set<C: ConnectionTrait>(c: &C, name: &str, value: i64) -> Result<(), StoreError> {
    state::Entity::update_many()
        .col_expr(state::Column::Value, Expr::value(value))
        .filter(state::Column::Name.eq(name))
        .exec(c)
        .await?;
    Ok(())
}
