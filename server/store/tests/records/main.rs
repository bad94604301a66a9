//! What is written is read again, on the database that the tests are given.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod people;
mod review;
mod story;
