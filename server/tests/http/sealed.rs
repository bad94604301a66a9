//! An encrypted database, as the installed build has it (`safety.md` D5, D6, D10). These tests need
//! the feature: `make sealed`.

use std::{
    collections::HashMap,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::program::{Program, found_in, header, site};

const CANARY: &str = "Canary7919113Text";

fn command(folder: &Path, passphrase: &str, arguments: &[&str]) -> Command {
    let plain = Program::command(folder);
    let mut command = Command::new(plain.get_program());
    fs::write(folder.join("passphrase"), passphrase).unwrap();
    command
        .current_dir(folder)
        .args(plain.get_args())
        .env("WAXWING_KEY_FILE", "key")
        .env("WAXWING_SITE", site())
        .args(["--passphrase", "passphrase"])
        .args(arguments);
    command
}

fn run(folder: &Path, passphrase: &str, arguments: &[&str]) -> Result<(), String> {
    let done = command(folder, passphrase, arguments).stdin(Stdio::null()).output().unwrap();
    if done.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&done.stderr).into_owned())
}

/// Bits of information in a byte of a file; eight when it cannot be told from noise.
fn entropy(file: &Path) -> f64 {
    let content = fs::read(file).unwrap();
    let mut counts: HashMap<u8, u32> = HashMap::new();
    for byte in &content {
        *counts.entry(*byte).or_default() += 1;
    }
    let all = f64::from(u32::try_from(content.len()).unwrap());
    counts.values().map(|count| f64::from(*count) / all).map(|share| -share * share.log2()).sum()
}

#[test]
fn d5_d10_a_powered_off_disk_tells_nothing_and_a_destroyed_key_ends_it() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let passphrase = "long words of a passphrase nobody knows";
    run(folder, passphrase, &["key", "create"]).unwrap();
    run(folder, passphrase, &["demo"]).unwrap();
    let program = Program::serve_with(command(folder, passphrase, &[]), folder);
    let answer = program.ask_near("POST", "/demonstration/sign-in", "", "role=staff");
    let cookie = header(&answer, "set-cookie").split(';').next().unwrap().to_owned();
    let form = program.ask_near("GET", "/projects/new", &cookie, "");
    let choice = form.split("name=\"organisation\"").nth(1).unwrap();
    let organisation = choice.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
    let body = format!("title={CANARY}&summary={CANARY}&organisation={organisation}");
    let saved = program.ask_near("POST", "/projects/new", &cookie, &body);
    assert!(header(&saved, "location").starts_with("/projects/"), "{saved}");
    // The key is in memory only, not where any process of the machine may look.
    #[cfg(target_os = "linux")]
    for place in ["environ", "cmdline"] {
        let told = fs::read(format!("/proc/{}/{place}", program.child.id())).unwrap();
        let told = String::from_utf8_lossy(&told).into_owned();
        assert!(!told.contains(passphrase), "{place}");
        let digits = told.split(|c: char| !c.is_ascii_hexdigit()).map(str::len).max();
        assert!(digits < Some(64), "{place} holds no key");
    }
    drop(program);

    fs::remove_file(folder.join("passphrase")).unwrap();
    for secret in [CANARY, "Weite Felder", "призывник"] {
        assert_eq!(found_in(folder, secret), [""; 0], "{secret}");
    }
    let database = folder.join("waxwing.sqlite");
    assert!(entropy(&database) > 7.9, "{}", entropy(&database));
    assert!(!fs::read(&database).unwrap().starts_with(b"SQLite format 3"));

    let wrong = run(folder, "other words that were never set", &["audit", "verify"]).unwrap_err();
    assert!(wrong.contains("passphrase"), "{wrong}");
    run(folder, passphrase, &["audit", "verify"]).unwrap();
    let unsure = run(folder, passphrase, &["destroy-keys"]).unwrap_err();
    assert!(unsure.contains("--destroy"), "{unsure}");
    let began = Instant::now();
    run(folder, passphrase, &["destroy-keys", "--destroy"]).unwrap();
    assert!(began.elapsed() < Duration::from_secs(1), "the rule itself names a second");
    assert!(!folder.join("key").exists());
    run(folder, passphrase, &["audit", "verify"]).unwrap_err();
    run(folder, passphrase, &["key", "create"]).unwrap();
    run(folder, passphrase, &["audit", "verify"]).unwrap_err();
}
