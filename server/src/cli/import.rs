//! `waxwing import`

use std::{
    fmt::Write as _,
    fs::File,
    io::{IsTerminal, Write as _},
    path::PathBuf,
};

use chrono::NaiveDate;
use domain::{Country, LegalStatusKind, Problem, RowIssue};
use serde_json::{Value, json};
use service::{
    Actor,
    imports::{self, ImportKind, ImportReport, LineOutcome},
    register::{ListEffect, ListOptions},
};

use super::{CliError, Output, open, open_plain};
use crate::config::Config;

#[derive(Debug, clap::Subcommand)]
pub(super) enum Import {
    /// Calls: native JSON lines, EU portal topics, Ukrainian civil society lists, US state grants
    Calls(Files),
    /// Projects: native JSON lines
    Projects(Files),
    /// A register of designated bodies: CSV, or the list of the Russian ministry of justice as JSON
    Designations(Register),
}

#[derive(Debug, clap::Args)]
pub(super) struct Register {
    #[command(flatten)]
    files: Files,
    /// Whose law, for rows that name no country
    #[arg(long, value_name = "CODE")]
    country: Option<Country>,
    /// What it declares, for rows that do not say it: undesirable, extremist, terrorist or `foreign_agent`
    #[arg(long)]
    kind: Option<LegalStatusKind>,
    /// For which day the list tells who is named; today, if nothing is said. With a day, a list in
    /// which nothing has changed is recorded as confirmed on it
    #[arg(long, value_name = "DAY")]
    date: Option<NaiveDate>,
    /// The file tells only of bodies to be added: nothing that it does not name is marked
    #[arg(long)]
    additions: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Files {
    /// Files to read; the format is recognised by content, .gz is fine
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,
    /// Write what the preview shows, each file in one transaction
    #[arg(long)]
    commit: bool,
    /// List at most so many records that are new, changed or refused
    #[arg(long, default_value_t = 20, value_name = "N")]
    lines: usize,
}

/// What is wrong with a field, in a sentence.
fn issue(issue: &RowIssue) -> String {
    let says = match &issue.problem {
        Problem::Missing => "is missing".to_owned(),
        Problem::UnknownField => "is not a field of this format".to_owned(),
        Problem::Invalid { found, expected } => {
            format!("“{found}” is not what belongs here; expected: {expected}")
        }
        Problem::TooLong { limit } => format!("is longer than {limit} bytes"),
        Problem::Unreadable { detail } => format!("cannot be read: {detail}"),
        Problem::Repeated { first_row } => format!("has the same identifier as row {first_row}"),
        Problem::UnknownOrganisation { found } => format!("“{found}” is not on record"),
    };
    if issue.field.is_empty() { says } else { format!("{}: {says}", issue.field) }
}

/// How many rows on record a newer list does not name any more.
fn gone(count: u64) -> String {
    if count == 0 { String::new() } else { format!(", {count} no longer named and kept") }
}

/// What a list of a register means, in sentences.
fn effect(report: &ImportReport) -> Vec<String> {
    let Some(effect) = &report.effect else { return Vec::new() };
    let mut says = vec![format!("taken as the list of {}", effect.date)];
    for list in &effect.lists {
        let of = format!("{}, {}", list.country.code(), list.kind.code());
        if list.gone > 0 {
            let (gone, all) = (list.gone, list.on_record);
            let will = if report.committed { "are" } else { "will be" };
            says.push(format!("{of}: {gone} of {all} bodies of the list on record are not in this file and {will} marked as no longer named (--additions marks nothing)"));
        }
        if let (true, Some(before)) = (list.confirmed, list.before) {
            says.push(format!("{of}: the list on record, of {before}, is then of {}", effect.date));
        }
    }
    if !report.writes() && report.counts.same > 0 {
        says.push("nothing has changed; --date DAY records that the list is confirmed".to_owned());
    }
    for (what, donors) in [
        ("donors that it designates", &effect.designated),
        ("donors that somebody must decide about", &effect.undecided),
        ("donors that no register designates any more", &effect.lifted),
    ] {
        if donors.is_empty() {
            continue;
        }
        let names: Vec<&str> = donors.iter().take(20).map(|(_, name)| name.as_str()).collect();
        let more = donors.len().saturating_sub(names.len());
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        says.push(format!("{what}: {}{more}", names.join("; ")));
    }
    says
}

/// Which other rows are refused for the same reasons.
fn alike(line: &imports::ImportLine) -> String {
    let mut rows = String::new();
    for row in &line.alike {
        let _ = write!(rows, ", {row}");
    }
    if line.more_alike > 0 {
        let _ = write!(rows, " and {} more rows", line.more_alike);
    }
    rows
}

fn words(report: &ImportReport, most: usize) -> String {
    let counts = report.counts;
    let mut out = format!(
        "{} ({}): {} new, {} changed, {} same, {} refused{}{}",
        report.file_name,
        report.format,
        counts.new,
        counts.changed,
        counts.same,
        counts.refused,
        gone(counts.gone),
        if report.committed { "; written" } else { "; nothing written, --commit writes" },
    );
    for says in effect(report) {
        let _ = write!(out, "\n  {says}");
    }
    for line in report.lines.iter().take(most) {
        let (what, details) = match &line.outcome {
            LineOutcome::New => ("new", String::new()),
            LineOutcome::Changed(changes) => {
                let fields = |kept: bool| {
                    let some = changes.iter().filter(|change| change.kept == kept);
                    some.map(|change| change.field.as_str()).collect::<Vec<_>>().join(", ")
                };
                match (fields(false), fields(true)) {
                    (differ, kept) if kept.is_empty() => ("changed", format!(" ({differ})")),
                    (differ, kept) if differ.is_empty() => {
                        ("same", format!(" (kept as corrected by a person: {kept})"))
                    }
                    (differ, kept) => {
                        ("changed", format!(" ({differ}; kept as corrected by a person: {kept})"))
                    }
                }
            }
            LineOutcome::Same => ("same", String::new()),
            LineOutcome::Held => ("being scored, kept until all scores are locked", String::new()),
            LineOutcome::Gone => ("no longer named, kept", String::new()),
            LineOutcome::Repeated(first) => ("says the same as", format!(" row {first}")),
            LineOutcome::Refused(issues) => {
                let issues: Vec<String> = issues.iter().map(issue).collect();
                ("refused", format!(" ({})", issues.join("; ")))
            }
        };
        let row = match line.row {
            0 => "on record".to_owned(),
            row => format!("row {row}{}", alike(line)),
        };
        // Writing into a string cannot fail.
        let _ = write!(out, "\n  {row}: {what}{details} {}", line.title);
    }
    let more = u64::try_from(report.lines.len().saturating_sub(most))
        .unwrap_or(u64::MAX)
        .saturating_add(report.more);
    if more > 0 {
        let _ = write!(out, "\n  and {more} more");
    }
    out
}

fn to_json(report: &ImportReport, most: usize) -> Value {
    let line = |line: &imports::ImportLine| {
        let named = |kept: bool| -> Value {
            let LineOutcome::Changed(changes) = &line.outcome else { return Value::Null };
            let some = changes.iter().filter(|change| change.kept == kept);
            some.map(|change| Value::from(change.field.clone())).collect()
        };
        let (outcome, fields, issues) = match &line.outcome {
            LineOutcome::New => ("new", Value::Null, Value::Null),
            LineOutcome::Changed(changes) => {
                let same = changes.iter().all(|change| change.kept);
                (if same { "same" } else { "changed" }, named(false), Value::Null)
            }
            LineOutcome::Same => ("same", Value::Null, Value::Null),
            LineOutcome::Held => ("held", Value::Null, Value::Null),
            LineOutcome::Gone => ("gone", Value::Null, Value::Null),
            LineOutcome::Repeated(_) => ("repeated", Value::Null, Value::Null),
            LineOutcome::Refused(issues) => {
                ("refused", Value::Null, issues.iter().map(issue).map(Value::from).collect())
            }
        };
        json!({ "row": line.row, "title": line.title, "outcome": outcome, "fields": fields, "kept": named(true), "issues": issues, "rows_alike": line.alike, "more_alike": line.more_alike })
    };
    let names = |donors: &[(domain::DonorId, String)]| -> Value {
        let one =
            |(id, name): &(domain::DonorId, String)| json!({ "id": id.to_string(), "name": name });
        donors.iter().map(one).collect()
    };
    let effect = report.effect.as_ref().map(|effect| {
        let list = |one: &ListEffect| {
            json!({
                "country": one.country.code(), "kind": one.kind.code(),
                "before": one.before.map(|day| day.to_string()), "on_record": one.on_record,
                "gone": one.gone, "confirmed": one.confirmed,
            })
        };
        json!({
            "date": effect.date.to_string(),
            "lists": effect.lists.iter().map(list).collect::<Vec<_>>(),
            "designated": names(&effect.designated), "undecided": names(&effect.undecided),
            "lifted": names(&effect.lifted),
        })
    });
    json!({
        "file": report.file_name, "format": report.format, "committed": report.committed,
        "new": report.counts.new, "changed": report.counts.changed, "same": report.counts.same,
        "refused": report.counts.refused, "gone": report.counts.gone, "repeated": report.counts.repeated,
        "register": effect,
        "lines": report.lines.iter().take(most).map(line).collect::<Vec<_>>(),
    })
}

pub(super) async fn run(
    config: &Config,
    command: &Import,
    quiet: bool,
) -> Result<Output, CliError> {
    let (kind, files) = match command {
        Import::Calls(files) => (ImportKind::Calls, files),
        Import::Projects(files) => (ImportKind::Projects, files),
        Import::Designations(Register { files, country, kind, date, additions }) => {
            let (country, kind, date, additions) = (*country, *kind, *date, *additions);
            let options = ListOptions { country, kind, date, additions };
            (ImportKind::Designations(options), files)
        }
    };
    // All of them, before the first is read: one that is not there is said while nothing is written.
    let mut files_read = Vec::new();
    for path in &files.paths {
        let file = path.display().to_string();
        let input = File::open(path)
            .map_err(|error| CliError::File { file: file.clone(), problem: error.to_string() })?;
        files_read.push((file, input));
    }
    // What a register means for donors is told from the index.
    let services = match kind {
        ImportKind::Designations(_) => open(config).await?,
        ImportKind::Calls | ImportKind::Projects => open_plain(config).await?,
    };
    let show = !quiet && std::io::stderr().is_terminal();
    let (mut said, mut reports) = (Vec::new(), Vec::new());
    let mut refused = false;
    let several = files_read.len() > 1;
    let mut rest = files_read.into_iter();
    while let Some((name, input)) = rest.next() {
        let file = imports::File { name: name.clone(), input: Box::new(input) };
        let mut progress = |done: u64| {
            if show {
                eprint!("\r{name}: {done} records");
                let _ = std::io::stderr().flush();
            }
        };
        let operator = Actor::operator();
        let import = imports::run(&services, &operator, kind, file, files.commit, &mut progress);
        let report = Box::pin(import).await;
        if show {
            eprint!("\r\x1b[K");
        }
        let report = match report {
            Ok(report) => report,
            Err(problem) if several => {
                // What was imported before stays, and is told.
                said.push(format!("{name}: {problem}; nothing of it was written"));
                reports.push(json!({ "file": name, "error": problem.to_string() }));
                said.extend(rest.map(|(name, _)| format!("{name}: not read")));
                refused = true;
                break;
            }
            Err(problem) => return Err(CliError::Import { file: name, problem }),
        };
        refused |= report.counts.refused > 0;
        said.push(words(&report, files.lines));
        reports.push(to_json(&report, files.lines));
    }
    Ok(Output { words: said.join("\n"), json: json!({ "files": reports }), ok: !refused })
}
