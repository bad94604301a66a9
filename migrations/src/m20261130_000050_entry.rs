//! What people enter by hand: where an organisation works, which fields of a call a person decided,
//! and what a person decided about the rules found in it.

use sea_orm_migration::{
    prelude::*,
    schema::{
        small_integer, string, text, text_null, timestamp_with_time_zone as timestamp, uuid,
        uuid_null,
    },
};

use crate::parts::{child_of, key};

/// The step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("organisation_place")
                    .col(uuid("organisation_id"))
                    .col(small_integer("position"))
                    .col(string("place"))
                    .primary_key(&mut key(&["organisation_id", "position"]))
                    .foreign_key(&mut child_of(
                        "organisation_place",
                        "organisation_id",
                        "organisation",
                    ))
                    .to_owned(),
            )
            .await?;
        // Accounts are named without a foreign key: what was decided stays when one goes.
        manager
            .create_table(
                Table::create()
                    .table("call_edit")
                    .col(uuid("call_id"))
                    .col(string("field"))
                    .col(uuid_null("account_id"))
                    .col(timestamp("at"))
                    .primary_key(&mut key(&["call_id", "field"]))
                    .foreign_key(&mut child_of("call_edit", "call_id", "call"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("rule_decision")
                    .col(uuid("call_id"))
                    .col(string("subject"))
                    .col(string("kind"))
                    .col(text_null("found"))
                    .col(text_null("holds"))
                    .col(string("clause_field"))
                    .col(text("clause_quote"))
                    .col(uuid_null("account_id"))
                    .col(timestamp("at"))
                    .primary_key(&mut key(&["call_id", "subject"]))
                    .foreign_key(&mut child_of("rule_decision", "call_id", "call"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["rule_decision", "call_edit", "organisation_place"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
