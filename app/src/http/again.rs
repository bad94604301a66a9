//! A form that was not accepted is shown again, with what was typed and what is wrong. Nothing of
//! it is kept on the server or put into an address.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use service::Failure;

use super::{AppState, request::Refused, session::Requester};
use crate::pages::shell;

/// Says in a page that a form could not be answered. The status is that of the failure.
pub(crate) async fn refuse(state: AppState, requester: &Requester, failure: Failure) -> Response {
    show(state, requester, "/", Refused(failure), StatusCode::OK).await
}

/// Renders the page at `path` with `form` in its context and the given status.
pub(crate) async fn show<T>(
    state: AppState,
    requester: &Requester,
    path: &str,
    form: T,
    status: StatusCode,
) -> Response
where
    T: Clone + Send + Sync + 'static,
{
    let mut request = Request::get(path);
    for name in [header::ACCEPT_LANGUAGE, header::COOKIE, header::HOST] {
        if let Some(value) = requester.headers.get(&name) {
            request = request.header(name, value);
        }
    }
    let request = request.extension(requester.actor.clone()).extension(requester.near);
    let Ok(request) = request.body(Body::empty()) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let AppState { options, services, .. } = state;
    let render = leptos_axum::render_app_async_with_context(
        move || {
            provide_context(services.clone());
            provide_context(form.clone());
        },
        move || shell(options.clone()),
    );
    let mut response = render(request).await.into_response();
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}
