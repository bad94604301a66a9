//! Registers of designated bodies, and donors beside them, on either database.

use std::{collections::BTreeSet, io::Cursor};

use domain::{DonorId, ProjectContent, ProjectId, Role};
use service::{
    Actor, Failure, Grounds, Purpose, Services,
    accounts::{self, Hidden},
    calls::{self, CallFilter},
    donors::{self, DonorFilter, DonorInput, StatusInput},
    imports::{self, File, ImportCounts, ImportFailure, ImportKind, ImportReport, LineOutcome},
    invitations,
    matches::{self, MatchFilter},
    organisations, overview,
    projects::{self, ProjectInput},
    register::{self, ListOptions},
    seen::state_of,
};
use store::testing::TestDatabase;

use crate::common::{services, services_with_clock};

const OPERATOR: Actor = Actor::operator();
const PASSWORD: &str = "тихая вода камыш лодка";

async fn import(services: &Services, kind: ImportKind, text: &str) -> ImportReport {
    try_import(services, &OPERATOR, kind, text).await.unwrap()
}

async fn try_import(
    services: &Services,
    actor: &Actor,
    kind: ImportKind,
    text: &str,
) -> Result<ImportReport, ImportFailure> {
    let file = File {
        name: "file".to_owned(),
        input: Box::new(Cursor::new(text.to_owned().into_bytes())),
    };
    Box::pin(imports::run(services, actor, kind, file, true, &mut |_| ())).await
}

fn list(date: &str) -> ImportKind {
    ImportKind::Designations(ListOptions { date: date.parse().ok(), ..ListOptions::default() })
}

/// Calls by donors of these names, all alike.
fn calls_of(donors: &[&str]) -> String {
    let line = |(number, donor): (usize, &&str)| {
        serde_json::json!({
            "id": number.to_string(), "source": "t", "donor": donor, "rolling": true, "lang": "en",
            "title": format!("Legal aid {number}"), "text": "legal aid hotline for families of conscripts",
        })
        .to_string()
    };
    donors.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

fn project(inside: &str) -> ProjectContent {
    ProjectContent {
        activities: "a legal aid hotline for families of conscripts".to_owned(),
        people_inside: vec![inside.parse().unwrap()],
        lang: "en".parse().ok(),
        ..ProjectContent::titled("Hotline")
    }
}

async fn add_project(services: &Services, inside: &str) -> ProjectId {
    let input = ProjectInput { organisation: None, content: project(inside) };
    projects::create(services, &OPERATOR, input, "").await.unwrap()
}

/// The donors whose calls a project is shown, and how many calls are left out.
async fn shown(services: &Services, project: ProjectId) -> (BTreeSet<String>, u32) {
    let (mut names, mut hidden, mut page) = (BTreeSet::new(), 0, 1);
    loop {
        let filter = MatchFilter { page, ..MatchFilter::default() };
        let found = matches::for_project(services, &OPERATOR, project, &filter).await.unwrap();
        hidden = found.hidden.max(hidden);
        names.extend(found.rows.rows.iter().map(|row| row.call.donor.clone()));
        if page >= found.rows.pages {
            return (names, hidden);
        }
        page += 1;
    }
}

fn donor(services: &Services, name: &str) -> DonorId {
    donors::named(services, name).unwrap()
}

fn input(name: &str) -> DonorInput {
    DonorInput { name: name.to_owned(), ..DonorInput::default() }
}

fn status(country: &str, since: &str, until: Option<&str>) -> StatusInput {
    StatusInput {
        jurisdiction: country.parse().ok(),
        kind: "undesirable".parse().ok(),
        since: since.parse().ok(),
        until: until.and_then(|day| day.parse().ok()),
        decision: "No 7".to_owned(),
        source: "https://example.org/register".to_owned(),
    }
}

async fn arrive(services: &Services, link: &Hidden, name: &str) -> Actor {
    let token = invitations::accept(services, link.reveal(), name, PASSWORD).await.unwrap();
    accounts::authenticate(services, token.reveal()).await.unwrap()
}

#[tokio::test]
async fn the_shipped_register_works_out_of_the_box_and_says_how_old_it_is() {
    let (test, services) = services().await;
    let found = register::registers(&services, &OPERATOR, "", 1).unwrap();
    let [only] = found.lists.as_slice() else { panic!("{:?}", found.lists) };
    assert_eq!(only.list.date.to_string(), "2024-12-11");
    assert_eq!((only.age, only.entries, only.gone), (712, 188, 0), "on 23 November 2026");
    let found = register::registers(&services, &OPERATOR, "böll", 1).unwrap();
    assert_eq!(found.entries.total, 1);
    // Nothing is written a second time.
    let again = crate::common::another(&test, &services_with_clock().await.2).await;
    assert_eq!(register::registers(&again, &OPERATOR, "", 1).unwrap().entries.total, 188);
    let none = register::registers(&services, &Actor::anonymous(), "", 1);
    assert_eq!(none.unwrap_err(), Failure::Forbidden);
}

/// The names of real lists of calls, and ways in which a name can be written to slip through.
#[tokio::test]
async fn e4_a_designated_donor_does_not_escape_by_another_spelling() {
    let (_test, services) = services().await;
    let escapes = [
        "National Endowment for Democracy",
        "The National Endowment for Democracy.",
        "National Endowment for Democracy (NED)",
        "National-Endowment for Democracy Ltd",
        "Nаtiоnal Еndowment for Democracy",
        "Nati\u{200b}onal Endow\u{ad}ment for Democracy",
        "National Endowment for Democracy (NED), a U",
        "Freedom House",
        "FREEDOM  HOUSE, Inc",
        "Heinrich Böll Foundation",
        "Heinrich Boell Foundation (Heinrich-Böll-Stiftung e.V.)",
        "Фонд Генріха Бьолля (Heinrich Böll Foundation)",
        "Open Society Foundations (OSF) (operates in Ukraine via International Renaissance Foundation (IRF))",
        "Фонди відкритого суспільства (Open Society Foundations)",
        "German Marshall Fund",
        "German Marshall Fund (GMF) - Black Sea Trust",
        "German Marshall Fund of the United States (GMF) – Ukraine: Relief, Resilience, Recovery (U3R)",
        "European Endowment for Democracy (EED), an EU-funded independent fund based in Brussels",
        "Європейський фонд демократії (European Endowment for Democracy)",
        "People in Need",
        "Article 19",
        "Media Development Investment Fund (MDIF)",
        "Friedrich Ebert Stiftung",
        "Konrad Adenauer Stiftung",
        "IRF/Open Society",
        "NED",
        "NDI",
        "IRI",
    ];
    let fine = [
        "European Commission",
        "British Council",
        "Mama Cash",
        "Robert Bosch Stiftung",
        "Nova Ukraine",
        "Alder Trust",
    ];
    let all: Vec<&str> = escapes.iter().chain(&fine).copied().collect();
    import(&services, ImportKind::Calls, &calls_of(&all)).await;
    let inside = add_project(&services, "RU").await;
    let (names, hidden) = shown(&services, inside).await;
    let expected: BTreeSet<String> = fine.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(names, expected);
    assert_eq!(hidden, u32::try_from(escapes.len()).unwrap());
    // Six ways to write one name are one donor.
    let (written, ned) =
        (DonorFilter { words: "endowment".to_owned(), ..DonorFilter::default() }, 3);
    let found = donors::list(&services, &OPERATOR, &written).unwrap();
    let about_ned =
        found.rows.iter().filter(|line| line.name.to_lowercase().contains("national")).count();
    assert!(about_ned <= ned, "{:?}", found.rows);
    // Elsewhere nobody is at risk.
    let outside = add_project(&services, "GE").await;
    assert_eq!(shown(&services, outside).await.1, 0);
    let found =
        matches::for_project(&services, &OPERATOR, inside, &MatchFilter::default()).await.unwrap();
    assert_eq!(found.check.countries.len(), 1);
    let (list, age) = found.check.countries[0].lists[0];
    assert_eq!((list.date.to_string().as_str(), age), ("2024-12-11", 712));
    assert!(found.check.undecided > 0);
}

#[tokio::test]
async fn what_is_near_waits_for_a_person_whose_answer_outlives_lists() {
    let (_test, services) = services().await;
    import(&services, ImportKind::Calls, &calls_of(&["Open Society Foundations", "Alder"])).await;
    let inside = add_project(&services, "RU").await;
    assert_eq!(shown(&services, inside).await.1, 1, "withheld until decided");
    let open = register::registers(&services, &OPERATOR, "", 1).unwrap().open;
    assert!(open.iter().all(|one| one.grounds == Grounds::Undecided) && !open.is_empty());
    let osf = donor(&services, "Open Society Foundations");
    for one in &open {
        register::decide(&services, &OPERATOR, osf, one.entry.id, Some(false)).await.unwrap();
    }
    assert_eq!(shown(&services, inside).await.1, 0, "a person said that it is another body");
    let newer = r#"[{"fullName":"Фонд Открытое общество (Open Society Foundation)","dateIn":"01.12.2015"},
        {"fullName":"Birch Union","dateIn":"02.02.2026"}]"#;
    let report = import(&services, list("2026-11-01"), newer).await;
    let ImportCounts { new, gone, .. } = report.counts;
    assert_eq!((new, gone), (1, 187));
    assert_eq!(shown(&services, inside).await.1, 0, "and that outlives a newer list");
    register::decide(&services, &OPERATOR, osf, open[0].entry.id, Some(true)).await.unwrap();
    assert_eq!(shown(&services, inside).await.1, 1);
    let details = donors::get(&services, &OPERATOR, osf, 1).unwrap();
    assert!(details.register.iter().any(|one| one.grounds == Grounds::Person));
    register::decide(&services, &OPERATOR, osf, open[0].entry.id, None).await.unwrap();
    assert_eq!(shown(&services, inside).await.1, 1, "undecided again");
    let known = register::registers(&services, &OPERATOR, "", 1).unwrap();
    let (nobody, entry) = (DonorId::from_random([9; 16]), known.open[0].entry.id);
    let answer = register::decide(&services, &OPERATOR, nobody, entry, Some(true)).await;
    assert_eq!(answer.unwrap_err(), Failure::NotFound);
}

#[tokio::test]
async fn a_row_that_a_newer_list_does_not_have_is_kept_and_marked() {
    let (_test, services) = services().await;
    let table = "name,alias,kind,country,decision,from,until,source\n\
        Alder Trust,Olcha Fund,undesirable,BY,No 1,2022-01-01,,list\n\
        Birch Union,,extremist,BY,,2022-01-01,2023-01-01,list\n\
        Cedar,,undesirable,BY,,2022-01-01,,list\n";
    let first = import(&services, list("2026-01-01"), table).await;
    assert_eq!((first.counts.new, first.counts.gone), (3, 0));
    let again = import(&services, list("2026-01-01"), table).await;
    let ImportCounts { new, changed, same, gone, .. } = again.counts;
    assert_eq!((new, changed, same, gone), (0, 0, 3, 0));

    import(&services, ImportKind::Calls, &calls_of(&["Olcha Fund", "Birch Union", "Elm"])).await;
    let inside = add_project(&services, "BY").await;
    let (names, hidden) = shown(&services, inside).await;
    assert_eq!(hidden, 1, "by an alias; what was lifted is past: {names:?}");

    let newer = "name,kind,country,from,source\nCedar,undesirable,BY,2022-01-01,list\n";
    let report = import(&services, list("2026-06-01"), newer).await;
    assert_eq!((report.counts.same, report.counts.gone), (1, 1), "the other kind is another list");
    let gone = report.lines.iter().find(|line| line.outcome == LineOutcome::Gone).unwrap();
    assert_eq!(gone.title, "Alder Trust");
    assert_eq!(shown(&services, inside).await.1, 1, "it still counts");
    let view = donors::get(&services, &OPERATOR, donor(&services, "Olcha Fund"), 1).unwrap().view;
    let line = view.statuses[0].register.as_ref().unwrap();
    assert_eq!(line.gone_since.unwrap().to_string(), "2026-06-01");
    // An older file brings nothing back and marks nothing.
    let older = import(&services, list("2025-01-01"), newer).await;
    assert_eq!((older.counts.changed, older.counts.gone), (0, 0));
    let lists = register::registers(&services, &OPERATOR, "", 1).unwrap().lists;
    let by: Vec<String> = lists.iter().map(|one| one.list.date.to_string()).collect();
    assert_eq!(by, ["2026-01-01", "2026-06-01", "2024-12-11"], "by country and kind");
    // A list in which it stands again takes the mark away.
    let back = import(&services, list("2026-07-01"), table).await;
    assert_eq!((back.counts.changed, back.counts.gone), (1, 0));
}

#[tokio::test]
async fn a_file_without_a_day_is_of_today_when_it_says_something_new() {
    let (_test, services) = services().await;
    let shipped = include_str!("../../data/ru_undesirable.json");
    let options = ImportKind::Designations(ListOptions::default());
    let report = import(&services, options, shipped).await;
    let ImportCounts { new, changed, same, refused, gone, repeated } = report.counts;
    assert_eq!((new, changed, same, refused, gone, repeated), (0, 0, 188, 0, 0, 0));
    let date = |services: &Services| {
        register::registers(services, &OPERATOR, "", 1).unwrap().lists[0].list.date.to_string()
    };
    assert_eq!(date(&services), "2024-12-11", "an old list is not new because it is read today");
    let without = shipped.replace(
        shipped.lines().find(|line| line.contains("Freedom House")).unwrap(),
        "{\"fullName\": \"Larch League\", \"dateIn\": \"01.11.2026\"},",
    );
    let report = import(&services, options, &without).await;
    assert_eq!((report.counts.new, report.counts.gone), (1, 1));
    assert_eq!(date(&services), "2026-11-23");
}

const TABLE: &str = "name,alias,kind,country,decision,from,until,source\n\
    Alder Trust,Olcha Fund,undesirable,BY,No 1,2022-01-01,,list\n\
    Birch Union,,undesirable,BY,,2022-01-01,,list\n\
    Cedar,,undesirable,BY,,2022-01-01,,list\n";

/// The day and the bodies of the list of Belarus, those no longer named apart.
fn belarus(services: &Services) -> Option<(String, usize, usize)> {
    let lists = register::registers(services, &OPERATOR, "", 1).unwrap().lists;
    let line = lists.into_iter().find(|line| line.list.country.code() == "BY")?;
    Some((line.list.date.to_string(), line.entries, line.gone))
}

#[tokio::test]
async fn a_list_of_a_day_to_come_is_refused() {
    let (_test, services) = services().await;
    let refused = try_import(&services, &OPERATOR, list("2026-11-24"), TABLE).await;
    let Err(ImportFailure::DayToCome { day, today }) = refused else { panic!("{refused:?}") };
    assert_eq!((day.to_string(), today.to_string()), ("2026-11-24".into(), "2026-11-23".into()));
    assert_eq!(belarus(&services), None);
    let far = TABLE.replace("Cedar,,undesirable,BY,,2022", "Cedar,,undesirable,BY,,2032");
    let report = import(&services, list("2026-11-23"), &far).await;
    assert_eq!((report.counts.new, report.counts.refused), (2, 1), "six years ahead is a slip");
}

#[tokio::test]
async fn a_list_in_which_nothing_has_changed_is_confirmed_on_its_day() {
    let (_test, services) = services().await;
    import(&services, list("2026-01-01"), TABLE).await;
    let staged = stage(&services, list("2026-06-01"), TABLE).await;
    assert_eq!((staged.report.counts.same, staged.report.writes()), (3, true));
    let effect = staged.report.effect.unwrap();
    assert!(effect.confirms() && effect.lists[0].gone == 0, "{effect:?}");
    Box::pin(imports::commit(&services, &OPERATOR, &staged.token)).await.unwrap();
    assert_eq!(belarus(&services).unwrap().0, "2026-06-01");
    let again = stage(&services, list("2026-06-01"), TABLE).await;
    assert!(!again.report.writes(), "once is enough");
}

async fn stage(services: &Services, kind: ImportKind, text: &str) -> imports::Staged {
    let bytes = text.to_owned().into_bytes();
    Box::pin(imports::stage(services, &OPERATOR, kind, "file".to_owned(), bytes)).await.unwrap()
}

#[tokio::test]
async fn a_preview_says_what_is_marked_and_which_donors_are_named() {
    let (_test, services) = services().await;
    import(&services, list("2026-01-01"), TABLE).await;
    let donors = ["Olcha Fund", "Elm Tree House", "Larch Grove", "Cedar"];
    import(&services, ImportKind::Calls, &calls_of(&donors)).await;
    let one = "name,alias,kind,country,from,source\n\
        Elm Tree House,,undesirable,BY,2026-05-01,list\nLarch Grove Alliance,,undesirable,BY,2026-05-01,list\n";
    let staged = stage(&services, list("2026-06-01"), one).await;
    let effect = staged.report.effect.unwrap();
    let [of] = effect.lists.as_slice() else { panic!("{effect:?}") };
    assert_eq!((of.gone, of.on_record, of.confirmed), (3, 3, true));
    let names = |donors: &[(DonorId, String)]| -> Vec<String> {
        donors.iter().map(|(_, name)| name.clone()).collect()
    };
    assert_eq!(names(&effect.designated), ["Elm Tree House"], "{effect:?}");
    assert_eq!(names(&effect.undecided), ["Larch Grove"], "what is known already is no news");
    assert!(effect.lifted.is_empty(), "what is marked still counts");
    // As additions nothing is marked, and the list is as old as it was.
    let done = Box::pin(imports::commit_as(&services, &OPERATOR, &staged.token, true)).await;
    let done = done.unwrap();
    assert_eq!((done.counts.new, done.counts.gone), (2, 0));
    assert_eq!(names(&done.effect.unwrap().designated), ["Elm Tree House"]);
    assert_eq!(belarus(&services).unwrap(), ("2026-01-01".into(), 5, 0));
    // What was added later than a list is of does not go with it.
    let older = import(&services, list("2026-03-01"), TABLE).await;
    assert_eq!((older.counts.same, older.counts.gone), (3, 0));
    let lifted = TABLE.replace("2022-01-01,,list\nBirch", "2022-01-01,2026-06-30,list\nBirch");
    let report = import(&services, list("2026-07-01"), &lifted).await;
    assert_eq!(names(&report.effect.unwrap().lifted), ["Olcha Fund"]);
}

#[tokio::test]
async fn a_list_that_was_read_by_mistake_is_taken_back() {
    let (_test, services) = services().await;
    let of = ("BY".parse().unwrap(), "undesirable".parse().unwrap());
    import(&services, ImportKind::Calls, &calls_of(&["Olcha Fund", "Elm Tree", "Oak Hill"])).await;
    let inside = add_project(&services, "BY").await;
    import(&services, list("2026-01-01"), TABLE).await;
    let first = register::registers(&services, &OPERATOR, "", 1).unwrap().entries;
    // A file that ends a designation, adds two bodies and marks two.
    let wrong = "name,alias,kind,country,from,until,source\n\
        Alder Trust,,undesirable,BY,2022-01-01,2026-02-01,other\n\
        Elm Tree,,undesirable,BY,2026-05-01,,other\nOak Hill,,undesirable,BY,2026-05-01,,other\n";
    import(&services, list("2026-06-01"), wrong).await;
    assert_eq!(shown(&services, inside).await.1, 2, "two new ones, the first one lifted");
    let oak = donor(&services, "Oak Hill");
    let known = register::registers(&services, &OPERATOR, "oak hill", 1).unwrap().entries;
    let entry = known.rows[0].id;
    register::decide(&services, &OPERATOR, oak, entry, Some(true)).await.unwrap();

    let undoable = register::undoable(&services, &OPERATOR).await.unwrap();
    let [newest] = undoable.as_slice() else { panic!("what is shipped stays: {undoable:?}") };
    assert_eq!((newest.number, newest.new, newest.changed), (2, 2, 3));
    let link = organisations::add(&services, &OPERATOR, "Reed").await.unwrap();
    let owner = arrive(&services, &link, "Owner").await;
    let refused = register::take_back(&services, &owner, of, None).await;
    assert_eq!(refused, Err(Failure::Forbidden));
    // A form of another moment is of an import that was taken back already.
    register::take_back(&services, &OPERATOR, of, Some((2, Some(0)))).await.unwrap();
    let last = register::undoable(&services, &OPERATOR).await.unwrap();
    assert!(last.iter().any(|one| one.number == 2), "{last:?}");
    register::take_back(&services, &OPERATOR, of, Some((2, None))).await.unwrap();
    register::take_back(&services, &OPERATOR, of, Some((2, None))).await.unwrap();
    let (date, bodies, _) = belarus(&services).unwrap();
    assert_eq!((date.as_str(), bodies), ("2026-01-01", 4), "a double click takes one back");
    assert_eq!(shown(&services, inside).await.1, 2, "as before, and what a person decided");
    let now = register::registers(&services, &OPERATOR, "", 1).unwrap().entries;
    for row in &first.rows {
        assert!(now.rows.contains(row), "{row:?}");
    }
    let found = register::registers(&services, &OPERATOR, "elm tree", 1).unwrap().entries;
    assert_eq!(found.total, 0, "only the wrong file named it");
    // The list that is right is the newest then, and the first one can be taken back too.
    let right = import(&services, list("2026-05-01"), TABLE).await;
    assert!(right.effect.unwrap().confirms());
    assert_eq!(belarus(&services).unwrap().0, "2026-05-01");
    for _ in 0..2 {
        register::take_back(&services, &OPERATOR, of, None).await.unwrap();
    }
    assert_eq!(belarus(&services), None);
    let nothing = register::take_back(&services, &OPERATOR, of, None).await;
    assert_eq!(nothing, Err(Failure::NotFound));
    assert_eq!(shown(&services, inside).await.1, 1, "what a person decided");
    let russia = ("RU".parse().unwrap(), "undesirable".parse().unwrap());
    let shipped = register::take_back(&services, &OPERATOR, russia, None).await;
    assert_eq!(shipped, Err(Failure::NotFound), "it would come again");
}

#[tokio::test]
async fn what_is_wrong_with_many_rows_is_said_once_and_repeated_rows_are_named() {
    let (_test, services) = services().await;
    let mut table = TABLE.to_owned() + "Alder Trust,,undesirable,BY,No 1,2022-01-01,,list\n";
    for _ in 0..100 {
        table.push_str("Elm,,banned,BY,,2022-01-01,,list\n");
    }
    table.push_str("Oak,,undesirable,BY,,,,list\n");
    let report = import(&services, list("2026-01-01"), &table).await;
    let ImportCounts { new, refused, repeated, .. } = report.counts;
    assert_eq!((new, refused, repeated), (3, 101, 1));
    assert_eq!(report.lines.len(), 6, "{:?}", report.lines);
    let many = report.lines.iter().find(|line| line.row == 6).unwrap();
    assert_eq!((many.alike.as_slice(), many.more_alike), ([7, 8, 9, 10].as_slice(), 95));
    let again = report.lines.iter().find(|line| line.row == 5).unwrap();
    assert_eq!(again.outcome, LineOutcome::Repeated(2));
}

#[tokio::test]
async fn a_name_that_another_donor_has_is_told_at_its_field_with_whose_it_is() {
    let (_test, services) = services().await;
    let known = DonorInput { aliases: vec!["SN gGmbH".to_owned()], ..input("Stiftung Nordlicht") };
    let known = donors::create(&services, &OPERATOR, known).await.unwrap();
    let new = DonorInput {
        aliases: vec!["Polarlicht".to_owned(), "Stiftung Nordlicht gGmbH".to_owned()],
        ..input("Nordlicht Stiftung")
    };
    let taken = donors::create(&services, &OPERATOR, new.clone()).await;
    let Err(Failure::Invalid(problems)) = taken else { panic!("{taken:?}") };
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!((problems[0].field, problems[0].problem), ("aliases", "donor_taken"));
    let whose = donors::taken(&services, &OPERATOR, &new, None).unwrap();
    assert_eq!(whose.len(), 1, "{whose:?}");
    assert_eq!((whose[0].field, &*whose[0].typed), ("aliases", "Stiftung Nordlicht gGmbH"));
    assert_eq!(whose[0].by, (known, "Stiftung Nordlicht".to_owned()));
    assert!(donors::taken(&services, &OPERATOR, &new, Some(known)).unwrap().is_empty());

    for (since, wrong) in [("2027-11-24", false), ("2027-11-25", true), ("2062-01-01", true)] {
        let set = donors::set_status(&services, &OPERATOR, known, status("BY", since, None)).await;
        assert_eq!(set.is_err(), wrong, "{since}: {set:?}");
    }
}

#[tokio::test]
async fn donors_are_kept_by_admins_and_analysts_and_read_by_all() {
    let (_test, services) = services().await;
    let link = organisations::add(&services, &OPERATOR, "Reed").await.unwrap();
    let owner = arrive(&services, &link, "Owner").await;
    let analyst = invitations::invite(&services, &OPERATOR, Purpose::Analyst).await.unwrap();
    let analyst = arrive(&services, &analyst, "Analyst").await;

    let id = donors::create(&services, &analyst, input("Alder Trust")).await.unwrap();
    let again = donors::create(&services, &analyst, input(" Alder  Trust")).await.unwrap();
    assert_eq!(id, again, "a form that is sent twice makes one donor");
    let taken = donors::create(&services, &analyst, input("The Alder Trust, Inc.")).await;
    let Err(Failure::Invalid(problems)) = taken else { panic!("{taken:?}") };
    assert_eq!(problems[0].problem, "donor_taken");
    for (name, problem) in
        [(" ", "missing"), ("Al\u{202e}der", "hidden_signs"), ("…", "no_letters")]
    {
        let wrong = donors::create(&services, &analyst, input(name)).await;
        let Err(Failure::Invalid(problems)) = wrong else { panic!("{wrong:?}") };
        assert_eq!(problems[0].problem, problem, "{name}");
    }
    for actor in [&owner, &Actor::anonymous()] {
        let refused = donors::create(&services, actor, input("Birch")).await;
        assert_eq!(refused.unwrap_err(), Failure::Forbidden);
        let status = status("RU", "2024-01-01", None);
        let refused = donors::set_status(&services, actor, id, status).await;
        assert_eq!(refused.unwrap_err(), Failure::Forbidden);
        let refused = donors::merge(&services, actor, id, id).await;
        assert_eq!(refused.unwrap_err(), Failure::Forbidden);
        let refused = donors::update(&services, actor, id, input("Birch"), "").await;
        assert_eq!(refused.unwrap_err(), Failure::Forbidden);
        let refused = try_import(&services, actor, list("2026-01-01"), "name,from\na,b\n").await;
        assert!(matches!(refused, Err(ImportFailure::Failure(Failure::Forbidden))));
    }
    assert_eq!(donors::get(&services, &owner, id, 1).unwrap().donor.name, "Alder Trust");
    assert_eq!(donors::get(&services, &Actor::anonymous(), id, 1).unwrap_err(), Failure::Forbidden);

    let all = donors::set_status(&services, &analyst, id, StatusInput::default()).await;
    let Err(Failure::Invalid(problems)) = all else { panic!("{all:?}") };
    assert_eq!(problems.len(), 4, "country, kind, day and source at once: {problems:?}");
    let backwards = status("RU", "2024-01-01", Some("2023-01-01"));
    let wrong = donors::set_status(&services, &analyst, id, backwards).await;
    assert!(matches!(wrong, Err(Failure::Invalid(_))));

    // A circle of those whose money is passed on is refused.
    let child = DonorInput { parent: Some(id), ..input("Birch Desk") };
    let child = donors::create(&services, &analyst, child).await.unwrap();
    let circle = DonorInput { parent: Some(child), ..input("Alder Trust") };
    let wrong = donors::update(&services, &analyst, id, circle, "").await;
    let Err(Failure::Invalid(problems)) = wrong else { panic!("{wrong:?}") };
    assert_eq!((problems[0].field, problems[0].problem), ("parent", "circle"));
}

#[tokio::test]
async fn that_a_donor_is_another_body_was_said_of_its_names() {
    let (_test, services) = services().await;
    import(&services, ImportKind::Calls, &calls_of(&["Elm House"])).await;
    let text =
        "name,kind,country,from,source\nElm House Foundation,undesirable,BY,2024-01-01,list\n";
    try_import(&services, &OPERATOR, list("2026-11-01"), text).await.unwrap();
    let inside = add_project(&services, "BY").await;
    let id = donor(&services, "Elm House");
    assert_eq!(shown(&services, inside).await.1, 1, "withheld until decided");
    let open = register::registers(&services, &OPERATOR, "", 1).unwrap().open;
    let entry = open[0].entry.id;
    register::decide(&services, &OPERATOR, id, entry, Some(false)).await.unwrap();
    assert_eq!(shown(&services, inside).await.1, 0);
    let made_of = state_of(&donors::written(&services, &OPERATOR, id).await.unwrap());
    let renamed = input("Elm House Foundation");
    donors::update(&services, &OPERATOR, id, renamed, &made_of).await.unwrap();
    assert_eq!(shown(&services, inside).await.1, 1, "another name is compared anew");
}

#[tokio::test]
async fn a_status_counts_from_its_first_to_its_last_day_and_for_those_who_pass_money_on() {
    let (_test, services) = services().await;
    import(&services, ImportKind::Calls, &calls_of(&["Alder", "Birch", "Cedar"])).await;
    let inside = add_project(&services, "BY").await;
    let (alder, birch) = (donor(&services, "Alder"), donor(&services, "Birch"));
    let passes_on = DonorInput { parent: Some(alder), ..input("Birch") };
    let made_of = state_of(&donors::written(&services, &OPERATOR, birch).await.unwrap());
    donors::update(&services, &OPERATOR, birch, passes_on.clone(), &made_of).await.unwrap();
    donors::update(&services, &OPERATOR, birch, passes_on, &made_of).await.expect("a double click");
    let late = donors::update(&services, &OPERATOR, birch, input("Birch"), &made_of).await;
    let Err(Failure::Invalid(late)) = late else { panic!("an old form is refused: {late:?}") };
    assert_eq!((late[0].field, late[0].problem), ("name", "changed_meanwhile"));
    let set = async |since: &str, until: Option<&str>| {
        let status = status("BY", since, until);
        donors::set_status(&services, &OPERATOR, alder, status).await.unwrap();
        shown(&services, inside).await.1
    };
    assert_eq!(set("2026-11-24", None).await, 0, "from tomorrow");
    assert_eq!(set("2026-11-23", None).await, 2, "it and who passes its money on");
    assert_eq!(set("2024-01-01", Some("2026-11-22")).await, 0, "until yesterday");
    assert_eq!(set("2024-01-01", Some("2026-11-23")).await, 2);
    let (country, kind) = ("BY".parse().unwrap(), "undesirable".parse().unwrap());
    donors::remove_status(&services, &OPERATOR, alder, country, kind).await.unwrap();
    assert_eq!(shown(&services, inside).await.1, 0);
}

#[tokio::test]
async fn two_donors_are_made_one_and_two_again() {
    let (_test, services) = services().await;
    import(&services, ImportKind::Calls, &calls_of(&["Alder", "Olcha", "Cedar"])).await;
    let inside = add_project(&services, "RU").await;
    let (alder, olcha) = (donor(&services, "Alder"), donor(&services, "Olcha"));
    donors::set_status(&services, &OPERATOR, alder, status("RU", "2024-01-01", None))
        .await
        .unwrap();
    assert_eq!(shown(&services, inside).await.1, 1);
    donors::merge(&services, &OPERATOR, olcha, alder).await.unwrap();
    assert_eq!(shown(&services, inside).await.1, 2, "its calls are the other one's");
    let details = donors::get(&services, &OPERATOR, alder, 1).unwrap();
    assert_eq!(details.calls.total, 2);
    assert!(details.donor.aliases.contains(&"Olcha".to_owned()));
    assert_eq!(details.merged, [(olcha, "Olcha".to_owned())]);
    assert_eq!(donors::get(&services, &OPERATOR, olcha, 1).unwrap().donor.id, alder);
    assert_eq!(donors::list(&services, &OPERATOR, &DonorFilter::default()).unwrap().total, 2);
    // A circle is refused, and what is merged is not merged again.
    for (one, other) in [(alder, olcha), (alder, alder), (olcha, donor(&services, "Cedar"))] {
        let wrong = donors::merge(&services, &OPERATOR, one, other).await;
        assert!(matches!(wrong, Err(Failure::Invalid(_))), "{wrong:?}");
    }
    // A call that comes under the other name meanwhile is the one donor's, too.
    let later = calls_of(&["Alder", "Olcha", "Cedar", "OLCHA."]);
    import(&services, ImportKind::Calls, &later).await;
    assert_eq!(donors::get(&services, &OPERATOR, alder, 1).unwrap().calls.total, 3);
    donors::split(&services, &OPERATOR, olcha).await.unwrap();
    let (one, other) = (
        donors::get(&services, &OPERATOR, alder, 1).unwrap(),
        donors::get(&services, &OPERATOR, olcha, 1).unwrap(),
    );
    assert_eq!((one.calls.total, other.calls.total), (1, 2));
    assert!(other.view.statuses.is_empty() && one.donor.aliases.is_empty());
    assert_eq!(shown(&services, inside).await.1, 1);
    assert_eq!(donors::split(&services, &OPERATOR, olcha).await, Err(Failure::NotFound));
}

/// No list that a member of an organisation with people at risk can open has such a call: neither the
/// search, nor what is like another call, nor the figures, nor a donor's page.
#[tokio::test]
async fn e4_no_list_of_calls_forgets_the_gate() {
    let (_test, services) = services().await;
    let link = organisations::add(&services, &OPERATOR, "Reed").await.unwrap();
    let owner = arrive(&services, &link, "Owner").await;
    let (id, _) = owner.reader().grants().unwrap().memberships.iter().next().unwrap();
    import(&services, ImportKind::Calls, &calls_of(&["Freedom House", "Alder", "Cedar"])).await;
    let filter = CallFilter { page: 1, ..CallFilter::default() };
    let all = calls::search(&services, &owner, &filter).await.unwrap();
    assert_eq!(all.total, 3, "nobody is at risk yet");
    let call = |name: &str| all.rows.iter().find(|row| row.donor == name).unwrap().id;
    let (house, alder) = (call("Freedom House"), call("Alder"));
    let similar = async |actor: &Actor, project| {
        let details = calls::details(&services, actor, alder, project).await.unwrap();
        details.similar.into_iter().map(|one| one.donor).collect::<BTreeSet<String>>()
    };
    assert!(similar(&owner, None).await.contains("Freedom House"));

    let input = ProjectInput { organisation: Some(*id), content: project("RU") };
    let risky = projects::create(&services, &owner, input, "").await.unwrap();
    assert_eq!(calls::search(&services, &owner, &filter).await.unwrap().total, 2);
    assert_eq!(calls::withheld(&services, &owner, None), Ok(1));
    assert_eq!(similar(&owner, None).await, BTreeSet::from(["Cedar".to_owned()]));
    let seen = overview::overview(&services, &owner).await.unwrap();
    assert_eq!((seen.calls, seen.calls_open), (2, 2));
    let lists = seen.closing_soon.iter().chain(&seen.newest);
    assert!(lists.clone().count() == 4 && lists.clone().all(|row| row.donor != "Freedom House"));
    let details = donors::get(&services, &owner, donor(&services, "Freedom House"), 1).unwrap();
    assert_eq!((details.calls.total, details.withheld), (0, 1));
    let listed = donors::list(&services, &owner, &DonorFilter::default()).unwrap();
    let house_line = listed.rows.iter().find(|line| line.name == "Freedom House").unwrap();
    assert_eq!((house_line.calls, house_line.withheld), (0, 1), "hidden is not none");
    assert!(calls::details(&services, &owner, house, None).await.unwrap().endangers);
    let asked = matches::for_call(&services, &owner, house, &MatchFilter::default()).await;
    assert_eq!(asked.unwrap_err(), Failure::NotFound);
    assert!(matches::one(&services, &owner, risky, house).is_none());
    // Another project of the same people, one that is only being written, and the command line.
    let other = ProjectContent { people_inside: Vec::new(), ..project("RU") };
    let other = ProjectInput { organisation: Some(*id), content: other };
    let donors_of = |rows: Vec<matches::MatchRow>| {
        rows.into_iter().map(|row| row.call.donor).collect::<BTreeSet<String>>()
    };
    let rest = BTreeSet::from(["Alder".to_owned(), "Cedar".to_owned()]);
    assert_eq!(donors_of(matches::preview(&services, &owner, &other, 9)), rest);
    let alone = ProjectInput { organisation: None, ..other.clone() };
    assert_eq!(donors_of(matches::preview(&services, &owner, &alone, 9)), rest);
    let ProjectInput { content, organisation } = other.clone();
    let drafted = matches::for_draft(&services, &OPERATOR, content, organisation, 9);
    assert_eq!(donors_of(drafted), rest);
    let other = projects::create(&services, &owner, other, "").await.unwrap();
    assert!(matches::one(&services, &owner, other, house).is_none());
    assert_eq!(shown(&services, other).await, (rest.clone(), 1));
    let filter_all = MatchFilter::default();
    let own = matches::for_project(&services, &owner, other, &filter_all).await.unwrap();
    assert_eq!((own.hidden, donors_of(own.rows.rows)), (1, rest));
    // Whoever has no people at risk sees all, but not beside a project that has.
    assert!(similar(&OPERATOR, None).await.contains("Freedom House"));
    assert_eq!(similar(&OPERATOR, Some(risky)).await, BTreeSet::from(["Cedar".to_owned()]));
    let member = invitations::invite(&services, &owner, Purpose::Member(*id, Role::Viewer)).await;
    let viewer = arrive(&services, &member.unwrap(), "Viewer").await;
    assert_eq!(calls::search(&services, &viewer, &filter).await.unwrap().total, 2);
}

#[tokio::test]
async fn a_newer_file_that_names_another_donor_is_believed() {
    let (_test, services) = services().await;
    import(&services, ImportKind::Calls, &calls_of(&["Alder"])).await;
    let inside = add_project(&services, "RU").await;
    assert_eq!(shown(&services, inside).await.1, 0);
    let report = import(&services, ImportKind::Calls, &calls_of(&["Freedom House"])).await;
    let LineOutcome::Changed(changes) = &report.lines[0].outcome else { panic!("{report:?}") };
    assert_eq!((changes[0].field.as_str(), changes[0].before.as_str()), ("donor", "\"Alder\""));
    assert_eq!(shown(&services, inside).await.1, 1);
    let again = import(&services, ImportKind::Calls, &calls_of(&["FREEDOM HOUSE, Inc."])).await;
    assert_eq!(again.counts.same, 1, "the same donor written otherwise is no change");
}

/// Files that name the same new donors, and the same calls, at the same moment.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn imports_side_by_side_do_not_stumble_over_new_donors() {
    let (_test, services): (TestDatabase, Services) = services().await;
    let spellings = ["Alder Trust", "The Alder Trust", "ALDER TRUST.", "Alder-Trust Ltd"];
    let file = |number: usize| {
        let donors = [spellings[number % 4], "Birch Desk", "Cedar Fund"];
        calls_of(&donors).replace("\"source\":\"t\"", &format!("\"source\":\"t{}\"", number % 6))
    };
    let running: Vec<_> = (0..16)
        .map(|number| {
            let (services, text) = (services.clone(), file(number));
            tokio::spawn(async move { import(&services, ImportKind::Calls, &text).await })
        })
        .collect();
    let mut new = 0;
    for one in running {
        new += one.await.unwrap().counts.new;
    }
    assert_eq!(new, 18, "six sources with three calls each");
    services.follow().await.unwrap();
    let found = donors::list(&services, &OPERATOR, &DonorFilter::default()).unwrap();
    assert_eq!(found.total, 3, "{:?}", found.rows);
    assert_eq!(found.rows.iter().map(|line| line.calls).sum::<usize>(), 18);
}
