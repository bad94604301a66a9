//! `measure evaluate blindness`

use std::{fmt::Write as _, path::PathBuf};

use matching::Params;
use serde_json::{Map, Value, json};

use super::{CliError, Output, document, documents, opened};
use crate::{
    Document,
    blindness::{self as measured, Body, Plan, Sector, measure},
};

/// Measures whether names move a score, whether newcomers can be told from incumbents by what is
/// left of a text without names, what taking names out costs, and how attention is shared out.
///
/// Names are written into the projects' texts as applicants write them, then taken out, swapped,
/// given another legal form and so on; scores should not change by a single bit. For known names
/// that is promised; for names in another script, with case endings, or unknown, it is reported.
#[derive(Debug, clap::Args)]
pub(super) struct Blindness {
    /// Calls: JSON lines with id, title and text, or any calls that can be imported
    #[arg(long, value_name = "FILE")]
    calls: PathBuf,
    /// Projects: JSON lines with text (or summary, mission, description) and, if known, id, title,
    /// organisation, lang, country and year
    #[arg(long, value_name = "FILE")]
    projects: PathBuf,
    /// Organisations: JSON lines with name and, if known, aliases and size (or followers, staff,
    /// awards). Those up to the median size count as newcomers; without sizes, an organisation is
    /// as large as it has projects in the file
    #[arg(long, value_name = "FILE")]
    organisations: Option<PathBuf>,
    /// Right calls for projects: CSV with the columns `project_id` and `call_id`; with it, what the
    /// mask costs is measured too
    #[arg(long, value_name = "FILE")]
    links: Option<PathBuf>,
    /// Pairs of project and call to compare for each form of a name, at least
    #[arg(long, default_value_t = 10_000, value_name = "N")]
    queries: usize,
    /// What lots are drawn from; the same seed gives the same figures
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
}

pub(super) fn run(command: &Blindness) -> Result<Output, CliError> {
    let calls = documents(&command.calls, true)?;
    let projects = opened(&command.projects, |file| exchange::corpus::projects(file))?;
    let projects: Vec<Document> = projects.into_iter().map(document).collect();
    let bodies = match &command.organisations {
        Some(path) => opened(path, |file| exchange::corpus::bodies(file))?,
        None => Vec::new(),
    };
    let bodies: Vec<Body> = bodies
        .into_iter()
        .map(|body| Body { name: body.name, aliases: body.aliases, size: body.size })
        .collect();
    let links = match &command.links {
        Some(path) => opened(path, |file| exchange::corpus::links(file))?,
        None => Vec::new(),
    };
    let of_bodies = bodies.iter().map(|body| &body.name);
    let mut names = of_bodies.chain(projects.iter().map(|project| &project.organisation));
    if names.all(|name| name.trim().is_empty()) {
        return Err(CliError::Other(
            "no organisation is named: give --organisations, or projects with an organisation"
                .to_owned(),
        ));
    }
    let sector = Sector { calls: &calls, projects: &projects, bodies: &bodies, links: &links };
    let plan = Plan { queries: command.queries, seed: command.seed };
    let found = measure(&sector, &plan, &Params::default());
    Ok(Output::new(words(&found), to_json(&found, &plan)))
}

fn words(found: &measured::Blindness) -> String {
    let mut out = format!("{} names, {} of newcomers", found.names, found.newcomers);
    for (form, of) in &found.invariance {
        let _ = write!(
            out,
            "\n{:<15} {} pairs: largest change {:.6}, changed {:.4}, τ {:.4} (least {:.4}), top-10 {:.4}, flips {:.4}{}",
            form.code(),
            of.queries,
            of.max_change,
            of.changed,
            of.kendall.0,
            of.kendall.1,
            of.top10,
            of.flips,
            if form.promised() { "" } else { " (not promised)" },
        );
        if form.promised() && !of.names.is_empty() {
            let _ = write!(out, "\n   not masked: {}", of.names.join("; "));
        }
    }
    match &found.leakage {
        Some(leakage) => {
            let _ = write!(
                out,
                "\nleakage: AUC {:.3} by blind words, {} within theme, country and year, {:.3} by themes (excess {:+.3}), {:.3} by raw words; {} projects of newcomers, {} of incumbents",
                leakage.blind,
                leakage.within.map_or_else(|| "unknown".to_owned(), |area| format!("{area:.3}")),
                leakage.themes,
                leakage.excess(),
                leakage.raw,
                leakage.projects.0,
                leakage.projects.1,
            );
            for (whom, stems) in
                [("newcomers", &leakage.of_newcomers), ("incumbents", &leakage.of_incumbents)]
            {
                let stems: Vec<&str> = stems.iter().map(|(stem, _)| stem.as_str()).collect();
                let _ = write!(out, "\n   telling of {whom}: {}", stems.join(", "));
            }
            if let Some(identity) = leakage.identity {
                let _ = write!(
                    out,
                    "\n   {} organisations told by their other texts: {:.3} of {} projects right by blind words, {:.3} by raw words, {:.3} by lot",
                    identity.organisations,
                    identity.blind,
                    identity.projects,
                    identity.raw,
                    identity.by_lot,
                );
            }
        }
        None => out.push_str(
            "\nleakage: not measured; projects of newcomers and of incumbents are needed",
        ),
    }
    let substance = &found.substance;
    if let Some((blind, raw, pairs)) = substance.ndcg10 {
        let _ = write!(out, "\nnDCG@10 on {pairs} links: blind {blind:.4}, raw {raw:.4}");
    }
    let _ = write!(
        out,
        "\nmask on calls: {} of {} words taken out, {} of {} ordinary ones",
        substance.masked, substance.words, substance.masked_ordinary, substance.ordinary
    );
    for of in &found.exposure {
        let _ = write!(
            out,
            "\nexposure, {} against {}: newcomers {}, Gini difference {:+.3}, incumbents in first ten {:.3} (of projects {:.3}), nDCG@10 {:.4}",
            of.ranker.code(),
            of.relevance.code(),
            of.newcomers.map_or_else(|| "unknown".to_owned(), |ratio| format!("{ratio:.3}")),
            of.gini_difference,
            of.incumbents.0,
            of.incumbents.1,
            of.ndcg10,
        );
    }
    for of in &found.amortised {
        let inequity: Vec<String> =
            of.inequity.iter().map(|(lists, apart)| format!("{apart:.3} ({lists})")).collect();
        let _ = write!(
            out,
            "\nover days, {} against {}: apart from what is due after so many lists {}; expected exposure lost {:.6}",
            of.ranker.code(),
            of.relevance.code(),
            inequity.join(", "),
            of.loss,
        );
    }
    let (worst, pairs) = found.faithfulness;
    let _ = write!(out, "\nparts against score: at most {worst:.1e} apart over {pairs} pairs");
    out
}

fn to_json(found: &measured::Blindness, plan: &Plan) -> Value {
    let of_form = |of: &measured::Invariance| {
        json!({
            "queries": of.queries, "projects": of.projects, "max_change": of.max_change,
            "changed": of.changed, "kendall": of.kendall.0, "kendall_least": of.kendall.1,
            "top10_jaccard": of.top10, "flip_rate": of.flips, "names": of.names,
        })
    };
    let forms = |promised: bool| -> Map<String, Value> {
        let of = found.invariance.iter().filter(|(form, _)| form.promised() == promised);
        of.map(|(form, figures)| (form.code().to_owned(), of_form(figures))).collect()
    };
    let stems = |of: &[(String, f64)]| -> Vec<Value> {
        of.iter().map(|(stem, weight)| json!({ "stem": stem, "weight": weight })).collect()
    };
    let leakage = found.leakage.as_ref().map(|of| {
        json!({
            "newcomers": of.projects.0, "incumbents": of.projects.1, "auc": of.blind,
            "auc_within_theme_country_year": of.within, "auc_themes": of.themes,
            "auc_raw": of.raw, "excess": of.excess(),
            "telling_newcomers": stems(&of.of_newcomers),
            "telling_incumbents": stems(&of.of_incumbents),
            "identity": of.identity.map(|of| json!({
                "organisations": of.organisations, "projects": of.projects,
                "blind": of.blind, "raw": of.raw, "by_lot": of.by_lot,
            })),
        })
    });
    let substance = &found.substance;
    let ndcg10 = substance.ndcg10.map(|(blind, raw, links)| {
        json!({
            "links": links, "blind": blind, "raw": raw,
            "ratio": (raw > 0.0).then(|| blind / raw),
            "newcomers": substance.by_kind.0, "incumbents": substance.by_kind.1,
        })
    });
    let commonest: Vec<Value> = substance
        .commonest
        .iter()
        .map(|(word, count)| json!({ "word": word, "count": count }))
        .collect();
    let exposure: Vec<Value> = found
        .exposure
        .iter()
        .map(|of| {
            json!({
                "ranker": of.ranker.code(), "relevance": of.relevance.code(), "calls": of.calls,
                "newcomers_ratio": of.newcomers, "gini_difference": of.gini_difference,
                "incumbents_top10": of.incumbents.0, "incumbents_projects": of.incumbents.1,
                "ndcg10": of.ndcg10,
            })
        })
        .collect();
    let amortised: Vec<Value> = found
        .amortised
        .iter()
        .map(|of| {
            let inequity = of.inequity.iter();
            let inequity: Vec<Value> =
                inequity.map(|(lists, sum)| json!({ "lists": lists, "sum": sum })).collect();
            json!({
                "ranker": of.ranker.code(), "relevance": of.relevance.code(), "calls": of.calls,
                "inequity": inequity, "expected_exposure": {
                    "loss": of.loss, "disparity": of.disparity, "relevance": of.relevant,
                },
            })
        })
        .collect();
    json!({
        "seed": plan.seed, "names": found.names, "newcomers": found.newcomers,
        "invariance": forms(true), "hard_forms": forms(false), "leakage": leakage,
        "ndcg10": ndcg10,
        "mask_on_calls": {
            "words": substance.words, "masked": substance.masked, "ordinary": substance.ordinary,
            "masked_ordinary": substance.masked_ordinary, "commonest": commonest,
        },
        "exposure": exposure, "amortised": amortised,
        "faithfulness": { "max_difference": found.faithfulness.0, "pairs": found.faithfulness.1 },
    })
}
