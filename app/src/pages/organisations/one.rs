//! One organisation: members, links, coalitions, what needs two owners, the trail.

use domain::{OrganisationId, Role};
use leptos::prelude::*;
use service::{
    Failure, accounts,
    approvals::{self, TwoPersonAct, Waiting},
    invitations, organisations,
    trail::{self, TrailOf},
};

use crate::{
    http::{PageView, Request, Sent, page},
    pages::account::{new_link, titled, trail_table},
    text::Text,
    ui::{Crumb, ErrorSummary, Nav, Pager, SelectField, TextArea, TextField, options_of},
};

fn role_codes() -> Vec<&'static str> {
    Role::ALL.iter().map(|role| role.code()).collect()
}

async fn members(request: &Request, id: OrganisationId, owner: bool) -> Result<AnyView, Failure> {
    let text = request.text;
    let rows = accounts::members(&request.services, &request.actor, id)
        .await?
        .into_iter()
        .map(|member| {
            let me = request.actor.account() == Some(member.account);
            let action = format!("/organisations/{id}/members/{}", member.account);
            let label = format!("{}: {}", text.say("organisation-role"), member.name);
            let choices = options_of(text, "role", &role_codes(), None)
                .into_iter()
                .map(|(code, words)| {
                    let selected = code == member.role.code();
                    view! { <option value=code selected=selected>{words}</option> }
                })
                .collect_view();
            let decide = owner.then(|| {
                view! {
                    <form method="post" action=action.clone() class="inline">
                        <select name="role" aria-label=label>{choices}</select>
                        <button class="text">{text.say("organisation-set-role")}</button>
                    </form>
                }
            });
            let ends = (owner || me).then(|| {
                let says = if me { "organisation-leave" } else { "organisation-remove-member" };
                view! {
                    <form method="post" action=action class="inline">
                        <button class="text" name="role" value="none">{text.say(says)}</button>
                    </form>
                }
            });
            view! {
                <tr>
                    <th scope="row">{member.name}</th>
                    <td>{text.say(&format!("role-{}", member.role.code()))}</td>
                    <td>{decide}{ends}</td>
                </tr>
            }
        })
        .collect_view();
    let view = view! {
        <section class="apart">
            <h2>{text.say("organisation-members")}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=text.say("organisation-members")><table>
                <caption class="hidden">{text.say("organisation-members")}</caption>
                <thead><tr>
                    <th scope="col">{text.say("organisation-member")}</th>
                    <th scope="col">{text.say("organisation-role")}</th>
                    <td></td>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        </section>
    };
    Ok(view.into_any())
}

/// The names that are masked, and where it works.
fn names(text: Text, organisation: &domain::Organisation, writes: bool) -> AnyView {
    let places = text.places(&organisation.places);
    let lists = [
        ("field-other-names", organisation.aliases.join(", ")),
        ("field-web-addresses", organisation.addresses.join(", ")),
        ("field-people-names", organisation.people.join(", ")),
        ("field-partner-names", organisation.partners.join(", ")),
        ("field-organisation-places", places),
    ];
    let lists = lists
        .into_iter()
        .map(|(key, names)| {
            let names = if names.is_empty() {
                view! { <span class="quiet">{text.say("not-stated")}</span> }.into_any()
            } else {
                names.into_any()
            };
            view! { <tr><th scope="row">{text.say(key)}</th><td class="break">{names}</td></tr> }
        })
        .collect_view();
    let path = format!("/organisations/{}/edit", organisation.id);
    view! {
        <section class="apart" id="names">
            <h2>{text.say("organisation-names")}</h2>
            <p>{text.say("organisation-names-says")}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=text.say("organisation-names")><table>
                <caption class="hidden">{text.say("organisation-names")}</caption>
                <tbody>{lists}</tbody>
            </table></div>
            {writes.then(|| view! { <p><a class="button plain" href=path>{text.say("organisation-names-edit")}</a></p> })}
        </section>
    }
    .into_any()
}

/// The bodies through which it can apply, and on which verdicts rest.
fn entities(text: Text, organisation: &domain::Organisation, writes: bool) -> AnyView {
    let path = format!("/organisations/{}/entities", organisation.id);
    let rows = organisation
        .entities
        .iter()
        .map(|entity| {
            let form = text.coded("form", entity.form.code());
            let form = entity
                .local_form
                .as_ref()
                .map_or_else(|| form.clone(), |local| format!("{local} ({form})"));
            let since = entity.since.map_or_else(|| text.say("not-stated"), |day| text.day(day));
            let name = if writes {
                view! { <a href=format!("{path}/{}", entity.id)>{entity.name.clone()}</a> }
                    .into_any()
            } else {
                entity.name.clone().into_any()
            };
            let sponsor = entity
                .fiscal_sponsor
                .then(|| view! { <small class="quiet block">{text.say("entity-sponsor")}</small> });
            view! {
                <tr>
                    <th scope="row">{name} {sponsor}</th>
                    <td>{text.country(entity.country)}</td>
                    <td>{form}</td>
                    <td>{entity.identifier.clone()}</td>
                    <td>{since}</td>
                </tr>
            }
        })
        .collect_view();
    let table = if organisation.entities.is_empty() {
        view! { <p class="quiet">{text.say("entity-none")}</p> }.into_any()
    } else {
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=text.say("organisation-entities")><table>
                <caption class="hidden">{text.say("organisation-entities")}</caption>
                <thead><tr>
                    <th scope="col">{text.say("field-entity-name")}</th>
                    <th scope="col">{text.say("field-entity-country")}</th>
                    <th scope="col">{text.say("field-entity-form")}</th>
                    <th scope="col">{text.say("field-identifier")}</th>
                    <th scope="col">{text.say("field-entity-since")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        }
        .into_any()
    };
    view! {
        <section class="apart" id="entities">
            <h2>{text.say("organisation-entities")}</h2>
            <p>{text.say("organisation-entities-says")}</p>
            {table}
            {writes.then(|| view! { <p><a class="button plain" href=format!("{path}/new")>{text.say("entity-add")}</a></p> })}
        </section>
    }
    .into_any()
}

async fn links(request: &Request, id: OrganisationId) -> Result<AnyView, Failure> {
    let text = request.text;
    let open = invitations::open(&request.services, &request.actor, Some(id)).await?;
    let some = !open.is_empty();
    let rows = open
        .into_iter()
        .map(|one| {
            let role = match one.purpose {
                service::Purpose::Member(_, role) => text.say(&format!("role-{}", role.code())),
                _ => String::new(),
            };
            let until = text.say_with("join-expires", [("day", text.moment(one.expires_at).into())]);
            view! {
                <li class="line pair">
                    <span>{role} " · " <span class="quiet">{until}</span></span>
                    <form method="post" action=format!("/organisations/{id}/invitations/{}", one.id)>
                        <button class="text">{text.say("organisation-take-back")}</button>
                    </form>
                </li>
            }
        })
        .collect_view();
    let view = view! {
        <section class="apart">
            <h2>{text.say("organisation-invite")}</h2>
            <p>{text.say("organisation-invite-says")}</p>
            <form method="post" action=format!("/organisations/{id}/invitations") class="narrow">
                <SelectField name="role" label=text.say("organisation-role") options=options_of(text, "role", &role_codes(), None) value=Role::Editor.code().to_owned()/>
                <button>{text.say("organisation-invite-button")}</button>
            </form>
            {some.then(|| view! { <h3>{text.say("organisation-links")}</h3><ul class="lines">{rows}</ul> })}
        </section>
    };
    Ok(view.into_any())
}

async fn coalitions(
    request: &Request,
    id: OrganisationId,
    owner: bool,
    sent: &Sent,
) -> Result<AnyView, Failure> {
    let text = request.text;
    let found = organisations::coalitions(&request.services, &request.actor, id).await?;
    let none = found.is_empty();
    let rows = found
        .into_iter()
        .map(|one| {
            let action = format!("/organisations/{id}/coalitions/{}", one.id);
            let members = text.say_with("organisation-coalition-members", [("names", one.members.join(", ").into())]);
            let asked = (!one.asked.is_empty()).then(|| text.say_with("organisation-coalition-asked", [("names", one.asked.join(", ").into())]));
            let agree = (owner && !one.agreed).then(|| view! { <button name="action" value="agree">{text.say("organisation-coalition-agree")}</button> " " });
            let leave = match (owner, one.agreed) {
                (false, _) => ().into_any(),
                (true, true) => view! { <a class="button text" href=format!("{action}/leave")>{text.say("organisation-coalition-leave")}</a> }.into_any(),
                (true, false) => view! { <button class="text" name="action" value="leave">{text.say("organisation-coalition-decline")}</button> }.into_any(),
            };
            let says = (owner && !one.agreed)
                .then(|| view! { <p class="quiet">{text.say("organisation-coalition-agree-says")}</p> });
            view! {
                <li class="line">
                    <h3>{one.name}</h3>
                    <p>{members}</p>
                    {asked.map(|asked| view! { <p class="quiet">{asked}</p> })}
                    {says}
                    <form method="post" action=action>{agree}{leave}</form>
                </li>
            }
        })
        .collect_view();
    let found = owner.then(|| {
        let typed = |name: &str| sent.value(name).to_owned();
        view! {
            <details open=!sent.errors.is_empty()>
                <summary>{text.say("organisation-coalition-found")}</summary>
                <form method="post" action=format!("/organisations/{id}/coalitions") class="narrow" novalidate>
                    <TextField name="name" label=text.say("field-name") value=typed("name") errors=sent.errors.clone()/>
                    <p class="quiet">{text.say("organisation-coalition-says")}</p>
                    <TextArea name="members" label=text.say("organisation-coalition-with") value=typed("members") rows=3 errors=sent.errors.clone()/>
                    <button>{text.say("organisation-coalition-button")}</button>
                </form>
            </details>
        }
    });
    let view = view! {
        <section class="apart" id="coalitions">
            <h2>{text.say("organisation-coalitions")}</h2>
            {none.then(|| view! { <p class="quiet">{text.say("organisation-coalitions-none")}</p> })}
            <ul class="lines">{rows}</ul>
            {found}
        </section>
    };
    Ok(view.into_any())
}

/// What waits for a second person, with a way to answer.
pub(crate) fn waiting_list(
    text: Text,
    path: &str,
    waiting: Vec<Waiting>,
    me: Option<domain::AccountId>,
) -> AnyView {
    let rows = waiting
        .into_iter()
        .map(|one| {
            let what = text.say(match one.act {
                TwoPersonAct::Admin => "approval-admin",
                TwoPersonAct::Erase(_) => "approval-erase",
                TwoPersonAct::Export(_) => "approval-export",
            });
            let asked = text.say_with("approval-asked", [("name", one.name.into()), ("day", text.moment(one.asked_at).into())]);
            let agree = (me != Some(one.asked_by)).then(|| view! { <button name="action" value="agree">{text.say("approval-agree")}</button> " " });
            view! {
                <li class="line">
                    <p><b>{what}</b><br/><span class="quiet">{asked}</span></p>
                    <form method="post" action=format!("{path}/approvals/{}", one.id)>
                        {agree}
                        <button class="text" name="action" value="refuse">{text.say("approval-refuse")}</button>
                    </form>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="lines">{rows}</ul> }.into_any()
}

async fn two(request: &Request, id: OrganisationId) -> Result<AnyView, Failure> {
    let text = request.text;
    let waiting = approvals::waiting(&request.services, &request.actor, Some(id)).await?;
    let path = format!("/organisations/{id}");
    let ask = if request.actor.is_demonstration() {
        view! { <p class="quiet">{text.say("demo-no-approvals")}</p> }.into_any()
    } else {
        view! {
            <form method="post" action=format!("{path}/approvals") class="actions" id="approval">
                <button class="plain" name="act" value="export">{text.say("organisation-ask-export")}</button> " "
                <button class="danger" name="act" value="erase">{text.say("organisation-ask-erase")}</button>
            </form>
        }
        .into_any()
    };
    let view = view! {
        <section class="apart" id="two">
            <h2>{text.say("organisation-two")}</h2>
            <p>{text.say("organisation-two-says")} " " {text.say("organisation-erase-says")}</p>
            {waiting_list(text, &path, waiting, request.actor.account())}
            {ask}
        </section>
    };
    Ok(view.into_any())
}

/// `/organisations/{id}`
#[component]
pub fn Organisation() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Organisations, |request: Request| async move {
        let text = request.text;
        let id = request.id::<OrganisationId>(2)?;
        let found = organisations::get(&request.services, &request.actor, id).await?;
        let owner = found.role == Role::Owner;
        let (links, two) = if owner {
            (Some(links(&request, id).await?), Some(two(&request, id).await?))
        } else {
            (None, None)
        };
        let asked = request.page_number();
        let of = TrailOf::Organisation(id);
        let trail = trail::list(&request.services, &request.actor, of, asked).await?;
        let organisation = found.organisation;
        let code_name = text
            .say_with("organisation-code-name", [("name", organisation.code_name.clone().into())]);
        let writes = found.role >= Role::Editor;
        let body = view! {
            <ErrorSummary text=text errors=sent.errors.clone()/>
            <div class="head"><h1>{organisation.name.clone()}</h1><p class="quiet">{text.say(&format!("role-{}", found.role.code()))}</p></div>
            {new_link(&request, &sent)}
            <p>{code_name}</p>
            {names(text, &organisation, writes)}
            {entities(text, &organisation, writes)}
            {members(&request, id, owner).await?}
            {links}
            {coalitions(&request, id, owner, &sent).await?}
            {two}
            <section class="apart">
                <h2>{text.say("trail-title")}</h2>
                <p class="quiet">{text.say("trail-says")}</p>
                {trail_table(text, trail.rows)}
                <Pager text=text path=request.path.clone() query=request.query.clone() page=trail.page pages=trail.pages/>
            </section>
        };
        let title = if sent.errors.is_empty() {
            organisation.name
        } else {
            titled(text, "organisations-title", &sent.errors)
        };
        let crumbs = vec![Crumb {
            href: "/organisations".to_owned(),
            name: text.say("organisations-title"),
        }];
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}
