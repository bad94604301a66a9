//! Whether a browser runs on the server's own machine, with nothing in between.
//!
//! A proxy on the same machine also asks from a loopback address. It is told from a browser by the
//! name under which it was asked and by what proxies add; a server that has a name for others does
//! not rely on either (`Config::settings`).

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{HeaderMap, Uri, header, request::Parts},
};

/// Whether whoever sent a request is near, as found when it came in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Near(pub(crate) bool);

impl Near {
    /// What was found of a request; of one that did not come in, that it is not.
    pub(crate) fn of(parts: &Parts) -> Self {
        parts.extensions.get().copied().unwrap_or(Self(false))
    }
}

/// The headers that browsers send by themselves. Nobody can list all by which proxies say for whom they
/// ask, so any other one is taken for such.
const FROM_BROWSERS: [&str; 22] = [
    "host",
    "user-agent",
    "accept",
    "accept-language",
    "accept-encoding",
    "referer",
    "origin",
    "content-type",
    "content-length",
    "connection",
    "keep-alive",
    "cookie",
    "upgrade-insecure-requests",
    "cache-control",
    "pragma",
    "dnt",
    "te",
    "priority",
    "save-data",
    "if-none-match",
    "if-modified-since",
    "transfer-encoding",
];

/// Whether an authority, `HOST` or `HOST:PORT`, names this machine itself.
fn is_loopback(authority: &str) -> bool {
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next(),
        None => authority.split(':').next(),
    };
    let host = host.unwrap_or_default();
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Whether every value of a header passes.
fn all(headers: &HeaderMap, name: header::HeaderName, passes: impl Fn(&str) -> bool) -> bool {
    headers.get_all(name).iter().all(|value| value.to_str().is_ok_and(&passes))
}

/// Whether a request comes from near: from a loopback address, under a loopback name, from a page
/// under such a name if it says from which, and passed on by nobody. `peer` is where the connection
/// comes from.
pub(super) fn is_near(
    peer: Option<&ConnectInfo<SocketAddr>>,
    uri: &Uri,
    headers: &HeaderMap,
) -> bool {
    let by_itself = |name: &header::HeaderName| {
        FROM_BROWSERS.contains(&name.as_str()) || name.as_str().starts_with("sec-")
    };
    let page = |value: &str| {
        value
            .split_once("://")
            .is_some_and(|(_, rest)| rest.split('/').next().is_some_and(is_loopback))
    };
    peer.is_some_and(|ConnectInfo(peer)| peer.ip().is_loopback())
        && headers.contains_key(header::HOST)
        && all(headers, header::HOST, is_loopback)
        && uri.authority().is_none_or(|authority| is_loopback(authority.as_str()))
        && all(headers, header::ORIGIN, page)
        && all(headers, header::REFERER, page)
        && headers.keys().all(by_itself)
}

/// The scheme and name under which a browser asked for this server: plain HTTP on this machine itself
/// and for an onion service, HTTPS under every other name; `None` when it named none.
pub(super) fn origin(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok().filter(|host| !host.is_empty())?;
    let name = host.split(':').next().unwrap_or_default();
    let onion = name.to_ascii_lowercase().ends_with(".onion");
    let scheme = if is_loopback(host) || onion { "http" } else { "https" };
    Some(format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(peer: &str, headers: &[(&str, &str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(name.parse::<header::HeaderName>().unwrap(), value.parse().unwrap());
        }
        let peer = ConnectInfo(peer.parse().unwrap());
        is_near(Some(&peer), &Uri::from_static("/sign-in"), &map)
    }

    #[test]
    fn a_browser_on_this_machine_is_near() {
        for (peer, host) in [
            ("127.0.0.1:50000", "127.0.0.1:3000"),
            ("127.0.0.1:50000", "localhost:3000"),
            ("[::1]:50000", "[::1]:3000"),
            ("127.0.0.1:50000", "LOCALHOST"),
        ] {
            assert!(near(peer, &[("host", host)]), "{host}");
            let origin = format!("http://{host}");
            assert!(near(peer, &[("host", host), ("origin", origin.as_str())]), "{origin}");
            let sent = [("host", host), ("user-agent", "x"), ("sec-fetch-site", "same-origin")];
            assert!(near(peer, &sent), "what browsers add");
        }
    }

    #[test]
    fn an_address_begins_as_a_browser_needs_it() {
        for (host, expected) in [
            ("localhost:3000", Some("http://localhost:3000")),
            ("127.0.0.1:3000", Some("http://127.0.0.1:3000")),
            ("[::1]:3000", Some("http://[::1]:3000")),
            ("waxwing.example.org", Some("https://waxwing.example.org")),
            ("waxwing.example.org:8443", Some("https://waxwing.example.org:8443")),
            ("waxwingexample.onion", Some("http://waxwingexample.onion")),
            ("waxwingexample.ONION:8080", Some("http://waxwingexample.ONION:8080")),
            ("localhost.example.org", Some("https://localhost.example.org")),
            ("onion.example.org", Some("https://onion.example.org")),
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            assert_eq!(origin(&headers).as_deref(), expected, "{host}");
        }
        assert_eq!(origin(&HeaderMap::new()), None);
    }

    #[test]
    fn nobody_else_is() {
        let host = ("host", "127.0.0.1:3000");
        assert!(!near("192.0.2.1:50000", &[host]), "another machine");
        assert!(!near("127.0.0.1:50000", &[]), "no name at all");
        assert!(!near("127.0.0.1:50000", &[host, ("host", "waxwing.example.org")]));
        for host in [
            "waxwing.example.org",
            "localhost.example.org",
            "127.0.0.1.example.org",
            "waxwingexample.onion",
            "0.0.0.0:3000",
            "192.168.1.2",
            "",
        ] {
            assert!(!near("127.0.0.1:50000", &[("host", host)]), "{host}");
        }
        for passed_on in [
            ("x-forwarded-for", "127.0.0.1"),
            ("x-forwarded-proto", "https"),
            ("X-Forwarded-Host", "localhost"),
            ("forwarded", "for=127.0.0.1"),
            ("via", "1.1 proxy"),
            ("x-real-ip", "127.0.0.1"),
            ("client-ip", "127.0.0.1"),
            ("x-cluster-client-ip", "127.0.0.1"),
            ("cf-ray", "7d1f"),
            ("x-request-id", "1"),
            ("origin", "https://waxwing.example.org"),
            ("origin", "null"),
            ("referer", "https://waxwing.example.org/sign-in"),
        ] {
            assert!(!near("127.0.0.1:50000", &[host, passed_on]), "{passed_on:?}");
        }
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "localhost".parse().unwrap());
        assert!(!is_near(None, &Uri::from_static("/"), &headers), "it is not known from where");
        let peer = ConnectInfo("127.0.0.1:1".parse().unwrap());
        let absolute = Uri::from_static("http://waxwing.example.org/");
        assert!(!is_near(Some(&peer), &absolute, &headers));
    }
}
