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
in-hours = { $count ->
    [one] in { $shown } Stunde
   *[other] in { $shown } Stunden
}
within-hour = in weniger als einer Stunde
zone-anywhere = überall auf der Erde, UTC−12
zone-unknown = Zeitzone nicht angegeben
deadline-day = { $day }, Uhrzeit und Zeitzone nicht angegeben
deadline-whole-day = { $day }, Uhrzeit nicht angegeben ({ $zone }; bis { $utc } UTC)
deadline-hour = { $day }, { $hour } Uhr ({ $zone })
closing-rolling = jederzeit offen
closing-unknown = Frist nicht angegeben
closing-on = endet am { $day }, { $ahead }
closing-maybe = endet am { $day }, ist vielleicht schon vorbei: Die Zeitzone ist nicht angegeben
closing-was = endete am { $day }
closing-words = in den Worten des Geldgebers: „{ $words }“
status-forecast = Angekündigt
status-open = Offen
status-closed = Geschlossen
status-withdrawn = Zurückgezogen
status-unknown = Status nicht angegeben
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
legal-status-extremist = „extremistische Organisation“
legal-status-terrorist = „terroristische Organisation“
legal-status-foreign-agent = „ausländischer Agent“
outcome-met = erfüllt
outcome-unknown = unbekannt
outcome-not-met = nicht erfüllt
part-words = Wörter
part-themes = Themen
part-place = Ort
part-amount = Betrag
part-meaning = Verwandte Wörter
part-crowding = Ähnlich wie viele andere
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
rule-entity-age = Zeit seit der Eintragung
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
visibility-donors = Geldgeber, unter Decknamen
visibility-public = alle
why-stated = angegeben
why-call-silent = Die Ausschreibung sagt dazu nichts.
why-place-open = Nur die erreichten Menschen sind dort. Ob auch die Arbeit dort stattfinden muss, sagt die Ausschreibung nicht.
why-words-open = Was die Ausschreibung dazu sagt, entscheidet es nicht.
why-project-silent = Das Projekt sagt dazu nichts.
why-no-entity = Es ist kein Rechtsträger erfasst.
why-entity-silent = Zum Rechtsträger ist nicht erfasst, seit wann er eingetragen ist.
why-currencies-differ = Zwei Währungen und kein datierter Kurs.
why-partly-covered = Das Projekt reicht über das Erlaubte hinaus.
why-not-open-yet = Noch nicht offen.
why-too-late = Endet erst, wenn das Geld schon gebraucht wird.
confidence-high = hoch
confidence-medium = mittel
confidence-low = gering
confidence-of = Verlässlichkeit der Aussage: { $level }, { $known } von { $of } Angaben bekannt
field-title = Titel
field-text = Text
field-conditions = Bedingungen
field-eligibility = Wer sich bewerben kann
field-lang = Sprache des Textes
field-url = Adresse
field-programme = Programm
field-donor = Geldgeber
field-status = Status
field-opens = Beginn
field-closing = Frist
field-deadline-text = Wortlaut zur Frist
field-award = Fördersumme
field-award-text = Wortlaut zu den Beträgen
field-total = Gesamtsumme
field-awards-expected = Zahl der Förderungen
field-duration = Laufzeit
field-duration-text = Wortlaut zur Laufzeit
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
start-empty-imports = Noch ist nichts da. Importieren Sie Ausschreibungen, die Sie kennen.
start-empty-writes = Noch sind keine Ausschreibungen da; das besorgen die, die auf diesem Server die Ausschreibungen pflegen. Ein Projekt können Sie schon aufschreiben: Sobald es Ausschreibungen gibt, sehen Sie, was passt.
start-empty-reviews = Noch sind keine Ausschreibungen da. Tragen Sie eine Ausschreibung Ihres Geldgebers ein, dann stehen die passenden Projekte daneben.
start-empty-waits = Noch ist nichts da. Sobald Ausschreibungen erfasst sind, sehen Sie sie hier.
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
start-how-review-1 = Tragen Sie die Ausschreibungen Ihres Geldgebers ein und prüfen Sie die Regeln, die daraus gelesen wurden.
start-how-review-2 = Öffnen Sie eine Ausschreibung und lesen Sie die Projekte dazu, unter Decknamen.
start-how-review-3 = Bewerten Sie sie. Wenn alle Bewertungen feststehen, können Sie Namen öffnen, mit einem Grund.
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
filter-status = Status
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
clause-field = in der Ausschreibung angegeben: { $field }
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
why-context = Wo die Ausschreibung das sagt
why-crowding = Punkte gehen ab, weil die Ausschreibung oder das Projekt sehr vielen Ausschreibungen gleicht.
why-missing = Um besser zu passen, sagen Sie, ob auch dies dazugehört: { $words }.
why-nothing = Weder Wörter noch Themen noch Orte stimmen überein.
why-nothing-of = Keine Übereinstimmung bei: { $parts }.
why-unknown = Nicht bekannt und deshalb nicht verglichen: { $parts }.
unlock-host = Was diese Ausschreibung öffnen würde: ein Partner am Ort der Arbeit.
unlock-partner = Was diese Ausschreibung öffnen würde: ein Partner in: { $places }.
unlock-applicant = Was diese Ausschreibung öffnen würde: ein Partner mit Sitz in: { $places }, der den Antrag stellt, mit Ihnen an der Seite.
unlock-consortium = Was diese Ausschreibung öffnen würde: ein Verbund; Zahl der Träger, Sie eingeschlossen, mindestens { $members }, Zahl der Länder mindestens { $countries }.
matches-search = Alle Ausschreibungen für dieses Projekt durchsuchen
matches-none = Keine Ausschreibung entspricht diesen Filtern.
matches-blocked = Ausgeschlossene zeigen
matches-show-blocked = { $count ->
    [one] { $shown } ausgeschlossene Ausschreibung zeigen
   *[other] { $shown } ausgeschlossene Ausschreibungen zeigen
}
matches-promise = Namen, Alter und frühere Förderungen spielen für die Passung keine Rolle.
matches-hidden = { $count ->
    [one] { $shown } Ausschreibung ist verborgen, weil ihr Geldgeber in einem Land eingestuft ist oder sein könnte, in dem Ihre Organisation Menschen hat.
   *[other] { $shown } Ausschreibungen sind verborgen, weil ihr Geldgeber in einem Land eingestuft ist oder sein könnte, in dem Ihre Organisation Menschen hat.
}
matches-hidden-link = Was das bedeutet
designated-title = Zum Schutz Ihrer Leute ausgelassene Ausschreibungen
designated-crime = Für Menschen Ihrer Organisation kann Kontakt mit diesen Geldgebern strafbar sein.
designated-who = Ein Staat, in dem Ihre Organisation Menschen hat, hat den Geldgeber oder einen, dessen Geld er weitergibt, für unerwünscht, extremistisch oder terroristisch oder zum „ausländischen Agenten“ erklärt. Mitarbeit, ein Antrag und selbst ein Link können dort bestraft werden.
designated-trace = Ein Antrag hinterlässt über Jahre Spuren: in Post, Kontoauszügen, Berichten, auf diesem Server. Wer gegangen ist, kann die gefährden, die geblieben sind.
designated-ask = Fragen Sie jemanden, der das Recht dieses Landes kennt, bevor Sie die Seite des Geldgebers öffnen oder ihm schreiben. Dies hier ist keine Rechtsberatung.
designated-record = Daten und Quellen sind die hier erfassten; eine neuere Einstufung kann fehlen.
designated-count = { $count ->
    [0] Für dieses Projekt ist keine Ausschreibung ausgelassen.
    [one] { $shown } Ausschreibung ist für dieses Projekt ausgelassen.
   *[other] { $shown } Ausschreibungen sind für dieses Projekt ausgelassen.
}
designated-show = Ich habe verstanden, zeigen
candidates-title = Projekte für diese Ausschreibung
candidates-none = Kein Projekt, das Geldgeber sehen dürfen, entspricht diesen Filtern.
candidates-none-own = Keines Ihrer Projekte entspricht diesen Filtern.
candidates-blind = Die Projekte stehen unter Decknamen. Wer dahintersteht, spielt für die Reihenfolge keine Rolle.
projects-title = Projekte
projects-count = { $count ->
    [one] { $shown } Projekt
   *[other] { $shown } Projekte
}
projects-none = Noch ist kein Projekt aufgeschrieben.
projects-none-shown = Ihnen wird kein Projekt gezeigt. Projekte schreiben die Mitglieder von Organisationen; sie entscheiden, wer sie sieht.
project-see-matches = Was es fördern könnte
project-new = Ein neues Projekt
project-new-says = Nur der Titel ist nötig. Je mehr Sie sagen, desto verlässlicher der Abgleich.
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
project-needs = braucht { $amount }
project-from = Geld nötig bis { $day }
project-own-share = Eigenanteil: { $percent } %
project-core-costs = braucht Geld für laufende Kosten
project-no-core-costs = braucht kein Geld für laufende Kosten
project-regrants = gibt Geld weiter
project-no-regrants = gibt kein Geld weiter
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
form-stage = Phase
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
form-people-inside-hint = Ausschreibungen dort eingestufter Geldgeber werden für dieses Projekt ausgelassen.
form-save = Speichern und Treffer ansehen
form-preview = Treffer vorab ansehen
form-errors = Bitte zuerst berichtigen
live-title = Bisher am besten passende Ausschreibungen
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
error-currency-other = Hier steht eine andere Währung als die daneben gewählte
error-day = Schreiben Sie einen Tag wie 2027-03-01
error-day-past = Dieser Tag ist vorbei: Schreiben Sie einen, der noch kommt
error-months = Schreiben Sie eine ganze Zahl von Monaten
error-percent = Schreiben Sie eine Zahl von 0 bis 100
error-organisation = Wählen Sie eine Organisation aus der Liste
error-choice = Wählen Sie etwas aus der Liste
error-partner = Geben Sie dem Partner einen Namen
import-title = Import
import-says = Wählen Sie eine Datei. Sie sehen zuerst, was sich ändern würde; geschrieben wird erst, wenn Sie es bestätigen.
import-kind = Was in der Datei ist
import-calls = Ausschreibungen
import-projects = Projekte
import-file = Datei
import-file-hint = Höchstens { $limit } MB. Das Format wird am Inhalt erkannt; gepackte Dateien (.gz) sind möglich.
import-preview = Vorschau
import-formats = Was gelesen werden kann
import-format-native = Das eigene Format von Waxwing: ein JSON-Objekt je Zeile, Ausschreibungen oder Projekte.
import-format-projects = Das eigene Format von Waxwing: ein JSON-Objekt je Zeile, jedes ein Projekt.
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
import-done-says = Die Datensätze sind erfasst, und der Abgleich berücksichtigt sie.
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
matching-three-says = Urteil: Darf sich dieses Projekt bewerben? Passung: Wollen Ausschreibung und Projekt dasselbe? Verlässlichkeit der Aussage: Wie viel war bekannt? Eine hohe Passung verdeckt keine unerfüllte Regel.
matching-blind = Namen werden verdeckt
matching-blind-says = Namen von Organisationen, Personen, Geldgebern, Adressen, Websites und Registernummern werden vor dem Vergleich aus jedem Text genommen. Einen bekannten Namen zu streichen oder zu ersetzen ändert nichts.
matching-fit = Woraus die Passung besteht
matching-fit-says = Wörter, die beide benutzen, seltene zählen mehr; Themen; Orte; Beträge. Die Teile ergeben zusammen die gezeigte Zahl. Schweigt eine Seite, fällt der Teil weg, und das steht dabei.
matching-rules = Regeln mit ihrem Wortlaut
matching-rules-says = Jede Regel zeigt den Satz der Ausschreibung, auf dem sie beruht, oder die Angabe, aus der sie stammt. Sie ist erfüllt, nicht erfüllt oder unbekannt, für jeden Ihrer Rechtsträger; gezeigt wird der beste Weg.
matching-unknown = Unbekannt ist kein Nein
matching-unknown-says = Was Ausschreibung oder Projekt nicht sagen, zählt nie dagegen. Es senkt die Verlässlichkeit der Aussage, und das Urteil lautet „unklar“.
matching-urgency = Eile ist keine Passung
matching-urgency-says = Fristen sortieren und filtern. Die Zahl ändern sie nie.
matching-designated = Eingestufte Geldgeber
matching-designated-says = Manche Staaten haben Geldgeber für „unerwünscht“ oder „extremistisch“ erklärt; Kontakt kann für Menschen dort strafbar sein. Hat ein Projekt Menschen in einem solchen Land, werden ihm Ausschreibungen dieses Geldgebers und derer, die seine Mittel weitergeben, nur auf einer eigenen Seite gezeigt, die zuerst die Gefahr erklärt.
matching-limits = Was er nicht kann
matching-limits-says = Wörter werden innerhalb einer Sprache verglichen; über Sprachen hinweg tragen Themen, Orte und Beträge. Regeln werden nur aus Texten genommen, wo sie sicher sind, darum bleiben viele unbekannt. Lesen Sie die Ausschreibung, bevor Sie entscheiden.
locked-title = Gesperrt
locked-says = Dieser Server ist gesperrt. Wer ihn betreibt, kann ihn wieder starten.
privacy-title = Datenschutz
privacy-lede = Was nicht gespeichert ist, kann nicht beschlagnahmt werden.
privacy-true = Was heute gilt
privacy-1 = Adressen, Browser und verweisende Seiten der Besucher werden weder gespeichert noch protokolliert.
privacy-2 = Keine Seite lädt etwas von einem anderen Rechner, und der Server öffnet keine Verbindung zu einem.
privacy-3 = Jede Seite und jedes Formular geht ohne Skripte. Die meisten Seiten haben keine.
privacy-4 = Hochgeladene Dateien bleiben bis zu Ihrer Entscheidung im Arbeitsspeicher, höchstens eine halbe Stunde, und kommen nie auf die Platte.
privacy-5 = Drei Cookies: eines hält Ihre Sprache, wenn Sie eine wählen; eines Ihre Sitzung, bis Sie den Browser schließen, eine halbe Stunde ohne Nutzung oder höchstens zwölf Stunden lang; an einem erkennt der Browser Sie bei der nächsten Anmeldung, bis Sie ihn schließen oder, wenn Sie es wünschen, ein halbes Jahr lang.
privacy-6 = Projekte sind privat, solange die Leitung der Organisation nichts anderes entscheidet. Geldgeber sehen Decknamen.
privacy-7 = Passwörter werden als Argon2id-Hash aufbewahrt; von Sitzungen, bekannten Browsern und einmaligen Links nur Fingerabdrücke.
privacy-8 = Anmeldeversuche werden je Konto gebremst, nie je Adresse.
privacy-9 = Das Protokoll darüber, wer was getan hat, kennt Konten und Stunden, keine Adressen und keine Texte, und zeigt, wenn es geändert wurde.
privacy-10 = Was Sie löschen, ist sofort aus der Datenbankdatei und ihrem Journal verschwunden.
privacy-11 = Sicherungen sind nur mit einem geheimen Schlüssel lesbar, der anderswo liegt; was nur eine Zeit lang aufbewahrt wird, etwa das Protokoll, wird danach entfernt.
privacy-proof = Jeder dieser Sätze wird bei jedem Bau des Programms automatisch geprüft.
privacy-not = Was noch nicht gilt
privacy-not-says = Wer diesen Server betreibt, kann lesen, was darauf liegt, solange er läuft: Wählen Sie den Betreiber. Waxwing verschlüsselt die Datenbankdatei nur, wenn der Betreiber es so gewählt hat: Fragen Sie; sonst gehört sie auf eine verschlüsselte Platte. Sicherungen behalten Gelöschtes, bis sie entfernt werden.
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
word-confidence = Verlässlichkeit der Aussage
word-confidence-says = Wie viel von dem, was zählt, beim Abgleich bekannt war.
word-core = Laufende Kosten
word-core-says = Was eine Organisation am Leben hält, gleich was sie tut: Miete, Buchhaltung, feste Stellen.
word-regranting = Weitergabe
word-regranting-says = Eine Förderung in kleineren Teilen an andere weitergeben.
word-cofinancing = Eigenanteil
word-cofinancing-says = Der Teil der Kosten, den der Antragsteller selbst trägt.
word-designated = Eingestuft
word-designated-says = Von einem Staat für „unerwünscht“, „extremistisch“ oder „terroristisch“ oder zum „ausländischen Agenten“ erklärt, mit Datum und Quelle.
call-opens = öffnet am { $day }
projects-none-found = Kein Projekt entspricht diesem Filter.
import-not-text = Die Datei ist kein lesbarer Text: { $detail }
import-truncated = Die Datei bricht vor dem Ende ab, es wurde nichts geschrieben: { $detail }
import-too-deep = Die Datei ist zu tief verschachtelt: { $detail }
import-record-too-long = Ein Datensatz der Datei ist zu lang: { $detail }
import-too-many = Die Datei enthält zu viele Datensätze: { $detail }

# People: frame
nav-account = Konto
nav-organisations = Organisationen
nav-admin = Server
nav-sign-in = Anmelden
nav-leave = Schnell weg
field-name = Name
field-account-name = Name
field-sure = Das Kästchen „Ja, jetzt für alle sperren“
field-password = Passwort
field-new-password = Neues Passwort
field-code = Code
field-role = Rolle
field-named = Personen
field-coalition = Bündnis
field-members = Organisationen
field-reason = Grund
field-approval = Antrag
field-organisation = Organisation
wrong-missing = { $field }: bitte ausfüllen.
wrong-too-long = { $field }: das ist zu lang.
wrong-taken = { $field }: das ist schon vergeben.
wrong-unknown = { $field }: unter diesem Namen ist nichts bekannt.
wrong-wrong = { $field }: das stimmt nicht.
wrong-password-short = { $field }: mindestens { $least } Zeichen. Ein paar Wörter hintereinander merkt man sich leicht.
wrong-password-weak = { $field }: das wäre bald erraten. Nehmen Sie Wörter, die nicht zusammengehören.
wrong-last-owner = Eine Organisation braucht eine Leitung: Geben Sie diese Rolle zuerst einer anderen Person.
wrong-owner = Nur die Leitung kann das Projekt einer anderen Organisation geben.

# Signing in
sign-in-title = Anmelden
sign-in-name = Name
sign-in-password = Passwort
sign-in-code = Code des zweiten Faktors oder ein Ersatzcode
sign-in-code-hint = Leer lassen, wenn Sie keinen eingerichtet haben.
sign-in-button = Anmelden
sign-in-wrong = Name, Passwort oder Code stimmt nicht.
sign-in-too-soon = Zu viele Versuche. Warten Sie { $count ->
    [one] { $shown } Sekunde
   *[other] { $shown } Sekunden
}, dann versuchen Sie es noch einmal. In einem Browser, der Sie kennt, oder mit einem Ersatzcode brauchen Sie nicht zu warten.
sign-in-lost = Passwort oder Telefon verloren? Ein Ersatzcode steht für das Telefon ein. Für alles andere bitten Sie die Verwaltung dieses Servers um einen einmaligen Link.
sign-in-again = Ihre Sitzung ist zu Ende, deshalb ist noch nichts gespeichert. Melden Sie sich in einem neuen Tab an und laden Sie dann diese Seite neu: Ihr Browser sendet noch einmal, was Sie eingegeben haben.
sign-in-new-tab = In einem neuen Tab anmelden
sign-out = Abmelden
landing-title = Finden Sie die Ausschreibungen, die zu Ihrem Projekt passen
landing-says = Waxwing bringt Ausschreibungen und Projekte nach ihrem Inhalt zusammen, nie nach bekannten Namen, und sagt, warum.
landing-no-account = Konten gibt es nur auf Einladung.
landing-setup = Dieser Server hat noch keine Verwaltung. Öffnen Sie den einmaligen Link, den er beim Start ausgegeben hat.
demo-try = Umsehen
demo-try-says = Alles hier ist erfunden. Wählen Sie, wer Sie sein möchten; ein Passwort ist nicht nötig.
demo-as-staff = Als Team einer Organisation
demo-as-donor = Als Gutachterin eines Geldgebers
demo-as-analyst = Als Analystin
demo-as-admin = Als Verwaltung des Servers

# One-time links
join-title = Einladung
join-setup = Sie richten diesen Server ein und verwalten ihn als Erste.
join-admin = Sie verwalten künftig diesen Server mit.
join-analyst = Sie pflegen künftig die Ausschreibungen und untersuchen den Sektor.
join-member = Sie gehören künftig zu { $name }, Rolle: { $role }.
join-reviewer = Sie begutachten künftig Projekte zu den Ausschreibungen von { $name }.
join-recovery = Sie wählen ein neues Passwort für das Konto { $name }. Sein zweiter Faktor entfällt, seine Sitzungen enden.
join-expires = Der Link gilt einmal, bis { $day }.
join-name-hint = Damit melden Sie sich an, und andere im Team sehen ihn. Es muss nicht Ihr wirklicher Name sein.
join-password-hint = Mindestens { $least } Zeichen; Einfügen ist erlaubt.
join-button = Konto anlegen
join-recovery-button = Neues Passwort setzen
join-have = Sie sind als { $name } angemeldet.
join-with-mine = Mit diesem Konto annehmen
link-title = Einmaliger Link
link-says = Er wird nur jetzt gezeigt, gilt einmal und endet nach 24 Stunden. Geben Sie ihn auf einem Weg weiter, dem Sie vertrauen.
link-address = Adresse zum Weitergeben
link-for = Für { $name }, zur Wiederherstellung
link-for-member = Für { $name }, Rolle: { $role }
link-for-analyst = Für jemanden, der die Ausschreibungen pflegt (Analyse)
link-for-admin = Für eine weitere Person in der Verwaltung dieses Servers
link-for-reviewer = Für eine Begutachtung im Auftrag von { $name }
role-viewer = Lesen
role-editor = Schreiben
role-owner = Leitung

# Account
account-title = Ihr Konto
account-signed-in-as = Sie sind als { $name } angemeldet.
account-rights = Was Sie dürfen
account-right-admin = Sie verwalten diesen Server. Private Einträge von Organisationen bleiben Ihnen verschlossen.
account-right-analyst = Sie pflegen die Ausschreibungen und untersuchen den Sektor. Private Einträge von Organisationen bleiben Ihnen verschlossen.
account-right-reviewer = Sie begutachten Projekte zu den Ausschreibungen von { $name }. Die Projekte stehen unter Decknamen.
account-right-member = { $name }: { $role }
account-right-none = Noch nichts: Bitten Sie um eine Einladung.
account-password = Passwort ändern
account-password-button = Ändern
account-password-old = Bisheriges Passwort
account-changed = Erledigt. Alle Ihre anderen Sitzungen sind beendet.
account-factor = Zweiter Faktor
account-factor-none = Ein Code aus einer App auf Ihrem Telefon, zusätzlich zum Passwort. Er hält fern, wer Ihr Passwort erfährt.
account-factor-set = Zweiten Faktor einrichten
account-factor-has = Eingerichtet. { $count ->
    [one] { $shown } Ersatzcode ist übrig.
   *[other] { $shown } Ersatzcodes sind übrig.
}
account-factor-remove = Entfernen
account-factor-codes = Neue Ersatzcodes
account-demo = Konten der Vorführung haben weder Passwort noch zweiten Faktor.
factor-title = Zweiten Faktor einrichten
factor-scan = Lesen Sie dieses Bild mit einer App für Einmalcodes ein.
factor-picture = Der Schlüssel unten als Bild
factor-type = Oder geben Sie diesen Schlüssel in die App ein:
factor-code = Der Code, den die App jetzt zeigt
factor-button = Bestätigen
recovery-title = Ihre Ersatzcodes
recovery-says = Sie werden nur jetzt gezeigt. Jeder gilt einmal anstelle eines Codes der App. Schreiben Sie sie auf Papier oder legen Sie sie in einen Passwortspeicher, nicht neben Ihr Telefon.
recovery-done = Ich habe sie aufbewahrt
sessions-title = Wo Sie angemeldet sind
sessions-says = Weder Adressen noch Browser werden festgehalten, nur wann jede Sitzung begann.
sessions-since = Seit { $day }
sessions-this = diese hier
sessions-end = Beenden
sessions-end-others = Alle anderen beenden
trail-own = Was Sie getan haben

# Organisations
organisations-title = Ihre Organisationen
organisations-none = Sie gehören noch zu keiner Organisation.
organisations-none-next = Zu den Ausschreibungen
organisation-members = Mitglieder
organisation-member = Mitglied
organisation-role = Rolle
organisation-set-role = Ändern
organisation-remove-member = Entfernen
organisation-leave = Organisation verlassen
organisation-invite = Jemanden einladen
organisation-invite-says = Der Link legt ein Konto an oder fügt die Organisation einem bestehenden hinzu.
organisation-invite-button = Link erstellen
organisation-links = Offene Links
organisation-take-back = Zurücknehmen
organisation-code-name = Geldgeber sehen Projekte unter eigenen Decknamen. Der Deckname Ihrer Organisation, für Bündnisse: { $name }
organisation-entities = Rechtsträger
organisation-coalitions = Bündnisse
organisation-coalitions-none = In keinem Bündnis. In einem Bündnis können Organisationen einander ausgewählte Projekte zeigen.
organisation-coalition-members = Zugestimmt: { $names }
organisation-coalition-asked = Gefragt: { $names }
organisation-coalition-agree = Zustimmen
organisation-coalition-leave = Verlassen
organisation-coalition-found = Ein Bündnis gründen
organisation-coalition-with = Decknamen der anderen Organisationen, einer je Zeile
organisation-coalition-button = Anfragen
organisation-two = Wofür es zwei Personen aus der Leitung braucht
organisation-two-says = Eine Person aus der Leitung beantragt es, eine andere stimmt binnen sieben Tagen zu.
organisation-ask-export = Datei mit allen Daten beantragen
organisation-ask-erase = Löschung der Organisation beantragen
organisation-erase-says = Löschen entfernt die Organisation mit allen Projekten, endgültig.
organisation-erased = Gelöscht
organisation-erased-says = Die Organisation und alles von ihr ist aus der Datenbank verschwunden.
approval-export = Eine Datei mit allen Daten der Organisation
approval-erase = Löschung der Organisation mit all ihren Daten
approval-admin = Ein Link, der Verwaltungsrechte gibt
approval-asked = Beantragt von { $name }, { $day }
approval-agree = Zustimmen
approval-refuse = Ablehnen
trail-title = Protokoll: wer was getan hat
trail-says = Konten und Stunden, keine Adressen und keine Texte. Jeder Eintrag hängt am vorigen, sodass eine Änderung der Vergangenheit auffällt.
trail-hour = Stunde (UTC)
trail-who = Wer
trail-what = Was
trail-none = Noch nichts.
trail-machine = das Programm
act-account_created = Konto direkt am Server angelegt
act-account_disabled = Konto geschlossen
act-account_enabled = Konto wieder geöffnet
act-agreed = dem Antrag einer anderen Person zugestimmt
act-asked = etwas beantragt, das zwei Personen braucht
act-backed_up = Sicherung geschrieben
act-calls_imported = Ausschreibungen eingelesen
act-coalition_founded = Bündnis gegründet
act-coalition_joined = einem Bündnis zugestimmt
act-coalition_left = Bündnis verlassen
act-factor_added = zweiten Faktor eingerichtet
act-factor_removed = zweiten Faktor entfernt
act-invitation_used = Einladung angenommen
act-invited = Link erstellt
act-locked = Server gesperrt
act-member_removed = Mitglied entfernt
act-name_opened = Name hinter einem Projekt bei der Begutachtung geöffnet
act-organisation_added = Organisation hinzugefügt
act-password_changed = Passwort geändert
act-project_changed = Projekt geändert
act-project_created = Projekt geschrieben
act-project_deleted = Projekt gelöscht
act-projects_imported = Projekte eingelesen
act-recovered = Konto wiederhergestellt
act-recovery_code_used = mit Ersatzcode angemeldet
act-recovery_codes_renewed = Ersatzcodes erneuert
act-recovery_offered = Link zur Wiederherstellung erstellt
act-refused = den Antrag einer anderen Person abgelehnt
act-role_changed = Rolle geändert
act-reviewer_ended = Begutachtung für einen Geldgeber beendet
act-shared_coalition = Projekt einem Bündnis gezeigt
act-shared_donors = Projekt Geldgeber gezeigt
act-shared_named = Projekt genannten Personen gezeigt
act-shared_private = Projekt wieder privat
act-shared_public = Projekt allen gezeigt
act-signed_in = angemeldet
act-unlocked = Server entsperrt

# Who sees a project
project-tab-sharing = Wer es sieht
sharing-title = Wer dieses Projekt sieht
sharing-level = Zeigen
sharing-named = Personen außerhalb der Organisation, mit dem Namen, mit dem sie sich anmelden, einer je Zeile
sharing-coalition = Bündnis
sharing-preview = Ansehen, was das zeigen würde
sharing-preview-title = Was zu sehen wäre
sharing-who = Wer
sharing-what = Was sie sehen
sharing-new = Neu
sharing-raise = Zeigen
sharing-lower = Speichern
sharing-from = Geldgeber und alle sehen es ab { $day }. Bis dahin können Sie es ungesehen zurücknehmen.
sharing-members = { $count ->
    [one] { $shown } Mitglied Ihrer Organisation
   *[other] { $shown } Mitglieder Ihrer Organisation
}
sharing-donors = Wer für Geldgeber begutachtet, neben Ausschreibungen, zu denen es passt; nie für Geldgeber, die dort verfolgt werden, wo Sie Menschen haben
sharing-everyone = Alle, die diesen Server erreichen
shown-organisation = der Name der Organisation
shown-title = der Titel
shown-texts = die Texte, wie sie geschrieben sind
shown-code-name = bei jeder Ausschreibung ein anderer Deckname; Texte mit Worten anstelle bekannter Namen
shown-facts = Bedarf, Orte, Sprachen, Themen, Phase
shown-partners = Partner mit Namen
shown-people-inside = wo Sie gefährdete Menschen haben
sharing-openings = Wer den Namen geöffnet hat
sharing-openings-says = Wer begutachtet und wissen will, wessen Projekt das ist, nennt einen Grund, und Sie sehen ihn.
sharing-opening = { $day }, { $donor }: „{ $reason }“
project-private-note = Neue Projekte sind privat. Wer ein Projekt sieht, entscheidet die Leitung auf einer eigenen Seite.
project-delete = Projekt löschen
project-delete-title = Dieses Projekt löschen
project-delete-says = Es verschwindet sofort aus der Datenbank und ihrem Journal; aus Sicherungen, sobald sie fällig sind.
project-delete-button = Löschen
project-shared-with-you = Von der Organisation für Sie sichtbar gemacht
project-public-view = Wie alle es sehen

# Reading blind
candidates-own = Ihre eigenen Projekte, an dieser Ausschreibung gemessen.
candidate-texts = In eigenen Worten
candidate-masked = Anstelle bekannter Namen, Adressen und Nummern stehen Worte.
candidate-read = Projekt lesen
candidate-open = Wessen Projekt ist das?
candidate-open-says = Die Organisation sieht, dass Sie gefragt haben, bei welcher Ausschreibung und warum.
candidate-open-reason = Grund
candidate-open-button = Namen öffnen
candidate-opened = Sie haben den Namen geöffnet: { $name }
candidate-scored = Diese Ausschreibung wird gerade blind bewertet. Namen bleiben zu, bis alle Bewertungen feststehen.

# The server
admin-title = Server
admin-accounts = Konten
admin-account = Konto
admin-rights = Rechte
admin-right-admin = Verwaltung
admin-right-analyst = Analyse
admin-right-member = Mitglied
admin-right-reviewer = Begutachtung für { $name }
admin-closed = geschlossen
admin-demo = Vorführung
admin-factor = zweiter Faktor
admin-close = Schließen
admin-open = Wieder öffnen
admin-recover = Link zur Wiederherstellung
admin-end-reviewer = Begutachtung für { $name } beenden
admin-add-organisation = Organisation hinzufügen
admin-add-organisation-says = Sie bekommen einen Link für die erste Person der Leitung. Was die Organisation schreibt, bleibt Ihnen verschlossen.
admin-add-organisation-button = Hinzufügen
admin-organisations = Organisationen
admin-organisations-says = Diesen ist noch niemand beigetreten. Ging der Link für die erste Person der Leitung verloren, erstellen Sie ihn neu; der alte gilt dann nicht mehr.
admin-organisation-who = Leitung
admin-organisation-link = noch niemand; Link gilt bis { $day }
admin-organisation-nobody = niemand, und kein Link ist offen
admin-organisation-others = { $count ->
    [one] { $shown } weitere Organisation hat Mitglieder oder Einträge. Welche es ist und wer zu ihr gehört, steht hier nicht.
   *[other] { $shown } weitere Organisationen haben Mitglieder oder Einträge. Welche es sind und wer zu ihnen gehört, steht hier nicht.
}
admin-organisation-renew = Neuer Link für die erste Person der Leitung
admin-invite = Einladen
admin-invite-analyst = Link für eine Analystin
admin-invite-reviewer = Link für die Begutachtung
admin-invite-donor = Geldgeber
admin-invite-no-donor = Wer Projekte begutachtet, kann eingeladen werden, sobald der Geldgeber erfasst ist.
admin-ask-admin = Eine weitere Person für die Verwaltung vorschlagen
admin-lock = Server sperren
admin-lock-says = Alle Sitzungen enden, der Server vergisst, was er im Speicher hält, und antwortet nicht mehr. Nur wer am Rechner sitzt, kann ihn wieder starten. Für den Augenblick, in dem der Rechner in andere Hände fallen könnte.
admin-lock-sure = Ja, jetzt für alle sperren
admin-lock-button = Sperren
admin-two = Wofür es zwei Personen aus der Verwaltung braucht
admin-two-says = Eine Person beantragt es, eine andere stimmt binnen sieben Tagen zu. Wo es nur eine gibt, wird die zweite direkt am Server angelegt: waxwing account create.
admin-trail-holds = { $count ->
    [one] Das Protokoll ist unversehrt. Es hat insgesamt { $shown } Eintrag; unten stehen die, die den Server betreffen, die übrigen sehen die Organisationen selbst.
   *[other] Das Protokoll ist unversehrt. Es hat insgesamt { $shown } Einträge; unten stehen die, die den Server betreffen, die übrigen sehen die Organisationen selbst.
}
admin-trail-broken = Das Protokoll wurde beim Eintrag { $number } von Hand geändert.

percent = { $number } %
attention-link = Wie viel Aufmerksamkeit neue Organisationen bekommen
attention-title = Aufmerksamkeit für neue Organisationen
attention-lede = Wer eine Liste von oben liest, schenkt den ersten Plätzen die meiste Aufmerksamkeit. Wie viel davon geht in den Projektlisten Ihrer Ausschreibungen an neue Organisationen, und wie viel steht ihnen nach Passung zu?
attention-table = Ausschreibungen, deren Projekte Sie begutachten, nach dem Quartal der Öffnung
attention-opened = Geöffnet
attention-quarter = { $number }. Quartal { $year }
attention-all = Alle zusammen
attention-calls = Ausschreibungen
attention-organisations = Organisationen
attention-got = Aufmerksamkeit für neue
attention-due = Anteil nach Passung
attention-ratio = Verhältnis
attention-too-few = Zu wenige Organisationen für eine Angabe
attention-none = Keine der Ausschreibungen, deren Projekte Sie begutachten, wurde in letzter Zeit geöffnet.
attention-how = So wird gezählt
attention-how-new = Neu ist eine Organisation, die bei Öffnung der Ausschreibung keinen eigenen Rechtsträger im Alter ab { $number } Jahren hatte. Bewilligungen sind noch nicht erfasst; das Alter steht an ihrer Stelle und spielt in keiner Passung eine Rolle.
attention-how-got = Platz r einer Liste bekommt die Aufmerksamkeit 1/log₂(1 + r), bis zum Platz { $number }. Ausgeschlossene Projekte fehlen wie in der Liste, die Sie zuerst sehen.
attention-how-due = Nach Passung steht jedem Projekt sein Anteil an der gesamten Passung der Liste zu. Ein Verhältnis von 1 ist ausgeglichen; darüber bekommen neue Organisationen mehr Aufmerksamkeit, als ihnen nach Passung zusteht, darunter weniger.
attention-how-today = Die Listen sind die von heute: Mit den Projekten ändern sich auch vergangene Quartale.
attention-how-few = Anteile werden genannt, wo mindestens { $number } neue und { $number } andere Organisationen gelistet sind, damit keine dahinter zu erkennen ist.
