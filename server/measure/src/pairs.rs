//! How well the engine finds calls whose project is known.
//!
//! It runs the same engine as the product, over texts alone.

use std::time::Instant;

use chrono::DateTime;
use domain::{CallContent, ProjectContent};
use matching::{
    chance::Chance,
    engine::{CallIndex, Params, ProjectBlind},
    fit::Weights,
};
use reading::{CallRecord, blind::Masker};
use rustc_hash::FxHashMap;

use super::{Document, call_id};
use crate::metrics::{Ranking, percentile};

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Queries with a known answer among the candidates.
    pub queries: usize,
    /// Candidates.
    pub candidates: usize,
    /// Quality.
    pub ranking: Ranking,
    /// Seconds to build the index.
    pub index_seconds: f64,
    /// Median milliseconds to mask and answer one query.
    pub query_ms_p50: f64,
    /// The same at the 99th percentile.
    pub query_ms_p99: f64,
}

/// Links held against candidates with known numbers.
struct Linked<'a> {
    calls: Vec<CallContent>,
    masker: Masker,
    /// The query, and the number of the document that is right.
    pairs: Vec<(&'a Document, u32)>,
}

impl<'a> Linked<'a> {
    /// Links to an unknown query or document are left out.
    fn new(documents: &[Document], queries: &'a [Document], links: &[(String, String)]) -> Self {
        let numbers: FxHashMap<&str, u32> =
            documents.iter().zip(0..).map(|(document, i)| (document.id.as_str(), i)).collect();
        let by_id: FxHashMap<&str, &Document> =
            queries.iter().map(|query| (query.id.as_str(), query)).collect();
        let known = links.iter().filter_map(|(query, document)| {
            Some((*by_id.get(query.as_str())?, *numbers.get(document.as_str())?))
        });
        let call = |document: &Document| CallContent {
            text: document.text.clone(),
            ..CallContent::titled(document.title.clone())
        };
        Self {
            calls: documents.iter().map(call).collect(),
            masker: Masker::default(),
            pairs: known.collect(),
        }
    }

    fn index(&self, params: &Params) -> CallIndex {
        let records =
            self.calls.iter().zip(0..).map(|(content, i)| CallRecord { id: call_id(i), content });
        CallIndex::build(records, &self.masker, params)
    }

    /// The rank of the right document of each link, and milliseconds to mask and answer.
    fn ranks(&self, index: &CallIndex) -> (Vec<Option<usize>>, Vec<f64>) {
        let answer = |(query, wanted): &(&Document, u32)| {
            let content = ProjectContent {
                summary: query.text.clone(),
                ..ProjectContent::titled(query.title.clone())
            };
            let started = Instant::now();
            let project = ProjectBlind::new(&content, &self.masker);
            let found = index.calls_for(&project, &[], DateTime::UNIX_EPOCH, |_| true);
            let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
            let place = found.iter().position(|call| call.id == call_id(*wanted));
            (place.map(|i| i + 1), milliseconds)
        };
        self.pairs.iter().map(answer).unzip()
    }
}

/// Measures the engine: for each link (query, document) the rank of the document among all
/// candidates. Links to an unknown query or document are left out.
#[must_use]
pub fn evaluate(
    documents: &[Document],
    queries: &[Document],
    links: &[(String, String)],
    params: &Params,
) -> Figures {
    let linked = Linked::new(documents, queries, links);
    let started = Instant::now();
    let index = linked.index(params);
    let index_seconds = started.elapsed().as_secs_f64();
    let (ranks, milliseconds) = linked.ranks(&index);
    Figures {
        queries: ranks.len(),
        candidates: documents.len(),
        ranking: Ranking::of(&ranks),
        index_seconds,
        query_ms_p50: percentile(&milliseconds, 0.5).unwrap_or(0.0),
        query_ms_p99: percentile(&milliseconds, 0.99).unwrap_or(0.0),
    }
}

/// Weights that were tried, with how well each finds what is linked.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossValidated {
    /// Each choice of weights over all links.
    pub tried: Vec<(Weights, Ranking)>,
    /// The weights that did best on all other parts, for each part.
    pub chosen: Vec<Weights>,
    /// Each part with the weights chosen without it.
    pub parts: Vec<Ranking>,
    /// All links, each ranked with the weights chosen without its part.
    pub held_out: Ranking,
}

/// The weights to choose from: how far vectors speak for the wording, and what crowding costs.
#[must_use]
pub fn choices() -> Vec<Weights> {
    let weights = Weights::default();
    let wording = weights.words + weights.meaning;
    let mut found = Vec::new();
    for meaning in [0.0, 0.1, 0.15, 0.2, 0.3] {
        for crowding in [0.0, 0.2, 0.3, 0.4, 0.45] {
            let (words, meaning) = (wording * (1.0 - meaning), wording * meaning);
            found.push(Weights { words, meaning, crowding, ..weights });
        }
    }
    found
}

/// Chooses weights by the mean reciprocal rank on all parts but one and measures them on that one,
/// for each of so many parts drawn by lot.
#[must_use]
pub fn cross_validate(
    documents: &[Document],
    queries: &[Document],
    links: &[(String, String)],
    params: &Params,
    parts: usize,
    seed: u64,
) -> CrossValidated {
    let linked = Linked::new(documents, queries, links);
    let mut index = linked.index(params);
    let choices = choices();
    let mut ranks = Vec::new();
    for &weights in &choices {
        index = index.weighed(weights);
        ranks.push(linked.ranks(&index).0);
    }
    let mut order: Vec<usize> = (0..linked.pairs.len()).collect();
    Chance::new(seed).shuffle(&mut order);
    let of = |ranks: &[Option<usize>], keep: &dyn Fn(usize) -> bool| -> Vec<Option<usize>> {
        let kept = order.iter().enumerate().filter(|(place, _)| keep(*place));
        kept.map(|(_, link)| ranks[*link]).collect()
    };
    let (mut chosen, mut figures, mut held_out) = (Vec::new(), Vec::new(), Vec::new());
    for part in 0..parts {
        let mrr =
            |ranks: &[Option<usize>]| Ranking::of(&of(ranks, &|place| place % parts != part)).mrr;
        // The first of equals: the simplest.
        let best = choices.iter().zip(&ranks).fold(None, |best, (weights, ranks)| {
            let mrr = mrr(ranks);
            match best {
                Some((most, _, _)) if most >= mrr => best,
                _ => Some((mrr, *weights, ranks)),
            }
        });
        let Some((_, weights, ranks)) = best else { continue };
        let within = of(ranks, &|place| place % parts == part);
        chosen.push(weights);
        figures.push(Ranking::of(&within));
        held_out.extend(within);
    }
    CrossValidated {
        tried: choices.into_iter().zip(ranks.iter().map(|ranks| Ranking::of(ranks))).collect(),
        chosen,
        parts: figures,
        held_out: Ranking::of(&held_out),
    }
}
