//! The audit trail against whoever writes into the database: what is cut off, emptied or written anew
//! is named, on either database. What crashes and time do is not taken for an attack.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::TimeDelta;
use service::{
    Actor, Services, backup, organisations, retention,
    trail::{self, Broken, Holds, TrailFailure, TrailPlace},
};
use store::{
    ConnectionTrait as _, DatabaseConnection,
    audit::{self, Act},
    testing::{Statement, TestDatabase},
};
use tempfile::TempDir;

use crate::common::{Counted, Hand, services_with_clock};

static OPERATOR: Actor = Actor::operator();

/// A server whose trail is kept from a folder outside of the database.
struct Kept {
    test: TestDatabase,
    services: Services,
    hand: Hand,
    folder: TempDir,
}

impl Kept {
    async fn start() -> Self {
        let (test, _, hand) = services_with_clock().await;
        let services = process(&test.url, &hand).await;
        let folder = tempfile::tempdir().unwrap();
        let services = services.with_trail(place(folder.path(), &test.url)).await.unwrap();
        Self { test, services, hand, folder }
    }

    /// With entries on the trail, all of them anchored. Returns how many.
    async fn with_entries() -> (Self, i64) {
        let kept = Self::start().await;
        for name in ["Alder", "Birch", "Cedar"] {
            kept.act(name).await;
        }
        let holds = kept.holds().await;
        assert!(holds.entries >= 3 && holds.newer == 0, "{holds:?}");
        (kept, holds.entries)
    }

    fn place(&self) -> TrailPlace {
        place(self.folder.path(), &self.test.url)
    }

    async fn act(&self, name: &str) {
        organisations::add(&self.services, &OPERATOR, name).await.unwrap();
    }

    async fn run(&self, statements: &[&str]) {
        for statement in statements {
            self.test.db.execute_unprepared(statement).await.unwrap();
        }
    }

    async fn verify(&self) -> Result<Holds, Broken> {
        trail::verify(&self.services, &OPERATOR).await.unwrap()
    }

    async fn holds(&self) -> Holds {
        self.verify().await.unwrap()
    }

    /// Another process on the same database, which finds key and anchor in a folder.
    async fn again(&self, folder: &Path) -> Result<Services, TrailFailure> {
        process(&self.test.url, &self.hand).await.with_trail(place(folder, &self.test.url)).await
    }

    fn file(&self, ending: &str) -> std::path::PathBuf {
        let mut files = fs::read_dir(self.folder.path()).unwrap().map(|file| file.unwrap().path());
        files.find(|file| file.extension().is_some_and(|end| end == ending)).unwrap()
    }
}

/// A process on a database, with a connection of its own; no two draw the same bytes.
async fn process(url: &str, hand: &Hand) -> Services {
    static FIRST: AtomicU64 = AtomicU64::new(1 << 20);
    let chance = Counted::from(FIRST.fetch_add(1 << 20, Ordering::Relaxed));
    Services::connect(url, None, Arc::new(hand.clone()), Arc::new(chance)).await.unwrap()
}

fn place(folder: &Path, url: &str) -> TrailPlace {
    TrailPlace::new(folder, url).unwrap()
}

fn act(act: &'static str) -> Act {
    Act {
        account: None,
        act,
        object: "server",
        object_id: None,
        organisation: None,
        at: "2026-11-23T12:00:00Z".parse().unwrap(),
    }
}

#[tokio::test]
async fn t4_what_is_cut_off_or_changed_by_hand_is_named() {
    let cases = [
        ("the newest", "DELETE FROM audit WHERE number = {n}"),
        ("the newest two", "DELETE FROM audit WHERE number >= {n} - 1"),
        ("the oldest", "DELETE FROM audit WHERE number = 1"),
        ("one between", "DELETE FROM audit WHERE number = 2"),
        ("all", "DELETE FROM audit"),
        ("changed", "UPDATE audit SET act = 'signed_in' WHERE number = 2"),
        ("the newest changed", "UPDATE audit SET act = 'signed_in' WHERE number = {n}"),
        (
            "the oldest, as if removed by age",
            "DELETE FROM audit WHERE number = 1; UPDATE trail_key SET removed = 1; \
             UPDATE state SET value = 1 WHERE name = 'trail'",
        ),
        ("another key", "UPDATE trail_key SET name = 'x'"),
        ("the key is said to begin later", "UPDATE trail_key SET first = {n} + 1"),
    ];
    for (what, change) in cases {
        let (kept, n) = Kept::with_entries().await;
        let expected = match what {
            "the newest" => Broken::Missing(n, n),
            "the newest two" => Broken::Missing(n - 1, n),
            "the oldest" => Broken::Missing(1, 1),
            "one between" => Broken::Missing(2, 2),
            "all" => Broken::Missing(1, n),
            "changed" => Broken::Changed(2),
            "the newest changed" => Broken::Changed(n),
            "another key" => Broken::Key,
            _ => Broken::Note,
        };
        let change = change.replace("{n}", &n.to_string());
        kept.run(&change.split(';').collect::<Vec<_>>()).await;
        assert_eq!(kept.verify().await, Err(expected), "{what}");
        if what == "another key" {
            continue;
        }
        // Nothing that comes after hides it.
        for name in ["Dogwood", "Elder", "Fir", "Gorse"] {
            kept.act(name).await;
        }
        assert!(kept.verify().await.is_err(), "{what}, and work went on");
        let services = kept.again(kept.folder.path()).await.unwrap();
        services.follow().await.unwrap();
        let later = trail::verify(&services, &OPERATOR).await.unwrap();
        assert!(later.is_err(), "{what}, and the server was started again");
    }
}

/// Whoever writes into the database only knows no key: a chain that is sound by itself does not fit the
/// anchor, and one that is put in the place of an older part does not fit the first entry under the key.
#[tokio::test]
async fn t4_a_trail_that_was_written_anew_is_named() {
    let (kept, n) = Kept::with_entries().await;
    kept.run(&["DELETE FROM audit", "DELETE FROM trail_key"]).await;
    for _ in 0..n + 2 {
        audit::append(&kept.test.db, None, &act("forged")).await.unwrap();
    }
    let sound = audit::verify(&kept.test.db, None, None).await.unwrap();
    assert!(sound.is_ok(), "it is sound by itself");
    let services = kept.again(kept.folder.path()).await.unwrap();
    let found = trail::verify(&services, &OPERATOR).await.unwrap();
    assert_eq!(found, Err(Broken::Rewritten(n)));

    // Emptied, with all that the database knows of keys.
    let (kept, n) = Kept::with_entries().await;
    kept.run(&["DELETE FROM audit", "DELETE FROM trail_key"]).await;
    let services = kept.again(kept.folder.path()).await.unwrap();
    let found = trail::verify(&services, &OPERATOR).await.unwrap();
    assert_eq!(found, Err(Broken::Missing(1, n)));

    // Entries under another key.
    let (kept, n) = Kept::with_entries().await;
    let foreign = store::seal::TrailKey::new([9; 32]);
    let refused = audit::append(&kept.test.db, Some(&foreign), &act("forged")).await;
    assert!(matches!(refused, Err(store::StoreError::TrailKey)));
    let insert = format!(
        "INSERT INTO audit SELECT number + 1, hour, account_id, act, object, object_id, organisation_id, hash, hash \
         FROM audit WHERE number = {n}"
    );
    kept.run(&[&insert]).await;
    assert_eq!(kept.verify().await, Err(Broken::Changed(n + 1)));
}

/// A trail from before there was a key: checked by the old rule up to where the key begins, and held on
/// to from there.
#[tokio::test]
async fn a_trail_from_before_there_was_a_key_goes_on() {
    let (test, services, hand) = services_with_clock().await;
    for _ in 0..4 {
        audit::append(&test.db, None, &act("old")).await.unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let services = services.with_trail(place(folder.path(), &test.url)).await.unwrap();
    let kept = Kept { test, services, hand, folder };
    assert_eq!(kept.holds().await, Holds { entries: 4, removed: 0, newer: 0, lost: 0 });
    kept.act("Alder").await;
    let entries = kept.holds().await.entries;
    assert!(entries > 4);

    kept.run(&["UPDATE audit SET act = 'new' WHERE number = 2"]).await;
    assert_eq!(kept.verify().await, Err(Broken::Changed(2)));
    // The whole older part, sound by itself.
    let forged = TestDatabase::migrated().await.unwrap();
    for _ in 0..4 {
        audit::append(&forged.db, None, &act("forged")).await.unwrap();
    }
    copy(&forged.db, &kept.test.db).await;
    assert_eq!(
        kept.verify().await,
        Err(Broken::Changed(5)),
        "the first under the key knows better"
    );
}

/// Puts the entries of one trail in the place of those of the same number in another.
async fn copy(from: &DatabaseConnection, to: &DatabaseConnection) {
    let all = Statement::from_string(
        from.get_database_backend(),
        "SELECT number, act, previous, hash FROM audit",
    );
    for row in from.query_all_raw(all).await.unwrap() {
        let text = |column: &str| row.try_get::<String>("", column).unwrap();
        let number: i64 = row.try_get("", "number").unwrap();
        let change = format!(
            "UPDATE audit SET act = '{}', previous = '{}', hash = '{}' WHERE number = {number}",
            text("act"),
            text("previous"),
            text("hash")
        );
        to.execute_unprepared(&change).await.unwrap();
    }
}

/// The anchor is written after the entries: a crash in between leaves entries that are newer and hold.
#[tokio::test]
async fn a_crash_between_act_and_anchor_is_no_alarm() {
    let (kept, n) = Kept::with_entries().await;
    let anchor = kept.file("trail-anchor");
    let before = fs::read(&anchor).unwrap();
    kept.act("Dogwood").await;
    assert_ne!(fs::read(&anchor).unwrap(), before);
    fs::write(&anchor, &before).unwrap();
    let holds = kept.holds().await;
    assert!(holds.newer > 0 && holds.entries - holds.newer == n, "{holds:?}");
    let services = kept.again(kept.folder.path()).await.unwrap();
    let holds = trail::verify(&services, &OPERATOR).await.unwrap().unwrap();
    assert_eq!(holds.newer, 0, "whoever starts next anchors them");

    // A crash before the database knew of the key.
    let (test, services, hand) = services_with_clock().await;
    let folder = tempfile::tempdir().unwrap();
    let files = ["trail-key", "trail-anchor"].map(|ending| kept.file(ending));
    let name = |of: &Path, url: &str| {
        let ending = of.extension().unwrap().to_str().unwrap().to_owned();
        folder.path().join(format!("{}.{ending}", store::db::name(url).unwrap()))
    };
    fs::copy(&files[0], name(&files[0], &test.url)).unwrap();
    let services = services.with_trail(place(folder.path(), &test.url)).await.unwrap();
    let kept = Kept { test, services, hand, folder };
    kept.act("Alder").await;
    kept.holds().await;
}

#[tokio::test]
async fn without_its_anchor_a_trail_is_not_trusted() {
    let (kept, _) = Kept::with_entries().await;
    let anchor = kept.file("trail-anchor");
    let content = fs::read(&anchor).unwrap();
    for damaged in [&b""[..], b"waxwing trail anchor", b"waxwing trail anchor x y\n", b"\xff\xfe"] {
        fs::write(&anchor, damaged).unwrap();
        assert_eq!(kept.verify().await, Err(Broken::Anchor), "{damaged:?}");
    }
    fs::remove_file(&anchor).unwrap();
    assert_eq!(kept.verify().await, Err(Broken::Anchor));
    kept.act("Dogwood").await;
    assert_eq!(kept.verify().await, Err(Broken::Anchor), "no new one in its place unasked");
    fs::write(&anchor, content).unwrap();
    kept.holds().await;
}

/// Whoever can write into the database only cannot have the program remove what they want gone.
#[tokio::test]
async fn hours_that_were_set_back_remove_nothing() {
    for change in [
        "UPDATE audit SET hour = '2020-01-01 00:00:00+00:00' WHERE number <= 2",
        "UPDATE audit SET act = 'signed_in', hour = '2020-01-01 00:00:00+00:00' WHERE number = 1",
    ] {
        let (kept, n) = Kept::with_entries().await;
        kept.run(&[change]).await;
        let removed = retention::apply(&kept.services, &OPERATOR).await.unwrap();
        assert_eq!((removed.trail, removed.broken), (0, Some(Broken::Changed(1))), "{change}");
        assert_eq!(kept.verify().await, Err(Broken::Changed(1)), "{change}");
        assert!(audit::hash_of(&kept.test.db, 1).await.unwrap().is_some(), "{change}");
        assert_eq!(audit::head(&kept.test.db).await.unwrap().number, n, "{change}");
    }
}

/// What stands before the first entry would be shown on pages, so it is looked for.
#[tokio::test]
async fn entries_before_the_first_are_named() {
    let (kept, _) = Kept::with_entries().await;
    kept.run(&["INSERT INTO audit (number, hour, act, object, previous, hash) SELECT 0, hour, 'donor_cleared', 'donor', 'x', 'y' FROM audit WHERE number = 1"]).await;
    assert_eq!(kept.verify().await, Err(Broken::Changed(0)));
    let removed = retention::apply(&kept.services, &OPERATOR).await.unwrap();
    assert_eq!(removed.broken, Some(Broken::Changed(0)), "nor does the program sign for it");
}

/// What retention removes is noted under the key, in the same transaction.
#[tokio::test]
async fn what_is_removed_by_age_is_no_alarm_and_more_than_that_is() {
    let (kept, n) = Kept::with_entries().await;
    let anchor = kept.file("trail-anchor");
    let before = fs::read(&anchor).unwrap();
    kept.hand.move_on(TimeDelta::days(731));
    kept.act("Dogwood").await;
    let removed = retention::apply(&kept.services, &OPERATOR).await.unwrap();
    assert_eq!(removed.trail, u64::try_from(n).unwrap());
    let holds = kept.holds().await;
    assert!(holds.entries > n);
    // A machine that was off meanwhile still has the anchor of before.
    fs::write(&anchor, &before).unwrap();
    assert_eq!(kept.holds().await.entries, holds.entries);
    kept.act("Elder").await;
    let first = n + 1;
    kept.run(&[&format!("DELETE FROM audit WHERE number = {first}")]).await;
    assert_eq!(kept.verify().await, Err(Broken::Missing(first, first)));
}

/// Processes that share a folder share key and anchor; one elsewhere needs a copy of both.
#[tokio::test(flavor = "multi_thread")]
async fn several_processes_keep_one_trail() {
    let (kept, _) = Kept::with_entries().await;
    let key = fs::read(kept.file("trail-key")).unwrap();
    let others = [
        kept.again(kept.folder.path()).await.unwrap(),
        kept.again(kept.folder.path()).await.unwrap(),
    ];
    let writers = others.clone().into_iter().enumerate().map(|(number, services)| {
        tokio::spawn(async move {
            for part in 0..6 {
                let name = format!("Common {number} {part}");
                organisations::add(&services, &OPERATOR, &name).await.unwrap();
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    for services in &others {
        services.follow().await.unwrap();
        assert_eq!(trail::verify(services, &OPERATOR).await.unwrap().unwrap().newer, 0);
    }
    assert_eq!(fs::read(kept.file("trail-key")).unwrap(), key);

    let elsewhere = tempfile::tempdir().unwrap();
    let refused = kept.again(elsewhere.path()).await.unwrap_err();
    assert!(matches!(refused, TrailFailure::Missing(_)), "{refused}");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0, "nothing is made there");
    for ending in ["trail-key", "trail-anchor"] {
        let file = kept.file(ending);
        fs::copy(&file, elsewhere.path().join(file.file_name().unwrap())).unwrap();
    }
    let there = kept.again(elsewhere.path()).await.unwrap();
    organisations::add(&there, &OPERATOR, "Elsewhere").await.unwrap();
    kept.services.follow().await.unwrap();
    assert_eq!(kept.holds().await.newer, 0, "each keeps its own anchor up to date");
    assert_eq!(trail::verify(&there, &OPERATOR).await.unwrap().unwrap().newer, 0);

    // A key of another trail.
    let other = Kept::start().await;
    fs::copy(
        other.file("trail-key"),
        elsewhere.path().join(kept.file("trail-key").file_name().unwrap()),
    )
    .unwrap();
    assert!(matches!(kept.again(elsewhere.path()).await, Err(TrailFailure::Foreign(_))));
}

#[tokio::test]
async fn a_trail_whose_key_is_lost_goes_on_and_says_so() {
    let (kept, n) = Kept::with_entries().await;
    let anew = || process(&kept.test.url, &kept.hand);
    let whole = trail::begin_anew(&anew().await, &OPERATOR, &kept.place()).await;
    assert!(matches!(whole, Err(TrailFailure::Whole)));
    let nobody = trail::begin_anew(&anew().await, &Actor::anonymous(), &kept.place()).await;
    assert!(matches!(nobody, Err(TrailFailure::Failure(_))));

    fs::remove_file(kept.file("trail-key")).unwrap();
    assert!(matches!(kept.again(kept.folder.path()).await, Err(TrailFailure::Missing(_))));
    trail::begin_anew(&anew().await, &OPERATOR, &kept.place()).await.unwrap();
    let services = kept.again(kept.folder.path()).await.unwrap();
    let holds = trail::verify(&services, &OPERATOR).await.unwrap().unwrap();
    assert_eq!(holds, Holds { entries: n + 1, removed: 0, newer: 0, lost: n });
    let late = organisations::add(&kept.services, &OPERATOR, "Late").await;
    assert!(late.is_err(), "a process with the old key writes nothing more");
    organisations::add(&services, &OPERATOR, "Dogwood").await.unwrap();
    kept.run(&["DELETE FROM audit WHERE number = 2"]).await;
    let found = trail::verify(&services, &OPERATOR).await.unwrap();
    assert_eq!(
        found,
        Err(Broken::Missing(2, 2)),
        "what is under the lost key still hangs together"
    );

    // Only the anchor.
    let (kept, n) = Kept::with_entries().await;
    fs::remove_file(kept.file("trail-anchor")).unwrap();
    let anew = process(&kept.test.url, &kept.hand).await;
    trail::begin_anew(&anew, &OPERATOR, &kept.place()).await.unwrap();
    kept.services.follow().await.unwrap();
    assert_eq!(kept.holds().await, Holds { entries: n + 1, removed: 0, newer: 0, lost: 0 });
}

/// Key and anchor come back with a backup, also one that was made while others wrote.
#[tokio::test(flavor = "multi_thread")]
async fn r6_a_backup_brings_the_trail_along() {
    use age::{secrecy::ExposeSecret as _, x25519};

    let (kept, n) = Kept::with_entries().await;
    let away = tempfile::tempdir().unwrap();
    let secret = x25519::Identity::generate();
    let identity = away.path().join("identity");
    fs::write(&identity, secret.to_string().expose_secret()).unwrap();
    let recipients = [secret.to_public().to_string()];
    let write = async |services: &Services, name: &str| {
        let file = away.path().join(name);
        Box::pin(backup::write(services, &OPERATOR, &kept.test.url, &recipients, &file))
            .await
            .unwrap();
        file
    };
    let file = write(&kept.services, "new.age").await;
    kept.act("Dogwood").await;
    let sealed = fs::read(&file).unwrap();
    let key = fs::read_to_string(kept.file("trail-key")).unwrap();
    let key = key.trim().rsplit(' ').next().unwrap();
    assert!(!sealed.windows(64).any(|part| part == key.as_bytes()), "the key lies open");

    let empty = TestDatabase::unmade().await.unwrap();
    let new_home = tempfile::tempdir().unwrap();
    let home = place(new_home.path(), &empty.url);
    Box::pin(backup::read(&empty.url, None, &home, &file, &identity)).await.unwrap();
    let connect = async |url: &str, place: TrailPlace| {
        process(url, &kept.hand).await.with_trail(place).await.unwrap()
    };
    let restored = connect(&empty.url, home.clone()).await;
    let holds = trail::verify(&restored, &OPERATOR).await.unwrap().unwrap();
    assert_eq!((holds.entries, holds.newer), (n, 0), "as it was when the copy was made");
    organisations::add(&restored, &OPERATOR, "Elder").await.unwrap();
    trail::verify(&restored, &OPERATOR).await.unwrap().unwrap();

    // Not where another trail is kept.
    let foreign = Kept::start().await;
    let occupied = TestDatabase::unmade().await.unwrap();
    let of_other = place(foreign.folder.path(), &foreign.test.url);
    let refused = Box::pin(backup::read(&occupied.url, None, &of_other, &file, &identity)).await;
    assert!(matches!(refused, Err(backup::BackupFailure::Trail(TrailFailure::Foreign(_)))));
    foreign.holds().await;

    // A backup of a version that knew no key.
    let plain = process(&kept.test.url, &kept.hand).await;
    kept.run(&["DELETE FROM audit", "DELETE FROM trail_key"]).await;
    audit::append(&kept.test.db, None, &act("old")).await.unwrap();
    let old = write(&plain, "old.age").await;
    let empty = TestDatabase::unmade().await.unwrap();
    let new_home = tempfile::tempdir().unwrap();
    let home = place(new_home.path(), &empty.url);
    Box::pin(backup::read(&empty.url, None, &home, &old, &identity)).await.unwrap();
    assert_eq!(fs::read_dir(new_home.path()).unwrap().count(), 0);
    let restored = connect(&empty.url, home).await;
    let holds = trail::verify(&restored, &OPERATOR).await.unwrap().unwrap();
    assert_eq!((holds.entries, holds.newer), (1, 0));
}
