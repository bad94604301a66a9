//! What becomes of the records of a file, row by row and counted.

use std::collections::HashMap;

use domain::RowIssue;

use super::ImportKind;
use crate::{changes::FieldChange, register::RegisterEffect};

/// The most lines a report lists.
const LINES: usize = 500;
/// Rows that are named beside the first of those that are refused for the same reasons.
const ALIKE: usize = 4;

/// What becomes of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineOutcome {
    /// It was not on record.
    New,
    /// It is on record and these fields differ. Those that a person decided stay; where there are no
    /// others, it counts as the same.
    Changed(Vec<FieldChange>),
    /// It is on record as it is in the file.
    Same,
    /// It cannot be accepted.
    Refused(Vec<RowIssue>),
    /// It is on record and being scored, and the file changes what it demands. It stays as it is until
    /// all scores are locked.
    Held,
    /// It is on record and the file, which is newer, has it no longer. It stays and is marked.
    Gone,
    /// It says nothing that this earlier row does not say.
    Repeated(u64),
}

impl LineOutcome {
    /// The same without anything that stands in the file.
    fn without_contents(self) -> Self {
        match self {
            Self::Refused(issues) => {
                Self::Refused(issues.into_iter().map(RowIssue::without_contents).collect())
            }
            Self::Changed(changes) => {
                let silent = |change: FieldChange| FieldChange {
                    before: String::new(),
                    after: String::new(),
                    ..change
                };
                Self::Changed(changes.into_iter().map(silent).collect())
            }
            other => other,
        }
    }
}

/// One record of a file, or several that are refused for the same reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportLine {
    /// Its number in the file, from 1.
    pub row: u64,
    /// Its title; empty when it could not be read.
    pub title: String,
    /// What becomes of it.
    pub outcome: LineOutcome,
    /// The next rows that are refused for the same reasons.
    pub alike: Vec<u64>,
    /// How many more of these there are.
    pub more_alike: u64,
}

/// How many records became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Not on record before.
    pub new: u64,
    /// Different from what is on record.
    pub changed: u64,
    /// The same as on record.
    pub same: u64,
    /// Not acceptable.
    pub refused: u64,
    /// On record and no longer in the file.
    pub gone: u64,
    /// Rows that say what an earlier one says.
    pub repeated: u64,
}

impl ImportCounts {
    /// All records of the file.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.new + self.changed + self.same + self.refused + self.repeated
    }
}

/// What became of the records so far.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    counts: ImportCounts,
    told: Vec<ImportLine>,
    more: u64,
    /// Where lines stand that are refused, by their reasons.
    refused: HashMap<String, usize>,
    /// Whether no line may repeat what the file holds.
    silent: bool,
}

impl Lines {
    /// For a kind of file of which lines may repeat what it holds, or not.
    pub(crate) fn new(echoes: bool) -> Self {
        Self { silent: !echoes, ..Self::default() }
    }

    pub(crate) fn note(&mut self, row: u64, title: String, outcome: LineOutcome) {
        let (title, outcome) = if self.silent {
            (String::new(), outcome.without_contents())
        } else {
            (title, outcome)
        };
        match &outcome {
            LineOutcome::New => self.counts.new += 1,
            // It stays as a person left it; that the source says something else is told.
            LineOutcome::Changed(changes) if changes.iter().all(|change| change.kept) => {
                self.counts.same += 1;
            }
            LineOutcome::Changed(_) => self.counts.changed += 1,
            LineOutcome::Refused(_) => self.counts.refused += 1,
            LineOutcome::Held => self.counts.same += 1,
            LineOutcome::Gone => self.counts.gone += 1,
            LineOutcome::Repeated(_) => self.counts.repeated += 1,
            LineOutcome::Same => {
                self.counts.same += 1;
                return;
            }
        }
        if let LineOutcome::Refused(issues) = &outcome {
            // One fault that a hundred rows have must not hide the others.
            let place = *self.refused.entry(format!("{issues:?}")).or_insert(self.told.len());
            if let Some(first) = self.told.get_mut(place) {
                if first.alike.len() < ALIKE {
                    first.alike.push(row);
                } else {
                    first.more_alike += 1;
                }
                return;
            }
        }
        if self.told.len() < LINES {
            let (alike, more_alike) = (Vec::new(), 0);
            self.told.push(ImportLine { row, title, outcome, alike, more_alike });
        } else {
            self.more += 1;
        }
    }

    pub(crate) const fn counts(&self) -> ImportCounts {
        self.counts
    }

    pub(crate) fn report(
        self,
        kind: ImportKind,
        format: String,
        file_name: String,
        committed: bool,
    ) -> ImportReport {
        let Self { counts, told: lines, more, .. } = self;
        ImportReport { kind, format, file_name, counts, lines, more, committed, effect: None }
    }
}

/// What an import does, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// What the file holds.
    pub kind: ImportKind,
    /// Code of the recognised format.
    pub format: String,
    /// The file's name as given; never stored.
    pub file_name: String,
    /// How many records became what.
    pub counts: ImportCounts,
    /// The first records that are not the same as on record.
    pub lines: Vec<ImportLine>,
    /// How many more such records there are.
    pub more: u64,
    /// Whether it was written.
    pub committed: bool,
    /// What it means for a register and for donors, where it is one.
    pub effect: Option<RegisterEffect>,
}

impl ImportReport {
    /// Whether there is anything to write: records, or that a list was read on a newer day.
    #[must_use]
    pub fn writes(&self) -> bool {
        let counts = self.counts;
        counts.new + counts.changed + counts.gone > 0
            || self.effect.as_ref().is_some_and(RegisterEffect::confirms)
    }
}

#[cfg(test)]
mod tests {
    use domain::{Problem, RowIssue};

    use super::{LineOutcome, Lines};
    use crate::{changes::FieldChange, imports::ImportKind};

    #[test]
    fn a_kind_that_must_not_be_repeated_is_not() {
        let secret = "Canary Supporter";
        let issue = |problem| RowIssue { field: "Amount".to_owned(), problem };
        let invalid =
            Problem::Invalid { found: secret.to_owned(), expected: "a number".to_owned() };
        let unreadable = Problem::Unreadable { detail: format!("unexpected {secret}") };
        let change = FieldChange {
            field: "name".to_owned(),
            before: secret.to_owned(),
            after: secret.to_owned(),
            kept: false,
        };
        let told = |echoes| {
            let mut lines = Lines::new(echoes);
            for outcome in [
                LineOutcome::Refused(vec![issue(invalid.clone())]),
                LineOutcome::Refused(vec![issue(unreadable.clone())]),
                LineOutcome::Changed(vec![change.clone()]),
                LineOutcome::New,
            ] {
                lines.note(1, secret.to_owned(), outcome);
            }
            let report = lines.report(ImportKind::Calls, String::new(), String::new(), false);
            assert_eq!(
                (report.counts.refused, report.counts.changed, report.counts.new),
                (2, 1, 1)
            );
            format!("{report:?}")
        };
        assert!(told(true).contains(secret));
        let silent = told(false);
        assert!(!silent.contains(secret) && silent.contains("Amount"), "{silent}");
    }
}
