//! What sources really send, from the file to the list of matches: hours and zones, days and amounts
//! that mean “not stated”, thousands in every dress, files that follow each other within a second.

use std::io::Cursor;

use chrono::TimeDelta;
use domain::{
    AmountRange, CallField, CallStatus, Closing, Currency, Outcome, ProjectContent, RuleKind,
    Verdict,
};
use service::{
    Actor, Services,
    calls::{self, CallFilter, CallSort},
    imports::{self, File, ImportCounts, ImportKind, ImportReport, LineOutcome},
    matches::{self, MatchFilter},
    projects::{self, ProjectInput},
};

use crate::common::{services, services_with_clock};

const ACTOR: Actor = Actor::operator();

async fn import(services: &Services, text: &str) -> ImportReport {
    let file = File {
        name: "file".to_owned(),
        input: Box::new(Cursor::new(text.to_owned().into_bytes())),
    };
    Box::pin(imports::run(services, &ACTOR, ImportKind::Calls, file, true, &mut |_| ()))
        .await
        .unwrap()
}

async fn list(services: &Services, filter: CallFilter) -> Vec<calls::CallSummary> {
    let filter = CallFilter { page: 1, ..filter };
    calls::search(services, &ACTOR, &filter).await.unwrap().rows
}

fn titles(rows: &[calls::CallSummary]) -> String {
    rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>().join(" ")
}

async fn project(services: &Services, budget: Option<AmountRange>) -> domain::ProjectId {
    let content = ProjectContent {
        summary: "Village radio needs money.".to_owned(),
        lang: "en".parse().ok(),
        budget,
        ..ProjectContent::titled("Village radio")
    };
    let input = ProjectInput { organisation: None, content };
    projects::create(services, &ACTOR, input, "key").await.unwrap()
}

/// What a rule comes to for a project, by the title of the call, blocked calls included.
async fn outcomes(
    services: &Services,
    project: domain::ProjectId,
    kind: RuleKind,
) -> Vec<(String, Option<Outcome>)> {
    let filter = MatchFilter {
        verdicts: vec![Verdict::Eligible, Verdict::Unclear, Verdict::Blocked],
        ..MatchFilter::default()
    };
    let found = matches::for_project(services, &ACTOR, project, &filter).await.unwrap();
    let mut outcomes: Vec<_> = found
        .rows
        .rows
        .into_iter()
        .map(|row| {
            let rules = &row.found.eligibility.rules;
            let rule = rules.iter().find(|rule| rule.rule.condition.kind() == kind);
            (row.call.title, rule.map(|rule| rule.outcome))
        })
        .collect();
    outcomes.sort();
    outcomes
}

#[tokio::test]
async fn snapshots_of_one_call_within_a_second_are_all_in_its_history() {
    let (_test, services) = services().await;
    let line = |title: &str| {
        format!(r#"{{"id":"c","source":"h1","donor":"Lantern Trust","title":"{title}"}}"#)
    };
    let counts = |new, changed| ImportCounts { new, changed, ..ImportCounts::default() };
    assert_eq!(import(&services, &line("First title")).await.counts, counts(1, 0));
    assert_eq!(import(&services, &line("Second title")).await.counts, counts(0, 1));
    assert_eq!(import(&services, &line("Third title")).await.counts, counts(0, 1));
    assert_eq!(import(&services, &line("Second title")).await.counts, counts(0, 1));
    let id = list(&services, CallFilter::default()).await[0].id;
    let versions = calls::details(&services, &ACTOR, id).await.unwrap().versions;
    let history: Vec<_> = versions
        .iter()
        .map(|version| (version.field, version.before.as_str(), version.after.as_str()))
        .collect();
    assert_eq!(
        history,
        [
            (CallField::Title, "Third title", "Second title"),
            (CallField::Title, "Second title", "Third title"),
            (CallField::Title, "First title", "Second title"),
        ]
    );
}

#[tokio::test]
async fn a_deadline_with_seconds_is_the_same_the_next_time() {
    let (_test, services) = services().await;
    for (id, at) in [("a", "23:59:59"), ("b", "23:59:59.999"), ("c", "24:00"), ("d", "17:00:30")] {
        let line = format!(
            r#"{{"id":"{id}","donor":"T","title":"{id}","deadlines":[{{"on":"2027-03-15","at":"{at}","zone":"Europe/Kyiv"}}]}}"#
        );
        assert_eq!(import(&services, &line).await.counts.new, 1, "{at}");
        let again = import(&services, &line).await.counts;
        assert_eq!((again.same, again.changed), (1, 0), "{at}");
    }
}

/// At noon UTC of 23 November 2026.
#[tokio::test]
async fn the_hour_and_the_zone_of_a_deadline_decide() {
    let (_test, services, hand) = services_with_clock().await;
    let lines: Vec<String> = [
        ("A", r#"{"on":"2026-11-23","at":"11:50","zone":"UTC"}"#),
        ("B", r#"{"on":"2026-11-23","at":"07:00","zone":"Pacific/Honolulu"}"#),
        ("C", r#"{"on":"2026-11-23","at":"14:00","zone":"Asia/Tbilisi"}"#),
        ("D", r#"{"on":"2026-11-23","at":"16:00","zone":"Europe/Brussels"}"#),
        ("E", r#"{"on":"2026-11-23","zone":"Pacific/Honolulu"}"#),
        ("F", r#"{"on":"2026-11-23"}"#),
        ("G", r#"{"on":"2026-11-24","at":"00:30","zone":"Asia/Tokyo"}"#),
        ("H", r#"{"on":"2026-11-22"}"#),
        ("I", r#"{"on":"2026-11-23","at":"12:00","zone":"UTC"}"#),
    ]
    .iter()
    .map(|(title, deadline)| {
        format!(r#"{{"id":"{title}","donor":"Lantern Trust","title":"{title}","deadlines":[{deadline}]}}"#)
    })
    .collect();
    import(&services, &lines.join("\n")).await;

    // In the order in which they really end: D at 15:00, G at 15:30, B at 17:00, E at 10:00 of the next day, F
    // when the day has ended everywhere.
    let open = list(&services, CallFilter::default()).await;
    assert_eq!(titles(&open), "D G B E F");
    let closed = CallFilter { statuses: vec![CallStatus::Closed], ..CallFilter::default() };
    let mut over: Vec<String> =
        list(&services, closed.clone()).await.into_iter().map(|row| row.title).collect();
    over.sort();
    assert_eq!(over, ["A", "C", "H", "I"]);

    // By the donor's calendar or by that of UTC: nobody who asks is late.
    let before = |day: &str| CallFilter {
        closing_before: day.parse().ok(),
        sort: CallSort::Closing,
        ..CallFilter::default()
    };
    assert_eq!(titles(&list(&services, before("2026-11-23")).await), "D G B E F");
    assert_eq!(titles(&list(&services, before("2026-11-22")).await), "");

    let id = project(&services, None).await;
    let met = |titles: &str| -> Vec<(String, Option<Outcome>)> {
        titles.split(' ').map(|title| (title.to_owned(), Some(Outcome::Met))).collect()
    };
    assert_eq!(outcomes(&services, id, RuleKind::Deadline).await, met("B D E F G"));

    // Time alone closes calls.
    hand.move_on(TimeDelta::minutes(3 * 60 + 15));
    assert_eq!(titles(&list(&services, CallFilter::default()).await), "G B E F");
    assert_eq!(outcomes(&services, id, RuleKind::Deadline).await, met("B E F G"));
    hand.move_on(TimeDelta::hours(18));
    assert_eq!(titles(&list(&services, CallFilter::default()).await), "E F");
    hand.move_on(TimeDelta::hours(2));
    assert_eq!(titles(&list(&services, CallFilter::default()).await), "F");
    hand.move_on(TimeDelta::hours(1));
    assert_eq!(titles(&list(&services, CallFilter::default()).await), "");
    assert_eq!(list(&services, closed).await.len(), 9);
}

#[tokio::test]
async fn days_and_amounts_that_stand_for_none_are_not_recorded() {
    let (_test, services) = services().await;
    let us = |id: &str, closes: &str| {
        format!(
            r#"{{"id":"xx:{id}","title":"{id}","text":"Grants.","lang":"en","funder":"Office","opens":"1900-01-01","closes":"{closes}","category":null,"eligibility":"","status":"Active","budget":"0","min":"0","max":"$0","currency":"USD","url":""}}"#
        )
    };
    let native = r#"{"id":"n","donor":"T","title":"n","deadlines":[{"on":"9999-12-31"}],"award":{"min":"0","max":"0","currency":"EUR"},"total":{"amount":"0","currency":"EUR"},"awards_expected":0}"#;
    let lines = [
        us("2100", "2100-01-01T00:00:00"),
        us("2099", "2099-12-31"),
        us("1900", "1900-01-01T00:00:00"),
        us("1970", "1970-01-01T00:00:00"),
        us("anytime", "Proposals accepted anytime"),
        us("none", "N/A"),
    ];
    assert_eq!(import(&services, &lines.join("\n")).await.counts.new, 6);
    assert_eq!(import(&services, native).await.counts.new, 1);
    let rows =
        list(&services, CallFilter { sort: CallSort::Closing, ..CallFilter::default() }).await;
    assert_eq!(rows.len(), 7, "none of them is closed");
    assert_eq!(rows[0].title, "anytime");
    for row in &rows {
        let call = calls::details(&services, &ACTOR, row.id).await.unwrap().call.content;
        assert_eq!(
            (call.award, call.total, call.awards_expected),
            (None, None, None),
            "{}",
            row.title
        );
        assert_eq!((call.opens, row.next_deadline.as_ref()), (None, None), "{}", row.title);
        if row.title == "anytime" {
            assert_eq!(call.closing, Closing::Rolling);
        } else {
            assert_eq!(call.closing, Closing::Unknown, "{}", row.title);
            assert!(call.deadline_text.is_some(), "the words of {} are lost", row.title);
        }
    }
    // An end that is stated counts without the other.
    let half =
        r#"{"id":"h","donor":"T","title":"h","award":{"min":"0","max":"5000","currency":"EUR"}}"#;
    import(&services, half).await;
    let row = list(&services, CallFilter::default()).await.into_iter().find(|row| row.title == "h");
    let award = row.and_then(|row| row.award).unwrap();
    assert_eq!((award.min(), award.max().map(|most| most.minor)), (None, Some(500_000)));
}

#[tokio::test]
async fn no_way_of_parting_thousands_blocks_a_project() {
    let (_test, services) = services().await;
    let signs = [
        " ",
        "\u{a0}",
        "\u{202f}",
        "\u{2009}",
        "\u{2007}",
        "´",
        "'",
        "’",
        "ʼ",
        "_",
        "·",
        ",",
        ".",
        "\\n",
        "  ",
        " \u{2009}",
    ];
    let mut lines = Vec::new();
    for sign in signs {
        for text in [
            format!("Grants of up to EUR 10{sign}000 are awarded."),
            format!("The maximum grant is EUR 12{sign}500."),
            format!("Grants of EUR 5{sign}000 to 20{sign}000 are awarded."),
            format!("Гранти до 10{sign}000 євро."),
            format!("Die Förderung beträgt maximal 10{sign}000,- Euro."),
        ] {
            let n = lines.len();
            lines.push(format!(r#"{{"id":"{n}","donor":"T","title":"{n:03}","text":"{text}"}}"#));
        }
    }
    assert_eq!(import(&services, &lines.join("\n")).await.counts.new, 80);
    let budget = AmountRange::new(Some(800_000), Some(900_000), Currency::EUR).ok();
    let id = project(&services, budget).await;
    let mut seen = 0;
    let mut met = 0;
    for page in 1..=4 {
        let filter = MatchFilter {
            verdicts: vec![Verdict::Eligible, Verdict::Unclear, Verdict::Blocked],
            page,
            ..MatchFilter::default()
        };
        let found = matches::for_project(&services, &ACTOR, id, &filter).await.unwrap();
        assert_eq!(found.counts.blocked, 0);
        for row in found.rows.rows {
            seen += 1;
            let rules = row.found.eligibility.rules;
            met += usize::from(rules.iter().any(|rule| {
                rule.rule.condition.kind() == RuleKind::Award && rule.outcome == Outcome::Met
            }));
        }
    }
    assert_eq!(seen, 80);
    assert!(met >= 60, "{met} of 80 amounts were read");
}

#[tokio::test]
async fn damaged_letters_are_mended_or_refused_and_words_stay_apart() {
    let (_test, services) = services().await;
    let line = |id: &str, title: &str, text: &str| {
        format!(
            r#"{{"id":"{id}","title":"{title}","text":"{text}","lang":"uk","funder":"Фонд","region":"Україна","eligibility":"","focus":"{text}","amount_text":"","closes":"15 березня 2027 року, 23:59 (за Києвом)","duration":"","url":""}}"#
        )
    };
    let right = "Гранти для редакцій у вигнанні";
    let latin: String = right.bytes().map(char::from).collect();
    let lost = latin.replacen('\u{80}', "", 1);
    let file = [
        line("1", &latin, "<p>Радіо</p>"),
        line("2", &lost, "Радіо"),
        line("3", "Arts&nbspand caf&eacute", "<th>Редакції</th><th>Подкасти</th>"),
    ];
    let report = import(&services, &file.join("\n")).await;
    assert_eq!((report.counts.new, report.counts.refused), (2, 1));
    let refused = report.lines.iter().find(|line| matches!(line.outcome, LineOutcome::Refused(_)));
    assert_eq!(refused.map(|line| line.row), Some(2));
    let rows = list(&services, CallFilter::default()).await;
    let mut found: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
    found.sort_unstable();
    assert_eq!(found, ["Arts and café", right]);
    for row in &rows {
        let next = row.next_deadline.as_ref().unwrap();
        assert_eq!(
            (next.on.to_string(), next.zone.as_deref()),
            ("2027-03-15".into(), Some("Europe/Kyiv"))
        );
        let call = calls::details(&services, &ACTOR, row.id).await.unwrap().call.content;
        assert!(matches!(call.text.as_str(), "Радіо" | "Редакції\nПодкасти"), "{}", call.text);
    }
}
