//! Reviewing blind, on either database: code names, scores, locks, opened names; and coalitions that
//! ask under code names.

use std::{collections::BTreeSet, io::Cursor};

use chrono::TimeDelta;
use domain::{CallId, DonorId, OrganisationId, ProjectId, ReviewState, Score, View, Visibility};
use service::{
    Actor, Conflict, Failure, Purpose, Services, accounts,
    calls::{self, CallFilter},
    editing,
    imports::{self, File, ImportKind},
    invitations,
    matches::{self, MatchFilter},
    organisations, overview,
    projects::{self, ProjectFilter},
    reviews, rulings,
    sharing::{self, Choice},
    trail::{self, TrailOf},
};

use crate::{
    common::another,
    people::{Cast, PASSWORD, actor, arrive, field, set_up},
};

const GONE: Failure = Failure::NotFound;

const fn conflict<T>(conflict: Conflict) -> Result<T, Failure> {
    Err(Failure::Conflict(conflict))
}

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
    pub(crate) async fn again(&self, name: &str) -> Actor {
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
    assert_eq!(blind.opened, None);
    let no_letters = reviews::open_name(services, &rita, call, &name, " ?! 1 ").await;
    assert_eq!(field(&no_letters.unwrap_err()), ("reason", "no_letters"));
    reviews::open_name(services, &rita, call, &name, "conflict of interest").await.unwrap();
    let rita = cast.again("Rita").await;
    let blind = reviews::blind(services, &rita, call, &name).await.unwrap();
    let opened = blind.opened.unwrap();
    assert_eq!(
        (opened.organisation.as_str(), opened.title.as_str()),
        ("Alder Collective", "Hotline")
    );
    assert_eq!(opened.page, Some(project), "reached through the logged opening");
    assert!(seen(&rita).await.is_ok());
    nowhere(&boris).await;

    // While any of her calls is scored all names are closed, the opened ones as well: the same project
    // stands beside both.
    reviews::start_scoring(services, &rita, second).await.unwrap();
    let rita = cast.again("Rita").await;
    nowhere(&rita).await;
    let blind = reviews::blind(services, &rita, call, &name).await.unwrap();
    assert_eq!((blind.opened, blind.may_open), (None, false));
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
    assert_eq!(give(rita, 7).await, conflict(Conflict::ScoresLocked), "locked");
    assert_eq!(reviews::leave(services, rita, call).await, conflict(Conflict::ScoresLocked));
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
    assert_eq!(give(tara, 1).await, conflict(Conflict::ScoringOver), "it is over");
    let all = reviews::blind(services, tara, call, name).await.unwrap();
    let told: Vec<(&str, u8)> =
        all.scores.iter().map(|line| (line.name.as_str(), line.score.number())).collect();
    assert_eq!(told, [("Rita", 6), ("Sven", 8)]);
    assert!(all.scores[0].note.contains("7919113") && !all.scores[0].knew);
    open(tara).await.unwrap();
    let opened = reviews::blind(services, tara, call, name).await.unwrap();
    assert_eq!(opened.opened.unwrap().organisation, "Alder Collective");
    let entries = trail::list(services, &cast.again("Admin One").await, TrailOf::Server, 1).await;
    let acts: Vec<String> = entries.unwrap().rows.into_iter().map(|line| line.entry.act).collect();
    for act in
        ["review_begun", "review_scoring", "scores_locked", "review_left_out", "review_locked"]
    {
        assert!(acts.iter().any(|one| one == act), "{act}: {acts:?}");
    }
}

/// A round of one reviewer: all projects get a score, the last one the best.
async fn round(services: &Services, who: &Actor, call: CallId, note: &str) -> Vec<String> {
    reviews::start_scoring(services, who, call).await.unwrap();
    let names = names(services, who, call).await;
    for (number, name) in (0..).zip(&names) {
        reviews::score(services, who, call, name, Score::new(number), note).await.unwrap();
    }
    reviews::lock(services, who, call).await.unwrap();
    names
}

#[tokio::test]
async fn earlier_reviews_stay_readable_for_those_who_took_part() {
    let cast = set_up().await;
    let services = &cast.services;
    let (calls, donor) = calls(&cast).await;
    let call = calls[0];
    let (id, owner) = cast.organisation("Alder Collective", "Olga").await;
    for number in 0..3 {
        let project = cast.project(&owner, id, &format!("Hotline {number}")).await;
        cast.share(&owner, project, Visibility::Donors).await;
    }
    cast.hand.move_on(TimeDelta::hours(25));
    let rita = cast.reviewer(donor, "Rita").await;
    reviews::begin(services, &rita, call, 0).await.unwrap();
    let first = round(services, &rita, call, "a note 7919113").await;
    reviews::open_name(services, &rita, call, &first[0], "due diligence").await.unwrap();

    // All results of the newest one at a glance, whatever the filter hides.
    let filter = MatchFilter { verdicts: vec![domain::Verdict::Blocked], ..Default::default() };
    let found = matches::for_call(services, &rita, call, &filter).await.unwrap();
    let results = found.results.unwrap();
    assert_eq!((found.rows.rows.len(), results.rows.len()), (0, 3));
    assert_eq!(results.reviewers, ["Rita"]);
    assert!(results.rows.iter().all(|row| row.verdict.is_some()));
    let means: Vec<_> = results.rows.iter().map(|row| row.mean).collect();
    assert_eq!(means, [Some(200), Some(100), Some(0)], "best first");
    let opened = |rows: &[reviews::ResultRow]| -> Vec<String> {
        rows.iter().filter_map(|row| Some(row.opened.clone()?.organisation)).collect()
    };
    assert_eq!(opened(&results.rows), ["Alder Collective"]);

    let sven = cast.reviewer(donor, "Sven").await;
    assert_eq!(reviews::to_begin_again(services, &rita, call).await.unwrap().1, 1);
    reviews::begin(services, &rita, call, 1).await.unwrap();
    assert_eq!(reviews::to_begin_again(services, &rita, call).await.unwrap_err(), GONE);
    let found = reviews::rounds(services, &rita, call).await.unwrap();
    let [earlier] = &found.rounds[..] else { panic!("{found:?}") };
    let names: BTreeSet<&str> = earlier.rows.iter().map(|row| row.code_name.as_str()).collect();
    assert_eq!(names, first.iter().map(String::as_str).collect());
    assert!(earlier.rows.iter().all(|row| row.verdict.is_none()));
    let notes = earlier.rows.iter().flat_map(|row| row.scores.iter().flatten());
    assert!(notes.map(|line| line.note.as_str()).all(|note| note == "a note 7919113"));
    assert_eq!(opened(&earlier.rows), ["Alder Collective"]);
    let of_sven = reviews::rounds(services, &sven, call).await.unwrap();
    assert_eq!(of_sven.rounds, [], "he took no part");
    for stranger in [&cast.again("Olga").await, &cast.again("Admin One").await] {
        assert_eq!(reviews::rounds(services, stranger, call).await.unwrap_err(), GONE);
    }
    // While it is scored again, names are closed here as well.
    reviews::start_scoring(services, &rita, call).await.unwrap();
    let found = reviews::rounds(services, &rita, call).await.unwrap();
    assert_eq!(opened(&found.rounds[0].rows), Vec::<String>::new());
    let waiting = reviews::to_score(services, &sven).await.unwrap();
    assert_eq!(waiting.len(), 1, "whoever starts binds him too, and he is told");
}

#[tokio::test]
async fn what_a_call_demands_does_not_change_while_it_is_scored() {
    let cast = set_up().await;
    let services = &cast.services;
    let (calls, donor) = calls(&cast).await;
    let call = calls[0];
    let (id, owner) = cast.organisation("Alder Collective", "Olga").await;
    let project = cast.project(&owner, id, "Hotline").await;
    cast.share(&owner, project, Visibility::Donors).await;
    cast.hand.move_on(TimeDelta::hours(25));
    let rita = cast.reviewer(donor, "Rita").await;
    let (operator, admin) = (Actor::operator(), cast.again("Admin One").await);
    let write = async |who: &Actor, call: CallId, change: &dyn Fn(&mut domain::CallContent)| {
        let form = Box::pin(editing::to_edit(services, who, call)).await.unwrap();
        let mut content = form.call.content.clone();
        change(&mut content);
        let donor = Some(form.call.donor);
        let input = editing::CallInput { donor, new_donor: String::new(), content };
        let change = editing::Change { state: form.state, ..Default::default() };
        Box::pin(editing::update(services, who, call, input, change)).await
    };
    let months = async |who: &Actor, months: u16| {
        let condition = domain::Condition::EntityAge { months };
        let statement =
            rulings::Statement { condition, subject: String::new(), quote: String::new() };
        rulings::state(services, who, call, statement).await
    };
    let seat = |code: &str| {
        let place: domain::Place = code.parse().unwrap();
        move |content: &mut domain::CallContent| content.entity_countries = vec![place]
    };
    let changes = async || {
        let found =
            matches::for_call(services, &rita, call, &MatchFilter::default()).await.unwrap();
        found.review.unwrap().rule_changes
    };
    // Before the first code name is drawn nothing shows but how many there are.
    write(&rita, call, &seat("LT")).await.unwrap();
    let found = matches::for_call(services, &rita, call, &MatchFilter::default()).await.unwrap();
    assert_eq!((found.waiting, found.counts), (1, matches::VerdictCounts::default()));
    reviews::begin(services, &rita, call, 0).await.unwrap();
    assert_eq!(changes().await, 0);
    write(&rita, call, &seat("DE")).await.unwrap();
    months(&rita, 24).await.unwrap();
    write(&rita, call, &|content| content.title = "Legal help".into()).await.unwrap();
    assert_eq!(changes().await, 2, "each change of the rules is told, and nothing else");

    reviews::start_scoring(services, &rita, call).await.unwrap();
    for who in [&rita, &admin, &operator] {
        let refused = conflict(Conflict::CallScored);
        assert_eq!(write(who, call, &seat("LT")).await, refused);
        assert_eq!(months(who, 12).await, refused);
    }
    write(&rita, call, &|content| content.title = "Legal help again".into()).await.unwrap();
    let import = async || {
        let line = r#"{"id":"2","source":"t","donor":"Fonds","title":"Legal aid 2","entity_countries":["LT"]}"#;
        let file = File { name: "f".into(), input: Box::new(Cursor::new(line)) };
        let kind = ImportKind::Calls;
        Box::pin(imports::run(services, &operator, kind, file, true, &mut |_| ())).await.unwrap()
    };
    let second = calls[1];
    reviews::begin(services, &rita, second, 0).await.unwrap();
    reviews::start_scoring(services, &rita, second).await.unwrap();
    let words = |content: &mut domain::CallContent| {
        content.conditions = "Applicants must be registered in Georgia.".into();
    };
    let read = write(&rita, second, &words).await;
    assert_eq!(read, conflict(Conflict::CallScored), "also what is read from its words");
    let held = import().await;
    assert_eq!(held.lines[0].outcome, imports::LineOutcome::Held, "{held:?}");
    let seats = async || {
        let found = calls::details(services, &operator, second, None).await.unwrap();
        found.call.content.entity_countries
    };
    assert_eq!(seats().await, []);
    // When nobody takes part any more the projects are read again, and the change is told.
    reviews::leave(services, &rita, second).await.unwrap();
    import().await;
    assert_eq!(seats().await.len(), 1);
    let found = matches::for_call(services, &rita, second, &MatchFilter::default()).await.unwrap();
    assert_eq!(found.review.unwrap().rule_changes, 1);
}

#[tokio::test]
async fn who_left_comes_back_knowingly_and_what_is_withdrawn_is_not_counted() {
    let cast = set_up().await;
    let services = &cast.services;
    let (calls, donor) = calls(&cast).await;
    let call = calls[0];
    let (id, owner) = cast.organisation("Alder Collective", "Olga").await;
    let mut projects = Vec::new();
    for number in 0..3 {
        let project = cast.project(&owner, id, &format!("Hotline {number}")).await;
        cast.share(&owner, project, Visibility::Donors).await;
        projects.push(project);
    }
    cast.hand.move_on(TimeDelta::hours(25));
    let owner = cast.again("Olga").await;
    let (rita, sven) = (cast.reviewer(donor, "Rita").await, cast.reviewer(donor, "Sven").await);
    reviews::begin(services, &rita, call, 0).await.unwrap();
    reviews::start_scoring(services, &rita, call).await.unwrap();
    let names = names(services, &rita, call).await;
    let give = async |who: &Actor, name: &str| {
        reviews::score(services, who, call, name, Score::new(5), "a note 7919113").await
    };
    reviews::leave(services, &sven, call).await.unwrap();
    assert_eq!(give(&sven, &names[0]).await, conflict(Conflict::NoPart));
    let blind = reviews::blind(services, &sven, call, &names[0]).await.unwrap();
    assert!(blind.may_join && !blind.may_score, "no form that binds without a word");
    assert_eq!(reviews::to_score(services, &sven).await.unwrap(), []);
    reviews::take_part(services, &sven, call).await.unwrap();
    give(&sven, &names[0]).await.unwrap();

    give(&rita, &names[0]).await.unwrap();
    let progress = async || {
        let found =
            matches::for_call(services, &rita, call, &MatchFilter::default()).await.unwrap();
        let review = found.review.unwrap();
        (review.given, review.listed, review.withdrawn)
    };
    assert_eq!(progress().await, (1, 3, 0));
    let before = async || reviews::before(services, &rita, call).await.unwrap();
    assert!(before().await.may_lock);
    let mut open = names[1..].to_vec();
    open.sort();
    assert_eq!(before().await.unscored, open);
    for project in &projects {
        cast.share(&owner, *project, Visibility::Private).await;
    }
    assert_eq!(progress().await, (0, 0, 1), "what nobody can read is not counted");
    let withdrawn = reviews::blind(services, &rita, call, &names[0]).await.unwrap_err();
    assert_eq!(withdrawn, Failure::Conflict(Conflict::Withdrawn));
    assert_eq!(give(&rita, &names[1]).await, conflict(Conflict::Withdrawn));
    assert_eq!(reviews::blind(services, &rita, call, "Alnus 1").await.unwrap_err(), GONE);
    assert_eq!(reviews::blind(services, &owner, call, &names[0]).await.unwrap_err(), GONE);
    for who in [&rita, &sven] {
        reviews::lock(services, who, call).await.unwrap();
    }
    let found = matches::for_call(services, &rita, call, &MatchFilter::default()).await.unwrap();
    let results = found.results.unwrap();
    let [row] = &results.rows[..] else { panic!("{results:?}") };
    assert!(row.withdrawn && row.mean == Some(500) && row.opened.is_none());
    assert!(!format!("{results:?}").contains("7919113"), "no words about what was taken back");
}

#[tokio::test]
async fn what_is_shared_while_a_call_is_scored_waits_for_the_next_review() {
    let cast = set_up().await;
    let services = &cast.services;
    let (calls, donor) = calls(&cast).await;
    let call = calls[0];
    let (id, owner) = cast.organisation("Alder Collective", "Olga").await;
    let first = cast.project(&owner, id, "Hotline one").await;
    cast.share(&owner, first, Visibility::Donors).await;
    cast.hand.move_on(TimeDelta::hours(25));
    let owner = cast.again("Olga").await;
    // Shared before scoring begins, seen by donors only a day later.
    let second = cast.project(&owner, id, "Hotline two").await;
    cast.share(&owner, second, Visibility::Donors).await;
    let rita = cast.reviewer(donor, "Rita").await;
    reviews::begin(services, &rita, call, 0).await.unwrap();
    reviews::start_scoring(services, &rita, call).await.unwrap();
    let third = cast.project(&owner, id, "Hotline three").await;
    cast.share(&owner, third, Visibility::Donors).await;
    cast.hand.move_on(TimeDelta::hours(25));
    let rita = cast.again("Rita").await;
    assert_eq!(names(services, &rita, call).await.len(), 1);

    // Scoring is taken back, and what was shared meanwhile is read.
    reviews::leave(services, &rita, call).await.unwrap();
    assert_eq!(names(services, &rita, call).await.len(), 3);

    // Where nothing is left to score, nobody waits for ever.
    reviews::start_scoring(services, &rita, call).await.unwrap();
    assert!(!reviews::before(services, &rita, call).await.unwrap().may_lock);
    assert_eq!(reviews::lock(services, &rita, call).await.unwrap_err(), Failure::Forbidden);
    let owner = cast.again("Olga").await;
    for project in [first, second, third] {
        cast.share(&owner, project, Visibility::Private).await;
    }
    assert!(reviews::before(services, &rita, call).await.unwrap().may_lock);
    reviews::lock(services, &rita, call).await.unwrap();
    let after = reviews::before(services, &rita, call).await.unwrap();
    assert!(!after.may_lock && !after.may_leave);
}

#[tokio::test]
async fn owners_see_what_reviewers_will_read_and_who_sees_it_no_more() {
    let cast = set_up().await;
    let services = &cast.services;
    let (calls, donor) = calls(&cast).await;
    let (id, owner) = cast.organisation("Alder Collective", "Olga").await;
    let (_, boris) = cast.organisation("Birch", "Boris").await;
    let project = cast.project(&owner, id, "Hotline of the Alder Collective").await;
    let choice = |level, named: &[&str]| Choice {
        level,
        named: named.iter().map(|name| (*name).to_owned()).collect(),
        coalition: None,
    };
    let preview = async |choice| sharing::preview(services, &owner, project, choice).await.unwrap();
    sharing::share(services, &owner, project, choice(Visibility::Named, &["Boris"])).await.unwrap();
    let raised = preview(choice(Visibility::Donors, &["Boris"])).await;
    assert!(raised.gone.is_empty() && raised.no_people && raised.no_aliases, "{raised:?}");
    let sideways = preview(choice(Visibility::Named, &["Admin One"])).await;
    assert_eq!(sideways.gone, [sharing::Audience::Person("Boris".into())]);
    assert!(sideways.masked.is_empty() && !sideways.no_people, "no reviewer reads it");
    sharing::share(services, &owner, project, choice(Visibility::Public, &["Boris"]))
        .await
        .unwrap();
    let lowered = preview(choice(Visibility::Private, &[])).await;
    let person = sharing::Audience::Person("Boris".into());
    assert_eq!(lowered.gone, [person, sharing::Audience::Donors, sharing::Audience::Everyone]);
    assert!(!lowered.raises);
    cast.hand.move_on(TimeDelta::hours(25));
    let rita = cast.reviewer(donor, "Rita").await;
    reviews::begin(services, &rita, calls[0], 0).await.unwrap();
    let name = &names(services, &rita, calls[0]).await[0];
    let blind = reviews::blind(services, &rita, calls[0], name).await.unwrap();
    assert_eq!(raised.masked, blind.texts, "word for word");
    drop(boris);
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
    let fine = |one: &Result<(), Failure>| {
        matches!(one, Ok(()) | Err(Failure::Forbidden | Failure::Conflict(Conflict::ScoresLocked)))
    };
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
    let (loud, close) = (theirs.to_uppercase(), last.to_lowercase().replace(' ', ""));
    found(&[loud, close.clone(), unknown.clone(), mine.replace(' ', "  ")]).await.unwrap();
    let views = async |who: &Actor, id: OrganisationId| {
        organisations::coalitions(services, who, id).await.unwrap()
    };
    let view = views(&owner, id).await.remove(0);
    let mut asked = vec![theirs.to_uppercase(), close.clone(), unknown.clone()];
    asked.sort_by_key(|name| name.to_lowercase());
    assert_eq!((&view.members, &view.asked), (&vec!["Alder".to_owned()], &asked));
    let view = views(&boris, other).await.remove(0);
    assert_eq!(view.members, [mine], "who asks is told by code name");
    assert!(!view.agreed && !view.asked.contains(&theirs.to_uppercase()), "{view:?}");
    let coalition = view.id;
    let view = views(&chiara, third).await.remove(0);
    assert!(!view.asked.contains(&close), "however it was spaced: {view:?}");
    // A refusal looks like no answer.
    organisations::set_coalition(services, &chiara, third, coalition, false).await.unwrap();
    assert_eq!(views(&chiara, third).await, []);
    assert_eq!(views(&owner, id).await[0].asked, asked);
    organisations::set_coalition(services, &boris, other, coalition, true).await.unwrap();
    for (who, id) in [(&owner, id), (&boris, other)] {
        let view = views(who, id).await.remove(0);
        assert_eq!(view.members, ["Alder", "Birch"]);
        assert!(view.asked.contains(&close) && view.asked.contains(&unknown));
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
