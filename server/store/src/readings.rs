//! What was read of each call, kept beside it: it goes with the call, and whoever finds it made of
//! another state of the call, or by other means, makes it anew.

use domain::CallId;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, sea_query::OnConflict,
};
use uuid::Uuid;

use crate::{
    StoreError,
    calls::{Head, Versions, heads_query},
    entity::{call, call_reading},
};

/// What was read of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The call.
    pub call: CallId,
    /// Of which state of the call it was made, and by what.
    pub made: String,
    /// The reading.
    pub text: String,
}

/// A call with its head, and what is kept of it: of which state and by what that was made, and the
/// reading itself.
pub type Row = (CallId, Head, Option<(String, String)>);

/// The next `limit` calls after an identifier and up to another one, in the order of identifiers: pages
/// of this kind never pin a connection. Versions are read before; see [`crate::calls::heads`].
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn after<C: ConnectionTrait>(
    c: &C,
    versions: &Versions,
    (last, until): (Option<CallId>, Option<CallId>),
    limit: u64,
) -> Result<Vec<Row>, StoreError> {
    let kept = call::Entity::belongs_to(call_reading::Entity)
        .from(call::Column::Id)
        .to(call_reading::Column::CallId);
    let mut query = heads_query()
        .column(call_reading::Column::Made)
        .column(call_reading::Column::Reading)
        .join(JoinType::LeftJoin, kept.into())
        .order_by_asc(call::Column::Id)
        .limit(limit);
    if let Some(last) = last {
        query = query.filter(call::Column::Id.gt(last.uuid()));
    }
    if let Some(until) = until {
        query = query.filter(call::Column::Id.lte(until.uuid()));
    }
    let rows: Vec<(Uuid, Uuid, _, _, Option<String>, Option<String>)> =
        query.into_tuple().all(c).await?;
    let row =
        |(id, donor, first_seen, changed_at, made, text): (Uuid, Uuid, _, _, Option<_>, _)| {
            let (id, head) = versions.head((id, donor, first_seen, changed_at));
            (id, head, made.zip(text))
        };
    Ok(rows.into_iter().map(row).collect())
}

/// Rows written in one statement; each may have many thousand letters.
const ROWS: usize = 256;

/// Keeps readings in the place of those that there were.
///
/// # Errors
/// [`StoreError::Database`], also when a call is no longer there.
pub async fn put<C: ConnectionTrait>(c: &C, readings: Vec<Reading>) -> Result<(), StoreError> {
    let newer = OnConflict::column(call_reading::Column::CallId)
        .update_columns([call_reading::Column::Made, call_reading::Column::Reading])
        .to_owned();
    let mut rows = readings.into_iter().map(|reading| call_reading::ActiveModel {
        call_id: Set(reading.call.uuid()),
        made: Set(reading.made),
        reading: Set(reading.text),
    });
    loop {
        let some: Vec<_> = rows.by_ref().take(ROWS).collect();
        if some.is_empty() {
            return Ok(());
        }
        call_reading::Entity::insert_many(some)
            .on_conflict(newer.clone())
            .exec_without_returning(c)
            .await?;
    }
}
