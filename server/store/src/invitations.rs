//! One-time links: to set up the server, to make an account, to get back into one.

use chrono::{DateTime, Utc};
use domain::{AccountId, DonorId, InvitationId, OrganisationId, Role};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder,
};

use crate::{StoreError, entity::invitation, read};

/// What a link is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The first admin.
    Setup,
    /// An admin.
    Admin,
    /// An analyst.
    Analyst,
    /// A member of an organisation.
    Member(OrganisationId, Role),
    /// A reviewer of a donor's calls.
    Reviewer(DonorId),
    /// A new password for an account whose person has lost theirs.
    Recovery(AccountId),
}

impl Purpose {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Admin => "admin",
            Self::Analyst => "analyst",
            Self::Member(..) => "member",
            Self::Reviewer(_) => "reviewer",
            Self::Recovery(_) => "recovery",
        }
    }
}

/// A link that has not been used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Identifier; not the secret of the link.
    pub id: InvitationId,
    /// What it is good for.
    pub purpose: Purpose,
    /// Who made it; `None` for the program itself.
    pub created_by: Option<AccountId>,
    /// Until when it can be used.
    pub expires_at: DateTime<Utc>,
}

fn from_row(row: &invitation::Model) -> Result<Invitation, StoreError> {
    let lacking = |column| StoreError::Unreadable {
        table: "invitation",
        column,
        id: row.id.to_string(),
        detail: "is missing".to_owned(),
    };
    let purpose = match row.kind.as_str() {
        "setup" => Purpose::Setup,
        "admin" => Purpose::Admin,
        "analyst" => Purpose::Analyst,
        "member" => {
            let role = row.role.as_deref().ok_or_else(|| lacking("role"))?;
            let organisation = row.organisation_id.ok_or_else(|| lacking("organisation_id"))?;
            Purpose::Member(organisation.into(), read(role, "invitation", "role", row.id)?)
        }
        "reviewer" => Purpose::Reviewer(row.donor_id.ok_or_else(|| lacking("donor_id"))?.into()),
        "recovery" => {
            Purpose::Recovery(row.account_id.ok_or_else(|| lacking("account_id"))?.into())
        }
        _ => return Err(lacking("kind")),
    };
    Ok(Invitation {
        id: row.id.into(),
        purpose,
        created_by: row.created_by.map(Into::into),
        expires_at: row.expires_at,
    })
}

/// Records a link by the hash of its secret.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn insert<C: ConnectionTrait>(
    c: &C,
    new: &Invitation,
    token_hash: String,
) -> Result<(), StoreError> {
    let mut row = invitation::ActiveModel {
        id: Set(new.id.uuid()),
        token_hash: Set(token_hash),
        kind: Set(new.purpose.code().to_owned()),
        role: Set(None),
        organisation_id: Set(None),
        donor_id: Set(None),
        account_id: Set(None),
        created_by: Set(new.created_by.map(AccountId::uuid)),
        expires_at: Set(new.expires_at),
    };
    match new.purpose {
        Purpose::Setup | Purpose::Admin | Purpose::Analyst => {}
        Purpose::Member(organisation, role) => {
            row.organisation_id = Set(Some(organisation.uuid()));
            row.role = Set(Some(role.code().to_owned()));
        }
        Purpose::Reviewer(donor) => row.donor_id = Set(Some(donor.uuid())),
        Purpose::Recovery(account) => row.account_id = Set(Some(account.uuid())),
    }
    row.insert(c).await?;
    Ok(())
}

/// The link with a secret, if it can still be used.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn by_token<C: ConnectionTrait>(
    c: &C,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<Invitation>, StoreError> {
    invitation::Entity::find()
        .filter(invitation::Column::TokenHash.eq(token_hash))
        .filter(invitation::Column::ExpiresAt.gt(now))
        .one(c)
        .await?
        .as_ref()
        .map(from_row)
        .transpose()
}

/// Uses a link up. `false` when somebody else just did.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete<C: ConnectionTrait>(c: &C, id: InvitationId) -> Result<bool, StoreError> {
    Ok(invitation::Entity::delete_by_id(id.uuid()).exec(c).await?.rows_affected == 1)
}

/// Links of a kind that can still be used; those of one organisation where one is named.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn open<C: ConnectionTrait>(
    c: &C,
    organisation: Option<OrganisationId>,
    now: DateTime<Utc>,
) -> Result<Vec<Invitation>, StoreError> {
    let found = invitation::Entity::find().filter(invitation::Column::ExpiresAt.gt(now));
    let found = match organisation {
        Some(id) => found.filter(invitation::Column::OrganisationId.eq(id.uuid())),
        None => found.filter(invitation::Column::OrganisationId.is_null()),
    };
    let rows = found.order_by_asc(invitation::Column::ExpiresAt).all(c).await?;
    rows.iter().map(from_row).collect()
}

/// Ends every link that gives an account a new password.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn end_recoveries<C: ConnectionTrait>(
    c: &C,
    account: AccountId,
) -> Result<(), StoreError> {
    let all = invitation::Entity::delete_many();
    all.filter(invitation::Column::AccountId.eq(account.uuid())).exec(c).await?;
    Ok(())
}

/// Removes links of a purpose's kind, or, without one, all that can no longer be used.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_all<C: ConnectionTrait>(
    c: &C,
    kind: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let all = invitation::Entity::delete_many();
    match kind {
        Some(kind) => all.filter(invitation::Column::Kind.eq(kind)),
        None => all.filter(invitation::Column::ExpiresAt.lte(now)),
    }
    .exec(c)
    .await?;
    Ok(())
}
