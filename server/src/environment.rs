//! The real clock and the real source of chance: the only place that has them.

use chrono::{DateTime, Utc};
use domain::Clock;
use service::Chance;

/// The machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the present moment is read")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// The operating system's random bytes.
#[derive(Clone, Copy, Debug)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn bytes(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        // A machine without random bytes cannot make identifiers that nobody guesses: stop.
        if let Err(error) = getrandom::fill(&mut bytes) {
            tracing::error!(%error, "no random bytes");
            std::process::abort();
        }
        bytes
    }
}
