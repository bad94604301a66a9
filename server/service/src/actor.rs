//! Who asks.

use domain::{AccountId, OrganisationId, Reader, Role, SessionId};
use store::{TenantScope, accounts::Account, audit::Act, sessions::Session};

use crate::{Failure, Services};

/// Who asks for a use case. For an account there is no way to make one but a live session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    scope: TenantScope,
    session: Option<SessionId>,
    name: String,
    demonstration: bool,
}

impl Actor {
    /// The person who runs the program at the machine: may do everything. The face never makes
    /// one.
    #[must_use]
    pub const fn operator() -> Self {
        Self {
            scope: TenantScope::operator(),
            session: None,
            name: String::new(),
            demonstration: false,
        }
    }

    /// Somebody who has not signed in.
    #[must_use]
    pub const fn anonymous() -> Self {
        Self {
            scope: TenantScope::anonymous(),
            session: None,
            name: String::new(),
            demonstration: false,
        }
    }

    pub(crate) fn signed_in(scope: TenantScope, session: &Session, account: Account) -> Self {
        Self {
            scope,
            session: Some(session.id),
            name: account.name,
            demonstration: account.demonstration,
        }
    }

    /// What rules know of the actor.
    #[must_use]
    pub const fn reader(&self) -> &Reader {
        self.scope.reader()
    }

    pub(crate) const fn scope(&self) -> &TenantScope {
        &self.scope
    }

    /// The account.
    #[must_use]
    pub const fn account(&self) -> Option<AccountId> {
        self.reader().account()
    }

    /// The session.
    #[must_use]
    pub const fn session(&self) -> Option<SessionId> {
        self.session
    }

    /// The name the person signs in with.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is an account of the demonstration workspace.
    #[must_use]
    pub const fn is_demonstration(&self) -> bool {
        self.demonstration
    }

    /// The actor as reached from `near`, a browser on the server's own machine, or from elsewhere:
    /// from there an account of the demonstration is nobody.
    #[must_use]
    pub fn reached(self, near: bool) -> Self {
        if self.demonstration && !near { Self::anonymous() } else { self }
    }

    /// How the actor is named where a use is recorded: never an address.
    #[must_use]
    pub fn pseudonym(&self) -> String {
        self.account().map_or_else(|| "operator".to_owned(), |id| id.to_string())
    }

    /// The account, or a refusal.
    pub(crate) fn known(&self) -> Result<AccountId, Failure> {
        self.account().ok_or(Failure::Forbidden)
    }

    /// Refuses whoever does not operate the server.
    pub(crate) fn admin(&self) -> Result<(), Failure> {
        if self.reader().is_admin() { Ok(()) } else { Err(Failure::Forbidden) }
    }

    /// Refuses whoever does not keep the calls and donors that all share.
    pub(crate) fn keeps(&self) -> Result<(), Failure> {
        if self.reader().keeps_calls() { Ok(()) } else { Err(Failure::Forbidden) }
    }

    /// Refuses whoever has not signed in.
    pub(crate) fn somebody(&self) -> Result<(), Failure> {
        if matches!(self.reader(), Reader::Anonymous) { Err(Failure::Forbidden) } else { Ok(()) }
    }

    /// Refuses whoever has a lower role in the organisation. To others it does not exist.
    pub(crate) fn at_least(&self, role: Role, id: OrganisationId) -> Result<(), Failure> {
        match self.reader().role_in(id) {
            None => Err(Failure::NotFound),
            Some(mine) if mine < role => Err(Failure::Forbidden),
            Some(_) => Ok(()),
        }
    }

    /// An entry of the trail by this actor.
    pub(crate) fn does(&self, services: &Services, act: &'static str) -> Act {
        Act {
            account: self.account(),
            act,
            object: "",
            object_id: None,
            organisation: None,
            at: services.now(),
        }
    }
}
