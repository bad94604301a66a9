//! Words that carry no subject, per language: a short selection of our own. Articles, pronouns,
//! prepositions, conjunctions, auxiliaries, and the few words that every call for proposals
//! contains whatever it is about.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::tongue::Tongue;

const EN: &str = "a about above across after again against all also although am among an and any are as at be because been before being below between both but by can cannot could did do does doing done down during each either etc even ever every few for from further had has have having he her here hers him his how however i if in including into is it its itself just least less let like may me might more most much must my neither no nor not now of off often on once one only onto or other others our ours out over own per rather same shall she should since so some such than that the their theirs them themselves then there therefore these they this those through thus to too toward towards under until up upon us very via was we well were what when where whereas whether which while who whom whose why will with within without would yet you your yours two three first second new many use used using make made well within";
const DE: &str = "aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits bis bzw da dabei dadurch dafür daher damit danach daran darauf daraus darf darin darüber das dass dazu dein deine dem den denen denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines einige einigen er es etwa etwas für gegen gibt haben hat hatte hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in insbesondere ist ja je jede jedem jeden jeder jedes jedoch kann kein keine keinen keiner können könnte man mehr mein meine mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit selbst sich sie sind so sofern soll sollen sollte sowie sowohl über um und uns unser unsere unter viel vom von vor während war waren was weil welche welchem welchen welcher welches wenn wer werden wie wieder wir wird wo worden wurde wurden zu zum zur zwar zwei zwischen neu neue neuen neuer neues";
const RU: &str = "а без более больше бы был была были было быть в вам вами вас ваш ваша ваше ваши вдоль весь во вокруг вот все всего всей всем всеми всех вы где да даже для до другая другие других другого другой его ее если есть еще же за здесь и из или им ими их к каждого каждой каждый как какая какие каких какой когда кого которая которого которое которой котором которому которую которые который которым которых кроме кто ли либо лишь между меня мне много может можно мой мы на над надо нам нами нас наш наша наше нашей наши наших не него нее некоторые нет ни них но ну о об однако один одна одно около он она они оно от очень по под после потому почти при про раз с сам сама сами самый свой своего своей свои своих себя со собой среди также такая такие таких такого такое такой там то тогда того тоже только том тот тут ты у уже хотя чего чем через что чтобы эта эти этим этих это этого этой этом этот эту я будет будут должен должна должны новый новая новое новые новых";
const UK: &str = "а або адже аж але без би більш більше був була були було бути в вам вами вас ваш ваша ваше ваші вже ви від він вона вони воно все всього всіх всі вся втім де дещо для до досить дуже з за зараз зі і із інша інше інший інші інших й його її їй їм їх їхні їхній їхня каже кожен кожна кожне кожного коли ким кого кому краще крім лише майже мені між мене мій мною ми може можна моя на над навіть нам нами нас наш наша наше нашої наші наших не нею немає неї ні ним них но ну о об один одна одне однак окрім ось от перед під пізніше по поза при про разом сам сама самі свій своє свого своєї свої своїх себе собі та так така такі таких такий також там те теж ти тим тих ті тільки то тобто того тож той тому тощо треба тут у усе усі усіх хіба хоча хто це цей цих ці цю ця цього цієї чи чий через чого чому що щоб щодо я як яка яке який якого якої які яких якщо буде будуть має мають новий нова нове нові нових";
const BE: &str = "а або аб ад адзін адна адно але аднак без больш будзе будуць бы быў была былі было быць у ў вам вамі вас ваш ваша вашы вельмі ва вось вы да дзе дзеля для днём ёсць жа з за зараз і ім імі іх інш іншы іншая іншае іншыя іншых каб каго кожны кожная кожнае калі камусьці каля каму к ля лепш мае маюць мне мной можа можна між мой мы на над нам намі нас наш наша нашы нашых не нават нашай ні ніяк но ну о па паміж пасля перад пад пра праз пры сам сама самі сваё свае сваёй сваіх свой сабе сябе сярод так такая такі такія такіх таксама там тады таго тое толькі той тут ты тых тыя у усе усё усіх ужо хто хоць цераз ці чаго чаму чым што штосьці як яка якая якое які якіх якія якога якой яна яны яно яго яе ёй ён я гэта гэтага гэтай гэты гэтым гэтых гэтыя новы новая новае новыя новых";

type Words = FxHashSet<&'static str>;

static STOPS: LazyLock<[Words; 5]> =
    LazyLock::new(|| [EN, DE, RU, UK, BE].map(|list| list.split(' ').collect()));

/// Whether a lower-case word (`ё` written as `е` in Russian) is a stop word of the language.
pub(crate) fn is_stop(tongue: Tongue, word: &str) -> bool {
    let [en, de, ru, uk, be] = &*STOPS;
    let list = match tongue {
        Tongue::En => en,
        Tongue::De => de,
        Tongue::Ru => ru,
        Tongue::Uk => uk,
        Tongue::Be => be,
        Tongue::Other => return en.contains(word) || de.contains(word),
    };
    list.contains(word)
}

#[cfg(test)]
mod tests {
    use super::is_stop;
    use crate::tongue::Tongue;

    #[test]
    fn small_words_are_stops_and_subjects_are_not() {
        for (tongue, stop, subject) in [
            (Tongue::En, "which", "media"),
            (Tongue::De, "welche", "medien"),
            (Tongue::Ru, "который", "медиа"),
            (Tongue::Uk, "який", "медіа"),
            (Tongue::Be, "які", "медыя"),
        ] {
            assert!(is_stop(tongue, stop) && !is_stop(tongue, subject), "{tongue:?}");
        }
    }
}
