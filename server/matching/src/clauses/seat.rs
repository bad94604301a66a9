//! Where an applicant must, or must not, be registered.

use std::sync::LazyLock;

use domain::{Condition, Place};
use regex::Regex;

use super::{mentions, regex, sentence::Sentence};
use crate::places::{self, Named};

/// Bodies that apply, in the five languages.
const BODIES: &str = r"applicants?|organi[sz]ations?|entit(?:y|ies)|NGOs?|CSOs?|associations?|institutions?|bodies|beneficiar(?:y|ies)|non-?profits?|outlets?|foundations?|charities|newsrooms?|media|initiatives|Antragstell\w*|Organisation(?:en)?|Einrichtung(?:en)?|Vereine?|Stiftung(?:en)?|Träger|Personen|Zuwendungsempfänger\w*|организаци\p{L}*|НКО|НПО|заявител\p{L}*|юрлиц\p{L}*|юридическ\p{L}+ лиц\p{L}*|объединени\p{L}*|редакци\p{L}*|СМИ|фонд\p{L}*|організаці\p{L}*|ОГС|НУО|заявник\p{L}*|юридичн\p{L}+ ос\p{L}+|об.єднан\p{L}*|медіа|арганізацы\p{L}*|заяўнік\p{L}*|юрыдычн\p{L}+ ас\p{L}+|аб.яднанн\p{L}*";

/// Words that join a body to the country of its seat.
const SEATED: &str = r"(?:registered|established|incorporated|headquartered|domiciled|legally based|based) (?:in|within)|with (?:a |an |their |its )?(?:registered |legal |statutory )?(?:seat|office|headquarters) in|mit (?:eigenem |rechtlichem |satzungsmäßigem )?Sitz in|(?:ansässig|registriert|niedergelassen|eingetragen) in|(?:зарегистрирован|учрежд[её]н|базирующи)\p{L}* (?:в|во|на территории)|(?:зареєстрован|заснован)\p{L}* (?:в|у|на території)|(?:зарэгістраван|заснаван)\p{L}* (?:у|ў|на тэрыторыі)";

/// A body, at most a few words, and the words that join it to a country.
static BODY_SEATED: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(&format!(r"(?i)(?:{BODIES})[^.;:]{{0,60}}?(?:{SEATED})\s+")));

/// Applicants from a country, in so many words.
static BODY_FROM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:{BODIES})\s+(?:(?:only|exclusively|только|лише|тільки|толькі) )?(?:from|aus|из|із|з|зі)\s+"
    ))
});

/// The field on who may apply begins with bodies and the country they are in.
static BODY_IN: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(&format!(r"(?i)^(?:[\p{{L}}-]+ ){{0,3}}(?:{BODIES})\s+in\s+")));

/// A body right after the adjective of a country.
static BODY_NEXT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)^(?:\s+(?:civil society|non-?profit|non-?governmental|independent|public|local|public-benefit|неприбуткові|некоммерческие|громадські|общественные|незалежні|независимые|gemeinnützige))*\s+(?:{BODIES})"
    ))
});

/// Words after which a sentence does not say plainly where an applicant must be registered.
static UNSURE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bnot\b|\bno\b|\bany\b|\bcannot\b|typically|usually|exception|except|unless|third countr|controlled|deemed|may also|also |partner|preferabl|priority|for example|e\.g\.|such as|including|if |Ausnahme|außer|\bnicht\b|\bkein|beispielsweise|Partner|bevorzug|\bне\b|кроме|крім|акрамя|исключени|винят|например|наприклад|напрыклад|партн|приоритет|пріоритет|в том числе|зокрема|у тым ліку",
    )
});

/// Words that turn a seat into an exclusion.
static EXCLUDED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)^\W*(?:are|is|will be|shall be)\s+(?:not eligible|ineligible|excluded)|^\W*(?:cannot|can not|may not|must not)\s+(?:apply|participate)|^\W*sind\s+(?:nicht antragsberechtigt|ausgeschlossen)|^\W*(?:не могут|не допускаются|не можуть|не могуць)",
    )
});

/// Where an applicant must or must not be registered. `who`: the sentence stands in the field that
/// says who may apply.
pub(super) fn country(sentence: &Sentence, who: bool) -> Option<Condition> {
    const SEAT: &[&str] = &[
        "registered",
        "established",
        "incorporated",
        "headquarter",
        "domiciled",
        "based",
        "seat",
        "office",
        "Sitz",
        "ansässig",
        "registriert",
        "niedergelassen",
        "eingetragen",
        "арегистрир",
        "чрежд",
        "азирующ",
        "ареєстр",
        "аснован",
        "арэгістр",
        "аснаван",
    ];
    let text = sentence.text;
    if !who && !mentions(text, SEAT) {
        return None;
    }
    let places = places::find(text);
    if places.is_empty() {
        return None;
    }
    if let Some(seated) = BODY_SEATED.as_ref()?.find(text)
        && let Some((list, end)) = list_at(text, seated.end(), &places)
    {
        if EXCLUDED.as_ref()?.is_match(&text[end..]) {
            return Some(Condition::EntityCountry { any_of: Vec::new(), none_of: list });
        }
        return plain(text, end)
            .then_some(Condition::EntityCountry { any_of: list, none_of: Vec::new() });
    }
    if !who || !plain(text, text.len()) {
        return None;
    }
    let from = [BODY_FROM.as_ref()?, BODY_IN.as_ref()?]
        .into_iter()
        .filter_map(|pattern| pattern.find(text))
        .find_map(|found| list_at(text, found.end(), &places));
    let any_of = match from {
        Some((list, end)) if ends_there(&text[end..]) => list,
        Some(_) => return None,
        None => adjectives(text, &places)?,
    };
    Some(Condition::EntityCountry { any_of, none_of: Vec::new() })
}

/// Whether the sentence does not soften what it says, and the list of places ends at `end`.
fn plain(text: &str, end: usize) -> bool {
    UNSURE.as_ref().is_some_and(|unsure| !unsure.is_match(text)) && !goes_on(&text[end..])
}

/// The list of places that begins at a byte: places with only joining words between them. Returns
/// where it ends.
fn list_at(text: &str, start: usize, places: &[Named]) -> Option<(Vec<Place>, usize)> {
    let mut list: Vec<Place> = Vec::new();
    let mut end = start;
    for named in places.iter().filter(|named| named.start >= start) {
        if !joins(&text[end..named.start], list.is_empty()) {
            break;
        }
        if !list.contains(&named.place) {
            list.push(named.place);
        }
        end = named.end;
    }
    (!list.is_empty()).then_some((list, end))
}

/// Whether only joining words stand between two places of a list, or before its first.
fn joins(between: &str, first: bool) -> bool {
    const JOINING: &str = "and or the a an one of any other either und oder der dem den einem eines einer и или либо в во из одной одном та і й або чи у в із з ці або ў country countries territory стран страны странах країн країни країнах краін краіны";
    let words = between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let all_joining = words.clone().all(|word| {
        let word = word.to_lowercase();
        JOINING.split(' ').any(|joining| joining == word)
    });
    let stops = between.contains(['.', ';', ':', '(', ')']);
    all_joining && !stops && (first || !between.trim().is_empty())
}

/// Whether something that may be a further place follows a list: a joining word that no new clause
/// follows, or a bracket.
fn goes_on(after: &str) -> bool {
    const CLAUSE: &str = "can may must are is who which that with have has shall will apply können müssen sind die могут должны имеют которые можуть мають які що могуць маюць якія";
    let after = after.trim_start();
    let joined = after.strip_prefix([',', '/', '(']).or_else(|| {
        ["and ", "or ", "und ", "oder ", "и ", "или ", "та ", "або ", "чи ", "і ", "ці "]
            .into_iter()
            .find_map(|word| after.strip_prefix(word))
    });
    joined.is_some_and(|rest| {
        let next = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next();
        !next.is_some_and(|next| CLAUSE.split(' ').any(|word| word == next))
    })
}

/// Whether nothing follows that could change the meaning.
fn ends_there(after: &str) -> bool {
    after.trim_matches(|c: char| !c.is_alphanumeric()).is_empty()
}

/// Countries named by adjectives right before bodies at the beginning: `Polish and Ukrainian CSOs`.
fn adjectives(text: &str, places: &[Named]) -> Option<Vec<Place>> {
    let first = places.first().filter(|named| named.start == 0)?;
    let (list, end) = list_at(text, first.start, places)?;
    let follows = BODY_NEXT.as_ref()?.find(&text[end..])?;
    let whole = ends_there(&text[end + follows.end()..]);
    whole.then_some(list)
}
