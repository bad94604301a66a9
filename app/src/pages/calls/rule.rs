//! A rule that a person states: in the place of one that was read, or one that nobody could read.

use domain::{CallId, Condition, RuleKind};
use leptos::prelude::*;
use service::{Failure, rulings};

use super::{
    form::{self, Typed, Wrong},
    write::{entity_forms, partner_fields},
};
use crate::{
    http::{PageView, Request, Sent, page},
    pages::{account::titled, projects::form::in_field},
    text::Text,
    ui::{Crumb, ErrorSummary, FieldError, Nav, Notice, SelectField, TextArea, TextField, demand},
};

/// Whether a text can name a rule.
pub(super) fn is_subject(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What the form says, and everything that is wrong with it. `None` where nothing can be made of it.
pub(super) fn read(
    text: Text,
    kind: RuleKind,
    typed: &Typed,
) -> (Option<Condition>, Vec<FieldError>) {
    let mut wrong = Wrong::default();
    let allowed = || match typed.value("rule_allowed") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let condition = match kind {
        RuleKind::Place => {
            Some(Condition::Place { any_of: wrong.places(text, typed, "rule_places") })
        }
        RuleKind::EntityCountry => Some(Condition::EntityCountry {
            any_of: wrong.places(text, typed, "rule_places"),
            none_of: wrong.places(text, typed, "rule_places_excluded"),
        }),
        RuleKind::EntityForm => Some(Condition::EntityForm {
            any_of: typed.all("rule_forms").filter_map(|code| code.parse().ok()).collect(),
        }),
        RuleKind::EntityAge => {
            let months = domain::written::months;
            let months = wrong.read(typed, "rule_months", months, text.say("error-months"));
            Some(Condition::EntityAge { months: months.unwrap_or(0) })
        }
        RuleKind::Award => wrong
            .range(text, typed, ["award_min", "award_max"], "award_currency")
            .map(|range| Condition::Award { range }),
        RuleKind::Duration => wrong
            .span(text, typed, ["duration_min", "duration_max"])
            .map(|months| Condition::Duration { months }),
        RuleKind::Language => {
            Some(Condition::Language { any_of: wrong.languages(text, typed, "rule_languages") })
        }
        RuleKind::Partner => wrong
            .partner(text, typed, typed.value("partner"))
            .map(|need| Condition::Partner { need }),
        RuleKind::CoreCosts => allowed().map(|allowed| Condition::CoreCosts { allowed }),
        RuleKind::Regranting => allowed().map(|allowed| Condition::Regranting { allowed }),
        RuleKind::CoFinancing => {
            let percent = domain::written::percent;
            wrong
                .read(typed, "rule_percent", percent, text.say("error-percent"))
                .map(|percent| Condition::CoFinancing { percent })
        }
        RuleKind::Deadline => None,
    };
    let problems = condition.as_ref().map(rulings::problems).unwrap_or_default();
    for (field, says) in Sent::problems(text, &problems) {
        wrong.note(&field, says);
    }
    if condition.is_none() && wrong.0.is_empty() {
        wrong.note(first_field(kind), text.say("error-rule-empty"));
    }
    (condition, wrong.0)
}

/// The field to which a form without anything points.
const fn first_field(kind: RuleKind) -> &'static str {
    match kind {
        RuleKind::Award => "award_max",
        RuleKind::Duration => "duration_max",
        RuleKind::Partner => "partner",
        RuleKind::CoFinancing => "rule_percent",
        _ => "rule_allowed",
    }
}

/// The form of a condition.
fn shown(text: Text, condition: &Condition) -> Vec<(String, String)> {
    let yes_no = |allowed: bool| if allowed { "yes" } else { "no" }.to_owned();
    let months = |months: Option<u16>| months.map(|one| one.to_string()).unwrap_or_default();
    let fields: Vec<(&str, String)> = match condition {
        Condition::Place { any_of } => vec![("rule_places", text.places(any_of))],
        Condition::EntityCountry { any_of, none_of } => vec![
            ("rule_places", text.places(any_of)),
            ("rule_places_excluded", text.places(none_of)),
        ],
        Condition::EntityForm { any_of } => {
            any_of.iter().map(|form| ("rule_forms", form.code().to_owned())).collect()
        }
        Condition::EntityAge { months } => vec![("rule_months", months.to_string())],
        Condition::Award { range } => vec![
            ("award_min", in_field(text, range.min())),
            ("award_max", in_field(text, range.max())),
            ("award_currency", range.currency().code().to_owned()),
        ],
        Condition::Duration { months: span } => {
            vec![("duration_min", months(span.min)), ("duration_max", months(span.max))]
        }
        Condition::Language { any_of } => vec![("rule_languages", text.languages(any_of))],
        Condition::Partner { need } => form::partner_fields(text, Some(need)),
        Condition::CoreCosts { allowed } | Condition::Regranting { allowed } => {
            vec![("rule_allowed", yes_no(*allowed))]
        }
        Condition::CoFinancing { percent } => vec![("rule_percent", percent.to_string())],
        Condition::Deadline { .. } => Vec::new(),
    };
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn fields(text: Text, kind: RuleKind, typed: &Typed, errors: &[FieldError]) -> AnyView {
    let value = |name: &str| typed.value(name).to_owned();
    let wrong = || errors.to_vec();
    match kind {
        RuleKind::Place => view! {
            <TextField name="rule_places" label=text.say("field-rule-places") value=value("rule_places") hint=text.say("form-places-hint") errors=wrong()/>
        }
        .into_any(),
        RuleKind::EntityCountry => view! {
            <TextField name="rule_places" label=text.say("call-seats") value=value("rule_places") hint=text.say("form-places-hint") errors=wrong()/>
            <TextField name="rule_places_excluded" label=text.say("call-seats-excluded") value=value("rule_places_excluded") errors=wrong()/>
        }
        .into_any(),
        RuleKind::EntityForm => entity_forms(text, typed, "rule_forms"),
        RuleKind::EntityAge => view! {
            <TextField name="rule_months" label=text.say("field-rule-months") value=value("rule_months") hint=text.say("rule-months-hint") errors=wrong()/>
        }
        .into_any(),
        RuleKind::Award => {
            let currency = Some(value("award_currency")).filter(|code| !code.is_empty());
            let currency = currency.unwrap_or_else(|| "EUR".to_owned());
            view! {
                <fieldset class="row"><legend>{text.say("rule-award")}</legend>
                    <TextField name="award_min" label=text.say("form-budget-min") value=value("award_min") errors=wrong()/>
                    <TextField name="award_max" label=text.say("form-budget-max") value=value("award_max") errors=wrong()/>
                    <SelectField name="award_currency" label=text.say("form-currency") options=form::currencies(&currency) value=currency.clone() errors=wrong()/>
                </fieldset>
            }
            .into_any()
        }
        RuleKind::Duration => view! {
            <fieldset class="row"><legend>{text.say("call-duration")}</legend>
                <TextField name="duration_min" label=text.say("form-budget-min") value=value("duration_min") errors=wrong()/>
                <TextField name="duration_max" label=text.say("form-budget-max") value=value("duration_max") errors=wrong()/>
            </fieldset>
        }
        .into_any(),
        RuleKind::Language => view! {
            <TextField name="rule_languages" label=text.say("field-rule-languages") value=value("rule_languages") hint=text.say("form-languages-hint") errors=wrong()/>
        }
        .into_any(),
        RuleKind::Partner => partner_fields(text, typed, errors),
        RuleKind::CoreCosts | RuleKind::Regranting => {
            let choices = vec![
                (String::new(), text.say("not-stated")),
                ("yes".to_owned(), text.say("demand-allowed")),
                ("no".to_owned(), text.say("demand-not-allowed")),
            ];
            view! { <SelectField name="rule_allowed" label=text.coded("rule", kind.code()) options=choices value=value("rule_allowed") errors=wrong()/> }
                .into_any()
        }
        RuleKind::CoFinancing => view! {
            <TextField name="rule_percent" label=text.say("field-rule-percent") value=value("rule_percent") errors=wrong()/>
        }
        .into_any(),
        RuleKind::Deadline => ().into_any(),
    }
}

/// `/calls/{id}/rules/{kind}`
#[component]
pub fn StateRule() -> impl IntoView {
    let sent = Sent::here();
    page(Nav::Calls, |request: Request| async move {
        let text = request.text;
        let id = request.id::<CallId>(2)?;
        let kind = request.id::<RuleKind>(4)?;
        if !rulings::is_judged(kind) {
            return Err(Failure::NotFound);
        }
        let subject = request.param("subject").to_owned();
        // Rules of the kind that stand already: another one is asked for beside them.
        let mut beside = Vec::new();
        let mut sentence = String::new();
        let (call, read) = if subject.is_empty() {
            let found = rulings::of_call(&request.services, &request.actor, id).await?;
            let rules = found.lines.into_iter().filter_map(|line| line.rule);
            let same = rules.map(|rule| rule.condition).filter(|one| one.kind() == kind);
            beside.extend(same.map(|condition| demand(text, &condition)));
            (found.call, None)
        } else {
            let (services, actor) = (&request.services, &request.actor);
            let (call, line) = rulings::one(services, actor, id, &subject).await?;
            let decision = line.decided.map(|one| one.decision);
            let rule = line.rule;
            let found = decision.as_ref().and_then(|one| one.found.clone());
            let found = found.or_else(|| rule.as_ref().map(|rule| rule.condition.clone()));
            sentence = rule.as_ref().map(|rule| rule.clause.quote.clone()).unwrap_or_default();
            (call, Some((rule.map(|rule| rule.condition), found, decision)))
        };
        let mut typed = Typed(sent.values);
        let mut quote = String::new();
        if let Some((rule, found, decision)) = &read {
            let now = rule.as_ref().or(found.as_ref());
            if now.is_some_and(|condition| condition.kind() != kind) {
                return Err(Failure::NotFound);
            }
            if typed.0.is_empty() {
                typed.0 = now.map(|condition| shown(text, condition)).unwrap_or_default();
                quote = decision.as_ref().map_or(sentence, |one| one.clause.quote.clone());
            }
        }
        if typed.all("rule_quote").next().is_none() {
            typed.0.push(("rule_quote".to_owned(), quote));
        }
        let was = read.as_ref().and_then(|(_, found, _)| found.as_ref()).map(|found| {
            let says = text.say_with("ruling-read", [("demand", demand(text, found).into())]);
            view! { <p class="quiet">{says}</p> }
        });
        let errors = sent.errors;
        let heading = format!("{}: {}", text.say("rule-state"), text.coded("rule", kind.code()));
        let path = format!("/calls/{id}/rules");
        let beside = (!beside.is_empty()).then(|| {
            let rows = beside.into_iter().map(|says| view! { <li>{says}</li> }).collect_view();
            let all = path.clone();
            view! {
                <Notice tone="warn">
                    <p>{text.say("rule-beside")}</p>
                    <ul>{rows}</ul>
                    <p><a href=all>{text.say("rule-beside-link")}</a></p>
                </Notice>
            }
        });
        let quote = typed.value("rule_quote").to_owned();
        let body = view! {
            <ErrorSummary text=text errors=errors.clone()/>
            <div class="head"><h1>{heading}</h1><p class="quiet">{call.content.title.clone()}</p></div>
            {was}
            {beside}
            <form method="post" action=format!("{path}/{}", kind.code()) class="narrow" novalidate>
                <input type="hidden" name="subject" value=subject/>
                {fields(text, kind, &typed, &errors)}
                <TextArea name="rule_quote" label=text.say("field-rule-quote") value=quote hint=text.say("rule-quote-hint") rows=3 errors=errors.clone()/>
                <p class="actions">
                    <button>{text.say("call-save")}</button>
                    <a class="button text" href=path.clone()>{text.say("cancel")}</a>
                </p>
            </form>
        };
        let title = titled(text, "rule-state", &errors);
        let crumbs = vec![
            Crumb { href: "/calls".to_owned(), name: text.say("nav-calls") },
            Crumb { href: format!("/calls/{id}"), name: call.content.title },
            Crumb { href: path, name: text.say("call-rules-check") },
        ];
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}
