//! What of linear algebra the training of vectors needs: tables of numbers with many rows and few
//! columns, and a sparse one to multiply them with.
//!
//! Every row of a result is computed by itself, and sums over rows are taken over pieces of a fixed
//! size that are added in their order. So a result is the same to the bit in any number of threads.

use reading::{
    num::{at, narrow},
    parallel,
};

/// Rows of equal length, one after the other.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub columns: usize,
    pub data: Vec<f32>,
}

/// A sparse table: in each row some columns, ascending, with a number each.
#[derive(Clone, Debug, Default)]
pub(super) struct Sparse {
    pub ends: Vec<usize>,
    pub columns: Vec<u32>,
    pub values: Vec<f32>,
}

/// Rows whose products are summed at a time.
const PIECE: usize = 256;

/// A direction with less than this share of the largest is noise.
const NOISE: f64 = 1e-9;

impl Sparse {
    pub(super) const fn rows(&self) -> usize {
        self.ends.len()
    }

    fn row(&self, row: usize) -> impl Iterator<Item = (u32, f32)> {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        let within = start..self.ends[row];
        self.columns[within.clone()].iter().copied().zip(self.values[within].iter().copied())
    }

    /// Rows for columns and columns for rows.
    pub(super) fn transposed(&self, columns: usize) -> Self {
        let mut starts = vec![0; columns + 1];
        for &column in &self.columns {
            starts[at(column) + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let ends = starts[1..].to_vec();
        let mut next = starts;
        let mut turned = Self {
            ends,
            columns: vec![0; self.columns.len()],
            values: vec![0.0; self.values.len()],
        };
        for (row, number) in (0..self.rows()).zip(0_u32..) {
            for (column, value) in self.row(row) {
                let place = &mut next[at(column)];
                turned.columns[*place] = number;
                turned.values[*place] = value;
                *place += 1;
            }
        }
        turned
    }

    /// The product with a table that has a row for each column of this one.
    pub(super) fn times(&self, table: &Table, threads: usize) -> Table {
        let columns = table.columns;
        let pieces = (0..self.rows()).step_by(PIECE);
        let done = parallel::map(pieces, threads, |from| {
            let rows = from..self.rows().min(from + PIECE);
            let mut data = vec![0.0; rows.len() * columns];
            for (row, out) in rows.zip(data.chunks_mut(columns)) {
                for (column, value) in self.row(row) {
                    add(out, value, table.row(at(column)));
                }
            }
            data
        });
        Table { columns, data: done.concat() }
    }
}

/// Adds a multiple of a row.
pub(super) fn add(to: &mut [f32], times: f32, row: &[f32]) {
    for (to, value) in to.iter_mut().zip(row) {
        *to += times * value;
    }
}

impl Table {
    pub(super) fn row(&self, row: usize) -> &[f32] {
        &self.data[row * self.columns..(row + 1) * self.columns]
    }

    /// A basis of what the columns span: as many columns, each of length 1, at right angles to each
    /// other; a column that adds nothing to those before it becomes 0.
    ///
    /// By the Cholesky factor of the columns' products, `A (Lᵀ)⁻¹` with `L Lᵀ = Aᵀ A`. That loses
    /// right angles where columns are nearly the same; the vectors need a good basis, not a perfect
    /// one.
    pub(super) fn basis(&self, threads: usize) -> Self {
        let columns = self.columns;
        let change = turned_inverse(&factor(self.products(threads), columns), columns);
        let pieces = self.data.chunks(PIECE * columns);
        let done = parallel::map(pieces, threads, |piece| {
            let mut data = vec![0.0; piece.len()];
            for (row, out) in piece.chunks(columns).zip(data.chunks_mut(columns)) {
                for (i, &value) in row.iter().enumerate() {
                    let from = i * columns;
                    add(&mut out[i..], value, &change[from + i..from + columns]);
                }
            }
            data
        });
        Self { columns, data: done.concat() }
    }

    /// The products of each two columns, below the diagonal and on it.
    fn products(&self, threads: usize) -> Vec<f64> {
        let columns = self.columns;
        let pieces = self.data.chunks(PIECE * columns);
        let done = parallel::map(pieces, threads, |piece| {
            let mut sums = vec![0.0; columns * columns];
            for row in piece.chunks(columns) {
                for (i, &value) in row.iter().enumerate() {
                    add(&mut sums[i * columns..=i * columns + i], value, &row[..=i]);
                }
            }
            sums
        });
        let mut all = vec![0.0; columns * columns];
        for piece in done {
            for (all, sum) in all.iter_mut().zip(piece) {
                *all += f64::from(sum);
            }
        }
        all
    }
}

/// The lower Cholesky factor of a table of products. A column that depends on those before it gets a
/// row of 0.
fn factor(mut products: Vec<f64>, columns: usize) -> Vec<f64> {
    let largest = (0..columns).map(|i| products[i * columns + i]).fold(0.0, f64::max);
    for i in 0..columns {
        for j in 0..=i {
            let (before, row) = products.split_at(i * columns);
            let other = if j < i { &before[j * columns..j * columns + j] } else { &row[..j] };
            let known: f64 = row.iter().zip(other).map(|(a, b)| a * b).sum();
            let rest = row[j] - known;
            let pivot = if j < i { before[j * columns + j] } else { 0.0 };
            products[i * columns + j] = if i == j {
                if rest > NOISE * largest { rest.sqrt() } else { 0.0 }
            } else if pivot > 0.0 {
                rest / pivot
            } else {
                0.0
            };
        }
        if products[i * columns + i] <= 0.0 {
            products[i * columns..=i * columns + i].fill(0.0);
        }
    }
    products
}

/// The inverse of a lower triangle, rows for columns. A row of 0 stays 0.
fn turned_inverse(lower: &[f64], columns: usize) -> Vec<f32> {
    let mut inverse = vec![0.0; columns * columns];
    for i in 0..columns {
        let diagonal = lower[i * columns + i];
        if diagonal <= 0.0 {
            continue;
        }
        inverse[i * columns + i] = 1.0 / diagonal;
        for j in 0..i {
            let sum: f64 = (j..i).map(|k| lower[i * columns + k] * inverse[k * columns + j]).sum();
            inverse[i * columns + j] = -sum / diagonal;
        }
    }
    let mut turned = vec![0.0; columns * columns];
    for i in 0..columns {
        for j in 0..=i {
            turned[j * columns + i] = narrow(inverse[i * columns + j]);
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Sparse, Table};

    fn product(table: &Table, a: usize, b: usize) -> f64 {
        let rows = table.data.chunks(table.columns);
        rows.map(|row| f64::from(row[a]) * f64::from(row[b])).sum()
    }

    proptest! {
        #[test]
        fn a_basis_has_right_angles(seed in prop::collection::vec(-1.0_f32..1.0, 40 * 4)) {
            let basis = Table { columns: 4, data: seed }.basis(1);
            for a in 0..4 {
                for b in 0..4 {
                    let wanted = f64::from(u8::from(a == b));
                    prop_assert!((product(&basis, a, b) - wanted).abs() < 1e-3);
                }
            }
        }
    }

    #[test]
    fn a_column_that_adds_nothing_becomes_0() {
        let data = vec![1.0, 2.0, 0.0, 2.0, 4.0, 1.0, 3.0, 6.0, 5.0];
        let basis = Table { columns: 3, data }.basis(1);
        assert!(product(&basis, 1, 1).abs() < 1e-12);
        assert!((product(&basis, 0, 0) - 1.0).abs() < 1e-5 && product(&basis, 0, 2).abs() < 1e-5);
        assert!((product(&basis, 2, 2) - 1.0).abs() < 1e-5);
    }

    #[test]
    fn sparse_products_by_hand() {
        // Two rows over three columns: (0, 2, 1) and (3, 0, 0).
        let sparse =
            Sparse { ends: vec![2, 3], columns: vec![1, 2, 0], values: vec![2.0, 1.0, 3.0] };
        let table = Table { columns: 2, data: vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0] };
        assert_eq!(sparse.times(&table, 1).data, [11.0, 14.0, 3.0, 6.0]);
        let turned = sparse.transposed(3);
        assert_eq!((turned.ends, turned.columns), (vec![1, 2, 3], vec![1, 0, 0]));
        assert_eq!(turned.values, [3.0, 2.0, 1.0]);
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let data: Vec<f32> = (0_u16..3000).map(|i| f32::from(i % 331 * 17 % 331) - 160.0).collect();
        let table = Table { columns: 5, data };
        assert_eq!(table.basis(1).data, table.basis(2).data);
    }
}
