//! Reviewing blind through the pages, as a browser without scripts does it.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::{CallId, ProjectContent, ProjectId, Visibility};
use service::{
    Purpose, Settings, invitations,
    projects::{self, ProjectInput},
    sharing::{self, Choice},
};

use crate::common::{Answer, Server};

/// What a page says, without markup.
fn words(answer: &Answer) -> String {
    answer.html().root_element().text().collect::<Vec<_>>().join(" ")
}

/// A public project, two calls of one donor, and two who review them.
struct Cast {
    root: Server,
    rita: Server,
    sven: Server,
    project: ProjectId,
    calls: Vec<CallId>,
}

async fn cast() -> Cast {
    let root = Server::start().await;
    let services = root
        .services
        .clone()
        .with(Settings { publish_delay: TimeDelta::zero(), ..Settings::default() });
    let me = root.actor().await;
    for id in [1, 2] {
        let call = format!(
            r#"{{"id":"{id}","source":"t","donor":"Fonds","title":"Legal aid {id}","lang":"en","text":"legal aid","rolling":true}}"#
        );
        let staged = root.upload("calls", "c.jsonl", &call).await;
        root.post(staged.header("location"), "").await;
    }
    let content = ProjectContent {
        activities: "Legal aid, as the Alder does it".into(),
        lang: "en".parse().ok(),
        ..ProjectContent::titled("Kanarientitel: legal aid")
    };
    let input = ProjectInput { organisation: Some(root.organisation), content };
    let project = projects::create(&services, &me, input, "").await.unwrap();
    let choice = Choice { level: Visibility::Public, named: Vec::new(), coalition: None };
    let path = format!("/projects/{project}/sharing");
    let preview = root.post(&path, "level=public&action=preview").await;
    assert!(words(&preview).contains("everyone can read that page without an account"));
    sharing::share(&services, &me, project, choice).await.unwrap();
    let donor = service::matches::donors(&services, &me).unwrap()[0].0;
    let link = invitations::invite(&services, &me, Purpose::Reviewer(donor)).await.unwrap();
    let rita = root.arrive(&link, "Rita").await;
    let link = invitations::invite(&services, &me, Purpose::Reviewer(donor)).await.unwrap();
    let sven = root.arrive(&link, "Sven").await;
    let filter = service::calls::CallFilter::default();
    let found = service::calls::search(&services, &me, &filter).await.unwrap().rows;
    let calls = found.iter().map(|row| row.id).collect();
    Cast { root, rita, sven, project, calls }
}

#[tokio::test]
async fn a_call_is_read_scored_and_locked_without_scripts() {
    let Cast { root, rita, sven, project, calls } = cast().await;

    // By name it is nowhere, and the list says why.
    let public = format!("/projects/{project}");
    let nobody = root.with_cookie(String::new());
    assert_eq!(nobody.get(&public).await.status, StatusCode::OK);
    let missing = rita.get("/projects/00000000-0000-4000-8000-000000000000").await;
    let hidden = rita.get(&public).await;
    assert_eq!((hidden.status, words(&hidden)), (StatusCode::NOT_FOUND, words(&missing)));
    for path in ["/projects", "/projects?q=legal", "/", "/calls", "/portfolio/attention"] {
        let page = rita.get(path).await;
        assert!(!page.text.contains("Kanarien") && !page.text.contains("Alder"), "{path}");
    }
    assert!(words(&rita.get("/projects").await).contains("beside your calls, under code names"));

    let mut names = Vec::new();
    for call in &calls {
        let path = format!("/calls/{call}/projects");
        let before = rita.get(&path).await;
        assert!(before.all(".matches h3 a").is_empty());
        assert!(words(&before).contains("Nobody can keep you from reading the public page"));
        let begun = rita.post(&format!("/calls/{call}/review"), "action=begin&after=0").await;
        assert_eq!(
            (begun.status, begun.header("location")),
            (StatusCode::SEE_OTHER, path.as_str())
        );
        let list = rita.get(&path).await;
        let found = list.all(".matches h3 a");
        assert_eq!(found.len(), 1, "{}", list.text);
        for hidden in ["Kanarien", "Alder", &project.to_string()] {
            assert!(!list.text.contains(hidden), "{hidden}");
        }
        let start = format!("href=\"/calls/{call}/projects/");
        let link = list.text.split(&start).nth(1).unwrap().split('"').next().unwrap().to_owned();
        names.push((format!("{path}/{link}"), link));
    }
    assert_ne!(names[0].1, names[1].1, "another name beside each call");
    let (one, _) = &names[0];
    let blind = rita.get(one).await;
    assert!(words(&blind).contains("Legal aid, as the organisation does it"), "{}", blind.text);
    for hidden in ["Kanarien", "Alder", &project.to_string(), &names[1].1] {
        assert!(!blind.text.contains(hidden), "{hidden}");
    }

    let act = async |who: &Server, form: &str| {
        who.post(&format!("/calls/{}/review", calls[0]), form).await.status
    };
    assert_eq!(act(&nobody, "action=score").await, StatusCode::UNAUTHORIZED);
    assert_eq!(act(&root, "action=score").await, StatusCode::NOT_FOUND, "she does not review");
    assert_eq!(act(&rita, "action=nonsense").await, StatusCode::NOT_FOUND);
    assert_eq!(act(&rita, "action=score").await, StatusCode::SEE_OTHER);
    let opened = rita.post(one, "reason=due+diligence").await;
    assert_eq!(opened.status, StatusCode::FORBIDDEN);
    let beside = rita.post(&names[1].0, "reason=due+diligence").await;
    assert_eq!(beside.status, StatusCode::FORBIDDEN, "it is the same project");
    let give = async |who: &Server, form: &str| who.post(&format!("{one}/score"), form).await;
    let wrong = give(&rita, "score=&note=Canary+note+7919113").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Canary note 7919113"), "what was typed is kept");
    assert_eq!(give(&rita, "score=8&note=Canary+note+7919113").await.status, StatusCode::SEE_OTHER);
    assert!(!sven.get(one).await.text.contains("7919113"));
    assert_eq!(act(&rita, "action=lock").await, StatusCode::SEE_OTHER);
    assert_eq!(give(&rita, "score=1").await.status, StatusCode::FORBIDDEN);
    let list = sven.get(&format!("/calls/{}/projects", calls[0])).await;
    assert!(words(&list).contains("1 of 2 have"), "{}", words(&list));
    assert_eq!(give(&sven, "score=5").await.status, StatusCode::SEE_OTHER);
    assert_eq!(act(&sven, "action=lock").await, StatusCode::SEE_OTHER);
    let shown = words(&sven.get(one).await);
    assert!(shown.contains("Canary note 7919113") && shown.contains("6.50"), "{shown}");
    assert_eq!(sven.post(one, "reason=due+diligence").await.status, StatusCode::SEE_OTHER);
    let shown = sven.get(one).await;
    assert!(shown.text.contains("Alder") && shown.text.contains(&public), "{}", shown.text);
    assert_eq!(sven.get(&public).await.status, StatusCode::OK);
    assert_eq!(rita.get(&public).await.status, StatusCode::NOT_FOUND, "she has not opened it");
    assert!(
        words(&root.get(&format!("{public}/sharing")).await).contains("due diligence"),
        "its own people see it"
    );
}
