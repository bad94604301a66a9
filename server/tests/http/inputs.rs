//! What people type and what sources send, as it is shown again.

use axum::http::StatusCode;

use crate::common::{Server, encode};

#[tokio::test]
async fn a_form_names_all_its_faults_at_once_and_keeps_what_was_typed() {
    let server = Server::start().await;
    let typed = [
        ("title", "Голос ріки & <берега> "),
        ("summary", " «Перший» <абзац> & ще\r\n\r\n\tДругий абзац\r\n"),
        ("work_places", "GE, Атлантида"),
        ("reach_places", "Атлантида"),
        ("languages", "uk be"),
        ("budget_min", "12 500,50 хвиль"),
        ("budget_max", "abc"),
        ("budget_currency", "EUR"),
        ("needed_by", "31.02.2027"),
        ("duration_months", "дванадцять"),
        ("co_financing_percent", "150"),
        ("core_costs", "yes"),
        ("stage", "pilot"),
        ("partner_name", "Партнер & Co"),
        ("partner_country", "Атлантида"),
        ("partner_form", "association"),
        ("people_inside", "BY"),
        ("organisation", ""),
    ];
    let body: Vec<String> =
        typed.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    let answer = server.post("/projects/new", &body.join("&")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.all("title")[0].starts_with("Error: "), "{:?}", answer.all("title"));
    let html = answer.html();
    let of = |selector: &str| scraper::Selector::parse(selector).unwrap();
    let links: Vec<String> = html
        .select(&of(".summary a"))
        .map(|link| link.value().attr("href").unwrap().to_owned())
        .collect();
    let mut wrong: Vec<&str> = links.iter().map(|link| link.trim_start_matches('#')).collect();
    wrong.sort_unstable();
    assert_eq!(
        wrong,
        [
            "budget_max",
            "budget_min",
            "co_financing_percent",
            "duration_months",
            "languages",
            "needed_by",
            "organisation",
            "partner_country",
            "reach_places",
            "work_places"
        ]
    );
    for field in &wrong {
        assert_eq!(html.select(&of(&format!("#{field}"))).count(), 1, "nothing to go to: {field}");
    }
    let mut said = answer.all(".summary a");
    let count = said.len();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), count, "two lines are the same: {said:?}");
    for (name, value) in typed {
        let kept = match name {
            // A browser drops one line break after the tag.
            "summary" => html
                .select(&of("textarea#summary"))
                .map(|area| area.text().collect::<String>())
                .next()
                .unwrap(),
            "core_costs" | "stage" | "partner_form" | "budget_currency" | "organisation" => html
                .select(&of(&format!("select[name={name}] option[selected]")))
                .next()
                .map_or_else(String::new, |option| {
                    option.value().attr("value").unwrap().to_owned()
                }),
            _ => html
                .select(&of(&format!("input[name={name}]")))
                .next()
                .and_then(|input| input.value().attr("value"))
                .unwrap()
                .to_owned(),
        };
        // The parser of HTML makes one line end of the two kinds, as a browser does.
        assert_eq!(kept, value.replace("\r\n", "\n"), "{name}");
    }
}

#[tokio::test]
async fn amounts_and_times_are_taken_as_people_write_them() {
    let server = Server::start().await;
    let body = format!(
        "title=T&budget_min={}&budget_max={}&budget_currency=EUR&duration_months={}&co_financing_percent={}&organisation={}",
        encode("12 500,50"),
        encode("€70,000"),
        encode("12 months"),
        encode("10 %"),
        server.organisation,
    );
    let saved = server.post("/projects/new", &body).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    let path = saved.header("location").trim_end_matches("/matches").to_owned();
    let form = server.get(&format!("{path}/edit")).await;
    let html = form.html();
    for (name, value) in [
        ("budget_min", "12500.50"),
        ("budget_max", "70000"),
        ("duration_months", "12"),
        ("co_financing_percent", "10"),
    ] {
        let selector = scraper::Selector::parse(&format!("#{name}")).unwrap();
        let input = html.select(&selector).next().unwrap();
        assert_eq!(input.value().attr("value"), Some(value), "{name}");
    }
}

#[tokio::test]
async fn a_deadline_is_shown_in_the_donor_s_zone_and_in_utc_and_what_is_unknown_is_said() {
    let server = Server::start().await;
    let lines: Vec<String> = [
        ("a", r#"[{"on":"2099-06-30","at":"17:00","zone":"Europe/Brussels"}]"#),
        ("b", r#"[{"on":"2089-06-30","at":"17:00","zone":"Europe/Brussels"}]"#),
        ("c", r#"[{"on":"2089-06-30","at":"19:00","zone":"Pacific/Honolulu"}]"#),
        ("d", r#"[{"on":"2089-06-30","zone":"Europe/Kyiv"}]"#),
        ("e", r#"[{"on":"2089-06-30","at":"17:00"}]"#),
        ("f", r#"[{"on":"2089-06-30"}]"#),
        ("g", r#"[{"on":"2089-06-30","at":"17:00","zone":"UTC"}]"#),
        ("h", r#"[{"on":"2089-06-30","at":"23:59","zone":"Etc/GMT+12"}]"#),
    ]
    .iter()
    .map(|(id, deadlines)| {
        format!(r#"{{"id":"{id}","donor":"Lantern","title":"Call {id}","deadlines":{deadlines}}}"#)
    })
    .collect();
    let preview = server.upload("calls", "calls.jsonl", &lines.join("\n")).await;
    let token = preview.header("location").rsplit('/').next().unwrap().to_owned();
    let done = server.post(&format!("/import/{token}"), "").await;
    assert!(done.status.is_success() || done.status.is_redirection(), "{}", done.text);
    let list = server.get("/calls").await;
    let html = list.html();
    let selector = scraper::Selector::parse(".lines h3 a").unwrap();
    for (id, wanted) in [
        ("a", "closing not stated"),
        ("b", "30 June 2089, 17:00 (Europe/Brussels), 15:00\u{a0}UTC"),
        ("c", "30 June 2089, 19:00 (Pacific/Honolulu), 1 July 2089 05:00\u{a0}UTC"),
        ("d", "30 June 2089, hour not stated (Europe/Kyiv; until 21:00 UTC)"),
        ("e", "30 June 2089, 17:00 (zone not stated)"),
        ("f", "30 June 2089, hour and zone not stated"),
        ("g", "30 June 2089, 17:00 (UTC)"),
        ("h", "30 June 2089, 23:59 (anywhere on earth, UTC−12), 1 July 2089 11:59\u{a0}UTC"),
    ] {
        let link = html
            .select(&selector)
            .find(|link| link.text().collect::<String>() == format!("Call {id}"))
            .and_then(|link| link.value().attr("href"))
            .unwrap();
        let page = server.get(link).await;
        let dates = page.all("aside ul li").join("|");
        assert!(dates.contains(wanted), "{id}: {dates}");
    }
}
