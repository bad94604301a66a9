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

/// What is promised, and the tests that prove it; a guard of the house looks each of them up.
const PROMISES: [(&str, &[&str]); 11] = [
    ("privacy-1", &["t1_no_address_browser_or_referrer_is_kept"]),
    ("privacy-2", &["requests to other hosts", "o1_no_connection_leaves_the_machine"]),
    (
        "privacy-3",
        &["scripts_are_only_where_an_island_is", "everything is reachable without scripts"],
    ),
    ("privacy-4", &["a_file_goes_from_upload_to_matches"]),
    ("privacy-5", &["w4_the_cookie_is_as_it_must_be", "a1_a10_sessions_are_new_each_time_and_end"]),
    (
        "privacy-6",
        &[
            "c1_queries_find_exactly_what_the_rule_lets_see",
            "c2_hidden_fields_reach_nobody",
            "b4_donors_see_code_names",
            "the_blind_step_is_not_undone_by_a_click",
        ],
    ),
    (
        "privacy-7",
        &["a4_passwords_are_hashed_with_argon2id", "a1_only_fingerprints_are_on_the_disk"],
    ),
    ("privacy-8", &["a8_a_thousand_tries"]),
    ("privacy-9", &["t4_a_changed_past_is_named"]),
    ("privacy-10", &["d7_deleted_means_gone_from_the_file"]),
    (
        "privacy-11",
        &["r6_a_backup_comes_back_only_with_its_key", "d8_what_was_kept_for_its_time_goes"],
    ),
];

/// `/about/privacy`
#[component]
pub fn Privacy() -> impl IntoView {
    page(Nav::About, |request: Request| async move {
        let text = request.text;
        let promises =
            PROMISES.iter().map(|(key, _)| view! { <li>{text.say(key)}</li> }).collect_view();
        let body = view! {
            <div class="head"><h1>{text.say("privacy-title")}</h1></div>
            <p class="lede">{text.say("privacy-lede")}</p>
            <section class="apart"><h2>{text.say("privacy-true")}</h2><ol class="steps">{promises}</ol><p class="quiet">{text.say("privacy-proof")}</p></section>
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
