//! Forms: fields with label, hint and error, and the summary of errors on top.

use leptos::prelude::*;

use crate::text::Text;

/// What is wrong with a field: its name in the form and the message.
pub type FieldError = (String, String);

fn error_of(errors: &[FieldError], name: &str) -> Option<String> {
    errors.iter().find(|(field, _)| field == name).map(|(_, message)| message.clone())
}

/// The error and hint of a field, and the ids by which the control names them.
fn described(
    name: &str,
    hint: Option<String>,
    errors: &[FieldError],
) -> (AnyView, Option<String>, bool) {
    let error = error_of(errors, name);
    let ids: Vec<String> = [
        hint.as_ref().map(|_| format!("{name}-hint")),
        error.as_ref().map(|_| format!("{name}-error")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let wrong = error.is_some();
    let views = view! {
        {hint.map(|hint| view! { <span class="hint" id=format!("{name}-hint")>{hint}</span> })}
        {error.map(|error| view! { <span class="error" id=format!("{name}-error")>{error}</span> })}
    };
    (views.into_any(), (!ids.is_empty()).then(|| ids.join(" ")), wrong)
}

/// One line of text.
#[component]
pub fn TextField(
    /// Name of the field, also its id.
    name: &'static str,
    /// Label.
    label: String,
    /// What is in it.
    value: String,
    /// What belongs in it.
    #[prop(optional)]
    hint: Option<String>,
    /// `text`, `date`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What is wrong with the form.
    #[prop(optional)]
    errors: Vec<FieldError>,
    /// Must not be empty.
    #[prop(optional)]
    required: bool,
    /// What a browser or password manager may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    let (notes, described_by, wrong) = described(name, hint, &errors);
    // A browser empties a field for days that holds none: what was typed is kept as text.
    let kind = match kind {
        "date" if !value.is_empty() && value.parse::<chrono::NaiveDate>().is_err() => "text",
        kind => kind,
    };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {notes}
            <input type=kind id=name name=name value=value aria-describedby=described_by
                aria-invalid=wrong.then_some("true") aria-required=required.then_some("true") autocomplete=autocomplete/>
        </div>
    }
}

/// The text of a text area as it must stand in HTML. The framework renders children of a text area
/// unescaped, so it is escaped here; a browser drops one line break after the tag, so one is put
/// there. The only place where a text area is written.
fn area_text(value: &str) -> String {
    format!("\n{}", html_escape::encode_text(value))
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// Name of the field, also its id.
    name: &'static str,
    /// Label.
    label: String,
    /// What is in it.
    value: String,
    /// What belongs in it.
    #[prop(optional)]
    hint: Option<String>,
    /// Lines shown.
    #[prop(default = 4)]
    rows: u8,
    /// What is wrong with the form.
    #[prop(optional)]
    errors: Vec<FieldError>,
) -> impl IntoView {
    let (notes, described_by, wrong) = described(name, hint, &errors);
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {notes}
            <textarea id=name name=name rows=rows.to_string() aria-describedby=described_by
                aria-invalid=wrong.then_some("true")>{area_text(&value)}</textarea>
        </div>
    }
}

/// A choice of one.
#[component]
pub fn SelectField(
    /// Name of the field, also its id.
    name: &'static str,
    /// Label.
    label: String,
    /// Value and words of each choice.
    options: Vec<(String, String)>,
    /// The chosen value.
    value: String,
    /// What belongs in it.
    #[prop(optional)]
    hint: Option<String>,
    /// What is wrong with the form.
    #[prop(optional)]
    errors: Vec<FieldError>,
) -> impl IntoView {
    let (notes, described_by, wrong) = described(name, hint, &errors);
    let options = options
        .into_iter()
        .map(|(code, words)| {
            let selected = code == value;
            view! { <option value=code selected=selected>{words}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {notes}
            <select id=name name=name aria-describedby=described_by aria-invalid=wrong.then_some("true")>{options}</select>
        </div>
    }
}

/// Choices of a vocabulary: codes, and words by message `prefix-code`; an empty choice first when
/// `open` names it.
pub fn options_of(
    text: Text,
    prefix: &str,
    codes: &[&str],
    open: Option<&str>,
) -> Vec<(String, String)> {
    let first = open.map(|key| (String::new(), text.say(key)));
    let rest = codes.iter().map(|code| ((*code).to_owned(), text.coded(prefix, code)));
    first.into_iter().chain(rest).collect()
}

/// A box to tick.
#[component]
pub fn Check(
    /// Name of the field.
    name: &'static str,
    /// What it sends when ticked.
    value: String,
    /// Label.
    label: String,
    /// Ticked.
    checked: bool,
    /// A count beside the label.
    #[prop(optional_no_strip)]
    count: Option<String>,
    /// `checkbox` or `radio`.
    #[prop(default = "checkbox")]
    kind: &'static str,
    /// Cannot be chosen now.
    #[prop(optional)]
    disabled: bool,
) -> impl IntoView {
    view! {
        <label class="check">
            <input type=kind name=name value=value checked=checked disabled=disabled/>
            <span>{label}</span>
            {count.map(|count| view! { <small>{count}</small> })}
        </label>
    }
}

/// All errors of a form, each a link to its field; takes the focus.
#[component]
pub fn ErrorSummary(
    /// The reader's language.
    text: Text,
    /// The errors.
    errors: Vec<FieldError>,
) -> impl IntoView {
    (!errors.is_empty()).then(|| {
        let lines = errors
            .into_iter()
            .map(|(field, message)| view! { <li><a href=format!("#{field}")>{message}</a></li> })
            .collect_view();
        view! {
            <div class="notice bad summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-summary">
                <h2 id="error-summary">{text.say("form-errors")}</h2>
                <ul>{lines}</ul>
            </div>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole markup, so that double escaping shows after a change of the framework.
    #[test]
    fn a_text_area_never_lets_its_text_out() {
        let owner = Owner::new();
        let html = owner.with(|| {
            view! { <TextArea name="x" label="L".to_owned() value="\n</textarea><script>alert(1)</script>&amp;".to_owned()/> }.to_html()
        });
        assert!(
            html.contains(
                "rows=\"4\">\n\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;</textarea>"
            ),
            "{html}"
        );
    }

    #[test]
    fn a_day_that_is_none_is_kept_as_typed() {
        let field = |value: &str| {
            let value = value.to_owned();
            Owner::new().with(|| {
                view! { <TextField name="d" label="D".to_owned() value=value kind="date"/> }
                    .to_html()
            })
        };
        assert!(field("2027-03-01").contains("type=\"date\""));
        assert!(field("").contains("type=\"date\""));
        let kept = field("1 March");
        assert!(kept.contains("type=\"text\"") && kept.contains("value=\"1 March\""), "{kept}");
    }

    #[test]
    fn a_field_names_its_error() {
        let owner = Owner::new();
        let errors = vec![("title".to_owned(), "Write <b>a</b> title".to_owned())];
        let html = owner.with(|| {
            view! { <TextField name="title" label="T".to_owned() value="\"><i>".to_owned() errors=errors/> }.to_html()
        });
        assert!(
            html.contains("aria-describedby=\"title-error\"")
                && html.contains("aria-invalid=\"true\""),
            "{html}"
        );
        assert!(html.contains("&lt;b&gt;a") && !html.contains("<i>"), "{html}");
    }
}
