//! Partners a call requires: a consortium of a least size, or a body in a certain country.

use std::sync::LazyLock;

use domain::{Condition, PartnerNeed};
use regex::Regex;

use super::{
    mentions,
    numbers::{COUNT, count},
    places::{list_at, places_in},
    regex,
    sentence::Sentence,
    turned,
};

static CONSORTIUM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:at least|a minimum of|minimum(?: of)?|no fewer than|mindestens|не менее(?: чем)?(?: из)?|как минимум(?: из)?|щонайменше(?: з| із)?|не менше(?: ніж)?(?: з)?|не менш за)\s+(?P<members>{COUNT})\s+(?:independent |different |separate |eligible |unabhängigen |verschiedenen |независимых |незалежних )*(?:legal )?(?:entities|organi[sz]ations|partners|beneficiaries|participants|applicants|public bodies|institutions|Partnern|Organisationen|Einrichtungen|организаци\p{{L}}*|партн[её]р\p{{L}}*|участник\p{{L}}*|організаці\p{{L}}*|партнер\p{{L}}*|учасник\p{{L}}*|арганізацы\p{{L}}*)(?P<rest>[^.;]*)"
    ))
});

static COUNTRIES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)^[^0-9]{{0,40}}?(?:from|established in|based in|in|aus|из|з|із|из)\s+(?:at least |mindestens |не менее |щонайменше )?(?P<countries>{COUNT})\s+(?:different |various |eligible |participating |EU |verschiedenen |разных |різних |розных )*(?:countries|Member States|Ländern|стран|країн|краін)"
    ))
});

/// Members of whom no two may come from one country.
static ALL_DIFFERENT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^[:, ]*(?:independent (?:from|of) (?:each other|one another),? (?:and )?)?(?:each(?: of them)?(?: one)? |all )?(?:established|based|registered|located)? ?(?:in|from) (?:a )?different (?:\w+ )?(?:Member States?|countr(?:y|ies))",
    )
});

/// Remarks in brackets.
static REMARK: LazyLock<Option<Regex>> = LazyLock::new(|| regex(r"\s*\([^()]*\)"));

static ABOUT_CONSORTIUM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)consorti|as beneficiaries|applicant|proposal|application|partnership|Konsorti|Antrag|Verbund|консорци|заявк|партн[её]рств|консорці|партнерств|кансорцы|заяўк",
    )
});

static NOT_A_CONSORTIUM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bmay\b|\bcan\b|or more|should|income|region|encourag|recommend|associated partner|exception|except|unless|\bnot\b|per |kann|sollte|empfohlen|может|могут|желательно|рекоменд|може|можуть|бажано",
    )
});
/// The least size of a consortium.
pub(super) fn consortium(sentence: &Sentence) -> Option<Condition> {
    const LEAST: &[&str] =
        &["least", "inimum", "fewer", "indestens", "менее", "минимум", "енше", "менш"];
    if !mentions(sentence.text, LEAST) {
        return None;
    }
    let text = REMARK.as_ref()?.replace_all(sentence.text, "");
    // The usual opening of a rule of a programme that a call takes over.
    let text = text.replace("Unless otherwise provided for in the specific call conditions", "");
    let text = text.as_str();
    if !ABOUT_CONSORTIUM.as_ref()?.is_match(text) || NOT_A_CONSORTIUM.as_ref()?.is_match(text) {
        return None;
    }
    let mut all = CONSORTIUM.as_ref()?.captures_iter(text);
    let found = all.next()?;
    if all.next().is_some() {
        return None;
    }
    let members = count(found.name("members")?.as_str())?;
    let rest = found.name("rest").map_or("", |rest| rest.as_str());
    let countries = match COUNTRIES.as_ref()?.captures(rest) {
        Some(found) => count(found.name("countries")?.as_str())?,
        None if ALL_DIFFERENT.as_ref()?.is_match(rest) => members,
        // A dash begins a description of the members.
        None if rest.trim_start().starts_with(['—', '–']) => 1,
        // A condition on the members that is not understood is not a minimum of any members.
        None if !rest.trim().is_empty() => return None,
        None => 1,
    };
    let need = PartnerNeed::Consortium { members, countries };
    (members > 1).then_some(Condition::Partner { need })
}

/// What must be worked with, up to the country it must be in.
static HOST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)(?:(?:must|shall|have to|has to|is required to|are required to|need to|needs to)\s+(?:also )?(?:have|include|involve|identify|find|partner with|cooperate with|collaborate with|work with|apply with|be submitted (?:jointly |together )?with)|partnering with|in (?:mandatory |close )?partnership with|(?:müssen|muss|ist|sind)\s[^.;]{0,40}?mit|(?:обязател\p{L}+|необходим\p{L}*|долж\p{L}+ (?:иметь|включать|привлечь)|обов.язков\p{L}+|повинн\p{L}+ (?:мати|залучити|включати)|ма(?:є|ють) (?:мати|включати|залучити)|необхідн\p{L}+|павінн\p{L}+ мець|абавязков\p{L}+)[^.;]{0,40}?)\s*(?:at least one |at least \w+ |one or more |one |an? |the |einer |einem |mindestens einer |mindestens einem )?(?:[\p{L}-]+ ){0,3}?(?:partners?(?: organi[sz]ations?)?|organi[sz]ations?|NGOs?|CSOs?|institutions?|Partner\w*|Organisation\w*|партн[её]р\p{L}*|організаці\p{L}*|организаци\p{L}*|арганізацы\p{L}*)\s+(?:registered |based |established |located |who are |which is |that is )*(?:in|from|aus|из|в|з|із|у|ў)\s+",
    )
});

/// A partner named by the adjective of its country: `must have a Ukrainian partner`.
static HOST_BY_ADJECTIVE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)(?:must|shall|have to|has to|is required to|are required to)\s+(?:have|include|involve|identify|partner with|cooperate with|collaborate with|work with)\s+(?:at least one |one |an? )(?:local )?",
    )
});

static THEN_PARTNER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(r"(?i)^\s+(?:[\p{L}-]+ )?(?:partners?|organi[sz]ations?|NGOs?|CSOs?|institutions?)\b")
});

/// A local partner, wherever the work happens.
static LOCAL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)(?:must|shall|have to|has to|is required to|are required to)\s+(?:have|include|involve|identify|partner with|cooperate with|collaborate with|work with|apply with)\s+(?:at least one |one |an? )local (?:partner|organi[sz]ation|NGO|CSO|institution)\w*|(?:обязательн\p{L}+|необходим\p{L}*) (?:наличие )?местн\p{L}+ партн[её]р\p{L}*|обов.язков\p{L}+ (?:наявність )?місцев\p{L}+ партнер\p{L}*|ein lokaler Partner ist (?:erforderlich|Voraussetzung)",
    )
});

/// Some partner, wherever it is.
static SOME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bappl(?:icants?|ications?)\s+(?:must|shall|are required to|have to)\s+(?:have|include|involve|identify|partner with)\s+(?:at least one |one or more |an? )(?:[\p{L}-]+ ){0,2}partners?\b",
    )
});

static NO_MUST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bmay\b|\bcan\b|should|could|encourag|recommend|welcome|preferabl|preferred|priority|optional|\bif\b|unless|except|\bnot\b|e\.g\.|for example|such as|third countr|sollte|kann|möglich|empfohlen|желательн|рекоменд|может|могут|приоритет|\bне\b|бажан|може|можуть|пріоритет|пажадан",
    )
});

/// A partner that must be in a certain country, or where the work happens.
pub(super) fn host(sentence: &Sentence) -> Option<Condition> {
    const PARTNER: &[&str] = &[
        "artner",
        "ollaborat",
        "ooperat",
        "work with",
        "apply with",
        "submitted",
        "must have",
        "must include",
        "must involve",
        "арнер",
        "артнёр",
        "артнер",
    ];
    let text = sentence.text;
    if !mentions(text, PARTNER) || NO_MUST.as_ref()?.is_match(text) {
        return None;
    }
    let need = |places| Some(Condition::Partner { need: PartnerNeed::HostCountry { places } });
    let places = places_in(text);
    if let Some(found) = HOST.as_ref()?.find(text)
        && let Some((list, end)) = list_at(text, found.end(), &places)
    {
        let certain = !super::places::goes_on(&text[end..])
            && !turned::turns(text, end)
            && turned::is_whole(text, found.end(), end);
        return if certain { need(list) } else { None };
    }
    if let Some(found) = HOST_BY_ADJECTIVE.as_ref()?.find(text)
        && let Some(named) = places.iter().find(|named| named.start == found.end())
        && THEN_PARTNER.as_ref()?.is_match(&text[named.end..])
        && !turned::turns(text, named.end)
    {
        return need(vec![named.place]);
    }
    if LOCAL.as_ref()?.is_match(text) {
        return need(Vec::new());
    }
    let some = SOME.as_ref()?.is_match(text) && places.is_empty();
    some.then_some(Condition::Partner { need: PartnerNeed::Any })
}
