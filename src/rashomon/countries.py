"""Countries with their demonyms, capitals and other names: facts that join "Tehran", "Iranian" and "Iran".

One line a state or territory: name; demonyms; capital (seat of government); other names. Accents and case are folded
by the readers of the table. It lists names as news writes them and takes no position on any dispute.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_TABLE = """
Afghanistan; Afghan; Kabul;
Albania; Albanian; Tirana;
Algeria; Algerian; Algiers;
Andorra; Andorran; Andorra la Vella;
Angola; Angolan; Luanda;
Argentina; Argentine, Argentinian; Buenos Aires;
Armenia; Armenian; Yerevan;
Australia; Australian; Canberra;
Austria; Austrian; Vienna;
Azerbaijan; Azerbaijani, Azeri; Baku;
Bahamas; Bahamian; Nassau;
Bahrain; Bahraini; Manama;
Bangladesh; Bangladeshi; Dhaka;
Barbados; Barbadian; Bridgetown;
Belarus; Belarusian, Belarussian; Minsk;
Belgium; Belgian; Brussels;
Belize; Belizean; Belmopan;
Benin; Beninese; Porto-Novo;
Bhutan; Bhutanese; Thimphu;
Bolivia; Bolivian; La Paz;
Bosnia and Herzegovina; Bosnian; Sarajevo; Bosnia
Botswana; Botswanan; Gaborone;
Brazil; Brazilian; Brasilia;
Brunei; Bruneian; Bandar Seri Begawan;
Bulgaria; Bulgarian; Sofia;
Burkina Faso; Burkinabe; Ouagadougou;
Burundi; Burundian; Bujumbura;
Cambodia; Cambodian; Phnom Penh;
Cameroon; Cameroonian; Yaounde;
Canada; Canadian; Ottawa;
Central African Republic; Central African; Bangui; CAR
Chad; Chadian; N'Djamena;
Chile; Chilean; Santiago;
China; Chinese; Beijing; People's Republic of China, PRC
Colombia; Colombian; Bogota;
Comoros; Comorian; Moroni;
Democratic Republic of the Congo; Congolese; Kinshasa; DR Congo, DRC, Democratic Republic of Congo
Costa Rica; Costa Rican; San Jose;
Croatia; Croatian, Croat; Zagreb;
Cuba; Cuban; Havana;
Cyprus; Cypriot; Nicosia;
Czech Republic; Czech; Prague; Czechia
Denmark; Danish, Dane; Copenhagen;
Djibouti; Djiboutian; ;
Dominican Republic; ; Santo Domingo;
East Timor; Timorese; Dili; Timor-Leste
Ecuador; Ecuadorian, Ecuadorean; Quito;
Egypt; Egyptian; Cairo;
El Salvador; Salvadoran; San Salvador;
Equatorial Guinea; ; Malabo;
Eritrea; Eritrean; Asmara;
Estonia; Estonian; Tallinn;
Eswatini; Swazi; Mbabane; Swaziland
Ethiopia; Ethiopian; Addis Ababa;
Fiji; Fijian; Suva;
Finland; Finnish, Finn; Helsinki;
France; French; Paris;
Gabon; Gabonese; Libreville;
Gambia; Gambian; Banjul;
Georgia; Georgian; Tbilisi;
Germany; German; Berlin;
Ghana; Ghanaian; Accra;
Greece; Greek; Athens;
Guatemala; Guatemalan; Guatemala City;
Guinea; Guinean; Conakry;
Guinea-Bissau; ; Bissau;
Guyana; Guyanese; Georgetown;
Haiti; Haitian; Port-au-Prince;
Honduras; Honduran; Tegucigalpa;
Hungary; Hungarian; Budapest;
Iceland; Icelandic; Reykjavik;
India; Indian; New Delhi; Delhi
Indonesia; Indonesian; Jakarta;
Iran; Iranian; Tehran, Teheran; Islamic Republic of Iran
Iraq; Iraqi; Baghdad;
Ireland; Irish; Dublin;
Israel; Israeli; ;
Italy; Italian; Rome;
Ivory Coast; Ivorian; Yamoussoukro; Cote d'Ivoire
Jamaica; Jamaican; Kingston;
Japan; Japanese; Tokyo;
Jordan; Jordanian; Amman;
Kazakhstan; Kazakh; Astana;
Kenya; Kenyan; Nairobi;
Kosovo; Kosovan, Kosovar; Pristina;
Kuwait; Kuwaiti; ;
Kyrgyzstan; Kyrgyz; Bishkek;
Laos; Laotian, Lao; Vientiane;
Latvia; Latvian; Riga;
Lebanon; Lebanese; Beirut;
Lesotho; Basotho; Maseru;
Liberia; Liberian; Monrovia;
Libya; Libyan; Tripoli;
Liechtenstein; ; Vaduz;
Lithuania; Lithuanian; Vilnius;
Luxembourg; ; ;
Madagascar; Malagasy; Antananarivo;
Malawi; Malawian; Lilongwe;
Malaysia; Malaysian; Kuala Lumpur;
Maldives; Maldivian; Male;
Mali; Malian; Bamako;
Malta; Maltese; Valletta;
Mauritania; Mauritanian; Nouakchott;
Mauritius; Mauritian; Port Louis;
Mexico; Mexican; Mexico City;
Moldova; Moldovan; Chisinau;
Monaco; ; ;
Mongolia; Mongolian; Ulaanbaatar, Ulan Bator;
Montenegro; Montenegrin; Podgorica;
Morocco; Moroccan; Rabat;
Mozambique; Mozambican; Maputo;
Myanmar; Burmese; Naypyidaw; Burma
Namibia; Namibian; Windhoek;
Nepal; Nepalese, Nepali; Kathmandu;
Netherlands; Dutch; The Hague; Holland
New Zealand; ; Wellington;
Nicaragua; Nicaraguan; Managua;
Niger; Nigerien; Niamey;
Nigeria; Nigerian; Abuja;
North Korea; North Korean; Pyongyang; DPRK, Democratic People's Republic of Korea
North Macedonia; Macedonian; Skopje; Macedonia
Norway; Norwegian; Oslo;
Oman; Omani; Muscat;
Pakistan; Pakistani; Islamabad;
Palestine; Palestinian; Ramallah; Palestinian Authority
Panama; Panamanian; Panama City;
Papua New Guinea; ; Port Moresby;
Paraguay; Paraguayan; Asuncion;
Peru; Peruvian; Lima;
Philippines; Philippine, Filipino; Manila;
Poland; Polish; Warsaw;
Portugal; Portuguese; Lisbon;
Qatar; Qatari; Doha;
Republic of the Congo; ; Brazzaville; Congo-Brazzaville
Romania; Romanian; Bucharest;
Russia; Russian; Moscow; Russian Federation
Rwanda; Rwandan; Kigali;
Saudi Arabia; Saudi, Saudi Arabian; Riyadh;
Senegal; Senegalese; Dakar;
Serbia; Serbian, Serb; Belgrade;
Seychelles; Seychellois; ;
Sierra Leone; Sierra Leonean; Freetown;
Singapore; Singaporean; ;
Slovakia; Slovak; Bratislava;
Slovenia; Slovenian, Slovene; Ljubljana;
Solomon Islands; ; Honiara;
Somalia; Somali; Mogadishu;
South Africa; South African; Pretoria;
South Korea; South Korean; Seoul; Republic of Korea, ROK
South Sudan; South Sudanese; Juba;
Soviet Union; Soviet; ; USSR
Spain; Spanish; Madrid;
Sri Lanka; Sri Lankan; Colombo;
Sudan; Sudanese; Khartoum;
Suriname; Surinamese; Paramaribo;
Sweden; Swedish, Swede; Stockholm;
Switzerland; Swiss; Bern;
Syria; Syrian; Damascus; Syrian Arab Republic
Taiwan; Taiwanese; Taipei;
Tajikistan; Tajik; Dushanbe;
Tanzania; Tanzanian; Dodoma;
Thailand; Thai; Bangkok;
Togo; Togolese; Lome;
Trinidad and Tobago; Trinidadian; Port of Spain; Trinidad
Tunisia; Tunisian; Tunis;
Turkey; Turkish, Turk; Ankara; Turkiye
Turkmenistan; Turkmen; Ashgabat;
Uganda; Ugandan; Kampala;
Ukraine; Ukrainian; Kyiv, Kiev;
United Arab Emirates; Emirati; Abu Dhabi; UAE, Emirates
United Kingdom; British, Briton; London; UK, U.K., Britain, Great Britain
United States; American; Washington; US, U.S., USA, U.S.A., America, United States of America
Uruguay; Uruguayan; Montevideo;
Uzbekistan; Uzbek; Tashkent;
Vatican; ; Vatican City; Holy See
Venezuela; Venezuelan; Caracas;
Vietnam; Vietnamese; Hanoi;
Yemen; Yemeni; Sanaa, Sana'a;
Zambia; Zambian; Lusaka;
Zimbabwe; Zimbabwean; Harare;
"""


@dataclass(frozen=True, slots=True)
class Country:
    """One line of the table."""

    name: str
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    others: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Every country, in alphabetical order."""
    rows = [[field.strip() for field in line.split(";")] for line in _TABLE.strip().splitlines()]
    return tuple(Country(row[0], _list(row[1]), _list(row[2]), _list(row[3])) for row in rows)


def _list(field: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.split(",") if part.strip())
