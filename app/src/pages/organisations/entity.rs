//! A legal entity: added, changed, removed.

use chrono::NaiveDate;
use domain::{EntityForm, LegalEntityId, Organisation, OrganisationId};
use leptos::prelude::*;
use service::{
    profile::{self, EntityInput},
    seen::state_of,
};

use crate::{
    http::{Fields, PageView, Request, Sent, page},
    pages::{account::titled, projects::names},
    text::Text,
    ui::{Check, Crumb, ErrorSummary, FieldError, Nav, SelectField, TextField, options_of},
};

/// What the form says, and everything that is wrong with it.
pub(super) fn read(
    text: Text,
    fields: &Fields,
    today: NaiveDate,
) -> (EntityInput, Vec<FieldError>) {
    let mut errors: Vec<FieldError> = Vec::new();
    let mut wrong = |field: &str, says: String| errors.push((field.to_owned(), says));
    let typed = |name| fields.get(name).trim();
    let country = match names::countries(typed("entity_country")).as_deref() {
        Ok([]) => None,
        Ok([country]) => Some(*country),
        Ok(_) => {
            wrong("entity_country", text.say("error-one-country"));
            None
        }
        Err(part) => {
            wrong(
                "entity_country",
                text.say_with("error-country", [("part", part.as_str().into())]),
            );
            None
        }
    };
    let since = typed("entity_since");
    let day = service::day_written(since);
    if day.is_none() && !since.is_empty() {
        wrong("entity_since", text.say("error-day"));
    }
    let input = EntityInput {
        name: typed("entity_name").to_owned(),
        country,
        form: typed("entity_form").parse().ok(),
        local_form: typed("local_form").to_owned(),
        identifier: typed("identifier").to_owned(),
        since: day,
        fiscal_sponsor: typed("fiscal_sponsor") == "yes",
    };
    let mut problems = input.problems(today);
    problems.retain(|one| !errors.iter().any(|(field, _)| field == one.field));
    errors.extend(Sent::problems(text, &problems));
    (input, errors)
}

/// The form of what is on record.
fn shown(text: Text, entity: &EntityInput) -> Vec<(String, String)> {
    [
        ("entity_name", entity.name.clone()),
        ("entity_country", entity.country.map(|one| text.country(one)).unwrap_or_default()),
        ("entity_form", entity.form.map(|form| form.code().to_owned()).unwrap_or_default()),
        ("local_form", entity.local_form.clone()),
        ("identifier", entity.identifier.clone()),
        ("entity_since", entity.since.map(|day| day.to_string()).unwrap_or_default()),
        ("fiscal_sponsor", if entity.fiscal_sponsor { "yes" } else { "" }.to_owned()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

fn form(text: Text, sent: &Sent, action: String, back: String) -> AnyView {
    let value = |name: &str| sent.value(name).to_owned();
    let wrong = || sent.errors.clone();
    let codes: Vec<&str> = EntityForm::ALL.iter().map(|form| form.code()).collect();
    let forms = options_of(text, "form", &codes, Some("entity-form-choose"));
    let hidden = |name: &'static str| {
        let value = sent.value(name).to_owned();
        (!value.is_empty()).then(|| view! { <input type="hidden" name=name value=value/> })
    };
    view! {
        <form method="post" action=action class="narrow" novalidate>
            {hidden("key")}
            {hidden("state")}
            <TextField name="entity_name" label=text.say("field-entity-name") value=value("entity_name") hint=text.say("entity-name-hint") errors=wrong() required=true/>
            <TextField name="entity_country" label=text.say("field-entity-country") value=value("entity_country") errors=wrong() required=true/>
            <SelectField name="entity_form" label=text.say("field-entity-form") options=forms value=value("entity_form") errors=wrong()/>
            <TextField name="local_form" label=text.say("field-local-form") value=value("local_form") hint=text.say("local-form-hint") errors=wrong()/>
            <TextField name="identifier" label=text.say("field-identifier") value=value("identifier") hint=text.say("identifier-hint") errors=wrong()/>
            <TextField name="entity_since" label=text.say("field-entity-since") value=value("entity_since") kind="date" hint=text.say("entity-since-hint") errors=wrong()/>
            <Check name="fiscal_sponsor" value="yes".to_owned() label=text.say("entity-is-sponsor") checked={sent.value("fiscal_sponsor") == "yes"} count=None/>
            <p class="actions">
                <button>{text.say("organisation-save")}</button>
                <a class="button text" href=back>{text.say("cancel")}</a>
            </p>
        </form>
    }
    .into_any()
}

fn crumbs(text: Text, organisation: &Organisation) -> Vec<Crumb> {
    vec![
        Crumb { href: "/organisations".to_owned(), name: text.say("organisations-title") },
        Crumb {
            href: format!("/organisations/{}", organisation.id),
            name: organisation.name.clone(),
        },
    ]
}

/// `/organisations/{id}/entities/new`
#[component]
pub fn NewEntity() -> impl IntoView {
    let mut sent = Sent::here();
    page(Nav::Organisations, |request: Request| async move {
        let text = request.text;
        let id = request.id::<OrganisationId>(2)?;
        let organisation = profile::to_change(&request.services, &request.actor, id).await?;
        if sent.values.is_empty() {
            sent.values = vec![("key".to_owned(), request.services.new_key())];
        }
        let action = format!("/organisations/{id}/entities/new");
        let body = view! {
            <ErrorSummary text=text errors=sent.errors.clone()/>
            <div class="head"><h1>{text.say("entity-new")}</h1><p class="quiet">{text.say("organisation-entities-says")}</p></div>
            {form(text, &sent, action, format!("/organisations/{id}#entities"))}
        };
        let title = titled(text, "entity-new", &sent.errors);
        Ok(PageView { title, crumbs: crumbs(text, &organisation), body: body.into_any() })
    })
}

/// `/organisations/{id}/entities/{entity}`
#[component]
pub fn EditEntity() -> impl IntoView {
    let mut sent = Sent::here();
    page(Nav::Organisations, |request: Request| async move {
        let text = request.text;
        let id = request.id::<OrganisationId>(2)?;
        let entity = request.id::<LegalEntityId>(4)?;
        let (organisation, entity) =
            profile::entity(&request.services, &request.actor, id, entity).await?;
        let on_record = EntityInput::of(&entity);
        if sent.values.is_empty() {
            sent.values = shown(text, &on_record);
        }
        // A form that comes back is compared with the entity as it is now.
        sent.values.retain(|(name, _)| name != "state");
        sent.values.push(("state".to_owned(), state_of(&on_record)));
        let action = format!("/organisations/{id}/entities/{}", entity.id);
        let removal = format!("{action}/remove");
        let body = view! {
            <ErrorSummary text=text errors=sent.errors.clone()/>
            <div class="head"><h1>{entity.name.clone()}</h1><p class="quiet">{text.say("organisation-entities-says")}</p></div>
            {form(text, &sent, action, format!("/organisations/{id}#entities"))}
            <details class="apart">
                <summary>{text.say("entity-remove")}</summary>
                <p>{text.say("entity-remove-says")}</p>
                <form method="post" action=removal><button class="danger">{text.say("entity-remove-button")}</button></form>
            </details>
        };
        let title = titled(text, "entity-edit", &sent.errors);
        Ok(PageView { title, crumbs: crumbs(text, &organisation), body: body.into_any() })
    })
}
