//! The second factor, and recovery codes with one or without.

use leptos::prelude::*;
use service::{Failure, accounts};

use super::titled;
use crate::{
    http::{PageView, Request, Sent, page},
    text::Text,
    ui::{Crumb, ErrorSummary, Nav, TextField},
};

/// New codes; `says` what they are good for.
fn codes(text: Text, codes: Vec<String>, says: &str) -> AnyView {
    let codes = codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect_view();
    view! {
        <div class="head"><h1>{text.say("recovery-title")}</h1></div>
        <p class="lede">{text.say(says)}</p>
        <ol class="codes">{codes}</ol>
        <p class="apart"><a class="button" href="/account">{text.say("recovery-done")}</a></p>
    }
    .into_any()
}

async fn enrolment(request: &Request, sent: &Sent) -> Result<AnyView, Failure> {
    let text = request.text;
    let enrolment = accounts::enrolment(&request.services, &request.actor).await?;
    let key = enrolment.key.reveal().to_owned();
    let view = view! {
        <ErrorSummary text=text errors=sent.errors.clone()/>
        <div class="head"><h1>{text.say("factor-title")}</h1></div>
        <ol class="steps">
            <li>{text.say("factor-scan")}<p><img class="qr" src="/account/factor.png" width="240" height="240" alt=text.say("factor-picture")/></p></li>
            <li>{text.say("factor-type")}<p><code class="long">{key}</code></p></li>
        </ol>
        <form method="post" action="/account/factor/confirm" class="narrow" novalidate>
            <TextField name="code" label=text.say("factor-code") value=String::new() autocomplete="one-time-code" errors=sent.errors.clone() required=true/>
            <button>{text.say("factor-button")}</button>
        </form>
    };
    Ok(view.into_any())
}

fn existing(text: Text, left: u64, sent: &Sent) -> AnyView {
    view! {
        <ErrorSummary text=text errors=sent.errors.clone()/>
        <div class="head"><h1>{text.say("account-factor")}</h1></div>
        <p class="lede">{text.count("account-factor-has", left)}</p>
        <form method="post" action="/account/codes" class="narrow" novalidate>
            <TextField name="password" label=text.say("field-password") value=String::new() kind="password" autocomplete="current-password" errors=sent.errors.clone() required=true/>
            <p class="actions">
                <button>{text.say("account-factor-codes")}</button> " "
                <button class="danger" formaction="/account/factor/remove">{text.say("account-factor-remove")}</button>
            </p>
        </form>
    }
    .into_any()
}

/// `/account/factor`
#[component]
pub fn Factor() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Account, |request: Request| async move {
        let text = request.text;
        let body = if sent.codes.is_empty() {
            let own = accounts::own(&request.services, &request.actor).await?;
            if own.has_factor {
                existing(text, own.recovery_codes, &sent)
            } else {
                enrolment(&request, &sent).await?
            }
        } else {
            codes(text, sent.codes.clone(), "recovery-says")
        };
        let crumbs = vec![Crumb { href: "/account".to_owned(), name: text.say("account-title") }];
        Ok(PageView { title: titled(text, "account-factor", &sent.errors), crumbs, body })
    })
}

/// `/account/codes`: recovery codes for whoever has no second factor.
#[component]
pub fn Codes() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Account, |request: Request| async move {
        let text = request.text;
        let own = accounts::own(&request.services, &request.actor).await?;
        if !own.has_password {
            return Err(Failure::NotFound);
        }
        let body = if sent.codes.is_empty() {
            let errors = sent.errors.clone();
            view! {
                <ErrorSummary text=text errors=errors.clone()/>
                <div class="head"><h1>{text.say("account-codes")}</h1></div>
                <p class="lede">{text.say("account-codes-says")}</p>
                <p>{text.count("account-codes-left", own.recovery_codes)}</p>
                <form method="post" action="/account/codes" class="narrow" novalidate>
                    <TextField name="password" label=text.say("field-password") value=String::new() kind="password" autocomplete="current-password" errors=errors required=true/>
                    <button>{text.say("account-factor-codes")}</button>
                </form>
            }
            .into_any()
        } else if own.has_factor {
            codes(text, sent.codes.clone(), "recovery-says")
        } else {
            codes(text, sent.codes.clone(), "account-codes-new")
        };
        let crumbs = vec![Crumb { href: "/account".to_owned(), name: text.say("account-title") }];
        Ok(PageView { title: titled(text, "account-codes", &sent.errors), crumbs, body })
    })
}
