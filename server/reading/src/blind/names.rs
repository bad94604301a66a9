//! Known names and where a text has them.
//!
//! Names are compared word by word, each word by its letters without case, as a form of one of the
//! stems that the word of the name has: `Новая тропа` is found in `Новой тропы`, `Заречанец` in
//! `Заречанца`, `OVD-Info` in `OVD Info`. That is an Aho–Corasick search over words instead of
//! letters; it gives word boundaries and inflection for free, where a search over letters would
//! need both checked afterwards.
//!
//! A mask that takes out words of the subject does harm, too. So how a name must be written to
//! count depends on how much of a name it is; see [`Form`].

use std::sync::LazyLock;

use domain::{Donor, Organisation, Theme, organisation::name_in_address};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{stems, tidy};
use crate::{
    places, stop,
    tongue::{Tongue, is_cyrillic},
    written::{WrittenWord, key, written_words},
};

/// A name to be taken out of texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownName {
    /// Of an organisation, legal entity or donor, or another name or acronym of one.
    Body(String),
    /// Of a person; found in both orders, with initials, and by the surname alone, of a double one by
    /// either half.
    Person(String),
}

impl KnownName {
    /// Every name by which an organisation can be known, its people and legal entities included.
    pub fn of_organisation(organisation: &Organisation) -> impl Iterator<Item = Self> {
        let addresses = organisation.addresses.iter().map(|address| name_in_address(address));
        let bodies = std::iter::once(&organisation.name)
            .chain(&organisation.aliases)
            .chain(organisation.entities.iter().map(|entity| &entity.name))
            .map(String::as_str)
            .chain(addresses.filter(|name| !name.is_empty()))
            .map(|name| Self::Body(name.to_owned()));
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
    /// With an initial beside it: a surname that is short or a common word (`А. Мир`).
    Initialled,
}

/// A name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Name {
    /// Its words, each by the stems of which a word in a text may be a form.
    words: Vec<Vec<String>>,
    /// Which words are written with a capital.
    capitals: Vec<bool>,
    form: Form,
    /// Whether it is a person's, so that initials go with it.
    person: bool,
}

/// The dictionary.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Longer ones first.
    all: Vec<Name>,
    /// Numbers of names by each stem of their first word.
    by_first: FxHashMap<String, Vec<usize>>,
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
        let mut found: FxHashSet<Name> = FxHashSet::default();
        for name in names {
            match name {
                KnownName::Body(text) => {
                    let text = tidy(&text);
                    add_body(&mut found, common, &text);
                    let other = if text.chars().any(is_cyrillic) {
                        in_latin_letters(&text)
                    } else {
                        in_cyrillic_letters(&text)
                    };
                    add_body(&mut found, common, &other);
                }
                KnownName::Person(text) => {
                    let text = tidy(&text);
                    add_person(&mut found, common, &text);
                    if text.chars().any(is_cyrillic) {
                        add_person(&mut found, common, &in_latin_letters(&text));
                    }
                }
            }
        }
        let mut names: Vec<Name> = found.into_iter().collect();
        names.sort_unstable();
        let hash = fnv(names.iter().map(|name| format!("{name:?}")));
        names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        let mut by_first: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (number, name) in names.iter().enumerate() {
            for stem in name.words.first().into_iter().flatten() {
                by_first.entry(stem.clone()).or_default().push(number);
            }
        }
        let keys = |kind: &str| written_words(kind).map(|word| word.key).collect();
        let kinds = KINDS_BESIDE.iter().copied().chain(LEGAL_FORMS.split(' '));
        let mut kinds: Vec<Vec<String>> = kinds.map(keys).collect();
        kinds.sort_by_key(|kind| std::cmp::Reverse(kind.len()));
        Self { all: names, by_first, kinds, hash }
    }

    pub(super) const fn hash(&self) -> u64 {
        self.hash
    }

    /// Byte ranges of the names in a text.
    pub(super) fn spans(&self, text: &str) -> Vec<(usize, usize)> {
        if self.by_first.is_empty() {
            return Vec::new();
        }
        let words: Vec<WrittenWord> = written_words(text).collect();
        let mut spans = Vec::new();
        let mut i = 0;
        while i < words.len() {
            if let Some((person, length)) = self.name_at(&words, i, text) {
                let end = i + length;
                let (mut from, mut to) = (i, end);
                if person {
                    from -= initials_before(&words[..i], &words[i], text);
                    to += initials_after(&words[end..], &words[end - 1], text);
                }
                from -= self.kind_before(&words[..from], &words[from], text);
                to += self.kind_after(&words[to..], &words[to - 1], text);
                let last = words[to - 1].end;
                let stop = usize::from(to > end && person && text[last..].starts_with('.'));
                spans.push((words[from].start, last + stop.max(ending(&text[last..]))));
                i = to;
            } else {
                i += 1;
            }
        }
        spans
    }
}

impl Names {
    /// The longest name that begins at a word: whether it is a person's, and how many words it takes.
    fn name_at(&self, words: &[WrittenWord], at: usize, text: &str) -> Option<(bool, usize)> {
        let mut numbers: Vec<usize> = words[at]
            .cuts()
            .filter_map(|stem| self.by_first.get(stem))
            .flatten()
            .copied()
            .collect();
        numbers.sort_unstable();
        numbers.into_iter().filter_map(|number| self.all.get(number)).find_map(|name| {
            let length = length_here(name, &words[at..], text)?;
            let here = &words[at..at + length];
            let counts = is_written_so(name, here, text, at, words)
                || (name.form == Form::Marked && self.is_body(words, at, text));
            counts.then_some((name.person, length))
        })
    }

    /// Whether the word has a capital and a legal form beside it: `Memorial Ltd`.
    fn is_body(&self, words: &[WrittenWord], at: usize, text: &str) -> bool {
        let (before, from) = words.split_at(at);
        from.split_first().is_some_and(|(word, after)| {
            word.capital
                && self.kind_before(before, word, text) + self.kind_after(after, word, text) > 0
        })
    }

    /// How many words right before a name say what kind of body it is. There may be several kinds:
    /// `ГО БФ «…»`.
    fn kind_before(&self, before: &[WrittenWord], name: &WrittenWord, text: &str) -> usize {
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
    fn kind_after(&self, after: &[WrittenWord], name: &WrittenWord, text: &str) -> usize {
        let (mut left, mut last) = (after, name);
        loop {
            let is_here = |kind: &&Vec<String>| {
                let Some(words) = left.get(..kind.len()) else { return false };
                let between = |first: &WrittenWord| &text[last.end..first.start];
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

fn same_words(words: &[WrittenWord], keys: &[String]) -> bool {
    words.iter().map(|word| &word.key).eq(keys)
}

/// Whether words follow each other as those of one name do.
fn are_near(words: &[WrittenWord], text: &str) -> bool {
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

/// How many words a name takes that stands at the front of `here`. Initials may stand between those
/// of a person's.
fn length_here(name: &Name, here: &[WrittenWord], text: &str) -> Option<usize> {
    let mut at = 0;
    for (i, stems) in name.words.iter().enumerate() {
        if name.person && i > 0 {
            at += here[at..]
                .iter()
                .take(MOST_INITIALS)
                .take_while(|word| is_initial(word, text))
                .count();
        }
        let last = i + 1 == name.words.len();
        let word = here.get(at)?;
        if !stems.iter().any(|stem| is_form(word, stem, last || name.person)) {
            return None;
        }
        at += 1;
    }
    are_near(&here[..at], text).then_some(at)
}

/// Whether a word is a form of a stem. `short`: a Latin word of a few letters may be one, too, as the
/// last of a name in a genitive without its apostrophe may.
fn is_form(word: &WrittenWord, stem: &str, short: bool) -> bool {
    word.key == stem
        || (word.is_form_of(stem) && (short || word.whole == stem || stem.starts_with(is_cyrillic)))
}

/// Whether a name is written as its form demands.
fn is_written_so(
    name: &Name,
    here: &[WrittenWord],
    text: &str,
    at: usize,
    all: &[WrittenWord],
) -> bool {
    match name.form {
        Form::Any => true,
        Form::Capitals => {
            let words = here.iter().filter(|word| !(name.person && is_initial(word, text)));
            words.zip(&name.capitals).all(|(word, capital)| word.capital || !capital)
        }
        Form::AllCapitals => {
            here.iter().all(|word| word.all_capitals || is_plural(&text[word.start..word.end]))
        }
        // `Луговой` at the beginning of a sentence is an adjective sooner than a surname.
        Form::Marked => here.first().is_some_and(|word| {
            is_marked(word, text, at, all) && !(name.person && begins(text, at, all))
        }),
        Form::Initialled => here.first().is_some_and(|word| {
            word.capital
                && initials_before(&all[..at], word, text)
                    + initials_after(&all[at + here.len()..], word, text)
                    > 0
        }),
    }
}

/// No name has more initials.
const MOST_INITIALS: usize = 2;

/// Whether a word is an initial: a single capital and a full stop.
fn is_initial(word: &WrittenWord, text: &str) -> bool {
    let letters = &text[word.start..word.end];
    let mut chars = letters.chars();
    let single = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
    // Both initials in one, as in `КП. Иванов`, are too rare to tell from an abbreviation.
    single && text[word.end..].starts_with('.')
}

/// How many initials stand right before a name.
fn initials_before(before: &[WrittenWord], name: &WrittenWord, text: &str) -> usize {
    let mut next = name.start;
    let adjoins = |word: &&WrittenWord| {
        let between = &text[word.end..next];
        next = word.start;
        is_initial(word, text) && matches!(between, "." | ". ")
    };
    before.iter().rev().take(MOST_INITIALS).take_while(adjoins).count()
}

/// How many initials stand right after a name: `Иванов А. П.`
fn initials_after(after: &[WrittenWord], name: &WrittenWord, text: &str) -> usize {
    let mut end = name.end;
    let mut first = true;
    let mut count = 0;
    for word in after.iter().take(MOST_INITIALS) {
        let between = &text[end..word.start];
        // A full stop behind the name ends a sentence; one behind an initial does not.
        let between = if first { between } else { between.trim_start_matches('.') };
        if !is_initial(word, text)
            || !between.chars().all(|c| c == ' ' || c == ',')
            || between.len() > NEAR
        {
            break;
        }
        (end, first) = (word.end, false);
        count += 1;
    }
    // What comes next may be somebody else's: `Иванов, А. Петров`.
    let others = after.get(count).is_some_and(|word| {
        word.capital && text[end..word.start].trim_matches(['.', ' ']).is_empty()
    });
    if others && text[name.end..].starts_with(',') { 0 } else { count }
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
fn is_marked(word: &WrittenWord, text: &str, at: usize, all: &[WrittenWord]) -> bool {
    let before = text[..word.start].chars().next_back();
    let after = text[word.end..].chars().next();
    let quoted = before.is_some_and(is_quote) && after.is_some_and(is_quote);
    let previous = at.checked_sub(1).and_then(|i| all.get(i));
    // A year has no capital: `Since 2009, Memorial …`.
    let has_capital =
        |word: &WrittenWord| text[word.start..].chars().next().is_some_and(char::is_uppercase);
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
fn begins(text: &str, at: usize, all: &[WrittenWord]) -> bool {
    let Some(word) = all.get(at) else { return false };
    at.checked_sub(1)
        .and_then(|i| all.get(i))
        .is_none_or(|previous| text[previous.end..word.start].contains(['.', '!', '?', '…']))
}

/// Whether the words on both sides are in another script: `Команда Hope живёт`.
fn is_foreign(text: &str, at: usize, all: &[WrittenWord]) -> bool {
    let cyrillic =
        |i: usize| all.get(i).and_then(|word| text[word.start..].chars().next()).map(is_cyrillic);
    let (before, here, after) =
        (at.checked_sub(1).and_then(cyrillic), cyrillic(at), cyrillic(at + 1));
    before.is_some() && before == after && before != here
}

/// Whether a word begins a sentence and the next word says what it does: `Memorial has …`,
/// `Право работает …`, but not `Право на …`.
fn does_something(text: &str, at: usize, all: &[WrittenWord]) -> bool {
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

/// The words of [`COMMON`] and of the themes.
pub(super) static COMMON_WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let themes = Theme::all().iter().flat_map(|theme| {
        let triggers = theme.triggers.values().flatten().map(String::as_str);
        triggers.chain(theme.labels.values().map(String::as_str))
    });
    std::iter::once(COMMON).chain(themes).flat_map(written_words).map(|word| word.key).collect()
});

fn is_common(common: &FxHashSet<String>, word: &WrittenWord) -> bool {
    let is_stop = |tongue| stop::is_stop(tongue, &word.whole);
    common.contains(&word.key) || Tongue::KNOWN.into_iter().any(is_stop)
}

fn add_body(found: &mut FxHashSet<Name>, common: &FxHashSet<String>, text: &str) {
    // The name of a place is no name of a body, though a state may give.
    if places::named(text).is_some() {
        return;
    }
    let legal = |word: &WrittenWord| {
        let lower = text[word.start..word.end].to_lowercase();
        LEGAL_FORMS.split(' ').any(|form| form == lower)
    };
    let whole: Vec<WrittenWord> = written_words(text).collect();
    let is_dotted = |i: usize| {
        let pair = |a: usize| whole.get(a).zip(whole.get(a + 1));
        let ev = |(e, v): (&WrittenWord, &WrittenWord)| e.key == "e" && v.key == "v";
        pair(i).is_some_and(ev) || i.checked_sub(1).and_then(pair).is_some_and(ev)
    };
    let bare = |(i, word): &(usize, WrittenWord)| !legal(word) && !is_dotted(*i);
    let mut words: Vec<WrittenWord> =
        written_words(text).enumerate().filter(bare).map(|(_, word)| word).collect();
    if words.is_empty() {
        words = written_words(text).collect();
    }
    let common_ones = words.iter().filter(|word| is_common(common, word)).count();
    let letters =
        |word: &WrittenWord| text.get(word.start..word.end).map_or(0, |w| w.chars().count());
    let form = match words.as_slice() {
        [] => return,
        [one] if letters(one) < 2 => return,
        [one] if one.all_capitals && letters(one) <= 6 => Form::AllCapitals,
        [_] if common_ones > 0 => Form::Marked,
        [_] => Form::Capitals,
        several if common_ones == several.len() => Form::Capitals,
        several => {
            // WrittenWord as one word, too: `OVD-Info`, `OVDInfo`.
            let joined: String = several.iter().map(|word| word.key.as_str()).collect();
            if joined.chars().count() >= 6 {
                let name = vec![(vec![key(&joined)], true)];
                add(found, name, Form::Capitals);
            }
            Form::Any
        }
    };
    let parts: Vec<Part> = words.iter().map(part).collect();
    if parts.len() > 1 {
        add_translated(found, &parts, form);
    }
    add(found, parts, form);
    // As it is registered, too: a legal form may stand inside the name.
    if whole.len() > words.len() && words.len() > 1 {
        add(found, whole.iter().map(part).collect(), form);
    }
}

/// A word of a name: its stems, and whether it has a capital.
type Part = (Vec<String>, bool);

/// A word of the name of a body.
fn part(word: &WrittenWord) -> Part {
    let mut stems = stems::of_word(&word.whole);
    stems.retain(|stem| stem.chars().count() >= LEAST_STEM);
    stems.push(word.key.clone());
    stems.push(word.whole.clone());
    (stems, word.capital)
}

/// A shorter stem would be one of too many words.
const LEAST_STEM: usize = 3;

/// Adds the name with its word for a kind of body in other languages, at both ends if it stands at
/// one.
fn add_translated(found: &mut FxHashSet<Name>, parts: &[Part], form: Form) {
    let last = parts.len() - 1;
    for (i, (stems, _)) in parts.iter().enumerate() {
        for kinds in KINDS_WITHIN {
            if !kinds.iter().any(|kind| stems.contains(&key(kind))) {
                continue;
            }
            for kind in kinds {
                let mut translated = parts.to_vec();
                translated[i] = (vec![key(kind)], false);
                add(found, translated.clone(), form);
                if i == 0 || i == last {
                    translated.rotate_left(if i == 0 { 1 } else { last });
                    add(found, translated, form);
                }
            }
        }
    }
}

fn add_person(found: &mut FxHashSet<Name>, common: &FxHashSet<String>, text: &str) {
    let tokens: Vec<Vec<WrittenWord>> = text
        .split_whitespace()
        .map(|token| written_words(token).collect::<Vec<WrittenWord>>())
        .filter(|words| !words.is_empty())
        .collect();
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
    if tokens.len() == 1 && first.len() == 1 {
        add_body(found, common, text);
        return;
    }
    let surname_first = tokens.len() > 1
        && ((tokens.len() > 2 && last.iter().any(|word| is_fathers_name(&word.whole)))
            || (is_surname(first) && !is_surname(last)));
    let (given, surname): (&[Vec<WrittenWord>], &[WrittenWord]) =
        match (tokens.len(), surname_first) {
            (1, _) => (&[], first),
            (_, true) => (&tokens[1..], first),
            (count, false) => (&tokens[..count - 1], last),
        };
    let part = |word: &WrittenWord| {
        let mut stems = stems::of_person(&word.whole);
        stems.push(word.whole.clone());
        (stems, word.capital)
    };
    let surname_parts: Vec<Part> = surname.iter().map(part).collect();
    let all_given: Vec<Part> = given.iter().flatten().map(part).collect();
    let first_given: Vec<Part> = given.first().into_iter().flatten().map(part).collect();
    add_both_ways(found, &all_given, &surname_parts);
    add_both_ways(found, &first_given, &surname_parts);
    add_both_ways(found, &first_given[..first_given.len().min(1)], &surname_parts);
    // A double name is often shortened to one of its halves.
    for (half, written) in surname_parts.iter().zip(surname) {
        if surname.len() > 1 {
            add_both_ways(found, &first_given, std::slice::from_ref(half));
        }
        let own = telling(half);
        let letters = written.whole.chars().count();
        let is_word = is_common(common, written) && !is_surname(std::slice::from_ref(written));
        let form = if letters < LEAST_SURNAME || is_word {
            Form::Initialled
        } else if surname.len() > 1 && is_ordinary(&written.whole) {
            Form::Marked
        } else {
            Form::Capitals
        };
        add_names(found, vec![own.clone()], form, true);
        if form == Form::Marked {
            add_names(found, vec![own], Form::Initialled, true);
        }
    }
    if surname.len() > 1 {
        add_names(found, surname_parts, Form::Capitals, true);
    }
}

/// Adds a full name in both orders.
fn add_both_ways(found: &mut FxHashSet<Name>, given: &[Part], surname: &[Part]) {
    if !given.is_empty() {
        add_names(found, [given, surname].concat(), Form::Capitals, true);
        add_names(found, [surname, given].concat(), Form::Capitals, true);
    }
}

/// A surname of fewer letters is found with a first name or an initial only.
const LEAST_SURNAME: usize = 4;

/// The stems of a surname that tell it alone.
fn telling((stems, capital): &Part) -> Part {
    let long = |stem: &&String| stem.chars().count() >= LEAST_STEM;
    (stems.iter().filter(long).cloned().collect(), *capital)
}

/// Whether half of a double surname looks like any adjective, as `Речной` does.
fn is_ordinary(word: &str) -> bool {
    const ENDS: [&str; 9] = ["ой", "ый", "ий", "ая", "яя", "ий", "ій", "ы", "і"];
    const OF_PLACES: [&str; 12] = [
        "ский",
        "ской",
        "ская",
        "цкий",
        "цкой",
        "цкая",
        "ський",
        "ська",
        "цький",
        "цька",
        "скі",
        "цкі",
    ];
    let short = word.chars().count() <= 5 && word.is_ascii();
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    short || (ends(&ENDS) && !ends(&OF_PLACES))
}

fn is_fathers_name(word: &str) -> bool {
    ["вич", "вна", "ична", "інічна", "ївна", "vich", "vych", "vna"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// Whether a word looks like a surname and hardly like a first name.
fn is_surname(words: &[WrittenWord]) -> bool {
    const ENDS: [&str; 24] = [
        "ов",
        "ев",
        "ова",
        "ева",
        "ын",
        "ына",
        "ский",
        "ской",
        "ская",
        "цкий",
        "цкая",
        "ський",
        "ська",
        "цький",
        "цька",
        "скі",
        "цкі",
        "енко",
        "енка",
        "чук",
        "ейко",
        "ович",
        "евич",
        "евіч",
    ];
    let ends = |word: &WrittenWord| {
        word.whole.chars().count() > 4 && ENDS.iter().any(|end| word.whole.ends_with(end))
    };
    words.iter().any(ends)
}

fn add(found: &mut FxHashSet<Name>, parts: Vec<Part>, form: Form) {
    add_names(found, parts, form, false);
}

fn add_names(found: &mut FxHashSet<Name>, parts: Vec<Part>, form: Form, person: bool) {
    let (mut words, capitals): (Vec<Vec<String>>, Vec<bool>) = parts.into_iter().unzip();
    for stems in &mut words {
        stems.sort_unstable();
        stems.dedup();
    }
    if !words.is_empty() && words.iter().all(|stems| !stems.is_empty()) {
        found.insert(Name { words, capitals, form, person });
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
