//! One project beside a call, as a reviewer reads it: under its code name.

use domain::{ReviewState, Score};
use leptos::prelude::*;
use service::reviews::{self, BlindProject as Found};

use super::{post::blind_path, projects::facts};
use crate::{
    http::{PageView, Request, Sent, page},
    pages::{account::titled, projects::NARRATIVE},
    text::Text,
    ui::{
        Crumb, ErrorSummary, Facts, FitBox, Nav, Notice, SelectField, Tags, TextArea, VerdictBadge,
        match_body, text_block,
    },
};

/// The actor's own score while scores are given, all of them once they are locked.
fn scores(text: Text, found: &Found, action: &str, sent: &Sent) -> AnyView {
    if found.may_score {
        let given = found.candidate.score.map(|score| score.number().to_string());
        let value = |name: &str, known: String| {
            let typed = sent.values.iter().find(|(field, _)| field == name);
            typed.map_or(known, |(_, value)| value.clone())
        };
        let none = (String::new(), text.say("score-none"));
        let numbers = (0..=Score::HIGHEST).map(|score| (score.to_string(), score.to_string()));
        let choices = std::iter::once(none).chain(numbers).collect::<Vec<_>>();
        return view! {
            <section class="apart" id="scores">
                <h2>{text.say("score-title")}</h2>
                <form method="post" action=format!("{action}/score") class="narrow" novalidate>
                    <SelectField name="score" label=text.say("score-label") options=choices value=value("score", given.unwrap_or_default()) errors=sent.errors.clone()/>
                    <TextArea name="note" label=text.say("score-note") value=value("note", found.note.clone()) rows=3 errors=sent.errors.clone()/>
                    <p class="quiet">{text.say("score-says")}</p>
                    <button>{text.say("score-button")}</button>
                </form>
            </section>
        }
        .into_any();
    }
    if found.may_join {
        let list = format!("/calls/{}/projects#review", found.call.id);
        return view! {
            <section class="apart" id="scores"><h2>{text.say("score-title")}</h2><p>{text.say("review-no-part")} " " <a href=list>{text.say("review-join-there")}</a></p></section>
        }
        .into_any();
    }
    if let (ReviewState::Scoring, Some(score)) = (found.state, found.candidate.score) {
        let says = text.say_with("score-mine", [("score", u32::from(score.number()).into())]);
        return view! {
            <section class="apart" id="scores"><h2>{text.say("score-title")}</h2><p><b>{says}</b></p><p>{found.note.clone()}</p></section>
        }
        .into_any();
    }
    if found.state != ReviewState::Locked {
        return ().into_any();
    }
    let Some(mean) = found.candidate.mean else {
        return view! { <section class="apart" id="scores"><h2>{text.say("scores-title")}</h2><p class="quiet">{text.say("scores-none")}</p></section> }.into_any();
    };
    let rows = found
        .scores
        .iter()
        .map(|line| {
            let knew = line.knew.then(|| view! { <br/><small class="quiet">{text.say("score-knew")}</small> });
            view! { <tr><th scope="row">{line.name.clone()}</th><td class="num">{u32::from(line.score.number())}</td><td>{line.note.clone()}{knew}</td></tr> }
        })
        .collect_view();
    view! {
        <section class="apart" id="scores">
            <h2>{text.say("scores-title")}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=text.say("scores-title")><table>
                <caption class="hidden">{text.say("scores-title")}</caption>
                <thead><tr><th scope="col">{text.say("review-part")}</th><th scope="col" class="num">{text.say("score-label")}</th><th scope="col">{text.say("score-note")}</th></tr></thead>
                <tbody>{rows}</tbody>
                <tfoot><tr><th scope="row">{text.say("scores-mean")}</th><td class="num">{text.hundredths(mean)}</td><td></td></tr></tfoot>
            </table></div>
        </section>
    }
    .into_any()
}

/// `/calls/{id}/projects/{code name}`
#[component]
pub fn BlindProject() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let call = request.id::<domain::CallId>(2)?;
        let name = request.segment(4)?;
        let found = reviews::blind(&request.services, &request.actor, call, &name).await?;
        let texts = NARRATIVE
            .into_iter()
            .zip(&found.texts)
            .filter(|(_, words)| !words.is_empty())
            .map(|(name, words)| {
                view! { <section class="apart"><h3>{text.say(&format!("project-{name}"))}</h3>{text_block(words, found.lang.as_ref())}</section> }
            })
            .collect_view();
        let candidate = &found.candidate;
        let mut matched = candidate.found.clone();
        // What would lift the fit is said to those who write the project.
        matched.missing.clear();
        let themes = candidate.themes.iter().map(|code| text.theme(code)).collect();
        let call_lang = found.call.lang.as_ref().map(|lang| lang.code().to_owned());
        let action = blind_path(call, &candidate.code_name);
        let scores = scores(text, &found, &action, &sent);
        let opening = if let Some(name) = found.opened {
            let says = text.say_with("candidate-opened", [("name", name.organisation.into())]);
            let titled = text.say_with("candidate-opened-title", [("title", name.title.into())]);
            let next = match name.page {
                Some(id) => view! { <p><a href=format!("/projects/{id}")>{text.say("candidate-page")}</a></p> }.into_any(),
                None => view! { <p>{text.say("candidate-no-page")}</p> }.into_any(),
            };
            view! { <Notice><p>{says}</p><p>{titled}</p>{next}<p class="quiet">{text.say("candidate-opened-next")}</p></Notice> }.into_any()
        } else if found.may_open {
            view! {
                <form method="post" action=action class="narrow" novalidate>
                    <p>{text.say("candidate-open-says")}</p>
                    <TextArea name="reason" label=text.say("candidate-open-reason") value=sent.value("reason").to_owned() rows=3 errors=sent.errors.clone()/>
                    <button>{text.say("candidate-open-button")}</button>
                </form>
            }
            .into_any()
        } else {
            let says = if found.state == ReviewState::Scoring {
                "candidate-scored"
            } else {
                "candidate-scored-elsewhere"
            };
            view! { <p class="quiet">{text.say(says)}</p> }.into_any()
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
            {scores}
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
