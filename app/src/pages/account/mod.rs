//! A person's own account: the way in, one-time links, password, second factor, sessions.

pub(crate) mod factor;
pub(crate) mod join;
pub(crate) mod one;
pub(crate) mod post;
pub(crate) mod sign_in;

use leptos::prelude::*;
use service::trail::TrailLine;

use crate::{
    http::{Request, Sent},
    text::Text,
    ui::{FieldError, Notice},
};

/// The title of a page whose form was not accepted begins with the word “Error”.
pub(crate) fn titled(text: Text, title: &str, errors: &[FieldError]) -> String {
    let title = text.say(title);
    if errors.is_empty() { title } else { text.say_with("error-page", [("title", title.into())]) }
}

/// A one-time link that was just made; it is shown this once.
pub(crate) fn new_link(request: &Request, sent: &Sent) -> Option<AnyView> {
    let text = request.text;
    let (secret, whom) = sent.link.clone()?;
    let address = request.whole(&format!("/join/{}", secret.reveal()));
    let view = view! {
        <Notice>
            <h2>{text.say("link-title")}</h2>
            <p><b>{whom}</b></p>
            <p id="new-link-says">{text.say("link-says")}</p>
            <div class="field apart-s">
                <label for="new-link">{text.say("link-address")}</label>
                <input type="text" id="new-link" readonly value=address aria-describedby="new-link-says" autocomplete="off"/>
            </div>
        </Notice>
    };
    Some(view.into_any())
}

/// A part of the audit trail as a table.
pub(crate) fn trail_table(text: Text, rows: Vec<TrailLine>) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="quiet">{text.say("trail-none")}</p> }.into_any();
    }
    let rows = rows
        .into_iter()
        .map(|line| {
            let who = line.name.unwrap_or_else(|| match line.entry.account {
                Some(id) => id.to_string().chars().take(8).collect(),
                None => text.say("trail-machine"),
            });
            view! {
                <tr>
                    <td>{text.moment(line.entry.hour)}</td>
                    <td>{who}</td>
                    <td>{text.say(&format!("act-{}", line.entry.act))}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=text.say("trail-title")><table>
            <caption class="hidden">{text.say("trail-title")}</caption>
            <thead><tr>
                <th scope="col">{text.say("trail-hour")}</th>
                <th scope="col">{text.say("trail-who")}</th>
                <th scope="col">{text.say("trail-what")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}
