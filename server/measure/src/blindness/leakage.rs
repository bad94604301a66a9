//! Whether newcomers can be told from incumbents by the blind text.
//!
//! A small model tries, and is asked about organisations it has not seen. What it can tell from the
//! themes alone is no leak: newcomers may work on other things. What it can tell beyond that is.
//! Beside it stands whether a single organisation can be told by other texts of its own.

use std::{cmp::Reverse, collections::BTreeMap};

use matching::{chance::Chance, engine::ProjectBlind};
use reading::{blind::Masker, num::real};
use rustc_hash::FxHashMap;

use super::{Plan, Sector, Teams, project_of};
use crate::{
    logistic::{self, Logistic, Row},
    metrics::auc,
};

/// Stems with their weights.
pub type Telling = Vec<(String, f64)>;

/// How well newcomers are told from incumbents: the area under the curve, 0.5 for not at all.
#[derive(Clone, Debug, PartialEq)]
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
    /// The stems of the blind text that say most for a newcomer, with their weights; at most ten.
    pub of_newcomers: Telling,
    /// Those that say most for an incumbent, with weights below 0; at most ten.
    pub of_incumbents: Telling,
    /// Whether single organisations can be told; `None` where no two have two projects each.
    pub identity: Option<Identity>,
}

/// How well single organisations are told by texts of their own: those with most projects, each
/// project compared with the middle of all other projects of each of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Identity {
    /// Organisations to choose from.
    pub organisations: usize,
    /// Their projects.
    pub projects: usize,
    /// The share of projects whose organisation comes first, by the words of the blind text.
    pub blind: f64,
    /// The same by the words of the text as it came.
    pub raw: f64,
    /// The same by lot.
    pub by_lot: f64,
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
/// Words that are named as telling.
const NAMED: usize = 10;
/// Organisations that are told from each other.
const TOLD_APART: usize = 100;

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

    let open = Masker::open_for_measuring();
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
    let (rows, stems) = logistic::weighed(&words, LEAST);
    let (raw_rows, _) = logistic::weighed(&raw, LEAST);
    let blind = chances(&rows);
    let (of_newcomers, of_incumbents) = telling(&rows, &stems, &answers);
    let of: Vec<Option<usize>> = known.iter().map(|(i, _)| teams.of_project[*i]).collect();
    Some(Leakage {
        projects: (newcomers, known.len() - newcomers),
        blind: area(&blind, &|_| 0)?,
        within: area(&blind, &|i| strata[i]),
        themes: area(&chances(&themes), &|_| 0)?,
        raw: area(&chances(&raw_rows), &|_| 0)?,
        of_newcomers,
        of_incumbents,
        identity: identity(&rows, &raw_rows, &of),
    })
}

/// The stems with the largest weights for yes and for no, in a model of all rows.
fn telling(rows: &[Row], stems: &[&str], answers: &[bool]) -> (Telling, Telling) {
    let all: Vec<(&Row, bool)> = rows.iter().zip(answers.iter().copied()).collect();
    let model = Logistic::fit(&all, PENALTY);
    // The first sign of a stem is its language.
    let shown = |stem: &str| stem.chars().skip(1).collect::<String>();
    let mut weights: Vec<(String, f64)> =
        stems.iter().zip(model.weights()).map(|(stem, weight)| (shown(stem), *weight)).collect();
    weights.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let most = weights.iter().take(NAMED).filter(|(_, weight)| *weight > 0.0).cloned().collect();
    let least =
        weights.iter().rev().take(NAMED).filter(|(_, weight)| *weight < 0.0).cloned().collect();
    (most, least)
}

/// `of` says whose each row is.
fn identity(blind: &[Row], raw: &[Row], of: &[Option<usize>]) -> Option<Identity> {
    let mut projects: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (row, team) in of.iter().enumerate() {
        if let Some(team) = team {
            projects.entry(*team).or_default().push(row);
        }
    }
    let mut largest: Vec<Vec<usize>> =
        projects.into_values().filter(|rows| rows.len() > 1).collect();
    largest.sort_by_key(|rows| Reverse(rows.len()));
    largest.truncate(TOLD_APART);
    if largest.len() < 2 {
        return None;
    }
    let projects: usize = largest.iter().map(Vec::len).sum();
    Some(Identity {
        organisations: largest.len(),
        projects,
        blind: real(recognised(blind, &largest)) / real(projects),
        raw: real(recognised(raw, &largest)) / real(projects),
        by_lot: 1.0 / real(largest.len()),
    })
}

/// How many rows are nearest to the other rows of their own group.
fn recognised(rows: &[Row], groups: &[Vec<usize>]) -> usize {
    let sum = |group: &Vec<usize>| {
        let mut sum: FxHashMap<u32, f64> = FxHashMap::default();
        for (feature, value) in group.iter().flat_map(|row| &rows[*row]) {
            *sum.entry(*feature).or_default() += value;
        }
        sum
    };
    let sums: Vec<FxHashMap<u32, f64>> = groups.iter().map(sum).collect();
    let squares: Vec<f64> = groups
        .iter()
        .zip(&sums)
        .map(|(group, sum)| {
            group.iter().flat_map(|row| &rows[*row]).map(|(f, value)| sum[f] * value).sum()
        })
        .collect();
    let nearness = |row: &Row, group: usize, own: bool| {
        let dot: f64 =
            row.iter().map(|(f, value)| sums[group].get(f).copied().unwrap_or(0.0) * value).sum();
        let itself: f64 = row.iter().map(|(_, value)| value * value).sum();
        // A row is no reason to know itself by.
        let (dot, square) = if own {
            (dot - itself, squares[group] - 2.0 * dot + itself)
        } else {
            (dot, squares[group])
        };
        if square > 1e-12 { dot / square.sqrt() } else { 0.0 }
    };
    let knows = |row: usize, own: usize| {
        let mine = nearness(&rows[row], own, true);
        let others = (0..groups.len()).filter(|group| *group != own);
        mine > 0.0 && others.map(|group| nearness(&rows[row], group, false)).all(|near| near < mine)
    };
    let all =
        groups.iter().enumerate().flat_map(|(own, group)| group.iter().map(move |row| (*row, own)));
    all.filter(|(row, own)| knows(*row, *own)).count()
}

#[cfg(test)]
mod tests {
    use super::{identity, telling};
    use crate::logistic::weighed;

    fn texts(of: &[&str]) -> Vec<Vec<String>> {
        of.iter().map(|text| text.split(' ').map(|word| format!("e{word}")).collect()).collect()
    }

    #[test]
    fn the_words_that_tell_are_named() {
        let texts = texts(&["new rain", "new rain", "new sun", "old sun", "old rain", "old sun"]);
        let (rows, stems) = weighed(&texts, 1);
        let (newcomers, incumbents) =
            telling(&rows, &stems, &[true, true, true, false, false, false]);
        assert_eq!(newcomers[0].0, "new");
        assert_eq!(incumbents[0].0, "old");
        assert!(newcomers[0].1 > 0.0 && incumbents[0].1 < 0.0);
    }

    #[test]
    fn an_organisation_is_known_by_its_other_texts_alone() {
        let texts = texts(&["owl reed", "owl moss", "court law", "court act", "owl law"]);
        let (rows, _) = weighed(&texts, 1);
        // The last has no other text of its own.
        let of = [Some(0), Some(0), Some(1), Some(1), Some(2)];
        let found = identity(&rows, &rows, &of).unwrap();
        assert_eq!((found.organisations, found.projects), (2, 4));
        assert!((found.blind - 1.0).abs() < 1e-12 && (found.by_lot - 0.5).abs() < 1e-12);
        // Texts that share no word with another one of their own are not known by themselves.
        let mixed = [Some(0), Some(1), Some(0), Some(1), None];
        assert!(identity(&rows, &rows, &mixed).unwrap().blind.abs() < 1e-12);
        assert_eq!(identity(&rows, &rows, &[None; 5]), None);
    }
}
