use domain::{CallContent, CallField, Condition, RuleKind};

use super::extract;

fn eligibility(text: &str) -> CallContent {
    CallContent { eligibility: text.into(), ..CallContent::titled("x") }
}

fn conditions(text: &str) -> CallContent {
    CallContent { conditions: text.into(), ..CallContent::titled("x") }
}

/// The condition of a kind as a short text, for tables.
fn found(call: &CallContent, kind: RuleKind) -> String {
    let rules = extract(call);
    let Some(rule) = rules.iter().find(|rule| rule.condition.kind() == kind) else {
        return "-".into();
    };
    let codes = |places: &[domain::Place]| {
        places.iter().map(|place| place.code().to_owned()).collect::<Vec<_>>().join(" ")
    };
    match &rule.condition {
        Condition::EntityCountry { any_of, none_of } if none_of.is_empty() => codes(any_of),
        Condition::EntityCountry { none_of, .. } => format!("not {}", codes(none_of)),
        Condition::EntityForm { any_of } => {
            any_of.iter().map(|form| form.code()).collect::<Vec<_>>().join(" ")
        }
        Condition::Duration { months } => format!("{:?}..{:?}", months.min, months.max),
        Condition::Partner { need } => format!("{need:?}"),
        Condition::CoFinancing { percent } => percent.to_string(),
        Condition::Language { any_of } => {
            any_of.iter().map(domain::Language::code).collect::<Vec<_>>().join(" ")
        }
        Condition::EntityAge { months } => months.to_string(),
        Condition::CoreCosts { allowed } | Condition::Regranting { allowed } => allowed.to_string(),
        Condition::Award { range } => {
            let end =
                |end: Option<domain::Money>| end.map_or_else(|| "*".into(), domain::Money::decimal);
            format!("{}..{} {}", end(range.min()), end(range.max()), range.currency())
        }
        Condition::Deadline { closing } => match closing {
            domain::Closing::Dated(dates) => {
                dates.iter().map(|date| date.on.to_string()).collect::<Vec<_>>().join(" ")
            }
            domain::Closing::Rolling => "Rolling".into(),
            domain::Closing::Unknown => "Unknown".into(),
        },
        Condition::Place { any_of } => codes(any_of),
    }
}

fn check(kind: RuleKind, make: fn(&str) -> CallContent, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, wanted)| (text, wanted, found(&make(text), kind)))
        .filter(|(_, wanted, got)| *wanted != got)
        .map(|(text, wanted, got)| format!("{text}\n   wanted {wanted}\n   found  {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn seats_stated_plainly_are_found() {
    check(
        RuleKind::EntityCountry,
        conditions,
        &[
            ("Applicants must be registered in Georgia, Moldova or Ukraine.", "GE MD UA"),
            ("Eligible applicants are legal entities established in an EU Member State.", "EU"),
            ("Only organisations with a registered office in Germany can apply.", "DE"),
            (
                "Antragsberechtigt sind gemeinnützige Organisationen mit Sitz in Deutschland oder Österreich.",
                "DE AT",
            ),
            (
                "Заявителями могут быть организации, зарегистрированные в Литве, Польше или Грузии.",
                "LT PL GE",
            ),
            ("Організації мають бути зареєстровані в Україні або в країнах ЄС.", "UA EU"),
            ("Арганізацыі павінны быць зарэгістраваныя ў Літве ці Польшчы.", "LT PL"),
            ("Organisations registered in Russia or Belarus are not eligible.", "not RU BY"),
        ],
    );
    check(
        RuleKind::EntityCountry,
        eligibility,
        &[
            ("Civil society organizations registered in Ukraine", "UA"),
            ("CSOs in Armenia, Georgia, Moldova and Ukraine", "AM GE MD UA"),
            ("Polish and Ukrainian CSOs", "PL UA"),
            ("Ukrainian non-profit organizations", "UA"),
        ],
    );
}

#[test]
fn seats_that_are_not_certain_are_left_alone() {
    check(
        RuleKind::EntityCountry,
        conditions,
        &[
            (
                "Before submitting, all applicants must be registered in the Participant Register.",
                "-",
            ),
            (
                "Legal entities established in non-associated third countries may exceptionally participate.",
                "-",
            ),
            (
                "Entities established in an eligible country but controlled by China are not eligible.",
                "-",
            ),
            ("Organisations registered in Ukraine, Narnia or Georgia may apply.", "-"),
            ("Organisations, preferably registered in Georgia, may apply.", "-"),
            ("Financial support for start-ups registered in Estonia is one activity.", "-"),
            ("Antragsberechtigt sind Kommunen mit Sitz in Baden-Württemberg.", "-"),
            ("Applicants need not be registered in Ukraine.", "-"),
        ],
    );
    check(
        RuleKind::EntityCountry,
        eligibility,
        &[
            ("CSOs promoting Austrian-Ukrainian cooperation", "-"),
            ("Ukrainian CSOs and municipalities", "-"),
            ("CSOs in EBRD countries of operation including Ukraine", "-"),
            ("Human rights organizations", "-"),
        ],
    );
}

#[test]
fn two_sentences_that_disagree_cancel_each_other() {
    let call = conditions(
        "Applicants must be registered in Georgia. Applicants must be registered in Poland.",
    );
    assert_eq!(found(&call, RuleKind::EntityCountry), "-");
}

#[test]
fn forms_are_found_when_every_body_is_understood() {
    let civil = "association foundation non_profit_company cooperative";
    check(
        RuleKind::EntityForm,
        eligibility,
        &[
            ("Civil society organizations registered in Ukraine", civil),
            (
                "CSOs and local authorities",
                "association foundation non_profit_company cooperative public_body",
            ),
            ("Individuals", "individual"),
            ("Human rights organizations", "-"),
            ("CSOs, universities and other bodies", "-"),
            ("Non-governmental organizations only, cannot be individuals.", "-"),
        ],
    );
    check(
        RuleKind::EntityForm,
        conditions,
        &[
            (
                "Antragsberechtigt sind gemeinnützige Vereine und Stiftungen.",
                "association foundation",
            ),
            (
                "Заявителями могут быть некоммерческие организации и инициативные группы.",
                "association foundation non_profit_company cooperative informal_group",
            ),
            ("Заявниками можуть бути громадські організації.", civil),
            (
                "Antragsberechtigt sind Hochschulen mit Sitz in Deutschland.",
                "public_body research_body",
            ),
            (
                "Antragsberechtigt sind gemeinnützige Träger, die einem Verband angehören, sowie Kreise.",
                "-",
            ),
            ("Antragsberechtigt sind Zweckverbände.", "-"),
            ("NGOs have an important role in the transition.", "-"),
        ],
    );
}

#[test]
fn durations() {
    check(
        RuleKind::Duration,
        conditions,
        &[
            ("Projects may last up to 18 months.", "None..Some(18)"),
            ("The duration of a project is between 12 and 24 months.", "Some(12)..Some(24)"),
            ("The project should have a minimum duration of 48 months.", "Some(48)..None"),
            ("Die Laufzeit beträgt höchstens 24 Monate.", "None..Some(24)"),
            ("Срок реализации проекта не более 12 месяцев.", "None..Some(12)"),
            ("Тривалість проєкту до 6 місяців.", "None..Some(6)"),
            ("The expected duration of each action is between 12 and 24 months.", "-"),
            (
                "Information on the outcome: maximum 4 months from the final date for submission of projects after evaluation.",
                "-",
            ),
            ("Die Dauer der Beschäftigung beträgt mindestens 12 Monate.", "-"),
            ("Die Laufzeit des Darlehens beträgt bis zu 10 Jahre.", "-"),
            ("Projects report after at least 6 months.", "-"),
        ],
    );
    let alone =
        |text: &str| CallContent { duration_text: Some(text.into()), ..CallContent::titled("x") };
    check(
        RuleKind::Duration,
        alone,
        &[
            ("Up to 2 years", "None..Some(24)"),
            ("6-12 months", "Some(6)..Some(12)"),
            ("12-24 місяці", "Some(12)..Some(24)"),
            ("18 months maximum", "None..Some(18)"),
            ("Typically 12 months", "-"),
            ("Multi-year", "-"),
        ],
    );
}

#[test]
fn consortia_core_costs_and_shares() {
    check(
        RuleKind::Partner,
        conditions,
        &[
            (
                "Applications must be submitted by a consortium of at least three organisations from at least two different countries.",
                "Consortium { members: 3, countries: 2 }",
            ),
            (
                "Der Antrag erfordert ein Konsortium aus mindestens drei Partnern aus mindestens drei Ländern.",
                "Consortium { members: 3, countries: 3 }",
            ),
            (
                "The consortium must include at least three entities from one of the world regions.",
                "-",
            ),
            ("Consortia of at least two partners are encouraged.", "-"),
        ],
    );
    check(
        RuleKind::CoreCosts,
        conditions,
        &[
            ("Core costs are not eligible.", "false"),
            ("The programme provides flexible core funding to newsrooms.", "true"),
            ("Eine institutionelle Förderung ist ausgeschlossen.", "false"),
            ("The grant does not cover ongoing organizational costs.", "false"),
        ],
    );
    check(
        RuleKind::CoFinancing,
        conditions,
        &[
            ("Applicants must provide co-financing of at least 20% of the total costs.", "20"),
            ("The funding rate is 80 % of eligible costs.", "20"),
            ("Der Eigenanteil beträgt mindestens 10 Prozent.", "10"),
            ("Обязательно софинансирование не менее 15 % бюджета.", "15"),
            ("The funding rate is 60% except for non-profit entities.", "-"),
            ("Die Förderquote kann um 15 Prozentpunkte erhöht werden.", "-"),
            ("Overheads are limited to 7% of costs.", "-"),
        ],
    );
    check(
        RuleKind::Language,
        conditions,
        &[
            ("Applications must be submitted in English.", "en"),
            ("Proposals may be written in English, Russian or Ukrainian.", "en ru uk"),
            ("Anträge sind in deutscher oder englischer Sprache einzureichen.", "en de"),
            ("Заявки принимаются на русском и английском языках.", "en ru"),
            ("Заявки подаються українською або англійською мовою.", "en uk"),
            ("Antragsberechtigt sind Hochschulen mit Sitz in Deutschland.", "-"),
            ("Applications can be written in any of the official languages.", "-"),
        ],
    );
}

#[test]
fn the_age_of_an_applicant() {
    check(
        RuleKind::EntityAge,
        conditions,
        &[
            ("Applicants must have been registered for at least two years.", "24"),
            ("Organisations registered for no less than 18 months can apply.", "18"),
            ("The organisation must be at least 3 years old.", "36"),
            ("Antragstellende Vereine müssen seit mindestens zwei Jahren bestehen.", "24"),
            ("Организация должна быть зарегистрирована не менее 2 лет.", "24"),
            ("Заявник: організація, зареєстрована щонайменше 12 місяців.", "12"),
            ("Арганізацыя павінна быць зарэгістраваная не менш за 2 гады.", "24"),
            ("Applicants should preferably be registered for at least two years.", "-"),
            ("Applicants need at least two years of experience in the field.", "-"),
            ("Partners must have been registered for at least two years.", "-"),
            ("Projects must be registered within two years.", "-"),
        ],
    );
}

#[test]
fn the_size_of_an_award() {
    check(
        RuleKind::Award,
        conditions,
        &[
            ("Grants range from EUR 5,000 to EUR 20,000.", "5000..20000 EUR"),
            ("The programme offers grants of up to $10,000.", "*..10000 USD"),
            ("The maximum grant amount is €60 000.", "*..60000 EUR"),
            ("Minimum grant: £2,500.", "2500..* GBP"),
            ("Die Förderung beträgt maximal 20.000 Euro.", "*..20000 EUR"),
            ("Размер гранта до 500 000 грн.", "*..500000 UAH"),
            ("Гранти до 10 000 євро.", "*..10000 EUR"),
            ("Гранты да 5000 еўра.", "*..5000 EUR"),
            ("The maximum amount to be granted to each third party is EUR 60 000.", "-"),
            ("Grants are typically up to EUR 50,000.", "-"),
            ("A total of up to $2 million in grants is available.", "-"),
            ("Grants of up to EUR 20,000 per year.", "-"),
            ("The fund holds $10 million.", "-"),
        ],
    );
    let alone =
        |text: &str| CallContent { award_text: Some(text.into()), ..CallContent::titled("x") };
    check(
        RuleKind::Award,
        alone,
        &[
            ("€15,000 - €80,000 (660,000 - 3,520,000 грн)", "15000..80000 EUR"),
            ("До 50 000 євро", "*..50000 EUR"),
            ("$500000-$2 million", "500000..2000000 USD"),
            ("€50,000 maximum per project", "*..50000 EUR"),
            ("€14 million total", "-"),
            ("50 000 - 500 000 євро на рік", "-"),
            ("€25,000-€35,000 typical range", "-"),
            ("Varies", "-"),
        ],
    );
}

#[test]
fn closing_days() {
    check(
        RuleKind::Deadline,
        conditions,
        &[
            ("Applications must be submitted by 15 March 2027.", "2027-03-15"),
            ("The deadline for applications is March 1, 2027, 5 p.m.", "2027-03-01"),
            ("Proposals are accepted on a rolling basis.", "Rolling"),
            ("Bewerbungsfrist ist der 31.12.2026.", "2026-12-31"),
            (
                "Anträge können jederzeit gestellt werden: Anträge werden laufend bearbeitet.",
                "Rolling",
            ),
            ("Заявки принимаются до 5 мая 2027 года.", "2027-05-05"),
            ("Заявки приймаються до 20 грудня 2026 року.", "2026-12-20"),
            ("Заявки приймаються на постійній основі.", "Rolling"),
            ("Заяўкі прымаюцца да 3 сакавіка 2027 года.", "2027-03-03"),
            ("Projects must be completed by 31 December 2027.", "-"),
            ("Questions about applications are taken until 3 March 2027.", "-"),
            ("Applications are due on November 15th.", "-"),
            ("Applications open on 1 May 2027 and close on 1 June 2027.", "-"),
        ],
    );
    let alone =
        |text: &str| CallContent { deadline_text: Some(text.into()), ..CallContent::titled("x") };
    check(
        RuleKind::Deadline,
        alone,
        &[
            ("Rolling basis", "Rolling"),
            ("Ongoing", "Rolling"),
            ("2026-04-30", "2026-04-30"),
            ("Annual calls", "-"),
            ("Varies", "-"),
        ],
    );
}

#[test]
fn money_that_is_passed_on() {
    check(
        RuleKind::Regranting,
        conditions,
        &[
            ("Beneficiaries may provide financial support to third parties.", "true"),
            ("Regranting is not allowed.", "false"),
            ("Die Weiterleitung an Dritte ist nicht zulässig.", "false"),
            ("Субгранты допускаются.", "true"),
            ("Субгранти не допускаються.", "false"),
            ("Рэгрантынг не дапускаецца.", "false"),
            ("The maximum amount of financial support to third parties is EUR 60 000.", "-"),
            ("If sub-grants are foreseen, describe how they are given.", "-"),
        ],
    );
}

#[test]
fn partners_in_a_country() {
    check(
        RuleKind::Partner,
        conditions,
        &[
            (
                "Applicants must have at least one partner in Georgia or Moldova.",
                "HostCountry { places: [Country(GE), Country(MD)] }",
            ),
            (
                "Applicants must include a Ukrainian partner.",
                "HostCountry { places: [Country(UA)] }",
            ),
            ("Each project must involve a local partner.", "HostCountry { places: [] }"),
            ("Обязателен партнёр из Украины.", "HostCountry { places: [Country(UA)] }"),
            ("Обов'язковий партнер з України.", "HostCountry { places: [Country(UA)] }"),
            (
                "Proposals must be submitted by at least 3 applicants (beneficiaries; not affiliated entities) from 3 different eligible countries.",
                "Consortium { members: 3, countries: 3 }",
            ),
            ("Applicants may have a partner in Georgia.", "-"),
            ("A partner in Georgia is welcome.", "-"),
        ],
    );
}

#[test]
fn shares_in_the_words_of_other_countries() {
    check(
        RuleKind::CoFinancing,
        conditions,
        &[
            ("No match is required.", "0"),
            ("A 25% match is required.", "25"),
            ("Grants require a dollar-for-dollar match.", "50"),
            ("Other Action Grants (OAGs) — 95%", "5"),
            ("Кофинансирование не описано: софинансирование не требуется.", "0"),
            ("Власний внесок не вимагається.", "0"),
            ("Eigenmittel sind nicht erforderlich.", "0"),
            ("A match of 25% of the grant amount is required.", "-"),
            ("A match of 10% may be required.", "-"),
        ],
    );
}

#[test]
fn lists_of_those_who_may_apply() {
    let civil = "association foundation non_profit_company cooperative public_body";
    check(
        RuleKind::EntityForm,
        eligibility,
        &[
            ("Nonprofit; Public Agency; Tribal Government", civil),
            ("Nonprofit; Other Legal Entity; Public Agency", "-"),
            ("Eligible applicants: nonprofit organizations; counties; municipalities.", civil),
            ("Eligible applicants: fire companies; rescue squads.", "-"),
        ],
    );
}

#[test]
fn who_may_apply_speaks_before_the_main_text() {
    let call = CallContent {
        eligibility: "Organisations registered in Georgia may apply.".into(),
        text: "Applicants must be registered in Poland.".into(),
        ..CallContent::titled("x")
    };
    assert_eq!(found(&call, RuleKind::EntityCountry), "GE");
}

#[test]
fn a_clause_is_quoted_exactly_where_it_stands() {
    let text = "Über uns: мы поддерживаем.\n• Applicants must be registered in Georgia. More.";
    let rules = extract(&conditions(text));
    let clause = &rules.first().unwrap().clause;
    assert_eq!(clause.field, CallField::Conditions);
    let there: String = text
        .chars()
        .skip(usize::try_from(clause.start.unwrap()).unwrap())
        .take(clause.quote.chars().count())
        .collect();
    assert_eq!(there, clause.quote);
    assert_eq!(clause.quote, "Applicants must be registered in Georgia.");
}

#[test]
fn what_was_and_what_will_be_is_no_seat() {
    let table = [
        "Organisations formerly registered in Moldova may apply.",
        "Organisations previously registered in Moldova may apply.",
        "Organisations that were registered in Moldova may apply.",
        "NGOs once registered in Moldova may apply.",
        "Organisations registered in Moldova until 2022 may apply.",
        "Organisations registered in Moldova before they were closed may apply.",
        "Organisations registered in Moldova and forced into exile may apply.",
        "Organisations that will be registered in Moldova may apply.",
        "Organisations to be registered in Moldova may apply.",
        "Initiatives in the process of being registered in Moldova may apply.",
        "К участию приглашаются организации, ранее зарегистрированные в Молдове.",
        "Приглашаются организации, прежде зарегистрированные в Молдове.",
        "Заявки подают организации, которые были зарегистрированы в Молдове.",
        "Могут участвовать организации, зарегистрированные в Молдове до 2021 года.",
        "Могут участвовать организации, которые будут зарегистрированы в Молдове.",
        "Запрошуємо організації, раніше зареєстровані в Молдові.",
        "Можуть подаватися колишні організації, зареєстровані в Молдові.",
        "Заявки подають організації, що були зареєстровані в Молдові.",
        "Можуть податися організації, які будуть зареєстровані в Молдові.",
        "Запрашаем арганізацыі, раней зарэгістраваныя ў Малдове, падаць заяўку.",
        "Могуць падаць заяўку арганізацыі былых рэдакцый, зарэгістраваныя ў Літве.",
        "Antragsberechtigt sind ehemals in Moldau registrierte Vereine.",
        "Antragsberechtigt sind Vereine mit früherem Sitz in Moldau.",
        "Antragsberechtigt sind Vereine, die zuvor registriert in Moldau waren.",
        "Antragsberechtigt sind Vereine mit künftigem Sitz in Moldau.",
    ];
    unread(RuleKind::EntityCountry, &table);
}

#[test]
fn exceptions_and_parts_of_countries_are_no_seats() {
    let table = [
        "Applicants must be registered in an EU country other than Malta.",
        "Applicants must be registered in the EU, except Malta.",
        "Applicants must be registered in the EU except Malta.",
        "Applicants must be registered in the EU excluding Malta.",
        "Applicants must be registered in the EU with the exception of Malta.",
        "Applicants must be registered in the EU apart from Malta.",
        "Applicants must be registered in the EU, but not Malta.",
        "Only organisations not registered in Armenia may apply.",
        "Organisations registered anywhere but in Armenia may apply.",
        "Organisations not registered in Armenia are not eligible.",
        "Organisations other than those registered in Armenia are not eligible.",
        "Organisations formerly registered in Russia are not eligible.",
        "Organisations registered in Russia are not eligible unless they work in exile.",
        "Organisations registered in Russia cannot apply alone.",
        "State companies registered in Russia are not eligible.",
        "Могут участвовать организации, зарегистрированные в странах ЕС, за исключением Венгрии.",
        "Могут участвовать организации, зарегистрированные в странах ЕС, кроме Венгрии.",
        "Могут участвовать организации, зарегистрированные не в Армении.",
        "Можуть брати участь організації, зареєстровані в країнах ЄС, крім Угорщини.",
        "Можуть брати участь організації, зареєстровані в країнах ЄС, за винятком Угорщини.",
        "Могуць удзельнічаць арганізацыі, зарэгістраваныя ў краінах ЕС, акрамя Венгрыі.",
        "Могуць удзельнічаць арганізацыі, зарэгістраваныя ў краінах ЕС, за выключэннем Венгрыі.",
        "Antragsberechtigt sind Vereine mit Sitz in der EU außer Ungarn.",
        "Antragsberechtigt sind Vereine mit Sitz in der EU, ausgenommen Ungarn.",
        "Antragsberechtigt sind Vereine mit Sitz in der EU mit Ausnahme von Ungarn.",
        "Organisations registered in France or French Polynesia may apply.",
        "Organisations registered in the United Kingdom, British Overseas Territories or Crown Dependencies may apply.",
        "Organisations registered in the United Kingdom or Crown Dependencies may apply.",
        "Organisations registered in Ukraine's occupied territories may apply.",
        "Organisations registered in Georgia, USA may apply.",
        "Organisations registered in Georgia State may apply.",
        "Организации, зарегистрированные в Великобритании или на коронных землях, могут подать заявку.",
        "Можуть податися організації, зареєстровані в Україні або на тимчасово окупованих територіях.",
    ];
    unread(RuleKind::EntityCountry, &table);
    unread(
        RuleKind::Partner,
        &["Applicants must have at least one partner in an EU country other than Malta."],
    );
    unread(
        RuleKind::EntityForm,
        &[
            "Antragsberechtigt sind Vereine außer Stiftungen.",
            "Eligible applicants: associations excluding foundations.",
        ],
    );
}

#[track_caller]
fn unread(kind: RuleKind, table: &[&str]) {
    let rows: Vec<(&str, &str)> = table.iter().map(|text| (*text, "-")).collect();
    check(kind, conditions, &rows);
    check(kind, eligibility, &rows);
}

#[test]
fn seats_are_still_found_beside_other_countries() {
    let rows = [
        (
            "Non-governmental organisations from Belarus registered in Lithuania or Poland may apply.",
            "LT PL",
        ),
        ("Exiled media outlets registered in Lithuania or Poland may apply.", "LT PL"),
        (
            "Organizations registered in the United States may apply; foreign components are not allowed.",
            "US",
        ),
        ("Applicants registered in Russia or Belarus are not eligible.", "not RU BY"),
        (
            "Please note that organisations registered in Russia cannot apply for this grant.",
            "not RU",
        ),
        (
            "Организации, зарегистрированные в России, не допускаются к участию в конкурсе.",
            "not RU",
        ),
        ("Організації, зареєстровані в Росії, не можуть подавати заявки.", "not RU"),
        ("Арганізацыі, зарэгістраваныя ў Расіі, не могуць падаваць заяўкі.", "not RU"),
        ("Vereine mit Sitz in Ungarn sind nicht antragsberechtigt.", "not HU"),
        ("Организации, зарегистрированные на территории Литвы, могут подать заявку.", "LT"),
    ];
    check(RuleKind::EntityCountry, eligibility, &rows);
}

#[test]
fn a_sentence_that_leaves_somebody_out_undoes_a_wider_one() {
    let rows = [
        ("Applicants must be registered in an EU Member State. Exception: Hungary.", "-"),
        (
            "Applicants must be registered in an EU Member State. Organisations from Hungary are excluded.",
            "-",
        ),
        (
            "Applicants must be registered in an EU Member State. Activities in Russia are not eligible.",
            "EU",
        ),
    ];
    check(RuleKind::EntityCountry, conditions, &rows);
}

#[test]
fn letters_in_pieces_are_read_and_quoted_as_they_stand() {
    for (text, codes) in [
        ("Antragsberechtigt sind Vereine mit Sitz in O\u{308}sterreich.", "AT"),
        ("Організаціі\u{308}, зареєстровані в Украі\u{308}ні, можуть подавати заявки.", "UA"),
        ("Право на участие имеют организации, зарегистрированные в Чехии или Киргизии.", "CZ KG"),
        ("Заявителями могут быть организации, зарегистри\u{301}рованные в Ли\u{ad}тве.", "LT"),
        ("Applicants must be registered\u{a0}in the United\u{a0}Kingdom.", "GB"),
        ("Организации, зарегистриpoванные в Литвe, могут подать заявку.", "LT"),
    ] {
        let whole = format!("Ді\u{308}я. \u{200b}Й.\n{text} Край.");
        let call = conditions(&whole);
        assert_eq!(found(&call, RuleKind::EntityCountry), codes, "{text}");
        let rules = extract(&call);
        let rule = rules.iter().find(|r| r.condition.kind() == RuleKind::EntityCountry).unwrap();
        assert_eq!(rule.clause.quote, text);
        let start = usize::try_from(rule.clause.start.unwrap()).unwrap();
        let there: String = whole.chars().skip(start).take(text.chars().count()).collect();
        assert_eq!(there, text);
    }
}

#[test]
fn a_line_end_turns_nothing_round() {
    let words = "Please note that applicants registered in the Russian Federation or Belarus are not eligible for funding under this call.";
    for width in 30..80 {
        let mut wrapped = String::new();
        let mut line = 0;
        for word in words.split(' ') {
            if line > 0 && line + word.len() >= width {
                wrapped.push('\n');
                line = 0;
            } else if line > 0 {
                wrapped.push(' ');
            }
            wrapped.push_str(word);
            line += word.len() + 1;
        }
        for make in [conditions, eligibility] {
            let got = found(&make(&wrapped), RuleKind::EntityCountry);
            assert!(got == "-" || got == "not RU BY", "{width}: {got}\n{wrapped}");
        }
    }
    unread(
        RuleKind::EntityCountry,
        &[
            "Applicants must not\nbe registered in Russia.",
            "Antragsteller mit Sitz in Russland sind\nausgeschlossen von allem.",
            "Applicants must be registered in Georgia\nor have a partner there.",
        ],
    );
    check(
        RuleKind::EntityCountry,
        conditions,
        &[("Applicants must be registered in Georgia or\nArmenia.", "GE AM")],
    );
}

#[test]
fn a_heading_that_refuses_is_heard() {
    unread(
        RuleKind::EntityCountry,
        &[
            "Not eligible:\nApplicants registered in Turkey may apply elsewhere",
            "Who cannot apply\n- Applicants must be registered in Turkey\n- Applicants must be registered in Iran",
            "Exclusion criteria:\n• Applicants registered in Russia only",
            "Nicht gefördert werden:\n- Antragsteller mit Sitz in Russland, nur diese",
            "Не допускаются:\n— только заявители, зарегистрированные в России",
            "Не допускаються:\n- лише заявники, зареєстровані в Росії",
        ],
    );
}

#[test]
fn what_refuses_in_other_words_makes_no_seat() {
    unread(
        RuleKind::EntityCountry,
        &[
            "Organisationen mit Sitz in Deutschland sind von der Förderung ausgeschlossen.",
            "Anträge von Organisationen mit Sitz in Russland werden abgelehnt.",
            "Ausgeschlossen sind Organisationen mit Sitz in Russland.",
            "Organisations registered in Turkey are barred.",
            "Organisations registered in Turkey will be rejected.",
            "Organisations registered in Turkey should refrain from applying.",
            "Applications from organisations registered in Turkey are inadmissible.",
            "We avoid organisations registered in Turkey.",
            "Applicants registered in Turkey may _not_ apply alone.",
            "Organisations registered in Turkey may apply from 2028.",
            "Organisations registered in Turkey may apply to our other programme.",
            "Organisations registered in Ukraine may apply as co-applicants; the lead must be registered elsewhere.",
        ],
    );
    check(
        RuleKind::EntityForm,
        eligibility,
        &[
            ("Vereine sind von der Förderung ausgeschlossen.", "-"),
            ("Vereine können keine Anträge stellen.", "-"),
            ("Former associations may apply.", "-"),
            ("Kommerzielle Unternehmen sind ausgeschlossen.", "-"),
            (
                "Non-profit media organisations and associations",
                "association foundation non_profit_company cooperative",
            ),
        ],
    );
    check(
        RuleKind::CoFinancing,
        conditions,
        &[
            ("Ein Eigenanteil von 10 % ist nicht erforderlich.", "-"),
            ("Co-financing of 20 % is required. Exile media are exempt.", "-"),
            ("Софинансирование 10 % обязательно, кроме медиа в изгнании.", "-"),
        ],
    );
}

#[test]
fn what_is_welcome_or_one_way_of_several_is_no_seat() {
    unread(
        RuleKind::EntityCountry,
        &[
            "Organisations registered in Ukraine are especially encouraged to apply.",
            "Applicants should ideally be registered in Germany.",
            "Where possible, applicants must be registered in Germany.",
            "В первую очередь приглашаются организации, зарегистрированные в Армении.",
            "Асабліва вітаем арганізацыі, зарэгістраваныя ў Арменіі.",
            "Applicants must be registered in Germany or have a fiscal sponsor.",
            "Applicants must be registered in Germany by the time the contract is signed.",
            "Applicants must be registered in Georgia. Exceptions are possible.",
            "Applicants must be registered in Georgia. Media in exile are exempt from this rule.",
            "Applicants must be registered in Georgia. Applicants registered in Armenia may also apply.",
            "Q: Must applicants be registered in Georgia? A: No.",
        ],
    );
}

#[test]
fn sums_that_are_no_limit_make_none() {
    let table = [
        "Grants of up to EUR 10‚000 are awarded.",
        "Grants of up to EUR 10–000 are awarded.",
        "Grants of up to EUR 10/000 are awarded.",
        "Grants of up to EUR 10&nbsp;000 are awarded.",
        "Grants of up to EUR 10<br>000 are awarded.",
        "Grants of up to EUR 10 OOO are awarded.",
        "Grants of up to EUR 10+ thousand are awarded.",
        "Grants of up to EUR 10 (thousand) are awarded.",
        "Grants (in thousand EUR): up to EUR 10.",
        "Grants of up to EUR 5,000/month are awarded.",
        "Grants of up to EUR 300 weekly are awarded.",
        "Die maximale Fördersumme beträgt 2.000 Euro je Teilnehmer.",
        "Максимальный размер гранта — 2 000 евро в месяц.",
        "Максимальна сума гранту — 2 000 євро на одну особу.",
        "Micro-grants of up to EUR 2,000 are awarded. Larger projects get between EUR 10,000 and EUR 40,000.",
        "Grants of up to EUR 5,000 are awarded to individuals. Organisations may receive up to EUR 50,000.",
        "Grants of up to EUR 5,000 or more are awarded.",
        "We do not award grants of up to EUR 5,000.",
        "Last year grants of up to EUR 5,000 were awarded.",
        "Grants of up to EUR 5,000 need no audit.",
        "For grants of up to EUR 5,000 a short form is enough.",
    ];
    unread(RuleKind::Award, &table);
    check(
        RuleKind::Award,
        conditions,
        &[
            ("Grants of up to EUR 5\nmillion are awarded.", "*..5000000 EUR"),
            ("Grants of up to EUR 10 000 are awarded to local media.", "*..10000 EUR"),
            ("Grants will not exceed EUR 10,000 per project.", "*..10000 EUR"),
            (
                "Grants of up to EUR 5,000 are awarded. The total budget is EUR 2 million.",
                "*..5000 EUR",
            ),
            ("Zuschüsse bis zu 20.000 Euro werden gewährt.", "*..20000 EUR"),
            ("Максимальный размер гранта — 20 000 евро.", "*..20000 EUR"),
        ],
    );
}
