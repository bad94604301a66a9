//! Calls and projects, indexed and compared.
//!
//! One number belongs to a pair: the project is always the query and the call the document,
//! whichever side is searched from, so that a donor and a team see the same fit. Rarity of words
//! and themes comes from the calls alone: projects are private, and nothing about one project may
//! be read off the score of another. So do vectors and crowding, for the same reason.

mod builder;
mod changes;
mod columns;
mod sketch;

use std::{borrow::Cow, sync::Arc};

use chrono::{DateTime, Utc};
use domain::{
    AmountRange, CallContent, CallId, Confidence, Detail, Fit, LegalEntity, LegalEntityId, Match,
    ProjectContent, ProjectId, ThemeCode, Verdict, eligibility::Eligibility,
};
use reading::{
    CallRecord, Reading,
    blind::{BlindText, Masker},
    num::{at, narrow},
    parallel,
    themes::{self, Profile, Rarity, catalogue},
    tokens::{KeptWords, Tokeniser, Tokens, Words},
    tongue::Tongue,
};
use rustc_hash::FxHashMap;

use crate::{
    amount,
    confidence::{self, CallFacts},
    crowding::{self, Probes},
    eligibility::{Applicant, Applicants, CallRules, Team},
    fit::{self, Agreement, Calibration, Weights},
    index::{Bm25, Ceilings, Corpus, Field, Hit, Later, Query, best},
    place::{Reach, Territory},
    ties::{self, Lots, Ties},
    vectors::{Embedder, Passage, Trained, Training, Vector, Vectors},
};
pub use builder::CallIndexBuilder;
use changes::Changes;
use columns::{Columns, Prospect};
use sketch::Sketch;

/// Parameters of the engine. The defaults are the measured ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Params {
    /// Words: the fields of a call are title, text, and conditions with eligibility.
    pub bm25: Bm25,
    /// Weight of each field of a project: title, summary, problem, activities, outputs,
    /// beneficiaries, audience.
    pub project_fields: [f64; 7],
    /// The parts of fit.
    pub weights: Weights,
    /// How a share of shared words reads.
    pub calibration: Calibration,
    /// How vectors are learned from calls.
    pub training: Training,
    /// How equal fits are ordered.
    pub ties: Ties,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            bm25: Bm25 {
                k1: 5.0,
                k3: 20.0,
                fields: vec![
                    Field { weight: 3.0, b: 0.5 },
                    Field { weight: 1.0, b: 0.6 },
                    Field { weight: 0.3, b: 0.6 },
                ],
                by_language: true,
                pivot: 0.75,
            },
            project_fields: [2.0, 1.5, 1.0, 1.0, 1.0, 1.0, 1.0],
            weights: Weights::default(),
            calibration: Calibration::default(),
            training: Training::default(),
            ties: Ties::default(),
        }
    }
}

/// A project to index.
#[derive(Clone, Copy, Debug)]
pub struct ProjectRecord<'a> {
    /// Identifier.
    pub id: ProjectId,
    /// What it says.
    pub content: &'a ProjectContent,
    /// The legal entities it can apply through.
    pub entities: &'a [LegalEntity],
    /// Bodies its organisation works with: names in its texts, and nowhere else.
    pub partners: &'a [String],
}

/// A project without names: the only form in which the engine takes one.
#[derive(Clone, Debug)]
pub struct ProjectBlind {
    texts: Vec<BlindText>,
    tokens: Tokens,
    themes: Profile,
    suggested: Vec<ThemeCode>,
    reach: Reach,
    need: Option<AmountRange>,
    applicant: Applicant,
    facts: confidence::ProjectFacts,
}

impl ProjectBlind {
    /// Masks a project and reads it.
    #[must_use]
    pub fn new(project: &ProjectContent, masker: &Masker) -> Self {
        let masker = masker.of_project(project);
        let mut fields = vec![masker.blind(&project.title)];
        fields.extend(project.narrative().map(|text| masker.blind(text)));
        let tokens = Tokeniser::default().read(&fields, project.lang.as_ref());
        let suggested = catalogue().suggest(&tokens);
        Self {
            themes: catalogue().profile(&project.themes, &suggested),
            suggested: codes(&suggested, &project.themes),
            reach: Reach::of(&project.work_places, &project.reach_places),
            need: project.budget,
            applicant: Applicant::new(project),
            facts: confidence::ProjectFacts::of(project, tokens.len()),
            texts: fields,
            tokens,
        }
    }

    /// What lots are drawn by: the same for texts that differ by names alone.
    fn number(&self) -> u64 {
        let mut stems = String::new();
        for word in self.tokens.fields.iter().flat_map(Words::iter) {
            stems.push(word.tongue.sign());
            stems.push_str(word.stem);
        }
        ties::number_of(stems.as_bytes())
    }

    /// Themes that the words suggest and no person has confirmed, the surest first.
    #[must_use]
    pub fn suggested_themes(&self) -> &[ThemeCode] {
        &self.suggested
    }

    /// The stems of all its words, for measurements.
    #[must_use]
    pub fn stems(&self) -> Vec<String> {
        let words = self.tokens.fields.iter().flat_map(Words::iter);
        words.map(|word| format!("{}{}", word.tongue.sign(), word.stem)).collect()
    }

    /// Its themes with how sure they are, for measurements.
    #[must_use]
    pub fn theme_weights(&self) -> Vec<(u32, f64)> {
        self.themes.iter().collect()
    }

    /// The language of most of its words.
    #[must_use]
    pub const fn tongue(&self) -> Tongue {
        self.tokens.tongues.main
    }
}

/// Themes that the words suggest beyond those confirmed.
fn codes(suggested: &[(u32, f64)], confirmed: &[ThemeCode]) -> Vec<ThemeCode> {
    let codes = suggested.iter().map(|(theme, _)| catalogue().code(*theme));
    codes.filter(|code| !confirmed.contains(code)).cloned().collect()
}

/// What of a call takes part in comparisons, besides its words.
#[derive(Clone, Debug)]
struct CallEntry {
    id: CallId,
    tongue: Tongue,
    has_words: bool,
    themes: Profile,
    suggested: Vec<ThemeCode>,
    territory: Option<Territory>,
    award: Option<AmountRange>,
    rules: CallRules,
    facts: CallFacts,
}

impl CallEntry {
    /// The language of its words; `None` when it has none.
    fn spoken(&self) -> Option<Tongue> {
        self.has_words.then_some(self.tongue)
    }

    /// Takes what it needs of a reading; gives back its words and facts.
    fn new(id: CallId, reading: Reading) -> (Self, KeptWords, CallContent) {
        let Reading { facts, rules, suggested, words } = reading;
        let territory = Territory::of(&facts.places);
        let rules = CallRules::of(rules, &facts);
        let count = words.count();
        let entry = Self {
            id,
            tongue: words.tongues.main,
            has_words: count > 0,
            themes: catalogue().profile(&facts.themes, &suggested),
            suggested: codes(&suggested, &facts.themes),
            territory: (!territory.is_empty()).then_some(territory),
            award: facts.award,
            facts: CallFacts::of(&facts, &rules, count),
            rules,
        };
        (entry, words, facts)
    }

    /// Reads a call from its texts, with its vector where it is the texts that tell it.
    fn read(
        call: &CallRecord,
        masker: &Masker,
        reader: &mut Tokeniser,
        embedder: Option<&dyn Embedder>,
    ) -> (Self, KeptWords, Option<Vector>) {
        let (reading, texts) = Reading::with_texts(call.content, masker, reader);
        let (entry, words, _) = Self::new(call.id, reading);
        let passage = Passage { texts: &texts, terms: &[], tongue: entry.tongue };
        let vector = embedder.and_then(|embedder| embedder.embed(&passage));
        (entry, words, vector)
    }
}

/// A call or project found, with what a list shows of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<Id> {
    /// Which.
    pub id: Id,
    /// Fit from 0 to 100; equal to the explained one but for the rounding of sums.
    pub fit: f64,
    /// Verdict through the best route.
    pub verdict: Verdict,
    /// The entity of that route; `None` when the organisation has none.
    pub entity: Option<LegalEntityId>,
}

/// A call with how like another call it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alike {
    /// Which.
    pub id: CallId,
    /// From 0 to 100, where 100 is the call itself.
    pub likeness: f64,
}

/// Calls, indexed.
///
/// Rarities, models and bounds belong to the calls that it was built of, an epoch; calls that change
/// later stand beside them and are compared by the same ([`Self::with_changes`]).
pub struct CallIndex {
    params: Params,
    epoch: Arc<Epoch>,
    changes: Changes,
}

/// Calls with everything that was learned from them.
struct Epoch {
    corpus: Corpus,
    calls: Vec<CallEntry>,
    numbers: FxHashMap<CallId, u32>,
    rarity: Rarity,
    embedder: Arc<dyn Embedder>,
    /// The embedder, if it was trained on these calls.
    trained: Option<Arc<Trained>>,
    vectors: Vectors,
    /// How crowded each call is, from 0 to 1.
    crowding: Vec<f64>,
    /// The calls that say so; `None` where it does not count.
    asking: Option<Probes>,
    columns: Columns,
    mask: u64,
}

/// A project as a question to the calls of one index.
#[derive(Clone, Debug)]
struct ProjectQuery {
    query: Query,
    vector: Option<Vector>,
    /// How crowded the project is, from 0 to 1.
    crowding: f64,
}

impl CallIndex {
    /// Indexes calls. The order in which they come does not matter; of two calls with one
    /// identifier the first counts. Vectors are learned from the calls themselves.
    #[must_use]
    pub fn build<'a>(
        records: impl IntoIterator<Item = CallRecord<'a>>,
        masker: &Masker,
        params: &Params,
    ) -> Self {
        Self::built(records, masker, CallIndexBuilder::new(params))
    }

    /// The same with vectors of an embedder of one's own, which may know more languages than one.
    #[must_use]
    pub fn build_with<'a>(
        records: impl IntoIterator<Item = CallRecord<'a>>,
        masker: &Masker,
        params: &Params,
        embedder: Arc<dyn Embedder>,
    ) -> Self {
        Self::built(records, masker, CallIndexBuilder::with(params.clone(), Some(embedder)))
    }

    fn built<'a>(
        records: impl IntoIterator<Item = CallRecord<'a>>,
        masker: &Masker,
        mut whole: CallIndexBuilder,
    ) -> Self {
        let mut records: Vec<CallRecord> = records.into_iter().collect();
        records.sort_by_key(|record| record.id);
        records.dedup_by_key(|record| record.id);
        let threads = parallel::threads();
        let share = records.len().div_ceil(threads).max(LEAST_SHARE);
        let parts = parallel::map(records.chunks(share), threads, |records| {
            let mut part = whole.part();
            let mut reader = Tokeniser::default();
            for record in records {
                part.push(CallEntry::read(record, masker, &mut reader, whole.embedder()));
            }
            part
        });
        for part in parts {
            whole.append(part);
        }
        whole.finish(masker)
    }

    /// The same calls with other weights.
    #[must_use]
    pub fn weighed(mut self, weights: Weights) -> Self {
        self.params.weights = weights;
        self
    }

    /// How many calls.
    #[must_use]
    pub fn len(&self) -> usize {
        self.epoch.calls.len() - self.changes.gone_count + self.changes.added.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The version of the masker it was built with; see [`Masker::version`].
    #[must_use]
    pub fn mask_version(&self) -> u64 {
        self.epoch.mask
    }

    /// Every call that `keep` lets through, best fit first; those of equal fit in an order drawn by
    /// lot for the day ([`Ties`]).
    #[must_use]
    pub fn calls_for(
        &self,
        project: &ProjectBlind,
        entities: &[LegalEntity],
        now: DateTime<Utc>,
        keep: impl Fn(CallId) -> bool,
    ) -> Vec<Found<CallId>> {
        self.top_calls_for(project, entities, now, keep, self.len())
    }

    /// The first so many of [`Self::calls_for`], without deciding eligibility for the others.
    #[must_use]
    pub fn top_calls_for(
        &self,
        project: &ProjectBlind,
        entities: &[LegalEntity],
        now: DateTime<Utc>,
        keep: impl Fn(CallId) -> bool,
        top: usize,
    ) -> Vec<Found<CallId>> {
        let lots = self.params.ties.lots(project.number(), now.date_naive());
        let kept = |doc: u32, id: CallId| !self.changes.is_gone(doc) && keep(id);
        let calls = (0..).zip(&self.epoch.columns.ids);
        let (asked, mut hits) = if top < self.epoch.calls.len() / FEW {
            self.first_hits(project, &lots, top, kept)
        } else {
            let asked = self.asked(project);
            let calls = calls.filter(|(doc, id)| kept(*doc, **id));
            let calls: Vec<u32> = calls.map(|(doc, _)| doc).collect();
            let hits = self.hits(&calls, project, &asked);
            (asked, hits)
        };
        let later: Vec<u32> = self.later().filter(|doc| keep(self.call(*doc).id)).collect();
        hits.extend(self.hits(&later, project, &asked));
        let number = |doc| ties::number_of(self.call(doc).id.uuid().as_bytes());
        let found = lots.first(hits, top, number);
        found
            .into_iter()
            .map(|hit| {
                let call = self.call(hit.doc);
                let (verdict, entity) = call.rules.verdict(&project.applicant, entities, now);
                Found { id: call.id, fit: hit.score, verdict, entity }
            })
            .collect()
    }

    /// Some calls with their scores.
    fn hits(&self, calls: &[u32], project: &ProjectBlind, asked: &ProjectQuery) -> Vec<Hit> {
        let words = self.epoch.corpus.scorer(&asked.query);
        let any_later = calls.iter().any(|doc| self.changes.added(&self.epoch, *doc).is_some());
        let later = any_later.then(|| self.changes.terms.query(&self.epoch.corpus, &asked.query));
        let words = |doc| match (&later, self.changes.added(&self.epoch, doc)) {
            (Some(query), Some(_)) => query.score(self.terms_of(doc)),
            _ => words.score(doc),
        };
        let scored = parallel::map(calls.chunks(SCORED), parallel::threads(), |calls| {
            let hit = |(&doc, near): (&u32, Option<f64>)| {
                let call = self.call(doc);
                let agreement = self.agreement(doc, call, project, asked, words(doc), near);
                Hit { doc, score: fit::score(self.params.weights, &agreement) }
            };
            let near = self.nearness_to(calls, asked);
            calls.iter().zip(near).map(hit).collect::<Vec<_>>()
        });
        scored.concat()
    }

    /// The calls of the epoch that are among the first so many of those let through, and those in one
    /// band with the last of them, with their scores.
    ///
    /// What every call can reach at the most is quick to say; scores are computed only where that is
    /// enough, and so is asked whether a call is let through. A score grows with every part, so that
    /// none is above what its parts allow.
    fn first_hits(
        &self,
        project: &ProjectBlind,
        lots: &Lots,
        top: usize,
        kept: impl Fn(u32, CallId) -> bool,
    ) -> (ProjectQuery, Vec<Hit>) {
        let (asked, ceilings) = self.asked_with_ceilings(project, top);
        if top == 0 {
            return (asked, Vec::new());
        }
        let prospect = self.prospect(project, &asked);
        let (words, most) = self.sketch(&prospect, &asked, &ceilings);
        let weights = self.params.weights;
        let words = |doc| words[usize::from(ceilings.units(doc))];
        let quick = fit::Quick::new(weights);
        let reach = |doc: u32, meaning: f64| {
            quick.score(&prospect.at_most(doc, || words(doc), || meaning)) + ROUNDING
        };
        // Those that can reach most have scores that the others must reach.
        let kept = |doc: u32| kept(doc, self.epoch.columns.ids[at(doc)]);
        let likely = greatest(&most, LIKELY * top, kept).into_iter();
        let likely = likely.map(|hit| Hit { doc: hit.doc, score: reach(hit.doc, 1.0) });
        let likely: Vec<u32> = best(likely, top).iter().map(|hit| hit.doc).collect();
        let mut scores = best(self.hits(&likely, project, &asked).into_iter(), top);
        let floor = |scores: &[Hit]| match scores.get(top - 1) {
            Some(last) => lots.floor(last.score),
            None => f64::NEG_INFINITY,
        };
        // Facts are quicker to compare than vectors, and these than exact words.
        let least = floor(&scores);
        let open = (0..).zip(&most).filter(|(_, most)| f64::from(**most) >= least);
        let open = open.map(|(doc, _)| doc);
        let open: Vec<u32> = open.filter(|doc| reach(*doc, 1.0) >= least && kept(*doc)).collect();
        let near = self.nearness_to(&open, &asked).into_iter();
        let open = open.into_iter().zip(near);
        let open = open.map(|(doc, near)| Hit { doc, score: reach(doc, near.unwrap_or(0.0)) });
        let mut open: Vec<Hit> = open.filter(|hit| hit.score >= least).collect();
        open.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.doc.cmp(&b.doc)));
        // Scores raise the floor as they come.
        let mut hits: Vec<Hit> = Vec::new();
        for open in open.chunks(AT_ONCE) {
            if open[0].score < floor(&scores) {
                break;
            }
            let docs: Vec<u32> = open.iter().map(|hit| hit.doc).collect();
            let more = self.hits(&docs, project, &asked);
            let others = more.iter().filter(|hit| !likely.contains(&hit.doc));
            scores = best(scores.into_iter().chain(others.copied()), top);
            hits.extend(more);
        }
        (asked, hits)
    }

    /// A project held against all calls of the epoch.
    fn prospect(&self, project: &ProjectBlind, asked: &ProjectQuery) -> Prospect<'_> {
        let compares = |tongue| {
            asked.vector.is_some() && self.epoch.embedder.compares(tongue, project.tongue())
        };
        let asks = asked.query.full > 0.0;
        Prospect::new(&self.epoch.columns, &self.epoch.rarity, project, asks, compares)
    }

    /// How far the words can agree by each ceiling, and the most that each call of the epoch can reach.
    fn sketch(
        &self,
        prospect: &Prospect,
        asked: &ProjectQuery,
        ceilings: &Ceilings,
    ) -> (Vec<f64>, Vec<f32>) {
        // As many ceilings as a byte has values.
        let words = ceilings.each(|most| self.params.calibration.apply(asked.query.share(most)));
        let most = Sketch::new(prospect, ceilings.all(), &words, self.params.weights).most();
        (words, most)
    }

    /// A call and a project with all reasons; `None` when the call is not indexed.
    #[must_use]
    pub fn explain(
        &self,
        call: CallId,
        project: &ProjectBlind,
        project_id: ProjectId,
        entities: &[LegalEntity],
        now: DateTime<Utc>,
    ) -> Option<Match> {
        self.explain_all(&[call], project, project_id, entities, now).pop()
    }

    /// Several calls and one project with all reasons, in the order given; calls that are not
    /// indexed are left out.
    #[must_use]
    pub fn explain_all(
        &self,
        calls: &[CallId],
        project: &ProjectBlind,
        project_id: ProjectId,
        entities: &[LegalEntity],
        now: DateTime<Utc>,
    ) -> Vec<Match> {
        let asked = self.asked(project);
        let numbers = calls.iter().filter_map(|id| self.number(*id));
        numbers
            .map(|doc| {
                let eligibility = self.call(doc).rules.decide(&project.applicant, entities, now);
                self.explained(doc, &asked, project, project_id, eligibility)
            })
            .collect()
    }

    /// Who may apply to a call through one entity, or through none.
    #[must_use]
    pub fn eligibility_through(
        &self,
        call: CallId,
        project: &ProjectBlind,
        entity: Option<&LegalEntity>,
        now: DateTime<Utc>,
    ) -> Option<Eligibility> {
        let call = self.number(call).map(|doc| self.call(doc))?;
        Some(call.rules.decide_for(&project.applicant, entity, now))
    }

    /// The calls most like one call, without itself.
    #[must_use]
    pub fn similar_calls(&self, call: CallId, top: usize) -> Vec<Alike> {
        let Some(doc) = self.number(call) else { return Vec::new() };
        let (corpus, later) = (&self.epoch.corpus, &self.changes.terms);
        let query = match self.changes.added(&self.epoch, doc) {
            None => corpus.query_of(doc),
            Some(added) => later.query_of(corpus, &added.document),
        };
        let itself = query.score(self.terms_of(doc));
        let other = |hit: &Hit| hit.doc != doc && !self.changes.is_gone(hit.doc);
        let asked = Later::without(corpus, &query);
        // More are asked for until enough of them are still there.
        let mut more = top.saturating_add(1);
        let hits = loop {
            let hits = corpus.top(&asked, more);
            let all = hits.len() < more;
            let others: Vec<Hit> = hits.into_iter().filter(other).collect();
            // And of those that are equally alike all, as their identifiers order them.
            let last = top.checked_sub(1).and_then(|last| others.get(last)).map(|hit| hit.score);
            if all || others.last().is_some_and(|hit| last.is_some_and(|last| hit.score < last)) {
                break others;
            }
            more = more.saturating_mul(2);
        };
        let later = self.later().map(|doc| Hit { doc, score: query.score(self.terms_of(doc)) });
        let later = later.filter(other).filter(|hit| hit.score > 0.0);
        let mut alike: Vec<(f64, CallId)> =
            hits.into_iter().chain(later).map(|hit| (hit.score, self.call(hit.doc).id)).collect();
        alike.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        alike.truncate(top);
        let likeness = |score: f64| (100.0 * score / itself).min(100.0);
        alike.into_iter().map(|(score, id)| Alike { id, likeness: likeness(score) }).collect()
    }

    /// Themes that a call's words suggest and its source does not state, the surest first.
    #[must_use]
    pub fn suggested_themes(&self, call: CallId) -> &[ThemeCode] {
        self.number(call).map_or(&[], |doc| &self.call(doc).suggested)
    }

    fn asked(&self, project: &ProjectBlind) -> ProjectQuery {
        self.asked_by(project, |corpus, query| (corpus.top(query, crowding::BEST), ())).0
    }

    /// The same with what the words of each call give at the most, so fine that about `top` calls can
    /// be told from the others.
    fn asked_with_ceilings(&self, project: &ProjectBlind, top: usize) -> (ProjectQuery, Ceilings) {
        self.asked_by(project, |corpus, query| corpus.top_and_ceilings(query, crowding::BEST, top))
    }

    fn asked_by<T>(
        &self,
        project: &ProjectBlind,
        best: impl FnOnce(&Corpus, &Query) -> (Vec<Hit>, T),
    ) -> (ProjectQuery, T) {
        let query = self.epoch.corpus.query(&project.tokens, &self.params.project_fields);
        let passage =
            Passage { texts: &project.texts, terms: &query.terms, tongue: project.tongue() };
        let vector = self.epoch.embedder.embed(&passage);
        let (best, more) = best(&self.epoch.corpus, &query);
        let crowding = crowding::of_project(&query, &best, self.params.calibration);
        (ProjectQuery { query, vector, crowding }, more)
    }

    fn agreement(
        &self,
        doc: u32,
        call: &CallEntry,
        project: &ProjectBlind,
        asked: &ProjectQuery,
        words: f64,
        near: Option<f64>,
    ) -> Agreement {
        // Words are not compared across languages; themes are, and vectors where they can be.
        let same = call.has_words && call.tongue == project.tongue() && asked.query.full > 0.0;
        let compares = || self.epoch.embedder.compares(call.tongue, project.tongue());
        let certainty = themes::certainty(&call.themes, &project.themes);
        Agreement {
            certainty,
            words: same.then(|| self.params.calibration.apply(asked.query.share(words))),
            meaning: near.filter(|_| compares()),
            themes: (certainty > 0.0)
                .then(|| self.epoch.rarity.similarity(&call.themes, &project.themes)),
            place: call
                .territory
                .filter(|_| !project.reach.is_empty())
                .map(|territory| project.reach.best(territory).map_or(0.0, |(_, value)| value)),
            amount: call.award.zip(project.need).and_then(|(a, n)| amount::agreement(&a, &n)),
            crowding: f64::midpoint(self.crowding(doc), asked.crowding),
        }
    }

    /// How near some calls and a project are as vectors, from 0 to 1; `None` where one of the two
    /// has none.
    fn nearness_to(&self, calls: &[u32], asked: &ProjectQuery) -> Vec<Option<f64>> {
        let vector = asked.vector.as_ref();
        vector.map_or_else(|| vec![None; calls.len()], |vector| self.nearness(calls, vector))
    }

    fn explained(
        &self,
        doc: u32,
        asked: &ProjectQuery,
        project: &ProjectBlind,
        project_id: ProjectId,
        eligibility: Eligibility,
    ) -> Match {
        let call = self.call(doc);
        let query = &*match self.changes.added(&self.epoch, doc) {
            None => Cow::Borrowed(&asked.query),
            Some(_) => Cow::Owned(self.changes.terms.query(&self.epoch.corpus, &asked.query)),
        };
        let terms = query.shared(self.terms_of(doc));
        let words: f64 = terms.iter().map(|(_, value)| value).sum();
        let near = self.nearness_to(&[doc], asked).into_iter().next().flatten();
        let agreement = self.agreement(doc, call, project, asked, words, near);
        let fit = self.fit(call, query, project, &agreement, &terms);
        let has_entity = eligibility.entity.is_some();
        Match {
            call: call.id,
            project: project_id,
            eligibility,
            fit,
            confidence: confidence_of(call, project, has_entity, &agreement),
            missing: self.missing(doc, query, &agreement),
        }
    }

    fn fit(
        &self,
        call: &CallEntry,
        query: &Query,
        project: &ProjectBlind,
        agreement: &Agreement,
        terms: &[(usize, f64)],
    ) -> Fit {
        let words =
            agreement.words.map_or_else(Vec::new, |share| word_details(query, terms, share));
        let themes = if agreement.themes.is_some() {
            let shared = self.epoch.rarity.shared(&call.themes, &project.themes);
            let code = |theme| catalogue().code(theme).clone();
            shared.map(|(theme, value)| Detail::Theme { code: code(theme), value }).collect()
        } else {
            Vec::new()
        };
        let place = call.territory.and_then(|territory| project.reach.best(territory));
        let place =
            place.map(|(place, value)| Detail::Place { place, value }).into_iter().collect();
        let amount = agreement.amount.map(|value| Detail::Amount { value }).into_iter().collect();
        fit::explained(self.params.weights, agreement, [words, themes, place, amount])
    }

    /// The weightiest words of a call that a project lacks.
    fn missing(&self, doc: u32, query: &Query, agreement: &Agreement) -> Vec<String> {
        if agreement.words.is_none() {
            return Vec::new();
        }
        let asked = |term: u32| query.terms.binary_search_by_key(&term, |t| t.term).is_ok();
        let lacking = self.terms_of(doc).filter(|(term, _)| !asked(*term));
        let hits = lacking.map(|(term, impact)| Hit { doc: term, score: impact });
        let (corpus, later) = (&self.epoch.corpus, &self.changes.terms);
        let surface = |hit: &Hit| later.surface(corpus, hit.doc).to_owned();
        best(hits, MISSING).iter().map(surface).collect()
    }
}

/// One in so many calls, or fewer, are a few.
const FEW: usize = 8;
/// So many times as many calls as are asked for are looked at to find a score that others must reach.
const LIKELY: usize = 8;
/// Calls scored before the floor is raised.
const AT_ONCE: usize = 64;
/// More than what rounding can make of a score.
const ROUNDING: f64 = 1e-6;
/// Calls scored by a thread at a time; fewer are not worth one.
const SCORED: usize = 8192;
/// Fewer calls than this are not worth a thread to read them.
const LEAST_SHARE: usize = 64;
/// How many shared words an explanation names.
const NAMED_TERMS: usize = 8;
/// How many words of a call that a project lacks are named.
const MISSING: usize = 8;

/// The calls of the greatest values, so many of those let through. Whether a call is, is asked only of
/// those whose value is great enough.
fn greatest(values: &[f32], count: usize, kept: impl Fn(u32) -> bool) -> Vec<Hit> {
    let mut found: Vec<Hit> = Vec::with_capacity(4 * count);
    let mut least = f32::NEG_INFINITY;
    for (&value, doc) in values.iter().zip(0..) {
        if value > least && kept(doc) {
            found.push(Hit { doc, score: value.into() });
            if found.len() == 4 * count {
                found.select_nth_unstable_by(count - 1, |a, b| b.score.total_cmp(&a.score));
                found.truncate(count);
                least = narrow(found[count - 1].score);
            }
        }
    }
    best(found.into_iter(), count)
}

/// Shared words, the weightiest by name. Each gets the share of the part that it has of the sum.
fn word_details(query: &Query, terms: &[(usize, f64)], share: f64) -> Vec<Detail> {
    let sum: f64 = terms.iter().map(|(_, value)| value).sum();
    if sum <= 0.0 {
        return Vec::new();
    }
    let mut sorted: Vec<(usize, f64)> = terms.to_vec();
    sorted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let (named, others) = sorted.split_at(sorted.len().min(NAMED_TERMS));
    let mut details: Vec<Detail> = named
        .iter()
        .map(|(i, value)| Detail::Term {
            word: query.terms[*i].word.clone(),
            value: share * value / sum,
        })
        .collect();
    if !others.is_empty() {
        let value = share * others.iter().map(|(_, value)| value).sum::<f64>() / sum;
        details.push(Detail::OtherTerms { count: others.len(), value });
    }
    details
}

fn confidence_of(
    call: &CallEntry,
    project: &ProjectBlind,
    has_entity: bool,
    agreement: &Agreement,
) -> Confidence {
    let (words, themes) = (agreement.words.is_some(), agreement.themes.is_some());
    confidence::of(call.facts, project.facts, has_entity, words, themes)
}

/// Projects, indexed against the calls of a [`CallIndex`].
pub struct ProjectIndex {
    projects: Vec<ProjectEntry>,
    /// Projects of each term of the calls' vocabulary, with the weight of the term in the
    /// project's query: `ends[t]` is where those of term `t` end.
    ends: Vec<usize>,
    docs: Vec<u32>,
    weights: Vec<f64>,
    /// Projects of each word that no call had when the call index was built.
    unheard: FxHashMap<String, Vec<(u32, f64)>>,
    /// By which routes they can apply.
    applicants: Applicants,
}

struct ProjectEntry {
    id: ProjectId,
    blind: ProjectBlind,
    asked: ProjectQuery,
    entities: Vec<LegalEntity>,
}

/// Who applies with each project.
fn teams(projects: &[ProjectEntry]) -> Vec<Team<'_>> {
    projects.iter().map(|one| (&one.blind.applicant, &one.entities[..])).collect()
}

impl ProjectIndex {
    /// Indexes projects. It belongs to the call index given and to those that come of it by
    /// [`CallIndex::with_changes`].
    #[must_use]
    pub fn build<'a>(
        records: impl IntoIterator<Item = ProjectRecord<'a>>,
        masker: &Masker,
        calls: &CallIndex,
    ) -> Self {
        let mut records: Vec<ProjectRecord> = records.into_iter().collect();
        records.sort_by_key(|record| record.id);
        records.dedup_by_key(|record| record.id);
        let projects: Vec<ProjectEntry> = records
            .into_iter()
            .map(|record| {
                let masker = masker.knowing(record.partners.iter().map(String::as_str));
                let blind = ProjectBlind::new(record.content, &masker);
                let asked = calls.asked(&blind);
                ProjectEntry { id: record.id, blind, asked, entities: record.entities.to_vec() }
            })
            .collect();
        let mut postings: Vec<(u32, u32, f64)> = Vec::new();
        for (project, doc) in projects.iter().zip(0..) {
            postings.extend(project.asked.query.terms.iter().map(|t| (t.term, doc, t.weight)));
        }
        let mut unheard: FxHashMap<String, Vec<(u32, f64)>> = FxHashMap::default();
        for (project, doc) in projects.iter().zip(0..) {
            for word in &project.asked.query.unknown {
                unheard.entry(word.key.clone()).or_default().push((doc, word.weight));
            }
        }
        postings.sort_by_key(|(term, doc, _)| (*term, *doc));
        let terms = postings.last().map_or(0, |(term, _, _)| at(*term) + 1);
        let mut ends = vec![0; terms];
        for (i, (term, _, _)) in postings.iter().enumerate() {
            ends[at(*term)] = i + 1;
        }
        // A term without projects ends where the one before it ends.
        let mut last = 0;
        for end in &mut ends {
            last = last.max(*end);
            *end = last;
        }
        Self {
            applicants: Applicants::new(&teams(&projects)),
            projects,
            ends,
            docs: postings.iter().map(|(_, doc, _)| *doc).collect(),
            weights: postings.iter().map(|(_, _, weight)| *weight).collect(),
            unheard,
        }
    }

    fn teams(&self) -> Vec<Team<'_>> {
        teams(&self.projects)
    }

    /// How many projects.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.projects.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.projects.is_empty()
    }

    /// The blind form of a project.
    #[must_use]
    pub fn get(&self, id: ProjectId) -> Option<&ProjectBlind> {
        self.entry(id).map(|entry| &entry.blind)
    }

    fn entry(&self, id: ProjectId) -> Option<&ProjectEntry> {
        let found = self.projects.binary_search_by_key(&id, |project| project.id).ok()?;
        self.projects.get(found)
    }

    /// Every project that `keep` lets through, best fit first; those of equal fit in an order drawn
    /// by lot for the day ([`Ties`]). Fits are those that [`CallIndex::calls_for`] gives. Empty when
    /// the call is not indexed.
    #[must_use]
    pub fn projects_for(
        &self,
        calls: &CallIndex,
        call: CallId,
        now: DateTime<Utc>,
        keep: impl Fn(ProjectId) -> bool,
    ) -> Vec<Found<ProjectId>> {
        let Some(call_number) = calls.number(call) else { return Vec::new() };
        let call = calls.call(call_number);
        let mut words = vec![0.0; self.projects.len()];
        for (term, impact) in calls.terms_of(call_number) {
            let Some(&end) = self.ends.get(at(term)) else {
                let key = calls.changes.terms.key(&calls.epoch.corpus, term);
                for (doc, weight) in self.unheard.get(key).into_iter().flatten() {
                    words[at(*doc)] += weight * impact;
                }
                continue;
            };
            let start = at(term).checked_sub(1).map_or(0, |i| self.ends[i]);
            for (doc, weight) in self.docs[start..end].iter().zip(&self.weights[start..end]) {
                words[at(*doc)] += weight * impact;
            }
        }
        let hits = self.projects.iter().zip(words).zip(0_u32..);
        let hits =
            hits.filter(|((project, _), _)| keep(project.id)).map(|((project, words), doc)| {
                let ProjectEntry { blind, asked, .. } = project;
                let near = calls.nearness_to(&[call_number], asked).into_iter().next().flatten();
                let agreement = calls.agreement(call_number, call, blind, asked, words, near);
                Hit { doc, score: fit::score(calls.params.weights, &agreement) }
            });
        let verdicts = call.rules.verdicts(&self.applicants, &self.teams(), now);
        let lots =
            calls.params.ties.lots(ties::number_of(call.id.uuid().as_bytes()), now.date_naive());
        let number = |doc| ties::number_of(self.projects[at(doc)].id.uuid().as_bytes());
        lots.first(hits.collect(), self.projects.len(), number)
            .into_iter()
            .map(|hit| {
                let (verdict, entity) = verdicts[at(hit.doc)];
                Found { id: self.projects[at(hit.doc)].id, fit: hit.score, verdict, entity }
            })
            .collect()
    }

    /// A call and an indexed project with all reasons.
    #[must_use]
    pub fn explain(
        &self,
        calls: &CallIndex,
        call: CallId,
        project: ProjectId,
        now: DateTime<Utc>,
    ) -> Option<Match> {
        let entry = self.entry(project)?;
        calls.explain(call, &entry.blind, entry.id, &entry.entities, now)
    }
}

#[cfg(test)]
mod tests;
