//! The rules of the house that no compiler keeps: who may depend on whom, what the browser never
//! gets, what source text may not hold, which licences may come in. Every rule is also shown a
//! sample that breaks it.

#[cfg(test)]
mod tools {
    pub(crate) use std::{
        collections::{BTreeMap, BTreeSet},
        fs,
        path::{Path, PathBuf},
        process::Command,
    };

    pub(crate) use serde_json::Value;

    pub(crate) fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
    }

    /// What cargo prints for these arguments in the workspace.
    pub(crate) fn cargo(arguments: &[&str]) -> String {
        let run = Command::new(env!("CARGO"))
            .args(arguments)
            .arg("--locked")
            .current_dir(root())
            .output()
            .unwrap();
        assert!(
            run.status.success(),
            "cargo {arguments:?}: {}",
            String::from_utf8_lossy(&run.stderr)
        );
        String::from_utf8(run.stdout).unwrap()
    }
}

#[cfg(test)]
mod browser {
    use crate::tools::cargo;

    /// Families of crates that are for the server only.
    const SERVER_ONLY: [&str; 6] = ["axum", "polars", "sea-orm", "sea-query", "sqlx", "tokio"];

    /// Packages of a `cargo tree --prefix none` that belong to the server.
    fn leaks(tree: &str) -> Vec<&str> {
        let names = tree.lines().filter_map(|line| line.split_whitespace().next());
        let of_server = |name: &&str| {
            SERVER_ONLY.iter().any(|family| {
                name.strip_prefix(family)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            })
        };
        names.filter(of_server).collect()
    }

    fn tree(feature: &str) -> String {
        let wasm = "wasm32-unknown-unknown";
        let what =
            ["tree", "-p", "app", "--no-default-features", "--features", feature, "--target", wasm];
        cargo(&[&what[..], &["-e", "normal", "--prefix", "none"]].concat())
    }

    #[test]
    fn the_browser_gets_no_server_crate() {
        assert_eq!(leaks(&tree("hydrate")), [""; 0]);
    }

    #[test]
    fn a_server_crate_in_the_browser_is_found() {
        let found = tree("ssr");
        let found = leaks(&found);
        for name in ["axum", "sea-orm", "sqlx-core", "tokio"] {
            assert!(found.contains(&name), "{name} is not among {found:?}");
        }
        assert_eq!(
            leaks("tokio-util v0.7.0\ntokiox v1.0.0\npolars v0.55.2 (*)\n"),
            ["tokio-util", "polars"]
        );
    }
}

#[cfg(test)]
mod directions {
    use crate::tools::{BTreeMap, Value, cargo};

    /// Who may use whom, outside tests: architecture, "who may call whom". A crate that is not here
    /// may not be used by any other.
    const ALLOWED: [(&str, &[&str]); 12] = [
        ("app", &["domain", "service"]),
        ("domain", &[]),
        ("exchange", &["domain"]),
        ("matching", &["domain", "reading"]),
        ("measure", &["domain", "exchange", "matching", "reading", "service"]),
        ("migrations", &[]),
        ("reading", &["domain"]),
        ("reports", &["domain"]),
        ("server", &["app", "domain", "exchange", "service"]),
        ("service", &["domain", "exchange", "matching", "reading", "reports", "store"]),
        ("site", &[]),
        ("store", &["domain", "migrations"]),
    ];

    /// Edges between crates of the workspace: from, to, whether for tests only.
    fn edges(metadata: &Value) -> Vec<(String, String, bool)> {
        let packages = metadata["packages"].as_array().unwrap();
        let own = |dependency: &&Value| dependency["path"].is_string();
        let edge = |from: &Value, dependency: &Value| {
            let name = |value: &Value| value["name"].as_str().unwrap().to_owned();
            (name(from), name(dependency), dependency["kind"] == "dev")
        };
        let of = |package: &Value| {
            let dependencies = package["dependencies"].as_array().unwrap();
            dependencies.iter().filter(own).map(|to| edge(package, to)).collect::<Vec<_>>()
        };
        packages.iter().flat_map(of).collect()
    }

    fn forbidden(edges: Vec<(String, String, bool)>) -> Vec<String> {
        let allowed: BTreeMap<&str, &[&str]> = ALLOWED.into_iter().collect();
        // `store` lends its test databases to tests above it.
        let may = |(from, to, test): &(String, String, bool)| {
            allowed.get(from.as_str()).is_some_and(|list| list.contains(&to.as_str()))
                || (*test
                    && to == "store"
                    && ["server", "service", "store"].contains(&from.as_str()))
        };
        edges
            .into_iter()
            .filter(|edge| !may(edge))
            .map(|(from, to, _)| format!("{from} → {to}"))
            .collect()
    }

    #[test]
    fn crates_use_only_what_lies_below_them() {
        let metadata: Value =
            serde_json::from_str(&cargo(&["metadata", "--no-deps", "--format-version", "1"]))
                .unwrap();
        let edges = edges(&metadata);
        assert!(
            edges.iter().any(|(from, to, _)| from == "service" && to == "store"),
            "no edge was read: {edges:?}"
        );
        assert_eq!(forbidden(edges), [""; 0]);
    }

    #[test]
    fn an_edge_against_the_direction_is_found() {
        let edge = |from: &str, to: &str, test| (from.to_owned(), to.to_owned(), test);
        let bad = vec![
            edge("matching", "store", false),
            edge("server", "store", false),
            edge("app", "exchange", true),
            edge("domain", "newcomer", false),
        ];
        assert_eq!(
            forbidden(bad),
            ["matching → store", "server → store", "app → exchange", "domain → newcomer"]
        );
        let sample = serde_json::json!({"packages": [{"name": "store", "dependencies": [
            {"name": "serde", "kind": null}, {"name": "matching", "path": "/x", "kind": null}, {"name": "store", "path": "/y", "kind": "dev"},
        ]}]});
        assert_eq!(forbidden(edges(&sample)), ["store → matching"]);
    }
}

#[cfg(test)]
mod blindness {
    use crate::tools::{fs, root};

    /// A masker that takes nothing out is for measuring what masking costs. Whoever else made one could
    /// put names before the matcher without the compiler noticing.
    const OPEN: &str = "open_for_measuring";

    fn uses(folder: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let shown = path.to_string_lossy().into_owned();
            if path.is_dir() {
                uses(&shown, found);
            } else if path.extension().is_some_and(|end| end == "rs")
                && fs::read_to_string(&path).unwrap().contains(OPEN)
            {
                found.push(shown);
            }
        }
    }

    #[test]
    fn only_measurements_see_names() {
        let mut found = Vec::new();
        for part in ["app", "server", "migrations"] {
            uses(&root().join(part).to_string_lossy(), &mut found);
        }
        let strange = |path: &&String| {
            !path.contains("/server/measure/")
                && !path.ends_with("server/reading/src/blind/mod.rs")
                && !path.ends_with("server/site/tests/house.rs")
        };
        assert!(found.len() > 2, "the rule is looked for under another name: {found:?}");
        assert_eq!(found.iter().filter(strange).collect::<Vec<_>>(), [""; 0]);
    }
}

#[cfg(test)]
mod source {
    use crate::tools::{Path, fs, root};

    /// Text that may not stand in the face's source: what, why, and the one file where it may.
    const BANNED: [(&str, &str, &str); 6] = [
        ("inner_html", "raw HTML reaches the page unescaped", ""),
        ("<textarea", "Leptos 0.8 does not escape its text: only TextArea does", "src/ui/form.rs"),
        (" style=", "the security policy forbids style attributes", ""),
        (" style:", "the security policy forbids style attributes", ""),
        ("GetUrl", "what is typed would stand in addresses", ""),
        ("GetCbor", "what is typed would stand in addresses", ""),
    ];

    fn findings(path: &str, text: &str) -> Vec<String> {
        // Tests show what the rules keep out.
        let (served, _) = text.split_once("\nmod tests {").unwrap_or((text, ""));
        let code =
            served.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        let mut found = Vec::new();
        for (index, line) in code {
            let here = format!("{path}:{}", index + 1);
            for (banned, why, home) in BANNED {
                if line.contains(banned) && (home.is_empty() || !path.ends_with(home)) {
                    found.push(format!("{here}: {banned}: {why}"));
                }
            }
            if line.contains("#[server") && !line.contains("endpoint = ") {
                found.push(format!(
                    "{here}: #[server] without endpoint: its address would depend on the build"
                ));
            }
        }
        found
    }

    fn walk(folder: &Path, found: &mut Vec<String>, files: &mut usize) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found, files);
            } else if path.extension().is_some_and(|end| end == "rs") {
                *files += 1;
                found
                    .extend(findings(&path.to_string_lossy(), &fs::read_to_string(&path).unwrap()));
            }
        }
    }

    #[test]
    fn the_face_holds_nothing_banned() {
        let (mut found, mut files) = (Vec::new(), 0);
        walk(&root().join("app/src"), &mut found, &mut files);
        assert!(files > 10, "only {files} files were read");
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn every_banned_text_is_found() {
        for (banned, ..) in BANNED {
            assert_eq!(
                findings("app/src/pages/x.rs", &format!("let x = view! {{ <p{banned}\"\"/> }};"))
                    .len(),
                1,
                "{banned}"
            );
        }
        assert_eq!(findings("app/src/x.rs", "#[server]\nasync fn x() {}").len(), 1);
        assert_eq!(
            findings("app/src/x.rs", "#[server(endpoint = \"x\")]\n// inner_html is banned").len(),
            0
        );
        assert_eq!(
            findings(
                "app/src/x.rs",
                "fn x() {}\n#[cfg(test)]\nmod tests {\n    // <textarea>\n    inner_html"
            )
            .len(),
            0
        );
        assert_eq!(findings("app/src/ui/form.rs", "<textarea>").len(), 0);
    }
}

#[cfg(test)]
mod dependencies {
    use crate::tools::{BTreeSet, Value, cargo, fs, root};

    /// The list for people says what there is: each package taken directly, with its licence.
    #[test]
    fn the_list_of_dependencies_is_the_real_one() {
        let metadata: Value =
            serde_json::from_str(&cargo(&["metadata", "--format-version", "1"])).unwrap();
        // A package that is here in two versions may say its licence in two ways.
        let said: BTreeSet<(&str, &str)> = metadata["packages"]
            .as_array()
            .unwrap()
            .iter()
            .map(|package| {
                let text = |key: &str| package[key].as_str().unwrap_or("no licence");
                (text("name"), text("license"))
            })
            .collect();
        let file: toml::Value =
            toml::from_str(&fs::read_to_string(root().join("Cargo.toml")).unwrap()).unwrap();
        let taken: BTreeSet<String> = file["workspace"]["dependencies"]
            .as_table()
            .unwrap()
            .iter()
            .filter(|(_, how)| how.get("path").is_none())
            .map(|(name, _)| name.clone())
            .collect();
        let list = fs::read_to_string(root().join("server/docs/dependencies.md")).unwrap();
        let listed: BTreeSet<String> = list
            .lines()
            .filter(|line| line.starts_with("| `"))
            .map(|line| {
                let cells: Vec<&str> = line.split('|').map(str::trim).collect();
                let name = cells[1].trim_matches('`');
                assert!(cells[2].len() > 3, "what for: {line}");
                assert!(said.contains(&(name, cells[3])), "its licence: {line}");
                name.to_owned()
            })
            .collect();
        assert_eq!(listed, taken);
    }
}

#[cfg(test)]
mod promises {
    use std::{fs, path::Path};

    use super::tools::root;

    /// Every promise of the privacy page with the names of its tests, as the page has them.
    fn promised(page: &str) -> Vec<(String, Vec<String>)> {
        let (_, list) = page.split_once("const PROMISES").unwrap();
        let (list, _) = list.split_once("];").unwrap();
        let mut promises: Vec<(String, Vec<String>)> = Vec::new();
        for quoted in list.split('"').skip(1).step_by(2).map(str::to_owned) {
            match promises.last_mut() {
                Some((_, tests)) if !quoted.starts_with("privacy-") => tests.push(quoted),
                _ => promises.push((quoted, Vec::new())),
            }
        }
        promises
    }

    fn sources(folder: &Path, all: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "target", "demo"].contains(&name.as_str()) {
                    sources(&path, all);
                }
            } else if path.extension().is_some_and(|end| end == "rs" || end == "ts") {
                all.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }

    /// Whether a test of this name is there: a function, a browser's test, or a promise that the
    /// browser's tests keep on every page.
    fn is_there(sources: &str, test: &str) -> bool {
        [
            format!("fn {test}"),
            format!("test(\"{test}"),
            format!("test(`{test}"),
            format!("\"{test}\""),
        ]
        .iter()
        .any(|form| sources.contains(form))
    }

    #[test]
    fn d9_every_promise_names_tests_that_are_there() {
        let page = fs::read_to_string(root().join("app/src/pages/about/mod.rs")).unwrap();
        let promised = promised(&page);
        assert_eq!(promised.len(), 11);
        let mut all = String::new();
        for folder in ["app", "server", "end2end"] {
            sources(&root().join(folder), &mut all);
        }
        // The page itself must not vouch for its own promises.
        let all = all.replace(&page, "");
        for (promise, tests) in promised {
            assert!(!tests.is_empty(), "{promise} has no test");
            for test in tests {
                assert!(is_there(&all, &test), "{promise}: there is no test “{test}”");
            }
        }
        assert!(!is_there(&all, &["no", "such", "test"].join("_")));
    }
}

#[cfg(test)]
mod transactions {
    use std::fs;

    use super::tools::root;

    /// Lines that read or begin beside a transaction of the same function that has not ended: what
    /// is read there may be older than what the transaction sees, and a second one would wait for the
    /// first.
    fn beside(source: &str) -> Vec<&str> {
        let mut open = false;
        let mut found = Vec::new();
        for line in source.lines() {
            let begins = line.contains(".begin().await") || line.contains(".try_begin().await");
            if open && (begins || line.contains(".db.reads()")) {
                found.push(line.trim());
            }
            // A function ends where a brace closes at its own depth: none is written inside another.
            let ends = line == "}" || line == "    }";
            open = (open || begins) && !ends && !line.contains("commit");
        }
        found
    }

    #[test]
    fn nothing_is_read_beside_a_transaction() {
        let mut seen = 0;
        for entry in fs::read_dir(root().join("server/service/src")).unwrap() {
            let path = entry.unwrap().path();
            if !path.is_file() {
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            seen += source.matches(".begin().await").count();
            assert_eq!(beside(&source), [""; 0], "{}", path.display());
        }
        assert!(seen > 20, "only {seen} transactions were found");
    }

    #[test]
    fn a_reading_beside_a_transaction_is_found() {
        let bad = "fn one() {\n    let t = services.begin().await?;\n    \
                   get(services.db.reads()).await?;\n    t.commit().await\n}\n";
        assert_eq!(beside(bad), ["get(services.db.reads()).await?;"]);
        let nested = "fn one() {\n    let t = services.begin().await?;\n    \
                      let u = services.begin().await?;\n}\n";
        assert_eq!(beside(nested).len(), 1);
        let good = "fn one() {\n    get(services.db.reads()).await?;\n    \
                    let t = services.begin().await?;\n    t.commit().await?;\n    \
                    get(services.db.reads()).await\n}\nfn two() {\n    x(services.db.reads())\n}\n";
        assert_eq!(beside(good), [""; 0]);
    }
}
