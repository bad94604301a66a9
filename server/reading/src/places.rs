//! Names of countries and regions in the five languages, and where a text has them.
//!
//! A table of our own for the countries that matter here: the European Union and its candidates,
//! the rest of Europe, the South Caucasus and Central Asia, and the usual seats of donors.

use std::sync::LazyLock;

use domain::Place;
use rustc_hash::FxHashMap;

use crate::written::{WrittenWord, written_words};

/// Code, then names and adjectives in English, German, Russian, Ukrainian and Belarusian.
/// Belarusian is given only where it is not spelt as one of the others.
const NAMES: &str = "\
AL|Albania,Albanian|Albanien,albanisch|Албания,албанский|Албанія,албанський|Албанія,албанскі
AM|Armenia,Armenian|Armenien,armenisch|Армения,армянский|Вірменія,вірменський|Арменія,армянскі
AT|Austria,Austrian|Österreich,österreichisch|Австрия,австрийский|Австрія,австрійський|Аўстрыя,аўстрыйскі
AZ|Azerbaijan,Azerbaijani|Aserbaidschan,aserbaidschanisch|Азербайджан,азербайджанский|азербайджанський|азербайджанскі
BA|Bosnia and Herzegovina,Bosnia,Bosnian|Bosnien und Herzegowina,Bosnien-Herzegowina,Bosnien,bosnisch|Босния и Герцеговина,Босния,боснийский|Боснія і Герцеговина,Боснія та Герцеговина,Боснія|Боснія і Герцагавіна
BE|Belgium,Belgian|Belgien,belgisch|Бельгия,бельгийский|Бельгія,бельгійський|Бельгія,бельгійскі
BG|Bulgaria,Bulgarian|Bulgarien,bulgarisch|Болгария,болгарский|Болгарія,болгарський|Балгарыя,балгарскі
BY|Belarus,Belarusian,Belarussian|Belarus,Weißrussland,belarussisch,belarusisch,belarusische|Беларусь,Белоруссия,беларуский,белорусский|Білорусь,білоруський|беларускі
CA|Canada,Canadian|Kanada,kanadisch|Канада,канадский|канадський|канадскі
CH|Switzerland,Swiss|Schweiz,schweizerisch|Швейцария,швейцарский|Швейцарія,швейцарський|Швейцарыя,швейцарскі
CY|Cyprus,Cypriot|Zypern,zyprisch|Кипр,кипрский|Кіпр,кіпрський|кіпрскі
CZ|Czech Republic,Czechia,Czech|Tschechien,Tschechische Republik,tschechisch|Чехия,чешский|Чехія,чеський|Чэхія,чэшскі
DE|Germany,German|Deutschland,Bundesrepublik Deutschland,deutsch|Германия,ФРГ,немецкий,германский|Німеччина,німецький|Германія,Нямеччына,нямецкі
DK|Denmark,Danish|Dänemark,dänisch|Дания,датский|Данія,данський|дацкі
EE|Estonia,Estonian|Estland,estnisch|Эстония,эстонский|Естонія,естонський|Эстонія,эстонскі
ES|Spain,Spanish|Spanien,spanisch|Испания,испанский|Іспанія,іспанський|Іспанія,іспанскі
FI|Finland,Finnish|Finnland,finnisch|Финляндия,финский|Фінляндія,фінський|Фінляндыя,фінскі
FR|France,French|Frankreich,französisch|Франция,французский|Франція,французький|Францыя,французскі
GB|United Kingdom,Great Britain,Britain,British,UK|Vereinigtes Königreich,Großbritannien,britisch|Великобритания,Соединенное Королевство,британский|Велика Британія,Великобританія,Сполучене Королівство,британський|Вялікабрытанія,брытанскі
GE|Georgia,Georgian|Georgien,georgisch|Грузия,грузинский|Грузія,грузинський|Грузія,грузінскі
GR|Greece,Greek|Griechenland,griechisch|Греция,греческий|Греція,грецький|Грэцыя,грэчаскі
HR|Croatia,Croatian|Kroatien,kroatisch|Хорватия,хорватский|Хорватія,хорватський|Харватыя,харвацкі
HU|Hungary,Hungarian|Ungarn,ungarisch|Венгрия,венгерский|Угорщина,угорський|Венгрыя,венгерскі
IE|Ireland,Irish|Irland,irisch|Ирландия,ирландский|Ірландія,ірландський|Ірландыя,ірландскі
IL|Israel,Israeli|israelisch|Израиль,израильский|Ізраїль,ізраїльський|Ізраіль,ізраільскі
IS|Iceland,Icelandic|Island,isländisch|Исландия,исландский|Ісландія,ісландський|Ісландыя,ісландскі
IT|Italy,Italian|Italien,italienisch|Италия,итальянский|Італія,італійський|Італія,італьянскі
JP|Japan,Japanese|japanisch|Япония,японский|Японія,японський|Японія,японскі
KG|Kyrgyzstan,Kyrgyz Republic,Kyrgyz|Kirgisistan,Kirgistan,kirgisisch|Кыргызстан,Киргизия,кыргызский,киргизский|Киргизстан,киргизький|Кыргызстан,кіргізскі
KZ|Kazakhstan,Kazakh|Kasachstan,kasachisch|Казахстан,казахстанский,казахский|казахстанський,казахський|казахстанскі,казахскі
LI|Liechtenstein|liechtensteinisch|Лихтенштейн|Ліхтенштейн|Ліхтэнштэйн
LT|Lithuania,Lithuanian|Litauen,litauisch|Литва,литовский|литовський|Літва,літоўскі
LU|Luxembourg,Luxembourgish|Luxemburg,luxemburgisch|Люксембург,люксембургский|люксембурзький|люксембургскі
LV|Latvia,Latvian|Lettland,lettisch|Латвия,латвийский|Латвія,латвійський|Латвія,латвійскі
MD|Republic of Moldova,Moldova,Moldovan|Republik Moldau,Moldau,Moldawien,moldauisch|Молдова,Молдавия,молдавский|Республіка Молдова,молдовський,молдавський|малдоўскі
ME|Montenegro,Montenegrin|montenegrinisch|Черногория,черногорский|Чорногорія,чорногорський|Чарнагорыя,чарнагорскі
MK|North Macedonia,Macedonia,Macedonian|Nordmazedonien,Mazedonien,mazedonisch|Северная Македония,Македония,македонский|Північна Македонія,Македонія,македонський|Паўночная Македонія
MN|Mongolia,Mongolian|Mongolei,mongolisch|Монголия,монгольский|Монголія,монгольський|Манголія
MT|Malta,Maltese|maltesisch|Мальта,мальтийский|мальтійський|мальтыйскі
NL|Netherlands,Holland,Dutch|Niederlande,niederländisch|Нидерланды,Голландия,нидерландский,голландский|Нідерланди,нідерландський|Нідэрланды,нідэрландскі
NO|Norway,Norwegian|Norwegen,norwegisch|Норвегия,норвежский|Норвегія,норвезький|Нарвегія,нарвежскі
PL|Poland,Polish|Polen,polnisch|Польша,польский|Польща,польський|Польшча,польскі
PT|Portugal,Portuguese|portugiesisch|Португалия,португальский|Португалія,португальський|Партугалія,партугальскі
RO|Romania,Romanian|Rumänien,rumänisch|Румыния,румынский|Румунія,румунський|Румынія,румынскі
RS|Serbia,Serbian|Serbien,serbisch|Сербия,сербский|Сербія,сербський|Сербія,сербскі
RU|Russian Federation,Russia,Russian|Russische Föderation,Russland,russisch|Российская Федерация,Россия,РФ,российский|Російська Федерація,Росія,російський|Расійская Федэрацыя,Расія,расійскі
SE|Sweden,Swedish|Schweden,schwedisch|Швеция,шведский|Швеція,шведський|Швецыя,шведскі
SI|Slovenia,Slovenian|Slowenien,slowenisch|Словения,словенский|Словенія,словенський|Славенія,славенскі
SK|Slovakia,Slovak Republic,Slovak|Slowakei,slowakisch|Словакия,словацкий|Словаччина,словацький|Славакія,славацкі
TJ|Tajikistan,Tajik|Tadschikistan,tadschikisch|Таджикистан,таджикский|таджицький|Таджыкістан,таджыкскі
TM|Turkmenistan,Turkmen|turkmenisch|Туркменистан,Туркмения,туркменский|туркменський|туркменскі
TR|Türkiye,Turkiye,Turkey,Turkish|Türkei,türkisch|Турция,турецкий|Туреччина,турецький|Турцыя,турэцкі
UA|Ukraine,Ukrainian|ukrainisch|Украина,украинский|Україна,український|Украіна,украінскі
US|United States of America,United States,USA,U.S.|Vereinigte Staaten,amerikanisch,US-amerikanisch|США,Соединенные Штаты,американский|Сполучені Штати,американський|ЗША,амерыканскі
UZ|Uzbekistan,Uzbek|Usbekistan,usbekisch|Узбекистан,узбекский|узбецький|Узбекістан,узбекскі
XK|Kosovo,Kosovar|kosovarisch|Косово|Косово|Косава
WORLD|worldwide,any country,all countries,any country in the world|weltweit|весь мир,любая страна|весь світ,будь-яка країна|увесь свет
EUROPE|Europe,European countries|Europa,europäische Länder|Европа,европейские страны|Європа,європейські країни|Еўропа
EU|European Union,EU,EU Member States,EU member countries,Member States of the European Union,Member State of the European Union,Member States of the EU,EU countries,EU Member State|Europäische Union,Europäischen Union,EU-Mitgliedstaaten,EU-Staaten,EU-Ländern,Mitgliedstaaten der Europäischen Union,Mitgliedstaaten der EU|Европейский союз,Евросоюз,ЕС,страны ЕС,страны Европейского союза,государства ЕС,страны Евросоюза,государства-члены ЕС|Європейський Союз,Євросоюз,ЄС,країни ЄС,країни Європейського Союзу,держави-члени ЄС,країни-члени ЄС|Еўрапейскі саюз,Еўрасаюз,краіны ЕС
EEA|European Economic Area,EEA,EEA countries|Europäischer Wirtschaftsraum,EWR|Европейская экономическая зона,ЕЭЗ|Європейська економічна зона,ЄЕЗ|
CANDIDATES|EU candidate countries,candidate countries,countries candidate|EU-Beitrittskandidaten,Kandidatenländer|страны-кандидаты|країни-кандидати|
HORIZON_ASSOCIATED|countries associated to Horizon Europe,Associated Countries,Associated Country|assoziierte Länder|||
EASTERN_PARTNERSHIP|Eastern Partnership,Eastern Partnership countries,EaP,EaP countries|Östliche Partnerschaft,Östlichen Partnerschaft,Länder der Östlichen Partnerschaft|Восточное партнерство,страны Восточного партнерства|Східне партнерство,країни Східного партнерства|Усходняе партнёрства,краіны Усходняга партнёрства
SOUTH_CAUCASUS|South Caucasus,Southern Caucasus|Südkaukasus|Южный Кавказ|Південний Кавказ|Паўднёвы Каўказ
CENTRAL_ASIA|Central Asia,Central Asian|Zentralasien|Центральная Азия,Средняя Азия|Центральна Азія|Цэнтральная Азія
WESTERN_BALKANS|Western Balkans,Western Balkan|Westbalkan,Westlicher Balkan,Westlichen Balkan|Западные Балканы|Західні Балкани|Заходнія Балканы
BALTICS|Baltic States,Baltic countries,Baltics|Baltikum,baltische Staaten|страны Балтии,Балтия|країни Балтії,Балтія|краіны Балтыі
NORDICS|Nordic countries,Nordic states|nordische Länder|Северные страны|Північні країни|
AFRICA|Africa,African countries|Afrika|Африка|Африка|Афрыка
AMERICAS|the Americas,Americas|||Америки|
ASIA|Asia,Asian countries|Asien|Азия|Азія|Азія
MIDDLE_EAST|Middle East|Naher Osten,Nahen Osten|Ближний Восток|Близький Схід|Блізкі Усход";

/// A name of several words: the words after the first, and the place.
type Rest = (Vec<String>, Place);

static BY_FIRST: LazyLock<FxHashMap<String, Vec<Rest>>> = LazyLock::new(|| {
    let mut map: FxHashMap<String, Vec<Rest>> = FxHashMap::default();
    for line in NAMES.lines() {
        let mut cells = line.split('|');
        let Some(place) = cells.next().and_then(|code| code.parse::<Place>().ok()) else {
            continue;
        };
        for name in cells.flat_map(|cell| cell.split(',')).filter(|name| !name.is_empty()) {
            let mut keys = written_words(name).map(|word| word.key);
            if let Some(first) = keys.next() {
                let rest = (keys.collect(), place);
                let names = map.entry(first).or_default();
                if !names.contains(&rest) {
                    names.push(rest);
                }
            }
        }
    }
    for names in map.values_mut() {
        names.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
    map
});

/// A place and where a text names it, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub place: Place,
    pub start: usize,
    pub end: usize,
}

/// The places a text names, in order, the longest name at each position.
pub(crate) fn find(text: &str) -> Vec<Named> {
    let words: Vec<WrittenWord> = written_words(text).collect();
    let mut found = Vec::new();
    let mut i = 0;
    while let Some(word) = words.get(i) {
        let here = BY_FIRST.get(&word.key).and_then(|names| {
            names.iter().find(|(rest, _)| {
                words.get(i + 1..=i + rest.len()).is_some_and(|following| {
                    following.iter().zip(rest).all(|(word, key)| word.key == *key)
                        && following
                            .iter()
                            .zip(&words[i..])
                            .all(|(next, before)| next.start - before.end <= 2)
                })
            })
        });
        match here {
            Some((rest, place)) if word.capital || !rest.is_empty() || !word.is_short() => {
                let last = &words[i + rest.len()];
                found.push(Named { place: *place, start: word.start, end: last.end });
                i += rest.len() + 1;
            }
            _ => i += 1,
        }
    }
    found
}

/// The place a text names when it names nothing else, in any case of the five languages.
#[must_use]
pub fn named(text: &str) -> Option<Place> {
    let words = written_words(text).count();
    match find(text).as_slice() {
        [one] if written_words(&text[one.start..one.end]).count() == words => Some(one.place),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{NAMES, find, named};
    use domain::Place;

    #[test]
    fn every_line_has_a_known_code() {
        for line in NAMES.lines() {
            let code = line.split('|').next().unwrap();
            assert!(code.parse::<Place>().is_ok(), "{code}");
        }
    }

    #[test]
    fn inflected_names_are_found_in_five_languages() {
        for (text, codes) in [
            ("registered in Georgia, Moldova or Ukraine", vec!["GE", "MD", "UA"]),
            (
                "EU Member States and Eastern Partnership countries",
                vec!["EU", "EASTERN_PARTNERSHIP"],
            ),
            ("mit Sitz in Deutschland oder Österreich", vec!["DE", "AT"]),
            ("организации из Украины, Беларуси и стран Европейского союза", vec!["UA", "BY", "EU"]),
            ("зареєстровані в Україні або в країнах ЄС", vec!["UA", "EU"]),
            ("зарэгістраваныя ў Літве, Польшчы ці Грузіі", vec!["LT", "PL", "GE"]),
            ("Bosnia and Herzegovina, North Macedonia", vec!["BA", "MK"]),
            ("українські організації", vec!["UA"]),
        ] {
            let found: Vec<String> = find(text).iter().map(|n| n.place.code().to_owned()).collect();
            assert_eq!(found, codes, "{text}");
        }
    }

    #[test]
    fn a_name_that_holds_a_place_is_no_place() {
        assert_eq!(named("Ukraine").map(|p| p.code().to_owned()), Some("UA".into()));
        assert_eq!(named("Ukraine Support Fund"), None);
    }
}
