//! Topics of the EU Funding & Tenders portal, in the three shapes in which they go around. All three
//! name a topic by the portal's identifier, so that one updates what another brought.

use chrono::{DateTime, NaiveDate, NaiveTime};
use chrono_tz::Europe::Brussels;
use domain::{
    AmountRange, CallContent, CallDraft, CallStatus, Closing, Currency, Deadline, DeadlineKind,
    DonorKind, Money, Place,
    call::{is_stand_in, whole_minute},
};
use serde_json::Value;

use crate::{
    address::web_address,
    fields::{Fields, ID, SHORT, TEXT},
    free_text::{Writing, day_of_moment, single_amount},
    text::plain,
};

/// The portal's hours are those of Brussels.
const ZONE: &str = "Europe/Brussels";

fn draft(external_id: String, mut content: CallContent) -> CallDraft {
    let delegation = external_id.starts_with("EuropeAid/");
    // Calls of delegations are published in the language of the country; nothing says which.
    content.lang = if delegation { None } else { "en".parse().ok() };
    if let Some(place) = external_id.rsplit_once('/').filter(|_| delegation) {
        // `EuropeAid/186347/DD/ACT/XK`: the reference ends in the country of the action, or `Multi`.
        content.places = place.1.parse().map(Place::Country).into_iter().collect();
    }
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

/// Euros as the portal gives them: a JSON number, whole or with cents.
fn euros(fields: &mut Fields, field: &str) -> Option<i64> {
    let value = fields.value(field)?;
    let money = match &value {
        Value::Number(number) => {
            let decimal = number.to_string();
            Money::parse(decimal.strip_suffix(".0").unwrap_or(&decimal), Currency::EUR).ok()
        }
        Value::String(text) => {
            let writing = Writing { currency: Some(Currency::EUR), thousands: None };
            single_amount(text, writing).filter(|money| money.currency == Currency::EUR)
        }
        _ => None,
    };
    let minor = money.map(|money| money.minor).filter(|minor| *minor >= 0);
    if minor.is_none() {
        fields.invalid(field, &value, "an amount of euros");
    }
    // Zero stands for "not stated".
    minor.filter(|minor| *minor > 0)
}

fn award(
    fields: &mut Fields,
    field: &str,
    (min, max): (Option<i64>, Option<i64>),
) -> Option<AmountRange> {
    if min.is_none() && max.is_none() {
        return None;
    }
    let range = AmountRange::new(min, max, Currency::EUR);
    if let Err(error) = &range {
        fields.invalid(field, &Value::from(error.to_string()), "a lowest and a highest amount");
    }
    range.ok()
}

fn grants(fields: &mut Fields, field: &str) -> Option<u32> {
    fields.number(field, "a whole number").filter(|count| *count > 0)
}

/// A day, and the hour in Brussels where one is told.
type Moment = (NaiveDate, Option<NaiveTime>);

/// A moment, and the words where they are no moment of which anything is certain.
///
/// Midnight stands for “the day is known, the hour is not”. The shapes mark all hours as UTC, but
/// most are those of Brussels: 17:00, the portal's usual hour, is marked so in summer and in winter.
/// Read as of Brussels, the few that were UTC come an hour or two early; the other way round, most
/// would come too late, and a call would look open that is closed.
fn moment(fields: &mut Fields, field: &str) -> (Option<Moment>, Option<String>) {
    let text = fields.text(field, 64);
    let Some(day) = day_of_moment(&text) else {
        if !text.is_empty() {
            fields.invalid(field, &Value::from(text.as_str()), "a day such as 2026-12-31");
        }
        return (None, None);
    };
    if is_stand_in(day) {
        return (None, Some(text));
    }
    let told = DateTime::parse_from_rfc3339(&text).ok().map(|told| {
        let is_marked_utc = told.offset().local_minus_utc() == 0;
        if is_marked_utc { told.naive_utc() } else { told.with_timezone(&Brussels).naive_local() }
    });
    let hour = |at: &NaiveTime| *at != NaiveTime::MIN;
    match told {
        Some(told) => (Some((told.date(), whole_minute(told.time()).filter(hour))), None),
        None => (Some((day, None)), Some(text).filter(|text| text.len() > 10)),
    }
}

/// What a deadline ends, as the shape or the topic's identifier says; the date of a topic in two
/// stages is that of the first.
fn closing(on: Option<Moment>, model: &str, id: &str) -> Closing {
    let kind = match model {
        "two-stage" => DeadlineKind::Stage,
        "multiple cut-off" => DeadlineKind::CutOff,
        _ if id.to_lowercase().contains("two-stage") => DeadlineKind::Stage,
        _ => DeadlineKind::Final,
    };
    let deadline =
        |(on, at)| Deadline { at, zone: Some(ZONE.to_owned()), kind, ..Deadline::on(on) };
    on.map_or(Closing::Unknown, |on| Closing::Dated(vec![deadline(on)]))
}

/// `Horizon Europe (HORIZON)`, with spaces in order.
fn tidy(text: &str) -> Option<String> {
    let text = plain(&text.replace("%26", "&"))?.replace(" )", ")");
    (!text.is_empty()).then_some(text)
}

/// The title of a topic, or its identifier where a source has none.
fn title(text: String, id: &str) -> String {
    if text.is_empty() { id.to_owned() } else { text }
}

/// The source cuts an HTML attribute in the middle: what is left of it begins the text.
fn conditions(fields: &mut Fields, field: &str) -> String {
    fields.plain(field, TEXT).trim_start_matches(['"', '>', ' ']).to_owned()
}

/// What stands inside a field that is an object or a list, for sources that nest labels.
fn label(value: Option<&Value>) -> &str {
    value.and_then(|value| value.get("label")).and_then(Value::as_str).unwrap_or_default()
}

pub(super) fn feed(fields: &mut Fields) -> CallDraft {
    let topic = fields.required("identifier", ID);
    let record = fields.text("id", ID);
    // Calls of funded projects that pass money on stand under the topic of the project: each is a
    // call of its own, with its own title.
    let cascade = record.contains("COMPETITIVE_CALL");
    let id = if cascade { format!("{topic}/{}", record.trim_end_matches("en")) } else { topic };
    let topic_title = fields.required_plain("title", SHORT);
    let call_title = fields.plain("callTitle", SHORT);
    let title =
        title(if cascade && !call_title.is_empty() { call_title } else { topic_title }, &id);
    let (long, short) = (fields.plain("abstract", TEXT), fields.plain("summary", TEXT));
    let text = if long.is_empty() && short != title { short } else { long };
    let stated = fields.value("status");
    let status = status(fields, "status", label(stated.as_ref()));
    let programmes = fields.value("frameworkProgrammes");
    let programme = tidy(label(programmes.as_ref().and_then(|list| list.get(0))));
    let opens = moment(fields, "startDate").0.or(moment(fields, "plannedOpeningDate").0);
    let opens = opens.map(|(day, _)| day);
    let (on, deadline_text) = moment(fields, "deadlineDate");
    let model = fields.text("deadlineModel", SHORT);
    let budget = fields.part_open("budget", |money| {
        let total = euros(money, "totalBudgetEur");
        let ends = (euros(money, "minContributionEur"), euros(money, "maxContributionEur"));
        (total, award(money, "minContributionEur", ends), grants(money, "expectedGrants"))
    });
    let (total, award, awards_expected) = budget.unwrap_or_default();
    let content = CallContent {
        text,
        url: web_address(&fields.text("url", SHORT)),
        programme,
        status,
        opens,
        closing: closing(on, &model, &id),
        deadline_text,
        award,
        total: total.map(|minor| Money { minor, currency: Currency::EUR }),
        awards_expected,
        ..CallContent::titled(title)
    };
    draft(id, content)
}

pub(super) fn dump(fields: &mut Fields) -> CallDraft {
    let id = fields.required("topicId", ID);
    let named = fields.plain("title", SHORT);
    let description = fields.plain("description", TEXT);
    let objectives = fields.plain("objectives", TEXT);
    let stated = fields.text("callStatus", SHORT);
    let (on, deadline_text) = moment(fields, "deadline");
    let model = fields.text("deadlineModel", SHORT);
    let ends = (euros(fields, "budgetMin"), euros(fields, "budgetMax"));
    let text = match (description.is_empty(), objectives.is_empty()) {
        (true, _) => objectives,
        (false, true) => description,
        (false, false) => format!("{description}\n\n{objectives}"),
    };
    let content = CallContent {
        text,
        conditions: conditions(fields, "topicConditions"),
        url: web_address(&fields.text("portalUrl", SHORT)),
        programme: tidy(&fields.plain("programme", SHORT)),
        status: status(fields, "callStatus", &stated),
        closing: closing(on, &model, &id),
        deadline_text,
        award: award(fields, "budgetMin", ends),
        awards_expected: grants(fields, "expectedGrants"),
        ..CallContent::titled(title(named, &id))
    };
    draft(id, content)
}

pub(super) fn line(fields: &mut Fields) -> CallDraft {
    let topic = fields.required("id", ID);
    let url = web_address(&fields.text("url", SHORT));
    // A call of a funded project, filed under the project's topic: the number of the project keeps
    // it apart from the topic itself.
    let project = url.as_deref().and_then(|url| url.split_once("/competitive-calls-cs/"));
    let id = match project {
        Some((_, number)) => format!("{topic}/project-{number}"),
        None => topic,
    };
    let (topic_title, call_title) =
        (fields.plain("title", SHORT), fields.plain("call_title", SHORT));
    let cascade = project.is_some() && !call_title.is_empty();
    let stated = fields.text("status", SHORT);
    let (on, deadline_text) = moment(fields, "closes");
    let ends = (euros(fields, "budget_min"), euros(fields, "budget_max"));
    let total = euros(fields, "budget");
    let content = CallContent {
        text: fields.plain("text", TEXT),
        conditions: conditions(fields, "conditions"),
        programme: tidy(&fields.plain("programme", SHORT)),
        status: status(fields, "status", &stated),
        opens: moment(fields, "opens").0.map(|(day, _)| day),
        closing: closing(on, "", &id),
        deadline_text,
        award: award(fields, "budget_min", ends),
        total: total.map(|minor| Money { minor, currency: Currency::EUR }),
        awards_expected: grants(fields, "expected_grants"),
        ..CallContent::titled(title(if cascade { call_title } else { topic_title }, &id))
    };
    draft(id, CallContent { url, ..content })
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use domain::{CallContent, Closing};

    fn topic(moment: &str) -> CallContent {
        let file = format!(
            r#"{{"generatedAt":"x","source":{{}},"grants":[{{"identifier":"A","title":"t","deadlineDate":"{moment}","status":{{"label":"Open for submission"}}}}]}}"#
        );
        let mut found = Vec::new();
        let format = crate::read_calls(&mut file.as_bytes(), &mut |record| {
            found.push(record);
            ControlFlow::Continue(())
        });
        assert!(format.is_ok());
        found.remove(0).item.unwrap().content
    }

    #[test]
    fn an_hour_of_the_portal_is_one_of_brussels() {
        for (told, day, hour) in [
            ("2026-12-01", "2026-12-01", None),
            ("2026-12-01T00:00:00.000Z", "2026-12-01", None),
            ("2026-12-01T17:00:00.000Z", "2026-12-01", Some("17:00:00")),
            ("2026-07-01T17:00:00.000+00:00", "2026-07-01", Some("17:00:00")),
            ("2026-10-06T18:00:37.000Z", "2026-10-06", Some("18:00:00")),
            ("2026-07-01T23:30:00+00:30", "2026-07-02", Some("01:00:00")),
        ] {
            let content = topic(told);
            let Closing::Dated(dates) = &content.closing else { panic!("{told}: {content:?}") };
            assert_eq!(dates[0].on.to_string(), day, "{told}");
            assert_eq!(dates[0].at.map(|at| at.to_string()).as_deref(), hour, "{told}");
            assert_eq!(dates[0].zone.as_deref(), Some("Europe/Brussels"));
            assert_eq!(content.deadline_text, None, "{told}");
        }
    }
}
