//! Who asks: the session cookie, and what is open to whom has none.

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use service::{
    Actor,
    accounts::{self, Hidden},
};

use super::{AppState, again, forms::Sent, language::encode};

/// The session cookie. The prefix keeps it to this host, to secure connections and to all paths;
/// without a date it goes with the browser (`safety.md` W4).
const COOKIE: &str = "__Host-s";

/// Whoever sent a request, and its headers.
#[derive(Clone, Debug)]
pub(crate) struct Asking {
    pub(crate) actor: Actor,
    pub(crate) headers: HeaderMap,
}

impl<S: Sync> FromRequestParts<S> for Asking {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self { actor: actor_of(parts), headers: parts.headers.clone() })
    }
}

/// Who sent a request, as [`authenticate`] found it.
pub(crate) fn actor_of(parts: &Parts) -> Actor {
    parts.extensions.get::<Actor>().cloned().unwrap_or(Actor::anonymous())
}

/// The cookie of a new session.
pub(super) fn cookie(token: &Hidden) -> Option<HeaderValue> {
    let cookie = format!("{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax", token.reveal());
    HeaderValue::from_str(&cookie).ok()
}

/// Signs in and goes on.
pub(super) fn enter(token: &Hidden, next: &str) -> Response {
    let mut response = Redirect::to(next).into_response();
    if let Some(cookie) = cookie(token) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

/// Takes the cookie back, and with it what the browser may have kept of pages.
pub(super) fn leave(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let cookie = format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        headers.insert(header::SET_COOKIE, cookie);
    }
    headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    response
}

fn token(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|cookie| cookie.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

/// What somebody reaches without an account; everything else asks for one. A project page is open
/// because a project may be public: the use case decides.
pub(super) fn is_open(method: &Method, path: &str) -> bool {
    let reads = matches!(*method, Method::GET | Method::HEAD);
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    match parts.as_slice() {
        ["" | "icon.svg" | "exit"] | ["about" | "language" | "pkg", ..] => reads,
        ["sign-in"] | ["join", _] | ["demonstration", "sign-in"] => true,
        ["projects", id] => reads && *id != "new",
        _ => false,
    }
}

/// Finds out who asks and keeps out whoever may not. A form that comes after its session ended is
/// answered with a way to sign in and send it again: nothing typed is lost.
pub(super) async fn authenticate(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    let actor = match token(request.headers()) {
        None => Actor::anonymous(),
        Some(token) => match accounts::authenticate(&state.services, token).await {
            Ok(actor) => actor,
            Err(_) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        },
    };
    let anonymous = actor == Actor::anonymous();
    if anonymous && !is_open(request.method(), request.uri().path()) {
        let headers = request.headers().clone();
        return if matches!(*request.method(), Method::GET | Method::HEAD) {
            let back = request.uri().path_and_query().map_or("/", |path| path.as_str());
            Redirect::to(&format!("/sign-in?next={}", encode(back))).into_response()
        } else {
            let asking = Asking { actor, headers };
            let over = Sent { session_over: true, ..Sent::default() };
            again::show(state, &asking, "/sign-in", over, StatusCode::UNAUTHORIZED).await
        };
    }
    request.extensions_mut().insert(actor);
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_few_pages_are_open() {
        for path in [
            "/",
            "/about/privacy",
            "/sign-in",
            "/join/x",
            "/projects/1",
            "/pkg/a.css",
            "/language/de",
        ] {
            assert!(is_open(&Method::GET, path), "{path}");
        }
        for path in [
            "/calls",
            "/calls/1",
            "/projects",
            "/projects/new",
            "/projects/1/matches",
            "/account",
            "/import",
            "/admin",
            "/x",
        ] {
            assert!(!is_open(&Method::GET, path), "{path}");
        }
        for path in [
            "/projects/1",
            "/import",
            "/api/live-matches",
            "/account/password",
            "/demonstration",
            "/",
        ] {
            assert!(!is_open(&Method::POST, path), "{path}");
        }
    }

    #[test]
    fn w4_the_cookie_is_as_it_must_be() {
        let token = Hidden::from("a".repeat(64));
        let set = cookie(&token).unwrap();
        let expected =
            format!("__Host-s={}; Path=/; Secure; HttpOnly; SameSite=Lax", "a".repeat(64));
        assert_eq!(set.to_str().unwrap(), expected);
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, "lang=de; __Host-s=abc; x__Host-s=no".parse().unwrap());
        assert_eq!(super::token(&headers), Some("abc"));
    }
}
