//! Several processes on one database: what one of them decides, the others know at once.

use std::sync::Arc;

use axum::http::StatusCode;
use domain::Role;
use server::{
    SystemChance, SystemClock,
    config::Config,
    http::{leptos_options, router},
};
use service::{Purpose, Services, invitations, trail};
use store::testing::TestDatabase;

use crate::common::{PASSWORD, Server, encode};

/// Another server over the same database, with a connection and memory of its own.
async fn second(first: &Server) -> Server {
    let services =
        Services::connect(&first.database.url, None, Arc::new(SystemClock), Arc::new(SystemChance))
            .await
            .unwrap();
    let config = Config { site: first.site.path().to_owned(), ..Config::default() };
    Server {
        router: router(services.clone(), &config, leptos_options(&config, false)),
        services,
        ..first.with_cookie(first.cookie.clone())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_links_and_the_trail_are_one() {
    let one = Server::start().await;
    let two = second(&one).await;
    assert_eq!(two.get("/account").await.status, StatusCode::OK, "a session of the other process");
    let root = one.actor().await;
    let purpose = Purpose::Member(one.organisation, Role::Editor);
    let link = invitations::invite(&one.services, &root, purpose).await.unwrap();
    let path = format!("/join/{}", link.reveal());
    let form = |name: &str| format!("name={name}&password={}", encode(PASSWORD));
    let (unknown, other) = (one.with_cookie(String::new()), two.with_cookie(String::new()));
    let (anna, boris) = (form("Anna"), form("Boris"));
    let (here, there) = tokio::join!(unknown.post(&path, &anna), other.post(&path, &boris));
    let mut statuses = [here.status.as_u16(), there.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 404], "a link is good once, whoever asks whom");
    assert_eq!(one.post("/sign-out", "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(two.get("/account").await.status, StatusCode::SEE_OTHER, "ended for both");

    let many = (0..6).map(|number| {
        let server = if number % 2 == 0 { one.services.clone() } else { two.services.clone() };
        tokio::spawn(async move {
            service::accounts::sign_in(&server, "root", PASSWORD, "").await.is_ok()
        })
    });
    for signed_in in many.collect::<Vec<_>>() {
        assert!(signed_in.await.unwrap());
    }
    let holds = trail::verify(&two.services, &service::Actor::operator()).await.unwrap();
    assert!(holds.is_ok_and(|holds| holds.entries >= 8), "{holds:?}");
}

/// Both start on an empty database at the same moment: the schema is made once.
#[tokio::test(flavor = "multi_thread")]
async fn two_may_start_at_once() {
    let test = TestDatabase::empty().await.unwrap();
    let start = || {
        let url = test.url.clone();
        tokio::spawn(async move {
            Services::connect(&url, None, Arc::new(SystemClock), Arc::new(SystemChance))
                .await
                .map(drop)
        })
    };
    let (one, two) = (start(), start());
    one.await.unwrap().unwrap();
    two.await.unwrap().unwrap();
}
