//! What a list of a register would mean, or meant, for what is on record: in sentences, before the button.

use domain::DonorId;
use leptos::prelude::*;
use service::{
    imports::{ImportKind, ImportReport},
    register::{ListEffect, RegisterEffect},
};

use crate::{text::Text, ui::Notice};

/// The most donors that are named.
const NAMES: usize = 20;

/// Country and kind of a list.
fn list(text: Text, effect: &ListEffect) -> String {
    let kind = text.coded("legal-status", effect.kind.code());
    format!("{}, {kind}", text.country(effect.country))
}

/// Donors by name, the first of many.
fn donors(text: Text, title: &str, names: &[(DonorId, String)]) -> Option<AnyView> {
    if names.is_empty() {
        return None;
    }
    let more = u64::try_from(names.len().saturating_sub(NAMES)).unwrap_or(0);
    let links = names
        .iter()
        .take(NAMES)
        .map(|(id, name)| view! { <li><a href=format!("/donors/{id}")>{name.clone()}</a></li> })
        .collect_view();
    let more = (more > 0).then(|| {
        let says = text.say_with("import-donors-more", [("shown", text.number(more).into())]);
        view! { <li>{says}</li> }
    });
    Some(view! { <p><b>{text.say(title)}</b></p><ul>{links}{more}</ul> }.into_any())
}

/// What is marked, and of which day the lists are then.
fn lists(text: Text, report: &ImportReport, effect: &RegisterEffect) -> AnyView {
    let day = || text.day(effect.date);
    let gone = effect.lists.iter().filter(|one| one.gone > 0).map(|one| {
        let key = if report.committed { "import-went" } else { "import-going" };
        let says = text.say_with(
            key,
            [
                ("list", list(text, one).into()),
                ("gone", text.number(one.gone).into()),
                ("all", text.number(one.on_record).into()),
            ],
        );
        view! { <p><b>{says}</b></p> }
    });
    let gone = gone.collect::<Vec<_>>();
    let gone = (!gone.is_empty()).then(|| {
        let hint = (!report.committed).then(|| view! { <p>{text.say("import-going-hint")}</p> });
        view! { <Notice tone="warn">{gone}{hint}</Notice> }
    });
    let confirmed = effect.lists.iter().filter(|one| one.confirmed).filter_map(|one| {
        let before = text.day(one.before?);
        let arguments =
            [("list", list(text, one).into()), ("before", before.into()), ("day", day().into())];
        Some(view! { <p>{text.say_with("import-confirms", arguments)}</p> })
    });
    let confirmed = confirmed.collect_view();
    view! { {gone} {confirmed} }.into_any()
}

/// Everything that a list means.
pub(super) fn view(text: Text, report: &ImportReport, effect: &RegisterEffect) -> AnyView {
    let additions = matches!(report.kind, ImportKind::Designations(options) if options.additions);
    let named = [
        donors(text, "import-donors-designated", &effect.designated),
        donors(text, "import-donors-undecided", &effect.undecided),
        donors(text, "import-donors-lifted", &effect.lifted),
    ];
    let none = named.iter().all(Option::is_none);
    let decide = (report.committed && !effect.undecided.is_empty()).then(|| {
        view! { <p><a href="/designations#open">{text.say("designations-open")}</a></p> }
    });
    let day = text.say_with("import-list-of", [("day", text.day(effect.date).into())]);
    view! {
        <p>{day}</p>
        {additions.then(|| view! { <p>{text.say("import-additions-says")}</p> })}
        {lists(text, report, effect)}
        <section class="apart-s">
            {named.into_iter().flatten().collect_view()}
            {none.then(|| view! { <p>{text.say("import-donors-none")}</p> })}
            {decide}
        </section>
    }
    .into_any()
}
