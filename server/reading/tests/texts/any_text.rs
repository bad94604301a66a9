//! The masker and the tokeniser on whatever may come: no text makes them fail, no known name stands
//! in what they give. `server/reading/fuzz` runs the same check under a fuzzer.

use proptest::prelude::*;

mod check;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_masked_and_read(text in "\\PC{0,80}") {
        check::check(&text);
    }

    #[test]
    fn names_among_signs_letters_and_layout_are_masked(
        pieces in prop::collection::vec(prop_oneof![
            prop::sample::select(check::NAMES).prop_map(str::to_owned),
            prop::sample::select(check::AROUND).prop_map(str::to_owned),
            "[a-zа-я]{1,6}",
            "\\PC{1,3}",
        ], 0..12),
    ) {
        check::check(&pieces.concat());
    }
}

/// Found by the fuzzer.
#[test]
fn what_is_written_in_columns_is_masked() {
    check::check("DE88 3704\0\0 0044 \n 0532 0130 00X");
    check::check("HH88H888\0\0\0\0\0\0\0\0\0888888888888889X");
}

#[test]
fn a_name_around_a_name_leaves_none() {
    check::check("Qarvo Qarvo Heron Heron");
    check::check("Zorka (Qarvo Heron) Info and Qarvo QXJW Heron");
}

#[test]
fn a_word_that_is_an_ending_keeps_a_stem() {
    check::check("ся і всього мусіть Сь");
}

#[test]
fn a_name_before_an_apostrophe_leaves_none() {
    check::check("Вымышленная тропа’б");
    check::check("кщ’Вымышленная тропа, д'Вымышленная тропа");
    check::check("«Вымышленная тропа»’на, Вымышленная тропа'ми");
}
