//! What an organisation says about itself: its names, its people, whom it works with, and the legal
//! entities through which it can apply.
//!
//! Names are masked wherever texts are matched or shown blind, and verdicts rest on the entities:
//! both hold from the moment in which they are saved.

use chrono::NaiveDate;
use domain::{
    Country, EntityForm, LegalEntity, LegalEntityId, Organisation, OrganisationId, Place, Role,
    fold::{fold, is_invisible},
};
use serde::Serialize;

use crate::{
    Actor, Failure, FieldProblem, Services,
    organisations::{self, named},
    seen,
    services::News,
};

/// The most bodies of one organisation, and the most names of one sort.
pub const MOST: usize = 60;
/// The most characters of a name, an address or an identifier.
pub const LONGEST: usize = 200;

/// What an organisation says about itself, besides its legal entities.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// Name. One that is changed stays among the other names.
    pub name: String,
    /// Other and former names, acronyms.
    pub aliases: Vec<String>,
    /// Addresses on the web and handles.
    pub addresses: Vec<String>,
    /// Persons publicly tied to it.
    pub people: Vec<String>,
    /// Organisations it works with.
    pub partners: Vec<String>,
    /// Where it works.
    pub places: Vec<Place>,
}

/// What a person writes about a legal entity. What is required may be missing: it is named then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EntityInput {
    /// Registered name.
    pub name: String,
    /// Country of registration.
    pub country: Option<Country>,
    /// Class of the legal form.
    pub form: Option<EntityForm>,
    /// The form as written in that country.
    pub local_form: String,
    /// Identifier in the scheme of org-id.guide.
    pub identifier: String,
    /// Registered since.
    pub since: Option<NaiveDate>,
    /// Belongs to a fiscal sponsor.
    pub fiscal_sponsor: bool,
}

/// A name as it is kept: without signs that nobody sees, with single spaces.
fn tidy(name: &str) -> String {
    let seen: String = name.chars().filter(|c| !is_invisible(*c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_long(name: &str) -> bool {
    name.chars().count() > LONGEST
}

/// Names of a list, tidied, each once.
fn tidied(names: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names.iter().map(|name| tidy(name)).filter(|name| !name.is_empty()) {
        if !kept.iter().any(|known| fold(known) == fold(&name)) {
            kept.push(name);
        }
    }
    kept
}

/// What is wrong with a list of names. A single letter would be taken out of every text.
fn problem_of(names: &[String]) -> Option<&'static str> {
    let letters = |name: &String| name.chars().filter(|c| c.is_alphanumeric()).count();
    if names.len() > MOST {
        Some("names_many")
    } else if names.iter().any(|name| is_long(name)) {
        Some("too_long")
    } else if names.iter().any(|name| letters(name) < 2) {
        Some("name_short")
    } else {
        None
    }
}

impl Profile {
    /// What an organisation says about itself now.
    #[must_use]
    pub fn of(organisation: &Organisation) -> Self {
        Self {
            name: organisation.name.clone(),
            aliases: organisation.aliases.clone(),
            addresses: organisation.addresses.clone(),
            people: organisation.people.clone(),
            partners: organisation.partners.clone(),
            places: organisation.places.clone(),
        }
    }

    fn tidied(self) -> Self {
        Self {
            name: tidy(&self.name),
            aliases: tidied(&self.aliases),
            addresses: tidied(&self.addresses),
            people: tidied(&self.people),
            partners: tidied(&self.partners),
            places: self.places,
        }
    }

    /// Everything that is wrong with it.
    #[must_use]
    pub fn problems(&self) -> Vec<FieldProblem> {
        let mut found = match named(&self.name) {
            Err(Failure::Invalid(problems)) => problems,
            _ => Vec::new(),
        };
        let lists = [
            ("other_names", &self.aliases),
            ("web_addresses", &self.addresses),
            ("people_names", &self.people),
            ("partner_names", &self.partners),
        ];
        for (field, names) in lists {
            let problem = problem_of(&tidied(names));
            found.extend(problem.map(|problem| FieldProblem { field, problem }));
        }
        if self.places.len() > MOST {
            found.push(FieldProblem { field: "organisation_places", problem: "names_many" });
        }
        found
    }
}

impl EntityInput {
    /// What is on record of an entity.
    #[must_use]
    pub fn of(entity: &LegalEntity) -> Self {
        Self {
            name: entity.name.clone(),
            country: Some(entity.country),
            form: Some(entity.form),
            local_form: entity.local_form.clone().unwrap_or_default(),
            identifier: entity.identifier.clone().unwrap_or_default(),
            since: entity.since,
            fiscal_sponsor: entity.fiscal_sponsor,
        }
    }

    /// Everything that is wrong with it.
    #[must_use]
    pub fn problems(&self, today: NaiveDate) -> Vec<FieldProblem> {
        let mut found = Vec::new();
        let mut wrong = |field, problem| found.push(FieldProblem { field, problem });
        let name = tidy(&self.name);
        if name.is_empty() {
            wrong("entity_name", "missing");
        } else if let Some(problem) = problem_of(std::slice::from_ref(&name)) {
            wrong("entity_name", problem);
        }
        if self.country.is_none() {
            wrong("entity_country", "missing");
        }
        if self.form.is_none() {
            wrong("entity_form", "missing");
        }
        if is_long(&self.local_form) {
            wrong("local_form", "too_long");
        }
        if is_long(&self.identifier) {
            wrong("identifier", "too_long");
        }
        if self.since.is_some_and(|since| since > today) {
            wrong("entity_since", "day_future");
        }
        found
    }

    fn entity(self, id: LegalEntityId) -> Option<LegalEntity> {
        let given = |text: &str| Some(tidy(text)).filter(|text| !text.is_empty());
        Some(LegalEntity {
            id,
            name: tidy(&self.name),
            country: self.country?,
            form: self.form?,
            local_form: given(&self.local_form),
            identifier: given(&self.identifier),
            since: self.since,
            fiscal_sponsor: self.fiscal_sponsor,
        })
    }
}

async fn on_record<C: store::ConnectionTrait>(
    c: &C,
    actor: &Actor,
    id: OrganisationId,
) -> Result<Organisation, Failure> {
    store::organisations::get(c, actor.scope(), id).await?.ok_or(Failure::NotFound)
}

/// Writes anew what an organisation says about itself. The name it had stays among its other names:
/// older texts go on using it. `state` is what the form was made of, as [`seen::state_of`] names it.
///
/// # Errors
/// [`Failure::NotFound`] and [`Failure::Forbidden`] for whoever may not write for it,
/// [`Failure::Invalid`] naming fields, also where somebody else has changed them since the form was made.
pub async fn describe(
    services: &Services,
    actor: &Actor,
    id: OrganisationId,
    profile: Profile,
    state: &str,
) -> Result<(), Failure> {
    actor.at_least(Role::Editor, id)?;
    let problems = profile.problems();
    if !problems.is_empty() {
        return Err(Failure::Invalid(problems));
    }
    let mut profile = profile.tidied();
    let transaction = services.begin().await?;
    let old = on_record(&transaction, actor, id).await?;
    if old.name != profile.name {
        profile.aliases.push(old.name.clone());
    }
    let own = fold(&profile.name);
    profile.aliases = tidied(&profile.aliases);
    profile.aliases.retain(|alias| fold(alias) != own);
    let new = Organisation {
        name: profile.name,
        aliases: profile.aliases,
        addresses: profile.addresses,
        people: profile.people,
        partners: profile.partners,
        places: profile.places,
        ..old.clone()
    };
    // What a form that is sent twice would change is changed already.
    if new == old {
        return Ok(());
    }
    seen::unchanged(&seen::state_of(&Profile::of(&old)), state, "name")?;
    store::organisations::describe(&transaction, &new).await?;
    let act = actor.does(services, "organisation_changed");
    services.record(&transaction, act, "organisation", id.uuid(), Some(id)).await?;
    services.commit(transaction, News::Everything).await
}

/// A body of the same name in the same country: the same one, entered twice.
fn is_twin(one: &LegalEntity, other: &LegalEntity) -> bool {
    one.id != other.id && one.country == other.country && fold(&one.name) == fold(&other.name)
}

fn taken() -> Failure {
    Failure::Invalid(vec![FieldProblem { field: "entity_name", problem: "taken" }])
}

fn checked(
    services: &Services,
    id: LegalEntityId,
    input: EntityInput,
) -> Result<LegalEntity, Failure> {
    let problems = input.problems(services.today());
    if problems.is_empty() {
        input.entity(id).ok_or_else(|| Failure::Invalid(Vec::new()))
    } else {
        Err(Failure::Invalid(problems))
    }
}

/// Adds a legal entity. A form that is sent twice under the same `key` adds one.
///
/// # Errors
/// [`Failure::NotFound`] and [`Failure::Forbidden`] for whoever may not write for the organisation,
/// [`Failure::Invalid`] naming fields.
pub async fn add_entity(
    services: &Services,
    actor: &Actor,
    id: OrganisationId,
    key: &str,
    input: EntityInput,
) -> Result<LegalEntityId, Failure> {
    actor.at_least(Role::Editor, id)?;
    let new = LegalEntityId::from_random(services.chance().bytes());
    let entity = checked(services, new, input)?;
    let transaction = services.begin().await?;
    let organisation = on_record(&transaction, actor, id).await?;
    if let Some(id) = services.answered(&transaction, actor, key).await? {
        let id = id.into();
        let saved = organisation.entities.iter().find(|one| one.id == id);
        let is_same = |saved: &LegalEntity| *saved == LegalEntity { id, ..entity.clone() };
        seen::saved_once(saved.is_none_or(is_same), "entity_name")?;
        return Ok(id);
    }
    if organisation.entities.iter().any(|one| is_twin(one, &entity)) {
        return Err(taken());
    }
    if organisation.entities.len() >= MOST {
        let problem = FieldProblem { field: "entity_name", problem: "names_many" };
        return Err(Failure::Invalid(vec![problem]));
    }
    store::organisations::add_entity(&transaction, id, &entity).await?;
    services.answer(&transaction, actor, key, entity.id.uuid()).await?;
    let act = actor.does(services, "entity_added");
    services.record(&transaction, act, "entity", entity.id.uuid(), Some(id)).await?;
    services.commit(transaction, News::Everything).await?;
    Ok(entity.id)
}

/// Writes a legal entity anew. `state` is what the form was made of, as [`seen::state_of`] names it.
///
/// # Errors
/// As [`add_entity`]; [`Failure::NotFound`] also for an entity of another organisation,
/// [`Failure::Invalid`] also where somebody else has changed it since the form was made.
pub async fn change_entity(
    services: &Services,
    actor: &Actor,
    id: OrganisationId,
    entity: LegalEntityId,
    input: EntityInput,
    state: &str,
) -> Result<(), Failure> {
    actor.at_least(Role::Editor, id)?;
    let entity = checked(services, entity, input)?;
    let transaction = services.begin().await?;
    let organisation = on_record(&transaction, actor, id).await?;
    let old = organisation.entities.iter().find(|one| one.id == entity.id);
    match old {
        None => return Err(Failure::NotFound),
        Some(old) if *old == entity => return Ok(()),
        Some(old) => {
            seen::unchanged(&seen::state_of(&EntityInput::of(old)), state, "entity_name")?;
        }
    }
    if organisation.entities.iter().any(|one| is_twin(one, &entity)) {
        return Err(taken());
    }
    store::organisations::update_entity(&transaction, id, &entity).await?;
    let act = actor.does(services, "entity_changed");
    services.record(&transaction, act, "entity", entity.id.uuid(), Some(id)).await?;
    services.commit(transaction, News::Everything).await
}

/// Removes a legal entity: nothing can be applied for through it any more. One that is gone already
/// is no mistake.
///
/// # Errors
/// [`Failure::NotFound`] and [`Failure::Forbidden`] for whoever may not write for the organisation.
pub async fn remove_entity(
    services: &Services,
    actor: &Actor,
    id: OrganisationId,
    entity: LegalEntityId,
) -> Result<(), Failure> {
    actor.at_least(Role::Editor, id)?;
    let transaction = services.begin().await?;
    let organisation = on_record(&transaction, actor, id).await?;
    if !organisation.entities.iter().any(|one| one.id == entity) {
        return Ok(());
    }
    store::organisations::delete_entity(&transaction, id, entity).await?;
    let act = actor.does(services, "entity_removed");
    services.record(&transaction, act, "entity", entity.uuid(), Some(id)).await?;
    services.commit_erased(transaction, News::Everything).await
}

/// One legal entity of an organisation, to be changed.
///
/// # Errors
/// [`Failure::NotFound`] and [`Failure::Forbidden`] for whoever may not write for the organisation.
pub async fn entity(
    services: &Services,
    actor: &Actor,
    id: OrganisationId,
    entity: LegalEntityId,
) -> Result<(Organisation, LegalEntity), Failure> {
    let organisation = to_change(services, actor, id).await?;
    let found = organisation.entities.iter().find(|one| one.id == entity).cloned();
    Ok((organisation, found.ok_or(Failure::NotFound)?))
}

/// One organisation, to be changed.
///
/// # Errors
/// [`Failure::NotFound`] and [`Failure::Forbidden`] for whoever may not write for it.
pub async fn to_change(
    services: &Services,
    actor: &Actor,
    id: OrganisationId,
) -> Result<Organisation, Failure> {
    actor.at_least(Role::Editor, id)?;
    Ok(organisations::get(services, actor, id).await?.organisation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_once_and_without_what_nobody_sees() {
        let names = ["  Alder\u{200b}  Circle ", "alder circle", "", "\u{202e}"].map(str::to_owned);
        assert_eq!(tidied(&names), ["Alder Circle"]);
    }

    #[test]
    fn everything_wrong_is_named_at_once() {
        let profile = Profile {
            name: " ".into(),
            aliases: vec!["А".into()],
            people: vec!["x".repeat(LONGEST + 1)],
            partners: (0..=MOST).map(|n| format!("Partner {n}")).collect(),
            ..Profile::default()
        };
        let found: Vec<_> = profile.problems().iter().map(|one| (one.field, one.problem)).collect();
        assert_eq!(
            found,
            [
                ("name", "missing"),
                ("other_names", "name_short"),
                ("people_names", "too_long"),
                ("partner_names", "names_many")
            ]
        );
        let today = "2026-11-30".parse().unwrap();
        let entity = EntityInput { since: "2026-12-01".parse().ok(), ..EntityInput::default() };
        let found: Vec<_> = entity.problems(today).iter().map(|one| one.field).collect();
        assert_eq!(found, ["entity_name", "entity_country", "entity_form", "entity_since"]);
    }
}
