//! What was read of each call, kept beside it: it goes with the call, and whoever finds it made of
//! another state of the call, or by other means, makes it anew.

use domain::CallId;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::OnConflict,
};
use uuid::Uuid;

use crate::{StoreError, entity::call_reading};

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

/// Those of the calls from one identifier to another, both included, in that order.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn between<C: ConnectionTrait>(
    c: &C,
    first: CallId,
    last: CallId,
) -> Result<Vec<Reading>, StoreError> {
    let rows: Vec<(Uuid, String, String)> = call_reading::Entity::find()
        .select_only()
        .column(call_reading::Column::CallId)
        .column(call_reading::Column::Made)
        .column(call_reading::Column::Reading)
        .filter(call_reading::Column::CallId.between(first.uuid(), last.uuid()))
        .order_by_asc(call_reading::Column::CallId)
        .into_tuple()
        .all(c)
        .await?;
    let reading = |(call, made, text): (Uuid, _, _)| Reading { call: call.into(), made, text };
    Ok(rows.into_iter().map(reading).collect())
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
