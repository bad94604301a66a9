//! What is asked of names and reasons that people type: that others can read them, and that none
//! passes for another one.

use domain::fold::{is_invisible, skeleton};

use crate::FieldProblem;

/// The fewest letters of a reason.
const REASON_LEAST: usize = 3;

/// A name as it is kept, with single spaces, or what is wrong with it: nothing to read, too long, or
/// characters that nobody sees, among them those that turn the direction of a text. Invisible ones
/// are refused and not left out, so that what is kept is what was typed.
pub(crate) fn name(typed: &str, most: usize) -> Result<String, FieldProblem> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let problem = if name.chars().any(|c| is_invisible(c) || c.is_control()) {
        "invisible"
    } else if skeleton(&name).is_empty() {
        "missing"
    } else if name.chars().count() > most {
        "too_long"
    } else {
        return Ok(name);
    };
    Err(FieldProblem { field: "name", problem })
}

/// What is wrong with a title, if anything: nothing to read, too many bytes, or characters that nobody
/// sees. Titles stand in lists beside others, as names do.
pub(crate) fn title_problem(title: &str, most: usize) -> Option<&'static str> {
    if title.chars().any(|c| is_invisible(c) || c.is_control()) {
        Some("invisible")
    } else if !title.chars().any(char::is_alphanumeric) {
        Some("missing")
    } else if title.len() > most {
        Some("too_long")
    } else {
        None
    }
}

/// A reason as it is kept, without what nobody sees, or what is wrong with it: a full stop is no
/// reason.
pub(crate) fn reason(typed: &str, most: usize) -> Result<String, FieldProblem> {
    let seen: String =
        typed.chars().filter(|c| !is_invisible(*c) && (!c.is_control() || *c == '\n')).collect();
    let reason = seen.trim();
    let problem = if reason.is_empty() {
        "missing"
    } else if reason.chars().filter(|c| c.is_alphabetic()).count() < REASON_LEAST {
        "no_letters"
    } else if reason.len() > most {
        "too_long"
    } else {
        return Ok(reason.to_owned());
    };
    Err(FieldProblem { field: "reason", problem })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn problem(typed: &str) -> &'static str {
        name(typed, 60).unwrap_err().problem
    }

    #[test]
    fn names_are_what_one_sees() {
        assert_eq!(name("  Anna \u{a0} Petrova\n", 60).unwrap(), "Anna Petrova");
        assert_eq!(name("Ганна Ў. 2", 60).unwrap(), "Ганна Ў. 2");
        for hidden in [
            "An\u{200b}na",
            "\u{202e}annA",
            "Anna\u{2066}",
            "Anna\u{ad}",
            "An\0na",
            "Anna\u{e0041}",
        ] {
            assert_eq!(problem(hidden), "invisible", "{hidden:?}");
        }
        for empty in ["", " \u{3000}", "…", "- -"] {
            assert_eq!(problem(empty), "missing", "{empty:?}");
        }
        assert_eq!(problem(&"я".repeat(61)), "too_long");
    }

    #[test]
    fn titles_can_be_read() {
        for (title, problem) in [
            ("Горячая линия", None),
            ("2027", None),
            ("\u{200b}", Some("invisible")),
            ("Hot\u{202e}line", Some("invisible")),
            ("…", Some("missing")),
            ("", Some("missing")),
            ("a title that goes on and on", Some("too_long")),
        ] {
            assert_eq!(title_problem(title, 26), problem, "{title:?}");
        }
    }

    #[test]
    fn a_reason_has_letters() {
        assert_eq!(reason(" due diligence ", 2000).unwrap(), "due diligence");
        assert_eq!(reason("ради\u{202e} дела", 2000).unwrap(), "ради дела");
        let long = "a".repeat(2001);
        for (typed, problem) in [
            ("", "missing"),
            ("\u{200b}\u{3164}", "missing"),
            (".", "no_letters"),
            ("?!? 123 …", "no_letters"),
            ("ok", "no_letters"),
            (long.as_str(), "too_long"),
        ] {
            assert_eq!(reason(typed, 2000).unwrap_err().problem, problem, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_shows_all_of_itself(typed in "\\PC{0,30}") {
            if let Ok(kept) = name(&typed, 60) {
                prop_assert!(!kept.chars().any(is_invisible));
                prop_assert_eq!(name(&kept, 60).unwrap(), kept);
            }
            if let Ok(kept) = reason(&typed, 60) {
                prop_assert!(!kept.chars().any(is_invisible));
                prop_assert_eq!(reason(&kept, 60).unwrap(), kept);
            }
        }
    }
}
