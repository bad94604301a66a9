//! Registers: the lists in which a state names bodies with which contact is an offence.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Country, EntryId, LegalStatus, LegalStatusKind};

/// A body that a register names, as a file tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// Whose law declares it.
    pub country: Country,
    /// What was declared.
    pub kind: LegalStatusKind,
    /// The name as the register writes it, often with other names in brackets.
    pub name: String,
    /// Each other name by itself, those in brackets among them.
    pub aliases: Vec<String>,
    /// The decision by which it was declared, with number and day as written there.
    pub decision: Option<String>,
    /// Since when.
    pub since: NaiveDate,
    /// The last day on which it holds, where it was lifted.
    pub until: Option<NaiveDate>,
    /// Where this is recorded.
    pub source: String,
}

impl Designation {
    /// What it says of a donor who is this body.
    #[must_use]
    pub fn status(&self) -> LegalStatus {
        LegalStatus {
            jurisdiction: self.country,
            kind: self.kind,
            since: self.since,
            source: self.source.clone(),
            decision: self.decision.clone(),
            until: self.until,
        }
    }

    /// Every name by which the body is known there.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// A row of a register on record. It stays when a newer list has it no longer: that a body is not
/// named any more is for a person to judge, and whether it was dropped or renamed cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterEntry {
    /// Identifier.
    pub id: EntryId,
    /// What it says.
    pub designation: Designation,
    /// The day of the newest list in which it stands.
    pub listed: NaiveDate,
    /// The day of the first list in which it stood no longer.
    pub gone_since: Option<NaiveDate>,
}

/// The newest list of a country and kind that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RegisterList {
    /// Whose law.
    pub country: Country,
    /// What it declares.
    pub kind: LegalStatusKind,
    /// The day for which it tells who is named.
    pub date: NaiveDate,
}

impl RegisterList {
    /// How many days old the list is.
    #[must_use]
    pub fn age(&self, today: NaiveDate) -> i64 {
        (today - self.date).num_days().max(0)
    }
}
