//! Import: choose a file, look at what it would do, then do it.

mod effect;

use domain::{Problem, RowIssue};
use leptos::prelude::*;
use service::Failure;
use service::imports::{self, ImportFailure, ImportKind, ImportLine, ImportReport, LineOutcome};
use service::register::ListOptions;

use crate::{
    http::{PageView, Request, page},
    text::Text,
    ui::{Check, Crumb, ErrorSummary, FieldError, Nav, Notice},
};

/// Why a file was not accepted, in the reader's language.
#[derive(Clone, Debug)]
pub struct ImportError {
    /// The field and what is wrong.
    pub(crate) error: FieldError,
    /// What was chosen beside the file, where it is a register.
    pub(crate) options: ListOptions,
}

impl ImportError {
    /// The sentence for a failure.
    pub(crate) fn of(text: Text, failure: &ImportFailure) -> Self {
        let mut field = "file";
        let message = match failure {
            ImportFailure::File(error) => {
                let detail = error.detail();
                text.say_with(
                    match error.code() {
                        "empty" => "import-empty",
                        "binary" => "import-binary",
                        "not-recognised" => "import-not-recognised",
                        "broken" => "import-broken",
                        "too-large" => "import-unpacks",
                        "not-text" => "import-not-text",
                        "truncated" => "import-truncated",
                        "too-deep" => "import-too-deep",
                        "record-too-long" => "import-record-too-long",
                        "too-many-records" => "import-too-many",
                        _ => "import-unreadable",
                    },
                    [("detail", detail.into())],
                )
            }
            ImportFailure::TooBig { limit } => text.say_with(
                "import-too-big",
                [("limit", u32::try_from(limit / (1024 * 1024)).unwrap_or(0).into())],
            ),
            ImportFailure::DayToCome { day, today } => {
                field = "date";
                let (day, today) = (text.day(*day), text.day(*today));
                text.say_with("import-day-to-come", [("day", day.into()), ("today", today.into())])
            }
            ImportFailure::Expired => text.say("import-expired"),
            ImportFailure::Failure(_) => text.say("failure-internal-says"),
        };
        Self::new(field, message)
    }

    fn new(field: &str, message: String) -> Self {
        Self { error: (field.to_owned(), message), options: ListOptions::default() }
    }

    /// The day of a list is missing, or cannot be read. It must not become today.
    pub(crate) fn wrong_day(text: Text, typed: &str) -> Self {
        let key = if typed.trim().is_empty() { "wrong-missing" } else { "wrong-wrong" };
        let field = text.say("register-date");
        Self::new("date", text.say_with(key, [("field", field.into())]))
    }

    /// No file came with the form.
    pub(crate) fn nothing_chosen(text: Text) -> Self {
        Self::new("file", text.say("import-nothing"))
    }

    /// With what was chosen beside the file.
    pub(crate) fn with(self, options: ListOptions) -> Self {
        Self { options, ..self }
    }
}

/// `/import`
#[component]
pub fn Import() -> impl IntoView {
    let error = use_context::<ImportError>();
    page(Nav::Import, |request: Request| async move {
        let text = request.text;
        let may = |kind| imports::may_import(&request.actor, kind).is_ok();
        let (calls, writes) = (may(ImportKind::Calls), may(ImportKind::Projects));
        if !calls && !writes {
            return Err(Failure::Forbidden);
        }
        let errors: Vec<FieldError> = error.map(|error| error.error).into_iter().collect();
        let title = if errors.is_empty() {
            text.say("import-title")
        } else {
            text.say_with("error-page", [("title", text.say("import-title").into())])
        };
        let wrong = errors.first().map(|(_, message)| message.clone());
        let described = if wrong.is_some() { "file-hint file-error" } else { "file-hint" };
        let projects = !calls || request.param("kind") == ImportKind::Projects.code();
        let limit = u32::try_from(imports::UPLOAD_LIMIT / (1024 * 1024)).unwrap_or(0);
        let body = view! {
            <div class="head"><h1>{text.say("import-title")}</h1><p class="quiet">{text.say("import-says")}</p></div>
            <ErrorSummary text=text errors=errors/>
            <form method="post" action="/import" enctype="multipart/form-data" class="narrow">
                <fieldset><legend>{text.say("import-kind")}</legend>
                    {calls.then(|| view! { <Check kind="radio" name="kind" value=ImportKind::Calls.code().to_owned() label=text.say("import-calls") checked=!projects count=None/> })}
                    {writes.then(|| view! { <Check kind="radio" name="kind" value=ImportKind::Projects.code().to_owned() label=text.say("import-projects") checked=projects count=None/> })}
                </fieldset>
                <div class="field">
                    <label for="file">{text.say("import-file")}</label>
                    <span class="hint" id="file-hint">{text.say_with("import-file-hint", [("limit", limit.into())])}</span>
                    {wrong.clone().map(|message| view! { <span class="error" id="file-error">{message}</span> })}
                    <input type="file" id="file" name="file" aria-describedby=described aria-invalid=wrong.is_some().then_some("true")/>
                </div>
                <button>{text.say("import-preview")}</button>
            </form>
            <section class="apart">
                <h2>{text.say("import-formats")}</h2>
                <ul class="steps">
                    <li>{text.say(if calls { "import-format-native" } else { "import-format-projects" })}</li>
                    {calls.then(|| view! {
                        <li>{text.say("import-format-eu")}</li>
                        <li>{text.say("import-format-ua")}</li>
                        <li>{text.say("import-format-us")}</li>
                    })}
                </ul>
                {calls.then(|| view! { <p class="quiet">{text.say("import-promise")}</p> })}
                {calls.then(|| view! { <p><a href="/designations">{text.say("register-load")}</a></p> })}
            </section>
        };
        Ok(PageView { title, crumbs: Vec::new(), body: body.into_any() })
    })
}

/// What is wrong with a field of a record, in words.
fn issue(text: Text, issue: &RowIssue) -> String {
    let field = issue.field.clone();
    let says = match &issue.problem {
        Problem::Missing => text.say("problem-missing"),
        Problem::UnknownField => text.say("problem-unknown-field"),
        Problem::Invalid { found, expected } => text.say_with(
            "problem-invalid",
            [("found", found.clone().into()), ("expected", expected.clone().into())],
        ),
        Problem::TooLong { limit } => {
            text.say_with("problem-too-long", [("limit", text.number(*limit).into())])
        }
        Problem::Unreadable { detail } => {
            text.say_with("problem-unreadable", [("detail", detail.clone().into())])
        }
        Problem::Repeated { first_row } => {
            text.say_with("problem-repeated", [("row", text.number(*first_row).into())])
        }
        Problem::UnknownOrganisation { found } => {
            text.say_with("problem-organisation", [("found", found.clone().into())])
        }
    };
    if field.is_empty() { says } else { format!("{field}: {says}") }
}

/// Fields of a register's rows that a newer list can say otherwise.
const REGISTER_FIELDS: [&str; 5] = ["aliases", "decision", "gone_since", "source", "until"];

/// Which other rows are refused for the same reasons.
fn alike(text: Text, line: &ImportLine) -> Vec<String> {
    let rows = line.alike.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
    let named = (!rows.is_empty()).then(|| text.say_with("import-alike", [("rows", rows.into())]));
    let more = (line.more_alike > 0).then(|| text.count("import-alike-more", line.more_alike));
    let says: Vec<String> = named.into_iter().chain(more).collect();
    if says.is_empty() { says } else { vec![says.join(" ")] }
}

fn line(text: Text, line: &ImportLine) -> AnyView {
    let (tone, key, details): (&str, &str, Vec<String>) = match &line.outcome {
        LineOutcome::New => ("yes", "import-new", Vec::new()),
        LineOutcome::Changed(changes) => {
            let names = |kept: bool| {
                let some = changes.iter().filter(|change| change.kept == kept);
                let name = |change: &imports::FieldChange| {
                    let key = format!("field-{}", change.field.replace('_', "-"));
                    let known = change.field.parse::<domain::CallField>().is_ok()
                        || REGISTER_FIELDS.contains(&change.field.as_str());
                    if known { text.say(&key) } else { change.field.clone() }
                };
                some.map(name).collect::<Vec<_>>().join(", ")
            };
            let (differ, kept) = (names(false), names(true));
            let mut details = Vec::new();
            if !kept.is_empty() {
                details.push(text.say_with("import-kept", [("fields", kept.into())]));
            }
            if differ.is_empty() {
                ("", "import-same", details)
            } else {
                details.insert(0, differ);
                ("maybe", "import-changed", details)
            }
        }
        LineOutcome::Same => ("", "import-same", Vec::new()),
        LineOutcome::Held => ("maybe", "import-held", vec![text.say("import-held-says")]),
        LineOutcome::Gone => ("maybe", "import-gone", vec![text.say("import-gone-says")]),
        LineOutcome::Repeated(first) => {
            let says = text.say_with("import-repeated-says", [("row", first.to_string().into())]);
            ("", "import-repeated", vec![says])
        }
        LineOutcome::Refused(issues) => {
            let mut details: Vec<String> = issues.iter().map(|one| issue(text, one)).collect();
            details.extend(alike(text, line));
            ("no", "import-refused", details)
        }
    };
    let details =
        details.into_iter().map(|detail| view! { <p class="small">{detail}</p> }).collect_view();
    view! {
        <tr>
            <td class="num">{(line.row > 0).then(|| line.row.to_string())}</td>
            <td><span class=format!("verdict {tone}")>{text.say(key)}</span></td>
            <td class="break">{line.title.clone()} {details}</td>
        </tr>
    }
    .into_any()
}

fn counts(text: Text, report: &ImportReport) -> AnyView {
    let tile = |key: &str, count: u64| view! { <div class="tile"><dt>{text.say(key)}</dt><dd>{text.number(count)}</dd></div> };
    view! {
        <dl class="tiles">
            {tile("import-new", report.counts.new)}
            {tile("import-changed", report.counts.changed)}
            {tile("import-same", report.counts.same)}
            {tile("import-refused", report.counts.refused)}
            {(report.counts.repeated > 0).then(|| tile("import-repeated", report.counts.repeated))}
            {(report.counts.gone > 0).then(|| tile("import-gone", report.counts.gone))}
        </dl>
    }
    .into_any()
}

/// What the report comes to, in a sentence.
fn says(text: Text, report: &ImportReport) -> String {
    let counts = report.counts;
    text.say(if report.committed {
        "import-done-says"
    } else if report.writes() {
        "import-preview-says"
    } else if counts.refused > 0 && counts.refused == counts.total() {
        "import-all-refused"
    } else if counts.refused > 0 {
        "import-nothing-but-refused"
    } else {
        "import-nothing-new"
    })
}

/// What can be done now.
fn next(text: Text, report: &ImportReport, path: &str, list: &'static str) -> AnyView {
    if report.committed {
        return view! { <p class="actions"><a class="button" href=list>{text.say("import-see")}</a> <a class="button plain" href="/import">{text.say("import-another")}</a></p> }.into_any();
    }
    let again = if matches!(report.kind, ImportKind::Designations(_)) {
        "/designations"
    } else {
        "/import"
    };
    if !report.writes() {
        return view! { <p class="actions"><a class="button" href=again>{text.say("import-another")}</a></p> }.into_any();
    }
    let changes = report.counts.new + report.counts.changed + report.counts.gone;
    let button = match &report.effect {
        Some(effect) if changes == 0 => {
            text.say_with("import-confirm", [("day", text.day(effect.date).into())])
        }
        _ => text.count("import-commit", changes),
    };
    let additions = (report.counts.gone > 0).then(|| view! {
        <button class="plain" name="additions" value="yes">{text.say("import-as-additions")}</button>
    });
    view! {
        <form method="post" action=path.to_owned() class="actions">
            <button>{button}</button>
            {additions}
            <a class="button text" href=again>{text.say("cancel")}</a>
        </form>
    }
    .into_any()
}

/// `/import/{token}`
#[component]
pub fn Preview() -> impl IntoView {
    page(Nav::Import, |request: Request| async move {
        let text = request.text;
        let token = request.path.split('/').nth(2).unwrap_or_default().to_owned();
        let Ok(staged) = imports::staged(&request.services, &request.actor, &token) else {
            let body = view! {
                <div class="head"><h1>{text.say("import-title")}</h1></div>
                <p class="lede">{text.say("import-expired")}</p>
                <p class="apart"><a class="button" href="/import">{text.say("import-again")}</a></p>
            };
            return Ok(PageView {
                title: text.say("import-title"),
                crumbs: Vec::new(),
                body: body.into_any(),
            });
        };
        let report = staged.report;
        let rows = report.lines.iter().map(|one| line(text, one)).collect_view();
        let list = match report.kind {
            ImportKind::Calls => "/calls?sort=newest",
            ImportKind::Projects => "/projects",
            ImportKind::Designations(_) => "/designations",
        };
        let title = text.say(if report.committed { "import-done" } else { "import-preview-title" });
        let format = text.say_with(
            "import-format",
            [("format", report.format.clone().into()), ("name", report.file_name.clone().into())],
        );
        let table = (!report.lines.is_empty()).then(|| view! {
            <div class="scroll apart" tabindex="0" role="region" aria-label=text.say("import-records")>
                <table>
                    <caption>{text.say("import-records")}</caption>
                    <thead><tr>
                        <th scope="col" class="num">{text.say("import-row")}</th>
                        <th scope="col">{text.say("import-outcome")}</th>
                        <th scope="col">{text.say("import-record")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {(report.more > 0).then(|| view! { <p class="quiet">{text.count("import-more", report.more)}</p> })}
        });
        let (next, says) = (next(text, &report, &request.path, list), says(text, &report));
        let effect = report.effect.as_ref().map(|effect| effect::view(text, &report, effect));
        let body = view! {
            <div class="head"><h1>{title.clone()}</h1><p class="quiet break">{format}</p></div>
            <Notice>{says}</Notice>
            {effect}
            {counts(text, &report)}
            {next}
            {table}
        };
        let crumbs = vec![Crumb { href: "/import".to_owned(), name: text.say("nav-import") }];
        Ok(PageView { title, crumbs, body: body.into_any() })
    })
}
