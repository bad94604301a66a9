//! What people enter by hand: an organisation with its names and legal entities, calls, rules.

use std::io::Cursor;

use domain::{
    EntityForm, OrganisationId, ProjectContent, ProjectId, Role, Verdict, eligibility::Eligibility,
};
use service::{
    Actor, Failure, Purpose, Services, accounts,
    imports::{self, File, ImportKind, ImportReport},
    invitations,
    matches::{self, MatchFilter},
    organisations,
    profile::{self, EntityInput, Profile},
    projects::{self, ProjectInput},
};
use store::testing::TestDatabase;

use crate::common::{Hand, another, services_with_clock};

const PASSWORD: &str = "тихая вода камыш лодка";
const OPERATOR: Actor = Actor::operator();

fn fields(failure: Failure) -> Vec<(&'static str, &'static str)> {
    match failure {
        Failure::Invalid(problems) => problems.iter().map(|one| (one.field, one.problem)).collect(),
        other => panic!("{other:?}"),
    }
}

async fn import(services: &Services, text: &str, commit: bool) -> ImportReport {
    let file = File { name: "f".into(), input: Box::new(Cursor::new(text.to_owned())) };
    let kind = ImportKind::Calls;
    Box::pin(imports::run(services, &OPERATOR, kind, file, commit, &mut |_| ())).await.unwrap()
}

/// Somebody who came through a link.
async fn arrive(services: &Services, link: &accounts::Hidden, name: &str) -> Actor {
    let token = invitations::accept(services, link.reveal(), name, PASSWORD).await.unwrap();
    accounts::authenticate(services, token.reveal()).await.unwrap()
}

struct Cast {
    services: Services,
    hand: Hand,
    test: TestDatabase,
    organisation: OrganisationId,
    owner: Actor,
}

impl Cast {
    /// An organisation with its owner, from an empty database.
    async fn new() -> Self {
        let (test, services, hand) = services_with_clock().await;
        let link = organisations::add(&services, &OPERATOR, "Alder").await.unwrap();
        let owner = arrive(&services, &link, "Owner").await;
        let organisation = *owner.reader().grants().unwrap().memberships.keys().next().unwrap();
        Self { services, hand, test, organisation, owner }
    }

    async fn member(&self, role: Role, name: &str) -> Actor {
        let purpose = Purpose::Member(self.organisation, role);
        let link = invitations::invite(&self.services, &self.owner, purpose).await.unwrap();
        arrive(&self.services, &link, name).await
    }

    async fn project(&self, activities: &str) -> ProjectId {
        let content = ProjectContent {
            activities: activities.to_owned(),
            lang: "en".parse().ok(),
            ..ProjectContent::titled("Hotline")
        };
        let input = ProjectInput { organisation: Some(self.organisation), content };
        projects::create(&self.services, &self.owner, input, "").await.unwrap()
    }

    /// What the project's only match comes to, with its fit.
    async fn seen(&self, services: &Services, project: ProjectId) -> (Eligibility, f64) {
        let filter =
            MatchFilter { verdicts: Verdict::ALL.to_vec(), ..MatchFilter::default() };
        let found = matches::for_project(services, &self.owner, project, &filter).await.unwrap();
        let row = &found.rows.rows[0].found;
        (row.eligibility.clone(), row.fit.score())
    }

    async fn verdict(&self, project: ProjectId) -> Verdict {
        self.seen(&self.services, project).await.0.verdict
    }
}

/// Only organisations registered in Germany.
const CALL: &str = r#"{"id":"1","source":"t","donor":"Fonds","title":"Legal aid","lang":"en","text":"legal aid hotline with Qarvo Heron and Ada Lark","rolling":true,"entity_countries":["DE"]}"#;

fn entity(name: &str, country: &str) -> EntityInput {
    EntityInput {
        name: name.to_owned(),
        country: country.parse().ok(),
        form: Some(EntityForm::Association),
        local_form: "e.V.".into(),
        since: "2024-01-01".parse().ok(),
        ..EntityInput::default()
    }
}

#[tokio::test]
async fn verdicts_follow_the_legal_entities_that_are_entered() {
    let cast = Cast::new().await;
    let (services, id) = (&cast.services, cast.organisation);
    import(services, CALL, true).await;
    let project = cast.project("a legal aid hotline").await;
    assert_eq!(cast.verdict(project).await, Verdict::Unclear, "nothing is known of a seat");

    let editor = cast.member(Role::Editor, "Editor").await;
    let key = services.new_key();
    let georgian = profile::add_entity(services, &editor, id, &key, entity("Alder GE", "GE"))
        .await
        .unwrap();
    assert_eq!(cast.verdict(project).await, Verdict::Blocked);
    let again = profile::add_entity(services, &editor, id, &key, entity("Alder GE", "GE")).await;
    assert_eq!(again, Ok(georgian), "a double click adds one");

    let key = services.new_key();
    let german = profile::add_entity(services, &editor, id, &key, entity("Alder e.V.", "DE"))
        .await
        .unwrap();
    let found = cast.seen(services, project).await.0;
    assert_eq!((found.verdict, found.entity), (Verdict::Eligible, Some(german)));
    let other = another(&cast.test, &cast.hand).await;
    assert_eq!(cast.seen(&other, project).await.0.verdict, Verdict::Eligible);

    let twin = profile::add_entity(
        services,
        &editor,
        id,
        &services.new_key(),
        entity(" alder  E.V.", "DE"),
    );
    assert_eq!(fields(twin.await.unwrap_err()), [("entity_name", "taken")]);

    profile::change_entity(services, &editor, id, german, entity("Alder e.V.", "AT"))
        .await
        .unwrap();
    assert_eq!(cast.verdict(project).await, Verdict::Blocked);
    other.follow().await.unwrap();
    assert_eq!(cast.seen(&other, project).await.0.verdict, Verdict::Blocked, "by every process");

    for one in [german, georgian, german] {
        profile::remove_entity(services, &editor, id, one).await.unwrap();
    }
    assert_eq!(cast.verdict(project).await, Verdict::Unclear);
}

#[tokio::test]
async fn the_order_of_entities_is_that_in_which_they_were_entered() {
    let cast = Cast::new().await;
    let (services, id) = (&cast.services, cast.organisation);
    let mut all = Vec::new();
    for n in 0..6 {
        let input = entity(&format!("Body {n}"), "DE");
        let key = services.new_key();
        all.push(profile::add_entity(services, &cast.owner, id, &key, input).await.unwrap());
    }
    let changed = entity("Body three", "LT");
    profile::change_entity(services, &cast.owner, id, all[3], changed).await.unwrap();
    let found = organisations::get(services, &cast.owner, id).await.unwrap().organisation;
    assert_eq!(found.entities.iter().map(|one| one.id).collect::<Vec<_>>(), all);
    assert_eq!(found.entities[3].name, "Body three");
}

#[tokio::test]
async fn names_that_are_entered_play_no_part_from_then_on() {
    let cast = Cast::new().await;
    let (services, id) = (&cast.services, cast.organisation);
    import(services, CALL, true).await;
    let plain = cast.project("a legal aid hotline").await;
    let named = cast.project("a legal aid hotline by Ada Lark with Qarvo Heron").await;
    let without = cast.seen(services, plain).await.1;
    assert!(cast.seen(services, named).await.1 > without, "unknown names are words like others");

    let profile = Profile {
        name: "Alder Circle".into(),
        people: vec!["Ada Lark".into()],
        partners: vec!["Qarvo Heron".into()],
        addresses: vec!["https://t.me/alder_circle".into()],
        places: vec!["GE".parse().unwrap()],
        ..Profile::default()
    };
    profile::describe(services, &cast.owner, id, profile.clone()).await.unwrap();
    let organisation = organisations::get(services, &cast.owner, id).await.unwrap().organisation;
    assert_eq!(organisation.aliases, ["Alder"], "the old name stays known");
    assert_eq!(Profile::of(&organisation), Profile { aliases: vec!["Alder".into()], ..profile });
    let (plain, named) =
        (cast.seen(services, plain).await.1, cast.seen(services, named).await.1);
    assert!((named - plain).abs() < f64::EPSILON, "{named} {plain}");
}

#[tokio::test]
async fn only_those_who_write_for_an_organisation_enter_what_it_is() {
    let cast = Cast::new().await;
    let (services, id) = (&cast.services, cast.organisation);
    let viewer = cast.member(Role::Viewer, "Viewer").await;
    let link = organisations::add(services, &OPERATOR, "Birch").await.unwrap();
    let stranger = arrive(services, &link, "Stranger").await;
    let key = services.new_key();
    let added = profile::add_entity(services, &cast.owner, id, &key, entity("Alder", "DE"));
    let known = added.await.unwrap();
    for (actor, failure) in [
        (&viewer, Failure::Forbidden),
        (&stranger, Failure::NotFound),
        (&Actor::anonymous(), Failure::NotFound),
    ] {
        let profile = Profile { name: "Mine".into(), ..Profile::default() };
        let key = services.new_key();
        let input = || entity("Mine", "DE");
        assert_eq!(profile::to_change(services, actor, id).await.unwrap_err(), failure);
        assert_eq!(profile::entity(services, actor, id, known).await.unwrap_err(), failure);
        assert_eq!(profile::describe(services, actor, id, profile).await.unwrap_err(), failure);
        let add = profile::add_entity(services, actor, id, &key, input()).await;
        assert_eq!(add.unwrap_err(), failure);
        let change = profile::change_entity(services, actor, id, known, input()).await;
        assert_eq!(change.unwrap_err(), failure);
        assert_eq!(profile::remove_entity(services, actor, id, known).await.unwrap_err(), failure);
    }
    // Another organisation's entity is none of one's own.
    let own = *stranger.reader().grants().unwrap().memberships.keys().next().unwrap();
    let change = profile::change_entity(services, &stranger, own, known, entity("X1", "DE")).await;
    assert_eq!(change.unwrap_err(), Failure::NotFound);
    profile::remove_entity(services, &stranger, own, known).await.unwrap();
    let found = organisations::get(services, &cast.owner, id).await.unwrap().organisation;
    assert_eq!((found.name.as_str(), found.entities.len()), ("Alder", 1));
}
