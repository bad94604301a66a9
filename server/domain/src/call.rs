//! Calls: offers of money with rules.

use std::cmp::Ordering;

use chrono::{
    DateTime, Datelike, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone,
    Timelike, Utc,
};
use chrono_tz::Tz;
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

/// Whether a day stands for “not stated” where a source must fill a field in: the first days of the
/// calendars of machines, and days so far off that no call closes on them.
#[must_use]
pub fn is_stand_in(day: NaiveDate) -> bool {
    // On this day seconds since 1970 no longer fit into 32 bits.
    let overflow = NaiveDate::from_ymd_opt(2038, 1, 19);
    !(1981..2090).contains(&day.year()) || Some(day) == overflow
}

/// An hour as deadlines have it: without seconds. What ends with the last minute of a day has the day.
#[must_use]
pub fn whole_minute(at: NaiveTime) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(at.hour(), at.minute(), 0)
}

/// The zone in which every day ends last.
const LAST_ZONE: Tz = Tz::Etc__GMTPlus12;

/// The moment of a clock's time in a zone: the later one where clocks were set back. A time that the
/// change to summer time skips is told by the clock that was not changed.
fn moment_there(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let found = (0..=24).find_map(|hours| {
        match zone.from_local_datetime(&(local + TimeDelta::hours(hours))) {
            LocalResult::Single(moment) | LocalResult::Ambiguous(_, moment) => Some(moment),
            LocalResult::None => None,
        }
    });
    found.map_or_else(|| local.and_utc(), |moment| moment.with_timezone(&Utc))
}

impl Deadline {
    /// A day of which nothing more is known.
    #[must_use]
    pub const fn on(day: NaiveDate) -> Self {
        Self { on: day, at: None, zone: None, kind: DeadlineKind::Final, note: None }
    }

    /// The zone, where it is known.
    #[must_use]
    pub fn known_zone(&self) -> Option<Tz> {
        self.zone.as_deref().and_then(|name| name.parse().ok())
    }

    /// Whether the moment is known, and not only a day that has its end somewhere on earth.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.at.is_some() && self.known_zone().is_some()
    }

    /// The moment from which it is over: its hour in its zone. A day without an hour ends when the
    /// day ends there, and without a zone when it has ended everywhere: a call that may still be
    /// open is not hidden.
    #[must_use]
    pub fn ends(&self) -> DateTime<Utc> {
        let last_minute = |at: &NaiveTime| (at.hour(), at.minute()) == (23, 59);
        let local = match self.at.filter(|at| !last_minute(at)) {
            Some(at) => self.on.and_time(at),
            None => self.on.succ_opt().unwrap_or(self.on).and_time(NaiveTime::MIN),
        };
        moment_there(local, self.known_zone().unwrap_or(LAST_ZONE))
    }

    /// The moment that is stated, where the hour and the zone are known.
    #[must_use]
    pub fn stated_moment(&self) -> Option<DateTime<Utc>> {
        Some(moment_there(self.on.and_time(self.at?), self.known_zone()?))
    }

    /// Whether it is over at a moment.
    #[must_use]
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        // Two days off the calendar tells, without asking for zones: lists ask this of every call.
        match (now.date_naive() - self.on).num_days() {
            ..=-2 => false,
            2.. => true,
            _ => self.ends() <= now,
        }
    }

    /// Which of two comes first.
    fn order(&self, other: &Self) -> Ordering {
        match (self.on - other.on).num_days() {
            ..=-3 => Ordering::Less,
            3.. => Ordering::Greater,
            _ => self.ends().cmp(&other.ends()),
        }
    }

    /// The day on which whoever looks at a calendar finds it: that of the donor's zone or that of
    /// UTC, whichever comes first.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.on.min(self.ends().date_naive())
    }

    /// How many days are left by the calendar of its zone, or of UTC where the zone is not known;
    /// negative where the day is over there and perhaps not elsewhere.
    #[must_use]
    pub fn days_left(&self, now: DateTime<Utc>) -> i64 {
        let today = self
            .known_zone()
            .map_or_else(|| now.date_naive(), |zone| now.with_timezone(&zone).date_naive());
        (self.on - today).num_days()
    }
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
    /// Status as stated by the source; see [`CallContent::status_at`].
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

    /// The next deadline that is not over; `None` when rolling, unknown or all past.
    #[must_use]
    pub fn next_deadline(&self, now: DateTime<Utc>) -> Option<&Deadline> {
        match &self.closing {
            Closing::Dated(dates) => {
                dates.iter().filter(|date| !date.is_over(now)).min_by(|a, b| a.order(b))
            }
            Closing::Rolling | Closing::Unknown => None,
        }
    }

    /// The last deadline, past or future.
    #[must_use]
    pub fn last_deadline(&self) -> Option<&Deadline> {
        match &self.closing {
            Closing::Dated(dates) => dates.iter().max_by(|a, b| a.order(b)),
            Closing::Rolling | Closing::Unknown => None,
        }
    }

    /// Where the call stands at a moment. Dates decide over what a source once stated, except that a
    /// stated closure or withdrawal stands. `None`: neither dates nor a status are known.
    #[must_use]
    pub fn status_at(&self, now: DateTime<Utc>) -> Option<CallStatus> {
        match self.status {
            Some(CallStatus::Withdrawn) => return Some(CallStatus::Withdrawn),
            Some(CallStatus::Closed) => return Some(CallStatus::Closed),
            _ => {}
        }
        if self.last_deadline().is_some_and(|last| last.is_over(now)) {
            return Some(CallStatus::Closed);
        }
        match self.opens {
            Some(opens) if opens > now.date_naive() => Some(CallStatus::Forecast),
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
    use super::{CallContent, CallStatus, Closing, Deadline, DeadlineKind, is_stand_in};
    use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A moment such as `2026-05-01T12:00:00Z`.
    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn noon(day: &str) -> DateTime<Utc> {
        moment(&format!("{day}T12:00:00Z"))
    }

    fn deadline(on: &str, at: Option<&str>, zone: Option<&str>) -> Deadline {
        Deadline {
            at: at.map(|at| at.parse::<NaiveTime>().unwrap()),
            zone: zone.map(str::to_owned),
            kind: DeadlineKind::CutOff,
            ..Deadline::on(day(on))
        }
    }

    fn dated(dates: Vec<Deadline>) -> CallContent {
        CallContent { closing: Closing::Dated(dates), ..CallContent::titled("x") }
    }

    fn call(dates: &[&str]) -> CallContent {
        dated(dates.iter().map(|on| deadline(on, None, None)).collect())
    }

    #[test]
    fn the_last_of_several_dates_closes_a_call() {
        let call = call(&["2026-03-01", "2026-09-01"]);
        assert_eq!(call.status_at(noon("2026-05-01")), Some(CallStatus::Open));
        assert_eq!(call.next_deadline(noon("2026-05-01")).unwrap().on, day("2026-09-01"));
        assert_eq!(call.status_at(noon("2026-09-01")), Some(CallStatus::Open));
        assert_eq!(call.status_at(noon("2026-09-02")), Some(CallStatus::Closed));
    }

    #[test]
    fn hour_and_zone_decide_when_a_deadline_is_over() {
        for (on, at, zone, ends) in [
            ("2026-11-30", Some("17:00:00"), Some("Europe/Brussels"), "2026-11-30T16:00:00Z"),
            ("2026-06-30", Some("17:00:00"), Some("Europe/Brussels"), "2026-06-30T15:00:00Z"),
            ("2026-11-30", Some("00:32:00"), Some("UTC"), "2026-11-30T00:32:00Z"),
            ("2026-11-29", Some("19:42:00"), Some("Pacific/Honolulu"), "2026-11-30T05:42:00Z"),
            ("2026-11-30", Some("02:42:00"), Some("Asia/Tbilisi"), "2026-11-29T22:42:00Z"),
            // Without an hour the day ends when it ends there, without a zone everywhere.
            ("2026-11-29", None, Some("Pacific/Honolulu"), "2026-11-30T10:00:00Z"),
            ("2026-11-30", None, Some("Europe/Kyiv"), "2026-11-30T22:00:00Z"),
            ("2026-11-30", None, None, "2026-12-01T12:00:00Z"),
            ("2026-11-30", None, Some("Nowhere/Else"), "2026-12-01T12:00:00Z"),
            ("2026-11-30", Some("17:00:00"), None, "2026-12-01T05:00:00Z"),
            // The last minute is the end of the day.
            ("2026-11-30", Some("23:59:00"), Some("Europe/Kyiv"), "2026-11-30T22:00:00Z"),
            ("2026-11-30", Some("23:59:59"), Some("Europe/Kyiv"), "2026-11-30T22:00:00Z"),
            // Clocks are changed: an hour that is not there, and one that is there twice.
            ("2026-03-29", Some("02:30:00"), Some("Europe/Berlin"), "2026-03-29T01:30:00Z"),
            ("2026-10-25", Some("02:30:00"), Some("Europe/Berlin"), "2026-10-25T01:30:00Z"),
        ] {
            let deadline = deadline(on, at, zone);
            assert_eq!(deadline.ends(), moment(ends), "{on} {at:?} {zone:?}");
            assert!(deadline.is_over(moment(ends)));
            assert!(!deadline.is_over(moment(ends) - TimeDelta::seconds(1)));
        }
    }

    #[test]
    fn the_earlier_moment_comes_next_whatever_the_day() {
        let tokyo = deadline("2026-12-01", Some("00:30:00"), Some("Asia/Tokyo"));
        let hawaii = deadline("2026-11-30", Some("20:00:00"), Some("Pacific/Honolulu"));
        let call = dated(vec![hawaii.clone(), tokyo.clone()]);
        let now = noon("2026-11-30");
        assert_eq!(call.next_deadline(now), Some(&tokyo));
        assert_eq!(call.last_deadline(), Some(&hawaii));
        assert_eq!((tokyo.first_day(), hawaii.first_day()), (day("2026-11-30"), day("2026-11-30")));
        assert_eq!((tokyo.days_left(now), hawaii.days_left(now)), (1, 0));
    }

    #[test]
    fn days_that_stand_for_none() {
        for stand_in in [
            "0001-01-01",
            "1753-01-01",
            "1899-12-30",
            "1900-01-01",
            "1970-01-01",
            "1980-01-01",
            "2038-01-19",
            "2099-12-31",
            "2100-01-01",
            "2999-12-31",
            "9999-12-31",
        ] {
            assert!(is_stand_in(day(stand_in)), "{stand_in}");
        }
        for real in ["1999-12-31", "2024-02-29", "2027-03-15", "2030-12-31", "2050-01-01"] {
            assert!(!is_stand_in(day(real)), "{real}");
        }
    }

    #[test]
    fn an_unknown_status_stays_unknown() {
        assert_eq!(CallContent::titled("x").status_at(noon("2026-05-01")), None);
    }

    #[test]
    fn a_stale_statement_yields_to_dates_but_a_withdrawal_stands() {
        let mut call = call(&["2026-03-01"]);
        call.status = Some(CallStatus::Open);
        assert_eq!(call.status_at(noon("2026-05-01")), Some(CallStatus::Closed));
        call.status = Some(CallStatus::Withdrawn);
        assert_eq!(call.status_at(noon("2026-02-01")), Some(CallStatus::Withdrawn));
        call.status = Some(CallStatus::Forecast);
        call.opens = Some(day("2026-01-01"));
        assert_eq!(call.status_at(noon("2026-02-01")), Some(CallStatus::Open));
    }

    proptest! {
        /// In every zone a deadline is over when the clock there has passed its hour.
        #[test]
        fn a_deadline_is_over_when_the_clock_there_says_so(
            days in 0_i64..4000, minute in 0_u32..1439,
            zone in prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec()),
        ) {
            let on = day("2024-01-01") + TimeDelta::days(days);
            let at = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap();
            let exact = Deadline { at: Some(at), zone: Some(zone.name().to_owned()), ..Deadline::on(on) };
            let there = exact.ends().with_timezone(&zone).naive_local();
            let late = (there - on.and_time(at)).num_minutes();
            // Not before its hour; later only where clocks were changed.
            prop_assert!((0..=24 * 60).contains(&late), "{} {}", zone, late);
            // What is not known only keeps it open for longer.
            let whole_day = Deadline { at: None, ..exact.clone() };
            let anywhere = Deadline { zone: None, ..whole_day.clone() };
            prop_assert!(exact.ends() <= whole_day.ends());
            prop_assert!(whole_day.ends() <= anywhere.ends());
            for hours in -60..60 {
                let now = on.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(hours);
                for deadline in [&exact, &whole_day, &anywhere] {
                    prop_assert_eq!(deadline.is_over(now), deadline.ends() <= now);
                }
            }
        }
    }
}
