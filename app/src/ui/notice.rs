//! Things a page says before anything else, and what stands where a list is empty.

use leptos::prelude::*;

/// A notice.
#[component]
pub fn Notice(
    /// `""`, `warn` (unclear, soon) or `bad` (blocked, destructive).
    #[prop(default = "")]
    tone: &'static str,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! { <div class=format!("notice {tone}")>{children()}</div> }
}

/// Stands in the place of an empty list: what belongs here, and the next step.
#[component]
pub fn Empty(
    /// What belongs here.
    says: String,
    /// The next step.
    children: Children,
) -> impl IntoView {
    view! { <div class="empty"><p>{says}</p><p>{children()}</p></div> }
}
