//! Whether known names move a score, on real calls, missions and grants.
//!
//! ```text
//! cargo test --release -p measure blindness -- --nocapture
//! ```

use std::{collections::BTreeSet, fs, path::Path};

use matching::Params;
use measure::{
    Document,
    blindness::{Blindness, Body, Plan, Sector, measure},
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
        setting: format!("{} {}", of("country"), of("start").get(..4).unwrap_or_default()),
    }
}

fn documents(rows: &[Value], text: &str, organisation: &str) -> Vec<Document> {
    let found = rows.iter().map(|row| document(row, text, organisation));
    found.filter(|document| document.text.len() > 40).collect()
}

/// The first two columns of a table with a heading.
fn links(file: &str) -> Option<Vec<(String, String)>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(file);
    let text = fs::read_to_string(path).ok()?;
    let pair = |line: &str| {
        let mut columns = line.split(',').map(str::to_owned);
        columns.next().zip(columns.next())
    };
    Some(text.lines().skip(1).filter_map(pair).collect())
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

/// Newcomers are those founded last.
#[test]
fn names_of_newsrooms_change_nothing() {
    let Some((newsrooms, calls)) =
        rows("newsrooms/newsrooms.jsonl").zip(rows("ua_cso_calls/calls.jsonl"))
    else {
        return;
    };
    let year = |row: &Value| row["year_founded"].as_str()?.parse::<f64>().ok().filter(|y| *y > 1e3);
    let dated: Vec<Value> = newsrooms.into_iter().filter(|row| year(row).is_some()).collect();
    let projects = documents(&dated, "mission", "name");
    let body = |row: &Value| Body {
        name: row["name"].as_str().unwrap_or_default().to_owned(),
        aliases: Vec::new(),
        size: year(row).map(|year| 2100.0 - year),
    };
    let bodies: Vec<Body> = dated.iter().map(body).collect();
    let calls = documents(&calls, "text", "nobody");
    let sector = Sector { calls: &calls, projects: &projects, bodies: &bodies, links: &[] };
    hold(&measure(&sector, &Plan::default(), &Params::default()));
}

/// The names of those who paid are known too, as those of donors are in the product.
#[test]
fn names_of_grantees_change_nothing() {
    let Some((projects, calls)) =
        rows("giving360/projects.jsonl").zip(rows("ua_cso_calls/calls.jsonl"))
    else {
        return;
    };
    let funders: BTreeSet<&str> =
        projects.iter().filter_map(|row| row["funder"].as_str()).collect();
    let body = |name: &&str| Body { name: (*name).to_owned(), ..Body::default() };
    let bodies: Vec<Body> = funders.iter().map(body).collect();
    let projects = documents(&projects, "text", "org");
    let calls = documents(&calls, "text", "nobody");
    let sector = Sector { calls: &calls, projects: &projects, bodies: &bodies, links: &[] };
    hold(&measure(&sector, &Plan::default(), &Params::default()));
}

/// What the mask costs is only seen where it is known which call is right.
#[test]
fn names_of_companies_change_nothing_and_cost_nothing() {
    let (Some(projects), Some(calls), Some(links)) = (
        rows("sbir_links/projects.jsonl"),
        rows("sbir_links/calls.jsonl"),
        links("sbir_links/links.dev.csv"),
    ) else {
        return;
    };
    let projects = documents(&projects, "text", "org");
    let calls = documents(&calls, "text", "nobody");
    let sector = Sector { calls: &calls, projects: &projects, bodies: &[], links: &links };
    let found = measure(&sector, &Plan::default(), &Params::default());
    hold(&found);
    let (blind, raw, pairs) = found.substance.ndcg10.unwrap();
    assert!(pairs > 100 && blind >= 0.99 * raw, "{blind} {raw}");
}
