//! The size of a file does not decide how much memory is used. A test program of its own, so that
//! nothing else counts.

use std::{io::Read, ops::ControlFlow};

use exchange::{CallFormat, read_calls};

const FILE: usize = 100 << 20;

/// A hundred megabytes of records, made as they are read.
struct Records {
    made: usize,
    number: u64,
    make: fn(u64, &str) -> String,
    text: String,
    ready: std::io::Cursor<Vec<u8>>,
}

impl Read for Records {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.ready.read(buffer)?;
        if count > 0 || self.made >= FILE {
            return Ok(count);
        }
        self.number += 1;
        let record = (self.make)(self.number, &self.text).into_bytes();
        self.made += record.len();
        self.ready = std::io::Cursor::new(record);
        self.ready.read(buffer)
    }
}

/// The most memory this program has had, in bytes.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

#[test]
fn a_hundred_megabytes_take_little_memory() {
    let lines: fn(u64, &str) -> String = |number, text| {
        format!("{{\"id\":{number},\"donor\":\"D\",\"title\":\"T\",\"text\":\"{text}\"}}\n")
    };
    let objects: fn(u64, &str) -> String = |number, text| {
        format!(
            "{{\"topicId\":\"{number}\",\"callIdentifier\":\"\",\"title\":\"T\",\"description\":\"{text}\"}}"
        )
    };
    for (make, expected) in [(lines, CallFormat::Native), (objects, CallFormat::EuDump)] {
        let text = "Words about a call, as long as real ones. ".repeat(400);
        let mut file =
            Records { made: 0, number: 0, make, text, ready: std::io::Cursor::default() };
        let mut read = 0_u64;
        let format = read_calls(&mut file, &mut |record| {
            read += u64::from(record.item.is_ok());
            ControlFlow::Continue(())
        });
        assert_eq!((format, read), (Ok(expected), file.number));
        assert!(file.made >= FILE);
        let Some(most) = most_memory() else {
            eprintln!("SKIPPED: this system does not say how much memory a program has had");
            return;
        };
        println!(
            "{}: {} MB read, at most {} MB of memory",
            expected.code(),
            file.made >> 20,
            most >> 20
        );
        assert!(most < 64 << 20, "{most} bytes of memory");
    }
    assert!(most_memory().is_none_or(|most| most > 1 << 20), "the figure is one");
}
