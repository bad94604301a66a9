//! Numbers, money, days and names as each language writes them.

use std::{collections::HashMap, sync::LazyLock};

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::{
    AmountRange, Closing, Country, Deadline, Language, Money, MonthRange, Place, Theme, ThemeCode,
};
use icu_datetime::{DateTimeFormatter, fieldsets::YMD, input::Date};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_experimental::displaynames::{
    DisplayNamesOptions,
    multi::{LanguageDisplayNames, RegionDisplayNames},
};
use icu_plurals::{PluralCategory, PluralOperands, PluralRules, PluralRulesOptions};

use super::{Locale, Text};

/// The formatters of one language; those whose data is missing are absent, and plain forms are
/// shown instead.
struct Formatters {
    decimal: Option<DecimalFormatter>,
    day: Option<DateTimeFormatter<YMD>>,
    regions: Option<RegionDisplayNames>,
    languages: Option<LanguageDisplayNames>,
    plurals: Option<PluralRules>,
}

static FORMATTERS: LazyLock<HashMap<Locale, Formatters>> =
    LazyLock::new(|| Locale::ALL.into_iter().map(|locale| (locale, formatters(locale))).collect());

fn formatters(locale: Locale) -> Formatters {
    let language = icu_locale_core::Locale::try_from_str(locale.code())
        .unwrap_or(icu_locale_core::Locale::UNKNOWN);
    // Plain English would be that of the United States; the readers write the day first.
    let days = match locale {
        Locale::En => icu_locale_core::locale!("en-GB"),
        _ => language.clone(),
    };
    Formatters {
        decimal: DecimalFormatter::try_new(
            (&language).into(),
            icu_decimal::options::DecimalFormatterOptions::default(),
        )
        .ok(),
        day: DateTimeFormatter::try_new((&days).into(), YMD::long()).ok(),
        regions: RegionDisplayNames::try_new((&language).into(), DisplayNamesOptions::default())
            .ok(),
        languages: LanguageDisplayNames::try_new(
            (&language).into(),
            DisplayNamesOptions::default(),
        )
        .ok(),
        plurals: PluralRules::try_new((&language).into(), PluralRulesOptions::default()).ok(),
    }
}

impl Text {
    fn formatters(self) -> Option<&'static Formatters> {
        FORMATTERS.get(&self.locale)
    }

    /// The plural form that a count takes, by its name in CLDR and in the messages.
    pub(super) fn plural_form(self, count: impl Into<PluralOperands>) -> &'static str {
        let rules = self.formatters().and_then(|all| all.plurals.as_ref());
        match rules.map_or(PluralCategory::Other, |rules| rules.category_for(count.into())) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    /// A whole number, grouped.
    #[must_use]
    pub fn number(self, number: u64) -> String {
        match self.formatters().and_then(|all| all.decimal.as_ref()) {
            Some(formatter) => formatter.format(&Decimal::from(number)).to_string(),
            None => number.to_string(),
        }
    }

    /// A number with two decimals, from hundredths.
    #[must_use]
    pub fn hundredths(self, hundredths: u32) -> String {
        let mut decimal = Decimal::from(hundredths);
        decimal.multiply_pow10(-2);
        match self.formatters().and_then(|all| all.decimal.as_ref()) {
            Some(formatter) => formatter.format(&decimal).to_string(),
            None => decimal.to_string(),
        }
    }

    /// An amount with its currency: `€30,000` in English, `30.000 €` elsewhere.
    #[must_use]
    pub fn money(self, money: Money) -> String {
        self.with_currency(&self.amount(money), money.currency.code())
    }

    /// The digits of an amount, without decimals that are all zero.
    fn amount(self, money: Money) -> String {
        let decimal = money.decimal();
        let parsed = decimal.parse::<Decimal>().ok();
        match (self.formatters().and_then(|all| all.decimal.as_ref()), parsed) {
            (Some(formatter), Some(parsed)) => formatter.format(&parsed).to_string(),
            _ => decimal,
        }
    }

    fn with_currency(self, amount: &str, code: &str) -> String {
        let sign = match code {
            "EUR" => "€",
            "USD" => "$",
            "GBP" => "£",
            "UAH" => "₴",
            other => other,
        };
        match (self.locale, sign.chars().count()) {
            (Locale::En, 1) => format!("{sign}{amount}"),
            (Locale::En, _) => format!("{sign}\u{a0}{amount}"),
            _ => format!("{amount}\u{a0}{sign}"),
        }
    }

    /// A range of amounts: `€20,000 to €50,000`, `up to €5,000`.
    #[must_use]
    pub fn amounts(self, range: &AmountRange) -> String {
        match (range.min(), range.max()) {
            (Some(low), Some(high)) if low == high => self.money(low),
            (Some(low), Some(high)) => self.say_with(
                "range",
                [("low", self.money(low).into()), ("high", self.money(high).into())],
            ),
            (Some(low), None) => self.say_with("range-from", [("low", self.money(low).into())]),
            (None, Some(high)) => self.say_with("range-up-to", [("high", self.money(high).into())]),
            (None, None) => String::new(),
        }
    }

    /// A span of months: `12 to 18 months`.
    #[must_use]
    pub fn months(self, span: MonthRange) -> String {
        match (span.min, span.max) {
            (Some(low), Some(high)) if low != high => self.say_with(
                "months-range",
                [("low", u32::from(low).into()), ("high", u32::from(high).into())],
            ),
            (Some(months), Some(_)) => self.count("months", u64::from(months)),
            (Some(low), None) => self.count("months-from", u64::from(low)),
            (None, Some(high)) => self.count("months-up-to", u64::from(high)),
            (None, None) => String::new(),
        }
    }

    /// A day: `14 December 2026`.
    #[must_use]
    pub fn day(self, day: NaiveDate) -> String {
        let parts = (u8::try_from(day.month()), u8::try_from(day.day()));
        let date = match parts {
            (Ok(month), Ok(number)) => Date::try_new_iso(day.year(), month, number).ok(),
            _ => None,
        };
        match (self.formatters().and_then(|all| all.day.as_ref()), date) {
            (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
            _ => day.to_string(),
        }
    }

    /// A moment in UTC: `14 December 2026, 17:00 UTC`.
    #[must_use]
    pub fn moment(self, moment: DateTime<Utc>) -> String {
        format!("{}, {} UTC", self.day(moment.date_naive()), moment.format("%H:%M"))
    }

    /// The day of a moment, in UTC.
    #[must_use]
    pub fn day_of(self, moment: DateTime<Utc>) -> String {
        self.day(moment.date_naive())
    }

    /// A time zone: its city, or how far it is from universal time.
    fn zone(self, zone: Tz) -> String {
        let name = zone.name();
        match name.strip_prefix("Etc/GMT") {
            Some("+12") => self.say("zone-anywhere"),
            // These names have the sign the other way round.
            Some(offset) if !offset.is_empty() => {
                let (sign, hours) = offset.split_at(1);
                format!("UTC{}{hours}", if sign == "-" { "+" } else { "−" })
            }
            _ => name.replace('_', " "),
        }
    }

    /// A moment in UTC beside a day: the hour, and the day where it is another one.
    fn in_utc(self, moment: DateTime<Utc>, day: NaiveDate) -> String {
        let hour = moment.format("%H:%M").to_string();
        if moment.date_naive() == day {
            hour
        } else {
            format!("{} {hour}", self.day(moment.date_naive()))
        }
    }

    /// A deadline in the donor's zone and in UTC; what is not stated is said.
    #[must_use]
    pub fn deadline(self, deadline: &Deadline) -> String {
        let day = self.day(deadline.on);
        let hour = |at: chrono::NaiveTime| at.format("%H:%M").to_string();
        match (deadline.at, deadline.known_zone()) {
            (None, None) => self.say_with("deadline-day", [("day", day.into())]),
            (None, Some(zone)) => {
                let utc = self.in_utc(deadline.ends(), deadline.on);
                let zone = self.zone(zone);
                let arguments = [("day", day.into()), ("zone", zone.into()), ("utc", utc.into())];
                self.say_with("deadline-whole-day", arguments)
            }
            (Some(at), zone) => {
                let utc = deadline.stated_moment().map(|moment| self.in_utc(moment, deadline.on));
                let is_utc = zone.is_some_and(|zone| zone == Tz::UTC);
                let zone = zone.map_or_else(|| self.say("zone-unknown"), |zone| self.zone(zone));
                let arguments =
                    [("day", day.into()), ("hour", hour(at).into()), ("zone", zone.into())];
                let stated = self.say_with("deadline-hour", arguments);
                match utc.filter(|_| !is_utc) {
                    Some(utc) => format!("{stated}, {utc}\u{a0}UTC"),
                    None => stated,
                }
            }
        }
    }

    /// How far a deadline lies ahead: `in 21 days`, `today`, `in 5 hours`; empty where it may be over
    /// already.
    #[must_use]
    pub fn ahead(self, deadline: &Deadline, now: DateTime<Utc>) -> String {
        let left = deadline.ends() - now;
        if deadline.is_exact() && left < TimeDelta::days(1) {
            return match u64::try_from(left.num_hours()) {
                Ok(0) => self.say("within-hour"),
                Ok(hours) => self.count("in-hours", hours),
                Err(_) => String::new(),
            };
        }
        match u64::try_from(deadline.days_left(now)) {
            Ok(0) => self.say("today"),
            Ok(days) => self.count("in-days", days),
            Err(_) => String::new(),
        }
    }

    /// When a call closes, in one line.
    #[must_use]
    pub fn closing(self, closing: &Closing, next: Option<&Deadline>, now: DateTime<Utc>) -> String {
        match (closing, next) {
            (Closing::Rolling, _) => self.say("closing-rolling"),
            (Closing::Unknown, _) => self.say("closing-unknown"),
            (Closing::Dated(_), Some(next)) => {
                let day = match next.at {
                    Some(_) => self.deadline(next),
                    None => self.day(next.on),
                };
                let ahead = self.ahead(next, now);
                if ahead.is_empty() {
                    self.say_with("closing-maybe", [("day", day.into())])
                } else {
                    self.say_with("closing-on", [("day", day.into()), ("ahead", ahead.into())])
                }
            }
            (Closing::Dated(dates), None) => match dates.iter().max_by_key(|date| date.ends()) {
                Some(last) => self.say_with("closing-was", [("day", self.day(last.on).into())]),
                None => self.say("closing-unknown"),
            },
        }
    }

    /// The name of a country.
    #[must_use]
    pub fn country(self, country: Country) -> String {
        let region = country.code().parse::<icu_locale_core::subtags::Region>().ok();
        let name = region.and_then(|region| self.formatters()?.regions.as_ref()?.of(region));
        name.unwrap_or(country.code()).to_owned()
    }

    /// The name of a country or region.
    #[must_use]
    pub fn place(self, place: Place) -> String {
        match place {
            Place::Country(country) => self.country(country),
            Place::Region(region) => self.coded("region", &region.code().to_lowercase()),
        }
    }

    /// Names of places, with commas.
    #[must_use]
    pub fn places(self, places: &[Place]) -> String {
        places.iter().map(|place| self.place(*place)).collect::<Vec<_>>().join(", ")
    }

    /// The name of a language.
    #[must_use]
    pub fn language(self, language: &Language) -> String {
        // CLDR still has the name after the Soviet republic.
        if self.locale == Locale::De && language.code() == "be" {
            return "Belarusisch".to_owned();
        }
        let subtag = language.code().parse::<icu_locale_core::subtags::Language>().ok();
        let name = subtag.and_then(|subtag| self.formatters()?.languages.as_ref()?.of(subtag));
        name.unwrap_or(language.code()).to_owned()
    }

    /// Names of languages, with commas.
    #[must_use]
    pub fn languages(self, languages: &[Language]) -> String {
        languages.iter().map(|language| self.language(language)).collect::<Vec<_>>().join(", ")
    }

    /// The name of a theme.
    #[must_use]
    pub fn theme(self, code: &ThemeCode) -> String {
        code.theme().map_or_else(
            || code.to_string(),
            |theme: &Theme| theme.label(self.locale.code()).to_owned(),
        )
    }
}
