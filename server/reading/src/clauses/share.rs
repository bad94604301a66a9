//! The share of the costs that an applicant must bring.

use std::sync::LazyLock;

use domain::Condition;
use regex::Regex;

use super::{has_figure, mentions, numbers::number, regex, sentence::Sentence};

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
        r"(?i)(?:funding rate|co-?financing rate|grant (?:will |may |can )?covers?|Förderquote|Fördersatz|^[\p{{L}} ]{{1,40}} (?:Grants|Projects|Actions) \([A-Z]{{2,6}}\) (?:—|–|-))[^.;0-9%]{{0,60}}?(?P<rate>[0-9]{{1,3}})\s*{PERCENT}"
    ))
});

/// No share of the applicant's own is asked for.
static NO_SHARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:there is no (?:required )?(?:funding )?(?:match(?:ing)?|cost[- ]shar\w+|co-?financing|co-?funding)(?: funds?| requirement| required)?|no (?:local |cash |matching |cost[- ]shar\w+ )*(?:match(?:ing)?|matching funds?|cost[- ]shar\w+|co-?financing|co-?funding)(?: funds?| requirement)? (?:is|are) (?:required|needed|necessary)|no match(?:ing funds?)? required|non-matching (?:\w+ )?grants?\b|(?:match(?:ing funds?)?|cost[- ]shar\w+|co-?financing|co-?funding|own contribution) (?:is|are) not (?:required|mandatory|obligatory)|(?:does|do) not require (?:a |any )?(?:match(?:ing funds?)?|cost[- ]shar\w+|co-?financing)|(?:Eigenanteil|Eigenmittel|Kofinanzierung) (?:ist|sind) nicht (?:erforderlich|notwendig)|(?:софинансирование|собственный вклад) не (?:требуется|обязательн\w+)|(?:співфінансування|власний внесок) не (?:вимагається|потрібн\w+|є обов.язков\w+)|(?:суфінансаванне|уласны ўнёсак) не (?:патрабуецца|абавязков\w+))",
    )
});

/// A share that equals the grant: `a dollar-for-dollar match`.
static EQUAL_SHARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:1:1|1-to-1|one-to-one|dollar[- ]for[- ]dollar|50/50|equal)\s+(?:cash |non-federal |local )*match|match(?:ing)?(?: funds?)?(?: requirement)?(?: is| are| of| at| on a| must be)* (?:1:1|one-to-one|dollar[- ]for[- ]dollar|50/50)",
    )
});

/// `a match of 25 percent`, `25% match`.
static MATCH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:at least |minimum(?: of)? |a |an )?(?P<a>[0-9]{{1,2}})\s*{PERCENT}\s*(?:minimum |non-federal |non-state |local |cash |in-kind |or )*(?:match\b|matching (?:funds?|contribution|share|requirement)|cost[- ]shar\w+)|\b(?:match(?:ing)?(?: funds?| contribution| requirement| share)?|cost[- ]shar\w+)(?: requirement)?(?: is required| is| are| of| at| equal to| must be| must equal| totaling)+ (?:at least |a minimum of |no less than |not less than )?(?P<b>[0-9]{{1,2}})\s*{PERCENT}"
    ))
});

/// A share reckoned from the grant and not from the costs, or one that not everyone has to bring.
static OTHER_BASE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)of (?:the |their |its )?(?:\w+ ){0,3}(?:grant|award|request|funds|funding)\b|grant amount|amount (?:requested|awarded)|\bif\b|unless|except|waive|reduc|may |can be|could|some |certain|encourag|prefer|priorit|addition|construction|for-profit|categor|tier|track|phase|up to",
    )
});

/// A share that nobody has to bring, or not everybody.
static NOT_OF_ALL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bnot (?:be )?(?:required|necessary|needed|mandatory|obligatory|compulsory|asked|expected)|\bnot require|\bexempt|\bnicht (?:erforderlich|notwendig|nötig|verlangt|verpflichtend|erwartet)|\bkein|\bentfällt|\baußer\b|\bausgenommen|\bне (?:требу|обяз|нуж|ожида|вимага|обов|потріб|очіку|патраб|абав)|\bкроме\b|\bкрім\b|\bокрім\b|\bакрамя\b|\bапроч",
    )
});

static ANY_PERCENT: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(&format!(r"(?i)[0-9]\s*{PERCENT}")));

/// Letters of words for per cent.
const SHARES: &[&str] =
    &["%", "ercent", "er cent", "rozent", "v. H", "v.H", "роцент", "ідсот", "дсотк", "рацэнт"];

/// The share of the costs that the applicant must bring.
pub(super) fn co_financing(sentence: &Sentence) -> Option<Condition> {
    let text = sentence.text;
    if let Some(percent) = no_or_equal_share(text) {
        return Some(Condition::CoFinancing { percent });
    }
    if !has_figure(text)
        || !mentions(text, SHARES)
        || ANY_PERCENT.as_ref()?.find_iter(text).count() != 1
        || text.contains("up to 100")
    {
        return None;
    }
    if NOT_OF_ALL.as_ref()?.is_match(text) {
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
        "ommunen",
        "ommunal",
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
    } else if let Some(found) = OWN_SHARE.as_ref()?.captures(text) {
        number(&found, "a").or_else(|| number(&found, "b"))?
    } else {
        let found = MATCH.as_ref()?.captures(text)?;
        if OTHER_BASE.as_ref()?.is_match(text) {
            return None;
        }
        number(&found, "a").or_else(|| number(&found, "b"))?
    };
    (1..100).contains(&percent).then_some(Condition::CoFinancing { percent })
}

/// No share at all, or half of the costs.
fn no_or_equal_share(text: &str) -> Option<u8> {
    const SHARE: &[&str] = &[
        "match",
        "Match",
        "ost shar",
        "ost-shar",
        "ofinanc",
        "o-financ",
        "ofund",
        "o-fund",
        "own contribution",
        "igenanteil",
        "igenmittel",
        "ofinanzierung",
        "офинансиров",
        "обственный вклад",
        "півфінансув",
        "ласний внесок",
        "уфінансаван",
        "ласны ўнёсак",
    ];
    if !mentions(text, SHARE) || OTHER_BASE.as_ref()?.is_match(text) {
        return None;
    }
    if NO_SHARE.as_ref()?.is_match(text) {
        return Some(0);
    }
    let equal =
        EQUAL_SHARE.as_ref()?.is_match(text) && !text.contains(" no ") && !text.contains(" not ");
    equal.then_some(50)
}
