//! Rules of a call, as people judge them.
//!
//! What is read of a call's fields and texts is a reading; whoever may write the call confirms,
//! corrects or rejects it, or adds a rule that nobody could read. Matching follows at once, and the
//! decision outlives imports and new readings (`domain::decision`).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    AccountId, Call, CallContent, CallField, CallId, Clause, Condition, EligibilityRule,
    PartnerNeed, ReviewState, RuleDecision, RuleKind, Ruling, code::hex,
};
use sha2::{Digest, Sha256};
use store::{DatabaseTransaction, calls::Version, edits::Decided};

use crate::{
    Actor, Failure, FieldProblem, Incident, Services,
    editing::{SHORT_LIMIT, found},
    reviews,
    services::News,
};

/// The most decisions about one call.
const MOST: usize = 100;
/// The most months of anything.
const MONTHS: u16 = 1200;

/// What a person decided about a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedLine {
    /// What was decided.
    pub decision: RuleDecision,
    /// Whether it is in force.
    pub in_force: bool,
    /// The words on which it rested are gone or others now.
    pub words_changed: bool,
    /// By whom; `None` for the person at the machine, for an account that is no more, and for readers
    /// who need not know.
    pub by: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A rule of a call, for whoever may judge it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLine {
    /// Names it in forms.
    pub subject: String,
    /// The rule as it counts; `None` where none does: it was rejected, or its decision is not in
    /// force any more.
    pub rule: Option<EligibilityRule>,
    /// What a person decided about it.
    pub decided: Option<DecidedLine>,
}

/// The rules of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct CallRulings {
    /// The call.
    pub call: Call,
    /// Its rules in the order in which people see them, then what was rejected and what is not in
    /// force any more.
    pub lines: Vec<RuleLine>,
    /// Whether the call is being scored: until then nothing that it demands changes.
    pub scored: bool,
}

/// What is decided about a rule that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// It is as it was read.
    Confirm,
    /// There is no such rule.
    Reject,
    /// What was decided holds for the words that the call has now.
    Keep,
    /// Nothing is decided any more.
    TakeBack,
}

/// A rule that a person states: in the place of one that was read, or besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Names the rule whose place it takes; empty for one that nobody could read.
    pub subject: String,
    /// What it asks.
    pub condition: Condition,
    /// The words of the call on which it rests; may be empty.
    pub quote: String,
}

/// Whether people may judge rules of a kind. Whether a call is open follows from its dates, which are
/// corrected where they stand.
#[must_use]
pub const fn is_judged(kind: RuleKind) -> bool {
    !matches!(kind, RuleKind::Deadline)
}

/// Names a rule among those of its call: what was read, or what a person added.
fn subject_of(found: Option<&Condition>, holds: Option<&Condition>) -> String {
    let (sort, condition) = match found {
        Some(found) => ("read ", Some(found)),
        None => ("added ", holds),
    };
    // Domain values have text keys only, for which this cannot fail.
    let json = serde_json::to_string(&condition).unwrap_or_default();
    let digest = Sha256::new_with_prefix(sort).chain_update(json).finalize();
    hex(digest.get(..16).unwrap_or_default())
}

/// A rule that says nothing cannot be judged: that a call is silent is what remains when nothing is
/// known.
fn says_something(condition: &Condition) -> bool {
    !matches!(condition, Condition::EntityCountry { any_of, none_of } if any_of.is_empty() && none_of.is_empty())
}

fn lines(call: &Call, decided: Vec<Decided>, names: &BTreeMap<AccountId, String>) -> Vec<RuleLine> {
    let standings = reading::standings(&call.content);
    let mut open: Vec<(String, DecidedLine)> = decided
        .into_iter()
        .zip(standings)
        .map(|(one, standing)| {
            let line = DecidedLine {
                decision: one.decision,
                in_force: standing.in_force,
                words_changed: standing.words_changed,
                by: one.by.and_then(|id| names.get(&id).cloned()),
                at: one.at,
            };
            (one.subject, line)
        })
        .collect();
    let mut lines = Vec::new();
    for rule in reading::rules_of(&call.content) {
        let of_rule = |(_, line): &(String, DecidedLine)| {
            line.in_force && line.decision.holds.as_ref() == Some(&rule.condition)
        };
        let decided = open.iter().position(of_rule).map(|at| open.remove(at));
        let (subject, decided) = match decided {
            Some((subject, line)) => (subject, Some(line)),
            None => (subject_of(Some(&rule.condition), None), None),
        };
        lines.push(RuleLine { subject, rule: Some(rule), decided });
    }
    let rest = open.into_iter();
    lines.extend(rest.map(|(subject, line)| RuleLine { subject, rule: None, decided: Some(line) }));
    lines
}

/// The rules of a call, with what people decided about them, for whoever may write the call.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever may write no calls, [`Failure::NotFound`] for whoever may not
/// write this one.
pub async fn of_call(
    services: &Services,
    actor: &Actor,
    id: CallId,
) -> Result<CallRulings, Failure> {
    let call = found(services, services.db.reads(), actor, id).await?;
    let decided = store::edits::decisions(services.db.reads(), id).await?;
    // Who keeps the calls of a server learns who else does; a donor's staff need not.
    let by: Vec<AccountId> = if actor.reader().keeps_calls() {
        decided.iter().filter_map(|one| one.by).collect()
    } else {
        Vec::new()
    };
    let names = store::accounts::names(services.db.reads(), &by).await?;
    let review = store::reviews::latest(services.db.reads(), id).await?;
    let scored = review.is_some_and(|review| review.state == ReviewState::Scoring);
    Ok(CallRulings { lines: lines(&call, decided, &names), call, scored })
}

/// What of a rule is shown to every reader of its call: that a person judged it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What the rule asks.
    pub condition: Condition,
    /// What a person said.
    pub ruling: Ruling,
    /// The words on which that rested are gone or others now.
    pub words_changed: bool,
}

/// The rules of a call that a person judged, as far as that is in force.
#[must_use]
pub fn marks(call: &Call) -> Vec<Mark> {
    let decisions = call.content.decisions.iter().zip(reading::standings(&call.content));
    decisions
        .filter(|(_, standing)| standing.in_force)
        .filter_map(|(decision, standing)| {
            Some(Mark {
                condition: decision.holds.clone()?,
                ruling: decision.ruling(),
                words_changed: standing.words_changed,
            })
        })
        .collect()
}

/// One rule of a call, to be corrected.
///
/// # Errors
/// As [`of_call`]; [`Failure::NotFound`] also where there is no such rule.
pub async fn one(
    services: &Services,
    actor: &Actor,
    id: CallId,
    subject: &str,
) -> Result<(Call, RuleLine), Failure> {
    let CallRulings { call, lines, .. } = of_call(services, actor, id).await?;
    let line = lines.into_iter().find(|line| line.subject == subject);
    Ok((call, line.ok_or(Failure::NotFound)?))
}

fn wrong(field: &'static str, problem: &'static str) -> Vec<FieldProblem> {
    vec![FieldProblem { field, problem }]
}

/// Everything that is wrong with a condition that a person states.
#[must_use]
pub fn problems(condition: &Condition) -> Vec<FieldProblem> {
    match condition {
        Condition::Place { any_of } if any_of.is_empty() => wrong("rule_places", "missing"),
        condition @ Condition::EntityCountry { .. } if !says_something(condition) => {
            wrong("rule_places", "missing")
        }
        Condition::EntityForm { any_of } if any_of.is_empty() => wrong("rule_forms", "missing"),
        Condition::Language { any_of } if any_of.is_empty() => wrong("rule_languages", "missing"),
        Condition::EntityAge { months: 0 } => wrong("rule_months", "missing"),
        Condition::EntityAge { months } if *months > MONTHS => wrong("rule_months", "wrong"),
        Condition::CoFinancing { percent } if *percent > 100 => wrong("rule_percent", "share_over"),
        Condition::Partner { need: PartnerNeed::Consortium { members, countries } }
            if *members < 2 || *countries == 0 || countries > members =>
        {
            wrong("rule_members", "wrong")
        }
        _ => Vec::new(),
    }
}

/// What a decision is written with.
struct Desk<'a> {
    services: &'a Services,
    actor: &'a Actor,
    transaction: DatabaseTransaction,
    call: Call,
    decided: Vec<Decided>,
}

impl<'a> Desk<'a> {
    async fn at(services: &'a Services, actor: &'a Actor, id: CallId) -> Result<Self, Failure> {
        let transaction = services.begin().await?;
        let call = found(services, &transaction, actor, id).await?;
        let decided = store::edits::decisions(&transaction, id).await?;
        Ok(Self { services, actor, transaction, call, decided })
    }

    fn known(&self, subject: &str) -> Option<&Decided> {
        self.decided.iter().find(|one| one.subject == subject)
    }

    /// A rule that is read now, whatever was decided about it.
    fn read(&self, subject: &str) -> Option<EligibilityRule> {
        let undecided = CallContent { decisions: Vec::new(), ..self.call.content.clone() };
        let rules = reading::rules_of(&undecided).into_iter();
        // One that comes up because another one of its kind was rejected is read as well.
        rules
            .chain(reading::rules_of(&self.call.content))
            .filter(|rule| says_something(&rule.condition) && is_judged(rule.condition.kind()))
            .find(|rule| subject_of(Some(&rule.condition), None) == subject)
    }

    /// What was found under a subject, with the words on which it rests now, or rested then.
    fn found(&self, subject: &str) -> Result<(Condition, Clause), Failure> {
        if let Some(rule) = self.read(subject) {
            return Ok((rule.condition, rule.clause));
        }
        let known = self.known(subject).and_then(|one| {
            let found = one.decision.found.clone()?;
            Some((found, one.decision.clause.clone()))
        });
        known.ok_or(Failure::NotFound)
    }

    /// Writes a decision in the place of another one, or takes that back; a version tells of it.
    async fn write(
        self,
        old: Option<&str>,
        new: Option<RuleDecision>,
        act: &'static str,
    ) -> Result<(), Failure> {
        let Self { services, actor, transaction, call, decided } = self;
        // Where the words stand is found anew each time; that they moved changes no decision.
        let new = new.map(|decision| RuleDecision {
            clause: Clause { start: None, ..decision.clause },
            ..decision
        });
        let before = decided.iter().find(|one| Some(one.subject.as_str()) == old);
        if before.map(|one| &one.decision) == new.as_ref() {
            return Ok(());
        }
        let json = |decision: Option<&RuleDecision>| {
            serde_json::to_string(&decision)
                .map_err(|error| Failure::Internal(Incident::log(&error)))
        };
        let left = decided.iter().filter(|one| Some(one.subject.as_str()) != old);
        let decisions = left.map(|one| one.decision.clone()).chain(new.clone()).collect();
        let after = CallContent { decisions, ..call.content.clone() };
        reviews::frozen::let_change(&transaction, call.id, &call.content, &after).await?;
        let at = services.now();
        let version = Version {
            call: call.id,
            at,
            field: CallField::Rules,
            before: json(before.map(|one| &one.decision))?,
            after: json(new.as_ref())?,
            batch: None,
        };
        if let Some(old) = old {
            store::edits::undecide(&transaction, call.id, old).await?;
        }
        if let Some(decision) = new {
            if decided.len() >= MOST && before.is_none() {
                return Err(Failure::Invalid(wrong("rule", "names_many")));
            }
            let subject = subject_of(decision.found.as_ref(), decision.holds.as_ref());
            let new = Decided { subject, decision, by: actor.account(), at };
            store::edits::decide(&transaction, call.id, &new).await?;
        }
        let donors = store::donors::all(&transaction).await?;
        let donor = donors.iter().find(|donor| donor.id == call.donor);
        let name = donor.map(|donor| donor.name.clone()).unwrap_or_default();
        let id = call.id.uuid();
        let call = Call { changed_at: at, ..call };
        store::calls::update(&transaction, (&call, &name), &[version]).await?;
        services.record(&transaction, actor.does(services, act), "call", id, None).await?;
        services.commit(transaction, News::Calls).await
    }
}

/// Confirms or rejects a rule that was read, or takes a decision back.
///
/// # Errors
/// As [`of_call`]; [`Failure::NotFound`] also where there is no such rule any more;
/// [`Failure::Conflict`] when what the call demands would change while it is scored.
pub async fn judge(
    services: &Services,
    actor: &Actor,
    id: CallId,
    subject: &str,
    judgement: Judgement,
) -> Result<(), Failure> {
    let desk = Desk::at(services, actor, id).await?;
    match judgement {
        Judgement::TakeBack => {
            // Taken back already: nothing remains to be done.
            if desk.known(subject).is_none() {
                return Ok(());
            }
            Box::pin(desk.write(Some(subject), None, "rule_left_open")).await
        }
        Judgement::Keep => {
            let known = desk.known(subject).ok_or(Failure::NotFound)?.decision.clone();
            let (_, clause) = desk.found(subject)?;
            Box::pin(desk.write(
                Some(subject),
                Some(RuleDecision { clause, ..known }),
                "rule_confirmed",
            ))
            .await
        }
        Judgement::Confirm | Judgement::Reject => {
            let (found, clause) = desk.found(subject)?;
            let confirmed = judgement == Judgement::Confirm;
            let holds = confirmed.then(|| found.clone());
            let act = if confirmed { "rule_confirmed" } else { "rule_rejected" };
            let decision = RuleDecision { found: Some(found), holds, clause };
            Box::pin(desk.write(Some(subject), Some(decision), act)).await
        }
    }
}

/// The field in which words of a call stand.
fn field_of(call: &Call, quote: &str) -> Option<CallField> {
    let single = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let quote = single(quote);
    CallField::ALL
        .iter()
        .copied()
        .find(|field| single(call.content.words_of(*field)).contains(&quote))
}

/// States a rule: in the place of one that was read, or one that nobody could read.
///
/// # Errors
/// As [`judge`]; [`Failure::Invalid`] naming fields.
pub async fn state(
    services: &Services,
    actor: &Actor,
    id: CallId,
    statement: Statement,
) -> Result<(), Failure> {
    let Statement { subject, condition, quote } = statement;
    let desk = Desk::at(services, actor, id).await?;
    let mut found_wrong = problems(&condition);
    if !is_judged(condition.kind()) {
        return Err(Failure::NotFound);
    }
    let quote = quote.trim();
    let field = if quote.is_empty() { None } else { field_of(&desk.call, quote) };
    if quote.len() > SHORT_LIMIT {
        found_wrong.push(FieldProblem { field: "rule_quote", problem: "too_long" });
    } else if !quote.is_empty() && field.is_none() {
        found_wrong.push(FieldProblem { field: "rule_quote", problem: "not_in_call" });
    }
    if !found_wrong.is_empty() {
        return Err(Failure::Invalid(found_wrong));
    }
    let stated = match field {
        Some(field) => Clause { field, quote: quote.to_owned(), start: None },
        None => Clause { field: CallField::Rules, quote: String::new(), start: None },
    };
    let is_added = desk.known(&subject).is_some_and(|one| one.decision.found.is_none());
    let decision = if subject.is_empty() || is_added {
        RuleDecision { found: None, holds: Some(condition), clause: stated }
    } else {
        let (found, clause) = desk.found(&subject)?;
        if found.kind() != condition.kind() {
            return Err(Failure::NotFound);
        }
        // Words that a person points to say more than those from which something else was read.
        let clause = if stated.quote.is_empty() { clause } else { stated };
        RuleDecision { found: Some(found), holds: Some(condition), clause }
    };
    let act = match decision.ruling() {
        Ruling::Confirmed => "rule_confirmed",
        Ruling::Added => "rule_added",
        Ruling::Corrected | Ruling::Rejected => "rule_corrected",
    };
    // What is added twice is one rule.
    let new = subject_of(decision.found.as_ref(), decision.holds.as_ref());
    let old = if subject.is_empty() { new } else { subject };
    Box::pin(desk.write(Some(&old), Some(decision), act)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_that_asks_nothing_is_none() {
        let silent = Condition::EntityCountry { any_of: Vec::new(), none_of: Vec::new() };
        assert_eq!(problems(&silent), wrong("rule_places", "missing"));
        let without =
            Condition::EntityCountry { any_of: Vec::new(), none_of: vec!["RU".parse().unwrap()] };
        assert!(problems(&without).is_empty());
        let consortium = |members, countries| Condition::Partner {
            need: PartnerNeed::Consortium { members, countries },
        };
        assert!(problems(&consortium(3, 3)).is_empty());
        assert_eq!(problems(&consortium(2, 3)), wrong("rule_members", "wrong"));
        assert_eq!(problems(&Condition::EntityAge { months: 0 }).len(), 1);
        assert_eq!(problems(&Condition::CoFinancing { percent: 101 }).len(), 1);
    }

    #[test]
    fn what_was_read_and_what_was_added_have_different_names() {
        let one = Condition::CoreCosts { allowed: true };
        let read = subject_of(Some(&one), None);
        assert_eq!(read, subject_of(Some(&one), Some(&Condition::CoreCosts { allowed: false })));
        assert_ne!(read, subject_of(None, Some(&one)));
        assert_eq!(read.len(), 32);
    }
}
