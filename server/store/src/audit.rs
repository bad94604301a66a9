//! The trail of who did what: accounts and identifiers, hours, never an address or a text. Each
//! entry holds the hash of the one before, so that a change of the past shows (`safety.md` T4, T5).
//!
//! The hash of an entry is made with a key that lies outside of the database ([`crate::seal`]), and
//! so does a copy of the newest one, the anchor: whoever writes into the database only can neither
//! rewrite the trail nor cut anything off it unseen. Entries from before there was a key are hashed
//! without one; the first entry under the key holds on to them.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::{AccountId, OrganisationId, code::hex};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    StoreError,
    entity::audit,
    seal::{self, KnownKey, TrailKey},
};

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

/// The previous hash and every field, hashed under the key; without one by SHA-256 alone.
fn hash(row: &audit::Model, key: Option<&TrailKey>) -> String {
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
    if let Some(key) = key {
        return key.sign(&fields);
    }
    let mut hasher = Sha256::new();
    for field in fields {
        hasher.update(field.len().to_string());
        hasher.update(":");
        hasher.update(field);
    }
    hex(&hasher.finalize())
}

/// The newest entry, or one that was: its number, and its hash, which depends on all before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number; 0 where there is no entry yet.
    pub number: i64,
    /// Its hash.
    pub hash: String,
}

/// The newest entry.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn head<C: ConnectionTrait>(c: &C) -> Result<Head, StoreError> {
    let last = audit::Entity::find().order_by_desc(audit::Column::Number).limit(1).one(c).await?;
    Ok(last.map_or(Head { number: 0, hash: BEGINNING.to_owned() }, |last| Head {
        number: last.number,
        hash: last.hash,
    }))
}

/// The hash of an entry; `None` when there is none of this number.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn hash_of<C: ConnectionTrait>(c: &C, number: i64) -> Result<Option<String>, StoreError> {
    Ok(audit::Entity::find_by_id(number).one(c).await?.map(|row| row.hash))
}

/// What the first kept entry holds of the one before it.
pub(crate) async fn before_first<C: ConnectionTrait>(c: &C) -> Result<Option<String>, StoreError> {
    let first = audit::Entity::find().order_by_asc(audit::Column::Number).limit(1).one(c).await?;
    Ok(Some(first.map_or(BEGINNING.to_owned(), |first| first.previous)))
}

/// Adds to the trail, under the key that the database knows. Belongs into the transaction of what it
/// tells of. Returns the number of the entry.
///
/// # Errors
/// [`StoreError::TrailKey`] when the key is not the one in use; [`StoreError::Database`].
pub async fn append<C: ConnectionTrait>(
    c: &C,
    key: Option<&TrailKey>,
    act: &Act,
) -> Result<i64, StoreError> {
    let in_use = seal::in_use(c).await?.map(|known| known.name);
    if in_use != key.map(TrailKey::name) {
        return Err(StoreError::TrailKey);
    }
    let last = head(c).await?;
    let (number, previous) = (last.number + 1, last.hash);
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
    row.hash = hash(&row, key);
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
    Ok(number)
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

/// Removes the entries of hours before a moment, from the beginning on; the newest entry stays, so
/// that the next one has something to hold on to. How far this went is noted under the key, in the
/// same transaction. Returns how many went.
///
/// Nothing is removed from a trail that does not hold, and the first thing that is wrong comes back:
/// otherwise whoever sets back the hours of entries in the database has the program itself remove
/// them and sign that all is well.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_before<C: ConnectionTrait>(
    c: &C,
    key: Option<&TrailKey>,
    before: DateTime<Utc>,
) -> Result<Result<u64, Broken>, StoreError> {
    if let Err(broken) = check(c, key, &seal::known(c).await?, None).await? {
        return Ok(Err(broken));
    }
    let newest = || audit::Entity::find().order_by_desc(audit::Column::Number);
    let last = newest().limit(1).one(c).await?.map_or(0, |row| row.number);
    let old = newest()
        .filter(audit::Column::Hour.lt(before))
        .filter(audit::Column::Number.lt(last))
        .limit(1)
        .one(c)
        .await?;
    let Some(old) = old else { return Ok(Ok(0)) };
    let gone =
        audit::Entity::delete_many().filter(audit::Column::Number.lte(old.number)).exec(c).await?;
    crate::state::set_trail_removed(c, old.number).await?;
    if let Some(key) = key {
        let last = Head { number: old.number, hash: old.hash };
        seal::note_removed(c, key, &last).await?;
    }
    Ok(Ok(gone.rows_affected))
}

/// A trail in which everything is as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holds {
    /// The number of its last entry.
    pub entries: i64,
    /// How many of the first were removed because their time was over.
    pub removed: i64,
    /// How many of them came after the anchor: it is written after them, and a crash may come between.
    pub newer: i64,
    /// Up to which entry they are signed with keys that are lost: that these hang together is all that
    /// can be said of them.
    pub lost: i64,
}

/// What is wrong with the trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// An entry is not what was written.
    Changed(i64),
    /// Entries are missing: the first and the last of them.
    Missing(i64, i64),
    /// The entry at which the trail is anchored is another one: it was written anew from there or from
    /// before.
    Rewritten(i64),
    /// What the database says of keys, or of how much was removed by age, is not what the program said.
    Note,
    /// The key of the trail is not here.
    Key,
    /// The anchor is not here, or is none.
    Anchor,
}

/// Checks the whole trail as far as it is kept, up to its end and up to the anchor, which is read
/// before: entries that are newer than it are fine, entries that are missing before it are not.
/// Returns the first thing that is wrong.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn verify<C: ConnectionTrait>(
    c: &C,
    key: Option<&TrailKey>,
    anchor: Option<&Head>,
) -> Result<Result<Holds, Broken>, StoreError> {
    loop {
        let known = seal::known(c).await?;
        let result = check(c, key, &known, anchor).await?;
        // Entries may have been removed by age meanwhile.
        if result.is_ok() || seal::known(c).await? == known {
            return Ok(result);
        }
    }
}

async fn check<C: ConnectionTrait>(
    c: &C,
    key: Option<&TrailKey>,
    known: &[KnownKey],
    anchor: Option<&Head>,
) -> Result<Result<Holds, Broken>, StoreError> {
    const STEP: u64 = 1000;
    let (removed, mut previous) = match (known.last(), key) {
        (Some(last), Some(key)) if last.name == key.name() => {
            if !seal::holds(key, known) {
                return Ok(Err(Broken::Note));
            }
            (last.removed, last.before_kept().map(str::to_owned))
        }
        (None, None) => {
            let removed = crate::state::read(c).await?.trail_removed;
            // What the first kept entry holds of the one before it cannot be checked any more.
            (removed, (removed == 0).then(|| BEGINNING.to_owned()))
        }
        _ => return Ok(Err(Broken::Key)),
    };
    // What stands before the first entry that is kept was never written by the program.
    let before = audit::Entity::find().filter(audit::Column::Number.lte(removed));
    let before = before.order_by_asc(audit::Column::Number).limit(1).one(c).await?;
    if let Some(row) = before {
        return Ok(Err(Broken::Changed(row.number)));
    }
    let first_of_all = known.first().map_or(i64::MAX, |known| known.first);
    let first_in_use = known.last().map_or(i64::MAX, |known| known.first);
    let mut number = removed;
    loop {
        let rows = audit::Entity::find()
            .filter(audit::Column::Number.gt(number))
            .order_by_asc(audit::Column::Number)
            .limit(STEP)
            .all(c)
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            let next = number + 1;
            if row.number != next {
                return Ok(Err(Broken::Missing(next, row.number - 1)));
            }
            let follows = previous.as_ref().is_none_or(|previous| row.previous == *previous);
            let own = if row.number >= first_in_use {
                row.hash == hash(&row, key)
            } else if row.number < first_of_all {
                row.hash == hash(&row, None)
            } else {
                // Under a key that is lost.
                true
            };
            if !follows || !own {
                return Ok(Err(Broken::Changed(next)));
            }
            if anchor.is_some_and(|anchor| anchor.number == next && anchor.hash != row.hash) {
                return Ok(Err(Broken::Rewritten(next)));
            }
            number = next;
            previous = Some(row.hash);
        }
    }
    let anchored = anchor.map_or(number, |anchor| anchor.number);
    if anchored > number {
        return Ok(Err(Broken::Missing(number + 1, anchored)));
    }
    let lost = if first_of_all < first_in_use { first_in_use - 1 } else { 0 };
    Ok(Ok(Holds { entries: number, removed, newer: number - anchored, lost }))
}
