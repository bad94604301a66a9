//! Strings as they stand in real sources, and properties.

use chrono::{NaiveDate, NaiveTime};
use domain::{AmountRange, Closing, Currency, Money, MonthRange};
use proptest::prelude::*;

use super::{
    Amounts, Writing, amount, amounts, closing, day as day_module, day_of_moment, duration, months,
    single_amount,
};

/// A range as `20000..50000 EUR`, a total as `= 1000000 EUR`.
fn shown(found: Amounts) -> String {
    let end = |money: Option<Money>| money.map(Money::decimal).unwrap_or_default();
    match found {
        Amounts::Award(range) => {
            format!("{}..{} {}", end(range.min()), end(range.max()), range.currency())
        }
        Amounts::Total(money) => format!("= {money}"),
        Amounts::Unknown => String::new(),
    }
}

fn understood(text: &str) -> String {
    shown(amounts(text, Writing::default()))
}

#[test]
fn every_pattern_compiles() {
    assert!(amount::patterns().iter().all(|pattern| pattern.is_some()));
    assert!(day_module::patterns().iter().all(|pattern| pattern.is_some()));
    assert!(duration::patterns().iter().all(|pattern| pattern.is_some()));
}

#[test]
fn awards() {
    for (text, expected) in [
        ("€30,000 - €250,000 (1,320,000 - 11,000,000 грн)", "30000..250000 EUR"),
        ("€5000-€50000", "5000..50000 EUR"),
        ("15 000 – 80 000 євро", "15000..80000 EUR"),
        ("660,000 - 3,520,000 грн", "660000..3520000 UAH"),
        ("CAD 10,000-50,000", "10000..50000 CAD"),
        ("NOK 500,000 - 5,000,000 (1,850,000 - 18,500,000 грн)", "500000..5000000 NOK"),
        ("£15000-£500000", "15000..500000 GBP"),
        ("20 000 - 150 000 фунтів стерлінгів", "20000..150000 GBP"),
        ("$500000-$2 million", "500000..2000000 USD"),
        ("$2,500-$30,000", "2500..30000 USD"),
        ("1-2 million euro", "1000000..2000000 EUR"),
        ("Between $50,000 and $1,000,000", "50000..1000000 USD"),
        ("від 10 000 до 50 000 гривень", "10000..50000 UAH"),
        ("von 1.000 bis 25.000 Euro", "1000..25000 EUR"),
        ("€1.234,50 - €5.678,00", "1234.50..5678 EUR"),
        ("Up to €5000", "..5000 EUR"),
        ("Up до 100000 доларів США", "..100000 USD"),
        ("Up to $USD 25,000.", "..25000 USD"),
        ("Grants up to $25,000 USD per project", "..25000 USD"),
        ("Small grants up to ₴150,000", "..150000 UAH"),
        ("€50,000 maximum per project", "..50000 EUR"),
        ("bis zu 10.000 Euro", "..10000 EUR"),
        ("bis zu 2 Mio. Euro", "..2000000 EUR"),
        ("до 1,5 млн грн", "..1500000 UAH"),
        ("до 50 тис. грн", "..50000 UAH"),
        ("up to $2.5M", "..2500000 USD"),
        ("Up to €10,000 per project (paid in UAH at NBU exchange rate)", "..10000 EUR"),
        ("Up to €50,000. Covers staff costs and travel costs.", "..50000 EUR"),
        ("up to $260,000 over two years", "..260000 USD"),
        ("at least €60,000", "60000.. EUR"),
        ("mindestens 5.000 €", "5000.. EUR"),
        ("CHF 10'000 – 25'000", "10000..25000 CHF"),
        ("bis CHF 20'000.–", "..20000 CHF"),
        ("up to CHF 10´000", "..10000 CHF"),
        ("bis zu 60.000,- EUR", "..60000 EUR"),
        ("up to EUR 1'200.20", "..1200.20 EUR"),
        ("до 10ʼ000 євро", "..10000 EUR"),
        ("до 10\u{2009}000 євро", "..10000 EUR"),
        ("до 10\n000 євро", "..10000 EUR"),
        ("up to €10_000", "..10000 EUR"),
        ("ад 5 000 да 10 000 еўра", "5000..10000 EUR"),
        ("up to ₹10,00,000", "..1000000 INR"),
        ("0 - 5 000 євро", "..5000 EUR"),
        ("до 2 млрд грн", "..2000000000 UAH"),
    ] {
        assert_eq!(understood(text), expected, "{text}");
    }
}

#[test]
fn totals() {
    for (text, expected) in [
        ("€14 million total (€5 million for gender focus)", "= 14000000 EUR"),
        ("CHF 45 million total", "= 45000000 CHF"),
        ("$44 million total fund", "= 44000000 USD"),
        ("Total budget: €2 million", "= 2000000 EUR"),
        ("insgesamt 1,2 Mio. Euro", "= 1200000 EUR"),
    ] {
        assert_eq!(understood(text), expected, "{text}");
    }
}

#[test]
fn amounts_that_are_not_certain_stay_unknown() {
    for text in [
        "",
        "Varies",
        "Small grants",
        "Co-financing available",
        // Grouping or decimals?
        "€1.234 - €5.678",
        "up to 1,234 EUR",
        "up to €0.500 million",
        "up to €1.500 million",
        "up to €12,3456",
        // An exact amount, a total, or the most?
        "€5,000",
        "$10 million over 5 years",
        // Two offers, not one range.
        "$250,000 for single initiatives and $400,000 for regional ones",
        "€5,000 and €10,000",
        "Up to UAH 250,000 (approx. €5,700). In some regions up to UAH 500,000 (approx. €11,400).",
        "Up to €10,000; up to €50,000 for networks",
        "Up to €10,000 (€50,000 for networks)",
        "До 8 000 доларів США для швидкого реагування; до 50 000 доларів США надалі",
        "5 000 - 30 000 доларів США для загальної підтримки; більші суми для ініціатив",
        // By the year, by the head.
        "5 000 - 50 000 євро на рік",
        "Up to €20,000 per year",
        "up to $500 per participant",
        "bis zu 5.000 Euro pro Jahr",
        // Rules of thumb.
        "€25,000-€35,000 typical range, covers up to 100% of project budget",
        "5 000 - 100 000 євро залежно від програми",
        "Varies by project; typical grants are around $50,000 and last ~12 months",
        // Zero is not stated.
        "up to 0 EUR",
        "0 - 0 EUR",
        "€0 total",
        // Half a number.
        "up to EUR 10  500",
        "up to EUR 10, 000",
        "up to EUR 1000 000",
        "up to 50 T€",
        // Reversed, of two currencies, of none.
        "100 - 50 EUR",
        "€5 - $10",
        "10-20",
        "5,000 - 10,000",
        "100 - 1 million USD",
        "50 000 - 500 000 рублей",
        "$5,000-$10,000 (CAD)",
        // Not money.
        "Covers 80% of costs",
        "up to 5 projects",
        "2-3 grants",
    ] {
        assert_eq!(understood(text), "", "{text}");
    }
}

#[test]
fn what_is_known_of_a_source_helps() {
    let writing = Writing { currency: "USD".parse().ok(), thousands: Some(',') };
    let single = |text: &str| single_amount(text, writing).map(|money| money.to_string());
    assert_eq!(single("$3,300").as_deref(), Some("3300 USD"));
    assert_eq!(single("2500").as_deref(), Some("2500 USD"));
    assert_eq!(single("$2M").as_deref(), Some("2000000 USD"));
    assert_eq!(single("$250,000 for some"), None);
    assert_eq!(single("No minimum"), None);
    assert_eq!(shown(amounts("5,500 to 10,250", writing)), "5500..10250 USD");
    assert_eq!(shown(amounts("2-3", writing)), "", "of what?");
    let canadian = Writing { currency: "CAD".parse().ok(), thousands: None };
    assert_eq!(shown(amounts("up to $50,000", canadian)), "..50000 CAD");
}

fn dated(text: &str) -> Option<(String, Option<NaiveTime>, Option<String>)> {
    match closing(text) {
        Closing::Dated(dates) => {
            dates.into_iter().next().map(|date| (date.on.to_string(), date.at, date.zone))
        }
        Closing::Rolling | Closing::Unknown => None,
    }
}

#[test]
fn days() {
    for text in [
        "2026-03-15",
        "15 March 2026",
        "15th of March 2026",
        "15.03.2026",
        "March 15, 2026",
        "15. März 2026",
        "15 березня 2026",
        "15 березня 2026 року",
        "15 марта 2026 г.",
        "15 сакавіка 2026",
        "15/03/2026",
        "Until March 15 2026",
        "Deadline: 15 March 2026",
        "до 15.03.2026",
        "bis zum 15. März 2026",
    ] {
        assert_eq!(dated(text), Some(("2026-03-15".to_owned(), None, None)), "{text}");
    }
    for (text, hour, minute, zone) in [
        ("March 15, 2026 (15:00 BST).", 15, 0, None),
        ("March 15, 2026 (23:59 CET). Expired.", 23, 59, Some("CET")),
        ("15 March 2026 at 5:00 pm (Brussels time)", 17, 0, Some("Europe/Brussels")),
        ("15.03.2026, 18:00 за київським часом", 18, 0, Some("Europe/Kyiv")),
        ("15.03.2026, 12:00 Uhr", 12, 0, None),
        ("2026-03-15 12:00 UTC+3", 12, 0, Some("Etc/GMT-3")),
        ("15 березня 2026 року, 23:59 (за Києвом)", 23, 59, Some("Europe/Kyiv")),
        ("15 марта 2026 года до 18:00 по московскому времени", 18, 0, Some("Europe/Moscow")),
        ("15 сакавіка 2026 года, 18:00 (па Менску)", 18, 0, Some("Europe/Minsk")),
        ("15 March 2026, 12:00 noon (Kyiv time)", 12, 0, Some("Europe/Kyiv")),
        ("Sunday, 15 March 2026, 5 pm Brussels time", 17, 0, Some("Europe/Brussels")),
        ("неділя, 15 березня 2026 р., 17:00", 17, 0, None),
        ("15. März 2026, 17 Uhr (MEZ)", 17, 0, Some("CET")),
        ("15.03.2026 23:59:59", 23, 59, None),
        ("15.03.2026 24:00", 23, 59, None),
        ("15 March 2026, 23:59 AoE", 23, 59, Some("Etc/GMT+12")),
        ("17:00 CET, 15 March 2026", 17, 0, Some("CET")),
        ("о 18:00 15 березня 2026 року", 18, 0, None),
        ("5 pm on March 15, 2026 (London time)", 17, 0, Some("Europe/London")),
    ] {
        let expected = NaiveTime::from_hms_opt(hour, minute, 0)
            .map(|at| ("2026-03-15".to_owned(), Some(at), zone.map(str::to_owned)));
        assert_eq!(dated(text), expected, "{text}");
    }
}

#[test]
fn the_whole_day_counts_where_no_hour_is_stated() {
    for (text, zone) in [
        ("15 March 2026, end of day", None),
        ("15 March 2026 (midnight, Brussels time)", Some("Europe/Brussels")),
        ("15 березня 2026 року до кінця дня за Києвом", Some("Europe/Kyiv")),
        ("15 March 2026 (Kyiv time)", Some("Europe/Kyiv")),
        ("15.03.2026 00:00", None),
        ("2026-03-15 12:00 AM UTC", Some("UTC")),
        ("2026-03-15T00:00:00", None),
        ("2026-03-15T23:59:59.999Z", None),
        ("2026-03-15T17:00:00+01:00", None),
        ("15 March 2026, 17:00 Brussels / 18:00 Kyiv", None),
        ("15 березня 2026 рік", None),
    ] {
        let expected = Some(("2026-03-15".to_owned(), None, zone.map(str::to_owned)));
        assert_eq!(dated(text), expected, "{text}");
    }
}

#[test]
fn days_that_stand_for_none_are_no_closings() {
    for text in [
        "2100-01-01",
        "31.12.2099",
        "9999-12-31",
        "1900-01-01",
        "1970-01-01",
        "31 December 2099",
        "2038-01-19",
        "2100-01-01T00:00:00",
        "01.01.1900 00:00",
        "1 січня 2100 року",
        "3000-01-01",
    ] {
        assert_eq!(closing(text), Closing::Unknown, "{text}");
        assert_eq!(super::day(text), None, "{text}");
    }
}

#[test]
fn rolling_closings() {
    for text in [
        "Rolling",
        "Rolling basis (reviewed every 6-8 weeks)",
        "29th of each month (monthly rolling deadlines)",
        "Monthly deadlines",
        "Ongoing",
        "постійно",
        "Протягом року",
        "laufend",
        "Rolling – no fixed deadline",
        "None (Rolling basis) – Applications are accepted at any time",
        "Proposals accepted anytime",
        "Applications are reviewed on a rolling basis",
        "Заявки приймаються постійно",
        "Заявки принимаются в течение года",
        "Anytime",
        "Open-ended",
    ] {
        assert_eq!(closing(text), Closing::Rolling, "{text}");
    }
}

#[test]
fn closings_that_are_not_certain_stay_unknown() {
    for text in [
        "",
        "01/02/2026",
        "Q3 2026",
        "Annual calls",
        "Check website",
        "By invitation",
        "30.02.2026",
        "2026-13-01",
        "0206-03-15",
        "before 15 March 2026",
        "15 March 2026 (tentative)",
        "15 March 2026 (17:00, expected)",
        "15 March 2026, extended to 30 March",
        "June 23, 2025. (Clarification Request Deadline: June 11, 2025).",
        "Three annual deadlines: September 3, January 28, May 20",
        "Rolling application periods. The current one ends June 8, 2025.",
        "15 March 2026 25:00",
    ] {
        assert_eq!(closing(text), Closing::Unknown, "{text}");
    }
}

#[test]
fn moments() {
    let day = NaiveDate::from_ymd_opt(2024, 8, 1);
    assert_eq!(day_of_moment("2024-08-01T12:00:00-00:00"), day);
    assert_eq!(day_of_moment("2024-08-01"), day);
    assert_eq!(super::day("August 1, 2024"), day);
    for text in ["Summer 2025", "01.08.2024", "2024-08-011", "2024-8-1", "", "ééééééé"] {
        assert_eq!(day_of_moment(text), None, "{text}");
    }
}

#[test]
fn durations() {
    let span = |min, max| MonthRange::new(min, max);
    for (text, expected) in [
        ("12-24 months", span(Some(12), Some(24))),
        ("12-24 місяці", span(Some(12), Some(24))),
        ("1-2 years", span(Some(12), Some(24))),
        ("1-3 роки з можливістю поновлення", span(Some(12), Some(36))),
        ("6 місяців - 2 роки", span(Some(6), Some(24))),
        ("6 bis 12 Monate", span(Some(6), Some(12))),
        ("до 18 місяців", span(None, Some(18))),
        ("Up до 18 місяців", span(None, Some(18))),
        ("До 2 років", span(None, Some(24))),
        ("18 months maximum", span(None, Some(18))),
        ("1 year", span(None, Some(12))),
        ("12-month grants", span(None, Some(12))),
        ("Up to 6 months implementation period", span(None, Some(6))),
        ("12 months or more", span(Some(12), None)),
        ("Varies", None),
        ("Multi-year", None),
        ("14 weeks", None),
        ("3 months of training, then 14 weeks", None),
        ("3 years of activity required", None),
        ("12 months, usually", None),
        ("Usually up to 12 months", None),
        ("24-12 months", None),
        ("up to 6-12 months", None),
    ] {
        assert_eq!(months(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn a_written_range_is_understood_in_every_dress(
        low in 1_i64..124, factor in 2_i64..9, dash in prop::sample::select(vec![" - ", "–", " to ", "-", " до "]),
        dress in prop::sample::select(vec!["€{}", "{} EUR", "{} євро", "EUR {}"]),
        group in prop::sample::select(vec![",", " ", ".", "\u{a0}", "", "\u{2009}", "\u{202f}", "\u{2007}", "'", "’", "´", "ʼ", "_", "·", "\n", "  "]),
        follows in prop::sample::select(vec!["", ".", " per project", " (paid at once)", ". Covers staff."]),
    ) {
        let show = |thousands: i64| dress.replace("{}", &format!("{thousands}{group}000"));
        let text = format!("{}{dash}{}{follows}", show(low), show(low * factor));
        let expected = AmountRange::new(Some(low * 100_000), Some(low * factor * 100_000), Currency::EUR).unwrap();
        prop_assert_eq!(amounts(&text, Writing::default()), Amounts::Award(expected), "{}", text);
    }

    #[test]
    fn a_second_offer_makes_a_range_uncertain(low in 2_i64..900, more in 1000_i64..90_000, join in prop::sample::select(vec!["; ", ", ", ". ", " and ", " ("])) {
        let text = format!("up to €{low},000{join}up to €{more} for networks");
        prop_assert_eq!(amounts(&text, Writing::default()), Amounts::Unknown, "{}", text);
    }

    #[test]
    fn what_is_found_is_never_reversed(text in "(up to |from |€|[0-9]{1,4}|[.,  ]|-| to | million|k| EUR|\\$|грн|\\(|\\)| total){0,12}") {
        if let Some(range) = amounts(&text, Writing { currency: Some(Currency::EUR), thousands: None }).award()
            && let (Some(low), Some(high)) = (range.min(), range.max())
        {
            prop_assert!(low.minor <= high.minor && low.minor >= 0);
        }
    }

    #[test]
    fn every_day_is_read_back_in_every_dress(days in 0_i64..36_000, form in prop::sample::select(vec!["%Y-%m-%d", "%d.%m.%Y", "%-d %B %Y", "%B %-d, %Y", "%-d. %b %Y"])) {
        let day = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + chrono::TimeDelta::days(days);
        prop_assume!(!domain::call::is_stand_in(day));
        let text = day.format(form).to_string();
        prop_assert_eq!(super::day(&text), Some(day), "{}", text);
    }

    #[test]
    fn nothing_panics(text in "(\\PC|[0-9]|[€$.,: -]){0,60}") {
        let writing = Writing { currency: Some(Currency::EUR), thousands: Some('.') };
        let _ = (amounts(&text, writing), single_amount(&text, writing), closing(&text), months(&text), super::day(&text));
    }
}
