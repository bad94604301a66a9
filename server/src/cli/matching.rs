//! `waxwing match`

use std::{fmt::Write as _, fs::File, ops::ControlFlow, path::Path};

use domain::{ConfidenceLevel, Detail, Outcome, ProjectDraft, ProjectId};
use serde_json::{Value, json};
use service::{
    Actor, Services,
    matches::{self, MatchRow},
    organisations, projects,
};

use super::{CliError, Output, open_existing};
use crate::config::Config;

#[derive(Debug, clap::Args)]
pub(super) struct Match {
    /// A project on record by its identifier, or a file with one native project
    #[arg(long, value_name = "ID|FILE")]
    project: String,
    /// How many calls to show
    #[arg(long, default_value_t = 10, value_name = "N")]
    top: usize,
}

/// Reads the first project of a native file.
fn from_file(path: &Path) -> Result<ProjectDraft, CliError> {
    let failed = |problem: String| CliError::File { file: path.display().to_string(), problem };
    let mut file = File::open(path).map_err(|error| failed(error.to_string()))?;
    let mut first = None;
    exchange::read_projects(&mut file, &mut |record| {
        first = Some(record.item);
        ControlFlow::Break(())
    })
    .map_err(|error| failed(error.to_string()))?;
    match first {
        Some(Ok(draft)) => Ok(draft),
        Some(Err(issues)) => Err(failed(format!("the project cannot be read: {issues:?}"))),
        None => Err(failed("there is no project in it".to_owned())),
    }
}

async fn rows(
    services: &Services,
    project: &str,
    top: usize,
) -> Result<(String, Vec<MatchRow>), CliError> {
    let actor = Actor::operator();
    if let Ok(id) = project.parse::<ProjectId>() {
        let found = projects::get(services, &actor, id).await?;
        let (title, organisation) =
            (found.project.content.title.clone(), found.project.organisation);
        let rows = matches::for_draft(services, &actor, found.project.content, organisation, top);
        return Ok((title, rows));
    }
    let ProjectDraft { source, organisation, content, .. } = from_file(Path::new(project))?;
    // Its people are at risk whichever of its projects this is, and its entities apply.
    let organisation = match organisation {
        Some(name) => organisations::of_name(services, &actor, &source, &name).await?,
        None => None,
    };
    let title = content.title.clone();
    Ok((title, matches::for_draft(services, &actor, content, organisation, top)))
}

fn words(title: &str, rows: &[MatchRow]) -> String {
    let mut out = format!("Calls for “{title}”");
    for (number, row) in (1..).zip(rows) {
        let found = &row.found;
        let level = match found.confidence.level() {
            ConfidenceLevel::High => "high",
            ConfidenceLevel::Medium => "medium",
            ConfidenceLevel::Low => "low",
        };
        let parts: Vec<String> = found
            .fit
            .parts
            .iter()
            .filter(|part| part.known())
            .map(|part| format!("{} {:.1}", part.kind, part.value()))
            .collect();
        let shared: Vec<String> = found
            .fit
            .parts
            .iter()
            .flat_map(|part| &part.details)
            .filter_map(|detail| match detail {
                Detail::Term { word, .. } => Some(word.clone()),
                Detail::Theme { code, .. } => Some(code.to_string()),
                Detail::Place { place, .. } => Some(place.to_string()),
                Detail::OtherTerms { .. }
                | Detail::Amount { .. }
                | Detail::Meaning { .. }
                | Detail::Crowding { .. } => None,
            })
            .take(10)
            .collect();
        let count = |outcome| found.eligibility.count(outcome);
        // Writing into a string cannot fail.
        let _ = write!(
            out,
            "\n\n{number}. {}\n   {} · fit {:.1} ({}) · confidence {level} · {}\n   rules: {} met, {} unknown, {} not met\n   shared: {}",
            row.call.title,
            found.eligibility.verdict,
            found.fit.score(),
            parts.join(", "),
            row.call.donor,
            count(Outcome::Met),
            count(Outcome::Unknown),
            count(Outcome::NotMet),
            shared.join(", "),
        );
        for rule in found.eligibility.rules.iter().filter(|rule| rule.outcome == Outcome::NotMet) {
            let _ = write!(
                out,
                "\n   not met: {} “{}”",
                rule.rule.condition.kind(),
                rule.rule.clause.quote
            );
        }
    }
    if rows.is_empty() {
        out.push_str("\n\nNo open call is on record.");
    }
    out
}

fn to_json(title: &str, rows: &[MatchRow]) -> Value {
    let row = |row: &MatchRow| {
        let parts: Vec<Value> = row
            .found
            .fit
            .parts
            .iter()
            .map(|part| json!({ "part": part.kind, "value": part.value(), "of": part.of, "details": part.details }))
            .collect();
        json!({
            "call": row.call.id, "title": row.call.title, "donor": row.call.donor,
            "verdict": row.found.eligibility.verdict, "fit": row.found.fit.score(), "parts": parts,
            "confidence": row.found.confidence, "rules": row.found.eligibility.rules, "missing": row.found.missing,
        })
    };
    json!({ "project": title, "matches": rows.iter().map(row).collect::<Vec<_>>() })
}

pub(super) async fn run(config: &Config, command: &Match) -> Result<Output, CliError> {
    let services = open_existing(config, true).await?;
    let (title, rows) = rows(&services, &command.project, command.top).await?;
    Ok(Output::new(words(&title, &rows), to_json(&title, &rows)))
}
