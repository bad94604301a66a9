//! `waxwing backup`, `restore`, `key`, `destroy-keys`, `lock`, `unlock` and `tidy`: looking after
//! what is stored.

use std::path::PathBuf;

use serde_json::json;
use service::{Actor, backup, keys, lock, retention};

use super::{CliError, Output, open_existing};
use crate::{config::Config, environment::SystemChance};

#[derive(Debug, clap::Args)]
pub(super) struct Backup {
    /// Folder for a file named after the present moment, or the name of a new file
    #[arg(long, value_name = "PLACE")]
    to: PathBuf,
    /// Public key that may read it (age1…, made by age-keygen on another machine); several are fine
    #[arg(long, required = true, value_name = "KEY")]
    recipient: Vec<String>,
    /// Afterwards remove backups from the folder that are older than so many days
    #[arg(long, value_name = "DAYS")]
    keep_days: Option<u16>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Restore {
    /// The backup
    file: PathBuf,
    /// File with the secret key, as age-keygen wrote it
    #[arg(long, value_name = "FILE")]
    identity: PathBuf,
}

#[derive(Debug, clap::Subcommand)]
pub(super) enum KeyCommand {
    /// Make the key of a new, encrypted database, under a passphrase
    Create,
}

#[derive(Debug, clap::Args)]
pub(super) struct DestroyKeys {
    /// Do it: the database and all its backups can never be read again, by anybody
    #[arg(long)]
    destroy: bool,
}

fn other(error: impl std::fmt::Display) -> CliError {
    CliError::Other(error.to_string())
}

pub(super) async fn backup(config: &Config, command: &Backup) -> Result<Output, CliError> {
    let services = open_existing(config, false).await?;
    let in_folder = command.to.is_dir();
    if command.keep_days.is_some() && !in_folder {
        return Err(CliError::Other("--keep-days needs --to to be a folder".to_owned()));
    }
    let file =
        if in_folder { command.to.join(backup::name(services.now())) } else { command.to.clone() };
    let operator = Actor::operator();
    let size = backup::write(&services, &operator, &config.database, &command.recipient, &file)
        .await
        .map_err(other)?;
    let removed = match command.keep_days {
        Some(days) => backup::remove_old(&services, &command.to, days).map_err(other)?,
        None => Vec::new(),
    };
    Ok(Output::new(
        format!("{}: {size} bytes; {} old backups removed.", file.display(), removed.len()),
        json!({ "file": file, "bytes": size, "removed": removed }),
    ))
}

pub(super) async fn restore(config: &Config, command: &Restore) -> Result<Output, CliError> {
    let key = config.key().map_err(other)?;
    let place = config.trail_place()?;
    backup::read(&config.database, key.as_ref(), &place, &command.file, &command.identity)
        .await
        .map_err(other)?;
    Ok(Output::new(
        "The database is restored. `waxwing audit verify` checks its trail.",
        json!({ "restored": true }),
    ))
}

/// The key file, or why there is none.
fn key_file(config: &Config) -> Result<&std::path::Path, CliError> {
    config.key_file().ok_or_else(|| {
        CliError::Other(
            "no key_file is set: the database is not encrypted by Waxwing, so there is no key"
                .to_owned(),
        )
    })
}

pub(super) fn key(config: &Config, command: &KeyCommand) -> Result<Output, CliError> {
    let KeyCommand::Create = command;
    let file = key_file(config)?;
    let passphrase = config.passphrase().map_err(other)?;
    keys::create(&SystemChance, file, &passphrase).map_err(other)?;
    Ok(Output::new(
        format!("{}: the key of a new database.", file.display()),
        json!({ "file": file }),
    ))
}

pub(super) fn destroy_keys(config: &Config, command: &DestroyKeys) -> Result<Output, CliError> {
    let file = key_file(config)?;
    if !command.destroy {
        return Err(CliError::Other(format!(
            "{}: without this file the database and all its backups can never be read again, by anybody. \
             Destroying evidence may be a crime where the server stands. To do it, add --destroy",
            file.display()
        )));
    }
    keys::destroy(file).map_err(other)?;
    Ok(Output::new("The key is destroyed.", json!({ "destroyed": true })))
}

pub(super) async fn lock(config: &Config) -> Result<Output, CliError> {
    lock::lock(&open_existing(config, false).await?, &Actor::operator()).await?;
    Ok(Output::new(
        "Locked: every session is ended, and every server process stops answering.",
        json!({ "locked": true }),
    ))
}

pub(super) async fn unlock(config: &Config) -> Result<Output, CliError> {
    lock::unlock(&open_existing(config, false).await?, &Actor::operator()).await?;
    Ok(Output::new("Unlocked: start the server again.", json!({ "locked": false })))
}

pub(super) async fn tidy(config: &Config) -> Result<Output, CliError> {
    let services = open_existing(config, false).await?.with(config.settings());
    let removed = retention::apply(&services, &Actor::operator()).await?;
    if removed.broken.is_some() {
        let problem =
            "the audit trail was changed, and none of it was removed: see `waxwing audit verify`";
        return Err(CliError::Other(problem.to_owned()));
    }
    Ok(Output::new(
        format!(
            "Removed {} sessions and {} entries of the trail, forgot who made {} imports.",
            removed.sessions, removed.trail, removed.imports
        ),
        json!({ "sessions": removed.sessions, "trail": removed.trail, "imports": removed.imports }),
    ))
}
