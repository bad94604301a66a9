//! What was read of each call, so that an index of many calls is there soon after the start.

use sea_orm_migration::{
    prelude::*,
    schema::{pk_uuid, string, text},
};

use crate::parts::{child_of, index};

/// The step.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Who a call is from and when it changed: read of all calls at once, and its texts lie in the way.
const HEAD: [&str; 4] = ["id", "donor_id", "first_seen", "changed_at"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("call_reading")
                    .col(pk_uuid("call_id"))
                    .col(string("made"))
                    .col(text("reading"))
                    .foreign_key(&mut child_of("call_reading", "call_id", "call"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("call", &HEAD)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = format!("ix_call_{}", HEAD.join("_"));
        manager.drop_index(Index::drop().name(name).table("call").to_owned()).await?;
        manager.drop_table(Table::drop().table("call_reading").to_owned()).await
    }
}
