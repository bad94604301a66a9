skip = К содержанию
nav-main = Главное меню
nav-crumbs = Вы здесь
nav-languages = Язык
nav-projects = Проекты
nav-calls = Конкурсы
nav-import = Импорт
nav-matching = Как устроен подбор
nav-privacy = Конфиденциальность
nav-words = Словарь
demo-label = Демонстрация
demo-banner = Демонстрационные данные: вымышленные люди, организации и конкурсы.
demo-remove = Удалить их
demo-remove-title = Удалить демонстрационные данные
demo-remove-says = Будут удалены все вымышленные доноры, организации, конкурсы и проекты, и ничего больше.
demo-remove-button = Удалить
demo-none = Демонстрационные данные не загружены.
cancel = Отмена
yes = Да
no = Нет
not-stated = Не указано
pager-label = Страницы
pager-position = Страница { $page } из { $pages }
pager-previous = Назад
pager-next = Дальше
failure-not-found = Не найдено
failure-not-found-says = Такой страницы нет, или она не для вас.
failure-forbidden = Нельзя
failure-forbidden-says = Здесь это сделать нельзя.
failure-invalid = Не принято
failure-invalid-says = Присланное нельзя принять.
failure-unavailable = Сейчас недоступно
failure-unavailable-says = База данных недоступна. Попробуйте ещё раз через минуту.
failure-internal = Что-то пошло не так
failure-internal-says = Этого не должно было случиться. Ничего не потеряно.
failure-incident = Если будете сообщать об ошибке, назовите номер { $incident }.
failure-home = На главную
range = от { $low } до { $high }
range-from = от { $low }
range-up-to = до { $high }
months = { $count ->
    [one] { $shown } месяц
    [few] { $shown } месяца
    [many] { $shown } месяцев
   *[other] { $shown } месяца
}
months-range = от { $low } до { $high } месяцев
months-from = { $count ->
    [one] не менее { $shown } месяца
    [few] не менее { $shown } месяцев
    [many] не менее { $shown } месяцев
   *[other] не менее { $shown } месяца
}
months-up-to = { $count ->
    [one] до { $shown } месяца
    [few] до { $shown } месяцев
    [many] до { $shown } месяцев
   *[other] до { $shown } месяца
}
today = сегодня
in-days = { $count ->
    [one] через { $shown } день
    [few] через { $shown } дня
    [many] через { $shown } дней
   *[other] через { $shown } дня
}
zone-unknown = часовой пояс не указан
hour-unknown = час не указан
deadline-hour = { $day }, { $hour } ({ $zone })
closing-rolling = приём заявок постоянно
closing-unknown = срок не указан
closing-on = до { $day }, { $ahead }
closing-was = закончился { $day }
closing-words = словами донора: «{ $words }»
status-forecast = Объявлен заранее
status-open = Открыт
status-closed = Закрыт
status-withdrawn = Отозван
status-unknown = Состояние не указано
deadline-kind-final = последний день
deadline-kind-stage = конец этапа
deadline-kind-cut-off = одна из дат
donor-kind-public-body = государственный орган
donor-kind-foundation = фонд
donor-kind-intermediary = посредник
donor-kind-company = компания
donor-kind-diaspora-fund = фонд диаспоры
form-association = ассоциация
form-foundation = фонд
form-non-profit-company = некоммерческая компания
form-cooperative = кооператив
form-public-body = государственный орган
form-research-body = университет или исследовательский институт
form-company = компания
form-international-organisation = международная организация
form-informal-group = неформальная группа
form-individual = частное лицо
legal-status-undesirable = «нежелательная организация»
legal-status-extremist = «экстремистская»
legal-status-foreign-agent = «иностранный агент»
outcome-met = выполнено
outcome-unknown = неизвестно
outcome-not-met = не выполнено
part-words = Слова
part-themes = Темы
part-place = Место
part-amount = Сумма
part-unknown = неизвестно
region-world = весь мир
region-europe = Европа
region-eu = Европейский союз
region-eea = Европейская экономическая зона
region-candidates = страны — кандидаты в ЕС
region-horizon-associated = страны, ассоциированные с Horizon Europe
region-eastern-partnership = Восточное партнёрство
region-south-caucasus = Южный Кавказ
region-central-asia = Центральная Азия
region-western-balkans = Западные Балканы
region-baltics = страны Балтии
region-nordics = Северные страны
region-africa = Африка
region-americas = Северная и Южная Америка
region-asia = Азия
region-oceania = Океания
region-middle-east = Ближний Восток
rule-place = Место работы
rule-entity-country = Страна регистрации
rule-entity-form = Правовая форма
rule-award = Размер гранта
rule-duration = Длительность
rule-deadline = Срок подачи
rule-language = Язык заявки
rule-partner = Партнёр
rule-core-costs = Базовые расходы
rule-co-financing = Софинансирование
rule-regranting = Регрантинг
stage-idea = идея
stage-pilot = пилот
stage-running = идёт
stage-scaling = растёт
verdict-eligible = Подходит
verdict-unclear = Неясно
verdict-blocked = Не проходит
visibility-private = только ваша организация
visibility-named = названные люди
visibility-coalition = ваша коалиция
visibility-donors = доноры, под кодовым именем
visibility-public = все
why-stated = указано
why-call-silent = В конкурсе об этом не сказано.
why-project-silent = В проекте об этом не сказано.
why-no-entity = Юридическое лицо не записано.
why-currencies-differ = Две валюты и нет курса с датой.
why-partly-covered = Проект выходит за пределы того, что разрешает конкурс.
why-not-open-yet = Ещё не открыт.
why-too-late = Закрывается позже, чем нужны деньги.
confidence-high = высокая
confidence-medium = средняя
confidence-low = низкая
confidence-of = Уверенность: { $level }, известно { $known } из { $of } сведений
field-title = название
field-text = текст
field-conditions = условия
field-eligibility = кто может подать
field-lang = язык текста
field-url = адрес
field-programme = программа
field-donor = донор
field-status = состояние
field-opens = открытие
field-closing = срок подачи
field-deadline-text = срок, словами
field-award = размер гранта
field-award-text = суммы, словами
field-total = общая сумма
field-awards-expected = число грантов
field-duration = длительность
field-duration-text = длительность, словами
field-places = места
field-languages = языки
field-themes = темы
field-entity-countries = страна регистрации
field-entity-countries-excluded = исключённые страны
field-entity-forms = правовые формы
field-core-costs = базовые расходы
field-co-financing-percent = софинансирование
field-regranting = регрантинг
field-partner = партнёр
field-rules = правила
start-title = Деньги на ваше дело
start-empty = Здесь пока пусто. Импортируйте известные вам конкурсы или опишите проект, и Waxwing покажет, что подходит.
start-import = Импортировать конкурсы
start-write = Описать проект
start-browse = Смотреть конкурсы
start-calls = { $count ->
    [one] Сейчас открыт { $shown } конкурс.
    [few] Сейчас открыто { $shown } конкурса.
    [many] Сейчас открыто { $shown } конкурсов.
   *[other] Сейчас открыто { $shown } конкурса.
}
start-donors = { $count ->
    [one] Записан { $shown } донор.
    [few] Записано { $shown } донора.
    [many] Записано { $shown } доноров.
   *[other] Записано { $shown } донора.
}
start-projects = { $count ->
    [one] С ними сопоставлен { $shown } проект.
    [few] С ними сопоставлены { $shown } проекта.
    [many] С ними сопоставлены { $shown } проектов.
   *[other] С ними сопоставлены { $shown } проекта.
}
start-closing = Скоро закроются
start-newest = Новые
start-how-title = Как это работает
start-how-1 = Загрузите конкурсы: файлом портала ЕС, списком или в нашем формате.
start-how-2 = Опишите проект: что делается, для кого, где и сколько стоит. Имена не нужны.
start-how-3 = Прочитайте, что подходит, что нет и почему, со словами конкурса рядом с каждым правилом.
start-promise = Имена, возраст и прежние гранты не играют роли.
start-promise-link = Как устроен подбор
filter-title = Фильтр
filter-words = Слова
filter-more = { $count ->
    [one] Фильтры: включён { $shown }
    [few] Фильтры: включено { $shown }
    [many] Фильтры: включено { $shown }
   *[other] Фильтры: включено { $shown }
}
filter-project = Для проекта
filter-no-project = Проект не выбран
filter-theme = Тема
filter-any-theme = Любая тема
filter-place = Место работы
filter-language = Язык конкурса
filter-any-language = Любой язык
filter-before = Закрывается не позже
filter-status = Состояние
filter-sort = Сортировать
filter-show = Показать
filter-clear = Сбросить фильтры
filter-verdict = Вывод
filter-entity = Подавать через
sort-closing = По сроку
sort-newest = Сначала новые
sort-fit = По соответствию
route-best = Лучший путь
calls-title = Конкурсы
calls-count = { $count ->
    [one] { $shown } конкурс
    [few] { $shown } конкурса
    [many] { $shown } конкурсов
   *[other] { $shown } конкурса
}
calls-none = Ни один конкурс не проходит эти фильтры.
calls-for-project = Вывод и соответствие показаны для выбранного проекта.
fit-of-hundred = / 100 соответствие
fit-short = соответствие { $score }
call-rules = Кто может подать и на что
call-rules-demand = Что требуется
rules-title = Правила
rules-rule = Правило
rules-words = Что сказано в конкурсе
rules-summary = Правила: выполнено { $met }, неизвестно { $unknown }, не выполнено { $notmet }
rules-none = Ни одно правило этого конкурса не известно.
rules-for-none = Без юридического лица
rules-for-entity = Для вашей формы: { $form } ({ $country })
rules-for-candidate = Для этого проекта
clause-field = указано как факт: { $field }
clause-at = { $field }, со знака { $start }
demand-anywhere = где угодно
demand-except = { $within }, кроме: { $except }
demand-host = партнёр там, где идёт работа
demand-host-in = партнёр в одной из стран: { $places }
demand-consortium = не менее { $members } участников из { $countries } стран
demand-partner = партнёр
demand-allowed = разрешено
demand-not-allowed = не разрешено
demand-percent = { $percent } % расходов
call-total = всего { $amount }
call-awards = { $count ->
    [one] ожидается { $shown } грант
    [few] ожидается { $shown } гранта
    [many] ожидается { $shown } грантов
   *[other] ожидается { $shown } гранта
}
call-text = На что
call-eligibility = Кто может подать
call-conditions = Условия
call-versions = Что изменилось
version-day = Записано
version-field = Поле
version-before = Было
version-after = Стало
call-deadlines = Сроки
call-themes = Темы
call-themes-suggested = По словам похоже на:
call-donor = Донор
donor-parent = передаёт деньги: { $parent }
donor-designated = Этот донор признан опасным для контактов.
donor-designated-says = Для людей в этой стране контакт может быть преступлением. Его конкурсы не показываются проектам, у которых там есть люди, а его адрес не является ссылкой.
donor-status = { $kind }, { $country }, с { $day }. Источник: { $source }
donor-status-inherited = { $donor }, чьи деньги передаются: { $kind }, { $country }, с { $day }. Источник: { $source }
call-source = Источник
call-open-source = Прочитать у донора
call-recorded = Из { $source }, записано { $day }
call-projects = Проекты для этого конкурса
call-projects-link = Посмотреть под кодовыми именами
call-similar = Похожие конкурсы
call-likeness = похож на { $share } %
call-for-project = Для вашего проекта: { $verdict }, соответствие { $score }; выполнено { $met } из { $all } правил.
call-for-project-link = Все совпадения
why-words = Оба говорят о:
why-themes = Общие темы:
why-places = Общие места:
why-missing = Чтобы подходить лучше, скажите, делаете ли вы и это: { $words }.
why-nothing = Ни слова, ни темы, ни места не совпадают.
matches-search = Искать среди всех конкурсов для этого проекта
matches-none = Ни один конкурс не проходит эти фильтры.
matches-blocked = Показать непроходные
matches-show-blocked = { $count ->
    [one] Показать { $shown } непроходной конкурс
    [few] Показать { $shown } непроходных конкурса
    [many] Показать { $shown } непроходных конкурсов
   *[other] Показать { $shown } непроходного конкурса
}
matches-promise = Имена, возраст и прежние гранты не влияют на соответствие.
matches-hidden = { $count ->
    [one] Скрыт { $shown } конкурс: его донор объявлен опасным в стране, где у проекта есть люди.
    [few] Скрыто { $shown } конкурса: их донор объявлен опасным в стране, где у проекта есть люди.
    [many] Скрыто { $shown } конкурсов: их донор объявлен опасным в стране, где у проекта есть люди.
   *[other] Скрыто { $shown } конкурса: их донор объявлен опасным в стране, где у проекта есть люди.
}
matches-hidden-link = Что это значит
candidates-title = Проекты для этого конкурса
candidates-none = Нет проектов, открытых донорам, которые проходят эти фильтры.
candidates-blind = Проекты стоят под кодовыми именами. Кто за ними, на порядок не влияет.
projects-title = Проекты
projects-count = { $count ->
    [one] { $shown } проект
    [few] { $shown } проекта
    [many] { $shown } проектов
   *[other] { $shown } проекта
}
projects-none = Пока не записано ни одного проекта.
project-see-matches = Кто мог бы его поддержать
project-new = Новый проект
project-new-says = Обязательно только название. Чем больше вы расскажете, тем надёжнее подбор.
project-edit = Изменить проект
project-pages = Проект
project-tab = Проект
project-tab-matches = Совпадения
project-tab-edit = Изменить
project-title = Название
project-summary = В одном-двух предложениях
project-problem = Проблема
project-activities = Что вы делаете
project-outputs = Что получится
project-beneficiaries = Кому это поможет
project-audience = К кому обращено
project-organisation = Организация
project-reach = Кого охватывает
project-visibility = Кто это видит
project-code-name = Кодовое имя: { $name }
project-needs = нужно { $amount }
project-from = с { $day }
project-people-inside = есть люди внутри страны
entity-sponsor = фискальный спонсор
entity-none = Юридическое лицо не записано: неформальная группа подаёт через фискального спонсора.
form-lang = Язык этого текста
form-summary-hint = Что должен запомнить посторонний.
form-activities-hint = Конкретно: эти слова сравниваются со словами конкурсов. Имена скрываются.
form-themes = { $count ->
    [one] Темы: выбрана { $shown }
    [few] Темы: выбрано { $shown }
    [many] Темы: выбрано { $shown }
   *[other] Темы: выбрано { $shown }
}
form-themes-hint = Темы сопоставляются между языками.
form-work-places = Где вы работаете
form-reach-places = Кого вы охватываете и где
form-places-hint = Страны или регионы через запятую, например: Германия, Грузия, Восточное партнёрство
form-languages = Языки работы
form-languages-hint = Через запятую, например: русский, бурятский
form-budget = Сколько это стоит
form-budget-min = Не меньше
form-budget-max = Не больше
form-currency = Валюта
form-time = Когда
form-needed-by = Деньги нужны к
form-duration = Месяцев
form-stage = Стадия
form-money = На что деньги
form-core-costs = Нужны базовые расходы
form-regrants = Передаёт деньги дальше
form-co-financing = Своя доля, процентов
form-partners = { $count ->
    [one] Партнёры: { $shown }
    [few] Партнёры: { $shown }
    [many] Партнёры: { $shown }
   *[other] Партнёры: { $shown }
}
form-partners-title = Партнёры
form-name = Имя
form-country = Страна
form-form = Правовая форма
form-partner-name = Имя партнёра { $number }
form-partner-country = Страна партнёра { $number }
form-partner-form = Правовая форма партнёра { $number }
form-people-inside = Страны, где у вас есть люди под угрозой
form-people-inside-hint = Конкурсы доноров, объявленных там опасными, этому проекту никогда не покажут.
form-visibility-hint = Доноры видят только кодовое имя, но не организацию.
form-save = Сохранить и посмотреть совпадения
form-preview = Предварительный подбор
form-errors = Сначала исправьте это
live-title = Лучшие конкурсы пока
live-empty = Напишите одно-два предложения, и здесь появятся подходящие конкурсы.
live-none = Пока ничего не подходит.
live-failed = Сервер не отвечает. Нажмите «Предварительный подбор».
live-asked = Ещё не сохранено. Эти конкурсы подходят к тому, что вы написали.
error-page = Ошибка: { $title }
error-title = Дайте проекту название
error-too-long = Сократите этот текст
error-place = «{ $part }» — неизвестная страна или регион
error-place-one = Это неизвестная страна или регион
error-country = «{ $part }» — неизвестная страна
error-language = «{ $part }» — неизвестный язык
error-amount = Напишите сумму, например 38 000
error-range = Наибольшая сумма меньше наименьшей
error-currency = Выберите валюту
error-day = Напишите день, например 2027-03-01
error-months = Напишите целое число месяцев
error-percent = Напишите число от 0 до 100
error-organisation = Выберите организацию из списка
error-choice = Выберите из списка
error-partner = Назовите партнёра
import-title = Импорт
import-says = Выберите файл. Сначала вы увидите, что он изменит; ничего не записывается, пока вы не скажете.
import-kind = Что в файле
import-calls = Конкурсы
import-projects = Проекты
import-file = Файл
import-file-hint = Не больше { $limit } МБ. Формат распознаётся по содержанию; сжатые файлы (.gz) подходят.
import-preview = Предпросмотр
import-formats = Что можно прочитать
import-format-native = Собственный формат Waxwing: один объект JSON на строку, конкурсы или проекты.
import-format-eu = Темы портала ЕС «Funding & Tenders» в трёх видах.
import-format-ua = Списки конкурсов для украинского гражданского общества, с суммами и сроками словами.
import-format-us = Гранты штатов США.
import-promise = Повторный импорт того же файла ничего не меняет. При переносе срока прежний остаётся в истории.
import-nothing = Сначала выберите файл
import-empty = Файл пуст
import-binary = В этом файле нет записей: { $detail }
import-not-recognised = Формат неизвестен: { $detail }
import-broken = Файл повреждён, ничего не записано: { $detail }
import-unpacks = После распаковки файл слишком велик: { $detail }
import-unreadable = Файл не читается: { $detail }
import-too-big = Файл больше { $limit } МБ
import-expired = Предпросмотр больше не хранится. Выберите файл ещё раз.
import-again = Выбрать файл
import-preview-title = Предпросмотр импорта
import-preview-says = Пока ничего не записано.
import-nothing-new = В этом файле нет нового: импортировать нечего.
import-done = Импортировано
import-done-says = Записи сохранены, и подбор их знает.
import-format = { $name }, распознан как { $format }
import-new = Новые
import-changed = Изменённые
import-same = Без изменений
import-refused = Отклонённые
import-records = Новые, изменённые и отклонённые записи
import-row = Строка
import-outcome = Что произойдёт
import-record = Запись
import-more = { $count ->
    [one] и ещё { $shown }
    [few] и ещё { $shown }
    [many] и ещё { $shown }
   *[other] и ещё { $shown }
}
import-commit = { $count ->
    [one] Импортировать { $shown } запись
    [few] Импортировать { $shown } записи
    [many] Импортировать { $shown } записей
   *[other] Импортировать { $shown } записи
}
import-see = Посмотреть
import-another = Импортировать другой файл
problem-missing = отсутствует
problem-unknown-field = нет такого поля в этом формате
problem-invalid = «{ $found }» сюда не подходит; ожидается: { $expected }
problem-too-long = длиннее { $limit } байт
problem-unreadable = не читается: { $detail }
problem-repeated = тот же идентификатор, что в строке { $row }
problem-organisation = «{ $found }» не записана
matching-lede = Waxwing сравнивает то, чего хочет конкурс, с тем, что делает проект. Кто спрашивает, он не знает.
matching-three = Три ответа, а не одно число
matching-three-says = Вывод: может ли проект подать? Соответствие: хотят ли конкурс и проект одного? Уверенность: сколько было известно? Высокое соответствие не скрывает невыполненного правила.
matching-blind = Имена скрыты
matching-blind-says = Названия организаций, имена людей, доноры, адреса, сайты и регистрационные номера убираются из каждого текста до сравнения. Убрать известное имя или заменить его другим — ничего не меняет.
matching-fit = Из чего состоит соответствие
matching-fit-says = Слова, которые есть у обоих, редкие весят больше; темы; места; суммы. Части складываются в показанное число. Если одна сторона молчит, часть не учитывается, и об этом сказано.
matching-rules = Правила со своими словами
matching-rules-says = Каждое правило показывает фразу конкурса, на которой оно стоит, или факт, как он указан. Оно выполнено, не выполнено или неизвестно для каждого вашего юридического лица; показан лучший путь.
matching-unknown = Неизвестно — не значит нет
matching-unknown-says = То, о чём конкурс или проект молчит, никогда не говорит против него. Снижается уверенность, а вывод — «неясно».
matching-urgency = Срочность — не соответствие
matching-urgency-says = По срокам сортируют и фильтруют. Числа они не меняют.
matching-designated = Опасные доноры
matching-designated-says = Некоторые государства объявили доноров «нежелательными» или «экстремистскими»; контакт может быть преступлением для людей там. Если у проекта есть люди в такой стране, конкурсы этого донора и тех, кто передаёт его деньги, нигде ему не показываются.
matching-limits = Чего он не умеет
matching-limits-says = Слова сравниваются внутри одного языка; между языками работают темы, места и суммы. Правила берутся из текстов, только когда они несомненны, поэтому многие остаются неизвестными. Прочитайте конкурс, прежде чем решать.
privacy-title = Конфиденциальность
privacy-lede = Чего не хранят, того не изымут.
privacy-true = Что верно сегодня
privacy-1 = Адреса, браузеры и страницы, с которых пришли посетители, не хранятся и не записываются.
privacy-2 = Ни одна страница ничего не загружает с другого узла, и сервер ни к кому не подключается.
privacy-3 = Каждая страница и форма работает без скриптов. На большинстве страниц их нет.
privacy-4 = Загруженные файлы хранятся в памяти, пока вы не решите, не дольше получаса, и никогда не пишутся на диск.
privacy-5 = Одна кука хранит ваш язык, если вы его выбрали. Других нет.
privacy-6 = Проекты закрыты, пока вы не решите иначе. Доноры видят кодовые имена.
privacy-not = Что пока неверно
privacy-not-says = Учётных записей ещё нет. Кто доберётся до этого сервера, прочтёт всё, поэтому он слушает только этот компьютер.
word-call = Конкурс
word-call-says = Предложение денег с правилами: кто может подать, на что, сколько и до какого дня.
word-project = Проект
word-project-says = Работа, на которую нужны деньги. Подбираются проекты, а не организации.
word-donor = Донор
word-donor-says = Кто даёт: государственный орган, фонд, компания или посредник, который передаёт деньги.
word-entity = Юридическое лицо
word-entity-says = Зарегистрированное лицо, через которое организация подаёт заявки и получает деньги. У команды их может быть несколько, в разных странах.
word-sponsor = Фискальный спонсор
word-sponsor-says = Зарегистрированное лицо, которое получает деньги для группы без своего юридического лица.
word-rule = Правило
word-rule-says = Одно условие конкурса со словами, на которых оно стоит: выполнено, не выполнено или неизвестно.
word-fit = Соответствие
word-fit-says = Насколько конкурс и проект подходят друг другу по сути, от 0 до 100.
word-confidence = Уверенность
word-confidence-says = Сколько из важного было известно при подборе.
word-core = Базовые расходы
word-core-says = То, что держит организацию на плаву, что бы она ни делала: аренда, бухгалтерия, постоянные сотрудники.
word-regranting = Регрантинг
word-regranting-says = Передача гранта другим меньшими частями.
word-cofinancing = Софинансирование
word-cofinancing-says = Доля расходов, которую несёт заявитель.
word-designated = Опасный донор
word-designated-says = Объявлен государством «нежелательным», «экстремистским» или «иностранным агентом»; с датой и источником.
call-opens = открывается { $day }
projects-none-found = Ни один проект не проходит этот фильтр.
import-not-text = Файл не читается как текст: { $detail }
import-truncated = Файл обрывается раньше конца, ничего не записано: { $detail }
import-too-deep = В файле слишком глубокая вложенность: { $detail }
import-record-too-long = Одна из записей файла слишком длинная: { $detail }
import-too-many = В файле слишком много записей: { $detail }
