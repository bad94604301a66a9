//! A searchable set of documents with fields: BM25F with impacts computed when it is built.
//!
//! ```text
//! tf'(t,d)    = Σ_f  w_f · tf_f(t,d) / (1 − b_f + b_f · len_f(d)/avg_f)
//! idf(t)      = ln(1 + (n − df_t + 0.5) / (df_t + 0.5))
//! raw(t,d)    = idf(t) · tf'(t,d) / (k1 + tf'(t,d))
//! impact(t,d) = raw(t,d) / (1 − s + s · ‖raw(·,d)‖ / mean ‖raw‖)
//! score(q,d)  = Σ_t q_t · impact(t,d)
//! ```
//!
//! (Robertson, Zaragoza and Taylor 2004 for the fields; the idf of Lucene; Singhal, Buckley and
//! Mitra 1996 for the pivot `s`.) With one field of weight 1 and `s = 0` this is Lucene's BM25.
//! Terms are numbered from the most frequent, those in equally many documents in the order of their
//! letters, and added in that order, so that a score does not depend on the order in which words
//! came in. Impacts are stored in steps fine enough for single precision (`index/postings.rs`);
//! [`Corpus::scores`] adds them in double precision and is the reference that [`Corpus::top`] equals
//! to the bit (`index/top.rs`).

mod postings;
mod top;
mod wide;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::{
    num::{at, real, small},
    parallel,
    tokens::{Tokens, Word, Words},
};
use postings::{Postings, Rows, TILE};
use wide::Width;

/// How one field counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// Weight of an occurrence; 0 leaves the field out.
    pub weight: f64,
    /// How far length is held against a document, from 0 to 1.
    pub b: f64,
}

/// Parameters of BM25F.
#[derive(Clone, Debug, PartialEq)]
pub struct Bm25 {
    /// How fast further occurrences of a term in a document stop to count.
    pub k1: f64,
    /// The same for occurrences in the query: `q_t = tf·(k3+1)/(tf+k3)`. Infinite: `q_t = tf`.
    pub k3: f64,
    /// The fields, in order.
    pub fields: Vec<Field>,
    /// Whether a term's rarity is measured among documents with words of its language only. In a
    /// mixed set every word of a rare language would otherwise look rare.
    pub by_language: bool,
    /// How far a document's whole weight is held against it, from 0 (not at all) to 1 (as in a
    /// cosine). Documents of which much is said are otherwise found for everything.
    pub pivot: f64,
}

impl Bm25 {
    /// Plain BM25 over one field, as Lucene has it.
    #[must_use]
    pub fn plain(k1: f64, b: f64) -> Self {
        let fields = vec![Field { weight: 1.0, b }];
        Self { k1, k3: f64::INFINITY, fields, by_language: false, pivot: 0.0 }
    }

    fn query_weight(&self, frequency: f64) -> f64 {
        if self.k3.is_finite() {
            frequency * (self.k3 + 1.0) / (frequency + self.k3)
        } else {
            frequency
        }
    }
}

/// Words to terms.
#[derive(Default)]
struct Interner {
    /// Sign of the language and word form, to form.
    forms: FxHashMap<Box<str>, u32>,
    /// Term of a form.
    term_of: Vec<u32>,
    /// How often a form occurs.
    counts: Vec<u32>,
    /// Sign of the language and stem, to term.
    terms: FxHashMap<Box<str>, u32>,
    key: String,
}

impl Interner {
    fn term(&mut self, word: Word) -> u32 {
        self.key.clear();
        self.key.push(word.tongue.sign());
        self.key.push_str(word.text);
        if let Some(&form) = self.forms.get(self.key.as_str()) {
            self.counts[at(form)] += 1;
            return self.term_of[at(form)];
        }
        let mut term_key = String::with_capacity(self.key.len());
        term_key.push(word.tongue.sign());
        term_key.push_str(word.stem);
        let next = small(self.terms.len());
        let term = *self.terms.entry(term_key.into()).or_insert(next);
        self.forms.insert(self.key.as_str().into(), small(self.term_of.len()));
        self.term_of.push(term);
        self.counts.push(1);
        term
    }

    /// Takes in the words of another; returns what became of its terms.
    fn take(&mut self, other: Self) -> Vec<u32> {
        let mut terms = vec![0; other.terms.len()];
        for (key, term) in other.terms {
            let next = small(self.terms.len());
            terms[at(term)] = *self.terms.entry(key).or_insert(next);
        }
        for (key, form) in other.forms {
            let next = small(self.term_of.len());
            let known = *self.forms.entry(key).or_insert(next);
            if known == next {
                self.term_of.push(terms[at(other.term_of[at(form)])]);
                self.counts.push(0);
            }
            self.counts[at(known)] += other.counts[at(form)];
        }
        terms
    }
}

/// Takes in documents.
pub struct CorpusBuilder {
    params: Bm25,
    interner: Interner,
    /// Terms of all fields of all documents, one after the other.
    stream: Vec<u32>,
    /// Where each field ends in the stream.
    ends: Vec<usize>,
}

impl CorpusBuilder {
    /// Begins a corpus.
    #[must_use]
    pub fn new(params: Bm25) -> Self {
        Self { params, interner: Interner::default(), stream: Vec::new(), ends: Vec::new() }
    }

    /// Adds a document; documents are numbered in the order of addition. Fields beyond those of
    /// the parameters are left out, missing ones are empty.
    pub fn add(&mut self, tokens: &Tokens) {
        for i in 0..self.params.fields.len() {
            for word in tokens.fields.get(i).into_iter().flat_map(Words::iter) {
                self.stream.push(self.interner.term(word));
            }
            self.ends.push(self.stream.len());
        }
    }

    /// Adds the documents of another builder with the same parameters behind those of this one.
    pub fn append(&mut self, other: Self) {
        let terms = self.interner.take(other.interner);
        let offset = self.stream.len();
        self.stream.extend(other.stream.iter().map(|term| terms[at(*term)]));
        self.ends.extend(other.ends.iter().map(|end| end + offset));
    }

    /// Computes the corpus.
    #[must_use]
    pub fn finish(mut self) -> Corpus {
        let threads = parallel::threads();
        let fields = self.params.fields.len();
        let n = self.ends.len() / fields.max(1);
        let averages = self.averages(n);
        let chunks: Vec<(usize, usize)> =
            (0..n).step_by(TILE).map(|from| (from, n.min(from + TILE))).collect();

        let signs = self.signs();
        let census =
            parallel::map(chunks.iter().copied(), threads, |chunk| self.count(chunk, &signs));
        let mut df = vec![0_u32; signs.len()];
        let mut documents = [0_usize; SIGNS];
        for (counts, by_sign) in census {
            df.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            documents.iter_mut().zip(by_sign).for_each(|(sum, count)| *sum += count);
        }
        // How many documents a term's rarity is measured among.
        let population =
            documents.map(|count| real(if self.params.by_language { count } else { n }));
        let (keys, order) = self.sorted_terms(&df);
        let df: Vec<u32> = order.iter().map(|&term| df[at(term)]).collect();
        let idf: Vec<f64> = df
            .iter()
            .zip(&keys)
            .map(|(&df, key)| {
                let (n, df) = (population[sign_index(key)], f64::from(df));
                (1.0 + (n - df + 0.5) / (df + 0.5)).ln()
            })
            .collect();
        let mut renumbered = vec![0; order.len()];
        for (&old, new) in order.iter().zip(0..) {
            renumbered[at(old)] = new;
        }

        let weigh = |chunk| self.weigh(chunk, &renumbered, &averages, &idf);
        let mut rows = parallel::map(chunks, threads, weigh);
        // Added in the order of documents, however many threads there were.
        let sum: f64 = rows.iter().flat_map(|(_, norms)| norms).sum();
        let mean_norm = if sum > 0.0 { sum / real(n) } else { 1.0 };
        let pivot = self.params.pivot;
        for (rows, norms) in &mut rows {
            let mut from = 0;
            for (&end, norm) in rows.ends.iter().zip(norms) {
                let length = 1.0 - pivot + pivot * *norm / mean_norm;
                for impact in &mut rows.impacts[from..end] {
                    let raw = f64::from(*impact);
                    *impact = postings::impact(if length > 0.0 { raw / length } else { 0.0 });
                }
                from = end;
            }
        }
        let surfaces = self.surfaces(&renumbered);
        let rows = rows.into_iter().map(|(rows, _)| rows).collect();
        Corpus {
            postings: Postings::new(rows, &df, threads),
            params: self.params,
            surfaces,
            vocabulary: keys.into_iter().zip(0..).collect(),
            idf,
            mean_norm,
        }
    }

    /// Position of the language's sign, for each term.
    fn signs(&self) -> Vec<u8> {
        let mut signs = vec![0; self.interner.terms.len()];
        for (key, &term) in &self.interner.terms {
            signs[at(term)] = u8::try_from(sign_index(key)).unwrap_or(0);
        }
        signs
    }

    /// Terms with those in most documents first; and their numbers so far.
    fn sorted_terms(&mut self, df: &[u32]) -> (Vec<Box<str>>, Vec<u32>) {
        let mut order: Vec<(Box<str>, u32)> =
            std::mem::take(&mut self.interner.terms).into_iter().collect();
        order.sort_unstable_by(|(a, i), (b, j)| df[at(*j)].cmp(&df[at(*i)]).then_with(|| a.cmp(b)));
        order.into_iter().unzip()
    }

    /// The most frequent form of each term, the first by letters among equals.
    fn surfaces(&mut self, renumbered: &[u32]) -> Vec<Box<str>> {
        let mut best: Vec<Option<(u32, Box<str>)>> = vec![None; renumbered.len()];
        for (form, id) in std::mem::take(&mut self.interner.forms) {
            let count = self.interner.counts[at(id)];
            let slot = &mut best[at(renumbered[at(self.interner.term_of[at(id)])])];
            let better = slot
                .as_ref()
                .is_none_or(|(most, word)| count > *most || (count == *most && form[1..] < **word));
            if better {
                *slot = Some((count, form[1..].into()));
            }
        }
        best.into_iter().map(|slot| slot.map(|(_, word)| word).unwrap_or_default()).collect()
    }

    /// The words of a field of a document.
    fn words(&self, doc: usize, field: usize) -> &[u32] {
        let i = doc * self.params.fields.len() + field;
        let start = i.checked_sub(1).map_or(0, |i| self.ends[i]);
        &self.stream[start..self.ends[i]]
    }

    /// Mean length of each field.
    fn averages(&self, n: usize) -> Vec<f64> {
        let fields = 0..self.params.fields.len();
        let sum = |field| (0..n).map(|doc| self.words(doc, field).len()).sum::<usize>();
        fields.map(|field| if n == 0 { 0.0 } else { real(sum(field)) / real(n) }).collect()
    }

    /// In how many documents each term is, and how many have a word of each language.
    fn count(&self, (from, to): (usize, usize), signs: &[u8]) -> (Vec<u32>, [usize; SIGNS]) {
        let mut counts = vec![0; signs.len()];
        let mut last_seen = vec![usize::MAX; signs.len()];
        let mut documents = [0; SIGNS];
        for doc in from..to {
            let mut has = [false; SIGNS];
            for &term in (0..self.params.fields.len()).flat_map(|field| self.words(doc, field)) {
                let term = at(term);
                if last_seen[term] != doc {
                    last_seen[term] = doc;
                    counts[term] += 1;
                    has[usize::from(signs[term])] = true;
                }
            }
            documents.iter_mut().zip(has).for_each(|(sum, has)| *sum += usize::from(has));
        }
        (counts, documents)
    }

    /// Raw impacts of some documents, and the length of each document's vector of them.
    fn weigh(
        &self,
        (from, to): (usize, usize),
        renumbered: &[u32],
        averages: &[f64],
        idf: &[f64],
    ) -> (Rows, Vec<f64>) {
        let fields = small(self.params.fields.len().max(1));
        let (mut rows, mut norms) = (Rows::default(), Vec::with_capacity(to - from));
        let mut seen: Vec<u64> = Vec::new();
        for doc in from..to {
            // What an occurrence in each field counts in a document of such lengths.
            let one: Vec<f64> = self
                .params
                .fields
                .iter()
                .zip(averages)
                .enumerate()
                .map(|(i, (field, &average))| {
                    let length = real(self.words(doc, i).len());
                    let relative = if average > 0.0 { length / average } else { 1.0 };
                    field.weight / (1.0 - field.b + field.b * relative)
                })
                .collect();
            seen.clear();
            for field in 0..fields {
                let words = self.words(doc, at(field)).iter();
                seen.extend(words.map(|&term| {
                    u64::from(renumbered[at(term)]) * u64::from(fields) + u64::from(field)
                }));
            }
            seen.sort_unstable();
            let mut squares = 0.0;
            for same in seen.chunk_by(|a, b| a / u64::from(fields) == b / u64::from(fields)) {
                let term = same[0] / u64::from(fields);
                let tf: f64 = same
                    .chunk_by(|a, b| a == b)
                    .map(|same| {
                        let field = usize::try_from(same[0] % u64::from(fields)).unwrap_or(0);
                        real(same.len()) * one[field]
                    })
                    .sum();
                let term = u32::try_from(term).unwrap_or(u32::MAX);
                let raw = if tf > 0.0 { idf[at(term)] * tf / (self.params.k1 + tf) } else { 0.0 };
                squares += raw * raw;
                rows.terms.push(term);
                rows.impacts.push(postings::impact(raw));
            }
            rows.ends.push(rows.terms.len());
            norms.push(squares.sqrt());
        }
        (rows, norms)
    }
}

/// How many languages' words are told apart, with one for the rest.
const SIGNS: usize = 6;

/// A position for the language of a term.
fn sign_index(key: &str) -> usize {
    "edrub".find(|sign| key.starts_with(sign)).unwrap_or(SIGNS - 1)
}

/// A searchable set of documents.
pub struct Corpus {
    params: Bm25,
    vocabulary: FxHashMap<Box<str>, u32>,
    surfaces: Vec<Box<str>>,
    idf: Vec<f64>,
    /// Mean length of a document's vector of raw impacts.
    mean_norm: f64,
    postings: Postings,
}

/// A term of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct QueryTerm {
    /// The term.
    pub term: u32,
    /// How much it counts: its frequency, saturated.
    pub weight: f64,
    /// The word as the query's text has it.
    pub word: String,
}

/// A query against a [`Corpus`]: its terms in ascending order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// The terms that the corpus knows.
    pub terms: Vec<QueryTerm>,
    /// The score that a document of mean weight would have if it said just what the query says:
    /// `‖q‖ · mean ‖raw‖`, words unknown to the corpus included.
    pub full: f64,
}

impl Query {
    /// A score as a share of the full one, from 0 to 1: with a pivot, close to the cosine.
    #[must_use]
    pub fn share(&self, score: f64) -> f64 {
        if self.full > 0.0 { (score / self.full).min(1.0) } else { 0.0 }
    }
}

/// A document with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The document's number.
    pub doc: u32,
    /// The score.
    pub score: f64,
}

impl Corpus {
    /// How many documents.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.postings.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.postings.len() == 0
    }

    /// The most frequent form of a term in the corpus.
    #[must_use]
    pub fn surface(&self, term: u32) -> &str {
        self.surfaces.get(at(term)).map_or("", |word| word)
    }

    /// Makes a query. Each field counts with the weight given, fields without one not at all.
    #[must_use]
    pub fn query(&self, tokens: &Tokens, weights: &[f64]) -> Query {
        let mut found: Vec<(u32, f64, &str)> = Vec::new();
        let mut unknown: BTreeMap<String, f64> = BTreeMap::new();
        let mut key = String::new();
        for (words, &weight) in tokens.fields.iter().zip(weights) {
            for word in words.iter() {
                key.clear();
                key.push(word.tongue.sign());
                key.push_str(word.stem);
                match self.vocabulary.get(key.as_str()) {
                    Some(&term) => found.push((term, weight, word.text)),
                    None => *unknown.entry(key.clone()).or_default() += weight,
                }
            }
        }
        found.sort_by_key(|(term, _, _)| *term);
        let terms: Vec<QueryTerm> = found
            .chunk_by(|a, b| a.0 == b.0)
            .map(|same| {
                let frequency = same.iter().map(|(_, weight, _)| weight).sum();
                let weight = self.params.query_weight(frequency);
                let word = most_frequent(same.iter().map(|(_, _, word)| *word)).to_owned();
                QueryTerm { term: same[0].0, weight, word }
            })
            .collect();
        let known = terms.iter().map(|term| term.weight);
        let weights = known.chain(unknown.into_values().map(|f| self.params.query_weight(f)));
        let norm = weights.map(|weight| weight * weight).sum::<f64>().sqrt();
        Query { terms, full: norm * self.mean_norm }
    }

    /// A document as a query: what is like it?
    #[must_use]
    pub fn query_of(&self, doc: u32) -> Query {
        let terms: Vec<QueryTerm> = self
            .terms_of(doc)
            .map(|(term, impact)| {
                let weight = impact / self.idf[at(term)];
                QueryTerm { term, weight, word: self.surface(term).to_owned() }
            })
            .collect();
        let norm = terms.iter().map(|term| term.weight * term.weight).sum::<f64>().sqrt();
        Query { terms, full: norm * self.mean_norm }
    }

    /// The terms of a document, in ascending order, with their impacts.
    pub fn terms_of(&self, doc: u32) -> impl Iterator<Item = (u32, f64)> {
        let value = |(term, steps)| (term, f64::from(steps) * self.postings.step(term));
        self.postings.terms(doc).map(value)
    }

    /// The score of every document, by number.
    #[must_use]
    pub fn scores(&self, query: &Query) -> Vec<f64> {
        let mut scores = vec![0.0; self.len()];
        for (tile, scores) in self.postings.tiles().iter().zip(scores.chunks_mut(TILE)) {
            for QueryTerm { term, weight, .. } in &query.terms {
                let step = self.postings.step(*term);
                for (doc, steps) in tile.steps(*term) {
                    scores[usize::from(doc)] += weight * (f64::from(steps) * step);
                }
            }
        }
        scores
    }

    /// The best documents, best first; equal scores in the order of numbers; none with score 0.
    #[must_use]
    pub fn top(&self, query: &Query, k: usize) -> Vec<Hit> {
        self.best_of_each(&[query], k).pop().unwrap_or_default()
    }

    /// [`Self::top`] of each query, in so many threads.
    #[must_use]
    pub fn top_of_each(&self, queries: &[Query], k: usize, threads: usize) -> Vec<Vec<Hit>> {
        let share = queries.len().div_ceil(threads.max(1)).clamp(1, TOGETHER);
        let answer = |queries: &[Query]| {
            let queries: Vec<&Query> = queries.iter().collect();
            self.best_of_each(&queries, k)
        };
        parallel::map(queries.chunks(share), threads, answer).into_iter().flatten().collect()
    }

    fn best_of_each(&self, queries: &[&Query], k: usize) -> Vec<Vec<Hit>> {
        // To sort out most of the documents costs more than it saves.
        let found = if k == 0 || k > self.len() / FEW {
            vec![None; queries.len()]
        } else {
            top::best_of_each(self, queries, k, Width::widest())
        };
        let found = found.into_iter().zip(queries);
        found.map(|(found, query)| found.unwrap_or_else(|| self.top_by_scores(query, k))).collect()
    }

    /// [`Self::top`] from all exact scores.
    fn top_by_scores(&self, query: &Query, k: usize) -> Vec<Hit> {
        let scores = self.scores(query);
        let hits = scores.iter().zip(0..).filter(|(score, _)| **score > 0.0);
        best(hits.map(|(&score, doc)| Hit { doc, score }), k)
    }

    /// What each term of the query gives a document: position in the query and value, in the order
    /// in which they are added.
    #[must_use]
    pub fn contributions(&self, query: &Query, doc: u32) -> Vec<(usize, f64)> {
        let mut terms = self.terms_of(doc).peekable();
        let mut found = Vec::new();
        for (i, asked) in query.terms.iter().enumerate() {
            while terms.next_if(|(term, _)| *term < asked.term).is_some() {}
            if let Some((_, impact)) = terms.next_if(|(term, _)| *term == asked.term) {
                found.push((i, asked.weight * impact));
            }
        }
        found
    }
}

/// Queries answered together, tile by tile, so that a tile's dense terms are read seldom.
const TOGETHER: usize = 16;
/// One in so many documents, or fewer, are a few.
const FEW: usize = 8;

/// The most frequent word, the first of equals.
fn most_frequent<'w>(words: impl Iterator<Item = &'w str>) -> &'w str {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for word in words {
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    counts.iter().find(|(_, count)| *count == most).map_or("", |(word, _)| word)
}

/// The best `k` hits, best first, equal scores in the order of numbers.
pub(crate) fn best(hits: impl Iterator<Item = Hit>, k: usize) -> Vec<Hit> {
    use std::{cmp::Reverse, collections::BinaryHeap};
    // A list of all is sorted at once.
    if hits.size_hint().1.is_some_and(|most| most <= k) {
        let mut all: Vec<Hit> = hits.collect();
        all.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.doc.cmp(&b.doc)));
        return all;
    }
    let mut heap: BinaryHeap<Reverse<Ranked>> =
        BinaryHeap::with_capacity(k.saturating_add(1).min(4096));
    for hit in hits {
        if heap.len() < k {
            heap.push(Reverse(Ranked(hit)));
        } else if heap.peek().is_some_and(|worst| Ranked(hit) > worst.0) {
            heap.pop();
            heap.push(Reverse(Ranked(hit)));
        }
    }
    heap.into_sorted_vec().into_iter().map(|Reverse(Ranked(hit))| hit).collect()
}

/// Hits in the order of rank: the greater the better.
struct Ranked(Hit);

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.score.total_cmp(&other.0.score).then(other.0.doc.cmp(&self.0.doc))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ranked {}

#[cfg(test)]
mod tests;
