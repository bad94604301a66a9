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
    names
});

/// The place of a name or code.
pub(crate) fn place_named(name: &str) -> Option<Place> {
    PLACES.get(&fold(name)).copied()
}

fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// Places of a list with commas.
///
/// # Errors
/// The first part that is no place.
pub(crate) fn places(text: &str) -> Result<Vec<Place>, String> {
    listed(text).map(|part| place_named(part).ok_or_else(|| part.to_owned())).collect()
}

/// Countries of a list with commas.
///
/// # Errors
/// The first part that is no country.
pub(crate) fn countries(text: &str) -> Result<Vec<Country>, String> {
    listed(text)
        .map(|part| match place_named(part) {
            Some(Place::Country(country)) => Ok(country),
            _ => Err(part.to_owned()),
        })
        .collect()
}

/// Languages of a list with commas. A code of three letters is taken as it is.
///
/// # Errors
/// The first part that is no language.
pub(crate) fn languages(text: &str) -> Result<Vec<Language>, String> {
    listed(text)
        .map(|part| {
            let code =
                || part.parse::<Language>().ok().filter(|_| part.len() == 3 && part.is_ascii());
            NAMES.get(&fold(part)).cloned().or_else(code).ok_or_else(|| part.to_owned())
        })
        .collect()
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
        assert_eq!(places("Germany, Narnia"), Err("Narnia".to_owned()));
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
