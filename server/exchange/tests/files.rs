//! Files as people bring them: real ones where they are at hand, broken ones always.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::{
    fs::File,
    io::{Cursor, Read, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use domain::{CallDraft, Closing, Located, Problem, RowIssue};
use exchange::{CallFormat, FileError, read_calls, read_projects};
use proptest::prelude::*;

type Read1 = Vec<Located<Result<CallDraft, Vec<RowIssue>>>>;

fn read(input: &mut dyn Read) -> (Result<CallFormat, FileError>, Read1) {
    let mut found = Vec::new();
    let format = read_calls(input, &mut |record| {
        found.push(record);
        ControlFlow::Continue(())
    });
    (format, found)
}

fn of(bytes: &[u8]) -> (Result<CallFormat, FileError>, Read1) {
    read(&mut Cursor::new(bytes))
}

/// The folder of real data, which is no part of the repository.
fn real(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(file);
    if !path.exists() {
        eprintln!(
            "SKIPPED: {} is not here; this test reads real data that is kept outside the repository",
            path.display()
        );
        return None;
    }
    Some(path)
}

type Survey = (CallFormat, Vec<CallDraft>, Vec<Located<Vec<RowIssue>>>);

/// Reads a real file and prints what was understood of it.
fn survey(file: &str) -> Option<Survey> {
    let (format, records) = read(&mut File::open(real(file)?).unwrap());
    let (mut drafts, mut refused) = (Vec::new(), Vec::new());
    for Located { row, item } in records {
        match item {
            Ok(draft) => drafts.push(draft),
            Err(issues) => refused.push(Located { row, item: issues }),
        }
    }
    let count =
        |wanted: &dyn Fn(&CallDraft) -> bool| drafts.iter().filter(|draft| wanted(draft)).count();
    println!(
        "{file}: {} calls, {} refused; with text {}, dated {}, rolling {}, award {}, total {}, duration {}, status {}",
        drafts.len(),
        refused.len(),
        count(&|d| !d.content.text.is_empty()),
        count(&|d| matches!(d.content.closing, Closing::Dated(_))),
        count(&|d| d.content.closing == Closing::Rolling),
        count(&|d| d.content.award.is_some()),
        count(&|d| d.content.total.is_some()),
        count(&|d| d.content.duration.is_some()),
        count(&|d| d.content.status.is_some()),
    );
    Some((format.unwrap(), drafts, refused))
}

#[test]
fn the_feed_of_the_eu_portal() {
    let Some((format, drafts, refused)) = survey("eu_calls/nivard_grants_2026-08-22.json.gz")
    else {
        return;
    };
    assert_eq!((format, drafts.len()), (CallFormat::EuFeed, 723));
    assert_eq!(refused, vec![]);
    assert!(
        drafts.iter().all(|draft| !draft.content.title.is_empty() && draft.source == "eu-portal")
    );
    assert!(drafts.iter().filter(|draft| draft.content.award.is_some()).count() > 400);
}

#[test]
fn the_dirty_dump_of_the_eu_portal() {
    let Some((format, drafts, refused)) = survey("eu_calls/cordisdata_open_2026-08-10.json.gz")
    else {
        return;
    };
    assert_eq!((format, drafts.len()), (CallFormat::EuDump, 629));
    assert_eq!(refused, vec![]);
    let damaged = |text: &str| {
        text.contains("â€")
            || text.contains("Ã¶")
            || text.contains("&nbsp;")
            || text.contains("<p>")
    };
    let left = drafts
        .iter()
        .filter(|d| damaged(&d.content.text) || damaged(&d.content.conditions))
        .count();
    assert_eq!(left, 0, "records with damaged text");
    assert!(drafts.iter().filter(|d| d.content.conditions.len() > 1000).count() > 500);
}

#[test]
fn the_same_topic_has_the_same_identifier_in_all_three_shapes() {
    let files = [
        "eu_calls/nivard_grants_2026-08-22.json.gz",
        "eu_calls/cordisdata_open_2026-08-10.json.gz",
        "eu_calls/calls.jsonl",
    ];
    let mut ids = Vec::new();
    for file in files {
        let Some((_, drafts, refused)) = survey(file) else { return };
        assert_eq!(refused, vec![], "{file}");
        ids.push(
            drafts
                .into_iter()
                .map(|draft| draft.external_id)
                .collect::<std::collections::HashSet<_>>(),
        );
    }
    assert_eq!(ids[2].len(), 1186);
    assert!(ids[0].intersection(&ids[2]).count() > 500 && ids[1].is_subset(&ids[2]));
}

#[test]
fn calls_for_ukrainian_civil_society() {
    let Some((format, drafts, refused)) = survey("ua_cso_calls/calls.jsonl") else { return };
    assert_eq!(format, CallFormat::UaLines);
    assert_eq!(drafts.len() + refused.len(), 272);
    // Refused for two reasons only: the source says that a translation may belong elsewhere, or
    // does not say who gives, without which nobody can tell whether contact is safe.
    let reasons = |field: &str| {
        refused.iter().filter(|line| line.item.iter().any(|issue| issue.field == field)).count()
    };
    assert_eq!((reasons("translation_reliable"), drafts.len()), (136, 129));
    assert_eq!(refused.len(), 136 + 7);
    assert!(reasons("funder") >= 7);
    // Words are kept wherever they were not understood.
    for draft in &drafts {
        if draft.content.award.is_none()
            && draft.content.total.is_none()
            && draft.content.award_text.is_none()
        {
            continue;
        }
        assert!(draft.content.award_text.is_some(), "{}", draft.external_id);
    }
    let Some((format, drafts, refused)) = survey("ua_cso_calls/raw_grants_nocontacts.json") else {
        return;
    };
    assert_eq!((format, drafts.len(), refused.len()), (CallFormat::UaArray, 129, 7));
}

#[test]
fn grants_of_us_states() {
    let Some((format, drafts, refused)) = survey("us_state_calls/calls.jsonl") else { return };
    assert_eq!((format, drafts.len()), (CallFormat::UsLines, 372), "{refused:?}");
    assert!(drafts.iter().filter(|d| matches!(d.content.closing, Closing::Dated(_))).count() > 340);
    assert!(drafts.iter().filter(|d| d.content.award.is_some()).count() > 100);
}

const CALL: &str = r#"{"id":"1","donor":"D","title":"T"}"#;

#[test]
fn broken_files_end_with_one_clear_sentence() {
    let sentence = |bytes: &[u8]| of(bytes).0.unwrap_err().to_string();
    assert_eq!(of(b"").0, Err(FileError::Empty));
    assert_eq!(of(b" \n \n").0, Err(FileError::Empty));
    assert_eq!(of("\u{feff}".as_bytes()).0, Err(FileError::Empty));
    assert_eq!(
        sentence(b"\x89PNG\r\n\x1a\n...."),
        "this is a PNG picture, not a file with records"
    );
    assert!(sentence(b"PK\x03\x04xxxx").contains("ZIP"));
    assert_eq!(of(b"{\"id\":\"1\",\0\0\0").0, Err(FileError::Binary { kind: "a binary file" }));
    assert!(sentence(b"id;title\n1;x\n").contains("a table"));
    assert!(sentence(b"hello").contains("plain text"));
    assert!(sentence(br#"{"a":1}"#).contains("fields a"));
    assert!(sentence(b"[1,2]").contains("array"));
    assert_eq!(of(b"\x1f\x8b\x08\x00broken").0.unwrap_err().code(), "broken");
}

#[test]
fn encodings_are_told_by_their_marks() {
    let with_mark = format!("\u{feff}{CALL}\n");
    assert_eq!(of(with_mark.as_bytes()).1.len(), 1);
    let utf16: Vec<u8> = with_mark.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (format, records) = of(&utf16);
    assert_eq!(format, Ok(CallFormat::Native));
    assert!(records[0].item.is_ok());
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(with_mark.as_bytes()).unwrap();
    assert!(of(&packed.finish().unwrap()).1[0].item.is_ok());
}

#[test]
fn a_file_that_unpacks_beyond_measure_is_refused() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(CALL.as_bytes()).unwrap();
    let blank = vec![b'\n'; 1 << 20];
    for _ in 0..80 {
        packed.write_all(&blank).unwrap();
    }
    let bomb = packed.finish().unwrap();
    assert!(bomb.len() < 200_000);
    assert_eq!(of(&bomb).0.unwrap_err().code(), "too-large");
}

#[test]
fn one_bad_line_does_not_lose_the_others() {
    let lines = [
        CALL,
        r#"{"id":"2","donor":"D","title":"#,
        r#"{"id":"1","donor":"D","title":"again"}"#,
        r#"{"id":"3","donor":"D","titel":"x","places":["DE","Narnia"],"award":{"min":"5","max":"2","currency":"EUR"},"deadlines":[{"on":"soon"}],"url":"javascript:alert(1)"}"#,
        "7",
        r#"{"id":"4","donor":"D","title":"fine","rolling":true}"#,
    ]
    .join("\n");
    let (format, records) = of(lines.as_bytes());
    assert_eq!(format, Ok(CallFormat::Native));
    let rows: Vec<u64> = records.iter().map(|record| record.row).collect();
    assert_eq!(rows, [1, 2, 3, 4, 5, 6]);
    assert!(records[0].item.is_ok() && records[5].item.is_ok());
    let issues = |index: usize| records[index].item.clone().unwrap_err();
    assert!(matches!(issues(1)[0].problem, Problem::Unreadable { .. }));
    assert_eq!(issues(2)[0].problem, Problem::Repeated { first_row: 1 });
    let fields: Vec<String> = issues(3).into_iter().map(|issue| issue.field).collect();
    for field in ["title", "titel", "places", "award.min", "deadlines[1].on", "url"] {
        assert!(fields.iter().any(|found| found == field), "{field} in {fields:?}");
    }
    assert!(matches!(issues(4)[0].problem, Problem::Unreadable { .. }));
}

#[test]
fn a_dump_that_breaks_off_says_where() {
    let whole = r#"{"topicId":"A","callIdentifier":"","title":"t"}"#;
    let (format, records) =
        of(format!("{whole}{}{{\"topicId\":", whole.replace('A', "B")).as_bytes());
    assert_eq!(records.len(), 2);
    assert!(matches!(format, Err(FileError::Broken { row: 3, .. })), "{format:?}");
}

#[test]
fn nesting_without_end_is_refused() {
    let deep = format!(
        r#"{{"id":"1","donor":"D","title":{}1{}}}"#,
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let (_, records) = of(format!("{CALL}\n{deep}").as_bytes());
    assert!(records[1].item.is_err());
}

#[test]
fn a_clause_must_stand_in_the_call() {
    let good = r#"{"id":"1","donor":"D","title":"T","eligibility":"Ёлки: groups registered in Georgia.","entity_countries":["GE"],"clauses":{"entity_country":"registered in Georgia"}}"#;
    let rule = of(good.as_bytes()).1.remove(0).item.unwrap().content.rules.remove(0);
    assert_eq!(rule.clause.start, Some(13));
    let bad = good.replace("\"registered in Georgia\"}", "\"registered in Armenia\"}");
    assert_eq!(
        of(bad.as_bytes()).1[0].item.as_ref().unwrap_err()[0].field,
        "clauses.entity_country"
    );
}

#[test]
fn everything_native_is_written_and_read_back() {
    let line = r#"{"id":"x-1","source":"s","donor":"Ёж","title":"T","text":"a\nb","conditions":"c","eligibility":"e","lang":"ru","url":"https://example.org/","programme":"p","status":"forecast","opens":"2026-01-01","deadlines":[{"on":"2026-12-14","at":"17:00","zone":"Europe/Brussels","kind":"stage","note":"n"},{"on":"2027-01-14","kind":"final"}],"deadline_text":"d","award":{"min":"20000","max":"50000.5","currency":"EUR"},"award_text":"w","total":{"amount":"1000000","currency":"JPY"},"awards_expected":10,"duration_months":{"min":12,"max":18},"duration_text":"m","places":["DE","EASTERN_PARTNERSHIP"],"languages":["en"],"entity_countries":["EU","GE"],"entity_countries_excluded":["HU"],"entity_forms":["association"],"core_costs":true,"co_financing_percent":10,"regranting":false,"partner":{"kind":"consortium","members":2,"countries":2},"clauses":{"award":"w"}}"#;
    let draft = of(line.as_bytes()).1.remove(0).item.unwrap();
    let written = exchange::write_call(&draft);
    let again = of(written.as_bytes()).1.remove(0).item.unwrap();
    assert_eq!(again, draft);
    let keys = |line: &str| {
        serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line)
            .unwrap()
            .into_iter()
            .map(|(key, _)| key)
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(&written), keys(line), "every field of the format is written");
}

fn schema(text: &str) -> std::collections::BTreeSet<String> {
    let schema: serde_json::Value = serde_json::from_str(text).unwrap();
    schema["properties"].as_object().unwrap().keys().cloned().collect()
}

/// The schema names exactly the fields that the reader knows.
#[test]
fn the_schema_and_the_reader_know_the_same_fields() {
    let known = schema(include_str!("../schema/native-call.schema.json"));
    let record: serde_json::Map<String, serde_json::Value> =
        known.iter().map(|key| (key.clone(), serde_json::json!({"x": []}))).collect();
    let line = serde_json::Value::Object(record).to_string();
    let issues = of(line.as_bytes()).1.remove(0).item.unwrap_err();
    let unknown: Vec<_> = issues
        .iter()
        .filter(|i| i.problem == Problem::UnknownField && !i.field.contains(['.', '[']))
        .collect();
    assert!(unknown.is_empty(), "the schema has fields that the reader does not know: {unknown:?}");
    let asked: std::collections::BTreeSet<String> = issues
        .iter()
        .map(|issue| issue.field.split(['.', '[']).next().unwrap().to_owned())
        .collect();
    assert_eq!(asked, known, "the reader takes a value of the wrong kind for these");

    let known = schema(include_str!("../schema/native-project.schema.json"));
    let record: serde_json::Map<String, serde_json::Value> =
        known.iter().map(|key| (key.clone(), serde_json::json!({"x": []}))).collect();
    let mut issues = Vec::new();
    read_projects(&mut Cursor::new(serde_json::Value::Object(record).to_string()), &mut |found| {
        issues = found.item.unwrap_err();
        ControlFlow::Continue(())
    })
    .unwrap();
    let asked: std::collections::BTreeSet<String> = issues
        .iter()
        .map(|issue| issue.field.split(['.', '[']).next().unwrap().to_owned())
        .collect();
    assert_eq!(asked, known);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = of(&bytes);
    }

    #[test]
    fn no_damage_to_a_real_line_makes_a_reader_panic(cut in 0_usize..90, put in any::<u8>()) {
        let mut bytes = format!("{CALL}\n{}", r#"{"id":"2","donor":"D","title":"x","award":{"min":"1","currency":"EUR"}}"#).into_bytes();
        let at = cut % bytes.len();
        bytes[at] = put;
        let _ = of(&bytes);
    }
}
