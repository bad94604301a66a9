//! Words as a text has them, and the form in which names are compared.

use crate::tongue::is_cyrillic;

/// A word as a text has it.
#[derive(Debug)]
pub(crate) struct Written {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// What it is compared by; see [`key`].
    pub key: String,
    /// Whether it begins with a capital or a figure.
    pub capital: bool,
    /// Whether it has only capitals and figures.
    pub all_capitals: bool,
}

impl Written {
    /// Whether it is as short as an abbreviation.
    pub(crate) fn is_short(&self) -> bool {
        self.end - self.start <= 4
    }
}

/// The words of a text, in order.
pub(crate) fn written_words(text: &str) -> impl Iterator<Item = Written> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = letters.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = text.len();
        while let Some((at, c)) = letters.peek().copied() {
            if !c.is_alphanumeric() {
                end = at;
                break;
            }
            letters.next();
        }
        let word = &text[start..end];
        let capital = word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
        let all_capitals = word.chars().all(|c| c.is_uppercase() || c.is_numeric());
        Some(Written { start, end, key: key(word), capital, all_capitals })
    })
}

/// Inflectional endings of names in the Cyrillic languages, longest first.
const ENDINGS: &[&str] = &[
    "ью", "ыми", "ими", "ами", "ями", "ого", "его", "ому", "ему", "ага", "яга", "аму", "яму",
    "ымі", "імі", "амі", "ямі", "ою", "ею", "єю", "ёю", "ой", "ей", "ій", "ый", "ий", "ая", "яя",
    "ое", "ее", "ые", "ие", "ыя", "ую", "юю", "ом", "ем", "єм", "ём", "ым", "им", "ім", "їм", "ах",
    "ях", "ам", "ям", "ов", "ев", "ів", "їв", "аў", "яў", "оў", "ых", "их", "іх", "їх", "а", "я",
    "о", "е", "ё", "э", "у", "ю", "ы", "и", "і", "ї", "є", "ь", "й",
];

/// What is compared: lower case, `ё` as `е`, Cyrillic words of four letters and more without
/// ending, Latin ones of five and more without the `s` of plural and genitive.
pub(crate) fn key(word: &str) -> String {
    let mut lower = String::with_capacity(word.len());
    lower.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }));
    // Belarusian `беларускія`; otherwise `-ія` belongs to a noun, `Грузія`.
    if lower.ends_with("скія") {
        lower.truncate(lower.len() - "ія".len());
    }
    let letters = lower.chars().count();
    let cyrillic = lower.chars().next().is_some_and(is_cyrillic);
    let kept = if cyrillic && letters >= 4 {
        ENDINGS
            .iter()
            .filter_map(|ending| lower.strip_suffix(ending))
            .find(|stem| stem.chars().count() >= 3)
    } else if !cyrillic && letters >= 5 {
        lower.strip_suffix('s').filter(|stem| !stem.ends_with('s'))
    } else {
        None
    };
    let length = kept.map_or(lower.len(), str::len);
    lower.truncate(length);
    lower
}
