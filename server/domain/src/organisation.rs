//! Organisations and the legal entities through which they apply and receive.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Country, LegalEntityId, OrganisationId, code::vocabulary};

vocabulary! {
    /// The class of a legal form, wide enough to compare across countries.
    EntityForm, "entity form" {
        /// A registered association (e.V., MTÜ, z.s., N(N)LE).
        Association = "association",
        /// A foundation (Stiftung, fundacja).
        Foundation = "foundation",
        /// A company without profit purpose (gGmbH, VšĮ).
        NonProfitCompany = "non_profit_company",
        /// A cooperative.
        Cooperative = "cooperative",
        /// A state, regional or local authority, or a body they own.
        PublicBody = "public_body",
        /// A university or research institute.
        ResearchBody = "research_body",
        /// A company with profit purpose.
        Company = "company",
        /// An intergovernmental organisation.
        InternationalOrganisation = "international_organisation",
        /// A group without registration.
        InformalGroup = "informal_group",
        /// A natural person.
        Individual = "individual",
    }
}

/// A registered body that an organisation can apply or receive through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalEntity {
    /// Identifier.
    pub id: LegalEntityId,
    /// Registered name.
    pub name: String,
    /// Country of registration.
    pub country: Country,
    /// Class of the legal form.
    pub form: EntityForm,
    /// The form as written in that country, such as `gGmbH`.
    pub local_form: Option<String>,
    /// Identifier in the scheme of org-id.guide, such as `DE-CR-HRB12345`.
    pub identifier: Option<String>,
    /// Registered since.
    pub since: Option<NaiveDate>,
    /// Belongs to a fiscal sponsor that receives for the organisation.
    pub fiscal_sponsor: bool,
}

/// A team with a shared purpose: NGO, newsroom, initiative, informal group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Identifier.
    pub id: OrganisationId,
    /// Private name.
    pub name: String,
    /// Name for coalitions, which says nothing about the organisation. Its projects never bear it.
    pub code_name: String,
    /// Other names, acronyms, handles.
    pub aliases: Vec<String>,
    /// Names of persons publicly tied to it: they are masked, never shown or matched.
    pub people: Vec<String>,
    /// Bodies it can apply through; none for an informal group.
    pub entities: Vec<LegalEntity>,
}
