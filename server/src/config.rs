//! One typed configuration, from defaults, a file and the environment, in this order.
//!
//! The only place that reads the environment: `WAXWING_DATABASE`, `WAXWING_LISTEN` and so on.
//! Printed defaults are compared with `server/defaults.toml` by a test.

use std::{
    fs::File,
    io::{BufRead as _, BufReader, Read as _},
    net::SocketAddr,
    path::{Path, PathBuf},
};

use chrono::TimeDelta;
use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};
use service::{
    Key, Settings,
    accounts::Hidden,
    keys::{self, KeyFailure},
};

/// Everything that can be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Address of the database: `sqlite://FILE` or `postgres://USER@HOST/NAME`.
    pub database: String,
    /// File of the key with which the database is encrypted, made by `waxwing key create`; empty: it
    /// is not encrypted. Needs a program built with the feature `sqlcipher`.
    pub key_file: PathBuf,
    /// Where the server listens. Beyond loopback only once there is an admin.
    pub listen: SocketAddr,
    /// Names under which browsers reach the server, besides those of this machine itself: the host
    /// of a TLS proxy, an onion service. Requests under other names are not answered.
    pub hosts: Vec<String>,
    /// Where "leave quickly" leads.
    pub exit: String,
    /// How many hours a project waits before donors or everyone see it.
    pub publish_delay_hours: u16,
    /// How many days entries of the audit trail are kept.
    pub keep_trail_days: u16,
    /// How many days it is kept which account imported a file.
    pub keep_imports_days: u16,
    /// Folder of the browser bundle, made by `make bundle`.
    pub site: PathBuf,
    /// What is logged, as directives of the `tracing` family: `warn`, `info`, `waxwing=debug`.
    pub log: String,
    /// Logs as JSON lines.
    pub log_json: bool,
    /// The longest a request may take, in seconds.
    pub timeout_seconds: u64,
    /// Where the passphrase of the key file is read from: a file, or standard input. Only an option
    /// of the command line: neither a setting nor the environment holds a secret.
    #[serde(skip)]
    pub passphrase_file: Option<PathBuf>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            database: "sqlite://waxwing.sqlite".to_owned(),
            key_file: PathBuf::new(),
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            hosts: Vec::new(),
            exit: "https://www.wikipedia.org/".to_owned(),
            publish_delay_hours: 24,
            keep_trail_days: 730,
            keep_imports_days: 365,
            site: PathBuf::from("target/site"),
            log: "warn".to_owned(),
            log_json: false,
            timeout_seconds: 30,
            passphrase_file: None,
        }
    }
}

/// A configuration that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A value is missing or of the wrong kind.
    #[error("the configuration cannot be read: {0}")]
    Unreadable(Box<figment::Error>),
    /// The server would be reachable from other machines with nobody to answer for it.
    #[error(
        "{0} is not a loopback address: listen on this machine only until there is an admin (waxwing account create, or the one-time link that waxwing serve prints)"
    )]
    NotLoopback(SocketAddr),
}

impl Config {
    /// Reads defaults, then the file if there is one, then the environment.
    ///
    /// # Errors
    /// [`ConfigError::Unreadable`] naming the setting.
    pub fn read(file: Option<&std::path::Path>) -> Result<Self, ConfigError> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if let Some(file) = file {
            figment = figment.merge(Toml::file_exact(file));
        }
        figment
            .merge(Env::prefixed("WAXWING_"))
            .extract()
            .map_err(|error| ConfigError::Unreadable(Box::new(error)))
    }

    /// Whether the server may listen where it is told to: beyond loopback only with an admin.
    ///
    /// # Errors
    /// [`ConfigError::NotLoopback`].
    pub fn check_listen(&self, has_admin: bool) -> Result<(), ConfigError> {
        if has_admin || self.listen.ip().is_loopback() {
            Ok(())
        } else {
            Err(ConfigError::NotLoopback(self.listen))
        }
    }

    /// The file of the key, when there is one.
    #[must_use]
    pub fn key_file(&self) -> Option<&Path> {
        (!self.key_file.as_os_str().is_empty()).then_some(&*self.key_file)
    }

    /// The passphrase of the key file: the first line of its file or of standard input.
    ///
    /// # Errors
    /// [`std::io::Error`] when it cannot be read.
    pub fn passphrase(&self) -> std::io::Result<Hidden> {
        let mut line = String::new();
        match self.passphrase_file.as_deref() {
            Some(file) if file != Path::new("-") => {
                BufReader::new(File::open(file)?.take(4096)).read_line(&mut line)?
            }
            _ => std::io::stdin().lock().take(4096).read_line(&mut line)?,
        };
        Ok(Hidden::from(line.trim_end_matches(['\r', '\n']).to_owned()))
    }

    /// The key of the database, when it is encrypted.
    ///
    /// # Errors
    /// [`KeyFailure`] when file or passphrase cannot be read, or do not belong together.
    pub fn key(&self) -> Result<Option<Key>, KeyFailure> {
        let Some(file) = self.key_file() else { return Ok(None) };
        let passphrase = self
            .passphrase()
            .map_err(|problem| KeyFailure::File { file: "passphrase".to_owned(), problem })?;
        keys::open(file, &passphrase).map(Some)
    }

    /// What use cases need to know of the settings.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            // Behind a proxy or an onion service whoever asks can say that they asked for localhost.
            demonstration: self.listen.ip().is_loopback() && self.hosts.is_empty(),
            publish_delay: TimeDelta::hours(self.publish_delay_hours.into()),
            keep_trail: TimeDelta::days(self.keep_trail_days.into()),
            keep_imports: TimeDelta::days(self.keep_imports_days.into()),
        }
    }

    /// The settings as they would stand in a file.
    #[must_use]
    pub fn to_toml(&self) -> String {
        toml::to_string_pretty(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Config;

    #[test]
    fn printed_defaults_are_the_committed_ones() {
        assert_eq!(Config::default().to_toml(), include_str!("../defaults.toml"));
    }

    #[test]
    fn a_misspelt_setting_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("waxwing.toml");
        std::fs::write(&file, "databse = \"sqlite://x\"\n").unwrap();
        assert!(Config::read(Some(&file)).unwrap_err().to_string().contains("databse"));
        std::fs::write(&file, "listen = \"127.0.0.1:4000\"\n").unwrap();
        assert_eq!(Config::read(Some(&file)).unwrap().listen.port(), 4000);
    }

    #[test]
    fn the_demonstration_is_for_a_server_that_has_no_name_for_others() {
        let at = |address: &str, hosts: &[&str]| {
            let hosts = hosts.iter().map(|host| (*host).to_owned()).collect();
            let config = Config { listen: address.parse().unwrap(), hosts, ..Config::default() };
            config.settings().demonstration
        };
        assert!(at("127.0.0.1:3000", &[]));
        assert!(!at("127.0.0.1:3000", &["waxwing.example.org"]));
        assert!(!at("0.0.0.0:3000", &[]));
    }

    #[test]
    fn only_loopback_is_listened_on_without_an_admin() {
        let listen = |address: &str| {
            let config = Config { listen: address.parse().unwrap(), ..Config::default() };
            assert!(config.check_listen(true).is_ok());
            config.check_listen(false)
        };
        assert!(listen("127.0.0.1:80").is_ok() && listen("[::1]:80").is_ok());
        assert!(
            listen("0.0.0.0:80").is_err()
                && listen("192.168.1.2:80").is_err()
                && listen("[::]:80").is_err()
        );
    }
}
