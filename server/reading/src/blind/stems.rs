//! Stems of the words of names: what their forms in the Cyrillic languages begin with.
//!
//! Names are declined by few patterns, but a stem may change on the way: a vowel comes and goes
//! (`Заречанец`, `Заречанца`), another one takes its place (`Сокіл`, `Сокола`), a consonant softens
//! (`Ольга`, `Ользі`). The patterns are over-generous on purpose: a stem that no form has costs
//! nothing, since hardly any word begins with it.

use crate::tongue::is_cyrillic;

/// The stems of a word of a name, levelled; none for words in other letters, which are not declined.
pub(super) fn of_word(word: &str) -> Vec<String> {
    const ADJECTIVE: [&str; 15] =
        ["ий", "ый", "ій", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ыя", "ія", "ае", "яе", "ої"];
    if !word.starts_with(is_cyrillic) {
        return Vec::new();
    }
    let mut stems: Vec<String> = Vec::new();
    stems
        .extend(ADJECTIVE.iter().filter_map(|ending| word.strip_suffix(ending)).map(str::to_owned));
    let base = base(word);
    stems.push(base.to_owned());
    // A vowel at the end is an ending; one before the last consonant may come and go.
    if !word.ends_with(is_vowel) {
        stems.extend(without_vowel(base));
    }
    stems.retain(|stem| !stem.is_empty());
    stems
}

/// A word without the last letter of its first form.
fn base(word: &str) -> &str {
    word.strip_suffix(|c| is_vowel(c) || matches!(c, 'ь' | 'й')).unwrap_or(word)
}

/// The same for a word of a person's name, whose last consonant may soften.
pub(super) fn of_person(word: &str) -> Vec<String> {
    const SOFT: [(char, char); 9] = [
        ('к', 'ц'),
        ('г', 'з'),
        ('х', 'с'),
        ('к', 'ч'),
        ('г', 'ж'),
        ('х', 'ш'),
        ('т', 'ц'),
        ('ў', 'в'),
        ('л', 'ў'),
    ];
    let mut stems = of_word(word);
    let base = base(word);
    if !stems.is_empty() && base.chars().nth(1).is_some() {
        let softer = SOFT.iter().filter_map(|(hard, soft)| {
            base.strip_suffix(*hard).map(|front| format!("{front}{soft}"))
        });
        stems.extend(softer.collect::<Vec<_>>());
        stems.extend(base.strip_suffix('д').map(|front| format!("{front}дз")));
    }
    stems
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'я' | 'о' | 'е' | 'э' | 'у' | 'ю' | 'ы' | 'и' | 'і' | 'ї' | 'є')
}

/// What a stem may be where its last vowel comes and goes: `заречанц`, `бойц`, `пальц`, `шевц`; or
/// where another takes its place: `сокол` of `сокіл`.
fn without_vowel(base: &str) -> Vec<String> {
    let letters: Vec<char> = base.chars().collect();
    let [front @ .., before, vowel, last] = letters.as_slice() else { return Vec::new() };
    if is_vowel(*last) || !matches!(vowel, 'о' | 'е' | 'є' | 'э' | 'і' | 'я') {
        // `Соловей` has lost its last letter to the ending.
        return match letters.as_slice() {
            [front @ .., 'е'] => vec![front.iter().chain(&['ь']).collect()],
            _ => Vec::new(),
        };
    }
    let with = |between: &[char]| -> String { front.iter().chain(between).chain([last]).collect() };
    let mut stems = Vec::new();
    if is_vowel(*before) {
        stems.push(with(&[*before, 'й']));
    } else if *vowel != 'я' {
        stems.push(with(&[*before]));
        if matches!(before, 'л' | 'н' | 'з' | 'с') {
            stems.push(with(&[*before, 'ь']));
        }
        if *vowel == 'і' {
            stems.push(with(&[*before, 'о']));
            stems.push(with(&[*before, 'е']));
        }
        if *last == 'ц' {
            stems.push(with(&['е', *before]));
            stems.push(with(&['а', if *before == 'в' { 'ў' } else { *before }]));
        }
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::of_person;
    use crate::written::written_words;

    #[test]
    fn every_form_begins_with_a_stem() {
        for (name, forms) in [
            (
                "Заречанец",
                "Заречанец Заречанца Заречанцу Заречанцем Заречанце Заречанцы Заречанцев",
            ),
            ("Гребінець", "Гребінець Гребінця Гребінцеві Гребінцю Гребінцем Гребінці"),
            ("Кворець", "Кворець Кворця Кворцем"),
            ("Швець", "Швець Шевця Шевцем Шевцеві"),
            ("Швец", "Швец Швеца Шаўца Шаўцом"),
            ("Боец", "Боец Бойца Бойцом"),
            ("Палец", "Палец Пальца Пальцем"),
            ("Лапоть", "Лапоть Лаптя Лаптю Лаптем Лапте"),
            ("Огонёк", "Огонёк Огонька Огоньком"),
            ("Козёл", "Козёл Козла Козлу Козлом"),
            ("Павел", "Павел Павла Павлу Павлом Павле"),
            ("Лев", "Лев Льва Львом"),
            ("Соловей", "Соловей Соловья Соловьём Соловьем"),
            ("Сокіл", "Сокіл Сокола Соколові Соколом"),
            ("Федір", "Федір Федора Федорові Федором Федоре"),
            ("Ковалів", "Ковалів Ковалева Коваліва Ковалевим"),
            ("Дем'яненко", "Дем'яненко Дем'яненка Дем’яненкові Дем'яненком Дем'яненки Демʼяненків"),
            (
                "Яхонтов",
                "Яхонтов Яхонтова Яхонтову Яхонтовым Яхонтове Яхонтовы Яхонтовых Яхонтовой",
            ),
            ("Речной", "Речной Речного Речному Речным Речном Речная Речную Речных"),
            ("Забудская", "Забудская Забудской Забудскую Забудскою"),
            ("Забудська", "Забудська Забудської Забудській Забудську Забудською"),
            ("Забудскі", "Забудскі Забудскага Забудскаму Забудскім Забудская Забудскай"),
            ("Ольга", "Ольга Ольги Ольге Ользі Ольгу Ольгой Ольгою"),
            ("Марта", "Марта Марты Марце Марту Мартай"),
            ("Рада", "Рада Радзе Раду Радай"),
            ("Илья", "Илья Ильи Илье Илью Ильёй Ильей"),
            ("Ия", "Ия Ии Ию Ией"),
            ("Юрій", "Юрій Юрія Юрієві Юрію Юрієм"),
            ("Андрей", "Андрей Андрея Андрею Андреем Андрее"),
            ("Кужаль", "Кужаль Кужаля Кужалю Кужалем Кужалі"),
            ("Ясінаў", "Ясінаў Ясінава Ясінаву Ясінавым"),
            ("Чайка", "Чайка Чайки Чайке Чайці Чайцы Чайкой Чайкою"),
            ("Остап", "Остап Остапа Остапові Остапу Остапом Остапе"),
        ] {
            let whole = written_words(name).next().unwrap().whole;
            let stems = of_person(&whole);
            for form in written_words(forms) {
                let found = form.whole == whole || stems.iter().any(|stem| form.is_form_of(stem));
                assert!(found, "{} of {name}: {stems:?}", form.whole);
            }
        }
    }

    #[test]
    fn a_surname_has_not_the_stem_of_a_first_name() {
        for (surname, other) in [("Иванов", "Ивана"), ("Мостов", "Моста"), ("Павленко", "Павла")]
        {
            let stems = of_person(&written_words(surname).next().unwrap().whole);
            let other = written_words(other).next().unwrap();
            assert!(!stems.iter().any(|stem| other.is_form_of(stem)), "{stems:?}");
        }
    }
}
