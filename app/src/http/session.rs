//! Who asks: the session cookie, and what is open to whom has none.

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use service::{
    Actor,
    accounts::{self, Browser, Entered, Hidden, REMEMBERED},
};

use super::{
    AppState, again,
    forms::Sent,
    language::encode,
    near::{Near, is_near},
};

/// The session cookie. The prefix keeps it to this host, to secure connections and to all paths;
/// without a date it goes with the browser (`safety.md` W4).
const COOKIE: &str = "__Host-s";
/// The cookie of a browser in which somebody has signed in before. It opens nothing; with it their
/// tries are told from those of strangers. It goes with the browser too, unless they asked for it
/// to be kept.
const KNOWN: &str = "__Host-b";
/// What both cookies are: for this host only, over secure connections only, out of reach of scripts.
const FOR_THIS_HOST: &str = "; Path=/; Secure; HttpOnly; SameSite=Lax";

/// Whoever sent a request, and its headers.
#[derive(Clone, Debug)]
pub(crate) struct Requester {
    pub(crate) actor: Actor,
    pub(crate) headers: HeaderMap,
    pub(crate) near: Near,
}

impl Requester {
    /// What is known of the browser.
    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser { near: self.near.0, token: value(&self.headers, KNOWN) }
    }
}

impl<S: Sync> FromRequestParts<S> for Requester {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let (actor, near) = (actor_of(parts), Near::of(parts));
        Ok(Self { actor, headers: parts.headers.clone(), near })
    }
}

/// Who sent a request, as [`authenticate`] found it.
pub(crate) fn actor_of(parts: &Parts) -> Actor {
    parts.extensions.get::<Actor>().cloned().unwrap_or(Actor::anonymous())
}

/// The cookie of a new session.
pub(crate) fn cookie(token: &Hidden) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{COOKIE}={}{FOR_THIS_HOST}", token.reveal())).ok()
}

/// Signs in and goes on; the browser knows the account from now on, for as long as it was asked to.
pub(crate) fn enter_known(entered: &Entered, remember: bool, next: &str) -> Response {
    let mut response = enter(&entered.session, next);
    if let Some(token) = &entered.browser {
        let kept = if remember {
            format!("; Max-Age={}", REMEMBERED.num_seconds())
        } else {
            String::new()
        };
        let cookie = format!("{KNOWN}={}{FOR_THIS_HOST}{kept}", token.reveal());
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

/// Signs in and goes on.
pub(crate) fn enter(token: &Hidden, next: &str) -> Response {
    let mut response = Redirect::to(next).into_response();
    if let Some(cookie) = cookie(token) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

/// Takes the cookie back, and with it what the browser may have kept of pages.
pub(crate) fn leave(mut response: Response) -> Response {
    take_back(&mut response, COOKIE);
    let headers = response.headers_mut();
    headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    response
}

fn take_back(response: &mut Response, name: &str) {
    if let Ok(cookie) = HeaderValue::from_str(&format!("{name}={FOR_THIS_HOST}; Max-Age=0")) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// Forgets in the browser that it knows an account.
pub(crate) fn forget(mut response: Response) -> Response {
    take_back(&mut response, KNOWN);
    response
}

/// The value of a cookie.
fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|cookie| cookie.trim().strip_prefix(name)?.strip_prefix('='))
}

/// What somebody reaches without an account; everything else asks for one. A project page is open
/// because a project may be public: the use case decides.
pub(crate) fn is_open(method: &Method, path: &str) -> bool {
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
pub(crate) async fn authenticate(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    let near = is_near(request.extensions().get(), request.uri(), request.headers());
    let actor = match value(request.headers(), COOKIE) {
        None => Actor::anonymous(),
        Some(token) => match accounts::authenticate(&state.services, token).await {
            Ok(actor) => actor.reached(near),
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
            let requester = Requester { actor, headers, near: Near(near) };
            let over = Sent { session_over: true, ..Sent::default() };
            again::show(state, &requester, "/sign-in", over, StatusCode::UNAUTHORIZED).await
        };
    }
    request.extensions_mut().insert(Near(near));
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
    fn a_browser_is_known_for_as_long_as_it_was_asked() {
        let hidden = |letter: &str| Hidden::from(letter.repeat(64));
        let entered = Entered { session: hidden("a"), browser: Some(hidden("b")) };
        let cookies = |remember| -> Vec<String> {
            let answer = enter_known(&entered, remember, "/");
            let all = answer.headers().get_all(header::SET_COOKIE);
            all.iter().map(|one| one.to_str().unwrap().to_owned()).collect()
        };
        let [session, known] = cookies(false).try_into().unwrap();
        assert!(session.starts_with("__Host-s=aaa"), "{session}");
        let expected =
            format!("__Host-b={}; Path=/; Secure; HttpOnly; SameSite=Lax", "b".repeat(64));
        assert_eq!(known, expected);
        let [session, known] = cookies(true).try_into().unwrap();
        assert!(!session.contains("Max-Age"), "a session is never kept: {session}");
        assert_eq!(known, format!("{expected}; Max-Age=15552000"));
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
        assert_eq!(value(&headers, COOKIE), Some("abc"));
    }
}
