//! Numbers and money as people write them.
//!
//! One reader for files, for the texts of calls and for forms. Numbers come with thousands parted by
//! spaces of every width, by apostrophes and what is typed for them, by points, commas, underscores
//! or in the Indian way; they are rewritten in plain figures first ([`in_figures`]), so that no
//! pattern has to know of separators. A number that can be read in two ways stays visible as a
//! doubtful one: it is never read as its first group, because a limit of 10 euros instead of 10,000
//! would block everybody.

use std::sync::LazyLock;

use regex::Regex;

use crate::{Currency, Money};

/// What is known of the way a text writes numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Writing {
    /// The sign that parts thousands, where all numbers of the source are written that way.
    pub thousands: Option<char>,
}

/// Stands inside a number that cannot be read for certain.
const DOUBT: char = '\u{fffd}';

/// A number in plain figures, doubtful ones included, as a pattern for texts from [`in_figures`].
pub const NUMBER: &str = r"[0-9]+(?:\.[0-9]+|\x{fffd}[0-9]*)*";

/// What multiplies the number before it, as a pattern.
pub const SCALE: &str = r"(?:(?:hundred thousand|hundred|thousand|k|тисяч\p{L}*|тысяч\p{L}*|тис|тыс|Tausend|Tsd|tys|lakhs?|crores?|million(?:en|s)?|mln|mill|mio|mn|mm|m|млн|мільйон\p{L}*|миллион\p{L}*|мільён\p{L}*|billions?|bn|млрд|мільярд\p{L}*|миллиард\p{L}*|Milliarden?|Mrd|trillions?)\b\.?)";

/// Signs, names and codes of currencies, as a pattern; [`currency_of`] tells which it is.
pub const CURRENCY: &str = r"(?:\b(?:US|CA|AU|NZ|HK|MX|C|A|S|R)\$|USD\s?\$|\$\s?USD|\$|€|£|₴|₽|₾|₹|¥|zł\b|Kč|euros?\b|євро|евро|еўра|US dollars?\b|(?:Canadian|Australian|New Zealand) dollars?\b|dollars?\b|дол[ао]р\p{L}*(?: США)?|доллар\p{L}*(?: США)?|даляр\p{L}*(?: ЗША)?|British pounds?\b|pounds? sterling\b|фунт\p{L}*(?: стерлінгів| стерлингов| стэрлінгаў)?|грн\b\.?|гр[иы][вў]\p{L}+|hryvnias?\b|(?:російськ|российск|расійск|білоруськ|белорусск|беларуск)\p{L}+ рубл\p{L}*|рубл\p{L}*|лар[іи]\b|тенге\b|злот\p{L}+|złot\p{L}+|(?:Swiss|Schweizer) (?:francs?|Franken)\b|Franken\b|швейцарск\p{L}+ франк\p{L}*|kr\b\.?|kronor\b|kroner\b|крон\p{L}*|rupees?\b|Rs\b\.?|TEUR\b|kEUR\b|T€|(?:EUR|USD|GBP|UAH|CAD|AUD|NZD|HKD|SGD|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|RSD|GEL|AMD|AZN|MDL|BYN|KZT|KGS|UZS|TJS|RUB|ILS|JPY|INR)\b|(?-i:TRY)\b)";

static SCALE_NEXT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"(?i)^\s*{SCALE}")).ok());
static CURRENCY_NEXT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!("(?i)^{CURRENCY}")).ok());
/// What follows a number that is only the first group of one, parted in a way nobody knows: by another
/// sign, by markup that was left, by letters for zeros; or one whose scale stands in brackets.
static CUT_OFF: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)^(?:\s{{0,2}}[^\p{{L}}\p{{N}}\s]{{1,2}}\s{{0,2}}0[0-9]{{2}}(?:[^0-9]|$)|[^\x00-\x7f\p{{L}}\p{{N}}\s–—−…»”’€£₴₽₾]\s?[0-9]{{3}}(?:[^0-9]|$)|(?:&#?\w{{1,8}};)+\s?[0-9]|(?:<[^>]{{1,16}}>\s?)+[0-9]|\\u[0-9a-f]{{4}}[0-9]|\s?[oо]{{3}}\b|\s?(?:\+|\()\s?{SCALE})"
    ))
    .ok()
});
/// Another dollar than that of the United States.
static OTHER_DOLLAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:cad|aud|nzd|hkd|sgd)\b|\b(?:canad|austral|канад|австрал|аўстрал)").ok()
});
static ALONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)^\s*(?P<before>{CURRENCY})?\s*(?P<number>{NUMBER})\s*(?P<scale>{SCALE})?\s*(?P<after>{CURRENCY})?\s*$"
    ))
    .ok()
});

/// What parts two runs of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// A space of any width.
    Space,
    /// Several spaces, or the end of a line: both may also stand between two numbers.
    Wide,
    /// An apostrophe, or what is typed for one.
    Quote,
    /// A point, comma, middle dot or underscore.
    Mark(char),
    /// A point or comma, and a space after it.
    MarkAndSpace,
}

impl Sign {
    /// Whether both part thousands in the same way.
    fn is_like(self, other: Self) -> bool {
        let plain = |sign| if sign == Self::Wide { Self::Space } else { sign };
        plain(self) == plain(other)
    }
}

/// Digits with the sign before them.
type Group = (Sign, String);

/// A run of digits and signs that is one number, or was meant as one.
#[derive(Debug)]
struct Run {
    first: String,
    groups: Vec<Group>,
    /// Its length in characters.
    length: usize,
    /// What follows makes its value doubtful.
    doubtful: bool,
    /// A word such as “million” follows.
    scaled: bool,
}

fn is_shapeless(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_quote(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '‛' | '´' | '`' | '′' | 'ʼ' | 'ʹ' | 'ʻ' | 'ˊ' | 'ˈ' | '՚' | '＇')
}

/// A point, comma or other sign as one of few.
fn mark(c: char) -> Option<char> {
    Some(match c {
        '.' | '．' => '.',
        ',' | '，' | '٫' => ',',
        '·' | '∙' | '˙' | '⋅' | '‧' => '·',
        '_' | '٬' => '_',
        _ => return None,
    })
}

/// A digit of the scripts in which the five languages and their neighbours write numbers.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '０'..='９' => '０',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

fn digits(chars: &[char]) -> String {
    chars.iter().map_while(|c| digit(*c)).collect()
}

/// The sign at the beginning, and how many characters it takes; `None` where no digit follows.
fn sign(chars: &[char]) -> Option<(Sign, usize)> {
    let is_space = |c: &char| c.is_whitespace() || is_shapeless(*c);
    let spaces = chars.iter().take_while(|c| is_space(c)).count();
    let visible = chars[..spaces].iter().filter(|c| !is_shapeless(**c)).count();
    let follows = |at: usize| chars.get(at).is_some_and(|c| digit(*c).is_some());
    if visible > 0 {
        let broken = chars[..spaces].iter().any(|c| matches!(c, '\n' | '\r' | '\t' | '\u{2028}'));
        let sign = if broken || visible > 1 { Sign::Wide } else { Sign::Space };
        return follows(spaces).then_some((sign, spaces));
    }
    let c = *chars.get(spaces)?;
    let at = spaces + 1;
    if is_quote(c) {
        return follows(at).then_some((Sign::Quote, at));
    }
    let mark = mark(c)?;
    if follows(at) {
        return Some((Sign::Mark(mark), at));
    }
    let gap = chars[at..].iter().take_while(|c| is_space(c)).count();
    (gap > 0 && follows(at + gap)).then_some((Sign::MarkAndSpace, at + gap))
}

/// Whether digits after a sign belong to the number before it, or were meant to.
fn belongs(first: &str, groups: &[Group], sign: Sign, next: &str) -> bool {
    // No number of its own begins with a zero and goes on.
    let bare_zero = next.len() > 1 && next.starts_with('0');
    let has_decimals =
        matches!(groups.last(), Some((Sign::Mark('.' | ','), last)) if last.len() != 3);
    match sign {
        Sign::Mark(_) | Sign::Quote => true,
        Sign::MarkAndSpace => next == "000",
        Sign::Space if has_decimals => bare_zero && next.len() == 3,
        Sign::Space => next.len() == 3 || (bare_zero && first.len() <= 3),
        Sign::Wide => next.len() == 3 && (next == "000" || (first.len() <= 3 && !has_decimals)),
    }
}

impl Run {
    /// The number that begins with the first character, a digit.
    fn at(chars: &[char]) -> Self {
        let first = digits(chars);
        let mut length = first.chars().count();
        let mut groups: Vec<Group> = Vec::new();
        while let Some((sign, skipped)) = chars.get(length..).and_then(sign) {
            let next = digits(&chars[length + skipped..]);
            if !belongs(&first, &groups, sign, &next) {
                break;
            }
            length += skipped + next.chars().count();
            groups.push((sign, next));
        }
        // `10'000.–` and `60.000,-` have no decimals.
        let tail: Vec<char> = chars[length..].iter().copied().take(4).collect();
        if let [point, dash, rest @ ..] = tail.as_slice()
            && matches!(point, '.' | ',')
            && is_dash(*dash)
        {
            let dashes = 1 + rest.iter().take_while(|c| is_dash(**c)).count();
            let goes_on = rest.get(dashes - 1).is_some_and(|c| digit(*c).is_some());
            length += if goes_on { 0 } else { 1 + dashes };
        }
        let rest: String = chars[length..].iter().take(32).collect();
        let fits = |pattern: &LazyLock<Option<Regex>>| {
            pattern.as_ref().is_some_and(|pattern| pattern.is_match(&rest))
        };
        let scaled = fits(&SCALE_NEXT);
        // `5½`, or letters that are neither a scale nor a currency: `10x`.
        let next = rest.chars().next();
        let glued = next.is_some_and(|c| c.is_alphabetic() || "½¼¾⅓⅔⅛".contains(c));
        let doubtful = (glued && !scaled && !fits(&CURRENCY_NEXT)) || fits(&CUT_OFF);
        Self { first, groups, length, doubtful, scaled }
    }

    /// The groups of thousands and the decimals.
    fn parted(&self) -> (&[Group], Option<&Group>) {
        match self.groups.split_last() {
            Some((last, rest))
                if matches!(last.0, Sign::Mark('.' | ',')) && (1..=2).contains(&last.1.len()) =>
            {
                (rest, Some(last))
            }
            _ => (&self.groups, None),
        }
    }

    /// The sign that parts its thousands beyond doubt, if a point or a comma does.
    fn proves(&self) -> Option<char> {
        let (groups, decimals) = self.parted();
        let (Sign::Mark(sign), only) = groups.first()? else { return None };
        let shown = groups.len() > 1 || decimals.is_some() || only == "000";
        (shown && self.value(&[*sign]).is_some()).then_some(*sign)
    }

    /// Its value in plain figures, with the point and comma known to part thousands; `None` where
    /// it can be read in two ways or none.
    fn value(&self, thousands: &[char]) -> Option<String> {
        if self.doubtful {
            return None;
        }
        let (groups, decimals) = self.parted();
        let whole = match groups.first() {
            None => self.first.clone(),
            Some((sign, only)) => {
                let alike = groups.iter().all(|(other, _)| other.is_like(*sign));
                let apart = decimals.is_none_or(|(other, _)| !other.is_like(*sign));
                let lead = (1..=3).contains(&self.first.len()) && !self.first.starts_with('0');
                let threes = groups.iter().all(|(_, group)| group.len() == 3);
                let certain = match sign {
                    Sign::Mark(mark @ ('.' | ',')) => {
                        let shown = groups.len() > 1 || decimals.is_some() || only == "000";
                        // `1.500 million` looks like a decimal after all.
                        let decimal_look = self.scaled && groups.len() == 1 && decimals.is_none();
                        (shown || thousands.contains(mark)) && !decimal_look
                    }
                    Sign::MarkAndSpace => false,
                    _ => groups.iter().all(|(sign, group)| *sign != Sign::Wide || group == "000"),
                };
                let sound = alike && apart && lead && certain && (threes || self.is_indian(groups));
                if !sound {
                    return None;
                }
                groups.iter().fold(self.first.clone(), |whole, (_, group)| whole + group)
            }
        };
        Some(match decimals {
            None => whole,
            Some((_, decimals)) => format!("{whole}.{decimals}"),
        })
    }

    /// `10,00,000`: pairs before the last three.
    fn is_indian(&self, groups: &[Group]) -> bool {
        groups.split_last().is_some_and(|((sign, last), pairs)| {
            *sign == Sign::Mark(',')
                && last.len() == 3
                && !pairs.is_empty()
                && pairs.iter().all(|(_, pair)| pair.len() == 2)
                && self.first.len() <= 2
        })
    }

    /// It as it stands in a text of plain figures.
    fn rewritten(&self, thousands: &[char]) -> String {
        self.value(thousands).unwrap_or_else(|| {
            let groups = self.groups.iter().map(|(_, group)| group.as_str());
            let all: Vec<&str> = std::iter::once(self.first.as_str()).chain(groups).collect();
            let mut shown = all.join(&DOUBT.to_string());
            if all.len() == 1 {
                shown.push(DOUBT);
            }
            shown
        })
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '−')
}

/// A text cut into numbers and what stands between them.
fn runs(chars: &[char]) -> Vec<(usize, Run)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        if digit(*c).is_some() {
            let run = Run::at(&chars[at..]);
            let length = run.length.max(1);
            found.push((at, run));
            at += length;
        } else {
            at += 1;
        }
    }
    found
}

/// A text with all its numbers in plain figures: `CHF 10’000.–` becomes `CHF 10000`, `12,50 €`
/// becomes `12.50 €`. Numbers that leave a doubt are marked, so that they are found by [`NUMBER`] and
/// refused by [`money`].
#[must_use]
pub fn in_figures(text: &str, writing: Writing) -> String {
    let chars: Vec<char> = text.chars().collect();
    let runs = runs(&chars);
    let thousands: Vec<char> = writing
        .thousands
        .into_iter()
        .chain(runs.iter().filter_map(|(_, run)| run.proves()))
        .collect();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, run) in runs {
        out.extend(&chars[done..at]);
        out.push_str(&run.rewritten(&thousands));
        done = at + run.length;
    }
    out.extend(&chars[done..]);
    out
}

/// How many zeros a word of [`SCALE`] stands for.
#[must_use]
pub fn zeros(scale: &str) -> usize {
    let scale = scale.to_lowercase();
    let starts = |beginnings: &[&str]| beginnings.iter().any(|word| scale.starts_with(word));
    if scale.is_empty() {
        0
    } else if starts(&["hundred thousand", "lakh"]) {
        5
    } else if starts(&["hundred"]) {
        2
    } else if starts(&["k", "тис", "тыс", "thousand", "tausend", "tsd", "tys"]) {
        3
    } else if starts(&["crore"]) {
        7
    } else if starts(&["b", "млрд", "мільярд", "миллиард", "milliard", "mrd"]) {
        9
    } else if starts(&["trillion"]) {
        12
    } else {
        6
    }
}

/// The money of a number from [`in_figures`] and a word of [`SCALE`], which may be empty; `None`
/// where the number is doubtful.
#[must_use]
pub fn money(number: &str, scale: &str, currency: Currency) -> Option<Money> {
    if number.contains(DOUBT) {
        return None;
    }
    let zeros = zeros(scale);
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let decimal = if zeros == 0 {
        number.trim_end_matches('.').to_owned()
    } else {
        // `1.2345 thousand` has a decimal left.
        let (more, rest) = decimals.split_at(zeros.min(decimals.len()));
        format!("{whole}{more:0<zeros$}.{rest}")
    };
    Money::parse(decimal.trim_end_matches('.'), currency).ok()
}

/// Both ends of a range from numbers and scales of [`in_figures`]. `1-2 million` scales both ends,
/// `$500000-$2 million` only the second.
#[must_use]
pub fn ends(
    (low, low_scale): (&str, &str),
    (high, high_scale): (&str, &str),
    currency: Currency,
) -> Option<(Money, Money)> {
    let high = money(high, high_scale, currency)?;
    let own = money(low, low_scale, currency)?;
    let thousand = money("1000", "", currency)?;
    let shared = low_scale.is_empty() && !high_scale.is_empty() && own.minor < thousand.minor;
    let low = if shared { money(low, high_scale, currency)? } else { own };
    Some((low, high))
}

/// The currency of what [`CURRENCY`] found in the text `whole`; `None` where it may be one of several,
/// such as the roubles of an unnamed country. A bare dollar is `usual` where that is a dollar, and
/// otherwise the US dollar, unless another dollar is named in the text.
#[must_use]
pub fn currency_of(words: &str, whole: &str, usual: Option<Currency>) -> Option<Currency> {
    let lower = words.trim().trim_end_matches('.').to_lowercase();
    let starts = |beginnings: &[&str]| beginnings.iter().any(|word| lower.starts_with(word));
    let bare_dollar = matches!(lower.as_str(), "$" | "dollar" | "dollars")
        || (starts(&["долар", "доллар", "далар", "даляр"])
            && !lower.contains("сша")
            && !lower.contains("зша"));
    let code = if bare_dollar {
        if OTHER_DOLLAR.as_ref().is_none_or(|other| other.is_match(whole)) {
            return None;
        }
        let own = usual.filter(|own| matches!(own.code(), "USD" | "CAD" | "AUD" | "NZD"));
        return own.or_else(|| "USD".parse().ok());
    } else if starts(&["€", "euro", "євро", "евро", "еўра"]) {
        "EUR"
    } else if starts(&["us$", "us ", "usd", "долар", "доллар", "далар", "даляр"])
        || lower.ends_with("usd")
    {
        "USD"
    } else if starts(&["c$", "ca$", "canad"]) {
        "CAD"
    } else if starts(&["a$", "au$", "austral"]) {
        "AUD"
    } else if starts(&["nz$", "new zealand"]) {
        "NZD"
    } else if starts(&["£", "pound", "british", "фунт"]) {
        "GBP"
    } else if starts(&["₴", "грн", "грив", "грыв", "грыў", "гриў", "hryv"]) {
        "UAH"
    } else if starts(&["₽", "рос", "рас"]) {
        "RUB"
    } else if starts(&["бел", "біл"]) {
        "BYN"
    } else if starts(&["zł", "злот"]) {
        "PLN"
    } else if starts(&["swiss", "schweizer", "franken", "швейцар"]) {
        "CHF"
    } else {
        match lower.as_str() {
            "₾" | "лари" | "ларі" => "GEL",
            "₹" => "INR",
            "hk$" => "HKD",
            "s$" => "SGD",
            "r$" => "BRL",
            "mx$" => "MXN",
            "kč" => "CZK",
            "тенге" => "KZT",
            // Kronor, rupees, roubles and yen or yuan of some country; thousands written as `T€`.
            code => code,
        }
    };
    code.parse().ok()
}

/// What an amount says of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Nothing.
    Not,
    /// More than one, or one that is not known.
    Unclearly,
    /// This one.
    As(Currency),
}

impl Named {
    /// What the signs before and after an amount say together.
    #[must_use]
    pub fn of(before: &str, after: &str, whole: &str, usual: Option<Currency>) -> Self {
        let mut found = [before, after]
            .into_iter()
            .filter(|words| !words.is_empty())
            .map(|words| currency_of(words, whole, usual));
        match (found.next(), found.next()) {
            (None, _) => Self::Not,
            (Some(Some(one)), None) => Self::As(one),
            (Some(Some(one)), Some(other)) if other == Some(one) => Self::As(one),
            _ => Self::Unclearly,
        }
    }

    /// The currency, with the usual one where none is named.
    #[must_use]
    pub const fn or(self, usual: Option<Currency>) -> Option<Currency> {
        match self {
            Self::Not => usual,
            Self::Unclearly => None,
            Self::As(currency) => Some(currency),
        }
    }
}

/// A number with what multiplies it, and what is said of its currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenNumber {
    number: String,
    scale: String,
    /// The currency that stands with it.
    pub currency: Named,
}

impl WrittenNumber {
    /// The money it is in a currency.
    #[must_use]
    pub fn money(&self, currency: Currency) -> Option<Money> {
        money(&self.number, &self.scale, currency)
    }
}

/// A whole text that is one amount and nothing else: `€70,000`, `70 000 EUR`, `70 тис. грн`, `2500`.
#[must_use]
pub fn amount(text: &str, writing: Writing, usual: Option<Currency>) -> Option<WrittenNumber> {
    let text = in_figures(text, writing);
    let found = ALONE.as_ref()?.captures(&text)?;
    let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
    Some(WrittenNumber {
        number: part("number").to_owned(),
        scale: part("scale").to_owned(),
        currency: Named::of(part("before"), part("after"), &text, usual),
    })
}

/// Per cent, as a pattern.
const PERCENT: &str =
    r"(?:%|per ?cent|Prozent|процент\p{L}*|відсот\p{L}*|працэнт\p{L}*|адсот\p{L}*)";

/// Months and years behind a number, as a pattern; [`months_in`] tells how long one is.
pub const SPAN: &str = r"(?:months?|місяц\p{L}*|месяц\p{L}*|Monate?n?|years?|рок\p{L}*|рік|год\p{L}*|лет|Jahre?n?|гадоў|гады)\b";

static SHARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(r"(?i)^\s*(?P<whole>[0-9]{{1,3}})(?:\.0*)?\s*{PERCENT}?\s*$")).ok()
});
static LENGTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)^\s*(?P<whole>[0-9]{{1,4}})(?:\.0*)?\s*(?P<unit>{SPAN}|мес\.?|міс\.?|Mon\.|mo\.)?\s*$"
    ))
    .ok()
});

/// How many months a unit of [`SPAN`] has.
#[must_use]
pub fn months_in(unit: &str) -> u16 {
    let unit = unit.to_lowercase();
    let months = ["mo", "міс", "мес"].iter().any(|word| unit.starts_with(word));
    if months || unit.is_empty() { 1 } else { 12 }
}

/// A whole text that is a share of the whole: `10 %`, `10`, `10,0 Prozent`.
#[must_use]
pub fn percent(text: &str) -> Option<u8> {
    let text = in_figures(text, Writing::default());
    let found = SHARE.as_ref()?.captures(&text)?;
    found["whole"].parse().ok().filter(|share| *share <= 100)
}

/// A whole text that is a time of at least one month: `12 months`, `12`, `2 роки`.
#[must_use]
pub fn months(text: &str) -> Option<u16> {
    let text = in_figures(text, Writing::default());
    let found = LENGTH.as_ref()?.captures(&text)?;
    let unit = found.name("unit").map_or("", |unit| unit.as_str());
    let count: u16 = found["whole"].parse().ok()?;
    count.checked_mul(months_in(unit)).filter(|months| *months > 0)
}

#[cfg(test)]
mod tests {
    use super::{
        Named, SCALE, Writing, amount, currency_of, ends, in_figures, money, months, percent, zeros,
    };
    use crate::{Currency, Money};
    use proptest::prelude::*;

    fn plain(text: &str) -> String {
        in_figures(text, Writing::default())
    }

    fn euros(text: &str) -> Option<String> {
        let written = amount(text, Writing::default(), None)?;
        let currency = written.currency.or(Some(Currency::EUR))?;
        written.money(currency).map(|money| money.to_string())
    }

    /// Every sign that parts thousands in what people send.
    const SIGNS: [&str; 30] = [
        " ",
        "\u{a0}",
        "\u{202f}",
        "\u{2009}",
        "\u{2007}",
        "\u{2008}",
        "\u{200a}",
        "\u{2002}",
        "\u{2003}",
        "\u{2004}",
        "\u{2005}",
        "\u{2006}",
        "\u{205f}",
        "\u{3000}",
        "'",
        "’",
        "‘",
        "´",
        "`",
        "′",
        "ʼ",
        "ʹ",
        "＇",
        "_",
        "·",
        ",",
        ".",
        "\u{200b} ",
        "٬",
        "‛",
    ];

    #[test]
    fn thousands_in_every_dress_are_the_same_number() {
        for sign in SIGNS {
            assert_eq!(plain(&format!("EUR 10{sign}000 each")), "EUR 10000 each", "{sign:?}");
            assert_eq!(plain(&format!("1{sign}250{sign}000")), "1250000", "{sign:?}");
        }
        for (text, wanted) in [
            ("CHF 10'000.–", "CHF 10000"),
            ("60.000,- EUR", "60000 EUR"),
            ("60.000,-- EUR", "60000 EUR"),
            ("5.000,- bis 20.000,- Euro", "5000 bis 20000 Euro"),
            ("1'200.20", "1200.20"),
            ("1.234,50 €", "1234.50 €"),
            ("12,50", "12.50"),
            ("EUR 10\n000", "EUR 10000"),
            ("EUR 10  000", "EUR 10000"),
            ("EUR 10 \r\n 000", "EUR 10000"),
            ("Rs 10,00,000", "Rs 1000000"),
            ("1,50,000.75", "150000.75"),
            ("１０，０００", "10000"),
            ("٣٬٠٠٠", "3000"),
            ("38.000 or 1.234", "38000 or 1234"),
            ("in 12 countries, 3 of 10", "in 12 countries, 3 of 10"),
            ("2026-03-15 at 17:00", "2026-03-15 at 17:00"),
            ("in 2026 300 grants", "in 2026\u{fffd}300 grants"),
            ("$25K and 50M€", "$25K and 50M€"),
        ] {
            assert_eq!(plain(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_read() {
        for text in [
            "1.234",
            "1,234",
            "0.500",
            "1.500 million",
            "38.000 тыс",
            "12,3456",
            "1,2,3",
            "15.03.2027",
            "10·5",
            "10 0000",
            "1000 000",
            "10, 000",
            "1'00",
            "10\n500",
            "10  500",
            "10.000'000",
            "1 000,000,0",
            "10x",
            "5½",
            "1.2.3",
            "01.000",
        ] {
            assert!(plain(text).contains('\u{fffd}'), "{text}: {}", plain(text));
            assert_eq!(euros(text), None, "{text}");
        }
        assert_eq!(in_figures("1,234", Writing { thousands: Some(',') }), "1234");
    }

    #[test]
    fn amounts_in_words_and_figures() {
        for (text, wanted) in [
            ("€70,000", "70000 EUR"),
            ("70 000 EUR", "70000 EUR"),
            ("70 000", "70000 EUR"),
            ("70 тис. грн", "70000 UAH"),
            ("70 тыс. евро", "70000 EUR"),
            ("1,5 млн грн", "1500000 UAH"),
            ("2 Mio. Euro", "2000000 EUR"),
            ("50 Tsd. €", "50000 EUR"),
            ("5 мільёнаў еўра", "5000000 EUR"),
            ("$2.5M", "2500000 USD"),
            ("€1.5 billion", "1500000000 EUR"),
            ("US$ 12,000", "12000 USD"),
            ("C$10,000", "10000 CAD"),
            ("₹5 lakh", "500000 INR"),
            ("12,50 €", "12.50 EUR"),
            ("20 000 фунтів стерлінгів", "20000 GBP"),
            ("10 000 Schweizer Franken", "10000 CHF"),
            ("50 000 беларускіх рублёў", "50000 BYN"),
            ("5 hundred thousand dollars", "500000 USD"),
        ] {
            assert_eq!(euros(text).as_deref(), Some(wanted), "{text}");
        }
        for text in [
            "",
            "EUR",
            "70 000 EUR per year",
            "€5 $5",
            "50 000 рублей",
            "50 T€",
            "10 000 kr",
            "-5",
            "five",
            "70,000 / 80,000",
        ] {
            assert_eq!(euros(text), None, "{text}");
        }
    }

    #[test]
    fn shares_and_times() {
        for (text, wanted) in [
            ("10", Some(10)),
            ("10 %", Some(10)),
            ("10%", Some(10)),
            ("10,0 Prozent", Some(10)),
            ("100 відсотків", Some(100)),
            ("15 per cent", Some(15)),
            ("0", Some(0)),
            ("150", None),
            ("7,5 %", None),
            ("-5", None),
            ("", None),
            ("ten", None),
        ] {
            assert_eq!(percent(text), wanted, "{text}");
        }
        for (text, wanted) in [
            ("12", Some(12)),
            ("12 months", Some(12)),
            ("12 місяців", Some(12)),
            ("12 міс.", Some(12)),
            ("2 роки", Some(24)),
            ("1 год", Some(12)),
            ("3 Jahre", Some(36)),
            ("18 Monate", Some(18)),
            ("12 месяцаў", Some(12)),
            ("0", None),
            ("дванадцять", None),
            ("1.5 years", None),
            ("", None),
        ] {
            assert_eq!(months(text), wanted, "{text}");
        }
    }

    #[test]
    fn dollars_are_those_of_the_source_or_of_the_united_states() {
        let of = |words, whole, usual: Option<&str>| {
            currency_of(words, whole, usual.and_then(|code| code.parse().ok())).map(Currency::code)
        };
        assert_eq!(of("$", "for academic work", None), Some("USD"));
        assert_eq!(of("$", "in Canadian dollars", None), None);
        assert_eq!(of("$", "up to", Some("CAD")), Some("CAD"));
        assert_eq!(of("доларів США", "", None), Some("USD"));
        assert_eq!(Named::of("€", "EUR", "", None), Named::As(Currency::EUR));
        assert_eq!(Named::of("€", "USD", "", None), Named::Unclearly);
    }

    #[test]
    fn a_scale_may_belong_to_both_ends() {
        let shown =
            |low, high| ends(low, high, Currency::EUR).map(|(a, b)| (a.decimal(), b.decimal()));
        let both = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(shown(("1", ""), ("2", "million")), both("1000000", "2000000"));
        assert_eq!(shown(("500000", ""), ("2", "million")), both("500000", "2000000"));
        assert_eq!(shown(("5", "тис."), ("2", "млн")), both("5000", "2000000"));
        assert_eq!(
            money("1.2345", "thousand", Currency::EUR).map(Money::decimal),
            Some("1234.50".into())
        );
        assert_eq!(zeros(""), 0);
        assert!(regex::Regex::new(SCALE).is_ok());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_in_every_dress(
            number in 1_000_u64..999_999_999_999,
            sign in prop::sample::select(SIGNS.to_vec()),
            cents in prop::option::of(0_u8..100),
            point in prop::sample::select(vec!['.', ',']),
            dress in prop::sample::select(vec!["€{}", "EUR {}", "{} EUR", "{} євро", "{}€", "{}"]),
        ) {
            // A sign is not decimal and thousands at once.
            prop_assume!(!sign.contains(point));
            let digits = number.to_string();
            let mut grouped = String::new();
            for (at, c) in digits.chars().enumerate() {
                if at > 0 && (digits.len() - at).is_multiple_of(3) {
                    grouped.push_str(sign);
                }
                grouped.push(c);
            }
            let cents_written = cents.map(|cents| format!("{point}{cents:02}")).unwrap_or_default();
            let text = dress.replace("{}", &format!("{grouped}{cents_written}"));
            let wanted = format!("{number}.{:02}", cents.unwrap_or(0));
            let minor = wanted.replace('.', "").parse::<i64>().unwrap();
            let written = amount(&text, Writing::default(), None);
            let read = written.and_then(|written| written.money(Currency::EUR)).map(|money| money.minor);
            // One point or comma before three digits stays a doubt, unless they are zeros.
            let doubtful = matches!(sign, "." | ",") && number < 1_000_000 && cents.is_none() && !number.is_multiple_of(1000);
            prop_assert_eq!(read, (!doubtful).then_some(minor), "{}", text);
        }

        #[test]
        fn a_number_is_never_read_as_its_first_group(
            first in 1_u16..999, gap in "[ \u{a0}\u{2009}\u{202f}\u{2007}'’´ʼ_·.,\n]{1,3}", more in 0_u16..1000,
        ) {
            let text = format!("EUR {first}{gap}{more:03}");
            let read = amount(&text, Writing::default(), None).and_then(|w| w.money(Currency::EUR));
            let first = i64::from(first) * 100;
            prop_assert!(read.is_none_or(|money| money.minor != first), "{} {:?}", text, read);
        }

        #[test]
        fn text_without_digits_is_kept(text in "[^0-9０-９٠-٩۰-۹]{0,40}") {
            prop_assert_eq!(plain(&text), text);
        }

        #[test]
        fn plain_figures_stay(text in "[a-z €]{0,5}[1-9][0-9]{0,6}[a-z€]{0,1} [a-z]{0,9}") {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }
    }
}
