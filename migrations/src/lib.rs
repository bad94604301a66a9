//! The schema of Waxwing, step by step, for `SQLite` and `PostgreSQL` alike.
//!
//! A migration that has been applied anywhere is never edited; a new one follows. Migrations do
//! not depend on the entities in `store`, which describe only the newest schema. Rules that keep
//! both databases equal: foreign keys and constraints are declared inside `CREATE TABLE`, ids are
//! UUIDs, money is `BIGINT` minor units, closed vocabularies and JSON are text, timestamps are UTC.

use sea_orm_migration::prelude::*;
pub use sea_orm_migration::{MigratorTrait, SchemaManager};

mod m20261123_000001_foundation;
mod m20261123_000002_people;
mod m20261123_000003_state;
mod m20261126_000004_readings;
mod m20261130_000005_form_keys;
mod m20261130_000010_calls_times;
mod m20261130_000020_sign_in_tries;
mod m20261130_000030_register;
mod m20261130_000040_review;
mod m20261130_000050_entry;
mod m20261130_000051_apostrophes;
mod m20261130_000060_trail;
mod m20261130_000080_review_rules;
mod m20261130_000090_register_undo;
mod parts;

/// All migrations, oldest first.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_foundation::Migration),
            Box::new(m20261123_000002_people::Migration),
            Box::new(m20261123_000003_state::Migration),
            Box::new(m20261126_000004_readings::Migration),
            Box::new(m20261130_000005_form_keys::Migration),
            Box::new(m20261130_000010_calls_times::Migration),
            Box::new(m20261130_000020_sign_in_tries::Migration),
            Box::new(m20261130_000030_register::Migration),
            Box::new(m20261130_000040_review::Migration),
            Box::new(m20261130_000050_entry::Migration),
            Box::new(m20261130_000051_apostrophes::Migration),
            Box::new(m20261130_000060_trail::Migration),
            Box::new(m20261130_000080_review_rules::Migration),
            Box::new(m20261130_000090_register_undo::Migration),
        ]
    }
}
