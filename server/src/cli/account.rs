//! `waxwing account` and `waxwing audit`

use std::io::Read as _;

use serde_json::json;
use service::{
    Actor, Failure, accounts,
    trail::{self, Broken, Holds},
};

use super::{CliError, Output, open_existing, open_plain, open_without_trail};
use crate::config::Config;

#[derive(Debug, clap::Subcommand)]
pub(super) enum Account {
    /// Make an account; the password is read from standard input, so that it stays out of histories
    Create(Create),
}

#[derive(Debug, clap::Args)]
pub(super) struct Create {
    /// The name its person signs in with
    #[arg(long)]
    name: String,
    /// Operates the server
    #[arg(long)]
    admin: bool,
    /// Studies the sector
    #[arg(long)]
    analyst: bool,
}

#[derive(Debug, clap::Subcommand)]
pub(super) enum Audit {
    /// Check that no entry of the trail was changed or removed since it was written
    Verify,
    /// Go on with a new key or anchor where the old one is lost; the trail says so
    Anew,
}

/// A refusal in a sentence.
fn refused(failure: Failure) -> CliError {
    let Failure::Invalid(problems) = &failure else { return failure.into() };
    let says = problems.iter().map(|problem| match (problem.field, problem.problem) {
        ("name", "taken") => "there is an account of this name".to_owned(),
        ("name", "looks_taken") => "there is an account of a name that looks like this".to_owned(),
        ("name", "invisible") => "the name holds characters that nobody sees".to_owned(),
        (_, "password_short") => {
            format!("the password needs at least {} characters", accounts::PASSWORD_LEAST)
        }
        (_, "password_weak") => "the password would be guessed soon".to_owned(),
        (field, problem) => format!("{field}: {}", problem.replace('_', " ")),
    });
    CliError::Other(says.collect::<Vec<_>>().join("; "))
}

pub(super) async fn run(config: &Config, command: &Account) -> Result<Output, CliError> {
    let Account::Create(new) = command;
    let mut password = String::new();
    std::io::stdin()
        .take(u64::try_from(accounts::PASSWORD_MOST).unwrap_or(u64::MAX) + 2)
        .read_to_string(&mut password)
        .map_err(|error| CliError::Other(format!("the password cannot be read: {error}")))?;
    let password = password.trim_end_matches(['\r', '\n']);
    let services = open_plain(config).await?;
    let rights = (new.admin, new.analyst);
    let id = accounts::create(&services, &Actor::operator(), &new.name, password, rights)
        .await
        .map_err(refused)?;
    Ok(Output::new(
        format!("The account “{}” is made.", new.name),
        json!({ "account": id.to_string(), "admin": new.admin, "analyst": new.analyst }),
    ))
}

pub(super) async fn audit(config: &Config, command: &Audit) -> Result<Output, CliError> {
    match command {
        Audit::Verify => verify(config).await,
        Audit::Anew => {
            let services = open_without_trail(config).await?;
            let place = config.trail_place()?;
            trail::begin_anew(&services, &Actor::operator(), &place).await?;
            // Opened as by any command: what was just begun holds.
            services.with_trail(place).await?;
            Ok(Output::new(
                "The trail goes on with what is there; it says so itself.",
                json!({ "anew": true }),
            ))
        }
    }
}

async fn verify(config: &Config) -> Result<Output, CliError> {
    let services = open_existing(config, false).await?;
    let Holds { entries, removed, newer, lost } =
        match trail::verify(&services, &Actor::operator()).await? {
            Ok(holds) => holds,
            Err(broken) => return Err(CliError::Other(says(broken))),
        };
    let mut words = format!("The trail holds: {} entries.", entries - removed);
    if removed > 0 {
        let more = format!(" The {removed} before them were removed because their time was over.");
        words.push_str(&more);
    }
    if newer > 0 {
        let more = format!(
            " The last {newer} of them were written after the anchor, as when the program was stopped \
             between an act and its anchor."
        );
        words.push_str(&more);
    }
    if lost > 0 {
        let more = format!(
            " Those up to {lost} are signed with a key that is lost: they hang together, and no more \
             can be said of them."
        );
        words.push_str(&more);
    }
    Ok(Output::new(
        words,
        json!({ "entries": entries - removed, "removed": removed, "newer": newer, "lost": lost, "holds": true }),
    ))
}

/// What is wrong with a trail, in a sentence.
fn says(broken: Broken) -> String {
    match broken {
        Broken::Changed(number) => format!("the trail was changed at entry {number}"),
        Broken::Missing(from, to) if from == to => {
            format!("the trail was changed: entry {from} is missing")
        }
        Broken::Missing(from, to) => {
            format!("the trail was changed: entries {from} to {to} are missing")
        }
        Broken::Rewritten(number) => format!(
            "the trail was changed: entry {number} is not the one at which it is anchored; it was written \
             anew from there or from before"
        ),
        Broken::Note => {
            "the trail was changed: what the database says of its keys, or of how much was \
                         removed by age, is not what the program wrote"
                .to_owned()
        }
        Broken::Key => {
            "the key of the trail is not the one that the database knows: nothing can be said"
                .to_owned()
        }
        Broken::Anchor => {
            "the anchor of the trail is not there, or damaged: entries may have been cut \
                           off; see `waxwing audit anew`"
                .to_owned()
        }
    }
}
