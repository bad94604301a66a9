//! What pages offer: to nobody what would be refused, and to admins what there is of organisations and
//! reviewers.

use axum::http::StatusCode;
use domain::{ProjectContent, Role};
use scraper::Selector;
use service::{
    Purpose, invitations, organisations,
    projects::{self, ProjectInput},
};

use crate::common::{Answer, PASSWORD, Server, encode};

/// Where the links inside a page's main part lead.
fn offered(answer: &Answer) -> Vec<String> {
    let links = Selector::parse("main a[href]").unwrap();
    let html = answer.html();
    let to = html.select(&links).filter_map(|link| link.attr("href"));
    to.filter(|to| to.starts_with('/') && !to.starts_with("/exit")).map(str::to_owned).collect()
}

/// A server without calls: the one that may do everything, and one of each other role.
async fn cast() -> (Server, Vec<(&'static str, Server)>) {
    let root = Server::start().await;
    let me = root.actor().await;
    let mut cast = Vec::new();
    for (name, purpose) in [
        ("viewer", Purpose::Member(root.organisation, Role::Viewer)),
        ("owner", Purpose::Member(root.organisation, Role::Owner)),
        ("analyst", Purpose::Analyst),
    ] {
        let link = invitations::invite(&root.services, &me, purpose).await.unwrap();
        cast.push((name, root.arrive(&link, name).await));
    }
    (root, cast)
}

/// A reviewer of the donor whose call is imported.
async fn reviewer(root: &Server) -> Server {
    let call = r#"{"id":"1","source":"t","donor":"Fonds Eins","title":"Legal aid","lang":"en","text":"legal aid","rolling":true}"#;
    let staged = root.upload("calls", "c.jsonl", call).await;
    root.post(staged.header("location"), "").await;
    let me = root.actor().await;
    let donor = service::matches::donors(&root.services, &me).unwrap()[0].0;
    let link = invitations::invite(&root.services, &me, Purpose::Reviewer(donor)).await.unwrap();
    root.arrive(&link, "Rita").await
}

const LISTS: [&str; 6] =
    ["/", "/calls", "/calls?q=nothing-has-this", "/projects", "/projects?q=nothing", "/account"];

#[tokio::test]
async fn nobody_is_offered_what_would_be_refused() {
    let (root, mut cast) = cast().await;
    let empty = async |who: &Server| who.get("/").await.text;
    let (_, viewer) = &cast[0];
    assert!(empty(viewer).await.contains("As soon as calls are on file"));
    let (_, owner) = &cast[1];
    assert!(empty(owner).await.contains("You can write down a project already"));
    let import = owner.get("/import").await;
    assert!(!import.text.contains("Grant opportunities") && !import.text.contains("EU Funding"));
    let (_, analyst) = &cast[2];
    assert!(analyst.get("/import").await.text.contains("Grant opportunities"));
    cast.push(("reviewer", reviewer(&root).await));
    for (name, who) in &cast {
        for list in LISTS {
            for to in offered(&who.get(list).await) {
                let answer = who.get(&to).await;
                assert_ne!(answer.status, StatusCode::FORBIDDEN, "{name}: {list} leads to {to}");
            }
        }
    }
    let me = root.actor().await;
    let input = ProjectInput {
        organisation: Some(root.organisation),
        content: ProjectContent::titled("Archive"),
    };
    projects::create(&root.services, &me, input, "").await.unwrap();
    let counted = "is written down and matched";
    assert!(root.get("/").await.text.contains(counted));
    for (name, sees) in [("viewer", true), ("analyst", false), ("reviewer", false)] {
        let (_, who) = cast.iter().find(|(one, _)| *one == name).unwrap();
        let page = who.get("/").await.text;
        assert_eq!(page.contains(counted), sees, "{name}");
        assert!(!page.contains("0 projects"), "{name}");
    }
}

#[tokio::test]
async fn an_admin_renews_a_lost_link_until_somebody_has_come() {
    let root = Server::start().await;
    let none = root.get("/admin").await;
    assert!(none.text.contains("once their donor is on record"));
    let added = root.post("/admin/organisations", "name=Reed").await;
    let address = |answer: &Answer| {
        let field = Selector::parse("#new-link").unwrap();
        let html = answer.html();
        let value = html.select(&field).next().unwrap().attr("value").unwrap();
        value.strip_prefix("http://localhost:3000").unwrap().to_owned()
    };
    let lost = address(&added);
    assert!(added.all(".notice")[0].contains("For Reed, role: owner"));
    let rows = root.get("/admin").await.all("#organisations tbody tr");
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert!(rows[0].contains("Reed") && rows[0].contains("link open until"), "{rows:?}");
    let page = root.get("/admin").await.text;
    assert!(
        page.contains("1 other organisation") && !page.contains("Alder"),
        "who that is, is not said"
    );

    let me = root.actor().await;
    let all = organisations::arrivals(&root.services, &me).await.unwrap();
    let reed = all.waiting[0].id;
    let renewed = root.post("/admin/organisations", &format!("organisation={reed}")).await;
    let found = address(&renewed);
    let nobody = root.with_cookie(String::new());
    assert_eq!(nobody.get(&lost).await.status, StatusCode::NOT_FOUND, "the old one ends");
    let form = format!("name=Olga&password={}", encode(PASSWORD));
    let joined = nobody.post(&found, &form).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER);
    let cookie = joined.header("set-cookie").split(';').next().unwrap().to_owned();
    let trail = root.with_cookie(cookie).get(&format!("/organisations/{reed}")).await.text;
    assert!(trail.contains("link made"), "on the trail of the organisation");
    for joined in [reed, root.organisation] {
        let again = root.post("/admin/organisations", &format!("organisation={joined}")).await;
        assert_eq!(again.status, StatusCode::NOT_FOUND);
    }
    let link =
        invitations::invite(&root.services, &me, Purpose::Member(root.organisation, Role::Owner));
    let owner = root.arrive(&link.await.unwrap(), "Egor").await;
    let refused = owner.post("/admin/organisations", &format!("organisation={reed}")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_admin_sees_for_whom_somebody_reviews_and_ends_it() {
    let root = Server::start().await;
    let rita = reviewer(&root).await;
    let page = root.get("/admin").await;
    let rows = page.all("tbody tr");
    let row = rows.iter().find(|row| row.contains("Rita")).unwrap();
    assert!(row.contains("reviewer for Fonds Eins"), "{row}");
    let id = rita.actor().await.account().unwrap();
    let me = root.actor().await;
    let donor = service::matches::donors(&root.services, &me).unwrap()[0].0;
    let form = format!("action=end-reviewer&donor={donor}");
    assert_eq!(
        rita.post(&format!("/admin/accounts/{id}"), &form).await.status,
        StatusCode::FORBIDDEN
    );
    let ended = root.post(&format!("/admin/accounts/{id}"), &form).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    let page = root.get("/admin").await.text;
    assert!(!page.contains("reviewer for") && page.contains("reviewer of a donor ended"));
    assert!(!rita.actor().await.reader().grants().unwrap().is_reviewer());
    let again = root.post(&format!("/admin/accounts/{id}"), &form).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}
