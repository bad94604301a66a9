//! Grant opportunities of US states: dates are moments or words, amounts numbers or words.

use domain::{
    AmountRange, CallContent, CallDraft, CallStatus, Closing, Currency, Deadline, DeadlineKind,
    DonorKind, EntityForm,
};

use super::eu::web_address;
use crate::{
    fields::Fields,
    free_text::{self, day_of_moment, single_amount},
    text::plain,
};

const TEXT: usize = 64 * 1024;
const SHORT: usize = 4096;

/// The forms a list such as `Nonprofit; Public Agency` names; empty when one of them is not known.
fn forms(eligibility: &str) -> Vec<EntityForm> {
    let mut forms = Vec::new();
    for word in eligibility.split(';').map(str::trim) {
        let known: &[EntityForm] = match word {
            "Nonprofit" => {
                &[EntityForm::Association, EntityForm::Foundation, EntityForm::NonProfitCompany]
            }
            "Public Agency" | "Tribal Government" => &[EntityForm::PublicBody],
            "Business" => &[EntityForm::Company],
            "Individual" => &[EntityForm::Individual],
            _ => return Vec::new(),
        };
        forms
            .extend(known.iter().copied().filter(|form| !forms.contains(form)).collect::<Vec<_>>());
    }
    forms
}

pub(super) fn line(fields: &mut Fields) -> CallDraft {
    let id = fields.required("id", SHORT);
    let currency: Currency =
        fields.parsed("currency", "a currency code such as “USD”").unwrap_or(Currency::EUR);
    let status = match fields.text("status", SHORT).to_lowercase().as_str() {
        "accepting applications" | "active" | "open" => Some(CallStatus::Open),
        "closed" => Some(CallStatus::Closed),
        "forecasted" => Some(CallStatus::Forecast),
        _ => None,
    };
    let closes = fields.text("closes", SHORT);
    let closing = match day_of_moment(&closes) {
        Some(on) => Closing::Dated(vec![Deadline {
            on,
            at: None,
            zone: None,
            kind: DeadlineKind::Final,
            note: None,
        }]),
        None => free_text::closing(&closes),
    };
    let minor = |text: &str| {
        single_amount(text, currency)
            .filter(|money| money.currency == currency && money.minor > 0)
            .map(|money| money.minor)
    };
    let (low, high) = (plain(&fields.text("min", TEXT)), plain(&fields.text("max", TEXT)));
    let words = plain(&fields.text("amounts", TEXT));
    let award = free_text::amounts(&words, Some(currency))
        .award
        .or_else(|| AmountRange::new(minor(&low), minor(&high), currency).ok());
    let budget = plain(&fields.text("budget", TEXT));
    let total = single_amount(&budget, currency)
        .filter(|money| money.minor > 0)
        .or_else(|| free_text::amounts(&budget, Some(currency)).total);
    // Words are kept where they say more than the number.
    let said: Vec<String> = [words, low, high, budget]
        .into_iter()
        .filter(|text| !text.is_empty() && single_amount(text, currency).is_none())
        .collect();
    let eligibility = plain(&fields.text("eligibility", TEXT));
    let content = CallContent {
        lang: fields.parsed("lang", "a language code such as “en”"),
        text: plain(&fields.text("text", TEXT)),
        url: web_address(fields.text("url", SHORT)),
        programme: Some(plain(&fields.text("category", SHORT))).filter(|text| !text.is_empty()),
        status,
        opens: day_of_moment(&fields.text("opens", SHORT)),
        deadline_text: Some(closes)
            .filter(|text| !text.is_empty() && day_of_moment(text).is_none()),
        closing,
        award,
        award_text: Some(said.join("; ")).filter(|text| !text.is_empty()),
        total,
        // These are programmes of US states for work there.
        places: "US".parse().into_iter().collect(),
        entity_forms: forms(&eligibility),
        eligibility,
        ..CallContent::titled(plain(&fields.required("title", SHORT)))
    };
    CallDraft {
        source: "us-state".to_owned(),
        external_id: id,
        donor: plain(&fields.required("funder", SHORT)),
        donor_kind: Some(DonorKind::PublicBody),
        content,
    }
}
