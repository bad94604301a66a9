//! The organisations one belongs to.

use leptos::prelude::*;
use service::organisations;

use crate::{
    http::{PageView, Request, page},
    ui::{Empty, Nav, Notice},
};

/// `/organisations`
#[component]
pub fn Organisations() -> impl IntoView {
    page(Nav::Organisations, |request: Request| async move {
        let text = request.text;
        let mine = organisations::mine(&request.services, &request.actor).await?;
        let empty = mine.is_empty();
        let rows = mine
            .into_iter()
            .map(|one| {
                view! {
                    <li class="line pair">
                        <h2><a href=format!("/organisations/{}", one.organisation.id)>{one.organisation.name}</a></h2>
                        <span class="quiet">{text.say(&format!("role-{}", one.role.code()))}</span>
                    </li>
                }
            })
            .collect_view();
        let list = if empty {
            view! { <Empty says=text.say("organisations-none")><a class="button" href="/calls">{text.say("organisations-none-next")}</a></Empty> }.into_any()
        } else {
            view! { <ul class="lines">{rows}</ul> }.into_any()
        };
        let erased = (request.param("done") == "erased").then(|| {
            view! { <Notice><p><b>{text.say("organisation-erased")}</b> " " {text.say("organisation-erased-says")}</p></Notice> }
        });
        let body = view! {
            <div class="head"><h1>{text.say("organisations-title")}</h1></div>
            {erased}
            {list}
        };
        Ok(PageView {
            title: text.say("organisations-title"),
            crumbs: Vec::new(),
            body: body.into_any(),
        })
    })
}
