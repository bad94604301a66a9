//! The routes of the face: pages through Leptos, forms through plain POST handlers.
//!
//! Everything that answers is visible here. Security headers that do not depend on a page, the
//! refusal of cross-site writes and time limits are layers of the `server` crate.

pub(crate) mod again;
mod answer;
mod forms;
mod language;
mod near;
mod plain;
mod request;
pub(crate) mod session;
mod tidy;

use std::sync::{Arc, OnceLock};

use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRef},
    http::{Method, header},
    middleware::{from_fn_with_state, map_response},
    response::IntoResponse,
    routing::{MethodRouter, get, post},
};
use leptos::prelude::*;
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list};
use service::Services;

pub(crate) use again::show as again_as;
pub(crate) use answer::{Fields, Outcome, answer_with, for_member, id, link, own_path, show_again};
pub use forms::{Form, ProjectErrors, Sent};
pub use language::encode;
pub(crate) use language::of as language_of;
pub use plain::{locked, refusal, style_sheet};
pub(crate) use request::{PageView, Request, page};
pub(crate) use session::Requester;

use crate::pages::{
    App, account, admin, calls, donors::post as donors, organisations, projects, shell,
};

/// What handlers share.
#[derive(Clone, Debug)]
pub struct AppState {
    /// Leptos' own settings.
    pub options: LeptosOptions,
    /// The use cases.
    pub services: Services,
    /// Where "leave quickly" leads.
    pub exit: Arc<str>,
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.options.clone()
    }
}

/// The most bytes of a form without a file.
const FORM: usize = 512 * 1024;
/// The most bytes of the form of a call: its three long texts, of which each letter that is not Latin
/// takes three times its bytes.
pub const CALL: usize = 3 * 1024 * 1024;
/// The most bytes of a form with a file: the file's own limit and the rest of the form.
pub const UPLOAD: usize = 11 * 1024 * 1024;

/// The list of pages. Making it sets a flag of the whole process, so it is made once.
fn routes() -> Vec<AxumRouteListing> {
    static ROUTES: OnceLock<Vec<AxumRouteListing>> = OnceLock::new();
    ROUTES.get_or_init(|| generate_route_list(App)).clone()
}

/// The feather; without it a browser asks for one on every page and is given a page in answer.
async fn icon() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "image/svg+xml")], include_str!("icon.svg"))
}

/// Every form: where it is sent, and what answers.
fn forms() -> Vec<(&'static str, MethodRouter<AppState>)> {
    vec![
        ("/account/browsers", post(account::post::forget_browsers)),
        ("/account/codes", post(account::post::new_codes)),
        ("/account/factor", post(account::post::factor)),
        ("/account/factor/confirm", post(account::post::confirm_factor)),
        ("/account/factor/remove", post(account::post::remove_factor)),
        ("/account/password", post(account::post::change_password)),
        ("/account/sessions", post(account::post::end_sessions)),
        ("/admin/accounts/{id}", post(admin::post::set_account)),
        ("/admin/approvals", post(admin::post::ask_admin)),
        ("/admin/approvals/{id}", post(admin::post::answer_admin)),
        ("/admin/invitations", post(admin::post::invite_by_admin)),
        ("/admin/lock", post(admin::post::lock)),
        ("/admin/organisations", post(admin::post::add_organisation)),
        ("/calls/new", post(calls::post::create).layer(DefaultBodyLimit::max(CALL))),
        ("/calls/{id}/edit", post(calls::post::update).layer(DefaultBodyLimit::max(CALL))),
        ("/calls/{id}/rules", post(calls::post::judge)),
        ("/calls/{id}/rules/{kind}", post(calls::post::state_rule)),
        ("/calls/{id}/projects/{name}", post(calls::post::open_name)),
        ("/calls/{id}/projects/{name}/score", post(calls::post::score)),
        ("/calls/{id}/review", post(calls::post::review)),
        ("/demonstration", post(forms::remove_demonstration)),
        ("/demonstration/sign-in", post(account::post::sign_in_demonstration)),
        ("/designations/undo", post(donors::take_back)),
        ("/donors/new", post(donors::create)),
        ("/donors/{id}/edit", post(donors::update)),
        ("/donors/{id}/merge", post(donors::merge)),
        ("/donors/{id}/register", post(donors::decide)),
        ("/donors/{id}/split", post(donors::split)),
        ("/donors/{id}/statuses", post(donors::status)),
        ("/import", post(forms::upload).layer(DefaultBodyLimit::max(UPLOAD))),
        ("/import/{token}", post(forms::commit)),
        ("/join/{secret}", post(account::post::join)),
        ("/organisations/{id}/approvals", post(organisations::post::ask)),
        ("/organisations/{id}/approvals/{approval}", post(organisations::post::answer)),
        ("/organisations/{id}/coalitions", post(organisations::post::found_coalition)),
        ("/organisations/{id}/coalitions/{coalition}", post(organisations::post::set_coalition)),
        ("/organisations/{id}/edit", post(organisations::post::describe)),
        ("/organisations/{id}/entities/new", post(organisations::post::add_entity)),
        ("/organisations/{id}/entities/{entity}", post(organisations::post::change_entity)),
        ("/organisations/{id}/entities/{entity}/remove", post(organisations::post::remove_entity)),
        ("/organisations/{id}/invitations", post(organisations::post::invite_member)),
        ("/organisations/{id}/invitations/{invitation}", post(organisations::post::take_back)),
        ("/organisations/{id}/members/{account}", post(organisations::post::set_role)),
        ("/projects/new", post(forms::create)),
        ("/projects/{id}/delete", post(projects::post::delete_project)),
        ("/projects/{id}/edit", post(forms::update)),
        ("/projects/{id}/sharing", post(projects::post::share)),
        ("/sign-in", post(account::post::sign_in)),
        ("/sign-out", post(account::post::sign_out)),
    ]
}

/// One line for everything that answers: method, path, and whether it is open to those who have no
/// account. Committed as `app/routes.lock` and compared by a test, so that a new route is looked at.
#[must_use]
pub fn inventory() -> Vec<String> {
    let line = |method: &str, path: &str| {
        let known = method.parse().unwrap_or(Method::POST);
        // A place holder stands for one segment of its own, as an identifier does.
        let open = if session::is_open(&known, path) { "open" } else { "account" };
        format!("{method} {path} {open}")
    };
    let mut lines: Vec<String> = forms().iter().map(|(path, _)| line("POST", path)).collect();
    for route in routes() {
        for method in route.methods() {
            let method = format!("{method:?}").to_uppercase();
            lines.push(line(&method, route.path()));
        }
    }
    for path in ["/account/factor.png", "/exit", "/icon.svg", "/language/{code}", "/pkg/{file}"] {
        lines.push(line("GET", path));
    }
    lines.push(line("POST", "/api/live-matches"));
    lines.sort();
    lines.dedup();
    lines
}

/// All routes of the face. `exit` is where "leave quickly" leads.
pub fn router(services: Services, options: LeptosOptions, exit: &str) -> Router {
    let state =
        AppState { options: options.clone(), services: services.clone(), exit: exit.into() };
    let context = {
        let services = services.clone();
        move || provide_context(services.clone())
    };
    let shell_options = options.clone();
    let mut router = Router::new();
    for (path, form) in forms() {
        router = router.route(path, form);
    }
    router
        .route("/account/factor.png", get(account::post::picture))
        .route("/exit", get(account::post::exit))
        .route("/language/{code}", get(language::choose))
        .route("/icon.svg", get(icon))
        .leptos_routes_with_context(&state, routes(), context.clone(), move || {
            shell(shell_options.clone())
        })
        .fallback(leptos_axum::file_and_error_handler_with_context::<AppState, _>(context, shell))
        .layer(DefaultBodyLimit::max(FORM))
        .layer(from_fn_with_state(state.clone(), session::authenticate))
        .layer(map_response(tidy::tidy))
        .with_state(state)
}
