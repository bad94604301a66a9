//! Documents that came after a corpus was built, read by its statistics.
//!
//! Rarities, mean lengths and the mean weight stay those of the corpus, so that a document gets to the
//! bit the score that it had if it stood in the corpus already. A term that no document of the
//! corpus has is taken to be as rare as one that is in a single document, however many of the later
//! ones have it: the score of one later document depends on no other.

use reading::{
    num::{at, small},
    tokens::{Tokens, Word, Words},
};

use super::{Corpus, Encoder, Query, QueryTerm, Symbols, rows, rows::Chunk, sign_index};

/// Terms that came up after a corpus was built. They are numbered behind those of the corpus.
#[derive(Clone, Default)]
pub(crate) struct Later {
    vocabulary: Symbols,
    /// The word that stands for each term: the first that came up.
    surfaces: Symbols,
    idf: Vec<f64>,
}

/// A document that came later.
pub(crate) struct Document(Chunk);

impl Later {
    /// Reads a document.
    pub(crate) fn read(&mut self, corpus: &Corpus, tokens: &Tokens) -> Document {
        let fields: Vec<Vec<u32>> = (0..corpus.params.fields.len())
            .map(|field| {
                let words = tokens.fields.get(field).into_iter().flat_map(Words::iter);
                words.map(|word| self.term(corpus, word)).collect()
            })
            .collect();
        let mut chunk = Chunk::default();
        let mut encoder =
            Encoder::new(&corpus.params, corpus.rows.averages(), corpus.rows.common());
        let words = |field: usize| fields[field].iter().copied();
        let norm = encoder.add(&mut chunk, words, |term| self.idf(corpus, term));
        let divisor = rows::divisor(corpus.params.pivot, norm, corpus.mean_norm);
        chunk.divide(std::iter::once(divisor));
        chunk.close();
        Document(chunk)
    }

    fn term(&mut self, corpus: &Corpus, word: Word) -> u32 {
        let sign = word.tongue.sign();
        if let Some(term) = corpus.vocabulary.get(sign, word.stem) {
            return term;
        }
        let (term, new) = self.vocabulary.intern(sign, word.stem);
        if new {
            self.surfaces.append(&format!("{sign}{}", word.text));
            let among = corpus.population[sign_index(self.vocabulary.key(term))].max(1.0);
            self.idf.push((1.0 + (among - 1.0 + 0.5) / 1.5).ln());
        }
        small(corpus.idf.len()) + term
    }

    fn idf(&self, corpus: &Corpus, term: u32) -> f64 {
        match at(term).checked_sub(corpus.idf.len()) {
            None => corpus.idf(term),
            Some(term) => self.idf.get(term).copied().unwrap_or(0.0),
        }
    }

    /// The terms of a document, in ascending order, with their impacts.
    pub(crate) fn terms_of<'d>(
        &'d self,
        corpus: &'d Corpus,
        document: &'d Document,
    ) -> impl Iterator<Item = (u32, f64)> {
        let row = corpus.rows.row_of(&document.0);
        row.terms().map(move |(term, tf)| (term, row.impact(self.idf(corpus, term), tf)))
    }

    /// A query of the corpus with those of its words that came up later.
    pub(crate) fn query(&self, corpus: &Corpus, query: &Query) -> Query {
        let known = small(corpus.idf.len());
        let (mut terms, mut unknown) = (query.terms.clone(), Vec::new());
        for word in &query.unknown {
            match self.vocabulary.get_key(&word.key) {
                None => unknown.push(word.clone()),
                Some(term) => {
                    let (term, word, weight) = (known + term, word.word.clone(), word.weight);
                    terms.push(QueryTerm { term, weight, word });
                }
            }
        }
        terms.sort_by_key(|term| term.term);
        Query { terms, unknown, full: query.full }
    }

    /// A document that came later as a query, as [`Corpus::query_of`] makes it.
    pub(crate) fn query_of(&self, corpus: &Corpus, document: &Document) -> Query {
        let term = |(term, impact)| {
            let weight = impact / self.idf(corpus, term);
            QueryTerm { term, weight, word: self.surface(corpus, term).to_owned() }
        };
        corpus.asking(self.terms_of(corpus, document).map(term).collect())
    }

    /// A query without the terms that came later: what the corpus itself can be asked.
    pub(crate) fn without(corpus: &Corpus, query: &Query) -> Query {
        let mut query = query.clone();
        query.terms.retain(|term| at(term.term) < corpus.idf.len());
        query
    }

    /// The word that stands for a term.
    pub(crate) fn surface<'c>(&'c self, corpus: &'c Corpus, term: u32) -> &'c str {
        match at(term).checked_sub(corpus.idf.len()) {
            None => corpus.surface(term),
            Some(term) => self.surfaces.word(small(term)),
        }
    }

    /// The sign of the language and the stem of a term that came later; empty for another.
    pub(crate) fn key(&self, corpus: &Corpus, term: u32) -> &str {
        let term = at(term).checked_sub(corpus.idf.len());
        term.map_or("", |term| self.vocabulary.key(small(term)))
    }
}
