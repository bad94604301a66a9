//! One match: why it fits, rule by rule, and what would lift it.

use domain::{Detail, Fit, FitPart, Match, Outcome, PartKind, eligibility::Unlock};
use leptos::prelude::*;
use service::matches::Passage;

use super::{
    bar::seen_crowded,
    rules::{RuleTable, closed_by},
};
use crate::text::{Locale, Text};

fn marked(words: Vec<String>, lang: Option<String>) -> impl IntoView {
    let last = words.len().saturating_sub(1);
    words
        .into_iter()
        .enumerate()
        .map(|(index, word)| view! { <mark lang=lang.clone()>{word}</mark>{(index < last).then_some(", ")} })
        .collect_view()
}

/// That nothing of substance is shared, where both sides speak of it; what one of them does not say is
/// unknown and told as that.
fn nothing_shared(text: Text, fit: &Fit) -> String {
    let (compared, unknown): (Vec<&FitPart>, Vec<&FitPart>) = fit
        .parts
        .iter()
        .filter(|part| matches!(part.kind, PartKind::Words | PartKind::Themes | PartKind::Place))
        .partition(|part| part.known());
    if unknown.is_empty() {
        return text.say("why-nothing");
    }
    let names = |parts: Vec<&FitPart>| {
        let names = parts.into_iter().map(|part| {
            let name = text.coded("part", part.kind.code());
            // German writes nouns with a capital everywhere.
            if text.locale == Locale::De { name } else { name.to_lowercase() }
        });
        names.collect::<Vec<_>>().join(", ")
    };
    let says = |key: &str, parts| text.say_with(key, [("parts", names(parts).into())]);
    let not_known = says("why-unknown", unknown);
    if compared.is_empty() {
        return not_known;
    }
    format!("{} {not_known}", says("why-nothing-of", compared))
}

/// The reasons of a fit in one sentence.
#[component]
pub fn WhySentence(
    /// The reader's language.
    text: Text,
    /// The match.
    found: Match,
    /// Language of both texts: words are compared within one language only.
    lang: Option<String>,
) -> impl IntoView {
    let details = |kind: PartKind| {
        found
            .fit
            .parts
            .iter()
            .filter(move |part| part.kind == kind)
            .flat_map(|part| part.details.iter())
    };
    let words: Vec<String> = details(PartKind::Words)
        .filter_map(|detail| match detail {
            Detail::Term { word, .. } => Some(word.clone()),
            _ => None,
        })
        .take(5)
        .collect();
    let shared: Vec<&domain::ThemeCode> = details(PartKind::Themes)
        .filter_map(|detail| match detail {
            Detail::Theme { code, .. } => Some(code),
            _ => None,
        })
        .collect();
    // A shared group says little beside a shared theme, but more than nothing.
    let (groups, leaves): (Vec<_>, Vec<_>) = shared
        .into_iter()
        .partition(|code| code.theme().is_some_and(|theme| theme.parent.is_none()));
    let told = if leaves.is_empty() { groups } else { leaves };
    let themes: Vec<String> = told.into_iter().take(3).map(|code| text.theme(code)).collect();
    let places: Vec<String> = details(PartKind::Place)
        .filter_map(|detail| match detail {
            Detail::Place { place, .. } => Some(text.place(*place)),
            _ => None,
        })
        .take(4)
        .collect();
    let crowded = seen_crowded(&found.fit);
    let missing = found.missing.iter().take(5).cloned().collect::<Vec<_>>();
    let part = |key: &'static str, words: Vec<String>, lang: Option<String>| {
        (!words.is_empty())
            .then(|| view! { <span>{text.say(key)} " " {marked(words, lang)} ". "</span> })
    };
    let none = words.is_empty() && themes.is_empty() && places.is_empty();
    view! {
        <p class="why">
            {none.then(|| view! { <span>{nothing_shared(text, &found.fit)} " "</span> })}
            {part("why-words", words, lang)}
            {part("why-themes", themes, None)}
            {part("why-places", places, None)}
            {crowded.then(|| view! { <span class="quiet">{text.say("why-crowding")} " "</span> })}
            {(!missing.is_empty()).then(|| view! {
                <span class="quiet">{text.say_with("why-missing", [("words", missing.join(", ").into())])}</span>
            })}
        </p>
    }
}

/// Passages of a call in which the shared words stand.
#[component]
pub fn InContext(
    /// The reader's language.
    text: Text,
    /// The passages.
    passages: Vec<Passage>,
    /// Language of the call.
    lang: Option<String>,
) -> impl IntoView {
    (!passages.is_empty()).then(|| {
        let passages = passages
            .into_iter()
            .map(|passage| {
                let pieces = passage
                    .pieces
                    .into_iter()
                    .map(|(piece, marked)| if marked { view! { <mark>{piece}</mark> }.into_any() } else { piece.into_any() })
                    .collect_view();
                view! { <li><q lang=lang.clone()>{passage.cut_before.then_some("… ")}{pieces}{passage.cut_after.then_some(" …")}</q></li> }
            })
            .collect_view();
        view! {
            <details class="why"><summary>{text.say("why-context")}</summary>
                <ul class="passages">{passages}</ul>
            </details>
        }
    })
}

/// Which partner would open a call to one's own project.
pub fn opened_by(text: Text, found: &Match) -> Option<impl IntoView + use<>> {
    let words = match &found.eligibility.unlock()? {
        Unlock::Partner { places } if places.is_empty() => text.say("unlock-host"),
        Unlock::Partner { places } => {
            text.say_with("unlock-partner", [("places", text.places(places).into())])
        }
        Unlock::Applicant { places } => {
            text.say_with("unlock-applicant", [("places", text.places(places).into())])
        }
        Unlock::Consortium { members, countries } => text.say_with(
            "unlock-consortium",
            [("members", u32::from(*members).into()), ("countries", u32::from(*countries).into())],
        ),
    };
    Some(view! { <p class="why">{words}</p> })
}

/// What closes a call and what would open it, why, and the rules: what every row of matches has.
pub fn match_body<O: IntoView>(
    text: Text,
    found: &Match,
    lang: Option<String>,
    entity: String,
    opens: O,
) -> impl IntoView + use<O> {
    let rules = &found.eligibility;
    let summary = text.say_with(
        "rules-summary",
        [
            ("met", u32::try_from(rules.count(Outcome::Met)).unwrap_or(u32::MAX).into()),
            ("unknown", u32::try_from(rules.count(Outcome::Unknown)).unwrap_or(u32::MAX).into()),
            ("notmet", u32::try_from(rules.count(Outcome::NotMet)).unwrap_or(u32::MAX).into()),
        ],
    );
    let list = rules.rules.clone();
    view! {
        {closed_by(text, &list, lang.as_deref())}
        {opens}
        <WhySentence text=text found=found.clone() lang=lang.clone()/>
        {if list.is_empty() {
            view! { <p class="why quiet small">{text.say("rules-none")}</p> }.into_any()
        } else {
            view! {
                <details class="why"><summary>{summary}</summary>
                    <RuleTable text=text rules=list lang=lang entity=entity/>
                </details>
            }.into_any()
        }}
    }
}

#[cfg(test)]
mod tests {
    use domain::{CallId, Confidence, ProjectId, Verdict, eligibility::Eligibility};

    use super::*;

    /// The sentence for a fit of words and of what crowding takes off.
    fn sentence(text: Text, words: f64, off: f64) -> String {
        let term = Detail::Term { word: "archive".to_owned(), value: words };
        let part = |kind, of, detail| FitPart { kind, of, details: vec![detail] };
        let found = Match {
            call: CallId::from_random([1; 16]),
            project: ProjectId::from_random([2; 16]),
            eligibility: Eligibility { verdict: Verdict::Unclear, entity: None, rules: Vec::new() },
            fit: Fit {
                parts: vec![
                    part(PartKind::Words, 60.0, term),
                    part(PartKind::Crowding, 0.0, Detail::Crowding { value: -off }),
                ],
            },
            confidence: Confidence { known: 1, of: 2 },
            missing: Vec::new(),
        };
        Owner::new().with(|| view! { <WhySentence text=text found=found lang=None/> }.to_html())
    }

    #[test]
    fn what_is_not_known_is_not_said_to_differ() {
        let text = Text { locale: Locale::En };
        let part = |kind, of| FitPart { kind, of, details: Vec::new() };
        let says = |words, themes, place| {
            let parts = vec![
                part(PartKind::Words, words),
                part(PartKind::Themes, themes),
                part(PartKind::Place, place),
                part(PartKind::Amount, 0.0),
            ];
            nothing_shared(text, &Fit { parts })
        };
        assert_eq!(says(60.0, 20.0, 10.0), text.say("why-nothing"));
        let some = says(0.0, 20.0, 10.0);
        assert!(some.contains("themes, place") && some.ends_with("words."), "{some}");
        let none = says(0.0, 0.0, 0.0);
        assert!(none.ends_with("words, themes, place."), "{none}");
        assert!(!none.contains("shared"), "{none}");
    }

    #[test]
    fn points_that_are_not_seen_to_go_are_not_explained() {
        let text = Text { locale: Locale::En };
        let why = text.say("why-crowding");
        let told = |words, off| {
            let html = sentence(text, words, off);
            assert!(html.contains("archive"), "{html}");
            html.contains(&why)
        };
        assert!(told(40.2, 2.6) && told(40.0, 1.0));
        assert!(!told(40.1, 0.4), "40 points of words and none off");
        // As the figures are shown: 40 and one off are 39.
        assert!(told(40.0, 0.6));
        assert!(!told(40.9, 0.2));
    }
}
