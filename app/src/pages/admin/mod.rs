//! The server, for its admins: accounts, links, organisations, what needs two admins, the trail.

pub(crate) mod post;

use leptos::prelude::*;
use service::{
    Failure,
    accounts::{self, AccountLine},
    approvals, matches,
    organisations::{self, Arrival, Arrivals},
    trail::{self, Broken, Holds, TrailOf},
};

use crate::{
    http::{PageView, Request, Sent, page},
    pages::{
        account::{new_link, titled, trail_table},
        organisations::one::waiting_list,
    },
    text::Text,
    ui::{Check, ErrorSummary, Nav, Notice, Pager, SelectField, Tags, TextField},
};

fn account_row(text: Text, line: AccountLine, me: Option<domain::AccountId>) -> AnyView {
    let account = line.account;
    let tags: Vec<String> =
        [
            (account.admin, "admin-right-admin"),
            (account.analyst, "admin-right-analyst"),
            (line.member, "admin-right-member"),
            (account.has_factor, "admin-factor"),
            (account.demonstration, "admin-demo"),
            (account.disabled, "admin-closed"),
        ]
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, key)| text.say(key))
        .chain(line.donors.iter().map(|(_, name)| {
            text.say_with("admin-right-reviewer", [("name", name.clone().into())])
        }))
        .collect();
    let (action, says) =
        if account.disabled { ("open", "admin-open") } else { ("close", "admin-close") };
    let others = me != Some(account.id);
    let recover = (others && !account.disabled && !account.demonstration).then(|| {
        view! { <button class="text" name="action" value="recover">{text.say("admin-recover")}</button> " " }
    });
    let path = format!("/admin/accounts/{}", account.id);
    let ends = line
        .donors
        .into_iter()
        .map(|(donor, name)| {
            let says = text.say_with("admin-end-reviewer", [("name", name.into())]);
            view! {
                <form method="post" action=path.clone() class="inline">
                    <input type="hidden" name="donor" value=donor.to_string()/>
                    <button class="text" name="action" value="end-reviewer">{says}</button>
                </form>
            }
        })
        .collect_view();
    let buttons = others.then(|| {
        view! {
            <form method="post" action=path.clone() class="inline">
                <input type="hidden" name="for" value=account.name.clone()/>
                {recover}
                <button class="text" name="action" value=action>{text.say(says)}</button>
            </form>
        }
    });
    view! {
        <tr>
            <th scope="row">{account.name}</th>
            <td><Tags tags=tags/></td>
            <td>{buttons} {ends}</td>
        </tr>
    }
    .into_any()
}

/// The most organisations that are listed.
const ORGANISATIONS: usize = 200;

fn organisation_row(text: Text, line: Arrival) -> AnyView {
    let waits = match line.link_until {
        Some(until) => {
            text.say_with("admin-organisation-link", [("day", text.moment(until).into())])
        }
        None => text.say("admin-organisation-nobody"),
    };
    let label = format!("{}: {}", text.say("admin-organisation-renew"), line.name);
    view! {
        <tr>
            <th scope="row" class="break">{line.name}</th>
            <td>{waits}</td>
            <td>
                <form method="post" action="/admin/organisations" class="inline">
                    <button class="text" name="organisation" value=line.id.to_string() aria-label=label>{text.say("admin-organisation-renew")}</button>
                </form>
            </td>
        </tr>
    }
    .into_any()
}

/// The organisations that wait for their first owner, by name, and how many others there are: whoever
/// belongs to those is named to nobody else.
async fn all_organisations(request: &Request) -> Result<AnyView, Failure> {
    let text = request.text;
    let Arrivals { waiting, others } =
        organisations::arrivals(&request.services, &request.actor).await?;
    let more = u64::try_from(waiting.len().saturating_sub(ORGANISATIONS)).unwrap_or(0);
    let some = !waiting.is_empty();
    let rows = waiting
        .into_iter()
        .take(ORGANISATIONS)
        .map(|line| organisation_row(text, line))
        .collect_view();
    let table = some.then(|| {
        view! {
            <p>{text.say("admin-organisations-says")}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=text.say("admin-organisations")><table>
                <caption class="hidden">{text.say("admin-organisations")}</caption>
                <thead><tr>
                    <th scope="col">{text.say("field-organisation")}</th>
                    <th scope="col">{text.say("admin-organisation-who")}</th>
                    <td></td>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
            {(more > 0).then(|| view! { <p class="quiet">{text.count("import-more", more)}</p> })}
        }
    });
    let view = view! {
        <section class="apart" id="organisations">
            <h2>{text.say("admin-organisations")}</h2>
            {table}
            <p class="quiet">{text.count("admin-organisation-others", others)}</p>
        </section>
    };
    Ok(view.into_any())
}

/// Links that an admin makes for analysts and reviewers.
fn invite(text: Text, donors: Vec<(String, String)>) -> AnyView {
    let reviewer = if donors.len() < 2 {
        view! {
            <p class="apart-s">{text.say("admin-invite-no-donor")} " " <a href="/donors/new">{text.say("donors-new")}</a></p>
        }
        .into_any()
    } else {
        view! {
            <form method="post" action="/admin/invitations" class="narrow apart-s">
                <SelectField name="donor" label=text.say("admin-invite-donor") options=donors value=String::new()/>
                <button class="plain" name="kind" value="reviewer">{text.say("admin-invite-reviewer")}</button>
            </form>
        }
        .into_any()
    };
    view! {
        <section class="apart">
            <h2>{text.say("admin-invite")}</h2>
            <form method="post" action="/admin/invitations"><button class="plain" name="kind" value="analyst">{text.say("admin-invite-analyst")}</button></form>
            {reviewer}
        </section>
    }
    .into_any()
}

/// Whether the trail is as it was written, or what is not.
fn trail_state(text: Text, checked: Result<Holds, Broken>) -> AnyView {
    let one = |key: &str, number: i64| text.say_with(key, [("number", number.to_string().into())]);
    let says = match checked {
        Ok(Holds { entries, removed, lost, .. }) => {
            let count = |number: i64| u64::try_from(number).unwrap_or(0);
            let lost = (lost > 0).then(|| one("admin-trail-lost", lost));
            let holds = text.count("admin-trail-holds", count(entries - removed));
            return view! { <p class="quiet">{holds} {lost.map(|lost| format!(" {lost}"))}</p> }
                .into_any();
        }
        Err(Broken::Changed(number)) => one("admin-trail-broken", number),
        Err(Broken::Missing(from, to)) => text.say_with(
            "admin-trail-missing",
            [("from", from.to_string().into()), ("to", to.to_string().into())],
        ),
        Err(Broken::Rewritten(number)) => one("admin-trail-rewritten", number),
        Err(Broken::Note) => text.say("admin-trail-note"),
        Err(Broken::Key) => text.say("admin-trail-key"),
        Err(Broken::Anchor) => text.say("admin-trail-anchor"),
    };
    view! { <Notice tone="bad"><p>{says}</p></Notice> }.into_any()
}

/// `/admin`
#[component]
pub fn Admin() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Admin, |request: Request| async move {
        let text = request.text;
        let me = request.actor.account();
        let rows = accounts::all(&request.services, &request.actor)
            .await?
            .into_iter()
            .map(|line| account_row(text, line, me))
            .collect_view();
        let waiting = approvals::waiting(&request.services, &request.actor, None).await?;
        let asked = request.page_number();
        let trail = trail::list(&request.services, &request.actor, TrailOf::Server, asked).await?;
        let holds = trail::verify(&request.services, &request.actor).await?;
        // None is chosen beforehand: whom somebody reviews for is not left to the alphabet.
        let mut donors = vec![(String::new(), text.say("call-donor-choose"))];
        let known = matches::donors(&request.services, &request.actor)?;
        donors.extend(known.into_iter().map(|(id, name)| (id.to_string(), name)));
        let errors = || sent.errors.clone();
        let body = view! {
            <ErrorSummary text=text errors=errors()/>
            <div class="head"><h1>{text.say("admin-title")}</h1></div>
            {new_link(&request, &sent)}
            <section class="apart">
                <h2>{text.say("admin-accounts")}</h2>
                <div class="scroll" tabindex="0" role="region" aria-label=text.say("admin-accounts")><table>
                    <caption class="hidden">{text.say("admin-accounts")}</caption>
                    <thead><tr>
                        <th scope="col">{text.say("admin-account")}</th>
                        <th scope="col">{text.say("admin-rights")}</th>
                        <td></td>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table></div>
            </section>
            {all_organisations(&request).await?}
            <section class="apart">
                <h2>{text.say("admin-add-organisation")}</h2>
                <p>{text.say("admin-add-organisation-says")}</p>
                <form method="post" action="/admin/organisations" class="narrow" novalidate>
                    <TextField name="name" label=text.say("field-name") value=sent.value("name").to_owned() errors=errors() required=true/>
                    <button>{text.say("admin-add-organisation-button")}</button>
                </form>
            </section>
            {invite(text, donors)}
            <section class="apart" id="two">
                <h2>{text.say("admin-two")}</h2>
                <p>{text.say("admin-two-says")}</p>
                {waiting_list(text, "/admin", waiting, me)}
                {if request.actor.is_demonstration() {
                    view! { <p class="quiet">{text.say("demo-no-approvals")}</p> }.into_any()
                } else {
                    view! { <form method="post" action="/admin/approvals" id="approval"><button class="plain">{text.say("admin-ask-admin")}</button></form> }.into_any()
                }}
            </section>
            <section class="apart">
                <h2>{text.say("admin-lock")}</h2>
                <p>{text.say("admin-lock-says")}</p>
                <form method="post" action="/admin/lock" class="narrow">
                    <div id="sure"><Check name="sure" value="yes".to_owned() label=text.say("admin-lock-sure") checked=false/></div>
                    <button class="plain">{text.say("admin-lock-button")}</button>
                </form>
            </section>
            <section class="apart">
                <h2>{text.say("trail-title")}</h2>
                <p class="quiet">{text.say("trail-says")}</p>
                {trail_state(text, holds)}
                {trail_table(text, trail.rows)}
                <Pager text=text path="/admin".to_owned() query=request.query.clone() page=trail.page pages=trail.pages/>
            </section>
        };
        let title = titled(text, "admin-title", &sent.errors);
        Ok(PageView { title, crumbs: Vec::new(), body: body.into_any() })
    })
}
