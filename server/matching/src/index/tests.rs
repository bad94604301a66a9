use std::collections::BTreeMap;

use domain::Language;
use proptest::prelude::*;
use reading::{
    blind::Masker,
    tokens::{Tokeniser, Tokens, Words},
};

use super::{Bm25, Corpus, CorpusBuilder, Field, Hit, Query, Width, best, top};

fn corpus(params: Bm25, documents: &[String]) -> Corpus {
    let (masker, mut reader) = (Masker::default(), Tokeniser::default());
    let mut builder = CorpusBuilder::new(params);
    for document in documents {
        builder.add(&reader.read(&[masker.blind(document)], english().as_ref()));
    }
    builder.finish()
}

/// Stated, because a list of words without small words tells no language.
fn english() -> Option<Language> {
    "en".parse().ok()
}

fn query(corpus: &Corpus, text: &str) -> super::Query {
    let blind = Masker::default().blind(text);
    corpus.query(&Tokeniser::default().read(&[blind], english().as_ref()), &[1.0])
}

/// Words that no rule changes, so that a test can count them by itself.
const WORDS: &[&str] = &["alpha", "bravo", "delta", "kilo", "lima", "tango", "zulu", "hotel"];

fn document() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(WORDS), 1..20)
}

/// BM25 as Lucene has it, word by word from its definition.
fn lucene(documents: &[Vec<&str>], query: &[&str], k1: f64, b: f64) -> Vec<f64> {
    let n = f64::from(u32::try_from(documents.len()).unwrap());
    let length = |d: &Vec<&str>| f64::from(u32::try_from(d.len()).unwrap());
    let average = documents.iter().map(length).sum::<f64>() / n;
    let count = |d: &[&str], w: &str| {
        f64::from(u32::try_from(d.iter().filter(|x| **x == w).count()).unwrap())
    };
    documents
        .iter()
        .map(|d| {
            query
                .iter()
                .map(|w| {
                    let df = documents.iter().filter(|d| d.contains(w)).count();
                    let df = f64::from(u32::try_from(df).unwrap());
                    let idf = (1.0 + (n - df + 0.5) / (df + 0.5)).ln();
                    let tf = count(d, w);
                    if tf > 0.0 {
                        idf * tf / (tf + k1 * (1.0 - b + b * length(d) / average))
                    } else {
                        0.0
                    }
                })
                .sum()
        })
        .collect()
}

proptest! {
    #[test]
    fn one_plain_field_is_lucenes_bm25(
        documents in prop::collection::vec(document(), 1..12), asked in document(),
        k1 in 0.5..2.5_f64, b in 0.0..=1.0_f64,
    ) {
        let texts: Vec<String> = documents.iter().map(|words| words.join(" ")).collect();
        let corpus = corpus(Bm25::plain(k1, b), &texts);
        let scores = corpus.scores(&query(&corpus, &asked.join(" ")));
        for (ours, theirs) in scores.iter().zip(lucene(&documents, &asked, k1, b)) {
            prop_assert!((ours - theirs).abs() < 1e-5, "{ours} {theirs}");
        }
    }

    #[test]
    fn contributions_add_up_to_the_score(documents in prop::collection::vec(document(), 1..12), asked in document()) {
        let texts: Vec<String> = documents.iter().map(|words| words.join(" ")).collect();
        let params = Bm25 { pivot: 0.75, k3: 20.0, by_language: true, ..Bm25::plain(5.0, 0.6) };
        let corpus = corpus(params, &texts);
        let query = query(&corpus, &asked.join(" "));
        for (score, doc) in corpus.scores(&query).iter().zip(0..) {
            let sum: f64 = corpus.contributions(&query, doc).iter().map(|(_, value)| value).sum();
            prop_assert!((sum - score).abs() < 1e-12);
            prop_assert!((0.0..=1.0).contains(&query.share(*score)));
        }
    }

    #[test]
    fn the_heap_keeps_the_best_in_order(scores in prop::collection::vec(0_u8..6, 0..40), k in 0_usize..12) {
        let hits = || scores.iter().zip(0..).map(|(&score, doc)| Hit { doc, score: f64::from(score) });
        let mut sorted: Vec<Hit> = hits().collect();
        sorted.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.doc.cmp(&b.doc)));
        sorted.truncate(k);
        prop_assert_eq!(best(hits(), k), sorted);
    }
}

/// Documents of numbered words, the lower numbers the more frequent, some of them twice over.
fn numbered(documents: usize, seed: u64) -> Vec<Tokens> {
    let mut state = seed;
    let mut next = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    let mut texts: Vec<Vec<String>> = Vec::new();
    for i in 0..documents {
        let words =
            (0..5 + next() % 40).map(|_| (next() % 3000 * (next() % 3000) / 9000).to_string());
        let words = words.collect();
        texts.push(if i % 17 == 3 { texts[i - 1].clone() } else { words });
    }
    texts.iter().map(|words| Tokens::given(words.iter().map(String::as_str))).collect()
}

#[test]
fn the_best_are_the_reference_to_the_bit_whatever_the_registers_and_threads() {
    let bits = |hits: &[Hit]| -> Vec<(u32, u64)> {
        hits.iter().map(|hit| (hit.doc, hit.score.to_bits())).collect()
    };
    let pivoted = Bm25 { pivot: 0.75, k3: 20.0, ..Bm25::plain(5.0, 0.6) };
    for (params, documents) in
        [(Bm25::plain(1.2, 0.75), 900), (pivoted, 2500), (Bm25::plain(1.2, 0.75), 40_000)]
    {
        let tokens = numbered(documents, 11);
        let mut builder = CorpusBuilder::new(params);
        for tokens in &tokens {
            builder.add(tokens);
        }
        let corpus = builder.finish();
        let weights = [[1.0], [0.37], [40.0]];
        let mut queries: Vec<Query> =
            (0..40).map(|i| corpus.query(&tokens[i * 7 + 1], &weights[i % 3])).collect();
        queries.push(corpus.query(&Tokens::given(["0", "1"]), &[1.0]));
        queries.push(corpus.query(&Tokens::given(["0", "999999"]), &[1e-9]));
        queries.push(Query::default());
        for k in [1, 3, 20, 100] {
            let reference: Vec<_> =
                queries.iter().map(|query| bits(&corpus.top_by_scores(query, k))).collect();
            for threads in [1, 2] {
                let found = corpus.top_of_each(&queries, k, threads);
                let found: Vec<_> = found.iter().map(|hits| bits(hits)).collect();
                assert_eq!(found, reference);
            }
            for width in Width::all() {
                let found = top::best_of(&corpus, queries.iter(), k, width);
                let found: Vec<_> = found.iter().map(|hits| bits(hits)).collect();
                assert_eq!(found, reference, "{width:?}");
            }
        }
    }
}

fn corpus_of(params: Bm25, documents: &[Tokens]) -> Corpus {
    let mut builder = CorpusBuilder::new(params);
    for tokens in documents {
        builder.add(tokens);
    }
    builder.finish()
}

/// Two fields, of which the second has most words.
fn two_fields(documents: usize, seed: u64) -> Vec<Tokens> {
    let tokens = numbered(documents, seed);
    let titles = numbered(documents, seed + 1);
    let both = tokens.into_iter().zip(titles).map(|(mut text, title)| {
        let title: Vec<&str> = title.fields[0].iter().map(|word| word.text).take(4).collect();
        text.fields.insert(0, Tokens::given(title).fields.remove(0));
        text
    });
    both.collect()
}

#[test]
fn no_score_is_above_its_ceiling() {
    let field = |weight, b| Field { weight, b };
    let fields = vec![field(3.0, 0.5), field(1.0, 0.6)];
    let several = Bm25 { fields, pivot: 0.75, ..Bm25::plain(5.0, 0.0) };
    let unheard = Bm25 { fields: vec![field(0.0, 0.5), field(0.3, 1.0)], ..Bm25::plain(0.1, 0.0) };
    for (params, documents) in [
        (Bm25::plain(1.2, 0.75), numbered(3000, 1)),
        (several.clone(), two_fields(3000, 2)),
        (several, two_fields(40_000, 3)),
        (unheard, two_fields(2000, 4)),
    ] {
        let mut builder = CorpusBuilder::new(params);
        for document in &documents {
            builder.add(document);
        }
        let corpus = builder.finish();
        for i in 0..20 {
            let query = corpus.query(&documents[i * 31], &[1.7, 0.9]);
            let ceilings = corpus.top_and_ceilings(&query, 10, 20).1;
            let mut close = 0;
            for (score, doc) in corpus.scores(&query).into_iter().zip(0..) {
                assert!(score <= ceilings.of(doc), "{score} {} {doc}", ceilings.of(doc));
                close += usize::from(score > 0.0 && ceilings.of(doc) < 1.5 * score + 1.0);
            }
            // A ceiling that says nothing would be no test.
            assert!(2 * close > documents.len() / 3, "{close}");
        }
    }
}

#[test]
fn impacts_are_those_of_the_formula() {
    let field = |weight, b| Field { weight, b };
    let fields = vec![field(3.0, 0.5), field(1.0, 0.6)];
    let params = Bm25 { fields, pivot: 0.75, ..Bm25::plain(5.0, 0.0) };
    let documents = two_fields(400, 9);
    let mut builder = CorpusBuilder::new(params.clone());
    for document in &documents {
        builder.add(document);
    }
    let corpus = builder.finish();

    let real = |n: usize| f64::from(u32::try_from(n).unwrap());
    let n = real(documents.len());
    let length = |d: usize, f: usize| real(documents[d].fields[f].len());
    let average = |f| (0..documents.len()).map(|d| length(d, f)).sum::<f64>() / n;
    let averages = [average(0), average(1)];
    let tf = |d: usize, word: &str| {
        (0..2)
            .map(|f| {
                let Field { weight, b } = params.fields[f];
                let count = documents[d].fields[f].iter().filter(|w| w.text == word).count();
                weight * real(count) / (1.0 - b + b * length(d, f) / averages[f])
            })
            .sum::<f64>()
    };
    let words = |d: usize| -> std::collections::BTreeSet<String> {
        documents[d].fields.iter().flat_map(Words::iter).map(|w| w.text.to_owned()).collect()
    };
    let sets: Vec<_> = (0..documents.len()).map(words).collect();
    let raw: Vec<BTreeMap<&str, f64>> = sets
        .iter()
        .enumerate()
        .map(|(d, set)| {
            let each = set.iter().map(|word| {
                let df = real(sets.iter().filter(|set| set.contains(word)).count());
                let idf = (1.0 + (n - df + 0.5) / (df + 0.5)).ln();
                (word.as_str(), idf * tf(d, word) / (params.k1 + tf(d, word)))
            });
            each.collect()
        })
        .collect();
    let norm = |row: &BTreeMap<&str, f64>| row.values().map(|raw| raw * raw).sum::<f64>().sqrt();
    let mean = raw.iter().map(norm).sum::<f64>() / n;
    for (row, doc) in raw.iter().zip(0..) {
        let found: BTreeMap<&str, f64> =
            corpus.terms_of(doc).map(|(term, impact)| (corpus.surface(term), impact)).collect();
        assert_eq!(found.len(), row.len());
        for (word, raw) in row {
            let expected = raw / (1.0 - params.pivot + params.pivot * norm(row) / mean);
            assert!((found[word] - expected).abs() < 1e-6 * expected, "{word} {doc}");
        }
    }
}

#[test]
fn builders_together_are_one_builder() {
    let tokens = numbered(300, 5);
    let mut whole = CorpusBuilder::new(Bm25::plain(1.2, 0.75));
    for tokens in &tokens {
        whole.add(tokens);
    }
    let mut first = CorpusBuilder::new(Bm25::plain(1.2, 0.75));
    let mut second = CorpusBuilder::new(Bm25::plain(1.2, 0.75));
    for tokens in &tokens[..120] {
        first.add(tokens);
    }
    for tokens in &tokens[120..] {
        second.add(tokens);
    }
    first.append(second);
    let (whole, parts) = (whole.finish(), first.finish());
    for doc in 0..300 {
        assert!(whole.terms_of(doc).eq(parts.terms_of(doc)));
    }
    let asked = whole.query(&tokens[7], &[1.0]);
    assert_eq!(asked, parts.query(&tokens[7], &[1.0]));
    assert_eq!(whole.top(&asked, 10), parts.top(&asked, 10));
}

#[test]
fn fields_weigh_as_told() {
    let (masker, mut reader) = (Masker::default(), Tokeniser::default());
    let field = |weight| Field { weight, b: 0.5 };
    let params = Bm25 { fields: vec![field(3.0), field(1.0)], ..Bm25::plain(1.2, 0.5) };
    let mut builder = CorpusBuilder::new(params);
    for [title, text] in
        [["tango", "alpha bravo"], ["alpha", "tango bravo"], ["delta", "alpha kilo"]]
    {
        builder.add(&reader.read(&[masker.blind(title), masker.blind(text)], None));
    }
    let corpus = builder.finish();
    let top: Vec<u32> = corpus.top(&query(&corpus, "tango"), 5).iter().map(|hit| hit.doc).collect();
    assert_eq!(top, [0, 1]);
}

#[test]
fn rarity_is_measured_within_a_language() {
    let mut texts: Vec<String> =
        (0..50).map(|_| "the media and the people of the town".to_owned()).collect();
    texts.extend(["редакция пишет о жизни", "редакция пишет о музыке"].map(str::to_owned));
    let params = |by_language| Bm25 { by_language, ..Bm25::plain(1.2, 0.75) };
    let score = |by_language| {
        let corpus = corpus(params(by_language), &texts);
        corpus.scores(&query(&corpus, "редакция"))[50]
    };
    assert!(score(true) < 0.2 * score(false));
}

#[test]
fn a_term_shows_its_most_frequent_form() {
    let texts = ["journalists and journalist", "journalists"].map(str::to_owned);
    let corpus = corpus(Bm25::plain(1.2, 0.75), &texts);
    let asked = query(&corpus, "a journalist");
    assert_eq!(asked.terms[0].word, "journalist");
    assert_eq!(corpus.surface(asked.terms[0].term), "journalists");
}

#[test]
fn a_query_knows_what_it_asks_in_vain() {
    let corpus = corpus(Bm25::plain(1.2, 0.75), &["alpha bravo".to_owned(), "kilo".to_owned()]);
    let (short, long) = (query(&corpus, "alpha"), query(&corpus, "alpha tango zulu hotel"));
    assert_eq!(short.terms.len(), long.terms.len());
    assert!(long.full > 1.9 * short.full);
    assert!(corpus.top(&query(&corpus, "tango"), 3).is_empty());
}

#[test]
fn an_empty_corpus_answers_nothing() {
    let corpus = corpus(Bm25::plain(1.2, 0.75), &[]);
    assert!(corpus.is_empty() && corpus.top(&query(&corpus, "alpha"), 3).is_empty());
    let blank = corpus_of_blanks();
    assert_eq!(blank.len(), 2);
    assert!(blank.scores(&query(&blank, "alpha")).iter().all(|score| score.abs() < f64::EPSILON));
}

fn corpus_of_blanks() -> Corpus {
    corpus(Bm25 { pivot: 1.0, ..Bm25::plain(1.2, 1.0) }, &[String::new(), String::new()])
}

#[test]
fn terms_of_a_document_are_those_it_has() {
    let texts = ["kilo alpha kilo".to_owned(), "bravo".to_owned()];
    let corpus = corpus(Bm25::plain(1.2, 0.75), &texts);
    let words: BTreeMap<&str, f64> =
        corpus.terms_of(0).map(|(term, impact)| (corpus.surface(term), impact)).collect();
    assert_eq!(words.keys().copied().collect::<Vec<_>>(), ["alpha", "kilo"]);
    assert!(words["kilo"] > words["alpha"]);
    assert_eq!(corpus.terms_of(1).count(), 1);
    assert_eq!(corpus.terms_of(7).count(), 0);
}

/// Calls of one programme say the same in hundreds of words.
#[test]
fn texts_that_share_hundreds_of_words_are_told_apart_all_the_same() {
    let shared: Vec<String> = (0..700).map(|i| format!("shared{i}")).collect();
    let documents: Vec<Tokens> = (0..600)
        .map(|i| {
            let own = format!("own{}", i / 3);
            let words = shared.iter().skip(i % 50).map(String::as_str);
            Tokens::given(words.chain([own.as_str(), own.as_str()]))
        })
        .collect();
    let mut builder = CorpusBuilder::new(Bm25 { pivot: 0.75, ..Bm25::plain(5.0, 0.6) });
    for document in &documents {
        builder.add(document);
    }
    let corpus = builder.finish();
    for i in [0, 100, 599] {
        let query = corpus.query(&documents[i], &[1.0]);
        assert!(corpus.top_and_ceilings(&query, 5, 5).1.each(|most| most)[1].is_finite());
        assert_eq!(corpus.top(&query, 5), corpus.top_by_scores(&query, 5));
    }
}

/// More lists than a sum of two bytes has units for, if each adds one.
#[test]
fn texts_of_seventy_thousand_words_are_told_apart_too() {
    let words: Vec<String> = (0..70_000).map(|i| format!("w{i}")).collect();
    let documents: Vec<Tokens> = (0..4)
        .map(|i| Tokens::given(words.iter().skip(i * 100).step_by(i / 2 + 1).map(String::as_str)))
        .collect();
    let corpus = corpus_of(Bm25::plain(1.2, 0.75), &documents);
    for document in &documents {
        let query = corpus.query(document, &[1.0]);
        for k in [1, 3] {
            let expected = corpus.top_by_scores(&query, k);
            for width in Width::all() {
                let found = top::best_of(&corpus, std::iter::once(&query), k, width);
                assert_eq!(found, std::slice::from_ref(&expected), "{width:?}");
            }
        }
        let ceilings = corpus.top_and_ceilings(&query, 1, 2).1;
        for (score, doc) in corpus.scores(&query).into_iter().zip(0..) {
            assert!(score <= ceilings.of(doc));
        }
    }
}
