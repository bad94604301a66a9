//! Donors and their legal status in the countries where contact with them can be a crime.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Country, DonorId, code::vocabulary};

vocabulary! {
    /// What sort of body gives.
    DonorKind, "donor kind" {
        /// A state, the European Union, a city.
        PublicBody = "public_body",
        /// A private foundation.
        Foundation = "foundation",
        /// A body that passes on money of others.
        Intermediary = "intermediary",
        /// A company.
        Company = "company",
        /// A fund of a diaspora.
        DiasporaFund = "diaspora_fund",
    }
}

vocabulary! {
    /// What a state has declared a donor to be.
    LegalStatusKind, "legal status" {
        /// "Undesirable organisation": taking part or giving is an offence.
        Undesirable = "undesirable",
        /// On a list of extremist organisations or materials.
        Extremist = "extremist",
        /// On a list of terrorist organisations.
        Terrorist = "terrorist",
        /// On a list of foreign agents.
        ForeignAgent = "foreign_agent",
    }
}

/// The status of a donor in one jurisdiction. Without date and source there is no status: a rumour
/// must not keep anyone from money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalStatus {
    /// The country whose law declares it.
    pub jurisdiction: Country,
    /// What was declared.
    pub kind: LegalStatusKind,
    /// Since when.
    pub since: NaiveDate,
    /// Where this is recorded.
    pub source: String,
    /// The decision by which it was declared, with number and day.
    pub decision: Option<String>,
    /// The last day on which it holds, where it was lifted.
    pub until: Option<NaiveDate>,
}

impl LegalStatus {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Who gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Donor {
    /// Identifier.
    pub id: DonorId,
    /// Name.
    pub name: String,
    /// Other names and acronyms.
    pub aliases: Vec<String>,
    /// Sort of body; `None` where an import did not say.
    pub kind: Option<DonorKind>,
    /// Seat.
    pub country: Option<Country>,
    /// Whose money it passes on, when it regrants.
    pub parent: Option<DonorId>,
    /// Own statuses; a regrantor shares its parents' as well.
    pub statuses: Vec<LegalStatus>,
}
