//! The list of calls with its filters.

use domain::{CallStatus, Language, Place, Theme};
use leptos::prelude::*;
use service::{
    calls::{self, CallFilter, CallSort},
    editing,
    imports::{self, ImportKind},
    projects::{self, ProjectFilter},
};

use super::call_line;
use crate::{
    http::{PageView, Request, page},
    pages::projects::names::place_named,
    text::{Locale, Text},
    ui::{Check, Empty, Nav, Notice, Pager, SelectField, TextField},
};

/// Where a call may stand unless something else is chosen.
const OPEN: [CallStatus; 2] = [CallStatus::Forecast, CallStatus::Open];

fn filter(request: &Request) -> CallFilter {
    let place = request.param("place");
    let mut statuses = request.all("status");
    statuses.sort();
    // The boxes ticked at first mean the same as none: calls whose status is not stated as well.
    if statuses == OPEN {
        statuses.clear();
    }
    CallFilter {
        words: request.param("q").to_owned(),
        statuses,
        theme: request.parsed("theme"),
        place: place.parse::<Place>().ok().or_else(|| place_named(place)),
        lang: request.parsed("lang"),
        closing_before: request.parsed("before"),
        sort: CallSort::ALL
            .into_iter()
            .find(|sort| sort.code() == request.param("sort"))
            .unwrap_or(if request.param("project").is_empty() {
                CallSort::Closing
            } else {
                CallSort::Fit
            }),
        project: request.parsed("project"),
        page: request.page_number(),
    }
}

fn theme_options(text: Text) -> Vec<(String, String)> {
    let any = (String::new(), text.say("filter-any-theme"));
    let themes = Theme::all().iter().map(|theme| {
        let label = theme.label(text.locale.code());
        let indent = if theme.parent.is_some() { "\u{2003}" } else { "" };
        (theme.code.to_string(), format!("{indent}{label}"))
    });
    std::iter::once(any).chain(themes).collect()
}

/// The most pages of projects in the list to choose from: each makes the page larger, and every
/// project's matches lead here with the project chosen.
const LISTED: u32 = 2;

async fn project_options(request: &Request) -> Result<Vec<(String, String)>, service::Failure> {
    let mut options = vec![(String::new(), request.text.say("filter-no-project"))];
    let mut filter = ProjectFilter { words: String::new(), page: 1 };
    loop {
        let known = projects::list(&request.services, &request.actor, &filter).await?;
        options
            .extend(known.rows.into_iter().map(|project| (project.id.to_string(), project.title)));
        if known.page >= known.pages.min(LISTED) {
            return Ok(options);
        }
        filter.page = known.page + 1;
    }
}

/// `/calls`
#[component]
pub fn Calls() -> impl IntoView {
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let filter = filter(&request);
        let found = calls::search(&request.services, &request.actor, &filter).await?;
        let mut options = project_options(&request).await?;
        let chosen = filter.project.map(|id| id.to_string()).unwrap_or_default();
        if let Some(id) = filter.project
            && !options.iter().any(|(value, _)| *value == chosen)
        {
            let project = projects::get(&request.services, &request.actor, id).await?.project;
            options.push((chosen.clone(), project.content.title));
        }
        let active = [
            filter.theme.is_some(),
            filter.place.is_some(),
            filter.lang.is_some(),
            filter.closing_before.is_some(),
            !filter.statuses.is_empty(),
            filter.project.is_some(),
        ]
        .into_iter()
        .filter(|on| *on)
        .count();
        let unknown_place = !request.param("place").is_empty() && filter.place.is_none();
        let statuses = CallStatus::ALL
            .iter()
            .map(|status| {
                let ticked = filter.statuses.contains(status)
                    || (filter.statuses.is_empty() && OPEN.contains(status));
                view! { <Check name="status" value=status.code().to_owned() label=text.say(&format!("status-{}", status.code())) checked=ticked count=None/> }
            })
            .collect_view();
        let languages: Vec<(String, String)> =
            std::iter::once((String::new(), text.say("filter-any-language")))
                .chain(Locale::ALL.into_iter().filter_map(|locale| {
                    let language: Language = locale.code().parse().ok()?;
                    Some((locale.code().to_owned(), text.language(&language)))
                }))
                .collect();
        let sorts: Vec<(String, String)> = CallSort::ALL
            .into_iter()
            .filter(|sort| *sort != CallSort::Fit || filter.project.is_some())
            .map(|sort| (sort.code().to_owned(), text.say(&format!("sort-{}", sort.code()))))
            .collect();
        let project = Some(chosen.clone()).filter(|chosen| !chosen.is_empty());
        let rows = found
            .rows
            .iter()
            .map(|call| call_line(&request, call.clone(), project.as_deref()))
            .collect_view();
        let imports = imports::may_import(&request.actor, ImportKind::Calls).is_ok();
        let list = if found.rows.is_empty() {
            view! {
                <Empty says=text.say("calls-none")>
                    <a class="button plain" href="/calls">{text.say("filter-clear")}</a> " "
                    {imports.then(|| view! { <a class="button plain" href="/import">{text.say("start-import")}</a> })}
                </Empty>
            }
            .into_any()
        } else {
            view! { <ul class="lines">{rows}</ul> }.into_any()
        };
        let writes = editing::may_add(&request.actor).is_ok();
        let withheld = calls::withheld(&request.services, &request.actor, filter.project)?;
        let withheld = u64::try_from(withheld).unwrap_or(0);
        let body = view! {
            <div class="head">
                <h1>{text.say("calls-title")}</h1>
                <p class="quiet">{text.count("calls-count", found.total)}</p>
                {writes.then(|| view! { <p><a class="button plain" href="/calls/new">{text.say("call-new")}</a></p> })}
            </div>
            <div class="split">
                <form method="get" action="/calls" role="search" aria-label=text.say("filter-title")>
                    <TextField name="q" label=text.say("filter-words") value=filter.words.clone() kind="search"/>
                    <details class="filters" open=unknown_place>
                        <summary>{text.count("filter-more", u64::try_from(active).unwrap_or(0))}</summary>
                        <SelectField name="project" label=text.say("filter-project") options=options value=chosen/>
                        <SelectField name="theme" label=text.say("filter-theme") options=theme_options(text) value=filter.theme.as_ref().map(ToString::to_string).unwrap_or_default()/>
                        <TextField name="place" label=text.say("filter-place") value=filter.place.map_or_else(|| request.param("place").to_owned(), |place| text.place(place))
                            errors=if unknown_place { vec![("place".to_owned(), text.say("error-place-one"))] } else { Vec::new() }/>
                        <SelectField name="lang" label=text.say("filter-language") options=languages value=filter.lang.as_ref().map(ToString::to_string).unwrap_or_default()/>
                        <TextField name="before" label=text.say("filter-before") value=filter.closing_before.map(|day| day.to_string()).unwrap_or_default() kind="date"/>
                        <fieldset><legend>{text.say("filter-status")}</legend>{statuses}</fieldset>
                    </details>
                    <SelectField name="sort" label=text.say("filter-sort") options=sorts value=filter.sort.code().to_owned()/>
                    <button>{text.say("filter-show")}</button>
                </form>
                <section aria-label=text.say("calls-title")>
                    <h2 class="hidden">{text.count("calls-count", found.total)}</h2>
                    {(withheld > 0).then(|| view! {
                        <Notice tone="warn">{text.count("calls-withheld", withheld)} " " <a href="/about/matching#designated">{text.say("matches-hidden-link")}</a></Notice>
                    })}
                    {filter.project.is_some().then(|| view! { <Notice>{text.say("calls-for-project")}</Notice> })}
                    {list}
                    <Pager text=text path="/calls".to_owned() query=request.query.clone() page=found.page pages=found.pages/>
                </section>
            </div>
        };
        Ok(PageView { title: text.say("calls-title"), crumbs: Vec::new(), body: body.into_any() })
    })
}
