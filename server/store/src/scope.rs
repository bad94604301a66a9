//! Whose data a query may touch.

use domain::{AccountId, Grants, Reader};

/// The right to read tenants' data. Queries over it take one, and for an account there is no way
/// to make one but [`crate::sessions::authenticate`] over a live session:
///
/// ```compile_fail
/// let forged = store::TenantScope { reader: domain::Reader::Operator };
/// ```
///
/// ```compile_fail
/// let forged = store::TenantScope::account(domain::AccountId::from_random([1; 16]), domain::Grants::default());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenantScope {
    reader: Reader,
}

impl TenantScope {
    /// What everyone may see.
    #[must_use]
    pub const fn anonymous() -> Self {
        Self { reader: Reader::Anonymous }
    }

    /// Everything: for the person at the machine, and for the index that all share, which decides
    /// itself what it shows to whom.
    #[must_use]
    pub const fn operator() -> Self {
        Self { reader: Reader::Operator }
    }

    pub(crate) const fn account(id: AccountId, grants: Grants) -> Self {
        Self { reader: Reader::Account(id, grants) }
    }

    /// Who asks.
    #[must_use]
    pub const fn reader(&self) -> &Reader {
        &self.reader
    }
}
