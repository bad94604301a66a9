//! Which donors are bodies that a register of designated bodies names, and which names are one donor's.
//!
//! Names are compared by the masker's own folding. A donor that has a name of a body *is* the body; one
//! whose name is like it is proposed to a person, whose answer holds whatever is read later. Until then
//! its calls are withheld from those whom the body would endanger.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use chrono::NaiveDate;
use domain::{Donor, DonorId, EntryId, RegisterEntry, RegisterList, fold::fold};
use matching::{Likeness, likeness, name_key};
use store::register::Decision;
use unicode_normalization::UnicodeNormalization;

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

/// A name of a body, and where it stands.
#[derive(Debug)]
struct BodyName {
    entry: usize,
    name: String,
    is_acronym: bool,
}

/// The names of all registers, so that few of them are compared with each donor's.
#[derive(Debug, Default)]
struct Names {
    all: Vec<BodyName>,
    by_key: HashMap<String, Vec<usize>>,
    by_word: HashMap<String, Vec<usize>>,
    by_initials: HashMap<String, Vec<usize>>,
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

/// Words that so many names have that they tell nothing.
const COMMON: &str = "the and for of in to von und fur der die das des de la le et foundation fund fonds fondation fundacja stiftung trust association society centre center zentrum institute institut international europe european national democracy democratic development media human rights civil freedom free russia russian world global union network council organisation organization фонд имени общество организация международный международная международное европейский европейская национальный национальная демократии демократия развития центр институт ассоциация союз россия россии россию российский свободная свободной права прав человека поддержку гражданского гражданский громадська організація фонду міжнародний міжнародна європейський розвитку прав людини";

/// A word in small Latin letters without marks: rough, to find what is worth a closer look.
fn rough(word: &str) -> String {
    let mut out = String::new();
    for c in fold(word).nfd() {
        let latin = match c {
            'а' | 'я' => "a",
            'б' => "b",
            'в' => "v",
            'г' | 'ґ' => "g",
            'д' => "d",
            'е' | 'э' | 'є' => "e",
            'ж' => "zh",
            'з' => "z",
            'и' | 'і' | 'ї' | 'ы' | 'й' => "i",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' | 'ў' | 'ю' => "u",
            'ф' => "f",
            'х' => "h",
            'ц' => "c",
            'ч' => "ch",
            'ш' | 'щ' => "sh",
            'ß' => "ss",
            c if c.is_ascii_alphanumeric() => {
                out.push(c);
                continue;
            }
            _ => "",
        };
        out.push_str(latin);
    }
    out.replace("oe", "o").replace("ue", "u").replace("ae", "a")
}

/// The beginnings of the words that tell a name from others.
fn words_of(name: &str) -> BTreeSet<String> {
    let common = |word: &str| COMMON.split(' ').any(|common| common == word);
    let words = |all: bool| -> BTreeSet<String> {
        fold(name)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && (all || !common(word)))
            .map(|word| rough(word).chars().take(4).collect::<String>())
            .filter(|word| word.len() >= 2)
            .collect()
    };
    let telling = words(false);
    // A name of common words only is found by them: `Free Russia Foundation`.
    if telling.len() < 2 { words(true) } else { telling }
}

/// Whether a name is one short word in capitals.
fn is_acronym(name: &str) -> bool {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    (2..=6).contains(&letters.len())
        && !name.trim().contains(' ')
        && letters.iter().filter(|c| c.is_uppercase()).count() * 3 >= letters.len() * 2
}

/// The first letters of the words of a name, without small words.
fn initials(name: &str) -> String {
    const SMALL: &str = "the and for of in to on at von und für der die das des de la le et в и на по при за с у з та до";
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !SMALL.split(' ').any(|small| small == fold(word)));
    words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

/// The names that a donor's name may hold: itself first, without what stands in brackets second, then
/// each part by itself.
fn variants(name: &str) -> Vec<(String, bool)> {
    let mut found: Vec<(String, bool)> = vec![(name.to_owned(), true)];
    let outside = name.split(['(', '[']).next().unwrap_or_default().trim();
    if outside.chars().any(char::is_alphanumeric) {
        found.push((outside.to_owned(), true));
    }
    let mut parts = exchange::names_within(name);
    for separator in [" / ", "/", " – ", " - ", " — ", " via ", " und ", " and ", " & "] {
        let more: Vec<String> = parts
            .iter()
            .filter(|part| part.contains(separator))
            .flat_map(|part| part.split(separator).map(|piece| piece.trim().to_owned()))
            .filter(|piece| piece.chars().filter(|c| c.is_alphanumeric()).count() >= 3)
            .collect();
        parts.extend(more);
    }
    found.extend(parts.into_iter().map(|part| (part, false)));
    let mut seen = BTreeSet::new();
    found.retain(|(part, _)| seen.insert(fold(part)));
    found
}

impl Names {
    fn of(entries: &[Arc<RegisterEntry>]) -> Self {
        let mut names = Self::default();
        for (place, entry) in entries.iter().enumerate() {
            let of = &entry.designation;
            for name in of.names() {
                let number = names.all.len();
                let is_acronym = is_acronym(name);
                let key = name_key(name);
                if !key.is_empty() {
                    names.by_key.entry(key).or_default().push(number);
                }
                for word in words_of(name) {
                    names.by_word.entry(word).or_default().push(number);
                }
                let initials = initials(name);
                if !is_acronym && (3..=6).contains(&initials.chars().count()) {
                    names.by_initials.entry(initials).or_default().push(number);
                }
                names.all.push(BodyName { entry: place, name: name.to_owned(), is_acronym });
            }
        }
        names
    }

    /// The rows that a donor's name points to.
    fn compare(&self, name: &str) -> Compared {
        let mut found = Compared::new();
        let mut note = |entry: usize, grounds: Grounds| {
            let known = found.entry(entry).or_insert(grounds);
            *known = (*known).max(grounds);
        };
        for (variant, whole) in variants(name) {
            let acronym = is_acronym(&variant);
            let same = if whole && !acronym { Grounds::Name } else { Grounds::Undecided };
            let key = name_key(&variant);
            for number in self.by_key.get(&key).into_iter().flatten() {
                note(self.all[*number].entry, same);
            }
            if acronym {
                let letters: String = variant.chars().filter(|c| c.is_alphanumeric()).collect();
                for number in self.by_initials.get(&letters).into_iter().flatten() {
                    note(self.all[*number].entry, Grounds::Undecided);
                }
                continue;
            }
            let near: BTreeSet<usize> = words_of(&variant)
                .iter()
                .filter_map(|word| self.by_word.get(word))
                .flatten()
                .copied()
                .collect();
            for number in near {
                let body = &self.all[number];
                if body.is_acronym {
                    continue;
                }
                match likeness(&variant, &body.name) {
                    Likeness::Same => note(body.entry, same),
                    Likeness::Near => note(body.entry, Grounds::Undecided),
                    Likeness::Different => {}
                }
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
        let names =
            if known { Arc::clone(&self.names) } else { Arc::new(Names::of(&entries)) };
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
}

impl DonorNames {
    pub(crate) fn of(donors: &[Donor]) -> Self {
        let mut names = Self::default();
        // Own names before others' other names.
        for donor in donors {
            names.note(&donor.name, donor.id);
        }
        for donor in donors {
            for alias in &donor.aliases {
                names.note(alias, donor.id);
            }
        }
        names
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
    }

    /// Whose name it is.
    pub(crate) fn find(&self, name: &str) -> Option<DonorId> {
        let same = self.by_folded.get(&fold(name));
        same.or_else(|| self.by_key.get(&name_key(name)).filter(|_| !name_key(name).is_empty())).copied()
    }
}
