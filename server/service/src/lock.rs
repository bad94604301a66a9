//! Locking: every process stops answering and forgets what it holds, until it is started again by
//! somebody at the machine (`safety.md` §3, D6).

use crate::{Actor, Failure, Services};

/// Ends every session and tells every process on this database to lock itself.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever is no admin; [`Failure::Internal`].
pub async fn lock(services: &Services, actor: &Actor) -> Result<(), Failure> {
    actor.admin()?;
    change(services, actor, true, "locked").await
}

/// Lets processes answer again when they are next started.
///
/// # Errors
/// [`Failure::Forbidden`] for anybody but the person at the machine; [`Failure::Internal`].
pub async fn unlock(services: &Services, actor: &Actor) -> Result<(), Failure> {
    actor.admin()?;
    if actor.account().is_some() {
        return Err(Failure::Forbidden);
    }
    change(services, actor, false, "unlocked").await
}

async fn change(
    services: &Services,
    actor: &Actor,
    locked: bool,
    act: &'static str,
) -> Result<(), Failure> {
    let transaction = services.begin().await?;
    if locked {
        store::sessions::end_all(&transaction).await?;
    }
    store::state::set_locked(&transaction, locked).await?;
    let act = actor.does(services, act);
    services.record(&transaction, act, "server", uuid::Uuid::nil(), None).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}
