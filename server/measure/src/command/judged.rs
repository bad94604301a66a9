//! `measure evaluate judged`

use std::fmt::Write as _;

use matching::Params;
use serde_json::{Map, Value, json};

use super::{CliError, Output};
use crate::{
    judged::{Gain, Graded},
    sample::measure,
};

pub(super) fn run() -> Result<Output, CliError> {
    let found = measure(&Params::default())?;
    Ok(Output::new(words(&found), to_json(&found)))
}

fn words(found: &[Graded]) -> String {
    let mut out = String::from("nDCG@10 over graded calls of the demonstration workspace");
    for of in found {
        let _ = write!(
            out,
            "\n{:<7} all {} · newcomers {} · others {} · across languages {}\n       ",
            of.ranker.code(),
            said(of.all),
            said(of.newcomers),
            said(of.incumbents),
            said(of.across),
        );
        for (language, gain) in &of.languages {
            let _ = write!(out, " {language} {}", said(*gain));
        }
    }
    out
}

fn said(gain: Gain) -> String {
    format!("{:.3} ({})", gain.ndcg10, gain.projects)
}

fn to_json(found: &[Graded]) -> Value {
    let gain = |gain: &Gain| json!({ "projects": gain.projects, "ndcg10": gain.ndcg10 });
    let of = |of: &Graded| {
        let languages: Map<String, Value> = of
            .languages
            .iter()
            .map(|(language, one)| ((*language).to_owned(), gain(one)))
            .collect();
        json!({
            "all": gain(&of.all), "newcomers": gain(&of.newcomers),
            "incumbents": gain(&of.incumbents), "across_languages": gain(&of.across),
            "languages": languages,
        })
    };
    let rankers: Map<String, Value> =
        found.iter().map(|one| (one.ranker.code().to_owned(), of(one))).collect();
    Value::Object(rankers)
}
