//! Reviewing a call blind: read, score, lock; only then do names open.
//!
//! A review goes one way, unless all who score leave. While it is read, projects stand under code names drawn for this review.
//! When scoring begins, no name opens any more for anybody who reviews the call, and everybody who
//! then reviews for its donor takes part. When each of them has locked their scores, or has left, the
//! review is locked, scores are shown to all who review the call, and names open for a reason.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{AccountId, CallId, ReviewId, code::vocabulary};

vocabulary! {
    /// How far a review has come.
    ReviewState, "state of a review" {
        /// Projects are read under code names.
        Reading = "reading",
        /// Scores are given; no name opens.
        Scoring = "scoring",
        /// All scores are locked; names open for a reason.
        Locked = "locked",
    }
}

/// The review of a call. A call can be reviewed again when the review before is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// Identifier.
    pub id: ReviewId,
    /// The call.
    pub call: CallId,
    /// The first review of a call is 1.
    pub number: i16,
    /// How far it has come.
    pub state: ReviewState,
    /// When scoring began; `None` before, and where that was not kept.
    pub scoring_since: Option<DateTime<Utc>>,
}

/// A score from 0, not at all, to 10, without reserve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Score(u8);

impl Score {
    /// The highest.
    pub const HIGHEST: u8 = 10;

    /// A score; `None` above the highest.
    #[must_use]
    pub const fn new(score: u8) -> Option<Self> {
        if score <= Self::HIGHEST { Some(Self(score)) } else { None }
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The mean of scores in hundredths, rounded half up; `None` of none.
    #[must_use]
    pub fn mean(scores: &[Self]) -> Option<u32> {
        let count = u32::try_from(scores.len()).ok().filter(|count| *count > 0)?;
        let sum: u32 = scores.iter().map(|score| u32::from(score.0)).sum();
        Some((sum * 100 + count / 2) / count)
    }
}

/// How long a reviewer who has not locked is waited for: since scoring began, and since they last gave
/// a score.
pub const WAITED_FOR: TimeDelta = TimeDelta::days(7);

/// Somebody who takes part in scoring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Who.
    pub account: AccountId,
    /// When they last gave a score; `None` when they have given none.
    pub scored_at: Option<DateTime<Utc>>,
    /// Whether their scores are locked.
    pub locked: bool,
    /// Whether the others went on without them.
    pub left_out: bool,
    /// Whether they still review for the donor, with an account that is open.
    pub reviews: bool,
}

impl Part {
    /// Whether a reviewer who has locked may go on without this one: one who has not locked and has
    /// been waited for, or who does not review any more.
    #[must_use]
    pub fn may_be_left_out(
        &self,
        scoring_since: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> bool {
        let last = self.scored_at.max(scoring_since);
        let waited = last.is_none_or(|last| last + WAITED_FOR <= now);
        !self.locked && !self.left_out && (waited || !self.reviews)
    }
}

/// Whether a review's scores are all locked: somebody has locked, and everybody who was not left out.
#[must_use]
pub fn all_locked(parts: &[Part]) -> bool {
    parts.iter().any(|part| part.locked) && parts.iter().all(|part| part.locked || part.left_out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
    }

    prop_compose! {
        fn part()(
            number in 0_u8..9, days in proptest::option::of(0_i64..20), locked: bool,
            left_out: bool, reviews: bool,
        ) -> Part {
            Part {
                account: AccountId::from_random([number; 16]),
                scored_at: days.map(|days| now() - TimeDelta::days(days)),
                locked,
                left_out: left_out && !locked,
                reviews,
            }
        }
    }

    proptest! {
        /// Whoever still scores keeps every name closed, and nobody's silence opens one.
        #[test]
        fn names_open_only_when_everybody_who_counts_has_locked(
            parts in proptest::collection::vec(part(), 0..6),
        ) {
            let open = all_locked(&parts);
            let waits = parts.iter().any(|part| !part.locked && !part.left_out);
            prop_assert!(!(open && waits));
            prop_assert!(!open || parts.iter().any(|part| part.locked));
        }

        /// When a reviewer has locked, everybody else can be waited for in vain only so long: the
        /// review ends.
        #[test]
        fn one_who_is_absent_does_not_block_for_ever(
            parts in proptest::collection::vec(part(), 0..6), since in 0_i64..20,
        ) {
            let later = now() + WAITED_FOR;
            let since = Some(now() - TimeDelta::days(since));
            let mut parts = parts;
            for part in &mut parts {
                if part.may_be_left_out(since, later) {
                    part.left_out = true;
                }
            }
            prop_assert_eq!(all_locked(&parts), parts.iter().any(|part| part.locked));
        }

        #[test]
        fn a_mean_lies_between_its_scores(scores in proptest::collection::vec(0_u8..=10, 1..9)) {
            let scores: Vec<Score> = scores.into_iter().filter_map(Score::new).collect();
            let mean = Score::mean(&scores).unwrap();
            let hundred = |score: Option<&Score>| u32::from(score.unwrap().number()) * 100;
            prop_assert!(hundred(scores.iter().min()) <= mean && mean <= hundred(scores.iter().max()));
        }
    }

    #[test]
    fn somebody_at_work_is_not_left_out() {
        let part = Part {
            account: AccountId::from_random([1; 16]),
            scored_at: Some(now() - TimeDelta::days(6)),
            locked: false,
            left_out: false,
            reviews: true,
        };
        let since = Some(now() - TimeDelta::days(30));
        assert!(!part.may_be_left_out(since, now()));
        assert!(part.may_be_left_out(since, now() + TimeDelta::days(1)));
        let silent = Part { scored_at: None, ..part };
        assert!(silent.may_be_left_out(since, now()));
        assert!(!silent.may_be_left_out(Some(now() - TimeDelta::days(6)), now()));
        assert!(Part { reviews: false, ..part }.may_be_left_out(since, now()), "who has gone");
        assert!(!Part { locked: true, ..silent }.may_be_left_out(since, now()));
    }

    #[test]
    fn scores_end_at_ten() {
        assert_eq!(Score::new(10).map(Score::number), Some(10));
        assert_eq!(Score::new(11), None);
        assert_eq!(Score::mean(&[]), None);
        assert_eq!(Score::mean(&[Score(7), Score(8), Score(8)]), Some(767));
    }
}
