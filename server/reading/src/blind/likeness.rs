//! Whether two names are of one body, compared as the masker compares names.
//!
//! One donor is written in many ways: `The National Endowment for Democracy (NED)`, `National
//! Endowment for Democracy, Inc.`, with a hyphen or without, with letters of another script that
//! look the same. All of these have one [`name_key`] and are the [`Likeness::Same`]. What a person
//! should look at, because it may well be the same body, is [`Likeness::Near`]: a part of the name,
//! another legal form, a translation, words cut short (`Nat'l`), digits and letters of another script
//! in place of those they resemble, a slip of the keyboard, an acronym. Words that many bodies have in
//! common do not make two of them near.

mod data;

use std::{collections::BTreeSet, sync::LazyLock};

use domain::fold::{is_invisible, shape, skeleton};
use rustc_hash::FxHashSet;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use data::{LEGAL, MANY_HAVE, OFFICES, REACH, READ_AS};

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
        names.extend(readings(name));
        let offices: Vec<String> = names.iter().filter_map(|name| without_office(name)).collect();
        names.extend(offices);
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
    let pieces = plain.split_inclusive(parts);
    let pieces = pieces
        .map(|piece| (piece.trim_matches(|c| parts(c) || c == '\''), piece.ends_with('.')))
        .filter(|(word, _)| word.chars().any(char::is_alphanumeric));
    // Letters that stand alone are one word: `N.E.D.`, `e. V.`, `F r e e d o m`.
    let mut words: Vec<(String, bool)> = Vec::new();
    let mut spelled = false;
    for (word, stop) in pieces {
        let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        match words.last_mut() {
            Some((last, _)) if single && spelled => last.push_str(word),
            _ => words.push((word.to_owned(), stop && !single)),
        }
        spelled = single;
    }
    words
        .into_iter()
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

/// The letter that a digit, a sign or a letter of another script is read as in a word.
fn read_as(c: char, one: char) -> char {
    if matches!(c, '1' | '!' | '|') {
        return one;
    }
    match READ_AS.iter().find(|(signs, _)| signs.contains(c)) {
        Some((_, letter)) => *letter,
        None if c.is_ascii() || is_cyrillic(c) || !c.is_alphabetic() => c,
        // A letter of another script, as the letter that it is drawn like (UTS #39).
        None => drawn_like(c),
    }
}

/// The Latin letter that a letter is drawn like, or itself.
fn drawn_like(letter: char) -> char {
    let drawn = shape(letter.encode_utf8(&mut [0; 4]));
    let mut drawn = drawn.chars();
    match (drawn.next(), drawn.next()) {
        (Some(one), None) if one.is_ascii_alphabetic() => one,
        _ => letter,
    }
}

/// What a word looks like when digits and letters of other scripts are read as the letters they
/// resemble, marks are left out, and `i`, `l` and `1` are one. A number stays a number.
fn guise(word: &str) -> String {
    let bare: String = word.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let read: String = if bare.chars().any(char::is_alphabetic) {
        bare.chars().map(|c| read_as(c, 'l')).collect()
    } else {
        bare
    };
    shape(&read).replace('i', "l")
}

/// The name as somebody may read it who takes digits, signs and strange letters for the letters that
/// they resemble, in words that have letters: `N@tional`, `0pen`. Empty where there is nothing of the
/// kind.
fn readings(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let is_inside = |at: usize| {
        let touches = |at: Option<usize>| {
            at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphabetic())
        };
        touches(at.checked_sub(1)) || touches(Some(at + 1))
    };
    let mut found = Vec::new();
    for one in ['i', 'l'] {
        let read = |(at, c): (usize, &char)| match c {
            letter if letter.is_alphabetic() || is_inside(at) => read_as(*letter, one),
            other => *other,
        };
        let read: String = letters.iter().enumerate().map(read).collect();
        if read != name && !found.contains(&read) {
            found.push(read);
        }
    }
    // What is marked to be read from the right is drawn so.
    if name.contains(['\u{202e}', '\u{2067}']) {
        found.push(name.chars().rev().filter(|c| !is_invisible(*c)).collect());
    }
    found
}

/// The name without places and words for an office behind it: `Open Society Foundations – London`,
/// `Freedom House, office in Berlin`.
fn without_office(name: &str) -> Option<String> {
    let parts = |c: char| !c.is_alphanumeric() && !is_combining_mark(c);
    // Each with where it begins, in bytes.
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for piece in name.split_inclusive(parts) {
        let word = piece.trim_end_matches(parts);
        if !word.is_empty() {
            words.push((at, word));
        }
        at += piece.len();
    }
    let all = words.len();
    while let Some(taken) = of_office(name, &words) {
        words.truncate(words.len() - taken);
        // What leads to the place: `in`, `of the`.
        while words.len() > 1
            && words.last().is_some_and(|(_, word)| is_small(&word.to_lowercase()))
        {
            words.pop();
        }
    }
    let end = words.last().map(|(start, word)| start + word.len())?;
    let left = name.get(..end)?;
    (words.len() < all && is_name(left)).then(|| left.to_owned())
}

/// How many of the last words say where a body has an office; `None` where none does.
fn of_office(name: &str, words: &[(usize, &str)]) -> Option<usize> {
    let is_office =
        |(_, word): &&(usize, &str)| OFFICES.split(' ').any(|office| office == word.to_lowercase());
    let (start, last) = words.last()?;
    let is_place = |count: &usize| {
        let from = words.len().checked_sub(*count).and_then(|at| words.get(at));
        let place = from.and_then(|(from, _)| name.get(*from..start + last.len()));
        *count < words.len() && place.is_some_and(|place| places::named(place).is_some())
    };
    // `Office Berlin`, `office in Berlin`, whichever town it is.
    let before =
        || words.len() > 2 && words.iter().rev().skip(1).take(2).any(|one| is_office(&one));
    if words.last().is_some_and(|one| is_office(&one)) {
        return Some(1);
    }
    [3, 2, 1].into_iter().find(is_place).or_else(|| before().then_some(1))
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
    /// All its words, articles and legal forms too, as they look.
    whole: String,
    /// What the whole and the name could be read as; see [`guise`].
    guises: [String; 2],
    /// Its words that are not small, as they are written.
    told: Vec<Told>,
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
    weight: Weight,
    /// Which kind of body it names.
    kind: Option<String>,
    /// What it means in any language.
    meaning: Option<Meaning>,
    /// How it sounds; see [`sound`].
    sound: String,
}

/// A word of fewer consonants sounds like too many others.
const LEAST_WORD: usize = 3;

impl Told {
    fn of(token: &Token) -> Self {
        let (lower, Word { key: known, weight }) = (token.lower.clone(), word(token));
        Self {
            key: key(&lower),
            cut: token.cut,
            weight,
            kind: (weight == Weight::Kind).then_some(known),
            meaning: meaning(&lower),
            sound: sound(&lower),
            lower,
        }
    }

    /// Whether two words mean the same, or are one name in two spellings.
    fn is_like(&self, other: &Self) -> bool {
        match (self.meaning, other.meaning) {
            (Some(one), Some(two)) => one == two,
            (None, None) => {
                self.key == other.key
                    || (self.sound.len() >= LEAST_WORD && self.sound == other.sound)
                    || (self.key.chars().count() >= 5 && distance(&self.key, &other.key) <= 1)
            }
            _ => false,
        }
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

static REACHING: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| REACH.split(' ').map(|word| key(&lower(word))).collect());

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
        let mut told: Vec<Told> = telling.iter().map(|token| Told::of(token)).collect();
        if is_place(name) {
            for weight in words.iter_mut().map(|word| &mut word.weight) {
                *weight = Weight::Place;
            }
            for weight in told.iter_mut().map(|word| &mut word.weight) {
                *weight = Weight::Place;
            }
        }
        words.sort_unstable();
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
            whole: all.iter().map(|token| token.alike.as_str()).collect(),
            guises: [
                all.iter().map(|token| token.guise.as_str()).collect(),
                kept.iter().filter(|token| !is_article(token)).map(|t| t.guise.as_str()).collect(),
            ],
            told,
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
        [&self.whole, &self.key].iter().any(|one| **one == other.whole || **one == other.key)
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
            || self.guises.iter().any(|one| !one.is_empty() && other.guises.contains(one))
            || shorter.is_named_in(longer)
            || self.is_misspelt(other)
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

    /// The words that say something in a translation: `in support of democracy` is `for democracy`.
    fn meant(&self) -> Vec<&Told> {
        let helps = |word: &&Told| word.meaning.is_some_and(Meaning::is_support);
        let all = self.told.iter();
        if self.told.len() > 2 { all.filter(|word| !helps(word)).collect() } else { all.collect() }
    }

    /// Whether the words mean the same in two languages, or sound alike. A kind of body alone does not
    /// make it.
    fn is_translated(&self, other: &Self) -> bool {
        let (own, mut left) = (self.meant(), other.meant());
        if own.len() < 2 || own.len() != left.len() {
            return false;
        }
        let mut another = false;
        for one in own {
            let Some(at) = left.iter().position(|two| one.is_like(two)) else { return false };
            let two = left.remove(at);
            let says = one.meaning.is_none_or(|meaning| !meaning.is_kind());
            another |= one.key != two.key && says;
        }
        another
    }

    /// Whether the whole name stands in the other one, word for word: `Nordic Fund, regranting Open
    /// Society Foundations`.
    fn is_named_in(&self, longer: &Self) -> bool {
        let says = |word: &Told| word.weight >= Weight::Common;
        let told = self.told.iter().filter(|word| says(word)).count();
        let rare = self.told.iter().any(|word| word.weight == Weight::Rare);
        let enough =
            self.told.len() >= 3 && told >= 1 || self.told.len() >= 2 && (rare || told >= 2);
        enough
            && longer
                .told
                .windows(self.told.len())
                .any(|part| part.iter().zip(&self.told).all(|(one, two)| one.key == two.key))
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

    /// Whether the names are the same word by word, most of them at least nearly.
    fn is_misspelt(&self, other: &Self) -> bool {
        let pairs = || self.told.iter().zip(&other.told);
        let letters: usize = self.told.iter().map(|word| word.lower.chars().count()).sum();
        let is_same =
            |(a, b): &(&Told, &Told)| a.key == b.key || a.kind.is_some() && a.kind == b.kind;
        let is_slip = |(a, b): &(&Told, &Told)| {
            let numeric = |word: &Told| word.lower.chars().any(char::is_numeric);
            let least = a.lower.chars().count().min(b.lower.chars().count());
            let slips = if least >= 9 { 2 } else { usize::from(least >= 4) };
            !numeric(a) && !numeric(b) && distance(&a.lower, &b.lower) <= slips
        };
        let slips = pairs().filter(|pair| !is_same(pair)).count();
        self.told.len() == other.told.len()
            && self.told.len() >= 2
            && letters >= SLIP_LEAST
            && (1..=2).contains(&slips)
            && slips < self.told.len()
            && pairs().all(|pair| is_same(&pair) || is_slip(&pair))
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

/// The same for one letter more or less.
const SLIP_LEAST_ONE: usize = 6;

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
    let letters = a.chars().count().max(b.chars().count());
    let slip = match [own.next(), own.next(), other.next(), other.next()] {
        [Some(one), None, None, None] | [None, None, Some(one), None] => {
            return !one.is_numeric() && letters >= SLIP_LEAST_ONE;
        }
        [Some(one), None, Some(two), None] => !one.is_numeric() && !two.is_numeric(),
        [Some(a), Some(b), Some(c), Some(d)] => {
            a == d && b == c && own.next().is_none() && other.next().is_none() && !a.is_numeric()
        }
        _ => false,
    };
    slip && letters >= SLIP_LEAST
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
mod tests;
