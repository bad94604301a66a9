//! Whether names can be told from what the engine sees, and whether they move what it says.
//!
//! Invariance alone is no blindness: a text without names may still tell who wrote it. So both are
//! measured: what a name changes ([`Invariance`]), and what can be read off the text that is left
//! ([`Leakage`]). Beside them stands what blindness costs ([`Substance`]) and what it is for
//! ([`Exposure`], over days [`Amortised`]).

mod amortised;
mod exposure;
mod forms;
mod invariance;
mod leakage;
mod substance;

use std::collections::BTreeMap;

use domain::{CallContent, ProjectContent};
use matching::engine::{CallIndex, Params};
use reading::{
    CallRecord,
    blind::{KnownName, Masker},
    num::real,
};
use rustc_hash::FxHashMap;

use super::{Document, call_id};
pub use amortised::Amortised;
pub use exposure::{Exposure, Ranker, Relevance};
pub use forms::Form;
pub use invariance::Invariance;
pub use leakage::{Identity, Leakage, Telling};
pub use substance::Substance;

/// An organisation whose name is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// Other names and acronyms.
    pub aliases: Vec<String>,
    /// How well known it is, in any measure: followers, staff, past awards.
    pub size: Option<f64>,
}

/// What is measured on.
#[derive(Clone, Copy, Debug)]
pub struct Sector<'a> {
    /// Calls.
    pub calls: &'a [Document],
    /// Projects.
    pub projects: &'a [Document],
    /// Organisations; those of the projects are known besides.
    pub bodies: &'a [Body],
    /// Projects and the calls that are right for them, by their identifiers; may be empty.
    pub links: &'a [(String, String)],
}

/// How much is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// At least so many pairs of project and call for each form of a name.
    pub queries: usize,
    /// What lots are drawn from.
    pub seed: u64,
}

impl Default for Plan {
    fn default() -> Self {
        Self { queries: 10_000, seed: 1 }
    }
}

/// What was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Blindness {
    /// Organisations with a known name.
    pub names: usize,
    /// Of these, newcomers: no larger than the median organisation.
    pub newcomers: usize,
    /// What each form of a name changes.
    pub invariance: Vec<(Form, Invariance)>,
    /// Whether newcomers can be told from incumbents; `None` without both kinds among the projects.
    pub leakage: Option<Leakage>,
    /// What the mask costs.
    pub substance: Substance,
    /// How attention is shared out.
    pub exposure: Vec<Exposure>,
    /// How it adds up over days.
    pub amortised: Vec<Amortised>,
    /// The largest difference between a score and the sum of its explained parts, and over how
    /// many pairs it was looked for.
    pub faithfulness: (f64, usize),
}

/// Measures everything.
#[must_use]
pub fn measure(sector: &Sector, plan: &Plan, params: &Params) -> Blindness {
    let teams = Teams::new(sector);
    let masker = Masker::new(teams.known.iter().cloned());
    let calls = calls_of(sector.calls);
    let index = index(&calls, &masker, params);
    let invariance = invariance::measure(sector, &teams, &calls, (&masker, &index), plan, params);
    let open = Masker::open_for_measuring();
    let raw = self::index(&calls, &open, params);
    let blind = exposure::Side { masker: &masker, index: &index };
    let seen = exposure::Side { masker: &open, index: &raw };
    let lists = exposure::Lists::new(sector, &teams, &blind, &seen);
    let band = params.ties.band;
    Blindness {
        names: teams.all.len(),
        newcomers: teams.all.iter().filter(|team| team.newcomer).count(),
        invariance,
        leakage: leakage::measure(sector, &teams, &masker, plan),
        substance: substance::measure(sector, &teams, &masker, params),
        exposure: (lists.as_ref())
            .map_or_else(Vec::new, |lists| exposure::measure(sector, &teams, lists)),
        amortised: (lists.as_ref())
            .map_or_else(Vec::new, |lists| amortised::measure(sector, &teams, lists, band, plan)),
        faithfulness: invariance::faithfulness(sector, &masker, &index, plan),
    }
}

/// An organisation.
#[derive(Clone, Debug)]
struct Team {
    name: String,
    size: f64,
    newcomer: bool,
}

/// Every organisation, in the order of names, and which one each project is of.
struct Teams {
    all: Vec<Team>,
    of_project: Vec<Option<usize>>,
    known: Vec<KnownName>,
}

impl Teams {
    fn new(sector: &Sector) -> Self {
        let stated = sector.bodies.iter().any(|body| body.size.is_some());
        let mut sizes: BTreeMap<&str, f64> = BTreeMap::new();
        for body in sector.bodies {
            let size = sizes.entry(body.name.trim()).or_default();
            *size = size.max(body.size.unwrap_or(0.0));
        }
        for project in sector.projects {
            // Where nobody says how large an organisation is, its projects on record do.
            let size = sizes.entry(project.organisation.trim()).or_default();
            *size += if stated { 0.0 } else { 1.0 };
        }
        sizes.remove("");
        let mut ordered: Vec<f64> = sizes.values().copied().collect();
        ordered.sort_by(f64::total_cmp);
        let median = ordered.get(ordered.len().saturating_sub(1) / 2).copied().unwrap_or(0.0);
        let all: Vec<Team> = sizes
            .iter()
            .map(|(name, &size)| Team { name: (*name).to_owned(), size, newcomer: size <= median })
            .collect();
        let numbers: FxHashMap<&str, usize> =
            all.iter().enumerate().map(|(i, team)| (team.name.as_str(), i)).collect();
        let of_project = sector.projects.iter().map(|project| project.organisation.trim());
        let of_project = of_project.map(|name| numbers.get(name).copied()).collect();
        let aliases = sector.bodies.iter().flat_map(|body| &body.aliases);
        let names = all.iter().map(|team| &team.name).chain(aliases);
        let known = names.cloned().map(KnownName::Body).collect();
        Self { all, of_project, known }
    }

    /// Whether a project is a newcomer's; `None` when nobody knows whose it is.
    fn newcomer(&self, project: usize) -> Option<bool> {
        self.team(project).map(|team| team.newcomer)
    }

    fn team(&self, project: usize) -> Option<&Team> {
        self.of_project.get(project).copied().flatten().and_then(|team| self.all.get(team))
    }
}

fn calls_of(documents: &[Document]) -> Vec<CallContent> {
    let call = |document: &Document| CallContent {
        text: document.text.clone(),
        lang: document.lang.clone(),
        ..CallContent::titled(document.title.clone())
    };
    documents.iter().map(call).collect()
}

fn index(calls: &[CallContent], masker: &Masker, params: &Params) -> CallIndex {
    let records = calls.iter().zip(0..).map(|(content, i)| CallRecord { id: call_id(i), content });
    CallIndex::build(records, masker, params)
}

fn project_of(document: &Document) -> ProjectContent {
    ProjectContent {
        summary: document.text.clone(),
        lang: document.lang.clone(),
        ..ProjectContent::titled(document.title.clone())
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / real(count))
}

#[cfg(test)]
mod tests;
