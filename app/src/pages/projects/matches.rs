//! What could fund this project?

use domain::{LegalEntity, Verdict, View};
use leptos::prelude::*;
use service::{
    calls::CallSort,
    imports::{self, ImportKind},
    matches::{self, MatchFilter, MatchRow, VerdictCounts},
};

use super::{needs, one::tabs};
use crate::{
    http::{PageView, Request, page},
    pages::{calls::call_facts, donors::checked},
    text::Text,
    ui::{
        Check, Crumb, Empty, Facts, FitBox, InContext, Nav, Notice, Pager, SelectField, TextField,
        VerdictBadge, match_body, opened_by,
    },
};

/// The boxes by which verdicts are chosen, with their counts.
pub(crate) fn verdict_filter(
    text: Text,
    filter: &MatchFilter,
    counts: VerdictCounts,
) -> impl IntoView + use<> {
    let boxes = Verdict::ALL
        .iter()
        .map(|verdict| {
            let label = text.say(&format!("verdict-{}", verdict.code()));
            let count = text.number(u64::from(counts.of(*verdict)));
            view! { <Check name="verdict" value=verdict.code().to_owned() label=label checked=filter.shows(*verdict) count=Some(count)/> }
        })
        .collect_view();
    view! { <fieldset><legend>{text.say("filter-verdict")}</legend>{boxes}</fieldset> }
}

/// For whom eligibility was decided.
fn through(text: Text, entity: Option<&LegalEntity>) -> String {
    match entity {
        None => text.say("rules-for-none"),
        Some(entity) => {
            let form =
                entity.local_form.clone().unwrap_or_else(|| text.coded("form", entity.form.code()));
            text.say_with(
                "rules-for-entity",
                [("form", form.into()), ("country", text.country(entity.country).into())],
            )
        }
    }
}

/// One match in full.
pub(crate) fn match_article(
    request: &Request,
    row: &MatchRow,
    project: Option<domain::ProjectId>,
) -> AnyView {
    let text = request.text;
    let call = &row.call;
    let lang = call.lang.as_ref().map(|lang| lang.code().to_owned());
    let href = match project {
        Some(project) => format!("/calls/{}?project={project}", call.id),
        None => format!("/calls/{}", call.id),
    };
    view! {
        <article class="match">
            <header>
                <div><VerdictBadge text=text verdict=row.found.eligibility.verdict/></div>
                <h3><a href=href lang=lang.clone()>{call.title.clone()}</a></h3>
                <Facts facts=call_facts(text, call, request.now)/>
            </header>
            <FitBox text=text fit=row.found.fit.clone() confidence=row.found.confidence/>
            {match_body(
                text,
                &row.found,
                lang.clone(),
                through(text, row.entity.as_ref()),
                opened_by(text, &row.found),
            )}
            <InContext text=text passages=row.context.clone() lang=lang/>
        </article>
    }
    .into_any()
}

fn entity_filter(
    text: Text,
    filter: &MatchFilter,
    entities: &[LegalEntity],
) -> Option<impl IntoView + use<>> {
    (entities.len() > 1).then(|| {
        let best = view! { <Check kind="radio" name="entity" value=String::new() label=text.say("route-best") checked=filter.entity.is_none() count=None/> };
        let others = entities
            .iter()
            .map(|entity| {
                view! { <Check kind="radio" name="entity" value=entity.id.to_string() label=through(text, Some(entity)) checked=filter.entity == Some(entity.id) count=None/> }
            })
            .collect_view();
        view! { <fieldset><legend>{text.say("filter-entity")}</legend>{best}{others}</fieldset> }
    })
}

/// `/projects/{id}/matches`
#[component]
pub fn Matches() -> impl IntoView {
    page(Nav::Projects, |request: Request| async move {
        let text = request.text;
        let filter = MatchFilter {
            verdicts: request.all("verdict"),
            entity: request.parsed("entity"),
            closing_before: request.parsed("before"),
            sort: CallSort::ALL
                .into_iter()
                .find(|sort| sort.code() == request.param("sort"))
                .unwrap_or(CallSort::Fit),
            page: request.page_number(),
        };
        let found =
            matches::for_project(&request.services, &request.actor, request.id(2)?, &filter)
                .await?;
        let project = &found.project.project;
        let content = &project.content;
        let entities: &[LegalEntity] =
            found.project.organisation.as_ref().map_or(&[], |organisation| &organisation.entities);
        let sorts = CallSort::ALL
            .into_iter()
            .map(|sort| (sort.code().to_owned(), text.say(&format!("sort-{}", sort.code()))))
            .collect();
        let blocked = format!("{}?verdict=blocked", request.path);
        let show_blocked = blocked.clone();
        let rows = found
            .rows
            .rows
            .iter()
            .map(|row| match_article(&request, row, Some(project.id)))
            .collect_view();
        let imports = imports::may_import(&request.actor, ImportKind::Calls).is_ok();
        let list = if found.rows.rows.is_empty() {
            view! {
                <Empty says=text.say("matches-none")>
                    <a class="button plain" href=blocked>{text.say("matches-blocked")}</a> " "
                    {imports.then(|| view! { <a class="button plain" href="/import">{text.say("start-import")}</a> })}
                </Empty>
            }
            .into_any()
        } else {
            view! { <div class="matches">{rows}</div> }.into_any()
        };
        // Whoever it is only shared with learns what is meant, not which calls.
        let hidden_page = if found.project.view > View::Shared {
            format!("/projects/{}/designated", project.id)
        } else {
            "/about/matching#designated".to_owned()
        };
        let blocked_shown = filter.shows(Verdict::Blocked);
        let active =
            [!filter.verdicts.is_empty(), filter.entity.is_some(), filter.closing_before.is_some()];
        let active = active.into_iter().filter(|on| *on).count();
        let body = view! {
            <div class="head">
                <h1 lang=content.lang.as_ref().map(|lang| lang.code().to_owned())>{content.title.clone()}</h1>
                <Facts facts=needs(text, content).into_iter().map(|fact| (fact, "")).collect()/>
            </div>
            {tabs(text, &found.project, "/matches")}
            <div class="split">
                <aside>
                    <form method="get" action=request.path.clone() aria-label=text.say("filter-title")>
                        <details class="filters">
                            <summary>{text.count("filter-more", u64::try_from(active).unwrap_or(0))}</summary>
                            {verdict_filter(text, &filter, found.counts)}
                            {entity_filter(text, &filter, entities)}
                            <TextField name="before" label=text.say("filter-before") value=filter.closing_before.map(|day| day.to_string()).unwrap_or_default() kind="date"/>
                        </details>
                        <SelectField name="sort" label=text.say("filter-sort") options=sorts value=filter.sort.code().to_owned()/>
                        <button>{text.say("filter-show")}</button>
                    </form>
                    <p class="small apart-s"><a href=format!("/calls?project={}", project.id)>{text.say("matches-search")}</a></p>
                    <p class="small quiet apart-s">{text.say("matches-promise")} " " <a href="/about/matching">{text.say("start-promise-link")}</a></p>
                </aside>
                <section aria-label=text.say("project-tab-matches")>
                    <h2 class="hidden">{text.say("project-tab-matches")}</h2>
                    {(found.hidden > 0).then(|| view! {
                        <Notice tone="warn">{text.count("matches-hidden", u64::from(found.hidden))} " " <a href=hidden_page>{text.say("matches-hidden-link")}</a></Notice>
                    })}
                    {checked(text, &found.check)}
                    {list}
                    <Pager text=text path=request.path.clone() query=request.query.clone() page=found.rows.page pages=found.rows.pages/>
                    {(!blocked_shown && found.counts.blocked > 0).then(|| view! {
                        <p class="apart-s"><a href=show_blocked>{text.count("matches-show-blocked", u64::from(found.counts.blocked))}</a></p>
                    })}
                </section>
            </div>
        };
        let crumbs = vec![
            Crumb { href: "/projects".to_owned(), name: text.say("nav-projects") },
            Crumb { href: format!("/projects/{}", project.id), name: content.title.clone() },
        ];
        let title = format!("{} · {}", text.say("project-tab-matches"), content.title);
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}
