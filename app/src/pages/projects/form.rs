//! The project form: what was typed, what it means, and how it is shown again.

use domain::{AmountRange, Currency, EntityForm, Money, Partner, Place, Project, ProjectContent};
use service::{FieldProblem, projects::ProjectInput};

use super::names;
use crate::{
    text::{Locale, Text},
    ui::FieldError,
};

/// How many partners the form has room for.
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

/// An amount as the reader's language writes it, in minor units.
fn amount(text: Text, typed: &str, currency: Currency) -> Option<i64> {
    let spaces = |c: char| c.is_whitespace() || c == '\'' || c == '’';
    let bare: String = typed.chars().filter(|c| !spaces(*c)).collect();
    let (groups, decimal) = match text.locale {
        Locale::En => (',', '.'),
        _ => ('.', ','),
    };
    // A group sign may stand only before exactly three digits; anything else is a doubt.
    let mut parts = bare.split(groups);
    let first = parts.next()?.to_owned();
    let grouped = parts.try_fold(first, |number, part| {
        let digits = part.split(decimal).next().unwrap_or_default();
        (digits.len() == 3).then(|| number + part)
    })?;
    Money::parse(&grouped.replace(decimal, "."), currency)
        .ok()
        .map(|money| money.minor)
        .filter(|minor| *minor >= 0)
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
            let typed = |money: Option<Money>| {
                let decimal = money.map(Money::decimal).unwrap_or_default();
                if text.locale == Locale::En { decimal } else { decimal.replace('.', ",") }
            };
            put("budget_min", typed(budget.min()));
            put("budget_max", typed(budget.max()));
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

    /// What the form means.
    ///
    /// # Errors
    /// Every field that cannot be understood, with a message in the reader's language.
    pub(crate) fn read(&self, text: Text) -> Result<ProjectInput, Vec<FieldError>> {
        let mut errors: Vec<FieldError> = Vec::new();
        let mut wrong = |name: &str, message: String| errors.push((name.to_owned(), message));
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
        let (low, high) = (self.value("budget_min"), self.value("budget_max"));
        let budget = if low.is_empty() && high.is_empty() {
            None
        } else if let Ok(currency) = self.value("budget_currency").parse::<Currency>() {
            let mut end = |name: &str, typed: &str| {
                let minor = amount(text, typed, currency);
                if minor.is_none() && !typed.is_empty() {
                    wrong(name, text.say("error-amount"));
                }
                minor
            };
            let (low, high) = (end("budget_min", low), end("budget_max", high));
            let range = AmountRange::new(low, high, currency);
            if matches!(range, Err(domain::AmountError::Reversed)) {
                wrong("budget_max", text.say("error-range"));
            }
            range.ok()
        } else {
            wrong("budget_currency", text.say("error-currency"));
            None
        };
        let needed_by = self.optional("needed_by", &mut wrong, || text.say("error-day"));
        let duration_months =
            self.optional::<u16>("duration_months", &mut wrong, || text.say("error-months"));
        let co_financing_percent =
            self.optional::<u8>("co_financing_percent", &mut wrong, || text.say("error-percent"));
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
        if errors.is_empty() { Ok(ProjectInput { organisation, content }) } else { Err(errors) }
    }

    /// A field that may be empty and otherwise reads itself.
    fn optional<T: std::str::FromStr>(
        &self,
        name: &str,
        wrong: &mut impl FnMut(&str, String),
        message: impl FnOnce() -> String,
    ) -> Option<T> {
        let typed = self.value(name);
        let read = typed.parse().ok();
        if read.is_none() && !typed.is_empty() {
            wrong(name, message());
        }
        read
    }

    /// What the use case found wrong, in the reader's language.
    pub(crate) fn problems(text: Text, problems: &[FieldProblem]) -> Vec<FieldError> {
        let message = |problem: &FieldProblem| match problem.problem {
            "missing" if problem.field == "organisation" => text.say("error-organisation"),
            "missing" => text.say("error-title"),
            "owner" => text.say("wrong-owner"),
            "too_long" => text.say("error-too-long"),
            "zero" => text.say("error-months"),
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

    #[test]
    fn amounts_are_read_as_the_language_writes_them() {
        let eur = Currency::EUR;
        assert_eq!(amount(EN, "38,000", eur), Some(3_800_000));
        assert_eq!(amount(EN, "38 000.5", eur), Some(3_800_050));
        assert_eq!(amount(DE, "38.000", eur), Some(3_800_000));
        assert_eq!(amount(DE, "38\u{a0}000,50", eur), Some(3_800_050));
        assert_eq!(amount(EN, "38.000", eur), Some(3800), "three decimals that are all zero");
        for doubtful in ["38,00", "1,2,3", "abc", "-5", "38.123"] {
            assert_eq!(amount(EN, doubtful, eur), None, "{doubtful}");
        }
        assert_eq!(amount(DE, "38.00", eur), None);
    }

    #[test]
    fn every_mistake_is_named_at_once() {
        let body = "work_places=Narnia&budget_min=x&budget_max=5&budget_currency=EUR&duration_months=soon&needed_by=2026-13-01&partner_name=&partner_country=DE&partner_form=";
        let errors = ProjectForm::of(&pairs(body)).read(EN).unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(
            fields,
            ["title", "work_places", "budget_min", "needed_by", "duration_months", "partner_name"]
        );
        assert!(errors[1].1.contains("Narnia"));
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
            let read =
                ProjectForm::from_project(Text { locale }, &project).read(Text { locale }).unwrap();
            assert_eq!(read.content, content, "{locale:?}");
        }
    }
}
