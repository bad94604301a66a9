//! Accounts, what they may do, and how they prove who they are.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    AccountId, DonorId, Grants, OrganisationId, Role,
    fold::{fold, look_alike},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::{
    StoreError, bulk,
    entity::{account, coalition_member, membership, recovery_code, reviewer},
    openings, read, reviews,
};

/// An account without what it proves itself by.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each a column")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Identifier; the only thing of it in the audit trail.
    pub id: AccountId,
    /// The name its person signs in with.
    pub name: String,
    /// Operates the server.
    pub admin: bool,
    /// Studies the sector.
    pub analyst: bool,
    /// May not sign in.
    pub disabled: bool,
    /// Part of the demonstration workspace.
    pub demonstration: bool,
    /// Has a second factor.
    pub has_factor: bool,
    /// When it was made.
    pub created_on: NaiveDate,
}

/// What an account proves itself by. Never shown, never logged.
#[derive(Clone)]
pub struct Proof {
    /// The password's hash as a PHC string; `None` when it cannot sign in by password.
    pub password: Option<String>,
    /// The shared secret of the second factor, in base 32.
    pub factor_secret: Option<String>,
    /// The last time step whose code was used.
    pub factor_step: Option<i64>,
}

impl std::fmt::Debug for Proof {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Proof(REDACTED)")
    }
}

fn without_proof(row: account::Model) -> (Account, Proof) {
    let account = Account {
        id: row.id.into(),
        name: row.name,
        admin: row.admin,
        analyst: row.analyst,
        disabled: row.disabled,
        demonstration: row.demonstration,
        // Until a code has confirmed it, a second factor is only proposed.
        has_factor: row.factor_secret.is_some() && row.factor_step.is_some(),
        created_on: row.created_on,
    };
    let proof = Proof {
        password: row.password,
        factor_secret: row.factor_secret,
        factor_step: row.factor_step,
    };
    (account, proof)
}

/// Adds an account. Whether it has a second factor is set later.
///
/// # Errors
/// [`StoreError::Database`], also when the name is taken ([`crate::db::is_taken`]).
pub async fn insert<C: ConnectionTrait>(
    c: &C,
    new: &Account,
    password: Option<String>,
) -> Result<(), StoreError> {
    account::Model {
        id: new.id.uuid(),
        name: new.name.clone(),
        name_folded: fold(&new.name),
        password,
        admin: new.admin,
        analyst: new.analyst,
        disabled: new.disabled,
        demonstration: new.demonstration,
        factor_secret: None,
        factor_step: None,
        created_on: new.created_on,
    }
    .into_active_model()
    .insert(c)
    .await?;
    Ok(())
}

/// Whether an account has a name that looks like this one. Until the transaction ends no other one
/// gets a name, so that what is found free stays free.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn looks_taken<C: ConnectionTrait>(c: &C, name: &str) -> Result<bool, StoreError> {
    let names: Vec<String> = account::Entity::find()
        .select_only()
        .column(account::Column::Name)
        .into_tuple()
        .all(c)
        .await?;
    Ok(names.iter().any(|taken| look_alike(taken, name)))
}

/// Whether anybody has an account that is not one of the demonstration.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn has_real<C: ConnectionTrait>(c: &C) -> Result<bool, StoreError> {
    let real = account::Entity::find().filter(account::Column::Demonstration.eq(false));
    Ok(real.limit(1).count(c).await? > 0)
}

/// Whether an account is one of the demonstration while somebody else has an account.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn is_out_of_place<C: ConnectionTrait>(c: &C, id: AccountId) -> Result<bool, StoreError> {
    let demonstration =
        account::Entity::find_by_id(id.uuid()).filter(account::Column::Demonstration.eq(true));
    Ok(demonstration.count(c).await? > 0 && has_real(c).await?)
}

/// The account of a name, however it is written, with its proof.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn by_name<C: ConnectionTrait>(
    c: &C,
    name: &str,
) -> Result<Option<(Account, Proof)>, StoreError> {
    let found = account::Entity::find().filter(account::Column::NameFolded.eq(fold(name)));
    Ok(found.one(c).await?.map(without_proof))
}

/// An account with its proof.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn get<C: ConnectionTrait>(
    c: &C,
    id: AccountId,
) -> Result<Option<(Account, Proof)>, StoreError> {
    Ok(account::Entity::find_by_id(id.uuid()).one(c).await?.map(without_proof))
}

/// Every account, by name.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn all<C: ConnectionTrait>(c: &C) -> Result<Vec<Account>, StoreError> {
    let rows = account::Entity::find().order_by_asc(account::Column::NameFolded).all(c).await?;
    Ok(rows.into_iter().map(|row| without_proof(row).0).collect())
}

/// Names of accounts, by identifier.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn names<C: ConnectionTrait>(
    c: &C,
    ids: &[AccountId],
) -> Result<BTreeMap<AccountId, String>, StoreError> {
    let mut found = BTreeMap::new();
    for ids in ids.chunks(bulk::IDS) {
        let rows: Vec<(Uuid, String)> = account::Entity::find()
            .select_only()
            .columns([account::Column::Id, account::Column::Name])
            .filter(account::Column::Id.is_in(ids.iter().map(|id| id.uuid())))
            .into_tuple()
            .all(c)
            .await?;
        found.extend(rows.into_iter().map(|(id, name)| (id.into(), name)));
    }
    Ok(found)
}

/// How many accounts operate the server and can sign in. Demonstration accounts do not count.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn count_admins<C: ConnectionTrait>(c: &C) -> Result<u64, StoreError> {
    Ok(account::Entity::find()
        .filter(account::Column::Admin.eq(true))
        .filter(account::Column::Disabled.eq(false))
        .filter(account::Column::Demonstration.eq(false))
        .count(c)
        .await?)
}

/// What an account may do.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn grants<C: ConnectionTrait>(c: &C, account: &Account) -> Result<Grants, StoreError> {
    let id = account.id.uuid();
    let mut grants = Grants { admin: account.admin, analyst: account.analyst, ..Grants::default() };
    let rows = membership::Entity::find().filter(membership::Column::AccountId.eq(id));
    for row in rows.all(c).await? {
        let role: Role = read(&row.role, "membership", "role", id)?;
        grants.memberships.insert(row.organisation_id.into(), role);
    }
    let rows = reviewer::Entity::find().filter(reviewer::Column::AccountId.eq(id));
    grants.donors.extend(rows.all(c).await?.into_iter().map(|row| DonorId::from(row.donor_id)));
    let mine = grants.memberships.keys().map(|id| id.uuid());
    let rows = coalition_member::Entity::find()
        .filter(coalition_member::Column::OrganisationId.is_in(mine))
        .filter(coalition_member::Column::Agreed.eq(true));
    grants.coalitions.extend(
        rows.all(c).await?.into_iter().map(|row| domain::CoalitionId::from(row.coalition_id)),
    );
    if grants.is_reviewer() && !reviews::is_scoring(c, &grants.donors).await? {
        grants.opened = openings::by(c, account.id).await?;
    }
    Ok(grants)
}

/// A member of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: String,
    /// Its role.
    pub role: Role,
}

/// The members of an organisation, by name.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn members<C: ConnectionTrait>(
    c: &C,
    organisation: OrganisationId,
) -> Result<Vec<Member>, StoreError> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(organisation.uuid()))
        .all(c)
        .await?;
    let ids: Vec<AccountId> = rows.iter().map(|row| row.account_id.into()).collect();
    let names = names(c, &ids).await?;
    let mut members = rows
        .into_iter()
        .map(|row| {
            let account = AccountId::from(row.account_id);
            let role = read(&row.role, "membership", "role", row.account_id)?;
            let name = names.get(&account).cloned().unwrap_or_default();
            Ok(Member { account, name, role })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    members.sort_by_key(|member| fold(&member.name));
    Ok(members)
}

/// Makes an account a member, changes its role, or ends its membership (`None`).
///
/// # Errors
/// [`StoreError::Database`].
pub async fn set_role<C: ConnectionTrait>(
    c: &C,
    account: AccountId,
    organisation: OrganisationId,
    role: Option<Role>,
) -> Result<(), StoreError> {
    membership::Entity::delete_many()
        .filter(membership::Column::AccountId.eq(account.uuid()))
        .filter(membership::Column::OrganisationId.eq(organisation.uuid()))
        .exec(c)
        .await?;
    if let Some(role) = role {
        membership::ActiveModel {
            account_id: Set(account.uuid()),
            organisation_id: Set(organisation.uuid()),
            role: Set(role.code().to_owned()),
        }
        .insert(c)
        .await?;
    }
    Ok(())
}

/// Ends that an account reviews a donor's calls. `false` when it did not.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn remove_reviewer<C: ConnectionTrait>(
    c: &C,
    account: AccountId,
    donor: DonorId,
) -> Result<bool, StoreError> {
    let done = reviewer::Entity::delete_many()
        .filter(reviewer::Column::AccountId.eq(account.uuid()))
        .filter(reviewer::Column::DonorId.eq(donor.uuid()))
        .exec(c)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Makes an account a reviewer of a donor's calls.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn add_reviewer<C: ConnectionTrait>(
    c: &C,
    account: AccountId,
    donor: DonorId,
) -> Result<(), StoreError> {
    reviewer::Entity::delete_many()
        .filter(reviewer::Column::AccountId.eq(account.uuid()))
        .filter(reviewer::Column::DonorId.eq(donor.uuid()))
        .exec(c)
        .await?;
    reviewer::ActiveModel { account_id: Set(account.uuid()), donor_id: Set(donor.uuid()) }
        .insert(c)
        .await?;
    Ok(())
}

/// A change of an account's own row.
#[derive(Clone)]
pub enum Change {
    /// Another password, as a PHC string.
    Password(String),
    /// A second factor that is proposed and waits for its first code, or none.
    Factor(Option<String>),
    /// The step of the code that confirms the proposed factor.
    FactorStep(i64),
    /// Whether it operates the server.
    Admin(bool),
    /// Whether it studies the sector.
    Analyst(bool),
    /// Whether it may not sign in.
    Disabled(bool),
}

impl std::fmt::Debug for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Change(REDACTED)")
    }
}

/// Changes an account.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn change<C: ConnectionTrait>(
    c: &C,
    id: AccountId,
    change: Change,
) -> Result<(), StoreError> {
    let mut row = account::ActiveModel { id: Set(id.uuid()), ..Default::default() };
    match change {
        Change::Password(hash) => row.password = Set(Some(hash)),
        Change::Factor(secret) => {
            row.factor_secret = Set(secret);
            row.factor_step = Set(None);
        }
        Change::FactorStep(step) => row.factor_step = Set(Some(step)),
        Change::Admin(is) => row.admin = Set(is),
        Change::Analyst(is) => row.analyst = Set(is),
        Change::Disabled(is) => row.disabled = Set(is),
    }
    account::Entity::update(row).exec(c).await?;
    Ok(())
}

/// Takes a code's time step for used. `false` when it or a later one was used before, also by
/// another process at the same moment.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn use_step<C: ConnectionTrait>(
    c: &C,
    id: AccountId,
    step: i64,
) -> Result<bool, StoreError> {
    let used = account::Entity::update_many()
        .col_expr(account::Column::FactorStep, sea_orm::sea_query::Expr::value(step))
        .filter(account::Column::Id.eq(id.uuid()))
        .filter(account::Column::FactorStep.lt(step))
        .exec(c)
        .await?;
    Ok(used.rows_affected == 1)
}

/// Replaces the recovery codes of an account by others, given as hashes.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn set_recovery_codes<C: ConnectionTrait>(
    c: &C,
    id: AccountId,
    hashes: Vec<String>,
) -> Result<(), StoreError> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(id.uuid()))
        .exec(c)
        .await?;
    let rows = hashes
        .into_iter()
        .map(|hash| recovery_code::ActiveModel { account_id: Set(id.uuid()), code_hash: Set(hash) })
        .collect();
    Ok(bulk::insert(c, rows).await?)
}

/// Whether an account has a recovery code with this hash.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn has_recovery_code<C: ConnectionTrait>(
    c: &C,
    id: AccountId,
    hash: &str,
) -> Result<bool, StoreError> {
    let found = recovery_code::Entity::find_by_id((id.uuid(), hash.to_owned()));
    Ok(found.count(c).await? > 0)
}

/// Uses up a recovery code. `false` when there is none with this hash.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn use_recovery_code<C: ConnectionTrait>(
    c: &C,
    id: AccountId,
    hash: &str,
) -> Result<bool, StoreError> {
    let used = recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(id.uuid()))
        .filter(recovery_code::Column::CodeHash.eq(hash))
        .exec(c)
        .await?;
    Ok(used.rows_affected == 1)
}

/// How many recovery codes are left.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn count_recovery_codes<C: ConnectionTrait>(
    c: &C,
    id: AccountId,
) -> Result<u64, StoreError> {
    Ok(recovery_code::Entity::find()
        .filter(recovery_code::Column::AccountId.eq(id.uuid()))
        .count(c)
        .await?)
}

/// Removes an account with its sessions, memberships and codes.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete<C: ConnectionTrait>(c: &C, id: AccountId) -> Result<(), StoreError> {
    account::Entity::delete_by_id(id.uuid()).exec(c).await?;
    Ok(())
}

/// Removes the accounts of the demonstration workspace.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn delete_demonstration<C: ConnectionTrait>(c: &C) -> Result<(), StoreError> {
    account::Entity::delete_many().filter(account::Column::Demonstration.eq(true)).exec(c).await?;
    Ok(())
}
