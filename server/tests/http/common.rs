//! A server over a fresh database, asked through the router that `main` builds.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
    response::Response,
};
use domain::OrganisationId;
use scraper::{Html, Selector};
use server::{
    SystemChance, SystemClock,
    config::Config,
    http::{leptos_options, router},
};
use service::{Actor, Services, Settings, accounts, invitations, organisations};
use store::testing::TestDatabase;
use tower::ServiceExt;

/// Pages without an identifier that whoever may do everything can read.
pub(crate) const PAGES: [&str; 18] = [
    "/",
    "/calls",
    "/projects",
    "/projects/new",
    "/import",
    "/organisations",
    "/account",
    "/admin",
    "/sign-in",
    "/demonstration",
    "/about/matching",
    "/about/privacy",
    "/about/words",
    "/about/words?x=1",
    "/calls?status=closed&sort=newest&page=7",
    "/designations",
    "/donors",
    "/donors/new",
];

/// The paths of the inventory that answer to a method, with an identifier that nothing has in the
/// place of each placeholder.
pub(crate) fn inventory(method: &str) -> Vec<String> {
    let lines = app::http::inventory();
    let paths = lines.iter().filter_map(|line| {
        let (of, rest) = line.split_once(' ')?;
        let path = rest.split(' ').next()?;
        (of == method).then(|| {
            let parts = path.split('/').map(|part| match part {
                "{code}" => "de",
                "{file}" => "nothing.css",
                part if part.starts_with('{') => "0c5f5c1e-6b1e-4c39-9f43-3d3c7d3f2a11",
                part => part,
            });
            parts.collect::<Vec<_>>().join("/")
        })
    });
    paths.collect()
}

/// A server over a fresh database, and whoever is signed in to it.
pub(crate) struct Server {
    pub(crate) router: Router,
    pub(crate) services: Services,
    /// The cookie of the account that [`Server::get`] and [`Server::post`] send.
    pub(crate) cookie: String,
    /// The organisation it owns.
    pub(crate) organisation: OrganisationId,
    pub(crate) site: Arc<tempfile::TempDir>,
    pub(crate) database: Arc<TestDatabase>,
    /// The connections of the server itself.
    pub(crate) store: store::Database,
}

/// The password of every account of these tests.
pub(crate) const PASSWORD: &str = "тихая вода камыш лодка";

pub(crate) fn encode(text: &str) -> String {
    app::http::encode(text)
}

/// An answer, read whole.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) async fn of(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 20_000_000).await.unwrap();
        Self {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(crate) fn html(&self) -> Html {
        Html::parse_document(&self.text)
    }

    /// What a hidden field of the first form that has it holds.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let selector = Selector::parse(&format!("input[name={name}]")).unwrap();
        let html = self.html();
        let found = html.select(&selector).next().unwrap();
        found.value().attr("value").unwrap_or_default().to_owned()
    }

    /// The text of everything that a selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<String> {
        let html = self.html();
        html.select(&Selector::parse(selector).unwrap())
            .map(|found| found.text().collect::<String>())
            .collect()
    }
}

impl Server {
    /// A server, and somebody who may do everything: admin, analyst, owner of an organisation.
    pub(crate) async fn start() -> Self {
        Self::start_with(Settings::default()).await
    }

    pub(crate) async fn start_with(settings: Settings) -> Self {
        let database = TestDatabase::migrated().await.unwrap();
        let store = store::Database::open(&database.url, None).await.unwrap();
        let services = Services::open(store.clone(), Arc::new(SystemClock), Arc::new(SystemChance))
            .await
            .unwrap()
            .with(settings);
        let site = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(site.path().join("pkg")).unwrap();
        std::fs::write(site.path().join("pkg/waxwing.0123.css"), "body{}").unwrap();
        let config = Config { site: site.path().to_owned(), ..Config::default() };
        let router = router(services.clone(), &config, leptos_options(&config, false));
        let operator = Actor::operator();
        accounts::create(&services, &operator, "Root", PASSWORD, (true, true)).await.unwrap();
        let link = organisations::add(&services, &operator, "Alder").await.unwrap();
        let token = accounts::sign_in(&services, "Root", PASSWORD, "").await.unwrap();
        let root = accounts::authenticate(&services, token.reveal()).await.unwrap();
        invitations::join(&services, &root, link.reveal()).await.unwrap();
        let root = accounts::authenticate(&services, token.reveal()).await.unwrap();
        let organisation = *root.reader().grants().unwrap().memberships.keys().next().unwrap();
        Self {
            router,
            services,
            cookie: format!("__Host-s={}", token.reveal()),
            organisation,
            site: Arc::new(site),
            database: Arc::new(database),
            store,
        }
    }

    /// The same server, as somebody who came through a link.
    pub(crate) async fn arrive(&self, link: &accounts::Hidden, name: &str) -> Self {
        let token =
            invitations::accept(&self.services, link.reveal(), name, PASSWORD).await.unwrap();
        self.with_cookie(format!("__Host-s={}", token.reveal()))
    }

    /// The same server, with another cookie.
    pub(crate) fn with_cookie(&self, cookie: String) -> Self {
        Self {
            router: self.router.clone(),
            services: self.services.clone(),
            cookie,
            organisation: self.organisation,
            site: Arc::clone(&self.site),
            database: Arc::clone(&self.database),
            store: self.store.clone(),
        }
    }

    /// Who is signed in.
    pub(crate) async fn actor(&self) -> Actor {
        let token = self.cookie.trim_start_matches("__Host-s=");
        accounts::authenticate(&self.services, token).await.unwrap()
    }

    pub(crate) fn head(&self, path: &str) -> Request<Body> {
        let request = Request::head(path).header(header::HOST, "localhost");
        request.header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap()
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        Answer::of(self.router.clone().oneshot(request).await.unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::HOST, "localhost:3000");
        self.send(request.header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, path: &str, body: &str) -> Answer {
        let request = Request::post(path)
            .header(header::HOST, "localhost:3000")
            .header(header::ORIGIN, "http://localhost:3000")
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    pub(crate) async fn upload(&self, kind: &str, name: &str, content: &str) -> Answer {
        self.upload_with(kind, &[], name, content).await
    }

    /// An upload with more fields.
    pub(crate) async fn upload_with(
        &self,
        kind: &str,
        fields: &[(&str, &str)],
        name: &str,
        content: &str,
    ) -> Answer {
        let part = |(name, value): &(&str, &str)| {
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let fields: String = std::iter::once(&("kind", kind)).chain(fields).map(part).collect();
        let body = format!(
            "{fields}--x\r\nContent-Disposition: form-data; \
             name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n{content}\r\n--x--\r\n"
        );
        let request = Request::post("/import")
            .header(header::HOST, "localhost:3000")
            .header(header::ORIGIN, "http://localhost:3000")
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        self.send(request.body(Body::from(body)).unwrap()).await
    }
}

pub(crate) fn has_safe_headers(answer: &Answer, what: &str) {
    let expected = [
        ("referrer-policy", "same-origin"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-embedder-policy", "require-corp"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-robots-tag", "noindex, noarchive"),
    ];
    for (name, value) in expected {
        assert_eq!(answer.header(name), value, "{name} of {what}");
    }
    let policy = answer.header("content-security-policy");
    for part in [
        "default-src 'none'",
        "style-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ] {
        assert!(policy.contains(part), "{part} in {policy} of {what}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    assert!(
        answer.headers.get(header::SERVER).is_none()
            && answer.headers.get(header::SET_COOKIE).is_none(),
        "{what}"
    );
}
