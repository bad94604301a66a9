//! Organisations with their names and legal entities.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::{
    LegalEntity, LegalEntityId, Organisation, OrganisationId, Place, Reader, Role, fold::fold,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    StoreError, TenantScope, bulk,
    codes::position,
    entity::{
        invitation, legal_entity, membership, organisation, organisation_name, organisation_place,
        project,
    },
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

/// The lists of names of an organisation, each with the kind under which it is kept.
fn names(organisation: &Organisation) -> Vec<organisation_name::ActiveModel> {
    let lists = [
        ("alias", &organisation.aliases),
        ("address", &organisation.addresses),
        ("person", &organisation.people),
        ("partner", &organisation.partners),
    ];
    let mut rows = Vec::new();
    for (kind, list) in lists {
        let mut list = list.clone();
        list.sort();
        list.dedup();
        rows.extend(list.into_iter().map(|name| organisation_name::ActiveModel {
            organisation_id: Set(organisation.id.uuid()),
            kind: Set(kind.to_owned()),
            name: Set(name),
        }));
    }
    rows
}

fn places(organisation: &Organisation) -> Vec<organisation_place::ActiveModel> {
    let places = organisation.places.iter().enumerate();
    let row = |(index, place): (usize, &Place)| organisation_place::ActiveModel {
        organisation_id: Set(organisation.id.uuid()),
        position: Set(position(index)),
        place: Set(place.to_string()),
    };
    places.map(row).collect()
}

fn entity_row(
    organisation: OrganisationId,
    position: i16,
    entity: &LegalEntity,
) -> legal_entity::ActiveModel {
    legal_entity::Model {
        id: entity.id.uuid(),
        organisation_id: organisation.uuid(),
        position,
        name: entity.name.clone(),
        country: entity.country.code().to_owned(),
        form: entity.form.code().to_owned(),
        local_form: entity.local_form.clone(),
        identifier: entity.identifier.clone(),
        since: entity.since,
        fiscal_sponsor: entity.fiscal_sponsor,
    }
    .into_active_model()
}

/// Adds organisations.
///
/// # Errors
/// [`StoreError::Database`], also when a code name is taken.
pub async fn insert<C: ConnectionTrait>(c: &C, new: &[NewOrganisation]) -> Result<(), StoreError> {
    let (mut parents, mut entities) = (Vec::new(), Vec::new());
    let (mut all_names, mut all_places) = (Vec::new(), Vec::new());
    for NewOrganisation { organisation, origin, at, demonstration } in new {
        parents.push(
            organisation::Model {
                id: organisation.id.uuid(),
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
        all_names.extend(names(organisation));
        all_places.extend(places(organisation));
        let own = organisation.entities.iter().enumerate();
        entities.extend(own.map(|(index, one)| entity_row(organisation.id, position(index), one)));
    }
    bulk::insert(c, parents).await?;
    bulk::insert(c, all_names).await?;
    bulk::insert(c, all_places).await?;
    bulk::insert(c, entities).await?;
    Ok(())
}

/// Writes the names and places of an organisation anew; its legal entities stay.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn describe<C: ConnectionTrait>(
    c: &C,
    organisation: &Organisation,
) -> Result<(), StoreError> {
    let id = organisation.id.uuid();
    organisation::Entity::update_many()
        .col_expr(organisation::Column::Name, Expr::value(organisation.name.clone()))
        .col_expr(organisation::Column::NameFolded, Expr::value(fold(&organisation.name)))
        .filter(organisation::Column::Id.eq(id))
        .exec(c)
        .await?;
    organisation_name::Entity::delete_many()
        .filter(organisation_name::Column::OrganisationId.eq(id))
        .exec(c)
        .await?;
    organisation_place::Entity::delete_many()
        .filter(organisation_place::Column::OrganisationId.eq(id))
        .exec(c)
        .await?;
    bulk::insert(c, names(organisation)).await?;
    bulk::insert(c, places(organisation)).await?;
    Ok(())
}

/// Adds a legal entity behind those that an organisation has.
///
/// # Errors
/// [`StoreError::Database`], also when there is one with the identifier.
pub async fn add_entity<C: ConnectionTrait>(
    c: &C,
    organisation: OrganisationId,
    entity: &LegalEntity,
) -> Result<(), StoreError> {
    let last: Option<i16> = legal_entity::Entity::find()
        .select_only()
        .column(legal_entity::Column::Position)
        .filter(legal_entity::Column::OrganisationId.eq(organisation.uuid()))
        .order_by_desc(legal_entity::Column::Position)
        .into_tuple()
        .one(c)
        .await?;
    let next = last.map_or(0, |last| last.saturating_add(1));
    legal_entity::Entity::insert(entity_row(organisation, next, entity))
        .exec_without_returning(c)
        .await?;
    Ok(())
}

/// Writes a legal entity of an organisation anew, in the place that it has.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn update_entity<C: ConnectionTrait>(
    c: &C,
    organisation: OrganisationId,
    entity: &LegalEntity,
) -> Result<(), StoreError> {
    let mut row = entity_row(organisation, 0, entity).reset_all();
    row.position = sea_orm::ActiveValue::NotSet;
    row.organisation_id = sea_orm::ActiveValue::NotSet;
    legal_entity::Entity::update(row).exec(c).await?;
    Ok(())
}

/// Removes a legal entity of an organisation.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_entity<C: ConnectionTrait>(
    c: &C,
    organisation: OrganisationId,
    entity: LegalEntityId,
) -> Result<(), StoreError> {
    legal_entity::Entity::delete_many()
        .filter(legal_entity::Column::OrganisationId.eq(organisation.uuid()))
        .filter(legal_entity::Column::Id.eq(entity.uuid()))
        .exec(c)
        .await?;
    Ok(())
}

async fn complete<C: ConnectionTrait>(
    c: &C,
    rows: Vec<organisation::Model>,
) -> Result<Vec<Organisation>, StoreError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut names: HashMap<(Uuid, String), Vec<String>> = HashMap::new();
    let mut places: HashMap<Uuid, Vec<Place>> = HashMap::new();
    let mut entities: HashMap<Uuid, Vec<LegalEntity>> = HashMap::new();
    for ids in ids.chunks(bulk::IDS) {
        let found = organisation_name::Entity::find()
            .filter(organisation_name::Column::OrganisationId.is_in(ids.iter().copied()))
            .order_by_asc(organisation_name::Column::Name);
        for row in found.all(c).await? {
            names.entry((row.organisation_id, row.kind)).or_default().push(row.name);
        }
        let found = organisation_place::Entity::find()
            .filter(organisation_place::Column::OrganisationId.is_in(ids.iter().copied()))
            .order_by_asc(organisation_place::Column::Position);
        for row in found.all(c).await? {
            let place = read(&row.place, "organisation_place", "place", row.organisation_id)?;
            places.entry(row.organisation_id).or_default().push(place);
        }
        let found = legal_entity::Entity::find()
            .filter(legal_entity::Column::OrganisationId.is_in(ids.iter().copied()))
            .order_by_asc(legal_entity::Column::Position)
            .order_by_asc(legal_entity::Column::Id);
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
    let organisations = rows.into_iter().map(|row| {
        let mut of_kind = |kind: &str| names.remove(&(row.id, kind.to_owned())).unwrap_or_default();
        Organisation {
            id: row.id.into(),
            aliases: of_kind("alias"),
            addresses: of_kind("address"),
            people: of_kind("person"),
            partners: of_kind("partner"),
            places: places.remove(&row.id).unwrap_or_default(),
            entities: entities.remove(&row.id).unwrap_or_default(),
            name: row.name,
            code_name: row.code_name,
        }
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

/// An organisation that an admin added and nobody has joined, and for which nothing is on record: who comes
/// now finds nothing that others wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Identifier.
    pub id: OrganisationId,
    /// Name, as the admin gave it.
    pub name: String,
    /// Until when the last of its open links can be used.
    pub link_until: Option<DateTime<Utc>>,
    /// Part of the demonstration.
    pub demonstration: bool,
}

/// What admins know of organisations: those that wait for their first owner, and how many others there
/// are. Who those are is not among it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrivals {
    /// By name.
    pub waiting: Vec<Arrival>,
    /// How many others there are.
    pub others: u64,
}

/// The organisations of the server for an admin's scope; nothing for any other.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn arrivals<C: ConnectionTrait>(
    c: &C,
    scope: &TenantScope,
    now: DateTime<Utc>,
) -> Result<Arrivals, StoreError> {
    if !scope.reader().is_admin() {
        return Ok(Arrivals::default());
    }
    let joined: Vec<Uuid> = membership::Entity::find()
        .select_only()
        .column(membership::Column::OrganisationId)
        .distinct()
        .into_tuple()
        .all(c)
        .await?;
    let with_projects: Vec<Option<Uuid>> = project::Entity::find()
        .select_only()
        .column(project::Column::OrganisationId)
        .distinct()
        .into_tuple()
        .all(c)
        .await?;
    let touched: HashSet<Uuid> =
        joined.into_iter().chain(with_projects.into_iter().flatten()).collect();
    let open = invitation::Entity::find()
        .filter(invitation::Column::OrganisationId.is_not_null())
        .filter(invitation::Column::ExpiresAt.gt(now))
        .order_by_asc(invitation::Column::ExpiresAt);
    let until: HashMap<Uuid, DateTime<Utc>> = open
        .all(c)
        .await?
        .into_iter()
        .filter_map(|row| Some((row.organisation_id?, row.expires_at)))
        .collect();
    let added = organisation::Entity::find().filter(organisation::Column::Source.is_null());
    let mut waiting: Vec<Arrival> = added
        .all(c)
        .await?
        .into_iter()
        .filter(|row| !touched.contains(&row.id))
        .map(|row| Arrival {
            link_until: until.get(&row.id).copied(),
            demonstration: row.demonstration,
            id: row.id.into(),
            name: row.name,
        })
        .collect();
    waiting.sort_by_cached_key(|one| fold(&one.name));
    let all = count(c).await?;
    let others = all.saturating_sub(u64::try_from(waiting.len()).unwrap_or(all));
    Ok(Arrivals { waiting, others })
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
