//! The program itself, as a process in a folder of its own, and the search for secrets in what it
//! leaves there.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// The forms in which a secret could lie in a file: as it is, in hexadecimal digits, in UTF-16, in
/// base 64 at each of three alignments without the digits that depend on neighbours.
pub(crate) fn disguises(secret: &str) -> Vec<Vec<u8>> {
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
pub(crate) fn found_in(folder: &Path, secret: &str) -> Vec<String> {
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

/// A folder for the bundle with nothing in it but an empty style sheet, under the name that the program
/// looks for: with a hash where the bundle was built.
pub(crate) fn site() -> PathBuf {
    let site = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site");
    fs::create_dir_all(site.join("pkg")).unwrap();
    let names = Path::new(env!("CARGO_BIN_EXE_waxwing")).with_file_name("hash.txt");
    let names = fs::read_to_string(names).unwrap_or_default();
    let hash = names.lines().find_map(|line| line.strip_prefix("css: "));
    let sheet = hash.map_or("waxwing.css".to_owned(), |hash| format!("waxwing.{hash}.css"));
    fs::write(site.join("pkg").join(sheet), "").unwrap();
    site
}

/// The program itself, serving on a free port, logging everything into the folder.
pub(crate) struct Program {
    pub(crate) child: Child,
    pub(crate) address: SocketAddr,
}

impl Program {
    pub(crate) fn command(folder: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_waxwing"));
        command
            .current_dir(folder)
            .env("WAXWING_LOG", "trace")
            .env("WAXWING_SITE", site())
            .env("RUST_BACKTRACE", "1")
            .args(["--database", "sqlite://waxwing.sqlite"]);
        command
    }

    pub(crate) fn run(folder: &Path, arguments: &[&str], input: &str) {
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

    pub(crate) fn serve(folder: &Path) -> Self {
        Self::serve_with(Self::command(folder), folder)
    }

    /// Serves by a command that ends in the program's own arguments.
    pub(crate) fn serve_with(mut command: Command, folder: &Path) -> Self {
        let log = fs::File::create(folder.join("log.txt")).unwrap();
        let mut child = command
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

    /// Sends a request with the canaries of a browser in it, as a proxy would that tells for whom it
    /// asks, and returns the whole answer.
    pub(crate) fn ask(&self, method: &str, path: &str, cookie: &str, body: &str) -> String {
        let told = "X-Forwarded-For: 203.0.113.77\r\nForwarded: for=203.0.113.77\r\n";
        self.ask_under(&self.address.to_string(), told, (method, path), cookie, body)
    }

    /// Sends a request as a browser on the same machine would.
    pub(crate) fn ask_near(&self, method: &str, path: &str, cookie: &str, body: &str) -> String {
        self.ask_under(&self.address.to_string(), "", (method, path), cookie, body)
    }

    /// Sends a request under a name, with headers of whoever passes it on.
    pub(crate) fn ask_under(
        &self,
        host: &str,
        told: &str,
        (method, path): (&str, &str),
        cookie: &str,
        body: &str,
    ) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nUser-Agent: CanaryBrowser/77.1\r\n\
             Referer: http://{host}/canary-referrer-4242\r\n{told}\
             Cookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {0}\r\nConnection: close\r\n\r\n{body}",
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

pub(crate) fn header<'a>(answer: &'a str, name: &str) -> &'a str {
    let line = answer.lines().find(|line| line.to_lowercase().starts_with(name));
    line.and_then(|line| line.split_once(": ")).map(|(_, value)| value.trim()).unwrap_or_default()
}

/// The cookie that an answer sets first.
pub(crate) fn cookie_of(answer: &str) -> String {
    header(answer, "set-cookie").split(';').next().unwrap().to_owned()
}

/// The records of the demonstration, and somebody signed in beside them: an admin, and the owner of
/// an organisation.
pub(crate) fn staff(folder: &Path) -> (Program, String) {
    let password = "canary words nobody guesses";
    Program::run(folder, &["demo"], "");
    Program::run(folder, &["account", "create", "--name", "Root", "--admin"], password);
    let program = Program::serve(folder);
    let form = format!("name=Root&password={}", password.replace(' ', "+"));
    let answer = program.ask("POST", "/sign-in", "", &form);
    let cookie = cookie_of(&answer);
    assert!(cookie.starts_with("__Host-s="), "{answer}");
    let added = program.ask("POST", "/admin/organisations", &cookie, "name=Alder");
    let link = added.split("/join/").nth(1).unwrap().get(..64).unwrap();
    let joined = program.ask("POST", &format!("/join/{link}"), &cookie, "with=mine");
    assert_eq!(header(&joined, "location"), "/account", "{joined}");
    (program, cookie)
}
