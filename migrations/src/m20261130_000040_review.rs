//! Reviews of calls: code names for each of them, who takes part, scores, opened names. Coalitions ask
//! under code names, and so many a day.
//!
//! Code names of projects go: they were the same beside every call. New ones are drawn by the program
//! when it starts.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, date, pk_uuid, small_integer, string, string_null, text,
        timestamp_with_time_zone as timestamp, timestamp_with_time_zone_null as timestamp_null,
        uuid,
    },
};

use crate::parts::{child_of, index, key, unique};

/// The step.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Tables in the order in which they can be dropped.
const TABLES: [&str; 7] = [
    "coalition_request",
    "coalition_asked",
    "review_opening",
    "review_score",
    "review_part",
    "review_name",
    "review",
];

async fn reviews(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("review")
                .col(pk_uuid("id"))
                .col(uuid("call_id"))
                .col(small_integer("number"))
                .col(string("state"))
                .col(timestamp_null("scoring_since"))
                .foreign_key(&mut child_of("review", "call_id", "call"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("review", &["call_id", "number"])).await?;
    manager
        .create_table(
            Table::create()
                .table("review_name")
                .col(uuid("review_id"))
                .col(uuid("project_id"))
                .col(string("code_name"))
                .primary_key(&mut key(&["review_id", "project_id"]))
                .foreign_key(&mut child_of("review_name", "review_id", "review"))
                .foreign_key(&mut child_of("review_name", "project_id", "project"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("review_name", &["code_name"])).await?;
    manager.create_index(index("review_name", &["project_id"])).await?;
    manager
        .create_table(
            Table::create()
                .table("review_part")
                .col(uuid("review_id"))
                .col(uuid("account_id"))
                .col(timestamp_null("scored_at"))
                .col(timestamp_null("locked_at"))
                .col(timestamp_null("left_out_at"))
                .primary_key(&mut key(&["review_id", "account_id"]))
                .foreign_key(&mut child_of("review_part", "review_id", "review"))
                .foreign_key(&mut child_of("review_part", "account_id", "account"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("review_part", &["account_id"])).await?;
    manager
        .create_table(
            Table::create()
                .table("review_score")
                .col(uuid("review_id"))
                .col(uuid("project_id"))
                .col(uuid("account_id"))
                .col(small_integer("score"))
                .col(text("note"))
                .primary_key(&mut key(&["review_id", "project_id", "account_id"]))
                .foreign_key(&mut child_of("review_score", "review_id", "review"))
                .foreign_key(&mut child_of("review_score", "project_id", "project"))
                .foreign_key(&mut child_of("review_score", "account_id", "account"))
                .to_owned(),
        )
        .await?;
    for column in ["project_id", "account_id"] {
        manager.create_index(index("review_score", &[column])).await?;
    }
    Ok(())
}

/// Opened names hang on a review instead of a call.
async fn openings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("review_opening")
                .col(uuid("review_id"))
                .col(uuid("project_id"))
                .col(uuid("account_id"))
                .col(text("reason"))
                .col(timestamp("at"))
                .primary_key(&mut key(&["review_id", "project_id", "account_id"]))
                .foreign_key(&mut child_of("review_opening", "review_id", "review"))
                .foreign_key(&mut child_of("review_opening", "project_id", "project"))
                .foreign_key(&mut child_of("review_opening", "account_id", "account"))
                .to_owned(),
        )
        .await?;
    for column in ["project_id", "account_id"] {
        manager.create_index(index("review_opening", &[column])).await?;
    }
    // The one review that a call has from now on bears the identifier of the call.
    let opened = Query::select().column("call_id").from("name_opening").to_owned();
    let state = || Expr::col("blind_review");
    let read = state().is_null().or(state().ne("scoring"));
    for (state, which) in [
        ("scoring", state().eq("scoring")),
        ("reading", Expr::col("id").in_subquery(opened).and(read)),
    ] {
        let calls = Query::select()
            .column("id")
            .column("id")
            .expr(Expr::value(1))
            .expr(Expr::value(state))
            .from("call")
            .and_where(which)
            .to_owned();
        let mut rows = Query::insert();
        rows.into_table("review").columns(["id", "call_id", "number", "state"]);
        rows.select_from(calls).map_err(|error| DbErr::Custom(error.to_string()))?;
        manager.exec_stmt(rows).await?;
    }
    let columns = ["call_id", "project_id", "account_id", "reason", "at"];
    let old = Query::select().columns(columns).from("name_opening").to_owned();
    let mut rows = Query::insert();
    rows.into_table("review_opening").columns([
        "review_id",
        "project_id",
        "account_id",
        "reason",
        "at",
    ]);
    rows.select_from(old).map_err(|error| DbErr::Custom(error.to_string()))?;
    manager.exec_stmt(rows).await?;
    manager.drop_table(Table::drop().table("name_opening").to_owned()).await?;
    manager.alter_table(Table::alter().table("call").drop_column("blind_review").to_owned()).await
}

/// The one code name that a project had beside every call, and in the text that is searched.
async fn names(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let without = Func::cust("replace").args([
        Expr::col("search"),
        Func::lower(Expr::col("code_name")).into(),
        Expr::value(" "),
    ]);
    let searched = Query::update().table("project").value("search", without).to_owned();
    manager.exec_stmt(searched).await?;
    let index = Index::drop().name("ix_project_code_name").table("project").to_owned();
    manager.drop_index(index).await?;
    manager.alter_table(Table::alter().table("project").drop_column("code_name").to_owned()).await
}

async fn coalitions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // What was typed, whether anybody has that code name or not.
    manager
        .create_table(
            Table::create()
                .table("coalition_asked")
                .col(uuid("coalition_id"))
                .col(string("folded"))
                .col(string("code_name"))
                .primary_key(&mut key(&["coalition_id", "folded"]))
                .foreign_key(&mut child_of("coalition_asked", "coalition_id", "coalition"))
                .to_owned(),
        )
        .await?;
    let asked = Query::select()
        .column(("coalition_member", "coalition_id"))
        .expr(Func::lower(Expr::col(("organisation", "code_name"))))
        .column(("organisation", "code_name"))
        .from("coalition_member")
        .inner_join(
            "organisation",
            Expr::col(("organisation", "id")).equals(("coalition_member", "organisation_id")),
        )
        .and_where(Expr::col(("coalition_member", "agreed")).eq(false))
        .to_owned();
    let mut rows = Query::insert();
    rows.into_table("coalition_asked").columns(["coalition_id", "folded", "code_name"]);
    rows.select_from(asked).map_err(|error| DbErr::Custom(error.to_string()))?;
    manager.exec_stmt(rows).await?;
    manager
        .create_table(
            Table::create()
                .table("coalition_request")
                .col(uuid("organisation_id"))
                .col(date("day"))
                .col(big_integer("count"))
                .primary_key(&mut key(&["organisation_id", "day"]))
                .foreign_key(&mut child_of("coalition_request", "organisation_id", "organisation"))
                .to_owned(),
        )
        .await
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        reviews(manager).await?;
        openings(manager).await?;
        names(manager).await?;
        coalitions(manager).await
    }

    /// Code names and openings of before are not made again.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        let name = Expr::col("id").cast_as("text");
        let column = string("code_name").default("").to_owned();
        manager.alter_table(Table::alter().table("project").add_column(column).to_owned()).await?;
        manager
            .exec_stmt(Query::update().table("project").value("code_name", name).to_owned())
            .await?;
        manager.create_index(unique("project", &["code_name"])).await?;
        manager
            .alter_table(
                Table::alter().table("call").add_column(string_null("blind_review")).to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("name_opening")
                    .col(uuid("project_id"))
                    .col(uuid("account_id"))
                    .col(uuid("call_id"))
                    .col(text("reason"))
                    .col(timestamp("at"))
                    .primary_key(&mut key(&["project_id", "account_id", "call_id"]))
                    .foreign_key(&mut child_of("name_opening", "project_id", "project"))
                    .foreign_key(&mut child_of("name_opening", "account_id", "account"))
                    .foreign_key(&mut child_of("name_opening", "call_id", "call"))
                    .to_owned(),
            )
            .await
    }
}
