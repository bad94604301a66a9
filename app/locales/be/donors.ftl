# Donors and designations

nav-donors = Донары
donors-title = Донары
donors-says = Хто дае грошы, пад якімі назвамі і кім іх абвясцілі дзяржавы.
donors-search = Назва
donors-designated-only = Толькі тыя, хто дзесьці ўнесены ў рэестр або па кім патрэбна рашэнне
donors-none = Донара з такой назвай няма.
donors-all = Усе донары
donors-new = Дадаць донара
donors-name = Назва
donors-kind = Від
donors-seat = Краіна
donor-designated-in = у рэестры: { $countries }
donor-undecided = магчыма, у рэестры; рашэння яшчэ няма
donor-aliases = Іншыя назвы
donor-aliases-hint = Па адной у радку: пераклады, скарачэнні, ранейшыя назвы.
donor-passes-on = Перадае грошы донара
donor-regrantors = Яго грошы перадаюць
donor-no-parent = нічые
donor-parent-hint = Статус таго донара дзейнічае і для гэтага.
donor-edit = Змяніць звесткі пра донара
donor-save = Захаваць
donor-calls = Конкурсы
donor-calls-none = Конкурсаў гэтага донара ў базе няма.
donor-legal = Прававы статус
donor-legal-none = Звестак пра забарону гэтага донара тут няма: яго не назвалі ні людзі, ні рэестры. Гэта не даказвае, што ніводная дзяржава не ўнесла яго ў свой рэестр.
donor-status-decision = Рашэнне: { $decision }.
donor-status-until = Па { $day } уключна.
donor-status-register = У рэестры: «{ $name }» (спіс на { $day }).
donor-status-like = Рашэння яшчэ няма: у рэестры ёсць «{ $name }» (спіс на { $day }), назвы падобныя.
donor-status-add = Унесці прававы статус
donor-status-add-says = Без краіны, даты і крыніцы гэта чутка, і яна не запісваецца. Ранейшы статус таго ж віду ў той жа краіне замяняецца.
donor-status-until-hint = Толькі калі статус зняты: апошні дзень, калі ён дзейнічаў.
donor-status-source-hint = Адрас рэестра або афіцыйнае выданне з нумарам і датай.
donor-status-save = Унесці
donor-status-remove = Унесена памылкова: выдаліць
donor-decide-says = Назвы падобныя, і толькі чалавек можа сказаць, ці гэта тая самая арганізацыя. Да рашэння яе конкурсы не паказваюцца праектам, у якіх ёсць людзі ў гэтай краіне.
donor-register = Запісы рэестраў
donor-merged = Адно з гэтым донарам
donor-merge = Дублікат: гэты донар ужо ёсць у базе
donor-merge-says = Усе яго конкурсы, назвы і статусы будуць лічыцца звесткамі таго донара. Гэта можна адмяніць: нічога не губляецца.
donor-merge-button = Гэта адзін донар
donor-split = Зноў падзяліць
designations-title = Рэестры забароненых арганізацый
designations-says = Арганізацыі, якія дзяржавы абвясцілі непажаданымі, экстрэмісцкімі, тэрарыстычнымі або замежнымі агентамі. Кантакт з імі можа быць злачынствам для людзей у гэтай краіне.
designations-lists = Спісы ў базе
designations-none = Спісаў няма: донары не правяраюцца.
designations-open = Патрэбна рашэнне
designations-nothing-open = Пытанняў без рашэння няма.
designations-known = Знойдзена і вырашана
designations-bodies = Знайсці арганізацыю
designations-found = { $count ->
    [one] { $shown } арганізацыя
    [few] { $shown } арганізацыі
    [many] { $shown } арганізацый
   *[other] { $shown } арганізацыі
}
register-day = Станам на
register-list-of = спіс на { $day }
register-age = { $count ->
    [one] { $shown } дзень таму
    [few] { $shown } дні таму
    [many] { $shown } дзён таму
   *[other] { $shown } дня таму
}
register-bodies = Арганізацый
register-body = Арганізацыя ў рэестры
register-gone-count = Больш не названыя
register-gone = У спісе на { $day } яе ўжо няма.
register-old = Спіс састарэў: арганізацый, унесеных пазней, у ім няма.
register-load = Загрузіць навейшы спіс
register-load-says = Табліца (CSV) са слупкамі name, alias, kind, country, decision, from, until, source або спіс Мін’юста Расіі ў JSON. Спачатку вы ўбачыце, што зменіцца. Тое, чаго ў новым спісе больш няма, застаецца з паметкай.
register-date = Дата спіса
register-date-hint = На які дзень ён складзены: калі яго апублікавалі або спампавалі. У старога файла і дата старая.
register-country-hint = Для радкоў, у якіх краіна не пазначана.
standing = Становішча
standing-undecided = падобна, патрэбна рашэнне
standing-name = мае гэтую назву
standing-person = гэта яна, паводле рашэння
standing-cleared = гэта не яна, паводле рашэння
standing-yes = Гэта яна
standing-no = Гэта іншая арганізацыя
standing-again = Адмяніць рашэнне
check-title = Донары правераны паводле назваў
check-nobody = Ні ў адным вашым праекце не пазначаны краіны, дзе ёсць людзі, таму донары не правяраюцца.
check-no-register = { $country }: рэестра ў базе няма, ніхто не правераны.
check-register = { $country }, { $kind }: спіс на { $day }, { $age }.
check-undecided = { $count ->
    [one] Па { $shown } донару яшчэ не вырашана, ці ўнесены ён у рэестр; яго конкурсы не паказаны.
    [few] Па { $shown } донарах яшчэ не вырашана, ці ўнесены яны ў рэестр; іх конкурсы не паказаны.
    [many] Па { $shown } донарах яшчэ не вырашана, ці ўнесены яны ў рэестр; іх конкурсы не паказаны.
   *[other] Па { $shown } донара яшчэ не вырашана, ці ўнесены яны ў рэестр; іх конкурсы не паказаны.
}
calls-withheld = { $count ->
    [one] { $shown } конкурс не паказаны: яго донар унесены ў рэестр (або, магчыма, унесены) там, дзе ў аднаго з праектаў вашых арганізацый ёсць людзі.
    [few] { $shown } конкурсы не паказаны: іх донары ўнесены ў рэестр (або, магчыма, унесены) там, дзе ў аднаго з праектаў вашых арганізацый ёсць людзі.
    [many] { $shown } конкурсаў не паказаны: іх донары ўнесены ў рэестр (або, магчыма, унесены) там, дзе ў аднаго з праектаў вашых арганізацый ёсць людзі.
   *[other] { $shown } конкурсу не паказаны: іх донары ўнесены ў рэестр (або, магчыма, унесены) там, дзе ў аднаго з праектаў вашых арганізацый ёсць людзі.
}
designated-show-one = Разумею, паказаць конкурс
import-gone = больш не названыя
import-gone-says = Запіс застаецца з паметкай.
import-list-of = Прынята як спіс на { $day }.
field-aliases = Іншыя назвы
field-decision = Рашэнне
field-source = Крыніца
field-gone-since = не названа з
field-until = Па
field-since = З
field-jurisdiction = Паводле закона якой краіны
field-status-kind = Чым прызнаны
field-kind = Від
field-country = Краіна
field-parent = Перадае грошы донара
field-into = Іншы донар
field-date = Дата
wrong-hidden-signs = { $field }: тут ёсць нябачныя знакі. Набярыце нанова.
wrong-too-many = { $field }: гэта зашмат.
wrong-donor-taken = { $field }: донар з такой назвай ужо ёсць.
wrong-circle = { $field }: грошы вярнуліся б да гэтага ж донара.
wrong-before-since = { $field }: гэта раней за першы дзень.
wrong-same-donor = { $field }: яны ўжо аб’яднаныя.
act-designations_imported = загружаны рэестр забароненых арганізацый
act-donor_created = дададзены донар
act-donor_changed = зменены звесткі пра донара
act-donor_status_set = унесены прававы статус донара
act-donor_status_removed = выдалены прававы статус донара
act-donor_merged = двух донараў аб’яднана
act-donor_split = донары зноў падзелены
act-donor_designated = вырашана, што донар унесены ў рэестр
act-donor_cleared = вырашана, што донара ў рэестры няма
act-donor_undecided = рашэнне пра донара адменена
register-old-load = Спіс састарэў: арганізацый, унесеных пазней, у ім няма. Калі ёсць навейшы, яго можна загрузіць ніжэй.
register-load-values = Віды: undesirable, extremist, terrorist, foreign_agent. Даты: 2026-12-31 або 31.12.2026. Краіны — кодам, напрыклад RU ці BY. Некалькі іншых назваў пішуцца ў адной ячэйцы праз кропку з коскай.
register-additions = Гэта толькі дапаўненні: тое, чаго ў файле няма, не пазначаецца
register-undo = Загружана памылкова?
register-undo-says = Файл загружаны { $at } як спіс на { $day }. Калі скасаваць загрузку, знікнуць арганізацыі, якія назваў толькі ён ({ $new }), змененыя запісы стануць ранейшымі ({ $changed }), а спіс зноў будзе мець ранейшую дату. Рашэнні людзей застаюцца.
register-undo-button = Скасаваць загрузку
donors-calls-hidden = схаваныя
donor-taken-by = «{ $typed }» — назва донара { $donor }.
donor-taken-see = Ужо ёсць у базе:
import-day-to-come = Дата спіса: { $day } — гэты дзень яшчэ не настаў. Сёння { $today }.
import-going = { $list }: у гэтым файле няма { $gone } з { $all } арганізацый наяўнага спіса; яны будуць пазначаныя як больш не названыя.
import-went = { $list }: у гэтым файле няма { $gone } з { $all } арганізацый ранейшага спіса; яны пазначаныя як больш не названыя.
import-going-hint = Калі ў файле толькі дапаўненні, імпартуйце яго як дапаўненні: тады нічога не пазначаецца.
import-as-additions = Імпартаваць толькі як дапаўненні
import-additions-says = Прынята толькі як дапаўненні: нічога не пазначаецца як больш не названае, а дата наяўнага спіса застаецца ранейшай.
import-confirms = { $list }: з гэтым файлам спіс на { $before } становіцца спісам на { $day }.
import-confirm = Запісаць як спіс на { $day }
import-donors-designated = Донары з базы, якіх гэты файл уносіць у рэестр
import-donors-undecided = Донары з базы, па якіх патрэбна рашэнне
import-donors-lifted = Донары з базы, якіх больш няма ў ніводным рэестры
import-donors-more = і яшчэ { $shown }
import-donors-none = Для донараў з базы нічога не мяняецца.
import-repeated = Паўторы
import-repeated-says = тое самае, што ў радку { $row }
import-alike = Тое самае ў радках { $rows }.
import-alike-more = { $count ->
    [one] І яшчэ ў { $shown } радку.
    [few] І яшчэ ў { $shown } радках.
    [many] І яшчэ ў { $shown } радках.
   *[other] І яшчэ ў { $shown } радка.
}
import-all-refused = Ніводнага запісу гэтага файла нельга прыняць. Прычыны пазначаныя ніжэй.
import-nothing-but-refused = Імпартаваць няма чаго: частка запісаў адхілена, астатнія ўжо ёсць у базе.
wrong-far-ahead = { $field }: гэта больш чым праз год.
act-register_taken_back = скасавана загрузка спіса забароненых арганізацый
