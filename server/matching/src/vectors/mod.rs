//! Texts as vectors: what two texts have in common beyond the words they share.
//!
//! [`Embedder`] is the seam. It turns a text without names, of any language, into a direction in a
//! space where texts that say alike things lie close together. [`Trained`], its first
//! implementation, has learned from the calls of the index which words go together, one space for
//! each language with enough calls. A model that knows many languages can stand behind the same
//! seam ([`crate::CallIndex::build_with`]): it reads [`Passage::texts`] and says by
//! [`Embedder::compares`] across which languages its vectors may be held against each other.
//!
//! What an embedder has learned may come from calls or from public texts, never from projects:
//! these are private, and a vector would tell of one project in the score of another.

mod linear;
mod trained;

use reading::{
    blind::BlindText,
    num::{at, narrow, nearest},
    tongue::Tongue,
};

use crate::{
    index::QueryTerm,
    wide::{Width, Work},
};
pub use trained::{Trained, Training};

/// A text to turn into a vector. Both forms say the same; an embedder reads the one it knows.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'t> {
    /// The fields of a call or project in their order, without names: for a model with a vocabulary
    /// of its own.
    pub texts: &'t [BlindText],
    /// Its words as terms of the call index, with how often they occur: for one that was trained on
    /// that index. Empty while the index is being built.
    pub terms: &'t [QueryTerm],
    /// The language of most of its words.
    pub tongue: Tongue,
}

/// Turns texts into vectors.
///
/// The same passage must always give the same vector, on every machine and in any number of threads:
/// scores are compared to the bit.
pub trait Embedder: Send + Sync {
    /// The vector of a text, or `None` where it says too little to have one.
    fn embed(&self, passage: &Passage) -> Option<Vector>;

    /// Whether vectors of texts in these two languages can be held against each other. Where they
    /// cannot, meaning is no part of a fit.
    fn compares(&self, a: Tongue, b: Tongue) -> bool;
}

/// A direction in a space, in 255 steps along each axis.
///
/// With whole numbers the cosine of two vectors is the same however its sum is split up.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector {
    steps: Box<[i8]>,
    length: f64,
}

impl Vector {
    /// From its coordinates, of any length; `None` where they give no direction: all are 0, or one
    /// is no number.
    #[must_use]
    pub fn new(coordinates: &[f32]) -> Option<Self> {
        let most = coordinates.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
        if !(most > 0.0 && coordinates.iter().all(|value| value.is_finite())) {
            return None;
        }
        let scale = narrow(STEPS) / most;
        let steps: Box<[i8]> = coordinates.iter().map(|value| nearest(value * scale)).collect();
        let length = f64::from(product(&steps, &steps)).sqrt();
        Some(Self { steps, length })
    }

    /// The cosine of the angle between two vectors, from −1 to 1; 0 for vectors of different spaces.
    #[must_use]
    pub fn cosine(&self, other: &Self) -> f64 {
        if self.steps.len() != other.steps.len() {
            return 0.0;
        }
        let cosine = f64::from(product(&self.steps, &other.steps)) / (self.length * other.length);
        cosine.clamp(-1.0, 1.0)
    }
}

/// Steps to either side of 0.
const STEPS: f64 = 127.0;

/// Exact: 2³¹ / 127² coordinates fit, which is over a hundred thousand.
#[inline(always)]
#[expect(clippy::inline_always, reason = "code is compiled for the registers it is inlined into")]
fn product(a: &[i8], b: &[i8]) -> i32 {
    a.iter().zip(b).map(|(x, y)| i32::from(i16::from(*x) * i16::from(*y))).sum()
}

/// The vectors of all calls of an index, one after the other: a search reads very many of them.
#[derive(Debug, Default)]
pub(crate) struct Vectors {
    steps: Vec<i8>,
    /// Where each vector ends in `steps`; a call without one has no steps.
    ends: Vec<usize>,
    lengths: Vec<f64>,
}

impl FromIterator<Option<Vector>> for Vectors {
    fn from_iter<I: IntoIterator<Item = Option<Vector>>>(vectors: I) -> Self {
        let mut all = Self::default();
        for vector in vectors {
            all.lengths.push(vector.as_ref().map_or(0.0, |vector| vector.length));
            all.steps.extend(vector.iter().flat_map(|vector| &vector.steps));
            all.ends.push(all.steps.len());
        }
        all
    }
}

impl Vectors {
    /// Whether a call has a vector.
    pub(crate) fn has(&self, doc: u32) -> bool {
        !self.steps(doc).is_empty()
    }

    #[inline]
    fn steps(&self, doc: u32) -> &[i8] {
        let start = at(doc).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.steps[start..self.ends[at(doc)]]
    }

    /// [`Vector::cosine`] of each of these calls and a text; 0 for a call without a vector.
    pub(crate) fn cosines(&self, docs: &[u32], of: &Vector) -> Vec<f64> {
        let mut found = vec![0.0; docs.len()];
        Width::widest().run(Cosines { vectors: self, docs, of, found: &mut found });
        found
    }
}

struct Cosines<'v> {
    vectors: &'v Vectors,
    docs: &'v [u32],
    of: &'v Vector,
    found: &'v mut [f64],
}

impl Work for Cosines<'_> {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "as `Work` asks for")]
    fn run(self) {
        for (cosine, &doc) in self.found.iter_mut().zip(self.docs) {
            let steps = self.vectors.steps(doc);
            if steps.len() == self.of.steps.len() {
                let product = f64::from(product(steps, &self.of.steps));
                let lengths = self.vectors.lengths[at(doc)] * self.of.length;
                *cosine = (product / lengths).clamp(-1.0, 1.0);
            }
        }
    }
}

#[cfg(test)]
mod tests;
