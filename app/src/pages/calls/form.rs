//! The form of a call: what was typed, what it means, and how it is shown again.

use domain::{
    CallContent, Closing, Currency, Deadline, DeadlineKind, EntityForm, MonthRange, PartnerNeed,
    Place,
    moment::{self, Told},
    written::months,
};
use service::editing::CallInput;

use crate::{
    http::Sent,
    pages::projects::{
        form::{in_field, range},
        names,
    },
    text::Text,
    ui::FieldError,
};

/// How many closing dates the form has room for, at the least, and how many more than there are.
pub(super) const DATES: usize = 4;
const MORE: usize = 2;

/// What was typed, field by field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed(pub(crate) Vec<(String, String)>);

impl Typed {
    /// What was typed into a field.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.trim())
    }

    /// A long text as it was typed; browsers send line breaks as two signs.
    fn text(&self, name: &str) -> String {
        self.value(name).replace("\r\n", "\n")
    }

    /// A short text; `None` when empty.
    fn given(&self, name: &str) -> Option<String> {
        Some(self.value(name).to_owned()).filter(|text| !text.is_empty())
    }

    /// All values of a field, in their order.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.trim())
    }

    /// The value of a field of a row.
    pub(super) fn nth(&self, name: &str, row: usize) -> String {
        self.all(name).nth(row).unwrap_or_default().to_owned()
    }

    /// How many rows of closing dates are shown.
    pub(super) fn dates(&self) -> usize {
        let filled = self.all("deadline_on").filter(|typed| !typed.is_empty()).count();
        DATES.max(filled + MORE).max(self.all("deadline_on").count())
    }

    /// Yes, no, or not said.
    fn yes_no(&self, name: &str) -> Option<bool> {
        match self.value(name) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}

/// Collects what is wrong, once for each field.
#[derive(Default)]
pub(crate) struct Wrong(pub(crate) Vec<FieldError>);

impl Wrong {
    pub(crate) fn note(&mut self, field: &str, says: String) {
        if !self.0.iter().any(|(known, _)| known == field) {
            self.0.push((field.to_owned(), says));
        }
    }

    /// A field that may be empty and otherwise is read by `read`.
    pub(crate) fn read<T>(
        &mut self,
        typed: &Typed,
        field: &str,
        read: impl FnOnce(&str) -> Option<T>,
        says: String,
    ) -> Option<T> {
        let value = typed.value(field);
        let found = if value.is_empty() { None } else { read(value) };
        if found.is_none() && !value.is_empty() {
            self.note(field, says);
        }
        found
    }

    pub(crate) fn places(&mut self, text: Text, typed: &Typed, field: &str) -> Vec<Place> {
        names::places(typed.value(field)).unwrap_or_else(|part| {
            self.note(field, text.say_with("error-place", [("part", part.into())]));
            Vec::new()
        })
    }

    pub(crate) fn languages(
        &mut self,
        text: Text,
        typed: &Typed,
        field: &str,
    ) -> Vec<domain::Language> {
        names::languages(typed.value(field)).unwrap_or_else(|part| {
            self.note(field, text.say_with("error-language", [("part", part.into())]));
            Vec::new()
        })
    }

    /// A range of amounts, of which either end may be open.
    pub(crate) fn range(
        &mut self,
        text: Text,
        typed: &Typed,
        [low, high]: [&'static str; 2],
        currency: &'static str,
    ) -> Option<domain::AmountRange> {
        let end = |name: &'static str| (name, typed.value(name));
        range(text, [end(low), end(high)], end(currency), &mut |field, says| self.note(field, says))
    }

    /// A span of months, of which either end may be open.
    pub(crate) fn span(
        &mut self,
        text: Text,
        typed: &Typed,
        [low, high]: [&'static str; 2],
    ) -> Option<MonthRange> {
        let mut end = |name| self.read(typed, name, months, text.say("error-months"));
        let (min, max) = (end(low), end(high));
        if min.zip(max).is_some_and(|(min, max)| min > max) {
            self.note(high, text.say("error-months-range"));
        }
        MonthRange::new(min, max)
    }

    /// A partner that is required, as `kind`, `places`, `members` and `countries` under a prefix say.
    pub(crate) fn partner(&mut self, text: Text, typed: &Typed, kind: &str) -> Option<PartnerNeed> {
        match kind {
            "any" => Some(PartnerNeed::Any),
            "host_country" => Some(PartnerNeed::HostCountry {
                places: self.places(text, typed, "partner_places"),
            }),
            "consortium" => {
                let mut count = |name| {
                    let read = |value: &str| value.parse::<u8>().ok().filter(|count| *count > 0);
                    self.read(typed, name, read, text.say("error-count"))
                };
                let (members, countries) = (count("partner_members"), count("partner_countries"));
                Some(PartnerNeed::Consortium {
                    members: members.unwrap_or(2),
                    countries: countries.unwrap_or(1),
                })
            }
            _ => None,
        }
    }
}

/// One closing date; `None` for a row in which nothing is typed.
fn deadline(text: Text, typed: &Typed, row: usize, wrong: &mut Wrong) -> Option<Deadline> {
    let cell = |name: &str| typed.nth(name, row);
    let (on, hour, zone, note) =
        (cell("deadline_on"), cell("deadline_at"), cell("deadline_zone"), cell("deadline_note"));
    if on.is_empty() && hour.is_empty() && zone.is_empty() && note.is_empty() {
        return None;
    }
    let number = u32::try_from(row + 1).unwrap_or(0);
    let mut refuse =
        |key: &str| wrong.note("closing", text.say_with(key, [("number", number.into())]));
    let day = service::day_written(&on);
    if day.is_none() {
        refuse("error-deadline-day");
    }
    let (mut at, mut named) = (None, None);
    if !hour.is_empty() {
        match moment::hour_in(&hour) {
            Some(Told::Hour(told)) => (at, named) = (told.at, told.zone),
            _ => refuse("error-deadline-hour"),
        }
    }
    if !zone.is_empty() {
        let exact = zone.parse::<chrono_tz::Tz>().ok().map(chrono_tz::Tz::name);
        named = exact.or_else(|| moment::zone_named(&zone));
        if named.is_none() {
            refuse("error-deadline-zone");
        }
    }
    Some(Deadline {
        on: day?,
        at,
        zone: named.map(str::to_owned),
        kind: cell("deadline_kind").parse().unwrap_or(DeadlineKind::Final),
        note: Some(note).filter(|note| !note.is_empty()),
    })
}

fn closing(text: Text, typed: &Typed, wrong: &mut Wrong) -> Closing {
    let rows = typed.all("deadline_on").count();
    let mut dates: Vec<Deadline> =
        (0..rows).filter_map(|row| deadline(text, typed, row, wrong)).collect();
    dates.sort_by_key(Deadline::ends);
    match (typed.value("closing"), dates.is_empty()) {
        ("rolling", true) => Closing::Rolling,
        ("rolling", false) => {
            wrong.note("closing", text.say("error-closing-both"));
            Closing::Rolling
        }
        // Dates speak for themselves.
        ("dated", _) | (_, false) => Closing::Dated(dates),
        _ => Closing::Unknown,
    }
}

/// What the form says, and everything that is wrong with it.
pub(super) fn read(text: Text, typed: &Typed) -> (CallInput, Vec<FieldError>) {
    let mut wrong = Wrong::default();
    let lang = match wrong.languages(text, typed, "lang").as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        _ => {
            wrong.note("lang", text.say("error-one-language"));
            None
        }
    };
    let choice = text.say("error-choice");
    let total = wrong.range(text, typed, ["total", "total"], "total_currency");
    let percent = |value: &str| domain::written::percent(value);
    let count = |value: &str| value.parse::<u32>().ok();
    let content = CallContent {
        title: typed.value("title").to_owned(),
        text: typed.text("text"),
        conditions: typed.text("conditions"),
        eligibility: typed.text("eligibility"),
        lang,
        url: typed.given("url"),
        programme: typed.given("programme"),
        status: wrong.read(typed, "status", |value| value.parse().ok(), choice.clone()),
        opens: wrong.read(typed, "opens", service::day_written, text.say("error-day")),
        closing: closing(text, typed, &mut wrong),
        deadline_text: typed.given("deadline_text"),
        award: wrong.range(text, typed, ["award_min", "award_max"], "award_currency"),
        award_text: typed.given("award_text"),
        total: total.and_then(|range| range.max()),
        awards_expected: wrong.read(typed, "awards_expected", count, text.say("error-count")),
        duration: wrong.span(text, typed, ["duration_min", "duration_max"]),
        duration_text: typed.given("duration_text"),
        places: wrong.places(text, typed, "places"),
        languages: wrong.languages(text, typed, "languages"),
        themes: typed.all("themes").filter_map(|code| code.parse().ok()).collect(),
        entity_countries: wrong.places(text, typed, "entity_countries"),
        entity_countries_excluded: wrong.places(text, typed, "entity_countries_excluded"),
        entity_forms: typed.all("entity_forms").filter_map(|code| code.parse().ok()).collect(),
        core_costs: typed.yes_no("core_costs"),
        co_financing_percent: wrong.read(
            typed,
            "co_financing_percent",
            percent,
            text.say("error-percent"),
        ),
        regranting: typed.yes_no("regranting"),
        partner: wrong.partner(text, typed, typed.value("partner")),
        rules: Vec::new(),
        decisions: Vec::new(),
    };
    let donor = wrong.read(typed, "donor", |value| value.parse().ok(), choice);
    let input = CallInput { donor, new_donor: typed.value("new_donor").to_owned(), content };
    for (field, says) in Sent::problems(text, &input.problems()) {
        wrong.note(&field, says);
    }
    (input, wrong.0)
}

fn yes_no(value: Option<bool>) -> String {
    value.map(|yes| if yes { "yes" } else { "no" }.to_owned()).unwrap_or_default()
}

/// The form of a recorded call.
pub(super) fn shown(text: Text, content: &CallContent, donor: domain::DonorId) -> Typed {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: String| fields.push((name.to_owned(), value));
    let words = |text: &Option<String>| text.clone().unwrap_or_default();
    let months = |months: Option<u16>| months.map(|one| one.to_string()).unwrap_or_default();
    put("title", content.title.clone());
    put("donor", donor.to_string());
    put("lang", content.lang.as_ref().map(|lang| text.language(lang)).unwrap_or_default());
    put("url", words(&content.url));
    put("programme", words(&content.programme));
    put("status", content.status.map(|one| one.code().to_owned()).unwrap_or_default());
    put("text", content.text.clone());
    put("eligibility", content.eligibility.clone());
    put("conditions", content.conditions.clone());
    put("opens", content.opens.map(|day| day.to_string()).unwrap_or_default());
    let dates: &[Deadline] = match &content.closing {
        Closing::Dated(dates) => {
            put("closing", "dated".to_owned());
            dates
        }
        Closing::Rolling => {
            put("closing", "rolling".to_owned());
            &[]
        }
        Closing::Unknown => &[],
    };
    for date in dates {
        put("deadline_on", date.on.to_string());
        put("deadline_at", date.at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default());
        put("deadline_zone", words(&date.zone));
        put("deadline_kind", date.kind.code().to_owned());
        put("deadline_note", words(&date.note));
    }
    put("deadline_text", words(&content.deadline_text));
    if let Some(award) = &content.award {
        put("award_min", in_field(text, award.min()));
        put("award_max", in_field(text, award.max()));
        put("award_currency", award.currency().code().to_owned());
    }
    put("award_text", words(&content.award_text));
    if let Some(total) = content.total {
        put("total", in_field(text, Some(total)));
        put("total_currency", total.currency.code().to_owned());
    }
    put("awards_expected", content.awards_expected.map(|n| n.to_string()).unwrap_or_default());
    put("duration_min", months(content.duration.and_then(|span| span.min)));
    put("duration_max", months(content.duration.and_then(|span| span.max)));
    put("duration_text", words(&content.duration_text));
    put("places", text.places(&content.places));
    put("languages", text.languages(&content.languages));
    for theme in &content.themes {
        put("themes", theme.to_string());
    }
    put("entity_countries", text.places(&content.entity_countries));
    put("entity_countries_excluded", text.places(&content.entity_countries_excluded));
    for form in &content.entity_forms {
        put("entity_forms", form.code().to_owned());
    }
    put("core_costs", yes_no(content.core_costs));
    put("regranting", yes_no(content.regranting));
    put(
        "co_financing_percent",
        content.co_financing_percent.map(|share| share.to_string()).unwrap_or_default(),
    );
    for (name, value) in partner_fields(text, content.partner.as_ref()) {
        put(name, value);
    }
    Typed(fields)
}

/// The fields of a partner that is required.
pub(super) fn partner_fields(
    text: Text,
    need: Option<&PartnerNeed>,
) -> Vec<(&'static str, String)> {
    match need {
        None => Vec::new(),
        Some(PartnerNeed::Any) => vec![("partner", "any".to_owned())],
        Some(PartnerNeed::HostCountry { places }) => {
            vec![("partner", "host_country".to_owned()), ("partner_places", text.places(places))]
        }
        Some(PartnerNeed::Consortium { members, countries }) => vec![
            ("partner", "consortium".to_owned()),
            ("partner_members", members.to_string()),
            ("partner_countries", countries.to_string()),
        ],
    }
}

/// Currencies to choose from: those offered first, and the one that is on record.
pub(super) fn currencies(chosen: &str) -> Vec<(String, String)> {
    let offered = crate::pages::projects::write::CURRENCIES;
    let other = chosen.parse::<Currency>().ok().map(Currency::code);
    let all = offered.into_iter().chain(other.filter(|code| !offered.contains(code)));
    all.map(|code| (code.to_owned(), code.to_owned())).collect()
}

/// The codes of legal forms.
pub(super) fn forms() -> Vec<&'static str> {
    EntityForm::ALL.iter().map(|form| form.code()).collect()
}

#[cfg(test)]
mod tests {
    use domain::{AmountRange, CallStatus, DonorId, Money};

    use super::*;
    use crate::text::Locale;

    fn typed(body: &str) -> Typed {
        Typed(serde_urlencoded::from_str(body).unwrap())
    }

    #[test]
    fn a_recorded_call_is_shown_and_read_back() {
        let date = |on: &str| Deadline {
            on: on.parse().unwrap(),
            at: "17:00:00".parse().ok(),
            zone: Some("Europe/Brussels".into()),
            kind: DeadlineKind::CutOff,
            note: Some("first round".into()),
        };
        let plain = Deadline {
            at: None,
            zone: Some("Etc/GMT+12".into()),
            kind: DeadlineKind::Final,
            note: None,
            ..date("2027-09-01")
        };
        let content = CallContent {
            text: "One\n\nTwo".into(),
            conditions: "Three".into(),
            eligibility: "Four".into(),
            lang: "de".parse().ok(),
            url: Some("https://example.org/call".into()),
            programme: Some("P".into()),
            status: Some(CallStatus::Open),
            opens: "2027-01-01".parse().ok(),
            closing: Closing::Dated(vec![date("2027-03-01"), plain]),
            deadline_text: Some("in words".into()),
            award: AmountRange::new(Some(1_000_050), Some(6_000_000), Currency::EUR).ok(),
            award_text: Some("words".into()),
            total: Some(Money { minor: 100_000_000, currency: "JPY".parse().unwrap() }),
            awards_expected: Some(7),
            duration: MonthRange::new(Some(6), Some(18)),
            duration_text: Some("words".into()),
            places: vec!["DE".parse().unwrap(), "EASTERN_PARTNERSHIP".parse().unwrap()],
            languages: vec!["uk".parse().unwrap(), "en".parse().unwrap()],
            themes: vec!["media-freedom".parse().unwrap()],
            entity_countries: vec!["EU".parse().unwrap()],
            entity_countries_excluded: vec!["HU".parse().unwrap()],
            entity_forms: vec![EntityForm::Association, EntityForm::Foundation],
            core_costs: Some(false),
            co_financing_percent: Some(10),
            regranting: Some(true),
            partner: Some(PartnerNeed::Consortium { members: 3, countries: 2 }),
            ..CallContent::titled("T")
        };
        let donor = DonorId::from_random([1; 16]);
        for locale in Locale::ALL {
            let text = Text { locale };
            let (read, errors) = read(text, &shown(text, &content, donor));
            assert_eq!(errors, [], "{locale:?}");
            assert_eq!((read.donor, read.content), (Some(donor), content.clone()), "{locale:?}");
        }
        for (need, closing) in [
            (Some(PartnerNeed::Any), Closing::Rolling),
            (
                Some(PartnerNeed::HostCountry { places: vec!["GE".parse().unwrap()] }),
                Closing::Unknown,
            ),
            (None, Closing::Unknown),
        ] {
            let content = CallContent { partner: need, closing, ..CallContent::titled("T") };
            let text = Text { locale: Locale::En };
            assert_eq!(read(text, &shown(text, &content, donor)).0.content, content);
        }
    }

    #[test]
    fn hours_and_zones_are_read_as_people_write_them() {
        let text = Text { locale: Locale::En };
        let body = "title=T&new_donor=D&closing=dated&deadline_on=2027-03-01&deadline_at=5+pm+Brussels+time&deadline_zone=&deadline_note=\
                    &deadline_on=01.02.2027&deadline_at=17.00+Uhr&deadline_zone=Kyiv&deadline_note=&deadline_on=&deadline_at=&deadline_zone=&deadline_note=";
        let (input, errors) = read(text, &typed(body));
        assert_eq!(errors, []);
        let Closing::Dated(dates) = input.content.closing else { panic!() };
        let found: Vec<_> = dates
            .iter()
            .map(|date| (date.at.unwrap().to_string(), date.zone.clone().unwrap()))
            .collect();
        let hour = |zone: &str| ("17:00:00".to_owned(), zone.to_owned());
        assert_eq!(found, [hour("Europe/Kyiv"), hour("Europe/Brussels")], "in order");
    }

    #[test]
    fn every_mistake_is_named_at_once() {
        let text = Text { locale: Locale::En };
        let body = "title=&donor=&lang=en,de&url=example&opens=soon&closing=rolling&deadline_on=2027-03-01&award_min=5&award_max=3&award_currency=EUR\
                    &duration_min=12&duration_max=6&places=Narnia&co_financing_percent=x&awards_expected=many&partner=consortium&partner_members=x";
        let (_, errors) = read(text, &typed(body));
        let mut fields: Vec<&str> = errors.iter().map(|(field, _)| field.as_str()).collect();
        fields.sort_unstable();
        assert_eq!(
            fields,
            [
                "award_max",
                "awards_expected",
                "closing",
                "co_financing_percent",
                "donor",
                "duration_max",
                "lang",
                "opens",
                "partner_members",
                "places",
                "title",
                "url"
            ]
        );
    }
}
