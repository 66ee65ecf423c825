//! Which words and figures are addresses.

use super::*;

fn found(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    find(text, &Sentence::of(text), &mut found);
    found
        .into_iter()
        .filter_map(|detection| text.get(detection.span))
        .collect()
}

#[test]
fn streets_with_numbers_are_found_with_their_town() {
    for (text, address) in [
        (
            "Sitz an der Rheingasse 12, 4058 Basel seit 2019",
            "Rheingasse 12, 4058 Basel",
        ),
        (
            "bureau 14 rue de la Gare, 68300 Saint-Louis",
            "14 rue de la Gare, 68300 Saint-Louis",
        ),
        ("at 7 Mill Lane since May", "7 Mill Lane"),
        ("Basler Str. 4a", "Basler Str. 4a"),
        ("Sitz in 79539 Lörrach", "79539 Lörrach"),
        ("au 4bis, chemin de la Combe", "4bis, chemin de la Combe"),
        (
            "Post an Hinterdorf 4, 8405 Winterthur",
            "Hinterdorf 4, 8405 Winterthur",
        ),
        ("bei Mühlematt 14 klingeln", "Mühlematt 14"),
        ("Büro Lindengasse 12/3/15 seit Mai", "Lindengasse 12/3/15"),
        (
            "In der Au 5, 79713 Bad Säckingen",
            "In der Au 5, 79713 Bad Säckingen",
        ),
        ("Sitz Im Grien 12 in Basel", "Im Grien 12 in Basel"),
        ("post an eystrasse 12, sumiswald", "eystrasse 12, sumiswald"),
        (
            "bäckerei, hauptstr. 41, laufen. nebel",
            "hauptstr. 41, laufen",
        ),
        (
            "bösiger, aarburgerstr. 6, 4600 olten, gratis",
            "aarburgerstr. 6, 4600 olten",
        ),
        ("at 4 Cooper's Row since May", "4 Cooper's Row"),
        (
            "mail to Unit 6, Cecil Street, Newry BT35 6AU, mark it",
            "Unit 6, Cecil Street, Newry BT35 6AU",
        ),
        (
            "postal address unit 6 canal mills, leeds LS12 2QF",
            "unit 6 canal mills, leeds LS12 2QF",
        ),
        (
            "hands me 3 Abbey Wynd, Melrose TD6 9LB, handwritten",
            "3 Abbey Wynd, Melrose TD6 9LB",
        ),
        (
            "chez sa sœur, via alla Chiesa 9, 6690 Cavergno.",
            "via alla Chiesa 9, 6690 Cavergno",
        ),
        (
            "to 4 Cooper's Row, Wrexham LL13 8TT",
            "4 Cooper's Row, Wrexham LL13 8TT",
        ),
        (
            "go to 12 rue des Meuniers, 68470 Fellrange, cold",
            "12 rue des Meuniers, 68470 Fellrange",
        ),
        (
            "Obere Au 12, D-79713 Bad Säckingen",
            "Obere Au 12, D-79713 Bad Säckingen",
        ),
        ("Clarastrasse Nr. 12", "Clarastrasse Nr. 12"),
        (
            "büro lörrach brombacher str. 91 seit mai",
            "brombacher str. 91",
        ),
        (
            "bei robert-koch-str 45, 03222 luebbenau",
            "robert-koch-str 45, 03222 luebbenau",
        ),
        (
            "Kanzlei am Rathausplatz 9 in 5080 Laufenburg",
            "Rathausplatz 9 in 5080 Laufenburg",
        ),
        (
            "Ferdinandstraße 14, 15230 Frankfurt (Oder)",
            "Ferdinandstraße 14, 15230 Frankfurt (Oder)",
        ),
        (
            "werkstatt mattstrasse 12, sumiswald",
            "mattstrasse 12, sumiswald",
        ),
        (
            "post an gargellen 118a, 6787 gargellen",
            "gargellen 118a, 6787 gargellen",
        ),
        ("a déménagé impasse du Puits", "impasse du Puits"),
    ] {
        assert_eq!(found(text), [address], "{text}");
    }
}

#[test]
fn streets_are_found_in_small_letters_and_without_a_number() {
    for (text, address) in [
        (
            "soulier, 7 rue du sauvage, 68100 mulhouse. cher",
            "7 rue du sauvage, 68100 mulhouse",
        ),
        ("chez lui 5 rue des vergers", "5 rue des vergers"),
        (
            "plasturgie, route de la gare 17, 1530 payerne, lunch",
            "route de la gare 17, 1530 payerne",
        ),
        ("maison rue des tilleuls", "rue des tilleuls"),
        (
            "adresse 4975 Suben, Etzelshofen 12",
            "4975 Suben, Etzelshofen 12",
        ),
        (
            "Besuch: Dr.-Georg-Schaeffler-Straße 31, 77933 Lahr, Halle 4",
            "Dr.-Georg-Schaeffler-Straße 31, 77933 Lahr, Halle 4",
        ),
        ("in der ötlinger strasse neben", "ötlinger strasse"),
        ("einfahrt über passwangstrasse, hinten", "passwangstrasse"),
        ("Büro Grand-Rue 18, 3280 Morat", "Grand-Rue 18, 3280 Morat"),
        ("Husova 8, 692 01 Mikulov", "Husova 8, 692 01 Mikulov"),
        (
            "friedrichstrasse 55, 79618 rheinfelden (baden)",
            "friedrichstrasse 55, 79618 rheinfelden (baden)",
        ),
        (
            "ZA Sous-Roches, 25190 Dampjoux",
            "ZA Sous-Roches, 25190 Dampjoux",
        ),
    ] {
        assert_eq!(found(text), [address], "{text}");
    }
}

#[test]
fn streets_in_telegram_style_are_found_with_their_town() {
    for (text, address) in [
        (
            "bei hofer zuhause, im letten 4, 9463 oberriet.",
            "im letten 4, 9463 oberriet",
        ),
        (
            "jaksch, untere laube 20, d-78462 konstanz, tel",
            "untere laube 20, d-78462 konstanz",
        ),
        (
            "anschrift am alten zollplatz 1, d-79395 neuenburg",
            "am alten zollplatz 1, d-79395 neuenburg",
        ),
        ("bank ok. adresse am mühlwehr 3", "am mühlwehr 3"),
        (
            "lautend auf alp, dorf 3, 9657 unterwasser",
            "dorf 3, 9657 unterwasser",
        ),
        (
            "werk: gewerbering nord 11, 83395 freilassing",
            "gewerbering nord 11, 83395 freilassing",
        ),
        (
            "wohnt lindenhof 1, ehingen-dächingen.",
            "lindenhof 1, ehingen-dächingen",
        ),
        ("mahnung an gartenau 31, 5083, anruf", "gartenau 31, 5083"),
        (
            "bei hauptstr. 61 / 4242 laufen, mob",
            "hauptstr. 61 / 4242 laufen",
        ),
        (
            "Museumstraße 28/II, 6020 Innsbruck, VAT",
            "Museumstraße 28/II, 6020 Innsbruck",
        ),
        (
            "yard at Industriestrasse 9, 9434 Au SG and works",
            "Industriestrasse 9, 9434 Au SG",
        ),
        (
            "marius, ch. des écoliers 2, fully, tél",
            "ch. des écoliers 2, fully",
        ),
        (
            "adresse 5 imp. du noyer, 67220 bassemberg",
            "5 imp. du noyer, 67220 bassemberg",
        ),
        (
            "née, 12 r. de la paix, 25700 valentigney",
            "12 r. de la paix, 25700 valentigney",
        ),
        (
            "strings: zone artisanale les prés, 25220 thise; oui",
            "zone artisanale les prés, 25220 thise",
        ),
        (
            "bill to wood, rue du 23-juin 9, 2882 saint-ursanne",
            "rue du 23-juin 9, 2882 saint-ursanne",
        ),
        (
            "bureau: rue centrale 57, 2740 moutier, ouvert",
            "rue centrale 57, 2740 moutier",
        ),
        (
            "local : 18 bis rue jacques-dalphin, sonnette",
            "18 bis rue jacques-dalphin",
        ),
        (
            "archive : place de la mairie, 25190 st-hippolyte",
            "place de la mairie, 25190 st-hippolyte",
        ),
        (
            "le logement est au 19 de la rue de Vesoul",
            "19 de la rue de Vesoul",
        ),
        (
            "à : route d'yverdon 100, case postale 14, 1422 grandson",
            "route d'yverdon 100, case postale 14, 1422 grandson",
        ),
        ("deliveries via ai grotti 5", "via ai grotti 5"),
    ] {
        assert_eq!(found(text), [address], "{text}");
    }
}

#[test]
fn figures_and_years_are_no_addresses() {
    for text in [
        "im jahr 19, basel war dabei",
        "def. of SME: EU 250 FTE, CH same, resp. uses 50",
        "Art. 3 wurde nach der Route du Fer gestrichen, Art. 9 nicht",
        "in block 4, basel sagt nein",
        "in phase 2, 4000 franken",
        "am tag 3 kam der rest",
        "im zweiten teil 3 fragen",
        "block 3, 2019 basel",
        "place 2 fois par an, bâle aussi",
        "la route nationale 66 est fermée",
        "3 pl. vides, 2 r. par jour",
        "la zone de la frontière, 2019 encore",
        "ch. 12 des statuts",
        "aus 4 parc technologique, 12 firmen",
        "2016 Basel wurde Partner",
        "12 Betriebe",
        "ein Umweg 3 Jahre lang",
        "seit 1998 Netzwerk",
        "11 Interviews in Deutschland",
        "place 2 dans le classement",
        "Phase 2 und Teil 3, Block 4",
        "im Werkhof 3 Monate lang",
        "Werkamt Rotmatt 061 555 21 09",
        "au bout du chemin de la coopération",
        "die alte strasse 3 jahre lang",
        "die Zubringerstrasse und der Umweg",
        "eine breite strasse und viele plätze",
        "Lehrbrücke, +41 32 555 80 14",
        "route de 17 km",
        "gibt 8000 Franken im Jahr dazu",
        "in the spring 2022 she said",
    ] {
        assert!(found(text).is_empty(), "{text}");
    }
}

#[test]
fn floors_and_parts_of_a_house_belong_to_its_address() {
    for (text, address) in [
        (
            "Büro Bahnhofstrasse 4, zweiter Stock, über der Bäckerei",
            "Bahnhofstrasse 4, zweiter Stock",
        ),
        (
            "adr. wiesenweg 3, hinterhof, tel. folgt",
            "wiesenweg 3, hinterhof",
        ),
        (
            "apfel (am werder 11, 1. og) ist kassier",
            "am werder 11, 1. og",
        ),
        (
            "parcels to 14 Mill Lane, 2nd floor, attn mason",
            "14 Mill Lane, 2nd floor",
        ),
        (
            "fact. à 4 quai du bas, bâtiment c, attn",
            "4 quai du bas, bâtiment c",
        ),
    ] {
        assert_eq!(found(text), [address], "{text}");
    }
    for text in [
        "Bahnhofstrasse 4, zweiter Termin am Montag",
        "Bahnhofstrasse 4, im Haus wohnt niemand",
        "Bahnhofstrasse 4, étage à louer",
    ] {
        assert_eq!(found(text), ["Bahnhofstrasse 4"]);
    }
}

#[test]
fn streets_are_found_without_capital_or_number_where_words_tell_them() {
    for (text, address) in [
        (
            "mtgs move to 14 mill lane, top floor",
            "14 mill lane, top floor",
        ),
        (
            "adresse v. konrad: im rebberg 9, oben am hang",
            "im rebberg 9",
        ),
        (
            "der Anleger liegt Am Eiskeller 2, gegenüber",
            "Am Eiskeller 2",
        ),
        (
            "faltblatt in der bahnhofstrasse nachfüllen",
            "bahnhofstrasse",
        ),
        ("siège : quai du bas, derrière la halle", "quai du bas"),
    ] {
        assert_eq!(found(text), [address], "{text}");
    }
    for text in [
        "in der Landstrasse wird gebaut",
        "steckt in einer Sackgasse",
        "an der Hauptstrasse entlang",
        "quai de chargement trop petit",
        "a 3 lane road to the plant",
        "sat in 2 front row seats",
        "Am Tag 3 kam niemand",
        "es war Am Montag 3 Grad",
        "im block 4, 1. teil",
    ] {
        assert!(found(text).is_empty(), "{text}");
    }
}

#[test]
fn doors_belong_to_the_address_behind_and_before_the_street() {
    for (text, address) in [
        (
            "büro: lerchenfelderstr. 41, stiege 3, 2. stock, tür 17, 1160 wien, läuten",
            "lerchenfelderstr. 41, stiege 3, 2. stock, tür 17, 1160 wien",
        ),
        (
            "Statistik bei Frau Mutze, Moritzstraße 1, Zimmer 3.07, nur dienstags",
            "Moritzstraße 1, Zimmer 3.07",
        ),
        (
            "belegt den Turm C, 11. Etage, Zeisigring 5, 01109 Dresden",
            "Turm C, 11. Etage, Zeisigring 5, 01109 Dresden",
        ),
        (
            "labo : rue Jaquet-Droz 1b, 2e sous-sol, 2000 Neuchâtel",
            "rue Jaquet-Droz 1b, 2e sous-sol, 2000 Neuchâtel",
        ),
        (
            "à la CCI, square des Fileuses, porte 5, au fond",
            "square des Fileuses, porte 5",
        ),
        (
            "rendez-vous rue de la Clef 7, à l'entresol, plutôt que chez elle",
            "rue de la Clef 7, à l'entresol",
        ),
        (
            "deliver to 14 mill ln, wing b, ring twice",
            "14 mill ln, wing b",
        ),
        (
            "dk: havnegade 29, 2. tv, 5000 odense",
            "havnegade 29, 2. tv, 5000 odense",
        ),
    ] {
        assert_eq!(found(text), [address], "{text}");
    }
}

#[test]
fn doors_of_an_estate_are_an_address_without_a_street() {
    for (text, address) in [
        (
            "Ihr Labor liegt Campus Au, Gebäude D, 4. OG, Zimmer 4.17, der Lift ist kaputt",
            "Campus Au, Gebäude D, 4. OG, Zimmer 4.17",
        ),
        (
            "kantwinkel in mels (alte spinnerei, halle 3) sei keine konkurrenz",
            "alte spinnerei, halle 3",
        ),
        (
            "Alter Güterbahnhof, Lagergebäude 1, Aufgang B, 54439 Saarburg",
            "Alter Güterbahnhof, Lagergebäude 1, Aufgang B, 54439 Saarburg",
        ),
        (
            "habite résidence Les Arpents, appt 31, 74100 Annemasse et se lève tôt",
            "résidence Les Arpents, appt 31, 74100 Annemasse",
        ),
        (
            "Visited Custom House, North Quay, last year",
            "Custom House, North Quay",
        ),
        (
            "irl: unit 7, liffey trade park, clane road, closed at noon",
            "unit 7, liffey trade park, clane road",
        ),
        (
            "at Neissview Business Park, Building 7, usually on Tuesdays",
            "Neissview Business Park, Building 7",
        ),
        (
            "au lycée, salle 2.14, 1er étage, aile Nord",
            "salle 2.14, 1er étage, aile Nord",
        ),
    ] {
        assert_eq!(found(text), [address], "{text}");
    }
}

#[test]
fn rooms_and_halls_without_a_place_stay() {
    for text in [
        "Halle 2 steht leer, Halle 3 auch",
        "Block 3 des Leitfadens, Frage 12",
        "der Campus ist neu, Gebäude gibt es drei",
        "le parc compte 12 salles, 3 étages",
        "level 2, then nothing for a year",
        "zone 30, dritter Versuch",
        "das alte Haus, 3 Zimmer",
        "the business park, building costs rose",
        "usine a porrentruy, terrain 4000 m2",
        "die Zufahrtsstrasse, Tor 3 ist zu",
        "Le parc de la villa est ouvert au public.",
        "La zone du port est polluée, le site web local est en panne",
        "Le site de la maison d'arrêt ne convient pas",
        "Le parc national porte l'espoir du canton",
        "The House, Green Party and others agreed",
        "Every Town Hall, then Main Street shops",
        "The White House, Congress and the Court",
        "Met Anna Hall, Jane Green and Tom Close",
        "Mrs House, Mr Lane and Emma Mill, Tom Walk",
        "the White House, Supreme Court and Congress",
        "2. Etage, Zimmer 3 bis 9 vermietet",
        "au cours de la réunion, salle d'attente bondée",
        "The site office building I saw was empty",
        "place du marché, 2 et parfois 3 fois",
        "Il n'y a de place que pour 2 et c'est cher",
        "Es gab Level 1, Level 2 und Halle 1, Halle 2",
        "Neubau: Halle 2019, Büro 2021, Werkstatt 2023",
        "médecins secteur 1, secteur 2, niveau 1, niveau 2",
        "level 1, level 2 and level 3 support, port 80, port 443",
        "first left, second right",
        "Mein Arbeitsplatz, Büro 12, ist zu laut",
        "Thema Arbeitsmarkt, Block 3; der Supermarkt, Tor 2",
        "in frage 12, block 3 nachhaken, in gruppe 3, block 2",
        "cours de français, niveau 2, mise en place du réseau, lot 3",
        "found a place to live, second floor, no lift",
        "Viel los; In Gruppe 3, sagt sie, war es still",
        "Die Kaserne, Block 3 des Leitfadens",
        "l'art contemporain, 12 salles",
        "mit OS Windows 11",
    ] {
        assert!(found(text).is_empty(), "{text}");
    }
}

#[test]
fn only_the_address_is_taken_of_a_sentence_that_goes_on() {
    for (text, address) in [
        (
            "12 rue de la Gare, bureau d'études fermé",
            "12 rue de la Gare",
        ),
        (
            "rue de la Gare 12 et l'école est en face",
            "rue de la Gare 12",
        ),
        ("Kirchgasse 4, Zimmer 800 Franken im Monat", "Kirchgasse 4"),
        (
            "2. Stock links, Bahnhofstrasse 3",
            "2. Stock links, Bahnhofstrasse 3",
        ),
    ] {
        assert_eq!(found(text), [address], "{text}");
    }
}

#[test]
fn a_long_list_of_doors_is_read_without_a_deep_stack() {
    /// Far less than a thread of the program has.
    const STACK: usize = 256 << 10;
    let text = "Campus Au, Halle 3, zi 3 Tor 4, ".repeat(2_000);
    let reading = std::thread::Builder::new().stack_size(STACK);
    let read = reading.spawn(move || found(&text).len()).unwrap().join();
    assert!(read.is_ok_and(|found| found > 0));
}
