//! The tables as sea-orm sees them. They never leave this crate: queries return domain types.

/// One table: a module named after it, whose `Model` has a field per column.
macro_rules! table {
    ($module:ident, $name:tt { $( $(#[$meta:meta])* $column:ident: $type:ty ),+ $(,)? }) => {
        pub mod $module {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $name)]
            pub struct Model { $( $(#[$meta])* pub $column: $type ),+ }

            #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

table! { organisation, "organisation" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    name: String,
    name_folded: String,
    code_name: String,
    source: Option<String>,
    external_id: Option<String>,
    demonstration: bool,
    first_seen: DateTimeUtc,
} }

table! { organisation_name, "organisation_name" {
    #[sea_orm(primary_key, auto_increment = false)]
    organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    name: String,
} }

table! { organisation_place, "organisation_place" {
    #[sea_orm(primary_key, auto_increment = false)]
    organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    position: i16,
    place: String,
} }

table! { legal_entity, "legal_entity" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    organisation_id: Uuid,
    position: i16,
    name: String,
    country: String,
    form: String,
    local_form: Option<String>,
    identifier: Option<String>,
    since: Option<Date>,
    fiscal_sponsor: bool,
} }

table! { donor, "donor" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    name: String,
    name_folded: String,
    kind: Option<String>,
    country: Option<String>,
    parent_id: Option<Uuid>,
    demonstration: bool,
} }

table! { donor_alias, "donor_alias" {
    #[sea_orm(primary_key, auto_increment = false)]
    donor_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    name: String,
} }

table! { donor_status, "donor_status" {
    #[sea_orm(primary_key, auto_increment = false)]
    donor_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    jurisdiction: String,
    #[sea_orm(primary_key, auto_increment = false)]
    kind: String,
    since: Date,
    source: String,
    decision: Option<String>,
    until: Option<Date>,
} }

table! { donor_merge, "donor_merge" {
    #[sea_orm(primary_key, auto_increment = false)]
    donor_id: Uuid,
    into_id: Uuid,
    at: DateTimeUtc,
} }

table! { donor_designation, "donor_designation" {
    #[sea_orm(primary_key, auto_increment = false)]
    donor_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    entry_id: Uuid,
    is_it: bool,
    decided_by: Option<Uuid>,
    decided_at: DateTimeUtc,
} }

table! { register_list, "register_list" {
    #[sea_orm(primary_key, auto_increment = false)]
    country: String,
    #[sea_orm(primary_key, auto_increment = false)]
    kind: String,
    date: Date,
} }

table! { register_entry, "register_entry" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    country: String,
    kind: String,
    name: String,
    name_folded: String,
    decision: Option<String>,
    since: Date,
    until: Option<Date>,
    source: String,
    listed: Date,
    gone_since: Option<Date>,
} }

table! { register_name, "register_name" {
    #[sea_orm(primary_key, auto_increment = false)]
    entry_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    name: String,
} }

table! { register_import, "register_import" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    country: String,
    kind: String,
    number: i32,
    date: Date,
    before: Option<Date>,
    at: DateTimeUtc,
} }

table! { register_undo, "register_undo" {
    #[sea_orm(primary_key, auto_increment = false)]
    import_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    entry_id: Uuid,
    was: Option<String>,
} }

table! { call, "call" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    source: String,
    external_id: String,
    donor_id: Uuid,
    title: String,
    search: String,
    text: String,
    conditions: String,
    eligibility: String,
    lang: Option<String>,
    url: Option<String>,
    programme: Option<String>,
    status: Option<String>,
    opens: Option<Date>,
    closing: String,
    closes_on: Option<Date>,
    deadline_text: Option<String>,
    award_min: Option<i64>,
    award_max: Option<i64>,
    award_currency: Option<String>,
    award_text: Option<String>,
    total_minor: Option<i64>,
    total_currency: Option<String>,
    awards_expected: Option<i64>,
    duration_min: Option<i16>,
    duration_max: Option<i16>,
    duration_text: Option<String>,
    core_costs: Option<bool>,
    co_financing_percent: Option<i16>,
    regranting: Option<bool>,
    partner: Option<String>,
    demonstration: bool,
    first_seen: DateTimeUtc,
    changed_at: DateTimeUtc,
} }

table! { call_deadline, "call_deadline" {
    #[sea_orm(primary_key, auto_increment = false)]
    call_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    position: i16,
    day: Date,
    hour: Option<String>,
    zone: Option<String>,
    kind: String,
    note: Option<String>,
} }

table! { call_code, "call_code" {
    #[sea_orm(primary_key, auto_increment = false)]
    call_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    facet: String,
    #[sea_orm(primary_key, auto_increment = false)]
    position: i16,
    code: String,
} }

table! { eligibility_rule, "eligibility_rule" {
    #[sea_orm(primary_key, auto_increment = false)]
    call_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    position: i16,
    kind: String,
    condition: String,
    clause_field: String,
    clause_quote: String,
    clause_start: Option<i64>,
} }

table! { call_version, "call_version" {
    #[sea_orm(primary_key, auto_increment = false)]
    call_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    number: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    field: String,
    at: DateTimeUtc,
    before: String,
    after: String,
    batch_id: Option<Uuid>,
} }

table! { call_edit, "call_edit" {
    #[sea_orm(primary_key, auto_increment = false)]
    call_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    field: String,
    account_id: Option<Uuid>,
    at: DateTimeUtc,
} }

table! { rule_decision, "rule_decision" {
    #[sea_orm(primary_key, auto_increment = false)]
    call_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    subject: String,
    kind: String,
    found: Option<String>,
    holds: Option<String>,
    clause_field: String,
    clause_quote: String,
    account_id: Option<Uuid>,
    at: DateTimeUtc,
} }

table! { call_reading, "call_reading" {
    #[sea_orm(primary_key, auto_increment = false)]
    call_id: Uuid,
    made: String,
    reading: String,
} }

table! { project, "project" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    organisation_id: Option<Uuid>,
    source: Option<String>,
    external_id: Option<String>,
    visibility: String,
    title: String,
    search: String,
    summary: String,
    problem: String,
    activities: String,
    outputs: String,
    beneficiaries: String,
    audience: String,
    lang: Option<String>,
    stage: Option<String>,
    budget_min: Option<i64>,
    budget_max: Option<i64>,
    budget_currency: Option<String>,
    needed_by: Option<Date>,
    duration_months: Option<i16>,
    core_costs: Option<bool>,
    regrants: Option<bool>,
    co_financing_percent: Option<i16>,
    demonstration: bool,
    first_seen: DateTimeUtc,
    changed_at: DateTimeUtc,
    coalition_id: Option<Uuid>,
    shared_since: Option<DateTimeUtc>,
} }

table! { project_code, "project_code" {
    #[sea_orm(primary_key, auto_increment = false)]
    project_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    facet: String,
    #[sea_orm(primary_key, auto_increment = false)]
    position: i16,
    code: String,
} }

table! { project_partner, "project_partner" {
    #[sea_orm(primary_key, auto_increment = false)]
    project_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    position: i16,
    name: String,
    country: Option<String>,
    form: Option<String>,
} }

table! { theme, "theme" {
    #[sea_orm(primary_key, auto_increment = false)]
    code: String,
    parent: Option<String>,
    position: i16,
} }

table! { theme_label, "theme_label" {
    #[sea_orm(primary_key, auto_increment = false)]
    theme: String,
    #[sea_orm(primary_key, auto_increment = false)]
    language: String,
    label: String,
} }

table! { theme_trigger, "theme_trigger" {
    #[sea_orm(primary_key, auto_increment = false)]
    theme: String,
    #[sea_orm(primary_key, auto_increment = false)]
    language: String,
    #[sea_orm(primary_key, auto_increment = false)]
    position: i16,
    word: String,
} }

table! { theme_dac, "theme_dac" {
    #[sea_orm(primary_key, auto_increment = false)]
    theme: String,
    #[sea_orm(primary_key, auto_increment = false)]
    code: String,
} }

table! { import_batch, "import_batch" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    kind: String,
    format: String,
    actor: String,
    at: DateTimeUtc,
    added: i64,
    changed: i64,
    unchanged: i64,
    refused: i64,
} }

table! { account, "account" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    name: String,
    name_folded: String,
    password: Option<String>,
    admin: bool,
    analyst: bool,
    disabled: bool,
    demonstration: bool,
    factor_secret: Option<String>,
    factor_step: Option<i64>,
    created_on: Date,
} }

table! { session, "session" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    account_id: Uuid,
    token_hash: String,
    created_at: DateTimeUtc,
    seen_at: DateTimeUtc,
} }

table! { recovery_code, "recovery_code" {
    #[sea_orm(primary_key, auto_increment = false)]
    account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    code_hash: String,
} }

table! { try_count, "try_count" {
    #[sea_orm(primary_key, auto_increment = false)]
    whose: String,
    free_at: i64,
} }

table! { known_browser, "known_browser" {
    #[sea_orm(primary_key, auto_increment = false)]
    token_hash: String,
    account_id: Uuid,
    until: DateTimeUtc,
} }

table! { membership, "membership" {
    #[sea_orm(primary_key, auto_increment = false)]
    account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    organisation_id: Uuid,
    role: String,
} }

table! { reviewer, "reviewer" {
    #[sea_orm(primary_key, auto_increment = false)]
    account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    donor_id: Uuid,
} }

table! { invitation, "invitation" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    token_hash: String,
    kind: String,
    role: Option<String>,
    organisation_id: Option<Uuid>,
    donor_id: Option<Uuid>,
    account_id: Option<Uuid>,
    created_by: Option<Uuid>,
    expires_at: DateTimeUtc,
} }

table! { coalition, "coalition" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    name: String,
} }

table! { coalition_member, "coalition_member" {
    #[sea_orm(primary_key, auto_increment = false)]
    coalition_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    organisation_id: Uuid,
    agreed: bool,
} }

table! { coalition_asked, "coalition_asked" {
    #[sea_orm(primary_key, auto_increment = false)]
    coalition_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    folded: String,
    code_name: String,
} }

table! { coalition_request, "coalition_request" {
    #[sea_orm(primary_key, auto_increment = false)]
    organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    day: Date,
    count: i64,
} }

table! { project_reader, "project_reader" {
    #[sea_orm(primary_key, auto_increment = false)]
    project_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    account_id: Uuid,
} }

table! { review, "review" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    call_id: Uuid,
    number: i16,
    state: String,
    scoring_since: Option<DateTimeUtc>,
    rule_changes: i16,
} }

table! { review_name, "review_name" {
    #[sea_orm(primary_key, auto_increment = false)]
    review_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    project_id: Uuid,
    code_name: String,
} }

table! { review_part, "review_part" {
    #[sea_orm(primary_key, auto_increment = false)]
    review_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    account_id: Uuid,
    scored_at: Option<DateTimeUtc>,
    locked_at: Option<DateTimeUtc>,
    left_out_at: Option<DateTimeUtc>,
} }

table! { review_score, "review_score" {
    #[sea_orm(primary_key, auto_increment = false)]
    review_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    project_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    account_id: Uuid,
    score: i16,
    note: String,
} }

table! { review_opening, "review_opening" {
    #[sea_orm(primary_key, auto_increment = false)]
    review_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    project_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    account_id: Uuid,
    reason: String,
    at: DateTimeUtc,
} }

table! { approval, "approval" {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    act: String,
    object_id: Uuid,
    organisation_id: Option<Uuid>,
    asked_by: Uuid,
    asked_at: DateTimeUtc,
} }

table! { audit, "audit" {
    #[sea_orm(primary_key, auto_increment = false)]
    number: i64,
    hour: DateTimeUtc,
    account_id: Option<Uuid>,
    act: String,
    object: String,
    object_id: Option<Uuid>,
    organisation_id: Option<Uuid>,
    previous: String,
    hash: String,
} }

table! { state, "state" {
    #[sea_orm(primary_key, auto_increment = false)]
    name: String,
    value: i64,
} }

table! { form_key, "form_key" {
    #[sea_orm(primary_key, auto_increment = false)]
    key: String,
    object_id: Uuid,
    at: DateTimeUtc,
} }

table! { trail_key, "trail_key" {
    #[sea_orm(primary_key, auto_increment = false)]
    name: String,
    first: i64,
    removed: i64,
    removed_hash: Option<String>,
    seal: String,
} }
