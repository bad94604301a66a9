//! Looking after what is stored, on either database: backups, what is not kept, locking.

use std::fs;

use age::{secrecy::ExposeSecret as _, x25519};
use chrono::TimeDelta;
use service::{
    Actor, Failure,
    backup::{self, BackupFailure},
    demo, invitations, lock, organisations, retention,
    trail::{self, TrailPlace},
};
use store::{
    ConnectionTrait as _,
    testing::{TestDatabase, dump},
};

use crate::common::services_with_clock;

static OPERATOR: Actor = Actor::operator();

#[tokio::test(flavor = "multi_thread")]
async fn r6_a_backup_comes_back_only_with_its_key() {
    let (test, services, _) = services_with_clock().await;
    Box::pin(demo::load(&services, &OPERATOR)).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let [key, other] = [(), ()].map(|()| x25519::Identity::generate());
    let identity = |name: &str, key: &x25519::Identity| {
        let file = folder.path().join(name);
        fs::write(&file, key.to_string().expose_secret()).unwrap();
        file
    };
    let (right, wrong) = (identity("right", &key), identity("wrong", &other));
    let recipients = [key.to_public().to_string()];
    let file = folder.path().join("one.age");
    let write = || Box::pin(backup::write(&services, &OPERATOR, &test.url, &recipients, &file));

    let root = Actor::anonymous();
    let refused = backup::write(&services, &root, &test.url, &recipients, &file).await;
    assert!(matches!(refused, Err(BackupFailure::Failure(Failure::Forbidden))));
    let before = dump(&test.db, &[]).await.unwrap();
    let size = write().await.unwrap();
    assert_eq!(fs::metadata(&file).unwrap().len(), size);
    assert!(matches!(write().await, Err(BackupFailure::File { .. })), "none is written over");

    // Nothing to read in it, and nothing left beside it.
    let sealed = fs::read(&file).unwrap();
    for clear in ["CREATE TABLE", "SQLite format", "PGDMP", "Belarus"] {
        assert!(!sealed.windows(clear.len()).any(|part| part == clear.as_bytes()), "{clear}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);

    let empty = TestDatabase::unmade().await.unwrap();
    let home = TrailPlace::new(folder.path(), &empty.url).unwrap();
    let read = |file, identity| Box::pin(backup::read(&empty.url, None, &home, file, identity));
    assert!(matches!(read(&file, &wrong).await, Err(BackupFailure::WrongKey)));
    assert!(matches!(
        read(&file, &file).await,
        Err(BackupFailure::Identity(_) | BackupFailure::File { .. })
    ));
    let torn = folder.path().join("torn.age");
    fs::write(&torn, &sealed[..sealed.len() - 40]).unwrap();
    let failure = read(&torn, &right).await.unwrap_err();
    assert!(
        matches!(failure, BackupFailure::Damaged(_) | BackupFailure::Copy(_)),
        "a part is not taken for the whole: {failure}"
    );
    read(&file, &right).await.unwrap();
    let back = store::db::connect(&empty.url, None).await.unwrap();
    assert_eq!(dump(&back, &[]).await.unwrap(), before);
    let again = read(&file, &right).await.unwrap_err();
    assert!(again.to_string().contains("not empty"), "{again}");
    assert!(trail::verify(&services, &OPERATOR).await.unwrap().is_ok());
}

#[tokio::test]
async fn old_backups_go_and_others_stay() {
    let (_test, services, hand) = services_with_clock().await;
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join(backup::name(services.now()));
    hand.move_on(TimeDelta::days(31));
    let new = folder.path().join(backup::name(services.now()));
    let foreign = folder.path().join("waxwing-notes.age");
    for file in [&old, &new, &foreign] {
        fs::write(file, "x").unwrap();
    }
    let removed = backup::remove_old(&services, folder.path(), 30).unwrap();
    assert_eq!(removed, [old]);
    assert!(new.exists() && foreign.exists());
}

#[tokio::test]
async fn d8_what_was_kept_for_its_time_goes() {
    let (test, services, hand) = services_with_clock().await;
    organisations::add(&services, &OPERATOR, "Alder").await.unwrap();
    organisations::add(&services, &OPERATOR, "Birch").await.unwrap();
    hand.move_on(TimeDelta::days(700));
    organisations::add(&services, &OPERATOR, "Cedar").await.unwrap();
    let count = async |table: &str| dump(&test.db, &[]).await.unwrap()[table].len();
    let entries = count("audit").await;
    assert_eq!(retention::apply(&services, &Actor::anonymous()).await, Err(Failure::Forbidden));
    let removed = retention::apply(&services, &OPERATOR).await.unwrap();
    assert_eq!(removed.trail, 0, "kept for two years");
    assert_eq!(count("invitation").await, 1, "the newest link can still be used");

    hand.move_on(TimeDelta::days(31));
    let removed = retention::apply(&services, &OPERATOR).await.unwrap();
    assert!(removed.trail >= 2);
    assert_eq!(count("invitation").await, 0, "links that are over go at once");
    assert_eq!(entries - count("audit").await, usize::try_from(removed.trail).unwrap());
    let last = trail::verify(&services, &OPERATOR).await.unwrap().unwrap();
    assert_eq!(last.entries, i64::try_from(entries).unwrap(), "what is left still holds");

    // The newest entry stays for the next to hold on to, however old.
    hand.move_on(TimeDelta::days(3000));
    retention::apply(&services, &OPERATOR).await.unwrap();
    assert_eq!(count("audit").await, 1);
    organisations::add(&services, &OPERATOR, "Dogwood").await.unwrap();
    let holds = trail::verify(&services, &OPERATOR).await.unwrap().unwrap().entries;
    // Whoever removes more than was removed by age is found out.
    test.db.execute_unprepared(&format!("DELETE FROM audit WHERE number < {holds}")).await.unwrap();
    assert!(trail::verify(&services, &OPERATOR).await.unwrap().is_err());
}

#[tokio::test]
async fn d6_a_locked_server_knows_nobody() {
    let (_test, services, _) = services_with_clock().await;
    let link = invitations::setup(&services, &OPERATOR).await.unwrap().unwrap();
    let password = "тихая вода камыш лодка";
    let token = invitations::accept(&services, link.reveal(), "Root", password).await.unwrap();
    let root = service::accounts::authenticate(&services, token.reveal()).await.unwrap();
    assert_eq!(lock::lock(&services, &Actor::anonymous()).await, Err(Failure::Forbidden));
    assert!(!services.follow().await.unwrap());
    lock::lock(&services, &root).await.unwrap();
    assert!(services.follow().await.unwrap());
    let gone = service::accounts::authenticate(&services, token.reveal()).await.unwrap();
    assert_eq!(gone, Actor::anonymous());
    assert_eq!(
        lock::unlock(&services, &root).await,
        Err(Failure::Forbidden),
        "at the machine only"
    );
    lock::unlock(&services, &OPERATOR).await.unwrap();
    assert!(!services.follow().await.unwrap());
}
