//! Canaries: what must not be kept is sent to the program itself and then searched for in its
//! database, journal and log (`safety.md` §13.1).

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
};

/// The forms in which a secret could lie in a file: as it is, in hexadecimal digits, in UTF-16, in
/// base 64 at each of three alignments without the digits that depend on neighbours.
fn disguises(secret: &str) -> Vec<Vec<u8>> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bytes = secret.as_bytes();
    let hex = domain::code::hex(bytes);
    let wide = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut all = vec![bytes.to_vec(), hex.to_uppercase().into_bytes(), hex.into_bytes(), wide];
    for skipped in 0..3 {
        let bits: Vec<String> =
            vec![0; skipped].iter().chain(bytes).map(|byte| format!("{byte:08b}")).collect();
        let bits = bits.concat();
        let digits: Vec<u8> = bits
            .as_bytes()
            .chunks_exact(6)
            .map(|six| {
                let six = std::str::from_utf8(six).unwrap();
                DIGITS[usize::from_str_radix(six, 2).unwrap()]
            })
            .collect();
        // The first digits depend on what stands before.
        all.push(digits[(skipped * 8).div_ceil(6)..].to_vec());
    }
    all
}

/// The files of a folder that hold a secret in any disguise.
fn found_in(folder: &Path, secret: &str) -> Vec<String> {
    assert!(secret.len() >= 12, "too short to be found by chance");
    let disguises = disguises(secret);
    let mut hits = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let content = fs::read(&path).unwrap();
        if disguises.iter().any(|form| content.windows(form.len()).any(|part| part == form)) {
            hits.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    hits
}

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

/// The program itself, serving on a free port, logging everything into the folder.
struct Program {
    child: Child,
    address: SocketAddr,
}

impl Program {
    fn command(folder: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_waxwing"));
        command
            .current_dir(folder)
            .env("WAXWING_LOG", "trace")
            .env("RUST_BACKTRACE", "1")
            .args(["--database", "sqlite://waxwing.sqlite"]);
        command
    }

    fn run(folder: &Path, arguments: &[&str], input: &str) {
        let mut child = Self::command(folder)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        assert!(child.wait().unwrap().success(), "{arguments:?}");
    }

    fn serve(folder: &Path) -> Self {
        let log = fs::File::create(folder.join("log.txt")).unwrap();
        let mut child = Self::command(folder)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().trim_start_matches("Waxwing: http://").trim_end_matches('/');
        Self { address: address.parse().unwrap(), child }
    }

    /// Sends a request with the canaries of a browser in it and returns the whole answer.
    fn ask(&self, method: &str, path: &str, cookie: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nUser-Agent: CanaryBrowser/77.1\r\n\
             Referer: http://{0}/canary-referrer-4242\r\nX-Forwarded-For: 203.0.113.77\r\nForwarded: for=203.0.113.77\r\n\
             Cookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {1}\r\nConnection: close\r\n\r\n{body}",
            self.address,
            body.len()
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn header<'a>(answer: &'a str, name: &str) -> &'a str {
    let line = answer.lines().find(|line| line.to_lowercase().starts_with(name));
    line.and_then(|line| line.split_once(": ")).map(|(_, value)| value.trim()).unwrap_or_default()
}

/// The demonstration, and its staff account signed in.
fn staff(folder: &Path) -> (Program, String) {
    Program::run(folder, &["demo"], "");
    let program = Program::serve(folder);
    let answer = program.ask("POST", "/demonstration/sign-in", "", "role=staff");
    let cookie = header(&answer, "set-cookie").split(';').next().unwrap().to_owned();
    assert!(cookie.starts_with("__Host-s="), "{answer}");
    (program, cookie)
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
