skip = Zum Inhalt springen
nav-main = Hauptmenü
nav-crumbs = Sie sind hier
nav-languages = Sprache
nav-projects = Projekte
nav-calls = Ausschreibungen
nav-import = Import
nav-matching = So funktioniert der Abgleich
nav-privacy = Datenschutz
nav-words = Begriffe
demo-label = Vorführung
demo-banner = Vorführdaten: erfundene Personen, Organisationen und Ausschreibungen.
demo-remove = Entfernen
demo-remove-title = Vorführdaten entfernen
demo-remove-says = Alle erfundenen Geldgeber, Organisationen, Ausschreibungen und Projekte werden entfernt, sonst nichts.
demo-remove-button = Entfernen
demo-none = Es sind keine Vorführdaten geladen.
cancel = Abbrechen
yes = Ja
no = Nein
not-stated = Nicht angegeben
pager-label = Seiten
pager-position = Seite { $page } von { $pages }
pager-previous = Zurück
pager-next = Weiter
failure-not-found = Nicht gefunden
failure-not-found-says = Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt.
failure-forbidden = Nicht erlaubt
failure-forbidden-says = Das ist hier nicht möglich.
failure-invalid = Nicht angenommen
failure-invalid-says = Die Eingaben konnten nicht angenommen werden.
failure-unavailable = Zurzeit nicht erreichbar
failure-unavailable-says = Die Datenbank ist nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.
failure-internal = Etwas ist schiefgegangen
failure-internal-says = Das hätte nicht passieren dürfen. Es ist nichts verloren gegangen.
failure-incident = Wenn Sie es melden, nennen Sie bitte die Nummer { $incident }.
failure-home = Zur Startseite
range = { $low } bis { $high }
range-from = ab { $low }
range-up-to = bis { $high }
months = { $count ->
    [one] { $shown } Monat
   *[other] { $shown } Monate
}
months-range = { $low } bis { $high } Monate
months-from = { $count ->
    [one] mindestens { $shown } Monat
   *[other] mindestens { $shown } Monate
}
months-up-to = { $count ->
    [one] bis zu { $shown } Monat
   *[other] bis zu { $shown } Monate
}
today = heute
in-days = { $count ->
    [one] in { $shown } Tag
   *[other] in { $shown } Tagen
}
zone-unknown = Zeitzone nicht angegeben
hour-unknown = Uhrzeit nicht angegeben
deadline-hour = { $day }, { $hour } Uhr ({ $zone })
closing-rolling = jederzeit offen
closing-unknown = Frist nicht angegeben
closing-on = endet am { $day }, { $ahead }
closing-was = endete am { $day }
closing-words = in den Worten des Geldgebers: „{ $words }“
status-forecast = Angekündigt
status-open = Offen
status-closed = Geschlossen
status-withdrawn = Zurückgezogen
status-unknown = Stand nicht angegeben
deadline-kind-final = letzter Tag
deadline-kind-stage = Ende einer Stufe
deadline-kind-cut-off = einer von mehreren Terminen
donor-kind-public-body = öffentliche Stelle
donor-kind-foundation = Stiftung
donor-kind-intermediary = Mittlerorganisation
donor-kind-company = Unternehmen
donor-kind-diaspora-fund = Diaspora-Fonds
form-association = Verein
form-foundation = Stiftung
form-non-profit-company = gemeinnützige Gesellschaft
form-cooperative = Genossenschaft
form-public-body = öffentliche Stelle
form-research-body = Hochschule oder Forschungseinrichtung
form-company = Unternehmen
form-international-organisation = internationale Organisation
form-informal-group = informelle Gruppe
form-individual = Einzelperson
legal-status-undesirable = „unerwünschte Organisation“
legal-status-extremist = „extremistisch“
legal-status-foreign-agent = „ausländischer Agent“
outcome-met = erfüllt
outcome-unknown = unbekannt
outcome-not-met = nicht erfüllt
part-words = Wörter
part-themes = Themen
part-place = Ort
part-amount = Betrag
part-unknown = unbekannt
region-world = die ganze Welt
region-europe = Europa
region-eu = Europäische Union
region-eea = Europäischer Wirtschaftsraum
region-candidates = EU-Beitrittskandidaten
region-horizon-associated = mit Horizont Europa assoziierte Länder
region-eastern-partnership = Östliche Partnerschaft
region-south-caucasus = Südkaukasus
region-central-asia = Zentralasien
region-western-balkans = Westbalkan
region-baltics = Baltikum
region-nordics = Nordische Länder
region-africa = Afrika
region-americas = Nord- und Südamerika
region-asia = Asien
region-oceania = Ozeanien
region-middle-east = Naher Osten
rule-place = Ort der Tätigkeit
rule-entity-country = Sitz
rule-entity-form = Rechtsform
rule-award = Fördersumme
rule-duration = Laufzeit
rule-deadline = Frist
rule-language = Antragssprache
rule-partner = Partner
rule-core-costs = Laufende Kosten
rule-co-financing = Eigenanteil
rule-regranting = Weitergabe
stage-idea = Idee
stage-pilot = Erprobung
stage-running = läuft
stage-scaling = wächst
verdict-eligible = Berechtigt
verdict-unclear = Unklar
verdict-blocked = Ausgeschlossen
visibility-private = nur Ihre Organisation
visibility-named = benannte Personen
visibility-coalition = Ihr Bündnis
visibility-donors = Geldgeber, unter dem Decknamen
visibility-public = alle
why-stated = angegeben
why-call-silent = Die Ausschreibung sagt dazu nichts.
why-project-silent = Das Projekt sagt dazu nichts.
why-no-entity = Es ist kein Rechtsträger erfasst.
why-currencies-differ = Zwei Währungen und kein datierter Kurs.
why-partly-covered = Das Projekt reicht über das Erlaubte hinaus.
why-not-open-yet = Noch nicht offen.
why-too-late = Endet erst, wenn das Geld schon gebraucht wird.
confidence-high = hoch
confidence-medium = mittel
confidence-low = gering
confidence-of = Sicherheit: { $level }, { $known } von { $of } Angaben bekannt
field-title = Titel
field-text = Text
field-conditions = Bedingungen
field-eligibility = Wer sich bewerben kann
field-lang = Sprache des Textes
field-url = Adresse
field-programme = Programm
field-donor = Geldgeber
field-status = Stand
field-opens = Beginn
field-closing = Frist
field-deadline-text = Frist, in Worten
field-award = Fördersumme
field-award-text = Beträge, in Worten
field-total = Gesamtsumme
field-awards-expected = Zahl der Förderungen
field-duration = Laufzeit
field-duration-text = Laufzeit, in Worten
field-places = Orte
field-languages = Sprachen
field-themes = Themen
field-entity-countries = Sitz
field-entity-countries-excluded = ausgeschlossene Sitze
field-entity-forms = Rechtsformen
field-core-costs = laufende Kosten
field-co-financing-percent = Eigenanteil
field-regranting = Weitergabe
field-partner = Partner
field-rules = Regeln
start-title = Geld für Ihre Arbeit
start-empty = Noch ist nichts da. Importieren Sie Ausschreibungen, die Sie kennen, oder schreiben Sie ein Projekt auf, und Waxwing zeigt, was passt.
start-import = Ausschreibungen importieren
start-write = Projekt aufschreiben
start-browse = Ausschreibungen ansehen
start-calls = { $count ->
    [one] Zurzeit ist eine Ausschreibung offen.
   *[other] Zurzeit sind { $shown } Ausschreibungen offen.
}
start-donors = { $count ->
    [one] Erfasst ist ein Geldgeber.
   *[other] Erfasst sind { $shown } Geldgeber.
}
start-projects = { $count ->
    [one] Ein Projekt ist aufgeschrieben und wird damit abgeglichen.
   *[other] { $shown } Projekte sind aufgeschrieben und werden damit abgeglichen.
}
start-closing = Enden als Nächstes
start-newest = Neueste
start-how-title = So geht es
start-how-1 = Bringen Sie Ausschreibungen mit: als Datei des EU-Portals, als Liste oder in unserem eigenen Format.
start-how-2 = Schreiben Sie ein Projekt auf: was geschieht, für wen, wo, und was es kostet. Namen braucht es nicht.
start-how-3 = Lesen Sie, was passt, was nicht, und warum, mit den Worten der Ausschreibung neben jeder Regel.
start-promise = Namen, Alter und frühere Förderungen spielen keine Rolle.
start-promise-link = So funktioniert der Abgleich
filter-title = Filter
filter-words = Wörter
filter-more = { $count ->
    [one] Filter: { $shown } aktiv
   *[other] Filter: { $shown } aktiv
}
filter-project = Für das Projekt
filter-no-project = Kein Projekt gewählt
filter-theme = Thema
filter-any-theme = Alle Themen
filter-place = Ort der Tätigkeit
filter-language = Sprache der Ausschreibung
filter-any-language = Alle Sprachen
filter-before = Frist spätestens
filter-status = Stand
filter-sort = Sortieren nach
filter-show = Anzeigen
filter-clear = Filter löschen
filter-verdict = Urteil
filter-entity = Antrag über
sort-closing = Frist
sort-newest = Neueste
sort-fit = Passung
route-best = Bester Weg
calls-title = Ausschreibungen
calls-count = { $count ->
    [one] { $shown } Ausschreibung
   *[other] { $shown } Ausschreibungen
}
calls-none = Keine Ausschreibung entspricht diesen Filtern.
calls-for-project = Urteil und Passung gelten für das gewählte Projekt.
fit-of-hundred = / 100 Passung
fit-short = Passung { $score }
call-rules = Wer sich bewerben kann, und wofür
call-rules-demand = Was verlangt wird
rules-title = Regeln
rules-rule = Regel
rules-words = Was die Ausschreibung sagt
rules-summary = Regeln: { $met } erfüllt, { $unknown } unbekannt, { $notmet } nicht erfüllt
rules-none = Von dieser Ausschreibung ist keine Regel bekannt.
rules-for-none = Ohne Rechtsträger
rules-for-entity = Für: { $form } ({ $country })
rules-for-candidate = Für dieses Projekt
clause-field = als Angabe: { $field }
clause-at = { $field }, ab Zeichen { $start }
demand-anywhere = überall
demand-except = { $within }, aber nicht { $except }
demand-host = ein Partner am Ort der Tätigkeit
demand-host-in = ein Partner in: { $places }
demand-consortium = mindestens { $members } Träger aus { $countries } Ländern
demand-partner = ein Partner
demand-allowed = erlaubt
demand-not-allowed = nicht erlaubt
demand-percent = { $percent } % der Kosten
call-total = insgesamt { $amount }
call-awards = { $count ->
    [one] { $shown } Förderung erwartet
   *[other] { $shown } Förderungen erwartet
}
call-text = Wofür
call-eligibility = Wer sich bewerben kann
call-conditions = Bedingungen
call-versions = Was sich geändert hat
version-day = Erfasst
version-field = Feld
version-before = Vorher
version-after = Nachher
call-deadlines = Fristen
call-themes = Themen
call-themes-suggested = Durch die Wörter nahegelegt:
call-donor = Geldgeber
donor-parent = gibt Mittel weiter von: { $parent }
donor-designated = Dieser Geldgeber ist eingestuft.
donor-designated-says = Für Menschen in diesem Land kann Kontakt strafbar sein. Seine Ausschreibungen fehlen bei Projekten mit Menschen dort, und seine Adresse ist kein Link.
donor-status = { $kind } in { $country } seit { $day }. Quelle: { $source }
donor-status-inherited = { $donor }, deren Mittel weitergegeben werden: { $kind } in { $country } seit { $day }. Quelle: { $source }
call-source = Quelle
call-open-source = Beim Geldgeber lesen
call-recorded = Aus { $source }, erfasst am { $day }
call-projects = Projekte für diese Ausschreibung
call-projects-link = Unter Decknamen ansehen
call-similar = Ähnliche Ausschreibungen
call-likeness = { $share } % ähnlich
call-for-project = Für Ihr Projekt: { $verdict }, Passung { $score }; { $met } von { $all } Regeln erfüllt.
call-for-project-link = Alle Treffer
why-words = Beide sprechen von
why-themes = Gleiche Themen:
why-places = Gleiche Orte:
why-missing = Um besser zu passen, sagen Sie, ob auch dies dazugehört: { $words }.
why-nothing = Weder Wörter noch Themen noch Orte stimmen überein.
matches-search = Search all calls for this project
matches-none = Keine Ausschreibung entspricht diesen Filtern.
matches-blocked = Ausgeschlossene zeigen
matches-show-blocked = { $count ->
    [one] { $shown } ausgeschlossene Ausschreibung zeigen
   *[other] { $shown } ausgeschlossene Ausschreibungen zeigen
}
matches-promise = Namen, Alter und frühere Förderungen spielen für die Passung keine Rolle.
matches-hidden = { $count ->
    [one] { $shown } Ausschreibung ist verborgen, weil ihr Geldgeber in einem Land eingestuft ist, in dem dieses Projekt Menschen hat.
   *[other] { $shown } Ausschreibungen sind verborgen, weil ihr Geldgeber in einem Land eingestuft ist, in dem dieses Projekt Menschen hat.
}
matches-hidden-link = Was das bedeutet
candidates-title = Projekte für diese Ausschreibung
candidates-none = Kein Projekt, das Geldgeber sehen dürfen, entspricht diesen Filtern.
candidates-blind = Die Projekte stehen unter Decknamen. Wer dahintersteht, spielt für die Reihenfolge keine Rolle.
projects-title = Projekte
projects-count = { $count ->
    [one] { $shown } Projekt
   *[other] { $shown } Projekte
}
projects-none = Noch ist kein Projekt aufgeschrieben.
project-see-matches = Was es fördern könnte
project-new = Ein neues Projekt
project-new-says = Nur der Titel ist nötig. Je mehr Sie sagen, desto sicherer der Abgleich.
project-edit = Projekt bearbeiten
project-pages = Projekt
project-tab = Projekt
project-tab-matches = Treffer
project-tab-edit = Bearbeiten
project-title = Titel
project-summary = In ein oder zwei Sätzen
project-problem = Das Problem
project-activities = Was Sie tun
project-outputs = Was dabei herauskommt
project-beneficiaries = Wem es nützt
project-audience = An wen es sich richtet
project-organisation = Organisation
project-reach = Wen es erreicht
project-visibility = Wer es sehen kann
project-code-name = Deckname: { $name }
project-needs = braucht { $amount }
project-from = ab { $day }
project-people-inside = hat Menschen im Land
entity-sponsor = Fiscal Sponsor
entity-none = Es ist kein Rechtsträger erfasst: Eine informelle Gruppe beantragt über einen Fiscal Sponsor.
form-lang = Sprache dieses Textes
form-summary-hint = Was ein Fremder behalten sollte.
form-activities-hint = Konkret: Die Wörter hier werden mit denen der Ausschreibungen verglichen. Namen werden verdeckt.
form-themes = { $count ->
    [one] Themen: { $shown } gewählt
   *[other] Themen: { $shown } gewählt
}
form-themes-hint = Themen werden über Sprachen hinweg abgeglichen.
form-work-places = Wo Sie arbeiten
form-reach-places = Wen Sie erreichen, und wo
form-places-hint = Länder oder Regionen mit Kommas, etwa: Deutschland, Georgien, Östliche Partnerschaft
form-languages = Arbeitssprachen
form-languages-hint = Mit Kommas, etwa: Russisch, Burjatisch
form-budget = Was es kostet
form-budget-min = Mindestens
form-budget-max = Höchstens
form-currency = Währung
form-time = Wann
form-needed-by = Geld nötig bis
form-duration = Monate
form-stage = Stand
form-money = Wofür das Geld ist
form-core-costs = Laufende Kosten
form-regrants = Gibt Geld weiter
form-co-financing = Eigenanteil, Prozent
form-partners = { $count ->
    [one] Partner: { $shown }
   *[other] Partner: { $shown }
}
form-partners-title = Partner
form-name = Name
form-country = Land
form-form = Rechtsform
form-partner-name = Name von Partner { $number }
form-partner-country = Land von Partner { $number }
form-partner-form = Rechtsform von Partner { $number }
form-people-inside = Länder, in denen Sie gefährdete Menschen haben
form-people-inside-hint = Ausschreibungen dort eingestufter Geldgeber werden für dieses Projekt nie gezeigt.
form-visibility-hint = Geldgeber sehen nur den Decknamen, nie die Organisation.
form-save = Speichern und Treffer ansehen
form-preview = Treffer vorab ansehen
form-errors = Bitte zuerst berichtigen
live-title = Bisher beste Ausschreibungen
live-empty = Schreiben Sie ein, zwei Sätze, dann erscheinen hier passende Ausschreibungen.
live-none = Noch passt nichts.
live-failed = Der Server antwortet nicht. Nutzen Sie „Treffer vorab ansehen“.
live-asked = Noch nicht gespeichert. Diese Ausschreibungen passen zu dem, was Sie geschrieben haben.
error-page = Fehler: { $title }
error-title = Geben Sie dem Projekt einen Titel
error-too-long = Kürzen Sie diesen Text
error-place = „{ $part }“ ist kein bekanntes Land und keine bekannte Region
error-place-one = Das ist kein bekanntes Land und keine bekannte Region
error-country = „{ $part }“ ist kein bekanntes Land
error-language = „{ $part }“ ist keine bekannte Sprache
error-amount = Schreiben Sie einen Betrag wie 38.000
error-range = Der höchste Betrag liegt unter dem niedrigsten
error-currency = Wählen Sie eine Währung
error-day = Schreiben Sie einen Tag wie 2027-03-01
error-months = Schreiben Sie eine ganze Zahl von Monaten
error-percent = Schreiben Sie eine Zahl von 0 bis 100
error-organisation = Wählen Sie eine Organisation aus der Liste
error-choice = Wählen Sie etwas aus der Liste
error-partner = Geben Sie dem Partner einen Namen
import-title = Import
import-says = Wählen Sie eine Datei. Sie sehen zuerst, was sich ändern würde; geschrieben wird erst, wenn Sie es sagen.
import-kind = Was in der Datei ist
import-calls = Ausschreibungen
import-projects = Projekte
import-file = Datei
import-file-hint = Höchstens { $limit } MB. Das Format wird am Inhalt erkannt; gepackte Dateien (.gz) sind möglich.
import-preview = Vorschau
import-formats = Was gelesen werden kann
import-format-native = Das eigene Format von Waxwing: ein JSON-Objekt je Zeile, Ausschreibungen oder Projekte.
import-format-eu = Themen des EU-Portals „Funding & Tenders“, in drei Formen.
import-format-ua = Listen von Ausschreibungen für die ukrainische Zivilgesellschaft, mit Beträgen und Fristen in Worten.
import-format-us = Förderangebote von US-Bundesstaaten.
import-promise = Dieselbe Datei zweimal zu importieren ändert nichts. Eine geänderte Frist behält die alte im Verlauf.
import-nothing = Wählen Sie zuerst eine Datei
import-empty = Die Datei ist leer
import-binary = Das ist keine Datei mit Datensätzen: { $detail }
import-not-recognised = Das Format ist nicht bekannt: { $detail }
import-broken = Die Datei ist beschädigt, es wurde nichts geschrieben: { $detail }
import-unpacks = Die Datei wird entpackt zu groß: { $detail }
import-unreadable = Die Datei kann nicht gelesen werden: { $detail }
import-too-big = Die Datei ist größer als { $limit } MB
import-expired = Die Vorschau ist nicht mehr da. Bitte wählen Sie die Datei noch einmal.
import-again = Datei wählen
import-preview-title = Vorschau des Imports
import-preview-says = Noch ist nichts geschrieben.
import-nothing-new = In dieser Datei ist nichts Neues: Es gibt nichts zu importieren.
import-done = Importiert
import-done-says = Die Datensätze sind erfasst, und der Abgleich kennt sie.
import-format = { $name }, erkannt als { $format }
import-new = Neu
import-changed = Geändert
import-same = Gleich
import-refused = Abgelehnt
import-records = Neue, geänderte und abgelehnte Datensätze
import-row = Zeile
import-outcome = Was geschieht
import-record = Datensatz
import-more = { $count ->
    [one] und { $shown } weiterer
   *[other] und { $shown } weitere
}
import-commit = { $count ->
    [one] { $shown } Datensatz importieren
   *[other] { $shown } Datensätze importieren
}
import-see = Ansehen
import-another = Weitere Datei importieren
problem-missing = fehlt
problem-unknown-field = ist kein Feld dieses Formats
problem-invalid = „{ $found }“ gehört nicht hierher; erwartet: { $expected }
problem-too-long = ist länger als { $limit } Bytes
problem-unreadable = kann nicht gelesen werden: { $detail }
problem-repeated = hat dieselbe Kennung wie Zeile { $row }
problem-organisation = „{ $found }“ ist nicht erfasst
matching-lede = Waxwing vergleicht, was eine Ausschreibung verlangt, mit dem, was ein Projekt tut. Wer fragt, weiß es nicht.
matching-three = Drei Antworten, nie eine einzige Zahl
matching-three-says = Urteil: Darf sich dieses Projekt bewerben? Passung: Wollen Ausschreibung und Projekt dasselbe? Sicherheit: Wie viel war bekannt? Eine hohe Passung verdeckt keine unerfüllte Regel.
matching-blind = Namen werden verdeckt
matching-blind-says = Namen von Organisationen, Personen, Geldgebern, Adressen, Websites und Registernummern werden vor dem Vergleich aus jedem Text genommen. Einen bekannten Namen zu streichen oder zu ersetzen ändert nichts.
matching-fit = Woraus die Passung besteht
matching-fit-says = Wörter, die beide benutzen, seltene zählen mehr; Themen; Orte; Beträge. Die Teile ergeben zusammen die gezeigte Zahl. Schweigt eine Seite, fällt der Teil weg, und das steht dabei.
matching-rules = Regeln mit ihrem Wortlaut
matching-rules-says = Jede Regel zeigt den Satz der Ausschreibung, auf dem sie beruht, oder die Angabe, aus der sie stammt. Sie ist erfüllt, nicht erfüllt oder unbekannt, für jeden Ihrer Rechtsträger; gezeigt wird der beste Weg.
matching-unknown = Unbekannt ist kein Nein
matching-unknown-says = Was Ausschreibung oder Projekt nicht sagen, zählt nie dagegen. Es senkt die Sicherheit, und das Urteil lautet „unklar“.
matching-urgency = Eile ist keine Passung
matching-urgency-says = Fristen sortieren und filtern. Die Zahl ändern sie nie.
matching-designated = Eingestufte Geldgeber
matching-designated-says = Manche Staaten haben Geldgeber für „unerwünscht“ oder „extremistisch“ erklärt; Kontakt kann für Menschen dort strafbar sein. Hat ein Projekt Menschen in einem solchen Land, werden Ausschreibungen dieses Geldgebers und derer, die seine Mittel weitergeben, ihm nirgends gezeigt.
matching-limits = Was er nicht kann
matching-limits-says = Wörter werden innerhalb einer Sprache verglichen; über Sprachen hinweg tragen Themen, Orte und Beträge. Regeln werden nur aus Texten genommen, wo sie sicher sind, darum bleiben viele unbekannt. Lesen Sie die Ausschreibung, bevor Sie entscheiden.
privacy-title = Datenschutz
privacy-lede = Was nicht gespeichert ist, kann nicht beschlagnahmt werden.
privacy-true = Was heute gilt
privacy-1 = Adressen, Browser und verweisende Seiten der Besucher werden weder gespeichert noch protokolliert.
privacy-2 = Keine Seite lädt etwas von einem anderen Rechner, und der Server öffnet keine Verbindung zu einem.
privacy-3 = Jede Seite und jedes Formular geht ohne Skripte. Die meisten Seiten haben keine.
privacy-4 = Hochgeladene Dateien bleiben bis zu Ihrer Entscheidung im Arbeitsspeicher, höchstens eine halbe Stunde, und kommen nie auf die Platte.
privacy-5 = Ein Cookie merkt sich Ihre Sprache, wenn Sie eine wählen. Es gibt kein anderes.
privacy-6 = Projekte sind privat, solange Sie nichts anderes bestimmen. Geldgeber sehen Decknamen.
privacy-not = Was noch nicht gilt
privacy-not-says = Es gibt noch keine Konten. Wer diesen Server erreicht, kann alles darauf lesen; darum hört er nur auf diesem Rechner.
word-call = Ausschreibung
word-call-says = Ein Angebot von Geld mit Regeln: wer sich bewerben kann, wofür, wie viel, bis wann.
word-project = Projekt
word-project-says = Ein Vorhaben, das Geld braucht. Abgeglichen werden Projekte, nicht Organisationen.
word-donor = Geldgeber
word-donor-says = Wer gibt: eine öffentliche Stelle, eine Stiftung, ein Unternehmen oder ein Mittler, der Mittel weitergibt.
word-entity = Rechtsträger
word-entity-says = Ein eingetragener Träger, über den eine Organisation beantragen und empfangen kann. Ein Team kann mehrere in mehreren Ländern haben.
word-sponsor = Fiscal Sponsor
word-sponsor-says = Ein eingetragener Träger, der Geld für eine Gruppe ohne eigenen Träger empfängt.
word-rule = Regel
word-rule-says = Eine Bedingung der Ausschreibung mit ihrem Wortlaut: erfüllt, nicht erfüllt oder unbekannt.
word-fit = Passung
word-fit-says = Wie gut Ausschreibung und Projekt in der Sache zueinander passen, von 0 bis 100.
word-confidence = Sicherheit
word-confidence-says = Wie viel von dem, was zählt, beim Abgleich bekannt war.
word-core = Laufende Kosten
word-core-says = Was eine Organisation am Leben hält, gleich was sie tut: Miete, Buchhaltung, feste Stellen.
word-regranting = Weitergabe
word-regranting-says = Eine Förderung in kleineren Teilen an andere weitergeben.
word-cofinancing = Eigenanteil
word-cofinancing-says = Der Teil der Kosten, den der Antragsteller selbst trägt.
word-designated = Eingestuft
word-designated-says = Von einem Staat für „unerwünscht“, „extremistisch“ oder zum „ausländischen Agenten“ erklärt, mit Datum und Quelle.
call-opens = öffnet am { $day }
projects-none-found = Kein Projekt entspricht diesem Filter.
