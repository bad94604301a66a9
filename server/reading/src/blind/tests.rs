use domain::{Partner, ProjectContent};
use proptest::prelude::*;

use super::{KnownName, Masker};

fn body(name: &str) -> KnownName {
    KnownName::Body(name.into())
}

fn masked(names: &[KnownName], text: &str) -> String {
    Masker::new(names.iter().cloned()).blind(text).as_str().to_owned()
}

fn check(names: &[KnownName], table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, wanted)| (text, wanted, masked(names, text)))
        .filter(|(_, wanted, got)| *wanted != got)
        .map(|(text, wanted, got)| format!("{text}\n   wanted {wanted}\n   got    {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_name_leaves_no_trace() {
    check(
        &[body("Northern Heron Collective"), body("Zorka-Info"), body("NHCX")],
        &[
            ("The Northern Heron Collective trains editors.", "The trains editors."),
            ("the northern\nheron  collective trains", "the trains"),
            ("Northern Heron Collective's work", "work"),
            ("“Zorka Info” and ZorkaInfo and zorka-info", "“ ” and and"),
            ("NHCX trains, nhcx not", "trains, nhcx not"),
            ("two NHCXs", "two"),
            ("работа NHCX-у и Zorka-Info’ы", "работа и"),
            ("Northern Heron Collectives teach", "teach"),
            ("Northern Herons in the collective", "Northern Herons in the collective"),
        ],
    );
}

#[test]
fn cyrillic_names_are_found_inflected_and_in_latin_letters() {
    check(
        &[body("Новая тропа"), body("Зарница"), KnownName::Person("Пётр Выдумкин".into())],
        &[
            ("Редакция «Новой тропы» и команда Зарницы", "Редакция « » и команда"),
            ("с Новой тропой", "с"),
            ("новая тропа в лесу", "в лесу"),
            ("The team of Novaya Tropa", "The team of"),
            ("Петра Выдумкина и Выдумкиным", "и"),
            ("interview with P. Vydumkin", "interview with"),
        ],
    );
    check(
        &[body("Qarvo Heron"), body("Zarnitsa")],
        &[("команда Зарницы и «Карво Херон»", "команда и « »")],
    );
}

#[test]
fn names_of_common_words_must_be_written_as_names() {
    check(
        &[body("Clean Water"), body("Memorial"), body("Право")],
        &[
            ("Clean Water builds wells", "builds wells"),
            ("access to clean water", "access to clean water"),
            ("a memorial for victims", "a memorial for victims"),
            ("the archive of Memorial is open", "the archive of is open"),
            ("«Право» консультирует", "« » консультирует"),
            ("право на защиту", "право на защиту"),
            ("Право на защиту", "Право на защиту"),
            ("We act. Memorial has an archive.", "We act. has an archive."),
            ("Право работает с 2011 года", "работает с 2011 года"),
            (
                "Das Memorial ist eine Gedenkstätte und nicht die Organisation",
                "Das Memorial ist eine Gedenkstätte und nicht die Organisation",
            ),
        ],
    );
}

#[test]
fn a_state_that_gives_is_no_name() {
    check(
        &[body("Ukraine"), body("European Union"), body("Ministry of Frontier Affairs of Ukraine")],
        &[("Help in Ukraine and the European Union", "Help in Ukraine and the European Union")],
    );
}

#[test]
fn a_legal_form_beside_a_name_goes_with_it() {
    check(
        &[
            body("Qarvo Heron"),
            body("Ottermoor Foundation"),
            body("Зарница"),
            body("DQNX Ltd (Wendle Night Shelter)"),
            body("Größer e.V. für Müßiggang"),
        ],
        &[
            ("DQNX Ltd (Wendle Night Shelter) houses", ") houses"),
            ("Qarvo Heron ltd houses", "houses"),
            ("Größer e.V. für Müßiggang und Größer für Müßiggang", "und"),
            ("NGO Qarvo Heron teaches", "teaches"),
            ("Qarvo Heron, registered association, teaches", ", teaches"),
            ("общественная организация «Зарница» учит", "» учит"),
            (
                "грамадскага аб’яднання «Зарніца» і «Зарница»",
                "грамадскага аб'яднання «Зарніца» і « »",
            ),
            ("work of Ottermoor Stiftung and Stiftung Ottermoor", "work of and"),
            ("фонда Ottermoor", ""),
            ("Qarvo Heron — an association of editors", "— an association of editors"),
            ("a registered association of editors", "a registered association of editors"),
        ],
    );
}

#[test]
fn what_identifies_without_a_name_is_taken_out() {
    check(
        &[],
        &[
            ("see https://heron.example/about?x=1 or www.heron.example now", "see or now"),
            ("write to desk@heron.example today", "write to today"),
            ("follow @heron_news on t.me/heron", "follow on t.me/heron"),
            ("our site heron.press/ru lists", "our site lists"),
            ("heron9.media and @9herons, in 3.5 or #1", "and , in 3.5 or #1"),
            ("call +49 30 123 45 67, please", "call , please"),
            ("Amtsgericht HRB 123456 B Berlin", "Amtsgericht Berlin"),
            ("ОГРН 1234567890123, Москва", ", Москва"),
            ("DE-CR-HRB12345 and LT-RC-304567", "and"),
            ("Heron e.V. and Heron gGmbH", "Heron and Heron"),
            ("ТОВАРЫ и Vorstand", "ТОВАРЫ и Vorstand"),
            ("plain words, e.g. this.", "plain words, e.g. this."),
        ],
    );
}

#[test]
fn the_version_follows_the_names_and_not_their_order() {
    let version = |names: &[KnownName]| Masker::new(names.iter().cloned()).version();
    let (a, b) = (body("Northern Heron"), KnownName::Person("Ada Lark".into()));
    assert_eq!(version(&[a.clone(), b.clone()]), version(&[b.clone(), a.clone(), b]));
    assert_ne!(version(&[a]), version(&[]));
}

#[test]
fn a_partner_is_a_name_in_its_own_project_only() {
    let masker = Masker::new([body("Northern Heron")]);
    let text = "Legal aid by Northern Heron with Vexley Otter for the press";
    let mut project = ProjectContent::titled("Legal aid");
    let named = |project: &ProjectContent| masker.of_project(project).blind(text);
    assert_eq!(named(&project).as_str(), "Legal aid by with Vexley Otter for the press");
    let partner = |name: &str| Partner { name: name.into(), country: None, form: None };
    project.partners = vec![partner("Vexley Otter"), partner(" ")];
    assert_eq!(named(&project).as_str(), "Legal aid by with for the press");
}

proptest! {
    #[test]
    fn deletion_and_swap_of_a_known_name_give_the_same_text(
        before in "[a-zа-я]{1,9}( [a-zа-я]{1,9}){0,6}",
        after in "[a-zа-я]{1,9}( [a-zа-я]{1,9}){0,6}",
        pick in 0_usize..6,
    ) {
        // Words for kinds of bodies go with a name beside them, however their letters are written.
        let is_kind = |word: &str| super::names::is_kind(&crate::letters::one_script(word));
        prop_assume!(!before.split(' ').chain(after.split(' ')).any(is_kind));
        let names = ["Qarvo Heron", "Ќalvex", "Zorka Info", "Вымышленная тропа", "QXJW", "Ulla Farnquist"];
        let masker = Masker::new(names.iter().map(|name| body(name)));
        let deleted = masker.blind(&format!("{before} {after}"));
        let named = masker.blind(&format!("{before} {} {after}", names[pick]));
        prop_assert_eq!(named, deleted);
    }
}

#[test]
fn several_legal_forms_go_with_a_name() {
    check(
        &[body("Qarvo, Inc."), body("Zorka Heron LLC")],
        &[
            ("Qarvo, Inc., registered association, trains", ", trains"),
            ("Zorka Heron LLC, registered association, trains", ", trains"),
            ("Qarvo Ltd. (registered charity) trains", ") trains"),
            ("ГО БФ «Qarvo» готує", "» готує"),
            // A sentence ends here.
            ("Work of Zorka Heron Ltd. Association matters.", "Work of Association matters."),
        ],
    );
}

/// Every form is taken out, whatever stands around it.
#[track_caller]
fn gone(name: &str, forms: &[&str]) {
    let masker = Masker::new([KnownName::Person(name.into())]);
    for (before, after) in
        [("Допомагає", "щодня"), ("Помогает", "каждый день"), ("we thank", "here")]
    {
        for form in forms {
            let text = format!("{before} {form} {after}");
            assert_eq!(masker.blind(&text).as_str(), format!("{before} {after}"), "{name}: {form}");
        }
    }
}

#[test]
fn a_person_is_found_in_every_case() {
    gone(
        "Платон Ветров-Луговой",
        &[
            "Платон Ветров-Луговой",
            "Платона Ветрова-Лугового",
            "Платону Ветрову-Луговому",
            "Платоном Ветровым-Луговым",
            "Ветрове-Луговом",
            "П. Ветрова-Лугового",
            "П. С. Ветров-Луговой",
            "П.С. Ветрову-Луговому",
            "Ветров-Луговой П. С.",
            "Платон Ветров",
            "Ветрова",
            "Лугового Платона",
            "Platon Vetrov-Lugovoy",
        ],
    );
    gone(
        "Ада Кривцова",
        &["Ады Кривцовой", "Аду Кривцову", "Кривцовой Ады", "А. Кривцовой", "Кривцовою"],
    );
    gone("Мирон Ставропец", &["Мирона Ставропца", "Мироном Ставропцем", "Ставропцу", "Ставропце"]);
    gone("Тарас Вітрець", &["Тараса Вітреця", "Тарасові Вітрецю", "Вітрецем", "Т. Вітрець"]);
    gone("Тарас Холодець", &["Тараса Холодця", "Тарасові Холодцю", "Холодцем", "Холодцеві"]);
    gone("Ірина Холодець", &["Ірини Холодець", "Іриною Холодець"]);
    gone("Глеб Дёготь", &["Глеба Дёгтя", "Глебом Дегтем", "Дёгтю"]);
    gone(
        "В’ячеслав Солом’яненко",
        &[
            "В'ячеслава Солом'яненка",
            "Вʼячеславом Соломʼяненком",
            "Солом`яненкові",
            "Солом´яненко В.",
        ],
    );
    gone("Алесь Жураўкоў", &["Алеся Жураўкова", "Алесем Жураўковым", "Жураўкову"]);
    gone("Алесь Гужаль", &["Алеся Гужаля", "Гужалем", "А. Гужаль"]);
    gone("Марта Гальская", &["Марты Гальскай", "Марце Гальскай", "Марту Гальскую"]);
    gone(
        "Jörg Wüllersiepen-Voß",
        &[
            "Jörg Wüllersiepen-Voß",
            "Joerg Wuellersiepen-Voss",
            "Jörgs Wüllersiepen-Voß",
            "Wüllersiepen-Voßs",
            "Wüllersiepen",
            "WÜLLERSIEPEN-VOSS",
        ],
    );
    gone(
        "Andrey Ivanovskiy",
        &[
            "Andrey Ivanovskiy",
            "A. P. Ivanovskiy",
            "Andrey P. Ivanovskiy",
            "Ivanovskiy A. P.",
            "Ivanovskiy's",
        ],
    );
    gone(
        "Олена Зеленська",
        &["Зеленська О.", "О. П. Зеленську", "Зеленською Оленою", "О.\u{a0}Зеленською"],
    );
    gone("Роман Цой", &["Романа Цоя", "Р. Цой", "Цой Р. В.", "Цоем Романом"]);
    gone("Андрей Мир", &["Андрея Мира", "А. Мир", "Мир А."]);
    gone(
        "Кузнецова Анна Павловна",
        &["Анны Кузнецовой", "Кузнецовой А. П.", "Анне Павловне Кузнецовой"],
    );
}

#[test]
fn what_is_no_name_stays() {
    check(
        &[
            KnownName::Person("Андрей Мир".into()),
            KnownName::Person("Роман Цой".into()),
            KnownName::Person("Иван Мостов".into()),
            KnownName::Person("Платон Ветров-Луговой".into()),
        ],
        &[
            ("Мир нужен всем, и мир будет", "Мир нужен всем, и мир будет"),
            ("Иван строит Мост дружбы", "Иван строит Мост дружбы"),
            ("Луговой ручей и ветер", "Луговой ручей и ветер"),
            ("Встреча у Мостова. А. Петров пишет", "Встреча у . А. Петров пишет"),
            ("пришли Мостов, А. Петров и другие", "пришли , А. Петров и другие"),
        ],
    );
}

#[test]
fn a_name_is_found_however_its_letters_are_typed() {
    let names =
        [body("Пам'ять і Кузня"), body("Зорянка"), KnownName::Person("Ада Мельничук".into())];
    for sign in ["'", "’", "\u{2bc}", "`", "\u{b4}", "‘", "\u{2032}", "＇", "\u{201b}", "\u{2b9}"]
    {
        let text = format!("Редакція Пам{sign}ять і Кузня працює");
        assert_eq!(masked(&names, &text), "Редакція працює", "{sign}");
        let other = [body(&format!("Пам{sign}ять і Кузня"))];
        assert_eq!(masked(&other, "Редакція Пам’ять і Кузня працює"), "Редакція працює", "{sign}");
    }
    check(
        &names,
        &[
            // Latin letters, what is not seen, letters in pieces.
            ("команда Зopянки пише", "команда пише"),
            ("команда Зо\u{200b}рян\u{ad}ки пише", "команда пише"),
            ("команда Зо\u{2060}ря\u{34f}нки пише", "команда пише"),
            ("слово Aди Meльничyк тут", "слово тут"),
            ("слово Ади Ме\u{301}льничук тут", "слово тут"),
        ],
    );
    check(&[body("Йорж і Їжак")], &[("газета И\u{306}орж і І\u{308}жак тут", "газета тут")]);
    check(&[body("Łódź Ćma")], &[("the Łódz\u{301} C\u{301}ma paper", "the paper")]);
    check(&[body("Qarvo Heron")], &[("the Qаrvo Hеrоn paper", "the paper")]);
}
