//! What must stay although it is written like a name: countries, peoples, languages, programmes, months, the words of
//! the trade. All are folded.

use crate::anonymise::word_list::WordList;

/// Countries, peoples and languages are told by their beginnings, which their endings do not change.
const STEMS: &str = "
    maroc marokk morocc singap luxemb vietnam mexi argentin chile chili tunes tunis alger agypt egypt nigeria kenia
    kenya ghana senegal afghan iran irak iraq syri libanon liban lebanon jordan saudi katar qatar emirat pakist
    banglad thail malays indones philipp taiwan hongkong neuseel austral kolumb colomb peru venez kuba cuba estland
    estn estoni lettland lettis latvi letton litau lituan lithuan island icel malta zypern chypre cyprus alban kosov
    bosni mazedon macedon montenegr moldau moldov georgi armeni aserba azerba kasach kazakh weissruss belarus bielorus
    skandinav scandinav balt balkan benelux maghreb vatikan vatican monaco andorr iberi osteurop westeurop mitteleurop
    sudeurop nordeurop bundner romandie romands tessin ticin deutsch schweiz frankreich franzos osterreich polen
    polnisch italien europa europaisch belgien belgisch niederlan holland luxemburg liechtenstein tschech slowak
    slowen ungar kroati serbi spani portug grossbritan englisch englander irland irisch schottland danemark danisch
    schwed norweg finnland finnisch russ ukrain turk chines china japan indien indisch amerika usa kanad brasil korea
    israel griech ruman bulgar allemagne allemand suisse france francais autrich pologne polonais italie europe belg
    pays neerlandais tchequ slovaqu sloven hongr croat serb espagn royaume anglais angleterre irlandais danois suedois
    suede norveg finland russie ukrainien turquie turc chine chinois japon inde indien ameri etats canad bresil coree
    grec roum bulgar romand alemani german switzerland swiss french austria poland polish italy italian european
    belgium belgian dutch netherlands czech slovak hungar croatia spain spanish portugal britain british english
    england ireland irish scotland scottish denmark danish sweden swedish norway norwegian finnish russia turkey
    turkish chin japanese india korea greek greece brexit elsass elsassisch alsac alsat badisch baden wurttemberg
    bayern bayerisch bavar sachsen saarland hessen vorarlberg oberrhein hochrhein bodensee rheinland lothring lorrain
    nordrhein westfalen thuring brandenburg niedersachsen asiat asien asie afrik africa latein
";

/// Programmes, bodies of the union, currencies and the abbreviations of the trade.
const WORDS: &str = "
    gav vob zgb stgb bgb hgb abgb udi suva tuv auva weko seveso ata carnet nadcap codesys lsva jacquard janner feber
    bade wurtemberg brazil brazilian brussels leds led approx visio courriel courriels dixit labo labos asso assos
    covoiturage deeptech kanban gantt odoo nextcloud natura lego toblerone pierogi kougelhopf baeckeoffe biodynamie
    telework upcycled upcycling rebranding ecodesign bioeconomy biorefinery glulam cyber roro logib kwh mwh gwh kw mw
    nlpd iia iib matu tracabilite telemedecine hydroliennes electrolyseurs whitsun secu bacpro ceos additionality
    logframe minimis aids offtaker offtakers hydrogen gouvernance eurodistrict eurodistricts modbus mqtt scada plc sps
    lean scrum agile agil blockchain big data cloud smart factory industrie retrofit interreg horizon horizont erasmus
    cosme life eureka eurostars zim efre esf feder erdf fse innosuisse bmbf ademe eu ue efta ewr schengen eures etf
    ezb ecb kmu pme sme smes kmus eti tpe bip gdp pib fue it ki ia ai hr rh pr ceo cfo cto coo vr gl gv dg ca ag gmbh
    sa sas sarl ltd kg usb pdf sms app apps gps gis iso din cnc cad erp crm sap api led pv dna adn dns pcr mrt irm mri
    ivd mdr ce fda gmp gxp ghg co2 dsgvo rgpd gdpr dsg nda ip hse esg csr rse roi kpi kpis swot faq vip ppt doi isbn
    bim vda mint stem phd mba msc bsc cas chf eur usd pln gbp mwst tva vat mio mrd ok tba asap otr nb ps nd na ahv avs
    iban uid siret siren tv pc vpn wlan wifi sbb db sncf cff tgv ice oecd ocde uno onu nato otan who oms wto omc who
    covid corona teams zoom excel word powerpoint doodle slack outlook google linkedin whatsapp youtube facebook deepl
    internet email mail newsletter workshop workshops meeting kickoff benchmark cluster clusters clustermanagement
    start startups scale spin off joint venture matchmaking follow fondue apero upper rhine rhin rhein superieur
    dreilandereck trinational trois frontieres lake constance jura alpen alpes alps nord sud ost west est ouest north
    south east nr nrs insta instagram pharma medtech cleantech biotech fintech agritech greentech foodtech agrifood
    photonics photonik mechatronik plasturgie bioplastiques plateforme plateformes cybersecurity prepreg capex opex
    fte etp trl htl lpp gect evtz egtc vi vii viii ii iii iv denglish oxycombustion ecotaxe agroalimentaire
    micropolluants stammtisch solidworks catia autocad matlab chatgpt copil codir ndsg hq lsva rplp onorm afnor aoc
    aop igp dsi drh rfid mems lidar sars nrp npr cef eic hev sdg odd ssl url qr tbd fyi btw lol sic kd stv bsp certif
    elektroing az zyt xlsx docx pptx csv github dropbox sharepoint miro trello asana webex skype xing twitter mastodon
    tiktok netflix ubs cd cds dvd dj hip hop diy januar februar marz april mai juni juli august september oktober
    november dezember janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre january
    february march may june july october december montag dienstag mittwoch donnerstag freitag samstag sonntag lundi
    mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday ostern
    weihnachten noel paques christmas easter own other eig and
";

/// Whether a folded word stays, however it is written.
pub(super) fn stays(folded: &str) -> bool {
    static ALL: WordList = WordList::of(WORDS);
    static BEGINNINGS: WordList = WordList::of(STEMS);
    ALL.has(folded) || BEGINNINGS.begins(folded, 6)
}

/// Whether a folded word is the name of a programme that has numbered periods, or their number.
pub(super) fn is_programme(folded: &str) -> bool {
    matches!(
        folded,
        "interreg" | "erasmus" | "horizon" | "horizont" | "leader" | "vi" | "iv" | "iii" | "ii"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fold;

    #[test]
    fn every_word_is_folded() {
        for word in STEMS.split_whitespace().chain(WORDS.split_whitespace()) {
            assert_eq!(word, fold(word));
        }
    }

    #[test]
    fn countries_programmes_and_months_stay() {
        for word in [
            "schweizer",
            "allemands",
            "polish",
            "interreg",
            "oktober",
            "kmu",
        ] {
            assert!(stays(word), "{word}");
        }
        for word in ["schweizerhalle", "brunner", "voltarion"] {
            assert!(!stays(word), "{word}");
        }
    }
}
