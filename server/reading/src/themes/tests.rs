use std::collections::BTreeMap;

use domain::Theme;
use proptest::prelude::*;

use super::{Catalogue, Profile, Rarity, SUGGESTED, catalogue, certainty};
use crate::{blind::Masker, tokens::Tokeniser};

/// A small list of our own: tests of the rules must not hang on the product's list.
fn small_list() -> Catalogue {
    let listed = |code: &str, parent: Option<&str>, triggers: &[(&str, &[&str])]| {
        // A theme's code can only be read from the product's list, so the test takes real themes
        // and gives them other triggers.
        let real = Theme::all();
        let theme = real.iter().find(|theme| theme.code.code() == code);
        theme.map(|theme| Theme {
            parent: parent.and_then(|parent| parent.parse().ok()),
            triggers: triggers
                .iter()
                .map(|(language, words)| {
                    let words = words.iter().map(|word| (*word).to_owned()).collect();
                    ((*language).to_owned(), words)
                })
                .collect::<BTreeMap<String, Vec<String>>>(),
            ..theme.clone()
        })
    };
    let mut list = Vec::new();
    let real: Vec<&str> = Theme::all().iter().map(|theme| theme.code.code()).collect();
    if let [group, first, second, ..] = real.as_slice() {
        list.extend(listed(group, None, &[]));
        list.extend(listed(
            first,
            Some(group),
            &[("en", &["press freedom", "newsroom"]), ("ru", &["свобода прессы"])],
        ));
        list.extend(listed(second, Some(group), &[("en", &["wetland"])]));
    }
    Catalogue::new(Box::leak(list.into_boxed_slice()))
}

fn suggest(catalogue: &Catalogue, text: &str, language: &str) -> Vec<(u32, f64)> {
    let fields = [Masker::default().blind(""), Masker::default().blind(text)];
    catalogue.suggest(&Tokeniser::default().read(&fields, language.parse().ok().as_ref()))
}

#[test]
fn triggers_are_found_inflected_and_in_order() {
    let list = small_list();
    if list.count() < 3 {
        eprintln!("SKIPPED: the list of themes is empty");
        return;
    }
    let themes = |text: &str, language: &str| -> Vec<u32> {
        suggest(&list, text, language).iter().map(|(theme, _)| *theme).collect()
    };
    assert_eq!(themes("the freedom of wetlands", "en"), [2]);
    assert_eq!(themes("Newsrooms defend press freedom", "en"), [1]);
    assert_eq!(themes("Мы защищаем свободу прессы", "ru"), [1]);
    assert!(themes("freedom press", "en").is_empty());
}

#[test]
fn a_profile_holds_the_groups_and_confirmed_themes_count_fully() {
    let list = small_list();
    if list.count() < 3 {
        eprintln!("SKIPPED: the list of themes is empty");
        return;
    }
    let suggested = suggest(&list, "press freedom", "en");
    let weight = suggested[0].1;
    assert!(weight > 0.0 && weight < SUGGESTED);
    assert_eq!(list.profile(&[], &suggested), Profile(vec![(0, weight), (1, weight)]));
    let confirmed = [list.code(2).clone()];
    let both = list.profile(&confirmed, &suggested);
    assert_eq!(both, Profile(vec![(0, 1.0), (1, weight), (2, 1.0)]));
    assert!((certainty(&both, &list.profile(&[], &suggested)) - weight).abs() < 1e-12);
}

#[test]
fn the_products_triggers_suggest_their_themes() {
    // Whatever is on the list: a text of a theme's own triggers suggests it.
    for (theme, i) in Theme::all().iter().zip(0_u32..) {
        for (language, triggers) in &theme.triggers {
            let found = suggest(catalogue(), &triggers.join(". "), language);
            assert!(
                found.iter().any(|(found, _)| *found == i),
                "{} {language}: {found:?}",
                theme.code
            );
        }
    }
}

fn profile() -> impl Strategy<Value = Profile> {
    prop::collection::btree_map(0_u32..8, 0.1..=1.0_f64, 0..6)
        .prop_map(|weights| Profile(weights.into_iter().collect()))
}

proptest! {
    #[test]
    fn agreement_is_symmetric_and_bounded(a in profile(), b in profile(), c in profile()) {
        let rarity = Rarity::of([&a, &b, &c].into_iter(), 8);
        let (one, other) = (rarity.similarity(&a, &b), rarity.similarity(&b, &a));
        prop_assert_eq!(one.to_bits(), other.to_bits());
        prop_assert!((0.0..=1.0 + 1e-12).contains(&one));
    }

    #[test]
    fn an_even_profile_agrees_fully_with_itself(
        themes in prop::collection::btree_set(0_u32..8, 1..6), weight in 0.1..=1.0_f64,
    ) {
        let profile = Profile(themes.into_iter().map(|theme| (theme, weight)).collect());
        let rarity = Rarity::of([&profile].into_iter(), 8);
        prop_assert!((rarity.similarity(&profile, &profile) - 1.0).abs() < 1e-12);
    }
}
