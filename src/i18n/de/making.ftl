# Leitfäden, die beginnen: neu, aus einem Codebuch, aus Markdown; und der Vergleich von zweien.

guide-same = Die Leitfäden sagen dasselbe
guide-moved = steht an anderer Stelle
guide-made = { $path }: { $blocks ->
        [one] 1 Block
       *[other] { $blocks } Blöcke
    }, { $topics ->
        [one] 1 Thema
       *[other] { $topics } Themen
    }, { $codes ->
        [one] 1 Code
       *[other] { $codes } Codes
    }
guide-made-language = Sprache des Leitfadens: { $language }; eine andere wählt --guide-lang
guide-made-hint = Im Texteditor weiterschreiben; was fehlt, sagt: leitfaden guide check { $path }
guide-exists-hint = Ein Leitfaden wird nie überschrieben; einen anderen Namen wählen
guide-unknown-kind = { $path } ist weder ein Codebuch noch Markdown
guide-unknown-kind-hint = Gelesen werden Dateien, die auf .qdc oder .md enden
guide-not-taken-over = { $path } lässt sich nicht übernehmen
guide-makes-none = was gelesen wurde, ergibt keinen gültigen Leitfaden
guide-to-write-title = Neuer Leitfaden
guide-to-write-block = Erster Block
guide-to-write-goal = Wozu dieser Block gefragt wird (noch zu schreiben).
guide-to-write-topic = Erstes Thema
guide-to-write-question = Offene Hauptfrage (noch zu schreiben)?
guide-to-write-controller = die verantwortliche Institution (noch zu schreiben)
import-no-xml = kein XML bei Byte { $at }
import-no-codebook = die Datei enthält kein Codebuch (CodeBook)
import-no-name = der Code bei Byte { $at } hat keinen Namen
import-empty = das Codebuch ist leer
import-too-deep = die Codes stehen zu tief ineinander
import-too-many = es sind zu viele Codes
import-second-title = Zeile { $line }: ein Leitfaden hat einen Titel (#)
import-topic-outside-block = Zeile { $line }: ein Thema (###) steht in einem Block (##)
import-list-outside-topic = Zeile { $line }: eine Liste enthält die Nachfragen eines Themas (###) oder Codes
import-second-question = Zeile { $line }: ein Thema hat eine Hauptfrage; alles Weitere ist eine Nachfrage (-) oder ein Hinweis (>)
import-no-code = Zeile { $line }: ein Code ist eine Kennung in Gravis-Zeichen und eine Bezeichnung: «- `a.b` Bezeichnung»
import-empty-heading = Zeile { $line }: die Überschrift ist leer
import-no-minutes = Zeile { $line }: Minuten sind Zahlen, vor Ort und am Telefon: (10/8)
import-heading-too-deep = Zeile { $line }: unter einem Thema (###) steht keine Überschrift
import-no-block = der Text hat keinen Block (##)
guide-sets-left-out = { $count ->
        [one] Eine Gruppe von Codes blieb weg; ein Leitfaden kennt keine
       *[other] { $count } Gruppen von Codes blieben weg; ein Leitfaden kennt keine
    }
