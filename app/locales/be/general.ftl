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
failure-not-found-says = Такой старонкі няма, або яна вам недаступная.
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
in-hours = { $count ->
    [one] праз { $shown } гадзіну
    [few] праз { $shown } гадзіны
    [many] праз { $shown } гадзін
   *[other] праз { $shown } гадзіны
}
within-hour = менш чым праз гадзіну
zone-anywhere = дзе заўгодна на Зямлі, UTC−12
zone-unknown = часавы пояс не пазначаны
deadline-day = { $day }, гадзіна і часавы пояс не пазначаны
deadline-whole-day = { $day }, гадзіна не пазначана ({ $zone }; да { $utc } UTC)
deadline-hour = { $day }, { $hour } ({ $zone })
closing-rolling = адкрыта пастаянна
closing-unknown = дата закрыцця не пазначана
closing-on = закрываецца { $day }, { $ahead }
closing-maybe = закрываецца { $day }, магчыма, ужо закрыта: часавы пояс не пазначаны
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
legal-status-terrorist = «тэрарыстычная арганізацыя»
legal-status-foreign-agent = «замежны агент»
outcome-met = выканана
outcome-unknown = невядома
outcome-not-met = не выканана
part-words = Словы
part-themes = Тэмы
part-place = Месца
part-amount = Сума
part-meaning = Роднасныя словы
part-crowding = Падобна да многіх
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
rule-entity-age = Час ад рэгістрацыі
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
verdict-eligible = Падыходзіць паводле ўмоў
verdict-unclear = Няясна
verdict-blocked = Не падыходзіць паводле ўмоў
visibility-private = толькі ваша арганізацыя
visibility-named = названыя людзі
visibility-coalition = Ваша кааліцыя
visibility-donors = донары, пад кодавымі назвамі
visibility-public = усе
why-stated = пазначана
why-call-silent = У конкурсе пра гэта не сказана.
why-place-open = Там знаходзяцца толькі людзі, якіх ахоплівае праект. Ці мусіць там адбывацца і сама праца, у конкурсе не сказана.
why-words-open = Словы конкурсу пра гэта не даюць яснага адказу.
why-project-silent = У праекце пра гэта не сказана.
why-no-entity = Юрыдычная асоба не пазначана.
why-entity-silent = Не запісана, з якога часу юрыдычная асоба зарэгістраваная.
why-currencies-differ = Дзве валюты і ніякага курсу на дату.
why-partly-covered = Праект выходзіць за межы таго, што дазваляе конкурс.
why-not-open-yet = Яшчэ не адкрыта.
why-too-late = Закрываецца пазней, чым патрэбны грошы.
confidence-high = высокая
confidence-medium = сярэдняя
confidence-low = нізкая
confidence-of = Упэўненасць: { $level }, вядома фактаў: { $known } з { $of }
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
field-deadline-text = дата закрыцця, словамі донара
field-award = памер гранта
field-award-text = сумы, словамі донара
field-total = агульная сума
field-awards-expected = колькасць грантаў
field-duration = працягласць
field-duration-text = працягласць, словамі донара
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
start-title = Грошы на справу, якую вы робіце
start-empty = Тут пакуль нічога няма. Імпартуйце вядомыя вам конкурсы або апішыце праект — і Waxwing пакажа, што падыходзіць.
start-empty-imports = Тут пакуль нічога няма. Імпартуйце вядомыя вам конкурсы.
start-empty-writes = Конкурсаў тут пакуль няма: іх загружаюць тыя, хто вядзе спіс конкурсаў на гэтым серверы. Праект можна апісаць ужо цяпер: як толькі конкурсы з’явяцца, вы ўбачыце, што падыходзіць.
start-empty-reviews = Конкурсаў тут пакуль няма. Запішыце конкурс вашага донара, і побач з ім з’явяцца адпаведныя праекты.
start-empty-waits = Тут пакуль нічога няма. Як толькі конкурсы будуць загружаны, вы ўбачыце іх тут.
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
start-how-review-1 = Запішыце конкурсы вашага донара і праверце правілы, прачытаныя з іх тэксту.
start-how-review-2 = Адкрыйце конкурс і чытайце праекты для яго пад кодавымі назвамі.
start-how-review-3 = Ацаніце іх. Калі ўсе ацэнкі зафіксаваны, назвы можна адкрыць, назваўшы прычыну.
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
calls-none = Паводле гэтых фільтраў не знойдзена ніводнага конкурсу.
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
rules-for-entity = Для вашай юрыдычнай асобы: { $form } ({ $country })
rules-for-candidate = Для гэтага праекта
clause-field = у конкурсе пазначана: { $field }
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
call-for-project = Для вашага праекта: { $verdict }, адпаведнасць { $score }; выканана правіл: { $met } з { $all }.
call-for-project-link = Усе падабраныя конкурсы

# Matches
why-words = Агульныя словы:
why-themes = Агульныя тэмы:
why-places = Агульныя месцы:
why-context = Дзе пра гэта сказана ў конкурсе
why-crowding = Балы знятыя, бо конкурс або праект падобны да вельмі многіх конкурсаў.
why-missing = Каб адпаведнасць была вышэйшай, пазначце, ці займаецеся вы таксама гэтым: { $words }.
why-nothing = У словах, тэмах і месцах няма нічога агульнага.
why-nothing-of = Няма супадзенняў: { $parts }.
why-unknown = Невядома, таму не параўноўвалася: { $parts }.
unlock-host = Што адкрыла б гэты конкурс: партнёр там, дзе ідзе праца.
unlock-partner = Што адкрыла б гэты конкурс: партнёр у адным з месцаў: { $places }.
unlock-applicant = Што адкрыла б гэты конкурс: партнёр, які падае заяўку разам з вамі і зарэгістраваны тут: { $places }.
unlock-consortium = Што адкрыла б гэты конкурс: кансорцыум; удзельнікаў, разам з вамі, не менш за { $members }, краін не менш за { $countries }.
matches-search = Шукаць сярод усіх конкурсаў для гэтага праекта
matches-none = Паводле гэтых фільтраў не знойдзена ніводнага конкурсу.
matches-blocked = Паказаць конкурсы, што не падыходзяць паводле ўмоў
matches-show-blocked = { $count ->
    [one] Паказаць { $shown } конкурс, што не падыходзіць паводле ўмоў
    [few] Паказаць { $shown } конкурсы, што не падыходзяць паводле ўмоў
    [many] Паказаць { $shown } конкурсаў, што не падыходзяць паводле ўмоў
   *[other] Паказаць { $shown } конкурсу, што не падыходзяць паводле ўмоў
}
matches-promise = Імёны, узрост і ранейшыя гранты не ўплываюць на адпаведнасць.
matches-hidden = { $count ->
    [one] Схаваны { $shown } конкурс: яго донар унесены або, магчыма, унесены ў дзяржаўны спіс у краіне, дзе ваша арганізацыя мае людзей.
    [few] Схаваны { $shown } конкурсы: іх донары ўнесены або, магчыма, унесены ў дзяржаўны спіс у краіне, дзе ваша арганізацыя мае людзей.
    [many] Схавана { $shown } конкурсаў: іх донары ўнесены або, магчыма, унесены ў дзяржаўны спіс у краіне, дзе ваша арганізацыя мае людзей.
   *[other] Схавана { $shown } конкурсу: іх донары ўнесены або, магчыма, унесены ў дзяржаўны спіс у краіне, дзе ваша арганізацыя мае людзей.
}
matches-hidden-link = Што гэта значыць
designated-title = Конкурсы, схаваныя дзеля бяспекі вашых людзей
designated-crime = Для людзей вашай арганізацыі кантакт з гэтымі донарамі можа лічыцца злачынствам.
designated-who = Дзяржава, у якой ваша арганізацыя мае людзей, абвясціла донара або таго, чые грошы ён перадае, непажаданай, экстрэмісцкай ці тэрарыстычнай арганізацыяй або замежным агентам. Там могуць пакараць за ўдзел у яго працы, за заяўку і нават за спасылку на яго.
designated-trace = Заяўка пакідае сляды на гады: у пошце, банкаўскіх выпісках, справаздачах, на гэтым серверы. Тыя, хто з’ехаў, могуць паставіць пад пагрозу тых, хто застаўся.
designated-ask = Перш чым адкрыць старонку донара ці напісаць яму, спытайце юрыста, які ведае права гэтай краіны. Тут няма юрыдычных парад.
designated-record = Даты і крыніцы — тыя, што запісаныя тут; навейшых рашэнняў тут можа не быць.
designated-count = { $count ->
    [0] Для гэтага праекта нічога не схавана.
    [one] Для гэтага праекта схаваны { $shown } конкурс.
    [few] Для гэтага праекта схаваныя { $shown } конкурсы.
    [many] Для гэтага праекта схавана { $shown } конкурсаў.
   *[other] Для гэтага праекта схавана { $shown } конкурсу.
}
designated-show = Разумею, паказаць
candidates-title = Праекты для гэтага конкурсу
candidates-none = Паводле гэтых фільтраў няма ніводнага праекта, адкрытага донарам.
candidates-none-own = Ніводзін з вашых праектаў не адпавядае гэтым фільтрам.
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
projects-none-shown = Вам не паказаны ніводзін праект. Праекты пішуць удзельнікі арганізацый, і яны вырашаюць, хто іх бачыць.
projects-none-found = Паводле гэтага фільтра не знойдзена ніводнага праекта.
project-see-matches = Хто можа яго прафінансаваць
project-new = Новы праект
project-new-says = Абавязковая толькі назва. Чым больш вы скажаце, тым пэўнейшым будзе падбор.
project-edit = Рэдагаваць праект
project-pages = Праект
project-tab = Праект
project-tab-matches = Падабраныя конкурсы
project-tab-edit = Рэдагаваць
project-title = Назва
project-summary = Адным-двума сказамі
project-problem = Праблема
project-activities = Што вы робіце
project-outputs = Што з гэтага атрымліваецца
project-beneficiaries = Каму гэта на карысць
project-audience = Да каго ён звяртаецца
project-organisation = Арганізацыя
project-reach = Каго ён ахоплівае
project-visibility = Хто можа яго бачыць
project-needs = патрэбна { $amount }
project-from = грошы патрэбны да { $day }
project-own-share = уласны ўнёсак: { $percent } %
project-core-costs = патрабуе сродкаў на базавыя выдаткі
project-no-core-costs = не патрабуе сродкаў на базавыя выдаткі
project-regrants = перадае сродкі іншым
project-no-regrants = не перадае сродкаў іншым
project-people-inside = ёсць людзі ўнутры краіны
entity-sponsor = фіскальны спонсар
entity-none = Юрыдычная асоба не пазначана: нефармальная група падае заяўку праз фіскальнага спонсара.

# Project form
form-lang = Мова гэтага тэксту
form-summary-hint = Што павінен запомніць старонні чалавек.
form-activities-hint = Канкрэтна: словы, якія вы тут ужываеце, супастаўляюцца са словамі конкурсаў. Імёны і назвы маскіруюцца.
form-themes = { $count ->
    [one] Тэмы: выбрана { $shown }
    [few] Тэмы: выбрана { $shown }
    [many] Тэмы: выбрана { $shown }
   *[other] Тэмы: выбрана { $shown }
}
form-themes-hint = Тэмы супастаўляюцца незалежна ад мовы.
form-work-places = Дзе вы працуеце
form-reach-places = Каго вы ахопліваеце і дзе
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
form-people-inside = Краіны, дзе вашым людзям пагражае небяспека
form-people-inside-hint = Конкурсы донараў, унесеных там у дзяржаўны спіс, для гэтага праекта не паказваюцца.
form-save = Захаваць і падабраць конкурсы
form-preview = Папярэдне падабраць
form-errors = Калі ласка, спачатку выпраўце гэта
live-title = Пакуль найлепш падыходзяць
live-empty = Напішыце адзін-два сказы — і тут з’явяцца адпаведныя конкурсы.
live-none = Пакуль нічога не падыходзіць.
live-failed = Сервер не адказвае. Скарыстайцеся кнопкай «Папярэдне падабраць».
live-asked = Яшчэ не захавана. Гэтыя конкурсы адпавядаюць таму, што вы напісалі.
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
error-currency-other = Тут пазначана не тая валюта, што выбрана побач
error-day = Напішыце дату, напрыклад 2027-03-01
error-day-past = Гэты дзень ужо мінуў: напішыце будучую дату
error-months = Напішыце цэлы лік месяцаў
error-percent = Напішыце лік ад 0 да 100
error-organisation = Выберыце арганізацыю са спіса
error-choice = Выберыце са спіса
error-partner = Пакажыце назву партнёра

# Import
import-title = Імпарт
import-says = Выберыце файл. Спачатку вы ўбачыце, што ён зменіць; без вашай згоды нічога не будзе запісана.
import-kind = Што змяшчае файл
import-calls = Конкурсы
import-projects = Праекты
import-file = Файл
import-file-hint = Не больш за { $limit } МБ. Фармат распазнаецца паводле змесціва; сціснутыя файлы (.gz) таксама падыходзяць.
import-preview = Папярэдні прагляд
import-formats = Што можна прачытаць
import-format-native = Уласны фармат Waxwing: па адным аб’екце JSON на радок, конкурсы або праекты.
import-format-projects = Уласны фармат Waxwing: па адным аб’екце JSON на радок, кожны — праект.
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
matching-rules-says = Каля кожнага правіла паказаны сказ конкурсу, на які яно абапіраецца, або тое, што пазначана асобным полем. Для кожнай з вашых юрыдычных асоб яно выканана, не выканана або невядома; паказаны найлепшы шлях.
matching-unknown = Невядома — гэта не «не»
matching-unknown-says = Тое, пра што конкурс або праект маўчыць, ніколі не залічваецца супраць яго. Гэта зніжае пэўнасць, а вердыкт будзе «няясна».
matching-urgency = Тэрміновасць — гэта не адпаведнасць
matching-urgency-says = Паводле дат закрыцця можна ўпарадкоўваць і фільтраваць. Лікаў яны ніколі не мяняюць.
matching-designated = Донары з дзяржаўных спісаў
matching-designated-says = Некаторыя дзяржавы абвясцілі асобных донараў «непажаданымі» або «экстрэмісцкімі»; для людзей у гэтых краінах кантакт з імі можа лічыцца злачынствам. Калі праект мае людзей у такой краіне, конкурсы гэтага донара і тых, хто перадае яго сродкі, паказваюцца для яго толькі на асобнай старонцы, якая спачатку тлумачыць рызыку.
matching-limits = Чаго ён не ўмее
matching-limits-says = Словы параўноўваюцца ў межах адной мовы; паміж мовамі падбор абапіраецца на тэмы, месцы і сумы. Правілы бяруцца з тэкстаў толькі там, дзе яны бясспрэчныя, таму многія застаюцца невядомымі. Прачытайце ўмовы конкурсу, перш чым вырашаць.
locked-title = Сервер заблакаваны
locked-says = Зноў запусціць яго можа той, хто ім кіруе.
privacy-title = Прыватнасць
privacy-lede = Чаго не захоўваюць, таго не канфіскуюць.
privacy-true = Што дзейнічае ўжо цяпер
privacy-1 = Адрасы наведвальнікаў, іх браўзеры і старонкі, з якіх яны прыйшлі, не захоўваюцца і не запісваюцца ў журналы.
privacy-2 = Ніводная старонка нічога не загружае з іншых сервераў, і сам сервер не адкрывае з імі злучэнняў.
privacy-3 = Кожная старонка і форма працуе без скрыптоў. На большасці старонак іх няма.
privacy-4 = Загружаныя файлы трымаюцца ў памяці, пакуль вы не вырашыце, не больш за паўгадзіны, і ніколі не запісваюцца на дыск.
privacy-5 = Тры файлы cookie: адзін захоўвае мову, калі вы яе выбралі; другі — ваш сеанс, пакуль вы не закрыеце браўзер, паўгадзіны без дзеянняў або найбольш дванаццаць гадзін; па трэцім браўзер пазнае вас пры наступным уваходзе, пакуль вы яго не закрыеце або, калі вы пра гэта папросіце, паўгода.
privacy-6 = Праекты закрытыя, пакуль уладальнік арганізацыі не вырашыць інакш. Донары бачаць кодавыя назвы.
privacy-7 = Паролі захоўваюцца як хэшы Argon2id; ад сеансаў, знаёмых браўзераў і аднаразовых спасылак застаюцца толькі адбіткі.
privacy-8 = Спробы ўваходу запавольваюцца для ўліковага запісу і ніколі для адраса.
privacy-9 = Журнал дзеянняў ведае ўліковыя запісы і гадзіны, але не адрасы і не тэксты, і паказвае, калі яго змянілі.
privacy-10 = Тое, што вы выдаляеце, адразу знікае з файла базы і яе журнала.
privacy-11 = Рэзервовую копію можна прачытаць толькі сакрэтным ключом, які захоўваецца ў іншым месцы; тое, што захоўваецца толькі нейкі час, як журнал дзеянняў, потым выдаляецца.
privacy-proof = Кожнае з гэтых сцвярджэнняў правяраецца аўтаматычнымі тэстамі пры кожнай зборцы праграмы.
privacy-not = Чаго яшчэ няма
privacy-not-says = Той, хто кіруе гэтым серверам, можа чытаць усё, што на ім, пакуль ён працуе: выбірайце, каму даверыць. Waxwing шыфруе файл базы, толькі калі так вырашыў той, хто ім кіруе: спытайце яго; інакш файлу месца на зашыфраваным дыску. Рэзервовыя копіі захоўваюць выдаленае, пакуль іх не прыбяруць.
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
word-confidence = Упэўненасць
word-confidence-says = Колькі з таго, што мае значэнне, было вядома падчас падбору.
word-core = Базавыя выдаткі
word-core-says = Тое, дзякуючы чаму арганізацыя існуе, што б яна ні рабіла: арэнда, бухгалтэрыя, пастаянныя супрацоўнікі.
word-regranting = Рэгрантынг
word-regranting-says = Перадача гранта іншым меншымі часткамі.
word-cofinancing = Суфінансаванне
word-cofinancing-says = Частка выдаткаў, якую ўносіць заяўнік.
word-designated = У дзяржаўным спісе
word-designated-says = Абвешчана дзяржавай «непажаданай», «экстрэмісцкай» ці «тэрарыстычнай арганізацыяй» або «замежным агентам», з датай і крыніцай.
import-not-text = Файл не чытаецца як тэкст: { $detail }
import-truncated = Файл абрываецца, не дайшоўшы да канца, нічога не запісана: { $detail }
import-too-deep = У файле занадта глыбокая ўкладзенасць: { $detail }
import-record-too-long = Адзін з запісаў файла занадта доўгі: { $detail }
import-too-many = У файле занадта шмат запісаў: { $detail }

# People: frame
nav-account = Уліковы запіс
nav-organisations = Арганізацыі
nav-admin = Сервер
nav-sign-in = Увайсці
nav-leave = Хутка сысці
field-name = Назва
field-account-name = Імя
field-sure = Сцяжок «Так, заблакаваць зараз, для ўсіх»
field-password = Пароль
field-new-password = Новы пароль
field-code = Код
field-role = Роля
field-named = Людзі
field-coalition = Кааліцыя
field-members = Арганізацыі
field-reason = Прычына
field-approval = Просьба
field-organisation = Арганізацыя
wrong-missing = { $field }: запоўніце гэтае поле.
wrong-too-long = { $field }: занадта доўга.
wrong-taken = { $field }: ужо занята.
wrong-unknown = { $field }: пад гэтай назвай нічога не знойдзена.
wrong-wrong = { $field }: гэта няправільна.
wrong-password-short = { $field }: не менш за { $least } знакаў. Некалькі слоў запар лёгка запомніць.
wrong-password-weak = { $field }: такі хутка адгадаюць. Вазьміце словы, не звязаныя паміж сабой.
wrong-last-owner = У арганізацыі павінен быць уладальнік: спачатку дайце гэтую ролю камусьці іншаму.
wrong-owner = Перадаць праект іншай арганізацыі можа толькі ўладальнік.

# Signing in
sign-in-title = Уваход
sign-in-name = Імя
sign-in-password = Пароль
sign-in-code = Код другога фактара або запасны код
sign-in-code-hint = Пакіньце пустым, калі другі фактар не наладжаны.
sign-in-button = Увайсці
sign-in-wrong = Імя, пароль або код няправільныя.
sign-in-too-soon = Занадта шмат спроб. Пачакайце { $count ->
    [one] { $shown } секунду
    [few] { $shown } секунды
    [many] { $shown } секунд
   *[other] { $shown } секунды
} і паспрабуйце яшчэ раз. У браўзеры, які вас пазнае, або з запасным кодам чакаць не трэба.
sign-in-lost = Згубілі пароль або тэлефон? Запасны код заменіць тэлефон. Ва ўсіх іншых выпадках папрасіце ў адміністратара гэтага сервера аднаразовую спасылку.
sign-in-again = Ваш сеанс скончыўся, таму яшчэ нічога не захавана. Увайдзіце ў новай укладцы, а потым абнавіце гэтую старонку: браўзер яшчэ раз адправіць тое, што вы ўвялі.
sign-in-new-tab = Увайсці ў новай укладцы
sign-out = Выйсці
landing-title = Знайдзіце конкурсы, якія пасуюць вашаму праекту
landing-says = Waxwing супастаўляе конкурсы донараў і праекты па сутнасці, ніколі па вядомых назвах, і тлумачыць чаму.
landing-no-account = Уліковыя запісы ствараюцца толькі па запрашэнні.
landing-setup = У гэтага сервера яшчэ няма адміністратара. Адкрыйце аднаразовую спасылку, якую ён надрукаваў пры запуску.
demo-try = Агледзецца
demo-try-says = Тут усё выдумана. Выберыце, кім вы хочаце быць; пароль не патрэбны.
demo-as-staff = Супрацоўнік арганізацыі
demo-as-donor = Эксперт донара
demo-as-analyst = Аналітык
demo-as-admin = Адміністратар сервера

# One-time links
join-title = Запрашэнне
join-setup = Вы наладжваеце гэты сервер і становіцеся яго першым адміністратарам.
join-admin = Вы становіцеся адміністратарам гэтага сервера.
join-analyst = Вы становіцеся аналітыкам: вядзеце спіс конкурсаў і вывучаеце сектар.
join-member = Вы далучаецеся да арганізацыі { $name }, роля: { $role }.
join-reviewer = Вы разглядаеце праекты для конкурсаў донара { $name }.
join-recovery = Вы выбіраеце новы пароль для ўліковага запісу { $name }. Яго другі фактар здымаецца, сеансы заканчваюцца.
join-expires = Спасылка дзейнічае адзін раз, да { $day }.
join-name-hint = З ім вы ўваходзіце, і яго бачаць калегі. Гэта неабавязкова ваша сапраўднае імя.
join-password-hint = Не менш за { $least } знакаў; устаўляць з буфера можна.
join-button = Стварыць уліковы запіс
join-recovery-button = Задаць новы пароль
join-have = Вы ўвайшлі як { $name }.
join-with-mine = Прыняць з гэтым уліковым запісам
link-title = Аднаразовая спасылка
link-says = Яна паказана толькі цяпер, дзейнічае адзін раз і заканчваецца праз 24 гадзіны. Перадайце яе спосабам, якому давяраеце.
link-address = Адрас для перадачы
link-for = Для { $name }: аднаўленне доступу
link-for-member = Для арганізацыі { $name }, роля: { $role }
link-for-analyst = Для аналітыка
link-for-admin = Для яшчэ аднаго адміністратара гэтага сервера
link-for-reviewer = Для эксперта донара { $name }
role-viewer = чытанне
role-editor = рэдактар
role-owner = уладальнік

# Account
account-title = Ваш уліковы запіс
account-signed-in-as = Вы ўвайшлі як { $name }.
account-rights = Што вам даступна
account-right-admin = Вы кіруеце гэтым серверам. Закрытыя запісы арганізацый вам не відаць.
account-right-analyst = Вы вядзеце спіс конкурсаў і вывучаеце сектар. Закрытыя запісы арганізацый вам не відаць.
account-right-reviewer = Вы разглядаеце праекты для конкурсаў донара { $name }. Праекты пададзены пад кодавымі назвамі.
account-right-member = { $name }: { $role }
account-right-none = Пакуль нічога: папрасіце запрашэнне.
account-password = Змяніць пароль
account-password-button = Змяніць
account-password-old = Цяперашні пароль
account-changed = Гатова. Усе астатнія вашы сеансы скончаны.
account-factor = Другі фактар
account-factor-none = Код з праграмы на тэлефоне, у дадатак да пароля. Ён не пусціць таго, хто даведаецца ваш пароль.
account-factor-set = Наладзіць другі фактар
account-factor-has = Наладжаны. { $count ->
    [one] Застаўся { $shown } запасны код.
    [few] Засталося { $shown } запасныя коды.
    [many] Засталося { $shown } запасных кодаў.
   *[other] Засталося { $shown } запаснога кода.
}
account-factor-remove = Прыбраць
account-factor-codes = Новыя запасныя коды
account-demo = Уліковыя запісы дэманстрацыі не маюць ні пароля, ні другога фактара.
factor-title = Наладка другога фактара
factor-scan = Счытайце гэтую карцінку праграмай для аднаразовых кодаў.
factor-picture = Ключ, запісаны ніжэй, як карцінка
factor-type = Або ўвядзіце ў праграму гэты ключ:
factor-code = Код, які праграма паказвае цяпер
factor-button = Пацвердзіць
recovery-title = Вашы запасныя коды
recovery-says = Яны паказаны толькі цяпер. Кожны дзейнічае адзін раз замест кода праграмы. Запішыце іх на паперы або трымайце ў сховішчы пароляў, але не побач з тэлефонам.
recovery-done = Коды захаваны
sessions-title = Дзе выкананы ўваход
sessions-says = Ні адрасы, ні браўзеры не запісваюцца, толькі час пачатку кожнага сеанса.
sessions-since = Ад { $day }
sessions-this = гэты
sessions-end = Скончыць
sessions-end-others = Скончыць усе астатнія
trail-own = Што вы рабілі

# Organisations
organisations-title = Вашы арганізацыі
organisations-none = Вы пакуль не належыце ні да адной арганізацыі.
organisations-none-next = Да конкурсаў
organisation-members = Удзельнікі
organisation-member = Удзельнік
organisation-role = Роля
organisation-set-role = Змяніць
organisation-remove-member = Выключыць
organisation-leave = Выйсці з арганізацыі
organisation-invite = Запрасіць
organisation-invite-says = Спасылка стварае ўліковы запіс або дадае арганізацыю да наяўнага.
organisation-invite-button = Стварыць спасылку
organisation-links = Нявыкарыстаныя спасылкі
organisation-take-back = Адклікаць
organisation-code-name = Донары бачаць праекты пад іх уласнымі кодавымі назвамі. Кодавая назва вашай арганізацыі для кааліцый: { $name }
organisation-entities = Юрыдычныя асобы
organisation-coalitions = Кааліцыі
organisation-coalitions-none = Ні ў адной кааліцыі. У кааліцыі арганізацыі могуць паказваць адна адной выбраныя праекты.
organisation-coalition-members = Пагадзіліся: { $names }
organisation-coalition-asked = Запрошаны: { $names }
organisation-coalition-agree = Пагадзіцца
organisation-coalition-leave = Выйсці
organisation-coalition-found = Заснаваць кааліцыю
organisation-coalition-with = Кодавыя назвы іншых арганізацый, па адной у радку
organisation-coalition-button = Запрасіць іх
organisation-two = Для чаго патрэбны два ўладальнікі
organisation-two-says = Адзін уладальнік просіць, другі згаджаецца на працягу сямі дзён.
organisation-ask-export = Папрасіць файл з усім змесцівам
organisation-ask-erase = Папрасіць сцерці арганізацыю
organisation-erase-says = Сціранне выдаляе арганізацыю з усімі праектамі назаўсёды.
organisation-erased = Сцёрта
organisation-erased-says = Арганізацыі і ўсяго, што ёй належала, у базе больш няма.
approval-export = Файл з усім змесцівам арганізацыі
approval-erase = Сцерці арганізацыю з усім змесцівам
approval-admin = Спасылка, якая дае правы адміністратара
approval-asked = Просіць { $name }, { $day }
approval-agree = Пагадзіцца
approval-refuse = Адмовіць
trail-title = Журнал дзеянняў
trail-says = Уліковыя запісы і гадзіны, без адрасоў і тэкстаў. Кожны запіс звязаны з папярэднім, таму змена мінулага заўважная.
trail-hour = Гадзіна (UTC)
trail-who = Хто
trail-what = Што
trail-none = Пакуль нічога.
trail-machine = праграма
act-account_created = уліковы запіс створаны на самім серверы
act-account_disabled = уліковы запіс закрыты
act-account_enabled = уліковы запіс зноў адкрыты
act-agreed = згода на чужую просьбу
act-asked = просьба пра тое, для чаго патрэбны двое
act-backed_up = запісана рэзервовая копія
act-calls_imported = загружаны конкурсы
act-coalition_founded = заснавана кааліцыя
act-coalition_joined = згода на кааліцыю
act-coalition_left = выхад з кааліцыі
act-factor_added = наладжаны другі фактар
act-factor_removed = прыбраны другі фактар
act-invitation_used = прынята запрашэнне
act-invited = створана спасылка
act-locked = сервер заблакаваны
act-member_removed = удзельнік выключаны
act-name_opened = эксперт даведаўся, чый гэта праект
act-organisation_added = дададзена арганізацыя
act-password_changed = зменены пароль
act-project_changed = зменены праект
act-project_created = напісаны праект
act-project_deleted = выдалены праект
act-projects_imported = загружаны праекты
act-recovered = адноўлены ўліковы запіс
act-recovery_code_used = уваход па запасным кодзе
act-recovery_codes_renewed = запасныя коды абноўлены
act-recovery_offered = створана спасылка для аднаўлення
act-refused = адмова на чужую просьбу
act-role_changed = зменена роля
act-reviewer_ended = эксперт донара адкліканы
act-shared_coalition = праект паказаны кааліцыі
act-shared_donors = праект паказаны донарам
act-shared_named = праект паказаны названым людзям
act-shared_private = праект зноў закрыты
act-shared_public = праект паказаны ўсім
act-signed_in = уваход
act-unlocked = сервер разблакаваны

# Who sees a project
project-tab-sharing = Хто бачыць
sharing-title = Хто бачыць гэты праект
sharing-level = Паказаць
sharing-named = Людзі па-за арганізацыяй, па імёнах, з якімі яны ўваходзяць, па адным у радку
sharing-coalition = Кааліцыя
sharing-preview = Паглядзець, што будзе відаць
sharing-preview-title = Што будзе відаць
sharing-who = Каму
sharing-what = Што яны ўбачаць
sharing-new = Новае
sharing-raise = Паказаць
sharing-lower = Захаваць
sharing-from = Донары і ўсе астатнія ўбачаць яго ад { $day }. Да таго часу вы можаце ўсё адмяніць, і ніхто не ўбачыць.
sharing-members = { $count ->
    [one] { $shown } удзельніку вашай арганізацыі
    [few] { $shown } удзельнікам вашай арганізацыі
    [many] { $shown } удзельнікам вашай арганізацыі
   *[other] { $shown } удзельніка вашай арганізацыі
}
sharing-donors = Экспертам донараў побач з адпаведнымі конкурсамі; ніколі тым донарам, сувязь з якімі пераследуецца там, дзе ў вас ёсць людзі
sharing-everyone = Усім, каму даступны гэты сервер
shown-organisation = назва арганізацыі
shown-title = загаловак
shown-texts = тэксты так, як яны напісаныя
shown-code-name = для кожнага конкурсу іншая кодавая назва; тэксты са словамі замест вядомых назваў
shown-facts = патрэбы, месцы, мовы, тэмы, стадыя
shown-partners = назвы партнёраў
shown-people-inside = дзе ў вас ёсць людзі пад пагрозай
sharing-openings = Хто адкрываў назву
sharing-openings-says = Эксперт, які хоча даведацца, чый гэта праект, называе прычыну, і вы яе бачыце.
sharing-opening = { $day }, { $donor }: «{ $reason }»
project-private-note = Новыя праекты закрытыя. Хто бачыць праект, уладальнік вырашае на асобнай старонцы.
project-delete = Выдаліць праект
project-delete-title = Выдаліць гэты праект
project-delete-says = Ён адразу знікне з базы і яе журнала, а з рэзервовых копій пасля заканчэння іх тэрміну.
project-delete-button = Выдаліць
project-shared-with-you = Паказаны вам яго арганізацыяй
project-public-view = Такім яго бачаць усе

# Reading blind
candidates-own = Вашы ўласныя праекты побач з гэтым конкурсам.
candidate-texts = Сваімі словамі
candidate-masked = Замест вядомых назваў, адрасоў і нумароў стаяць словы.
candidate-read = Чытаць праект
candidate-open = Чый гэта праект?
candidate-open-says = Арганізацыя ўбачыць, што вы спыталі, пры якім конкурсе і чаму.
candidate-open-reason = Прычына
candidate-open-button = Адкрыць назву
candidate-opened = Вы адкрылі назву: { $name }
candidate-scored = Гэты конкурс цяпер ацэньваюць усляпую. Назвы закрытыя, пакуль усе ацэнкі не зафіксаваны.

# The server
admin-title = Сервер
admin-accounts = Уліковыя запісы
admin-account = Уліковы запіс
admin-rights = Правы
admin-right-admin = адміністратар
admin-right-analyst = аналітык
admin-right-member = удзельнік
admin-right-reviewer = эксперт: { $name }
admin-closed = закрыты
admin-demo = дэманстрацыя
admin-factor = другі фактар
admin-close = Закрыць
admin-open = Зноў адкрыць
admin-recover = Спасылка для аднаўлення
admin-end-reviewer = Больш не эксперт донара { $name }
admin-add-organisation = Дадаць арганізацыю
admin-add-organisation-says = Вы атрымаеце спасылку для яе першага ўладальніка. Тое, што піша арганізацыя, застанецца для вас закрытым.
admin-add-organisation-button = Дадаць
admin-organisations = Арганізацыі
admin-organisations-says = Да гэтых арганізацый яшчэ ніхто не далучыўся. Калі спасылка для першага ўладальніка згублена, стварыце яе нанова; ранейшая перастане дзейнічаць.
admin-organisation-who = Уладальнікі
admin-organisation-link = пакуль нікога; спасылка дзейнічае да { $day }
admin-organisation-nobody = нікога, і дзейнай спасылкі няма
admin-organisation-others = { $count ->
    [one] Яшчэ { $shown } арганізацыя з удзельнікамі або запісамі. Якія гэта арганізацыі і хто да іх належыць, тут не паказана.
    [few] Яшчэ { $shown } арганізацыі з удзельнікамі або запісамі. Якія гэта арганізацыі і хто да іх належыць, тут не паказана.
    [many] Яшчэ { $shown } арганізацый з удзельнікамі або запісамі. Якія гэта арганізацыі і хто да іх належыць, тут не паказана.
   *[other] Яшчэ { $shown } арганізацыі з удзельнікамі або запісамі. Якія гэта арганізацыі і хто да іх належыць, тут не паказана.
}
admin-organisation-renew = Новая спасылка для першага ўладальніка
admin-invite = Запрасіць
admin-invite-analyst = Спасылка для аналітыка
admin-invite-reviewer = Спасылка для эксперта донара
admin-invite-donor = Донар
admin-invite-no-donor = Экспертаў можна запрасіць, калі іх донар будзе запісаны.
admin-ask-admin = Папрасіць яшчэ аднаго адміністратара
admin-lock = Заблакаваць сервер
admin-lock-says = Усе сеансы скончацца, сервер забудзе ўсё, што трымае ў памяці, і перастане адказваць. Запусціць яго зноў зможа толькі той, хто мае доступ да самога камп’ютара. На выпадак, калі камп’ютар можа трапіць у чужыя рукі.
admin-lock-sure = Так, заблакаваць зараз, для ўсіх
admin-lock-button = Заблакаваць
admin-two = Для чаго патрэбны два адміністратары
admin-two-says = Адзін адміністратар просіць, другі згаджаецца на працягу сямі дзён. Дзе ёсць толькі адзін, другога ствараюць на самім серверы: waxwing account create.
admin-trail-holds = { $count ->
    [one] Журнал дзеянняў не пашкоджаны. Усяго ў ім { $shown } запіс; ніжэй — тое, што датычыць сервера, астатняе бачаць самі арганізацыі.
    [few] Журнал дзеянняў не пашкоджаны. Усяго ў ім { $shown } запісы; ніжэй — тое, што датычыць сервера, астатняе бачаць самі арганізацыі.
    [many] Журнал дзеянняў не пашкоджаны. Усяго ў ім { $shown } запісаў; ніжэй — тое, што датычыць сервера, астатняе бачаць самі арганізацыі.
   *[other] Журнал дзеянняў не пашкоджаны. Усяго ў ім { $shown } запісу; ніжэй — тое, што датычыць сервера, астатняе бачаць самі арганізацыі.
}
admin-trail-broken = Журнал дзеянняў зменены ўручную: запіс { $number }.

percent = { $number } %
attention-link = Колькі ўвагі дастаецца новым арганізацыям
attention-title = Увага да новых арганізацый
attention-lede = Хто чытае спіс зверху, той найбольш увагі аддае першым месцам. Якая яе доля ў спісах праектаў для вашых конкурсаў дастаецца новым арганізацыям і якую яны заслугоўваюць паводле адпаведнасці?
attention-table = Конкурсы, якія вы разглядаеце, паводле кварталаў адкрыцця
attention-opened = Адкрытыя
attention-quarter = { $number }-ы квартал { $year } года
attention-all = Усе разам
attention-calls = Конкурсы
attention-organisations = Арганізацыі
attention-got = Увага да новых
attention-due = Доля паводле адпаведнасці
attention-ratio = Суадносіны
attention-too-few = Арганізацый замала, каб назваць долі
attention-none = Сярод конкурсаў, якія вы разглядаеце, нядаўна адкрытых няма.
attention-how = Як гэта лічыцца
attention-how-new = Новая — арганізацыя, якая на час адкрыцця конкурсу не мела ўласнай юрыдычнай асобы ўзростам ад { $number } гадоў. Атрыманыя гранты пакуль не запісваюцца; узрост стаіць замест іх і на адпаведнасць не ўплывае.
attention-how-got = Месца r у спісе атрымлівае ўвагу 1/log₂(1 + r), да месца { $number }. Праекты, якім удзельнічаць нельга, не ўлічаны, як і ў спісе, які вы бачыце першым.
attention-how-due = Паводле адпаведнасці праект заслугоўвае сваю долю ў агульнай адпаведнасці спіса. Суадносіны 1 — пароўну; больш за 1 — новым арганізацыям дастаецца больш увагі, чым яны заслугоўваюць паводле адпаведнасці, менш за 1 — менш.
attention-how-today = Спісы сённяшнія: разам з праектамі мяняюцца і мінулыя кварталы.
attention-how-few = Долі названы там, дзе ў спісах не менш як { $number } новых і { $number } іншых арганізацый, каб ніводную нельга было пазнаць.
