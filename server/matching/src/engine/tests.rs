mod changes;
mod kept;

use std::{collections::BTreeSet, sync::Arc};

use chrono::{DateTime, Days, Utc};
use domain::{
    AmountRange, CallContent, CallId, Closing, ConfidenceLevel, Currency, Deadline, DeadlineKind,
    EntityForm, LegalEntity, LegalEntityId, PartKind, ProjectContent, ProjectId, Verdict,
};
use proptest::prelude::*;
use reading::{
    CallRecord,
    blind::{KnownName, Masker},
    tongue::Tongue,
};

use super::{CallIndex, Found, Params, ProjectBlind, ProjectIndex, ProjectRecord};
use crate::vectors::{Embedder, Passage, Vector};

fn call_id(n: u8) -> CallId {
    CallId::from_random([n; 16])
}

fn project_id(n: u8) -> ProjectId {
    ProjectId::from_random([n; 16])
}

fn today() -> DateTime<Utc> {
    "2026-05-01T12:00:00Z".parse().unwrap()
}

fn index(calls: &[CallContent], masker: &Masker) -> CallIndex {
    let records = calls.iter().zip(1..).map(|(content, n)| CallRecord { id: call_id(n), content });
    CallIndex::build(records, masker, &Params::default())
}

fn text_call(title: &str, text: &str) -> CallContent {
    CallContent { text: text.into(), ..CallContent::titled(title) }
}

fn text_project(title: &str, summary: &str) -> ProjectContent {
    ProjectContent { summary: summary.into(), ..ProjectContent::titled(title) }
}

fn some_calls() -> Vec<CallContent> {
    vec![
        text_call(
            "Press freedom fund",
            "Grants for exiled newsrooms, investigative reporting and journalists under threat.",
        ),
        text_call(
            "River restoration",
            "Support for wetlands, rivers and the farmers who live beside them.",
        ),
        text_call(
            "Housing for refugees",
            "Local associations that help displaced families to find a home and work.",
        ),
        text_call(
            "Свобода прессы",
            "Гранты для редакций в изгнании, расследований и журналистов под угрозой.",
        ),
    ]
}

fn found(calls: &CallIndex, project: &ProjectContent, masker: &Masker) -> Vec<Found<CallId>> {
    calls.calls_for(&ProjectBlind::new(project, masker), &[], today(), |_| true)
}

#[test]
fn the_right_call_comes_first() {
    let masker = Masker::default();
    let calls = index(&some_calls(), &masker);
    let english = text_project(
        "",
        "Our newsroom in exile publishes investigative reporting; journalists are under threat.",
    );
    assert_eq!(found(&calls, &english, &masker)[0].id, call_id(1));
    let russian = text_project("", "Редакция в изгнании публикует журналистские расследования.");
    assert_eq!(found(&calls, &russian, &masker)[0].id, call_id(4));
}

#[test]
fn an_empty_call_is_unclear_with_no_fit_and_the_lowest_confidence() {
    let masker = Masker::default();
    let calls = index(&[CallContent::titled(""), some_calls().remove(0)], &masker);
    let mut project = text_project("Newsroom", "Investigative reporting in exile.");
    project.work_places = vec!["LT".parse().unwrap()];
    project.budget = AmountRange::new(Some(1), Some(2), Currency::EUR).ok();
    let project = ProjectBlind::new(&project, &masker);
    let one = calls.explain(call_id(1), &project, project_id(1), &[], today()).unwrap();
    assert_eq!(one.eligibility.verdict, Verdict::Unclear);
    assert!(one.fit.score().abs() < f64::EPSILON);
    assert!(one.fit.parts.iter().all(|part| !part.known()));
    assert_eq!((one.confidence.known, one.confidence.level()), (0, ConfidenceLevel::Low));
    assert!(one.missing.is_empty());
}

#[test]
fn dates_do_not_change_fit() {
    let masker = Masker::default();
    let mut calls = some_calls();
    let project = text_project("", "Investigative reporting of a newsroom in exile.");
    let before = found(&index(&calls, &masker), &project, &masker);
    for call in &mut calls {
        call.opens = "2026-04-01".parse().ok();
        call.closing = Closing::Dated(vec![Deadline {
            on: "2026-05-02".parse().unwrap(),
            at: None,
            zone: None,
            kind: DeadlineKind::Final,
            note: None,
        }]);
    }
    let after = found(&index(&calls, &masker), &project, &masker);
    let fits = |found: &[Found<CallId>]| -> Vec<(CallId, u64)> {
        found.iter().map(|found| (found.id, found.fit.to_bits())).collect()
    };
    assert_eq!(fits(&before), fits(&after));
}

#[test]
fn words_are_unknown_across_languages_and_their_points_go_elsewhere() {
    let masker = Masker::default();
    let mut calls = some_calls();
    calls[0].places = vec!["BY".parse().unwrap()];
    let calls = index(&calls, &masker);
    let mut project =
        text_project("", "Редакция в изгнании публикует журналистские расследования.");
    project.reach_places = vec!["BY".parse().unwrap()];
    let project = ProjectBlind::new(&project, &masker);
    let one = calls.explain(call_id(1), &project, project_id(1), &[], today()).unwrap();
    let part = |kind: PartKind| one.fit.parts.iter().find(|part| part.kind == kind).unwrap();
    assert!(!part(PartKind::Words).known() && part(PartKind::Place).known());
    assert!(one.fit.score() <= 100.0);
}

#[test]
fn the_best_entity_is_proposed_and_one_can_be_asked_for() {
    let masker = Masker::default();
    let mut calls = some_calls();
    calls[0].entity_countries = vec!["EU".parse().unwrap()];
    calls[0].opens = "2026-04-01".parse().ok();
    let calls = index(&calls, &masker);
    let entity = |n: u8, country: &str| LegalEntity {
        id: LegalEntityId::from_random([n; 16]),
        name: "x".into(),
        country: country.parse().unwrap(),
        form: EntityForm::Association,
        local_form: None,
        identifier: None,
        since: None,
        fiscal_sponsor: false,
    };
    let entities = [entity(1, "GE"), entity(2, "DE")];
    let project = ProjectBlind::new(&text_project("", "Newsroom"), &masker);
    let best = calls.explain(call_id(1), &project, project_id(1), &entities, today()).unwrap();
    assert_eq!(best.eligibility.entity, Some(entities[1].id));
    assert_eq!(best.eligibility.verdict, Verdict::Eligible);
    let georgian = calls.eligibility_through(call_id(1), &project, Some(&entities[0]), today());
    assert_eq!(georgian.unwrap().verdict, Verdict::Blocked);
}

#[test]
fn a_call_is_most_like_its_near_copy() {
    let masker = Masker::default();
    let mut calls = some_calls();
    calls.push(text_call(
        "Press freedom grants",
        "Grants for newsrooms in exile, for investigative reporting and threatened journalists.",
    ));
    let calls = index(&calls, &masker);
    let alike = calls.similar_calls(call_id(1), 3);
    assert_eq!(alike[0].id, call_id(5));
    assert!(alike.iter().all(|one| one.id != call_id(1) && (0.0..=100.0).contains(&one.likeness)));
    assert!(alike[0].likeness > 40.0);
}

const WORDS: &[&str] = &[
    "newsroom",
    "exile",
    "reporting",
    "journalists",
    "threat",
    "rivers",
    "wetlands",
    "farmers",
    "refugees",
    "home",
    "grants",
    "rights",
    "women",
    "school",
    "culture",
    "podcast",
    "music",
];

/// Invented names: of bodies, of a person, one of them in Cyrillic letters.
const NAMES: &[&str] = &["Qarvo Heron", "Zorka Info", "Тропа Вымысла", "QXJW", "Ulla Farnquist"];

fn masker() -> Masker {
    let body = |name: &&str| KnownName::Body((*name).to_owned());
    let person = KnownName::Person(NAMES[4].into());
    Masker::new(NAMES[..4].iter().map(body).chain([person]))
}

fn words() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(WORDS), 0..14)
}

fn places() -> impl Strategy<Value = Vec<domain::Place>> {
    let codes = prop::sample::select(vec!["DE", "LT", "BY", "EU", "WORLD", "EASTERN_PARTNERSHIP"]);
    prop::collection::vec(codes.prop_map(|code| code.parse().unwrap()), 0..3)
}

fn range() -> impl Strategy<Value = Option<AmountRange>> {
    (1_i64..100, 1_i64..100, any::<bool>()).prop_map(|(a, b, known)| {
        known.then(|| AmountRange::new(Some(a.min(b)), Some(a.max(b)), Currency::EUR).unwrap())
    })
}

prop_compose! {
    fn call()(title in words(), text in words(), places in places(), award in range()) -> CallContent {
        CallContent { places, award, ..text_call(&title.join(" "), &text.join(" ")) }
    }
}

prop_compose! {
    fn project()(text in words(), work_places in places(), budget in range()) -> ProjectContent {
        ProjectContent { work_places, budget, ..text_project("", &text.join(" ")) }
    }
}

/// A text with a name, or nothing, between its words.
fn with_name(text: &str, name: &str, at: usize) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.insert(at.min(words.len()), name);
    words.join(" ")
}

fn bits(found: &[Found<CallId>]) -> Vec<(CallId, u64)> {
    found.iter().map(|found| (found.id, found.fit.to_bits())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_call_fits_better_than_its_sketch(
        calls in prop::collection::vec(call(), 1..40), project in project(),
    ) {
        let masker = Masker::default();
        let index = index(&calls, &masker);
        let project = ProjectBlind::new(&project, &masker);
        let (asked, ceilings) = index.asked_with_ceilings(&project, 3);
        let prospect = index.prospect(&project, &asked);
        let (words, most) = index.sketch(&prospect, &asked, &ceilings);
        let all: Vec<u32> = (0..).take(calls.len()).collect();
        let quick = crate::fit::Quick::new(index.params.weights);
        for hit in index.hits(&all, &project, &asked) {
            let words = || words[usize::from(ceilings.units(hit.doc))];
            let facts = quick.score(&prospect.at_most(hit.doc, words, || 1.0));
            let sketch = f64::from(most[usize::try_from(hit.doc).unwrap()]);
            prop_assert!(hit.score <= facts + super::ROUNDING, "{hit:?} {facts}");
            prop_assert!(facts <= sketch, "{facts} {sketch}");
        }
    }

    #[test]
    fn names_never_reach_a_score(
        calls in prop::collection::vec(call(), 1..5), project in project(),
        (a, b) in (0_usize..5, 0_usize..5), at in 0_usize..14,
    ) {
        let masker = masker();
        let score = |in_project: &str, in_call: &str| {
            let mut calls = calls.clone();
            calls[0].text = with_name(&calls[0].text, in_call, at);
            let mut project = project.clone();
            project.summary = with_name(&project.summary, in_project, at);
            bits(&found(&index(&calls, &masker), &project, &masker))
        };
        let deleted = score("", "");
        prop_assert_eq!(&score(NAMES[a], NAMES[b]), &deleted);
        prop_assert_eq!(&score(NAMES[b], NAMES[a]), &deleted);
        prop_assert_eq!(&score("", NAMES[a]), &deleted);
    }

    #[test]
    fn parts_add_up_and_stay_in_bounds(calls in prop::collection::vec(call(), 1..6), project in project()) {
        let masker = Masker::default();
        let calls = index(&calls, &masker);
        let blind = ProjectBlind::new(&project, &masker);
        for found in calls.calls_for(&blind, &[], today(), |_| true) {
            let one = calls.explain(found.id, &blind, project_id(1), &[], today()).unwrap();
            prop_assert!((0.0..=100.0 + 1e-9).contains(&one.fit.score()));
            prop_assert!((one.fit.score() - found.fit).abs() < 1e-9);
            let details = one.fit.parts.iter().flat_map(|part| &part.details);
            let sum: f64 = details.map(domain::Detail::value).sum();
            prop_assert!((sum - one.fit.score()).abs() < 1e-9);
            for part in &one.fit.parts {
                prop_assert!(part.value() <= part.of + 1e-9);
            }
            prop_assert_eq!(one.eligibility.verdict, found.verdict);
        }
    }

    #[test]
    fn the_order_of_calls_does_not_matter(calls in prop::collection::vec(call(), 2..6), project in project()) {
        let masker = Masker::default();
        let records: Vec<CallRecord> =
            calls.iter().zip(1..).map(|(content, n)| CallRecord { id: call_id(n), content }).collect();
        let build = |records: &mut dyn Iterator<Item = CallRecord<'_>>| {
            let index = CallIndex::build(records, &masker, &Params::default());
            bits(&found(&index, &project, &masker))
        };
        prop_assert_eq!(build(&mut records.iter().copied()), build(&mut records.iter().rev().copied()));
    }

    #[test]
    fn a_short_list_is_the_beginning_of_the_long_one(
        calls in prop::collection::vec(call(), 24..60), project in project(), top in 0_usize..4,
    ) {
        let masker = masker();
        let calls = index(&calls, &masker);
        let project = ProjectBlind::new(&project, &masker);
        let all = calls.calls_for(&project, &[], today(), |_| true);
        let first = calls.top_calls_for(&project, &[], today(), |_| true, top);
        prop_assert_eq!(bits(&first), bits(&all[..top]));
    }

    #[test]
    fn both_sides_see_the_same_number(
        calls in prop::collection::vec(call(), 1..5), projects in prop::collection::vec(project(), 1..5),
    ) {
        let masker = Masker::default();
        let calls = index(&calls, &masker);
        let records = projects.iter().zip(1..).map(|(content, n)| ProjectRecord {
            id: project_id(n),
            content,
            entities: &[],
            partners: &[],
        });
        let indexed = ProjectIndex::build(records, &masker, &calls);
        for (content, n) in projects.iter().zip(1..) {
            for from_project in found(&calls, content, &masker) {
                let from_call = indexed.projects_for(&calls, from_project.id, today(), |_| true);
                let same = from_call.iter().find(|found| found.id == project_id(n)).unwrap();
                prop_assert_eq!(same.fit.to_bits(), from_project.fit.to_bits());
                prop_assert_eq!(same.verdict, from_project.verdict);
            }
        }
    }
}

#[test]
fn the_top_of_a_list_is_its_beginning() {
    let masker = Masker::default();
    let calls = index(&some_calls(), &masker);
    let project =
        ProjectBlind::new(&text_project("", "A newsroom in exile by the river."), &masker);
    let all = calls.calls_for(&project, &[], today(), |_| true);
    for top in 0..=all.len() {
        let found = calls.top_calls_for(&project, &[], today(), |_| true, top);
        assert_eq!(found, all[..top]);
    }
}

#[test]
fn equal_fits_take_turns_by_the_day_and_nothing_else_changes() {
    let masker = Masker::default();
    // Twelve calls that say the same, and one that says more.
    let mut calls = vec![text_call("Newsrooms in exile", "Grants for journalists."); 12];
    calls.push(text_call("Newsrooms in exile", "Grants for investigative journalists in exile."));
    let index = index(&calls, &masker);
    let project = text_project("", "Investigative journalists of a newsroom in exile.");
    let project = ProjectBlind::new(&project, &masker);
    let on = |day: u64| index.calls_for(&project, &[], today() + Days::new(day), |_| true);
    let ids = |day: u64| on(day).iter().map(|found| found.id).collect::<Vec<_>>();
    assert_eq!(ids(0), ids(0));
    let firsts: BTreeSet<CallId> = (0..60).map(|day| ids(day)[1]).collect();
    assert!(firsts.len() > 6, "{firsts:?}");
    for day in 0..60 {
        let mut found = on(day);
        assert_eq!(found[0].id, call_id(13));
        found.sort_by_key(|found| found.id);
        let mut first = on(0);
        first.sort_by_key(|found| found.id);
        assert_eq!(bits(&found), bits(&first));
    }
}

#[test]
fn a_call_like_many_others_loses_points_of_its_words_and_says_so() {
    let masker = Masker::default();
    let mut calls = some_calls();
    let wide = format!("{} {} {}", calls[0].text, calls[1].text, calls[2].text);
    for n in 0..30 {
        calls.push(CallContent { text: wide.clone(), ..CallContent::titled(format!("Fund {n}")) });
    }
    let calls = index(&calls, &masker);
    let project = text_project("", "Rivers, wetlands and the farmers who live beside them.");
    let project = ProjectBlind::new(&project, &masker);
    let one = calls.explain(call_id(5), &project, project_id(1), &[], today()).unwrap();
    let part = |kind: PartKind| one.fit.parts.iter().find(|part| part.kind == kind).unwrap();
    let (words, crowding) = (part(PartKind::Words), part(PartKind::Crowding));
    assert!(crowding.known() && crowding.value() < -1.0, "{crowding:?}");
    assert!(words.value() + crowding.value() > 0.0 && one.fit.score() > 0.0);
}

/// A model that knows three words in two languages.
struct Dictionary;

impl Embedder for Dictionary {
    fn embed(&self, passage: &Passage) -> Option<Vector> {
        let words = [["newsroom", "редакци"], ["river", "рек"], ["refugee", "беженц"]];
        let texts: Vec<String> =
            passage.texts.iter().map(|text| text.as_str().to_lowercase()).collect();
        let says = |word: &str| texts.iter().any(|text| text.contains(word));
        let one = |forms: [&str; 2]| f32::from(u8::from(forms.into_iter().any(says)));
        Vector::new(&words.map(one))
    }

    fn compares(&self, _: Tongue, _: Tongue) -> bool {
        true
    }
}

#[test]
fn an_embedder_of_ones_own_finds_calls_across_languages() {
    let masker = masker();
    let calls = some_calls();
    let records: Vec<CallRecord> =
        calls.iter().zip(1..).map(|(content, n)| CallRecord { id: call_id(n), content }).collect();
    let params = Params::default();
    let own = CallIndex::build(records.iter().copied(), &masker, &params);
    let index =
        CallIndex::build_with(records.iter().copied(), &masker, &params, Arc::new(Dictionary));
    let project = text_project("", "Тропа Вымысла чистит реки.");
    let blind = ProjectBlind::new(&project, &masker);
    let meaning = |index: &CallIndex, n: u8| {
        let one = index.explain(call_id(n), &blind, project_id(1), &[], today()).unwrap();
        let found = index.calls_for(&blind, &[], today(), |_| true);
        let found = found.iter().find(|found| found.id == call_id(n)).unwrap();
        assert!((one.fit.score() - found.fit).abs() < 1e-9);
        one.fit.parts.iter().find(|part| part.kind == PartKind::Meaning).unwrap().value()
    };
    assert!(meaning(&index, 2) > 10.0 && meaning(&index, 1).abs() < 1e-9);
    assert_eq!(index.calls_for(&blind, &[], today(), |_| true)[0].id, call_id(2));
    // So few calls teach nothing.
    assert!(meaning(&own, 2).abs() < 1e-9);
    // It never reads a name.
    let unnamed = ProjectBlind::new(&text_project("", "чистит реки."), &masker);
    assert_eq!(
        bits(&index.calls_for(&unnamed, &[], today(), |_| true)),
        bits(&index.calls_for(&blind, &[], today(), |_| true))
    );
}

/// Enough calls to learn vectors from, on a few subjects.
fn many_calls() -> Vec<CallContent> {
    let pick = |i: usize, k: usize| WORDS[(i % 3) * 5 + (i * (k + 3) + k) % 6];
    (0..260)
        .map(|i| {
            let words: Vec<&str> = (0..6).map(|k| pick(i, k)).collect();
            text_call(words[0], &format!("We give money for {} in the town", words.join(" and ")))
        })
        .collect()
}

#[test]
fn few_are_found_as_if_all_had_been_compared() {
    let masker = Masker::default();
    let contents = many_calls();
    let records = contents.iter().zip(0_u128..).map(|(content, n)| CallRecord {
        id: CallId::from_random((n << 64).to_be_bytes()),
        content,
    });
    let calls = CallIndex::build(records, &masker, &Params::default());
    for words in WORDS.windows(4) {
        let project = text_project("", &format!("We work with the {}.", words.join(" and ")));
        let project = ProjectBlind::new(&project, &masker);
        let all = calls.calls_for(&project, &[], today(), |_| true);
        for top in [1, 3, 10, 31] {
            assert_eq!(calls.top_calls_for(&project, &[], today(), |_| true, top), all[..top]);
        }
        // Also where few are let through, and fewer than are asked for.
        for one_in in [2, 7, 40] {
            let keep = |id: CallId| id.uuid().as_bytes()[7].is_multiple_of(one_in);
            let all = calls.calls_for(&project, &[], today(), keep);
            for top in [1, 10, 31] {
                let found = calls.top_calls_for(&project, &[], today(), keep, top);
                assert_eq!(found, all[..top.min(all.len())]);
            }
        }
        let one = calls.explain(all[0].id, &project, project_id(1), &[], today()).unwrap();
        let part = |kind: PartKind| one.fit.parts.iter().find(|part| part.kind == kind).unwrap();
        assert!(part(PartKind::Meaning).known());
        assert!((one.fit.score() - all[0].fit).abs() < 1e-9);
    }
}
