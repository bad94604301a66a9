//! Short facts in a row, and longer texts in paragraphs.

use leptos::prelude::*;

/// Facts in a row; empty ones are left out.
#[component]
pub fn Facts(
    /// The facts, each with a class (`""`, or `soon`).
    facts: Vec<(String, &'static str)>,
) -> impl IntoView {
    let items = facts
        .into_iter()
        .filter(|(fact, _)| !fact.is_empty())
        .map(|(fact, class)| view! { <li class=class>{fact}</li> })
        .collect_view();
    view! { <ul class="facts">{items}</ul> }
}

/// Small labels, such as themes.
#[component]
pub fn Tags(
    /// What they say.
    tags: Vec<String>,
) -> impl IntoView {
    (!tags.is_empty()).then(|| {
        let tags = tags.into_iter().map(|tag| view! { <li>{tag}</li> }).collect_view();
        view! { <ul class="tags">{tags}</ul> }
    })
}

/// A text of several lines as paragraphs, in the language it is written in.
pub fn text_block(text: &str, lang: Option<&domain::Language>) -> impl IntoView + use<> {
    let paragraphs = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect_view();
    let lang = lang.map(|lang| lang.code().to_owned());
    view! { <div class="prose" lang=lang>{paragraphs}</div> }
}
