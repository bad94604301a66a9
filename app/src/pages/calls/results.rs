//! What came of a review: every project with the score of each reviewer, none hidden by a filter.

use domain::CallId;
use leptos::prelude::*;
use service::reviews::{self, ResultRow, Results};

use super::{post::blind_path, review::crumbs};
use crate::{
    http::{PageView, Request, page},
    text::Text,
    ui::{Nav, VerdictBadge},
};

/// A project as the table names it: by its code name, and by name where the reader opened it.
fn project(text: Text, call: CallId, row: &ResultRow, read: bool) -> AnyView {
    let code_name = if read && !row.withdrawn {
        let href = blind_path(call, &row.code_name);
        view! { <a href=href>{row.code_name.clone()}</a> }.into_any()
    } else {
        row.code_name.clone().into_any()
    };
    let opened = row.opened.clone().map(|name| {
        let title = match name.page {
            Some(id) => view! { <a href=format!("/projects/{id}")>{name.title}</a> }.into_any(),
            None => name.title.into_any(),
        };
        view! { <small class="block">{name.organisation} ": " {title}</small> }
    });
    let withdrawn = row
        .withdrawn
        .then(|| view! { <small class="quiet block">{text.say("results-withdrawn")}</small> });
    view! { {code_name} {opened} {withdrawn} }.into_any()
}

/// The table. The projects of the newest review can be read, and are judged by the rules as they are.
pub(super) fn table(text: Text, call: CallId, results: &Results, newest: bool) -> AnyView {
    let heads = results
        .reviewers
        .iter()
        .map(|name| view! { <th scope="col">{name.clone()}</th> })
        .collect_view();
    let rows = results
        .rows
        .iter()
        .map(|row| {
            let verdict = newest.then(|| {
                let badge = row.verdict.map(|verdict| view! { <VerdictBadge text=text verdict=verdict/> });
                view! { <td>{badge}</td> }
            });
            let scores = row
                .scores
                .iter()
                .map(|score| match score {
                    None => view! { <td class="quiet">{text.say("results-no-score")}</td> }.into_any(),
                    Some(line) => {
                        let note = (!line.note.is_empty())
                            .then(|| view! { <small class="block">{line.note.clone()}</small> });
                        let knew = line.knew.then(|| view! { <small class="quiet block">{text.say("score-knew")}</small> });
                        view! { <td><b>{u32::from(line.score.number())}</b> {note} {knew}</td> }.into_any()
                    }
                })
                .collect_view();
            let mean = row.mean.map(|mean| text.hundredths(mean)).unwrap_or_default();
            view! { <tr><th scope="row">{project(text, call, row, newest)}</th>{verdict}{scores}<td class="num">{mean}</td></tr> }
        })
        .collect_view();
    view! {
        <div class="scroll apart" tabindex="0" role="region" aria-label=text.say("results-title")><table>
            <caption>{text.say("results-title")}</caption>
            <thead><tr>
                <th scope="col">{text.say("results-project")}</th>
                {newest.then(|| view! { <th scope="col">{text.say("filter-verdict")}</th> })}
                {heads}
                <th scope="col" class="num">{text.say("scores-mean")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}

/// `/calls/{id}/reviews`
#[component]
pub fn EarlierReviews() -> impl IntoView {
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let call = request.id::<CallId>(2)?;
        let found = reviews::rounds(&request.services, &request.actor, call).await?;
        let none =
            found.rounds.is_empty().then(|| view! { <p>{text.say("review-earlier-none")}</p> });
        let rounds = found
            .rounds
            .iter()
            .map(|round| {
                let number = i32::from(round.number);
                let says = text.say_with("review-earlier-number", [("number", number.into())]);
                view! { <section class="apart"><h2>{says}</h2>{table(text, call, round, false)}</section> }
            })
            .collect_view();
        let body = view! {
            <div class="head"><h1>{text.say("review-earlier")}</h1><p class="quiet">{found.call.title.clone()}</p></div>
            <p>{text.say("review-earlier-says")}</p>
            {none}
            {rounds}
        };
        let crumbs = crumbs(text, call, found.call.title);
        Ok(PageView { title: text.say("review-earlier"), crumbs, body: body.into_any() })
    })
}
