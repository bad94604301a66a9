//! What each list of a register changed, so that one that was read by mistake can be taken back.

use sea_orm_migration::{
    prelude::*,
    schema::{
        date, date_null, integer, pk_uuid, string, text_null,
        timestamp_with_time_zone as timestamp, uuid,
    },
};

use crate::parts::{child_of, key, unique};

/// The step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let import = Table::create()
            .table("register_import")
            .col(pk_uuid("id"))
            .col(string("country"))
            .col(string("kind"))
            // The newest of its country and kind is taken back first.
            .col(integer("number"))
            .col(date("date"))
            // The day that the list on record had before.
            .col(date_null("before"))
            .col(timestamp("at"))
            .to_owned();
        manager.create_table(import).await?;
        let same = unique("register_import", &["country", "kind", "number"]);
        manager.create_index(same).await?;
        let undo = Table::create()
            .table("register_undo")
            .col(uuid("import_id"))
            .col(uuid("entry_id"))
            // The row as it was, in JSON; nothing where it was new.
            .col(text_null("was"))
            .primary_key(&mut key(&["import_id", "entry_id"]))
            .foreign_key(&mut child_of("register_undo", "import_id", "register_import"))
            .foreign_key(&mut child_of("register_undo", "entry_id", "register_entry"))
            .to_owned();
        manager.create_table(undo).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["register_undo", "register_import"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
