# Donors and designations

nav-donors = Доноры
donors-title = Доноры
donors-says = Кто даёт деньги, под какими названиями и кем их объявили государства.
donors-search = Название
donors-designated-only = Только те, кто где-либо внесён в реестр или по кому нужно решение
donors-none = Донора с таким названием нет.
donors-all = Все доноры
donors-new = Добавить донора
donors-name = Название
donors-kind = Вид
donors-seat = Страна
donor-designated-in = в реестре: { $countries }
donor-undecided = возможно, в реестре; решения ещё нет
donor-aliases = Другие названия
donor-aliases-hint = По одному в строке: переводы, сокращения, прежние названия.
donor-passes-on = Передаёт деньги донора
donor-regrantors = Его деньги передают
donor-no-parent = ничьи
donor-parent-hint = Статус того донора действует и для этого.
donor-edit = Изменить данные донора
donor-save = Сохранить
donor-calls = Конкурсы
donor-calls-none = Конкурсов этого донора в базе нет.
donor-legal = Правовой статус
donor-legal-none = Сведений о запрете этого донора здесь нет: его не назвали ни люди, ни реестры. Это не доказывает, что ни одно государство не внесло его в свой реестр.
donor-status-decision = Решение: { $decision }.
donor-status-until = По { $day } включительно.
donor-status-register = В реестре: «{ $name }» (список на { $day }).
donor-status-like = Решения ещё нет: в реестре есть «{ $name }» (список на { $day }), названия похожи.
donor-status-add = Внести правовой статус
donor-status-add-says = Без страны, даты и источника это слух, и он не записывается. Прежний статус того же вида в той же стране заменяется.
donor-status-until-hint = Только если статус снят: последний день, когда он действовал.
donor-status-source-hint = Адрес реестра либо официальное издание с номером и датой.
donor-status-save = Внести
donor-status-remove = Внесено по ошибке: удалить
donor-decide-says = Названия похожи, и только человек может сказать, та ли это организация. До решения её конкурсы не показываются проектам, у которых есть люди в этой стране.
donor-register = Записи реестров
donor-merged = Одно с этим донором
donor-merge = Дубликат: этот донор уже есть в базе
donor-merge-says = Все его конкурсы, названия и статусы будут считаться данными того донора. Это можно отменить: ничего не теряется.
donor-merge-button = Это один донор
donor-split = Снова разделить
designations-title = Реестры запрещённых организаций
designations-says = Организации, которые государства объявили нежелательными, экстремистскими, террористическими или иностранными агентами. Контакт с ними может быть преступлением для людей в этой стране.
designations-lists = Списки в базе
designations-none = Списков нет: доноры не проверяются.
designations-open = Нужно решение
designations-nothing-open = Вопросов без решения нет.
designations-known = Найдено и решено
designations-bodies = Найти организацию
designations-found = { $count ->
    [one] { $shown } организация
    [few] { $shown } организации
    [many] { $shown } организаций
   *[other] { $shown } организации
}
register-day = По состоянию на
register-list-of = список на { $day }
register-age = { $count ->
    [one] { $shown } день назад
    [few] { $shown } дня назад
    [many] { $shown } дней назад
   *[other] { $shown } дня назад
}
register-bodies = Организаций
register-body = Организация в реестре
register-gone-count = Исключены из списка
register-gone = В списке на { $day } её уже нет.
register-old = Список устарел: организаций, внесённых позже, в нём нет.
register-load = Загрузить более новый список
register-load-says = Таблица (CSV) со столбцами name, alias, kind, country, decision, from, until, source или список Минюста России в JSON. Сначала вы увидите, что изменится. То, чего в новом списке больше нет, остаётся с пометкой.
register-date = Дата списка
register-date-hint = На какой день он составлен: когда его опубликовали или скачали. У старого файла и дата старая.
register-country-hint = Для строк, в которых страна не указана.
standing = Положение
standing-undecided = похоже, нужно решение
standing-name = носит это название
standing-person = это она, по решению
standing-cleared = это не она, по решению
standing-yes = Это она
standing-no = Это другая организация
standing-again = Отменить решение
check-title = Доноры проверены по названиям
check-nobody = Ни в одном вашем проекте не указаны страны, где есть люди, поэтому доноры не проверяются.
check-no-register = { $country }: реестра в базе нет, никто не проверен.
check-register = { $country }, { $kind }: список на { $day }, { $age }.
check-undecided = { $count ->
    [one] По { $shown } донору ещё не решено, внесён ли он в реестр; его конкурсы не показаны.
    [few] По { $shown } донорам ещё не решено, внесены ли они в реестр; их конкурсы не показаны.
    [many] По { $shown } донорам ещё не решено, внесены ли они в реестр; их конкурсы не показаны.
   *[other] По { $shown } донора ещё не решено, внесены ли они в реестр; их конкурсы не показаны.
}
calls-withheld = { $count ->
    [one] { $shown } конкурс не показан: его донор внесён в реестр (или, возможно, внесён) там, где у одного из проектов ваших организаций есть люди.
    [few] { $shown } конкурса не показаны: их доноры внесены в реестр (или, возможно, внесены) там, где у одного из проектов ваших организаций есть люди.
    [many] { $shown } конкурсов не показаны: их доноры внесены в реестр (или, возможно, внесены) там, где у одного из проектов ваших организаций есть люди.
   *[other] { $shown } конкурса не показаны: их доноры внесены в реестр (или, возможно, внесены) там, где у одного из проектов ваших организаций есть люди.
}
designated-show-one = Понимаю, показать конкурс
import-gone = больше не названы
import-gone-says = Запись остаётся с пометкой.
import-list-of = Принято как список на { $day }.
field-aliases = Другие названия
field-decision = Решение
field-source = Источник
field-gone-since = не названа с
field-until = По
field-since = С
field-jurisdiction = По закону какой страны
field-status-kind = Чем признан
field-kind = Вид
field-country = Страна
field-parent = Передаёт деньги донора
field-into = Другой донор
field-date = Дата
wrong-hidden-signs = { $field }: здесь есть невидимые знаки. Наберите заново.
wrong-too-many = { $field }: это слишком много.
wrong-donor-taken = { $field }: донор с таким названием уже есть.
wrong-circle = { $field }: деньги вернулись бы к этому же донору.
wrong-before-since = { $field }: это раньше первого дня.
wrong-same-donor = { $field }: они уже объединены.
act-designations_imported = загружен реестр запрещённых организаций
act-donor_created = добавлен донор
act-donor_changed = изменены данные донора
act-donor_status_set = внесён правовой статус донора
act-donor_status_removed = удалён правовой статус донора
act-donor_merged = два донора объединены
act-donor_split = доноры снова разделены
act-donor_designated = решено, что донор внесён в реестр
act-donor_cleared = решено, что донора в реестре нет
act-donor_undecided = решение о доноре отменено
register-old-load = Список устарел: организаций, внесённых позже, в нём нет. Если у вас есть более новый, загрузите его ниже.
register-load-values = Виды: undesirable, extremist, terrorist, foreign_agent. Даты: 2026-12-31 или 31.12.2026. Страны — кодом, например RU или BY. Несколько других названий пишутся в одной ячейке через точку с запятой.
register-additions = Это только дополнения: то, чего в файле нет, не помечается
register-undo = Загружено по ошибке?
register-undo-says = Файл загружен { $at } как список на { $day }. Если отменить загрузку, исчезнут организации, которые назвал только он ({ $new }), изменённые записи станут прежними ({ $changed }), а у списка снова будет прежняя дата. Решения людей остаются.
register-undo-button = Отменить загрузку
donors-calls-hidden = скрыты
donor-taken-by = «{ $typed }» — название донора { $donor }.
donor-taken-see = Уже есть в базе:
import-day-to-come = Дата списка: { $day } — этот день ещё не наступил. Сегодня { $today }.
import-going = { $list }: в этом файле нет { $gone } из { $all } организаций имеющегося списка; они будут помечены как больше не названные.
import-went = { $list }: в этом файле нет { $gone } из { $all } организаций прежнего списка; они помечены как больше не названные.
import-going-hint = Если в файле только дополнения, импортируйте его как дополнения: тогда ничего не помечается.
import-as-additions = Импортировать только как дополнения
import-additions-says = Принято только как дополнения: ничего не помечается как больше не названное, а дата имеющегося списка остаётся прежней.
import-confirms = { $list }: с этим файлом список на { $before } становится списком на { $day }.
import-confirm = Записать как список на { $day }
import-donors-designated = Доноры из базы, которые внесены в реестр этим файлом
import-donors-undecided = Доноры из базы, по которым нужно решение
import-donors-lifted = Доноры из базы, которых больше нет ни в одном реестре
import-donors-more = и ещё { $shown }
import-donors-none = Для доноров из базы ничего не меняется.
import-repeated = Повторы
import-repeated-says = то же, что в строке { $row }
import-alike = То же в строках { $rows }.
import-alike-more = { $count ->
    [one] И ещё в { $shown } строке.
    [few] И ещё в { $shown } строках.
    [many] И ещё в { $shown } строках.
   *[other] И ещё в { $shown } строки.
}
import-all-refused = Ни одну запись этого файла нельзя принять. Причины указаны ниже.
import-nothing-but-refused = Импортировать нечего: часть записей отклонена, остальные уже есть в базе.
wrong-far-ahead = { $field }: это больше чем через год.
act-register_taken_back = отменена загрузка списка запрещённых организаций
