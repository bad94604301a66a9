//! Prints clauses.
use std::{collections::BTreeMap, path::PathBuf};
use domain::CallContent;
fn main() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let f = std::env::args().nth(1).unwrap();
    let mut by: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut n = 0;
    let t = std::time::Instant::now();
    for l in std::fs::read_to_string(root.join(&f)).unwrap().lines() {
        let v: serde_json::Value = serde_json::from_str(l).unwrap();
        let g = |k: &str| v[k].as_str().unwrap_or("").to_owned();
        let cond = format!("{}\n{}\n{}", g("conditions"), g("legal"), g("more"));
        let c = CallContent { text: g("text"), conditions: cond, eligibility: g("eligibility"), duration_text: Some(g("duration")), ..CallContent::titled(g("title")) };
        n += 1;
        for r in matching::clauses::extract(&c) {
            let cond = format!("{:?}", r.condition);
            by.entry(format!("{:?}", r.condition.kind())).or_default().push(format!("{cond}\n        {} «{}»", r.clause.field, r.clause.quote.replace('\n', " ")));
        }
    }
    println!("{n} calls {:?}", t.elapsed());
    for (k, v) in by { println!("== {k} {}", v.len()); for x in v.iter().take(40) { println!("   {x}"); } }
}
