//! One-time links.

use leptos::prelude::*;
use service::{Purpose, accounts::PASSWORD_LEAST, invitations};

use super::titled;
use crate::{
    http::{PageView, Request, Sent, page},
    ui::{ErrorSummary, Nav, TextField},
};

/// `/join/{secret}`
#[component]
pub fn Join() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Account, |request: Request| async move {
        let text = request.text;
        let secret: String = request.id(2)?;
        let offer = invitations::offer(&request.services, &secret).await?;
        let of = offer.of.clone();
        let says = match offer.purpose {
            Purpose::Member(_, role) => {
                let role = text.say(&format!("role-{}", role.code()));
                text.say_with("join-member", [("name", of.into()), ("role", role.into())])
            }
            purpose => text.say_with(&format!("join-{}", purpose.code()), [("name", of.into())]),
        };
        let recovers = matches!(offer.purpose, Purpose::Recovery(_));
        let joins = !recovers
            && offer.purpose != Purpose::Setup
            && request.actor.account().is_some()
            && request.actor.is_demonstration() == offer.demonstration;
        let least = u32::try_from(PASSWORD_LEAST).unwrap_or(0);
        let hint = text.say_with("join-password-hint", [("least", least.into())]);
        let errors = || sent.errors.clone();
        let action = format!("/join/{secret}");
        let mine = joins.then(|| {
            let name = request.actor.name().to_owned();
            view! {
                <form method="post" action=action.clone() class="apart">
                    <p>{text.say_with("join-have", [("name", name.into())])}</p>
                    <button name="with" value="mine">{text.say("join-with-mine")}</button>
                </form>
            }
        });
        let name = (!recovers).then(|| {
            view! { <TextField name="name" label=text.say("field-account-name") value=sent.value("name").to_owned() hint=text.say("join-name-hint") autocomplete="username" errors=errors() required=true/> }
        });
        let button = text.say(if recovers { "join-recovery-button" } else { "join-button" });
        let expires =
            text.say_with("join-expires", [("day", text.moment(offer.expires_at).into())]);
        let body = view! {
            <ErrorSummary text=text errors=errors()/>
            <div class="head"><h1>{text.say("join-title")}</h1></div>
            <p class="lede">{says}</p>
            <p class="quiet">{expires}</p>
            {mine}
            <form method="post" action=action class="narrow apart" novalidate>
                {name}
                <TextField name="password" label=text.say("field-password") value=String::new() kind="password" hint=hint autocomplete="new-password" errors=errors() required=true/>
                <button>{button}</button>
            </form>
        };
        let title = titled(text, "join-title", &sent.errors);
        Ok(PageView { title, crumbs: Vec::new(), body: body.into_any() })
    })
}
