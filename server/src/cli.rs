//! The command line. Each command is one or two use cases and a way of printing what they return.

mod account;
mod donor;
mod import;
mod keep;
mod matching;
mod serve;

use std::{
    path::PathBuf,
    process::ExitCode,
    sync::{Arc, OnceLock},
};

use clap::{Parser, Subcommand};
use serde_json::Value;
use service::{Actor, Services};
use tracing_subscriber::{
    Layer as _, filter::filter_fn, layer::SubscriberExt as _, util::SubscriberInitExt as _,
};

use crate::{
    config::{Config, ConfigError},
    environment::{SystemChance, SystemClock},
};

/// Matches donor calls to projects by substance, never by well-known names.
///
/// Waxwing is a self-hosted application for exile NGOs, independent media, their donors and
/// analysts. To look around: `waxwing demo`, then `waxwing serve`, and open the address it prints.
#[derive(Debug, Parser)]
#[command(name = "waxwing", version, max_term_width = 100)]
pub struct Cli {
    #[arg(
        long,
        global = true,
        value_name = "URL",
        help = "Database: sqlite://FILE or postgres://USER@HOST/NAME [default: sqlite://waxwing.sqlite]"
    )]
    database: Option<String>,
    /// Configuration file (TOML); `waxwing config` prints one with all defaults
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// File whose first line is the passphrase of the key file; - is standard input, the default
    #[arg(long, global = true, value_name = "FILE")]
    passphrase: Option<PathBuf>,
    /// Print one JSON object instead of words
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the application on this machine and print the address
    Serve(serve::Serve),
    /// Bring the database's schema up to date
    Migrate,
    /// Read calls, projects or registers from files; only previews unless --commit is given
    #[command(subcommand)]
    Import(import::Import),
    /// Show the calls that fit a project, with reasons
    Match(matching::Match),
    /// Load the demonstration workspace into an empty database
    Demo(Demo),
    /// Make accounts, for scripted installations
    #[command(subcommand)]
    Account(account::Account),
    /// Look after donors and what states declared them to be
    #[command(subcommand)]
    Donor(donor::Donor),
    /// Write an encrypted backup that only the holder of a secret elsewhere can read
    Backup(keep::Backup),
    /// Make the database from a backup; there must be none at its address yet
    Restore(keep::Restore),
    /// Look after the key of an encrypted database
    #[command(subcommand)]
    Key(keep::KeyCommand),
    /// Make an encrypted database and all its backups unreadable for ever
    DestroyKeys(keep::DestroyKeys),
    /// End every session and stop every server process from answering
    Lock,
    /// Let a locked server answer again when it is next started
    Unlock,
    /// Remove what has been kept for its time; a running server does so every day
    Tidy,
    /// Look after the audit trail
    #[command(subcommand)]
    Audit(account::Audit),
    /// Print the configuration in force, as a file that can be edited
    Config,
}

#[derive(Debug, clap::Args)]
struct Demo {
    /// Remove the demonstration workspace instead
    #[arg(long)]
    remove: bool,
    /// Do nothing and succeed when the database holds records already
    #[arg(long)]
    if_empty: bool,
}

/// Why a command did not succeed, in a sentence for the person who typed it.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The configuration is not usable.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// A use case did not happen.
    #[error("{0}")]
    Failure(#[from] service::Failure),
    /// An import did not happen.
    #[error("{file}: {problem}; nothing was written")]
    Import {
        /// The file.
        file: String,
        /// Why.
        problem: service::imports::ImportFailure,
    },
    /// A file cannot be read.
    #[error("{file}: {problem}")]
    File {
        /// The file.
        file: String,
        /// Why.
        problem: String,
    },
    /// The database cannot be opened.
    #[error("the database cannot be opened: {0}")]
    Database(String),
    /// There is no database, and this is no command that makes one.
    #[error(
        "there is no database of Waxwing at this address, and none was made; see the setting database"
    )]
    NoDatabase,
    /// Key or anchor of the audit trail.
    #[error(transparent)]
    Trail(#[from] service::trail::TrailFailure),
    /// Anything else, said plainly.
    #[error("{0}")]
    Other(String),
}

/// What a command prints.
pub struct Output {
    /// For people.
    words: String,
    /// For programs.
    json: Value,
    /// Whether the command did what was asked in full.
    ok: bool,
}

impl Output {
    fn new(words: impl Into<String>, json: Value) -> Self {
        Self { words: words.into(), json, ok: true }
    }
}

/// The services that the command has opened, to be settled when it is done.
static OPENED: OnceLock<Services> = OnceLock::new();

/// Opens the services over the configured database, which is made where there is none and brought up
/// to date.
async fn open(config: &Config) -> Result<Services, CliError> {
    open_with(config, true).await
}

/// [`open`] for commands that neither match nor show anything: without the index.
async fn open_plain(config: &Config) -> Result<Services, CliError> {
    open_with(config, false).await
}

/// Opens the services over a database that is there. Only commands that fill a database make one: for
/// any other, an address without one is a mistake.
async fn open_existing(config: &Config, index: bool) -> Result<Services, CliError> {
    open_with_key(config, index, existing(config).await?).await
}

/// [`open_existing`] for what sees to a trail whose key or anchor is lost.
async fn open_without_trail(config: &Config) -> Result<Services, CliError> {
    connect(config, false, existing(config).await?).await
}

/// The key of a database that is there.
async fn existing(config: &Config) -> Result<Option<service::Key>, CliError> {
    let key = config.key().map_err(|error| CliError::Other(error.to_string()))?;
    let there = service::backup::is_there(&config.database, key.as_ref()).await;
    if there.map_err(|error| CliError::Database(error.to_string()))? {
        Ok(key)
    } else {
        Err(CliError::NoDatabase)
    }
}

async fn open_with(config: &Config, index: bool) -> Result<Services, CliError> {
    let key = config.key().map_err(|error| CliError::Other(error.to_string()))?;
    open_with_key(config, index, key).await
}

async fn open_with_key(
    config: &Config,
    index: bool,
    key: Option<service::Key>,
) -> Result<Services, CliError> {
    let place = config.trail_place()?;
    let services = connect(config, index, key).await?.with_trail(place).await?;
    // Only the first is settled: a command opens one.
    let _ = OPENED.set(services.clone());
    Ok(services)
}

async fn connect(
    config: &Config,
    index: bool,
    key: Option<service::Key>,
) -> Result<Services, CliError> {
    let (clock, chance) = (Arc::new(SystemClock), Arc::new(SystemChance));
    let services = if index {
        Services::connect(&config.database, key.as_ref(), clock, chance).await
    } else {
        Services::connect_without_index(&config.database, key.as_ref(), clock, chance).await
    };
    services.map_err(|error| CliError::Database(error.to_string()))
}

async fn demo(config: &Config, demo: &Demo) -> Result<Output, CliError> {
    if demo.remove {
        let services = open_existing(config, false).await?;
        service::demo::remove(&services, &Actor::operator()).await?;
        return Ok(Output::new(
            "The demonstration workspace is removed.",
            serde_json::json!({ "removed": true }),
        ));
    }
    let services = open_plain(config).await?;
    match service::demo::load(&services, &Actor::operator()).await {
        Ok(loaded) => Ok(Output::new(
            format!(
                "Loaded {} donors, {} organisations, {} calls and {} projects, all invented.",
                loaded.donors, loaded.organisations, loaded.calls, loaded.projects
            ),
            serde_json::json!({
                "donors": loaded.donors, "organisations": loaded.organisations,
                "calls": loaded.calls, "projects": loaded.projects,
            }),
        )),
        Err(service::Failure::Forbidden) if demo.if_empty => Ok(Output::new(
            "The database holds records already; nothing was loaded.",
            serde_json::json!({ "loaded": false }),
        )),
        Err(service::Failure::Forbidden) => Err(CliError::Other(
            "the database holds records already: the demonstration is for an empty one".to_owned(),
        )),
        Err(other) => Err(other.into()),
    }
}

async fn run(cli: Cli) -> Result<Output, CliError> {
    let mut config = Config::read(cli.config.as_deref())?;
    if let Some(database) = cli.database {
        config.database = database;
        config.sources.insert("database", COMMAND_LINE.to_owned());
    }
    config.passphrase_file = cli.passphrase;
    if !matches!(cli.command, Command::Config) {
        config.check()?;
    }
    start_log(&config);
    match cli.command {
        Command::Serve(command) => serve::run(config, &command).await,
        Command::Migrate => {
            open_existing(&config, false).await?;
            Ok(Output::new("The database is up to date.", serde_json::json!({ "migrated": true })))
        }
        Command::Import(command) => Box::pin(import::run(&config, &command, cli.json)).await,
        Command::Match(command) => Box::pin(matching::run(&config, &command)).await,
        Command::Demo(command) => Box::pin(demo(&config, &command)).await,
        Command::Account(command) => account::run(&config, &command).await,
        Command::Donor(command) => Box::pin(donor::run(&config, &command)).await,
        Command::Audit(command) => account::audit(&config, &command).await,
        Command::Backup(command) => Box::pin(keep::backup(&config, &command)).await,
        Command::Restore(command) => Box::pin(keep::restore(&config, &command)).await,
        Command::Key(command) => keep::key(&config, &command),
        Command::DestroyKeys(command) => keep::destroy_keys(&config, &command),
        Command::Lock => keep::lock(&config).await,
        Command::Unlock => keep::unlock(&config).await,
        Command::Tidy => keep::tidy(&config).await,
        Command::Config => {
            let json = serde_json::to_value(&config).unwrap_or_default();
            Ok(Output::new(config.to_toml().trim_end(), json))
        }
    }
}

/// Where a setting comes from that was given as an option.
const COMMAND_LINE: &str = "from the command line";

/// Starts logging to standard error. That the directives can be read was checked before.
fn start_log(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::new(&config.log);
    let log = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let log = if config.log_json { log.json().boxed() } else { log.boxed() };
    let own = filter_fn(|event| {
        let of = event.target().split("::").next().unwrap_or_default();
        LOGGED.contains(&of)
    });
    // A second start in one process, as in tests, keeps the first log.
    let _ =
        tracing_subscriber::registry().with(log.with_filter(filter).with_filter(own)).try_init();
}

/// Whose events are logged: ours and the steps of the schema. Libraries of the network log the
/// addresses of visitors at their finer levels, so none of them is heard at any (`safety.md` T1).
pub(crate) const LOGGED: [&str; 11] = [
    "app",
    "domain",
    "exchange",
    "matching",
    "migrations",
    "reading",
    "sea_orm_migration",
    "server",
    "service",
    "store",
    "waxwing",
];

/// Prints a line. Whoever reads it may have read enough, as `head` has.
fn say(line: &impl std::fmt::Display) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Runs the program.
pub async fn main() -> ExitCode {
    // Databases, journals, backups and keys are for whoever runs the program, and for nobody else.
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let cli = Cli::parse();
    let json = cli.json;
    let done = Box::pin(run(cli)).await;
    if let Some(services) = OPENED.get() {
        services.anchor_written().await;
    }
    match done {
        Ok(output) => {
            if json {
                say(&output.json);
            } else if !output.words.is_empty() {
                say(&output.words);
            }
            if output.ok { ExitCode::SUCCESS } else { ExitCode::from(2) }
        }
        Err(error) => {
            if json {
                say(&serde_json::json!({ "error": error.to_string() }));
            } else {
                eprintln!("waxwing: {error}");
            }
            // What is to be set right in the settings is told from what did not happen.
            if matches!(error, CliError::Config(_)) { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
