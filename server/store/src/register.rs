//! Registers of designated bodies, and what persons decided about donors beside them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    AccountId, Country, Designation, DonorId, EntryId, LegalStatusKind, RegisterEntry,
    RegisterList, fold::fold,
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, sea_query::OnConflict,
};
use uuid::Uuid;

use crate::{
    StoreError, bulk,
    entity::{donor_designation, register_entry, register_list, register_name},
    read,
};

fn list_of(row: &register_list::Model) -> Result<RegisterList, StoreError> {
    Ok(RegisterList {
        country: read(&row.country, "register_list", "country", Uuid::nil())?,
        kind: read(&row.kind, "register_list", "kind", Uuid::nil())?,
        date: row.date,
    })
}

/// The newest list of each country and kind.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn lists<C: ConnectionTrait>(c: &C) -> Result<Vec<RegisterList>, StoreError> {
    let rows = register_list::Entity::find()
        .order_by_asc(register_list::Column::Country)
        .order_by_asc(register_list::Column::Kind)
        .all(c)
        .await?;
    rows.iter().map(list_of).collect()
}

/// Notes which list is the newest of its country and kind.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn put_list<C: ConnectionTrait>(c: &C, list: RegisterList) -> Result<(), StoreError> {
    let row = register_list::Model {
        country: list.country.code().to_owned(),
        kind: list.kind.code().to_owned(),
        date: list.date,
    };
    let anew = OnConflict::columns([register_list::Column::Country, register_list::Column::Kind])
        .update_column(register_list::Column::Date)
        .to_owned();
    register_list::Entity::insert(row.into_active_model())
        .on_conflict(anew)
        .exec_without_returning(c)
        .await?;
    Ok(())
}

fn row_of(entry: &RegisterEntry) -> register_entry::Model {
    let of = &entry.designation;
    register_entry::Model {
        id: entry.id.uuid(),
        country: of.country.code().to_owned(),
        kind: of.kind.code().to_owned(),
        name: of.name.clone(),
        name_folded: fold(&of.name),
        decision: of.decision.clone(),
        since: of.since,
        until: of.until,
        source: of.source.clone(),
        listed: entry.listed,
        gone_since: entry.gone_since,
    }
}

fn names_of(entry: &RegisterEntry) -> Vec<register_name::ActiveModel> {
    let mut names: Vec<&str> = entry.designation.aliases.iter().map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    let id = entry.id.uuid();
    let row = |name: &str| register_name::ActiveModel { entry_id: Set(id), name: Set(name.into()) };
    names.into_iter().map(row).collect()
}

/// Every row of every register, or of the list of one country and kind, by name.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn entries<C: ConnectionTrait>(
    c: &C,
    of: Option<(Country, LegalStatusKind)>,
) -> Result<Vec<RegisterEntry>, StoreError> {
    let mut names: HashMap<Uuid, Vec<String>> = HashMap::new();
    let found = register_name::Entity::find().order_by_asc(register_name::Column::Name);
    for row in found.all(c).await? {
        names.entry(row.entry_id).or_default().push(row.name);
    }
    let mut found = register_entry::Entity::find()
        .order_by_asc(register_entry::Column::NameFolded)
        .order_by_asc(register_entry::Column::Id);
    if let Some((country, kind)) = of {
        found = found
            .filter(register_entry::Column::Country.eq(country.code()))
            .filter(register_entry::Column::Kind.eq(kind.code()));
    }
    let entry = |row: register_entry::Model| {
        Ok(RegisterEntry {
            id: row.id.into(),
            designation: Designation {
                country: read(&row.country, "register_entry", "country", row.id)?,
                kind: read(&row.kind, "register_entry", "kind", row.id)?,
                name: row.name,
                aliases: names.remove(&row.id).unwrap_or_default(),
                decision: row.decision,
                since: row.since,
                until: row.until,
                source: row.source,
            },
            listed: row.listed,
            gone_since: row.gone_since,
        })
    };
    found.all(c).await?.into_iter().map(entry).collect()
}

/// Adds rows that are not on record yet.
///
/// # Errors
/// [`StoreError::Database`], also when the list has a body of this name and day already.
pub async fn insert<C: ConnectionTrait>(
    c: &C,
    entries: &[RegisterEntry],
) -> Result<(), StoreError> {
    let rows = entries.iter().map(|entry| row_of(entry).into_active_model()).collect();
    bulk::insert(c, rows).await?;
    bulk::insert(c, entries.iter().flat_map(names_of).collect()).await?;
    Ok(())
}

/// Writes a row anew.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn update<C: ConnectionTrait>(c: &C, entry: &RegisterEntry) -> Result<(), StoreError> {
    register_entry::Entity::update(row_of(entry).into_active_model().reset_all()).exec(c).await?;
    register_name::Entity::delete_many()
        .filter(register_name::Column::EntryId.eq(entry.id.uuid()))
        .exec(c)
        .await?;
    bulk::insert(c, names_of(entry)).await?;
    Ok(())
}

/// What a person decided: whether a donor is a body that a register names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The donor.
    pub donor: DonorId,
    /// The row of the register.
    pub entry: EntryId,
    /// Whether they are one.
    pub is_it: bool,
    /// Who decided; `None` for the person at the machine.
    pub by: Option<AccountId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Everything that was decided.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn decisions<C: ConnectionTrait>(c: &C) -> Result<Vec<Decision>, StoreError> {
    let rows = donor_designation::Entity::find().all(c).await?;
    let decision = |row: donor_designation::Model| Decision {
        donor: row.donor_id.into(),
        entry: row.entry_id.into(),
        is_it: row.is_it,
        by: row.decided_by.map(Into::into),
        at: row.decided_at,
    };
    Ok(rows.into_iter().map(decision).collect())
}

/// Keeps a decision, in the place of an earlier one.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn decide<C: ConnectionTrait>(c: &C, decision: &Decision) -> Result<(), StoreError> {
    use donor_designation::Column::{DecidedAt, DecidedBy, DonorId, EntryId, IsIt};
    let row = donor_designation::Model {
        donor_id: decision.donor.uuid(),
        entry_id: decision.entry.uuid(),
        is_it: decision.is_it,
        decided_by: decision.by.map(AccountId::uuid),
        decided_at: decision.at,
    };
    let anew = OnConflict::columns([DonorId, EntryId])
        .update_columns([IsIt, DecidedBy, DecidedAt])
        .to_owned();
    donor_designation::Entity::insert(row.into_active_model())
        .on_conflict(anew)
        .exec_without_returning(c)
        .await?;
    Ok(())
}

/// Takes a decision back, so that the names decide again.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn undecide<C: ConnectionTrait>(
    c: &C,
    donor: DonorId,
    entry: EntryId,
) -> Result<(), StoreError> {
    donor_designation::Entity::delete_by_id((donor.uuid(), entry.uuid())).exec(c).await?;
    Ok(())
}
