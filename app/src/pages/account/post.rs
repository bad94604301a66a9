//! What the forms of an account send: signing in and out, links, passwords, factors, sessions.

use axum::{
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::SessionId;
use service::{
    Failure,
    accounts::{self, Entry, SignInFailure},
    invitations,
};

use crate::http::{
    AppState, Fields, Outcome, Requester, Sent, again, answer_with, id, language_of, own_path,
    session,
};

pub(crate) async fn sign_in(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let next = own_path(fields.get("next")).to_owned();
    let (name, password, code) = (fields.get("name"), fields.get("password"), fields.get("code"));
    let remember = fields.get("remember") == "yes";
    let entry = Entry { name, password, code: code.trim(), remember };
    match accounts::enter(&state.services, entry, requester.browser()).await {
        Ok(entered) => session::enter_known(&entered, remember, &next),
        Err(SignInFailure::Failure(failure)) => again::refuse(state, &requester, failure).await,
        Err(failure) => {
            let text = language_of(&requester.headers);
            let (message, status) = match failure {
                SignInFailure::TooSoon(seconds) => {
                    (text.count("sign-in-too-soon", seconds), StatusCode::TOO_MANY_REQUESTS)
                }
                _ => (text.say("sign-in-wrong"), StatusCode::UNPROCESSABLE_ENTITY),
            };
            let errors = vec![("name".to_owned(), message)];
            let sent = Sent { errors, values: fields.without_secrets(), ..Sent::default() };
            again::show(state, &requester, "/sign-in", sent, status).await
        }
    }
}

pub(crate) async fn sign_in_demonstration(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    if !requester.near.0 {
        return again::refuse(state, &requester, Failure::NotFound).await;
    }
    match accounts::sign_in_demonstration(&state.services, Fields::of(&body).get("role")).await {
        Ok(token) => session::enter(&token, "/"),
        Err(failure) => again::refuse(state, &requester, failure).await,
    }
}

pub(crate) async fn sign_out(State(state): State<AppState>, requester: Requester) -> Response {
    match accounts::sign_out(&state.services, &requester.actor).await {
        Ok(()) => session::leave(Redirect::to("/").into_response()),
        Err(failure) => again::refuse(state, &requester, failure).await,
    }
}

/// Leaves quickly: ends the session and goes to a page that has nothing to do with this one. A page
/// elsewhere cannot end a session by pointing here.
pub(crate) async fn exit(State(state): State<AppState>, requester: Requester) -> Response {
    let site = requester.headers.get("sec-fetch-site").and_then(|site| site.to_str().ok());
    let away = Redirect::to(&state.exit).into_response();
    if !matches!(site, None | Some("same-origin" | "none")) {
        return away;
    }
    if requester.actor.session().is_some() {
        // Whoever wants to be gone is gone, also when the database cannot be reached.
        let _ = accounts::sign_out(&state.services, &requester.actor).await;
    }
    session::forget(session::leave(away))
}

pub(crate) async fn join(
    State(state): State<AppState>,
    Path(secret): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = format!("/join/{secret}");
    if fields.get("with") == "mine" {
        let joined = invitations::join(&state.services, &requester.actor, &secret).await;
        let outcome = joined.map(|()| Outcome::To("/account".to_owned()));
        return answer_with(state, requester, &path, fields, outcome).await;
    }
    let (name, password) = (fields.get("name"), fields.get("password"));
    match invitations::accept(&state.services, &secret, name, password).await {
        Ok(token) => session::enter(&token, "/"),
        Err(failure) => answer_with(state, requester, &path, fields, Err(failure)).await,
    }
}

pub(crate) async fn change_password(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let (old, new) = (fields.get("password"), fields.get("new_password"));
    let done = accounts::change_password(&state.services, &requester.actor, old, new).await;
    let outcome = done.map(|()| Outcome::To("/account?done=password".to_owned()));
    answer_with(state, requester, "/account", fields, outcome).await
}

pub(crate) async fn end_sessions(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let which = match fields.get("session") {
        "" => Ok(None),
        one => id::<SessionId>(one).map(Some),
    };
    let done = match which {
        Ok(which) => accounts::end_sessions(&state.services, &requester.actor, which).await,
        Err(failure) => Err(failure),
    };
    let outcome = done.map(|()| Outcome::To("/account#sessions".to_owned()));
    answer_with(state, requester, "/account", fields, outcome).await
}

pub(crate) async fn forget_browsers(
    State(state): State<AppState>,
    requester: Requester,
) -> Response {
    match accounts::forget_browsers(&state.services, &requester.actor).await {
        Ok(()) => session::forget(Redirect::to("/account#browsers").into_response()),
        Err(failure) => again::refuse(state, &requester, failure).await,
    }
}

pub(crate) async fn factor(State(state): State<AppState>, requester: Requester) -> Response {
    let done = accounts::propose_factor(&state.services, &requester.actor).await;
    let outcome = done.map(|()| Outcome::To("/account/factor".to_owned()));
    answer_with(state, requester, "/account", Fields(Vec::new()), outcome).await
}

pub(crate) async fn picture(State(state): State<AppState>, requester: Requester) -> Response {
    match accounts::enrolment_picture(&state.services, &requester.actor).await {
        Ok(png) => {
            ([(header::CONTENT_TYPE, HeaderValue::from_static("image/png"))], png).into_response()
        }
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn codes(codes: Vec<String>) -> Outcome {
    Outcome::Show(Sent { codes, ..Sent::default() })
}

pub(crate) async fn confirm_factor(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let done =
        accounts::confirm_factor(&state.services, &requester.actor, fields.get("code")).await;
    answer_with(state, requester, "/account/factor", fields, done.map(codes)).await
}

pub(crate) async fn new_codes(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let password = fields.get("password");
    let done = accounts::new_recovery_codes(&state.services, &requester.actor, password).await;
    answer_with(state, requester, "/account/codes", fields, done.map(codes)).await
}

pub(crate) async fn remove_factor(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let password = fields.get("password");
    let done = accounts::remove_factor(&state.services, &requester.actor, password).await;
    let outcome = done.map(|()| Outcome::To("/account?done=factor".to_owned()));
    answer_with(state, requester, "/account/factor", fields, outcome).await
}
