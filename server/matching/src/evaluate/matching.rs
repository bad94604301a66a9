//! How well the engine finds calls whose project is known.
//!
//! It runs the same engine as the product, over texts alone.

use std::time::Instant;

use chrono::NaiveDate;
use domain::{CallContent, ProjectContent};
use rustc_hash::FxHashMap;

use super::{Document, call_id};
use crate::{
    blind::Masker,
    engine::{CallIndex, CallRecord, Params, ProjectBlind},
    metrics::{Ranking, percentile},
};

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

/// Measures the engine: for each link (query, document) the rank of the document among all
/// candidates. Links to an unknown query or document are left out.
#[must_use]
pub fn evaluate(
    documents: &[Document],
    queries: &[Document],
    links: &[(String, String)],
    params: &Params,
) -> Figures {
    let masker = Masker::default();
    let calls: Vec<CallContent> = documents
        .iter()
        .map(|document| CallContent {
            text: document.text.clone(),
            ..CallContent::titled(document.title.clone())
        })
        .collect();
    let started = Instant::now();
    let records = calls.iter().zip(0..).map(|(content, i)| CallRecord { id: call_id(i), content });
    let index = CallIndex::build(records, &masker, params);
    let index_seconds = started.elapsed().as_secs_f64();

    let numbers: FxHashMap<&str, u32> =
        documents.iter().zip(0..).map(|(document, i)| (document.id.as_str(), i)).collect();
    let by_id: FxHashMap<&str, &Document> =
        queries.iter().map(|query| (query.id.as_str(), query)).collect();
    let (mut ranks, mut milliseconds) = (Vec::new(), Vec::new());
    for (query, document) in links {
        let Some((query, &wanted)) = by_id.get(query.as_str()).zip(numbers.get(document.as_str()))
        else {
            continue;
        };
        let content = ProjectContent {
            summary: query.text.clone(),
            ..ProjectContent::titled(query.title.clone())
        };
        let started = Instant::now();
        let project = ProjectBlind::new(&content, &masker);
        let found = index.calls_for(&project, &[], NaiveDate::default(), |_| true);
        milliseconds.push(started.elapsed().as_secs_f64() * 1000.0);
        ranks.push(found.iter().position(|call| call.id == call_id(wanted)).map(|i| i + 1));
    }
    Figures {
        queries: ranks.len(),
        candidates: documents.len(),
        ranking: Ranking::of(&ranks),
        index_seconds,
        query_ms_p50: percentile(&milliseconds, 0.5).unwrap_or(0.0),
        query_ms_p99: percentile(&milliseconds, 0.99).unwrap_or(0.0),
    }
}
