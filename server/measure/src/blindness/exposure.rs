//! How attention is shared out among organisations when donors read down a list.
//!
//! What each place of a list gets is said by [`attention::shares`]. Who is due how much is said by the
//! links where there are any, and by the fit itself: the attention of a list is due to all projects
//! in proportion to their fit. The last reading is unkind to any ranked list, as attention is steeper
//! than fit.

use chrono::{NaiveDate, NaiveTime};
use domain::{ProjectContent, ProjectId};
use matching::{
    attention,
    engine::{CallIndex, ProjectIndex, ProjectRecord},
};
use reading::{
    blind::Masker,
    num::{real, small},
};
use rustc_hash::FxHashMap;

use super::{Sector, Teams, mean, project_of};
use crate::{
    bytes_of, call_id,
    metrics::{gini, ndcg_of_gains},
};

/// What put projects into an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ranker {
    /// The engine, on blind text.
    Blind,
    /// The same without lots: the smallest difference of fit decides, and equals always stand in
    /// one order.
    Fixed,
    /// The engine, on text as it came.
    Raw,
    /// The size of the organisation: what happens where fame decides.
    Size,
}

impl Ranker {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Blind, Self::Fixed, Self::Raw, Self::Size];

    /// The ranker in figures for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Blind => "blind",
            Self::Fixed => "fixed",
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
    /// Both.
    pub const ALL: [Self; 2] = [Self::Links, Self::Fit];

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
    /// nDCG@10 of the lists, what is due being the gain.
    pub ndcg10: f64,
}

/// A masker and the calls it has masked.
pub(super) struct Side<'a> {
    pub masker: &'a Masker,
    pub index: &'a CallIndex,
}

/// Projects in order, with their fit.
pub(super) type Order = Vec<(usize, f64)>;

/// One list.
struct List {
    call: usize,
    order: Order,
}

/// Every ranker's lists, and what is due.
pub(super) struct Lists<'a> {
    blind: SideIndex<'a>,
    raw: SideIndex<'a>,
    by_size: Order,
    by_links: Vec<Order>,
    known: Vec<usize>,
}

impl<'a> Lists<'a> {
    /// `None` where there are no calls, or no projects whose organisation is known: only those can
    /// be newcomers' or incumbents'.
    pub(super) fn new(
        sector: &Sector,
        teams: &Teams,
        blind: &Side<'a>,
        raw: &Side<'a>,
    ) -> Option<Self> {
        let known: Vec<usize> =
            (0..sector.projects.len()).filter(|i| teams.newcomer(*i).is_some()).collect();
        if known.is_empty() || sector.calls.is_empty() {
            return None;
        }
        let mut by_size = known.clone();
        let size = |i: &usize| teams.team(*i).map_or(0.0, |team| team.size);
        by_size.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.cmp(b)));
        Some(Self {
            blind: SideIndex::new(sector, &known, blind),
            raw: SideIndex::new(sector, &known, raw),
            by_size: by_size.into_iter().map(|i| (i, 0.0)).collect(),
            by_links: by_links(sector),
            known,
        })
    }

    /// Whether a ranker's lists differ from day to day.
    pub(super) const fn drawn(ranker: Ranker) -> bool {
        matches!(ranker, Ranker::Blind | Ranker::Raw)
    }

    /// All projects in the order of a ranker.
    pub(super) fn list(&self, ranker: Ranker, call: usize, day: NaiveDate) -> Order {
        match ranker {
            Ranker::Blind => self.blind.list(call, day),
            Ranker::Raw => self.raw.list(call, day),
            Ranker::Fixed => {
                let mut order = self.blind.list(call, day);
                order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
                order
            }
            Ranker::Size => self.by_size.clone(),
        }
    }

    /// What share of the attention of a call is due to each project; empty when nobody is due any.
    pub(super) fn due(&self, relevance: Relevance, call: usize) -> Order {
        match relevance {
            Relevance::Links => self.by_links.get(call).cloned().unwrap_or_default(),
            Relevance::Fit => shares(self.list(Ranker::Fixed, call, NaiveDate::default())),
        }
    }
}

/// Measures each ranker by each measure of relevance.
pub(super) fn measure(sector: &Sector, teams: &Teams, lists: &Lists) -> Vec<Exposure> {
    let all = |ranker| -> Vec<List> {
        let list = |call| List { call, order: lists.list(ranker, call, NaiveDate::default()) };
        (0..sector.calls.len()).map(list).collect()
    };
    let of_rankers = Ranker::ALL.map(|ranker| (ranker, all(ranker)));
    let mut found = Vec::new();
    for relevance in Relevance::ALL {
        let due: Vec<Order> =
            (0..sector.calls.len()).map(|call| lists.due(relevance, call)).collect();
        for (ranker, of) in &of_rankers {
            found.extend(exposure(*ranker, relevance, of, &due, teams, &lists.known));
        }
    }
    found
}

/// Projects in an index beside the calls.
struct SideIndex<'a> {
    calls: &'a CallIndex,
    projects: ProjectIndex,
    numbers: FxHashMap<ProjectId, usize>,
}

impl<'a> SideIndex<'a> {
    fn new(sector: &Sector, known: &[usize], side: &Side<'a>) -> Self {
        let contents: Vec<ProjectContent> =
            known.iter().map(|i| project_of(&sector.projects[*i])).collect();
        let ids: Vec<ProjectId> =
            (0..).zip(known).map(|(i, _)| ProjectId::from_random(bytes_of(i))).collect();
        let numbers = ids.iter().copied().zip(known.iter().copied()).collect();
        let records = ids.iter().zip(&contents).map(|(&id, content)| ProjectRecord {
            id,
            content,
            entities: &[],
            partners: &[],
        });
        let projects = ProjectIndex::build(records, side.masker, side.index);
        Self { calls: side.index, projects, numbers }
    }

    fn list(&self, call: usize, day: NaiveDate) -> Order {
        let found = self.projects.projects_for(
            self.calls,
            call_id(small(call)),
            day.and_time(NaiveTime::MIN).and_utc(),
            |_| true,
        );
        found.iter().filter_map(|one| Some((*self.numbers.get(&one.id)?, one.fit))).collect()
    }
}

/// What is due to each project, by call: evenly among the linked ones.
fn by_links(sector: &Sector) -> Vec<Order> {
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
    due.into_iter().map(shares).collect()
}

/// Scaled to a sum of 1.
fn shares(of: Order) -> Order {
    let sum: f64 = of.iter().map(|(_, value)| value).sum();
    if sum > 0.0 { of.into_iter().map(|(i, value)| (i, value / sum)).collect() } else { Vec::new() }
}

fn exposure(
    ranker: Ranker,
    relevance: Relevance,
    lists: &[List],
    due: &[Order],
    teams: &Teams,
    known: &[usize],
) -> Option<Exposure> {
    let mut attention = vec![0.0; teams.all.len()];
    let mut wanted = vec![0.0; teams.all.len()];
    let (mut calls, mut slots, mut of_incumbents) = (0, 0_usize, 0_usize);
    let mut gains = Vec::new();
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
        let due: FxHashMap<usize, f64> = due.iter().copied().collect();
        let of_list = list.order.iter().map(|(i, _)| due.get(i).copied().unwrap_or(0.0));
        gains.extend(ndcg_of_gains(&of_list.collect::<Vec<_>>(), 10));
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
        ndcg10: mean(gains.into_iter()).unwrap_or(0.0),
    })
}
