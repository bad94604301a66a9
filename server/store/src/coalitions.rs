//! Organisations that agreed to show each other something.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{CoalitionId, OrganisationId};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, OnConflict},
};

use crate::{
    StoreError,
    entity::{coalition, coalition_asked, coalition_member, coalition_request, project},
};

/// A coalition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coalition {
    /// Identifier.
    pub id: CoalitionId,
    /// Name.
    pub name: String,
    /// Its organisations, and whether each has agreed.
    pub members: BTreeMap<OrganisationId, bool>,
    /// The code names that were asked and have not agreed, as they were typed. Whether there is anybody
    /// behind one is not to be seen here.
    pub asked: Vec<String>,
}

/// Adds a coalition without members.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn insert<C: ConnectionTrait>(
    c: &C,
    id: CoalitionId,
    name: &str,
) -> Result<(), StoreError> {
    coalition::ActiveModel { id: Set(id.uuid()), name: Set(name.to_owned()) }.insert(c).await?;
    Ok(())
}

/// Asks an organisation to join, notes that it agreed, or takes it out (`None`).
///
/// # Errors
/// [`StoreError::Database`].
pub async fn set_member<C: ConnectionTrait>(
    c: &C,
    id: CoalitionId,
    organisation: OrganisationId,
    agreed: Option<bool>,
) -> Result<(), StoreError> {
    coalition_member::Entity::delete_many()
        .filter(coalition_member::Column::CoalitionId.eq(id.uuid()))
        .filter(coalition_member::Column::OrganisationId.eq(organisation.uuid()))
        .exec(c)
        .await?;
    if let Some(agreed) = agreed {
        coalition_member::ActiveModel {
            coalition_id: Set(id.uuid()),
            organisation_id: Set(organisation.uuid()),
            agreed: Set(agreed),
        }
        .insert(c)
        .await?;
        return Ok(());
    }
    // What it showed to the coalition goes back to the people it named.
    project::Entity::update_many()
        .col_expr(project::Column::CoalitionId, sea_orm::sea_query::Expr::value(None::<uuid::Uuid>))
        .filter(project::Column::CoalitionId.eq(id.uuid()))
        .filter(project::Column::OrganisationId.eq(organisation.uuid()))
        .exec(c)
        .await?;
    let left = coalition_member::Entity::find()
        .filter(coalition_member::Column::CoalitionId.eq(id.uuid()));
    if left.one(c).await?.is_none() {
        coalition::Entity::delete_by_id(id.uuid()).exec(c).await?;
    }
    Ok(())
}

/// Notes that a code name was asked, whoever has it; `folded` is how it is compared.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn ask<C: ConnectionTrait>(
    c: &C,
    id: CoalitionId,
    folded: &str,
    code_name: &str,
) -> Result<(), StoreError> {
    coalition_asked::ActiveModel {
        coalition_id: Set(id.uuid()),
        folded: Set(folded.to_owned()),
        code_name: Set(code_name.to_owned()),
    }
    .insert(c)
    .await?;
    Ok(())
}

/// Takes a code name off those that were asked: it has agreed.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn answered<C: ConnectionTrait>(
    c: &C,
    id: CoalitionId,
    folded: &str,
) -> Result<(), StoreError> {
    coalition_asked::Entity::delete_by_id((id.uuid(), folded.to_owned())).exec(c).await?;
    Ok(())
}

/// Counts code names that an organisation asks on a day, and returns how many they are with these.
/// Whoever counts at the same time waits until the transaction ends.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn count_requests<C: ConnectionTrait>(
    c: &C,
    organisation: OrganisationId,
    day: NaiveDate,
    more: i64,
) -> Result<i64, StoreError> {
    use coalition_request::{ActiveModel, Column, Entity};
    Entity::delete_many()
        .filter(Column::OrganisationId.eq(organisation.uuid()))
        .filter(Column::Day.lt(day))
        .exec(c)
        .await?;
    let new =
        ActiveModel { organisation_id: Set(organisation.uuid()), day: Set(day), count: Set(more) };
    let sum = Expr::col((Entity, Column::Count)).add(more);
    let conflict = OnConflict::columns([Column::OrganisationId, Column::Day])
        .value(Column::Count, sum)
        .to_owned();
    Entity::insert(new).on_conflict(conflict).exec_without_returning(c).await?;
    let row = Entity::find_by_id((organisation.uuid(), day)).one(c).await?;
    Ok(row.map_or(more, |row| row.count))
}

/// The coalitions in which an organisation is, or is asked to be, by name.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn of_organisation<C: ConnectionTrait>(
    c: &C,
    organisation: OrganisationId,
) -> Result<Vec<Coalition>, StoreError> {
    let mine = coalition_member::Entity::find()
        .filter(coalition_member::Column::OrganisationId.eq(organisation.uuid()))
        .all(c)
        .await?;
    let ids: Vec<uuid::Uuid> = mine.iter().map(|row| row.coalition_id).collect();
    let mut members: BTreeMap<uuid::Uuid, BTreeMap<OrganisationId, bool>> = BTreeMap::new();
    let rows = coalition_member::Entity::find()
        .filter(coalition_member::Column::CoalitionId.is_in(ids.iter().copied()));
    for row in rows.all(c).await? {
        members.entry(row.coalition_id).or_default().insert(row.organisation_id.into(), row.agreed);
    }
    let mut asked: BTreeMap<uuid::Uuid, Vec<String>> = BTreeMap::new();
    let rows = coalition_asked::Entity::find()
        .filter(coalition_asked::Column::CoalitionId.is_in(ids.iter().copied()))
        .order_by_asc(coalition_asked::Column::Folded);
    for row in rows.all(c).await? {
        asked.entry(row.coalition_id).or_default().push(row.code_name);
    }
    let rows = coalition::Entity::find()
        .filter(coalition::Column::Id.is_in(ids))
        .order_by_asc(coalition::Column::Name)
        .all(c)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Coalition {
            members: members.remove(&row.id).unwrap_or_default(),
            asked: asked.remove(&row.id).unwrap_or_default(),
            id: row.id.into(),
            name: row.name,
        })
        .collect())
}

/// Removes coalitions in which no organisation is left.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_empty<C: ConnectionTrait>(c: &C) -> Result<(), StoreError> {
    let used = sea_orm::sea_query::Query::select()
        .column(coalition_member::Column::CoalitionId)
        .from(coalition_member::Entity)
        .to_owned();
    coalition::Entity::delete_many()
        .filter(coalition::Column::Id.not_in_subquery(used))
        .exec(c)
        .await?;
    Ok(())
}
