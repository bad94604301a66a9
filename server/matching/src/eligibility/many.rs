//! Many applicants against one call.
//!
//! A rule asks for few facts, and many applicants have the same ones: it is decided once for each
//! different set of them, by the rules for a single applicant. For every rule there are then two sets
//! of applicants, those who meet it and those for whom it is open, and 64 applicants are put together
//! with one instruction.

use std::{cmp::Reverse, hash::Hash};

use chrono::{DateTime, Utc};
use domain::{LegalEntity, LegalEntityId, Outcome, RuleKind, Verdict};
use reading::num::{at, small};
use rustc_hash::FxHashMap;

use super::{Applicant, CallRules};

/// A project and the entities it can apply through.
pub(crate) type Team<'a> = (&'a Applicant, &'a [LegalEntity]);

/// The routes by which projects can apply: each through every entity of its organisation, or through
/// none where there is none.
#[derive(Default)]
pub(crate) struct Applicants {
    /// The project of each route and the position of its entity; those of a project stand together.
    routes: Vec<(u32, Option<u32>)>,
    /// For each kind of rules, in the order of [`RuleKind::ALL`], what routes differ in.
    facets: Vec<Facet>,
}

/// Who has the same facts, as far as one kind of rules asks.
struct Facet {
    /// One route for each different set of facts.
    examples: Vec<u32>,
    /// Which set each route has.
    sets: Vec<u32>,
}

/// A project's way to apply, with what is known of it.
fn route(team: Team<'_>, entity: Option<u32>) -> (&Applicant, Option<&LegalEntity>) {
    (team.0, entity.and_then(|entity| team.1.get(at(entity))))
}

impl Applicants {
    /// Those of some projects, by their number.
    pub(crate) fn new(teams: &[Team]) -> Self {
        let mut routes = Vec::new();
        for ((_, entities), project) in teams.iter().zip(0..) {
            if entities.is_empty() {
                routes.push((project, None));
            }
            routes.extend((0..small(entities.len())).map(|entity| (project, Some(entity))));
        }
        let known: Vec<_> =
            routes.iter().map(|(project, entity)| route(teams[at(*project)], *entity)).collect();
        let facets = RuleKind::ALL.iter().map(|kind| Facet::of(*kind, &known)).collect();
        Self { routes, facets }
    }
}

impl Facet {
    /// Takes up all that [`CallRules::outcome`] asks a rule of the kind for.
    fn of(kind: RuleKind, routes: &[(&Applicant, Option<&LegalEntity>)]) -> Self {
        match kind {
            RuleKind::Place => Self::by(routes, |one, _| (&one.project.work_places, &one.reach)),
            RuleKind::EntityCountry => Self::by(routes, |_, entity| entity.map(|one| one.country)),
            RuleKind::EntityForm => Self::by(routes, |_, entity| entity.map(|one| one.form)),
            RuleKind::EntityAge => Self::by(routes, |_, entity| entity.map(|one| one.since)),
            RuleKind::Award => Self::by(routes, |one, _| one.project.budget),
            RuleKind::Duration => Self::by(routes, |one, _| one.project.duration_months),
            RuleKind::Deadline => Self::by(routes, |one, _| one.project.needed_by),
            RuleKind::Language => {
                Self::by(routes, |one, _| (&one.project.languages, &one.project.lang))
            }
            RuleKind::Partner => Self::by(routes, |one, entity| {
                let partners = one.project.partners.iter().map(|partner| partner.country);
                let country = entity.map(|entity| entity.country);
                (partners.collect::<Vec<_>>(), &one.project.work_places, country)
            }),
            RuleKind::CoreCosts => Self::by(routes, |one, _| one.project.core_costs),
            RuleKind::CoFinancing => Self::by(routes, |one, _| one.project.co_financing_percent),
            RuleKind::Regranting => Self::by(routes, |one, _| one.project.regrants),
        }
    }

    fn by<'a, K: Eq + Hash>(
        routes: &[(&'a Applicant, Option<&'a LegalEntity>)],
        facts: impl Fn(&'a Applicant, Option<&'a LegalEntity>) -> K,
    ) -> Self {
        let mut known: FxHashMap<K, u32> = FxHashMap::default();
        let (mut examples, mut sets) = (Vec::new(), Vec::with_capacity(routes.len()));
        for (&(applicant, entity), number) in routes.iter().zip(0..) {
            sets.push(*known.entry(facts(applicant, entity)).or_insert_with(|| {
                examples.push(number);
                small(examples.len() - 1)
            }));
        }
        Self { examples, sets }
    }
}

/// 64 routes after each other.
#[derive(Clone)]
struct Word {
    /// Those that fail a rule.
    failed: u64,
    /// Those for whom a rule is open.
    open: u64,
    /// How many rules each meets, digit by digit.
    met: Vec<u64>,
}

impl CallRules {
    /// [`Self::verdict`] for every project, by its number. `teams` are those that the applicants were
    /// made of.
    pub(crate) fn verdicts(
        &self,
        applicants: &Applicants,
        teams: &[Team],
        now: DateTime<Utc>,
    ) -> Vec<(Verdict, Option<LegalEntityId>)> {
        let digits = at((self.rules.len() + 1).next_power_of_two().trailing_zeros());
        let blank = Word { failed: 0, open: 0, met: vec![0; digits] };
        let mut words = vec![blank; applicants.routes.len().div_ceil(64)];
        for rule in &self.rules {
            let kind = rule.0.condition.kind();
            let facet = RuleKind::ALL.iter().position(|one| *one == kind);
            let Some(facet) = facet.and_then(|i| applicants.facets.get(i)) else { continue };
            let outcome = |number: &u32| {
                let (project, entity) = applicants.routes[at(*number)];
                let (applicant, entity) = route(teams[at(project)], entity);
                self.outcome(rule, applicant, entity, now).0
            };
            let outcomes: Vec<Outcome> = facet.examples.iter().map(outcome).collect();
            for (word, sets) in words.iter_mut().zip(facet.sets.chunks(64)) {
                word.take(sets.iter().map(|set| outcomes[at(*set)]));
            }
        }
        let mut found = Vec::with_capacity(teams.len());
        let mut next = 0;
        for same in applicants.routes.chunk_by(|a, b| a.0 == b.0) {
            let entities = teams[found.len()].1;
            let best = same.iter().zip(next..).map(|((_, entity), number)| {
                let (outcome, met) = self.of_route(&words, number);
                (outcome, met, entity.and_then(|entity| entities.get(at(entity))))
            });
            // Of two that are as good the first, as for a single applicant.
            let best = best.min_by_key(|(outcome, met, entity)| {
                (*outcome, Reverse(*met), entity.is_some_and(|entity| entity.fiscal_sponsor))
            });
            let (outcome, entity) =
                best.map_or((Outcome::Unknown, None), |(outcome, _, entity)| (outcome, entity));
            found.push((outcome.into(), entity.map(|entity| entity.id)));
            next += same.len();
        }
        found
    }

    /// What all rules come to for a route, and how many it meets.
    fn of_route(&self, words: &[Word], number: usize) -> (Outcome, usize) {
        let (word, bit) = (&words[number / 64], number % 64);
        let has = |bits: u64| bits >> bit & 1 == 1;
        let outcome = match (has(word.failed), has(word.open) || self.rules.is_empty()) {
            (true, _) => Outcome::NotMet,
            (false, true) => Outcome::Unknown,
            (false, false) => Outcome::Met,
        };
        let met = word.met.iter().rev().fold(0, |sum, digit| 2 * sum + usize::from(has(*digit)));
        (outcome, met)
    }
}

impl Word {
    /// Puts what one rule comes to for each route to what the others did.
    fn take(&mut self, outcomes: impl Iterator<Item = Outcome>) {
        let (mut met, mut open, mut all) = (0, 0, 0);
        for (outcome, bit) in outcomes.zip(0..) {
            met |= u64::from(outcome == Outcome::Met) << bit;
            open |= u64::from(outcome == Outcome::Unknown) << bit;
            all |= 1 << bit;
        }
        self.failed |= all & !(met | open);
        self.open |= open;
        let mut carry = met;
        for digit in &mut self.met {
            (*digit, carry) = (*digit ^ carry, *digit & carry);
        }
    }
}
