//! The native formats: what is written is read back, the schema files are those of the code, and
//! the documentation names every field.

use std::{collections::BTreeSet, io::Cursor, ops::ControlFlow, path::PathBuf};

use crate::common::{calls_of, projects_of};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use domain::{
    AmountRange, CallContent, CallDraft, CallField, CallStatus, Clause, Closing, Condition,
    Country, Currency, Deadline, DeadlineKind, DonorKind, EligibilityRule, EntityForm, Language,
    LegalStatus, LegalStatusKind, Money, MonthRange, Partner, PartnerNeed, Place, Problem,
    ProjectContent, ProjectDraft, Region, RowIssue, Stage, Theme, ThemeCode, Visibility,
};
use exchange::{
    DonorDraft, EntityDraft, Kind, OrganisationDraft, read_donors, read_organisations, write_call,
    write_donor, write_organisation, write_project,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Map, Value, json};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-zA-Zа-яА-ЯёіўÄß0-9\"\\\\/<>&«»\u{2028}😀 ,.\n\t-]{1,80}"
            .prop_map(|text| text.trim().to_owned()),
    ]
}

fn words() -> impl Strategy<Value = String> {
    "[A-Za-zа-яў][a-zа-я\"\\\\ ]{0,20}".prop_map(|text| text.trim().to_owned())
}

fn some_words() -> impl Strategy<Value = Option<String>> {
    option::of(words())
}

/// A day that does not stand for “not stated”.
fn day() -> impl Strategy<Value = NaiveDate> {
    (0_i64..36_000)
        .prop_map(|days| NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + TimeDelta::days(days))
        .prop_filter("a stand-in", |day| !domain::call::is_stand_in(*day))
}

/// Deadlines have whole minutes.
fn hour() -> impl Strategy<Value = NaiveTime> {
    (0_u32..1440)
        .prop_map(|minute| NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap())
}

fn currency() -> impl Strategy<Value = Currency> {
    select(vec!["EUR", "USD", "UAH", "JPY", "KWD"]).prop_map(|code| code.parse().unwrap())
}

fn range() -> impl Strategy<Value = AmountRange> {
    (currency(), 1_i64..1_000_000_000, 1_i64..1_000_000_000, 0..3).prop_map(
        |(currency, a, b, ends)| {
            let (low, high) = (a.min(b), a.max(b));
            match ends {
                0 => AmountRange::new(Some(low), None, currency),
                1 => AmountRange::new(None, Some(high), currency),
                _ => AmountRange::new(Some(low), Some(high), currency),
            }
            .unwrap()
        },
    )
}

fn months() -> impl Strategy<Value = MonthRange> {
    (option::of(0_u16..60), option::of(60_u16..600))
        .prop_filter_map("at least one end", |(min, max)| MonthRange::new(min, max))
}

fn country() -> impl Strategy<Value = Country> {
    select(Country::all().collect::<Vec<_>>())
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![country().prop_map(Place::Country), select(Region::ALL).prop_map(Place::Region)]
}

fn language() -> impl Strategy<Value = Language> {
    select(vec!["en", "ru", "uk", "be", "bua"]).prop_map(|code| code.parse().unwrap())
}

fn theme() -> impl Strategy<Value = ThemeCode> {
    select(Theme::all().iter().map(|theme| theme.code.clone()).collect::<Vec<_>>())
}

fn deadline() -> impl Strategy<Value = Deadline> {
    (
        day(),
        option::of(hour()),
        option::of(select(vec!["Europe/Brussels", "Asia/Tbilisi", "UTC"])),
        select(DeadlineKind::ALL),
        some_words(),
    )
        .prop_map(|(on, at, zone, kind, note)| Deadline {
            on,
            at,
            zone: zone.map(str::to_owned),
            kind,
            note,
        })
}

fn closing() -> impl Strategy<Value = Closing> {
    prop_oneof![
        Just(Closing::Unknown),
        Just(Closing::Rolling),
        vec(deadline(), 1..4).prop_map(|mut dates| {
            dates.sort();
            Closing::Dated(dates)
        }),
    ]
}

fn partner() -> impl Strategy<Value = PartnerNeed> {
    prop_oneof![
        Just(PartnerNeed::Any),
        vec(place(), 0..3).prop_map(|places| PartnerNeed::HostCountry { places }),
        any::<(u8, u8)>()
            .prop_map(|(members, countries)| PartnerNeed::Consortium { members, countries }),
    ]
}

/// Clauses as a reader would tie them: the first place where the words stand. How long an applicant
/// must have been registered is a rule with or without words.
fn with_clauses(mut content: CallContent, age: Option<u16>) -> CallContent {
    let bare = Clause { field: CallField::Rules, quote: String::new(), start: None };
    let of_age = |clause| {
        age.map(|months| EligibilityRule { condition: Condition::EntityAge { months }, clause })
    };
    content.rules = of_age(bare).into_iter().collect();
    let quote = content.eligibility.chars().skip(1).take(12).collect::<String>();
    let Some(at) = content.eligibility.find(&quote).filter(|_| !quote.trim().is_empty()) else {
        return content;
    };
    let start = u32::try_from(content.eligibility[..at].chars().count()).ok();
    let clause = Clause { field: CallField::Eligibility, quote, start };
    let rule = |condition| EligibilityRule { condition, clause: clause.clone() };
    let mut rules = Vec::new();
    rules.extend(
        content.co_financing_percent.map(|percent| rule(Condition::CoFinancing { percent })),
    );
    rules.extend(content.core_costs.map(|allowed| rule(Condition::CoreCosts { allowed })));
    if !content.places.is_empty() {
        rules.push(rule(Condition::Place { any_of: content.places.clone() }));
    }
    // Without a place to stand at, the age has no words; every second one here has some.
    let worded = age.is_some_and(|months| months % 2 == 0);
    if worded {
        let at = rules
            .iter()
            .position(|rule: &EligibilityRule| rule.condition.kind().code() > "entity_age")
            .unwrap_or(rules.len());
        rules.splice(at..at, of_age(clause));
    } else {
        rules.append(&mut content.rules);
    }
    content.rules = rules;
    content
}

fn call() -> impl Strategy<Value = CallDraft> {
    let texts = (
        (words(), words(), text(), text(), text(), option::of(language())),
        option::of(select(vec!["https://example.org/a?b=1", "http://example.org"])),
        (some_words(), some_words(), some_words(), some_words()),
    );
    let facts = (
        (option::of(select(CallStatus::ALL)), option::of(day()), closing(), option::of(range())),
        (
            option::of((currency(), 0_i64..1_000_000_000)),
            option::of(any::<u32>()),
            option::of(months()),
        ),
    );
    let lists = (
        (vec(place(), 0..4), vec(language(), 0..3), vec(theme(), 0..3)),
        (vec(place(), 0..3), vec(place(), 0..3), vec(select(EntityForm::ALL), 0..3)),
    );
    let conditions = (
        option::of(any::<bool>()),
        option::of(0_u8..=100),
        option::of(any::<bool>()),
        option::of(partner()),
        option::of(1_u16..400),
    );
    let names = (words(), select(vec!["native", "eu-portal", "somewhere"]));
    (texts, facts, lists, conditions, names).prop_map(
        |(
            ((donor, title, text, conditions, eligibility, lang), url, said),
            ((status, opens, closing, award), (total, awards_expected, duration)),
            (
                (places, languages, themes),
                (entity_countries, entity_countries_excluded, entity_forms),
            ),
            (core_costs, co_financing_percent, regranting, partner, age),
            (external_id, source),
        )| CallDraft {
            source: source.to_owned(),
            external_id,
            donor,
            donor_kind: None,
            content: with_clauses(
                CallContent {
                    title,
                    text,
                    conditions,
                    eligibility,
                    lang,
                    url: url.map(str::to_owned),
                    programme: said.0,
                    status,
                    opens,
                    closing,
                    deadline_text: said.1,
                    award,
                    award_text: said.2,
                    total: total.map(|(currency, minor)| Money { minor, currency }),
                    awards_expected,
                    duration,
                    duration_text: said.3,
                    places,
                    languages,
                    themes,
                    entity_countries,
                    entity_countries_excluded,
                    entity_forms,
                    core_costs,
                    co_financing_percent,
                    regranting,
                    partner,
                    rules: Vec::new(),
                    decisions: Vec::new(),
                },
                age,
            ),
        },
    )
}

fn project() -> impl Strategy<Value = ProjectDraft> {
    let texts = (words(), text(), text(), text(), text(), text(), text());
    let places =
        (vec(place(), 0..4), vec(place(), 0..4), vec(language(), 0..3), vec(theme(), 0..3));
    let facts = (
        (
            option::of(language()),
            option::of(select(Stage::ALL)),
            option::of(range()),
            option::of(day()),
        ),
        (
            option::of(1_u16..600),
            vec(country(), 0..3),
            option::of(any::<bool>()),
            option::of(any::<bool>()),
        ),
        option::of(0_u8..=100),
    );
    let partners = vec((words(), option::of(country()), option::of(select(EntityForm::ALL))), 0..3);
    let names = (words(), select(vec!["native", "x"]), some_words(), select(Visibility::ALL));
    (texts, places, facts, partners, names).prop_map(|(texts, places, facts, partners, names)| {
        ProjectDraft {
            source: names.1.to_owned(),
            external_id: names.0,
            organisation: names.2,
            visibility: names.3,
            content: ProjectContent {
                title: texts.0,
                summary: texts.1,
                problem: texts.2,
                activities: texts.3,
                outputs: texts.4,
                beneficiaries: texts.5,
                audience: texts.6,
                lang: facts.0.0,
                work_places: places.0,
                reach_places: places.1,
                languages: places.2,
                themes: places.3,
                stage: facts.0.1,
                budget: facts.0.2,
                needed_by: facts.0.3,
                duration_months: facts.1.0,
                people_inside: facts.1.1,
                core_costs: facts.1.2,
                regrants: facts.1.3,
                co_financing_percent: facts.2,
                partners: partners
                    .into_iter()
                    .map(|(name, country, form)| Partner { name, country, form })
                    .collect(),
            },
        }
    })
}

fn organisation() -> impl Strategy<Value = OrganisationDraft> {
    let entity = (
        (some_words(), words(), country(), select(EntityForm::ALL)),
        (some_words(), some_words(), option::of(day()), any::<bool>()),
    )
        .prop_map(
            |(
                (external_id, name, country, form),
                (local_form, identifier, since, fiscal_sponsor),
            )| {
                EntityDraft {
                    external_id,
                    name,
                    country,
                    form,
                    local_form,
                    identifier,
                    since,
                    fiscal_sponsor,
                }
            },
        );
    let names = || vec(words(), 0..3);
    let lists = (names(), names(), names(), names(), vec(place(), 0..3));
    (words(), words(), lists, vec(entity, 0..3)).prop_map(
        |(external_id, name, (aliases, addresses, people, partners, places), entities)| {
            OrganisationDraft {
                source: "native".to_owned(),
                external_id,
                name,
                aliases,
                addresses,
                people,
                partners,
                places,
                entities,
            }
        },
    )
}

fn donor() -> impl Strategy<Value = DonorDraft> {
    let status =
        (
            (country(), select(LegalStatusKind::ALL), day()),
            (words(), some_words(), option::of(day())),
        )
            .prop_map(|((jurisdiction, kind, since), (source, decision, until))| {
                LegalStatus { jurisdiction, kind, since, source, decision, until }
            });
    (
        (words(), words(), vec(words(), 0..3)),
        (option::of(select(DonorKind::ALL)), option::of(country()), some_words()),
        vec(status, 0..3),
    )
        .prop_map(|((external_id, name, aliases), (kind, country, parent), statuses)| {
            DonorDraft { external_id, name, aliases, kind, country, parent, statuses }
        })
}

/// What a reader of one kind makes of a line.
fn read(kind: Kind, line: &str) -> Result<String, Vec<RowIssue>> {
    let mut input = Cursor::new(line.to_owned());
    let mut read = None;
    match kind {
        Kind::Call => drop(exchange::read_calls(&mut input, &mut |found| {
            read = Some(found.item.map(|draft| write_call(&draft)));
            ControlFlow::Continue(())
        })),
        Kind::Project => drop(exchange::read_projects(&mut input, &mut |found| {
            read = Some(found.item.map(|draft| write_project(&draft)));
            ControlFlow::Continue(())
        })),
        Kind::Organisation => drop(read_organisations(&mut input, &mut |found| {
            read = Some(found.item.map(|draft| write_organisation(&draft)));
            ControlFlow::Continue(())
        })),
        Kind::Donor => drop(read_donors(&mut input, &mut |found| {
            read = Some(found.item.map(|draft| write_donor(&draft)));
            ControlFlow::Continue(())
        })),
    }
    read.unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_call_that_is_written_is_read_back(draft in call()) {
        let line = write_call(&draft);
        prop_assert!(!line.contains('\n'), "one line");
        let again = calls_of(line.as_bytes()).1.remove(0).item;
        prop_assert_eq!(again, Ok(draft), "{}", line);
    }

    #[test]
    fn a_project_that_is_written_is_read_back(draft in project()) {
        let line = write_project(&draft);
        prop_assert_eq!(projects_of(line.as_bytes()).remove(0).item, Ok(draft), "{}", line);
    }

    #[test]
    fn an_organisation_that_is_written_is_read_back(draft in organisation()) {
        let line = write_organisation(&draft);
        let mut again = None;
        read_organisations(&mut Cursor::new(&line), &mut |found| { again = Some(found.item); ControlFlow::Continue(()) }).unwrap();
        prop_assert_eq!(again, Some(Ok(draft)), "{}", line);
    }

    #[test]
    fn a_donor_that_is_written_is_read_back(draft in donor()) {
        let line = write_donor(&draft);
        let mut again = None;
        read_donors(&mut Cursor::new(&line), &mut |found| { again = Some(found.item); ControlFlow::Continue(()) }).unwrap();
        prop_assert_eq!(again, Some(Ok(draft)), "{}", line);
    }
}

fn schema_file(kind: Kind) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join(format!("schema/native-{}.schema.json", kind.code()))
}

/// Run with `cargo test -p exchange --test native -- --ignored` after a change of the format.
#[test]
#[ignore = "writes the schema files"]
fn write_the_schema_files() {
    for kind in Kind::ALL {
        std::fs::write(schema_file(kind), kind.schema()).unwrap();
    }
}

#[test]
fn the_schema_files_are_those_of_the_code() {
    for kind in Kind::ALL {
        let committed = std::fs::read_to_string(schema_file(kind)).unwrap();
        assert!(committed == kind.schema(), "{}: see write_the_schema_files", kind.code());
    }
}

fn schema(kind: Kind) -> Value {
    serde_json::from_str(&kind.schema()).unwrap()
}

fn properties(schema: &Value) -> &Map<String, Value> {
    schema["properties"].as_object().unwrap()
}

/// The fields that an import complains about, without what stands inside of them.
fn complaints(kind: Kind, record: &Value) -> BTreeSet<String> {
    match read(kind, &record.to_string()) {
        Ok(_) => BTreeSet::new(),
        Err(issues) => issues
            .into_iter()
            .filter(|issue| {
                !matches!(issue.problem, Problem::UnknownField) || !issue.field.contains(['.', '['])
            })
            .map(|issue| issue.field.split(['.', '[']).next().unwrap().to_owned())
            .collect(),
    }
}

/// The schema names exactly the fields that the reader knows, and exactly those it requires.
#[test]
fn the_schema_and_the_reader_know_the_same_fields() {
    for kind in Kind::ALL {
        let schema = schema(kind);
        let known: BTreeSet<String> = properties(&schema).keys().cloned().collect();
        let wrong: Map<String, Value> =
            known.iter().map(|field| (field.clone(), json!({ "x": [] }))).collect();
        let issues = read(kind, &Value::Object(wrong.clone()).to_string()).unwrap_err();
        let unknown: Vec<_> = issues
            .iter()
            .filter(|issue| issue.problem == Problem::UnknownField && known.contains(&issue.field))
            .collect();
        assert!(unknown.is_empty(), "{kind:?}: only the schema knows {unknown:?}");
        assert_eq!(
            complaints(kind, &Value::Object(wrong)),
            known,
            "{kind:?}: fields that the reader takes whatever they are"
        );
        let required: BTreeSet<String> = schema["required"]
            .as_array()
            .unwrap()
            .iter()
            .map(|field| field.as_str().unwrap().to_owned())
            .collect();
        let mut bare = match kind {
            Kind::Call | Kind::Project => json!({ "lang": "en" }),
            Kind::Organisation | Kind::Donor => json!({ "aliases": [] }),
        };
        // So that the kind is recognised.
        bare["title"] = Value::Null;
        bare["donor"] = Value::Null;
        bare["name"] = Value::Null;
        bare["id"] = Value::Null;
        let missing: BTreeSet<String> = read(kind, &bare.to_string())
            .unwrap_err()
            .into_iter()
            .filter(|issue| issue.problem == Problem::Missing)
            .map(|issue| issue.field)
            .collect();
        assert_eq!(missing, required, "{kind:?}");
    }
}

/// The same inside of objects and of lists of objects.
#[test]
fn the_schema_and_the_reader_know_the_same_parts() {
    let whole = |kind: Kind| match kind {
        Kind::Call => json!({ "id": "1", "donor": "D", "title": "T" }),
        Kind::Project => json!({ "id": "1", "title": "T" }),
        Kind::Organisation | Kind::Donor => json!({ "id": "1", "name": "N" }),
    };
    let mut parts = 0;
    for kind in Kind::ALL {
        for (field, described) in properties(&schema(kind)) {
            let list = described.get("items").is_some();
            let part = described.get("items").unwrap_or(described);
            let Some(inner) = part.get("properties").and_then(Value::as_object) else { continue };
            parts += 1;
            let wrong: Map<String, Value> =
                inner.keys().map(|key| (key.clone(), json!({ "x": [] }))).collect();
            let mut record = whole(kind);
            record[field] = if list { json!([wrong]) } else { json!(wrong) };
            let issues = read(kind, &record.to_string()).unwrap_err();
            let start = if list { format!("{field}[1].") } else { format!("{field}.") };
            let named: BTreeSet<&str> = issues
                .iter()
                .filter(|issue| issue.problem != Problem::UnknownField)
                .filter_map(|issue| issue.field.strip_prefix(&start))
                .map(|rest| rest.split(['.', '[']).next().unwrap())
                .collect();
            assert_eq!(named, inner.keys().map(String::as_str).collect(), "{kind:?} {field}");
        }
    }
    assert_eq!(
        parts, 9,
        "award, deadlines, duration_months, partner, total; budget, partners; entities; statuses"
    );
}

/// Every field stands in the documentation, and its examples are accepted as they stand.
#[test]
fn the_documentation_names_every_field_and_its_examples_are_sound() {
    let page = std::fs::read_to_string(
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/native-format.md"),
    )
    .unwrap();
    let mut sections = page.split("\n## ").skip(1);
    for kind in Kind::ALL {
        let section = sections
            .find(|section| section.to_lowercase().starts_with(kind.code()))
            .unwrap_or_else(|| panic!("no section on {}", kind.code()));
        let schema = schema(kind);
        let mut inner = Vec::new();
        for (field, described) in properties(&schema) {
            assert!(section.contains(&format!("| `{field}` |")), "{}: {field}", kind.code());
            let part = described.get("items").unwrap_or(described);
            inner.extend(
                part.get("properties")
                    .and_then(Value::as_object)
                    .into_iter()
                    .flat_map(Map::keys)
                    .cloned(),
            );
        }
        for field in inner {
            assert!(section.contains(&format!("`{field}`")), "{}: {field}", kind.code());
        }
        let examples: Vec<&str> = section
            .split("```json\n")
            .skip(1)
            .flat_map(|block| block.split("```").next().unwrap().lines())
            .collect();
        assert!(!examples.is_empty(), "{} has no example", kind.code());
        for line in examples {
            let written = read(kind, line).unwrap();
            assert_eq!(read(kind, &written).unwrap(), written);
        }
    }
}

#[test]
fn a_clause_must_stand_in_the_call_and_be_about_a_field() {
    let good = r#"{"id":"1","donor":"D","title":"T","eligibility":"Ёлки: groups registered in Georgia.","entity_countries":["GE"],"clauses":{"entity_country":"registered in Georgia"}}"#;
    let rule = calls_of(good.as_bytes()).1.remove(0).item.unwrap().content.rules.remove(0);
    assert_eq!(rule.clause.start, Some(13));
    assert_eq!(rule.clause.field, CallField::Eligibility);
    for (from, to) in [
        ("\"registered in Georgia\"}", "\"registered in Armenia\"}"),
        ("\"registered in Georgia\"}", "\" \"}"),
        ("\"entity_countries\":[\"GE\"],", ""),
    ] {
        let bad = good.replace(from, to);
        assert_eq!(
            calls_of(bad.as_bytes()).1[0].item.as_ref().unwrap_err()[0].field,
            "clauses.entity_country",
            "{bad}"
        );
    }
    let unknown = good.replace("\"entity_country\":", "\"entity_county\":");
    assert_eq!(
        calls_of(unknown.as_bytes()).1[0].item,
        Err(vec![RowIssue {
            field: "clauses.entity_county".to_owned(),
            problem: Problem::UnknownField
        }])
    );
}

#[test]
fn texts_have_limits() {
    let at = |title: usize, text: usize| {
        let line = format!(
            r#"{{"id":"1","donor":"D","title":"{}","text":"{}"}}"#,
            "t".repeat(title),
            "x".repeat(text)
        );
        calls_of(line.as_bytes()).1.remove(0).item.map(|_| ())
    };
    let too_long = |field: &str, limit| {
        Err(vec![RowIssue { field: field.to_owned(), problem: Problem::TooLong { limit } }])
    };
    assert_eq!(at(1000, 256 * 1024), Ok(()));
    assert_eq!(at(1001, 0), too_long("title", 1000));
    assert_eq!(at(1, 256 * 1024 + 1), too_long("text", 256 * 1024));
    let places = vec!["DE"; 501];
    let line = json!({ "id": "1", "donor": "D", "title": "T", "places": places }).to_string();
    assert_eq!(calls_of(line.as_bytes()).1[0].item.as_ref().unwrap_err().len(), 1);
}
