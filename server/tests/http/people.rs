//! Who reaches what: the inventory of routes, and what it says of everybody who may ask.

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use domain::{ProjectContent, ProjectId, Role, Visibility};
use service::{
    Actor, Purpose, Settings, accounts, demo, invitations, organisations,
    projects::{self, ProjectInput},
    sharing::{self, Choice},
};

use crate::common::{Answer, PASSWORD, Server, encode, has_safe_headers};

/// The committed inventory: a new route is looked at before it is served.
#[tokio::test]
async fn w12_the_inventory_of_routes_is_the_committed_one() {
    let _server = Server::start().await;
    let found = app::http::inventory().join("\n") + "\n";
    let committed = include_str!("../../../app/routes.lock");
    assert_eq!(found, committed, "write this to app/routes.lock after looking at it:\n{found}");
}

/// Every route of the inventory with identifiers put in: method, path, open.
fn routes(id: &str) -> Vec<(Method, String, bool)> {
    include_str!("../../../app/routes.lock")
        .lines()
        .map(|line| {
            let mut parts = line.split(' ');
            let (method, path, open) =
                (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
            let path: Vec<&str> = path
                .split('/')
                .map(|part| if part.starts_with([':', '{']) { id } else { part })
                .collect();
            (method.parse().unwrap(), path.join("/"), open == "open")
        })
        .collect()
}

async fn ask(server: &Server, method: &Method, path: &str) -> Answer {
    if *method == Method::POST && path == "/import" {
        return server.upload("projects", "x.jsonl", "{}").await;
    }
    match *method {
        Method::POST => server.post(path, "x=1").await,
        _ => server.get(path).await,
    }
}

#[tokio::test]
async fn without_an_account_only_open_routes_answer() {
    let server = Server::start().await;
    let nobody = server.with_cookie(String::new());
    let stale = server.with_cookie(format!("__Host-s={}", "0".repeat(64)));
    let mut closed = 0;
    for (method, path, open) in routes("00000000-0000-4000-8000-000000000000") {
        for who in [&nobody, &stale] {
            let answer = ask(who, &method, &path).await;
            has_safe_headers_but_cookie(&answer, &path);
            if open {
                assert_ne!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path}");
                continue;
            }
            closed += 1;
            if method == Method::POST {
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path}");
                assert!(answer.text.contains("Sign in in a new tab"), "{path}");
            } else {
                assert_eq!(answer.status, StatusCode::SEE_OTHER, "{method} {path}");
                let to = answer.header("location");
                assert_eq!(to, format!("/sign-in?next={}", encode(&path)));
            }
        }
    }
    assert!(closed > 60, "{closed}");
}

/// Pages that take a cookie back set one.
fn has_safe_headers_but_cookie(answer: &Answer, what: &str) {
    if answer.headers.get(header::SET_COOKIE).is_none() {
        has_safe_headers(answer, what);
    }
}

struct Cast {
    root: Server,
    stranger: Server,
    viewer: Server,
    admin: Server,
    analyst: Server,
    reviewer: Server,
    project: ProjectId,
}

async fn cast() -> Cast {
    let root = Server::start().await;
    let me = root.actor().await;
    let services = &root.services;
    let content = ProjectContent {
        summary: "Canary 7919113".into(),
        ..ProjectContent::titled("Canary hotline")
    };
    let input = ProjectInput { organisation: Some(root.organisation), content };
    let project = projects::create(services, &me, input, "").await.unwrap();
    let call = r#"{"id":"1","source":"t","donor":"Fonds","title":"Legal aid","lang":"en","text":"legal aid","rolling":true}"#;
    let staged = root.upload("calls", "c.jsonl", call).await;
    root.post(staged.header("location"), "").await;
    let donor = service::matches::donors(services, &me).unwrap()[0].0;
    let invite = async |purpose| invitations::invite(services, &me, purpose).await.unwrap();
    let link = organisations::add(services, &me, "Birch").await.unwrap();
    let stranger = root.arrive(&link, "Stranger").await;
    let link = invite(Purpose::Member(root.organisation, Role::Viewer)).await;
    let viewer = root.arrive(&link, "Viewer").await;
    let analyst = root.arrive(&invite(Purpose::Analyst).await, "Analyst").await;
    let reviewer = root.arrive(&invite(Purpose::Reviewer(donor)).await, "Reviewer").await;
    let operator = Actor::operator();
    accounts::create(services, &operator, "Admin", PASSWORD, (true, false)).await.unwrap();
    let token = accounts::sign_in(services, "Admin", PASSWORD, "").await.unwrap();
    let admin = root.with_cookie(format!("__Host-s={}", token.reveal()));
    Cast { root, stranger, viewer, admin, analyst, reviewer, project }
}

/// For every route with an identifier and every role: another organisation's record answers to the
/// letter like one that does not exist.
#[tokio::test]
async fn c1_a_foreign_record_is_like_one_that_is_not_there() {
    let cast = cast().await;
    let nobody = cast.root.with_cookie(String::new());
    let missing = "00000000-0000-4000-8000-000000000000";
    let others = [&cast.stranger, &cast.admin, &cast.analyst, &cast.reviewer, &nobody];
    let (project, organisation) = (cast.project.to_string(), cast.root.organisation.to_string());
    let mut compared = BTreeSet::new();
    for id in [&project, &organisation] {
        for ((method, path, _), (_, absent, _)) in routes(id).into_iter().zip(routes(missing)) {
            let fits = (path.starts_with("/projects/") && *id == project)
                || (path.starts_with("/organisations/") && *id == organisation);
            if !path.contains(id.as_str()) || !fits {
                continue;
            }
            for who in others {
                let (there, gone) =
                    (ask(who, &method, &path).await, ask(who, &method, &absent).await);
                assert_eq!(there.status, gone.status, "{method} {path}");
                // The head holds a nonce of its own where a page may have an island.
                let body = |text: &str| text.split_once("<body").map(|(_, body)| body.to_owned());
                assert_eq!(
                    body(&there.text.replace(id.as_str(), missing)),
                    body(&gone.text),
                    "{method} {path}"
                );
                assert!(!there.text.contains("Canary") && !there.text.contains("Alder"), "{path}");
                if !who.cookie.is_empty() {
                    assert_eq!(there.status, StatusCode::NOT_FOUND, "{method} {path}");
                }
            }
            compared.insert(path);
        }
    }
    assert!(compared.len() >= 12, "{compared:?}");
    let own = cast.viewer.get(&format!("/projects/{project}")).await;
    assert!(own.text.contains("Canary 7919113"), "a member reads it");
    let edit = cast.viewer.get(&format!("/projects/{project}/edit")).await;
    assert_eq!(edit.status, StatusCode::FORBIDDEN, "a viewer does not write");
    for page in ["/projects", "/", "/account", "/calls"] {
        for who in others {
            assert!(!who.get(page).await.text.contains("Canary"), "{page}");
        }
    }
}

#[tokio::test]
async fn a_public_project_is_read_without_an_account_and_without_what_endangers() {
    let cast = cast().await;
    let services = cast
        .root
        .services
        .clone()
        .with(Settings { publish_delay: chrono::TimeDelta::zero(), ..Settings::default() });
    let me = cast.root.actor().await;
    let choice = Choice { level: Visibility::Public, named: Vec::new(), coalition: None };
    sharing::share(&services, &me, cast.project, choice).await.unwrap();
    let nobody = cast.root.with_cookie(String::new());
    let page = nobody.get(&format!("/projects/{}", cast.project)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("Canary 7919113") && page.text.contains("Alder"));
    assert!(!page.text.contains("/matches") && !page.text.contains("/edit"), "reading only");
    let hidden = cast.reviewer.get(&format!("/projects/{}", cast.project)).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND, "a reviewer reads it beside calls only");
}

#[tokio::test]
async fn admins_and_keepers_have_their_pages_and_nobody_else() {
    let cast = cast().await;
    for who in [&cast.stranger, &cast.analyst, &cast.reviewer] {
        assert_eq!(who.get("/admin").await.status, StatusCode::FORBIDDEN);
        assert_eq!(who.post("/admin/organisations", "name=X").await.status, StatusCode::FORBIDDEN);
        assert_eq!(who.post("/demonstration", "").await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(cast.admin.get("/admin").await.status, StatusCode::OK);
    assert!(!cast.admin.get("/admin").await.text.contains("Alder"), "no organisation by name");
    assert_eq!(cast.reviewer.get("/import").await.status, StatusCode::FORBIDDEN);
    let calls = cast.stranger.upload("calls", "c.jsonl", "{}").await;
    assert_eq!(calls.status, StatusCode::FORBIDDEN, "calls are kept by admins and analysts");
}

#[tokio::test]
async fn a1_w4_signing_in_gives_a_new_cookie_and_signing_out_takes_it_back() {
    let server = Server::start().await;
    let form = format!("name=root&password={}&next=%2Fcalls%3Fq%3Dx", encode(PASSWORD));
    let fixed = server.with_cookie(format!("__Host-s={}", "a".repeat(64)));
    let answer = fixed.post("/sign-in", &form).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/calls?q=x"));
    let set = answer.header("set-cookie").to_owned();
    let (cookie, attributes) = set.split_once(';').unwrap();
    assert_eq!(attributes, " Path=/; Secure; HttpOnly; SameSite=Lax");
    assert!(!cookie.contains(&"a".repeat(64)), "a token from outside is never taken over");
    let signed_in = server.with_cookie(cookie.to_owned());
    assert_eq!(signed_in.get("/account").await.status, StatusCode::OK);
    let away =
        fixed.post("/sign-in", &form.replace("%2Fcalls", "https%3A%2F%2Fevil.example")).await;
    assert_eq!(away.header("location"), "/");
    let out = signed_in.post("/sign-out", "").await;
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert!(out.header("clear-site-data").contains("cache"));
    assert_eq!(signed_in.get("/account").await.status, StatusCode::SEE_OTHER);

    let wrong = fixed.post("/sign-in", "name=root&password=wrong+password+here").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.text.contains("wrong password here"));
    let unknown = fixed.post("/sign-in", "name=zoot&password=wrong+password+here").await;
    assert_eq!(unknown.text.replace("zoot", "root"), wrong.text, "a7: told alike");
}

#[tokio::test]
async fn leaving_quickly_ends_the_session_unless_another_site_asks() {
    let server = Server::start().await;
    let exit = |site: &'static str| {
        let request = Request::get("/exit").header(header::HOST, "localhost");
        let request = request.header(header::COOKIE, &server.cookie);
        server.send(request.header("sec-fetch-site", site).body(Body::empty()).unwrap())
    };
    assert_eq!(exit("cross-site").await.status, StatusCode::SEE_OTHER);
    assert_eq!(server.get("/account").await.status, StatusCode::OK, "another site cannot");
    let gone = exit("same-origin").await;
    assert_eq!(gone.header("location"), "https://www.wikipedia.org/");
    assert_eq!(server.get("/account").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn every_page_has_the_way_out_and_the_health_probe_says_nothing() {
    let server = Server::start().await;
    for path in crate::common::PAGES {
        assert!(server.get(path).await.text.contains("href=\"/exit\""), "{path}");
    }
    let nobody = server.with_cookie(String::new());
    let health = nobody.get("/health").await;
    assert_eq!((health.status, health.text.as_str()), (StatusCode::OK, "ok\n"));
    has_safe_headers(&health, "health");
}

#[tokio::test]
async fn the_demonstration_has_one_click_on_loopback_only() {
    let closed = Server::start().await;
    let refused = closed.post("/demonstration/sign-in", "role=admin").await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let open = Server::start_with(Settings { demonstration: true, ..Settings::default() }).await;
    assert!(demo::load(&open.services, &Actor::operator()).await.is_err(), "never beside records");
    assert_eq!(
        open.post("/demonstration/sign-in", "role=admin").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_link_makes_an_account_and_shows_what_is_wrong_with_a_form() {
    let server = Server::start().await;
    let made = server
        .post(&format!("/organisations/{}/invitations", server.organisation), "role=editor")
        .await;
    // A whole address that can be selected and copied, and for whom it is.
    let link = scraper::Selector::parse("input#new-link[readonly]").unwrap();
    let html = made.html();
    let address = html.select(&link).next().unwrap().attr("value").unwrap().to_owned();
    let path = address.strip_prefix("http://localhost:3000").unwrap().to_owned();
    assert!(path.starts_with("/join/") && path.len() == 70, "{path}");
    assert!(made.all(".notice")[0].contains("For Alder, role: editor"), "{}", made.text);
    assert!(
        !server.get(&format!("/organisations/{}", server.organisation)).await.text.contains(&path),
        "shown once"
    );
    let nobody = server.with_cookie(String::new());
    assert!(nobody.get(&path).await.text.contains("Alder"));
    let bad = nobody.post(&path, "name=&password=secret-short").await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(bad.all(".summary li").len(), 2, "{:?}", bad.all(".summary li"));
    assert!(!bad.text.contains("secret-short"), "a password is never shown again");
    let form = format!("name=Egor&password={}", encode(PASSWORD));
    let joined = nobody.post(&path, &form).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{:?}", joined.all(".summary li"));
    assert_eq!(nobody.get(&path).await.status, StatusCode::NOT_FOUND, "once");
}

/// What is private to the organisation whatever is shared: each with a word of its own.
#[tokio::test]
async fn c2_hidden_fields_reach_nobody_who_may_not_see_them() {
    let cast = cast().await;
    let services = cast
        .root
        .services
        .clone()
        .with(Settings { publish_delay: chrono::TimeDelta::zero(), ..Settings::default() });
    let me = cast.root.actor().await;
    let content = ProjectContent {
        summary: "Legal aid, run by Alder with Kanarienpartner.".into(),
        activities: "Legal aid for newsrooms".into(),
        lang: Some("en".parse().unwrap()),
        people_inside: vec!["BY".parse().unwrap()],
        partners: vec![domain::Partner {
            name: "Kanarienpartner".into(),
            country: Some("PL".parse().unwrap()),
            form: None,
        }],
        ..ProjectContent::titled("Kanarientitel: legal aid")
    };
    let input = ProjectInput { organisation: Some(cast.root.organisation), content };
    let project = projects::create(&services, &me, input, "").await.unwrap();
    let call = service::calls::search(&services, &me, &service::calls::CallFilter::default())
        .await
        .unwrap()
        .rows[0]
        .id;
    let share = async |level| {
        let choice = Choice { level, named: Vec::new(), coalition: None };
        sharing::share(&services, &me, project, choice).await.unwrap();
    };
    let nobody = cast.root.with_cookie(String::new());

    share(Visibility::Donors).await;
    let begun = cast.reviewer.post(&format!("/calls/{call}/review"), "action=begin&after=0").await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    let list = cast.reviewer.get(&format!("/calls/{call}/projects")).await;
    let start = format!("href=\"/calls/{call}/projects/");
    let links = list.text.split(&start).skip(1).filter_map(|part| part.split('"').next());
    let mut found = None;
    for link in links {
        let page = cast.reviewer.get(&format!("/calls/{call}/projects/{link}")).await;
        if page.text.contains("Legal aid for newsrooms") {
            found = Some(page);
        }
    }
    let one = found.unwrap();
    assert_eq!(one.status, StatusCode::OK);
    assert!(one.text.contains("Legal aid, run by an organisation with an organisation."));
    for page in [&list, &one] {
        for hidden in ["Alder", "Kanarienpartner", &project.to_string()] {
            assert!(!page.text.contains(hidden), "{hidden}");
        }
    }
    for who in [&cast.stranger, &cast.admin, &cast.analyst, &nobody] {
        for path in ["/", "/projects", "/calls", &format!("/calls/{call}/projects")] {
            assert!(!who.get(path).await.text.contains("Kanarien"), "{path}");
        }
    }

    share(Visibility::Public).await;
    let page = nobody.get(&format!("/projects/{project}")).await;
    assert!(page.text.contains("Kanarientitel"), "what is public is read");
    let apart = page.text.replace("run by Alder with Kanarienpartner", "");
    for hidden in ["Kanarienpartner", "Belarus", "Poland"] {
        assert!(!apart.contains(hidden), "{hidden}");
    }
}

#[tokio::test]
async fn c3_a_form_sets_what_it_shows_and_nothing_else() {
    let cast = cast().await;
    let (server, services) = (&cast.root, &cast.root.services);
    let me = server.actor().await;
    let other = "0c5f5c1e-6b1e-4c39-9f43-3d3c7d3f2a11";
    let extra = format!(
        "&id={other}&code_name=Chosen&visibility=public&shared_since=2020-01-01&coalition_id={other}\
         &demonstration=1&first_seen=2020-01-01&source=elsewhere&external_id=7&admin=1&role=owner"
    );
    let body = format!("title=One&organisation={}{extra}", server.organisation);
    let saved = server.post("/projects/new", &body).await;
    let id: ProjectId = saved.header("location").split('/').nth(2).unwrap().parse().unwrap();
    assert_ne!(id.to_string(), other);
    let made = projects::get(services, &me, id).await.unwrap().project;
    assert_eq!(made.sharing.visibility, Visibility::Private);
    assert_eq!(made.organisation, Some(server.organisation));

    // Somebody else's organisation, for a new project and for one's own.
    let theirs = cast.stranger.actor().await;
    let theirs = *theirs.reader().grants().unwrap().memberships.keys().next().unwrap();
    for path in ["/projects/new".to_owned(), format!("/projects/{id}/edit")] {
        let body = format!("title=Two&organisation={theirs}{extra}");
        let answer = server.post(&path, &body).await;
        let now = projects::get(services, &me, id).await.unwrap().project;
        assert_eq!(now.organisation, Some(server.organisation), "{path}: {}", answer.status);
        assert_eq!(now.sharing.visibility, Visibility::Private);
    }
    let seen =
        projects::list(services, &cast.stranger.actor().await, &projects::ProjectFilter::default())
            .await
            .unwrap();
    assert_eq!(seen.total, 0, "nothing was put into another organisation");

    let viewer = cast.viewer.actor().await;
    let before = viewer.reader().grants().unwrap().clone();
    let form = format!("old={0}&new={0}&admin=1&analyst=1&role=owner", encode(PASSWORD));
    cast.viewer.post("/account/password", &form).await;
    let after = accounts::sign_in(services, "Viewer", PASSWORD, "").await.unwrap();
    let after = accounts::authenticate(services, after.reveal()).await.unwrap();
    assert_eq!(after.reader().grants().unwrap().memberships, before.memberships);
    assert_eq!(cast.viewer.get("/admin").await.status, StatusCode::FORBIDDEN);
}
