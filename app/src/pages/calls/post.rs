//! Forms of whoever reviews a call: how the review goes on, scores, opening a name.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{AccountId, CallId, Score};
use service::{Failure, reviews};

use crate::http::{
    AppState, encode,
    people::{Fields, Outcome, answer_with, id},
    session::Asking,
};

/// The page of a project under its code name.
pub(crate) fn blind_path(call: impl std::fmt::Display, name: &str) -> String {
    format!("/calls/{call}/projects/{}", encode(name).replace('+', "%20"))
}

/// `POST /calls/{id}/review`
pub(crate) async fn review(
    State(state): State<AppState>,
    Path(call): Path<String>,
    asking: Asking,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = format!("/calls/{call}/projects");
    let outcome = async {
        let (services, actor) = (&state.services, &asking.actor);
        let call = id::<CallId>(&call)?;
        match fields.get("action") {
            "begin" => {
                let after = fields.get("after").parse().unwrap_or(0);
                reviews::begin(services, actor, call, after).await?;
            }
            "score" => reviews::start_scoring(services, actor, call).await?,
            "lock" => reviews::lock(services, actor, call).await?,
            "leave" => reviews::leave(services, actor, call).await?,
            "leave-out" => {
                let other = id::<AccountId>(fields.get("account"))?;
                reviews::leave_out(services, actor, call, other).await?;
            }
            _ => return Err(Failure::NotFound),
        }
        Ok(Outcome::To(path.clone()))
    }
    .await;
    answer_with(state, asking, &path, fields, outcome).await
}

/// `POST /calls/{id}/projects/{name}/score`
pub(crate) async fn score(
    State(state): State<AppState>,
    Path((call, name)): Path<(String, String)>,
    asking: Asking,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = blind_path(&call, &name);
    let outcome = async {
        let (services, actor) = (&state.services, &asking.actor);
        let score = fields.get("score").parse().ok().and_then(Score::new);
        let (call, note) = (id::<CallId>(&call)?, fields.get("note"));
        reviews::score(services, actor, call, &name, score, note).await?;
        Ok(Outcome::To(format!("{path}#scores")))
    }
    .await;
    answer_with(state, asking, &path, fields, outcome).await
}

/// `POST /calls/{id}/projects/{name}`
pub(crate) async fn open_name(
    State(state): State<AppState>,
    Path((call, name)): Path<(String, String)>,
    asking: Asking,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = blind_path(&call, &name);
    let outcome = async {
        let (services, actor) = (&state.services, &asking.actor);
        let call = id::<CallId>(&call)?;
        reviews::open_name(services, actor, call, &name, fields.get("reason")).await?;
        Ok(Outcome::To(path.clone()))
    }
    .await;
    answer_with(state, asking, &path, fields, outcome).await
}
