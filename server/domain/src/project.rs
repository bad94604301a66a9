//! Projects: the unit of matching.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    AmountRange, Country, EntityForm, Language, OrganisationId, Place, ProjectId, Sharing,
    ThemeCode, code::vocabulary,
};

vocabulary! {
    /// How far a project has come.
    Stage, "stage" {
        /// Not begun.
        Idea = "idea",
        /// Being tried.
        Pilot = "pilot",
        /// Running.
        Running = "running",
        /// Growing beyond its first form.
        Scaling = "scaling",
    }
}

vocabulary! {
    /// Who may see a record. A higher level is a deliberate act.
    Visibility, "visibility" {
        /// The organisation only.
        Private = "private",
        /// Named people.
        Named = "named",
        /// Organisations that agreed.
        Coalition = "coalition",
        /// Donors, under the code name.
        Donors = "donors",
        /// Everyone.
        Public = "public",
    }
}

/// Another organisation that takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Its name, private like the organisation's own.
    pub name: String,
    /// Where it is registered.
    pub country: Option<Country>,
    /// Class of its legal form.
    pub form: Option<EntityForm>,
}

/// What a project says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectContent {
    /// Title.
    pub title: String,
    /// The project in one or two sentences.
    pub summary: String,
    /// The problem it answers.
    pub problem: String,
    /// What is done.
    pub activities: String,
    /// What comes out.
    pub outputs: String,
    /// Who benefits.
    pub beneficiaries: String,
    /// Whom it speaks to.
    pub audience: String,
    /// Language of these texts.
    pub lang: Option<Language>,
    /// Where work happens.
    pub work_places: Vec<Place>,
    /// Whom it reaches.
    pub reach_places: Vec<Place>,
    /// Languages of the work and of possible applications.
    pub languages: Vec<Language>,
    /// Themes a person confirmed.
    pub themes: Vec<ThemeCode>,
    /// How far it has come.
    pub stage: Option<Stage>,
    /// What it needs, from least to most.
    pub budget: Option<AmountRange>,
    /// When the money is needed.
    pub needed_by: Option<NaiveDate>,
    /// How many months it runs.
    pub duration_months: Option<u16>,
    /// Countries in which the project has people for whom contact with a designated donor is a
    /// crime.
    pub people_inside: Vec<Country>,
    /// Whether it asks for core costs.
    pub core_costs: Option<bool>,
    /// Whether it passes money on.
    pub regrants: Option<bool>,
    /// Share of the costs it can bring itself, in per cent.
    pub co_financing_percent: Option<u8>,
    /// Other organisations that take part.
    pub partners: Vec<Partner>,
}

impl ProjectContent {
    /// A project of which only the title is known.
    #[must_use]
    pub fn titled(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            summary: String::new(),
            problem: String::new(),
            activities: String::new(),
            outputs: String::new(),
            beneficiaries: String::new(),
            audience: String::new(),
            lang: None,
            work_places: Vec::new(),
            reach_places: Vec::new(),
            languages: Vec::new(),
            themes: Vec::new(),
            stage: None,
            budget: None,
            needed_by: None,
            duration_months: None,
            people_inside: Vec::new(),
            core_costs: None,
            regrants: None,
            co_financing_percent: None,
            partners: Vec::new(),
        }
    }

    /// The texts that describe the work, without the title.
    #[must_use]
    pub fn narrative(&self) -> [&str; 6] {
        [
            &self.summary,
            &self.problem,
            &self.activities,
            &self.outputs,
            &self.beneficiaries,
            &self.audience,
        ]
    }
}

/// A project as recorded. Donors see it under code names drawn for each review of a call, which are
/// no part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Identifier.
    pub id: ProjectId,
    /// Whose it is; `None` only for drafts on the command line.
    pub organisation: Option<OrganisationId>,
    /// Where it was imported from, and its identifier there.
    pub origin: Option<(String, String)>,
    /// Who may see it.
    pub sharing: Sharing,
    /// When Waxwing first recorded it.
    pub first_seen: DateTime<Utc>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// What it says.
    pub content: ProjectContent,
}
