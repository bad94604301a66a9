//! Eligibility: conditions of a call, and what a project and a legal entity make of them.
//!
//! Eligibility is kept apart from fit. Unknown is not no: a condition that cannot be decided is
//! *unknown*, lowers confidence, and never blocks.

use serde::{Deserialize, Serialize};

use crate::{
    AmountRange, CallField, Closing, EntityForm, Language, LegalEntityId, MonthRange, Place,
    Ruling, code::vocabulary,
};

vocabulary! {
    /// What a rule is about.
    RuleKind, "rule" {
        /// Where the work happens.
        Place = "place",
        /// Where the applicant is registered.
        EntityCountry = "entity_country",
        /// The applicant's legal form.
        EntityForm = "entity_form",
        /// How long the applicant has been registered.
        EntityAge = "entity_age",
        /// Size of the award.
        Award = "award",
        /// Length of the project.
        Duration = "duration",
        /// Whether the call is open, and in time for the project.
        Deadline = "deadline",
        /// Language of the application.
        Language = "language",
        /// A partner the call requires.
        Partner = "partner",
        /// Core costs.
        CoreCosts = "core_costs",
        /// Co-financing.
        CoFinancing = "co_financing",
        /// Passing money on.
        Regranting = "regranting",
    }
}

/// The partner a call requires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PartnerNeed {
    /// A partner in one of these places; in the place of activity when the list is empty.
    HostCountry {
        /// Where the partner must be.
        places: Vec<Place>,
    },
    /// A consortium of at least so many bodies from so many countries, the applicant included.
    Consortium {
        /// Least number of bodies.
        members: u8,
        /// Least number of countries.
        countries: u8,
    },
    /// Some partner, not described further.
    Any,
}

/// One condition of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Condition {
    /// Work happens in at least one of these places.
    Place {
        /// The places.
        any_of: Vec<Place>,
    },
    /// The applicant is registered in one of `any_of` (anywhere when empty) and in none of
    /// `none_of`.
    EntityCountry {
        /// Where it may be.
        any_of: Vec<Place>,
        /// Where it may not be.
        none_of: Vec<Place>,
    },
    /// The applicant has one of these forms.
    EntityForm {
        /// The forms.
        any_of: Vec<EntityForm>,
    },
    /// The applicant has been registered for at least so long.
    EntityAge {
        /// How long, in months.
        months: u16,
    },
    /// What the project needs lies within the award range.
    Award {
        /// The range.
        range: AmountRange,
    },
    /// The project is as long as this.
    Duration {
        /// The span.
        months: MonthRange,
    },
    /// The call is open.
    Deadline {
        /// When it closes.
        closing: Closing,
    },
    /// The application can be written in one of these languages.
    Language {
        /// The languages.
        any_of: Vec<Language>,
    },
    /// A partner.
    Partner {
        /// Which.
        need: PartnerNeed,
    },
    /// Core costs may be paid or not.
    CoreCosts {
        /// Whether they may.
        allowed: bool,
    },
    /// The applicant brings a share of the costs.
    CoFinancing {
        /// The share, in per cent.
        percent: u8,
    },
    /// The money may be passed on or not.
    Regranting {
        /// Whether it may.
        allowed: bool,
    },
}

impl Condition {
    /// What the condition is about.
    #[must_use]
    pub const fn kind(&self) -> RuleKind {
        match self {
            Self::Place { .. } => RuleKind::Place,
            Self::EntityCountry { .. } => RuleKind::EntityCountry,
            Self::EntityForm { .. } => RuleKind::EntityForm,
            Self::EntityAge { .. } => RuleKind::EntityAge,
            Self::Award { .. } => RuleKind::Award,
            Self::Duration { .. } => RuleKind::Duration,
            Self::Deadline { .. } => RuleKind::Deadline,
            Self::Language { .. } => RuleKind::Language,
            Self::Partner { .. } => RuleKind::Partner,
            Self::CoreCosts { .. } => RuleKind::CoreCosts,
            Self::CoFinancing { .. } => RuleKind::CoFinancing,
            Self::Regranting { .. } => RuleKind::Regranting,
        }
    }
}

/// The words of the call on which a rule rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The field of the call.
    pub field: CallField,
    /// The words, exactly as they stand there; empty when the source gave the fact as a field
    /// without words.
    pub quote: String,
    /// Where they begin in the field, in characters; `None` when the field is not a text.
    pub start: Option<u32>,
}

/// A condition and the clause it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EligibilityRule {
    /// The condition.
    pub condition: Condition,
    /// Its words.
    pub clause: Clause,
}

vocabulary! {
    /// What a rule comes to for a project and an entity.
    Outcome, "outcome" {
        /// Fulfilled.
        Met = "met",
        /// Cannot be decided.
        Unknown = "unknown",
        /// Not fulfilled.
        NotMet = "not_met",
    }
}

impl Outcome {
    /// Of conditions that must all hold: one *not met* decides, then one *unknown*.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.max(other)
    }

    /// Of alternatives: one *met* decides, then one *unknown*.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.min(other)
    }
}

vocabulary! {
    /// What eligibility comes to as a whole.
    Verdict, "verdict" {
        /// Every rule is met.
        Eligible = "eligible",
        /// At least one rule is unknown, none is failed.
        Unclear = "unclear",
        /// At least one rule is not met.
        Blocked = "blocked",
    }
}

impl From<Outcome> for Verdict {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Met => Self::Eligible,
            Outcome::Unknown => Self::Unclear,
            Outcome::NotMet => Self::Blocked,
        }
    }
}

vocabulary! {
    /// Why a rule came out as it did, where the outcome alone does not tell.
    Why, "reason" {
        /// Decided from stated facts.
        Stated = "stated",
        /// The call does not say enough.
        CallSilent = "call_silent",
        /// The project does not say.
        ProjectSilent = "project_silent",
        /// The organisation has no legal entity on record.
        NoEntity = "no_entity",
        /// The record of the legal entity does not say.
        EntitySilent = "entity_silent",
        /// Amounts are in two currencies and no dated rate is at hand.
        CurrenciesDiffer = "currencies_differ",
        /// A region of the project reaches beyond what the call allows.
        PartlyCovered = "partly_covered",
        /// The call is not open yet.
        NotOpenYet = "not_open_yet",
        /// The call closes only after the money is needed.
        TooLate = "too_late",
    }
}

/// A rule with its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleOutcome {
    /// The rule.
    pub rule: EligibilityRule,
    /// What it comes to.
    pub outcome: Outcome,
    /// Why.
    pub why: Why,
    /// What a person said of the rule; `None` where it was only read.
    pub ruling: Option<Ruling>,
}

/// The partner that would open a call to a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Unlock {
    /// A partner in one of these places; where the work happens when empty.
    Partner {
        /// Where the partner must be.
        places: Vec<Place>,
    },
    /// A partner registered in one of these places who applies: the call is made for several
    /// bodies, and only the seat or kind of the own one stands in the way.
    Applicant {
        /// Where the one who applies must be registered.
        places: Vec<Place>,
    },
    /// So many bodies from so many countries, the own one included.
    Consortium {
        /// Least number of bodies.
        members: u8,
        /// Least number of countries.
        countries: u8,
    },
}

/// Eligibility of a project for a call through the best of its entities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Eligibility {
    /// The whole.
    pub verdict: Verdict,
    /// The entity by which it was decided; `None` when the organisation has none.
    pub entity: Option<LegalEntityId>,
    /// Rule by rule.
    pub rules: Vec<RuleOutcome>,
}

impl Eligibility {
    /// Puts rules together. A call without any rule is unclear: nothing is known about who may
    /// apply.
    #[must_use]
    pub fn of(entity: Option<LegalEntityId>, rules: Vec<RuleOutcome>) -> Self {
        let whole = rules.iter().map(|rule| rule.outcome).reduce(Outcome::and);
        Self { verdict: whole.unwrap_or(Outcome::Unknown).into(), entity, rules }
    }

    /// The partner with whom nothing known stands in the way any more; `None` when nothing asks for
    /// one, or when something stays that no partner can change.
    ///
    /// A partner changes a rule about partners, and, where the call is made for several bodies, what
    /// is asked of the body that applies: its seat, its form and how long it is registered.
    #[must_use]
    pub fn unlock(&self) -> Option<Unlock> {
        let partner =
            self.rules.iter().find(|rule| rule.rule.condition.kind() == RuleKind::Partner)?;
        let failed = || self.rules.iter().filter(|rule| rule.outcome == Outcome::NotMet);
        let of_applicant =
            [RuleKind::EntityCountry, RuleKind::EntityForm, RuleKind::EntityAge, RuleKind::Partner];
        if !failed().all(|rule| of_applicant.contains(&rule.rule.condition.kind())) {
            return None;
        }
        let seat = failed().find_map(|rule| match &rule.rule.condition {
            Condition::EntityCountry { any_of, .. } if !any_of.is_empty() => Some(any_of),
            _ => None,
        });
        if let Some(places) = seat {
            return Some(Unlock::Applicant { places: places.clone() });
        }
        if failed().any(|rule| rule.rule.condition.kind() != RuleKind::Partner) {
            return None;
        }
        let open = partner.outcome == Outcome::NotMet
            || (partner.outcome == Outcome::Unknown && partner.why == Why::ProjectSilent);
        match &partner.rule.condition {
            _ if !open => None,
            Condition::Partner { need: PartnerNeed::HostCountry { places } } => {
                Some(Unlock::Partner { places: places.clone() })
            }
            Condition::Partner { need: PartnerNeed::Consortium { members, countries } } => {
                Some(Unlock::Consortium { members: *members, countries: *countries })
            }
            _ => None,
        }
    }

    /// How many rules have the outcome.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> usize {
        self.rules.iter().filter(|rule| rule.outcome == outcome).count()
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Clause, Condition, Eligibility, EligibilityRule, Outcome, PartnerNeed, RuleOutcome, Unlock,
        Verdict, Why,
    };
    use crate::{CallField, EntityForm};
    use proptest::prelude::*;

    fn rule(condition: Condition, outcome: Outcome) -> RuleOutcome {
        let clause = Clause { field: CallField::Rules, quote: String::new(), start: None };
        let why = if outcome == Outcome::Unknown { Why::ProjectSilent } else { Why::Stated };
        RuleOutcome { rule: EligibilityRule { condition, clause }, outcome, why, ruling: None }
    }

    #[test]
    fn a_partner_is_named_only_where_it_would_open_the_call() {
        use Outcome::{Met, NotMet, Unknown};
        let ukraine = vec!["UA".parse().unwrap()];
        let seat = || Condition::EntityCountry { any_of: ukraine.clone(), none_of: Vec::new() };
        let host =
            || Condition::Partner { need: PartnerNeed::HostCountry { places: ukraine.clone() } };
        let of = |need| Condition::Partner { need };
        let consortium = || of(PartnerNeed::Consortium { members: 3, countries: 2 });
        let core = || Condition::CoreCosts { allowed: false };
        let form = || Condition::EntityForm { any_of: vec![EntityForm::Association] };
        let unlock = |rules: Vec<RuleOutcome>| Eligibility::of(None, rules).unlock();
        let partner = Some(Unlock::Partner { places: ukraine.clone() });
        let applicant = Some(Unlock::Applicant { places: ukraine.clone() });
        let several = Some(Unlock::Consortium { members: 3, countries: 2 });
        for (rules, wanted) in [
            (vec![rule(host(), NotMet)], partner.clone()),
            (vec![rule(host(), Unknown), rule(seat(), Met)], partner),
            (vec![rule(host(), Met)], None),
            (vec![rule(host(), NotMet), rule(core(), NotMet)], None),
            (vec![rule(consortium(), NotMet)], several),
            (vec![rule(consortium(), NotMet), rule(seat(), NotMet)], applicant.clone()),
            (vec![rule(of(PartnerNeed::Any), Met), rule(seat(), NotMet)], applicant),
            (vec![rule(seat(), NotMet)], None),
            (vec![rule(consortium(), Met), rule(form(), NotMet)], None),
            (vec![rule(of(PartnerNeed::Any), Unknown)], None),
        ] {
            assert_eq!(unlock(rules.clone()), wanted, "{rules:?}");
        }
    }

    fn outcome() -> impl Strategy<Value = Outcome> {
        prop::sample::select(Outcome::ALL)
    }

    #[test]
    fn not_met_decides_a_conjunction_and_met_an_alternative() {
        use Outcome::{Met, NotMet, Unknown};
        assert_eq!(Met.and(Unknown), Unknown);
        assert_eq!(Unknown.and(NotMet), NotMet);
        assert_eq!(NotMet.or(Unknown), Unknown);
        assert_eq!(Unknown.or(Met), Met);
        assert_eq!(Verdict::from(Met.and(Met)), Verdict::Eligible);
    }

    proptest! {
        #[test]
        fn the_order_of_rules_does_not_matter(a in outcome(), b in outcome(), c in outcome()) {
            prop_assert_eq!(a.and(b).and(c), c.and(a.and(b)));
            prop_assert_eq!(a.or(b).or(c), c.or(a.or(b)));
        }
    }
}
