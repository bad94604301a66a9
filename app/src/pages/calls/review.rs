//! How the review of a call goes: what its reviewers see above their list, and what they can do next.

use domain::{CallId, ReviewState};
use leptos::prelude::*;
use service::reviews::{PartLine, Progress};

use crate::{text::Text, ui::Notice};

/// What cannot be hidden from a reviewer, said to them.
fn limits(text: Text) -> impl IntoView {
    view! { <p class="quiet small"><b>{text.say("review-limits")}</b>" "{text.say("review-limits-says")}</p> }
}

/// A form of one button.
fn act(path: &str, action: &'static str, says: String, class: &'static str) -> AnyView {
    view! {
        <form method="post" action=path.to_owned() class="inline">
            <button name="action" value=action class=class>{says}</button>
        </form>
    }
    .into_any()
}

fn begin(text: Text, path: &str, after: i16) -> AnyView {
    let says = text.say(if after == 0 { "review-begin" } else { "review-again" });
    let class = if after == 0 { "" } else { "plain" };
    view! {
        <form method="post" action=path.to_owned() class="inline">
            <input type="hidden" name="after" value=after.to_string()/>
            <button name="action" value="begin" class=class>{says}</button>
        </form>
    }
    .into_any()
}

fn part(text: Text, path: &str, part: &PartLine) -> AnyView {
    let state = if part.left_out {
        "review-part-left-out"
    } else if part.locked {
        "review-part-locked"
    } else {
        "review-part-scoring"
    };
    let leave_out = part.may_be_left_out.then(|| {
        let label = text.say_with("review-leave-out-whom", [("name", part.name.clone().into())]);
        view! {
            <form method="post" action=path.to_owned() class="inline">
                <input type="hidden" name="account" value=part.account.to_string()/>
                <button name="action" value="leave-out" class="text" aria-label=label>{text.say("review-leave-out")}</button>
            </form>
        }
    });
    view! { <tr><th scope="row">{part.name.clone()}</th><td>{text.say(state)} " " {leave_out}</td></tr> }
        .into_any()
}

fn parts(text: Text, path: &str, progress: &Progress) -> AnyView {
    let rows = progress.parts.iter().map(|one| part(text, path, one)).collect_view();
    view! {
        <table>
            <caption>{text.say("review-parts")}</caption>
            <thead><tr><th scope="col">{text.say("review-part")}</th><th scope="col">{text.say("review-part-state")}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn scoring(text: Text, path: &str, progress: &Progress) -> AnyView {
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let (locked, of) = progress.locked();
    let says = text.say_with(
        "review-scoring-says",
        [("locked", text.number(count(locked)).into()), ("of", text.number(count(of)).into())],
    );
    let mine = progress.mine().filter(|part| !part.left_out);
    let given = text.count("review-given", count(progress.given));
    let next = match mine {
        Some(part) if part.locked => {
            // Whoever was waited for may be gone with their account.
            let all = (locked == of).then(|| act(path, "lock", text.say("review-lock"), ""));
            view! { <p>{text.say("review-mine-locked")}</p> {all} }.into_any()
        }
        _ => {
            let lock = (progress.given > 0 && mine.is_some())
                .then(|| act(path, "lock", text.say("review-lock"), ""));
            let leave = mine.map(|_| act(path, "leave", text.say("review-leave"), "text"));
            view! {
                <p>{given} " " {text.say("review-lock-says")}</p>
                <div class="actions">{lock} " " {leave}</div>
            }
            .into_any()
        }
    };
    view! {
        <p>{says}</p>
        {next}
        {parts(text, path, progress)}
        <p class="quiet small">{text.say("review-absent-says")}</p>
    }
    .into_any()
}

/// What stands above the list of a call's projects for whoever reviews it.
pub(super) fn panel(text: Text, call: CallId, review: Option<&Progress>, listed: bool) -> AnyView {
    let path = format!("/calls/{call}/review");
    let attention = view! { <a href="/portfolio/attention">{text.say("attention-link")}</a> };
    let Some(progress) = review else {
        return view! {
            <Notice>
                <p>{text.say("review-none")}</p>
                {begin(text, &path, 0)}
                {limits(text)}
            </Notice>
        }
        .into_any();
    };
    let heading = text.say(&format!("review-{}", progress.state.code()));
    let state = match progress.state {
        ReviewState::Reading => {
            let start = listed.then(|| act(&path, "score", text.say("review-start"), "plain"));
            view! { <p>{text.say("review-reading-says")}</p> {start} }.into_any()
        }
        ReviewState::Scoring => scoring(text, &path, progress),
        ReviewState::Locked => view! {
            <p>{text.say("review-locked-says")}</p>
            {parts(text, &path, progress)}
            {begin(text, &path, progress.number)}
        }
        .into_any(),
    };
    view! {
        <Notice>
            <h3 id="review">{heading}</h3>
            <p>{text.say("candidates-blind")} " " {attention}</p>
            {state}
            {limits(text)}
        </Notice>
    }
    .into_any()
}
