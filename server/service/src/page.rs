//! One page of a longer list.

/// One page of a longer list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// How many rows there are in all.
    pub total: u64,
    /// The number of this page, from 1.
    pub page: u32,
    /// How many pages there are; 1 for an empty list.
    pub pages: u32,
}

/// Rows per page.
pub(crate) const SIZE: u32 = 20;

impl<T> Page<T> {
    /// The page asked for, or the last one when there are fewer. Returns the range of rows.
    pub(crate) fn range(asked: u32, total: usize) -> (u32, u32, std::ops::Range<usize>) {
        let size = usize::try_from(SIZE).unwrap_or(usize::MAX);
        let pages = u32::try_from(total.div_ceil(size)).unwrap_or(u32::MAX).max(1);
        let page = asked.clamp(1, pages);
        let first = usize::try_from(page - 1).unwrap_or(0).saturating_mul(size);
        (page, pages, first.min(total)..first.saturating_add(size).min(total))
    }

    /// The same page with other rows.
    pub(crate) fn with<U>(self, rows: Vec<U>) -> Page<U> {
        Page { rows, total: self.total, page: self.page, pages: self.pages }
    }
}

impl<T: Clone> Page<T> {
    /// Cuts one page out of a whole list.
    pub(crate) fn of(all: &[T], asked: u32) -> Self {
        let (page, pages, range) = Self::range(asked, all.len());
        let rows = all.get(range).unwrap_or_default().to_vec();
        Self { rows, total: u64::try_from(all.len()).unwrap_or(u64::MAX), page, pages }
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn pages_hold_every_row_once() {
        let all: Vec<u32> = (0..45).collect();
        let seen: Vec<u32> = (1..=3).flat_map(|number| Page::of(&all, number).rows).collect();
        assert_eq!(seen, all);
        assert_eq!(Page::of(&all, 99).page, 3);
        assert_eq!(Page::of(&all, 0).page, 1);
        let empty = Page::<u32>::of(&[], 1);
        assert_eq!((empty.pages, empty.total, empty.rows.len()), (1, 0, 0));
    }
}
