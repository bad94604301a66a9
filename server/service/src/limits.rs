//! How often somebody may try to sign in: by account, by organisation, over all; never by address,
//! because everyone behind an onion service or a proxy shares one. Tries are delayed, and refused
//! only when the delay would be longer than a person waits. Kept in memory, gone with the process.

use std::{num::NonZeroU32, time::Duration};

use domain::OrganisationId;
use governor::{
    DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

use crate::secrets;

/// The longest a try is held back; what would have to wait longer is refused with the time to wait.
const PATIENCE: Duration = Duration::from_secs(2);
/// Names remembered before those that are at rest are forgotten.
const REMEMBERED: usize = 10_000;

/// Too many tries: the time to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooSoon(pub Duration);

#[derive(Debug)]
pub(crate) struct Limits {
    unproven: DefaultKeyedRateLimiter<String>,
    proven: DefaultKeyedRateLimiter<String>,
    organisations: DefaultKeyedRateLimiter<OrganisationId>,
    all: DefaultDirectRateLimiter,
}

/// So many at once, and one more after each `pause`.
fn quota(burst: u32, pause: Duration) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(pause).unwrap_or(Quota::per_minute(NonZeroU32::MIN)).allow_burst(burst)
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // With the burst no more than thirty within an hour (`safety.md` A8).
            unproven: RateLimiter::keyed(quota(6, Duration::from_secs(150))),
            // Whoever holds the second factor is not kept out by those who do not.
            proven: RateLimiter::keyed(quota(6, Duration::from_secs(10))),
            organisations: RateLimiter::keyed(quota(60, Duration::from_secs(20))),
            all: RateLimiter::direct(quota(100, Duration::from_millis(100))),
        }
    }
}

impl Limits {
    /// Waits until a try is allowed.
    async fn pass<E>(
        mut check: impl FnMut() -> Result<(), E>,
        wait: impl Fn(&E) -> Duration,
    ) -> Result<(), TooSoon> {
        let mut waited = Duration::ZERO;
        loop {
            let Err(not_yet) = check() else { return Ok(()) };
            let pause = wait(&not_yet);
            waited += pause;
            if waited > PATIENCE {
                return Err(TooSoon(pause));
            }
            tokio::time::sleep(pause).await;
        }
    }

    /// A try to sign in under a name. `proven` when the second factor was right.
    pub(crate) async fn sign_in(
        &self,
        name: &str,
        proven: bool,
        organisations: impl Iterator<Item = OrganisationId>,
    ) -> Result<(), TooSoon> {
        let clock = DefaultClock::default();
        let limiter = if proven { &self.proven } else { &self.unproven };
        if limiter.len() > REMEMBERED {
            limiter.retain_recent();
        }
        // Names are kept as hashes: what people mistype is nobody's business.
        let name = secrets::fingerprint(name);
        Self::pass(|| limiter.check_key(&name), |not| not.wait_time_from(clock.now())).await?;
        if !proven {
            for id in organisations {
                Self::pass(
                    || self.organisations.check_key(&id),
                    |not| not.wait_time_from(clock.now()),
                )
                .await?;
            }
        }
        Self::pass(|| self.all.check(), |not| not.wait_time_from(clock.now())).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a8_a_thousand_tries_get_few_answers_and_keep_nobody_else_out() {
        let limits = Limits::default();
        let mut evaluated = 0;
        for _ in 0..1000 {
            if limits.sign_in("anna", false, std::iter::empty()).await.is_ok() {
                evaluated += 1;
            }
        }
        assert_eq!(
            evaluated, 6,
            "the burst; one every two and a half minutes follows, thirty in the first hour"
        );
        assert!(limits.sign_in("anna", true, std::iter::empty()).await.is_ok(), "with her factor");
        assert!(limits.sign_in("boris", false, std::iter::empty()).await.is_ok(), "another one");
    }
}
