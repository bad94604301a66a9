//! Projects: list, read, write.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use domain::{
    AmountRange, Language, Organisation, OrganisationId, Place, Project, ProjectContent, ProjectId,
    Stage, ThemeCode, Visibility, fold::fold,
};

use crate::{Actor, Failure, FieldProblem, Page, Services, code_name, page};

/// A row of the list of projects.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectSummary {
    /// Identifier.
    pub id: ProjectId,
    /// Title.
    pub title: String,
    /// Code name.
    pub code_name: String,
    /// Whose it is.
    pub organisation: Option<String>,
    /// How far it has come.
    pub stage: Option<Stage>,
    /// What it needs.
    pub budget: Option<AmountRange>,
    /// Where work happens.
    pub work_places: Vec<Place>,
    /// Languages.
    pub languages: Vec<Language>,
    /// Themes.
    pub themes: Vec<ThemeCode>,
    /// Language of its texts.
    pub lang: Option<Language>,
    /// Who may see it.
    pub visibility: Visibility,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
}

/// What the list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectFilter {
    /// Words that must all occur.
    pub words: String,
    /// Page, from 1.
    pub page: u32,
}

/// A project with whose it is.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectDetails {
    /// The project.
    pub project: Project,
    /// The organisation.
    pub organisation: Option<Organisation>,
}

/// What a person writes about a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectInput {
    /// Whose it is.
    pub organisation: Option<OrganisationId>,
    /// Who may see it.
    pub visibility: Visibility,
    /// What it says.
    pub content: ProjectContent,
}

/// An organisation to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationSummary {
    /// Identifier.
    pub id: OrganisationId,
    /// Name.
    pub name: String,
}

/// The most bytes of a title.
pub const TITLE_LIMIT: usize = 500;
/// The most bytes of one narrative field.
pub const NARRATIVE_LIMIT: usize = 20_000;

/// Splits what a person typed into folded words.
pub(crate) fn folded_words(words: &str) -> Vec<String> {
    fold(words).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// One page of the projects, last changed first.
///
/// # Errors
/// [`Failure::Internal`] when the database cannot be read.
pub async fn list(
    services: &Services,
    _actor: &Actor,
    filter: &ProjectFilter,
) -> Result<Page<ProjectSummary>, Failure> {
    let words = folded_words(&filter.words);
    let size = u64::from(page::SIZE);
    let asked = u64::from(filter.page.max(1) - 1);
    let (mut rows, total) = store::projects::page(&services.db, &words, asked, size).await?;
    let (number, pages, _) =
        Page::<()>::range(filter.page, usize::try_from(total).unwrap_or(usize::MAX));
    if rows.is_empty() && total > 0 {
        rows = store::projects::page(&services.db, &words, u64::from(number - 1), size).await?.0;
    }
    let knowledge = services.knowledge();
    let rows = rows
        .into_iter()
        .map(|project| ProjectSummary {
            id: project.id,
            organisation: project
                .organisation
                .and_then(|id| knowledge.organisation(id))
                .map(|o| o.name.clone()),
            code_name: project.code_name,
            visibility: project.visibility,
            changed_at: project.changed_at,
            title: project.content.title,
            stage: project.content.stage,
            budget: project.content.budget,
            work_places: project.content.work_places,
            languages: project.content.languages,
            themes: project.content.themes,
            lang: project.content.lang,
        })
        .collect();
    Ok(Page { rows, total, page: number, pages })
}

/// One project.
///
/// # Errors
/// [`Failure::NotFound`], or [`Failure::Internal`] when the database cannot be read.
pub async fn get(
    services: &Services,
    _actor: &Actor,
    id: ProjectId,
) -> Result<ProjectDetails, Failure> {
    let project = store::projects::get(&services.db, id).await?.ok_or(Failure::NotFound)?;
    let organisation = match project.organisation {
        Some(id) => store::organisations::get(&services.db, id).await?,
        None => None,
    };
    Ok(ProjectDetails { project, organisation })
}

/// Every organisation the actor may write projects for, by name.
///
/// # Errors
/// [`Failure::Internal`] when the database cannot be read.
pub async fn organisations(
    services: &Services,
    _actor: &Actor,
) -> Result<Vec<OrganisationSummary>, Failure> {
    let mut all: Vec<_> = store::organisations::all(&services.db)
        .await?
        .into_iter()
        .map(|organisation| OrganisationSummary { id: organisation.id, name: organisation.name })
        .collect();
    all.sort_by_key(|organisation| fold(&organisation.name));
    Ok(all)
}

/// What is wrong with an input, field by field.
fn problems(input: &ProjectInput) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    let content = &input.content;
    if content.title.trim().is_empty() {
        found.push(FieldProblem { field: "title", problem: "missing" });
    } else if content.title.len() > TITLE_LIMIT {
        found.push(FieldProblem { field: "title", problem: "too_long" });
    }
    let fields = ["summary", "problem", "activities", "outputs", "beneficiaries", "audience"];
    for (field, text) in fields.into_iter().zip(content.narrative()) {
        if text.len() > NARRATIVE_LIMIT {
            found.push(FieldProblem { field, problem: "too_long" });
        }
    }
    if content.duration_months == Some(0) {
        found.push(FieldProblem { field: "duration_months", problem: "zero" });
    }
    if content.co_financing_percent.is_some_and(|share| share > 100) {
        found.push(FieldProblem { field: "co_financing_percent", problem: "over_hundred" });
    }
    found
}

async fn check(services: &Services, input: &ProjectInput) -> Result<(), Failure> {
    let mut found = problems(input);
    if let Some(id) = input.organisation
        && store::organisations::get(&services.db, id).await?.is_none()
    {
        found.push(FieldProblem { field: "organisation", problem: "unknown" });
    }
    if found.is_empty() { Ok(()) } else { Err(Failure::Invalid(found)) }
}

/// Records a new project under a code name drawn for it. A form that is sent twice under the same
/// `key` (a double click, a resend after "back") records one project.
///
/// # Errors
/// [`Failure::Invalid`] naming fields, or [`Failure::Internal`].
pub async fn create(
    services: &Services,
    _actor: &Actor,
    input: ProjectInput,
    key: &str,
) -> Result<ProjectId, Failure> {
    check(services, &input).await?;
    // Held to the end: the second of two clicks waits for the first.
    let mut answered = services.answered().await;
    if let Some(id) = answered.get(key) {
        return Ok(*id);
    }
    let transaction = store::db::begin(&services.db).await?;
    let mut taken: HashSet<String> =
        store::projects::code_names(&transaction).await?.into_iter().collect();
    let now = services.now();
    let project = Project {
        id: ProjectId::from_random(services.chance().bytes()),
        organisation: input.organisation,
        code_name: code_name::draw(services.chance(), &mut taken),
        origin: None,
        visibility: input.visibility,
        first_seen: now,
        changed_at: now,
        content: input.content,
    };
    store::projects::insert(&transaction, std::slice::from_ref(&project), false).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    services.refresh_projects().await?;
    if !key.is_empty() {
        answered.insert(key.to_owned(), project.id);
    }
    Ok(project.id)
}

/// Writes a project anew. Its code name, origin and first day stay.
///
/// # Errors
/// [`Failure::NotFound`], [`Failure::Invalid`] naming fields, or [`Failure::Internal`].
pub async fn update(
    services: &Services,
    _actor: &Actor,
    id: ProjectId,
    input: ProjectInput,
) -> Result<(), Failure> {
    check(services, &input).await?;
    let transaction = store::db::begin(&services.db).await?;
    let mut project = store::projects::get(&transaction, id).await?.ok_or(Failure::NotFound)?;
    project.organisation = input.organisation;
    project.visibility = input.visibility;
    project.content = input.content;
    project.changed_at = services.now();
    store::projects::update(&transaction, &project).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    services.refresh_projects().await
}
