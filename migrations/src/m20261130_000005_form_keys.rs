//! What forms were answered with, so that one sent twice makes one record.

use sea_orm_migration::{
    prelude::*,
    schema::{string, timestamp_with_time_zone, uuid},
};

use crate::parts::{index, key};

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
                    .table("form_key")
                    .col(string("key"))
                    .col(uuid("object_id"))
                    .col(timestamp_with_time_zone("at"))
                    .primary_key(&mut key(&["key"]))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("form_key", &["at"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("form_key").to_owned()).await
    }
}
