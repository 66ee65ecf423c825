//! By what else those are called who have a given name: «Köbi» for «Jakob», «Kasia» for «Katarzyna».
//!
//! Only forms that no rule makes of the name; what is its beginning or its end, with or without «i», is none of these.
//! From common knowledge of how people are called in the languages of the notes and of those who live there.

use std::cmp::Ordering;

/// Given names in their comparison form and their order, and their pet forms behind them. It is one text, so that nothing
/// has to be put right when the program starts.
const PET_NAMES: &str = "
    abraham: abi bram
    adelheid: heidi adele
    agnieszka: aga agi
    albert: bert berti bertl albi
    albrecht: albi
    aleksandar: aco sasha saso sasa
    aleksandra: ola sasa sanja
    alexander: alex sascha sandro xandi lex sasha
    alexandra: alex sandra xandra sascha
    alexandre: alex
    alfons: foni fonsi fons
    alfred: fredi fredy fred freddy alf fredl
    alois: wisi loisl lois
    alojz: lojze
    andreas: andi andy res resu anderl
    andrew: andy drew
    andrzej: jedrek
    anna: anni anneli ania nannerl annie
    annemarie: annemie ami anni
    anthony: tony
    antoine: toine tonio titou
    antoinette: toinette nettie netti
    anton: toni tony toneli tonl
    antonio: toni tonio toto
    arnold: noldi noldl arni
    august: gust gusti gustl gusto
    balthasar: balz
    barbara: babs barbla babsi barb barbel babette basia barbe vroni babsy
    bartholomaus: bartli bartl
    beatrice: bea trix trixi bice
    beatrix: bea trix trixi
    benedikt: beni bene dikt
    benjamin: ben beni benji beno
    bernadette: bernie detti berni
    bernard: nanard bernie berni
    bernhard: berni hardi beni bernd hardy
    boguslaw: bogus
    boguslawa: boga bogusia
    brigitte: gitte brigi gitti bibi britt
    carolina: caro lina
    caroline: caro line
    catherine: cathy kate cath kathy cat katie
    charles: charly charlie chuck charlot carlo
    charlotte: lotte lotti charly lola
    christian: chris chrigu chrigi krischan christen hitsch
    christiane: chris jane
    christina: chris tina christel stina
    christine: chris christel tine tini
    christof: stoffel chris toffi
    christoph: stoffel chris toph chrigu
    christophe: tophe chris totophe
    christopher: chris kit topher
    claude: coco cloclo
    claudia: claudi claudl dia
    corentin: coco coren
    corinne: coco cori rinne
    cornelia: conny corni nele nelly conni cornie neeltje
    daniel: dani dan danny dany danu
    daniela: dani ela
    david: dave dav davy dede
    didier: didi
    dieter: didi dietl
    dietmar: didi didl
    dominik: domi nik dome
    dominique: domi dom nikki
    dorothea: dorli thea dorle dorthe
    dorothee: dorli doro thea
    eberhard: hardy hardi ebi
    edeltraud: traudl traudi edel
    edgar: edi eddy
    edmund: edi mundi mundl eddie ned ed
    eduard: edi edy edu eddy
    edward: ed eddie ned ted teddy
    eleonore: lore elli lenor
    elisabeth: lisa sisi liesl lisi betty bettli elsbeth elsi lisbeth beth bethli babette elli sissi ilse bethi lisette lisl
    elizabeth: liz lizzie beth betty eliza libby lizzy bess betsy lisa
    elzbieta: ela elka
    emmanuel: manu mano
    emmanuelle: manu
    erhard: hardy hardi
    erich: riggi
    ernst: aschi erni ernestl erne
    erwin: winni wine
    eugen: geni oigen gene
    ewa: ewka
    fatima: fati fatou
    felix: lix fefe
    ferdinand: ferdi ferdl nandl nando fernand
    florian: flo flori floh
    francesco: franco cesco cecco ciccio
    francis: frank fran francky
    francisco: paco pancho chico fran
    francois: francky fanfan soissoi
    francoise: fanfan soizic fanchon
    frank: franky frankie
    franz: franzl franzi franzli franky franzel
    franziska: franzi ziska sisi fanny cilla
    frederic: fred fredo frede
    frederique: fred
    fridolin: fridl frido friedl
    frieda: friedl friedi
    friedrich: fritz fritzli fritzl fredi friedl fiete frieder fred
    gabriel: gabe gaby
    gabriela: gabi gaby gabe ela
    gabriele: gabi gaby gabe
    gabrielle: gaby gabi
    georg: schorsch schosch joerg schorschi girgl jorgl
    georges: jojo schorsch geo jo
    gerard: gege gerry
    gerhard: gerd geri hardi gert hardy gerdi
    gertrud: trudi trudy trude gerti traudl gerda trudl
    gertrude: trudi trudy trude gerti traudl trudl
    gilbert: gil gigi bert
    gilles: gillou gigi
    giovanni: gianni vanni nino gio
    giuseppe: beppe pino peppe beppo peppino geppo
    giuseppina: pina
    gottfried: gopf gopfi godu friedl godi
    gottlieb: liebi gottli godi gopf
    gregoire: greg
    gregor: gregi gori greg
    gregory: greg
    grzegorz: grzes grzesiek
    guillaume: guigui guillou gui willy
    gustav: gusti gustl guschti
    hannelore: hanni lore hanne
    hans: housi hausi hansel hansi hasi hanns hansl hansli hensli hausu
    hansjorg: hajo hansi
    hanspeter: hampi hampe hp hampu
    hansruedi: housi hr hansi
    hansueli: housi hu
    harald: harry hari harri
    harold: harry hal
    hedwig: hedi hedy hede jadwiga hedl
    heinrich: heiri heini heiner heinz hein heinerle
    helena: leni lena hela nelly
    helene: leni lena lene nelly
    helmut: heli helm mutz
    henri: riri riton
    henry: harry hank hal
    herbert: herbi bert berti hebbe
    hermann: manni hermi hemmi
    hildegard: hilde hildi gard hildl
    hubert: hubi berti
    ignatius: naz nazi
    ignaz: naz nazl
    ingeborg: inge ingi
    isabella: isa bella isi
    isabelle: isa bella zaza babelle isi
    jacqueline: jacky jackie schagi line
    jacques: jacky jacquot jack kiki schaagi schagi
    jadwiga: jadzia
    jakob: kobi jaggi jock jockel jackl joggi kob joggeli jack
    jakub: kuba
    james: jim jimmy jamie
    jan: janek jasiu jas
    janusz: jasiek
    jean: jeannot schang jeanjean schangi
    jeanne: jeannette nanette
    jennifer: jen jenny
    jerome: jeje gege
    jerzy: jurek
    joachim: achim jochen jo joggi hajo
    joao: joaozinho juca
    joel: jojo
    johann: hans hansi jo johnny
    johanna: hanni hanna jo hanne joey hannele
    johannes: hannes hansi jo johnny hansl
    john: jack johnny
    jonathan: jon jonny joni
    jorge: coque
    jose: pepe ze pepito zeca
    josef: sepp seppi seppl beppi jupp peppi pepi pepe jo jopi joschi joe
    josefa: pepi seffi sefa
    josefina: fini josy josi
    josefine: fini josy josi finele
    joseph: joe sepp jo zeph joey jojo jos
    josephine: josy josie fifi jo
    josip: joso joza josko
    jozef: jozek
    julia: jule juli
    jurgen: jurgi jugg juggi
    karin: kari
    karl: kari karli carlo charly kalle charlie karu
    karolina: karo lina karolcia
    kaspar: chapp kapp chasper kasperl kaspi
    katarzyna: kasia kaska kathi
    katharina: kathi trine kati kathe trini katja kate trinli
    katherine: kate kathy kat katie kitty
    kathleen: kathy kath kate
    kathrin: kati kathi trine
    kenneth: ken kenny
    konrad: koni kuno conny radi kurt conni kon radl
    krzysztof: krzys krzysiek kris
    kurt: kudi kurtu kurtli kuddel
    laurence: lolo larry
    laurent: lolo lau
    lawrence: larry lol
    leonhard: leo hardi lehnert
    leopold: poldi poldl leo
    lorenz: lenz renz lori
    louis: loulou lou
    lucien: lulu lucky
    ludovic: ludo lulu
    ludwig: lutz wiggerl lugg wigi
    luigi: gigi gino
    luis: lucho wisi
    lukasz: luki luka
    magdalena: leni magda lena madlen moni madla
    malgorzata: gosia gocha malgosia
    manfred: fredi manni mane mani fred
    manuela: manu ela
    marcel: marcello celi mase cello
    margaret: maggie meg peggy greta marge madge daisy
    margareta: greti gretl grete
    margarete: greti gretl grete gretel marga gritli gritt
    margaretha: greti gretl grete griet
    margrit: gritli grit greti gritt magi
    marguerite: margot guite margo daisy
    maria: mizzi mitzi mirl mariele ria moidl mia marili marieli mimi
    marianne: nanni janne marian nanne
    marie: mizzi mimi manon maily
    mark: marky
    markus: kusi magge maggi meck markusl
    marlies: lise liesel liesli
    martha: martl matty
    martin: tinu martu mattu tine martl mart marty tino
    martina: tina tini marti
    mathias: hias thias matti hiasl mat mats
    mathieu: mat matt
    matthew: matt matty
    matthias: hias thias matti hiasl hiesl mats mattu matze matt
    matthieu: matt mat
    maurice: momo riri moritz mo
    max: maxu maxl
    maximilian: max maxi maxl
    mehmet: memo memet
    melanie: mel meli lani
    michael: michi mike much mick mich mickey michl mischa michu
    michel: mimi michou mich
    michele: mimi mich
    mireille: mimi mimie
    miroslav: mirko miro
    mohamed: momo mo moha med hamo
    mohammad: momo mo
    mohammed: momo mo moha
    monika: moni mona nika
    monique: momo mona niquette
    moritz: mo momo
    muhammad: mo momo
    nadine: nadi dine
    natalia: nata talia natasha
    natascha: tascha nata
    nathalie: nath nat natti thalie natou
    nicholas: nick nicky nico
    nicolas: nico nic nick colas
    nicole: nici nico nicki niki cole
    nikola: niko dzoni
    nikolaus: klaus niki nik niggi chlaus niggu nico klausi
    norbert: nobi berti bert nobby norbi
    oliver: oli olli ollie
    olivier: oli olive olif
    oskar: oski osi ossi
    othmar: othi otti omi
    otmar: otti otto
    ottilie: tilli otti odile tilly
    pascal: pasci calou pascou pascu
    pascale: calou cali
    patricia: pat patty tricia trish pati
    patrick: pat paddy patou padu padi pade
    patrik: pat padi
    paul: pauli paulchen paulo popaul polo
    paula: paulchen
    pawel: pawelek
    pedro: perico
    peter: pesche pit pidi pete peti peterli petz pieter
    philipp: phippu lipp phil fips lippl phipps
    philippe: phiphi phil filou fifi
    pierre: pierrot pierrick pitt
    piotr: piotrek
    rafael: rafi rafa raffi
    raphael: raphi raffi raf rafi
    raymond: ray mondi momon
    rebecca: becky becca reba
    rebekka: becky rebi
    regina: regi gina reni
    regula: regi regeli regu
    reinhard: hardy hardi reini reiner
    reinhold: reini hold holdi
    renate: reni nate nati
    rene: reni nene renu
    richard: richi dick rick ritsch rico rich richie ricky ritchi
    robert: robi bob bobby rob bert robbie bertl nobi
    roberto: robi berto beto
    roland: roli role rolli roly rolu
    rolf: rolfi rolfu
    romain: roro rom
    ronald: ron ronny roni ronnie
    rosa: rosi rosli rosl
    rosemarie: rosi rosmarie romy rose romi
    rosmarie: rosi rosli romy
    roswitha: rosi switha witha
    rudolf: ruedi rudi dolf dolfi ruedu rudl rudolfi dolfl
    rupert: bertl pert rupi rupp
    sabine: bine sabi bini sabs
    salome: sali meli salo
    salvatore: toto toti turi salvi tore
    samantha: sam sammy
    samuel: sam sami sammy muel samu
    sandra: sandi sandy
    sebastian: basti wastl seb bastian sebi basch baschi wast
    sebastien: seb bastien sebi
    serge: sergio zeze
    siegfried: sigi siggi sigl fritz sigu
    sigmund: sigi siggi mundl
    silvia: silvi sylvie via
    simone: simi mone moni
    slobodan: boban slobo bobo
    sophie: soph fifi sofie
    stanislav: stani stas stane slava
    stanislaw: staszek stach stas stasiu stasiek
    stefan: steff steffl stef stoffi steve stefu
    stefanie: steffi fanny fani
    stephan: steff steffl steph steffi stoff
    stephane: steph fanou fanfan
    stephanie: steffi steph fanny fanie
    stephen: steve stevie steph
    steven: steve stevie
    susan: sue suzie suzy susie
    susanna: susi sanna suse zanna
    susanne: susi sanne suse sanni sue susle
    suzanne: suzy suzon zanne suze susu
    sylvain: sylvo vanou
    sylvie: vivi
    terence: terry tel
    teresa: tere resi tess
    thaddaus: teddy thaddae
    theodor: theo teddy dori thedi
    theodore: ted teddy theo dore
    theresa: resi tess terri tracy thesi
    therese: resi thres reserl thesi trees
    theresia: resi thresl reserl resl threse thresi
    thierry: titi thier
    thomas: tom tommy tomi thomi thom tomu
    timothy: tim timmy
    tobias: tobi toby bias
    tomasz: tomek
    ulrich: ueli uli ulli ulrik utz uelu
    ulrike: ulli rike uli rikki ulla
    ursula: ursi uschi ursle ulla uschl sula ursel
    urszula: ula ulka
    valentin: vali valti velti vale velten
    verena: vreni vreneli verenli vrenli vroni rena vre
    veronika: vroni vronl roni vreni niki nika
    veronique: vero nique veve
    victor: vic toto totor
    viktor: vik vicky
    vincent: vince vinz
    vinzenz: zenz vinz zenzi
    virginie: gini ninie vivi
    vladimir: vlado vova volodja vladi wowa mirko
    vojislav: voja
    walburga: burgl wally burgi burga
    walter: walti wale waldi wally walte wauti waltu
    waltraud: traudl traudi walli traude
    wendelin: wendel wendl
    werner: wernu werni warnu wenno warni
    wilfried: willi fried willy fredi
    wilhelm: willi willy helmi wim bill wille willem
    wilhelmine: mina minna helmi mine minchen
    william: bill billy will willy liam willie
    wladyslaw: wladek
    wojciech: wojtek
    wolfgang: wolfi wolf gangerl wolferl
    xaver: xaverl veri xavi
    yannick: yann yaya
    yves: vivi
    yvonne: vonni yvi vonne
    zacharias: zachi zach
    zbigniew: zbyszek zibi zbych zbynek zbyniu
    zdravko: zdrale
    zofia: zosia zocha
";

/// The pet forms of a given name: looked up where the names stand in their order, without a table of them.
pub(in crate::anonymise::memory) fn forms_of(name: &str) -> impl Iterator<Item = &'static str> {
    let mut rest = PET_NAMES;
    let forms = loop {
        let Some((before, line, behind)) = middle_line(rest) else {
            break "";
        };
        let (own, forms) = line.trim_start().split_once(": ").unwrap_or((line, ""));
        rest = match name.cmp(own) {
            Ordering::Less => before,
            Ordering::Equal => break forms,
            Ordering::Greater => behind,
        };
    };
    forms.split_whitespace()
}

/// The line in the middle of a text, with what stands before and behind it; nothing if there is no line.
fn middle_line(text: &str) -> Option<(&str, &str, &str)> {
    let (first, second) = text.split_at(text.floor_char_boundary(text.len() / 2));
    let start = first.rfind('\n').map_or(0, |end| end + 1);
    let end = second
        .find('\n')
        .map_or(text.len(), |end| first.len() + end);
    let (before, rest) = text.split_at(start);
    let (line, behind) = rest.split_at(end - start);
    (!line.is_empty()).then_some((before, line, behind.strip_prefix('\n').unwrap_or(behind)))
}

/// Whether the one is a pet form of the other.
pub(super) fn is_form_of(pet: &str, name: &str) -> bool {
    forms_of(name).any(|form| form == pet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fold;

    /// The names, each with its forms.
    fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
        let lines = PET_NAMES.lines();
        lines.filter_map(|line| line.trim().split_once(": "))
    }

    #[test]
    fn each_name_is_found_with_its_forms_and_no_other() {
        for (name, forms) in names() {
            let found: Vec<&str> = forms_of(name).collect();
            assert_eq!(found.join(" "), forms, "{name}");
            let (longer, shorter) = (format!("{name}a"), name.get(1..).unwrap_or_default());
            for other in [longer.as_str(), shorter] {
                let is_name = names().any(|(name, _)| name == other);
                assert_eq!(forms_of(other).next().is_some(), is_name, "{other}");
            }
        }
        assert_eq!(forms_of("").next(), None);
    }

    #[test]
    fn the_names_stand_in_order_and_as_they_are_compared() {
        assert!(names().is_sorted_by_key(|(name, _)| name));
        assert_eq!(names().count() + 2, PET_NAMES.split('\n').count());
        for (name, forms) in names() {
            assert_eq!(fold(name), *name);
            let forms: Vec<&str> = forms.split_whitespace().collect();
            for (at, form) in forms.iter().enumerate() {
                assert_eq!(fold(form), *form, "{name}");
                assert!(!forms[..at].contains(form), "{name}: {form} stands twice");
            }
        }
    }

    #[test]
    fn a_pet_form_is_one_of_its_own_name() {
        assert!(is_form_of("kasia", "katarzyna"));
        assert!(is_form_of("kobi", "jakob"));
        assert!(!is_form_of("kobi", "johannes"));
        assert!(!is_form_of("jakob", "kobi"));
    }
}
