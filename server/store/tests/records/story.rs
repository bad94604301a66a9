//! The same story on either database: everything written is read back unchanged.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::*;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use store::{
    TenantScope, calls, donors, organisations, projects,
    readings::{self, Reading},
    testing::TestDatabase,
    themes,
};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn donor(number: u8, name: &str) -> Donor {
    Donor {
        id: DonorId::from_random([number; 16]),
        name: name.into(),
        aliases: vec!["ЁЖ".into()],
        kind: Some(DonorKind::Intermediary),
        country: Some("DE".parse().unwrap()),
        parent: None,
        statuses: vec![LegalStatus {
            jurisdiction: "RU".parse().unwrap(),
            kind: LegalStatusKind::Undesirable,
            since: "2024-02-01".parse().unwrap(),
            source: "register, entry 1".into(),
            decision: Some("No 1 of 1 February".into()),
            until: Some("2030-01-01".parse().unwrap()),
        }],
    }
}

fn full_call(donor: DonorId) -> Call {
    let range = AmountRange::new(Some(2_000_000), Some(5_000_000), Currency::EUR).unwrap();
    let quote = "зарегистрированы в Грузии";
    Call {
        id: CallId::from_random([7; 16]),
        source: "test".into(),
        external_id: "A-1".into(),
        donor,
        first_seen: at("2026-11-01T10:00:00Z"),
        changed_at: at("2026-11-02T10:00:00Z"),
        content: CallContent {
            text: "Поддержка газет Ўзвышша".into(),
            conditions: "100% _sure_".into(),
            eligibility: quote.into(),
            lang: Some("ru".parse().unwrap()),
            url: Some("https://example.org/a".into()),
            programme: Some("P".into()),
            status: Some(CallStatus::Open),
            opens: Some("2026-10-01".parse().unwrap()),
            closing: Closing::Dated(vec![
                Deadline {
                    on: "2026-12-14".parse().unwrap(),
                    at: Some("17:00:00".parse().unwrap()),
                    zone: Some("Europe/Brussels".into()),
                    kind: DeadlineKind::Stage,
                    note: Some("stage 1".into()),
                },
                Deadline {
                    on: "2027-03-01".parse().unwrap(),
                    at: None,
                    zone: None,
                    kind: DeadlineKind::Final,
                    note: None,
                },
            ]),
            deadline_text: Some("in two stages".into()),
            award: Some(range),
            award_text: Some("€20,000 to €50,000".into()),
            total: Some(Money { minor: i64::MAX, currency: "JPY".parse().unwrap() }),
            awards_expected: Some(u32::MAX),
            duration: MonthRange::new(Some(6), Some(18)),
            duration_text: Some("6 to 18 months".into()),
            places: vec!["GE".parse().unwrap(), "EASTERN_PARTNERSHIP".parse().unwrap()],
            languages: vec!["en".parse().unwrap(), "ru".parse().unwrap()],
            themes: Theme::all().iter().take(2).map(|theme| theme.code.clone()).collect(),
            entity_countries: vec!["GE".parse().unwrap()],
            entity_countries_excluded: vec!["HU".parse().unwrap()],
            entity_forms: vec![EntityForm::Association],
            core_costs: Some(false),
            co_financing_percent: Some(10),
            regranting: Some(true),
            partner: Some(PartnerNeed::Consortium { members: 3, countries: 2 }),
            rules: vec![EligibilityRule {
                condition: Condition::EntityCountry {
                    any_of: vec!["GE".parse().unwrap()],
                    none_of: vec![],
                },
                clause: Clause {
                    field: CallField::Eligibility,
                    quote: quote.into(),
                    start: Some(0),
                },
            }],
            ..CallContent::titled("Газеты Ёлка")
        },
    }
}

#[tokio::test]
async fn a_call_is_read_as_written_and_changes_leave_versions() {
    let test = TestDatabase::migrated().await.unwrap();
    let (db, giver) = (&test.db, donor(1, "Сёстры"));
    donors::insert(db, std::slice::from_ref(&giver), false).await.unwrap();
    assert_eq!(donors::all(db).await.unwrap(), vec![giver.clone()]);

    let mut call = full_call(giver.id);
    calls::insert(db, &[(&call, &giver.name)], false).await.unwrap();
    assert_eq!(calls::get(db, call.id).await.unwrap(), Some(call.clone()));
    let known = calls::by_external_ids(db, "test", &["A-1".into(), "A-2".into()]).await.unwrap();
    assert_eq!(known.into_values().collect::<Vec<_>>(), vec![call.clone()]);

    call.content = CallContent::titled("shorter");
    call.changed_at = at("2026-11-03T10:00:00Z");
    let version = calls::Version {
        call: call.id,
        at: call.changed_at,
        field: CallField::Title,
        before: "\"Газеты Ёлка\"".into(),
        after: "\"shorter\"".into(),
        batch: Some(BatchId::from_random([3; 16])),
    };
    calls::update(db, (&call, &giver.name), std::slice::from_ref(&version)).await.unwrap();
    assert_eq!(calls::get(db, call.id).await.unwrap(), Some(call.clone()));
    assert_eq!(calls::versions(db, call.id).await.unwrap(), vec![version]);
}

#[tokio::test]
async fn every_change_of_a_call_makes_another_revision() {
    let test = TestDatabase::migrated().await.unwrap();
    let (db, giver) = (&test.db, donor(1, "Сёстры"));
    donors::insert(db, std::slice::from_ref(&giver), false).await.unwrap();
    let mut call = full_call(giver.id);
    calls::insert(db, &[(&call, &giver.name)], false).await.unwrap();
    let heads = || async { calls::heads(db, None).await.unwrap() };
    let mut seen = vec![heads().await];
    assert_eq!(seen, [heads().await]);
    assert_eq!(seen[0][&call.id].donor, giver.id);
    assert_eq!(seen[0][&call.id].first_seen, call.first_seen);
    // The second and third in one second.
    let changes = [
        (CallField::Title, "2026-11-03T10:00:00Z"),
        (CallField::Text, "2026-11-03T11:00:00Z"),
        (CallField::Title, "2026-11-03T11:00:00Z"),
    ];
    for (field, time) in changes {
        call.changed_at = at(time);
        let (before, after) = (String::new(), String::new());
        let version = calls::Version {
            call: call.id,
            at: call.changed_at,
            field,
            before,
            after,
            batch: None,
        };
        calls::update(db, (&call, &giver.name), &[version]).await.unwrap();
        let heads = heads().await;
        let revision = heads[&call.id].revision.to_string();
        assert!(seen.iter().all(|before| before[&call.id].revision.to_string() != revision));
        let missing = CallId::from_random([250; 16]);
        assert_eq!(calls::heads(db, Some(&[call.id, missing])).await.unwrap(), heads);
        seen.push(heads);
    }
    calls::delete_demonstration(db).await.unwrap();
    assert_eq!(heads().await.len(), 1);
    assert!(calls::heads(db, Some(&[])).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_reading_stays_beside_its_call_and_goes_with_it() {
    let test = TestDatabase::migrated().await.unwrap();
    let (db, giver) = (&test.db, donor(1, "Сёстры"));
    donors::insert(db, std::slice::from_ref(&giver), false).await.unwrap();
    let call = full_call(giver.id);
    calls::insert(db, &[(&call, &giver.name)], true).await.unwrap();
    let reading = |text: &str| Reading { call: call.id, made: "1".into(), text: text.into() };
    readings::put(db, vec![reading("до")]).await.unwrap();
    let newer = reading("{\"слова\": [\"після\"]}");
    readings::put(db, vec![newer.clone()]).await.unwrap();
    let (least, most) = (CallId::from_random([0; 16]), CallId::from_random([255; 16]));
    let rows = async |last, until, limit| {
        let versions = calls::Versions::read(db, None).await.unwrap();
        readings::after(db, &versions, (last, until), limit).await.unwrap()
    };
    let head = calls::heads(db, None).await.unwrap()[&call.id];
    let row = (call.id, head, Some((newer.made.clone(), newer.text.clone())));
    assert_eq!(rows(None, None, 10).await, std::slice::from_ref(&row));
    assert_eq!(rows(Some(least), Some(call.id), 1).await, [row]);
    assert_eq!(rows(Some(call.id), None, 10).await, []);
    assert_eq!(rows(None, Some(least), 10).await, []);
    let nobody = Reading { call: most, ..reading("") };
    assert!(readings::put(db, vec![nobody]).await.is_err());
    let unread = Call { id: most, external_id: "unread".into(), ..call.clone() };
    calls::insert(db, &[(&unread, &giver.name)], true).await.unwrap();
    assert_eq!(rows(Some(call.id), None, 10).await, [(most, head, None)]);
    calls::delete_demonstration(db).await.unwrap();
    assert_eq!(rows(None, None, 10).await, []);
    calls::insert(db, &[(&call, &giver.name)], true).await.unwrap();
    assert_eq!(rows(None, None, 10).await, [(call.id, head, None)]);
}

#[tokio::test]
async fn words_are_found_whatever_their_case_and_signs_are_only_signs() {
    let test = TestDatabase::migrated().await.unwrap();
    let (db, giver) = (&test.db, donor(1, "Сёстры"));
    donors::insert(db, std::slice::from_ref(&giver), false).await.unwrap();
    let call = full_call(giver.id);
    calls::insert(db, &[(&call, &giver.name)], false).await.unwrap();
    let find = async |words: &[&str]| {
        let folded: Vec<String> = words.iter().map(|word| domain::fold::fold(word)).collect();
        calls::with_words(db, &folded).await.unwrap().len()
    };
    assert_eq!(find(&["ЕЛКА", "газет"]).await, 1);
    assert_eq!(find(&["сестры"]).await, 1, "the donor's name is searched too");
    assert_eq!(find(&["100% _sure_"]).await, 1);
    assert_eq!(find(&["100%_sure"]).await, 0, "signs of patterns must not match anything");
    assert_eq!(find(&["\\"]).await, 0);
    assert_eq!(find(&["елка", "тигр"]).await, 0);
}

/// Rows that an older program folded, whose apostrophes were as many as they were typed.
#[tokio::test]
async fn what_was_folded_before_is_found_with_any_apostrophe() {
    use migrations::{Migrator, MigratorTrait, SchemaManager};
    let test = TestDatabase::migrated().await.unwrap();
    let (db, giver) = (&test.db, donor(1, "Пам'ять"));
    let (twin, other) = (donor(2, "Сім'я"), donor(3, "Сім'я і дім"));
    donors::insert(db, &[giver.clone(), twin, other], false).await.unwrap();
    let call = full_call(giver.id);
    calls::insert(db, &[(&call, &giver.name)], false).await.unwrap();
    for sql in [
        "UPDATE donor SET name_folded = 'пам’ять' WHERE name_folded = 'пам''ять'",
        "UPDATE donor SET name_folded = 'сімʼя' WHERE name_folded = 'сім''я і дім'",
        "UPDATE \"call\" SET search = 'здоров \u{301}я сімʼї, при\u{ad}рода'",
    ] {
        db.execute_unprepared(sql).await.unwrap();
    }
    let steps = Migrator::migrations();
    let step = steps.iter().find(|step| step.name().ends_with("apostrophes")).unwrap();
    step.up(&SchemaManager::new(db)).await.unwrap();
    let folded = |name: &str| domain::fold::fold(name);
    let found = Statement::from_sql_and_values(
        db.get_database_backend(),
        "SELECT id FROM donor WHERE name_folded = $1",
        [folded("Пам’ять").into()],
    );
    let found = db.query_one_raw(found).await.unwrap().unwrap();
    assert_eq!(found.try_get::<uuid::Uuid>("", "id").unwrap(), giver.id.uuid());
    for word in ["здоров’я", "здоровʼя", "сім'ї", "природа"] {
        assert_eq!(calls::with_words(db, &[folded(word)]).await.unwrap().len(), 1, "{word}");
    }
    // Two donors are not made one behind anybody's back.
    assert_eq!(donors::all(db).await.unwrap().len(), 3);
}

#[tokio::test]
async fn projects_and_organisations_are_read_as_written() {
    let test = TestDatabase::migrated().await.unwrap();
    let db = &test.db;
    let organisation = Organisation {
        id: OrganisationId::from_random([2; 16]),
        name: "Вольная Ёлка".into(),
        code_name: "Alder 101".into(),
        aliases: vec!["VE".into(), "ВЕ".into()],
        addresses: vec!["example.org".into()],
        people: vec!["Імя".into()],
        partners: vec!["Вольная Сосна".into()],
        places: vec!["GE".parse().unwrap(), "DE".parse().unwrap()],
        entities: vec![LegalEntity {
            id: LegalEntityId::from_random([4; 16]),
            name: "Freie Tanne".into(),
            country: "DE".parse().unwrap(),
            form: EntityForm::Association,
            local_form: Some("e.V.".into()),
            identifier: None,
            since: Some("2022-05-01".parse().unwrap()),
            fiscal_sponsor: false,
        }],
    };
    let new = organisations::NewOrganisation {
        organisation: organisation.clone(),
        origin: Some(("test".into(), "o1".into())),
        at: at("2026-11-01T10:00:00Z"),
        demonstration: true,
    };
    organisations::insert(db, &[new]).await.unwrap();
    assert_eq!(
        organisations::all(db, &TenantScope::operator()).await.unwrap(),
        vec![organisation.clone()]
    );
    let directory = organisations::directory(db, &TenantScope::operator()).await.unwrap();
    assert_eq!(directory.find("test", "o1"), Some(organisation.id));
    assert_eq!(directory.find("test", "ВОЛЬНАЯ  елка"), Some(organisation.id));
    assert_eq!(directory.find("other", "o1"), None);

    let mut project = Project {
        id: ProjectId::from_random([5; 16]),
        organisation: Some(organisation.id),
        origin: Some(("test".into(), "p1".into())),
        sharing: Sharing::from(Visibility::Donors, at("2026-11-02T10:00:00Z")),
        first_seen: at("2026-11-01T10:00:00Z"),
        changed_at: at("2026-11-01T10:00:00Z"),
        content: ProjectContent {
            summary: "s".into(),
            lang: Some("be".parse().unwrap()),
            work_places: vec!["LT".parse().unwrap()],
            reach_places: vec!["BY".parse().unwrap()],
            languages: vec!["be".parse().unwrap()],
            stage: Some(Stage::Pilot),
            budget: Some(AmountRange::new(Some(100), None, Currency::EUR).unwrap()),
            needed_by: Some("2027-01-01".parse().unwrap()),
            duration_months: Some(12),
            people_inside: vec!["BY".parse().unwrap()],
            core_costs: Some(true),
            regrants: Some(false),
            co_financing_percent: Some(5),
            partners: vec![Partner {
                name: "n".into(),
                country: None,
                form: Some(EntityForm::Cooperative),
            }],
            ..ProjectContent::titled("Падкаст")
        },
    };
    projects::insert(db, std::slice::from_ref(&project), true).await.unwrap();
    assert_eq!(
        projects::get(db, &TenantScope::operator(), project.changed_at, project.id).await.unwrap(),
        Some(project.clone())
    );
    project.content.title = "Падкаст два".into();
    project.content.partners.clear();
    projects::update(db, &project).await.unwrap();
    let (rows, total) = projects::page(
        db,
        &TenantScope::operator(),
        project.changed_at,
        &["падкаст".into()],
        0,
        10,
    )
    .await
    .unwrap();
    assert_eq!((rows, total), (vec![project.clone()], 1));

    projects::delete_demonstration(db).await.unwrap();
    organisations::delete_demonstration(db).await.unwrap();
    assert_eq!(projects::count(db).await.unwrap() + organisations::count(db).await.unwrap(), 0);
}

#[tokio::test]
async fn the_theme_tables_follow_the_list() {
    let test = TestDatabase::migrated().await.unwrap();
    for _ in 0..2 {
        themes::sync(&test.db, Theme::all()).await.unwrap();
        assert_eq!(
            themes::count(&test.db).await.unwrap(),
            u64::try_from(Theme::all().len()).unwrap()
        );
    }
}

/// Table, column, may-be-null of the running database, and its index names.
async fn schema(db: &store::DatabaseConnection) -> BTreeSet<String> {
    let backend = db.get_database_backend();
    let sql = if backend == DbBackend::Postgres {
        "SELECT table_name || '.' || column_name || ' ' || (CASE is_nullable WHEN 'YES' THEN 'null' ELSE 'not null' END) AS line \
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'seaql_migrations' \
         UNION SELECT 'index ' || indexname FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE 'ix_%'"
    } else {
        "SELECT m.name || '.' || c.name || ' ' || (CASE WHEN c.\"notnull\" = 1 OR c.pk > 0 THEN 'not null' ELSE 'null' END) AS line \
         FROM sqlite_master m JOIN pragma_table_info(m.name) c \
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'seaql_migrations' \
         UNION SELECT 'index ' || name FROM sqlite_master WHERE type = 'index' AND name LIKE 'ix_%'"
    };
    let rows = db.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    rows.iter().map(|row| row.try_get::<String>("", "line").unwrap()).collect()
}

/// Both databases are compared with one committed list, and so with each other.
#[tokio::test]
async fn the_schema_is_the_same_on_both_databases() {
    let test = TestDatabase::migrated().await.unwrap();
    let found = schema(&test.db).await.into_iter().collect::<Vec<_>>().join("\n") + "\n";
    let committed = include_str!("schema.txt");
    assert_eq!(found, committed, "the schema differs from server/store/tests/records/schema.txt");
}

#[tokio::test]
async fn migrations_go_up_down_and_up_again() {
    use migrations::{Migrator, MigratorTrait};
    let test = TestDatabase::empty().await.unwrap();
    Migrator::up(&test.db, None).await.unwrap();
    let before = schema(&test.db).await;
    assert!(before.len() > 100);
    Migrator::down(&test.db, None).await.unwrap();
    assert!(schema(&test.db).await.is_empty());
    Migrator::up(&test.db, None).await.unwrap();
    assert_eq!(schema(&test.db).await, before);
    assert!(store::db::is_current(&test.db).await.unwrap());
}

#[tokio::test]
async fn two_processes_may_migrate_at_once() {
    let test = TestDatabase::empty().await.unwrap();
    let other = store::db::connect(&test.url, None).await.unwrap();
    let (a, b) = if test.url.starts_with("postgres") {
        tokio::join!(store::db::migrate(&test.db), store::db::migrate(&other))
    } else {
        (store::db::migrate(&test.db).await, store::db::migrate(&other).await)
    };
    a.unwrap();
    b.unwrap();
}

/// What older versions recorded for “not stated” is taken out, and the history keeps its order.
#[tokio::test]
async fn days_and_amounts_that_stood_for_none_go_with_the_upgrade() {
    use migrations::{Migrator, MigratorTrait};
    let test = TestDatabase::empty().await.unwrap();
    let pending = Migrator::get_pending_migrations(&test.db).await.unwrap();
    let step = "m20261130_000010_calls_times";
    let before = pending.iter().position(|migration| migration.name() == step).unwrap();
    Migrator::up(&test.db, Some(u32::try_from(before).unwrap())).await.unwrap();
    let postgres = test.db.get_database_backend() == DbBackend::Postgres;
    let id = |n: u8| {
        let hex = format!("{n:02x}").repeat(16);
        if postgres { format!("'{hex}'") } else { format!("X'{hex}'") }
    };
    let run = async |sql: String| test.db.execute_unprepared(&sql).await.unwrap();
    run(format!(
        "INSERT INTO donor (id, name, name_folded, demonstration) VALUES ({}, 'D', 'd', FALSE)",
        id(9)
    ))
    .await;
    for (n, closes, award, total) in
        [(1_u8, "'2100-01-01'", "0, 0", "0"), (2, "'2100-01-01'", "0, 500", "700")]
    {
        run(format!(
            r#"INSERT INTO "call" (id, source, external_id, donor_id, title, search, text, conditions, eligibility, closing,
                closes_on, opens, award_min, award_max, award_currency, total_minor, total_currency, awards_expected,
                demonstration, first_seen, changed_at)
            VALUES ({}, 's', '{n}', {}, 'T', 't', '', '', '', 'dated', {closes}, '1900-01-01', {award}, 'EUR', {total}, 'EUR', 0,
                FALSE, '2026-01-01 00:00:00+00:00', '2026-01-01 00:00:00+00:00')"#,
            id(n),
            id(9)
        ))
        .await;
    }
    for (n, position, day) in [(1_u8, 0, "2100-01-01"), (2, 0, "2027-03-15"), (2, 1, "2100-01-01")]
    {
        run(format!("INSERT INTO call_deadline (call_id, position, day, kind) VALUES ({}, {position}, '{day}', 'final')", id(n))).await;
    }
    for (moment, field, after) in [
        ("2026-01-01 00:00:00", "title", "B"),
        ("2026-01-02 00:00:00", "url", "C"),
        ("2026-01-02 00:00:00", "title", "C"),
    ] {
        run(format!(
            r#"INSERT INTO call_version (call_id, "at", field, "before", "after") VALUES ({}, '{moment}+00:00', '{field}', 'A', '{after}')"#,
            id(1)
        ))
        .await;
    }

    Migrator::up(&test.db, None).await.unwrap();
    let ids: Vec<CallId> = [1_u8, 2].map(|n| uuid::Uuid::from_bytes([n; 16]).into()).to_vec();
    let found = calls::many(&test.db, &ids).await.unwrap();
    let [first, second] = found.as_slice() else { panic!("{found:?}") };
    let content = &first.content;
    assert_eq!((&content.closing, content.opens), (&Closing::Unknown, None));
    assert_eq!(content.deadline_text.as_deref(), Some("2100-01-01"));
    assert_eq!((content.award, content.total, content.awards_expected), (None, None, None));
    let content = &second.content;
    assert_eq!(content.closing, Closing::Dated(vec![Deadline::on("2027-03-15".parse().unwrap())]));
    assert_eq!(content.award, AmountRange::new(None, Some(500), Currency::EUR).ok());
    assert_eq!(content.total.map(|total| total.minor), Some(700));
    let history: Vec<(CallField, String)> = calls::versions(&test.db, ids[0])
        .await
        .unwrap()
        .into_iter()
        .map(|version| (version.field, version.after))
        .collect();
    assert_eq!(
        history,
        [
            (CallField::Title, "C".to_owned()),
            (CallField::Url, "C".to_owned()),
            (CallField::Title, "B".to_owned())
        ]
    );
}
