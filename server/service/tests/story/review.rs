//! Reviewing blind, on either database: code names, scores, locks, opened names; and coalitions that
//! ask under code names.

use std::{collections::BTreeSet, io::Cursor};

use chrono::TimeDelta;
use domain::{CallId, DonorId, OrganisationId, ProjectId, ReviewState, Score, View, Visibility};
use service::{
    Actor, Failure, Purpose, Services, accounts,
    calls::{self, CallFilter},
    imports::{self, File, ImportKind},
    invitations,
    matches::{self, MatchFilter},
    organisations, overview,
    projects::{self, ProjectFilter},
    reviews,
    sharing::{self, Choice},
    trail::{self, TrailOf},
};

use crate::{
    common::another,
    people::{Cast, PASSWORD, actor, arrive, field, set_up},
};

const GONE: Failure = Failure::NotFound;

/// Two calls of one donor, and one that passes on its money.
async fn calls(cast: &Cast) -> (Vec<CallId>, DonorId) {
    let line = |id: u8, donor: &str| {
        format!(
            r#"{{"id":"{id}","source":"t","donor":"{donor}","title":"Legal aid {id}","lang":"en","text":"legal aid hotline for families of conscripts","rolling":true}}"#
        )
    };
    let text = [line(1, "Fonds"), line(2, "Fonds"), line(3, "Other Fund")].join("\n");
    let file = File { name: "f".into(), input: Box::new(Cursor::new(text)) };
    let (services, operator) = (&cast.services, Actor::operator());
    Box::pin(imports::run(services, &operator, ImportKind::Calls, file, true, &mut |_| ()))
        .await
        .unwrap();
    let filter = CallFilter { page: 1, ..Default::default() };
    let mut found = calls::search(services, &operator, &filter).await.unwrap().rows;
    found.sort_by(|one, other| one.title.cmp(&other.title));
    let ids: Vec<CallId> = found.iter().map(|row| row.id).collect();
    let donor = calls::details(services, &operator, ids[0], None).await.unwrap().donor.id;
    (ids, donor)
}

impl Cast {
    async fn reviewer(&self, donor: DonorId, name: &str) -> Actor {
        let purpose = Purpose::Reviewer(donor);
        let link = invitations::invite(&self.services, &self.admin, purpose).await.unwrap();
        arrive(&self.services, &link, name).await
    }

    /// The same person in a new session, with what they may do now.
    async fn again(&self, name: &str) -> Actor {
        let token = accounts::sign_in(&self.services, name, PASSWORD, "").await.unwrap();
        actor(&self.services, &token).await
    }

    async fn share(&self, owner: &Actor, project: ProjectId, level: Visibility) {
        let choice = Choice { level, named: Vec::new(), coalition: None };
        sharing::share(&self.services, owner, project, choice).await.unwrap();
    }
}

/// The code names beside a call, best fit first.
async fn names(services: &Services, who: &Actor, call: CallId) -> Vec<String> {
    let found = matches::for_call(services, who, call, &MatchFilter::default()).await.unwrap();
    found.rows.rows.into_iter().map(|row| row.code_name).collect()
}

#[tokio::test]
async fn b3_code_names_differ_beside_every_call_and_in_every_review() {
    let cast = set_up().await;
    let services = &cast.services;
    let (calls, donor) = calls(&cast).await;
    let (id, owner) = cast.organisation("Alder Collective", "Olga").await;
    let mut projects = Vec::new();
    for number in 0..6 {
        let project = cast.project(&owner, id, &format!("Hotline {number}")).await;
        cast.share(&owner, project, Visibility::Donors).await;
        projects.push(project);
    }
    cast.hand.move_on(TimeDelta::hours(25));
    let rita = cast.reviewer(donor, "Rita").await;
    let owner = cast.again("Olga").await;
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for call in &calls[..2] {
        assert_eq!(names(services, &rita, *call).await, Vec::<String>::new(), "not begun");
        reviews::begin(services, &rita, *call, 0).await.unwrap();
        reviews::begin(services, &rita, *call, 0).await.unwrap();
        let names = names(services, &rita, *call).await;
        assert_eq!(names.len(), 6);
        for name in names {
            assert!(reviews::blind(services, &rita, *call, &name).await.is_ok());
            for other in calls.iter().filter(|other| *other != call) {
                let elsewhere = reviews::blind(services, &rita, *other, &name).await;
                assert_eq!(
                    elsewhere.unwrap_err(),
                    GONE,
                    "a name leads nowhere beside another call"
                );
            }
            assert!(seen.insert(name), "drawn twice");
        }
    }
    // One that comes later has a name at once, in every review that goes on.
    let late = cast.project(&owner, id, "Late hotline").await;
    cast.share(&owner, late, Visibility::Public).await;
    assert_eq!(names(services, &rita, calls[0]).await.len(), 6, "the delay");
    cast.hand.move_on(TimeDelta::hours(25));
    let rita = cast.again("Rita").await;
    assert_eq!(names(services, &rita, calls[0]).await.len(), 7);
    // A second review of the same call draws anew.
    let first: BTreeSet<String> = names(services, &rita, calls[0]).await.into_iter().collect();
    let one = first.iter().next().unwrap();
    reviews::start_scoring(services, &rita, calls[0]).await.unwrap();
    reviews::score(services, &rita, calls[0], one, Score::new(3), "").await.unwrap();
    reviews::lock(services, &rita, calls[0]).await.unwrap();
    reviews::begin(services, &rita, calls[0], 0).await.unwrap();
    let same: BTreeSet<String> = names(services, &rita, calls[0]).await.into_iter().collect();
    assert_eq!(same, first, "a page of before begins nothing");
    reviews::begin(services, &rita, calls[0], 1).await.unwrap();
    let second: BTreeSet<String> = names(services, &rita, calls[0]).await.into_iter().collect();
    assert_eq!(second.len(), 7);
    assert!(second.is_disjoint(&first) && second.is_disjoint(&seen), "{second:?} {first:?}");
    // Nothing of this is in what the project's own people or others read of it.
    let own =
        format!("{:?}", projects::get(services, &owner, late).await.unwrap_or_else(|_| panic!()));
    assert!(second.iter().all(|name| !own.contains(name.as_str())));
}

#[tokio::test]
async fn the_blind_step_is_not_undone_by_a_click() {
    let cast = set_up().await;
    let services = &cast.services;
    let (calls, donor) = calls(&cast).await;
    let (id, owner) = cast.organisation("Alder Collective", "Olga").await;
    let (other, boris) = cast.organisation("Birch", "Boris").await;
    let project = cast.project(&owner, id, "Hotline").await;
    let (call, second) = (calls[0], calls[1]);
    // Shown by name to Rita and to the allied Boris, who both come to review.
    let rita = cast.reviewer(donor, "Rita").await;
    let code = organisations::get(services, &boris, other).await.unwrap().organisation.code_name;
    organisations::found_coalition(services, &owner, id, "Table", &[code]).await.unwrap();
    let coalition = organisations::coalitions(services, &owner, id).await.unwrap()[0].id;
    organisations::set_coalition(services, &boris, other, coalition, true).await.unwrap();
    let named = vec!["Rita".to_owned()];
    let choice = Choice { level: Visibility::Coalition, named, coalition: Some(coalition) };
    sharing::share(services, &owner, project, choice.clone()).await.unwrap();
    let seen = async |who: &Actor| projects::get(services, who, project).await.map(|it| it.view);
    assert_eq!(seen(&rita).await, Ok(View::Shared), "no donor reads it yet");
    let link = invitations::invite(services, &cast.admin, Purpose::Reviewer(donor)).await.unwrap();
    let boris = cast.again("Boris").await;
    store::accounts::add_reviewer(&cast.test.db, boris.account().unwrap(), donor).await.unwrap();
    drop(link);
    let public = Choice { level: Visibility::Public, ..choice };
    sharing::share(services, &owner, project, public).await.unwrap();
    cast.hand.move_on(TimeDelta::hours(25));
    let (rita, boris) = (cast.again("Rita").await, cast.again("Boris").await);
    let olga = cast.again("Olga").await;
    let nobody = Actor::anonymous();
    assert_eq!(seen(&nobody).await, Ok(View::Public), "everyone else reads it");
    assert_eq!(seen(&cast.again("Admin One").await).await, Ok(View::Public));
    let nowhere = async |who: &Actor| {
        assert_eq!(seen(who).await, Err(GONE));
        for words in ["", "hotline", "conscripts"] {
            let filter = ProjectFilter { words: words.into(), page: 1 };
            let list = projects::list(services, who, &filter).await.unwrap();
            assert_eq!((list.total, list.rows.len()), (0, 0), "{words}");
        }
        assert_eq!(overview::overview(services, who).await.unwrap().projects, 0);
        let filter = MatchFilter::default();
        assert_eq!(matches::for_project(services, who, project, &filter).await.unwrap_err(), GONE);
        assert_eq!(matches::one(services, who, project, call), None);
        assert_eq!(reviews::openings(services, who, project).await.unwrap_err(), GONE);
        let absent = projects::get(services, who, ProjectId::from_random([9; 16])).await;
        assert_eq!(absent.unwrap_err(), GONE, "as if there were none");
    };
    nowhere(&rita).await;
    nowhere(&boris).await;

    for call in [call, second] {
        reviews::begin(services, &rita, call, 0).await.unwrap();
    }
    let name = names(services, &rita, call).await[0].clone();
    let blind = reviews::blind(services, &rita, call, &name).await.unwrap();
    assert_eq!((blind.page, blind.opened), (None, None));
    let no_letters = reviews::open_name(services, &rita, call, &name, " ?! 1 ").await;
    assert_eq!(field(&no_letters.unwrap_err()), ("reason", "no_letters"));
    reviews::open_name(services, &rita, call, &name, "conflict of interest").await.unwrap();
    let rita = cast.again("Rita").await;
    let blind = reviews::blind(services, &rita, call, &name).await.unwrap();
    assert_eq!(blind.page, Some(project), "reached through the logged opening");
    assert!(seen(&rita).await.is_ok());
    nowhere(&boris).await;

    // While any of her calls is scored all names are closed, the opened ones as well: the same project
    // stands beside both.
    reviews::start_scoring(services, &rita, second).await.unwrap();
    let rita = cast.again("Rita").await;
    nowhere(&rita).await;
    let blind = reviews::blind(services, &rita, call, &name).await.unwrap();
    assert_eq!((blind.page, blind.opened, blind.may_open), (None, None, false));
    let beside = reviews::open_name(services, &boris, call, &name, "due diligence").await;
    assert_eq!(beside, Err(Failure::Forbidden));
    let there = names(services, &rita, second).await[0].clone();
    reviews::score(services, &rita, second, &there, Score::new(9), "clear").await.unwrap();
    reviews::lock(services, &rita, second).await.unwrap();
    reviews::leave(services, &boris, second).await.unwrap();
    let rita = cast.again("Rita").await;
    assert!(seen(&rita).await.is_ok());
    let scored = reviews::blind(services, &rita, second, &there).await.unwrap();
    assert!(scored.scores[0].knew, "she had opened the name before");
    let openings = reviews::openings(services, &olga, project).await.unwrap();
    assert_eq!((openings.len(), openings[0].call), (1, call));
}

#[tokio::test]
async fn nobody_reviews_their_own_organisation() {
    let cast = set_up().await;
    let services = &cast.services;
    let (calls, donor) = calls(&cast).await;
    let (id, owner) = cast.organisation("Alder Collective", "Olga").await;
    let project = cast.project(&owner, id, "Hotline").await;
    cast.share(&owner, project, Visibility::Donors).await;
    store::accounts::add_reviewer(&cast.test.db, owner.account().unwrap(), donor).await.unwrap();
    cast.hand.move_on(TimeDelta::hours(25));
    let (owner, rita) = (cast.again("Olga").await, cast.reviewer(donor, "Rita").await);
    reviews::begin(services, &rita, calls[0], 0).await.unwrap();
    let name = names(services, &rita, calls[0]).await[0].clone();
    assert_eq!(names(services, &owner, calls[0]).await, Vec::<String>::new());
    assert_eq!(reviews::blind(services, &owner, calls[0], &name).await.unwrap_err(), GONE);
    reviews::start_scoring(services, &rita, calls[0]).await.unwrap();
    let own = reviews::score(services, &owner, calls[0], &name, Score::new(10), "").await;
    assert_eq!(own, Err(GONE));
    assert!(projects::get(services, &owner, project).await.is_ok(), "hers by name as ever");
}

#[tokio::test]
async fn b4_names_open_when_all_who_take_part_have_locked() {
    let cast = set_up().await;
    let services = &cast.services;
    let (calls, donor) = calls(&cast).await;
    let call = calls[0];
    let (id, owner) = cast.organisation("Alder Collective", "Olga").await;
    let project = cast.project(&owner, id, "Hotline").await;
    cast.share(&owner, project, Visibility::Donors).await;
    cast.hand.move_on(TimeDelta::hours(25));
    for name in ["Rita", "Sven", "Tara"] {
        cast.reviewer(donor, name).await;
    }
    let strangers = [cast.again("Olga").await, cast.again("Admin One").await, Actor::anonymous()];
    let mut who = Vec::new();
    for name in ["Rita", "Sven", "Tara"] {
        who.push(cast.again(name).await);
    }
    let [rita, sven, tara] = &who[..] else { panic!() };
    for stranger in &strangers {
        assert_eq!(reviews::begin(services, stranger, call, 0).await, Err(GONE));
    }
    assert_eq!(reviews::start_scoring(services, rita, call).await, Err(GONE), "not begun");
    reviews::begin(services, sven, call, 0).await.unwrap();
    let name = &names(services, rita, call).await[0];
    let give = async |who: &Actor, score| {
        reviews::score(services, who, call, name, Score::new(score), "a note 7919113").await
    };
    assert_eq!(give(rita, 5).await, Err(Failure::Forbidden), "scoring has not started");
    reviews::start_scoring(services, rita, call).await.unwrap();
    reviews::start_scoring(services, sven, call).await.unwrap();
    for stranger in &strangers {
        let refused = [
            reviews::start_scoring(services, stranger, call).await,
            give(stranger, 5).await,
            reviews::lock(services, stranger, call).await,
            reviews::leave(services, stranger, call).await,
            reviews::leave_out(services, stranger, call, rita.account().unwrap()).await,
        ];
        let known = stranger.account().is_some();
        let expected = if known { GONE } else { Failure::Forbidden };
        assert!(refused.iter().all(|one| *one == Err(expected.clone())), "{refused:?}");
    }
    assert_eq!(field(&give(rita, 11).await.unwrap_err()), ("score", "missing"));
    assert_eq!(reviews::lock(services, rita, call).await, Err(Failure::Forbidden), "no score yet");
    give(rita, 5).await.unwrap();
    give(rita, 6).await.unwrap();
    give(sven, 9).await.unwrap();
    let told = format!("{:?}", reviews::blind(services, tara, call, name).await.unwrap());
    assert!(!told.contains("7919113"), "scores and notes are each reviewer's own: {told}");
    let of_rita = reviews::blind(services, rita, call, name).await.unwrap();
    assert_eq!(of_rita.candidate.score, Score::new(6));
    reviews::lock(services, rita, call).await.unwrap();
    reviews::lock(services, rita, call).await.unwrap();
    assert_eq!(give(rita, 7).await, Err(Failure::Forbidden), "locked");
    assert_eq!(reviews::leave(services, rita, call).await, Err(Failure::Forbidden));
    let open =
        async |who: &Actor| reviews::open_name(services, who, call, name, "due diligence").await;
    assert_eq!(open(rita).await, Err(Failure::Forbidden), "others have not locked");
    let (s, t) = (sven.account().unwrap(), tara.account().unwrap());
    let out = async |who: &Actor, other| reviews::leave_out(services, who, call, other).await;
    assert_eq!(out(rita, t).await, Err(Failure::Forbidden), "she is waited for");
    assert_eq!(out(sven, t).await, Err(Failure::Forbidden), "he has not locked");

    // Six days later Sven changes his score; on the eighth Tara is left out, and he not yet.
    cast.hand.move_on(TimeDelta::days(6));
    give(&cast.again("Sven").await, 8).await.unwrap();
    cast.hand.move_on(TimeDelta::days(2));
    let (rita, sven) = (&cast.again("Rita").await, &cast.again("Sven").await);
    out(rita, t).await.unwrap();
    assert_eq!(out(rita, s).await, Err(Failure::Forbidden), "he is at work");
    assert_eq!(open(rita).await, Err(Failure::Forbidden));
    let progress = async |who: &Actor| {
        let found = matches::for_call(services, who, call, &MatchFilter::default()).await.unwrap();
        (found.review.unwrap(), found.rows.rows[0].mean)
    };
    let (at, mean) = progress(sven).await;
    assert_eq!((at.state, at.locked(), mean), (ReviewState::Scoring, (1, 2), None));
    reviews::lock(services, sven, call).await.unwrap();
    let (at, mean) = progress(sven).await;
    assert_eq!((at.state, at.locked(), mean), (ReviewState::Locked, (2, 2), Some(700)));
    let tara = &cast.again("Tara").await;
    assert_eq!(give(tara, 1).await, Err(Failure::Forbidden), "it is over");
    let all = reviews::blind(services, tara, call, name).await.unwrap();
    let told: Vec<(&str, u8)> =
        all.scores.iter().map(|line| (line.name.as_str(), line.score.number())).collect();
    assert_eq!(told, [("Rita", 6), ("Sven", 8)]);
    assert!(all.scores[0].note.contains("7919113") && !all.scores[0].knew);
    open(tara).await.unwrap();
    let opened = reviews::blind(services, tara, call, name).await.unwrap();
    assert_eq!(opened.opened.as_deref(), Some("Alder Collective"));
    let entries = trail::list(services, &cast.again("Admin One").await, TrailOf::Server, 1).await;
    let acts: Vec<String> = entries.unwrap().rows.into_iter().map(|line| line.entry.act).collect();
    for act in
        ["review_begun", "review_scoring", "scores_locked", "review_left_out", "review_locked"]
    {
        assert!(acts.iter().any(|one| one == act), "{act}: {acts:?}");
    }
}

/// What becomes of thirty-two acts at once.
async fn at_once(
    act: impl Fn(usize) -> tokio::task::JoinHandle<Result<(), Failure>>,
) -> Vec<Result<(), Failure>> {
    let tasks: Vec<_> = (0..32).map(act).collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    outcomes
}

/// Double clicks and many at once: each act happens once, nobody waits in vain, nothing breaks.
#[tokio::test(flavor = "multi_thread")]
async fn reviewers_may_all_click_at_once() {
    let cast = set_up().await;
    let (calls, donor) = calls(&cast).await;
    let call = calls[0];
    let (id, owner) = cast.organisation("Alder Collective", "Olga").await;
    for number in 0..3 {
        let project = cast.project(&owner, id, &format!("Hotline {number}")).await;
        cast.share(&owner, project, Visibility::Donors).await;
    }
    let rising = cast.project(&owner, id, "Rising").await;
    cast.hand.move_on(TimeDelta::hours(25));
    let who = [cast.reviewer(donor, "Rita").await, cast.reviewer(donor, "Sven").await];
    let owner = cast.again("Olga").await;
    let processes = [cast.services.clone(), another(&cast.test, &cast.hand).await];
    let everyone = |number: usize| (processes[number % 2].clone(), who[number / 2 % 2].clone());
    let begun = at_once(|number| {
        let ((services, who), owner) = (everyone(number), owner.clone());
        tokio::spawn(async move {
            if number % 8 == 7 {
                let level = Visibility::Public;
                let choice = Choice { level, named: Vec::new(), coalition: None };
                return sharing::share(&services, &owner, rising, choice).await;
            }
            reviews::begin(&services, &who, call, 0).await
        })
    });
    assert!(begun.await.iter().all(Result::is_ok));
    for process in &processes {
        process.follow().await.unwrap();
    }
    let names = names(&processes[0], &who[0], call).await;
    assert_eq!(names.len(), 3);
    cast.hand.move_on(TimeDelta::hours(25));
    let who = [cast.again("Rita").await, cast.again("Sven").await];
    assert_eq!(self::names(&processes[1], &who[1], call).await.len(), 4, "named while it began");

    // Opening and starting at once: whoever opened did so before, and nobody after.
    let name = names[0].clone();
    let outcomes = at_once(|number| {
        let (services, who) = (processes[number % 2].clone(), who[number / 2 % 2].clone());
        let name = name.clone();
        tokio::spawn(async move {
            if number % 4 == 0 {
                return reviews::start_scoring(&services, &who, call).await;
            }
            reviews::open_name(&services, &who, call, &name, "due diligence").await
        })
    });
    let fine = |one: &Result<(), Failure>| matches!(one, Ok(()) | Err(Failure::Forbidden));
    assert!(outcomes.await.iter().all(fine));
    let late = reviews::open_name(&processes[0], &who[0], call, &name, "due diligence").await;
    assert_eq!(late, Err(Failure::Forbidden));

    // Scoring and locking at once: what is locked does not change any more.
    let outcomes = at_once(|number| {
        let (services, who) = (processes[number % 2].clone(), who[number / 2 % 2].clone());
        let name = names[number % 3].clone();
        tokio::spawn(async move {
            if number >= 24 {
                return reviews::lock(&services, &who, call).await;
            }
            let score = Score::new(u8::try_from(number % 11).unwrap());
            reviews::score(&services, &who, call, &name, score, "").await
        })
    });
    assert!(outcomes.await.iter().all(fine));
    for who in &who {
        let score = Score::new(1);
        let _ = reviews::score(&processes[0], who, call, &name, score, "").await;
        reviews::lock(&processes[1], who, call).await.unwrap();
    }
    let found = matches::for_call(&processes[0], &who[0], call, &MatchFilter::default()).await;
    let progress = found.unwrap().review.unwrap();
    assert_eq!((progress.number, progress.state), (1, ReviewState::Locked));
    assert_eq!(progress.parts.len(), 2);
    let admin = cast.again("Admin One").await;
    let verified = trail::verify(&processes[0], &admin).await.unwrap();
    assert!(verified.is_ok());
}

#[tokio::test]
async fn coalitions_ask_under_code_names_and_tell_nothing_to_who_tries() {
    let cast = set_up().await;
    let services = &cast.services;
    let (id, owner) = cast.organisation("Alder", "Olga").await;
    let (other, boris) = cast.organisation("Birch", "Boris").await;
    let (third, chiara) = cast.organisation("Cedar", "Chiara").await;
    let code = async |who: &Actor, id: OrganisationId| {
        organisations::get(services, who, id).await.unwrap().organisation.code_name
    };
    let (mine, theirs) = (code(&owner, id).await, code(&boris, other).await);
    let last = code(&chiara, third).await;
    let unknown = "Alnus 999999".to_owned();
    let found = async |names: &[String]| {
        organisations::found_coalition(services, &owner, id, "Table", names).await
    };
    let typo = found(&["Anlus 123".to_owned()]).await.unwrap_err();
    assert_eq!(field(&typo), ("members", "code_name"));
    let own = found(std::slice::from_ref(&mine)).await.unwrap_err();
    assert_eq!(field(&own), ("members", "missing"));
    found(&[theirs.to_uppercase(), last.clone(), unknown.clone(), mine.clone()]).await.unwrap();
    let views = async |who: &Actor, id: OrganisationId| {
        organisations::coalitions(services, who, id).await.unwrap()
    };
    let view = views(&owner, id).await.remove(0);
    let mut asked = vec![theirs.to_uppercase(), last.clone(), unknown.clone()];
    asked.sort_by_key(|name| name.to_lowercase());
    assert_eq!((&view.members, &view.asked), (&vec!["Alder".to_owned()], &asked));
    let view = views(&boris, other).await.remove(0);
    assert_eq!(view.members, [mine], "who asks is told by code name");
    assert!(!view.agreed && !view.asked.contains(&theirs.to_uppercase()), "{view:?}");
    let coalition = view.id;
    // A refusal looks like no answer.
    organisations::set_coalition(services, &chiara, third, coalition, false).await.unwrap();
    assert_eq!(views(&chiara, third).await, []);
    assert_eq!(views(&owner, id).await[0].asked, asked);
    organisations::set_coalition(services, &boris, other, coalition, true).await.unwrap();
    for (who, id) in [(&owner, id), (&boris, other)] {
        let view = views(who, id).await.remove(0);
        assert_eq!(view.members, ["Alder", "Birch"]);
        assert!(view.asked.contains(&last) && view.asked.contains(&unknown));
        assert_eq!(view.asked.len(), 2, "who agreed is not asked any more");
    }
    // Three were asked today; seventeen more can be, and none after that, whatever was left since.
    let many = |from: usize, count: usize| -> Vec<String> {
        (from..from + count).map(|number| format!("Alnus {number}")).collect()
    };
    found(&many(500_000, 17)).await.unwrap();
    for view in views(&owner, id).await {
        organisations::set_coalition(services, &owner, id, view.id, false).await.unwrap();
    }
    let more = found(&many(600_000, 1)).await.unwrap_err();
    assert_eq!(field(&more), ("members", "many_asked"));
    cast.hand.move_on(TimeDelta::hours(12));
    let owner = cast.again("Olga").await;
    let names = many(600_000, 20);
    organisations::found_coalition(services, &owner, id, "T", &names).await.unwrap();
}
