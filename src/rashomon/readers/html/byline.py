"""Who wrote an account, as its byline says where the page's metadata are silent or only name the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.readers.plain import words

_PART = r"(?:(?!By\b|Posted\b|\w+\.com\b)[A-Z][\w.’'-]*|de|del|della|van|von|der|den|al|el|bin|ben|la|le|da|di|du)"
_NAME = re.compile(rf"[A-Z][\w.’'-]*(?: {_PART}){{1,3}}")
_NAMES = re.compile(
    r"(?:(?:Analysis|Report(?:ing|ed)?|Story|Text|Words|Written|Posted|Published|Opinion|Review) )?[Bb][Yy]:? +"
    rf"(?P<names>{_NAME.pattern}(?: ?(?:,|&|(?:, ?)?\b[Aa][Nn][Dd]\b) ?{_NAME.pattern})*)"
)
_BETWEEN = re.compile(r" ?(?:,|&|(?:, ?)?\band\b) ?", re.IGNORECASE)
_OFFICE = re.compile(  # what stands after a name: "Ana Holm, Harbour Correspondent", "AP Technology Writer"
    r"\b(?:editors?|writers?|correspondents?|reporters?|analysts?|staff|news|press|senior|chief|contributors?|bureau"
    r"|executive|columnists?|desk|agenc(?:y|ies)|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|updated|published|posted)\b",
    re.IGNORECASE,
)
_OF_OUTLET = re.compile(rf"(?P<name>{_NAME.pattern}), (?P<of>[A-Z]\w+(?: [A-Z]\w+)?)\b")  # "Ana Holm, HARBOUR TIMES"
_WIRE = re.compile(rf"[Bb][Yy]:? +(?P<agency>(?:[Tt]he +)?{words.AGENCY})\s*(?:$|[,|–—-])")
_AGENCY = re.compile(rf"(?:the )?{words.AGENCY}(?: Staff)?", re.IGNORECASE)


def author_of(stated: str, outlet: str, url: str, bylines: Iterable[str]) -> str:
    """The author that the metadata state, or where that is nobody but the outlet or an agency, whom the first byline
    with a person's name tells, else the agency. Several names are joined by commas."""
    if stated and not _AGENCY.fullmatch(stated) and _bare(stated) not in _bare(outlet):
        return stated
    agency = ""
    for line in bylines:
        line = " ".join(line.split())
        if wire := _WIRE.match(line):
            agency = agency or wire["agency"]
        elif found := _NAMES.match(line):
            names = [_name(n) for n in _BETWEEN.split(found["names"])]
            if names := [n for n in names if n and _bare(n) != _bare(outlet) and not _AGENCY.fullmatch(n)]:
                return ", ".join(names)
        elif (found := _OF_OUTLET.match(line)) and _bare(found["of"]) in _bare(outlet + url):
            return found["name"]
    return agency or stated


def _name(words_: str) -> str:
    """The person that words begin with, "" for none: "Ana Holm CNBC Executive Editor", "Ana Holm Tuesday"."""
    parts = words_.split()
    ends = (k for k, w in enumerate(parts) if _OFFICE.fullmatch(w.strip(".,")) or _initials(w) > _initials(parts[0]))
    name = " ".join(parts[: next(ends, len(parts))])
    return name if _NAME.fullmatch(name) else ""


def _initials(word: str) -> bool:
    """True for letters that are all capitals, as outlets abbreviate their names."""
    return len(word) > 2 and word.isalpha() and word.isupper()


def _bare(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())
