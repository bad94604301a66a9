//! Changes of a call are numbered, because two can come within a second; and what sources write for
//! “not stated” is no longer recorded as a day or an amount.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, string, text, timestamp_with_time_zone as timestamp, uuid, uuid_null},
};

use crate::parts::{child_of, key};

/// The step.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// A table of versions whose rows are told apart by these columns.
fn versions(name: &'static str, numbered: bool) -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table(name)
        .col(uuid("call_id"))
        .col(timestamp("at"))
        .col(string("field"))
        .col(text("before"))
        .col(text("after"))
        .col(uuid_null("batch_id"));
    if numbered {
        table.col(big_integer("number")).primary_key(&mut key(&["call_id", "number", "field"]));
    } else {
        table.primary_key(&mut key(&["call_id", "at", "field"]));
    }
    table.foreign_key(&mut child_of("call_version", "call_id", "call")).take()
}

/// Neither database changes a primary key in place: the rows move to a table that then takes the name.
async fn replace(manager: &SchemaManager<'_>, numbered: bool, copy: &str) -> Result<(), DbErr> {
    manager.create_table(versions("call_version_next", numbered)).await?;
    manager.get_connection().execute_unprepared(copy).await?;
    manager.drop_table(Table::drop().table("call_version").to_owned()).await?;
    manager
        .rename_table(Table::rename().table("call_version_next", "call_version").to_owned())
        .await
}

const NUMBER: &str = r#"INSERT INTO call_version_next (call_id, "at", field, "before", "after", batch_id, number)
SELECT call_id, "at", field, "before", "after", batch_id,
    DENSE_RANK() OVER (PARTITION BY call_id ORDER BY "at")
FROM call_version"#;

/// Of several changes of a field within one moment the last one stays.
const UNNUMBER: &str = r#"INSERT INTO call_version_next (call_id, "at", field, "before", "after", batch_id)
SELECT call_id, "at", field, "before", "after", batch_id FROM call_version AS kept
WHERE NOT EXISTS (SELECT 1 FROM call_version AS later WHERE later.call_id = kept.call_id
    AND later."at" = kept."at" AND later.field = kept.field AND later.number > kept.number)"#;

/// Days that stand for none (`domain::call::is_stand_in`), and zeros.
const NOT_STATED: [&str; 8] = [
    r"DELETE FROM call_deadline WHERE day < '1981-01-01' OR day >= '2090-01-01' OR day = '2038-01-19'",
    r#"UPDATE "call" SET closing = 'unknown', closes_on = NULL,
    deadline_text = COALESCE(deadline_text, CAST(closes_on AS TEXT))
WHERE closing = 'dated' AND NOT EXISTS (SELECT 1 FROM call_deadline WHERE call_id = "call".id)"#,
    r#"UPDATE "call" SET closes_on = (SELECT MAX(day) FROM call_deadline WHERE call_id = "call".id)
WHERE closing = 'dated'"#,
    r#"UPDATE "call" SET opens = NULL
WHERE opens < '1981-01-01' OR opens >= '2090-01-01' OR opens = '2038-01-19'"#,
    r#"UPDATE "call" SET award_min = NULLIF(award_min, 0), award_max = NULLIF(award_max, 0)"#,
    r#"UPDATE "call" SET award_currency = NULL WHERE award_min IS NULL AND award_max IS NULL"#,
    r#"UPDATE "call" SET total_minor = NULL, total_currency = NULL WHERE total_minor = 0"#,
    r#"UPDATE "call" SET awards_expected = NULL WHERE awards_expected = 0"#,
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        replace(manager, true, NUMBER).await?;
        for statement in NOT_STATED {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        replace(manager, false, UNNUMBER).await
    }
}
