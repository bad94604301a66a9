//! What the forms of donors and of registers send.

use axum::{
    extract::{Path, State},
    response::Response,
};
use chrono::NaiveDate;
use domain::{Country, DonorId, EntryId};
use service::{
    Failure, FieldProblem,
    donors::{self, DonorInput, StatusInput},
    register,
};

use crate::http::{AppState, Fields, Outcome, Requester, answer_with, id, own_path};

/// A value of a closed list or a day: empty where nothing was chosen, a fault where it is none.
fn read<T: std::str::FromStr>(
    fields: &Fields,
    name: &'static str,
    faults: &mut Vec<FieldProblem>,
) -> Option<T> {
    let typed = fields.get(name).trim();
    let value = typed.parse().ok();
    if value.is_none() && !typed.is_empty() {
        faults.push(FieldProblem { field: name, problem: "wrong" });
    }
    value
}

fn donor(fields: &Fields) -> Result<DonorInput, Failure> {
    let mut faults = Vec::new();
    let input = DonorInput {
        name: fields.get("name").to_owned(),
        aliases: fields.get("aliases").lines().map(str::to_owned).collect(),
        kind: read(fields, "kind", &mut faults),
        country: read(fields, "country", &mut faults),
        parent: read(fields, "parent", &mut faults),
    };
    if faults.is_empty() { Ok(input) } else { Err(Failure::Invalid(faults)) }
}

/// Adds a donor.
pub(crate) async fn create(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let outcome = match donor(&fields) {
        Ok(input) => donors::create(&state.services, &requester.actor, input).await,
        Err(failure) => Err(failure),
    };
    let outcome = outcome.map(|id| Outcome::To(format!("/donors/{id}")));
    answer_with(state, requester, "/donors/new", fields, outcome).await
}

/// Changes a donor.
pub(crate) async fn update(
    State(state): State<AppState>,
    Path(donor_id): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let outcome = async {
        let id = id::<DonorId>(&donor_id)?;
        let made_of = fields.get("state");
        donors::update(&state.services, &requester.actor, id, donor(&fields)?, made_of).await?;
        Ok(Outcome::To(format!("/donors/{id}")))
    }
    .await;
    let path = format!("/donors/{donor_id}/edit");
    answer_with(state, requester, &path, fields, outcome).await
}

/// Records or takes away what a state declared a donor to be.
pub(crate) async fn status(
    State(state): State<AppState>,
    Path(donor_id): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let (services, actor) = (&state.services, &requester.actor);
    let outcome = async {
        let id = id::<DonorId>(&donor_id)?;
        let mut faults = Vec::new();
        let input = StatusInput {
            jurisdiction: read(&fields, "jurisdiction", &mut faults),
            kind: read(&fields, "status_kind", &mut faults),
            since: read::<NaiveDate>(&fields, "since", &mut faults),
            until: read::<NaiveDate>(&fields, "until", &mut faults),
            decision: fields.get("decision").to_owned(),
            source: fields.get("source").to_owned(),
        };
        if !faults.is_empty() {
            return Err(Failure::Invalid(faults));
        }
        if fields.get("action") == "remove" {
            let of = input.jurisdiction.zip(input.kind).ok_or(Failure::NotFound)?;
            donors::remove_status(services, actor, id, of.0, of.1).await?;
        } else {
            donors::set_status(services, actor, id, input).await?;
        }
        Ok(Outcome::To(format!("/donors/{id}#legal")))
    }
    .await;
    let path = format!("/donors/{donor_id}");
    answer_with(state, requester, &path, fields, outcome).await
}

/// Makes a donor one with another.
pub(crate) async fn merge(
    State(state): State<AppState>,
    Path(donor_id): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let outcome = async {
        let id = id::<DonorId>(&donor_id)?;
        let unknown = FieldProblem { field: "into", problem: "unknown" };
        let into: DonorId =
            fields.get("into").parse().map_err(|_| Failure::Invalid(vec![unknown]))?;
        donors::merge(&state.services, &requester.actor, id, into).await?;
        Ok(Outcome::To(format!("/donors/{into}")))
    }
    .await;
    let path = format!("/donors/{donor_id}");
    answer_with(state, requester, &path, fields, outcome).await
}

/// Makes a donor one of its own again.
pub(crate) async fn split(
    State(state): State<AppState>,
    Path(donor_id): Path<String>,
    requester: Requester,
) -> Response {
    let outcome = async {
        let id = id::<DonorId>(&donor_id)?;
        donors::split(&state.services, &requester.actor, id).await?;
        Ok(Outcome::To(format!("/donors/{id}")))
    }
    .await;
    let path = format!("/donors/{donor_id}");
    answer_with(state, requester, &path, Fields::of(""), outcome).await
}

/// Takes back what was read last into a register.
pub(crate) async fn take_back(
    State(state): State<AppState>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let outcome = async {
        let of = (id::<Country>(fields.get("country"))?, id(fields.get("status_kind"))?);
        let number = id::<i32>(fields.get("number"))?;
        // Numbers are used again after an import was taken back; its moment tells which one is meant.
        let at = Some(id(fields.get("at"))?);
        register::take_back(&state.services, &requester.actor, of, Some((number, at))).await?;
        Ok(Outcome::To("/designations".to_owned()))
    }
    .await;
    answer_with(state, requester, "/designations", fields, outcome).await
}

/// Decides whether a donor is a body that a register names.
pub(crate) async fn decide(
    State(state): State<AppState>,
    Path(donor_id): Path<String>,
    requester: Requester,
    body: String,
) -> Response {
    let fields = Fields::of(&body);
    let outcome = async {
        let donor = id::<DonorId>(&donor_id)?;
        let entry = id::<EntryId>(fields.get("entry"))?;
        let is_it = match fields.get("answer") {
            "yes" => Some(true),
            "no" => Some(false),
            "again" => None,
            _ => return Err(Failure::NotFound),
        };
        register::decide(&state.services, &requester.actor, donor, entry, is_it).await?;
        Ok(Outcome::To(own_path(fields.get("back")).to_owned()))
    }
    .await;
    let path = format!("/donors/{donor_id}");
    answer_with(state, requester, &path, fields, outcome).await
}
