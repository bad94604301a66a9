use domain::{
    AmountRange, CallContent, CallField, Clause, Condition, Currency, EligibilityRule, MonthRange,
    RuleDecision, RuleKind,
};

use super::{rules_of, standings};

fn of_kind(call: &CallContent, kind: RuleKind) -> Vec<EligibilityRule> {
    rules_of(call).into_iter().filter(|rule| rule.condition.kind() == kind).collect()
}

#[test]
fn a_field_is_quoted_in_the_sources_words() {
    let call = CallContent {
        award: AmountRange::new(None, Some(5_000_000), Currency::EUR).ok(),
        award_text: Some("up to 50,000 €".into()),
        entity_countries: vec!["GE".parse().unwrap()],
        conditions: "Money matters. Applicants must be registered in Georgia.".into(),
        ..CallContent::titled("x")
    };
    let award = &of_kind(&call, RuleKind::Award)[0].clause;
    assert_eq!((award.field, award.quote.as_str()), (CallField::AwardText, "up to 50,000 €"));
    let seat = &of_kind(&call, RuleKind::EntityCountry)[0].clause;
    assert_eq!(seat.field, CallField::Conditions);
    assert_eq!(seat.quote, "Applicants must be registered in Georgia.");
    assert_eq!(seat.start, Some(15));
}

#[test]
fn recorded_words_win_over_fields_and_fields_over_what_texts_seem_to_say() {
    let months = |max| Condition::Duration { months: MonthRange::new(None, Some(max)).unwrap() };
    let clause =
        |quote: &str| Clause { field: CallField::Conditions, quote: quote.into(), start: None };
    let mut call = CallContent {
        duration: MonthRange::new(None, Some(18)),
        conditions: "Projects may last up to 12 months.".into(),
        ..CallContent::titled("x")
    };
    assert_eq!(of_kind(&call, RuleKind::Duration)[0].condition, months(18));
    call.rules = vec![EligibilityRule { condition: months(24), clause: clause("") }];
    assert_eq!(of_kind(&call, RuleKind::Duration)[0].condition, months(18));
    call.rules = vec![EligibilityRule { condition: months(24), clause: clause("two years") }];
    let rules = of_kind(&call, RuleKind::Duration);
    assert_eq!((rules.len(), &rules[0].condition), (1, &months(24)));
    call.rules.clear();
    call.duration = None;
    assert_eq!(of_kind(&call, RuleKind::Duration)[0].condition, months(12));
}

#[test]
fn a_closing_day_in_the_texts_counts_where_no_field_gives_one() {
    let on = |text: &str| {
        let deadline = domain::Deadline {
            on: text.parse().unwrap(),
            at: None,
            zone: None,
            kind: domain::DeadlineKind::Final,
            note: None,
        };
        domain::Closing::Dated(vec![deadline])
    };
    let mut call = CallContent {
        conditions: "Applications must be submitted by 15 March 2027.".into(),
        ..CallContent::titled("x")
    };
    let closing = |call: &CallContent| of_kind(call, RuleKind::Deadline)[0].condition.clone();
    assert_eq!(closing(&call), Condition::Deadline { closing: on("2027-03-15") });
    call.closing = on("2027-04-01");
    assert_eq!(closing(&call), Condition::Deadline { closing: on("2027-04-01") });
}

#[test]
fn a_silent_call_has_rules_about_its_dates_and_the_seat_only() {
    let kinds: Vec<RuleKind> =
        rules_of(&CallContent::titled("")).iter().map(|rule| rule.condition.kind()).collect();
    assert_eq!(kinds, [RuleKind::EntityCountry, RuleKind::Deadline]);
}

#[test]
fn who_may_apply_is_quoted_even_when_it_is_not_understood() {
    let call =
        CallContent { eligibility: "Friends of the river".into(), ..CallContent::titled("x") };
    let rule = &of_kind(&call, RuleKind::EntityCountry)[0];
    assert_eq!(rule.clause.quote, "Friends of the river");
}

fn seat(codes: &[&str]) -> Condition {
    let any_of = codes.iter().map(|code| code.parse().unwrap()).collect();
    Condition::EntityCountry { any_of, none_of: Vec::new() }
}

#[test]
fn what_a_person_decided_counts_before_what_is_read() {
    let words = "Applicants must be registered in Georgia.";
    let text = format!("Money matters. {words} Projects may last up to 12 months.");
    let mut call = CallContent { conditions: text, ..CallContent::titled("x") };
    let read = of_kind(&call, RuleKind::EntityCountry).remove(0);
    assert_eq!((&read.condition, read.clause.quote.as_str()), (&seat(&["GE"]), words));
    let decision =
        |holds| RuleDecision { found: Some(seat(&["GE"])), holds, clause: read.clause.clone() };
    let conditions = |call: &CallContent, kind| {
        of_kind(call, kind).into_iter().map(|rule| rule.condition).collect::<Vec<_>>()
    };

    call.decisions = vec![decision(None)];
    assert_eq!(conditions(&call, RuleKind::EntityCountry), [seat(&[])], "silent, not open to all");
    assert_eq!(of_kind(&call, RuleKind::Duration).len(), 1, "other rules stay");

    call.decisions = vec![decision(Some(seat(&["GE", "AM"])))];
    assert_eq!(conditions(&call, RuleKind::EntityCountry), [seat(&["GE", "AM"])]);
    assert_eq!(of_kind(&call, RuleKind::EntityCountry)[0].clause.quote, words);

    // The same words somewhere else, in a text that is otherwise another one.
    call.conditions = format!("Quite new. {words}");
    assert_eq!(conditions(&call, RuleKind::EntityCountry), [seat(&["GE", "AM"])]);
    assert_eq!(of_kind(&call, RuleKind::EntityCountry)[0].clause.start, Some(11));
    assert!(!standings(&call)[0].words_changed);

    // Other words that say the same: in force, but somebody should look.
    call.conditions = "Only organisations registered in Georgia may apply.".into();
    assert_eq!(conditions(&call, RuleKind::EntityCountry), [seat(&["GE", "AM"])]);
    let standing = standings(&call)[0];
    assert!(standing.in_force && standing.words_changed, "{standing:?}");

    // Words that say something else: what is read counts until somebody has looked.
    call.conditions = "Applicants must be registered in Poland.".into();
    assert_eq!(conditions(&call, RuleKind::EntityCountry), [seat(&["PL"])]);
    assert!(!standings(&call)[0].in_force);
}

#[test]
fn a_person_adds_what_nobody_could_read() {
    let age = Condition::EntityAge { months: 24 };
    let clause = Clause { field: CallField::Rules, quote: String::new(), start: None };
    let added = RuleDecision { found: None, holds: Some(age.clone()), clause };
    let call = CallContent { decisions: vec![added], ..CallContent::titled("x") };
    assert_eq!(of_kind(&call, RuleKind::EntityAge)[0].condition, age);
}

#[test]
fn what_a_person_adds_hides_nothing_that_was_read() {
    let outside = Condition::EntityCountry {
        any_of: Vec::new(),
        none_of: vec!["RU".parse().unwrap(), "BY".parse().unwrap()],
    };
    let clause = Clause { field: CallField::Rules, quote: String::new(), start: None };
    let added = RuleDecision { found: None, holds: Some(outside.clone()), clause };
    let mut call = CallContent {
        conditions: "Applicants must be registered in Georgia.".into(),
        decisions: vec![added],
        ..CallContent::titled("x")
    };
    let conditions = |call: &CallContent| -> Vec<Condition> {
        let rules = of_kind(call, RuleKind::EntityCountry).into_iter();
        rules.map(|rule| rule.condition).collect()
    };
    assert_eq!(conditions(&call), [seat(&["GE"]), outside.clone()]);
    // Once it is read as it was added, it is one rule.
    call.decisions[0].holds = Some(seat(&["GE"]));
    assert_eq!(conditions(&call), [seat(&["GE"])]);
    call.conditions.clear();
    call.decisions[0].holds = Some(outside.clone());
    assert_eq!(conditions(&call), [outside], "silent where nothing is read");
}

#[test]
fn a_rejected_field_gives_way_to_what_the_texts_say() {
    let months = |max| Condition::Duration { months: MonthRange::new(None, Some(max)).unwrap() };
    let mut call = CallContent {
        duration: MonthRange::new(None, Some(18)),
        conditions: "Projects may last up to 12 months.".into(),
        ..CallContent::titled("x")
    };
    let read = of_kind(&call, RuleKind::Duration).remove(0);
    assert_eq!(read.condition, months(18));
    call.decisions =
        vec![RuleDecision { found: Some(read.condition), holds: None, clause: read.clause }];
    assert_eq!(of_kind(&call, RuleKind::Duration)[0].condition, months(12));
}
