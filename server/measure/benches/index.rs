//! How fast the engine is, beside a peer that gives the same answers.
//!
//! ```text
//! cargo bench -p measure
//! ```
//!
//! The peer is the crate `bm25`. It gets the same words; its best documents are checked against
//! ours before anything is timed, as a faster wrong answer is worth nothing. Rounds of both are
//! interleaved and medians compared. Without `--bench` (that is, under `cargo test`) everything
//! runs once on small sets.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
    time::Instant,
};

use domain::{
    AmountRange, CallContent, CallId, Currency, LegalEntity, Place, ProjectContent, ProjectId,
    Theme, ThemeCode,
};
use matching::{
    CallIndex, CallIndexBuilder, Params, ProjectBlind,
    chance::Chance,
    index::{Bm25, Corpus, CorpusBuilder},
};
use measure::percentile;
use reading::{
    CallRecord, Masker, Reading,
    tokens::{Tokeniser, Tokens},
};

const K1: f32 = 1.2;
const B: f32 = 0.75;

/// Texts of words whose frequencies follow Zipf and Mandelbrot (rank + 2.7)⁻¹, without the very
/// most frequent ones, as stop words are cut.
fn synthetic(documents: usize, words: u32, seed: u64) -> Vec<String> {
    let mut sum = 0.0;
    let cumulative: Vec<f64> = (60..words + 60)
        .map(|rank| {
            sum += 1.0 / (f64::from(rank) + 2.7);
            sum
        })
        .collect();
    let mut chance = Chance::new(seed);
    (0..documents)
        .map(|_| {
            let length = 60 + chance.below(80);
            let word = |chance: &mut Chance| {
                let at = chance.share() * sum;
                format!("w{:05}k", cumulative.partition_point(|value| *value < at))
            };
            (0..length).map(|_| word(&mut chance)).collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// The peer's words: stems that are already separated.
struct Split;

impl bm25::Tokenizer for Split {
    fn tokenize(&self, text: &str) -> Vec<String> {
        text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }
}

/// Numbers for the peer's terms. Its own hash gives one number to a tenth of the synthetic words.
#[derive(Debug)]
struct Numbered;

impl bm25::TokenEmbedder for Numbered {
    type EmbeddingSpace = u64;

    fn embed(token: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        token.hash(&mut hasher);
        hasher.finish()
    }
}

struct Peer {
    embedder: bm25::Embedder<Numbered, Split>,
    scorer: bm25::Scorer<u32, u64>,
}

impl Peer {
    fn build(texts: &[String]) -> Self {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let builder = bm25::EmbedderBuilder::with_tokenizer_and_fit_to_corpus(Split, &texts);
        let embedder = builder.k1(K1).b(B).build();
        let mut scorer = bm25::Scorer::new();
        for (text, number) in texts.iter().zip(0..) {
            scorer.upsert(&number, embedder.embed(text));
        }
        Self { embedder, scorer }
    }

    /// Its best documents; its scores are `k1 + 1` times those of Lucene.
    fn top(&self, query: &str, k: usize) -> Vec<(u32, f64)> {
        let found = self.scorer.matches(&self.embedder.embed(query));
        let scores = found.into_iter().take(k);
        scores.map(|hit| (hit.id, f64::from(hit.score / (K1 + 1.0)))).collect()
    }
}

fn read(texts: &[String]) -> Vec<Tokens> {
    let (masker, mut reader) = (Masker::default(), Tokeniser::default());
    let language = "en".parse().ok();
    texts.iter().map(|text| reader.read(&[masker.blind(text)], language.as_ref())).collect()
}

fn build(tokens: &[Tokens]) -> Corpus {
    let mut builder = CorpusBuilder::new(Bm25::plain(f64::from(K1), f64::from(B)));
    for tokens in tokens {
        builder.add(tokens);
    }
    builder.finish()
}

/// What the peer gets: stems, with the language that keeps equal stems of two languages apart.
fn stems(tokens: &Tokens) -> String {
    let words = tokens.fields.iter().flat_map(reading::tokens::Words::iter);
    words.map(|word| format!("{}:{}", word.tongue.code(), word.stem)).collect::<Vec<_>>().join(" ")
}

/// Milliseconds that something takes.
fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let started = Instant::now();
    let done = work();
    (started.elapsed().as_secs_f64() * 1000.0, done)
}

fn median(times: &[f64]) -> f64 {
    percentile(times, 0.5).unwrap_or(0.0)
}

/// Plain BM25, ours and the peer's, over the same words.
fn beside_peer(
    name: &str,
    texts: &[String],
    queries: usize,
    rounds: usize,
) -> Result<(), Box<dyn Error>> {
    let tokens = read(texts);
    let peer_texts: Vec<String> = tokens.iter().map(stems).collect();
    let (our_build, corpus) = timed(|| build(&tokens));
    let (peer_build, peer) = timed(|| Peer::build(&peer_texts));
    let step = (tokens.len() / queries.max(1)).max(1);
    let asked: Vec<usize> = (0..tokens.len()).step_by(step).take(queries).collect();

    for &doc in &asked {
        let ours = corpus.top(&corpus.query(&tokens[doc], &[1.0]), 20);
        let all: BTreeMap<u32, f64> = peer.top(&peer_texts[doc], usize::MAX).into_iter().collect();
        let theirs: BTreeSet<u32> =
            peer.top(&peer_texts[doc], 20).into_iter().map(|(id, _)| id).collect();
        let least = ours.last().map_or(0.0, |hit| hit.score);
        for hit in &ours {
            let score = all.get(&hit.doc).copied().unwrap_or(0.0);
            // The peer adds thousands of terms in single precision.
            if (score - hit.score).abs() > 5e-4 * hit.score.max(1.0) {
                return Err(
                    format!("{name}: document {} has {score} and {}", hit.doc, hit.score).into()
                );
            }
            let tied = (hit.score - least).abs() < 1e-3 * least.max(1.0);
            if !theirs.contains(&hit.doc) && !tied {
                return Err(
                    format!("{name}: document {} is not among the peer's best", hit.doc).into()
                );
            }
        }
    }

    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        for &doc in &asked {
            ours.push(timed(|| corpus.top(&corpus.query(&tokens[doc], &[1.0]), 20)).0);
            theirs.push(timed(|| peer.top(&peer_texts[doc], 20)).0);
        }
    }
    let (our_query, peer_query) = (median(&ours), median(&theirs));
    println!("{name}: {} documents, {} queries, equal answers", texts.len(), asked.len());
    println!(
        "  build  {our_build:9.1} ms   bm25 {peer_build:9.1} ms   ratio {:.1}",
        peer_build / our_build
    );
    println!(
        "  query  {our_query:9.3} ms   bm25 {peer_query:9.3} ms   ratio {:.1}",
        peer_query / our_query
    );
    Ok(())
}

/// The product's own path: a project is read without names, all calls are compared, twenty decided
/// and explained.
fn product(name: &str, calls: &[CallContent], projects: &[ProjectContent]) {
    let masker = Masker::default();
    let id = |number: u32| {
        let mut bytes = [0; 16];
        bytes[..4].copy_from_slice(&number.to_be_bytes());
        CallId::from_random(bytes)
    };
    let records = calls.iter().zip(0..).map(|(content, n)| CallRecord { id: id(n), content });
    let (build, index) = timed(|| CallIndex::build(records, &masker, &Params::default()));
    let nobody: [LegalEntity; 0] = [];
    let today = chrono::DateTime::UNIX_EPOCH;
    let (mut times, mut reading) = (Vec::new(), Vec::new());
    for project in projects {
        let (read, blind) = timed(|| ProjectBlind::new(project, &masker));
        let (time, shown) = timed(|| {
            let found = index.top_calls_for(&blind, &nobody, today, |_| true, 20);
            let page: Vec<CallId> = found.iter().map(|found| found.id).collect();
            let project_id = ProjectId::from_random([0; 16]);
            index.explain_all(&page, &blind, project_id, &nobody, today).len()
        });
        assert_eq!(shown, calls.len().min(20));
        reading.push(read);
        times.push(read + time);
    }
    let p99 = percentile(&times, 0.99).unwrap_or(0.0);
    println!("{} projects against {} {name}, 20 explained", projects.len(), calls.len());
    println!("  build  {build:9.1} ms");
    println!("  query  {:9.3} ms   p99 {p99:.3} ms   (bar 5 ms, goal 1 ms)", median(&times));
    println!("  of which reading the project {:.3} ms", median(&reading));
    loaded(&index, calls, &projects[..projects.len().min(10)], &masker, id);
    changes(&index, calls, &masker, id);
}

/// An index of calls that were read before, as the product keeps them, gives the same as one of their
/// texts.
fn loaded(
    index: &CallIndex,
    calls: &[CallContent],
    projects: &[ProjectContent],
    masker: &Masker,
    id: impl Fn(u32) -> CallId,
) {
    let mut reader = Tokeniser::default();
    let kept: Vec<(CallId, String)> = calls
        .iter()
        .zip(0..)
        .map(|(call, n)| (id(n), Reading::of(call, masker, &mut reader).written()))
        .collect();
    let bytes: usize = kept.iter().map(|(_, text)| text.len()).sum();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = kept.len().div_ceil(threads).max(1);
    let part = |kept: &[(CallId, String)]| {
        let mut part = CallIndexBuilder::new(&Params::default());
        for (id, text) in kept {
            if let Some(reading) = Reading::from_written(text) {
                part.add(*id, reading);
            }
        }
        part
    };
    let (time, loaded) = timed(|| {
        let mut whole = CallIndexBuilder::new(&Params::default());
        std::thread::scope(|scope| {
            let parts = kept.chunks(share).map(|kept| scope.spawn(|| part(kept)));
            for part in parts.collect::<Vec<_>>() {
                if let Ok(part) = part.join() {
                    whole.append(part);
                }
            }
        });
        whole.finish(masker)
    });
    for project in projects {
        let blind = ProjectBlind::new(project, masker);
        let list = |index: &CallIndex| {
            index.top_calls_for(&blind, &[], chrono::DateTime::UNIX_EPOCH, |_| true, 20)
        };
        assert_eq!(list(index), list(&loaded), "a loaded index gives another list");
    }
    println!("  load   {time:9.1} ms   (goal 2000 ms) of {} kB of readings", bytes / 1000);
}

/// One call after the other says what another one does, with a word that no call had, and is found.
fn changes(index: &CallIndex, calls: &[CallContent], masker: &Masker, id: impl Fn(u32) -> CallId) {
    let today = chrono::DateTime::UNIX_EPOCH;
    let (mut times, mut searches) = (Vec::new(), Vec::new());
    let (mut now, mut n) = (index.with_changes([], &[], masker), 0_u32);
    for (content, asks) in calls.iter().zip(calls.iter().skip(calls.len() / 2)).take(100) {
        let text = format!("zyxwvut{n} {}", asks.text);
        let changed = CallContent { text: text.clone(), ..content.clone() };
        let record = CallRecord { id: id(n), content: &changed };
        let (time, next) = timed(|| now.with_changes([record], &[], masker));
        let project = ProjectContent { summary: text, ..ProjectContent::titled("") };
        let blind = ProjectBlind::new(&project, masker);
        let (search, found) = timed(|| next.top_calls_for(&blind, &[], today, |_| true, 20));
        let best = found.iter().any(|found| found.id == id(n));
        assert!(best, "call {n} is not among the first twenty for its own words");
        times.push(time);
        searches.push(search);
        now = next;
        n += 1;
    }
    let p99 = |times: &[f64]| percentile(times, 0.99).unwrap_or(0.0);
    println!(
        "  one call changed {:.3} ms   p99 {:.3} ms   (goal 50 ms)",
        median(&times),
        p99(&times)
    );
    println!("  search for it {:.3} ms   p99 {:.3} ms", median(&searches), p99(&searches));
}

/// Facts besides words, drawn for each call or project: themes, places, amounts.
fn drawn<T: Clone>(chance: &mut Chance, from: &[T], most: usize) -> Vec<T> {
    (0..chance.below(most + 1)).filter_map(|_| chance.one_of(from).cloned()).collect()
}

fn amounts(chance: &mut Chance) -> Option<AmountRange> {
    let low = i64::try_from(chance.below(50_000)).unwrap_or(0) * 100;
    let stated = chance.below(2) == 0;
    stated.then(|| AmountRange::new(Some(low), Some(4 * low), Currency::EUR).ok()).flatten()
}

fn synthetic_calls(texts: &[String]) -> Vec<CallContent> {
    let mut chance = Chance::new(3);
    let themes: Vec<ThemeCode> = Theme::all().iter().map(|theme| theme.code.clone()).collect();
    let call = |text: &String| CallContent {
        text: text.clone(),
        themes: drawn(&mut chance, &themes, 3),
        places: drawn(&mut chance, &places(), 2),
        award: amounts(&mut chance),
        ..CallContent::titled("w00001k")
    };
    texts.iter().map(call).collect()
}

fn projects_of(texts: &[String]) -> Vec<ProjectContent> {
    let mut chance = Chance::new(5);
    let themes: Vec<ThemeCode> = Theme::all().iter().map(|theme| theme.code.clone()).collect();
    let project = |text: &String| ProjectContent {
        summary: text.clone(),
        themes: drawn(&mut chance, &themes, 3),
        work_places: drawn(&mut chance, &places(), 2),
        budget: amounts(&mut chance),
        ..ProjectContent::titled("Open borders")
    };
    texts.iter().map(project).collect()
}

fn places() -> Vec<Place> {
    let codes = ["DE", "LT", "PL", "BY", "UA", "GE", "EU", "EASTERN_PARTNERSHIP", "WORLD"];
    codes.iter().filter_map(|code| code.parse().ok()).collect()
}

fn real_calls() -> Option<Vec<CallContent>> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/eu_calls/calls.jsonl");
    let lines = std::fs::read_to_string(path).ok()?;
    let call = |line: &str| {
        let row: serde_json::Value = serde_json::from_str(line).ok()?;
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        Some(CallContent {
            text: text("text"),
            conditions: text("conditions"),
            ..CallContent::titled(text("title"))
        })
    };
    lines.lines().map(call).collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let full = std::env::args().any(|argument| argument == "--bench");
    let (large, rounds) = if full { (100_000, 5) } else { (300, 1) };
    match real_calls() {
        None => {
            eprintln!("SKIPPED: ../shared/data/eu_calls is not there; no figures on real calls");
        }
        Some(calls) => {
            let calls = if full { calls } else { calls.into_iter().take(60).collect() };
            // A call's own words, shortened, ask as a project would.
            let asked = calls.iter().step_by(if full { 4 } else { 30 });
            let asked: Vec<String> =
                asked.map(|call| call.text.chars().take(1500).collect()).collect();
            product("real calls", &calls, &projects_of(&asked));
            let texts: Vec<String> =
                calls.iter().map(|call| format!("{} {}", call.title, call.text)).collect();
            beside_peer("real calls", &texts, if full { 40 } else { 5 }, rounds)?;
        }
    }
    let texts = synthetic(large, 150_000, 7);
    let asked = synthetic(if full { 10_000 } else { 3 }, 150_000, 8);
    product("synthetic calls", &synthetic_calls(&texts), &projects_of(&asked));
    beside_peer("synthetic", &texts, if full { 8 } else { 4 }, if full { 3 } else { 1 })
}
