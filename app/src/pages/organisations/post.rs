//! What the forms of an organisation about itself send.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{AccountId, CoalitionId, LegalEntityId, OrganisationId, Role};
use service::{
    Failure, Purpose, accounts,
    approvals::{self, TwoPersonAct},
    invitations, organisations, profile, sharing,
};

use super::{edit, entity};
use crate::{
    http::{
        AppState, Fields, Outcome, Requester, Sent, answer_with, for_member, id, language_of, link,
        show_again,
    },
    pages::admin::post::answered,
    ui::FieldError,
};

/// Shows a form again with everything that is wrong with it.
async fn again(
    state: AppState,
    requester: Requester,
    path: &str,
    fields: Fields,
    errors: Vec<FieldError>,
) -> Response {
    let sent = Sent { values: fields.0, errors, ..Sent::default() };
    show_again(state, &requester, path, sent).await
}

/// Names, addresses, people, partners, places.
pub(crate) async fn describe(
    State(state): State<AppState>,
    Path(organisation): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = format!("/organisations/{organisation}/edit");
    let (input, errors) = edit::read(language_of(&requester.headers), &fields);
    if !errors.is_empty() {
        return again(state, requester, &path, fields, errors).await;
    }
    let outcome = async {
        let organisation = id::<OrganisationId>(&organisation)?;
        let made_of = fields.get("state");
        profile::describe(&state.services, &requester.actor, organisation, input, made_of).await?;
        Ok(Outcome::To(format!("/organisations/{organisation}#names")))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}

/// A new legal entity.
pub(crate) async fn add_entity(
    State(state): State<AppState>,
    Path(organisation): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = format!("/organisations/{organisation}/entities/new");
    let today = state.services.today();
    let (input, errors) = entity::read(language_of(&requester.headers), &fields, today);
    if !errors.is_empty() {
        return again(state, requester, &path, fields, errors).await;
    }
    let outcome = async {
        let organisation = id::<OrganisationId>(&organisation)?;
        let key = fields.get("key");
        profile::add_entity(&state.services, &requester.actor, organisation, key, input).await?;
        Ok(Outcome::To(format!("/organisations/{organisation}#entities")))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}

/// A legal entity, written anew.
pub(crate) async fn change_entity(
    State(state): State<AppState>,
    Path((organisation, entity)): Path<(String, String)>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = format!("/organisations/{organisation}/entities/{entity}");
    let today = state.services.today();
    let (input, errors) = entity::read(language_of(&requester.headers), &fields, today);
    if !errors.is_empty() {
        return again(state, requester, &path, fields, errors).await;
    }
    let outcome = async {
        let (organisation, entity) =
            (id::<OrganisationId>(&organisation)?, id::<LegalEntityId>(&entity)?);
        let (services, actor) = (&state.services, &requester.actor);
        let made_of = fields.get("state");
        profile::change_entity(services, actor, organisation, entity, input, made_of).await?;
        Ok(Outcome::To(format!("/organisations/{organisation}#entities")))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}

/// A legal entity that there is no more.
pub(crate) async fn remove_entity(
    State(state): State<AppState>,
    Path((organisation, entity)): Path<(String, String)>,
    requester: Requester,
) -> Response {
    let path = format!("/organisations/{organisation}");
    let outcome: Result<Outcome, Failure> = async {
        let (organisation, entity) =
            (id::<OrganisationId>(&organisation)?, id::<LegalEntityId>(&entity)?);
        let (services, actor) = (&state.services, &requester.actor);
        profile::remove_entity(services, actor, organisation, entity).await?;
        Ok(Outcome::To(format!("{path}#entities")))
    }
    .await;
    answer_with(state, requester, &path, Fields(Vec::new()), outcome).await
}

fn organisation_path(id: &str) -> String {
    format!("/organisations/{id}")
}

pub(crate) async fn ask(
    State(state): State<AppState>,
    Path(organisation): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let (fields, path) = (Fields::of(&body), organisation_path(&organisation));
    let outcome = async {
        let organisation = id::<OrganisationId>(&organisation)?;
        let act = match fields.get("act") {
            "export" => TwoPersonAct::Export(organisation),
            "erase" => TwoPersonAct::Erase(organisation),
            _ => return Err(Failure::NotFound),
        };
        approvals::ask(&state.services, &requester.actor, act).await?;
        Ok(Outcome::To(format!("{path}#two")))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}

pub(crate) async fn answer(
    State(state): State<AppState>,
    Path((organisation, approval)): Path<(String, String)>,
    requester: Requester,
    body: String,
) -> Response {
    let (fields, path) = (Fields::of(&body), organisation_path(&organisation));
    answered(state, requester, path, &approval, fields).await
}

pub(crate) async fn found_coalition(
    State(state): State<AppState>,
    Path(organisation): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let (fields, path) = (Fields::of(&body), organisation_path(&organisation));
    let outcome = async {
        let names = sharing::names_in(fields.get("members"));
        let name = fields.get("name");
        let (services, actor) = (&state.services, &requester.actor);
        organisations::found_coalition(services, actor, id(&organisation)?, name, &names).await?;
        Ok(Outcome::To(format!("{path}#coalitions")))
    }
    .await;
    let wrong = (1_u64..)
        .zip(fields.get("members").lines())
        .find(|(_, line)| !line.trim().is_empty() && !organisations::is_code_name(line));
    if let (Err(Failure::Invalid(problems)), Some((number, line))) = (&outcome, wrong)
        && problems.iter().any(|one| one.problem == "code_name")
    {
        let text = language_of(&requester.headers);
        let number = text.number(number);
        let says = [("line", number.into()), ("found", line.trim().to_owned().into())];
        let errors = vec![("members".to_owned(), text.say_with("wrong-code-name-line", says))];
        let sent = Sent { errors, values: fields.without_secrets(), ..Sent::default() };
        return show_again(state, &requester, &path, sent).await;
    }
    answer_with(state, requester, &path, fields, outcome).await
}

pub(crate) async fn set_coalition(
    State(state): State<AppState>,
    Path((organisation, coalition)): Path<(String, String)>,
    requester: Requester,
    body: String,
) -> Response {
    let (fields, path) = (Fields::of(&body), organisation_path(&organisation));
    let outcome = async {
        let (organisation, coalition) =
            (id::<OrganisationId>(&organisation)?, id::<CoalitionId>(&coalition)?);
        let agrees = fields.get("action") == "agree";
        let (services, actor) = (&state.services, &requester.actor);
        if !agrees && fields.get("sure") != "yes" {
            let mine = organisations::coalitions(services, actor, organisation).await?;
            if mine.iter().any(|one| one.id == coalition && one.agreed) {
                return Ok(Outcome::To(format!("{path}/coalitions/{coalition}/leave")));
            }
        }
        organisations::set_coalition(services, actor, organisation, coalition, agrees).await?;
        Ok(Outcome::To(format!("{path}#coalitions")))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}

pub(crate) async fn invite_member(
    State(state): State<AppState>,
    Path(organisation): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let (fields, path) = (Fields::of(&body), organisation_path(&organisation));
    let outcome = async {
        let role = fields.get("role").parse::<Role>().map_err(|_| Failure::NotFound)?;
        let organisation = id::<OrganisationId>(&organisation)?;
        let (services, actor) = (&state.services, &requester.actor);
        let purpose = Purpose::Member(organisation, role);
        let secret = invitations::invite(services, actor, purpose).await?;
        let found = organisations::get(services, actor, organisation).await?;
        let text = language_of(&requester.headers);
        Ok(link(secret, for_member(text, found.organisation.name, role)))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}

pub(crate) async fn take_back(
    State(state): State<AppState>,
    Path((organisation, invitation)): Path<(String, String)>,
    requester: Requester,
) -> Response {
    let path = organisation_path(&organisation);
    let outcome = async {
        let (services, actor) = (&state.services, &requester.actor);
        let of = Some(id(&organisation)?);
        invitations::take_back(services, actor, of, id(&invitation)?).await?;
        Ok(Outcome::To(path.clone()))
    }
    .await;
    answer_with(state, requester, &path, Fields(Vec::new()), outcome).await
}

pub(crate) async fn set_role(
    State(state): State<AppState>,
    Path((organisation, account)): Path<(String, String)>,
    requester: Requester,
    body: String,
) -> Response {
    let (fields, path) = (Fields::of(&body), organisation_path(&organisation));
    let outcome = async {
        let (organisation, account) =
            (id::<OrganisationId>(&organisation)?, id::<AccountId>(&account)?);
        let role = match fields.get("role") {
            "none" => None,
            role => Some(role.parse::<Role>().map_err(|_| Failure::NotFound)?),
        };
        let (services, actor) = (&state.services, &requester.actor);
        accounts::set_role(services, actor, organisation, account, role).await?;
        let left = role.is_none() && actor.account() == Some(account);
        Ok(Outcome::To(if left { "/organisations".to_owned() } else { path.clone() }))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}
