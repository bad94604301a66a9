//! The start page, and the removal of the demonstration workspace.

use domain::Grants;
use leptos::prelude::*;
use service::{
    Actor, Failure, accounts,
    calls::CallSummary,
    imports::{self, ImportKind},
    overview, projects,
};

use super::{
    account::sign_in,
    calls::{self, call_line},
};
use crate::{
    http::{PageView, Request, page},
    text::Text,
    ui::{Empty, Nav, Notice},
};

fn list(request: &Request, title: String, calls: Vec<CallSummary>) -> AnyView {
    let rows = calls.into_iter().map(|call| call_line(request, call, None)).collect_view();
    view! { <section><h2>{title}</h2><ul class="lines">{rows}</ul></section> }.into_any()
}

/// What the reader can do here: nobody is told to do what would be refused.
#[derive(Clone, Copy)]
struct Can {
    /// Bring in calls.
    imports: bool,
    /// Write projects.
    writes: bool,
    /// Review calls of a donor, and write them.
    reviews: bool,
}

impl Can {
    fn of(actor: &Actor) -> Self {
        Self {
            imports: imports::may_import(actor, ImportKind::Calls).is_ok(),
            writes: projects::may_create(actor).is_ok(),
            reviews: actor.reader().grants().is_some_and(Grants::is_reviewer),
        }
    }

    /// What stands where there is nothing yet.
    const fn empty(self) -> &'static str {
        match (self.imports, self.writes, self.reviews) {
            (true, true, _) => "start-empty",
            (true, false, _) => "start-empty-imports",
            (false, true, _) => "start-empty-writes",
            (false, false, true) => "start-empty-reviews",
            (false, false, false) => "start-empty-waits",
        }
    }

    /// The steps that are the reader's to take.
    fn steps(self) -> Vec<&'static str> {
        let mut steps = Vec::new();
        if self.imports {
            steps.push("start-how-1");
        }
        if self.writes {
            steps.extend(["start-how-2", "start-how-3"]);
        }
        if self.reviews {
            steps.extend(["start-how-review-1", "start-how-review-2", "start-how-review-3"]);
        }
        if steps.is_empty() {
            steps.push("start-how-3");
        }
        steps
    }
}

/// What to do on the first day.
fn first_steps(text: Text, can: Can) -> AnyView {
    let new_call = !can.imports && can.reviews;
    view! {
        <Empty says=text.say(can.empty())>
            {can.imports.then(|| view! { <a class="button" href="/import">{text.say("start-import")}</a> " " })}
            {can.writes.then(|| view! { <a class="button plain" href="/projects/new">{text.say("start-write")}</a> " " })}
            {new_call.then(|| view! { <a class="button plain" href="/calls/new">{text.say("call-new")}</a> })}
        </Empty>
    }
    .into_any()
}

/// What somebody sees who has not signed in.
async fn landing(request: &Request) -> Result<PageView, Failure> {
    let text = request.text;
    let demo = request.has_demonstration().await?;
    let setup = accounts::needs_setup(&request.services).await?;
    let body = view! {
        <div class="head"><h1>{text.say("landing-title")}</h1></div>
        <p class="lede">{text.say("landing-says")}</p>
        {demo.then(|| sign_in::demonstration(text))}
        {setup.then(|| view! { <Notice><p>{text.say("landing-setup")}</p></Notice> })}
        <p class="actions apart">
            <a class=if demo { "button plain" } else { "button" } href="/sign-in">{text.say("nav-sign-in")}</a>
        </p>
        <p class="quiet">{text.say("landing-no-account")}</p>
        {how(text, &["start-how-1", "start-how-2", "start-how-3"])}
    };
    Ok(PageView { title: text.say("landing-title"), crumbs: Vec::new(), body: body.into_any() })
}

fn how(text: Text, steps: &[&str]) -> AnyView {
    let steps = steps.iter().map(|key| view! { <li>{text.say(key)}</li> }).collect_view();
    view! {
        <section class="apart">
            <h2>{text.say("start-how-title")}</h2>
            <ol class="steps">{steps}</ol>
            <p class="quiet">{text.say("start-promise")} " " <a href="/about/matching">{text.say("start-promise-link")}</a></p>
        </section>
    }
    .into_any()
}

/// `/`
#[component]
pub fn Start() -> impl IntoView {
    page(Nav::Start, |request: Request| async move {
        let text = request.text;
        if request.actor.account().is_none() {
            return landing(&request).await;
        }
        let overview = overview::overview(&request.services, &request.actor).await?;
        let can = Can::of(&request.actor);
        // Whose projects are matched are members of organisations; what others see of them is not counted.
        let member =
            request.actor.reader().grants().is_some_and(|grants| !grants.memberships.is_empty());
        let empty = overview.calls == 0 && overview.projects == 0;
        let sentences = (!empty).then(|| {
            let calls = text.count("start-calls", overview.calls_open);
            let projects = (member && overview.projects > 0)
                .then(|| text.count("start-projects", overview.projects));
            let donors = text.count("start-donors", overview.donors);
            view! { <p class="lede">{calls} " " {donors}</p>{projects.map(|says| view! { <p class="lede">{says}</p> })} }
        });
        let lists = (overview.calls > 0).then(|| {
            view! {
                <div class="two">
                    {list(&request, text.say("start-closing"), overview.closing_soon)}
                    {list(&request, text.say("start-newest"), overview.newest)}
                </div>
            }
        });
        let body = view! {
            <div class="head"><h1>{text.say("start-title")}</h1></div>
            {calls::review::to_score(&request).await?}
            {if empty { first_steps(text, can) } else { ().into_any() }}
            {sentences}
            {(!empty).then(|| view! {
                <p class="actions apart">
                    {can.writes.then(|| view! { <a class="button" href="/projects/new">{text.say("start-write")}</a> })}
                    <a class="button plain" href="/calls">{text.say("start-browse")}</a>
                    {can.imports.then(|| view! { <a class="button plain" href="/import">{text.say("start-import")}</a> })}
                </p>
            })}
            {lists}
            {how(text, &can.steps())}
        };
        Ok(PageView { title: text.say("start-title"), crumbs: Vec::new(), body: body.into_any() })
    })
}

/// `/demonstration`
#[component]
pub fn RemoveDemonstration() -> impl IntoView {
    page(Nav::Start, |request: Request| async move {
        let text = request.text;
        if !request.actor.reader().is_admin() {
            return Err(Failure::Forbidden);
        }
        let demo = overview::is_demo(&request.services);
        let body = if demo {
            view! {
                <div class="head"><h1>{text.say("demo-remove-title")}</h1></div>
                <p class="lede">{text.say("demo-remove-says")}</p>
                <form method="post" action="/demonstration" class="apart">
                    <button class="danger">{text.say("demo-remove-button")}</button> " "
                    <a class="button text" href="/">{text.say("cancel")}</a>
                </form>
            }
            .into_any()
        } else {
            view! {
                <div class="head"><h1>{text.say("demo-remove-title")}</h1></div>
                <p class="lede">{text.say("demo-none")}</p>
                <p class="apart"><a class="button" href="/">{text.say("failure-home")}</a></p>
            }
            .into_any()
        };
        Ok(PageView { title: text.say("demo-remove-title"), crumbs: Vec::new(), body })
    })
}
