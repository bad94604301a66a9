//! How well the engine orders calls for projects whose calls people have graded by hand.
//!
//! A known pair of call and project says which call was right; a grade says how right each call is,
//! and holds where several are. The measure is the discounted gain of the first ten over the most it
//! could be (Järvelin and Kekäläinen 2002), with a gain of `2^grade − 1`.

use std::collections::BTreeMap;

use chrono::DateTime;
use domain::{CallContent, CallId, ProjectContent};
use matching::{
    engine::{CallIndex, Params, ProjectBlind},
    fit::Weights,
    index::{Bm25, Field},
};
use reading::{CallRecord, blind::Masker, num::real, tongue::Tongue};

use super::call_id;
use crate::metrics::ndcg;

/// The highest grade: made for this project.
pub const BEST_GRADE: u8 = 3;

/// A project with the grades of calls for it.
#[derive(Clone, Copy, Debug)]
pub struct Judgement<'a> {
    /// The project.
    pub project: &'a ProjectContent,
    /// Whether its organisation is a newcomer.
    pub newcomer: bool,
    /// The number of a call and its grade, from 1 to 3; a call that is not named has grade 0.
    pub grades: &'a [(usize, u8)],
}

/// What put calls into an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ranker {
    /// The engine.
    Engine,
    /// BM25 over title, text and conditions as one field, as Lucene has it.
    Bm25,
    /// Shared themes alone.
    Themes,
}

impl Ranker {
    /// The ranker in figures for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Engine => "engine",
            Self::Bm25 => "bm25",
            Self::Themes => "themes",
        }
    }

    fn params(self, params: &Params) -> Params {
        let nothing = Weights {
            words: 0.0,
            meaning: 0.0,
            themes: 0.0,
            place: 0.0,
            amount: 0.0,
            vouched: 0.0,
            crowding: 0.0,
        };
        match self {
            Self::Engine => params.clone(),
            Self::Bm25 => Params {
                bm25: Bm25 {
                    fields: vec![Field { weight: 1.0, b: 0.75 }; 3],
                    ..Bm25::plain(1.5, 0.75)
                },
                project_fields: [1.0; 7],
                weights: Weights { words: 1.0, ..nothing },
                ..params.clone()
            },
            Self::Themes => {
                Params { weights: Weights { themes: 1.0, ..nothing }, ..params.clone() }
            }
        }
    }
}

/// The mean over some projects.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Gain {
    /// How many projects.
    pub projects: usize,
    /// Discounted gain of the first ten over the most it could be, from 0 to 1.
    pub ndcg10: f64,
}

impl Gain {
    fn of(gains: impl Iterator<Item = f64>) -> Self {
        let (sum, projects) = gains.fold((0.0, 0), |(sum, n), gain| (sum + gain, n + 1));
        Self { projects, ndcg10: if projects > 0 { sum / real(projects) } else { 0.0 } }
    }
}

/// How well one ranker did.
#[derive(Clone, Debug, PartialEq)]
pub struct Graded {
    /// Which.
    pub ranker: Ranker,
    /// Over all projects.
    pub all: Gain,
    /// Over those of newcomers.
    pub newcomers: Gain,
    /// Over those of others.
    pub incumbents: Gain,
    /// By the language of the project's words.
    pub languages: BTreeMap<&'static str, Gain>,
    /// Among calls in other languages than the project's alone, over projects that have a graded one
    /// there.
    pub across: Gain,
}

/// Orders the calls for each project by each ranker.
#[must_use]
pub fn measure(
    calls: &[CallContent],
    judgements: &[Judgement],
    masker: &Masker,
    params: &Params,
) -> Vec<Graded> {
    let rankers = [Ranker::Engine, Ranker::Bm25, Ranker::Themes];
    rankers.into_iter().map(|ranker| graded(ranker, calls, judgements, masker, params)).collect()
}

fn graded(
    ranker: Ranker,
    calls: &[CallContent],
    judgements: &[Judgement],
    masker: &Masker,
    params: &Params,
) -> Graded {
    let params = ranker.params(params);
    let records = calls.iter().zip(0..).map(|(content, i)| CallRecord { id: call_id(i), content });
    let index = CallIndex::build(records, masker, &params);
    let tongues: Vec<Tongue> = calls
        .iter()
        .map(|call| Tongue::of_code(call.lang.as_ref().map_or("", |lang| lang.code())))
        .collect();
    let numbers: BTreeMap<CallId, usize> =
        (0..).zip(0..calls.len()).map(|(i, number)| (call_id(i), number)).collect();
    let (mut all, mut across) = (Vec::new(), Vec::new());
    for judgement in judgements {
        let project = ProjectBlind::new(judgement.project, masker);
        let tongue = project.tongue();
        let foreign = |number: usize| tongues.get(number).is_some_and(|one| *one != tongue);
        let gain = |keep: &dyn Fn(usize) -> bool| {
            let kept = |id: CallId| numbers.get(&id).is_some_and(|number| keep(*number));
            let found = index.calls_for(&project, &[], DateTime::UNIX_EPOCH, kept);
            let grade = |number: &usize| {
                let of = judgement.grades.iter().find(|(graded, _)| graded == number);
                of.map_or(0, |(_, grade)| *grade)
            };
            let grades: Vec<u8> =
                found.iter().filter_map(|one| numbers.get(&one.id)).map(grade).collect();
            ndcg(&grades, 10)
        };
        if let Some(gain) = gain(&|_| true) {
            all.push((judgement.newcomer, tongue, gain));
        }
        across.extend(gain(&foreign));
    }
    let by_kind = |newcomer: bool| {
        Gain::of(all.iter().filter(|one| one.0 == newcomer).map(|(_, _, gain)| *gain))
    };
    let language = |tongue: Tongue| {
        let gains = all.iter().filter(|one| one.1 == tongue).map(|(_, _, gain)| *gain);
        (tongue.code(), Gain::of(gains))
    };
    let mut languages: BTreeMap<&str, Gain> = Tongue::KNOWN.into_iter().map(language).collect();
    languages.retain(|_, gain| gain.projects > 0);
    Graded {
        ranker,
        all: Gain::of(all.iter().map(|(_, _, gain)| *gain)),
        newcomers: by_kind(true),
        incumbents: by_kind(false),
        languages,
        across: Gain::of(across.into_iter()),
    }
}

#[cfg(test)]
mod tests {
    use domain::{CallContent, ProjectContent};

    use super::{Judgement, Ranker, measure};
    use matching::engine::Params;
    use reading::blind::Masker;

    #[test]
    fn grades_are_weighed_by_place_and_kind() {
        let call = |title: &str, lang: &str| CallContent {
            lang: lang.parse().ok(),
            ..CallContent::titled(title)
        };
        let calls = [
            call("River restoration and wetlands", "en"),
            call("Press freedom for newsrooms", "en"),
            call("Свобода прессы", "ru"),
        ];
        let project =
            ProjectContent::titled("A newsroom under threat for the freedom of the press");
        let right = Judgement { project: &project, newcomer: true, grades: &[(1, 3)] };
        let wrong = Judgement { project: &project, newcomer: false, grades: &[(0, 3)] };
        let nothing = Judgement { project: &project, newcomer: false, grades: &[] };
        let found =
            measure(&calls, &[right, wrong, nothing], &Masker::default(), &Params::default());
        assert_eq!(found[0].ranker, Ranker::Engine);
        for one in &found[..2] {
            assert_eq!((one.all.projects, one.newcomers.projects), (2, 1));
            assert!((one.newcomers.ndcg10 - 1.0).abs() < 1e-12, "{one:?}");
            assert!(one.incumbents.ndcg10 < 1.0 && one.languages["en"] == one.all);
            assert_eq!(one.across.projects, 0);
        }
    }
}
