//! A small logistic regression with an L2 penalty.
//!
//! It only measures: whether something can be read off a text. Nothing of the product is learned
//! by it. Minimised is `mean w_i·ln(1 + exp(−y_i·f(x_i))) + λ/2·‖β‖²` by Nesterov's accelerated
//! gradient from zero, with both answers weighing alike, so that equal data give equal figures to
//! the bit.

use rustc_hash::FxHashMap;

use reading::num::{at, real, small};

/// What is known of a text: feature and value, in ascending order of features.
pub(super) type Row = Vec<(u32, f64)>;

/// Steps of the descent; the loss no longer changes in the fourth digit.
const STEPS: usize = 200;

/// A fitted model.
#[derive(Clone, Debug)]
pub(super) struct Logistic {
    weights: Vec<f64>,
    intercept: f64,
}

impl Logistic {
    /// Fits a model to rows with their answers; the penalty says how strongly large weights are held
    /// against it.
    pub(super) fn fit(rows: &[(&Row, bool)], penalty: f64) -> Self {
        let features = rows.iter().filter_map(|(row, _)| row.last()).map(|(f, _)| at(*f) + 1);
        let features = features.max().unwrap_or(0);
        let yes = rows.iter().filter(|(_, answer)| *answer).count();
        let share = |count: usize| if count > 0 { 0.5 / real(count) } else { 0.0 };
        let (for_yes, for_no) = (share(yes), share(rows.len() - yes));
        let longest = rows.iter().map(|(row, _)| squared(row)).fold(0.0, f64::max);
        // The curvature of the loss is at most a quarter of the squared length, the intercept's
        // constant included.
        let step = 1.0 / ((1.0 + longest) / 4.0 + penalty);
        let mut model = Self { weights: vec![0.0; features], intercept: 0.0 };
        let mut ahead = model.clone();
        let mut momentum = 1.0_f64;
        for _ in 0..STEPS {
            let mut slope: Vec<f64> = ahead.weights.iter().map(|weight| penalty * weight).collect();
            let mut slope_of_intercept = 0.0;
            for (row, answer) in rows {
                let (target, weight) = if *answer { (1.0, for_yes) } else { (0.0, for_no) };
                let error = weight * (ahead.chance(row) - target);
                slope_of_intercept += error;
                for (feature, value) in *row {
                    slope[at(*feature)] += error * value;
                }
            }
            let next_momentum = f64::midpoint(1.0, (1.0 + 4.0 * momentum * momentum).sqrt());
            let carry = (momentum - 1.0) / next_momentum;
            momentum = next_momentum;
            let moved = |now: &mut f64, ahead: &mut f64, slope: f64| {
                let next = *ahead - step * slope;
                *ahead = next + carry * (next - *now);
                *now = next;
            };
            for ((now, ahead), slope) in
                model.weights.iter_mut().zip(&mut ahead.weights).zip(&slope)
            {
                moved(now, ahead, *slope);
            }
            moved(&mut model.intercept, &mut ahead.intercept, slope_of_intercept);
        }
        model
    }

    /// What a feature says for a yes, or below 0 against it, where its value is 1.
    pub(super) fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The chance of a yes.
    pub(super) fn chance(&self, row: &Row) -> f64 {
        let weight = |feature: u32| self.weights.get(at(feature)).copied().unwrap_or(0.0);
        let sum = row.iter().fold(self.intercept, |sum, (f, value)| sum + weight(*f) * value);
        1.0 / (1.0 + (-sum).exp())
    }
}

fn squared(row: &Row) -> f64 {
    row.iter().map(|(_, value)| value * value).sum()
}

/// Rows from counted things: `(1 + ln count)·idf`, of length 1; and what each feature is. What occurs
/// in fewer than `least` texts is left out: it tells texts apart, not kinds of texts.
pub(super) fn weighed(texts: &[Vec<String>], least: usize) -> (Vec<Row>, Vec<&str>) {
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    let mut features: Vec<&str> = Vec::new();
    let mut counted: Vec<Vec<(u32, usize)>> = Vec::with_capacity(texts.len());
    let mut df: Vec<usize> = Vec::new();
    for words in texts {
        let mut counts: std::collections::BTreeMap<u32, usize> = std::collections::BTreeMap::new();
        for word in words {
            let number = *numbers.entry(word).or_insert_with(|| {
                features.push(word);
                small(features.len() - 1)
            });
            *counts.entry(number).or_default() += 1;
        }
        df.resize(numbers.len(), 0);
        for number in counts.keys() {
            df[at(*number)] += 1;
        }
        counted.push(counts.into_iter().collect());
    }
    let n = real(texts.len());
    let rows = counted
        .into_iter()
        .map(|counts| {
            let kept = counts.into_iter().filter(|(number, _)| df[at(*number)] >= least);
            let mut row: Row = kept
                .map(|(number, count)| {
                    let idf = ((1.0 + n) / (1.0 + real(df[at(number)]))).ln() + 1.0;
                    (number, (1.0 + real(count).ln()) * idf)
                })
                .collect();
            let length = squared(&row).sqrt();
            for (_, value) in &mut row {
                *value /= length;
            }
            row
        })
        .collect();
    (rows, features)
}

/// The chance of a yes for each row, from a model fitted to the rows of all other parts.
pub(super) fn held_out(rows: &[Row], answers: &[bool], parts: &[usize], penalty: f64) -> Vec<f64> {
    let mut chances = vec![0.0; rows.len()];
    let last = parts.iter().copied().max().unwrap_or(0);
    for part in 0..=last {
        let others: Vec<(&Row, bool)> = (rows.iter().zip(answers).zip(parts))
            .filter(|(_, of)| **of != part)
            .map(|((row, answer), _)| (row, *answer))
            .collect();
        let model = Logistic::fit(&others, penalty);
        for ((chance, row), of) in chances.iter_mut().zip(rows).zip(parts) {
            if *of == part {
                *chance = model.chance(row);
            }
        }
    }
    chances
}

#[cfg(test)]
mod tests {
    use super::{Logistic, Row, held_out, weighed};

    #[test]
    fn what_can_be_told_apart_is_told_apart() {
        let texts: Vec<Vec<String>> = (0..40)
            .map(|i| {
                let kind = if i % 2 == 0 { "river" } else { "court" };
                vec![kind.to_owned(), format!("word{}", i % 7), "all".to_owned()]
            })
            .collect();
        let answers: Vec<bool> = (0..40).map(|i| i % 2 == 0).collect();
        let parts: Vec<usize> = (0..40).map(|i| i / 2 % 5).collect();
        let (rows, _) = weighed(&texts, 2);
        let chances = held_out(&rows, &answers, &parts, 1e-3);
        assert!(chances.iter().zip(&answers).all(|(chance, yes)| (*chance > 0.5) == *yes));
        let again = held_out(&rows, &answers, &parts, 1e-3);
        assert!(chances.iter().zip(&again).all(|(a, b)| a.to_bits() == b.to_bits()));
    }

    #[test]
    fn rows_have_length_one_and_rare_things_are_left_out() {
        let texts =
            [vec!["a".to_owned(), "b".into()], vec!["a".to_owned(), "a".into(), "c".into()]];
        let (rows, _) = weighed(&texts, 2);
        assert_eq!(rows, [vec![(0, 1.0)], vec![(0, 1.0)]]);
        let (full, features) = weighed(&texts, 1);
        assert_eq!(features, ["a", "b", "c"]);
        let length = |row: &Row| row.iter().map(|(_, v)| v * v).sum::<f64>();
        assert!(full.iter().all(|row| (length(row) - 1.0).abs() < 1e-12));
    }

    #[test]
    fn without_data_there_is_no_opinion() {
        let model = Logistic::fit(&[], 1e-3);
        assert!((model.chance(&vec![(3, 1.0)]) - 0.5).abs() < 1e-12);
    }
}
