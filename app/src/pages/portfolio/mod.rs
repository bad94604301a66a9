//! Portfolio: what a donor supports and how its calls are read.

pub(crate) mod attention;
