use std::collections::BTreeSet;

use domain::{CallContent, CallId, Detail, Match, ProjectContent};
use proptest::prelude::*;
use reading::{CallRecord, KnownName};

use super::{
    Masker, bits, call, call_id, found, index, many_calls, project, project_id, some_calls,
    text_call, text_project, today,
};
use crate::{CallIndex, Params, ProjectBlind, ProjectIndex, ProjectRecord};

fn records(
    calls: &[CallContent],
    from: u8,
) -> impl DoubleEndedIterator<Item = CallRecord<'_>> + ExactSizeIterator {
    calls.iter().enumerate().map(move |(i, content)| {
        let n = from + u8::try_from(i).unwrap();
        CallRecord { id: call_id(n), content }
    })
}

fn explained(calls: &CallIndex, project: &ProjectContent, id: CallId) -> Option<Match> {
    let blind = ProjectBlind::new(project, &Masker::default());
    calls.explain(id, &blind, project_id(1), &[], today())
}

fn from_call(calls: &CallIndex, projects: &ProjectIndex, id: CallId) -> Vec<(u64, String)> {
    let found = projects.projects_for(calls, id, today(), |_| true);
    found.iter().map(|found| (found.fit.to_bits(), format!("{:?}", found.id))).collect()
}

fn alike(calls: &CallIndex, id: CallId) -> Vec<(CallId, u64)> {
    let found = calls.similar_calls(id, 5);
    found.iter().map(|one| (one.id, one.likeness.to_bits())).collect()
}

fn indexed(calls: &CallIndex, projects: &[ProjectContent]) -> ProjectIndex {
    let records = projects.iter().zip(1..).map(|(content, n)| ProjectRecord {
        id: project_id(n),
        content,
        entities: &[],
        partners: &[],
    });
    ProjectIndex::build(records, &Masker::default(), calls)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_call_changed_to_what_it_was_keeps_every_bit(
        calls in prop::collection::vec(call(), 1..30), projects in prop::collection::vec(project(), 1..4),
        some in prop::collection::vec(any::<bool>(), 30),
    ) {
        let masker = Masker::default();
        let before = index(&calls, &masker);
        let again = records(&calls, 1).zip(&some).filter(|(_, again)| **again).map(|(call, _)| call);
        let after = before.with_changes(again, &[], &masker);
        let indexed = indexed(&before, &projects);
        prop_assert_eq!(after.len(), calls.len());
        for content in &projects {
            prop_assert_eq!(
                bits(&found(&before, content, &masker)), bits(&found(&after, content, &masker))
            );
        }
        for record in records(&calls, 1) {
            let id = record.id;
            prop_assert_eq!(alike(&before, id), alike(&after, id));
            prop_assert_eq!(
                explained(&before, &projects[0], id), explained(&after, &projects[0], id)
            );
            prop_assert_eq!(from_call(&before, &indexed, id), from_call(&after, &indexed, id));
        }
    }

    #[test]
    fn changes_are_all_that_changes(
        calls in prop::collection::vec(call(), 3..30), new in prop::collection::vec(call(), 1..6),
        projects in prop::collection::vec(project(), 1..4), at in 0_usize..30, top in 0_usize..4,
    ) {
        // One call is removed, the next one changed, others are new.
        let masker = Masker::default();
        let (removed, changed) = (at % calls.len(), (at + 1) % calls.len());
        let (removed_id, changed_id) =
            (records(&calls, 1).nth(removed).unwrap().id, records(&calls, 1).nth(changed).unwrap().id);
        let before = index(&calls, &masker);
        let with = || {
            let one = CallRecord { id: changed_id, content: &new[0] };
            records(&new, 101).skip(1).chain([one])
        };
        let after = before.with_changes(with(), &[removed_id], &masker);
        let turned: Vec<CallRecord> = with().collect();
        let turned = before.with_changes(turned.into_iter().rev(), &[removed_id], &masker);
        let in_steps = with().fold(
            before.with_changes([], &[removed_id], &masker),
            |index, record| index.with_changes([record], &[], &masker),
        );
        let wanted = {
            let kept = records(&calls, 1).filter(|one| ![removed_id, changed_id].contains(&one.id));
            CallIndex::build(kept.chain(with()), &masker, &Params::default())
        };
        let ids = |index: &CallIndex, content: &ProjectContent| -> BTreeSet<CallId> {
            found(index, content, &masker).iter().map(|found| found.id).collect()
        };
        let indexed = indexed(&before, &projects);
        let touched: BTreeSet<CallId> = with().map(|one| one.id).chain([removed_id]).collect();
        prop_assert_eq!(after.len(), wanted.len());
        for (content, n) in projects.iter().zip(0_usize..) {
            let list = found(&after, content, &masker);
            prop_assert_eq!(ids(&after, content), ids(&wanted, content));
            prop_assert_eq!(bits(&list), bits(&found(&turned, content, &masker)));
            // Those that did not change keep every bit.
            let old = bits(&found(&before, content, &masker));
            for one in bits(&list).iter().filter(|(id, _)| !touched.contains(id)) {
                prop_assert!(old.contains(one));
            }
            // Words that came up later may be numbered in another order.
            for (id, fit) in bits(&found(&in_steps, content, &masker)) {
                let one = list.iter().find(|one| one.id == id).unwrap();
                prop_assert!((one.fit - f64::from_bits(fit)).abs() < 1e-9);
            }
            let blind = ProjectBlind::new(content, &masker);
            let first = after.top_calls_for(&blind, &[], today(), |_| true, top);
            prop_assert_eq!(bits(&first), bits(&list[..top.min(list.len())]));
            for one in &list {
                let from_call = from_call(&after, &indexed, one.id);
                let name = format!("{:?}", project_id(u8::try_from(n + 1).unwrap()));
                prop_assert!(from_call.contains(&(one.fit.to_bits(), name)));
                let explained = explained(&after, content, one.id).unwrap();
                prop_assert!((explained.fit.score() - one.fit).abs() < 1e-9);
            }
            prop_assert!(explained(&after, content, removed_id).is_none());
            prop_assert!(from_call(&after, &indexed, removed_id).is_empty());
        }
        for record in records(&calls, 1).chain(with()) {
            let alike = alike(&after, record.id);
            prop_assert!(alike.iter().all(|(id, _)| *id != removed_id && *id != record.id));
            prop_assert!(alike.is_empty() || record.id != removed_id);
            let others: BTreeSet<CallId> = alike.iter().map(|(id, _)| *id).collect();
            prop_assert_eq!(others.len(), alike.len());
        }
    }
}

/// With vectors and crowding, which so few calls as above do not have.
#[test]
fn vectors_and_crowding_stay_those_of_the_epoch() {
    let masker = Masker::default();
    let contents = many_calls();
    let id = |n: u128| CallId::from_random((n << 64).to_be_bytes());
    let records = || contents.iter().zip(0..).map(|(content, n)| CallRecord { id: id(n), content });
    let before = CallIndex::build(records(), &masker, &Params::default());
    // Among them calls that ask how crowded others are.
    let after = before.with_changes(records().step_by(7), &[], &masker);
    for words in ["rivers and wetlands", "women and school", "the newsroom in exile"] {
        let project = text_project("", &format!("We work with {words}."));
        let list = found(&after, &project, &masker);
        assert_eq!(bits(&list), bits(&found(&before, &project, &masker)));
        assert!(list.iter().any(|one| one.fit > 0.0));
        let blind = ProjectBlind::new(&project, &masker);
        for top in [1, 10, 31] {
            assert_eq!(after.top_calls_for(&blind, &[], today(), |_| true, top), list[..top]);
        }
        for record in records().take(8) {
            assert_eq!(
                explained(&after, &project, record.id),
                explained(&before, &project, record.id)
            );
        }
    }
}

#[test]
fn a_changed_text_is_found_by_new_words_and_no_more_by_old_ones() {
    let masker = Masker::default();
    let before = index(&some_calls(), &masker);
    let text = text_call("Lighthouses", "Restoring lighthouses and their lamps on the coast.");
    let change = CallRecord { id: call_id(2), content: &text };
    let after = before.with_changes([change], &[], &masker);
    let fit = |index: &CallIndex, text: &str| {
        let project = text_project("", text);
        let list = found(index, &project, &masker);
        list.iter().find(|one| one.id == call_id(2)).unwrap().fit
    };
    assert!(fit(&before, "Wetlands and rivers.") > 1.0);
    assert!(fit(&after, "Wetlands and rivers.").abs() < 1e-9);
    assert!(fit(&before, "We mend lighthouses.").abs() < 1e-9);
    assert!(fit(&after, "We mend lighthouses.") > 1.0);
    // A word that no call had before is named as any other.
    let one = explained(&after, &text_project("", "We mend lighthouses."), call_id(2)).unwrap();
    let details = one.fit.parts.iter().flat_map(|part| &part.details);
    let named =
        |detail: &Detail| matches!(detail, Detail::Term { word, .. } if word == "lighthouses");
    assert!(details.clone().any(named), "{:?}", details.collect::<Vec<_>>());
    assert!(one.missing.iter().any(|word| word == "lamps" || word == "lamp"), "{:?}", one.missing);
    // And it is like another call that has it.
    let like = text_call("", "Lighthouses of the islands.");
    let after = after.with_changes([CallRecord { id: call_id(9), content: &like }], &[], &masker);
    assert_eq!(after.similar_calls(call_id(9), 3)[0].id, call_id(2));
}

#[test]
fn a_removed_call_can_come_back_and_an_added_one_go() {
    let masker = Masker::default();
    let calls = some_calls();
    let before = index(&calls, &masker);
    let project = text_project("", "Wetlands and rivers.");
    let ids = |index: &CallIndex| -> BTreeSet<CallId> {
        found(index, &project, &masker).iter().map(|one| one.id).collect()
    };
    let without = before.with_changes([], &[call_id(2), call_id(77)], &masker);
    assert_eq!((without.len(), without.is_empty()), (3, false));
    assert!(!ids(&without).contains(&call_id(2)));
    let back = without.with_changes(records(&calls, 1).skip(1).take(1), &[], &masker);
    assert_eq!(bits(&found(&back, &project, &masker)), bits(&found(&before, &project, &masker)));
    let more = back.with_changes(records(&calls[..1], 50), &[], &masker);
    assert_eq!(ids(&more).len(), 5);
    assert_eq!(ids(&more.with_changes([], &[call_id(50)], &masker)), ids(&before));
}

#[test]
fn many_changes_or_another_masker_ask_for_a_new_index() {
    let masker = Masker::default();
    let calls: Vec<CallContent> = some_calls().into_iter().cycle().take(48).collect();
    let before = index(&calls, &masker);
    let changed = |n: usize| before.with_changes(records(&calls, 1).take(n), &[], &masker);
    assert!(!before.needs_rebuild() && !changed(3).needs_rebuild());
    assert!(changed(4).needs_rebuild());
    assert!(!changed(3).with_changes(records(&calls, 1).take(3), &[], &masker).needs_rebuild());
    let removed = |n: u8| (1..=n).map(call_id).collect::<Vec<_>>();
    assert!(!before.with_changes([], &removed(3), &masker).needs_rebuild());
    assert!(before.with_changes([], &removed(4), &masker).needs_rebuild());
    assert!(!changed(3).with_changes([], &removed(3), &masker).needs_rebuild());
    let other = Masker::new([KnownName::Body("Qarvo Heron".into())]);
    assert!(before.with_changes([], &[], &other).needs_rebuild());
    // Nothing was learned from no calls.
    let nothing = index(&[], &masker);
    assert!(nothing.with_changes(records(&calls, 1).take(1), &[], &masker).needs_rebuild());
}
