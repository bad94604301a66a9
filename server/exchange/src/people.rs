//! Organisations and donors in Waxwing's own format (`server/docs/native-format.md`).

use std::io::Read;

use chrono::NaiveDate;
use domain::{Country, DonorKind, EntityForm, LegalStatus, Place};

use crate::{
    FileError, Sink,
    calls::read_native,
    fields::{Fields, ID, SHORT},
    projects::PLACE,
};

const NAME: usize = 500;
const COUNTRY: &str = "a country code such as “DE”";

/// A legal entity as read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityDraft {
    /// The source's own identifier.
    pub external_id: Option<String>,
    /// Registered name.
    pub name: String,
    /// Country of registration.
    pub country: Country,
    /// Class of the legal form.
    pub form: EntityForm,
    /// The form as written there.
    pub local_form: Option<String>,
    /// Identifier in the scheme of org-id.guide.
    pub identifier: Option<String>,
    /// Registered since.
    pub since: Option<NaiveDate>,
    /// Belongs to a fiscal sponsor.
    pub fiscal_sponsor: bool,
}

/// An organisation as read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationDraft {
    /// Where it comes from.
    pub source: String,
    /// The source's own identifier.
    pub external_id: String,
    /// Name.
    pub name: String,
    /// Other and former names.
    pub aliases: Vec<String>,
    /// Addresses on the web and handles.
    pub addresses: Vec<String>,
    /// Persons publicly tied to it.
    pub people: Vec<String>,
    /// Organisations it works with.
    pub partners: Vec<String>,
    /// Where it works.
    pub places: Vec<Place>,
    /// Bodies it can apply through.
    pub entities: Vec<EntityDraft>,
}

/// A donor as read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DonorDraft {
    /// The source's own identifier.
    pub external_id: String,
    /// Name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Sort of body.
    pub kind: Option<DonorKind>,
    /// Seat.
    pub country: Option<Country>,
    /// Identifier of the donor whose money it passes on; that one stands earlier in the file.
    pub parent: Option<String>,
    /// Legal statuses.
    pub statuses: Vec<LegalStatus>,
}

const ORGANISATION: [&str; 9] =
    ["id", "source", "name", "aliases", "addresses", "people", "partners", "places", "entities"];
const DONOR: [&str; 7] = ["id", "name", "aliases", "kind", "country", "parent", "statuses"];

fn entity(fields: &mut Fields) -> Option<EntityDraft> {
    let external_id = fields.text_opt("id", ID);
    let country = fields.required_parsed("country", COUNTRY);
    let form = fields.required_parsed("form", "a form such as “association”");
    let name = fields.required("name", NAME);
    let local_form = fields.text_opt("local_form", NAME);
    let identifier = fields.text_opt("identifier", NAME);
    let since = fields.day("since");
    let fiscal_sponsor = fields.yes_no("fiscal_sponsor").unwrap_or(false);
    Some(EntityDraft {
        external_id,
        name,
        country: country?,
        form: form?,
        local_form,
        identifier,
        since,
        fiscal_sponsor,
    })
}

/// Reads organisations, one JSON object a line.
///
/// # Errors
/// [`FileError`] when the file as a whole cannot be used.
pub fn read_organisations(
    input: &mut dyn Read,
    sink: Sink<'_, OrganisationDraft>,
) -> Result<(), FileError> {
    read_native(input, &ORGANISATION, sink, &|fields| {
        let id = fields.id("id");
        let source = fields.text_opt("source", 100).unwrap_or_else(|| "native".to_owned());
        let draft = OrganisationDraft {
            source: source.clone(),
            external_id: id.clone(),
            name: fields.required("name", NAME),
            aliases: fields.texts("aliases", NAME),
            addresses: fields.texts("addresses", NAME),
            people: fields.texts("people", NAME),
            partners: fields.texts("partners", NAME),
            places: fields.list("places", PLACE),
            entities: fields.parts("entities", entity).into_iter().flatten().collect(),
        };
        (source, id, draft)
    })
}

/// Without date and source there is no status.
fn status(fields: &mut Fields) -> Option<LegalStatus> {
    let jurisdiction = fields.required_parsed("jurisdiction", COUNTRY);
    let kind = fields.required_parsed("kind", "undesirable, extremist, terrorist or foreign_agent");
    let since = fields.required_day("since");
    let source = fields.required("source", SHORT);
    let decision = fields.text_opt("decision", SHORT);
    let until = fields.day("until");
    Some(LegalStatus {
        jurisdiction: jurisdiction?,
        kind: kind?,
        since: since?,
        source,
        decision,
        until,
    })
}

/// Reads donors, one JSON object a line.
///
/// # Errors
/// [`FileError`] when the file as a whole cannot be used.
pub fn read_donors(input: &mut dyn Read, sink: Sink<'_, DonorDraft>) -> Result<(), FileError> {
    read_native(input, &DONOR, sink, &|fields| {
        let id = fields.id("id");
        let draft = DonorDraft {
            external_id: id.clone(),
            name: fields.required("name", NAME),
            aliases: fields.texts("aliases", NAME),
            kind: fields.parsed("kind", "a kind such as “foundation”"),
            country: fields.parsed("country", COUNTRY),
            parent: fields.text_opt("parent", ID),
            statuses: fields.parts("statuses", status).into_iter().flatten().collect(),
        };
        ("native".to_owned(), id, draft)
    })
}
