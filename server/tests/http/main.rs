//! The router as `main` builds it, on either database.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod abuse;
mod canary;
mod common;
mod entry;
mod keeping;
mod matrix;
mod outbound;
mod pages;
mod people;
mod program;
#[cfg(feature = "sqlcipher")]
mod sealed;
mod several;
