//! How much of a donor's attention new organisations get.

use leptos::prelude::*;
use service::attention::{self, LEAST, Line, NEW_MONTHS, Quarter};

use crate::{
    http::{PageView, Request, page},
    text::Text,
    ui::{Crumb, Empty, Nav},
};

fn quarter(text: Text, of: Quarter) -> String {
    let (number, year) = (of.number.to_string(), of.year.to_string());
    text.say_with("attention-quarter", [("number", number.into()), ("year", year.into())])
}

/// A share with its bar.
fn share(text: Text, percent: u8) -> AnyView {
    let shown = text.say_with("percent", [("number", text.number(percent.into()).into())]);
    view! {
        <td class="num">
            {shown}
            <div class="parts" aria-hidden="true"><i class=format!("p1 w{percent}")></i></div>
        </td>
    }
    .into_any()
}

fn row(text: Text, name: String, line: Line) -> AnyView {
    let count = |count: usize| text.number(u64::try_from(count).unwrap_or(u64::MAX));
    let shares = match line.shares {
        Some(shares) => {
            let ratio = shares.ratio.map_or_else(String::new, |ratio| text.hundredths(ratio));
            view! {
                {share(text, shares.attention)}
                {share(text, shares.due)}
                <td class="num">{ratio}</td>
            }
            .into_any()
        }
        None => {
            view! { <td colspan="3" class="quiet">{text.say("attention-too-few")}</td> }.into_any()
        }
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="num">{count(line.calls)}</td>
            <td class="num">{line.organisations.map_or_else(|| "–".to_owned(), count)}</td>
            {shares}
        </tr>
    }
    .into_any()
}

/// `/portfolio/attention`
#[component]
pub fn Attention() -> impl IntoView {
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let found = attention::of_reviewed(&request.services, &request.actor)?;
        let numbers =
            |key: &str, number: u64| text.say_with(key, [("number", text.number(number).into())]);
        let rows = found
            .quarters
            .iter()
            .map(|(of, line)| row(text, quarter(text, *of), *line))
            .collect_view();
        let table = if found.quarters.is_empty() {
            view! { <Empty says=text.say("attention-none")><a class="button plain" href="/calls">{text.say("nav-calls")}</a></Empty> }.into_any()
        } else {
            view! {
                <h2>{text.say("attention-table")}</h2>
                <div class="scroll" tabindex="0" role="region" aria-label=text.say("attention-table")><table>
                    <caption class="hidden">{text.say("attention-table")}</caption>
                    <thead><tr>
                        <th scope="col">{text.say("attention-opened")}</th>
                        <th scope="col" class="num">{text.say("attention-calls")}</th>
                        <th scope="col" class="num">{text.say("attention-organisations")}</th>
                        <th scope="col" class="num">{text.say("attention-got")}</th>
                        <th scope="col" class="num">{text.say("attention-due")}</th>
                        <th scope="col" class="num">{text.say("attention-ratio")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                    <tfoot>{row(text, text.say("attention-all"), found.all)}</tfoot>
                </table></div>
            }
            .into_any()
        };
        let body = view! {
            <div class="head">
                <h1>{text.say("attention-title")}</h1>
                <p class="lede">{text.say("attention-lede")}</p>
            </div>
            {table}
            <section class="apart">
                <h2>{text.say("attention-how")}</h2>
                <ul class="steps">
                    <li>{numbers("attention-how-new", u64::from(NEW_MONTHS / 12))}</li>
                    <li>{numbers("attention-how-got", u64::try_from(attention::READ).unwrap_or(0))}</li>
                    <li>{text.say("attention-how-due")}</li>
                    <li>{text.say("attention-how-today")}</li>
                    <li>{numbers("attention-how-few", u64::try_from(LEAST).unwrap_or(0))}</li>
                </ul>
            </section>
        };
        let crumbs = vec![Crumb { href: "/calls".to_owned(), name: text.say("nav-calls") }];
        Ok(PageView { title: text.say("attention-title"), crumbs, body: body.into_any() })
    })
}
