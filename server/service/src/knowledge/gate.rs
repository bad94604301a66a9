//! The one way to the calls that are kept in memory.
//!
//! Contact with a body that a state has designated is a crime for people in that country. So nothing of
//! a call is handed out but to somebody: a [`Gate`] says whose people are at risk where, and [`Shown`]
//! holds the calls that may be shown then. The calls themselves are private to the module above, so a
//! new list cannot forget to ask.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;
use domain::{CallId, Country, DonorId, OrganisationId};

use super::{CallFacts, Knowledge};
use crate::Actor;

/// For whom calls are looked at: where people would be endangered by them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gate {
    countries: BTreeSet<Country>,
}

impl Gate {
    /// Where people of one project are.
    fn of_people(countries: &[Country]) -> Self {
        Self { countries: countries.iter().copied().collect() }
    }

    /// For a project of an organisation, and whoever looks at it: one list for another project of the
    /// same people would show what the first one's does not.
    pub(crate) fn of_project(
        knowledge: &Knowledge,
        actor: &Actor,
        organisation: Option<OrganisationId>,
        people_inside: &[Country],
    ) -> Self {
        let all = Self::of_people(people_inside).and(&Self::of_actor(knowledge, actor));
        all.and(&Self::of_organisations(knowledge, |id| Some(id) == organisation))
    }

    /// For an account outside any project: the people of all projects of its organisations count. For
    /// somebody without an organisation nobody is at risk.
    pub(crate) fn of_actor(knowledge: &Knowledge, actor: &Actor) -> Self {
        let Some(grants) = actor.reader().grants() else { return Self::default() };
        if grants.memberships.is_empty() {
            return Self::default();
        }
        Self::of_organisations(knowledge, |id| grants.memberships.contains_key(&id))
    }

    fn of_organisations(knowledge: &Knowledge, wanted: impl Fn(OrganisationId) -> bool) -> Self {
        let projects = knowledge.projects.values();
        let mine = projects.filter(|project| project.organisation.is_some_and(&wanted));
        let countries = mine.flat_map(|project| &project.content.people_inside).copied().collect();
        Self { countries }
    }

    /// Where people would be endangered.
    pub(crate) fn countries(&self) -> Vec<Country> {
        self.countries.iter().copied().collect()
    }

    /// For both: where either has people.
    pub(crate) fn and(&self, other: &Self) -> Self {
        Self { countries: self.countries.union(&other.countries).copied().collect() }
    }

    /// For one whose calls these are, or who looks at what a donor did, or whom the risk was explained to:
    /// nothing is left out. Each use says which of these it is.
    pub(crate) fn open() -> Self {
        Self::default()
    }
}

/// The calls that may be shown to somebody.
pub(crate) struct Shown<'a> {
    knowledge: &'a Knowledge,
    withheld: HashSet<DonorId>,
}

impl<'a> Shown<'a> {
    /// Every call that may be shown.
    pub(crate) fn calls(&self) -> impl Iterator<Item = &'a CallFacts> {
        let calls = self.knowledge.calls.values().map(AsRef::as_ref);
        calls.filter(|facts| !self.withheld.contains(&facts.donor))
    }

    /// A call, if it may be shown.
    pub(crate) fn call(&self, id: CallId) -> Option<&'a CallFacts> {
        let facts = self.knowledge.calls.get(&id).map(AsRef::as_ref)?;
        (!self.withheld.contains(&facts.donor)).then_some(facts)
    }

    /// The calls that may not be shown, for counting them and for the page that explains the risk first.
    pub(crate) fn withheld(&self) -> impl Iterator<Item = &'a CallFacts> {
        let calls = self.knowledge.calls.values().map(AsRef::as_ref);
        calls.filter(|facts| self.withheld.contains(&facts.donor))
    }

    /// Whether a donor's calls may be shown.
    pub(crate) fn shows(&self, donor: DonorId) -> bool {
        !self.withheld.contains(&donor)
    }
}

impl Knowledge {
    /// The calls that may be shown through a gate.
    pub(crate) fn through(&self, gate: &Gate, today: NaiveDate) -> Shown<'_> {
        let countries: Vec<Country> = gate.countries.iter().copied().collect();
        let at_risk = |donor: &DonorId| self.is_withheld(*donor, &countries, today);
        let withheld = if countries.is_empty() {
            HashSet::new()
        } else {
            self.donors.keys().chain(self.merged.keys()).copied().filter(at_risk).collect()
        };
        Shown { knowledge: self, withheld }
    }
}
