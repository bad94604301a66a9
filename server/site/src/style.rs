//! Style sheets: all in one, smaller, and asking nobody else for anything.

use std::path::Path;

use lightningcss::{
    bundler::{Bundler, FileProvider},
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions},
};

use crate::Error;

/// All style sheets in one, in the order of the imports of `main`: the one place that gives it.
///
/// # Errors
/// [`Error::Style`] for a sheet that is missing or cannot be read.
pub(crate) fn styles(main: &Path) -> Result<String, Error> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| Error::Style(error.to_string()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| Error::Style(error.to_string()))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    printed.map(|printed| printed.code).map_err(|error| Error::Style(error.to_string()))
}

/// The first address of another host that a text names, if any. Names of XML languages are no
/// addresses, nobody fetches them; and what wasm-bindgen says in comments of its own, neither.
pub(crate) fn foreign(text: &str) -> Option<&str> {
    let starts = ["https://", "http://", "url(//", "url(\"//", "url('//"];
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| {
            starts
                .into_iter()
                .flat_map(move |start| line.match_indices(start).map(move |(at, _)| &line[at..]))
        })
        .map(|rest| {
            rest.split_inclusive(['"', '\'', '`', ')', ' '])
                .find(|part| part.contains("//"))
                .unwrap_or(rest)
        })
        .find(|address| !address.starts_with("http://www.w3.org/"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn imports_become_one_sheet_in_their_order() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        put("main.css", "@import \"b.css\"; @import \"a.css\";");
        put("a.css", "p { color: #ffffff; }");
        put("b.css", "@layer base { p { color: black } }");
        let main = folder.path().join("main.css");
        assert_eq!(styles(&main).unwrap(), "@layer base{p{color:#000}}p{color:#fff}");
        put("main.css", "@import \"missing.css\";");
        assert!(styles(&main).unwrap_err().to_string().contains("bundled"));
        put("main.css", "p { color: }} x");
        assert!(styles(&main).is_err());
    }

    #[test]
    fn other_hosts_are_found() {
        assert_eq!(
            foreign("@import \"https://fonts.example/x.css\";"),
            Some("https://fonts.example/x.css\"")
        );
        assert_eq!(foreign("a{background:url(//x.example/y.png)}"), Some("url(//x.example/y.png)"));
        assert_eq!(
            foreign("a{background:url(\"//x.example/y.png\")}"),
            Some("//x.example/y.png\"")
        );
        assert_eq!(
            foreign("fetch('http://www.w3.org/2000/svg');fetch(`http://a.example/`)"),
            Some("http://a.example/`")
        );
        assert_eq!(
            foreign(
                "e(\"http://www.w3.org/2000/svg\")\n  // see https://docs.example\nurl(/own.svg)"
            ),
            None
        );
    }
}
