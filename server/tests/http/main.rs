//! The router as `main` builds it, on either database.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod canary;
mod common;
mod keeping;
mod pages;
mod people;
mod program;
mod several;
