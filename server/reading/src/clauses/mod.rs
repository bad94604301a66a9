//! Conditions read from the texts of a call.
//!
//! Precision before recall: a rule that should not be there hides a call from someone who could
//! have had the money, while a rule that is missing leaves the match *unclear*, which is true. So a
//! sentence counts only when it says one thing in one of a few usual ways; anything that softens,
//! excepts or goes on beyond what is understood is left alone, and two sentences that disagree
//! cancel each other. Each rule keeps its sentence and where it begins.

mod age;
mod award;
mod costs;
mod deadline;
mod duration;
mod forms;
mod headings;
mod language;
mod money;
mod numbers;
mod partner;
mod places;
mod seat;
mod sentence;
mod share;
mod turned;

use domain::{CallContent, CallField, Clause, Condition, EligibilityRule, Place, RuleKind};
use regex::{Regex, RegexBuilder};
use sentence::{Sentence, sentences};
use unicode_normalization::UnicodeNormalization;

use crate::letters::Plain;

/// The letters of the five languages and their neighbours. All letters of Unicode would make the
/// patterns many times larger, and slow to build.
const LETTER: &str = "[A-Za-zÀ-ÖØ-öø-žА-яЁёІіЇїЄєҐґЎў]";

/// Bytes that the states of a pattern may take, in each thread.
const ROOM: usize = 16 << 20;

/// A pattern of this module, in which `\p{L}` is such a letter; one that does not compile finds
/// nothing, which the tests would show. With less room these patterns fall back to the slow way.
fn regex(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(&pattern.replace(r"\p{L}", LETTER)).dfa_size_limit(ROOM).build().ok()
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
///
/// The field that says who may apply speaks before the conditions, and these before the main text;
/// fields of one thing, such as the duration, speak for that thing first.
#[must_use]
pub fn extract(call: &CallContent) -> Vec<EligibilityRule> {
    let fields = [
        (CallField::AwardText, call.award_text.as_deref().unwrap_or_default()),
        (CallField::DurationText, call.duration_text.as_deref().unwrap_or_default()),
        (CallField::DeadlineText, call.deadline_text.as_deref().unwrap_or_default()),
        (CallField::Eligibility, &call.eligibility),
        (CallField::Conditions, &call.conditions),
        (CallField::Text, &call.text),
    ];
    let mut found: Vec<EligibilityRule> = Vec::new();
    for (field, text) in fields {
        found.extend(in_field(field, text));
    }
    let certain = RuleKind::ALL.iter().filter_map(|kind| the_one(&found, *kind));
    certain.cloned().collect()
}

/// What one field states, sentence by sentence. It is read with its letters written one way, and
/// quoted as it stands.
fn in_field(field: CallField, original: &str) -> Vec<EligibilityRule> {
    let plain = Plain::of(original);
    let text = plain.text();
    let rule = |condition, quote: &str, start: u32| {
        let (start, quote) = plain.original(crate::num::at(start), quote.chars().count());
        let start = Some(crate::num::small(start));
        EligibilityRule { condition, clause: Clause { field, quote: quote.to_owned(), start } }
    };
    let start = text.chars().take_while(|c| c.is_whitespace()).count();
    let whole = Sentence { text: text.trim(), start: crate::num::small(start) };
    let alone = match field {
        CallField::AwardText => Some(award::award(&whole, true)),
        CallField::DurationText => Some(duration::duration(&whole, true)),
        CallField::DeadlineText => Some(deadline::deadline(&whole, true)),
        _ => None,
    };
    if let Some(condition) = alone {
        return condition.map(|one| rule(one, whole.text, whole.start)).into_iter().collect();
    }
    let mut found = Vec::new();
    if let Some((condition, start, quote)) = forms::listed(text, field == CallField::Eligibility) {
        found.push(rule(condition, quote, crate::num::small(start)));
    }
    let listed = !found.is_empty();
    let refused = headings::refused(text);
    let all: Vec<Sentence> = sentences(text).collect();
    for (i, sentence) in all.iter().enumerate() {
        // A question states nothing, and what stands under “not eligible” is turned round.
        if sentence.text.ends_with('?') || refused.iter().any(|part| part.contains(&sentence.start))
        {
            continue;
        }
        // The field that says who may apply needs no words that introduce it as such, as long
        // as it is one plain statement and not a list or a page of rules.
        let who = field == CallField::Eligibility
            && sentence.start == 0
            && !text.contains(['\n', ';', '<', '•']);
        let next = all.get(i + 1).map(|next| next.text);
        let words = in_one_line(sentence.text);
        for condition in read(&Sentence { text: &words, start: sentence.start }, who) {
            let known = listed && condition.kind() == RuleKind::EntityForm;
            if !known && !next.is_some_and(|next| is_softened(&condition, next)) {
                found.push(rule(condition, sentence.text, sentence.start));
            }
        }
    }
    let out = left_out(text);
    found.retain(|rule| match &rule.condition {
        Condition::EntityCountry { any_of, .. } => {
            !any_of.iter().any(|seat| out.iter().any(|place| seat != place && seat.covers(*place)))
        }
        _ => true,
    });
    if award::is_topped_up(text) {
        found.retain(|rule| rule.condition.kind() != RuleKind::Award);
    }
    found
}

/// The words of a sentence with single spaces between them, in plain letters and without the signs by
/// which some are made to stand out: `may _not_ apply`.
fn in_one_line(text: &str) -> String {
    let plain: String = text.nfkc().filter(|c| !matches!(c, '_' | '*')).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the sentence behind a condition takes back a part of it: an exception, somebody else who
/// may apply too, another amount.
fn is_softened(condition: &Condition, next: &str) -> bool {
    match condition {
        Condition::EntityCountry { .. } => turned::softens(next) || seat::is_list(next),
        Condition::EntityForm { .. }
        | Condition::EntityAge { .. }
        | Condition::CoFinancing { .. } => turned::softens(next),
        Condition::Award { .. } => award::is_followed_by_another(next),
        _ => false,
    }
}

/// Places of applicants whom a sentence leaves out that says no more than that: `Exception: Hungary.`
fn left_out(text: &str) -> Vec<Place> {
    let out = sentences(text).filter(|sentence| {
        turned::leaves_out(sentence.text) && seat::country(sentence, false).is_none()
    });
    let of_applicants = out.filter(|sentence| seat::is_of_applicants(sentence.text));
    of_applicants
        .flat_map(|sentence| places::places_in(sentence.text))
        .map(|named| named.place)
        .collect()
}

/// The only condition of a kind, from the first field that has one; `None` when there is none or
/// two of that field disagree.
fn the_one(found: &[EligibilityRule], kind: RuleKind) -> Option<&EligibilityRule> {
    let mut of_kind = found.iter().filter(|rule| rule.condition.kind() == kind);
    let first = of_kind.next()?;
    of_kind
        .filter(|rule| rule.clause.field == first.clause.field)
        .all(|rule| rule.condition == first.condition)
        .then_some(first)
}

/// What one sentence says.
fn read(sentence: &Sentence, who: bool) -> Vec<Condition> {
    [
        seat::country(sentence, who),
        forms::entity_form(sentence, who),
        age::entity_age(sentence),
        award::award(sentence, false),
        duration::duration(sentence, false),
        deadline::deadline(sentence, false),
        language::language(sentence),
        partner::consortium(sentence).or_else(|| partner::host(sentence)),
        costs::core_costs(sentence),
        costs::regranting(sentence),
        share::co_financing(sentence),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests;
