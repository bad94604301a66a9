//! What an organisation says about itself: names, addresses, people, partners, places.

use domain::OrganisationId;
use leptos::prelude::*;
use service::{
    profile::{self, Profile},
    seen::state_of,
};

use crate::{
    http::{Fields, PageView, Request, Sent, page},
    pages::{account::titled, projects::names},
    text::Text,
    ui::{Crumb, ErrorSummary, FieldError, Nav, Notice, TextArea, TextField},
};

/// The names of a field, one in a line.
fn lines(typed: &str) -> Vec<String> {
    typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What the form says, and everything that is wrong with it.
pub(super) fn read(text: Text, fields: &Fields) -> (Profile, Vec<FieldError>) {
    let mut errors = Vec::new();
    let places = names::places(fields.get("organisation_places")).unwrap_or_else(|part| {
        let says = text.say_with("error-place", [("part", part.into())]);
        errors.push(("organisation_places".to_owned(), says));
        Vec::new()
    });
    let profile = Profile {
        name: fields.get("name").to_owned(),
        aliases: lines(fields.get("other_names")),
        addresses: lines(fields.get("web_addresses")),
        people: lines(fields.get("people_names")),
        partners: lines(fields.get("partner_names")),
        places,
    };
    errors.extend(Sent::problems(text, &profile.problems()));
    (profile, errors)
}

/// The form of what is on record.
fn shown(text: Text, profile: &Profile) -> Vec<(String, String)> {
    [
        ("name", profile.name.clone()),
        ("other_names", profile.aliases.join("\n")),
        ("web_addresses", profile.addresses.join("\n")),
        ("people_names", profile.people.join("\n")),
        ("partner_names", profile.partners.join("\n")),
        ("organisation_places", text.places(&profile.places)),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

/// `/organisations/{id}/edit`
#[component]
pub fn EditOrganisation() -> impl IntoView {
    let mut sent = Sent::here();
    page(Nav::Organisations, |request: Request| async move {
        let text = request.text;
        let id = request.id::<OrganisationId>(2)?;
        let organisation = profile::to_change(&request.services, &request.actor, id).await?;
        let profile = Profile::of(&organisation);
        // A form that comes back is compared with what is on record now.
        let state = state_of(&profile);
        if sent.values.is_empty() {
            sent.values = shown(text, &profile);
        }
        let value = |name: &str| sent.value(name).to_owned();
        let wrong = || sent.errors.clone();
        let path = format!("/organisations/{id}");
        let body = view! {
            <ErrorSummary text=text errors=wrong()/>
            <div class="head"><h1>{text.say("organisation-names-edit")}</h1></div>
            <Notice><p>{text.say("organisation-names-says")}</p></Notice>
            <form method="post" action=format!("{path}/edit") class="narrow" novalidate>
                <input type="hidden" name="state" value=state/>
                <TextField name="name" label=text.say("field-name") value=value("name") hint=text.say("organisation-name-hint") errors=wrong() required=true/>
                <TextArea name="other_names" label=text.say("field-other-names") value=value("other_names") hint=text.say("other-names-hint") rows=5 errors=wrong()/>
                <TextArea name="web_addresses" label=text.say("field-web-addresses") value=value("web_addresses") hint=text.say("web-addresses-hint") rows=3 errors=wrong()/>
                <TextArea name="people_names" label=text.say("field-people-names") value=value("people_names") hint=text.say("people-names-hint") rows=5 errors=wrong()/>
                <TextArea name="partner_names" label=text.say("field-partner-names") value=value("partner_names") hint=text.say("partner-names-hint") rows=4 errors=wrong()/>
                <TextField name="organisation_places" label=text.say("field-organisation-places") value=value("organisation_places") hint=text.say("form-places-hint") errors=wrong()/>
                <p class="actions">
                    <button>{text.say("organisation-save")}</button>
                    <a class="button text" href=path.clone()>{text.say("cancel")}</a>
                </p>
            </form>
        };
        let crumbs = vec![
            Crumb { href: "/organisations".to_owned(), name: text.say("organisations-title") },
            Crumb { href: path, name: organisation.name },
        ];
        let title = titled(text, "organisation-names-edit", &sent.errors);
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}
