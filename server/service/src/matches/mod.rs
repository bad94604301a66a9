//! Matches in both directions.
//!
//! Calls of donors that are designated in a country where a project has people, or may be, are left out
//! before anything is scored: they appear in no list, count or preview (`safety.md` E4), but on a page of
//! their own that explains the risk first. Calls come through a `Gate` only.

mod for_call;
mod for_project;
mod views;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{CallStatus, LegalEntityId, Verdict};
pub use reading::context::Passage;

use crate::{calls::CallSort, knowledge::CallFacts};
pub(crate) use for_call::{candidates, reviewed_call, reviews};
pub use for_call::{donors, for_call, may_ask_for_call, reviewed};
pub(crate) use for_project::Chosen;
pub use for_project::{designated, for_draft, for_project, one, preview};
pub use views::{
    CallProjects, Candidate, DesignatedCall, DesignatedCalls, MatchRow, ProjectMatches,
    VerdictCounts,
};

/// The order of matches.
pub type MatchSort = CallSort;

/// What a list of matches is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchFilter {
    /// Verdicts to show; empty means eligible and unclear.
    pub verdicts: Vec<Verdict>,
    /// A certain entity instead of the best route.
    pub entity: Option<LegalEntityId>,
    /// Closing on or before this day.
    pub closing_before: Option<NaiveDate>,
    /// Order.
    pub sort: MatchSort,
    /// Page, from 1.
    pub page: u32,
}

impl Default for MatchFilter {
    fn default() -> Self {
        Self {
            verdicts: Vec::new(),
            entity: None,
            closing_before: None,
            sort: CallSort::Fit,
            page: 1,
        }
    }
}

impl MatchFilter {
    /// Whether the verdict is shown.
    #[must_use]
    pub fn shows(&self, verdict: Verdict) -> bool {
        if self.verdicts.is_empty() {
            verdict != Verdict::Blocked
        } else {
            self.verdicts.contains(&verdict)
        }
    }
}

/// Whether a call can still be applied for, as far as is known.
pub(crate) fn is_current(facts: &CallFacts, now: DateTime<Utc>) -> bool {
    !matches!(facts.content.status_at(now), Some(CallStatus::Closed | CallStatus::Withdrawn))
}
