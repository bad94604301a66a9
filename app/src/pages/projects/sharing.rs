//! Who sees a project, and its deletion.

use domain::Visibility;
use leptos::prelude::*;
use service::{
    Failure, organisations, projects, reviews,
    sharing::{self, Audience, Choice, Preview},
};

use super::{NARRATIVE, one::tabs};
use crate::{
    http::{PageView, Request, Sent, page},
    pages::account::titled,
    text::Text,
    ui::{Check, Crumb, ErrorSummary, FieldError, Nav, Notice, SelectField, TextArea, text_block},
};

fn choice_of(sent: &Sent) -> Choice {
    Choice {
        level: sent.value("level").parse().unwrap_or(Visibility::Private),
        named: sharing::names_in(sent.value("named")),
        coalition: sent.value("coalition").parse().ok(),
    }
}

fn audience(text: Text, audience: &Audience) -> String {
    match audience {
        Audience::Members(count) => text.count("sharing-members", *count),
        Audience::Person(name) | Audience::Ally(name) => name.clone(),
        Audience::Donors => text.say("sharing-donors"),
        Audience::Everyone => text.say("sharing-everyone"),
    }
}

/// The texts as reviewers read them, and what the organisation has not entered, so that nothing takes
/// it out of them.
fn masked(text: Text, preview: &Preview) -> Option<AnyView> {
    if preview.choice.level < Visibility::Donors {
        return None;
    }
    let lang = preview.project.content.lang.as_ref();
    let texts = NARRATIVE
        .into_iter()
        .zip(&preview.masked)
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| {
            view! { <h4>{text.say(&format!("project-{name}"))}</h4>{text_block(words, lang)} }
        })
        .collect_view();
    let missing =
        [(preview.no_people, "sharing-no-people"), (preview.no_aliases, "sharing-no-aliases")];
    let missing = missing
        .into_iter()
        .filter(|(is_missing, _)| *is_missing)
        .map(|(_, key)| view! { <p><b>{text.say(key)}</b></p> })
        .collect::<Vec<_>>();
    let enter = preview.project.organisation.filter(|_| !missing.is_empty()).map(|id| {
        view! { <p><a href=format!("/organisations/{id}/edit")>{text.say("organisation-names-edit")}</a></p> }
    });
    let public = (preview.choice.level == Visibility::Public).then(|| as_written(text, preview));
    let view = view! {
        {public}
        <h3>{text.say("sharing-texts")}</h3>
        <p>{text.say("sharing-texts-says")}</p>
        {missing}
        {enter}
        <div class="apart">{texts}</div>
    };
    Some(view.into_any())
}

/// The texts as the public page shows them.
fn as_written(text: Text, preview: &Preview) -> AnyView {
    let content = &preview.project.content;
    let texts = NARRATIVE
        .into_iter()
        .zip(content.narrative())
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| {
            view! { <h4>{text.say(&format!("project-{name}"))}</h4>{text_block(words, content.lang.as_ref())} }
        })
        .collect_view();
    let inside = (!content.people_inside.is_empty()).then(|| {
        let countries: Vec<String> =
            content.people_inside.iter().map(|country| text.country(*country)).collect();
        let says =
            text.say_with("sharing-public-inside", [("countries", countries.join(", ").into())]);
        view! { <p><b>{says}</b></p> }
    });
    view! {
        <h3>{text.say("sharing-public-texts")}</h3>
        <p>{text.say("sharing-public-says")}</p>
        {inside}
        <div class="apart">{texts}</div>
    }
    .into_any()
}

fn preview_view(text: Text, action: &str, preview: &Preview) -> AnyView {
    let rows = preview
        .lines
        .iter()
        .map(|(who, what, is_new)| {
            let what: Vec<String> =
                what.iter().map(|shown| text.say(&format!("shown-{}", shown.code()))).collect();
            let mark = is_new.then(|| view! { <span class="verdict maybe">{text.say("sharing-new")}</span> " " });
            view! { <tr><th scope="row">{mark}{audience(text, who)}</th><td>{what.join("; ")}</td></tr> }
        })
        .collect_view();
    let gone = preview
        .gone
        .iter()
        .map(|who| {
            view! { <tr><th scope="row"><span class="verdict no">{text.say("sharing-gone")}</span> " " {audience(text, who)}</th><td>{text.say("sharing-gone-says")}</td></tr> }
        })
        .collect_view();
    let choice = &preview.choice;
    let late = (choice.level >= Visibility::Donors && preview.raises)
        .then(|| text.say_with("sharing-from", [("day", text.moment(preview.from).into())]));
    let blind = (choice.level >= Visibility::Donors && preview.raises).then(|| {
        let more = if choice.level == Visibility::Public {
            "sharing-blind-public"
        } else {
            "sharing-blind"
        };
        text.say(more)
    });
    let donors = (choice.level >= Visibility::Donors).then(|| {
        view! { <p>{text.say("sharing-opened-says")}</p><p>{text.say("sharing-rules-says")}</p> }
    });
    let button = if preview.raises { "sharing-raise" } else { "sharing-lower" };
    view! {
        <section class="notice warn" aria-labelledby="what-is-seen">
            <h2 id="what-is-seen">{text.say("sharing-preview-title")}</h2>
            <table>
                <caption class="hidden">{text.say("sharing-preview-title")}</caption>
                <thead><tr><th scope="col">{text.say("sharing-who")}</th><th scope="col">{text.say("sharing-what")}</th></tr></thead>
                <tbody>{rows}{gone}</tbody>
            </table>
            {late.map(|late| view! { <p>{late}</p> })}
            {blind.map(|says| view! { <p>{says}</p> })}
            {donors}
            {masked(text, preview)}
            <form method="post" action=action.to_owned()>
                <input type="hidden" name="level" value=choice.level.code()/>
                <input type="hidden" name="named" value=choice.named.join("\n")/>
                <input type="hidden" name="coalition" value=choice.coalition.map(|id| id.to_string()).unwrap_or_default()/>
                <p class="actions"><button name="action" value="share">{text.say(button)}</button> " " <a class="button text" href=action.to_owned()>{text.say("cancel")}</a></p>
            </form>
        </section>
    }
    .into_any()
}

fn form(
    text: Text,
    action: &str,
    choice: &Choice,
    coalitions: Vec<(String, String)>,
    errors: &[FieldError],
) -> AnyView {
    let some = coalitions.len() > 1;
    let levels = Visibility::ALL
        .iter()
        .map(|level| {
            let chosen = *level == choice.level;
            // What would only lead to an error cannot be chosen; what is in force stays visible.
            let none = *level == Visibility::Coalition && !some && !chosen;
            view! { <Check kind="radio" name="level" value=level.code().to_owned() label=text.say(&format!("visibility-{}", level.code())) checked=chosen count=None disabled=none/> }
        })
        .collect_view();
    let chosen = choice.coalition.map(|id| id.to_string()).unwrap_or_default();
    view! {
        <form method="post" action=action.to_owned() class="narrow" novalidate>
            <fieldset><legend>{text.say("sharing-level")}</legend>{levels}
                {(!some).then(|| view! { <p class="hint" id="coalition">{text.say("sharing-coalition-none")}</p> })}
            </fieldset>
            <TextArea name="named" label=text.say("sharing-named") value=choice.named.join("\n") rows=3 errors=errors.to_vec()/>
            {some.then(|| view! { <SelectField name="coalition" label=text.say("sharing-coalition") options=coalitions value=chosen errors=errors.to_vec()/> })}
            <button name="action" value="preview">{text.say("sharing-preview")}</button>
        </form>
    }
    .into_any()
}

async fn openings(request: &Request, id: domain::ProjectId) -> Result<AnyView, Failure> {
    let text = request.text;
    let found = reviews::openings(&request.services, &request.actor, id).await?;
    let none = found.is_empty();
    let rows = found
        .into_iter()
        .map(|one| {
            let says = text.say_with("sharing-opening", [("day", text.day(one.on).into()), ("donor", one.donor.into()), ("reason", one.reason.into())]);
            view! { <li class="line"><p>{says}</p><p><a href=format!("/calls/{}", one.call)>{one.title}</a></p></li> }
        })
        .collect_view();
    let view = view! {
        <section class="apart">
            <h2>{text.say("sharing-openings")}</h2>
            <p class="quiet">{text.say("sharing-openings-says")}</p>
            {none.then(|| view! { <p>{text.say("trail-none")}</p> })}
            <ul class="lines">{rows}</ul>
        </section>
    };
    Ok(view.into_any())
}

/// `/projects/{id}/sharing`
#[component]
pub fn ProjectSharing() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Projects, |request: Request| async move {
        let text = request.text;
        let (services, actor) = (&request.services, &request.actor);
        let details = projects::get(services, actor, request.id(2)?).await?;
        let (project, mut choice) = sharing::current(services, actor, details.project.id).await?;
        let mut preview = None;
        if !sent.values.is_empty() {
            choice = choice_of(&sent);
            if sent.errors.is_empty() {
                preview =
                    Some(sharing::preview(services, actor, project.id, choice.clone()).await?);
            }
        }
        let mut coalitions = vec![(String::new(), text.say("not-stated"))];
        if let Some(organisation) = project.organisation {
            let mine = organisations::coalitions(services, actor, organisation).await?;
            coalitions.extend(
                mine.into_iter().filter(|one| one.agreed).map(|one| (one.id.to_string(), one.name)),
            );
        }
        let action = format!("/projects/{}/sharing", project.id);
        let now = text.say(&format!("visibility-{}", project.sharing.visibility.code()));
        let late = project
            .sharing
            .since
            .filter(|since| *since > services.now())
            .map(|since| text.say_with("sharing-from", [("day", text.moment(since).into())]));
        let body = view! {
            <ErrorSummary text=text errors=sent.errors.clone()/>
            <div class="head"><h1>{text.say("sharing-title")}</h1><p class="quiet">{now}</p></div>
            {tabs(text, &details, "/sharing")}
            {late.map(|late| view! { <Notice><p>{late}</p></Notice> })}
            {preview.as_ref().map(|preview| preview_view(text, &action, preview))}
            {form(text, &action, &choice, coalitions, &sent.errors)}
            {openings(&request, project.id).await?}
            <p class="apart"><a class="button text" href=format!("/projects/{}/delete", project.id)>{text.say("project-delete")}</a></p>
        };
        let title = titled(text, "sharing-title", &sent.errors);
        let crumbs = vec![
            Crumb { href: "/projects".to_owned(), name: text.say("nav-projects") },
            Crumb {
                href: format!("/projects/{}", project.id),
                name: project.content.title.clone(),
            },
        ];
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}

/// `/projects/{id}/delete`
#[component]
pub fn DeleteProject() -> impl IntoView {
    page(Nav::Projects, |request: Request| async move {
        let text = request.text;
        let (project, _) =
            sharing::current(&request.services, &request.actor, request.id(2)?).await?;
        let path = format!("/projects/{}", project.id);
        let body = view! {
            <div class="head"><h1>{text.say("project-delete-title")}</h1><p class="quiet">{project.content.title.clone()}</p></div>
            <p class="lede">{text.say("project-delete-says")}</p>
            <form method="post" action=format!("{path}/delete") class="apart">
                <button class="danger">{text.say("project-delete-button")}</button> " "
                <a class="button text" href=path.clone()>{text.say("cancel")}</a>
            </form>
        };
        let crumbs = vec![
            Crumb { href: "/projects".to_owned(), name: text.say("nav-projects") },
            Crumb { href: path, name: project.content.title.clone() },
        ];
        Ok(PageView { title: text.say("project-delete-title"), crumbs, body: body.into_any() })
    })
}
