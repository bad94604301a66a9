//! Donors with their aliases and legal statuses.

use std::collections::HashMap;

use domain::{Donor, DonorId, LegalStatus, fold::fold};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};

use crate::{
    StoreError, bulk,
    entity::{call, donor, donor_alias, donor_status},
    read, read_opt,
};

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
        let id = donor.id.uuid();
        parents.push(
            donor::Model {
                id,
                name: donor.name.clone(),
                name_folded: fold(&donor.name),
                kind: donor.kind.map(|kind| kind.code().to_owned()),
                country: donor.country.map(|country| country.code().to_owned()),
                parent_id: donor.parent.map(DonorId::uuid),
                demonstration,
            }
            .into_active_model(),
        );
        let mut names = donor.aliases.clone();
        names.sort();
        names.dedup();
        aliases.extend(
            names
                .into_iter()
                .map(|name| donor_alias::ActiveModel { donor_id: Set(id), name: Set(name) }),
        );
        statuses.extend(donor.statuses.iter().map(|status| {
            donor_status::Model {
                donor_id: id,
                jurisdiction: status.jurisdiction.code().to_owned(),
                kind: status.kind.code().to_owned(),
                since: status.since,
                source: status.source.clone(),
            }
            .into_active_model()
        }));
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

/// How many donors there are.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn count<C: ConnectionTrait>(c: &C) -> Result<u64, StoreError> {
    Ok(donor::Entity::find().count(c).await?)
}

/// Removes the donors of the demonstration workspace that no call outside it names.
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
    Ok(())
}

/// Donors by the folded form of their name.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn by_folded_name<C: ConnectionTrait>(
    c: &C,
) -> Result<HashMap<String, DonorId>, StoreError> {
    let rows: Vec<(String, uuid::Uuid)> = donor::Entity::find()
        .select_only()
        .column(donor::Column::NameFolded)
        .column(donor::Column::Id)
        .into_tuple()
        .all(c)
        .await?;
    Ok(rows.into_iter().map(|(name, id)| (name, id.into())).collect())
}
