//! Code names: of organisations for coalitions, and of projects in each review of a call.
//!
//! A code name is drawn at random and says nothing about whose it is; names of trees and birds are
//! the same in every language of the reader's, being Latin.

use std::collections::HashSet;

use domain::fold::fold;

use crate::Chance;

/// Genera of trees and birds: easy to say, to spell and to tell apart.
const WORDS: [&str; 64] = [
    "Abies",
    "Acer",
    "Aesculus",
    "Alauda",
    "Alcedo",
    "Alnus",
    "Anas",
    "Apus",
    "Ardea",
    "Asio",
    "Aythya",
    "Betula",
    "Bombycilla",
    "Bubo",
    "Buteo",
    "Buxus",
    "Calidris",
    "Carpinus",
    "Castanea",
    "Cedrus",
    "Certhia",
    "Ciconia",
    "Cinclus",
    "Circus",
    "Columba",
    "Cornus",
    "Corvus",
    "Corylus",
    "Coturnix",
    "Crex",
    "Cuculus",
    "Cygnus",
    "Emberiza",
    "Erithacus",
    "Fagus",
    "Falco",
    "Ficedula",
    "Fraxinus",
    "Fringilla",
    "Fulica",
    "Gavia",
    "Grus",
    "Hirundo",
    "Juglans",
    "Juniperus",
    "Lanius",
    "Larix",
    "Larus",
    "Loxia",
    "Luscinia",
    "Malus",
    "Milvus",
    "Oriolus",
    "Parus",
    "Picea",
    "Pinus",
    "Populus",
    "Prunus",
    "Quercus",
    "Riparia",
    "Salix",
    "Sorbus",
    "Tilia",
    "Upupa",
];

/// Names of three digits while fewer than so many are taken; then longer ones rather than a long wait.
const SHORT: usize = 20_000;

/// Draws a code name that is not taken yet, and takes it.
pub(crate) fn draw(chance: &dyn Chance, taken: &mut HashSet<String>) -> String {
    let known = taken.len();
    draw_beside(chance, taken, known)
}

/// [`draw`] where so many code names are known and only some of them are at hand: whether a name is
/// among the others is for the caller to find out.
pub(crate) fn draw_beside(
    chance: &dyn Chance,
    taken: &mut HashSet<String>,
    known: usize,
) -> String {
    let digits = if known < SHORT { 1_000 } else { 1_000_000 };
    loop {
        let [word, a, b, c, ..] = chance.bytes();
        let word = WORDS[usize::from(word) % WORDS.len()];
        let number = u32::from_be_bytes([0, a, b, c]) % digits;
        let name = format!("{word} {number:03}");
        if taken.insert(name.clone()) {
            return name;
        }
    }
}

/// A text that is written as code names are, in capitals or not and however it is spaced: as the program
/// writes it.
pub(crate) fn read(text: &str) -> Option<String> {
    let bare: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    let (word, number) = bare.split_at(bare.find(|c: char| c.is_ascii_digit())?);
    let word = WORDS.iter().find(|known| fold(known) == word)?;
    let is_number = (3..=6).contains(&number.len()) && number.chars().all(|c| c.is_ascii_digit());
    is_number.then(|| format!("{word} {number}"))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_slip_of_the_pen_is_no_code_name() {
        for text in ["Alnus 042", " alnus  042", "ALNUS042", "Alnus\u{a0}042", "alnus-042"] {
            assert_eq!(read(text).as_deref(), Some("Alnus 042"), "{text}");
        }
        assert_eq!(read("UPUPA 123456").as_deref(), Some("Upupa 123456"));
        for text in ["Alnus", "Alnus 42", "Alnus 04x", "Anlus 042", "Alnus 1234567", "", "042"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
