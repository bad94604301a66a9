//! An index, made of calls that have been read.

use std::sync::Arc;

use domain::{CallContent, CallId};
use reading::{
    Reading,
    blind::Masker,
    parallel,
    themes::{Rarity, catalogue},
    tokens::{KeptWords, Tokeniser},
    tongue::Tongue,
};

use super::{CallEntry, CallIndex, Changes, Columns, Epoch, Params};
use crate::{
    crowding::Probes,
    index::CorpusBuilder,
    vectors::{Embedder, Trained, Vector, Vectors},
};

/// Takes in calls that have been read, in ascending order of their identifiers, each once. Vectors
/// are learned from the calls themselves.
///
/// Parts can be filled side by side and put together ([`Self::append`]); the index does not depend on
/// where one part ends and the next one begins.
pub struct CallIndexBuilder {
    params: Params,
    /// Stems of the words that came up.
    reader: Tokeniser,
    corpus: CorpusBuilder,
    calls: Vec<CallEntry>,
    embedder: Option<Arc<dyn Embedder>>,
    /// Those of the embedder; without one there are none yet.
    vectors: Vec<Option<Vector>>,
}

impl CallIndexBuilder {
    /// Begins an index, or a part of one.
    #[must_use]
    pub fn new(params: &Params) -> Self {
        Self::with(params.clone(), None)
    }

    /// The same with vectors of an embedder, which come with the calls.
    pub(super) fn with(params: Params, embedder: Option<Arc<dyn Embedder>>) -> Self {
        let corpus = CorpusBuilder::new(params.bm25.clone());
        let reader = Tokeniser::default();
        Self { params, reader, corpus, calls: Vec::new(), embedder, vectors: Vec::new() }
    }

    /// Begins a part of the same index.
    pub(super) fn part(&self) -> Self {
        Self::with(self.params.clone(), self.embedder.clone())
    }

    pub(super) fn embedder(&self) -> Option<&dyn Embedder> {
        self.embedder.as_deref()
    }

    /// Adds a call. Gives back what it says, without its long texts and rules.
    pub fn add(&mut self, id: CallId, reading: Reading) -> CallContent {
        let (entry, words, facts) = CallEntry::new(id, reading);
        self.push((entry, words, None));
        facts
    }

    pub(super) fn push(&mut self, (entry, words, vector): (CallEntry, KeptWords, Option<Vector>)) {
        debug_assert!(
            self.calls.last().is_none_or(|last| last.id < entry.id),
            "calls out of order"
        );
        self.corpus.add_written(&words, &mut self.reader);
        self.calls.push(entry);
        self.vectors.push(vector);
    }

    /// Adds the calls of a part that was begun with the same parameters, behind those that are here.
    pub fn append(&mut self, part: Self) {
        self.corpus.append(part.corpus);
        self.calls.extend(part.calls);
        self.vectors.extend(part.vectors);
    }

    /// Learns from the calls what a search needs. The masker is the one by which they were read.
    #[must_use]
    pub fn finish(self, masker: &Masker) -> CallIndex {
        let Self { params, corpus, calls, embedder, mut vectors, .. } = self;
        let corpus = corpus.finish();
        let (embedder, trained): (Arc<dyn Embedder>, _) = if let Some(embedder) = embedder {
            (embedder, None)
        } else {
            let tongues: Vec<Option<Tongue>> = calls.iter().map(CallEntry::spoken).collect();
            let trained = Arc::new(Trained::on(&corpus, &tongues, params.training));
            vectors = trained.of_calls(&corpus, &tongues);
            (trained.clone(), Some(trained))
        };
        let asking = (params.weights.crowding > 0.0).then(|| Probes::of(&corpus));
        let vectors: Vectors = vectors.into_iter().collect();
        let epoch = Epoch {
            crowding: asking.as_ref().map_or_else(
                || vec![0.0; calls.len()],
                |asking| asking.of_calls(&corpus, params.calibration, parallel::threads()),
            ),
            asking,
            columns: Columns::of(&calls, &vectors),
            vectors,
            corpus,
            embedder,
            trained,
            numbers: calls.iter().zip(0..).map(|(call, i)| (call.id, i)).collect(),
            rarity: Rarity::of(calls.iter().map(|call| &call.themes), catalogue().count()),
            calls,
            mask: masker.version(),
        };
        CallIndex { params, epoch: Arc::new(epoch), changes: Changes::default() }
    }
}
