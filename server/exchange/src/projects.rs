//! Projects in Waxwing's own format (`server/docs/native-format.md`).

use std::io::Read;

use domain::{Partner, ProjectContent, ProjectDraft, Visibility};
use serde_json::Value;

use crate::{
    FileError, Sink,
    calls::{range, read_native},
    fields::Fields,
};

const TITLE: usize = 500;
const NARRATIVE: usize = 20_000;
pub(crate) const PLACE: &str = "a country code such as “DE” or a region such as “EU”";
const COUNTRY: &str = "a country code such as “DE”";

/// Every field of a record.
const FIELDS: [&str; 25] = [
    "id",
    "source",
    "organisation",
    "title",
    "lang",
    "summary",
    "problem",
    "activities",
    "outputs",
    "beneficiaries",
    "audience",
    "work_places",
    "reach_places",
    "languages",
    "themes",
    "stage",
    "budget",
    "needed_by",
    "duration_months",
    "people_inside",
    "core_costs",
    "regrants",
    "co_financing_percent",
    "partners",
    "visibility",
];

/// The formats of projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectFormat {
    /// Waxwing's own: one JSON object a line.
    Native,
}

impl ProjectFormat {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Native => "native",
        }
    }
}

fn partner(fields: &mut Fields) -> Partner {
    Partner {
        name: fields.required("name", TITLE),
        country: fields.parsed("country", COUNTRY),
        form: fields.parsed("form", "a form such as “association”"),
    }
}

fn draft(fields: &mut Fields) -> (String, String, ProjectDraft) {
    let id = fields.id("id");
    let source = fields.text_opt("source", 100).unwrap_or_else(|| "native".to_owned());
    let months = fields.number::<u16>("duration_months", "whole months");
    if months == Some(0) {
        fields.invalid("duration_months", &Value::from(0), "at least one month");
    }
    let share = fields.number::<u8>("co_financing_percent", "a number from 0 to 100");
    if let Some(share) = share.filter(|share| *share > 100) {
        fields.invalid("co_financing_percent", &Value::from(share), "a number from 0 to 100");
    }
    let draft = ProjectDraft {
        source: source.clone(),
        external_id: id.clone(),
        organisation: fields.text_opt("organisation", TITLE),
        visibility: fields
            .parsed("visibility", "private, named, coalition, donors or public")
            .unwrap_or(Visibility::Private),
        content: ProjectContent {
            title: fields.required("title", TITLE),
            summary: fields.text("summary", NARRATIVE),
            problem: fields.text("problem", NARRATIVE),
            activities: fields.text("activities", NARRATIVE),
            outputs: fields.text("outputs", NARRATIVE),
            beneficiaries: fields.text("beneficiaries", NARRATIVE),
            audience: fields.text("audience", NARRATIVE),
            lang: fields.parsed("lang", "a language code such as “ru”"),
            work_places: fields.list("work_places", PLACE),
            reach_places: fields.list("reach_places", PLACE),
            languages: fields.list("languages", "a language code such as “be”"),
            themes: fields.list("themes", "the code of a theme"),
            stage: fields.parsed("stage", "idea, pilot, running or scaling"),
            budget: range(fields, "budget"),
            needed_by: fields.day("needed_by"),
            duration_months: months,
            people_inside: fields.list("people_inside", COUNTRY),
            core_costs: fields.yes_no("core_costs"),
            regrants: fields.yes_no("regrants"),
            co_financing_percent: share,
            partners: fields.parts("partners", partner),
        },
    };
    (source, id, draft)
}

pub(crate) fn read(
    input: &mut dyn Read,
    sink: Sink<'_, ProjectDraft>,
) -> Result<ProjectFormat, FileError> {
    read_native(input, &FIELDS, sink, &draft)?;
    Ok(ProjectFormat::Native)
}
