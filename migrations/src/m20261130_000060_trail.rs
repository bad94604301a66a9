//! The keys of the audit trail: by name only, the keys themselves lie outside of the database.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, string, string_null},
};

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
                    .table("trail_key")
                    .col(string("name").primary_key())
                    // The first entry under this key.
                    .col(big_integer("first"))
                    // What was removed by age, and the hash of the last of it.
                    .col(big_integer("removed"))
                    .col(string_null("removed_hash"))
                    // What the key makes of all that.
                    .col(string("seal"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("trail_key").to_owned()).await
    }
}
