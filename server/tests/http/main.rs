//! The router as `main` builds it, on either database.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod abuse;
mod accounts;
mod canary;
mod care;
mod common;
mod entry;
mod inputs;
mod keeping;
mod matrix;
mod offers;
mod outbound;
mod pages;
mod people;
mod program;
mod review;
#[cfg(feature = "sqlcipher")]
mod sealed;
mod several;
