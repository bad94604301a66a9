//! Whether known names move a score, on real calls, missions and grants.
//!
//! ```text
//! cargo test --release -p matching --test blindness -- --nocapture
//! ```

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::{fs, path::Path};

use matching::{
    Params,
    evaluate::{
        Document,
        blindness::{Blindness, Plan, Sector, measure},
    },
};
use serde_json::Value;

/// The rows of a file of JSON lines; `None` when it is absent.
fn rows(file: &str) -> Option<Vec<Value>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(file);
    let Ok(text) = fs::read_to_string(path) else {
        eprintln!("SKIPPED: ../shared/data/{file} is not there; blindness is not measured on it");
        return None;
    };
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn document(row: &Value, text: &str, organisation: &str) -> Document {
    let of = |key: &str| row[key].as_str().unwrap_or_default().trim().to_owned();
    Document {
        id: of("id"),
        title: if text == "text" { of("title") } else { String::new() },
        text: of(text),
        lang: row["lang"].as_str().and_then(|code| code.parse().ok()),
        organisation: of(organisation),
        setting: String::new(),
    }
}

fn documents(rows: &[Value], text: &str, organisation: &str) -> Vec<Document> {
    let found = rows.iter().map(|row| document(row, text, organisation));
    found.filter(|document| document.text.len() > 40).collect()
}

/// Names that are single common words are the hardest to know: a text on memorials is no text of
/// Memorial. In a German text, where every noun has a capital, they would not all be known.
#[test]
fn names_of_common_words_change_nothing() {
    let Some((newsrooms, calls)) =
        rows("newsrooms/newsrooms.jsonl").zip(rows("ua_cso_calls/calls.jsonl"))
    else {
        return;
    };
    let names =
        ["Memorial", "Hope", "Voice", "Право", "Голос", "Мост", "Свабода", "Stimme", "Echo"];
    let mut projects = documents(&newsrooms, "mission", "name");
    for (project, name) in projects.iter_mut().zip(names.iter().cycle()) {
        (*name).clone_into(&mut project.organisation);
    }
    let calls = documents(&calls, "text", "nobody");
    let sector = Sector { calls: &calls, projects: &projects, bodies: &[], links: &[] };
    hold(&measure(&sector, &Plan::default(), &Params::default()));
}

fn hold(found: &Blindness) {
    println!("{found:#?}");
    for (form, invariance) in &found.invariance {
        assert!(invariance.queries >= 10_000, "{form:?}");
        if form.promised() {
            assert_eq!(invariance.max_change.to_bits(), 0, "{form:?}: {:?}", invariance.names);
        }
    }
    assert!(found.faithfulness.0 < 1e-6, "{:?}", found.faithfulness);
}

#[test]
fn names_of_newsrooms_change_nothing() {
    let Some((newsrooms, calls)) =
        rows("newsrooms/newsrooms.jsonl").zip(rows("ua_cso_calls/calls.jsonl"))
    else {
        return;
    };
    let projects = documents(&newsrooms, "mission", "name");
    let calls = documents(&calls, "text", "nobody");
    let sector = Sector { calls: &calls, projects: &projects, bodies: &[], links: &[] };
    hold(&measure(&sector, &Plan::default(), &Params::default()));
}

#[test]
fn names_of_grantees_change_nothing() {
    let Some((projects, calls)) =
        rows("giving360/projects.jsonl").zip(rows("ua_cso_calls/calls.jsonl"))
    else {
        return;
    };
    let projects = documents(&projects, "text", "org");
    let calls = documents(&calls, "text", "nobody");
    let sector = Sector { calls: &calls, projects: &projects, bodies: &[], links: &[] };
    hold(&measure(&sector, &Plan::default(), &Params::default()));
}
