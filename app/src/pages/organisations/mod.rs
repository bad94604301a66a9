//! Organisations as their members have them.

pub(crate) mod edit;
pub(crate) mod entity;
pub(crate) mod leave;
pub(crate) mod list;
pub(crate) mod one;
pub(crate) mod post;
