//! Who sees a project. Raising the level is a deliberate act: first one sees what becomes visible
//! and to whom, and the act is in the audit trail.

use chrono::{DateTime, Utc};
use domain::{AccountId, CoalitionId, Project, ProjectId, Sharing, Visibility, fold::fold};

use crate::{Actor, Failure, FieldProblem, Services, organisations, reviews, services::News};

/// What of a project somebody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// The organisation's name and legal entities.
    Organisation,
    /// The title.
    Title,
    /// The texts as they are.
    Texts,
    /// A code name for each review of a call.
    CodeName,
    /// Needs, places, languages, themes, stage.
    Facts,
    /// Partners by name.
    Partners,
    /// In which countries there are people.
    PeopleInside,
}

impl Shown {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Title => "title",
            Self::Texts => "texts",
            Self::CodeName => "code-name",
            Self::Facts => "facts",
            Self::Partners => "partners",
            Self::PeopleInside => "people-inside",
        }
    }

    /// What those see whom a level lets in.
    #[must_use]
    pub const fn at(level: Visibility) -> &'static [Self] {
        match level {
            Visibility::Private | Visibility::Named | Visibility::Coalition => &[
                Self::Organisation,
                Self::Title,
                Self::Texts,
                Self::Facts,
                Self::Partners,
                Self::PeopleInside,
            ],
            Visibility::Donors => &[Self::CodeName, Self::Facts],
            Visibility::Public => &[Self::Organisation, Self::Title, Self::Texts, Self::Facts],
        }
    }
}

/// Somebody whom a level lets in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The members of the organisation, so many.
    Members(u64),
    /// A person by name.
    Person(String),
    /// An organisation that agreed.
    Ally(String),
    /// Reviewers of donors that are not designated where the project has people, beside calls it
    /// fits.
    Donors,
    /// Everyone who can reach the server.
    Everyone,
}

/// What a choice would make visible.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The project.
    pub project: Project,
    /// The choice.
    pub choice: Choice,
    /// Each group that sees something, what it sees, and whether it is new to it.
    pub lines: Vec<(Audience, &'static [Shown], bool)>,
    /// When what reaches donors or everyone takes effect.
    pub from: DateTime<Utc>,
    /// Whether the choice lets in somebody who is not in now.
    pub raises: bool,
    /// Who sees it now and would not any more.
    pub gone: Vec<Audience>,
    /// The project's texts as reviewers would read them, in the order of
    /// [`domain::ProjectContent::narrative`]; empty where none would.
    pub masked: Vec<String>,
    /// Nobody has entered names of people who are publicly tied to the organisation: none is masked
    /// for being one.
    pub no_people: bool,
    /// Nobody has entered other names of the organisation.
    pub no_aliases: bool,
}

/// What a person chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The level.
    pub level: Visibility,
    /// Names of accounts outside the organisation.
    pub named: Vec<String>,
    /// The coalition.
    pub coalition: Option<CoalitionId>,
}

/// The choice in force, as a form shows it.
///
/// # Errors
/// [`Failure::NotFound`], [`Failure::Forbidden`] for whoever does not decide.
pub async fn current(
    services: &Services,
    actor: &Actor,
    id: ProjectId,
) -> Result<(Project, Choice), Failure> {
    let project = decided_by(services, actor, id).await?;
    let names = store::accounts::names(services.db.reads(), &project.sharing.named).await?;
    let choice = Choice {
        level: project.sharing.visibility,
        named: names.into_values().collect(),
        coalition: project.sharing.coalition,
    };
    Ok((project, choice))
}

async fn decided_by(services: &Services, actor: &Actor, id: ProjectId) -> Result<Project, Failure> {
    let now = services.now();
    let project = store::projects::get(services.db.reads(), actor.scope(), now, id)
        .await?
        .ok_or(Failure::NotFound)?;
    match actor.reader().view(&project, now) {
        None => Err(Failure::NotFound),
        Some(view) if view.may_share() => Ok(project),
        Some(_) => Err(Failure::Forbidden),
    }
}

/// The sharing a choice stands for.
async fn read(
    services: &Services,
    actor: &Actor,
    project: &Project,
    choice: &Choice,
) -> Result<Sharing, Failure> {
    let mut problems = Vec::new();
    let mut named: Vec<AccountId> = Vec::new();
    if choice.level >= Visibility::Named {
        for name in &choice.named {
            match store::accounts::by_name(services.db.reads(), name).await? {
                Some((account, _)) if !account.disabled => named.push(account.id),
                _ => problems.push(FieldProblem { field: "named", problem: "unknown" }),
            }
        }
        named.sort();
        named.dedup();
        if choice.level == Visibility::Named && named.is_empty() && problems.is_empty() {
            problems.push(FieldProblem { field: "named", problem: "missing" });
        }
    }
    let coalition =
        match (choice.level >= Visibility::Coalition, choice.coalition, project.organisation) {
            (true, Some(id), Some(organisation)) => {
                let mine = organisations::coalitions(services, actor, organisation).await?;
                if !mine.iter().any(|one| one.id == id && one.agreed) {
                    problems.push(FieldProblem { field: "coalition", problem: "unknown" });
                }
                Some(id)
            }
            (true, None, _) if choice.level == Visibility::Coalition => {
                problems.push(FieldProblem { field: "coalition", problem: "missing" });
                None
            }
            _ => None,
        };
    if !problems.is_empty() {
        return Err(Failure::Invalid(problems));
    }
    let old = &project.sharing;
    // A level that was reached keeps its time; a higher one waits anew.
    let since = if choice.level < Visibility::Donors {
        None
    } else if old.visibility >= choice.level && old.since.is_some() {
        old.since
    } else {
        Some(services.now() + services.settings.publish_delay)
    };
    Ok(Sharing { visibility: choice.level, since, coalition, named })
}

/// Who would see what.
///
/// # Errors
/// [`Failure::Invalid`] naming `named` or `coalition`; as [`current`].
pub async fn preview(
    services: &Services,
    actor: &Actor,
    id: ProjectId,
    choice: Choice,
) -> Result<Preview, Failure> {
    let project = decided_by(services, actor, id).await?;
    let new = read(services, actor, &project, &choice).await?;
    let members = match project.organisation {
        Some(id) => store::accounts::members(services.db.reads(), id).await?.len(),
        None => 0,
    };
    let members = Audience::Members(u64::try_from(members).unwrap_or(u64::MAX));
    let before = let_in(services, actor, &project, &project.sharing).await?;
    let after = let_in(services, actor, &project, &new).await?;
    let is_in =
        |all: &[(Audience, Visibility)], one: &Audience| all.iter().any(|(it, _)| it == one);
    let mut lines = vec![(members, Shown::at(Visibility::Private), false)];
    for (who, level) in &after {
        lines.push((who.clone(), Shown::at(*level), !is_in(&before, who)));
    }
    let gone = before.into_iter().map(|(who, _)| who).filter(|who| !is_in(&after, who)).collect();
    let raises = lines.iter().any(|(_, _, is_new)| *is_new);
    let from = new.since.unwrap_or_else(|| services.now());
    let knowledge = services.knowledge();
    let read_blind = new.visibility >= Visibility::Donors;
    let masked = if read_blind { reviews::masked(&knowledge, &project) } else { Vec::new() };
    let organisation = project.organisation.and_then(|id| knowledge.organisation(id));
    let no_people = read_blind && organisation.is_some_and(|one| one.people.is_empty());
    let no_aliases = read_blind && organisation.is_some_and(|one| one.aliases.is_empty());
    Ok(Preview { project, choice, lines, from, raises, gone, masked, no_people, no_aliases })
}

/// Everybody outside the organisation whom a sharing lets in, now or when it takes effect, with the
/// level that does.
async fn let_in(
    services: &Services,
    actor: &Actor,
    project: &Project,
    sharing: &Sharing,
) -> Result<Vec<(Audience, Visibility)>, Failure> {
    let mut all = Vec::new();
    let level = sharing.visibility;
    if level >= Visibility::Named {
        let names = store::accounts::names(services.db.reads(), &sharing.named).await?;
        all.extend(names.into_values().map(|name| (Audience::Person(name), Visibility::Named)));
    }
    let coalition = sharing.coalition.filter(|_| level >= Visibility::Coalition);
    if let (Some(coalition), Some(organisation)) = (coalition, project.organisation) {
        let mine = organisations::coalitions(services, actor, organisation).await?;
        let own = services.knowledge().organisation(organisation).map(|one| one.name.clone());
        let allies = mine.into_iter().filter(|one| one.id == coalition && one.agreed);
        let allies = allies.flat_map(|one| one.members).filter(|ally| Some(ally) != own.as_ref());
        all.extend(allies.map(|ally| (Audience::Ally(ally), Visibility::Coalition)));
    }
    for (who, least) in
        [(Audience::Donors, Visibility::Donors), (Audience::Everyone, Visibility::Public)]
    {
        if level >= least {
            all.push((who, least));
        }
    }
    Ok(all)
}

/// Does what the preview showed.
///
/// # Errors
/// As [`preview`].
pub async fn share(
    services: &Services,
    actor: &Actor,
    id: ProjectId,
    choice: Choice,
) -> Result<(), Failure> {
    let preview = preview(services, actor, id, choice).await?;
    let sharing = read(services, actor, &preview.project, &preview.choice).await?;
    let act = match sharing.visibility {
        Visibility::Private => "shared_private",
        Visibility::Named => "shared_named",
        Visibility::Coalition => "shared_coalition",
        Visibility::Donors => "shared_donors",
        Visibility::Public => "shared_public",
    };
    let transaction = services.begin().await?;
    let found = store::projects::get(&transaction, actor.scope(), services.now(), id).await?;
    let project = Project { sharing, ..found.ok_or(Failure::NotFound)? };
    store::projects::update(&transaction, &project).await?;
    if project.sharing.visibility >= Visibility::Donors {
        // A code name of its own in every review that goes on.
        reviews::draw_names(services.chance(), &transaction, Some(id)).await?;
    }
    services
        .record(&transaction, actor.does(services, act), "project", id.uuid(), project.organisation)
        .await?;
    services.commit(transaction, News::Projects).await
}

/// Accounts a person typed, one in a line.
#[must_use]
pub fn names_in(text: &str) -> Vec<String> {
    let mut names: Vec<String> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    names.dedup_by_key(|name| fold(name));
    names
}
