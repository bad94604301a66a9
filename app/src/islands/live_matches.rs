//! While a project is written, the best calls for it as it stands. Without this island a button of
//! the form does the same.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One call, as ready words in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveMatch {
    /// Address of the call.
    pub href: String,
    /// Title.
    pub title: String,
    /// Language of the title.
    pub lang: String,
    /// Donor, amount, closing.
    pub facts: String,
    /// Verdict in words.
    pub verdict: String,
    /// `yes`, `maybe` or `no`.
    pub tone: String,
    /// Fit, 0–100.
    pub score: u8,
}

/// The best calls for a project form as it is sent, `application/x-www-form-urlencoded`. Nothing is
/// recorded. A form that cannot be read yet gives no calls.
///
/// # Errors
/// When the server cannot answer.
#[server(endpoint = "live-matches")]
pub async fn live_matches(
    /// The fields of the form, as they would be sent.
    form: String,
) -> Result<Vec<LiveMatch>, ServerFnError> {
    match crate::http::Request::here() {
        Some(request) => {
            // Matching computes: it must not hold up the answers to others.
            let found = move || crate::pages::projects::write::live(&request, &form);
            tokio::task::spawn_blocking(found).await.map_err(ServerFnError::new)
        }
        None => Err(ServerFnError::new("no request")),
    }
}

/// The list of best calls beside a project form; `first` is what the server found for the form as
/// it was sent.
#[island]
pub fn LiveMatches(
    /// Id of the form.
    form: String,
    /// Heading.
    title: String,
    /// Shown when nothing fits yet.
    none: String,
    /// Shown when the server does not answer.
    failed: String,
    /// What fits the form as it was sent.
    first: Vec<LiveMatch>,
) -> impl IntoView {
    let found = RwSignal::new(Ok::<Vec<LiveMatch>, ()>(first));
    #[cfg(feature = "hydrate")]
    watch(&form, found);
    #[cfg(not(feature = "hydrate"))]
    let _ = form;
    let list = move || match found.get() {
        Err(()) => view! { <p class="quiet">{failed.clone()}</p> }.into_any(),
        Ok(calls) if calls.is_empty() => view! { <p class="quiet">{none.clone()}</p> }.into_any(),
        Ok(calls) => {
            let rows = calls
                .into_iter()
                .map(|call| {
                    view! {
                        <li>
                            <p><span class=format!("verdict {}", call.tone)>{call.verdict}</span>" "<b class="num">{call.score}</b></p>
                            <p><a href=call.href target="_blank" rel="noopener" lang=call.lang>{call.title}</a></p>
                            <p class="small quiet">{call.facts}</p>
                        </li>
                    }
                })
                .collect_view();
            view! { <ul class="live">{rows}</ul> }.into_any()
        }
    };
    view! {
        <section class="live-matches" aria-live="polite">
            <h2>{title}</h2>
            {list}
        </section>
    }
}

/// Asks the server anew a moment after the last change of the form.
#[cfg(feature = "hydrate")]
fn watch(form: &str, found: RwSignal<Result<Vec<LiveMatch>, ()>>) {
    use std::time::Duration;
    use wasm_bindgen::{JsCast, closure::Closure};

    let Some(form) = document()
        .get_element_by_id(form)
        .and_then(|form| form.dyn_into::<web_sys::HtmlFormElement>().ok())
    else {
        return;
    };
    // Only the newest change counts: each one makes older answers stale.
    let newest = StoredValue::new(0_u32);
    let source = form.clone();
    let changed = Closure::<dyn FnMut()>::new(move || {
        let number = newest.get_value() + 1;
        newest.set_value(number);
        let source = source.clone();
        set_timeout(
            move || {
                if newest.get_value() != number {
                    return;
                }
                let Some(text) = written(&source) else { return };
                leptos::task::spawn_local(async move {
                    let answer = live_matches(text).await.map_err(|_| ());
                    if newest.get_value() == number {
                        found.set(answer);
                    }
                });
            },
            Duration::from_millis(500),
        );
    });
    // The listener lives as long as the page.
    if form.add_event_listener_with_callback("input", changed.as_ref().unchecked_ref()).is_ok() {
        changed.forget();
    }
}

/// The form as it would be sent.
#[cfg(feature = "hydrate")]
fn written(form: &web_sys::HtmlFormElement) -> Option<String> {
    let data = web_sys::FormData::new_with_form(form).ok()?;
    let text = web_sys::UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    text.to_string().as_string()
}
