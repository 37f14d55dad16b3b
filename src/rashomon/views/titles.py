"""The words that name an event to a reader: its title, or more of its sentence where the title says little."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.lexicon import AGED, GUILTY, SPEECH
from rashomon.types import Document, Event, EventMention, Sentence, Span
from rashomon.views.index import Index, layer, tidy

WHOLE = 300  # code points of a sentence that is shown whole
COLON = 80  # of words before a colon that says little without what follows
REACH = 120  # code points by which a part of a longer sentence is widened on either side, to where one may cut
NEAR = 60  # that a part of a sentence takes with it to its begin or end
BREAK = re.compile(r"[,;:]['\"’”]*\s+|\s+(?:--?|[–—_])\s+|\s+(?=[\"“‘(`])")


def passages(index: Index, events: Iterable[Event]) -> dict[tuple[str, Span], list[Event]]:
    """Events by the passage of their title, in the order in which they come."""
    out: dict[tuple[str, Span], list[Event]] = {}
    for event in events:
        out.setdefault(passage(index, event), []).append(event)
    return out


def passage(index: Index, event: Event) -> tuple[str, Span]:
    """The account and the sentence that hold the title of an event; of an age whose and which it is."""
    document, span = event.title
    return document, _aged(trigger(index, event)) or index.around(document, span)


def headline(index: Index, event: Event) -> str:
    """The words of an event on one line; its trigger after them in brackets if they may name another too."""
    before, span, after = shown(index, event)
    told = tidy(before + index.documents[event.title[0]].quote(span) + after)
    return f"{told} [{only}]" if (only := named(index, event)) else told


def named(index: Index, event: Event) -> str:
    """The word that tells an event from the others of its sentence; "" where there are none, and of an age."""
    found = trigger(index, event)
    return word(index, event, found) if found and not _aged(found) and _ambiguous(index, event, found) else ""


def word(index: Index, event: Event, found: EventMention) -> str:
    """The words of a mention in the title of an event; its predicate where they do not tell it ("taking" off)."""
    words = tidy(index.documents[event.title[0]].quote(found.span))
    if found.predicate.startswith("be ") and words:
        return words  # of "Oro, 44, was charged" the age: "44"
    return tidy(found.predicate) if " " in found.predicate or not words[:1].isalpha() else words


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


def _widened(d: Document, span: Span, sentence: Span) -> tuple[str, Span, str]:
    """A part of a sentence from and to where a reader would cut it: its ends where these are near, else a comma, dash
    or quotation mark, so that no line ends in "searched the close and effective"."""
    begin, end = sentence.begin, sentence.end
    if end - begin <= WHOLE:
        return "", sentence, ""
    if span.begin - begin > NEAR:
        at = max(begin, span.begin - REACH)
        before = [m.end() for m in BREAK.finditer(d.text, at, span.begin)]
        begin = before[-1] if before else d.text.find(" ", at, span.begin) + 1 or span.begin if at > begin else begin
    if end - span.end > NEAR:
        at = min(end, span.end + REACH)
        after = BREAK.search(d.text, span.end, at)
        end = after.start() if after else max(d.text.rfind(" ", span.end, at), span.end) if at < end else end
    return "… " if begin > sentence.begin else "", Span(begin, end), " …" if end < sentence.end else ""


def _aged(found: EventMention | None) -> Span | None:
    """ "Ana Oro, 44" of what her sentence tells of her; None for all but an age."""
    if found is None or found.predicate != AGED:
        return None
    spans = [found.span, *(a.span for a in found.arguments)]
    return Span(min(s.begin for s in spans), max(s.end for s in spans))


def shown(index: Index, event: Event) -> tuple[str, Span, str]:
    """The span of an event's words, and the dots that stand before and after it where it leaves some of its sentence.

    Of an age it is whose and which alone. A part of a sentence becomes all of it, or of a long one what a reader would
    cut off; what ends in a colon takes the next sentence with it ("He said:").
    """
    document, span = event.title
    d = index.documents[document]
    if aged := _aged(trigger(index, event)):
        return "", aged, ""
    around, words = index.around(document, span), tidy(d.quote(span))
    if words.endswith(":") and len(words) < COLON:
        after = next((s.span for s in layer(d, Sentence) if s.span.begin >= span.end), span)
        around = Span(around.begin, max(around.end, after.end))
    elif len(d.quote(around).split()) == len(words.split()):
        return "", span, ""
    return _widened(d, span, around)
