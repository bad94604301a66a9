//! Whether two names are of one body, compared as the masker compares names.
//!
//! One donor is written in many ways: `The National Endowment for Democracy (NED)`, `National
//! Endowment for Democracy, Inc.`, with a hyphen or without, with letters of another script that
//! look the same. All of these have one [`name_key`] and are the [`Likeness::Same`]. What a person
//! should look at, because it may well be the same body, is [`Likeness::Near`]: a part of the name,
//! another legal form, a translation, words cut short (`Nat'l`), digits and Greek letters in place of
//! letters, another script, a slip of the keyboard, an acronym. Words that many bodies have in common do not make two of them near.

use std::{collections::BTreeSet, sync::LazyLock};

use domain::fold::{is_invisible, shape, skeleton};
use rustc_hash::FxHashSet;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{
    meanings::{Meaning, meaning},
    names::{COMMON_WORDS, KINDS_WITHIN, in_latin_letters},
};
use crate::{
    letters::{Plain, one_script},
    places, stop,
    tongue::{Tongue, is_cyrillic},
    written::key,
};

/// How alike two names of bodies are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Two ways to write one name.
    Same,
    /// Perhaps the same body; a person decides.
    Near,
    /// Names of different bodies.
    Different,
}

/// What is left of a name when everything that may be written in several ways is levelled: case,
/// invisible signs, look-alike letters, spaces and punctuation, umlauts in two letters, the article,
/// the legal form at either end, its own acronym behind it. Two names are the same when their keys
/// are equal; a name without any letter has an empty key and is like no other.
///
/// The key is for comparing and not for reading. It changes when the rules change: do not keep it
/// beyond a version of the program.
#[must_use]
pub fn name_key(name: &str) -> String {
    let tokens = tokens(name);
    let kept = core(&tokens);
    kept.iter().filter(|token| !is_article(token)).map(|token| token.alike.as_str()).collect()
}

/// How alike two names of bodies are. To compare one with many, see [`BodyName`].
#[must_use]
pub fn likeness(a: &str, b: &str) -> Likeness {
    BodyName::new(a).likeness(&BodyName::new(b))
}

/// The names that one entry of a register holds: without brackets, what the brackets and quotation
/// marks hold, without the country behind it. `«Фонд Ходорковского» (Khodorkovsky Foundation),
/// Великобритания` is two names.
#[must_use]
pub fn names_in(entry: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let (outside, inside) = brackets(entry);
    let outside = without_place(&outside);
    let parts = std::iter::once(outside).chain(inside.iter().flat_map(|part| split(part)));
    for part in parts {
        for name in listed(&part) {
            if is_name(&name) && !found.contains(&name) {
                found.push(name);
            }
        }
    }
    found
}

/// What stands outside of brackets, and what in each.
fn brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside, mut depth) = (String::new(), Vec::new(), 0_usize);
    for c in text.chars() {
        match c {
            '(' | '[' => {
                if depth == 0 {
                    inside.push(String::new());
                    outside.push(' ');
                }
                depth += 1;
            }
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {
                if let Some(last) = inside.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    (outside, inside)
}

const fn opens(c: char) -> bool {
    matches!(c, '«' | '“' | '„')
}

const fn closes(c: char) -> bool {
    matches!(c, '»' | '”')
}

/// The parts between commas that stand in no quotation marks.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut depth, mut straight) = (0_usize, false);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        if opens(c) {
            depth += 1;
        } else if closes(c) {
            // Inner marks are often closed together with the outer ones.
            let ends = letters.peek().is_none_or(|next| matches!(next, ',' | ';'));
            depth = if ends { 0 } else { depth.saturating_sub(1) };
        } else if c == '"' {
            straight = !straight;
        }
        if matches!(c, ',' | ';') && depth == 0 && !straight {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts
}

/// The text without the place behind its last comma.
fn without_place(text: &str) -> String {
    let mut parts = split(text);
    while parts.len() > 1
        && parts.last().is_some_and(|part| is_place(part) || part.trim().is_empty())
    {
        parts.pop();
    }
    let quoted = |part: &String| part.trim().starts_with(opens);
    if parts.len() > 1 && parts.iter().all(quoted) {
        // Each of them stands in marks of its own, and is found by them.
        return parts.join(" ");
    }
    parts.join(",")
}

/// The names that a part holds: itself, and what stands in quotation marks.
fn listed(part: &str) -> Vec<String> {
    let trimmed = |text: &str| {
        let bare =
            |c: char| c.is_whitespace() || opens(c) || closes(c) || matches!(c, '"' | ',' | ';');
        text.trim_matches(bare).to_owned()
    };
    let mut quoted: Vec<String> = Vec::new();
    let mut rest = String::new();
    let (mut depth, mut straight) = (0_usize, false);
    for c in part.chars() {
        if opens(c) || (c == '"' && !straight) {
            straight |= c == '"';
            if depth == 0 {
                quoted.push(String::new());
            }
            depth += 1;
        } else if closes(c) || c == '"' {
            straight &= c != '"';
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            rest.push(c);
            continue;
        }
        if let Some(last) = quoted.last_mut() {
            last.push(c);
        }
    }
    let (whole, rest) = (trimmed(part), trimmed(&rest));
    let quoted = quoted.iter().map(|name| trimmed(name));
    let scripts = |text: &str| text.chars().any(is_cyrillic);
    let mut quoted: Vec<String> = quoted.filter(|name| !name.is_empty()).collect();
    let two_scripts = quoted.iter().any(|name| scripts(name) != scripts(&rest));
    if rest.is_empty() && quoted.len() > 1 {
        quoted
    } else if two_scripts && is_name(&rest) && tokens(&rest).len() > 1 {
        quoted.insert(0, rest);
        quoted
    } else {
        quoted.insert(0, whole);
        quoted
    }
}

/// Whether a text can be a name: it says more than a legal form, a place or a date.
fn is_name(text: &str) -> bool {
    let tokens = tokens(text);
    let is_legal = LEGAL_WORDS.iter().any(|form| {
        form.len() == tokens.len()
            && tokens.iter().zip(form).all(|(word, form)| word.lower == *form)
    });
    let is_date = tokens.iter().filter(|word| word.lower.chars().all(char::is_numeric)).count() > 2;
    !tokens.iter().all(is_article) && !is_legal && !is_date && !is_place(text)
}

/// Whether a text names nothing but a place: `США`, `Королевство Бельгия`, `Чешская Республика`.
fn is_place(text: &str) -> bool {
    const STATES: [&str; 8] = [
        "республика",
        "королевство",
        "республіка",
        "королівство",
        "рэспубліка",
        "каралеўства",
        "republic",
        "kingdom",
    ];
    let words = tokens(text);
    if words.is_empty() || words.len() > 4 || text.contains(['«', '"', '“']) {
        return false;
    }
    let state = words.iter().any(|word| STATES.contains(&word.lower.as_str()));
    let named = places::find(text)
        .iter()
        .map(|named| tokens(&text[named.start..named.end]).len())
        .sum::<usize>();
    named == words.len()
        || (state && (named > 0 || words.len() <= 2))
        || (named > 0 && words.iter().any(|word| word.lower.starts_with("федеративн")))
}

/// A name of a body, ready to be compared with many others.
#[derive(Clone, Debug)]
pub struct BodyName {
    key: String,
    /// What the whole name looks like, whichever script its letters are of.
    shape: String,
    variants: Vec<Variant>,
}

impl BodyName {
    /// Prepares a name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let mut names = names_in(name);
        names.insert(0, name.to_owned());
        // `IRF/Open Society` are two bodies, or two names of one.
        let parts = name.split(['/', '|']).map(str::trim);
        names.extend(parts.filter(|part| is_name(part)).map(str::to_owned));
        names.extend(with_letters_for_signs(name));
        let mut variants: Vec<Variant> = Vec::new();
        for variant in names.iter().map(|name| Variant::of(name)) {
            if !variant.words.is_empty() && variants.iter().all(|known| known.key != variant.key) {
                variants.push(variant);
            }
        }
        Self { key: name_key(name), shape: shape(name), variants }
    }

    /// How alike the two are.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Likeness {
        if self.key.is_empty() || other.key.is_empty() {
            return Likeness::Different;
        }
        if self.key == other.key {
            return Likeness::Same;
        }
        // Of a word that has letters of both alphabets only, nobody knows in which it was meant.
        let near = self.shape == other.shape
            || self.variants.iter().any(|one| other.variants.iter().any(|two| one.is_near(two)));
        if near { Likeness::Near } else { Likeness::Different }
    }

    /// The key; see [`name_key`].
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// A word of a name.
#[derive(Clone, Debug)]
struct Token {
    /// Lower case, umlauts in two letters, other marks left out.
    lower: String,
    /// What it shares with all words that look the same.
    alike: String,
    /// What it shares with all words that someone could read as the same; see [`guise`].
    guise: String,
    /// Whether it has capitals only, and more than one.
    capitals: bool,
    /// Whether it is written as a word cut short: `Nat'l`, `Endow.`, or in a few letters.
    cut: bool,
}

fn tokens(name: &str) -> Vec<Token> {
    let seen: String = name.chars().filter(|c| !is_invisible(*c)).collect();
    // Apostrophes before compatibility forms, which break some of them into space and accent.
    let plain: String = Plain::of(&seen).text().nfkc().collect();
    let plain = one_script(&plain).replace('&', " and ");
    let parts = |c: char| !c.is_alphanumeric() && !is_combining_mark(c) && c != '\'';
    plain
        .split_inclusive(parts)
        .map(|piece| (piece.trim_matches(|c| parts(c) || c == '\''), piece.ends_with('.')))
        .filter(|(word, _)| word.chars().any(char::is_alphanumeric))
        .map(|(written, stop)| {
            let word = written.replace('\'', "");
            let lower = lower(&word);
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            let capitals = letters > 1 && !word.chars().any(char::is_lowercase);
            let cut = stop || word.len() < written.len() || letters <= FEW_LETTERS;
            let guise = guise(&word);
            Token { alike: skeleton(&lower), lower, guise, capitals, cut }
        })
        .collect()
}

/// A word of no more letters may be one cut short without a sign that says so: `Natl`, `Fdn`.
const FEW_LETTERS: usize = 4;

/// What a word looks like when digits and Greek letters are read as the letters they resemble, and
/// `i`, `l` and `1` as one. A number stays a number.
fn guise(word: &str) -> String {
    let has_letters = word.chars().any(char::is_alphabetic);
    let read = |c: char| match c {
        '0' if has_letters => 'o',
        '1' if has_letters => 'l',
        '2' if has_letters => 'z',
        '3' if has_letters => 'e',
        '4' if has_letters => 'a',
        '5' if has_letters => 's',
        '6' | '8' if has_letters => 'b',
        '7' if has_letters => 't',
        '9' if has_letters => 'g',
        'α' | 'ά' => 'a',
        'β' => 'b',
        'ε' | 'έ' => 'e',
        'η' | 'ή' | 'π' => 'n',
        'ι' | 'ί' => 'i',
        'κ' => 'k',
        'μ' | 'υ' | 'ύ' => 'u',
        'ν' => 'v',
        'ο' | 'ό' | 'σ' => 'o',
        'ρ' => 'p',
        'ς' => 's',
        'τ' => 't',
        'χ' => 'x',
        'ω' | 'ώ' => 'w',
        other => other,
    };
    let latin: String = word.chars().map(read).collect();
    shape(&latin).replace('i', "l")
}

/// The name with a letter for each sign inside a word that stands for one: `N@tional`.
fn with_letters_for_signs(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    let is_letter =
        |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphanumeric());
    let read = |(at, c): (usize, &char)| match c {
        _ if !is_letter(at.checked_sub(1)) && !is_letter(Some(at + 1)) => *c,
        '@' => 'a',
        '$' => 's',
        '€' => 'e',
        '!' | '|' if is_letter(Some(at + 1)) => 'i',
        other => *other,
    };
    let read: String = letters.iter().enumerate().map(read).collect();
    (read != name).then_some(read)
}

/// Lower case; German umlauts in two letters, as they are written where a keyboard has none; Latin
/// letters without other marks.
pub(super) fn lower(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            'ё' => out.push('е'),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            latin if latin.is_ascii() || is_cyrillic(latin) => out.push(latin),
            other => out.extend(std::iter::once(other).nfd().filter(|c| !is_combining_mark(*c))),
        }
    }
    out
}

fn is_article(token: &Token) -> bool {
    matches!(token.lower.as_str(), "the")
}

/// Legal forms, each a few words, that say nothing of who a body is. Longer ones first.
const LEGAL: [&str; 78] = [
    "автономная некоммерческая организация",
    "общество с ограниченной ответственностью",
    "некоммерческая организация",
    "межрегиональная общественная организация",
    "региональная общественная организация",
    "общественная организация",
    "общественное объединение",
    "громадська організація",
    "громадська спілка",
    "товариство з обмеженою відповідальністю",
    "грамадская арганізацыя",
    "грамадскае аб'яднанне",
    "limited liability company",
    "public benefit corporation",
    "registered association",
    "registered charity",
    "eingetragener verein",
    "gemeinnützige gmbh",
    "gemeinnützige ug haftungsbeschränkt",
    "ug haftungsbeschränkt",
    "haftungsbeschränkt",
    "public association",
    "public organisation",
    "public organization",
    "community interest company",
    "charitable incorporated organisation",
    "sp z o o",
    "s r o",
    "a s b l",
    "a i s b l",
    "o p s",
    "e v",
    "z s",
    "z ú",
    "b v",
    "n v",
    "l l c",
    "e f",
    "з с",
    "incorporated",
    "limited",
    "stichting",
    "nodibinājums",
    "biedrība",
    "stowarzyszenie",
    "corporation",
    "corp",
    "inc",
    "ltd",
    "llc",
    "llp",
    "plc",
    "cic",
    "cio",
    "ggmbh",
    "gmbh",
    "gug",
    "ev",
    "bv",
    "všį",
    "uab",
    "mtü",
    "sia",
    "vzw",
    "asbl",
    "aisbl",
    "ops",
    "ngo",
    "ано",
    "ооо",
    "нко",
    "оо",
    "моо",
    "тов",
    "го",
    "мго",
    "гс",
    "инк",
];

static LEGAL_WORDS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    LEGAL.iter().map(|form| tokens(form).into_iter().map(|token| token.lower).collect()).collect()
});

/// The name without articles and legal forms at its ends and without its own acronym behind it; as
/// much of it as must stay where nothing else would be left.
fn core(tokens: &[Token]) -> &[Token] {
    let mut left = tokens;
    loop {
        // Before legal forms are looked for: `The Stichting Bellingcat` begins with one too.
        while let [first, rest @ ..] = left
            && is_article(first)
        {
            left = rest;
        }
        let ends = |words: &[Token], form: &[String]| {
            words.len() == form.len()
                && words.iter().zip(form).all(|(word, form)| word.lower == *form)
        };
        let front = LEGAL_WORDS
            .iter()
            .find(|form| left.get(..form.len()).is_some_and(|words| ends(words, form)));
        let back = LEGAL_WORDS.iter().find(|form| {
            left.len().checked_sub(form.len()).is_some_and(|at| ends(&left[at..], form))
        });
        let shorter = match (front, back, left) {
            (Some(form), _, _) => &left[form.len()..],
            (None, Some(form), _) => &left[..left.len() - form.len()],
            (None, None, [rest @ .., last]) if is_acronym_of(last, rest) => rest,
            _ => return left,
        };
        if shorter.iter().all(is_article) {
            return left;
        }
        left = shorter;
    }
}

/// Whether a word in capitals is made of the first letters of the words before it, at least half of
/// them: `German Marshall Fund of the United States (GMF)`.
fn is_acronym_of(last: &Token, words: &[Token]) -> bool {
    if !last.capitals || places::named(&last.lower.to_uppercase()).is_some() {
        return false;
    }
    let mut letters = last.lower.chars().peekable();
    let count = last.lower.chars().count();
    let telling = words.iter().filter(|word| !is_small(&word.lower)).count();
    let begins =
        words.iter().find(|word| !is_article(word)).and_then(|word| word.lower.chars().next());
    if begins != letters.peek().copied() || 2 * count < telling || words.len() < 2 {
        return false;
    }
    for word in words {
        letters.next_if(|letter| word.lower.starts_with(*letter));
    }
    letters.next().is_none()
}

fn is_small(word: &str) -> bool {
    word.chars().count() < 2 && !word.chars().all(char::is_numeric)
        || Tongue::KNOWN.into_iter().any(|tongue| stop::is_stop(tongue, word))
        || matches!(
            word,
            "im" | "fuer"
                | "имени"
                | "им"
                | "імені"
                | "імя"
                | "de"
                | "la"
                | "le"
                | "les"
                | "des"
                | "du"
                | "pour"
                | "et"
                | "sur"
                | "sans"
                | "na"
                | "dla"
                | "rzecz"
                | "bez"
        )
}

/// One of the names of a body, word by word.
#[derive(Clone, Debug)]
struct Variant {
    key: String,
    /// What it could be read as; see [`guise`].
    guise: String,
    /// Its words that are not small, as they are written.
    told: Vec<Told>,
    /// The same words by what they mean, sorted.
    meant: Vec<Meant>,
    /// The key of what stands behind words for a kind of body: `Фонд «Ольха»` without the first word.
    bare: String,
    /// What it is compared by, sorted: no small words, words for a kind of body levelled.
    words: Vec<Word>,
    /// First letters of all words and of those that are not small.
    initials: [String; 3],
    /// The name itself where it is an acronym.
    acronym: Option<String>,
    /// Its words in Latin letters, roughly as they sound, sorted.
    sounds: Vec<String>,
    cyrillic: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    key: String,
    weight: Weight,
}

/// A word in the order of the name.
#[derive(Clone, Debug)]
struct Told {
    lower: String,
    key: String,
    cut: bool,
}

/// What a word means, and its key.
type Meant = (Option<Meaning>, String);

impl Told {
    fn of(token: &Token) -> Self {
        Self { lower: token.lower.clone(), key: key(&token.lower), cut: token.cut }
    }

    /// Whether this may be the other word cut short: its beginning, or some of its letters with the
    /// first and the last among them.
    fn cuts_short(&self, whole: &Self) -> bool {
        let (short, long) = (&self.lower, &whole.lower);
        let letters = short.chars().count();
        let mut rest = long.chars();
        self.cut
            && letters >= 3
            && letters + 2 <= long.chars().count()
            && short.chars().next() == long.chars().next()
            && (long.starts_with(short.as_str()) || short.chars().last() == long.chars().last())
            && short.chars().all(|letter| rest.any(|other| other == letter))
    }
}

/// How much a word says of who a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// A kind of body: foundation, centre.
    Kind,
    /// A word such as `international`.
    Reach,
    /// A place.
    Place,
    /// A word that many bodies have in their names.
    Common,
    /// Any other.
    Rare,
}

/// Words that say how far a body reaches.
const REACH: &str = "international internationale internationales global world worldwide national nationale european europa europe europäische regional всемирный международный глобальный национальный европейский региональный всесвітній міжнародний національний європейський міжнародны еўрапейскі нацыянальны";

static REACHING: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| REACH.split(' ').map(|word| key(&lower(word))).collect());

/// More words that many bodies have in their names.
const MANY_HAVE: &str = "affairs agency agenda board business campaign caucasus church civic clinic college commission congress corporation cultural defence department digital east eastern economic education educational embassy endowment environment environmental equality ethics exchange family federation film history humanitarian ideas independent information investigation investigative journalism journalists liberal liberties local ministry modern monitor museum north northern organisation organization parliament policy political practice private progress protection reform relations relief reporters resource security service services south states southern strategic strategy studies study support sustainable technology theatre trust truth ukraine unit united unlimited watch west western wide workers writers агентство бюро гражданский дети журналистика журналисты защита исследование исследовательский история комиссия конгресс корпорация министерство музей народный независимый образование общественный организация открытый политика политический поддержка посольство правозащитный русский российский свободный служба театр федерация церковь экологический агенція військо громадський дослідження захисник культурний міністерство організація освітній підтримка посольство регіональний розвиток український";

static MANY: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| MANY_HAVE.split(' ').map(|word| key(&lower(word))).collect());

/// A word for a kind of body, by its key in any language.
static KINDS: LazyLock<Vec<FxHashSet<String>>> = LazyLock::new(|| {
    KINDS_WITHIN.iter().map(|words| words.iter().map(|word| key(&lower(word))).collect()).collect()
});

impl Variant {
    fn of(name: &str) -> Self {
        let all = tokens(name);
        let kept = core(&all);
        let telling: Vec<&Token> = kept.iter().filter(|token| !is_small(&token.lower)).collect();
        let mut words: Vec<Word> = telling.iter().map(|token| word(token)).collect();
        if is_place(name) {
            for word in &mut words {
                word.weight = Weight::Place;
            }
        }
        words.sort_unstable();
        let mut meant: Vec<Meant> =
            telling.iter().map(|token| (meaning(&token.lower), key(&token.lower))).collect();
        meant.sort_unstable();
        let first = |tokens: &mut dyn Iterator<Item = &Token>| -> String {
            tokens.filter_map(|token| token.lower.chars().next()).collect()
        };
        let initials = [
            first(&mut kept.iter().filter(|token| !is_article(token))),
            first(&mut telling.iter().copied()),
            // `NDI` stands for the National Democratic Institute for International Affairs.
            first(&mut kept.iter().take_while(|token| !is_small(&token.lower))),
        ];
        let acronym = match kept {
            [one] if one.capitals => Some(one.lower.clone()),
            _ => None,
        };
        let words_of_it = kept.iter().filter(|token| !is_article(token));
        let mut sounds: Vec<String> = words_of_it.map(|token| sound(&token.lower)).collect();
        sounds.retain(|sound| !sound.is_empty());
        sounds.sort_unstable();
        let cyrillic = kept.iter().any(|token| token.lower.starts_with(is_cyrillic));
        let joined = |tokens: &[Token]| -> String {
            let said = tokens.iter().filter(|token| !is_article(token));
            said.map(|token| token.alike.as_str()).collect()
        };
        let named = kept.iter().position(|token| !is_kind(token)).unwrap_or(0);
        Self {
            key: joined(kept),
            guise: kept
                .iter()
                .filter(|token| !is_article(token))
                .map(|t| t.guise.as_str())
                .collect(),
            told: telling.iter().map(|token| Told::of(token)).collect(),
            meant,
            bare: joined(&kept[named..]),
            words,
            initials,
            acronym,
            sounds,
            cyrillic,
        }
    }

    fn is_near(&self, other: &Self) -> bool {
        let (shorter, longer) =
            if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        self.key == other.key
            || (!self.bare.is_empty() && self.bare == other.key)
            || (!other.bare.is_empty() && other.bare == self.key)
            || self.words.iter().map(|word| &word.key).eq(other.words.iter().map(|word| &word.key))
            || shorter.is_part_of(longer)
            || self.differs_in_kind(other)
            || self.differs_in_a_letter(other)
            || self.is_one_slip_from(other)
            || self.is_acronym_of(other)
            || other.is_acronym_of(self)
            || self.sounds_like(other)
            || (!self.guise.is_empty() && self.guise == other.guise)
            || self.is_cut_short(other)
            || self.is_translated(other)
    }

    /// Whether the names are the same word by word, some of them cut short: `Nat'l Endow. for Democracy`.
    fn is_cut_short(&self, other: &Self) -> bool {
        let pairs = || self.told.iter().zip(&other.told);
        let same = pairs().filter(|(a, b)| a.key == b.key).count();
        let cut = pairs().filter(|(a, b)| a.cuts_short(b) || b.cuts_short(a)).count();
        let count = self.told.len();
        count == other.told.len()
            && cut > 0
            && same + cut == count
            && (same > 0 && count > 1 || count > 2)
    }

    /// Whether the words mean the same in two languages. A kind of body alone does not make it.
    fn is_translated(&self, other: &Self) -> bool {
        let pairs = || self.meant.iter().zip(&other.meant);
        let is_other_word =
            |(a, b): (&Meant, &Meant)| a.1 != b.1 && a.0.is_some_and(|meaning| !meaning.is_kind());
        self.meant.len() > 1
            && self.meant.len() == other.meant.len()
            && pairs().all(|(a, b)| a.0 == b.0 && (a.0.is_some() || a.1 == b.1))
            && pairs().any(is_other_word)
    }

    /// The words that the other name has too, those that only this one has, those that only the
    /// other has.
    fn against<'v>(&'v self, other: &'v Self) -> [Vec<&'v Word>; 3] {
        let mut theirs: Vec<&Word> = other.words.iter().collect();
        let (mut both, mut own) = (Vec::new(), Vec::new());
        for word in &self.words {
            match theirs.iter().position(|other| other.key == word.key) {
                Some(at) => {
                    theirs.remove(at);
                    both.push(word);
                }
                None => own.push(word),
            }
        }
        [both, own, theirs]
    }

    /// Whether all words stand in the other name, and say enough to be it. A word for the kind of
    /// body need not, where another word tells which body it is.
    fn is_part_of(&self, longer: &Self) -> bool {
        let [both, own, more] = self.against(longer);
        let count = |words: &[&Word]| words.iter().filter(|w| w.weight >= Weight::Common).count();
        let (told, more) = (count(&both), count(&more));
        let rare = both.iter().any(|word| word.weight == Weight::Rare);
        if own.is_empty() {
            rare || (told >= 1 && more == 0) || (told >= 2 && more <= told)
        } else {
            rare && more <= 1 && own.iter().all(|word| word.weight == Weight::Kind)
        }
    }

    /// Whether the names are the same but for their kinds, or but for how far the bodies reach.
    fn differs_in_kind(&self, other: &Self) -> bool {
        let [both, own, theirs] = self.against(other);
        let only = |weight: Weight| own.iter().chain(&theirs).all(|word| word.weight <= weight);
        let rare = both.iter().any(|word| word.weight == Weight::Rare);
        let common = both.iter().any(|word| word.weight >= Weight::Common);
        let told = both.iter().filter(|word| word.weight >= Weight::Common).count();
        let places = |words: &[&Word]| words.iter().any(|word| word.weight == Weight::Place);
        (only(Weight::Kind) && (rare || (common && both.len() >= 2)))
            || (only(Weight::Place) && rare && !(places(&own) && places(&theirs)))
            // Branches of one body: `Human Rights House Tbilisi`.
            || (told >= 3 && own.len() <= 1 && theirs.len() <= 1)
    }

    /// Whether one word is spelt a little differently.
    fn differs_in_a_letter(&self, other: &Self) -> bool {
        let one: BTreeSet<&Word> = self.words.iter().collect();
        let two: BTreeSet<&Word> = other.words.iter().collect();
        let (Some(a), Some(b)) = (only(one.difference(&two)), only(two.difference(&one))) else {
            return false;
        };
        let rare = a.weight == Weight::Rare || b.weight == Weight::Rare;
        let letters = a.key.chars().count().max(b.key.chars().count());
        let slips = if letters >= 9 { 2 } else { usize::from(letters >= 5) };
        self.words.len() == other.words.len() && rare && distance(&a.key, &b.key) <= slips
    }

    /// Whether the whole names, which are of some length, differ by one letter: in a short word as in a
    /// long one, and where it parts two words. A word for a kind of body in front does not count.
    fn is_one_slip_from(&self, other: &Self) -> bool {
        let rare = |of: &Self| of.words.iter().any(|word| word.weight == Weight::Rare);
        let names = [&other.key, &other.bare];
        let slip =
            [&self.key, &self.bare].iter().any(|one| names.iter().any(|two| one_slip(one, two)));
        slip && (rare(self) || rare(other))
    }

    fn is_acronym_of(&self, other: &Self) -> bool {
        let acronym = self.acronym.as_ref().filter(|acronym| acronym.chars().count() >= 3);
        acronym.is_some_and(|acronym| other.initials.contains(acronym))
    }

    /// Whether names in two scripts, or in two languages of the Cyrillic one, sound alike.
    fn sounds_like(&self, other: &Self) -> bool {
        let letters: usize = self.sounds.iter().map(|sound| sound.chars().count()).sum();
        let least = match (self.cyrillic, other.cyrillic) {
            (true, true) => 2 * LEAST_SOUND - 3,
            (false, false) => return false,
            _ => LEAST_SOUND,
        };
        letters >= least && self.sounds == other.sounds
    }
}

/// Fewer consonants than this sound like too many other names.
const LEAST_SOUND: usize = 5;

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

/// A word that says what a body is and not which one, in front of its name.
fn is_kind(token: &Token) -> bool {
    const BODIES: [&str; 6] = [
        "организация",
        "організація",
        "арганізацыя",
        "organisation",
        "organization",
        "organisatsiya",
    ];
    let key = key(&token.lower);
    BODIES.contains(&token.lower.as_str()) || KINDS.iter().any(|kinds| kinds.contains(&key))
}

/// A word as names are compared.
fn word(token: &Token) -> Word {
    let key = key(&token.lower);
    if let Some(kind) = KINDS.iter().position(|kinds| kinds.contains(&key)) {
        // Foundations and funds are one word in the Cyrillic languages.
        let kind = if kind == 1 { 0 } else { kind };
        return Word { key: format!("#{kind}"), weight: Weight::Kind };
    }
    let shown = &token.lower;
    let weight = if REACHING.contains(&key) {
        Weight::Reach
    } else if places::named(&capital(shown)).is_some() {
        Weight::Place
    } else if COMMON_WORDS.contains(&key) || MANY.contains(&key) || key.chars().count() < 3 {
        Weight::Common
    } else {
        Weight::Rare
    };
    Word { key, weight }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}

/// The consonants of a word in Latin letters, those that one script writes for another levelled.
fn sound(word: &str) -> String {
    let latin = in_latin_letters(word);
    let mut rest = latin.as_str();
    let mut out = String::new();
    while let Some(letter) = rest.chars().next() {
        const PAIRS: [(&str, &str); 12] = [
            ("shch", "s"),
            ("sh", "s"),
            ("sch", "s"),
            ("kh", ""),
            ("ch", "s"),
            ("zh", "z"),
            ("ts", "s"),
            ("tz", "s"),
            ("ck", "k"),
            ("ph", "f"),
            ("th", "t"),
            ("ks", "x"),
        ];
        let (taken, sound) = match PAIRS.iter().find(|(pair, _)| rest.starts_with(pair)) {
            Some((pair, sound)) => (pair.len(), *sound),
            None => (
                letter.len_utf8(),
                match letter {
                    'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | 'w' | 'h' => "",
                    'c' if rest[1..].starts_with(['e', 'i', 'y']) => "s",
                    'c' | 'q' => "k",
                    _ => &rest[..letter.len_utf8()],
                },
            ),
        };
        if !out.ends_with(sound) || sound.is_empty() {
            out.push_str(sound);
        }
        rest = &rest[taken..];
    }
    out
}

/// The fewest letters of a name in which one letter more, less or otherwise is a slip: of shorter names
/// too many are other names.
const SLIP_LEAST: usize = 10;

/// Whether one letter is changed, added, left out or swapped with its neighbour. Another digit makes
/// another name.
fn one_slip(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8());
    let front = same.sum::<usize>();
    let (a_rest, b_rest) = (&a[front..], &b[front..]);
    let ends = a_rest.chars().rev().zip(b_rest.chars().rev());
    let back = ends.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    let (a_rest, b_rest) = (&a_rest[..a_rest.len() - back], &b_rest[..b_rest.len() - back]);
    let (mut own, mut other) = (a_rest.chars(), b_rest.chars());
    let slip = match [own.next(), own.next(), other.next(), other.next()] {
        [Some(one), None, None, None] | [None, None, Some(one), None] => !one.is_numeric(),
        [Some(one), None, Some(two), None] => !one.is_numeric() && !two.is_numeric(),
        [Some(a), Some(b), Some(c), Some(d)] => {
            a == d && b == c && own.next().is_none() && other.next().is_none() && !a.is_numeric()
        }
        _ => false,
    };
    slip && a.chars().count().max(b.chars().count()) >= SLIP_LEAST
}

/// Letters to be changed, added, left out or swapped with their neighbour to get from one word to
/// the other.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut fewest = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                fewest = fewest.min(before[j - 2] + 1);
            }
            row.push(fewest);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Likeness, likeness, name_key, names_in};
    use Likeness::{Different, Near, Same};
    use proptest::prelude::*;

    fn check(wanted: Likeness, pairs: &[(&str, &str)]) {
        let wrong: Vec<String> = pairs
            .iter()
            .flat_map(|(a, b)| [(a, b), (b, a)])
            .map(|(a, b)| (a, b, likeness(a, b)))
            .filter(|(_, _, got)| *got != wanted)
            .map(|(a, b, got)| {
                format!("{a} | {b}: {got:?}, keys {} | {}", name_key(a), name_key(b))
            })
            .collect();
        assert!(wrong.is_empty(), "wanted {wanted:?}\n{}", wrong.join("\n"));
    }

    #[test]
    fn one_name_written_in_two_ways_is_the_same() {
        check(
            Same,
            &[
                ("The National Endowment for Democracy (NED)", "National Endowment for Democracy"),
                ("National Endowment for Democracy.", "NATIONAL ENDOWMENT FOR DEMOCRACY, Inc."),
                ("Nаtiоnal Еndowment for Democracy", "National Endowment for Democracy"),
                (
                    "National\u{200b} Endow\u{ad}ment for Democracy",
                    "National Endowment for Democracy",
                ),
                ("National-Endowment for Democracy Ltd", "National Endowment for Democracy"),
                ("Transparеncy International", "Transparency International"),
                ("Heinrich-Böll-Stiftung", "Heinrich Boell Stiftung e. V."),
                ("Heinrich-Bo\u{308}ll-Stiftung", "Heinrich-Böll-Stiftung e.V."),
                (
                    "German Marshall Fund of the United States (GMF)",
                    "The German Marshall Fund of the United States",
                ),
                ("Open Society Foundations (OSF)", "open society foundations"),
                ("OpenSociety Foundations", "Open-Society Foundations"),
                ("Stichting Bellingcat", "Bellingcat Ltd."),
                ("The Stichting Bellingcat", "Stichting Bellingcat"),
                ("ООО Ромашка", "«Ромашка»"),
                ("ГО «Пам’ять і Кузня»", "Памʼять і Кузня"),
                ("ГРОМАДСЬКА ОРГАНІЗАЦІЯ «ВIЛЬНИЙ IДЕЛЬ-УРАЛ»", "Вільний Ідель-Урал"),
                ("UAB Vilniaus Varpas", "Vilniaus Varpas"),
                ("Člověk v tísni, o.p.s.", "Clovek v tisni"),
                ("Limited liability company (SIA) «Medusa Project»", "Medusa Project"),
                ("Conflict Intelligence Team, CIT", "Conflict Intelligence Team"),
                ("Bread & Roses", "Bread and Roses"),
                ("Ｏｐｅｎ Doors", "Open Doors"),
                ("Nati0nal End0wment for Dem0cracy", "National Endowment for Democracy"),
                ("Freed0m H0use", "Freedom House"),
                ("Елка Пресс", "Ёлка-пресс"),
            ],
        );
    }

    #[test]
    fn what_may_be_the_same_body_is_near() {
        check(
            Near,
            &[
                ("Open Society Foundation", "Open Society Foundations"),
                ("Open Society Institute", "Open Society Foundations"),
                ("Open Society", "Open Society Foundations"),
                (
                    "Heinrich-Böll-Stiftung",
                    "Heinrich Boell Foundation (Heinrich-Böll-Stiftung e.V.)",
                ),
                ("Heinrich-Böll-Stiftung", "Heinrich Böll Foundation"),
                ("Heinrich Boll Stiftung", "Heinrich-Böll-Stiftung"),
                ("German Marshall Fund", "German Marshall Fund of the United States"),
                ("NED", "National Endowment for Democracy"),
                ("CSIS", "Center for Strategic and International Studies"),
                (
                    "National Endowment for Democracy",
                    "«Национальный фонд в поддержку демократии» (The National Endowment for Democracy)",
                ),
                ("Freedom House", "Freedom House, Inc. («Фридом Хаус») (США)"),
                ("Freedom House", "Фридом Хаус"),
                ("Freedom House", "Freedom House Ukraine"),
                ("Новая газета", "Novaya Gazeta"),
                ("Беллингкэт", "Bellingcat"),
                ("Belingcat", "Bellingcat"),
                ("Human Rights House Foundation", "Human Rights House Tbilisi"),
                ("Greenpeace", "Greenpeace International"),
                ("Greenpeace Deutschland", "Greenpeace International"),
                ("Memorial", "International Memorial"),
                ("Radio Liberty", "Radio Free Europe/Radio Liberty (RFE/RL)"),
                ("Sakharov Centre", "The Andrei Sakharov Foundation"),
                ("Robert Bosch Stiftung", "Robert Bosch Foundation"),
                ("Democracy Institute National", "National Institute for Democracy"),
                ("Friedrich Naumann Foundation", "Friedrich-Naumann-Stiftung für die Freiheit"),
                ("Фонд імені Генріха Бьолля", "Фонд имени Генриха Бёлля"),
                ("Prague Civil Society Centre", "Prague Civil Society Center"),
                ("Фридом Хауз", "Freedom House, Inc. («Фридом Хаус») (США)"),
                ("Фридом Хас", "Фридом Хаус"),
                ("Фридом Хуас", "Фридом Хаус"),
                ("Фри дом Хауз", "Фридом Хаус"),
                ("Организация «Ворлд Вайлд Фонд»", "Ворлд Вайлд Фонд"),
                ("Организация «Ворлд Вайд Фонд»", "Ворлд Вайлд Фонд"),
                ("Фонд «Чистая Рика»", "«Чистая река»"),
                ("Organisation Blue Elm House", "Blue Eln House"),
                ("Организация «Эхо»", "Эхо"),
                ("Nat'l Endowment for Democracy", "National Endowment for Democracy"),
                ("Nat. Endow. for Democracy", "The National Endowment for Democracy (NED)"),
                ("Natl Endowment for Democr.", "National Endowment for Democracy"),
                ("Open Soc. Fdn", "Open Society Foundation"),
                ("0pen 5ociety Foundat1ons", "Open Society Foundations"),
                ("N@tional Endowment for Democr@cy", "National Endowment for Democracy"),
                ("Nαtional Εndowmεnt for Democracy", "National Endowment for Democracy"),
                ("Frεεdom Hουse", "Freedom House"),
                ("Fonds National pour la Démocratie", "National Endowment for Democracy"),
                ("Europäische Stiftung für Demokratie", "European Endowment for Democracy"),
                ("Fundusz na rzecz Demokracji Europejski", "European Fund for Democracy"),
                ("Reporters sans frontières", "Reporters Without Borders"),
                ("Reporter ohne Grenzen", "Репортеры без границ"),
                ("Дом свободы", "Freedom House"),
                ("Фонд «Открытое общество»", "Open Society Foundation"),
            ],
        );
    }

    #[test]
    fn words_that_many_bodies_have_do_not_make_two_of_them_near() {
        check(
            Different,
            &[
                ("European Endowment for Democracy", "National Endowment for Democracy"),
                ("Fund for Culture", "Fund for Peace"),
                ("Fund for Culture", "Culture Fund of Oslo Harbour"),
                ("Foundation for Democratic Development", "Democracy Fund"),
                ("Peace Foundation", "Institute for Peace"),
                ("Ukrainian Cultural Foundation", "Polish Cultural Foundation"),
                ("Norwegian Helsinki Committee", "Bulgarian Helsinki Committee"),
                ("Human Rights Fund", "Human Rights House Foundation of Crimea and Yerevan"),
                ("European Union", "Delegation of the European Union to Ukraine"),
                ("United States", "German Marshall Fund of the United States"),
                ("Heinrich-Böll-Stiftung", "Friedrich-Ebert-Stiftung"),
                ("Transparency International", "Amnesty International"),
                ("Transparency International (UK)", "Amnesty International (UK)"),
                ("The Insider", "Business Insider"),
                ("Фонд культуры", "Фонд кино"),
                ("Article 19", "Article 18"),
                ("Election Watch 2019", "Election Watch 2018"),
                ("Elm House", "Elk House"),
                ("Организация «Ольха»", "Организация «Осина»"),
                ("Foundation for Peace", "Institute for Peace"),
                ("OSF", "Open Media Fund"),
                ("Fonds für Kultur", "Peace Fund"),
                ("Stiftung für Frieden", "Foundation for Freedom"),
                ("Europäische Stiftung für Demokratie", "National Endowment for Democracy"),
                ("Art House", "Article House of Mirrors"),
                ("Channel 4", "Channel A"),
                ("Med House", "Mud House"),
                ("", ""),
                ("…", "?"),
            ],
        );
    }

    #[test]
    fn an_entry_of_a_register_holds_several_names() {
        for (entry, names) in [
            (
                "«Национальный фонд в поддержку демократии» (The National Endowment for Democracy)",
                vec![
                    "Национальный фонд в поддержку демократии",
                    "The National Endowment for Democracy",
                ],
            ),
            (
                "Heinrich-Böll-Stiftung e.V. (Heinrich Böll Stiftung, «Фонд имени Генриха Бёлля») (Германия)",
                vec![
                    "Heinrich-Böll-Stiftung e.V.",
                    "Heinrich Böll Stiftung",
                    "Фонд имени Генриха Бёлля",
                ],
            ),
            (
                "European Endowment for Democracy («Европейский фонд за демократию», «Европейский фонд в поддержку демократии») (Королевство Бельгия)",
                vec![
                    "European Endowment for Democracy",
                    "Европейский фонд за демократию",
                    "Европейский фонд в поддержку демократии",
                ],
            ),
            (
                "Khodorkovsky Foundation («Фонд Ходорковского»), Великобритания",
                vec!["Khodorkovsky Foundation", "Фонд Ходорковского"],
            ),
            (
                "MEDIA DEVELOPMENT INVESTMENT FUND, Inc.",
                vec!["MEDIA DEVELOPMENT INVESTMENT FUND, Inc."],
            ),
            (
                "\"Европейская Платформа за Демократические Выборы\" European Platform for Democratic Elections (EPDE)",
                vec![
                    "European Platform for Democratic Elections",
                    "Европейская Платформа за Демократические Выборы",
                    "EPDE",
                ],
            ),
            (
                "«Канадский украинский конгресс», «Конгресс украинцев Канады» (Ukrainian Canadian Congress), Канада",
                vec![
                    "Канадский украинский конгресс",
                    "Конгресс украинцев Канады",
                    "Ukrainian Canadian Congress",
                ],
            ),
            (
                "Institute for Peace, Democracy and Development",
                vec!["Institute for Peace, Democracy and Development"],
            ),
            ("Stichting Bellingcat (Нидерланды)", vec!["Stichting Bellingcat"]),
            ("(США)", vec![]),
        ] {
            assert_eq!(names_in(entry), names, "{entry}");
        }
    }

    proptest! {
        #[test]
        fn names_are_the_same_when_their_keys_are(a in "[A-Za-zА-Яа-яІі .,()«»-]{0,24}", b in "[A-Za-zА-Я (),]{0,24}") {
            let keys = (name_key(&a), name_key(&b));
            let same = !keys.0.is_empty() && keys.0 == keys.1;
            prop_assert_eq!(likeness(&a, &b) == Same, same);
            prop_assert_eq!(likeness(&a, &b), likeness(&b, &a));
            prop_assert_eq!(likeness(&a, &a) == Same, !keys.0.is_empty());
        }

        #[test]
        fn ways_of_writing_do_not_count(name in "[A-Z][a-z]{2,8}( [A-Z][a-z]{3,8}){1,3}") {
            for written in [
                format!("The {name}"),
                format!("{name}."),
                format!("{name} Ltd"),
                format!("{name}, Inc."),
                name.replace(' ', "-"),
                name.to_uppercase(),
                name.replace('e', "e\u{200b}"),
            ] {
                prop_assert_eq!(likeness(&written, &name), Same, "{}", written);
            }
            let other_letters = name.replace('a', "а").replace('o', "о");
            prop_assert_ne!(likeness(&other_letters, &name), Different, "{}", other_letters);
        }
    }
}
