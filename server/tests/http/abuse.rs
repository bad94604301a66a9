//! What many, slow and huge requests do to the program itself (`safety.md` A9, A13, W16).

use std::{
    fs,
    io::{ErrorKind, Read as _, Write as _},
    net::TcpStream,
    thread,
    time::{Duration, Instant},
};

use crate::program::{Program, header, staff};

/// A field of the kernel's account of a process, in megabytes.
#[cfg(target_os = "linux")]
fn megabytes(program: &Program, field: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", program.child.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with(field)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// The time limit of a read: a server that never answers is told from one that does.
const PATIENCE: Duration = Duration::from_mins(1);

/// A connection on which something was said, without waiting for the answer.
fn open(program: &Program, says: &str) -> TcpStream {
    let mut stream = TcpStream::connect(program.address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.write_all(says.as_bytes()).unwrap();
    stream
}

/// What comes until the other side closes, which it may do without having read everything.
fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    if let Err(error) = stream.read_to_end(&mut answer) {
        assert_ne!(error.kind(), ErrorKind::WouldBlock, "no answer within {PATIENCE:?}");
    }
    String::from_utf8_lossy(&answer).into_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn a13_many_sign_ins_at_once_stay_within_memory() {
    let folder = tempfile::tempdir().unwrap();
    let (program, cookie) = staff(folder.path());
    let cores = u64::try_from(thread::available_parallelism().unwrap().get()).unwrap();
    let before = megabytes(&program, "VmRSS");
    thread::scope(|scope| {
        for number in 0..100 {
            let program = &program;
            scope.spawn(move || {
                let form = format!("name=Nobody{number}&password=long+words+nobody+guesses");
                let answer = program.ask("POST", "/sign-in", "", &form);
                // On a slow machine the last ones wait for longer than a request may take.
                let ways = ["HTTP/1.1 422", "HTTP/1.1 429", "HTTP/1.1 503"];
                assert!(ways.iter().any(|way| answer.starts_with(way)), "{answer}");
            });
        }
        // Others are answered meanwhile.
        for _ in 0..10 {
            let page = program.ask("GET", "/calls", &cookie, "");
            assert!(page.starts_with("HTTP/1.1 200"));
        }
    });
    let peak = megabytes(&program, "VmHWM");
    assert!(peak < before + 64 * cores + 100, "{before} MB, at most {peak} MB");
    assert!(peak < 64 * cores + 300, "{peak} MB");
}

#[test]
fn a9_an_attack_on_one_account_keeps_no_other_out() {
    let folder = tempfile::tempdir().unwrap();
    let password = "canary words nobody guesses";
    for name in ["Anna", "Boris"] {
        Program::run(folder.path(), &["account", "create", "--name", name, "--admin"], password);
    }
    let program = Program::serve(folder.path());
    let try_in = |name: &str, password: &str| {
        let form = format!("name={name}&password={}", password.replace(' ', "+"));
        program.ask("POST", "/sign-in", "", &form)
    };
    let began = Instant::now();
    assert!(try_in("Boris", password).starts_with("HTTP/1.1 303"));
    let usual = began.elapsed();
    for _ in 0..40 {
        assert!(!try_in("Anna", "wrong words that are long").starts_with("HTTP/1.1 303"));
    }
    // From the same address as the attack, as behind a proxy or an onion service.
    let began = Instant::now();
    let answer = try_in("Boris", password);
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert!(began.elapsed() < usual + Duration::from_secs(2), "the rule itself names two seconds");
    assert!(!header(&answer, "set-cookie").is_empty());
}

#[test]
fn w16_slow_and_huge_requests_take_nothing_from_others() {
    let folder = tempfile::tempdir().unwrap();
    let (program, cookie) = staff(folder.path());
    // Two hundred who begin a request and never end it.
    let mut slow: Vec<TcpStream> =
        (0..200).map(|_| open(&program, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow:")).collect();
    let page = program.ask("GET", "/calls", &cookie, "");
    assert!(page.starts_with("HTTP/1.1 200"), "others are served");

    // A head of a megabyte.
    let mut huge = open(&program, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Huge: ");
    let written = huge.write_all(&vec![b'x'; 1_000_000]);
    let answer = rest(&mut huge);
    assert!(written.is_err() || answer.starts_with("HTTP/1.1 431"), "{answer}");

    // A body that says it has no end.
    let host = program.address;
    let mut endless = open(
        &program,
        &format!(
            "POST /projects/new HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
        ),
    );
    let chunk = format!("100000\r\n{}\r\n", "x".repeat(0x10_0000));
    let mut sent = 0;
    while sent < 3_000 && endless.write_all(chunk.as_bytes()).is_ok() {
        sent += 1;
    }
    let answer = rest(&mut endless);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(sent < 100, "{sent} MB were taken");

    // A body that says how long it is, and is too long.
    let mut long = open(
        &program,
        &format!(
            "POST /projects/new HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3000000000\r\n\r\n"
        ),
    );
    let answer = rest(&mut long);
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");

    // The slow ones are let go of.
    for stream in &mut slow {
        let answer = rest(stream);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    }
    #[cfg(target_os = "linux")]
    {
        let peak = megabytes(&program, "VmHWM");
        assert!(peak < 300, "{peak} MB");
    }
}
