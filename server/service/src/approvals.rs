//! What one person may not do alone: make an admin, erase an organisation, take all its records
//! away. One asks, another one agrees (`safety.md` A12).

use chrono::{DateTime, TimeDelta, Utc};
use domain::{AccountId, ApprovalId, OrganisationId, Role};
use store::approvals::Approval;

use crate::{
    Actor, Failure, FieldProblem, Services, accounts::Hidden, invitations, organisations,
    services::News,
};

/// How long an act waits for a second person.
pub(crate) const VALID: TimeDelta = TimeDelta::days(7);

/// An act that needs two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TwoPersonAct {
    /// A link that makes an admin.
    Admin,
    /// An organisation with everything of it.
    Erase(OrganisationId),
    /// Every record of an organisation in one file.
    Export(OrganisationId),
}

impl TwoPersonAct {
    const fn code(self) -> &'static str {
        match self {
            Self::Admin => "invite_admin",
            Self::Erase(_) => "erase_organisation",
            Self::Export(_) => "export_organisation",
        }
    }

    const fn organisation(self) -> Option<OrganisationId> {
        match self {
            Self::Admin => None,
            Self::Erase(id) | Self::Export(id) => Some(id),
        }
    }

    fn of(approval: &Approval) -> Option<Self> {
        match (approval.act.as_str(), approval.organisation) {
            ("invite_admin", None) => Some(Self::Admin),
            ("erase_organisation", Some(id)) => Some(Self::Erase(id)),
            ("export_organisation", Some(id)) => Some(Self::Export(id)),
            _ => None,
        }
    }

    /// Who may ask for it and who may agree: owners of the organisation, admins for an admin. Nobody
    /// of the demonstration, where one person is everybody.
    fn allowed(self, actor: &Actor) -> Result<(), Failure> {
        match self.organisation() {
            Some(id) => actor.at_least(Role::Owner, id)?,
            None => actor.admin()?,
        }
        if actor.is_demonstration() { Err(Failure::Forbidden) } else { Ok(()) }
    }
}

/// An act that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Identifier.
    pub id: ApprovalId,
    /// What.
    pub act: TwoPersonAct,
    /// Who asked.
    pub asked_by: AccountId,
    /// Their name.
    pub name: String,
    /// When.
    pub asked_at: DateTime<Utc>,
}

/// What came of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// The secret of a link that makes an admin.
    Link(Hidden),
    /// The organisation is gone.
    Erased,
    /// Its records, as lines of JSON.
    File(Vec<u8>),
}

/// Asks for an act. Nothing happens until somebody else agrees.
///
/// # Errors
/// [`Failure::Forbidden`] or [`Failure::NotFound`] when the actor may not;
/// [`Failure::Invalid`] naming `approval` when it was asked for already.
pub async fn ask(services: &Services, actor: &Actor, act: TwoPersonAct) -> Result<(), Failure> {
    act.allowed(actor)?;
    let asked_by = actor.known()?;
    let transaction = services.begin().await?;
    store::approvals::delete_before(&transaction, services.now() - VALID).await?;
    let object = act.organisation().map_or_else(uuid::Uuid::nil, OrganisationId::uuid);
    let new = Approval {
        id: ApprovalId::from_random(services.chance().bytes()),
        act: act.code().to_owned(),
        object,
        organisation: act.organisation(),
        asked_by,
        asked_at: services.now(),
    };
    match store::approvals::insert(&transaction, &new).await {
        Err(error) if store::db::is_taken(&error) => {
            let problem = FieldProblem { field: "approval", problem: "taken" };
            return Err(Failure::Invalid(vec![problem]));
        }
        other => other?,
    }
    services
        .record(&transaction, actor.does(services, "asked"), act.code(), object, act.organisation())
        .await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

/// What waits for a second person: an organisation's, or the server's.
///
/// # Errors
/// As [`ask`].
pub async fn waiting(
    services: &Services,
    actor: &Actor,
    organisation: Option<OrganisationId>,
) -> Result<Vec<Waiting>, Failure> {
    match organisation {
        Some(id) => actor.at_least(Role::Owner, id)?,
        None => actor.admin()?,
    }
    let after = services.now() - VALID;
    let found = store::approvals::waiting(services.db.reads(), organisation, after).await?;
    let asking: Vec<AccountId> = found.iter().map(|one| one.asked_by).collect();
    let names = store::accounts::names(services.db.reads(), &asking).await?;
    Ok(found
        .into_iter()
        .filter_map(|one| {
            Some(Waiting {
                id: one.id,
                act: TwoPersonAct::of(&one)?,
                asked_by: one.asked_by,
                name: names.get(&one.asked_by).cloned().unwrap_or_default(),
                asked_at: one.asked_at,
            })
        })
        .collect())
}

/// Agrees to what somebody else asked for, and does it.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever asked themselves, [`Failure::NotFound`] for what the actor
/// may not know of.
pub async fn agree(services: &Services, actor: &Actor, id: ApprovalId) -> Result<Done, Failure> {
    let second = actor.known()?;
    let transaction = services.begin().await?;
    let found = store::approvals::get(&transaction, id).await?;
    let found = found.filter(|one| one.asked_at > services.now() - VALID);
    let approval = found.ok_or(Failure::NotFound)?;
    let act = TwoPersonAct::of(&approval).ok_or(Failure::NotFound)?;
    act.allowed(actor).map_err(|_| Failure::NotFound)?;
    if approval.asked_by == second {
        return Err(Failure::Forbidden);
    }
    // Whoever asked must still be somebody who may.
    let (asking, _) = store::accounts::get(&transaction, approval.asked_by)
        .await?
        .filter(|(account, _)| !account.disabled && !account.demonstration)
        .ok_or(Failure::Forbidden)?;
    let grants = store::accounts::grants(&transaction, &asking).await?;
    let still = match act.organisation() {
        Some(id) => grants.memberships.get(&id) == Some(&Role::Owner),
        None => grants.admin,
    };
    if !still || !store::approvals::delete(&transaction, id).await? {
        return Err(Failure::Forbidden);
    }
    let object = approval.object;
    services
        .record(
            &transaction,
            actor.does(services, "agreed"),
            act.code(),
            object,
            act.organisation(),
        )
        .await?;
    let done = match act {
        TwoPersonAct::Admin => {
            Done::Link(invitations::invite_admin(services, &transaction, actor).await?)
        }
        TwoPersonAct::Erase(organisation) => {
            store::organisations::delete(&transaction, organisation).await?;
            store::coalitions::delete_empty(&transaction).await?;
            Done::Erased
        }
        TwoPersonAct::Export(organisation) => {
            Done::File(organisations::export(services, &transaction, actor, organisation).await?)
        }
    };
    if done == Done::Erased {
        services.commit_erased(transaction, News::Everything).await?;
    } else {
        transaction.commit().await.map_err(store::StoreError::from)?;
    }
    Ok(done)
}

/// Takes back what one asked for, or refuses what somebody else did.
///
/// # Errors
/// As [`agree`].
pub async fn refuse(services: &Services, actor: &Actor, id: ApprovalId) -> Result<(), Failure> {
    let approval =
        store::approvals::get(services.db.reads(), id).await?.ok_or(Failure::NotFound)?;
    let act = TwoPersonAct::of(&approval).ok_or(Failure::NotFound)?;
    act.allowed(actor).map_err(|_| Failure::NotFound)?;
    let transaction = services.begin().await?;
    store::approvals::delete(&transaction, id).await?;
    let entry = actor.does(services, "refused");
    services.record(&transaction, entry, act.code(), approval.object, act.organisation()).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}
