//! The reader's language: a link sets a cookie; otherwise the browser's wish counts.

use axum::{
    extract::{Path, Query},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use crate::text::{Locale, Text};

/// The cookie that holds the language; it says nothing else.
const COOKIE: &str = "lang";

/// A text as part of a query.
#[must_use]
pub fn encode(text: &str) -> String {
    serde_urlencoded::to_string([("", text)])
        .map(|pair| pair.trim_start_matches('=').to_owned())
        .unwrap_or_default()
}

/// The language of a request.
pub(crate) fn of(headers: &HeaderMap) -> Text {
    let cookies =
        headers.get(header::COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let chosen = cookies
        .split(';')
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .and_then(|(_, code)| Locale::of(code));
    let wish = || headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok().and_then(Locale::preferred);
    Text { locale: chosen.or_else(wish).unwrap_or(Locale::En) }
}

#[derive(Deserialize)]
pub(super) struct Back {
    #[serde(default)]
    back: String,
}

/// A path of this server, and nothing that a browser could take for another one.
pub(crate) fn own_path(back: &str) -> &str {
    let own = back.starts_with('/')
        && !back.starts_with("//")
        && !back.contains(['\\', '\r', '\n'])
        && back.bytes().all(|byte| byte.is_ascii_graphic());
    if own { back } else { "/" }
}

/// Sets the language and goes back.
pub(super) async fn choose(
    Path(code): Path<String>,
    Query(Back { back }): Query<Back>,
) -> Response {
    match Locale::of(&code) {
        None => StatusCode::NOT_FOUND.into_response(),
        Some(locale) => {
            let cookie =
                format!("{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax", locale.code());
            let headers =
                [(header::SET_COOKIE, cookie), (header::LOCATION, own_path(&back).to_owned())];
            (StatusCode::SEE_OTHER, headers).into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_cannot_lead_elsewhere() {
        assert_eq!(own_path("/calls?q=%D0%B0"), "/calls?q=%D0%B0");
        for bad in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "",
            "/a\r\nSet-Cookie: x",
            "javascript:1",
        ] {
            assert_eq!(own_path(bad), "/", "{bad}");
        }
    }

    #[test]
    fn a_choice_goes_before_the_browser_s_wish() {
        let mut headers = HeaderMap::new();
        assert_eq!(of(&headers).locale, Locale::En);
        headers.insert(header::ACCEPT_LANGUAGE, "uk".parse().unwrap());
        assert_eq!(of(&headers).locale, Locale::Uk);
        headers.insert(header::COOKIE, "x=1; lang=be".parse().unwrap());
        assert_eq!(of(&headers).locale, Locale::Be);
        headers.insert(header::COOKIE, "lang=nonsense".parse().unwrap());
        assert_eq!(of(&headers).locale, Locale::Uk);
    }
}
