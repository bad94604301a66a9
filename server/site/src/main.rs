//! Builds the browser bundle in place of `cargo-leptos`: binds and shrinks the WASM, bundles the
//! style sheets, names files by content, and lays compressed copies beside them.
//!
//! It works on what cargo has compiled and depends on no other crate of the workspace. Names are
//! those that `HydrationScripts` of Leptos expects with `hash_files`: `waxwing.HASH.js`,
//! `waxwing.HASH.wasm`, `waxwing.HASH.css`, told to the server by `hash.txt` beside its program.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io::Write,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use clap::Parser;
use flate2::{Compression, write::GzEncoder};
use lightningcss::{
    bundler::{Bundler, FileProvider},
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions},
};

/// Features that browsers have; never `--all-features`, with which islands stay dead.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];

/// The base of all names.
const NAME: &str = "waxwing";

/// Builds the browser bundle.
#[derive(Debug, Parser)]
struct Arguments {
    /// The compiled browser library
    #[arg(long, default_value = "target/front/wasm32-unknown-unknown/wasm-release/app.wasm")]
    wasm: PathBuf,
    /// The style sheet that imports all others
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
    #[error("WASM and JavaScript take {size} bytes with brotli, {budget} are allowed")]
    Budget { size: usize, budget: usize },
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| Error::File(path.to_owned(), error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    fs::write(path, bytes).map_err(|error| Error::File(path.to_owned(), error))
}

/// A short name for a content.
fn hash(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// All style sheets in one, in the order of their imports.
fn styles(main: &Path) -> Result<String, Error> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| Error::Style(error.to_string()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| Error::Style(error.to_string()))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    printed.map(|printed| printed.code).map_err(|error| Error::Style(error.to_string()))
}

fn with_brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    // Writing into memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters);
    out
}

fn with_gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// Writes a file under its hash with compressed copies, and says how large it is.
fn publish(folder: &Path, end: &str, bytes: &[u8]) -> Result<(String, usize), Error> {
    let hash = hash(bytes);
    let path = folder.join(format!("{NAME}.{hash}.{end}"));
    let (brotli, gzip) = (with_brotli(bytes), with_gzip(bytes));
    write(&path, bytes)?;
    write(&path.with_added_extension("br"), &brotli)?;
    write(&path.with_added_extension("gz"), &gzip)?;
    println!("{end:>5} {:>8} bytes {:>8} gzip {:>8} brotli", bytes.len(), gzip.len(), brotli.len());
    Ok((hash, brotli.len()))
}

fn build(arguments: &Arguments) -> Result<(), Error> {
    let wasm = read(&arguments.wasm)?;
    let style = styles(&arguments.style)?;
    let stamp = hash(&[wasm.as_slice(), style.as_bytes()].concat());
    let stamp_file = arguments.site.join("stamp.txt");
    let names = arguments.beside.iter().map(|folder| folder.join("hash.txt")).collect::<Vec<_>>();
    if fs::read_to_string(&stamp_file).is_ok_and(|known| known == stamp) && names.iter().all(|name| name.exists()) {
        println!("the bundle is up to date");
        return Ok(());
    }
    let work = arguments.site.with_extension("work");
    for folder in [&arguments.site, &work] {
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(|error| Error::File(folder.clone(), error))?;
        }
    }
    let folder = arguments.site.join("pkg");
    for folder in [&folder, &work] {
        fs::create_dir_all(folder).map_err(|error| Error::File(folder.clone(), error))?;
    }
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    let bound = bindgen.input_path(&arguments.wasm).out_name(NAME).typescript(false).web(true);
    bound.and_then(|bindgen| bindgen.generate(&work)).map_err(|error| Error::Bind(format!("{error:#}")))?;
    let (large, small) = (work.join(format!("{NAME}_bg.wasm")), work.join("small.wasm"));
    let shrunk = Command::new(&arguments.wasm_opt).arg("-Oz").args(WASM_FEATURES).arg(&large).arg("-o").arg(&small).status();
    if !shrunk.is_ok_and(|status| status.success()) {
        return Err(Error::Shrink(arguments.wasm_opt.clone()));
    }
    let (wasm_hash, wasm_size) = publish(&folder, "wasm", &read(&small)?)?;
    let (js_hash, js_size) = publish(&folder, "js", &read(&work.join(format!("{NAME}.js")))?)?;
    let (css_hash, _) = publish(&folder, "css", style.as_bytes())?;
    let snippets = work.join("snippets");
    if snippets.exists() {
        fs::rename(&snippets, folder.join("snippets")).map_err(|error| Error::File(snippets, error))?;
    }
    let size = wasm_size + js_size;
    if size > arguments.budget {
        return Err(Error::Budget { size, budget: arguments.budget });
    }
    for name in names {
        if let Some(folder) = name.parent() {
            fs::create_dir_all(folder).map_err(|error| Error::File(folder.to_owned(), error))?;
        }
        write(&name, format!("js: {js_hash}\nwasm: {wasm_hash}\ncss: {css_hash}\n").as_bytes())?;
    }
    write(&stamp_file, stamp.as_bytes())
}

fn main() -> ExitCode {
    match build(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_become_one_sheet_in_their_order() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        put("main.css", "@import \"a.css\"; @import \"b.css\";");
        put("a.css", "p { color: #ffffff; }");
        put("b.css", "p { color: black }");
        assert_eq!(styles(&folder.path().join("main.css")).unwrap(), "p{color:#fff}p{color:#000}");
        put("b.css", "p { color: ");
        put("main.css", "@import \"missing.css\";");
        assert!(styles(&folder.path().join("main.css")).is_err());
    }

    #[test]
    fn names_follow_content_and_copies_unpack_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let text = b"body{margin:0}".repeat(50);
        let (name, _) = publish(folder.path(), "css", &text).unwrap();
        assert_ne!(name, hash(b"other"));
        let packed = read(&folder.path().join(format!("waxwing.{name}.css.br"))).unwrap();
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut plain).unwrap();
        assert_eq!(plain, text);
        let packed = read(&folder.path().join(format!("waxwing.{name}.css.gz"))).unwrap();
        let mut plain = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(packed.as_slice()), &mut plain).unwrap();
        assert_eq!(plain, text);
    }
}
