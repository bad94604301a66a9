# Blind begutachten
review-begin = Projekte zu lesen beginnen
review-none = Noch niemand begutachtet diese Ausschreibung. Wenn Sie beginnen, werden für ihre Projekte Decknamen ausgelost: andere als bei jeder anderen Ausschreibung.
review-reading = Die Projekte werden gelesen
review-reading-says = Sobald das Bewerten beginnt, öffnet sich kein Name mehr, bis alle Bewertungen feststehen.
review-start = Mit dem Bewerten beginnen
review-scoring = Die Projekte werden bewertet
review-scoring-says = Namen lassen sich öffnen, wenn alle Beteiligten ihre Bewertungen festgeschrieben haben: bisher { $locked } von { $of }.
review-lock = Meine Bewertungen festschreiben
review-lock-says = Bis dahin können Sie Bewertungen und Notizen noch ändern, danach sind sie endgültig.
review-mine-locked = Ihre Bewertungen sind festgeschrieben.
review-leave = Nicht mitbewerten
review-absent-says = Beteiligt ist, wer zu Beginn des Bewertens für diesen Geldgeber begutachtet. Wer nicht festgeschrieben hat, kann von jemandem, der es hat, ausgelassen werden: sieben Tage nach Beginn und nach der letzten eigenen Bewertung, oder sofort, wenn die Person nicht mehr begutachtet.
review-locked = Alle Bewertungen stehen fest
review-locked-says = Sie sehen die Bewertungen aller. Namen öffnen sich gegen Angabe eines Grundes, den die Organisation sieht.
review-again = Eine weitere Begutachtung beginnen
review-parts = Wer beteiligt ist
review-part = Begutachtet von
review-part-state = Bewertungen
review-part-scoring = noch nicht festgeschrieben
review-part-locked = festgeschrieben
review-part-left-out = ausgelassen
review-leave-out = Ohne diese Person weitermachen
review-leave-out-whom = Ohne { $name } weitermachen
review-limits = Was Decknamen nicht verbergen können.
review-limits-says = Solange Sie angemeldet sind, werden Ihnen diese Projekte nirgends sonst mit Namen gezeigt. Niemand kann verhindern, dass Sie die öffentliche Seite eines Projekts ohne Konto lesen oder einen Text oder Betrag wiedererkennen, den Sie von anderswo kennen. Wenn Sie ein Projekt erkennen, sagen Sie es den anderen, bevor Sie es bewerten.
projects-blind = Sie begutachten für einen Geldgeber. Projekte, die Geldgeber sehen dürfen, stehen nicht in dieser Liste, sondern unter Decknamen bei Ihren Ausschreibungen.
score-title = Ihre Bewertung
score-label = Bewertung, von 0 bis 10
score-none = noch keine Bewertung
score-note = Notiz
score-says = Bis alle Bewertungen feststehen, sieht sie niemand außer Ihnen.
score-button = Bewertung speichern
score-mine = Ihre Bewertung: { $score }
score-mean = Mittel aller Bewertungen: { $score }
score-knew = hatte den Namen schon vor dem Bewerten geöffnet
scores-title = Bewertungen
scores-none = Niemand hat dieses Projekt bewertet.
scores-mean = Mittel
candidate-page = Seine öffentliche Seite
candidate-scored-elsewhere = Eine andere Ausschreibung, die Sie begutachten, wird gerade bewertet, und dieses Projekt kann auch bei ihr stehen. Namen bleiben zu, bis deren Bewertungen feststehen.
sharing-blind = Wer für Geldgeber begutachtet, liest es bei jeder Ausschreibung unter einem anderen Decknamen und ohne bekannte Namen. Erkennbar bleibt es an einem Text oder Betrag, der von anderswo bekannt ist: von einer Website, aus einem anderen Antrag oder weil das Projekt der Person vorher mit Namen gezeigt wurde.
sharing-blind-public = Wer für Geldgeber begutachtet, liest es bei jeder Ausschreibung unter einem anderen Decknamen, und das Programm zeigt die öffentliche Seite erst, nachdem der Name geöffnet wurde. Aber diese Seite kann jeder ohne Konto lesen, auch wer begutachtet: Wer dort nach dem Text sucht, erfährt, wessen Projekt es ist. Soll der Name in einer Begutachtung keine Rolle spielen, bleiben Sie bis zu ihrem Ende bei „Geldgeber“.
organisation-coalition-says = Den Namen des Bündnisses sehen die Gefragten sofort, von Ihnen aber nur den Decknamen, bis sie zustimmen; und Sie nur die Decknamen der anderen. Wer nicht antwortet, bleibt unter „Gefragt“, ob es den Decknamen gibt oder nicht.
field-score = Bewertung
field-note = Notiz
wrong-code-name = { $field }: So schreibt sich kein Deckname. Ein Beispiel: „Alnus 042“.
wrong-many-asked = { $field }: Das sind mehr, als eine Organisation an einem Tag fragen kann. Fragen Sie die übrigen morgen.
act-review_begun = Begutachtung einer Ausschreibung begonnen
act-review_scoring = Bewerten einer Ausschreibung begonnen
act-scores_locked = eigene Bewertungen festgeschrieben
act-review_locked = Begutachtung einer Ausschreibung abgeschlossen
act-review_left = aus dem Bewerten einer Ausschreibung ausgestiegen
act-review_left_out = ohne eine begutachtende Person weiterbewertet
review-waiting = { $count ->
    [one] { $shown } Projekt kann gelesen werden.
   *[other] { $shown } Projekte können gelesen werden.
}
review-given = Sie haben { $given } von { $of } Projekten bewertet.
review-withdrawn = { $count ->
    [one] { $shown } Projekt, das Sie bewertet haben, wurde zurückgezogen und zählt nicht mehr.
   *[other] { $shown } Projekte, die Sie bewertet haben, wurden zurückgezogen und zählen nicht mehr.
}
review-no-part = Sie bewerten hier nicht mit.
review-join = Mitbewerten
review-join-there = Über die Liste können Sie doch mitbewerten; die anderen warten dann auch auf Ihre Bewertungen.
review-rules-changed = { $count ->
    [one] Die Bedingungen dieser Ausschreibung wurden { $shown }-mal geändert, seit diese Decknamen ausgelost sind. Urteile, die sich damit geändert haben, verraten etwas über die Antragstellenden.
   *[other] Die Bedingungen dieser Ausschreibung wurden { $shown }-mal geändert, seit diese Decknamen ausgelost sind. Urteile, die sich damit geändert haben, verraten etwas über die Antragstellenden.
}
review-earlier = Frühere Begutachtungen dieser Ausschreibung
review-earlier-says = Sie sehen die Begutachtungen, an denen Sie beteiligt waren: Bewertungen, Notizen und die Namen, die Sie damals geöffnet haben. Solange eine Ausschreibung bewertet wird, die Sie begutachten, bleiben Namen auch hier zu.
review-earlier-none = Es gibt keine frühere Begutachtung, an der Sie beteiligt waren.
review-earlier-number = Begutachtung { $number }
review-again-title = Eine weitere Begutachtung beginnen?
review-again-says = Für alle Projekte dieser Ausschreibung werden neue Decknamen ausgelost, und die Liste zeigt von da an die neue Begutachtung. Bewertungen, Notizen und geöffnete Namen der bisherigen bleiben erhalten: Wer an ihr beteiligt war, findet sie unter „Frühere Begutachtungen dieser Ausschreibung“. Das lässt sich nicht rückgängig machen.
review-lock-title = Bewertungen jetzt festschreiben?
review-lock-unscored = { $count ->
    [one] { $shown } Projekt haben Sie noch nicht bewertet. Nach dem Festschreiben können Sie es nicht mehr bewerten.
   *[other] { $shown } Projekte haben Sie noch nicht bewertet. Nach dem Festschreiben können Sie sie nicht mehr bewerten.
}
review-to-score = Auf Ihre Bewertungen wird gewartet
review-to-score-says = Bei diesen Ausschreibungen hat das Bewerten begonnen, und Sie sind beteiligt. Bis Sie festschreiben oder sich gegen das Mitbewerten entscheiden, öffnet sich für niemanden, der die Ausschreibung begutachtet, ein Name.
results-title = Alle Projekte mit allen Bewertungen
results-project = Projekt
results-no-score = keine
results-withdrawn = zurückgezogen
candidate-opened-title = Das Projekt: { $title }
candidate-no-page = Eine öffentliche Seite hat es nicht.
candidate-opened-next = Die Organisation sieht, dass der Name geöffnet wurde, bei welcher Ausschreibung und warum. Eine Adresse zeigt Ihnen dieses Programm nicht: Schreiben Sie ihr dorthin, wo sie selbst öffentlich erreichbar ist.
failure-call-scored = Diese Ausschreibung wird gerade bewertet
failure-call-scored-says = Solange eine Ausschreibung bewertet wird, lässt sich nichts ändern, was darüber entscheidet, wer sich bewerben darf: Die Urteile würden verraten, wo Antragstellende eingetragen sind und seit wann. Warten Sie, bis alle Bewertungen feststehen. Muss ein Fehler in den Bedingungen vorher berichtigt werden, müssen sich zuerst alle Beteiligten gegen das Mitbewerten entscheiden; dann werden die Projekte wieder gelesen. Alles andere an der Ausschreibung lässt sich jederzeit ändern.
failure-scores-locked = Sie haben Ihre Bewertungen festgeschrieben
failure-scores-locked-says = Es wurde nichts gespeichert. Festgeschriebene Bewertungen und Notizen kann niemand mehr ändern.
failure-scoring-over = Das Bewerten ist abgeschlossen
failure-scoring-over-says = Es wurde nichts gespeichert: Alle Bewertungen dieser Begutachtung stehen fest.
failure-no-part = Sie bewerten hier nicht mit
failure-no-part-says = Es wurde nichts gespeichert. Wenn Sie bewerten möchten, wählen Sie über der Projektliste „Mitbewerten“; die anderen warten dann auch auf Ihre Bewertungen.
failure-withdrawn = Dieses Projekt wurde zurückgezogen
failure-withdrawn-says = Geldgebern wird es nicht mehr gezeigt. Niemand muss es bewerten, und es zählt nicht mehr mit.
act-review_joined = beim Bewerten einer Ausschreibung wieder eingestiegen
import-held = Wird bewertet
import-held-says = Diese Ausschreibung wird gerade bewertet, und die Datei ändert ihre Bedingungen: Sie bleibt, wie sie ist. Importieren Sie die Datei noch einmal, wenn alle Bewertungen feststehen.
sharing-texts = Die Texte, Wort für Wort so, wie Begutachtende sie lesen
sharing-texts-says = Lesen Sie sie einmal mit fremden Augen. Entfernt wird nur, was in diesem Programm als Name eingetragen ist oder wie eine Adresse oder Nummer aussieht. Jeder andere Name steht für alle lesbar da.
sharing-no-people = Es ist niemand eingetragen, der öffentlich mit Ihrer Organisation verbunden ist. Solche Namen bleiben in diesen Texten stehen.
sharing-no-aliases = Andere Namen Ihrer Organisation sind nicht eingetragen: keine Kurzform, kein früherer Name, kein Name in einer anderen Sprache. Sie bleiben in diesen Texten stehen.
sharing-gone = Nicht mehr
sharing-gone-says = nichts
sharing-opened-says = Wer begutachtet und den Namen gegen Angabe eines Grundes öffnet, sieht den Namen der Organisation und den Titel.
sharing-rules-says = Ein Geldgeber kann die Bedingungen seiner Ausschreibung ändern, nur nicht, während sie bewertet wird. Wer sie ändert und die Urteile beobachtet, kann daraus erfahren, in welchem Land Antragstellende eingetragen sind und seit wann. Wer begutachtet, sieht, wie oft die Bedingungen geändert wurden.
sharing-coalition-none = Ihre Organisation gehört noch keinem Bündnis an: Auf ihrer eigenen Seite kann sie eines gründen oder einem zustimmen.
organisation-coalition-agree-says = Wenn Sie zustimmen, sehen alle Mitglieder den Namen Ihrer Organisation und Sie die Namen der anderen. Vorher sehen sie weder Ihren Namen noch, ob Sie dies gelesen haben.
organisation-coalition-decline = Ablehnen
organisation-coalition-leave-title = Dieses Bündnis verlassen?
organisation-coalition-leave-says = Sie sehen dann die Projekte nicht mehr, die andere diesem Bündnis zeigen, und die anderen Ihre nicht mehr. Den Namen Ihrer Organisation kennen sie weiterhin. Zurück kommen Sie nur, wenn jemand Sie wieder fragt.
wrong-code-name-line = Zeile { $line }: So schreibt sich kein Deckname: „{ $found }“. Ein Beispiel: „Alnus 042“.
review-lock-later = Sie können festschreiben, sobald Sie eine Bewertung abgegeben haben.
review-lock-final = Alle Projekte haben Ihre Bewertung. Danach kann niemand mehr Ihre Bewertungen und Notizen ändern, auch Sie nicht.
review-set-says = Zu dieser Begutachtung gehören die Projekte, die Förderer bei Beginn der Bewertung sehen konnten; was später geteilt wird, kommt in die nächste.
review-leave-title = Nicht an der Bewertung teilnehmen?
review-leave-later = Sie nehmen gerade nicht an der Bewertung teil, oder Ihre Bewertungen sind schon festgeschrieben.
review-leave-says = { $count ->
    [0] Die anderen warten nicht mehr auf Sie. Solange sie bewerten, können Sie zurückkommen.
    [one] { $shown } Bewertung von Ihnen wird mit ihrer Notiz gelöscht. Die anderen warten nicht mehr auf Sie; solange sie bewerten, können Sie zurückkommen und von vorn beginnen.
   *[other] { $shown } Bewertungen von Ihnen werden mit ihren Notizen gelöscht. Die anderen warten nicht mehr auf Sie; solange sie bewerten, können Sie zurückkommen und von vorn beginnen.
}
sharing-public-texts = Was alle lesen werden
sharing-public-says = Die öffentliche Seite zeigt den Titel und die Texte genau so, wie Sie sie geschrieben haben, mit allen Namen darin. Jeder kann sie kopieren, und keine spätere Änderung holt eine Kopie zurück.
sharing-public-inside = Das Projekt hat Menschen vor Ort: { $countries }. Achten Sie auf Namen, Orte und Nummern, über die jemand gefunden werden könnte.
