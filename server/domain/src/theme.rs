//! Themes: one small list in plain words, each with labels and trigger words in five languages and
//! its OECD DAC/CRS purpose codes. Themes are suggested from text and confirmed by people.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::{Deserialize, Serialize};

/// The code of a theme, such as `media-freedom`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ThemeCode(String);

/// What was given is not the code of a theme.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a theme")]
pub struct NotATheme(pub String);

impl ThemeCode {
    /// The code as text.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The theme itself; `None` only if the list was changed after the code was made.
    #[must_use]
    pub fn theme(&self) -> Option<&'static Theme> {
        Theme::all().iter().find(|theme| theme.code == *self)
    }
}

impl std::str::FromStr for ThemeCode {
    type Err = NotATheme;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Theme::all()
            .iter()
            .find(|theme| theme.code.0 == text)
            .map(|theme| theme.code.clone())
            .ok_or_else(|| NotATheme(text.to_owned()))
    }
}

impl TryFrom<String> for ThemeCode {
    type Error = NotATheme;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ThemeCode> for String {
    fn from(code: ThemeCode) -> Self {
        code.0
    }
}

impl std::fmt::Display for ThemeCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A theme, or a group of themes (one without a parent).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Theme {
    /// The code.
    pub code: ThemeCode,
    /// The group it belongs to; `None` for a group.
    pub parent: Option<ThemeCode>,
    /// OECD DAC/CRS purpose codes, five digits each.
    pub dac: Vec<String>,
    /// The name by language code.
    pub labels: BTreeMap<String, String>,
    /// Words and short phrases that suggest the theme, in dictionary form, by language code.
    pub triggers: BTreeMap<String, Vec<String>>,
}

/// As in the file, where codes are not yet known to be codes.
#[derive(Deserialize)]
struct Listed {
    code: String,
    parent: Option<String>,
    dac: Vec<String>,
    labels: BTreeMap<String, String>,
    triggers: BTreeMap<String, Vec<String>>,
}

static THEMES: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    // A list that cannot be read is empty; the test below keeps that from being shipped.
    let listed: Vec<Listed> =
        serde_json::from_str(include_str!("../data/themes.json")).unwrap_or_default();
    listed
        .into_iter()
        .map(|theme| Theme {
            code: ThemeCode(theme.code),
            parent: theme.parent.map(ThemeCode),
            dac: theme.dac,
            labels: theme.labels,
            triggers: theme.triggers,
        })
        .collect()
});

impl Theme {
    /// Every theme and group, groups before their members.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &THEMES
    }

    /// The name in the given language, in English where there is none.
    #[must_use]
    pub fn label(&self, language: &str) -> &str {
        self.labels
            .get(language)
            .or_else(|| self.labels.get("en"))
            .map_or(self.code.code(), String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::Theme;
    use std::collections::BTreeSet;

    const LANGUAGES: [&str; 5] = ["en", "de", "ru", "uk", "be"];

    #[test]
    fn the_list_is_complete() {
        let leaves = Theme::all().iter().filter(|theme| theme.parent.is_some()).count();
        assert!((35..=50).contains(&leaves), "{leaves} themes");
        let mut seen = BTreeSet::new();
        for theme in Theme::all() {
            assert!(seen.insert(&theme.code), "{} twice", theme.code);
            if let Some(parent) = &theme.parent {
                assert!(seen.contains(parent), "{} stands before its group {parent}", theme.code);
                assert!(!theme.dac.is_empty(), "{} has no purpose code", theme.code);
                for language in LANGUAGES {
                    assert!(
                        theme.triggers.get(language).is_some_and(|t| t.len() >= 4),
                        "{} {language}",
                        theme.code
                    );
                }
            }
            for language in LANGUAGES {
                assert!(
                    theme.labels.get(language).is_some_and(|l| !l.is_empty()),
                    "{} {language}",
                    theme.code
                );
            }
            assert!(
                theme.dac.iter().all(|d| d.len() == 5 && d.bytes().all(|b| b.is_ascii_digit()))
            );
        }
    }

    #[test]
    fn a_trigger_suggests_one_theme() {
        for language in LANGUAGES {
            let mut seen = BTreeSet::new();
            for theme in Theme::all() {
                for trigger in theme.triggers.get(language).into_iter().flatten() {
                    assert!(
                        seen.insert(trigger),
                        "{language}: {trigger} twice, again in {}",
                        theme.code
                    );
                }
            }
        }
    }
}
