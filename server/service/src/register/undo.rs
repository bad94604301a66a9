//! Taking back a list that was read by mistake.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::{BatchId, Country, EntryId, LegalStatusKind, RegisterEntry, RegisterList};
pub use store::register::Import as Undoable;
use store::{ConnectionTrait, StoreError, register};

use super::{Laid, ListKey, list_of};
use crate::{Actor, Failure, Services, services::News};

/// Keeps how the rows were that are written, for each country and kind of the file.
pub(super) async fn remember<C: ConnectionTrait>(
    services: &Services,
    c: &C,
    laid: &Laid,
    date: NaiveDate,
) -> Result<(), StoreError> {
    let known: HashMap<EntryId, &RegisterEntry> =
        laid.before.entries.iter().map(|entry| (entry.id, entry)).collect();
    let mut rows: BTreeMap<ListKey, Vec<(EntryId, Option<&RegisterEntry>)>> = BTreeMap::new();
    let changed = laid.named.iter().filter(|(before, entry)| before != entry);
    for entry in changed.map(|(_, entry)| entry).chain(&laid.gone).chain(&laid.new) {
        let row = (entry.id, known.get(&entry.id).copied());
        rows.entry(list_of(entry)).or_default().push(row);
    }
    for list in &laid.lists {
        rows.entry((list.country, list.kind)).or_default();
    }
    for ((country, kind), rows) in rows {
        let id = BatchId::from_random(services.chance().bytes()).uuid();
        let list = RegisterList { country, kind, date };
        let before = laid.before.day((country, kind));
        register::note_import(c, (id, list, before), services.now(), &rows).await?;
    }
    Ok(())
}

/// What was read last into each register, as far as it can be taken back. The register that comes with
/// the program stays.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls.
pub async fn undoable(services: &Services, actor: &Actor) -> Result<Vec<Undoable>, Failure> {
    actor.keeps()?;
    let c = services.db.reads();
    let mut found = Vec::new();
    for list in register::lists(c).await? {
        found.extend(register::newest_import(c, (list.country, list.kind)).await?);
    }
    Ok(found)
}

/// Takes back what was read last into the register of a country and kind: bodies that only this file
/// named go, the others are as they were, and so is the day of the list. Bodies about which a person
/// decided stay with the decision. With a number, and the moment in seconds where it is known, it is that import or
/// none: who clicks twice takes one back.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever keeps no calls; [`Failure::NotFound`] when there is none to take
/// back, or a newer one.
pub async fn take_back(
    services: &Services,
    actor: &Actor,
    (country, kind): (Country, LegalStatusKind),
    number: Option<(i32, Option<i64>)>,
) -> Result<(), Failure> {
    actor.keeps()?;
    if actor.is_demonstration() {
        return Err(Failure::Forbidden);
    }
    let transaction = services.begin().await?;
    let c = &transaction;
    let newest = register::newest_import(c, (country, kind)).await?;
    let import = match (newest, number) {
        (Some(import), None) => import,
        // Numbers are given again when an import was taken back; the moment tells them apart.
        (Some(import), Some((number, at)))
            if import.number == number && at.is_none_or(|at| at == import.at.timestamp()) =>
        {
            import
        }
        // The same form once more.
        (newest, Some((number, _))) if newest.as_ref().is_none_or(|one| one.number <= number) => {
            return Ok(());
        }
        _ => return Err(Failure::NotFound),
    };
    let decided: BTreeSet<EntryId> =
        register::decisions(c).await?.into_iter().map(|one| one.entry).collect();
    let entries = register::entries(c, Some((country, kind))).await?;
    let today = services.today();
    for (id, was) in register::before_import(c, import.id).await? {
        match was {
            Some(entry) => register::update(c, &entry).await?,
            None if !decided.contains(&id) => register::remove(c, id).await?,
            None => {
                let Some(mut entry) = entries.iter().find(|entry| entry.id == id).cloned() else {
                    continue;
                };
                entry.listed = entry.listed.min(import.before.unwrap_or(today));
                entry.gone_since = import.before;
                register::update(c, &entry).await?;
            }
        }
    }
    match import.before {
        Some(date) => register::put_list(c, RegisterList { country, kind, date }).await?,
        None => register::drop_list(c, (country, kind)).await?,
    }
    register::forget_import(c, import.id).await?;
    let act = actor.does(services, "register_taken_back");
    services.record(c, act, "register", uuid::Uuid::nil(), None).await?;
    services.commit(transaction, News::Calls).await
}
