//! Pages and forms: headers, escaping, cross-site writes, errors.

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use scraper::Selector;
use server::http::wrap;
use service::{Actor, Purpose, invitations};
use store::testing::{dump, set_full};
use tower::ServiceExt;

use crate::common::{Answer, PAGES, Server, encode, has_safe_headers, inventory};

#[tokio::test]
async fn every_answer_has_the_safe_headers() {
    let server = Server::start().await;
    for path in PAGES {
        let answer = server.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        has_safe_headers(&answer, path);
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.all("h1").len(), 1, "{path}");
        assert!(!answer.text.contains('⟦'), "a message is missing on {path}");
    }
    for (path, status) in [
        ("/nowhere", 404),
        ("/calls/not-an-id", 404),
        ("/projects/00000000-0000-4000-8000-000000000000", 404),
        ("/pkg/nothing.css", 404),
        ("/language/xx", 404),
    ] {
        let answer = server.get(path).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        has_safe_headers(&answer, path);
    }
    let wrong_method = Request::delete("/projects/new")
        .header(header::HOST, "localhost")
        .header(header::COOKIE, &server.cookie)
        .header(header::ORIGIN, "http://localhost");
    let answer = server.send(wrong_method.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    has_safe_headers(&answer, "a wrong method");
    let large = server.post("/projects/new", &"x".repeat(600_000)).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    has_safe_headers(&large, "a body too large");
    let style = server.get("/pkg/waxwing.0123.css").await;
    assert_eq!((style.status, style.text.as_str()), (StatusCode::OK, "body{}"));
    assert!(style.header("cache-control").contains("immutable"));
}

#[tokio::test]
async fn scripts_are_only_where_an_island_is_and_each_answer_has_its_own_nonce() {
    let server = Server::start().await;
    for path in PAGES {
        let answer = server.get(path).await;
        let (policy, island) =
            (answer.header("content-security-policy").to_owned(), path == "/projects/new");
        assert_eq!(policy.contains("script-src 'none'"), !island, "{path}: {policy}");
        assert_eq!(answer.text.contains("<script"), island, "{path}");
        assert!(!answer.text.contains(" style=") && !answer.text.contains(" onclick"), "{path}");
    }
    let nonce = |answer: &Answer| {
        let policy = answer.header("content-security-policy").to_owned();
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        assert!(answer.text.contains(&format!("nonce=\"{nonce}\"")), "the page carries its nonce");
        nonce
    };
    let (first, second) = (server.get("/projects/new").await, server.get("/projects/new").await);
    assert_ne!(nonce(&first), nonce(&second));
}

#[tokio::test]
async fn a_name_that_points_here_from_elsewhere_is_not_answered() {
    let server = Server::start().await;
    for host in [
        "evil.example",
        "evil.example:3000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "",
    ] {
        let answer = server
            .send(Request::get("/").header(header::HOST, host).body(Body::empty()).unwrap())
            .await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        has_safe_headers(&answer, host);
    }
    for host in ["localhost", "127.0.0.1:3000", "[::1]:3000"] {
        let answer = server
            .send(Request::get("/").header(header::HOST, host).body(Body::empty()).unwrap())
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{host}");
    }
}

/// What an attacker would type, one a line; the browser's tests type it too.
const HOSTILE: &str = include_str!("../../../end2end/fixtures/hostile.txt");

#[tokio::test]
async fn what_people_write_stays_text() {
    let server = Server::start().await;
    assert!(HOSTILE.lines().count() >= 60);
    for hostile in HOSTILE.lines() {
        let fields =
            ["title", "summary", "problem", "activities", "outputs", "beneficiaries", "audience"];
        let mut body: Vec<String> =
            fields.iter().map(|field| format!("{field}={}", encode(hostile))).collect();
        body.push(format!(
            "partner_name={}&partner_country=&partner_form=&organisation={}",
            encode(hostile),
            server.organisation
        ));
        let answer = server.post("/projects/new", &body.join("&")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let project = answer.header("location").trim_end_matches("/matches").to_owned();
        body.push("work_places=".to_owned() + &encode(hostile));
        let again = server.post("/projects/new", &body.join("&")).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let pages = [
            server.get(&project).await,
            server.get(&format!("{project}/edit")).await,
            server.get(&format!("{project}/matches")).await,
            server.get("/projects").await,
            server.get(&format!("/calls?q={0}&place={0}", encode(hostile))).await,
            again,
        ];
        for page in pages {
            let html = page.html();
            let found = |selector: &str| html.select(&Selector::parse(selector).unwrap()).count();
            assert_eq!(
                found(
                    "meta[http-equiv], base, img, image, svg, math, iframe, object, embed, style, \
                     video, audio, marquee, x, [srcdoc], [contenteditable], input[autofocus], \
                     [href^='javascript'], [formaction], link[href*='evil']"
                ),
                0,
                "{hostile}"
            );
            let handlers = html.tree.values().filter_map(|node| node.as_element());
            let handlers = handlers.flat_map(|element| element.attrs().map(|(name, _)| name));
            assert_eq!(handlers.filter(|name| name.starts_with("on")).count(), 0, "{hostile}");
            for script in page.all("script") {
                assert!(!script.contains("alert(1)"), "{hostile}");
            }
        }
    }
}

#[tokio::test]
async fn a_form_that_is_not_accepted_keeps_what_was_typed() {
    let server = Server::start().await;
    let answer = server
        .post(
            "/projects/new",
            "title=&summary=Typed+text&work_places=Narnia&budget_min=x&budget_currency=EUR",
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    has_safe_headers(&answer, "a refused form");
    assert!(answer.all("title")[0].starts_with("Error: "));
    assert!(answer.all("textarea#summary")[0].contains("Typed text"));
    let html = answer.html();
    let links = Selector::parse(".summary a").unwrap();
    let targets: Vec<String> =
        html.select(&links).map(|link| link.attr("href").unwrap().to_owned()).collect();
    assert_eq!(targets, ["#title", "#work_places", "#budget_min", "#organisation"]);
    for target in targets {
        assert_eq!(html.select(&Selector::parse(&target).unwrap()).count(), 1, "{target} is there");
    }
    let places = html.select(&Selector::parse("#work_places").unwrap()).next().unwrap();
    assert_eq!(places.attr("value"), Some("Narnia"));
    assert_eq!(places.attr("aria-invalid"), Some("true"));
    assert!(server.get("/projects").await.text.contains("No project is written down yet"));

    let preview = server.post("/projects/new", "title=&summary=Legal+aid&action=preview").await;
    assert!(preview.text.contains("Legal aid"), "a look at matches keeps the text too");
}

#[tokio::test]
async fn a_partner_who_would_open_a_call_is_named_and_age_is_a_rule() {
    let server = Server::start().await;
    let call = r#"{"id":"1","source":"t","donor":"Fonds","title":"Legal aid together","lang":"en","text":"legal aid hotline for families of conscripts","entity_age_months":24,"rolling":true,"partner":{"kind":"host_country","places":["UA"]}}"#;
    let answer = server.upload("calls", "calls.jsonl", call).await;
    let preview_at = answer.header("location").to_owned();
    server.post(&preview_at, "").await;
    let project = format!(
        "title=Hotline&activities=A+legal+aid+hotline+for+families+of+conscripts&lang=en&organisation={}",
        server.organisation
    );
    let saved = server.post("/projects/new", &project).await;
    let matches = server.get(saved.header("location")).await;
    assert_eq!(matches.all(".match h3"), ["Legal aid together"]);
    let rules = matches.all(".match th[scope=row]");
    assert!(rules.contains(&"Time since registration".to_owned()), "{rules:?}");
    let why = matches.all(".match .why").join(" ");
    assert!(why.contains("a partner in Ukraine"), "{why}");
}

#[tokio::test]
async fn a_file_goes_from_upload_to_matches() {
    let server = Server::start().await;
    let calls = [
        r#"{"id":"1","source":"t","donor":"Fonds","title":"Legal aid for families","lang":"en","text":"legal aid hotline for families of conscripts","rolling":true}"#,
        r#"{"id":"2","source":"t","donor":"Fonds","titel":"x"}"#,
    ]
    .join("\n");
    let answer = server.upload("calls", "my calls.jsonl", &calls).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let preview_at = answer.header("location").to_owned();
    let preview = server.get(&preview_at).await;
    assert_eq!(preview.all(".tile dd"), ["1", "0", "0", "1"]);
    assert!(preview.text.contains("titel") && preview.text.contains("my calls.jsonl"));
    assert!(
        server.get("/calls").await.text.contains("No call passes these filters"),
        "a preview writes nothing"
    );
    let done = server.post(&preview_at, "").await;
    assert_eq!(
        (done.status, done.header("location")),
        (StatusCode::SEE_OTHER, preview_at.as_str())
    );
    assert!(server.get(&preview_at).await.all("h1")[0].contains("Imported"));

    let project = format!(
        "title=Hotline&activities=A+legal+aid+hotline+for+families+of+conscripts&lang=en&organisation={}",
        server.organisation
    );
    let saved = server.post("/projects/new", &project).await;
    let matches = server.get(saved.header("location")).await;
    assert_eq!(matches.all(".match h3"), ["Legal aid for families"]);
    assert!(
        !matches.all(".match details summary").is_empty() && !matches.all(".match mark").is_empty()
    );
    let live = server
        .post(
            "/api/live-matches",
            "form=title%3DH%26activities%3Dlegal%2Baid%2Bhotline%26lang%3Den",
        )
        .await;
    assert!(live.text.contains("Legal aid for families"), "{}", live.text);

    for (name, content, says) in [
        ("a.png", "\u{89}PNG", "not"),
        ("empty.jsonl", "", "empty"),
        ("table.csv", "a;b\n1;2\n", "a table"),
        ("", "", "Choose a file first"),
    ] {
        let refused = server.upload("calls", name, content).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(
            refused.all(".summary li")[0].contains(says),
            "{name}: {:?}",
            refused.all(".summary li")
        );
    }
    let large = server.upload("calls", "large.jsonl", &"x".repeat(10 * 1024 * 1024 + 1)).await;
    assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(large.all(".summary li")[0].contains("10 MB"));
}

/// Calls of a donor that is designated where the project has people, and of one who passes on its
/// money, are in no list, search, preview or form for the project: only on a page that says what
/// the risk is, after its button.
#[tokio::test]
async fn e4_calls_that_endanger_people_are_shown_after_the_risk_is() {
    let server = Server::start().await;
    let donors = ["Pyrola Fund", "Sorbus Desk"];
    let donor = |n: u8| domain::Donor {
        id: domain::DonorId::from_random([n; 16]),
        name: donors[usize::from(n)].to_owned(),
        aliases: Vec::new(),
        kind: None,
        country: None,
        parent: None,
        statuses: Vec::new(),
    };
    let designated = domain::Donor {
        statuses: vec![domain::LegalStatus {
            jurisdiction: "RU".parse().unwrap(),
            kind: domain::LegalStatusKind::Undesirable,
            since: "2024-01-01".parse().unwrap(),
            source: "https://example.org/register".to_owned(),
            decision: None,
            until: None,
        }],
        ..donor(0)
    };
    let passes_on = domain::Donor { parent: Some(designated.id), ..donor(1) };
    for donor in [designated, passes_on] {
        store::donors::insert(&server.database.db, &[donor], false).await.unwrap();
    }
    let file = ["Pyrola Fund", "Sorbus Desk", "Alder Trust"].map(|donor| {
        format!(
            r#"{{"id":"{donor}","donor":"{donor}","title":"Newsrooms by {donor}","lang":"en","text":"newsrooms in exile","rolling":true}}"#
        )
    });
    let titles = donors.map(|donor| format!("Newsrooms by {donor}"));
    let staged = server.upload("calls", "c.jsonl", &file.join("\n")).await;
    let done = server.post(staged.header("location"), "").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let form = format!(
        "title=Newsroom&activities=A+newsroom+in+exile&lang=en&people_inside=RU&organisation={}",
        server.organisation
    );
    let saved = server.post("/projects/new", &form).await;
    let at = saved.header("location").trim_end_matches("/matches").to_owned();
    let id = at.trim_start_matches("/projects/").to_owned();
    let tells = |answer: &Answer| titles.iter().any(|title| answer.text.contains(title.as_str()));
    let live = format!("form={}", encode(&form));
    let preview = form.clone() + "&action=preview";
    for (what, answer) in [
        (
            "matches",
            server
                .get(&format!("{at}/matches?verdict=eligible&verdict=unclear&verdict=blocked"))
                .await,
        ),
        ("calls", server.get(&format!("/calls?project={id}")).await),
        ("search", server.get(&format!("/calls?project={id}&q=newsrooms")).await),
        ("live preview", server.post("/api/live-matches", &live).await),
        ("preview", server.post("/projects/new", &preview).await),
    ] {
        assert_eq!(answer.status, StatusCode::OK, "{what}");
        assert!(answer.text.contains("Newsrooms by Alder Trust"), "{what}");
        assert!(donors.iter().all(|name| !answer.text.contains(name)), "{what}");
    }
    // Nor in any list of somebody who belongs to an organisation with people there: the search, the
    // start page, what is like another call, the donors' pages.
    let search = server.get("/calls?q=newsrooms").await;
    assert!(!tells(&search) && search.text.contains("2 calls are left out"), "{}", search.text);
    let alder = search.html();
    let alder = alder.select(&Selector::parse(".line h3 a").unwrap()).next().unwrap();
    let alder = alder.attr("href").unwrap().to_owned();
    for path in ["/", &alder, &format!("{alder}?project={id}"), "/donors"] {
        let page = server.get(path).await;
        assert!(page.status == StatusCode::OK && !tells(&page), "{path}");
    }
    let found = server.get("/donors?q=Pyrola").await.html();
    let donor = found.select(&Selector::parse("tbody th a").unwrap()).next().unwrap();
    let donor = server.get(donor.attr("href").unwrap()).await;
    assert!(donor.text.contains("1 call is left out") && !tells(&donor), "{}", donor.text);
    // An analyst whose people are nowhere at risk sees them.
    let analyst = invitations::invite(&server.services, &Actor::operator(), Purpose::Analyst).await;
    let analyst = server.arrive(&analyst.unwrap(), "Analyst").await;
    assert!(tells(&analyst.get("/calls?q=newsrooms").await));

    let asked = server.get(&format!("{at}/designated")).await;
    assert!(asked.text.contains("may be a crime"));
    assert!(donors.iter().all(|name| !asked.text.contains(name)), "{}", asked.text);
    let shown = server.get(&format!("{at}/designated?show=yes")).await;
    let all = shown.all("article h2");
    assert!(all.len() == 2 && titles.iter().all(|title| all.contains(title)), "{all:?}");
    assert!(
        shown.all("article a[href^='http']").is_empty(),
        "no link that a click opens by mistake"
    );
    // The call by its own address: the risk first, then the call.
    let page = shown.html();
    let link = page.select(&Selector::parse("article h2 a").unwrap()).next().unwrap();
    let link = link.attr("href").unwrap();
    let bare = link.strip_suffix("?show=yes").unwrap();
    let asked = server.get(bare).await;
    assert!(asked.text.contains("may be a crime") && !tells(&asked), "{}", asked.text);
    assert!(tells(&server.get(link).await));
}

/// Takes back what was read second into a register.
const UNDO: &str = "country=BY&status_kind=undesirable&number=2";

/// Registers come in as files: a preview says what changes, a day is asked for, a list that was read by
/// mistake is taken back.
#[tokio::test]
async fn registers_are_read_from_files() {
    let server = Server::start().await;
    let table = "name,alias,kind,country,decision,from,until,source\nBirch,,undesirable,BY,,2024-01-01,,list\nNo day,,undesirable,BY,,,,list\n";
    let staged = server.upload("designations", "r.csv", table).await;
    let preview = server.get(staged.header("location")).await;
    assert!(preview.text.contains("Birch") && preview.text.contains("Taken as the list of"));
    assert!(preview.text.contains("Nothing changes for the donors on record"), "{}", preview.text);
    let done = server.post(staged.header("location"), "").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert!(server.get("/designations").await.text.contains("Belarus"));
    // The day stands in the form, and an empty one or one to come is refused beside the field.
    let form = server.get("/designations").await;
    let day = form.html();
    let day = day.select(&Selector::parse("input[name=date]").unwrap()).next().unwrap();
    assert!(!day.attr("value").unwrap().is_empty(), "{}", form.text);
    for (typed, says) in [("", "Date of the list: fill this in"), ("2099-06-01", "still to come")] {
        let refused = server.upload_with("designations", &[("date", typed)], "r.csv", table).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.all(".summary li")[0].contains(says), "{}", refused.text);
        assert!(refused.text.contains("id=\"date-error\""), "{}", refused.text);
    }
    let bad = "name,kind,country,from,source\nOak,banned,BY,2024-01-01,list\n";
    let staged = server.upload("designations", "r.csv", bad).await;
    let preview = server.get(staged.header("location")).await;
    assert!(preview.text.contains("No record of this file can be accepted"), "{}", preview.text);
    let html = server.upload("designations", "r.csv", "<html></html>").await;
    assert!(html.text.contains("The format is not known: this looks like"), "{}", html.text);
    // A file with one body marks the others, and says so first.
    let one = "name,kind,country,from,source\nElm,undesirable,BY,2024-01-01,list\n";
    let staged = server.upload("designations", "r.csv", one).await;
    let preview = server.get(staged.header("location")).await;
    assert!(preview.text.contains("1 of 1 bodies of the list on record are not in this file"));
    assert!(preview.text.contains("Import as additions only"), "{}", preview.text);
    let done = server.post(staged.header("location"), "additions=yes").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let page = server.get("/designations").await;
    assert!(page.text.contains("Take it back") && !page.text.contains("No longer in the list"));
    let unknown = server.post("/designations/undo", UNDO).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND, "numbers are used again");
    let undo = format!("{UNDO}&at={}", page.hidden("at"));
    let undone = server.post("/designations/undo", &undo).await;
    assert_eq!(
        (undone.status, undone.header("location")),
        (StatusCode::SEE_OTHER, "/designations")
    );
    assert!(!server.get("/designations?q=elm").await.text.contains("<b>Elm</b>"));
}

/// A keeper of donors adds one, records what a state declared it to be, decides and merges, all by
/// forms; a member reads it and cannot change it.
#[tokio::test]
async fn donors_and_registers_are_kept_by_forms() {
    let server = Server::start().await;
    let old = server.get("/designations").await;
    assert!(old.text.contains("list of 11 December 2024") && old.text.contains("days old"));
    assert!(old.text.contains("A list here is old"));
    let wrong = server.post("/donors/new", "name=&aliases=%E2%80%A6&kind=x&parent=").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let made = server
        .post(
            "/donors/new",
            "name=Alder+Fund&aliases=Olcha%0AAF&kind=foundation&country=DE&parent=",
        )
        .await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let alder = made.header("location").to_owned();
    let twice = server
        .post(
            "/donors/new",
            "name=Alder+Fund&aliases=Olcha%0AAF&kind=foundation&country=DE&parent=",
        )
        .await;
    assert_eq!(twice.header("location"), alder, "a double click");
    let taken = server.post("/donors/new", "name=The+Alder+Fund.").await;
    assert!(taken.all(".summary li")[0].contains("Alder Fund"), "{}", taken.text);
    assert!(taken.text.contains("The Alder Fund."), "what was typed is kept");
    assert!(taken.text.contains("is a name of Alder Fund"), "{}", taken.text);
    assert!(taken.text.contains(&format!("href=\"{alder}\"")), "{}", taken.text);

    let statuses = format!("{alder}/statuses");
    let wrong = server.post(&statuses, "action=set&jurisdiction=RU&since=yesterday&source=").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let set = "action=set&jurisdiction=RU&status_kind=undesirable&since=2024-01-02&decision=No+5&source=register";
    assert_eq!(server.post(&statuses, set).await.status, StatusCode::SEE_OTHER);
    let page = server.get(&alder).await;
    assert!(
        page.text.contains("since 2 January 2024") && page.text.contains("No 5"),
        "{}",
        page.text
    );
    let edit = format!("{alder}/edit");
    let fields = "name=Alder+Trust&aliases=Olcha&kind=&country=&parent=";
    let late = server.post(&edit, fields).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.text.contains("Somebody has changed this"), "{}", late.text);
    let state = server.get(&edit).await.hidden("state");
    let edited = server.post(&edit, &format!("{fields}&state={state}")).await;
    assert_eq!(edited.status, StatusCode::SEE_OTHER, "{}", edited.text);
    assert!(server.get(&format!("{alder}/edit")).await.text.contains("Alder Trust"));

    let other = server.post("/donors/new", "name=Open+Society+Foundations").await;
    let other = other.header("location").to_owned();
    let open = server.get("/designations").await;
    let html = open.html();
    let hidden = html.select(&Selector::parse("#open input[name=entry]").unwrap()).next().unwrap();
    let entry = hidden.attr("value").unwrap();
    let answer = format!("entry={entry}&answer=yes&back=%2Fdesignations");
    let done = server.post(&format!("{other}/register"), &answer).await;
    assert_eq!((done.status, done.header("location")), (StatusCode::SEE_OTHER, "/designations"));
    assert!(server.get(&other).await.text.contains("is this body, by decision"));

    let id = alder.trim_start_matches("/donors/");
    let merged = server.post(&format!("{other}/merge"), &format!("into={id}")).await;
    assert_eq!(merged.header("location"), alder);
    assert!(server.get(&alder).await.all("aside li").iter().any(|li| li.contains("Open Society")));
    let again = server.post(&format!("{alder}/merge"), &format!("into={id}")).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let split = server.post(&format!("{other}/split"), "").await;
    assert_eq!(split.header("location"), other);

    let analyst = invitations::invite(&server.services, &Actor::operator(), Purpose::Analyst).await;
    let analyst = server.arrive(&analyst.unwrap(), "Analyst").await;
    assert_eq!(analyst.get("/donors/new").await.status, StatusCode::OK);
    let link = service::organisations::add(&server.services, &Actor::operator(), "Reed").await;
    let member = server.arrive(&link.unwrap(), "Member").await;
    let old = member.get("/designations").await;
    assert!(old.text.contains("A list here is old") && !old.text.contains("below"), "{}", old.text);
    let read = member.get(&alder).await;
    assert!(read.status == StatusCode::OK && read.all("main form").is_empty(), "{}", read.text);
    for path in ["/donors/new", &format!("{alder}/edit")] {
        assert_eq!(member.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    for (path, body) in [
        ("/donors/new".to_owned(), "name=Elm"),
        (format!("{alder}/edit"), "name=Elm"),
        (statuses, set),
        (format!("{other}/merge"), &*format!("into={id}")),
        (format!("{other}/split"), ""),
        (format!("{other}/register"), &answer),
        ("/designations/undo".to_owned(), &*format!("{UNDO}&at=1")),
    ] {
        let refused = member.post(&path, body).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}: {}", refused.text);
    }
}

#[tokio::test]
async fn w5b_reading_changes_nothing() {
    let server = Server::start().await;
    server.post("/projects/new", &format!("title=One&organisation={}", server.organisation)).await;
    // When a session was last used is noted; nothing else may be.
    let rows = async || dump(&server.database.db, &["session"]).await.unwrap();
    let before = rows().await;
    assert!(before["project"].len() == 1 && before.len() > 25, "{:?}", before.keys());
    for path in PAGES {
        server.get(path).await;
        let head = server.head(path);
        assert_eq!(server.send(head).await.status, StatusCode::OK, "{path}");
    }
    for path in inventory("GET") {
        server.get(&path).await;
        server.get(&path).await;
    }
    assert_eq!(rows().await, before);
}

#[tokio::test]
async fn the_language_is_chosen_by_link_and_pages_speak_it() {
    let server = Server::start().await;
    for (code, word) in [
        ("de", "Projekte"),
        ("ru", "Проекты"),
        ("uk", "Проєкти"),
        ("be", "Праекты"),
        ("en", "Projects"),
    ] {
        let answer = server.get(&format!("/language/{code}?back=%2Fprojects")).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (StatusCode::SEE_OTHER, "/projects")
        );
        let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
        for path in PAGES {
            let request = Request::get(path)
                .header(header::HOST, "localhost")
                .header(header::COOKIE, format!("{cookie}; {}", server.cookie));
            let page = server.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(page.html().root_element().attr("lang"), Some(code));
            assert_eq!(page.header("content-language"), code);
            assert!(page.text.contains(word), "{path} in {code}");
            assert!(!page.text.contains('⟦'), "a message is missing on {path} in {code}");
        }
    }
    let away = server.get("/language/de?back=//evil.example").await;
    assert_eq!(away.header("location"), "/");
}

#[tokio::test]
async fn a_panic_ends_one_request_only() {
    async fn panics() {
        panic!("with a secret");
    }
    let routes = Router::new()
        .route("/panic", axum::routing::get(panics))
        .route(
            "/slow",
            axum::routing::get(async || {
                tokio::time::sleep(std::time::Duration::from_mins(1)).await;
            }),
        )
        .route("/fine", axum::routing::get(async || "fine"));
    let wrapped = wrap(routes, std::time::Duration::from_millis(50), &[], None);
    let ask = async |path: &str| {
        let request =
            Request::get(path).header(header::HOST, "localhost").body(Body::empty()).unwrap();
        Answer::of(wrapped.clone().oneshot(request).await.unwrap()).await
    };
    let answer = ask("/panic").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!answer.text.contains("secret"));
    has_safe_headers(&answer, "a panic");
    assert_eq!(answer.all("h1"), ["Something went wrong"]);
    let slow = ask("/slow").await;
    assert_eq!(slow.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(slow.all("h1"), ["Not available now"]);
    assert_eq!(ask("/fine").await.text, "fine");
}

/// Whatever a layer, an extractor or a route answers without words comes as a page in the reader's
/// language, without scripts and with the headers of every page.
#[tokio::test]
async fn refusals_are_pages_in_the_reader_s_language() {
    let server = Server::start().await;
    let ask = async |method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>| {
        let mut request = Request::builder().method(method).uri(path);
        let own = [
            ("host", "localhost"),
            ("origin", "http://localhost"),
            ("accept-language", "be,en;q=0.5"),
            ("content-type", "application/x-www-form-urlencoded"),
            ("cookie", &server.cookie),
        ];
        let given = |name: &str| headers.iter().any(|(other, _)| *other == name);
        for (name, value) in
            own.into_iter().filter(|(name, _)| !given(name)).chain(headers.to_vec())
        {
            if !value.is_empty() {
                request = request.header(name, value);
            }
        }
        server.send(request.body(Body::from(body)).unwrap()).await
    };
    let anonymous = ("cookie", "");
    for (status, method, path, headers, body) in [
        (400, "POST", "/projects/new", &[][..], b"title=\xff\xfe".to_vec()),
        (400, "POST", "/import", &[("content-type", "multipart/form-data")][..], b"x".to_vec()),
        (400, "POST", "/api/live-matches", &[], b"nothing=1".to_vec()),
        (403, "POST", "/projects/new", &[("origin", "https://evil.example")], b"title=x".to_vec()),
        (403, "POST", "/projects/new", &[("origin", "")], b"title=x".to_vec()),
        (403, "POST", "/sign-in", &[("origin", "null"), anonymous], b"name=x".to_vec()),
        (404, "GET", "/language/xx", &[], Vec::new()),
        (404, "GET", "/nowhere", &[], Vec::new()),
        (404, "GET", "/pkg/nothing.css", &[], Vec::new()),
        (405, "DELETE", "/projects/new", &[], Vec::new()),
        (405, "POST", "/about/privacy", &[], Vec::new()),
        (413, "POST", "/projects/new", &[], vec![b'x'; 600_000]),
        (
            413,
            "POST",
            "/import",
            &[("content-type", "multipart/form-data; boundary=x"), ("content-length", "99000000")],
            vec![b'x'; 1000],
        ),
        (415, "POST", "/projects/new", &[("content-type", "text/plain")], b"title=x".to_vec()),
        (421, "GET", "/", &[("host", "evil.example")], Vec::new()),
    ] {
        let answer = ask(method, path, headers, body).await;
        let what = format!("{method} {path} {headers:?}");
        assert_eq!(answer.status.as_u16(), status, "{what}: {}", answer.text);
        has_safe_headers(&answer, &what);
        assert_eq!(answer.header("cache-control"), "no-store", "{what}");
        assert!(answer.header("content-security-policy").contains("script-src 'none'"), "{what}");
        assert!(answer.header("content-type").starts_with("text/html"), "{what}: {}", answer.text);
        assert_eq!(answer.header("content-language"), "be", "{what}");
        assert_eq!(answer.html().root_element().attr("lang"), Some("be"), "{what}");
        assert_eq!(answer.all("h1").len(), 1, "{what}");
        assert!(!answer.text.contains("<script") && !answer.text.contains('⟦'), "{what}");
    }
    let method = ask("DELETE", "/projects/new", &[], Vec::new()).await;
    assert!(method.header("allow").contains("POST"), "what else the answer says stays");
    let chosen = ask("GET", "/", &[("host", "evil.example"), ("cookie", "lang=uk")], Vec::new());
    assert_eq!(chosen.await.header("content-language"), "uk", "a choice goes before a wish");
    let json = [("accept", "application/json"), ("origin", "")];
    let island = ask("POST", "/api/live-matches", &json, b"form=x".to_vec()).await;
    assert_eq!(
        (island.status, island.text.as_str()),
        (StatusCode::FORBIDDEN, ""),
        "no page for it"
    );
    // A session that cannot be looked up.
    server.store.close().await.unwrap();
    let unwell = ask("GET", "/projects", &[], Vec::new()).await;
    assert_eq!(unwell.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(unwell.header("content-language"), "be");
    let probe = ask("GET", "/health", &[], Vec::new()).await;
    assert_eq!((probe.status, probe.text.as_str()), (StatusCode::SERVICE_UNAVAILABLE, "no\n"));
}

/// Where nothing can be written any more, one can still read, and nothing that was typed is lost.
#[tokio::test]
async fn r3_a_full_disk_says_so_and_loses_nothing() {
    let server = Server::start().await;
    if !server.database.url.starts_with("sqlite:") {
        return;
    }
    let text = "A long text that needs room. ".repeat(600);
    let mut project = format!("title=Hotline&organisation={}", server.organisation);
    for field in ["summary", "problem", "activities", "outputs", "beneficiaries", "audience"] {
        project.extend(["&", field, "=", encode(&text).as_str()]);
    }
    set_full(&server.store, true).await.unwrap();
    let full = server.post("/projects/new", &project).await;
    assert_eq!(full.status, StatusCode::INSUFFICIENT_STORAGE, "{:?}", full.all("h1"));
    has_safe_headers(&full, "a full disk");
    assert!(full.all(".summary li")[0].contains("disk of this server is full"), "it says why");
    assert!(full.all("textarea#activities")[0].contains(text.trim()), "what was typed is there");
    let call = format!(
        r#"{{"id":"1","source":"t","donor":"Fonds","title":"Aid","lang":"en","text":"{text}","rolling":true}}"#
    );
    let staged = server.upload("calls", "calls.jsonl", &call).await;
    assert_eq!(staged.status, StatusCode::SEE_OTHER, "a preview writes nothing");
    // A connection that failed is given up; the next one finds the disk as full.
    set_full(&server.store, true).await.unwrap();
    let import = server.post(staged.header("location"), "").await;
    assert_eq!(import.status, StatusCode::INSUFFICIENT_STORAGE);
    assert_eq!(import.all("h1"), ["The disk is full"]);
    for path in PAGES {
        assert_eq!(server.get(path).await.status, StatusCode::OK, "{path}");
    }
    set_full(&server.store, false).await.unwrap();
    let saved = server.post("/projects/new", &project).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert_eq!(server.get(saved.header("location")).await.status, StatusCode::OK, "it is there");
    let import = server.post(staged.header("location"), "").await;
    assert_eq!(import.status, StatusCode::SEE_OTHER);
    // Another process sees it too: what was answered as done is written.
    let rows = dump(&server.database.db, &[]).await.unwrap();
    let has = |table: &str, word: &str| rows[table].iter().any(|row| row.contains(word));
    assert!(has("project", "Hotline") && has("call", "Aid"));
    let found = service::trail::verify(&server.services, &service::Actor::operator()).await;
    assert!(found.unwrap().is_ok());
}

/// No browser sends a NUL, and `PostgreSQL` cannot keep one.
#[tokio::test]
async fn a_nul_is_refused_wherever_it_comes_in() {
    let server = Server::start().await;
    let organisation = server.organisation;
    for (path, form) in [
        ("/projects/new", format!("title=Hot%00line&organisation={organisation}")),
        ("/projects/new", format!("title=Hotline&organisation={organisation}&summary=%00")),
        ("/calls/new", "title=A%00&new_donor=D&closing=rolling".to_owned()),
        ("/sign-in", "name=Root&password=%00".to_owned()),
    ] {
        let refused = server.post(path, &form).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{path} {form}");
        has_safe_headers(&refused, path);
    }
    for path in ["/calls?words=%00", "/calls/%00", "/projects?words=a%00b"] {
        assert_eq!(server.get(path).await.status, StatusCode::BAD_REQUEST, "{path}");
    }
    let fine = format!("title=100%2500+%25+Hotline&organisation={organisation}");
    assert_eq!(server.post("/projects/new", &fine).await.status, StatusCode::SEE_OTHER);
}
