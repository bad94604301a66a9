//! How often what a call demands was changed since the code names of a review of it were drawn: each
//! change shows in verdicts under the same code names.

use sea_orm_migration::{prelude::*, schema::small_integer};

/// The step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = small_integer("rule_changes").default(0).to_owned();
        manager.alter_table(Table::alter().table("review").add_column(column).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::alter().table("review").drop_column("rule_changes").to_owned();
        manager.alter_table(table).await
    }
}
