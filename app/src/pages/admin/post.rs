//! What the forms of the server's admins send, and how acts for two persons are answered.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{AccountId, DonorId, OrganisationId, Role};
use service::{
    Failure, FieldProblem, Purpose, accounts,
    approvals::{self, Done, TwoPersonAct},
    invitations, matches, organisations,
};

use crate::http::{
    AppState, Fields, Outcome, Requester, again, answer_with, for_member, id, language_of, link,
    locked, session,
};

pub(crate) async fn set_account(
    State(state): State<AppState>,
    Path(account): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let (services, actor) = (&state.services, &requester.actor);
    let text = language_of(&requester.headers);
    let outcome = async {
        let account = id::<AccountId>(&account)?;
        match fields.get("action") {
            "recover" => {
                let secret =
                    invitations::invite(services, actor, Purpose::Recovery(account)).await?;
                let name = fields.get("for").to_owned();
                Ok(link(secret, text.say_with("link-for", [("name", name.into())])))
            }
            "end-reviewer" => {
                let donor = id::<DonorId>(fields.get("donor"))?;
                accounts::end_reviewer(services, actor, account, donor).await?;
                Ok(Outcome::To("/admin".to_owned()))
            }
            action @ ("close" | "open") => {
                accounts::set_disabled(services, actor, account, action == "close").await?;
                Ok(Outcome::To("/admin".to_owned()))
            }
            _ => Err(Failure::NotFound),
        }
    }
    .await;
    answer_with(state, requester, "/admin", fields, outcome).await
}

pub(crate) async fn invite_by_admin(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let text = language_of(&requester.headers);
    let (services, actor) = (&state.services, &requester.actor);
    let outcome = async {
        if fields.get("kind") != "reviewer" {
            let secret = invitations::invite(services, actor, Purpose::Analyst).await?;
            return Ok(link(secret, text.say("link-for-analyst")));
        }
        let missing = FieldProblem { field: "donor", problem: "missing" };
        let donor: DonorId =
            fields.get("donor").parse().map_err(|_| Failure::Invalid(vec![missing]))?;
        let secret = invitations::invite(services, actor, Purpose::Reviewer(donor)).await?;
        let donors = matches::donors(services, actor)?;
        let name = donors.into_iter().find(|(id, _)| *id == donor);
        let name = name.map(|(_, name)| name).unwrap_or_default();
        Ok(link(secret, text.say_with("link-for-reviewer", [("name", name.into())])))
    }
    .await;
    answer_with(state, requester, "/admin", fields, outcome).await
}

pub(crate) async fn add_organisation(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let text = language_of(&requester.headers);
    let (services, actor) = (&state.services, &requester.actor);
    let outcome = async {
        let (secret, name) = if fields.get("organisation").is_empty() {
            let name = fields.get("name").to_owned();
            (organisations::add(services, actor, &name).await?, name)
        } else {
            // One that is there already, where nobody has come yet.
            let organisation = id::<OrganisationId>(fields.get("organisation"))?;
            invitations::invite_first_owner(services, actor, organisation).await?
        };
        Ok(link(secret, for_member(text, name, Role::Owner)))
    }
    .await;
    answer_with(state, requester, "/admin", fields, outcome).await
}

pub(crate) async fn ask_admin(State(state): State<AppState>, requester: Requester) -> Response {
    let done = approvals::ask(&state.services, &requester.actor, TwoPersonAct::Admin).await;
    let outcome = done.map(|()| Outcome::To("/admin#two".to_owned()));
    answer_with(state, requester, "/admin", Fields(Vec::new()), outcome).await
}

pub(crate) async fn answer_admin(
    State(state): State<AppState>,
    Path(approval): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    answered(state, requester, "/admin".to_owned(), &approval, fields).await
}

/// Locks every process on this database. They notice within a second or two; until then they know
/// nobody any more.
pub(crate) async fn lock(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    if fields.get("sure") != "yes" {
        let missing = FieldProblem { field: "sure", problem: "missing" };
        return answer_with(
            state,
            requester,
            "/admin",
            fields,
            Err(Failure::Invalid(vec![missing])),
        )
        .await;
    }
    match service::lock::lock(&state.services, &requester.actor).await {
        Ok(()) => session::leave(locked(&requester.headers)),
        Err(failure) => again::refuse(state, &requester, failure).await,
    }
}

/// Agrees to what waits for a second person, or refuses it.
pub(crate) async fn answered(
    state: AppState,
    requester: Requester,
    path: String,
    approval: &str,
    fields: Fields,
) -> Response {
    let (services, actor) = (&state.services, &requester.actor);
    let done = async {
        let approval = id(approval)?;
        if fields.get("action") == "agree" {
            approvals::agree(services, actor, approval).await.map(Some)
        } else {
            approvals::refuse(services, actor, approval).await.map(|()| None)
        }
    }
    .await;
    let outcome = match done {
        Ok(Some(Done::File(file))) => {
            let headers = [
                (header::CONTENT_TYPE, "application/x-ndjson"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"organisation.jsonl\""),
            ];
            return (headers, file).into_response();
        }
        Ok(Some(Done::Erased)) => Ok(Outcome::To("/organisations?done=erased".to_owned())),
        Ok(Some(Done::Link(secret))) => {
            Ok(link(secret, language_of(&requester.headers).say("link-for-admin")))
        }
        Ok(None) => Ok(Outcome::To(path.clone())),
        Err(failure) => Err(failure),
    };
    answer_with(state, requester, &path, fields, outcome).await
}
