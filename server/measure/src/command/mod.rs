//! The command line of `measure`, the developers' own program: each command measures and prints.

mod blindness;
mod judged;
mod rank;
mod themes;

use std::{
    fmt::Write as _,
    fs::File,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use exchange::FileError;
use matching::{Params, fit::Weights};
use serde_json::{Value, json};

use crate::{
    CrossValidated, Document, Figures, Ranking, cross_validate, evaluate, sample::Damaged,
};

/// Measures how well the engine of Waxwing works, on data with known answers.
#[derive(Debug, Parser)]
#[command(name = "measure", version, max_term_width = 100)]
pub struct Cli {
    /// Print one JSON object instead of words
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Measure how well something works on data with known answers
    #[command(subcommand)]
    Evaluate(Evaluate),
    /// Rank documents by words alone, for comparison with other search engines
    Rank(rank::Rank),
}

impl Cli {
    /// Runs the command: 0 when it was done, 1 with one sentence when not. Wrong arguments end the
    /// program with 2 before.
    #[must_use]
    pub fn run(&self) -> ExitCode {
        let done = match &self.command {
            Command::Evaluate(command) => run(command),
            Command::Rank(command) => rank::run(command),
        };
        match done {
            Ok(output) if self.json => println!("{}", output.json),
            Ok(output) => println!("{}", output.words),
            Err(error) => {
                if self.json {
                    println!("{}", json!({ "error": error.to_string() }));
                } else {
                    eprintln!("measure: {error}");
                }
                return ExitCode::FAILURE;
            }
        }
        ExitCode::SUCCESS
    }
}

/// Why a command did not succeed, in a sentence for the person who typed it.
#[derive(Debug, thiserror::Error)]
enum CliError {
    /// A file cannot be read or written.
    #[error("{file}: {problem}")]
    File { file: String, problem: String },
    /// The graded calls cannot be used.
    #[error(transparent)]
    Damaged(#[from] Damaged),
    /// Anything else, said plainly.
    #[error("{0}")]
    Other(String),
}

/// What a command prints: words for people, a value for programs.
struct Output {
    words: String,
    json: Value,
}

impl Output {
    fn new(words: impl Into<String>, json: Value) -> Self {
        Self { words: words.into(), json }
    }
}

#[derive(Debug, clap::Subcommand)]
enum Evaluate {
    /// Rank calls for projects whose call is known (documents as JSON lines, links as CSV)
    Matching(Matching),
    /// Measure what names change, what can be told without them, and who gets attention
    Blindness(blindness::Blindness),
    /// Measure how well themes recognise calls that fund democracy (calls as JSON lines, labels as
    /// CSV)
    Themes(themes::Themes),
    /// Measure how well calls are ordered for projects of the demonstration workspace, against grades
    /// given by hand
    Judged,
}

#[derive(Debug, clap::Args)]
struct Matching {
    /// Calls: JSON lines with id, title and text
    #[arg(long, value_name = "FILE")]
    calls: PathBuf,
    /// Projects: JSON lines with id, title and text
    #[arg(long, value_name = "FILE")]
    projects: PathBuf,
    /// Links: CSV with the columns `project_id` and `call_id`
    #[arg(long, value_name = "FILE")]
    links: PathBuf,
    /// Leave out the projects' titles
    #[arg(long)]
    no_title: bool,
    /// Also choose weights on all but one of so many parts of the links and measure them on that
    /// part, for each part
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(2..=50))]
    folds: Option<u16>,
    /// What the parts are drawn from; the same seed gives the same figures
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
}

fn opened<T>(
    path: &Path,
    read: impl FnOnce(&mut File) -> Result<T, FileError>,
) -> Result<T, CliError> {
    let failed = |problem: String| CliError::File { file: path.display().to_string(), problem };
    let mut file = File::open(path).map_err(|error| failed(error.to_string()))?;
    read(&mut file).map_err(|error| failed(error.to_string()))
}

fn documents(path: &Path, titles: bool) -> Result<Vec<Document>, CliError> {
    let read = opened(path, |file| exchange::corpus::documents(file))?;
    Ok(read
        .into_iter()
        .map(|mut found| {
            if !titles {
                found.title.clear();
            }
            document(found)
        })
        .collect())
}

fn document(found: exchange::corpus::Document) -> Document {
    Document {
        id: found.id,
        title: found.title,
        text: found.text,
        lang: found.lang.and_then(|code| code.parse().ok()),
        organisation: found.organisation,
        setting: found.setting,
    }
}

fn run(command: &Evaluate) -> Result<Output, CliError> {
    match command {
        Evaluate::Matching(command) => matching(command),
        Evaluate::Blindness(command) => blindness::run(command),
        Evaluate::Themes(command) => themes::run(command),
        Evaluate::Judged => judged::run(),
    }
}

fn matching(command: &Matching) -> Result<Output, CliError> {
    let calls = documents(&command.calls, true)?;
    let projects = documents(&command.projects, !command.no_title)?;
    let links = opened(&command.links, |file| exchange::corpus::links(file))?;
    let Figures { queries, candidates, ranking, index_seconds, query_ms_p50, query_ms_p99 } =
        evaluate(&calls, &projects, &links, &Params::default());
    let mut words = format!(
        "{queries} queries over {candidates} calls: R@1 {:.3}, R@5 {:.3}, R@10 {:.3}, MRR {:.3}, nDCG@10 {:.3}; \
         index {index_seconds:.2} s, query {query_ms_p50:.2} ms (p99 {query_ms_p99:.2})",
        ranking.r1, ranking.r5, ranking.r10, ranking.mrr, ranking.ndcg10,
    );
    let folds = command.folds.map(|folds| {
        let params = Params::default();
        cross_validate(&calls, &projects, &links, &params, usize::from(folds), command.seed)
    });
    if let Some(folds) = &folds {
        words.push_str(&told(folds));
    }
    let json = json!({
        "folds": folds.as_ref().map(folds_to_json),
        "queries": queries, "candidates": candidates,
        "r1": ranking.r1, "r5": ranking.r5, "r10": ranking.r10, "mrr": ranking.mrr, "ndcg10": ranking.ndcg10,
        "index_seconds": index_seconds, "query_ms_p50": query_ms_p50, "query_ms_p99": query_ms_p99,
    });
    Ok(Output::new(words, json))
}

fn weighed(weights: &Weights) -> String {
    format!(
        "words {:.3}, meaning {:.3}, crowding {:.2}",
        weights.words, weights.meaning, weights.crowding
    )
}

fn ranked(of: &Ranking) -> String {
    format!("R@1 {:.3}, R@10 {:.3}, MRR {:.3}", of.r1, of.r10, of.mrr)
}

fn told(folds: &CrossValidated) -> String {
    let mut out = String::new();
    for (weights, of) in &folds.tried {
        let _ = write!(out, "\n   {}: {}", weighed(weights), ranked(of));
    }
    for (weights, of) in folds.chosen.iter().zip(&folds.parts) {
        let _ = write!(out, "\npart held out, with {}: {}", weighed(weights), ranked(of));
    }
    let _ = write!(out, "\nall held out: {}", ranked(&folds.held_out));
    out
}

fn folds_to_json(folds: &CrossValidated) -> Value {
    let ranking = |of: &Ranking| json!({ "r1": of.r1, "r10": of.r10, "mrr": of.mrr });
    let of = |(weights, of): (&Weights, &Ranking)| {
        json!({
            "words": weights.words, "meaning": weights.meaning, "crowding": weights.crowding,
            "ranking": ranking(of),
        })
    };
    let tried: Vec<Value> = folds.tried.iter().map(|(w, r)| of((w, r))).collect();
    let parts: Vec<Value> = folds.chosen.iter().zip(&folds.parts).map(of).collect();
    json!({ "held_out": ranking(&folds.held_out), "parts": parts, "tried": tried })
}
