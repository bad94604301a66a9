//! Calls and programmes for Ukrainian civil society, collected by hand by others: amounts,
//! deadlines and durations are words.

use domain::{CallContent, CallDraft, CallStatus, Closing, fold::fold};
use serde_json::Value;

use crate::{
    address::web_address,
    fields::{Fields, ID, SHORT, TEXT},
    free_text::{self, Writing},
};

/// The words of the source, in its order.
struct Words {
    title: String,
    text: String,
    eligibility: String,
    region: String,
    amount: String,
    closes: String,
    duration: String,
    url: String,
}

fn content(words: Words) -> CallContent {
    let amounts = free_text::amounts(&words.amount, Writing::default());
    let closing = free_text::closing(&words.closes);
    let kept = |text: String| Some(text).filter(|text| !text.is_empty());
    // Only a region that is Ukraine and nothing else says where the work happens; “EU/Ukraine” may
    // name the donor's side as well.
    let places = if matches!(fold(&words.region).as_str(), "ukraine" | "україна") {
        "UA".parse().into_iter().collect()
    } else {
        Vec::new()
    };
    let deadline_text = match &closing {
        Closing::Dated(dates) if dates.iter().any(|date| date.on.to_string() == words.closes) => {
            None
        }
        _ => kept(words.closes),
    };
    CallContent {
        text: words.text,
        eligibility: words.eligibility,
        conditions: words.region,
        url: web_address(words.url.trim_end_matches(')')),
        closing,
        deadline_text,
        award: amounts.award(),
        total: amounts.total(),
        award_text: kept(words.amount),
        duration: free_text::months(&words.duration),
        duration_text: kept(words.duration),
        places,
        ..CallContent::titled(words.title)
    }
}

fn draft(id: String, donor: String, content: CallContent) -> CallDraft {
    CallDraft { source: "ua-cso".to_owned(), external_id: id, donor, donor_kind: None, content }
}

pub(super) fn line(fields: &mut Fields) -> CallDraft {
    let id = fields.required("id", ID);
    let translated = fields.text("translation_of", ID);
    if !translated.is_empty() && fields.yes_no("translation_reliable") != Some(true) {
        // Some texts of the source stand beside the wrong call, and it says so.
        fields.invalid(
            "translation_reliable",
            &Value::Bool(false),
            "true: this text may belong to another call",
        );
    }
    let lang = fields.parsed("lang", "a language code such as “uk”");
    let focus = fields.plain("focus", TEXT);
    let text = fields.plain("text", TEXT);
    let words = Words {
        title: fields.required_plain("title", SHORT),
        // The text of the source is focus and eligibility in one.
        text: if focus.is_empty() { text } else { focus },
        eligibility: fields.plain("eligibility", TEXT),
        region: fields.plain("region", SHORT),
        amount: fields.plain("amount_text", SHORT),
        closes: fields.plain("closes", SHORT),
        duration: fields.plain("duration", SHORT),
        url: fields.plain("url", SHORT),
    };
    let donor = fields.plain_donor("funder");
    draft(id, donor, CallContent { lang, ..content(words) })
}

pub(super) fn record(fields: &mut Fields) -> CallDraft {
    let id = format!("ua:{}", fields.id("id"));
    let status = match fields.text("status", SHORT).as_str() {
        "active" => Some(CallStatus::Open),
        "closed" | "inactive" | "expired" => Some(CallStatus::Closed),
        _ => None,
    };
    let words = Words {
        title: fields.required_plain("grant_name", SHORT),
        text: fields.plain("focus_areas", TEXT),
        eligibility: fields.plain("eligibility_criteria", TEXT),
        region: fields.plain("country_region", SHORT),
        amount: fields.plain("grant_amount", SHORT),
        closes: fields.plain("application_deadline", SHORT),
        duration: fields.plain("duration", SHORT),
        url: fields.plain("website_link", SHORT),
    };
    let donor = fields.plain_donor("funding_organization");
    // These fields are in English; the Ukrainian ones beside them are unreliable and not read.
    let lang = if words.text.is_empty() { None } else { "en".parse().ok() };
    draft(id, donor, CallContent { status, lang, ..content(words) })
}
