//! Conditions read from the texts of a call.
//!
//! Precision before recall: a rule that should not be there hides a call from someone who could
//! have had the money, while a rule that is missing leaves the match *unclear*, which is true. So a
//! sentence counts only when it says one thing in one of a few usual ways; anything that softens,
//! excepts or goes on beyond what is understood is left alone, and two sentences that disagree
//! cancel each other. Each rule keeps its sentence and where it begins.

mod forms;
mod seat;
mod sentence;
mod terms;

use domain::{CallContent, CallField, Clause, Condition, EligibilityRule, RuleKind};
use regex::Regex;
use sentence::{Sentence, sentences};

/// A pattern of this module; one that does not compile finds nothing, which the tests would show.
fn regex(pattern: &str) -> Option<Regex> {
    Regex::new(pattern).ok()
}

/// Whether a text has one of some letter sequences: a cheap test before a costly pattern.
fn mentions(text: &str, any_of: &[&str]) -> bool {
    any_of.iter().any(|letters| text.contains(letters))
}

fn has_figure(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

/// The conditions that the texts state beyond doubt, each with the sentence it rests on: at most
/// one of each kind.
#[must_use]
pub fn extract(call: &CallContent) -> Vec<EligibilityRule> {
    let duration_text = call.duration_text.as_deref().unwrap_or_default();
    let fields = [
        (CallField::Eligibility, call.eligibility.as_str()),
        (CallField::Conditions, &call.conditions),
        (CallField::Text, &call.text),
        (CallField::DurationText, duration_text),
    ];
    let mut found: Vec<EligibilityRule> = Vec::new();
    for (field, text) in fields {
        for sentence in sentences(text) {
            // The field that says who may apply needs no words that introduce it as such, as long
            // as it is one plain statement and not a list or a page of rules.
            let who = field == CallField::Eligibility
                && sentence.start == 0
                && !text.contains(['\n', ';', '<', '•']);
            for condition in read(&sentence, field, who) {
                let clause =
                    Clause { field, quote: sentence.text.to_owned(), start: Some(sentence.start) };
                found.push(EligibilityRule { condition, clause });
            }
        }
    }
    let certain = RuleKind::ALL.iter().filter_map(|kind| the_one(&found, *kind));
    certain.cloned().collect()
}

/// The only condition of a kind; `None` when there is none or two disagree.
fn the_one(found: &[EligibilityRule], kind: RuleKind) -> Option<&EligibilityRule> {
    let mut of_kind = found.iter().filter(|rule| rule.condition.kind() == kind);
    let first = of_kind.next()?;
    of_kind.all(|rule| rule.condition == first.condition).then_some(first)
}

/// What one sentence says.
fn read(sentence: &Sentence, field: CallField, who: bool) -> Vec<Condition> {
    if field == CallField::DurationText {
        return terms::duration(sentence, true).into_iter().collect();
    }
    [
        seat::country(sentence, who),
        forms::entity_form(sentence, who),
        terms::duration(sentence, false),
        terms::consortium(sentence),
        terms::core_costs(sentence),
        terms::co_financing(sentence),
        terms::language(sentence),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests;
