//! Calls in Waxwing's own format; described in `server/docs/native-format.md`, and by the schema
//! `server/exchange/schema/native-call.schema.json`.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use domain::{
    AmountRange, CallContent, CallDraft, CallField, Clause, Closing, Condition, Currency, Deadline,
    DeadlineKind, EligibilityRule, Money, MonthRange, PartnerNeed, RuleKind,
};
use serde_json::{Map, Value, json};

use super::eu::web_address;
use crate::fields::Fields;

const TITLE: usize = 1000;
const TEXT: usize = 256 * 1024;
const SHORT: usize = 4096;

const PLACE: &str = "a country code such as “DE” or a region such as “EU”";

/// A range of amounts: `{"min": "20000", "max": "50000", "currency": "EUR"}`.
pub(crate) fn range(fields: &mut Fields, field: &str) -> Option<AmountRange> {
    fields.part(field, |part| {
        let currency: Currency = part.parsed("currency", "a currency code such as “EUR”")?;
        let low = amount(part, "min", currency);
        let high = amount(part, "max", currency);
        match AmountRange::new(low, high, currency) {
            Ok(range) => Some(range),
            Err(error) => {
                part.issue(
                    "min",
                    domain::Problem::Invalid { found: String::new(), expected: error.to_string() },
                );
                None
            }
        }
    })?
}

fn amount(fields: &mut Fields, field: &str, currency: Currency) -> Option<i64> {
    let value = fields.value(field)?;
    let money = value
        .as_str()
        .and_then(|text| Money::parse(text, currency).ok())
        .filter(|money| money.minor >= 0);
    if money.is_none() {
        fields.invalid(field, &value, "an amount in text, such as \"20000\" or \"20000.50\"");
    }
    money.map(|money| money.minor)
}

fn deadline(fields: &mut Fields) -> Option<Deadline> {
    let on = fields.day("on");
    if on.is_none() {
        fields.issue("on", domain::Problem::Missing);
    }
    let at = fields.value("at").and_then(|value| {
        let at = value.as_str().and_then(|text| NaiveTime::parse_from_str(text, "%H:%M").ok());
        if at.is_none() {
            fields.invalid("at", &value, "an hour such as 17:00");
        }
        at
    });
    let zone = fields.parsed::<chrono_tz::Tz>("zone", "a zone such as Europe/Brussels");
    Some(Deadline {
        on: on?,
        at,
        zone: zone.map(|zone| zone.name().to_owned()),
        kind: fields.parsed("kind", "final, stage or cut_off").unwrap_or(DeadlineKind::Final),
        note: fields.text_opt("note", SHORT),
    })
}

fn partner(fields: &mut Fields) -> Option<PartnerNeed> {
    fields.part("partner", |part| {
        let kind = part.required("kind", SHORT);
        let places = part.list("places", PLACE);
        let members = part.number::<u8>("members", "a number from 1 to 255");
        let countries = part.number::<u8>("countries", "a number from 1 to 255");
        match kind.as_str() {
            "host_country" => Some(PartnerNeed::HostCountry { places }),
            "consortium" => Some(PartnerNeed::Consortium {
                members: members.unwrap_or(2),
                countries: countries.unwrap_or(1),
            }),
            "local" | "any" => Some(PartnerNeed::Any),
            _ => {
                part.invalid("kind", &Value::from(kind), "host_country, consortium or any");
                None
            }
        }
    })?
}

/// The texts of a call in which a clause may stand.
fn texts(content: &CallContent) -> [(CallField, &str); 7] {
    let open = |text: &'static str| text;
    [
        (CallField::Eligibility, content.eligibility.as_str()),
        (CallField::Conditions, content.conditions.as_str()),
        (CallField::Text, content.text.as_str()),
        (CallField::AwardText, content.award_text.as_deref().unwrap_or(open(""))),
        (CallField::DeadlineText, content.deadline_text.as_deref().unwrap_or(open(""))),
        (CallField::DurationText, content.duration_text.as_deref().unwrap_or(open(""))),
        (CallField::Title, content.title.as_str()),
    ]
}

/// The condition of a kind that the fields of a call state.
fn condition(kind: RuleKind, content: &CallContent) -> Option<Condition> {
    let list = |empty: bool, condition: Condition| (!empty).then_some(condition);
    match kind {
        RuleKind::Place => {
            list(content.places.is_empty(), Condition::Place { any_of: content.places.clone() })
        }
        RuleKind::EntityCountry => list(
            content.entity_countries.is_empty() && content.entity_countries_excluded.is_empty(),
            Condition::EntityCountry {
                any_of: content.entity_countries.clone(),
                none_of: content.entity_countries_excluded.clone(),
            },
        ),
        RuleKind::EntityForm => list(
            content.entity_forms.is_empty(),
            Condition::EntityForm { any_of: content.entity_forms.clone() },
        ),
        RuleKind::Award => content.award.map(|range| Condition::Award { range }),
        RuleKind::Duration => content.duration.map(|months| Condition::Duration { months }),
        RuleKind::Deadline => list(
            content.closing == Closing::Unknown,
            Condition::Deadline { closing: content.closing.clone() },
        ),
        RuleKind::Language => list(
            content.languages.is_empty(),
            Condition::Language { any_of: content.languages.clone() },
        ),
        RuleKind::Partner => content.partner.clone().map(|need| Condition::Partner { need }),
        RuleKind::CoreCosts => content.core_costs.map(|allowed| Condition::CoreCosts { allowed }),
        RuleKind::CoFinancing => {
            content.co_financing_percent.map(|percent| Condition::CoFinancing { percent })
        }
        RuleKind::Regranting => content.regranting.map(|allowed| Condition::Regranting { allowed }),
    }
}

/// Ties each quoted clause to the field it stands in and the condition it is about.
fn rules(
    fields: &mut Fields,
    content: &CallContent,
    clauses: BTreeMap<String, String>,
) -> Vec<EligibilityRule> {
    let mut rules = Vec::new();
    for (key, quote) in clauses {
        let field = format!("clauses.{key}");
        let invalid = |expected: &str| domain::Problem::Invalid {
            found: quote.clone(),
            expected: expected.to_owned(),
        };
        let Ok(kind) = key.parse::<RuleKind>() else {
            fields.issue(&field, domain::Problem::UnknownField);
            continue;
        };
        let Some(condition) = condition(kind, content) else {
            fields.issue(&field, invalid("a field of the call that this clause is about"));
            continue;
        };
        let place = texts(content)
            .into_iter()
            .find_map(|(field, text)| Some((field, text.find(&quote)?, text)));
        let Some((within, at, text)) = place else {
            fields.issue(&field, invalid("words that stand in a text of the call"));
            continue;
        };
        let start = u32::try_from(text[..at].chars().count()).ok();
        rules.push(EligibilityRule { condition, clause: Clause { field: within, quote, start } });
    }
    rules
}

pub(super) fn read(fields: &mut Fields) -> CallDraft {
    let id = fields.id("id");
    let source = fields.text_opt("source", 100).unwrap_or_else(|| "native".to_owned());
    let donor = fields.required("donor", TITLE);
    let rolling = fields.yes_no("rolling").unwrap_or(false);
    let mut dates: Vec<Deadline> =
        fields.parts("deadlines", deadline).into_iter().flatten().collect();
    dates.sort();
    let closing = match (dates.is_empty(), rolling) {
        (false, false) => Closing::Dated(dates),
        (true, true) => Closing::Rolling,
        (true, false) => Closing::Unknown,
        (false, true) => {
            fields.invalid("rolling", &Value::Bool(true), "either deadlines or rolling");
            Closing::Rolling
        }
    };
    let duration = fields.part("duration_months", |part| {
        let (min, max) = (part.number("min", "whole months"), part.number("max", "whole months"));
        let span = MonthRange::new(min, max);
        if span.is_none() {
            part.issue(
                "min",
                domain::Problem::Invalid {
                    found: String::new(),
                    expected: "min ≤ max, at least one".to_owned(),
                },
            );
        }
        span
    });
    let total = fields.part("total", |part| {
        let currency: Currency = part.parsed("currency", "a currency code such as “EUR”")?;
        amount(part, "amount", currency).map(|minor| Money { minor, currency })
    });
    let share = fields.number::<u8>("co_financing_percent", "a number from 0 to 100");
    if let Some(share) = share.filter(|share| *share > 100) {
        fields.invalid("co_financing_percent", &Value::from(share), "a number from 0 to 100");
    }
    let address = fields.text("url", SHORT);
    let url = web_address(address.clone());
    if url.is_none() && !address.is_empty() {
        fields.invalid(
            "url",
            &Value::from(address),
            "an address that begins with https:// or http://",
        );
    }
    let mut content = CallContent {
        title: fields.required("title", TITLE),
        text: fields.text("text", TEXT),
        conditions: fields.text("conditions", TEXT),
        eligibility: fields.text("eligibility", TEXT),
        lang: fields.parsed("lang", "a language code such as “en”"),
        url,
        programme: fields.text_opt("programme", SHORT),
        status: fields.parsed("status", "forecast, open, closed or withdrawn"),
        opens: fields.day("opens"),
        closing,
        deadline_text: fields.text_opt("deadline_text", SHORT),
        award: range(fields, "award"),
        award_text: fields.text_opt("award_text", SHORT),
        total: total.flatten(),
        awards_expected: fields.number("awards_expected", "a whole number"),
        duration: duration.flatten(),
        duration_text: fields.text_opt("duration_text", SHORT),
        places: fields.list("places", PLACE),
        languages: fields.list("languages", "a language code such as “en”"),
        themes: fields.list("themes", "the code of a theme"),
        entity_countries: fields.list("entity_countries", PLACE),
        entity_countries_excluded: fields.list("entity_countries_excluded", PLACE),
        entity_forms: fields.list("entity_forms", "a form such as “association”"),
        core_costs: fields.yes_no("core_costs"),
        co_financing_percent: share,
        regranting: fields.yes_no("regranting"),
        partner: partner(fields),
        rules: Vec::new(),
    };
    let clauses = match fields.value("clauses") {
        None => BTreeMap::new(),
        Some(Value::Object(object)) => {
            let mut clauses = BTreeMap::new();
            for (key, value) in object {
                match value {
                    Value::String(quote) => drop(clauses.insert(key, quote)),
                    other => fields.invalid(&format!("clauses.{key}"), &other, "text"),
                }
            }
            clauses
        }
        Some(other) => {
            fields.invalid("clauses", &other, "an object");
            BTreeMap::new()
        }
    };
    content.rules = rules(fields, &content, clauses);
    fields.refuse_unknown();
    CallDraft { source, external_id: id, donor, donor_kind: None, content }
}

/// A range as the format writes it.
pub(crate) fn range_value(range: &AmountRange) -> Value {
    let mut value = Map::new();
    if let Some(min) = range.min() {
        value.insert("min".to_owned(), min.decimal().into());
    }
    if let Some(max) = range.max() {
        value.insert("max".to_owned(), max.decimal().into());
    }
    value.insert("currency".to_owned(), range.currency().code().into());
    value.into()
}

/// Codes as the format writes them.
pub(crate) fn codes<T: ToString>(list: &[T]) -> Value {
    list.iter().map(|code| Value::String(code.to_string())).collect()
}

/// Leaves out what says nothing.
pub(crate) fn compact(record: Value) -> String {
    let silent = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    };
    match record {
        Value::Object(object) => {
            Value::Object(object.into_iter().filter(|(_, value)| !silent(value)).collect())
                .to_string()
        }
        other => other.to_string(),
    }
}

fn deadline_value(date: &Deadline) -> Value {
    let mut value = json!({ "on": date.on.to_string(), "kind": date.kind.code() });
    if let Value::Object(object) = &mut value {
        let parts = [
            ("at", date.at.map(|at| at.format("%H:%M").to_string())),
            ("zone", date.zone.clone()),
            ("note", date.note.clone()),
        ];
        for (key, part) in parts {
            if let Some(part) = part {
                object.insert(key.to_owned(), part.into());
            }
        }
    }
    value
}

fn partner_value(need: &PartnerNeed) -> Value {
    match need {
        PartnerNeed::HostCountry { places } => {
            json!({ "kind": "host_country", "places": codes(places) })
        }
        PartnerNeed::Consortium { members, countries } => {
            json!({ "kind": "consortium", "members": members, "countries": countries })
        }
        PartnerNeed::Any => json!({ "kind": "any" }),
    }
}

/// Writes a call as one line of the native format, without the line end.
#[must_use]
pub fn write(draft: &CallDraft) -> String {
    let content = &draft.content;
    let deadlines: Vec<Value> = match &content.closing {
        Closing::Dated(dates) => dates.iter().map(deadline_value).collect(),
        _ => Vec::new(),
    };
    let duration = content.duration.map(|span| {
        let ends = [("min", span.min), ("max", span.max)];
        ends.into_iter()
            .filter_map(|(key, end)| Some((key.to_owned(), Value::from(end?))))
            .collect::<Map<_, _>>()
    });
    let clauses: Map<String, Value> = content
        .rules
        .iter()
        .filter(|rule| !rule.clause.quote.is_empty())
        .map(|rule| (rule.condition.kind().code().to_owned(), rule.clause.quote.clone().into()))
        .collect();
    compact(json!({
        "id": draft.external_id,
        "source": draft.source,
        "donor": draft.donor,
        "title": content.title,
        "text": content.text,
        "conditions": content.conditions,
        "eligibility": content.eligibility,
        "lang": content.lang,
        "url": content.url,
        "programme": content.programme,
        "status": content.status,
        "opens": content.opens,
        "deadlines": deadlines,
        "rolling": (content.closing == Closing::Rolling).then_some(true),
        "deadline_text": content.deadline_text,
        "award": content.award.as_ref().map(range_value),
        "award_text": content.award_text,
        "total": content.total.map(|money| json!({ "amount": money.decimal(), "currency": money.currency.code() })),
        "awards_expected": content.awards_expected,
        "duration_months": duration,
        "duration_text": content.duration_text,
        "places": codes(&content.places),
        "languages": codes(&content.languages),
        "themes": codes(&content.themes),
        "entity_countries": codes(&content.entity_countries),
        "entity_countries_excluded": codes(&content.entity_countries_excluded),
        "entity_forms": codes(&content.entity_forms),
        "core_costs": content.core_costs,
        "co_financing_percent": content.co_financing_percent,
        "regranting": content.regranting,
        "partner": content.partner.as_ref().map(partner_value),
        "clauses": clauses,
    }))
}
