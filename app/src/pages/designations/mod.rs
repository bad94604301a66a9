//! Registers of designated bodies: how old they are, which donors they name, what waits for a decision.

use domain::{LegalStatusKind, RegisterEntry};
use leptos::prelude::*;
use service::{
    Grounds,
    register::{self, ListLine, Proposal},
};

use crate::{
    http::{PageView, Request, page},
    pages::donors::{country_options, status_options},
    text::Text,
    ui::{Nav, Notice, Pager, SelectField, TextField},
};

/// A list older than so many days is said to be old.
const OLD: i64 = 60;

fn lists(text: Text, lines: &[ListLine]) -> AnyView {
    if lines.is_empty() {
        return view! { <p>{text.say("designations-none")}</p> }.into_any();
    }
    let rows = lines
        .iter()
        .map(|line| {
            let age = text.count("register-age", u64::try_from(line.age).unwrap_or(0));
            let tone = if line.age > OLD { "soon" } else { "" };
            view! {
                <tr>
                    <th scope="row">{text.country(line.list.country)}</th>
                    <td>{text.coded("legal-status", line.list.kind.code())}</td>
                    <td>{text.say_with("register-list-of", [("day", text.day(line.list.date).into())])} ", " <span class=tone>{age}</span></td>
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
    says.join(" ")
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
fn upload(text: Text) -> AnyView {
    let kind = LegalStatusKind::Undesirable.code().to_owned();
    view! {
        <section class="apart">
            <h2>{text.say("register-load")}</h2>
            <p>{text.say("register-load-says")}</p>
            <form method="post" action="/import" enctype="multipart/form-data" class="narrow">
                <input type="hidden" name="kind" value="designations"/>
                <div class="field"><label for="file">{text.say("import-file")}</label><input type="file" id="file" name="file"/></div>
                <TextField name="date" label=text.say("register-date") value=String::new() hint=text.say("register-date-hint") kind="date"/>
                <SelectField name="country" label=text.say("field-jurisdiction") options=country_options(text) value="RU".to_owned() hint=text.say("register-country-hint")/>
                <SelectField name="status_kind" label=text.say("field-status-kind") options=status_options(text) value=kind/>
                <button>{text.say("import-preview")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// `/designations`
#[component]
pub fn Designations() -> impl IntoView {
    page(Nav::Donors, |request: Request| async move {
        let text = request.text;
        let words = request.param("q").to_owned();
        let found =
            register::registers(&request.services, &request.actor, &words, request.page_number())?;
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
        let body = view! {
            <div class="head"><h1>{text.say("designations-title")}</h1><p class="quiet">{text.say("designations-says")}</p></div>
            {old.then(|| view! { <Notice tone="warn">{text.say("register-old")}</Notice> })}
            <section class="apart"><h2>{text.say("designations-lists")}</h2>{lists(text, &found.lists)}</section>
            <section class="apart" id="open"><h2>{text.say("designations-open")}</h2>{open}</section>
            {known.map(|known| view! { <section class="apart"><h2>{text.say("designations-known")}</h2>{known}</section> })}
            {found.keeps.then(|| upload(text))}
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
        Ok(PageView {
            title: text.say("designations-title"),
            crumbs: Vec::new(),
            body: body.into_any(),
        })
    })
}
