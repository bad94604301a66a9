//! The list of projects.

use domain::{Grants, View};
use leptos::prelude::*;
use service::projects::{self, ProjectFilter};

use super::one::seen_as;
use crate::{
    http::{PageView, Request, page},
    ui::{Empty, Facts, Nav, Notice, Pager, Tags, TextField},
};

/// `/projects`
#[component]
pub fn Projects() -> impl IntoView {
    page(Nav::Projects, |request: Request| async move {
        let text = request.text;
        let filter =
            ProjectFilter { words: request.param("q").to_owned(), page: request.page_number() };
        let found = projects::list(&request.services, &request.actor, &filter).await?;
        let writes = projects::may_create(&request.actor).is_ok();
        let reviews = request.actor.reader().grants().is_some_and(Grants::is_reviewer);
        // Projects that are shown under code names elsewhere are not counted as none here.
        let counted = !reviews || found.total > 0;
        let rows = found
            .rows
            .iter()
            .map(|project| {
                let facts = vec![
                    (project.organisation.clone().unwrap_or_default(), ""),
                    (project.budget.as_ref().map(|range| text.amounts(range)).unwrap_or_default(), ""),
                    (text.places(&project.work_places), ""),
                    (project.stage.map(|stage| text.say(&format!("stage-{}", stage.code()))).unwrap_or_default(), ""),
                    (seen_as(text, project.view, project.visibility), ""),
                ];
                let themes = project.themes.iter().take(4).map(|code| text.theme(code)).collect();
                let lang = project.lang.as_ref().map(|lang| lang.code().to_owned());
                view! {
                    <li class="line">
                        <h3><a href=format!("/projects/{}", project.id) lang=lang>{project.title.clone()}</a></h3>
                        <Facts facts=facts/>
                        <Tags tags=themes/>
                        {(project.view > View::Public).then(|| view! { <p class="small"><a href=format!("/projects/{}/matches", project.id)>{text.say("project-see-matches")}</a></p> })}
                    </li>
                }
            })
            .collect_view();
        let list = if found.rows.is_empty() && reviews {
            // That there are none by name is said above.
            ().into_any()
        } else if found.rows.is_empty() {
            let says = match (filter.words.is_empty(), writes) {
                (false, _) => "projects-none-found",
                (true, true) => "projects-none",
                (true, false) => "projects-none-shown",
            };
            view! { <Empty says=text.say(says)>{writes.then(|| view! { <a class="button" href="/projects/new">{text.say("start-write")}</a> })}</Empty> }.into_any()
        } else {
            view! { <ul class="lines">{rows}</ul> }.into_any()
        };
        let body = view! {
            <div class="head">
                <h1>{text.say("projects-title")}</h1>
                {counted.then(|| view! { <p class="quiet">{text.count("projects-count", found.total)}</p> })}
            </div>
            <div class="split">
                <div>
                    {writes.then(|| view! { <p class="apart-s"><a class="button" href="/projects/new">{text.say("start-write")}</a></p> })}
                    <form method="get" action="/projects" role="search" aria-label=text.say("filter-title")>
                        <TextField name="q" label=text.say("filter-words") value=filter.words.clone() kind="search"/>
                        <button class="plain">{text.say("filter-show")}</button>
                    </form>
                </div>
                <section aria-label=text.say("projects-title")>
                    <h2 class="hidden">{text.count("projects-count", found.total)}</h2>
                    {reviews.then(|| view! { <Notice>{text.say("projects-blind")}</Notice> })}
                    {list}
                    <Pager text=text path="/projects".to_owned() query=request.query.clone() page=found.page pages=found.pages/>
                </section>
            </div>
        };
        Ok(PageView {
            title: text.say("projects-title"),
            crumbs: Vec::new(),
            body: body.into_any(),
        })
    })
}
