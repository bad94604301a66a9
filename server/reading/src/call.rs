//! What an index needs of a call, read from its texts once.
//!
//! Taking names out of long texts, splitting them into words and understanding their conditions is
//! nearly all the work of building an index, and none of it depends on other calls. So it is kept
//! beside each call, and an index of calls that have not changed is built of what was read before.

use domain::{CallContent, CallId, EligibilityRule};
use serde::{Deserialize, Serialize};

use crate::{
    blind::{BlindText, Masker},
    parallel,
    rules::rules_of,
    themes::catalogue,
    tokens::{KeptWords, Tokeniser, Tokens},
    tongue::{Tongue, Tongues},
};

/// A call, read: its words without names, the themes they suggest, its rules, and its facts.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What the call says, without its long texts and rules.
    pub facts: CallContent,
    /// What it demands, as read and as decided.
    pub rules: Vec<EligibilityRule>,
    /// Themes by number with their weight, the surest first.
    pub suggested: Vec<(u32, f64)>,
    /// Its words: title, text, conditions.
    pub words: KeptWords,
}

/// A call to read.
#[derive(Clone, Copy, Debug)]
pub struct CallRecord<'a> {
    /// Identifier.
    pub id: CallId,
    /// What it says.
    pub content: &'a CallContent,
}

/// The fewest calls that are worth a thread of their own.
const LEAST_SHARE: usize = 64;

/// A reading as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept<'t, C, R> {
    /// The languages of its words: of most, of those in Cyrillic letters, of the others.
    #[serde(borrow)]
    tongues: [&'t str; 3],
    /// The words of each field. They are letters and digits, so that they stand here as they are.
    #[serde(borrow)]
    words: Vec<&'t str>,
    /// Themes with the bits of their weight, so that it comes back to the bit.
    suggested: Vec<(u32, u64)>,
    rules: R,
    facts: C,
}

impl Reading {
    /// Reads a call. Calls read by one reader share its memory of word forms.
    #[must_use]
    pub fn of(call: &CallContent, masker: &Masker, reader: &mut Tokeniser) -> Self {
        Self::with_texts(call, masker, reader).0
    }

    /// The same with the blind texts: title, text, conditions.
    pub fn with_texts(
        call: &CallContent,
        masker: &Masker,
        reader: &mut Tokeniser,
    ) -> (Self, [BlindText; 3]) {
        let conditions = format!("{}\n{}", call.conditions, call.eligibility);
        let texts =
            [masker.blind(&call.title), masker.blind(&call.text), masker.blind(&conditions)];
        let tokens = reader.read(&texts, call.lang.as_ref());
        // Conditions name many things that the call is not about.
        let subject = Tokens { tongues: tokens.tongues, fields: tokens.fields[..2].to_vec() };
        let facts = CallContent {
            text: String::new(),
            conditions: String::new(),
            eligibility: String::new(),
            rules: Vec::new(),
            ..call.clone()
        };
        let suggested = catalogue().suggest(&subject);
        let words = KeptWords::of(&tokens);
        (Self { facts, rules: rules_of(call), suggested, words }, texts)
    }

    /// The reading as text, to be kept and read again by [`Self::from_written`].
    #[must_use]
    pub fn written(&self) -> String {
        let Tongues { main, cyrillic, latin } = self.words.tongues;
        let kept = Kept {
            tongues: [main, cyrillic, latin].map(Tongue::code),
            words: self.words.fields.iter().map(String::as_str).collect(),
            suggested: self
                .suggested
                .iter()
                .map(|(theme, sure)| (*theme, sure.to_bits()))
                .collect(),
            rules: &self.rules,
            facts: &self.facts,
        };
        // Its keys are names of fields, for which this cannot fail.
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// What [`Self::written`] gave, equal to the last bit; `None` for a text of another origin. It must
    /// have been written under the same [`version`].
    #[must_use]
    pub fn from_written(text: &str) -> Option<Self> {
        let kept: Kept<CallContent, Vec<EligibilityRule>> = serde_json::from_str(text).ok()?;
        let [main, cyrillic, latin] = kept.tongues.map(Tongue::of_code);
        let suggested = kept.suggested.iter();
        Some(Self {
            facts: kept.facts,
            rules: kept.rules,
            suggested: suggested.map(|(theme, sure)| (*theme, f64::from_bits(*sure))).collect(),
            words: KeptWords {
                tongues: Tongues { main, cyrillic, latin },
                fields: kept.words.into_iter().map(str::to_owned).collect(),
            },
        })
    }
}

/// Reads several calls, side by side, in the order given.
#[must_use]
pub fn read_calls<'a>(
    calls: impl IntoIterator<Item = CallRecord<'a>>,
    masker: &Masker,
) -> Vec<(CallId, Reading)> {
    let calls: Vec<CallRecord> = calls.into_iter().collect();
    each(&calls, |call, reader| (call.id, Reading::of(call.content, masker, reader)))
}

/// Reads calls side by side, in the order given.
pub fn each<T: Send>(
    calls: &[CallRecord],
    read: impl Fn(&CallRecord, &mut Tokeniser) -> T + Sync,
) -> Vec<T> {
    let parts = parallel::map(calls.chunks(LEAST_SHARE), parallel::threads(), |calls| {
        let mut reader = Tokeniser::default();
        calls.iter().map(|call| read(call, &mut reader)).collect::<Vec<T>>()
    });
    parts.into_iter().flatten().collect()
}

/// Identifies how calls are read: the code, its vocabularies, and everybody's names. Readings of
/// another version are of no use.
#[must_use]
pub fn version(masker: &Masker) -> String {
    format!("{}{:016x}", env!("READING"), masker.version())
}
