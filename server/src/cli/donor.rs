//! `waxwing donor`

use std::fmt::Write as _;

use chrono::NaiveDate;
use domain::{Country, DonorId, LegalStatusKind};
use serde_json::{Value, json};
use service::{
    Actor, Failure, Services,
    donors::{self, DonorFilter, StatusInput},
    register,
};

use super::{CliError, Output, open};
use crate::config::Config;

#[derive(Debug, clap::Subcommand)]
pub(super) enum Donor {
    /// List donors, where they are designated, and those of whom this is to be decided
    List(List),
    /// Make a donor one with another: its calls and names are the other one's then
    Merge(Merge),
    /// Record what a state declared a donor to be
    Status(Status),
    /// List the registers on record, and what was read last into each
    Registers,
    /// Take back the list that was read last into a register, by mistake. Bodies that only this file
    /// named go, the others are as they were; what persons decided stays
    TakeBack(TakeBack),
}

#[derive(Debug, clap::Args)]
pub(super) struct TakeBack {
    /// Whose law
    #[arg(long)]
    country: Country,
    /// undesirable, extremist, terrorist or `foreign_agent`
    #[arg(long)]
    kind: LegalStatusKind,
}

#[derive(Debug, clap::Args)]
pub(super) struct List {
    /// Words that must occur in one of the names
    words: Vec<String>,
    /// Only those that are designated somewhere, or of whom this is to be decided
    #[arg(long)]
    designated: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Merge {
    /// The donor that is another one, by name or identifier
    donor: String,
    /// The donor that it is
    #[arg(required_unless_present = "undo")]
    into: Option<String>,
    /// Make it a donor of its own again; takes its identifier
    #[arg(long, conflicts_with = "into")]
    undo: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Status {
    /// The donor, by name or identifier
    donor: String,
    /// The country whose law declares it
    #[arg(long)]
    country: Country,
    /// undesirable, extremist, terrorist or `foreign_agent`
    #[arg(long)]
    kind: LegalStatusKind,
    /// Since when
    #[arg(long, required_unless_present = "remove")]
    since: Option<NaiveDate>,
    /// The last day on which it holds, where it was lifted
    #[arg(long)]
    until: Option<NaiveDate>,
    /// Where this is recorded
    #[arg(long, default_value = "", required_unless_present = "remove")]
    source: String,
    /// Number and day of the decision
    #[arg(long, default_value = "")]
    decision: String,
    /// Remove a status that was entered by mistake
    #[arg(long)]
    remove: bool,
}

fn refused(failure: Failure) -> CliError {
    match &failure {
        Failure::Invalid(problems) => {
            let says = problems
                .iter()
                .map(|one| format!("{}: {}", one.field, one.problem.replace('_', " ")));
            CliError::Other(says.collect::<Vec<_>>().join("; "))
        }
        _ => failure.into(),
    }
}

fn find(services: &Services, named: &str) -> Result<DonorId, CliError> {
    if let Ok(id) = named.parse() {
        return Ok(id);
    }
    donors::named(services, named)
        .map_err(|_| CliError::Other(format!("no donor on record has the name “{named}”")))
}

fn list(services: &Services, list: &List) -> Result<Output, CliError> {
    let mut filter =
        DonorFilter { words: list.words.join(" "), designated: list.designated, page: 1 };
    let (mut said, mut rows): (Vec<String>, Vec<Value>) = (Vec::new(), Vec::new());
    loop {
        let page = donors::list(services, &Actor::operator(), &filter).map_err(refused)?;
        for line in page.rows {
            let codes: Vec<&str> = line.designated.iter().map(Country::code).collect();
            let mut words = format!("{} {} ({} calls)", line.id, line.name, line.calls);
            if !codes.is_empty() {
                words.push_str("; designated in ");
                words.push_str(&codes.join(", "));
            }
            if line.undecided {
                words.push_str("; may be designated, to be decided");
            }
            said.push(words);
            rows.push(json!({
                "id": line.id.to_string(), "name": line.name, "calls": line.calls,
                "designated": codes, "undecided": line.undecided,
            }));
        }
        if filter.page >= page.pages {
            break;
        }
        filter.page += 1;
    }
    Ok(Output::new(said.join("\n"), json!({ "donors": rows })))
}

async fn registers(services: &Services) -> Result<Output, CliError> {
    let operator = Actor::operator();
    let found = register::registers(services, &operator, "", 1).map_err(refused)?;
    let undoable = register::undoable(services, &operator).await.map_err(refused)?;
    let (mut said, mut rows): (Vec<String>, Vec<Value>) = (Vec::new(), Vec::new());
    for line in found.lists {
        let (country, kind, date) = (line.list.country, line.list.kind, line.list.date);
        let last = undoable.iter().find(|one| (one.list.country, one.list.kind) == (country, kind));
        let mut words = format!(
            "{}, {}: list of {date}, {} days old, {} bodies, {} no longer named",
            country.code(),
            kind.code(),
            line.age,
            line.entries,
            line.gone,
        );
        if let Some(last) = last {
            let (day, at) = (last.list.date, last.at.date_naive());
            let (new, changed) = (last.new, last.changed);
            // Writing into a string cannot fail.
            let _ = write!(
                words,
                "; read on {at} as the list of {day}: {new} new, {changed} changed; can be taken back"
            );
        }
        said.push(words);
        rows.push(json!({
            "country": country.code(), "kind": kind.code(), "date": date.to_string(),
            "age": line.age, "bodies": line.entries, "gone": line.gone, "can_be_taken_back": last.is_some(),
        }));
    }
    Ok(Output::new(said.join("\n"), json!({ "registers": rows })))
}

pub(super) async fn run(config: &Config, command: &Donor) -> Result<Output, CliError> {
    let services = open(config).await?;
    let actor = Actor::operator();
    match command {
        Donor::List(command) => list(&services, command),
        Donor::Registers => registers(&services).await,
        Donor::TakeBack(TakeBack { country, kind }) => {
            let done = register::take_back(&services, &actor, (*country, *kind), None).await;
            done.map_err(|failure| match failure {
                Failure::NotFound => {
                    CliError::Other("nothing that could be taken back was read into it".to_owned())
                }
                failure => refused(failure),
            })?;
            let json =
                json!({ "taken_back": true, "country": country.code(), "kind": kind.code() });
            Ok(Output::new("The list is taken back.", json))
        }
        Donor::Merge(command) => {
            let id = find(&services, &command.donor)?;
            if let Some(into) = &command.into {
                let into = find(&services, into)?;
                donors::merge(&services, &actor, id, into).await.map_err(refused)?;
                let says = format!("They are one now; to undo it: waxwing donor merge {id} --undo");
                let json = json!({ "merged": id.to_string(), "into": into.to_string() });
                return Ok(Output::new(says, json));
            }
            donors::split(&services, &actor, id).await.map_err(refused)?;
            let json = json!({ "separated": id.to_string() });
            Ok(Output::new("It is a donor of its own again.", json))
        }
        Donor::Status(command) => {
            let id = find(&services, &command.donor)?;
            let (country, kind) = (command.country, command.kind);
            if command.remove {
                let removed = donors::remove_status(&services, &actor, id, country, kind).await;
                removed.map_err(refused)?;
                let json = json!({ "donor": id.to_string(), "removed": true });
                return Ok(Output::new("The status is removed.", json));
            }
            let input = StatusInput {
                jurisdiction: Some(country),
                kind: Some(kind),
                since: command.since,
                until: command.until,
                decision: command.decision.clone(),
                source: command.source.clone(),
            };
            donors::set_status(&services, &actor, id, input).await.map_err(refused)?;
            let json = json!({ "donor": id.to_string(), "recorded": true });
            Ok(Output::new("The status is recorded.", json))
        }
    }
}
