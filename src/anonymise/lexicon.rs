//! Small lists of words that are no names by themselves, in German, French and English. All are folded.

use zeroize::Zeroizing;

use super::word_list::WordList;
use crate::language::{Language, fold};

/// Articles, prepositions, conjunctions and particles of names: never protected as a part of a name.
const FUNCTION_WORDS: &str = "
    aan al als am an and at au auf aus aux av avec bei beim bin by chez d da dans das de degli dei del della delle dem
    den der des di die do dos du ein eine el en entre et et for fur from gen hinter ibn il im in ins ist l la las le
    les lez lo los mit nach neben near next ob oder of off on or ou over par per plus pour pres s sous sowie sur t te
    ten ter the to uber un und une under unter upon van vom von vor vorm with y z ze zu zum zur zwischen
";

/// Titles, honorifics and degrees: never protected, and left standing before a person's placeholder.
const TITLES: &str = "
    abbe dame dipl dir docteur docteure doctor doktor dr drs emer frau fraulein fr graf grafin habil hc herr herrn hr hrn ing
    ir lady lic lord m madame mademoiselle mag magister maitre me med miss mister mlle mm mme monsieur mr mrs ms nat
    oec pan pani pd phil pr prof professeur professeure professor professorin rer iur pol sir veuve
";

/// Degrees and additions that stand behind a name.
const TITLES_BEHIND: &[&str] = &[
    "ba", "bsc", "esq", "fils", "jr", "jun", "junior", "llm", "ma", "mba", "msc", "pere", "phd",
    "sen", "senior", "sr",
];

/// Legal forms of institutions that are told by their letters alone, whatever their case.
const LEGAL_FORMS: &str = "
    association cooperative eurl foundation fondation gbr genossenschaft gesmbh ggmbh gmbh inc kgaa limited llc llp
    ltd mbh ohg plc sarl snc societe spa spzoo srl sro stiftung stowarzyszenie verein
";

/// Legal forms that are ordinary words or names unless they are written like this.
const CAPITAL_LEGAL_FORMS: &str =
    "AG BV EG EWIV GEIE GIE KG NV SA SAS SASU SCI SCOP SE SEM UG eG eV";

/// The same folded, but for those that have a small letter.
const FOLDED_CAPITAL_FORMS: &str = "ag bv eg ewiv geie gie kg nv sa sas sasu sci scop se sem ug";

/// Words that every second institution bears in its name.
const INSTITUTION_WORDS: &str = "
    academie allgemein communal kantonal kommunal nordlich offentlich ostlich padagogisch professionnel public
    staatlich sudlich technical technique technisch westlich wissenschaft wissenschaftlich academy agence agency
    agentur akademie amt arbeitsgemeinschaft association bank banque behorde betrieb board bund bundesamt bureau buro
    business center centre chambre chamber clinic club cluster college comite committee commune communaute company
    conference conseil consortium cooperation cooperative council departement department dachverband development
    direktion direction ecole entreprise entreprises europe europa fabrik fachhochschule faculte faculty federation
    firma fondation forderung forderverein forschung forum foundation gemeinde gesellschaft gewerbe gewerbeverband
    groupe group groupement gruppe handel handelskammer handwerk handwerkskammer haus hochschule holding house
    immobilien industrie industrieverband industry innovation initiative institut institute institution international
    internationale kammer klinik kommission kooperation laboratoire laboratory landesamt landesverband landkreis
    landratsamt management ministere ministerium ministry national nationale netz netzwerk network office organisation
    organization partner partners plattform plateforme pole projekt projet project rat recherche region regional
    regionale research reseau school schule schweiz sekretariat service services sohn sohne fils freres gebruder son
    sons societe society stadt stelle stiftung suisse swiss syndicat technologie technology techno union universitat
    universite university unternehmen verband verbund verein vereinigung verwaltung ville werk werke wirtschaft
    wirtschaftsforderung zentrale zentrum zweckverband deutsch deutsche deutscher deutschland france francais
    francaise frankreich osterreich allemagne polen pologne polska german germany french fur
";

/// Words that many places bear in their names, and quarters of the sky.
const PLACE_WORDS: &str = "
    bad bas basse bezirk bourg canton city county cote dorf district east est fluss gross grosse gemeinde haut haute
    hauts insel kanton klein kreis land lake mont mount neu neue neuer nord norden north nouveau nouvelle ober obere
    oberer ort ost osten ouest pays port quartier region river saint sainte sankt see stadt sud suden south tal town
    unter untere vallee valley ville village west westen
";

/// Whether the word is an article, preposition, conjunction or particle.
pub(super) fn is_function_word(folded: &str) -> bool {
    static ALL: WordList = WordList::of(FUNCTION_WORDS);
    ALL.has(folded)
}

/// Whether the word is a title or an honorific.
///
/// «Graf» and «Phil» are names too: they are titles only before a name, which the caller knows.
pub(super) fn is_title(folded: &str) -> bool {
    static ALL: WordList = WordList::of(TITLES);
    ALL.has(folded)
}

/// Whether the word is a degree or an addition that follows a name.
pub(super) fn is_title_behind(folded: &str) -> bool {
    TITLES_BEHIND.contains(&folded)
}

/// Whether the word is one that many institutions or places bear in their names.
pub(super) fn is_generic(folded: &str) -> bool {
    static INSTITUTION: WordList = WordList::of(INSTITUTION_WORDS);
    static PLACE: WordList = WordList::of(PLACE_WORDS);
    // What has another beginning than all of them is no form of any.
    INSTITUTION.has_beginning_of(folded) && in_any_ending(folded, |word| INSTITUTION.has(word))
        || PLACE.has(folded)
}

/// Whether `contains` holds for the word or for the same word with another ending: «Verbände», «technischen».
pub(super) fn in_any_ending(folded: &str, contains: impl Fn(&str) -> bool) -> bool {
    const ENDINGS: [&str; 8] = ["", "e", "en", "er", "es", "n", "s", "r"];
    let stems = ENDINGS
        .iter()
        .filter_map(|ending| folded.strip_suffix(ending))
        .filter(|stem| stem.chars().count() >= 3);
    let mut word = Zeroizing::new(String::with_capacity(folded.len() + 2));
    for stem in stems {
        for ending in ENDINGS {
            word.clear();
            word.push_str(stem);
            word.push_str(ending);
            if contains(&word) {
                return true;
            }
        }
    }
    false
}

/// Whether the word, as it is written, is a legal form such as `AG`, `GmbH` or `e.V.`.
pub(super) fn is_legal_form(word: &str) -> bool {
    static CAPITAL: WordList = WordList::of(CAPITAL_LEGAL_FORMS);
    static ANY: WordList = WordList::of(LEGAL_FORMS);
    let letters: String = word
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    CAPITAL.has(&letters) || ANY.has(&fold(&letters))
}

/// Whether a folded word is a legal form, written in whatever way. Nothing is put together for it, since every name that is
/// known is asked about.
pub(super) fn is_folded_legal_form(folded: &str) -> bool {
    static CAPITAL: WordList = WordList::of(FOLDED_CAPITAL_FORMS);
    static ANY: WordList = WordList::of(LEGAL_FORMS);
    if folded.chars().all(char::is_alphanumeric) {
        CAPITAL.has(folded) || ANY.has(folded)
    } else {
        is_legal_form(&folded.to_uppercase())
    }
}

/// Whether a folded word stands behind the joint in the name of a firm, beside kin: «Keller und Partner», «Lefort et Filles».
pub(super) fn is_partner(folded: &str) -> bool {
    const PARTNERS: [&str; 11] = [
        "partner",
        "partners",
        "partenaires",
        "co",
        "cie",
        "tochter",
        "fille",
        "filles",
        "son",
        "daughters",
        "brothers",
    ];
    PARTNERS.contains(&folded)
}

/// Whether somebody wrote a legal form into the name, also in two words such as `e. V.`.
pub(super) fn has_legal_form(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.iter().any(|word| is_legal_form(word))
        || words
            .windows(2)
            .any(|pair| matches!(pair, ["e.", second] if is_legal_form(&format!("e{second}"))))
        || fold(name).ends_with("spzoo")
}

/// Words that say of somebody that another of the family was spoken of. «Frau» and «Mann» may be anybody. In the language of
/// the text alone: a French «son» is no son.
#[rustfmt::skip]
pub(super) const fn relatives(language: Language) -> &'static [&'static str] {
    match language {
        Language::De => &[
            "bruder", "schwester", "vater", "mutter", "sohn", "tochter", "cousin", "cousine", "vetter", "onkel", "tante",
            "neffe", "nichte", "schwager", "schwagerin", "ehemann", "ehefrau", "gattin", "gatte", "grossvater",
            "grossmutter", "enkel", "enkelin",
        ],
        Language::Fr => &[
            "frere", "soeur", "pere", "mere", "fils", "fille", "cousin", "cousine", "oncle", "tante", "neveu", "niece",
            "epouse", "epoux", "mari", "femme",
        ],
        Language::En => &[
            "brother", "sister", "father", "mother", "son", "daughter", "cousin", "uncle", "aunt", "nephew", "niece", "wife",
            "husband", "grandson",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folded_legal_form_is_the_one_that_is_written_in_capitals() {
        let forms = CAPITAL_LEGAL_FORMS.split_whitespace();
        for form in forms
            .chain(LEGAL_FORMS.split_whitespace())
            .chain(["holz", "e", ""])
        {
            let folded = fold(form);
            assert_eq!(
                is_folded_legal_form(&folded),
                is_legal_form(&folded.to_uppercase()),
                "{form}"
            );
        }
    }

    #[test]
    fn every_word_is_folded() {
        let lists = [
            FUNCTION_WORDS,
            TITLES,
            LEGAL_FORMS,
            INSTITUTION_WORDS,
            PLACE_WORDS,
        ];
        let words = lists.iter().flat_map(|list| list.split_whitespace());
        for word in words.chain(TITLES_BEHIND.iter().copied()) {
            assert_eq!(word, fold(word));
        }
    }

    #[test]
    fn legal_forms_are_told_in_all_their_spellings() {
        for name in [
            "Holz AG",
            "Bois Sàrl",
            "Bois S.A.",
            "X e.V.",
            "X e. V.",
            "Y GmbH & Co. KG",
            "Z Ltd.",
            "W Sp. z o.o.",
        ] {
            assert!(has_legal_form(name), "{name}");
        }
        for name in ["Anna Sa", "Herr Ag", "Eva V.", "Se Müller"] {
            assert!(!has_legal_form(name), "{name}");
        }
    }
}
