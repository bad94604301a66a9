# Donors and designations

nav-donors = Донори
donors-title = Донори
donors-says = Хто дає гроші, під якими назвами і ким їх оголосили держави.
donors-search = Назва
donors-designated-only = Лише ті, хто десь внесений до реєстру або щодо кого потрібне рішення
donors-none = Донора з такою назвою немає.
donors-all = Усі донори
donors-new = Додати донора
donors-name = Назва
donors-kind = Вид
donors-seat = Країна
donor-designated-in = у реєстрі: { $countries }
donor-undecided = можливо, у реєстрі; рішення ще немає
donor-aliases = Інші назви
donor-aliases-hint = По одній у рядку: переклади, скорочення, колишні назви.
donor-passes-on = Передає гроші донора
donor-regrantors = Його гроші передають
donor-no-parent = нічиї
donor-parent-hint = Статус того донора діє і для цього.
donor-edit = Змінити дані донора
donor-save = Зберегти
donor-calls = Конкурси
donor-calls-none = Конкурсів цього донора в базі немає.
donor-legal = Правовий статус
donor-legal-none = Відомостей про заборону цього донора тут немає: його не назвали ні люди, ні реєстри. Це не доводить, що жодна держава не внесла його до свого реєстру.
donor-status-decision = Рішення: { $decision }.
donor-status-until = До { $day } включно.
donor-status-register = У реєстрі: «{ $name }» (список на { $day }).
donor-status-like = Рішення ще немає: у реєстрі є «{ $name }» (список на { $day }), назви схожі.
donor-status-add = Внести правовий статус
donor-status-add-says = Без країни, дати та джерела це чутка, і її не записують. Попередній статус того самого виду в тій самій країні замінюється.
donor-status-until-hint = Лише якщо статус скасовано: останній день, коли він діяв.
donor-status-source-hint = Адреса реєстру або офіційне видання з номером і датою.
donor-status-save = Внести
donor-status-remove = Внесено помилково: видалити
donor-decide-says = Назви схожі, і лише людина може сказати, чи це та сама організація. До рішення її конкурси не показують проєктам, які мають людей у цій країні.
donor-register = Записи реєстрів
donor-merged = Одне з цим донором
donor-merge = Дублікат: цей донор уже є в базі
donor-merge-says = Усі його конкурси, назви та статуси вважатимуться даними того донора. Це можна скасувати: нічого не губиться.
donor-merge-button = Це один донор
donor-split = Знову розділити
designations-title = Реєстри заборонених організацій
designations-says = Організації, які держави оголосили небажаними, екстремістськими, терористичними або іноземними агентами. Контакт із ними може бути злочином для людей у цій країні.
designations-lists = Списки в базі
designations-none = Списків немає: донорів не перевіряють.
designations-open = Потрібне рішення
designations-nothing-open = Питань без рішення немає.
designations-known = Знайдено та вирішено
designations-bodies = Знайти організацію
designations-found = { $count ->
    [one] { $shown } організація
    [few] { $shown } організації
    [many] { $shown } організацій
   *[other] { $shown } організації
}
register-day = Станом на
register-list-of = список на { $day }
register-age = { $count ->
    [one] { $shown } день тому
    [few] { $shown } дні тому
    [many] { $shown } днів тому
   *[other] { $shown } дня тому
}
register-bodies = Організацій
register-body = Організація в реєстрі
register-gone-count = Більше не названі
register-gone = У списку на { $day } її вже немає.
register-old = Список застарів: організацій, внесених пізніше, у ньому немає.
register-load = Завантажити новіший список
register-load-says = Таблиця (CSV) зі стовпцями name, alias, kind, country, decision, from, until, source або список Мін’юсту Росії в JSON. Спершу ви побачите, що зміниться. Те, чого в новому списку вже немає, лишається з позначкою.
register-date = Дата списку
register-date-hint = На який день його складено: коли його опублікували або завантажили. У старого файлу й дата стара.
register-country-hint = Для рядків, у яких країну не вказано.
standing = Становище
standing-undecided = схоже, потрібне рішення
standing-name = має цю назву
standing-person = це вона, за рішенням
standing-cleared = це не вона, за рішенням
standing-yes = Це вона
standing-no = Це інша організація
standing-again = Скасувати рішення
check-title = Донорів перевірено за назвами
check-nobody = У жодному вашому проєкті не вказано країн, де є люди, тому донорів не перевіряють.
check-no-register = { $country }: реєстру в базі немає, нікого не перевірено.
check-register = { $country }, { $kind }: список на { $day }, { $age }.
check-undecided = { $count ->
    [one] Щодо { $shown } донора ще не вирішено, чи внесений він до реєстру; його конкурси не показано.
    [few] Щодо { $shown } донорів ще не вирішено, чи внесені вони до реєстру; їхні конкурси не показано.
    [many] Щодо { $shown } донорів ще не вирішено, чи внесені вони до реєстру; їхні конкурси не показано.
   *[other] Щодо { $shown } донора ще не вирішено, чи внесені вони до реєстру; їхні конкурси не показано.
}
calls-withheld = { $count ->
    [one] { $shown } конкурс не показано: його донор внесений до реєстру (або, можливо, внесений) там, де один із проєктів ваших організацій має людей.
    [few] { $shown } конкурси не показано: їхні донори внесені до реєстру (або, можливо, внесені) там, де один із проєктів ваших організацій має людей.
    [many] { $shown } конкурсів не показано: їхні донори внесені до реєстру (або, можливо, внесені) там, де один із проєктів ваших організацій має людей.
   *[other] { $shown } конкурсу не показано: їхні донори внесені до реєстру (або, можливо, внесені) там, де один із проєктів ваших організацій має людей.
}
designated-show-one = Розумію, показати конкурс
import-gone = більше не названі
import-gone-says = Запис лишається з позначкою.
import-list-of = Прийнято як список на { $day }.
field-aliases = Інші назви
field-decision = Рішення
field-source = Джерело
field-gone-since = не названа з
field-until = До
field-since = Від
field-jurisdiction = За законом якої країни
field-status-kind = Чим визнано
field-kind = Вид
field-country = Країна
field-parent = Передає гроші донора
field-into = Інший донор
field-date = Дата
wrong-hidden-signs = { $field }: тут є невидимі знаки. Наберіть заново.
wrong-too-many = { $field }: це забагато.
wrong-donor-taken = { $field }: донор із такою назвою вже є.
wrong-circle = { $field }: гроші повернулися б до цього самого донора.
wrong-before-since = { $field }: це раніше за перший день.
wrong-same-donor = { $field }: їх уже об’єднано.
act-designations_imported = завантажено реєстр заборонених організацій
act-donor_created = додано донора
act-donor_changed = змінено дані донора
act-donor_status_set = внесено правовий статус донора
act-donor_status_removed = видалено правовий статус донора
act-donor_merged = двох донорів об’єднано
act-donor_split = донорів знову розділено
act-donor_designated = вирішено, що донор внесений до реєстру
act-donor_cleared = вирішено, що донора в реєстрі немає
act-donor_undecided = рішення щодо донора скасовано
register-old-load = Список застарів: організацій, внесених пізніше, у ньому немає. Якщо є новіший, його можна завантажити нижче.
register-load-values = Види: undesirable, extremist, terrorist, foreign_agent. Дати: 2026-12-31 або 31.12.2026. Країни — кодом, наприклад RU чи BY. Кілька інших назв пишуть в одній комірці через крапку з комою.
register-additions = Це лише доповнення: те, чого у файлі немає, не позначається
register-undo = Завантажено помилково?
register-undo-says = Файл завантажено { $at } як список на { $day }. Якщо скасувати завантаження, зникнуть організації, які назвав лише він ({ $new }), змінені записи стануть такими, як були ({ $changed }), а список знову матиме попередню дату. Рішення людей залишаються.
register-undo-button = Скасувати завантаження
donors-calls-hidden = приховано
donor-taken-by = «{ $typed }» — назва донора { $donor }.
donor-taken-see = Уже є в базі:
import-day-to-come = Дата списку: { $day } — цей день ще не настав. Сьогодні { $today }.
import-going = { $list }: у цьому файлі немає { $gone } із { $all } організацій наявного списку; їх буде позначено як більше не названі.
import-went = { $list }: у цьому файлі немає { $gone } із { $all } організацій попереднього списку; їх позначено як більше не названі.
import-going-hint = Якщо у файлі лише доповнення, імпортуйте його як доповнення: тоді нічого не позначається.
import-as-additions = Імпортувати лише як доповнення
import-additions-says = Прийнято лише як доповнення: нічого не позначається як більше не назване, а дата наявного списку лишається попередньою.
import-confirms = { $list }: з цим файлом список на { $before } стає списком на { $day }.
import-confirm = Записати як список на { $day }
import-donors-designated = Донори з бази, яких цей файл вносить до реєстру
import-donors-undecided = Донори з бази, щодо яких потрібне рішення
import-donors-lifted = Донори з бази, яких більше немає в жодному реєстрі
import-donors-more = і ще { $shown }
import-donors-none = Для донорів із бази нічого не змінюється.
import-repeated = Повтори
import-repeated-says = те саме, що в рядку { $row }
import-alike = Те саме в рядках { $rows }.
import-alike-more = { $count ->
    [one] І ще в { $shown } рядку.
    [few] І ще в { $shown } рядках.
    [many] І ще в { $shown } рядках.
   *[other] І ще в { $shown } рядка.
}
import-all-refused = Жоден запис цього файлу не можна прийняти. Причини вказано нижче.
import-nothing-but-refused = Імпортувати нічого: частину записів відхилено, решта вже є в базі.
wrong-far-ahead = { $field }: це більш ніж за рік від сьогодні.
act-register_taken_back = скасовано завантаження списку заборонених організацій
