//! Pages of a longer list, as plain links.

use leptos::prelude::*;

use crate::text::Text;

/// The query with one parameter set to a value, or taken out when the value is empty.
#[must_use]
pub fn with_param(query: &[(String, String)], name: &str, value: &str) -> String {
    let kept = query
        .iter()
        .filter(|(key, _)| key != name)
        .map(|(key, value)| (key.as_str(), value.as_str()));
    let set = Some((name, value)).filter(|(_, value)| !value.is_empty());
    let pairs: Vec<_> = kept.chain(set).collect();
    serde_urlencoded::to_string(pairs).unwrap_or_default()
}

/// Links to the page before and after.
#[component]
pub fn Pager(
    /// The reader's language.
    text: Text,
    /// The path of the list.
    path: String,
    /// The query of this page.
    query: Vec<(String, String)>,
    /// This page, from 1.
    page: u32,
    /// How many there are.
    pages: u32,
) -> impl IntoView {
    let link = |number: u32, key: &str, rel: &'static str| {
        let href = format!("{path}?{}", with_param(&query, "page", &number.to_string()));
        view! { <a class="button plain" href=href rel=rel>{text.say(key)}</a> }
    };
    (pages > 1).then(|| {
        let position =
            text.say_with("pager-position", [("page", page.into()), ("pages", pages.into())]);
        view! {
            <nav class="pager" aria-label=text.say("pager-label")>
                {(page > 1).then(|| link(page - 1, "pager-previous", "prev"))}
                <span>{position}</span>
                {(page < pages).then(|| link(page + 1, "pager-next", "next"))}
            </nav>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::with_param;

    #[test]
    fn a_parameter_is_set_once_and_the_others_stay() {
        let query = [("q".to_owned(), "а б&c".to_owned()), ("page".to_owned(), "2".to_owned())];
        assert_eq!(with_param(&query, "page", "3"), "q=%D0%B0+%D0%B1%26c&page=3");
        assert_eq!(with_param(&query, "page", ""), "q=%D0%B0+%D0%B1%26c");
    }
}
