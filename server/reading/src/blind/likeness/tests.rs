use super::{Likeness, likeness, name_key, names_in};
use Likeness::{Different, Near, Same};
use proptest::prelude::*;

fn check(wanted: Likeness, pairs: &[(&str, &str)]) {
    let wrong: Vec<String> = pairs
        .iter()
        .flat_map(|(a, b)| [(a, b), (b, a)])
        .map(|(a, b)| (a, b, likeness(a, b)))
        .filter(|(_, _, got)| *got != wanted)
        .map(|(a, b, got)| format!("{a} | {b}: {got:?}, keys {} | {}", name_key(a), name_key(b)))
        .collect();
    assert!(wrong.is_empty(), "wanted {wanted:?}\n{}", wrong.join("\n"));
}

#[test]
fn one_name_written_in_two_ways_is_the_same() {
    check(
        Same,
        &[
            ("The National Endowment for Democracy (NED)", "National Endowment for Democracy"),
            ("National Endowment for Democracy.", "NATIONAL ENDOWMENT FOR DEMOCRACY, Inc."),
            ("Nаtiоnal Еndowment for Democracy", "National Endowment for Democracy"),
            ("National\u{200b} Endow\u{ad}ment for Democracy", "National Endowment for Democracy"),
            ("National-Endowment for Democracy Ltd", "National Endowment for Democracy"),
            ("Transparеncy International", "Transparency International"),
            ("Heinrich-Böll-Stiftung", "Heinrich Boell Stiftung e. V."),
            ("Heinrich-Bo\u{308}ll-Stiftung", "Heinrich-Böll-Stiftung e.V."),
            (
                "German Marshall Fund of the United States (GMF)",
                "The German Marshall Fund of the United States",
            ),
            ("Open Society Foundations (OSF)", "open society foundations"),
            ("OpenSociety Foundations", "Open-Society Foundations"),
            ("Stichting Bellingcat", "Bellingcat Ltd."),
            ("The Stichting Bellingcat", "Stichting Bellingcat"),
            ("ООО Ромашка", "«Ромашка»"),
            ("ГО «Пам’ять і Кузня»", "Памʼять і Кузня"),
            ("ГРОМАДСЬКА ОРГАНІЗАЦІЯ «ВIЛЬНИЙ IДЕЛЬ-УРАЛ»", "Вільний Ідель-Урал"),
            ("UAB Vilniaus Varpas", "Vilniaus Varpas"),
            ("Člověk v tísni, o.p.s.", "Clovek v tisni"),
            ("Limited liability company (SIA) «Medusa Project»", "Medusa Project"),
            ("Conflict Intelligence Team, CIT", "Conflict Intelligence Team"),
            ("Bread & Roses", "Bread and Roses"),
            ("Ｏｐｅｎ Doors", "Open Doors"),
            ("Nati0nal End0wment for Dem0cracy", "National Endowment for Democracy"),
            ("Freed0m H0use", "Freedom House"),
            ("Елка Пресс", "Ёлка-пресс"),
            ("Global Giving", "GlobalGiving"),
        ],
    );
}

#[test]
fn what_may_be_the_same_body_is_near() {
    check(
        Near,
        &[
            ("Open Society Foundation", "Open Society Foundations"),
            ("Open Society Institute", "Open Society Foundations"),
            ("Open Society", "Open Society Foundations"),
            ("Heinrich-Böll-Stiftung", "Heinrich Boell Foundation (Heinrich-Böll-Stiftung e.V.)"),
            ("Heinrich-Böll-Stiftung", "Heinrich Böll Foundation"),
            ("Heinrich Boll Stiftung", "Heinrich-Böll-Stiftung"),
            ("German Marshall Fund", "German Marshall Fund of the United States"),
            ("NED", "National Endowment for Democracy"),
            ("CSIS", "Center for Strategic and International Studies"),
            (
                "National Endowment for Democracy",
                "«Национальный фонд в поддержку демократии» (The National Endowment for Democracy)",
            ),
            ("Freedom House", "Freedom House, Inc. («Фридом Хаус») (США)"),
            ("Freedom House", "Фридом Хаус"),
            ("Freedom House", "Freedom House Ukraine"),
            ("Новая газета", "Novaya Gazeta"),
            ("Беллингкэт", "Bellingcat"),
            ("Belingcat", "Bellingcat"),
            ("Human Rights House Foundation", "Human Rights House Tbilisi"),
            ("Greenpeace", "Greenpeace International"),
            ("Greenpeace Deutschland", "Greenpeace International"),
            ("Memorial", "International Memorial"),
            ("Radio Liberty", "Radio Free Europe/Radio Liberty (RFE/RL)"),
            ("Sakharov Centre", "The Andrei Sakharov Foundation"),
            ("Robert Bosch Stiftung", "Robert Bosch Foundation"),
            ("Democracy Institute National", "National Institute for Democracy"),
            ("Friedrich Naumann Foundation", "Friedrich-Naumann-Stiftung für die Freiheit"),
            ("Фонд імені Генріха Бьолля", "Фонд имени Генриха Бёлля"),
            ("Prague Civil Society Centre", "Prague Civil Society Center"),
            ("Фридом Хауз", "Freedom House, Inc. («Фридом Хаус») (США)"),
            ("Фридом Хас", "Фридом Хаус"),
            ("Фридом Хуас", "Фридом Хаус"),
            ("Фри дом Хауз", "Фридом Хаус"),
            ("Организация «Ворлд Вайлд Фонд»", "Ворлд Вайлд Фонд"),
            ("Организация «Ворлд Вайд Фонд»", "Ворлд Вайлд Фонд"),
            ("Фонд «Чистая Рика»", "«Чистая река»"),
            ("Organisation Blue Elm House", "Blue Eln House"),
            ("Организация «Эхо»", "Эхо"),
            ("Nat'l Endowment for Democracy", "National Endowment for Democracy"),
            ("Nat. Endow. for Democracy", "The National Endowment for Democracy (NED)"),
            ("Natl Endowment for Democr.", "National Endowment for Democracy"),
            ("Open Soc. Fdn", "Open Society Foundation"),
            ("0pen 5ociety Foundat1ons", "Open Society Foundations"),
            ("N@tional Endowment for Democr@cy", "National Endowment for Democracy"),
            ("Nαtional Εndowmεnt for Democracy", "National Endowment for Democracy"),
            ("Frεεdom Hουse", "Freedom House"),
            ("Fonds National pour la Démocratie", "National Endowment for Democracy"),
            ("Europäische Stiftung für Demokratie", "European Endowment for Democracy"),
            ("Fundusz na rzecz Demokracji Europejski", "European Fund for Democracy"),
            ("Reporters sans frontières", "Reporters Without Borders"),
            ("Reporter ohne Grenzen", "Репортеры без границ"),
            ("Дом свободы", "Freedom House"),
            ("Фонд «Открытое общество»", "Open Society Foundation"),
            ("N.E.D.", "National Endowment for Democracy"),
            ("N E D", "National Endowment for Democracy (NED)"),
            ("B.e.l.l.i.n.g.c.a.t L.t.d", "Bellingcat Ltd"),
            ("BellingcatLtd", "Bellingcat Ltd."),
            ("TheNationalEndowmentforDemocracy", "The National Endowment for Democracy"),
            ("Th3 N4t10n4l End0wm3nt f0r D3m0cr4cy", "The National Endowment for Democracy"),
            ("Тhе Insidеr", "The Insider"),
            ("Open Society Foundations – London", "Open Society Foundation"),
            ("Free Russia Foundation – Kyiv", "Free Russia Foundation"),
            ("The Insider Office Berlin", "The Insider"),
            ("Европейский фонд за демократию – Киев", "Европейский фонд за демократию"),
            ("Open Socety Foundation", "Open Society Foundations"),
            ("TV Ran", "SIA TV Rain"),
            ("Oppen Sociiety Foundations", "Open Society Foundations"),
            ("Օpen Տociety Foundations", "Open Society Foundation"),
            ("ɴᴀᴛɪᴏɴᴀʟ ᴇɴᴅᴏᴡᴍᴇɴᴛ ꜰᴏʀ ᴅᴇᴍᴏᴄʀᴀᴄʏ", "National Endowment for Democracy"),
            ("\u{202e}esuoH modeerF", "Freedom House"),
            ("Niemiecki Fundusz Marshalla", "German Marshall Fund of the United States"),
            ("Немецкий фонд Маршалла", "German Marshall Fund of the United States"),
            ("Нямецкі фонд Маршала", "German Marshall Fund"),
            ("Еўрапейскі фонд у падтрымку дэмакратыі", "European Endowment for Democracy"),
            ("Europejska Fundacja na rzecz Demokracji", "European Endowment for Democracy"),
            ("Fundacja Heinricha Boella", "Heinrich-Böll-Stiftung e.V."),
            (
                "National Democratic Institute",
                "National Democratic Institute for International Affairs",
            ),
            (
                "Fund for Local Theatres, with support of the European Endowment for Democracy",
                "European Endowment for Democracy",
            ),
            ("Nordic Media Fund (regranting Open Society Foundations)", "Open Society Foundation"),
        ],
    );
}

#[test]
fn words_that_many_bodies_have_do_not_make_two_of_them_near() {
    check(
        Different,
        &[
            ("European Endowment for Democracy", "National Endowment for Democracy"),
            ("Fund for Culture", "Fund for Peace"),
            ("Fund for Culture", "Culture Fund of Oslo Harbour"),
            ("Foundation for Democratic Development", "Democracy Fund"),
            ("Peace Foundation", "Institute for Peace"),
            ("Ukrainian Cultural Foundation", "Polish Cultural Foundation"),
            ("Norwegian Helsinki Committee", "Bulgarian Helsinki Committee"),
            ("Human Rights Fund", "Human Rights House Foundation of Crimea and Yerevan"),
            ("European Union", "Delegation of the European Union to Ukraine"),
            ("United States", "German Marshall Fund of the United States"),
            ("Heinrich-Böll-Stiftung", "Friedrich-Ebert-Stiftung"),
            ("Transparency International", "Amnesty International"),
            ("Transparency International (UK)", "Amnesty International (UK)"),
            ("The Insider", "Business Insider"),
            ("Фонд культуры", "Фонд кино"),
            ("Article 19", "Article 18"),
            ("Election Watch 2019", "Election Watch 2018"),
            ("Elm House", "Elk House"),
            ("Организация «Ольха»", "Организация «Осина»"),
            ("Foundation for Peace", "Institute for Peace"),
            ("OSF", "Open Media Fund"),
            ("Fonds für Kultur", "Peace Fund"),
            ("Stiftung für Frieden", "Foundation for Freedom"),
            ("Europäische Stiftung für Demokratie", "National Endowment for Democracy"),
            ("Art House", "Article House of Mirrors"),
            ("Channel 4", "Channel A"),
            ("Med House", "Mud House"),
            ("", ""),
            ("…", "?"),
        ],
    );
}

#[test]
fn an_entry_of_a_register_holds_several_names() {
    for (entry, names) in [
        (
            "«Национальный фонд в поддержку демократии» (The National Endowment for Democracy)",
            vec![
                "Национальный фонд в поддержку демократии",
                "The National Endowment for Democracy",
            ],
        ),
        (
            "Heinrich-Böll-Stiftung e.V. (Heinrich Böll Stiftung, «Фонд имени Генриха Бёлля») (Германия)",
            vec![
                "Heinrich-Böll-Stiftung e.V.",
                "Heinrich Böll Stiftung",
                "Фонд имени Генриха Бёлля",
            ],
        ),
        (
            "European Endowment for Democracy («Европейский фонд за демократию», «Европейский фонд в поддержку демократии») (Королевство Бельгия)",
            vec![
                "European Endowment for Democracy",
                "Европейский фонд за демократию",
                "Европейский фонд в поддержку демократии",
            ],
        ),
        (
            "Khodorkovsky Foundation («Фонд Ходорковского»), Великобритания",
            vec!["Khodorkovsky Foundation", "Фонд Ходорковского"],
        ),
        (
            "MEDIA DEVELOPMENT INVESTMENT FUND, Inc.",
            vec!["MEDIA DEVELOPMENT INVESTMENT FUND, Inc."],
        ),
        (
            "\"Европейская Платформа за Демократические Выборы\" European Platform for Democratic Elections (EPDE)",
            vec![
                "European Platform for Democratic Elections",
                "Европейская Платформа за Демократические Выборы",
                "EPDE",
            ],
        ),
        (
            "«Канадский украинский конгресс», «Конгресс украинцев Канады» (Ukrainian Canadian Congress), Канада",
            vec![
                "Канадский украинский конгресс",
                "Конгресс украинцев Канады",
                "Ukrainian Canadian Congress",
            ],
        ),
        (
            "Institute for Peace, Democracy and Development",
            vec!["Institute for Peace, Democracy and Development"],
        ),
        ("Stichting Bellingcat (Нидерланды)", vec!["Stichting Bellingcat"]),
        ("(США)", vec![]),
    ] {
        assert_eq!(names_in(entry), names, "{entry}");
    }
}

proptest! {
    #[test]
    fn names_are_the_same_when_their_keys_are(a in "[A-Za-zА-Яа-яІі .,()«»-]{0,24}", b in "[A-Za-zА-Я (),]{0,24}") {
        let keys = (name_key(&a), name_key(&b));
        let same = !keys.0.is_empty() && keys.0 == keys.1;
        prop_assert_eq!(likeness(&a, &b) == Same, same);
        prop_assert_eq!(likeness(&a, &b), likeness(&b, &a));
        prop_assert_eq!(likeness(&a, &a) == Same, !keys.0.is_empty());
    }

    #[test]
    fn ways_of_writing_do_not_count(name in "[A-Z][a-z]{2,8}( [A-Z][a-z]{3,8}){1,3}") {
        for written in [
            format!("The {name}"),
            format!("{name}."),
            format!("{name} Ltd"),
            format!("{name}, Inc."),
            name.replace(' ', "-"),
            name.to_uppercase(),
            name.replace('e', "e\u{200b}"),
        ] {
            prop_assert_eq!(likeness(&written, &name), Same, "{}", written);
        }
        let other_letters = name.replace('a', "а").replace('o', "о");
        prop_assert_ne!(likeness(&other_letters, &name), Different, "{}", other_letters);
    }
}
