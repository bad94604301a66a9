//! The router as `main` and the tests build it: the face, and the layers around it.
//!
//! Layers, from outside in: headers, words for whatever has none, time limit, who may ask (own host,
//! own pages), size, a last resort for panics, what no text can hold, then the routes. No layer logs
//! addresses, user agents or referrers.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::to_bytes,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use leptos::prelude::LeptosOptions;
use service::Services;
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer,
    limit::RequestBodyLimitLayer, timeout::TimeoutLayer,
};

use crate::config::Config;

/// The policy of everything that is not a page with islands: no script at all.
const POLICY: &str = "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; manifest-src 'self'";

/// The same on every response (`safety.md` §5).
const HEADERS: [(HeaderName, &str); 8] = [
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    ),
    (HeaderName::from_static("x-robots-tag"), "noindex, noarchive"),
];

/// Leptos' settings for a site folder. Names carry hashes when the bundle was built, as told by the
/// file the bundle leaves beside the program.
#[must_use]
pub fn leptos_options(config: &Config, hashed: bool) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name("waxwing")
        .site_root(config.site.to_string_lossy().into_owned())
        .site_pkg_dir("pkg")
        .site_addr(config.listen)
        .env(leptos::config::Env::PROD)
        .hash_files(hashed)
        .build()
}

/// Whether the bundle's names carry hashes: the file that says which lies beside the program.
#[must_use]
pub fn bundle_is_hashed() -> bool {
    std::env::current_exe().is_ok_and(|program| program.with_file_name("hash.txt").exists())
}

async fn headers(request: Request, next: Next) -> Response {
    // Names of bundle files change with their content: they may be kept. Nothing else is.
    let kept =
        request.uri().path().starts_with("/pkg/") && request.uri().path().split('.').count() > 2;
    let mut response = next.run(request).await;
    let ok = response.status().is_success();
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    let cache = if kept && ok { "public, max-age=31536000, immutable" } else { "no-store" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.append(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    headers.remove(header::SERVER);
    response
}

/// A name of this machine itself: what a browser shows for a server on loopback. Any other name
/// that leads here is a page elsewhere that had its name point to this machine.
fn is_own_host(headers: &HeaderMap, hosts: &[String]) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = if host.starts_with('[') {
        host.split(']').next().map(|part| &part[1..])
    } else {
        host.split(':').next()
    };
    // A name may be written with the dot of the root behind it.
    let name = name.map(|name| name.strip_suffix('.').unwrap_or(name));
    matches!(name, Some("localhost" | "127.0.0.1" | "::1"))
        || hosts.iter().any(|own| own.eq_ignore_ascii_case(host) || Some(own.as_str()) == name)
}

/// Types that forms and islands send.
fn is_form(headers: &HeaderMap) -> bool {
    let sent =
        headers.get(header::CONTENT_TYPE).and_then(|sent| sent.to_str().ok()).unwrap_or_default();
    let kind = sent.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(kind.as_str(), "application/x-www-form-urlencoded" | "multipart/form-data")
}

/// Who may ask: pages of this server, under its own name. A change without any sign of where it comes
/// from is refused as well, with a session or without (`safety.md` F3).
async fn own_pages(State(hosts): State<Arc<[String]>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    if !is_own_host(headers, &hosts) {
        return StatusCode::MISDIRECTED_REQUEST.into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        if headers.get(header::ORIGIN).is_none() && headers.get("sec-fetch-site").is_none() {
            return StatusCode::FORBIDDEN.into_response();
        }
        if *request.method() == Method::POST && !is_form(headers) {
            return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
        }
    }
    next.run(request).await
}

/// Refuses texts with a NUL: no browser sends one, and not every database can keep it.
async fn without_nul(request: Request, next: Next) -> Response {
    let has_nul = |text: &[u8]| text.windows(3).any(|three| three == b"%00") || text.contains(&0);
    let (parts, body) = request.into_parts();
    let asked = parts.uri.path_and_query().map_or("", |asked| asked.as_str());
    if has_nul(asked.as_bytes()) {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded")) {
        return next.run(Request::from_parts(parts, body)).await;
    }
    match to_bytes(body, app::http::CALL).await {
        Ok(form) if has_nul(&form) => StatusCode::BAD_REQUEST.into_response(),
        Ok(form) => next.run(Request::from_parts(parts, form.into())).await,
        Err(_) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
    }
}

/// The last resort: nothing of the panic reaches the reader or the log but that there was one.
fn panicked(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    tracing::error!("a request ended in a panic");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Whether whoever asks could read a page. An island asks for JSON.
fn reads_pages(headers: &HeaderMap) -> bool {
    let wished =
        headers.get(header::ACCEPT).and_then(|wish| wish.to_str().ok()).unwrap_or_default();
    wished.is_empty() || wished.contains("text/html") || wished.contains("*/*")
}

/// Puts a page in the reader's language in the place of a refusal that is no page: what a layer
/// answers, or an extractor. The probe's answers stay as short as they are.
async fn in_words(State(style): State<Option<Arc<str>>>, request: Request, next: Next) -> Response {
    let asking = request.headers().clone();
    let page = reads_pages(&asking) && request.uri().path() != HEALTH;
    let response = next.run(request).await;
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let is_page = kind.is_some_and(|kind| kind.starts_with("text/html"));
    if !page || is_page || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let mut said = app::http::refusal(&asking, status, style.as_deref());
    // What else the answer says, such as which methods there are, stays.
    for (name, value) in response.headers() {
        if ![header::CONTENT_TYPE, header::CONTENT_LENGTH, header::CONTENT_ENCODING].contains(name)
        {
            said.headers_mut().append(name, value.clone());
        }
    }
    said
}

/// Anchors what a request has written on the audit trail before it is answered.
async fn anchored(State(services): State<Services>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    services.anchor_written().await;
    response
}

/// Where the server tells whether it answers.
const HEALTH: &str = "/health";

/// The whole server.
pub fn router(services: Services, config: &Config, options: LeptosOptions) -> Router {
    let style = app::http::style_sheet(&options);
    let routes = app::router(services.clone(), options, &config.exit)
        .layer(middleware::from_fn_with_state(services.clone(), anchored));
    let probe = Router::new().route(HEALTH, get(health)).with_state(services);
    let limit = Duration::from_secs(config.timeout_seconds);
    wrap(routes.merge(probe), limit, &config.hosts, Some(&style))
}

/// For whatever watches the server: whether it and its database answer. Says nothing else.
async fn health(State(services): State<Services>) -> Response {
    match services.is_well().await {
        Ok(()) => (StatusCode::OK, "ok\n").into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "no\n").into_response(),
    }
}

/// Puts the layers around routes. `hosts` are the names under which the server answers besides those
/// of this machine; `style` is the style sheet of what the layers say.
pub fn wrap(routes: Router, limit: Duration, hosts: &[String], style: Option<&str>) -> Router {
    let style: Option<Arc<str>> = style.map(Arc::from);
    routes
        .layer(middleware::from_fn(without_nul))
        // No page holds a secret beside what a visitor typed, so its size gives nothing away.
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(5)))
        .layer(CatchPanicLayer::custom(panicked))
        // What says that it is too long is not waited for.
        .layer(RequestBodyLimitLayer::new(app::http::UPLOAD))
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn_with_state(Arc::from(hosts), own_pages))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, limit))
        .layer(middleware::from_fn_with_state(style, in_words))
        .layer(middleware::from_fn(headers))
}
