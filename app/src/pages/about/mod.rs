//! Pages about Waxwing itself: how matching works, what is kept, what words mean.

use leptos::prelude::*;

use crate::{
    http::{PageView, Request, page},
    text::Text,
    ui::Nav,
};

fn sections(
    text: Text,
    parts: &[(&'static str, &'static str, &'static str)],
) -> impl IntoView + use<> {
    parts
        .iter()
        .map(|(id, title, says)| {
            view! { <section class="apart" id=*id><h2>{text.say(title)}</h2><p>{text.say(says)}</p></section> }
        })
        .collect_view()
}

/// `/about/matching`
#[component]
pub fn Matching() -> impl IntoView {
    page(Nav::About, |request: Request| async move {
        let text = request.text;
        let parts = [
            ("three", "matching-three", "matching-three-says"),
            ("blind", "matching-blind", "matching-blind-says"),
            ("fit", "matching-fit", "matching-fit-says"),
            ("rules", "matching-rules", "matching-rules-says"),
            ("unknown", "matching-unknown", "matching-unknown-says"),
            ("urgency", "matching-urgency", "matching-urgency-says"),
            ("designated", "matching-designated", "matching-designated-says"),
            ("limits", "matching-limits", "matching-limits-says"),
        ];
        let body = view! {
            <div class="head"><h1>{text.say("nav-matching")}</h1></div>
            <p class="lede">{text.say("matching-lede")}</p>
            {sections(text, &parts)}
        };
        Ok(PageView { title: text.say("nav-matching"), crumbs: Vec::new(), body: body.into_any() })
    })
}

/// `/about/privacy`
#[component]
pub fn Privacy() -> impl IntoView {
    page(Nav::About, |request: Request| async move {
        let text = request.text;
        let promises =
            ["privacy-1", "privacy-2", "privacy-3", "privacy-4", "privacy-5", "privacy-6"];
        let promises =
            promises.into_iter().map(|key| view! { <li>{text.say(key)}</li> }).collect_view();
        let body = view! {
            <div class="head"><h1>{text.say("privacy-title")}</h1></div>
            <p class="lede">{text.say("privacy-lede")}</p>
            <section class="apart"><h2>{text.say("privacy-true")}</h2><ol class="steps">{promises}</ol></section>
            <section class="apart"><h2>{text.say("privacy-not")}</h2><p>{text.say("privacy-not-says")}</p></section>
        };
        Ok(PageView { title: text.say("privacy-title"), crumbs: Vec::new(), body: body.into_any() })
    })
}

/// `/about/words`
#[component]
pub fn Words() -> impl IntoView {
    page(Nav::About, |request: Request| async move {
        let text = request.text;
        let words = [
            ("word-call", "word-call-says"),
            ("word-project", "word-project-says"),
            ("word-donor", "word-donor-says"),
            ("word-entity", "word-entity-says"),
            ("word-sponsor", "word-sponsor-says"),
            ("word-rule", "word-rule-says"),
            ("word-fit", "word-fit-says"),
            ("word-confidence", "word-confidence-says"),
            ("word-core", "word-core-says"),
            ("word-regranting", "word-regranting-says"),
            ("word-cofinancing", "word-cofinancing-says"),
            ("word-designated", "word-designated-says"),
        ];
        let words = words
            .into_iter()
            .map(|(word, says)| view! { <dt>{text.say(word)}</dt><dd>{text.say(says)}</dd> })
            .collect_view();
        let body = view! {
            <div class="head"><h1>{text.say("nav-words")}</h1></div>
            <dl class="glossary">{words}</dl>
        };
        Ok(PageView { title: text.say("nav-words"), crumbs: Vec::new(), body: body.into_any() })
    })
}
