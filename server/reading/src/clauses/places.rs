//! Lists of countries as clauses write them.

use std::sync::LazyLock;

use domain::Place;
use regex::Regex;

use super::regex;
use crate::places::{self, Named};

/// States of the US, Georgia left out: a text that names it alone may mean the country.
const US_STATES: &str = "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington State|West Virginia|Wisconsin|Wyoming";

static STATES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(&format!(
        r"\b(?:the )?(?:(?:State|state|Commonwealth|commonwealth) of )?(?:{US_STATES})\b"
    ))
});

/// Member states of the European Union, where a text speaks of it.
static MEMBERS: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(r"\b(?:EU )?Member States?\b(?: of the (?:European )?Union)?"));

static ASSOCIATED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:countr(?:y|ies) associated|associated countr(?:y|ies)) (?:to|with) (?:the )?Horizon Europe(?: Framework)?(?: programme)?",
    )
});

/// The places a text names, in order: countries and regions, states of the US as that country, and
/// member states of the Union.
pub(super) fn places_in(text: &str) -> Vec<Named> {
    let mut found = places::find(text);
    let mut add = |pattern: &LazyLock<Option<Regex>>, code: &str| {
        let Ok(place) = code.parse::<Place>() else { return };
        let Some(pattern) = pattern.as_ref() else { return };
        for here in pattern.find_iter(text) {
            let (start, end) = (here.start(), here.end());
            let free = |named: &Named| named.end <= start || named.start >= end;
            let inside = |named: &Named| named.start >= start && named.end <= end;
            // A longer name that is known stands; shorter ones are parts of this one.
            if found.iter().all(|named| free(named) || inside(named)) {
                found.retain(free);
                found.push(Named { place, start, end });
            }
        }
    };
    add(&STATES, "US");
    if ["ssociated", "Union", "EU", "Europe"].iter().any(|word| text.contains(word)) {
        add(&MEMBERS, "EU");
    }
    add(&ASSOCIATED, "HORIZON_ASSOCIATED");
    found.sort_by_key(|named| named.start);
    found
}

/// The list of places that begins at a byte: places with only joining words between them. Returns
/// where it ends.
pub(super) fn list_at(text: &str, start: usize, places: &[Named]) -> Option<(Vec<Place>, usize)> {
    let mut list: Vec<Place> = Vec::new();
    let mut end = start;
    for named in places.iter().filter(|named| named.start >= start) {
        if named.start < end {
            continue;
        }
        if !joins(&text[end..named.start], list.is_empty()) {
            break;
        }
        if !list.contains(&named.place) {
            list.push(named.place);
        }
        end = after_members(text, named, places);
    }
    if list.is_empty() {
        return None;
    }
    if let Some(group) = GROUP.as_ref()?.find(&text[end..]) {
        let open = end + group.end();
        if let Some((members, close)) = list_at(text, open, places)
            && text[close..].starts_with(')')
        {
            list.extend(
                members.into_iter().filter(|place| !list.contains(place)).collect::<Vec<_>>(),
            );
            end = close + 1;
        }
    }
    Some((list, end))
}

/// A group of countries that is named in other words, and then listed in brackets.
static GROUP: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(r"(?i)^,? (?:and|or) (?:in )?(?:the )?countries [^().,;:]{3,90} \("));

/// Where a region ends, its members in brackets included: `Baltic States (Estonia, Latvia)`.
fn after_members(text: &str, region: &Named, places: &[Named]) -> usize {
    let rest = &text[region.end..];
    let Some(inside) = rest.trim_start().strip_prefix('(') else { return region.end };
    let open = text.len() - inside.len();
    let Some(close) = inside.find(')').map(|at| open + at) else { return region.end };
    let mut members = places.iter().filter(|named| named.start >= open && named.end <= close);
    let some = members.clone().next().is_some();
    let all = members.all(|named| region.place.covers(named.place));
    if some && all { close + 1 } else { region.end }
}

/// Whether only joining words stand between two places of a list, or before its first.
fn joins(between: &str, first: bool) -> bool {
    const JOINING: &str = "and or the a an in one of any other either und oder der dem den einem eines einer и или либо в во из одной одном та і й або чи у в із з ці або ў country countries territory стран страны странах країн країни країнах краін краіны";
    let words = between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let all_joining = words.clone().all(|word| {
        let word = word.to_lowercase();
        JOINING.split(' ').any(|joining| joining == word)
    });
    let stops = between.contains(['.', ';', ':', '(', ')']);
    all_joining && !stops && (first || !between.trim().is_empty())
}

/// Whether something that may be a further place follows a list: a joining word that no new clause
/// follows, or a bracket.
pub(super) fn goes_on(after: &str) -> bool {
    const CLAUSE: &str = "can may must are is who which that with have has shall will apply be working können müssen sind die могут должны имеют которые можуть мають які що могуць маюць якія";
    let after = after.trim_start();
    let joined = after.strip_prefix([',', '/', '(']).or_else(|| {
        ["and ", "or ", "und ", "oder ", "и ", "или ", "та ", "або ", "чи ", "і ", "ці "]
            .into_iter()
            .find_map(|word| after.strip_prefix(word))
    });
    joined.is_some_and(|rest| {
        let next = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next();
        !next.is_some_and(|next| CLAUSE.split(' ').any(|word| word == next))
    })
}
