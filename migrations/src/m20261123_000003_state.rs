//! What processes on one database tell each other: that there is something new, that all is locked.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, string},
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
                    .table("state")
                    .col(string("name").primary_key())
                    .col(big_integer("value"))
                    .to_owned(),
            )
            .await?;
        for name in ["calls", "projects", "locked", "trail"] {
            let row = Query::insert()
                .into_table("state")
                .columns(["name", "value"])
                .values_panic([name.into(), 0.into()])
                .to_owned();
            manager.exec_stmt(row).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("state").to_owned()).await
    }
}
