//! The rules of a call: what they demand, how they are decided, and what closes a call.

use domain::{Closing, Condition, EntityForm, MonthRange, Outcome, PartnerNeed, RuleOutcome, Why};
use leptos::prelude::*;

use crate::text::Text;

/// What a condition is about.
pub fn rule_name(text: Text, condition: &Condition) -> String {
    text.coded("rule", condition.kind().code())
}

/// Why a rule is decided as it is, where that does not follow from its words.
fn why_decided(text: Text, rule: &RuleOutcome) -> Option<String> {
    match (rule.why, &rule.rule.condition) {
        (Why::Stated, _) => None,
        // The call does speak: of places, but not whether the work or its people must be there.
        (Why::CallSilent, Condition::Place { .. }) => Some(text.say("why-place-open")),
        (Why::CallSilent, _) if !rule.rule.clause.quote.is_empty() => {
            Some(text.say("why-words-open"))
        }
        (why, _) => Some(text.coded("why", why.code())),
    }
}

/// Rules with their outcome and the words of the call.
#[component]
pub fn RuleTable(
    /// The reader's language.
    text: Text,
    /// The rules.
    rules: Vec<RuleOutcome>,
    /// Language of the call's words.
    lang: Option<String>,
    /// For whom they were decided.
    entity: String,
) -> impl IntoView {
    let rows = rules
        .into_iter()
        .map(|rule| {
            let tone = match rule.outcome {
                Outcome::Met => "yes",
                Outcome::Unknown => "maybe",
                Outcome::NotMet => "no",
            };
            let (name, why) = (rule_name(text, &rule.rule.condition), why_decided(text, &rule));
            let ruling = rule.ruling.map(|ruling| text.coded("ruling", ruling.code()));
            let clause = rule.rule.clause;
            let field = text.coded("field", clause.field.code());
            let asks = demand(text, &rule.rule.condition);
            let words = if clause.quote.is_empty() && asks.is_empty() {
                view! { <span class="quiet">{text.say("not-stated")}</span> }.into_any()
            } else if clause.quote.is_empty() {
                view! {
                    {asks}
                    <small class="quiet block">{text.say_with("clause-field", [("field", field.into())])}</small>
                }
                .into_any()
            } else {
                let asks = (!asks.is_empty()).then(|| view! { <b class="block">{asks}</b> });
                view! { {asks} <blockquote lang=lang.clone()>{clause.quote}</blockquote><small class="quiet">{field}</small> }.into_any()
            };
            view! {
                <tr>
                    <th scope="row">{name} {ruling.map(|ruling| view! { <small class="quiet block">{ruling}</small> })}</th>
                    <td>
                        <span class=format!("verdict {tone}")>{text.coded("outcome", rule.outcome.code())}</span>
                        {why.map(|why| view! { <small class="quiet block">{why}</small> })}
                    </td>
                    <td>{words}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=text.say("rules-title")>
            <table>
                <caption class="hidden">{text.say("rules-title")}</caption>
                <thead><tr>
                    <th scope="col">{text.say("rules-rule")}</th>
                    <th scope="col">{entity}</th>
                    <th scope="col">{text.say("rules-words")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// What a condition demands, in words; empty where it only says that a call is silent.
pub fn demand(text: Text, condition: &Condition) -> String {
    let forms = |forms: &[EntityForm]| {
        let names = forms.iter().map(|form| text.coded("form", form.code()));
        names.collect::<Vec<_>>().join(", ")
    };
    match condition {
        Condition::Place { any_of } => text.places(any_of),
        // A call that is silent on this is not open to everyone.
        Condition::EntityCountry { any_of, none_of } if any_of.is_empty() && none_of.is_empty() => {
            String::new()
        }
        Condition::EntityCountry { any_of, none_of } => {
            let within =
                if any_of.is_empty() { text.say("demand-anywhere") } else { text.places(any_of) };
            if none_of.is_empty() {
                within
            } else {
                text.say_with(
                    "demand-except",
                    [("within", within.into()), ("except", text.places(none_of).into())],
                )
            }
        }
        Condition::EntityForm { any_of } => forms(any_of),
        Condition::EntityAge { months } => {
            text.months(MonthRange { min: Some(*months), max: None })
        }
        Condition::Award { range } => text.amounts(range),
        Condition::Duration { months } => text.months(*months),
        Condition::Deadline { closing } => match closing {
            Closing::Rolling => text.say("closing-rolling"),
            Closing::Unknown => text.say("closing-unknown"),
            Closing::Dated(dates) => {
                dates.iter().map(|date| text.deadline(date)).collect::<Vec<_>>().join("; ")
            }
        },
        Condition::Language { any_of } => text.languages(any_of),
        Condition::Partner { need } => match need {
            PartnerNeed::HostCountry { places } if places.is_empty() => text.say("demand-host"),
            PartnerNeed::HostCountry { places } => {
                text.say_with("demand-host-in", [("places", text.places(places).into())])
            }
            PartnerNeed::Consortium { members, countries } => text.say_with(
                "demand-consortium",
                [
                    ("members", u32::from(*members).into()),
                    ("countries", u32::from(*countries).into()),
                ],
            ),
            PartnerNeed::Any => text.say("demand-partner"),
        },
        Condition::CoreCosts { allowed } | Condition::Regranting { allowed } => {
            text.say(if *allowed { "demand-allowed" } else { "demand-not-allowed" })
        }
        Condition::CoFinancing { percent } => {
            text.say_with("demand-percent", [("percent", u32::from(*percent).into())])
        }
    }
}

/// Rules that are told before all others, at the most.
const TOLD: usize = 3;

/// The rules that are not met, in the words of the call: whoever reads that a call is closed to them asks
/// at once by what.
pub fn closed_by(
    text: Text,
    rules: &[RuleOutcome],
    lang: Option<&str>,
) -> Option<impl IntoView + use<>> {
    let rules: Vec<&RuleOutcome> =
        rules.iter().filter(|rule| rule.outcome == Outcome::NotMet).take(TOLD).collect();
    (!rules.is_empty()).then(|| {
        let rules = rules
            .into_iter()
            .map(|rule| {
                let quote = rule.rule.clause.quote.clone();
                let words = if quote.is_empty() {
                    let demand = demand(text, &rule.rule.condition);
                    (!demand.is_empty()).then(|| view! { ": " {demand} }.into_any())
                } else {
                    Some(view! { ": " <q lang=lang.map(str::to_owned)>{quote}</q> }.into_any())
                };
                view! {
                    <li>
                        <span class="verdict no">{text.say("outcome-not-met")}</span> " "
                        <strong>{rule_name(text, &rule.rule.condition)}</strong>
                        {words}
                        {why_decided(text, rule).map(|why| view! { " " <span class="quiet">{why}</span> })}
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="why plain">{rules}</ul> }
    })
}

#[cfg(test)]
mod tests {
    use domain::{CallField, Clause, EligibilityRule};

    use super::*;
    use crate::text::Locale;

    #[test]
    fn a_call_is_not_called_silent_beside_its_words() {
        let text = Text { locale: Locale::En };
        let why = |condition, quote: &str| {
            let clause =
                Clause { field: CallField::Conditions, start: None, quote: quote.to_owned() };
            let rule = EligibilityRule { condition, clause };
            let (outcome, why) = (Outcome::Unknown, Why::CallSilent);
            why_decided(text, &RuleOutcome { rule, outcome, why, ruling: None }).unwrap()
        };
        let silent = text.say("why-call-silent");
        let seat = || Condition::EntityCountry { any_of: Vec::new(), none_of: Vec::new() };
        assert_eq!(why(seat(), ""), silent);
        assert_ne!(why(seat(), "organisations of the region"), silent);
        let place = Condition::Place { any_of: vec!["GE".parse().unwrap()] };
        assert_ne!(why(place, ""), silent);
    }

    #[test]
    fn what_closes_a_call_is_told_before_the_rest() {
        let text = Text { locale: Locale::En };
        let rule = |outcome, quote: &str| RuleOutcome {
            rule: EligibilityRule {
                condition: Condition::CoreCosts { allowed: false },
                clause: Clause {
                    field: CallField::Conditions,
                    start: None,
                    quote: quote.to_owned(),
                },
            },
            outcome,
            why: Why::Stated,
            ruling: None,
        };
        let rules = [
            rule(Outcome::Met, "open to all"),
            rule(Outcome::NotMet, "no core costs"),
            rule(Outcome::NotMet, ""),
        ];
        let html =
            |rules: &[RuleOutcome]| closed_by(text, rules, Some("en")).map(RenderHtml::to_html);
        Owner::new().with(|| {
            let told = html(&rules).unwrap();
            assert!(told.contains(r#"<q lang="en">no core costs</q>"#), "{told}");
            assert!(told.contains(&text.say("rule-core-costs")), "{told}");
            assert!(told.contains(&text.say("demand-not-allowed")), "{told}");
            assert!(!told.contains("open to all"), "{told}");
            assert!(html(&rules[..1]).is_none());
        });
    }
}
