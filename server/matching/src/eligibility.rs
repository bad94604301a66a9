//! Who may apply: every rule of a call for a project and each legal entity.
//!
//! A rule that cannot be decided is *unknown*, with the reason; a missing field never blocks.

mod many;

use chrono::{DateTime, Months, NaiveDate, Utc};
use domain::{
    CallContent, CallStatus, Condition, EligibilityRule, EntityForm, LegalEntity, LegalEntityId,
    MonthRange, Outcome, PartnerNeed, Place, ProjectContent, RuleKind, RuleOutcome, Ruling,
    Verdict, Why, decision::ruling_on, eligibility::Eligibility,
};

use crate::place::Territory;
pub(crate) use many::{Applicants, Team};

/// What of a project decides eligibility.
#[derive(Clone, Debug)]
pub struct Applicant {
    project: ProjectContent,
    work: Vec<(Place, Territory)>,
    reach: Vec<Territory>,
}

impl Applicant {
    /// Takes what decides from a project; its texts are not kept.
    #[must_use]
    pub fn new(project: &ProjectContent) -> Self {
        let work = project.work_places.iter().map(|&place| (place, Territory::of(&[place])));
        let reach = project.reach_places.iter().map(|&place| Territory::of(&[place]));
        let facts = ProjectContent {
            lang: project.lang.clone(),
            work_places: project.work_places.clone(),
            languages: project.languages.clone(),
            budget: project.budget,
            needed_by: project.needed_by,
            duration_months: project.duration_months,
            core_costs: project.core_costs,
            regrants: project.regrants,
            co_financing_percent: project.co_financing_percent,
            partners: project.partners.clone(),
            ..ProjectContent::titled(String::new())
        };
        Self { work: work.collect(), reach: reach.collect(), project: facts }
    }
}

/// A rule with the territory within which it holds an applicant, and that from which it bars one.
type Prepared = (EligibilityRule, Territory, Territory);

/// The rules of a call, ready to decide, and its dates.
#[derive(Clone, Debug)]
pub struct CallRules {
    rules: Vec<Prepared>,
    /// What people said of each of them.
    rulings: Vec<Option<Ruling>>,
    dates: CallContent,
}

impl CallRules {
    /// Prepares the rules of a call; see [`reading::rules_of`].
    #[must_use]
    pub fn new(call: &CallContent) -> Self {
        Self::of(reading::rules_of(call), call)
    }

    /// Prepares rules that were found before in a call, of which its dates are taken.
    pub(crate) fn of(rules: Vec<EligibilityRule>, call: &CallContent) -> Self {
        let mut dates = CallContent {
            status: call.status,
            opens: call.opens,
            ..CallContent::titled(String::new())
        };
        let judged = |rule: &EligibilityRule| ruling_on(&call.decisions, &rule.condition);
        let rulings = rules.iter().map(judged).collect();
        let rules = rules.into_iter().map(|rule| {
            if let Condition::Deadline { closing } = &rule.condition {
                dates.closing.clone_from(closing);
            }
            let (within, without) = match &rule.condition {
                Condition::Place { any_of } => (Territory::of(any_of), Territory::default()),
                Condition::EntityCountry { any_of, none_of } => {
                    (Territory::of(any_of), Territory::of(none_of))
                }
                _ => (Territory::default(), Territory::default()),
            };
            (rule, within, without)
        });
        let rules = rules.collect();
        Self { rules, rulings, dates }
    }

    /// Whether the call has a rule of the kind that says anything.
    #[must_use]
    pub(crate) fn says(&self, kind: RuleKind) -> bool {
        self.rules.iter().any(|(rule, _, _)| match &rule.condition {
            Condition::EntityCountry { any_of, none_of } => {
                kind == RuleKind::EntityCountry && !(any_of.is_empty() && none_of.is_empty())
            }
            other => other.kind() == kind,
        })
    }

    /// The verdict through the best route, without the reasons.
    #[must_use]
    pub fn verdict(
        &self,
        applicant: &Applicant,
        entities: &[LegalEntity],
        now: DateTime<Utc>,
    ) -> (Verdict, Option<LegalEntityId>) {
        self.route(applicant, entities, now).map_or_else(
            || (self.tally(applicant, None, now).0.into(), None),
            |(entity, outcome)| (outcome.into(), Some(entity.id)),
        )
    }

    /// The verdict through the best route, rule by rule.
    ///
    /// The best route is the entity with the best verdict, then with the most rules met, then an
    /// own body before a fiscal sponsor's.
    #[must_use]
    pub fn decide(
        &self,
        applicant: &Applicant,
        entities: &[LegalEntity],
        now: DateTime<Utc>,
    ) -> Eligibility {
        let entity = self.route(applicant, entities, now).map(|(entity, _)| entity);
        self.decide_for(applicant, entity, now)
    }

    /// The verdict for one entity, or for none, rule by rule.
    #[must_use]
    pub fn decide_for(
        &self,
        applicant: &Applicant,
        entity: Option<&LegalEntity>,
        now: DateTime<Utc>,
    ) -> Eligibility {
        let rules = self.outcomes(applicant, entity, now).zip(&self.rulings).map(
            |((rule, (outcome, why)), ruling)| RuleOutcome {
                rule: rule.clone(),
                outcome,
                why,
                ruling: *ruling,
            },
        );
        Eligibility::of(entity.map(|entity| entity.id), rules.collect())
    }

    fn route<'e>(
        &self,
        applicant: &Applicant,
        entities: &'e [LegalEntity],
        now: DateTime<Utc>,
    ) -> Option<(&'e LegalEntity, Outcome)> {
        entities
            .iter()
            .map(|entity| (self.tally(applicant, Some(entity), now), entity))
            // Of two that are as good the first: the organisation's own order, not that of random ids.
            .min_by_key(|((outcome, met), entity)| {
                (*outcome, std::cmp::Reverse(*met), entity.fiscal_sponsor)
            })
            .map(|((outcome, _), entity)| (entity, outcome))
    }

    /// The whole, and how many rules are met.
    fn tally(
        &self,
        applicant: &Applicant,
        entity: Option<&LegalEntity>,
        now: DateTime<Utc>,
    ) -> (Outcome, usize) {
        let (mut whole, mut met) = (None, 0);
        for (_, (outcome, _)) in self.outcomes(applicant, entity, now) {
            whole = Some(whole.map_or(outcome, |whole: Outcome| whole.and(outcome)));
            met += usize::from(outcome == Outcome::Met);
        }
        (whole.unwrap_or(Outcome::Unknown), met)
    }

    fn outcomes(
        &self,
        applicant: &Applicant,
        entity: Option<&LegalEntity>,
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = (&EligibilityRule, (Outcome, Why))> {
        self.rules.iter().map(move |rule| (&rule.0, self.outcome(rule, applicant, entity, now)))
    }

    /// What a rule comes to. What it asks of an applicant, [`many`] asks for too.
    fn outcome(
        &self,
        (rule, within, without): &Prepared,
        applicant: &Applicant,
        entity: Option<&LegalEntity>,
        now: DateTime<Utc>,
    ) -> (Outcome, Why) {
        match &rule.condition {
            Condition::Place { .. } => place(applicant, *within),
            Condition::EntityCountry { any_of, none_of } => {
                let bounds = (!any_of.is_empty()).then_some(*within);
                let silent = any_of.is_empty() && none_of.is_empty();
                entity_country(entity, bounds, *without, silent)
            }
            Condition::EntityForm { any_of } => entity_form(entity, any_of),
            Condition::EntityAge { months } => {
                let next = self.dates.next_deadline(now);
                let closes = next.map_or(now.date_naive(), |next| next.on);
                entity_age(entity, *months, closes)
            }
            Condition::Award { range } => match &applicant.project.budget {
                None => SILENT,
                Some(budget) => match range.overlaps(budget) {
                    None => (Outcome::Unknown, Why::CurrenciesDiffer),
                    Some(overlap) => stated(overlap),
                },
            },
            Condition::Duration { months } => duration(applicant.project.duration_months, *months),
            Condition::Deadline { .. } => deadline(&self.dates, applicant.project.needed_by, now),
            Condition::Language { any_of } => {
                let project = &applicant.project;
                let spoken = project.languages.iter().chain(&project.lang);
                match spoken.clone().next() {
                    None => SILENT,
                    Some(_) => stated(spoken.into_iter().any(|l| any_of.contains(l))),
                }
            }
            Condition::Partner { need } => partner(applicant, entity, need),
            Condition::CoreCosts { allowed } => permitted(*allowed, applicant.project.core_costs),
            Condition::CoFinancing { percent: 0 } => stated(true),
            Condition::CoFinancing { percent } => match applicant.project.co_financing_percent {
                None => SILENT,
                Some(own) => stated(own >= *percent),
            },
            Condition::Regranting { allowed } => permitted(*allowed, applicant.project.regrants),
        }
    }
}

const SILENT: (Outcome, Why) = (Outcome::Unknown, Why::ProjectSilent);

fn stated(met: bool) -> (Outcome, Why) {
    (if met { Outcome::Met } else { Outcome::NotMet }, Why::Stated)
}

/// What the project does may be allowed or not; where it is allowed, nothing need be known.
fn permitted(allowed: bool, wanted: Option<bool>) -> (Outcome, Why) {
    match (allowed, wanted) {
        (true, _) | (false, Some(false)) => stated(true),
        (false, Some(true)) => stated(false),
        (false, None) => SILENT,
    }
}

/// One place of work inside is enough. A region of which only a part lies inside leaves it open;
/// so does work elsewhere for people inside, because the call may mean either.
fn place(applicant: &Applicant, within: Territory) -> (Outcome, Why) {
    if applicant.work.is_empty() {
        SILENT
    } else if applicant.work.iter().any(|(_, work)| within.covers(*work)) {
        stated(true)
    } else if applicant.work.iter().any(|(_, work)| within.meets(*work)) {
        (Outcome::Unknown, Why::PartlyCovered)
    } else if applicant.reach.iter().any(|reach| within.meets(*reach)) {
        (Outcome::Unknown, Why::CallSilent)
    } else {
        stated(false)
    }
}

fn entity_country(
    entity: Option<&LegalEntity>,
    within: Option<Territory>,
    without: Territory,
    silent: bool,
) -> (Outcome, Why) {
    if silent {
        return (Outcome::Unknown, Why::CallSilent);
    }
    let Some(entity) = entity else { return (Outcome::Unknown, Why::NoEntity) };
    let seat = Territory::of(&[Place::Country(entity.country)]);
    stated(!without.covers(seat) && within.is_none_or(|within| within.covers(seat)))
}

/// Without a legal entity a team is an informal group.
fn entity_form(entity: Option<&LegalEntity>, any_of: &[EntityForm]) -> (Outcome, Why) {
    match entity {
        Some(entity) => stated(any_of.contains(&entity.form)),
        None if any_of.contains(&EntityForm::InformalGroup) => stated(true),
        None => (Outcome::Unknown, Why::NoEntity),
    }
}

/// Whether the entity is old enough by the day the call closes, or today where that is not known.
fn entity_age(entity: Option<&LegalEntity>, months: u16, by: NaiveDate) -> (Outcome, Why) {
    let Some(entity) = entity else { return (Outcome::Unknown, Why::NoEntity) };
    let Some(since) = entity.since else { return (Outcome::Unknown, Why::EntitySilent) };
    let old_enough = since.checked_add_months(Months::new(u32::from(months)));
    stated(old_enough.is_some_and(|day| day <= by))
}

fn duration(months: Option<u16>, span: MonthRange) -> (Outcome, Why) {
    months.map_or(SILENT, |months| stated(span.contains(months)))
}

fn deadline(
    call: &CallContent,
    needed_by: Option<NaiveDate>,
    now: DateTime<Utc>,
) -> (Outcome, Why) {
    match call.status_at(now) {
        Some(CallStatus::Closed | CallStatus::Withdrawn) => return stated(false),
        Some(CallStatus::Forecast) => return (Outcome::Unknown, Why::NotOpenYet),
        None => return (Outcome::Unknown, Why::CallSilent),
        Some(CallStatus::Open) => {}
    }
    match (call.next_deadline(now), needed_by) {
        // Nothing is decided before the call closes.
        (Some(next), Some(needed)) if needed < next.on => (Outcome::NotMet, Why::TooLate),
        _ => stated(true),
    }
}

fn partner(
    applicant: &Applicant,
    entity: Option<&LegalEntity>,
    need: &PartnerNeed,
) -> (Outcome, Why) {
    let partners = &applicant.project.partners;
    if partners.is_empty() {
        return SILENT;
    }
    let unknown = partners.iter().filter(|partner| partner.country.is_none()).count();
    let mut countries: Vec<_> = partners.iter().filter_map(|partner| partner.country).collect();
    match need {
        PartnerNeed::Any => stated(true),
        PartnerNeed::HostCountry { places } => {
            let within = if places.is_empty() {
                let work: Vec<Place> = applicant.work.iter().map(|(place, _)| *place).collect();
                Territory::of(&work)
            } else {
                Territory::of(places)
            };
            if within.is_empty() {
                return SILENT;
            }
            let inside = countries
                .iter()
                .any(|&country| within.covers(Territory::of(&[Place::Country(country)])));
            if !inside && unknown > 0 { SILENT } else { stated(inside) }
        }
        PartnerNeed::Consortium { members, countries: least } => {
            if partners.len() + 1 < usize::from(*members) {
                return stated(false);
            }
            countries.extend(entity.map(|entity| entity.country));
            countries.sort_unstable();
            countries.dedup();
            let (certain, least) = (countries.len(), usize::from(*least));
            let possible = certain + unknown + usize::from(entity.is_none());
            match (certain >= least, possible >= least) {
                (true, _) => stated(true),
                (false, true) if unknown == 0 => (Outcome::Unknown, Why::NoEntity),
                (false, true) => SILENT,
                (false, false) => stated(false),
            }
        }
    }
}

#[cfg(test)]
mod tests;
