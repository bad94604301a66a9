//! Code names: the stable public names of organisations and projects.
//!
//! A code name is drawn at random and says nothing about whose it is; names of trees and birds are
//! the same in every language of the reader's, being Latin.

use std::collections::HashSet;

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

/// Draws a code name that is not taken yet, and takes it.
pub(crate) fn draw(chance: &dyn Chance, taken: &mut HashSet<String>) -> String {
    loop {
        let [word, a, b, c, ..] = chance.bytes();
        let word = WORDS[usize::from(word) % WORDS.len()];
        // Three digits while they last; a crowded list gets longer numbers rather than a long wait.
        let digits = if taken.len() < 20_000 { 1_000 } else { 1_000_000 };
        let number = u32::from_be_bytes([0, a, b, c]) % digits;
        let name = format!("{word} {number:03}");
        if taken.insert(name.clone()) {
            return name;
        }
    }
}
