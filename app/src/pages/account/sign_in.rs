//! The way in.

use leptos::prelude::*;

use super::titled;
use crate::{
    http::{PageView, Request, Sent, page},
    text::Text,
    ui::{Check, ErrorSummary, Nav, Notice, TextField},
};

/// The form, also at the foot of the landing page.
pub(crate) fn form(text: Text, sent: &Sent, next: String) -> AnyView {
    let errors = || sent.errors.clone();
    view! {
        <form method="post" action="/sign-in" class="narrow" novalidate>
            <input type="hidden" name="next" value=next/>
            <TextField name="name" label=text.say("sign-in-name") value=sent.value("name").to_owned() autocomplete="username" errors=errors() required=true/>
            <TextField name="password" label=text.say("sign-in-password") value=String::new() kind="password" autocomplete="current-password" required=true/>
            <TextField name="code" label=text.say("sign-in-code") value=String::new() hint=text.say("sign-in-code-hint") autocomplete="one-time-code"/>
            <Check name="remember" value="yes".to_owned() label=text.say("sign-in-remember") checked=sent.value("remember") == "yes"/>
            <p class="quiet">{text.say("sign-in-remember-hint")}</p>
            <button>{text.say("sign-in-button")}</button>
        </form>
    }
    .into_any()
}

/// One click for each role of the demonstration.
pub(crate) fn demonstration(text: Text) -> AnyView {
    let roles = service::accounts::DEMONSTRATION_ROLES
        .into_iter()
        .map(|role| view! { <button name="role" value=role class="plain">{text.say(&format!("demo-as-{role}"))}</button> " " })
        .collect_view();
    view! {
        <section class="apart">
            <h2>{text.say("demo-try")}</h2>
            <p>{text.say("demo-try-says")}</p>
            <form method="post" action="/demonstration/sign-in"><p class="actions">{roles}</p></form>
        </section>
    }
    .into_any()
}

/// `/sign-in`
#[component]
pub fn SignIn() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Account, |request: Request| async move {
        let text = request.text;
        let next = match sent.value("next") {
            "" => request.param("next").to_owned(),
            next => next.to_owned(),
        };
        let demo = request.has_demonstration().await?;
        let body = if sent.session_over {
            view! {
                <div class="head"><h1>{text.say("sign-in-title")}</h1></div>
                <Notice tone="warn"><p>{text.say("sign-in-again")}</p></Notice>
                <p class="apart"><a class="button" href="/sign-in" target="_blank" rel="noopener">{text.say("sign-in-new-tab")}</a></p>
            }
            .into_any()
        } else {
            view! {
                <ErrorSummary text=text errors=sent.errors.clone()/>
                <div class="head"><h1>{text.say("sign-in-title")}</h1></div>
                {form(text, &sent, next)}
                <p class="quiet apart">{text.say("sign-in-lost")}</p>
                {demo.then(|| demonstration(text))}
            }
            .into_any()
        };
        let title = titled(text, "sign-in-title", &sent.errors);
        Ok(PageView { title, crumbs: Vec::new(), body })
    })
}
