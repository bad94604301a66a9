use matching::Params;

use super::{Amortised, Blindness, Body, Document, Form, Plan, Ranker, Relevance, Sector, measure};

fn document(id: &str, organisation: &str, text: &str) -> Document {
    Document {
        id: id.to_owned(),
        title: String::new(),
        text: text.to_owned(),
        organisation: organisation.to_owned(),
        ..Document::default()
    }
}

/// Calls, projects, organisations, and which project answered which call.
type Small = (Vec<Document>, Vec<Document>, Vec<Body>, Vec<(String, String)>);

/// Twelve projects on two subjects, of two large and eight small organisations.
fn sector() -> Small {
    let names = [
        "Qarvo",
        "Zilmex Desk",
        "Ульва",
        "Новая тропа",
        "Farnquist Lab",
        "Brelk",
        "Ottermoor",
        "Wendle Post",
    ];
    let subjects = [
        "We train young reporters in radio. We print a paper for villages and repair transmitters.",
        "We plant willows on river banks. We count otters and restore wetlands with schools.",
    ];
    let calls = vec![
        document("radio", "", "Grants for radio reporters, papers for villages and transmitters"),
        document("river", "", "Grants that restore wetlands and river banks with schools"),
        document("bread", "", "Loans for bakeries that buy ovens"),
    ];
    let (mut projects, mut links) = (Vec::new(), Vec::new());
    for i in 0..12 {
        let name = names[if i < 8 { i } else { i % 2 }];
        projects.push(document(&format!("p{i}"), name, subjects[i % 2]));
        links.push((format!("p{i}"), ["radio", "river"][i % 2].to_owned()));
    }
    let bodies = vec![Body { name: "Qarvo".into(), aliases: vec!["QRVX".into()], size: None }];
    (calls, projects, bodies, links)
}

fn measured(plan: Plan) -> Blindness {
    let (calls, projects, bodies, links) = sector();
    let sector = Sector { calls: &calls, projects: &projects, bodies: &bodies, links: &links };
    measure(&sector, &plan, &Params::default())
}

#[test]
fn known_names_change_nothing_and_parts_add_up() {
    let found = measured(Plan { queries: 600, seed: 3 });
    assert_eq!((found.names, found.newcomers), (8, 6));
    assert_eq!(found.invariance.len(), Form::ALL.len());
    for (form, invariance) in &found.invariance {
        assert!(invariance.queries >= 600, "{form:?}");
        if form.promised() {
            assert_eq!(invariance.max_change.to_bits(), 0, "{form:?} {invariance:?}");
            assert!(invariance.changed.abs() < 1e-12 && invariance.flips.abs() < 1e-12);
        }
    }
    assert!(found.faithfulness.0 < 1e-6 && found.faithfulness.1 > 0);
}

#[test]
fn substance_and_exposure_are_there() {
    let found = measured(Plan { queries: 10, seed: 1 });
    let (blind, raw, pairs) = found.substance.ndcg10.unwrap();
    assert_eq!(pairs, 12);
    assert!((blind - 1.0).abs() < 1e-12 && (raw - 1.0).abs() < 1e-12);
    assert_eq!(found.substance.masked, 0);
    assert_eq!(found.exposure.len(), 8);
    assert_eq!(found.amortised.len(), 8);
    assert!(found.leakage.is_some());
}

#[test]
fn lots_give_equals_the_same_and_a_fixed_order_does_not() {
    let found = measured(Plan { queries: 10, seed: 1 });
    let of = |ranker| {
        let mut all = found.amortised.iter();
        all.find(|one| (one.ranker, one.relevance) == (ranker, Relevance::Fit)).unwrap()
    };
    let (lots, fixed) = (of(Ranker::Blind), of(Ranker::Fixed));
    // Six equal projects on each of two subjects; nobody bakes.
    assert_eq!(lots.calls, 2);
    assert!(lots.loss < fixed.loss / 4.0, "{lots:?} {fixed:?}");
    let falls = |one: &Amortised| (one.inequity[0].1, one.inequity[1].1);
    assert!(falls(lots).1 < falls(lots).0 && falls(lots).1 < falls(fixed).1, "{lots:?} {fixed:?}");
    for one in &found.exposure {
        assert!((0.0..=1.0 + 1e-12).contains(&one.ndcg10), "{one:?}");
        if one.ranker == Ranker::Fixed && one.relevance == Relevance::Fit {
            assert!((one.ndcg10 - 1.0).abs() < 1e-12);
        }
    }
}

#[test]
fn a_seed_gives_the_same_figures_again() {
    let plan = Plan { queries: 60, seed: 9 };
    assert_eq!(measured(plan), measured(plan));
}

#[test]
fn nothing_to_measure_is_no_error() {
    let sector = Sector { calls: &[], projects: &[], bodies: &[], links: &[] };
    let found = measure(&sector, &Plan::default(), &Params::default());
    assert!(found.invariance.is_empty() && found.leakage.is_none());
    assert!(found.exposure.is_empty() && found.amortised.is_empty());
}
