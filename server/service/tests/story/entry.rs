//! What people enter by hand: an organisation with its names and legal entities, calls, rules.

use std::{collections::BTreeSet, io::Cursor};

use domain::{
    CallField, CallId, Condition, EntityForm, OrganisationId, ProjectContent, ProjectId, Role,
    RuleKind, Ruling, Verdict, eligibility::Eligibility,
};
use service::{
    Actor, Failure, Purpose, Services, accounts,
    calls::{self, CallFilter},
    editing::{self, CallInput, Change},
    imports::{self, File, ImportKind, ImportReport, LineOutcome},
    invitations,
    matches::{self, MatchFilter},
    organisations,
    profile::{self, EntityInput, Profile},
    projects::{self, ProjectInput},
    rulings::{self, Judgement, RuleLine, Statement},
    seen::state_of,
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
        let filter = MatchFilter { verdicts: Verdict::ALL.to_vec(), ..MatchFilter::default() };
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
    let georgian =
        profile::add_entity(services, &editor, id, &key, entity("Alder GE", "GE")).await.unwrap();
    assert_eq!(cast.verdict(project).await, Verdict::Blocked);
    let again = profile::add_entity(services, &editor, id, &key, entity("Alder GE", "GE")).await;
    assert_eq!(again, Ok(georgian), "a double click adds one");

    let key = services.new_key();
    let german =
        profile::add_entity(services, &editor, id, &key, entity("Alder e.V.", "DE")).await.unwrap();
    let found = cast.seen(services, project).await.0;
    assert_eq!((found.verdict, found.entity), (Verdict::Eligible, Some(german)));
    let other = another(&cast.test, &cast.hand).await;
    assert_eq!(cast.seen(&other, project).await.0.verdict, Verdict::Eligible);

    let key = services.new_key();
    let twin = profile::add_entity(services, &editor, id, &key, entity(" alder  E.V.", "DE")).await;
    assert_eq!(fields(twin.unwrap_err()), [("entity_name", "taken")]);

    let made_of = state_of(&entity("Alder e.V.", "DE"));
    let austrian = || entity("Alder e.V.", "AT");
    let change =
        async |input| profile::change_entity(services, &editor, id, german, input, &made_of).await;
    change(austrian()).await.unwrap();
    change(austrian()).await.expect("a double click");
    let late = change(entity("Alder e.V.", "CH")).await;
    assert_eq!(fields(late.unwrap_err()), [("entity_name", "changed_meanwhile")]);
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
    let made_of = state_of(&entity("Body 3", "DE"));
    profile::change_entity(services, &cast.owner, id, all[3], changed, &made_of).await.unwrap();
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
    let by_name = cast.seen(services, named).await.1;
    assert!((by_name - without).abs() > 0.01, "unknown names are words like others: {by_name}");

    let profile = Profile {
        name: "Alder Circle".into(),
        people: vec!["Ada Lark".into()],
        partners: vec!["Qarvo Heron".into()],
        addresses: vec!["https://t.me/alder_circle".into()],
        places: vec!["GE".parse().unwrap()],
        ..Profile::default()
    };
    let organisation = organisations::get(services, &cast.owner, id).await.unwrap().organisation;
    let made_of = state_of(&Profile::of(&organisation));
    let describe =
        async |input| profile::describe(services, &cast.owner, id, input, &made_of).await;
    describe(profile.clone()).await.unwrap();
    let late = describe(Profile { name: "Alder".into(), ..Profile::default() }).await;
    assert_eq!(fields(late.unwrap_err()), [("name", "changed_meanwhile")]);
    let organisation = organisations::get(services, &cast.owner, id).await.unwrap().organisation;
    assert_eq!(organisation.aliases, ["Alder"], "the old name stays known");
    assert_eq!(Profile::of(&organisation), Profile { aliases: vec!["Alder".into()], ..profile });
    let (plain, named) = (cast.seen(services, plain).await.1, cast.seen(services, named).await.1);
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
        assert_eq!(profile::describe(services, actor, id, profile, "").await.unwrap_err(), failure);
        let add = profile::add_entity(services, actor, id, &key, input()).await;
        assert_eq!(add.unwrap_err(), failure);
        let change = profile::change_entity(services, actor, id, known, input(), "").await;
        assert_eq!(change.unwrap_err(), failure);
        assert_eq!(profile::remove_entity(services, actor, id, known).await.unwrap_err(), failure);
    }
    // Another organisation's entity is none of one's own.
    let own = *stranger.reader().grants().unwrap().memberships.keys().next().unwrap();
    let change =
        profile::change_entity(services, &stranger, own, known, entity("X1", "DE"), "").await;
    assert_eq!(change.unwrap_err(), Failure::NotFound);
    profile::remove_entity(services, &stranger, own, known).await.unwrap();
    let found = organisations::get(services, &cast.owner, id).await.unwrap().organisation;
    assert_eq!((found.name.as_str(), found.entities.len()), ("Alder", 1));
}

const SEAT: &str = "Applicants must be registered in Georgia.";

/// A call of a source, with what its texts say of who may apply.
fn call(eligibility: &str, more: &str) -> String {
    format!(
        r#"{{"id":"1","source":"t","donor":"Fonds","title":"Legal aid","lang":"en","text":"legal aid hotline","rolling":true,"eligibility":"{eligibility}"{more}}}"#
    )
}

async fn only_call(services: &Services) -> domain::Call {
    let filter = CallFilter { page: 1, ..CallFilter::default() };
    let rows = calls::search(services, &OPERATOR, &filter).await.unwrap().rows;
    assert_eq!(rows.len(), 1);
    editing::to_edit(services, &OPERATOR, rows[0].id).await.unwrap().call
}

fn input(call: &domain::Call) -> CallInput {
    CallInput { donor: Some(call.donor), new_donor: String::new(), content: call.content.clone() }
}

async fn change(services: &Services, call: &domain::Call) -> Change {
    let found = editing::to_edit(services, &OPERATOR, call.id).await.unwrap();
    Change { state: found.state, release: BTreeSet::new() }
}

#[tokio::test]
async fn what_a_person_corrects_in_a_call_outlives_imports() {
    let (_test, services, _) = services_with_clock().await;
    import(&services, &call(SEAT, r#","core_costs":true"#), true).await;
    let old = only_call(&services).await;
    let mut new = input(&old);
    new.content.title = "Legal aid, corrected".into();
    new.content.core_costs = None;
    let made_of = change(&services, &old).await;
    editing::update(&services, &OPERATOR, old.id, new.clone(), made_of.clone()).await.unwrap();
    editing::update(&services, &OPERATOR, old.id, new, made_of).await.unwrap();
    let details = calls::details(&services, &OPERATOR, old.id, None).await.unwrap();
    let fields: Vec<CallField> = details.versions.iter().map(|one| one.field).collect();
    assert_eq!(fields, [CallField::CoreCosts, CallField::Title], "a version for each field, once");

    // The source says what it always said, and something new.
    let newer = call("Anybody may apply.", r#","core_costs":true"#);
    let preview = import(&services, &newer, false).await;
    let LineOutcome::Changed(changes) = &preview.lines[0].outcome else { panic!("{preview:?}") };
    let mut seen: Vec<_> = changes.iter().map(|one| (one.field.as_str(), one.kept)).collect();
    seen.sort_unstable();
    assert_eq!(seen, [("core_costs", true), ("eligibility", false), ("title", true)]);
    let done = import(&services, &newer, true).await;
    assert_eq!(done.counts.changed, 1);
    let now = only_call(&services).await;
    assert_eq!(now.content.title, "Legal aid, corrected");
    assert_eq!(now.content.core_costs, None, "also where a person took back what it says");
    assert_eq!(now.content.eligibility, "Anybody may apply.");
    let again = import(&services, &newer, true).await;
    assert_eq!((again.counts.changed, again.counts.same), (0, 1));
    assert_eq!(again.lines.len(), 1, "that the source says something else is told");

    // Until the source may speak again.
    let kept = editing::to_edit(&services, &OPERATOR, now.id).await.unwrap().kept;
    assert_eq!(kept.len(), 2);
    let shown = calls::details(&services, &OPERATOR, now.id, None).await.unwrap().corrected;
    assert_eq!(shown, kept.iter().map(|one| one.field).collect::<Vec<_>>(), "readers see which");
    let release = BTreeSet::from([CallField::Title]);
    let made_of = Change { release, ..change(&services, &now).await };
    editing::update(&services, &OPERATOR, now.id, input(&now), made_of).await.unwrap();
    import(&services, &newer, true).await;
    let now = only_call(&services).await;
    assert_eq!((now.content.title.as_str(), now.content.core_costs), ("Legal aid", None));
}

#[tokio::test]
async fn whose_a_call_is_stays_as_a_person_said() {
    let (_test, services, _) = services_with_clock().await;
    let first = call(SEAT, "");
    import(&services, &first, true).await;
    let old = only_call(&services).await;
    let moved = CallInput { donor: None, new_donor: "Stiftung Erle".into(), ..input(&old) };
    editing::update(&services, &OPERATOR, old.id, moved, change(&services, &old).await)
        .await
        .unwrap();
    let again = import(&services, &first, true).await;
    assert_eq!((again.counts.same, again.counts.changed), (1, 0));
    let LineOutcome::Changed(changes) = &again.lines[0].outcome else { panic!("{again:?}") };
    assert_eq!((changes[0].field.as_str(), changes[0].kept), ("donor", true));
    let found = editing::to_edit(&services, &OPERATOR, old.id).await.unwrap();
    assert_eq!(found.donor, "Stiftung Erle");
}

#[tokio::test]
async fn a_call_that_is_written_by_hand_is_matched_at_once() {
    let cast = Cast::new().await;
    let services = &cast.services;
    let project = cast.project("a legal aid hotline").await;
    let content = domain::CallContent {
        text: "legal aid hotline".into(),
        lang: "en".parse().ok(),
        eligibility: SEAT.into(),
        closing: domain::Closing::Rolling,
        ..domain::CallContent::titled("By hand")
    };
    let input = CallInput { donor: None, new_donor: "Fonds  Nord".into(), content };
    let key = services.new_key();
    let operator = OPERATOR;
    let (one, other) = tokio::join!(
        editing::create(services, &operator, input.clone(), &key),
        editing::create(services, &operator, input.clone(), &key),
    );
    assert_eq!(one.unwrap(), other.unwrap(), "a double click records one");
    let written = only_call(services).await;
    assert_eq!((written.source.as_str(), written.content.title.as_str()), ("waxwing", "By hand"));
    let key = services.new_key();
    profile::add_entity(services, &cast.owner, cast.organisation, &key, entity("Alder", "DE"))
        .await
        .unwrap();
    assert_eq!(cast.verdict(project).await, Verdict::Blocked);

    // A donor of that name is not entered a second time, however it is written.
    let second = CallInput { new_donor: "The fonds-nord Ltd.".into(), ..input };
    let id = editing::create(services, &OPERATOR, second, &services.new_key()).await.unwrap();
    let second = editing::to_edit(services, &OPERATOR, id).await.unwrap();
    assert_eq!((second.call.donor, second.donor.as_str()), (written.donor, "Fonds Nord"));
}

#[tokio::test]
async fn a_stale_form_is_shown_again() {
    let (_test, services, _) = services_with_clock().await;
    import(&services, &call(SEAT, ""), true).await;
    let old = only_call(&services).await;
    let made_of = change(&services, &old).await;
    let mut first = input(&old);
    first.content.programme = Some("First".into());
    editing::update(&services, &OPERATOR, old.id, first, made_of.clone()).await.unwrap();
    let mut second = input(&old);
    second.content.programme = Some("Second".into());
    let late = editing::update(&services, &OPERATOR, old.id, second, made_of).await;
    assert_eq!(fields(late.unwrap_err()), [("state", "changed_meanwhile")]);
    assert_eq!(only_call(&services).await.content.programme.as_deref(), Some("First"));
}

/// The subject of the rule of a kind, as it stands now.
async fn subject(services: &Services, call: CallId, kind: RuleKind) -> String {
    let found = rulings::of_call(services, &OPERATOR, call).await.unwrap();
    let of_kind =
        |line: &&RuleLine| line.rule.as_ref().is_some_and(|rule| rule.condition.kind() == kind);
    found.lines.iter().find(of_kind).unwrap().subject.clone()
}

fn seat(codes: &[&str]) -> Condition {
    let any_of = codes.iter().map(|code| code.parse().unwrap()).collect();
    Condition::EntityCountry { any_of, none_of: Vec::new() }
}

#[tokio::test]
async fn what_a_person_says_of_a_rule_decides_and_outlives_imports() {
    let cast = Cast::new().await;
    let services = &cast.services;
    import(services, &call(SEAT, ""), true).await;
    let project = cast.project("a legal aid hotline").await;
    let key = services.new_key();
    profile::add_entity(services, &cast.owner, cast.organisation, &key, entity("Alder", "DE"))
        .await
        .unwrap();
    let id = only_call(services).await.id;
    let name = subject(services, id, RuleKind::EntityCountry).await;
    assert_eq!(cast.verdict(project).await, Verdict::Blocked);
    let judge = async |judgement| {
        rulings::judge(services, &OPERATOR, id, &name, judgement).await.unwrap();
    };
    let of_seat = async || {
        let (found, _) = cast.seen(services, project).await;
        let of_kind =
            |one: &&domain::RuleOutcome| one.rule.condition.kind() == RuleKind::EntityCountry;
        let rule = found.rules.iter().find(of_kind).unwrap().clone();
        (found.verdict, rule.ruling)
    };

    judge(Judgement::Confirm).await;
    judge(Judgement::Confirm).await;
    assert_eq!(of_seat().await, (Verdict::Blocked, Some(Ruling::Confirmed)));
    judge(Judgement::Reject).await;
    assert_eq!(of_seat().await, (Verdict::Unclear, None), "nothing is known of a seat any more");
    let statement =
        Statement { subject: name.clone(), condition: seat(&["GE", "DE"]), quote: String::new() };
    rulings::state(services, &OPERATOR, id, statement).await.unwrap();
    assert_eq!(of_seat().await, (Verdict::Eligible, Some(Ruling::Corrected)));
    let other = another(&cast.test, &cast.hand).await;
    assert_eq!(cast.seen(&other, project).await.0.verdict, Verdict::Eligible);

    // The call changes elsewhere, with the same words about seats.
    let more = format!("{SEAT} Small teams are welcome.");
    import(services, &call(&more, r#","awards_expected":7"#), true).await;
    assert_eq!(of_seat().await, (Verdict::Eligible, Some(Ruling::Corrected)));
    let standing = async || {
        let found = rulings::of_call(services, &OPERATOR, id).await.unwrap();
        let line = found.lines.into_iter().find(|line| line.subject == name).unwrap();
        let decided = line.decided.unwrap();
        (decided.in_force, decided.words_changed)
    };
    assert_eq!(standing().await, (true, false));

    // Other words that say the same: somebody should look, and looks.
    import(services, &call("Only bodies registered in Georgia may apply.", ""), true).await;
    assert_eq!(standing().await, (true, true));
    assert_eq!(of_seat().await, (Verdict::Eligible, Some(Ruling::Corrected)));
    judge(Judgement::Keep).await;
    assert_eq!(standing().await, (true, false));

    // Words that say something else: what is read counts until somebody looks.
    import(services, &call("Applicants must be registered in Poland.", ""), true).await;
    assert_eq!(standing().await, (false, true));
    assert_eq!(of_seat().await, (Verdict::Blocked, None));
    judge(Judgement::TakeBack).await;
    judge(Judgement::TakeBack).await;
    assert_eq!(of_seat().await, (Verdict::Blocked, None));
    let details = calls::details(services, &OPERATOR, id, None).await.unwrap();
    let told = details.versions.iter().filter(|one| one.decided.is_some()).count();
    assert_eq!(told, 5, "confirmed, rejected, corrected, kept, taken back");
}

#[tokio::test]
async fn a_person_adds_a_rule_that_nobody_could_read() {
    let cast = Cast::new().await;
    let services = &cast.services;
    import(services, &call("Open to all. Please have some years behind you.", ""), true).await;
    let project = cast.project("a legal aid hotline").await;
    let key = services.new_key();
    profile::add_entity(services, &cast.owner, cast.organisation, &key, entity("Alder", "DE"))
        .await
        .unwrap();
    let id = only_call(services).await.id;
    let age = |months, quote: &str| Statement {
        subject: String::new(),
        condition: Condition::EntityAge { months },
        quote: quote.to_owned(),
    };
    let state = async |statement| rulings::state(services, &OPERATOR, id, statement).await;
    let wrong = state(age(0, "not there")).await.unwrap_err();
    assert_eq!(fields(wrong), [("rule_months", "missing"), ("rule_quote", "not_in_call")]);
    for _ in 0..2 {
        state(age(120, "Please have some years  behind you.")).await.unwrap();
    }
    let (found, _) = cast.seen(services, project).await;
    let rule = found.rules.iter().find(|one| one.ruling.is_some()).unwrap();
    assert_eq!((rule.ruling, found.verdict), (Some(Ruling::Added), Verdict::Blocked));
    let name = subject(services, id, RuleKind::EntityAge).await;
    let corrected = Statement { subject: name.clone(), ..age(12, "") };
    state(corrected).await.unwrap();
    let (found, _) = cast.seen(services, project).await;
    assert_ne!(found.verdict, Verdict::Blocked, "{found:?}");
    assert_eq!(found.rules.iter().filter(|one| one.ruling.is_some()).count(), 1);
}

#[tokio::test]
async fn a_donors_staff_write_its_calls_and_no_others() {
    let (_test, services, _) = services_with_clock().await;
    let first = call(SEAT, "");
    let second = first.replace("\"1\"", "\"2\"").replace("Fonds", "Other");
    import(&services, &format!("{first}\n{second}"), true).await;
    let donors = matches::donors(&services, &OPERATOR).unwrap();
    let named = |name: &str| donors.iter().find(|(_, donor)| donor == name).unwrap().0;
    let (own, other) = (named("Fonds"), named("Other"));
    let link = invitations::invite(&services, &OPERATOR, Purpose::Reviewer(own)).await.unwrap();
    let reviewer = arrive(&services, &link, "Reviewer").await;
    let link = organisations::add(&services, &OPERATOR, "Alder").await.unwrap();
    let member = arrive(&services, &link, "Member").await;
    let filter = CallFilter { page: 1, ..CallFilter::default() };
    let rows = calls::search(&services, &OPERATOR, &filter).await.unwrap().rows;
    let of = |donor: &str| rows.iter().find(|row| row.donor == donor).unwrap().id;
    let (mine, foreign) = (of("Fonds"), of("Other"));
    let unknown = CallId::from_random([9; 16]);

    let edited = editing::to_edit(&services, &reviewer, mine).await.unwrap();
    for id in [foreign, unknown] {
        let input = input(&edited.call);
        let name = subject(&services, mine, RuleKind::EntityCountry).await;
        let judged = rulings::judge(&services, &reviewer, id, &name, Judgement::Reject).await;
        assert_eq!(judged.unwrap_err(), Failure::NotFound);
        assert_eq!(
            rulings::of_call(&services, &reviewer, id).await.unwrap_err(),
            Failure::NotFound
        );
        assert_eq!(
            editing::to_edit(&services, &reviewer, id).await.unwrap_err(),
            Failure::NotFound
        );
        let written = editing::update(&services, &reviewer, id, input, Change::default()).await;
        assert_eq!(written.unwrap_err(), Failure::NotFound);
    }
    // Nor do they give a call to others, take theirs, or enter donors.
    for (donor, new_donor, wrong) in
        [(Some(other), "", "donor"), (None, "Other", "donor"), (None, "Somebody new", "new_donor")]
    {
        let input = CallInput { donor, new_donor: new_donor.to_owned(), ..input(&edited.call) };
        let change = Change { state: edited.state.clone(), ..Change::default() };
        let moved = editing::update(&services, &reviewer, mine, input.clone(), change).await;
        assert_eq!(fields(moved.unwrap_err()), [(wrong, "unknown")]);
        let key = services.new_key();
        let added = editing::create(&services, &reviewer, input, &key).await;
        assert_eq!(fields(added.unwrap_err()), [(wrong, "unknown")]);
    }
    let key = services.new_key();
    editing::create(&services, &reviewer, input(&edited.call), &key).await.unwrap();
    assert_eq!(editing::donors(&services, &reviewer).unwrap().0.len(), 1);

    for id in [mine, unknown] {
        let refused = editing::to_edit(&services, &member, id).await;
        assert_eq!(refused.unwrap_err(), Failure::Forbidden);
        let refused = rulings::of_call(&services, &member, id).await;
        assert_eq!(refused.unwrap_err(), Failure::Forbidden);
    }
    let refused = editing::create(&services, &member, input(&edited.call), &key).await;
    assert_eq!(refused.unwrap_err(), Failure::Forbidden);
}

#[tokio::test]
async fn many_judge_at_once_and_each_is_answered() {
    let (_test, services, _) = services_with_clock().await;
    import(&services, &call(SEAT, ""), true).await;
    let id = only_call(&services).await.id;
    let name = subject(&services, id, RuleKind::EntityCountry).await;
    let mut all = tokio::task::JoinSet::new();
    for n in 0..16_u16 {
        let (services, name) = (services.clone(), name.clone());
        all.spawn(async move {
            if n % 2 == 0 {
                let judgement = if n % 4 == 0 { Judgement::Confirm } else { Judgement::Reject };
                rulings::judge(&services, &OPERATOR, id, &name, judgement).await
            } else {
                let condition = Condition::EntityAge { months: n };
                let statement =
                    Statement { subject: String::new(), condition, quote: String::new() };
                rulings::state(&services, &OPERATOR, id, statement).await
            }
        });
    }
    while let Some(done) = all.join_next().await {
        done.unwrap().unwrap();
    }
    let found = rulings::of_call(&services, &OPERATOR, id).await.unwrap();
    assert_eq!(found.lines.iter().filter(|line| line.decided.is_some()).count(), 9);
}
