//! What the engine reaches on data that nobody here wrote. Skipped, loudly, where it is absent.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod blindness;
mod links;
mod themes;
