//! Towns that are called otherwise in another language: «Delsberg» is «Delémont».
//!
//! Only towns of border regions in which the studies are held, and great ones; from common knowledge. Left out is what may be two
//! in one interview: Freiburg and Fribourg, Görlitz and
//! Zgorzelec, Saarburg and Sarrebourg.

/// Names of one town each, as [`town`](super::place::town) makes them: «ae», «oe» and «ue» are single letters wherever they stand.
#[rustfmt::skip]
const TOWNS: &[&[&str]] = &[
    &["aachen", "aixlachapelle", "aken"], &["antwerpen", "anvers", "antwerp"], &["apenrade", "abenra", "aabenraa"],
    &["basel", "bale", "basle"], &["bautzen", "budysin"], &["bern", "berne"], &["besancon", "bisanz"],
    &["biel", "bienne"], &["bozen", "bolzano"], &["breslau", "wroclaw"], &["brixen", "bressanone"],
    &["brugge", "bruges"], &["brunn", "brno"], &["brussel", "bruxelles", "brussels"],
    &["budweis", "ceskebudejovice"], &["cottbus", "chosebuz"], &["danzig", "gdansk"],
    &["delsberg", "delemont"], &["diedenhofen", "thionville"], &["doornik", "tournai"],
    &["dunkirchen", "dunkerqu", "dunkirk", "duinkerke"], &["eger", "cheb"], &["florenz", "firenze", "florence"],
    &["gebweiler", "gubwiller"], &["genf", "geneve", "geneva"], &["gent", "gand", "ghent"],
    &["grunberg", "zielonagora"], &["hadersleben", "haderslev"], &["hagenau", "hagunau"],
    &["huningu", "huningen"], &["joachimsthal", "jachymov"], &["karlsbad", "karlovyvary"],
    &["kattowitz", "katowice"], &["koln", "cologne"], &["konstanz", "constance"], &["kortrijk", "courtrai"],
    &["krakau", "krakow", "cracovie", "cracow"], &["laufen", "laufon"], &["leuk", "loche"],
    &["luttich", "liege", "luik"], &["luxemburg", "letzeburg"], &["mailand", "milano", "milan"],
    &["mainz", "mayence"], &["meran", "merano"], &["mulhausen", "mulhouse"], &["munchen", "munich"],
    &["murten", "morat"], &["neunburg", "neuchatel"], &["nizza", "nice"], &["oppeln", "opole"],
    &["pilsen", "plzen"], &["posen", "poznan"], &["prag", "praha", "pragu"], &["pruntrut", "porrentruy"],
    &["rappoltsweiler", "ribeauville"], &["reichenberg", "liberec"], &["rijsel", "lille"], &["rom", "roma", "rome"],
    &["saarbrucken", "sarrebruck"], &["saargemund", "sarregumines"],
    &["schlettstadt", "selestat"], &["sennheim", "cernay"], &["siders", "sierre"], &["sitten", "sion"],
    &["solothurn", "soleure"], &["sonderburg", "sonderborg"], &["stettin", "szczecin"],
    &["strassburg", "strasburg"], &["tondern", "tonder"], &["trient", "trento"],
    &["trier", "treves"], &["turin", "torino"], &["venedig", "venezia", "venise", "venice"],
    &["warschau", "warszawa", "varsovie", "warsaw"], &["weissenburg", "wissemburg"],
    &["wien", "vienna"], &["zabern", "saverne"],
];

/// What else a town is called; nothing of any other.
pub(in crate::anonymise::memory) fn of(town: &str) -> &'static [&'static str] {
    let mut towns = TOWNS.iter();
    towns
        .find(|names| names.contains(&town))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::memory::same::place::town;
    use zeroize::Zeroizing;

    #[test]
    fn the_names_stand_as_they_are_compared() {
        for name in TOWNS.iter().copied().flatten() {
            assert_eq!(*town(&[Zeroizing::new((*name).to_owned())]), **name);
        }
    }

    #[test]
    fn a_name_is_that_of_one_town() {
        let mut all: Vec<&str> = TOWNS.iter().copied().flatten().copied().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(
            all.iter()
                .all(|name| name.chars().all(|letter| letter.is_ascii_lowercase()))
        );
    }
}
