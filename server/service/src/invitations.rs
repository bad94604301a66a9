//! One-time links. They need no e-mail: whoever makes one hands it over as they see fit. The link
//! holds a secret only, no name of an organisation.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{AccountId, InvitationId, OrganisationId, Role};
use store::{
    accounts::Change,
    invitations::{Invitation, Purpose},
    sessions::Ending,
};

use crate::{
    Actor, Failure, Services,
    accounts::{self, Hidden},
    secrets, written,
};

/// How long a link can be used (`safety.md` A14).
const VALID: TimeDelta = TimeDelta::hours(24);

/// What a link is good for, as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is good for.
    pub purpose: Purpose,
    /// The organisation, donor or account it concerns.
    pub of: String,
    /// Until when.
    pub expires_at: DateTime<Utc>,
    /// Whether somebody of the demonstration made it: what it makes belongs to it as well.
    pub demonstration: bool,
}

/// A link that waits to be used, as those see it who may take it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenInvitation {
    /// Identifier.
    pub id: InvitationId,
    /// What it is good for.
    pub purpose: Purpose,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// Makes a link without asking who wants it.
pub(crate) async fn make<C: store::ConnectionTrait>(
    services: &Services,
    c: &C,
    purpose: Purpose,
    created_by: Option<AccountId>,
) -> Result<Hidden, Failure> {
    let token = secrets::token(services.chance());
    let new = Invitation {
        id: InvitationId::from_random(services.chance().bytes()),
        purpose,
        created_by,
        expires_at: services.now() + VALID,
    };
    store::invitations::delete_all(c, None, services.now()).await?;
    store::invitations::insert(c, &new, secrets::fingerprint(token.reveal())).await?;
    Ok(token)
}

/// The secret of a new link by which the first admin sets the server up; links made for this before
/// are no longer good. `None` when there is an admin.
///
/// # Errors
/// [`Failure::Forbidden`] for everybody but the operator.
pub async fn setup(services: &Services, actor: &Actor) -> Result<Option<Hidden>, Failure> {
    if actor.account().is_some() {
        return Err(Failure::Forbidden);
    }
    actor.admin()?;
    if !accounts::needs_setup(services).await? {
        return Ok(None);
    }
    let transaction = services.begin().await?;
    store::invitations::delete_all(&transaction, Some("setup"), services.now()).await?;
    let token = make(services, &transaction, Purpose::Setup, None).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(Some(token))
}

/// Who may make a link for a purpose.
fn may_invite(actor: &Actor, purpose: Purpose) -> Result<Option<OrganisationId>, Failure> {
    match purpose {
        // An admin is made by two people (`approvals`), the first one by the program.
        Purpose::Setup | Purpose::Admin => Err(Failure::Forbidden),
        Purpose::Analyst | Purpose::Reviewer(_) | Purpose::Recovery(_) => {
            actor.admin().map(|()| None)
        }
        Purpose::Member(organisation, _) => {
            actor.at_least(Role::Owner, organisation).map(|()| Some(organisation))
        }
    }
}

/// Makes a link and returns its secret, which is shown this once.
///
/// # Errors
/// [`Failure::Forbidden`] or [`Failure::NotFound`] when the actor may not.
pub async fn invite(
    services: &Services,
    actor: &Actor,
    purpose: Purpose,
) -> Result<Hidden, Failure> {
    let organisation = may_invite(actor, purpose)?;
    let transaction = services.begin().await?;
    match purpose {
        Purpose::Reviewer(donor) => {
            services.knowledge().donor(donor).ok_or(Failure::NotFound)?;
        }
        Purpose::Recovery(account) => {
            let found = store::accounts::get(&transaction, account).await?;
            let (account, _) = found.ok_or(Failure::NotFound)?;
            // One's own password is changed with one's own; this is the second person's help.
            if account.disabled || account.demonstration || actor.account() == Some(account.id) {
                return Err(Failure::Forbidden);
            }
            // One link at a time: the one that was lost may be in other hands.
            store::invitations::end_recoveries(&transaction, account.id).await?;
        }
        _ => {}
    }
    let token = make(services, &transaction, purpose, actor.account()).await?;
    let act = match purpose {
        Purpose::Recovery(_) => "recovery_offered",
        _ => "invited",
    };
    let object = match purpose {
        Purpose::Recovery(account) => account.uuid(),
        Purpose::Member(organisation, _) => organisation.uuid(),
        Purpose::Reviewer(donor) => donor.uuid(),
        Purpose::Setup | Purpose::Admin | Purpose::Analyst => uuid::Uuid::nil(),
    };
    services
        .record(&transaction, actor.does(services, act), purpose.code(), object, organisation)
        .await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(token)
}

/// Makes the link for the first owner of an organisation anew, where the one made with it was lost, and
/// returns its secret and the organisation's name. Links made before end. Where somebody has joined, or
/// anything is on record that an owner could read, an admin makes no way in.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever is no admin, [`Failure::NotFound`] also where somebody has joined.
pub async fn invite_first_owner(
    services: &Services,
    actor: &Actor,
    organisation: OrganisationId,
) -> Result<(Hidden, String), Failure> {
    actor.admin()?;
    let now = services.now();
    let transaction = services.begin().await?;
    let all = store::organisations::arrivals(&transaction, actor.scope(), now).await?;
    // Nor does the demonstration let anybody in to others.
    let mut waiting = all.waiting.into_iter();
    let found = waiting
        .find(|one| one.id == organisation && one.demonstration == actor.is_demonstration())
        .ok_or(Failure::NotFound)?;
    for old in store::invitations::open(&transaction, Some(organisation), now).await? {
        store::invitations::delete(&transaction, old.id).await?;
    }
    let purpose = Purpose::Member(organisation, Role::Owner);
    let token = make(services, &transaction, purpose, actor.account()).await?;
    let act = actor.does(services, "invited");
    let id = organisation.uuid();
    services.record(&transaction, act, purpose.code(), id, Some(organisation)).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok((token, found.name))
}

/// Links that wait to be used: an organisation's for its owners, the server's for admins.
///
/// # Errors
/// [`Failure::Forbidden`] or [`Failure::NotFound`] when the actor may not.
pub async fn open(
    services: &Services,
    actor: &Actor,
    organisation: Option<OrganisationId>,
) -> Result<Vec<OpenInvitation>, Failure> {
    match organisation {
        Some(id) => actor.at_least(Role::Owner, id)?,
        None => actor.admin()?,
    }
    let found = store::invitations::open(services.db.reads(), organisation, services.now()).await?;
    Ok(found
        .into_iter()
        .map(|one| OpenInvitation { id: one.id, purpose: one.purpose, expires_at: one.expires_at })
        .collect())
}

/// Takes a link back.
///
/// # Errors
/// As [`open`]; [`Failure::NotFound`] when it is used or over.
pub async fn take_back(
    services: &Services,
    actor: &Actor,
    organisation: Option<OrganisationId>,
    id: InvitationId,
) -> Result<(), Failure> {
    if !open(services, actor, organisation).await?.iter().any(|one| one.id == id) {
        return Err(Failure::NotFound);
    }
    let transaction = services.begin().await?;
    store::invitations::delete(&transaction, id).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

/// The link with a secret, and whether it belongs to the demonstration. One that does is good only
/// while the demonstration is open, and none outlives the account that made it.
async fn found<C: store::ConnectionTrait>(
    services: &Services,
    c: &C,
    secret: &str,
) -> Result<(Invitation, bool), Failure> {
    let hash = secrets::fingerprint(secret);
    let found = store::invitations::by_token(c, &hash, services.now()).await?;
    let invitation = found.ok_or(Failure::NotFound)?;
    let Some(maker) = invitation.created_by else { return Ok((invitation, false)) };
    let (maker, _) = store::accounts::get(c, maker).await?.ok_or(Failure::NotFound)?;
    if maker.demonstration && !accounts::demonstration_is_open(services, c).await? {
        return Err(Failure::NotFound);
    }
    Ok((invitation, maker.demonstration))
}

/// What a link is good for.
///
/// # Errors
/// [`Failure::NotFound`] when there is none with this secret, or it is used or over.
pub async fn offer(services: &Services, secret: &str) -> Result<Offer, Failure> {
    let (invitation, demonstration) = found(services, services.db.reads(), secret).await?;
    let of = match invitation.purpose {
        Purpose::Setup | Purpose::Admin | Purpose::Analyst => String::new(),
        Purpose::Member(id, _) => {
            services.knowledge().organisation(id).map(|one| one.name.clone()).unwrap_or_default()
        }
        Purpose::Reviewer(id) => services.knowledge().donor_view(id).name,
        Purpose::Recovery(id) => {
            let found = store::accounts::get(services.db.reads(), id).await?;
            found.map(|(account, _)| account.name).unwrap_or_default()
        }
    };
    let Invitation { purpose, expires_at, .. } = invitation;
    Ok(Offer { purpose, of, expires_at, demonstration })
}

/// Gives an account what a link is good for.
async fn grant<C: store::ConnectionTrait>(
    c: &C,
    purpose: Purpose,
    account: AccountId,
) -> Result<(), Failure> {
    match purpose {
        Purpose::Setup | Purpose::Recovery(_) => Ok(()),
        Purpose::Admin => Ok(store::accounts::change(c, account, Change::Admin(true)).await?),
        Purpose::Analyst => Ok(store::accounts::change(c, account, Change::Analyst(true)).await?),
        Purpose::Member(organisation, role) => {
            // An invitation never takes a higher role away.
            let members = store::accounts::members(c, organisation).await?;
            let now = members.iter().find(|member| member.account == account);
            let role = now.map_or(role, |member| member.role.max(role));
            Ok(store::accounts::set_role(c, account, organisation, Some(role)).await?)
        }
        Purpose::Reviewer(donor) => Ok(store::accounts::add_reviewer(c, account, donor).await?),
    }
}

fn concerned(purpose: Purpose) -> Option<OrganisationId> {
    match purpose {
        Purpose::Member(id, _) => Some(id),
        _ => None,
    }
}

/// Uses a link to make an account, or, for a recovery, to give one a new password. Returns the
/// token of a new session.
///
/// # Errors
/// [`Failure::NotFound`] for a link that cannot be used, [`Failure::Invalid`] naming `name` or
/// `password`.
pub async fn accept(
    services: &Services,
    secret: &str,
    name: &str,
    password: &str,
) -> Result<Hidden, Failure> {
    let offer = offer(services, secret).await?;
    let recovers = matches!(offer.purpose, Purpose::Recovery(_));
    let mut problems = Vec::new();
    let name = if recovers {
        offer.of.clone()
    } else {
        written::name(name, accounts::NAME_MOST).unwrap_or_else(|problem| {
            problems.push(problem);
            String::new()
        })
    };
    let known = [name.as_str(), offer.of.as_str()];
    let hash = match accounts::hash_new(services, "password", password, &known).await {
        Ok(hash) if problems.is_empty() => hash,
        Err(Failure::Invalid(more)) => {
            problems.extend(more);
            return Err(Failure::Invalid(problems));
        }
        Ok(_) => return Err(Failure::Invalid(problems)),
        Err(other) => return Err(other),
    };
    let transaction = services.begin().await?;
    let (invitation, demonstration) = found(services, &transaction, secret).await?;
    if !store::invitations::delete(&transaction, invitation.id).await? {
        return Err(Failure::NotFound);
    }
    let purpose = invitation.purpose;
    let account = if let Purpose::Recovery(account) = purpose {
        store::accounts::change(&transaction, account, Change::Password(hash)).await?;
        store::accounts::change(&transaction, account, Change::Factor(None)).await?;
        store::accounts::set_recovery_codes(&transaction, account, Vec::new()).await?;
        store::sessions::end(&transaction, account, Ending::All).await?;
        store::invitations::end_recoveries(&transaction, account).await?;
        store::browsers::forget(&transaction, account).await?;
        account
    } else {
        let admin = purpose == Purpose::Setup;
        if admin && store::accounts::count_admins(&transaction).await? > 0 {
            return Err(Failure::NotFound);
        }
        accounts::add(services, &transaction, &name, Some(hash), (admin, false), demonstration)
            .await?
    };
    grant(&transaction, purpose, account).await?;
    let token = accounts::begin_for(services, &transaction, account).await?;
    let act = store::audit::Act {
        account: Some(account),
        ..Actor::anonymous().does(services, if recovers { "recovered" } else { "invitation_used" })
    };
    services.record(&transaction, act, purpose.code(), account.uuid(), concerned(purpose)).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(token)
}

/// Uses a link with the account one is signed in with.
///
/// # Errors
/// [`Failure::NotFound`] for a link that cannot be used, [`Failure::Forbidden`] when it is for a
/// new account only, or between the demonstration and anybody else.
pub async fn join(services: &Services, actor: &Actor, secret: &str) -> Result<(), Failure> {
    let account = actor.known()?;
    let transaction = services.begin().await?;
    let (invitation, demonstration) = found(services, &transaction, secret).await?;
    let purpose = invitation.purpose;
    // Neither does the demonstration give anything to others, nor they to it.
    if matches!(purpose, Purpose::Setup | Purpose::Recovery(_))
        || actor.is_demonstration() != demonstration
    {
        return Err(Failure::Forbidden);
    }
    if !store::invitations::delete(&transaction, invitation.id).await? {
        return Err(Failure::NotFound);
    }
    grant(&transaction, purpose, account).await?;
    let act = actor.does(services, "invitation_used");
    services.record(&transaction, act, purpose.code(), account.uuid(), concerned(purpose)).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

/// A link for an admin, after two people agreed.
pub(crate) async fn invite_admin<C: store::ConnectionTrait>(
    services: &Services,
    c: &C,
    actor: &Actor,
) -> Result<Hidden, Failure> {
    make(services, c, Purpose::Admin, actor.account()).await
}
