//! One project.

use domain::{ProjectContent, View, Visibility};
use leptos::prelude::*;
use service::projects::{self, ProjectDetails};

use super::needs;
use crate::{
    http::{PageView, Request, page},
    text::Text,
    ui::{Crumb, Facts, Nav, Tags, text_block},
};

/// Who sees a project, as one of its own people knows it; why one sees it, for others.
pub(super) fn seen_as(text: Text, view: View, level: Visibility) -> String {
    match view {
        View::Public => text.say("project-public-view"),
        View::Shared => text.say("project-shared-with-you"),
        View::Own(_) | View::Operator => text.say(&format!("visibility-{}", level.code())),
    }
}

/// The pages of one project.
pub(super) fn tabs(
    text: Text,
    details: &ProjectDetails,
    current: &'static str,
) -> impl IntoView + use<> {
    let (id, view) = (details.project.id, details.view);
    let tab = |end: &'static str, key: &str| {
        view! { <li><a href=format!("/projects/{id}{end}") aria-current=(end == current).then_some("page")>{text.say(key)}</a></li> }
    };
    view! {
        <nav class="tabs" aria-label=text.say("project-pages")>
            <ul>
                {tab("", "project-tab")}
                {(view > View::Public).then(|| tab("/matches", "project-tab-matches"))}
                {view.may_write().then(|| tab("/edit", "project-tab-edit"))}
                {view.may_share().then(|| tab("/sharing", "project-tab-sharing"))}
            </ul>
        </nav>
    }
}

/// What the money is for and what the organisation adds, as far as it is said.
fn money(text: Text, content: &ProjectContent) -> Vec<String> {
    let said = |answer: Option<bool>, yes: &str, no: &str| {
        answer.map(|answer| text.say(if answer { yes } else { no }))
    };
    let share = content
        .co_financing_percent
        .map(|share| text.say_with("project-own-share", [("percent", u32::from(share).into())]));
    let core = said(content.core_costs, "project-core-costs", "project-no-core-costs");
    let regrants = said(content.regrants, "project-regrants", "project-no-regrants");
    share.into_iter().chain(core).chain(regrants).collect()
}

/// `/projects/{id}`
#[component]
pub fn Project() -> impl IntoView {
    page(Nav::Projects, |request: Request| async move {
        let text = request.text;
        let details = projects::get(&request.services, &request.actor, request.id(2)?).await?;
        let project = &details.project;
        let content = &project.content;
        let lang = content.lang.as_ref();
        let narrative = ["summary", "problem", "activities", "outputs", "beneficiaries", "audience"]
            .into_iter()
            .zip(content.narrative())
            .filter(|(_, words)| !words.is_empty())
            .map(|(name, words)| {
                view! { <section class="apart"><h2>{text.say(&format!("project-{name}"))}</h2>{text_block(words, lang)}</section> }
            })
            .collect_view();
        let entities = details
            .organisation
            .iter()
            .flat_map(|organisation| &organisation.entities)
            .map(|entity| {
                let form = entity.local_form.clone().unwrap_or_else(|| text.coded("form", entity.form.code()));
                let sponsor = entity.fiscal_sponsor.then(|| format!(" · {}", text.say("entity-sponsor")));
                view! { <li>{entity.name.clone()} " " <small class="quiet">{form} ", " {text.country(entity.country)} {sponsor}</small></li> }
            })
            .collect_view();
        let no_entities = details.view > View::Public
            && details
                .organisation
                .as_ref()
                .is_some_and(|organisation| organisation.entities.is_empty());
        let themes: Vec<String> = content.themes.iter().map(|code| text.theme(code)).collect();
        let money = money(text, content)
            .into_iter()
            .map(|says| view! { <li>{says}</li> })
            .collect::<Vec<_>>();
        let seen = seen_as(text, details.view, project.sharing.visibility);
        let body = view! {
            <div class="head">
                <h1 lang=lang.map(|lang| lang.code().to_owned())>{content.title.clone()}</h1>
                <Facts facts=needs(text, content).into_iter().map(|fact| (fact, "")).collect()/>
            </div>
            {tabs(text, &details, "")}
            <div class="split wide">
                <div>{narrative}</div>
                <aside>
                    <section>
                        <h2>{text.say("project-organisation")}</h2>
                        <p>{details.organisation.as_ref().map_or_else(|| text.say("not-stated"), |organisation| organisation.name.clone())}</p>
                        <ul class="plain">{entities}</ul>
                        {no_entities.then(|| view! { <p class="small quiet">{text.say("entity-none")}</p> })}
                    </section>
                    {(!money.is_empty()).then(|| view! { <section><h2>{text.say("form-money")}</h2><ul class="plain">{money}</ul></section> })}
                    {(!content.reach_places.is_empty()).then(|| view! { <section><h2>{text.say("project-reach")}</h2><p>{text.places(&content.reach_places)}</p></section> })}
                    {(!themes.is_empty()).then(|| view! { <section><h2>{text.say("call-themes")}</h2><Tags tags=themes/></section> })}
                    <section>
                        <h2>{text.say("project-visibility")}</h2>
                        <p>{seen}</p>
                    </section>
                </aside>
            </div>
        };
        let crumbs = vec![Crumb { href: "/projects".to_owned(), name: text.say("nav-projects") }];
        Ok(PageView { title: content.title.clone(), crumbs, body: body.into_any() })
    })
}
