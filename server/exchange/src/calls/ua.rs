//! Calls and programmes for Ukrainian civil society, collected by hand by others: amounts,
//! deadlines and durations are words.

use domain::{CallContent, CallDraft, CallStatus, Closing};
use serde_json::Value;

use super::eu::web_address;
use crate::{fields::Fields, free_text, text::plain};

const TEXT: usize = 64 * 1024;
const SHORT: usize = 4096;

/// The words of the source, in its order.
struct Words {
    title: String,
    funder: String,
    text: String,
    eligibility: String,
    region: String,
    amount: String,
    closes: String,
    duration: String,
    url: String,
}

fn content(words: Words) -> CallContent {
    let amounts = free_text::amounts(&words.amount, None);
    let closing = free_text::closing(&words.closes);
    let kept = |text: String| Some(text).filter(|text| !text.is_empty());
    // Only a region that is Ukraine and nothing else says where the work happens; “EU/Ukraine” may
    // name the donor's side as well.
    let places = if matches!(words.region.as_str(), "Ukraine" | "Україна") {
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
        url: web_address(words.url),
        closing,
        deadline_text,
        award: amounts.award,
        total: amounts.total,
        award_text: kept(words.amount),
        duration: free_text::months(&words.duration),
        duration_text: kept(words.duration),
        places,
        ..CallContent::titled(words.title)
    }
}

fn draft(id: String, funder: String, content: CallContent) -> CallDraft {
    CallDraft {
        source: "ua-cso".to_owned(),
        external_id: id,
        donor: funder,
        donor_kind: None,
        content,
    }
}

pub(super) fn line(fields: &mut Fields) -> CallDraft {
    let id = fields.required("id", SHORT);
    let translated = fields.text("translation_of", SHORT);
    if !translated.is_empty() && fields.yes_no("translation_reliable") != Some(true) {
        // Some texts of the source stand beside the wrong call, and it says so.
        fields.invalid(
            "translation_reliable",
            &Value::Bool(false),
            "true: this text may belong to another call",
        );
    }
    let lang = fields.parsed("lang", "a language code such as “uk”");
    let focus = plain(&fields.text("focus", TEXT));
    let eligibility = plain(&fields.text("eligibility", TEXT));
    let text = plain(&fields.text("text", TEXT));
    let words = Words {
        title: plain(&fields.required("title", SHORT)),
        funder: plain(&fields.required("funder", SHORT)),
        // The text of the source is focus and eligibility in one.
        text: if focus.is_empty() { text } else { focus },
        eligibility,
        region: plain(&fields.text("region", SHORT)),
        amount: plain(&fields.text("amount_text", TEXT)),
        closes: plain(&fields.text("closes", TEXT)),
        duration: plain(&fields.text("duration", TEXT)),
        url: fields.text("url", SHORT),
    };
    let funder = words.funder.clone();
    let content = CallContent { lang, ..content(words) };
    draft(id, funder, content)
}

pub(super) fn record(fields: &mut Fields) -> CallDraft {
    let id = format!("ua:{}", fields.id("id"));
    let status = match fields.text("status", SHORT).as_str() {
        "active" => Some(CallStatus::Open),
        "closed" | "inactive" | "expired" => Some(CallStatus::Closed),
        _ => None,
    };
    let words = Words {
        title: plain(&fields.required("grant_name", SHORT)),
        funder: plain(&fields.required("funding_organization", SHORT)),
        text: plain(&fields.text("focus_areas", TEXT)),
        eligibility: plain(&fields.text("eligibility_criteria", TEXT)),
        region: plain(&fields.text("country_region", SHORT)),
        amount: plain(&fields.text("grant_amount", TEXT)),
        closes: plain(&fields.text("application_deadline", TEXT)),
        duration: plain(&fields.text("duration", TEXT)),
        url: fields.text("website_link", SHORT),
    };
    let funder = words.funder.clone();
    let cyrillic = words.text.chars().filter(|c| ('а'..='ї').contains(c)).count() * 4
        > words.text.chars().count();
    let lang = if cyrillic { "uk" } else { "en" }.parse().ok();
    let content = CallContent { status, lang, ..content(words) };
    draft(id, funder, content)
}
