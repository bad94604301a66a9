//! What forms send. A handler parses, calls a use case and redirects; what is not accepted is shown
//! again.

use std::sync::Arc;

use axum::{
    extract::{Multipart, Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use domain::ProjectId;
use service::{
    Actor, Failure, demo,
    imports::{self, ImportFailure, ImportKind},
    projects,
};

use super::{AppState, again, language};
use crate::pages::{
    import::ImportError,
    projects::form::{ProjectForm, pairs},
};

/// What a form sent, for the page that shows it again.
#[derive(Clone, Debug)]
pub struct Form<T>(pub Arc<T>);

/// A project form with what is wrong with it.
#[derive(Clone, Debug)]
pub struct ProjectErrors {
    /// What was typed.
    pub form: ProjectForm,
    /// What is wrong.
    pub errors: Vec<(String, String)>,
    /// The best calls were asked for instead of saving.
    pub preview: bool,
}

/// Reads a project form; on the way back it is shown at `path`.
async fn project(
    state: AppState,
    headers: HeaderMap,
    body: String,
    path: String,
    id: Option<ProjectId>,
) -> Response {
    let text = language::of(&headers);
    let fields = pairs(&body);
    let preview = fields.iter().any(|(name, value)| name == "action" && value == "preview");
    let form = ProjectForm::of(&fields);
    let show = |form: ProjectForm, errors: Vec<(String, String)>, status| {
        let shown = Form(Arc::new(ProjectErrors { form, errors, preview }));
        (shown, status)
    };
    let outcome = match form.read(text) {
        Err(errors) => Err(show(form, errors, StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(_) if preview => Err(show(form, Vec::new(), StatusCode::OK)),
        Ok(input) => {
            let saved = match id {
                Some(id) => projects::update(&state.services, &Actor::Operator, id, input)
                    .await
                    .map(|()| id),
                None => projects::create(&state.services, &Actor::Operator, input, &form.key).await,
            };
            match saved {
                Ok(id) => Ok(id),
                Err(Failure::Invalid(problems)) => {
                    let errors = ProjectForm::problems(text, &problems);
                    Err(show(form, errors, StatusCode::UNPROCESSABLE_ENTITY))
                }
                Err(failure) => return again::refuse(state, &headers, failure).await,
            }
        }
    };
    match outcome {
        Ok(id) => Redirect::to(&format!("/projects/{id}/matches")).into_response(),
        Err((form, status)) => again::show(state, &headers, &path, form, status).await,
    }
}

/// Records a new project.
pub(super) async fn create(
    State(state): State<AppState>,
    headers: HeaderMap,
    body: String,
) -> Response {
    project(state, headers, body, "/projects/new".to_owned(), None).await
}

/// Writes a project anew.
pub(super) async fn update(
    State(state): State<AppState>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: String,
) -> Response {
    match id.parse::<ProjectId>() {
        Ok(id) => project(state, headers, body, format!("/projects/{id}/edit"), Some(id)).await,
        Err(_) => again::refuse(state, &headers, Failure::NotFound).await,
    }
}

async fn import_failed(state: AppState, headers: &HeaderMap, failure: ImportFailure) -> Response {
    if let ImportFailure::Failure(failure) = failure {
        return again::refuse(state, headers, failure).await;
    }
    let error = ImportError::of(language::of(headers), &failure);
    again::show(state, headers, "/import", error, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Previews a file.
pub(super) async fn upload(
    State(state): State<AppState>,
    headers: HeaderMap,
    mut parts: Multipart,
) -> Response {
    let (mut kind, mut file) = (ImportKind::Calls, None);
    loop {
        match parts.next_field().await {
            Ok(Some(part)) => match part.name() {
                Some("kind") => {
                    let chosen = part.text().await.unwrap_or_default();
                    kind = if chosen == ImportKind::Projects.code() {
                        ImportKind::Projects
                    } else {
                        ImportKind::Calls
                    };
                }
                Some("file") => {
                    let name = part.file_name().unwrap_or_default().to_owned();
                    let Ok(bytes) = part.bytes().await else {
                        let failure = ImportFailure::TooBig { limit: imports::UPLOAD_LIMIT };
                        return import_failed(state, &headers, failure).await;
                    };
                    file = Some((name, bytes));
                }
                _ => {}
            },
            Ok(None) => break,
            Err(_) => return again::refuse(state, &headers, Failure::Invalid(Vec::new())).await,
        }
    }
    let staged = match file {
        Some((name, bytes)) if !name.is_empty() => {
            Box::pin(imports::stage(&state.services, &Actor::Operator, kind, name, bytes.to_vec()))
                .await
        }
        _ => {
            let error = ImportError::nothing_chosen(language::of(&headers));
            return again::show(
                state,
                &headers,
                "/import",
                error,
                StatusCode::UNPROCESSABLE_ENTITY,
            )
            .await;
        }
    };
    match staged {
        Ok(staged) => Redirect::to(&format!("/import/{}", staged.token)).into_response(),
        Err(failure) => import_failed(state, &headers, failure).await,
    }
}

/// Imports a previewed file.
pub(super) async fn commit(
    State(state): State<AppState>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    match Box::pin(imports::commit(&state.services, &Actor::Operator, &token)).await {
        Ok(_) => Redirect::to(&format!("/import/{token}")).into_response(),
        Err(failure) => import_failed(state, &headers, failure).await,
    }
}

/// Removes the demonstration workspace.
pub(super) async fn remove_demonstration(
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Response {
    match demo::remove(&state.services, &Actor::Operator).await {
        Ok(()) => Redirect::to("/").into_response(),
        Err(failure) => again::refuse(state, &headers, failure).await,
    }
}
