//! What the money may be spent on: core costs, and grants to others.

use std::sync::LazyLock;

use domain::Condition;
use regex::Regex;

use super::{mentions, regex, sentence::Sentence};

static CORE_COSTS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)(?P<yes>core (?:costs|funding|support)(?: (?:is|are|can be|may be))? (?:eligible|available|provided|covered|funded|offered)|(?:provides?|offers?|covers?) (?:flexible |multi-year |unrestricted )*core (?:costs|funding|support)|(?:provides?|offers?) (?:flexible |multi-year |unrestricted )*(?:general )?operating (?:support|funding)|institutionelle Förderung ist möglich|институциональн\p{L}+ (?:поддержка|расходы) (?:предоставляется|покрываются|допускаются)|інституційн\p{L}+ (?:підтримка|витрати) (?:надається|покриваються|дозволені))|(?P<no>core (?:costs|funding|support)(?: is| are| will be| can)? not (?:eligible|available|be covered|be funded|covered|funded|provided|be provided)|(?:does|do|will|can) ?not (?:cover|fund|support|provide|finance) (?:ongoing |general |regular )*(?:core (?:costs|funding|support)|organi[sz]ational costs|(?:operating|running) costs)|institutionelle Förderung ist (?:nicht möglich|ausgeschlossen)|институциональн\p{L}+ (?:поддержка|расходы) не (?:предоставляется|покрываются|допускаются|финансируются)|інституційн\p{L}+ (?:підтримка|витрати) не (?:надається|покриваються|дозволені|фінансуються))",
    )
});

/// Whether core costs may be paid.
pub(super) fn core_costs(sentence: &Sentence) -> Option<Condition> {
    const CORE: &[&str] = &[
        "ore costs",
        "ore funding",
        "ore support",
        "perating",
        "oes not",
        "o not",
        "ill not",
        "annot",
        "an not",
        "nstitutionelle",
        "нституц",
    ];
    if !mentions(sentence.text, CORE) {
        return None;
    }
    let found = CORE_COSTS.as_ref()?.captures(sentence.text)?;
    let plain = !["exception", "except", "unless", "only if", "Ausnahme", "исключени", "винят"]
        .iter()
        .any(|word| sentence.text.contains(word));
    plain.then(|| Condition::CoreCosts { allowed: found.name("yes").is_some() })
}

/// Passing money on, in the words that mean nothing else.
const PASSING_ON: &str = r"(?:financial support to third parties|support to third parties|FSTP|re-?granting|sub-?granting|sub-?grants?|cascading grants?|cascade funding|Weiterleitung (?:der Mittel |von Mitteln |von Fördermitteln )?an Dritte|Weitergabe (?:der Mittel |von Mitteln |von Fördermitteln )?an Dritte|регрантинг|суб-?грант\p{L}*|субгрантування|субгрантирование|рэгрантынг)";

static PASSES_ON: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?P<no>(?:may|must|can|shall|do|does|will)(?: ?not|not)(?: \w+)? (?:provide|give|award|make|use|offer|issue|include|allow|permit)[^.;]{{0,30}}? {PASSING_ON}|{PASSING_ON}(?: \(\w+\))?(?: is| are| will be)? (?:not (?:allowed|permitted|eligible|possible|foreseen|authori[sz]ed)|prohibited|excluded|forbidden|ineligible)|{PASSING_ON} (?:ist|sind) (?:nicht (?:zulässig|möglich|erlaubt|gestattet)|ausgeschlossen|unzulässig)|{PASSING_ON} не (?:допуска\p{{L}}+|разреша\p{{L}}+|предусмотр\p{{L}}+|дозволя\p{{L}}+|передбач\p{{L}}+|дапуска\p{{L}}+|дазваля\p{{L}}+))|(?P<yes>(?:may|must|can|shall)(?: also)? (?:provide|give|award|use|offer|issue) {PASSING_ON}|{PASSING_ON}(?: \(\w+\))? can only be (?:provided|given|awarded)|{PASSING_ON}(?: \(\w+\))? (?:is|are|will be) (?:allowed|permitted|eligible|possible|mandatory|obligatory|required)|{PASSING_ON} (?:ist|sind) (?:zulässig|möglich|erlaubt|gestattet|vorgesehen)|{PASSING_ON} (?:допуска\p{{L}}+|разреша\p{{L}}+|предусмотр\p{{L}}+|дозволя\p{{L}}+|передбач\p{{L}}+|дапуска\p{{L}}+|дазваля\p{{L}}+))"
    ))
});

/// Whether the money may be passed on.
pub(super) fn regranting(sentence: &Sentence) -> Option<Condition> {
    const GRANTS: &[&str] = &[
        "third part",
        "hird Part",
        "FSTP",
        "granting",
        "subgrant",
        "sub-grant",
        "ubgrants",
        "ascad",
        "an Dritte",
        "грант",
        "грантын",
    ];
    const UNSURE: &[&str] = &[
        "if ",
        "unless",
        "except",
        "only if",
        "where ",
        "should",
        "Ausnahme",
        "исключени",
        "винят",
    ];
    let text = sentence.text;
    if !mentions(text, GRANTS) {
        return None;
    }
    let found = PASSES_ON.as_ref()?.captures(text)?;
    let until = found.get(0)?.end();
    let plain =
        !mentions(&text[..until], UNSURE) && !mentions(&text[until..], &["unless", "except"]);
    plain.then(|| Condition::Regranting { allowed: found.name("yes").is_some() })
}
