//! Calls written and corrected by people.
//!
//! Admins and analysts keep all calls; a donor's reviewers write their own donor's. What a person
//! changes in a call that came from a source stays when the source is imported again.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{Call, CallContent, CallField, CallId, Closing, Donor, DonorId, fold::fold};
use store::{ConnectionTrait, StoreError, calls::Version, edits::Edit};

use crate::{
    Actor, Failure, FieldProblem, Incident, Services, changes::differences, projects::TITLE_LIMIT,
    reviews, seen, services::News, standing::DonorNames, written::title_problem,
};

/// The source of calls that people write here.
pub(crate) const OWN_SOURCE: &str = "waxwing";
/// The most bytes of a text of a call, as for calls from files.
pub const TEXT_LIMIT: usize = 256 * 1024;
/// The most bytes of a short text.
pub const SHORT_LIMIT: usize = 4096;
/// The most closing dates.
const DATES: usize = 100;

/// What a person writes about a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallInput {
    /// Who gives.
    pub donor: Option<DonorId>,
    /// The name of a donor that is not on record yet; counts where none is chosen.
    pub new_donor: String,
    /// What it says. Rules that a source recorded and decisions about rules are not written here.
    pub content: CallContent,
}

/// A field that a person decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptField {
    /// The field.
    pub field: CallField,
    /// When.
    pub at: DateTime<Utc>,
}

/// A call with what its form needs.
#[derive(Clone, Debug, PartialEq)]
pub struct CallToEdit {
    /// The call.
    pub call: Call,
    /// The name of its donor.
    pub donor: String,
    /// Names its state: a form that was made of an older one is not taken over a newer one unseen.
    pub state: String,
    /// Fields that stay as people decided them, whatever its source says.
    pub kept: Vec<KeptField>,
}

/// Whether the actor may write calls of a donor, or of one that is the same.
fn may_write_for(services: &Services, actor: &Actor, donor: DonorId) -> bool {
    let reader = actor.reader();
    let knowledge = services.knowledge();
    let is_same = |own: &DonorId| knowledge.one(*own) == knowledge.one(donor);
    reader.keeps_calls() || reader.grants().is_some_and(|grants| grants.donors.iter().any(is_same))
}

/// Refuses whoever may write no calls at all.
///
/// # Errors
/// [`Failure::Forbidden`].
pub fn may_add(actor: &Actor) -> Result<(), Failure> {
    let reader = actor.reader();
    let writes =
        reader.keeps_calls() || reader.grants().is_some_and(|grants| !grants.donors.is_empty());
    if writes { Ok(()) } else { Err(Failure::Forbidden) }
}

/// Whether the actor may change a call.
#[must_use]
pub fn may_edit(services: &Services, actor: &Actor, call: &Call) -> bool {
    may_write_for(services, actor, call.donor)
}

/// The donors whose calls the actor may write, by name, and whether new ones may be named.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever may write no calls.
pub fn donors(
    services: &Services,
    actor: &Actor,
) -> Result<(Vec<(DonorId, String)>, bool), Failure> {
    may_add(actor)?;
    let knowledge = services.knowledge();
    let mine = |donor: &&Donor| may_write_for(services, actor, donor.id);
    let donors = knowledge.donors().into_iter().filter(mine);
    let donors = donors.map(|donor| (donor.id, donor.name.clone())).collect();
    Ok((donors, actor.reader().keeps_calls()))
}

impl CallInput {
    /// Everything that is wrong with it.
    #[must_use]
    pub fn problems(&self) -> Vec<FieldProblem> {
        let mut found = Vec::new();
        let mut wrong = |field, problem| found.push(FieldProblem { field, problem });
        let content = &self.content;
        if let Some(problem) = title_problem(&content.title, TITLE_LIMIT) {
            wrong("title", problem);
        }
        if self.donor.is_none() && fold(&self.new_donor).is_empty() {
            wrong("donor", "missing");
        } else if self.new_donor.len() > TITLE_LIMIT {
            wrong("new_donor", "too_long");
        }
        let texts = [
            ("text", &content.text),
            ("conditions", &content.conditions),
            ("eligibility", &content.eligibility),
        ];
        for (field, text) in texts {
            if text.len() > TEXT_LIMIT {
                wrong(field, "too_long");
            }
        }
        let words = [
            ("url", &content.url),
            ("programme", &content.programme),
            ("deadline_text", &content.deadline_text),
            ("award_text", &content.award_text),
            ("duration_text", &content.duration_text),
        ];
        for (field, text) in words {
            if text.as_ref().is_some_and(|text| text.len() > SHORT_LIMIT) {
                wrong(field, "too_long");
            }
        }
        let is_address = |url: &String| {
            let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
            rest.is_some_and(|rest| !rest.is_empty() && !url.contains(char::is_whitespace))
        };
        if content.url.as_ref().is_some_and(|url| !is_address(url)) {
            wrong("url", "web_address");
        }
        match &content.closing {
            Closing::Dated(dates) if dates.is_empty() => wrong("closing", "missing"),
            Closing::Dated(dates) if dates.len() > DATES => wrong("closing", "too_long"),
            Closing::Dated(dates) => {
                let last = dates.iter().map(|date| date.on).max();
                if content.opens.is_some_and(|opens| last.is_some_and(|last| last < opens)) {
                    wrong("opens", "after_closing");
                }
            }
            Closing::Rolling | Closing::Unknown => {}
        }
        if content.co_financing_percent.is_some_and(|share| share > 100) {
            wrong("co_financing_percent", "share_over");
        }
        found
    }
}

fn given(problems: Vec<FieldProblem>) -> Result<(), Failure> {
    if problems.is_empty() { Ok(()) } else { Err(Failure::Invalid(problems)) }
}

fn refused(field: &'static str, problem: &'static str) -> Failure {
    Failure::Invalid(vec![FieldProblem { field, problem }])
}

/// The donor of an input with its name; one that is not on record yet is added.
async fn donor<C: ConnectionTrait>(
    services: &Services,
    c: &C,
    actor: &Actor,
    input: &CallInput,
) -> Result<(DonorId, String), Failure> {
    let all = store::donors::all(c).await?;
    let names = DonorNames::of(&all).with_merged(store::donors::merged(c).await?);
    let found = match input.donor {
        Some(id) => Some(id),
        None => names.find(&input.new_donor).map(|id| names.one(id)),
    };
    match found {
        Some(id) => {
            let known = all.iter().find(|donor| donor.id == id);
            let mine = known.filter(|donor| may_write_for(services, actor, donor.id));
            let donor = mine.ok_or_else(|| refused("donor", "unknown"))?;
            Ok((donor.id, donor.name.clone()))
        }
        None if actor.reader().keeps_calls() => {
            let new = Donor {
                id: DonorId::from_random(services.chance().bytes()),
                name: input.new_donor.split_whitespace().collect::<Vec<_>>().join(" "),
                aliases: Vec::new(),
                kind: None,
                country: None,
                parent: None,
                statuses: Vec::new(),
            };
            // What an account of the demonstration makes goes with the demonstration.
            let demonstration = actor.is_demonstration();
            store::donors::insert(c, std::slice::from_ref(&new), demonstration).await?;
            Ok((new.id, new.name))
        }
        None => Err(refused("new_donor", "unknown")),
    }
}

/// Records a new call. A form that is sent twice under the same `key` records one.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever may write no calls, [`Failure::Invalid`] naming fields.
pub async fn create(
    services: &Services,
    actor: &Actor,
    input: CallInput,
    key: &str,
) -> Result<CallId, Failure> {
    may_add(actor)?;
    given(input.problems())?;
    let transaction = services.begin().await?;
    if let Some(id) = services.answered(&transaction, actor, key).await? {
        let id = id.into();
        // Rules and decisions are written elsewhere.
        let typed = |content: &CallContent| CallContent {
            rules: Vec::new(),
            decisions: Vec::new(),
            ..content.clone()
        };
        let is_same = |saved: &Call| typed(&saved.content) == typed(&input.content);
        let saved = store::calls::get(&transaction, id).await?;
        seen::saved_once(saved.as_ref().is_none_or(is_same), "title")?;
        return Ok(id);
    }
    let (donor, name) = donor(services, &transaction, actor, &input).await?;
    let (id, at) = (CallId::from_random(services.chance().bytes()), services.now());
    let call = Call {
        id,
        source: OWN_SOURCE.to_owned(),
        external_id: id.to_string(),
        donor,
        first_seen: at,
        changed_at: at,
        content: CallContent { rules: Vec::new(), decisions: Vec::new(), ..input.content },
    };
    let demonstration = actor.is_demonstration();
    store::calls::insert(&transaction, &[(&call, &name)], demonstration).await?;
    services.answer(&transaction, actor, key, id.uuid()).await?;
    let act = actor.does(services, "call_created");
    services.record(&transaction, act, "call", id.uuid(), None).await?;
    services.commit(transaction, News::Calls).await?;
    Ok(id)
}

/// Names the state of a call.
async fn state_of<C: ConnectionTrait>(c: &C, id: CallId) -> Result<String, Failure> {
    let heads = store::calls::heads(c, Some(&[id])).await?;
    Ok(heads.get(&id).map(|head| head.revision.to_string()).unwrap_or_default())
}

/// A call as the actor may change it. To whoever may not, unknown calls and others are alike.
pub(crate) async fn found<C: ConnectionTrait>(
    services: &Services,
    c: &C,
    actor: &Actor,
    id: CallId,
) -> Result<Call, Failure> {
    may_add(actor)?;
    let call = store::calls::get(c, id).await?.filter(|call| may_edit(services, actor, call));
    call.ok_or(Failure::NotFound)
}

/// One call, to be changed.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever may write no calls, [`Failure::NotFound`] for whoever may not
/// write this one.
pub async fn to_edit(
    services: &Services,
    actor: &Actor,
    id: CallId,
) -> Result<CallToEdit, Failure> {
    let call = found(services, services.db.reads(), actor, id).await?;
    let kept = store::edits::of_call(services.db.reads(), id).await?;
    Ok(CallToEdit {
        donor: services.knowledge().donor_view(call.donor).name,
        state: state_of(services.db.reads(), id).await?,
        kept: kept.into_iter().map(|one| KeptField { field: one.field, at: one.at }).collect(),
        call,
    })
}

/// How a call is changed, besides what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The state that the form was made of.
    pub state: String,
    /// Fields for which the source may speak again.
    pub release: BTreeSet<CallField>,
}

/// Writes a call anew. Each field that differs makes a version, and stays whatever the source says
/// later.
///
/// # Errors
/// As [`to_edit`]; [`Failure::Invalid`] naming fields, and `state` where somebody else has changed
/// the call since the form was made; [`Failure::Conflict`] when what the call demands would change
/// while it is scored.
pub async fn update(
    services: &Services,
    actor: &Actor,
    id: CallId,
    input: CallInput,
    change: Change,
) -> Result<(), Failure> {
    may_add(actor)?;
    given(input.problems())?;
    let transaction = services.begin().await?;
    let old = found(services, &transaction, actor, id).await?;
    let (donor, name) = donor(services, &transaction, actor, &input).await?;
    let content = CallContent {
        rules: old.content.rules.clone(),
        decisions: old.content.decisions.clone(),
        ..input.content
    };
    let at = services.now();
    let version =
        |field, before, after| Version { call: id, at, field, before, after, batch: None };
    let mut versions: Vec<Version> = differences(&old.content, &content)
        .map_err(|error| Failure::Internal(Incident::log(&error)))?
        .into_iter()
        .filter_map(|one| Some(version(one.field.parse().ok()?, one.before, one.after)))
        .collect();
    if donor != old.donor {
        let donors = store::donors::all(&transaction).await?;
        let before = donors.iter().find(|one| one.id == old.donor).map(|one| one.name.as_str());
        let json = |name: Option<&str>| serde_json::Value::from(name).to_string();
        versions.push(version(CallField::Donor, json(before), json(Some(&name))));
    }
    // What a form that is sent twice would change is changed already.
    if !versions.is_empty() {
        seen::unchanged(&state_of(&transaction, id).await?, &change.state, "state")?;
    }
    reviews::frozen::let_change(&transaction, id, &old.content, &content).await?;
    let edited: BTreeSet<CallField> = versions.iter().map(|one| one.field).collect();
    if old.source != OWN_SOURCE {
        let edit = |field: &CallField| Edit { field: *field, by: actor.account(), at };
        let edits: Vec<Edit> = edited.iter().map(edit).collect();
        store::edits::put(&transaction, id, &edits).await?;
    }
    let released: Vec<CallField> = change.release.difference(&edited).copied().collect();
    store::edits::release(&transaction, id, &released).await?;
    if versions.is_empty() {
        transaction.commit().await.map_err(StoreError::from)?;
        return Ok(());
    }
    let new = Call { donor, content, changed_at: at, ..old };
    store::calls::update(&transaction, (&new, &name), &versions).await?;
    let act = actor.does(services, "call_changed");
    services.record(&transaction, act, "call", id.uuid(), None).await?;
    services.commit(transaction, News::Calls).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_wrong_is_named_at_once() {
        let content = CallContent {
            url: Some("ftp://example.org".into()),
            closing: Closing::Dated(Vec::new()),
            co_financing_percent: Some(101),
            programme: Some("x".repeat(SHORT_LIMIT + 1)),
            ..CallContent::titled(" ")
        };
        let input = CallInput { donor: None, new_donor: " ".into(), content };
        let found: Vec<_> = input.problems().iter().map(|one| (one.field, one.problem)).collect();
        assert_eq!(
            found,
            [
                ("title", "missing"),
                ("donor", "missing"),
                ("programme", "too_long"),
                ("url", "web_address"),
                ("closing", "missing"),
                ("co_financing_percent", "share_over")
            ]
        );
    }
}
