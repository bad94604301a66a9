//! Reading what people write for places and languages: codes, or names in any of the five
//! languages.

use std::{collections::HashMap, sync::LazyLock};

use domain::{Country, Language, Place, Region, fold::fold};

use crate::text::{Locale, Text};

static PLACES: LazyLock<HashMap<String, Place>> = LazyLock::new(|| {
    let countries = Country::all().map(Place::Country);
    let regions = Region::ALL.iter().copied().map(Place::Region);
    let mut names = HashMap::new();
    for place in countries.chain(regions) {
        names.insert(fold(place.code()), place);
        for locale in Locale::ALL {
            names.entry(fold(&Text { locale }.place(place))).or_insert(place);
        }
    }
    names
});

/// Languages the forms know by name: those with a two-letter code, and those of peoples the sector
/// works with.
const LANGUAGES: [&str; 72] = [
    "ab", "ar", "av", "az", "ba", "be", "bg", "bs", "ca", "ce", "cs", "cv", "da", "de", "el", "en",
    "es", "et", "fa", "fi", "fr", "ga", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka",
    "kk", "ko", "ku", "kv", "ky", "lt", "lv", "mk", "mn", "mt", "nl", "no", "os", "pl", "ps", "pt",
    "ro", "ru", "sk", "sl", "so", "sq", "sr", "sv", "sw", "tg", "ti", "tk", "tr", "tt", "ug", "uk",
    "ur", "uz", "vi", "yi", "zh", "bua", "xal", "sah",
];

static NAMES: LazyLock<HashMap<String, Language>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for language in LANGUAGES.iter().filter_map(|code| code.parse::<Language>().ok()) {
        names.insert(fold(language.code()), language.clone());
        for locale in Locale::ALL {
            names
                .entry(fold(&Text { locale }.language(&language)))
                .or_insert_with(|| language.clone());
        }
    }
    // Not how it is shown, but how many write it.
    names.extend("be".parse().ok().map(|language| (fold("Belarussisch"), language)));
    names
});

/// Countries as their own people write them, and in letters that only their neighbours read.
const OWN_NAMES: [(&str, &str); 24] = [
    ("рб", "BY"),
    ("lietuva", "LT"),
    ("latvija", "LV"),
    ("eesti", "EE"),
    ("polska", "PL"),
    ("česko", "CZ"),
    ("slovensko", "SK"),
    ("magyarország", "HU"),
    ("románia", "RO"),
    ("românia", "RO"),
    ("hrvatska", "HR"),
    ("crna gora", "ME"),
    ("srbija", "RS"),
    ("shqipëria", "AL"),
    ("sverige", "SE"),
    ("norge", "NO"),
    ("suomi", "FI"),
    ("danmark", "DK"),
    ("nederland", "NL"),
    ("españa", "ES"),
    ("italia", "IT"),
    ("საქართველო", "GE"),
    ("հայաստան", "AM"),
    ("қазақстан", "KZ"),
];

/// The place of a name or code: as the program shows it, in any case of the five languages, or as its
/// own people write it.
pub(crate) fn place_named(name: &str) -> Option<Place> {
    let folded = fold(name);
    let own = || OWN_NAMES.iter().find(|(own, _)| fold(own) == folded);
    PLACES
        .get(&folded)
        .copied()
        .or_else(|| own().and_then(|(_, code)| code.parse().ok()))
        .or_else(|| service::place_named(name))
}

fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// Places of a list with commas.
///
/// # Errors
/// The parts that are no places, as a list.
pub(crate) fn places(text: &str) -> Result<Vec<Place>, String> {
    all_named(text, place_named)
}

/// What the parts of a list name, or a list of those that name nothing.
fn all_named<T>(text: &str, named: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, String> {
    let unknown: Vec<&str> = listed(text).filter(|part| named(part).is_none()).collect();
    if unknown.is_empty() {
        Ok(listed(text).filter_map(named).collect())
    } else {
        Err(unknown.join(", "))
    }
}

/// Countries of a list with commas.
///
/// # Errors
/// The parts that are no countries, as a list.
pub(crate) fn countries(text: &str) -> Result<Vec<Country>, String> {
    all_named(text, |part| match place_named(part)? {
        Place::Country(country) => Some(country),
        Place::Region(_) => None,
    })
}

/// Languages of a list with commas. A code of three letters is taken as it is.
///
/// # Errors
/// The parts that are no languages, as a list.
pub(crate) fn languages(text: &str) -> Result<Vec<Language>, String> {
    all_named(text, |part| {
        let code = || part.parse::<Language>().ok().filter(|_| part.len() == 3 && part.is_ascii());
        NAMES.get(&fold(part)).cloned().or_else(code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_every_language() {
        let codes = |text: &str| {
            places(text).unwrap().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            codes("Germany, Грузія; Літва\nde, Eastern Partnership"),
            "DE GE LT DE EASTERN_PARTNERSHIP"
        );
        assert_eq!(places("Germany, Narnia; Mordor"), Err("Narnia, Mordor".to_owned()));
        assert_eq!(
            codes("Беларуси, Белоруссия, РБ, РФ, Lietuva, worldwide, Літве, Германии"),
            "BY BY BY RU LT WORLD LT DE"
        );
        assert_eq!(countries("EU"), Err("EU".to_owned()));
        assert_eq!(places(" , "), Ok(vec![]));
    }

    #[test]
    fn what_is_shown_is_read_back() {
        for locale in Locale::ALL {
            let text = Text { locale };
            for country in Country::all() {
                let shown = text.country(country);
                if !shown.contains([',', ';']) {
                    assert_eq!(place_named(&shown), Some(Place::Country(country)), "{shown}");
                }
            }
            let known = vec!["ru".parse().unwrap(), "bua".parse().unwrap()];
            assert_eq!(languages(&text.languages(&known)), Ok(known));
        }
    }
}
