//! Who may do what, on either database: setting up, inviting, signing in, sharing, agreeing.

use chrono::TimeDelta;
use domain::{DonorId, OrganisationId, ProjectContent, ProjectId, Role, Score, View, Visibility};
use service::{
    Actor, Failure, Purpose, Services, Settings,
    accounts::{self, SignInFailure},
    approvals::{self, Done, TwoPersonAct},
    attention, demo,
    donors::{self, StatusInput},
    imports::{self, File, ImportKind},
    invitations,
    matches::{self, MatchFilter},
    organisations,
    projects::{self, ProjectFilter, ProjectInput},
    reviews,
    sharing::{self, Audience, Choice, Shown},
    trail::{self, TrailOf},
};
use store::{ConnectionTrait, testing::TestDatabase};

use crate::common::{Hand, services_with_clock};

pub(crate) const PASSWORD: &str = "тихая вода камыш лодка";
const OPERATOR: Actor = Actor::operator();

pub(crate) fn field(failure: &Failure) -> (&'static str, &'static str) {
    match failure {
        Failure::Invalid(problems) => (problems[0].field, problems[0].problem),
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn actor(services: &Services, token: &accounts::Hidden) -> Actor {
    accounts::authenticate(services, token.reveal()).await.unwrap()
}

/// Somebody who came through a link.
pub(crate) async fn arrive(services: &Services, link: &accounts::Hidden, name: &str) -> Actor {
    let token = invitations::accept(services, link.reveal(), name, PASSWORD).await.unwrap();
    actor(services, &token).await
}

pub(crate) struct Cast {
    pub(crate) services: Services,
    pub(crate) hand: Hand,
    pub(crate) test: TestDatabase,
    pub(crate) admin: Actor,
}

pub(crate) async fn set_up() -> Cast {
    let (test, services, hand) = services_with_clock().await;
    let link = invitations::setup(&services, &OPERATOR).await.unwrap().unwrap();
    let admin = arrive(&services, &link, "Admin One").await;
    Cast { services, hand, test, admin }
}

impl Cast {
    /// An organisation with its first owner.
    pub(crate) async fn organisation(&self, name: &str, owner: &str) -> (OrganisationId, Actor) {
        let link = organisations::add(&self.services, &self.admin, name).await.unwrap();
        let owner = arrive(&self.services, &link, owner).await;
        let id = *owner.reader().grants().unwrap().memberships.keys().next().unwrap();
        (id, owner)
    }

    async fn member(&self, owner: &Actor, id: OrganisationId, role: Role, name: &str) -> Actor {
        let link =
            invitations::invite(&self.services, owner, Purpose::Member(id, role)).await.unwrap();
        arrive(&self.services, &link, name).await
    }

    pub(crate) async fn project(
        &self,
        actor: &Actor,
        id: OrganisationId,
        title: &str,
    ) -> ProjectId {
        let content = ProjectContent {
            activities: "a legal aid hotline for families of conscripts".into(),
            people_inside: vec!["BY".parse().unwrap()],
            lang: "en".parse().ok(),
            ..ProjectContent::titled(title)
        };
        let input = ProjectInput { organisation: Some(id), content };
        projects::create(&self.services, actor, input, "").await.unwrap()
    }

    pub(crate) async fn call(&self) -> (domain::CallId, DonorId) {
        let line = r#"{"id":"1","source":"t","donor":"Fonds","title":"Legal aid","lang":"en","text":"legal aid hotline for families of conscripts","deadlines":[{"on":"2027-01-01"}]}"#;
        let file = File { name: "f".into(), input: Box::new(std::io::Cursor::new(line)) };
        Box::pin(imports::run(
            &self.services,
            &OPERATOR,
            ImportKind::Calls,
            file,
            true,
            &mut |_| (),
        ))
        .await
        .unwrap();
        let filter = service::calls::CallFilter { page: 1, ..Default::default() };
        let found = service::calls::search(&self.services, &OPERATOR, &filter).await.unwrap();
        let call = found.rows[0].id;
        let details = service::calls::details(&self.services, &OPERATOR, call, None).await.unwrap();
        (call, details.donor.id)
    }
}

#[tokio::test]
async fn the_setup_link_is_good_for_one_admin() {
    let (_test, services, _) = services_with_clock().await;
    let first = invitations::setup(&services, &OPERATOR).await.unwrap().unwrap();
    let second = invitations::setup(&services, &OPERATOR).await.unwrap().unwrap();
    let late = invitations::offer(&services, first.reveal()).await;
    assert_eq!(late, Err(Failure::NotFound), "a newer link takes its place");
    let bad = invitations::accept(&services, second.reveal(), " ", "short").await.unwrap_err();
    let Failure::Invalid(problems) = bad else { panic!() };
    assert_eq!(problems.len(), 2, "both are named at once: {problems:?}");
    let admin = arrive(&services, &second, "Anna").await;
    assert!(admin.reader().is_admin());
    assert_eq!(invitations::setup(&services, &OPERATOR).await.unwrap(), None);
    let again = invitations::accept(&services, second.reveal(), "Boris", PASSWORD).await;
    assert_eq!(again.unwrap_err(), Failure::NotFound);
    assert_eq!(invitations::setup(&services, &admin).await, Err(Failure::Forbidden));
}

#[tokio::test]
async fn a1_a10_sessions_are_new_each_time_and_end() {
    let cast = set_up().await;
    let (services, hand) = (&cast.services, &cast.hand);
    let first = accounts::sign_in(services, "admin  ONE", PASSWORD, "").await.unwrap();
    let second = accounts::sign_in(services, "Admin One", PASSWORD, "").await.unwrap();
    assert_ne!(first, second);
    let (one, two) = (actor(services, &first).await, actor(services, &second).await);
    assert_eq!(accounts::own(services, &one).await.unwrap().sessions.len(), 3);
    accounts::end_sessions(services, &one, two.session()).await.unwrap();
    assert_eq!(actor(services, &second).await, Actor::anonymous());
    accounts::end_sessions(services, &one, None).await.unwrap();
    assert_eq!(accounts::own(services, &one).await.unwrap().sessions.len(), 1);
    for minutes in [29, 29, 29] {
        hand.move_on(TimeDelta::minutes(minutes));
        assert_ne!(actor(services, &first).await, Actor::anonymous(), "used in time");
    }
    hand.move_on(TimeDelta::minutes(31));
    assert_eq!(actor(services, &first).await, Actor::anonymous(), "idle");
    let third = accounts::sign_in(services, "Admin One", PASSWORD, "").await.unwrap();
    for _ in 0..25 {
        hand.move_on(TimeDelta::minutes(29));
        actor(services, &third).await;
    }
    assert_eq!(actor(services, &third).await, Actor::anonymous(), "absolute");
    for token in ["", "x", &"g".repeat(64), &"0".repeat(64)] {
        assert_eq!(accounts::authenticate(services, token).await.unwrap(), Actor::anonymous());
    }
}

#[tokio::test]
async fn a7_a_wrong_name_and_a_wrong_password_are_told_alike() {
    let cast = set_up().await;
    for (name, password) in
        [("Admin One", "another long password"), ("nobody", PASSWORD), ("", ""), ("demo admin", "")]
    {
        let wrong = accounts::sign_in(&cast.services, name, password, "").await.unwrap_err();
        assert_eq!(wrong, SignInFailure::Wrong, "{name}");
    }
    for _ in 0..6 {
        let _ = accounts::sign_in(&cast.services, "admin one", "another long password", "").await;
    }
    let too_soon = accounts::sign_in(&cast.services, "Admin One", PASSWORD, "").await.unwrap_err();
    assert!(matches!(too_soon, SignInFailure::TooSoon(1..=150)), "{too_soon:?}");
}

#[tokio::test]
async fn a5_a6_a11_a_second_factor_is_asked_for_and_codes_work_once() {
    let cast = set_up().await;
    let (services, admin) = (&cast.services, &cast.admin);
    let other = accounts::sign_in(services, "Admin One", PASSWORD, "").await.unwrap();
    accounts::propose_factor(services, admin).await.unwrap();
    let key = accounts::enrolment(services, admin).await.unwrap().key.reveal().replace(' ', "");
    assert!(accounts::enrolment_picture(services, admin).await.unwrap().starts_with(b"\x89PNG"));
    let code = |seconds: i64| {
        let secret = totp_rs::Secret::try_from_base32(&key).unwrap();
        let totp = totp_rs::Builder::new()
            .with_secret(secret)
            .with_account_name("x")
            .with_issuer(Some("x"))
            .build()
            .unwrap();
        let at = services.now().timestamp() + seconds;
        totp.generate(u64::try_from(at).unwrap()).to_string()
    };
    let wrong = accounts::confirm_factor(services, admin, "000000").await.unwrap_err();
    assert_eq!(field(&wrong), ("code", "wrong"));
    let codes = accounts::confirm_factor(services, admin, &code(0)).await.unwrap();
    assert_eq!(codes.len(), 10);
    assert_eq!(actor(services, &other).await, Actor::anonymous(), "other sessions end");
    assert_ne!(*admin, Actor::anonymous());
    let sign_in = async |code: &str| accounts::sign_in(services, "Admin One", PASSWORD, code).await;
    assert_eq!(sign_in("").await.unwrap_err(), SignInFailure::Wrong);
    assert_eq!(sign_in(&code(0)).await.unwrap_err(), SignInFailure::Wrong, "used when confirmed");
    assert!(sign_in(&code(30)).await.is_ok(), "the next code");
    assert_eq!(sign_in(&code(30)).await.unwrap_err(), SignInFailure::Wrong, "a code twice");
    assert!(sign_in(&codes[3].to_uppercase()).await.is_ok());
    assert_eq!(
        sign_in(&codes[3]).await.unwrap_err(),
        SignInFailure::Wrong,
        "a recovery code twice"
    );
    assert_eq!(accounts::own(services, admin).await.unwrap().recovery_codes, 9);
    let dump = format!("{:?}", accounts::enrolment(services, admin).await);
    assert!(!dump.contains(&key), "{dump}");
}

#[tokio::test]
async fn a_second_admin_helps_one_who_lost_everything() {
    let cast = set_up().await;
    let services = &cast.services;
    let second =
        accounts::create(services, &OPERATOR, "Admin Two", PASSWORD, (true, false)).await.unwrap();
    let lost = cast.admin.account().unwrap();
    let own = invitations::invite(services, &cast.admin, Purpose::Recovery(lost)).await;
    assert_eq!(own.unwrap_err(), Failure::Forbidden, "not for oneself");
    let token = accounts::sign_in(services, "Admin Two", PASSWORD, "").await.unwrap();
    let helper = actor(services, &token).await;
    assert_eq!(helper.account(), Some(second));
    let before = invitations::invite(services, &helper, Purpose::Recovery(lost)).await.unwrap();
    let link = invitations::invite(services, &helper, Purpose::Recovery(lost)).await.unwrap();
    let new = "quiet water reed boat lantern";
    let late = invitations::accept(services, before.reveal(), "ignored", new).await;
    assert_eq!(late, Err(Failure::NotFound), "a newer link ends the one before");
    invitations::accept(services, link.reveal(), "ignored", new).await.unwrap();
    assert!(accounts::sign_in(services, "Admin One", new, "").await.is_ok());
    let old = accounts::sign_in(services, "Admin One", PASSWORD, "").await.unwrap_err();
    assert_eq!(old, SignInFailure::Wrong);
    // Who has got in by themselves needs none of the links that are still about.
    let link = invitations::invite(services, &helper, Purpose::Recovery(lost)).await.unwrap();
    let token = accounts::sign_in(services, "Admin One", new, "").await.unwrap();
    let back = actor(services, &token).await;
    accounts::change_password(services, &back, new, PASSWORD).await.unwrap();
    let late = invitations::accept(services, link.reveal(), "ignored", new).await;
    assert_eq!(late, Err(Failure::NotFound), "nor is one good after a change of password");
}

#[tokio::test]
async fn c5_a_disabled_account_and_a_removed_member_lose_access_at_once() {
    let cast = set_up().await;
    let (id, owner) = cast.organisation("Alder", "Olga").await;
    let project = cast.project(&owner, id, "Hotline").await;
    let editor = cast.member(&owner, id, Role::Editor, "Egor").await;
    let services = &cast.services;
    let token = accounts::sign_in(services, "Egor", PASSWORD, "").await.unwrap();
    assert!(projects::get(services, &editor, project).await.is_ok());
    accounts::set_role(services, &owner, id, editor.account().unwrap(), None).await.unwrap();
    let now = actor(services, &token).await;
    assert_eq!(projects::get(services, &now, project).await.unwrap_err(), Failure::NotFound);
    accounts::set_disabled(services, &cast.admin, editor.account().unwrap(), true).await.unwrap();
    assert_eq!(actor(services, &token).await, Actor::anonymous());
    let kept = accounts::set_role(services, &owner, id, owner.account().unwrap(), None).await;
    assert_eq!(field(&kept.unwrap_err()), ("role", "last_owner"));
    let own = accounts::set_disabled(services, &cast.admin, cast.admin.account().unwrap(), true);
    assert_eq!(own.await, Err(Failure::Forbidden));
}

#[tokio::test]
async fn c1_c4_others_projects_do_not_exist_for_anybody() {
    let cast = set_up().await;
    let services = &cast.services;
    let (id, owner) = cast.organisation("Alder", "Olga").await;
    let (other, stranger) = cast.organisation("Birch", "Boris").await;
    let link = invitations::invite(services, &cast.admin, Purpose::Analyst).await.unwrap();
    let analyst = arrive(services, &link, "Ada").await;
    let viewer = cast.member(&owner, id, Role::Viewer, "Vera").await;
    let project = cast.project(&owner, id, "Hotline").await;
    let input = || ProjectInput { organisation: Some(other), content: ProjectContent::titled("x") };
    for who in [&stranger, &analyst, &cast.admin, &Actor::anonymous()] {
        let gone = Failure::NotFound;
        assert_eq!(projects::get(services, who, project).await.unwrap_err(), gone);
        assert_eq!(projects::update(services, who, project, input(), "").await.unwrap_err(), gone);
        assert_eq!(projects::delete(services, who, project).await.unwrap_err(), gone);
        let filter = MatchFilter::default();
        assert_eq!(matches::for_project(services, who, project, &filter).await.unwrap_err(), gone);
        assert_eq!(sharing::current(services, who, project).await.unwrap_err(), gone);
        assert_eq!(reviews::openings(services, who, project).await.unwrap_err(), gone);
        let list = projects::list(services, who, &ProjectFilter::default()).await.unwrap();
        assert_eq!(list.total, 0);
        assert_eq!(organisations::get(services, who, id).await.unwrap_err(), gone);
        assert_eq!(accounts::members(services, who, id).await.unwrap_err(), gone);
        assert!(trail::list(services, who, TrailOf::Organisation(id), 1).await.is_err());
        assert!(
            invitations::invite(services, who, Purpose::Member(id, Role::Owner)).await.is_err()
        );
    }
    assert!(projects::get(services, &viewer, project).await.is_ok());
    let own = ProjectInput { organisation: Some(id), content: ProjectContent::titled("x") };
    let refused = projects::update(services, &viewer, project, own.clone(), "").await;
    assert_eq!(refused, Err(Failure::Forbidden), "a viewer reads");
    assert_eq!(projects::create(services, &viewer, own, "").await, Err(Failure::Forbidden));
    let foreign = projects::create(services, &owner, input(), "").await.unwrap_err();
    assert_eq!(field(&foreign), ("organisation", "unknown"), "nobody writes for others");
}

#[tokio::test]
async fn raising_a_level_shows_to_whom_and_waits() {
    let cast = set_up().await;
    let services = &cast.services;
    let (id, owner) = cast.organisation("Alder", "Olga").await;
    let (other, ally) = cast.organisation("Birch", "Boris").await;
    let (_, stranger) = cast.organisation("Cedar", "Chiara").await;
    let project = cast.project(&owner, id, "Hotline").await;
    let seen = async |who: &Actor| projects::get(services, who, project).await.map(|it| it.view);
    let choose = |level, named: &[&str], coalition| Choice {
        level,
        named: named.iter().map(|name| (*name).to_owned()).collect(),
        coalition,
    };

    let typo =
        sharing::preview(services, &owner, project, choose(Visibility::Named, &["Borys"], None));
    assert_eq!(field(&typo.await.unwrap_err()), ("named", "unknown"));
    let choice = choose(Visibility::Named, &["boris"], None);
    let preview = sharing::preview(services, &owner, project, choice.clone()).await.unwrap();
    assert!(preview.raises);
    assert!(preview.lines.contains(&(
        Audience::Person("Boris".into()),
        Shown::at(Visibility::Named),
        true
    )));
    assert!(seen(&ally).await.is_err(), "a preview changes nothing");
    sharing::share(services, &owner, project, choice).await.unwrap();
    assert_eq!(
        (seen(&ally).await, seen(&stranger).await),
        (Ok(View::Shared), Err(Failure::NotFound))
    );

    let code = organisations::get(services, &ally, other).await.unwrap().organisation.code_name;
    organisations::found_coalition(services, &owner, id, "Table", &[code]).await.unwrap();
    let coalition = organisations::coalitions(services, &owner, id).await.unwrap()[0].id;
    sharing::share(services, &owner, project, choose(Visibility::Coalition, &[], Some(coalition)))
        .await
        .unwrap();
    assert!(seen(&ally).await.is_err(), "not before it agrees");
    organisations::set_coalition(services, &ally, other, coalition, true).await.unwrap();
    let token = accounts::sign_in(services, "Boris", PASSWORD, "").await.unwrap();
    assert_eq!(seen(&actor(services, &token).await).await, Ok(View::Shared));

    sharing::share(services, &owner, project, choose(Visibility::Public, &[], None)).await.unwrap();
    assert!(seen(&Actor::anonymous()).await.is_err(), "the delay");
    cast.hand.move_on(TimeDelta::hours(25));
    let public = projects::get(services, &Actor::anonymous(), project).await.unwrap();
    assert_eq!(public.view, View::Public);
    assert!(public.project.content.people_inside.is_empty());
    let (nobody, filter) = (Actor::anonymous(), MatchFilter::default());
    let matches = matches::for_project(services, &nobody, project, &filter).await;
    assert_eq!(matches.unwrap_err(), Failure::NotFound);
    sharing::share(services, &owner, project, choose(Visibility::Private, &[], None))
        .await
        .unwrap();
    assert!(seen(&Actor::anonymous()).await.is_err(), "taken back at once");
    let entries = trail::list(services, &owner, TrailOf::Organisation(id), 1).await.unwrap();
    let acts: Vec<&str> = entries.rows.iter().map(|line| line.entry.act.as_str()).collect();
    assert!(acts.contains(&"shared_public") && acts.contains(&"shared_named"), "{acts:?}");
}

#[tokio::test]
async fn b4_donors_see_code_names_and_open_a_name_for_a_reason() {
    let cast = set_up().await;
    let services = &cast.services;
    let (call, donor) = cast.call().await;
    let (id, owner) = cast.organisation("Alder Collective", "Olga").await;
    let project = cast.project(&owner, id, "Hotline of the Alder Collective").await;
    let link = invitations::invite(services, &cast.admin, Purpose::Reviewer(donor)).await.unwrap();
    let reviewer = arrive(services, &link, "Rita").await;
    let filter = MatchFilter::default();
    let candidates = async |who: &Actor| matches::for_call(services, who, call, &filter).await;
    assert_eq!(candidates(&reviewer).await.unwrap().review, None, "not begun");
    reviews::begin(services, &reviewer, call, 0).await.unwrap();
    assert_eq!(candidates(&reviewer).await.unwrap().rows.total, 0, "private");
    let donors = Choice { level: Visibility::Donors, named: Vec::new(), coalition: None };
    sharing::share(services, &owner, project, donors).await.unwrap();
    assert_eq!(candidates(&reviewer).await.unwrap().rows.total, 0, "the delay");
    cast.hand.move_on(TimeDelta::hours(25));
    let token = accounts::sign_in(services, "Rita", PASSWORD, "").await.unwrap();
    let reviewer = actor(services, &token).await;
    let token = accounts::sign_in(services, "Olga", PASSWORD, "").await.unwrap();
    let owner = actor(services, &token).await;
    let found = candidates(&reviewer).await.unwrap();
    assert!(found.blind && found.rows.rows[0].own.is_none());
    let own = candidates(&owner).await.unwrap();
    assert_eq!(own.rows.rows[0].own.as_ref().unwrap().0, project, "her own, by its title");
    assert_eq!(candidates(&cast.admin).await.unwrap_err(), Failure::Forbidden);
    let name = found.rows.rows[0].code_name.clone();
    let blind = reviews::blind(services, &reviewer, call, &name).await.unwrap();
    let shown = format!("{blind:?}");
    assert!(!shown.contains("Alder") && blind.opened.is_none(), "{shown}");
    assert_eq!(projects::get(services, &reviewer, project).await.unwrap_err(), Failure::NotFound);
    assert_eq!(reviews::blind(services, &owner, call, &name).await.unwrap_err(), Failure::NotFound);

    let open =
        async |reason: &str| reviews::open_name(services, &reviewer, call, &name, reason).await;
    assert_eq!(field(&open(" ").await.unwrap_err()), ("reason", "missing"));
    assert_eq!(field(&open("\u{200b}\u{3164}").await.unwrap_err()), ("reason", "missing"));
    assert_eq!(field(&open("?!? …").await.unwrap_err()), ("reason", "no_letters"));
    reviews::start_scoring(services, &reviewer, call).await.unwrap();
    assert_eq!(open("due diligence").await, Err(Failure::Forbidden), "scores are not locked");
    reviews::score(services, &reviewer, call, &name, Score::new(7), "").await.unwrap();
    reviews::lock(services, &reviewer, call).await.unwrap();
    open("due diligence").await.unwrap();
    let blind = reviews::blind(services, &reviewer, call, &name).await.unwrap();
    assert_eq!(blind.opened.unwrap().organisation, "Alder Collective");
    let openings = reviews::openings(services, &owner, project).await.unwrap();
    assert_eq!(openings[0].reason, "due diligence");
    let entries = trail::list(services, &owner, TrailOf::Organisation(id), 1).await.unwrap();
    assert!(entries.rows.iter().any(|line| line.entry.act == "name_opened"));
}

/// Whoever reads one project of an organisation can find out who they are; so a donor whom its people
/// must not meet reads none of them.
#[tokio::test]
async fn e4_a_designated_donor_reads_no_project_of_people_at_risk() {
    let cast = set_up().await;
    let services = &cast.services;
    let (call, donor) = cast.call().await;
    let (id, owner) = cast.organisation("Alder", "Olga").await;
    cast.project(&owner, id, "Hotline").await;
    let content = ProjectContent {
        activities: "a legal aid hotline for families of conscripts".into(),
        lang: "en".parse().ok(),
        ..ProjectContent::titled("School")
    };
    let school = ProjectInput { organisation: Some(id), content };
    let school = projects::create(services, &owner, school, "").await.unwrap();
    let donors = Choice { level: Visibility::Donors, named: Vec::new(), coalition: None };
    sharing::share(services, &owner, school, donors).await.unwrap();
    cast.hand.move_on(TimeDelta::hours(25));
    let admin = cast.again("Admin One").await;
    let link = invitations::invite(services, &admin, Purpose::Reviewer(donor)).await.unwrap();
    let reviewer = arrive(services, &link, "Rita").await;
    reviews::begin(services, &reviewer, call, 0).await.unwrap();
    let filter = MatchFilter::default();
    let found = matches::for_call(services, &reviewer, call, &filter).await.unwrap();
    let name = found.rows.rows[0].code_name.clone();
    assert!(reviews::blind(services, &reviewer, call, &name).await.is_ok());
    let status = StatusInput {
        jurisdiction: "BY".parse().ok(),
        kind: "extremist".parse().ok(),
        since: "2024-01-01".parse().ok(),
        source: "register".to_owned(),
        ..StatusInput::default()
    };
    donors::set_status(services, &OPERATOR, donor, status).await.unwrap();
    let found = matches::for_call(services, &reviewer, call, &filter).await.unwrap();
    assert_eq!(found.rows.total, 0);
    let read = reviews::blind(services, &reviewer, call, &name).await;
    assert_eq!(read.unwrap_err(), Failure::NotFound);
}

#[tokio::test]
async fn a12_some_acts_need_two_people() {
    let cast = set_up().await;
    let services = &cast.services;
    let (id, owner) = cast.organisation("Alder", "Olga").await;
    let second = cast.member(&owner, id, Role::Owner, "Oleg").await;
    let editor = cast.member(&owner, id, Role::Editor, "Egor").await;
    cast.project(&owner, id, "Canary hotline 7919113").await;
    assert_eq!(
        invitations::invite(services, &cast.admin, Purpose::Admin).await.unwrap_err(),
        Failure::Forbidden
    );
    let ask = async |who: &Actor, act| approvals::ask(services, who, act).await;
    assert_eq!(ask(&editor, TwoPersonAct::Erase(id)).await, Err(Failure::Forbidden));
    assert_eq!(ask(&cast.admin, TwoPersonAct::Erase(id)).await, Err(Failure::NotFound));
    ask(&owner, TwoPersonAct::Export(id)).await.unwrap();
    let again = ask(&second, TwoPersonAct::Export(id)).await.unwrap_err();
    assert_eq!(field(&again), ("approval", "taken"));
    let waiting = approvals::waiting(services, &second, Some(id)).await.unwrap();
    assert_eq!(waiting[0].name, "Olga");
    let (asked, agree) =
        (waiting[0].id, async |who: &Actor, id| approvals::agree(services, who, id).await);
    assert_eq!(agree(&owner, asked).await, Err(Failure::Forbidden), "the same one twice");
    assert_eq!(agree(&editor, asked).await, Err(Failure::NotFound));
    let Done::File(file) = agree(&second, asked).await.unwrap() else { panic!() };
    let file = String::from_utf8(file).unwrap();
    assert!(file.contains("Canary hotline 7919113") && file.lines().count() == 2, "{file}");

    ask(&second, TwoPersonAct::Erase(id)).await.unwrap();
    let asked = approvals::waiting(services, &owner, Some(id)).await.unwrap()[0].id;
    assert_eq!(agree(&owner, asked).await, Ok(Done::Erased));
    assert_eq!(organisations::mine(services, &OPERATOR).await.unwrap().len(), 0);
    for table in ["project", "organisation", "membership", "project_code", "invitation"] {
        let row = cast
            .test
            .db
            .query_one_raw(sea_orm_statement(&cast.test.db, table))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(row.try_get::<i64>("", "n").unwrap(), 0, "{table}");
    }
    ask(&cast.admin, TwoPersonAct::Admin).await.unwrap();
    let asked = approvals::waiting(services, &cast.admin, None).await.unwrap()[0].id;
    assert_eq!(agree(&cast.admin, asked).await, Err(Failure::Forbidden));
    accounts::create(services, &OPERATOR, "Admin Two", PASSWORD, (true, false)).await.unwrap();
    let token = accounts::sign_in(services, "Admin Two", PASSWORD, "").await.unwrap();
    let two = actor(services, &token).await;
    let Done::Link(link) = agree(&two, asked).await.unwrap() else { panic!() };
    assert!(arrive(services, &link, "Admin Three").await.reader().is_admin());
    assert_eq!(
        trail::verify(services, &two).await.unwrap().map(|holds| holds.entries > 10),
        Ok(true)
    );
}

fn sea_orm_statement(db: &store::DatabaseConnection, table: &str) -> store::testing::Statement {
    store::testing::Statement::from_string(
        db.get_database_backend(),
        format!("SELECT COUNT(*) AS n FROM {table}"),
    )
}

/// Two organisations may bring in files that number projects alike; neither sees or changes the
/// other's.
#[tokio::test]
async fn imports_stay_within_their_organisation() {
    let cast = set_up().await;
    let services = &cast.services;
    let (_, olga) = cast.organisation("Alder", "Olga").await;
    let (_, boris) = cast.organisation("Birch", "Boris").await;
    let line = |title: &str, more: &str| {
        format!(r#"{{"id":"1","source":"s","title":"{title}","visibility":"public"{more}}}"#)
    };
    let run = async |who: &Actor, kind, text: String| {
        let file = File { name: "f".into(), input: Box::new(std::io::Cursor::new(text)) };
        Box::pin(imports::run(services, who, kind, file, true, &mut |_| ())).await
    };
    for (who, title) in [(&olga, "Mine"), (&boris, "His")] {
        let report = run(who, ImportKind::Projects, line(title, "")).await.unwrap();
        assert_eq!((report.counts.new, report.counts.changed), (1, 0), "{report:?}");
        let list = projects::list(services, who, &ProjectFilter::default()).await.unwrap();
        assert_eq!(list.rows[0].title, title);
        assert_eq!(list.rows[0].visibility, Visibility::Private, "a file shows nothing to anybody");
    }
    let foreign =
        run(&olga, ImportKind::Projects, line("x", r#","organisation":"Birch""#)).await.unwrap();
    assert_eq!(foreign.counts.refused, 1);
    assert!(run(&olga, ImportKind::Calls, String::new()).await.is_err());
    assert!(run(&cast.admin, ImportKind::Projects, line("x", "")).await.is_err());
    let staged = Box::pin(imports::stage(
        services,
        &olga,
        ImportKind::Projects,
        "f".into(),
        line("y", "").into_bytes(),
    ))
    .await
    .unwrap();
    assert!(imports::staged(services, &boris, &staged.token).is_err(), "a preview is its owner's");
}

#[tokio::test]
async fn the_demonstration_is_open_on_loopback_only() {
    let (_test, services, _) = services_with_clock().await;
    Box::pin(demo::load(&services, &OPERATOR)).await.unwrap();
    for role in accounts::DEMONSTRATION_ROLES {
        let refused = accounts::sign_in_demonstration(&services, role).await;
        assert_eq!(refused.unwrap_err(), Failure::NotFound);
    }
    let open = services.clone().with(Settings { demonstration: true, ..Settings::default() });
    assert_eq!(accounts::sign_in_demonstration(&open, "root").await, Err(Failure::NotFound));
    let token = accounts::sign_in_demonstration(&open, "staff").await.unwrap();
    let staff = actor(&open, &token).await;
    assert!(staff.is_demonstration());
    assert_eq!(actor(&services, &token).await, Actor::anonymous(), "not beyond loopback");
    assert!(projects::list(&open, &staff, &ProjectFilter::default()).await.unwrap().total >= 3);
    assert_eq!(accounts::propose_factor(&open, &staff).await, Err(Failure::Forbidden));
    assert!(accounts::needs_setup(&open).await.unwrap(), "its admin does not count");
    assert_eq!(demo::remove(&open, &staff).await, Err(Failure::Forbidden));
    let token = accounts::sign_in_demonstration(&open, "admin").await.unwrap();
    let admin = actor(&open, &token).await;
    demo::remove(&open, &admin).await.unwrap();
    assert_eq!(actor(&open, &token).await, Actor::anonymous());
    assert_eq!(accounts::sign_in_demonstration(&open, "admin").await, Err(Failure::NotFound));
}

#[tokio::test]
async fn attention_to_new_organisations_is_told_to_reviewers_in_groups_only() {
    let (_test, services, hand) = services_with_clock().await;
    Box::pin(demo::load(&services, &OPERATOR)).await.unwrap();
    let services = services.with(Settings { demonstration: true, ..Settings::default() });
    hand.move_on(TimeDelta::hours(25));
    for role in ["staff", "analyst", "admin"] {
        let token = accounts::sign_in_demonstration(&services, role).await.unwrap();
        let other = actor(&services, &token).await;
        assert_eq!(attention::of_reviewed(&services, &other), Err(Failure::Forbidden), "{role}");
    }
    let token = accounts::sign_in_demonstration(&services, "donor").await.unwrap();
    let reviewer = actor(&services, &token).await;
    let found = attention::of_reviewed(&services, &reviewer).unwrap();
    assert!(found.quarters.is_sorted_by(|(a, _), (b, _)| a > b), "newest first: {found:?}");
    let calls: usize = found.quarters.iter().map(|(_, line)| line.calls).sum();
    assert_eq!(calls, found.all.calls);
    let shares: Vec<_> = found.quarters.iter().filter_map(|(_, line)| line.shares).collect();
    assert!(!shares.is_empty(), "{found:?}");
    assert!(shares.iter().all(|of| of.attention > 0 && (1..100).contains(&of.due)), "{found:?}");
    for (_, line) in &found.quarters {
        assert!(
            line.shares.is_none()
                || line.organisations.is_some_and(|count| count >= 2 * attention::LEAST),
            "{line:?}"
        );
    }
}
