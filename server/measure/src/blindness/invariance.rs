//! What a name changes.

use chrono::DateTime;
use domain::{CallContent, CallId, ProjectContent, ProjectId};
use matching::{
    chance::Chance,
    engine::{CallIndex, Params, ProjectBlind},
};
use reading::{
    blind::Masker,
    num::{real, small},
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Form, Plan, Sector, Team, Teams, forms, index, mean, project_of};
use crate::{bytes_of, metrics::kendall};

/// What one form of a name changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Invariance {
    /// Pairs of project and call that were compared.
    pub queries: usize,
    /// Projects among them.
    pub projects: usize,
    /// The largest change of a score (0 to 100).
    pub max_change: f64,
    /// Share of projects of which any score changed by any bit.
    pub changed: f64,
    /// Mean and least agreement of the orders: Kendall's τ-b over the calls that are among the
    /// first hundred with either text.
    pub kendall: (f64, f64),
    /// Mean share that the first ten calls of both texts have in common (Jaccard).
    pub top10: f64,
    /// Share of projects for which another call comes first.
    pub flips: f64,
    /// Names with which a score changed, at most twenty.
    pub names: Vec<String>,
}

/// At least so many projects are asked about, when there are as many.
const PROJECTS: usize = 400;
/// The order of so many calls is compared.
const ORDERED: usize = 100;
/// So many explanations are added up for each project.
const EXPLAINED: usize = 25;

/// Measures every form.
pub(super) fn measure(
    sector: &Sector,
    teams: &Teams,
    calls: &[CallContent],
    (masker, whole): (&Masker, &CallIndex),
    plan: &Plan,
    params: &Params,
) -> Vec<(Form, Invariance)> {
    if sector.calls.is_empty() || sector.projects.is_empty() || teams.all.is_empty() {
        return Vec::new();
    }
    // A fifth of the names is kept from a second masker.
    let hidden = |i: usize| i % 5 == 4;
    let names = teams.known.iter().enumerate().filter(|(i, _)| !hidden(*i));
    let partly = Masker::new(names.map(|(_, name)| name.clone()));
    let partial = index(calls, &partly, params);
    let unseen: Vec<&Team> =
        teams.all.iter().enumerate().filter(|(i, _)| hidden(*i)).map(|(_, team)| team).collect();
    let field = Field { sector, teams, unseen, seed: plan.seed };

    let asked = asked(sector, plan);
    let mut found: Vec<(Form, Vec<Change>)> =
        Form::ALL.iter().map(|form| (*form, Vec::new())).collect();
    for (turn, &project) in asked.iter().enumerate() {
        for (form, changes) in &mut found {
            let (masker, index) =
                if *form == Form::Unseen { (&partly, &partial) } else { (masker, whole) };
            let Some(pair) = field.pair(*form, project, turn) else { continue };
            let [before, after] =
                [&pair.before, &pair.after].map(|text| Answer::to(text, masker, index));
            changes.push(before.change(&after, pair.name));
        }
    }
    let calls = sector.calls.len();
    found.into_iter().map(|(form, changes)| (form, summary(&changes, calls))).collect()
}

/// The projects to ask about, some more than once where there are few.
fn asked(sector: &Sector, plan: &Plan) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sector.projects.len()).collect();
    Chance::new(plan.seed).shuffle(&mut order);
    let needed = plan.queries.div_ceil(sector.calls.len().max(1));
    let count = needed.max(PROJECTS.min(order.len()));
    order.iter().copied().cycle().take(count).collect()
}

/// What texts are drawn from.
struct Field<'a> {
    sector: &'a Sector<'a>,
    teams: &'a Teams,
    unseen: Vec<&'a Team>,
    seed: u64,
}

/// Two texts that differ in a name.
struct Pair {
    name: String,
    before: ProjectContent,
    after: ProjectContent,
}

impl Field<'_> {
    fn pair(&self, form: Form, project: usize, turn: usize) -> Option<Pair> {
        let document = self.sector.projects.get(project)?;
        let seed = self.seed.wrapping_mul(1_000_003).wrapping_add(u64::from(small(turn)));
        let place = Form::ALL.iter().position(|of| *of == form).unwrap_or(0);
        let mut lot = Chance::new(seed ^ (u64::from(small(place)) << 40));
        let all = &self.teams.all;
        let drawn = |lot: &mut Chance| lot.one_of(all).map(|team| team.name.clone());
        let own = match self.teams.team(project) {
            Some(team) => team.name.clone(),
            None => drawn(&mut lot)?,
        };
        let (before, after) = match form {
            Form::Deleted => (own, String::new()),
            Form::Swapped => {
                let mut others: Vec<usize> =
                    self.teams.of_project.iter().flatten().copied().collect();
                others.sort_unstable();
                others.dedup();
                let other = lot.one_of(&others).and_then(|team| all.get(*team));
                let other = other.map_or_else(|| drawn(&mut lot), |team| Some(team.name.clone()));
                (own, other?)
            }
            Form::Incumbent => {
                let newcomers: Vec<&Team> = all.iter().filter(|team| team.newcomer).collect();
                let largest = all.iter().max_by(|a, b| a.size.total_cmp(&b.size))?;
                let newcomer = match self.teams.newcomer(project) {
                    Some(true) => own,
                    _ => lot.one_of(&newcomers)?.name.clone(),
                };
                (newcomer, largest.name.clone())
            }
            Form::Random => (own, drawn(&mut lot)?),
            Form::LegalForm => (own.clone(), forms::with_legal_form(&own, &mut lot)),
            Form::Transliterated => (own.clone(), forms::in_other_script(&own)),
            Form::Inflected => (own.clone(), forms::inflected(&own, &mut lot)),
            Form::Unseen => (String::new(), lot.one_of(&self.unseen)?.name.clone()),
        };
        // The language of the text, from its own words.
        let tongue = ProjectBlind::new(&project_of(document), &Masker::default()).tongue();
        let with = |name: &str| ProjectContent {
            summary: forms::written(&document.text, tongue, name, Chance::new(!seed)),
            ..project_of(document)
        };
        let [before_text, after_text] = [with(&before), with(&after)];
        // That name which the masker must find for nothing to change.
        let name = if after.is_empty() { before } else { format!("{before} → {after}") };
        Some(Pair { name, before: before_text, after: after_text })
    }
}

/// Every call's score, and the calls in order.
struct Answer {
    scores: FxHashMap<CallId, f64>,
    order: Vec<CallId>,
}

impl Answer {
    fn to(project: &ProjectContent, masker: &Masker, index: &CallIndex) -> Self {
        let blind = ProjectBlind::new(project, masker);
        let found = index.calls_for(&blind, &[], DateTime::UNIX_EPOCH, |_| true);
        Self {
            scores: found.iter().map(|call| (call.id, call.fit)).collect(),
            order: found.iter().map(|call| call.id).collect(),
        }
    }

    fn score(&self, call: CallId) -> f64 {
        self.scores.get(&call).copied().unwrap_or(0.0)
    }

    fn first(&self, count: usize) -> FxHashSet<CallId> {
        self.order.iter().take(count).copied().collect()
    }

    fn change(&self, other: &Self, name: String) -> Change {
        let pairs = self.order.iter().map(|call| (self.score(*call), other.score(*call)));
        let changed = pairs.clone().any(|(a, b)| a.to_bits() != b.to_bits());
        if !changed && self.order == other.order {
            return Change { max: 0.0, changed, kendall: 1.0, top10: 1.0, flip: false, name };
        }
        let max = pairs.fold(0.0, |max: f64, (a, b)| max.max((a - b).abs()));
        let mut compared: Vec<CallId> =
            self.first(ORDERED).union(&other.first(ORDERED)).copied().collect();
        compared.sort_unstable();
        let scores = |answer: &Self| -> Vec<f64> {
            compared.iter().map(|call| answer.score(*call)).collect()
        };
        let (a, b) = (self.first(10), other.first(10));
        let top10 = real(a.intersection(&b).count()) / real(a.union(&b).count().max(1));
        let flip = self.order.first() != other.order.first();
        Change { max, changed, kendall: kendall(&scores(self), &scores(other)), top10, flip, name }
    }
}

/// What one name changed for one project.
struct Change {
    max: f64,
    changed: bool,
    kendall: f64,
    top10: f64,
    flip: bool,
    name: String,
}

fn summary(changes: &[Change], calls: usize) -> Invariance {
    let share = |of: &dyn Fn(&Change) -> bool| {
        mean(changes.iter().map(|change| if of(change) { 1.0 } else { 0.0 })).unwrap_or(0.0)
    };
    let mut names: Vec<String> =
        changes.iter().filter(|change| change.changed).map(|change| change.name.clone()).collect();
    names.sort();
    names.dedup();
    names.truncate(20);
    Invariance {
        queries: changes.len() * calls,
        projects: changes.len(),
        max_change: changes.iter().map(|change| change.max).fold(0.0, f64::max),
        changed: share(&|change| change.changed),
        kendall: (
            mean(changes.iter().map(|change| change.kendall)).unwrap_or(1.0),
            changes.iter().map(|change| change.kendall).fold(1.0, f64::min),
        ),
        top10: mean(changes.iter().map(|change| change.top10)).unwrap_or(1.0),
        flips: share(&|change| change.flip),
        names,
    }
}

/// The largest difference between a score and the sum of its parts, and over how many pairs.
pub(super) fn faithfulness(
    sector: &Sector,
    masker: &Masker,
    index: &CallIndex,
    plan: &Plan,
) -> (f64, usize) {
    let (mut worst, mut pairs) = (0.0_f64, 0);
    let id = ProjectId::from_random(bytes_of(0));
    let today = DateTime::UNIX_EPOCH;
    for project in asked(sector, plan) {
        let Some(document) = sector.projects.get(project) else { continue };
        let blind = ProjectBlind::new(&project_of(document), masker);
        let found = index.calls_for(&blind, &[], today, |_| true);
        // The best, and as many from further down.
        let step = found.len().div_ceil(EXPLAINED).max(1);
        let some = found.iter().take(EXPLAINED).chain(found.iter().skip(EXPLAINED).step_by(step));
        let some: Vec<(CallId, f64)> = some.map(|call| (call.id, call.fit)).collect();
        let ids: Vec<CallId> = some.iter().map(|(call, _)| *call).collect();
        let explained = index.explain_all(&ids, &blind, id, &[], today);
        for (of, (_, fit)) in explained.iter().zip(&some) {
            worst = worst.max((of.fit.score() - fit).abs());
            pairs += 1;
        }
    }
    (worst, pairs)
}
