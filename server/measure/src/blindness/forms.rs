//! How applicants write their names, and what can be done to a name.
//!
//! The tables are the measurement's own: taking those of the masker would measure nothing.

use matching::chance::Chance;
use reading::tongue::{Tongue, is_cyrillic};

/// What is done to a name in a project's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Taken out.
    Deleted,
    /// That of another applicant instead.
    Swapped,
    /// That of the largest incumbent instead of a newcomer's.
    Incumbent,
    /// Any other known name instead.
    Random,
    /// The same name with the legal form of another country.
    LegalForm,
    /// The same name in the other script. Not promised.
    Transliterated,
    /// The same name with endings of cases. Not promised.
    Inflected,
    /// A name nobody has told the masker, against none. Not promised.
    Unseen,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 8] = [
        Self::Deleted,
        Self::Swapped,
        Self::Incumbent,
        Self::Random,
        Self::LegalForm,
        Self::Transliterated,
        Self::Inflected,
        Self::Unseen,
    ];

    /// The form in figures for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::Swapped => "swapped",
            Self::Incumbent => "incumbent",
            Self::Random => "random",
            Self::LegalForm => "legal_form",
            Self::Transliterated => "transliterated",
            Self::Inflected => "inflected",
            Self::Unseen => "unseen",
        }
    }

    /// Whether the product promises that nothing changes: the name is known as it is written.
    #[must_use]
    pub const fn promised(self) -> bool {
        !matches!(self, Self::Transliterated | Self::Inflected | Self::Unseen)
    }
}

/// Sentences in which applicants name themselves; `{}` is the name.
const SENTENCES: [(Tongue, [&str; 5]); 5] = [
    (
        Tongue::En,
        [
            "{} has worked on this since 2011.",
            "We at {} know the field.",
            "The team of {} lives in four countries.",
            "Founded in 2009, {} reaches 40,000 people a month.",
            "This was begun by {} with two partners.",
        ],
    ),
    (
        Tongue::De,
        [
            "{} arbeitet seit 2011 daran.",
            "Wir von {} kennen das Feld.",
            "Das Team von {} lebt in vier Ländern.",
            "Seit 2009 erreicht {} jeden Monat 40.000 Menschen.",
            "Begonnen wurde dies durch {} mit zwei Partnern.",
        ],
    ),
    (
        Tongue::Ru,
        [
            "«{}» работает над этим с 2011 года.",
            "Команда {} живёт в четырёх странах.",
            "Мы, {}, знаем эту область.",
            "С 2009 года {} каждый месяц видят 40 000 человек.",
            "Это начала редакция «{}» с двумя партнёрами.",
        ],
    ),
    (
        Tongue::Uk,
        [
            "«{}» працює над цим з 2011 року.",
            "Команда {} живе в чотирьох країнах.",
            "Ми, {}, знаємо цю сферу.",
            "З 2009 року {} щомісяця бачать 40 000 людей.",
            "Це почала редакція «{}» із двома партнерами.",
        ],
    ),
    (
        Tongue::Be,
        [
            "«{}» працуе над гэтым з 2011 года.",
            "Каманда {} жыве ў чатырох краінах.",
            "Мы, {}, ведаем гэтую сферу.",
            "З 2009 года {} штомесяц бачаць 40 000 чалавек.",
            "Гэта пачала рэдакцыя «{}» з двума партнёрамі.",
        ],
    ),
];

/// A text with its applicant's name in the places where applicants write it. Which places and
/// which sentences is decided by the lot, never by the name.
pub(super) fn written(text: &str, tongue: Tongue, name: &str, mut lot: Chance) -> String {
    let tongue = if lot.below(4) == 0 { SENTENCES[lot.below(SENTENCES.len())].0 } else { tongue };
    let of_tongue = SENTENCES.iter().find(|(of, _)| *of == tongue).unwrap_or(&SENTENCES[0]);
    let first = of_tongue.1[lot.below(5)].replace("{}", name);
    let last = of_tongue.1[lot.below(5)].replace("{}", name);
    let contact = contact(name, lot.below(3));
    let (before, after) = split(text, lot.below(4));
    [first.as_str(), before, last.as_str(), after, contact.as_str()].join(" ").trim().to_owned()
}

/// The text in two, at the end of the sentence after so many quarters.
fn split(text: &str, quarters: usize) -> (&str, &str) {
    let from = text.len() / 4 * quarters;
    let end = text.match_indices(". ").map(|(at, _)| at + 1).find(|at| *at >= from);
    text.split_at(end.unwrap_or(text.len()))
}

/// Mail, page and handle made of a name; nothing when there is none.
fn contact(name: &str, kind: usize) -> String {
    let short: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    if short.is_empty() {
        return String::new();
    }
    match kind {
        0 => format!("info@{short}.org, @{short}"),
        1 => format!("https://www.{short}.org/about, press@{short}.org"),
        _ => format!("{short}.media, #{short}"),
    }
}

/// Legal forms before and after a name.
const LEGAL: [(&str, &str); 18] = [
    ("", " e.V."),
    ("", " e. V."),
    ("", " gGmbH"),
    ("", " Ltd"),
    ("", ", Inc."),
    ("NGO ", ""),
    ("VšĮ ", ""),
    ("", " MTÜ"),
    ("ОО «", "»"),
    ("ГО «", "»"),
    ("ГА «", "»"),
    ("АНО «", "»"),
    ("", ", registered association"),
    ("public association “", "”"),
    ("eingetragener Verein ", ""),
    ("общественная организация «", "»"),
    ("громадська організація «", "»"),
    ("грамадскае аб’яднанне «", "»"),
];

/// Words for a kind of body, in several languages; the first letter is a capital.
const KINDS: [&[&str]; 5] = [
    &["Foundation", "Stiftung", "Фонд"],
    &["Association", "Verein", "Ассоциация", "Асоціація", "Асацыяцыя"],
    &["Centre", "Center", "Zentrum", "Центр", "Цэнтр"],
    &["Institute", "Institut", "Институт", "Інститут", "Інстытут"],
    &["Network", "Netzwerk", "Сеть", "Мережа", "Сетка"],
];

/// The name with the legal form of another country. A word for the kind of body inside the name is
/// translated; a name without one gets one before or after it.
pub(super) fn with_legal_form(name: &str, lot: &mut Chance) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let kind = |word: &str| KINDS.iter().find(|kind| kind.contains(&word));
    if let Some((at, kind)) = words.iter().enumerate().find_map(|(i, w)| kind(w).map(|k| (i, k)))
        && words.len() > 1
    {
        let mut others: Vec<&str> = kind.to_vec();
        others.retain(|other| *other != words[at]);
        let other = lot.one_of(&others).copied().unwrap_or_default();
        let mut words = words;
        words[at] = other;
        return words.join(" ");
    }
    let (before, after) = lot.one_of(&LEGAL).copied().unwrap_or_default();
    format!("{before}{name}{after}")
}

/// The name in the other script, as newspapers there would write it, not as passports do.
pub(super) fn in_other_script(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    'letters: while let Some(letter) = rest.chars().next() {
        let upper = letter.is_uppercase();
        for (from, to) in OTHER_SCRIPT {
            let front: Option<&str> = rest.get(..from.len());
            let here = front.is_some_and(|front| front.to_lowercase() == *from)
                || letter.to_lowercase().eq(from.chars());
            if here {
                let length = if front.is_some_and(|front| front.to_lowercase() == *from) {
                    from.len()
                } else {
                    letter.len_utf8()
                };
                let mut to = to.chars();
                match to.next() {
                    Some(first) if upper => out.extend(first.to_uppercase()),
                    Some(first) => out.push(first),
                    None => {}
                }
                out.push_str(to.as_str());
                rest = &rest[length..];
                continue 'letters;
            }
        }
        out.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    out
}

/// Longer ones first.
const OTHER_SCRIPT: &[(&str, &str)] = &[
    ("shch", "щ"),
    ("sch", "ш"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("th", "т"),
    ("ph", "ф"),
    ("ya", "я"),
    ("yu", "ю"),
    ("oo", "у"),
    ("ee", "и"),
    ("ck", "к"),
    ("a", "а"),
    ("b", "б"),
    ("c", "к"),
    ("d", "д"),
    ("e", "е"),
    ("f", "ф"),
    ("g", "г"),
    ("h", "х"),
    ("i", "и"),
    ("j", "дж"),
    ("k", "к"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "п"),
    ("q", "к"),
    ("r", "р"),
    ("s", "с"),
    ("t", "т"),
    ("u", "у"),
    ("v", "в"),
    ("w", "в"),
    ("x", "кс"),
    ("y", "и"),
    ("z", "з"),
    ("а", "a"),
    ("б", "b"),
    ("в", "w"),
    ("г", "g"),
    ("ґ", "g"),
    ("д", "d"),
    ("е", "je"),
    ("ё", "jo"),
    ("є", "je"),
    ("ж", "sch"),
    ("з", "s"),
    ("и", "i"),
    ("і", "i"),
    ("ї", "ji"),
    ("й", "j"),
    ("к", "k"),
    ("л", "l"),
    ("м", "m"),
    ("н", "n"),
    ("о", "o"),
    ("п", "p"),
    ("р", "r"),
    ("с", "s"),
    ("т", "t"),
    ("у", "u"),
    ("ў", "u"),
    ("ф", "f"),
    ("х", "ch"),
    ("ц", "z"),
    ("ч", "tsch"),
    ("ш", "sch"),
    ("щ", "schtsch"),
    ("ъ", ""),
    ("ы", "y"),
    ("ь", ""),
    ("э", "e"),
    ("ю", "ju"),
    ("я", "ja"),
];

/// The name with endings of cases: on each word in Cyrillic letters, on the last in others.
pub(super) fn inflected(name: &str, lot: &mut Chance) -> String {
    let case = lot.below(3);
    let cyrillic = |word: &str| word.chars().next().is_some_and(is_cyrillic);
    if name.split_whitespace().any(cyrillic) {
        let words: Vec<String> = name
            .split_whitespace()
            .map(|word| if cyrillic(word) { declined(word, case) } else { word.to_owned() })
            .collect();
        return words.join(" ");
    }
    let hissing = name.to_lowercase().ends_with('s');
    let ending = if hissing { ["’s", "’", "-у"][case] } else { ["’s", "s", "-у"][case] };
    format!("{name}{ending}")
}

fn declined(word: &str, case: usize) -> String {
    let endings: &[(&str, [&str; 3])] = &[
        ("ая", ["ой", "ую", "ой"]),
        ("ий", ["ого", "ому", "им"]),
        ("ый", ["ого", "ому", "ым"]),
        ("ия", ["ии", "ию", "ией"]),
        ("ия", ["ии", "ию", "ией"]),
        ("а", ["ы", "у", "ой"]),
        ("я", ["и", "ю", "ей"]),
        ("о", ["а", "у", "ом"]),
        ("е", ["я", "ю", "ем"]),
        ("ь", ["и", "и", "ью"]),
        ("й", ["я", "ю", "ем"]),
    ];
    for (ending, cases) in endings {
        if let Some(stem) = word.strip_suffix(ending) {
            return format!("{stem}{}", cases[case]);
        }
    }
    let consonant = word.chars().next_back().is_some_and(|c| c.is_lowercase() && is_cyrillic(c));
    if consonant { format!("{word}{}", ["а", "у", "ом"][case]) } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{SENTENCES, declined, in_other_script, inflected, with_legal_form, written};
    use matching::chance::Chance;
    use reading::{
        blind::{KnownName, Masker},
        tongue::Tongue,
    };

    #[test]
    fn what_is_written_around_a_name_does_not_depend_on_it() {
        let text = "We teach. We print. We broadcast.";
        for seed in 0..40 {
            let one = written(text, Tongue::En, "Qarvo", Chance::new(seed));
            let other = written(text, Tongue::En, "Zilmex", Chance::new(seed));
            assert_eq!(one.replace("Qarvo", "Zilmex").replace("qarvo", "zilmex"), other);
            let none = written(text, Tongue::En, "", Chance::new(seed));
            assert!(none.contains("We broadcast") && !none.contains('@'), "{none}");
        }
    }

    #[test]
    fn the_masker_knows_every_place_of_a_name() {
        let names = ["Qarvo", "Northern Heron Desk", "Новая тропа", "QNX", "Hope", "Право"];
        let masker = Masker::new(names.map(|name| KnownName::Body(name.to_owned())));
        let words = |text: &str| -> Vec<String> {
            let blind = masker.blind(text);
            blind
                .as_str()
                .split(|c: char| !c.is_alphanumeric())
                .map(str::to_owned)
                .filter(|w| !w.is_empty())
                .collect()
        };
        let around = ["We print. We teach.", "Wir drucken. Wir lehren und wir senden für alle."];
        for (tongue, sentences) in SENTENCES {
            for sentence in sentences {
                for name in names {
                    // German alone cannot tell a noun from a name inside a sentence.
                    if name == "Hope" && tongue == Tongue::De {
                        continue;
                    }
                    let around = around[usize::from(tongue == Tongue::De)];
                    let [with, without] = [name, ""].map(|name| {
                        words(&format!("{around} {} {around}", sentence.replace("{}", name)))
                    });
                    assert_eq!(with, without, "{name}: {sentence}");
                }
            }
        }
    }

    #[test]
    fn names_change_script_and_case() {
        assert_eq!(in_other_script("Northern Heron"), "Нортерн Херон");
        assert_eq!(in_other_script("Новая тропа"), "Nowaja tropa");
        assert_eq!(declined("тропа", 0), "тропы");
        assert_eq!(declined("Голос", 2), "Голосом");
        assert_eq!(
            inflected("Heron", &mut Chance::new(3)).strip_prefix("Heron").map(str::is_empty),
            Some(false)
        );
        let translated = with_legal_form("Heron Foundation", &mut Chance::new(1));
        assert!(translated == "Heron Stiftung" || translated == "Heron Фонд", "{translated}");
    }
}
