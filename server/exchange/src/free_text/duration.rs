//! Durations in words.

use std::sync::LazyLock;

use domain::{
    MonthRange,
    written::{SPAN as UNIT, months_in},
};

use super::{HEDGES, Pattern, fits, part, pattern};

static SPAN: Pattern = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?P<upto>up to|up до|до|bis zu|bis|maximum(?: of)?|max\.?|не більше|не более)?\s*(?P<first>\d{{1,3}})\s*(?P<unit1>{UNIT})?\s*(?:(?:-|–|—|to|bis|до)\s*(?P<second>\d{{1,3}}))?[\s-]*(?P<unit2>{UNIT})?(?P<rest>.*)$"
    ))
});
/// What may follow: words without numbers, which may change what the first ones mean.
static WORDS: Pattern = LazyLock::new(|| pattern(r"^\D{0,60}$"));
/// What may follow a lone number: what the months are for would make them something else.
static LONE: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:$|[.;,(+]|max|min|at (?:most|least)|or (?:more|longer)|implementation|project|grant|total|і більше|та більше|и более|з можлив|с возможн|максимум|макс|höchstens|maximal|mindestens|laufzeit)",
    )
});
static MOST: Pattern =
    LazyLock::new(|| pattern(r"(?i)^\s*\(?(?:max|at most|максимум|макс|höchstens|maximal)"));
static LEAST: Pattern = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:\(?(?:min|at least|or (?:more|longer)|і більше|та більше|и более|mindestens)|\+)",
    )
});
static HEDGED: Pattern = LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{HEDGES})")));

#[cfg(test)]
pub(super) fn patterns() -> [&'static Pattern; 6] {
    [&SPAN, &WORDS, &LONE, &MOST, &LEAST, &HEDGED]
}

/// Understands texts such as `12-24 months`, `до 2 років` or `6 months - 2 years`. One number is the
/// most a project may last: that a shorter one is refused would have to be said.
#[must_use]
pub fn months(text: &str) -> Option<MonthRange> {
    let found = SPAN.as_ref()?.captures(text.trim())?;
    let rest = part(&found, "rest");
    let (unit_1, unit_2) = (part(&found, "unit1"), part(&found, "unit2"));
    if !fits(&WORDS, rest) || (unit_1.is_empty() && unit_2.is_empty()) {
        return None;
    }
    let number = |name: &str, unit: &str| {
        part(&found, name).parse::<u16>().ok().map(|count| count * months_in(unit))
    };
    let either = if unit_1.is_empty() { unit_2 } else { unit_1 };
    let up_to = found.name("upto").is_some();
    if found.name("second").is_some() {
        // “1-5 years, depending on the programme” still is a span.
        let span = MonthRange::new(number("first", either), number("second", unit_2));
        return span.filter(|_| !up_to && !unit_2.is_empty());
    }
    // “12 months, usually” is no limit, and `12 months years` is nothing.
    let two_units = !unit_1.is_empty() && !unit_2.is_empty();
    if two_units || fits(&HEDGED, rest) || !fits(&LONE, rest) {
        return None;
    }
    let length = number("first", either);
    match (fits(&LEAST, rest), up_to || fits(&MOST, rest)) {
        (true, true) => None,
        (true, false) => MonthRange::new(length, None),
        (false, _) => MonthRange::new(None, length),
    }
}
