//! Ranking figures on linked calls and projects.
use std::{collections::BTreeMap, path::PathBuf};
use matching::{Params, evaluate::{Document, evaluate}};

fn rows(path: &PathBuf) -> Vec<serde_json::Value> {
    std::fs::read_to_string(path).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}
fn main() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/sbir_links");
    let doc = |v: &serde_json::Value| Document { id: v["id"].as_str().unwrap().into(), title: v["title"].as_str().unwrap_or("").into(), text: v["text"].as_str().unwrap_or("").into() };
    let calls: Vec<Document> = rows(&root.join("calls.jsonl")).iter().map(doc).collect();
    let projects: Vec<Document> = rows(&root.join("projects.jsonl")).iter().map(doc).collect();
    let links: Vec<(String, String)> = std::fs::read_to_string(root.join("links.dev.csv")).unwrap().lines().skip(1)
        .map(|l| { let mut c = l.split(','); (c.next().unwrap().into(), c.next().unwrap().into()) }).collect();
    let mut p = Params::default();
    let args: BTreeMap<String, f64> = std::env::args().skip(1).map(|a| { let (k, v) = a.split_once('=').unwrap(); (k.to_owned(), v.parse().unwrap()) }).collect();
    let g = |k: &str, d: f64| args.get(k).copied().unwrap_or(d);
    p.bm25.k1 = g("k1", p.bm25.k1);
    p.bm25.k3 = g("k3", p.bm25.k3);
    p.bm25.pivot = g("pivot", p.bm25.pivot);
    p.bm25.fields[0].weight = g("title", p.bm25.fields[0].weight);
    p.bm25.fields[0].b = g("tb", p.bm25.fields[0].b);
    p.bm25.fields[1].b = g("b", p.bm25.fields[1].b);
    let f = evaluate(&calls, &projects, &links, &p);
    println!("{:?} r1 {:.4} r5 {:.4} r10 {:.4} mrr {:.4} ndcg {:.4} n {} of {} index {:.2}s p50 {:.2} p99 {:.2}", args, f.ranking.r1, f.ranking.r5, f.ranking.r10, f.ranking.mrr, f.ranking.ndcg10, f.queries, f.candidates, f.index_seconds, f.query_ms_p50, f.query_ms_p99);
}
