//! Months by name, in the five languages of calls.

/// Beginnings of the names of months, January first. Of `листопад` more than `лист` is asked, which is
/// a letter.
const BEGINNINGS: [&[&str]; 12] = [
    &["jan", "jän", "янв", "січ", "студз"],
    &["feb", "фев", "лют"],
    &["mar", "mär", "мар", "бер", "сак"],
    &["apr", "апр", "квіт", "крас"],
    &["may", "mai", "мая", "май", "трав", "траў"],
    &["jun", "июн", "черв", "чэрв"],
    &["jul", "июл", "лип", "ліп"],
    &["aug", "авг", "серп", "жнів", "жніў"],
    &["sep", "сен", "вер"],
    &["oct", "okt", "окт", "жовт", "кастр"],
    &["nov", "ноя", "листоп", "ліст"],
    &["dec", "dez", "дек", "груд", "снеж"],
];

/// The month a word names, in full, short or with a case ending, from 1 to 12.
///
/// It goes by the beginning of the word, so it is only asked where a date is written: `march` and
/// `may` are other things besides.
#[must_use]
pub fn month_of(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let begins = |names: &&[&str]| names.iter().any(|name| word.starts_with(name));
    (1..).zip(&BEGINNINGS).find(|(_, names)| begins(names)).map(|(month, _)| month)
}

#[cfg(test)]
mod tests {
    use super::month_of;

    #[test]
    fn months_of_five_languages_in_order() {
        for names in [
            "January February March April May June July August September October November December",
            "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            "Січень Лютий Березень Квітень Травень Червень Липень Серпень Вересень Жовтень \
             Листопад Грудень",
            "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
            "студзеня лютага сакавіка красавіка траўня чэрвеня ліпеня жніўня верасня кастрычніка \
             лістапада снежня",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        ] {
            let found: Vec<Option<u32>> = names.split_whitespace().map(month_of).collect();
            assert_eq!(found, (1..=12).map(Some).collect::<Vec<_>>(), "{names}");
        }
    }

    #[test]
    fn other_words_are_no_months() {
        for word in ["", "12", "лист", "листи", "Monat", "року", "Tag", "the"] {
            assert_eq!(month_of(word), None, "{word}");
        }
    }
}
