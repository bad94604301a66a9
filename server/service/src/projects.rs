//! Projects: list, read, write.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    AmountRange, Language, Organisation, OrganisationId, Place, Project, ProjectContent, ProjectId,
    Role, Sharing, Stage, ThemeCode, View, Visibility, fold::fold,
};

use crate::{
    Actor, Failure, FieldProblem, Page, Services,
    imports::{self, ImportKind},
    page, seen,
    services::News,
    written::title_problem,
};

/// A row of the list of projects.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectSummary {
    /// Identifier.
    pub id: ProjectId,
    /// Title.
    pub title: String,
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
    /// How it is seen.
    pub view: View,
}

/// What the list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectFilter {
    /// Words that must all occur.
    pub words: String,
    /// Page, from 1.
    pub page: u32,
}

/// A project with whose it is, as far as the actor sees it. What is not seen is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectDetails {
    /// The project.
    pub project: Project,
    /// The organisation.
    pub organisation: Option<Organisation>,
    /// How it is seen.
    pub view: View,
}

/// What a person writes about a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectInput {
    /// Whose it is.
    pub organisation: Option<OrganisationId>,
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

async fn page_of(
    services: &Services,
    actor: &Actor,
    words: &[String],
    page: u64,
) -> Result<(Vec<Project>, u64), Failure> {
    let (now, size) = (services.now(), u64::from(page::SIZE));
    Ok(store::projects::page(services.db.reads(), actor.scope(), now, words, page, size).await?)
}

/// One page of the projects the actor may see, last changed first.
///
/// # Errors
/// [`Failure::Internal`] when the database cannot be read.
pub async fn list(
    services: &Services,
    actor: &Actor,
    filter: &ProjectFilter,
) -> Result<Page<ProjectSummary>, Failure> {
    let words = folded_words(&filter.words);
    let asked = u64::from(filter.page.max(1) - 1);
    let (mut rows, total) = page_of(services, actor, &words, asked).await?;
    let (number, pages, _) =
        Page::<()>::range(filter.page, usize::try_from(total).unwrap_or(usize::MAX));
    if rows.is_empty() && total > 0 {
        rows = page_of(services, actor, &words, u64::from(number - 1)).await?.0;
    }
    let knowledge = services.knowledge();
    let rows = rows
        .into_iter()
        .filter_map(|project| {
            let view = actor.reader().view(&project, services.now())?;
            Some((project, view))
        })
        .map(|(project, view)| ProjectSummary {
            view,
            id: project.id,
            organisation: project
                .organisation
                .and_then(|id| knowledge.organisation(id))
                .map(|o| o.name.clone()),
            visibility: project.sharing.visibility,
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
    actor: &Actor,
    id: ProjectId,
) -> Result<ProjectDetails, Failure> {
    let now = services.now();
    let found = store::projects::get(services.db.reads(), actor.scope(), now, id).await?;
    let mut project = found.ok_or(Failure::NotFound)?;
    let view = actor.reader().view(&project, now).ok_or(Failure::NotFound)?;
    let known = project.organisation.and_then(|id| services.knowledge().organisation(id).cloned());
    let organisation = known.map(|mut organisation| {
        if view == View::Public {
            organisation.entities.clear();
        }
        organisation.people.clear();
        organisation.addresses.clear();
        organisation.partners.clear();
        organisation
    });
    if view <= View::Shared {
        project.sharing.named.clear();
    }
    if view == View::Public {
        project.content.people_inside.clear();
        project.content.partners.clear();
    }
    Ok(ProjectDetails { project, organisation, view })
}

/// Refuses unless the actor may write the project; to those who may not see it, it does not exist.
fn may_write(services: &Services, actor: &Actor, project: &Project) -> Result<(), Failure> {
    match actor.reader().view(project, services.now()) {
        None => Err(Failure::NotFound),
        Some(view) if view.may_write() => Ok(()),
        Some(_) => Err(Failure::Forbidden),
    }
}

/// Whether the actor may write projects at all.
///
/// # Errors
/// [`Failure::Forbidden`].
pub fn may_create(actor: &Actor) -> Result<(), Failure> {
    imports::may_import(actor, ImportKind::Projects)
}

/// Every organisation the actor may write projects for, by name.
///
/// # Errors
/// [`Failure::Internal`] when the database cannot be read.
pub async fn organisations(
    services: &Services,
    actor: &Actor,
) -> Result<Vec<OrganisationSummary>, Failure> {
    let mut all: Vec<_> = store::organisations::all(services.db.reads(), actor.scope())
        .await?
        .into_iter()
        .filter(|organisation| actor.reader().role_in(organisation.id) >= Some(Role::Editor))
        .map(|organisation| OrganisationSummary { id: organisation.id, name: organisation.name })
        .collect();
    all.sort_by_key(|organisation| fold(&organisation.name));
    Ok(all)
}

/// What is wrong with an input, field by field. A day that was written while it lay ahead may stay when it
/// is over: `before` is the one on record.
fn problems(
    input: &ProjectInput,
    before: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    let content = &input.content;
    if let Some(problem) = title_problem(&content.title, TITLE_LIMIT) {
        found.push(FieldProblem { field: "title", problem });
    }
    if content.partners.iter().any(|partner| partner.name.len() > TITLE_LIMIT) {
        found.push(FieldProblem { field: "partner_name", problem: "too_long" });
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
    if content.needed_by.is_some_and(|day| day < today && before != Some(day)) {
        found.push(FieldProblem { field: "needed_by", problem: "past" });
    }
    if content.co_financing_percent.is_some_and(|share| share > 100) {
        found.push(FieldProblem { field: "co_financing_percent", problem: "over_hundred" });
    }
    found
}

/// Everything that would be refused of a new project, or of one that is written anew, without recording
/// it: a form names all its faults at once.
///
/// # Errors
/// [`Failure::NotFound`], [`Failure::Forbidden`], or [`Failure::Internal`].
pub async fn examine(
    services: &Services,
    actor: &Actor,
    id: Option<ProjectId>,
    input: &ProjectInput,
) -> Result<Vec<FieldProblem>, Failure> {
    let c = services.db.reads();
    let before = if let Some(id) = id {
        let found = store::projects::get(c, actor.scope(), services.now(), id).await?;
        let project = found.ok_or(Failure::NotFound)?;
        may_write(services, actor, &project)?;
        project.content.needed_by
    } else {
        may_create(actor)?;
        None
    };
    found_wrong(c, actor, input, (before, services.today())).await
}

async fn found_wrong<C: store::ConnectionTrait>(
    c: &C,
    actor: &Actor,
    input: &ProjectInput,
    (before, today): (Option<NaiveDate>, NaiveDate),
) -> Result<Vec<FieldProblem>, Failure> {
    let mut found = problems(input, before, today);
    match input.organisation {
        Some(id) => {
            let mine = actor.reader().role_in(id) >= Some(Role::Editor);
            if !mine || store::organisations::get(c, actor.scope(), id).await?.is_none() {
                found.push(FieldProblem { field: "organisation", problem: "unknown" });
            }
        }
        // An account's project without an organisation would be nobody's.
        None if actor.account().is_some() => {
            found.push(FieldProblem { field: "organisation", problem: "missing" });
        }
        None => {}
    }
    Ok(found)
}

async fn check<C: store::ConnectionTrait>(
    c: &C,
    actor: &Actor,
    input: &ProjectInput,
    days: (Option<NaiveDate>, NaiveDate),
) -> Result<(), Failure> {
    let found = found_wrong(c, actor, input, days).await?;
    if found.is_empty() { Ok(()) } else { Err(Failure::Invalid(found)) }
}

/// Records a new project. A form that is sent twice under the same
/// `key` (a double click, a resend after "back") records one project.
///
/// # Errors
/// [`Failure::Invalid`] naming fields, or [`Failure::Internal`].
pub async fn create(
    services: &Services,
    actor: &Actor,
    input: ProjectInput,
    key: &str,
) -> Result<ProjectId, Failure> {
    may_create(actor)?;
    let transaction = services.begin().await?;
    if let Some(id) = services.answered(&transaction, actor, key).await? {
        let id = id.into();
        let now = services.now();
        let saved = store::projects::get(&transaction, actor.scope(), now, id).await?;
        let is_same = |one: &Project| {
            (one.organisation, &one.content) == (input.organisation, &input.content)
        };
        seen::saved_once(saved.as_ref().is_none_or(is_same), "title")?;
        return Ok(id);
    }
    check(&transaction, actor, &input, (None, services.today())).await?;
    let now = services.now();
    let project = Project {
        id: ProjectId::from_random(services.chance().bytes()),
        organisation: input.organisation,
        origin: None,
        sharing: Sharing::private(),
        first_seen: now,
        changed_at: now,
        content: input.content,
    };
    store::projects::insert(&transaction, std::slice::from_ref(&project), false).await?;
    services.answer(&transaction, actor, key, project.id.uuid()).await?;
    let act = actor.does(services, "project_created");
    services.record(&transaction, act, "project", project.id.uuid(), project.organisation).await?;
    services.commit(transaction, News::Projects).await?;
    Ok(project.id)
}

/// Writes a project anew. Its origin and first day stay. `state` is what the form was made of
/// ([`state_of`]).
///
/// # Errors
/// [`Failure::NotFound`], [`Failure::Invalid`] naming fields, also where somebody else has changed the
/// project since the form was made, or [`Failure::Internal`].
pub async fn update(
    services: &Services,
    actor: &Actor,
    id: ProjectId,
    input: ProjectInput,
    state: &str,
) -> Result<(), Failure> {
    let transaction = services.begin().await?;
    let found = store::projects::get(&transaction, actor.scope(), services.now(), id).await?;
    let mut project = found.ok_or(Failure::NotFound)?;
    may_write(services, actor, &project)?;
    // What a form that is sent twice would change is changed already.
    if project.organisation == input.organisation && project.content == input.content {
        return Ok(());
    }
    check(&transaction, actor, &input, (project.content.needed_by, services.today())).await?;
    seen::unchanged(&state_of(&project), state, "title")?;
    if project.organisation != input.organisation {
        // In other hands it begins anew: who saw it was the old owner's decision.
        actor_may_move(services, actor, &project)?;
        project.sharing = Sharing::private();
    }
    project.organisation = input.organisation;
    project.content = input.content;
    project.changed_at = services.now();
    store::projects::update(&transaction, &project).await?;
    let act = actor.does(services, "project_changed");
    services.record(&transaction, act, "project", project.id.uuid(), project.organisation).await?;
    services.commit(transaction, News::Projects).await
}

/// What a form is made of that shows a project.
#[must_use]
pub fn state_of(project: &Project) -> String {
    seen::state_of(&(&project.organisation, &project.content))
}

/// Whoever moves a project to another organisation must be an owner of the one that has it.
fn actor_may_move(services: &Services, actor: &Actor, project: &Project) -> Result<(), Failure> {
    match actor.reader().view(project, services.now()) {
        Some(view) if view.may_share() => Ok(()),
        _ => Err(Failure::Invalid(vec![FieldProblem { field: "organisation", problem: "owner" }])),
    }
}

/// Removes a project: from the database file and its journal at once, from backups when they are
/// due.
///
/// # Errors
/// [`Failure::NotFound`], [`Failure::Forbidden`] for whoever is no owner.
pub async fn delete(services: &Services, actor: &Actor, id: ProjectId) -> Result<(), Failure> {
    let transaction = services.begin().await?;
    let found = store::projects::get(&transaction, actor.scope(), services.now(), id).await?;
    let project = found.ok_or(Failure::NotFound)?;
    match actor.reader().view(&project, services.now()) {
        None => return Err(Failure::NotFound),
        Some(view) if view.may_share() => {}
        Some(_) => return Err(Failure::Forbidden),
    }
    store::projects::delete(&transaction, id).await?;
    let act = actor.does(services, "project_deleted");
    services.record(&transaction, act, "project", id.uuid(), project.organisation).await?;
    services.commit_erased(transaction, News::Projects).await
}
