//! Pages: one folder for each noun a user would name. A page calls `service` and renders.

pub(crate) mod about;
pub(crate) mod account;
pub(crate) mod admin;
pub(crate) mod calls;
pub(crate) mod designations;
pub(crate) mod donors;
pub(crate) mod import;
pub(crate) mod organisations;
pub(crate) mod portfolio;
pub(crate) mod projects;
mod start;

use axum::http::{HeaderValue, header, request::Parts};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use leptos_meta::{HashedStylesheet, MetaTags, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{Outlet, ParentRoute, Route, Router, Routes},
    path,
};
use service::Failure;

use crate::{
    http::{Request, page},
    ui::Nav,
};

/// Whether a page has an island. All others are sent without any script.
fn has_island(path: &str) -> bool {
    path == "/projects/new" || (path.starts_with("/projects/") && path.ends_with("/edit"))
}

/// The policy of a page with islands: own scripts and WASM only. A page without islands gets the
/// stricter one that the server sets for everything else.
fn island_policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
         object-src 'none'; manifest-src 'self'"
    )
}

/// The document around every page.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let request = Request::here();
    let text = request.as_ref().map(|request| request.text);
    let lang = text.map_or("en", |text| text.locale.code());
    let islands = use_context::<Parts>().is_some_and(|parts| has_island(parts.uri.path()));
    if let Some(response) = use_context::<ResponseOptions>() {
        if let Ok(language) = HeaderValue::from_str(lang) {
            response.insert_header(header::CONTENT_LANGUAGE, language);
        }
        let policy = use_nonce().filter(|_| islands).map(|nonce| island_policy(&nonce));
        if let Some(policy) = policy.and_then(|policy| HeaderValue::from_str(&policy).ok()) {
            response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
    }
    let scripts =
        islands.then(|| view! { <HydrationScripts options=options.clone() islands=true/> });
    provide_meta_context();
    view! {
        <!DOCTYPE html>
        <html lang=lang>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" href="/icon.svg" type="image/svg+xml"/>
                <HashedStylesheet options=options id="style"/>
                {scripts}
                <MetaTags/>
            </head>
            <body><App/></body>
        </html>
    }
}

/// Every page.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=|| page(Nav::Start, |_| async { Err(Failure::NotFound) })>
                <ParentRoute path=path!("") view=Outlet ssr=SsrMode::Async>
                    <Route path=path!("") view=start::Start/>
                    <Route path=path!("calls") view=calls::list::Calls/>
                    <Route path=path!("calls/new") view=calls::write::NewCall/>
                    <Route path=path!("calls/:id") view=calls::one::Call/>
                    <Route path=path!("calls/:id/edit") view=calls::write::EditCall/>
                    <Route path=path!("calls/:id/rules") view=calls::rules::CallRules/>
                    <Route path=path!("calls/:id/rules/:kind") view=calls::rule::StateRule/>
                    <Route path=path!("calls/:id/projects") view=calls::projects::CallProjects/>
                    <Route path=path!("calls/:id/projects/:name") view=calls::blind::BlindProject/>
                    <Route path=path!("calls/:id/review/again") view=calls::review::BeginAgain/>
                    <Route path=path!("calls/:id/review/lock") view=calls::review::LockScores/>
                    <Route path=path!("calls/:id/review/leave") view=calls::review::LeaveScoring/>
                    <Route path=path!("calls/:id/reviews") view=calls::results::EarlierReviews/>
                    <Route path=path!("donors") view=donors::list::Donors/>
                    <Route path=path!("donors/new") view=donors::write::NewDonor/>
                    <Route path=path!("donors/:id") view=donors::one::Donor/>
                    <Route path=path!("donors/:id/edit") view=donors::write::EditDonor/>
                    <Route path=path!("designations") view=designations::Designations/>
                    <Route path=path!("projects") view=projects::list::Projects/>
                    <Route path=path!("projects/new") view=projects::write::NewProject/>
                    <Route path=path!("projects/:id") view=projects::one::Project/>
                    <Route path=path!("projects/:id/edit") view=projects::write::EditProject/>
                    <Route path=path!("projects/:id/matches") view=projects::matches::Matches/>
                    <Route path=path!("projects/:id/designated") view=projects::designated::Designated/>
                    <Route path=path!("projects/:id/sharing") view=projects::sharing::ProjectSharing/>
                    <Route path=path!("projects/:id/delete") view=projects::sharing::DeleteProject/>
                    <Route path=path!("organisations") view=organisations::list::Organisations/>
                    <Route path=path!("organisations/:id") view=organisations::one::Organisation/>
                    <Route path=path!("organisations/:id/edit") view=organisations::edit::EditOrganisation/>
                    <Route path=path!("organisations/:id/coalitions/:coalition/leave") view=organisations::leave::LeaveCoalition/>
                    <Route path=path!("organisations/:id/entities/new") view=organisations::entity::NewEntity/>
                    <Route path=path!("organisations/:id/entities/:entity") view=organisations::entity::EditEntity/>
                    <Route path=path!("portfolio/attention") view=portfolio::attention::Attention/>
                    <Route path=path!("account") view=account::one::Account/>
                    <Route path=path!("account/codes") view=account::factor::Codes/>
                    <Route path=path!("account/factor") view=account::factor::Factor/>
                    <Route path=path!("admin") view=admin::Admin/>
                    <Route path=path!("sign-in") view=account::sign_in::SignIn/>
                    <Route path=path!("join/:secret") view=account::join::Join/>
                    <Route path=path!("import") view=import::Import/>
                    <Route path=path!("import/:token") view=import::Preview/>
                    <Route path=path!("demonstration") view=start::RemoveDemonstration/>
                    <Route path=path!("about/matching") view=about::Matching/>
                    <Route path=path!("about/privacy") view=about::Privacy/>
                    <Route path=path!("about/words") view=about::Words/>
                </ParentRoute>
            </Routes>
        </Router>
    }
}
