//! The native formats as structures: what is written, and where the schema files come from. The
//! comments of the fields are the descriptions in the schemas.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, Timelike};
use domain::{
    AmountRange, CallDraft, CallStatus, Closing, Condition, Country, Currency, DeadlineKind,
    DonorKind, EntityForm, Language, LegalStatusKind, Money, MonthRange, PartnerNeed, Place,
    ProjectDraft, RuleKind, Stage, ThemeCode, Visibility,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};
use serde::Serialize;
use serde_json::Value;

use crate::people::{DonorDraft, OrganisationDraft};

/// A value that says nothing is not written.
trait Silent {
    fn is_silent(&self) -> bool;
}

impl<T> Silent for Option<T> {
    fn is_silent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Silent for &[T] {
    fn is_silent(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Silent for Vec<T> {
    fn is_silent(&self) -> bool {
        self.is_empty()
    }
}

impl Silent for &str {
    fn is_silent(&self) -> bool {
        self.is_empty()
    }
}

impl<K, V> Silent for BTreeMap<K, V> {
    fn is_silent(&self) -> bool {
        self.is_empty()
    }
}

impl Silent for bool {
    fn is_silent(&self) -> bool {
        !self
    }
}

fn silent<T: Silent>(value: &T) -> bool {
    value.is_silent()
}

/// What a reader takes where nothing is written need not be written.
trait Usual {
    const USUAL: Self;
}

impl Usual for &str {
    /// The source of records that name none.
    const USUAL: Self = "native";
}

impl Usual for DeadlineKind {
    const USUAL: Self = Self::Final;
}

impl Usual for Visibility {
    const USUAL: Self = Self::Private;
}

fn is_default<T: Usual + PartialEq>(value: &T) -> bool {
    *value == T::USUAL
}

/// Names for the schemas of values that are written as text.
macro_rules! written_as {
    ($( $name:ident = $schema:expr ),+ $(,)?) => { $(
        struct $name;
        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+ };
}

macro_rules! code_list {
    ($type:ty) => {
        <$type>::ALL.iter().map(|member| member.code()).collect::<Vec<_>>()
    };
}

fn regions() -> String {
    code_list!(domain::Region).join("|")
}

written_as! {
    Id = json_schema!({ "type": ["string", "integer"], "maxLength": 200 }),
    Day = json_schema!({ "type": "string", "format": "date" }),
    Hour = json_schema!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$" }),
    WebAddress = json_schema!({ "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://" }),
    Decimal = json_schema!({ "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$" }),
    CurrencyCode = json_schema!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
    LanguageCode = json_schema!({ "type": "string", "pattern": "^[a-z]{2,3}$" }),
    CountryCode = json_schema!({ "type": "string", "pattern": "^[A-Z]{2}$" }),
    PlaceCode = json_schema!({ "type": "string", "pattern": format!("^([A-Z]{{2}}|{})$", regions()) }),
    Theme = json_schema!({ "type": "string", "pattern": "^[a-z][a-z-]*$" }),
    Percent = json_schema!({ "type": "integer", "minimum": 0, "maximum": 100 }),
    StatusCode = json_schema!({ "type": "string", "enum": code_list!(CallStatus) }),
    DeadlineCode = json_schema!({ "type": "string", "enum": code_list!(DeadlineKind), "default": "final" }),
    FormCode = json_schema!({ "type": "string", "enum": code_list!(EntityForm) }),
    StageCode = json_schema!({ "type": "string", "enum": code_list!(Stage) }),
    VisibilityCode = json_schema!({ "type": "string", "enum": code_list!(Visibility), "default": "private" }),
    DonorKindCode = json_schema!({ "type": "string", "enum": code_list!(DonorKind) }),
    LegalStatusCode = json_schema!({ "type": "string", "enum": code_list!(LegalStatusKind) }),
    PartnerCode = json_schema!({ "type": "string", "enum": ["host_country", "consortium", "any", "local"] }),
    SourceName = json_schema!({ "type": "string", "maxLength": 100, "default": "native" }),
    ClauseTexts = json_schema!({
        "type": "object",
        "propertyNames": { "enum": code_list!(RuleKind) },
        "additionalProperties": { "type": "string", "minLength": 1 },
    }),
}

/// From a smallest to a largest amount; at least one of the two.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("additionalProperties" = false))]
struct Range {
    /// Smallest amount in major units, such as "20000" or "20000.50".
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Decimal")]
    min: Option<String>,
    /// Largest amount in major units.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Decimal")]
    max: Option<String>,
    /// ISO 4217 code, such as EUR.
    #[schemars(with = "CurrencyCode")]
    currency: Currency,
}

impl Range {
    fn of(range: &AmountRange) -> Self {
        Self {
            min: range.min().map(Money::decimal),
            max: range.max().map(Money::decimal),
            currency: range.currency(),
        }
    }
}

/// An amount of money.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("additionalProperties" = false))]
struct Sum {
    /// Amount in major units, such as "1000000" or "20000.50".
    #[schemars(with = "Decimal")]
    amount: String,
    /// ISO 4217 code, such as EUR.
    #[schemars(with = "CurrencyCode")]
    currency: Currency,
}

/// A span of whole months; at least one of its ends.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("additionalProperties" = false))]
struct Months {
    /// At least so many.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "u16")]
    min: Option<u16>,
    /// At most so many.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "u16")]
    max: Option<u16>,
}

impl Months {
    fn of(span: MonthRange) -> Self {
        Self { min: span.min, max: span.max }
    }
}

/// A closing date.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("additionalProperties" = false))]
struct Deadline<'a> {
    /// The day.
    #[schemars(with = "Day")]
    on: NaiveDate,
    /// The hour on that day, such as 17:00; leave out when the donor states none.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Hour")]
    at: Option<String>,
    /// IANA name of the donor's time zone, such as Europe/Brussels.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "String")]
    zone: Option<&'a str>,
    /// What the date ends: applications altogether, the first stage of several, or one of several
    /// rounds.
    #[serde(skip_serializing_if = "is_default")]
    #[schemars(with = "DeadlineCode")]
    kind: DeadlineKind,
    /// What the donor adds, such as the name of the stage.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "String")]
    note: Option<&'a str>,
}

fn hour(at: NaiveTime) -> String {
    at.format(if at.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string()
}

impl<'a> Deadline<'a> {
    fn of(date: &'a domain::Deadline) -> Self {
        Self {
            on: date.on,
            at: date.at.map(hour),
            zone: date.zone.as_deref(),
            kind: date.kind,
            note: date.note.as_deref(),
        }
    }
}

/// A partner the call requires.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("additionalProperties" = false))]
struct Partner<'a> {
    /// A partner in a host country, a consortium, or some partner that is not described further
    /// (`any`; `local` means the same).
    #[schemars(with = "PartnerCode")]
    kind: &'static str,
    /// Where a host-country partner must be; the place of activity when empty.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<PlaceCode>")]
    places: &'a [Place],
    /// Least number of bodies in a consortium, the applicant included; 2 when left out.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "u8")]
    members: Option<u8>,
    /// Least number of countries they come from; 1 when left out.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "u8")]
    countries: Option<u8>,
}

impl<'a> Partner<'a> {
    fn of(need: &'a PartnerNeed) -> Self {
        let bare = |kind| Self { kind, places: &[], members: None, countries: None };
        match need {
            PartnerNeed::HostCountry { places } => Self { places, ..bare("host_country") },
            PartnerNeed::Consortium { members, countries } => {
                Self { members: Some(*members), countries: Some(*countries), ..bare("consortium") }
            }
            PartnerNeed::Any => bare("any"),
        }
    }
}

/// A call in the native format. Lengths are limits of UTF-8 bytes.
#[derive(Serialize, JsonSchema)]
#[schemars(
    title = "Waxwing call: one JSON object a line",
    extend("additionalProperties" = false)
)]
struct Call<'a> {
    /// The source's own identifier, the same in every import.
    #[schemars(with = "Id")]
    id: &'a str,
    /// Where the call comes from; together with `id` it names the call.
    #[serde(skip_serializing_if = "is_default")]
    #[schemars(with = "SourceName")]
    source: &'a str,
    /// Name of the donor.
    #[schemars(length(min = 1, max = 500))]
    donor: &'a str,
    /// Title.
    #[schemars(length(min = 1, max = 1000))]
    title: &'a str,
    /// What the donor wants to see done.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(length(max = 262_144))]
    text: &'a str,
    /// Rules and procedure.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(length(max = 262_144))]
    conditions: &'a str,
    /// Who may apply, as the donor words it.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(length(max = 262_144))]
    eligibility: &'a str,
    /// BCP 47 language of these texts.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "LanguageCode")]
    lang: Option<&'a Language>,
    /// Address of the call at the donor's.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "WebAddress")]
    url: Option<&'a str>,
    /// Programme the call belongs to.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "String", length(max = 4096))]
    programme: Option<&'a str>,
    /// Status as the source states it; dates decide where they say otherwise.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "StatusCode")]
    status: Option<CallStatus>,
    /// Opening day.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Day")]
    opens: Option<NaiveDate>,
    /// Closing dates.
    #[serde(skip_serializing_if = "silent")]
    deadlines: Vec<Deadline<'a>>,
    /// Whether applications are taken at any time, or on a recurring day; then there are no
    /// `deadlines`.
    #[serde(skip_serializing_if = "silent")]
    rolling: bool,
    /// Closing as the source words it.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "String", length(max = 4096))]
    deadline_text: Option<&'a str>,
    /// Size of one award.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Range")]
    award: Option<Range>,
    /// Amounts as the source words them.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "String", length(max = 4096))]
    award_text: Option<&'a str>,
    /// Total of the call.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Sum")]
    total: Option<Sum>,
    /// Number of awards the donor expects to make.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "u32")]
    awards_expected: Option<u32>,
    /// Duration of a project.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Months")]
    duration_months: Option<Months>,
    /// Duration as the source words it.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "String", length(max = 4096))]
    duration_text: Option<&'a str>,
    /// Where the work may happen; not stated when empty.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<PlaceCode>")]
    places: &'a [Place],
    /// Languages an application may be written in; not stated when empty.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<LanguageCode>")]
    languages: &'a [Language],
    /// Codes of themes.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<Theme>")]
    themes: &'a [ThemeCode],
    /// Where an applicant may be registered; not stated when empty.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<PlaceCode>")]
    entity_countries: &'a [Place],
    /// Where an applicant may not be registered.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<PlaceCode>")]
    entity_countries_excluded: &'a [Place],
    /// Legal forms an applicant may have; not stated when empty.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<FormCode>")]
    entity_forms: &'a [EntityForm],
    /// How long an applicant must have been registered, at least.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "u16")]
    entity_age_months: Option<u16>,
    /// Whether core costs may be paid; leave out when not stated.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "bool")]
    core_costs: Option<bool>,
    /// Share of the costs the applicant must bring, in per cent.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Percent")]
    co_financing_percent: Option<u8>,
    /// Whether the money may be passed on; leave out when not stated.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "bool")]
    regranting: Option<bool>,
    /// Partner the call requires.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Partner<'_>")]
    partner: Option<Partner<'a>>,
    /// For each rule the words of the call it rests on. They must stand in one of its texts, and
    /// the field they are about must be given.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "ClauseTexts")]
    clauses: BTreeMap<&'static str, &'a str>,
}

impl<'a> Call<'a> {
    fn of(draft: &'a CallDraft) -> Self {
        let content = &draft.content;
        Self {
            id: &draft.external_id,
            source: &draft.source,
            donor: &draft.donor,
            title: &content.title,
            text: &content.text,
            conditions: &content.conditions,
            eligibility: &content.eligibility,
            lang: content.lang.as_ref(),
            url: content.url.as_deref(),
            programme: content.programme.as_deref(),
            status: content.status,
            opens: content.opens,
            deadlines: match &content.closing {
                Closing::Dated(dates) => dates.iter().map(Deadline::of).collect(),
                Closing::Rolling | Closing::Unknown => Vec::new(),
            },
            rolling: content.closing == Closing::Rolling,
            deadline_text: content.deadline_text.as_deref(),
            award: content.award.as_ref().map(Range::of),
            award_text: content.award_text.as_deref(),
            total: content
                .total
                .map(|money| Sum { amount: money.decimal(), currency: money.currency }),
            awards_expected: content.awards_expected,
            duration_months: content.duration.map(Months::of),
            duration_text: content.duration_text.as_deref(),
            places: &content.places,
            languages: &content.languages,
            themes: &content.themes,
            entity_countries: &content.entity_countries,
            entity_countries_excluded: &content.entity_countries_excluded,
            entity_forms: &content.entity_forms,
            entity_age_months: content.rules.iter().find_map(|rule| match rule.condition {
                Condition::EntityAge { months } => Some(months),
                _ => None,
            }),
            core_costs: content.core_costs,
            co_financing_percent: content.co_financing_percent,
            regranting: content.regranting,
            partner: content.partner.as_ref().map(Partner::of),
            clauses: content
                .rules
                .iter()
                .filter(|rule| !rule.clause.quote.is_empty())
                .map(|rule| (rule.condition.kind().code(), rule.clause.quote.as_str()))
                .collect(),
        }
    }
}

/// Another organisation that takes part.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("additionalProperties" = false))]
struct ProjectPartner<'a> {
    /// Its name.
    #[schemars(length(min = 1, max = 500))]
    name: &'a str,
    /// Where it is registered.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "CountryCode")]
    country: Option<Country>,
    /// Class of its legal form.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "FormCode")]
    form: Option<EntityForm>,
}

/// A project in the native format. Lengths are limits of UTF-8 bytes.
#[derive(Serialize, JsonSchema)]
#[schemars(
    title = "Waxwing project: one JSON object a line",
    extend("additionalProperties" = false)
)]
struct Project<'a> {
    /// The source's own identifier, the same in every import.
    #[schemars(with = "Id")]
    id: &'a str,
    /// Where the project comes from; together with `id` it names the project.
    #[serde(skip_serializing_if = "is_default")]
    #[schemars(with = "SourceName")]
    source: &'a str,
    /// Identifier in the same source, or name, of an organisation on record.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "String", length(max = 500))]
    organisation: Option<&'a str>,
    /// Title.
    #[schemars(length(min = 1, max = 500))]
    title: &'a str,
    /// BCP 47 language of the texts.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "LanguageCode")]
    lang: Option<&'a Language>,
    /// The project in one or two sentences.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(length(max = 20_000))]
    summary: &'a str,
    /// The problem it answers.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(length(max = 20_000))]
    problem: &'a str,
    /// What is done.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(length(max = 20_000))]
    activities: &'a str,
    /// What comes out.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(length(max = 20_000))]
    outputs: &'a str,
    /// Who benefits.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(length(max = 20_000))]
    beneficiaries: &'a str,
    /// Whom it speaks to.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(length(max = 20_000))]
    audience: &'a str,
    /// Where work happens.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<PlaceCode>")]
    work_places: &'a [Place],
    /// Whom it reaches.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<PlaceCode>")]
    reach_places: &'a [Place],
    /// Languages of the work and of possible applications.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<LanguageCode>")]
    languages: &'a [Language],
    /// Codes of themes.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<Theme>")]
    themes: &'a [ThemeCode],
    /// How far it has come.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "StageCode")]
    stage: Option<Stage>,
    /// What it needs, from least to most.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Range")]
    budget: Option<Range>,
    /// When the money is needed.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Day")]
    needed_by: Option<NaiveDate>,
    /// How many months it runs.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "u16", range(min = 1))]
    duration_months: Option<u16>,
    /// Countries in which the project has people for whom contact with a designated donor is a
    /// crime.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<CountryCode>")]
    people_inside: &'a [Country],
    /// Whether it asks for core costs.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "bool")]
    core_costs: Option<bool>,
    /// Whether it passes money on.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "bool")]
    regrants: Option<bool>,
    /// Share of the costs it can bring itself, in per cent.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Percent")]
    co_financing_percent: Option<u8>,
    /// Other organisations that take part.
    #[serde(skip_serializing_if = "silent")]
    partners: Vec<ProjectPartner<'a>>,
    /// Who may see the project; counts for new projects only.
    #[serde(skip_serializing_if = "is_default")]
    #[schemars(with = "VisibilityCode")]
    visibility: Visibility,
}

impl<'a> Project<'a> {
    fn of(draft: &'a ProjectDraft) -> Self {
        let content = &draft.content;
        Self {
            id: &draft.external_id,
            source: &draft.source,
            organisation: draft.organisation.as_deref(),
            title: &content.title,
            lang: content.lang.as_ref(),
            summary: &content.summary,
            problem: &content.problem,
            activities: &content.activities,
            outputs: &content.outputs,
            beneficiaries: &content.beneficiaries,
            audience: &content.audience,
            work_places: &content.work_places,
            reach_places: &content.reach_places,
            languages: &content.languages,
            themes: &content.themes,
            stage: content.stage,
            budget: content.budget.as_ref().map(Range::of),
            needed_by: content.needed_by,
            duration_months: content.duration_months,
            people_inside: &content.people_inside,
            core_costs: content.core_costs,
            regrants: content.regrants,
            co_financing_percent: content.co_financing_percent,
            partners: content
                .partners
                .iter()
                .map(|partner| ProjectPartner {
                    name: &partner.name,
                    country: partner.country,
                    form: partner.form,
                })
                .collect(),
            visibility: draft.visibility,
        }
    }
}

/// A registered body.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("additionalProperties" = false))]
struct Entity<'a> {
    /// The source's own identifier.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Id")]
    id: Option<&'a str>,
    /// Registered name.
    #[schemars(length(min = 1, max = 500))]
    name: &'a str,
    /// Country of registration.
    #[schemars(with = "CountryCode")]
    country: Country,
    /// Class of the legal form.
    #[schemars(with = "FormCode")]
    form: EntityForm,
    /// The form as written in that country, such as gGmbH.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "String", length(max = 500))]
    local_form: Option<&'a str>,
    /// Identifier in the scheme of org-id.guide, such as DE-CR-HRB12345.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "String", length(max = 500))]
    identifier: Option<&'a str>,
    /// Registered since.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Day")]
    since: Option<NaiveDate>,
    /// Whether it belongs to a fiscal sponsor that receives for the organisation.
    #[serde(skip_serializing_if = "silent")]
    fiscal_sponsor: bool,
}

/// An organisation in the native format. Lengths are limits of UTF-8 bytes.
#[derive(Serialize, JsonSchema)]
#[schemars(
    title = "Waxwing organisation: one JSON object a line",
    extend("additionalProperties" = false)
)]
struct Organisation<'a> {
    /// The source's own identifier, the same in every import.
    #[schemars(with = "Id")]
    id: &'a str,
    /// Where the record comes from; together with `id` it names the organisation.
    #[serde(skip_serializing_if = "is_default")]
    #[schemars(with = "SourceName")]
    source: &'a str,
    /// Name.
    #[schemars(length(min = 1, max = 500))]
    name: &'a str,
    /// Other and former names, acronyms.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<String>")]
    aliases: &'a [String],
    /// Its addresses on the web and its handles on platforms.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<String>")]
    addresses: &'a [String],
    /// Names of persons publicly tied to it: they are masked, never shown or matched.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<String>")]
    people: &'a [String],
    /// Names of organisations it works with; in the texts of its projects they are masked.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<String>")]
    partners: &'a [String],
    /// Where it works.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<PlaceCode>")]
    places: &'a [Place],
    /// Bodies it can apply and receive through; none for an informal group.
    #[serde(skip_serializing_if = "silent")]
    entities: Vec<Entity<'a>>,
}

impl<'a> Organisation<'a> {
    fn of(draft: &'a OrganisationDraft) -> Self {
        Self {
            id: &draft.external_id,
            source: &draft.source,
            name: &draft.name,
            aliases: &draft.aliases,
            addresses: &draft.addresses,
            people: &draft.people,
            partners: &draft.partners,
            places: &draft.places,
            entities: draft
                .entities
                .iter()
                .map(|entity| Entity {
                    id: entity.external_id.as_deref(),
                    name: &entity.name,
                    country: entity.country,
                    form: entity.form,
                    local_form: entity.local_form.as_deref(),
                    identifier: entity.identifier.as_deref(),
                    since: entity.since,
                    fiscal_sponsor: entity.fiscal_sponsor,
                })
                .collect(),
        }
    }
}

/// What a state has declared a donor to be. Without date and source there is no status.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("additionalProperties" = false))]
struct LegalStatus<'a> {
    /// The country whose law declares it.
    #[schemars(with = "CountryCode")]
    jurisdiction: Country,
    /// What was declared.
    #[schemars(with = "LegalStatusCode")]
    kind: LegalStatusKind,
    /// Since when.
    #[schemars(with = "Day")]
    since: NaiveDate,
    /// Where this is recorded: an address or a citation.
    #[schemars(length(min = 1, max = 4096))]
    source: &'a str,
    /// The decision by which it was declared, with number and day.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "String")]
    decision: Option<&'a str>,
    /// The last day on which it holds, where it was lifted.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Day")]
    until: Option<NaiveDate>,
}

/// A donor in the native format. Lengths are limits of UTF-8 bytes.
#[derive(Serialize, JsonSchema)]
#[schemars(
    title = "Waxwing donor: one JSON object a line",
    extend("additionalProperties" = false)
)]
struct Donor<'a> {
    /// The source's own identifier.
    #[schemars(with = "Id")]
    id: &'a str,
    /// Name.
    #[schemars(length(min = 1, max = 500))]
    name: &'a str,
    /// Other names and acronyms.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Vec<String>")]
    aliases: &'a [String],
    /// Sort of body.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "DonorKindCode")]
    kind: Option<DonorKind>,
    /// Seat.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "CountryCode")]
    country: Option<Country>,
    /// Identifier of the donor whose money it passes on, which stands earlier in the file.
    #[serde(skip_serializing_if = "silent")]
    #[schemars(with = "Id")]
    parent: Option<&'a str>,
    /// Legal statuses.
    #[serde(skip_serializing_if = "silent")]
    statuses: Vec<LegalStatus<'a>>,
}

impl<'a> Donor<'a> {
    fn of(draft: &'a DonorDraft) -> Self {
        Self {
            id: &draft.external_id,
            name: &draft.name,
            aliases: &draft.aliases,
            kind: draft.kind,
            country: draft.country,
            parent: draft.parent.as_deref(),
            statuses: draft
                .statuses
                .iter()
                .map(|status| LegalStatus {
                    jurisdiction: status.jurisdiction,
                    kind: status.kind,
                    since: status.since,
                    source: &status.source,
                    decision: status.decision.as_deref(),
                    until: status.until,
                })
                .collect(),
        }
    }
}

/// One line, without the line end. These structures hold nothing that JSON cannot.
fn line<T: Serialize>(record: &T) -> String {
    serde_json::to_string(record).unwrap_or_default()
}

/// Writes a call as one line of the native format, without the line end. The sort of donor belongs
/// to the donor's own record and is not written; of the clauses those with words are, one for each
/// rule.
#[must_use]
pub fn write_call(draft: &CallDraft) -> String {
    line(&Call::of(draft))
}

/// Writes a project as one line of the native format, without the line end.
#[must_use]
pub fn write_project(draft: &ProjectDraft) -> String {
    line(&Project::of(draft))
}

/// Writes an organisation as one line of the native format, without the line end.
#[must_use]
pub fn write_organisation(draft: &OrganisationDraft) -> String {
    line(&Organisation::of(draft))
}

/// Writes a donor as one line of the native format, without the line end.
#[must_use]
pub fn write_donor(draft: &DonorDraft) -> String {
    line(&Donor::of(draft))
}

/// The kinds of native records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Calls.
    Call,
    /// Projects.
    Project,
    /// Organisations.
    Organisation,
    /// Donors.
    Donor,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Call, Self::Project, Self::Organisation, Self::Donor];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Project => "project",
            Self::Organisation => "organisation",
            Self::Donor => "donor",
        }
    }

    /// The JSON Schema (draft 2020-12) of one line, as in `server/exchange/schema`.
    #[must_use]
    pub fn schema(self) -> String {
        // The schema of what is written: what may be left out is optional, nothing is null.
        let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
        let schema = match self {
            Self::Call => generator.into_root_schema_for::<Call<'_>>(),
            Self::Project => generator.into_root_schema_for::<Project<'_>>(),
            Self::Organisation => generator.into_root_schema_for::<Organisation<'_>>(),
            Self::Donor => generator.into_root_schema_for::<Donor<'_>>(),
        };
        format!("{:#}\n", in_order(schema.to_value()))
    }
}

/// Fields in the order of their names, whether or not the JSON library keeps another, and
/// descriptions as one line.
fn in_order(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let sorted: BTreeMap<String, Value> = object
                .into_iter()
                .map(|(key, value)| {
                    let value = match value {
                        Value::String(text) if key == "description" => {
                            text.replace('\n', " ").into()
                        }
                        other => in_order(other),
                    };
                    (key, value)
                })
                .collect();
            Value::Object(sorted.into_iter().collect())
        }
        Value::Array(list) => list.into_iter().map(in_order).collect(),
        other => other,
    }
}
