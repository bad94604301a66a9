//! The account itself.

use leptos::prelude::*;
use service::{
    accounts, organisations,
    trail::{self, TrailOf},
};

use super::{titled, trail_table};
use crate::{
    http::{PageView, Request, Sent, page},
    text::Text,
    ui::{ErrorSummary, Nav, Notice, Pager, TextField},
};

fn sessions(text: Text, lines: Vec<accounts::SessionLine>) -> AnyView {
    let several = lines.len() > 1;
    let rows = lines
        .into_iter()
        .map(|line| {
            let since = text.say_with("sessions-since", [("day", text.moment(line.since).into())]);
            let end = if line.this {
                view! { <span class="quiet">{text.say("sessions-this")}</span> }.into_any()
            } else {
                view! {
                    <form method="post" action="/account/sessions">
                        <button class="text" name="session" value=line.id.to_string()>{text.say("sessions-end")}</button>
                    </form>
                }
                .into_any()
            };
            view! { <li class="line pair"><span>{since}</span>{end}</li> }
        })
        .collect_view();
    view! {
        <section class="apart" id="sessions">
            <h2>{text.say("sessions-title")}</h2>
            <p class="quiet">{text.say("sessions-says")}</p>
            <ul class="lines">{rows}</ul>
            {several.then(|| view! {
                <form method="post" action="/account/sessions"><button class="plain">{text.say("sessions-end-others")}</button></form>
            })}
        </section>
    }
    .into_any()
}

/// In how many browsers the account is known.
fn browsers(text: Text, known: u64) -> AnyView {
    let forget = (known > 0).then(|| {
        view! {
            <form method="post" action="/account/browsers"><button class="plain">{text.say("account-browsers-forget")}</button></form>
        }
    });
    view! {
        <section class="apart" id="browsers">
            <h2>{text.say("account-browsers")}</h2>
            <p class="quiet">{text.say("account-browsers-says")}</p>
            <p>{text.count("account-browsers-known", known)}</p>
            {forget}
        </section>
    }
    .into_any()
}

async fn rights(
    request: &Request,
    view: &accounts::AccountView,
) -> Result<Vec<String>, service::Failure> {
    let text = request.text;
    let mut rights = Vec::new();
    if view.grants.admin {
        rights.push(text.say("account-right-admin"));
    }
    if view.grants.analyst {
        rights.push(text.say("account-right-analyst"));
    }
    for donor in service::matches::reviewed(&request.services, &request.actor) {
        rights.push(text.say_with("account-right-reviewer", [("name", donor.into())]));
    }
    for one in organisations::mine(&request.services, &request.actor).await? {
        let role = text.say(&format!("role-{}", one.role.code()));
        let name = one.organisation.name;
        rights.push(
            text.say_with("account-right-member", [("name", name.into()), ("role", role.into())]),
        );
    }
    if rights.is_empty() {
        rights.push(text.say("account-right-none"));
    }
    Ok(rights)
}

/// `/account`
#[component]
pub fn Account() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Account, |request: Request| async move {
        let text = request.text;
        let own = accounts::own(&request.services, &request.actor).await?;
        let asked = request.page_number();
        let trail = trail::list(&request.services, &request.actor, TrailOf::Own, asked).await?;
        let rights = rights(&request, &own)
            .await?
            .into_iter()
            .map(|says| view! { <li>{says}</li> })
            .collect_view();
        let errors = || sent.errors.clone();
        let done = (!request.param("done").is_empty())
            .then(|| view! { <Notice><p>{text.say("account-changed")}</p></Notice> });
        let proof = if own.has_password {
            let factor = if own.has_factor {
                view! {
                    <p>{text.count("account-factor-has", own.recovery_codes)}</p>
                    <p><a class="button plain" href="/account/factor">{text.say("account-factor")}</a></p>
                }
                .into_any()
            } else {
                view! {
                    <p>{text.say("account-factor-none")}</p>
                    <form method="post" action="/account/factor"><button>{text.say("account-factor-set")}</button></form>
                    <h3>{text.say("account-codes")}</h3>
                    <p>{text.say("account-codes-says")} " " {text.count("account-codes-left", own.recovery_codes)}</p>
                    <p><a class="button plain" href="/account/codes">{text.say("account-factor-codes")}</a></p>
                }
                .into_any()
            };
            view! {
                <section class="apart"><h2>{text.say("account-factor")}</h2>{factor}</section>
                <section class="apart">
                    <h2>{text.say("account-password")}</h2>
                    <form method="post" action="/account/password" class="narrow" novalidate>
                        <TextField name="password" label=text.say("account-password-old") value=String::new() kind="password" autocomplete="current-password" errors=errors() required=true/>
                        <TextField name="new_password" label=text.say("field-new-password") value=String::new() kind="password" autocomplete="new-password" errors=errors() required=true/>
                        <button>{text.say("account-password-button")}</button>
                    </form>
                </section>
                {browsers(text, own.browsers)}
            }
            .into_any()
        } else {
            view! { <p class="quiet apart">{text.say("account-demo")}</p> }.into_any()
        };
        let name = text.say_with("account-signed-in-as", [("name", own.name.clone().into())]);
        let body = view! {
            <ErrorSummary text=text errors=errors()/>
            <div class="head"><h1>{text.say("account-title")}</h1><p class="quiet">{name}</p></div>
            {done}
            <form method="post" action="/sign-out"><button class="plain">{text.say("sign-out")}</button></form>
            <section class="apart"><h2>{text.say("account-rights")}</h2><ul class="steps">{rights}</ul></section>
            {proof}
            {sessions(text, own.sessions)}
            <section class="apart">
                <h2>{text.say("trail-own")}</h2>
                {trail_table(text, trail.rows)}
                <Pager text=text path="/account".to_owned() query=request.query.clone() page=trail.page pages=trail.pages/>
            </section>
        };
        let title = titled(text, "account-title", &sent.errors);
        Ok(PageView { title, crumbs: Vec::new(), body: body.into_any() })
    })
}
