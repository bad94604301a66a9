//! The audit trail as those see it whom it concerns.

use domain::{OrganisationId, Role};
pub use store::audit::{Broken, Holds};
use store::audit::{Entry, Part};

pub use crate::anchor::{TrailFailure, TrailPlace, begin_anew};
use crate::{Actor, Failure, Page, Services, page};

/// An entry with the name of whoever did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailLine {
    /// The entry.
    pub entry: Entry,
    /// The name of the account; `None` when it is gone, or it was the person at the machine.
    pub name: Option<String>,
}

/// Whose part of the trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrailOf {
    /// What the actor did.
    Own,
    /// What concerns an organisation, for its members.
    Organisation(OrganisationId),
    /// What concerns the server, for admins.
    Server,
}

/// A page of a part of the trail, newest first.
///
/// # Errors
/// [`Failure::NotFound`] or [`Failure::Forbidden`] when the actor may not see it.
pub async fn list(
    services: &Services,
    actor: &Actor,
    of: TrailOf,
    asked: u32,
) -> Result<Page<TrailLine>, Failure> {
    let part = match of {
        TrailOf::Own => Part::Account(actor.known()?),
        TrailOf::Organisation(id) => {
            actor.at_least(Role::Viewer, id)?;
            Part::Organisation(id)
        }
        TrailOf::Server => {
            actor.admin()?;
            Part::Server
        }
    };
    let size = u64::from(page::SIZE);
    let wanted = u64::from(asked.max(1) - 1);
    let (mut rows, total) = store::audit::page(services.db.reads(), part, wanted, size).await?;
    let (number, pages, _) = Page::<()>::range(asked, usize::try_from(total).unwrap_or(usize::MAX));
    if rows.is_empty() && total > 0 {
        rows = store::audit::page(services.db.reads(), part, u64::from(number - 1), size).await?.0;
    }
    let ids: Vec<_> = rows.iter().filter_map(|entry| entry.account).collect();
    let names = store::accounts::names(services.db.reads(), &ids).await?;
    let rows = rows
        .into_iter()
        .map(|entry| TrailLine {
            name: entry.account.and_then(|id| names.get(&id).cloned()),
            entry,
        })
        .collect();
    Ok(Page { rows, total, page: number, pages })
}

/// Checks the whole trail up to its anchor and its end: how many entries it has, or what is not as it
/// was written.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever is no admin.
pub async fn verify(services: &Services, actor: &Actor) -> Result<Result<Holds, Broken>, Failure> {
    actor.admin()?;
    let Some(trail) = &services.trail else {
        return Ok(store::audit::verify(services.db.reads(), None, None).await?);
    };
    // Before the entries: those that come meanwhile are newer than it.
    let Ok(Some(anchor)) = trail.anchor() else { return Ok(Err(Broken::Anchor)) };
    Ok(store::audit::verify(services.db.reads(), Some(&trail.key), Some(&anchor)).await?)
}
