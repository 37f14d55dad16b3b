"""Where on earth a named place is: the gazetteer, read on first use, and which of its places an account means."""

from rashomon.gazetteer.data import Place, country_names, region_name
from rashomon.gazetteer.resolution import contains, distance, is_site, places, resolve, sure, within

__all__ = [
    "Place",
    "contains",
    "country_names",
    "distance",
    "is_site",
    "places",
    "region_name",
    "resolve",
    "sure",
    "within",
]
