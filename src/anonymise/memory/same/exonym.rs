//! Towns that are called otherwise in another language: «Delsberg» is «Delémont».
//!
//! Only towns of border regions in which the studies are held, and great ones; from common knowledge. Left out is what may be two
//! in one interview: Freiburg and Fribourg, Görlitz and
//! Zgorzelec, Saarburg and Sarrebourg.

/// Names of one town each, in comparison form without umlauts.
#[rustfmt::skip]
const TOWNS: &[&[&str]] = &[
    &["aachen", "aixlachapelle", "aken"], &["antwerpen", "anvers", "antwerp"], &["apenrade", "abenra", "aabenraa"],
    &["basel", "bale", "basle"], &["bautzen", "budysin"], &["bern", "berne"], &["besancon", "bisanz"],
    &["biel", "bienne"], &["bozen", "bolzano"], &["breslau", "wroclaw"], &["brixen", "bressanone"],
    &["brugge", "bruges"], &["brunn", "brno"], &["brussel", "bruxelles", "brussels"],
    &["budweis", "ceskebudejovice"], &["cottbus", "chosebuz"], &["danzig", "gdansk"],
    &["delsberg", "delemont"], &["diedenhofen", "thionville"], &["doornik", "tournai"],
    &["dunkirchen", "dunkerque", "dunkirk", "duinkerke"], &["eger", "cheb"], &["florenz", "firenze", "florence"],
    &["gebweiler", "guebwiller"], &["genf", "geneve", "geneva"], &["gent", "gand", "ghent"],
    &["grunberg", "zielonagora"], &["hadersleben", "haderslev"], &["hagenau", "haguenau"],
    &["huningue", "huningen"], &["joachimsthal", "jachymov"], &["karlsbad", "karlovyvary"],
    &["kattowitz", "katowice"], &["koln", "cologne"], &["konstanz", "constance"], &["kortrijk", "courtrai"],
    &["krakau", "krakow", "cracovie", "cracow"], &["laufen", "laufon"], &["leuk", "loeche", "loche"],
    &["luttich", "liege", "luik"], &["luxemburg", "luxembourg", "letzebuerg"], &["mailand", "milano", "milan"],
    &["mainz", "mayence"], &["meran", "merano"], &["mulhausen", "mulhouse"], &["munchen", "munich"],
    &["murten", "morat"], &["neuenburg", "neuchatel"], &["nizza", "nice"], &["oppeln", "opole"],
    &["pilsen", "plzen"], &["posen", "poznan"], &["prag", "praha", "prague"], &["pruntrut", "porrentruy"],
    &["rappoltsweiler", "ribeauville"], &["reichenberg", "liberec"], &["rijsel", "lille"], &["rom", "roma", "rome"],
    &["saarbrucken", "sarrebruck"], &["saargemund", "sarreguemines"],
    &["schlettstadt", "selestat"], &["sennheim", "cernay"], &["siders", "sierre"], &["sitten", "sion"],
    &["solothurn", "soleure"], &["sonderburg", "sonderborg"], &["stettin", "szczecin"],
    &["strassburg", "strasbourg", "strasburg"], &["tondern", "tonder"], &["trient", "trento"],
    &["trier", "treves"], &["turin", "torino"], &["venedig", "venezia", "venise", "venice"],
    &["warschau", "warszawa", "varsovie", "warsaw"], &["weissenburg", "wissembourg"],
    &["wien", "vienna"], &["zabern", "saverne"],
];

/// What else a town is called; nothing of any other.
pub(super) fn of(town: &str) -> &'static [&'static str] {
    let mut towns = TOWNS.iter();
    towns
        .find(|names| names.contains(&town))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

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
