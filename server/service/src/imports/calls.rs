//! Calls: shared by all, each of a donor, with a version for each field that changes.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    io::Read,
};

use domain::{
    Call, CallDraft, CallField, CallId, Donor, DonorId, Review, ReviewId, ReviewState, RowIssue,
};
use exchange::FileError;
use serde_json::Value;
use store::{ConnectionTrait, StoreError, calls::Version};

use super::{
    LineOutcome,
    kind::{Desk, Key, Kind, Push},
};
use crate::{
    Failure, Incident,
    changes::{FieldChange, merge},
    reviews::frozen,
    services::{News, Touched},
    standing::DonorNames,
};

/// What calls of a file are compared with.
pub(super) struct Calls {
    donors: DonorNames,
    /// Donors that are to be added.
    new_donors: Vec<Donor>,
    /// Fields that a person decided, of the calls of a batch.
    decided: HashMap<CallId, BTreeSet<CallField>>,
    /// The newest review of each call of a batch.
    reviews: BTreeMap<CallId, Review>,
}

/// What is to be written for a call.
pub(super) struct Write {
    call: Call,
    /// Its donor's name, by which it is found.
    donor: String,
    /// How it has changed; `None` for a new one.
    versions: Option<Vec<Version>>,
    /// The review under which its rules have changed.
    review: Option<ReviewId>,
}

impl Calls {
    /// The donor of a name, to be added when it is not on record yet.
    fn donor(&mut self, desk: &Desk<'_>, draft: &CallDraft) -> DonorId {
        if let Some(known) = self.donors.find(&draft.donor) {
            return known;
        }
        let donor = Donor {
            id: DonorId::from_random(desk.bytes()),
            name: draft.donor.trim().to_owned(),
            aliases: Vec::new(),
            kind: draft.donor_kind,
            country: None,
            parent: None,
            statuses: Vec::new(),
        };
        self.donors.add(&donor);
        let id = donor.id;
        self.new_donors.push(donor);
        id
    }

    /// Whether a person decided a field of a call, so that its source no longer does.
    fn is_kept(&self, call: CallId, field: &str) -> bool {
        let decided = self.decided.get(&call);
        field
            .parse::<CallField>()
            .is_ok_and(|field| decided.is_some_and(|fields| fields.contains(&field)))
    }
}

/// The changes of a call that are written, as versions.
fn versions(desk: &Desk<'_>, call: CallId, changes: &[FieldChange]) -> Vec<Version> {
    let written = changes.iter().filter(|change| !change.kept);
    let version = |change: &FieldChange| {
        Some(Version {
            call,
            at: desk.at,
            field: change.field.parse::<CallField>().ok()?,
            before: change.before.clone(),
            after: change.after.clone(),
            batch: Some(desk.batch),
        })
    };
    written.filter_map(version).collect()
}

impl Kind for Calls {
    type Draft = Box<CallDraft>;
    type Owner = ();
    type Record = Call;
    type Write = Write;

    const ACT: &'static str = "calls_imported";
    const NEWS: News = News::Calls;
    const ECHOES: bool = true;

    fn drafts(input: &mut dyn Read, push: Push<'_, Self::Draft>) -> Result<String, FileError> {
        let format =
            exchange::read_calls(input, &mut |found| push(found.row, found.item.map(Box::new)))?;
        Ok(format.code().to_owned())
    }

    async fn begin<C: ConnectionTrait>(c: &C, _: &Desk<'_>) -> Result<Self, StoreError> {
        let donors = DonorNames::of(&store::donors::all(c).await?);
        Ok(Self {
            donors: donors.with_merged(store::donors::merged(c).await?),
            new_donors: Vec::new(),
            decided: HashMap::new(),
            reviews: BTreeMap::new(),
        })
    }

    fn named(draft: &Self::Draft) -> (Key, &str) {
        ((draft.source.clone(), draft.external_id.clone()), &draft.content.title)
    }

    fn owner(&self, _: &Desk<'_>, _: &mut Self::Draft) -> Result<(), RowIssue> {
        Ok(())
    }

    async fn known<C: ConnectionTrait>(
        &mut self,
        c: &C,
        wanted: &BTreeMap<String, Vec<String>>,
    ) -> Result<HashMap<Key, Call>, StoreError> {
        let mut known = HashMap::new();
        for (source, ids) in wanted {
            let found = store::calls::by_external_ids(c, source, ids).await?;
            known.extend(found.into_iter().map(|(id, call)| ((source.clone(), id), call)));
        }
        let ids: Vec<CallId> = known.values().map(|call: &Call| call.id).collect();
        self.decided = store::edits::of_calls(c, &ids).await?;
        self.reviews = store::reviews::newest_of(c, &ids).await?;
        Ok(known)
    }

    fn compare(
        &mut self,
        desk: &Desk<'_>,
        draft: Self::Draft,
        (): (),
        record: Option<Call>,
    ) -> Result<(LineOutcome, Option<Write>), Failure> {
        let donor = self.donor(desk, &draft);
        let Some(call) = record else {
            let CallDraft { source, external_id, donor: name, content, .. } = *draft;
            let id = CallId::from_random(desk.bytes());
            let (first_seen, changed_at) = (desk.at, desk.at);
            let call = Call { id, source, external_id, donor, first_seen, changed_at, content };
            let write = Write { call, donor: name, versions: None, review: None };
            return Ok((LineOutcome::New, Some(write)));
        };
        let (content, mut changes) =
            merge(&call.content, &draft.content, |field| self.is_kept(call.id, field))
                .map_err(|error| Failure::Internal(Incident::log(&error)))?;
        // Whoever gives now may be designated: a newer file that names another donor is believed.
        let moved = self.donors.one(donor) != self.donors.one(call.donor);
        // Unless a person said whose it is.
        let kept = self.is_kept(call.id, CallField::Donor.code());
        if moved {
            changes.push(FieldChange {
                kept,
                field: CallField::Donor.code().to_owned(),
                before: Value::from(self.donors.name(call.donor)).to_string(),
                after: Value::from(draft.donor.trim()).to_string(),
            });
        }
        if changes.is_empty() {
            return Ok((LineOutcome::Same, None));
        }
        let donor = if moved && !kept { donor } else { call.donor };
        let review = self.reviews.get(&call.id);
        let review = review.filter(|_| frozen::differs(&call.content, &content));
        let scored = review.is_some_and(|review| review.state == ReviewState::Scoring);
        if scored && donor == call.donor {
            return Ok((LineOutcome::Held, None));
        }
        // Whoever gives now may endanger people: that does not wait for anybody's scores.
        let content = if scored { call.content.clone() } else { content };
        changes.retain(|change| !scored || change.field == CallField::Donor.code());
        let write = (!changes.iter().all(|change| change.kept)).then(|| Write {
            versions: Some(versions(desk, call.id, &changes)),
            donor: if kept { self.donors.name(donor).to_owned() } else { draft.donor },
            review: review.filter(|_| !scored).map(|review| review.id),
            call: Call { content, donor, changed_at: desk.at, ..call },
        });
        Ok((LineOutcome::Changed(changes), write))
    }

    async fn apply<C: ConnectionTrait>(
        &mut self,
        c: &C,
        desk: &Desk<'_>,
        writes: Vec<Write>,
        written: &mut Touched,
    ) -> Result<(), StoreError> {
        let demonstration = desk.plan.demonstration;
        let donors = std::mem::take(&mut self.new_donors);
        if !donors.is_empty() {
            // Nobody else adds donors meanwhile: the transaction has waited for its turn.
            store::donors::insert(c, &donors, demonstration).await?;
            written.names = true;
        }
        let mut new: Vec<(Call, String)> = Vec::new();
        for Write { call, donor, versions, review } in writes {
            written.calls.push(call.id);
            if let Some(review) = review {
                store::reviews::count_rule_change(c, review).await?;
            }
            match versions {
                Some(versions) => store::calls::update(c, (&call, &donor), &versions).await?,
                None => new.push((call, donor)),
            }
        }
        let named: Vec<_> = new.iter().map(|(call, donor)| (call, donor.as_str())).collect();
        store::calls::insert(c, &named, demonstration).await
    }
}
