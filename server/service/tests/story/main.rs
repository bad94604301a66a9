//! The stories of the use cases, on either database.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod accounts;
mod common;
mod entry;
mod inputs;
mod keeping;
mod needed;
mod parallel;
mod people;
mod register;
mod review;
mod trail;
mod work;
