//! What the forms about who sees a project send.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{ProjectId, Visibility};
use service::{
    projects,
    sharing::{self, Choice},
};

use crate::http::{AppState, Fields, Outcome, Requester, Sent, answer_with, id};

pub(crate) async fn delete_project(
    State(state): State<AppState>,
    Path(project): Path<String>,
    requester: Requester,
) -> Response {
    let outcome = async {
        projects::delete(&state.services, &requester.actor, id::<ProjectId>(&project)?).await?;
        Ok(Outcome::To("/projects".to_owned()))
    }
    .await;
    answer_with(state, requester, "/projects", Fields(Vec::new()), outcome).await
}

pub(crate) async fn share(
    State(state): State<AppState>,
    Path(project): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let path = format!("/projects/{project}/sharing");
    let choice = Choice {
        level: fields.get("level").parse().unwrap_or(Visibility::Private),
        named: sharing::names_in(fields.get("named")),
        coalition: fields.get("coalition").parse().ok(),
    };
    let (services, actor) = (&state.services, &requester.actor);
    let outcome = async {
        let project = id::<ProjectId>(&project)?;
        if fields.get("action") == "share" {
            sharing::share(services, actor, project, choice).await?;
            return Ok(Outcome::To(path.clone()));
        }
        sharing::preview(services, actor, project, choice).await?;
        Ok(Outcome::Show(Sent { values: fields.0.clone(), ..Sent::default() }))
    }
    .await;
    answer_with(state, requester, &path, fields, outcome).await
}
