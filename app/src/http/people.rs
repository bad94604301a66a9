//! Forms of people: signing in, links, accounts, organisations, sharing. Each handler parses, calls
//! one use case and redirects; what is not accepted is shown again with what was typed.

use axum::{
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    AccountId, CoalitionId, DonorId, OrganisationId, ProjectId, Role, SessionId, Visibility,
};
use service::{
    Failure, FieldProblem, Purpose,
    accounts::{self, Entry, Hidden, SignInFailure},
    approvals::{self, Done, TwoPersonAct},
    invitations, matches, organisations, projects,
    sharing::{self, Choice},
};

use super::{
    AppState, again,
    forms::Sent,
    language,
    session::{self, Requester},
};
use crate::{pages::projects::form::pairs, text::Text};

pub(crate) use super::language::own_path;

/// The fields of a form.
pub(crate) struct Fields(pub(crate) Vec<(String, String)>);

impl Fields {
    pub(crate) fn of(body: &str) -> Self {
        Self(pairs(body))
    }

    /// The first value of a field, as it was typed.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// What may be shown again: everything but secrets.
    fn without_secrets(self) -> Vec<(String, String)> {
        let secret = |name: &str| name.contains("password") || name == "code";
        self.0.into_iter().filter(|(name, _)| !secret(name)).collect()
    }
}

/// What became of a form.
pub(crate) enum Outcome {
    /// Go there.
    To(String),
    /// Show the page again with something that is shown only now.
    Show(Sent),
}

/// Shows a one-time link; `whom` says for whom it is.
fn link(secret: Hidden, whom: String) -> Outcome {
    Outcome::Show(Sent { link: Some((secret, whom)), ..Sent::default() })
}

/// For whom a link of an organisation is.
fn for_member(text: Text, name: String, role: Role) -> String {
    let role = text.say(&format!("role-{}", role.code()));
    text.say_with("link-for-member", [("name", name.into()), ("role", role.into())])
}

/// Answers a form whose page is at `path`.
pub(crate) async fn answer_with(
    state: AppState,
    requester: Requester,
    path: &str,
    fields: Fields,
    outcome: Result<Outcome, Failure>,
) -> Response {
    match outcome {
        Ok(Outcome::To(next)) => Redirect::to(&next).into_response(),
        Ok(Outcome::Show(sent)) => again::show(state, &requester, path, sent, StatusCode::OK).await,
        Err(Failure::Invalid(problems)) => {
            let text = language::of(&requester.headers);
            let errors = if path.starts_with("/join/") {
                Sent::account_problems(text, &problems)
            } else {
                Sent::problems(text, &problems)
            };
            let sent = Sent { errors, values: fields.without_secrets(), ..Sent::default() };
            again::show(state, &requester, path, sent, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::DiskFull) => {
            let text = language::of(&requester.headers);
            let first = fields.0.first().map_or_else(String::new, |(name, _)| name.clone());
            let errors = vec![(first, text.say("failure-full-kept"))];
            let sent = Sent { errors, values: fields.without_secrets(), ..Sent::default() };
            again::show(state, &requester, path, sent, StatusCode::INSUFFICIENT_STORAGE).await
        }
        Err(failure) => again::refuse(state, &requester, failure).await,
    }
}

/// Shows a form that cannot be read, with everything that is wrong with it.
pub(crate) async fn show_again(
    state: AppState,
    requester: &Requester,
    path: &str,
    sent: Sent,
) -> Response {
    again::show(state, requester, path, sent, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// A part of an address as an identifier.
pub(crate) fn id<T: std::str::FromStr>(part: &str) -> Result<T, Failure> {
    part.parse().map_err(|_| Failure::NotFound)
}

pub(super) async fn sign_in(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let next = language::own_path(fields.get("next")).to_owned();
    let (name, password, code) = (fields.get("name"), fields.get("password"), fields.get("code"));
    let remember = fields.get("remember") == "yes";
    let entry = Entry { name, password, code: code.trim(), remember };
    match accounts::enter(&state.services, entry, requester.browser()).await {
        Ok(entered) => session::enter_known(&entered, remember, &next),
        Err(SignInFailure::Failure(failure)) => again::refuse(state, &requester, failure).await,
        Err(failure) => {
            let text = language::of(&requester.headers);
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

pub(super) async fn sign_in_demonstration(
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

pub(super) async fn sign_out(State(state): State<AppState>, requester: Requester) -> Response {
    match accounts::sign_out(&state.services, &requester.actor).await {
        Ok(()) => session::leave(Redirect::to("/").into_response()),
        Err(failure) => again::refuse(state, &requester, failure).await,
    }
}

/// Leaves quickly: ends the session and goes to a page that has nothing to do with this one. A page
/// elsewhere cannot end a session by pointing here.
pub(super) async fn exit(State(state): State<AppState>, requester: Requester) -> Response {
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

pub(super) async fn join(
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

pub(super) async fn change_password(
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

pub(super) async fn end_sessions(
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

pub(super) async fn forget_browsers(
    State(state): State<AppState>,
    requester: Requester,
) -> Response {
    match accounts::forget_browsers(&state.services, &requester.actor).await {
        Ok(()) => session::forget(Redirect::to("/account#browsers").into_response()),
        Err(failure) => again::refuse(state, &requester, failure).await,
    }
}

pub(super) async fn factor(State(state): State<AppState>, requester: Requester) -> Response {
    let done = accounts::propose_factor(&state.services, &requester.actor).await;
    let outcome = done.map(|()| Outcome::To("/account/factor".to_owned()));
    answer_with(state, requester, "/account", Fields(Vec::new()), outcome).await
}

pub(super) async fn picture(State(state): State<AppState>, requester: Requester) -> Response {
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

pub(super) async fn confirm_factor(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let done =
        accounts::confirm_factor(&state.services, &requester.actor, fields.get("code")).await;
    answer_with(state, requester, "/account/factor", fields, done.map(codes)).await
}

pub(super) async fn new_codes(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let password = fields.get("password");
    let done = accounts::new_recovery_codes(&state.services, &requester.actor, password).await;
    answer_with(state, requester, "/account/codes", fields, done.map(codes)).await
}

pub(super) async fn remove_factor(
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

pub(super) async fn set_account(
    State(state): State<AppState>,
    Path(account): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let (services, actor) = (&state.services, &requester.actor);
    let text = language::of(&requester.headers);
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

pub(super) async fn invite_by_admin(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let text = language::of(&requester.headers);
    let (services, actor) = (&state.services, &requester.actor);
    let outcome = async {
        if fields.get("kind") != "reviewer" {
            let secret = invitations::invite(services, actor, Purpose::Analyst).await?;
            return Ok(link(secret, text.say("link-for-analyst")));
        }
        let donor = id::<DonorId>(fields.get("donor"))?;
        let secret = invitations::invite(services, actor, Purpose::Reviewer(donor)).await?;
        let donors = matches::donors(services, actor)?;
        let name = donors.into_iter().find(|(id, _)| *id == donor);
        let name = name.map(|(_, name)| name).unwrap_or_default();
        Ok(link(secret, text.say_with("link-for-reviewer", [("name", name.into())])))
    }
    .await;
    answer_with(state, requester, "/admin", fields, outcome).await
}

pub(super) async fn add_organisation(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let text = language::of(&requester.headers);
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

pub(super) async fn ask_admin(State(state): State<AppState>, requester: Requester) -> Response {
    let done = approvals::ask(&state.services, &requester.actor, TwoPersonAct::Admin).await;
    let outcome = done.map(|()| Outcome::To("/admin#two".to_owned()));
    answer_with(state, requester, "/admin", Fields(Vec::new()), outcome).await
}

pub(super) async fn answer_admin(
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
pub(super) async fn lock(
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
        Ok(()) => session::leave(super::locked(&requester.headers)),
        Err(failure) => again::refuse(state, &requester, failure).await,
    }
}

/// Agrees to what waits for a second person, or refuses it.
async fn answered(
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
            Ok(link(secret, language::of(&requester.headers).say("link-for-admin")))
        }
        Ok(None) => Ok(Outcome::To(path.clone())),
        Err(failure) => Err(failure),
    };
    answer_with(state, requester, &path, fields, outcome).await
}

fn organisation_path(id: &str) -> String {
    format!("/organisations/{id}")
}

pub(super) async fn ask(
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

pub(super) async fn answer(
    State(state): State<AppState>,
    Path((organisation, approval)): Path<(String, String)>,
    requester: Requester,
    body: String,
) -> Response {
    let (fields, path) = (Fields::of(&body), organisation_path(&organisation));
    answered(state, requester, path, &approval, fields).await
}

pub(super) async fn found_coalition(
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
        let text = language::of(&requester.headers);
        let number = text.number(number);
        let says = [("line", number.into()), ("found", line.trim().to_owned().into())];
        let errors = vec![("members".to_owned(), text.say_with("wrong-code-name-line", says))];
        let sent = Sent { errors, values: fields.without_secrets(), ..Sent::default() };
        return show_again(state, &requester, &path, sent).await;
    }
    answer_with(state, requester, &path, fields, outcome).await
}

pub(super) async fn set_coalition(
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

pub(super) async fn invite_member(
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
        let text = language::of(&requester.headers);
        Ok(link(secret, for_member(text, found.organisation.name, role)))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}

pub(super) async fn take_back(
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

pub(super) async fn set_role(
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

pub(super) async fn delete_project(
    State(state): State<AppState>,
    Path(project): Path<String>,
    requester: Requester,
) -> Response {
    let outcome = async {
        projects::delete(&state.services, &requester.actor, id::<ProjectId>(&project)?).await?;
        Ok(Outcome::To("/projects".to_owned()))
    }
    .await;
    answer_with(state, requester, "/projects", Fields(Vec::new()), outcome).await
}

pub(super) async fn share(
    State(state): State<AppState>,
    Path(project): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = format!("/projects/{project}/sharing");
    let choice = Choice {
        level: fields.get("level").parse().unwrap_or(Visibility::Private),
        named: sharing::names_in(fields.get("named")),
        coalition: fields.get("coalition").parse().ok(),
    };
    let (services, actor) = (&state.services, &requester.actor);
    let outcome = async {
        let project = id::<ProjectId>(&project)?;
        if fields.get("action") == "share" {
            sharing::share(services, actor, project, choice).await?;
            return Ok(Outcome::To(path.clone()));
        }
        sharing::preview(services, actor, project, choice).await?;
        Ok(Outcome::Show(Sent { values: fields.0.clone(), ..Sent::default() }))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}
