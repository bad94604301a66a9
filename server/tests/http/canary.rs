//! Canaries: what must not be kept is sent to the program itself and then searched for in its
//! database, journal and log (`safety.md` §13.1).

use std::fs;

use crate::program::{Program, disguises, found_in, header, staff};

#[test]
fn every_disguise_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let secret = "Canary 7919113";
    for (number, form) in disguises(secret).into_iter().enumerate() {
        fs::write(folder.path().join(number.to_string()), [b"xx", &form[..], b"yy"].concat())
            .unwrap();
    }
    assert_eq!(found_in(folder.path(), secret).len(), disguises(secret).len());
    assert_eq!(found_in(folder.path(), "Canary 8919113"), [""; 0]);
}

#[test]
fn t1_no_address_browser_or_referrer_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (program, cookie) = staff(folder.path());
    for (method, path, body) in [
        ("GET", "/", ""),
        ("GET", "/projects", ""),
        ("GET", "/nowhere?q=1", ""),
        ("GET", "/calls/not-an-id", ""),
        ("POST", "/projects/new", "title="),
        ("POST", "/sign-in", "name=CanaryTypedName&password=canary-typed-password"),
        ("DELETE", "/", ""),
        ("BREW", "/%ff", ""),
    ] {
        assert!(program.ask(method, path, &cookie, body).starts_with("HTTP/1.1 "), "{path}");
    }
    let log = fs::read_to_string(folder.path().join("log.txt")).unwrap();
    assert!(log.contains("migrations"), "the log is the one of everything: {log}");
    for canary in [
        "CanaryBrowser/77.1",
        "canary-referrer-4242",
        "203.0.113.77",
        "CanaryTypedName",
        "canary-typed-password",
        cookie.trim_start_matches("__Host-s="),
    ] {
        assert_eq!(found_in(folder.path(), canary), [""; 0], "{canary}");
    }
    for line in log.lines().filter(|line| !line.contains(&program.address.to_string())) {
        assert!(!line.contains("127.0.0.1:"), "the address of a visitor: {line}");
    }
}

#[test]
fn a1_only_fingerprints_are_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let password = "canary words nobody guesses";
    Program::run(folder.path(), &["account", "create", "--name", "Root", "--admin"], password);
    let program = Program::serve(folder.path());
    let form = format!("name=Root&password={}", password.replace(' ', "+"));
    let answer = program.ask("POST", "/sign-in", "", &form);
    let token = header(&answer, "set-cookie").split(';').next().unwrap().to_owned();
    let token = token.trim_start_matches("__Host-s=").to_owned();
    assert_eq!(token.len(), 64, "{answer}");
    let cookie = format!("__Host-s={token}");
    let added = program.ask("POST", "/admin/organisations", &cookie, "name=Alder");
    let link = added.split("/join/").nth(1).unwrap().get(..64).unwrap().to_owned();
    program.ask("POST", "/account/factor", &cookie, "");
    for secret in [password, &token, &link] {
        assert_eq!(found_in(folder.path(), secret), [""; 0]);
    }
}

#[test]
fn d7_deleted_means_gone_from_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (program, cookie) = staff(folder.path());
    let form = program.ask("GET", "/projects/new", &cookie, "");
    let choice = form.split("name=\"organisation\"").nth(1).unwrap();
    let organisation = choice.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
    let canary = "Canary7919113Text";
    let body = format!(
        "title={canary}&summary={canary}&activities={}&organisation={organisation}",
        canary.repeat(300)
    );
    let saved = program.ask("POST", "/projects/new", &cookie, &body);
    let path = header(&saved, "location").trim_end_matches("/matches").to_owned();
    assert!(path.starts_with("/projects/"), "{saved}");
    assert!(!found_in(folder.path(), canary).is_empty(), "it is there before");
    let deleted = program.ask("POST", &format!("{path}/delete"), &cookie, "");
    assert_eq!(header(&deleted, "location"), "/projects", "{deleted}");
    assert_eq!(found_in(folder.path(), canary), [""; 0]);
}
