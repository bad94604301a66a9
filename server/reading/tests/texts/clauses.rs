//! How well the clauses of real calls are understood: precision and recall against rules that a
//! person read in a sample of calls. `clauses.md` says how the sample was drawn and labelled.
//!
//! ```text
//! cargo test --release -p reading clauses -- --nocapture
//! ```

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeMap, HashMap},
        fs,
        path::Path,
    };

    use domain::{CallContent, CallField, Closing, Condition, EligibilityRule, Place};
    use reading::{clauses::extract, rules_of};
    use serde_json::Value;

    /// A labelled call: the file it is in, its identifier, the half it was drawn for, its rules.
    struct Labelled {
        file: String,
        id: String,
        half: String,
        rules: Vec<Condition>,
    }

    /// Every labelled call.
    fn labels() -> Vec<Labelled> {
        include_str!("clauses.labels.jsonl")
            .lines()
            .map(|line| {
                let row: Value = serde_json::from_str(line).unwrap();
                let text = |key: &str| row[key].as_str().unwrap().to_owned();
                let rules = serde_json::from_value(row["rules"].clone()).unwrap();
                Labelled { file: text("file"), id: text("id"), half: text("half"), rules }
            })
            .collect()
    }

    /// Text without the little markup that one of the sources has.
    fn plain(text: &str) -> String {
        let mut out = String::new();
        let text = text.replace("<br />", "\n").replace("<br>", "\n").replace("&amp;", "&");
        let mut inside = false;
        for c in text.chars() {
            match c {
                '<' => inside = true,
                '>' if inside => inside = false,
                _ if !inside => out.push(c),
                _ => {}
            }
        }
        out
    }

    /// A call with the texts of a row, as the importers of the three sources file them; facts that the
    /// rows give as fields of their own are left out, so that only what is read from words counts.
    fn call(file: &str, row: &Value) -> CallContent {
        let text = |key: &str| plain(row[key].as_str().unwrap_or_default());
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        // A day in figures is a field of its own.
        let worded = |text: String| some(text).filter(|text| !text.starts_with("20"));
        let first = |a: String, b: String| if a.is_empty() { b } else { a };
        let blank = CallContent::titled(text("title"));
        match file {
            "eu_calls" => {
                let conditions = row["conditions"].as_str().unwrap_or_default();
                let conditions = conditions.trim_start_matches(['"', '>', ' ']).to_owned();
                CallContent { text: text("text"), conditions, ..blank }
            }
            "ua_cso_calls" => CallContent {
                text: first(text("focus"), text("text")),
                eligibility: text("eligibility"),
                conditions: text("region"),
                award_text: some(text("amount_text")),
                duration_text: some(text("duration")),
                deadline_text: worded(text("closes")),
                ..blank
            },
            _ => CallContent {
                text: text("text"),
                eligibility: text("eligibility"),
                award_text: some(text("amounts")),
                deadline_text: worded(text("closes")),
                ..blank
            },
        }
    }

    /// Lists in one order and without what a wider place of them holds, so that two conditions that say
    /// the same are equal.
    fn sorted(condition: &Condition) -> Condition {
        let tidy = |places: &mut Vec<Place>| {
            let all = places.clone();
            places.retain(|place| !all.iter().any(|other| other != place && other.covers(*place)));
            places.sort_unstable();
        };
        let mut condition = condition.clone();
        match &mut condition {
            Condition::EntityCountry { any_of, none_of } => {
                tidy(any_of);
                tidy(none_of);
            }
            Condition::EntityForm { any_of } => any_of.sort_unstable(),
            Condition::Language { any_of } => any_of.sort(),
            _ => {}
        }
        condition
    }

    /// Found rules that are right, found rules, labelled rules.
    #[derive(Clone, Copy, Debug, Default)]
    struct Tally {
        right: u32,
        found: u32,
        labelled: u32,
    }

    impl Tally {
        fn add(&mut self, found: &[Condition], labelled: &[Condition]) {
            let right = found.iter().filter(|rule| labelled.contains(rule)).count();
            self.right += u32::try_from(right).unwrap();
            self.found += u32::try_from(found.len()).unwrap();
            self.labelled += u32::try_from(labelled.len()).unwrap();
        }

        fn precision(self) -> f64 {
            f64::from(self.right) / f64::from(self.found.max(1))
        }
    }

    impl std::fmt::Display for Tally {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            let Self { right, found, labelled } = self;
            let recall = f64::from(*right) / f64::from((*labelled).max(1));
            let precision = self.precision();
            write!(
                f,
                "precision {right}/{found} = {precision:.3}, recall {right}/{labelled} = {recall:.3}"
            )
        }
    }

    /// Whether a rule stands, word for word, where it says.
    fn stands(call: &CallContent, rule: &EligibilityRule) -> bool {
        let field = match rule.clause.field {
            CallField::Text => call.text.as_str(),
            CallField::Conditions => &call.conditions,
            CallField::Eligibility => &call.eligibility,
            CallField::AwardText => call.award_text.as_deref().unwrap_or_default(),
            CallField::DurationText => call.duration_text.as_deref().unwrap_or_default(),
            CallField::DeadlineText => call.deadline_text.as_deref().unwrap_or_default(),
            _ => return false,
        };
        let start = usize::try_from(rule.clause.start.unwrap()).unwrap();
        let from = field.char_indices().nth(start).map(|(at, _)| at);
        from.is_some_and(|from| field[from..].starts_with(&rule.clause.quote))
    }

    #[test]
    fn the_labels_are_as_many_as_promised() {
        let labels = labels();
        let rules = |file: &str| -> usize {
            labels.iter().filter(|call| call.file == file).map(|call| call.rules.len()).sum()
        };
        let (eu, ua, us) = (rules("eu_calls"), rules("ua_cso_calls"), rules("us_state_calls"));
        println!("labelled rules: EU {eu}, Ukrainian {ua}, US states {us}");
        assert!(eu >= 30 && ua >= 30 && us >= 30 && eu + ua + us >= 150, "{eu} {ua} {us}");
        assert!(labels.iter().filter(|call| call.rules.is_empty()).count() >= 15);
        let mut ids: Vec<&str> = labels.iter().map(|call| call.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), labels.len(), "a call is labelled twice");
    }

    #[test]
    fn clauses_of_real_calls_are_understood() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
        let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
        let mut kept = Tally::default();
        let mut contradicted = Vec::new();
        let mut files: HashMap<String, HashMap<String, Value>> = HashMap::new();
        for labelled in labels() {
            let Labelled { file, id, half, rules } = &labelled;
            if !files.contains_key(file) {
                let Ok(text) = fs::read_to_string(data.join(file).join("calls.jsonl")) else {
                    eprintln!(
                        "SKIPPED: ../shared/data/{file} is not there; clauses are not measured"
                    );
                    return;
                };
                let rows = text.lines().map(|line| serde_json::from_str(line).unwrap());
                let by_id = rows.map(|row: Value| (row["id"].as_str().unwrap().to_owned(), row));
                files.insert(file.clone(), by_id.collect());
            }
            let row = files[file].get(id).unwrap_or_else(|| panic!("{id} is not in {file}"));
            let call = call(file, row);
            let wanted: Vec<Condition> = rules.iter().map(sorted).collect();
            let extracted = extract(&call);
            for rule in &extracted {
                assert!(stands(&call, rule), "{id}: {rule:?}");
            }
            let found: Vec<Condition> =
                extracted.iter().map(|rule| sorted(&rule.condition)).collect();
            for rule in &found {
                if !wanted.contains(rule) {
                    let clause = extracted.iter().find(|one| sorted(&one.condition) == *rule);
                    println!(
                        "WRONG  {file} {id} ({half}): {rule:?}\n       {:?}",
                        clause.unwrap().clause
                    );
                }
            }
            for rule in wanted.iter().filter(|rule| !found.contains(rule)) {
                println!("MISSED {file} {id} ({half}): {rule:?}");
            }
            tallies.entry("all".to_owned()).or_default().add(&found, &wanted);
            tallies.entry(format!("half {half}")).or_default().add(&found, &wanted);
            tallies.entry(format!("source {file}")).or_default().add(&found, &wanted);
            tallies.entry(format!("source {file}, {half}")).or_default().add(&found, &wanted);
            for kind in domain::RuleKind::ALL {
                let of = |rules: &[Condition]| -> Vec<Condition> {
                    rules.iter().filter(|rule| rule.kind() == *kind).cloned().collect()
                };
                tallies.entry(format!("kind {kind}")).or_default().add(&of(&found), &of(&wanted));
            }
            // Rules as the matcher gets them: what was extracted, and what stays open.
            let whole: Vec<Condition> = rules_of(&call)
                .iter()
                .map(|rule| sorted(&rule.condition))
                .filter(|rule| match rule {
                    Condition::EntityCountry { any_of, none_of } => {
                        !(any_of.is_empty() && none_of.is_empty())
                    }
                    Condition::Deadline { closing } => *closing != Closing::Unknown,
                    _ => true,
                })
                .collect();
            kept.add(&whole, &wanted);
            if whole.len() != found.len() {
                contradicted.push(id.clone());
            }
        }
        for (what, tally) in &tallies {
            println!("{what}: {tally}");
        }
        println!("rules_of on the same texts: {kept}");
        assert!(contradicted.is_empty(), "rules that do not reach the matcher: {contradicted:?}");
        for (what, tally) in tallies.iter().filter(|(what, _)| !what.starts_with("kind")) {
            assert!(tally.precision() >= 0.95, "{what}: {tally}");
        }
    }
}
