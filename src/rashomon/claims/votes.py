"""Votes: "by 52 votes to 48", "in a 52-48 vote", "with 52 percent of the vote", each under the side that it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.lexicon import TURNOUT
from rashomon.quantity import words
from rashomon.types import Document, EventMention, Quantity, Span, Time, Value

MAJORITY, MINORITY, SHARE = "majority vote", "minority vote", "won vote"
TAKING_PART = TURNOUT.split()[0]
# Verbs of bodies and voters that decide by counting votes; of "won 3-1" the numbers are goals.
DECIDED = frozenset("vote approve pass reject adopt confirm ratify defeat back endorse acquit impeach oust".split())
PLAYED = frozenset({"back", "defeat", "pass"})  # of these the numbers may be goals, too
WON = frozenset(
    "claim win receive get take secure garner poll score gain draw capture earn elect re-elect reelect".split()
)
_N = r"\d{1,3}(?:,\d{3}){0,2}(?:\.\d{1,2})?"
_OF = r"\s?(?:percent|per\s?cent|%)|\svotes?"
TALLY = re.compile(
    rf"(?P<by>\b(?:by|of|voted?|with|a)\s(?:an?\s)?)?(?<![\w.,$£€-])(?P<a>{_N})(?P<unit>{_OF})?"
    rf"(?:\s?[-–—]\s?|\sto\s|\sagainst\s)(?P<b>{_N})(?P<unit2>{_OF})?(?![\w$£€-]|[.,]\d)"
    r"(?=\s?(?:[.,;:)]|$)|\s(?:on|in|to|for|against|after|with|and|at|late|early|along|margin|majority|tally|vote|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
OF_VOTE = re.compile(r"\s(?:of\s(?:the\s|all\s)?(?:\w+\s)?(?:votes?|ballots?|voters)\b|vot(?:e|ed|ing)\b)")
SIDE = re.compile(r"\s(?:of\s(?:the\s)?voters\s)?vot(?:ed|ing)\s(?:against|for|in\sfavou?r|to\b|yes|no)\b")
LEAST_CAST, ALL_CAST = 80.0, 101.0  # percent of the votes that two sides have, the abstentions aside; rounded
NEXT = 40  # code points after a share in which its vote stands


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes of two sides: the words, the greater and the smaller number, their unit."""

    span: Span
    most: float
    least: float
    unit: str


def votes(document: Document, mention: EventMention) -> Iterator[tuple[Span, Value, str]]:
    """The words, the value and the scope of each count of votes that a mention tells."""
    if (found := tally(document, mention)) and _nearest(document, mention, found.span):
        for number, scope in ((found.most, MAJORITY), (found.least, MINORITY)):
            yield found.span, Value("number", number, number, found.unit), f"{scope} {found.unit}".strip()


def share(document: Document, mention: EventMention, quantity: Quantity) -> str:
    """The scope of a share of a vote: of the majority that decided, else of the one who got it; "" for other shares."""
    after = document.text[quantity.span.end : quantity.span.end + NEXT]
    if quantity.unit != "percent" or not OF_VOTE.match(after):
        return ""
    if document.text.startswith(" part", mention.span.end):
        return TAKING_PART  # "71 percent of voters took part"
    if mention.predicate in WON:
        return SHARE
    half = 50.0
    if mention.predicate in DECIDED and (mention.predicate != "vote" or SIDE.match(after)):
        return MAJORITY if quantity.low >= half else MINORITY if quantity.high < half else ""
    return ""


def tally(document: Document, mention: EventMention) -> Tally | None:
    """The count of both sides in the sentence of a mention that decides by votes; None without one."""
    sentence = mention.sentence
    if mention.predicate not in DECIDED or sentence is None:
        return None
    beaten = any(a.name for a in mention.arguments if a.role == "patient")  # "Oro defeated Vale 3-0"
    played = mention.predicate in PLAYED and (beaten or not mention.tense)
    for m in TALLY.finditer(document.text, sentence.begin, sentence.end):
        a, b = words.number(m["a"]), words.number(m["b"])
        unit = "percent" if re.search("per|%", (m["unit"] or "") + (m["unit2"] or "")) else ""
        counted = m["unit"] or m["unit2"]
        said = counted or m["by"] or mention.predicate == "vote" or a > b
        if not said or (played and not counted) or max(a, b) <= 1 or _dated(document, m.start("a")):
            continue
        if not unit or LEAST_CAST < a + b <= ALL_CAST:
            return Tally(Span(m.start("a"), m.end("unit2") if m["unit2"] else m.end("b")), max(a, b), min(a, b), unit)
    return None


def _dated(document: Document, at: int) -> bool:
    """True for a number inside a time that begins before it: "March *1*-8"."""
    return any(t.span.begin < at for t in document.layer(Time).touching(Span(at, at + 1)))


def _nearest(document: Document, mention: EventMention, span: Span) -> bool:
    """True for the last verb before a tally that decides, else the first of its sentence."""
    beside = document.layer(EventMention).touching(mention.sentence or mention.span)
    deciding = [m for m in beside if m.predicate in DECIDED and m.sentence == mention.sentence]
    verbs = [m for m in deciding if m.tense]
    before = [m for m in verbs if m.span.end <= span.begin]
    return mention == (before[-1:] or verbs[:1] or deciding[:1])[0]
