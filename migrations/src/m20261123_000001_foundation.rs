//! Organisations, donors, calls, projects, themes, imports.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, boolean, boolean_null, date, date_null, pk_uuid,
        small_integer, small_integer_null, string, string_null, text, text_null,
        timestamp_with_time_zone as timestamp, uuid, uuid_null,
    },
};

use crate::parts::{child_of, index, key, refers_to, unique};

/// The step.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Tables in the order in which they can be dropped.
const TABLES: [&str; 18] = [
    "import_batch",
    "theme_dac",
    "theme_trigger",
    "theme_label",
    "theme",
    "project_partner",
    "project_code",
    "project",
    "call_version",
    "eligibility_rule",
    "call_code",
    "call_deadline",
    "call",
    "donor_status",
    "donor_alias",
    "donor",
    "legal_entity",
    "organisation_name",
];

async fn organisations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("organisation")
                .col(pk_uuid("id"))
                .col(string("name"))
                .col(string("name_folded"))
                .col(string("code_name"))
                .col(string_null("source"))
                .col(string_null("external_id"))
                .col(boolean("demonstration"))
                .col(timestamp("first_seen"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("organisation", &["code_name"])).await?;
    manager.create_index(unique("organisation", &["source", "external_id"])).await?;
    manager
        .create_table(
            Table::create()
                .table("organisation_name")
                .col(uuid("organisation_id"))
                .col(string("kind"))
                .col(string("name"))
                .primary_key(&mut key(&["organisation_id", "kind", "name"]))
                .foreign_key(&mut child_of("organisation_name", "organisation_id", "organisation"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("legal_entity")
                .col(pk_uuid("id"))
                .col(uuid("organisation_id"))
                .col(small_integer("position"))
                .col(string("name"))
                .col(string("country"))
                .col(string("form"))
                .col(string_null("local_form"))
                .col(string_null("identifier"))
                .col(date_null("since"))
                .col(boolean("fiscal_sponsor"))
                .foreign_key(&mut child_of("legal_entity", "organisation_id", "organisation"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("legal_entity", &["organisation_id"])).await
}

async fn donors(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("donor")
                .col(pk_uuid("id"))
                .col(string("name"))
                .col(string("name_folded"))
                .col(string_null("kind"))
                .col(string_null("country"))
                .col(uuid_null("parent_id"))
                .col(boolean("demonstration"))
                .foreign_key(&mut refers_to("donor", "parent_id", "donor"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("donor", &["name_folded"])).await?;
    manager
        .create_table(
            Table::create()
                .table("donor_alias")
                .col(uuid("donor_id"))
                .col(string("name"))
                .primary_key(&mut key(&["donor_id", "name"]))
                .foreign_key(&mut child_of("donor_alias", "donor_id", "donor"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("donor_status")
                .col(uuid("donor_id"))
                .col(string("jurisdiction"))
                .col(string("kind"))
                .col(date("since"))
                .col(string("source"))
                .primary_key(&mut key(&["donor_id", "jurisdiction", "kind"]))
                .foreign_key(&mut child_of("donor_status", "donor_id", "donor"))
                .to_owned(),
        )
        .await
}

#[expect(clippy::too_many_lines, reason = "one table per statement reads best in one place")]
async fn calls(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("call")
                .col(pk_uuid("id"))
                .col(string("source"))
                .col(string("external_id"))
                .col(uuid("donor_id"))
                .col(text("title"))
                .col(text("search"))
                .col(text("text"))
                .col(text("conditions"))
                .col(text("eligibility"))
                .col(string_null("lang"))
                .col(text_null("url"))
                .col(text_null("programme"))
                .col(string_null("status"))
                .col(date_null("opens"))
                .col(string("closing"))
                .col(date_null("closes_on"))
                .col(text_null("deadline_text"))
                .col(big_integer_null("award_min"))
                .col(big_integer_null("award_max"))
                .col(string_null("award_currency"))
                .col(text_null("award_text"))
                .col(big_integer_null("total_minor"))
                .col(string_null("total_currency"))
                .col(big_integer_null("awards_expected"))
                .col(small_integer_null("duration_min"))
                .col(small_integer_null("duration_max"))
                .col(text_null("duration_text"))
                .col(boolean_null("core_costs"))
                .col(small_integer_null("co_financing_percent"))
                .col(boolean_null("regranting"))
                .col(text_null("partner"))
                .col(boolean("demonstration"))
                .col(timestamp("first_seen"))
                .col(timestamp("changed_at"))
                .foreign_key(&mut refers_to("call", "donor_id", "donor"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("call", &["source", "external_id"])).await?;
    manager.create_index(index("call", &["donor_id"])).await?;
    manager.create_index(index("call", &["closes_on"])).await?;
    manager.create_index(index("call", &["first_seen"])).await?;
    manager
        .create_table(
            Table::create()
                .table("call_deadline")
                .col(uuid("call_id"))
                .col(small_integer("position"))
                .col(date("day"))
                .col(string_null("hour"))
                .col(string_null("zone"))
                .col(string("kind"))
                .col(text_null("note"))
                .primary_key(&mut key(&["call_id", "position"]))
                .foreign_key(&mut child_of("call_deadline", "call_id", "call"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("call_code")
                .col(uuid("call_id"))
                .col(string("facet"))
                .col(small_integer("position"))
                .col(string("code"))
                .primary_key(&mut key(&["call_id", "facet", "position"]))
                .foreign_key(&mut child_of("call_code", "call_id", "call"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("call_code", &["facet", "code"])).await?;
    manager
        .create_table(
            Table::create()
                .table("eligibility_rule")
                .col(uuid("call_id"))
                .col(small_integer("position"))
                .col(string("kind"))
                .col(text("condition"))
                .col(string("clause_field"))
                .col(text("clause_quote"))
                .col(big_integer_null("clause_start"))
                .primary_key(&mut key(&["call_id", "position"]))
                .foreign_key(&mut child_of("eligibility_rule", "call_id", "call"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("call_version")
                .col(uuid("call_id"))
                .col(timestamp("at"))
                .col(string("field"))
                .col(text("before"))
                .col(text("after"))
                .col(uuid_null("batch_id"))
                .primary_key(&mut key(&["call_id", "at", "field"]))
                .foreign_key(&mut child_of("call_version", "call_id", "call"))
                .to_owned(),
        )
        .await
}

async fn projects(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("project")
                .col(pk_uuid("id"))
                .col(uuid_null("organisation_id"))
                .col(string("code_name"))
                .col(string_null("source"))
                .col(string_null("external_id"))
                .col(string("visibility"))
                .col(text("title"))
                .col(text("search"))
                .col(text("summary"))
                .col(text("problem"))
                .col(text("activities"))
                .col(text("outputs"))
                .col(text("beneficiaries"))
                .col(text("audience"))
                .col(string_null("lang"))
                .col(string_null("stage"))
                .col(big_integer_null("budget_min"))
                .col(big_integer_null("budget_max"))
                .col(string_null("budget_currency"))
                .col(date_null("needed_by"))
                .col(small_integer_null("duration_months"))
                .col(boolean_null("core_costs"))
                .col(boolean_null("regrants"))
                .col(small_integer_null("co_financing_percent"))
                .col(boolean("demonstration"))
                .col(timestamp("first_seen"))
                .col(timestamp("changed_at"))
                .foreign_key(&mut child_of("project", "organisation_id", "organisation"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("project", &["code_name"])).await?;
    manager.create_index(unique("project", &["source", "external_id"])).await?;
    manager.create_index(index("project", &["organisation_id"])).await?;
    manager.create_index(index("project", &["changed_at"])).await?;
    manager
        .create_table(
            Table::create()
                .table("project_code")
                .col(uuid("project_id"))
                .col(string("facet"))
                .col(small_integer("position"))
                .col(string("code"))
                .primary_key(&mut key(&["project_id", "facet", "position"]))
                .foreign_key(&mut child_of("project_code", "project_id", "project"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("project_code", &["facet", "code"])).await?;
    manager
        .create_table(
            Table::create()
                .table("project_partner")
                .col(uuid("project_id"))
                .col(small_integer("position"))
                .col(string("name"))
                .col(string_null("country"))
                .col(string_null("form"))
                .primary_key(&mut key(&["project_id", "position"]))
                .foreign_key(&mut child_of("project_partner", "project_id", "project"))
                .to_owned(),
        )
        .await
}

/// Part of a theme: everything but the code itself hangs on it.
fn theme_part(
    table: &'static str,
    columns: Vec<ColumnDef>,
    primary: &[&'static str],
) -> TableCreateStatement {
    let mut create = Table::create();
    create.table(table).col(string("theme"));
    for column in columns {
        create.col(column);
    }
    let mut parent = ForeignKey::create();
    parent
        .name(format!("fk_{table}_theme"))
        .from(table, "theme")
        .to("theme", "code")
        .on_delete(ForeignKeyAction::Cascade);
    create.primary_key(&mut key(primary)).foreign_key(&mut parent);
    create
}

async fn themes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("theme")
                .col(string("code").primary_key())
                .col(string_null("parent"))
                .col(small_integer("position"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(theme_part(
            "theme_label",
            vec![string("language"), string("label")],
            &["theme", "language"],
        ))
        .await?;
    manager
        .create_table(theme_part(
            "theme_trigger",
            vec![string("language"), small_integer("position"), string("word")],
            &["theme", "language", "position"],
        ))
        .await?;
    manager.create_table(theme_part("theme_dac", vec![string("code")], &["theme", "code"])).await
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        organisations(manager).await?;
        donors(manager).await?;
        calls(manager).await?;
        projects(manager).await?;
        themes(manager).await?;
        manager
            .create_table(
                Table::create()
                    .table("import_batch")
                    .col(pk_uuid("id"))
                    .col(string("kind"))
                    .col(string("format"))
                    .col(string("actor"))
                    .col(timestamp("at"))
                    .col(big_integer("added"))
                    .col(big_integer("changed"))
                    .col(big_integer("unchanged"))
                    .col(big_integer("refused"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        manager.drop_table(Table::drop().table("organisation").to_owned()).await
    }
}
