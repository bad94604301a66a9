//! The lists of codes that hang on a call or a project: one table each, one facet per list.

use std::collections::BTreeMap;

/// Codes of one record by facet, in their order.
pub(crate) type Codes = BTreeMap<String, Vec<String>>;

/// Puts rows of `(facet, position, code)`, sorted by position, into lists.
pub(crate) fn by_facet(rows: impl IntoIterator<Item = (String, String)>) -> Codes {
    let mut codes = Codes::new();
    for (facet, code) in rows {
        codes.entry(facet).or_default().push(code);
    }
    codes
}

/// A position within a list; lists are far shorter than `i16` allows, and a longer one is cut by
/// validation long before.
pub(crate) fn position(index: usize) -> i16 {
    i16::try_from(index).unwrap_or(i16::MAX)
}

/// Reads one facet.
pub(crate) fn read_all<T>(
    codes: &Codes,
    facet: &'static str,
    table: &'static str,
    id: uuid::Uuid,
) -> Result<Vec<T>, crate::StoreError>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    codes.get(facet).into_iter().flatten().map(|code| crate::read(code, table, facet, id)).collect()
}
