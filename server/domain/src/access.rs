//! Who may do what: roles, relations to a record, and the one rule by which a project is seen.
//!
//! The table of all this for people is `server/docs/access.md`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, CoalitionId, DonorId, OrganisationId, Project, ProjectId, Visibility,
    code::vocabulary,
};

vocabulary! {
    /// What a member of an organisation may do; each role holds the ones before it.
    Role, "role" {
        /// Reads everything of the organisation.
        Viewer = "viewer",
        /// Also writes.
        Editor = "editor",
        /// Also decides who belongs to it and who sees its records.
        Owner = "owner",
    }
}

/// What an account may do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grants {
    /// Operates the server: accounts and settings, no organisation's private records.
    pub admin: bool,
    /// Studies the sector: calls and aggregates, no organisation's private records.
    pub analyst: bool,
    /// Organisations it is a member of.
    pub memberships: BTreeMap<OrganisationId, Role>,
    /// Donors whose calls it reviews.
    pub donors: BTreeSet<DonorId>,
    /// Coalitions to which one of its organisations has agreed.
    pub coalitions: BTreeSet<CoalitionId>,
    /// Projects whose names it opened as a reviewer, for a reason. None while a call that it reviews is
    /// being scored: what was opened before is closed again until scores are locked.
    pub opened: BTreeSet<ProjectId>,
}

impl Grants {
    /// Whether it meets projects beside the calls it reviews, under code names.
    #[must_use]
    pub fn is_reviewer(&self) -> bool {
        !self.donors.is_empty()
    }
}

/// Who asks, as far as rules need to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Nobody known.
    Anonymous,
    /// A signed-in account.
    Account(AccountId, Grants),
    /// The person at the machine, who has the database file anyway.
    Operator,
}

/// Who may see a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sharing {
    /// The level.
    pub visibility: Visibility,
    /// When a level that reaches donors or everyone takes effect. `None` means never.
    pub since: Option<DateTime<Utc>>,
    /// The organisations that agreed, from the level "coalition" on.
    pub coalition: Option<CoalitionId>,
    /// Accounts outside the organisation, from the level "named" on.
    pub named: Vec<AccountId>,
}

impl Sharing {
    /// A level that holds from a moment on, with nobody named.
    #[must_use]
    pub const fn from(visibility: Visibility, since: DateTime<Utc>) -> Self {
        Self { visibility, since: Some(since), coalition: None, named: Vec::new() }
    }

    /// The organisation only.
    #[must_use]
    pub const fn private() -> Self {
        Self { visibility: Visibility::Private, since: None, coalition: None, named: Vec::new() }
    }

    /// Whether a level has taken effect. What reaches donors or everyone waits for its time.
    #[must_use]
    pub fn reaches(&self, level: Visibility, now: DateTime<Utc>) -> bool {
        self.visibility >= level
            && (level < Visibility::Donors || self.since.is_some_and(|since| since <= now))
    }
}

/// How a project is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// As everyone sees it: with the organisation's name, without what could endanger people.
    Public,
    /// As a partner sees it: whole, without writing.
    Shared,
    /// From inside, with the member's role.
    Own(Role),
    /// As the person at the machine sees it.
    Operator,
}

impl View {
    /// Whether the project may be written.
    #[must_use]
    pub const fn may_write(self) -> bool {
        matches!(self, Self::Operator | Self::Own(Role::Editor | Role::Owner))
    }

    /// Whether it may be decided who sees the project.
    #[must_use]
    pub const fn may_share(self) -> bool {
        matches!(self, Self::Operator | Self::Own(Role::Owner))
    }
}

impl Reader {
    /// What the account may do; nothing for anybody else.
    #[must_use]
    pub fn grants(&self) -> Option<&Grants> {
        match self {
            Self::Account(_, grants) => Some(grants),
            Self::Anonymous | Self::Operator => None,
        }
    }

    /// The account.
    #[must_use]
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            Self::Account(id, _) => Some(*id),
            Self::Anonymous | Self::Operator => None,
        }
    }

    /// The role in an organisation; the operator counts as an owner of each.
    #[must_use]
    pub fn role_in(&self, organisation: OrganisationId) -> Option<Role> {
        match self {
            Self::Operator => Some(Role::Owner),
            Self::Account(_, grants) => grants.memberships.get(&organisation).copied(),
            Self::Anonymous => None,
        }
    }

    /// Operates the server.
    #[must_use]
    pub fn is_admin(&self) -> bool {
        matches!(self, Self::Operator) || self.grants().is_some_and(|grants| grants.admin)
    }

    /// Keeps the calls, which all organisations share: admins and analysts.
    #[must_use]
    pub fn keeps_calls(&self) -> bool {
        self.is_admin() || self.grants().is_some_and(|grants| grants.analyst)
    }

    /// Reviews calls of one of these donors.
    #[must_use]
    pub fn reviews(&self, mut donors: impl Iterator<Item = DonorId>) -> bool {
        matches!(self, Self::Operator)
            || self
                .grants()
                .is_some_and(|grants| donors.any(|donor| grants.donors.contains(&donor)))
    }

    /// How a project is seen; `None` when the reader may not know of it by name. Beside a call and
    /// under a code name reviewers read it otherwise, which is not decided here.
    ///
    /// Whoever reviews calls sees no project by name that reviewers may see, unless it is their own
    /// organisation's or they opened its name: or else the list of public projects would undo the code
    /// names. That goes for every such project and not only for those beside one's own calls: the
    /// difference would tell which of them have people where a donor is designated.
    #[must_use]
    pub fn view(&self, project: &Project, now: DateTime<Utc>) -> Option<View> {
        let sharing = &project.sharing;
        let public = || sharing.reaches(Visibility::Public, now).then_some(View::Public);
        let (account, grants) = match self {
            Self::Operator => return Some(View::Operator),
            Self::Anonymous => return public(),
            Self::Account(account, grants) => (account, grants),
        };
        if let Some(role) = project.organisation.and_then(|id| grants.memberships.get(&id)) {
            return Some(View::Own(*role));
        }
        let blind = grants.is_reviewer() && sharing.reaches(Visibility::Donors, now);
        if blind && !grants.opened.contains(&project.id) {
            return None;
        }
        let named = sharing.reaches(Visibility::Named, now) && sharing.named.contains(account);
        let allied = sharing.reaches(Visibility::Coalition, now)
            && sharing.coalition.is_some_and(|id| grants.coalitions.contains(&id));
        if named || allied { Some(View::Shared) } else { public() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn organisation(number: u8) -> OrganisationId {
        OrganisationId::from_random([number; 16])
    }

    fn account(number: u8) -> AccountId {
        AccountId::from_random([number; 16])
    }

    fn coalition(number: u8) -> CoalitionId {
        CoalitionId::from_random([number; 16])
    }

    fn now() -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_000)
    }

    fn project(organisation: Option<OrganisationId>, sharing: Sharing) -> Project {
        Project {
            id: ProjectId::from_random([7; 16]),
            organisation,
            origin: None,
            sharing,
            first_seen: now(),
            changed_at: now(),
            content: crate::ProjectContent::titled("t"),
        }
    }

    prop_compose! {
        fn grants()(
            admin: bool, analyst: bool, reviewer: bool, opened: bool,
            memberships in proptest::collection::btree_map(0_u8..4, 0_usize..3, 0..3),
            coalitions in proptest::collection::btree_set(0_u8..3, 0..3),
        ) -> Grants {
            Grants {
                admin, analyst,
                memberships: memberships.into_iter().map(|(id, role)| (organisation(id), Role::ALL[role])).collect(),
                donors: reviewer.then(|| DonorId::from_random([1; 16])).into_iter().collect(),
                coalitions: coalitions.into_iter().map(coalition).collect(),
                opened: opened.then(|| ProjectId::from_random([7; 16])).into_iter().collect(),
            }
        }
    }

    prop_compose! {
        fn sharing()(
            level in 0_usize..5, days in proptest::option::of(-2_i64..3),
            allies in proptest::option::of(0_u8..3),
            named in proptest::collection::vec(0_u8..3, 0..3),
        ) -> Sharing {
            Sharing {
                visibility: Visibility::ALL[level],
                since: days.map(|days| now() + chrono::TimeDelta::days(days)),
                coalition: allies.map(coalition),
                named: named.into_iter().map(account).collect(),
            }
        }
    }

    proptest! {
        /// A stranger sees a project only when everyone does, whatever else the account may do: and a
        /// reviewer not even then, until the name is opened.
        #[test]
        fn no_office_opens_a_foreign_project(grants in grants(), sharing in sharing(), me in 0_u8..3) {
            let mut stranger = sharing.clone();
            stranger.named.retain(|named| *named != account(me));
            stranger.coalition = stranger.coalition.filter(|id| !grants.coalitions.contains(id));
            let foreign = project(Some(organisation(9)), stranger);
            let blind = grants.is_reviewer() && grants.opened.is_empty();
            let seen = Reader::Account(account(me), grants).view(&foreign, now());
            let all = Reader::Anonymous.view(&foreign, now());
            prop_assert_eq!(seen, all.filter(|_| !blind));
        }

        /// What stands in the lists of reviewers under a code name, a reviewer sees nowhere by name.
        #[test]
        fn a_reviewer_sees_by_name_only_what_is_their_own_or_opened(
            grants in grants(), sharing in sharing(), me in 0_u8..3, owner in 0_u8..4,
        ) {
            let listed = sharing.reaches(Visibility::Donors, now());
            let opened = !grants.opened.is_empty();
            let reviewer = grants.is_reviewer();
            let seen = Reader::Account(account(me), grants)
                .view(&project(Some(organisation(owner)), sharing), now());
            if reviewer && listed && !opened {
                prop_assert!(seen.is_none() || matches!(seen, Some(View::Own(_))), "{seen:?}");
            }
        }

        /// Raising the level never takes a view away from anybody but reviewers, and lowering it to
        /// private leaves members only.
        #[test]
        fn levels_hold_each_other(grants in grants(), sharing in sharing(), me in 0_u8..3, owner in 0_u8..4) {
            let blind = grants.is_reviewer() && grants.opened.is_empty();
            let reader = Reader::Account(account(me), grants);
            let owner = Some(organisation(owner));
            let mut seen = None;
            for level in Visibility::ALL {
                let raised = Sharing { visibility: *level, ..sharing.clone() };
                let view = reader.view(&project(owner, raised), now());
                prop_assert!(blind || view >= seen, "{level}: {view:?} after {seen:?}");
                seen = view;
            }
            let private = project(owner, Sharing { visibility: Visibility::Private, ..sharing });
            let private = reader.view(&private, now());
            prop_assert!(private.is_none() || matches!(private, Some(View::Own(_))));
        }
    }

    #[test]
    fn what_reaches_everyone_waits_for_its_time() {
        let seen = |sharing| Reader::Anonymous.view(&project(None, sharing), now());
        let later = Sharing::from(Visibility::Public, now() + chrono::TimeDelta::seconds(1));
        assert_eq!(seen(later), None);
        let passed = Sharing::from(Visibility::Public, now());
        assert_eq!(seen(passed.clone()), Some(View::Public));
        assert_eq!(seen(Sharing { since: None, ..passed }), None);
    }

    #[test]
    fn only_some_roles_write() {
        assert!(!View::Own(Role::Viewer).may_write() && View::Own(Role::Editor).may_write());
        assert!(!View::Own(Role::Editor).may_share() && View::Own(Role::Owner).may_share());
        assert!(!View::Shared.may_write() && !View::Public.may_write());
    }
}
