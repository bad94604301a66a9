//! `waxwing account` and `waxwing audit`

use std::io::Read as _;

use serde_json::json;
use service::{Actor, Failure, accounts, trail};

use super::{CliError, Output, open_plain};
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
    let Audit::Verify = command;
    let services = open_plain(config).await?;
    match trail::verify(&services, &Actor::operator()).await? {
        Ok(entries) => Ok(Output::new(
            format!("The trail holds: {entries} entries."),
            json!({ "entries": entries, "holds": true }),
        )),
        Err(broken) => {
            Err(CliError::Other(format!("the trail was changed at entry {}", broken.number)))
        }
    }
}
