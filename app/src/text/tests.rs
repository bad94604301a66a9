//! The five languages say the same things.

use std::collections::{BTreeMap, BTreeSet};

use domain::{AmountRange, Currency, Money};
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};

use super::{Locale, Text};

/// What a message is made of: its arguments, and the plural forms of each selection by number.
#[derive(Default)]
struct Shape {
    arguments: BTreeSet<String>,
    selections: Vec<BTreeSet<String>>,
}

fn inline(expression: &InlineExpression<&str>, shape: &mut Shape) {
    match expression {
        InlineExpression::VariableReference { id } => {
            shape.arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => inside(expression, shape),
        _ => {}
    }
}

fn inside(expression: &Expression<&str>, shape: &mut Shape) {
    match expression {
        Expression::Inline(expression) => inline(expression, shape),
        Expression::Select { selector, variants } => {
            inline(selector, shape);
            let mut forms = BTreeSet::new();
            for variant in variants {
                if let VariantKey::Identifier { name } = variant.key {
                    forms.insert(name.to_owned());
                }
                walk(&variant.value, shape);
            }
            shape.selections.push(forms);
        }
    }
}

fn walk(pattern: &Pattern<&str>, shape: &mut Shape) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            inside(expression, shape);
        }
    }
}

fn shapes(locale: Locale) -> BTreeMap<String, Shape> {
    let resource = parser::parse(locale.source())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", locale.code()));
    let mut shapes = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut shape = Shape::default();
            walk(message.value.as_ref().expect("a message says something"), &mut shape);
            assert!(
                shapes.insert(message.id.name.to_owned(), shape).is_none(),
                "{}: {} twice",
                locale.code(),
                message.id.name
            );
        }
    }
    shapes
}

#[test]
fn every_language_has_every_message_argument_and_plural_form() {
    let english = shapes(Locale::En);
    assert!(english.len() > 200);
    for locale in Locale::ALL {
        let own = shapes(locale);
        let missing: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
        let extra: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "{}: missing {missing:?}, extra {extra:?}",
            locale.code()
        );
        let needed: &[&str] = match locale {
            Locale::En | Locale::De => &["one", "other"],
            Locale::Ru | Locale::Uk | Locale::Be => &["one", "few", "many", "other"],
        };
        for (key, shape) in &own {
            assert_eq!(
                shape.arguments,
                english[key].arguments,
                "{}: arguments of {key}",
                locale.code()
            );
            assert_eq!(
                shape.selections.len(),
                english[key].selections.len(),
                "{}: selections of {key}",
                locale.code()
            );
            for forms in &shape.selections {
                for form in needed {
                    assert!(forms.contains(*form), "{}: {key} lacks “{form}”", locale.code());
                }
            }
        }
    }
}

/// What a message says, without what is put into it.
fn words(pattern: &Pattern<&str>, said: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => said.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    said.push_str(". ");
                    words(&variant.value, said);
                }
            }
            PatternElement::Placeable { .. } => said.push('…'),
        }
    }
}

/// Every message of a language with its words.
fn messages_of(locale: Locale) -> Vec<(String, String)> {
    let resource = parser::parse(locale.source()).unwrap();
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => {
            let mut said = String::new();
            words(message.value.as_ref()?, &mut said);
            Some((message.id.name.to_owned(), said))
        }
        _ => None,
    });
    messages.collect()
}

#[test]
fn each_language_has_its_own_marks() {
    let odd = |locale: Locale, said: &str| {
        let foreign: &[char] = match locale {
            Locale::En => &['„', '«', '»'],
            Locale::De => &['”', '«', '»'],
            Locale::Ru | Locale::Uk | Locale::Be => &['“', '”', '„'],
        };
        said.contains(['\'', '"']) || said.contains(foreign)
    };
    let odd: Vec<_> = Locale::ALL
        .into_iter()
        .flat_map(|locale| messages_of(locale).into_iter().map(move |one| (locale, one)))
        .filter(|(locale, (_, said))| odd(*locale, said))
        .collect();
    assert!(odd.is_empty(), "{odd:#?}");
}

/// Ukrainian and Belarusian write to the reader in small letters, as everywhere in these files.
#[test]
fn the_reader_is_written_to_in_one_way() {
    for (locale, capitals) in [
        (Locale::Ru, &["Вы", "Вас", "Вам", "Вами", "Ваш"]),
        (Locale::Uk, &["Ви", "Вас", "Вам", "Вами", "Ваш"]),
        (Locale::Be, &["Вы", "Вас", "Вам", "Вамі", "Ваш"]),
    ] {
        for (key, said) in messages_of(locale) {
            let parts: Vec<&str> = said.split_whitespace().collect();
            let inside = parts.windows(2).filter(|pair| !pair[0].ends_with(['.', '!', '?', '…']));
            for pair in inside {
                let word = pair[1].trim_matches(|letter: char| !letter.is_alphabetic());
                let is = capitals.contains(&word) || word.starts_with("Ваш");
                assert!(!is, "{}: {key}: “{}”", locale.code(), pair.join(" "));
            }
        }
    }
}

#[test]
fn no_sentence_ends_twice() {
    let day: chrono::NaiveDate = "2020-05-01".parse().unwrap();
    for locale in Locale::ALL {
        let text = Text { locale };
        for key in ["donor-status-until", "import-list-of", "register-gone"] {
            let said = text.say_with(key, [("day", text.day(day).into())]);
            assert!(!said.contains("..") && said.contains("2020"), "{said}");
        }
    }
    let text = Text { locale: Locale::En };
    let said = text.say_with("donor-status-decision", [("decision", "Reed Inc.".into())]);
    assert_eq!(said, "Decision: Reed Inc.");
}

#[test]
fn the_language_of_belarus_has_its_name() {
    let language = "be".parse().unwrap();
    assert_eq!(Text { locale: Locale::De }.language(&language), "Belarusisch");
}

/// Every key that the source names exists. Keys with a code at the end are checked by vocabulary.
#[test]
fn every_key_of_the_source_exists() {
    fn files(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs")
                && !path.ends_with("text/tests.rs")
            {
                found.push(path);
            }
        }
    }
    let known = shapes(Locale::En);
    let mut sources = Vec::new();
    files(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    let mut used = BTreeSet::new();
    for source in sources {
        let text = std::fs::read_to_string(&source).unwrap();
        for opening in [".say(\"", ".say_with(\"", ".count(\"", ".say_with(\n", ".count(\n"] {
            for (at, _) in text.match_indices(opening) {
                let rest = text[at + opening.len()..].trim_start();
                let inside = opening.ends_with('"');
                // A key in a variable is one of a list, each of which is named elsewhere.
                let Some(rest) = (if inside { Some(rest) } else { rest.strip_prefix('"') }) else {
                    continue;
                };
                let key: String =
                    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
                assert!(known.contains_key(&key), "{}: no message “{key}”", source.display());
                used.insert(key);
            }
        }
    }
    assert!(used.len() > 100, "{}", used.len());
}

#[test]
fn every_code_has_a_name() {
    use domain::{
        CallField, CallStatus, ConfidenceLevel, DeadlineKind, DonorKind, EntityForm,
        LegalStatusKind, Outcome, PartKind, Region, RuleKind, Stage, Verdict, Visibility, Why,
    };
    let known = shapes(Locale::En);
    let mut missing = Vec::new();
    let mut check = |prefix: &str, codes: Vec<&str>| {
        for code in codes {
            let key = format!("{prefix}-{}", code.to_lowercase().replace('_', "-"));
            if !known.contains_key(&key) {
                missing.push(key);
            }
        }
    };
    check("status", CallStatus::ALL.iter().map(|x| x.code()).collect());
    check("deadline-kind", DeadlineKind::ALL.iter().map(|x| x.code()).collect());
    check("donor-kind", DonorKind::ALL.iter().map(|x| x.code()).collect());
    check("form", EntityForm::ALL.iter().map(|x| x.code()).collect());
    check("legal-status", LegalStatusKind::ALL.iter().map(|x| x.code()).collect());
    check("outcome", Outcome::ALL.iter().map(|x| x.code()).collect());
    check("part", PartKind::ALL.iter().map(|x| x.code()).collect());
    check("region", Region::ALL.iter().map(|x| x.code()).collect());
    check("rule", RuleKind::ALL.iter().map(|x| x.code()).collect());
    check("stage", Stage::ALL.iter().map(|x| x.code()).collect());
    check("verdict", Verdict::ALL.iter().map(|x| x.code()).collect());
    check("visibility", Visibility::ALL.iter().map(|x| x.code()).collect());
    check("why", Why::ALL.iter().map(|x| x.code()).collect());
    check("confidence", ConfidenceLevel::ALL.iter().map(|x| x.code()).collect());
    check("field", CallField::ALL.iter().map(|x| x.code()).collect());
    assert!(missing.is_empty(), "{missing:?}");
}

/// Plural categories after CLDR.
#[test]
fn plural_forms_are_those_of_each_language() {
    let golden: [(Locale, [(u64, &str); 8]); 5] = [
        (
            Locale::En,
            [
                (1, "1 month"),
                (2, "2 months"),
                (5, "5 months"),
                (11, "11 months"),
                (21, "21 months"),
                (22, "22 months"),
                (25, "25 months"),
                (111, "111 months"),
            ],
        ),
        (
            Locale::De,
            [
                (1, "1 Monat"),
                (2, "2 Monate"),
                (5, "5 Monate"),
                (11, "11 Monate"),
                (21, "21 Monate"),
                (22, "22 Monate"),
                (25, "25 Monate"),
                (111, "111 Monate"),
            ],
        ),
        (
            Locale::Ru,
            [
                (1, "1 месяц"),
                (2, "2 месяца"),
                (5, "5 месяцев"),
                (11, "11 месяцев"),
                (21, "21 месяц"),
                (22, "22 месяца"),
                (25, "25 месяцев"),
                (111, "111 месяцев"),
            ],
        ),
        (
            Locale::Uk,
            [
                (1, "1 місяць"),
                (2, "2 місяці"),
                (5, "5 місяців"),
                (11, "11 місяців"),
                (21, "21 місяць"),
                (22, "22 місяці"),
                (25, "25 місяців"),
                (111, "111 місяців"),
            ],
        ),
        (
            Locale::Be,
            [
                (1, "1 месяц"),
                (2, "2 месяцы"),
                (5, "5 месяцаў"),
                (11, "11 месяцаў"),
                (21, "21 месяц"),
                (22, "22 месяцы"),
                (25, "25 месяцаў"),
                (111, "111 месяцаў"),
            ],
        ),
    ];
    for (locale, cases) in golden {
        for (number, expected) in cases {
            assert_eq!(Text { locale }.count("months", number), expected);
        }
    }
    let one_and_a_half = [
        (Locale::En, "1.5 months"),
        (Locale::De, "1,5 Monate"),
        (Locale::Ru, "1,5 месяца"),
        (Locale::Uk, "1,5 місяця"),
        (Locale::Be, "1,5 месяца"),
    ];
    let form = |locale| {
        Text { locale }.plural_form(&"1.5".parse::<icu_decimal::input::Decimal>().unwrap())
    };
    for (locale, expected) in one_and_a_half {
        let shown = if locale == Locale::En { "1.5" } else { "1,5" };
        let said = Text { locale }
            .say_with("months", [("count", form(locale).into()), ("shown", shown.into())]);
        assert_eq!(said, expected);
    }
}

#[test]
fn money_and_days_follow_the_language() {
    let range = AmountRange::new(Some(2_000_000), Some(5_000_050), Currency::EUR).unwrap();
    let day = "2026-12-14".parse().unwrap();
    let say = |locale| {
        (
            Text { locale }.amounts(&range).replace('\u{a0}', " "),
            Text { locale }.day(day).replace(['\u{a0}', '\u{202f}'], " "),
        )
    };
    assert_eq!(say(Locale::En), ("€20,000 to €50,000.50".into(), "14 December 2026".into()));
    assert_eq!(say(Locale::De), ("20.000 € bis 50.000,50 €".into(), "14. Dezember 2026".into()));
    assert_eq!(say(Locale::Ru).1, "14 декабря 2026 г.");
    assert_eq!(say(Locale::Uk).1, "14 грудня 2026 р.");
    assert_eq!(say(Locale::Be).1, "14 снежня 2026 г.");
    let yen = Money { minor: 1_500_000, currency: "JPY".parse().unwrap() };
    assert_eq!(Text { locale: Locale::En }.money(yen), "JPY\u{a0}1,500,000");
}

#[test]
fn names_of_countries_and_languages_are_the_readers() {
    let text = |locale| Text { locale };
    assert_eq!(text(Locale::Ru).country("GE".parse().unwrap()), "Грузия");
    assert_eq!(text(Locale::Be).language(&"uk".parse().unwrap()), "украінская");
    assert_eq!(text(Locale::De).language(&"bua".parse().unwrap()), "Burjatisch");
}

#[test]
fn the_reader_s_language_is_found() {
    assert_eq!(Locale::preferred("fr, uk;q=0.8, de;q=0.9"), Some(Locale::De));
    assert_eq!(Locale::preferred("en-US,en;q=0.5"), Some(Locale::En));
    assert_eq!(Locale::preferred("fr, be;q=0"), None);
    assert_eq!(Locale::preferred("ü;;q=,,=1"), None);
    assert_eq!(Locale::of("ru-RU"), Some(Locale::Ru));
}
