# Frame
skip = Перайсці да зместу
nav-main = Галоўнае меню
nav-crumbs = Вы тут
nav-languages = Мова
nav-projects = Праекты
nav-calls = Конкурсы
nav-import = Імпарт
nav-matching = Як працуе падбор
nav-privacy = Прыватнасць
nav-words = Тэрміны
demo-label = Дэманстрацыя
demo-banner = Дэманстрацыйная прастора: людзі, арганізацыі і конкурсы выдуманыя.
demo-remove = Выдаліць
demo-remove-title = Выдаліць дэманстрацыйную прастору
demo-remove-says = Будуць выдалены ўсе выдуманыя донары, арганізацыі, конкурсы і праекты — і больш нічога.
demo-remove-button = Выдаліць
demo-none = Дэманстрацыйная прастора не загружана.
cancel = Скасаваць
yes = Так
no = Не
not-stated = Не пазначана
pager-label = Старонкі
pager-position = Старонка { $page } з { $pages }
pager-previous = Папярэдняя
pager-next = Наступная

# Failures
failure-not-found = Не знойдзена
failure-not-found-says = Такой старонкі няма, або яна Вам недаступная.
failure-forbidden = Не дазволена
failure-forbidden-says = Тут гэтага зрабіць нельга.
failure-invalid = Не прынята
failure-invalid-says = Дасланае не можа быць прынята.
failure-unavailable = Зараз недаступна
failure-unavailable-says = База даных недаступная. Калі ласка, паспрабуйце яшчэ раз праз хвіліну.
failure-internal = Нешта пайшло не так
failure-internal-says = Гэтага не павінна было здарыцца. Нічога не страчана.
failure-incident = Калі будзеце паведамляць пра гэта, пакажыце нумар { $incident }.
failure-home = На пачатковую старонку

# Numbers, money, time
range = ад { $low } да { $high }
range-from = ад { $low }
range-up-to = да { $high }
months = { $count ->
    [one] { $shown } месяц
    [few] { $shown } месяцы
    [many] { $shown } месяцаў
   *[other] { $shown } месяца
}
months-range = ад { $low } да { $high } месяцаў
months-from = { $count ->
    [one] прынамсі { $shown } месяц
    [few] прынамсі { $shown } месяцы
    [many] прынамсі { $shown } месяцаў
   *[other] прынамсі { $shown } месяца
}
months-up-to = { $count ->
    [one] да { $shown } месяца
    [few] да { $shown } месяцаў
    [many] да { $shown } месяцаў
   *[other] да { $shown } месяца
}
today = сёння
in-days = { $count ->
    [one] праз { $shown } дзень
    [few] праз { $shown } дні
    [many] праз { $shown } дзён
   *[other] праз { $shown } дня
}
zone-unknown = часавы пояс не пазначаны
hour-unknown = гадзіна не пазначана
deadline-hour = { $day }, { $hour } ({ $zone })
closing-rolling = адкрыта пастаянна
closing-unknown = дата закрыцця не пазначана
closing-on = закрываецца { $day }, { $ahead }
closing-was = закрыта { $day }
closing-words = словамі донара: «{ $words }»

# Vocabularies
status-forecast = Чакаецца
status-open = Адкрыта
status-closed = Закрыта
status-withdrawn = Адклікана
status-unknown = Стан не пазначаны
deadline-kind-final = апошні дзень
deadline-kind-stage = канец этапу
deadline-kind-cut-off = адна з некалькіх дат
donor-kind-public-body = дзяржаўная ўстанова
donor-kind-foundation = фонд
donor-kind-intermediary = пасярэднік
donor-kind-company = кампанія
donor-kind-diaspora-fund = фонд дыяспары
form-association = аб’яднанне
form-foundation = фонд
form-non-profit-company = некамерцыйнае таварыства
form-cooperative = кааператыў
form-public-body = дзяржаўная ўстанова
form-research-body = універсітэт або даследчы інстытут
form-company = кампанія
form-international-organisation = міжнародная арганізацыя
form-informal-group = нефармальная група
form-individual = прыватная асоба
legal-status-undesirable = «непажаданая арганізацыя»
legal-status-extremist = «экстрэмісцкая арганізацыя»
legal-status-foreign-agent = «замежны агент»
outcome-met = выканана
outcome-unknown = невядома
outcome-not-met = не выканана
part-words = Словы
part-themes = Тэмы
part-place = Месца
part-amount = Сума
part-unknown = невядома
region-world = увесь свет
region-europe = Еўропа
region-eu = Еўрапейскі саюз
region-eea = Еўрапейская эканамічная зона
region-candidates = краіны — кандыдаты на ўступленне ў ЕС
region-horizon-associated = краіны, асацыяваныя з праграмай «Гарызонт Еўропа»
region-eastern-partnership = Усходняе партнёрства
region-south-caucasus = Паўднёвы Каўказ
region-central-asia = Цэнтральная Азія
region-western-balkans = Заходнія Балканы
region-baltics = краіны Балтыі
region-nordics = краіны Паўночнай Еўропы
region-africa = Афрыка
region-americas = Амерыка
region-asia = Азія
region-oceania = Акіянія
region-middle-east = Блізкі Усход
rule-place = Месца дзейнасці
rule-entity-country = Краіна рэгістрацыі заяўніка
rule-entity-form = Прававая форма
rule-award = Памер гранта
rule-duration = Працягласць
rule-deadline = Канчатковы тэрмін
rule-language = Мова заяўкі
rule-partner = Партнёр
rule-core-costs = Базавыя выдаткі
rule-co-financing = Суфінансаванне
rule-regranting = Рэгрантынг
stage-idea = ідэя
stage-pilot = пілот
stage-running = працуе
stage-scaling = пашырэнне
verdict-eligible = Даступна
verdict-unclear = Няясна
verdict-blocked = Недаступна
visibility-private = толькі Ваша арганізацыя
visibility-named = названыя людзі
visibility-coalition = Ваша кааліцыя
visibility-donors = донары, пад кодавай назвай
visibility-public = усе
why-stated = пазначана
why-call-silent = У конкурсе пра гэта не сказана.
why-project-silent = У праекце пра гэта не сказана.
why-no-entity = Юрыдычная асоба не запісана.
why-currencies-differ = Дзве валюты і ніякага курсу на дату.
why-partly-covered = Праект выходзіць за межы таго, што дазваляе конкурс.
why-not-open-yet = Яшчэ не адкрыта.
why-too-late = Закрываецца пазней, чым патрэбны грошы.
confidence-high = высокая
confidence-medium = сярэдняя
confidence-low = нізкая
confidence-of = Пэўнасць: { $level }, вядома фактаў: { $known } з { $of }
field-title = назва
field-text = тэкст
field-conditions = умовы
field-eligibility = хто можа падацца
field-lang = мова тэксту
field-url = адрас
field-programme = праграма
field-donor = донар
field-status = стан
field-opens = адкрыццё
field-closing = закрыццё
field-deadline-text = закрыццё, словамі
field-award = памер гранта
field-award-text = сумы, словамі
field-total = агульная сума
field-awards-expected = колькасць грантаў
field-duration = працягласць
field-duration-text = працягласць, словамі
field-places = месцы
field-languages = мовы
field-themes = тэмы
field-entity-countries = краіна рэгістрацыі заяўніка
field-entity-countries-excluded = выключаныя краіны рэгістрацыі
field-entity-forms = прававыя формы
field-core-costs = базавыя выдаткі
field-co-financing-percent = суфінансаванне
field-regranting = рэгрантынг
field-partner = партнёр
field-rules = правілы

# Start
start-title = Грошы на справу, якую Вы робіце
start-empty = Тут пакуль нічога няма. Імпартуйце вядомыя Вам конкурсы або апішыце праект — і Waxwing пакажа, што падыходзіць.
start-import = Імпартаваць конкурсы
start-write = Апісаць праект
start-browse = Праглядзець конкурсы
start-calls = { $count ->
    [one] Зараз адкрыты { $shown } конкурс.
    [few] Зараз адкрыты { $shown } конкурсы.
    [many] Зараз адкрыта { $shown } конкурсаў.
   *[other] Зараз адкрыта { $shown } конкурсу.
}
start-donors = { $count ->
    [one] У базе { $shown } донар.
    [few] У базе { $shown } донары.
    [many] У базе { $shown } донараў.
   *[other] У базе { $shown } донара.
}
start-projects = { $count ->
    [one] Апісаны і супастаўлены з імі { $shown } праект.
    [few] Апісаны і супастаўлены з імі { $shown } праекты.
    [many] Апісана і супастаўлена з імі { $shown } праектаў.
   *[other] Апісана і супастаўлена з імі { $shown } праекта.
}
start-closing = Хутка закрываюцца
start-newest = Найноўшыя
start-how-title = Як гэта адбываецца
start-how-1 = Дадайце конкурсы: з файла партала ЕС, са спіса або ў нашым уласным фармаце.
start-how-2 = Апішыце праект: што робіцца, для каго, дзе і колькі каштуе. Імёны не патрэбны.
start-how-3 = Прачытайце, што падыходзіць, што не і чаму, — са словамі конкурсу побач з кожным правілам.
start-promise = Імёны, узрост і ранейшыя гранты не маюць значэння.
start-promise-link = Паглядзіце, як працуе падбор

# Filters
filter-title = Фільтр
filter-words = Словы
filter-more = { $count ->
    [one] Фільтры: { $shown } актыўны
    [few] Фільтры: { $shown } актыўныя
    [many] Фільтры: { $shown } актыўных
   *[other] Фільтры: { $shown } актыўнага
}
filter-project = Для праекта
filter-no-project = Праект не выбраны
filter-theme = Тэма
filter-any-theme = Любая тэма
filter-place = Месца дзейнасці
filter-language = Мова конкурсу
filter-any-language = Любая мова
filter-before = Закрываецца не пазней за
filter-status = Стан
filter-sort = Упарадкаваць паводле
filter-show = Паказаць
filter-clear = Ачысціць фільтры
filter-verdict = Вердыкт
filter-entity = Падацца праз
sort-closing = Даты закрыцця
sort-newest = Навізны
sort-fit = Адпаведнасці
route-best = Найлепшы шлях

# Calls
calls-title = Конкурсы
calls-count = { $count ->
    [one] { $shown } конкурс
    [few] { $shown } конкурсы
    [many] { $shown } конкурсаў
   *[other] { $shown } конкурсу
}
calls-none = Ніводзін конкурс не праходзіць гэтыя фільтры.
calls-for-project = Вердыкт і адпаведнасць пададзены для выбранага праекта.
fit-of-hundred = / 100 адпаведнасць
fit-short = адпаведнасць { $score }
call-rules = Хто можа падацца і на што
call-rules-demand = Што патрабуецца
rules-title = Правілы
rules-rule = Правіла
rules-words = Што сказана ў конкурсе
rules-summary = Правілы: выканана { $met }, невядома { $unknown }, не выканана { $notmet }
rules-none = Ніводнае правіла гэтага конкурсу не вядома.
rules-for-none = Без юрыдычнай асобы
rules-for-entity = Для Вашай юрыдычнай асобы: { $form } ({ $country })
rules-for-candidate = Для гэтага праекта
clause-field = пададзена як факт: { $field }
clause-at = { $field }, ад сімвала { $start }
demand-anywhere = дзе заўгодна
demand-except = { $within }, акрамя: { $except }
demand-host = партнёр там, дзе адбываецца праца
demand-host-in = партнёр у такіх месцах: { $places }
demand-consortium = арганізацый — не менш за { $members }, краін — не менш за { $countries }
demand-partner = партнёр
demand-allowed = дазволена
demand-not-allowed = не дазволена
demand-percent = { $percent } % выдаткаў
call-opens = адкрываецца { $day }
call-total = усяго { $amount }
call-awards = { $count ->
    [one] чакаецца { $shown } грант
    [few] чакаюцца { $shown } гранты
    [many] чакаецца { $shown } грантаў
   *[other] чакаецца { $shown } гранта
}
call-text = На што даюць грошы
call-eligibility = Хто можа падацца
call-conditions = Умовы
call-versions = Што змянілася
version-day = Запісана
version-field = Поле
version-before = Было
version-after = Стала
call-deadlines = Закрыццё
call-themes = Тэмы
call-themes-suggested = Меркавана паводле слоў тэксту:
call-donor = Донар
donor-parent = перадае сродкі донара { $parent }
donor-designated = Гэты донар унесены ў дзяржаўны спіс.
donor-designated-says = Для людзей у той краіне кантакт з ім можа лічыцца злачынствам. Яго конкурсы не паказваюцца для праектаў, якія маюць там людзей, а яго адрас не з’яўляецца спасылкай.
donor-status = { $country }: { $kind } з { $day }. Крыніца: { $source }
donor-status-inherited = { $donor }, чые сродкі ён перадае, — { $country }: { $kind } з { $day }. Крыніца: { $source }
call-source = Крыніца
call-open-source = Прачытаць на сайце донара
call-recorded = Крыніца: { $source }, запісана { $day }
call-projects = Праекты для гэтага конкурсу
call-projects-link = Праглядзець іх пад кодавымі назвамі
call-similar = Падобныя конкурсы
call-likeness = падабенства { $share } %
call-for-project = Для Вашага праекта: { $verdict }, адпаведнасць { $score }; выканана правіл: { $met } з { $all }.
call-for-project-link = Усе падабраныя конкурсы

# Matches
why-words = Агульныя словы:
why-themes = Агульныя тэмы:
why-places = Агульныя месцы:
why-missing = Каб адпаведнасць была вышэйшай, пазначце, ці займаецеся Вы таксама гэтым: { $words }.
why-nothing = У словах, тэмах і месцах няма нічога агульнага.
matches-search = Шукаць сярод усіх конкурсаў для гэтага праекта
matches-none = Ніводзін конкурс не праходзіць гэтыя фільтры.
matches-blocked = Паказаць недаступныя конкурсы
matches-show-blocked = { $count ->
    [one] Паказаць { $shown } недаступны конкурс
    [few] Паказаць { $shown } недаступныя конкурсы
    [many] Паказаць { $shown } недаступных конкурсаў
   *[other] Паказаць { $shown } недаступнага конкурсу
}
matches-promise = Імёны, узрост і ранейшыя гранты не ўплываюць на адпаведнасць.
matches-hidden = { $count ->
    [one] Схаваны { $shown } конкурс: яго донар унесены ў дзяржаўны спіс у краіне, дзе гэты праект мае людзей.
    [few] Схаваны { $shown } конкурсы: іх донары ўнесены ў дзяржаўны спіс у краіне, дзе гэты праект мае людзей.
    [many] Схавана { $shown } конкурсаў: іх донары ўнесены ў дзяржаўны спіс у краіне, дзе гэты праект мае людзей.
   *[other] Схавана { $shown } конкурсу: іх донары ўнесены ў дзяржаўны спіс у краіне, дзе гэты праект мае людзей.
}
matches-hidden-link = Што гэта значыць
candidates-title = Праекты для гэтага конкурсу
candidates-none = Ніводзін праект, бачны донарам, не праходзіць гэтыя фільтры.
candidates-blind = Праекты пададзены пад кодавымі назвамі. Хто за імі стаіць, не ўплывае на іх парадак.

# Projects
projects-title = Праекты
projects-count = { $count ->
    [one] { $shown } праект
    [few] { $shown } праекты
    [many] { $shown } праектаў
   *[other] { $shown } праекта
}
projects-none = Яшчэ не апісаны ніводзін праект.
projects-none-found = Ніводзін праект не праходзіць гэты фільтр.
project-see-matches = Хто можа яго прафінансаваць
project-new = Новы праект
project-new-says = Абавязковая толькі назва. Чым больш Вы скажаце, тым пэўнейшым будзе падбор.
project-edit = Рэдагаваць праект
project-pages = Праект
project-tab = Праект
project-tab-matches = Падабраныя конкурсы
project-tab-edit = Рэдагаваць
project-title = Назва
project-summary = Адным-двума сказамі
project-problem = Праблема
project-activities = Што Вы робіце
project-outputs = Што з гэтага атрымліваецца
project-beneficiaries = Каму гэта на карысць
project-audience = Да каго ён звяртаецца
project-organisation = Арганізацыя
project-reach = Каго ён ахоплівае
project-visibility = Хто можа яго бачыць
project-code-name = Кодавая назва: { $name }
project-needs = патрэбна { $amount }
project-from = з { $day }
project-people-inside = мае людзей унутры краіны
entity-sponsor = фіскальны спонсар
entity-none = Юрыдычная асоба не запісана: нефармальная група падаецца праз фіскальнага спонсара.

# Project form
form-lang = Мова гэтага тэксту
form-summary-hint = Што павінен запомніць старонні чалавек.
form-activities-hint = Канкрэтна: словы, якія Вы тут ужываеце, супастаўляюцца са словамі конкурсаў. Імёны і назвы маскіруюцца.
form-themes = { $count ->
    [one] Тэмы: выбрана { $shown }
    [few] Тэмы: выбрана { $shown }
    [many] Тэмы: выбрана { $shown }
   *[other] Тэмы: выбрана { $shown }
}
form-themes-hint = Тэмы супастаўляюцца незалежна ад мовы.
form-work-places = Дзе Вы працуеце
form-reach-places = Каго Вы ахопліваеце і дзе
form-places-hint = Краіны або рэгіёны праз коску, напрыклад: Германія, Грузія, Усходняе партнёрства
form-languages = Мовы працы
form-languages-hint = Праз коску, напрыклад: руская, бурацкая
form-budget = Колькі гэта каштуе
form-budget-min = Не менш за
form-budget-max = Не больш за
form-currency = Валюта
form-time = Калі
form-needed-by = Грошы патрэбны да
form-duration = Месяцаў
form-stage = Стадыя
form-money = На што патрэбны грошы
form-core-costs = Патрабуе сродкаў на базавыя выдаткі
form-regrants = Перадае сродкі іншым
form-co-financing = Уласны ўнёсак, працэнтаў
form-partners = { $count ->
    [one] Партнёры: { $shown }
    [few] Партнёры: { $shown }
    [many] Партнёры: { $shown }
   *[other] Партнёры: { $shown }
}
form-partners-title = Партнёры
form-name = Назва
form-country = Краіна
form-form = Прававая форма
form-partner-name = Назва партнёра { $number }
form-partner-country = Краіна партнёра { $number }
form-partner-form = Прававая форма партнёра { $number }
form-people-inside = Краіны, дзе Вашым людзям пагражае небяспека
form-people-inside-hint = Конкурсы донараў, унесеных там у дзяржаўны спіс, ніколі не будуць паказвацца для гэтага праекта.
form-visibility-hint = Донары бачаць толькі кодавую назву і ніколі не бачаць арганізацыі.
form-save = Захаваць і падабраць конкурсы
form-preview = Папярэдне падабраць
form-errors = Калі ласка, спачатку выпраўце гэта
live-title = Найлепшыя конкурсы на гэты момант
live-empty = Напішыце адзін-два сказы — і тут з’явяцца адпаведныя конкурсы.
live-none = Пакуль нічога не падыходзіць.
live-failed = Сервер не адказвае. Скарыстайцеся кнопкай «Папярэдне падабраць».
live-asked = Яшчэ не захавана. Гэтыя конкурсы адпавядаюць таму, што Вы напісалі.
error-page = Памылка: { $title }
error-title = Дайце праекту назву
error-too-long = Скараціце гэты тэкст
error-place = «{ $part }» — мы не ведаем такой краіны ці рэгіёна
error-place-one = Мы не ведаем такой краіны ці рэгіёна
error-country = «{ $part }» — мы не ведаем такой краіны
error-language = «{ $part }» — мы не ведаем такой мовы
error-amount = Напішыце суму, напрыклад 38000
error-range = Найбольшая сума меншая за найменшую
error-currency = Выберыце валюту
error-day = Напішыце дату, напрыклад 2027-03-01
error-months = Напішыце цэлы лік месяцаў
error-percent = Напішыце лік ад 0 да 100
error-organisation = Выберыце арганізацыю са спіса
error-choice = Выберыце нешта са спіса
error-partner = Пакажыце назву партнёра

# Import
import-title = Імпарт
import-says = Выберыце файл. Спачатку Вы ўбачыце, што ён зменіць; без Вашай згоды нічога не будзе запісана.
import-kind = Што змяшчае файл
import-calls = Конкурсы
import-projects = Праекты
import-file = Файл
import-file-hint = Не больш за { $limit } МБ. Фармат распазнаецца паводле змесціва; сціснутыя файлы (.gz) таксама падыходзяць.
import-preview = Папярэдні прагляд
import-formats = Што можна прачытаць
import-format-native = Уласны фармат Waxwing: па адным аб’екце JSON на радок, конкурсы або праекты.
import-format-eu = Тэмы партала EU Funding & Tenders, у трох варыянтах.
import-format-ua = Спісы конкурсаў для ўкраінскай грамадзянскай супольнасці, з сумамі і тэрмінамі, пазначанымі словамі.
import-format-us = Грантавыя магчымасці штатаў ЗША.
import-promise = Паўторны імпарт таго самага файла нічога не мяняе. Калі канчатковы тэрмін змяніўся, ранейшы захоўваецца ў гісторыі.
import-nothing = Спачатку выберыце файл
import-empty = Файл пусты
import-binary = Гэта не файл з запісамі: { $detail }
import-not-recognised = Фармат невядомы: { $detail }
import-broken = Файл пашкоджаны, нічога не запісана: { $detail }
import-unpacks = Пасля распакоўкі файл становіцца занадта вялікім: { $detail }
import-unreadable = Файл немагчыма прачытаць: { $detail }
import-too-big = Файл большы за { $limit } МБ
import-expired = Папярэдні прагляд ужо не захоўваецца. Калі ласка, выберыце файл яшчэ раз.
import-again = Выбраць файл
import-preview-title = Папярэдні прагляд імпарту
import-preview-says = Яшчэ нічога не запісана.
import-nothing-new = У гэтым файле няма нічога новага: імпартаваць няма чаго.
import-done = Імпартавана
import-done-says = Запісы захаваны, і падбор іх улічвае.
import-format = { $name }, распазнаны фармат: { $format }
import-new = Новыя
import-changed = Змененыя
import-same = Без змен
import-refused = Адхіленыя
import-records = Запісы новыя, змененыя або адхіленыя
import-row = Радок
import-outcome = Што адбудзецца
import-record = Запіс
import-more = { $count ->
    [one] і яшчэ { $shown }
    [few] і яшчэ { $shown }
    [many] і яшчэ { $shown }
   *[other] і яшчэ { $shown }
}
import-commit = { $count ->
    [one] Імпартаваць { $shown } запіс
    [few] Імпартаваць { $shown } запісы
    [many] Імпартаваць { $shown } запісаў
   *[other] Імпартаваць { $shown } запісу
}
import-see = Праглядзець іх
import-another = Імпартаваць іншы файл
problem-missing = не пазначана
problem-unknown-field = не з’яўляецца полем гэтага фармату
problem-invalid = «{ $found }» сюды не падыходзіць; чакаецца: { $expected }
problem-too-long = перавышае абмежаванне ў байтах: { $limit }
problem-unreadable = немагчыма прачытаць: { $detail }
problem-repeated = мае той самы ідэнтыфікатар, што і радок { $row }
problem-organisation = «{ $found }» няма сярод запісаў

# About
matching-lede = Waxwing параўноўвае, чаго патрабуе конкурс і што робіць праект. Хто менавіта звяртаецца, ён не ведае.
matching-three = Тры адказы, а не адзін лік
matching-three-says = Вердыкт: ці можа гэты праект падацца? Адпаведнасць: ці хочуць конкурс і праект аднаго і таго ж? Пэўнасць: колькі было вядома? Высокая адпаведнасць не хавае невыкананага правіла.
matching-blind = Імёны і назвы замаскіраваны
matching-blind-says = Назвы арганізацый, імёны людзей, назвы донараў, адрасы, сайты і рэгістрацыйныя нумары выдаляюцца з кожнага тэксту да параўнання. Калі прыбраць з праекта вядомую назву або замяніць яе іншай, нічога не зменіцца.
matching-fit = З чаго складаецца адпаведнасць
matching-fit-says = Словы, якія ўжываюць абодва тэксты (радзейшыя важаць больш); тэмы; месцы; сумы. Складнікі разам даюць паказаны лік. Калі адзін з бакоў пра нешта маўчыць, гэты складнік прапускаецца, і пра гэта сказана.
matching-rules = Правілы пададзены разам з іх словамі
matching-rules-says = Каля кожнага правіла паказаны сказ конкурсу, на які яно абапіраецца, або факт, якім яно пададзена. Для кожнай з Вашых юрыдычных асоб яно выканана, не выканана або невядома; паказаны найлепшы шлях.
matching-unknown = Невядома — гэта не «не»
matching-unknown-says = Тое, пра што конкурс або праект маўчыць, ніколі не залічваецца супраць яго. Гэта зніжае пэўнасць, а вердыкт будзе «няясна».
matching-urgency = Тэрміновасць — гэта не адпаведнасць
matching-urgency-says = Паводле дат закрыцця можна ўпарадкоўваць і фільтраваць. Ліку яны ніколі не мяняюць.
matching-designated = Донары з дзяржаўных спісаў
matching-designated-says = Некаторыя дзяржавы абвясцілі асобных донараў «непажаданымі» або «экстрэмісцкімі»; для людзей у гэтых краінах кантакт з імі можа лічыцца злачынствам. Калі праект мае людзей у такой краіне, конкурсы гэтага донара і тых, хто перадае яго сродкі, нідзе для гэтага праекта не паказваюцца.
matching-limits = Чаго ён не ўмее
matching-limits-says = Словы параўноўваюцца ў межах адной мовы; паміж мовамі падбор абапіраецца на тэмы, месцы і сумы. Правілы бяруцца з тэкстаў толькі там, дзе яны бясспрэчныя, таму многія застаюцца невядомымі. Прачытайце ўмовы конкурсу, перш чым вырашаць.
privacy-title = Прыватнасць
privacy-lede = Чаго не захоўваюць, таго не канфіскуюць.
privacy-true = Што праўда сёння
privacy-1 = Адрасы наведвальнікаў, іх браўзеры і старонкі, з якіх яны прыйшлі, не захоўваюцца і не запісваюцца ў журналы.
privacy-2 = Ніводная старонка нічога не загружае з іншых сервераў, і сам сервер не адкрывае з імі злучэнняў.
privacy-3 = Кожная старонка і форма працуе без скрыптоў. На большасці старонак іх няма.
privacy-4 = Загружаныя файлы трымаюцца ў памяці, пакуль Вы не вырашыце, не больш за паўгадзіны, і ніколі не запісваюцца на дыск.
privacy-5 = Адзін файл cookie захоўвае Вашу мову, калі Вы яе выбралі. Іншых няма.
privacy-6 = Праекты прыватныя, калі Вы не вырашыце інакш. Донары бачаць кодавыя назвы.
privacy-not = Што яшчэ не праўда
privacy-not-says = Уліковых запісаў пакуль няма. Кожны, хто мае доступ да гэтага сервера, можа прачытаць на ім усё, таму ён прымае злучэнні толькі з гэтага камп’ютара.
word-call = Конкурс
word-call-says = Прапанова сродкаў з правіламі: хто можа падацца, на што, колькі і да якога часу.
word-project = Праект
word-project-says = Праца, якой патрэбны грошы. Падбор вядзецца для праектаў, а не для арганізацый.
word-donor = Донар
word-donor-says = Той, хто дае сродкі: дзяржаўная ўстанова, фонд, кампанія або пасярэднік, які перадае сродкі далей.
word-entity = Юрыдычная асоба
word-entity-says = Зарэгістраваная арганізацыя, праз якую можна падаць заяўку і атрымаць сродкі. Каманда можа мець іх некалькі, у розных краінах.
word-sponsor = Фіскальны спонсар
word-sponsor-says = Зарэгістраваная арганізацыя, якая атрымлівае сродкі для групы, што не мае ўласнай юрыдычнай асобы.
word-rule = Правіла
word-rule-says = Адна ўмова конкурсу са словамі, на якія яна абапіраецца: выканана, не выканана або невядома.
word-fit = Адпаведнасць
word-fit-says = Наколькі конкурс і праект пасуюць адзін аднаму паводле зместу, ад 0 да 100.
word-confidence = Пэўнасць
word-confidence-says = Колькі з таго, што мае значэнне, было вядома падчас падбору.
word-core = Базавыя выдаткі
word-core-says = Тое, дзякуючы чаму арганізацыя існуе, што б яна ні рабіла: арэнда, бухгалтэрыя, пастаянныя супрацоўнікі.
word-regranting = Рэгрантынг
word-regranting-says = Перадача гранта іншым меншымі часткамі.
word-cofinancing = Суфінансаванне
word-cofinancing-says = Частка выдаткаў, якую ўносіць заяўнік.
word-designated = У дзяржаўным спісе
word-designated-says = Абвешчана дзяржавай «непажаданай арганізацыяй», «экстрэмісцкай арганізацыяй» або «замежным агентам», з датай і крыніцай.
import-not-text = Файл не чытаецца як тэкст: { $detail }
import-truncated = Файл абрываецца раней за канец, нічога не запісана: { $detail }
import-too-deep = У файле занадта глыбокая ўкладзенасць: { $detail }
import-record-too-long = Адзін з запісаў файла занадта доўгі: { $detail }
import-too-many = У файле занадта шмат запісаў: { $detail }
