//! What a locked server answers, to everything. It needs no database and knows nothing.

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::language;

/// A page without anything but the news that the server is locked.
#[must_use]
pub fn locked(headers: &HeaderMap) -> Response {
    let text = language::of(headers);
    let (title, says) = (text.say("locked-title"), text.say("locked-says"));
    let page = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title></head><body><main><h1>{title}</h1><p>{says}</p></main></body></html>",
        text.locale.code(),
    );
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (StatusCode::SERVICE_UNAVAILABLE, kind, page).into_response()
}
