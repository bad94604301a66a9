//! What reviews were before they had tables of their own comes over, on either database.

use chrono::{DateTime, Utc};
use domain::{CallId, OrganisationId, ProjectId, Reader, ReviewState};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectionTrait, Value,
    sea_query::{Alias, Expr, Query},
};
use store::{TenantScope, coalitions, openings, projects, reviews, testing::TestDatabase};
use uuid::Uuid;

const STEP: &str = "m20261130_000040_review";

fn id(number: u8) -> Uuid {
    ProjectId::from_random([number; 16]).uuid()
}

fn now() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

async fn put<C: ConnectionTrait>(c: &C, table: &str, values: Vec<(&str, Value)>) {
    let (columns, values): (Vec<&str>, Vec<Value>) = values.into_iter().unzip();
    let mut row = Query::insert();
    row.into_table(Alias::new(table)).columns(columns.into_iter().map(Alias::new));
    row.values_panic(values.into_iter().map(Expr::value));
    c.execute(&row).await.unwrap();
}

fn texts(names: &[&'static str], text: &str) -> Vec<(&'static str, Value)> {
    names.iter().map(|name| (*name, text.into())).collect()
}

async fn call<C: ConnectionTrait>(c: &C, number: u8, state: Option<&str>) {
    let mut row = vec![
        ("id", id(number).into()),
        ("donor_id", id(1).into()),
        ("external_id", number.to_string().into()),
        ("demonstration", false.into()),
        ("first_seen", now().into()),
        ("changed_at", now().into()),
        ("blind_review", state.map(str::to_owned).into()),
    ];
    let names = ["closing", "conditions", "eligibility", "search", "source", "text", "title"];
    row.extend(texts(&names, "unknown"));
    put(c, "call", row).await;
}

#[tokio::test]
async fn openings_and_scoring_of_before_come_over_and_old_code_names_go() {
    let test = TestDatabase::empty().await.unwrap();
    let db = &test.db;
    let before = Migrator::migrations().iter().position(|one| one.name() == STEP).unwrap();
    Migrator::up(db, Some(u32::try_from(before).unwrap())).await.unwrap();
    let mut donor = vec![("id", id(1).into()), ("demonstration", false.into())];
    donor.extend(texts(&["name", "name_folded"], "D"));
    put(db, "donor", donor).await;
    call(db, 2, None).await;
    call(db, 3, Some("scoring")).await;
    call(db, 4, None).await;
    for number in [5, 6] {
        let mut row = vec![
            ("id", id(number).into()),
            ("first_seen", now().into()),
            ("demonstration", false.into()),
            ("code_name", format!("Alnus 04{number}").into()),
        ];
        row.extend(texts(&["name", "name_folded"], "O"));
        put(db, "organisation", row).await;
    }
    let flags = ["admin", "analyst", "demonstration", "disabled"];
    let mut account: Vec<(&str, Value)> = flags.iter().map(|name| (*name, false.into())).collect();
    account.extend([("id", id(7).into()), ("created_on", now().date_naive().into())]);
    account.extend(texts(&["name", "name_folded"], "rita"));
    put(db, "account", account).await;
    let mut project = vec![
        ("id", id(8).into()),
        ("code_name", "Betula 123".into()),
        ("visibility", "donors".into()),
        ("search", "hotline \n betula 123 \n legal aid".into()),
        ("first_seen", now().into()),
        ("changed_at", now().into()),
        ("demonstration", false.into()),
    ];
    let names =
        ["activities", "audience", "beneficiaries", "outputs", "problem", "summary", "title"];
    project.extend(texts(&names, "hotline"));
    put(db, "project", project).await;
    put(
        db,
        "name_opening",
        vec![
            ("project_id", id(8).into()),
            ("account_id", id(7).into()),
            ("call_id", id(2).into()),
            ("reason", "due diligence".into()),
            ("at", now().into()),
        ],
    )
    .await;
    put(db, "coalition", vec![("id", id(9).into()), ("name", "Table".into())]).await;
    for (organisation, agreed) in [(5, true), (6, false)] {
        let row = vec![
            ("coalition_id", id(9).into()),
            ("organisation_id", id(organisation).into()),
            ("agreed", agreed.into()),
        ];
        put(db, "coalition_member", row).await;
    }

    Migrator::up(db, None).await.unwrap();
    let state = async |number: u8| {
        let found = reviews::latest(db, CallId::from(id(number))).await.unwrap();
        found.map(|review| (review.number, review.state))
    };
    assert_eq!(state(2).await, Some((1, ReviewState::Reading)), "a name was opened");
    assert_eq!(state(3).await, Some((1, ReviewState::Scoring)));
    assert_eq!(state(4).await, None);
    let project = ProjectId::from(id(8));
    let (call, opening) = openings::of_project(db, project).await.unwrap().remove(0);
    assert_eq!((call.uuid(), opening.account.uuid()), (id(2), id(7)));
    assert_eq!((opening.reason.as_str(), opening.at), ("due diligence", now()));
    assert_eq!(reviews::unnamed(db, None).await.unwrap().len(), 2, "to be named at the start");
    let scope = TenantScope::operator();
    assert_eq!(scope.reader(), &Reader::Operator);
    for (words, count) in [("betula", 0), ("hotline", 1), ("legal", 1)] {
        let words = [words.to_owned()];
        let (_, found) = projects::page(db, &scope, now(), &words, 0, 9).await.unwrap();
        assert_eq!(found, count, "{words:?}");
    }
    let asker = OrganisationId::from(id(5));
    let coalition = coalitions::of_organisation(db, asker).await.unwrap().remove(0);
    assert_eq!(coalition.asked, ["Alnus 046"]);
}
