//! Everything people read, in five languages.
//!
//! Messages are Fluent files in `app/locales`, a folder for each language with a file for each topic,
//! with the same keys and arguments in all five (a test compares them). Dates, numbers and names of countries and languages come from
//! CLDR through ICU4X. Translation happens on the server only; islands receive ready strings.

mod format;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, sync::LazyLock};

pub use fluent_bundle::FluentValue;
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

/// The messages of one language: its folder's files, one a topic, put together.
macro_rules! messages {
    ($code:literal) => {
        messages!($code, "general", "accounts", "blind", "calls", "donors", "organisations", "server")
    };
    ($code:literal, $($topic:literal),+) => {
        concat!($(include_str!(concat!("../../locales/", $code, "/", $topic, ".ftl")), "\n"),+)
    };
}

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English.
    En,
    /// German.
    De,
    /// Russian.
    Ru,
    /// Ukrainian.
    Uk,
    /// Belarusian.
    Be,
}

impl Locale {
    /// All of them, in the order of the language switch.
    pub const ALL: [Self; 5] = [Self::En, Self::De, Self::Ru, Self::Uk, Self::Be];

    /// BCP 47 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Ru => "ru",
            Self::Uk => "uk",
            Self::Be => "be",
        }
    }

    /// The language's own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Ru => "Русский",
            Self::Uk => "Українська",
            Self::Be => "Беларуская",
        }
    }

    /// The locale of a code such as `de` or `de-AT`.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        let primary = code.trim().split(['-', '_', ';']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|locale| locale.code() == primary)
    }

    /// The first language of an `Accept-Language` header that Waxwing speaks, by weight.
    #[must_use]
    pub fn preferred(header: &str) -> Option<Self> {
        let mut wanted: Vec<(u16, Self)> = header
            .split(',')
            .filter_map(|part| {
                let weight = part.split_once(";q=").map_or(Some(1000), |(_, q)| {
                    let (whole, part) = q.trim().split_once('.').unwrap_or((q.trim(), ""));
                    format!("{whole}{part:0<3}").get(..4)?.parse().ok()
                })?;
                Some((weight, Self::of(part)?))
            })
            .collect();
        wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        wanted.first().filter(|(weight, _)| *weight > 0).map(|(_, locale)| *locale)
    }

    const fn source(self) -> &'static str {
        match self {
            Self::En => messages!("en"),
            Self::De => messages!("de"),
            Self::Ru => messages!("ru"),
            Self::Uk => messages!("uk"),
            Self::Be => messages!("be"),
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<HashMap<Locale, Bundle>> =
    LazyLock::new(|| Locale::ALL.into_iter().map(|locale| (locale, bundle(locale))).collect());

fn bundle(locale: Locale) -> Bundle {
    let language = locale.code().parse::<unic_langid::LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks around arguments would be found by "search in page" and copied with text.
    bundle.set_use_isolating(false);
    // A damaged line loses its message only; a test keeps damaged files from being shipped.
    let resource = FluentResource::try_new(locale.source().to_owned())
        .unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// Where what is put into a sentence ends with a full stop itself, as a day does in Russian (“1 мая 2020 г.”)
/// or a company's name, the sentence does not end with a second one.
fn one_full_stop(said: String, arguments: Option<&FluentArgs<'_>>) -> String {
    let ending =
        arguments.into_iter().flat_map(FluentArgs::iter).filter_map(|(_, value)| match value {
            FluentValue::String(value) if value.len() > 1 && value.ends_with('.') => Some(value),
            _ => None,
        });
    ending.fold(said, |said, value| said.replace(&format!("{value}."), value))
}

/// Says things in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// The language.
    pub locale: Locale,
}

impl Text {
    /// A message without arguments.
    #[must_use]
    pub fn say(self, key: &str) -> String {
        self.message(key, None)
    }

    /// The name of one of several things of a kind by its code, whose words are joined by `_`.
    #[must_use]
    pub fn coded(self, kind: &str, code: &str) -> String {
        self.say(&format!("{kind}-{}", code.replace('_', "-")))
    }

    /// A message with arguments; numbers are shown as given; see [`Text::count`] for plurals.
    #[must_use]
    pub fn say_with<'a, const N: usize>(
        self,
        key: &str,
        arguments: [(&'a str, FluentValue<'a>); N],
    ) -> String {
        let arguments: FluentArgs<'a> = arguments.into_iter().collect();
        self.message(key, Some(&arguments))
    }

    /// A message that counts. The plural form is chosen here and given by name: the rules that come
    /// with Fluent's own numbers are wrong for Belarusian from 21 on.
    #[must_use]
    pub fn count(self, key: &str, count: u64) -> String {
        let form = self.plural_form(count);
        self.say_with(key, [("count", form.into()), ("shown", self.number(count).into())])
    }

    fn message(self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        for locale in [self.locale, Locale::En] {
            let Some(bundle) = BUNDLES.get(&locale) else { continue };
            if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
                let said = bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned();
                return one_full_stop(said, arguments);
            }
        }
        // A test looks for every key of the source in every language; this shows what it missed.
        format!("⟦{key}⟧")
    }
}
