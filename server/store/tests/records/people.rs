//! Accounts, sessions, scopes, the trail: on either database.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::*;
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use sea_orm::ConnectionTrait;
use store::{
    TenantScope,
    accounts::{self, Account, Change},
    audit::{self, Act, Broken, Holds, Part},
    calls, coalitions, donors, invitations,
    openings::{self, Opening},
    organisations::{self, NewOrganisation},
    projects, reviews,
    sessions::{self, Alive, Ending, Session},
    testing::TestDatabase,
};

fn now() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn account(number: u8, name: &str) -> Account {
    Account {
        id: AccountId::from_random([number; 16]),
        name: name.into(),
        admin: false,
        analyst: false,
        disabled: false,
        demonstration: false,
        has_factor: false,
        created_on: now().date_naive(),
    }
}

fn alive() -> Alive {
    Alive {
        created_after: now() - TimeDelta::hours(12),
        seen_after: now() - TimeDelta::minutes(30),
    }
}

async fn sign_in<C: store::ConnectionTrait>(c: &C, number: u8, account: AccountId, hash: &str) {
    let session = Session {
        id: SessionId::from_random([number; 16]),
        account,
        created_at: now(),
        seen_at: now(),
    };
    sessions::insert(c, &session, hash.to_owned()).await.unwrap();
}

async fn add_organisation<C: store::ConnectionTrait>(c: &C, number: u8) -> OrganisationId {
    let id = OrganisationId::from_random([number; 16]);
    let organisation = Organisation::named(id, format!("O{number}"), format!("Code {number}"));
    let new = NewOrganisation { organisation, origin: None, at: now(), demonstration: false };
    organisations::insert(c, &[new]).await.unwrap();
    id
}

#[tokio::test]
async fn sessions_live_and_end() {
    let test = TestDatabase::migrated().await.unwrap();
    let (db, anna) = (&test.db, account(1, "Анна"));
    accounts::insert(db, &anna, Some("phc".into())).await.unwrap();
    let again = accounts::insert(db, &account(2, "АННА"), None).await.unwrap_err();
    assert!(store::db::is_taken(&again), "names are one however they are written");
    sign_in(db, 1, anna.id, "a").await;
    sign_in(db, 2, anna.id, "b").await;
    sign_in(db, 3, anna.id, "c").await;
    let (scope, session, who) = sessions::authenticate(db, "a", alive()).await.unwrap().unwrap();
    assert_eq!(
        (scope.reader().account(), session.account, who),
        (Some(anna.id), anna.id, anna.clone())
    );
    assert!(sessions::authenticate(db, "x", alive()).await.unwrap().is_none());
    for (created, seen) in [(0, 31), (-721, 0)] {
        let later = Alive {
            created_after: alive().created_after + TimeDelta::minutes(-created),
            seen_after: alive().seen_after + TimeDelta::minutes(seen),
        };
        assert!(
            sessions::authenticate(db, "a", later).await.unwrap().is_none(),
            "{created} {seen}"
        );
    }
    assert_eq!(sessions::end(db, anna.id, Ending::One(session.id)).await.unwrap(), 1);
    assert!(sessions::authenticate(db, "a", alive()).await.unwrap().is_none());
    let other = SessionId::from_random([2; 16]);
    assert_eq!(sessions::end(db, anna.id, Ending::Others(other)).await.unwrap(), 1);
    accounts::change(db, anna.id, Change::Disabled(true)).await.unwrap();
    assert!(sessions::authenticate(db, "b", alive()).await.unwrap().is_none(), "disabled");
    accounts::delete(db, anna.id).await.unwrap();
    assert_eq!(sessions::end_all(db).await.unwrap(), 0, "sessions go with their account");
}

#[tokio::test]
async fn a5_a_step_and_a_recovery_code_are_used_once() {
    let test = TestDatabase::migrated().await.unwrap();
    let (db, anna) = (&test.db, account(1, "anna"));
    accounts::insert(db, &anna, None).await.unwrap();
    accounts::change(db, anna.id, Change::Factor(Some("S".into()))).await.unwrap();
    assert!(!accounts::get(db, anna.id).await.unwrap().unwrap().0.has_factor, "only proposed");
    assert!(!accounts::use_step(db, anna.id, 5).await.unwrap(), "not confirmed yet");
    accounts::change(db, anna.id, Change::FactorStep(5)).await.unwrap();
    assert!(accounts::get(db, anna.id).await.unwrap().unwrap().0.has_factor);
    let used = [5, 4, 6, 6, 7].map(|step| accounts::use_step(db, anna.id, step));
    let mut results = Vec::new();
    for one in used {
        results.push(one.await.unwrap());
    }
    assert_eq!(results, [false, false, true, false, true]);
    accounts::set_recovery_codes(db, anna.id, vec!["h1".into(), "h2".into()]).await.unwrap();
    assert!(accounts::use_recovery_code(db, anna.id, "h1").await.unwrap());
    assert!(!accounts::use_recovery_code(db, anna.id, "h1").await.unwrap());
    assert_eq!(accounts::count_recovery_codes(db, anna.id).await.unwrap(), 1);
}

#[tokio::test]
async fn a_link_is_used_once_and_ends() {
    use invitations::{Invitation, Purpose};
    let test = TestDatabase::migrated().await.unwrap();
    let db = &test.db;
    let organisation = add_organisation(db, 1).await;
    let new = Invitation {
        id: InvitationId::from_random([1; 16]),
        purpose: Purpose::Member(organisation, Role::Editor),
        created_by: None,
        expires_at: now() + TimeDelta::hours(24),
    };
    invitations::insert(db, &new, "h".into()).await.unwrap();
    assert_eq!(invitations::by_token(db, "h", now()).await.unwrap(), Some(new));
    assert_eq!(invitations::by_token(db, "h", new.expires_at).await.unwrap(), None);
    assert_eq!(invitations::open(db, Some(organisation), now()).await.unwrap(), [new]);
    assert_eq!(invitations::open(db, None, now()).await.unwrap(), []);
    assert!(invitations::delete(db, new.id).await.unwrap());
    assert!(!invitations::delete(db, new.id).await.unwrap());
}

#[tokio::test]
async fn t4_a_changed_past_is_named() {
    let test = TestDatabase::migrated().await.unwrap();
    let (db, organisation) = (&test.db, OrganisationId::from_random([1; 16]));
    let act = Act {
        account: Some(AccountId::from_random([1; 16])),
        act: "signed_in",
        object: "account",
        object_id: None,
        organisation: None,
        at: now() + TimeDelta::minutes(17),
    };
    for number in 0..5_u8 {
        let concerned = (number % 2 == 1).then_some(organisation);
        audit::append(db, None, &Act { organisation: concerned, ..act }).await.unwrap();
    }
    let holds = |entries| Ok(Holds { entries, removed: 0, newer: 0, lost: 0 });
    assert_eq!(audit::verify(db, None, None).await.unwrap(), holds(5));
    let (rows, total) = audit::page(db, Part::Organisation(organisation), 0, 10).await.unwrap();
    assert_eq!((rows.iter().map(|row| row.number).collect::<Vec<_>>(), total), (vec![4, 2], 2));
    assert_eq!(rows[0].hour, now(), "the hour only");
    for (change, expected) in [
        ("UPDATE audit SET act = 'signed_out' WHERE number = 3", Err(Broken::Changed(3))),
        ("UPDATE audit SET act = 'signed_in' WHERE number = 3", holds(5)),
        ("DELETE FROM audit WHERE number = 2", Err(Broken::Missing(2, 2))),
    ] {
        db.execute_unprepared(change).await.unwrap();
        assert_eq!(audit::verify(db, None, None).await.unwrap(), expected, "{change}");
    }
}

/// Writers of one trail take turns: no number is given twice and the chain holds.
#[tokio::test(flavor = "multi_thread")]
async fn the_trail_holds_with_many_writers() {
    let test = TestDatabase::migrated().await.unwrap();
    let writers = (0..8).map(|_| {
        let url = test.url.clone();
        tokio::spawn(async move {
            let db = store::db::connect(&url, None).await.unwrap();
            for _ in 0..5 {
                let transaction = store::db::begin(&db).await.unwrap();
                let act = Act {
                    account: None,
                    act: "x",
                    object: "",
                    object_id: None,
                    organisation: None,
                    at: now(),
                };
                audit::append(&transaction, None, &act).await.unwrap();
                transaction.commit().await.unwrap();
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    let holds = Holds { entries: 40, removed: 0, newer: 0, lost: 0 };
    assert_eq!(audit::verify(&test.db, None, None).await.unwrap(), Ok(holds));
}

/// A review of a donor's one call, in some state.
async fn add_review<C: store::ConnectionTrait>(c: &C, number: u8, state: ReviewState) -> DonorId {
    let donor = Donor {
        id: DonorId::from_random([number; 16]),
        name: format!("D{number}"),
        aliases: Vec::new(),
        kind: None,
        country: None,
        parent: None,
        statuses: Vec::new(),
    };
    donors::insert(c, std::slice::from_ref(&donor), false).await.unwrap();
    let call = Call {
        id: CallId::from_random([number; 16]),
        source: "t".into(),
        external_id: number.to_string(),
        donor: donor.id,
        first_seen: now(),
        changed_at: now(),
        content: CallContent::titled("t"),
    };
    calls::insert(c, &[(&call, &donor.name)], false).await.unwrap();
    let id = ReviewId::from_random([number; 16]);
    let review = Review { id, call: call.id, number: 1, state, scoring_since: None };
    reviews::insert(c, &review).await.unwrap();
    donor.id
}

async fn open_name<C: store::ConnectionTrait>(c: &C, project: ProjectId, account: AccountId) {
    let review = ReviewId::from_random([1; 16]);
    let opening = Opening { review, project, account, reason: "r".into(), at: now() };
    openings::insert(c, &opening).await.unwrap();
}

/// Random organisations, coalitions, people, reviewers and projects: what a query finds is exactly what
/// the rule of the domain lets each reader see (`safety.md` C1).
#[tokio::test]
async fn c1_queries_find_exactly_what_the_rule_lets_see() {
    const ORGANISATIONS: u8 = 4;
    let test = TestDatabase::migrated().await.unwrap();
    let db = &test.db;
    for number in 1..=ORGANISATIONS {
        add_organisation(db, number).await;
    }
    let coalition = |number: u8| CoalitionId::from_random([0x40 + number; 16]);
    let organisation = |number: u8| OrganisationId::from_random([number; 16]);
    let person = |number: u8| AccountId::from_random([0x80 + number; 16]);
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let draw = |runner: &mut TestRunner, below: u8| (0..below).new_tree(runner).unwrap().current();
    for number in 0..3 {
        coalitions::insert(db, coalition(number), "C").await.unwrap();
        for member in 1..=ORGANISATIONS {
            if draw(&mut runner, 2) == 0 {
                let agreed = draw(&mut runner, 2) == 0;
                coalitions::set_member(db, coalition(number), organisation(member), Some(agreed))
                    .await
                    .unwrap();
            }
        }
    }
    for number in 0..6 {
        let account = Account { id: person(number), ..account(0, &format!("p{number}")) };
        accounts::insert(db, &account, None).await.unwrap();
        for member in 1..=ORGANISATIONS {
            if draw(&mut runner, 4) == 0 {
                let role = Role::ALL[usize::from(draw(&mut runner, 3))];
                accounts::set_role(db, account.id, organisation(member), Some(role)).await.unwrap();
            }
        }
        sign_in(db, number, account.id, &format!("t{number}")).await;
    }
    let read = add_review(db, 1, ReviewState::Reading).await;
    let scored = add_review(db, 2, ReviewState::Scoring).await;
    // Nobody who reviews, one who has opened names, one who cannot now, one who has opened none.
    for (number, donor) in [(1, read), (2, read), (2, scored), (3, read)] {
        accounts::add_reviewer(db, person(number), donor).await.unwrap();
    }
    let mut written = BTreeMap::new();
    for number in 0..120_u8 {
        let named = (0..draw(&mut runner, 3)).map(|_| person(draw(&mut runner, 6)));
        let mut named: Vec<AccountId> = named.collect();
        named.sort();
        named.dedup();
        let project = Project {
            id: ProjectId::from_random([number; 16]),
            organisation: Some(organisation(draw(&mut runner, ORGANISATIONS) + 1))
                .filter(|_| number % 10 != 0),
            origin: None,
            sharing: Sharing {
                visibility: Visibility::ALL[usize::from(draw(&mut runner, 5))],
                since: [None, Some(now()), Some(now() + TimeDelta::seconds(1))]
                    [usize::from(draw(&mut runner, 3))],
                coalition: Some(coalition(draw(&mut runner, 3))).filter(|_| number % 3 != 0),
                named,
            },
            first_seen: now(),
            changed_at: now(),
            content: ProjectContent::titled("t"),
        };
        written.insert(project.id, project);
    }
    let all: Vec<Project> = written.values().cloned().collect();
    projects::insert(db, &all, false).await.unwrap();
    for project in all.iter().step_by(3) {
        open_name(db, project.id, person(1)).await;
        open_name(db, project.id, person(2)).await;
    }
    let mut scopes = vec![TenantScope::anonymous(), TenantScope::operator()];
    for number in 0..6 {
        let found = sessions::authenticate(db, &format!("t{number}"), alive()).await.unwrap();
        scopes.push(found.unwrap().0);
    }
    let opened = |scope: &TenantScope| scope.reader().grants().map(|grants| grants.opened.len());
    let opened: Vec<Option<usize>> = scopes.iter().map(opened).collect();
    assert_eq!(opened, [None, None, Some(0), Some(40), Some(0), Some(0), Some(0), Some(0)]);
    let (mut seen, mut hidden) = (0, 0);
    for scope in scopes {
        let (rows, total) = projects::page(db, &scope, now(), &[], 0, 500).await.unwrap();
        assert_eq!(u64::try_from(rows.len()).unwrap(), total);
        let listed: BTreeMap<ProjectId, Project> =
            rows.into_iter().map(|project| (project.id, project)).collect();
        for (id, project) in &written {
            let view = scope.reader().view(project, now());
            let got = projects::get(db, &scope, now(), *id).await.unwrap();
            assert_eq!(got.as_ref(), view.map(|_| project), "{:?} {project:?}", scope.reader());
            assert_eq!(listed.contains_key(id), view.is_some());
            if view.is_some() { seen += 1 } else { hidden += 1 }
        }
    }
    assert!(seen > 200 && hidden > 300, "{seen} {hidden}");
}
