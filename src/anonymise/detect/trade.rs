//! Words for what a firm or an office does: «Spedition Rauch», «menuiserie Blum», «Rüegg Tiefbau».
//!
//! Beside a name they are a part of it. Most are ordinary words as well, so that alone they name nothing. Keeps out: what
//! follows from one, which the rules and the model decide.

use crate::anonymise::word_list::WordList;

/// German ones, folded; what two languages share stands with the first.
const GERMAN: &str = "
    anzeiger apotheke apparatebau architekten architekturburo archiv arena atelier ausbau autohaus automobile bad badi
    bahn bahnen bauernverband baugeschaft bauhof baumarkt baumschule bauunternehmung beizerei bergbahn bergbahnen
    berufskolleg berufsschule bestattungen bibliothek bildhauerei binderei biohof blatt bote brauerei brauhaus
    brennerei brille bucherei buchhandlung buhne burg burgerhaus busbetriebe busreisen caritas chemie chor confiserie
    dachdeckerei diakonie drechslerei dreherei druck drucker druckerei druckform echo elektro elektrotechnik energie
    energiewerk entsorgung fahrschule familienbetrieb farben feinmechanik fenster fenstertechnik feuerwehr
    feuerwehrverein filiale fischerei fischzucht fleischerei fliesen flughafen forst forstamt forstbetrieb freibad
    fussballclub galerie galvanik galvano garage gartenbau gartnerei gasthaus gasthof gastronomie gebr gebruder
    gemusebau gerberei gerustbau gesamtschule gesundheitszentrum getranke gewerbeverband gewerbeverein giesserei glas
    glaserei golfclub grosshandel grundschule gymnasium hafen halle handel handelsschule handwerk hausarztpraxis
    haustechnik heizung heizungsbau hof hofladen holz holzbau holzhandel hort hotel hutte imkerei immobilien
    informatik ingenieurburo ingenieure innung installation jugendamt jugendclub jugendhaus jugendzentrum juwelier
    kaffeerosterei kantonalverband kantonsschule kanzlei kapelle karosserie kaserei kaserne kelterei keramik
    kindergarten kino kirche kita klaranlage kletterhalle klinikum kloster konditorei konservatorium korporation
    krankenhaus krankenkasse kreishandwerkerschaft kreisverband kreisverwaltung krippe kuchen kuchenbau kunsthaus
    kunststoff kunststoffe kunststofftechnik kurier labor laden landfrauen landmaschinen landtechnik lebenshilfe
    leitstelle leuchten logistik lyzeum maler malergeschaft manufaktur marina markthalle maschinen maschinenbau
    maschinenfabrik mechanik medien medizintechnik messe metallbau metallwerk metzgerei mittelschule mobel molkerei
    mosterei muhle musikschule musikverein nachrichten naturpark notariat obsthof optik orchester ordination
    orthopadie ortsverein pension pestalozzischule pfarramt pfarrei pflegedienst pflegeheim physiotherapie
    planungsburo polizei polster polsterei praxis prazision presse privatbank radio raiffeisen raiffeisenbank rathaus
    realschule redaktion reederei reha reinigung reiseburo reisen restaurant rettungsdienst rosterei rundschau sage
    sagerei sagewerk sanatorium sanitar sattlerei schiffahrt schifffahrt schloss schlosserei schmiede schreinerei
    schuhhaus schule schulhaus schwimmbad seilbahn seilbahnen seilerei sekundarschule senf seniorenheim sicherheit
    solar sozialamt sparkasse spedition spenglerei spielzeug spinnerei spitex sportclub sportverein stadtarchiv
    stadtbibliothek stadtmuseum stadttheater stadtverwaltung stadtwerk stadtwerke stahl stahlbau standesamt
    steuerberatung strickerei studio tagblatt tageblatt taxi technik technikum textil theater therme tiefbau tierpark
    tischlerei topferei tourismus tourismusburo tourismusverband transport transporte treuhand trockenbau turnverein
    uhren umweltamt umweltburo verkehrsbetriebe verlag vermessung versicherung versicherungen verwaltung vhs volksbank
    volkshochschule wascherei wasserwerk weberei weinbau weingut weinhandlung werft werkhof werkstatt werkstatte
    werkstatten werkzeugbau wirtschaftsverband wirtshaus wohnbau zahntechnik zeitung ziegelei zimmerei zoll zollamt
    zunft zurcher
";

/// French ones.
const FRENCH: &str = "
    abattoir abbaye acierie aeroport agriculture ambulance ambulances amicale amis apiculture architectes architecture
    archives artisans ateliers auberge autocars automobiles bains bar bateaux batiment bibliotheque bijouterie
    biscuiterie blanchisserie bois boucherie boulangerie brasserie bureau bus cafe caisse camping carrelage carrieres
    carrosserie cartonnages cartonnerie cave caves centrale ceramique cfa charcuterie charpente charpentes chateau
    chaudronnerie chauffage chocolaterie chocolats cidrerie cimenterie cine cinema clinique coiffure collectif college
    comite compagnie comptoir confitures conseil conservatoire conserverie constructions coop cooperateurs cooperative
    coutellerie couverture cpme creche credit cuisines cycles dechetterie decolletage distillerie domaine domaines
    drone ebenisterie ecole editions ehpad electricite energies epicerie esat etablissements etude fabrique faiencerie
    fanfare ferme ferronnerie fiduciaire filature forge forges foyer fromagerie fruitiere fruits garderie gaz
    gendarmerie gite gravure gymnase hopital horlogerie hospice hospices huilerie imprimerie imprimeries industrie
    informatique ingenierie ingenieurs installations institution jardinerie jardins journal laiterie lycee maconnerie
    magasin mairie maison maraichers maroquinerie mecanique mediatheque menuiserie messagerie messageries meubles
    meunerie minoterie mission mjc monnaie moulin moulins mouvement musee mutuelle notaire notaires office opera
    optique orchestre ordre papeterie papeteries parc paroisse parquets patisserie peinture pepiniere pepinieres
    permanence pharmacie piscine plasturgie platrerie poissonnerie pompes port poterie pressing primeurs quincaillerie
    raffinerie rectification regie sanitaire savonnerie scierie scieries sellerie serrurerie service services sirops
    station sucrerie supermarche syndicat taillanderie tannerie taxis technologies teinturerie television terrassement
    terrassements theatre tissage toiture toitures tolerie tonnellerie tourisme traiteur transports travaux tresorerie
    tribunal tuilerie union usinage vannerie verger vergers verrerie veterinaire vignerons vignoble vins viticulteurs
    volailles voyages
";

/// English ones.
const ENGLISH: &str = "
    academy accountants agency airport antiques architects archive associates association authority bakery band
    barbers bindery boatyard books bookshop borough brewery brickworks broadcasting builders building butchers
    cabinets cannery canteen care carpentry carriers castings castle ceramics charity chemicals chemist church clinic
    coaches collective committee components constabulary construction consultancy consultants controls council
    couriers creamery dairy dental design diner distillery district dock docks dyeworks electrical electronics energy
    engineers engraving estate estates express fabrics factory farm farms fellowship fencing ferries ferry fisheries
    fitters flooring flour foods freight furniture gallery gardens gas gazette glass grammar granary guild gym hall
    harbour haulage heating herald house hydraulics inn insurance ironworks joiners joinery kitchens laundry leather
    legal library lighting logistics machinery maltings manor marine market masonry mechanics media medical metals
    mill mills mine ministry motors museum mutual news nurseries nursery observer opticians optics orchards orchestra
    packaging paints paper parish partnership pharmacy physio plant plastics plating plumbing police post pottery
    precision press primary printers printing priory produce project pub quarries quarry railway railways recruitment
    refinery removals rentals repairs roasters roofing rubber rugby safety salon sawmill scaffolding seafood seeds
    shipping shipyard shop smithy society solicitors spinners stables stationers steel stone store stores studios
    surgery surveyors tailors tannery telecom textiles timber tooling toolmakers tools tourist town toys trade traders
    trading travel upholstery vets village vineyard ward warehouse water weavers welding winery wines wood workshop
    workshops yard
";

/// Ends of German and French words for the same: «Holzleimbau», «Kantonsspital», «cartonnerie».
const ENDINGS: &str = "
    agentur akademie allianz amt amter anstalt anzeiger apotheke archiv ausbau bahn bahnen bank bau bauer
    bauunternehmung betrieb betriebe blatt bote brauerei bund buro chemie cluster dienst dienste druck druckerei erei
    erie eries fabrik forst forum garage garten genossenschaft gesellschaft graphie gruppe gut gymnasium handel
    handwerk haus heim hochschule hof hotel hub iere initiative innung institut kammer kanzlei kasse kita klinik
    klinikum kolleg kollegium kontor kreis kurier labor laden logistik markt maschinen mechanik messe metall muhle
    museum netz netzwerk plattform praxis presse reisen ring rundschau schiffahrt schmiede schule schulhaus schutz
    spital stahl stelle stiftung technik theater theque tiefbau transporte treuhand verband verbund verein verkehr
    verlag versicherung verwaltung werft werk werke werkstatt werkstatten zeitung zentrum zimmerei zunft
";

/// The fewest bytes before an ending.
const SHORTEST_BEGINNING: usize = 3;

/// Whether the folded word says what a firm or an office does.
pub(in crate::anonymise) fn is_trade(folded: &str) -> bool {
    static LISTS: [WordList; 3] = [
        WordList::of(GERMAN),
        WordList::of(FRENCH),
        WordList::of(ENGLISH),
    ];
    LISTS.iter().any(|list| list.has(folded)) || has_ending(folded)
}

fn has_ending(folded: &str) -> bool {
    static ALL: WordList = WordList::of(ENDINGS);
    ALL.ends(folded, SHORTEST_BEGINNING)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fold;

    #[test]
    fn every_word_is_folded() {
        for word in [GERMAN, FRENCH, ENGLISH, ENDINGS]
            .iter()
            .flat_map(|list| list.split_whitespace())
        {
            assert_eq!(word, fold(word));
        }
    }

    #[test]
    fn trades_and_compounds_of_them_are_known() {
        for word in [
            "spedition",
            "apparatebau",
            "menuiserie",
            "kantonsspital",
            "sawmill",
        ] {
            assert!(is_trade(word), "{word}");
        }
        for word in ["brunner", "vorschlag", "annee", "meeting"] {
            assert!(!is_trade(word), "{word}");
        }
    }
}
