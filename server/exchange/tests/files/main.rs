//! Files as people send them: the native format, broken ones, and real ones.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod broken_files;
mod common;
mod native;
mod real_data;
