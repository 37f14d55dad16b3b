"""The words that name an event to a reader: its title, or more of its sentence where the title says little."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.lexicon import GUILTY, SPEECH
from rashomon.types import Document, Event, EventMention, Sentence, Span
from rashomon.views.index import Index, layer, tidy

SHORT = 5  # words of a title that say little by themselves ("he seems to deploy")
ROOM = 200  # code points that such a title is widened to, and those of its sentence before it
BEFORE = 80
NEAR = 24  # code points of its sentence that a title is widened by on either side
LEADS = re.compile(r"(?<!\S)[A-Za-z][a-z]{0,4}\s+$")


def passages(index: Index, events: Iterable[Event]) -> dict[tuple[str, Span], list[Event]]:
    """Events by the account and the sentence that hold their title, in the order in which they come."""
    out: dict[tuple[str, Span], list[Event]] = {}
    for event in events:
        document, span = event.title
        out.setdefault((document, index.around(document, span)), []).append(event)
    return out


def headline(index: Index, event: Event) -> str:
    """The words of an event on one line; its trigger after them in brackets if they may name another too."""
    before, span, after = shown(index, event)
    told = tidy(before + index.documents[event.title[0]].quote(span) + after)
    found = trigger(index, event)
    return f"{told} [{word(index, event, found)}]" if found and _ambiguous(index, event, found) else told


def word(index: Index, event: Event, found: EventMention) -> str:
    """The words of a mention in the title of an event; its predicate where they do not tell it ("taking" off)."""
    words = tidy(index.documents[event.title[0]].quote(found.span))
    phrasal = " " in found.predicate and not found.predicate.startswith("be ")
    return tidy(found.predicate) if phrasal or not words[:1].isalpha() else words


def trigger(index: Index, event: Event) -> EventMention | None:
    """The mention of an event in its title; none where that is a denial, which is nobody's deed."""
    document, span = event.title
    here = (index.mentions.get(m) for m in event.mentions if m.startswith(f"{document}:"))
    told = (found[1] for found in here if found and found[1].predicate != GUILTY)
    return next((m for m in told if span.covers(m.span)), None)


def _ambiguous(index: Index, event: Event, found: EventMention) -> bool:
    """True if the sentence of a title names another event of the record too, or another deed before it ("they thanked
    the man whom they had thrown out"), or if it is disputed whether it happened: of "Vale said that no ship was sent"
    nobody denies that Vale said so."""
    document, span = event.title
    begin = index.around(document, span).begin
    if (document, begin) in index.repeated or any(s.contested for s in event.slots if s.name == "happened"):
        return True
    mentions = layer(index.documents[document], EventMention)
    return any(begin <= m.span.begin < found.span.begin and m.predicate not in SPEECH for m in mentions)


def _rounded(d: Document, span: Span, sentence: Span) -> tuple[str, Span, str]:
    """A clause with what stands between it and the ends of its sentence where that is little, and with the short word
    that leads to it: "in June the ship ...", not "June the ship ..."."""
    begin, end = span.begin, span.end
    if begin - sentence.begin <= NEAR:
        begin = sentence.begin
    elif leads := LEADS.search(d.text, sentence.begin, begin):
        begin = leads.start()
    if sentence.end - end <= NEAR:
        end = sentence.end
    return "… " if begin > sentence.begin else "", Span(begin, end), " …" if end < sentence.end else ""


def shown(index: Index, event: Event) -> tuple[str, Span, str]:
    """The span of an event's words, and the dots that stand before and after it where it leaves some of its sentence.

    A short title becomes its sentence, as one round a noun does ("by his visits to the three countries" is no clause),
    and one that ends in a colon soon takes the next sentence with it ("He said:").
    """
    document, span = event.title
    d = index.documents[document]
    around, words, found = index.around(document, span), tidy(d.quote(span)), trigger(index, event)
    if words.endswith(":") and len(words) < BEFORE:
        after = next((s.span for s in layer(d, Sentence) if s.span.begin >= span.end), span)
        around = Span(around.begin, max(around.end, after.end))
    elif len(d.quote(around).split()) == len(words.split()):
        return "", span, ""
    elif len(words.split()) > SHORT and (found is None or found.tense):
        return _rounded(d, span, around)
    if around.end - around.begin <= ROOM:
        return "", around, ""
    begin, end = max(around.begin, span.begin - BEFORE), span.end
    if begin > around.begin:
        begin = d.text.find(" ", begin, span.begin) + 1 or span.begin
    end = around.end if begin + ROOM >= around.end else max(d.text.rfind(" ", end, begin + ROOM), end)
    return "… " if begin > around.begin else "", Span(begin, end), " …" if end < around.end else ""
