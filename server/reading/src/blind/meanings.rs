//! Words that stand in the names of donors, in the languages in which lists, banks and newspapers
//! write them: `Fonds National pour la Démocratie` is `National Endowment for Democracy`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::likeness::lower;
use crate::written::key;

/// One meaning a line. The first line is that of bodies that give money, and says little of which one
/// it is. English, German, French, Polish, Russian, Ukrainian, Belarusian; each in the forms that
/// differ by more than an ending.
const MEANINGS: &[&str] = &[
    "foundation fund fonds endowment stiftung fondation fundacja fundusz фонд",
    "association verein verband stowarzyszenie ассоциация асоціація асацыяцыя",
    "institute institut instytut институт інститут інстытут",
    "center centre zentrum centrum центр цэнтр",
    "network netzwerk réseau sieć сеть мережа сетка",
    "society gesellschaft société społeczeństwo общество суспільство товариство грамадства таварыства",
    "union bund union unia союз спілка саюз",
    "council rat conseil rada совет рада савет",
    "committee komitee comité komitet комитет комітет камітэт",
    "programme program programm programme программа програма праграма",
    "agency agentur agence agencja агентство агенція агенцтва",
    "movement bewegung mouvement ruch движение рух рух",
    "house haus maison dom дом дім будинок",
    "national nationaler nationale nationales narodowy национальный національний нацыянальны",
    "international internationaler internationale internationales międzynarodowy международный міжнародний міжнародны",
    "european europäischer europäische europäisches européen européenne européens europejski европейский європейський еўрапейскі",
    "global globaler globale mondial mondiale globalny глобальный глобальний глабальны всемирный всесвітній",
    "open offene offener ouverte ouvert otwarte otwarty открытое открытый відкрите відкритий адкрытае адкрыты",
    "free freie freies freier libre wolna wolne wolny свободный свободная вільний вільна вольны свабодны",
    "civil zivil zivile civile obywatelski obywatelskie гражданское гражданский громадянське громадянський грамадзянскае грамадзянскі",
    "democracy demokratie démocratie demokracja demokracji демократия демократія дэмакратыя",
    "democratic demokratische demokratischer démocratique demokratyczny демократический демократичний дэмакратычны",
    "freedom liberty freiheit liberté wolność wolności свобода свобода свабода",
    "peace frieden paix pokój pokoju мир мира мир міру",
    "right rights recht rechte droits droit praw prawa право права правы",
    "human menschen menschenrechte homme humains człowieka человек людина чалавек",
    "journalist journalists journalisten journalistes dziennikarze dziennikarzy журналист журналист журналіст журналіст",
    "journalism journalismus journalisme dziennikarstwo журналистика журналістика журналістыка",
    "media medien médias медиа медіа медыя",
    "press presse prasa пресса преса прэса",
    "independent unabhängige unabhängiger indépendant indépendante niezależny niezależne независимый незалежний незалежны",
    "reporters reporter репортер репортёр репортери",
    "border borders grenzen frontières granic граница границ кордон кордонів мяжа межаў",
    "world welt monde świat мир світ свет",
    "transparency transparenz transparence przejrzystość прозрачность прозорість",
    "memory gedenken erinnerung mémoire pamięć память пам'ять памяць",
    "support unterstützung förderung promotion soutien wsparcie wspierania поддержка поддержки підтримка підтримки падтрымка падтрымкі",
    "development entwicklung développement rozwój развитие розвиток развіццё",
    "justice gerechtigkeit sprawiedliwość справедливость справедливість справядлівасць",
    "defence defense verteidigung défense obrona защита захист абарона",
    "culture kultur kultura культура культура",
    "education bildung éducation edukacja образование освіта адукацыя",
    "science wissenschaft nauka наука наука навука",
    "politics politik politique polityka политика політика палітыка",
    "political politische politischer polityczny политический політичний палітычны",
    "environment umwelt environnement środowisko среда довкілля",
    "women frauen femmes kobiet женщины жінки жанчыны",
    "youth jugend jeunesse młodzież молодежь молодь моладзь",
    "german deutsche deutscher deutsches allemand niemiecki немецкий німецький нямецкі",
    "american amerikanische amerikanischer américain amerykański американский американський амерыканскі",
    "russian russische russischer russe rosyjski русский российский російський расійскі",
    "ukrainian ukrainische ukrainischer ukrainien ukraiński украинский український украінскі",
    "belarusian belarussian belarussische belarusische biélorusse białoruski белорусский білоруський беларускі",
];

/// How many lines, from the first on, name kinds of bodies.
const KINDS: usize = 13;

/// A meaning, by the number of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Meaning(usize);

impl Meaning {
    /// Whether it says what kind of body bears the name.
    pub(super) const fn is_kind(self) -> bool {
        self.0 < KINDS
    }

    /// Whether it says only that something is helped, as `in support of` does.
    pub(super) fn is_support(self) -> bool {
        meaning("support") == Some(self)
    }
}

static BY_KEY: LazyLock<FxHashMap<String, Meaning>> = LazyLock::new(|| {
    let lines = MEANINGS.iter().enumerate();
    let words = lines.flat_map(|(line, words)| words.split(' ').map(move |word| (word, line)));
    let mut found = FxHashMap::default();
    for (word, line) in words {
        found.entry(bare(&lower(word))).or_insert(Meaning(line));
    }
    found
});

/// What a word of a name, in lower case, means, if it is one of those.
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    BY_KEY.get(&bare(word)).copied()
}

/// A word without the vowels of its case, as long as enough is left of it: `дэмакратыя`, `дэмакратыю`.
fn bare(word: &str) -> String {
    const VOWELS: &str = "аеёиоуыэюяіїєйьaeiouy";
    let mut key = key(word);
    for _ in 0..2 {
        let Some(last) = key.chars().last().filter(|c| VOWELS.contains(*c)) else { break };
        if key.chars().count() <= LEAST {
            break;
        }
        key.truncate(key.len() - last.len_utf8());
    }
    key
}

/// The letters that are left of a word at least.
const LEAST: usize = 5;
