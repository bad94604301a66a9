//! Builds the browser bundle in place of `cargo-leptos`: binds and shrinks the WASM, bundles the
//! style sheets, names files by content, and lays compressed copies beside them.
//!
//! It works on what cargo has compiled and depends on no other crate of the workspace. Names are
//! those that `HydrationScripts` of Leptos expects with `hash_files`: `waxwing.HASH.js`,
//! `waxwing.HASH.wasm`, `waxwing.HASH.css`, told to the server by `hash.txt` beside its program.
//! The JavaScript does not name the WASM: the page does, when it starts it.

mod bundle;
mod publish;
mod style;

use std::{fs, path::Path, path::PathBuf, process::ExitCode};

use clap::Parser;

/// Builds the browser bundle.
#[derive(Debug, Parser)]
struct Arguments {
    /// The compiled browser library
    #[arg(long, default_value = "target/front/wasm32-unknown-unknown/wasm-release/app.wasm")]
    wasm: PathBuf,
    /// The style sheet that imports all others, in their order
    #[arg(long, default_value = "style/main.css")]
    style: PathBuf,
    /// Where the site goes
    #[arg(long, default_value = "target/site")]
    site: PathBuf,
    /// Folders of the server program: each gets hash.txt
    #[arg(long, default_value = "target/debug")]
    beside: Vec<PathBuf>,
    /// The wasm-opt program of the npm package `binaryen`
    #[arg(long, default_value = "end2end/node_modules/.bin/wasm-opt")]
    wasm_opt: PathBuf,
    /// The most bytes of WASM and JavaScript together, with brotli
    #[arg(long, default_value_t = 150_000)]
    budget: usize,
}

/// Why there is no bundle.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    #[error("the WASM cannot be bound: {0}")]
    Bind(String),
    #[error("{0} failed; `make` installs it")]
    Shrink(PathBuf),
    #[error("the style sheets cannot be bundled: {0}")]
    Style(String),
    #[error("the {0} file names an address outside: {1}")]
    Foreign(&'static str, String),
    #[error("WASM and JavaScript take {size} bytes with brotli, {budget} are allowed")]
    Budget { size: usize, budget: usize },
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| Error::File(path.to_owned(), error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    fs::write(path, bytes).map_err(|error| Error::File(path.to_owned(), error))
}

/// A folder with nothing in it.
fn empty(folder: &Path) -> Result<(), Error> {
    let made = if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) };
    made.and_then(|()| fs::create_dir_all(folder))
        .map_err(|error| Error::File(folder.to_owned(), error))
}

fn main() -> ExitCode {
    match bundle::build(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site: {error}");
            ExitCode::FAILURE
        }
    }
}
