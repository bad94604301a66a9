//! Organisations as their members have them.

pub(crate) mod list;
pub(crate) mod one;
