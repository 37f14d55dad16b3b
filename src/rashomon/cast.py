"""Who takes part in a mention, by the keys under which two accounts' mentions are compared: names, forces, nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon import name_forms as forms
from rashomon.actions import action
from rashomon.common_nouns import ANYONE, ARM, ARMS, FORCE, FORCES, POLICE, STRIKERS, are_many, of_police, singular
from rashomon.tolls import PEOPLE, is_people
from rashomon.types import PARTICIPANTS, Argument, Attribution, Document, EventMention, Name, Span
from rashomon.values.place import KINDS_OF_PLACE
from rashomon.voices import Voices

HITTING = STRIKERS | {ARM}
SOME_OF = re.compile(
    r"(?:all|any|both|each|either|half|many|most|neither|none|some|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"\w+teen|\w+ty|\d+)\s+of\s+(?:the|these|those|its|their|our|his|her)\s+([a-z]+)\b",
    re.IGNORECASE,
)
NONE = re.compile(
    r"(?:no|none|nobody|neither|not\s+(?:one|a\s+single))\b(?!(?:\s+one)?\s+(?:other|more|further|else)\b)",
    re.IGNORECASE,
)
BEYOND = re.compile(r"\b(?:near|outside|around|along|close|beyond|behind)\b")
APPOSED = re.compile(r",\s+(?:the\s+)?")  # "a ship, the Oro, sank"
NOBODY = frozenset({"nobody", "none", "no-one", "one", "noone"})
ITSELF = frozenset({"i", "it", "we"})  # as an actor whoever speaks


def participants(document: Document, mention: EventMention, voices: Voices) -> frozenset[str]:
    """By what those who act or are acted upon are known."""

    def find() -> frozenset[str]:
        return frozenset(key for a in core(document, mention) for key in _keys(document, mention, a, voices))

    return voices.once(("participants", document.key(mention)), find)


def sufferers(document: Document, mention: EventMention, voices: Voices) -> frozenset[str]:
    """By what those whom it was done to are known."""
    whom = (a for a in core(document, mention) if a.role == "patient")
    return frozenset(key for a in whom for key in _keys(document, mention, a, voices))


def core(document: Document, mention: EventMention) -> Iterator[Argument]:
    """Those who act or are acted upon."""
    carrier = action(document, mention).carrier  # "the explosion occurred": it takes no part in itself
    return (a for a in mention.arguments if a.role in PARTICIPANTS and a is not carrier)


def _keys(document: Document, mention: EventMention, argument: Argument, voices: Voices) -> Iterator[str]:
    """By what a participant is known: the last word of its name, the names up to its head, and its head noun; of "it"
    in what a body says of itself that of the body."""
    head = singular(_noun(document, argument))
    names = list(named(document, argument, voices))
    yield from (name or head for name in names)
    if not names and of_police(head, document.quote(argument.span).lower().split()):
        yield POLICE
    elif head in FORCES:
        yield FORCE
    elif any(singular(w) in ARMS for w in re.findall(r"\w+", document.quote(argument.span).lower())):
        yield ARM
    elif not names and mention.holders and (head in ITSELF or (head == "they" and are_many(mention.holders[-1]))):
        speaker = voices.joined(document.id, _speaker(document, argument) or mention.holders[-1])
        words = speaker.lower().split()
        noun = singular("".join(words[-1:]))
        if of_police(noun, words):
            yield POLICE
        else:
            yield FORCE if noun in FORCES else _last(speaker) or head
    elif not names:
        yield head


def _speaker(document: Document, argument: Argument) -> str:
    """Whose word a participant stands in: of "police rejected the militia's claim that it left" the militia."""
    said = (
        (c.end - c.begin, a.speaker)
        for a in document.layer(Attribution).touching(argument.span)
        for c in a.content
        if a.speaker and c.covers(argument.span)
    )
    return min(said, default=(0, ""))[1]


def _noun(document: Document, argument: Argument) -> str:
    """The head of a participant, of "any of our prisoners" the noun that some of are meant."""
    head = document.quote(argument.head).lower()
    of = SOME_OF.match(document.text, argument.head.begin, argument.span.end)
    return of[1].lower() if of else head


def named(document: Document, argument: Argument, voices: Voices) -> Iterator[str]:
    """The last word of each name that the participant is known by."""
    head = singular(document.quote(argument.head).lower())
    # "Iranian troops" are Iran's; "Ana Oro's father" and "an adviser to Ana Oro" are not she.
    near = Span(argument.span.begin, argument.head.end) if head in FORCES else argument.head
    if head in KINDS_OF_PLACE:  # "the town of Vell", not "villages near Vell"
        beyond = BEYOND.search(document.text, argument.head.end, argument.span.end)
        near = Span(argument.span.begin, beyond.start() if beyond else argument.span.end)
    names = [n.entity for n in document.layer(Name).touching(near) if argument.span.covers(n.span)]
    if argument.name:
        names.append(argument.name)
    elif not names and (apposed := APPOSED.match(document.text, argument.span.end)):
        after = document.layer(Name).touching(Span(apposed.end(), apposed.end() + 1))
        names = [n.entity for n in after if n.span.begin == apposed.end() and document.text[n.span.end :][:1] == ","]
    for entity in names:
        yield _last(voices.joined(document.id, entity))


def _last(name: str) -> str:
    """The last word of what a name is known by, "" for none."""
    return next(reversed(forms.identity(name).lstrip("=").split()), "")


def borne(document: Document, mention: EventMention) -> frozenset[str]:
    """The nouns of what those with a name who take part are in their account: "captain" of "Stroud was suspended" after
    "Captain Lea Stroud", "bridge" of "the Vell bridge". An account that does not name them says "the captain"."""
    entities = {a.name for a in core(document, mention) if a.name}
    heads = [a.head for a in core(document, mention)]
    here = [n for h in heads for n in document.layer(Name).touching(h)]
    titles = {t for n in here for t in n.titles} | {
        t for n in document.layer(Name) if n.entity in entities for t in n.titles
    }
    words = (title.lower().split(" of ")[0].split() for title in titles)
    heads_of = (document.quote(a.head) for a in core(document, mention) if _holds_name(document, a))
    return frozenset(singular(w[-1]) for w in words if w) | {singular(h) for h in heads_of if h.islower()}


def _holds_name(document: Document, argument: Argument) -> bool:
    """True for a noun that a name tells apart: "the Vell bridge"; not for "it"."""
    named = document.layer(Name).touching(Span(argument.span.begin, argument.head.end))
    return any(n.span != argument.head and argument.span.covers(n.span) for n in named)


def none_of(document: Document, mention: EventMention) -> str:
    """The kind of those whom a mention says to be none: "people" of "nobody was beaten" and "no doctors were infected",
    the noun of "no helicopter was lost"; "" where nobody is."""
    for a in core(document, mention) if mention.factuality < 0 else ():
        before = max(0, a.span.begin - len("no "))  # the tree may have put the "no" beside it
        begin = before if document.text[before : a.span.begin].lower() == "no " else a.span.begin
        if NONE.match(document.text, begin, a.span.end):
            noun = singular(_noun(document, a))
            return PEOPLE if is_people(noun) or noun in NOBODY or noun in ANYONE else noun
    return ""


def of_kind(x: Document, a: EventMention, y: Document, b: EventMention) -> bool:
    """True for a no *a* of all people and a yes *b* of some: "no workers were infected", "a nurse was infected"."""
    whom = [g for g in core(y, b) if g.role == "patient"] or list(core(y, b))
    return none_of(x, a) == PEOPLE and any(
        is_person(y.quote(g.head).lower()) or any(n.kind == "person" for n in y.layer(Name).touching(g.head))
        for g in whom
    )


def is_person(noun: str) -> bool:
    """True for a noun of people, in any number."""
    return is_people(singular(noun)) or singular(noun) in ANYONE


def beside(document: Document, mention: EventMention, voices: Voices, *kinds: str) -> set[str]:
    """The last words of the names of these *kinds* (person, organisation, place) in the sentence of a mention."""
    names = (n for n in document.layer(Name).touching(mention.sentence or mention.span) if n.kind in kinds)
    known = (forms.identity(voices.joined(document.id, n.entity)).lstrip("=").split() for n in names)
    return {words[-1] for words in known if words}


def clash(x: Document, a: EventMention, y: Document, b: EventMention, voices: Voices) -> bool:
    """True if both name who is acted upon, and nobody is named by both; or both name who acts, and the same. What hits
    is nobody: "two missiles hit the market" may be the army's."""
    for sides in (("agent",), ("patient", "recipient")):
        left, right = (_side(d, m, sides, voices) for d, m in ((x, a), (y, b)))
        meant = left <= _places(y, b, sides) or right <= _places(x, a, sides)  # "the village", "the village of Vell"
        known = not (left.isdisjoint(borne(y, b)) and right.isdisjoint(borne(x, a)))
        if left and right and left.isdisjoint(right) and not (meant or known):
            return True
    return False


def _places(document: Document, mention: EventMention, roles: tuple[str, ...]) -> set[str]:
    """The nouns for kinds of places among those of some roles."""
    heads = (singular(_noun(document, a)) for a in core(document, mention) if a.role in roles)
    return {head for head in heads if head in KINDS_OF_PLACE}


def _side(document: Document, mention: EventMention, roles: tuple[str, ...], voices: Voices) -> frozenset[str]:
    """By what those of some roles are known."""

    def find() -> frozenset[str]:
        these = [a for a in core(document, mention) if a.role in roles]
        keys = {key for a in these for key in _keys(document, mention, a, voices)}
        keys |= {key for a in these for key in _owners(document, a, voices)}
        return frozenset(key for key in keys if key not in HITTING or "agent" not in roles)

    return voices.once((document.key(mention), *roles), find)


def _owners(document: Document, argument: Argument, voices: Voices) -> Iterator[str]:
    """The last word of each body whose name stands before the noun of a participant: "the Oro plant"."""
    before = Span(argument.span.begin, argument.head.begin)
    for n in document.layer(Name).touching(before) if before.begin < before.end else ():
        if n.kind == "organisation" and before.covers(n.span):
            yield _last(voices.joined(document.id, n.entity))
