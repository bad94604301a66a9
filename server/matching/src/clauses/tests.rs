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
        Condition::CoreCosts { allowed } => allowed.to_string(),
        Condition::CoFinancing { percent } => percent.to_string(),
        Condition::Language { any_of } => {
            any_of.iter().map(domain::Language::code).collect::<Vec<_>>().join(" ")
        }
        other => format!("{other:?}"),
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
