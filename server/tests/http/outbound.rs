//! The server speaks to nobody: every connection that its process begins is seen (`safety.md` O1).

use std::{
    fs,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use crate::program::{Program, header};

/// The system calls by which a process reaches another one.
const CALLS: &str = "trace=connect,sendto,sendmsg,sendmmsg";

/// Whether this machine lets a process be watched; without it the test says so and proves nothing.
fn can_watch() -> bool {
    let tried = Command::new("strace")
        .args(["-f", "-qq", "-e", CALLS, "true"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    tried.is_ok_and(|status| status.success())
}

#[test]
fn o1_no_connection_leaves_the_machine() {
    if !can_watch() {
        eprintln!("SKIPPED: strace is not installed, or this machine does not allow it");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    Program::run(folder.path(), &["demo"], "");
    let trace = folder.path().join("trace.txt");
    let plain = Program::command(folder.path());
    let mut watched = Command::new("strace");
    watched.args(["-f", "-qq", "-e", CALLS, "-o"]).arg(&trace);
    watched.arg(plain.get_program()).args(plain.get_args()).current_dir(folder.path());
    watched.envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let mut program = Program::serve_with(watched, folder.path());
    let answer = program.ask_near("POST", "/demonstration/sign-in", "", "role=staff");
    let cookie = header(&answer, "set-cookie").split(';').next().unwrap().to_owned();
    let list = program.ask_near(
        "GET",
        "/projects?q=%D0%BF%D1%80%D0%B8%D0%B7%D1%8B%D0%B2%D0%BD%D0%B8%D0%BA",
        &cookie,
        "",
    );
    let project = list
        .split("href=\"/projects/")
        .skip(1)
        .filter_map(|part| part.get(..36))
        .find(|part| part.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit()))
        .unwrap();
    for path in ["/", "/calls?q=media", "/import", "/account", "/about/privacy", "/health"] {
        assert!(program.ask_near("GET", path, &cookie, "").starts_with("HTTP/1.1 200"), "{path}");
    }
    let matches = program.ask_near("GET", &format!("/projects/{project}/matches"), &cookie, "");
    assert!(matches.starts_with("HTTP/1.1 200"), "{matches}");
    let wrong =
        program.ask_near("POST", "/sign-in", "", "name=Nobody&password=https://evil.example/");
    assert!(wrong.starts_with("HTTP/1.1 422"), "{wrong}");
    // Long enough for whatever runs by itself.
    thread::sleep(Duration::from_secs(3));
    let children = format!("/proc/{0}/task/{0}/children", program.child.id());
    let server = fs::read_to_string(children).unwrap();
    Command::new("kill").arg(server.trim()).status().unwrap();
    program.child.wait().unwrap();

    let seen = fs::read_to_string(&trace).unwrap();
    let reached: Vec<&str> =
        seen.lines().filter(|line| line.contains("AF_INET") || line.contains("AF_UNIX")).collect();
    assert!(reached.is_empty(), "with SQLite it begins no connection at all:\n{reached:#?}");
    assert!(!seen.contains("nscd") && !seen.contains("resolve"), "{seen}");
}
