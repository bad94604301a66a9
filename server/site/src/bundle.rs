//! The bundle, from what cargo compiled to what the server serves.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Arguments, Error, empty,
    publish::{NAME, hash, publish},
    read,
    style::{foreign, styles},
    write,
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

/// What the last build was made of, and the names it gave: a hash on the first line, `hash.txt`
/// after it. It lies beside the site folder, not in it: everything in there is served.
struct Record(PathBuf);

impl Record {
    fn of(site: &Path) -> Self {
        Self(site.with_extension("built"))
    }

    /// The names of the last build, if it was made of this.
    fn names(&self, made_of: &str) -> Option<String> {
        let record = fs::read_to_string(&self.0).ok()?;
        let (known, names) = record.split_once('\n')?;
        (known == made_of).then(|| names.to_owned())
    }

    fn keep(&self, made_of: &str, names: &str) -> Result<(), Error> {
        write(&self.0, format!("{made_of}\n{names}").as_bytes())
    }

    fn forget(&self) -> Result<(), Error> {
        if self.0.exists() {
            fs::remove_file(&self.0).map_err(|error| Error::File(self.0.clone(), error))
        } else {
            Ok(())
        }
    }
}

/// A hash of everything the bundle is made of: WASM, styles, and this program itself.
fn made_of(wasm: &[u8], style: &str) -> String {
    let program = std::env::current_exe().and_then(fs::metadata);
    let program = program
        .map(|file| format!("{} {:?}", file.len(), file.modified().ok()))
        .unwrap_or_default();
    hash(&[wasm, style.as_bytes(), program.as_bytes()].concat())
}

/// Tells the server the names; a program in the same folder reads them at its start.
fn tell(beside: &[PathBuf], names: &str) -> Result<(), Error> {
    for folder in beside {
        fs::create_dir_all(folder).map_err(|error| Error::File(folder.clone(), error))?;
        let file = folder.join("hash.txt");
        if fs::read_to_string(&file).is_ok_and(|known| known == names) {
            continue;
        }
        write(&file, names.as_bytes())?;
    }
    Ok(())
}

/// Writes the bundle's files into the site folder and returns their names for `hash.txt`.
fn make(arguments: &Arguments, style: &str) -> Result<String, Error> {
    let work = arguments.site.with_extension("work");
    let folder = arguments.site.join("pkg");
    for folder in [&arguments.site, &folder, &work] {
        empty(folder)?;
    }
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    let bound = bindgen.input_path(&arguments.wasm).out_name(NAME).typescript(false).web(true);
    bound
        .and_then(|bindgen| bindgen.generate(&work))
        .map_err(|error| Error::Bind(format!("{error:#}")))?;
    let (large, small) = (work.join(format!("{NAME}_bg.wasm")), work.join("small.wasm"));
    let shrunk = Command::new(&arguments.wasm_opt)
        .arg("-Oz")
        .args(WASM_FEATURES)
        .arg(&large)
        .arg("-o")
        .arg(&small)
        .status();
    if !shrunk.is_ok_and(|status| status.success()) {
        return Err(Error::Shrink(arguments.wasm_opt.clone()));
    }
    let script = read(&work.join(format!("{NAME}.js")))?;
    for (kind, text) in [("js", String::from_utf8_lossy(&script).as_ref()), ("css", style)] {
        if let Some(address) = foreign(text) {
            return Err(Error::Foreign(kind, address.to_owned()));
        }
    }
    let wasm = publish(&folder, "wasm", &read(&small)?)?;
    let js = publish(&folder, "js", &script)?;
    let css = publish(&folder, "css", style.as_bytes())?;
    // The script imports these by their own names.
    let snippets = work.join("snippets");
    if snippets.exists() {
        fs::rename(&snippets, folder.join("snippets"))
            .map_err(|error| Error::File(snippets, error))?;
    }
    let (size, budget) = (wasm.size + js.size, arguments.budget);
    println!("WASM and JavaScript: {size} of {budget} bytes allowed");
    if size > budget {
        return Err(Error::Budget { size, budget });
    }
    Ok(format!("js: {}\nwasm: {}\ncss: {}\n", js.hash, wasm.hash, css.hash))
}

/// Builds the bundle unless the last build was made of the same.
///
/// # Errors
/// Any [`Error`]; then no earlier build counts as up to date.
pub(crate) fn build(arguments: &Arguments) -> Result<(), Error> {
    let style = styles(&arguments.style)?;
    let made_of = made_of(&read(&arguments.wasm)?, &style);
    let record = Record::of(&arguments.site);
    if let Some(names) = record.names(&made_of).filter(|_| arguments.site.join("pkg").exists()) {
        return tell(&arguments.beside, &names);
    }
    record.forget()?;
    let names = make(arguments, &style)?;
    tell(&arguments.beside, &names)?;
    record.keep(&made_of, &names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_build_of_the_same_is_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        let record = Record::of(&folder.path().join("site"));
        assert_eq!(record.names("a"), None);
        record.keep("a", "js: 1\nwasm: 2\n").unwrap();
        assert_eq!(record.names("a").as_deref(), Some("js: 1\nwasm: 2\n"));
        assert_eq!(record.names("b"), None);
        record.forget().unwrap();
        assert_eq!(record.names("a"), None);
        assert_ne!(made_of(b"wasm", "style"), made_of(b"wasm", "other"));
        assert_ne!(made_of(b"wasm", "style"), made_of(b"other", "style"));
    }

    #[test]
    fn stale_names_beside_a_program_are_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("debug"), folder.path().join("release"));
        fs::create_dir_all(&two).unwrap();
        fs::write(two.join("hash.txt"), "js: old\n").unwrap();
        tell(&[one.clone(), two.clone()], "js: new\n").unwrap();
        for folder in [one, two] {
            assert_eq!(fs::read_to_string(folder.join("hash.txt")).unwrap(), "js: new\n");
        }
    }
}
