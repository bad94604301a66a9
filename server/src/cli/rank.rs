//! `waxwing rank`

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use domain::Language;
use matching::{
    Masker,
    index::{Bm25, CorpusBuilder, Query},
    tokens::{Reader, Tokens},
};
use serde_json::{Value, json};

use super::{CliError, Output};

/// Ranks documents by words alone, for comparison with other search engines. The product itself
/// ranks with `waxwing match`.
#[derive(Debug, clap::Args)]
pub(super) struct Rank {
    /// Documents: JSON lines with id and either title and text, or tokens, a list of words that
    /// are compared as they are
    #[arg(long, value_name = "FILE")]
    calls: PathBuf,
    /// Queries, in the same form
    #[arg(long, value_name = "FILE")]
    queries: PathBuf,
    /// How documents are scored
    #[arg(long, value_enum, default_value_t = Scorer::Bm25)]
    scorer: Scorer,
    /// How many documents are listed for each query
    #[arg(long, default_value_t = 20, value_name = "K")]
    top: usize,
    /// Where the lists are written: JSON lines with query, rank, call and score
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// BM25: how fast further occurrences of a word stop to count
    #[arg(long, default_value_t = 1.2)]
    k1: f64,
    /// BM25: how far length is held against a document, from 0 to 1
    #[arg(long, default_value_t = 0.75)]
    b: f64,
    /// Threads
    #[arg(long, default_value_t = 1)]
    threads: usize,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Scorer {
    /// Plain BM25 over one field, as Lucene has it
    Bm25,
}

/// Identifier and words of each line.
fn read(path: &Path) -> Result<Vec<(String, Tokens)>, CliError> {
    let failed = |problem: String| CliError::File { file: path.display().to_string(), problem };
    let content = fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    let (masker, mut reader) = (Masker::default(), Reader::default());
    let lines = content.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    lines
        .map(|(line, number)| {
            let row: Value = serde_json::from_str(line)
                .map_err(|error| failed(format!("line {number}: {error}")))?;
            document(&row, &masker, &mut reader).ok_or_else(|| {
                failed(format!("line {number}: an id and a text or tokens are needed"))
            })
        })
        .collect()
}

fn document(row: &Value, masker: &Masker, reader: &mut Reader) -> Option<(String, Tokens)> {
    let id = match &row["id"] {
        Value::String(id) => id.clone(),
        Value::Number(id) => id.to_string(),
        _ => return None,
    };
    if let Some(tokens) = row["tokens"].as_array() {
        // Numbers are words too.
        let words: Option<Vec<String>> = tokens
            .iter()
            .map(|token| match token {
                Value::String(word) => Some(word.clone()),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            })
            .collect();
        return Some((id, Tokens::given(words?.iter().map(String::as_str))));
    }
    let text = row["text"].as_str()?;
    let title = row["title"].as_str().unwrap_or_default();
    let language: Option<Language> = row["lang"].as_str().and_then(|code| code.parse().ok());
    let blind = masker.blind(&format!("{title}\n{text}"));
    Some((id, reader.read(&[blind], language.as_ref())))
}

pub(super) fn run(command: &Rank) -> Result<Output, CliError> {
    let Scorer::Bm25 = command.scorer;
    let calls = read(&command.calls)?;
    let queries = read(&command.queries)?;
    let mut builder = CorpusBuilder::new(Bm25::plain(command.k1, command.b));
    for (_, tokens) in &calls {
        builder.add(tokens);
    }
    let corpus = builder.finish();
    let asked: Vec<Query> =
        queries.iter().map(|(_, tokens)| corpus.query(tokens, &[1.0])).collect();
    let found = corpus.top_of_each(&asked, command.top, command.threads);
    let mut lines = String::new();
    for ((query, _), hits) in queries.iter().zip(&found) {
        for (hit, rank) in hits.iter().zip(1..) {
            let call = usize::try_from(hit.doc).ok().and_then(|i| calls.get(i)).map(|(id, _)| id);
            let line = json!({ "query": query, "rank": rank, "call": call, "score": hit.score });
            let _ = writeln!(lines, "{line}");
        }
    }
    fs::write(&command.out, lines).map_err(|error| CliError::File {
        file: command.out.display().to_string(),
        problem: error.to_string(),
    })?;
    let words = format!("Ranked {} calls for {} queries.", calls.len(), queries.len());
    Ok(Output::new(words, json!({ "calls": calls.len(), "queries": queries.len() })))
}
