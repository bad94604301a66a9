//! Donors: who they are, what states declared them to be, and which of them are one.

use chrono::NaiveDate;
use domain::{
    Country, Donor, DonorId, DonorKind, LegalStatus, LegalStatusKind, fold::fold,
    fold::is_invisible,
};
use serde::Serialize;
use store::ConnectionTrait;

use crate::{
    Actor, Failure, FieldProblem, Page, Services,
    calls::{self, CallSort, CallSummary, DonorView},
    knowledge::{CallFacts, Gate, Knowledge},
    projects::folded_words,
    register::{Check, Proposal, is_far_ahead},
    seen,
    services::News,
    standing::DonorNames,
};

/// The most bytes of a name.
pub const NAME_LIMIT: usize = 500;
/// The most other names.
pub const ALIASES: usize = 100;
/// The most bytes of a source or a decision.
pub const WORDS_LIMIT: usize = 4096;

/// A row of the list of donors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DonorLine {
    /// Identifier.
    pub id: DonorId,
    /// Name.
    pub name: String,
    /// Sort of body.
    pub kind: Option<DonorKind>,
    /// Seat.
    pub country: Option<Country>,
    /// How many of its calls the actor may be shown.
    pub calls: usize,
    /// How many of its calls are left out.
    pub withheld: usize,
    /// Where it is designated today, itself or by those whose money it passes on.
    pub designated: Vec<Country>,
    /// Whether a person has yet to decide if it is a body that a register names.
    pub undecided: bool,
}

/// What the list of donors is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DonorFilter {
    /// Words that must all occur in one of its names.
    pub words: String,
    /// Those designated somewhere, or undecided, only.
    pub designated: bool,
    /// Page, from 1.
    pub page: u32,
}

/// A donor with everything around it.
#[derive(Clone, Debug, PartialEq)]
pub struct DonorDetails {
    /// Its own record: name, other names, what was entered about it. Names and statuses of donors that are
    /// one with it are among them.
    pub donor: Donor,
    /// As shown beside a call: with what registers say, and what is inherited.
    pub view: DonorView,
    /// Whose money it passes on.
    pub parent: Option<(DonorId, String)>,
    /// Who passes on its money.
    pub regrantors: Vec<(DonorId, String)>,
    /// Donors that are one with it.
    pub merged: Vec<(DonorId, String)>,
    /// Rows of registers that it is, may be, or is not by a decision.
    pub register: Vec<Proposal>,
    /// By which registers it was checked.
    pub check: Check,
    /// Its calls, as far as the actor may be shown them.
    pub calls: Page<CallSummary>,
    /// How many of its calls are left out.
    pub withheld: usize,
    /// Whether the actor may change it.
    pub keeps: bool,
}

/// What a person writes about a donor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DonorInput {
    /// Name.
    pub name: String,
    /// Other names and acronyms.
    pub aliases: Vec<String>,
    /// Sort of body.
    pub kind: Option<DonorKind>,
    /// Seat.
    pub country: Option<Country>,
    /// Whose money it passes on.
    pub parent: Option<DonorId>,
}

/// What a person writes about a legal status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusInput {
    /// The country whose law declares it.
    pub jurisdiction: Option<Country>,
    /// What was declared.
    pub kind: Option<LegalStatusKind>,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// The last day on which it holds.
    pub until: Option<NaiveDate>,
    /// Number and day of the decision.
    pub decision: String,
    /// Where this is recorded.
    pub source: String,
}

fn calls_of<'a>(
    knowledge: &'a Knowledge,
    calls: impl Iterator<Item = &'a CallFacts>,
    id: DonorId,
) -> Vec<&'a CallFacts> {
    calls.filter(|facts| knowledge.one(facts.donor) == id).collect()
}

/// Donors, by name.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever has no account.
pub fn list(
    services: &Services,
    actor: &Actor,
    filter: &DonorFilter,
) -> Result<Page<DonorLine>, Failure> {
    actor.somebody()?;
    let (knowledge, today) = (services.knowledge(), services.today());
    let shown = knowledge.through(&Gate::of_actor(&knowledge, actor), today);
    let mut calls: std::collections::HashMap<DonorId, usize> = std::collections::HashMap::new();
    let mut withheld = calls.clone();
    for facts in shown.calls() {
        *calls.entry(knowledge.one(facts.donor)).or_default() += 1;
    }
    for facts in shown.withheld() {
        *withheld.entry(knowledge.one(facts.donor)).or_default() += 1;
    }
    let words = folded_words(&filter.words);
    let lines: Vec<DonorLine> = knowledge
        .donors()
        .into_iter()
        .filter(|donor| {
            let names: Vec<String> =
                std::iter::once(&donor.name).chain(&donor.aliases).map(|name| fold(name)).collect();
            words.iter().all(|word| names.iter().any(|name| name.contains(word.as_str())))
        })
        .map(|donor| {
            let statuses = knowledge.donor_view(donor.id).statuses;
            let mut designated: Vec<Country> = statuses
                .iter()
                .filter(|line| line.status.holds_on(today) && !line.is_undecided())
                .map(|line| line.status.jurisdiction)
                .collect();
            designated.sort_unstable();
            designated.dedup();
            DonorLine {
                id: donor.id,
                name: donor.name.clone(),
                kind: donor.kind,
                country: donor.country,
                calls: calls.get(&donor.id).copied().unwrap_or(0),
                withheld: withheld.get(&donor.id).copied().unwrap_or(0),
                designated,
                undecided: statuses.iter().any(calls::StatusLine::is_undecided),
            }
        })
        .filter(|line| !filter.designated || line.undecided || !line.designated.is_empty())
        .collect();
    Ok(Page::of(&lines, filter.page))
}

/// One donor.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever has no account, [`Failure::NotFound`].
pub fn get(
    services: &Services,
    actor: &Actor,
    id: DonorId,
    page: u32,
) -> Result<DonorDetails, Failure> {
    actor.somebody()?;
    let (knowledge, today) = (services.knowledge(), services.today());
    let donor = knowledge.donor(id).ok_or(Failure::NotFound)?;
    let named = |id: DonorId| Some((id, knowledge.donor(id)?.name.clone()));
    let shown = knowledge.through(&Gate::of_actor(&knowledge, actor), today);
    let mut calls = calls_of(&knowledge, shown.calls(), donor.id);
    let now = services.now();
    calls::sort(&mut calls, CallSort::Closing, &std::collections::HashMap::new(), now);
    let summaries: Vec<CallSummary> =
        calls.into_iter().map(|facts| knowledge.summary(facts, now)).collect();
    let register = knowledge.standings.all_of(donor.id).map(|found| Proposal {
        donor: donor.id,
        name: donor.name.clone(),
        entry: domain::RegisterEntry::clone(&found.entry),
        grounds: found.grounds,
    });
    let countries: Vec<Country> =
        knowledge.standings.lists().iter().map(|list| list.country).collect();
    Ok(DonorDetails {
        donor: donor.clone(),
        view: knowledge.donor_view(donor.id),
        parent: donor.parent.map(|id| knowledge.one(id)).and_then(named),
        regrantors: knowledge
            .donors()
            .into_iter()
            .filter(|other| other.parent.is_some_and(|parent| knowledge.one(parent) == donor.id))
            .map(|other| (other.id, other.name.clone()))
            .collect(),
        merged: knowledge.merged_into(donor.id),
        register: register.collect(),
        check: crate::register::check(services, &countries),
        withheld: calls_of(&knowledge, shown.withheld(), donor.id).len(),
        calls: Page::of(&summaries, page),
        keeps: actor.reader().keeps_calls(),
    })
}

/// Names of all donors for a choice, by name.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls.
pub fn choices(services: &Services, actor: &Actor) -> Result<Vec<(DonorId, String)>, Failure> {
    actor.keeps()?;
    let knowledge = services.knowledge();
    Ok(knowledge.donors().into_iter().map(|donor| (donor.id, donor.name.clone())).collect())
}

/// A donor as a person wrote it, for the form that changes it.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls, [`Failure::NotFound`].
pub async fn written(
    services: &Services,
    actor: &Actor,
    id: DonorId,
) -> Result<DonorInput, Failure> {
    actor.keeps()?;
    let donors = store::donors::all(services.db.reads()).await?;
    let donor = donors.into_iter().find(|donor| donor.id == id).ok_or(Failure::NotFound)?;
    Ok(DonorInput::of(&donor))
}

impl DonorInput {
    /// What is on record of a donor.
    fn of(donor: &Donor) -> Self {
        let Donor { name, aliases, kind, country, parent, .. } = donor.clone();
        Self { name, aliases, kind, country, parent }
    }
}

/// Whether a name can be read: it has letters, and nothing in it hides.
fn name_problem(name: &str) -> Option<&'static str> {
    if name.trim().is_empty() {
        Some("missing")
    } else if name.len() > NAME_LIMIT {
        Some("too_long")
    } else if name.chars().any(|c| c.is_control() || is_invisible(c)) {
        Some("hidden_signs")
    } else if !name.chars().any(char::is_alphanumeric) {
        Some("no_letters")
    } else {
        None
    }
}

fn cleaned(input: &DonorInput) -> DonorInput {
    let one_line = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = one_line(&input.name);
    let mut seen = vec![fold(&name)];
    let mut aliases: Vec<String> = input.aliases.iter().map(|name| one_line(name)).collect();
    aliases.retain(|alias| {
        let folded = fold(alias);
        let new = !alias.is_empty() && !seen.contains(&folded);
        seen.push(folded);
        new
    });
    DonorInput { name, aliases, ..input.clone() }
}

/// What is wrong with an input, beside the donors on record.
fn check(input: &DonorInput, me: Option<DonorId>, donors: &[Donor]) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    let mut wrong = |field, problem| found.push(FieldProblem { field, problem });
    if let Some(problem) = name_problem(&input.name) {
        wrong("name", problem);
    }
    if input.aliases.len() > ALIASES {
        wrong("aliases", "too_many");
    } else if let Some(problem) = input.aliases.iter().find_map(|alias| name_problem(alias)) {
        wrong("aliases", problem);
    }
    let others: Vec<Donor> = donors.iter().filter(|one| Some(one.id) != me).cloned().collect();
    let taken = DonorNames::of(&others);
    if taken.find(&input.name).is_some() {
        wrong("name", "donor_taken");
    }
    if input.aliases.iter().any(|alias| taken.find(alias).is_some()) {
        wrong("aliases", "donor_taken");
    }
    // Whose money is passed on must not be its own again.
    let mut next = input.parent;
    for _ in 0..=donors.len() {
        let Some(id) = next else { break };
        if Some(id) == me {
            wrong("parent", "circle");
            break;
        }
        let Some(donor) = donors.iter().find(|one| one.id == id) else {
            wrong("parent", "unknown");
            break;
        };
        next = donor.parent;
    }
    found
}

/// A name that was typed for a donor and that another one has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The field in which it was typed.
    pub field: &'static str,
    /// The name as typed.
    pub typed: String,
    /// Who has it, and what that one is called.
    pub by: (DonorId, String),
}

/// Which of the names typed for a donor another one has.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls.
pub fn taken(
    services: &Services,
    actor: &Actor,
    input: &DonorInput,
    me: Option<DonorId>,
) -> Result<Vec<Taken>, Failure> {
    actor.keeps()?;
    let knowledge = services.knowledge();
    let me = me.map(|id| knowledge.one(id));
    let others: Vec<Donor> =
        knowledge.donors().into_iter().filter(|one| Some(one.id) != me).cloned().collect();
    let names = DonorNames::of(&others);
    let input = cleaned(input);
    let aliases = input.aliases.iter().map(|alias| ("aliases", alias));
    let found =
        std::iter::once(("name", &input.name)).chain(aliases).filter_map(|(field, typed)| {
            let id = names.find(typed)?;
            Some(Taken { field, typed: typed.clone(), by: (id, names.name(id).to_owned()) })
        });
    Ok(found.collect())
}

async fn note<C: ConnectionTrait>(
    services: &Services,
    actor: &Actor,
    c: &C,
    act: &'static str,
    id: DonorId,
) -> Result<(), Failure> {
    services.record(c, actor.does(services, act), "donor", id.uuid(), None).await
}

/// Adds a donor. The same form sent again answers with the donor that it made.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls, [`Failure::Invalid`].
pub async fn create(
    services: &Services,
    actor: &Actor,
    input: DonorInput,
) -> Result<DonorId, Failure> {
    actor.keeps()?;
    let input = cleaned(&input);
    let transaction = services.begin().await?;
    let donors = store::donors::all(&transaction).await?;
    let mut aliases = input.aliases.clone();
    aliases.sort();
    let same = |donor: &&Donor| {
        donor.name == input.name
            && donor.aliases == aliases
            && (donor.kind, donor.country, donor.parent)
                == (input.kind, input.country, input.parent)
    };
    if let Some(known) = donors.iter().find(same) {
        return Ok(known.id);
    }
    let problems = check(&input, None, &donors);
    if !problems.is_empty() {
        return Err(Failure::Invalid(problems));
    }
    let donor = Donor {
        id: DonorId::from_random(services.chance().bytes()),
        name: input.name,
        aliases: input.aliases,
        kind: input.kind,
        country: input.country,
        parent: input.parent,
        statuses: Vec::new(),
    };
    // What an account of the demonstration makes goes with the demonstration.
    let demonstration = actor.is_demonstration();
    store::donors::insert(&transaction, std::slice::from_ref(&donor), demonstration).await?;
    note(services, actor, &transaction, "donor_created", donor.id).await?;
    services.commit(transaction, News::Calls).await?;
    Ok(donor.id)
}

/// Writes a donor anew; its statuses and calls stay. `state` is what the form was made of: that of
/// [`written`], as [`seen::state_of`] names it.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls, [`Failure::NotFound`], [`Failure::Invalid`], also
/// where somebody else has changed the donor since the form was made.
pub async fn update(
    services: &Services,
    actor: &Actor,
    id: DonorId,
    input: DonorInput,
    state: &str,
) -> Result<(), Failure> {
    actor.keeps()?;
    let input = cleaned(&input);
    let transaction = services.begin().await?;
    let donors = store::donors::all(&transaction).await?;
    let known = donors.iter().find(|donor| donor.id == id).ok_or(Failure::NotFound)?;
    within_demonstration(&transaction, actor, id).await?;
    let merged = store::donors::merged(&transaction).await?;
    // Names of donors that are one with it may be its own.
    let apart: Vec<Donor> =
        donors.iter().filter(|one| merged.get(&one.id) != Some(&id)).cloned().collect();
    let problems = check(&input, Some(id), &apart);
    if !problems.is_empty() {
        return Err(Failure::Invalid(problems));
    }
    let DonorInput { name, mut aliases, kind, country, parent } = input;
    aliases.sort();
    let donor = Donor { name, aliases, kind, country, parent, ..known.clone() };
    // What a form that is sent twice would change is changed already.
    if donor == *known {
        return Ok(());
    }
    seen::unchanged(&seen::state_of(&DonorInput::of(known)), state, "name")?;
    store::donors::update(&transaction, &donor).await?;
    // That it is another body was said of its former names.
    if (&donor.name, &donor.aliases) != (&known.name, &known.aliases) {
        store::register::forget_clearings(&transaction, id).await?;
    }
    note(services, actor, &transaction, "donor_changed", id).await?;
    services.commit(transaction, News::Calls).await
}

/// A status without country, kind, day and source is none: a rumour must not keep anyone from money.
fn status_of(input: &StatusInput, today: NaiveDate) -> Result<LegalStatus, Failure> {
    let mut problems = Vec::new();
    let mut wrong = |field, problem| problems.push(FieldProblem { field, problem });
    if input.jurisdiction.is_none() {
        wrong("jurisdiction", "missing");
    }
    if input.kind.is_none() {
        wrong("status_kind", "missing");
    }
    match input.since {
        None => wrong("since", "missing"),
        Some(since) if is_far_ahead(since, today) => wrong("since", "far_ahead"),
        Some(_) => {}
    }
    if input.since.zip(input.until).is_some_and(|(since, until)| until < since) {
        wrong("until", "before_since");
    }
    let (source, decision) = (input.source.trim(), input.decision.trim());
    if source.chars().filter(|c| c.is_alphanumeric()).count() < 3 {
        wrong("source", if source.is_empty() { "missing" } else { "no_letters" });
    } else if source.len() > WORDS_LIMIT {
        wrong("source", "too_long");
    }
    if decision.len() > WORDS_LIMIT {
        wrong("decision", "too_long");
    }
    match (input.jurisdiction, input.kind, input.since) {
        (Some(jurisdiction), Some(kind), Some(since)) if problems.is_empty() => Ok(LegalStatus {
            jurisdiction,
            kind,
            since,
            source: source.to_owned(),
            decision: Some(decision.to_owned()).filter(|words| !words.is_empty()),
            until: input.until,
        }),
        _ => Err(Failure::Invalid(problems)),
    }
}

/// Records what a state declared a donor to be, in the place of an earlier status of the kind there.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls, [`Failure::NotFound`], [`Failure::Invalid`].
pub async fn set_status(
    services: &Services,
    actor: &Actor,
    id: DonorId,
    input: StatusInput,
) -> Result<(), Failure> {
    actor.keeps()?;
    let status = status_of(&input, services.today())?;
    let transaction = services.begin().await?;
    on_record(&transaction, id).await?;
    within_demonstration(&transaction, actor, id).await?;
    store::donors::put_status(&transaction, id, &status).await?;
    note(services, actor, &transaction, "donor_status_set", id).await?;
    services.commit(transaction, News::Calls).await
}

/// Removes a status that was entered by mistake. One that was lifted keeps its last day instead.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls, [`Failure::NotFound`].
pub async fn remove_status(
    services: &Services,
    actor: &Actor,
    id: DonorId,
    jurisdiction: Country,
    kind: LegalStatusKind,
) -> Result<(), Failure> {
    actor.keeps()?;
    let transaction = services.begin().await?;
    on_record(&transaction, id).await?;
    within_demonstration(&transaction, actor, id).await?;
    let merged = store::donors::merged(&transaction).await?;
    let same = merged.iter().filter(|(_, one)| **one == id).map(|(same, _)| *same);
    for donor in std::iter::once(id).chain(same) {
        store::donors::remove_status(&transaction, donor, jurisdiction, kind).await?;
    }
    note(services, actor, &transaction, "donor_status_removed", id).await?;
    services.commit(transaction, News::Calls).await
}

async fn on_record<C: ConnectionTrait>(c: &C, id: DonorId) -> Result<Vec<Donor>, Failure> {
    let donors = store::donors::all(c).await?;
    if donors.iter().any(|donor| donor.id == id) { Ok(donors) } else { Err(Failure::NotFound) }
}

/// Accounts of the demonstration change what goes with the demonstration, and nothing on which people
/// rely when it is gone.
pub(crate) async fn within_demonstration<C: ConnectionTrait>(
    c: &C,
    actor: &Actor,
    id: DonorId,
) -> Result<(), Failure> {
    if actor.is_demonstration() && !store::donors::is_demonstration(c, id).await? {
        return Err(Failure::Forbidden);
    }
    Ok(())
}

/// Makes a donor one with another: its calls, names and statuses are the other one's from then on.
/// Nothing of it is lost, so that [`split`] undoes it.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls, [`Failure::NotFound`], [`Failure::Invalid`] when they
/// are one already.
pub async fn merge(
    services: &Services,
    actor: &Actor,
    id: DonorId,
    into: DonorId,
) -> Result<(), Failure> {
    actor.keeps()?;
    let transaction = services.begin().await?;
    let donors = on_record(&transaction, id).await?;
    let merged = store::donors::merged(&transaction).await?;
    let unknown = || Failure::Invalid(vec![FieldProblem { field: "into", problem: "unknown" }]);
    let mut end = into;
    for _ in 0..=merged.len() {
        if end == id {
            let problems = vec![FieldProblem { field: "into", problem: "same_donor" }];
            return Err(Failure::Invalid(problems));
        }
        match merged.get(&end) {
            Some(next) => end = *next,
            None => break,
        }
    }
    if merged.contains_key(&id) || !donors.iter().any(|donor| donor.id == end) {
        return Err(unknown());
    }
    within_demonstration(&transaction, actor, id).await?;
    within_demonstration(&transaction, actor, end).await?;
    store::donors::merge(&transaction, id, end, services.now()).await?;
    note(services, actor, &transaction, "donor_merged", id).await?;
    services.commit(transaction, News::Calls).await
}

/// Makes a donor one of its own again.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls, [`Failure::NotFound`] when it is one of its own.
pub async fn split(services: &Services, actor: &Actor, id: DonorId) -> Result<(), Failure> {
    actor.keeps()?;
    let transaction = services.begin().await?;
    if !store::donors::merged(&transaction).await?.contains_key(&id) {
        return Err(Failure::NotFound);
    }
    within_demonstration(&transaction, actor, id).await?;
    store::donors::split(&transaction, id).await?;
    note(services, actor, &transaction, "donor_split", id).await?;
    services.commit(transaction, News::Calls).await
}

/// The donor of a name, for commands: by any of its names.
///
/// # Errors
/// [`Failure::NotFound`].
pub fn named(services: &Services, name: &str) -> Result<DonorId, Failure> {
    let knowledge = services.knowledge();
    let donors: Vec<Donor> = knowledge.donors().into_iter().cloned().collect();
    DonorNames::of(&donors).find(name).ok_or(Failure::NotFound)
}
