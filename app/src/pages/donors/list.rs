//! The donors on record.

use domain::Country;
use leptos::prelude::*;
use service::donors::{self, DonorFilter, DonorLine};

use crate::{
    http::{PageView, Request, page},
    text::Text,
    ui::{Check, Empty, Nav, Pager, TextField},
};

/// Where a donor is designated, or that it has to be decided, in a few words.
fn standing(text: Text, line: &DonorLine) -> AnyView {
    let names = |countries: &[Country]| {
        countries.iter().map(|country| text.country(*country)).collect::<Vec<_>>().join(", ")
    };
    let designated = (!line.designated.is_empty()).then(|| {
        let says =
            text.say_with("donor-designated-in", [("countries", names(&line.designated).into())]);
        view! { <span class="verdict no">{says}</span> " " }
    });
    let undecided = line
        .undecided
        .then(|| view! { <span class="verdict maybe">{text.say("donor-undecided")}</span> });
    view! { {designated}{undecided} }.into_any()
}

fn row(text: Text, line: DonorLine) -> AnyView {
    let standing = standing(text, &line);
    // None at all is not the same as none that this reader is shown.
    let calls = if line.withheld > 0 {
        text.say("donors-calls-hidden")
    } else {
        text.number(u64::try_from(line.calls).unwrap_or(0))
    };
    view! {
        <tr>
            <th scope="row"><a href=format!("/donors/{}", line.id)>{line.name}</a></th>
            <td>{line.kind.map(|kind| text.coded("donor-kind", kind.code()))}</td>
            <td>{line.country.map(|country| text.country(country))}</td>
            <td class="num">{calls}</td>
            <td>{standing}</td>
        </tr>
    }
    .into_any()
}

/// `/donors`
#[component]
pub fn Donors() -> impl IntoView {
    page(Nav::Donors, |request: Request| async move {
        let text = request.text;
        let filter = DonorFilter {
            words: request.param("q").to_owned(),
            designated: request.param("designated") == "yes",
            page: request.page_number(),
        };
        let found = donors::list(&request.services, &request.actor, &filter)?;
        let keeps = request.actor.reader().keeps_calls();
        let rows = found.rows.into_iter().map(|line| row(text, line)).collect_view();
        let list = if found.total == 0 {
            view! { <Empty says=text.say("donors-none")><a href="/donors">{text.say("donors-all")}</a></Empty> }.into_any()
        } else {
            view! {
                <div class="scroll" tabindex="0" role="region" aria-label=text.say("donors-title")><table>
                    <caption class="hidden">{text.say("donors-title")}</caption>
                    <thead><tr>
                        <th scope="col">{text.say("donors-name")}</th>
                        <th scope="col">{text.say("donors-kind")}</th>
                        <th scope="col">{text.say("donors-seat")}</th>
                        <th scope="col" class="num">{text.say("nav-calls")}</th>
                        <th scope="col">{text.say("donor-legal")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table></div>
                <Pager text=text path=request.path.clone() query=request.query.clone() page=found.page pages=found.pages/>
            }
            .into_any()
        };
        let body = view! {
            <div class="head"><h1>{text.say("donors-title")}</h1><p class="quiet">{text.say("donors-says")}</p></div>
            <p class="actions">
                {keeps.then(|| view! { <a class="button" href="/donors/new">{text.say("donors-new")}</a> " " })}
                <a class="button plain" href="/designations">{text.say("designations-title")}</a>
            </p>
            <form method="get" action="/donors" class="narrow" role="search" aria-label=text.say("donors-title")>
                <TextField name="q" label=text.say("donors-search") value=filter.words.clone() kind="search"/>
                <Check name="designated" value="yes".to_owned() label=text.say("donors-designated-only") checked=filter.designated/>
                <button>{text.say("filter-show")}</button>
            </form>
            <div class="apart">{list}</div>
        };
        Ok(PageView { title: text.say("donors-title"), crumbs: Vec::new(), body: body.into_any() })
    })
}
