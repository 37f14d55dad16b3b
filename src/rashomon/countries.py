"""Countries with their demonyms, capitals and other names: facts that join "Tehran", "Iranian" and "Iran".

One line a state or territory: name; demonyms; capital (seat of government); other names; code. Accents and case are
folded by the readers of the table. Small states and territories have no capital here: its name is more often a family's
("Hamilton"). The table lists names as news writes them and takes no position on any dispute.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_TABLE = """
Afghanistan; Afghan; Kabul;; AFG
Albania; Albanian; Tirana;; ALB
Algeria; Algerian; Algiers;; DZA
Andorra; Andorran; Andorra la Vella;; AND
Angola; Angolan; Luanda;; AGO
Antigua and Barbuda; Antiguan;; Antigua; ATG
Argentina; Argentine, Argentinian; Buenos Aires;; ARG
Armenia; Armenian; Yerevan;; ARM
Australia; Australian; Canberra;; AUS
Austria; Austrian; Vienna;; AUT
Azerbaijan; Azerbaijani, Azeri; Baku;; AZE
Bahamas; Bahamian; Nassau;; BHS
Bahrain; Bahraini; Manama;; BHR
Bangladesh; Bangladeshi; Dhaka;; BGD
Barbados; Barbadian; Bridgetown;; BRB
Belarus; Belarusian, Belarussian; Minsk;; BLR
Belgium; Belgian; Brussels;; BEL
Belize; Belizean; Belmopan;; BLZ
Benin; Beninese; Porto-Novo;; BEN
Bermuda; Bermudian;;; BMU
Bhutan; Bhutanese; Thimphu;; BTN
Bolivia; Bolivian; La Paz;; BOL
Bosnia and Herzegovina; Bosnian; Sarajevo; Bosnia; BIH
Botswana; Botswanan; Gaborone;; BWA
Brazil; Brazilian; Brasilia;; BRA
Brunei; Bruneian; Bandar Seri Begawan;; BRN
Bulgaria; Bulgarian; Sofia;; BGR
Burkina Faso; Burkinabe; Ouagadougou;; BFA
Burundi; Burundian; Bujumbura;; BDI
Cambodia; Cambodian; Phnom Penh;; KHM
Cameroon; Cameroonian; Yaounde;; CMR
Canada; Canadian; Ottawa;; CAN
Cape Verde; Cape Verdean;; Cabo Verde; CPV
Cayman Islands; Caymanian;;; CYM
Central African Republic; Central African; Bangui; CAR; CAF
Chad; Chadian; N'Djamena;; TCD
Chile; Chilean; Santiago;; CHL
China; Chinese; Beijing; People's Republic of China, PRC; CHN
Colombia; Colombian; Bogota;; COL
Comoros; Comorian; Moroni;; COM
Democratic Republic of the Congo; Congolese; Kinshasa; DR Congo, DRC, Democratic Republic of Congo; COD
Costa Rica; Costa Rican; San Jose;; CRI
Croatia; Croatian, Croat; Zagreb;; HRV
Cuba; Cuban; Havana;; CUB
Cyprus; Cypriot; Nicosia;; CYP
Czech Republic; Czech; Prague; Czechia; CZE
Denmark; Danish, Dane; Copenhagen;; DNK
Djibouti; Djiboutian;;; DJI
Dominica;;;; DMA
Dominican Republic;; Santo Domingo;; DOM
East Timor; Timorese; Dili; Timor-Leste; TLS
Ecuador; Ecuadorian, Ecuadorean; Quito;; ECU
Egypt; Egyptian; Cairo;; EGY
El Salvador; Salvadoran; San Salvador;; SLV
Equatorial Guinea;; Malabo;; GNQ
Eritrea; Eritrean; Asmara;; ERI
Estonia; Estonian; Tallinn;; EST
Eswatini; Swazi; Mbabane; Swaziland; SWZ
Ethiopia; Ethiopian; Addis Ababa;; ETH
Falkland Islands;;; Falklands; FLK
Faroe Islands; Faroese;; Faroes; FRO
Fiji; Fijian; Suva;; FJI
Finland; Finnish, Finn; Helsinki;; FIN
France; French; Paris;; FRA
Gabon; Gabonese; Libreville;; GAB
Gambia; Gambian; Banjul;; GMB
Georgia; Georgian; Tbilisi;; GEO
Germany; German; Berlin;; DEU
Ghana; Ghanaian; Accra;; GHA
Gibraltar; Gibraltarian;;; GIB
Greece; Greek; Athens;; GRC
Greenland; Greenlandic, Greenlander;;; GRL
Grenada; Grenadian;;; GRD
Guam; Guamanian;;; GUM
Guatemala; Guatemalan; Guatemala City;; GTM
Guinea; Guinean; Conakry;; GIN
Guinea-Bissau;; Bissau;; GNB
Guyana; Guyanese; Georgetown;; GUY
Haiti; Haitian; Port-au-Prince;; HTI
Honduras; Honduran; Tegucigalpa;; HND
Hong Kong; Hong Konger, Hongkonger;;; HKG
Hungary; Hungarian; Budapest;; HUN
Iceland; Icelandic; Reykjavik;; ISL
India; Indian; New Delhi; Delhi; IND
Indonesia; Indonesian; Jakarta;; IDN
Iran; Iranian; Tehran, Teheran; Islamic Republic of Iran; IRN
Iraq; Iraqi; Baghdad;; IRQ
Ireland; Irish; Dublin;; IRL
Israel; Israeli;;; ISR
Italy; Italian; Rome;; ITA
Ivory Coast; Ivorian; Yamoussoukro; Cote d'Ivoire; CIV
Jamaica; Jamaican; Kingston;; JAM
Japan; Japanese; Tokyo;; JPN
Jordan; Jordanian; Amman;; JOR
Kazakhstan; Kazakh; Astana;; KAZ
Kenya; Kenyan; Nairobi;; KEN
Kiribati; I-Kiribati;;; KIR
Kosovo; Kosovan, Kosovar; Pristina;; XKX
Kuwait; Kuwaiti;;; KWT
Kyrgyzstan; Kyrgyz; Bishkek;; KGZ
Laos; Laotian, Lao; Vientiane;; LAO
Latvia; Latvian; Riga;; LVA
Lebanon; Lebanese; Beirut;; LBN
Lesotho; Basotho; Maseru;; LSO
Liberia; Liberian; Monrovia;; LBR
Libya; Libyan; Tripoli;; LBY
Liechtenstein;; Vaduz;; LIE
Lithuania; Lithuanian; Vilnius;; LTU
Luxembourg;;;; LUX
Macau; Macanese;; Macao; MAC
Madagascar; Malagasy; Antananarivo;; MDG
Malawi; Malawian; Lilongwe;; MWI
Malaysia; Malaysian; Kuala Lumpur;; MYS
Maldives; Maldivian; Male;; MDV
Mali; Malian; Bamako;; MLI
Malta; Maltese; Valletta;; MLT
Marshall Islands; Marshallese;;; MHL
Mauritania; Mauritanian; Nouakchott;; MRT
Mauritius; Mauritian; Port Louis;; MUS
Mexico; Mexican; Mexico City;; MEX
Micronesia; Micronesian;; Federated States of Micronesia; FSM
Moldova; Moldovan; Chisinau;; MDA
Monaco;;;; MCO
Mongolia; Mongolian; Ulaanbaatar, Ulan Bator;; MNG
Montenegro; Montenegrin; Podgorica;; MNE
Morocco; Moroccan; Rabat;; MAR
Mozambique; Mozambican; Maputo;; MOZ
Myanmar; Burmese; Naypyidaw; Burma; MMR
Namibia; Namibian; Windhoek;; NAM
Nauru; Nauruan;;; NRU
Nepal; Nepalese, Nepali; Kathmandu;; NPL
Netherlands; Dutch; The Hague; Holland; NLD
New Zealand;; Wellington;; NZL
Nicaragua; Nicaraguan; Managua;; NIC
Niger; Nigerien; Niamey;; NER
Nigeria; Nigerian; Abuja;; NGA
North Korea; North Korean; Pyongyang; DPRK, Democratic People's Republic of Korea; PRK
North Macedonia; Macedonian; Skopje; Macedonia; MKD
Norway; Norwegian; Oslo;; NOR
Oman; Omani; Muscat;; OMN
Pakistan; Pakistani; Islamabad;; PAK
Palau; Palauan;;; PLW
Palestine; Palestinian; Ramallah; Palestinian Authority; PSE
Panama; Panamanian; Panama City;; PAN
Papua New Guinea;; Port Moresby;; PNG
Paraguay; Paraguayan; Asuncion;; PRY
Peru; Peruvian; Lima;; PER
Philippines; Philippine, Filipino; Manila;; PHL
Poland; Polish; Warsaw;; POL
Portugal; Portuguese; Lisbon;; PRT
Puerto Rico; Puerto Rican;;; PRI
Qatar; Qatari; Doha;; QAT
Republic of the Congo;; Brazzaville; Congo-Brazzaville; COG
Romania; Romanian; Bucharest;; ROU
Russia; Russian; Moscow; Russian Federation; RUS
Rwanda; Rwandan; Kigali;; RWA
Saint Kitts and Nevis; Kittitian;; St. Kitts and Nevis, St. Kitts; KNA
Saint Lucia; Saint Lucian;; St. Lucia; LCA
Saint Vincent and the Grenadines; Vincentian;; St. Vincent and the Grenadines, St. Vincent; VCT
Samoa; Samoan;;; WSM
San Marino; Sammarinese;;; SMR
Sao Tome and Principe;;;; STP
Saudi Arabia; Saudi, Saudi Arabian; Riyadh;; SAU
Senegal; Senegalese; Dakar;; SEN
Serbia; Serbian, Serb; Belgrade;; SRB
Seychelles; Seychellois;;; SYC
Sierra Leone; Sierra Leonean; Freetown;; SLE
Singapore; Singaporean;;; SGP
Slovakia; Slovak; Bratislava;; SVK
Slovenia; Slovenian, Slovene; Ljubljana;; SVN
Solomon Islands;; Honiara;; SLB
Somalia; Somali; Mogadishu;; SOM
South Africa; South African; Pretoria;; ZAF
South Korea; South Korean; Seoul; Republic of Korea, ROK; KOR
South Sudan; South Sudanese; Juba;; SSD
Soviet Union; Soviet;; USSR; SUN
Spain; Spanish; Madrid;; ESP
Sri Lanka; Sri Lankan; Colombo;; LKA
Sudan; Sudanese; Khartoum;; SDN
Suriname; Surinamese; Paramaribo;; SUR
Sweden; Swedish, Swede; Stockholm;; SWE
Switzerland; Swiss; Bern;; CHE
Syria; Syrian; Damascus; Syrian Arab Republic; SYR
Taiwan; Taiwanese; Taipei;; TWN
Tajikistan; Tajik; Dushanbe;; TJK
Tanzania; Tanzanian; Dodoma;; TZA
Thailand; Thai; Bangkok;; THA
Togo; Togolese; Lome;; TGO
Tonga; Tongan;;; TON
Trinidad and Tobago; Trinidadian; Port of Spain; Trinidad; TTO
Tunisia; Tunisian; Tunis;; TUN
Turkey; Turkish, Turk; Ankara; Turkiye; TUR
Turkmenistan; Turkmen; Ashgabat;; TKM
Tuvalu; Tuvaluan;;; TUV
Uganda; Ugandan; Kampala;; UGA
Ukraine; Ukrainian; Kyiv, Kiev;; UKR
United Arab Emirates; Emirati; Abu Dhabi; UAE, Emirates; ARE
United Kingdom; British, Briton; London; UK, U.K., Britain, Great Britain; GBR
United States; American; Washington; US, U.S., USA, U.S.A., America, United States of America; USA
Uruguay; Uruguayan; Montevideo;; URY
Uzbekistan; Uzbek; Tashkent;; UZB
Vanuatu;;;; VUT
Vatican;; Vatican City; Holy See; VAT
Venezuela; Venezuelan; Caracas;; VEN
Vietnam; Vietnamese; Hanoi;; VNM
Western Sahara; Sahrawi;;; ESH
Yemen; Yemeni; Sanaa, Sana'a;; YEM
Zambia; Zambian; Lusaka;; ZMB
Zimbabwe; Zimbabwean; Harare;; ZWE
"""


@dataclass(frozen=True, slots=True)
class Country:
    """One line of the table. `code` is ISO 3166-1 alpha-3, with XKX for Kosovo and SUN for the Soviet Union."""

    name: str
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    others: tuple[str, ...]
    code: str


@cache
def countries() -> tuple[Country, ...]:
    """Every country, in alphabetical order."""
    rows = [[field.strip() for field in line.split(";")] for line in _TABLE.strip().splitlines()]
    return tuple(Country(row[0], _list(row[1]), _list(row[2]), _list(row[3]), row[4]) for row in rows)


def _list(field: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.split(",") if part.strip())
