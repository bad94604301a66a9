//! Any text through the masker and the tokeniser.
#![no_main]

#[path = "../../tests/texts/any_text/check.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|text: &str| check::check(text));
