//! Locking, seen from outside the program; what several processes learn from each other.

use std::{io::BufRead as _, time::Duration};

use crate::program::{Program, header, staff};

/// Asks until the answer is as wished; a process looks around every second.
fn until(program: &Program, wished: &str) -> String {
    for _ in 0..100 {
        // Between two programs nothing listens.
        if std::net::TcpStream::connect(program.address).is_ok() {
            let answer = program.ask("GET", "/sign-in", "", "");
            if answer.starts_with(wished) {
                return answer;
            }
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("never answered {wished}");
}

#[test]
fn d6_a_locked_server_forgets_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (mut program, cookie) = staff(folder.path());
    let unsure = program.ask("POST", "/admin/lock", &cookie, "");
    assert!(unsure.starts_with("HTTP/1.1 422"), "{unsure}");
    let locked = program.ask("POST", "/admin/lock", &cookie, "sure=yes");
    assert!(locked.starts_with("HTTP/1.1 503") && locked.contains("Locked"), "{locked}");
    let answer = until(&program, "HTTP/1.1 503");
    assert!(answer.contains("Locked") && header(&answer, "cache-control") == "no-store");
    assert!(!header(&answer, "content-security-policy").is_empty());
    assert!(program.child.try_wait().unwrap().is_none(), "it goes on, as another program");
    #[cfg(target_os = "linux")]
    {
        let held = std::fs::read_dir(format!("/proc/{}/fd", program.child.id())).unwrap();
        let files = held.filter_map(|file| std::fs::read_link(file.unwrap().path()).ok());
        assert!(
            files.into_iter().all(|file| !file.to_string_lossy().contains("waxwing.sqlite")),
            "the database is still open"
        );
    }
    drop(program);

    // Started again, it stays locked until somebody at the machine says otherwise.
    let mut child = Program::command(folder.path())
        .args(["serve", "--listen", "127.0.0.1:0"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    std::io::BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(line.starts_with("Waxwing is locked"), "{line}");
    Program::run(folder.path(), &["unlock"], "");
    let program = Program::serve(folder.path());
    until(&program, "HTTP/1.1 200");
}

#[test]
fn what_the_command_line_imports_a_running_server_finds() {
    let folder = tempfile::tempdir().unwrap();
    let (program, cookie) = staff(folder.path());
    let title = "Presses for the northern lakes";
    let call = serde_json::json!({
        "source": "test", "id": "one",
        "donor": "Lake Fund", "title": title, "text": "Presses.",
    });
    std::fs::write(folder.path().join("calls.jsonl"), format!("{call}\n")).unwrap();
    let search = "/calls?q=northern+lakes";
    assert!(!program.ask("GET", search, &cookie, "").contains(title));
    Program::run(folder.path(), &["import", "calls", "--commit", "calls.jsonl"], "");
    for _ in 0..100 {
        if program.ask("GET", search, &cookie, "").contains(title) {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("the server never found the new call");
}
