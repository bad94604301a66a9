//! How a form is answered: it leads on, or is shown again with what was typed and what is wrong.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::Role;
use service::{Failure, accounts::Hidden};

pub(crate) use super::language::own_path;
use super::{AppState, again, forms::Sent, language, session::Requester};
use crate::{pages::projects::form::pairs, text::Text};

/// The fields of a form.
pub(crate) struct Fields(pub(crate) Vec<(String, String)>);

impl Fields {
    pub(crate) fn of(body: &str) -> Self {
        Self(pairs(body))
    }

    /// The first value of a field, as it was typed.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// What may be shown again: everything but secrets.
    pub(crate) fn without_secrets(self) -> Vec<(String, String)> {
        let secret = |name: &str| name.contains("password") || name == "code";
        self.0.into_iter().filter(|(name, _)| !secret(name)).collect()
    }
}

/// What became of a form.
pub(crate) enum Outcome {
    /// Go there.
    To(String),
    /// Show the page again with something that is shown only now.
    Show(Sent),
}

/// Shows a one-time link; `whom` says for whom it is.
pub(crate) fn link(secret: Hidden, whom: String) -> Outcome {
    Outcome::Show(Sent { link: Some((secret, whom)), ..Sent::default() })
}

/// For whom a link of an organisation is.
pub(crate) fn for_member(text: Text, name: String, role: Role) -> String {
    let role = text.say(&format!("role-{}", role.code()));
    text.say_with("link-for-member", [("name", name.into()), ("role", role.into())])
}

/// Answers a form whose page is at `path`.
pub(crate) async fn answer_with(
    state: AppState,
    requester: Requester,
    path: &str,
    fields: Fields,
    outcome: Result<Outcome, Failure>,
) -> Response {
    match outcome {
        Ok(Outcome::To(next)) => Redirect::to(&next).into_response(),
        Ok(Outcome::Show(sent)) => again::show(state, &requester, path, sent, StatusCode::OK).await,
        Err(Failure::Invalid(problems)) => {
            let text = language::of(&requester.headers);
            let errors = if path.starts_with("/join/") {
                Sent::account_problems(text, &problems)
            } else {
                Sent::problems(text, &problems)
            };
            let sent = Sent { errors, values: fields.without_secrets(), ..Sent::default() };
            again::show(state, &requester, path, sent, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::DiskFull) => {
            let text = language::of(&requester.headers);
            let first = fields.0.first().map_or_else(String::new, |(name, _)| name.clone());
            let errors = vec![(first, text.say("failure-full-kept"))];
            let sent = Sent { errors, values: fields.without_secrets(), ..Sent::default() };
            again::show(state, &requester, path, sent, StatusCode::INSUFFICIENT_STORAGE).await
        }
        Err(failure) => again::refuse(state, &requester, failure).await,
    }
}

/// Shows a form that cannot be read, with everything that is wrong with it.
pub(crate) async fn show_again(
    state: AppState,
    requester: &Requester,
    path: &str,
    sent: Sent,
) -> Response {
    again::show(state, requester, path, sent, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// A part of an address as an identifier.
pub(crate) fn id<T: std::str::FromStr>(part: &str) -> Result<T, Failure> {
    part.parse().map_err(|_| Failure::NotFound)
}
