//! Donors with their aliases and legal statuses, and which of them are one.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{Country, Donor, DonorId, LegalStatus, LegalStatusKind, fold::fold};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
    sea_query::{Expr, OnConflict, Query},
};

use crate::{
    StoreError, bulk,
    entity::{call, donor, donor_alias, donor_designation, donor_merge, donor_status},
    read, read_opt,
};

fn row_of(donor: &Donor, demonstration: bool) -> donor::Model {
    donor::Model {
        id: donor.id.uuid(),
        name: donor.name.clone(),
        name_folded: fold(&donor.name),
        kind: donor.kind.map(|kind| kind.code().to_owned()),
        country: donor.country.map(|country| country.code().to_owned()),
        parent_id: donor.parent.map(DonorId::uuid),
        demonstration,
    }
}

fn aliases_of(donor: &Donor) -> Vec<donor_alias::ActiveModel> {
    let mut names = donor.aliases.clone();
    names.sort();
    names.dedup();
    let id = donor.id.uuid();
    let row = |name| donor_alias::ActiveModel { donor_id: Set(id), name: Set(name) };
    names.into_iter().map(row).collect()
}

fn status_of(donor: DonorId, status: &LegalStatus) -> donor_status::ActiveModel {
    donor_status::Model {
        donor_id: donor.uuid(),
        jurisdiction: status.jurisdiction.code().to_owned(),
        kind: status.kind.code().to_owned(),
        since: status.since,
        source: status.source.clone(),
        decision: status.decision.clone(),
        until: status.until,
    }
    .into_active_model()
}

/// Adds donors; a parent comes before its children.
///
/// # Errors
/// [`StoreError::Database`], also when a name is taken.
pub async fn insert<C: ConnectionTrait>(
    c: &C,
    donors: &[Donor],
    demonstration: bool,
) -> Result<(), StoreError> {
    let (mut parents, mut aliases, mut statuses) = (Vec::new(), Vec::new(), Vec::new());
    for donor in donors {
        parents.push(row_of(donor, demonstration).into_active_model());
        aliases.extend(aliases_of(donor));
        statuses.extend(donor.statuses.iter().map(|status| status_of(donor.id, status)));
    }
    bulk::insert(c, parents).await?;
    bulk::insert(c, aliases).await?;
    bulk::insert(c, statuses).await?;
    Ok(())
}

/// Every donor: lists are short, and masking needs all names.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn all<C: ConnectionTrait>(c: &C) -> Result<Vec<Donor>, StoreError> {
    let mut aliases: HashMap<_, Vec<String>> = HashMap::new();
    for row in donor_alias::Entity::find().order_by_asc(donor_alias::Column::Name).all(c).await? {
        aliases.entry(row.donor_id).or_default().push(row.name);
    }
    let mut statuses: HashMap<_, Vec<LegalStatus>> = HashMap::new();
    for row in donor_status::Entity::find().order_by_asc(donor_status::Column::Since).all(c).await?
    {
        statuses.entry(row.donor_id).or_default().push(LegalStatus {
            jurisdiction: read(&row.jurisdiction, "donor_status", "jurisdiction", row.donor_id)?,
            kind: read(&row.kind, "donor_status", "kind", row.donor_id)?,
            since: row.since,
            source: row.source,
            decision: row.decision,
            until: row.until,
        });
    }
    let rows = donor::Entity::find().order_by_asc(donor::Column::Id).all(c).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Donor {
                id: row.id.into(),
                kind: read_opt(row.kind.as_deref(), "donor", "kind", row.id)?,
                country: read_opt(row.country.as_deref(), "donor", "country", row.id)?,
                parent: row.parent_id.map(Into::into),
                aliases: aliases.remove(&row.id).unwrap_or_default(),
                statuses: statuses.remove(&row.id).unwrap_or_default(),
                name: row.name,
            })
        })
        .collect()
}

/// Writes name, sort, seat, parent and aliases of a donor anew; statuses are kept one by one.
///
/// # Errors
/// [`StoreError::Database`], also when the name is taken.
pub async fn update<C: ConnectionTrait>(c: &C, donor: &Donor) -> Result<(), StoreError> {
    let mut row = row_of(donor, false).into_active_model().reset_all();
    // Whether it belongs to the demonstration does not change with what it is called.
    row.demonstration = sea_orm::ActiveValue::NotSet;
    donor::Entity::update(row).exec(c).await?;
    donor_alias::Entity::delete_many()
        .filter(donor_alias::Column::DonorId.eq(donor.id.uuid()))
        .exec(c)
        .await?;
    Ok(bulk::insert(c, aliases_of(donor)).await?)
}

/// Writes what a state declared a donor to be, in the place of an earlier one of the kind.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn put_status<C: ConnectionTrait>(
    c: &C,
    donor: DonorId,
    status: &LegalStatus,
) -> Result<(), StoreError> {
    use donor_status::Column as Field;
    let anew = OnConflict::columns([Field::DonorId, Field::Jurisdiction, Field::Kind])
        .update_columns([Field::Since, Field::Source, Field::Decision, Field::Until])
        .to_owned();
    donor_status::Entity::insert(status_of(donor, status))
        .on_conflict(anew)
        .exec_without_returning(c)
        .await?;
    Ok(())
}

/// Removes a status that was entered by mistake.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn remove_status<C: ConnectionTrait>(
    c: &C,
    donor: DonorId,
    jurisdiction: Country,
    kind: LegalStatusKind,
) -> Result<(), StoreError> {
    let key = (donor.uuid(), jurisdiction.code().to_owned(), kind.code().to_owned());
    donor_status::Entity::delete_by_id(key).exec(c).await?;
    Ok(())
}

/// Which donors are another one: their calls and names are the other one's. Nothing of them is moved,
/// so that it can be undone.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn merged<C: ConnectionTrait>(c: &C) -> Result<HashMap<DonorId, DonorId>, StoreError> {
    let rows = donor_merge::Entity::find().all(c).await?;
    Ok(rows.into_iter().map(|row| (row.donor_id.into(), row.into_id.into())).collect())
}

/// Makes a donor another one.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn merge<C: ConnectionTrait>(
    c: &C,
    donor: DonorId,
    into: DonorId,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let row = donor_merge::Model { donor_id: donor.uuid(), into_id: into.uuid(), at };
    let anew = OnConflict::column(donor_merge::Column::DonorId)
        .update_columns([donor_merge::Column::IntoId, donor_merge::Column::At])
        .to_owned();
    donor_merge::Entity::insert(row.into_active_model())
        .on_conflict(anew)
        .exec_without_returning(c)
        .await?;
    Ok(())
}

/// Makes a donor one of its own again.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn split<C: ConnectionTrait>(c: &C, donor: DonorId) -> Result<(), StoreError> {
    donor_merge::Entity::delete_by_id(donor.uuid()).exec(c).await?;
    Ok(())
}

/// How many donors there are.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn count<C: ConnectionTrait>(c: &C) -> Result<u64, StoreError> {
    Ok(donor::Entity::find().count(c).await?)
}

/// Whether a donor belongs to the demonstration workspace.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn is_demonstration<C: ConnectionTrait>(c: &C, id: DonorId) -> Result<bool, StoreError> {
    let found = donor::Entity::find_by_id(id.uuid()).one(c).await?;
    Ok(found.is_some_and(|row| row.demonstration))
}

/// Removes the donors of the demonstration workspace that no call outside it names. Those that are named
/// are real from then on, without anything that was said of them before: statuses, decisions about
/// registers, other names, being one with another.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_demonstration<C: ConnectionTrait>(c: &C) -> Result<(), StoreError> {
    // Children first: a parent cannot go while one points at it.
    donor::Entity::update_many()
        .col_expr(donor::Column::ParentId, Expr::value(Option::<uuid::Uuid>::None))
        .filter(donor::Column::Demonstration.eq(true))
        .exec(c)
        .await?;
    let used = Query::select().column(call::Column::DonorId).from(call::Entity).to_owned();
    donor::Entity::delete_many()
        .filter(donor::Column::Demonstration.eq(true))
        .filter(donor::Column::Id.not_in_subquery(used))
        .exec(c)
        .await?;
    let left = || {
        let mut left = Query::select().column(donor::Column::Id).from(donor::Entity).to_owned();
        left.and_where(donor::Column::Demonstration.eq(true)).to_owned()
    };
    donor_status::Entity::delete_many()
        .filter(donor_status::Column::DonorId.in_subquery(left()))
        .exec(c)
        .await?;
    donor_designation::Entity::delete_many()
        .filter(donor_designation::Column::DonorId.in_subquery(left()))
        .exec(c)
        .await?;
    donor_alias::Entity::delete_many()
        .filter(donor_alias::Column::DonorId.in_subquery(left()))
        .exec(c)
        .await?;
    donor_merge::Entity::delete_many()
        .filter(
            Condition::any()
                .add(donor_merge::Column::DonorId.in_subquery(left()))
                .add(donor_merge::Column::IntoId.in_subquery(left())),
        )
        .exec(c)
        .await?;
    donor::Entity::update_many()
        .col_expr(donor::Column::Demonstration, Expr::value(false))
        .filter(donor::Column::Demonstration.eq(true))
        .exec(c)
        .await?;
    Ok(())
}
