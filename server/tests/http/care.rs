//! The program itself and what it leaves on the disk: settings, files, the audit trail.

use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};

use store::{ConnectionTrait as _, testing::reader};

use crate::program::{Program, found_in, header, staff};

/// Runs a command to its end.
fn run(folder: &Path, settings: &[(&str, &str)], arguments: &[&str]) -> (Option<i32>, String) {
    let done: Output = Program::command(folder)
        .env_remove("WAXWING_LOG")
        .envs(settings.iter().copied())
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
    (done.status.code(), said)
}

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        names.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Only commands that fill a database make one.
#[test]
fn a_command_for_what_is_there_makes_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    let all = [
        &["lock"][..],
        &["unlock"],
        &["tidy"],
        &["migrate"],
        &["audit", "verify"],
        &["audit", "anew"],
        &["backup", "--to", "x.age", "--recipient", key],
        &["demo", "--remove"],
        &["match", "--project", "0c5f5c1e-6b1e-4c39-9f43-3d3c7d3f2a11"],
    ];
    let before = names(folder);
    for command in all {
        let (code, said) = run(folder, &[], command);
        assert_eq!(code, Some(1), "{command:?}: {said}");
        assert!(said.contains("there is no database of Waxwing"), "{command:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert_eq!(names(folder), before, "{command:?}");
    }
    // An empty file is none, and one of another program is not touched.
    let file = folder.join("waxwing.sqlite");
    fs::write(&file, "").unwrap();
    assert_eq!(run(folder, &[], &["lock"]).0, Some(1));
    assert_eq!(fs::metadata(&file).unwrap().len(), 0);
    fs::write(&file, "notes of somebody else, longer than the head of a database is").unwrap();
    let content = fs::read(&file).unwrap();
    assert_eq!(run(folder, &[], &["lock"]).0, Some(1));
    assert_eq!(fs::read(&file).unwrap(), content);
    fs::remove_file(&file).unwrap();
    assert_eq!(run(folder, &[], &["demo"]).0, Some(0));
    assert_eq!(run(folder, &[], &["audit", "verify"]).0, Some(0));
    // A register is told with what it means for the donors on record.
    let list = folder.join("list.csv");
    let rows = "name,kind,country,from,source\nElm Circle,undesirable,BY,2024-01-01,a list\n";
    fs::write(&list, rows).unwrap();
    for options in [&[][..], &["--commit"]] {
        let arguments = [&["import", "designations", list.to_str().unwrap()], options].concat();
        let (code, said) = run(folder, &[], &arguments);
        assert!(code == Some(0) && said.contains("1 new"), "{said}");
    }
}

#[test]
fn settings_that_cannot_be_used_are_named_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let before = names(folder);
    for (setting, value) in [
        ("EXIT", "wikipedia"),
        ("EXIT", "javascript:alert(1)"),
        ("TIMEOUT_SECONDS", "0"),
        ("TIMEOUT_SECONDS", "soon"),
        ("LOG", "loud"),
        ("HOSTS", "[\"http://waxwing.example.org\"]"),
        ("KEEP_TRAIL_DAYS", "0"),
        ("SITE", "nowhere"),
        ("TRAIL_FOLDER", "nowhere"),
        ("LISTEN", "everywhere"),
        ("LISTN", "127.0.0.1:0"),
    ] {
        let name = format!("WAXWING_{setting}");
        let (code, said) = run(folder, &[(&name, value)], &["serve", "--listen", "127.0.0.1:0"]);
        assert_eq!(code, Some(2), "{name}={value}: {said}");
        assert!(said.to_lowercase().contains(&setting.to_lowercase()), "{said}");
        assert!(said.contains("environment"), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert_eq!(names(folder), before, "{name}");
    }
    let bare = Program::command(folder);
    let done = Command::new(bare.get_program())
        .current_dir(folder)
        .args(["--database", "mysql://me:secret@host/db", "lock"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(2), "{said}");
    assert!(said.contains("command line") && !said.contains("secret"), "{said}");
    let (code, said) = run(folder, &[], &["--config", "missing.toml", "lock"]);
    assert_eq!(code, Some(2), "{said}");
    let (code, said) = run(folder, &[("WAXWING_EXIT", "wikipedia")], &["config"]);
    assert_eq!(code, Some(0), "what is in force can be looked at: {said}");
}

/// Whatever the mask of whoever starts it.
#[cfg(unix)]
#[test]
fn files_are_for_whoever_runs_the_program_only() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let (_program, _) = staff(folder.path());
    let key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    let backup = ["backup", "--to", "one.age", "--recipient", key];
    let (code, said) = run(folder.path(), &[], &backup);
    assert_eq!(code, Some(0), "{said}");
    let mut seen = Vec::new();
    for name in names(folder.path()) {
        let mode = fs::metadata(folder.path().join(&name)).unwrap().permissions().mode();
        // What the test itself made.
        if name != "log.txt" {
            assert_eq!(mode & 0o777, 0o600, "{name}");
            seen.push(name);
        }
    }
    for name in ["waxwing.sqlite", "waxwing.sqlite-wal", "waxwing.sqlite.trail-key", "one.age"] {
        assert!(seen.iter().any(|seen| seen == name), "{name} is not among {seen:?}");
    }
}

/// A project of the staff account. Returns its path.
fn write(program: &Program, cookie: &str, path: &str, organisation: &str, text: &str) -> String {
    let form = program.ask("GET", path, cookie, "");
    let key = form.split_once("name=\"key\" value=\"").and_then(|(_, rest)| rest.split_once('"'));
    let body = format!(
        "key={}&title={text}&summary={text}&activities={}&organisation={organisation}",
        key.map_or("", |(key, _)| key),
        text.repeat(300)
    );
    let saved = program.ask("POST", path, cookie, &body);
    let at = header(&saved, "location").trim_end_matches("/matches").to_owned();
    assert!(at.starts_with("/projects/"), "{saved}");
    at
}

#[test]
fn d7_what_an_edit_removed_is_gone_from_database_and_journal_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let (program, cookie) = staff(folder.path());
    let form = program.ask("GET", "/projects/new", &cookie, "");
    let choice = form.split("name=\"organisation\"").nth(1).unwrap();
    let organisation = choice.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
    let (first, second) = ("Canary7919113Text", "Canary8128128Text");
    let path = write(&program, &cookie, "/projects/new", organisation, first);
    assert!(!found_in(folder.path(), first).is_empty(), "it is there before");
    let edit = format!("{path}/edit");
    write(&program, &cookie, &edit, organisation, second);
    assert_eq!(found_in(folder.path(), first), [""; 0]);
    assert!(!found_in(folder.path(), second).is_empty());

    // A page that is being read meanwhile keeps nobody from saving; when it is read, the text goes.
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let url = format!("sqlite://{}", folder.path().join("waxwing.sqlite").display());
    let reading = runtime.block_on(async {
        let db = store::db::connect(&url, None).await.unwrap();
        reader(&db).await.unwrap()
    });
    let began = std::time::Instant::now();
    write(&program, &cookie, &edit, organisation, first);
    assert!(began.elapsed().as_secs() < 5, "{:?}", began.elapsed());
    runtime.block_on(reading.rollback()).unwrap();
    for _ in 0..100 {
        if found_in(folder.path(), second).is_empty() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("it stays in {:?}", found_in(folder.path(), second));
}

/// The whole way: acts in the browser, a server that is killed, entries taken away, and what the command
/// line says.
#[test]
fn t4_an_act_that_was_answered_cannot_be_cut_off_unseen() {
    let folder = tempfile::tempdir().unwrap();
    let (mut program, cookie) = staff(folder.path());
    let added = program.ask("POST", "/admin/organisations", &cookie, "name=Reed");
    assert!(added.starts_with("HTTP/1.1 200"), "{added}");
    program.child.kill().unwrap();
    program.child.wait().unwrap();
    let verify = || run(folder.path(), &[], &["audit", "verify"]);
    let (code, said) = verify();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("The trail holds") && !said.contains("anchor"), "{said}");

    let runtime = tokio::runtime::Runtime::new().unwrap();
    let url = format!("sqlite://{}", folder.path().join("waxwing.sqlite").display());
    let change = |statement: &str| {
        runtime.block_on(async {
            let db = store::db::connect(&url, None).await.unwrap();
            db.execute_unprepared(statement).await.unwrap();
            db.close().await.unwrap();
        });
    };
    change("DELETE FROM audit WHERE number = (SELECT max(number) FROM audit)");
    let (code, said) = verify();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("is missing"), "{said}");
    let program = Program::serve(folder.path());
    let page = program.ask("GET", "/admin", &cookie, "");
    assert!(page.contains("changed by hand"), "the page for admins says it too");
    drop(program);
    change("DELETE FROM audit");
    let (code, said) = verify();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("entries 1 to"), "{said}");
}
