//! Which numbers, accounts, dates and handles identify somebody.

use super::*;

/// Texts and the number in each that is somebody's.
const NUMBERS: &[(&str, &str)] = &[
    ("Kundennummer 4711-22", "4711-22"),
    ("Mitglied Nr. 10342", "10342"),
    ("Kennzeichen LÖ-AB 1234", "LÖ-AB 1234"),
    ("n° client : 88 231", "88 231"),
    ("licence plate BS 123 456", "BS 123 456"),
    ("lieferantennr 70448", "70448"),
    ("versichertennr 80756 0034 1187", "80756 0034 1187"),
    ("Kundennr bei der Mautstelle TC 5590 3317", "TC 5590 3317"),
    ("kundennr bei feinwerk 400871-22", "400871-22"),
    ("carte no 19-207-883", "19-207-883"),
    ("Aktenzeichen 412 OWi 2231/23", "412 OWi 2231/23"),
    ("Geschäftszahl 3 C 211/25p", "3 C 211/25p"),
    ("zvr 719004318", "719004318"),
    ("parz. 1184", "1184"),
    ("zürich, kreditoren-nr 70441", "70441"),
    ("tankkarte nr 7002 1188 04", "7002 1188 04"),
    ("Personalausweis L8T3 77 K02", "L8T3 77 K02"),
    ("tel siehe oben, az 26-0417/ro. petersen", "26-0417/ro"),
    ("Lieferantennummer bei Iseli: 40077", "40077"),
    (
        "Die Lieferantennummer des Hofs, 83 004 17, ist bekannt",
        "83 004 17",
    ),
    ("versichert, suva-nr 22.40817.5. meldung", "22.40817.5"),
    ("Ich lese: Fall 2023-118-4.", "2023-118-4"),
    (
        "kdnr gemeinde siblingen bitte nicht notieren (4411-02, zu spät)",
        "4411-02",
    ),
    ("aufenthalt: kurz, zemis 19 555 204.6", "19 555 204.6"),
    ("ide CHE-114.557.203", "CHE-114.557.203"),
    ("tel oben, compte client 77801", "77801"),
    ("bulletin de livraison 2024-1187", "2024-1187"),
    ("n° de lot HS-77-041, dito", "HS-77-041"),
    ("mise en poursuite 2 118 044, me", "2 118 044"),
    ("inscrits : coureuse dossard 1147 vanessa", "1147"),
    ("supplier no. for us = 70-31185, orders", "70-31185"),
    ("client code at good ground: GG/CH/0027, disc", "GG/CH/0027"),
    ("have a file, DRE/VS 2019-447, which", "DRE/VS 2019-447"),
    ("quote no IfS-1182/25", "IfS-1182/25"),
    ("file ref always: OfC-E/2291. applicant", "OfC-E/2291"),
    ("per land register ez 1182", "1182"),
    ("siret toits du sundgau: 84120733500017;", "84120733500017"),
    ("machine 3 sn TR26-00871, at", "TR26-00871"),
    ("5 per coach, pass DE 431-310488, vet", "DE 431-310488"),
    ("opinion ref PE/24-0815/ta, by", "PE/24-0815/ta"),
    ("lot : réf. client PJ-33, dito", "PJ-33"),
    ("vans: LU 204 881, dito", "LU 204 881"),
    ("company car SO 91 204", "SO 91 204"),
    ("truck IL 604 GK, telfs", "IL 604 GK"),
    ("His plate, B-ALP 12, is well known", "B-ALP 12"),
    ("licence plate tractor B-MILCH 7. hero", "B-MILCH 7"),
    ("vehicule : vw t5 plaque fr 118 402, chassis", "fr 118 402"),
    ("im lkw VI-628 KT", "VI-628 KT"),
    ("mit mitgliedsausweis nf 0093", "nf 0093"),
    ("halter steht in akte vk 12/0883", "vk 12/0883"),
    ("akte ge-0417/23, mutter", "ge-0417/23"),
    ("fahrer lustig, wagen b-412 vx", "b-412 vx"),
    ("fährt jetzt taxi, lö-tx 77. traurig", "lö-tx 77"),
    ("leihschein L 0912 seit märz", "L 0912"),
    ("assurance pol. 77.201.4", "77.201.4"),
    ("carte de membre bt-117", "bt-117"),
    ("dossier pol-2022-09 au tribunal", "pol-2022-09"),
    ("abonnement RDP 0047 118, panne", "RDP 0047 118"),
    ("plaque ga 204 lk", "ga 204 lk"),
    ("caution 400 euros, bon n° 0056231, chèque", "0056231"),
    ("nuno roule en LX 7741, épave", "LX 7741"),
    (
        "plate of the shared van, in case of damage: JU 41 702",
        "JU 41 702",
    ),
    ("docket 4 O 117/22, settled", "4 O 117/22"),
    ("zulassung leihwagen fürs messeteam LL-482 KB", "LL-482 KB"),
    ("kennz. firmenauto SO 118 407, nicht", "SO 118 407"),
    ("der kurier hat kz lö qs 77, schranke", "lö qs 77"),
    ("kz. lö-bd 4471 steht da", "lö-bd 4471"),
    ("the plate DO 62 KF across the gate", "DO 62 KF"),
    ("Verwendungszweck ist 412/1877.", "412/1877"),
    ("convention AD/17-204, signée", "AD/17-204"),
    ("aktenzeichen zoll STR-PV 2291/24", "STR-PV 2291/24"),
    ("quittung nr. BS-0088 liegt", "BS-0088"),
    ("steuernr. verein 138/111/70422, bitte", "138/111/70422"),
    ("card SB 0412, renew", "SB 0412"),
    ("en suspens, réf. PR-33/IT", "PR-33/IT"),
    ("Carte de presse n° 118 402, elle", "118 402"),
    (
        "file ref for the data agreement CA/2018/0093, copy",
        "CA/2018/0093",
    ),
    (
        "customs no. for stone recycling: GB 417 2209 16 000",
        "GB 417 2209 16 000",
    ),
    ("trainee complaint, file AL/2022/15, name", "AL/2022/15"),
    (
        "IBAN CH94 0076 2011 6238 5295 7",
        "CH94 0076 2011 6238 5295 7",
    ),
    (
        "iban donné pour remboursement : FR76 3000 4028 3798 7654 3210 943",
        "FR76 3000 4028 3798 7654 3210 943",
    ),
    ("AHV 756.9217.0769.84", "756.9217.0769.84"),
    ("clé C-117 à rendre au concierge", "C-117"),
    ("VAT IE 4417780 TH, for customs", "IE 4417780 TH"),
    ("tva it 11873400017, resto", "it 11873400017"),
];

/// Texts in which no number is anybody's.
const NO_NUMBERS: &[&str] = &[
    "Mitglied seit 2016",
    "112 Mitglieder",
    "member since 2016",
    "client 12",
    "Tarifnummer 1901",
    "Nr. 2019-2021",
    "mit dem LKW 120 km",
    "im Fall KMU 2020 und im Fall CH-2019",
    "die Norm Nr. EN 12464, code ISO 9001",
    "Art.-Nr. 40718 steht auf der Packung",
    "client 2019-2021",
    "das Auto kostete CHF 32 500",
    "car PME 2019 en baisse, car UE 300 emplois",
    "mit dem Bus TNW 2023 gezählt",
    "l'ordre de 300 000 francs",
    "code postal 68300",
    "Die Kundennummer wurde, 2019 eingeführt",
    "ticket suisse 2019, suva 2019",
    "Kanton ZH 120 000 Einwohner",
    "Firma AG 120 MA",
    "Punkt Nr. 3, 4000 Franken",
    "streitpunkt mwst: 2019 doppelt bezahlt",
    "budget commun, cle 55/45, revue chaque annee",
    "jeden Tag steht er auf der A100 im Stau",
    "la clé est la D437, bouchée",
    "Grundstück: 1200 m2, Haus: 140 m2",
    "nach der Norm SN 640 829a",
    "chaired caf-v 2012-19",
    "litige lot 2024-11, film",
    "lot du 6 : 41 m3",
    "dossier mi-2019, dito",
    "contrat de 2019-2021, mitgliedsausweis bis 2024",
    "im auto zu-zweit 2 Stunden",
    "card ab 120 euro, vertrag ab 2 jahren",
    "le n° 4, roule en 2019",
    "vertrag ab 01.02.2020, police vom 3.4.2020, dossier du 03/04/21",
    "register der 12 Firmen, im Vertrag von 2019/20",
];

fn found(text: &str) -> Vec<(&str, Kind)> {
    let mut found = Vec::new();
    find(text, &mut found);
    found
        .into_iter()
        .filter_map(|detection| Some((text.get(detection.span)?, detection.kind)))
        .collect()
}

#[test]
fn accounts_have_right_check_digits_or_their_own_groups() {
    assert_eq!(
        found("IBAN CH93 0076 2011 6238 5295 7, dann weiter"),
        [("CH93 0076 2011 6238 5295 7", Kind::Iban)]
    );
    assert_eq!(
        found("auf DE89370400440532013000."),
        [("DE89370400440532013000", Kind::Iban)]
    );
    let slip = "CH94 0076 2011 6238 5295 7";
    assert_eq!(found(slip), [(slip, Kind::Number)]);
    assert_eq!(found("CH9400762011623852957"), []);
    assert_eq!(found("DE12 2024 2025 und DE44 8505 0100"), []);
}

#[test]
fn insurance_numbers_have_a_right_check_digit_or_their_own_groups() {
    assert_eq!(
        found("AHV 756.9217.0769.85"),
        [("756.9217.0769.85", Kind::Ahv)]
    );
    let slip = "756.9217.0769.84";
    assert_eq!(found(slip), [(slip, Kind::Number)]);
    assert_eq!(found("7569217076984"), []);
}

#[test]
fn dates_of_birth_need_a_word_that_says_so() {
    for (text, date) in [
        ("geb. 3.4.1970 in Olten", "3.4.1970"),
        ("née le 12 mars 1971", "12 mars 1971"),
        ("born on March 3, 1970", "March 3, 1970"),
        ("DOB: 1970-04-03", "1970-04-03"),
        ("Geburtsdatum der Patientin (19.08.1957)", "19.08.1957"),
        ("jg 1941 (3.2.41)", "3.2.41"),
        ("geb.dat. 21/12/1983 gemäss formular", "21/12/1983"),
        ("j. rochat, n. 30/12/39", "30/12/39"),
        ("p. gonin, n. 1941-06-02 - déclarer", "1941-06-02"),
        ("Ndeye Sow, n. le 09.07.1990", "09.07.1990"),
        ("iliès, né(e) 27-05-2011, domicile", "27-05-2011"),
        ("born sibiu, 11.VIII.1973, studied", "11.VIII.1973"),
        ("born 8.8.'73, room 214", "8.8.'73"),
        (
            "born on the twelfth of May 1959, same day",
            "twelfth of May 1959",
        ),
        ("née le 28 févr. 1977, caution", "28 févr. 1977"),
        ("Date de naissance : 11 / 06 / 1983.", "11 / 06 / 1983"),
        ("née un 1er mai 44, on fête", "1er mai 44"),
        (
            "Her date of birth is required for the transfer: 1972-02-29",
            "1972-02-29",
        ),
        ("ihr mann amadeu (1.11.1960) ist", "1.11.1960"),
        ("geb. ist er übrigens am 3. 9. 61, rechnet", "3. 9. 61"),
        ("nés tous deux la même année, lui le 21.2.1958", "21.2.1958"),
        ("lefort né en janvier 1948, pas", "janvier 1948"),
        ("he b. 12.xii.1983, she", "12.xii.1983"),
    ] {
        assert_eq!(found(text), [(date, Kind::Birth)], "{text}");
    }
    for text in [
        "gegründet am 3.4.1970",
        "seit dem 12. März 2019",
        "born in 1970",
        "Amadeu (1.11.2019) sagte zu",
        "die Gründung (1.11.1990) ist lange her",
        "n. 12, n. 2019, n. 3 im Plan",
        "Basel, 1.11.1990, Protokoll",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn only_the_date_of_birth_is_one_where_another_date_follows() {
    assert_eq!(
        found("Sie ist am 12.03.1961 geboren, die Sitzung war am 12.03.2009"),
        [("12.03.1961", Kind::Birth)]
    );
    assert_eq!(found("Jahrgang 1955, Sitzung am 12.03.2019"), []);
}

#[test]
fn numbers_need_a_word_that_says_whose() {
    for (text, number) in NUMBERS {
        assert_eq!(found(text), [(*number, Kind::Number)], "{text}");
    }
    for text in NO_NUMBERS {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn what_looks_like_a_found_number_is_one_too() {
    let text = "customer nos: bauer hagen höchst K-3007, witwe schobel K-3011, gut rheinhof K-3015";
    let numbers = ["K-3007", "K-3011", "K-3015"].map(|number| (number, Kind::Number));
    assert_eq!(found(text), numbers);
    let plates = ["LÖ-SU 4410", "LÖ-SU 4411"].map(|plate| (plate, Kind::Number));
    let vans = ["LU 204 881", "LU 77 310"].map(|plate| (plate, Kind::Number));
    assert_eq!(found("vans: LU 204 881, LU 77 310. one in garage"), vans);
    assert_eq!(found("plate LÖ-SU 4410, trailer LÖ-SU 4411"), plates);
}

#[test]
fn handles_are_told_from_addresses_and_sides() {
    assert_eq!(
        found("folgt @rhein_hub dort"),
        [("@rhein_hub", Kind::Handle)]
    );
    assert_eq!(found("anna@holz.ch @own @eig"), []);
}

#[test]
fn an_address_whose_signs_are_spelled_is_one_with_all_its_parts() {
    for (text, address) in [
        (
            "Mail an m.zorvex [at] korvent [punkt] de schicken",
            "m.zorvex [at] korvent [punkt] de",
        ),
        ("mail: zorvex (at) korvent.de.", "zorvex (at) korvent.de"),
        (
            "zorvex at korvent dot ch, bitte",
            "zorvex at korvent dot ch",
        ),
        ("a.zorvex[at]korvent[dot]com", "a.zorvex[at]korvent[dot]com"),
        (
            "zorvex (bei) korvent punkt de",
            "zorvex (bei) korvent punkt de",
        ),
        (
            "marie arobase zorvex point fr",
            "marie arobase zorvex point fr",
        ),
        (
            "marie point dupont (arobase) korvent (point) fr",
            "marie point dupont (arobase) korvent (point) fr",
        ),
        ("ZORVEX (AT) KORVENT", "ZORVEX (AT) KORVENT"),
        ("zorvex(@)korvent.pl", "zorvex(@)korvent.pl"),
    ] {
        let mut found = Vec::new();
        find(text, &mut found);
        let found = found.iter().filter(|find| find.kind == Kind::Email);
        let found: Vec<&str> = found
            .filter_map(|find| text.get(find.span.clone()))
            .collect();
        assert_eq!(found, [address], "{text}");
    }
}

#[test]
fn words_that_spell_no_address_stay() {
    for text in [
        "we met at korvent.ch yesterday",
        "sie ist (bei) Korvent",
        "er wohnt (a) hier",
        "that is the point",
        "at the point de départ",
        "Punkt (a) und Punkt (b)",
    ] {
        let mut found = Vec::new();
        find(text, &mut found);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}
