//! The ranking index beside its peers: reads numbered words that `benches/peers/corpus.py` wrote,
//! then takes the same orders on standard input as `benches/peers/worker.py`.

use std::{
    error::Error, fmt::Write as _, fs, io::BufRead as _, ops::Range, path::Path, time::Instant,
};

use matching::index::{Bm25, Corpus, CorpusBuilder, Hit, Query};
use reading::tokens::Tokens;

/// Numbers in a file, 32 bits each, the least significant byte first.
fn numbers(path: &Path) -> Result<Vec<u32>, Box<dyn Error>> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(bytes
        .chunks_exact(4)
        .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
        .collect())
}

/// Numbered words, document by document or query by query.
struct Numbered {
    tokens: Vec<u32>,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Numbered {
    fn read(folder: &Path, kind: &str) -> Result<Self, Box<dyn Error>> {
        let mut ends = Vec::new();
        for length in numbers(&folder.join(format!("{kind}lengths.u32")))? {
            ends.push(ends.last().unwrap_or(&0) + usize::try_from(length)?);
        }
        Ok(Self { tokens: numbers(&folder.join(format!("{kind}tokens.u32")))?, ends })
    }

    fn each(&self, range: Range<usize>, mut take: impl FnMut(&Tokens)) {
        let (mut letters, mut ends) = (String::new(), Vec::new());
        for i in range {
            let start = i.checked_sub(1).map_or(0, |i| self.ends[i]);
            letters.clear();
            ends.clear();
            for token in &self.tokens[start..self.ends[i]] {
                // Writing to a string never fails.
                let _ = write!(letters, "{token}");
                ends.push(letters.len());
            }
            let starts = std::iter::once(0).chain(ends.iter().copied());
            take(&Tokens::given(starts.zip(&ends).map(|(start, end)| &letters[start..*end])));
        }
    }
}

/// Words come in as strings and are numbered anew, in two threads.
fn build(documents: &Numbered) -> Corpus {
    let part = |range: Range<usize>| {
        let mut builder = CorpusBuilder::new(Bm25::plain(1.2, 0.75));
        documents.each(range, |tokens| builder.add(tokens));
        builder
    };
    let (half, all) = (documents.ends.len() / 2, documents.ends.len());
    let builder = std::thread::scope(|scope| {
        let second = scope.spawn(|| part(half..all));
        let mut first = part(0..half);
        match second.join() {
            Ok(second) => first.append(second),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        first
    });
    builder.finish()
}

/// The most memory held so far, in bytes, where the system tells.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}

/// Writes the documents and the scores of lists, filled up to `k`.
fn write(stem: &str, lists: &[Vec<Hit>], k: usize) -> Result<(), Box<dyn Error>> {
    let blank = Hit { doc: 0, score: 0.0 };
    let padded =
        || lists.iter().flat_map(|hits| hits.iter().chain(std::iter::repeat(&blank)).take(k));
    let documents: Vec<u8> = padded().flat_map(|hit| hit.doc.to_le_bytes()).collect();
    let scores: Vec<u8> = padded().flat_map(|hit| hit.score.to_le_bytes()).collect();
    fs::write(format!("{stem}.docs"), documents)?;
    fs::write(format!("{stem}.scores"), scores)?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(k)) = (arguments.next(), arguments.next()) else {
        return Err("usage: peer FOLDER K, with the files of benches/peers/corpus.py".into());
    };
    let (folder, k) = (Path::new(&folder), k.parse::<usize>()?);
    let documents = Numbered::read(folder, "")?;
    let started = Instant::now();
    let corpus = build(&documents);
    println!("{}", started.elapsed().as_secs_f64());
    drop(documents);
    let asked = Numbered::read(folder, "query_")?;
    let mut queries: Vec<Query> = Vec::new();
    asked.each(0..asked.ends.len(), |tokens| queries.push(corpus.query(tokens, &[1.0])));

    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let (order, rest) = line.split_once(' ').unwrap_or((&line, ""));
        match order {
            "answer" => {
                write(rest, &corpus.top_of_each(&queries, k, 1), k)?;
                println!("done");
            }
            "batch" => {
                let started = Instant::now();
                let found = corpus.top_of_each(&queries, k, rest.parse()?);
                println!("{}", started.elapsed().as_secs_f64());
                drop(found);
            }
            "single" => {
                let mut times = String::new();
                for query in &queries {
                    let started = Instant::now();
                    let found = corpus.top(query, k);
                    write!(times, "{} ", started.elapsed().as_secs_f64())?;
                    drop(found);
                }
                println!("{times}");
            }
            "memory" => println!("{}", memory()),
            "size" => println!("{}", corpus.size()),
            _ => return Err(format!("no such order: {line}").into()),
        }
    }
    Ok(())
}
