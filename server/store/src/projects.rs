//! Projects with their codes and partners.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use domain::{
    AmountRange, CoalitionId, OrganisationId, Partner, Project, ProjectContent, ProjectId, Reader,
    Sharing, Visibility, fold::fold,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait,
    IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::{
    StoreError, TenantScope, bulk,
    calls::containing,
    codes::{by_facet, position, read_all},
    entity::{project, project_code, project_partner, project_reader},
    read, read_opt,
};

const TABLE: &str = "project";

struct Rows {
    project: project::Model,
    codes: Vec<project_code::Model>,
    partners: Vec<project_partner::Model>,
    readers: Vec<project_reader::Model>,
}

fn to_rows(project: &Project, demonstration: bool) -> Rows {
    let (id, content) = (project.id.uuid(), &project.content);
    let facets: [(&str, Vec<String>); 5] = [
        ("work_place", content.work_places.iter().map(ToString::to_string).collect()),
        ("reach_place", content.reach_places.iter().map(ToString::to_string).collect()),
        ("language", content.languages.iter().map(ToString::to_string).collect()),
        ("theme", content.themes.iter().map(ToString::to_string).collect()),
        ("people_inside", content.people_inside.iter().map(ToString::to_string).collect()),
    ];
    let codes = facets
        .into_iter()
        .flat_map(|(facet, list)| {
            list.into_iter().enumerate().map(move |(index, code)| project_code::Model {
                project_id: id,
                facet: facet.to_owned(),
                position: position(index),
                code,
            })
        })
        .collect();
    let partners = content
        .partners
        .iter()
        .enumerate()
        .map(|(index, partner)| project_partner::Model {
            project_id: id,
            position: position(index),
            name: partner.name.clone(),
            country: partner.country.map(|country| country.code().to_owned()),
            form: partner.form.map(|form| form.code().to_owned()),
        })
        .collect();
    let mut searched = vec![content.title.as_str()];
    searched.extend(content.narrative());
    let model = project::Model {
        id,
        organisation_id: project.organisation.map(OrganisationId::uuid),
        source: project.origin.as_ref().map(|(source, _)| source.clone()),
        external_id: project.origin.as_ref().map(|(_, external_id)| external_id.clone()),
        visibility: project.sharing.visibility.code().to_owned(),
        coalition_id: project.sharing.coalition.map(CoalitionId::uuid),
        shared_since: project.sharing.since,
        title: content.title.clone(),
        search: fold(&searched.join(" \n ")),
        summary: content.summary.clone(),
        problem: content.problem.clone(),
        activities: content.activities.clone(),
        outputs: content.outputs.clone(),
        beneficiaries: content.beneficiaries.clone(),
        audience: content.audience.clone(),
        lang: content.lang.as_ref().map(ToString::to_string),
        stage: content.stage.map(|stage| stage.code().to_owned()),
        budget_min: content.budget.and_then(|range| range.min()).map(|money| money.minor),
        budget_max: content.budget.and_then(|range| range.max()).map(|money| money.minor),
        budget_currency: content.budget.map(|range| range.currency().code().to_owned()),
        needed_by: content.needed_by,
        duration_months: content
            .duration_months
            .map(|months| i16::try_from(months).unwrap_or(i16::MAX)),
        core_costs: content.core_costs,
        regrants: content.regrants,
        co_financing_percent: content.co_financing_percent.map(i16::from),
        demonstration,
        first_seen: project.first_seen,
        changed_at: project.changed_at,
    };
    let readers = project
        .sharing
        .named
        .iter()
        .map(|account| project_reader::Model { project_id: id, account_id: account.uuid() })
        .collect();
    Rows { project: model, codes, partners, readers }
}

fn from_rows(rows: Rows) -> Result<Project, StoreError> {
    let row = rows.project;
    let id = row.id;
    let codes = by_facet(rows.codes.into_iter().map(|code| (code.facet, code.code)));
    let budget = match &row.budget_currency {
        None => None,
        Some(code) => {
            let currency = read(code, TABLE, "budget_currency", id)?;
            let range = AmountRange::new(row.budget_min, row.budget_max, currency);
            Some(range.map_err(|error| StoreError::Unreadable {
                table: TABLE,
                column: "budget_min",
                id: id.to_string(),
                detail: error.to_string(),
            })?)
        }
    };
    let partners = rows
        .partners
        .into_iter()
        .map(|partner| {
            Ok(Partner {
                name: partner.name,
                country: read_opt(partner.country.as_deref(), "project_partner", "country", id)?,
                form: read_opt(partner.form.as_deref(), "project_partner", "form", id)?,
            })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    Ok(Project {
        id: id.into(),
        organisation: row.organisation_id.map(Into::into),
        origin: row.source.zip(row.external_id),
        sharing: Sharing {
            visibility: read(&row.visibility, TABLE, "visibility", id)?,
            since: row.shared_since,
            coalition: row.coalition_id.map(Into::into),
            named: rows.readers.into_iter().map(|reader| reader.account_id.into()).collect(),
        },
        first_seen: row.first_seen,
        changed_at: row.changed_at,
        content: ProjectContent {
            title: row.title,
            summary: row.summary,
            problem: row.problem,
            activities: row.activities,
            outputs: row.outputs,
            beneficiaries: row.beneficiaries,
            audience: row.audience,
            lang: read_opt(row.lang.as_deref(), TABLE, "lang", id)?,
            work_places: read_all(&codes, "work_place", "project_code", id)?,
            reach_places: read_all(&codes, "reach_place", "project_code", id)?,
            languages: read_all(&codes, "language", "project_code", id)?,
            themes: read_all(&codes, "theme", "project_code", id)?,
            stage: read_opt(row.stage.as_deref(), TABLE, "stage", id)?,
            budget,
            needed_by: row.needed_by,
            duration_months: row.duration_months.and_then(|months| u16::try_from(months).ok()),
            people_inside: read_all(&codes, "people_inside", "project_code", id)?,
            core_costs: row.core_costs,
            regrants: row.regrants,
            co_financing_percent: row
                .co_financing_percent
                .and_then(|share| u8::try_from(share).ok()),
            partners,
        },
    })
}

async fn complete<C: ConnectionTrait>(
    c: &C,
    projects: Vec<project::Model>,
) -> Result<Vec<Project>, StoreError> {
    let ids: Vec<Uuid> = projects.iter().map(|project| project.id).collect();
    let mut codes: HashMap<Uuid, Vec<project_code::Model>> = HashMap::new();
    let mut partners: HashMap<Uuid, Vec<project_partner::Model>> = HashMap::new();
    let mut readers: HashMap<Uuid, Vec<project_reader::Model>> = HashMap::new();
    for ids in ids.chunks(bulk::IDS) {
        let found = project_code::Entity::find()
            .filter(project_code::Column::ProjectId.is_in(ids.iter().copied()))
            .order_by_asc(project_code::Column::Position);
        for row in found.all(c).await? {
            codes.entry(row.project_id).or_default().push(row);
        }
        let found = project_partner::Entity::find()
            .filter(project_partner::Column::ProjectId.is_in(ids.iter().copied()))
            .order_by_asc(project_partner::Column::Position);
        for row in found.all(c).await? {
            partners.entry(row.project_id).or_default().push(row);
        }
        let found = project_reader::Entity::find()
            .filter(project_reader::Column::ProjectId.is_in(ids.iter().copied()))
            .order_by_asc(project_reader::Column::AccountId);
        for row in found.all(c).await? {
            readers.entry(row.project_id).or_default().push(row);
        }
    }
    projects
        .into_iter()
        .map(|project| {
            let id = project.id;
            from_rows(Rows {
                project,
                codes: codes.remove(&id).unwrap_or_default(),
                partners: partners.remove(&id).unwrap_or_default(),
                readers: readers.remove(&id).unwrap_or_default(),
            })
        })
        .collect()
}

async fn insert_children<C: ConnectionTrait>(
    c: &C,
    codes: Vec<project_code::Model>,
    partners: Vec<project_partner::Model>,
    readers: Vec<project_reader::Model>,
) -> Result<(), StoreError> {
    bulk::insert(c, readers.into_iter().map(IntoActiveModel::into_active_model).collect()).await?;
    bulk::insert(c, codes.into_iter().map(IntoActiveModel::into_active_model).collect()).await?;
    bulk::insert(c, partners.into_iter().map(IntoActiveModel::into_active_model).collect()).await?;
    Ok(())
}

/// Adds projects that are not on record yet.
///
/// # Errors
/// [`StoreError::Database`], also when a source's identifier is taken.
pub async fn insert<C: ConnectionTrait>(
    c: &C,
    projects: &[Project],
    demonstration: bool,
) -> Result<(), StoreError> {
    let (mut parents, mut codes) = (Vec::new(), Vec::new());
    let (mut partners, mut readers) = (Vec::new(), Vec::new());
    for project in projects {
        let rows = to_rows(project, demonstration);
        parents.push(rows.project.into_active_model());
        codes.extend(rows.codes);
        partners.extend(rows.partners);
        readers.extend(rows.readers);
    }
    bulk::insert(c, parents).await?;
    insert_children(c, codes, partners, readers).await
}

/// Writes a project anew over the one on record.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn update<C: ConnectionTrait>(c: &C, project: &Project) -> Result<(), StoreError> {
    let id = project.id.uuid();
    project_code::Entity::delete_many()
        .filter(project_code::Column::ProjectId.eq(id))
        .exec(c)
        .await?;
    project_partner::Entity::delete_many()
        .filter(project_partner::Column::ProjectId.eq(id))
        .exec(c)
        .await?;
    project_reader::Entity::delete_many()
        .filter(project_reader::Column::ProjectId.eq(id))
        .exec(c)
        .await?;
    // Whether a project belongs to the demonstration does not change with what it says.
    let rows = to_rows(project, false);
    let mut parent = rows.project.into_active_model().reset_all();
    parent.demonstration = sea_orm::ActiveValue::NotSet;
    project::Entity::update(parent).exec(c).await?;
    insert_children(c, rows.codes, rows.partners, rows.readers).await
}

/// Which projects a scope holds: the rule of [`domain::Reader::view`] as a condition, so that rows
/// nobody may see are not even read. A property test holds the two together.
fn within(scope: &TenantScope, now: DateTime<Utc>) -> Condition {
    use project::Column::{CoalitionId, Id, OrganisationId, SharedSince, Visibility as Level};
    let from = |level: Visibility| {
        let levels = Visibility::ALL.iter().filter(move |one| **one >= level);
        Level.is_in(levels.map(|one| one.code()))
    };
    let public = || Condition::all().add(from(Visibility::Public)).add(SharedSince.lte(now));
    let (account, grants) = match scope.reader() {
        Reader::Operator => return Condition::all(),
        Reader::Anonymous => return public(),
        Reader::Account(account, grants) => (account, grants),
    };
    let mut named = project_reader::Entity::find()
        .select_only()
        .column(project_reader::Column::ProjectId)
        .filter(project_reader::Column::AccountId.eq(account.uuid()));
    let named = QuerySelect::query(&mut named).take();
    // No level above "coalition" is needed without its delay: those levels hold the ones below.
    let mut foreign = Condition::all().add(
        Condition::any()
            .add(
                Condition::all()
                    .add(from(Visibility::Coalition))
                    .add(CoalitionId.is_in(grants.coalitions.iter().map(|id| id.uuid()))),
            )
            .add(Condition::all().add(from(Visibility::Named)).add(Id.in_subquery(named)))
            .add(public()),
    );
    if grants.is_reviewer() {
        let below = Visibility::ALL.iter().filter(|one| **one < Visibility::Donors);
        foreign = foreign.add(
            Condition::any()
                .add(Level.is_in(below.map(|one| one.code())))
                .add(SharedSince.is_null())
                .add(SharedSince.gt(now))
                .add(Id.is_in(grants.opened.iter().map(|id| id.uuid()))),
        );
    }
    Condition::any()
        .add(OrganisationId.is_in(grants.memberships.keys().map(|id| id.uuid())))
        .add(foreign)
}

/// One project within a scope; a project outside of it is as if there were none.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn get<C: ConnectionTrait>(
    c: &C,
    scope: &TenantScope,
    now: DateTime<Utc>,
    id: ProjectId,
) -> Result<Option<Project>, StoreError> {
    let rows = project::Entity::find_by_id(id.uuid()).filter(within(scope, now)).all(c).await?;
    Ok(complete(c, rows).await?.pop())
}

/// Every project of an organisation within a scope, in the order of identifiers.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn of_organisation<C: ConnectionTrait>(
    c: &C,
    scope: &TenantScope,
    now: DateTime<Utc>,
    organisation: OrganisationId,
) -> Result<Vec<Project>, StoreError> {
    let rows = project::Entity::find()
        .filter(within(scope, now))
        .filter(project::Column::OrganisationId.eq(organisation.uuid()))
        .order_by_asc(project::Column::Id)
        .all(c)
        .await?;
    complete(c, rows).await
}

/// Removes a project with everything that hangs on it.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete<C: ConnectionTrait>(c: &C, id: ProjectId) -> Result<(), StoreError> {
    project::Entity::delete_by_id(id.uuid()).exec(c).await?;
    Ok(())
}

/// The projects of a source with these identifiers, by identifier, whoever they belong to: an
/// import must not take over what it cannot see.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn by_external_ids<C: ConnectionTrait>(
    c: &C,
    source: &str,
    external_ids: &[String],
) -> Result<BTreeMap<String, Project>, StoreError> {
    let mut found = BTreeMap::new();
    for chunk in external_ids.chunks(bulk::IDS) {
        let rows = project::Entity::find()
            .filter(project::Column::Source.eq(source))
            .filter(project::Column::ExternalId.is_in(chunk.iter().map(String::as_str)))
            .all(c)
            .await?;
        for project in complete(c, rows).await? {
            if let Some((_, external_id)) = &project.origin {
                found.insert(external_id.clone(), project);
            }
        }
    }
    Ok(found)
}

/// The next `limit` projects after an identifier, in the order of identifiers, whoever they belong
/// to: for the index that all share.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn after<C: ConnectionTrait>(
    c: &C,
    last: Option<ProjectId>,
    limit: u64,
) -> Result<Vec<Project>, StoreError> {
    let mut rows = project::Entity::find().order_by_asc(project::Column::Id).limit(limit);
    if let Some(last) = last {
        rows = rows.filter(project::Column::Id.gt(last.uuid()));
    }
    complete(c, rows.all(c).await?).await
}

/// One page of the projects within a scope whose text holds every one of the folded words, last changed first,
/// and how many there are in all.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn page<C: ConnectionTrait>(
    c: &C,
    scope: &TenantScope,
    now: DateTime<Utc>,
    folded_words: &[String],
    page: u64,
    size: u64,
) -> Result<(Vec<Project>, u64), StoreError> {
    let all = folded_words.iter().fold(Condition::all().add(within(scope, now)), |all, word| {
        all.add(project::Column::Search.into_expr().like(containing(word)))
    });
    let found = project::Entity::find().filter(all);
    let total = found.clone().count(c).await?;
    let rows = found
        .order_by_desc(project::Column::ChangedAt)
        .order_by_asc(project::Column::Id)
        .offset(page.saturating_mul(size))
        .limit(size)
        .all(c)
        .await?;
    Ok((complete(c, rows).await?, total))
}

/// How many projects there are.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn count<C: ConnectionTrait>(c: &C) -> Result<u64, StoreError> {
    Ok(project::Entity::find().count(c).await?)
}

/// Removes the projects of the demonstration workspace.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_demonstration<C: ConnectionTrait>(c: &C) -> Result<(), StoreError> {
    project::Entity::delete_many().filter(project::Column::Demonstration.eq(true)).exec(c).await?;
    Ok(())
}
