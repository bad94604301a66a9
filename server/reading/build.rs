//! Gives the code that reads calls a name of its own: what another code has read is not mixed with it
//! (`src/call.rs`). The name is made of the sources, so that nobody can forget to change it.

use std::{
    error::Error,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Path, PathBuf},
};

/// What a reading depends on: this crate and the vocabularies.
const SOURCES: [&str; 3] = ["src", "../domain/src", "../domain/data"];

/// The libraries that decide how a text is read; a new version of any other reads nothing anew.
const LIBRARIES: [&str; 10] = [
    "chrono",
    "chrono-tz",
    "iso_currency",
    "regex",
    "regex-automata",
    "regex-syntax",
    "snowball_stemmers_rs",
    "tinyvec",
    "unicode-normalization",
    "unicode-security",
];

/// The lines of the lock file that name these libraries and their versions.
fn versions(lock: &str) -> Vec<&str> {
    let packages = lock.split("[[package]]");
    let ours = packages.filter(|package| {
        LIBRARIES.iter().any(|name| package.contains(&format!("\nname = \"{name}\"\n")))
    });
    ours.flat_map(|package| package.lines().filter(|line| line.starts_with("version = "))).collect()
}

const LOCK: &str = "../../Cargo.lock";

fn files(path: &Path, found: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            files(&entry?.path(), found)?;
        }
    } else {
        found.push(path.to_owned());
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut found = Vec::new();
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
        files(Path::new(source), &mut found)?;
    }
    found.sort();
    let mut hasher = DefaultHasher::new();
    for file in found {
        fs::read(file)?.hash(&mut hasher);
    }
    println!("cargo:rerun-if-changed={LOCK}");
    versions(&fs::read_to_string(LOCK)?).hash(&mut hasher);
    println!("cargo:rustc-env=READING={:016x}", hasher.finish());
    Ok(())
}
