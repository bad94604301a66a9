//! What the forms of an organisation about itself send.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{LegalEntityId, OrganisationId};
use service::{Failure, profile};

use super::{edit, entity};
use crate::{
    http::{AppState, Fields, Outcome, Requester, Sent, answer_with, id, language_of, show_again},
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
