//! One typed configuration, from defaults, a file and the environment, in this order.
//!
//! The only place that reads the environment: `WAXWING_DATABASE`, `WAXWING_LISTEN` and so on.
//! Printed defaults are compared with `server/defaults.toml` by a test.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufRead as _, BufReader, Read as _},
    net::SocketAddr,
    path::{Path, PathBuf},
};

use crate::cli::LOGGED;
use chrono::TimeDelta;
use figment::{
    Figment, Source,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};
use service::{
    Key, Settings,
    accounts::Hidden,
    keys::{self, KeyFailure},
    trail::{TrailFailure, TrailPlace},
};
use tracing_subscriber::filter::LevelFilter;
use url::Url;

/// Everything that can be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Address of the database: `sqlite://FILE` or `postgres://USER@HOST/NAME`.
    pub database: String,
    /// File of the key with which the database is encrypted, made by `waxwing key create`; empty: it
    /// is not encrypted. Needs a program built with the feature `sqlcipher`.
    pub key_file: PathBuf,
    /// Folder of the key and the anchor of the audit trail, made at the first start; empty: beside
    /// `key_file`, else beside the file of these settings, else beside the database.
    pub trail_folder: PathBuf,
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
    /// The file that the settings were read from.
    #[serde(skip)]
    pub file: Option<PathBuf>,
    /// Where settings come from that are none of the defaults.
    #[serde(skip)]
    pub sources: BTreeMap<&'static str, String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            database: "sqlite://waxwing.sqlite".to_owned(),
            key_file: PathBuf::new(),
            trail_folder: PathBuf::new(),
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
            file: None,
            sources: BTreeMap::new(),
        }
    }
}

/// A configuration that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A value is missing or of the wrong kind.
    #[error("the configuration cannot be read: {0}")]
    Unreadable(Box<figment::Error>),
    /// A value cannot be used.
    #[error("the setting {setting} ({source_name}) {problem}")]
    Setting {
        /// The setting.
        setting: &'static str,
        /// Where its value comes from.
        source_name: String,
        /// What is wrong with it.
        problem: String,
    },
    /// The server would be reachable from other machines with nobody to answer for it.
    #[error(
        "{0} is not a loopback address: listen on this machine only until there is an admin (waxwing account create, or the one-time link that waxwing serve prints)"
    )]
    NotLoopback(SocketAddr),
}

/// The settings, by name.
const SETTINGS: [&str; 13] = [
    "database",
    "key_file",
    "trail_folder",
    "listen",
    "hosts",
    "exit",
    "publish_delay_hours",
    "keep_trail_days",
    "keep_imports_days",
    "site",
    "log",
    "log_json",
    "timeout_seconds",
];

/// The longest a request may be allowed to take, in seconds.
const TIME_MOST: u64 = 3600;

/// Where a setting comes from; `None` for a default.
fn source(figment: &Figment, setting: &str) -> Option<String> {
    let found = figment.find_metadata(setting)?;
    match &found.source {
        Some(Source::File(file)) => Some(format!("from {}", file.display())),
        _ if found.name.contains("environment") => {
            Some(format!("from the environment, WAXWING_{}", setting.to_uppercase()))
        }
        _ => None,
    }
}

/// Whether browsers could send this as the host they ask, with a port or without.
fn is_host(host: &str) -> bool {
    let read = Url::parse(&format!("http://{host}/"));
    let same = |url: &Url| {
        let name = url.host_str().unwrap_or_default();
        let rest = host.get(name.len()..).unwrap_or_default();
        let port = rest.strip_prefix(':').is_none_or(|port| port.parse::<u16>().is_ok());
        host.to_ascii_lowercase().starts_with(name)
            && (rest.is_empty() || rest.starts_with(':'))
            && port
    };
    // Names are compared as they are: nothing stands for others.
    let exact = !host.contains('*') && !host.starts_with('.');
    exact && read.is_ok_and(|url| same(&url))
}

/// Whether a link may lead there.
fn is_web_address(address: &str) -> bool {
    address.bytes().all(|byte| byte.is_ascii_graphic())
        && Url::parse(address).is_ok_and(|url| {
            matches!(url.scheme(), "http" | "https") && url.has_host() && url.username().is_empty()
        })
}

/// What is wrong with directives of the log.
fn log_problem(log: &str) -> Option<String> {
    if let Err(error) = tracing_subscriber::EnvFilter::try_new(log) {
        return Some(format!("is “{log}”, which cannot be read: {error}"));
    }
    // A word alone is a level or a part of the program: any other would silence the log unseen.
    let known = |word: &str| word.parse::<LevelFilter>().is_ok() || LOGGED.contains(&word);
    let word = log.split(',').map(str::trim).find(|part| {
        let target = part.split(['=', '[']).next().unwrap_or_default();
        !part.is_empty() && !known(target.split("::").next().unwrap_or_default())
    })?;
    Some(format!(
        "holds “{word}”: write a level (error, warn, info, debug, trace, off), or a part of the \
         program and a level, as in waxwing=debug"
    ))
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
        let figment = figment.merge(Env::prefixed("WAXWING_"));
        let read: Self =
            figment.extract().map_err(|error| ConfigError::Unreadable(Box::new(error)))?;
        let source = |setting: &'static str| Some((setting, source(&figment, setting)?));
        let sources = SETTINGS.into_iter().filter_map(source).collect();
        Ok(Self { file: file.map(Path::to_owned), sources, ..read })
    }

    /// A setting that cannot be used, and where its value comes from.
    fn wrong(&self, setting: &'static str, problem: impl Into<String>) -> ConfigError {
        let source = self.sources.get(setting).map_or("the default", String::as_str);
        ConfigError::Setting { setting, source_name: source.to_owned(), problem: problem.into() }
    }

    /// Whether every setting can be used, before anything is done with one.
    ///
    /// # Errors
    /// [`ConfigError::Setting`] naming the first that cannot.
    pub fn check(&self) -> Result<(), ConfigError> {
        if let Err(error) = TrailPlace::new(Path::new("."), &self.database) {
            return Err(self.wrong("database", format!("cannot be used: {error}")));
        }
        if !self.trail_folder.as_os_str().is_empty() && !self.trail_folder.is_dir() {
            let folder = self.trail_folder.display();
            return Err(self.wrong("trail_folder", format!("names no folder: {folder}")));
        }
        if let Some(host) = self.hosts.iter().find(|host| !is_host(host)) {
            let says = "holds “{}”, which is no name of a host: write it as a browser sends it, \
                        like waxwing.example.org, without http:// and without a path";
            return Err(self.wrong("hosts", says.replace("{}", host)));
        }
        if !is_web_address(&self.exit) {
            let says = "must be an http:// or https:// address, without a name and password";
            return Err(self.wrong("exit", says));
        }
        if self.keep_trail_days == 0 {
            return Err(self.wrong("keep_trail_days", "is 0: keep the trail for a day at least"));
        }
        if !(1..=TIME_MOST).contains(&self.timeout_seconds) {
            let says = format!(
                "is {}: a request may take from 1 to {TIME_MOST} seconds",
                self.timeout_seconds
            );
            return Err(self.wrong("timeout_seconds", says));
        }
        if let Some(problem) = log_problem(&self.log) {
            return Err(self.wrong("log", problem));
        }
        Ok(())
    }

    /// Whether what a server needs beside its database is there.
    ///
    /// # Errors
    /// [`ConfigError::Setting`] naming `site` when the browser bundle is not there.
    pub fn check_site(&self) -> Result<(), ConfigError> {
        if self.site.join("pkg").is_dir() {
            return Ok(());
        }
        let says = format!(
            "names {}, where there is no browser bundle (`make bundle` makes one)",
            self.site.display()
        );
        Err(self.wrong("site", says))
    }

    /// Refuses a browser bundle that was built for another program: every page would come without its
    /// style. `sheet` is the address of the style sheet that pages name.
    ///
    /// # Errors
    /// [`ConfigError`] naming `site`.
    pub fn check_bundle(&self, sheet: &str) -> Result<(), ConfigError> {
        if self.site.join(sheet.trim_start_matches('/')).is_file() {
            return Ok(());
        }
        let says = format!(
            "names {}, where {sheet} is missing: program and browser bundle were built apart, or \
             hash.txt does not lie beside the program",
            self.site.display()
        );
        Err(self.wrong("site", says))
    }

    /// Where the key of the audit trail and its anchor lie.
    ///
    /// # Errors
    /// [`TrailFailure`] when the address of the database is none.
    pub fn trail_place(&self) -> Result<TrailPlace, TrailFailure> {
        let beside = |file: &Path| match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        let folder = if !self.trail_folder.as_os_str().is_empty() {
            self.trail_folder.clone()
        } else if let Some(file) = self.key_file().or(self.file.as_deref()) {
            beside(file)
        } else {
            TrailPlace::beside(&self.database)?
        };
        Ok(TrailPlace::new(&folder, &self.database)?)
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

    /// Each setting that cannot be used is named in one sentence, with where it comes from.
    #[test]
    fn what_cannot_be_used_is_named_with_where_it_comes_from() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("waxwing.toml");
        for (wrong, setting) in [
            ("exit = \"\"", "exit"),
            ("exit = \"javascript:alert(1)\"", "exit"),
            ("exit = \"www.wikipedia.org\"", "exit"),
            ("exit = \"https://me:secret@example.org/\"", "exit"),
            ("exit = \"https://example.org/ö\"", "exit"),
            ("timeout_seconds = 0", "timeout_seconds"),
            ("timeout_seconds = 1000000", "timeout_seconds"),
            ("timeout_seconds = -1", "timeout_seconds"),
            ("timeout_seconds = \"soon\"", "timeout_seconds"),
            ("log = \"loud\"", "log"),
            ("log = \"waxwing=loud\"", "log"),
            ("log = \"hyper=trace\"", "log"),
            ("hosts = [\"https://waxwing.example.org\"]", "hosts"),
            ("hosts = [\"waxwing.example.org/\"]", "hosts"),
            ("hosts = [\"\"]", "hosts"),
            ("hosts = [\"a b\"]", "hosts"),
            ("hosts = [\"*\"]", "hosts"),
            ("hosts = [\"*.example.org\"]", "hosts"),
            ("hosts = [\".example.org\"]", "hosts"),
            ("hosts = \"waxwing.example.org\"", "hosts"),
            ("keep_trail_days = 0", "keep_trail_days"),
            ("keep_trail_days = 70000", "keep_trail_days"),
            ("database = \"mysql://me:secret@host/db\"", "database"),
            ("database = \"\"", "database"),
            ("listen = \"localhost\"", "listen"),
            ("trail_folder = \"/nowhere/at/all\"", "trail_folder"),
            ("site = \"/nowhere/at/all\"", "site"),
        ] {
            std::fs::write(&file, wrong).unwrap();
            let read = Config::read(Some(&file)).and_then(|config| {
                config.check()?;
                config.check_site()
            });
            let says = read.expect_err(wrong).to_string();
            assert!(says.contains(setting) && says.contains("waxwing.toml"), "{wrong}: {says}");
            assert!(!says.contains("secret"), "{says}");
        }
        std::fs::create_dir(folder.path().join("pkg")).unwrap();
        let site = folder.path().display();
        for fine in [
            "exit = \"http://example.org:8080/a?b#c\"",
            "log = \"\"",
            "log = \"off\"",
            "log = \"INFO,service=debug,waxwing\"",
            "log = \"store::db=trace\"",
            "hosts = [\"Waxwing.example.org\", \"waxwing.example.org:8443\", \"[2001:db8::1]:80\"]",
            "database = \"postgres://me@host/db\"",
        ] {
            std::fs::write(&file, format!("{fine}\nsite = \"{site}\"\n")).unwrap();
            let config = Config::read(Some(&file)).unwrap();
            config.check().unwrap();
            config.check_site().unwrap();
            let says = config.check_bundle("/pkg/waxwing.0123.css").unwrap_err().to_string();
            assert!(says.contains("/pkg/waxwing.0123.css is missing"), "{says}");
        }
        std::fs::write(folder.path().join("pkg/waxwing.0123.css"), "").unwrap();
        let bundled = Config { site: folder.path().to_owned(), ..Config::default() };
        bundled.check_bundle("/pkg/waxwing.0123.css").unwrap();
        let default = Config { site: "/nowhere/at/all".into(), ..Config::default() };
        assert!(default.check_site().unwrap_err().to_string().contains("the default"));
    }

    #[test]
    fn the_trail_is_kept_beside_key_settings_or_database() {
        let place = |config: Config| format!("{:?}", config.trail_place().unwrap());
        let database = "sqlite:///data/w.sqlite".to_owned();
        let bare = Config { database, ..Config::default() };
        assert!(place(bare.clone()).contains("\"/data/w.sqlite.trail-key\""));
        let with_file = Config { file: Some("/etc/waxwing.toml".into()), ..bare };
        assert!(place(with_file.clone()).contains("\"/etc/w.sqlite.trail-key\""));
        let with_key = Config { key_file: "/keys/one".into(), ..with_file };
        assert!(place(with_key.clone()).contains("\"/keys/w.sqlite.trail-key\""));
        let told = Config { trail_folder: "/trail".into(), ..with_key };
        assert!(place(told).contains("\"/trail/w.sqlite.trail-key\""));
        let server = "postgres://me@host/books".to_owned();
        let elsewhere = Config { database: server, ..Config::default() };
        assert!(place(elsewhere).contains("books.trail-key"));
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
