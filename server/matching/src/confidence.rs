//! How much of a call and a project was known when they were compared.

use domain::{CallContent, Closing, Confidence, ProjectContent, RuleKind};

use crate::eligibility::CallRules;

/// Facts asked for, one bit each. Words and themes are asked of the pair, the rest of each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Facts(u16);

const PLACE: u16 = 1;
const SEAT: u16 = 2;
const FORM: u16 = 4;
const AMOUNT: u16 = 8;
const DURATION: u16 = 16;
const CLOSING: u16 = 32;
const LANGUAGE: u16 = 64;
const TEXT: u16 = 128;

/// Those above, with words and themes of the pair.
const ASKED: u16 = 10;

/// What a call says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CallFacts(Facts);

/// What a project says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProjectFacts(Facts);

/// Fewer words than this are a heading, not a text.
const TEXT_WORDS: usize = 12;

impl Facts {
    fn with(self, fact: u16, known: bool) -> Self {
        Self(if known { self.0 | fact } else { self.0 })
    }
}

impl CallFacts {
    pub(crate) fn of(call: &CallContent, rules: &CallRules, words: usize) -> Self {
        Self(
            Facts::default()
                .with(TEXT, words >= TEXT_WORDS)
                .with(PLACE, !call.places.is_empty())
                .with(SEAT, rules.says(RuleKind::EntityCountry))
                .with(FORM, rules.says(RuleKind::EntityForm))
                .with(AMOUNT, call.award.is_some())
                .with(DURATION, rules.says(RuleKind::Duration))
                .with(CLOSING, call.closing != Closing::Unknown)
                .with(LANGUAGE, rules.says(RuleKind::Language)),
        )
    }
}

impl ProjectFacts {
    pub(crate) fn of(project: &ProjectContent, words: usize) -> Self {
        Self(
            Facts(CLOSING)
                .with(TEXT, words >= TEXT_WORDS)
                .with(PLACE, !project.work_places.is_empty())
                .with(AMOUNT, project.budget.is_some())
                .with(DURATION, project.duration_months.is_some())
                .with(LANGUAGE, !project.languages.is_empty() || project.lang.is_some()),
        )
    }
}

/// Facts known on both sides, of those asked for. Whether the organisation has a legal entity on
/// record decides about seat and form.
pub(crate) fn of(
    call: CallFacts,
    project: ProjectFacts,
    has_entity: bool,
    words: bool,
    themes: bool,
) -> Confidence {
    let project = project.0.with(SEAT | FORM, has_entity);
    let both = call.0.0 & project.0;
    let known = both.count_ones() + u32::from(words) + u32::from(themes);
    Confidence { known: u16::try_from(known).unwrap_or(ASKED), of: ASKED }
}

#[cfg(test)]
mod tests {
    use super::{ASKED, CallFacts, ProjectFacts, of};
    use crate::eligibility::CallRules;
    use domain::{CallContent, ConfidenceLevel, ProjectContent};

    #[test]
    fn an_empty_call_has_the_lowest_confidence() {
        let call = CallContent::titled("");
        let facts = CallFacts::of(&call, &CallRules::new(&call), 0);
        let project = ProjectFacts::of(&ProjectContent::titled("x"), 0);
        let confidence = of(facts, project, true, false, false);
        assert_eq!((confidence.known, confidence.of), (0, ASKED));
        assert_eq!(confidence.level(), ConfidenceLevel::Low);
    }
}
