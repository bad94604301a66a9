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
//! came in. Stored is what each document says (`index/rows.rs`); impacts follow from it in double
//! precision. [`Corpus::scores`] computes them for every document and is the reference that
//! [`Corpus::top`] equals to the bit, computing few: upper bounds of all scores (`index/bounds.rs`)
//! tell which documents can be among the best (`index/top.rs`).

mod bounds;
mod factor;
mod later;
mod planes;
mod rows;
mod symbols;
mod top;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
    ops::Range,
};

use reading::{
    num::{at, real, small},
    parallel,
    tokens::{KeptWords, Tokeniser, Tokens, Words},
    tongue::Tongue,
};

use crate::wide::{Width, prefetch};
use bounds::Bounds;
pub(crate) use later::{Document, Later};
use rows::{CHUNK, Chunk, Rows};
pub(crate) use symbols::Symbols;
pub(crate) use top::{Ceilings, QueryTerms};

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
    /// Word forms.
    forms: Symbols,
    /// Term of a form.
    term_of: Vec<u32>,
    /// How often a form occurs.
    counts: Vec<u32>,
    /// Stems.
    terms: Symbols,
}

impl Interner {
    /// The hash by which [`Self::term`] finds a word form. To ask for those of several words first lets
    /// the processor look for them side by side.
    fn hash(&self, tongue: Tongue, form: &str) -> u64 {
        self.forms.sought(tongue.sign(), form)
    }

    /// The term of a word form with its hash. Its stem is asked for when the form first comes up.
    fn term<'s>(
        &mut self,
        hash: u64,
        (tongue, form): (Tongue, &str),
        stem: impl FnOnce() -> &'s str,
    ) -> u32 {
        let sign = tongue.sign();
        let (form, new) = self.forms.intern_hashed(hash, sign, form);
        if new {
            self.term_of.push(self.terms.intern(sign, stem()).0);
            self.counts.push(0);
        }
        self.counts[at(form)] += 1;
        self.term_of[at(form)]
    }

    /// Takes in the words of another; returns what became of its terms.
    fn take(&mut self, other: &Self) -> Vec<u32> {
        let terms: Vec<u32> = other.terms.keys().map(|key| self.terms.intern_key(key).0).collect();
        for ((key, term), count) in other.forms.keys().zip(&other.term_of).zip(&other.counts) {
            let (form, new) = self.forms.intern_key(key);
            if new {
                self.term_of.push(terms[at(*term)]);
                self.counts.push(0);
            }
            self.counts[at(form)] += count;
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
        let mut sought = Vec::new();
        for i in 0..self.params.fields.len() {
            let words = tokens.fields.get(i).into_iter().flat_map(Words::iter);
            sought.clear();
            sought.extend(words.map(|word| (self.interner.hash(word.tongue, word.text), word)));
            for &(hash, word) in &sought {
                let term = self.interner.term(hash, (word.tongue, word.text), || word.stem);
                self.stream.push(term);
            }
            self.ends.push(self.stream.len());
        }
    }

    /// The same by its words alone.
    pub(crate) fn add_written(&mut self, written: &KeptWords, reader: &mut Tokeniser) {
        let mut fields = written.words();
        let mut sought: Vec<(u64, (Tongue, &str))> = Vec::new();
        for _ in 0..self.params.fields.len() {
            let words = fields.next().into_iter().flatten();
            sought.clear();
            sought.extend(
                words.map(|(tongue, word)| (self.interner.hash(tongue, word), (tongue, word))),
            );
            for &(hash, word) in &sought {
                let term = self.interner.term(hash, word, || reader.stem(word.0, word.1));
                self.stream.push(term);
            }
            self.ends.push(self.stream.len());
        }
    }

    /// Adds the documents of another builder with the same parameters behind those of this one.
    pub fn append(&mut self, other: Self) {
        if self.ends.is_empty() {
            self.interner = other.interner;
            self.stream = other.stream;
            self.ends = other.ends;
            return;
        }
        let terms = self.interner.take(&other.interner);
        let offset = self.stream.len();
        self.stream.extend(other.stream.iter().map(|term| terms[at(*term)]));
        self.ends.extend(other.ends.iter().map(|end| end + offset));
    }

    /// Computes the corpus.
    #[must_use]
    pub fn finish(self) -> Corpus {
        let threads = parallel::threads();
        let fields = self.params.fields.len();
        let n = self.ends.len() / fields.max(1);
        let words = self.words_of_fields(n);
        let averages: Vec<f64> = words.iter().map(|words| rows::average(*words, n)).collect();
        let heard = (0..fields).filter(|&field| self.params.fields[field].weight > 0.0);
        let common = heard.rev().max_by_key(|field| words[*field]).unwrap_or(0);
        let chunks: Vec<(usize, usize)> =
            (0..n).step_by(CHUNK).map(|from| (from, n.min(from + CHUNK))).collect();

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
        let order = self.sorted_terms(&df);
        let df: Vec<u32> = order.iter().map(|&term| df[at(term)]).collect();
        let idf: Vec<f64> = df
            .iter()
            .zip(&order)
            .map(|(&df, &term)| {
                let (n, df) = (population[usize::from(signs[at(term)])], f64::from(df));
                (1.0 + (n - df + 0.5) / (df + 0.5)).ln()
            })
            .collect();
        let mut renumbered = vec![0; order.len()];
        for (&old, new) in order.iter().zip(0..) {
            renumbered[at(old)] = new;
        }

        let encode = |chunk| self.encode(chunk, &renumbered, &averages, &idf, common);
        let mut chunks = parallel::map(chunks, threads, encode);
        // Added in the order of documents, however many threads there were.
        let sum: f64 = chunks.iter().flat_map(|(_, norms)| norms).sum();
        let mean_norm = if sum > 0.0 { sum / real(n) } else { 1.0 };
        for (chunk, norms) in &mut chunks {
            let pivot = self.params.pivot;
            chunk.divide(norms.iter().map(|norm| rows::divisor(pivot, *norm, mean_norm)));
        }
        let mut vocabulary = Symbols::default();
        for &term in &order {
            vocabulary.intern_key(self.interner.terms.key(term));
        }
        let surfaces = self.surfaces(&order);
        let Self { params, stream, .. } = self;
        drop(stream);
        let chunks = chunks.into_iter().map(|(chunk, _)| chunk).collect();
        let rows = Rows::new(chunks, &params, averages, common);
        let bounds = Bounds::new(&rows, &df, threads);
        Corpus { params, vocabulary, surfaces, population, idf, df, mean_norm, rows, bounds }
    }

    /// Position of the language's sign, for each term.
    fn signs(&self) -> Vec<u8> {
        let signs = self.interner.terms.keys().map(sign_index);
        signs.map(|sign| u8::try_from(sign).unwrap_or(0)).collect()
    }

    /// Terms with those in most documents first.
    fn sorted_terms(&self, df: &[u32]) -> Vec<u32> {
        let terms = &self.interner.terms;
        let mut order: Vec<u32> = (0..small(terms.len())).collect();
        order.sort_unstable_by(|&a, &b| {
            df[at(b)].cmp(&df[at(a)]).then_with(|| terms.key(a).cmp(terms.key(b)))
        });
        order
    }

    /// The most frequent form of each term, the first by letters among equals.
    fn surfaces(&self, order: &[u32]) -> Symbols {
        let Interner { forms, term_of, counts, terms } = &self.interner;
        let mut best: Vec<Option<u32>> = vec![None; terms.len()];
        for ((&term, &count), form) in term_of.iter().zip(counts).zip(0..) {
            let slot = &mut best[at(term)];
            let better = slot.is_none_or(|known| {
                let most = counts[at(known)];
                count > most || (count == most && forms.word(form) < forms.word(known))
            });
            if better {
                *slot = Some(form);
            }
        }
        let mut surfaces = Symbols::default();
        for &term in order {
            surfaces.append(best[at(term)].map_or("", |form| forms.key(form)));
        }
        surfaces
    }

    /// The words of a field of a document.
    fn words(&self, doc: usize, field: usize) -> &[u32] {
        let i = doc * self.params.fields.len() + field;
        let start = i.checked_sub(1).map_or(0, |i| self.ends[i]);
        &self.stream[start..self.ends[i]]
    }

    /// How many words each field has in all documents.
    fn words_of_fields(&self, n: usize) -> Vec<usize> {
        let fields = 0..self.params.fields.len();
        fields.map(|field| (0..n).map(|doc| self.words(doc, field).len()).sum()).collect()
    }

    /// In how many documents each term is, and how many have a word of each language.
    fn count(&self, (from, to): (usize, usize), signs: &[u8]) -> (Vec<u32>, [usize; SIGNS]) {
        let mut counts = vec![0; signs.len()];
        let mut last_seen = vec![u32::MAX; signs.len()];
        let mut documents = [0; SIGNS];
        for doc in from..to {
            let mut has = [false; SIGNS];
            let number = small(doc - from);
            for &term in (0..self.params.fields.len()).flat_map(|field| self.words(doc, field)) {
                let term = at(term);
                if last_seen[term] != number {
                    last_seen[term] = number;
                    counts[term] += 1;
                    has[usize::from(signs[term])] = true;
                }
            }
            documents.iter_mut().zip(has).for_each(|(sum, has)| *sum += usize::from(has));
        }
        (counts, documents)
    }

    /// Some documents as rows, and the length of each document's vector of raw impacts.
    fn encode(
        &self,
        (from, to): (usize, usize),
        renumbered: &[u32],
        averages: &[f64],
        idf: &[f64],
        common: usize,
    ) -> (Chunk, Vec<f64>) {
        let (mut chunk, mut norms) = (Chunk::default(), Vec::with_capacity(to - from));
        let mut encoder = Encoder::new(&self.params, averages, common);
        for doc in from..to {
            let words = |field| self.words(doc, field).iter().map(|term| renumbered[at(*term)]);
            norms.push(encoder.add(&mut chunk, words, |term| idf[at(term)]));
        }
        chunk.close();
        (chunk, norms)
    }
}

/// Writes documents as rows, by given statistics.
struct Encoder<'p> {
    params: &'p Bm25,
    averages: &'p [f64],
    /// The field that has most words.
    common: usize,
    seen: Vec<u64>,
    terms: Vec<u32>,
    counts: Vec<u32>,
}

impl<'p> Encoder<'p> {
    const fn new(params: &'p Bm25, averages: &'p [f64], common: usize) -> Self {
        Self { params, averages, common, seen: Vec::new(), terms: Vec::new(), counts: Vec::new() }
    }

    /// Adds a document, given the terms of each field; returns the length of its vector of raw
    /// impacts.
    fn add<W: ExactSizeIterator<Item = u32>>(
        &mut self,
        chunk: &mut Chunk,
        words: impl Fn(usize) -> W,
        idf: impl Fn(u32) -> f64,
    ) -> f64 {
        let width = self.params.fields.len();
        let fields = u64::from(small(width.max(1)));
        let Self { seen, terms, counts, .. } = self;
        let lengths = || (0..width).map(|field| words(field).len());
        let each = self.params.fields.iter().zip(self.averages).zip(lengths());
        let ones: Vec<f64> = each
            .map(|((field, &average), length)| rows::one(field, real(length), average))
            .collect();
        seen.clear();
        for (field, i) in (0..width).zip(0_u64..) {
            seen.extend(words(field).map(|term| u64::from(term) * fields + i));
        }
        seen.sort_unstable();
        terms.clear();
        counts.clear();
        let mut squares = 0.0;
        for same in seen.chunk_by(|a, b| a / fields == b / fields) {
            let first = counts.len();
            counts.resize(first + width, 0_u32);
            for one in same {
                let count = &mut counts[first + usize::try_from(one % fields).unwrap_or(0)];
                *count = rows::MOST.min(*count + 1);
            }
            let tf: f64 = counts[first..]
                .iter()
                .zip(&ones)
                .fold(0.0, |sum, (&count, one)| sum + f64::from(count) * one);
            let term = u32::try_from(same[0] / fields).unwrap_or(u32::MAX);
            let raw = idf(term) * rows::saturated(tf, self.params.k1);
            squares += raw * raw;
            terms.push(term);
        }
        let terms = terms.iter().copied().zip(counts.chunks_exact(width.max(1)));
        chunk.push(terms, lengths(), self.common);
        squares.sqrt()
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
    vocabulary: Symbols,
    /// The word that stands for each term.
    surfaces: Symbols,
    /// How many documents a term's rarity is measured among, by the sign of its language.
    population: [f64; SIGNS],
    idf: Vec<f64>,
    /// In how many documents each term is.
    df: Vec<u32>,
    /// Mean length of a document's vector of raw impacts.
    mean_norm: f64,
    rows: Rows,
    bounds: Bounds,
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

/// A word of a query that the corpus does not know.
#[derive(Clone, Debug, PartialEq)]
pub struct Unheard {
    /// The sign of its language and its stem.
    pub key: String,
    /// How much it counts, as in [`QueryTerm`].
    pub weight: f64,
    /// The word as the query's text has it.
    pub word: String,
}

/// A query against a [`Corpus`]: its terms in ascending order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// The terms that the corpus knows.
    pub terms: Vec<QueryTerm>,
    /// Its other words, in the order of their keys: documents that come later may have them.
    pub unknown: Vec<Unheard>,
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

    /// What each term of the query gives a document with these impacts: position in the query and
    /// value. Both have their terms in ascending order.
    pub(crate) fn shared(&self, impacts: impl Iterator<Item = (u32, f64)>) -> Vec<(usize, f64)> {
        let mut terms = impacts.peekable();
        let mut found = Vec::new();
        for (i, asked) in self.terms.iter().enumerate() {
            while terms.next_if(|(term, _)| *term < asked.term).is_some() {}
            if let Some((_, impact)) = terms.next_if(|(term, _)| *term == asked.term) {
                found.push((i, asked.weight * impact));
            }
        }
        found
    }

    /// The score of a document with these impacts: added in the order in which [`Corpus::scores`]
    /// adds.
    pub(crate) fn score(&self, impacts: impl Iterator<Item = (u32, f64)>) -> f64 {
        self.shared(impacts).into_iter().fold(0.0, |sum, (_, value)| sum + value)
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
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.len() == 0
    }

    /// How rare a term is.
    fn idf(&self, term: u32) -> f64 {
        self.idf.get(at(term)).copied().unwrap_or(0.0)
    }

    /// Tells the processor that it will be asked for a term: to wait for the memory at each takes longer
    /// than all that is done with it.
    fn prefetch(&self, term: u32) {
        self.prefetch_idf(term);
        prefetch(self.df.get(at(term)..=at(term)).unwrap_or_default());
        self.bounds.prefetch(term);
    }

    /// The same of how rare it is.
    fn prefetch_idf(&self, term: u32) {
        prefetch(self.idf.get(at(term)..=at(term)).unwrap_or_default());
    }

    /// The most frequent form of a term in the corpus.
    #[must_use]
    pub fn surface(&self, term: u32) -> &str {
        self.surfaces.word(term)
    }

    /// How many bytes of memory it holds.
    #[must_use]
    pub fn size(&self) -> usize {
        let tables = 8 * self.idf.len() + 4 * self.df.len();
        let words = self.vocabulary.size() + self.surfaces.size();
        tables + words + self.rows.size() + self.bounds.size()
    }

    /// Makes a query. Each field counts with the weight given, fields without one not at all.
    #[must_use]
    pub fn query(&self, tokens: &Tokens, weights: &[f64]) -> Query {
        let mut found: Vec<(u32, f64, &str)> = Vec::new();
        let mut unknown: BTreeMap<String, (f64, Vec<&str>)> = BTreeMap::new();
        for (words, &weight) in tokens.fields.iter().zip(weights) {
            for word in words.iter() {
                let sign = word.tongue.sign();
                if let Some(term) = self.vocabulary.get(sign, word.stem) {
                    found.push((term, weight, word.text));
                } else {
                    let key = format!("{sign}{}", word.stem);
                    let (sum, words) = unknown.entry(key).or_default();
                    *sum += weight;
                    words.push(word.text);
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
        let unknown: Vec<Unheard> = unknown
            .into_iter()
            .map(|(key, (frequency, words))| {
                let weight = self.params.query_weight(frequency);
                Unheard { key, weight, word: most_frequent(words.into_iter()).to_owned() }
            })
            .collect();
        let known = terms.iter().map(|term| term.weight);
        let weights = known.chain(unknown.iter().map(|word| word.weight));
        let norm = weights.map(|weight| weight * weight).sum::<f64>().sqrt();
        Query { terms, unknown, full: norm * self.mean_norm }
    }

    /// A document as a query: what is like it?
    #[must_use]
    pub fn query_of(&self, doc: u32) -> Query {
        let term = |(term, impact)| {
            let weight = impact / self.idf(term);
            QueryTerm { term, weight, word: self.surface(term).to_owned() }
        };
        self.asking(self.terms_of(doc).map(term).collect())
    }

    /// A query of terms in ascending order.
    fn asking(&self, terms: Vec<QueryTerm>) -> Query {
        let norm = terms.iter().map(|term| term.weight * term.weight).sum::<f64>().sqrt();
        Query { terms, unknown: Vec::new(), full: norm * self.mean_norm }
    }

    /// The terms of a document, in ascending order, with their impacts.
    pub fn terms_of(&self, doc: u32) -> impl Iterator<Item = (u32, f64)> {
        let row = self.rows.row(doc);
        row.terms().map(move |(term, tf)| (term, row.impact(self.idf(term), tf)))
    }

    /// The score of every document, by number.
    #[must_use]
    pub fn scores(&self, query: &Query) -> Vec<f64> {
        let asked = QueryTerms::new(self, query);
        let chunks = (0..self.len()).step_by(CHUNK).map(|from| from..self.len().min(from + CHUNK));
        let score = |chunk: Range<usize>| -> Vec<f64> {
            chunk.map(|doc| asked.score(small(doc))).collect()
        };
        parallel::map(chunks, parallel::threads(), score).concat()
    }

    /// The best documents, best first; equal scores in the order of numbers; none with score 0.
    #[must_use]
    pub fn top(&self, query: &Query, k: usize) -> Vec<Hit> {
        top::best_of(self, std::iter::once(query), k, Width::widest()).pop().unwrap_or_default()
    }

    /// Scores of single documents: those that [`Self::scores`] gives.
    pub(crate) fn scorer<'c>(&'c self, query: &'c Query) -> QueryTerms<'c> {
        QueryTerms::new(self, query)
    }

    /// The best `k`, and what no document's score exceeds, of every document: fine enough to tell about
    /// `fine` of them from the others, and much quicker than [`Self::scores`].
    pub(crate) fn top_and_ceilings(
        &self,
        query: &Query,
        k: usize,
        fine: usize,
    ) -> (Vec<Hit>, Ceilings) {
        top::best_and_ceilings(self, query, (k, fine), Width::widest())
    }

    /// [`Self::top`] of each query, in so many threads.
    #[must_use]
    pub fn top_of_each(&self, queries: &[Query], k: usize, threads: usize) -> Vec<Vec<Hit>> {
        let share = queries.len().div_ceil(threads.max(1)).clamp(1, TOGETHER);
        let answer = |queries: &[Query]| top::best_of(self, queries.iter(), k, Width::widest());
        parallel::map(queries.chunks(share), threads, answer).into_iter().flatten().collect()
    }

    /// [`Self::top`] from all exact scores.
    #[cfg(test)]
    fn top_by_scores(&self, query: &Query, k: usize) -> Vec<Hit> {
        let scores = self.scores(query);
        let hits = scores.iter().zip(0..).filter(|(score, _)| **score > 0.0);
        best(hits.map(|(&score, doc)| Hit { doc, score }), k)
    }

    /// What each term of the query gives a document: position in the query and value, in the order
    /// in which they are added.
    #[must_use]
    pub fn contributions(&self, query: &Query, doc: u32) -> Vec<(usize, f64)> {
        query.shared(self.terms_of(doc))
    }
}

/// Queries that a thread takes at a time.
const TOGETHER: usize = 16;

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
    // A list of all is sorted at once.
    if hits.size_hint().1.is_some_and(|most| most <= k) {
        let mut all: Vec<Hit> = hits.collect();
        all.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.doc.cmp(&b.doc)));
        return all;
    }
    let mut best = Best::new(k);
    hits.for_each(|hit| best.take(hit));
    best.hits()
}

/// The best hits so far.
struct Best {
    k: usize,
    heap: BinaryHeap<Reverse<Ranked>>,
}

impl Best {
    fn new(k: usize) -> Self {
        Self { k, heap: BinaryHeap::with_capacity(k.saturating_add(1).min(4096)) }
    }

    fn take(&mut self, hit: Hit) {
        if self.heap.len() < self.k {
            self.heap.push(Reverse(Ranked(hit)));
        } else if let Some(mut worst) = self.heap.peek_mut()
            && Ranked(hit) > worst.0
        {
            *worst = Reverse(Ranked(hit));
        }
    }

    /// The least score among them, once there are as many as asked for: less is not among the best.
    fn least(&self) -> Option<f64> {
        let full = self.heap.len() >= self.k;
        self.heap.peek().filter(|_| full).map(|Reverse(Ranked(hit))| hit.score)
    }

    /// Best first.
    fn hits(self) -> Vec<Hit> {
        self.heap.into_sorted_vec().into_iter().map(|Reverse(Ranked(hit))| hit).collect()
    }
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
