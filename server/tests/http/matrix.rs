//! Every route of the inventory against every method, every kind of request from elsewhere, and the
//! headers of what is answered.

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use store::testing::dump;

use crate::common::{Server, has_safe_headers, inventory};

const FORM: &str = "application/x-www-form-urlencoded";

/// The methods that a browser, or somebody curious, may try.
const METHODS: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

/// A request of whoever may do everything, from our own pages.
fn own(server: &Server, method: &str, path: &str, body: &'static str) -> Request<Body> {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "localhost")
        .header(header::ORIGIN, "http://localhost")
        .header(header::COOKIE, &server.cookie)
        .header(header::CONTENT_TYPE, FORM)
        .body(Body::from(body))
        .unwrap()
}

/// Whether the answer takes a cookie back, as leaving does.
fn leaves(path: &str) -> bool {
    ["/exit", "/sign-out", "/account/sessions", "/account/browsers"].contains(&path)
        || path.starts_with("/language/")
}

#[tokio::test]
async fn w1_every_route_answers_its_own_methods_only_and_always_with_the_safe_headers() {
    let server = Server::start().await;
    let (reads, writes) = (inventory("GET"), inventory("POST"));
    let paths: BTreeSet<&String> = reads.iter().chain(&writes).collect();
    assert!(paths.len() > 45, "{}", paths.len());
    for path in paths {
        // Leaving ends the session that the rest needs.
        if leaves(path) {
            continue;
        }
        for method in METHODS {
            let answer = server.send(own(&server, method, path, "x=1")).await;
            let what = format!("{method} {path}: {}", answer.status);
            let ours = match method {
                "GET" | "HEAD" => reads.contains(path),
                "POST" => writes.contains(path),
                _ => false,
            };
            assert!(
                ours || matches!(answer.status.as_u16(), 404 | 405),
                "not in the inventory: {what}"
            );
            assert!(!ours || answer.status != StatusCode::METHOD_NOT_ALLOWED, "{what}");
            assert!(!answer.status.is_server_error(), "{what}");
            has_safe_headers(&answer, &what);
            if !path.starts_with("/pkg/") && path != "/icon.svg" {
                assert_eq!(answer.header("cache-control"), "no-store", "{what}");
            }
        }
    }
}

#[tokio::test]
async fn w1_what_is_too_large_is_refused_with_the_safe_headers() {
    let server = Server::start().await;
    for path in inventory("POST") {
        // Uploads take files of 10 MB; without an account nothing is read at all.
        let size = if path == "/import" { 12_000_000 } else { 600_000 };
        let kind = if path == "/import" { "multipart/form-data; boundary=x" } else { FORM };
        let request = Request::post(&path)
            .header(header::HOST, "localhost")
            .header(header::ORIGIN, "http://localhost")
            .header(header::COOKIE, &server.cookie)
            .header(header::CONTENT_TYPE, kind)
            .header(header::CONTENT_LENGTH, size);
        let answer = server.send(request.body(Body::from("x".repeat(size))).unwrap()).await;
        assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
        if !leaves(&path) {
            has_safe_headers(&answer, &path);
        }
    }
}

/// What a page elsewhere, or a program that is no browser, may send along.
const FOREIGN: [(&str, &[(&str, &str)]); 8] = [
    ("another origin", &[("origin", "https://evil.example")]),
    ("no origin", &[("origin", "null")]),
    ("an origin that begins like ours", &[("origin", "http://localhost.evil.example")]),
    ("another port", &[("origin", "http://localhost:81")]),
    ("cross-site", &[("sec-fetch-site", "cross-site")]),
    ("both", &[("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")]),
    ("same-site", &[("origin", "http://other.localhost"), ("sec-fetch-site", "same-site")]),
    ("neither header", &[]),
];

#[tokio::test]
async fn w5_cross_site_writes_are_refused() {
    let server = Server::start().await;
    server.post("/projects/new", &format!("title=One&organisation={}", server.organisation)).await;
    let rows = async || dump(&server.database.db, &["session"]).await.unwrap();
    let before = rows().await;
    let kinds = [FORM, "text/plain", "multipart/form-data; boundary=x", "application/json"];
    for path in inventory("POST") {
        for (what, headers) in FOREIGN {
            for kind in kinds {
                let mut request = Request::post(&path)
                    .header(header::HOST, "localhost")
                    .header(header::COOKIE, &server.cookie)
                    .header(header::CONTENT_TYPE, kind);
                for (name, value) in headers {
                    request = request.header(*name, *value);
                }
                let body = Body::from("title=x&name=x&sure=yes&form=x");
                let answer = server.send(request.body(body).unwrap()).await;
                assert!(
                    matches!(answer.status.as_u16(), 403 | 415),
                    "{path}, {what}, {kind}: {}",
                    answer.status
                );
            }
        }
        // Our own page, but as no form of ours is sent.
        for kind in ["text/plain", "application/json", ""] {
            let mut request = own(&server, "POST", &path, "title=x");
            request.headers_mut().insert(header::CONTENT_TYPE, kind.parse().unwrap());
            let answer = server.send(request).await;
            assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{path} {kind}");
        }
    }
    assert_eq!(rows().await, before);
}

#[tokio::test]
async fn w7_what_a_proxy_might_say_changes_nothing() {
    let server = Server::start().await;
    let plain = server.get("/about/words").await;
    for (name, value) in [
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "https"),
        ("x-forwarded-for", "203.0.113.7"),
        ("forwarded", "for=203.0.113.7;host=evil.example"),
        ("x-original-url", "/admin"),
        ("x-rewrite-url", "/admin"),
        ("x-http-method-override", "DELETE"),
    ] {
        let mut request = own(&server, "GET", "/about/words", "");
        request.headers_mut().insert(name, value.parse().unwrap());
        let answer = server.send(request).await;
        assert_eq!((answer.status, &answer.text), (StatusCode::OK, &plain.text), "{name}");
    }
}

#[tokio::test]
async fn w8_nothing_lies_open_beside_the_routes() {
    let server = Server::start().await;
    for path in [
        "/.git/config",
        "/.env",
        "/metrics",
        "/debug",
        "/pkg/",
        "/pkg/../waxwing.sqlite",
        "/pkg/%2e%2e/%2e%2e/Cargo.toml",
        "/waxwing.sqlite",
        "/api",
        "/api/live-matches",
        "/server-status",
    ] {
        let answer = server.send(own(&server, Method::GET.as_str(), path, "")).await;
        assert!(matches!(answer.status.as_u16(), 404 | 405), "{path}: {}", answer.status);
        has_safe_headers(&answer, path);
    }
}
