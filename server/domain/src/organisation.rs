//! Organisations and the legal entities through which they apply and receive.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Country, LegalEntityId, OrganisationId, Place, code::vocabulary};

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
    /// Other and former names, acronyms.
    pub aliases: Vec<String>,
    /// Its addresses on the web and its handles on platforms.
    pub addresses: Vec<String>,
    /// Names of persons publicly tied to it: they are masked, never shown or matched.
    pub people: Vec<String>,
    /// Names of organisations it works with; in the texts of its projects they are masked.
    pub partners: Vec<String>,
    /// Where it works.
    pub places: Vec<Place>,
    /// Bodies it can apply through; none for an informal group.
    pub entities: Vec<LegalEntity>,
}

impl Organisation {
    /// An organisation of which only the names are known.
    #[must_use]
    pub const fn named(id: OrganisationId, name: String, code_name: String) -> Self {
        Self {
            id,
            name,
            code_name,
            aliases: Vec::new(),
            addresses: Vec::new(),
            people: Vec::new(),
            partners: Vec::new(),
            places: Vec::new(),
            entities: Vec::new(),
        }
    }
}

/// Platforms on which an address belongs to whoever its last part names.
const PLATFORMS: [&str; 18] = [
    "boosty.to",
    "bsky.app",
    "facebook.com",
    "instagram.com",
    "linkedin.com",
    "ok.ru",
    "patreon.com",
    "rutube.ru",
    "t.me",
    "telegram.me",
    "threads.net",
    "tiktok.com",
    "twitch.tv",
    "twitter.com",
    "vk.com",
    "x.com",
    "youtu.be",
    "youtube.com",
];

/// What of an address on the web, or of a handle, is a name: `t.me/example_radio` and
/// `@example_radio` name `example_radio`, `https://www.example.org/about` names `example.org`.
#[must_use]
pub fn name_in_address(address: &str) -> &str {
    let address = address.trim();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let address = address.strip_prefix("www.").unwrap_or(address);
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let mut parts = address.split('/').filter(|part| !part.is_empty());
    let host = parts.next().unwrap_or_default();
    let is_platform = PLATFORMS.iter().any(|platform| {
        host.strip_suffix(platform).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    let name = if is_platform { parts.next_back().unwrap_or_default() } else { host };
    name.trim_start_matches('@')
}

#[cfg(test)]
mod tests {
    use super::name_in_address;

    #[test]
    fn an_address_names_a_host_or_whoever_speaks_on_a_platform() {
        for (address, name) in [
            ("https://www.example.org/about?x=1", "example.org"),
            ("example.org", "example.org"),
            ("https://t.me/example_radio", "example_radio"),
            ("https://www.youtube.com/@example_radio/", "example_radio"),
            ("m.facebook.com/example.radio#top", "example.radio"),
            ("@example_radio", "example_radio"),
            ("https://t.me/", ""),
            ("notyoutube.com/x", "notyoutube.com"),
            ("", ""),
        ] {
            assert_eq!(name_in_address(address), name, "{address}");
        }
    }
}
