//! The routes of the face: pages through Leptos, forms through plain POST handlers.
//!
//! Everything that answers is visible here. Security headers that do not depend on a page, the
//! refusal of cross-site writes and time limits are layers of the `server` crate.

mod again;
mod forms;
mod language;
mod request;
mod tidy;

use std::sync::OnceLock;

use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRef},
    http::header,
    middleware::map_response,
    response::IntoResponse,
    routing::{get, post},
};
use leptos::prelude::*;
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list};
use service::Services;

pub use forms::{Form, ProjectErrors};
pub use language::encode;
pub(crate) use request::{PageView, Request, page};

use crate::pages::{App, shell};

/// What handlers share.
#[derive(Clone, Debug)]
pub struct AppState {
    /// Leptos' own settings.
    pub options: LeptosOptions,
    /// The use cases.
    pub services: Services,
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.options.clone()
    }
}

/// The most bytes of a form without a file.
const FORM: usize = 512 * 1024;
/// The most bytes of a form with a file: the file's own limit and the rest of the form.
const UPLOAD: usize = 11 * 1024 * 1024;

/// The list of pages. Making it sets a flag of the whole process, so it is made once.
fn routes() -> Vec<AxumRouteListing> {
    static ROUTES: OnceLock<Vec<AxumRouteListing>> = OnceLock::new();
    ROUTES.get_or_init(|| generate_route_list(App)).clone()
}

/// The feather; without it a browser asks for one on every page and is given a page in answer.
async fn icon() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "image/svg+xml")], include_str!("icon.svg"))
}

/// All routes of the face.
pub fn router(services: Services, options: LeptosOptions) -> Router {
    let state = AppState { options: options.clone(), services: services.clone() };
    let context = {
        let services = services.clone();
        move || provide_context(services.clone())
    };
    let shell_options = options.clone();
    Router::new()
        .route("/projects/new", post(forms::create))
        .route("/projects/{id}/edit", post(forms::update))
        .route("/import", post(forms::upload).layer(DefaultBodyLimit::max(UPLOAD)))
        .route("/import/{token}", post(forms::commit))
        .route("/demonstration", post(forms::remove_demonstration))
        .route("/language/{code}", get(language::choose))
        .route("/icon.svg", get(icon))
        .leptos_routes_with_context(&state, routes(), context.clone(), move || {
            shell(shell_options.clone())
        })
        .fallback(leptos_axum::file_and_error_handler_with_context::<AppState, _>(context, shell))
        .layer(DefaultBodyLimit::max(FORM))
        .layer(map_response(tidy::tidy))
        .with_state(state)
}
