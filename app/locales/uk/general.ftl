# Frame
skip = Перейти до вмісту
nav-main = Головне меню
nav-crumbs = Ви тут
nav-languages = Мова
nav-projects = Проєкти
nav-calls = Конкурси
nav-import = Імпорт
nav-matching = Як працює підбір
nav-privacy = Приватність
nav-words = Терміни
demo-label = Демонстрація
demo-banner = Демонстраційний простір: люди, організації та конкурси вигадані.
demo-remove = Вилучити
demo-remove-title = Вилучити демонстраційний простір
demo-remove-says = Буде вилучено всіх вигаданих донорів, організації, конкурси та проєкти — і більше нічого.
demo-remove-button = Вилучити
demo-none = Демонстраційний простір не завантажено.
cancel = Скасувати
yes = Так
no = Ні
not-stated = Не вказано
pager-label = Сторінки
pager-position = Сторінка { $page } з { $pages }
pager-previous = Попередня
pager-next = Наступна

# Failures
failure-not-found = Не знайдено
failure-not-found-says = Такої сторінки немає, або вона вам недоступна.
failure-forbidden = Не дозволено
failure-forbidden-says = Тут цього зробити не можна.
failure-invalid = Не прийнято
failure-invalid-says = Надіслане не може бути прийняте.
failure-unavailable = Зараз недоступно
failure-unavailable-says = База даних недоступна. Будь ласка, спробуйте ще раз за мить.
failure-internal = Щось пішло не так
failure-internal-says = Цього не мало статися. Нічого не втрачено.
failure-incident = Якщо повідомлятимете про це, вкажіть номер { $incident }.
failure-home = На початкову сторінку

# Numbers, money, time
range = від { $low } до { $high }
range-from = від { $low }
range-up-to = до { $high }
months = { $count ->
    [one] { $shown } місяць
    [few] { $shown } місяці
    [many] { $shown } місяців
   *[other] { $shown } місяця
}
months-range = від { $low } до { $high } місяців
months-from = { $count ->
    [one] щонайменше { $shown } місяць
    [few] щонайменше { $shown } місяці
    [many] щонайменше { $shown } місяців
   *[other] щонайменше { $shown } місяця
}
months-up-to = { $count ->
    [one] до { $shown } місяця
    [few] до { $shown } місяців
    [many] до { $shown } місяців
   *[other] до { $shown } місяця
}
today = сьогодні
in-days = { $count ->
    [one] через { $shown } день
    [few] через { $shown } дні
    [many] через { $shown } днів
   *[other] через { $shown } дня
}
in-hours = { $count ->
    [one] через { $shown } годину
    [few] через { $shown } години
    [many] через { $shown } годин
   *[other] через { $shown } години
}
within-hour = менше ніж через годину
zone-anywhere = будь-де на Землі, UTC−12
zone-unknown = часовий пояс не вказано
deadline-day = { $day }, годину й часовий пояс не вказано
deadline-whole-day = { $day }, годину не вказано ({ $zone }; до { $utc } UTC)
deadline-hour = { $day }, { $hour } ({ $zone })
closing-rolling = відкрито постійно
closing-unknown = дату закриття не вказано
closing-on = закривається { $day }, { $ahead }
closing-maybe = закривається { $day }, можливо, вже закрито: часовий пояс не вказано
closing-was = закрито { $day }
closing-words = словами донора: «{ $words }»

# Vocabularies
status-forecast = Очікується
status-open = Відкрито
status-closed = Закрито
status-withdrawn = Відкликано
status-unknown = Стан не вказано
deadline-kind-final = останній день
deadline-kind-stage = кінець етапу
deadline-kind-cut-off = одна з кількох дат
donor-kind-public-body = державна установа
donor-kind-foundation = фонд
donor-kind-intermediary = посередник
donor-kind-company = компанія
donor-kind-diaspora-fund = фонд діаспори
form-association = об’єднання
form-foundation = фонд
form-non-profit-company = неприбуткове товариство
form-cooperative = кооператив
form-public-body = державна установа
form-research-body = університет або дослідницький інститут
form-company = компанія
form-international-organisation = міжнародна організація
form-informal-group = неформальна група
form-individual = приватна особа
legal-status-undesirable = «небажана організація»
legal-status-extremist = «екстремістська організація»
legal-status-terrorist = «терористична організація»
legal-status-foreign-agent = «іноземний агент»
outcome-met = виконано
outcome-unknown = невідомо
outcome-not-met = не виконано
part-words = Слова
part-themes = Теми
part-place = Місце
part-amount = Сума
part-meaning = Споріднені слова
part-crowding = Схоже на багато інших
part-unknown = невідомо
region-world = увесь світ
region-europe = Європа
region-eu = Європейський Союз
region-eea = Європейська економічна зона
region-candidates = країни — кандидати на вступ до ЄС
region-horizon-associated = країни, асоційовані з програмою «Горизонт Європа»
region-eastern-partnership = Східне партнерство
region-south-caucasus = Південний Кавказ
region-central-asia = Центральна Азія
region-western-balkans = Західні Балкани
region-baltics = країни Балтії
region-nordics = країни Північної Європи
region-africa = Африка
region-americas = Америка
region-asia = Азія
region-oceania = Океанія
region-middle-east = Близький Схід
rule-place = Місце діяльності
rule-entity-country = Країна реєстрації заявника
rule-entity-form = Правова форма
rule-entity-age = Час від реєстрації
rule-award = Розмір гранту
rule-duration = Тривалість
rule-deadline = Кінцевий термін
rule-language = Мова заявки
rule-partner = Партнер
rule-core-costs = Базові витрати
rule-co-financing = Співфінансування
rule-regranting = Регрантинг
stage-idea = ідея
stage-pilot = пілот
stage-running = триває
stage-scaling = розширення
verdict-eligible = Підходить за умовами
verdict-unclear = Неясно
verdict-blocked = Не підходить за умовами
visibility-private = лише ваша організація
visibility-named = названі люди
visibility-coalition = Ваша коаліція
visibility-donors = донори, під кодовими назвами
visibility-public = усі
why-stated = вказано
why-call-silent = У конкурсі про це не сказано.
why-place-open = Там перебувають лише люди, яких охоплює проєкт. Чи має там відбуватися й сама робота, у конкурсі не сказано.
why-words-open = Слова конкурсу про це не дають чіткої відповіді.
why-project-silent = У проєкті про це не сказано.
why-no-entity = Юридичну особу не вказано.
why-entity-silent = Не записано, відколи юридичну особу зареєстровано.
why-currencies-differ = Дві валюти й жодного курсу на дату.
why-partly-covered = Проєкт виходить за межі того, що дозволяє конкурс.
why-not-open-yet = Ще не відкрито.
why-too-late = Закривається пізніше, ніж потрібні гроші.
confidence-high = висока
confidence-medium = середня
confidence-low = низька
confidence-of = Упевненість: { $level }, відомо фактів: { $known } з { $of }
field-title = назва
field-text = текст
field-conditions = умови
field-eligibility = хто може податися
field-lang = мова тексту
field-url = адреса
field-programme = програма
field-donor = донор
field-status = стан
field-opens = відкриття
field-closing = закриття
field-deadline-text = дата закриття, словами донора
field-award = розмір гранту
field-award-text = суми, словами донора
field-total = загальна сума
field-awards-expected = кількість грантів
field-duration = тривалість
field-duration-text = тривалість, словами донора
field-places = місця
field-languages = мови
field-themes = теми
field-entity-countries = країна реєстрації заявника
field-entity-countries-excluded = виключені країни реєстрації
field-entity-forms = правові форми
field-core-costs = базові витрати
field-co-financing-percent = співфінансування
field-regranting = регрантинг
field-partner = партнер
field-rules = правила

# Start
start-title = Гроші на справу, яку ви робите
start-empty = Тут поки нічого немає. Імпортуйте відомі вам конкурси або опишіть проєкт — і Waxwing покаже, що підходить.
start-empty-imports = Тут поки нічого немає. Імпортуйте відомі вам конкурси.
start-empty-writes = Конкурсів тут поки немає: їх завантажують ті, хто веде перелік конкурсів на цьому сервері. Проєкт можна описати вже зараз: щойно конкурси з’являться, ви побачите, що підходить.
start-empty-reviews = Конкурсів тут поки немає. Запишіть конкурс вашого донора, і поруч із ним з’являться відповідні проєкти.
start-empty-waits = Тут поки нічого немає. Щойно конкурси буде завантажено, ви побачите їх тут.
start-import = Імпортувати конкурси
start-write = Описати проєкт
start-browse = Переглянути конкурси
start-calls = { $count ->
    [one] Зараз відкрито { $shown } конкурс.
    [few] Зараз відкрито { $shown } конкурси.
    [many] Зараз відкрито { $shown } конкурсів.
   *[other] Зараз відкрито { $shown } конкурсу.
}
start-donors = { $count ->
    [one] У базі { $shown } донор.
    [few] У базі { $shown } донори.
    [many] У базі { $shown } донорів.
   *[other] У базі { $shown } донора.
}
start-projects = { $count ->
    [one] Описано й зіставлено з ними { $shown } проєкт.
    [few] Описано й зіставлено з ними { $shown } проєкти.
    [many] Описано й зіставлено з ними { $shown } проєктів.
   *[other] Описано й зіставлено з ними { $shown } проєкту.
}
start-closing = Скоро закриваються
start-newest = Найновіші
start-how-title = Як це відбувається
start-how-1 = Додайте конкурси: з файлу порталу ЄС, зі списку або в нашому власному форматі.
start-how-2 = Опишіть проєкт: що робиться, для кого, де і скільки коштує. Імена не потрібні.
start-how-3 = Прочитайте, що підходить, що ні й чому, — зі словами конкурсу поруч із кожним правилом.
start-how-review-1 = Запишіть конкурси вашого донора й перевірте правила, прочитані з їхнього тексту.
start-how-review-2 = Відкрийте конкурс і читайте проєкти для нього під кодовими назвами.
start-how-review-3 = Оцініть їх. Коли всі оцінки зафіксовано, назви можна відкрити, вказавши причину.
start-promise = Імена, вік і попередні гранти не мають значення.
start-promise-link = Подивіться, як працює добір

# Filters
filter-title = Фільтр
filter-words = Слова
filter-more = { $count ->
    [one] Фільтри: { $shown } активний
    [few] Фільтри: { $shown } активні
    [many] Фільтри: { $shown } активних
   *[other] Фільтри: { $shown } активного
}
filter-project = Для проєкту
filter-no-project = Проєкт не обрано
filter-theme = Тема
filter-any-theme = Будь-яка тема
filter-place = Місце діяльності
filter-language = Мова конкурсу
filter-any-language = Будь-яка мова
filter-before = Закривається не пізніше
filter-status = Стан
filter-sort = Упорядкувати за
filter-show = Показати
filter-clear = Очистити фільтри
filter-verdict = Вердикт
filter-entity = Податися через
sort-closing = Датою закриття
sort-newest = Новизною
sort-fit = Відповідністю
route-best = Найкращий шлях

# Calls
calls-title = Конкурси
calls-count = { $count ->
    [one] { $shown } конкурс
    [few] { $shown } конкурси
    [many] { $shown } конкурсів
   *[other] { $shown } конкурсу
}
calls-none = За цими фільтрами не знайдено жодного конкурсу.
calls-for-project = Вердикт і відповідність подано для обраного проєкту.
fit-of-hundred = / 100 відповідність
fit-short = відповідність { $score }
call-rules = Хто може податися і на що
call-rules-demand = Що вимагається
rules-title = Правила
rules-rule = Правило
rules-words = Що сказано в конкурсі
rules-summary = Правила: виконано { $met }, невідомо { $unknown }, не виконано { $notmet }
rules-none = Жодного правила цього конкурсу не відомо.
rules-for-none = Без юридичної особи
rules-for-entity = Для вашої юридичної особи: { $form } ({ $country })
rules-for-candidate = Для цього проєкту
clause-field = у конкурсі вказано: { $field }
demand-anywhere = будь-де
demand-except = { $within }, крім: { $except }
demand-host = партнер там, де відбувається робота
demand-host-in = партнер у таких місцях: { $places }
demand-consortium = організацій — щонайменше { $members }, країн — щонайменше { $countries }
demand-partner = партнер
demand-allowed = дозволено
demand-not-allowed = не дозволено
demand-percent = { $percent } % витрат
call-opens = відкривається { $day }
call-total = усього { $amount }
call-awards = { $count ->
    [one] очікується { $shown } грант
    [few] очікується { $shown } гранти
    [many] очікується { $shown } грантів
   *[other] очікується { $shown } гранту
}
call-text = На що дають гроші
call-eligibility = Хто може податися
call-conditions = Умови
call-versions = Що змінилося
version-day = Записано
version-field = Поле
version-before = Було
version-after = Стало
call-deadlines = Закриття
call-themes = Теми
call-themes-suggested = Припущено за словами тексту:
call-donor = Донор
donor-parent = передає кошти донора { $parent }
donor-designated = Цього донора внесено до державного списку.
donor-designated-says = Для людей у тій країні контакт із ним може вважатися злочином. Його конкурси не показуються для проєктів, які мають там людей, а його адреса не є посиланням.
donor-status = { $country }: { $kind } з { $day }. Джерело: { $source }
donor-status-inherited = { $donor }, чиї кошти він передає, — { $country }: { $kind } з { $day }. Джерело: { $source }
call-source = Джерело
call-open-source = Прочитати на сайті донора
call-recorded = Джерело: { $source }, записано { $day }
call-projects = Проєкти для цього конкурсу
call-projects-link = Переглянути їх під кодовими назвами
call-similar = Схожі конкурси
call-likeness = схожість { $share } %
call-for-project = Для вашого проєкту: { $verdict }, відповідність { $score }; виконано правил: { $met } з { $all }.
call-for-project-link = Усі підібрані конкурси

# Matches
why-words = Спільні слова:
why-themes = Спільні теми:
why-places = Спільні місця:
why-context = Де про це сказано в конкурсі
why-crowding = Бали знято, бо конкурс або проєкт схожий на дуже багато конкурсів.
why-missing = Щоб відповідність була вищою, зазначте, чи ви займаєтеся також цим: { $words }.
why-nothing = У словах, темах і місцях немає нічого спільного.
why-nothing-of = Немає збігів: { $parts }.
why-unknown = Невідомо, тому не порівнювалося: { $parts }.
unlock-host = Що відкрило б цей конкурс: партнер там, де триває робота.
unlock-partner = Що відкрило б цей конкурс: партнер в одному з місць: { $places }.
unlock-applicant = Що відкрило б цей конкурс: партнер, який подає заявку разом із вами і зареєстрований тут: { $places }.
unlock-consortium = Що відкрило б цей конкурс: консорціум; учасників, разом із вами, щонайменше { $members }, країн щонайменше { $countries }.
matches-search = Шукати серед усіх конкурсів для цього проєкту
matches-none = За цими фільтрами не знайдено жодного конкурсу.
matches-blocked = Показати конкурси, що не підходять за умовами
matches-show-blocked = { $count ->
    [one] Показати { $shown } конкурс, що не підходить за умовами
    [few] Показати { $shown } конкурси, що не підходять за умовами
    [many] Показати { $shown } конкурсів, що не підходять за умовами
   *[other] Показати { $shown } конкурсу, що не підходять за умовами
}
matches-promise = Імена, вік і попередні гранти не впливають на відповідність.
matches-hidden = { $count ->
    [one] Приховано { $shown } конкурс: його донора внесено або, можливо, внесено до державного списку в країні, де ваша організація має людей.
    [few] Приховано { $shown } конкурси: їхніх донорів внесено або, можливо, внесено до державного списку в країні, де ваша організація має людей.
    [many] Приховано { $shown } конкурсів: їхніх донорів внесено або, можливо, внесено до державного списку в країні, де ваша організація має людей.
   *[other] Приховано { $shown } конкурсу: їхніх донорів внесено або, можливо, внесено до державного списку в країні, де ваша організація має людей.
}
matches-hidden-link = Що це означає
designated-title = Конкурси, приховані заради безпеки ваших людей
designated-crime = Для людей вашої організації контакт із цими донорами може вважатися злочином.
designated-who = Держава, у якій ваша організація має людей, оголосила донора або того, чиї гроші він передає, небажаною, екстремістською чи терористичною організацією або іноземним агентом. Там можуть покарати за участь у його роботі, за заявку і навіть за посилання на нього.
designated-trace = Заявка лишає сліди на роки: у пошті, банківських виписках, звітах, на цьому сервері. Ті, хто виїхав, можуть наразити на небезпеку тих, хто лишився.
designated-ask = Перш ніж відкрити сторінку донора чи написати йому, запитайте юриста, який знає право цієї країни. Тут немає юридичних порад.
designated-record = Дати й джерела — ті, що записані тут; новіших рішень тут може не бути.
designated-count = { $count ->
    [0] Для цього проєкту нічого не приховано.
    [one] Для цього проєкту приховано { $shown } конкурс.
    [few] Для цього проєкту приховано { $shown } конкурси.
    [many] Для цього проєкту приховано { $shown } конкурсів.
   *[other] Для цього проєкту приховано { $shown } конкурсу.
}
designated-show = Розумію, показати
candidates-title = Проєкти для цього конкурсу
candidates-none = За цими фільтрами немає жодного проєкту, відкритого донорам.
candidates-none-own = Жоден із ваших проєктів не відповідає цим фільтрам.
candidates-blind = Проєкти подано під кодовими назвами. Хто за ними стоїть, не впливає на їхній порядок.

# Projects
projects-title = Проєкти
projects-count = { $count ->
    [one] { $shown } проєкт
    [few] { $shown } проєкти
    [many] { $shown } проєктів
   *[other] { $shown } проєкту
}
projects-none = Ще не описано жодного проєкту.
projects-none-shown = Вам не показано жодного проєкту. Проєкти пишуть учасники організацій, і вони вирішують, хто їх бачить.
projects-none-found = За цим фільтром не знайдено жодного проєкту.
project-see-matches = Хто може його профінансувати
project-new = Новий проєкт
project-new-says = Обов’язкова лише назва. Що більше ви скажете, то певнішим буде добір.
project-edit = Редагувати проєкт
project-pages = Проєкт
project-tab = Проєкт
project-tab-matches = Підібрані конкурси
project-tab-edit = Редагувати
project-title = Назва
project-summary = Одним-двома реченнями
project-problem = Проблема
project-activities = Що ви робите
project-outputs = Що з цього виходить
project-beneficiaries = Кому це на користь
project-audience = До кого він звертається
project-organisation = Організація
project-reach = Кого він охоплює
project-visibility = Хто може його бачити
project-needs = потрібно { $amount }
project-from = гроші потрібні до { $day }
project-own-share = власний внесок: { $percent } %
project-core-costs = потребує коштів на базові витрати
project-no-core-costs = не потребує коштів на базові витрати
project-regrants = передає кошти іншим
project-no-regrants = не передає коштів іншим
project-people-inside = є люди всередині країни
entity-sponsor = фіскальний спонсор
entity-none = Юридичну особу не вказано: неформальна група подає заявку через фіскального спонсора.

# Project form
form-lang = Мова цього тексту
form-summary-hint = Що має запам’ятати стороння людина.
form-activities-hint = Конкретно: слова, які ви тут уживаєте, зіставляються зі словами конкурсів. Імена й назви маскуються.
form-themes = { $count ->
    [one] Теми: обрано { $shown }
    [few] Теми: обрано { $shown }
    [many] Теми: обрано { $shown }
   *[other] Теми: обрано { $shown }
}
form-themes-hint = Теми зіставляються незалежно від мови.
form-work-places = Де ви працюєте
form-reach-places = Кого ви охоплюєте і де
form-places-hint = Країни або регіони через кому, наприклад: Німеччина, Грузія, Східне партнерство
form-languages = Мови роботи
form-languages-hint = Через кому, наприклад: російська, бурятська
form-budget = Скільки це коштує
form-budget-min = Щонайменше
form-budget-max = Щонайбільше
form-currency = Валюта
form-time = Коли
form-needed-by = Гроші потрібні до
form-duration = Місяців
form-stage = Стадія
form-money = На що потрібні гроші
form-core-costs = Потребує коштів на базові витрати
form-regrants = Передає кошти іншим
form-co-financing = Власний внесок, відсотків
form-partners = { $count ->
    [one] Партнери: { $shown }
    [few] Партнери: { $shown }
    [many] Партнери: { $shown }
   *[other] Партнери: { $shown }
}
form-partners-title = Партнери
form-name = Назва
form-country = Країна
form-form = Правова форма
form-partner-name = Назва партнера { $number }
form-partner-country = Країна партнера { $number }
form-partner-form = Правова форма партнера { $number }
form-people-inside = Країни, де ваші люди перебувають під загрозою
form-people-inside-hint = Конкурси донорів, внесених там до державного списку, для цього проєкту не показуються.
form-save = Зберегти й підібрати конкурси
form-preview = Попередньо підібрати
form-errors = Будь ласка, спершу виправте це
live-title = Поки найкраще підходять
live-empty = Напишіть одне-два речення — і тут з’являться відповідні конкурси.
live-none = Поки нічого не підходить.
live-failed = Сервер не відповідає. Скористайтеся кнопкою «Попередньо підібрати».
live-asked = Ще не збережено. Ці конкурси відповідають тому, що ви написали.
error-page = Помилка: { $title }
error-title = Дайте проєктові назву
error-too-long = Скоротіть цей текст
error-place = «{ $part }» — ми не знаємо такої країни чи регіону
error-place-one = Ми не знаємо такої країни чи регіону
error-country = «{ $part }» — ми не знаємо такої країни
error-language = «{ $part }» — ми не знаємо такої мови
error-amount = Напишіть суму, наприклад 38000
error-range = Найбільша сума менша за найменшу
error-currency = Оберіть валюту
error-currency-other = Тут вказано не ту валюту, яку вибрано поруч
error-day = Напишіть дату, наприклад 2027-03-01
error-day-past = Цей день уже минув: напишіть майбутню дату
error-months = Напишіть ціле число місяців
error-percent = Напишіть число від 0 до 100
error-organisation = Оберіть організацію зі списку
error-choice = Оберіть зі списку
error-partner = Вкажіть назву партнера

# Import
import-title = Імпорт
import-says = Оберіть файл. Спершу ви побачите, що він змінить; без вашої згоди нічого не буде записано.
import-kind = Що містить файл
import-calls = Конкурси
import-projects = Проєкти
import-file = Файл
import-file-hint = Щонайбільше { $limit } МБ. Формат розпізнається за вмістом; стиснуті файли (.gz) теж підходять.
import-preview = Попередній перегляд
import-formats = Що можна прочитати
import-format-native = Власний формат Waxwing: по одному об’єкту JSON на рядок, конкурси або проєкти.
import-format-projects = Власний формат Waxwing: по одному об’єкту JSON на рядок, кожен — проєкт.
import-format-eu = Теми порталу EU Funding & Tenders, у трьох варіантах.
import-format-ua = Списки конкурсів для українського громадянського суспільства, із сумами й термінами, вказаними словами.
import-format-us = Грантові можливості штатів США.
import-promise = Повторний імпорт того самого файлу нічого не змінює. Якщо кінцевий термін змінився, попередній зберігається в історії.
import-nothing = Спершу оберіть файл
import-empty = Файл порожній
import-binary = Це не файл із записами: { $detail }
import-not-recognised = Формат невідомий: { $detail }
import-broken = Файл пошкоджено, нічого не записано: { $detail }
import-unpacks = Після розпакування файл стає завеликим: { $detail }
import-unreadable = Файл неможливо прочитати: { $detail }
import-too-big = Файл більший за { $limit } МБ
import-expired = Попередній перегляд уже не зберігається. Будь ласка, оберіть файл ще раз.
import-again = Обрати файл
import-preview-title = Попередній перегляд імпорту
import-preview-says = Ще нічого не записано.
import-nothing-new = У цьому файлі немає нічого нового: імпортувати нічого.
import-done = Імпортовано
import-done-says = Записи збережено, і добір їх ураховує.
import-format = { $name }, розпізнаний формат: { $format }
import-new = Нові
import-changed = Змінені
import-same = Без змін
import-refused = Відхилені
import-records = Записи нові, змінені або відхилені
import-row = Рядок
import-outcome = Що відбудеться
import-record = Запис
import-more = { $count ->
    [one] і ще { $shown }
    [few] і ще { $shown }
    [many] і ще { $shown }
   *[other] і ще { $shown }
}
import-commit = { $count ->
    [one] Імпортувати { $shown } запис
    [few] Імпортувати { $shown } записи
    [many] Імпортувати { $shown } записів
   *[other] Імпортувати { $shown } запису
}
import-see = Переглянути їх
import-another = Імпортувати інший файл
problem-missing = не вказано
problem-unknown-field = не є полем цього формату
problem-invalid = «{ $found }» сюди не підходить; очікується: { $expected }
problem-too-long = перевищує обмеження в байтах: { $limit }
problem-unreadable = неможливо прочитати: { $detail }
problem-repeated = має той самий ідентифікатор, що й рядок { $row }
problem-organisation = «{ $found }» немає серед записів

# About
matching-lede = Waxwing порівнює, чого вимагає конкурс і що робить проєкт. Хто саме звертається, він не знає.
matching-three = Три відповіді, а не одне число
matching-three-says = Вердикт: чи може цей проєкт податися? Відповідність: чи хочуть конкурс і проєкт того самого? Певність: скільки було відомо? Висока відповідність не приховує невиконаного правила.
matching-blind = Імена й назви замасковано
matching-blind-says = Назви організацій, імена людей, назви донорів, адреси, сайти та реєстраційні номери вилучаються з кожного тексту до порівняння. Якщо прибрати з проєкту відому назву або замінити її іншою, нічого не зміниться.
matching-fit = З чого складається відповідність
matching-fit-says = Слова, яких уживають обидва тексти (рідкісніші важать більше); теми; місця; суми. Складники в сумі дають показане число. Якщо одна зі сторін про щось мовчить, цей складник пропускається, і про це сказано.
matching-rules = Правила подано разом із їхніми словами
matching-rules-says = Біля кожного правила показано речення конкурсу, на яке воно спирається, або те, що вказано окремим полем. Для кожної з ваших юридичних осіб воно виконане, не виконане або невідоме; показано найкращий шлях.
matching-unknown = Невідомо — це не «ні»
matching-unknown-says = Те, про що конкурс або проєкт мовчить, ніколи не рахується проти нього. Це знижує певність, а вердикт буде «неясно».
matching-urgency = Терміновість — це не відповідність
matching-urgency-says = За датами закриття можна впорядковувати й фільтрувати. Числа вони ніколи не змінюють.
matching-designated = Донори з державних списків
matching-designated-says = Деякі держави оголосили окремих донорів «небажаними» або «екстремістськими»; для людей у цих країнах контакт із ними може вважатися злочином. Якщо проєкт має людей у такій країні, конкурси цього донора й тих, хто передає його кошти, показуються для нього лише на окремій сторінці, яка спершу пояснює ризик.
matching-limits = Чого він не вміє
matching-limits-says = Слова порівнюються в межах однієї мови; між мовами добір спирається на теми, місця та суми. Правила беруться з текстів лише там, де вони безсумнівні, тож багато з них лишаються невідомими. Прочитайте умови конкурсу, перш ніж вирішувати.
locked-title = Сервер заблоковано
locked-says = Знову запустити його може той, хто ним керує.
privacy-title = Приватність
privacy-lede = Чого не зберігають, того не вилучать.
privacy-true = Що діє вже зараз
privacy-1 = Адреси відвідувачів, їхні браузери та сторінки, з яких вони прийшли, не зберігаються й не записуються в журнали.
privacy-2 = Жодна сторінка нічого не завантажує з інших серверів, і сам сервер не відкриває з ними з’єднань.
privacy-3 = Кожна сторінка й форма працює без скриптів. На більшості сторінок їх немає.
privacy-4 = Завантажені файли тримаються в пам’яті, доки ви не вирішите, щонайбільше пів години, і ніколи не записуються на диск.
privacy-5 = Три файли cookie: один зберігає мову, якщо ви її обрали; другий — ваш сеанс, доки ви не закриєте браузер, пів години без дій або щонайбільше дванадцять годин; за третім браузер упізнає вас під час наступного входу, доки ви його не закриєте або, якщо ви про це попросите, пів року.
privacy-6 = Проєкти закриті, доки власник організації не вирішить інакше. Донори бачать кодові назви.
privacy-7 = Паролі зберігаються як хеші Argon2id; від сеансів, знайомих браузерів і одноразових посилань лишаються тільки відбитки.
privacy-8 = Спроби входу сповільнюються для облікового запису й ніколи для адреси.
privacy-9 = Журнал дій знає облікові записи й години, але не адреси й не тексти, і показує, якщо його змінили.
privacy-10 = Те, що ви видаляєте, одразу зникає з файлу бази та її журналу.
privacy-11 = Резервну копію можна прочитати лише секретним ключем, який зберігається в іншому місці; те, що зберігається лише певний час, як-от журнал дій, потім видаляється.
privacy-proof = Кожне з цих тверджень перевіряють автоматичні тести під час кожного складання програми.
privacy-not = Чого ще немає
privacy-not-says = Той, хто керує цим сервером, може читати все, що на ньому, доки він працює: обирайте, кому довірити. Waxwing шифрує файл бази, лише якщо так вирішив той, хто ним керує: спитайте його; інакше файлу місце на зашифрованому диску. Резервні копії зберігають видалене, доки їх не приберуть.
word-call = Конкурс
word-call-says = Пропозиція коштів із правилами: хто може податися, на що, скільки й до якого часу.
word-project = Проєкт
word-project-says = Робота, яка потребує грошей. Добір ведеться для проєктів, а не для організацій.
word-donor = Донор
word-donor-says = Той, хто дає кошти: державна установа, фонд, компанія або посередник, який передає кошти далі.
word-entity = Юридична особа
word-entity-says = Зареєстрована організація, через яку можна подати заявку й отримати кошти. Команда може мати їх кілька, у різних країнах.
word-sponsor = Фіскальний спонсор
word-sponsor-says = Зареєстрована організація, яка отримує кошти для групи, що не має власної юридичної особи.
word-rule = Правило
word-rule-says = Одна умова конкурсу зі словами, на які вона спирається: виконано, не виконано або невідомо.
word-fit = Відповідність
word-fit-says = Наскільки конкурс і проєкт пасують одне одному за змістом, від 0 до 100.
word-confidence = Упевненість
word-confidence-says = Скільки з того, що важить, було відомо під час добору.
word-core = Базові витрати
word-core-says = Те, завдяки чому організація існує, хоч би що вона робила: оренда, бухгалтерія, постійні працівники.
word-regranting = Регрантинг
word-regranting-says = Передавання гранту іншим меншими частинами.
word-cofinancing = Співфінансування
word-cofinancing-says = Частка витрат, яку вносить заявник.
word-designated = У державному списку
word-designated-says = Оголошено державою «небажаною», «екстремістською» чи «терористичною організацією» або «іноземним агентом», із датою та джерелом.
import-not-text = Файл не читається як текст: { $detail }
import-truncated = Файл обривається, не дійшовши до кінця, нічого не записано: { $detail }
import-too-deep = У файлі надто глибока вкладеність: { $detail }
import-record-too-long = Один із записів файлу задовгий: { $detail }
import-too-many = У файлі забагато записів: { $detail }

# People: frame
nav-account = Обліковий запис
nav-organisations = Організації
nav-admin = Сервер
nav-sign-in = Увійти
nav-leave = Швидко піти
field-name = Назва
field-account-name = Ім’я
field-sure = Прапорець «Так, заблокувати зараз, для всіх»
field-password = Пароль
field-new-password = Новий пароль
field-code = Код
field-role = Роль
field-named = Люди
field-coalition = Коаліція
field-members = Організації
field-reason = Причина
field-approval = Прохання
field-organisation = Організація
wrong-missing = { $field }: заповніть це поле.
wrong-too-long = { $field }: задовго.
wrong-taken = { $field }: уже зайнято.
wrong-unknown = { $field }: під цією назвою нічого не знайдено.
wrong-wrong = { $field }: це неправильно.
wrong-password-short = { $field }: щонайменше { $least } знаків. Кілька слів поспіль легко запам’ятати.
wrong-password-weak = { $field }: такий скоро вгадають. Візьміть слова, що не пов’язані між собою.
wrong-last-owner = Організація повинна мати власника: спершу дайте цю роль комусь іншому.
wrong-owner = Передати проєкт іншій організації може лише власник.

# Signing in
sign-in-title = Вхід
sign-in-name = Ім’я
sign-in-password = Пароль
sign-in-code = Код другого фактора або запасний код
sign-in-code-hint = Залиште порожнім, якщо другий фактор не налаштовано.
sign-in-button = Увійти
sign-in-wrong = Ім’я, пароль або код неправильні.
sign-in-too-soon = Забагато спроб. Зачекайте { $count ->
    [one] { $shown } секунду
    [few] { $shown } секунди
    [many] { $shown } секунд
   *[other] { $shown } секунди
} і спробуйте ще раз. У браузері, який вас упізнає, або із запасним кодом чекати не треба.
sign-in-lost = Загубили пароль або телефон? Запасний код замінить телефон. В усіх інших випадках попросіть в адміністратора цього сервера одноразове посилання.
sign-in-again = Ваш сеанс завершився, тому ще нічого не збережено. Увійдіть у новій вкладці, а потім оновіть цю сторінку: браузер ще раз надішле те, що ви ввели.
sign-in-new-tab = Увійти в новій вкладці
sign-out = Вийти
landing-title = Знайдіть конкурси, що підходять вашому проєкту
landing-says = Waxwing зіставляє конкурси донорів і проєкти за суттю, ніколи за відомими назвами, і пояснює чому.
landing-no-account = Облікові записи створюють лише за запрошенням.
landing-setup = Цей сервер ще не має адміністратора. Відкрийте одноразове посилання, яке він надрукував під час запуску.
demo-try = Роззирнутися
demo-try-says = Тут усе вигадане. Оберіть, ким ви хочете бути; пароль не потрібен.
demo-as-staff = Працівник організації
demo-as-donor = Експерт донора
demo-as-analyst = Аналітик
demo-as-admin = Адміністратор сервера

# One-time links
join-title = Запрошення
join-setup = Ви налаштовуєте цей сервер і стаєте його першим адміністратором.
join-admin = Ви стаєте адміністратором цього сервера.
join-analyst = Ви стаєте аналітиком: ведете перелік конкурсів і вивчаєте сектор.
join-member = Ви приєднуєтеся до організації { $name }, роль: { $role }.
join-reviewer = Ви розглядаєте проєкти для конкурсів донора { $name }.
join-recovery = Ви обираєте новий пароль для облікового запису { $name }. Його другий фактор знімається, сеанси завершуються.
join-expires = Посилання діє один раз, до { $day }.
join-name-hint = З ним ви входите, і його бачать колеги. Це не обов’язково ваше справжнє ім’я.
join-password-hint = Щонайменше { $least } знаків; вставляти з буфера можна.
join-button = Створити обліковий запис
join-recovery-button = Задати новий пароль
join-have = Ви ввійшли як { $name }.
join-with-mine = Прийняти з цим обліковим записом
link-title = Одноразове посилання
link-says = Його показано лише зараз, воно діє один раз і спливає за 24 години. Передайте його способом, якому довіряєте.
link-address = Адреса для передавання
link-for = Для { $name }: відновлення доступу
link-for-member = Для організації { $name }, роль: { $role }
link-for-analyst = Для аналітика
link-for-admin = Для ще одного адміністратора цього сервера
link-for-reviewer = Для експерта донора { $name }
role-viewer = читання
role-editor = редактор
role-owner = власник

# Account
account-title = Ваш обліковий запис
account-signed-in-as = Ви ввійшли як { $name }.
account-rights = Що вам доступно
account-right-admin = Ви керуєте цим сервером. Закриті записи організацій вам не видно.
account-right-analyst = Ви ведете перелік конкурсів і вивчаєте сектор. Закриті записи організацій вам не видно.
account-right-reviewer = Ви розглядаєте проєкти для конкурсів донора { $name }. Проєкти подано під кодовими назвами.
account-right-member = { $name }: { $role }
account-right-none = Поки нічого: попросіть запрошення.
account-password = Змінити пароль
account-password-button = Змінити
account-password-old = Теперішній пароль
account-changed = Готово. Усі інші ваші сеанси завершено.
account-factor = Другий фактор
account-factor-none = Код із застосунку на телефоні, на додачу до пароля. Він не впустить того, хто дізнається ваш пароль.
account-factor-set = Налаштувати другий фактор
account-factor-has = Налаштовано. { $count ->
    [one] Залишився { $shown } запасний код.
    [few] Залишилося { $shown } запасні коди.
    [many] Залишилося { $shown } запасних кодів.
   *[other] Залишилося { $shown } запасного коду.
}
account-factor-remove = Прибрати
account-factor-codes = Нові запасні коди
account-demo = Облікові записи демонстрації не мають ні пароля, ні другого фактора.
factor-title = Налаштування другого фактора
factor-scan = Зчитайте цю картинку застосунком для одноразових кодів.
factor-picture = Ключ, записаний нижче, як картинка
factor-type = Або введіть у застосунок цей ключ:
factor-code = Код, який застосунок показує зараз
factor-button = Підтвердити
recovery-title = Ваші запасні коди
recovery-says = Їх показано лише зараз. Кожен діє один раз замість коду застосунку. Запишіть їх на папері або тримайте у сховищі паролів, але не поруч із телефоном.
recovery-done = Коди збережено
sessions-title = Де виконано вхід
sessions-says = Ні адрес, ні браузерів не записано, лише час початку кожного сеансу.
sessions-since = Від { $day }
sessions-this = цей
sessions-end = Завершити
sessions-end-others = Завершити всі інші
trail-own = Що ви робили

# Organisations
organisations-title = Ваші організації
organisations-none = Ви ще не належите до жодної організації.
organisations-none-next = До конкурсів
organisation-members = Учасники
organisation-member = Учасник
organisation-role = Роль
organisation-set-role = Змінити
organisation-remove-member = Вилучити
organisation-leave = Вийти з організації
organisation-invite = Запросити
organisation-invite-says = Посилання створює обліковий запис або додає організацію до наявного.
organisation-invite-button = Створити посилання
organisation-links = Невикористані посилання
organisation-take-back = Відкликати
organisation-code-name = Донори бачать проєкти під їхніми власними кодовими назвами. Кодова назва вашої організації для коаліцій: { $name }
organisation-entities = Юридичні особи
organisation-coalitions = Коаліції
organisation-coalitions-none = У жодній коаліції. У коаліції організації можуть показувати одна одній вибрані проєкти.
organisation-coalition-members = Погодилися: { $names }
organisation-coalition-asked = Запрошено: { $names }
organisation-coalition-agree = Погодитися
organisation-coalition-leave = Вийти
organisation-coalition-found = Заснувати коаліцію
organisation-coalition-with = Кодові назви інших організацій, по одній у рядку
organisation-coalition-button = Запросити їх
organisation-two = Для чого потрібні два власники
organisation-two-says = Один власник просить, інший погоджується протягом семи днів.
organisation-ask-export = Попросити файл з усім вмістом
organisation-ask-erase = Попросити стерти організацію
organisation-erase-says = Стирання видаляє організацію з усіма проєктами назавжди.
organisation-erased = Стерто
organisation-erased-says = Організації та всього, що їй належало, у базі більше немає.
approval-export = Файл з усім вмістом організації
approval-erase = Стерти організацію з усім вмістом
approval-admin = Посилання, що дає права адміністратора
approval-asked = Просить { $name }, { $day }
approval-agree = Погодитися
approval-refuse = Відмовити
trail-title = Журнал дій
trail-says = Облікові записи й години, без адрес і текстів. Кожен запис пов’язаний з попереднім, тому зміна минулого помітна.
trail-hour = Година (UTC)
trail-who = Хто
trail-what = Що
trail-none = Поки нічого.
trail-machine = програма
act-account_created = обліковий запис створено на самому сервері
act-account_disabled = обліковий запис закрито
act-account_enabled = обліковий запис знову відкрито
act-agreed = згода на чуже прохання
act-asked = прохання про те, для чого потрібні двоє
act-backed_up = записано резервну копію
act-calls_imported = завантажено конкурси
act-coalition_founded = засновано коаліцію
act-coalition_joined = згода на коаліцію
act-coalition_left = вихід із коаліції
act-factor_added = налаштовано другий фактор
act-factor_removed = прибрано другий фактор
act-invitation_used = прийнято запрошення
act-invited = створено посилання
act-locked = сервер заблоковано
act-member_removed = учасника вилучено
act-name_opened = експерт дізнався, чий це проєкт
act-organisation_added = додано організацію
act-password_changed = змінено пароль
act-project_changed = змінено проєкт
act-project_created = написано проєкт
act-project_deleted = видалено проєкт
act-projects_imported = завантажено проєкти
act-recovered = відновлено обліковий запис
act-recovery_code_used = вхід за запасним кодом
act-recovery_codes_renewed = запасні коди оновлено
act-recovery_offered = створено посилання для відновлення
act-refused = відмова на чуже прохання
act-role_changed = змінено роль
act-reviewer_ended = експерта донора відкликано
act-shared_coalition = проєкт показано коаліції
act-shared_donors = проєкт показано донорам
act-shared_named = проєкт показано названим людям
act-shared_private = проєкт знову закрито
act-shared_public = проєкт показано всім
act-signed_in = вхід
act-unlocked = сервер розблоковано

# Who sees a project
project-tab-sharing = Хто бачить
sharing-title = Хто бачить цей проєкт
sharing-level = Показати
sharing-named = Люди поза організацією, за іменами, під якими вони входять, по одному в рядку
sharing-coalition = Коаліція
sharing-preview = Подивитися, що стане видно
sharing-preview-title = Що буде видно
sharing-who = Кому
sharing-what = Що вони побачать
sharing-new = Нове
sharing-raise = Показати
sharing-lower = Зберегти
sharing-from = Донори та всі інші побачать його від { $day }. Доти ви можете все скасувати, і ніхто не побачить.
sharing-members = { $count ->
    [one] { $shown } учаснику вашої організації
    [few] { $shown } учасникам вашої організації
    [many] { $shown } учасникам вашої організації
   *[other] { $shown } учасника вашої організації
}
sharing-donors = Експертам донорів поруч із відповідними конкурсами; ніколи тим донорам, зв’язок із якими переслідують там, де у вас є люди
sharing-everyone = Усім, кому доступний цей сервер
shown-organisation = назва організації
shown-title = заголовок
shown-texts = тексти так, як їх написано
shown-code-name = при кожному конкурсі інша кодова назва; тексти зі словами замість відомих назв
shown-facts = потреби, місця, мови, теми, стадія
shown-partners = назви партнерів
shown-people-inside = де у вас є люди під загрозою
sharing-openings = Хто відкривав назву
sharing-openings-says = Експерт, який хоче дізнатися, чий це проєкт, називає причину, і ви її бачите.
sharing-opening = { $day }, { $donor }: «{ $reason }»
project-private-note = Нові проєкти закриті. Хто бачить проєкт, власник вирішує на окремій сторінці.
project-delete = Видалити проєкт
project-delete-title = Видалити цей проєкт
project-delete-says = Він одразу зникне з бази та її журналу, а з резервних копій після закінчення їхнього строку.
project-delete-button = Видалити
project-shared-with-you = Показано вам його організацією
project-public-view = Таким його бачать усі

# Reading blind
candidates-own = Ваші власні проєкти поруч із цим конкурсом.
candidate-texts = Своїми словами
candidate-masked = Замість відомих назв, адрес і номерів стоять слова.
candidate-read = Читати проєкт
candidate-open = Чий це проєкт?
candidate-open-says = Організація побачить, що ви запитали, біля якого конкурсу й чому.
candidate-open-reason = Причина
candidate-open-button = Відкрити назву
candidate-opened = Ви відкрили назву: { $name }
candidate-scored = Цей конкурс зараз оцінюють наосліп. Назви закриті, доки всі оцінки не зафіксовано.

# The server
admin-title = Сервер
admin-accounts = Облікові записи
admin-account = Обліковий запис
admin-rights = Права
admin-right-admin = адміністратор
admin-right-analyst = аналітик
admin-right-member = учасник
admin-right-reviewer = експерт: { $name }
admin-closed = закрито
admin-demo = демонстрація
admin-factor = другий фактор
admin-close = Закрити
admin-open = Знову відкрити
admin-recover = Посилання для відновлення
admin-end-reviewer = Більше не експерт донора { $name }
admin-add-organisation = Додати організацію
admin-add-organisation-says = Ви отримаєте посилання для її першого власника. Те, що пише організація, лишиться для вас закритим.
admin-add-organisation-button = Додати
admin-organisations = Організації
admin-organisations-says = До цих організацій ще ніхто не приєднався. Якщо посилання для першого власника загублено, створіть його наново; попереднє перестане діяти.
admin-organisation-who = Власники
admin-organisation-link = поки нікого; посилання діє до { $day }
admin-organisation-nobody = нікого, і чинного посилання немає
admin-organisation-others = { $count ->
    [one] Ще { $shown } організація з учасниками або записами. Які це організації й хто до них належить, тут не показано.
    [few] Ще { $shown } організації з учасниками або записами. Які це організації й хто до них належить, тут не показано.
    [many] Ще { $shown } організацій з учасниками або записами. Які це організації й хто до них належить, тут не показано.
   *[other] Ще { $shown } організації з учасниками або записами. Які це організації й хто до них належить, тут не показано.
}
admin-organisation-renew = Нове посилання для першого власника
admin-invite = Запросити
admin-invite-analyst = Посилання для аналітика
admin-invite-reviewer = Посилання для експерта донора
admin-invite-donor = Донор
admin-invite-no-donor = Експертів можна запросити, щойно їхнього донора буде записано.
admin-ask-admin = Попросити ще одного адміністратора
admin-lock = Заблокувати сервер
admin-lock-says = Усі сеанси завершаться, сервер забуде все, що тримає в пам’яті, і перестане відповідати. Запустити його знову зможе лише той, хто має доступ до самого комп’ютера. На випадок, якщо комп’ютер може потрапити до чужих рук.
admin-lock-sure = Так, заблокувати зараз, для всіх
admin-lock-button = Заблокувати
admin-two = Для чого потрібні два адміністратори
admin-two-says = Один адміністратор просить, інший погоджується протягом семи днів. Де є лише один, другого створюють на самому сервері: waxwing account create.
admin-trail-holds = { $count ->
    [one] Журнал дій не пошкоджено. Усього в ньому { $shown } запис; нижче — те, що стосується сервера, решту бачать самі організації.
    [few] Журнал дій не пошкоджено. Усього в ньому { $shown } записи; нижче — те, що стосується сервера, решту бачать самі організації.
    [many] Журнал дій не пошкоджено. Усього в ньому { $shown } записів; нижче — те, що стосується сервера, решту бачать самі організації.
   *[other] Журнал дій не пошкоджено. Усього в ньому { $shown } запису; нижче — те, що стосується сервера, решту бачать самі організації.
}
admin-trail-broken = Журнал дій змінено вручну: запис { $number }.

percent = { $number } %
attention-link = Скільки уваги дістається новим організаціям
attention-title = Увага до нових організацій
attention-lede = Хто читає список згори, той найбільше уваги приділяє першим місцям. Яка її частка у списках проєктів для ваших конкурсів дістається новим організаціям і на яку вони заслуговують за відповідністю?
attention-table = Конкурси, які ви розглядаєте, за кварталами відкриття
attention-opened = Відкриті
attention-quarter = { $number }-й квартал { $year } року
attention-all = Усі разом
attention-calls = Конкурси
attention-organisations = Організації
attention-got = Увага до нових
attention-due = Частка за відповідністю
attention-ratio = Відношення
attention-too-few = Організацій замало, щоб назвати частки
attention-none = Серед конкурсів, які ви розглядаєте, нещодавно відкритих немає.
attention-how = Як це рахується
attention-how-new = Нова — організація, яка на час відкриття конкурсу не мала власної юридичної особи віком від { $number } років. Отримані гранти поки не записуються; вік стоїть замість них і на відповідність не впливає.
attention-how-got = Місце r у списку отримує увагу 1/log₂(1 + r), до місця { $number }. Проєкти, яким брати участь не можна, не враховано, як і у списку, який ви бачите першим.
attention-how-due = За відповідністю проєкт заслуговує на свою частку в загальній відповідності списку. Відношення 1 — порівну; більше 1 — новим організаціям дістається більше уваги, ніж вони заслуговують за відповідністю, менше 1 — менше.
attention-how-today = Списки сьогоднішні: разом із проєктами змінюються й минулі квартали.
attention-how-few = Частки названо там, де у списках не менше { $number } нових і { $number } інших організацій, щоб жодної не можна було впізнати.
