//! What pages and commands see of matches.

use domain::{
    AmountRange, Language, LegalEntity, Match, Place, ProjectContent, ProjectId, Score, Stage,
    ThemeCode, Verdict,
};
use reading::context::Passage;

use crate::{
    Page,
    calls::{CallSummary, StatusLine},
    projects::ProjectDetails,
    register::Check,
    reviews::{Progress, Results},
};

/// How many matches have each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VerdictCounts {
    /// Every rule met.
    pub eligible: u32,
    /// At least one rule unknown.
    pub unclear: u32,
    /// At least one rule not met.
    pub blocked: u32,
}

impl VerdictCounts {
    pub(super) fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Eligible => self.eligible += 1,
            Verdict::Unclear => self.unclear += 1,
            Verdict::Blocked => self.blocked += 1,
        }
    }

    /// The count of a verdict.
    #[must_use]
    pub const fn of(&self, verdict: Verdict) -> u32 {
        match verdict {
            Verdict::Eligible => self.eligible,
            Verdict::Unclear => self.unclear,
            Verdict::Blocked => self.blocked,
        }
    }
}

/// A call that may fund a project.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchRow {
    /// The call.
    pub call: CallSummary,
    /// Verdict, fit, confidence, reasons.
    pub found: Match,
    /// The entity by which eligibility was decided.
    pub entity: Option<LegalEntity>,
    /// Where the call uses the weightiest shared words; only where the call's texts were read.
    pub context: Vec<Passage>,
}

/// Calls for a project.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectMatches {
    /// The project.
    pub project: ProjectDetails,
    /// How many calls have each verdict, before verdicts are filtered.
    pub counts: VerdictCounts,
    /// How many calls were left out because their donor is designated, or may be.
    pub hidden: u32,
    /// By which registers donors were checked for the project's people.
    pub check: Check,
    /// One page of matches.
    pub rows: Page<MatchRow>,
}

/// A call that a project is otherwise not shown, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignatedCall {
    /// The call, with verdict and fit.
    pub call: CallSummary,
    /// The designations of its donor, or of one whose money that passes on, that endanger people of
    /// the project.
    pub statuses: Vec<StatusLine>,
}

/// The calls of designated donors, for one project.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignatedCalls {
    /// The project.
    pub project: ProjectDetails,
    /// One page of calls, best fit first.
    pub rows: Page<DesignatedCall>,
}

/// A project as a donor sees it: what it needs and where, under its code name.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The project itself, when the actor is one of its own people.
    pub own: Option<(ProjectId, String)>,
    /// Code name in this review; empty for its own people.
    pub code_name: String,
    /// Verdict, fit, confidence, reasons.
    pub found: Match,
    /// How far it has come.
    pub stage: Option<Stage>,
    /// What it needs.
    pub budget: Option<AmountRange>,
    /// How long it runs.
    pub duration_months: Option<u16>,
    /// Where work happens.
    pub work_places: Vec<Place>,
    /// Whom it reaches.
    pub reach_places: Vec<Place>,
    /// Languages.
    pub languages: Vec<Language>,
    /// Themes.
    pub themes: Vec<ThemeCode>,
    /// The score that the actor gave it.
    pub score: Option<Score>,
    /// The mean of all scores in hundredths, once they are locked.
    pub mean: Option<u32>,
}

impl Candidate {
    /// What a list says of a project.
    pub(crate) fn of(content: &ProjectContent, code_name: String, found: Match) -> Self {
        Self {
            own: None,
            code_name,
            found,
            stage: content.stage,
            budget: content.budget,
            duration_months: content.duration_months,
            work_places: content.work_places.clone(),
            reach_places: content.reach_places.clone(),
            languages: content.languages.clone(),
            themes: content.themes.clone(),
            score: None,
            mean: None,
        }
    }
}

/// Projects for a call.
#[derive(Clone, Debug, PartialEq)]
pub struct CallProjects {
    /// The call.
    pub call: CallSummary,
    /// Whether projects stand under code names.
    pub blind: bool,
    /// For whoever reviews the call: how far its review has come; `None` before it has begun, and then
    /// no project is listed.
    pub review: Option<Progress>,
    /// How many projects wait to be read, before the review has begun. What their verdicts are shows
    /// under code names only: until then the rules can be changed without anybody being told.
    pub waiting: usize,
    /// What came of the review, once all scores are locked: all projects, whatever the filter.
    pub results: Option<Results>,
    /// How many projects have each verdict, before verdicts are filtered.
    pub counts: VerdictCounts,
    /// One page of candidates.
    pub rows: Page<Candidate>,
}
