//! What forms send. A handler parses, calls a use case and redirects; what is not accepted is shown
//! again.

use std::sync::Arc;

use axum::{
    extract::{Multipart, Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::ProjectId;
use leptos::prelude::use_context;
use service::{
    Failure, FieldProblem,
    accounts::{self, Hidden},
    demo,
    imports::{self, ImportFailure, ImportKind},
    projects,
    register::ListOptions,
};

use super::{AppState, Fields, again, language, session::Requester};
use crate::pages::{
    import::ImportError,
    projects::form::{ProjectForm, pairs, together},
};
use crate::{text::Text, ui::FieldError};

/// What a form sent, for the page that shows it again.
#[derive(Clone, Debug)]
pub struct Form<T>(pub Arc<T>);

/// What a small form sent and what is wrong with it, or what it is answered with, for the page that
/// shows it.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// What was typed.
    pub values: Vec<(String, String)>,
    /// What is wrong.
    pub errors: Vec<FieldError>,
    /// The form came after its session had ended.
    pub session_over: bool,
    /// A new one-time link, and whom it is for.
    pub link: Option<(Hidden, String)>,
    /// New recovery codes.
    pub codes: Vec<String>,
}

impl Sent {
    /// What was sent to the page that is being rendered; nothing when it was only asked for.
    pub(crate) fn here() -> Self {
        use_context::<Self>().unwrap_or_default()
    }

    /// The first value of a field.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// What a use case found wrong, in the reader's language.
    pub(crate) fn problems(text: Text, problems: &[FieldProblem]) -> Vec<FieldError> {
        Self::problems_named(text, problems, "field-name")
    }

    /// [`Self::problems`] of a form in which `name` is that of an account: a person's, not a body's.
    pub(crate) fn account_problems(text: Text, problems: &[FieldProblem]) -> Vec<FieldError> {
        Self::problems_named(text, problems, "field-account-name")
    }

    fn problems_named(text: Text, problems: &[FieldProblem], name: &str) -> Vec<FieldError> {
        let message = |problem: &FieldProblem| {
            let field = match problem.field {
                "name" => text.say(name),
                field => text.coded("field", field),
            };
            let least = u32::try_from(accounts::PASSWORD_LEAST).unwrap_or(0);
            let key = format!("wrong-{}", problem.problem.replace('_', "-"));
            text.say_with(&key, [("field", field.into()), ("least", least.into())])
        };
        problems.iter().map(|problem| (problem.field.to_owned(), message(problem))).collect()
    }
}

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
    requester: Requester,
    body: String,
    path: String,
    id: Option<ProjectId>,
) -> Response {
    let text = language::of(&requester.headers);
    let fields = pairs(&body);
    let preview = fields.iter().any(|(name, value)| name == "action" && value == "preview");
    let form = ProjectForm::of(&fields);
    let show = |form: ProjectForm, errors: Vec<(String, String)>, status| {
        let shown = Form(Arc::new(ProjectErrors { form, errors, preview }));
        (shown, status)
    };
    let outcome = match form.read(text) {
        (input, errors) if !errors.is_empty() => {
            // What the use case would say of the rest is said at once.
            let more = match projects::examine(&state.services, &requester.actor, id, &input).await
            {
                Ok(problems) => ProjectForm::problems(text, &problems),
                Err(failure) => return again::refuse(state, &requester, failure).await,
            };
            Err(show(form, together(text, errors, more), StatusCode::UNPROCESSABLE_ENTITY))
        }
        _ if preview => Err(show(form, Vec::new(), StatusCode::OK)),
        (input, _) => {
            let saved = match id {
                Some(id) => {
                    projects::update(&state.services, &requester.actor, id, input, &form.key)
                        .await
                        .map(|()| id)
                }
                None => projects::create(&state.services, &requester.actor, input, &form.key).await,
            };
            match saved {
                Ok(id) => Ok(id),
                Err(Failure::Invalid(problems)) => {
                    let errors = together(text, Vec::new(), ProjectForm::problems(text, &problems));
                    Err(show(form, errors, StatusCode::UNPROCESSABLE_ENTITY))
                }
                Err(Failure::DiskFull) => {
                    let errors = vec![("title".to_owned(), text.say("failure-full-kept"))];
                    Err(show(form, errors, StatusCode::INSUFFICIENT_STORAGE))
                }
                Err(failure) => return again::refuse(state, &requester, failure).await,
            }
        }
    };
    match outcome {
        Ok(id) => Redirect::to(&format!("/projects/{id}/matches")).into_response(),
        Err((form, status)) => again::show(state, &requester, &path, form, status).await,
    }
}

/// Records a new project.
pub(super) async fn create(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    project(state, requester, body, "/projects/new".to_owned(), None).await
}

/// Writes a project anew.
pub(super) async fn update(
    State(state): State<AppState>,
    Path(id): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    match id.parse::<ProjectId>() {
        Ok(id) => project(state, requester, body, format!("/projects/{id}/edit"), Some(id)).await,
        Err(_) => again::refuse(state, &requester, Failure::NotFound).await,
    }
}

/// Shows the form again by which a file was sent.
async fn show_import(
    state: AppState,
    requester: &Requester,
    kind: ImportKind,
    error: ImportError,
) -> Response {
    let (path, error) = match kind {
        ImportKind::Designations(options) => ("/designations", error.with(options)),
        ImportKind::Calls | ImportKind::Projects => ("/import", error),
    };
    again::show(state, requester, path, error, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn import_failed(
    state: AppState,
    requester: &Requester,
    kind: ImportKind,
    failure: ImportFailure,
) -> Response {
    if let ImportFailure::Failure(failure) = failure {
        return again::refuse(state, requester, failure).await;
    }
    let error = ImportError::of(language::of(&requester.headers), &failure);
    show_import(state, requester, kind, error).await
}

/// Previews a file.
pub(super) async fn upload(
    State(state): State<AppState>,
    requester: Requester,
    mut parts: Multipart,
) -> Response {
    let (mut kind, mut file, mut options) = (None, None, ListOptions::default());
    let mut wrong = None;
    loop {
        match parts.next_field().await {
            Ok(Some(part)) => match part.name() {
                Some("kind") => {
                    kind = ImportKind::of_code(part.text().await.unwrap_or_default().trim());
                }
                Some("date") => {
                    let typed = part.text().await.unwrap_or_default();
                    options.date = typed.trim().parse().ok();
                    // A day that cannot be read, or that was emptied, must not become today.
                    wrong = options.date.is_none().then_some(typed);
                }
                Some("additions") => {
                    options.additions = part.text().await.unwrap_or_default() == "yes";
                }
                Some("country") => {
                    options.country = part.text().await.unwrap_or_default().trim().parse().ok();
                }
                Some("status_kind") => {
                    options.kind = part.text().await.unwrap_or_default().trim().parse().ok();
                }
                Some("file") => {
                    let name = part.file_name().unwrap_or_default().to_owned();
                    let Ok(bytes) = part.bytes().await else {
                        let failure = ImportFailure::TooBig { limit: imports::UPLOAD_LIMIT };
                        let kind = kind.unwrap_or(ImportKind::Calls);
                        return import_failed(state, &requester, kind, failure).await;
                    };
                    file = Some((name, bytes));
                }
                _ => {}
            },
            Ok(None) => break,
            Err(_) => return again::refuse(state, &requester, Failure::Invalid(Vec::new())).await,
        }
    }
    // A file is never taken for another kind than was said.
    let Some(mut kind) = kind else {
        return again::refuse(state, &requester, Failure::Invalid(Vec::new())).await;
    };
    if matches!(kind, ImportKind::Designations(_)) {
        kind = ImportKind::Designations(options);
        if let Some(typed) = wrong {
            let error = ImportError::wrong_day(language::of(&requester.headers), &typed);
            return show_import(state, &requester, kind, error).await;
        }
    }
    let staged = match file {
        Some((name, bytes)) if !name.is_empty() => {
            Box::pin(imports::stage(&state.services, &requester.actor, kind, name, bytes.to_vec()))
                .await
        }
        _ => {
            let error = ImportError::nothing_chosen(language::of(&requester.headers));
            return show_import(state, &requester, kind, error).await;
        }
    };
    match staged {
        Ok(staged) => Redirect::to(&format!("/import/{}", staged.token)).into_response(),
        Err(failure) => import_failed(state, &requester, kind, failure).await,
    }
}

/// Imports a previewed file.
pub(super) async fn commit(
    State(state): State<AppState>,
    Path(token): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let additions = Fields::of(&body).get("additions") == "yes";
    match Box::pin(imports::commit_as(&state.services, &requester.actor, &token, additions)).await {
        Ok(_) => Redirect::to(&format!("/import/{token}")).into_response(),
        Err(failure) => import_failed(state, &requester, ImportKind::Calls, failure).await,
    }
}

/// Removes the demonstration workspace.
pub(super) async fn remove_demonstration(
    State(state): State<AppState>,
    requester: Requester,
) -> Response {
    match demo::remove(&state.services, &requester.actor).await {
        Ok(()) => Redirect::to("/").into_response(),
        Err(failure) => again::refuse(state, &requester, failure).await,
    }
}
