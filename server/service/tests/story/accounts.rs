//! Guessing, and what it may not do to anybody; the demonstration, and whom it may not meet; names
//! that look alike.

use std::io::Cursor;

use chrono::TimeDelta;
use domain::Role;
use service::{
    Actor, Failure, Grounds, Purpose, Services, Settings,
    accounts::{self, Browser, Entered, Entry, Hidden, SignInFailure},
    approvals::{self, TwoPersonAct},
    calls::{self, CallFilter},
    demo, donors,
    imports::{self, File, ImportFailure, ImportKind},
    invitations, lock, organisations,
    register::{self, ListOptions},
};
use store::{approvals::Approval, testing::TestDatabase};

use crate::common::{Hand, another, services_with_clock};

const PASSWORD: &str = "тихая вода камыш лодка";
const WRONG: &str = "another long password";
const OPERATOR: Actor = Actor::operator();

fn field(failure: &Failure) -> (&'static str, &'static str) {
    match failure {
        Failure::Invalid(problems) => (problems[0].field, problems[0].problem),
        other => panic!("{other:?}"),
    }
}

async fn actor(services: &Services, token: &Hidden) -> Actor {
    accounts::authenticate(services, token.reveal()).await.unwrap()
}

async fn create(services: &Services, name: &str) -> Result<domain::AccountId, Failure> {
    accounts::create(services, &OPERATOR, name, PASSWORD, (true, false)).await
}

/// Two processes on one database, on which Anna has an account.
async fn two() -> (TestDatabase, [Services; 2], Hand) {
    let (test, one, hand) = services_with_clock().await;
    create(&one, "Anna").await.unwrap();
    let two = another(&test, &hand).await;
    (test, [one, two], hand)
}

async fn enter(
    services: &Services,
    (name, password, code): (&str, &str, &str),
    token: Option<&Hidden>,
) -> Result<Entered, SignInFailure> {
    let entry = Entry { name, password, code, remember: false };
    let browser = Browser { near: false, token: token.map(Hidden::reveal) };
    accounts::enter(services, entry, browser).await
}

/// The code that a second factor shows some seconds from now.
fn code_at(services: &Services, key: &str, seconds: i64) -> String {
    let totp = totp_rs::Builder::new()
        .with_secret(totp_rs::Secret::try_from_base32(key).unwrap())
        .with_account_name("x")
        .with_issuer(Some("x"))
        .build()
        .unwrap();
    totp.generate(u64::try_from(services.now().timestamp() + seconds).unwrap()).to_string()
}

/// Sets a second factor up: its key, and the recovery codes.
async fn set_factor(services: &Services, actor: &Actor) -> (String, Vec<String>) {
    accounts::propose_factor(services, actor).await.unwrap();
    let key = accounts::enrolment(services, actor).await.unwrap().key.reveal().replace(' ', "");
    let code = code_at(services, &key, 0);
    let codes = accounts::confirm_factor(services, actor, &code).await.unwrap();
    (key, codes)
}

/// A code that is not the one shown now, before or after.
fn wrong_code(services: &Services, key: &str) -> String {
    let near: Vec<String> =
        [-30, 0, 30].iter().map(|seconds| code_at(services, key, *seconds)).collect();
    (0..10).map(|number| format!("{number:06}")).find(|code| !near.contains(code)).unwrap()
}

/// A8: a thousand tries of strangers within an hour, at two processes. No more than thirty are
/// compared, and the owner is in all the while: signed in, in a browser that knows her, by a
/// recovery code from anywhere.
#[tokio::test(flavor = "multi_thread")]
async fn a8_a_thousand_tries_are_hardly_heard_and_keep_the_owner_out_of_nothing() {
    let (_test, processes, hand) = two().await;
    let [one, other] = &processes;
    let known = enter(one, ("Anna", PASSWORD, ""), None).await.unwrap();
    let anna = actor(one, &known.session).await;
    let codes = accounts::new_recovery_codes(one, &anna, PASSWORD).await.unwrap();
    let mut compared = 0;
    for minute in 0..60_u32 {
        let tries = (0..17_u32).map(|number| {
            let services = processes[usize::from((minute + number).is_multiple_of(2))].clone();
            tokio::spawn(async move {
                accounts::sign_in(&services, "ANNA", WRONG, "").await.unwrap_err()
            })
        });
        for tried in tries.collect::<Vec<_>>() {
            match tried.await.unwrap() {
                SignInFailure::Wrong => compared += 1,
                SignInFailure::TooSoon(wait) => assert!((1..=150).contains(&wait), "{wait}"),
                SignInFailure::Failure(failure) => panic!("{failure:?}"),
            }
        }
        // She does not let her session rest.
        assert_ne!(actor(one, &known.session).await, Actor::anonymous());
        hand.move_on(TimeDelta::minutes(1));
    }
    assert!((20..=30).contains(&compared), "{compared}");
    // Spends what came free meanwhile.
    while accounts::sign_in(other, "Anna", WRONG, "").await == Err(SignInFailure::Wrong) {}

    for services in &processes {
        let right = enter(services, ("Anna", PASSWORD, ""), None).await;
        assert!(matches!(right, Err(SignInFailure::TooSoon(_))), "a stranger who guesses right");
        let token = known.browser.as_ref();
        assert!(enter(services, ("anna", PASSWORD, ""), token).await.is_ok(), "her browser");
    }
    assert!(enter(other, ("Anna", PASSWORD, &codes[0]), None).await.is_ok(), "from anywhere");
    let again = enter(one, ("Anna", PASSWORD, &codes[0]), None).await;
    assert!(matches!(again, Err(SignInFailure::TooSoon(_))), "once");
    accounts::change_password(other, &anna, PASSWORD, "quiet water reed boat lantern")
        .await
        .unwrap();

    // Without a single try in between it is as before.
    hand.move_on(TimeDelta::minutes(15));
    accounts::sign_in(one, "Anna", "quiet water reed boat lantern", "").await.unwrap();
}

/// What is known of a browser is known of one account, until it is forgotten.
#[tokio::test]
async fn a_browser_knows_one_account_and_forgets_it() {
    let (_test, [services, _], hand) = two().await;
    create(&services, "Boris").await.unwrap();
    let spend = async |name: &str| {
        while accounts::sign_in(&services, name, WRONG, "").await == Err(SignInFailure::Wrong) {}
    };
    let known = enter(&services, ("Anna", PASSWORD, ""), None).await.unwrap();
    let token = known.browser.clone().unwrap();
    let too_soon = |tried: Result<Entered, SignInFailure>| {
        assert!(matches!(tried, Err(SignInFailure::TooSoon(_))), "{tried:?}");
    };
    spend("Anna").await;
    spend("Boris").await;
    let again = enter(&services, ("Anna", PASSWORD, ""), Some(&token)).await.unwrap();
    assert_eq!(again.browser, None, "it keeps what it has");
    too_soon(enter(&services, ("Boris", PASSWORD, ""), Some(&token)).await);
    too_soon(enter(&services, ("Anna", PASSWORD, ""), Some(&Hidden::from("0".repeat(64)))).await);
    too_soon(enter(&services, ("Anna", PASSWORD, ""), Some(&known.session)).await);

    // Whoever sits at it has no more tries than anybody.
    for _ in 0..6 {
        let wrong = enter(&services, ("Anna", WRONG, ""), Some(&token)).await;
        assert_eq!(wrong, Err(SignInFailure::Wrong));
    }
    too_soon(enter(&services, ("Anna", PASSWORD, ""), Some(&token)).await);

    hand.move_on(TimeDelta::minutes(20));
    let anna = enter(&services, ("Anna", PASSWORD, ""), Some(&token)).await.unwrap();
    let anna = actor(&services, &anna.session).await;
    assert_eq!(accounts::own(&services, &anna).await.unwrap().browsers, 1);
    accounts::forget_browsers(&services, &anna).await.unwrap();
    assert_eq!(accounts::own(&services, &anna).await.unwrap().browsers, 0);
    spend("Anna").await;
    too_soon(enter(&services, ("Anna", PASSWORD, ""), Some(&token)).await);
}

/// Somebody who has the password guesses codes: they count, at every process together and however
/// many come at once, and a right one behind them is not heard either.
#[tokio::test(flavor = "multi_thread")]
async fn wrong_codes_count_like_wrong_passwords_also_before_a_right_one() {
    let (_test, processes, _) = two().await;
    let token = accounts::sign_in(&processes[0], "Anna", PASSWORD, "").await.unwrap();
    let anna = actor(&processes[0], &token).await;
    let (key, codes) = set_factor(&processes[0], &anna).await;
    let wrong = wrong_code(&processes[0], &key);
    let tries = (0..32).map(|number| {
        let (services, wrong) = (processes[number % 2].clone(), wrong.clone());
        tokio::spawn(async move { accounts::sign_in(&services, "Anna", PASSWORD, &wrong).await })
    });
    let mut compared = 0;
    for tried in tries.collect::<Vec<_>>() {
        match tried.await.unwrap() {
            Err(SignInFailure::Wrong) => compared += 1,
            Err(SignInFailure::TooSoon(_)) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(compared, 6);
    for services in &processes {
        let right = code_at(services, &key, 30);
        let late = accounts::sign_in(services, "Anna", PASSWORD, &right).await;
        assert!(matches!(late, Err(SignInFailure::TooSoon(_))), "{late:?}");
        let made_up = accounts::sign_in(services, "Anna", PASSWORD, "aaaa-bbbb-cccc-dddd").await;
        assert!(matches!(made_up, Err(SignInFailure::TooSoon(_))), "{made_up:?}");
    }
    // Whoever holds a code on paper has tries of their own, and no more of them.
    for _ in 0..6 {
        let wrong = accounts::sign_in(&processes[0], "Anna", WRONG, &codes[0]).await;
        assert_eq!(wrong, Err(SignInFailure::Wrong));
    }
    let late = accounts::sign_in(&processes[1], "Anna", PASSWORD, &codes[0]).await;
    assert!(matches!(late, Err(SignInFailure::TooSoon(_))), "{late:?}");
}

/// What a signed-in person proves again is counted by session: a stranger cannot use it up, and
/// whoever found an open session cannot guess for long.
#[tokio::test]
async fn a_signed_in_person_has_tries_of_their_own() {
    let (_test, [services, other], _) = two().await;
    let here = accounts::sign_in(&services, "Anna", PASSWORD, "").await.unwrap();
    let there = accounts::sign_in(&services, "Anna", PASSWORD, "").await.unwrap();
    let (here, there) = (actor(&services, &here).await, actor(&other, &there).await);
    while accounts::sign_in(&services, "Anna", WRONG, "").await == Err(SignInFailure::Wrong) {}
    for number in 0..6 {
        let services = if number % 2 == 0 { &services } else { &other };
        let wrong = accounts::change_password(services, &here, WRONG, PASSWORD).await.unwrap_err();
        assert_eq!(field(&wrong), ("password", "wrong"));
    }
    let late = accounts::change_password(&other, &here, PASSWORD, WRONG).await.unwrap_err();
    assert_eq!(field(&late), ("password", "too_soon"));
    let late = accounts::new_recovery_codes(&services, &here, PASSWORD).await.unwrap_err();
    assert_eq!(field(&late), ("password", "too_soon"));

    accounts::propose_factor(&other, &there).await.unwrap();
    let key = accounts::enrolment(&other, &there).await.unwrap().key.reveal().replace(' ', "");
    for _ in 0..6 {
        let wrong = wrong_code(&services, &key);
        let wrong = accounts::confirm_factor(&services, &there, &wrong).await.unwrap_err();
        assert_eq!(field(&wrong), ("code", "wrong"));
    }
    let right = code_at(&other, &key, 0);
    let late = accounts::confirm_factor(&other, &there, &right).await.unwrap_err();
    assert_eq!(field(&late), ("code", "too_soon"));
}

/// A7: what comes of tries at a name does not tell whether anybody has it.
#[tokio::test]
async fn a7_a_name_that_nobody_has_wears_out_like_one_that_somebody_has() {
    let (_test, processes, _) = two().await;
    create(&processes[0], "Root").await.unwrap();
    let token = accounts::sign_in(&processes[0], "Root", PASSWORD, "").await.unwrap();
    set_factor(&processes[0], &actor(&processes[0], &token).await).await;
    let mut seen = Vec::new();
    for name in ["Anna", "Root", "Nobody"] {
        let mut answers = Vec::new();
        for (number, code) in ["", "000000", "aaaa-bbbb-cccc-dddd"].repeat(3).iter().enumerate() {
            let services = &processes[number % 2];
            let token = Hidden::from("0".repeat(64));
            answers.push(enter(services, (name, WRONG, code), Some(&token)).await.unwrap_err());
        }
        seen.push(answers);
    }
    assert_eq!(seen[0], seen[2]);
    assert_eq!(seen[1], seen[2]);
}

fn near(services: &Services) -> Services {
    services.clone().with(Settings { demonstration: true, ..Settings::default() })
}

/// Somebody real gets an account: from then on those of the demonstration are nobody, in every
/// process, with whatever they still hold.
#[tokio::test]
async fn the_demonstration_ends_with_the_first_real_account() {
    let (test, services, hand) = services_with_clock().await;
    Box::pin(demo::load(&services, &OPERATOR)).await.unwrap();
    let (services, other) = (near(&services), near(&another(&test, &hand).await));
    let token = accounts::sign_in_demonstration(&services, "admin").await.unwrap();
    let demo_admin = actor(&services, &token).await;
    assert!(demo_admin.reader().is_admin() && demo_admin.is_demonstration());
    assert_eq!(demo_admin.clone().reached(false), Actor::anonymous(), "not from elsewhere");
    let link = invitations::invite(&services, &demo_admin, Purpose::Analyst).await.unwrap();

    let setup = invitations::setup(&services, &OPERATOR).await.unwrap().unwrap();
    let real = invitations::accept(&services, setup.reveal(), "Root", PASSWORD).await.unwrap();
    let real = actor(&services, &real).await;
    assert!(real.reader().is_admin() && !real.is_demonstration());
    for services in [&services, &other] {
        assert!(!accounts::has_demonstration(services).await.unwrap());
        assert_eq!(actor(services, &token).await, Actor::anonymous());
        for role in accounts::DEMONSTRATION_ROLES {
            let refused = accounts::sign_in_demonstration(services, role).await;
            assert_eq!(refused, Err(Failure::NotFound), "{role}");
        }
        let late = invitations::accept(services, link.reveal(), "Late", PASSWORD).await;
        assert_eq!(late, Err(Failure::NotFound), "a link from before");
        assert_eq!(invitations::join(services, &real, link.reveal()).await, Err(Failure::NotFound));
    }
    // Acts that had begun before go no further than the trail.
    let root = real.account().unwrap();
    let recovery = invitations::invite(&other, &demo_admin, Purpose::Recovery(root)).await;
    assert_eq!(recovery, Err(Failure::Forbidden));
    let closed = accounts::set_disabled(&other, &demo_admin, root, true).await;
    assert_eq!(closed, Err(Failure::Forbidden));
    assert_eq!(lock::lock(&other, &demo_admin).await, Err(Failure::Forbidden));
    let added = organisations::add(&other, &demo_admin, "Reed").await;
    assert_eq!(added.unwrap_err(), Failure::Forbidden);
    assert!(!services.follow().await.unwrap(), "it is not locked");
    let lines = accounts::all(&services, &real).await.unwrap();
    assert!(lines.iter().all(|line| !line.account.disabled), "{lines:?}");
    assert_eq!(lines.len(), 5);
    accounts::sign_in(&other, "Root", PASSWORD, "").await.unwrap();
}

#[tokio::test]
async fn no_approval_counts_the_demonstration() {
    let (test, services, _) = services_with_clock().await;
    Box::pin(demo::load(&services, &OPERATOR)).await.unwrap();
    let services = near(&services);
    let token = accounts::sign_in_demonstration(&services, "admin").await.unwrap();
    let demo_admin = actor(&services, &token).await;
    let asked = approvals::ask(&services, &demo_admin, TwoPersonAct::Admin).await;
    assert_eq!(asked, Err(Failure::Forbidden));
    let token = accounts::sign_in_demonstration(&services, "staff").await.unwrap();
    let staff = actor(&services, &token).await;
    let own = *staff.reader().grants().unwrap().memberships.keys().next().unwrap();
    for act in [TwoPersonAct::Export(own), TwoPersonAct::Erase(own)] {
        assert_eq!(approvals::ask(&services, &staff, act).await, Err(Failure::Forbidden));
    }
    // One that is there all the same, as an older version would have left it.
    let asked = Approval {
        id: domain::ApprovalId::from_random([9; 16]),
        act: "invite_admin".to_owned(),
        object: uuid::Uuid::nil(),
        organisation: None,
        asked_by: demo_admin.account().unwrap(),
        asked_at: services.now(),
    };
    store::approvals::insert(&test.db, &asked).await.unwrap();
    create(&services, "Root").await.unwrap();
    let root = accounts::sign_in(&services, "Root", PASSWORD, "").await.unwrap();
    let root = actor(&services, &root).await;
    assert_eq!(approvals::agree(&services, &root, asked.id).await, Err(Failure::Forbidden));
    let mine = Approval { id: domain::ApprovalId::from_random([8; 16]), ..asked.clone() };
    approvals::refuse(&services, &root, asked.id).await.unwrap();
    store::approvals::insert(&test.db, &Approval { asked_by: root.account().unwrap(), ..mine })
        .await
        .unwrap();
    let agreed = approvals::agree(&services, &demo_admin, domain::ApprovalId::from_random([8; 16]));
    assert_eq!(agreed.await, Err(Failure::NotFound));
}

/// Whatever somebody tries out in the demonstration stays within it and goes with it.
#[tokio::test]
async fn what_the_demonstration_makes_belongs_to_it() {
    let (_test, services, _) = services_with_clock().await;
    Box::pin(demo::load(&services, &OPERATOR)).await.unwrap();
    let open = near(&services);
    let token = accounts::sign_in_demonstration(&open, "admin").await.unwrap();
    let admin = actor(&open, &token).await;
    let link = organisations::add(&open, &admin, "Reed").await.unwrap();
    let session = invitations::accept(&open, link.reveal(), "Olga", PASSWORD).await.unwrap();
    let olga = actor(&open, &session).await;
    assert!(olga.is_demonstration(), "the demonstration is still alone: {olga:?}");
    assert_ne!(actor(&open, &token).await, Actor::anonymous());
    let reed = *olga.reader().grants().unwrap().memberships.keys().next().unwrap();
    let purpose = Purpose::Member(reed, Role::Editor);
    let link = invitations::invite(&open, &olga, purpose).await.unwrap();
    invitations::join(&open, &admin, link.reveal()).await.unwrap();

    // She has a password and may try out a factor, but only from near.
    let entry = Entry { name: "Olga", password: PASSWORD, code: "", remember: false };
    let away = accounts::enter(&open, entry, Browser { near: false, token: None }).await;
    assert_eq!(away, Err(SignInFailure::Wrong));
    accounts::enter(&open, entry, Browser { near: true, token: None }).await.unwrap();
    let closed = accounts::enter(&services, entry, Browser { near: true, token: None }).await;
    assert_eq!(closed, Err(SignInFailure::Wrong), "a server for others");
    accounts::propose_factor(&open, &olga).await.unwrap();
    let one_click = accounts::propose_factor(&open, &admin).await;
    assert_eq!(one_click, Err(Failure::Forbidden), "nothing to add a factor to");

    // Calls that are brought in, and what is said of their donors, go as well. Registers stay as they
    // are: people rely on them when the demonstration is gone.
    let token = accounts::sign_in_demonstration(&open, "analyst").await.unwrap();
    let analyst = actor(&open, &token).await;
    let bring = async |kind, text: &'static str| {
        let file = File { name: "calls".to_owned(), input: Box::new(Cursor::new(text.as_bytes())) };
        Box::pin(imports::run(&open, &analyst, kind, file, true, &mut |_| ())).await
    };
    let call = r#"{"id":"1","source":"t","donor":"Freedom House","title":"Aid","rolling":true}"#;
    bring(ImportKind::Calls, call).await.unwrap();
    let house = donors::named(&open, "Freedom House").unwrap();
    let entry = donors::get(&open, &analyst, house, 1).unwrap().register[0].entry.id;
    register::decide(&open, &analyst, house, entry, Some(false)).await.unwrap();
    let list = "name,country,kind,from\nReed,RU,undesirable,2024-01-01\n";
    let refused = bring(ImportKind::Designations(ListOptions::default()), list).await;
    assert!(matches!(refused, Err(ImportFailure::Failure(Failure::Forbidden))), "{refused:?}");

    // Somebody real brings in a call of one of these donors before the demonstration goes.
    let real =
        r#"{"id":"9","source":"real","donor":"Freedom House","title":"Real","rolling":true}"#;
    let file = File { name: "real".to_owned(), input: Box::new(Cursor::new(real.as_bytes())) };
    Box::pin(imports::run(&open, &OPERATOR, ImportKind::Calls, file, true, &mut |_| ()))
        .await
        .unwrap();

    let unused = invitations::invite(&open, &admin, Purpose::Analyst).await.unwrap();
    demo::remove(&open, &admin).await.unwrap();
    let house = donors::get(&open, &OPERATOR, donors::named(&open, "Freedom House").unwrap(), 1);
    let grounds = house.unwrap().register[0].grounds;
    assert_eq!(grounds, Grounds::Name, "what was decided in the demonstration went with it");
    let all = calls::search(&open, &OPERATOR, &CallFilter::default()).await.unwrap();
    assert_eq!(all.total, 1, "of what it brought in nothing is left that looks real");
    assert_eq!(actor(&open, &session).await, Actor::anonymous());
    assert!(accounts::all(&open, &OPERATOR).await.unwrap().is_empty());
    assert!(organisations::mine(&open, &OPERATOR).await.unwrap().is_empty());
    let late = invitations::accept(&open, unused.reveal(), "Late", PASSWORD).await;
    assert_eq!(late, Err(Failure::NotFound), "its links go with it");
}

#[tokio::test]
async fn names_are_seen_whole_and_look_like_no_other() {
    let (_test, [services, _], _) = two().await;
    for (name, problem) in [
        ("anna", "taken"),
        ("Аnnа", "looks_taken"),
        ("An na.", "looks_taken"),
        ("Αnna", "looks_taken"),
        ("Anna\u{200b}", "invisible"),
        ("\u{202e}annA", "invisible"),
        ("An\u{ad}na", "invisible"),
        ("…", "missing"),
    ] {
        let refused = create(&services, name).await.unwrap_err();
        assert_eq!(field(&refused), ("name", problem), "{name:?}");
    }
    create(&services, "Hanna").await.unwrap();
    let hidden = organisations::add(&services, &OPERATOR, "Re\u{2066}ed").await.unwrap_err();
    assert_eq!(field(&hidden), ("name", "invisible"));
    let setup = organisations::add(&services, &OPERATOR, "Reed").await.unwrap();
    let alike = invitations::accept(&services, setup.reveal(), "Наnnа", PASSWORD).await;
    assert_eq!(field(&alike.unwrap_err()), ("name", "looks_taken"));
    invitations::accept(&services, setup.reveal(), "Olga", PASSWORD).await.unwrap();
}

/// Names that look alike come at the same moment: one is made, at whichever process.
#[tokio::test(flavor = "multi_thread")]
async fn of_names_that_look_alike_one_is_made() {
    let (_test, processes, _) = two().await;
    let names = ["Petra", "Реtrа", "petra", "Рetra", "Pet ra", "Petrа", "P-etra", "PETRA"];
    let made = names.iter().enumerate().map(|(number, name)| {
        let services = processes[number % 2].clone();
        let name = (*name).to_owned();
        tokio::spawn(async move { create(&services, &name).await })
    });
    let mut count = 0;
    for made in made.collect::<Vec<_>>() {
        match made.await.unwrap() {
            Ok(_) => count += 1,
            Err(refused) => assert_eq!(field(&refused).0, "name"),
        }
    }
    assert_eq!(count, 1);
}
