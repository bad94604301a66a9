//! Registers of designated bodies: how old they are, which donors they name, what waits for a decision.

use chrono::NaiveDate;
use domain::{LegalStatusKind, RegisterEntry};
use leptos::prelude::*;
use service::{
    Grounds,
    register::{self, ListLine, ListOptions, Proposal, Undoable},
};

use crate::{
    http::{PageView, Request, page},
    pages::{
        account::titled,
        donors::{country_options, sentences, status_options},
        import::ImportError,
    },
    text::Text,
    ui::{Check, ErrorSummary, FieldError, Nav, Notice, Pager, SelectField, TextField},
};

/// A list older than so many days is said to be old.
const OLD: i64 = 60;

/// A way to take back what was read last, behind the question what goes with it.
fn undo(text: Text, import: &Undoable) -> AnyView {
    let says = text.say_with(
        "register-undo-says",
        [
            ("at", text.day(import.at.date_naive()).into()),
            ("day", text.day(import.list.date).into()),
            ("new", text.number(import.new).into()),
            ("changed", text.number(import.changed).into()),
        ],
    );
    view! {
        <details>
            <summary>{text.say("register-undo")}</summary>
            <p class="small">{says}</p>
            <form method="post" action="/designations/undo">
                <input type="hidden" name="country" value=import.list.country.code().to_owned()/>
                <input type="hidden" name="status_kind" value=import.list.kind.code()/>
                <input type="hidden" name="number" value=import.number.to_string()/>
                <input type="hidden" name="at" value=import.at.timestamp().to_string()/>
                <button class="plain">{text.say("register-undo-button")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn lists(text: Text, lines: &[ListLine], undoable: &[Undoable]) -> AnyView {
    if lines.is_empty() {
        return view! { <p>{text.say("designations-none")}</p> }.into_any();
    }
    let rows = lines
        .iter()
        .map(|line| {
            let age = text.count("register-age", u64::try_from(line.age).unwrap_or(0));
            let tone = if line.age > OLD { "soon" } else { "" };
            let of = (line.list.country, line.list.kind);
            let newest = undoable.iter().find(|one| (one.list.country, one.list.kind) == of);
            let undo = newest.map(|import| undo(text, import));
            view! {
                <tr>
                    <th scope="row">{text.country(line.list.country)}</th>
                    <td>{text.coded("legal-status", line.list.kind.code())}</td>
                    <td>{text.say_with("register-list-of", [("day", text.day(line.list.date).into())])} ", " <span class=tone>{age}</span> {undo}</td>
                    <td class="num">{text.number(u64::try_from(line.entries).unwrap_or(0))}</td>
                    <td class="num">{text.number(u64::try_from(line.gone).unwrap_or(0))}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=text.say("designations-lists")><table>
            <caption class="hidden">{text.say("designations-lists")}</caption>
            <thead><tr>
                <th scope="col">{text.say("field-jurisdiction")}</th>
                <th scope="col">{text.say("field-status-kind")}</th>
                <th scope="col">{text.say("register-day")}</th>
                <th scope="col" class="num">{text.say("register-bodies")}</th>
                <th scope="col" class="num">{text.say("register-gone-count")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}

/// What a row of a register says, in sentences.
fn entry_says(text: Text, entry: &RegisterEntry) -> String {
    let of = &entry.designation;
    let mut says = vec![text.say_with(
        "donor-status",
        [
            ("kind", text.coded("legal-status", of.kind.code()).into()),
            ("country", text.country(of.country).into()),
            ("day", text.day(of.since).into()),
            ("source", of.source.clone().into()),
        ],
    )];
    if let Some(decision) = &of.decision {
        says.push(text.say_with("donor-status-decision", [("decision", decision.clone().into())]));
    }
    if let Some(until) = of.until {
        says.push(text.say_with("donor-status-until", [("day", text.day(until).into())]));
    }
    if let Some(gone) = entry.gone_since {
        says.push(text.say_with("register-gone", [("day", text.day(gone).into())]));
    }
    sentences(says)
}

/// Donors beside rows of registers, with what was found or decided and, for keepers, a way to decide.
pub(crate) fn proposals(
    text: Text,
    rows: Vec<Proposal>,
    keeps: bool,
    back: &str,
    caption: &str,
) -> AnyView {
    let caption = text.say(caption);
    let rows = rows
        .into_iter()
        .map(|one| {
            let of = format!("{} – {}", one.name, one.entry.designation.name);
            let (tone, says) = match one.grounds {
                Grounds::Undecided => ("maybe", "standing-undecided"),
                Grounds::Name => ("no", "standing-name"),
                Grounds::Person => ("no", "standing-person"),
                Grounds::Cleared => ("yes", "standing-cleared"),
            };
            let decided = matches!(one.grounds, Grounds::Person | Grounds::Cleared);
            let yes = (!matches!(one.grounds, Grounds::Person)).then(|| view! {
                <button class="text" name="answer" value="yes" aria-label=format!("{}: {of}", text.say("standing-yes"))>{text.say("standing-yes")}</button> " "
            });
            let no = (!matches!(one.grounds, Grounds::Cleared)).then(|| view! {
                <button class="text" name="answer" value="no" aria-label=format!("{}: {of}", text.say("standing-no"))>{text.say("standing-no")}</button> " "
            });
            let again = decided.then(|| view! {
                <button class="text" name="answer" value="again" aria-label=format!("{}: {of}", text.say("standing-again"))>{text.say("standing-again")}</button>
            });
            let decide = keeps.then(|| view! {
                <form method="post" action=format!("/donors/{}/register", one.donor)>
                    <input type="hidden" name="entry" value=one.entry.id.to_string()/>
                    <input type="hidden" name="back" value=back.to_owned()/>
                    {yes}{no}{again}
                </form>
            });
            view! {
                <tr>
                    <th scope="row"><a href=format!("/donors/{}", one.donor)>{one.name.clone()}</a></th>
                    <td><b>{one.entry.designation.name.clone()}</b><br/><small class="quiet">{entry_says(text, &one.entry)}</small></td>
                    <td><span class=format!("verdict {tone}")>{text.say(says)}</span> {decide}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()><table>
            <caption>{caption.clone()}</caption>
            <thead><tr>
                <th scope="col">{text.say("call-donor")}</th>
                <th scope="col">{text.say("register-body")}</th>
                <th scope="col">{text.say("standing")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}

/// The form by which a newer list is read.
fn upload(text: Text, today: NaiveDate, error: Option<&ImportError>) -> AnyView {
    let errors: Vec<FieldError> = error.map(|error| error.error.clone()).into_iter().collect();
    let wrong = errors.iter().find(|(field, _)| field == "file").map(|(_, says)| says.clone());
    let described = wrong.is_some().then_some("file-error");
    let options = error.map_or_else(ListOptions::default, |error| error.options);
    // A day that was emptied or cannot be read is empty again: it must not look as if it was typed.
    let day = if error.is_some() { options.date } else { Some(today) };
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let country = options.country.map_or_else(|| "RU".to_owned(), |one| one.code().to_owned());
    let kind = options.kind.unwrap_or(LegalStatusKind::Undesirable).code().to_owned();
    view! {
        <section class="apart">
            <h2>{text.say("register-load")}</h2>
            <p>{text.say("register-load-says")}</p>
            <p class="quiet">{text.say("register-load-values")}</p>
            <form method="post" action="/import" enctype="multipart/form-data" class="narrow">
                <input type="hidden" name="kind" value="designations"/>
                <div class="field"><label for="file">{text.say("import-file")}</label>
                    {wrong.clone().map(|message| view! { <span class="error" id="file-error">{message}</span> })}
                    <input type="file" id="file" name="file" aria-describedby=described aria-invalid=wrong.is_some().then_some("true")/>
                </div>
                <TextField name="date" label=text.say("register-date") value=day hint=text.say("register-date-hint") kind="date" errors=errors required=true/>
                <SelectField name="country" label=text.say("field-jurisdiction") options=country_options(text) value=country hint=text.say("register-country-hint")/>
                <SelectField name="status_kind" label=text.say("field-status-kind") options=status_options(text) value=kind/>
                <Check name="additions" value="yes".to_owned() label=text.say("register-additions") checked=options.additions count=None/>
                <button>{text.say("import-preview")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// `/designations`
#[component]
pub fn Designations() -> impl IntoView {
    let error = use_context::<ImportError>();
    page(Nav::Donors, |request: Request| async move {
        let text = request.text;
        let words = request.param("q").to_owned();
        let found =
            register::registers(&request.services, &request.actor, &words, request.page_number())?;
        let undoable = if found.keeps {
            register::undoable(&request.services, &request.actor).await?
        } else {
            Vec::new()
        };
        let errors: Vec<FieldError> = error.iter().map(|error| error.error.clone()).collect();
        let title = titled(text, "designations-title", &errors);
        let old = found.lists.iter().any(|line| line.age > OLD);
        let entries = found
            .entries
            .rows
            .iter()
            .map(|entry| view! {
                <li class="line"><b>{entry.designation.name.clone()}</b><br/><small class="quiet">{entry_says(text, entry)}</small></li>
            })
            .collect_view();
        let open = if found.open.is_empty() {
            view! { <p class="quiet">{text.say("designations-nothing-open")}</p> }.into_any()
        } else {
            let rows = found.open.clone();
            view! {
                <p>{text.say("donor-decide-says")}</p>
                {proposals(text, rows, found.keeps, "/designations", "designations-open")}
            }
            .into_any()
        };
        let known = (!found.known.is_empty()).then(|| {
            proposals(text, found.known.clone(), found.keeps, "/designations", "designations-known")
        });
        let load = found.keeps.then(|| upload(text, request.now.date_naive(), error.as_ref()));
        let hint = if found.keeps { "register-old-load" } else { "register-old" };
        let body = view! {
            <ErrorSummary text=text errors=errors/>
            <div class="head"><h1>{text.say("designations-title")}</h1><p class="quiet">{text.say("designations-says")}</p></div>
            {old.then(|| view! { <Notice tone="warn">{text.say(hint)}</Notice> })}
            <section class="apart"><h2>{text.say("designations-lists")}</h2>{lists(text, &found.lists, &undoable)}</section>
            <section class="apart" id="open"><h2>{text.say("designations-open")}</h2>{open}</section>
            {known.map(|known| view! { <section class="apart"><h2>{text.say("designations-known")}</h2>{known}</section> })}
            {load}
            <section class="apart">
                <h2>{text.say("designations-bodies")}</h2>
                <form method="get" action="/designations" class="narrow" role="search" aria-label=text.say("designations-bodies")>
                    <TextField name="q" label=text.say("donors-search") value=words kind="search"/>
                    <button>{text.say("filter-show")}</button>
                </form>
                <p class="quiet">{text.count("designations-found", found.entries.total)}</p>
                <ul class="lines">{entries}</ul>
                <Pager text=text path=request.path.clone() query=request.query.clone() page=found.entries.page pages=found.entries.pages/>
            </section>
        };
        Ok(PageView { title, crumbs: Vec::new(), body: body.into_any() })
    })
}
