//! By which day the money is needed.

use chrono::TimeDelta;
use domain::{ProjectContent, ProjectId};
use service::{
    Actor, Failure, Services,
    projects::{self, ProjectInput},
};

use crate::common::services_with_clock;

const OPERATOR: Actor = Actor::operator();

fn by(day: &str) -> ProjectInput {
    let needed_by = Some(day.parse().unwrap());
    ProjectInput {
        organisation: None,
        content: ProjectContent { needed_by, ..ProjectContent::titled("Archive") },
    }
}

async fn wrong(services: &Services, id: Option<ProjectId>, day: &str) -> Vec<&'static str> {
    let mut input = by(day);
    if id.is_some() {
        "Something else is written too.".clone_into(&mut input.content.summary);
    }
    let found = projects::examine(services, &OPERATOR, id, &input).await.unwrap();
    let saved = match id {
        Some(id) => {
            let seen = projects::get(services, &OPERATOR, id).await.unwrap().project;
            let seen = projects::state_of(&seen);
            projects::update(services, &OPERATOR, id, input, &seen).await
        }
        None => projects::create(services, &OPERATOR, input, "").await.map(|_| ()),
    };
    let refused = saved.err().map_or_else(Vec::new, |failure| match failure {
        Failure::Invalid(problems) => problems,
        other => panic!("{other:?}"),
    });
    assert_eq!(found, refused);
    found.into_iter().map(|one| one.field).collect()
}

#[tokio::test]
async fn a_day_that_is_over_is_refused_when_it_is_newly_written() {
    let (_test, services, hand) = services_with_clock().await;
    assert_eq!(wrong(&services, None, "2026-11-22").await, ["needed_by"]);
    assert_eq!(wrong(&services, None, "2026-11-23").await, [""; 0], "today");
    let id = projects::create(&services, &OPERATOR, by("2026-12-01"), "").await.unwrap();
    hand.move_on(TimeDelta::days(30));
    assert_eq!(wrong(&services, Some(id), "2026-12-01").await, [""; 0], "it was written before");
    assert_eq!(wrong(&services, Some(id), "2026-12-02").await, ["needed_by"]);
}
