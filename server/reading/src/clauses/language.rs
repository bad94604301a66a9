//! The languages an application may be written in.

use std::sync::LazyLock;

use domain::{Condition, Language};
use regex::Regex;

use super::{mentions, regex, sentence::Sentence};

/// Languages by their names, as stems where names are inflected.
const LANGUAGES: &[(&str, &str)] = &[
    ("en", r"English|Englisch(?:er)?|английск\p{L}+|англійськ\p{L}+|англійск\p{L}+"),
    ("de", r"German|Deutsch(?:er)?|немецк\p{L}+|німецьк\p{L}+|нямецк\p{L}+"),
    ("ru", r"Russian|Russisch(?:er)?|русск\p{L}+|російськ\p{L}+|рускай|рускую"),
    ("uk", r"Ukrainian|Ukrainisch(?:er)?|украинск\p{L}+|українськ\p{L}+|украінск\p{L}+"),
    ("be", r"Belarusian|Belaruss?isch(?:er)?|белорусск\p{L}+|беларуск\p{L}+|білоруськ\p{L}+"),
    ("pl", r"Polish|Polnisch(?:er)?|польск\p{L}+|польськ\p{L}+"),
    ("fr", r"French|Französisch(?:er)?|французск\p{L}+|французьк\p{L}+"),
    ("lt", r"Lithuanian|Litauisch|литовск\p{L}+|литовськ\p{L}+|літоўск\p{L}+"),
    ("ka", r"Georgian|Georgisch|грузинск\p{L}+|грузинськ\p{L}+|грузінск\p{L}+"),
    ("hy", r"Armenian|Armenisch|армянск\p{L}+|вірменськ\p{L}+"),
    ("ro", r"Romanian|Rumänisch|румынск\p{L}+|румунськ\p{L}+"),
];

static NAMES: LazyLock<Vec<(&str, Option<Regex>)>> = LazyLock::new(|| {
    LANGUAGES.iter().map(|(code, names)| (*code, regex(&format!("(?i){names}")))).collect()
});

static APPLY_IN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let any = LANGUAGES.iter().map(|(_, names)| *names).collect::<Vec<_>>().join("|");
    regex(&format!(
        r"(?i)(?:(?:applications?|proposals?|concept notes?|application forms?)[^.;]{{0,40}}?(?:submitted|written|completed|prepared|accepted|filled(?: in| out)?|made|drafted)[^.;]{{0,30}}? in|\b(?:Anträge|Antrag|Bewerbungen|Projektanträge|Projektantrag)\b[^.;]{{0,40}}? (?:in|auf)|заявк\p{{L}}*[^.;]{{0,60}}? на|заявк\p{{L}}*[^.;]{{0,60}}?|заяўк\p{{L}}*[^.;]{{0,60}}? на)\s+(?:either |the |only |только |лише |толькі )?(?P<list>(?:(?:{any})\b(?:\s*(?:,|/|and|or|und|oder|и|или|либо|та|або|чи|і|ці|язык\p{{L}}*|мов\p{{L}}*|Sprache|language)\s*)*)+)"
    ))
});

/// The languages an application may be written in.
pub(super) fn language(sentence: &Sentence) -> Option<Condition> {
    const APPLICATION: &[&str] =
        &["pplication", "roposal", "oncept note", "ntrag", "nträge", "ewerbung", "аявк", "аяўк"];
    let text = sentence.text;
    if !mentions(text, APPLICATION) {
        return None;
    }
    let found = APPLY_IN.as_ref()?.captures(text)?;
    let unsure = [
        " not ",
        "except",
        "exclud",
        "other than",
        "rather than",
        "instead of",
        "apart from",
        "official language",
        "any of",
        "summary",
        "translat",
        "Zusammenfassung",
        "nicht",
        "Dokument",
        "nterlagen",
        " не ",
        "перевод",
        "переклад",
        "außer",
        "usgenommen",
        "usnahme",
        "кроме",
        "помимо",
        "исключени",
        "крім",
        "винятк",
        "акрамя",
        "апроч",
        "выключэнн",
    ];
    if unsure.iter().any(|word| text.contains(word)) {
        return None;
    }
    let list = found.name("list")?.as_str();
    let any_of: Vec<Language> = NAMES
        .iter()
        .filter(|(_, names)| names.as_ref().is_some_and(|names| names.is_match(list)))
        .filter_map(|(code, _)| code.parse().ok())
        .collect();
    (!any_of.is_empty()).then_some(Condition::Language { any_of })
}
