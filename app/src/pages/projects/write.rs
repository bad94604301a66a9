//! Writing a project, with the best calls for it beside the form.

use domain::{EntityForm, Stage, Theme};
use leptos::prelude::*;
use service::{Failure, matches, projects};

use super::{
    form::{PARTNERS, ProjectForm, pairs},
    one::tabs,
};
use crate::{
    http::{Form, PageView, ProjectErrors, Request, page},
    islands::{LiveMatch, LiveMatches},
    pages::calls::call_facts,
    text::{Locale, Text},
    ui::{
        Check, Crumb, ErrorSummary, FieldError, Nav, SelectField, TextArea, TextField, options_of,
    },
};

/// How many calls stand beside the form.
const TOP: usize = 6;

/// Currencies offered first: those in which the sector is paid.
pub(crate) const CURRENCIES: [&str; 22] = [
    "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "GEL", "UAH", "AMD", "MDL",
    "KZT", "KGS", "TRY", "RSD", "RON", "HUF", "CAD", "BYN", "RUB",
];

/// The best calls for a form as it stands; a form that does not read yet has none.
pub(crate) fn live(request: &Request, body: &str) -> Vec<LiveMatch> {
    best(request, &ProjectForm::of(&pairs(body)))
}

fn best(request: &Request, form: &ProjectForm) -> Vec<LiveMatch> {
    let text = request.text;
    // A title is required to save, not to look.
    let mut fields = form.clone();
    fields.give_title();
    let (input, errors) = fields.read(text);
    if !errors.is_empty() {
        return Vec::new();
    }
    matches::preview(&request.services, &request.actor, &input, TOP)
        .into_iter()
        .map(|row| {
            let facts = call_facts(text, &row.call, request.now).into_iter().map(|(fact, _)| fact);
            let verdict = row.found.eligibility.verdict;
            LiveMatch {
                href: format!("/calls/{}", row.call.id),
                lang: row
                    .call
                    .lang
                    .as_ref()
                    .map_or_else(|| "en".to_owned(), |lang| lang.code().to_owned()),
                facts: facts.filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · "),
                verdict: text.say(&format!("verdict-{}", verdict.code())),
                tone: crate::ui::tone(verdict).to_owned(),
                score: format!("{:.0}", row.found.fit.score()).parse().unwrap_or(0),
                title: row.call.title,
            }
        })
        .collect()
}

/// The themes to choose from, by group.
pub(crate) fn themes(text: Text, chosen: &[&str]) -> AnyView {
    let groups = Theme::all()
        .iter()
        .filter(|group| group.parent.is_none())
        .map(|group| {
            let boxes = Theme::all()
                .iter()
                .filter(|theme| theme.parent.as_ref() == Some(&group.code))
                .map(|theme| {
                    let ticked = chosen.contains(&theme.code.code());
                    view! { <Check name="themes" value=theme.code.to_string() label=theme.label(text.locale.code()).to_owned() checked=ticked count=None/> }
                })
                .collect_view();
            view! { <fieldset class="group"><legend>{group.label(text.locale.code()).to_owned()}</legend>{boxes}</fieldset> }
        })
        .collect_view();
    let chosen = chosen.len();
    view! {
        <details class="themes" open={chosen > 0}>
            <summary>{text.count("form-themes", u64::try_from(chosen).unwrap_or(0))}</summary>
            <p class="hint">{text.say("form-themes-hint")}</p>
            <div class="groups">{groups}</div>
        </details>
    }
    .into_any()
}

fn partners(text: Text, form: &ProjectForm, errors: &[FieldError]) -> AnyView {
    let nth = |name: &'static str, index: usize| {
        form.all_typed(name).nth(index).unwrap_or_default().to_owned()
    };
    let filled = form.values("partner_name").filter(|name| !name.is_empty()).count();
    // All that there are, and one more: a row that is not shown would be lost when the form is saved.
    let rows = (0..PARTNERS.max(form.values("partner_name").count()).max(filled + 1))
        .map(|index| {
            let number = index + 1;
            let label = |key: &str| text.say_with(key, [("number", u32::try_from(number).unwrap_or(0).into())]);
            let forms = options_of(text, "form", &EntityForm::ALL.iter().map(|form| form.code()).collect::<Vec<_>>(), Some("not-stated"))
                .into_iter()
                .map(|(code, words)| {
                    let selected = code == nth("partner_form", index);
                    view! { <option value=code selected=selected>{words}</option> }
                })
                .collect_view();
            let id = if index == 0 { "partner_name".to_owned() } else { format!("partner_name_{number}") };
            let country = if index == 0 { "partner_country".to_owned() } else { format!("partner_country_{number}") };
            view! {
                <tr>
                    <td><input type="text" id=id name="partner_name" value=nth("partner_name", index) aria-label=label("form-partner-name")/></td>
                    <td><input type="text" id=country name="partner_country" value=nth("partner_country", index) aria-label=label("form-partner-country")/></td>
                    <td><select name="partner_form" aria-label=label("form-partner-form")>{forms}</select></td>
                </tr>
            }
        })
        .collect_view();
    let wrong: Vec<String> = errors
        .iter()
        .filter(|(field, _)| field.starts_with("partner"))
        .map(|(_, message)| message.clone())
        .collect();
    let open = filled > 0 || !wrong.is_empty();
    view! {
        <details open=open>
            <summary>{text.count("form-partners", u64::try_from(filled).unwrap_or(0))}</summary>
            {wrong.into_iter().map(|message| view! { <p class="error">{message}</p> }).collect_view()}
            <table class="inputs">
                <caption class="hidden">{text.say("form-partners-title")}</caption>
                <thead><tr>
                    <th scope="col">{text.say("form-name")}</th>
                    <th scope="col">{text.say("form-country")}</th>
                    <th scope="col">{text.say("form-form")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}

/// Everything the form needs to be shown.
struct Shown {
    form: ProjectForm,
    errors: Vec<FieldError>,
    organisations: Vec<(String, String)>,
    action: String,
    asked: bool,
}

fn form_view(request: &Request, shown: Shown) -> AnyView {
    let text = request.text;
    let Shown { form, errors, organisations, action, asked } = shown;
    let value = |name: &str| form.typed(name).to_owned();
    let wrong = || errors.clone();
    let hint = |key: &str| text.say(key);
    let languages: Vec<(String, String)> = Locale::ALL
        .into_iter()
        .map(|locale| (locale.code().to_owned(), locale.name().to_owned()))
        .collect();
    let lang = Some(value("lang"))
        .filter(|lang| !lang.is_empty())
        .unwrap_or_else(|| text.locale.code().to_owned());
    let currencies =
        CURRENCIES.iter().map(|code| ((*code).to_owned(), (*code).to_owned())).collect();
    let currency = Some(value("budget_currency"))
        .filter(|code| !code.is_empty())
        .unwrap_or_else(|| "EUR".to_owned());
    let yes_no = || {
        vec![
            (String::new(), text.say("not-stated")),
            ("yes".to_owned(), text.say("yes")),
            ("no".to_owned(), text.say("no")),
        ]
    };
    let first = if form.is_empty() { Vec::new() } else { best(request, &form) };
    let none = if form.is_empty() { text.say("live-empty") } else { text.say("live-none") };
    let stages = options_of(
        text,
        "stage",
        &Stage::ALL.iter().map(|stage| stage.code()).collect::<Vec<_>>(),
        Some("not-stated"),
    );
    view! {
        <ErrorSummary text=text errors=errors.clone()/>
        <div class="split form">
            <form method="post" action=action id="project-form" novalidate>
                <input type="hidden" name="key" value=form.key.clone()/>
                <TextField name="title" label=text.say("project-title") value=value("title") errors=wrong() required=true/>
                <SelectField name="lang" label=text.say("form-lang") options=languages value=lang errors=wrong()/>
                <TextArea name="summary" label=text.say("project-summary") value=value("summary") hint=hint("form-summary-hint") rows=2 errors=wrong()/>
                <TextArea name="problem" label=text.say("project-problem") value=value("problem") errors=wrong()/>
                <TextArea name="activities" label=text.say("project-activities") value=value("activities") hint=hint("form-activities-hint") errors=wrong()/>
                <TextArea name="outputs" label=text.say("project-outputs") value=value("outputs") rows=3 errors=wrong()/>
                <TextArea name="beneficiaries" label=text.say("project-beneficiaries") value=value("beneficiaries") rows=2 errors=wrong()/>
                <TextArea name="audience" label=text.say("project-audience") value=value("audience") rows=2 errors=wrong()/>
                {themes(text, &form.values("themes").collect::<Vec<_>>())}
                <TextField name="work_places" label=text.say("form-work-places") value=value("work_places") hint=hint("form-places-hint") errors=wrong()/>
                <TextField name="reach_places" label=text.say("form-reach-places") value=value("reach_places") errors=wrong()/>
                <TextField name="languages" label=text.say("form-languages") value=value("languages") hint=hint("form-languages-hint") errors=wrong()/>
                <fieldset class="row"><legend>{text.say("form-budget")}</legend>
                    <TextField name="budget_min" label=text.say("form-budget-min") value=value("budget_min") errors=wrong()/>
                    <TextField name="budget_max" label=text.say("form-budget-max") value=value("budget_max") errors=wrong()/>
                    <SelectField name="budget_currency" label=text.say("form-currency") options=currencies value=currency errors=wrong()/>
                </fieldset>
                <fieldset class="row"><legend>{text.say("form-time")}</legend>
                    <TextField name="needed_by" label=text.say("form-needed-by") value=value("needed_by") kind="date" errors=wrong()/>
                    <TextField name="duration_months" label=text.say("form-duration") value=value("duration_months") errors=wrong()/>
                    <SelectField name="stage" label=text.say("form-stage") options=stages value=value("stage") errors=wrong()/>
                </fieldset>
                <fieldset class="row"><legend>{text.say("form-money")}</legend>
                    <SelectField name="core_costs" label=text.say("form-core-costs") options=yes_no() value=value("core_costs") errors=wrong()/>
                    <SelectField name="regrants" label=text.say("form-regrants") options=yes_no() value=value("regrants") errors=wrong()/>
                    <TextField name="co_financing_percent" label=text.say("form-co-financing") value=value("co_financing_percent") errors=wrong()/>
                </fieldset>
                {partners(text, &form, &errors)}
                <TextField name="people_inside" label=text.say("form-people-inside") value=value("people_inside") hint=hint("form-people-inside-hint") errors=wrong()/>
                <SelectField name="organisation" label=text.say("project-organisation") options=organisations value=value("organisation") errors=wrong()/>
                <p class="hint">{text.say("project-private-note")}</p>
                <p class="actions">
                    <button name="action" value="save">{text.say("form-save")}</button>
                    <button name="action" value="preview" class="plain">{text.say("form-preview")}</button>
                </p>
            </form>
            <aside class="beside" id="best-calls">
                {asked.then(|| view! { <p class="notice">{text.say("live-asked")}</p> })}
                <LiveMatches form="project-form".to_owned() title=text.say("live-title") none=none failed=text.say("live-failed") first=first/>
            </aside>
        </div>
    }
    .into_any()
}

async fn organisations(request: &Request) -> Result<Vec<(String, String)>, Failure> {
    projects::may_create(&request.actor)?;
    let known = projects::organisations(&request.services, &request.actor).await?;
    Ok(known.into_iter().map(|one| (one.id.to_string(), one.name)).collect())
}

/// The title of a page whose form was not accepted begins with the word “Error”.
fn titled(text: Text, title: String, errors: &[FieldError]) -> String {
    if errors.is_empty() { title } else { text.say_with("error-page", [("title", title.into())]) }
}

/// What was sent and is shown again, if anything was.
fn sent() -> Option<ProjectErrors> {
    use_context::<Form<ProjectErrors>>().map(|form| (*form.0).clone())
}

/// `/projects/new`
#[component]
pub fn NewProject() -> impl IntoView {
    let sent = sent();
    page(Nav::Projects, |request: Request| async move {
        let text = request.text;
        let organisations = organisations(&request).await?;
        let (form, errors, asked) = match sent {
            Some(sent) => (sent.form, sent.errors, sent.preview),
            None => (ProjectForm::new(request.services.new_key()), Vec::new(), false),
        };
        let title = titled(text, text.say("project-new"), &errors);
        let shown =
            Shown { form, errors, organisations, action: "/projects/new".to_owned(), asked };
        let body = view! {
            <div class="head"><h1>{text.say("project-new")}</h1><p class="quiet">{text.say("project-new-says")}</p></div>
            {form_view(&request, shown)}
        };
        let crumbs = vec![Crumb { href: "/projects".to_owned(), name: text.say("nav-projects") }];
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}

/// `/projects/{id}/edit`
#[component]
pub fn EditProject() -> impl IntoView {
    let sent = sent();
    page(Nav::Projects, |request: Request| async move {
        let text = request.text;
        let details = projects::get(&request.services, &request.actor, request.id(2)?).await?;
        if !details.view.may_write() {
            return Err(Failure::Forbidden);
        }
        let project = &details.project;
        let organisations = organisations(&request).await?;
        let (mut form, errors, asked) = match sent {
            Some(sent) => (sent.form, sent.errors, sent.preview),
            None => (ProjectForm::from_project(text, project), Vec::new(), false),
        };
        // A form that comes back is compared with the project as it is now.
        form.key = projects::state_of(project);
        let title = titled(text, text.say("project-edit"), &errors);
        let action = format!("/projects/{}/edit", project.id);
        let shown = Shown { form, errors, organisations, action, asked };
        let body = view! {
            <div class="head"><h1>{text.say("project-edit")}</h1></div>
            {tabs(text, &details, "/edit")}
            {form_view(&request, shown)}
        };
        let crumbs = vec![
            Crumb { href: "/projects".to_owned(), name: text.say("nav-projects") },
            Crumb {
                href: format!("/projects/{}", project.id),
                name: project.content.title.clone(),
            },
        ];
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}
