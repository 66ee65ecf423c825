# What the commands for the shared archive say.

archive-ready = Das Archiv { $target } ist bereit
archive-holds-real = Es nimmt echte Sitzungen auf
archive-holds-invented = Es nimmt erfundene Sitzungen auf
archive-sealed = Die Pakete werden versiegelt
archive-pushed = { $package } liegt im Archiv
archive-pushed-pending = { $package } liegt im Archiv, als Arbeitsfassung: die Rückbestätigung steht aus
archive-already = { $package } lag schon im Archiv
archive-superseded = Zurückgenommen, weil seither etwas gestrichen wurde: { $packages }
archive-unrecorded = { $package } liegt im Archiv, aber das steht nicht in der Sitzung: { $reason }
archive-not-pushed = { $session } ging nicht ins Archiv: { $reason }
archive-nothing = In dieser Studie gibt es keine Sitzung für das Archiv
archive-name-sessions = die Sitzungen müssen genannt werden
archive-name-sessions-hint = Eine oder mehrere nennen, oder alle nehmen: --all
archive-empty = Das Archiv ist leer
archive-head-package = Paket
archive-head-state = Stand
archive-head-level = Fassung
archive-head-bytes = Bytes
archive-head-guide = Leitfaden
archive-state-there = da
archive-state-pending = da, Rückbestätigung steht aus
archive-state-missing = fehlt
archive-state-withdrawn = zurückgenommen
archive-state-superseded = durch eine spätere Fassung ersetzt
archive-orphan = Ohne Eintrag im Katalog: { $package }
archive-orphan-hint = Eine Übergabe wurde unterbrochen, oder der Server hat einen Eintrag überschrieben: die Sitzung noch einmal übergeben, oder das Paket zurücknehmen mit archive withdraw
archive-unreadable = Der Eintrag { $entry } ist nicht zu lesen: { $reason }
archive-problem = { $package }: { $problem }
archive-pulled = Studie zum Lesen: { $path }
archive-pulled-hint = Öffnen mit: leitfaden --study { $path }
archive-not-pulled = { $package } wurde nicht übernommen: { $reason }
archive-mixed-guide = Die Sitzungen folgten mehreren Fassungen des Leitfadens { $guide }; in der Studie liegt eine davon
archive-withdrawn = { $package } ist zurückgenommen
archive-keeps-nothing = Der Speicher behält keine früheren Fassungen
archive-keeps-versions = Der Speicher behält Fassungen; sie wurden mit entfernt
archive-keeps-unknown = Papierkorb, Fassungen und Sicherungen des Servers oder des Ordners können noch eine Kopie enthalten: dort nachsehen
archive-doctor-reads = Was hingelegt wird, ist sofort zu lesen
archive-doctor-create-only = Eine Datei wird nie über eine andere gelegt
archive-doctor-races = Von acht zugleich gewinnt genau einer: { $decided } von { $of } Malen
archive-races-hint = Zwei, die im selben Augenblick verschiedene Fassungen derselben Sitzung übergeben, können sich hier überholen; archive list nennt dann das Paket, das seinen Eintrag verlor
archive-doctor-removes = Was entfernt wird, ist weg
archive-unsafe = das Archiv hält nicht, worauf das Übergeben beruht
archive-unsafe-hint = Einzeln übergeben, nie zwei Personen zugleich, und danach prüfen: leitfaden archive verify
archive-open = das Archiv { $target } kann nicht benutzt werden
archive-attempt = { $target }: { $name } kann nicht { $attempt } werden
archive-attempt-prepare = angelegt
archive-attempt-list = aufgelistet
archive-attempt-read = gelesen
archive-attempt-create = hingelegt
archive-attempt-remove = entfernt
archive-the-archive = das Archiv
archive-cause-unreachable = der Server ist nicht zu erreichen ({ $reason })
archive-cause-slow = der Server antwortet nicht rechtzeitig
archive-cause-untrusted = dem Zertifikat des Servers ist nicht zu trauen ({ $reason })
archive-cause-denied = der Server lässt diesen Zugang nicht zu ({ $status })
archive-cause-denied-hint = Name und Passwort setzen: { $variables }
archive-cause-no-place = den Ort gibt es auf dem Server nicht
archive-cause-locked = die Datei ist auf dem Server gesperrt
archive-cause-full = im Archiv ist kein Platz mehr
archive-cause-answer = der Server antwortet mit { $status }
archive-cause-unintelligible = die Antwort des Servers ist nicht zu verstehen
archive-cause-damaged = was zurückgelesen wurde, ist nicht, was gesendet wurde
archive-cause-still-there = die Datei wurde gelöscht und ist immer noch da
archive-cause-too-large = die Datei ist grösser als erwartet
archive-cause-local = das Paket ist auf diesem Rechner nicht zu lesen ({ $reason })
archive-again-hint = Den Befehl noch einmal geben: was schon dort ist, wird nicht doppelt hingelegt
archive-address-malformed = keine Adresse; eine Adresse ist ein Ordner oder { $forms }
archive-address-credentials = eine Adresse enthält weder Name noch Passwort, sie stünden sonst in der Shell
archive-address-unencrypted = unverschlüsselt geht es nur zu diesem Rechner; webdavs:// oder https:// nehmen
archive-address-no-endpoint = einer s3-Adresse fehlt { $field }
archive-unsealed = andere können es lesen, und es sind keine Empfänger eingetragen
archive-unsealed-hint = In config.ron beim Archiv recipients eintragen: die öffentlichen Schlüssel (age1…)
archive-no-name-key = das Wort fehlt, mit dem die Namen versiegelter Pakete gebildet werden
archive-no-name-key-hint = Es in { $variable } setzen; alle, die in dasselbe Archiv übergeben, nehmen dasselbe
archive-no-key-file = die Schlüsseldatei { $path } gibt es nicht
archive-seal-recipient = Empfänger { $number } ist kein öffentlicher Schlüssel (age1…)
archive-seal-no-recipient = es gibt keinen Empfänger
archive-seal-identity = Zeile { $number } der Schlüsseldatei ist kein Schlüssel (AGE-SECRET-KEY-1…)
archive-seal-short-key = das Wort für die Namen ist kürzer als 16 Zeichen
archive-seal-not-for-us = es wurde für andere Schlüssel versiegelt
archive-seal-no-identity = es ist versiegelt, und es ist kein Schlüssel da, der es öffnet
archive-seal-no-identity-hint = In config.ron beim Archiv key_file eintragen
archive-seal-damaged = es wurde verändert oder nie versiegelt
archive-not-set-up = das Archiv { $target } ist noch nicht eingerichtet
archive-not-set-up-hint = Einrichten: leitfaden archive init { $target }
archive-mark-unreadable = die Datei leitfaden-archive.json des Archivs ist nicht zu lesen
archive-otherwise = das Archiv { $target } wurde anders eingerichtet, als es hier eingetragen ist
archive-otherwise-is = eingerichtet: { $readers }, { $sealed }, { $holds }
archive-readers-project = nur das Projekt liest
archive-readers-others = auch andere lesen
archive-is-sealed = versiegelt
archive-is-open = nicht versiegelt
archive-is-real = echte Sitzungen
archive-is-invented = erfundene Sitzungen
archive-otherwise-hint = Den Eintrag in config.ron angleichen, oder ein anderes Archiv einrichten
archive-later-program = ein späteres Programm hat sie geschrieben (Version { $version })
archive-foreign-file = keine Datei dieses Programms
archive-other-guide = der Leitfaden { $guide } liegt nicht in der Fassung vor, nach der das Interview geführt wurde
archive-wrong-kind-invented = sie ist erfunden, und dieses Archiv nimmt echte Sitzungen auf
archive-wrong-kind-real = sie ist echt, und dieses Archiv nimmt erfundene Sitzungen auf
archive-pack = das Paket kann nicht gemacht werden ({ $reason })
archive-pending-not-taken = mit ausstehender Rückbestätigung geht sie nur in ein versiegeltes Archiv des Projekts
archive-conflict = { $package } ist im Archiv ein anderes Paket; nichts wurde überschrieben
archive-conflict-hint = Nachsehen, wer es übergab: leitfaden archive list; daneben legen: --beside
archive-taken-back = { $package } wurde aus dem Archiv zurückgenommen
archive-no-package = es ist kein Paket dieses Programms
archive-other-digest = es enthält anderes, als sein Name sagt
archive-problem-checksum = andere Bytes, als sein Eintrag sagt
archive-problem-still-there = zurückgenommen und noch da: leitfaden archive withdraw noch einmal geben
archive-changed = es ist nicht, was der Katalog sagt
archive-content-unreadable = Sitzung oder Leitfaden darin sind nicht zu lesen
archive-unknown-package = das Paket { $package } gibt es im Archiv nicht
archive-unknown-package-hint = Alle zeigt: leitfaden archive list { $target }
bag-valid = Der Bag ist vollständig und unverändert (BagIt { $version }, { $algorithms })
bag-broken = Der Bag ist nicht, was er zu sein behauptet
bag-unreadable = der Bag { $path } kann nicht gelesen werden
bag-whole = der ganze Bag
bag-no-declaration = bagit.txt fehlt
bag-bad-declaration = bagit.txt ist nicht geschrieben, wie es die Version verlangt
bag-byte-order-mark = bagit.txt beginnt mit einer Bytereihenfolge-Marke
bag-unknown-version = unbekannte Version { $value }
bag-unknown-encoding = unbekannte Zeichenkodierung { $value }
bag-no-payload-folder = der Ordner data fehlt
bag-no-manifest = kein Manifest, dessen Prüfsummen bekannt sind
bag-unknown-algorithm = unbekannte Prüfsummen { $value }; nicht geprüft
bag-not-in-encoding = nicht in der Kodierung, die der Bag angibt
bag-bad-line = Zeile { $value } ist keine
bag-bad-checksum = Zeile { $value }: keine Prüfsumme dieser Art
bag-out-of-scope = Zeile { $value }: der Name führt hinaus
bag-dot-slash = Zeile { $value }: der Name beginnt mit ./
bag-star = Zeile { $value }: ein Stern vor dem Namen
bag-listed-twice = steht zweimal in der Liste, gleich
bag-not-unique = steht zweimal in der Liste
bag-listed-differently = steht zweimal in der Liste, verschieden
bag-name-differs = die Datei heisst { $value }
bag-missing = fehlt
bag-not-fetched = wurde nicht geholt
bag-system-file-missing = fehlt, eine Datei des Systems
bag-not-listed = steht in keiner Liste
bag-not-in-every-manifest = steht nicht im Manifest { $value }
bag-changed = wurde verändert ({ $value })
bag-file-unreadable = kann nicht gelesen werden
bag-bad-oxum = Payload-Oxum ist keines
bag-oxum-twice = Payload-Oxum steht mehrmals
bag-oxum-differs = Payload-Oxum stimmt nicht: es sind { $value }
bag-manifest-unlisted = steht in keiner Liste der Begleitdateien
bag-link = eine Verknüpfung; sie wird nicht verfolgt
bag-not-text = der Name ist kein Text
bag-path-trick = der Name führt aus dem Ordner hinaus
bag-beside-bag = liegt neben dem Bag
bag-two-of-one-name = zwei Dateien desselben Namens
bag-overlap = Dateien, die sich überschneiden
bag-encrypted = verschlüsselt
bag-too-large = grösser, als gelesen wird
bag-too-many = mehr Dateien, als gelesen werden
bag-damaged-zip = das Zip ist beschädigt
archive-leftovers = { $count ->
        [one] Eine Übergabe wurde unterbrochen; ein Rest liegt in incoming
       *[other] { $count } Übergaben wurden unterbrochen; Reste liegen in incoming
    }
archive-verified = { $count ->
        [one] Ein Paket geprüft, in Ordnung
       *[other] { $count } Pakete geprüft, alle in Ordnung
    }
archive-pulled-count = { $count ->
        [one] Ein Paket übernommen
       *[other] { $count } Pakete übernommen
    }
archive-pulled-taken-back = { $count ->
        [one] Ein zurückgenommenes Paket ist nicht dabei
       *[other] { $count } zurückgenommene Pakete sind nicht dabei
    }
bag-counted = { $count ->
        [one] Eine Datei
       *[other] { $count } Dateien
    }
