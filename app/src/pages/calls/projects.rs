//! Projects for a call, as a donor sees them: under code names only.

use domain::{CallId, Verdict};
use leptos::prelude::*;
use service::matches::{self, Candidate, MatchFilter};

use super::{post::blind_path, results, review};
use crate::{
    http::{PageView, Request, page},
    pages::projects::matches::verdict_filter,
    text::Text,
    ui::{Crumb, Empty, Facts, FitBox, Nav, Notice, Pager, Tags, VerdictBadge, match_body},
};

/// What a list says of a project.
pub(super) fn facts(text: Text, candidate: &Candidate) -> Vec<(String, &'static str)> {
    vec![
        (
            candidate
                .stage
                .map(|stage| text.say(&format!("stage-{}", stage.code())))
                .unwrap_or_default(),
            "",
        ),
        (candidate.budget.as_ref().map(|range| text.amounts(range)).unwrap_or_default(), ""),
        (
            candidate
                .duration_months
                .map(|months| text.count("months", u64::from(months)))
                .unwrap_or_default(),
            "",
        ),
        (text.places(&candidate.work_places), ""),
        (text.languages(&candidate.languages), ""),
    ]
}

fn row(request: &Request, call: CallId, candidate: &Candidate, lang: Option<&str>) -> AnyView {
    let text = request.text;
    let (href, title, read) = if let Some((id, title)) = &candidate.own {
        (format!("/projects/{id}"), title.clone(), None)
    } else {
        let read = Some(text.say("candidate-read"));
        (blind_path(call, &candidate.code_name), candidate.code_name.clone(), read)
    };
    let mut found = candidate.found.clone();
    if candidate.own.is_none() {
        // What would lift the fit is said to those who write the project.
        found.missing.clear();
    }
    let scored = candidate
        .score
        .map(|score| text.say_with("score-mine", [("score", u32::from(score.number()).into())]));
    let mean = candidate
        .mean
        .map(|mean| text.say_with("score-mean", [("score", text.hundredths(mean).into())]));
    let scored: Vec<String> = mean.into_iter().chain(scored).collect();
    let themes = candidate.themes.iter().map(|code| text.theme(code)).collect();
    view! {
        <article class="match">
            <header>
                <div><VerdictBadge text=text verdict=found.eligibility.verdict/></div>
                <h3><a href=href.clone()>{title}</a></h3>
                <Facts facts=facts(text, candidate)/>
                <Tags tags=themes/>
            </header>
            <FitBox text=text fit=found.fit.clone() confidence=found.confidence/>
            {match_body(text, &found, lang.map(str::to_owned), text.say("rules-for-candidate"), ())}
            {(!scored.is_empty()).then(|| view! { <p><b>{scored.join(" · ")}</b></p> })}
            {read.map(|read| view! { <p><a href=href>{read}</a></p> })}
        </article>
    }
    .into_any()
}

/// `/calls/{id}/projects`
#[component]
pub fn CallProjects() -> impl IntoView {
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let filter = MatchFilter {
            verdicts: request.all::<Verdict>("verdict"),
            page: request.page_number(),
            ..MatchFilter::default()
        };
        let found =
            matches::for_call(&request.services, &request.actor, request.id(2)?, &filter).await?;
        let lang = found.call.lang.as_ref().map(|lang| lang.code().to_owned());
        let rows = found
            .rows
            .rows
            .iter()
            .map(|candidate| row(&request, found.call.id, candidate, lang.as_deref()))
            .collect_view();
        let begun = !found.blind || found.review.is_some();
        let above = if found.blind {
            review::panel(text, found.call.id, found.review.as_ref(), found.waiting)
        } else {
            view! { <Notice>{text.say("candidates-own")}</Notice> }.into_any()
        };
        let list = if !begun {
            ().into_any()
        } else if found.rows.rows.is_empty() {
            view! { <Empty says=text.say(if found.blind { "candidates-none" } else { "candidates-none-own" })><a class="button plain" href="/projects">{text.say("nav-projects")}</a></Empty> }.into_any()
        } else {
            view! { <div class="matches">{rows}</div> }.into_any()
        };
        // There is nothing to choose from before there is a list.
        let filters = if begun {
            view! {
                <form method="get" action=request.path.clone() aria-label=text.say("filter-title")>
                    {verdict_filter(text, &filter, found.counts)}
                    <button>{text.say("filter-show")}</button>
                </form>
            }
            .into_any()
        } else {
            view! { <div></div> }.into_any()
        };
        let results = found
            .results
            .as_ref()
            .map(|results| results::table(text, found.call.id, results, true));
        let body = view! {
            <div class="head">
                <h1>{text.say("candidates-title")}</h1>
                <p class="quiet" lang=lang>{found.call.title.clone()}</p>
            </div>
            <div class="split">
                {filters}
                <section aria-label=text.say("candidates-title")>
                    <h2 class="hidden">{text.say("candidates-title")}</h2>
                    {above}
                    {results}
                    {list}
                    <Pager text=text path=request.path.clone() query=request.query.clone() page=found.rows.page pages=found.rows.pages/>
                </section>
            </div>
        };
        let crumbs = vec![
            Crumb { href: "/calls".to_owned(), name: text.say("nav-calls") },
            Crumb { href: format!("/calls/{}", found.call.id), name: found.call.title.clone() },
        ];
        Ok(PageView { title: text.say("candidates-title"), crumbs, body: body.into_any() })
    })
}
