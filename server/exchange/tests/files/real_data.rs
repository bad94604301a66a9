//! Real files, where they are at hand: how many records, how much of them is understood.

use std::{collections::BTreeMap, fs::File};

use crate::common::{calls, real};
use domain::{CallDraft, Closing, DeadlineKind, Located, RowIssue};
use exchange::CallFormat;

struct Survey {
    format: CallFormat,
    drafts: Vec<CallDraft>,
    refused: Vec<Located<Vec<RowIssue>>>,
}

impl Survey {
    fn count(&self, wanted: impl Fn(&CallDraft) -> bool) -> usize {
        self.drafts.iter().filter(|draft| wanted(draft)).count()
    }

    fn refused_for(&self, field: &str) -> usize {
        self.refused
            .iter()
            .filter(|line| line.item.iter().any(|issue| issue.field == field))
            .count()
    }
}

/// Texts of a call, for a look at what is left in them.
fn texts(draft: &CallDraft) -> [&str; 6] {
    let content = &draft.content;
    [
        &content.title,
        &content.text,
        &content.conditions,
        &content.eligibility,
        &draft.donor,
        content.programme.as_deref().unwrap_or_default(),
    ]
}

/// Reads a real file and prints what was understood of it.
fn survey(file: &str) -> Option<Survey> {
    let (format, records) = calls(&mut File::open(real(file)?).unwrap());
    let (mut drafts, mut refused) = (Vec::new(), Vec::new());
    for Located { row, item } in records {
        match item {
            Ok(draft) => drafts.push(draft),
            Err(issues) => refused.push(Located { row, item: issues }),
        }
    }
    let survey = Survey { format: format.unwrap(), drafts, refused };
    println!(
        "{file} ({}): {} calls, {} refused | text {} conditions {} eligibility {} | dated {} rolling {} in words only {} | award {} total {} in words only {} | duration {} in words only {} | status {} opens {} places {} url {}",
        survey.format.code(),
        survey.drafts.len(),
        survey.refused.len(),
        survey.count(|d| !d.content.text.is_empty()),
        survey.count(|d| !d.content.conditions.is_empty()),
        survey.count(|d| !d.content.eligibility.is_empty()),
        survey.count(|d| matches!(d.content.closing, Closing::Dated(_))),
        survey.count(|d| d.content.closing == Closing::Rolling),
        survey
            .count(|d| d.content.closing == Closing::Unknown && d.content.deadline_text.is_some()),
        survey.count(|d| d.content.award.is_some()),
        survey.count(|d| d.content.total.is_some()),
        survey.count(|d| d.content.award.is_none()
            && d.content.total.is_none()
            && d.content.award_text.is_some()),
        survey.count(|d| d.content.duration.is_some()),
        survey.count(|d| d.content.duration.is_none() && d.content.duration_text.is_some()),
        survey.count(|d| d.content.status.is_some()),
        survey.count(|d| d.content.opens.is_some()),
        survey.count(|d| !d.content.places.is_empty()),
        survey.count(|d| d.content.url.is_some()),
    );
    // Whatever the source: no markup, no entities, no double encoding, nothing invisible.
    for draft in &survey.drafts {
        for text in texts(draft) {
            for left in [
                "â€", "Ã¶", "Ã©", "ï»¿", "&nbsp;", "&amp;", "&lt;p", "<p>", "<br", "\u{200b}",
                "\u{feff}",
            ] {
                assert!(!text.contains(left), "{}: {left} is left in {text:?}", draft.external_id);
            }
        }
        assert!(!draft.content.title.is_empty() && !draft.donor.is_empty());
    }
    Some(survey)
}

#[test]
fn the_feed_of_the_eu_portal() {
    let Some(found) = survey("eu_calls/nivard_grants_2026-08-22.json.gz") else { return };
    assert_eq!((found.format, found.drafts.len()), (CallFormat::EuFeed, 723));
    assert_eq!(found.refused, vec![]);
    assert_eq!(found.count(|d| matches!(d.content.closing, Closing::Dated(_))), 718);
    assert_eq!(found.count(|d| d.content.total.is_some()), 612);
    assert!(found.count(|d| d.content.award.is_some()) >= 470);
    // Calls of funded projects are calls of their own.
    assert_eq!(found.count(|d| d.external_id.contains("COMPETITIVE_CALL")), 83);
    // The country of a delegation's call is part of its reference.
    let delegations = found.count(|d| d.external_id.starts_with("EuropeAid/"));
    let placed = found.count(|d| !d.content.places.is_empty());
    assert!(delegations >= 15 && placed >= 8, "{placed} of {delegations}");
}

#[test]
fn the_dirty_dump_of_the_eu_portal() {
    let Some(found) = survey("eu_calls/cordisdata_open_2026-08-10.json.gz") else { return };
    assert_eq!((found.format, found.drafts.len()), (CallFormat::EuDump, 629));
    assert_eq!(found.refused, vec![]);
    assert!(found.count(|d| d.content.conditions.len() > 1000) > 500);
    assert!(found.count(|d| d.content.text.contains('’')) > 300, "quotation marks are repaired");
    let kind = |kind| {
        found.count(|d| matches!(&d.content.closing, Closing::Dated(dates) if dates.iter().all(|date| date.kind == kind)))
    };
    assert_eq!((kind(DeadlineKind::Stage), kind(DeadlineKind::CutOff)), (28, 3));
}

#[test]
fn the_same_topic_is_the_same_call_in_all_three_shapes() {
    let files = [
        "eu_calls/nivard_grants_2026-08-22.json.gz",
        "eu_calls/cordisdata_open_2026-08-10.json.gz",
        "eu_calls/calls.jsonl",
    ];
    let mut shapes: Vec<BTreeMap<String, CallDraft>> = Vec::new();
    for file in files {
        let Some(found) = survey(file) else { return };
        assert_eq!(found.refused, vec![], "{file}");
        let read = found.drafts.len();
        let by_id: BTreeMap<_, _> =
            found.drafts.into_iter().map(|draft| (draft.external_id.clone(), draft)).collect();
        assert_eq!(by_id.len(), read, "{file}");
        shapes.push(by_id);
    }
    let [feed, dump, lines] = shapes.as_slice() else { unreachable!() };
    assert_eq!(lines.len(), 1186);
    let shared = |a: &BTreeMap<String, CallDraft>, b: &BTreeMap<String, CallDraft>| {
        a.keys().filter(|id| b.contains_key(*id)).count()
    };
    println!(
        "topics in feed and dump {}, feed and lines {}, dump and lines {}",
        shared(feed, dump),
        shared(feed, lines),
        shared(dump, lines)
    );
    // The dump has no calls of funded projects and none of delegations; every topic of it is in the
    // lines, and every topic of the feed except those calls as well.
    assert_eq!(shared(dump, lines), 629);
    assert_eq!(shared(feed, lines), 723 - 83);
    // One after the other they change little: titles agree, and what a deadline ends.
    let mut titles = Vec::new();
    for (id, topic) in feed {
        let Some(other) = lines.get(id) else { continue };
        if topic.content.title != other.content.title {
            titles.push((&topic.content.title, &other.content.title));
        }
        let kinds = |draft: &CallDraft| match &draft.content.closing {
            Closing::Dated(dates) => dates.iter().map(|date| date.kind).collect(),
            Closing::Rolling | Closing::Unknown => Vec::new(),
        };
        assert_eq!(kinds(topic), kinds(other), "{id}");
        assert_eq!(topic.content.places, other.content.places, "{id}");
        assert_eq!(topic.content.lang, other.content.lang, "{id}");
    }
    assert_eq!(titles, vec![]);
}

#[test]
fn calls_for_ukrainian_civil_society() {
    let Some(found) = survey("ua_cso_calls/calls.jsonl") else { return };
    assert_eq!(found.format, CallFormat::UaLines);
    assert_eq!(found.drafts.len() + found.refused.len(), 272);
    // Refused for three reasons only: the source says that a translation may belong elsewhere; it
    // does not say who gives, without which nobody can tell whether contact is safe; or a piece of
    // another column stands there.
    assert_eq!(found.refused_for("translation_reliable"), 136);
    let english: Vec<_> = found
        .refused
        .iter()
        .filter(|line| line.item.iter().all(|issue| issue.field == "funder"))
        .collect();
    assert_eq!(english.len(), 9, "{english:?}");
    assert_eq!(found.refused.len(), 136 + 9);
    // Words are kept wherever they were understood, and wherever they were not.
    assert_eq!(found.count(|d| d.content.award.is_some() && d.content.award_text.is_none()), 0);
    assert_eq!(
        found.count(|d| d.content.duration.is_some() && d.content.duration_text.is_none()),
        0
    );
    assert!(found.count(|d| d.content.award.is_some()) >= 20);
    assert!(found.count(|d| d.content.duration.is_some()) >= 24);
    let Some(array) = survey("ua_cso_calls/raw_grants_nocontacts.json") else { return };
    assert_eq!(
        (array.format, array.drafts.len(), array.refused.len()),
        (CallFormat::UaArray, 127, 9)
    );
    // The same calls under the same names.
    let ids = |found: &Survey| {
        found
            .drafts
            .iter()
            .map(|draft| draft.external_id.clone())
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(ids(&found), ids(&array));
    // Records without identifiers, of which the source says that texts stand beside the wrong call.
    let Some(path) = real("ua_cso_calls/raw_grants_uk.json") else { return };
    let error = calls(&mut File::open(path).unwrap()).0.unwrap_err();
    assert!(error.to_string().contains("Grant Name"), "{error}");
}

#[test]
fn grants_of_us_states() {
    let Some(found) = survey("us_state_calls/calls.jsonl") else { return };
    assert_eq!(
        (found.format, found.drafts.len()),
        (CallFormat::UsLines, 372),
        "{:?}",
        found.refused
    );
    assert_eq!(found.refused, vec![]);
    assert!(found.count(|d| matches!(d.content.closing, Closing::Dated(_))) > 340);
    assert!(found.count(|d| d.content.award.is_some()) >= 113);
    assert!(found.count(|d| d.content.total.is_some()) >= 167);
}

#[test]
fn documents_for_an_evaluation() {
    let read = |file: &str| {
        real(file).map(|path| exchange::corpus::documents(&mut File::open(path).unwrap()).unwrap())
    };
    for (file, expected) in [
        ("sbir_links/calls.jsonl", 1562),
        ("sbir_links/projects.jsonl", 433),
        ("giving360/calls.jsonl", 111),
        ("giving360/projects.jsonl", 5519),
        ("de_programmes/calls.jsonl", 474),
        ("eu_calls/calls.jsonl", 1186),
        ("eu_calls/nivard_grants_2026-08-22.json.gz", 723),
        ("eu_calls/cordisdata_open_2026-08-10.json.gz", 629),
        ("us_state_calls/calls.jsonl", 372),
    ] {
        let Some(documents) = read(file) else { return };
        assert_eq!(documents.len(), expected, "{file}");
        assert!(documents.iter().all(|document| !document.id.is_empty()), "{file}");
    }
    let Some(path) = real("sbir_links/links.dev.csv") else { return };
    let links = exchange::corpus::links(&mut File::open(path).unwrap()).unwrap();
    assert!(
        links.len() > 100
            && links
                .iter()
                .all(|(project, call)| project.starts_with("sbir:") && call.starts_with("topic:"))
    );
}
