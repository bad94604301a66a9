//! Whether newcomers can be told from incumbents by the blind text.
//!
//! A small model tries, and is asked about organisations it has not seen. What it can tell from the
//! themes alone is no leak: newcomers may work on other things. What it can tell beyond that is.

use rustc_hash::FxHashMap;

use super::{Plan, Sector, Teams, project_of};
use crate::{
    blind::Masker,
    chance::Chance,
    engine::ProjectBlind,
    evaluate::logistic::{self, Row},
    metrics::auc,
};

/// How well newcomers are told from incumbents: the area under the curve, 0.5 for not at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leakage {
    /// Projects of newcomers and of incumbents.
    pub projects: (usize, usize),
    /// By the words of the blind text.
    pub blind: f64,
    /// The same among projects of one main theme, country and year, as far as they are known;
    /// `None` when no two are.
    pub within: Option<f64>,
    /// By the themes alone.
    pub themes: f64,
    /// By the words of the text as it came.
    pub raw: f64,
}

impl Leakage {
    /// What words tell beyond the themes.
    #[must_use]
    pub fn excess(&self) -> f64 {
        self.blind - self.themes
    }
}

/// Parts of the organisations, each asked about by a model of the others.
const PARTS: usize = 5;
/// A word in fewer projects than this tells a project apart, not a kind.
const LEAST: usize = 3;

/// How strongly large weights are held against a model: hardly, it is to find what can be found.
const PENALTY: f64 = 1e-3;

/// Measures; `None` without both kinds of organisation.
pub(super) fn measure(
    sector: &Sector,
    teams: &Teams,
    masker: &Masker,
    plan: &Plan,
) -> Option<Leakage> {
    let known: Vec<(usize, bool)> =
        (0..sector.projects.len()).filter_map(|i| Some((i, teams.newcomer(i)?))).collect();
    let newcomers = known.iter().filter(|(_, newcomer)| *newcomer).count();
    if newcomers == 0 || newcomers == known.len() {
        return None;
    }
    let answers: Vec<bool> = known.iter().map(|(_, newcomer)| *newcomer).collect();
    // Every organisation belongs to one part with all its projects.
    let mut part_of: Vec<usize> = (0..teams.all.len()).map(|i| i % PARTS).collect();
    Chance::new(plan.seed).shuffle(&mut part_of);
    let parts: Vec<usize> = known
        .iter()
        .map(|(i, _)| teams.of_project[*i].and_then(|team| part_of.get(team)).map_or(0, |p| *p))
        .collect();

    let open = Masker::open();
    let (mut words, mut raw, mut themes, mut strata) = (vec![], vec![], vec![], vec![]);
    let mut settings: FxHashMap<(String, String), usize> = FxHashMap::default();
    for (i, _) in &known {
        let document = &sector.projects[*i];
        let content = project_of(document);
        let blind = ProjectBlind::new(&content, masker);
        let seen = ProjectBlind::new(&content, &open);
        words.push(blind.stems());
        raw.push(seen.stems());
        let profile = blind.theme_weights();
        let main = profile.iter().fold(
            (u32::MAX, 0.0),
            |best: (u32, f64), one| {
                if one.1 > best.1 { *one } else { best }
            },
        );
        let next = settings.len();
        let setting = (main.0.to_string(), document.setting.clone());
        strata.push(*settings.entry(setting).or_insert(next));
        themes.push(profile);
    }
    let chances = |rows: &[Row]| logistic::held_out(rows, &answers, &parts, PENALTY);
    let area = |chances: &[f64], strata: &dyn Fn(usize) -> usize| {
        let scored = chances.iter().zip(&answers).zip(&parts).enumerate();
        auc(scored.map(|(i, ((chance, answer), part))| ((*part, strata(i)), *chance, *answer)))
    };
    let blind = chances(&logistic::weighed(&words, LEAST));
    Some(Leakage {
        projects: (newcomers, known.len() - newcomers),
        blind: area(&blind, &|_| 0)?,
        within: area(&blind, &|i| strata[i]),
        themes: area(&chances(&themes), &|_| 0)?,
        raw: area(&chances(&logistic::weighed(&raw, LEAST)), &|_| 0)?,
    })
}
