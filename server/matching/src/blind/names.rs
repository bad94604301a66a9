//! Known names and where a text has them.
//!
//! Names are compared word by word, each word by its letters without case and without an
//! inflectional ending: `Новая тропа` is found in `Новой тропы`, `OVD-Info` in `OVD Info`. That is
//! an Aho–Corasick search over words instead of letters; it gives word boundaries and inflection
//! for free, where a search over letters would need both checked afterwards.
//!
//! A mask that takes out words of the subject does harm, too. So how a name must be written to
//! count depends on how much of a name it is; see [`Form`].

use std::sync::LazyLock;

use domain::{Donor, Organisation, Theme};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    places, stop,
    tongue::{Tongue, is_cyrillic},
    written::{Written, key, written_words},
};

/// A name to be taken out of texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownName {
    /// Of an organisation, legal entity or donor, or another name or acronym of one.
    Body(String),
    /// Of a person; found in both orders, and by the surname alone.
    Person(String),
}

impl KnownName {
    /// Every name by which an organisation can be known, its people and legal entities included.
    pub fn of_organisation(organisation: &Organisation) -> impl Iterator<Item = Self> {
        let bodies = std::iter::once(&organisation.name)
            .chain(&organisation.aliases)
            .chain(organisation.entities.iter().map(|entity| &entity.name))
            .cloned()
            .map(Self::Body);
        bodies.chain(organisation.people.iter().cloned().map(Self::Person))
    }

    /// Every name by which a donor can be known.
    pub fn of_donor(donor: &Donor) -> impl Iterator<Item = Self> {
        std::iter::once(&donor.name).chain(&donor.aliases).cloned().map(Self::Body)
    }
}

/// How a name must be written in a text to count as the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Form {
    /// In any way: several words of which at least one is no common word.
    Any,
    /// With capitals wherever the name has them: several common words (`Clean Water`), or a single
    /// word that is not common.
    Capitals,
    /// All in capitals: acronyms.
    AllCapitals,
    /// Marked as a name, by quotation marks or by a capital inside a sentence: a single common
    /// word (`Memorial`, `Право`).
    Marked,
}

/// The words of a name after the first, whether each has a capital, and how it must be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Name {
    rest: Vec<String>,
    capitals: Vec<bool>,
    form: Form,
}

/// The dictionary.
#[derive(Debug, Default)]
pub(super) struct Names {
    by_first: FxHashMap<String, Vec<Name>>,
    kinds: Vec<Vec<String>>,
    hash: u64,
}

/// Words that occur in the names of bodies and are common words of the field; the words of the
/// themes are added to them.
const COMMON: &str = "academy action aid alliance association bell center centre channel charity civil clean coalition collective committee community council culture democracy development dialogue echo europe european exile foundation free freedom forum fund future global green group guardian help hope house human initiative insider institute international journal justice lab law league legal life light media memorial mission movement network new news office open partnership peace people platform press program programme project public radio region research rights school social society solidarity sova studio support television the times trust union university voice water women work world youth \
 akademie aktion allianz bund bündnis demokratie dialog freiheit frieden gedenken gesellschaft haus hilfe initiative institut jugend kultur leben licht menschen medien netzwerk recht rundfunk schule solidarität stiftung stimme verband verein wasser welt zeitung zentrum zukunft \
 академия альянс вода война время голос газета гражданин дело дождь дом ассоциация движение демократия жизнь журнал закон зона инициатива институт канал комитет культура лаборатория люди мемориал мир мост молодежь надежда народ наш новая новости общество объединение память партия платформа помощь право пресса проект радио развитие редакция свобода свет сеть слово совет содействие союз справедливость студия союз университет фонд форум центр человек школа эхо \
 асоціація влада голос громада дім ініціатива закон захист люди мережа молодь надія народ незалежність об'єднання освіта права право проєкт рада рух свобода світ світло слово спілка суспільство центр \
 асацыяцыя голас грамада дом ініцыятыва людзі моладзь надзея праект права рух свабода свет святло слова суполка цэнтр час";

/// What kind of body something is, in words that stand right before or after a name and are taken
/// out with it there: a team's legal form tells its country. Elsewhere they are ordinary words.
const KINDS_BESIDE: [&str; 51] = [
    "e v",
    "ngo",
    "npo",
    "charity",
    "foundation",
    "association",
    "society",
    "trust",
    "limited",
    "registered association",
    "registered charity",
    "public association",
    "public organisation",
    "public organization",
    "nonprofit organisation",
    "nonprofit organization",
    "non-profit organisation",
    "non-profit organization",
    "charitable foundation",
    "verein",
    "verband",
    "stiftung",
    "eingetragener verein",
    "gemeinnütziger verein",
    "gemeinnützige gesellschaft",
    "gemeinnützige gmbh",
    "gemeinnützige stiftung",
    "фонд",
    "оо",
    "го",
    "га",
    "гс",
    "бф",
    "бо",
    "нко",
    "нпо",
    "общественная организация",
    "общественное объединение",
    "некоммерческая организация",
    "автономная некоммерческая организация",
    "благотворительный фонд",
    "ассоциация",
    "громадська організація",
    "громадська спілка",
    "благодійна організація",
    "благодійний фонд",
    "асоціація",
    "грамадская арганізацыя",
    "грамадскае аб'яднанне",
    "дабрачынны фонд",
    "асацыяцыя",
];

/// Words for a kind of body inside a name, and their translations: `Heron Foundation` signs as
/// `Heron Stiftung` or `Фонд Heron` elsewhere.
pub(super) const KINDS_WITHIN: [&[&str]; 9] = [
    &["foundation", "stiftung", "фонд", "fundacja", "fondation"],
    &["fund", "fonds", "фонд"],
    &["association", "verein", "verband", "ассоциация", "асоціація", "асацыяцыя", "объединение"],
    &["centre", "center", "zentrum", "центр", "цэнтр"],
    &["institute", "institut", "институт", "інститут", "інстытут"],
    &["network", "netzwerk", "сеть", "мережа", "сетка"],
    &["union", "bund", "союз", "спілка", "саюз"],
    &["society", "gesellschaft", "общество", "товариство", "таварыства"],
    &["initiative", "инициатива", "ініціатива", "ініцыятыва"],
];

/// Abbreviations and words of legal forms that end or begin a registered name.
const LEGAL_FORMS: &str = "ev ggmbh gmbh ug gug všį mtü sia uab zs zú inc ltd llc bv stichting ано ооо нко тов го бо мго мгго благотворительный автономная некоммерческая";

impl Names {
    pub(super) fn new(names: impl IntoIterator<Item = KnownName>) -> Self {
        let common = &*COMMON_WORDS;
        let mut found: FxHashSet<(String, Name)> = FxHashSet::default();
        for name in names {
            match name {
                KnownName::Body(text) => {
                    add_body(&mut found, common, &text);
                    let other = if text.chars().any(is_cyrillic) {
                        in_latin_letters(&text)
                    } else {
                        in_cyrillic_letters(&text)
                    };
                    add_body(&mut found, common, &other);
                }
                KnownName::Person(text) => {
                    add_person(&mut found, common, &text);
                    if text.chars().any(is_cyrillic) {
                        add_person(&mut found, common, &in_latin_letters(&text));
                    }
                }
            }
        }
        let mut sorted: Vec<_> = found.into_iter().collect();
        sorted.sort_unstable();
        let hash = fnv(sorted.iter().map(|entry| format!("{entry:?}")));
        let mut by_first: FxHashMap<String, Vec<Name>> = FxHashMap::default();
        for (first, name) in sorted {
            by_first.entry(first).or_default().push(name);
        }
        for names in by_first.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.rest.len()));
        }
        let keys = |kind: &str| written_words(kind).map(|word| word.key).collect();
        let kinds = KINDS_BESIDE.iter().copied().chain(LEGAL_FORMS.split(' '));
        let mut kinds: Vec<Vec<String>> = kinds.map(keys).collect();
        kinds.sort_by_key(|kind| std::cmp::Reverse(kind.len()));
        Self { by_first, kinds, hash }
    }

    pub(super) const fn hash(&self) -> u64 {
        self.hash
    }

    /// Byte ranges of the names in a text.
    pub(super) fn spans(&self, text: &str) -> Vec<(usize, usize)> {
        if self.by_first.is_empty() {
            return Vec::new();
        }
        let words: Vec<Written> = written_words(text).collect();
        let mut spans = Vec::new();
        let mut i = 0;
        while i < words.len() {
            let length = self.by_first.get(&words[i].key).and_then(|names| {
                names.iter().find(|name| {
                    is_here(name, &words[i..], text, i, &words)
                        || (name.form == Form::Marked && self.is_body(&words, i, text))
                })
            });
            if let Some(name) = length {
                let end = i + name.rest.len() + 1;
                let from = i - self.kind_before(&words[..i], &words[i], text);
                let to = end + self.kind_after(&words[end..], &words[end - 1], text);
                let last = words[to - 1].end;
                spans.push((words[from].start, last + ending(&text[last..])));
                i = to;
            } else {
                i += 1;
            }
        }
        spans
    }
}

impl Names {
    /// Whether the word has a capital and a legal form beside it: `Memorial Ltd`.
    fn is_body(&self, words: &[Written], at: usize, text: &str) -> bool {
        let (before, from) = words.split_at(at);
        from.split_first().is_some_and(|(word, after)| {
            word.capital
                && self.kind_before(before, word, text) + self.kind_after(after, word, text) > 0
        })
    }

    /// How many words right before a name say what kind of body it is. There may be several kinds:
    /// `ГО БФ «…»`.
    fn kind_before(&self, before: &[Written], name: &Written, text: &str) -> usize {
        let (mut left, mut next) = (before, name);
        loop {
            let is_here = |kind: &&Vec<String>| {
                let Some(start) = left.len().checked_sub(kind.len()) else { return false };
                let words = &left[start..];
                same_words(words, kind)
                    && are_near(words, text)
                    && words.last().is_some_and(|last| beside(&text[last.end..next.start]))
            };
            let Some(kind) = self.kinds.iter().find(is_here) else { break };
            let (rest, words) = left.split_at(left.len() - kind.len());
            let Some(first) = words.first() else { break };
            (left, next) = (rest, first);
        }
        before.len() - left.len()
    }

    /// The same right after a name: `…, Inc. (registered charity)`.
    fn kind_after(&self, after: &[Written], name: &Written, text: &str) -> usize {
        let (mut left, mut last) = (after, name);
        loop {
            let is_here = |kind: &&Vec<String>| {
                let Some(words) = left.get(..kind.len()) else { return false };
                let between = |first: &Written| &text[last.end..first.start];
                same_words(words, kind)
                    && are_near(words, text)
                    && words.first().map(between).is_some_and(|it| beside(without_stop(it)))
            };
            let Some(kind) = self.kinds.iter().find(is_here) else { break };
            let (words, rest) = left.split_at(kind.len());
            let Some(end) = words.last() else { break };
            (left, last) = (rest, end);
        }
        after.len() - left.len()
    }
}

/// Whether a word alone is a kind of body: beside a name it is part of the name.
#[cfg(test)]
pub(super) fn is_kind(word: &str) -> bool {
    KINDS_BESIDE.iter().copied().chain(LEGAL_FORMS.split(' ')).any(|kind| key(kind) == key(word))
}

fn same_words(words: &[Written], keys: &[String]) -> bool {
    words.iter().map(|word| &word.key).eq(keys)
}

/// The same, or the last word has an `s` more, as in a genitive without its apostrophe.
fn same_but_for_plural(words: &[Written], keys: &[String]) -> bool {
    let same = |(i, (word, key)): (usize, (&Written, &String))| {
        let ended = i + 1 == keys.len() && word.key.strip_suffix('s') == Some(key.as_str());
        word.key == *key || ended
    };
    words.len() == keys.len() && words.iter().zip(keys).enumerate().all(same)
}

/// Whether words follow each other as those of one name do.
fn are_near(words: &[Written], text: &str) -> bool {
    words.windows(2).all(|pair| text[pair[0].end..pair[1].start].chars().count() <= NEAR)
}

/// Whether nothing but quotation marks, a comma or a bracket parts a name from its kind.
fn beside(between: &str) -> bool {
    between.chars().count() <= NEAR
        && between.chars().all(|c| c == ' ' || is_quote(c) || matches!(c, ',' | '(' | ')' | '-'))
}

/// What parts two words, without the full stop of an abbreviation; one that may end a sentence stays.
fn without_stop(between: &str) -> &str {
    let rest = between.strip_prefix('.');
    rest.filter(|rest| rest.trim_start().starts_with([',', '(', ')'])).unwrap_or(between)
}

/// Whether the name stands at the front of `here`, written as its form demands.
fn is_here(name: &Name, here: &[Written], text: &str, at: usize, all: &[Written]) -> bool {
    let length = name.rest.len() + 1;
    let Some(words) = here.get(..length) else { return false };
    same_but_for_plural(&words[1..], &name.rest)
        && are_near(words, text)
        && match name.form {
            Form::Any => true,
            Form::Capitals => {
                words.iter().zip(&name.capitals).all(|(word, capital)| word.capital || !capital)
            }
            Form::AllCapitals => {
                words.iter().all(|word| word.all_capitals || is_plural(&text[word.start..word.end]))
            }
            Form::Marked => words.first().is_some_and(|word| is_marked(word, text, at, all)),
        }
}

/// Whether only the ending keeps a word from being all in capitals: `NHCXs`.
fn is_plural(word: &str) -> bool {
    let capital = |c: char| c.is_uppercase() || c.is_numeric();
    word.strip_suffix('s').is_some_and(|stem| !stem.is_empty() && stem.chars().all(capital))
}

/// Words of one name are at most this many letters apart: a space, a dash, a quotation mark.
const NEAR: usize = 4;

/// Whether a common word is marked as a name: in quotation marks, or with a capital inside a
/// sentence between words without one. German writes every noun with a capital, and headings may
/// do so in any language; neither marks a name.
fn is_marked(word: &Written, text: &str, at: usize, all: &[Written]) -> bool {
    let before = text[..word.start].chars().next_back();
    let after = text[word.end..].chars().next();
    let quoted = before.is_some_and(is_quote) && after.is_some_and(is_quote);
    let previous = at.checked_sub(1).and_then(|i| all.get(i));
    // A year has no capital: `Since 2009, Memorial …`.
    let has_capital =
        |word: &Written| text[word.start..].chars().next().is_some_and(char::is_uppercase);
    // Headings in Cyrillic letters have one capital, so a second one is a name's.
    let is_second = || at == 1 || (at > 1 && begins(text, at - 1, all));
    let in_cyrillic = text[word.start..].chars().next().is_some_and(is_cyrillic);
    let inside = previous.is_some_and(|previous| {
        (!has_capital(previous) || (in_cyrillic && is_second()))
            && text[previous.end..word.start].chars().all(|c| " ,;()–—-".contains(c) || is_quote(c))
            && all.get(at + 1).is_none_or(|next| !next.capital)
    });
    let noun_capitals = text[word.start..].chars().next().is_some_and(|c| !is_cyrillic(c))
        && stop_share_is_german(text);
    quoted
        || (word.capital
            && (inside && !noun_capitals
                || does_something(text, at, all)
                || is_foreign(text, at, all)))
}

/// Whether a word begins a sentence.
fn begins(text: &str, at: usize, all: &[Written]) -> bool {
    let Some(word) = all.get(at) else { return false };
    at.checked_sub(1)
        .and_then(|i| all.get(i))
        .is_none_or(|previous| text[previous.end..word.start].contains(['.', '!', '?', '…']))
}

/// Whether the words on both sides are in another script: `Команда Hope живёт`.
fn is_foreign(text: &str, at: usize, all: &[Written]) -> bool {
    let cyrillic =
        |i: usize| all.get(i).and_then(|word| text[word.start..].chars().next()).map(is_cyrillic);
    let (before, here, after) =
        (at.checked_sub(1).and_then(cyrillic), cyrillic(at), cyrillic(at + 1));
    before.is_some() && before == after && before != here
}

/// Whether a word begins a sentence and the next word says what it does: `Memorial has …`,
/// `Право работает …`, but not `Право на …`.
fn does_something(text: &str, at: usize, all: &[Written]) -> bool {
    const DOES: &str =
        "has had is was will hat hatte ist war wird wurde был была было є був була ёсць быў";
    let (Some(word), Some(next)) = (all.get(at), all.get(at + 1)) else { return false };
    let shown = &text[next.start..next.end];
    let small = Tongue::KNOWN.into_iter().any(|tongue| stop::is_stop(tongue, shown));
    begins(text, at, all)
        && !next.capital
        && text[word.end..next.start].chars().all(|c| c == ' ' || is_quote(c))
        && (!small || DOES.split(' ').any(|does| does == shown))
}

/// Whether small words of the text are German rather than English.
fn stop_share_is_german(text: &str) -> bool {
    let (mut english, mut german) = (0_u32, 0_u32);
    for word in text.split_whitespace() {
        let word = word.to_lowercase();
        english += u32::from(stop::is_stop(Tongue::En, &word));
        german += u32::from(stop::is_stop(Tongue::De, &word));
    }
    german > english
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '«' | '»' | '“' | '”' | '„' | '‘' | '’' | '‚' | '‹' | '›')
}

/// Bytes of an ending right after a name: a genitive `'s`, or what a Cyrillic language hangs on a
/// name in Latin letters, `NHCX-у`.
fn ending(after: &str) -> usize {
    let mut letters = after.chars();
    let Some(mark) = letters.next().filter(|c| matches!(c, '\'' | '’' | '-')) else { return 0 };
    let word: String =
        letters.take_while(|c| c.is_alphanumeric()).take(MOST_OF_ENDING + 1).collect();
    let is_genitive = word == "s" && mark != '-';
    let is_case = !word.is_empty()
        && word.chars().count() <= MOST_OF_ENDING
        && word.chars().all(|c| is_cyrillic(c) && c.is_lowercase());
    if is_genitive || is_case { mark.len_utf8() + word.len() } else { 0 }
}

/// No case has an ending of more letters.
const MOST_OF_ENDING: usize = 3;

/// Keys of common words: those of bodies' names, of themes, and stop words.
/// The words of [`COMMON`] and of the themes.
pub(super) static COMMON_WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let themes = Theme::all().iter().flat_map(|theme| {
        let triggers = theme.triggers.values().flatten().map(String::as_str);
        triggers.chain(theme.labels.values().map(String::as_str))
    });
    std::iter::once(COMMON).chain(themes).flat_map(written_words).map(|word| word.key).collect()
});

fn is_common(common: &FxHashSet<String>, word: &Written, text: &str) -> bool {
    let lower = text[word.start..word.end].to_lowercase();
    common.contains(&word.key) || Tongue::KNOWN.into_iter().any(|t| stop::is_stop(t, &lower))
}

fn add_body(found: &mut FxHashSet<(String, Name)>, common: &FxHashSet<String>, text: &str) {
    // The name of a place is no name of a body, though a state may give.
    if places::named(text).is_some() {
        return;
    }
    let legal = |word: &Written| {
        let lower = text[word.start..word.end].to_lowercase();
        LEGAL_FORMS.split(' ').any(|form| form == lower)
    };
    let whole: Vec<Written> = written_words(text).collect();
    let is_dotted = |i: usize| {
        let pair = |a: usize| whole.get(a).zip(whole.get(a + 1));
        let ev = |(e, v): (&Written, &Written)| e.key == "e" && v.key == "v";
        pair(i).is_some_and(ev) || i.checked_sub(1).and_then(pair).is_some_and(ev)
    };
    let bare = |(i, word): &(usize, Written)| !legal(word) && !is_dotted(*i);
    let mut words: Vec<Written> =
        written_words(text).enumerate().filter(bare).map(|(_, word)| word).collect();
    if words.is_empty() {
        words = written_words(text).collect();
    }
    let common_ones = words.iter().filter(|word| is_common(common, word, text)).count();
    let letters = |word: &Written| text.get(word.start..word.end).map_or(0, |w| w.chars().count());
    let form = match words.as_slice() {
        [] => return,
        [one] if letters(one) < 2 => return,
        [one] if one.all_capitals && letters(one) <= 6 => Form::AllCapitals,
        [_] if common_ones > 0 => Form::Marked,
        [_] => Form::Capitals,
        several if common_ones == several.len() => Form::Capitals,
        several => {
            // Written as one word, too: `OVD-Info`, `OVDInfo`.
            let joined: String = several.iter().map(|word| word.key.as_str()).collect();
            if joined.chars().count() >= 6 {
                add(found, &[(&key(&joined), true)], Form::Capitals);
            }
            Form::Any
        }
    };
    let parts: Vec<(&str, bool)> = words.iter().map(|w| (w.key.as_str(), w.capital)).collect();
    add(found, &parts, form);
    if parts.len() > 1 {
        add_translated(found, &parts, form);
    }
    // As it is registered, too: a legal form may stand inside the name.
    if whole.len() > words.len() && words.len() > 1 {
        let parts: Vec<(&str, bool)> = whole.iter().map(|w| (w.key.as_str(), w.capital)).collect();
        add(found, &parts, form);
    }
}

/// Adds the name with its word for a kind of body in other languages, at both ends if it stands at
/// one.
fn add_translated(found: &mut FxHashSet<(String, Name)>, parts: &[(&str, bool)], form: Form) {
    let last = parts.len() - 1;
    for (i, (word, _)) in parts.iter().enumerate() {
        for kinds in KINDS_WITHIN {
            if !kinds.iter().any(|kind| key(kind) == *word) {
                continue;
            }
            for kind in kinds {
                let kind = key(kind);
                let mut translated = parts.to_vec();
                translated[i] = (kind.as_str(), false);
                add(found, &translated, form);
                if i == 0 || i == last {
                    translated.rotate_left(if i == 0 { 1 } else { last });
                    add(found, &translated, form);
                }
            }
        }
    }
}

fn add_person(found: &mut FxHashSet<(String, Name)>, common: &FxHashSet<String>, text: &str) {
    let words: Vec<Written> = written_words(text).collect();
    let parts: Vec<(&str, bool)> = words.iter().map(|w| (w.key.as_str(), w.capital)).collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    if words.len() == 1 {
        add_body(found, common, text);
        return;
    }
    add(found, &parts, Form::Capitals);
    add(found, &[(&last.key, true), (&first.key, true)], Form::Capitals);
    add(found, &[(&first.key, true), (&last.key, true)], Form::Capitals);
    // A name that ends with a father's name begins with the surname.
    let fathers_name = ["вич", "вн", "вич", "vich", "vna"].iter().any(|e| last.key.ends_with(e));
    let surname = if fathers_name && words.len() > 2 { first } else { last };
    if surname.key.chars().count() >= 4 && !is_common(common, surname, text) {
        add(found, &[(&surname.key, true)], Form::Capitals);
    }
}

fn add(found: &mut FxHashSet<(String, Name)>, parts: &[(&str, bool)], form: Form) {
    if let Some(((first, _), rest)) = parts.split_first() {
        let rest = rest.iter().map(|(key, _)| (*key).to_owned()).collect();
        let capitals = parts.iter().map(|(_, capital)| *capital).collect();
        found.insert(((*first).to_owned(), Name { rest, capitals, form }));
    }
}

/// A Cyrillic name in the Latin letters of passports and English newspapers.
pub(super) fn in_latin_letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let lower = letter.to_lowercase().next().unwrap_or(letter);
        let latin = match lower {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' | 'ґ' => "g",
            'д' => "d",
            'е' | 'э' | 'є' => "e",
            'ё' => "yo",
            'ж' => "zh",
            'з' => "z",
            'и' | 'і' => "i",
            'й' | 'ы' => "y",
            'ї' => "yi",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' | 'ў' => "u",
            'ф' => "f",
            'х' => "kh",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "shch",
            'ю' => "yu",
            'я' => "ya",
            'ь' | 'ъ' => "",
            _ => {
                out.push(letter);
                continue;
            }
        };
        let mut letters = latin.chars();
        match letters.next() {
            Some(first) if letter.is_uppercase() => out.extend(first.to_uppercase()),
            Some(first) => out.push(first),
            None => {}
        }
        out.push_str(letters.as_str());
    }
    out
}

/// A name in Latin letters as the papers of Cyrillic languages write it, letter by letter.
fn in_cyrillic_letters(text: &str) -> String {
    const LETTERS: [(&str, &str); 36] = [
        ("shch", "щ"),
        ("sh", "ш"),
        ("ch", "ч"),
        ("zh", "ж"),
        ("kh", "х"),
        ("ts", "ц"),
        ("th", "т"),
        ("ph", "ф"),
        ("ya", "я"),
        ("yu", "ю"),
        ("a", "а"),
        ("b", "б"),
        ("c", "к"),
        ("d", "д"),
        ("e", "е"),
        ("f", "ф"),
        ("g", "г"),
        ("h", "х"),
        ("i", "и"),
        ("j", "дж"),
        ("k", "к"),
        ("l", "л"),
        ("m", "м"),
        ("n", "н"),
        ("o", "о"),
        ("p", "п"),
        ("q", "к"),
        ("r", "р"),
        ("s", "с"),
        ("t", "т"),
        ("u", "у"),
        ("v", "в"),
        ("w", "в"),
        ("x", "кс"),
        ("y", "и"),
        ("z", "з"),
    ];
    let mut out = String::with_capacity(2 * text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let same = |latin: &str| {
            rest.get(..latin.len()).is_some_and(|front| front.eq_ignore_ascii_case(latin))
        };
        if let Some((latin, cyrillic)) = LETTERS.iter().find(|(latin, _)| same(latin)) {
            if letter.is_uppercase() {
                out.extend(cyrillic.chars().flat_map(char::to_uppercase).take(1));
                out.extend(cyrillic.chars().skip(1));
            } else {
                out.push_str(cyrillic);
            }
            rest = &rest[latin.len()..];
        } else {
            out.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    out
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): short, stable across platforms and releases.
fn fnv(texts: impl Iterator<Item = String>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for text in texts {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}
