//! Places: countries of ISO 3166-1 and the regions donors speak of.

use serde::{Deserialize, Serialize};

use crate::code::vocabulary;

/// A country: an ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// What was given is neither a country nor a region.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a country code such as “DE” or a region such as “EU”")]
pub struct NotAPlace(pub String);

/// Officially assigned codes of ISO 3166-1, and `XK` (Kosovo, user-assigned, in wide use).
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

impl Country {
    /// The two-letter code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Every country, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        COUNTRIES.split(' ').filter_map(|code| code.parse().ok())
    }
}

impl std::str::FromStr for Country {
    type Err = NotAPlace;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || NotAPlace(text.to_owned());
        let code: [u8; 2] = text.as_bytes().try_into().map_err(|_| unknown())?;
        if COUNTRIES.split(' ').any(|known| known == text) {
            Ok(Self(code))
        } else {
            Err(unknown())
        }
    }
}

impl TryFrom<String> for Country {
    type Error = NotAPlace;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.code().to_owned()
    }
}

impl std::fmt::Display for Country {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::fmt::Debug for Country {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

vocabulary! {
    /// A group of countries that calls name as one.
    Region, "region" {
        /// Everywhere.
        World = "WORLD",
        /// The continent, Türkiye and the South Caucasus included, as in the Council of Europe's sense.
        Europe = "EUROPE",
        /// Member states of the European Union.
        Eu = "EU",
        /// The EU with Iceland, Liechtenstein and Norway.
        Eea = "EEA",
        /// Candidates for membership of the EU.
        Candidates = "CANDIDATES",
        /// Countries associated to Horizon Europe.
        HorizonAssociated = "HORIZON_ASSOCIATED",
        /// Armenia, Azerbaijan, Belarus, Georgia, Moldova, Ukraine.
        EasternPartnership = "EASTERN_PARTNERSHIP",
        /// Armenia, Azerbaijan, Georgia.
        SouthCaucasus = "SOUTH_CAUCASUS",
        /// Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan.
        CentralAsia = "CENTRAL_ASIA",
        /// Albania, Bosnia and Herzegovina, Kosovo, Montenegro, North Macedonia, Serbia.
        WesternBalkans = "WESTERN_BALKANS",
        /// Estonia, Latvia, Lithuania.
        Baltics = "BALTICS",
        /// Denmark, Finland, Iceland, Norway, Sweden.
        Nordics = "NORDICS",
        /// The continent.
        Africa = "AFRICA",
        /// Both continents.
        Americas = "AMERICAS",
        /// The continent.
        Asia = "ASIA",
        /// Australia, New Zealand and the Pacific islands.
        Oceania = "OCEANIA",
        /// Western Asia without the South Caucasus, and Egypt.
        MiddleEast = "MIDDLE_EAST",
    }
}

const EU: &str = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
const AFRICA: &str = "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW";
const AMERICAS: &str = "AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI";
const ASIA: &str = "AE AF AM AZ BD BH BN BT CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE";
const OCEANIA: &str =
    "AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS";
const EUROPE: &str = "AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK";
const MIDDLE_EAST: &str = "AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE";

impl Region {
    /// The members as of November 2026, by country code. Sources: the European Union's own lists of
    /// member states, candidates and countries associated to Horizon Europe; UN M49 for continents.
    /// Empty for [`Region::World`], which contains everything.
    fn members(self) -> &'static [&'static str] {
        match self {
            Self::World => &[],
            Self::Europe => &[EUROPE],
            Self::Eu => &[EU],
            Self::Eea => &[EU, "IS LI NO"],
            Self::Candidates => &["AL BA GE MD ME MK RS TR UA"],
            Self::HorizonAssociated => {
                &["AL AM BA CA CH EG FO GB GE IL IS KR LI MD ME MK NO NZ RS TN TR UA XK"]
            }
            Self::EasternPartnership => &["AM AZ BY GE MD UA"],
            Self::SouthCaucasus => &["AM AZ GE"],
            Self::CentralAsia => &["KG KZ TJ TM UZ"],
            Self::WesternBalkans => &["AL BA ME MK RS XK"],
            Self::Baltics => &["EE LT LV"],
            Self::Nordics => &["DK FI IS NO SE"],
            Self::Africa => &[AFRICA],
            Self::Americas => &[AMERICAS],
            Self::Asia => &[ASIA],
            Self::Oceania => &[OCEANIA],
            Self::MiddleEast => &[MIDDLE_EAST],
        }
    }

    /// Whether the country belongs to the region.
    #[must_use]
    pub fn contains(self, country: Country) -> bool {
        self == Self::World
            || self.members().iter().any(|list| list.split(' ').any(|code| code == country.code()))
    }

    /// Every country of the region.
    pub fn countries(self) -> impl Iterator<Item = Country> {
        Country::all().filter(move |country| self.contains(*country))
    }
}

/// A country or a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Place {
    /// One country.
    Country(Country),
    /// A group of countries.
    Region(Region),
}

impl Place {
    /// The code: two letters for a country, a longer word or `EU` for a region.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Country(country) => country.code(),
            Self::Region(region) => region.code(),
        }
    }

    /// Whether every country of `other` lies in this place.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        match (self, other) {
            (Self::Country(a), Self::Country(b)) => a == b,
            (Self::Region(region), Self::Country(country)) => region.contains(country),
            (Self::Region(a), Self::Region(b)) => {
                a == b
                    || a == Region::World
                    || (b != Region::World && b.countries().all(|c| a.contains(c)))
            }
            (Self::Country(_), Self::Region(_)) => false,
        }
    }

    /// Whether the two places share at least one country.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        match (self, other) {
            (Self::Region(a), Self::Region(b)) => {
                a == Region::World || b == Region::World || a.countries().any(|c| b.contains(c))
            }
            _ => self.covers(other) || other.covers(self),
        }
    }
}

impl std::str::FromStr for Place {
    type Err = NotAPlace;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Ok(region) = text.parse() {
            return Ok(Self::Region(region));
        }
        text.parse().map(Self::Country)
    }
}

impl TryFrom<String> for Place {
    type Error = NotAPlace;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        place.code().to_owned()
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::{Country, Place, Region};

    fn place(code: &str) -> Place {
        code.parse().unwrap()
    }

    #[test]
    fn every_member_of_a_region_is_a_country() {
        for region in Region::ALL {
            for code in region.members().iter().flat_map(|list| list.split(' ')) {
                assert!(code.parse::<Country>().is_ok(), "{region} lists {code}");
            }
        }
        assert_eq!(Region::Eu.countries().count(), 27);
        assert_eq!(Region::Eea.countries().count(), 30);
    }

    #[test]
    fn places_cover_and_meet() {
        assert!(place("EU").covers(place("LT")));
        assert!(place("EUROPE").covers(place("EU")));
        assert!(!place("EU").covers(place("EEA")));
        assert!(place("EASTERN_PARTNERSHIP").meets(place("CANDIDATES")));
        assert!(!place("BALTICS").meets(place("NORDICS")));
        assert!(place("WORLD").meets(place("ASIA")));
        assert!(!place("DE").covers(place("EU")) && place("DE").meets(place("EU")));
        assert!("de".parse::<Place>().is_err() && "ZZ".parse::<Place>().is_err());
    }
}
