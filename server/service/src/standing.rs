//! Which donors are bodies that a register of designated bodies names, and which names are one donor's.
//!
//! Names are compared by the masker's own folding. A donor that has a name of a body *is* the body; one
//! whose name is like it is proposed to a person, whose answer holds whatever is read later. Until then
//! its calls are withheld from those whom the body would endanger.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, OnceLock},
};

use chrono::NaiveDate;
use domain::{Donor, DonorId, EntryId, RegisterEntry, RegisterList, fold::fold};
use reading::{BodyName, Likeness, name_key};
use store::register::Decision;

/// Why a row of a register is thought to be a donor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grounds {
    /// A name of the donor is like one of the body: a person has not decided yet.
    Undecided,
    /// They have a name in common.
    Name,
    /// A person decided that they are one.
    Person,
    /// A person decided that they are not.
    Cleared,
}

/// The row of a register that a status rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterLine {
    /// Which row.
    pub entry: EntryId,
    /// The body's name as the register writes it.
    pub name: String,
    /// The day of the newest list in which it stands.
    pub listed: NaiveDate,
    /// The day of the first list in which it stood no longer.
    pub gone_since: Option<NaiveDate>,
    /// Why it is thought to be the donor.
    pub grounds: Grounds,
}

/// A row of a register that may be a donor.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    pub(crate) entry: Arc<RegisterEntry>,
    pub(crate) grounds: Grounds,
}

impl Standing {
    pub(crate) fn line(&self) -> RegisterLine {
        RegisterLine {
            entry: self.entry.id,
            name: self.entry.designation.name.clone(),
            listed: self.entry.listed,
            gone_since: self.entry.gone_since,
            grounds: self.grounds,
        }
    }
}

/// The names of all registers, ready to be compared.
#[derive(Debug, Default)]
struct Names {
    /// Rows by the key of each of their names that is no acronym.
    by_key: HashMap<String, Vec<usize>>,
    entries: Vec<Arc<RegisterEntry>>,
    /// Made when the first name is compared: a start without donors has no use for them.
    bodies: OnceLock<Vec<(usize, BodyName)>>,
}

/// What was found for a name: rows by their place, and why.
type Compared = BTreeMap<usize, Grounds>;

/// Registers, and which donors they name.
#[derive(Debug, Default)]
pub(crate) struct Standings {
    lists: Vec<RegisterList>,
    entries: Vec<Arc<RegisterEntry>>,
    names: Arc<Names>,
    /// By a donor's name; good as long as the registers' names are the same.
    compared: HashMap<String, Compared>,
    found: HashMap<DonorId, Vec<Standing>>,
}

/// Whether a name is one short word in capitals: too little to say who it is.
fn is_acronym(name: &str) -> bool {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    (2..=6).contains(&letters.len())
        && !name.trim().contains(' ')
        && letters.iter().filter(|c| c.is_uppercase()).count() * 3 >= letters.len() * 2
}

impl Names {
    fn of(entries: &[Arc<RegisterEntry>]) -> Self {
        let mut names = Self { entries: entries.to_vec(), ..Self::default() };
        for (place, entry) in entries.iter().enumerate() {
            for name in entry.designation.names().filter(|name| !is_acronym(name)) {
                let key = name_key(name);
                if !key.is_empty() {
                    names.by_key.entry(key).or_default().push(place);
                }
            }
        }
        names
    }

    fn bodies(&self) -> &[(usize, BodyName)] {
        self.bodies.get_or_init(|| {
            let entries = self.entries.iter().enumerate();
            let of_entry = |(place, entry): (usize, &Arc<RegisterEntry>)| {
                // A name brings along those that it holds.
                let (name, aliases) = (&entry.designation.name, &entry.designation.aliases);
                let held = reading::names_in(name);
                let others = aliases.iter().filter(|alias| !held.contains(alias));
                let names = std::iter::once(name).chain(others);
                names.map(|name| (place, BodyName::new(name))).collect::<Vec<_>>()
            };
            entries.flat_map(of_entry).collect()
        })
    }

    /// The rows that a donor's name points to. What stands in brackets behind the name may be an acronym, a
    /// translation or another body, so that only the name before it makes the donor the body.
    fn compare(&self, name: &str) -> Compared {
        let mut found = Compared::new();
        let body = BodyName::new(name);
        for (place, other) in self.bodies() {
            if body.likeness(other) != Likeness::Different {
                found.insert(*place, Grounds::Undecided);
            }
        }
        let outside = name.split(['(', '[']).next().unwrap_or_default();
        for own in [name, outside].into_iter().filter(|own| !is_acronym(own)) {
            for place in self.by_key.get(&name_key(own)).into_iter().flatten() {
                found.insert(*place, Grounds::Name);
            }
        }
        found
    }
}

impl Standings {
    /// What the registers say of the donors now. Names that were compared before are not compared again.
    pub(crate) fn renewed(
        &self,
        register: Vec<RegisterEntry>,
        lists: Vec<RegisterList>,
        donors: &HashMap<DonorId, Donor>,
        decisions: &[Decision],
        one: impl Fn(DonorId) -> DonorId,
    ) -> Self {
        let entries: Vec<Arc<RegisterEntry>> = register.into_iter().map(Arc::new).collect();
        let named_alike = |(a, b): (&Arc<RegisterEntry>, &Arc<RegisterEntry>)| {
            a.id == b.id && a.designation.names().eq(b.designation.names())
        };
        let known = entries.len() == self.entries.len()
            && entries.iter().zip(&self.entries).all(named_alike);
        let names = if known { Arc::clone(&self.names) } else { Arc::new(Names::of(&entries)) };
        let places: HashMap<EntryId, usize> =
            entries.iter().enumerate().map(|(place, entry)| (entry.id, place)).collect();
        let mut decided: HashMap<DonorId, BTreeMap<usize, Grounds>> = HashMap::new();
        for decision in decisions {
            let Some(place) = places.get(&decision.entry) else { continue };
            let here = decided.entry(one(decision.donor)).or_default().entry(*place);
            // Of two donors that are one, whoever was found to be the body is.
            let grounds = if decision.is_it { Grounds::Person } else { Grounds::Cleared };
            here.and_modify(|known| *known = (*known).min(grounds)).or_insert(grounds);
        }
        let mut compared: HashMap<String, Compared> = HashMap::new();
        let mut found: HashMap<DonorId, Vec<Standing>> = HashMap::new();
        for donor in donors.values() {
            let mut all = Compared::new();
            for name in std::iter::once(&donor.name).chain(&donor.aliases) {
                let of_name = compared.entry(name.clone()).or_insert_with(|| {
                    let before = self.compared.get(name).filter(|_| known);
                    before.cloned().unwrap_or_else(|| names.compare(name))
                });
                for (place, grounds) in of_name {
                    let known = all.entry(*place).or_insert(*grounds);
                    *known = (*known).max(*grounds);
                }
            }
            all.extend(decided.remove(&donor.id).into_iter().flatten());
            let standing = |(place, grounds): (usize, Grounds)| {
                Some(Standing { entry: Arc::clone(entries.get(place)?), grounds })
            };
            if !all.is_empty() {
                found.insert(donor.id, all.into_iter().filter_map(standing).collect());
            }
        }
        Self { lists, entries, names, compared, found }
    }

    /// The lists on record.
    pub(crate) fn lists(&self) -> &[RegisterList] {
        &self.lists
    }

    /// Every row of every register, by name.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &RegisterEntry> + Clone {
        self.entries.iter().map(AsRef::as_ref)
    }

    /// The rows that a donor is, may be, or was found not to be.
    pub(crate) fn all_of(&self, donor: DonorId) -> impl Iterator<Item = &Standing> {
        self.found.get(&donor).into_iter().flatten()
    }

    /// The rows that a donor is or may be.
    pub(crate) fn of(&self, donor: DonorId) -> impl Iterator<Item = &Standing> {
        self.all_of(donor).filter(|found| found.grounds != Grounds::Cleared)
    }
}

/// Donors by every name they have, compared as a register's names are: a name that is written a little
/// otherwise is no second donor.
#[derive(Debug, Default)]
pub(crate) struct DonorNames {
    by_folded: HashMap<String, DonorId>,
    by_key: HashMap<String, DonorId>,
    names: HashMap<DonorId, String>,
    merged: HashMap<DonorId, DonorId>,
}

impl DonorNames {
    pub(crate) fn of(donors: &[Donor]) -> Self {
        let mut names = Self::default();
        // Own names before others' other names.
        for donor in donors {
            names.note(&donor.name, donor.id);
            names.names.insert(donor.id, donor.name.clone());
        }
        for donor in donors {
            for alias in &donor.aliases {
                names.note(alias, donor.id);
            }
        }
        names
    }

    /// The same, with which donors are another one.
    pub(crate) fn with_merged(self, merged: HashMap<DonorId, DonorId>) -> Self {
        Self { merged, ..self }
    }

    /// The donor that a donor is.
    pub(crate) fn one(&self, id: DonorId) -> DonorId {
        let mut at = id;
        for _ in 0..=self.merged.len() {
            match self.merged.get(&at) {
                Some(next) => at = *next,
                None => break,
            }
        }
        at
    }

    /// A donor's own name; empty when it is not on record.
    pub(crate) fn name(&self, id: DonorId) -> &str {
        self.names.get(&id).map_or("", String::as_str)
    }

    fn note(&mut self, name: &str, id: DonorId) {
        self.by_folded.entry(fold(name)).or_insert(id);
        let key = name_key(name);
        if !key.is_empty() {
            self.by_key.entry(key).or_insert(id);
        }
    }

    pub(crate) fn add(&mut self, donor: &Donor) {
        for name in std::iter::once(&donor.name).chain(&donor.aliases) {
            self.note(name, donor.id);
        }
        self.names.insert(donor.id, donor.name.clone());
    }

    /// Whose name it is.
    pub(crate) fn find(&self, name: &str) -> Option<DonorId> {
        let same = self.by_folded.get(&fold(name));
        // Keys without letters are never noted.
        same.or_else(|| self.by_key.get(&name_key(name))).copied()
    }
}
