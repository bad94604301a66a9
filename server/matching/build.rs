//! Gives the code that reads calls a name of its own: what another code has read is not mixed with it
//! (`src/engine/reading.rs`). The name is made of the sources, so that nobody can forget to change it.

use std::{
    error::Error,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Path, PathBuf},
};

/// What a reading depends on: this crate, the vocabularies, and the versions of all libraries.
const SOURCES: [&str; 4] = ["src", "../domain/src", "../domain/data", "../../Cargo.lock"];

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
    println!("cargo:rustc-env=READING={:016x}", hasher.finish());
    Ok(())
}
