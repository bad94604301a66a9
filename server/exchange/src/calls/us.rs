//! Grant opportunities of US states: dates are moments or words, amounts numbers or words.

use domain::{
    AmountRange, CallContent, CallDraft, CallStatus, Closing, Currency, Deadline, DonorKind,
    EntityForm, call::is_stand_in,
};

use crate::{
    address::web_address,
    fields::{Fields, ID, SHORT, TEXT},
    free_text::{self, Writing, day_of_moment, single_amount},
};

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
        for form in known {
            if !forms.contains(form) {
                forms.push(*form);
            }
        }
    }
    forms
}

/// Noon UTC stands for “not known” in one of the sources, and the other writes 11:59 where it may mean
/// a minute before midnight: only the day is certain, and not one that stands for none.
fn closing(words: &str) -> Closing {
    match day_of_moment(words) {
        None => free_text::closing(words),
        Some(day) if is_stand_in(day) => Closing::Unknown,
        Some(day) => Closing::Dated(vec![Deadline::on(day)]),
    }
}

/// Whether the words of a closing say more than the day that was taken from them.
fn says_more(words: &str, closing: &Closing) -> bool {
    let day_only = matches!(closing, Closing::Dated(_))
        && day_of_moment(words).is_some()
        && (words.len() == 10
            || words.ends_with("T12:00:00-00:00")
            || words.ends_with(" 00:00:00"));
    !words.is_empty() && !day_only
}

pub(super) fn line(fields: &mut Fields) -> CallDraft {
    let id = fields.required("id", ID);
    let currency: Option<Currency> =
        fields.required_parsed("currency", "a currency code such as “USD”");
    // Amounts of these sources part thousands with a comma, and decimals with a point.
    let writing = Writing { currency, thousands: Some(',') };
    let status = match fields.text("status", SHORT).to_lowercase().as_str() {
        "accepting applications" | "active" | "open" => Some(CallStatus::Open),
        "closed" => Some(CallStatus::Closed),
        "forecasted" => Some(CallStatus::Forecast),
        _ => None,
    };
    let closes = fields.plain("closes", SHORT);
    let closing = closing(&closes);
    let single = |text: &str| {
        single_amount(text, writing)
            .filter(|money| Some(money.currency) == currency && money.minor > 0)
    };
    let (low, high) = (fields.plain("min", SHORT), fields.plain("max", SHORT));
    let (words, budget) = (fields.plain("amounts", SHORT), fields.plain("budget", SHORT));
    let ends = (single(&low).map(|money| money.minor), single(&high).map(|money| money.minor));
    let award = free_text::amounts(&words, writing)
        .award()
        .or_else(|| AmountRange::new(ends.0, ends.1, currency?).ok());
    let total = single(&budget).or_else(|| free_text::amounts(&budget, writing).total());
    // Words are kept where they say more than a number; numbers where they were not believed.
    let believed = |text: &str, used: bool| used && single_amount(text, writing).is_some();
    let said: Vec<String> = [words, low, high]
        .into_iter()
        .filter(|text| !text.is_empty() && !believed(text, award.is_some()))
        .chain(
            [budget]
                .into_iter()
                .filter(|text| !text.is_empty() && !believed(text, total.is_some())),
        )
        .collect();
    let eligibility = fields.plain("eligibility", TEXT);
    let content = CallContent {
        lang: fields.parsed("lang", "a language code such as “en”"),
        text: fields.plain("text", TEXT),
        url: web_address(&fields.plain("url", SHORT)),
        programme: Some(fields.plain("category", SHORT)).filter(|text| !text.is_empty()),
        status,
        opens: free_text::day(&fields.plain("opens", SHORT)),
        deadline_text: Some(closes).filter(|text| says_more(text, &closing)),
        closing,
        award,
        award_text: Some(said.join("; ")).filter(|text| !text.is_empty()),
        total,
        // These are programmes of US states for work there.
        places: "US".parse().into_iter().collect(),
        entity_forms: forms(&eligibility),
        eligibility,
        ..CallContent::titled(fields.required_plain("title", SHORT))
    };
    CallDraft {
        source: "us-state".to_owned(),
        external_id: id,
        donor: fields.plain_donor("funder"),
        donor_kind: Some(DonorKind::PublicBody),
        content,
    }
}
