//! One project beside a call, as a reviewer reads it: under its code name.

use leptos::prelude::*;
use service::matches;

use super::projects::facts;
use crate::{
    http::{PageView, Request, Sent, page},
    pages::account::titled,
    ui::{
        Crumb, ErrorSummary, Facts, FitBox, Nav, Notice, Tags, TextArea, VerdictBadge, match_body,
        text_block,
    },
};

/// `/calls/{id}/projects/{code name}`
#[component]
pub fn BlindProject() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let call = request.id::<domain::CallId>(2)?;
        let name = request.segment(4)?;
        let found = matches::blind(&request.services, &request.actor, call, &name).await?;
        let names = ["summary", "problem", "activities", "outputs", "beneficiaries", "audience"];
        let texts = names
            .into_iter()
            .zip(&found.texts)
            .filter(|(_, words)| !words.is_empty())
            .map(|(name, words)| {
                view! { <section class="apart"><h3>{text.say(&format!("project-{name}"))}</h3>{text_block(words, found.lang.as_ref())}</section> }
            })
            .collect_view();
        let candidate = &found.candidate;
        let matched = candidate.found.clone();
        let themes = candidate.themes.iter().map(|code| text.theme(code)).collect();
        let call_lang = found.call.lang.as_ref().map(|lang| lang.code().to_owned());
        let opening = if let Some(name) = found.opened {
            let says = text.say_with("candidate-opened", [("name", name.into())]);
            view! { <Notice><p>{says}</p></Notice> }.into_any()
        } else if found.may_open {
            let action = format!(
                "/calls/{call}/projects/{}",
                crate::http::encode(&candidate.code_name).replace('+', "%20")
            );
            view! {
                <form method="post" action=action class="narrow" novalidate>
                    <p>{text.say("candidate-open-says")}</p>
                    <TextArea name="reason" label=text.say("candidate-open-reason") value=sent.value("reason").to_owned() rows=3 errors=sent.errors.clone()/>
                    <button>{text.say("candidate-open-button")}</button>
                </form>
            }
            .into_any()
        } else {
            view! { <p class="quiet">{text.say("candidate-scored")}</p> }.into_any()
        };
        let body = view! {
            <ErrorSummary text=text errors=sent.errors.clone()/>
            <div class="head">
                <h1>{candidate.code_name.clone()}</h1>
                <p class="quiet" lang=call_lang.clone()>{found.call.title.clone()}</p>
            </div>
            <article class="match">
                <header>
                    <div><VerdictBadge text=text verdict=matched.eligibility.verdict/></div>
                    <Facts facts=facts(text, candidate)/>
                    <Tags tags=themes/>
                </header>
                <FitBox text=text fit=matched.fit.clone() confidence=matched.confidence/>
                {match_body(text, &matched, call_lang, text.say("rules-for-candidate"), ())}
            </article>
            <section class="apart">
                <h2>{text.say("candidate-texts")}</h2>
                <p class="quiet">{text.say("candidate-masked")}</p>
                {texts}
            </section>
            <section class="apart"><h2>{text.say("candidate-open")}</h2>{opening}</section>
        };
        let title = if sent.errors.is_empty() {
            candidate.code_name.clone()
        } else {
            titled(text, "candidate-open", &sent.errors)
        };
        let crumbs = vec![
            Crumb { href: "/calls".to_owned(), name: text.say("nav-calls") },
            Crumb { href: format!("/calls/{call}"), name: found.call.title.clone() },
            Crumb { href: format!("/calls/{call}/projects"), name: text.say("candidates-title") },
        ];
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}
