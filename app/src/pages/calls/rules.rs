//! The rules of a call, for whoever may judge them.

use domain::{CallId, Condition, EligibilityRule, RuleKind, Ruling};
use leptos::prelude::*;
use service::rulings::{self, DecidedLine, RuleLine};

use crate::{
    http::{PageView, Request, Sent, page},
    text::Text,
    ui::{Crumb, ErrorSummary, Nav, Notice, demand, rule_name},
};

/// What a person said of a rule, in a few words.
pub(super) fn ruled(text: Text, ruling: Ruling) -> String {
    text.coded("ruling", ruling.code())
}

/// What was decided, by whom and when, and whether somebody should look again.
fn decided(text: Text, line: &DecidedLine) -> AnyView {
    let who = line.by.clone().unwrap_or_else(|| text.say("ruling-somebody"));
    let says = text.say_with(
        "ruling-by",
        [
            ("ruling", ruled(text, line.decision.ruling()).into()),
            ("who", who.into()),
            ("day", text.day_of(line.at).into()),
        ],
    );
    let was =
        line.decision.found.as_ref().filter(|found| line.decision.holds.as_ref() != Some(*found));
    let was =
        was.map(|found| text.say_with("ruling-read", [("demand", demand(text, found).into())]));
    let again = line.words_changed.then(|| {
        let key = if line.in_force { "ruling-look-again" } else { "ruling-not-in-force" };
        view! { <p class="notice">{text.say(key)}</p> }
    });
    view! { <small class="quiet block">{says}</small> {was.map(|was| view! { <small class="quiet block">{was}</small> })} {again} }
        .into_any()
}

fn button(
    text: Text,
    path: &str,
    subject: &str,
    action: &'static str,
    key: &str,
    about: &str,
) -> AnyView {
    let label = format!("{}: {about}", text.say(key));
    view! {
        <form method="post" action=path.to_owned() class="inline">
            <input type="hidden" name="subject" value=subject.to_owned()/>
            <button class="text" name="action" value=action aria-label=label>{text.say(key)}</button>
        </form>
    }
    .into_any()
}

/// What can be done with a rule.
fn actions(text: Text, path: &str, line: &RuleLine, kind: RuleKind) -> AnyView {
    if !rulings::is_judged(kind) {
        let edit = path.trim_end_matches("/rules").to_owned() + "/edit";
        return view! { <a href=edit>{text.say("call-edit")}</a> }.into_any();
    }
    let name = text.coded("rule", kind.code());
    let change = format!("{path}/{}?subject={}", kind.code(), line.subject);
    let correct = |key: &str| {
        let label = format!("{}: {name}", text.say(key));
        view! { <a href=change.clone() aria-label=label>{text.say(key)}</a> }.into_any()
    };
    let press = |action, key: &str| button(text, path, &line.subject, action, key, &name);
    match &line.decided {
        None => {
            view! { {press("confirm", "rule-confirm")} " " {correct("rule-correct")} " " {press("reject", "rule-reject")} }
                .into_any()
        }
        Some(decided) => {
            let keep = (decided.in_force && decided.words_changed).then(|| press("keep", "rule-keep"));
            let change = line.rule.is_some().then(|| correct("rule-correct"));
            view! { {keep} " " {change} " " {press("take-back", "rule-take-back")} }.into_any()
        }
    }
}

fn words(text: Text, rule: &EligibilityRule, lang: Option<String>) -> AnyView {
    let clause = &rule.clause;
    let field = text.coded("field", clause.field.code());
    if clause.quote.is_empty() {
        view! { <span class="quiet">{text.say_with("clause-field", [("field", field.into())])}</span> }
            .into_any()
    } else {
        view! { <blockquote lang=lang>{clause.quote.clone()}</blockquote><small class="quiet">{field}</small> }
            .into_any()
    }
}

/// Whether a rule says anything that can be judged.
fn is_silent(condition: &Condition) -> bool {
    matches!(condition, Condition::EntityCountry { any_of, none_of } if any_of.is_empty() && none_of.is_empty())
}

fn row(
    text: Text,
    path: &str,
    line: &RuleLine,
    scored: bool,
    lang: Option<String>,
) -> Option<AnyView> {
    let decision = line.decided.as_ref().map(|one| &one.decision);
    let condition = match (&line.rule, decision) {
        (Some(rule), _) => &rule.condition,
        (None, Some(decision)) => decision.found.as_ref().or(decision.holds.as_ref())?,
        (None, None) => return None,
    };
    let kind = condition.kind();
    let asks = demand(text, condition);
    let silent = is_silent(condition);
    let words = match &line.rule {
        Some(_) if silent => ().into_any(),
        Some(rule) => words(text, rule, lang),
        None => {
            let quote = decision.map(|one| one.clause.quote.clone()).unwrap_or_default();
            view! { <blockquote lang=lang>{quote}</blockquote> }.into_any()
        }
    };
    let actions = if scored {
        ().into_any()
    } else if silent {
        let add = format!("{path}/{}", kind.code());
        view! { <a href=add>{text.say("rule-state")}</a> }.into_any()
    } else {
        actions(text, path, line, kind)
    };
    Some(
        view! {
            <tr>
                <th scope="row">{rule_name(text, condition)}</th>
                <td>{if asks.is_empty() { text.say("not-stated") } else { asks }} {line.decided.as_ref().map(|one| decided(text, one))}</td>
                <td>{words}</td>
                <td>{actions}</td>
            </tr>
        }
        .into_any(),
    )
}

fn table(
    text: Text,
    path: &str,
    caption: &str,
    lines: &[&RuleLine],
    scored: bool,
    lang: Option<&str>,
) -> AnyView {
    let lang = lang.map(str::to_owned);
    let rows = lines.iter().filter_map(|line| row(text, path, line, scored, lang.clone()));
    let rows = rows.collect_view();
    view! {
        <div class="scroll apart" tabindex="0" role="region" aria-label=text.say(caption)><table>
            <caption>{text.say(caption)}</caption>
            <thead><tr>
                <th scope="col">{text.say("rules-rule")}</th>
                <th scope="col">{text.say("call-rules-demand")}</th>
                <th scope="col">{text.say("rules-words")}</th>
                <td></td>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}

/// `/calls/{id}/rules`
#[component]
pub fn CallRules() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let id = request.id::<CallId>(2)?;
        let found = rulings::of_call(&request.services, &request.actor, id).await?;
        let path = format!("/calls/{id}/rules");
        let lang = found.call.content.lang.as_ref().map(domain::Language::code);
        let (counting, aside): (Vec<&RuleLine>, Vec<&RuleLine>) =
            found.lines.iter().partition(|line| line.rule.is_some());
        let kinds = RuleKind::ALL
            .iter()
            .filter(|kind| rulings::is_judged(**kind))
            .map(|kind| {
                let href = format!("{path}/{}", kind.code());
                view! { <li><a href=href>{text.coded("rule", kind.code())}</a></li> }
            })
            .collect_view();
        let body = view! {
            <ErrorSummary text=text errors=sent.errors.clone()/>
            <div class="head"><h1>{text.say("call-rules-check")}</h1><p class="quiet" lang=lang.map(str::to_owned)>{found.call.content.title.clone()}</p></div>
            <Notice><p>{text.say(if found.scored { "failure-call-scored-says" } else { "call-rules-check-says" })}</p></Notice>
            {table(text, &path, "call-rules", &counting, found.scored, lang)}
            {(!aside.is_empty()).then(|| table(text, &path, "call-rules-aside", &aside, found.scored, lang))}
            {(!found.scored).then(|| view! {
                <section class="apart">
                    <h2>{text.say("rule-add")}</h2>
                    <p>{text.say("rule-add-says")}</p>
                    <ul class="plain">{kinds}</ul>
                </section>
            })}
            <p class="actions"><a class="button" href=format!("/calls/{id}")>{text.say("call-rules-done")}</a></p>
        };
        let crumbs = vec![
            Crumb { href: "/calls".to_owned(), name: text.say("nav-calls") },
            Crumb { href: format!("/calls/{id}"), name: found.call.content.title },
        ];
        Ok(PageView { title: text.say("call-rules-check"), crumbs, body: body.into_any() })
    })
}
