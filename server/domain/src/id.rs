//! Identifiers. All are random version 4 UUIDs: version 7 would tell when a record was made.

macro_rules! ids {
    ($( $(#[$meta:meta])* $name:ident ),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// Makes an identifier from sixteen random bytes.
            #[must_use]
            pub fn from_random(bytes: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }
            /// The identifier as a UUID, for the database.
            #[must_use]
            pub const fn uuid(self) -> uuid::Uuid { self.0 }
        }

        impl From<uuid::Uuid> for $name {
            fn from(uuid: uuid::Uuid) -> Self { Self(uuid) }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
    )+ };
}

ids! {
    /// An organisation.
    OrganisationId,
    /// A legal entity of an organisation.
    LegalEntityId,
    /// A donor.
    DonorId,
    /// A row of a register of designated bodies.
    EntryId,
    /// A call.
    CallId,
    /// A project.
    ProjectId,
    /// One committed import.
    BatchId,
    /// An account: the pseudonym by which the audit trail knows a person.
    AccountId,
    /// A signed-in browser.
    SessionId,
    /// A one-time link.
    InvitationId,
    /// A set of organisations that agreed to show each other something.
    CoalitionId,
    /// An act that waits for a second person.
    ApprovalId,
    /// A review of a call.
    ReviewId,
}
