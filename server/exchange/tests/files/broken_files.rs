//! Files as people bring them by mistake: each ends with one clear sentence, and nothing is lost
//! silently.

use std::{
    io::{Cursor, Read, Write},
    ops::ControlFlow,
};

use crate::common::{calls, calls_of};
use domain::Problem;
use exchange::{CallFormat, Counted, FileError, read_calls, read_donors, read_projects};
use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;

const CALL: &str = r#"{"id":"1","donor":"D","title":"T"}"#;

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn failure(bytes: &[u8]) -> FileError {
    calls_of(bytes).0.unwrap_err()
}

#[test]
fn files_that_are_none_are_named() {
    for nothing in ["", " \n \n", "\u{feff}", "\u{feff}\n\t"] {
        assert_eq!(failure(nothing.as_bytes()), FileError::Empty, "{nothing:?}");
        assert_eq!(failure(&packed(nothing.as_bytes())), FileError::Empty, "{nothing:?} packed");
    }
    for (bytes, expected) in [
        (&b"\x89PNG\r\n\x1a\n...."[..], "this is a PNG picture, not a file with records"),
        (b"%PDF-1.7 ...", "this is a PDF document, not a file with records"),
        (b"PK\x03\x04xxxx", "spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Office document"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (b"{\"id\":\"1\",\0\0\0\0", "a binary file"),
        (b"id;title\n1;x\n", "this looks like a table"),
        (b"hello", "plain text"),
        (b"<html><body>", "a web page"),
        (b"{\\rtf1\\ansi hello}", "a document of a word processor"),
        (br#"{"a":1}"#, "JSON records with the fields a"),
        (
            br#"{"id":"p","title":"x","summary":"y","budget":{}}"#,
            "with the fields id, title, summary",
        ),
        (br#"[{"Grant Name":"x"}]"#, "a JSON array with the fields Grant Name"),
        (b"[1,2]", "a JSON array without fields"),
        (b"{", "without fields"),
        (b"{\"id\":\"1\",\"title\":\"\xcf\xf0\xe8\xe2\xe5\xf2\"}", "windows-1251"),
        (b"{\0\"\0i\0d\0\"\0:\0", "UTF-16 without a mark"),
        (b"\x1f\x8b\x08\x00broken", "breaks off in record 1"),
        (b"\x1f\x8b\x08\x00\0\0\0\0\0\0not deflated at all", "damaged at record 1"),
    ] {
        let sentence = failure(bytes).to_string();
        assert!(sentence.contains(expected), "{sentence} / {expected}");
        assert!(!sentence.contains('\n') && sentence.len() < 400, "{sentence}");
    }
    assert_eq!(failure(&packed(b"\x89PNG....")), FileError::Binary { kind: "a PNG picture" });
    let mut tar = vec![b'a'; 512];
    tar[257..262].copy_from_slice(b"ustar");
    assert_eq!(failure(&tar), FileError::Binary { kind: "a TAR archive" });
}

#[test]
fn files_of_another_kind_are_told_apart() {
    let none = &mut |_| ControlFlow::Continue(());
    let error = read_projects(&mut Cursor::new(r#"{"a":1,"b":2}"#), none).unwrap_err();
    assert_eq!(error.code(), "not-recognised");
    let error =
        read_donors(&mut Cursor::new("[{}]"), &mut |_| ControlFlow::Continue(())).unwrap_err();
    assert!(error.to_string().contains("a JSON array"), "{error}");
}

#[test]
fn a_file_in_an_old_encoding_is_refused_with_its_likely_name() {
    let line = |title: &str| format!(r#"{{"id":"1","donor":"Фонд","title":"{title}"}}"#);
    let cyrillic = "Гранты для редакций в изгнании. Поддержка расследований: до 10 000 евро";
    let latin = "Zuschüsse für Redaktionen in Köln, Öffentlichkeit";
    for (text, encoding, named) in [
        (line(cyrillic), encoding_rs::WINDOWS_1251, "windows-1251"),
        (line(cyrillic), encoding_rs::KOI8_R, "KOI8-R"),
        (line("Гранти для редакцій у вигнанні"), encoding_rs::KOI8_U, "KOI8-U"),
        (line(cyrillic), encoding_rs::IBM866, "IBM866"),
        (line(cyrillic), encoding_rs::ISO_8859_5, "ISO-8859-5"),
        (latin.to_owned(), encoding_rs::WINDOWS_1252, "windows-1252"),
    ] {
        let (bytes, _, lost) = encoding.encode(&text);
        assert!(!lost);
        let said = failure(&bytes).to_string();
        assert!(said.contains(named), "{}: {said}", encoding.name());
    }
}

#[test]
fn encodings_are_told_by_their_marks() {
    let with_mark = format!("\u{feff}{}\r\n", CALL.replace("\"T\"", "\"Поклик ў\""));
    let little: Vec<u8> = with_mark.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = with_mark.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [with_mark.as_bytes(), &little, &big] {
        for bytes in [bytes.to_vec(), packed(bytes)] {
            let (format, records) = calls_of(&bytes);
            assert_eq!((format, records.len()), (Ok(CallFormat::Native), 1));
            assert_eq!(records[0].item.as_ref().unwrap().content.title, "Поклик ў");
        }
    }
}

#[test]
fn a_file_that_unpacks_beyond_measure_is_refused() {
    let mut file = GzEncoder::new(Vec::new(), Compression::best());
    file.write_all(CALL.as_bytes()).unwrap();
    let blank = vec![b' '; 1 << 20];
    for _ in 0..80 {
        file.write_all(&blank).unwrap();
    }
    let bomb = file.finish().unwrap();
    assert!(bomb.len() < 200_000);
    assert_eq!(failure(&bomb).code(), "too-large");
    // One string without end, packed and plain, in every frame.
    for start in [
        r#"{"topicId":"A","callIdentifier":""#,
        r#"{"generatedAt":"x","source":{},"grants":[{"identifier":""#,
        r#"[{"grant_name":"x","funding_organization":""#,
    ] {
        let endless = Cursor::new(start).chain(std::io::repeat(b'x').take(200 << 20));
        let (format, records) = calls(&mut { endless });
        assert!(matches!(format, Err(FileError::RecordTooLong { row: 1, .. })), "{format:?}");
        assert_eq!(records.len(), 0);
    }
}

#[test]
fn an_endless_line_is_refused_and_the_next_one_read() {
    let long = format!("{CALL}\n{{\"id\":\"2\",\"text\":\"{}\"}}\n", "x".repeat(20 << 20));
    let (format, records) = calls_of(format!("{long}{}", CALL.replace('1', "3")).as_bytes());
    assert_eq!((format, records.len()), (Ok(CallFormat::Native), 3));
    assert!(matches!(records[1].item.as_ref().unwrap_err()[0].problem, Problem::TooLong { .. }));
    assert!(records[2].item.is_ok());
}

/// A source that makes lines as long as it is asked.
struct Lines(u64, Vec<u8>);

impl Read for Lines {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.1.is_empty() {
            self.0 += 1;
            self.1 =
                format!("{{\"id\":{},\"donor\":\"D\",\"title\":\"T\"}}\n", self.0).into_bytes();
        }
        let count = buffer.len().min(self.1.len());
        buffer[..count].copy_from_slice(&self.1[..count]);
        self.1.drain(..count);
        Ok(count)
    }
}

#[test]
fn a_file_without_end_is_refused() {
    let mut good = 0_u64;
    let error = read_calls(&mut Lines(0, Vec::new()), &mut |record| {
        good += u64::from(record.item.is_ok());
        ControlFlow::Continue(())
    });
    assert_eq!(error, Err(FileError::TooManyRecords { limit: 1_000_000 }));
    assert_eq!(good, 1_000_000);
}

#[test]
fn one_bad_line_does_not_lose_the_others() {
    let lines = [
        CALL,
        r#"{"id":"2","donor":"D","title":"#,
        r#"{"id":"1","donor":"D","title":"again"}"#,
        r#"{"id":"3","donor":"D","titel":"x","places":["DE","Narnia"],"award":{"min":"5","max":"2","currency":"EUR"},"deadlines":[{"on":"soon"}],"url":"javascript:alert(1)"}"#,
        "7",
        "",
        r#"{"id":"4","donor":"D","title":"fine","rolling":true}"#,
        r#"{"id":"5","donor":"D","title":"one","title":"two"}"#,
        "{\"id\":\"6\",\"donor\":\"D\",\"title\":\"nul\\u0000\"}",
        r#"{"id":"7","donor":"2027)","title":"x"}"#,
        r#"{"id":"8","donor":"D","title":"x","award":{"min":"5"},"total":{"currency":"EUR"},"partner":{"kind":"any","members":3}}"#,
        r#"{"title":"x"}"#,
    ]
    .join("\n");
    let (format, records) = calls_of(lines.as_bytes());
    assert_eq!(format, Ok(CallFormat::Native));
    let rows: Vec<u64> = records.iter().map(|record| record.row).collect();
    assert_eq!(rows, [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]);
    let issues = |row: u64| {
        records.iter().find(|record| record.row == row).unwrap().item.clone().unwrap_err()
    };
    let fields = |row: u64| issues(row).into_iter().map(|issue| issue.field).collect::<Vec<_>>();
    let good: Vec<u64> =
        records.iter().filter(|record| record.item.is_ok()).map(|record| record.row).collect();
    assert_eq!(good, [1, 7]);
    assert!(matches!(issues(2)[0].problem, Problem::Unreadable { .. }));
    assert_eq!(issues(3)[0].problem, Problem::Repeated { first_row: 1 });
    let mut fourth = fields(4);
    fourth.sort();
    assert_eq!(fourth, ["award.min", "deadlines[1].on", "places", "titel", "title", "url"]);
    assert!(matches!(issues(5)[0].problem, Problem::Unreadable { .. }));
    assert_eq!(fields(8), ["title"], "a field that occurs twice");
    assert_eq!(fields(9), ["title"], "a character that no database takes");
    assert_eq!(fields(10), ["donor"], "a piece of something else");
    let mut eleventh = fields(11);
    eleventh.sort();
    assert_eq!(eleventh, ["award.currency", "partner.members", "total.amount"]);
    assert_eq!(fields(12), ["id", "donor"]);
}

#[test]
fn only_an_accepted_record_makes_another_a_repeated_one() {
    let lines = [
        r#"{"id":"1","donor":"D"}"#,
        CALL,
        r#"{"id":"1","source":"other","donor":"D","title":"T"}"#,
        CALL,
    ];
    let (_, records) = calls_of(lines.join("\n").as_bytes());
    let good: Vec<bool> = records.iter().map(|record| record.item.is_ok()).collect();
    assert_eq!(good, [false, true, true, false]);
    assert_eq!(
        records[3].item.as_ref().unwrap_err()[0].problem,
        Problem::Repeated { first_row: 2 }
    );
}

#[test]
fn a_native_file_without_donors_is_refused_record_by_record() {
    let (format, records) = calls_of(br#"{"id":"1","title":"T","text":"x"}"#);
    assert_eq!(format, Ok(CallFormat::Native));
    assert_eq!(records[0].item.as_ref().unwrap_err()[0].field, "donor");
}

#[test]
fn what_breaks_off_says_where() {
    let topic = |id: char| format!(r#"{{"topicId":"{id}","callIdentifier":"","title":"t"}}"#);
    let dump = format!("{}{}{{\"topicId\":", topic('A'), topic('B'));
    let (format, records) = calls_of(dump.as_bytes());
    assert_eq!((format, records.len()), (Err(FileError::Truncated { row: 3 }), 2));
    let dump = format!("{}{}{{\"topicId\":nonsense}}", topic('A'), topic('B'));
    assert!(matches!(failure(dump.as_bytes()), FileError::Broken { row: 3, .. }));
    let feed = r#"{"generatedAt":"x","source":{},"grants":[{"identifier":"A","title":"t"},{"identifier":"B","title":"#;
    let (format, records) = calls_of(feed.as_bytes());
    assert_eq!((format, records.len()), (Err(FileError::Truncated { row: 2 }), 1));
    let without = r#"{"generatedAt":"x","source":{},"summary":[]}"#;
    assert!(failure(without.as_bytes()).to_string().contains("grants"));
    // A packed file that was cut: what is there is read, then it ends with the place.
    let lines: String =
        (1..=40_000).map(|id| CALL.replace("\"1\"", &format!("\"{id}\"")) + "\n").collect();
    let whole = packed(lines.as_bytes());
    let (format, records) = calls_of(&whole[..whole.len() / 2]);
    assert!(matches!(format, Err(FileError::Truncated { row }) if row > 1000), "{format:?}");
    assert!(records.len() > 1000 && records.iter().all(|record| record.item.is_ok()));
}

#[test]
fn nesting_without_end_is_refused() {
    let deep =
        |open: &str, close: &str| format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
    let line = format!(r#"{{"id":"1","donor":"D","title":{}}}"#, deep("[", "]"));
    let (_, records) = calls_of(format!("{CALL}\n{line}").as_bytes());
    assert!(records[0].item.is_ok() && records[1].item.is_err());
    for deep in [deep("[", "]"), deep("{\"a\":", "}")] {
        let dump = format!(r#"{{"topicId":"A","callIdentifier":"","title":{deep}}}"#);
        assert_eq!(failure(dump.as_bytes()), FileError::TooDeep { row: 1 });
    }
    assert_eq!(failure(deep("[", "]").as_bytes()).code(), "not-recognised");
}

#[test]
fn a_reader_stops_when_nobody_wants_more_and_says_how_far_it_came() {
    let mut source = Counted::new(Lines(0, Vec::new()));
    let given = source.given();
    let mut rows = 0;
    let format = read_calls(&mut source, &mut |_| {
        rows += 1;
        if rows < 100_000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    assert_eq!((format, rows), (Ok(CallFormat::Native), 100_000));
    // 31 bytes and the digits of the number each; the look ahead runs before.
    assert!((3_600_000..6_000_000).contains(&given.get()), "{}", given.get());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = calls_of(&bytes);
        let _ = calls_of(&packed(&bytes));
        let _ = exchange::corpus::links(&mut Cursor::new(&bytes));
    }

    #[test]
    fn no_damage_to_a_record_makes_a_reader_panic(
        which in 0_usize..5, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4), cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = [
            format!("{CALL}\n{}", r#"{"id":"2","donor":"D","title":"x","award":{"min":"1","currency":"EUR"},"deadlines":[{"on":"2026-01-01","at":"10:00"}]}"#),
            r#"{"generatedAt":"x","source":{},"grants":[{"identifier":"A","title":"t","deadlineDate":"2026-01-01T00:00:00.000Z","budget":{"totalBudgetEur":1.5},"status":{"label":"Open for submission"}}]}"#.to_owned(),
            r#"{"topicId":"A","callIdentifier":"","title":"<p>tâ€™</p>","deadline":"2026-01-01","budgetMin":1}{"topicId":"B"}"#.to_owned(),
            r#"[{"id":1,"grant_name":"x","funding_organization":"y","grant_amount":"up to €5,000","application_deadline":"1 May 2026","duration":"1-2 years"}]"#.to_owned(),
            r#"{"id":"pa:1","title":"x","funder":"y","category":"","eligibility":"Nonprofit","currency":"USD","max":"$5,000","closes":"2026-01-01T12:00:00-00:00"}"#.to_owned(),
        ][which].clone().into_bytes();
        for (at, put) in changes {
            let at = at.index(bytes.len());
            bytes[at] = put;
        }
        let end = cut.index(bytes.len() * 2).min(bytes.len());
        let _ = calls_of(&bytes[..end]);
        let _ = exchange::corpus::documents(&mut Cursor::new(&bytes[..end]));
    }

    #[test]
    fn every_record_of_a_file_is_accounted_for(good in prop::collection::vec(any::<bool>(), 1..60)) {
        let lines: Vec<String> = good.iter().enumerate().map(|(id, good)| {
            if *good { format!(r#"{{"id":"{id}","donor":"D","title":"T"}}"#) } else { format!(r#"{{"id":"{id}","donor":"#) }
        }).collect();
        let (_, records) = calls_of(lines.join("\n").as_bytes());
        let read: Vec<bool> = records.iter().map(|record| record.item.is_ok()).collect();
        prop_assert_eq!(read, good);
    }
}
