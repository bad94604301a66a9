//! Many rows at once, within the databases' limit on bound values.

use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, Iterable};

/// Bound values per statement: `SQLite` allows 32,766 and `PostgreSQL` 65,535.
const VALUES: usize = 32_000;

/// Ids per `IN (…)`.
pub(crate) const IDS: usize = 500;

/// Inserts rows in as few statements as the limit allows.
pub(crate) async fn insert<C, A>(c: &C, rows: Vec<A>) -> Result<(), DbErr>
where
    C: ConnectionTrait,
    A: ActiveModelTrait,
{
    let columns = <A::Entity as EntityTrait>::Column::iter().count().max(1);
    let mut rows = rows.into_iter();
    loop {
        let chunk: Vec<A> = rows.by_ref().take(VALUES / columns).collect();
        if chunk.is_empty() {
            return Ok(());
        }
        <A::Entity as EntityTrait>::insert_many(chunk).exec_without_returning(c).await?;
    }
}
