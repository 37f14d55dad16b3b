"""The participants of a mention as names or words that a question can be about, or be answered by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon import name_forms as forms
from rashomon.common_nouns import PRONOUNS
from rashomon.questions import wording
from rashomon.types import Argument, Document, EventMention, Name, Span
from rashomon.values import name

SUCH_AS = re.compile(r",?\s+(?:such as|including|like|called|known as)\s+|\s*\(")
INDEFINITE = frozenset({"some", "many", "another"})
VAGUE = frozenset("other others different several various certain".split())
LONGEST = 12  # words of an answer that has no name


def whom(document: Document, argument: Argument) -> Iterator[str]:
    """The name of a participant, and those that follow it as examples: "terrorists such as the Northern Front"."""
    for n in document.layer(Name).touching(argument.head):
        if n.span.covers(argument.head):
            yield n.entity
            return
    example = SUCH_AS.match(document.text, argument.span.end)
    instance = wording.following(document, example.end()) if example else None
    group = wording.group_of(document, argument)
    if instance:
        yield instance.entity
    elif group:
        yield group
    elif argument.name and forms.is_name(argument.name) and not document.layer(Name).touching(argument.span):
        pronoun = document.quote(argument.span).lower() in PRONOUNS
        yield from () if pronoun and not wording.is_group(argument.name) else (argument.name,)  # "the group" is it


def who(document: Document, argument: Argument) -> Iterator[tuple[Span, str]]:
    """A participant's words and its name, else its words without article; nothing for a pronoun unresolved."""
    for n in document.layer(Name).touching(argument.head):
        if n.span.covers(argument.head):
            yield argument.span, n.entity
            return
    words = document.quote(argument.span)
    first, *more = words.lower().split()
    described = (first not in PRONOUNS or first in INDEFINITE) and first not in VAGUE
    if argument.name and forms.is_name(argument.name) and argument.name.lower() not in PRONOUNS:
        yield argument.span, argument.name
    elif described and len(more) < LONGEST and (v := name.parse(words)) and " " in v.form:
        yield argument.span, v.form


def named(document: Document, span: Span) -> list[str]:
    """The names inside a span, those of places last."""
    found = [n for n in document.layer(Name).touching(span) if span.covers(n.span)]
    return [n.entity for n in sorted(found, key=lambda n: (n.kind == "place", n.span))]


def things(document: Document, span: Span) -> list[str]:
    """The name of what somebody is blamed for: the first inside a span, but that of no place."""
    places = {n.entity for n in document.layer(Name) if n.kind == "place"}
    return [n for n in named(document, span)[:1] if wording.is_group(n) or n not in places]


def arguments(mention: EventMention, *roles: str) -> list[Argument]:
    """The participants in any of these roles, in text order."""
    return [a for a in mention.arguments if a.role in roles]


def askable(document: Document, entity: str) -> bool:
    """True for a group, a state or a body, not for a product, a people or a person."""
    return wording.is_group(entity) or wording.is_state(entity) or "organisation" in _kinds(document, entity)


def is_person(document: Document, entity: str) -> bool:
    """True for the name of a person."""
    return "person" in _kinds(document, entity)


def _kinds(document: Document, entity: str) -> set[str]:
    return {n.kind for n in document.layer(Name) if n.entity == entity}
