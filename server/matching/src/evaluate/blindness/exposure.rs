//! How attention is shared out among organisations when donors read down a list.
//!
//! What each place of a list gets is said by [`attention::shares`]. Who is due how much is said by the
//! links where there are any, and by the fit itself: the attention of a list is due to all projects
//! in proportion to their fit. The last reading is unkind to any ranked list, as attention is steeper
//! than fit.

use chrono::NaiveDate;
use domain::{ProjectContent, ProjectId};
use rustc_hash::FxHashMap;

use super::{Sector, Teams, project_of};
use crate::{
    attention,
    blind::Masker,
    engine::{CallIndex, ProjectIndex, ProjectRecord},
    evaluate::{bytes_of, call_id},
    metrics::gini,
    num::real,
};

/// What put projects into an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ranker {
    /// The engine, on blind text.
    Blind,
    /// The engine, on text as it came.
    Raw,
    /// The size of the organisation: what happens where fame decides.
    Size,
}

impl Ranker {
    /// The ranker in figures for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Blind => "blind",
            Self::Raw => "raw",
            Self::Size => "size",
        }
    }
}

/// What says how much attention a project is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relevance {
    /// Being the right one for a call.
    Links,
    /// Its fit on blind text.
    Fit,
}

impl Relevance {
    /// The measure in figures for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Links => "links",
            Self::Fit => "fit",
        }
    }
}

/// How attention was shared out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exposure {
    /// By whom.
    pub ranker: Ranker,
    /// Against what.
    pub relevance: Relevance,
    /// Calls whose lists were read.
    pub calls: usize,
    /// Newcomers' share of attention over their share of what is due; 1 is even. `None` when
    /// nothing is due to them.
    pub newcomers: Option<f64>,
    /// Gini coefficient over organisations of attention, minus that of what is due.
    pub gini_difference: f64,
    /// Incumbents' share of the first ten places, and of the projects.
    pub incumbents: (f64, f64),
}

/// A masker and the calls it has masked.
pub(super) struct Side<'a> {
    pub masker: &'a Masker,
    pub index: &'a CallIndex,
}

/// One list: its call, the projects in order with their fit.
struct List {
    call: usize,
    order: Vec<(usize, f64)>,
}

/// Measures each ranker by each measure of relevance.
pub(super) fn measure(sector: &Sector, teams: &Teams, blind: &Side, raw: &Side) -> Vec<Exposure> {
    // Only projects whose organisation is known can be newcomers' or incumbents'.
    let known: Vec<usize> =
        (0..sector.projects.len()).filter(|i| teams.newcomer(*i).is_some()).collect();
    if known.is_empty() || sector.calls.is_empty() {
        return Vec::new();
    }
    let blind = lists(sector, &known, blind);
    let raw = lists(sector, &known, raw);
    let mut by_size = known.clone();
    let size = |i: &usize| teams.team(*i).map_or(0.0, |team| team.size);
    by_size.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.cmp(b)));
    let by_size: Vec<(usize, f64)> = by_size.into_iter().map(|i| (i, 0.0)).collect();
    let popular: Vec<List> =
        (0..sector.calls.len()).map(|call| List { call, order: by_size.clone() }).collect();

    let due_by_links = by_links(sector);
    let due_by_fit: Vec<Vec<(usize, f64)>> =
        blind.iter().map(|list| shares(list.order.iter().copied())).collect();
    let mut found = Vec::new();
    for (relevance, due) in [(Relevance::Links, &due_by_links), (Relevance::Fit, &due_by_fit)] {
        for (ranker, lists) in
            [(Ranker::Blind, &blind), (Ranker::Raw, &raw), (Ranker::Size, &popular)]
        {
            found.extend(exposure(ranker, relevance, lists, due, teams, &known));
        }
    }
    found
}

fn lists(sector: &Sector, known: &[usize], side: &Side) -> Vec<List> {
    let contents: Vec<ProjectContent> =
        known.iter().map(|i| project_of(&sector.projects[*i])).collect();
    let ids: Vec<ProjectId> =
        (0..).zip(known).map(|(i, _)| ProjectId::from_random(bytes_of(i))).collect();
    let numbers: FxHashMap<ProjectId, usize> =
        ids.iter().copied().zip(known.iter().copied()).collect();
    let records = ids.iter().zip(&contents).map(|(&id, content)| ProjectRecord {
        id,
        content,
        entities: &[],
    });
    let projects = ProjectIndex::build(records, side.masker, side.index);
    let list = |(call, number): (usize, u32)| {
        let day = NaiveDate::default();
        let found = projects.projects_for(side.index, call_id(number), day, |_| true);
        let order = found.iter().filter_map(|one| Some((*numbers.get(&one.id)?, one.fit)));
        List { call, order: order.collect() }
    };
    (0..sector.calls.len()).zip(0..).map(list).collect()
}

/// What is due to each project, by call: evenly among the linked ones.
fn by_links(sector: &Sector) -> Vec<Vec<(usize, f64)>> {
    let projects: FxHashMap<&str, usize> =
        sector.projects.iter().enumerate().map(|(i, p)| (p.id.as_str(), i)).collect();
    let calls: FxHashMap<&str, usize> =
        sector.calls.iter().enumerate().map(|(i, call)| (call.id.as_str(), i)).collect();
    let mut due = vec![Vec::new(); sector.calls.len()];
    for (project, call) in sector.links {
        let pair = projects.get(project.as_str()).zip(calls.get(call.as_str()));
        if let Some((&project, &call)) = pair {
            due[call].push((project, 1.0));
        }
    }
    due.into_iter().map(|of| shares(of.into_iter())).collect()
}

/// Scaled to a sum of 1.
fn shares(of: impl Iterator<Item = (usize, f64)>) -> Vec<(usize, f64)> {
    let of: Vec<(usize, f64)> = of.collect();
    let sum: f64 = of.iter().map(|(_, value)| value).sum();
    if sum > 0.0 { of.into_iter().map(|(i, value)| (i, value / sum)).collect() } else { Vec::new() }
}

fn exposure(
    ranker: Ranker,
    relevance: Relevance,
    lists: &[List],
    due: &[Vec<(usize, f64)>],
    teams: &Teams,
    known: &[usize],
) -> Option<Exposure> {
    let mut attention = vec![0.0; teams.all.len()];
    let mut wanted = vec![0.0; teams.all.len()];
    let (mut calls, mut slots, mut of_incumbents) = (0, 0_usize, 0_usize);
    for list in lists {
        let due = due.get(list.call).filter(|due| !due.is_empty());
        let Some(due) = due else { continue };
        calls += 1;
        for ((i, _), share) in list.order.iter().zip(attention::shares(list.order.len())) {
            if let Some(team) = teams.of_project[*i] {
                attention[team] += share;
            }
        }
        for &(i, share) in due {
            if let Some(team) = teams.of_project[i] {
                wanted[team] += share;
            }
        }
        for (i, _) in list.order.iter().take(10) {
            slots += 1;
            of_incumbents += usize::from(teams.newcomer(*i) == Some(false));
        }
    }
    if calls == 0 {
        return None;
    }
    let share = |of: &[f64]| {
        let newcomers = of.iter().zip(&teams.all).filter(|(_, team)| team.newcomer);
        newcomers.map(|(value, _)| value).sum::<f64>() / of.iter().sum::<f64>()
    };
    // Organisations without a project cannot be seen.
    let mut present = vec![false; teams.all.len()];
    for i in known {
        if let Some(team) = teams.of_project[*i] {
            present[team] = true;
        }
    }
    let among = |of: &[f64]| {
        let values: Vec<f64> =
            of.iter().zip(&present).filter(|(_, here)| **here).map(|(value, _)| *value).collect();
        gini(&values)
    };
    let incumbents = known.iter().filter(|i| teams.newcomer(**i) == Some(false)).count();
    let due_to_newcomers = share(&wanted);
    Some(Exposure {
        ranker,
        relevance,
        calls,
        newcomers: (due_to_newcomers > 0.0).then(|| share(&attention) / due_to_newcomers),
        gini_difference: among(&attention) - among(&wanted),
        incumbents: (
            real(of_incumbents) / real(slots.max(1)),
            real(incumbents) / real(known.len().max(1)),
        ),
    })
}
