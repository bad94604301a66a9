use proptest::prelude::*;
use reading::{num::small, tokens::Tokens, tongue::Tongue};

use super::{Embedder, Passage, Trained, Training, Vector};
use crate::{
    chance::Chance,
    index::{Bm25, Corpus, CorpusBuilder},
};

/// Calls on two subjects, each in words of its own of which a call has a few; and small talk.
fn texts() -> Vec<String> {
    let subjects = [
        ["river", "wetland", "water", "fish", "flood", "bank", "spring", "delta"],
        ["press", "editor", "news", "story", "source", "print", "radio", "column"],
    ];
    let text = |i: usize| {
        let words = subjects[i % 2];
        let mut chance = Chance::new(u64::from(small(i)));
        let drawn: Vec<&str> = (0..3).filter_map(|_| chance.one_of(&words).copied()).collect();
        format!("{} talk{}", drawn.join(" "), i % 5)
    };
    (0..240).map(text).collect()
}

fn corpus(texts: &[String]) -> Corpus {
    let mut builder = CorpusBuilder::new(Bm25::plain(1.5, 0.75));
    for text in texts {
        builder.add(&Tokens::given(text.split(' ')));
    }
    builder.finish()
}

fn few() -> Training {
    Training { dimensions: 2, ..Training::default() }
}

fn vector(trained: &Trained, corpus: &Corpus, text: &str, tongue: Tongue) -> Option<Vector> {
    let query = corpus.query(&Tokens::given(text.split(' ')), &[1.0]);
    trained.embed(&Passage { texts: &[], terms: &query.terms, tongue })
}

#[test]
fn words_that_keep_the_same_company_lie_close() {
    let texts = texts();
    let corpus = corpus(&texts);
    let tongues = vec![Some(Tongue::En); texts.len()];
    let trained = Trained::on(&corpus, &tongues, few());
    let of = |text: &str| vector(&trained, &corpus, text, Tongue::En).unwrap();
    // No word is shared by any two of these.
    let (water, fish, press) = (of("water delta"), of("fish flood"), of("editor news"));
    assert!(water.cosine(&fish) > 0.8, "{}", water.cosine(&fish));
    assert!(water.cosine(&press) < 0.4, "{}", water.cosine(&press));
    let calls = trained.of_calls(&corpus, &tongues);
    let call = calls[0].as_ref().unwrap();
    assert!(water.cosine(call) > 0.8 && press.cosine(call) < 0.4);
    assert!(vector(&trained, &corpus, "unheard", Tongue::En).is_none());
}

#[test]
fn a_language_of_few_calls_has_no_vectors_and_none_are_compared_across() {
    let texts = texts();
    let corpus = corpus(&texts);
    let mut tongues = vec![Some(Tongue::En); texts.len()];
    tongues[..100].fill(Some(Tongue::De));
    tongues[100] = None;
    let trained = Trained::on(&corpus, &tongues, few());
    assert!(!trained.compares(Tongue::En, Tongue::En) && !trained.compares(Tongue::De, Tongue::De));
    assert!(trained.of_calls(&corpus, &tongues).iter().all(Option::is_none));
    let least = Training { least: 100, ..few() };
    let trained = Trained::on(&corpus, &tongues, least);
    assert!(trained.compares(Tongue::En, Tongue::En) && !trained.compares(Tongue::En, Tongue::De));
    assert!(trained.of_calls(&corpus, &tongues)[100].is_none());
    let none = Training { dimensions: 0, ..least };
    assert!(!Trained::on(&corpus, &tongues, none).compares(Tongue::En, Tongue::En));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let texts = texts();
    let corpus = corpus(&texts);
    let tongues = vec![Some(Tongue::En); texts.len()];
    let of = |threads| {
        let trained = Trained::in_threads(&corpus, &tongues, few(), threads);
        trained.of_calls(&corpus, &tongues)
    };
    assert_eq!(of(1), of(2));
}

#[test]
fn what_gives_no_direction_has_no_vector() {
    assert_eq!(Vector::new(&[]), None);
    assert_eq!(Vector::new(&[0.0, 0.0]), None);
    assert_eq!(Vector::new(&[1.0, f32::NAN]), None);
    assert_eq!(Vector::new(&[1.0, f32::INFINITY]), None);
    let (two, three) = (Vector::new(&[1.0, 0.0]), Vector::new(&[1.0, 0.0, 0.0]));
    assert!(two.unwrap().cosine(&three.unwrap()).abs() < f64::EPSILON);
}

proptest! {
    #[test]
    fn steps_keep_the_angle(
        a in prop::collection::vec(-1.0_f32..1.0, 64), b in prop::collection::vec(-1.0_f32..1.0, 64),
    ) {
        let product = |a: &[f32], b: &[f32]| -> f64 {
            a.iter().zip(b).map(|(x, y)| f64::from(*x) * f64::from(*y)).sum()
        };
        let exact = product(&a, &b) / (product(&a, &a) * product(&b, &b)).sqrt();
        let (a, b) = (Vector::new(&a).unwrap(), Vector::new(&b).unwrap());
        prop_assert!((a.cosine(&b) - exact).abs() < 0.02);
        prop_assert_eq!(a.cosine(&b).to_bits(), b.cosine(&a).to_bits());
        prop_assert!((a.cosine(&a) - 1.0).abs() < 1e-12);
    }
}
