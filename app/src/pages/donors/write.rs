//! Adding and changing a donor.

use domain::DonorId;
use leptos::prelude::*;
use service::{
    Failure,
    donors::{self, DonorInput, Taken},
    seen::state_of,
};

use super::{country_options, kind_options};
use crate::{
    http::{PageView, Request, Sent, page},
    pages::account::titled,
    text::Text,
    ui::{Crumb, ErrorSummary, FieldError, Nav, SelectField, TextArea, TextField},
};

/// What the fields hold at first.
fn typed(input: &DonorInput) -> Vec<(String, String)> {
    vec![
        ("name".to_owned(), input.name.clone()),
        ("aliases".to_owned(), input.aliases.join("\n")),
        ("kind".to_owned(), input.kind.map(|kind| kind.code().to_owned()).unwrap_or_default()),
        (
            "country".to_owned(),
            input.country.map(|country| country.code().to_owned()).unwrap_or_default(),
        ),
        ("parent".to_owned(), input.parent.map(|id| id.to_string()).unwrap_or_default()),
    ]
}

/// Which of the typed names another donor has. Only after the form was sent.
fn taken(request: &Request, sent: &Sent, me: Option<DonorId>) -> Result<Vec<Taken>, Failure> {
    if sent.errors.is_empty() {
        return Ok(Vec::new());
    }
    let input = DonorInput {
        name: sent.value("name").to_owned(),
        aliases: sent.value("aliases").lines().map(str::to_owned).collect(),
        ..DonorInput::default()
    };
    donors::taken(&request.services, &request.actor, &input, me)
}

/// The errors, each taken name with whose it is, and links to those who have them.
fn explained(text: Text, sent: &Sent, taken: &[Taken]) -> (Vec<FieldError>, Option<AnyView>) {
    let mut errors = sent.errors.clone();
    for (field, message) in &mut errors {
        let label = text.coded("field", field);
        if *message != text.say_with("wrong-donor-taken", [("field", label.clone().into())]) {
            continue;
        }
        let whose = taken.iter().filter(|one| one.field == field).map(|one| {
            let (typed, donor) = (one.typed.clone(), one.by.1.clone());
            text.say_with("donor-taken-by", [("typed", typed.into()), ("donor", donor.into())])
        });
        let whose: Vec<String> = whose.collect();
        if !whose.is_empty() {
            *message = format!("{label}: {}", whose.join(" "));
        }
    }
    let mut owners: Vec<&(DonorId, String)> = taken.iter().map(|one| &one.by).collect();
    owners.dedup();
    let links = owners.into_iter().map(|(id, name)| {
        view! { <li><a href=format!("/donors/{id}")>{name.clone()}</a></li> }
    });
    let links = (!taken.is_empty()).then(|| {
        let links = links.collect_view();
        view! { <p>{text.say("donor-taken-see")}</p><ul>{links}</ul> }.into_any()
    });
    (errors, links)
}

fn form(
    request: &Request,
    sent: &Sent,
    me: Option<DonorId>,
    action: String,
    state: String,
) -> Result<AnyView, Failure> {
    let text = request.text;
    let mut parents = vec![(String::new(), text.say("donor-no-parent"))];
    parents.extend(
        donors::choices(&request.services, &request.actor)?
            .into_iter()
            .filter(|(id, _)| Some(*id) != me)
            .map(|(id, name)| (id.to_string(), name)),
    );
    let (errors, owners) = explained(text, sent, &taken(request, sent, me)?);
    let errors = || errors.clone();
    let value = |name: &str| sent.value(name).to_owned();
    let view = view! {
        <ErrorSummary text=text errors=errors()/>
        {owners}
        <form method="post" action=action class="narrow" novalidate>
            <input type="hidden" name="state" value=state/>
            <TextField name="name" label=text.say("field-name") value=value("name") errors=errors() required=true/>
            <TextArea name="aliases" label=text.say("field-aliases") value=value("aliases") hint=text.say("donor-aliases-hint") errors=errors()/>
            <SelectField name="kind" label=text.say("field-kind") options=kind_options(text) value=value("kind") errors=errors()/>
            <SelectField name="country" label=text.say("field-country") options=country_options(text) value=value("country") errors=errors()/>
            <SelectField name="parent" label=text.say("field-parent") options=parents value=value("parent") hint=text.say("donor-parent-hint") errors=errors()/>
            <button>{text.say("donor-save")}</button>
        </form>
    };
    Ok(view.into_any())
}

/// `/donors/new`
#[component]
pub fn NewDonor() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Donors, |request: Request| async move {
        let text = request.text;
        let form = form(&request, &sent, None, "/donors/new".to_owned(), String::new())?;
        let body = view! { <div class="head"><h1>{text.say("donors-new")}</h1></div> {form} };
        let crumbs = vec![Crumb { href: "/donors".to_owned(), name: text.say("donors-title") }];
        let title = titled(text, "donors-new", &sent.errors);
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}

/// `/donors/{id}/edit`
#[component]
pub fn EditDonor() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Donors, |request: Request| async move {
        let text = request.text;
        let id = request.id::<DonorId>(2)?;
        let input = donors::written(&request.services, &request.actor, id).await?;
        let name = input.name.clone();
        // A form that comes back is compared with the donor as it is now.
        let state = state_of(&input);
        let sent =
            if sent.values.is_empty() { Sent { values: typed(&input), ..sent } } else { sent };
        let form = form(&request, &sent, Some(id), format!("/donors/{id}/edit"), state)?;
        let body = view! { <div class="head"><h1>{text.say("donor-edit")}</h1></div> {form} };
        let crumbs = vec![
            Crumb { href: "/donors".to_owned(), name: text.say("donors-title") },
            Crumb { href: format!("/donors/{id}"), name },
        ];
        let title = titled(text, "donor-edit", &sent.errors);
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}
