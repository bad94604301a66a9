//! Calls: offers of money with rules.

pub(crate) mod blind;
mod form;
pub(crate) mod list;
pub(crate) mod one;
pub(crate) mod post;
pub(crate) mod projects;
pub(crate) mod results;
pub(crate) mod review;
pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod write;

use chrono::{DateTime, Utc};
use domain::{CallStatus, Closing};
use leptos::prelude::*;
use service::calls::CallSummary;

use crate::{
    http::Request,
    text::Text,
    ui::{Facts, VerdictBadge, shortened},
};

/// Closing within so many days is soon.
const SOON: i64 = 21;
/// So many characters of a donor's own words stand in a list.
const WORDS: usize = 90;

/// What one line says of a call: donor, money, closing, duration.
pub(crate) fn call_facts(
    text: Text,
    call: &CallSummary,
    now: DateTime<Utc>,
) -> Vec<(String, &'static str)> {
    let soon = call.next_deadline.as_ref().is_some_and(|next| next.days_left(now) <= SOON);
    let award = call
        .award
        .as_ref()
        .map(|range| text.amounts(range))
        .or_else(|| call.award_text.as_deref().map(|words| shortened(words, WORDS)));
    let closing = match (&call.closing, &call.deadline_text) {
        (Closing::Unknown, Some(words)) => {
            text.say_with("closing-words", [("words", shortened(words, WORDS).into())])
        }
        (closing, _) => text.closing(closing, call.next_deadline.as_ref(), now),
    };
    let status = match call.status {
        Some(CallStatus::Open) => String::new(),
        Some(status) => text.say(&format!("status-{}", status.code())),
        None => text.say("status-unknown"),
    };
    vec![
        (call.donor.clone(), ""),
        (status, ""),
        (award.unwrap_or_default(), ""),
        (closing, if soon { "soon" } else { "" }),
        (call.duration.map(|span| text.months(span)).unwrap_or_default(), ""),
    ]
}

/// A call in a list. With a project chosen its verdict and fit stand beside it.
pub(crate) fn call_line(request: &Request, call: CallSummary, project: Option<&str>) -> AnyView {
    let text = request.text;
    let facts = call_facts(text, &call, request.now);
    let lang = call.lang.as_ref().map(|lang| lang.code().to_owned());
    let chosen = call.verdict.zip(call.fit).map(|(verdict, fit)| {
        let score = text.say_with("fit-short", [("score", format!("{fit:.0}").into())]);
        view! { <p class="chosen"><VerdictBadge text=text verdict=verdict/> " " <span class="num">{score}</span></p> }
    });
    let href = match project {
        Some(project) => format!("/calls/{}?project={project}", call.id),
        None => format!("/calls/{}", call.id),
    };
    view! {
        <li class="line">
            {chosen}
            <h3><a href=href lang=lang>{call.title}</a></h3>
            <Facts facts=facts/>
        </li>
    }
    .into_any()
}
