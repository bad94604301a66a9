//! Writing a call, and correcting one.

use domain::{CallField, CallId, CallStatus, DeadlineKind};
use leptos::prelude::*;
use service::editing::{self, CallToEdit};

use super::form::{self, Typed};
use crate::{
    http::{PageView, Request, Sent, page},
    pages::{account::titled, projects::write::themes},
    text::Text,
    ui::{
        Check, Crumb, ErrorSummary, FieldError, Nav, Notice, SelectField, TextArea, TextField,
        options_of,
    },
};

/// Zones offered first; any other one can be typed.
const ZONES: [&str; 9] = [
    "Europe/Brussels",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Warsaw",
    "Europe/Kyiv",
    "Europe/Vilnius",
    "Asia/Tbilisi",
    "America/New_York",
    "UTC",
];

/// Closing dates, one in a row.
fn dates(text: Text, typed: &Typed) -> AnyView {
    let rows = (0..typed.dates())
        .map(|row| {
            let number = u32::try_from(row + 1).unwrap_or(0);
            let label = |key: &str| {
                let part = text.say(key);
                text.say_with("call-date-cell", [("part", part.into()), ("number", number.into())])
            };
            let codes: Vec<&str> = DeadlineKind::ALL.iter().map(|kind| kind.code()).collect();
            let chosen = typed.nth("deadline_kind", row);
            let kinds = options_of(text, "deadline-kind", &codes, None)
                .into_iter()
                .map(|(code, words)| {
                    let selected = code == chosen;
                    view! { <option value=code selected=selected>{words}</option> }
                })
                .collect_view();
            view! {
                <tr>
                    <td><input type="text" name="deadline_on" value=typed.nth("deadline_on", row) placeholder="2027-03-01" aria-label=label("call-date-day")/></td>
                    <td><input type="text" name="deadline_at" value=typed.nth("deadline_at", row) placeholder="17:00" aria-label=label("call-date-hour")/></td>
                    <td><input type="text" name="deadline_zone" list="zones" value=typed.nth("deadline_zone", row) aria-label=label("call-date-zone")/></td>
                    <td><select name="deadline_kind" aria-label=label("call-date-kind")>{kinds}</select></td>
                    <td><input type="text" name="deadline_note" value=typed.nth("deadline_note", row) aria-label=label("call-date-note")/></td>
                </tr>
            }
        })
        .collect_view();
    let zones = ZONES.map(|zone| view! { <option value=zone></option> }).collect_view();
    view! {
        <datalist id="zones">{zones}</datalist>
        <div class="scroll" tabindex="0" role="region" aria-label=text.say("call-dates")><table class="inputs">
            <caption class="hidden">{text.say("call-dates")}</caption>
            <thead><tr>
                <th scope="col">{text.say("call-date-day")}</th>
                <th scope="col">{text.say("call-date-hour")}</th>
                <th scope="col">{text.say("call-date-zone")}</th>
                <th scope="col">{text.say("call-date-kind")}</th>
                <th scope="col">{text.say("call-date-note")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}

/// The kinds of partner that a call may require.
pub(super) fn partners(text: Text) -> Vec<(String, String)> {
    options_of(text, "partner", &["any", "host_country", "consortium"], Some("not-stated"))
}

/// Fields for the partner that a call requires.
pub(super) fn partner_fields(text: Text, typed: &Typed, errors: &[FieldError]) -> AnyView {
    let value = |name: &str| typed.value(name).to_owned();
    let wrong = || errors.to_vec();
    view! {
        <fieldset class="row"><legend>{text.say("rule-partner")}</legend>
            <SelectField name="partner" label=text.say("call-partner-kind") options=partners(text) value=value("partner") errors=wrong()/>
            <TextField name="partner_places" label=text.say("call-partner-places") value=value("partner_places") errors=wrong()/>
            <TextField name="partner_members" label=text.say("call-partner-members") value=value("partner_members") errors=wrong()/>
            <TextField name="partner_countries" label=text.say("call-partner-countries") value=value("partner_countries") errors=wrong()/>
        </fieldset>
    }
    .into_any()
}

/// Boxes for legal forms.
pub(super) fn entity_forms(text: Text, typed: &Typed, name: &'static str) -> AnyView {
    let boxes = form::forms()
        .into_iter()
        .map(|code| {
            let checked = typed.all(name).any(|chosen| chosen == code);
            view! { <Check name=name value=code.to_owned() label=text.coded("form", code) checked=checked count=None/> }
        })
        .collect_view();
    view! { <fieldset class="group" id=name><legend>{text.say("field-entity-forms")}</legend>{boxes}</fieldset> }
        .into_any()
}

/// Yes, no, or not said.
pub(super) fn yes_no(text: Text) -> Vec<(String, String)> {
    vec![
        (String::new(), text.say("not-stated")),
        ("yes".to_owned(), text.say("yes")),
        ("no".to_owned(), text.say("no")),
    ]
}

/// The fields that a source does not change any more, and how to let it.
fn kept(text: Text, edited: &CallToEdit, typed: &Typed) -> Option<AnyView> {
    (!edited.kept.is_empty()).then(|| {
        let boxes = edited
            .kept
            .iter()
            .map(|one| {
                let code = one.field.code();
                let label = text.say_with(
                    "call-kept-field",
                    [("field", text.coded("field", code).into()), ("day", text.day_of(one.at).into())],
                );
                let checked = typed.all("release").any(|chosen| chosen == code);
                view! { <Check name="release" value=code.to_owned() label=label checked=checked count=None/> }
            })
            .collect_view();
        view! {
            <details>
                <summary>{text.say("call-kept")}</summary>
                <p class="hint">{text.say("call-kept-says")}</p>
                <fieldset class="group"><legend>{text.say("call-kept-release")}</legend>{boxes}</fieldset>
            </details>
        }
        .into_any()
    })
}

/// Everything the form needs to be shown.
struct Shown {
    typed: Typed,
    errors: Vec<FieldError>,
    donors: Vec<(String, String)>,
    new_donors: bool,
    action: String,
    back: String,
    kept: Option<AnyView>,
}

fn form_view(text: Text, shown: Shown) -> AnyView {
    let Shown { typed, errors, mut donors, new_donors, action, back, kept } = shown;
    let value = |name: &str| typed.value(name).to_owned();
    let wrong = || errors.clone();
    let currency = |name: &str| {
        let chosen = Some(value(name)).filter(|code| !code.is_empty());
        chosen.unwrap_or_else(|| "EUR".to_owned())
    };
    let (award, total) = (currency("award_currency"), currency("total_currency"));
    let statuses: Vec<&str> = CallStatus::ALL.iter().map(|one| one.code()).collect();
    let statuses = options_of(text, "status", &statuses, Some("not-stated"));
    let closings = options_of(text, "call-closing", &["dated", "rolling"], Some("not-stated"));
    let none = if new_donors { "call-donor-new" } else { "call-donor-choose" };
    donors.insert(0, (String::new(), text.say(none)));
    let chosen: Vec<&str> = typed.all("themes").collect();
    let themes = themes(text, &chosen);
    let hint = |key: &str| text.say(key);
    view! {
        <ErrorSummary text=text errors=errors.clone()/>
        <form method="post" action=action class="narrow" novalidate>
            <input type="hidden" name="key" value=value("key")/>
            <input type="hidden" name="state" id="state" value=value("state")/>
            <TextField name="title" label=text.say("project-title") value=value("title") errors=wrong() required=true/>
            <SelectField name="donor" label=text.say("call-donor") options=donors value=value("donor") errors=wrong()/>
            {new_donors.then(|| view! { <TextField name="new_donor" label=text.say("field-new-donor") value=value("new_donor") hint=hint("new-donor-hint") errors=wrong()/> })}
            <TextField name="lang" label=text.say("form-lang") value=value("lang") errors=wrong()/>
            <TextArea name="text" label=text.say("call-text") value=value("text") rows=10 errors=wrong()/>
            <TextArea name="eligibility" label=text.say("call-eligibility") value=value("eligibility") hint=hint("call-eligibility-hint") rows=5 errors=wrong()/>
            <TextArea name="conditions" label=text.say("call-conditions") value=value("conditions") rows=8 errors=wrong()/>
            <TextField name="url" label=text.say("call-url") value=value("url") errors=wrong()/>
            <TextField name="programme" label=text.say("call-programme") value=value("programme") errors=wrong()/>
            <fieldset id="closing-dates"><legend>{text.say("call-deadlines")}</legend>
                <TextField name="opens" label=text.say("call-opening") value=value("opens") kind="date" errors=wrong()/>
                <SelectField name="closing" label=text.say("call-closing") options=closings value=value("closing") errors=wrong()/>
                <p class="hint">{text.say("call-dates-hint")}</p>
                {dates(text, &typed)}
                <TextField name="deadline_text" label=text.say("call-deadline-text") value=value("deadline_text") errors=wrong()/>
                <SelectField name="status" label=text.say("filter-status") options=statuses value=value("status") hint=hint("call-status-hint") errors=wrong()/>
            </fieldset>
            <fieldset class="row"><legend>{text.say("rule-award")}</legend>
                <TextField name="award_min" label=text.say("form-budget-min") value=value("award_min") errors=wrong()/>
                <TextField name="award_max" label=text.say("form-budget-max") value=value("award_max") errors=wrong()/>
                <SelectField name="award_currency" label=text.say("form-currency") options=form::currencies(&award) value=award.clone() errors=wrong()/>
            </fieldset>
            <TextField name="award_text" label=text.say("call-award-text") value=value("award_text") errors=wrong()/>
            <fieldset class="row"><legend>{text.say("call-total-title")}</legend>
                <TextField name="total" label=text.say("call-total-amount") value=value("total") errors=wrong()/>
                <SelectField name="total_currency" label=text.say("form-currency") options=form::currencies(&total) value=total.clone() errors=wrong()/>
                <TextField name="awards_expected" label=text.say("call-awards-expected") value=value("awards_expected") errors=wrong()/>
            </fieldset>
            <fieldset class="row"><legend>{text.say("call-duration")}</legend>
                <TextField name="duration_min" label=text.say("form-budget-min") value=value("duration_min") errors=wrong()/>
                <TextField name="duration_max" label=text.say("form-budget-max") value=value("duration_max") errors=wrong()/>
                <TextField name="duration_text" label=text.say("call-duration-text") value=value("duration_text") errors=wrong()/>
            </fieldset>
            {themes}
            <TextField name="places" label=text.say("rule-place") value=value("places") hint=hint("form-places-hint") errors=wrong()/>
            <TextField name="languages" label=text.say("rule-language") value=value("languages") hint=hint("form-languages-hint") errors=wrong()/>
            <TextField name="entity_countries" label=text.say("call-seats") value=value("entity_countries") hint=hint("form-places-hint") errors=wrong()/>
            <TextField name="entity_countries_excluded" label=text.say("call-seats-excluded") value=value("entity_countries_excluded") errors=wrong()/>
            {entity_forms(text, &typed, "entity_forms")}
            <fieldset class="row"><legend>{text.say("form-money")}</legend>
                <SelectField name="core_costs" label=text.say("call-core-costs") options=yes_no(text) value=value("core_costs") errors=wrong()/>
                <SelectField name="regranting" label=text.say("call-regranting") options=yes_no(text) value=value("regranting") errors=wrong()/>
                <TextField name="co_financing_percent" label=text.say("call-co-financing") value=value("co_financing_percent") errors=wrong()/>
            </fieldset>
            {partner_fields(text, &typed, &errors)}
            {kept}
            <p class="actions">
                <button>{text.say("call-save")}</button>
                <a class="button text" href=back>{text.say("cancel")}</a>
            </p>
        </form>
    }
    .into_any()
}

fn donors(request: &Request) -> Result<(Vec<(String, String)>, bool), service::Failure> {
    let (donors, new) = editing::donors(&request.services, &request.actor)?;
    Ok((donors.into_iter().map(|(id, name)| (id.to_string(), name)).collect(), new))
}

/// `/calls/new`
#[component]
pub fn NewCall() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let (donors, new_donors) = donors(&request)?;
        let mut typed = Typed(sent.values);
        if typed.0.is_empty() {
            typed.0.push(("key".to_owned(), request.services.new_key()));
            if let ([only], false) = (donors.as_slice(), new_donors) {
                typed.0.push(("donor".to_owned(), only.0.clone()));
            }
        }
        let errors = sent.errors;
        let title = titled(text, "call-new", &errors);
        let shown = Shown {
            typed,
            errors,
            donors,
            new_donors,
            action: "/calls/new".to_owned(),
            back: "/calls".to_owned(),
            kept: None,
        };
        let body = view! {
            <div class="head"><h1>{text.say("call-new")}</h1><p class="quiet">{text.say("call-new-says")}</p></div>
            {form_view(text, shown)}
        };
        let crumbs = vec![Crumb { href: "/calls".to_owned(), name: text.say("nav-calls") }];
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}

/// `/calls/{id}/edit`
#[component]
pub fn EditCall() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let id = request.id::<CallId>(2)?;
        let edited = editing::to_edit(&request.services, &request.actor, id).await?;
        let (donors, new_donors) = donors(&request)?;
        let mut typed = Typed(sent.values);
        if typed.0.is_empty() {
            typed = form::shown(text, &edited.call.content, edited.call.donor);
        }
        // A form that comes back is compared with the call as it is now.
        typed.0.retain(|(name, _)| name != "state");
        typed.0.push(("state".to_owned(), edited.state.clone()));
        let errors = sent.errors;
        let title = titled(text, "call-edit", &errors);
        let kept = kept(text, &edited, &typed);
        let path = format!("/calls/{id}");
        let shown = Shown {
            typed,
            errors,
            donors,
            new_donors,
            action: format!("{path}/edit"),
            back: path.clone(),
            kept,
        };
        let body = view! {
            <div class="head"><h1>{text.say("call-edit")}</h1><p class="quiet">{text.say("call-edit-says")}</p></div>
            <Notice><p>{text.say("call-rules-elsewhere")} " " <a href=format!("{path}/rules")>{text.say("call-rules-check")}</a></p></Notice>
            {form_view(text, shown)}
        };
        let crumbs = vec![
            Crumb { href: "/calls".to_owned(), name: text.say("nav-calls") },
            Crumb { href: format!("/calls/{id}"), name: edited.call.content.title },
        ];
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}

/// The fields for which the source may speak again.
pub(super) fn released(typed: &Typed) -> std::collections::BTreeSet<CallField> {
    typed.all("release").filter_map(|code| code.parse().ok()).collect()
}
