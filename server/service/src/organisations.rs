//! Organisations as their members have them.

use std::collections::BTreeMap;

use domain::{CoalitionId, Organisation, OrganisationId, ProjectDraft, Role, fold::fold};
pub use store::organisations::{Arrival, Arrivals};
use store::{TenantScope, coalitions::Coalition, organisations::NewOrganisation};

use crate::{
    Actor, Failure, FieldProblem, Services, accounts::Hidden, code_name, invitations,
    services::News, written,
};

/// The most characters of a name.
const NAME_MOST: usize = 200;

/// An organisation and the actor's role in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The organisation.
    pub organisation: Organisation,
    /// The role.
    pub role: Role,
}

pub(crate) fn named(name: &str) -> Result<String, Failure> {
    written::name(name, NAME_MOST).map_err(|problem| Failure::Invalid(vec![problem]))
}

/// The organisations the actor belongs to, by name.
///
/// # Errors
/// [`Failure::Internal`] when the database cannot be read.
pub async fn mine(services: &Services, actor: &Actor) -> Result<Vec<Membership>, Failure> {
    let found = store::organisations::all(services.db.reads(), actor.scope()).await?;
    let mut mine: Vec<Membership> = found
        .into_iter()
        .filter_map(|organisation| {
            let role = actor.reader().role_in(organisation.id)?;
            Some(Membership { organisation, role })
        })
        .collect();
    mine.sort_by_key(|one| fold(&one.organisation.name));
    Ok(mine)
}

/// One organisation.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not belong to it.
pub async fn get(
    services: &Services,
    actor: &Actor,
    id: OrganisationId,
) -> Result<Membership, Failure> {
    let role = actor.reader().role_in(id).ok_or(Failure::NotFound)?;
    let found = store::organisations::get(services.db.reads(), actor.scope(), id).await?;
    Ok(Membership { organisation: found.ok_or(Failure::NotFound)?, role })
}

/// The organisations of the server as admins see them: those that wait for their first owner, and how many
/// others there are.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever is no admin.
pub async fn arrivals(services: &Services, actor: &Actor) -> Result<Arrivals, Failure> {
    actor.admin()?;
    let now = services.now();
    let mut found = store::organisations::arrivals(services.db.reads(), actor.scope(), now).await?;
    found.waiting.retain(|one| one.demonstration == actor.is_demonstration());
    Ok(found)
}

/// Adds an organisation and returns the secret of a link for its first owner. The admin who adds it
/// gets no access to it.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever is no admin, [`Failure::Invalid`] naming `name`.
pub async fn add(services: &Services, actor: &Actor, name: &str) -> Result<Hidden, Failure> {
    actor.admin()?;
    let name = named(name)?;
    let operator = TenantScope::operator();
    let transaction = services.begin().await?;
    // The same form once more, or a second link for somebody who has not come yet.
    let open = store::organisations::arrivals(&transaction, actor.scope(), services.now()).await?;
    if open.waiting.iter().any(|one| fold(&one.name) == fold(&name)) {
        return Err(Failure::Invalid(vec![FieldProblem { field: "name", problem: "taken" }]));
    }
    let mut taken = store::organisations::all(&transaction, &operator)
        .await?
        .into_iter()
        .map(|one| one.code_name)
        .collect();
    let organisation = Organisation::named(
        OrganisationId::from_random(services.chance().bytes()),
        name,
        code_name::draw(services.chance(), &mut taken),
    );
    let id = organisation.id;
    // What an account of the demonstration makes goes with the demonstration.
    let demonstration = actor.is_demonstration();
    let new = NewOrganisation { organisation, origin: None, at: services.now(), demonstration };
    store::organisations::insert(&transaction, &[new]).await?;
    let purpose = store::invitations::Purpose::Member(id, Role::Owner);
    let link = invitations::make(services, &transaction, purpose, actor.account()).await?;
    let act = actor.does(services, "organisation_added");
    services.record(&transaction, act, "organisation", id.uuid(), Some(id)).await?;
    services.commit(transaction, News::Everything).await?;
    Ok(link)
}

/// The organisation that a file of some source calls by an identifier or a name, among those for which
/// the actor may write; `None` when none or several are.
///
/// # Errors
/// [`Failure::Internal`] when the database cannot be read.
pub async fn of_name(
    services: &Services,
    actor: &Actor,
    source: &str,
    name: &str,
) -> Result<Option<OrganisationId>, Failure> {
    let all = store::organisations::directory(services.db.reads(), actor.scope()).await?;
    Ok(all.find(source, name))
}

/// Everything of an organisation as lines in the native format: itself, then its projects.
pub(crate) async fn export<C: store::ConnectionTrait>(
    services: &Services,
    c: &C,
    actor: &Actor,
    id: OrganisationId,
) -> Result<Vec<u8>, Failure> {
    let found = store::organisations::get(c, actor.scope(), id).await?;
    let organisation = found.ok_or(Failure::NotFound)?;
    let name = organisation.name.clone();
    let draft = exchange::OrganisationDraft {
        source: "waxwing".to_owned(),
        external_id: id.to_string(),
        name: organisation.name,
        aliases: organisation.aliases,
        addresses: organisation.addresses,
        people: organisation.people,
        partners: organisation.partners,
        places: organisation.places,
        entities: organisation
            .entities
            .into_iter()
            .map(|entity| exchange::EntityDraft {
                external_id: Some(entity.id.to_string()),
                name: entity.name,
                country: entity.country,
                form: entity.form,
                local_form: entity.local_form,
                identifier: entity.identifier,
                since: entity.since,
                fiscal_sponsor: entity.fiscal_sponsor,
            })
            .collect(),
    };
    let mut lines = vec![exchange::write_organisation(&draft)];
    let projects = store::projects::of_organisation(c, actor.scope(), services.now(), id).await?;
    for project in projects {
        let (source, external_id) =
            project.origin.unwrap_or_else(|| ("waxwing".to_owned(), project.id.to_string()));
        let draft = ProjectDraft {
            source,
            external_id,
            organisation: Some(name.clone()),
            visibility: project.sharing.visibility,
            content: project.content,
        };
        lines.push(exchange::write_project(&draft));
    }
    Ok(lines.join("\n").into_bytes())
}

/// A coalition as one of its organisations sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoalitionView {
    /// Identifier.
    pub id: CoalitionId,
    /// Name.
    pub name: String,
    /// Whether the organisation itself has agreed.
    pub agreed: bool,
    /// The organisations that have agreed: by name for whoever has agreed too, by code name before.
    pub members: Vec<String>,
    /// The code names that were asked and have not agreed. Whether there is anybody behind one, or they
    /// have said no, nobody is told.
    pub asked: Vec<String>,
}

fn view(services: &Services, coalition: Coalition, own: OrganisationId) -> CoalitionView {
    let knowledge = services.knowledge();
    let agreed = coalition.members.get(&own).copied().unwrap_or(false);
    let mut asked = coalition.asked;
    if let Some(own) = knowledge.organisation(own).filter(|_| !agreed) {
        let mine = |typed: &str| code_name::read(typed).is_some_and(|one| one == own.code_name);
        asked.retain(|typed| !mine(typed));
    }
    let shown = |one: &Organisation| if agreed { one.name.clone() } else { one.code_name.clone() };
    let mut members: Vec<String> = coalition
        .members
        .into_iter()
        .filter(|(_, agreed)| *agreed)
        .map(|(id, _)| knowledge.organisation(id).map(shown).unwrap_or_default())
        .collect();
    members.sort_by_key(|name| fold(name));
    CoalitionView { id: coalition.id, name: coalition.name, agreed, members, asked }
}

/// The coalitions of an organisation.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not belong to it.
pub async fn coalitions(
    services: &Services,
    actor: &Actor,
    id: OrganisationId,
) -> Result<Vec<CoalitionView>, Failure> {
    actor.at_least(Role::Viewer, id)?;
    let found = store::coalitions::of_organisation(services.db.reads(), id).await?;
    Ok(found.into_iter().map(|one| view(services, one, id)).collect())
}

/// Whether a text is written as code names are, whether anybody has it or not.
#[must_use]
pub fn is_code_name(text: &str) -> bool {
    code_name::read(text).is_some()
}

/// How many code names an organisation may ask in a day: enough for every table there is, too few to
/// find out by trying which exist.
pub const ASKED_A_DAY: i64 = 20;

/// Founds a coalition with other organisations, named by their code names: nobody can search for
/// organisations. Each of them sees nothing and shows nothing until it agrees. A code name that nobody
/// has is taken like any other: it will not answer.
///
/// # Errors
/// [`Failure::Invalid`] naming `name` or `members`.
pub async fn found_coalition(
    services: &Services,
    actor: &Actor,
    id: OrganisationId,
    name: &str,
    code_names: &[String],
) -> Result<(), Failure> {
    actor.at_least(Role::Owner, id)?;
    let name = named(name)?;
    let wrong = |problem| Failure::Invalid(vec![FieldProblem { field: "members", problem }]);
    let mut asked: BTreeMap<String, String> = BTreeMap::new();
    for code_name in code_names {
        let Some(read) = code_name::read(code_name) else { return Err(wrong("code_name")) };
        let typed = code_name.split_whitespace().collect::<Vec<_>>().join(" ");
        asked.entry(fold(&read)).or_insert(typed);
    }
    let transaction = services.begin().await?;
    let all = store::organisations::all(&transaction, &TenantScope::operator()).await?;
    if let Some(own) = all.iter().find(|one| one.id == id) {
        asked.remove(&fold(&own.code_name));
    }
    // The second of two clicks.
    let mine = store::coalitions::of_organisation(&transaction, id).await?;
    let is_founded = |one: &Coalition| {
        let waiting = one.asked.iter().filter_map(|typed| code_name::read(typed));
        one.members.get(&id) == Some(&true)
            && fold(&one.name) == fold(&name)
            && waiting.map(|read| fold(&read)).eq(asked.keys().cloned())
    };
    if !asked.is_empty() && mine.iter().any(is_founded) {
        return Ok(());
    }
    if asked.is_empty() {
        return Err(wrong("missing"));
    }
    let more = i64::try_from(asked.len()).unwrap_or(i64::MAX);
    let today = services.today();
    let count = store::coalitions::count_requests(&transaction, id, today, more).await?;
    if count > ASKED_A_DAY {
        return Err(wrong("many_asked"));
    }
    let coalition = CoalitionId::from_random(services.chance().bytes());
    store::coalitions::insert(&transaction, coalition, &name).await?;
    store::coalitions::set_member(&transaction, coalition, id, Some(true)).await?;
    for one in &all {
        if asked.contains_key(&fold(&one.code_name)) {
            store::coalitions::set_member(&transaction, coalition, one.id, Some(false)).await?;
        }
    }
    for (folded, typed) in &asked {
        store::coalitions::ask(&transaction, coalition, folded, typed).await?;
    }
    let act = actor.does(services, "coalition_founded");
    services.record(&transaction, act, "coalition", coalition.uuid(), Some(id)).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

/// Agrees to a coalition, refuses, or leaves it. To those who asked, a refusal looks like no answer.
///
/// # Errors
/// [`Failure::NotFound`] for a coalition the organisation was not asked to.
pub async fn set_coalition(
    services: &Services,
    actor: &Actor,
    id: OrganisationId,
    coalition: CoalitionId,
    agreed: bool,
) -> Result<(), Failure> {
    actor.at_least(Role::Owner, id)?;
    let transaction = services.begin().await?;
    let found = store::coalitions::of_organisation(&transaction, id).await?;
    if !found.iter().any(|one| one.id == coalition) {
        return Err(Failure::NotFound);
    }
    store::coalitions::set_member(&transaction, coalition, id, agreed.then_some(true)).await?;
    if agreed {
        let own = store::organisations::get(&transaction, actor.scope(), id).await?;
        let code_name = own.ok_or(Failure::NotFound)?.code_name;
        store::coalitions::answered(&transaction, coalition, &fold(&code_name)).await?;
    }
    let act = actor.does(services, if agreed { "coalition_joined" } else { "coalition_left" });
    services.record(&transaction, act, "coalition", coalition.uuid(), Some(id)).await?;
    services.commit(transaction, News::Projects).await
}
