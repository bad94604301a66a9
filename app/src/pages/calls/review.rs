//! How the review of a call goes: what its reviewers see above their list, and what they can do next.

use domain::{CallId, ReviewState};
use leptos::prelude::*;
use service::{
    Failure,
    reviews::{self, PartLine, Progress},
};

use crate::{
    http::{PageView, Request, page},
    text::Text,
    ui::{Crumb, Nav, Notice},
};

pub(super) fn count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

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

fn begin(text: Text, path: &str) -> AnyView {
    view! {
        <form method="post" action=path.to_owned() class="inline">
            <input type="hidden" name="after" value="0"/>
            <button name="action" value="begin">{text.say("review-begin")}</button>
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
    let (locked, of) = progress.locked();
    let says = text.say_with(
        "review-scoring-says",
        [("locked", text.number(count(locked)).into()), ("of", text.number(count(of)).into())],
    );
    let mine = progress.mine().filter(|part| !part.left_out);
    let given = text.say_with(
        "review-given",
        [
            ("given", text.number(count(progress.given)).into()),
            ("of", text.number(count(progress.listed)).into()),
        ],
    );
    let withdrawn =
        (progress.withdrawn > 0).then(|| text.count("review-withdrawn", count(progress.withdrawn)));
    let next = match mine {
        None => view! {
            <p>{text.say("review-no-part")}</p>
            {act(path, "join", text.say("review-join"), "plain")}
        }
        .into_any(),
        Some(part) if part.locked => {
            // Whoever was waited for may be gone with their account.
            let all = (locked == of).then(|| {
                view! {
                    <form method="post" action=path.to_owned() class="inline">
                        <input type="hidden" name="sure" value="yes"/>
                        <button name="action" value="lock">{text.say("review-lock")}</button>
                    </form>
                }
            });
            view! { <p>{text.say("review-mine-locked")}</p> {all} }.into_any()
        }
        Some(_) => {
            let lock = if progress.may_lock() {
                let href = format!("{path}/lock");
                view! { <a class="button" href=href>{text.say("review-lock")}</a> }.into_any()
            } else {
                view! { <span class="quiet">{text.say("review-lock-later")}</span> }.into_any()
            };
            view! {
                <p>{given} " " {withdrawn} " " {text.say("review-lock-says")}</p>
                <p class="actions">{lock} " " <a class="button text" href=format!("{path}/leave")>{text.say("review-leave")}</a></p>
            }
            .into_any()
        }
    };
    view! {
        <p>{says}</p>
        {next}
        {parts(text, path, progress)}
        <p class="quiet small">{text.say("review-set-says")} " " {text.say("review-absent-says")}</p>
    }
    .into_any()
}

/// What stands above the list of a call's projects for whoever reviews it.
pub(super) fn panel(
    text: Text,
    call: CallId,
    review: Option<&Progress>,
    waiting: usize,
) -> AnyView {
    let path = format!("/calls/{call}/review");
    let attention = view! { <a href="/portfolio/attention">{text.say("attention-link")}</a> };
    let Some(progress) = review else {
        return view! {
            <Notice>
                <p>{text.say("review-none")} " " {text.count("review-waiting", count(waiting))}</p>
                {begin(text, &path)}
                {limits(text)}
            </Notice>
        }
        .into_any();
    };
    let heading = text.say(&format!("review-{}", progress.state.code()));
    let state = match progress.state {
        ReviewState::Reading => {
            let start = (progress.listed > 0)
                .then(|| act(&path, "score", text.say("review-start"), "plain"));
            view! {
                <p>{text.say("review-reading-says")}</p>
                {start}
                <p class="quiet small">{text.say("review-absent-says")}</p>
            }
            .into_any()
        }
        ReviewState::Scoring => scoring(text, &path, progress),
        ReviewState::Locked => view! {
            <p>{text.say("review-locked-says")}</p>
            {parts(text, &path, progress)}
            <p><a class="button plain" href=format!("{path}/again")>{text.say("review-again")}</a></p>
        }
        .into_any(),
    };
    let changed = (progress.rule_changes > 0).then(|| {
        let says = text.count("review-rules-changed", u64::from(progress.rule_changes));
        view! { <p><b>{says}</b></p> }
    });
    let earlier = progress.has_earlier.then(|| {
        view! { <p><a href=format!("/calls/{call}/reviews")>{text.say("review-earlier")}</a></p> }
    });
    view! {
        <Notice>
            <h3 id="review">{heading}</h3>
            <p>{text.say("candidates-blind")} " " {attention}</p>
            {changed}
            {state}
            {earlier}
            {limits(text)}
        </Notice>
    }
    .into_any()
}

/// The way to a page about the review of a call.
pub(super) fn crumbs(text: Text, call: CallId, title: String) -> Vec<Crumb> {
    vec![
        Crumb { href: "/calls".to_owned(), name: text.say("nav-calls") },
        Crumb { href: format!("/calls/{call}"), name: title },
        Crumb { href: format!("/calls/{call}/projects"), name: text.say("candidates-title") },
    ]
}

/// `/calls/{id}/review/again`
#[component]
pub fn BeginAgain() -> impl IntoView {
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let call = request.id::<CallId>(2)?;
        let found = reviews::to_begin_again(&request.services, &request.actor, call).await?;
        let (summary, after) = found;
        let body = view! {
            <div class="head"><h1>{text.say("review-again-title")}</h1><p class="quiet">{summary.title.clone()}</p></div>
            <p class="lede">{text.say("review-again-says")}</p>
            <form method="post" action=format!("/calls/{call}/review") class="apart">
                <input type="hidden" name="after" value=after.to_string()/>
                <input type="hidden" name="sure" value="yes"/>
                <button name="action" value="begin">{text.say("review-again")}</button> " "
                <a class="button text" href=format!("/calls/{call}/projects")>{text.say("cancel")}</a>
            </form>
        };
        let crumbs = crumbs(text, call, summary.title);
        Ok(PageView { title: text.say("review-again-title"), crumbs, body: body.into_any() })
    })
}

/// A question before an act that cannot be taken back. `act` is `None` where it cannot be done now.
fn question(
    text: Text,
    call: CallId,
    (title, says): (&'static str, String),
    summary: &str,
    details: AnyView,
    act: Option<(&'static str, String)>,
) -> AnyView {
    let back = format!("/calls/{call}/projects");
    let form = match act {
        None => {
            view! { <p><a class="button plain" href=back>{text.say("candidates-title")}</a></p> }
                .into_any()
        }
        Some((action, says)) => view! {
            <form method="post" action=format!("/calls/{call}/review") class="apart">
                <input type="hidden" name="sure" value="yes"/>
                <p class="actions">
                    <button name="action" value=action>{says}</button> " "
                    <a class="button text" href=back>{text.say("cancel")}</a>
                </p>
            </form>
        }
        .into_any(),
    };
    view! {
        <div class="head"><h1>{text.say(title)}</h1><p class="quiet">{summary.to_owned()}</p></div>
        <p class="lede">{says}</p>
        {details}
        {form}
    }
    .into_any()
}

/// `/calls/{id}/review/lock`
#[component]
pub fn LockScores() -> impl IntoView {
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let call = request.id::<CallId>(2)?;
        let before = reviews::before(&request.services, &request.actor, call).await?;
        let says = match count(before.unscored.len()) {
            _ if !before.may_lock => text.say("review-lock-later"),
            0 => text.say("review-lock-final"),
            number => text.count("review-lock-unscored", number),
        };
        let rows = before
            .unscored
            .into_iter()
            .map(|name| {
                let href = super::post::blind_path(call, &name);
                view! { <li><a href=href>{name}</a></li> }
            })
            .collect_view();
        let act = before.may_lock.then(|| ("lock", text.say("review-lock")));
        let details = view! { <ul class="plain">{rows}</ul> }.into_any();
        let title = ("review-lock-title", says);
        let body = question(text, call, title, &before.call.title, details, act);
        let crumbs = crumbs(text, call, before.call.title);
        Ok(PageView { title: text.say("review-lock-title"), crumbs, body })
    })
}

/// `/calls/{id}/review/leave`
#[component]
pub fn LeaveScoring() -> impl IntoView {
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let call = request.id::<CallId>(2)?;
        let before = reviews::before(&request.services, &request.actor, call).await?;
        let says = if before.may_leave {
            text.count("review-leave-says", count(before.given))
        } else {
            text.say("review-leave-later")
        };
        let act = before.may_leave.then(|| ("leave", text.say("review-leave")));
        let title = ("review-leave-title", says);
        let body = question(text, call, title, &before.call.title, ().into_any(), act);
        let crumbs = crumbs(text, call, before.call.title);
        Ok(PageView { title: text.say("review-leave-title"), crumbs, body })
    })
}

/// What waits for the reader's scores, for the start page: whoever starts the scoring binds them too.
///
/// # Errors
/// As [`reviews::to_score`].
pub(crate) async fn to_score(request: &Request) -> Result<AnyView, Failure> {
    let text = request.text;
    let calls = reviews::to_score(&request.services, &request.actor).await?;
    if calls.is_empty() {
        return Ok(().into_any());
    }
    let rows = calls
        .into_iter()
        .map(|one| view! { <li><a href=format!("/calls/{}/projects", one.call)>{one.title}</a></li> })
        .collect_view();
    Ok(view! {
        <section class="notice warn" aria-labelledby="to-score">
            <h2 id="to-score">{text.say("review-to-score")}</h2>
            <p>{text.say("review-to-score-says")}</p>
            <ul class="plain">{rows}</ul>
        </section>
    }
    .into_any())
}
