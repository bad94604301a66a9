//! The language of a text, as far as words are concerned.
//!
//! Two facts are enough for the languages this product speaks: letters tell Russian, Ukrainian and
//! Belarusian apart, and small words tell English from German. Measured against trigram
//! identification in `docs/decisions`.

use crate::stop;

/// A language with rules for words of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tongue {
    /// English.
    En,
    /// German.
    De,
    /// Russian.
    Ru,
    /// Ukrainian.
    Uk,
    /// Belarusian.
    Be,
    /// Any other language: words are compared as they stand.
    Other,
}

impl Tongue {
    /// Those with rules of their own.
    pub const KNOWN: [Self; 5] = [Self::En, Self::De, Self::Ru, Self::Uk, Self::Be];

    /// The language code; `und` for any other language.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Ru => "ru",
            Self::Uk => "uk",
            Self::Be => "be",
            Self::Other => "und",
        }
    }

    /// From a language code.
    #[must_use]
    pub fn of_code(code: &str) -> Self {
        Self::KNOWN.into_iter().find(|tongue| tongue.code() == code).unwrap_or(Self::Other)
    }

    /// Whether it is written in Cyrillic letters.
    #[must_use]
    pub const fn is_cyrillic(self) -> bool {
        matches!(self, Self::Ru | Self::Uk | Self::Be)
    }

    /// The sign that keeps terms of different languages apart in a vocabulary.
    #[must_use]
    pub const fn sign(self) -> char {
        match self {
            Self::En => 'e',
            Self::De => 'd',
            Self::Ru => 'r',
            Self::Uk => 'u',
            Self::Be => 'b',
            Self::Other => 'o',
        }
    }
}

/// Whether a letter is Cyrillic.
#[must_use]
pub fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// What language the words of a record are in. A record has one main language, but a call in
/// Ukrainian may quote English terms and state its conditions in English: words in the other
/// script are read in that script's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tongues {
    /// The language of most words.
    pub main: Tongue,
    /// The language of words in Cyrillic letters.
    pub cyrillic: Tongue,
    /// The language of words in other letters.
    pub latin: Tongue,
}

impl Tongues {
    /// Of a word with this first letter.
    #[must_use]
    pub fn of_letter(self, first: char) -> Tongue {
        if is_cyrillic(first) { self.cyrillic } else { self.latin }
    }
}

/// Letters whose frequency differs most between Russian, Ukrainian and Belarusian, with their
/// natural-log frequency per letter in each, rounded; rounded by hand from running text.
const LETTERS: [(char, [f64; 3]); 11] = [
    ('и', [-2.6, -2.8, -9.5]),
    ('і', [-9.5, -2.9, -2.7]),
    ('ї', [-10.0, -5.1, -10.0]),
    ('є', [-10.0, -5.3, -10.0]),
    ('ґ', [-10.0, -8.0, -9.0]),
    ('ы', [-4.0, -9.5, -3.3]),
    ('э', [-5.8, -9.5, -4.3]),
    ('ъ', [-7.8, -10.0, -10.0]),
    ('ё', [-7.5, -10.0, -5.1]),
    ('ў', [-10.0, -10.0, -4.3]),
    ('щ', [-5.6, -5.3, -10.0]),
];

/// Letters that all three have, with how much more or less often each has them than Russian; `о`
/// without stress is written `а` in Belarusian.
const COMMON_LETTERS: [(char, [f64; 3]); 5] = [
    ('о', [0.0, -0.15, -1.1]),
    ('а', [0.0, -0.05, 0.65]),
    ('я', [0.0, 0.05, 0.75]),
    ('ц', [0.0, 0.3, 1.8]),
    ('е', [0.0, -0.15, -0.25]),
];

/// How much a spelling weighs that a language does not have but in borrowed words.
const UNUSUAL: f64 = -4.0;

/// How much a spelling weighs that a language has seldom.
const SELDOM: f64 = -2.0;

/// What the spelling of a word says beside its letters, for Russian, Ukrainian and Belarusian. Short
/// titles often have none of the telling letters: `Школа молоді`, `Музей волі`.
fn spelling(word: &str) -> [f64; 3] {
    let [mut ru, mut uk, mut be] = [0.0; 3];
    if word.chars().filter(|letter| *letter == 'о').count() > 1 {
        be += UNUSUAL / 2.0;
    }
    let letters: Vec<char> = word.chars().collect();
    for pair in letters.windows(2) {
        // Belarusian writes `ц`, `дз` for soft `т`, `д`, and has no soft `р`, `ж`, `ш`, `ч`.
        let soft = matches!(pair[1], 'і' | 'и' | 'ь' | 'ю' | 'я');
        let softer = soft || matches!(pair[1], 'е' | 'є' | 'ї');
        let unusual = match pair[0] {
            'т' | 'д' => softer,
            'р' => soft || matches!(pair[1], 'є' | 'ї'),
            'ж' | 'ш' | 'ч' => soft,
            _ => false,
        };
        be += if unusual { UNUSUAL } else { 0.0 };
        // Ukrainian has no `и` before a vowel, and none at the beginning.
        if matches!(pair, ['и', 'а' | 'е' | 'и' | 'о' | 'у' | 'ю' | 'я']) {
            uk += UNUSUAL;
        }
        if matches!(pair, ['й' | 'ь', 'о']) {
            be += UNUSUAL;
        }
        if matches!(pair, ['а' | 'у' | 'я', 'е']) {
            uk += SELDOM / 2.0;
        }
    }
    if letters.windows(3).any(|three| matches!(three, ['д', 'з', 'і' | 'ь' | 'е' | 'я' | 'ё']))
    {
        ru += SELDOM;
        uk += SELDOM;
    }
    if matches!(letters.as_slice(), ['и', _, ..]) {
        uk += UNUSUAL;
    }
    if word.ends_with("ць") {
        ru += SELDOM;
        uk += SELDOM / 2.0;
    }
    [ru, uk, be]
}

/// Fewer words than this say little about the language; then what the record states decides.
const FEW_WORDS: u32 = 6;

/// How much a small word of a language weighs beside the letters, in natural logarithms.
const SMALL_WORD: f64 = 1.5;

/// How much a statement weighs beside the letters, in natural logarithms.
const STATED: f64 = 5.0;

/// So many words are running text, which has small words.
const MANY_WORDS: u32 = 30;

/// Collects evidence about the language of a record, word by word.
#[derive(Default)]
pub struct Evidence {
    cyrillic: [f64; 3],
    cyrillic_words: u32,
    latin_words: u32,
    english: u32,
    german: u32,
}

impl Evidence {
    /// Takes in a lower-case word.
    pub fn add(&mut self, word: &str) {
        let Some(first) = word.chars().next() else { return };
        if is_cyrillic(first) {
            self.cyrillic_words += 1;
            let tongues = [Tongue::Ru, Tongue::Uk, Tongue::Be];
            for (sum, tongue) in self.cyrillic.iter_mut().zip(tongues) {
                *sum += if stop::is_stop(tongue, word) { SMALL_WORD } else { 0.0 };
            }
            let mut weigh = |weights: &[f64; 3]| {
                for (sum, weight) in self.cyrillic.iter_mut().zip(weights) {
                    *sum += weight;
                }
            };
            for letter in word.chars() {
                let known = LETTERS.iter().chain(&COMMON_LETTERS);
                known.filter(|(known, _)| *known == letter).for_each(|(_, weights)| weigh(weights));
            }
            weigh(&spelling(word));
        } else if first.is_alphabetic() {
            self.latin_words += 1;
            // A single letter is a small word in many languages.
            if word.len() == first.len_utf8() {
                return;
            }
            self.english += u32::from(stop::is_stop(Tongue::En, word));
            let umlaut = word.contains(['ä', 'ö', 'ü', 'ß']);
            self.german += u32::from(umlaut || stop::is_stop(Tongue::De, word));
        }
    }

    /// Decides, given the language the record states.
    #[must_use]
    pub fn decide(&self, stated: Option<Tongue>) -> Tongues {
        let cyrillic = self.cyrillic_tongue(stated);
        let latin = self.latin_tongue(stated);
        let main = match (self.cyrillic_words, self.latin_words) {
            (0, 0) => stated.unwrap_or(Tongue::Other),
            (c, l) if c >= l => cyrillic,
            _ => latin,
        };
        Tongues { main, cyrillic, latin }
    }

    fn cyrillic_tongue(&self, stated: Option<Tongue>) -> Tongue {
        let stated = stated.filter(|tongue| tongue.is_cyrillic());
        if let Some(stated) = stated
            && self.cyrillic_words < FEW_WORDS
        {
            return stated;
        }
        // What the record states weighs as much as a few telling letters.
        let prior = |tongue| if stated == Some(tongue) { STATED } else { 0.0 };
        let [ru, uk, be] = self.cyrillic;
        let (ru, uk, be) = (ru + prior(Tongue::Ru), uk + prior(Tongue::Uk), be + prior(Tongue::Be));
        if ru >= uk && ru >= be {
            Tongue::Ru
        } else if uk >= be {
            Tongue::Uk
        } else {
            Tongue::Be
        }
    }

    fn latin_tongue(&self, stated: Option<Tongue>) -> Tongue {
        let stated = stated.filter(|tongue| !tongue.is_cyrillic());
        if let Some(stated) = stated
            && self.latin_words < FEW_WORDS
        {
            return stated;
        }
        let best = self.english.max(self.german);
        // Running English and German consist of small words to a third; a list of key words has
        // none in any language, and English is the usual language of key words.
        if best * 12 < self.latin_words && self.latin_words >= MANY_WORDS {
            return stated.unwrap_or(Tongue::Other);
        }
        match self.english.cmp(&self.german) {
            std::cmp::Ordering::Less => Tongue::De,
            std::cmp::Ordering::Greater => Tongue::En,
            std::cmp::Ordering::Equal => stated.unwrap_or(Tongue::En),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Evidence, Tongue};

    fn main_of(text: &str, stated: Option<Tongue>) -> Tongue {
        let mut evidence = Evidence::default();
        for word in text.to_lowercase().split(|c: char| !c.is_alphanumeric()) {
            evidence.add(word);
        }
        evidence.decide(stated).main
    }

    #[test]
    fn five_languages_are_told_apart() {
        for (text, tongue) in [
            ("We support independent media and the people who make it.", Tongue::En),
            ("Wir fördern unabhängige Medien und die Menschen, die sie machen.", Tongue::De),
            ("Мы поддерживаем независимые СМИ и тех, кто их делает.", Tongue::Ru),
            ("Ми підтримуємо незалежні медіа та тих, хто їх робить.", Tongue::Uk),
            ("Мы падтрымліваем незалежныя медыя і тых, хто іх робіць.", Tongue::Be),
            (
                "Apoyamos a los medios independientes y a las personas que los hacen posibles cada día en toda la región; buscamos proyectos de periodismo de investigación que lleguen a públicos nuevos y protejan a sus fuentes.",
                Tongue::Other,
            ),
        ] {
            assert_eq!(main_of(text, None), tongue, "{text}");
        }
    }

    #[test]
    fn short_titles_without_telling_letters_are_told_apart() {
        for (text, tongue) in [
            ("Мова і культура Беларусі", Tongue::Be),
            ("Кніга пра лес і ваду", Tongue::Be),
            ("Музей памяці і волі", Tongue::Be),
            ("Дом для людзей", Tongue::Be),
            ("Наша вада", Tongue::Be),
            ("Права жанчын", Tongue::Be),
            ("Казкі лесу", Tongue::Be),
            ("Школа медіа для молоді у Львові", Tongue::Uk),
            ("Подкаст про ліс і воду", Tongue::Uk),
            ("Доброго вечора ми з України", Tongue::Uk),
            ("Жест доброї волі", Tongue::Uk),
            ("Ой у лузі", Tongue::Uk),
            ("Газета для сіл на кордоні", Tongue::Uk),
            ("Дім для людей", Tongue::Uk),
            ("Голос міста", Tongue::Uk),
            ("Радіо громад", Tongue::Uk),
            ("Права жінок", Tongue::Uk),
            ("Школа молодежи", Tongue::Ru),
            ("Голос города", Tongue::Ru),
            ("Музей памяти", Tongue::Ru),
            ("Редакция", Tongue::Ru),
            ("Искусство", Tongue::Ru),
        ] {
            assert_eq!(main_of(text, None), tongue, "{text}");
        }
    }

    #[test]
    fn a_statement_decides_where_words_are_few_and_yields_where_they_are_many() {
        assert_eq!(main_of("медиа", Some(Tongue::Be)), Tongue::Be);
        assert_eq!(main_of("Podcast", Some(Tongue::De)), Tongue::De);
        assert_eq!(
            main_of(
                "Grants for civil society organisations in the whole of Europe",
                Some(Tongue::Uk)
            ),
            Tongue::En
        );
    }
}
