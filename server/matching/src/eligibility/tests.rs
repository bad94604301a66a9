use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    AmountRange, CallContent, CallField, CallStatus, Clause, Closing, Condition, Country, Currency,
    Deadline, DeadlineKind, EligibilityRule, EntityForm, LegalEntity, LegalEntityId, MonthRange,
    Outcome, Partner, PartnerNeed, Place, ProjectContent, RuleKind, Verdict, Why,
};
use proptest::prelude::*;

use super::{Applicant, Applicants, CallRules};

fn places(codes: &str) -> Vec<Place> {
    codes.split_whitespace().map(|code| code.parse().unwrap()).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn noon(day: &str) -> DateTime<Utc> {
    format!("{day}T12:00:00Z").parse().unwrap()
}

fn entity(n: u8, country: &str, form: EntityForm) -> LegalEntity {
    LegalEntity {
        id: LegalEntityId::from_random([n; 16]),
        name: "x".into(),
        country: country.parse().unwrap(),
        form,
        local_form: None,
        identifier: None,
        since: None,
        fiscal_sponsor: false,
    }
}

fn call(condition: Condition) -> CallContent {
    let clause = Clause { field: CallField::Conditions, quote: "so it says".into(), start: None };
    CallContent { rules: vec![EligibilityRule { condition, clause }], ..CallContent::titled("x") }
}

/// What the one rule of a kind comes to.
fn outcome(
    condition: Condition,
    project: &ProjectContent,
    entity: Option<&LegalEntity>,
) -> (Outcome, Why) {
    let kind = condition.kind();
    let rules = CallRules::new(&call(condition));
    let decided = rules.decide_for(&Applicant::new(project), entity, noon("2026-05-01"));
    let rule = decided.rules.iter().find(|rule| rule.rule.condition.kind() == kind).unwrap();
    (rule.outcome, rule.why)
}

fn blank() -> ProjectContent {
    ProjectContent::titled("p")
}

use EntityForm::{Association, Company, InformalGroup};
use Outcome::{Met, NotMet, Unknown};

#[test]
fn places_of_work() {
    for (work, reach, any_of, wanted) in [
        ("", "", "DE", (Unknown, Why::ProjectSilent)),
        ("DE", "", "DE FR", (Met, Why::Stated)),
        ("DE", "", "EU", (Met, Why::Stated)),
        ("RU DE", "", "DE", (Met, Why::Stated)),
        ("EU", "", "DE", (Unknown, Why::PartlyCovered)),
        ("BALTICS", "", "EE LV LT", (Met, Why::Stated)),
        ("US", "", "EU", (NotMet, Why::Stated)),
        ("LT", "BY", "EASTERN_PARTNERSHIP", (Unknown, Why::CallSilent)),
        ("DE", "", "WORLD", (Met, Why::Stated)),
        ("WORLD", "", "EU", (Unknown, Why::PartlyCovered)),
    ] {
        let project =
            ProjectContent { work_places: places(work), reach_places: places(reach), ..blank() };
        let condition = Condition::Place { any_of: places(any_of) };
        assert_eq!(outcome(condition, &project, None), wanted, "{work}/{reach} in {any_of}");
    }
}

#[test]
fn seat_and_form() {
    let seat = |any_of: &str, none_of: &str, country: Option<&str>| {
        let body = country.map(|country| entity(1, country, EntityForm::Association));
        let condition =
            Condition::EntityCountry { any_of: places(any_of), none_of: places(none_of) };
        outcome(condition, &blank(), body.as_ref())
    };
    assert_eq!(seat("EU", "", Some("DE")), (Met, Why::Stated));
    assert_eq!(seat("EU", "", Some("GE")), (NotMet, Why::Stated));
    assert_eq!(seat("EU", "HU", Some("HU")), (NotMet, Why::Stated));
    assert_eq!(seat("", "RU", Some("GE")), (Met, Why::Stated));
    assert_eq!(seat("EU", "", None), (Unknown, Why::NoEntity));
    assert_eq!(seat("", "", Some("DE")), (Unknown, Why::CallSilent));

    let form = |any_of: Vec<EntityForm>, body: Option<EntityForm>| {
        let body = body.map(|form| entity(1, "DE", form));
        outcome(Condition::EntityForm { any_of }, &blank(), body.as_ref())
    };
    assert_eq!(form(vec![Association], Some(Association)), (Met, Why::Stated));
    assert_eq!(form(vec![Association], Some(Company)), (NotMet, Why::Stated));
    assert_eq!(form(vec![Association], None), (Unknown, Why::NoEntity));
    assert_eq!(form(vec![Association, InformalGroup], None), (Met, Why::Stated));
}

#[test]
fn an_entity_is_old_enough_by_the_day_the_call_closes() {
    let age = |since: Option<&str>, months: u16, closes: Option<&str>| {
        let body = LegalEntity { since: since.map(day), ..entity(1, "DE", Association) };
        let mut content = call(Condition::EntityAge { months });
        if let Some(closes) = closes {
            let on = day(closes);
            let kind = DeadlineKind::Final;
            content.closing =
                Closing::Dated(vec![Deadline { on, at: None, zone: None, kind, note: None }]);
        }
        let rules = CallRules::new(&content);
        let decided = rules.decide_for(&Applicant::new(&blank()), Some(&body), noon("2026-05-01"));
        let found = decided
            .rules
            .iter()
            .find(|rule| rule.rule.condition.kind() == RuleKind::EntityAge)
            .unwrap();
        (found.outcome, found.why)
    };
    assert_eq!(age(Some("2024-05-01"), 24, None), (Met, Why::Stated));
    assert_eq!(age(Some("2024-05-02"), 24, None), (NotMet, Why::Stated));
    assert_eq!(age(Some("2024-05-02"), 24, Some("2026-06-01")), (Met, Why::Stated));
    assert_eq!(age(Some("2024-06-02"), 24, Some("2026-06-01")), (NotMet, Why::Stated));
    assert_eq!(age(None, 24, None), (Unknown, Why::EntitySilent));
    let condition = Condition::EntityAge { months: 24 };
    assert_eq!(outcome(condition, &blank(), None), (Unknown, Why::NoEntity));
}

#[test]
fn amounts_durations_and_shares() {
    let range = |low: i64, high: i64, code: &str| {
        AmountRange::new(Some(low), Some(high), code.parse::<Currency>().unwrap()).unwrap()
    };
    let award = |budget: Option<AmountRange>| {
        outcome(
            Condition::Award { range: range(20, 50, "EUR") },
            &ProjectContent { budget, ..blank() },
            None,
        )
    };
    assert_eq!(award(Some(range(50, 90, "EUR"))), (Met, Why::Stated));
    assert_eq!(award(Some(range(51, 90, "EUR"))), (NotMet, Why::Stated));
    assert_eq!(award(Some(range(20, 50, "USD"))), (Unknown, Why::CurrenciesDiffer));
    assert_eq!(award(None), (Unknown, Why::ProjectSilent));

    let months = MonthRange::new(Some(6), Some(12)).unwrap();
    let duration = |duration_months| {
        let project = ProjectContent { duration_months, ..blank() };
        outcome(Condition::Duration { months }, &project, None)
    };
    assert_eq!(duration(Some(12)), (Met, Why::Stated));
    assert_eq!(duration(Some(13)), (NotMet, Why::Stated));
    assert_eq!(duration(None), (Unknown, Why::ProjectSilent));

    let share = |percent, own| {
        let project = ProjectContent { co_financing_percent: own, ..blank() };
        outcome(Condition::CoFinancing { percent }, &project, None)
    };
    assert_eq!(share(20, Some(20)), (Met, Why::Stated));
    assert_eq!(share(20, Some(10)), (NotMet, Why::Stated));
    assert_eq!(share(20, None), (Unknown, Why::ProjectSilent));
    assert_eq!(share(0, None), (Met, Why::Stated));
}

#[test]
fn what_is_allowed_need_not_be_known() {
    let core = |allowed, core_costs| {
        let project = ProjectContent { core_costs, ..blank() };
        outcome(Condition::CoreCosts { allowed }, &project, None)
    };
    assert_eq!(core(true, None), (Met, Why::Stated));
    assert_eq!(core(false, Some(true)), (NotMet, Why::Stated));
    assert_eq!(core(false, Some(false)), (Met, Why::Stated));
    assert_eq!(core(false, None), (Unknown, Why::ProjectSilent));
    let project = ProjectContent { regrants: Some(true), ..blank() };
    assert_eq!(outcome(Condition::Regranting { allowed: false }, &project, None).0, NotMet);
}

#[test]
fn languages() {
    let language = |spoken: &[&str], text: Option<&str>| {
        let project = ProjectContent {
            languages: spoken.iter().map(|code| code.parse().unwrap()).collect(),
            lang: text.map(|code| code.parse().unwrap()),
            ..blank()
        };
        let any_of = vec!["en".parse().unwrap(), "uk".parse().unwrap()];
        outcome(Condition::Language { any_of }, &project, None)
    };
    assert_eq!(language(&["ru", "uk"], None), (Met, Why::Stated));
    assert_eq!(language(&["ru"], Some("en")), (Met, Why::Stated));
    assert_eq!(language(&["ru"], None), (NotMet, Why::Stated));
    assert_eq!(language(&[], None), (Unknown, Why::ProjectSilent));
}

#[test]
fn partners() {
    let need = |need: PartnerNeed, countries: &[Option<&str>], seat: Option<&str>| {
        let partners = countries
            .iter()
            .map(|country| Partner {
                name: "y".into(),
                country: country.map(|code| code.parse::<Country>().unwrap()),
                form: None,
            })
            .collect();
        let project = ProjectContent { partners, work_places: places("UA"), ..blank() };
        let body = seat.map(|country| entity(1, country, EntityForm::Association));
        outcome(Condition::Partner { need }, &project, body.as_ref())
    };
    let host = || PartnerNeed::HostCountry { places: places("GE MD") };
    assert_eq!(need(host(), &[], None), (Unknown, Why::ProjectSilent));
    assert_eq!(need(host(), &[Some("GE")], None), (Met, Why::Stated));
    assert_eq!(need(host(), &[Some("DE"), None], None), (Unknown, Why::ProjectSilent));
    assert_eq!(need(host(), &[Some("DE")], None), (NotMet, Why::Stated));
    let there = || PartnerNeed::HostCountry { places: Vec::new() };
    assert_eq!(need(there(), &[Some("UA")], None), (Met, Why::Stated));
    assert_eq!(need(PartnerNeed::Any, &[None], None), (Met, Why::Stated));

    let three = || PartnerNeed::Consortium { members: 3, countries: 2 };
    assert_eq!(need(three(), &[Some("DE")], Some("DE")), (NotMet, Why::Stated));
    assert_eq!(need(three(), &[Some("DE"), Some("LT")], Some("DE")), (Met, Why::Stated));
    assert_eq!(need(three(), &[Some("DE"), Some("DE")], Some("DE")), (NotMet, Why::Stated));
    assert_eq!(need(three(), &[Some("DE"), None], Some("DE")), (Unknown, Why::ProjectSilent));
    assert_eq!(need(three(), &[Some("DE"), Some("DE")], None), (Unknown, Why::NoEntity));
}

fn dated(opens: Option<&str>, closes: &[&str]) -> CallContent {
    let dates: Vec<Deadline> = closes
        .iter()
        .map(|on| Deadline {
            on: day(on),
            at: None,
            zone: None,
            kind: DeadlineKind::CutOff,
            note: None,
        })
        .collect();
    CallContent {
        opens: opens.map(day),
        closing: if dates.is_empty() { Closing::Unknown } else { Closing::Dated(dates) },
        ..CallContent::titled("x")
    }
}

#[test]
fn dates() {
    let decide = |call: &CallContent, needed_by: Option<&str>| {
        let project = ProjectContent { needed_by: needed_by.map(day), ..blank() };
        let decided =
            CallRules::new(call).decide_for(&Applicant::new(&project), None, noon("2026-05-01"));
        let kind = |rule: &domain::RuleOutcome| rule.rule.condition.kind();
        let rule = decided.rules.iter().find(|rule| kind(rule) == RuleKind::Deadline).unwrap();
        (rule.outcome, rule.why)
    };
    assert_eq!(decide(&dated(None, &["2026-05-01"]), None), (Met, Why::Stated));
    assert_eq!(decide(&dated(None, &["2026-04-30"]), None), (NotMet, Why::Stated));
    assert_eq!(decide(&dated(None, &["2026-04-30", "2026-09-01"]), None), (Met, Why::Stated));
    assert_eq!(
        decide(&dated(Some("2026-06-01"), &["2026-09-01"]), None),
        (Unknown, Why::NotOpenYet)
    );
    assert_eq!(decide(&dated(None, &["2026-09-01"]), Some("2026-08-01")), (NotMet, Why::TooLate));
    assert_eq!(decide(&dated(None, &["2026-09-01"]), Some("2026-10-01")), (Met, Why::Stated));
    assert_eq!(decide(&dated(None, &[]), None), (Unknown, Why::CallSilent));
    let rolling = CallContent { closing: Closing::Rolling, ..dated(None, &[]) };
    assert_eq!(decide(&rolling, Some("2026-05-02")), (Met, Why::Stated));
    let withdrawn = CallContent { status: Some(CallStatus::Withdrawn), ..rolling };
    assert_eq!(decide(&withdrawn, None), (NotMet, Why::Stated));
}

#[test]
fn a_call_that_says_nothing_is_unclear_and_one_that_says_all_is_decided() {
    let decide = |call: &CallContent| {
        let body = entity(1, "DE", EntityForm::Association);
        CallRules::new(call).verdict(&Applicant::new(&blank()), &[body], noon("2026-05-01")).0
    };
    assert_eq!(decide(&CallContent::titled("")), Verdict::Unclear);
    assert_eq!(decide(&dated(None, &["2026-09-01"])), Verdict::Unclear);
    let mut clear = dated(None, &["2026-09-01"]);
    clear.entity_countries = places("EU");
    assert_eq!(decide(&clear), Verdict::Eligible);
    clear.entity_countries = places("GE");
    assert_eq!(decide(&clear), Verdict::Blocked);
}

#[test]
fn the_best_route_has_the_best_verdict_then_the_most_rules_then_no_sponsor() {
    let mut call = dated(None, &["2026-09-01"]);
    call.entity_countries = places("EU");
    call.entity_forms = vec![EntityForm::Association];
    let rules = CallRules::new(&call);
    let applicant = Applicant::new(&blank());
    let georgian = entity(1, "GE", EntityForm::Association);
    let company = entity(2, "DE", EntityForm::Company);
    let sponsor = LegalEntity { fiscal_sponsor: true, ..entity(3, "DE", EntityForm::Association) };
    let german = entity(4, "DE", EntityForm::Association);
    let route = |entities: &[LegalEntity]| rules.verdict(&applicant, entities, noon("2026-05-01"));
    assert_eq!(
        route(&[georgian.clone(), company.clone(), sponsor.clone(), german.clone()]),
        (Verdict::Eligible, Some(german.id))
    );
    assert_eq!(route(&[georgian.clone(), sponsor.clone()]), (Verdict::Eligible, Some(sponsor.id)));
    assert_eq!(route(&[georgian, company]).0, Verdict::Blocked);
    assert_eq!(route(&[]), (Verdict::Unclear, None));
}

prop_compose! {
    fn any_project()(work in 0_usize..4, budget in prop::option::of(1_i64..100), months in prop::option::of(1_u16..40), core in any::<Option<bool>>()) -> ProjectContent {
        ProjectContent {
            work_places: places(["", "DE", "BY", "EU"][work]),
            budget: budget.map(|b| AmountRange::new(None, Some(b), Currency::EUR).unwrap()),
            duration_months: months,
            core_costs: core,
            ..blank()
        }
    }
}

prop_compose! {
    fn any_call()(places_ in 0_usize..4, award in any::<bool>(), months in any::<bool>(), core in any::<Option<bool>>(), seat in 0_usize..3) -> CallContent {
        CallContent {
            places: places(["", "DE", "EU", "EASTERN_PARTNERSHIP"][places_]),
            entity_countries: places(["", "EU", "GE"][seat]),
            award: award.then(|| AmountRange::new(Some(20), Some(50), Currency::EUR).unwrap()),
            duration: if months { MonthRange::new(Some(6), Some(12)) } else { None },
            core_costs: core,
            ..dated(None, &["2026-09-01"])
        }
    }
}

proptest! {
    #[test]
    fn short_and_long_form_agree_and_silence_never_blocks(project in any_project(), call in any_call(), seats in 0_usize..4) {
        let entities: Vec<LegalEntity> = ["GE", "DE", "LT"][..seats.min(3)]
            .iter()
            .zip(1..)
            .map(|(country, n)| entity(n, country, EntityForm::Association))
            .collect();
        let rules = CallRules::new(&call);
        let applicant = Applicant::new(&project);
        let today = noon("2026-05-01");
        let long = rules.decide(&applicant, &entities, today);
        prop_assert_eq!(rules.verdict(&applicant, &entities, today), (long.verdict, long.entity));
        // With nothing known about the project and no entity, nothing but dates can block.
        let silent = rules.decide(&Applicant::new(&blank()), &[], today);
        prop_assert_ne!(silent.verdict, Verdict::Blocked);
        // Another entity never makes the verdict worse.
        let mut more = entities.clone();
        more.push(entity(9, "US", EntityForm::Company));
        if !entities.is_empty() {
            prop_assert!(rules.verdict(&applicant, &more, today).0 <= long.verdict);
        }
    }
}

prop_compose! {
    /// A condition of each kind, with facts that applicants may have.
    fn any_condition()(kind in 0_usize..12, one in any::<bool>(), small in 1_u8..4) -> Condition {
        let some = || places(if one { "EU" } else { "DE GE" });
        match kind {
            0 => Condition::Place { any_of: some() },
            1 => Condition::EntityCountry { any_of: some(), none_of: places("LT") },
            2 => Condition::EntityForm { any_of: vec![if one { Association } else { InformalGroup }] },
            3 => Condition::EntityAge { months: u16::from(small) * 12 },
            4 => Condition::Award {
                range: AmountRange::new(Some(i64::from(small) * 20), None, Currency::EUR).unwrap(),
            },
            5 => Condition::Duration { months: MonthRange::new(Some(6), Some(12)).unwrap() },
            6 => Condition::Deadline { closing: if one { Closing::Rolling } else { Closing::Unknown } },
            7 => Condition::Language { any_of: vec![if one { "en" } else { "uk" }.parse().unwrap()] },
            8 => Condition::Partner {
                need: match small {
                    1 => PartnerNeed::Any,
                    2 => PartnerNeed::HostCountry { places: if one { some() } else { Vec::new() } },
                    _ => PartnerNeed::Consortium { members: 2, countries: 2 },
                },
            },
            9 => Condition::CoreCosts { allowed: one },
            10 => Condition::CoFinancing { percent: small * 10 },
            _ => Condition::Regranting { allowed: one },
        }
    }
}

prop_compose! {
    fn any_team()(
        project in any_project(), needed in any::<bool>(), regrants in any::<Option<bool>>(),
        share in prop::option::of(0_u8..40), tongue in 0_usize..3, reach in 0_usize..3,
        partners in prop::collection::vec(0_usize..3, 0..3),
        entities in prop::collection::vec((0_usize..3, any::<bool>(), prop::option::of(0_u8..4), any::<bool>()), 0..4),
    ) -> (ProjectContent, Vec<LegalEntity>) {
        let partner = |i: usize| Partner {
            name: "x".into(),
            country: [None, "DE".parse().ok(), "GE".parse().ok()][i],
            form: None,
        };
        let project = ProjectContent {
            needed_by: needed.then(|| day("2026-08-01")),
            regrants,
            co_financing_percent: share,
            lang: ["", "en", "uk"][tongue].parse().ok(),
            reach_places: places(["", "GE", "BY"][reach]),
            partners: partners.into_iter().map(partner).collect(),
            ..project
        };
        let of = |((country, company, years, sponsor), n): ((usize, bool, Option<u8>, bool), u8)| LegalEntity {
            since: years.map(|years| day(&format!("202{}-03-01", 6 - years.min(6)))),
            fiscal_sponsor: sponsor,
            ..entity(n, ["DE", "GE", "LT"][country], if company { Company } else { Association })
        };
        (project, entities.into_iter().zip(1..).map(of).collect())
    }
}

proptest! {
    #[test]
    fn many_at_once_are_decided_like_one(
        teams in prop::collection::vec(any_team(), 0..90),
        conditions in prop::collection::vec(any_condition(), 0..6), call in any_call(),
    ) {
        let rule = |condition| EligibilityRule {
            condition,
            clause: Clause { field: CallField::Conditions, quote: "so it says".into(), start: None },
        };
        let call = CallContent { rules: conditions.into_iter().map(rule).collect(), ..call };
        let (rules, today) = (CallRules::new(&call), noon("2026-05-01"));
        let applicants: Vec<Applicant> = teams.iter().map(|(one, _)| Applicant::new(one)).collect();
        let teams: Vec<_> =
            applicants.iter().zip(&teams).map(|(one, (_, entities))| (one, &entities[..])).collect();
        let each = |(one, entities): &(&Applicant, &[LegalEntity])| rules.verdict(one, entities, today);
        let alone: Vec<_> = teams.iter().map(each).collect();
        prop_assert_eq!(rules.verdicts(&Applicants::new(&teams), &teams, today), alone);
    }
}
