//! What vectors and crowding add to the building of an index and to a search.
//!
//! ```text
//! cargo run --release -p measure --example build -- 1245 100000
//! ```
//!
//! The calls are made up: words by Zipf's law from a vocabulary of 150,000, about 120 a call, half of
//! them from one of 400 subjects.

use std::{error::Error, time::Instant};

use chrono::DateTime;
use domain::{CallContent, CallId, ProjectContent, ProjectId};
use matching::{CallIndex, Params, ProjectBlind, chance::Chance};
use measure::percentile;
use reading::{CallRecord, Masker};

/// A word by Zipf's law.
fn word(chance: &mut Chance, subject: usize) -> String {
    let rank = format!("{:.0}", (150_000_f64.ln() * chance.share()).exp());
    // Letters instead of digits: numbers are no words.
    let letters: String =
        rank.bytes().map(|digit| char::from(digit - b'0' + b'a')).chain(['q']).collect();
    if chance.share() < 0.5 { letters } else { format!("{letters}x{}z", letters_of(subject)) }
}

fn letters_of(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'k')).collect()
}

fn text(chance: &mut Chance) -> String {
    let subject = chance.below(400);
    let words: Vec<String> = (0..120).map(|_| word(chance, subject)).collect();
    words.join(" ")
}

fn main() -> Result<(), Box<dyn Error>> {
    let masker = Masker::default();
    let full = Params::default();
    let mut plain = full.clone();
    plain.training.dimensions = 0;
    plain.weights.crowding = 0.0;
    let mut crowded = full.clone();
    crowded.training.dimensions = 0;
    for count in std::env::args().skip(1) {
        let count: u32 = count.parse()?;
        let mut chance = Chance::new(1);
        let calls: Vec<CallContent> = (0..count)
            .map(|_| CallContent {
                text: text(&mut chance),
                lang: "en".parse().ok(),
                ..CallContent::titled("")
            })
            .collect();
        let projects: Vec<ProjectBlind> = (0..200)
            .map(|_| {
                let summary = text(&mut chance);
                let lang = "en".parse().ok();
                let content = ProjectContent { summary, lang, ..ProjectContent::titled("") };
                ProjectBlind::new(&content, &masker)
            })
            .collect();
        println!("{count} calls");
        for (name, params) in
            [("words", &plain), ("and crowding", &crowded), ("and vectors", &full)]
        {
            let records = calls.iter().zip(0_u128..).map(|(content, number)| CallRecord {
                id: CallId::from_random((number << 64).to_be_bytes()),
                content,
            });
            let started = Instant::now();
            let index = CallIndex::build(records, &masker, params);
            let seconds = started.elapsed().as_secs_f64();
            let day = DateTime::UNIX_EPOCH;
            let times: Vec<f64> = projects
                .iter()
                .map(|project| {
                    let started = Instant::now();
                    let found = index.top_calls_for(project, &[], day, |_| true, 20);
                    let ids: Vec<CallId> = found.iter().map(|one| one.id).collect();
                    let nobody = ProjectId::from_random([0; 16]);
                    let explained = index.explain_all(&ids, project, nobody, &[], day);
                    assert_eq!(explained.len(), ids.len());
                    started.elapsed().as_secs_f64() * 1000.0
                })
                .collect();
            println!(
                "  {name:13} build {seconds:7.2} s   query, 20 explained {:7.2} ms   p99 {:7.2} ms",
                percentile(&times, 0.5).unwrap_or(0.0),
                percentile(&times, 0.99).unwrap_or(0.0),
            );
        }
    }
    Ok(())
}
