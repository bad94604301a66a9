//! The stories of the use cases, on either database.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;
mod keeping;
mod people;
mod register;
mod work;
