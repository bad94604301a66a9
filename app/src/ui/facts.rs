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

/// The beginning of a text that is too long for a list, cut between words.
#[must_use]
pub fn shortened(words: &str, most: usize) -> String {
    let Some((cut, _)) = words.char_indices().nth(most) else { return words.to_owned() };
    let (kept, _) = words.split_at(cut);
    let kept = kept.rsplit_once(char::is_whitespace).map_or(kept, |(kept, _)| kept);
    format!("{}…", kept.trim_end_matches([',', ';', ':', '.', ' ']))
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

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_words_are_cut_between_words() {
        assert_eq!(shortened("до 15 000 евро", 20), "до 15 000 евро");
        assert_eq!(shortened("до 15 000, но не больше", 12), "до 15 000…");
        assert_eq!(shortened("Donaudampfschiff", 5), "Donau…");
    }
}
