//! The stories of the use cases, on either database.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;
mod entry;
mod keeping;
mod people;
mod work;
