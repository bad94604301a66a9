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
    assert_eq!(act(&rita, "action=lock&sure=yes").await, StatusCode::SEE_OTHER);
    let late = give(&rita, "score=1").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(words(&late).contains("You have locked your scores"), "{}", words(&late));
    assert!(words(&sven.get("/").await).contains("Your scores are waited for"));
    assert!(!words(&rita.get("/").await).contains("Your scores are waited for"));
    let list = sven.get(&format!("/calls/{}/projects", calls[0])).await;
    assert!(words(&list).contains("1 of 2 have"), "{}", words(&list));
    assert_eq!(give(&sven, "score=5").await.status, StatusCode::SEE_OTHER);
    assert_eq!(act(&sven, "action=lock&sure=yes").await, StatusCode::SEE_OTHER);
    let shown = words(&sven.get(one).await);
    assert!(shown.contains("Canary note 7919113") && shown.contains("6.50"), "{shown}");
    assert_eq!(sven.post(one, "reason=due+diligence").await.status, StatusCode::SEE_OTHER);
    let shown = sven.get(one).await;
    assert!(shown.text.contains("Alder") && shown.text.contains(&public), "{}", shown.text);
    assert!(words(&shown).contains("Kanarientitel: legal aid"), "the title, and what comes next");
    let list = words(&sven.get(&format!("/calls/{}/projects?verdict=blocked", calls[0])).await);
    assert!(list.contains("All projects with all scores") && list.contains("6.50"), "{list}");

    // Another review is begun after a question only, and the one before stays readable.
    let review = format!("/calls/{}/review", calls[0]);
    let asked = rita.post(&review, "action=begin&after=1").await;
    assert_eq!(asked.header("location"), format!("{review}/again"));
    let question = rita.get(&format!("{review}/again")).await;
    assert!(words(&question).contains("New code names are drawn"), "{}", words(&question));
    assert_eq!(root.get(&format!("{review}/again")).await.status, StatusCode::NOT_FOUND);
    let earlier = format!("/calls/{}/reviews", calls[0]);
    assert!(words(&rita.get(&earlier).await).contains("no earlier review"));
    assert_eq!(act(&rita, "action=begin&after=1&sure=yes").await, StatusCode::SEE_OTHER);
    let kept = rita.get(&earlier).await;
    assert!(words(&kept).contains("Canary note 7919113") && words(&kept).contains("6.50"));
    assert!(!kept.text.contains("Alder"), "she has not opened it");
    assert!(words(&sven.get(&earlier).await).contains("Alder"));
    assert_eq!(root.get(&earlier).await.status, StatusCode::NOT_FOUND);
    let list = rita.get(&format!("/calls/{}/projects", calls[0])).await;
    assert!(list.text.contains(&earlier), "the list leads there");
    assert_eq!(sven.get(&public).await.status, StatusCode::OK);
    assert_eq!(rita.get(&public).await.status, StatusCode::NOT_FOUND, "she has not opened it");
    assert!(
        words(&root.get(&format!("{public}/sharing")).await).contains("due diligence"),
        "its own people see it"
    );
}

#[tokio::test]
async fn what_binds_or_cannot_be_taken_back_is_asked_first() {
    let Cast { root, rita, sven, project, calls } = cast().await;
    let me = root.actor().await;
    let services = root.services.clone();
    let content = ProjectContent::titled("Second");
    let input = ProjectInput { organisation: Some(root.organisation), content };
    let quick = Settings { publish_delay: TimeDelta::zero(), ..Settings::default() };
    let quick = services.clone().with(quick);
    let other = projects::create(&quick, &me, input, "").await.unwrap();
    let choice = |level| Choice { level, named: Vec::new(), coalition: None };
    sharing::share(&quick, &me, other, choice(Visibility::Donors)).await.unwrap();
    let call = calls[0];
    let (list, review) = (format!("/calls/{call}/projects"), format!("/calls/{call}/review"));
    let before = rita.get(&list).await;
    assert!(words(&before).contains("2 projects are there to be read"), "{}", words(&before));
    assert!(before.all("input[name=verdict]").is_empty(), "no counts of what is not listed");
    rita.post(&review, "action=begin&after=0").await;
    rita.post(&review, "action=score").await;

    // The rules stay as they are, and what was typed stays at hand.
    let form = rita.get(&format!("/calls/{call}/edit")).await;
    let value = |part: &str| part.split('"').next().unwrap().to_owned();
    let after = |mark: &str| value(form.text.split(mark).nth(1).unwrap());
    let state = after("name=\"state\" id=\"state\" value=\"");
    let donor = service::matches::donors(&services, &me).unwrap()[0].0;
    let typed = format!(
        "state={state}&donor={donor}&title=Typed+7919113&entity_countries=LT&closing=rolling"
    );
    let refused = rita.post(&format!("/calls/{call}/edit"), &typed).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", words(&refused));
    assert!(words(&refused).contains("Wait until all scores are locked"));
    assert!(refused.text.contains("Typed 7919113"));
    let rule = rita.post(&format!("/calls/{call}/rules/entity_age"), "rule_months=24").await;
    assert_eq!(rule.status, StatusCode::CONFLICT, "{}", words(&rule));
    assert!(words(&rule).contains("This call is being scored"));

    // One of two is scored: locking names the other first.
    let path = format!("/calls/{call}/projects/");
    let page = rita.get(&list).await;
    let mut names: Vec<String> =
        page.text.split(&format!("href=\"{path}")).skip(1).map(value).collect();
    names.sort();
    names.dedup();
    let [one, open] = &names[..] else { panic!("{names:?}") };
    rita.post(&format!("{path}{one}/score"), "score=8").await;
    assert!(words(&rita.get(&list).await).contains("You have scored 1 of 2 projects"));
    let asked = rita.post(&review, "action=lock").await;
    assert_eq!(asked.header("location"), format!("{review}/lock"));
    let question = rita.get(&format!("{review}/lock")).await;
    assert!(words(&question).contains("have not scored 1 project"), "{}", words(&question));
    assert!(question.text.contains(open) && !question.text.contains(one));
    // Whoever left gets no form that binds without a word.
    let asked = sven.post(&review, "action=leave").await;
    assert_eq!(asked.header("location"), format!("{review}/leave"), "scores would be gone");
    assert!(words(&sven.get(&format!("{review}/leave")).await).contains("do not wait for you"));
    sven.post(&review, "action=leave&sure=yes").await;
    let left = sven.get(&format!("{path}{one}")).await;
    assert!(words(&left).contains("You take no part") && left.all("#score").is_empty());
    let silent = sven.post(&format!("{path}{one}/score"), "score=8").await;
    assert_eq!(silent.status, StatusCode::CONFLICT);
    assert_eq!(sven.post(&review, "action=join").await.status, StatusCode::SEE_OTHER);
    assert_eq!(sven.get(&format!("{path}{one}")).await.all("#score").len(), 1);
    for project in [project, other] {
        sharing::share(&services, &me, project, choice(Visibility::Private)).await.unwrap();
    }
    let gone = rita.get(&format!("{path}{one}")).await;
    assert_eq!(gone.status, StatusCode::GONE);
    assert!(words(&gone).contains("This project has been withdrawn"));
}

#[tokio::test]
async fn an_owner_sees_what_reviewers_read_and_what_a_coalition_means() {
    let Cast { root, project, .. } = cast().await;
    let path = format!("/projects/{project}/sharing");
    let page = root.post(&path, "level=donors&action=preview").await;
    let shown = words(&page);
    for says in [
        "Legal aid, as the organisation does it",
        "Nobody has entered people",
        "No other names of your organisation are entered",
        "No longer",
        "Everyone who can reach this server",
        "except while it is being scored",
        "Your organisation is in no coalition yet",
    ] {
        assert!(shown.contains(says), "{says}: {shown}");
    }
    assert!(page.text.contains(&format!("href=\"/organisations/{}/edit\"", root.organisation)));
    assert_eq!(page.all("input[value=coalition][disabled]").len(), 1);

    let organisation = format!("/organisations/{}", root.organisation);
    let found = format!("{organisation}/coalitions");
    let wrong = root.post(&found, "name=Table&members=alnus042%0A%0AAnlus+7").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(words(&wrong).contains("Line 3: “Anlus 7”"), "{}", words(&wrong));
    let right = root.post(&found, "name=Table&members=alnus042").await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    let me = root.actor().await;
    let mine = service::organisations::coalitions(&root.services, &me, root.organisation).await;
    let coalition = format!("{found}/{}", mine.unwrap()[0].id);
    let asked = root.post(&coalition, "action=leave").await;
    assert_eq!(asked.header("location"), format!("{coalition}/leave"));
    let question = root.get(&format!("{coalition}/leave")).await;
    assert!(words(&question).contains("somebody has to ask you again"), "{}", words(&question));
    root.post(&coalition, "action=leave&sure=yes").await;
    assert_eq!(root.get(&format!("{coalition}/leave")).await.status, StatusCode::NOT_FOUND);
}
