//! Who asks.

/// Who asks for a use case. Accounts come with their own issue; until then the server listens on
/// loopback only and whoever reaches it is its operator.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Actor {
    /// The person who runs the program: may do everything.
    Operator,
}

impl Actor {
    /// How the actor is named in the audit trail: never an address.
    #[must_use]
    pub fn account(&self) -> &'static str {
        match self {
            Self::Operator => "operator",
        }
    }
}
