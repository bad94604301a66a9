//! What a list means before it is written: what is marked, and which donors it names.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::{Country, DonorId, EntryId, LegalStatusKind, RegisterEntry, RegisterList};
use store::{ConnectionTrait, StoreError, register};

use super::{Laid, ListOptions, list_of};
use crate::{
    Services,
    knowledge::donors_on_record,
    standing::{Grounds, Standings},
};

/// What a file means for the register of one country and kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListEffect {
    /// Whose law.
    pub country: Country,
    /// What it declares.
    pub kind: LegalStatusKind,
    /// The day of the list on record; `None` where there is none.
    pub before: Option<NaiveDate>,
    /// How many bodies the list on record names.
    pub on_record: u64,
    /// How many of these are marked, because the file does not name them.
    pub gone: u64,
    /// Whether the list on record is of the file's day from then on.
    pub confirmed: bool,
}

/// What a file means for registers and for donors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterEffect {
    /// The day for which it tells who is named.
    pub date: NaiveDate,
    /// The registers of which it tells.
    pub lists: Vec<ListEffect>,
    /// Donors that become designated, because they have a name of a body or a person said so before.
    pub designated: Vec<(DonorId, String)>,
    /// Donors of whom a person has to decide whether they are a body that it names.
    pub undecided: Vec<(DonorId, String)>,
    /// Donors that are no longer designated by any register.
    pub lifted: Vec<(DonorId, String)>,
}

/// The rows that count for a donor, those that wait for a decision apart.
fn counting(
    standings: &Standings,
    donor: DonorId,
    today: NaiveDate,
) -> (BTreeSet<EntryId>, BTreeSet<EntryId>) {
    let holds = |entry: &RegisterEntry| entry.designation.until.is_none_or(|until| today <= until);
    let (mut is, mut may_be) = (BTreeSet::new(), BTreeSet::new());
    for found in standings.of(donor).filter(|found| holds(&found.entry)) {
        let of = if found.grounds == Grounds::Undecided { &mut may_be } else { &mut is };
        of.insert(found.entry.id);
    }
    (is, may_be)
}

impl RegisterEffect {
    /// Whether a list is of a newer day from then on.
    #[must_use]
    pub fn confirms(&self) -> bool {
        self.lists.iter().any(|list| list.confirmed)
    }

    /// What rows that were laid over those on record mean. Reads through the transaction that may write
    /// them, before they are written.
    pub(super) async fn of<C: ConnectionTrait>(
        services: &Services,
        c: &C,
        laid: &Laid,
        options: ListOptions,
        date: NaiveDate,
    ) -> Result<Self, StoreError> {
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let list = |of: (Country, LegalStatusKind)| {
            let here = |entry: &&RegisterEntry| list_of(entry) == of && entry.gone_since.is_none();
            ListEffect {
                country: of.0,
                kind: of.1,
                before: laid.before.day(of),
                on_record: count(laid.before.entries.iter().filter(here).count()),
                gone: count(laid.gone.iter().filter(|entry| list_of(entry) == of).count()),
                confirmed: laid.lists.iter().any(|list| (list.country, list.kind) == of),
            }
        };
        let lists = laid.read().into_iter().map(list).collect();
        let mut effect = Self {
            date: options.date.unwrap_or(date),
            lists,
            designated: Vec::new(),
            undecided: Vec::new(),
            lifted: Vec::new(),
        };
        let (donors, merged) = donors_on_record(c).await?;
        let decisions = register::decisions(c).await?;
        let one = |id| merged.get(&id).copied().unwrap_or(id);
        let known = services.knowledge();
        let (entries, lists) = (laid.before.entries.clone(), laid.before.lists.clone());
        let before = known.standings.renewed(entries, lists, &donors, &decisions, one);
        let (entries, lists) = after(laid);
        let after = before.renewed(entries, lists, &donors, &decisions, one);
        let today = services.today();
        for donor in donors.values() {
            let (was, might_be) = counting(&before, donor.id, today);
            let (is, may_be) = counting(&after, donor.id, today);
            let named = || (donor.id, donor.name.clone());
            if !is.is_subset(&was) {
                effect.designated.push(named());
            }
            if !may_be.is_subset(&might_be) {
                effect.undecided.push(named());
            }
            if is.is_empty() && !was.is_empty() {
                effect.lifted.push(named());
            }
        }
        for names in [&mut effect.designated, &mut effect.undecided, &mut effect.lifted] {
            names.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
        }
        Ok(effect)
    }
}

/// The registers as they are when the rows are written.
fn after(laid: &Laid) -> (Vec<RegisterEntry>, Vec<RegisterList>) {
    let named = laid.named.iter().map(|(_, entry)| entry);
    let mut written: HashMap<EntryId, &RegisterEntry> =
        named.chain(&laid.gone).map(|entry| (entry.id, entry)).collect();
    let mut entries: Vec<RegisterEntry> = Vec::new();
    for entry in &laid.before.entries {
        entries.push(written.remove(&entry.id).unwrap_or(entry).clone());
    }
    entries.extend(laid.new.iter().cloned());
    let mut lists = laid.before.lists.clone();
    lists.retain(|list| {
        !laid.lists.iter().any(|new| (new.country, new.kind) == (list.country, list.kind))
    });
    lists.extend(&laid.lists);
    (entries, lists)
}
