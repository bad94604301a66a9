//! Languages, as BCP 47 primary subtags.

use serde::{Deserialize, Serialize};

/// A language: a BCP 47 primary subtag of two or three letters, such as `uk` or `bua`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(String);

/// What was given is not a language subtag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a language code such as “uk”")]
pub struct NotALanguage(pub String);

impl Language {
    /// The subtag.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Language {
    type Err = NotALanguage;

    /// Accepts `uk` and, dropping the region, `uk-UA` or `uk_UA`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let primary = text.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let right_length = (2..=3).contains(&primary.len());
        if right_length && primary.bytes().all(|b| b.is_ascii_lowercase()) {
            Ok(Self(primary))
        } else {
            Err(NotALanguage(text.to_owned()))
        }
    }
}

impl TryFrom<String> for Language {
    type Error = NotALanguage;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
