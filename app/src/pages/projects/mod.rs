//! Projects: the unit of matching.

pub(crate) mod designated;
pub(crate) mod form;
pub(crate) mod list;
pub(crate) mod matches;
pub(crate) mod names;
pub(crate) mod one;
pub(crate) mod post;
pub(crate) mod sharing;
pub(crate) mod write;

use domain::ProjectContent;

use crate::text::Text;

/// The names of a project's texts, in the order of [`ProjectContent::narrative`].
pub(crate) const NARRATIVE: [&str; 6] =
    ["summary", "problem", "activities", "outputs", "beneficiaries", "audience"];

/// What a project needs, in one line.
pub(crate) fn needs(text: Text, content: &ProjectContent) -> Vec<String> {
    let facts = [
        content
            .budget
            .as_ref()
            .map(|range| text.say_with("project-needs", [("amount", text.amounts(range).into())])),
        content.needed_by.map(|day| text.say_with("project-from", [("day", text.day(day).into())])),
        content.duration_months.map(|months| text.count("months", u64::from(months))),
        Some(text.places(&content.work_places)).filter(|places| !places.is_empty()),
        Some(text.languages(&content.languages)).filter(|languages| !languages.is_empty()),
        content.stage.map(|stage| text.say(&format!("stage-{}", stage.code()))),
        (!content.people_inside.is_empty()).then(|| text.say("project-people-inside")),
    ];
    facts.into_iter().flatten().collect()
}
