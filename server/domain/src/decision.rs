//! What a person decided about a rule of a call.
//!
//! A decision is kept beside the call and outlives imports and new readings. It rests on what was
//! read when it was made: a condition, and the words of the call. As long as one of the two is still
//! there it is in force; when the words are not, somebody should look again.

use serde::{Deserialize, Serialize};

use crate::{
    CallContent, CallField, Clause, Condition, EligibilityRule, RuleKind, code::vocabulary,
};

vocabulary! {
    /// What a person said of a rule.
    Ruling, "ruling" {
        /// It is as it was read.
        Confirmed = "confirmed",
        /// It is another one than was read.
        Corrected = "corrected",
        /// There is no such rule.
        Rejected = "rejected",
        /// There is one that was not read.
        Added = "added",
    }
}

/// A person's decision about a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleDecision {
    /// What was read; `None` for a rule that a person added.
    pub found: Option<Condition>,
    /// What holds; `None` when there is no such rule.
    pub holds: Option<Condition>,
    /// The words of the call on which it rested then.
    pub clause: Clause,
}

/// How a decision stands to what the call says now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether it is in force.
    pub in_force: bool,
    /// Whether the words on which it rested are gone or others now.
    pub words_changed: bool,
}

/// White space says nothing: files wrap lines where they like.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl RuleDecision {
    /// What was decided.
    #[must_use]
    pub fn ruling(&self) -> Ruling {
        match (&self.found, &self.holds) {
            (None, _) => Ruling::Added,
            (Some(_), None) => Ruling::Rejected,
            (Some(found), Some(holds)) if found == holds => Ruling::Confirmed,
            (Some(_), Some(_)) => Ruling::Corrected,
        }
    }

    /// What the rule is about; `None` for a decision that says nothing.
    #[must_use]
    pub fn kind(&self) -> Option<RuleKind> {
        self.found.as_ref().or(self.holds.as_ref()).map(Condition::kind)
    }

    /// Whether a rule that was read is the one it decides: the same condition, or a condition of the
    /// same kind that rests on the same words.
    #[must_use]
    pub fn is_of(&self, rule: &EligibilityRule) -> bool {
        let same_words = || {
            let quote = words(&self.clause.quote);
            !quote.is_empty() && quote == words(&rule.clause.quote)
        };
        self.found.as_ref().is_some_and(|found| {
            *found == rule.condition || (found.kind() == rule.condition.kind() && same_words())
        })
    }

    /// How it stands to a call, in which these rules are read now.
    #[must_use]
    pub fn standing<'r>(
        &self,
        call: &CallContent,
        mut read: impl Iterator<Item = &'r EligibilityRule>,
    ) -> Standing {
        let quote = words(&self.clause.quote);
        let stand = !quote.is_empty()
            && CallField::ALL.iter().any(|field| words(call.words_of(*field)).contains(&quote));
        let is_read = read.any(|rule| self.is_of(rule));
        // Who adds a rule without quoting the call answers for it alone.
        let own = self.found.is_none() && quote.is_empty();
        Standing {
            in_force: stand || is_read || own,
            words_changed: !(stand || own || (quote.is_empty() && is_read)),
        }
    }
}

/// What a person said of a rule that counts now; `None` where nobody has looked.
#[must_use]
pub fn ruling_on(decisions: &[RuleDecision], condition: &Condition) -> Option<Ruling> {
    let decision = decisions.iter().find(|one| one.holds.as_ref() == Some(condition));
    decision.map(RuleDecision::ruling)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn core(allowed: bool) -> Condition {
        Condition::CoreCosts { allowed }
    }

    fn clause(quote: &str) -> Clause {
        Clause { field: CallField::Conditions, quote: quote.to_owned(), start: None }
    }

    fn decision(found: Option<bool>, holds: Option<bool>, quote: &str) -> RuleDecision {
        RuleDecision { found: found.map(core), holds: holds.map(core), clause: clause(quote) }
    }

    fn standing(decision: &RuleDecision, text: &str, read: Option<(bool, &str)>) -> (bool, bool) {
        let call =
            CallContent { conditions: text.to_owned(), ..CallContent::titled(String::new()) };
        let read = read.map(|(allowed, quote)| EligibilityRule {
            condition: core(allowed),
            clause: clause(quote),
        });
        let Standing { in_force, words_changed } = decision.standing(&call, read.iter());
        (in_force, words_changed)
    }

    #[test]
    fn what_was_decided_follows_from_what_was_read_and_what_holds() {
        for (found, holds, ruling) in [
            (Some(true), Some(true), Ruling::Confirmed),
            (Some(true), Some(false), Ruling::Corrected),
            (Some(true), None, Ruling::Rejected),
            (None, Some(true), Ruling::Added),
        ] {
            assert_eq!(decision(found, holds, "").ruling(), ruling);
        }
    }

    #[test]
    fn a_decision_lasts_as_long_as_its_words_or_its_condition() {
        let one = decision(Some(false), None, "No core costs.");
        let text = "Costs: no\n core. No  core\ncosts. Apply soon.";
        assert_eq!(standing(&one, text, Some((false, "No core costs."))), (true, false));
        assert_eq!(standing(&one, text, None), (true, false), "read no more, but still said");
        assert_eq!(standing(&one, text, Some((true, "No core costs."))), (true, false));
        let other = "Core costs are not paid.";
        assert_eq!(standing(&one, other, Some((false, other))), (true, true), "said otherwise");
        assert_eq!(standing(&one, "Core costs welcome.", Some((true, "x"))), (false, true));
        assert_eq!(standing(&one, "", None), (false, true));
    }

    #[test]
    fn a_fact_without_words_is_decided_as_long_as_it_is_stated() {
        let one = decision(Some(false), None, "");
        assert_eq!(standing(&one, "", Some((false, ""))), (true, false));
        assert_eq!(standing(&one, "", Some((true, ""))), (false, true));
        let added = decision(None, Some(true), "");
        assert_eq!(standing(&added, "", None), (true, false));
        let added = decision(None, Some(true), "Core costs welcome.");
        assert_eq!(standing(&added, "We pay. Core costs welcome.", None), (true, false));
        assert_eq!(standing(&added, "We pay.", None), (false, true));
    }
}
