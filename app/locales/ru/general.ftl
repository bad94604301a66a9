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
failure-not-found-says = Такой страницы нет, или она вам недоступна.
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
in-hours = { $count ->
    [one] через { $shown } час
    [few] через { $shown } часа
    [many] через { $shown } часов
   *[other] через { $shown } часа
}
within-hour = меньше чем через час
zone-anywhere = в любой точке Земли, UTC−12
zone-unknown = часовой пояс не указан
deadline-day = { $day }, час и часовой пояс не указаны
deadline-whole-day = { $day }, час не указан ({ $zone }; до { $utc } UTC)
deadline-hour = { $day }, { $hour } ({ $zone })
closing-rolling = приём заявок постоянно
closing-unknown = срок не указан
closing-on = до { $day }, { $ahead }
closing-maybe = до { $day }, возможно, уже закончился: часовой пояс не указан
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
legal-status-extremist = «экстремистская организация»
legal-status-terrorist = «террористическая организация»
legal-status-foreign-agent = «иностранный агент»
outcome-met = выполнено
outcome-unknown = неизвестно
outcome-not-met = не выполнено
part-words = Слова
part-themes = Темы
part-place = Место
part-amount = Сумма
part-meaning = Родственные слова
part-crowding = Похоже на многие другие
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
rule-entity-age = Время с момента регистрации
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
visibility-donors = доноры, под кодовыми именами
visibility-public = все
why-stated = указано
why-call-silent = В конкурсе об этом не сказано.
why-place-open = Там находятся только люди, которых охватывает проект. Должна ли там идти и сама работа, в конкурсе не сказано.
why-words-open = Слова конкурса об этом не дают ясного ответа.
why-project-silent = В проекте об этом не сказано.
why-no-entity = Юридическое лицо не указано.
why-entity-silent = Не указано, с какого времени юридическое лицо зарегистрировано.
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
field-deadline-text = срок, словами донора
field-award = размер гранта
field-award-text = суммы, словами донора
field-total = общая сумма
field-awards-expected = число грантов
field-duration = длительность
field-duration-text = длительность, словами донора
field-places = места
field-languages = языки
field-themes = темы
field-entity-countries = страна регистрации
field-entity-countries-excluded = исключённые страны
field-entity-forms = Правовые формы
field-core-costs = базовые расходы
field-co-financing-percent = софинансирование
field-regranting = регрантинг
field-partner = партнёр
field-rules = правила
start-title = Деньги на ваше дело
start-empty = Здесь пока пусто. Импортируйте известные вам конкурсы или опишите проект, и Waxwing покажет, что подходит.
start-empty-imports = Здесь пока пусто. Импортируйте известные вам конкурсы.
start-empty-writes = Конкурсов здесь пока нет: их загружают те, кто ведёт список конкурсов на этом сервере. Проект можно описать уже сейчас: как только конкурсы появятся, вы увидите, что подходит.
start-empty-reviews = Конкурсов здесь пока нет. Запишите конкурс вашего донора, и рядом с ним появятся подходящие проекты.
start-empty-waits = Здесь пока пусто. Как только конкурсы будут загружены, вы увидите их здесь.
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
start-how-review-1 = Запишите конкурсы вашего донора и проверьте правила, прочитанные из их текста.
start-how-review-2 = Откройте конкурс и читайте проекты для него под кодовыми именами.
start-how-review-3 = Оцените их. Когда все оценки зафиксированы, имена можно открыть, назвав причину.
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
filter-entity = Заявитель
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
calls-none = По этим фильтрам ни одного конкурса не найдено.
calls-for-project = Вывод и соответствие показаны для выбранного проекта.
fit-of-hundred = / 100 соответствие
fit-short = соответствие { $score }
call-rules = Кто может подать заявку и на что
call-rules-demand = Что требуется
rules-title = Правила
rules-rule = Правило
rules-words = Что сказано в конкурсе
rules-summary = Правила: выполнено { $met }, неизвестно { $unknown }, не выполнено { $notmet }
rules-none = Ни одно правило этого конкурса не известно.
rules-for-none = Без юридического лица
rules-for-entity = Заявитель: { $form } ({ $country })
rules-for-candidate = Для этого проекта
clause-field = в конкурсе указано: { $field }
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
call-text = На что дают деньги
call-eligibility = Кто может подать заявку
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
donor-designated = Этот донор внесён в реестр.
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
why-words = Общие слова:
why-themes = Общие темы:
why-places = Общие места:
why-context = Где об этом сказано в конкурсе
why-crowding = Баллы сняты, потому что конкурс или проект похож на очень многие конкурсы.
why-missing = Чтобы подходить лучше, скажите, делаете ли вы и это: { $words }.
why-nothing = Ни слова, ни темы, ни места не совпадают.
why-nothing-of = Нет совпадений: { $parts }.
why-unknown = Неизвестно и поэтому не сравнивалось: { $parts }.
unlock-host = Что открыло бы этот конкурс: партнёр там, где идёт работа.
unlock-partner = Что открыло бы этот конкурс: партнёр в одном из мест: { $places }.
unlock-applicant = Что открыло бы этот конкурс: партнёр, который подаёт заявку вместе с вами и зарегистрирован здесь: { $places }.
unlock-consortium = Что открыло бы этот конкурс: консорциум; участников, считая вас, не меньше { $members }, стран не меньше { $countries }.
matches-search = Искать среди всех конкурсов для этого проекта
matches-none = По этим фильтрам ни одного конкурса не найдено.
matches-blocked = Показать конкурсы, которые не проходят
matches-show-blocked = { $count ->
    [one] Показать { $shown } конкурс, который не проходит
    [few] Показать { $shown } конкурса, которые не проходят
    [many] Показать { $shown } конкурсов, которые не проходят
   *[other] Показать { $shown } конкурса, которые не проходят
}
matches-promise = Имена, возраст и прежние гранты не влияют на соответствие.
matches-hidden = { $count ->
    [one] Скрыт { $shown } конкурс: его донор внесён или, возможно, внесён в реестр в стране, где у вашей организации есть люди.
    [few] Скрыто { $shown } конкурса: их доноры внесены или, возможно, внесены в реестр в стране, где у вашей организации есть люди.
    [many] Скрыто { $shown } конкурсов: их доноры внесены или, возможно, внесены в реестр в стране, где у вашей организации есть люди.
   *[other] Скрыто { $shown } конкурса: их доноры внесены или, возможно, внесены в реестр в стране, где у вашей организации есть люди.
}
matches-hidden-link = Что это значит
designated-title = Конкурсы, скрытые ради безопасности ваших людей
designated-crime = Для людей вашей организации контакт с этими донорами может быть преступлением.
designated-who = Государство, в котором у вашей организации есть люди, объявило донора или того, чьи деньги он передаёт, нежелательной, экстремистской или террористической организацией либо иностранным агентом. Там могут наказать за участие в его работе, за заявку и даже за ссылку на него.
designated-trace = Заявка оставляет следы на годы: в почте, банковских выписках, отчётах, на этом сервере. Уехавшие могут подвергнуть опасности оставшихся.
designated-ask = Прежде чем открыть страницу донора или написать ему, спросите юриста, который знает право этой страны. Здесь нет юридических советов.
designated-record = Даты и источники — те, что записаны здесь; более новых решений здесь может не быть.
designated-count = { $count ->
    [0] Для этого проекта ничего не скрыто.
    [one] Для этого проекта скрыт { $shown } конкурс.
    [few] Для этого проекта скрыты { $shown } конкурса.
    [many] Для этого проекта скрыто { $shown } конкурсов.
   *[other] Для этого проекта скрыто { $shown } конкурса.
}
designated-show = Понимаю, показать
candidates-title = Проекты для этого конкурса
candidates-none = По этим фильтрам нет ни одного проекта, открытого донорам.
candidates-none-own = Ни один из ваших проектов не подходит под эти фильтры.
candidates-blind = Проекты стоят под кодовыми именами. Кто за ними стоит, на порядок не влияет.
projects-title = Проекты
projects-count = { $count ->
    [one] { $shown } проект
    [few] { $shown } проекта
    [many] { $shown } проектов
   *[other] { $shown } проекта
}
projects-none = В базе пока нет ни одного проекта.
projects-none-shown = Вам не показан ни один проект. Проекты пишут участники организаций, и они решают, кто их видит.
project-see-matches = Кто мог бы его поддержать
project-new = Новый проект
project-new-says = Обязательно только название. Чем больше вы расскажете, тем надёжнее подбор.
project-edit = Изменить проект
project-pages = Проект
project-tab = Проект
project-tab-matches = Совпадения
project-tab-edit = Изменить
project-title = Название
project-summary = Коротко
project-problem = Проблема
project-activities = Что делается
project-outputs = Что получится
project-beneficiaries = Кому это поможет
project-audience = Аудитория
project-organisation = Организация
project-reach = Кого охватывает
project-visibility = Кто это видит
project-needs = нужно { $amount }
project-from = деньги нужны к { $day }
project-own-share = своя доля: { $percent } %
project-core-costs = нужны деньги на базовые расходы
project-no-core-costs = деньги на базовые расходы не нужны
project-regrants = передаёт деньги дальше
project-no-regrants = не передаёт деньги дальше
project-people-inside = есть люди внутри страны
entity-sponsor = фискальный спонсор
entity-none = Юридическое лицо не указано: неформальная группа подаёт заявку через фискального спонсора.
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
form-name = Название
form-country = Страна
form-form = Правовая форма
form-partner-name = Название партнёра { $number }
form-partner-country = Страна партнёра { $number }
form-partner-form = Правовая форма партнёра { $number }
form-people-inside = Страны, где ваши люди в опасности
form-people-inside-hint = Конкурсы доноров, внесённых там в реестр, этому проекту не показываются.
form-save = Сохранить и посмотреть совпадения
form-preview = Предварительный подбор
form-errors = Сначала исправьте это
live-title = Пока лучше всего подходят
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
error-currency-other = Здесь указана не та валюта, что выбрана рядом
error-day = Напишите дату, например 2027-03-01
error-day-past = Этот день уже прошёл: напишите будущую дату
error-months = Напишите целое число месяцев
error-percent = Напишите число от 0 до 100
error-organisation = Выберите организацию из списка
error-choice = Выберите из списка
error-partner = Назовите партнёра
import-title = Импорт
import-says = Выберите файл. Сначала вы увидите, что он изменит; ничего не записывается, пока вы не подтвердите.
import-kind = Что в файле
import-calls = Конкурсы
import-projects = Проекты
import-file = Файл
import-file-hint = Не больше { $limit } МБ. Формат распознаётся по содержанию; сжатые файлы (.gz) подходят.
import-preview = Предпросмотр
import-formats = Что можно прочитать
import-format-native = Собственный формат Waxwing: один объект JSON на строку, конкурсы или проекты.
import-format-projects = Собственный формат Waxwing: один объект JSON на строку, каждый — проект.
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
import-done-says = Записи сохранены, и подбор уже учитывает их.
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
matching-rules-says = Каждое правило показывает фразу конкурса, на которую оно опирается, или то, что указано отдельным полем. Оно выполнено, не выполнено или неизвестно для каждого вашего юридического лица; показан лучший путь.
matching-unknown = Неизвестно — не значит нет
matching-unknown-says = То, о чём конкурс или проект молчит, никогда не говорит против него. Снижается уверенность, а вывод — «неясно».
matching-urgency = Срочность — не соответствие
matching-urgency-says = По срокам сортируют и фильтруют. Числа они не меняют.
matching-designated = Доноры из государственных реестров
matching-designated-says = Некоторые государства объявили доноров «нежелательными» или «экстремистскими»; контакт может быть преступлением для людей там. Если у проекта есть люди в такой стране, конкурсы этого донора и тех, кто передаёт его деньги, показываются ему только на отдельной странице, которая сначала объясняет риск.
matching-limits = Чего он не умеет
matching-limits-says = Слова сравниваются внутри одного языка; между языками работают темы, места и суммы. Правила берутся из текстов, только когда они несомненны, поэтому многие остаются неизвестными. Прочитайте конкурс, прежде чем решать.
locked-title = Сервер заблокирован
locked-says = Снова запустить его может тот, кто им управляет.
privacy-title = Конфиденциальность
privacy-lede = Чего не хранят, того не изымут.
privacy-true = Что действует уже сейчас
privacy-1 = Адреса, браузеры и страницы, с которых пришли посетители, не хранятся и не записываются.
privacy-2 = Ни одна страница ничего не загружает с другого узла, и сервер ни к кому не подключается.
privacy-3 = Каждая страница и форма работает без скриптов. На большинстве страниц их нет.
privacy-4 = Загруженные файлы хранятся в памяти, пока вы не решите, не дольше получаса, и никогда не пишутся на диск.
privacy-5 = Три файла cookie: один хранит язык, если вы его выбрали; другой — ваш сеанс, пока вы не закроете браузер, полчаса без действий или самое большее двенадцать часов; по третьему браузер узнаёт вас при следующем входе, пока вы его не закроете или, если вы об этом попросите, полгода.
privacy-6 = Проекты закрыты, пока владелец организации не решит иначе. Доноры видят кодовые имена.
privacy-7 = Пароли хранятся как хеши Argon2id; от сеансов, знакомых браузеров и одноразовых ссылок остаются только отпечатки.
privacy-8 = Попытки входа замедляются для учётной записи и никогда для адреса.
privacy-9 = Журнал действий знает учётные записи и часы, но не адреса и не тексты, и показывает, если его изменили.
privacy-10 = То, что вы удаляете, сразу исчезает из файла базы и её журнала.
privacy-11 = Резервную копию можно прочесть только секретным ключом, который хранится в другом месте; то, что хранится лишь какое-то время, например журнал действий, потом удаляется.
privacy-proof = Каждое из этих утверждений проверяется автоматическими тестами при каждой сборке программы.
privacy-not = Чего пока нет
privacy-not-says = Тот, кто управляет этим сервером, может читать всё, что на нём, пока он работает: выбирайте, кому доверить. Waxwing шифрует файл базы, только если так решил тот, кто им управляет: спросите его; иначе файлу место на зашифрованном диске. Резервные копии хранят удалённое, пока их не уберут.
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
word-rule-says = Одно условие конкурса со словами, на которые оно опирается: выполнено, не выполнено или неизвестно.
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
word-designated = В реестре
word-designated-says = Объявлен государством «нежелательной», «экстремистской» или «террористической организацией» либо «иностранным агентом»; с датой и источником.
call-opens = открывается { $day }
projects-none-found = По этому фильтру ни одного проекта не найдено.
import-not-text = Файл не читается как текст: { $detail }
import-truncated = Файл обрывается, не дойдя до конца, ничего не записано: { $detail }
import-too-deep = В файле слишком глубокая вложенность: { $detail }
import-record-too-long = Одна из записей файла слишком длинная: { $detail }
import-too-many = В файле слишком много записей: { $detail }

# People: frame
nav-account = Учётная запись
nav-organisations = Организации
nav-admin = Сервер
nav-sign-in = Войти
nav-leave = Быстрый выход
field-name = Название
field-account-name = Имя
field-sure = Флажок «Да, заблокировать сейчас, для всех»
field-password = Пароль
field-new-password = Новый пароль
field-code = Код
field-role = Роль
field-named = Люди
field-coalition = Коалиция
field-members = Организации
field-reason = Причина
field-approval = Просьба
field-organisation = Организация
wrong-missing = { $field }: заполните это поле.
wrong-too-long = { $field }: слишком длинно.
wrong-taken = { $field }: уже занято.
wrong-unknown = { $field }: под этим именем ничего не найдено.
wrong-wrong = { $field }: это неверно.
wrong-password-short = { $field }: не меньше { $least } знаков. Несколько слов подряд легко запомнить.
wrong-password-weak = { $field }: такой скоро подберут. Возьмите слова, не связанные между собой.
wrong-last-owner = У организации должен быть владелец: сначала дайте эту роль кому-то ещё.
wrong-owner = Передать проект другой организации может только владелец.

# Signing in
sign-in-title = Вход
sign-in-name = Имя
sign-in-password = Пароль
sign-in-code = Код второго фактора или запасной код
sign-in-code-hint = Оставьте пустым, если второй фактор не настроен.
sign-in-button = Войти
sign-in-wrong = Имя, пароль или код неверны.
sign-in-too-soon = Слишком много попыток. Подождите { $count ->
    [one] { $shown } секунду
    [few] { $shown } секунды
    [many] { $shown } секунд
   *[other] { $shown } секунды
} и попробуйте снова. В браузере, который вас узнаёт, или с запасным кодом ждать не нужно.
sign-in-lost = Потеряли пароль или телефон? Запасной код заменит телефон. Во всех других случаях попросите у администратора этого сервера одноразовую ссылку.
sign-in-again = Ваш сеанс закончился, поэтому ещё ничего не сохранено. Войдите в новой вкладке и обновите эту страницу: браузер снова отправит то, что вы ввели.
sign-in-new-tab = Войти в новой вкладке
sign-out = Выйти
landing-title = Найдите конкурсы, которые подходят вашему проекту
landing-says = Waxwing сопоставляет конкурсы доноров и проекты по сути, никогда по известным именам, и объясняет почему.
landing-no-account = Учётные записи создаются только по приглашению.
landing-setup = У этого сервера ещё нет администратора. Откройте одноразовую ссылку, которую он напечатал при запуске.
demo-try = Осмотреться
demo-try-says = Здесь всё выдумано. Выберите, кем вы хотите быть; пароль не нужен.
demo-as-staff = Сотрудник организации
demo-as-donor = Эксперт донора
demo-as-analyst = Аналитик
demo-as-admin = Администратор сервера

# One-time links
join-title = Приглашение
join-setup = Вы настраиваете этот сервер и становитесь его первым администратором.
join-admin = Вы становитесь администратором этого сервера.
join-analyst = Вы становитесь аналитиком: ведёте список конкурсов и изучаете сектор.
join-member = Вы присоединяетесь к организации { $name }, роль: { $role }.
join-reviewer = Вы рассматриваете проекты для конкурсов донора { $name }.
join-recovery = Вы выбираете новый пароль для учётной записи { $name }. Её второй фактор снимается, сеансы заканчиваются.
join-expires = Ссылка действует один раз, до { $day }.
join-name-hint = С ним вы входите, и его видят коллеги. Это не обязательно ваше настоящее имя.
join-password-hint = Не меньше { $least } знаков; вставлять из буфера можно.
join-button = Создать учётную запись
join-recovery-button = Задать новый пароль
join-have = Вы вошли как { $name }.
join-with-mine = Принять с этой учётной записью
link-title = Одноразовая ссылка
link-says = Она показана только сейчас, действует один раз и заканчивается через 24 часа. Передайте её способом, которому доверяете.
link-address = Адрес для передачи
link-for = Для { $name }: восстановление доступа
link-for-member = Для организации { $name }, роль: { $role }
link-for-analyst = Для аналитика
link-for-admin = Для ещё одного администратора этого сервера
link-for-reviewer = Для эксперта донора { $name }
role-viewer = чтение
role-editor = редактор
role-owner = владелец

# Account
account-title = Ваша учётная запись
account-signed-in-as = Вы вошли как { $name }.
account-rights = Что вам доступно
account-right-admin = Вы управляете этим сервером. Закрытые записи организаций вам не видны.
account-right-analyst = Вы ведёте список конкурсов и изучаете сектор. Закрытые записи организаций вам не видны.
account-right-reviewer = Вы рассматриваете проекты для конкурсов донора { $name }. Проекты стоят под кодовыми именами.
account-right-member = { $name }: { $role }
account-right-none = Пока ничего: попросите приглашение.
account-password = Сменить пароль
account-password-button = Сменить
account-password-old = Нынешний пароль
account-changed = Готово. Все остальные ваши сеансы закончены.
account-factor = Второй фактор
account-factor-none = Код из приложения на телефоне, вдобавок к паролю. Он не впустит того, кто узнает ваш пароль.
account-factor-set = Настроить второй фактор
account-factor-has = Настроен. { $count ->
    [one] Остался { $shown } запасной код.
    [few] Осталось { $shown } запасных кода.
    [many] Осталось { $shown } запасных кодов.
   *[other] Осталось { $shown } запасного кода.
}
account-factor-remove = Убрать
account-factor-codes = Новые запасные коды
account-demo = У учётных записей демонстрации нет ни пароля, ни второго фактора.
factor-title = Настройка второго фактора
factor-scan = Считайте эту картинку приложением для одноразовых кодов.
factor-picture = Ключ, записанный ниже, в виде картинки
factor-type = Или введите в приложение этот ключ:
factor-code = Код, который приложение показывает сейчас
factor-button = Подтвердить
recovery-title = Ваши запасные коды
recovery-says = Они показаны только сейчас. Каждый действует один раз вместо кода приложения. Запишите их на бумаге или держите в хранилище паролей, но не рядом с телефоном.
recovery-done = Коды сохранены
sessions-title = Где выполнен вход
sessions-says = Ни адреса, ни браузеры не записываются, только время начала каждого сеанса.
sessions-since = С { $day }
sessions-this = этот
sessions-end = Закончить
sessions-end-others = Закончить все остальные
trail-own = Что вы делали

# Organisations
organisations-title = Ваши организации
organisations-none = Вы пока не состоите ни в одной организации.
organisations-none-next = К конкурсам
organisation-members = Участники
organisation-member = Участник
organisation-role = Роль
organisation-set-role = Изменить
organisation-remove-member = Исключить
organisation-leave = Выйти из организации
organisation-invite = Пригласить
organisation-invite-says = Ссылка создаёт учётную запись или добавляет организацию к имеющейся.
organisation-invite-button = Создать ссылку
organisation-links = Неиспользованные ссылки
organisation-take-back = Отозвать
organisation-code-name = Доноры видят проекты под их собственными кодовыми именами. Кодовое имя вашей организации для коалиций: { $name }
organisation-entities = Юридические лица
organisation-coalitions = Коалиции
organisation-coalitions-none = Ни в одной коалиции. В коалиции организации могут показывать друг другу выбранные проекты.
organisation-coalition-members = Участники: { $names }
organisation-coalition-asked = Приглашены: { $names }
organisation-coalition-agree = Согласиться
organisation-coalition-leave = Выйти
organisation-coalition-found = Основать коалицию
organisation-coalition-with = Кодовые имена других организаций, по одному в строке
organisation-coalition-button = Пригласить их
organisation-two = Для чего нужны два владельца
organisation-two-says = Один владелец просит, другой соглашается в течение семи дней.
organisation-ask-export = Попросить файл со всем содержимым
organisation-ask-erase = Попросить стереть организацию
organisation-erase-says = Стирание удаляет организацию со всеми проектами навсегда.
organisation-erased = Стёрто
organisation-erased-says = Организации и всего, что ей принадлежало, в базе больше нет.
approval-export = Файл со всем содержимым организации
approval-erase = Стереть организацию со всем содержимым
approval-admin = Ссылка, дающая права администратора
approval-asked = Просит { $name }, { $day }
approval-agree = Согласиться
approval-refuse = Отказать
trail-title = Журнал действий
trail-says = Учётные записи и часы, без адресов и текстов. Каждая запись связана с предыдущей, поэтому изменение прошлого заметно.
trail-hour = Час (UTC)
trail-who = Кто
trail-what = Что
trail-none = Пока ничего.
trail-machine = программа
act-account_created = учётная запись создана на самом сервере
act-account_disabled = учётная запись закрыта
act-account_enabled = учётная запись снова открыта
act-agreed = согласие на чужую просьбу
act-asked = просьба о том, для чего нужны двое
act-backed_up = записана резервная копия
act-calls_imported = загружены конкурсы
act-coalition_founded = основана коалиция
act-coalition_joined = согласие на коалицию
act-coalition_left = выход из коалиции
act-factor_added = настроен второй фактор
act-factor_removed = убран второй фактор
act-invitation_used = принято приглашение
act-invited = создана ссылка
act-locked = сервер заблокирован
act-member_removed = участник исключён
act-name_opened = эксперт узнал, чей это проект
act-organisation_added = добавлена организация
act-password_changed = сменён пароль
act-project_changed = изменён проект
act-project_created = написан проект
act-project_deleted = удалён проект
act-projects_imported = загружены проекты
act-recovered = восстановлена учётная запись
act-recovery_code_used = вход по запасному коду
act-recovery_codes_renewed = запасные коды обновлены
act-recovery_offered = создана ссылка для восстановления
act-refused = отказ на чужую просьбу
act-role_changed = изменена роль
act-reviewer_ended = эксперт донора отозван
act-shared_coalition = проект показан коалиции
act-shared_donors = проект показан донорам
act-shared_named = проект показан названным людям
act-shared_private = проект снова закрыт
act-shared_public = проект показан всем
act-signed_in = вход
act-unlocked = сервер разблокирован

# Who sees a project
project-tab-sharing = Кто видит
sharing-title = Кто видит этот проект
sharing-level = Показать
sharing-named = Люди вне организации, по именам, с которыми они входят, по одному в строке
sharing-coalition = Коалиция
sharing-preview = Посмотреть, что станет видно
sharing-preview-title = Что будет видно
sharing-who = Кому
sharing-what = Что они увидят
sharing-new = Новое
sharing-raise = Показать
sharing-lower = Сохранить
sharing-from = Доноры и все остальные увидят его с { $day }. До тех пор вы можете всё отменить, и никто не увидит.
sharing-members = { $count ->
    [one] { $shown } участнику вашей организации
    [few] { $shown } участникам вашей организации
    [many] { $shown } участникам вашей организации
   *[other] { $shown } участника вашей организации
}
sharing-donors = Экспертам доноров рядом с подходящими конкурсами; никогда тем донорам, связь с которыми преследуется там, где у вас есть люди
sharing-everyone = Всем, кому доступен этот сервер
shown-organisation = название организации
shown-title = заголовок
shown-texts = тексты как написаны
shown-code-name = при каждом конкурсе другое кодовое имя; тексты со словами вместо известных имён
shown-facts = нужная сумма, места, языки, темы, стадия
shown-partners = названия партнёров
shown-people-inside = где ваши люди в опасности
sharing-openings = Кто открывал имя
sharing-openings-says = Эксперт, который хочет узнать, чей это проект, называет причину, и вы её видите.
sharing-opening = { $day }, { $donor }: «{ $reason }»
project-private-note = Новые проекты закрыты. Кто видит проект, владелец решает на отдельной странице.
project-delete = Удалить проект
project-delete-title = Удалить этот проект
project-delete-says = Он сразу исчезнет из базы и её журнала, а из резервных копий по истечении их срока.
project-delete-button = Удалить
project-shared-with-you = Показан вам его организацией
project-public-view = Таким его видят все

# Reading blind
candidates-own = Ваши собственные проекты рядом с этим конкурсом.
candidate-texts = Своими словами
candidate-masked = Вместо известных имён, адресов и номеров стоят слова.
candidate-read = Читать проект
candidate-open = Чей это проект?
candidate-open-says = Организация увидит, что вы спросили, при каком конкурсе и почему.
candidate-open-reason = Причина
candidate-open-button = Открыть имя
candidate-opened = Вы открыли имя: { $name }
candidate-scored = Этот конкурс сейчас оценивают вслепую. Имена закрыты, пока все оценки не зафиксированы.

# The server
admin-title = Сервер
admin-accounts = Учётные записи
admin-account = Учётная запись
admin-rights = Права
admin-right-admin = администратор
admin-right-analyst = аналитик
admin-right-member = участник
admin-right-reviewer = эксперт: { $name }
admin-closed = закрыта
admin-demo = демонстрация
admin-factor = второй фактор
admin-close = Закрыть
admin-open = Снова открыть
admin-recover = Ссылка для восстановления
admin-end-reviewer = Больше не эксперт донора { $name }
admin-add-organisation = Добавить организацию
admin-add-organisation-says = Вы получите ссылку для её первого владельца. То, что пишет организация, останется закрытым для вас.
admin-add-organisation-button = Добавить
admin-organisations = Организации
admin-organisations-says = К этим организациям ещё никто не присоединился. Если ссылка для первого владельца потеряна, создайте её заново; прежняя перестанет действовать.
admin-organisation-who = Владельцы
admin-organisation-link = пока никого; ссылка действует до { $day }
admin-organisation-nobody = никого, и действующей ссылки нет
admin-organisation-others = { $count ->
    [one] Ещё { $shown } организация с участниками или записями. Какие это организации и кто в них состоит, здесь не показано.
    [few] Ещё { $shown } организации с участниками или записями. Какие это организации и кто в них состоит, здесь не показано.
    [many] Ещё { $shown } организаций с участниками или записями. Какие это организации и кто в них состоит, здесь не показано.
   *[other] Ещё { $shown } организации с участниками или записями. Какие это организации и кто в них состоит, здесь не показано.
}
admin-organisation-renew = Новая ссылка для первого владельца
admin-invite = Пригласить
admin-invite-analyst = Ссылка для аналитика
admin-invite-reviewer = Ссылка для эксперта донора
admin-invite-donor = Донор
admin-invite-no-donor = Экспертов можно пригласить, когда их донор будет записан.
admin-ask-admin = Попросить ещё одного администратора
admin-lock = Заблокировать сервер
admin-lock-says = Все сеансы завершатся, сервер забудет всё, что держит в памяти, и перестанет отвечать. Запустить его снова сможет только тот, у кого есть доступ к самому компьютеру. На случай, если компьютер может попасть в чужие руки.
admin-lock-sure = Да, заблокировать сейчас, для всех
admin-lock-button = Заблокировать
admin-two = Для чего нужны два администратора
admin-two-says = Один администратор просит, другой соглашается в течение семи дней. Где есть только один, второго создают на самом сервере: waxwing account create.
admin-trail-holds = { $count ->
    [one] Журнал действий не повреждён. Всего в нём { $shown } запись; ниже — то, что касается сервера, остальное видят сами организации.
    [few] Журнал действий не повреждён. Всего в нём { $shown } записи; ниже — то, что касается сервера, остальное видят сами организации.
    [many] Журнал действий не повреждён. Всего в нём { $shown } записей; ниже — то, что касается сервера, остальное видят сами организации.
   *[other] Журнал действий не повреждён. Всего в нём { $shown } записи; ниже — то, что касается сервера, остальное видят сами организации.
}
admin-trail-broken = Журнал действий изменён вручную: запись { $number }.

percent = { $number } %
attention-link = Сколько внимания достаётся новым организациям
attention-title = Внимание к новым организациям
attention-lede = Кто читает список сверху, тот больше всего внимания уделяет первым местам. Какая его доля в списках проектов для ваших конкурсов достаётся новым организациям и какую они заслуживают по соответствию?
attention-table = Конкурсы, которые вы рассматриваете, по кварталам открытия
attention-opened = Открыты
attention-quarter = { $number }-й квартал { $year } года
attention-all = Все вместе
attention-calls = Конкурсы
attention-organisations = Организации
attention-got = Внимание к новым
attention-due = Доля по соответствию
attention-ratio = Отношение
attention-too-few = Организаций слишком мало, чтобы назвать доли
attention-none = Среди конкурсов, которые вы рассматриваете, недавно открытых нет.
attention-how = Как это считается
attention-how-new = Новая — организация, у которой при открытии конкурса не было своего юридического лица возрастом от { $number } лет. Полученные гранты пока не записываются; возраст стоит вместо них и на соответствие не влияет.
attention-how-got = Место r в списке получает внимание 1/log₂(1 + r), до места { $number }. Проекты, которым участвовать нельзя, не учтены, как и в списке, который вы видите первым.
attention-how-due = По соответствию проект заслуживает свою долю в общем соответствии списка. Отношение 1 — поровну; больше 1 — новым организациям достаётся больше внимания, чем они заслуживают по соответствию, меньше 1 — меньше.
attention-how-today = Списки сегодняшние: вместе с проектами меняются и прошлые кварталы.
attention-how-few = Доли названы там, где в списках не меньше { $number } новых и { $number } других организаций, чтобы ни одну нельзя было узнать.
