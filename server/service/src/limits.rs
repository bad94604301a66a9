//! How often something that could be guessed may be tried: a password, a code of the second factor,
//! a recovery code. Counts are kept in the database, for all processes together, and never by
//! address, because everyone behind an onion service or a proxy shares one.
//!
//! Who tries decides on whose account it counts (`decisions/0052-tries.md`): whoever knows no more
//! than a name spends what all strangers share for it, and nothing of what its owner has in a
//! browser in which they were before, with a recovery code, or while they are signed in.

use std::{num::NonZeroU32, time::Duration};

use domain::{AccountId, SessionId, fold::fold};
use governor::{
    DefaultDirectRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};
use store::tries::{self, Pace};

use crate::{Failure, Services, secrets};

/// With the burst no more than thirty within an hour (`safety.md` A8).
const PACE: Pace = Pace { burst: 6, pause: 150 };
/// The longest a stranger's try is held back while there are too many of them at the server.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many hexadecimal digits of a name's hash are kept. That is enough to tell names apart and too
/// little to find out what somebody typed into the field of the name, if it was their password.
const DIGITS: usize = 6;

/// Too many tries: the seconds to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooSoon(pub u64);

/// On whose account a try counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trying {
    /// Whoever knows this name, whether there is such an account or not.
    Stranger(String),
    /// A browser in which the account's owner has signed in before, by the hash of its token.
    Known(String),
    /// Whoever holds one of the account's recovery codes, which nobody can guess.
    Holder(AccountId),
    /// Whoever is signed in already.
    SignedIn(SessionId),
}

impl Trying {
    /// Somebody of whom nothing is known but the name they typed.
    pub(crate) fn stranger(name: &str) -> Self {
        let hash = secrets::fingerprint(&fold(name));
        Self::Stranger(hash.chars().take(DIGITS).collect())
    }

    fn key(&self) -> String {
        match self {
            Self::Stranger(name) => format!("name {name}"),
            Self::Known(browser) => format!("browser {browser}"),
            Self::Holder(account) => format!("codes {account}"),
            Self::SignedIn(session) => format!("session {session}"),
        }
    }
}

/// Counts a try, or refuses it.
pub(crate) async fn count(
    services: &Services,
    trying: &Trying,
) -> Result<Result<(), TooSoon>, Failure> {
    let now = services.now().timestamp();
    let transaction = services.begin().await?;
    let counted = tries::take(&transaction, &trying.key(), PACE, now).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(counted.map_err(|wait| TooSoon(u64::try_from(wait).unwrap_or(1))))
}

/// Takes a try back that was right.
pub(crate) async fn give_back<C: store::ConnectionTrait>(
    c: &C,
    trying: &Trying,
) -> Result<(), Failure> {
    Ok(tries::give_back(c, &trying.key(), PACE).await?)
}

/// [`give_back`] in a transaction of its own.
pub(crate) async fn forgive(services: &Services, trying: &Trying) -> Result<(), Failure> {
    let transaction = services.begin().await?;
    give_back(&transaction, trying).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

/// How many tries of strangers this process works at: a password costs memory and time.
#[derive(Debug)]
pub(crate) struct Limits {
    strangers: DefaultDirectRateLimiter,
}

impl Default for Limits {
    fn default() -> Self {
        let burst = NonZeroU32::new(100).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::with_period(Duration::from_millis(100))
            .unwrap_or(Quota::per_minute(NonZeroU32::MIN))
            .allow_burst(burst);
        Self { strangers: RateLimiter::direct(quota) }
    }
}

impl Limits {
    /// Waits until the server works at one more try of a stranger.
    pub(crate) async fn work_for_strangers(&self) -> Result<(), TooSoon> {
        let clock = DefaultClock::default();
        let mut waited = Duration::ZERO;
        loop {
            let Err(not_yet) = self.strangers.check() else { return Ok(()) };
            let pause = not_yet.wait_time_from(clock.now());
            waited += pause;
            if waited > PATIENCE {
                return Err(TooSoon(pause.as_secs() + 1));
            }
            tokio::time::sleep(pause).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_the_same_however_it_is_written_and_cannot_be_read_back() {
        let Trying::Stranger(kept) = Trying::stranger("Anna  ПЕТРОВА") else { panic!() };
        assert_eq!(Trying::Stranger(kept.clone()), Trying::stranger("anna петрова"));
        assert_ne!(Trying::Stranger(kept.clone()), Trying::stranger("anna"));
        assert_eq!(kept.len(), DIGITS);
    }

    #[tokio::test]
    async fn a_flood_of_strangers_is_held_back() {
        let limits = Limits::default();
        let many = (0..300).map(|_| limits.work_for_strangers());
        let mut worked = 0;
        for one in many {
            // The first hundred are free, then each waits a tenth of a second.
            worked += u32::from(tokio::time::timeout(Duration::from_millis(1), one).await.is_ok());
        }
        assert!((100..200).contains(&worked), "{worked}");
    }
}
