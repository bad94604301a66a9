//! Tries of what could be guessed, counted for all processes together, and the browsers in which an
//! account has been before.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, string, timestamp_with_time_zone as timestamp, uuid},
};

use crate::parts::{child_of, index, key};

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
                    .table("try_count")
                    .col(string("whose"))
                    .col(big_integer("free_at"))
                    .primary_key(&mut key(&["whose"]))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("try_count", &["free_at"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("known_browser")
                    .col(string("token_hash"))
                    .col(uuid("account_id"))
                    .col(timestamp("until"))
                    .primary_key(&mut key(&["token_hash"]))
                    .foreign_key(&mut child_of("known_browser", "account_id", "account"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("known_browser", &["account_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["known_browser", "try_count"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
