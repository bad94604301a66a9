//! Accounts, sessions, memberships, who sees a project, approvals, the audit trail.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, boolean, date, pk_uuid, string, string_null, text,
        text_null, timestamp_with_time_zone as timestamp,
        timestamp_with_time_zone_null as timestamp_null, uuid, uuid_null,
    },
};

use crate::parts::{child_of, index, key, unique};

/// The step.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Tables in the order in which they can be dropped.
const TABLES: [&str; 12] = [
    "audit",
    "approval",
    "name_opening",
    "project_reader",
    "coalition_member",
    "coalition",
    "invitation",
    "reviewer",
    "membership",
    "recovery_code",
    "session",
    "account",
];

async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("account")
                .col(pk_uuid("id"))
                .col(string("name"))
                .col(string("name_folded"))
                .col(text_null("password"))
                .col(boolean("admin"))
                .col(boolean("analyst"))
                .col(boolean("disabled"))
                .col(boolean("demonstration"))
                .col(string_null("factor_secret"))
                .col(big_integer_null("factor_step"))
                .col(date("created_on"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("account", &["name_folded"])).await?;
    manager
        .create_table(
            Table::create()
                .table("session")
                .col(pk_uuid("id"))
                .col(uuid("account_id"))
                .col(string("token_hash"))
                .col(timestamp("created_at"))
                .col(timestamp("seen_at"))
                .foreign_key(&mut child_of("session", "account_id", "account"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("session", &["token_hash"])).await?;
    manager.create_index(index("session", &["account_id"])).await?;
    manager
        .create_table(
            Table::create()
                .table("recovery_code")
                .col(uuid("account_id"))
                .col(string("code_hash"))
                .primary_key(&mut key(&["account_id", "code_hash"]))
                .foreign_key(&mut child_of("recovery_code", "account_id", "account"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("membership")
                .col(uuid("account_id"))
                .col(uuid("organisation_id"))
                .col(string("role"))
                .primary_key(&mut key(&["account_id", "organisation_id"]))
                .foreign_key(&mut child_of("membership", "account_id", "account"))
                .foreign_key(&mut child_of("membership", "organisation_id", "organisation"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("membership", &["organisation_id"])).await?;
    manager
        .create_table(
            Table::create()
                .table("reviewer")
                .col(uuid("account_id"))
                .col(uuid("donor_id"))
                .primary_key(&mut key(&["account_id", "donor_id"]))
                .foreign_key(&mut child_of("reviewer", "account_id", "account"))
                .foreign_key(&mut child_of("reviewer", "donor_id", "donor"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("invitation")
                .col(pk_uuid("id"))
                .col(string("token_hash"))
                .col(string("kind"))
                .col(string_null("role"))
                .col(uuid_null("organisation_id"))
                .col(uuid_null("donor_id"))
                .col(uuid_null("account_id"))
                .col(uuid_null("created_by"))
                .col(timestamp("expires_at"))
                .foreign_key(&mut child_of("invitation", "organisation_id", "organisation"))
                .foreign_key(&mut child_of("invitation", "donor_id", "donor"))
                .foreign_key(&mut child_of("invitation", "account_id", "account"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("invitation", &["token_hash"])).await
}

async fn sharing(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create().table("coalition").col(pk_uuid("id")).col(string("name")).to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("coalition_member")
                .col(uuid("coalition_id"))
                .col(uuid("organisation_id"))
                .col(boolean("agreed"))
                .primary_key(&mut key(&["coalition_id", "organisation_id"]))
                .foreign_key(&mut child_of("coalition_member", "coalition_id", "coalition"))
                .foreign_key(&mut child_of("coalition_member", "organisation_id", "organisation"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("coalition_member", &["organisation_id"])).await?;
    // No foreign key: SQLite cannot add one to a table that exists. A coalition that ends takes
    // its projects back to "named" in the same transaction.
    for column in [uuid_null("coalition_id"), timestamp_null("shared_since")] {
        manager.alter_table(Table::alter().table("project").add_column(column).to_owned()).await?;
    }
    // What reached donors or everyone before there was a delay does so from its last change on.
    manager
        .exec_stmt(
            Query::update()
                .table("project")
                .value("shared_since", Expr::col("changed_at"))
                .and_where(Expr::col("visibility").is_in(["donors", "public"]))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("project_reader")
                .col(uuid("project_id"))
                .col(uuid("account_id"))
                .primary_key(&mut key(&["project_id", "account_id"]))
                .foreign_key(&mut child_of("project_reader", "project_id", "project"))
                .foreign_key(&mut child_of("project_reader", "account_id", "account"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("project_reader", &["account_id"])).await?;
    manager
        .alter_table(
            Table::alter().table("call").add_column(string_null("blind_review")).to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("name_opening")
                .col(uuid("project_id"))
                .col(uuid("account_id"))
                .col(uuid("call_id"))
                .col(text("reason"))
                .col(timestamp("at"))
                .primary_key(&mut key(&["project_id", "account_id", "call_id"]))
                .foreign_key(&mut child_of("name_opening", "project_id", "project"))
                .foreign_key(&mut child_of("name_opening", "account_id", "account"))
                .foreign_key(&mut child_of("name_opening", "call_id", "call"))
                .to_owned(),
        )
        .await
}

async fn trail(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("approval")
                .col(pk_uuid("id"))
                .col(string("act"))
                .col(uuid("object_id"))
                .col(uuid_null("organisation_id"))
                .col(uuid("asked_by"))
                .col(timestamp("asked_at"))
                .foreign_key(&mut child_of("approval", "organisation_id", "organisation"))
                .foreign_key(&mut child_of("approval", "asked_by", "account"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("approval", &["act", "object_id"])).await?;
    // Identifiers only and without foreign keys: an entry outlives what it tells of.
    manager
        .create_table(
            Table::create()
                .table("audit")
                .col(big_integer("number").primary_key())
                .col(timestamp("hour"))
                .col(uuid_null("account_id"))
                .col(string("act"))
                .col(string("object"))
                .col(uuid_null("object_id"))
                .col(uuid_null("organisation_id"))
                .col(string("previous"))
                .col(string("hash"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("audit", &["organisation_id"])).await?;
    manager.create_index(index("audit", &["account_id"])).await
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        accounts(manager).await?;
        sharing(manager).await?;
        trail(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for (table, column) in
            [("call", "blind_review"), ("project", "shared_since"), ("project", "coalition_id")]
        {
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
