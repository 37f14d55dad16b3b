"""Places: is what an account names the right place on earth, and is nothing said where it is not known?

Data: JSON Lines of standoff labels (`eval/gold/places-*.jsonl`): `corpus`, `doc`, `sha256` and `places`, each with
`begin`, `end`, `kind` and `code`. `kind` is city, region, country, area, site (a building, a bridge, a park: its region
counts) or none (no place on earth); `code` the country, or the region as GeoNames numbers it ("USA.TX").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.metrics import Fault, Result, Score
from eval.raw import Annotate, annotated
from eval.texts import labelled
from rashomon.errors import ReadError
from rashomon.types import Name, Span

KINDS = ("city", "region", "country", "area", "site", "none")
Label = tuple[str, str]  # kind and code; ("none", "") where nothing is said


@dataclass(frozen=True, slots=True)
class Case:
    """An article and its labelled names of places."""

    id: str
    text: str
    places: tuple[tuple[Span, Label], ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The labelled articles. Raises ReadError for a label of an unknown kind, or outside the text."""
    cases = []
    for number, record, text in labelled(path, limit, "places"):
        found = []
        for p in record["places"]:
            if p["kind"] not in KINDS or not 0 <= p["begin"] < p["end"] <= len(text):
                raise ReadError(str(path), f"{p} has no known kind, or is outside the text", number)
            found.append((Span(p["begin"], p["end"]), (p["kind"], p["code"])))
        cases.append(Case(f"{record['corpus']}/{record['doc']}", text, tuple(found)))
    return cases


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[tuple[Label, ...]]:
    """The place of the name that stands at each label, read in its whole account."""
    from rashomon.gazetteer import resolve

    out = []
    for case, (document, back) in zip(cases, annotate([c.text for c in cases]), strict=True):
        known = resolve(document)
        names = [(back(n.span), known.get(n.entity)) for n in document.layer(Name) if n.kind == "place"]
        at = [next((p for span, p in names if span.touches(wanted)), None) for wanted, _ in case.places]
        out.append(tuple((p.kind, p.region or p.country) if p else ("none", "") for p in at))
    return out


def baseline(cases: Sequence[Case], train: Path | None) -> list[tuple[Label, ...]]:
    """A country where the words are its name, else the largest place of that name."""
    from rashomon.gazetteer import places

    def largest(words: str) -> Label:
        found = sorted(places(words), key=lambda p: (p.kind == "country", p.population))
        return (found[-1].kind, found[-1].region or found[-1].country) if found else ("none", "")

    return [tuple(largest(c.text[s.begin : s.end]) for s, _ in c.places) for c in cases]


def score(cases: Sequence[Case], predictions: Sequence[tuple[Label, ...]]) -> Result:
    """country: F1 of the country, where there is one; place: F1 of kind and code (of a site only the region)."""
    labels = ((c, s, g) for c in cases for s, g in c.places)
    pairs = [(*item, p) for item, p in zip(labels, (p for said in predictions for p in said), strict=True)]
    faults = tuple(_faults(pairs))
    country = _f1("country", pairs, lambda label: label[1][:3], lambda g, p: g[1][:3] == p[1][:3])
    return Result((country, _f1("place", pairs, lambda label: label[0] != "none", is_right)), faults)


def is_right(right: Label, said: Label) -> bool:
    """True for the place labelled; of a site its region counts, and whoever says only its region is right too."""
    return right == said or (right[0] == "site" and said[0] in ("city", "region") and right[1] == said[1])


Pairs = Sequence[tuple[Case, Span, Label, Label]]


def _f1(name: str, pairs: Pairs, counts: Callable[[Label], object], same: Callable[[Label, Label], bool]) -> Score:
    of = [(g, p) for _, _, g, p in pairs]
    hits = sum(bool(counts(g) and counts(p) and same(g, p)) for g, p in of)
    return Score(name, hits, sum(bool(counts(p)) for _, p in of), hits, sum(bool(counts(g)) for g, _ in of))


def _faults(pairs: Pairs) -> Iterator[Fault]:
    for case, span, right, said in pairs:
        if right[0] != "none" and said[0] == "none":
            yield Fault(case.id, "place", span.begin, span.end, "missed", " ".join(right))
        elif said[0] != "none" and not is_right(right, said):
            what = "spurious" if right[0] == "none" else "wrong"
            yield Fault(case.id, "place", span.begin, span.end, what, f"{' '.join(right)} > {' '.join(said)}")
