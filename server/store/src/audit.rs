//! The trail of who did what: accounts and identifiers, hours, never an address or a text. Each
//! entry holds the hash of the one before, so that a change of the past shows (`safety.md` T4, T5).

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::{AccountId, OrganisationId, code::hex};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{StoreError, entity::audit};

/// What happened, before it has its place in the trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act {
    /// Who; `None` for the person at the machine and the program itself.
    pub account: Option<AccountId>,
    /// What, as a stable code.
    pub act: &'static str,
    /// What kind of thing it was done to.
    pub object: &'static str,
    /// Which one.
    pub object_id: Option<Uuid>,
    /// The organisation it concerns.
    pub organisation: Option<OrganisationId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// An entry of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place, from 1 without gaps.
    pub number: i64,
    /// The hour in which it happened, UTC.
    pub hour: DateTime<Utc>,
    /// Who.
    pub account: Option<AccountId>,
    /// What.
    pub act: String,
    /// What kind of thing it was done to.
    pub object: String,
    /// Which one.
    pub object_id: Option<Uuid>,
    /// The organisation it concerns.
    pub organisation: Option<OrganisationId>,
}

/// What the first entry holds in the place of a hash.
const BEGINNING: &str = "waxwing";

/// SHA-256 over the previous hash and every field, each with its length before it.
fn hash(row: &audit::Model) -> String {
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let fields = [
        row.previous.clone(),
        row.number.to_string(),
        row.hour.timestamp().to_string(),
        id(row.account_id),
        row.act.clone(),
        row.object.clone(),
        id(row.object_id),
        id(row.organisation_id),
    ];
    let mut hasher = Sha256::new();
    for field in fields {
        hasher.update(field.len().to_string());
        hasher.update(":");
        hasher.update(field);
    }
    hex(&hasher.finalize())
}

/// Adds to the trail. Belongs into the transaction of what it tells of.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn append<C: ConnectionTrait>(c: &C, act: &Act) -> Result<(), StoreError> {
    let last = audit::Entity::find().order_by_desc(audit::Column::Number).limit(1).one(c).await?;
    let (number, previous) =
        last.map_or((1, BEGINNING.to_owned()), |last| (last.number + 1, last.hash));
    let mut row = audit::Model {
        number,
        hour: act.at.duration_trunc(TimeDelta::hours(1)).unwrap_or(act.at),
        account_id: act.account.map(AccountId::uuid),
        act: act.act.to_owned(),
        object: act.object.to_owned(),
        object_id: act.object_id,
        organisation_id: act.organisation.map(OrganisationId::uuid),
        previous,
        hash: String::new(),
    };
    row.hash = hash(&row);
    audit::ActiveModel {
        number: Set(row.number),
        hour: Set(row.hour),
        account_id: Set(row.account_id),
        act: Set(row.act),
        object: Set(row.object),
        object_id: Set(row.object_id),
        organisation_id: Set(row.organisation_id),
        previous: Set(row.previous),
        hash: Set(row.hash),
    }
    .insert(c)
    .await?;
    Ok(())
}

/// Whose part of the trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What an account did.
    Account(AccountId),
    /// What concerns an organisation.
    Organisation(OrganisationId),
    /// What concerns the server as a whole.
    Server,
}

/// A page of a part of the trail, newest first, and how many entries there are.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn page<C: ConnectionTrait>(
    c: &C,
    part: Part,
    page: u64,
    size: u64,
) -> Result<(Vec<Entry>, u64), StoreError> {
    let wanted = match part {
        Part::Account(id) => Condition::all().add(audit::Column::AccountId.eq(id.uuid())),
        Part::Organisation(id) => Condition::all().add(audit::Column::OrganisationId.eq(id.uuid())),
        Part::Server => Condition::all().add(audit::Column::OrganisationId.is_null()),
    };
    let found = audit::Entity::find().filter(wanted);
    let total = found.clone().count(c).await?;
    let rows = found
        .order_by_desc(audit::Column::Number)
        .offset(page.saturating_mul(size))
        .limit(size)
        .all(c)
        .await?;
    let entries = rows.into_iter().map(|row| Entry {
        number: row.number,
        hour: row.hour,
        account: row.account_id.map(Into::into),
        act: row.act,
        object: row.object,
        object_id: row.object_id,
        organisation: row.organisation_id.map(Into::into),
    });
    Ok((entries.collect(), total))
}

/// What is wrong with the trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The first entry that is not what was written, or whose predecessor is not.
    pub number: i64,
}

/// Removes the entries of hours before a moment, from the beginning on; the newest entry stays, so
/// that the next one has something to hold on to. Returns how many went.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_before<C: ConnectionTrait>(
    c: &C,
    before: DateTime<Utc>,
) -> Result<u64, StoreError> {
    let newest = || audit::Entity::find().order_by_desc(audit::Column::Number);
    let last = newest().limit(1).one(c).await?.map_or(0, |row| row.number);
    let old = newest()
        .filter(audit::Column::Hour.lt(before))
        .filter(audit::Column::Number.lt(last))
        .limit(1)
        .one(c)
        .await?;
    let Some(old) = old else { return Ok(0) };
    let gone =
        audit::Entity::delete_many().filter(audit::Column::Number.lte(old.number)).exec(c).await?;
    crate::state::set_trail_removed(c, old.number).await?;
    Ok(gone.rows_affected)
}

/// Checks the whole trail as far as it is kept. Returns the number of its last entry, or the first
/// that is wrong. An entry cut off at the end does not show here: keep the number.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn verify<C: ConnectionTrait>(c: &C) -> Result<Result<i64, Broken>, StoreError> {
    const STEP: u64 = 1000;
    let removed = crate::state::read(c).await?.trail_removed;
    // What the first kept entry holds of the one before it cannot be checked any more.
    let mut previous = (removed == 0).then(|| BEGINNING.to_owned());
    let mut number = removed;
    loop {
        let rows = audit::Entity::find()
            .filter(audit::Column::Number.gt(number))
            .order_by_asc(audit::Column::Number)
            .limit(STEP)
            .all(c)
            .await?;
        if rows.is_empty() {
            return Ok(Ok(number));
        }
        for row in rows {
            let next = number + 1;
            let follows = previous.as_ref().is_none_or(|previous| row.previous == *previous);
            if row.number != next || !follows || row.hash != hash(&row) {
                return Ok(Err(Broken { number: next }));
            }
            number = next;
            previous = Some(row.hash);
        }
    }
}
