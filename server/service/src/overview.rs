//! What the start page says.

use domain::CallStatus;

use crate::{
    Actor, Failure, Services,
    calls::{self, CallFilter, CallSort, CallSummary},
    projects::{self, ProjectFilter},
};

/// The workspace in a few figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// Calls that accept applications.
    pub calls_open: u64,
    /// All calls.
    pub calls: u64,
    /// Projects the actor may see.
    pub projects: u64,
    /// Donors.
    pub donors: u64,
    /// The next to close.
    pub closing_soon: Vec<CallSummary>,
    /// The last recorded.
    pub newest: Vec<CallSummary>,
    /// Whether the demonstration workspace is loaded.
    pub demo: bool,
}

/// How many calls each list of the start page has.
const ROWS: usize = 5;

/// The workspace in a few figures.
///
/// # Errors
/// [`Failure::Internal`] when the database cannot be read.
pub async fn overview(services: &Services, actor: &Actor) -> Result<Overview, Failure> {
    let list = async |sort| -> Result<Vec<CallSummary>, Failure> {
        let filter =
            CallFilter { sort, statuses: vec![CallStatus::Open], page: 1, ..CallFilter::default() };
        let mut rows = calls::search(services, actor, &filter).await?.rows;
        rows.truncate(ROWS);
        Ok(rows)
    };
    let open = CallFilter { statuses: vec![CallStatus::Open], page: 1, ..CallFilter::default() };
    Ok(Overview {
        calls_open: calls::search(services, actor, &open).await?.total,
        calls: calls::count(services, actor),
        projects: projects::list(services, actor, &ProjectFilter::default()).await?.total,
        donors: u64::try_from(services.knowledge().donors().len()).unwrap_or(u64::MAX),
        closing_soon: list(CallSort::Closing).await?,
        newest: list(CallSort::Newest).await?,
        demo: services.knowledge().demonstration,
    })
}

/// Whether the demonstration workspace is loaded.
#[must_use]
pub fn is_demo(services: &Services) -> bool {
    services.knowledge().demonstration
}
