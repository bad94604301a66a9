//! The words and rules of Waxwing, as types.
//!
//! This crate may not touch a database, a file, the network, a clock or a random source: whatever
//! it needs comes in as a parameter. It compiles to WASM, because islands share it. The words are
//! those of the glossary in `server/docs/glossary.md`.

pub mod access;
pub mod call;
pub mod code;
pub mod decision;
pub mod donor;
pub mod draft;
pub mod eligibility;
pub mod fit;
pub mod fold;
pub mod id;
pub mod language;
pub mod moment;
pub mod money;
pub mod month;
pub mod organisation;
pub mod place;
pub mod project;
pub mod register;
pub mod review;
pub mod theme;
pub mod time;
pub mod written;

pub use access::{Grants, Reader, Role, Sharing, View};
pub use call::{Call, CallContent, CallField, CallStatus, Closing, Deadline, DeadlineKind};
pub use decision::{RuleDecision, Ruling};
pub use donor::{Donor, DonorKind, LegalStatus, LegalStatusKind};
pub use draft::{CallDraft, Located, Problem, ProjectDraft, RowIssue};
pub use eligibility::{
    Clause, Condition, EligibilityRule, Outcome, PartnerNeed, RuleKind, RuleOutcome, Verdict, Why,
};
pub use fit::{Confidence, ConfidenceLevel, Detail, Fit, FitPart, Match, PartKind};
pub use id::{
    AccountId, ApprovalId, BatchId, CallId, CoalitionId, DonorId, EntryId, InvitationId,
    LegalEntityId, OrganisationId, ProjectId, ReviewId, SessionId,
};
pub use language::Language;
pub use money::{AmountError, AmountRange, Currency, Money};
pub use month::month_of;
pub use organisation::{EntityForm, LegalEntity, Organisation};
pub use place::{Country, Place, Region};
pub use project::{Partner, Project, ProjectContent, Stage, Visibility};
pub use register::{Designation, RegisterEntry, RegisterList};
pub use review::{Review, ReviewState, Score};
pub use theme::{Theme, ThemeCode};
pub use time::{Clock, MonthRange};
