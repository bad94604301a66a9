//! One click into the demonstration, from near and by every other way; browsers that know somebody;
//! what is told of too many tries.

use std::{fs, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
};
use server::{
    SystemChance, SystemClock,
    config::Config,
    http::{leptos_options, router},
};
use service::{Actor, Services, accounts, demo};
use store::testing::TestDatabase;
use tower::ServiceExt as _;

use crate::{
    common::{Answer, PASSWORD, Server, encode},
    program::{Program, cookie_of, header as header_of},
};

/// The demonstration on a server that has the names `hosts` for others.
async fn demonstration(hosts: &[&str]) -> (TestDatabase, Services, Router) {
    let test = TestDatabase::migrated().await.unwrap();
    let hosts = hosts.iter().map(|host| (*host).to_owned()).collect();
    let config = Config { hosts, ..Config::default() };
    let services =
        Services::connect(&test.url, None, Arc::new(SystemClock), Arc::new(SystemChance))
            .await
            .unwrap()
            .with(config.settings());
    Box::pin(demo::load(&services, &Actor::operator())).await.unwrap();
    let router = router(services.clone(), &config, leptos_options(&config, false));
    (test, services, router)
}

/// A way by which a request comes: from where, under which name, with what a proxy adds.
struct Way(&'static str, &'static str, &'static [(&'static str, &'static str)]);

const NEAR: Way = Way("127.0.0.1:50000", "localhost:3000", &[]);

async fn ask(router: &Router, way: &Way, method: &str, path: &str, cookie: &str) -> Answer {
    let Way(peer, host, passed_on) = way;
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, *host)
        .header(header::ORIGIN, format!("http://{host}"))
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in *passed_on {
        request = request.header(*name, *value);
    }
    if !peer.is_empty() {
        request = request.extension(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
    }
    let body = if method == "POST" { "role=admin" } else { "" };
    Answer::of(router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap()).await
}

const CLICK: &str = "/demonstration/sign-in";

async fn is_offered(router: &Router, way: &Way) -> bool {
    let mut offered = Vec::new();
    for path in ["/", "/sign-in"] {
        let page = ask(router, way, "GET", path, "").await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        offered.push(page.text.contains(CLICK));
    }
    assert_eq!(offered[0], offered[1]);
    offered[0]
}

#[tokio::test]
async fn one_click_signs_in_from_near_only() {
    let (_test, _, router) = demonstration(&[]).await;
    assert!(is_offered(&router, &NEAR).await);
    let entered = ask(&router, &NEAR, "POST", CLICK, "").await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
    let cookie = entered.header("set-cookie").split(';').next().unwrap().to_owned();
    assert_eq!(ask(&router, &NEAR, "GET", "/admin", &cookie).await.status, StatusCode::OK);
    for way in [
        Way("", "localhost:3000", &[]),
        Way("192.0.2.7:50000", "localhost:3000", &[]),
        Way("[2001:db8::7]:50000", "127.0.0.1:3000", &[]),
        Way("127.0.0.1:50000", "localhost:3000", &[("x-forwarded-for", "192.0.2.7")]),
        Way("127.0.0.1:50000", "localhost:3000", &[("x-forwarded-proto", "https")]),
        Way("127.0.0.1:50000", "localhost:3000", &[("forwarded", "for=192.0.2.7")]),
        Way("127.0.0.1:50000", "localhost:3000", &[("via", "1.1 proxy")]),
        Way("127.0.0.1:50000", "localhost:3000", &[("x-real-ip", "192.0.2.7")]),
    ] {
        let what = format!("{:?} {:?} {:?}", way.0, way.1, way.2);
        assert!(!is_offered(&router, &way).await, "{what}");
        let refused = ask(&router, &way, "POST", CLICK, "").await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{what}");
        assert!(refused.headers.get(header::SET_COOKIE).is_none(), "{what}");
        let shut = ask(&router, &way, "GET", "/admin", &cookie).await;
        assert_eq!(shut.status, StatusCode::SEE_OTHER, "a session from near, {what}");
        let shut = ask(&router, &way, "POST", "/admin/lock", &cookie).await;
        assert_eq!(shut.status, StatusCode::UNAUTHORIZED, "{what}");
    }
    assert_eq!(ask(&router, &NEAR, "GET", "/admin", &cookie).await.status, StatusCode::OK);
}

/// Whoever asks through a proxy or an onion service chooses the name under which they ask.
#[tokio::test]
async fn a_server_with_a_name_for_others_has_no_one_click() {
    let (_test, _, router) = demonstration(&["waxwing.example.org", "waxwingexample.onion"]).await;
    for host in
        ["localhost:3000", "127.0.0.1", "[::1]", "waxwing.example.org", "waxwingexample.onion"]
    {
        let way = Way("127.0.0.1:50000", host, &[]);
        assert!(!is_offered(&router, &way).await, "{host}");
        assert_eq!(ask(&router, &way, "POST", CLICK, "").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn one_click_ends_with_the_first_real_account() {
    let (_test, services, router) = demonstration(&[]).await;
    let entered = ask(&router, &NEAR, "POST", CLICK, "").await;
    let cookie = entered.header("set-cookie").split(';').next().unwrap().to_owned();
    assert_eq!(ask(&router, &NEAR, "GET", "/admin", &cookie).await.status, StatusCode::OK);
    let operator = Actor::operator();
    accounts::create(&services, &operator, "Anna", PASSWORD, (false, false)).await.unwrap();
    assert_eq!(ask(&router, &NEAR, "GET", "/admin", &cookie).await.status, StatusCode::SEE_OTHER);
    assert!(!is_offered(&router, &NEAR).await);
    assert_eq!(ask(&router, &NEAR, "POST", CLICK, "").await.status, StatusCode::NOT_FOUND);
}

/// The program itself, as it is told to run behind a proxy on its machine: what the proxy passes on
/// comes from loopback, under whatever name the visitor chose.
#[test]
fn the_program_tells_a_browser_from_a_proxy() {
    let folder = tempfile::tempdir().unwrap();
    Program::run(folder.path(), &["demo"], "");
    let click = |program: &Program, host: &str, told: &str| {
        let answer = program.ask_under(host, told, ("POST", CLICK), "", "role=admin");
        answer.split(' ').nth(1).unwrap().to_owned()
    };
    let settings = folder.path().join("waxwing.toml");
    fs::write(&settings, "hosts = [\"waxwing.example.org\"]\n").unwrap();
    let mut behind = Program::command(folder.path());
    behind.arg("--config").arg(&settings);
    let program = Program::serve_with(behind, folder.path());
    let own = program.address.to_string();
    for host in ["waxwing.example.org", "localhost", "127.0.0.1", &own] {
        assert_eq!(click(&program, host, ""), "404", "{host}");
    }
    drop(program);

    let program = Program::serve(folder.path());
    let own = program.address.to_string();
    assert_eq!(click(&program, "waxwing.example.org", ""), "421");
    assert_eq!(click(&program, &own, "Via: 1.1 proxy\r\n"), "404");
    assert_eq!(click(&program, &own, "X-Forwarded-For: 203.0.113.77\r\n"), "404");
    let answer = program.ask_near("POST", CLICK, "", "role=admin");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let cookie = cookie_of(&answer);
    assert!(program.ask_near("GET", "/admin", &cookie, "").starts_with("HTTP/1.1 200"));
    assert!(program.ask("GET", "/admin", &cookie, "").starts_with("HTTP/1.1 303"), "passed on");

    // Somebody gets an account at the machine while the server runs.
    let password = "canary words nobody guesses";
    Program::run(folder.path(), &["account", "create", "--name", "Root", "--admin"], password);
    let over = program.ask_near("GET", "/admin", &cookie, "");
    assert!(header_of(&over, "location").starts_with("/sign-in"), "{over}");
    assert_eq!(click(&program, &own, ""), "404");
    let form = format!("name=Root&password={}", password.replace(' ', "+"));
    assert!(program.ask_near("POST", "/sign-in", "", &form).starts_with("HTTP/1.1 303"));
}

/// The cookies of an answer, as a browser sends them back.
fn cookies(answer: &Answer) -> Vec<(String, String)> {
    let all = answer.headers.get_all(header::SET_COOKIE).iter();
    all.map(|one| one.to_str().unwrap().split_once(';').unwrap())
        .map(|(cookie, attributes)| (cookie.to_owned(), attributes.to_owned()))
        .collect()
}

#[tokio::test]
async fn a_browser_that_knows_somebody_is_not_held_up_by_others() {
    let server = Server::start().await;
    let nobody = server.with_cookie(String::new());
    let form = |password: &str| format!("name=Root&password={}", encode(password));
    let (right, wrong) = (form(PASSWORD), form("wrong words that are long"));
    let entered = nobody.post("/sign-in", &right).await;
    let [_, (known, attributes)] = cookies(&entered).try_into().unwrap();
    assert!(known.starts_with("__Host-b=") && !attributes.contains("Max-Age"), "{attributes}");
    let asked = nobody.post("/sign-in", &format!("{right}&remember=yes")).await;
    let [session, (_, attributes)] = cookies(&asked).try_into().unwrap();
    assert!(attributes.ends_with("Max-Age=15552000") && !session.1.contains("Max-Age"));

    let mut last = nobody.post("/sign-in", &wrong).await;
    for _ in 0..10 {
        last = nobody.post("/sign-in", &wrong).await;
    }
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(last.text.contains("In a browser that knows you"), "it is said what helps");
    assert_eq!(nobody.post("/sign-in", &right).await.status, StatusCode::TOO_MANY_REQUESTS);
    let hers = server.with_cookie(known);
    assert_eq!(hers.post("/sign-in", &right).await.status, StatusCode::SEE_OTHER);

    // The page of the account names it; whoever leaves quickly or asks for it is forgotten.
    let signed_in = server.with_cookie(session.0);
    let page = signed_in.get("/account").await;
    // These two, and the one in which the test itself began.
    assert!(page.text.contains("3 browsers know you."), "{}", page.text);
    let forgotten = signed_in.post("/account/browsers", "").await;
    assert_eq!(forgotten.header("location"), "/account#browsers");
    assert!(forgotten.header("set-cookie").starts_with("__Host-b=;"));
    assert_eq!(hers.post("/sign-in", &right).await.status, StatusCode::TOO_MANY_REQUESTS);
    let left = cookies(&signed_in.get("/exit").await);
    let names: Vec<&str> = left.iter().map(|(cookie, _)| cookie.as_str()).collect();
    assert_eq!(names, ["__Host-s=", "__Host-b="]);
}

#[tokio::test]
async fn codes_are_had_without_a_second_factor_and_too_many_tries_are_told() {
    let server = Server::start().await;
    assert!(server.get("/account").await.text.contains("href=\"/account/codes\""));
    assert_eq!(server.get("/account/codes").await.status, StatusCode::OK);
    let wrong = server.post("/account/codes", "password=wrong+words+that+are+long").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let made = server.post("/account/codes", &format!("password={}", encode(PASSWORD))).await;
    let codes = made.all(".codes code");
    assert_eq!(codes.len(), 10);
    let nobody = server.with_cookie(String::new());
    let wrong = "name=Root&password=wrong+words+that+are+long";
    while nobody.post("/sign-in", wrong).await.status != StatusCode::TOO_MANY_REQUESTS {}
    let form = format!("name=Root&password={}&code={}", encode(PASSWORD), codes[0]);
    assert_eq!(nobody.post("/sign-in", &form).await.status, StatusCode::SEE_OTHER);
    assert_eq!(nobody.post("/sign-in", &form).await.status, StatusCode::TOO_MANY_REQUESTS, "once");

    let form = format!("password=wrong+words+that+are+long&new_password={}", encode(PASSWORD));
    let mut told = String::new();
    for _ in 0..7 {
        told = server.post("/account/password", &form).await.text;
    }
    assert!(told.contains("too many tries"), "{told}");
}

#[tokio::test]
async fn names_that_deceive_are_refused_in_words() {
    let server = Server::start().await;
    for (name, says) in [
        ("Al\u{202e}der", "characters that nobody sees"),
        ("\u{200b}", "characters that nobody sees"),
        ("…", "fill this in"),
    ] {
        let form = format!("name={}", encode(name));
        let refused = server.post("/admin/organisations", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains(says), "{name:?}: {:?}", refused.all(".summary li"));
    }
    let path = format!("/organisations/{}/invitations", server.organisation);
    let made = server.post(&path, "role=viewer").await.text;
    let secret = made.split("/join/").nth(1).unwrap().get(..64).unwrap();
    let link = format!("/join/{secret}");
    let form = format!("name={}&password={}", encode("Rооt"), encode(PASSWORD));
    let refused = server.with_cookie(String::new()).post(&link, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("looks like a name that is taken"));
}
