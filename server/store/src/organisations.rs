//! Organisations with their names and legal entities.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{LegalEntity, Organisation, OrganisationId, Reader, Role, fold::fold};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::{
    StoreError, TenantScope, bulk,
    codes::position,
    entity::{legal_entity, organisation, organisation_name},
    read,
};

/// An organisation to be added.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    /// What is known of it.
    pub organisation: Organisation,
    /// Where it was imported from, and its identifier there.
    pub origin: Option<(String, String)>,
    /// When it is recorded.
    pub at: DateTime<Utc>,
    /// Part of the demonstration workspace.
    pub demonstration: bool,
}

/// Adds organisations.
///
/// # Errors
/// [`StoreError::Database`], also when a code name is taken.
pub async fn insert<C: ConnectionTrait>(c: &C, new: &[NewOrganisation]) -> Result<(), StoreError> {
    let (mut parents, mut names, mut entities) = (Vec::new(), Vec::new(), Vec::new());
    for NewOrganisation { organisation, origin, at, demonstration } in new {
        let id = organisation.id.uuid();
        parents.push(
            organisation::Model {
                id,
                name: organisation.name.clone(),
                name_folded: fold(&organisation.name),
                code_name: organisation.code_name.clone(),
                source: origin.as_ref().map(|(source, _)| source.clone()),
                external_id: origin.as_ref().map(|(_, external_id)| external_id.clone()),
                demonstration: *demonstration,
                first_seen: *at,
            }
            .into_active_model(),
        );
        for (kind, list) in [("alias", &organisation.aliases), ("person", &organisation.people)] {
            let mut list = list.clone();
            list.sort();
            list.dedup();
            names.extend(list.into_iter().map(|name| organisation_name::ActiveModel {
                organisation_id: Set(id),
                kind: Set(kind.to_owned()),
                name: Set(name),
            }));
        }
        for (index, entity) in organisation.entities.iter().enumerate() {
            entities.push(
                legal_entity::Model {
                    id: entity.id.uuid(),
                    organisation_id: id,
                    position: position(index),
                    name: entity.name.clone(),
                    country: entity.country.code().to_owned(),
                    form: entity.form.code().to_owned(),
                    local_form: entity.local_form.clone(),
                    identifier: entity.identifier.clone(),
                    since: entity.since,
                    fiscal_sponsor: entity.fiscal_sponsor,
                }
                .into_active_model(),
            );
        }
    }
    bulk::insert(c, parents).await?;
    bulk::insert(c, names).await?;
    bulk::insert(c, entities).await?;
    Ok(())
}

async fn complete<C: ConnectionTrait>(
    c: &C,
    rows: Vec<organisation::Model>,
) -> Result<Vec<Organisation>, StoreError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut names: HashMap<(Uuid, String), Vec<String>> = HashMap::new();
    let mut entities: HashMap<Uuid, Vec<LegalEntity>> = HashMap::new();
    for ids in ids.chunks(bulk::IDS) {
        let found = organisation_name::Entity::find()
            .filter(organisation_name::Column::OrganisationId.is_in(ids.iter().copied()))
            .order_by_asc(organisation_name::Column::Name);
        for row in found.all(c).await? {
            names.entry((row.organisation_id, row.kind)).or_default().push(row.name);
        }
        let found = legal_entity::Entity::find()
            .filter(legal_entity::Column::OrganisationId.is_in(ids.iter().copied()))
            .order_by_asc(legal_entity::Column::Position);
        for row in found.all(c).await? {
            entities.entry(row.organisation_id).or_default().push(LegalEntity {
                id: row.id.into(),
                country: read(&row.country, "legal_entity", "country", row.id)?,
                form: read(&row.form, "legal_entity", "form", row.id)?,
                name: row.name,
                local_form: row.local_form,
                identifier: row.identifier,
                since: row.since,
                fiscal_sponsor: row.fiscal_sponsor,
            });
        }
    }
    let organisations = rows.into_iter().map(|row| Organisation {
        id: row.id.into(),
        name: row.name,
        code_name: row.code_name,
        aliases: names.remove(&(row.id, "alias".to_owned())).unwrap_or_default(),
        people: names.remove(&(row.id, "person".to_owned())).unwrap_or_default(),
        entities: entities.remove(&row.id).unwrap_or_default(),
    });
    Ok(organisations.collect())
}

/// Every organisation within a scope: those the account is a member of; for the operator all, as
/// the matcher masks the names of all of them.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn all<C: ConnectionTrait>(
    c: &C,
    scope: &TenantScope,
) -> Result<Vec<Organisation>, StoreError> {
    let mut found = organisation::Entity::find().order_by_asc(organisation::Column::Id);
    match scope.reader() {
        Reader::Operator => {}
        Reader::Anonymous => return Ok(Vec::new()),
        Reader::Account(_, grants) => {
            let mine = grants.memberships.keys().map(|id| id.uuid());
            found = found.filter(organisation::Column::Id.is_in(mine));
        }
    }
    complete(c, found.all(c).await?).await
}

/// One organisation of which the scope's account is a member.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn get<C: ConnectionTrait>(
    c: &C,
    scope: &TenantScope,
    id: OrganisationId,
) -> Result<Option<Organisation>, StoreError> {
    if scope.reader().role_in(id).is_none() {
        return Ok(None);
    }
    let rows = organisation::Entity::find_by_id(id.uuid()).all(c).await?;
    Ok(complete(c, rows).await?.pop())
}

/// Finds organisations by what a file calls them: a source's identifier or a name.
#[derive(Debug, Default)]
pub struct Directory {
    by_origin: HashMap<(String, String), OrganisationId>,
    by_name: HashMap<String, Vec<OrganisationId>>,
}

impl Directory {
    /// The organisation that a file of `source` calls `name`; `None` when none or several do.
    #[must_use]
    pub fn find(&self, source: &str, name: &str) -> Option<OrganisationId> {
        let by_origin = self.by_origin.get(&(source.to_owned(), name.to_owned()));
        by_origin.copied().or_else(|| match self.by_name.get(&fold(name)).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        })
    }
}

/// Reads the directory of the organisations for which the scope's account may write.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn directory<C: ConnectionTrait>(
    c: &C,
    scope: &TenantScope,
) -> Result<Directory, StoreError> {
    let mut directory = Directory::default();
    let may_write = |id: Uuid| scope.reader().role_in(id.into()) >= Some(Role::Editor);
    for row in organisation::Entity::find().all(c).await? {
        if !may_write(row.id) {
            continue;
        }
        if let Some(origin) = row.source.zip(row.external_id) {
            directory.by_origin.insert(origin, row.id.into());
        }
        directory.by_name.entry(row.name_folded).or_default().push(row.id.into());
    }
    Ok(directory)
}

/// How many organisations there are.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn count<C: ConnectionTrait>(c: &C) -> Result<u64, StoreError> {
    Ok(organisation::Entity::find().count(c).await?)
}

/// Whether the demonstration workspace is loaded.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn has_demonstration<C: ConnectionTrait>(c: &C) -> Result<bool, StoreError> {
    Ok(organisation::Entity::find()
        .filter(organisation::Column::Demonstration.eq(true))
        .count(c)
        .await?
        > 0)
}

/// Removes the organisations of the demonstration workspace.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_demonstration<C: ConnectionTrait>(c: &C) -> Result<(), StoreError> {
    organisation::Entity::delete_many()
        .filter(organisation::Column::Demonstration.eq(true))
        .exec(c)
        .await?;
    Ok(())
}

/// Removes an organisation with everything of it.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete<C: ConnectionTrait>(c: &C, id: OrganisationId) -> Result<(), StoreError> {
    organisation::Entity::delete_by_id(id.uuid()).exec(c).await?;
    Ok(())
}
