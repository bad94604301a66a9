//! What a page is given, and how it answers.

use std::{future::Future, str::FromStr};

use axum::http::{StatusCode, request::Parts};
use chrono::{DateTime, Utc};
use html_escape::encode_text;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::Title;
use service::{Actor, Conflict, Failure, Services};

use super::{
    language,
    near::{self, Near},
    session::actor_of,
};
use crate::{
    text::Text,
    ui::{Crumb, Layout, Nav},
};

/// What a page needs to know of the request.
#[derive(Clone, Debug)]
pub struct Request {
    /// The use cases.
    pub services: Services,
    /// Who asks.
    pub actor: Actor,
    /// Whether they do so on the server's own machine.
    near: Near,
    /// Scheme and name under which the browser asked; `None` when it named none.
    origin: Option<String>,
    /// The reader's language.
    pub text: Text,
    /// The path.
    pub path: String,
    /// The query, in its order.
    pub query: Vec<(String, String)>,
    /// The present moment.
    pub now: DateTime<Utc>,
}

/// What a page answers with.
pub struct PageView {
    /// Title, without the name of the program.
    pub title: String,
    /// The way to it.
    pub crumbs: Vec<Crumb>,
    /// Its content.
    pub body: AnyView,
}

impl Request {
    /// The request that is being answered; `None` while the list of routes is made.
    pub fn here() -> Option<Self> {
        let parts = use_context::<Parts>()?;
        let services = use_context::<Services>()?;
        Some(Self {
            now: services.now(),
            services,
            actor: actor_of(&parts),
            near: Near::of(&parts),
            origin: near::origin(&parts.headers),
            text: language::of(&parts.headers),
            path: parts.uri.path().to_owned(),
            query: serde_urlencoded::from_str(parts.uri.query().unwrap_or_default())
                .unwrap_or_default(),
        })
    }

    /// Whether one click here signs in to the demonstration.
    pub async fn has_demonstration(&self) -> Result<bool, Failure> {
        Ok(self.near.0 && service::accounts::has_demonstration(&self.services).await?)
    }

    /// A path of this server as a whole address, for people to hand on.
    pub fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.origin.as_deref().unwrap_or_default())
    }

    /// A part of the path, from 1, as an identifier.
    pub fn id<T: FromStr>(&self, part: usize) -> Result<T, Failure> {
        self.path.split('/').nth(part).and_then(|part| part.parse().ok()).ok_or(Failure::NotFound)
    }

    /// A part of the path, from 1, as it was before it became an address.
    pub fn segment(&self, part: usize) -> Result<String, Failure> {
        let part = self.path.split('/').nth(part).ok_or(Failure::NotFound)?;
        // A plus sign is one in a path, unlike in a query.
        let query = format!("x={}", part.replace('+', "%2B"));
        let read: Vec<(String, String)> =
            serde_urlencoded::from_str(&query).map_err(|_| Failure::NotFound)?;
        read.into_iter().next().map(|(_, value)| value).ok_or(Failure::NotFound)
    }

    /// The first value of a parameter; empty when missing.
    pub fn param(&self, name: &str) -> &str {
        self.query.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// A parameter that reads itself from text; `None` when missing or not understood.
    pub fn parsed<T: FromStr>(&self, name: &str) -> Option<T> {
        self.param(name).parse().ok()
    }

    /// All values of a parameter that are understood.
    pub fn all<T: FromStr>(&self, name: &str) -> Vec<T> {
        self.query
            .iter()
            .filter(|(key, _)| key == name)
            .filter_map(|(_, value)| value.parse().ok())
            .collect()
    }

    /// The number of the page asked for.
    pub fn page_number(&self) -> u32 {
        self.parsed("page").unwrap_or(1)
    }

    /// The path with its query, to come back to.
    pub fn address(&self) -> String {
        match serde_urlencoded::to_string(&self.query) {
            Ok(query) if !query.is_empty() => format!("{}?{query}", self.path),
            _ => self.path.clone(),
        }
    }
}

/// The status and message of a failure.
fn failed(text: Text, failure: &Failure) -> (StatusCode, PageView) {
    let (status, key, detail) = match failure {
        Failure::NotFound => (StatusCode::NOT_FOUND, "not-found", None),
        Failure::Forbidden => (StatusCode::FORBIDDEN, "forbidden", None),
        Failure::Conflict(conflict) => {
            let gone = *conflict == Conflict::Withdrawn;
            let status = if gone { StatusCode::GONE } else { StatusCode::CONFLICT };
            (status, conflict.code(), None)
        }
        Failure::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid", None),
        Failure::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable", None),
        Failure::DiskFull => (StatusCode::INSUFFICIENT_STORAGE, "full", None),
        Failure::Internal(incident) => {
            (StatusCode::INTERNAL_SERVER_ERROR, "internal", Some(incident.to_string()))
        }
    };
    let title = text.say(&format!("failure-{key}"));
    let says = text.say(&format!("failure-{key}-says"));
    let body = view! {
        <div class="head"><h1>{title.clone()}</h1></div>
        <p class="lede">{says}</p>
        {detail.map(|incident| view! { <p>{text.say_with("failure-incident", [("incident", incident.into())])}</p> })}
        <p class="apart"><a class="button" href="/">{text.say("failure-home")}</a></p>
    };
    (status, PageView { title, crumbs: Vec::new(), body: body.into_any() })
}

/// A failure of the handler of a form, for the page that says so.
#[derive(Clone, Debug)]
pub(super) struct Refused(pub Failure);

/// A page: what `load` makes of the request, in the frame of all pages; failures become pages with
/// their status.
pub fn page<F, Fut>(nav: Nav, load: F) -> impl IntoView
where
    F: FnOnce(Request) -> Fut + Send + 'static,
    Fut: Future<Output = Result<PageView, Failure>> + Send + 'static,
{
    let Some(request) = Request::here() else { return ().into_any() };
    let response = use_context::<ResponseOptions>();
    let refused = use_context::<Refused>();
    let (text, path, services) = (request.text, request.address(), request.services.clone());
    let actor = request.actor.clone();
    let loading = load(request);
    let loading = async move {
        match refused {
            Some(Refused(failure)) => Err(failure),
            None => loading.await,
        }
    };
    view! {
        <Suspense fallback=|| ()>
            {Suspend::new(async move {
                let demo = service::overview::is_demo(&services);
                let (status, view) = match loading.await {
                    Ok(view) => (None, view),
                    Err(failure) => {
                        let (status, view) = failed(text, &failure);
                        (Some(status), view)
                    }
                };
                if let (Some(status), Some(response)) = (status, response) {
                    response.set_status(status);
                }
                // leptos_meta writes the title as it is given: unescaped, markup in the title of a
                // call or project would become part of the page.
                let title = encode_text(&format!("{} · Waxwing", view.title)).into_owned();
                view! {
                    <Title text=title/>
                    <Layout text=text nav=nav path=path demo=demo actor=actor crumbs=view.crumbs>{view.body}</Layout>
                }
            })}
        </Suspense>
    }
    .into_any()
}
