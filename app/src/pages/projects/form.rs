//! The project form: what was typed, what it means, and how it is shown again.

use domain::{
    AmountRange, Currency, EntityForm, Money, Partner, Place, Project, ProjectContent,
    written::{self, Named, Writing, months, percent},
};
use service::{FieldProblem, projects::ProjectInput};

use super::names;
use crate::{
    text::{Locale, Text},
    ui::FieldError,
};

/// How many partners the form has room for, at the least.
pub(crate) const PARTNERS: usize = 4;

/// The project form as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectForm {
    /// Names the form, so that sending it twice records one project.
    pub key: String,
    /// Field by field, as typed.
    fields: Vec<(String, String)>,
}

/// Splits a form body into its fields.
pub(crate) fn pairs(body: &str) -> Vec<(String, String)> {
    serde_urlencoded::from_str(body).unwrap_or_default()
}

/// How the reader's language parts thousands. Numbers are read however they are written; this decides
/// only where `1.234` and `1,234` could mean either.
fn writing(text: Text) -> Writing {
    Writing { thousands: Some(if text.locale == Locale::En { ',' } else { '.' }) }
}

/// The label of a field that may be wrong in the same way as another.
fn label(text: Text, field: &str) -> Option<String> {
    Some(text.say(match field {
        "work_places" => "form-work-places",
        "reach_places" => "form-reach-places",
        "people_inside" => "form-people-inside",
        "partner_country" => "form-country",
        "budget_min" => "form-budget-min",
        "budget_max" => "form-budget-max",
        "lang" => "form-lang",
        "stage" => "form-stage",
        "title" => "project-title",
        "summary" => "project-summary",
        "problem" => "project-problem",
        "activities" => "project-activities",
        "outputs" => "project-outputs",
        "beneficiaries" => "project-beneficiaries",
        "audience" => "project-audience",
        _ => return None,
    }))
}

/// What a form and the use case found wrong, one message for each fault: what could not be read is not
/// missing besides. Two fields that are wrong alike are told apart by their labels, so that no two lines of
/// the summary are the same.
pub(crate) fn together(
    text: Text,
    mut errors: Vec<FieldError>,
    more: Vec<FieldError>,
) -> Vec<FieldError> {
    for (field, message) in more {
        if !errors.iter().any(|(known, _)| *known == field) {
            errors.push((field, message));
        }
    }
    let messages: Vec<String> = errors.iter().map(|(_, message)| message.clone()).collect();
    for (field, message) in &mut errors {
        let repeated = messages.iter().filter(|other| *other == message).count() > 1;
        if let Some(label) = label(text, field).filter(|_| repeated) {
            *message = format!("{label}: {message}");
        }
    }
    errors
}

/// A range of amounts as typed into two fields: both ends with the currency chosen in a third one, or
/// with the one that was typed beside them.
pub(crate) fn range(
    text: Text,
    typed: [(&'static str, &str); 2],
    (currency_field, chosen): (&'static str, &str),
    wrong: &mut impl FnMut(&str, String),
) -> Option<AmountRange> {
    let chosen = chosen.parse::<Currency>().ok();
    let mut currency = chosen;
    let mut ends = [None, None];
    for (end, (name, typed)) in ends.iter_mut().zip(typed) {
        if typed.is_empty() {
            continue;
        }
        let Some(amount) = written::amount(typed, writing(text), chosen) else {
            wrong(name, text.say("error-amount"));
            continue;
        };
        match amount.currency {
            Named::As(named) if currency.is_some_and(|currency| currency != named) => {
                wrong(name, text.say("error-currency-other"));
                continue;
            }
            Named::As(named) => currency = Some(named),
            Named::Unclearly => {
                wrong(name, text.say("error-amount"));
                continue;
            }
            Named::Not => {}
        }
        *end = Some((name, amount));
    }
    if typed.iter().any(|(_, typed)| !typed.is_empty()) && currency.is_none() {
        wrong(currency_field, text.say("error-currency"));
    }
    // Without a currency the number is looked at all the same.
    let mut minor = |end: &Option<(&str, written::WrittenNumber)>| {
        let (name, amount) = end.as_ref()?;
        let money = amount.money(currency.unwrap_or(Currency::EUR));
        if money.is_none() {
            wrong(name, text.say("error-amount"));
        }
        money.map(|money| money.minor)
    };
    let [low, high] = [minor(&ends[0]), minor(&ends[1])];
    let range = AmountRange::stated(low, high, currency?);
    if range.is_err() {
        wrong(typed[1].0, text.say("error-range"));
    }
    range.ok().flatten()
}

/// An amount as the reader's language writes it, to be shown in a field.
pub(crate) fn in_field(text: Text, money: Option<Money>) -> String {
    let decimal = money.map(Money::decimal).unwrap_or_default();
    if text.locale == Locale::En { decimal } else { decimal.replace('.', ",") }
}

impl ProjectForm {
    /// A form as it was sent.
    pub(crate) fn of(fields: &[(String, String)]) -> Self {
        let key = fields
            .iter()
            .find(|(name, _)| name == "key")
            .map(|(_, key)| key.clone())
            .unwrap_or_default();
        Self { key, fields: fields.to_vec() }
    }

    /// An empty form.
    pub(crate) fn new(key: String) -> Self {
        Self { key, fields: Vec::new() }
    }

    /// The form of a recorded project.
    pub(crate) fn from_project(text: Text, project: &Project) -> Self {
        let content = &project.content;
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut put = |name: &str, value: String| fields.push((name.to_owned(), value));
        put("organisation", project.organisation.map(|id| id.to_string()).unwrap_or_default());
        put("title", content.title.clone());
        let narrative =
            ["summary", "problem", "activities", "outputs", "beneficiaries", "audience"];
        for (name, value) in narrative.into_iter().zip(content.narrative()) {
            put(name, value.to_owned());
        }
        put("lang", content.lang.as_ref().map(ToString::to_string).unwrap_or_default());
        put("work_places", text.places(&content.work_places));
        put("reach_places", text.places(&content.reach_places));
        put("languages", text.languages(&content.languages));
        for theme in &content.themes {
            put("themes", theme.to_string());
        }
        put("stage", content.stage.map(|stage| stage.code().to_owned()).unwrap_or_default());
        if let Some(budget) = &content.budget {
            put("budget_min", in_field(text, budget.min()));
            put("budget_max", in_field(text, budget.max()));
            put("budget_currency", budget.currency().code().to_owned());
        }
        put("needed_by", content.needed_by.map(|day| day.to_string()).unwrap_or_default());
        put(
            "duration_months",
            content.duration_months.map(|months| months.to_string()).unwrap_or_default(),
        );
        let inside: Vec<Place> =
            content.people_inside.iter().copied().map(Place::Country).collect();
        put("people_inside", text.places(&inside));
        for (name, value) in [("core_costs", content.core_costs), ("regrants", content.regrants)] {
            put(
                name,
                value.map(|yes| if yes { "yes" } else { "no" }.to_owned()).unwrap_or_default(),
            );
        }
        put(
            "co_financing_percent",
            content.co_financing_percent.map(|share| share.to_string()).unwrap_or_default(),
        );
        for partner in &content.partners {
            put("partner_name", partner.name.clone());
            put(
                "partner_country",
                partner.country.map(|country| text.country(country)).unwrap_or_default(),
            );
            put(
                "partner_form",
                partner.form.map(|form| form.code().to_owned()).unwrap_or_default(),
            );
        }
        Self { key: String::new(), fields }
    }

    /// What was typed into a field.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.trim())
    }

    /// What was typed into a field, to the last space.
    pub(crate) fn typed(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    /// All values of a field as typed, in their order.
    pub(crate) fn all_typed<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// All values of a field, in their order.
    pub(crate) fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.trim())
    }

    /// Whether nothing was typed yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.fields.iter().all(|(name, value)| {
            matches!(name.as_str(), "key" | "organisation" | "budget_currency" | "lang" | "action")
                || value.trim().is_empty()
        })
    }

    /// Puts a title in where none was typed: a look at matching calls does not need one.
    pub(crate) fn give_title(&mut self) {
        if self.value("title").is_empty() {
            self.fields.retain(|(name, _)| name != "title");
            self.fields.push(("title".to_owned(), "…".to_owned()));
        }
    }

    /// What the form means, and every field that cannot be understood, with a message in the reader's
    /// language.
    pub(crate) fn read(&self, text: Text) -> (ProjectInput, Vec<FieldError>) {
        let mut errors: Vec<FieldError> = Vec::new();
        let mut wrong = |name: &str, message: String| {
            let error = (name.to_owned(), message);
            if !errors.contains(&error) {
                errors.push(error);
            }
        };
        if self.value("title").is_empty() {
            wrong("title", text.say("error-title"));
        }
        let mut read_places = |name: &'static str| {
            names::places(self.value(name)).unwrap_or_else(|part| {
                wrong(name, text.say_with("error-place", [("part", part.into())]));
                Vec::new()
            })
        };
        let (work_places, reach_places) = (read_places("work_places"), read_places("reach_places"));
        let people_inside = names::countries(self.value("people_inside")).unwrap_or_else(|part| {
            wrong("people_inside", text.say_with("error-country", [("part", part.into())]));
            Vec::new()
        });
        let languages = names::languages(self.value("languages")).unwrap_or_else(|part| {
            wrong("languages", text.say_with("error-language", [("part", part.into())]));
            Vec::new()
        });
        let budget = self.budget(text, &mut wrong);
        let needed_by =
            self.written("needed_by", &mut wrong, service::day_written, || text.say("error-day"));
        let duration_months =
            self.written("duration_months", &mut wrong, months, || text.say("error-months"));
        let co_financing_percent =
            self.written("co_financing_percent", &mut wrong, percent, || text.say("error-percent"));
        let organisation =
            self.optional("organisation", &mut wrong, || text.say("error-organisation"));
        let lang = self.optional("lang", &mut wrong, || text.say("error-choice"));
        let stage = self.optional("stage", &mut wrong, || text.say("error-choice"));
        let themes = self.values("themes").filter_map(|code| code.parse().ok()).collect();
        let yes_no = |name| match self.value(name) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let mut partners = Vec::new();
        let rows = self
            .values("partner_name")
            .zip(self.values("partner_country"))
            .zip(self.values("partner_form"));
        for ((name, country), form) in rows {
            let country = match names::countries(country) {
                Ok(known) => known.first().copied(),
                Err(part) => {
                    wrong(
                        "partner_country",
                        text.say_with("error-country", [("part", part.into())]),
                    );
                    None
                }
            };
            let form = form.parse::<EntityForm>().ok();
            if !name.is_empty() {
                partners.push(Partner { name: name.to_owned(), country, form });
            } else if country.is_some() || form.is_some() {
                wrong("partner_name", text.say("error-partner"));
            }
        }
        let content = ProjectContent {
            title: self.value("title").to_owned(),
            summary: self.value("summary").to_owned(),
            problem: self.value("problem").to_owned(),
            activities: self.value("activities").to_owned(),
            outputs: self.value("outputs").to_owned(),
            beneficiaries: self.value("beneficiaries").to_owned(),
            audience: self.value("audience").to_owned(),
            lang,
            work_places,
            reach_places,
            languages,
            themes,
            stage,
            budget,
            needed_by,
            duration_months,
            people_inside,
            core_costs: yes_no("core_costs"),
            regrants: yes_no("regrants"),
            co_financing_percent,
            partners,
        };
        (ProjectInput { organisation, content }, errors)
    }

    /// The budget.
    fn budget(&self, text: Text, wrong: &mut impl FnMut(&str, String)) -> Option<AmountRange> {
        let end = |name: &'static str| (name, self.value(name));
        range(text, [end("budget_min"), end("budget_max")], end("budget_currency"), wrong)
    }

    /// A field that may be empty and otherwise is read by `read`.
    fn written<T>(
        &self,
        name: &str,
        wrong: &mut impl FnMut(&str, String),
        read: impl FnOnce(&str) -> Option<T>,
        message: impl FnOnce() -> String,
    ) -> Option<T> {
        let typed = self.value(name);
        let found = read(typed);
        if found.is_none() && !typed.is_empty() {
            wrong(name, message());
        }
        found
    }

    /// A field that may be empty and otherwise reads itself.
    fn optional<T: std::str::FromStr>(
        &self,
        name: &str,
        wrong: &mut impl FnMut(&str, String),
        message: impl FnOnce() -> String,
    ) -> Option<T> {
        self.written(name, wrong, |typed| typed.parse().ok(), message)
    }

    /// What the use case found wrong, in the reader's language.
    pub(crate) fn problems(text: Text, problems: &[FieldProblem]) -> Vec<FieldError> {
        let message = |problem: &FieldProblem| match problem.problem {
            "missing" if problem.field == "organisation" => text.say("error-organisation"),
            "missing" => text.say("error-title"),
            "owner" => text.say("wrong-owner"),
            "too_long" => text.say("error-too-long"),
            "zero" => text.say("error-months"),
            "past" => text.say("error-day-past"),
            "invisible" => text.say("error-invisible"),
            "saved_already" => text.say("wrong-saved-already"),
            "changed_meanwhile" => text.say("wrong-changed-meanwhile"),
            "over_hundred" => text.say("error-percent"),
            _ => text.say("error-organisation"),
        };
        problems.iter().map(|problem| (problem.field.to_owned(), message(problem))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Text = Text { locale: Locale::En };
    const DE: Text = Text { locale: Locale::De };

    /// The budget of a form, or the fields that are wrong.
    fn budget(text: Text, min: &str, max: &str, currency: &str) -> Result<String, String> {
        let fields = [
            ("title", "T"),
            ("budget_min", min),
            ("budget_max", max),
            ("budget_currency", currency),
        ];
        let fields: Vec<_> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let shown = |money: Option<Money>| money.map_or_else(|| "*".to_owned(), Money::decimal);
        let (input, errors) = ProjectForm::of(&fields).read(text);
        if !errors.is_empty() {
            return Err(errors.into_iter().map(|(field, _)| field).collect::<Vec<_>>().join(" "));
        }
        Ok(input.content.budget.map_or_else(String::new, |range| {
            format!("{}..{} {}", shown(range.min()), shown(range.max()), range.currency())
        }))
    }

    #[test]
    fn amounts_are_read_however_they_are_written() {
        for (min, max, currency, wanted) in [
            ("38,000", "", "EUR", "38000..* EUR"),
            ("38.000", "", "EUR", "38000..* EUR"),
            ("38 000,50", "€70,000", "EUR", "38000.50..70000 EUR"),
            ("38\u{a0}000.5", "70\u{202f}000 EUR", "", "38000.50..70000 EUR"),
            ("CHF 10'000.–", "CHF 20’000", "CHF", "10000..20000 CHF"),
            ("70 тис. грн", "1,5 млн грн", "", "70000..1500000 UAH"),
            ("0", "5000", "EUR", "*..5000 EUR"),
            ("0", "0", "EUR", ""),
            ("", "", "", ""),
        ] {
            for text in [EN, DE] {
                assert_eq!(budget(text, min, max, currency).as_deref(), Ok(wanted), "{min} {max}");
            }
        }
        // What could be either is a thousand where the language writes it so, and asked about elsewhere.
        assert_eq!(budget(EN, "1,234", "", "EUR").as_deref(), Ok("1234..* EUR"));
        assert_eq!(budget(DE, "1.234", "", "EUR").as_deref(), Ok("1234..* EUR"));
        for (text, doubtful) in [(EN, "1.234"), (DE, "1,234")] {
            assert_eq!(budget(text, doubtful, "", "EUR").unwrap_err(), "budget_min", "{doubtful}");
        }
        for wrong in ["1,2,3", "abc", "-5", "38.1234", "5000-8000", "10 000 kr", "38.123 and more"]
        {
            assert_eq!(budget(EN, wrong, "", "EUR").unwrap_err(), "budget_min", "{wrong}");
        }
        assert_eq!(budget(EN, "$5,000", "", "EUR").unwrap_err(), "budget_min");
        assert_eq!(budget(EN, "€5,000", "$6,000", "").unwrap_err(), "budget_max");
        assert_eq!(budget(EN, "x", "5", "").unwrap_err(), "budget_min budget_currency");
        assert_eq!(budget(EN, "9", "5", "EUR").unwrap_err(), "budget_max");
    }

    #[test]
    fn every_mistake_is_named_at_once() {
        let body = "work_places=Narnia&budget_min=x&budget_max=5&budget_currency=EUR&duration_months=soon&co_financing_percent=150&needed_by=2026-13-01&partner_name=&partner_country=DE&partner_form=";
        let (input, errors) = ProjectForm::of(&pairs(body)).read(EN);
        let fields: Vec<&str> = errors.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "title",
                "work_places",
                "budget_min",
                "needed_by",
                "duration_months",
                "co_financing_percent",
                "partner_name"
            ]
        );
        assert!(errors[1].1.contains("Narnia"));
        // What was understood is there for whoever looks for more.
        assert!(input.content.work_places.is_empty() && input.content.title.is_empty());
    }

    #[test]
    fn no_two_lines_of_the_summary_are_the_same() {
        let body = "title=T&budget_min=x&budget_max=y&budget_currency=EUR&work_places=Narnia&reach_places=Narnia&partner_name=A&partner_country=Narnia&partner_form=&partner_name=B&partner_country=Narnia&partner_form=&people_inside=Narnia&lang=%3F&stage=%3F";
        for locale in Locale::ALL {
            let text = Text { locale };
            let (_, errors) = ProjectForm::of(&pairs(body)).read(text);
            let long = vec![("summary".into(), "Long".into()), ("problem".into(), "Long".into())];
            let errors = together(text, errors, long);
            let mut messages: Vec<&str> =
                errors.iter().map(|(_, message)| message.as_str()).collect();
            assert_eq!(messages.len(), 10, "{messages:?}");
            messages.sort_unstable();
            messages.dedup();
            assert_eq!(messages.len(), 10, "{messages:?}");
        }
    }

    #[test]
    fn a_recorded_project_is_shown_and_read_back() {
        let content = ProjectContent {
            summary: "s\n& <b>".into(),
            lang: "ru".parse().ok(),
            work_places: vec!["DE".parse().unwrap(), "GE".parse().unwrap()],
            languages: vec!["bua".parse().unwrap()],
            budget: AmountRange::new(Some(3_800_050), Some(6_000_000), Currency::EUR).ok(),
            duration_months: Some(12),
            people_inside: vec!["RU".parse().unwrap()],
            core_costs: Some(false),
            partners: vec![Partner { name: "P".into(), country: "LT".parse().ok(), form: None }],
            ..ProjectContent::titled("T")
        };
        let project = Project {
            id: domain::ProjectId::from_random([1; 16]),
            organisation: None,
            origin: None,
            sharing: domain::Sharing::private(),
            first_seen: chrono::DateTime::UNIX_EPOCH,
            changed_at: chrono::DateTime::UNIX_EPOCH,
            content: content.clone(),
        };
        for locale in Locale::ALL {
            let form = ProjectForm::from_project(Text { locale }, &project);
            let (read, errors) = form.read(Text { locale });
            assert_eq!((read.content, errors), (content.clone(), vec![]), "{locale:?}");
        }
    }
}
