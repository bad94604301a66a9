//! What is not kept: each kind of record for its time, then no longer (`safety.md` D8).

use chrono::TimeDelta;

use store::audit::Broken;

use crate::{Actor, Failure, Services, approvals};

/// How long a form that was sent is recognised when it is sent again.
const KEEP_FORMS: TimeDelta = TimeDelta::days(2);

/// What was removed because its time was over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Sessions.
    pub sessions: u64,
    /// Entries of the trail.
    pub trail: u64,
    /// What is wrong with the trail: then none of its entries was removed.
    pub broken: Option<Broken>,
    /// Imports of which it was forgotten who made them.
    pub imports: u64,
}

/// Removes what has been kept for its time: sessions that are over, browsers that are no longer known,
/// counts of tries that say nothing any more, links and requests for a second
/// person that can no longer be used, old entries of the trail, the names behind old imports.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever is no admin; [`Failure::Internal`].
pub async fn apply(services: &Services, actor: &Actor) -> Result<Removed, Failure> {
    actor.admin()?;
    let now = services.now();
    let settings = services.settings();
    let transaction = services.begin().await?;
    let trail =
        store::audit::delete_before(&transaction, services.trail_key(), now - settings.keep_trail)
            .await?;
    if trail.is_err() {
        tracing::error!(
            "the audit trail was changed, none of it is removed: see `waxwing audit verify`"
        );
    }
    let removed = Removed {
        sessions: store::sessions::delete_dead(&transaction, services.alive()).await?,
        trail: trail.unwrap_or(0),
        broken: trail.err(),
        imports: store::batches::forget_actors(&transaction, now - settings.keep_imports).await?,
    };
    store::form_keys::delete_before(&transaction, now - KEEP_FORMS).await?;
    store::invitations::delete_all(&transaction, None, now).await?;
    store::approvals::delete_before(&transaction, now - approvals::VALID).await?;
    store::browsers::delete_over(&transaction, now).await?;
    store::tries::delete_done(&transaction, now.timestamp()).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    services.purge().await?;
    Ok(removed)
}
