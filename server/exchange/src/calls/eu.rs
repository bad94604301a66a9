//! Topics of the EU Funding & Tenders portal, in the three shapes in which they go around. All three
//! name a topic by the portal's identifier, so that one updates what another brought.

use domain::{
    AmountRange, CallContent, CallDraft, CallStatus, Closing, Currency, Deadline, DeadlineKind,
    DonorKind, Money,
};
use serde_json::Value;

use crate::{fields::Fields, free_text::day_of_moment, text::plain};

/// The most bytes of a text of a topic. Real conditions reach 20 kB, descriptions 36 kB.
const TEXT: usize = 512 * 1024;
const SHORT: usize = 4096;

/// The portal's hours are those of Brussels; which hour is not part of any of the shapes.
const ZONE: &str = "Europe/Brussels";

fn draft(external_id: String, mut content: CallContent) -> CallDraft {
    content.lang = "en".parse().ok();
    CallDraft {
        source: "eu-portal".to_owned(),
        external_id,
        donor: "European Commission".to_owned(),
        donor_kind: Some(DonorKind::PublicBody),
        content,
    }
}

fn status(fields: &mut Fields, field: &str, found: &str) -> Option<CallStatus> {
    match found.to_lowercase().as_str() {
        "" => None,
        "forthcoming" => Some(CallStatus::Forecast),
        "open" | "open for submission" => Some(CallStatus::Open),
        "closed" => Some(CallStatus::Closed),
        _ => {
            fields.invalid(field, &Value::from(found), "forthcoming, open or closed");
            None
        }
    }
}

/// Whole euros as the portal gives them.
fn euros(fields: &mut Fields, field: &str) -> Option<i64> {
    let value = fields.value(field)?;
    let decimal = match &value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => String::new(),
    };
    let decimal = decimal.strip_suffix(".0").unwrap_or(&decimal).to_owned();
    let minor = Money::parse(&decimal, Currency::EUR)
        .ok()
        .map(|money| money.minor)
        .filter(|minor| *minor >= 0);
    if minor.is_none() {
        fields.invalid(field, &value, "an amount of euros");
    }
    // Zero stands for "not stated".
    minor.filter(|minor| *minor > 0)
}

fn award(min: Option<i64>, max: Option<i64>) -> Option<AmountRange> {
    AmountRange::new(min, max, Currency::EUR).ok()
}

fn grants(fields: &mut Fields, field: &str) -> Option<u32> {
    fields.number(field, "a whole number").filter(|count| *count > 0)
}

fn moment(fields: &mut Fields, field: &str) -> Option<chrono::NaiveDate> {
    let text = fields.text(field, 64);
    let day = day_of_moment(&text);
    if day.is_none() && !text.is_empty() {
        fields.invalid(field, &Value::from(text), "a day such as 2026-12-31");
    }
    day
}

fn closing(on: Option<chrono::NaiveDate>, model: &str) -> Closing {
    let kind = match model {
        "two-stage" => DeadlineKind::Stage,
        "multiple cut-off" => DeadlineKind::CutOff,
        _ => DeadlineKind::Final,
    };
    let deadline = |on| Deadline { on, at: None, zone: Some(ZONE.to_owned()), kind, note: None };
    on.map_or(Closing::Unknown, |on| Closing::Dated(vec![deadline(on)]))
}

/// An address people can open; anything else is dropped.
pub(super) fn web_address(text: String) -> Option<String> {
    Some(text).filter(|text| text.starts_with("https://") || text.starts_with("http://"))
}

/// `Horizon Europe (HORIZON)`, with spaces in order.
fn tidy(text: &str) -> Option<String> {
    let text = plain(&text.replace("%26", "&")).replace(" )", ")");
    (!text.is_empty()).then_some(text)
}

/// The title of a topic, or its identifier where a source has none.
fn title(text: &str, id: &str) -> String {
    let text = plain(text);
    if text.is_empty() { id.to_owned() } else { text }
}

/// A deadline of the feed. Midnight stands for "the day is known, the hour is not"; any other hour
/// is UTC.
fn feed_closing(
    fields: &mut Fields,
    on: Option<chrono::NaiveDate>,
    at: &str,
    model: &str,
) -> Closing {
    let hour = at.get(11..16).filter(|hour| *hour != "00:00" && at.ends_with('Z'));
    let mut closing = closing(on, model);
    if let (Closing::Dated(dates), Some(hour)) = (&mut closing, hour) {
        match chrono::NaiveTime::parse_from_str(hour, "%H:%M") {
            Ok(hour) => {
                for date in dates {
                    date.at = Some(hour);
                    date.zone = Some("UTC".to_owned());
                }
            }
            Err(_) => fields.invalid(
                "deadlineDate",
                &Value::from(at),
                "a moment such as 2026-12-31T17:00:00.000Z",
            ),
        }
    }
    closing
}

pub(super) fn feed(fields: &mut Fields) -> CallDraft {
    let topic = fields.required("identifier", SHORT);
    let record = fields.text("id", SHORT);
    // Calls of funded projects that pass money on stand under the topic of the project: each is a
    // call of its own, with its own title.
    let regrants = record.contains("COMPETITIVE_CALL");
    let id = if regrants { format!("{topic}/{}", record.trim_end_matches("en")) } else { topic };
    let topic_title = fields.required("title", SHORT);
    let call_title = fields.text("callTitle", SHORT);
    let named = if regrants && !call_title.is_empty() { call_title } else { topic_title };
    let abstract_text = plain(&fields.text("abstract", TEXT));
    let summary = plain(&fields.text("summary", TEXT));
    let label = fields
        .value("status")
        .and_then(|value| value.get("label").and_then(Value::as_str).map(str::to_owned))
        .unwrap_or_default();
    let status = status(fields, "status", &label);
    let programme = fields.value("frameworkProgrammes").and_then(|value| {
        value.get(0).and_then(|first| first.get("label")).and_then(Value::as_str).and_then(tidy)
    });
    let opens = moment(fields, "startDate");
    let planned = moment(fields, "plannedOpeningDate");
    let at = fields
        .value("deadlineDate")
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default();
    let on = day_of_moment(&at);
    if on.is_none() && !at.is_empty() {
        fields.invalid(
            "deadlineDate",
            &Value::from(at.clone()),
            "a moment such as 2026-12-31T17:00:00.000Z",
        );
    }
    let model = fields.text("deadlineModel", SHORT);
    let closing = feed_closing(fields, on, &at, &model);
    let budget = fields.value("budget").unwrap_or_default();
    let mut money = Fields::of(budget.as_object().cloned().unwrap_or_default());
    let total = euros(&mut money, "totalBudgetEur");
    let (min, max) =
        (euros(&mut money, "minContributionEur"), euros(&mut money, "maxContributionEur"));
    let expected = grants(&mut money, "expectedGrants");
    if let Err(issues) = money.finish(()) {
        for issue in issues {
            fields.issue(&format!("budget.{}", issue.field), issue.problem);
        }
    }
    let title = title(&named, &id);
    let text = if abstract_text.is_empty() && summary != title { summary } else { abstract_text };
    let content = CallContent {
        text,
        url: web_address(fields.text("url", SHORT)),
        programme,
        status,
        opens: opens.or(planned),
        closing,
        award: award(min, max),
        total: total.map(|minor| Money { minor, currency: Currency::EUR }),
        awards_expected: expected,
        ..CallContent::titled(title)
    };
    draft(id, content)
}

pub(super) fn dump(fields: &mut Fields) -> CallDraft {
    let id = fields.required("topicId", SHORT);
    let named = fields.text("title", SHORT);
    let description = plain(&fields.text("description", TEXT));
    let objectives = plain(&fields.text("objectives", TEXT));
    let stated = fields.text("callStatus", SHORT);
    let on = moment(fields, "deadline");
    let model = fields.text("deadlineModel", SHORT);
    let (min, max) = (euros(fields, "budgetMin"), euros(fields, "budgetMax"));
    let text = match (description.is_empty(), objectives.is_empty()) {
        (true, _) => objectives,
        (false, true) => description,
        (false, false) => format!("{description}\n\n{objectives}"),
    };
    // The source cuts an HTML attribute in the middle: what is left of it begins the text.
    let conditions = plain(&fields.text("topicConditions", TEXT));
    let conditions = conditions.trim_start_matches(['"', '>', ' ']).to_owned();
    let content = CallContent {
        text,
        conditions,
        url: web_address(fields.text("portalUrl", SHORT)),
        programme: tidy(&fields.text("programme", SHORT)),
        status: status(fields, "callStatus", &stated),
        opens: None,
        closing: closing(on, &model),
        award: award(min, max),
        awards_expected: grants(fields, "expectedGrants"),
        ..CallContent::titled(title(&named, &id))
    };
    draft(id, content)
}

pub(super) fn line(fields: &mut Fields) -> CallDraft {
    let id = fields.required("id", SHORT);
    let named = fields.text("title", SHORT);
    let stated = fields.text("status", SHORT);
    let on = moment(fields, "closes");
    let (min, max) = (euros(fields, "budget_min"), euros(fields, "budget_max"));
    let total = euros(fields, "budget");
    let content = CallContent {
        text: plain(&fields.text("text", TEXT)),
        conditions: plain(&fields.text("conditions", TEXT))
            .trim_start_matches(['"', '>', ' '])
            .to_owned(),
        url: web_address(fields.text("url", SHORT)),
        programme: tidy(&fields.text("programme", SHORT)),
        status: status(fields, "status", &stated),
        opens: moment(fields, "opens"),
        closing: closing(on, ""),
        award: award(min, max),
        total: total.map(|minor| Money { minor, currency: Currency::EUR }),
        awards_expected: grants(fields, "expected_grants"),
        ..CallContent::titled(title(&named, &id))
    };
    draft(id, content)
}
