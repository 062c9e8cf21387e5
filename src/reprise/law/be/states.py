"""What the States of the world call their law, in French, Dutch, German and English.

A State's name is that of the Unicode locale data; what stands here by hand is the adjective of its
law, without an ending, the other names that terms use, and the parts that have a law of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from reprise.law.eu import vat_rates

Words = tuple[str, str, str, str]
LANGUAGES: Final = ("fr", "nl", "de", "en")

# Each Member State has a standard rate.
MEMBERS: Final = frozenset(vat_rates.STANDARD)
# Parts of Member States, some of them outside the Union's law; none is a State of its own.
PARTS: Final = frozenset(
    (
        *("AW", "AX", "BL", "BQ", "CP", "CW", "EA", "FO", "GF", "GL", "GP", "IC"),
        *("MF", "MQ", "NC", "PF", "PM", "RE", "SX", "TF", "WF", "YT"),
    )
)
# The Union, the United Nations, what has no law, and what is no place.
NO_STATES: Final = frozenset(("AQ", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))

ADJECTIVES: Final[Mapping[str, Words]] = {
    # Member States
    "AT": ("autrichien", "Oostenrijks", "österreichisch", "Austrian"),
    "BG": ("bulgare", "Bulgaars", "bulgarisch", "Bulgarian"),
    "CY": ("chypriote", "Cypriotisch", "zyprisch", "Cypriot"),
    "CZ": ("tchèque", "Tsjechisch", "tschechisch", "Czech"),
    "DE": ("allemand", "Duits", "deutsch", "German"),
    "DK": ("danois", "Deens", "dänisch", "Danish"),
    "EE": ("estonien", "Est(?:land)?s", "estnisch", "Estonian"),
    "ES": ("espagnol", "Spaans", "spanisch", "Spanish"),
    "FI": ("finlandais", "Fins", "finnisch", "Finnish"),
    "FR": ("fran[cç]ais", "Frans", "französisch", "French"),
    "GR": ("grec|hellénique", "Grieks", "griechisch", "Greek|Hellenic"),
    "HR": ("croate", "Kroatisch", "kroatisch", "Croatian"),
    "HU": ("hongrois", "Hongaars", "ungarisch", "Hungarian"),
    "IE": ("irlandais", "Iers", "irisch", "Irish"),
    "IT": ("italien", "Italiaans", "italienisch", "Italian"),
    "LT": ("lituanien", "Litouws", "litauisch", "Lithuanian"),
    "LU": ("luxembourgeois", "Luxemburgs", "luxemburg(?:isch|er)", "Luxembourg(?:ish)?"),
    "LV": ("letton", "Lets", "lettisch", "Latvian"),
    "MT": ("maltais", "Maltee?s", "maltesisch", "Maltese"),
    "NL": ("néerlandais|hollandais", "Nederlands|Hollands", "niederländisch|holländisch", "Dutch"),
    "PL": ("polonais", "Pools", "polnisch", "Polish"),
    "PT": ("portugais", "Portugee?s", "portugiesisch", "Portuguese"),
    "RO": ("roumain", "Roemeens", "rumänisch", "Romanian"),
    "SE": ("suédois", "Zweeds", "schwedisch", "Swedish"),
    "SI": ("slovène", "Sloveens", "slowenisch", "Sloven(?:ian|e)"),
    "SK": ("slovaque", "Slowaaks", "slowakisch", "Slovak(?:ian)?"),
    # States outside the Union, those of the European Economic Area among them
    "AD": ("andorran", "Andorree?s", "andorranisch", "Andorran"),
    "AE": ("émirati|émirien", "Emiraats", "emiratisch", "Emirati|UAE"),
    "AF": ("afghan", "Afghaans", "afghanisch", "Afghan"),
    "AG": ("antiguayen", "Antiguaans", "antiguanisch", "Antiguan"),
    "AL": ("albanais", "Albanee?s", "albanisch", "Albanian"),
    "AM": ("arménien", "Armeens", "armenisch", "Armenian"),
    "AO": ("angolais", "Angolee?s", "angolanisch", "Angolan"),
    "AR": ("argentin", "Argentijns", "argentinisch", "Argentin(?:e|ian)"),
    "AU": ("australien", "Australisch", "australisch", "Australian"),
    "AZ": ("azerbaïdjanais", "Azerbeidzjaans", "aserbaidschanisch", "Azerbaijani|Azeri"),
    "BA": ("bosnien", "Bosnisch", "bosnisch", "Bosnian"),
    "BB": ("barbadien", "Barbadaans", "barbadisch", "Barbadian"),
    "BD": ("bangladais", "Bengalee?s", "bangladeschisch", "Bangladeshi"),
    "BF": ("burkinabè|burkinabé", "Burkinee?s", "burkinisch", "Burkinabe"),
    "BH": ("bahreïnien", "Bahreins", "bahrainisch", "Bahraini"),
    "BI": ("burundais", "Burundee?s", "burundisch", "Burundian"),
    "BJ": ("béninois", "Benins", "beninisch", "Beninese"),
    "BN": ("brunéien", "Bruneis", "bruneiisch", "Bruneian"),
    "BO": ("bolivien", "Boliviaans", "bolivianisch", "Bolivian"),
    "BR": ("brésilien", "Braziliaans", "brasilianisch", "Brazilian"),
    "BS": ("bahaméen|bahamien", "Bahamaans", "bahamaisch", "Bahamian"),
    "BT": ("bhoutanais", "Bhutaans", "bhutanisch", "Bhutanese"),
    "BW": ("botswanais|botswanéen", "Botswaans", "botsuanisch", "Botswanan"),
    "BY": (
        "biélorusse|bélarusse",
        "Belarussisch|Wit-Russisch",
        "belarussisch|weißrussisch",
        "Belarusian",
    ),
    "BZ": ("bélizien", "Belizaans", "belizisch", "Belizean"),
    "CA": ("canadien|québécois", "Canadee?s", "kanadisch", "Canadian"),
    "CD": ("congolais", "Congolee?s", "kongolesisch", "Congolese"),
    "CF": ("centrafricain", "Centraal-Afrikaans", "zentralafrikanisch", "Central African"),
    "CH": ("suisse|helvétique", "Zwitsers", "Schweizer(?:isch)?", "Swiss"),
    "CI": ("ivoirien", "Ivoriaans", "ivorisch", "Ivorian"),
    "CL": ("chilien", "Chileens", "chilenisch", "Chilean"),
    "CM": ("camerounais", "Kameroens", "kamerunisch", "Cameroonian"),
    "CN": ("chinois", "Chinee?s", "chinesisch", "Chinese|PRC"),
    "CO": ("colombien", "Colombiaans", "kolumbianisch", "Colombian"),
    "CR": ("costaricien", "Costa Ricaans", "costa-ricanisch", "Costa Rican"),
    "CU": ("cubain", "Cubaans", "kubanisch", "Cuban"),
    "CV": ("cap-verdien", "Kaapverdisch", "kapverdisch", "Cape Verdean"),
    "DJ": ("djiboutien", "Djiboutiaans", "dschibutisch", "Djiboutian"),
    "DM": ("dominiquais", "Dominicaans", "dominicanisch", "Dominican"),
    "DO": ("dominicain", "Dominicaans", "dominikanisch", "Dominican"),
    "DZ": ("algérien", "Algerijns", "algerisch", "Algerian"),
    "EC": ("équatorien", "Ecuador(?:i)?aans", "ecuadorianisch", "Ecuadorian"),
    "EG": ("égyptien", "Egyptisch", "ägyptisch", "Egyptian"),
    "ER": ("érythréen", "Eritree?s", "eritreisch", "Eritrean"),
    "ET": ("éthiopien", "Ethiopisch", "äthiopisch", "Ethiopian"),
    "FJ": ("fidjien", "Fijisch", "fidschianisch", "Fijian"),
    "FM": ("micronésien", "Micronesisch", "mikronesisch", "Micronesian"),
    "GA": ("gabonais", "Gabonee?s", "gabunisch", "Gabonese"),
    "GB": (
        "anglais|britannique|écossais|gallois|nord-irlandais",
        "Engels|Brits|Schots|Noord-Iers",
        "englisch|britisch|schottisch|nordirisch",
        "English|British|UK|Scots|Scottish|Welsh|Northern Irish",
    ),
    "GD": ("grenadien", "Grenadaans", "grenadisch", "Grenadian"),
    "GE": ("géorgien", "Georgisch", "georgisch", "Georgian"),
    "GG": ("guernesiais", "Guernseys", "guernseyisch", "Guernsey"),
    "GH": ("ghanéen", "Ghanee?s", "ghanaisch", "Ghanaian"),
    "GI": ("gibraltarien", "Gibraltaars", "gibraltarisch", "Gibraltar(?:ian)?"),
    "GM": ("gambien", "Gambiaans", "gambisch", "Gambian"),
    "GN": ("guinéen", "Guinee?s", "guineisch", "Guinean"),
    "GQ": ("équatoguinéen", "Equatoriaal-Guinee?s", "äquatorialguineisch", "Equatoguinean"),
    "GT": ("guatémaltèque", "Guatemalteeks", "guatemaltekisch", "Guatemalan"),
    "GW": ("bissau-guinéen", "Guinee-Bissaus", "guinea-bissauisch", "Bissau-Guinean"),
    "GY": ("guyanien", "Guyaans", "guyanisch", "Guyanese"),
    "HK": ("hongkongais", "Hongkongs", "Hongkonger", "Hong Kong"),
    "HN": ("hondurien", "Hondurees|Hondurese", "honduranisch", "Honduran"),
    "HT": ("haïtien", "Haïtiaans", "haitianisch", "Haitian"),
    "ID": ("indonésien", "Indonesisch", "indonesisch", "Indonesian"),
    "IL": ("israélien", "Israëlisch", "israelisch", "Israeli"),
    "IM": ("mannois", "Manx", "Manx", "Manx"),
    "IN": ("indien", "Indiaas|Indiase", "indisch", "Indian"),
    "IQ": ("irakien|iraquien", "Iraaks", "irakisch", "Iraqi"),
    "IR": ("iranien", "Iraans", "iranisch", "Iranian"),
    "IS": ("islandais", "IJslands", "isländisch", "Icelandic"),
    "JE": ("jersiais", "Jerseys", "Jerseyer", "Jersey"),
    "JM": ("jamaïcain|jamaïquain", "Jamaicaans", "jamaikanisch", "Jamaican"),
    "JO": ("jordanien", "Jordaans", "jordanisch", "Jordanian"),
    "JP": ("japonais", "Japans", "japanisch", "Japanese"),
    "KE": ("k[eé]nyan", "Keniaans", "kenianisch", "Kenyan"),
    "KG": ("kirghize", "Kirgizisch", "kirgisisch", "Kyrgyz"),
    "KH": ("cambodgien", "Cambodjaans", "kambodschanisch", "Cambodian"),
    "KI": ("kiribatien", "Kiribatisch", "kiribatisch", "Kiribati"),
    "KM": ("comorien", "Comorees|Comorese", "komorisch", "Comorian"),
    "KN": ("christophien|kittitien", "Kittitiaans", "kittitisch", "Kittitian"),
    "KP": ("nord-coréen", "Noord-Koreaans", "nordkoreanisch", "North Korean"),
    "KR": ("(?:sud-)?coréen", "(?:Zuid-)?Koreaans", "(?:süd)?koreanisch", "(?:South )?Korean"),
    "KW": ("koweïtien", "Koeweits", "kuwaitisch", "Kuwaiti"),
    "KY": ("caïmanien", "Kaaimaneilands", "kaimanisch", "Cayman(?:ian)?"),
    "KZ": ("kazakh(?:stanais)?", "Kazachs(?:taans)?", "kasachisch", "Kazakh(?:stani)?"),
    "LA": ("laotien", "Laotiaans", "laotisch", "Lao(?:tian)?"),
    "LB": ("libanais", "Libanees|Libanese", "libanesisch", "Lebanese"),
    "LC": ("saint-lucien", "Saint Luciaans", "lucianisch", "Saint Lucian"),
    "LI": ("liechtensteinois", "Liechtensteins", "liechtensteinisch", "Liechtenstein"),
    "LK": ("sri-lankais|srilankais", "Sri Lankaans", "sri-lankisch", "Sri Lankan"),
    "LR": ("libérien", "Liberiaans", "liberianisch", "Liberian"),
    "LS": ("lesothan", "Lesothaans", "lesothisch", "Lesotho|Basotho"),
    "LY": ("libyen", "Libisch", "libysch", "Libyan"),
    "MA": ("marocain", "Marokkaans", "marokkanisch", "Moroccan"),
    "MC": ("monégasque", "Monegaskisch", "monegassisch", "Monegasque"),
    "MD": ("moldave", "Moldavisch", "moldauisch|moldawisch", "Moldovan"),
    "ME": ("monténégrin", "Montenegrijns", "montenegrinisch", "Montenegrin"),
    "MG": ("malgache", "Malagassisch", "madagassisch", "Malagasy"),
    "MH": ("marshallais", "Marshalleilands", "marshallisch", "Marshallese"),
    "MK": (
        "(?:nord-)?macédonien",
        "(?:Noord-)?Macedonisch",
        "(?:nord)?mazedonisch",
        "(?:North )?Macedonian",
    ),
    "ML": ("malien", "Malinees|Malinese", "malisch", "Malian"),
    "MM": ("birman", "Birmaans|Myanmarees", "myanmarisch|birmanisch", "Burmese|Myanmar"),
    "MN": ("mongol", "Mongools", "mongolisch", "Mongolian"),
    "MO": ("macanais", "Macaus", "macauisch", "Maca[ou]"),
    "MR": ("mauritanien", "Mauritaans", "mauretanisch", "Mauritanian"),
    "MU": ("mauricien", "Mauritiaans", "mauritisch", "Mauritian"),
    "MV": ("maldivien", "Maldivisch|Maledivisch", "maledivisch", "Maldivian"),
    "MW": ("malawi(?:te|en)", "Malawisch", "malawisch", "Malawian"),
    "MX": ("mexicain", "Mexicaans", "mexikanisch", "Mexican"),
    "MY": ("malaisien", "Maleisisch", "malaysisch", "Malaysian"),
    "MZ": ("mozambicain", "Mozambikaans", "mosambikanisch", "Mozambican"),
    "NA": ("namibien", "Namibisch", "namibisch", "Namibian"),
    "NE": ("nigérien", "Nigerees|Nigerese", "nigrisch", "Nigerien"),
    "NG": ("nigérian", "Nigeriaans", "nigerianisch", "Nigerian"),
    "NI": ("nicaraguayen", "Nicaraguaans", "nicaraguanisch", "Nicaraguan"),
    "NO": ("norvégien", "Noors", "norwegisch", "Norwegian"),
    "NP": ("népalais", "Nepalees|Nepalese", "nepalesisch", "Nepal(?:ese|i)"),
    "NR": ("nauruan", "Nauruaans", "nauruisch", "Nauruan"),
    "NZ": ("néo-zélandais", "Nieuw-Zeelands", "neuseeländisch", "New Zealand"),
    "OM": ("omanais", "Omaans", "omanisch", "Omani"),
    "PA": ("panaméen", "Panamees|Panamese", "panamaisch", "Panamanian"),
    "PE": ("péruvien", "Peru(?:vi)?aans", "peruanisch", "Peruvian"),
    "PG": ("papouasien", "Papoea-Nieuw-Guinee?s", "papua-neuguineisch", "Papua New Guinean"),
    "PH": ("philippin", "Filipijns", "philippinisch", "Philippine|Filipino"),
    "PK": ("pakistanais", "Pakistaans", "pakistanisch", "Pakistani"),
    "PR": ("portoricain", "Puerto Ricaans", "puerto-ricanisch", "Puerto Rican"),
    "PS": ("palestinien", "Palestijns", "palästinensisch", "Palestinian"),
    "PW": ("palaosien", "Palaus", "palauisch", "Palauan"),
    "PY": ("paraguayen", "Paraguayaans", "paraguayisch", "Paraguayan"),
    "QA": ("qatari|qatarien", "Qatarees|Qatarese", "katarisch", "Qatari"),
    "RS": ("serbe", "Servisch", "serbisch", "Serbian"),
    "RU": ("russe", "Russisch", "russisch", "Russian"),
    "RW": ("rwandais", "Rwandees|Rwandese", "ruandisch", "Rwandan"),
    "SA": (
        "saoudien",
        "Saoedi(?:-Arab)?isch|Saoedisch",
        "saudi(?:-arab)?isch|saudisch",
        "Saudi(?: Arabian)?",
    ),
    "SB": ("salomonais", "Salomonseilands", "salomonisch", "Solomon Islands?"),
    "SC": ("seychellois", "Seychels", "seychellisch", "Seychellois"),
    "SD": ("soudanais", "Soedanees|Soedanese", "sudanesisch", "Sudanese"),
    "SG": ("singapourien", "Singaporee?s", "singapurisch", "Singapore(?:an)?"),
    "SL": ("sierra-léonais", "Sierra Leoons", "sierra-leonisch", "Sierra Leonean"),
    "SM": (
        "saint-marinais|san-marinais",
        "San Marinees|San Marinese",
        "san-marinesisch",
        "Sammarinese",
    ),
    "SN": ("sénégalais", "Senegalees|Senegalese", "senegalesisch", "Senegalese"),
    "SO": ("somalien", "Somalisch", "somalisch", "Somali"),
    "SR": ("surinamais|surinamien", "Surinaams", "surinamisch", "Surinamese"),
    "SS": ("sud-soudanais", "Zuid-Soedanees|Zuid-Soedanese", "südsudanesisch", "South Sudanese"),
    "ST": ("santoméen", "Santomees|Santomese", "santomeisch", "Santomean"),
    "SV": ("salvadorien", "Salvadoraans", "salvadorianisch", "Salvadoran"),
    "SY": ("syrien", "Syrisch", "syrisch", "Syrian"),
    "SZ": ("eswatinien|swazi", "Swazisch|Eswatinisch", "eswatinisch|swasiländisch", "Swazi"),
    "TD": ("tchadien", "Tsjadisch", "tschadisch", "Chadian"),
    "TG": ("togolais", "Togolees|Togolese", "togoisch", "Togolese"),
    "TH": ("thaïlandais", "Thais", "thailändisch", "Thai"),
    "TJ": ("tadjik", "Tadzjieks", "tadschikisch", "Tajik"),
    "TL": ("est-timorais", "Oost-Timorees|Oost-Timorese", "timoresisch", "Timorese"),
    "TM": ("turkmène", "Turkmeens", "turkmenisch", "Turkmen"),
    "TN": ("tunisien", "Tunesisch", "tunesisch", "Tunisian"),
    "TO": ("tongien", "Tongaans", "tongaisch", "Tongan"),
    "TR": ("tur(?:c|que)", "Turks", "türkisch", "Turkish"),
    "TT": ("trinidadien", "Trinidadiaans", "trinidadisch", "Trinidadian"),
    "TV": ("tuvaluan", "Tuvaluaans", "tuvaluisch", "Tuvaluan"),
    "TW": ("taïwanais", "Taiwanees|Taiwanese", "taiwan(?:es)?isch", "Taiwan(?:ese)?"),
    "TZ": ("tanzanien", "Tanzaniaans", "tansanisch", "Tanzanian"),
    "UA": ("ukrainien", "Oekraïens", "ukrainisch", "Ukrainian"),
    "UG": ("ougandais", "Oegandees|Oegandese", "ugandisch", "Ugandan"),
    "US": (
        "américain|états-unien|étasunien|new-yorkais|californien|texan|floridien",
        "Amerikaans|Californisch|Texaans",
        "(?:US-)?amerikanisch|kalifornisch|texanisch|New Yorker",
        # In capitals: "gives us laws" speaks of nobody's.
        "American|(?-i:US|U\\.S\\.)|Californian|Texan",
    ),
    "UY": ("uruguayen", "Uruguayaans", "uruguayisch", "Uruguayan"),
    "UZ": ("ouzbek", "Oezbeeks", "usbekisch", "Uzbek"),
    "VA": ("vatican", "Vaticaans", "vatikanisch", "Vatican"),
    "VC": ("vincentais", "Vincentiaans", "vincentisch", "Vincentian"),
    "VE": ("vénézuélien", "Venezolaans", "venezolanisch", "Venezuelan"),
    "VN": ("vietnamien", "Vietnamees|Vietnamese", "vietnamesisch", "Vietnamese"),
    "VU": ("vanuatais|vanuatuan", "Vanuatuaans", "vanuatuisch", "Vanuatuan"),
    "WS": ("samoan", "Samoaans", "samoanisch", "Samoan"),
    "XK": ("kosovar", "Kosovaars", "kosovarisch", "Kosovar|Kosovan"),
    "YE": ("yéménite", "Jemenitisch", "jemenitisch", "Yemeni"),
    "ZA": ("sud-africain", "Zuid-Afrikaans", "südafrikanisch", "South African"),
    "ZM": ("zambien", "Zambiaans", "sambisch", "Zambian"),
    "ZW": ("zimbabwéen", "Zimbabwaans", "simbabwisch", "Zimbabwean"),
}  # fmt: skip

# Other names, and parts with a law of their own.
ALSO: Final[Mapping[str, Words]] = {
    "AE": (
        "Dubaï|Abou Dabi|Abu Dhabi",
        "Dubai|Abu Dhabi",
        "Dubai|Abu Dhabi",
        "UAE|Dubai|Abu Dhabi",
    ),
    "AU": (
        "Nouvelle-Galles du Sud|Victoria|Queensland",
        "Nieuw-Zuid-Wales|Victoria|Queensland",
        "Neusüdwales|Victoria|Queensland",
        "New South Wales|Victoria|Queensland|Western Australia|South Australia|Tasmania",
    ),
    "BY": ("Bélarus", "Wit-Rusland", "Weißrussland", "Byelorussia"),
    "CA": (
        "Québec|Ontario|Colombie-Britannique|Alberta|Manitoba",
        "Quebec|Ontario|Brits-Columbia|Alberta|Manitoba",
        "Québec|Ontario|British Columbia|Alberta|Manitoba",
        "Qu[eé]bec|Ontario|British Columbia|Alberta|Manitoba|Nova Scotia",
    ),
    "CD": ("Congo", "Congo", "Kongo", "Congo"),
    "CI": ("Côte d’Ivoire", "Ivoorkust", "Elfenbeinküste", "Ivory Coast"),
    "CN": ("RPC", "VRC", "VR China", "PRC|mainland China"),
    "CV": ("Cabo Verde", "Cabo Verde", "Kap Verde", "Cabo Verde"),
    "CZ": (
        "République tchèque",
        "Tsjechische Republiek",
        "Tschechische Republik",
        "Czech Republic",
    ),
    "GB": (
        "Grande-Bretagne|Angleterre|Écosse|Irlande du Nord|Pays de Galles",
        "Groot-Brittannië|Engeland|Schotland|Noord-Ierland|Wales",
        "Großbritannien|England|Schottland|Nordirland|Wales",
        "UK|Great Britain|Britain|England|Scotland|Northern Ireland|Wales",
    ),
    "GR": (
        "République hellénique",
        "Helleense Republiek",
        "Hellenische Republik",
        "Hellenic Republic",
    ),
    "HK": ("Hong[- ]Kong", "Hong ?Kong", "Hong ?kong", "Hong Kong"),
    "KR": ("Corée", "Korea", "Korea", "Korea"),
    "MD": ("Moldova", "Moldova", "Moldawien|Moldau", "Moldavia"),
    "MM": ("Birmanie|Myanmar", "Birma|Myanmar", "Birma", "Burma|Myanmar"),
    "MO": ("Macao", "Macau", "Macau|Macao", "Maca[ou]"),
    "NL": ("Hollande", "Holland", "Holland", "Holland"),
    "PS": ("Palestine", "Palestina", "Palästina", "Palestine"),
    "RU": (
        "Fédération russe",
        "Russische Federatie",
        "Russische Föderation",
        "Russian Federation",
    ),
    "SA": ("Arabie Saoudite", "Saudi-Arabië", "Saudiarabien", "KSA"),
    "SZ": ("Swaziland", "Swaziland", "Swasiland", "Swaziland"),
    "TR": ("Türkiye", "Türkiye", "Türkiye", "Turkey"),
    "TW": ("Taiwan", "Taiwan", "Taiwan", "Taiwan"),
    "US": (
        "USA|New York|Californie|Delaware|Texas|Floride|Washington|Nevada|Illinois|"
        "Massachusetts|New Jersey|Virginie|Colorado|Utah|Oregon|Pennsylvanie|Ohio|Michigan",
        "USA|VS|New York|Californië|Delaware|Texas|Florida|Washington|Nevada|Illinois",
        "USA|New York|Kalifornien|Delaware|Texas|Florida|Washington|Nevada|Illinois",
        "(?-i:USA|U\\.S\\.A\\.|US|U\\.S\\.)|Alabama|Alaska|Arizona|Arkansas|California|Colorado|"
        "Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|"
        "Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|"
        "Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|"
        "North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|"
        "South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|"
        "Wyoming|District of Columbia",
    ),
    "VA": ("Vatican", "Vaticaan", "Vatikan", "Holy See"),
    "VN": ("Vietnam", "Vietnam", "Vietnam", "Viet Nam"),
}

# States that are called like a person, and how the law of the State is told from that person's.
_FIRST_NAMES: Final[Mapping[tuple[str, str], str]] = {
    ("DM", "fr"): "(?<=la )Dominique",
    ("MU", "fr"): "île Maurice|(?<=République de )Maurice",
    ("SV", "fr"): "El Salvador|(?<=du )Salvador",
}
# "Myanmar (Burma)": the name before the brackets.
_BRACKETS: Final = re.compile(r"\s*\([^)]*\)$")
# A German adjective before a noun: "Vereinigte Staaten", "der Vereinigten Staaten".
_INFLECTED: Final = re.compile(r"(?<=\w)e[sr]?(?= [A-ZÄÖÜ])")


@cache
def _territories(language: str) -> dict[str, str]:
    """Every place of the locale data; read where terms are looked through, as the book of law is
    opened without it."""
    from babel import Locale

    known = Locale(language).territories
    return {str(code): str(name) for code, name in known.items()}


@cache
def others() -> frozenset[str]:
    """The States, and the dependencies of States, outside the Union."""
    codes = {each for each in _territories("en") if len(each) == 2}
    return frozenset(codes - MEMBERS - PARTS - NO_STATES)


@cache
def names(code: str) -> Words:
    """How terms name it, as alternatives of a pattern in each language."""
    fr, nl, de, en = (_name(code, at) for at in range(len(LANGUAGES)))
    return fr, nl, de, en


def _name(code: str, at: int) -> str:
    language = LANGUAGES[at]
    if (code, language) in _FIRST_NAMES:
        return _FIRST_NAMES[code, language]
    known = _territories(language).get(code, "")
    plain = re.escape(_BRACKETS.sub("", known)).replace("\\ ", " ")
    pattern = plain.replace("’", "['’]").replace("\\&", "(?:&|and)")
    pattern = pattern.replace("St\\. ", "(?:St\\.?|Saint) ")
    also = ALSO[code][at] if code in ALSO else ""
    found = "|".join(each for each in (pattern, also) if each)
    return _INFLECTED.sub("e[nrs]?", found) if language == "de" else found
