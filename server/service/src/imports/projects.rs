//! Projects: each of an organisation, or of nobody.

use std::{
    collections::{BTreeMap, HashMap},
    io::Read,
};

use domain::{
    OrganisationId, Problem, Project, ProjectDraft, ProjectId, Role, RowIssue, Sharing, Visibility,
};
use exchange::FileError;
use store::{ConnectionTrait, StoreError, organisations::Directory};

use super::{
    LineOutcome,
    kind::{Desk, Key, Kind, Push},
};
use crate::{
    Failure, Incident,
    changes::merge,
    services::{News, Touched},
};

/// What projects of a file are compared with.
pub(super) struct Projects {
    organisations: Directory,
}

/// What is to be written for a project.
pub(super) enum Write {
    /// A new one.
    New(Box<Project>),
    /// One that has changed.
    Changed(Box<Project>),
}

/// Who sees a new project: as the file says where the person at the machine brings it in, the
/// organisation only where an account does. A person decides, with a preview.
fn sharing(desk: &Desk<'_>, visibility: Visibility) -> Sharing {
    if desk.plan.actor.account().is_none() {
        Sharing::from(visibility, desk.at)
    } else {
        Sharing::private()
    }
}

impl Projects {
    /// The organisation that a file names. An account brings in projects of organisations for which
    /// it may write; whoever has only one need not name it.
    fn organisation(
        &self,
        desk: &Desk<'_>,
        draft: &ProjectDraft,
    ) -> Result<Option<OrganisationId>, Problem> {
        let Some(name) = &draft.organisation else {
            let Some(grants) = desk.plan.actor.reader().grants() else { return Ok(None) };
            let mut mine = grants.memberships.iter().filter(|(_, role)| **role >= Role::Editor);
            return match (mine.next(), mine.next()) {
                (Some((only, _)), None) => Ok(Some(*only)),
                _ => Err(Problem::Missing),
            };
        };
        let found = self.organisations.find(&draft.source, name);
        found.map(Some).ok_or_else(|| Problem::UnknownOrganisation { found: name.clone() })
    }
}

impl Kind for Projects {
    type Draft = Box<ProjectDraft>;
    type Owner = Option<OrganisationId>;
    type Record = Project;
    type Write = Write;

    const ACT: &'static str = "projects_imported";
    // Names may have come with them.
    const NEWS: News = News::Everything;
    const ECHOES: bool = true;

    fn drafts(input: &mut dyn Read, push: Push<'_, Self::Draft>) -> Result<String, FileError> {
        let format =
            exchange::read_projects(input, &mut |found| push(found.row, found.item.map(Box::new)))?;
        Ok(format.code().to_owned())
    }

    async fn begin<C: ConnectionTrait>(c: &C, desk: &Desk<'_>) -> Result<Self, StoreError> {
        let scope = desk.plan.actor.scope();
        Ok(Self { organisations: store::organisations::directory(c, scope).await? })
    }

    fn named(draft: &Self::Draft) -> (Key, &str) {
        ((draft.source.clone(), draft.external_id.clone()), &draft.content.title)
    }

    fn owner(
        &self,
        desk: &Desk<'_>,
        draft: &mut Self::Draft,
    ) -> Result<Option<OrganisationId>, RowIssue> {
        let organisation = self
            .organisation(desk, draft)
            .map_err(|problem| RowIssue { field: "organisation".to_owned(), problem })?;
        if let (Some(id), Some(_)) = (organisation, desk.plan.actor.account()) {
            // Two organisations may number their projects alike, and neither learns of the other's.
            draft.source = format!("{id}:{}", draft.source);
        }
        Ok(organisation)
    }

    async fn known<C: ConnectionTrait>(
        &mut self,
        c: &C,
        wanted: &BTreeMap<String, Vec<String>>,
    ) -> Result<HashMap<Key, Project>, StoreError> {
        let mut known = HashMap::new();
        for (source, ids) in wanted {
            let found = store::projects::by_external_ids(c, source, ids).await?;
            known.extend(found.into_iter().map(|(id, project)| ((source.clone(), id), project)));
        }
        Ok(known)
    }

    fn compare(
        &mut self,
        desk: &Desk<'_>,
        draft: Self::Draft,
        organisation: Option<OrganisationId>,
        record: Option<Project>,
    ) -> Result<(LineOutcome, Option<Write>), Failure> {
        let Some(project) = record else {
            let project = Project {
                id: ProjectId::from_random(desk.bytes()),
                organisation,
                origin: Some((draft.source, draft.external_id)),
                sharing: sharing(desk, draft.visibility),
                first_seen: desk.at,
                changed_at: desk.at,
                content: draft.content,
            };
            return Ok((LineOutcome::New, Some(Write::New(Box::new(project)))));
        };
        let (content, changes) = merge(&project.content, &draft.content, |_| false)
            .map_err(|error| Failure::Internal(Incident::log(&error)))?;
        if changes.is_empty() {
            return Ok((LineOutcome::Same, None));
        }
        // Who may see a project is a person's decision: a file never changes it later.
        let newer = Project { content, changed_at: desk.at, ..project };
        Ok((LineOutcome::Changed(changes), Some(Write::Changed(Box::new(newer)))))
    }

    async fn apply<C: ConnectionTrait>(
        &mut self,
        c: &C,
        desk: &Desk<'_>,
        writes: Vec<Write>,
        _: &mut Touched,
    ) -> Result<(), StoreError> {
        let mut new = Vec::new();
        for write in writes {
            match write {
                Write::New(project) => new.push(*project),
                Write::Changed(project) => store::projects::update(c, &project).await?,
            }
        }
        store::projects::insert(c, &new, desk.plan.demonstration).await
    }
}
