//! What a call demands stays as it is while it is scored.
//!
//! A verdict says whether an applicant meets the rules. Whoever may change the rules and then looks at
//! the verdicts under the same code names learns where an applicant is registered, and since when. So
//! nothing that decides a verdict changes while scores are given, and before and after that each change
//! is counted and told.

use domain::{CallContent, CallId, Condition, ReviewState, RuleKind};
use store::ConnectionTrait;

use crate::{Failure, failure::Conflict};

/// What a call demands of whoever applies. Whether it is open says nothing about an applicant.
fn demands(content: &CallContent) -> Vec<Condition> {
    let rules = reading::rules_of(content).into_iter().map(|rule| rule.condition);
    rules.filter(|condition| condition.kind() != RuleKind::Deadline).collect()
}

/// Whether a change touches what a call demands of whoever applies.
pub(crate) fn differs(before: &CallContent, after: &CallContent) -> bool {
    demands(before) != demands(after)
}

/// Lets a call change, and counts it where that shows in verdicts under code names that are drawn.
///
/// # Errors
/// [`Failure::Conflict`] when what it demands would change while it is scored.
pub(crate) async fn let_change<C: ConnectionTrait>(
    c: &C,
    call: CallId,
    before: &CallContent,
    after: &CallContent,
) -> Result<(), Failure> {
    let Some(review) = store::reviews::latest(c, call).await? else { return Ok(()) };
    if !differs(before, after) {
        return Ok(());
    }
    if review.state == ReviewState::Scoring {
        return Err(Failure::Conflict(Conflict::CallScored));
    }
    Ok(store::reviews::count_rule_change(c, review.id).await?)
}
