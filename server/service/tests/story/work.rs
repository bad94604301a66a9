//! What people do with Waxwing, on either database: import, write a project, read matches.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
    task::Poll,
};

use chrono::{NaiveDate, TimeDelta};
use domain::{
    AmountRange, CallField, CallStatus, Currency, Outcome, PartKind, ProjectContent, Verdict,
};
use service::{
    Actor, Failure, Services,
    calls::{self, CallFilter, CallSort},
    demo,
    imports::{self, File, ImportFailure, ImportKind, ImportReport, LineOutcome},
    matches::{self, MatchFilter},
    organisations, overview,
    projects::{self, ProjectFilter, ProjectInput},
    reviews,
};

use store::{ConnectionTrait as _, testing::TestDatabase};

use crate::common::{another, services, services_with_clock};

const ACTOR: Actor = Actor::operator();

async fn import(
    services: &Services,
    kind: ImportKind,
    text: &str,
    commit: bool,
) -> Result<ImportReport, ImportFailure> {
    let file = File {
        name: "file".to_owned(),
        input: Box::new(Cursor::new(text.to_owned().into_bytes())),
    };
    Box::pin(imports::run(services, &ACTOR, kind, file, commit, &mut |_| ())).await
}

fn call(id: &str, title: &str, closes: &str, more: &str) -> String {
    format!(
        r#"{{"id":"{id}","source":"test","donor":"Fonds","title":"{title}","lang":"en","text":"legal aid hotline for families of conscripts","deadlines":[{{"on":"{closes}"}}],"places":["DE"],"entity_countries":["DE"]{more}}}"#
    )
}

async fn open_calls(services: &Services) -> Vec<calls::CallSummary> {
    let filter = CallFilter { page: 1, ..CallFilter::default() };
    calls::search(services, &ACTOR, &filter).await.unwrap().rows
}

fn project(title: &str, text: &str) -> ProjectInput {
    ProjectInput {
        organisation: None,
        content: ProjectContent {
            activities: text.to_owned(),
            lang: "en".parse().ok(),
            work_places: vec!["DE".parse().unwrap()],
            budget: AmountRange::new(Some(2_000_000), Some(4_000_000), Currency::EUR).ok(),
            ..ProjectContent::titled(title)
        },
    }
}

#[tokio::test]
async fn a_preview_writes_nothing_and_a_second_import_changes_nothing() {
    let (_test, services) = services().await;
    let file = [call("1", "One", "2027-01-01", ""), call("2", "Two", "2027-02-01", "")].join("\n");
    let preview = import(&services, ImportKind::Calls, &file, false).await.unwrap();
    assert_eq!((preview.counts.new, preview.committed), (2, false));
    assert_eq!(overview::overview(&services, &ACTOR).await.unwrap().calls, 0);
    assert_eq!(overview::overview(&services, &ACTOR).await.unwrap().donors, 0);

    let done = import(&services, ImportKind::Calls, &file, true).await.unwrap();
    assert_eq!((done.counts.new, done.committed), (2, true));
    assert_eq!(open_calls(&services).await.len(), 2);

    let again = import(&services, ImportKind::Calls, &file, true).await.unwrap();
    assert_eq!((again.counts.new, again.counts.changed, again.counts.same), (0, 0, 2));
}

#[tokio::test]
async fn a_moved_deadline_makes_a_version() {
    let (_test, services) = services().await;
    import(&services, ImportKind::Calls, &call("1", "One", "2027-01-01", ""), true).await.unwrap();
    let moved = call("1", "One", "2027-01-15", "");
    let preview = import(&services, ImportKind::Calls, &moved, false).await.unwrap();
    let LineOutcome::Changed(changes) = &preview.lines[0].outcome else { panic!("{preview:?}") };
    assert_eq!(changes.iter().map(|change| change.field.as_str()).collect::<Vec<_>>(), ["closing"]);
    import(&services, ImportKind::Calls, &moved, true).await.unwrap();

    let id = open_calls(&services).await[0].id;
    let details = calls::details(&services, &ACTOR, id, None).await.unwrap();
    assert_eq!(details.versions.len(), 1);
    let version = &details.versions[0];
    assert_eq!(
        (version.field, version.before.as_str(), version.after.as_str()),
        (CallField::Closing, "2027-01-01", "2027-01-15")
    );
}

#[tokio::test]
async fn a_bad_row_is_refused_and_the_others_are_kept() {
    let (_test, services) = services().await;
    let file = [
        call("1", "One", "2027-01-01", ""),
        "{\"id\":".to_owned(),
        call("3", "Three", "2027-01-01", ""),
    ]
    .join("\n");
    let report = import(&services, ImportKind::Calls, &file, true).await.unwrap();
    assert_eq!((report.counts.new, report.counts.refused), (2, 1));
    assert!(
        report
            .lines
            .iter()
            .any(|line| line.row == 2 && matches!(line.outcome, LineOutcome::Refused(_)))
    );
    assert_eq!(open_calls(&services).await.len(), 2);
}

/// Breaks off after some bytes, as a disk or a network would.
struct Breaking(Cursor<Vec<u8>>, usize);

impl Read for Breaking {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.1 == 0 {
            return Err(std::io::Error::other("gone"));
        }
        let most = buffer.len().min(self.1);
        let count = self.0.read(&mut buffer[..most])?;
        self.1 -= count;
        Ok(count)
    }
}

#[tokio::test]
async fn a_file_that_breaks_off_leaves_nothing_behind() {
    let (_test, services) = services().await;
    let file: Vec<String> =
        (0..2000).map(|n| call(&n.to_string(), "Some", "2027-01-01", "")).collect();
    let bytes = file.join("\n").into_bytes();
    let most = bytes.len() - 10;
    let file = File { name: "file".into(), input: Box::new(Breaking(Cursor::new(bytes), most)) };
    let failure =
        Box::pin(imports::run(&services, &ACTOR, ImportKind::Calls, file, true, &mut |_| ())).await;
    assert!(matches!(failure, Err(ImportFailure::File(_))), "{failure:?}");
    assert_eq!(overview::overview(&services, &ACTOR).await.unwrap().calls, 0);
    for text in ["", "\n\n", "not a file of ours", "a;b\n1;2"] {
        assert!(import(&services, ImportKind::Calls, text, true).await.is_err(), "{text:?}");
    }
}

#[tokio::test]
async fn an_uploaded_file_is_committed_once_however_often_the_button_is_pressed() {
    let (_test, services) = services().await;
    let bytes = call("1", "One", "2027-01-01", "").into_bytes();
    let staged = Box::pin(imports::stage(&services, &ACTOR, ImportKind::Calls, "f".into(), bytes))
        .await
        .unwrap();
    assert_eq!(staged.report.counts.new, 1);
    for _ in 0..2 {
        let done = Box::pin(imports::commit(&services, &ACTOR, &staged.token)).await.unwrap();
        assert_eq!((done.counts.new, done.committed), (1, true));
    }
    assert_eq!(open_calls(&services).await.len(), 1);
    let unknown = Box::pin(imports::commit(&services, &ACTOR, "no such token")).await;
    assert!(matches!(unknown, Err(ImportFailure::Expired)));
    let large = vec![b' '; usize::try_from(imports::UPLOAD_LIMIT).unwrap() + 1];
    let refused =
        Box::pin(imports::stage(&services, &ACTOR, ImportKind::Calls, "f".into(), large)).await;
    assert!(matches!(refused, Err(ImportFailure::TooBig { .. })));
}

/// Each call's title with its deadline and fit, as a project sees it. The fit is to the bit.
async fn seen(
    services: &Services,
    project: domain::ProjectId,
) -> BTreeMap<String, (Option<chrono::NaiveDate>, u64)> {
    let filter = MatchFilter::default();
    let found = matches::for_project(services, &ACTOR, project, &filter).await.unwrap();
    let rows = found.rows.rows;
    let of = |row: matches::MatchRow| {
        let deadline = row.call.next_deadline.map(|deadline| deadline.on);
        (row.call.title, (deadline, row.found.fit.score().to_bits()))
    };
    rows.into_iter().map(of).collect()
}

#[tokio::test]
async fn a_changed_call_is_seen_at_once_and_by_every_process() {
    let (test, services, hand) = services_with_clock().await;
    let mut lines: Vec<String> =
        (0..19).map(|i| call(&format!("{i}"), &format!("Call {i}"), "2027-01-01", "")).collect();
    let other = |text: &str| {
        format!(
            r#"{{"id":"19","source":"test","donor":"Fonds","title":"Other","lang":"en","text":"{text}","rolling":true}}"#
        )
    };
    lines.push(other("coral reef fish taxonomy"));
    import(&services, ImportKind::Calls, &lines.join("\n"), true).await.unwrap();
    let input =
        project("Hotline", "Legal aid hotline for families of conscripts, and lighthouses.");
    let id = projects::create(&services, &ACTOR, input, "key").await.unwrap();
    // It reads only, so it needs no chance of its own.
    let second = || async { another(&test, &hand).await };
    let follower = second().await;
    let before = seen(&services, id).await;
    assert_eq!(before.len(), 20);
    assert_eq!(before, seen(&follower, id).await);

    // A deadline moves: it is shown, and no fit changes.
    hand.move_on(TimeDelta::hours(1));
    lines[3] = call("3", "Call 3", "2027-03-01", "");
    import(&services, ImportKind::Calls, &lines.join("\n"), true).await.unwrap();
    let moved = seen(&services, id).await;
    assert_eq!(moved["Call 3"], ("2027-03-01".parse().ok(), before["Call 3"].1));
    assert_eq!(seen(&follower, id).await, before, "it has not looked yet");
    follower.follow().await.unwrap();
    assert_eq!(seen(&follower, id).await, moved);

    // A text changes, within the same second and to words that no call had.
    lines[3] = call("3", "Call 3", "2027-03-01", r#","eligibility":"for lighthouses""#);
    import(&services, ImportKind::Calls, &lines.join("\n"), true).await.unwrap();
    let found = seen(&services, id).await;
    assert_ne!(found["Call 3"], moved["Call 3"]);
    for (title, fit) in found.iter().filter(|(title, _)| *title != "Call 3") {
        assert_eq!(fit, &before[title], "learned anew from all calls");
    }
    follower.follow().await.unwrap();
    assert_eq!(seen(&follower, id).await, found);
    assert_eq!(open_calls(&follower).await.len(), 20);

    // A third change of twenty calls is one too many: all is learned anew, as a new process does.
    hand.move_on(TimeDelta::hours(1));
    lines[19] = other("lighthouses and coral reef fish taxonomy");
    lines[5] = call("5", "Call 5", "2027-03-01", "");
    import(&services, ImportKind::Calls, &lines.join("\n"), true).await.unwrap();
    follower.follow().await.unwrap();
    let anew = seen(&second().await, id).await;
    assert_ne!(anew["Call 1"], before["Call 1"]);
    assert_eq!(seen(&services, id).await, anew);
    assert_eq!(seen(&follower, id).await, anew);

    // A new donor is a new name: every text is read anew without it.
    let new = r#"{"id":"1","source":"test2","donor":"Hotline","title":"New","lang":"en","text":"conscripts","rolling":true}"#;
    import(&services, ImportKind::Calls, new, true).await.unwrap();
    follower.follow().await.unwrap();
    let masked = seen(&second().await, id).await;
    assert_ne!(masked, anew);
    assert_eq!(seen(&services, id).await, masked);
    assert_eq!(seen(&follower, id).await, masked);
}

/// Drops a future after it was asked so often, or gives what it gave.
async fn cut_short<T>(work: impl Future<Output = T>, most: usize) -> Option<T> {
    let (mut work, mut asked) = (Box::pin(work), 0);
    std::future::poll_fn(|context| {
        asked += 1;
        if asked > most { Poll::Ready(None) } else { work.as_mut().poll(context).map(Some) }
    })
    .await
}

#[tokio::test]
async fn what_was_written_is_told_wherever_the_writer_dies() {
    let (test, services, hand) = services_with_clock().await;
    let line = |deadline: &str| call("1", "Call", deadline, "");
    import(&services, ImportKind::Calls, &line("2027-01-01"), true).await.unwrap();
    let follower = another(&test, &hand).await;
    let deadline = async |services: &Services| {
        let call = open_calls(services).await.pop().unwrap();
        call.next_deadline.map(|deadline| deadline.on)
    };
    let id = open_calls(&services).await.pop().unwrap().id;
    // What a process would find that is started now, without starting one at each step.
    let on_record = async || {
        let call = store::calls::get(&test.db, id).await.unwrap().unwrap();
        match call.content.closing {
            domain::Closing::Dated(dates) => dates.first().map(|date| date.on),
            _ => None,
        }
    };
    let (mut written, mut cut, mut done, mut most) = (0, 0, false, 1);
    // How often an import is asked before it is done differs from one to the next, so where none was cut short
    // after its commit, it is tried again.
    for days in 1..400 {
        hand.move_on(TimeDelta::hours(1));
        let day = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap() + TimeDelta::days(days);
        let line = line(&day.to_string());
        let imported = cut_short(import(&services, ImportKind::Calls, &line, true), most).await;
        follower.follow().await.unwrap();
        let stored = on_record().await;
        assert_eq!(deadline(&follower).await, stored, "after {most} steps");
        if imported.is_some() {
            assert_eq!(stored, Some(day));
            done = true;
            most = most.saturating_sub(4).max(1);
        } else {
            cut += 1;
            written += usize::from(stored == Some(day));
            most += 1;
        }
        if done && written > 0 {
            break;
        }
    }
    assert!(done, "no import was finished");
    assert!(cut > written, "no import was cut short before it was written");
    assert!(written > 0, "no import was cut short after it was written");
}

/// Changes what was read of calls behind the program's back.
async fn tampered(test: &TestDatabase, change: &str) {
    let statement = format!("UPDATE call_reading SET {change}");
    test.db.execute_unprepared(&statement).await.unwrap();
}

#[tokio::test]
async fn calls_are_read_once_and_anew_where_that_no_longer_holds() {
    let (test, services, hand) = services_with_clock().await;
    let lines: Vec<String> = ["legal aid for conscripts", "coral reef fish", "lighthouses"]
        .iter()
        .zip(0..)
        .map(|(text, i)| call(&format!("{i}"), text, "2027-01-01", ""))
        .collect();
    import(&services, ImportKind::Calls, &lines.join("\n"), true).await.unwrap();
    let input = project("Hotline", "Legal aid hotline for families of conscripts.");
    let id = projects::create(&services, &ACTOR, input, "key").await.unwrap();
    let before = seen(&services, id).await;
    assert_eq!(seen(&another(&test, &hand).await, id).await, before);

    // What was read is what an index is built of.
    tampered(&test, "reading = REPLACE(reading, 'conscripts', 'lighthouses')").await;
    assert_ne!(seen(&another(&test, &hand).await, id).await, before);
    // Not when it was read by another program, of another state, or is damaged: then it is read anew.
    for change in ["made = 'older'", "reading = '{', made = made", "reading = ''"] {
        tampered(&test, change).await;
        assert_eq!(seen(&another(&test, &hand).await, id).await, before, "{change}");
    }
    // And what was read anew is kept.
    tampered(&test, "reading = REPLACE(reading, 'conscripts', 'lighthouses')").await;
    assert_ne!(seen(&another(&test, &hand).await, id).await, before);
}

#[tokio::test]
async fn a_project_is_written_once_and_matched_with_reasons_that_add_up() {
    let (_test, services) = services().await;
    let file = [
        call("1", "Legal aid", "2027-01-01", r#","award":{"min":"10000","max":"50000","currency":"EUR"}"#),
        call("2", "Past", "2026-01-01", ""),
        r#"{"id":"3","source":"test","donor":"Fonds","title":"Reef fish","lang":"en","text":"coral reef fish taxonomy","rolling":true}"#.to_owned(),
    ]
    .join("\n");
    import(&services, ImportKind::Calls, &file, true).await.unwrap();
    let input = project("Hotline", "We run a legal aid hotline for families of conscripts.");
    let preview = matches::preview(&services, &ACTOR, &input, 5);
    assert_eq!(preview[0].call.title, "Legal aid");
    assert_eq!(
        projects::list(&services, &ACTOR, &ProjectFilter::default()).await.unwrap().total,
        0,
        "a preview records nothing"
    );

    let id = projects::create(&services, &ACTOR, input.clone(), "key").await.unwrap();
    assert_eq!(
        projects::create(&services, &ACTOR, input.clone(), "key").await.unwrap(),
        id,
        "a double click is one project"
    );
    assert_ne!(projects::create(&services, &ACTOR, input.clone(), "other").await.unwrap(), id);

    let found = matches::for_project(&services, &ACTOR, id, &MatchFilter::default()).await.unwrap();
    let best = &found.rows.rows[0];
    assert_eq!(best.call.title, "Legal aid");
    assert!(found.rows.rows.iter().all(|row| row.call.title != "Past"), "what is over is no match");
    assert_eq!(best.found.eligibility.verdict, Verdict::Unclear, "no legal entity is on record");
    assert!(best.found.eligibility.rules.iter().any(|rule| rule.outcome == Outcome::Met));
    let sum: f64 =
        best.found.fit.parts.iter().flat_map(|part| &part.details).map(domain::Detail::value).sum();
    assert!((sum - best.found.fit.score()).abs() < 1e-6);
    assert_eq!(
        best.found.fit.parts.iter().map(|part| part.kind).collect::<Vec<_>>(),
        PartKind::ALL
    );

    let mut changed = input;
    changed.content.title = String::new();
    changed.content.summary = "x".repeat(projects::NARRATIVE_LIMIT + 1);
    let Err(Failure::Invalid(problems)) =
        projects::update(&services, &ACTOR, id, changed, "").await
    else {
        panic!()
    };
    assert_eq!(
        problems.iter().map(|problem| problem.field).collect::<Vec<_>>(),
        ["title", "summary"]
    );
}

#[tokio::test]
async fn the_demonstration_tells_its_story_and_goes_without_a_trace() {
    let (test, services) = services().await;
    let loaded = Box::pin(demo::load(&services, &ACTOR)).await.unwrap();
    assert_eq!((loaded.donors, loaded.organisations, loaded.projects), (12, 40, 120));
    assert!(loaded.calls >= 59, "{loaded:?}");
    assert!(overview::is_demo(&services));
    assert_eq!(Box::pin(demo::load(&services, &ACTOR)).await, Err(Failure::Forbidden));

    let titled = async |words: &str| {
        let filter = ProjectFilter { words: words.to_owned(), page: 1 };
        projects::list(&services, &ACTOR, &filter).await.unwrap().rows
    };
    // The newcomer's podcast and the call that is made for it find each other.
    let podcast = titled("бурят калмыц подкаст").await;
    let best = matches::for_project(&services, &ACTOR, podcast[0].id, &MatchFilter::default())
        .await
        .unwrap();
    let place =
        best.rows.rows.iter().position(|row| row.call.title == "Small voices, own languages");
    assert!(place.is_some_and(|place| place < 10), "the planted call stands at {place:?}");

    // People inside: no call of the designated donor, nor of the one who passes on its money.
    let at_risk = projects_at_risk(&services).await;
    assert!(!at_risk.is_empty());
    for id in at_risk {
        let filter = MatchFilter { verdicts: Verdict::ALL.to_vec(), ..MatchFilter::default() };
        let found = matches::for_project(&services, &ACTOR, id, &filter).await.unwrap();
        assert!(found.hidden > 0);
        for page in 1..=found.rows.pages {
            let found = matches::for_project(
                &services,
                &ACTOR,
                id,
                &MatchFilter { page, ..filter.clone() },
            )
            .await
            .unwrap();
            for row in found.rows.rows {
                assert!(
                    !["Halcyon Trust for Open Societies", "Lantern Regranting Desk"]
                        .contains(&row.call.donor.as_str())
                );
            }
        }
        // They are on the page that explains the risk, all of them, with the reason.
        let shown = matches::designated(&services, &ACTOR, id, 1).await.unwrap();
        assert_eq!(shown.rows.total, u64::from(found.hidden));
        for row in &shown.rows.rows {
            assert!(
                ["Halcyon Trust for Open Societies", "Lantern Regranting Desk"]
                    .contains(&row.call.donor.as_str())
            );
            assert!(!row.statuses.is_empty(), "{}", row.call.title);
            assert!(row.statuses.iter().all(|line| {
                shown.project.project.content.people_inside.contains(&line.status.jurisdiction)
            }));
        }
        let search = CallFilter {
            project: Some(id),
            words: "newsrooms".into(),
            page: 1,
            ..CallFilter::default()
        };
        let rows = calls::search(&services, &ACTOR, &search).await.unwrap().rows;
        assert!(
            rows.iter().all(|row| row.title != "Quiet newsrooms"),
            "nor in a search for the project"
        );
    }

    // A donor sees code names and nothing else of who it is.
    let filter = CallFilter {
        sort: CallSort::Newest,
        page: 1,
        words: "conscripts".into(),
        ..CallFilter::default()
    };
    let call = calls::search(&services, &ACTOR, &filter).await.unwrap().rows[0].id;
    reviews::begin(&services, &ACTOR, call, 0).await.unwrap();
    let seen = matches::for_call(&services, &ACTOR, call, &MatchFilter::default()).await.unwrap();
    assert!(seen.rows.total > 0);

    Box::pin(demo::remove(&services, &ACTOR)).await.unwrap();
    let left = overview::overview(&services, &ACTOR).await.unwrap();
    assert_eq!(organisations::mine(&services, &ACTOR).await.unwrap(), []);
    assert_eq!((left.calls, left.projects, left.donors, left.demo), (0, 0, 0, false));
    drop(test);
}

async fn projects_at_risk(services: &Services) -> Vec<domain::ProjectId> {
    let mut found = Vec::new();
    for page in 1..=6 {
        for row in projects::list(services, &ACTOR, &ProjectFilter { words: String::new(), page })
            .await
            .unwrap()
            .rows
        {
            let project = projects::get(services, &ACTOR, row.id).await.unwrap().project;
            if project.content.people_inside.contains(&"RU".parse().unwrap()) {
                found.push(row.id);
            }
        }
    }
    found.truncate(4);
    found
}

#[tokio::test]
async fn lists_filter_sort_and_page() {
    let (_test, services) = services().await;
    let file: Vec<String> = (0..45)
        .map(|n| call(&n.to_string(), &format!("Call {n:02}"), &format!("2027-01-{:02}", 1 + n % 28), ""))
        .chain([r#"{"id":"r","source":"test","donor":"Other","title":"Rolling","rolling":true,"lang":"uk"}"#.to_owned()])
        .chain([r#"{"id":"u","source":"test","donor":"Other","title":"Unknown"}"#.to_owned()])
        .collect();
    import(&services, ImportKind::Calls, &file.join("\n"), true).await.unwrap();
    let mut seen = Vec::new();
    for page in 1..=3 {
        let filter = CallFilter { page, ..CallFilter::default() };
        let found = calls::search(&services, &ACTOR, &filter).await.unwrap();
        assert_eq!((found.total, found.pages, found.page), (47, 3, page));
        seen.extend(found.rows);
    }
    assert_eq!(seen.iter().map(|row| row.id).collect::<std::collections::HashSet<_>>().len(), 47);
    let days: Vec<_> =
        seen.iter().filter_map(|row| row.next_deadline.as_ref().map(|next| next.on)).collect();
    assert!(days.is_sorted());
    assert_eq!(seen[45].title, "Rolling");
    assert_eq!((seen[46].title.as_str(), seen[46].status), ("Unknown", None));

    let count = async |filter: CallFilter| {
        calls::search(&services, &ACTOR, &CallFilter { page: 1, ..filter }).await.unwrap().total
    };
    assert_eq!(count(CallFilter { words: "OTHER".into(), ..CallFilter::default() }).await, 2);
    assert_eq!(count(CallFilter { lang: "uk".parse().ok(), ..CallFilter::default() }).await, 1);
    assert_eq!(
        count(CallFilter { statuses: vec![CallStatus::Closed], ..CallFilter::default() }).await,
        0
    );
    assert_eq!(
        count(CallFilter { closing_before: "2027-01-01".parse().ok(), ..CallFilter::default() })
            .await,
        2
    );
    assert_eq!(
        count(CallFilter { place: "FR".parse().ok(), ..CallFilter::default() }).await,
        2,
        "calls without a place stay"
    );
}
