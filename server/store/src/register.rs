//! Registers of designated bodies, and what persons decided about donors beside them.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    AccountId, Country, Designation, DonorId, EntryId, LegalStatusKind, RegisterEntry,
    RegisterList, fold::fold,
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait,
    IntoActiveModel, PaginatorTrait as _, QueryFilter, QueryOrder, sea_query::OnConflict,
};
use uuid::Uuid;

use crate::{
    StoreError, bulk,
    entity::{
        donor_designation, register_entry, register_import, register_list, register_name,
        register_undo,
    },
    read,
};

fn unreadable(id: Uuid, error: &serde_json::Error) -> StoreError {
    let (table, column) = ("register_undo", "was");
    StoreError::Unreadable { table, column, id: id.to_string(), detail: error.to_string() }
}

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

/// Takes back that there is a list of a country and kind.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn drop_list<C: ConnectionTrait>(
    c: &C,
    (country, kind): (Country, LegalStatusKind),
) -> Result<(), StoreError> {
    let key = (country.code().to_owned(), kind.code().to_owned());
    register_list::Entity::delete_by_id(key).exec(c).await?;
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

/// Removes a row and what was decided about it.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn remove<C: ConnectionTrait>(c: &C, id: EntryId) -> Result<(), StoreError> {
    register_entry::Entity::delete_by_id(id.uuid()).exec(c).await?;
    Ok(())
}

/// A file that was read into the register of one country and kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Identifier.
    pub id: Uuid,
    /// Whose law, what it declares, for which day.
    pub list: RegisterList,
    /// Counts the imports of that country and kind, from 1.
    pub number: i32,
    /// The day of the list that was on record before.
    pub before: Option<NaiveDate>,
    /// When it was read.
    pub at: DateTime<Utc>,
    /// How many rows it added.
    pub new: u64,
    /// How many rows it wrote anew.
    pub changed: u64,
}

/// Notes an import and how the rows were that it wrote: `None` for new ones.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub async fn note_import<C: ConnectionTrait>(
    c: &C,
    (id, list, before): (Uuid, RegisterList, Option<NaiveDate>),
    at: DateTime<Utc>,
    rows: &[(EntryId, Option<&RegisterEntry>)],
) -> Result<(), StoreError> {
    let newest = last_import(c, (list.country, list.kind)).await?;
    let row = register_import::Model {
        id,
        country: list.country.code().to_owned(),
        kind: list.kind.code().to_owned(),
        number: newest.map_or(1, |newest| newest.number.saturating_add(1)),
        date: list.date,
        before,
        at,
    };
    register_import::Entity::insert(row.into_active_model()).exec_without_returning(c).await?;
    let undo = |(entry, was): &(EntryId, Option<&RegisterEntry>)| {
        let was = was.map(serde_json::to_string).transpose();
        let was = was.map_err(|error| unreadable(entry.uuid(), &error))?;
        Ok(register_undo::ActiveModel {
            import_id: Set(id),
            entry_id: Set(entry.uuid()),
            was: Set(was),
        })
    };
    let rows: Vec<_> = rows.iter().map(undo).collect::<Result<_, StoreError>>()?;
    bulk::insert(c, rows).await?;
    Ok(())
}

async fn last_import<C: ConnectionTrait>(
    c: &C,
    (country, kind): (Country, LegalStatusKind),
) -> Result<Option<register_import::Model>, StoreError> {
    let found = register_import::Entity::find()
        .filter(register_import::Column::Country.eq(country.code()))
        .filter(register_import::Column::Kind.eq(kind.code()))
        .order_by_desc(register_import::Column::Number);
    Ok(found.one(c).await?)
}

/// The newest import of a country and kind.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn newest_import<C: ConnectionTrait>(
    c: &C,
    of: (Country, LegalStatusKind),
) -> Result<Option<Import>, StoreError> {
    let Some(row) = last_import(c, of).await? else { return Ok(None) };
    let rows = register_undo::Entity::find().filter(register_undo::Column::ImportId.eq(row.id));
    let new = rows.clone().filter(register_undo::Column::Was.is_null()).count(c).await?;
    let all = rows.count(c).await?;
    Ok(Some(Import {
        id: row.id,
        list: RegisterList { country: of.0, kind: of.1, date: row.date },
        number: row.number,
        before: row.before,
        at: row.at,
        new,
        changed: all.saturating_sub(new),
    }))
}

/// The rows that an import wrote, as they were before: `None` for those that it added.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn before_import<C: ConnectionTrait>(
    c: &C,
    id: Uuid,
) -> Result<Vec<(EntryId, Option<RegisterEntry>)>, StoreError> {
    let found = register_undo::Entity::find().filter(register_undo::Column::ImportId.eq(id));
    let row = |row: register_undo::Model| {
        let was = row.was.as_deref().map(serde_json::from_str).transpose();
        Ok((row.entry_id.into(), was.map_err(|error| unreadable(row.entry_id, &error))?))
    };
    found.all(c).await?.into_iter().map(row).collect()
}

/// Forgets an import, so that the one before it is the newest.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn forget_import<C: ConnectionTrait>(c: &C, id: Uuid) -> Result<(), StoreError> {
    register_import::Entity::delete_by_id(id).exec(c).await?;
    Ok(())
}

/// Forgets every import of a country and kind: what is on record now cannot be taken back.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn forget_imports<C: ConnectionTrait>(
    c: &C,
    (country, kind): (Country, LegalStatusKind),
) -> Result<(), StoreError> {
    register_import::Entity::delete_many()
        .filter(register_import::Column::Country.eq(country.code()))
        .filter(register_import::Column::Kind.eq(kind.code()))
        .exec(c)
        .await?;
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

/// Forgets that a donor was decided to be another body than some rows of registers name: its names are
/// other ones now.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn forget_clearings<C: ConnectionTrait>(c: &C, donor: DonorId) -> Result<(), StoreError> {
    donor_designation::Entity::delete_many()
        .filter(donor_designation::Column::DonorId.eq(donor.uuid()))
        .filter(donor_designation::Column::IsIt.eq(false))
        .exec(c)
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
