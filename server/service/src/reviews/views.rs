//! What reviewers and owners see of a review.

use chrono::NaiveDate;
use domain::{AccountId, CallId, Language, ReviewState, Score};

use super::OpenedName;
use crate::{calls::CallSummary, matches::Candidate};

/// Somebody who takes part, as the others see it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is said on the page by itself")]
pub struct PartLine {
    /// Who.
    pub account: AccountId,
    /// The name they sign in with.
    pub name: String,
    /// Whether it is the actor.
    pub me: bool,
    /// Whether their scores are locked.
    pub locked: bool,
    /// Whether the others went on without them.
    pub left_out: bool,
    /// Whether the actor may go on without them now.
    pub may_be_left_out: bool,
}

/// How far the review of a call has come, as one of its reviewers sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The first review of a call is 1.
    pub number: i16,
    /// How far it has come.
    pub state: ReviewState,
    /// Who takes part, by name.
    pub parts: Vec<PartLine>,
    /// How many of the projects that can be read the actor has scored.
    pub given: usize,
    /// How many projects can be read.
    pub listed: usize,
    /// How many projects the actor scored that their owners have withdrawn since.
    pub withdrawn: usize,
    /// How often what the call demands was changed since the code names were drawn.
    pub rule_changes: u16,
    /// Whether there are earlier reviews in which the actor took part.
    pub has_earlier: bool,
}

impl Progress {
    /// The actor's own part.
    #[must_use]
    pub fn mine(&self) -> Option<&PartLine> {
        self.parts.iter().find(|part| part.me)
    }

    /// Whether the actor takes part and can still change scores.
    #[must_use]
    pub fn takes_part(&self) -> bool {
        let mine = self.mine().is_some_and(|part| !part.locked && !part.left_out);
        mine && self.state == ReviewState::Scoring
    }

    /// Whether the actor can lock: has given a score, or has nothing to score.
    #[must_use]
    pub fn may_lock(&self) -> bool {
        self.takes_part() && (self.given + self.withdrawn > 0 || self.listed == 0)
    }

    /// How many have locked their scores, and how many must.
    #[must_use]
    pub fn locked(&self) -> (usize, usize) {
        let counted = self.parts.iter().filter(|part| !part.left_out);
        (self.parts.iter().filter(|part| part.locked).count(), counted.count())
    }
}

/// What somebody is told before they lock their scores, or leave the scoring.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// The call.
    pub call: CallSummary,
    /// Code names of the projects that they can read and have not scored.
    pub unscored: Vec<String>,
    /// How many scores they have given.
    pub given: usize,
    /// Whether they can lock now.
    pub may_lock: bool,
    /// Whether they can leave now.
    pub may_leave: bool,
}

/// A locked score, as all who review the call see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreLine {
    /// Who gave it.
    pub name: String,
    /// The score.
    pub score: Score,
    /// What they noted.
    pub note: String,
    /// Whether they had opened the project's name before scoring began.
    pub knew: bool,
}

/// A project as a reviewer reads it beside a call.
#[derive(Clone, Debug, PartialEq)]
pub struct BlindProject {
    /// The call.
    pub call: CallSummary,
    /// What a list says of it.
    pub candidate: Candidate,
    /// Its texts with every known name masked, in the order of [`domain::ProjectContent::narrative`].
    pub texts: Vec<String>,
    /// The language of its texts.
    pub lang: Option<Language>,
    /// How far the review has come.
    pub state: ReviewState,
    /// The organisation's name, the title and the public page, once the reviewer opened the name,
    /// unless a call is being scored.
    pub opened: Option<OpenedName>,
    /// Whether the name can be opened now: not while this call is being scored, or another one that the
    /// actor reviews.
    pub may_open: bool,
    /// The note beside the actor's own score.
    pub note: String,
    /// Whether the actor may score it now.
    pub may_score: bool,
    /// Whether the actor may take part in scoring and does not.
    pub may_join: bool,
    /// The scores of all, once they are locked.
    pub scores: Vec<ScoreLine>,
}

/// An opening of a project's name, as its own people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningLine {
    /// The call.
    pub call: CallId,
    /// Its title.
    pub title: String,
    /// Who gives.
    pub donor: String,
    /// The reason given.
    pub reason: String,
    /// When.
    pub on: NaiveDate,
}
