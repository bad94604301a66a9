//! Donors: who gives, under which names, and what states have declared them to be.

pub(crate) mod list;
pub(crate) mod one;
pub(crate) mod post;
pub(crate) mod write;

use domain::{Country, DonorKind, LegalStatusKind, fold::fold};
use leptos::prelude::*;
use service::{calls::StatusLine, register::Check};

use crate::{
    text::Text,
    ui::{Notice, options_of},
};

/// Sentences, each with its full stop and none with two: a date may end with one of its own.
pub(crate) fn sentences(says: Vec<String>) -> String {
    let ended = |says: String| {
        let bare = says.trim_end();
        let ends = bare.ends_with(['.', '!', '?', '…']);
        if ends { bare.replace("..", ".") } else { format!("{bare}.") }
    };
    says.into_iter().map(ended).collect::<Vec<_>>().join(" ")
}

/// A legal status in sentences: what, where, since when, by which decision, from where, and how sure.
pub(crate) fn status_line(text: Text, line: &StatusLine) -> String {
    let status = &line.status;
    let kind = text.coded("legal-status", status.kind.code());
    let arguments = [
        ("kind", kind.into()),
        ("country", text.country(status.jurisdiction).into()),
        ("day", text.day(status.since).into()),
        ("source", status.source.clone().into()),
        ("donor", line.inherited_from.clone().unwrap_or_default().into()),
    ];
    let mut says = vec![if line.inherited_from.is_some() {
        text.say_with("donor-status-inherited", arguments)
    } else {
        text.say_with("donor-status", arguments)
    }];
    if let Some(decision) = &status.decision {
        says.push(text.say_with("donor-status-decision", [("decision", decision.clone().into())]));
    }
    if let Some(until) = status.until {
        says.push(text.say_with("donor-status-until", [("day", text.day(until).into())]));
    }
    if let Some(register) = &line.register {
        let key = if line.is_undecided() { "donor-status-like" } else { "donor-status-register" };
        let day = text.day(register.listed);
        says.push(
            text.say_with(key, [("name", register.name.clone().into()), ("day", day.into())]),
        );
        if let Some(gone) = register.gone_since {
            says.push(text.say_with("register-gone", [("day", text.day(gone).into())]));
        }
    }
    sentences(says)
}

/// By which registers donors were checked for a project's people, and how old these are. Without people
/// inside a country nothing is checked, and that is said.
pub(crate) fn checked(text: Text, check: &Check) -> AnyView {
    if check.countries.is_empty() {
        return view! { <p class="small quiet apart-s">{text.say("check-nobody")}</p> }.into_any();
    }
    let lines = check
        .countries
        .iter()
        .map(|one| {
            let country = text.country(one.country);
            if one.lists.is_empty() {
                let says = text.say_with("check-no-register", [("country", country.into())]);
                return view! { <li><b>{says}</b></li> }.into_any();
            }
            let lists = one.lists.iter().map(|(list, age)| {
                let kind = text.coded("legal-status", list.kind.code());
                let age = text.count("register-age", u64::try_from(*age).unwrap_or(0));
                text.say_with(
                    "check-register",
                    [
                        ("country", country.clone().into()),
                        ("kind", kind.into()),
                        ("day", text.day(list.date).into()),
                        ("age", age.into()),
                    ],
                )
            });
            lists.map(|says| view! { <li>{says}</li> }).collect_view().into_any()
        })
        .collect_view();
    let undecided = u64::try_from(check.undecided).unwrap_or(0);
    view! {
        <Notice>
            <p><b>{text.say("check-title")}</b></p>
            <ul>{lines}</ul>
            {(undecided > 0).then(|| view! { <p>{text.count("check-undecided", undecided)}</p> })}
            <p class="small"><a href="/designations">{text.say("designations-title")}</a></p>
        </Notice>
    }
    .into_any()
}

/// Every country to choose, by name.
pub(crate) fn country_options(text: Text) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> =
        Country::all().map(|country| (country.code().to_owned(), text.country(country))).collect();
    all.sort_by_key(|(_, name)| fold(name));
    std::iter::once((String::new(), text.say("not-stated"))).chain(all).collect()
}

/// Every sort of donor to choose.
pub(crate) fn kind_options(text: Text) -> Vec<(String, String)> {
    let codes: Vec<&str> = DonorKind::ALL.iter().map(|kind| kind.code()).collect();
    options_of(text, "donor-kind", &codes, Some("not-stated"))
}

/// Everything that a state can declare.
pub(crate) fn status_options(text: Text) -> Vec<(String, String)> {
    let codes: Vec<&str> = LegalStatusKind::ALL.iter().map(|kind| kind.code()).collect();
    options_of(text, "legal-status", &codes, Some("not-stated"))
}
