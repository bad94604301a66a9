//! How well the engine finds the call that a funded project answered, by texts alone.
//!
//! ```text
//! cargo test --release -p measure links -- --nocapture
//! ```

use std::{fs, path::Path};

use matching::Params;
use measure::{CrossValidated, Document, cross_validate, evaluate};

/// One document per line; `None` when a line is no JSON.
fn documents(text: &str, with_title: bool) -> Option<Vec<Document>> {
    let document = |line: &str| {
        let row: serde_json::Value = serde_json::from_str(line).ok()?;
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let title = if with_title { text("title") } else { String::new() };
        Some(Document { id: text("id"), title, text: text("text"), ..Document::default() })
    };
    text.lines().map(document).collect()
}

#[test]
fn linked_calls_come_first() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/sbir_links");
    let Ok(links) = fs::read_to_string(folder.join("links.dev.csv")) else {
        eprintln!("SKIPPED: ../shared/data/sbir_links is not there; ranking is not measured");
        return;
    };
    let links: Vec<(String, String)> = links
        .lines()
        .skip(1)
        .map(|line| {
            let mut cells = line.split(',').map(str::to_owned);
            (cells.next().unwrap(), cells.next().unwrap())
        })
        .collect();
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let calls = documents(&read("calls.jsonl"), true).unwrap();
    let projects = documents(&read("projects.jsonl"), false).unwrap();
    let figures = evaluate(&calls, &projects, &links, &Params::default());
    println!("{figures:#?}");
    let folds = cross_validate(&calls, &projects, &links, &Params::default(), 5, 1);
    show(&folds);
    assert_eq!((figures.queries, figures.candidates), (links.len(), calls.len()));
    // 0.79 is what plain BM25 reaches; the rest is the room that was won.
    assert!(figures.ranking.r1 >= 0.86, "{:?}", figures.ranking);
    assert!(figures.ranking.mrr >= 0.90, "{:?}", figures.ranking);
    assert!(folds.held_out.r1 >= 0.86 && folds.held_out.mrr >= 0.90, "{:?}", folds.held_out);
}

fn show(folds: &CrossValidated) {
    let tried = folds.tried.iter().map(|(weights, of)| (weights, of));
    for (weights, of) in tried.chain(folds.chosen.iter().zip(&folds.parts)) {
        println!(
            "meaning {:.3} crowding {:.2}: R@1 {:.3} R@10 {:.3} MRR {:.4}",
            weights.meaning, weights.crowding, of.r1, of.r10, of.mrr
        );
    }
    println!("held out: {:?}", folds.held_out);
}
