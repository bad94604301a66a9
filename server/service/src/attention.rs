//! How much of a donor's attention new organisations get, over time.
//!
//! Lists of projects for a call are blind, but who stands on top is what gets read. For each
//! quarter, the share of attention that went to new organisations stands beside the share that
//! their fit earns them. Only shares of groups large enough to hide in leave this module.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Months, NaiveDate};
use domain::{LegalEntity, OrganisationId, Verdict};

use crate::{
    Actor, Failure, Services,
    knowledge::{CallFacts, Gate, Knowledge},
    matches,
};

/// An organisation is new until a legal entity of its own is so many months old.
pub const NEW_MONTHS: u32 = 36;
/// Calls that opened so many months ago or less are looked at.
pub const PERIOD_MONTHS: u32 = 36;
/// Places of a list that are read.
pub use matching::attention::READ;

/// A share is told where each group has at least so many organisations.
pub const LEAST: usize = 5;

/// What new organisations got and what they were due, in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// Their share of the attention.
    pub attention: u8,
    /// Their share of the fit.
    pub due: u8,
    /// The one by the other, in hundredths: 100 is even. `None` when nothing is due to them.
    pub ratio: Option<u32>,
}

/// What the calls of some time come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// How many calls with at least one project listed.
    pub calls: usize,
    /// How many organisations were listed, new or not; `None` for few, whose number tells which code names
    /// are of one.
    pub organisations: Option<usize>,
    /// The shares; `None` where a group is too small to be told.
    pub shares: Option<Shares>,
}

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    /// The year.
    pub year: i32,
    /// From 1 to 4.
    pub number: u32,
}

impl Quarter {
    fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), number: day.month0() / 3 + 1 }
    }
}

/// How attention was spread over the calls that an account reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attention {
    /// By the quarter in which calls opened, newest first.
    pub quarters: Vec<(Quarter, Line)>,
    /// All of them.
    pub all: Line,
}

/// Whether an organisation was new on a day; `None` when the age of its legal entities is unknown.
/// An informal group without one is new; the entity of a fiscal sponsor tells nothing.
fn is_new(entities: &[LegalEntity], day: NaiveDate) -> Option<bool> {
    let own = || entities.iter().filter(|entity| !entity.fiscal_sponsor);
    let limit = day.checked_sub_months(Months::new(NEW_MONTHS))?;
    if own().any(|entity| entity.since.is_some_and(|since| since <= limit)) {
        return Some(false);
    }
    own().all(|entity| entity.since.is_some()).then_some(true)
}

/// What is added up over calls.
#[derive(Clone, Debug, Default)]
struct Sum {
    calls: usize,
    /// Attention and fit, each call counting 1, of new and of other organisations.
    attention: [f64; 2],
    due: [f64; 2],
    organisations: [BTreeSet<OrganisationId>; 2],
}

/// A share in whole per cent.
fn percent(share: f64) -> u8 {
    format!("{:.0}", 100.0 * share).parse().unwrap_or(0)
}

impl Sum {
    /// Takes in one list: whose project stands on each place, whether they are new, and its fit.
    fn add(&mut self, list: &[(OrganisationId, Option<bool>, f64)]) {
        let fits: f64 = list.iter().map(|(_, _, fit)| fit).sum();
        if fits <= 0.0 {
            return;
        }
        self.calls += 1;
        let attention =
            matching::attention::shares(list.len()).into_iter().chain(std::iter::repeat(0.0));
        for ((organisation, new, fit), attention) in list.iter().zip(attention) {
            let Some(new) = new else { continue };
            let group = usize::from(!new);
            self.attention[group] += attention;
            self.due[group] += fit / fits;
            self.organisations[group].insert(*organisation);
        }
    }

    fn take(&mut self, other: &Self) {
        self.calls += other.calls;
        for group in 0..2 {
            self.attention[group] += other.attention[group];
            self.due[group] += other.due[group];
            self.organisations[group].extend(&other.organisations[group]);
        }
    }

    fn line(&self) -> Line {
        let share = |of: [f64; 2]| of[0] / (of[0] + of[1]);
        let (attention, due) = (share(self.attention), share(self.due));
        let told = self.organisations.iter().all(|group| group.len() >= LEAST);
        let ratio = format!("{:.0}", 100.0 * attention / due).parse().ok().filter(|_| due > 0.0);
        Line {
            calls: self.calls,
            organisations: Some(self.organisations.iter().map(BTreeSet::len).sum())
                .filter(|count| *count >= LEAST),
            shares: told.then(|| Shares {
                attention: percent(attention),
                due: percent(due),
                ratio,
            }),
        }
    }
}

/// One call's list as reviewers read it first: without blocked projects.
fn list(
    services: &Services,
    knowledge: &Knowledge,
    facts: &CallFacts,
    opened: NaiveDate,
) -> Vec<(OrganisationId, Option<bool>, f64)> {
    let found = matches::candidates(services, knowledge, facts).into_iter();
    found
        .filter(|one| one.verdict != Verdict::Blocked)
        .filter_map(|one| {
            let id = knowledge.project(one.id)?.organisation?;
            Some((id, is_new(knowledge.entities(Some(id)), opened), one.fit))
        })
        .collect()
}

/// How attention was spread over the calls that the actor reviews, by today's lists.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever reviews no donor's calls.
pub fn of_reviewed(services: &Services, actor: &Actor) -> Result<Attention, Failure> {
    if actor.reader().grants().is_none_or(|grants| grants.donors.is_empty()) {
        return Err(Failure::Forbidden);
    }
    let (knowledge, today) = (services.knowledge(), services.today());
    let since = today.checked_sub_months(Months::new(PERIOD_MONTHS)).unwrap_or(NaiveDate::MIN);
    let mut quarters: BTreeMap<Quarter, Sum> = BTreeMap::new();
    // Those of a donor's own calls are looked at, and projects are counted only.
    for facts in knowledge.through(&Gate::open(), today).calls() {
        let opened = facts.content.opens.unwrap_or_else(|| facts.first_seen.date_naive());
        if (since..=today).contains(&opened) && matches::reviews(&knowledge, actor, facts) {
            let list = list(services, &knowledge, facts, opened);
            quarters.entry(Quarter::of(opened)).or_default().add(&list);
        }
    }
    Ok(told(&quarters))
}

/// What can be told of the quarters. All together less the quarters that are told must not give
/// away the ones that are not.
fn told(quarters: &BTreeMap<Quarter, Sum>) -> Attention {
    let (mut all, mut untold) = (Sum::default(), Sum::default());
    let mut lines: Vec<(Quarter, Line)> = Vec::new();
    for (quarter, sum) in quarters.iter().rev().filter(|(_, sum)| sum.calls > 0) {
        let line = sum.line();
        all.take(sum);
        if line.shares.is_none() {
            untold.take(sum);
        }
        lines.push((*quarter, line));
    }
    let mut line = all.line();
    if untold.calls > 0 && untold.line().shares.is_none() {
        line.shares = None;
    }
    Attention { quarters: lines, all: line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{EntityForm, LegalEntityId};
    use proptest::prelude::*;

    fn entity(since: Option<&str>, fiscal_sponsor: bool) -> LegalEntity {
        LegalEntity {
            id: LegalEntityId::from_random([1; 16]),
            name: "Reed".to_owned(),
            country: "DE".parse().unwrap(),
            form: EntityForm::Association,
            local_form: None,
            identifier: None,
            since: since.map(|day| day.parse().unwrap()),
            fiscal_sponsor,
        }
    }

    #[test]
    fn new_is_who_has_no_old_entity_of_their_own() {
        let day = "2026-07-01".parse().unwrap();
        let new = |entities: &[LegalEntity]| is_new(entities, day);
        assert_eq!(new(&[]), Some(true), "an informal group");
        assert_eq!(new(&[entity(Some("2023-07-02"), false)]), Some(true));
        assert_eq!(new(&[entity(Some("2023-07-01"), false)]), Some(false));
        assert_eq!(new(&[entity(Some("2010-01-01"), true)]), Some(true), "the sponsor is old");
        assert_eq!(new(&[entity(None, false)]), None);
        assert_eq!(new(&[entity(None, false), entity(Some("2010-01-01"), false)]), Some(false));
    }

    fn organisation(number: u8) -> OrganisationId {
        OrganisationId::from_random([number; 16])
    }

    #[test]
    fn groups_one_could_be_found_in_are_not_told() {
        let list: Vec<_> = (0..9).map(|i| (organisation(i), Some(i < 4), 50.0)).collect();
        let mut sum = Sum::default();
        sum.add(&list);
        assert_eq!(sum.line(), Line { calls: 1, organisations: Some(9), shares: None });
        let mut more = list.clone();
        more.push((organisation(20), Some(true), 50.0));
        sum.add(&more);
        assert_eq!(sum.line().organisations, Some(10));
        assert!(sum.line().shares.is_some());
    }

    #[test]
    fn what_is_not_told_of_a_quarter_cannot_be_reckoned_from_the_whole() {
        let list = |new: std::ops::Range<u8>| -> Vec<_> {
            let others = (100..106).map(|i| (organisation(i), Some(false), 50.0));
            others.chain(new.map(|i| (organisation(i), Some(true), 50.0))).collect()
        };
        let quarters = |lists: &[std::ops::Range<u8>]| -> BTreeMap<Quarter, Sum> {
            let sums = lists.iter().zip(1..).map(|(new, number)| {
                let mut sum = Sum::default();
                sum.add(&list(new.clone()));
                (Quarter { year: 2026, number }, sum)
            });
            sums.collect()
        };
        assert!(told(&quarters(&[0..6, 0..7])).all.shares.is_some());
        let one = told(&quarters(&[0..6, 0..2]));
        assert!(one.quarters[1].1.shares.is_some() && one.quarters[0].1.shares.is_none());
        assert!(one.all.shares.is_none(), "all less the first would be the second");
        // Two that are not told hide each other where they have enough organisations together.
        assert!(told(&quarters(&[0..6, 0..3, 3..6])).all.shares.is_some());
    }

    #[test]
    fn whoever_stands_first_gets_more_than_an_even_share() {
        // Five new ones on top of five others with the same fit.
        let list: Vec<_> = (0..10).map(|i| (organisation(i), Some(i < 5), 50.0)).collect();
        let mut sum = Sum::default();
        sum.add(&list);
        // (1 + 1/log2 3 + … + 1/log2 6) / (… + 1/log2 11) = 2.948 / 4.544
        let expected = Shares { attention: 65, due: 50, ratio: Some(130) };
        assert_eq!(sum.line().shares, Some(expected));
    }

    proptest! {
        #[test]
        fn shares_of_both_groups_add_up(
            list in prop::collection::vec((0_u8..30, prop::option::of(any::<bool>()), 0.0..100.0_f64), 0..60),
        ) {
            let list: Vec<_> = list.into_iter().map(|(i, new, fit)| (organisation(i), new, fit)).collect();
            let mut sum = Sum::default();
            sum.add(&list);
            prop_assert!(sum.attention.iter().sum::<f64>() <= 1.0 + 1e-9);
            prop_assert!(sum.due.iter().sum::<f64>() <= 1.0 + 1e-9);
            if let Some(shares) = sum.line().shares {
                prop_assert!(shares.attention <= 100 && shares.due <= 100);
            }
        }
    }
}
