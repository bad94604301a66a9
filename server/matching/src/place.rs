//! Where the work happens, as a part of fit.
//!
//! Only places named in the fields count, never ones mentioned in a text. A call that names none
//! is unknown, not worldwide.

use std::sync::LazyLock;

use domain::{Country, Place, Region};

/// The countries, by code.
static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let mut all: Vec<Country> = Country::all().collect();
    all.sort_unstable();
    all
});

/// The members of each region.
static REGIONS: LazyLock<Vec<(Region, Territory)>> = LazyLock::new(|| {
    Region::ALL
        .iter()
        .map(|&region| {
            let members = COUNTRIES.iter().map(|&country| region.contains(country));
            let mut territory = Territory { countries: [0; 4], world: region == Region::World };
            for (i, _) in members.enumerate().filter(|(_, member)| *member) {
                territory.countries[i / 64] |= 1 << (i % 64);
            }
            (region, territory)
        })
        .collect()
});

/// A set of countries, one bit each; the world is more than the sum of its countries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Territory {
    countries: [u64; 4],
    world: bool,
}

impl Territory {
    /// The countries of some places together.
    pub(crate) fn of(places: &[Place]) -> Self {
        places.iter().fold(Self::default(), |all, &place| {
            let one = Self::of_place(place);
            let mut countries = all.countries;
            for (sum, more) in countries.iter_mut().zip(one.countries) {
                *sum |= more;
            }
            Self { countries, world: all.world || one.world }
        })
    }

    fn of_place(place: Place) -> Self {
        match place {
            Place::Country(country) => {
                let mut one = Self::default();
                if let Ok(i) = COUNTRIES.binary_search(&country) {
                    one.countries[i / 64] = 1 << (i % 64);
                }
                one
            }
            Place::Region(region) => REGIONS
                .iter()
                .find(|(known, _)| *known == region)
                .map_or_else(Self::default, |(_, territory)| *territory),
        }
    }

    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Whether every country of `other` lies in here.
    pub(crate) fn covers(self, other: Self) -> bool {
        self.world || (!other.world && self.shared(other) == other.size())
    }

    /// Whether the two share a country.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.shared(other) > 0
    }

    fn shared(self, other: Self) -> u32 {
        self.countries.iter().zip(other.countries).map(|(a, b)| (a & b).count_ones()).sum()
    }

    fn size(self) -> u32 {
        self.countries.iter().map(|bits| bits.count_ones()).sum()
    }

    /// How much naming this territory says: 1 for a country, 0 for the world, by the logarithm of
    /// the number of countries in between.
    fn precision(self) -> f64 {
        let (size, all) = (self.size().max(1), small_all());
        1.0 - f64::from(size).ln() / all.ln()
    }
}

fn small_all() -> f64 {
    reading::num::real(COUNTRIES.len().max(2))
}

/// The places of a project, ready to compare.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reach {
    places: Vec<(Place, Territory)>,
}

impl Reach {
    /// Work places first, then places reached.
    pub(crate) fn of(work: &[Place], reach: &[Place]) -> Self {
        let places = work.iter().chain(reach).map(|&place| (place, Territory::of(&[place])));
        Self { places: places.collect() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The project's place that agrees best with a call's territory, and how well, from 0 to 1.
    ///
    /// A place agrees by the share of it that the territory covers, weighted by how much naming
    /// that territory says: between one half (the world) and one (a single country).
    pub(crate) fn best(&self, call: Territory) -> Option<(Place, f64)> {
        let weight = 0.5 + 0.5 * call.precision();
        self.places
            .iter()
            .map(|&(place, territory)| {
                let covered = if call.covers(territory) {
                    1.0
                } else {
                    f64::from(call.shared(territory)) / f64::from(territory.size().max(1))
                };
                (place, weight * covered)
            })
            .filter(|(_, value)| *value > 0.0)
            // The first of equals, so that the order of the project's own places decides.
            .fold(None, |best: Option<(Place, f64)>, next| match best {
                Some(best) if best.1 >= next.1 => Some(best),
                _ => Some(next),
            })
    }
}

#[cfg(test)]
mod tests {
    use super::{Reach, Territory};
    use domain::Place;

    fn places(codes: &str) -> Vec<Place> {
        codes.split(' ').map(|code| code.parse().unwrap()).collect()
    }

    #[test]
    fn territories_agree_with_places() {
        for (a, b) in [
            ("EU", "LT"),
            ("EUROPE", "EU"),
            ("EU", "EEA"),
            ("WORLD", "ASIA"),
            ("ASIA", "WORLD"),
            ("DE", "EU"),
            ("BALTICS", "NORDICS"),
        ] {
            let (x, y): (Place, Place) = (a.parse().unwrap(), b.parse().unwrap());
            let (s, t) = (Territory::of(&[x]), Territory::of(&[y]));
            assert_eq!(s.covers(t), x.covers(y), "{a} covers {b}");
            assert_eq!(s.meets(t), x.meets(y), "{a} meets {b}");
        }
        assert!(Territory::of(&places("EE LV LT")).covers(Territory::of(&places("BALTICS"))));
    }

    #[test]
    fn a_call_for_one_country_says_more_than_one_for_the_world() {
        let project = Reach::of(&places("LT"), &places("BY"));
        let value = |codes: &str| project.best(Territory::of(&places(codes))).map_or(0.0, |b| b.1);
        assert!((value("BY") - 1.0).abs() < 1e-12);
        assert!(
            value("EASTERN_PARTNERSHIP") < 1.0 && value("EASTERN_PARTNERSHIP") > value("EUROPE")
        );
        assert!((value("WORLD") - 0.5).abs() < 0.01);
        assert!(value("AFRICA").abs() < 1e-12);
        let (place, _) = project.best(Territory::of(&places("BY"))).unwrap();
        assert_eq!(place.code(), "BY");
    }
}
