//! Pages that need neither a database nor the framework: what a locked server answers to everything,
//! and what the layers around the routes answer to what never reaches a page.

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use html_escape::{encode_double_quoted_attribute, encode_text};
use leptos::prelude::LeptosOptions;

use super::language;
use crate::text::Text;

/// Where the style sheet lies. Its name carries a hash when the bundle was built so, as told by the
/// file beside the program.
#[must_use]
pub fn style_sheet(options: &LeptosOptions) -> String {
    let hash = || {
        let program = std::env::current_exe().ok()?;
        let told = std::fs::read_to_string(program.with_file_name(&*options.hash_file)).ok()?;
        let line = told.lines().find_map(|line| line.trim().strip_prefix("css:"))?;
        Some(format!(".{}", line.trim()))
    };
    let hash = options.hash_files.then(hash).flatten().unwrap_or_default();
    format!("/{}/{}{hash}.css", options.site_pkg_dir, options.output_name)
}

/// A page of a title, a sentence and a way on.
fn html(text: Text, title: &str, says: &str, sheet: Option<&str>, way: bool) -> String {
    let sheet = sheet.map_or_else(String::new, |sheet| {
        format!("<link rel=\"stylesheet\" href=\"{}\">", encode_double_quoted_attribute(sheet))
    });
    let way = if way {
        format!(
            "<p class=\"apart\"><a class=\"button\" href=\"/\">{}</a></p>",
            encode_text(&text.say("failure-home"))
        )
    } else {
        String::new()
    };
    let (title, says, lang) = (encode_text(title), encode_text(says), text.locale.code());
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">{sheet}<title>{title} · Waxwing</title></head>\
         <body><main class=\"page\"><div class=\"head\"><h1>{title}</h1></div>\
         <p class=\"lede\">{says}</p>{way}</main></body></html>"
    )
}

fn answer(text: Text, status: StatusCode, page: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_LANGUAGE, text.locale.code()),
    ];
    (status, headers, page).into_response()
}

/// A page without anything but the news that the server is locked.
#[must_use]
pub fn locked(headers: &HeaderMap) -> Response {
    let text = language::of(headers);
    let (title, says) = (text.say("locked-title"), text.say("locked-says"));
    answer(text, StatusCode::SERVICE_UNAVAILABLE, html(text, &title, &says, None, false))
}

/// A page that says, in the language of whoever asked, why there was no other answer.
#[must_use]
pub fn refusal(headers: &HeaderMap, status: StatusCode, sheet: Option<&str>) -> Response {
    let text = language::of(headers);
    answer(text, status, refusal_page(text, status, sheet))
}

fn refusal_page(text: Text, status: StatusCode, sheet: Option<&str>) -> String {
    let key = match status.as_u16() {
        403 => "status-foreign",
        404 => "failure-not-found",
        405 => "status-method",
        408 => "status-slow",
        413 => "status-large",
        415 => "status-no-form",
        421 => "status-name",
        422 => "failure-invalid",
        429 => "status-often",
        503 => "status-unavailable",
        507 => "failure-full",
        _ if status.is_server_error() => "failure-internal",
        _ => "status-unread",
    };
    let (title, says) = (text.say(key), text.say(&format!("{key}-says")));
    // Under a foreign name a way on would lead to wherever the name is made to point next.
    html(text, &title, &says, sheet, status != StatusCode::MISDIRECTED_REQUEST)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::Locale;

    #[test]
    fn every_refusal_says_something_in_every_language() {
        let known = [400, 403, 404, 405, 408, 413, 415, 421, 422, 429, 500, 503, 507];
        for locale in Locale::ALL {
            let page = |status| {
                let status = StatusCode::from_u16(status).unwrap();
                refusal_page(Text { locale }, status, Some("/pkg/waxwing.css"))
            };
            let pages: BTreeSet<String> = known.into_iter().map(page).collect();
            assert_eq!(pages.len(), known.len(), "{locale:?}");
            for page in &pages {
                assert!(page.contains(&format!("<html lang=\"{}\">", locale.code())), "{page}");
                assert!(page.contains("href=\"/pkg/waxwing.css\""), "{page}");
                assert!(!page.contains('⟦') && !page.contains("<script"), "{page}");
            }
            assert_eq!(
                (page(418), page(502)),
                (page(400), page(500)),
                "what has no words of its own"
            );
        }
    }
}
