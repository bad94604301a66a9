//! One donor: names, legal status, calls, and what keepers can do.

use domain::{DonorId, LegalStatus};
use leptos::prelude::*;
use service::{
    Failure, Grounds,
    calls::StatusLine,
    donors::{self, DonorDetails},
};

use super::{checked, country_options, status_line, status_options};
use crate::{
    http::{PageView, Request, Sent, page},
    pages::{calls::call_line, designations::proposals},
    text::Text,
    ui::{Crumb, ErrorSummary, Facts, Nav, Notice, Pager, SelectField, TextField},
};

fn link((id, name): &(DonorId, String)) -> AnyView {
    view! { <a href=format!("/donors/{id}")>{name.clone()}</a> }.into_any()
}

fn names(text: Text, details: &DonorDetails) -> AnyView {
    let donor = &details.donor;
    let view = &details.view;
    let facts = [
        view.kind.map(|kind| text.coded("donor-kind", kind.code())),
        view.country.map(|country| text.country(country)),
    ];
    let aliases = (!donor.aliases.is_empty()).then(|| {
        let list = donor.aliases.iter().map(|name| view! { <li>{name.clone()}</li> });
        view! { <h2>{text.say("donor-aliases")}</h2><ul class="plain">{list.collect_view()}</ul> }
    });
    let parent = details
        .parent
        .as_ref()
        .map(|parent| view! { <p>{text.say("donor-passes-on")} " " {link(parent)}</p> });
    let regrantors = (!details.regrantors.is_empty()).then(|| {
        let list = details.regrantors.iter().map(|one| view! { <li>{link(one)}</li> });
        view! { <h2>{text.say("donor-regrantors")}</h2><ul class="plain">{list.collect_view()}</ul> }
    });
    view! {
        <Facts facts=facts.into_iter().flatten().map(|fact| (fact, "")).collect()/>
        {parent}
        {aliases}
        {regrantors}
    }
    .into_any()
}

/// A status that a person entered, with a way to take it away.
fn own_status(text: Text, id: DonorId, status: &LegalStatus, keeps: bool) -> AnyView {
    let line = StatusLine { status: status.clone(), inherited_from: None, register: None };
    let says = status_line(text, &line);
    let remove = keeps.then(|| {
        view! {
            <form method="post" action=format!("/donors/{id}/statuses") class="inline">
                <input type="hidden" name="jurisdiction" value=status.jurisdiction.code().to_owned()/>
                <input type="hidden" name="status_kind" value=status.kind.code()/>
                <button class="text" name="action" value="remove" aria-label=format!("{}: {}", text.say("donor-status-remove"), text.country(status.jurisdiction))>{text.say("donor-status-remove")}</button>
            </form>
        }
    });
    view! { <li>{says} " " {remove}</li> }.into_any()
}

fn legal(text: Text, details: &DonorDetails) -> AnyView {
    let donor = &details.donor;
    let own = donor
        .statuses
        .iter()
        .map(|status| own_status(text, donor.id, status, details.keeps))
        .collect_view();
    let others = details
        .view
        .statuses
        .iter()
        .filter(|line| line.register.is_some() || line.inherited_from.is_some())
        .map(|line| view! { <li>{status_line(text, line)}</li> })
        .collect_view();
    let list = view! { <ul>{own}{others}</ul> };
    if details.view.statuses.is_empty() {
        view! { <p>{text.say("donor-legal-none")}</p> }.into_any()
    } else {
        let undecided = details.view.statuses.iter().all(StatusLine::is_undecided);
        let title = if undecided { "donor-undecided" } else { "donor-designated" };
        view! {
            <Notice tone="bad"><p><b>{text.say(title)}</b></p>{list}<p class="small">{text.say("donor-designated-says")}</p></Notice>
        }
        .into_any()
    }
}

fn status_form(text: Text, id: DonorId, sent: &Sent) -> AnyView {
    let errors = || sent.errors.clone();
    let value = |name: &str| sent.value(name).to_owned();
    let open = !sent.errors.is_empty();
    view! {
        <details open=open class="apart-s">
            <summary>{text.say("donor-status-add")}</summary>
            <p class="hint">{text.say("donor-status-add-says")}</p>
            <form method="post" action=format!("/donors/{id}/statuses") class="narrow" novalidate>
                <SelectField name="jurisdiction" label=text.say("field-jurisdiction") options=country_options(text) value=value("jurisdiction") errors=errors()/>
                <SelectField name="status_kind" label=text.say("field-status-kind") options=status_options(text) value=value("status_kind") errors=errors()/>
                <TextField name="since" label=text.say("field-since") value=value("since") kind="date" errors=errors() required=true/>
                <TextField name="until" label=text.say("field-until") value=value("until") hint=text.say("donor-status-until-hint") kind="date" errors=errors()/>
                <TextField name="decision" label=text.say("field-decision") value=value("decision") errors=errors()/>
                <TextField name="source" label=text.say("field-source") value=value("source") hint=text.say("donor-status-source-hint") errors=errors() required=true/>
                <button name="action" value="set">{text.say("donor-status-save")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn merging(
    request: &Request,
    details: &DonorDetails,
    sent: &Sent,
) -> Result<Option<AnyView>, Failure> {
    let text = request.text;
    let id = details.donor.id;
    let merged = details
        .merged
        .iter()
        .map(|(same, name)| {
            let split = details.keeps.then(|| view! {
                <form method="post" action=format!("/donors/{same}/split") class="inline">
                    <button class="text" aria-label=format!("{}: {name}", text.say("donor-split"))>{text.say("donor-split")}</button>
                </form>
            });
            view! { <li>{name.clone()} " " {split}</li> }
        })
        .collect_view();
    let merged = (!details.merged.is_empty())
        .then(|| view! { <h2>{text.say("donor-merged")}</h2><ul class="plain">{merged}</ul> });
    if !details.keeps {
        return Ok(merged.map(IntoAny::into_any));
    }
    let mut options = donors::choices(&request.services, &request.actor)?;
    options.retain(|(other, _)| *other != id);
    if options.is_empty() {
        return Ok(merged.map(IntoAny::into_any));
    }
    let options = std::iter::once((String::new(), text.say("call-donor-choose")))
        .chain(options.into_iter().map(|(id, name)| (id.to_string(), name)))
        .collect::<Vec<_>>();
    let open = sent.errors.iter().any(|(field, _)| field == "into");
    Ok(Some(
        view! {
            {merged}
            <details open=open class="apart-s">
                <summary>{text.say("donor-merge")}</summary>
                <p class="hint">{text.say("donor-merge-says")}</p>
                <form method="post" action=format!("/donors/{id}/merge") class="narrow">
                    <SelectField name="into" label=text.say("field-into") options=options value=sent.value("into").to_owned() errors=sent.errors.clone()/>
                    <button class="plain">{text.say("donor-merge-button")}</button>
                </form>
            </details>
        }
        .into_any(),
    ))
}

/// `/donors/{id}`
#[component]
pub fn Donor() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Donors, |request: Request| async move {
        let text = request.text;
        let id = request.id::<DonorId>(2)?;
        let details = donors::get(&request.services, &request.actor, id, request.page_number())?;
        let donor = &details.donor;
        let calls = details
            .calls
            .rows
            .iter()
            .map(|call| call_line(&request, call.clone(), None))
            .collect_view();
        let withheld = u64::try_from(details.withheld).unwrap_or(0);
        let open: Vec<_> = details.register.clone();
        let waiting = open.iter().any(|one| one.grounds == Grounds::Undecided);
        let merging = merging(&request, &details, &sent)?;
        let body = view! {
            <ErrorSummary text=text errors=sent.errors.clone()/>
            <div class="head"><h1>{donor.name.clone()}</h1></div>
            <div class="split wide">
                <div>
                    <section aria-labelledby="legal">
                        <h2 id="legal">{text.say("donor-legal")}</h2>
                        {legal(text, &details)}
                        {waiting.then(|| view! { <p>{text.say("donor-decide-says")}</p> })}
                        {(!open.is_empty()).then(|| proposals(text, open, details.keeps, &request.path, "donor-register"))}
                        {details.keeps.then(|| status_form(text, donor.id, &sent))}
                        {checked(text, &details.check)}
                    </section>
                    <section class="apart">
                        <h2>{text.say("donor-calls")}</h2>
                        {(withheld > 0).then(|| view! { <Notice tone="warn">{text.count("calls-withheld", withheld)} " " <a href="/about/matching#designated">{text.say("matches-hidden-link")}</a></Notice> })}
                        {if details.calls.total == 0 && withheld == 0 {
                            view! { <p class="quiet">{text.say("donor-calls-none")}</p> }.into_any()
                        } else {
                            view! { <ul class="lines">{calls}</ul> }.into_any()
                        }}
                        <Pager text=text path=request.path.clone() query=request.query.clone() page=details.calls.page pages=details.calls.pages/>
                    </section>
                </div>
                <aside>
                    {names(text, &details)}
                    {merging}
                    {details.keeps.then(|| view! { <p class="apart-s"><a class="button plain" href=format!("/donors/{}/edit", donor.id)>{text.say("donor-edit")}</a></p> })}
                </aside>
            </div>
        };
        let title = if sent.errors.is_empty() {
            donor.name.clone()
        } else {
            text.say_with("error-page", [("title", donor.name.clone().into())])
        };
        let crumbs = vec![Crumb { href: "/donors".to_owned(), name: text.say("donors-title") }];
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}
