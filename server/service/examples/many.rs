//! How long very many calls take: imported, read anew, loaded, one of them changed.
//!
//! ```text
//! cargo run --release -p service --example many -- 100000 [FILE.jsonl]
//! ```
//!
//! The calls are made up (words by Zipf's law, about 90 a call) or, with a file of calls in Waxwing's
//! own format, those of the file again and again. The database is a temporary `SQLite` file. What is
//! measured of a changed call is everything from the order to import a file of one line until every
//! search of the same process finds it, and until a page of matches shows it, which counts all calls.
//! Then the live preview and the page of matches, each for twenty projects.

use std::{
    error::Error,
    io::Cursor,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use chrono::{DateTime, Utc};
use domain::{Clock, ProjectContent};
use matching::chance::Chance as Drawn;
use service::{
    Actor, Chance, Services,
    imports::{self, File, ImportKind},
    matches::{self, MatchFilter},
    projects::{self, ProjectInput},
};

static ACTOR: Actor = Actor::operator();

/// A clock that stands still: what is timed is timed by [`Instant`].
struct Noon;

impl Clock for Noon {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap_or_default()
    }
}

/// Different bytes each time; nothing here is secret.
struct Counted(AtomicU64);

impl Chance for Counted {
    fn bytes(&self) -> [u8; 16] {
        let number = u128::from(self.0.fetch_add(1, Ordering::Relaxed));
        number.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_0C83_2D11_A2B5).to_be_bytes()
    }
}

/// A word by Zipf's law, of letters, but for the sixty most frequent ones, as stop words are cut.
fn word(chance: &mut Drawn) -> String {
    let rank = format!("{:.0}", 60.0 * (2500_f64.ln() * chance.share()).exp());
    rank.bytes().map(|digit| char::from(digit - b'0' + b'a')).chain(['q']).collect()
}

fn line(number: usize, title: &str, text: &str) -> String {
    format!(
        r#"{{"id":"{number}","source":"made up","donor":"Fonds","title":"{title}","lang":"en","text":"{text}","deadlines":[{{"on":"2099-01-01"}}],"places":["DE"],"entity_countries":["EU"]}}"#
    )
}

async fn import(services: &Services, text: String) -> Result<(), Box<dyn Error>> {
    let file = File { name: "many".into(), input: Box::new(Cursor::new(text.into_bytes())) };
    let mut progress = |_| ();
    let run = imports::run(services, &ACTOR, ImportKind::Calls, file, true, &mut progress);
    let report = Box::pin(run).await.map_err(|error| format!("{error:?}"))?;
    if report.counts.refused > 0 { Err(format!("{:?}", report.lines).into()) } else { Ok(()) }
}

/// A process, whose random numbers begin at `first`.
async fn open(url: &str, first: u64) -> Result<Services, Box<dyn Error>> {
    let chance = Arc::new(Counted(AtomicU64::new(first)));
    Ok(Services::connect(url, None, Arc::new(Noon), chance).await?)
}

fn said(what: &str, since: Instant) {
    println!("{what:44} {:9.1} ms", since.elapsed().as_secs_f64() * 1000.0);
}

fn main() -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().unwrap_or_else(|| "100000".into()).parse()?;
    let file = arguments.next();
    let real = file.is_some();
    let lines: Vec<String> = match file {
        None => {
            let mut chance = Drawn::new(1);
            (0..count)
                .map(|number| {
                    let words: Vec<String> = (0..90).map(|_| word(&mut chance)).collect();
                    line(number, "Call", &words.join(" "))
                })
                .collect()
        }
        Some(file) => {
            let text = std::fs::read_to_string(file)?;
            let calls: Vec<serde_json::Value> =
                text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
            (0..count)
                .map(|number| {
                    let mut call = calls[number % calls.len()].clone();
                    call["id"] = number.to_string().into();
                    call["source"] = "again".into();
                    call.to_string()
                })
                .collect()
        }
    };
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("many.sqlite").display());

    let services = open(&url, 1).await?;
    let started = Instant::now();
    import(&services, lines.join("\n")).await?;
    said("imported, read and learned from", started);
    drop(services);

    let started = Instant::now();
    let services = open(&url, 1 << 32).await?;
    said("loaded by another process", started);

    let content = ProjectContent {
        summary: "zyxwvutsrq".into(),
        lang: "en".parse().ok(),
        ..ProjectContent::titled("Lighthouse")
    };
    let input = ProjectInput { organisation: None, content };
    let project = projects::create(&services, &ACTOR, input, "key")
        .await
        .map_err(|error| format!("{error:?}"))?;
    let (mut taken_up, mut found) = (Vec::new(), Vec::new());
    for number in 0..20 {
        let title = format!("Lighthouse {number}");
        let started = Instant::now();
        import(&services, line(count + number, &title, "zyxwvutsrq and a lighthouse")).await?;
        taken_up.push(started.elapsed().as_secs_f64() * 1000.0);
        let page = matches::for_project(&services, &ACTOR, project, &MatchFilter::default())
            .await
            .map_err(|error| format!("{error:?}"))?;
        found.push(started.elapsed().as_secs_f64() * 1000.0);
        if !page.rows.rows.iter().any(|row| row.call.title == title) {
            return Err(format!("{title} is not on the first page").into());
        }
    }
    let (mut previewed, mut shown) = (Vec::new(), Vec::new());
    let mut chance = Drawn::new(2);
    for number in 0..20 {
        let words: Vec<String> = (0..60).map(|_| word(&mut chance)).collect();
        let text = lines.get(number * 7 % lines.len().max(1)).filter(|_| real);
        let content = ProjectContent {
            activities: text.cloned().unwrap_or_else(|| words.join(" ")),
            lang: "en".parse().ok(),
            ..ProjectContent::titled("Draft")
        };
        let input = ProjectInput { organisation: None, content };
        let started = Instant::now();
        let found = matches::preview(&services, &ACTOR, &input, 5);
        previewed.push(started.elapsed().as_secs_f64() * 1000.0);
        drop(found);
        let project = projects::create(&services, &ACTOR, input, &format!("draft {number}"))
            .await
            .map_err(|error| format!("{error:?}"))?;
        let started = Instant::now();
        matches::for_project(&services, &ACTOR, project, &MatchFilter::default())
            .await
            .map_err(|error| format!("{error:?}"))?;
        shown.push(started.elapsed().as_secs_f64() * 1000.0);
    }
    for (what, mut times) in [
        ("one call imported and taken up", taken_up),
        ("one call imported and on a page", found),
        ("live preview", previewed),
        ("page of matches", shown),
    ] {
        times.sort_by(f64::total_cmp);
        println!("{what}: median {:.1} ms, most {:.1} ms", times[10], times[19]);
    }
    Ok(())
}
