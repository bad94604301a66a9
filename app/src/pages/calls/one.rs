//! One call: what it offers, who may apply, when it closes, what changed.

use domain::{Closing, Language, Outcome, RuleDecision};
use leptos::prelude::*;
use service::{
    calls::{self, CallDetails, StatusLine},
    editing, matches, rulings,
};

use crate::{
    http::{PageView, Request, page},
    pages::donors::status_line,
    text::Text,
    ui::{Crumb, Facts, Nav, Notice, Tags, demand, rule_name, shortened, text_block},
};

fn rules(text: Text, details: &CallDetails, lang: Option<&Language>, judges: bool) -> AnyView {
    let lang = lang.map(|lang| lang.code().to_owned());
    let marks = rulings::marks(&details.call);
    let rows = details
        .rules
        .iter()
        .map(|rule| {
            let clause = &rule.clause;
            let field = text.coded("field", clause.field.code());
            let asks = demand(text, &rule.condition);
            let mark = marks.iter().find(|mark| mark.condition == rule.condition).map(|mark| {
                let again = mark.words_changed.then(|| text.say("ruling-look-again"));
                view! {
                    <small class="quiet block">{text.coded("ruling", mark.ruling.code())}</small>
                    {again.map(|again| view! { <small class="quiet block">{again}</small> })}
                }
            });
            // A call that is silent has stated no fact either.
            let words = if clause.quote.is_empty() && asks.is_empty() {
                ().into_any()
            } else if clause.quote.is_empty() {
                view! { <span class="quiet">{text.say_with("clause-field", [("field", field.into())])}</span> }.into_any()
            } else {
                view! { <blockquote lang=lang.clone()>{clause.quote.clone()}</blockquote><small class="quiet">{field}</small> }.into_any()
            };
            view! {
                <tr>
                    <th scope="row">{rule_name(text, &rule.condition)} {mark}</th>
                    <td>{if asks.is_empty() { text.say("not-stated") } else { asks }}</td>
                    <td>{words}</td>
                </tr>
            }
        })
        .collect_view();
    let judge = judges.then(|| {
        let path = format!("/calls/{}", details.call.id);
        view! {
            <p class="actions">
                <a class="button plain" href=format!("{path}/rules")>{text.say("call-rules-check")}</a>
                <a class="button plain" href=format!("{path}/edit")>{text.say("call-edit")}</a>
            </p>
        }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=text.say("call-rules")>
            <table>
                <caption>{text.say("call-rules")}</caption>
                <thead><tr>
                    <th scope="col">{text.say("rules-rule")}</th>
                    <th scope="col">{text.say("call-rules-demand")}</th>
                    <th scope="col">{text.say("rules-words")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {judge}
    }
    .into_any()
}

/// A decision about a rule in a few words; empty where there is none.
fn decision(text: Text, decision: Option<&RuleDecision>) -> String {
    let Some(decision) = decision else { return String::new() };
    let Some(condition) = decision.holds.as_ref().or(decision.found.as_ref()) else {
        return String::new();
    };
    let ruling = text.coded("ruling", decision.ruling().code());
    format!("{}: {} ({ruling})", rule_name(text, condition), demand(text, condition))
}

/// Which facts are a person's and not the source's: the source's own words may say something else.
fn corrected(text: Text, details: &CallDetails) -> Option<AnyView> {
    let fields = details.corrected.iter().map(|field| text.coded("field", field.code()));
    let fields = fields.collect::<Vec<_>>().join(", ");
    let says = || text.say_with("call-corrected", [("fields", fields.clone().into())]);
    (!fields.is_empty()).then(|| view! { <p class="small quiet">{says()}</p> }.into_any())
}

fn versions(text: Text, details: &CallDetails) -> Option<AnyView> {
    let shown = |value: &str| {
        if value.is_empty() { text.say("not-stated") } else { shortened(value, 160) }
    };
    (!details.versions.is_empty()).then(|| {
        let rows = details
            .versions
            .iter()
            .map(|version| {
                let field = text.coded("field", version.field.code());
                let (before, after) = match &version.decided {
                    Some((before, after)) => {
                        (decision(text, before.as_ref()), decision(text, after.as_ref()))
                    }
                    None => (version.before.clone(), version.after.clone()),
                };
                view! {
                    <tr>
                        <td>{text.day_of(version.at)}</td>
                        <th scope="row">{field}</th>
                        <td>{shown(&before)}</td>
                        <td>{shown(&after)}</td>
                    </tr>
                }
            })
            .collect_view();
        view! {
            <div class="scroll apart" tabindex="0" role="region" aria-label=text.say("call-versions")>
                <table>
                    <caption>{text.say("call-versions")}</caption>
                    <thead><tr>
                        <th scope="col">{text.say("version-day")}</th>
                        <th scope="col">{text.say("version-field")}</th>
                        <th scope="col">{text.say("version-before")}</th>
                        <th scope="col">{text.say("version-after")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}

fn donor(text: Text, details: &CallDetails) -> AnyView {
    let donor = &details.donor;
    let facts = [
        donor.kind.map(|kind| text.coded("donor-kind", kind.code())),
        donor.country.map(|country| text.country(country)),
        donor
            .parent
            .as_ref()
            .map(|parent| text.say_with("donor-parent", [("parent", parent.clone().into())])),
    ];
    let statuses = donor
        .statuses
        .iter()
        .map(|line| view! { <li>{status_line(text, line)}</li> })
        .collect_view();
    let undecided = donor.statuses.iter().all(StatusLine::is_undecided);
    let title = if undecided { "donor-undecided" } else { "donor-designated" };
    view! {
        <section class="apart">
            <h2>{text.say("call-donor")}</h2>
            <p><b><a href=format!("/donors/{}", donor.id)>{donor.name.clone()}</a></b></p>
            <Facts facts=facts.into_iter().flatten().map(|fact| (fact, "")).collect()/>
            {(!donor.statuses.is_empty()).then(|| view! {
                <Notice tone="bad"><p><b>{text.say(title)}</b></p><ul>{statuses}</ul><p class="small">{text.say("donor-designated-says")}</p></Notice>
            })}
        </section>
    }
    .into_any()
}

fn texts(text: Text, details: &CallDetails) -> AnyView {
    let content = &details.call.content;
    let lang = content.lang.as_ref();
    let section = |key: &str, words: &str| {
        (!words.is_empty()).then(|| view! { <section class="apart"><h2>{text.say(key)}</h2>{text_block(words, lang)}</section> })
    };
    let folded = content.conditions.chars().count() > 1200;
    view! {
        {section("call-text", &content.text)}
        {section("call-eligibility", &content.eligibility)}
        {if folded {
            view! { <details class="apart"><summary>{text.say("call-conditions")}</summary>{text_block(&content.conditions, lang)}</details> }.into_any()
        } else {
            section("call-conditions", &content.conditions).into_any()
        }}
    }
    .into_any()
}

/// Verdict and fit for a chosen project, with a way to all of them.
fn for_project(request: &Request, details: &CallDetails) -> Option<AnyView> {
    let text = request.text;
    let project: domain::ProjectId = request.parsed("project")?;
    let row = matches::one(&request.services, &request.actor, project, details.call.id)?;
    let met = u32::try_from(row.found.eligibility.count(Outcome::Met)).unwrap_or(0);
    let all = u32::try_from(row.found.eligibility.rules.len()).unwrap_or(0);
    let says = text.say_with(
        "call-for-project",
        [
            (
                "verdict",
                text.say(&format!("verdict-{}", row.found.eligibility.verdict.code())).into(),
            ),
            ("score", format!("{:.0}", row.found.fit.score()).into()),
            ("met", met.into()),
            ("all", all.into()),
        ],
    );
    Some(
        view! {
            <Notice>{says} " " <a href=format!("/projects/{project}/matches")>{text.say("call-for-project-link")}</a></Notice>
        }
        .into_any(),
    )
}

/// What stands in the place of a call whose donor endangers people: first why, then, if somebody asks,
/// the call.
fn risk(request: &Request) -> PageView {
    let text = request.text;
    let body = view! {
        <div class="head"><h1>{text.say("designated-title")}</h1></div>
        <Notice tone="warn">
            <p><b>{text.say("designated-crime")}</b></p>
            <ul>
                <li>{text.say("designated-who")}</li>
                <li>{text.say("designated-trace")}</li>
                <li>{text.say("designated-ask")}</li>
                <li>{text.say("designated-record")}</li>
            </ul>
        </Notice>
        <form method="get" action=request.path.clone() class="apart">
            <button name="show" value="yes" class="danger">{text.say("designated-show-one")}</button> " "
            <a class="button text" href="/calls">{text.say("cancel")}</a>
        </form>
    };
    let crumbs = vec![Crumb { href: "/calls".to_owned(), name: text.say("nav-calls") }];
    PageView { title: text.say("designated-title"), crumbs, body: body.into_any() }
}

/// `/calls/{id}`
#[component]
pub fn Call() -> impl IntoView {
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let project = request.parsed("project");
        let details =
            calls::details(&request.services, &request.actor, request.id(2)?, project).await?;
        if details.endangers && request.param("show") != "yes" {
            return Ok(risk(&request));
        }
        let content = &details.call.content;
        let lang = content.lang.as_ref();
        let status = details.status.map_or_else(
            || text.say("status-unknown"),
            |status| text.say(&format!("status-{}", status.code())),
        );
        let closing =
            text.closing(&content.closing, content.next_deadline(request.now), request.now);
        let award = content
            .award
            .as_ref()
            .map(|range| text.amounts(range))
            .or_else(|| content.award_text.clone());
        let facts = vec![
            (status, ""),
            (
                content
                    .opens
                    .filter(|day| *day > request.now.date_naive())
                    .map(|day| text.say_with("call-opens", [("day", text.day(day).into())]))
                    .unwrap_or_default(),
                "",
            ),
            (closing, ""),
            (award.unwrap_or_default(), ""),
            (
                content
                    .total
                    .map(|total| {
                        text.say_with("call-total", [("amount", text.money(total).into())])
                    })
                    .unwrap_or_default(),
                "",
            ),
            (
                content
                    .awards_expected
                    .map(|count| text.count("call-awards", u64::from(count)))
                    .unwrap_or_default(),
                "",
            ),
            (content.duration.map(|span| text.months(span)).unwrap_or_default(), ""),
            (content.programme.clone().unwrap_or_default(), ""),
        ];
        let dates = match &content.closing {
            Closing::Dated(dates) => dates
                .iter()
                .map(|date| {
                    let kind = text.coded("deadline-kind", date.kind.code());
                    view! { <li>{text.deadline(date)} " · " {kind} {date.note.clone().map(|note| format!(" · {note}"))}</li> }
                })
                .collect_view()
                .into_any(),
            Closing::Rolling => view! { <li>{text.say("closing-rolling")}</li> }.into_any(),
            Closing::Unknown => view! { <li>{text.say("closing-unknown")}</li> }.into_any(),
        };
        let stated: Vec<String> = content.themes.iter().map(|code| text.theme(code)).collect();
        let suggested: Vec<String> =
            details.suggested_themes.iter().map(|code| text.theme(code)).collect();
        let similar = details
            .similar
            .iter()
            .map(|other| {
                let share = text.say_with("call-likeness", [("share", format!("{:.0}", other.likeness).into())]);
                view! { <li><a href=format!("/calls/{}", other.id)>{other.title.clone()}</a> <small class="quiet">" " {other.donor.clone()} " · " {share}</small></li> }
            })
            .collect_view();
        let candidates =
            matches::may_ask_for_call(&request.services, &request.actor, details.call.id);
        let body = view! {
            <div class="head">
                <h1 lang=lang.map(|lang| lang.code().to_owned())>{content.title.clone()}</h1>
                <p class="quiet">{details.donor.name.clone()}</p>
                <Facts facts=facts/>
                {corrected(text, &details)}
            </div>
            {for_project(&request, &details)}
            <div class="split wide">
                <div>
                    {rules(text, &details, lang, editing::may_edit(&request.services, &request.actor, &details.call))}
                    {texts(text, &details)}
                    {versions(text, &details)}
                </div>
                <aside>
                    <section>
                        <h2>{text.say("call-deadlines")}</h2>
                        <ul class="plain">{dates}</ul>
                        {content.deadline_text.clone().map(|words| view! { <p class="small">{text.say_with("closing-words", [("words", words.into())])}</p> })}
                    </section>
                    {(!stated.is_empty() || !suggested.is_empty()).then(|| view! {
                        <section>
                            <h2>{text.say("call-themes")}</h2>
                            <Tags tags=stated/>
                            {(!suggested.is_empty()).then(|| view! { <p class="small quiet">{text.say("call-themes-suggested")}</p> })}
                            <Tags tags=suggested/>
                        </section>
                    })}
                    {(!content.places.is_empty()).then(|| view! { <section><h2>{text.say("rule-place")}</h2><p>{text.places(&content.places)}</p></section> })}
                    {donor(text, &details)}
                    <section>
                        <h2>{text.say("call-source")}</h2>
                        {content.url.clone().map(|url| {
                            // Opening the page of a designated donor is contact: its address is plain text.
                            if details.donor.statuses.is_empty() {
                                view! { <p><a href=url.clone() rel="noreferrer noopener" class="break">{text.say("call-open-source")}</a></p> }.into_any()
                            } else {
                                view! { <p class="break">{url}</p> }.into_any()
                            }
                        })}
                        <p class="small quiet">{text.say_with("call-recorded", [("source", details.call.source.clone().into()), ("day", text.day_of(details.call.first_seen).into())])}</p>
                    </section>
                    {candidates.then(|| view! {
                        <section>
                            <h2>{text.say("call-projects")}</h2>
                            <p><a href=format!("/calls/{}/projects", details.call.id)>{text.say("call-projects-link")}</a></p>
                        </section>
                    })}
                    {(!details.similar.is_empty()).then(|| view! {
                        <section><h2>{text.say("call-similar")}</h2><ul class="plain">{similar}</ul></section>
                    })}
                </aside>
            </div>
        };
        let crumbs = vec![Crumb { href: "/calls".to_owned(), name: text.say("nav-calls") }];
        Ok(PageView { title: content.title.clone(), crumbs, body: body.into_any() })
    })
}
