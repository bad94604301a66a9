//! What people decided about calls: fields that they wrote, and rules that they judged. Both outlive
//! imports.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use domain::{AccountId, CallField, CallId, Clause, RuleDecision};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};
use uuid::Uuid;

use crate::{
    StoreError, bulk,
    entity::{call_edit, rule_decision},
    read,
};

/// A field of a call that a person decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The field.
    pub field: CallField,
    /// By whom; `None` for the person at the machine.
    pub by: Option<AccountId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// The fields of a call that people decided, by their code.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn of_call<C: ConnectionTrait>(c: &C, id: CallId) -> Result<Vec<Edit>, StoreError> {
    let rows = call_edit::Entity::find()
        .filter(call_edit::Column::CallId.eq(id.uuid()))
        .order_by_asc(call_edit::Column::Field)
        .all(c)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Edit {
                field: read(&row.field, "call_edit", "field", row.call_id)?,
                by: row.account_id.map(Into::into),
                at: row.at,
            })
        })
        .collect()
}

/// The fields that people decided, of every call that has any.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn of_calls<C: ConnectionTrait>(
    c: &C,
    ids: &[CallId],
) -> Result<HashMap<CallId, BTreeSet<CallField>>, StoreError> {
    let mut found: HashMap<CallId, BTreeSet<CallField>> = HashMap::new();
    for ids in ids.chunks(bulk::IDS) {
        let rows = call_edit::Entity::find()
            .filter(call_edit::Column::CallId.is_in(ids.iter().map(|id| id.uuid())));
        for row in rows.all(c).await? {
            let field = read(&row.field, "call_edit", "field", row.call_id)?;
            found.entry(row.call_id.into()).or_default().insert(field);
        }
    }
    Ok(found)
}

/// Records that a person decided fields of a call.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn put<C: ConnectionTrait>(
    c: &C,
    call: CallId,
    edits: &[Edit],
) -> Result<(), StoreError> {
    let rows: Vec<call_edit::ActiveModel> = edits
        .iter()
        .map(|edit| call_edit::ActiveModel {
            call_id: Set(call.uuid()),
            field: Set(edit.field.code().to_owned()),
            account_id: Set(edit.by.map(AccountId::uuid)),
            at: Set(edit.at),
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let newer = OnConflict::columns([call_edit::Column::CallId, call_edit::Column::Field])
        .update_columns([call_edit::Column::AccountId, call_edit::Column::At])
        .to_owned();
    call_edit::Entity::insert_many(rows).on_conflict(newer).exec_without_returning(c).await?;
    Ok(())
}

/// Lets the source speak again for fields of a call.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn release<C: ConnectionTrait>(
    c: &C,
    call: CallId,
    fields: &[CallField],
) -> Result<(), StoreError> {
    call_edit::Entity::delete_many()
        .filter(call_edit::Column::CallId.eq(call.uuid()))
        .filter(call_edit::Column::Field.is_in(fields.iter().map(|field| field.code())))
        .exec(c)
        .await?;
    Ok(())
}

/// A decision about a rule, with by whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Names the rule among those of its call.
    pub subject: String,
    /// What was decided.
    pub decision: RuleDecision,
    /// By whom; `None` for the person at the machine.
    pub by: Option<AccountId>,
    /// When.
    pub at: DateTime<Utc>,
}

fn unreadable(id: Uuid, error: &serde_json::Error) -> StoreError {
    StoreError::Unreadable {
        table: "rule_decision",
        column: "found",
        id: id.to_string(),
        detail: error.to_string(),
    }
}

fn decided(row: rule_decision::Model) -> Result<Decided, StoreError> {
    let condition = |text: Option<&String>| {
        let read = text.map(|text| serde_json::from_str(text)).transpose();
        read.map_err(|error| unreadable(row.call_id, &error))
    };
    Ok(Decided {
        decision: RuleDecision {
            found: condition(row.found.as_ref())?,
            holds: condition(row.holds.as_ref())?,
            clause: Clause {
                field: read(&row.clause_field, "rule_decision", "clause_field", row.call_id)?,
                quote: row.clause_quote,
                start: None,
            },
        },
        subject: row.subject,
        by: row.account_id.map(Into::into),
        at: row.at,
    })
}

/// What was decided about the rules of a call, in the order in which it was.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn decisions<C: ConnectionTrait>(c: &C, id: CallId) -> Result<Vec<Decided>, StoreError> {
    let found = decisions_of(c, &[id.uuid()]).await?.remove(&id.uuid());
    Ok(found.unwrap_or_default())
}

/// What was decided about the rules of some calls.
pub(crate) async fn decisions_of<C: ConnectionTrait>(
    c: &C,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Decided>>, StoreError> {
    let mut found: HashMap<Uuid, Vec<Decided>> = HashMap::new();
    for ids in ids.chunks(bulk::IDS) {
        let rows = rule_decision::Entity::find()
            .filter(rule_decision::Column::CallId.is_in(ids.iter().copied()))
            .order_by_asc(rule_decision::Column::At)
            .order_by_asc(rule_decision::Column::Subject);
        for row in rows.all(c).await? {
            found.entry(row.call_id).or_default().push(decided(row)?);
        }
    }
    Ok(found)
}

/// Records a decision in the place of one about the same rule.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn decide<C: ConnectionTrait>(
    c: &C,
    call: CallId,
    new: &Decided,
) -> Result<(), StoreError> {
    // Domain values have text keys only, for which this cannot fail.
    let json = |condition| serde_json::to_string(condition).unwrap_or_default();
    let decision = &new.decision;
    undecide(c, call, &new.subject).await?;
    let row = rule_decision::ActiveModel {
        call_id: Set(call.uuid()),
        subject: Set(new.subject.clone()),
        kind: Set(decision.kind().map(|kind| kind.code().to_owned()).unwrap_or_default()),
        found: Set(decision.found.as_ref().map(json)),
        holds: Set(decision.holds.as_ref().map(json)),
        clause_field: Set(decision.clause.field.code().to_owned()),
        clause_quote: Set(decision.clause.quote.clone()),
        account_id: Set(new.by.map(AccountId::uuid)),
        at: Set(new.at),
    };
    rule_decision::Entity::insert(row).exec_without_returning(c).await?;
    Ok(())
}

/// Takes a decision back.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn undecide<C: ConnectionTrait>(
    c: &C,
    call: CallId,
    subject: &str,
) -> Result<(), StoreError> {
    rule_decision::Entity::delete_many()
        .filter(rule_decision::Column::CallId.eq(call.uuid()))
        .filter(rule_decision::Column::Subject.eq(subject))
        .exec(c)
        .await?;
    Ok(())
}
