# Donors and designations

nav-donors = Geldgeber
donors-title = Geldgeber
donors-says = Wer Geld gibt, unter welchen Namen, und wozu Staaten sie erklärt haben.
donors-search = Name
donors-designated-only = Nur solche, die irgendwo eingestuft sind oder über die zu entscheiden ist
donors-none = Kein Geldgeber heißt so.
donors-all = Alle Geldgeber
donors-new = Geldgeber hinzufügen
donors-name = Name
donors-kind = Art
donors-seat = Sitz
donor-designated-in = eingestuft: { $countries }
donor-undecided = vielleicht eingestuft, noch nicht entschieden
donor-aliases = Andere Namen
donor-aliases-hint = Einer je Zeile: Übersetzungen, Abkürzungen, frühere Namen.
donor-passes-on = Gibt Geld weiter von
donor-regrantors = Weitergegeben durch
donor-no-parent = von niemandem
donor-parent-hint = Wozu Staaten jenen Geldgeber erklärt haben, gilt auch für diesen.
donor-edit = Diesen Geldgeber ändern
donor-save = Speichern
donor-calls = Ausschreibungen
donor-calls-none = Von diesem Geldgeber ist keine Ausschreibung verzeichnet.
donor-legal = Rechtliche Einstufung
donor-legal-none = Weder eine Person noch ein hier vorliegendes Register hat diesen Geldgeber genannt. Das beweist nicht, dass ihn kein Staat eingestuft hat.
donor-status-decision = Entscheidung: { $decision }.
donor-status-until = Bis { $day }.
donor-status-register = Im Register als „{ $name }“ (Liste vom { $day }).
donor-status-like = Noch nicht entschieden: Das Register nennt „{ $name }“ (Liste vom { $day }), und die Namen ähneln sich.
donor-status-add = Eine rechtliche Einstufung eintragen
donor-status-add-says = Ohne Land, Datum und Quelle ist es ein Gerücht und wird nicht eingetragen. Eine frühere Einstufung derselben Art im selben Land wird ersetzt.
donor-status-until-hint = Nur wenn sie aufgehoben wurde: der letzte Tag, an dem sie galt.
donor-status-source-hint = Adresse des Registers oder Amtsblatt mit Nummer und Datum.
donor-status-save = Eintragen
donor-status-remove = Irrtümlich eingetragen: entfernen
donor-decide-says = Die Namen ähneln sich, und nur ein Mensch kann sagen, ob es dieselbe Einrichtung ist. Bis dahin bleiben ihre Ausschreibungen für Projekte mit Menschen in jenem Land weg.
donor-register = Einträge in Registern
donor-merged = Eins mit diesem Geldgeber
donor-merge = Dies ist ein anderer verzeichneter Geldgeber
donor-merge-says = Alle seine Ausschreibungen, Namen und Einstufungen zählen dann für den anderen. Es lässt sich rückgängig machen: Nichts geht verloren.
donor-merge-button = Beide sind einer
donor-split = Wieder trennen
designations-title = Register eingestufter Einrichtungen
designations-says = Einrichtungen, die Staaten für unerwünscht, extremistisch oder terroristisch oder zu ausländischen Agenten erklärt haben. Kontakt mit ihnen kann für Menschen dort strafbar sein.
designations-lists = Vorliegende Listen
designations-none = Es liegt keine Liste vor: Kein Geldgeber wird geprüft.
designations-open = Zu entscheiden
designations-nothing-open = Nichts wartet auf eine Entscheidung.
designations-known = Gefunden und entschieden
designations-bodies = Eine Einrichtung nachschlagen
designations-found = { $count ->
    [one] { $shown } Einrichtung
   *[other] { $shown } Einrichtungen
}
register-day = Liste vom
register-list-of = Liste vom { $day }
register-age = { $count ->
    [one] { $shown } Tag alt
   *[other] { $shown } Tage alt
}
register-bodies = Einrichtungen
register-body = Einrichtung im Register
register-gone-count = Nicht mehr genannt
register-gone = Nicht mehr in der Liste vom { $day }.
register-old = Eine Liste hier ist alt: Seitdem eingestufte Einrichtungen fehlen.
register-load = Eine neuere Liste laden
register-load-says = Eine Tabelle (CSV) mit den Spalten name, alias, kind, country, decision, from, until, source oder die Liste des russischen Justizministeriums als JSON. Zuerst sehen Sie, was sich ändern würde. Was eine neuere Liste nicht mehr nennt, bleibt und wird gekennzeichnet.
register-date = Datum der Liste
register-date-hint = Für welchen Tag sie sagt, wer genannt ist: der Tag, an dem sie veröffentlicht oder abgerufen wurde. Bei einer älteren Datei ist es ein früherer Tag.
register-country-hint = Gilt für Zeilen, die kein Land nennen.
standing = Einstufung
standing-undecided = ähnlich, zu entscheiden
standing-name = heißt so
standing-person = ist diese Einrichtung, so entschieden
standing-cleared = ist nicht diese Einrichtung, so entschieden
standing-yes = Es ist diese Einrichtung
standing-no = Es ist eine andere
standing-again = Entscheidung zurücknehmen
check-title = Geldgeber wurden nach Namen geprüft
check-nobody = Keines Ihrer Projekte nennt ein Land mit Menschen vor Ort, daher werden Geldgeber nicht geprüft.
check-no-register = { $country }: Es liegt kein Register vor, niemand wurde geprüft.
check-register = { $country }, { $kind }: Liste vom { $day }, { $age }.
check-undecided = { $count ->
    [one] Bei { $shown } Geldgeber ist noch nicht entschieden, ob er eingestuft ist; seine Ausschreibungen bleiben weg.
   *[other] Bei { $shown } Geldgebern ist noch nicht entschieden, ob sie eingestuft sind; ihre Ausschreibungen bleiben weg.
}
calls-withheld = { $count ->
    [one] { $shown } Ausschreibung bleibt weg, weil ihr Geldgeber dort eingestuft ist oder sein könnte, wo ein Projekt Ihrer Organisationen Menschen hat.
   *[other] { $shown } Ausschreibungen bleiben weg, weil ihre Geldgeber dort eingestuft sind oder sein könnten, wo ein Projekt Ihrer Organisationen Menschen hat.
}
designated-show-one = Ich habe verstanden, Ausschreibung zeigen
import-gone = nicht mehr genannt
import-gone-says = Der Eintrag bleibt und wird gekennzeichnet.
import-list-of = Als Liste vom { $day } gelesen.
field-aliases = Andere Namen
field-decision = Entscheidung
field-source = Quelle
field-gone-since = nicht mehr genannt seit
field-until = Bis
field-since = Seit
field-jurisdiction = Land, dessen Recht es sagt
field-status-kind = Wozu erklärt
field-kind = Art
field-country = Sitz
field-parent = Gibt Geld weiter von
field-into = Der andere Geldgeber
field-date = Datum
wrong-hidden-signs = { $field }: Darin stehen unsichtbare Zeichen. Bitte neu tippen.
wrong-too-many = { $field }: Das sind zu viele.
wrong-donor-taken = { $field }: Ein Geldgeber dieses Namens ist schon verzeichnet.
wrong-circle = { $field }: Das Geld käme zu diesem Geldgeber zurück.
wrong-before-since = { $field }: Das liegt vor dem ersten Tag.
wrong-same-donor = { $field }: Die beiden sind schon einer.
act-designations_imported = Register eingestufter Einrichtungen eingelesen
act-donor_created = Geldgeber hinzugefügt
act-donor_changed = Geldgeber geändert
act-donor_status_set = rechtliche Einstufung eines Geldgebers eingetragen
act-donor_status_removed = rechtliche Einstufung eines Geldgebers entfernt
act-donor_merged = zwei Geldgeber zusammengelegt
act-donor_split = Geldgeber wieder getrennt
act-donor_designated = Geldgeber als eingestufte Einrichtung erkannt
act-donor_cleared = Geldgeber als nicht eingestuft erkannt
act-donor_undecided = Entscheidung über einen Geldgeber zurückgenommen
register-old-load = Eine Liste hier ist alt: Seitdem eingestufte Einrichtungen fehlen. Laden Sie unten eine neuere, wenn Sie eine haben.
register-load-values = Arten: undesirable, extremist, terrorist, foreign_agent. Tage: 2026-12-31 oder 31.12.2026. Länder als Kürzel, etwa RU oder BY. Mehrere andere Namen stehen in einer Zelle, durch Semikolon getrennt.
register-additions = Dies sind nur Ergänzungen: Was die Datei nicht nennt, wird nicht gekennzeichnet
register-undo = Irrtümlich eingelesen?
register-undo-says = Diese Datei wurde am { $at } als Liste vom { $day } eingelesen. Wird sie zurückgenommen, so verschwinden Einrichtungen, die nur sie nannte ({ $new }), geänderte Einträge sind wieder wie zuvor ({ $changed }), und die Liste hat wieder ihr früheres Datum. Was Menschen entschieden haben, bleibt.
register-undo-button = Zurücknehmen
donors-calls-hidden = verborgen
donor-taken-by = „{ $typed }“ ist ein Name von { $donor }.
donor-taken-see = Schon verzeichnet:
import-day-to-come = Datum der Liste: Der { $day } liegt in der Zukunft. Heute ist der { $today }.
import-going = { $list }: { $gone } von { $all } Einrichtungen der vorliegenden Liste stehen nicht in dieser Datei und werden als nicht mehr genannt gekennzeichnet.
import-went = { $list }: { $gone } von { $all } Einrichtungen der bisherigen Liste stehen nicht in dieser Datei und sind als nicht mehr genannt gekennzeichnet.
import-going-hint = Enthält die Datei nur Ergänzungen, so importieren Sie sie als solche: Dann wird nichts gekennzeichnet.
import-as-additions = Nur als Ergänzungen importieren
import-additions-says = Nur als Ergänzungen gelesen: Nichts wird als nicht mehr genannt gekennzeichnet, und eine vorliegende Liste bleibt so alt, wie sie war.
import-confirms = { $list }: Die Liste vom { $before } gilt mit dieser Datei als Liste vom { $day }.
import-confirm = Als Liste vom { $day } festhalten
import-donors-designated = Verzeichnete Geldgeber, die diese Datei einstuft
import-donors-undecided = Verzeichnete Geldgeber, über die jemand entscheiden muss
import-donors-lifted = Verzeichnete Geldgeber, die kein Register mehr einstuft
import-donors-more = und { $shown } weitere
import-donors-none = Für die verzeichneten Geldgeber ändert sich nichts.
import-repeated = Wiederholt
import-repeated-says = sagt dasselbe wie Zeile { $row }
import-alike = Ebenso in den Zeilen { $rows }.
import-alike-more = { $count ->
    [one] Und in { $shown } weiteren Zeile.
   *[other] Und in { $shown } weiteren Zeilen.
}
import-all-refused = Kein Datensatz dieser Datei kann angenommen werden. Die Gründe stehen unten.
import-nothing-but-refused = Es gibt nichts zu importieren: Einige Datensätze werden abgelehnt, die übrigen sind schon erfasst.
wrong-far-ahead = { $field }: Das liegt mehr als ein Jahr in der Zukunft.
act-register_taken_back = Liste eingestufter Einrichtungen zurückgenommen
