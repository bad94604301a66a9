//! A person's own account: the way in, one-time links, password, second factor, sessions.

pub(crate) mod factor;
pub(crate) mod join;
pub(crate) mod one;
pub(crate) mod sign_in;

use leptos::prelude::*;
use service::trail::TrailLine;

use crate::{
    http::Sent,
    text::Text,
    ui::{FieldError, Notice},
};

/// The title of a page whose form was not accepted begins with the word “Error”.
pub(crate) fn titled(text: Text, title: &str, errors: &[FieldError]) -> String {
    let title = text.say(title);
    if errors.is_empty() { title } else { text.say_with("error-page", [("title", title.into())]) }
}

/// A one-time link that was just made; it is shown this once.
pub(crate) fn new_link(text: Text, sent: &Sent) -> Option<AnyView> {
    let (secret, of) = sent.link.as_ref()?;
    let path = format!("/join/{}", secret.reveal());
    let href = path.clone();
    let whom = (!of.is_empty()).then(|| text.say_with("link-for", [("name", of.clone().into())]));
    let view = view! {
        <Notice>
            <h2>{text.say("link-title")}</h2>
            {whom.map(|whom| view! { <p>{whom}</p> })}
            <p>{text.say("link-says")}</p>
            <p><a class="long" href=href rel="nofollow">{path}</a></p>
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
