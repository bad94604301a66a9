//! What a text says beyond its own words: the company that they keep in other texts.
//!
//! With few answers most words of a text have been seen with none. But texts without an answer show
//! which words go together, so a text is described by the words of the texts like it.

use reading::num::{at, real};

use super::logistic::Row;

/// Of so many of the texts, the words of all texts, each text as far as it is like the one asked
/// for: `X·(XᵀX)`, with what all texts have in common taken off first. Each of length 1.
pub(super) fn kept(texts: &[Row], asked: &[usize]) -> Vec<Vec<f64>> {
    let words = texts.iter().filter_map(|row| row.last()).map(|(word, _)| at(*word) + 1).max();
    let mut mean = vec![0.0; words.unwrap_or(0)];
    for (word, value) in texts.iter().flatten() {
        mean[at(*word)] += value / real(texts.len());
    }
    // `(x − m)·(y − m)` from `x·y`, `x·m` and `m·m`: the rows stay sparse.
    let square = dot(&mean, &mean);
    let own: Vec<(f64, f64)> = (texts.iter())
        .map(|row| {
            let with_mean = product(row, &mean);
            let length = row.iter().map(|(_, value)| value * value).sum::<f64>();
            (with_mean, (length - 2.0 * with_mean + square).max(0.0).sqrt())
        })
        .collect();
    let mut spread = vec![0.0; mean.len()];
    asked
        .iter()
        .map(|text| {
            for (word, value) in &texts[*text] {
                spread[at(*word)] = *value;
            }
            let mut sum = vec![0.0; mean.len()];
            let mut means = 0.0;
            for (row, (with_mean, length)) in texts.iter().zip(&own) {
                let product = product(row, &spread) - with_mean - own[*text].0 + square;
                // The length of the text asked for does not matter to a direction.
                let like = if *length > ALIKE { product / (length * length) } else { 0.0 };
                means += like;
                for (word, value) in row {
                    sum[at(*word)] += like * value;
                }
            }
            for (word, _) in &texts[*text] {
                spread[at(*word)] = 0.0;
            }
            for (sum, mean) in sum.iter_mut().zip(&mean) {
                *sum -= means * mean;
            }
            let length = dot(&sum, &sum).sqrt();
            if length > ALIKE {
                for value in &mut sum {
                    *value /= length;
                }
            } else {
                sum.fill(0.0);
            }
            sum
        })
        .collect()
}

/// What is shorter than this is nothing but rounding.
const ALIKE: f64 = 1e-9;

/// The same rows in as many dimensions as there are rows, with the same products of each two: all
/// that a model with an L2 penalty sees of them. The Cholesky factor of the products.
pub(super) fn coordinates(rows: &[Vec<f64>]) -> Vec<Row> {
    let mut found: Vec<Vec<f64>> = Vec::with_capacity(rows.len());
    for row in rows {
        let mut own: Vec<f64> = Vec::with_capacity(rows.len());
        for (other, known) in rows.iter().zip(&found) {
            let rest = dot(row, other) - dot(&own, known);
            let pivot = known.last().copied().unwrap_or(0.0);
            own.push(if pivot > 0.0 { rest / pivot } else { 0.0 });
        }
        let rest = dot(row, row) - dot(&own, &own);
        own.push(if rest > ALIKE { rest.sqrt() } else { 0.0 });
        found.push(own);
    }
    found.into_iter().map(|row| (0..).zip(row).collect()).collect()
}

/// The product as far as both reach.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn product(row: &Row, dense: &[f64]) -> f64 {
    row.iter().map(|(word, value)| value * dense[at(*word)]).sum()
}

#[cfg(test)]
mod tests {
    use super::{Row, coordinates, dot, kept};

    #[test]
    fn a_text_is_described_by_the_words_of_texts_like_it() {
        // Words 0 and 1 go together, and 2 and 3. The first text has only word 0, the second only 2.
        let half = 0.5_f64.sqrt();
        let pair = |word: u32| -> Row { vec![(word, half), (word + 1, half)] };
        let mut texts: Vec<Row> = vec![vec![(0, 1.0)], vec![(2, 1.0)]];
        texts.extend((0..8).map(|i| pair(i % 2 * 2)));
        let found = kept(&texts, &[0, 1]);
        assert!(found[0][1] > 0.1 && found[0][3] < 0.0, "{:?}", found[0]);
        assert!(found[1][3] > 0.1 && found[1][1] < 0.0, "{:?}", found[1]);
        assert!(found.iter().all(|row| (dot(row, row) - 1.0).abs() < 1e-12));
        // Nothing sets equal texts apart.
        assert!(kept(&[pair(0), pair(0)], &[1])[0].iter().all(|value| *value == 0.0));
        assert!(kept(&[], &[]).is_empty());
    }

    #[test]
    fn coordinates_keep_products() {
        let rows =
            [vec![1.0, 2.0, 0.5], vec![0.0, 1.0, 3.0], vec![1.0, 3.0, 3.5], vec![2.0, 0.0, 1.0]];
        let found = coordinates(&rows);
        let dense = |row: &Row| row.iter().map(|(_, value)| *value).collect::<Vec<f64>>();
        for (a, x) in rows.iter().zip(&found) {
            for (b, y) in rows.iter().zip(&found) {
                assert!((dot(a, b) - dot(&dense(x), &dense(y))).abs() < 1e-6);
            }
        }
    }
}
