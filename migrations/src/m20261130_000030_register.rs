//! Registers of designated bodies, what persons decided about donors beside them, and donors that are
//! one.

use sea_orm_migration::{
    prelude::*,
    schema::{
        boolean, date, date_null, pk_uuid, string, string_null, text, text_null,
        timestamp_with_time_zone as timestamp, uuid, uuid_null,
    },
};

use crate::parts::{child_of, index, key, unique};

/// The step.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Tables in the order in which they can be dropped.
const TABLES: [&str; 5] =
    ["donor_merge", "donor_designation", "register_name", "register_entry", "register_list"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [string_null("decision"), date_null("until")] {
            let table = Table::alter().table("donor_status").add_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        let list = Table::create()
            .table("register_list")
            .col(string("country"))
            .col(string("kind"))
            .col(date("date"))
            .primary_key(&mut key(&["country", "kind"]))
            .to_owned();
        manager.create_table(list).await?;
        let entry = Table::create()
            .table("register_entry")
            .col(pk_uuid("id"))
            .col(string("country"))
            .col(string("kind"))
            .col(text("name"))
            .col(string("name_folded"))
            .col(text_null("decision"))
            .col(date("since"))
            .col(date_null("until"))
            .col(text("source"))
            .col(date("listed"))
            .col(date_null("gone_since"))
            .to_owned();
        manager.create_table(entry).await?;
        let same = unique("register_entry", &["country", "kind", "name_folded", "since"]);
        manager.create_index(same).await?;
        let name = Table::create()
            .table("register_name")
            .col(uuid("entry_id"))
            .col(string("name"))
            .primary_key(&mut key(&["entry_id", "name"]))
            .foreign_key(&mut child_of("register_name", "entry_id", "register_entry"))
            .to_owned();
        manager.create_table(name).await?;
        let decided = Table::create()
            .table("donor_designation")
            .col(uuid("donor_id"))
            .col(uuid("entry_id"))
            .col(boolean("is_it"))
            .col(uuid_null("decided_by"))
            .col(timestamp("decided_at"))
            .primary_key(&mut key(&["donor_id", "entry_id"]))
            .foreign_key(&mut child_of("donor_designation", "donor_id", "donor"))
            .foreign_key(&mut child_of("donor_designation", "entry_id", "register_entry"))
            .to_owned();
        manager.create_table(decided).await?;
        let merged = Table::create()
            .table("donor_merge")
            .col(pk_uuid("donor_id"))
            .col(uuid("into_id"))
            .col(timestamp("at"))
            .foreign_key(&mut child_of("donor_merge", "donor_id", "donor"))
            .foreign_key(&mut child_of("donor_merge", "into_id", "donor"))
            .to_owned();
        manager.create_table(merged).await?;
        manager.create_index(index("donor_merge", &["into_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for column in ["decision", "until"] {
            let table = Table::alter().table("donor_status").drop_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        Ok(())
    }
}
