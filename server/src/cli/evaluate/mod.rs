//! `waxwing evaluate`

mod blindness;
mod themes;

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use exchange::FileError;
use matching::{
    Params,
    evaluate::{Document, Figures, evaluate},
};
use serde_json::json;

use super::{CliError, Output};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Evaluate {
    /// Rank calls for projects whose call is known (documents as JSON lines, links as CSV)
    Matching(Matching),
    /// Measure what names change, what can be told without them, and who gets attention
    Blindness(blindness::Blindness),
    /// Measure how well themes recognise calls that fund democracy (calls as JSON lines, labels as
    /// CSV)
    Themes(themes::Themes),
}

#[derive(Debug, clap::Args)]
pub(super) struct Matching {
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

pub(super) fn run(command: &Evaluate) -> Result<Output, CliError> {
    match command {
        Evaluate::Matching(command) => matching(command),
        Evaluate::Blindness(command) => blindness::run(command),
        Evaluate::Themes(command) => themes::run(command),
    }
}

fn matching(command: &Matching) -> Result<Output, CliError> {
    let calls = documents(&command.calls, true)?;
    let projects = documents(&command.projects, !command.no_title)?;
    let links = opened(&command.links, |file| exchange::corpus::links(file))?;
    let Figures { queries, candidates, ranking, index_seconds, query_ms_p50, query_ms_p99 } =
        evaluate(&calls, &projects, &links, &Params::default());
    let words = format!(
        "{queries} queries over {candidates} calls: R@1 {:.3}, R@5 {:.3}, R@10 {:.3}, MRR {:.3}, nDCG@10 {:.3}; \
         index {index_seconds:.2} s, query {query_ms_p50:.2} ms (p99 {query_ms_p99:.2})",
        ranking.r1, ranking.r5, ranking.r10, ranking.mrr, ranking.ndcg10,
    );
    let json = json!({
        "queries": queries, "candidates": candidates,
        "r1": ranking.r1, "r5": ranking.r5, "r10": ranking.r10, "mrr": ranking.mrr, "ndcg10": ranking.ndcg10,
        "index_seconds": index_seconds, "query_ms_p50": query_ms_p50, "query_ms_p99": query_ms_p99,
    });
    Ok(Output::new(words, json))
}
