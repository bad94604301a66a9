//! The only code that reaches the browser. Each island improves something that works without it.

mod live_matches;

pub use live_matches::{LiveMatch, LiveMatches, live_matches};
