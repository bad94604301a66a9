//! How a reader's attention is spread over a ranked list.
//!
//! Whoever reads down a list gives the place `r` the attention `1/log2(1 + r)` and stops after
//! [`READ`] places: the discount of nDCG, read as how likely a place is looked at (Singh and
//! Joachims 2018, *Fairness of exposure in rankings*).

use reading::num::real;

/// Places of a list that are read.
pub const READ: usize = 20;

/// What share of the attention that a list of so many entries gets goes to each place, from the
/// first; they add up to 1 unless nothing is listed.
#[must_use]
pub fn shares(listed: usize) -> Vec<f64> {
    let of_place = |r: usize| 1.0 / (2.0 + real(r)).log2();
    let sum: f64 = (0..listed.min(READ)).map(of_place).sum();
    (0..listed.min(READ)).map(|r| of_place(r) / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::{READ, shares};

    #[test]
    fn attention_falls_from_place_to_place_and_adds_up_to_one() {
        assert!(shares(0).is_empty());
        for listed in [1, 2, READ, READ + 30] {
            let shares = shares(listed);
            assert_eq!(shares.len(), listed.min(READ));
            assert!(shares.windows(2).all(|pair| pair[0] > pair[1]));
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
        // 1 : 1/log2(3)
        assert!((shares(2)[0] - 0.613_147).abs() < 1e-6);
    }
}
