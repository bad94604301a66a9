//! The rules of a call: from its fields, from its texts, and those already recorded.

use domain::{
    CallContent, CallField, Clause, Closing, Condition, EligibilityRule, PartnerNeed, RuleDecision,
    RuleKind, decision::Standing,
};

use crate::clauses;

/// What is read of a call, by what it is read from: rules recorded with their words, the call's
/// fields, rules recorded without words, clauses found in the texts.
fn read(call: &CallContent) -> [Vec<EligibilityRule>; 4] {
    let quoted = |rule: &EligibilityRule| !rule.clause.quote.is_empty();
    let (with_words, without_words) = call.rules.iter().cloned().partition(quoted);
    let found = clauses::extract(call);
    [with_words, from_fields(call, &found), without_words, found]
}

/// The rules that people confirmed, corrected or added and that are in force, with the words on which
/// they rest now.
fn decided(
    decisions: &[&RuleDecision],
    sources: &[Vec<EligibilityRule>; 4],
) -> Vec<EligibilityRule> {
    let rule = |decision: &&RuleDecision| {
        let now = sources.iter().flatten().find(|rule| decision.is_of(rule));
        let clause = now.map_or(&decision.clause, |rule| &rule.clause).clone();
        Some(EligibilityRule { condition: decision.holds.clone()?, clause })
    };
    decisions.iter().filter_map(rule).collect()
}

/// How each decision of a person stands to what the call says now, in their order.
#[must_use]
pub fn standings(call: &CallContent) -> Vec<Standing> {
    let sources = read(call);
    let standing = |one: &RuleDecision| one.standing(call, sources.iter().flatten());
    call.decisions.iter().map(standing).collect()
}

/// The rules of a call.
///
/// What a person decided counts before everything that is read, and what a person rejected is not
/// read; a rule that a person adds holds besides those that are read. For each kind then the first
/// source that has one counts: rules recorded with their words,
/// the call's fields, rules recorded without words, clauses found in the texts. A field whose words
/// stand in one of the call's texts is quoted from there. Whether the call is open, and where an
/// applicant must be registered, is always a rule: a call that does not say so is unclear, not open
/// to all.
#[must_use]
pub fn rules_of(call: &CallContent) -> Vec<EligibilityRule> {
    let sources = read(call);
    let in_force = |one: &&RuleDecision| one.standing(call, sources.iter().flatten()).in_force;
    let decisions: Vec<&RuleDecision> = call.decisions.iter().filter(in_force).collect();
    let (added, judged): (Vec<&RuleDecision>, Vec<&RuleDecision>) =
        decisions.iter().partition(|one| one.found.is_none());
    let mut rules = decided(&judged, &sources);
    for source in &sources {
        let known: Vec<RuleKind> = rules.iter().map(|rule| rule.condition.kind()).collect();
        let open = |rule: &EligibilityRule| {
            !known.contains(&rule.condition.kind()) && !decisions.iter().any(|one| one.is_of(rule))
        };
        rules.extend(source.iter().filter(|rule| open(rule)).cloned());
    }
    for rule in decided(&added, &sources) {
        // Read since then as it was added: one rule, which a person stands for.
        rules.retain(|read| read.condition != rule.condition);
        rules.push(rule);
    }
    if !rules.iter().any(|rule| rule.condition.kind() == RuleKind::EntityCountry) {
        rules.push(EligibilityRule {
            condition: Condition::EntityCountry { any_of: Vec::new(), none_of: Vec::new() },
            clause: whole(CallField::Eligibility, Some(&call.eligibility)),
        });
    }
    let order = |rule: &EligibilityRule| {
        RuleKind::ALL.iter().position(|kind| *kind == rule.condition.kind())
    };
    rules.sort_by_key(order);
    rules
}

/// Longer texts are not quoted whole.
const LONGEST_QUOTE: usize = 400;

/// A whole field as clause, when it is short enough to be one.
fn whole(field: CallField, text: Option<&String>) -> Clause {
    match text {
        Some(text) if !text.is_empty() && text.chars().count() <= LONGEST_QUOTE => {
            Clause { field, quote: text.clone(), start: Some(0) }
        }
        _ => Clause { field, quote: String::new(), start: None },
    }
}

/// Rules from the fields. A clause found in the texts that says the same gives the words.
fn from_fields(call: &CallContent, found: &[EligibilityRule]) -> Vec<EligibilityRule> {
    let mut rules = Vec::new();
    let mut push = |condition: Condition, clause: Clause| {
        let words = found.iter().find(|rule| rule.condition == condition);
        let clause = match words {
            Some(rule) if clause.quote.is_empty() => rule.clause.clone(),
            _ => clause,
        };
        rules.push(EligibilityRule { condition, clause });
    };
    let bare = |field| whole(field, None);
    if !call.places.is_empty() {
        push(Condition::Place { any_of: call.places.clone() }, bare(CallField::Places));
    }
    if !call.entity_countries.is_empty() || !call.entity_countries_excluded.is_empty() {
        let condition = Condition::EntityCountry {
            any_of: call.entity_countries.clone(),
            none_of: call.entity_countries_excluded.clone(),
        };
        push(condition, bare(CallField::EntityCountries));
    }
    if !call.entity_forms.is_empty() {
        let condition = Condition::EntityForm { any_of: call.entity_forms.clone() };
        push(condition, bare(CallField::EntityForms));
    }
    if let Some(range) = call.award {
        push(Condition::Award { range }, whole(CallField::AwardText, call.award_text.as_ref()));
    }
    if let Some(months) = call.duration {
        let clause = whole(CallField::DurationText, call.duration_text.as_ref());
        push(Condition::Duration { months }, clause);
    }
    // What the texts say of the closing day counts where no field is understood.
    let closing = found.iter().find(|rule| rule.condition.kind() == RuleKind::Deadline);
    match closing {
        Some(rule) if call.closing == Closing::Unknown => {
            push(rule.condition.clone(), rule.clause.clone());
        }
        _ => {
            let clause = whole(CallField::DeadlineText, call.deadline_text.as_ref());
            push(Condition::Deadline { closing: call.closing.clone() }, clause);
        }
    }
    if !call.languages.is_empty() {
        let condition = Condition::Language { any_of: call.languages.clone() };
        push(condition, bare(CallField::Languages));
    }
    if let Some(need) = &call.partner {
        push(Condition::Partner { need: PartnerNeed::clone(need) }, bare(CallField::Partner));
    }
    if let Some(allowed) = call.core_costs {
        push(Condition::CoreCosts { allowed }, bare(CallField::CoreCosts));
    }
    if let Some(percent) = call.co_financing_percent {
        push(Condition::CoFinancing { percent }, bare(CallField::CoFinancing));
    }
    if let Some(allowed) = call.regranting {
        push(Condition::Regranting { allowed }, bare(CallField::Regranting));
    }
    rules
}

#[cfg(test)]
mod tests;
