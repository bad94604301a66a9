//! What the mask costs.

use std::collections::BTreeMap;

use chrono::DateTime;
use matching::engine::{Params, ProjectBlind};
use reading::{blind::Masker, num::real, written::written_words};
use rustc_hash::FxHashMap;

use super::{Sector, Teams, calls_of, index, mean, project_of};
use crate::call_id;

/// What the mask costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Substance {
    /// nDCG@10 over linked pairs on blind text, on text as it came, and over how many pairs;
    /// `None` without links.
    pub ndcg10: Option<(f64, f64, usize)>,
    /// nDCG@10 on blind text for projects of newcomers and of incumbents.
    pub by_kind: (Option<f64>, Option<f64>),
    /// Words in the texts of calls.
    pub words: usize,
    /// Ordinary ones among them: those that calls write in lower case at least as often as with
    /// a capital.
    pub ordinary: usize,
    /// Words the names in the mask took out of calls.
    pub masked: usize,
    /// Ordinary ones among them: the mask took them for a name, mostly in error.
    pub masked_ordinary: usize,
    /// The commonest of those, with how often they were taken out; at most ten.
    pub commonest: Vec<(String, usize)>,
}

/// Measures.
pub(super) fn measure(
    sector: &Sector,
    teams: &Teams,
    masker: &Masker,
    params: &Params,
) -> Substance {
    let mut found = mask_on_calls(sector, masker);
    if !sector.links.is_empty() {
        let blind = gains(sector, masker, params);
        let raw = gains(sector, &Masker::open_for_measuring(), params);
        let all = |gains: &[(usize, f64)]| mean(gains.iter().map(|(_, gain)| *gain));
        found.ndcg10 = all(&blind).zip(all(&raw)).map(|(b, r)| (b, r, blind.len()));
        let of = |newcomer: bool| {
            let gains = blind.iter().filter(|(i, _)| teams.newcomer(*i) == Some(newcomer));
            mean(gains.map(|(_, gain)| *gain))
        };
        found.by_kind = (of(true), of(false));
    }
    found
}

/// For each link to a known call: the project, and the gain `1/log2(1 + rank)` within the first ten.
fn gains(sector: &Sector, masker: &Masker, params: &Params) -> Vec<(usize, f64)> {
    let calls = calls_of(sector.calls);
    let index = index(&calls, masker, params);
    let numbers: FxHashMap<&str, u32> =
        sector.calls.iter().zip(0..).map(|(call, i)| (call.id.as_str(), i)).collect();
    let by_id: FxHashMap<&str, usize> =
        sector.projects.iter().enumerate().map(|(i, project)| (project.id.as_str(), i)).collect();
    let known = sector.links.iter().filter_map(|(project, call)| {
        Some((*by_id.get(project.as_str())?, *numbers.get(call.as_str())?))
    });
    known
        .map(|(project, call)| {
            let blind = ProjectBlind::new(&project_of(&sector.projects[project]), masker);
            let found = index.top_calls_for(&blind, &[], DateTime::UNIX_EPOCH, |_| true, 10);
            let rank = found.iter().position(|found| found.id == call_id(call));
            (project, rank.map_or(0.0, |rank| 1.0 / (2.0 + real(rank)).log2()))
        })
        .collect()
}

/// How a word is written in the calls.
#[derive(Clone, Copy, Default)]
struct Habit {
    lower: usize,
    capital: usize,
    masked: usize,
}

fn mask_on_calls(sector: &Sector, masker: &Masker) -> Substance {
    let mut habits: BTreeMap<String, Habit> = BTreeMap::new();
    for call in sector.calls {
        for text in [&call.title, &call.text] {
            let (text, spans) = masker.named(text);
            for word in written_words(&text) {
                let shown = &text[word.start..word.end];
                if !shown.chars().any(char::is_alphabetic) {
                    continue;
                }
                let habit = habits.entry(shown.to_lowercase()).or_default();
                *(if word.capital { &mut habit.capital } else { &mut habit.lower }) += 1;
                let inside = |span: &&(usize, usize)| span.0 <= word.start && word.end <= span.1;
                habit.masked += usize::from(spans.iter().any(|span| inside(&span)));
            }
        }
    }
    let ordinary = |habit: &Habit| habit.lower >= habit.capital;
    let mut found = Substance::default();
    let mut commonest: Vec<(String, usize)> = Vec::new();
    for (word, habit) in habits {
        let count = habit.lower + habit.capital;
        found.words += count;
        found.masked += habit.masked;
        if ordinary(&habit) {
            found.ordinary += count;
            found.masked_ordinary += habit.masked;
            if habit.masked > 0 {
                commonest.push((word, habit.masked));
            }
        }
    }
    commonest.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    commonest.truncate(10);
    found.commonest = commonest;
    found
}
