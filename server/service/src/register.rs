//! Registers of designated bodies: reading them, what they say of donors, what persons decide.

mod effect;
mod undo;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
    ops::ControlFlow,
};

use chrono::{NaiveDate, TimeDelta};
use domain::{
    Country, Designation, DonorId, EntryId, LegalStatusKind, Problem, RegisterEntry, RegisterList,
    RowIssue, fold::fold,
};
use exchange::RegisterDefaults;
use store::{ConnectionTrait, StoreError, register};

pub use self::{
    effect::{ListEffect, RegisterEffect},
    undo::{Undoable, take_back, undoable},
};
use crate::{
    Actor, Chance, Failure, Incident, Page, Services,
    changes::FieldChange,
    donors::within_demonstration,
    imports::{ImportFailure, ImportKind, ImportReport, LineOutcome, Lines},
    services::News,
    standing::Grounds,
};

/// What a file with a register does not say itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListOptions {
    /// Whose law, for rows that name no country.
    pub country: Option<Country>,
    /// What it declares, for rows that do not say it.
    pub kind: Option<LegalStatusKind>,
    /// For which day it tells who is named; today, where nobody says.
    pub date: Option<NaiveDate>,
    /// Whether it tells only of bodies to be added, so that nothing that it does not name is marked.
    pub additions: bool,
}

/// So far ahead a designation may begin; more is a slip of the keyboard.
const AHEAD: TimeDelta = TimeDelta::days(366);

/// Whether a designation would begin later than anybody announces one.
pub(crate) fn is_far_ahead(since: NaiveDate, today: NaiveDate) -> bool {
    since - today > AHEAD
}

/// The register that comes with the program: of undesirable organisations in Russia.
const SHIPPED: &[u8] = include_bytes!("../data/ru_undesirable.json");
/// Its day. The list is as old as this whenever it is read.
const SHIPPED_ON: Option<NaiveDate> = NaiveDate::from_ymd_opt(2024, 12, 11);
/// Its country and kind.
const SHIPPED_OF: (&str, LegalStatusKind) = ("RU", LegalStatusKind::Undesirable);

/// What becomes of the rows of one file.
struct Laid {
    new: Vec<RegisterEntry>,
    /// Those on record that the file names: as they were and as they are.
    named: Vec<(RegisterEntry, RegisterEntry)>,
    gone: Vec<RegisterEntry>,
    lists: Vec<RegisterList>,
    /// What was on record.
    before: OnRecord,
}

/// Registers as they are on record.
#[derive(Clone)]
struct OnRecord {
    entries: Vec<RegisterEntry>,
    lists: Vec<RegisterList>,
}

impl OnRecord {
    async fn read<C: ConnectionTrait>(c: &C) -> Result<Self, StoreError> {
        let (entries, lists) = (register::entries(c, None).await?, register::lists(c).await?);
        Ok(Self { entries, lists })
    }

    fn day(&self, (country, kind): ListKey) -> Option<NaiveDate> {
        let list = self.lists.iter().find(|list| (list.country, list.kind) == (country, kind));
        list.map(|list| list.date)
    }
}

type ListKey = (Country, LegalStatusKind);

fn list_of(entry: &RegisterEntry) -> ListKey {
    (entry.designation.country, entry.designation.kind)
}

type Key = (Country, LegalStatusKind, String, NaiveDate);

fn key_of(of: &Designation) -> Key {
    (of.country, of.kind, fold(&of.name), of.since)
}

/// Which fields a newer row says otherwise. What it leaves out takes nothing back.
fn changes(known: &mut Designation, row: &Designation) -> Vec<FieldChange> {
    let mut found = Vec::new();
    let mut note = |field: &str, before: String, after: String| {
        found.push(FieldChange { field: field.to_owned(), before, after, kept: false });
    };
    let shown = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let more: Vec<String> = {
        let have: BTreeSet<String> = known.names().map(fold).collect();
        row.aliases.iter().filter(|name| !have.contains(&fold(name))).cloned().collect()
    };
    if !more.is_empty() {
        note("aliases", known.aliases.join("; "), more.join("; "));
        known.aliases.extend(more);
    }
    if row.decision.is_some() && known.decision != row.decision {
        let (before, after) = (known.decision.clone(), row.decision.clone());
        note("decision", before.unwrap_or_default(), after.clone().unwrap_or_default());
        known.decision = after;
    }
    if row.until.is_some() && known.until != row.until {
        note("until", shown(known.until), shown(row.until));
        known.until = row.until;
    }
    if known.source != row.source {
        note("source", known.source.clone(), row.source.clone());
        known.source.clone_from(&row.source);
    }
    found
}

/// Lays the rows of a file over what is on record. A file tells of each country and kind that it has a
/// row of: what a newer list of that kind does not name any more is marked, never dropped.
fn lay(
    chance: &dyn Chance,
    rows: Vec<(u64, Designation)>,
    before: OnRecord,
    (date, additions): (NaiveDate, bool),
    lines: &mut Lines,
) -> Laid {
    let [new, gone] = [Vec::new(), Vec::new()];
    let mut laid = Laid { new, named: Vec::new(), gone, lists: Vec::new(), before };
    let known = laid.before.entries.iter().cloned();
    let mut known: BTreeMap<Key, RegisterEntry> =
        known.map(|entry| (key_of(&entry.designation), entry)).collect();
    let mut told: BTreeMap<ListKey, bool> = BTreeMap::new();
    for (row, of) in rows {
        let list = (of.country, of.kind);
        let differs = told.entry(list).or_default();
        let title = of.name.clone();
        let Some(mut entry) = known.remove(&key_of(&of)) else {
            *differs = true;
            let id = EntryId::from_random(chance.bytes());
            laid.new.push(RegisterEntry { id, designation: of, listed: date, gone_since: None });
            lines.note(row, title, LineOutcome::New);
            continue;
        };
        let before = entry.clone();
        let mut fields = changes(&mut entry.designation, &of);
        if let Some(gone) = entry.gone_since.filter(|gone| *gone <= date) {
            fields.push(FieldChange {
                field: "gone_since".to_owned(),
                before: gone.to_string(),
                after: String::new(),
                kept: false,
            });
            entry.gone_since = None;
        }
        if fields.is_empty() {
            lines.note(row, title, LineOutcome::Same);
        } else {
            *differs = true;
            lines.note(row, title, LineOutcome::Changed(fields));
        }
        entry.listed = entry.listed.max(date);
        laid.named.push((before, entry));
    }
    for (_, mut entry) in known {
        let list = list_of(&entry);
        let newer = laid.before.day(list).is_none_or(|day| day <= date) && entry.listed <= date;
        if additions || entry.gone_since.is_some() || !newer {
            continue;
        }
        let Some(differs) = told.get_mut(&list) else { continue };
        *differs = true;
        entry.gone_since = Some(date);
        lines.note(0, entry.designation.name.clone(), LineOutcome::Gone);
        laid.gone.push(entry);
    }
    for ((country, kind), differs) in told {
        let before = laid.before.day((country, kind));
        let newer = before.is_none_or(|day| day < date) && (differs || before.is_none());
        // What is added says nothing of the rest, so that the list is as old as it was.
        if newer && !(additions && before.is_some()) {
            laid.lists.push(RegisterList { country, kind, date });
        }
    }
    laid
}

/// A row with every name that its name holds, as in `Фонд «Воля» (The Will Foundation, TWF) (США)`.
fn with_names(mut of: Designation) -> Designation {
    let mut seen: BTreeSet<String> = of.names().map(fold).collect();
    let within = reading::names_in(&of.name);
    of.aliases.extend(within.into_iter().filter(|name| seen.insert(fold(name))));
    of
}

/// Rows of a file by their numbers, as far as they could be read.
type Rows = Vec<(u64, Result<Designation, Vec<RowIssue>>)>;

/// What was read of a file: the format, its rows, and those that say what an earlier one says.
type Found = (String, Rows, Vec<(u64, u64)>);

/// Reads a file that was opened.
fn read(input: &mut dyn Read, options: ListOptions) -> Result<Found, exchange::FileError> {
    let defaults = RegisterDefaults { country: options.country, kind: options.kind };
    let mut rows = Vec::new();
    let read = exchange::read_designations(input, defaults, &mut |found| {
        rows.push((found.row, found.item.map(with_names)));
        ControlFlow::Continue(())
    })?;
    Ok((read.format.code().to_owned(), rows, read.repeated))
}

/// The rows that can be used; what is refused and what says nothing new is noted.
fn usable(
    found: Rows,
    repeated: Vec<(u64, u64)>,
    today: NaiveDate,
    lines: &mut Lines,
) -> Vec<(u64, Designation)> {
    let mut rows = Vec::new();
    for (row, item) in found {
        match item {
            Ok(of) if is_far_ahead(of.since, today) => {
                let expected = "a day that is not more than a year ahead".to_owned();
                let problem = Problem::Invalid { found: of.since.to_string(), expected };
                let issues = vec![RowIssue { field: "from".to_owned(), problem }];
                lines.note(row, of.name, LineOutcome::Refused(issues));
            }
            Ok(of) => rows.push((row, of)),
            Err(issues) => lines.note(row, String::new(), LineOutcome::Refused(issues)),
        }
    }
    for (row, first) in repeated {
        lines.note(row, String::new(), LineOutcome::Repeated(first));
    }
    rows
}

/// Previews a register, or writes it in one transaction.
pub(crate) async fn import(
    services: &Services,
    actor: &Actor,
    options: ListOptions,
    mut file: crate::imports::File,
    commit: bool,
) -> Result<ImportReport, ImportFailure> {
    let (name, today) = (file.name, services.today());
    if let Some(day) = options.date.filter(|day| *day > today) {
        return Err(ImportFailure::DayToCome { day, today });
    }
    let reading = tokio::task::spawn_blocking(move || read(&mut file.input, options));
    let (format, found, repeated) = match reading.await {
        Ok(read) => read.map_err(ImportFailure::File)?,
        Err(error) => return Err(Failure::Internal(Incident::log(&error)).into()),
    };
    // Without a day the list is as old as it is read. Where it says what is on record already, the day
    // on record stays: that a file was chosen today does not make an old list new.
    let date = options.date.unwrap_or(today);
    let mut lines = Lines::default();
    let rows = usable(found, repeated, today, &mut lines);
    let effect = if commit {
        let transaction = services.begin().await?;
        let laid = laid(services.chance(), &transaction, rows, options, date, &mut lines).await?;
        let effect = RegisterEffect::of(services, &transaction, &laid, options, date).await?;
        write(&transaction, &laid).await?;
        undo::remember(services, &transaction, &laid, date).await?;
        let counts = lines.counts();
        if counts.new + counts.changed + counts.gone > 0 || !laid.lists.is_empty() {
            let act = actor.does(services, "designations_imported");
            let of = uuid::Uuid::nil();
            services.record(&transaction, act, "register", of, None).await?;
            services.commit(transaction, News::Calls).await?;
        } else {
            transaction.commit().await.map_err(StoreError::from)?;
        }
        effect
    } else {
        let c = services.db.reads();
        let laid = laid(services.chance(), c, rows, options, date, &mut lines).await?;
        RegisterEffect::of(services, c, &laid, options, date).await?
    };
    let report = lines.report(ImportKind::Designations(options), format, name, commit);
    Ok(ImportReport { effect: Some(effect), ..report })
}

async fn laid<C: ConnectionTrait>(
    chance: &dyn Chance,
    c: &C,
    rows: Vec<(u64, Designation)>,
    options: ListOptions,
    date: NaiveDate,
    lines: &mut Lines,
) -> Result<Laid, StoreError> {
    let before = OnRecord::read(c).await?;
    let mut laid = lay(chance, rows, before, (date, options.additions), lines);
    if options.date.is_some() && !options.additions {
        // Somebody says that this is who is named on that day, also where nothing has changed.
        for (country, kind) in laid.read() {
            let has = laid.lists.iter().any(|list| (list.country, list.kind) == (country, kind));
            if !has && laid.before.day((country, kind)).is_none_or(|day| day < date) {
                laid.lists.push(RegisterList { country, kind, date });
            }
        }
    }
    // A list whose day stays on record is not the newest in which its rows stand.
    for (before, entry) in &mut laid.named {
        let of = list_of(entry);
        let mut lists = laid.lists.iter().chain(&laid.before.lists);
        let newest = lists.find(|list| (list.country, list.kind) == of);
        if let Some(newest) = newest {
            entry.listed = before.listed.max(entry.listed.min(newest.date));
        }
    }
    Ok(laid)
}

impl Laid {
    /// Of which lists the file tells.
    fn read(&self) -> BTreeSet<ListKey> {
        self.new.iter().chain(self.named.iter().map(|(_, entry)| entry)).map(list_of).collect()
    }
}

async fn write<C: ConnectionTrait>(c: &C, laid: &Laid) -> Result<(), StoreError> {
    register::insert(c, &laid.new).await?;
    let changed = laid.named.iter().filter(|(before, entry)| before != entry);
    for entry in changed.map(|(_, entry)| entry).chain(&laid.gone) {
        register::update(c, entry).await?;
    }
    for list in &laid.lists {
        register::put_list(c, *list).await?;
    }
    Ok(())
}

/// Reads the register that comes with the program, unless that or a newer one is on record. What persons
/// decided stays: rows that are on record keep their identifiers.
pub(crate) async fn ship<C: ConnectionTrait>(
    c: &C,
    chance: &dyn Chance,
) -> Result<bool, StoreError> {
    let (Ok(country), Some(date)) = (SHIPPED_OF.0.parse::<Country>(), SHIPPED_ON) else {
        return Ok(false);
    };
    let lists = register::lists(c).await?;
    let is_it = |list: &RegisterList| (list.country, list.kind) == (country, SHIPPED_OF.1);
    if lists.iter().any(|list| is_it(list) && list.date >= date) {
        return Ok(false);
    }
    let (country, kind) = (Some(country), Some(SHIPPED_OF.1));
    let options = ListOptions { country, kind, date: Some(date), additions: false };
    let mut bytes = SHIPPED;
    let rows = match read(&mut bytes, options) {
        Ok((_, rows, _)) => rows,
        Err(error) => {
            // A test keeps a damaged register from being shipped.
            tracing::error!(%error, "the register that comes with the program cannot be read");
            return Ok(false);
        }
    };
    let rows = rows.into_iter().filter_map(|(row, of)| Some((row, of.ok()?))).collect();
    let laid = laid(chance, c, rows, options, date, &mut Lines::default()).await?;
    write(c, &laid).await?;
    // What was read before must not be laid over what comes with the program.
    for of in laid.read() {
        register::forget_imports(c, of).await?;
    }
    Ok(true)
}

/// A list on record, with how old it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListLine {
    /// Whose law, what it declares, for which day.
    pub list: RegisterList,
    /// Days since.
    pub age: i64,
    /// Bodies that it names, or an older one did.
    pub entries: usize,
    /// Of these, how many the newest list does not name any more.
    pub gone: usize,
}

/// A donor that may be a body of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The donor.
    pub donor: DonorId,
    /// Its name.
    pub name: String,
    /// The row of the register.
    pub entry: RegisterEntry,
    /// Why it is thought of, or what was decided.
    pub grounds: Grounds,
}

/// The registers, what waits for a decision and what was decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Registers {
    /// The lists on record.
    pub lists: Vec<ListLine>,
    /// What waits for a decision.
    pub open: Vec<Proposal>,
    /// Donors that are designated by their names or by a decision, and those that a decision cleared.
    pub known: Vec<Proposal>,
    /// The bodies that the search finds.
    pub entries: Page<RegisterEntry>,
    /// Whether the actor may decide and bring in lists.
    pub keeps: bool,
}

fn lines(services: &Services) -> Vec<ListLine> {
    let (knowledge, today) = (services.knowledge(), services.today());
    let entries = knowledge.standings.entries();
    let line = |list: &RegisterList| {
        let here = |entry: &&RegisterEntry| {
            (entry.designation.country, entry.designation.kind) == (list.country, list.kind)
        };
        ListLine {
            list: *list,
            age: list.age(today),
            entries: entries.clone().filter(here).count(),
            gone: entries.clone().filter(here).filter(|entry| entry.gone_since.is_some()).count(),
        }
    };
    knowledge.standings.lists().iter().map(line).collect()
}

/// The registers on record.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever has no account.
pub fn registers(
    services: &Services,
    actor: &Actor,
    words: &str,
    page: u32,
) -> Result<Registers, Failure> {
    actor.somebody()?;
    let knowledge = services.knowledge();
    let (mut open, mut known) = (Vec::new(), Vec::new());
    for donor in knowledge.donors() {
        for found in knowledge.standings.all_of(donor.id) {
            let proposal = Proposal {
                donor: donor.id,
                name: donor.name.clone(),
                entry: RegisterEntry::clone(&found.entry),
                grounds: found.grounds,
            };
            let of = if found.grounds == Grounds::Undecided { &mut open } else { &mut known };
            of.push(proposal);
        }
    }
    let words = crate::projects::folded_words(words);
    let entries: Vec<RegisterEntry> = knowledge
        .standings
        .entries()
        .filter(|entry| {
            let names = entry.designation.names().map(fold).collect::<Vec<_>>().join(" ");
            words.iter().all(|word| names.contains(word.as_str()))
        })
        .cloned()
        .collect();
    Ok(Registers {
        lists: lines(services),
        open,
        known,
        entries: Page::of(&entries, page),
        keeps: actor.reader().keeps_calls(),
    })
}

/// Whether a donor is a body that a register names: `None` takes an earlier answer back.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls, [`Failure::NotFound`].
pub async fn decide(
    services: &Services,
    actor: &Actor,
    donor: DonorId,
    entry: EntryId,
    is_it: Option<bool>,
) -> Result<(), Failure> {
    actor.keeps()?;
    let transaction = services.begin().await?;
    let donors = store::donors::all(&transaction).await?;
    let entries = register::entries(&transaction, None).await?;
    if !donors.iter().any(|one| one.id == donor) || !entries.iter().any(|one| one.id == entry) {
        return Err(Failure::NotFound);
    }
    within_demonstration(&transaction, actor, donor).await?;
    match is_it {
        Some(is_it) => {
            let (by, at) = (actor.account(), services.now());
            let decision = register::Decision { donor, entry, is_it, by, at };
            register::decide(&transaction, &decision).await?;
        }
        None => register::undecide(&transaction, donor, entry).await?,
    }
    let act = actor.does(
        services,
        match is_it {
            Some(true) => "donor_designated",
            Some(false) => "donor_cleared",
            None => "donor_undecided",
        },
    );
    services.record(&transaction, act, "donor", donor.uuid(), None).await?;
    services.commit(transaction, News::Calls).await
}

/// By which registers donors are checked for people in a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The country.
    pub country: Country,
    /// Its registers on record, with their age in days; none, and nobody was checked.
    pub lists: Vec<(RegisterList, i64)>,
}

/// By which registers donors were checked for people in some countries, and how many of the donors wait
/// for a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// For each country.
    pub countries: Vec<Checked>,
    /// Donors of whom nobody has decided yet whether they are a body that one of these registers names.
    pub undecided: usize,
}

/// By which registers donors are checked for people in these countries.
pub(crate) fn check(services: &Services, people_inside: &[Country]) -> Check {
    let (knowledge, today) = (services.knowledge(), services.today());
    let lists = knowledge.standings.lists();
    let countries = people_inside.iter().map(|country| Checked {
        country: *country,
        lists: lists
            .iter()
            .filter(|list| list.country == *country)
            .map(|list| (*list, list.age(today)))
            .collect(),
    });
    let undecided = knowledge.donors().into_iter().filter(|donor| {
        knowledge.standings.of(donor.id).any(|found| {
            found.grounds == Grounds::Undecided
                && people_inside.contains(&found.entry.designation.country)
        })
    });
    Check { countries: countries.collect(), undecided: undecided.count() }
}
