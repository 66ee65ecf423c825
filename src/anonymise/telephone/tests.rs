//! Which figures are telephone numbers.

use super::*;

fn found(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    find(text, &mut found);
    found
        .into_iter()
        .filter_map(|candidate| text.get(candidate.span))
        .collect()
}

#[test]
fn the_end_of_a_number_that_was_told_is_found() {
    for (text, end) in [
        ("tel zentrale 26 95 14-1, pflegedienst -44", "44"),
        ("bh ext. for follow up: -27, secretary picks up", "27"),
        (
            "majerus mobile 621 40 18 55, shop same as home w/ 92 at end",
            "92",
        ),
        (
            "Häfele hat eine neue Nummer, nur am Ende die 18 statt der 11.",
            "18",
        ),
        ("sekr. selbe nr hinten 00", "00"),
        (
            "meldet sich Herr Thießen, seine Durchwahl ist die 33.",
            "33",
        ),
        ("Son numéro interne est le 28.", "28"),
        ("ligne dir. 04 50 95 61 38, standard finit par 30", "30"),
        (
            "ruf zipfel an: 07723/91 44-27, wenn nicht da dann -20 sekretariat",
            "20",
        ),
        ("Zentrale 061 123 45 67, pflege -34 12", "34 12"),
    ] {
        let found = found(text);
        let digits = |one: &&&str| one.trim_matches(|sign: char| !sign.is_ascii_digit()) == end;
        assert!(found.iter().any(|one| digits(&one)), "{text}: {found:?}");
    }
    for text in [
        "Die Nachfrage ging um -20 % zurück, tel. besprochen",
        "tel. Interview, draussen -15 Grad",
        "Am Ende die 12 Betriebe",
        "mit 25 am Ende des Jahres, Nummer folgt",
        "Eine zentrale Erkenntnis: am Ende 15 Projekte",
        "Projekt Nr. 4: am Ende die 15 Betriebe",
        "Guter Ruf, am Ende 30 Kunden",
        "No one came at first, maybe 20 at the end",
        "The line ends in 20 minutes",
        "Le numéro 3 finit par 12 pages",
        "2019-2021: -20 Stellen im Werk",
        "Der Preis sank 2018-2019 um -12 auf 30",
        "We lost customers at home (-20)",
        "Temperatur -18, sonst nichts",
        "die Klappe hat 12 Schrauben",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn numbers_of_five_countries_are_found_in_many_groupings() {
    for number in [
        "061 267 33 11",
        "0612673311",
        "061/267.33.11",
        "+41 61 267 33 11",
        "+41 (0)61 267 33 11",
        "0041 61 267 33 11",
        "0848 123 456",
        "0761 203-0",
        "0761/203-1234",
        "(0761) 203 1234",
        "030 12345678",
        "+49 761 2031234",
        "03 88 12 34 56",
        "03.88.12.34.56",
        "0 800 123 456",
        "+33 3 88 12 34 56",
        "+33\u{A0}3\u{A0}88\u{A0}12\u{A0}34\u{A0}56",
        "01 5870000",
        "0664 123 4567",
        "+43 664 1234567",
        "12 345 67 89",
        "601 234 567",
        "601-234-567",
        "+48 601 234 567",
        "+1 212 555 0100",
        "0 35 81 / 40 02 87",
        "0664 555 0 731",
        "07821 / 92 36 0 44",
        "035823 / 86 1 40",
        "03562 986-15 214",
        "0151 555 302 11",
        "02852 / 54 31 70 DW 12",
        "062 922 6 1 40",
        "071 / 4 46 17 90",
        "041/660 2 88 1",
        "(0 77 26) 66 04-118",
        "0 73 91 / 5 02-14",
        "07742 - 4 1 8 77",
        "08161/40 3 9-18",
        "07651 / 9 21 4-0",
        "+41 71 95 5 18 0 4",
        "03 89 555 240",
        "03.81.555.216",
        "0800 55 14 14",
    ] {
        assert_eq!(
            found(&format!("Bitte {number}, danke")),
            [number],
            "{number}"
        );
        assert_eq!(found(number), [number], "{number}");
    }
}

#[test]
fn figures_of_a_note_stay() {
    for text in [
        "seit 2015 und 2014-2015",
        "01.02.2015 bis 05.06.2015",
        "01/02/2015",
        "2015-01-02",
        "#00:31:07-2#",
        "00:31:07",
        "1 250 000 Franken",
        "CHF 601 234 567",
        "601 234 567 €",
        "601 234 567 zł",
        "0.12345678",
        "0,5 Mio. oder 4500",
        "79100 Freiburg, 4056 Basel, 01067 Dresden",
        "3 von 11, 7 von 12 (2013)",
        "A-1 und 1.12",
        "b3.t2 123456789012",
        "007 3 4 5",
        "direkt 120 000 Personen, direct 2015-2016",
        "Poste 3, poste 2022, ext 7",
        "une extension 30 000, un procès dix fois plus",
        "une extension 300 m2, Extension: 120 Plätze",
        "fährt direkt - 45 Minuten, Lieferung direkt: -20 %",
        "3 x 204 Franken, 2 x 150, je 3x 120",
        "intern 300 Mitglieder, interne 12 Personen, intern 2019",
        "un poste 100 %, ce poste 400 francs par mois",
        "Mitglieder: intern 150, extern 40, davon, intern 150, extern 40",
        "Verteilung: lokal 40, national 60; das kostet intern 4500.",
        "Effectifs en interne 150, en externe 30",
        "Downloads were app 1200, web 300",
    ] {
        assert_eq!(found(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn a_word_before_tells_local_numbers() {
    assert_eq!(found("Tel. 203 12 34"), ["203 12 34"]);
    assert_eq!(found("Natel: 79 123 45 67"), ["79 123 45 67"]);
}

#[test]
fn extensions_are_told_by_the_word_before() {
    for (text, number) in [
        ("secretary = heidrun, ext 4417, from outside", "4417"),
        ("Zentrale zu, Durchwahl 318 geht", "318"),
        ("am besten direct -18 am Morgen", "18"),
        ("nussbaum direct ... 555 246 ; mail", "555 246"),
        ("standard fermé, poste 4417", "4417"),
        ("chez M. Port au poste 117.", "117"),
        (
            "la secrétaire, poste 34 12, mais elle ne répond jamais",
            "34 12",
        ),
        ("gusti im stellwerk, intern 4471, bei Verspätung", "4471"),
        ("remercier la concierge (int. 19)", "19"),
        ("ask for jock, x 204, afternoons", "204"),
        ("disposition nst. 203, nachts zu", "203"),
        ("mme parle français, toestel 310", "310"),
    ] {
        assert_eq!(found(text), [number], "{text}");
    }
}

#[test]
fn another_end_of_a_number_that_was_said_is_one() {
    for (text, number) in [
        ("nachts dieselbe Nr. mit 18 am Ende", "18"),
        ("en cas d'absence, le même avec 43 à la fin", "43"),
        ("and the same with 874 at the end", "874"),
    ] {
        assert_eq!(found(text), [number], "{text}");
    }
    for text in [
        "wir waren mit 18 am Ende zufrieden",
        "Im gleichen Jahr waren wir mit 25 am Ende zufrieden",
        "der gleiche Preis, aber mit 120 am Schluss teurer",
        "même avec 43 à la fin, on était moins",
        "Même avec 250 au bout de la chaîne",
        "the same bus with 30 at the end of the day",
        "the same with 12 at the end of March",
        "avec 43 à la fin, on était moins",
        "the same with 12 people",
    ] {
        assert_eq!(found(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn what_follows_a_number_stays() {
    assert_eq!(found("061 267 33 11 20 Personen"), ["061 267 33 11"]);
    assert_eq!(found("061 267 33 11 2015"), ["061 267 33 11"]);
}

#[test]
fn one_number_compares_alike_with_and_without_country() {
    let of = |text| whole(text).map(|address| address.to_string());
    assert_eq!(of("+41 61 267 33 11"), of("061 267 33 11"));
    assert_eq!(of("0041 (0)61 2673311"), of("061 267 33 11"));
}

#[test]
fn a_growing_number_begins_with_its_first_digit() {
    assert_eq!(growing("Tel. 061 267"), Some(5));
    assert_eq!(growing("unter +41 "), Some(6));
    assert_eq!(growing("A1"), None);
    assert_eq!(growing("Wort. "), None);
}
