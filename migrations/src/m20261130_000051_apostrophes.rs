//! Names and search texts that were folded before all signs for an apostrophe were one, and before
//! what is not seen was left out (`domain::fold`): the same is done to what is kept.

use sea_orm_migration::prelude::*;

/// The step.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// What was kept, and what stands for it now. Compatibility forms had made a space and an accent of
/// the acute accent that stands alone.
const SIGNS: [(&str, &str); 15] = [
    (" \u{301}", "''"),
    ("’", "''"),
    ("ʼ", "''"),
    ("‘", "''"),
    ("`", "''"),
    ("′", "''"),
    ("‛", "''"),
    ("ʹ", "''"),
    ("ʻ", "''"),
    ("\u{ad}", ""),
    ("\u{200b}", ""),
    ("\u{200c}", ""),
    ("\u{200d}", ""),
    ("\u{2060}", ""),
    ("\u{feff}", ""),
];

/// The value of a column with all signs replaced.
fn replaced(column: &str) -> String {
    SIGNS
        .iter()
        .fold(column.to_owned(), |inner, (old, new)| format!("REPLACE({inner}, '{old}', '{new}')"))
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for table in ["call", "project"] {
            let new = replaced("search");
            let update = format!("UPDATE \"{table}\" SET search = {new} WHERE search <> {new}");
            db.execute_unprepared(&update).await?;
        }
        for table in ["account", "donor", "organisation"] {
            // Where two rows become alike only one can have the name: the other keeps what it has.
            let (new, other) =
                (replaced(&format!("{table}.name_folded")), replaced("other.name_folded"));
            let update = format!(
                "UPDATE {table} SET name_folded = {new} WHERE name_folded <> {new} AND NOT EXISTS \
                 (SELECT 1 FROM {table} AS other WHERE other.id <> {table}.id AND {other} = {new} \
                 AND (other.id < {table}.id OR other.name_folded = {new}))"
            );
            db.execute_unprepared(&update).await?;
        }
        Ok(())
    }

    /// What the older program folded cannot be told from what it now looks like.
    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Ok(())
    }
}
