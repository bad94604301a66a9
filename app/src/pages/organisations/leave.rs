//! Leaving a coalition, which cannot be undone alone: what it means is said first.

use domain::{CoalitionId, OrganisationId};
use leptos::prelude::*;
use service::{Failure, organisations};

use crate::{
    http::{PageView, Request, page},
    ui::{Crumb, Nav},
};

/// `/organisations/{id}/coalitions/{coalition}/leave`
#[component]
pub fn LeaveCoalition() -> impl IntoView {
    page(Nav::Organisations, |request: Request| async move {
        let text = request.text;
        let id = request.id::<OrganisationId>(2)?;
        let coalition = request.id::<CoalitionId>(4)?;
        let (services, actor) = (&request.services, &request.actor);
        let found = organisations::get(services, actor, id).await?;
        let mine = organisations::coalitions(services, actor, id).await?;
        let one = mine.into_iter().find(|one| one.id == coalition && one.agreed);
        let one = one.ok_or(Failure::NotFound)?;
        let back = format!("/organisations/{id}#coalitions");
        let members = one.members.join(", ");
        let members = text.say_with("organisation-coalition-members", [("names", members.into())]);
        let body = view! {
            <div class="head"><h1>{text.say("organisation-coalition-leave-title")}</h1><p class="quiet">{one.name}</p></div>
            <p class="lede">{text.say("organisation-coalition-leave-says")}</p>
            <p>{members}</p>
            <form method="post" action=format!("/organisations/{id}/coalitions/{coalition}") class="apart">
                <input type="hidden" name="sure" value="yes"/>
                <button name="action" value="leave">{text.say("organisation-coalition-leave")}</button> " "
                <a class="button text" href=back>{text.say("cancel")}</a>
            </form>
        };
        let crumbs = vec![
            Crumb { href: "/organisations".to_owned(), name: text.say("organisations-title") },
            Crumb { href: format!("/organisations/{id}"), name: found.organisation.name },
        ];
        let title = text.say("organisation-coalition-leave-title");
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}
