//! Terms of a grant: duration, consortium, core costs, co-financing, language of application.

use std::sync::LazyLock;

use domain::{Condition, Language, MonthRange, PartnerNeed};
use regex::{Captures, Regex};

use super::{has_figure, mentions, regex, sentence::Sentence};

/// Words that soften a figure.
static SOFT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)expected|estimated|e\.g\.|\bage\b|\bold\b|indicative|typical|usual|approximat|about|around|average|normally|justified|exception|except|unless|extension|extend|additional|further|subsequent|first|previous|the last |after|before|within|prior|report|evaluation|loan|employ|retain|archive|voraussichtlich|normalerweise|meistens|Beschäftig|Unterlagen|Belege|aufbewahr|Darlehen|Kredit|Arbeitsverh|\*|<|in der Regel|etwa|ungefähr|Ausnahme|Verlängerung|zusätzlich|weitere|erste|innerhalb|nach |vor |обычно|примерно|около|как правило|исключени|продл|перв|последн|после|до начала|отч[её]т|зазвичай|приблизно|близько|як правило|винят|продовж|перш|останн|після|звіт|звычайна|прыкладна|выключэнн|справаздач",
    )
});

fn is_soft(text: &str) -> bool {
    SOFT.as_ref().is_none_or(|soft| soft.is_match(text))
}

/// A group of a pattern as a number.
fn number<N: std::str::FromStr>(found: &Captures, group: &str) -> Option<N> {
    found.name(group).and_then(|digits| digits.as_str().parse().ok())
}

/// What a duration belongs to, close before it.
static ABOUT_DURATION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)(?:projects?|duration|grants?|fellowships?|implementation period|grant period|funding period|Projekte?|Laufzeit|Förderdauer|Förderzeitraum|Dauer|проект\p{L}*|длительност\p{L}*|продолжительност\p{L}*|срок\p{L}* реализации|проєкт\p{L}*|триваліст\p{L}*|строк\p{L}* реалізації|праект\p{L}*|працягласц\p{L}*)[^.;,:0-9]{0,45}$",
    )
});

/// The longest project anyone funds, in months.
const LONGEST: u16 = 120;

const MONTHS: &str =
    r"(?:months?|Monaten?|месяц\p{L}*|місяц\p{L}*|місяців|месяц\p{L}*|месяцаў|мес\.|міс\.)";
const YEARS: &str = r"(?:years?|Jahren?|год\p{L}*|лет|рок\p{L}*|років|гадоў)";

static BETWEEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?P<low>[0-9]{{1,2}})\s*(?:-|–|—|to|and|bis|und|до|по|и|та|і|да)\s*(?P<high>[0-9]{{1,2}})\s*(?:(?P<months>{MONTHS})|(?P<years>{YEARS}))"
    ))
});

static AT_MOST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:up to|a maximum of|maximum(?: duration)?(?: of| is|:)?|max\.?|no (?:more|longer) than|not exceed(?:ing)?|bis zu|höchstens|maximal|längstens|до|не более|не дольше|максимум|не більше|не довше|не больш за|да)\s*(?P<high>[0-9]{{1,2}})\s*(?:(?P<months>{MONTHS})|(?P<years>{YEARS}))|(?P<high2>[0-9]{{1,2}})\s*(?:(?P<months2>{MONTHS})|(?P<years2>{YEARS}))\s*(?:maximum|max\b|at most)"
    ))
});

static AT_LEAST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:at least|a minimum of|minimum(?: duration)?(?: of| is|:)?|no (?:less|shorter) than|mindestens|не менее|минимум|не менше|щонайменше|мінімум|не менш за)\s*(?P<low>[0-9]{{1,2}})\s*(?:(?P<months>{MONTHS})|(?P<years>{YEARS}))"
    ))
});

static ANY_SPAN: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(&format!(r"(?i)[0-9]+\s*(?:{MONTHS}|{YEARS})")));

/// The length of a project. `alone`: the text is nothing but a duration.
pub(super) fn duration(sentence: &Sentence, alone: bool) -> Option<Condition> {
    let text = sentence.text;
    // Two spans in one sentence belong to two things.
    if !has_figure(text) || ANY_SPAN.as_ref()?.find_iter(text).count() != 1 || is_soft(text) {
        return None;
    }
    let about =
        |at: usize| alone || ABOUT_DURATION.as_ref().is_some_and(|r| r.is_match(&text[..at]));
    let factor = |found: &Captures, group: &str| if found.name(group).is_some() { 12 } else { 1 };
    let (at, months) = if let Some(found) = BETWEEN.as_ref()?.captures(text) {
        let factor = factor(&found, "years");
        let low = number::<u16>(&found, "low")? * factor;
        let high = number::<u16>(&found, "high")? * factor;
        (found.get(0)?.start(), MonthRange::new(Some(low), Some(high)))
    } else if let Some(found) = AT_MOST.as_ref()?.captures(text) {
        let high = number::<u16>(&found, "high").or_else(|| number(&found, "high2"))?;
        let high = high * factor(&found, "years").max(factor(&found, "years2"));
        (found.get(0)?.start(), MonthRange::new(None, Some(high)))
    } else if let Some(found) = AT_LEAST.as_ref()?.captures(text) {
        let low = number::<u16>(&found, "low")? * factor(&found, "years");
        (found.get(0)?.start(), MonthRange::new(Some(low), None))
    } else {
        return None;
    };
    let months = months.filter(|m| m.min.max(m.max).is_some_and(|most| most <= LONGEST))?;
    about(at).then_some(Condition::Duration { months })
}

/// Small numbers in words and figures.
const COUNT: &str = r"(?:[2-9]|two|three|four|five|six|zwei|drei|vier|fünf|двух|тр[её]х|четыр[её]х|пяти|двох|трьох|чотирьох|п.яти|дзвюх|трох|чатырох)";

static CONSORTIUM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:at least|a minimum of|minimum(?: of)?|no fewer than|mindestens|не менее(?: чем)?(?: из)?|как минимум(?: из)?|щонайменше(?: з| із)?|не менше(?: ніж)?(?: з)?|не менш за)\s+(?P<members>{COUNT})\s+(?:independent |different |separate |eligible |unabhängigen |verschiedenen |независимых |незалежних )*(?:legal )?(?:entities|organi[sz]ations|partners|beneficiaries|participants|applicants|Partnern|Organisationen|Einrichtungen|организаци\p{{L}}*|партн[её]р\p{{L}}*|участник\p{{L}}*|організаці\p{{L}}*|партнер\p{{L}}*|учасник\p{{L}}*|арганізацы\p{{L}}*)(?P<rest>[^.;]*)"
    ))
});

static COUNTRIES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)^[^0-9]{{0,40}}?(?:from|established in|based in|in|aus|из|з|із|из)\s+(?:at least |mindestens |не менее |щонайменше )?(?P<countries>{COUNT})\s+(?:different |various |eligible |participating |EU |verschiedenen |разных |різних |розных )*(?:countries|Member States|Ländern|стран|країн|краін)"
    ))
});

static ABOUT_CONSORTIUM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)consorti|applicant|proposal|application|partnership|Konsorti|Antrag|Verbund|консорци|заявк|партн[её]рств|консорці|партнерств|кансорцы|заяўк",
    )
});

static NOT_A_CONSORTIUM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bmay\b|\bcan\b|should|income|region|encourag|recommend|associated partner|exception|except|unless|\bnot\b|per |each|kann|sollte|empfohlen|может|могут|желательно|рекоменд|може|можуть|бажано",
    )
});

fn count(word: &str) -> Option<u8> {
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let stems: [(&[&str], u8); 5] = [
        (&["two", "zwei", "двух", "двох", "дзвюх"], 2),
        (&["three", "drei", "трех", "трёх", "трьох", "трох"], 3),
        (&["four", "vier", "четырех", "четырёх", "чотирьох", "чатырох"], 4),
        (&["five", "fünf", "пяти", "п'яти", "п’яти"], 5),
        (&["six"], 6),
    ];
    let word = word.to_lowercase();
    stems.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, n)| *n)
}

/// The least size of a consortium.
pub(super) fn consortium(sentence: &Sentence) -> Option<Condition> {
    const LEAST: &[&str] =
        &["least", "inimum", "fewer", "indestens", "менее", "минимум", "енше", "менш"];
    let text = sentence.text;
    if !mentions(text, LEAST) {
        return None;
    }
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
        // A condition on the members that is not understood is not a minimum of any members.
        None if !rest.trim().is_empty() => return None,
        None => 1,
    };
    Some(Condition::Partner { need: PartnerNeed::Consortium { members, countries } })
}

static CORE_COSTS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)(?P<yes>core (?:costs|funding|support)(?: (?:is|are|can be|may be))? (?:eligible|available|provided|covered|funded|offered)|(?:provides?|offers?|covers?) (?:flexible |multi-year |unrestricted )*core (?:costs|funding|support)|institutionelle Förderung ist möglich|институциональн\p{L}+ (?:поддержка|расходы) (?:предоставляется|покрываются|допускаются)|інституційн\p{L}+ (?:підтримка|витрати) (?:надається|покриваються|дозволені))|(?P<no>core (?:costs|funding|support)(?: is| are| will be| can)? not (?:eligible|available|be covered|be funded|covered|funded|provided|be provided)|(?:does|do|will|can) ?not (?:cover|fund|support|provide|finance) (?:ongoing |general |regular )*(?:core (?:costs|funding|support)|organi[sz]ational costs|(?:operating|running) costs)|institutionelle Förderung ist (?:nicht möglich|ausgeschlossen)|институциональн\p{L}+ (?:поддержка|расходы) не (?:предоставляется|покрываются|допускаются|финансируются)|інституційн\p{L}+ (?:підтримка|витрати) не (?:надається|покриваються|дозволені|фінансуються))",
    )
});

/// Whether core costs may be paid.
pub(super) fn core_costs(sentence: &Sentence) -> Option<Condition> {
    const CORE: &[&str] = &[
        "ore costs",
        "ore funding",
        "ore support",
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

const PERCENT: &str =
    r"(?:%|per ?cent|Prozent|v\. ?H\.|процент\p{L}*|відсотк\p{L}*|адсотк\p{L}*|працэнт\p{L}*)";

static OWN_SHARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let own = r"co-?financing|co-?funding|own contribution|own resources|matching funds|match funding|Eigenanteil|Eigenmittel|Kofinanzierung|Eigenbeteiligung|софинансировани\p{L}*|собственн\p{L}+ вклад\p{L}*|співфінансуванн\p{L}*|власн\p{L}+ внес\p{L}*|суфінансаванн\p{L}*|уласн\p{L}+ унёс\p{L}*";
    regex(&format!(
        r"(?i)(?:{own})[^.;0-9%]{{0,60}}?(?P<a>[0-9]{{1,2}})\s*{PERCENT}|(?:at least|minimum(?: of)?|mindestens|не менее|не менше|щонайменше|не менш за)\s*(?P<b>[0-9]{{1,2}})\s*{PERCENT}[^.;0-9%]{{0,60}}?(?:{own})"
    ))
});

static FUNDING_RATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:funding rate|co-?financing rate|grant (?:will |may |can )?covers?|Förderquote|Fördersatz)[^.;0-9%]{{0,60}}?(?P<rate>[0-9]{{1,3}})\s*{PERCENT}"
    ))
});

static ANY_PERCENT: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(&format!(r"(?i)[0-9]\s*{PERCENT}")));

/// The share of the costs that the applicant must bring.
pub(super) fn co_financing(sentence: &Sentence) -> Option<Condition> {
    let text = sentence.text;
    if !has_figure(text)
        || ANY_PERCENT.as_ref()?.find_iter(text).count() != 1
        || text.contains("up to 100")
    {
        return None;
    }
    let unsure = [
        "not required",
        "no co-",
        "except",
        "unless",
        "recommended",
        "Ausnahme",
        "не требуется",
        "не вимага",
        "не обов",
        "бажано",
        "желательн",
        "may be",
        "preferred",
        "additional activities",
        "should",
        "if ",
        "where ",
        "<",
        "Prozentpunkt",
        "Soweit",
        "regelmäßig",
        "Maßnahmen nach",
        "erhöh",
        "übersteig",
        "ausnahmsweise",
        "nationale",
        "soweit",
        "sofern",
        "wenn",
        "soll",
        "ommun",
        "emeinde",
        "Selbsthilfe",
        "angemessen",
        "zusammen",
        "Landkreis",
    ];
    if unsure.iter().any(|word| text.contains(word)) {
        return None;
    }
    let percent = if let Some(found) = FUNDING_RATE.as_ref()?.captures(text) {
        100_u8.checked_sub(number(&found, "rate")?)?
    } else {
        let found = OWN_SHARE.as_ref()?.captures(text)?;
        number(&found, "a").or_else(|| number(&found, "b"))?
    };
    (1..100).contains(&percent).then_some(Condition::CoFinancing { percent })
}

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
        "кроме",
        "крім",
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
