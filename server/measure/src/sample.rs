//! The calls of the demonstration workspace, graded by hand for its projects, as a measure of the
//! engine. It needs no database: the files are part of the program.

use std::{collections::HashMap, io::Cursor, ops::ControlFlow};

use chrono::NaiveDate;
use domain::{CallContent, ProjectContent};
use matching::Params;
use reading::{KnownName, Masker};
use serde::Deserialize;
use service::demo;

use crate::judged::{BEST_GRADE, Graded, Judgement, measure as measured};

const JUDGED: &str = include_str!("../judged.jsonl");

/// A file of the demonstration, or the grades, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the graded calls cannot be read: {0}")]
pub struct Damaged(String);

fn damaged(detail: impl std::fmt::Debug) -> Damaged {
    Damaged(format!("{detail:?}"))
}

/// The grades of one project, as the file has them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    project: String,
    newcomer: bool,
    grades: HashMap<String, u8>,
}

/// A project with the numbers of its graded calls.
struct Judged {
    content: ProjectContent,
    newcomer: bool,
    grades: Vec<(usize, u8)>,
}

/// Everything that is measured on.
struct Sample {
    calls: Vec<CallContent>,
    judged: Vec<Judged>,
    masker: Masker,
}

fn lines() -> Result<Vec<Line>, Damaged> {
    JUDGED.lines().map(|line| serde_json::from_str(line).map_err(damaged)).collect()
}

/// Hands the records of a demonstration file over, or says which cannot be read.
macro_rules! read {
    ($read:path, $text:expr, $take:expr) => {{
        let mut problems = Vec::new();
        let mut take = $take;
        $read(&mut Cursor::new(demo::dated($text, NaiveDate::default())), &mut |record| {
            match record.item {
                Ok(draft) => take(draft),
                Err(issues) => problems.push((record.row, issues)),
            }
            ControlFlow::Continue(())
        })
        .map_err(damaged)?;
        if !problems.is_empty() {
            return Err(damaged(problems));
        }
    }};
}

fn sample() -> Result<Sample, Damaged> {
    let mut names = Vec::new();
    read!(exchange::read_donors, demo::DONORS, |draft: exchange::DonorDraft| {
        names.extend([draft.name].into_iter().chain(draft.aliases).map(KnownName::Body));
    });
    read!(
        exchange::read_organisations,
        demo::ORGANISATIONS,
        |draft: exchange::OrganisationDraft| {
            let entities = draft.entities.into_iter().map(|entity| entity.name);
            let bodies = [draft.name].into_iter().chain(draft.aliases).chain(entities);
            names.extend(bodies.map(KnownName::Body));
            names.extend(draft.people.into_iter().map(KnownName::Person));
        }
    );
    let (mut calls, mut numbers) = (Vec::new(), HashMap::new());
    read!(exchange::read_calls, demo::CALLS, |draft: domain::CallDraft| {
        numbers.insert(draft.external_id, calls.len());
        calls.push(draft.content);
    });
    let mut projects = HashMap::new();
    read!(exchange::read_projects, demo::PROJECTS, |draft: domain::ProjectDraft| {
        projects.insert(draft.external_id, draft.content);
    });
    let mut judged = Vec::new();
    for line in lines()? {
        let content = projects.remove(&line.project).ok_or_else(|| damaged(&line.project))?;
        let mut grades = Vec::new();
        for (call, grade) in &line.grades {
            let number = numbers.get(call).ok_or_else(|| damaged(call))?;
            if !(1..=BEST_GRADE).contains(grade) {
                return Err(damaged((&line.project, call, grade)));
            }
            grades.push((*number, *grade));
        }
        grades.sort_unstable();
        judged.push(Judged { content, newcomer: line.newcomer, grades });
    }
    Ok(Sample { calls, judged, masker: Masker::new(names) })
}

/// Measures the engine and what it is compared with, with so many parameters.
///
/// # Errors
/// [`Damaged`] when a file of the demonstration cannot be used.
pub fn measure(params: &Params) -> Result<Vec<Graded>, Damaged> {
    let sample = sample()?;
    let judgements: Vec<Judgement> = sample
        .judged
        .iter()
        .map(|one| Judgement { project: &one.content, newcomer: one.newcomer, grades: &one.grades })
        .collect();
    Ok(measured(&sample.calls, &judgements, &sample.masker, params))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet, HashMap};

    use matching::Params;
    use serde_json::Value;
    use service::demo;

    use super::{lines, measure, sample};
    use crate::judged::Ranker;

    #[test]
    fn the_grades_are_well_formed() {
        let lines = lines().unwrap();
        let ids: BTreeSet<&str> = lines.iter().map(|line| line.project.as_str()).collect();
        assert_eq!(ids.len(), lines.len(), "a project is judged twice");
        assert!(lines.len() >= 40);
        let sample = sample().unwrap();
        assert_eq!(sample.judged.len(), lines.len());
        assert!(sample.judged.iter().all(|one| !one.grades.is_empty()));

        // Each language with at least ten projects, and both kinds of organisations.
        let mut languages: BTreeMap<String, usize> = BTreeMap::new();
        for one in &sample.judged {
            let lang = one.content.lang.as_ref().unwrap().code().to_owned();
            *languages.entry(lang).or_default() += 1;
        }
        assert_eq!(languages.len(), 5, "{languages:?}");
        assert!(languages.values().all(|count| *count >= 10), "{languages:?}");
        let newcomers = lines.iter().filter(|line| line.newcomer).count();
        assert!(newcomers >= 20 && lines.len() - newcomers >= 20, "{newcomers}");
    }

    /// A newcomer is who has no body of its own that is older than 2023.
    #[test]
    fn newcomers_are_those_of_the_conventions() {
        let by_id = |text: &str| -> HashMap<String, Value> {
            let rows = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
            rows.map(|row| (row["id"].as_str().unwrap().to_owned(), row)).collect()
        };
        let (organisations, projects) = (by_id(demo::ORGANISATIONS), by_id(demo::PROJECTS));
        for line in lines().unwrap() {
            let organisation = projects[&line.project]["organisation"].as_str().unwrap();
            let entities = organisations[organisation]["entities"].as_array().unwrap();
            let young = entities.iter().all(|one| one["since"].as_str().unwrap() >= "2023-01-01");
            assert_eq!(line.newcomer, young, "{}", line.project);
        }
    }

    #[test]
    fn the_engine_orders_calls_as_people_grade_them() {
        let found = measure(&Params::default()).unwrap();
        println!("{found:#?}");
        let [engine, bm25, themes] = &found[..] else { panic!("three rankers") };
        assert_eq!(
            [engine.ranker, bm25.ranker, themes.ranker],
            [Ranker::Engine, Ranker::Bm25, Ranker::Themes]
        );
        assert!(engine.all.ndcg10 > bm25.all.ndcg10.max(themes.all.ndcg10));
        assert!(engine.all.ndcg10 >= FLOOR, "{:?}", engine.all);
    }

    /// What was measured when it was last recorded, less one point.
    const FLOOR: f64 = 0.74;
}
