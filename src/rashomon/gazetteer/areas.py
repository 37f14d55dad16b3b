"""Parts of the world that are larger than a country or lie across several, as news names them, with the countries they
are in. Lists differ on the edges of an area: a country is named where news commonly counts it in.

One line an area: names; ISO 3166 alpha-3 codes. A sea has none: it lies in no country.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rashomon.gazetteer.keys import key

_TABLE = """
Europe; ALB AND ARM AUT AZE BEL BGR BIH BLR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GEO GIB GRC HRV HUN IRL ISL ITA LIE LTU LUX LVA MCO MDA MKD MLT MNE NLD NOR POL PRT ROU RUS SMR SRB SVK SVN SWE TUR UKR VAT XKX
Western Europe; AUT BEL CHE DEU ESP FRA GBR IRL ITA LUX NLD PRT
Eastern Europe; BGR BLR CZE EST HUN LTU LVA MDA POL ROU RUS SVK UKR
Central Europe; AUT CHE CZE DEU HUN POL SVK SVN
Scandinavia, Nordic countries; DNK FIN ISL NOR SWE
Baltics, Baltic states; EST LTU LVA
Balkans; ALB BGR BIH GRC HRV MKD MNE ROU SRB SVN XKX
Iberia, Iberian Peninsula; ESP PRT
British Isles; GBR IRL
Caucasus, South Caucasus; ARM AZE GEO RUS
Asia; AFG ARE ARM AZE BGD BHR BRN BTN CHN CYP GEO HKG IDN IND IRN IRQ ISR JOR JPN KAZ KGZ KHM KOR KWT LAO LBN LKA MAC MDV MMR MNG MYS NPL OMN PAK PHL PRK PSE QAT RUS SAU SGP SYR THA TJK TKM TLS TUR TWN UZB VNM YEM
Central Asia; KAZ KGZ TJK TKM UZB
South Asia, Indian subcontinent; AFG BGD BTN IND LKA MDV NPL PAK
Southeast Asia, South-East Asia; BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM
East Asia, Northeast Asia; CHN HKG JPN KOR MAC MNG PRK TWN
Korean Peninsula, Korea, Koreas; KOR PRK
Indochina; KHM LAO VNM
Middle East, Mideast, Near East; ARE BHR CYP EGY IRN IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR YEM
Levant; CYP ISR JOR LBN PSE SYR
Gulf, Persian Gulf, Arabian Gulf, Gulf states; ARE BHR IRN IRQ KWT OMN QAT SAU
Arabian Peninsula, Arabia; ARE BHR KWT OMN QAT SAU YEM
Arab world; ARE BHR DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TUN YEM
Palestinian territories, occupied territories; PSE
Holy Land; ISR PSE
Golan Heights, Golan; ISR SYR
Demilitarized Zone, DMZ; KOR PRK
Kashmir; IND PAK
Kurdistan; IRN IRQ SYR TUR
Africa; AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ESH ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE
North Africa; DZA EGY ESH LBY MAR SDN TUN
Maghreb; DZA LBY MAR MRT TUN
West Africa; BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI MRT NER NGA SEN SLE TGO
East Africa; BDI COM DJI ERI ETH KEN MDG RWA SOM SSD TZA UGA
Central Africa; AGO CAF CMR COD COG GAB GNQ STP TCD
Southern Africa; AGO BWA LSO MOZ MWI NAM SWZ ZAF ZMB ZWE
Horn of Africa; DJI ERI ETH SOM
Sahel; BFA MLI MRT NER SDN SEN TCD
Sub-Saharan Africa; AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI ERI ETH GAB GHA GIN GMB GNB GNQ KEN LBR LSO MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TZA UGA ZAF ZMB ZWE
Great Lakes region; BDI COD KEN RWA TZA UGA
Sahara; DZA EGY ESH LBY MAR MLI MRT NER SDN TCD TUN
Americas; ARG ATG BHS BLZ BOL BRA BRB CAN CHL COL CRI CUB DMA DOM ECU GRD GTM GUY HND HTI JAM KNA LCA MEX NIC PAN PER PRI PRY SLV SUR TTO URY USA VCT VEN
North America; CAN MEX USA
Central America; BLZ CRI GTM HND NIC PAN SLV
Latin America; ARG BLZ BOL BRA CHL COL CRI CUB DOM ECU GTM HND HTI MEX NIC PAN PER PRY SLV URY VEN
South America; ARG BOL BRA CHL COL ECU GUY PER PRY SUR URY VEN
Caribbean, West Indies; ATG BHS BRB CUB DMA DOM GRD HTI JAM KNA LCA PRI TTO VCT
New England, Midwest, Deep South, Pacific Northwest, Great Plains, Silicon Valley; USA
Oceania; AUS FJI FSM KIR MHL NRU NZL PLW PNG SLB TON TUV VUT WSM
European Union, EU, Eurozone; AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE
Middle East and North Africa, MENA; ARE BHR DZA EGY IRN IRQ ISR JOR KWT LBN LBY MAR OMN PSE QAT SAU SYR TUN TUR YEM
Antarctica, Arctic;
Mediterranean, Mediterranean Sea, Aegean Sea, Adriatic Sea, Black Sea, Red Sea, Caspian Sea, Baltic Sea, North Sea, Arabian Sea, South China Sea, East China Sea, Sea of Japan, Yellow Sea, Gulf of Aden, Gulf of Oman, Strait of Hormuz, Gulf of Mexico, English Channel, Bay of Bengal;
Atlantic, Atlantic Ocean, Pacific, Pacific Ocean, Indian Ocean, Arctic Ocean, Southern Ocean;
"""  # noqa: E501
# Sites that news names without saying where they are: names; region as GeoNames numbers it; degrees.
_SITES = """
White House, Oval Office; USA.DC; 38.898 -77.037
Capitol Hill, U.S. Capitol, US Capitol; USA.DC; 38.890 -77.009
Pentagon; USA.VA; 38.871 -77.056
Wall Street; USA.NY; 40.706 -74.009
Times Square; USA.NY; 40.758 -73.986
Ground Zero, World Trade Center; USA.NY; 40.712 -74.013
Kremlin; RUS.48; 55.752 37.618
Red Square; RUS.48; 55.754 37.620
Buckingham Palace; GBR.ENG; 51.501 -0.142
Downing Street, 10 Downing Street; GBR.ENG; 51.503 -0.128
Westminster; GBR.ENG; 51.500 -0.127
Elysee Palace, Elysee; FRA.11; 48.870 2.317
Eiffel Tower; FRA.11; 48.858 2.294
Bundestag, Reichstag, Brandenburg Gate; DEU.16; 52.518 13.376
St. Peter's Square; VAT.; 41.902 12.457
Tiananmen Square; CHN.22; 39.905 116.398
Zhongnanhai; CHN.22; 39.912 116.383
Blue House; KOR.11; 37.587 126.975
Panmunjom; KOR.13; 37.956 126.677
Tahrir Square; EGY.11; 30.044 31.236
Taksim Square, Gezi Park; TUR.34; 41.037 28.985
Maidan, Independence Square; UKR.12; 50.450 30.524
Al-Aqsa, Temple Mount, Western Wall; ISR.06; 31.777 35.235
Guantanamo Bay; CUB.; 19.903 -75.096
Fukushima Daiichi; JPN.08; 37.421 141.033
Chernobyl; UKR.13; 51.389 30.099
"""


@cache
def areas() -> Mapping[str, tuple[str, frozenset[str]]]:
    """{folded name: (name, codes of the countries in it)}. Names of one line are one area where it has countries."""
    out: dict[str, tuple[str, frozenset[str]]] = {}
    for line in _TABLE.strip().splitlines():
        names, _, codes = line.partition(";")
        every = [n.strip() for n in names.split(",")]
        one = len(codes.split()) > 1
        for name in every:
            out[key(name)] = (every[0] if one else name, frozenset(codes.split()))
    return out


@cache
def sites() -> Mapping[str, tuple[str, str, float, float]]:
    """{folded name: (name, code of the region, latitude, longitude)}."""
    out: dict[str, tuple[str, str, float, float]] = {}
    for line in _SITES.strip().splitlines():
        names, code, degrees = (field.strip() for field in line.split(";"))
        latitude, longitude = map(float, degrees.split())
        out.update({key(n): (n.strip(), code, latitude, longitude) for n in names.split(",")})
    return out
