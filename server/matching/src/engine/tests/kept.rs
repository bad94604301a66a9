use domain::CallContent;
use proptest::prelude::*;
use reading::{KnownName, Reading, tokens::Tokeniser, version};

use super::{
    Masker, bits, call, call_id, found, index, many_calls, project, project_id, some_calls,
    text_call, text_project, today,
};
use crate::{CallIndex, CallIndexBuilder, Params, ProjectBlind};

/// The same calls, written down and read again, in parts of so many.
fn again(calls: &[CallContent], masker: &Masker, part: usize) -> CallIndex {
    let written: Vec<String> = calls
        .iter()
        .map(|call| Reading::of(call, masker, &mut Tokeniser::default()).written())
        .collect();
    let mut whole = CallIndexBuilder::new(&Params::default());
    for (texts, first) in written.chunks(part).zip((1..).step_by(part)) {
        let mut part = CallIndexBuilder::new(&Params::default());
        for (text, n) in texts.iter().zip(first..) {
            part.add(call_id(n), Reading::from_written(text).unwrap());
        }
        whole.append(part);
    }
    whole.finish(masker)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_index_of_kept_readings_is_that_of_the_texts(
        calls in prop::collection::vec(call(), 1..30), projects in prop::collection::vec(project(), 1..4),
        part in 1_usize..30,
    ) {
        let masker = Masker::default();
        let (texts, kept) = (index(&calls, &masker), again(&calls, &masker, part));
        for content in &projects {
            prop_assert_eq!(
                bits(&found(&texts, content, &masker)), bits(&found(&kept, content, &masker))
            );
            let blind = ProjectBlind::new(content, &masker);
            for n in (1..).take(calls.len()) {
                let one = |index: &CallIndex| {
                    index.explain(call_id(n), &blind, project_id(1), &[], today())
                };
                prop_assert_eq!(one(&texts), one(&kept));
            }
        }
    }
}

#[test]
fn vectors_and_several_languages_come_back_to_the_bit() {
    let masker = Masker::default();
    let calls: Vec<CallContent> = many_calls().into_iter().take(200).chain(some_calls()).collect();
    let (texts, kept) = (index(&calls, &masker), again(&calls, &masker, 64));
    let russian = "Редакция в изгнании ведёт расследования о журналистах под угрозой.";
    let german = text_call("Förderung", "Journalismus im Exil, „freie“ Medien\u{2028}und \\ mehr");
    for project in [text_project("", russian), text_project("", &german.text)] {
        assert_eq!(bits(&found(&texts, &project, &masker)), bits(&found(&kept, &project, &masker)));
    }
}

#[test]
fn a_reading_keeps_neither_texts_nor_names() {
    let masker = Masker::new([KnownName::Body("Alder Circle".into())]);
    let call = CallContent {
        conditions: "Applicants must be registered in Lithuania. Alder Circle decides.".into(),
        ..text_call("Press \"freedom\"", "Alder Circle pays newsrooms that report on corruption.")
    };
    let written = Reading::of(&call, &masker, &mut Tokeniser::default()).written();
    let words = written.split("\"rules\"").next().unwrap();
    assert!(words.contains("newsrooms") && words.contains("corruption"));
    assert!(!words.to_lowercase().contains("alder") && !words.contains("that report"));
    let back = Reading::from_written(&written).unwrap();
    assert_eq!(back.written(), written);
    assert_eq!(back.facts.title, call.title);
    assert!(back.facts.text.is_empty() && back.facts.conditions.is_empty());
}

#[test]
fn texts_of_another_origin_are_no_readings() {
    for text in ["", "{}", "[]", "null", "{\"tongues\":[\"en\"]}"] {
        assert!(Reading::from_written(text).is_none(), "{text}");
    }
}

#[test]
fn another_name_is_another_version() {
    let one = Masker::new([KnownName::Body("Alder Circle".into())]);
    assert_ne!(version(&one), version(&Masker::default()));
    assert_eq!(version(&Masker::default()), version(&Masker::default()));
}
