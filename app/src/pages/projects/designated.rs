//! Calls that a project is otherwise not shown: first why, then, if somebody asks, which.

use leptos::prelude::*;
use service::matches::{self, DesignatedCall};

use crate::{
    http::{PageView, Request, page},
    pages::{calls::call_facts, donors::status_line},
    ui::{Crumb, Empty, Facts, Nav, Notice, Pager, VerdictBadge},
};

fn row(request: &Request, row: &DesignatedCall) -> impl IntoView + use<> {
    let text = request.text;
    let call = &row.call;
    let lang = call.lang.as_ref().map(|lang| lang.code().to_owned());
    let statuses = row.statuses.iter().map(|line| view! { <li>{status_line(text, line)}</li> });
    view! {
        <article class="match">
            <header>
                <div>{call.verdict.map(|verdict| view! { <VerdictBadge text=text verdict=verdict/> })}</div>
                // Without the project in its address: this page is where the risk was explained.
                <h2><a href=format!("/calls/{}?show=yes", call.id) lang=lang>{call.title.clone()}</a></h2>
                <Facts facts=call_facts(text, call, request.now)/>
            </header>
            <ul>{statuses.collect_view()}</ul>
        </article>
    }
}

/// `/projects/{id}/designated`
#[component]
pub fn Designated() -> impl IntoView {
    page(Nav::Projects, |request: Request| async move {
        let text = request.text;
        let found = matches::designated(
            &request.services,
            &request.actor,
            request.id(2)?,
            request.page_number(),
        )
        .await?;
        let project = &found.project.project;
        let back = format!("/projects/{}/matches", project.id);
        let asked = request.param("show") == "yes";
        let count = text.count("designated-count", found.rows.total);
        let below = if found.rows.rows.is_empty() {
            let back = back.clone();
            view! { <Empty says=count><a href=back>{text.say("project-tab-matches")}</a></Empty> }
                .into_any()
        } else if asked {
            let rows = found.rows.rows.iter().map(|one| row(&request, one)).collect_view();
            view! {
                <p>{count}</p>
                <div class="matches">{rows}</div>
                <Pager text=text path=request.path.clone() query=request.query.clone() page=found.rows.page pages=found.rows.pages/>
            }
            .into_any()
        } else {
            view! {
                <p>{count}</p>
                <form method="get" action=request.path.clone() class="apart">
                    <button name="show" value="yes" class="danger">{text.say("designated-show")}</button> " "
                    <a class="button text" href=back.clone()>{text.say("cancel")}</a>
                </form>
            }
            .into_any()
        };
        let body = view! {
            <div class="head"><h1>{text.say("designated-title")}</h1><p class="quiet">{project.content.title.clone()}</p></div>
            <Notice tone="warn">
                <p><b>{text.say("designated-crime")}</b></p>
                <ul>
                    <li>{text.say("designated-who")}</li>
                    <li>{text.say("designated-trace")}</li>
                    <li>{text.say("designated-ask")}</li>
                    <li>{text.say("designated-record")}</li>
                </ul>
            </Notice>
            {below}
        };
        let crumbs = vec![
            Crumb { href: "/projects".to_owned(), name: text.say("nav-projects") },
            Crumb {
                href: format!("/projects/{}", project.id),
                name: project.content.title.clone(),
            },
            Crumb { href: back, name: text.say("project-tab-matches") },
        ];
        Ok(PageView { title: text.say("designated-title"), crumbs, body: body.into_any() })
    })
}
