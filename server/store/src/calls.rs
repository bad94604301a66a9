//! Calls with their dates, codes, rules and versions.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use domain::{
    AmountRange, BatchId, Call, CallContent, CallField, CallId, Clause, Closing, Deadline, DonorId,
    EligibilityRule, Money, MonthRange, RuleDecision, fold::fold,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait,
    ExprTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::LikeExpr,
};
use uuid::Uuid;

use crate::{
    StoreError, bulk,
    codes::{by_facet, position, read_all},
    edits,
    entity::{call, call_code, call_deadline, call_version, eligibility_rule},
    read, read_opt,
};

const TABLE: &str = "call";

/// A recorded change of one field of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The call.
    pub call: CallId,
    /// When the change was recorded.
    pub at: DateTime<Utc>,
    /// The field.
    pub field: CallField,
    /// The value before, as JSON.
    pub before: String,
    /// The value after, as JSON.
    pub after: String,
    /// The import that brought it.
    pub batch: Option<BatchId>,
}

/// The text in which words are searched: title, donor, programme, texts, folded.
fn search_text(content: &CallContent, donor: &str) -> String {
    let programme = content.programme.as_deref().unwrap_or_default();
    fold(
        &[
            &content.title,
            donor,
            programme,
            &content.eligibility,
            &content.text,
            &content.conditions,
        ]
        .join(" \n "),
    )
}

fn unreadable(column: &'static str, id: Uuid, detail: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable { table: TABLE, column, id: id.to_string(), detail: detail.to_string() }
}

struct Rows {
    call: call::Model,
    deadlines: Vec<call_deadline::Model>,
    codes: Vec<call_code::Model>,
    rules: Vec<eligibility_rule::Model>,
    decisions: Vec<RuleDecision>,
}

/// A number as the column holds it; domain limits keep it in range.
fn small(value: u16) -> i16 {
    i16::try_from(value).unwrap_or(i16::MAX)
}

fn to_rows(call: &Call, donor: &str, demonstration: bool) -> Rows {
    let (id, content) = (call.id.uuid(), &call.content);
    let (closing, dates): (&str, &[Deadline]) = match &content.closing {
        Closing::Dated(dates) => ("dated", dates),
        Closing::Rolling => ("rolling", &[]),
        Closing::Unknown => ("unknown", &[]),
    };
    let deadlines = dates
        .iter()
        .enumerate()
        .map(|(index, date)| call_deadline::Model {
            call_id: id,
            position: position(index),
            day: date.on,
            hour: date.at.map(|hour| hour.format("%H:%M").to_string()),
            zone: date.zone.clone(),
            kind: date.kind.code().to_owned(),
            note: date.note.clone(),
        })
        .collect();
    let facets: [(&str, Vec<String>); 6] = [
        ("place", content.places.iter().map(ToString::to_string).collect()),
        ("language", content.languages.iter().map(ToString::to_string).collect()),
        ("theme", content.themes.iter().map(ToString::to_string).collect()),
        ("entity_country", content.entity_countries.iter().map(ToString::to_string).collect()),
        (
            "entity_country_excluded",
            content.entity_countries_excluded.iter().map(ToString::to_string).collect(),
        ),
        ("entity_form", content.entity_forms.iter().map(ToString::to_string).collect()),
    ];
    let codes = facets
        .into_iter()
        .flat_map(|(facet, list)| {
            list.into_iter().enumerate().map(move |(index, code)| call_code::Model {
                call_id: id,
                facet: facet.to_owned(),
                position: position(index),
                code,
            })
        })
        .collect();
    let rules = content
        .rules
        .iter()
        .enumerate()
        .map(|(index, rule)| eligibility_rule::Model {
            call_id: id,
            position: position(index),
            kind: rule.condition.kind().code().to_owned(),
            condition: json(&rule.condition),
            clause_field: rule.clause.field.code().to_owned(),
            clause_quote: rule.clause.quote.clone(),
            clause_start: rule.clause.start.map(i64::from),
        })
        .collect();
    let call = call::Model {
        id,
        source: call.source.clone(),
        external_id: call.external_id.clone(),
        donor_id: call.donor.uuid(),
        title: content.title.clone(),
        search: search_text(content, donor),
        text: content.text.clone(),
        conditions: content.conditions.clone(),
        eligibility: content.eligibility.clone(),
        lang: content.lang.as_ref().map(ToString::to_string),
        url: content.url.clone(),
        programme: content.programme.clone(),
        status: content.status.map(|status| status.code().to_owned()),
        opens: content.opens,
        closing: closing.to_owned(),
        closes_on: content.last_deadline().map(|date| date.on),
        deadline_text: content.deadline_text.clone(),
        award_min: content.award.and_then(|range| range.min()).map(|money| money.minor),
        award_max: content.award.and_then(|range| range.max()).map(|money| money.minor),
        award_currency: content.award.map(|range| range.currency().code().to_owned()),
        award_text: content.award_text.clone(),
        total_minor: content.total.map(|money| money.minor),
        total_currency: content.total.map(|money| money.currency.code().to_owned()),
        awards_expected: content.awards_expected.map(i64::from),
        duration_min: content.duration.and_then(|span| span.min).map(small),
        duration_max: content.duration.and_then(|span| span.max).map(small),
        duration_text: content.duration_text.clone(),
        core_costs: content.core_costs,
        co_financing_percent: content.co_financing_percent.map(i16::from),
        regranting: content.regranting,
        partner: content.partner.as_ref().map(json),
        demonstration,
        first_seen: call.first_seen,
        changed_at: call.changed_at,
    };
    Rows { call, deadlines, codes, rules, decisions: Vec::new() }
}

/// JSON of a domain value. Domain values have text keys only, for which this cannot fail.
fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[expect(clippy::too_many_lines, reason = "one line per column reads best in one place")]
fn from_rows(rows: Rows) -> Result<Call, StoreError> {
    let row = rows.call;
    let id = row.id;
    let dates = rows
        .deadlines
        .into_iter()
        .map(|date| {
            let at = date
                .hour
                .as_deref()
                .map(|hour| chrono::NaiveTime::parse_from_str(hour, "%H:%M"))
                .transpose();
            Ok(Deadline {
                on: date.day,
                at: at.map_err(|error| unreadable("hour", id, error))?,
                zone: date.zone,
                kind: read(&date.kind, "call_deadline", "kind", id)?,
                note: date.note,
            })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    let closing = match row.closing.as_str() {
        "dated" => Closing::Dated(dates),
        "rolling" => Closing::Rolling,
        "unknown" => Closing::Unknown,
        other => return Err(unreadable("closing", id, other)),
    };
    let award = match &row.award_currency {
        None => None,
        Some(code) => {
            let currency = read(code, TABLE, "award_currency", id)?;
            let range = AmountRange::new(row.award_min, row.award_max, currency);
            Some(range.map_err(|error| unreadable("award_min", id, error))?)
        }
    };
    let total = match (row.total_minor, &row.total_currency) {
        (Some(minor), Some(code)) => {
            Some(Money { minor, currency: read(code, TABLE, "total_currency", id)? })
        }
        _ => None,
    };
    let codes = by_facet(rows.codes.into_iter().map(|code| (code.facet, code.code)));
    let rules = rows
        .rules
        .into_iter()
        .map(|rule| {
            Ok(EligibilityRule {
                condition: serde_json::from_str(&rule.condition)
                    .map_err(|error| unreadable("condition", id, error))?,
                clause: Clause {
                    field: read(&rule.clause_field, "eligibility_rule", "clause_field", id)?,
                    quote: rule.clause_quote,
                    start: rule.clause_start.and_then(|start| u32::try_from(start).ok()),
                },
            })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    let content = CallContent {
        title: row.title,
        text: row.text,
        conditions: row.conditions,
        eligibility: row.eligibility,
        lang: read_opt(row.lang.as_deref(), TABLE, "lang", id)?,
        url: row.url,
        programme: row.programme,
        status: read_opt(row.status.as_deref(), TABLE, "status", id)?,
        opens: row.opens,
        closing,
        deadline_text: row.deadline_text,
        award,
        award_text: row.award_text,
        total,
        awards_expected: row.awards_expected.and_then(|count| u32::try_from(count).ok()),
        duration: MonthRange::new(
            row.duration_min.and_then(|months| u16::try_from(months).ok()),
            row.duration_max.and_then(|months| u16::try_from(months).ok()),
        ),
        duration_text: row.duration_text,
        places: read_all(&codes, "place", "call_code", id)?,
        languages: read_all(&codes, "language", "call_code", id)?,
        themes: read_all(&codes, "theme", "call_code", id)?,
        entity_countries: read_all(&codes, "entity_country", "call_code", id)?,
        entity_countries_excluded: read_all(&codes, "entity_country_excluded", "call_code", id)?,
        entity_forms: read_all(&codes, "entity_form", "call_code", id)?,
        core_costs: row.core_costs,
        co_financing_percent: row.co_financing_percent.and_then(|share| u8::try_from(share).ok()),
        regranting: row.regranting,
        partner: match row.partner.as_deref() {
            None => None,
            Some(text) => {
                Some(serde_json::from_str(text).map_err(|error| unreadable("partner", id, error))?)
            }
        },
        rules,
        decisions: rows.decisions,
    };
    Ok(Call {
        id: id.into(),
        source: row.source,
        external_id: row.external_id,
        donor: DonorId::from(row.donor_id),
        first_seen: row.first_seen,
        changed_at: row.changed_at,
        content,
    })
}

/// Adds what hangs on the calls and turns them into domain calls, in the order given.
async fn complete<C: ConnectionTrait>(
    c: &C,
    calls: Vec<call::Model>,
) -> Result<Vec<Call>, StoreError> {
    let ids: Vec<Uuid> = calls.iter().map(|call| call.id).collect();
    let mut deadlines: HashMap<Uuid, Vec<call_deadline::Model>> = HashMap::new();
    let mut codes: HashMap<Uuid, Vec<call_code::Model>> = HashMap::new();
    let mut rules: HashMap<Uuid, Vec<eligibility_rule::Model>> = HashMap::new();
    let mut decisions = edits::decisions_of(c, &ids).await?;
    for ids in ids.chunks(bulk::IDS) {
        let found = call_deadline::Entity::find()
            .filter(call_deadline::Column::CallId.is_in(ids.iter().copied()))
            .order_by_asc(call_deadline::Column::Position);
        for row in found.all(c).await? {
            deadlines.entry(row.call_id).or_default().push(row);
        }
        let found = call_code::Entity::find()
            .filter(call_code::Column::CallId.is_in(ids.iter().copied()))
            .order_by_asc(call_code::Column::Position);
        for row in found.all(c).await? {
            codes.entry(row.call_id).or_default().push(row);
        }
        let found = eligibility_rule::Entity::find()
            .filter(eligibility_rule::Column::CallId.is_in(ids.iter().copied()))
            .order_by_asc(eligibility_rule::Column::Position);
        for row in found.all(c).await? {
            rules.entry(row.call_id).or_default().push(row);
        }
    }
    calls
        .into_iter()
        .map(|call| {
            let id = call.id;
            from_rows(Rows {
                call,
                deadlines: deadlines.remove(&id).unwrap_or_default(),
                codes: codes.remove(&id).unwrap_or_default(),
                rules: rules.remove(&id).unwrap_or_default(),
                decisions: {
                    let decided = decisions.remove(&id).unwrap_or_default();
                    decided.into_iter().map(|one| one.decision).collect()
                },
            })
        })
        .collect()
}

async fn insert_children<C: ConnectionTrait>(c: &C, rows: Vec<Rows>) -> Result<(), StoreError> {
    let (mut deadlines, mut codes, mut rules) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        deadlines.extend(row.deadlines.into_iter().map(IntoActiveModel::into_active_model));
        codes.extend(row.codes.into_iter().map(IntoActiveModel::into_active_model));
        rules.extend(row.rules.into_iter().map(IntoActiveModel::into_active_model));
    }
    bulk::insert(c, deadlines).await?;
    bulk::insert(c, codes).await?;
    Ok(bulk::insert(c, rules).await?)
}

/// A call to be written, with the name of its donor for search.
pub type Named<'a> = (&'a Call, &'a str);

/// Adds calls that are not on record yet.
///
/// # Errors
/// [`StoreError::Database`], also when a source has the identifier already.
pub async fn insert<C: ConnectionTrait>(
    c: &C,
    calls: &[Named<'_>],
    demonstration: bool,
) -> Result<(), StoreError> {
    let rows: Vec<Rows> =
        calls.iter().map(|(call, donor)| to_rows(call, donor, demonstration)).collect();
    let parents = rows.iter().map(|row| row.call.clone().into_active_model()).collect();
    bulk::insert(c, parents).await?;
    insert_children(c, rows).await
}

/// Writes a call anew over the one on record and adds its versions.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn update<C: ConnectionTrait>(
    c: &C,
    (call, donor): Named<'_>,
    versions: &[Version],
) -> Result<(), StoreError> {
    let id = call.id.uuid();
    let rows = to_rows(call, donor, false);
    // Whether it belongs to the demonstration does not change with what it says.
    let mut parent = rows.call.clone().into_active_model().reset_all();
    parent.demonstration = sea_orm::ActiveValue::NotSet;
    call::Entity::update(parent).exec(c).await?;
    call_deadline::Entity::delete_many()
        .filter(call_deadline::Column::CallId.eq(id))
        .exec(c)
        .await?;
    call_code::Entity::delete_many().filter(call_code::Column::CallId.eq(id)).exec(c).await?;
    eligibility_rule::Entity::delete_many()
        .filter(eligibility_rule::Column::CallId.eq(id))
        .exec(c)
        .await?;
    insert_children(c, vec![rows]).await?;
    let last: Option<Option<i64>> = call_version::Entity::find()
        .select_only()
        .column_as(call_version::Column::Number.max(), "last")
        .filter(call_version::Column::CallId.eq(id))
        .into_tuple()
        .one(c)
        .await?;
    let number = last.flatten().unwrap_or(0) + 1;
    let versions = versions.iter().map(|version| call_version::ActiveModel {
        call_id: Set(version.call.uuid()),
        number: Set(number),
        at: Set(version.at),
        field: Set(version.field.code().to_owned()),
        before: Set(version.before.clone()),
        after: Set(version.after.clone()),
        batch_id: Set(version.batch.map(BatchId::uuid)),
    });
    Ok(bulk::insert(c, versions.collect()).await?)
}

/// The calls of a source with these identifiers, by identifier.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn by_external_ids<C: ConnectionTrait>(
    c: &C,
    source: &str,
    external_ids: &[String],
) -> Result<BTreeMap<String, Call>, StoreError> {
    let mut found = BTreeMap::new();
    for chunk in external_ids.chunks(bulk::IDS) {
        let rows = call::Entity::find()
            .filter(call::Column::Source.eq(source))
            .filter(call::Column::ExternalId.is_in(chunk.iter().map(String::as_str)))
            .all(c)
            .await?;
        for call in complete(c, rows).await? {
            found.insert(call.external_id.clone(), call);
        }
    }
    Ok(found)
}

/// One call.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn get<C: ConnectionTrait>(c: &C, id: CallId) -> Result<Option<Call>, StoreError> {
    Ok(many(c, &[id]).await?.pop())
}

/// Calls by identifier, in the order asked for; missing ones are left out.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn many<C: ConnectionTrait>(c: &C, ids: &[CallId]) -> Result<Vec<Call>, StoreError> {
    let mut found = HashMap::new();
    for chunk in ids.chunks(bulk::IDS) {
        let rows =
            call::Entity::find().filter(call::Column::Id.is_in(chunk.iter().map(|id| id.uuid())));
        for call in complete(c, rows.all(c).await?).await? {
            found.insert(call.id, call);
        }
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Tells two states of a call apart: every change of what it says brings another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    changed_at: DateTime<Utc>,
    /// How many versions there are: more than one change can come in a second.
    versions: i64,
}

impl std::fmt::Display for Revision {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.changed_at.timestamp_micros(), self.versions)
    }
}

/// What is known of a call without what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Whose it is.
    pub donor: DonorId,
    /// When it was first on record.
    pub first_seen: DateTime<Utc>,
    /// Its state.
    pub revision: Revision,
}

/// The heads of all calls, or of those named that there are.
///
/// Read before the calls themselves, revisions are never newer than these: what changes in between is
/// seen as changed the next time.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn heads<C: ConnectionTrait>(
    c: &C,
    of: Option<&[CallId]>,
) -> Result<BTreeMap<CallId, Head>, StoreError> {
    let mut heads = BTreeMap::new();
    match of {
        None => heads.extend(heads_where(c, None).await?),
        Some(ids) => {
            for ids in ids.chunks(bulk::IDS) {
                heads.extend(heads_where(c, Some(ids)).await?);
            }
        }
    }
    Ok(heads)
}

async fn heads_where<C: ConnectionTrait>(
    c: &C,
    ids: Option<&[CallId]>,
) -> Result<Vec<(CallId, Head)>, StoreError> {
    let versions = Versions::read(c, ids).await?;
    let calls: Vec<HeadRow> =
        heads_query().filter(among(call::Column::Id, ids)).into_tuple().all(c).await?;
    Ok(calls.into_iter().map(|row| versions.head(row)).collect())
}

/// What a head is made of: identifier, donor, first seen, changed.
pub(crate) type HeadRow = (Uuid, Uuid, DateTime<Utc>, DateTime<Utc>);

/// The columns of [`HeadRow`], which lie in an index of their own.
pub(crate) fn heads_query() -> Select<call::Entity> {
    call::Entity::find()
        .select_only()
        .column(call::Column::Id)
        .column(call::Column::DonorId)
        .column(call::Column::FirstSeen)
        .column(call::Column::ChangedAt)
}

fn among<K: ColumnTrait>(column: K, ids: Option<&[CallId]>) -> Condition {
    ids.map_or_else(Condition::all, |ids| {
        Condition::all().add(column.is_in(ids.iter().map(|id| id.uuid())))
    })
}

/// How many versions each call has that has any.
#[derive(Debug)]
pub struct Versions(HashMap<Uuid, i64>);

impl Versions {
    /// Of all calls, or of those named.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn read<C: ConnectionTrait>(
        c: &C,
        ids: Option<&[CallId]>,
    ) -> Result<Self, StoreError> {
        let versions: Vec<(Uuid, i64)> = call_version::Entity::find()
            .select_only()
            .column(call_version::Column::CallId)
            .column_as(call_version::Column::Field.count(), "versions")
            .filter(among(call_version::Column::CallId, ids))
            .group_by(call_version::Column::CallId)
            .into_tuple()
            .all(c)
            .await?;
        Ok(Self(versions.into_iter().collect()))
    }

    pub(crate) fn head(&self, (id, donor, first_seen, changed_at): HeadRow) -> (CallId, Head) {
        let versions = self.0.get(&id).copied().unwrap_or(0);
        let revision = Revision { changed_at, versions };
        (id.into(), Head { donor: donor.into(), first_seen, revision })
    }
}

/// The calls whose text holds every one of the folded words.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn with_words<C: ConnectionTrait>(
    c: &C,
    folded_words: &[String],
) -> Result<Vec<CallId>, StoreError> {
    let all = folded_words.iter().fold(Condition::all(), |all, word| {
        all.add(call::Column::Search.into_expr().like(containing(word)))
    });
    let ids: Vec<Uuid> = call::Entity::find()
        .select_only()
        .column(call::Column::Id)
        .filter(all)
        .into_tuple()
        .all(c)
        .await?;
    Ok(ids.into_iter().map(Into::into).collect())
}

/// A pattern for texts that hold the word; signs with a meaning in patterns lose it.
pub(crate) fn containing(word: &str) -> LikeExpr {
    let plain = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{plain}%")).escape('\\')
}

/// The versions of a call, newest first.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn versions<C: ConnectionTrait>(c: &C, id: CallId) -> Result<Vec<Version>, StoreError> {
    let rows = call_version::Entity::find()
        .filter(call_version::Column::CallId.eq(id.uuid()))
        .order_by_desc(call_version::Column::Number)
        .order_by_asc(call_version::Column::Field)
        .all(c)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Version {
                call: id,
                at: row.at,
                field: read(&row.field, "call_version", "field", row.call_id)?,
                before: row.before,
                after: row.after,
                batch: row.batch_id.map(Into::into),
            })
        })
        .collect()
}

/// How many calls there are.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn count<C: ConnectionTrait>(c: &C) -> Result<u64, StoreError> {
    Ok(call::Entity::find().count(c).await?)
}

/// Removes the calls of the demonstration workspace with everything that hangs on them.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_demonstration<C: ConnectionTrait>(c: &C) -> Result<(), StoreError> {
    call::Entity::delete_many().filter(call::Column::Demonstration.eq(true)).exec(c).await?;
    Ok(())
}
