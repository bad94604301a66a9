//! Calls: offers of money with rules.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    AmountRange, CallId, DonorId, EligibilityRule, EntityForm, Language, Money, MonthRange,
    PartnerNeed, Place, RuleDecision, ThemeCode, code::vocabulary,
};

vocabulary! {
    /// Where a call stands.
    CallStatus, "call status" {
        /// Announced, not yet open.
        Forecast = "forecast",
        /// Applications are accepted.
        Open = "open",
        /// Applications are no longer accepted.
        Closed = "closed",
        /// Taken back by the donor.
        Withdrawn = "withdrawn",
    }
}

vocabulary! {
    /// What a deadline ends.
    DeadlineKind, "deadline kind" {
        /// The last day for applications.
        Final = "final",
        /// The end of one stage, after which invited applicants go on.
        Stage = "stage",
        /// One of several dates on which what has come in is assessed.
        CutOff = "cut_off",
    }
}

/// A closing date. The hour and the zone are the donor's; both stay unknown where not stated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Deadline {
    /// The day.
    pub on: NaiveDate,
    /// The hour on that day.
    pub at: Option<NaiveTime>,
    /// The IANA name of the donor's zone, such as `Europe/Brussels`.
    pub zone: Option<String>,
    /// What it ends.
    pub kind: DeadlineKind,
    /// What the donor adds, such as the name of the stage.
    pub note: Option<String>,
}

/// When a call closes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "dates", rename_all = "snake_case")]
pub enum Closing {
    /// On these dates, in order; never empty.
    Dated(Vec<Deadline>),
    /// Applications are taken at any time, or on a recurring day.
    Rolling,
    /// Not stated, or not understood.
    Unknown,
}

vocabulary! {
    /// A field of a call: the unit of version history, and where a clause stands.
    CallField, "call field" {
        /// Title.
        Title = "title",
        /// Main text.
        Text = "text",
        /// Conditions.
        Conditions = "conditions",
        /// Who may apply, in words.
        Eligibility = "eligibility",
        /// Language of the text.
        Lang = "lang",
        /// Address of the call.
        Url = "url",
        /// Programme.
        Programme = "programme",
        /// Donor.
        Donor = "donor",
        /// Status.
        Status = "status",
        /// Opening day.
        Opens = "opens",
        /// Closing dates.
        Closing = "closing",
        /// Closing dates, in words.
        DeadlineText = "deadline_text",
        /// Size of one award.
        Award = "award",
        /// Amounts, in words.
        AwardText = "award_text",
        /// Total of the call.
        Total = "total",
        /// Number of awards.
        AwardsExpected = "awards_expected",
        /// Duration of a project.
        Duration = "duration",
        /// Duration, in words.
        DurationText = "duration_text",
        /// Places of activity.
        Places = "places",
        /// Languages of application.
        Languages = "languages",
        /// Themes.
        Themes = "themes",
        /// Countries of registration.
        EntityCountries = "entity_countries",
        /// Countries of registration that are excluded.
        EntityCountriesExcluded = "entity_countries_excluded",
        /// Legal forms.
        EntityForms = "entity_forms",
        /// Core costs.
        CoreCosts = "core_costs",
        /// Co-financing.
        CoFinancing = "co_financing_percent",
        /// Regranting.
        Regranting = "regranting",
        /// Partner.
        Partner = "partner",
        /// Eligibility rules.
        Rules = "rules",
    }
}

/// What a call says. Every field that a donor may leave open can be unknown here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallContent {
    /// Title.
    pub title: String,
    /// Main text: what the donor wants to see done.
    pub text: String,
    /// Conditions: rules and procedure.
    pub conditions: String,
    /// Who may apply, as the donor words it.
    pub eligibility: String,
    /// Language of the texts.
    pub lang: Option<Language>,
    /// Address of the call at the donor's.
    pub url: Option<String>,
    /// The programme it belongs to.
    pub programme: Option<String>,
    /// Status as stated by the source; see [`CallContent::status_on`].
    pub status: Option<CallStatus>,
    /// Opening day.
    pub opens: Option<NaiveDate>,
    /// Closing.
    pub closing: Closing,
    /// Closing as worded by the source, kept when it says more than the dates.
    pub deadline_text: Option<String>,
    /// Size of one award.
    pub award: Option<AmountRange>,
    /// Amounts as worded by the source.
    pub award_text: Option<String>,
    /// Total of the call.
    pub total: Option<Money>,
    /// Number of awards the donor expects to make.
    pub awards_expected: Option<u32>,
    /// Duration of a project.
    pub duration: Option<MonthRange>,
    /// Duration as worded by the source.
    pub duration_text: Option<String>,
    /// Where the work may happen. Empty: not stated.
    pub places: Vec<Place>,
    /// Languages an application may be written in. Empty: not stated.
    pub languages: Vec<Language>,
    /// Themes the source states or a person confirmed. Empty: none stated.
    pub themes: Vec<ThemeCode>,
    /// Where an applicant may be registered. Empty: not stated.
    pub entity_countries: Vec<Place>,
    /// Where an applicant may not be registered.
    pub entity_countries_excluded: Vec<Place>,
    /// Legal forms an applicant may have. Empty: not stated.
    pub entity_forms: Vec<EntityForm>,
    /// Whether core costs may be paid.
    pub core_costs: Option<bool>,
    /// Share of the costs the applicant must bring, in per cent.
    pub co_financing_percent: Option<u8>,
    /// Whether the money may be passed on.
    pub regranting: Option<bool>,
    /// Partner the call requires.
    pub partner: Option<PartnerNeed>,
    /// Conditions with the clause each rests on.
    pub rules: Vec<EligibilityRule>,
    /// What people decided about its rules. No source states them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<RuleDecision>,
}

impl CallContent {
    /// A call of which only the title is known.
    #[must_use]
    pub fn titled(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            text: String::new(),
            conditions: String::new(),
            eligibility: String::new(),
            lang: None,
            url: None,
            programme: None,
            status: None,
            opens: None,
            closing: Closing::Unknown,
            deadline_text: None,
            award: None,
            award_text: None,
            total: None,
            awards_expected: None,
            duration: None,
            duration_text: None,
            places: Vec::new(),
            languages: Vec::new(),
            themes: Vec::new(),
            entity_countries: Vec::new(),
            entity_countries_excluded: Vec::new(),
            entity_forms: Vec::new(),
            core_costs: None,
            co_financing_percent: None,
            regranting: None,
            partner: None,
            rules: Vec::new(),
            decisions: Vec::new(),
        }
    }

    /// The words of a field that is a text; empty for every other field.
    #[must_use]
    pub fn words_of(&self, field: CallField) -> &str {
        match field {
            CallField::Title => &self.title,
            CallField::Text => &self.text,
            CallField::Conditions => &self.conditions,
            CallField::Eligibility => &self.eligibility,
            CallField::DeadlineText => self.deadline_text.as_deref().unwrap_or_default(),
            CallField::AwardText => self.award_text.as_deref().unwrap_or_default(),
            CallField::DurationText => self.duration_text.as_deref().unwrap_or_default(),
            _ => "",
        }
    }

    /// The next closing day on or after `today`; `None` when rolling, unknown or all past.
    #[must_use]
    pub fn next_deadline(&self, today: NaiveDate) -> Option<&Deadline> {
        match &self.closing {
            Closing::Dated(dates) => dates.iter().filter(|d| d.on >= today).min(),
            Closing::Rolling | Closing::Unknown => None,
        }
    }

    /// The last closing day, past or future.
    #[must_use]
    pub fn last_deadline(&self) -> Option<&Deadline> {
        match &self.closing {
            Closing::Dated(dates) => dates.iter().max(),
            Closing::Rolling | Closing::Unknown => None,
        }
    }

    /// Where the call stands on a day. Dates decide over what a source once stated, except that a
    /// stated closure or withdrawal stands. `None`: neither dates nor a status are known.
    #[must_use]
    pub fn status_on(&self, today: NaiveDate) -> Option<CallStatus> {
        match self.status {
            Some(CallStatus::Withdrawn) => return Some(CallStatus::Withdrawn),
            Some(CallStatus::Closed) => return Some(CallStatus::Closed),
            _ => {}
        }
        if self.last_deadline().is_some_and(|last| last.on < today) {
            return Some(CallStatus::Closed);
        }
        match self.opens {
            Some(opens) if opens > today => Some(CallStatus::Forecast),
            Some(_) => Some(CallStatus::Open),
            None if self.status.is_none() && self.closing != Closing::Unknown => {
                Some(CallStatus::Open)
            }
            None => self.status,
        }
    }
}

/// A call as recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// Identifier.
    pub id: CallId,
    /// Where it was imported from; with `external_id` it names the call across imports.
    pub source: String,
    /// The source's own identifier.
    pub external_id: String,
    /// Who gives.
    pub donor: DonorId,
    /// When Waxwing first recorded it.
    pub first_seen: DateTime<Utc>,
    /// When a field last changed.
    pub changed_at: DateTime<Utc>,
    /// What it says.
    pub content: CallContent,
}

#[cfg(test)]
mod tests {
    use super::{CallContent, CallStatus, Closing, Deadline, DeadlineKind};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn call(dates: &[&str]) -> CallContent {
        let dates = dates
            .iter()
            .map(|on| Deadline {
                on: day(on),
                at: None,
                zone: None,
                kind: DeadlineKind::CutOff,
                note: None,
            })
            .collect();
        CallContent { closing: Closing::Dated(dates), ..CallContent::titled("x") }
    }

    #[test]
    fn the_last_of_several_dates_closes_a_call() {
        let call = call(&["2026-03-01", "2026-09-01"]);
        assert_eq!(call.status_on(day("2026-05-01")), Some(CallStatus::Open));
        assert_eq!(call.next_deadline(day("2026-05-01")).unwrap().on, day("2026-09-01"));
        assert_eq!(call.status_on(day("2026-09-01")), Some(CallStatus::Open));
        assert_eq!(call.status_on(day("2026-09-02")), Some(CallStatus::Closed));
    }

    #[test]
    fn an_unknown_status_stays_unknown() {
        assert_eq!(CallContent::titled("x").status_on(day("2026-05-01")), None);
    }

    #[test]
    fn a_stale_statement_yields_to_dates_but_a_withdrawal_stands() {
        let mut call = call(&["2026-03-01"]);
        call.status = Some(CallStatus::Open);
        assert_eq!(call.status_on(day("2026-05-01")), Some(CallStatus::Closed));
        call.status = Some(CallStatus::Withdrawn);
        assert_eq!(call.status_on(day("2026-02-01")), Some(CallStatus::Withdrawn));
        call.status = Some(CallStatus::Forecast);
        call.opens = Some(day("2026-01-01"));
        assert_eq!(call.status_on(day("2026-02-01")), Some(CallStatus::Open));
    }
}
