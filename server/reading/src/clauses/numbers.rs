//! Small numbers in words and figures, and spans of time.

use regex::Captures;

/// Small numbers, as they stand before what is counted in the five languages.
pub(super) const COUNT: &str = r"(?:[1-9][0-9]?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|ein(?:e|es|em|en)?|zwei|drei|vier|fünf|sechs|одного|одному|двух|двум|тр[её]х|четыр[её]х|пяти|двох|трьох|чотирьох|п.яти|шести|дзвюх|трох|чатырох|два|две|дві|три)";

/// Months, in the forms that stand after a number.
pub(super) const MONTHS: &str = r"(?:months?|Monaten?|месяц\p{L}*|місяц\p{L}*|месяцаў|мес\.|міс\.)";

/// Years, likewise.
pub(super) const YEARS: &str =
    r"(?:years?|Jahren?|Jahre|год\p{L}*|года|лет|рок\p{L}*|рік|гадоў|гады)";

/// A group of a pattern as a number in figures.
pub(super) fn number<N: std::str::FromStr>(found: &Captures, group: &str) -> Option<N> {
    found.name(group).and_then(|digits| digits.as_str().parse().ok())
}

/// A number of [`COUNT`].
pub(super) fn count(word: &str) -> Option<u8> {
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let word = word.to_lowercase().replace(['\'', '’', 'ʼ', '`'], "'");
    let words: [(&[&str], u8); 11] = [
        (&["one", "ein", "eine", "eines", "einem", "einen", "одного", "одному"], 1),
        (&["two", "zwei", "двух", "двум", "двох", "дзвюх", "два", "две", "дві"], 2),
        (&["three", "drei", "трех", "трёх", "трьох", "трох", "три"], 3),
        (&["four", "vier", "четырех", "четырёх", "чотирьох", "чатырох"], 4),
        (&["five", "fünf", "пяти", "п'яти"], 5),
        (&["six", "sechs", "шести"], 6),
        (&["seven"], 7),
        (&["eight"], 8),
        (&["nine"], 9),
        (&["ten"], 10),
        (&["twelve"], 12),
    ];
    words.iter().find(|(known, _)| known.contains(&word.as_str())).map(|(_, number)| *number)
}

/// A span of a pattern in months: the number in group `count`, its unit in `unit`.
pub(super) fn months(found: &Captures, count_group: &str, unit: &str) -> Option<u16> {
    let number = u16::from(count(found.name(count_group)?.as_str())?);
    let unit = found.name(unit)?.as_str().to_lowercase();
    let is_month = ["month", "monat", "меся", "міся", "мес.", "міс."];
    let factor = if is_month.iter().any(|word| unit.starts_with(word)) { 1 } else { 12 };
    number.checked_mul(factor)
}
