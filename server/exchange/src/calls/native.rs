//! Calls in Waxwing's own format; described in `server/docs/native-format.md`, and by the schema
//! `server/exchange/schema/native-call.schema.json`. Writing is the business of [`crate::format`].

use std::collections::BTreeMap;

use chrono::NaiveTime;
use domain::{
    AmountError, AmountRange, CallContent, CallDraft, CallField, Clause, Closing, Condition,
    Currency, Deadline, DeadlineKind, EligibilityRule, Money, MonthRange, PartnerNeed, Place,
    Problem, RuleKind,
    call::{is_stand_in, whole_minute},
};
use serde_json::Value;

use crate::{
    address::web_address,
    fields::{Fields, SHORT, TEXT},
};

const TITLE: usize = 1000;

/// Every field of a record.
pub(super) const FIELDS: [&str; 33] = [
    "id",
    "source",
    "donor",
    "title",
    "text",
    "conditions",
    "eligibility",
    "lang",
    "url",
    "programme",
    "status",
    "opens",
    "deadlines",
    "rolling",
    "deadline_text",
    "award",
    "award_text",
    "total",
    "awards_expected",
    "duration_months",
    "duration_text",
    "places",
    "languages",
    "themes",
    "entity_countries",
    "entity_countries_excluded",
    "entity_forms",
    "entity_age_months",
    "core_costs",
    "co_financing_percent",
    "regranting",
    "partner",
    "clauses",
];

const PLACE: &str = "a country code such as “DE” or a region such as “EU”";

const CURRENCY: &str = "a currency code such as “EUR”";
const AMOUNT: &str = "an amount in text, such as \"20000\" or \"20000.50\"";

/// An amount of major units that may not be negative, in minor units.
fn amount(fields: &mut Fields, field: &str, currency: Option<Currency>) -> Option<i64> {
    let value = fields.value(field)?;
    let text = value.as_str();
    let money = text.zip(currency).and_then(|(text, currency)| Money::parse(text, currency).ok());
    let minor = money.map(|money| money.minor).filter(|minor| *minor >= 0);
    // Without a currency there is an issue already.
    if minor.is_none() && (currency.is_some() || text.is_none()) {
        fields.invalid(field, &value, AMOUNT);
    }
    minor
}

/// A range of amounts: `{"min": "20000", "max": "50000", "currency": "EUR"}`.
pub(crate) fn range(fields: &mut Fields, field: &str) -> Option<AmountRange> {
    fields.part(field, |part| {
        let currency = part.required_parsed("currency", CURRENCY);
        let low = amount(part, "min", currency);
        let high = amount(part, "max", currency);
        if part.has_issues() {
            return None;
        }
        if low.is_none() && high.is_none() {
            part.issue(
                "min",
                Problem::Invalid { found: String::new(), expected: AmountError::Empty.to_string() },
            );
            return None;
        }
        match AmountRange::stated(low, high, currency?) {
            Ok(range) => range,
            Err(error) => {
                let problem =
                    Problem::Invalid { found: String::new(), expected: error.to_string() };
                part.issue("min", problem);
                None
            }
        }
    })?
}

fn total(fields: &mut Fields) -> Option<Money> {
    fields.part("total", |part| {
        let currency = part.required_parsed("currency", CURRENCY);
        let before = part.has_issues();
        let minor = amount(part, "amount", currency);
        if minor.is_none() && !before && !part.has_issues() {
            part.issue("amount", Problem::Missing);
        }
        // Zero stands for “not stated”.
        Some(Money { minor: minor.filter(|minor| *minor > 0)?, currency: currency? })
    })?
}

/// An hour, to the minute; `24:00` is the end of the day.
fn hour(text: &str) -> Option<NaiveTime> {
    if matches!(text, "24:00" | "24:00:00") {
        return NaiveTime::from_hms_opt(23, 59, 0);
    }
    ["%H:%M", "%H:%M:%S%.f"]
        .iter()
        .find_map(|form| NaiveTime::parse_from_str(text, form).ok())
        .and_then(whole_minute)
}

fn deadline(fields: &mut Fields) -> Option<Deadline> {
    let on = fields.required_any_day("on");
    let at = fields.value("at").and_then(|value| {
        let at = value.as_str().and_then(hour);
        if at.is_none() {
            fields.invalid("at", &value, "an hour such as 17:00");
        }
        at
    });
    let zone = fields.parsed::<chrono_tz::Tz>("zone", "a zone such as Europe/Brussels");
    let kind = fields.parsed("kind", "final, stage or cut_off");
    let note = fields.text_opt("note", SHORT);
    Some(Deadline {
        on: on?,
        at,
        zone: zone.map(|zone| zone.name().to_owned()),
        kind: kind.unwrap_or(DeadlineKind::Final),
        note,
    })
}

fn partner(fields: &mut Fields) -> Option<PartnerNeed> {
    fields.part("partner", |part| {
        let kind = part.required("kind", SHORT);
        let places: Vec<Place> = part.list("places", PLACE);
        let members = part.number::<u8>("members", "a number from 1 to 255");
        let countries = part.number::<u8>("countries", "a number from 1 to 255");
        // What belongs to another kind would be lost.
        let mut only = |field: &str, given: bool, of: &str| {
            if given && kind != of {
                part.invalid(field, &Value::from(kind.as_str()), &format!("only with “{of}”"));
            }
        };
        only("places", !places.is_empty(), "host_country");
        only("members", members.is_some(), "consortium");
        only("countries", countries.is_some(), "consortium");
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
    [
        (CallField::Eligibility, content.eligibility.as_str()),
        (CallField::Conditions, content.conditions.as_str()),
        (CallField::Text, content.text.as_str()),
        (CallField::AwardText, content.award_text.as_deref().unwrap_or_default()),
        (CallField::DeadlineText, content.deadline_text.as_deref().unwrap_or_default()),
        (CallField::DurationText, content.duration_text.as_deref().unwrap_or_default()),
        (CallField::Title, content.title.as_str()),
    ]
}

/// The condition of a kind that the fields of a call state. `age`: how long an applicant must have
/// been registered, which is a rule and no field of the content.
fn condition(kind: RuleKind, content: &CallContent, age: Option<u16>) -> Option<Condition> {
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
        RuleKind::EntityAge => age.map(|months| Condition::EntityAge { months }),
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
    age: Option<u16>,
    clauses: BTreeMap<String, String>,
) -> Vec<EligibilityRule> {
    let mut rules = Vec::new();
    for (key, quote) in clauses {
        let field = format!("clauses.{key}");
        let invalid = |expected: &str| Problem::Invalid {
            found: quote.clone(),
            expected: expected.to_owned(),
        };
        let Ok(kind) = key.parse::<RuleKind>() else {
            fields.issue(&field, Problem::UnknownField);
            continue;
        };
        let Some(condition) = condition(kind, content, age) else {
            fields.issue(&field, invalid("a field of the call that this clause is about"));
            continue;
        };
        if quote.trim().is_empty() {
            fields.issue(&field, Problem::Missing);
            continue;
        }
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
    let has_age = rules.iter().any(|rule| rule.condition.kind() == RuleKind::EntityAge);
    if let Some(months) = age.filter(|_| !has_age) {
        let clause = Clause { field: CallField::Rules, quote: String::new(), start: None };
        rules.push(EligibilityRule { condition: Condition::EntityAge { months }, clause });
    }
    rules
}

/// The words on which rules rest, by the field of the rule.
fn clauses(fields: &mut Fields) -> BTreeMap<String, String> {
    let mut clauses = BTreeMap::new();
    match fields.value("clauses") {
        None => {}
        Some(Value::Object(object)) => {
            for (key, value) in object {
                match value {
                    Value::String(quote) => drop(clauses.insert(key, quote)),
                    other => fields.invalid(&format!("clauses.{key}"), &other, "text"),
                }
            }
        }
        Some(other) => fields.invalid("clauses", &other, "an object"),
    }
    clauses
}

pub(super) fn read(fields: &mut Fields) -> CallDraft {
    let id = fields.id("id");
    let source = fields.text_opt("source", 100).unwrap_or_else(|| "native".to_owned());
    let donor = fields.donor("donor");
    let rolling = fields.yes_no("rolling").unwrap_or(false);
    let stated: Vec<Deadline> = fields.parts("deadlines", deadline).into_iter().flatten().collect();
    // Days that stand for “not stated” are kept as words only.
    let (none, mut dates): (Vec<_>, Vec<_>) =
        stated.into_iter().partition(|date| is_stand_in(date.on));
    let none: Vec<String> = none.into_iter().map(|date| date.on.to_string()).collect();
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
        // Zero says that nothing is stated.
        if span.is_none() && ![min, max].contains(&Some(0)) {
            part.issue(
                "min",
                Problem::Invalid {
                    found: String::new(),
                    expected: "min ≤ max, at least one".to_owned(),
                },
            );
        }
        span
    });
    let share = fields.number::<u8>("co_financing_percent", "a number from 0 to 100");
    if let Some(share) = share.filter(|share| *share > 100) {
        fields.invalid("co_financing_percent", &Value::from(share), "a number from 0 to 100");
    }
    let address = fields.text("url", SHORT);
    let url = web_address(&address);
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
        opens: fields.any_day("opens").filter(|day| !is_stand_in(*day)),
        closing,
        deadline_text: fields
            .text_opt("deadline_text", SHORT)
            .or_else(|| (!none.is_empty()).then(|| none.join(", "))),
        award: range(fields, "award"),
        award_text: fields.text_opt("award_text", SHORT),
        total: total(fields),
        awards_expected: fields
            .number("awards_expected", "a whole number")
            .filter(|count| *count > 0),
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
        decisions: Vec::new(),
    };
    let clauses = clauses(fields);
    let age = fields.number::<u16>("entity_age_months", "whole months");
    content.rules = rules(fields, &content, age, clauses);
    fields.refuse_unknown();
    CallDraft { source, external_id: id, donor, donor_kind: None, content }
}
