//! Many at once: everybody is answered, nothing is lost, nothing is there twice.

use std::io::Cursor;

use chrono::TimeDelta;
use domain::{ProjectContent, ProjectId};
use service::{
    Actor, Failure, Services,
    imports::{self, File, ImportKind},
    projects::{self, ProjectInput},
};
use tokio::task::JoinSet;

use crate::common::{another, services_with_clock};

const MANY: usize = 32;

fn input(title: &str, codes: usize) -> ProjectInput {
    let places = ["DE", "GE", "LT", "PL", "UA", "AM"];
    ProjectInput {
        organisation: None,
        content: ProjectContent {
            summary: "A radio for the river towns".to_owned(),
            work_places: places.iter().take(codes).map(|code| code.parse().unwrap()).collect(),
            ..ProjectContent::titled(title)
        },
    }
}

async fn title(services: &Services, id: ProjectId) -> String {
    projects::get(services, &Actor::operator(), id).await.unwrap().project.content.title
}

async fn state(services: &Services, id: ProjectId) -> String {
    projects::state_of(&projects::get(services, &Actor::operator(), id).await.unwrap().project)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_who_save_at_once_are_all_answered() {
    let (test, one, hand) = services_with_clock().await;
    let two = another(&test, &hand).await;
    let actor = Actor::operator();
    let shared = projects::create(&one, &actor, input("shared", 3), "").await.unwrap();
    let mut own = Vec::new();
    for number in 0..MANY {
        own.push(
            projects::create(&one, &actor, input(&format!("old {number}"), 2), "").await.unwrap(),
        );
    }
    let before = state(&one, shared).await;
    let mut saves = JoinSet::new();
    for (number, own) in own.iter().copied().enumerate() {
        // Two processes on one database.
        let services = if number % 2 == 0 { one.clone() } else { two.clone() };
        let before = before.clone();
        saves.spawn(async move {
            let actor = Actor::operator();
            let mine = input(&format!("new {number}"), number % 6);
            let same = input(&format!("shared by {number}"), number % 6);
            let seen = state(&services, own).await;
            projects::update(&services, &actor, own, mine, &seen).await.unwrap();
            match projects::update(&services, &actor, shared, same, &before).await {
                Ok(()) => true,
                Err(Failure::Invalid(problems)) => {
                    assert_eq!(problems[0].problem, "changed_meanwhile");
                    false
                }
                Err(other) => panic!("{other:?}"),
            }
        });
    }
    let mut won = 0;
    while let Some(done) = saves.join_next().await {
        won += usize::from(done.unwrap());
    }
    assert_eq!(won, 1, "the others are told that somebody was before them");
    for (number, id) in own.into_iter().enumerate() {
        assert_eq!(title(&one, id).await, format!("new {number}"));
    }
    let last = projects::get(&two, &actor, shared).await.unwrap().project;
    let by: usize = last.content.title.strip_prefix("shared by ").unwrap().parse().unwrap();
    assert_eq!(last.content.work_places.len(), by % 6, "one of the savings, whole");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_sent_many_times_makes_one_record_in_any_process() {
    let (test, one, hand) = services_with_clock().await;
    let two = another(&test, &hand).await;
    let mut sent = JoinSet::new();
    for number in 0..MANY {
        let services = if number % 2 == 0 { one.clone() } else { two.clone() };
        sent.spawn(async move {
            projects::create(&services, &Actor::operator(), input("once", 1), "key").await.unwrap()
        });
    }
    let mut made: Vec<ProjectId> = sent.join_all().await;
    made.sort();
    made.dedup();
    assert_eq!(made.len(), 1);
    let another_key = projects::create(&one, &Actor::operator(), input("once", 1), "other").await;
    assert_ne!(another_key.unwrap(), made[0]);
    // Nobody sends a form again after days, so its key is not kept longer.
    hand.move_on(TimeDelta::days(3));
    service::retention::apply(&one, &Actor::operator()).await.unwrap();
    let later = projects::create(&one, &Actor::operator(), input("once", 1), "key").await.unwrap();
    assert_ne!(later, made[0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn imports_that_meet_the_same_new_donor_all_succeed() {
    let (test, one, hand) = services_with_clock().await;
    let two = another(&test, &hand).await;
    let mut running = JoinSet::new();
    for number in 0..MANY {
        let services = if number % 2 == 0 { one.clone() } else { two.clone() };
        running.spawn(async move {
            let line = format!(
                r#"{{"id":"{number}","source":"list","donor":"Fonds Neue Ufer","title":"Call {number}","lang":"en","text":"radio"}}"#
            );
            let file =
                File { name: "calls".into(), input: Box::new(Cursor::new(line.into_bytes())) };
            let (actor, mut progress) = (Actor::operator(), |_| ());
            let kind = ImportKind::Calls;
            let run = imports::run(&services, &actor, kind, file, true, &mut progress);
            Box::pin(run).await.unwrap().counts.new
        });
    }
    let added: u64 = running.join_all().await.into_iter().sum();
    assert_eq!(added, 32);
    one.follow().await.unwrap();
    let overview = service::overview::overview(&one, &Actor::operator()).await.unwrap();
    assert_eq!((overview.calls, overview.donors), (32, 1));
}
