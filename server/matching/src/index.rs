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
//! Terms are numbered in the order of their letters and added in that order, so that a score does
//! not depend on the order in which words came in.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    num::{at, narrow, real, small},
    tokens::{Tokens, Word, Words},
};

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

    /// Computes the corpus.
    #[must_use]
    pub fn finish(mut self) -> Corpus {
        let fields = self.params.fields.len().max(1);
        let n = self.ends.len() / fields;
        let keys = self.sorted_terms();
        let surfaces = self.surfaces(keys.len());
        let counts = self.count(n, fields);
        let mut df = vec![0_u32; keys.len()];
        for entry in &counts.entries {
            df[at(entry.0)] += 1;
        }
        let population = self.population(&counts, &keys, n);
        let idf = df
            .iter()
            .zip(&keys)
            .map(|(&df, key)| {
                let n = population[sign_index(key)];
                (1.0 + (n - f64::from(df) + 0.5) / (f64::from(df) + 0.5)).ln()
            })
            .collect();
        let mut corpus = Corpus {
            averages: counts.averages(n, fields),
            params: self.params,
            surfaces,
            vocabulary: keys.into_iter().zip(0..).collect(),
            idf,
            mean_norm: 1.0,
            doc_ends: Vec::new(),
            doc_terms: Vec::new(),
            doc_impacts: Vec::new(),
            post_ends: Vec::new(),
            post_docs: Vec::new(),
            post_impacts: Vec::new(),
            n,
        };
        corpus.fill(&counts, fields, &df);
        corpus
    }

    /// Renumbers terms in the order of their letters; returns them.
    fn sorted_terms(&mut self) -> Vec<Box<str>> {
        let mut order: Vec<(Box<str>, u32)> =
            std::mem::take(&mut self.interner.terms).into_iter().collect();
        order.sort_unstable();
        let mut renumbered = vec![0; order.len()];
        for ((_, old), new) in order.iter().zip(0..) {
            renumbered[at(*old)] = new;
        }
        for term in self.stream.iter_mut().chain(&mut self.interner.term_of) {
            *term = renumbered[at(*term)];
        }
        order.into_iter().map(|(key, _)| key).collect()
    }

    /// The most frequent form of each term, the first by letters among equals.
    fn surfaces(&mut self, terms: usize) -> Vec<Box<str>> {
        let mut best: Vec<Option<(u32, Box<str>)>> = vec![None; terms];
        for (form, id) in std::mem::take(&mut self.interner.forms) {
            let count = self.interner.counts[at(id)];
            let slot = &mut best[at(self.interner.term_of[at(id)])];
            let better = slot
                .as_ref()
                .is_none_or(|(most, word)| count > *most || (count == *most && form[1..] < **word));
            if better {
                *slot = Some((count, form[1..].into()));
            }
        }
        best.into_iter().map(|slot| slot.map(|(_, word)| word).unwrap_or_default()).collect()
    }

    fn fields(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let words = &self.stream[start..end];
            start = end;
            words
        })
    }

    fn count(&self, n: usize, fields: usize) -> Counts {
        let mut counts = Counts {
            entries: Vec::new(),
            frequencies: Vec::new(),
            ends: Vec::with_capacity(n),
            lengths: Vec::with_capacity(n * fields),
        };
        let mut seen: Vec<(u32, usize)> = Vec::new();
        for (i, words) in self.fields().enumerate() {
            let field = i % fields;
            counts.lengths.push(small(words.len()));
            seen.extend(words.iter().map(|&term| (term, field)));
            if field + 1 == fields {
                seen.sort_unstable();
                for same in seen.chunk_by(|a, b| a.0 == b.0) {
                    let from = counts.frequencies.len();
                    counts.frequencies.resize(from + fields, 0);
                    for (_, field) in same {
                        counts.frequencies[from + field] += 1;
                    }
                    counts.entries.push((same[0].0, small(i / fields)));
                }
                counts.ends.push(counts.entries.len());
                seen.clear();
            }
        }
        counts
    }

    /// How many documents a term's rarity is measured among, by the language's sign.
    fn population(&self, counts: &Counts, keys: &[Box<str>], n: usize) -> [f64; 6] {
        let mut population = [real(n); 6];
        if self.params.by_language {
            let mut documents = [0_usize; 6];
            let mut start = 0;
            for &end in &counts.ends {
                let signs: FxHashSet<usize> = counts.entries[start..end]
                    .iter()
                    .filter_map(|(term, _)| keys.get(at(*term)))
                    .map(|key| sign_index(key))
                    .collect();
                for sign in signs {
                    documents[sign] += 1;
                }
                start = end;
            }
            population = documents.map(real);
        }
        population
    }
}

/// A position for the language of a term.
fn sign_index(key: &str) -> usize {
    "edrub".find(|sign| key.starts_with(sign)).unwrap_or(5)
}

/// Occurrences, document by document.
struct Counts {
    /// Term and document.
    entries: Vec<(u32, u32)>,
    /// Occurrences per field, as many per entry as there are fields.
    frequencies: Vec<u32>,
    /// Where each document ends in `entries`.
    ends: Vec<usize>,
    /// Words per document and field.
    lengths: Vec<u32>,
}

impl Counts {
    fn averages(&self, n: usize, fields: usize) -> Vec<f64> {
        let mut sums = vec![0_u64; fields];
        for (i, &length) in self.lengths.iter().enumerate() {
            sums[i % fields] += u64::from(length);
        }
        sums.iter()
            .map(
                |&sum| if n == 0 { 0.0 } else { real(usize::try_from(sum).unwrap_or(0)) / real(n) },
            )
            .collect()
    }
}

/// A searchable set of documents.
pub struct Corpus {
    params: Bm25,
    averages: Vec<f64>,
    vocabulary: FxHashMap<Box<str>, u32>,
    surfaces: Vec<Box<str>>,
    idf: Vec<f64>,
    /// Mean length of a document's vector of raw impacts.
    mean_norm: f64,
    /// Terms of each document, in ascending order, with their impacts.
    doc_ends: Vec<usize>,
    doc_terms: Vec<u32>,
    doc_impacts: Vec<f32>,
    /// Documents of each term, in ascending order, with their impacts.
    post_ends: Vec<usize>,
    post_docs: Vec<u32>,
    post_impacts: Vec<f32>,
    n: usize,
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
    fn fill(&mut self, counts: &Counts, fields: usize, df: &[u32]) {
        let mut start = 0;
        let mut slots: Vec<usize> = Vec::with_capacity(df.len());
        for &count in df {
            slots.push(start);
            start += at(count);
            self.post_ends.push(start);
        }
        self.post_docs = vec![0; start];
        self.post_impacts = vec![0.0; start];
        let mut from = 0;
        let mut raw: Vec<f64> = Vec::with_capacity(counts.entries.len());
        let mut norms = Vec::with_capacity(self.n);
        for (doc, &end) in counts.ends.iter().enumerate() {
            let lengths = &counts.lengths[doc * fields..][..fields];
            for (i, (term, _)) in counts.entries.iter().enumerate().take(end).skip(from) {
                let frequencies = &counts.frequencies[i * fields..][..fields];
                raw.push(self.raw(*term, frequencies, lengths));
            }
            norms.push(raw[from..].iter().map(|impact| impact * impact).sum::<f64>().sqrt());
            from = end;
        }
        let sum: f64 = norms.iter().sum();
        if sum > 0.0 {
            self.mean_norm = sum / real(self.n);
        }
        for (&(term, doc), raw) in counts.entries.iter().zip(raw) {
            let pivot = self.params.pivot;
            let length = 1.0 - pivot + pivot * norms[at(doc)] / self.mean_norm;
            let impact = narrow(if length > 0.0 { raw / length } else { 0.0 });
            self.doc_terms.push(term);
            self.doc_impacts.push(impact);
            let slot = &mut slots[at(term)];
            self.post_docs[*slot] = doc;
            self.post_impacts[*slot] = impact;
            *slot += 1;
        }
        self.doc_ends.clone_from(&counts.ends);
    }

    /// The impact, before the pivot, of a term that occurs so often in a document of such lengths.
    fn raw(&self, term: u32, frequencies: &[u32], lengths: &[u32]) -> f64 {
        let fields = self.params.fields.iter().zip(&self.averages);
        let tf: f64 = fields
            .zip(frequencies.iter().zip(lengths))
            .filter(|(_, (frequency, _))| **frequency > 0)
            .map(|((field, average), (&frequency, &length))| {
                let relative = if *average > 0.0 { f64::from(length) / average } else { 1.0 };
                field.weight * f64::from(frequency) / (1.0 - field.b + field.b * relative)
            })
            .sum();
        if tf > 0.0 { self.idf[at(term)] * tf / (self.params.k1 + tf) } else { 0.0 }
    }

    /// How many documents.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.n
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.n == 0
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
        let end = self.doc_ends.get(at(doc)).copied().unwrap_or(0);
        let start = at(doc).checked_sub(1).and_then(|i| self.doc_ends.get(i)).copied().unwrap_or(0);
        let range = start.min(end)..end;
        let impacts = self.doc_impacts[range.clone()].iter().map(|impact| f64::from(*impact));
        self.doc_terms[range].iter().copied().zip(impacts)
    }

    /// The score of every document, by number.
    #[must_use]
    pub fn scores(&self, query: &Query) -> Vec<f64> {
        let mut scores = vec![0.0; self.n];
        for QueryTerm { term, weight, .. } in &query.terms {
            let end = self.post_ends.get(at(*term)).copied().unwrap_or(0);
            let start = at(*term).checked_sub(1).map_or(0, |i| self.post_ends[i]);
            for (doc, impact) in
                self.post_docs[start..end].iter().zip(&self.post_impacts[start..end])
            {
                scores[at(*doc)] += weight * f64::from(*impact);
            }
        }
        scores
    }

    /// The best documents, best first; equal scores in the order of numbers; none with score 0.
    #[must_use]
    pub fn top(&self, query: &Query, k: usize) -> Vec<Hit> {
        let scores = self.scores(query);
        let hits = scores.iter().zip(0..).filter(|(score, _)| **score > 0.0);
        best(hits.map(|(&score, doc)| Hit { doc, score }), k)
    }

    /// [`Self::top`] of each query, shared out among so many threads.
    #[must_use]
    pub fn top_of_each(&self, queries: &[Query], k: usize, threads: usize) -> Vec<Vec<Hit>> {
        let share = queries.len().div_ceil(threads.max(1)).max(1);
        let mut found: Vec<Vec<Hit>> = vec![Vec::new(); queries.len()];
        std::thread::scope(|scope| {
            for (queries, found) in queries.chunks(share).zip(found.chunks_mut(share)) {
                scope.spawn(move || {
                    for (query, found) in queries.iter().zip(found) {
                        *found = self.top(query, k);
                    }
                });
            }
        });
        found
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
