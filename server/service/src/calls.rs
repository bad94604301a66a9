//! Calls: search, one call.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    AmountRange, Call, CallContent, CallField, CallId, CallStatus, Closing, Country, Deadline,
    DonorId, DonorKind, EligibilityRule, Language, LegalStatus, MonthRange, Place, ProjectId,
    RuleDecision, ThemeCode, Verdict,
};
use serde_json::Value;

use crate::{
    Actor, Failure, Grounds, Page, RegisterLine, Services,
    knowledge::{CallFacts, Gate},
    matches::{Chosen, is_current},
    projects::folded_words,
};

/// A row of a list of calls.
#[derive(Clone, Debug, PartialEq)]
pub struct CallSummary {
    /// Identifier.
    pub id: CallId,
    /// Title.
    pub title: String,
    /// Donor.
    pub donor: String,
    /// Where it stands now; `None` when neither dates nor a status are known.
    pub status: Option<CallStatus>,
    /// Size of one award.
    pub award: Option<AmountRange>,
    /// Amounts in words.
    pub award_text: Option<String>,
    /// When it closes.
    pub closing: Closing,
    /// The next deadline that is not over.
    pub next_deadline: Option<Deadline>,
    /// Closing in words.
    pub deadline_text: Option<String>,
    /// Duration of a project.
    pub duration: Option<MonthRange>,
    /// Opening day.
    pub opens: Option<NaiveDate>,
    /// When Waxwing first recorded it.
    pub first_seen: DateTime<Utc>,
    /// Language of its texts.
    pub lang: Option<Language>,
    /// Themes stated, or suggested by its words where none are.
    pub themes: Vec<ThemeCode>,
    /// Places of activity.
    pub places: Vec<Place>,
    /// Verdict for the chosen project.
    pub verdict: Option<Verdict>,
    /// Fit for the chosen project, 0–100.
    pub fit: Option<f64>,
}

/// The order of a list of calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CallSort {
    /// Next closing date first; rolling, then unknown, then past ones last.
    #[default]
    Closing,
    /// Newest on record first.
    Newest,
    /// Best fit first; needs a chosen project.
    Fit,
}

impl CallSort {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Closing, Self::Newest, Self::Fit];

    /// The code used in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Closing => "closing",
            Self::Newest => "newest",
            Self::Fit => "fit",
        }
    }
}

/// What a list of calls is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallFilter {
    /// Words that must all occur.
    pub words: String,
    /// Where a call may stand; empty means open, forecast or not stated.
    pub statuses: Vec<CallStatus>,
    /// A theme, or a group of themes.
    pub theme: Option<ThemeCode>,
    /// A place in which the work may happen; calls that state none are kept.
    pub place: Option<Place>,
    /// Language of the texts.
    pub lang: Option<Language>,
    /// Closing on or before this day.
    pub closing_before: Option<NaiveDate>,
    /// Order.
    pub sort: CallSort,
    /// The project for which verdict and fit are shown.
    pub project: Option<ProjectId>,
    /// Page, from 1.
    pub page: u32,
}

/// A recorded change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallVersion {
    /// When.
    pub at: DateTime<Utc>,
    /// The field.
    pub field: CallField,
    /// The value before, in words.
    pub before: String,
    /// The value after, in words.
    pub after: String,
    /// What a person had decided about a rule and decides now, where that is the change.
    pub decided: Option<(Option<RuleDecision>, Option<RuleDecision>)>,
}

/// A legal status with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusLine {
    /// The status.
    pub status: LegalStatus,
    /// The donor whose money is passed on and whose status this is; `None` when it is the own.
    pub inherited_from: Option<String>,
    /// The row of a register that says so; `None` where a person entered it.
    pub register: Option<RegisterLine>,
}

impl StatusLine {
    /// Whether nobody has decided yet whether this donor is the body that the register names.
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        self.register.as_ref().is_some_and(|line| line.grounds == Grounds::Undecided)
    }
}

/// A donor as shown beside a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DonorView {
    /// Identifier.
    pub id: DonorId,
    /// Name.
    pub name: String,
    /// Sort of body.
    pub kind: Option<DonorKind>,
    /// Seat.
    pub country: Option<Country>,
    /// Whose money it passes on.
    pub parent: Option<String>,
    /// Own and inherited statuses.
    pub statuses: Vec<StatusLine>,
}

/// A call with similar words.
#[derive(Clone, Debug, PartialEq)]
pub struct SimilarCall {
    /// Identifier.
    pub id: CallId,
    /// Title.
    pub title: String,
    /// Donor.
    pub donor: String,
    /// Likeness of the texts, 0–100.
    pub likeness: f64,
}

/// One call with everything around it.
#[derive(Clone, Debug, PartialEq)]
pub struct CallDetails {
    /// The call.
    pub call: Call,
    /// Its donor.
    pub donor: DonorView,
    /// Where it stands now.
    pub status: Option<CallStatus>,
    /// Who may apply, rule by rule: what its fields, recorded clauses and texts state.
    pub rules: Vec<EligibilityRule>,
    /// The fields that people corrected and that imports leave alone.
    pub corrected: Vec<CallField>,
    /// What changed, newest first.
    pub versions: Vec<CallVersion>,
    /// Calls with similar words.
    pub similar: Vec<SimilarCall>,
    /// Themes that its words suggest, beyond those stated.
    pub suggested_themes: Vec<ThemeCode>,
    /// Whether contact with its donor endangers people of the actor's organisations, or of the project for
    /// which it is looked at: it is shown after that has been explained.
    pub endangers: bool,
}

/// How many similar calls are shown, and how alike they must be.
const SIMILAR: usize = 5;
const LIKENESS: f64 = 12.0;

/// The key by which calls are put in order of closing.
fn closing_key(facts: &CallFacts, now: DateTime<Utc>) -> (u8, DateTime<Utc>) {
    match (&facts.content.closing, facts.content.next_deadline(now)) {
        (_, Some(next)) => (0, next.ends()),
        (Closing::Rolling, None) => (1, DateTime::<Utc>::MAX_UTC),
        (Closing::Unknown, None) => (2, DateTime::<Utc>::MAX_UTC),
        (Closing::Dated(_), None) => (3, DateTime::<Utc>::MAX_UTC),
    }
}

/// Whether a call closes on or before a day: by the donor's calendar or by that of UTC, so that
/// nobody who asks is late.
pub(crate) fn closes_by(content: &CallContent, day: NaiveDate, now: DateTime<Utc>) -> bool {
    content.next_deadline(now).is_some_and(|next| next.first_day() <= day)
}

/// Puts calls in order; equal ones by identifier, so that pages hold every call once.
pub(crate) fn sort(
    calls: &mut [&CallFacts],
    sort: CallSort,
    places: &HashMap<CallId, usize>,
    now: DateTime<Utc>,
) {
    // The engine's order: among equal fits it is drawn by lot.
    let place_of = |facts: &CallFacts| places.get(&facts.id).copied().unwrap_or(usize::MAX);
    match sort {
        CallSort::Closing => calls.sort_by_cached_key(|facts| (closing_key(facts, now), facts.id)),
        CallSort::Newest => {
            calls.sort_by(|a, b| b.first_seen.cmp(&a.first_seen).then(a.id.cmp(&b.id)));
        }
        CallSort::Fit => calls.sort_by_key(|facts| (place_of(facts), facts.id)),
    }
}

fn has_theme(themes: &[ThemeCode], wanted: &ThemeCode) -> bool {
    themes.iter().any(|code| {
        code == wanted
            || code
                .theme()
                .and_then(|theme| theme.parent.as_ref())
                .is_some_and(|parent| parent == wanted)
    })
}

/// One page of the calls that a filter lets through.
///
/// # Errors
/// [`Failure::NotFound`] when the chosen project does not exist, or [`Failure::Internal`].
pub async fn search(
    services: &Services,
    actor: &Actor,
    filter: &CallFilter,
) -> Result<Page<CallSummary>, Failure> {
    let (knowledge, now) = (services.knowledge(), services.now());
    let words = folded_words(&filter.words);
    let with_words: Option<HashSet<CallId>> = match words.as_slice() {
        [] => None,
        words => {
            Some(store::calls::with_words(services.db.reads(), words).await?.into_iter().collect())
        }
    };
    let chosen = match filter.project {
        Some(id) => Some(Chosen::of(services, actor, id)?),
        None => None,
    };
    let shown = match &chosen {
        Some(chosen) => chosen.shown(&knowledge, now.date_naive()),
        None => knowledge.through(&Gate::of_actor(&knowledge, actor), now.date_naive()),
    };
    let mut kept: Vec<&CallFacts> = shown
        .calls()
        .filter(|facts| {
            let content = &facts.content;
            let status = content.status_at(now);
            let status_fits = match (filter.statuses.as_slice(), status) {
                ([], status) => !matches!(status, Some(CallStatus::Closed | CallStatus::Withdrawn)),
                (wanted, Some(status)) => wanted.contains(&status),
                (_, None) => false,
            };
            status_fits
                && with_words.as_ref().is_none_or(|ids| ids.contains(&facts.id))
                && filter.lang.as_ref().is_none_or(|lang| content.lang.as_ref() == Some(lang))
                && filter.closing_before.is_none_or(|day| closes_by(content, day, now))
                && filter.place.is_none_or(|place| {
                    content.places.is_empty()
                        || content.places.iter().any(|stated| stated.meets(place))
                })
                && filter.theme.as_ref().is_none_or(|wanted| {
                    has_theme(&content.themes, wanted)
                        || has_theme(knowledge.call_index.suggested_themes(facts.id), wanted)
                })
        })
        .collect();
    let found = chosen.as_ref().map(|chosen| chosen.all(&knowledge, now)).unwrap_or_default();
    let fit: HashMap<CallId, f64> = found.iter().map(|one| (one.id, one.fit)).collect();
    let verdicts: HashMap<CallId, Verdict> =
        found.iter().map(|one| (one.id, one.verdict)).collect();
    let places = (0..).zip(&found).map(|(place, one)| (one.id, place)).collect();
    sort(&mut kept, filter.sort, &places, now);
    let page = Page::of(&kept, filter.page);
    let rows = page.rows.iter().map(|facts| CallSummary {
        verdict: verdicts.get(&facts.id).copied(),
        fit: fit.get(&facts.id).copied(),
        ..knowledge.summary(facts, now)
    });
    let rows = rows.collect();
    Ok(page.with(rows))
}

/// How many calls on record the actor may be shown.
#[must_use]
pub fn count(services: &Services, actor: &Actor) -> u64 {
    let knowledge = services.knowledge();
    let shown = knowledge.through(&Gate::of_actor(&knowledge, actor), services.today());
    u64::try_from(shown.calls().count()).unwrap_or(u64::MAX)
}

/// How many calls that can be applied for are left out of the actor's lists, because their donor is
/// designated, or may be, where a project of the actor's organisations has people; of a list for a
/// project, also where that project has.
///
/// # Errors
/// [`Failure::NotFound`] for a project whose matches the actor may not see.
pub fn withheld(
    services: &Services,
    actor: &Actor,
    project: Option<ProjectId>,
) -> Result<usize, Failure> {
    let (knowledge, now) = (services.knowledge(), services.now());
    let gate = match project {
        Some(id) => Chosen::of(services, actor, id)?.gate().clone(),
        None => Gate::of_actor(&knowledge, actor),
    };
    let shown = knowledge.through(&gate, now.date_naive());
    Ok(shown.withheld().filter(|facts| is_current(facts, now)).count())
}

/// A recorded value in words: dates, amounts and lists without the signs of JSON.
fn plain(json: &str) -> String {
    fn words(value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Bool(yes) => yes.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Array(list) => list
                .iter()
                .map(words)
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
            Value::Object(object) => {
                // A closing: its dates, or its kind where it has none.
                if let Some(dates) = object.get("dates") {
                    return words(dates);
                }
                if let Some(on) = object.get("on") {
                    return words(on);
                }
                let parts = object.iter().filter(|(_, value)| !value.is_null());
                parts
                    .map(|(key, value)| format!("{key} {}", words(value)))
                    .collect::<Vec<_>>()
                    .join(", ")
            }
        }
    }
    serde_json::from_str(json).map_or_else(|_| json.to_owned(), |value| words(&value))
}

/// An amount range recorded as minor units, or a value of any other field, in words.
fn plain_of(field: CallField, json: &str) -> String {
    let amounts = match field {
        CallField::Award => serde_json::from_str::<AmountRange>(json).ok().map(|range| {
            let ends = [range.min(), range.max()];
            ends.into_iter()
                .flatten()
                .map(|money| money.to_string())
                .collect::<Vec<_>>()
                .join(" – ")
        }),
        CallField::Total => {
            serde_json::from_str::<domain::Money>(json).ok().map(|money| money.to_string())
        }
        _ => None,
    };
    amounts.unwrap_or_else(|| plain(json))
}

/// The decisions of a version that a person made; what a source changes reads otherwise.
fn decided(
    version: &store::calls::Version,
) -> Option<(Option<RuleDecision>, Option<RuleDecision>)> {
    if version.field != CallField::Rules {
        return None;
    }
    let read = |json: &str| serde_json::from_str(json).ok();
    Some((read(&version.before)?, read(&version.after)?))
}

/// One call, perhaps looked at for a project.
///
/// # Errors
/// [`Failure::NotFound`], or [`Failure::Internal`].
pub async fn details(
    services: &Services,
    actor: &Actor,
    id: CallId,
    project: Option<ProjectId>,
) -> Result<CallDetails, Failure> {
    let call = store::calls::get(services.db.reads(), id).await?.ok_or(Failure::NotFound)?;
    let versions = store::calls::versions(services.db.reads(), id).await?;
    let edits = store::edits::of_call(services.db.reads(), id).await?;
    let (knowledge, now) = (services.knowledge(), services.now());
    let chosen = project.and_then(|project| Chosen::of(services, actor, project).ok());
    let mine = Gate::of_actor(&knowledge, actor);
    let gate = chosen.as_ref().map_or_else(|| mine.clone(), |chosen| mine.and(chosen.gate()));
    let shown = knowledge.through(&gate, services.today());
    let similar = knowledge
        .call_index
        .similar_calls(id, SIMILAR)
        .into_iter()
        .filter(|alike| alike.likeness >= LIKENESS)
        .filter_map(|alike| {
            let facts = shown.call(alike.id)?;
            let summary = knowledge.summary(facts, now);
            Some(SimilarCall {
                id: alike.id,
                title: summary.title,
                donor: summary.donor,
                likeness: alike.likeness,
            })
        })
        .collect();
    Ok(CallDetails {
        donor: knowledge.donor_view(call.donor),
        status: call.content.status_at(now),
        rules: reading::rules_of(&call.content),
        corrected: edits.into_iter().map(|edit| edit.field).collect(),
        versions: versions
            .into_iter()
            .map(|version| CallVersion {
                at: version.at,
                field: version.field,
                decided: decided(&version),
                before: plain_of(version.field, &version.before),
                after: plain_of(version.field, &version.after),
            })
            .collect(),
        similar,
        suggested_themes: knowledge.call_index.suggested_themes(id).to_vec(),
        endangers: !shown.shows(call.donor),
        call,
    })
}

#[cfg(test)]
mod tests {
    use super::{CallField, plain_of};

    #[test]
    fn recorded_values_are_shown_in_words() {
        let closing = r#"{"kind":"dated","dates":[{"on":"2026-12-14","at":null,"zone":null,"kind":"final","note":null}]}"#;
        assert_eq!(plain_of(CallField::Closing, closing), "2026-12-14");
        assert_eq!(
            plain_of(CallField::Award, r#"{"min":2000000,"max":5000000,"currency":"EUR"}"#),
            "20000 EUR – 50000 EUR"
        );
        assert_eq!(plain_of(CallField::Places, r#"["DE","GE"]"#), "DE, GE");
        assert_eq!(plain_of(CallField::Status, "null"), "");
        assert_eq!(plain_of(CallField::Title, "not json"), "not json");
    }
}
