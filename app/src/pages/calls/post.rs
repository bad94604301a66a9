//! What the forms of calls, of their rules and of their reviews send.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use domain::{AccountId, CallId, RuleKind, Score};
use service::{
    Failure,
    editing::{self, Change},
    reviews,
    rulings::{self, Judgement, Statement},
};

use super::{
    form::{self, Typed},
    rule, write,
};
use crate::http::{
    AppState, Fields, Outcome, Requester, Sent, again_as, answer_with, encode, id, language_of,
    show_again,
};

/// A new call.
pub(crate) async fn create(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let typed = Typed(Fields::of(&body).0);
    let (input, errors) = form::read(language_of(&requester.headers), &typed);
    if !errors.is_empty() && editing::may_add(&requester.actor).is_ok() {
        let sent = Sent { values: typed.0, errors, ..Sent::default() };
        return show_again(state, &requester, "/calls/new", sent).await;
    }
    let created =
        editing::create(&state.services, &requester.actor, input, typed.value("key")).await;
    let outcome = created.map(|call| Outcome::To(format!("/calls/{call}/rules")));
    answer_with(state, requester, "/calls/new", Fields(typed.0), outcome).await
}

/// A call, written anew.
pub(crate) async fn update(
    State(state): State<AppState>,
    Path(call): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let path = format!("/calls/{call}/edit");
    let typed = Typed(Fields::of(&body).0);
    let (input, errors) = form::read(language_of(&requester.headers), &typed);
    if !errors.is_empty() {
        let sent = Sent { values: typed.0, errors, ..Sent::default() };
        return show_again(state, &requester, &path, sent).await;
    }
    let change =
        Change { state: typed.value("state").to_owned(), release: write::released(&typed) };
    let outcome = async {
        let call = id::<CallId>(&call)?;
        Box::pin(editing::update(&state.services, &requester.actor, call, input, change)).await?;
        Ok(Outcome::To(format!("/calls/{call}")))
    }
    .await;
    if let Err(Failure::Conflict(conflict)) = &outcome {
        // What was typed stays at hand until the call can be changed.
        let says =
            language_of(&requester.headers).say(&format!("failure-{}-says", conflict.code()));
        let sent =
            Sent { values: typed.0, errors: vec![("state".to_owned(), says)], ..Sent::default() };
        return again_as(state, &requester, &path, sent, StatusCode::CONFLICT).await;
    }
    answer_with(state, requester, &path, Fields(typed.0), outcome).await
}

/// A rule, confirmed or rejected, or a decision taken back.
pub(crate) async fn judge(
    State(state): State<AppState>,
    Path(call): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = format!("/calls/{call}/rules");
    let outcome = async {
        let call = id::<CallId>(&call)?;
        let judgement = match fields.get("action") {
            "confirm" => Judgement::Confirm,
            "reject" => Judgement::Reject,
            "keep" => Judgement::Keep,
            "take-back" => Judgement::TakeBack,
            _ => return Err(Failure::NotFound),
        };
        let (services, actor) = (&state.services, &requester.actor);
        rulings::judge(services, actor, call, fields.get("subject"), judgement).await?;
        Ok(Outcome::To(path.clone()))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}

/// A rule that a person states.
pub(crate) async fn state_rule(
    State(state): State<AppState>,
    Path((call, kind)): Path<(String, String)>,
    requester: Requester,
    body: String,
) -> Response {
    let typed = Typed(Fields::of(&body).0);
    let named = typed.value("subject");
    let subject = if rule::is_subject(named) { named.to_owned() } else { String::new() };
    let path = format!("/calls/{call}/rules/{kind}?subject={subject}");
    let Ok(kind) = kind.parse::<RuleKind>() else {
        let failure = Err(Failure::NotFound);
        return answer_with(state, requester, "/", Fields(typed.0), failure).await;
    };
    let (condition, errors) = rule::read(language_of(&requester.headers), kind, &typed);
    let condition = match condition {
        Some(condition) if errors.is_empty() => condition,
        _ => {
            let sent = Sent { values: typed.0, errors, ..Sent::default() };
            return show_again(state, &requester, &path, sent).await;
        }
    };
    let statement = Statement { subject, condition, quote: typed.value("rule_quote").to_owned() };
    let outcome = async {
        let call = id::<CallId>(&call)?;
        Box::pin(rulings::state(&state.services, &requester.actor, call, statement)).await?;
        Ok(Outcome::To(format!("/calls/{call}/rules")))
    }
    .await;
    answer_with(state, requester, &path, Fields(typed.0), outcome).await
}

/// The page of a project under its code name.
pub(crate) fn blind_path(call: impl std::fmt::Display, name: &str) -> String {
    format!("/calls/{call}/projects/{}", encode(name).replace('+', "%20"))
}

/// `POST /calls/{id}/review`
pub(crate) async fn review(
    State(state): State<AppState>,
    Path(call): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = format!("/calls/{call}/projects");
    let outcome = async {
        let (services, actor) = (&state.services, &requester.actor);
        let call = id::<CallId>(&call)?;
        match fields.get("action") {
            "begin" => {
                let after = fields.get("after").parse().unwrap_or(0);
                if after > 0 && fields.get("sure") != "yes" {
                    return Ok(Outcome::To(format!("/calls/{call}/review/again")));
                }
                reviews::begin(services, actor, call, after).await?;
            }
            "score" => reviews::start_scoring(services, actor, call).await?,
            "join" => reviews::take_part(services, actor, call).await?,
            "lock" => {
                // What cannot be taken back is asked about, whoever sends the form.
                if fields.get("sure") != "yes" {
                    return Ok(Outcome::To(format!("/calls/{call}/review/lock")));
                }
                reviews::lock(services, actor, call).await?;
            }
            "leave" => {
                if fields.get("sure") != "yes" {
                    return Ok(Outcome::To(format!("/calls/{call}/review/leave")));
                }
                reviews::leave(services, actor, call).await?;
            }
            "leave-out" => {
                let other = id::<AccountId>(fields.get("account"))?;
                reviews::leave_out(services, actor, call, other).await?;
            }
            _ => return Err(Failure::NotFound),
        }
        Ok(Outcome::To(path.clone()))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}

/// `POST /calls/{id}/projects/{name}/score`
pub(crate) async fn score(
    State(state): State<AppState>,
    Path((call, name)): Path<(String, String)>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = blind_path(&call, &name);
    let outcome = async {
        let (services, actor) = (&state.services, &requester.actor);
        let score = fields.get("score").parse().ok().and_then(Score::new);
        let (call, note) = (id::<CallId>(&call)?, fields.get("note"));
        reviews::score(services, actor, call, &name, score, note).await?;
        Ok(Outcome::To(format!("{path}#scores")))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}

/// `POST /calls/{id}/projects/{name}`
pub(crate) async fn open_name(
    State(state): State<AppState>,
    Path((call, name)): Path<(String, String)>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = blind_path(&call, &name);
    let outcome = async {
        let (services, actor) = (&state.services, &requester.actor);
        let call = id::<CallId>(&call)?;
        reviews::open_name(services, actor, call, &name, fields.get("reason")).await?;
        Ok(Outcome::To(path.clone()))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}
