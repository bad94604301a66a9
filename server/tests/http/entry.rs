//! From an empty server, with forms only: an organisation with its legal entities, a call with its
//! rules, a project, and the right verdict.

use axum::http::StatusCode;
use domain::Role;
use service::{Purpose, invitations, organisations};

use crate::common::{Server, encode};

/// A form body.
fn form(fields: &[(&str, &str)]) -> String {
    let pair = |(name, value): &(&str, &str)| format!("{name}={}", encode(value));
    fields.iter().map(pair).collect::<Vec<_>>().join("&")
}

/// The value of a hidden field.
const CALL: &[(&str, &str)] = &[
    ("title", "Legal aid"),
    ("new_donor", "Fonds"),
    ("lang", "English"),
    ("text", "legal aid hotlines"),
    ("eligibility", "Applicants must be registered in Germany."),
    ("closing", "dated"),
    ("deadline_on", "2099-03-01"),
    ("deadline_at", "17:00"),
    ("deadline_zone", "Brussels"),
    ("deadline_kind", "final"),
    ("deadline_note", ""),
    ("award_max", "50 000 EUR"),
    ("award_currency", "EUR"),
];

#[tokio::test]
async fn a_stranger_enters_everything_by_forms_and_gets_the_right_verdict() {
    let server = Server::start().await;
    let organisation = format!("/organisations/{}", server.organisation);

    // A legal entity: everything wrong is named at once, and what was typed is kept.
    let entities = format!("{organisation}/entities/new");
    let key = server.get(&entities).await.hidden("key");
    let wrong = form(&[
        ("key", &key),
        ("entity_name", " "),
        ("entity_country", "Narnia"),
        ("entity_since", "2999-01-01"),
        ("local_form", "e.V. <b>"),
    ]);
    let answer = server.post(&entities, &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.all(".summary li").len(), 4, "{:?}", answer.all(".summary li"));
    assert!(answer.text.contains("value=\"Narnia\"") && answer.text.contains("e.V. &lt;b&gt;"));
    assert_eq!(answer.hidden("key"), key);
    let right = form(&[
        ("key", &key),
        ("entity_name", "Alder e.V."),
        ("entity_country", "Deutschland"),
        ("entity_form", "association"),
        ("local_form", "e.V."),
        ("identifier", "DE-CR-VR1"),
        ("entity_since", "2024-01-01"),
    ]);
    for _ in 0..2 {
        let answer = server.post(&entities, &right).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.header("location"), format!("{organisation}#entities"));
    }
    let page = server.get(&organisation).await;
    assert_eq!(page.text.matches("DE-CR-VR1").count(), 1, "a double click adds one");

    // Names and people.
    let edit = format!("{organisation}/edit");
    let state = server.get(&edit).await.hidden("state");
    let names = |name: &str, people: &str| {
        form(&[
            ("state", &state),
            ("name", name),
            ("people_names", people),
            ("organisation_places", "Georgia"),
        ])
    };
    let answer = server.post(&edit, &names("", "A")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.all(".summary li").len(), 2);
    let answer = server.post(&edit, &names("Alder Circle", "Ada Lark\r\nАда Ларк")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let page = server.get(&edit).await;
    assert_eq!(page.all("#people_names"), ["\nAda Lark\nАда Ларк".trim_start()]);
    assert!(page.all("#other_names")[0].contains("Alder"), "the old name is kept");

    // A call of a donor that is not on record.
    let key = server.get("/calls/new").await.hidden("key");
    let answer = server.post("/calls/new", &form(&[("key", &key), ("lang", "Elvish")])).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.all(".summary li").len(), 3, "{:?}", answer.all(".summary li"));
    let mut fields = CALL.to_vec();
    fields.push(("key", &key));
    let answer = server.post("/calls/new", &form(&fields)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let rules = answer.header("location").to_owned();
    let again = server.post("/calls/new", &form(&fields)).await;
    assert_eq!(again.header("location"), rules, "a double click records one");
    let call = rules.trim_end_matches("/rules").to_owned();
    let page = server.get(&call).await;
    assert!(page.text.contains("Fonds") && page.text.contains("17:00"), "{}", page.text);

    // A project, and its verdict.
    let project = form(&[
        ("title", "Hotline"),
        ("activities", "a legal aid hotline"),
        ("lang", "en"),
        ("people_inside", "Belarus"),
        ("partner_name", "Birch"),
        ("partner_country", "Georgia"),
        ("partner_form", "association"),
        ("budget_max", "20 000"),
        ("budget_currency", "EUR"),
        ("organisation", &server.organisation.to_string()),
    ]);
    let answer = server.post("/projects/new", &project).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let matches = answer.header("location").to_owned();
    let verdict = async || server.get(&matches).await.all(".match .verdict").remove(0);
    assert_eq!(verdict().await, "Eligible");

    correct_a_rule(&server, &rules, &matches, &call).await;
}

/// The rule is another one than was read; then it is the one that was read again.
async fn correct_a_rule(server: &Server, rules: &str, matches: &str, call: &str) {
    let verdict = async || server.get(matches).await.all(".match .verdict").remove(0);
    let page = server.get(rules).await;
    let subject = {
        let html = page.html();
        let selector = scraper::Selector::parse("a[href*='/rules/entity_country?']").unwrap();
        let href = html.select(&selector).next().unwrap().value().attr("href").unwrap().to_owned();
        href.split_once("subject=").unwrap().1.to_owned()
    };
    let state = format!("{rules}/entity_country");
    let shown = server.get(&format!("{state}?subject={subject}")).await;
    assert!(shown.text.contains("value=\"Germany\""), "{}", shown.text);
    let answer = server.post(&state, &form(&[("subject", &subject), ("rule_places", "")])).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let correction = form(&[
        ("subject", &subject),
        ("rule_places", "Georgia"),
        ("rule_quote", "Applicants must be registered in Germany."),
    ]);
    let answer = server.post(&state, &correction).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let blocked = server.get(&format!("{matches}?verdict=blocked")).await;
    assert!(blocked.text.contains("corrected by a person"), "{}", blocked.text);
    let taken_back = form(&[("subject", &subject), ("action", "take-back")]);
    assert_eq!(server.post(rules, &taken_back).await.status, StatusCode::SEE_OTHER);
    assert_eq!(verdict().await, "Eligible");
    assert!(server.get(call).await.text.contains("corrected by a person"), "history stays");
}

#[tokio::test]
async fn a_form_made_of_an_older_call_does_not_overwrite_a_newer_one_unseen() {
    let server = Server::start().await;
    let key = server.get("/calls/new").await.hidden("key");
    let mut fields = CALL.to_vec();
    fields.push(("key", &key));
    let answer = server.post("/calls/new", &form(&fields)).await;
    let call = answer.header("location").trim_end_matches("/rules").to_owned();
    let edit = format!("{call}/edit");
    let state = server.get(&edit).await.hidden("state");
    let save = async |title: &str, state: &str| {
        let mut fields: Vec<(&str, &str)> =
            CALL.iter().copied().filter(|(name, _)| *name != "title").collect();
        fields.extend([("title", title), ("state", state)]);
        server.post(&edit, &form(&fields)).await
    };
    assert_eq!(save("First", &state).await.status, StatusCode::SEE_OTHER);
    assert_eq!(save("First", &state).await.status, StatusCode::SEE_OTHER, "a double click");
    let late = save("Second", &state).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.text.contains("Somebody has changed this") && late.text.contains("Second"));
    let newer = late.hidden("state");
    assert_eq!(save("Second", &newer).await.status, StatusCode::SEE_OTHER);
    assert_eq!(server.get(&call).await.all("h1"), ["Second"]);
}

#[tokio::test]
async fn only_those_who_may_write_reach_the_forms() {
    let root = Server::start().await;
    let me = root.actor().await;
    let mut fields = CALL.to_vec();
    let key = root.services.new_key();
    fields.push(("key", &key));
    let call = root.post("/calls/new", &form(&fields)).await.header("location").to_owned();
    let call = call.trim_end_matches("/rules").to_owned();
    let invite = async |purpose| invitations::invite(&root.services, &me, purpose).await.unwrap();
    let link = invite(Purpose::Member(root.organisation, Role::Viewer)).await;
    let viewer = root.arrive(&link, "Viewer").await;
    let link = organisations::add(&root.services, &me, "Birch").await.unwrap();
    let stranger = root.arrive(&link, "Stranger").await;
    let donor = service::matches::donors(&root.services, &me).unwrap()[0].0;
    let reviewer = root.arrive(&invite(Purpose::Reviewer(donor)).await, "Reviewer").await;
    let organisation = format!("/organisations/{}", root.organisation);
    let (forbidden, missing) = (StatusCode::FORBIDDEN, StatusCode::NOT_FOUND);
    for path in [format!("{organisation}/edit"), format!("{organisation}/entities/new")] {
        for (who, status) in [(&viewer, forbidden), (&stranger, missing), (&reviewer, missing)] {
            assert_eq!(who.get(&path).await.status, status, "{path}");
            let body = form(&[
                ("name", "Mine"),
                ("entity_name", "Mine"),
                ("entity_country", "DE"),
                ("entity_form", "company"),
            ]);
            assert_eq!(who.post(&path, &body).await.status, status, "{path}");
        }
        assert_eq!(root.get(&path).await.status, StatusCode::OK, "{path}");
    }
    for path in ["/edit", "/rules", "/rules/entity_age"] {
        let path = format!("{call}{path}");
        assert_eq!(viewer.get(&path).await.status, forbidden, "{path}");
        let mut fields = CALL.to_vec();
        fields.extend([("action", "confirm"), ("rule_months", "12")]);
        assert_eq!(viewer.post(&path, &form(&fields)).await.status, forbidden, "{path}");
        assert_eq!(reviewer.get(&path).await.status, StatusCode::OK, "{path}");
    }
    assert!(!viewer.get(&call).await.text.contains("/edit"));
    assert!(reviewer.get(&call).await.text.contains("/edit"));
    assert_eq!(viewer.get("/calls/new").await.status, forbidden);
    assert_eq!(viewer.post("/calls/new", &form(CALL)).await.status, forbidden);
    let page = reviewer.get("/calls/new").await;
    assert!(page.text.contains("Fonds") && !page.text.contains("name=\"new_donor\""));
}

#[tokio::test]
async fn every_partner_of_a_project_is_in_its_form() {
    let server = Server::start().await;
    let organisation = server.organisation.to_string();
    let names: Vec<String> = (0..7).map(|n| format!("Partner {n}")).collect();
    let mut fields = vec![("title", "Many"), ("lang", "en"), ("organisation", &organisation)];
    for name in &names {
        fields.extend([("partner_name", name.as_str()), ("partner_country", "Georgia")]);
        fields.push(("partner_form", "foundation"));
    }
    let answer = server.post("/projects/new", &form(&fields)).await;
    let edit = answer.header("location").replace("/matches", "/edit");
    let page = server.get(&edit).await;
    for name in &names {
        assert!(page.text.contains(&format!("value=\"{name}\"")), "{name}");
    }
    assert_eq!(page.text.matches("name=\"partner_name\"").count(), names.len() + 1);
}
