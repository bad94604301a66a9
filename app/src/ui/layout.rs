//! The frame of every page: masthead, breadcrumbs, heading, footer.

use leptos::prelude::*;
use service::{
    Actor,
    imports::{self, ImportKind},
};

use crate::text::{Locale, Text};

/// The noun a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nav {
    /// The start page.
    Start,
    /// Projects.
    Projects,
    /// Calls.
    Calls,
    /// Donors and registers of designated bodies.
    Donors,
    /// Import.
    Import,
    /// Organisations.
    Organisations,
    /// The server.
    Admin,
    /// The account.
    Account,
    /// Pages about Waxwing.
    About,
}

/// A step of the way to a page.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub name: String,
}

/// The frame of a page.
#[component]
pub fn Layout(
    /// The reader's language.
    text: Text,
    /// The noun the page belongs to.
    nav: Nav,
    /// The path of the page, to which a change of language returns.
    path: String,
    /// Whether the demonstration workspace is loaded.
    demo: bool,
    /// Who reads it.
    actor: Actor,
    /// The way to the page.
    #[prop(optional)]
    crumbs: Vec<Crumb>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let entry = |this: Nav, href: &'static str, key: &str| {
        let current = (nav == this).then_some("true");
        view! { <li><a href=href aria-current=current>{text.say(key)}</a></li> }
    };
    let known = actor.account().is_some();
    let admin = actor.reader().is_admin();
    let member = actor.reader().grants().is_some_and(|grants| !grants.memberships.is_empty());
    let imports = [ImportKind::Calls, ImportKind::Projects]
        .into_iter()
        .any(|kind| imports::may_import(&actor, kind).is_ok());
    let languages = Locale::ALL
        .into_iter()
        .filter(|locale| *locale != text.locale)
        .map(|locale| {
            let href = format!("/language/{}?back={}", locale.code(), crate::http::encode(&path));
            view! { <a href=href lang=locale.code() hreflang=locale.code() rel="nofollow">{locale.name()}</a> }
        })
        .collect_view();
    let crumbs = (!crumbs.is_empty()).then(|| {
        let steps = crumbs
            .into_iter()
            .map(|crumb| view! { <li><a href=crumb.href>{crumb.name}</a></li> })
            .collect_view();
        view! { <nav class="crumbs" aria-label=text.say("nav-crumbs")><ol>{steps}</ol></nav> }
    });
    view! {
        <a class="skip" href="#main">{text.say("skip")}</a>
        {demo.then(|| view! {
            <aside class="demo" aria-label=text.say("demo-label")>
                <p>{text.say("demo-banner")} {admin.then(|| view! { " " <a href="/demonstration">{text.say("demo-remove")}</a> })}</p>
            </aside>
        })}
        <header class="masthead">
            <div>
                <a class="brand" href="/">"Waxwing"</a>
                <nav aria-label=text.say("nav-main")>
                    <ul>
                        {known.then(|| entry(Nav::Projects, "/projects", "nav-projects"))}
                        {known.then(|| entry(Nav::Calls, "/calls", "nav-calls"))}
                        {known.then(|| entry(Nav::Donors, "/donors", "nav-donors"))}
                        {imports.then(|| entry(Nav::Import, "/import", "nav-import"))}
                        {member.then(|| entry(Nav::Organisations, "/organisations", "nav-organisations"))}
                        {admin.then(|| entry(Nav::Admin, "/admin", "nav-admin"))}
                        {if known { entry(Nav::Account, "/account", "nav-account") } else { entry(Nav::Account, "/sign-in", "nav-sign-in") }}
                        <li><a class="leave" href="/exit" rel="nofollow noreferrer">{text.say("nav-leave")}</a></li>
                    </ul>
                </nav>
                <nav class="languages" aria-label=text.say("nav-languages")>{languages}</nav>
            </div>
        </header>
        <main class="page" id="main">
            {crumbs}
            {children()}
        </main>
        <footer class="foot">
            <div>
                <span>"Waxwing " {env!("CARGO_PKG_VERSION")}</span>
                <a href="/about/matching">{text.say("nav-matching")}</a>
                <a href="/about/privacy">{text.say("nav-privacy")}</a>
                <a href="/about/words">{text.say("nav-words")}</a>
            </div>
        </footer>
    }
}
