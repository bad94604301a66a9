//! `measure evaluate themes`

use std::{fmt::Write as _, path::PathBuf};

use serde_json::{Value, json};

use super::{CliError, Output, documents, opened};
use crate::themes::{Recognition, trained, untrained};

/// Measures how well the themes recognise calls that fund democracy, by substance: taking part,
/// equal rights, living together, coming to terms with dictatorship. The themes learn from no label.
#[derive(Debug, clap::Args)]
pub(super) struct Themes {
    /// Calls: JSON lines with id, title and text
    #[arg(long, value_name = "FILE")]
    calls: PathBuf,
    /// Labels: CSV with the column `call_id` and a column of 1 and 0
    #[arg(long, value_name = "FILE")]
    labels: PathBuf,
    /// Name of the column of labels [default: the one after `call_id`]
    #[arg(long, value_name = "NAME")]
    column: Option<String>,
    /// Also fit a small model to the labels and ask it about calls it has not seen: ten parts, each
    /// asked about by a model of the other nine, over ten divisions by lot
    #[arg(long)]
    train: bool,
    /// What lots are drawn from; the same seed gives the same figures
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
}

/// Divisions by lot.
const TIMES: usize = 10;

pub(super) fn run(command: &Themes) -> Result<Output, CliError> {
    let calls = documents(&command.calls, true)?;
    let labels =
        opened(&command.labels, |file| exchange::corpus::labels(file, command.column.as_deref()))?;
    let found = untrained(&calls, &labels);
    let labelled = found.hits + found.false_alarms + found.missed + found.rejected;
    if labelled == 0 {
        return Err(CliError::Other("no label belongs to one of these calls".to_owned()));
    }
    let mut words = format!("{labelled} calls by themes, without learning: {}", said(&found));
    let learned = if command.train {
        let learned = trained(&calls, &labels, command.seed, TIMES);
        let mut f1: Vec<f64> = learned.iter().map(Recognition::f1).collect();
        f1.sort_by(f64::total_cmp);
        let middle = f1.get(f1.len() / 2).copied().unwrap_or(0.0);
        let (least, most) = (f1.first().copied(), f1.last().copied());
        let _ = write!(
            words,
            "\nlearned, cross-validated over {TIMES} divisions: F1 {middle:.3} in the middle, {:.3} to {:.3}",
            least.unwrap_or(0.0),
            most.unwrap_or(0.0),
        );
        let each: Vec<Value> = learned.iter().map(figures).collect();
        json!({ "f1_median": middle, "f1_least": least, "f1_most": most, "divisions": each })
    } else {
        Value::Null
    };
    let json = json!({ "labelled": labelled, "untrained": figures(&found), "trained": learned });
    Ok(Output::new(words, json))
}

fn said(found: &Recognition) -> String {
    format!(
        "F1 {:.3}, precision {:.3}, recall {:.3}",
        found.f1(),
        found.precision(),
        found.recall()
    )
}

fn figures(found: &Recognition) -> Value {
    json!({
        "f1": found.f1(), "precision": found.precision(), "recall": found.recall(),
        "hits": found.hits, "false_alarms": found.false_alarms, "missed": found.missed,
        "rejected": found.rejected,
    })
}
