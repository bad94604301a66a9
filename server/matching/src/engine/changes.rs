//! Calls that changed after an index was built: read and compared by what was learned from the calls
//! that it was built of, so that a changed call is found within milliseconds.

use std::sync::Arc;

use domain::CallId;
use reading::{
    CallRecord, Reading,
    blind::Masker,
    call,
    num::{at, small},
    parallel,
    tokens::{KeptWords, Tokeniser},
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{CallEntry, CallIndex, Epoch};
use crate::{
    index::{Document, Later},
    vectors::Vector,
};

/// What has changed since an index was built.
#[derive(Clone, Default)]
pub(super) struct Changes {
    /// Whether each call of the epoch was removed, or changed and stands in `added`; empty while
    /// there is none.
    gone: Vec<bool>,
    pub(super) gone_count: usize,
    /// Words that came up since.
    pub(super) terms: Later,
    /// New and changed calls, by identifier. They are numbered behind those of the epoch.
    pub(super) added: Vec<Arc<Added>>,
    /// Their places.
    places: FxHashMap<CallId, u32>,
    /// How many of them were in the epoch.
    changed: usize,
    /// Whether one of them was read by another masker than the epoch.
    mixed: bool,
}

/// A call that came later.
pub(super) struct Added {
    entry: CallEntry,
    pub(super) document: Document,
    vector: Option<Vector>,
    crowding: f64,
}

impl Changes {
    /// Whether a call of the epoch is there no more, or not as it was.
    pub(super) fn is_gone(&self, doc: u32) -> bool {
        self.gone.get(at(doc)).copied().unwrap_or(false)
    }

    /// The call behind a number, if it came later.
    pub(super) fn added(&self, epoch: &Epoch, doc: u32) -> Option<&Added> {
        let place = at(doc).checked_sub(epoch.calls.len())?;
        self.added.get(place).map(AsRef::as_ref)
    }

    /// Takes calls out, of the epoch and of those that came later.
    fn take_out(&mut self, epoch: &Epoch, ids: &FxHashSet<CallId>) {
        self.added.retain(|added| !ids.contains(&added.entry.id));
        for number in ids.iter().filter_map(|id| epoch.numbers.get(id)) {
            self.gone.resize(epoch.calls.len(), false);
            if let Some(gone) = self.gone.get_mut(at(*number)) {
                self.gone_count += usize::from(!*gone);
                *gone = true;
            }
        }
    }

    /// Puts calls in.
    fn put_in(&mut self, epoch: &Epoch, added: Vec<Arc<Added>>) {
        self.added.extend(added);
        self.added.sort_by_key(|added| added.entry.id);
        let ids = self.added.iter().map(|added| added.entry.id);
        self.places = ids.clone().zip(0..).collect();
        self.changed = ids.filter(|id| epoch.numbers.contains_key(id)).count();
    }
}

/// One in so many calls may change before what was learned from all of them is worth learning anew.
const SHARE: usize = 16;
/// So many may change at the most: each is compared with every project in full.
const MOST: usize = 2048;

impl CallIndex {
    /// The same calls with some added, changed or removed, without learning anything anew: it takes
    /// time for those changed, not for all. Of two changed calls with one identifier the first
    /// counts; one that is both changed and removed is changed.
    ///
    /// Rarities, mean lengths and weights, vectors and crowding stay those of the calls that the
    /// index was built of, removed ones among them. So the fit of a call that did not change stays
    /// what it was to the bit, and a call changed to what it was gets the fit that it had. The
    /// masker must be the one that the index was built with; with another one the index asks to be
    /// built anew ([`Self::needs_rebuild`]), as it does when many calls have changed.
    #[must_use]
    pub fn with_changes<'a>(
        &self,
        changed: impl IntoIterator<Item = CallRecord<'a>>,
        removed: &[CallId],
        masker: &Masker,
    ) -> Self {
        let records: Vec<CallRecord> = changed.into_iter().collect();
        let epoch = &*self.epoch;
        // An embedder that learned from the index has its say when terms are known.
        let own = epoch.trained.is_none().then_some(&*epoch.embedder);
        let read =
            call::each(&records, |record, reader| CallEntry::read(record, masker, reader, own));
        self.with_read(read, removed, masker)
    }

    /// [`Self::with_changes`] with calls that have been read, by the masker given. An embedder of one's
    /// own, which needs texts, gives them no vector.
    #[must_use]
    pub fn with_readings(
        &self,
        changed: impl IntoIterator<Item = (CallId, Reading)>,
        removed: &[CallId],
        masker: &Masker,
    ) -> Self {
        let read = changed.into_iter().map(|(id, reading)| {
            let (entry, words, _) = CallEntry::new(id, reading);
            (entry, words, None)
        });
        self.with_read(read.collect(), removed, masker)
    }

    /// The same with some calls in the place of those with their identifiers; of two with one identifier
    /// the first counts.
    fn with_read(
        &self,
        mut read: Vec<(CallEntry, KeptWords, Option<Vector>)>,
        removed: &[CallId],
        masker: &Masker,
    ) -> Self {
        read.sort_by_key(|(entry, _, _)| entry.id);
        read.dedup_by_key(|(entry, _, _)| entry.id);
        let (epoch, threads) = (&*self.epoch, parallel::threads());
        let mut since = self.changes.clone();
        since.mixed |= masker.version() != epoch.mask;
        let ids = read.iter().map(|(entry, _, _)| entry.id).chain(removed.iter().copied());
        since.take_out(epoch, &ids.collect());
        let mut reader = Tokeniser::default();
        let documents: Vec<(CallEntry, Document, Option<Vector>)> = read
            .into_iter()
            .map(|(entry, words, vector)| {
                let document = since.terms.read(&epoch.corpus, &words.tokens(&mut reader));
                (entry, document, vector)
            })
            .collect();
        let added = parallel::map(documents, threads, |(entry, document, vector)| {
            let impacts: Vec<(u32, f64)> = since.terms.terms_of(&epoch.corpus, &document).collect();
            let vector = epoch
                .trained
                .as_ref()
                .map_or(vector, |trained| trained.of_call(entry.spoken(), impacts.iter().copied()));
            let itself = epoch.numbers.get(&entry.id).copied();
            let crowding = epoch.asking.as_ref().map_or(0.0, |asking| {
                let impacts = impacts.into_iter();
                asking.crowding(impacts, itself, self.params.calibration, &mut Vec::new())
            });
            Arc::new(Added { entry, document, vector, crowding })
        });
        since.put_in(epoch, added);
        Self { params: self.params.clone(), epoch: Arc::clone(&self.epoch), changes: since }
    }

    /// Whether so much has changed since the index was built that it should be built anew: more than
    /// one call in sixteen, more than 2,048, or the masker.
    #[must_use]
    pub fn needs_rebuild(&self) -> bool {
        let changes = &self.changes;
        let touched = changes.added.len() + changes.gone_count - changes.changed;
        changes.mixed || touched > MOST.min(self.epoch.calls.len() / SHARE)
    }

    /// The number of a call.
    pub(super) fn number(&self, id: CallId) -> Option<u32> {
        let later = self.changes.places.get(&id);
        let later = later.map(|place| small(self.epoch.calls.len()) + place);
        later.or_else(|| {
            let number = self.epoch.numbers.get(&id).copied();
            number.filter(|number| !self.changes.is_gone(*number))
        })
    }

    /// The numbers of the calls that came later.
    pub(super) fn later(&self) -> impl Iterator<Item = u32> {
        let first = small(self.epoch.calls.len());
        first..first + small(self.changes.added.len())
    }

    /// A call by its number.
    pub(super) fn call(&self, doc: u32) -> &CallEntry {
        match self.changes.added(&self.epoch, doc) {
            None => &self.epoch.calls[at(doc)],
            Some(added) => &added.entry,
        }
    }

    /// How near some calls and a vector are, from 0 to 1; `None` for those without one.
    pub(super) fn nearness(&self, calls: &[u32], of: &Vector) -> Vec<Option<f64>> {
        let (epoch, vectors) = (&*self.epoch, &self.epoch.vectors);
        if !calls.iter().any(|doc| self.changes.added(epoch, *doc).is_some()) {
            let cosines = vectors.cosines(calls, of).into_iter().zip(calls);
            return cosines.map(|(one, doc)| vectors.has(*doc).then(|| one.max(0.0))).collect();
        }
        let near = |doc: &u32| match self.changes.added(epoch, *doc) {
            Some(added) => added.vector.as_ref().map(|vector| vector.cosine(of).max(0.0)),
            None => vectors.has(*doc).then(|| vectors.cosines(&[*doc], of)[0].max(0.0)),
        };
        calls.iter().map(near).collect()
    }

    /// How crowded a call is, from 0 to 1.
    pub(super) fn crowding(&self, doc: u32) -> f64 {
        match self.changes.added(&self.epoch, doc) {
            None => self.epoch.crowding[at(doc)],
            Some(added) => added.crowding,
        }
    }

    /// The terms of a call, in ascending order, with their impacts.
    pub(super) fn terms_of(&self, doc: u32) -> impl Iterator<Item = (u32, f64)> {
        let (corpus, terms) = (&self.epoch.corpus, &self.changes.terms);
        let added = self.changes.added(&self.epoch, doc);
        let before = added.is_none().then(|| corpus.terms_of(doc));
        let later = added.map(|added| terms.terms_of(corpus, &added.document));
        before.into_iter().flatten().chain(later.into_iter().flatten())
    }
}
