//! What the stories begin with.

use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

use chrono::{DateTime, TimeDelta, Utc};
use domain::Clock;
use service::{Chance, Services};
use store::testing::TestDatabase;

/// A clock that stands still until it is moved.
#[derive(Clone, Debug)]
pub(crate) struct Hand(Arc<AtomicI64>);

impl Hand {
    pub(crate) fn move_on(&self, by: TimeDelta) {
        self.0.fetch_add(by.num_seconds(), Ordering::Relaxed);
    }
}

impl Clock for Hand {
    fn now(&self) -> DateTime<Utc> {
        let noon: DateTime<Utc> = "2026-11-23T12:00:00Z".parse().unwrap();
        noon + TimeDelta::seconds(self.0.load(Ordering::Relaxed))
    }
}

/// Different bytes each time, the same in every run.
pub(crate) struct Counted(AtomicU64);

impl From<u64> for Counted {
    fn from(first: u64) -> Self {
        Self(AtomicU64::new(first))
    }
}

impl Chance for Counted {
    fn bytes(&self) -> [u8; 16] {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        // Mixed, so that code names are not all of one word.
        let mixed = u128::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_0C83_2D11_A2B5);
        mixed.to_be_bytes()
    }
}

/// Services over a fresh database, at noon of a fixed day.
pub(crate) async fn services() -> (TestDatabase, Services) {
    let (test, services, _) = services_with_clock().await;
    (test, services)
}

/// [`services`] with the hand of their clock.
pub(crate) async fn services_with_clock() -> (TestDatabase, Services, Hand) {
    let test = TestDatabase::migrated().await.unwrap();
    let hand = Hand(Arc::new(AtomicI64::new(0)));
    let chance = Arc::new(Counted::from(1));
    let services =
        Services::connect(&test.url, None, Arc::new(hand.clone()), chance).await.unwrap();
    (test, services, hand)
}

/// Another process on the same database.
pub(crate) async fn another(test: &TestDatabase, hand: &Hand) -> Services {
    let chance = Arc::new(Counted::from(1_000_000));
    Services::connect(&test.url, None, Arc::new(hand.clone()), chance).await.unwrap()
}
