//! Shows what the engine finds for a few hand-written projects, to be judged by eye.
//!
//! ```text
//! cargo run --release -p measure --example matches -- FILE.jsonl …
//! ```
//!
//! Each file holds one call per line with `title`, `text` and, where known, `lang`, `conditions`,
//! `eligibility`, `duration`.

use std::error::Error;

use domain::{CallContent, CallId, Detail, LegalEntity, ProjectContent, ProjectId};
use matching::{CallIndex, Params, ProjectBlind};
use reading::{CallRecord, Masker};

fn call(line: &str) -> Result<CallContent, Box<dyn Error>> {
    let row: serde_json::Value = serde_json::from_str(line)?;
    let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
    Ok(CallContent {
        text: text("text"),
        conditions: text("conditions"),
        eligibility: text("eligibility"),
        duration_text: row["duration"].as_str().map(str::to_owned),
        lang: row["lang"].as_str().and_then(|code| code.parse().ok()),
        ..CallContent::titled(text("title"))
    })
}

fn projects() -> Vec<ProjectContent> {
    let project =
        |title: &str, summary: &str, activities: &str, beneficiaries: &str| ProjectContent {
            summary: summary.into(),
            activities: activities.into(),
            beneficiaries: beneficiaries.into(),
            ..ProjectContent::titled(title)
        };
    vec![
        project(
            "Investigations without borders",
            "A newsroom in exile publishes investigative journalism about corruption and the evasion of sanctions, for readers who live under censorship.",
            "We research company registers and leaked documents, publish investigations and podcasts, train young reporters in digital security and verification, and help readers to get around blocking.",
            "Readers in Belarus and Russia, exiled journalists, partner newsrooms.",
        ),
        project(
            "Расследования без границ",
            "Редакция в изгнании публикует журналистские расследования о коррупции и обходе санкций для читателей, живущих в условиях цензуры.",
            "Мы изучаем реестры компаний и утечки документов, выпускаем расследования и подкасты, учим молодых журналистов цифровой безопасности и проверке фактов, помогаем обходить блокировки.",
            "Читатели в Беларуси и России, журналисты в изгнании, независимые редакции-партнёры.",
        ),
        project(
            "Жінки після евакуації",
            "Психологічна та правова допомога жінкам, які пережили насильство під час війни, і внутрішньо переміщеним родинам з дітьми.",
            "Групи підтримки, індивідуальні консультації, юридичний супровід, навчання соціальних працівників громад, адвокація прав жінок.",
            "Жінки та діти з прифронтових громад.",
        ),
        project(
            "Demokratie lernen in der Schule",
            "Wir stärken politische Bildung und Medienkompetenz von Jugendlichen im ländlichen Raum gegen Rechtsextremismus und Hassrede.",
            "Workshops an Schulen, Fortbildung von Lehrkräften, Jugendparlamente, Beratung von Gemeinden.",
            "Jugendliche, Lehrkräfte, Gemeinden.",
        ),
        project(
            "Wetland restoration with farmers",
            "We restore drained peatlands and rivers together with farmers to bring back birds and store carbon.",
            "Rewetting, monitoring of biodiversity, payments for ecosystem services, training of farmers in paludiculture.",
            "Farmers, municipalities, conservation groups.",
        ),
    ]
}

fn line(detail: &Detail) -> String {
    match detail {
        Detail::Term { word, value } => format!("{word} {value:.1}"),
        Detail::OtherTerms { count, value } => format!("{count} more {value:.1}"),
        Detail::Theme { code, value } => format!("[{code}] {value:.1}"),
        Detail::Place { place, value } => format!("{place} {value:.1}"),
        Detail::Amount { value } => format!("amount {value:.1}"),
        Detail::Meaning { value } => format!("meaning {value:.1}"),
        Detail::Crowding { value } => format!("crowding {value:.1}"),
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut calls = Vec::new();
    for path in std::env::args().skip(1) {
        for line in std::fs::read_to_string(path)?.lines() {
            calls.push(call(line)?);
        }
    }
    let masker = Masker::default();
    let started = std::time::Instant::now();
    let records = calls
        .iter()
        .zip(0_u128..)
        .map(|(content, i)| CallRecord { id: CallId::from_random(i.to_be_bytes()), content });
    let ids: Vec<CallId> = records.clone().map(|record| record.id).collect();
    let index = CallIndex::build(records, &masker, &Params::default());
    println!("{} calls indexed in {:.2?}", index.len(), started.elapsed());
    let nobody: [LegalEntity; 0] = [];
    let today = chrono::DateTime::UNIX_EPOCH;
    for content in projects() {
        let started = std::time::Instant::now();
        let project = ProjectBlind::new(&content, &masker);
        let found = index.calls_for(&project, &nobody, today, |_| true);
        let page: Vec<CallId> = found.iter().take(20).map(|found| found.id).collect();
        let matches =
            index.explain_all(&page, &project, ProjectId::from_random([0; 16]), &nobody, today);
        println!(
            "\n=== {} ({:.2?}) {:?}",
            content.title,
            started.elapsed(),
            project.suggested_themes()
        );
        for one in matches.iter().take(8) {
            let title = ids.iter().position(|id| *id == one.call).map(|i| calls[i].title.as_str());
            println!("{:5.1} {}", one.fit.score(), title.unwrap_or_default());
            for part in one.fit.parts.iter().filter(|part| part.known()) {
                let details: Vec<String> = part.details.iter().map(line).collect();
                println!(
                    "      {} {:.1}/{:.0}: {}",
                    part.kind,
                    part.value(),
                    part.of,
                    details.join(", ")
                );
            }
            println!("      missing: {}", one.missing.join(", "));
        }
        let at = |i: usize| found.get(i).map_or(0.0, |found| found.fit);
        println!("      ranks 1/10/50/200: {:.1} {:.1} {:.1} {:.1}", at(0), at(9), at(49), at(199));
    }
    Ok(())
}
