//! How long an applicant must have been registered.

use std::sync::LazyLock;

use domain::Condition;
use regex::Regex;

use super::{
    mentions,
    numbers::{COUNT, MONTHS, YEARS, months},
    regex,
    sentence::Sentence,
};

/// `registered for at least two years`, and `at least two years of registration`.
static AGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let least = r"at least|a minimum of|minimum|no less than|not less than|no fewer than|more than|mindestens|не менее|не менее чем|минимум|не менше|не менше ніж|щонайменше|мінімум|не менш за|не менш чым|прынамсі";
    let been = r"(?:registered|established|incorporated|founded|in existence|existed|legally existing|legal existence|been in operation|registration|officially operating|legally operating|registriert|eingetragen|bestehen|bestanden|existier\w+|gegründet|зарегистрирован\p{L}*|существ\p{L}+|зареєстрован\p{L}*|існу\p{L}+|діють|зарэгістраван\p{L}*|існу\p{L}+|дзейнічаюць)";
    regex(&format!(
        r"(?i)\b{been}\b(?: and active| and operating| and operational| with [\p{{L}} ]{{1,20}})?[^.;,0-9]{{0,45}}?(?:for |since |not |не )?(?:{least}) (?P<count>{COUNT}) (?P<unit>{MONTHS}|{YEARS})\b|(?:{least}) (?P<count2>{COUNT}) (?P<unit2>{MONTHS}|{YEARS})\s+(?:of |since |from |after |from the date of |following |before |prior to |old|з дати |з моменту |с даты |с момента |з даты |nach |seit |alt |vor )?(?:its |their |the |the date of |official |legal |ihrer |der |державної |государственной )*(?:{been}|old\b|alt\b|реєстрації|регистрации|рэгістрацыі|Eintragung|Gründung|Registrierung)|seit (?:mindestens) (?P<count3>{COUNT}) (?P<unit3>{MONTHS}|{YEARS}) (?:besteh\p{{L}}*|eingetragen|registriert|existier\p{{L}}*|bestanden|gegründet)"
    ))
});

/// Bodies that apply; without them the age is somebody else's.
static BODY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)applicant|organi[sz]ation|entit(?:y|ies)|NGO|CSO|association|institution|outlet|foundation|non-?profit|legally|Antragstell|Organisation|Verein|Träger|Stiftung|организаци|заявител|НКО|организаці|організаці|заявник|ГО\b|арганізацы|заяўнік|^(?:be|have been|must)",
    )
});

/// What leaves it open, or means others than the one who applies.
static UNSURE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\bnot\b (?:required|necessary|need)|\b(?:must|may|shall|should) not\b|\bcannot\b|\bexempt|\bausgenommen|\bnicht (?:länger|mehr|älter)|\bне (?:долж|мог|повин|мож|павін)|need not|prefer|priority|ideally|should|encourag|unless|except|\bor\b|\bif\b|partner|staff|employee|business entities|third part|experience|history|record|project|exception|Ausnahme|oder|sollte|partn|желательн|приоритет|или|кроме|исключ|опыт|бажан|пріоритет|або|крім|винят|досвід|пажадан|ці |акрамя",
    )
});

/// Letters of words for a least measure.
const LEAST: &[&str] = &[
    "least",
    "inimum",
    "less than",
    "fewer",
    "more than",
    "indestens",
    "менее",
    "инимум",
    "менше",
    "айменше",
    "інімум",
    "менш",
    "рынамсі",
];

/// How long an applicant must have been registered, at least.
pub(super) fn entity_age(sentence: &Sentence) -> Option<Condition> {
    const SINCE: &[&str] = &[
        "egister",
        "stablished",
        "ncorporated",
        "ounded",
        "xist",
        "registration",
        "old",
        "operat",
        "egistri",
        "ingetragen",
        "esteh",
        "estanden",
        "egründet",
        "егистр",
        "уществ",
        "еєстр",
        "снує",
        "снують",
        "діють",
        "эгістр",
        "існу",
        "дзейніч",
    ];
    let text = sentence.text;
    if !mentions(text, LEAST) || !mentions(text, SINCE) {
        return None;
    }
    let found = AGE.as_ref()?.captures(text)?;
    if !BODY.as_ref()?.is_match(text) || UNSURE.as_ref()?.is_match(text) {
        return None;
    }
    let months = months(&found, "count", "unit")
        .or_else(|| months(&found, "count2", "unit2"))
        .or_else(|| months(&found, "count3", "unit3"))?;
    (1..=240).contains(&months).then_some(Condition::EntityAge { months })
}
