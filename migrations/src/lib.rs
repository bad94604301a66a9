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
mod m20261130_000051_apostrophes;
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
            Box::new(m20261130_000051_apostrophes::Migration),
        ]
    }
}
