//! The demonstration workspace: a small invented sector, loaded through the same importer as
//! everything else, marked, and removable with one action.

use std::{collections::HashMap, io::Cursor, ops::ControlFlow};

use chrono::{NaiveDate, TimeDelta};
use domain::{
    CoalitionId, Donor, DonorId, LegalEntity, LegalEntityId, Organisation, OrganisationId, Role,
    Visibility,
};
use store::organisations::NewOrganisation;

use crate::{
    Actor, Failure, Incident, Services, accounts, code_name,
    imports::{self, ImportFailure, ImportKind},
    reviews,
    services::News,
};

/// Donors of the demonstration, in the native format.
pub const DONORS: &str = include_str!("../demo/donors.jsonl");
/// Its organisations.
pub const ORGANISATIONS: &str = include_str!("../demo/organisations.jsonl");
/// Its calls.
pub const CALLS: &str = include_str!("../demo/calls.jsonl");
/// Its projects.
pub const PROJECTS: &str = include_str!("../demo/projects.jsonl");

/// The source under which the records stand.
const SOURCE: &str = "demo";

/// What was loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// Donors.
    pub donors: usize,
    /// Organisations.
    pub organisations: usize,
    /// Calls.
    pub calls: u64,
    /// Projects.
    pub projects: u64,
}

/// A demonstration file that does not read: a defect of the program.
#[derive(Debug, thiserror::Error)]
#[error("the demonstration data is damaged: {0}")]
struct Damaged(String);

fn damaged(detail: impl std::fmt::Debug) -> Failure {
    Failure::Internal(Incident::log(&Damaged(format!("{detail:?}"))))
}

/// Puts real days in the place of `@+45d` and `@-30d`, so that the demonstration never gets old.
#[must_use]
pub fn dated(text: &str, today: NaiveDate) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\"@") {
        let (before, mark) = rest.split_at(at);
        out.push_str(before);
        let end = mark[2..].find('"').map_or(mark.len(), |end| end + 3);
        let (mark, after) = mark.split_at(end);
        let days = mark.trim_matches('"').strip_prefix('@').and_then(|days| days.strip_suffix('d'));
        match days.and_then(|days| days.parse::<i64>().ok()) {
            Some(days) => out.extend(["\"", &(today + TimeDelta::days(days)).to_string(), "\""]),
            None => out.push_str(mark),
        }
        rest = after;
    }
    out + rest
}

fn donors(services: &Services) -> Result<Vec<Donor>, Failure> {
    let mut found: Vec<Donor> = Vec::new();
    let mut ids: HashMap<String, DonorId> = HashMap::new();
    let mut problems = Vec::new();
    exchange::read_donors(&mut Cursor::new(dated(DONORS, services.today())), &mut |record| {
        match record.item {
            Ok(draft) => {
                let id = DonorId::from_random(services.chance().bytes());
                ids.insert(draft.external_id, id);
                found.push(Donor {
                    id,
                    name: draft.name,
                    aliases: draft.aliases,
                    kind: draft.kind,
                    country: draft.country,
                    parent: draft.parent.and_then(|parent| ids.get(&parent).copied()),
                    statuses: draft.statuses,
                });
            }
            Err(issues) => problems.push((record.row, issues)),
        }
        ControlFlow::Continue(())
    })
    .map_err(damaged)?;
    if problems.is_empty() { Ok(found) } else { Err(damaged(problems)) }
}

fn organisations(services: &Services) -> Result<Vec<NewOrganisation>, Failure> {
    let mut found = Vec::new();
    let mut taken = std::collections::HashSet::new();
    let mut problems = Vec::new();
    exchange::read_organisations(&mut Cursor::new(ORGANISATIONS), &mut |record| {
        match record.item {
            Ok(draft) => {
                let entities = draft.entities.into_iter().map(|entity| LegalEntity {
                    id: LegalEntityId::from_random(services.chance().bytes()),
                    name: entity.name,
                    country: entity.country,
                    form: entity.form,
                    local_form: entity.local_form,
                    identifier: entity.identifier,
                    since: entity.since,
                    fiscal_sponsor: entity.fiscal_sponsor,
                });
                found.push(NewOrganisation {
                    organisation: Organisation {
                        id: OrganisationId::from_random(services.chance().bytes()),
                        name: draft.name,
                        code_name: code_name::draw(services.chance(), &mut taken),
                        aliases: draft.aliases,
                        addresses: draft.addresses,
                        people: draft.people,
                        partners: draft.partners,
                        places: draft.places,
                        entities: entities.collect(),
                    },
                    origin: Some((SOURCE.to_owned(), draft.external_id)),
                    at: services.now(),
                    demonstration: true,
                });
            }
            Err(issues) => problems.push((record.row, issues)),
        }
        ControlFlow::Continue(())
    })
    .map_err(damaged)?;
    if problems.is_empty() { Ok(found) } else { Err(damaged(problems)) }
}

async fn import(
    services: &Services,
    actor: &Actor,
    kind: ImportKind,
    text: &str,
) -> Result<u64, Failure> {
    let file = imports::File {
        name: format!("demonstration {}", kind.code()),
        input: Box::new(Cursor::new(dated(text, services.today()).into_bytes())),
    };
    let report =
        match Box::pin(imports::run_as(services, actor, kind, file, true, true, &mut |_| ())).await
        {
            Ok((report, _)) => report,
            Err(ImportFailure::Failure(failure)) => return Err(failure),
            Err(other) => return Err(damaged(other)),
        };
    if report.counts.refused > 0 { Err(damaged(report.lines)) } else { Ok(report.counts.new) }
}

/// Loads the demonstration workspace into an empty database.
///
/// # Errors
/// [`Failure::Forbidden`] when there are records already, so that demonstration and real records
/// are never mixed by accident; [`Failure::Internal`].
pub async fn load(services: &Services, actor: &Actor) -> Result<Loaded, Failure> {
    let used = store::calls::count(services.db.reads()).await?
        + store::projects::count(services.db.reads()).await?
        + store::organisations::count(services.db.reads()).await?;
    if used > 0 {
        return Err(Failure::Forbidden);
    }
    let (donors, organisations) = (donors(services)?, organisations(services)?);
    let transaction = services.begin().await?;
    // One at a time: a regrantor points at a donor before it.
    for donor in &donors {
        store::donors::insert(&transaction, std::slice::from_ref(donor), true).await?;
    }
    store::organisations::insert(&transaction, &organisations).await?;
    News::Everything.tell(&transaction).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    let calls = Box::pin(import(services, actor, ImportKind::Calls, CALLS)).await?;
    let projects = Box::pin(import(services, actor, ImportKind::Projects, PROJECTS)).await?;
    people(services, &organisations, &donors).await?;
    services.follow().await?;
    Ok(Loaded { donors: donors.len(), organisations: organisations.len(), calls, projects })
}

/// The organisation whose owner one can be: its identifier in the file.
const STAFF_OF: &str = "org-03";
/// The donors whose reviewer one can be.
const REVIEWED: [&str; 2] = ["Agency for European Neighbours", "Stiftung Weite Felder"];

/// The accounts one click signs in to: they have no password, and only a server on loopback lets
/// them in.
async fn people(
    services: &Services,
    organisations: &[NewOrganisation],
    donors: &[Donor],
) -> Result<(), Failure> {
    let transaction = services.begin().await?;
    for role in accounts::DEMONSTRATION_ROLES {
        let (admin, analyst) = (role == "admin", role == "analyst");
        let name = format!("demo {role}");
        let rights = (admin, analyst);
        let account = accounts::add(services, &transaction, &name, None, rights, true).await?;
        if role == "staff" {
            let named =
                |one: &&NewOrganisation| one.origin.as_ref().is_some_and(|(_, id)| id == STAFF_OF);
            let organisation = organisations.iter().find(named).ok_or_else(|| damaged(STAFF_OF))?;
            let id = organisation.organisation.id;
            store::accounts::set_role(&transaction, account, id, Some(Role::Owner)).await?;
        }
        if role == "donor" {
            for name in REVIEWED {
                let donor = donors.iter().find(|donor| donor.name == name);
                let donor = donor.ok_or_else(|| damaged(name))?.id;
                store::accounts::add_reviewer(&transaction, account, donor).await?;
            }
        }
    }
    share(services, &transaction, organisations).await?;
    let ours = |donor: &&Donor| REVIEWED.contains(&donor.name.as_str());
    let reviewed: Vec<DonorId> = donors.iter().filter(ours).map(|donor| donor.id).collect();
    reviews::begin_all(services, &transaction, &reviewed).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

/// Gives the levels "named" and "coalition" of the file somebody to mean: the staff account, and a
/// coalition of the organisations concerned with the one of the staff account.
async fn share<C: store::ConnectionTrait>(
    services: &Services,
    c: &C,
    organisations: &[NewOrganisation],
) -> Result<(), Failure> {
    let operator = store::TenantScope::operator();
    let found = store::accounts::by_name(c, "demo staff").await?;
    let (staff, _) = found.ok_or_else(|| damaged("demo staff"))?;
    let coalition = CoalitionId::from_random(services.chance().bytes());
    store::coalitions::insert(c, coalition, "Common Table").await?;
    for NewOrganisation { organisation, origin, .. } in organisations {
        let mut joins = origin.as_ref().is_some_and(|(_, id)| id == STAFF_OF);
        let id = organisation.id;
        let projects = store::projects::of_organisation(c, &operator, services.now(), id).await?;
        for mut project in projects {
            match project.sharing.visibility {
                Visibility::Named => project.sharing.named = vec![staff.id],
                Visibility::Coalition => {
                    project.sharing.coalition = Some(coalition);
                    joins = true;
                }
                _ => continue,
            }
            store::projects::update(c, &project).await?;
        }
        if joins {
            store::coalitions::set_member(c, coalition, id, Some(true)).await?;
        }
    }
    Ok(())
}

/// Removes everything that belongs to the demonstration workspace, and hands back the space.
///
/// # Errors
/// [`Failure::Internal`].
pub async fn remove(services: &Services, actor: &Actor) -> Result<(), Failure> {
    actor.admin()?;
    let transaction = services.begin().await?;
    store::accounts::delete_demonstration(&transaction).await?;
    store::projects::delete_demonstration(&transaction).await?;
    store::calls::delete_demonstration(&transaction).await?;
    store::organisations::delete_demonstration(&transaction).await?;
    store::coalitions::delete_empty(&transaction).await?;
    store::donors::delete_demonstration(&transaction).await?;
    services.commit_erased(transaction, News::Everything).await
}

#[cfg(test)]
mod tests {
    use super::dated;

    #[test]
    fn days_are_counted_from_today() {
        let today = "2026-12-20".parse().unwrap();
        assert_eq!(
            dated(r#"{"on":"@+45d","x":"@me","y":"@-20d"}"#, today),
            r#"{"on":"2027-02-03","x":"@me","y":"2026-11-30"}"#
        );
        assert_eq!(dated("nothing", today), "nothing");
    }
}
