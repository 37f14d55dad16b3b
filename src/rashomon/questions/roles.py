"""What one mention answers: who backs or is blamed for what, by the roles of those who take part in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon import name_forms as forms
from rashomon.common_nouns import singular
from rashomon.grammar.role_words import BLAMING
from rashomon.questions import wording
from rashomon.questions.participants import arguments, askable, is_person, named, things, who, whom
from rashomon.questions.told import Told
from rashomon.questions.wording import BACKS, BLAMED
from rashomon.types import Argument, Document, EventMention, Name, Span

# Verbs and their nouns that put an agent behind whom they are done for.
BACKING = frozenset(
    "back fund finance bankroll sponsor arm support subsidise subsidize funding financing backing sponsorship".split()
) | {"prop up"}
# These only of a group: one helps a neighbour, supplies a shop and founds a firm.
HELPING = frozenset("help aid assist assistance maintain sustain bolster supply equip train".split())
MAKING = frozenset("create found build establish invent".split())
WITH = frozenset("work collude conspire ally side".split())
GIVING = frozenset("give provide send supply deliver sell channel offer donate ship pay smuggle funnel".split())
GETTING = frozenset("get receive obtain draw".split())
MEANS = frozenset(
    "money fund cash weapon arm ammunition support aid help assistance backing funding training equipment loan "
    "salary".split()
)
COMING = frozenset("come flow originate stem derive".split())
REFUSING = frozenset("deny reject dismiss".split())
BACKERS, CREATURES = frozenset(wording.BACKER), frozenset(wording.CREATURE)
HARM = frozenset(  # what somebody is responsible for, where he does not have the charge of it
    "attack assault bombing blast explosion strike raid shelling shooting killing death murder assassination massacre "
    "atrocity crime downing crash poisoning abduction kidnapping disappearance violence war destruction loss failure "
    "collapse crisis hack leak abuse torture rise spread".split()
)
DENIED = -3.0  # on FactBank's scale: it is surely not so
COMPLEMENT = re.compile(r"\s+(?:of|behind|for)\s+")
BEHIND = re.compile(r"\s+(?:[a-z]+ly\s+)?behind\s+")
STRINGS = re.compile(r"\s+(?:all\s+)?(?:the\s+)?strings\s+(?:of|behind|in|at)\s+")
DONE_TO = re.compile(r"\s+(?:of|on|against)\s+")
ALONGSIDE = re.compile(r"\b(?:with|alongside)\b")
TO_BLAME = re.compile(r"\bto\s+$")


def told(document: Document, mention: EventMention) -> Iterator[Told]:
    """The answers of a mention. Needs the layers EventMention and Name."""
    predicate = mention.predicate.lower()
    if predicate.startswith("be "):
        yield from _state(document, mention, predicate)
    elif predicate in BLAMING:
        yield from _blame(document, mention)
    elif predicate in REFUSING:
        yield from _refusal(document, mention)
    elif predicate in COMING or predicate in GETTING:
        yield from _origin(document, mention, predicate)
    else:
        agents = [*_acting(document, mention), *_likewise(document, mention)]
        for about in _backed(document, mention, predicate):
            found = (Told(BACKS, about, span, form) for span, form in agents)
            yield from (t for t in found if askable(document, about) or _power(t.form))


def _acting(document: Document, mention: EventMention) -> list[tuple[Span, str]]:
    """The agents, and who does the same by words beside one of them."""
    agents = arguments(mention, "agent")
    acting = [w for a in agents for w in who(document, a)]
    known = {forms.identity(form) for _, form in acting}
    if mention.sentence is not None:
        alike = [w for a in agents for w in wording.alike(document, a.span, mention.sentence)]
        acting += [(span, form) for span, form in alike if forms.identity(form) not in known]
    return acting


def _likewise(document: Document, mention: EventMention) -> list[tuple[Span, str]]:
    """Who does the same by a comparison at the end of the sentence, if no other verb stands between."""
    if mention.sentence is None:
        return []
    begin, names = wording.likewise(document, mention.span.end, mention.sentence.end)
    between = document.layer(EventMention).touching(Span(mention.span.end, max(begin, mention.span.end + 1)))
    return [] if any(m.arguments for m in between) else names


def _blame(document: Document, mention: EventMention) -> Iterator[Told]:
    """ "X blamed Y for Z": X is a holder. "Y is to blame for Z" is its holder's word."""
    agents = arguments(mention, "agent")
    blamed = arguments(mention, "patient")
    by = next((form for a in agents for _, form in who(document, a)), None)
    topics = arguments(mention, "topic")
    topics += [a for a in arguments(mention, "recipient") if document.text[: a.span.begin].endswith(" for ")]
    if any(document.text[: a.span.begin].endswith(" on ") for a in topics):  # "blamed Z on X"
        topics, blamed = blamed, topics
    if not blamed and TO_BLAME.search(document.text, max(0, mention.span.begin - 4), mention.span.begin):
        blamed, by = agents, None
    for a in topics:
        for about in things(document, a.span):
            for b in blamed:
                yield from (Told(BLAMED, about, span, form, by) for span, form in who(document, b))


def _refusal(document: Document, mention: EventMention) -> Iterator[Told]:
    """ "X denied funding Y": no mention that somebody is committed to."""
    denial = wording.DENIAL.match(document.text, mention.span.end) if mention.factuality > 0 else None
    if denial is None or not (denial["charge"] or mention.predicate == "deny"):
        return  # "rejected funding Y": did not begin to
    about = wording.following(document, denial.end())
    if about is not None:
        for a in arguments(mention, "agent"):
            for span, form in who(document, a):
                yield Told(BACKS, about.entity, span, form, form, DENIED)


def _origin(document: Document, mention: EventMention, predicate: str) -> Iterator[Told]:
    """ "The funding of Y comes from X", "Y gets its money from X"."""
    told = arguments(mention, "patient" if predicate in GETTING else "agent")
    words = {singular(w) for a in told for w in re.findall(r"[a-z]+", document.quote(a.span).lower())}
    if not words & MEANS:
        return
    for a in arguments(mention, "agent"):
        groups = sorted(named(document, a.span), key=lambda n: not wording.is_group(n))
        for about in [n for n in groups if askable(document, n)][:1]:
            for b in arguments(mention, "place", "recipient", "topic"):
                yield from (Told(BACKS, about, span, form) for span, form in who(document, b))


def _backed(document: Document, mention: EventMention, predicate: str) -> Iterator[str]:
    """The names of whom the mention puts somebody behind."""
    if predicate in BACKING:
        found = [n for a in arguments(mention, "patient", "recipient") for n in whom(document, a)]
        yield from dict.fromkeys(n for n in found if askable(document, n) or is_person(document, n))
        return
    if predicate in HELPING or predicate in MAKING:
        direct = [a for a in arguments(mention, "patient", "recipient") if not _through(document, mention, a)]
        found = [n for a in direct for n in whom(document, a)]
    elif predicate in WITH:
        beside = [a for a in arguments(mention, "recipient") if ALONGSIDE.search(_up_to(document, mention, a))]
        found = [n for a in beside for n in whom(document, a)]
    elif predicate in GIVING and any(_means(document, a) for a in arguments(mention, "patient")):
        found = [n for a in arguments(mention, "recipient") for n in whom(document, a)]
    else:
        tie = {"stand": BEHIND, "pull": STRINGS}.get(predicate)
        tied = tie.match(document.text, mention.span.end) if tie else None
        about = wording.following(document, tied.end()) if tied else None
        found = [about.entity] if about else []
    yield from dict.fromkeys(n for n in found if wording.is_group(n))


def _through(document: Document, mention: EventMention, argument: Argument) -> bool:
    """True if a name stands between, of whom it is done to: "helps Karsa fight the Front", not "helps X and Y"."""
    between = Span(mention.span.end, max(argument.span.begin, mention.span.end + 1))
    joined = document.quote(between).rstrip().endswith((",", " and"))
    return bool(document.layer(Name).touching(between)) and not joined


def _up_to(document: Document, mention: EventMention, argument: Argument) -> str:
    return document.text[mention.span.end : max(mention.span.end, argument.head.begin)]


def _power(form: str) -> bool:
    """True for a state or a group, whose support of a person is no endorsement."""
    return wording.is_state(form) or wording.is_group(form)


def _means(document: Document, argument: Argument) -> bool:
    return singular(document.quote(argument.head).lower()) in MEANS


# -- from what somebody or something is said to be ---------------------------------------------------------------------


def _state(document: Document, mention: EventMention, predicate: str) -> Iterator[Told]:
    """ "X is a sponsor of Y", "Y is a creation of X", "X is behind Y", "X is responsible for Y", "Y is X's fault"."""
    noun = singular(document.quote(mention.span).lower())
    agents = arguments(mention, "agent")
    acting = _acting(document, mention)
    beside = _beside(document, mention.span)
    if noun in BACKERS and beside and wording.backed_as(noun, beside.entity):
        yield from (Told(BACKS, beside.entity, *w) for w in acting)
    elif noun in CREATURES and beside:
        made = [n for a in agents for n in whom(document, a) if wording.backed_as(noun, n)]
        yield from (Told(BACKS, n, beside.span, beside.entity) for n in made)
    elif noun == "fault" and beside:
        blamed_for = [n for a in agents for n in things(document, a.span)]
        yield from (Told(BLAMED, n, beside.span, beside.entity) for n in blamed_for)
    elif noun == "responsible":
        harm = [a for a in arguments(mention, "topic") if singular(document.quote(a.head).lower()) in HARM]
        yield from (Told(BLAMED, n, *w) for a in harm for n in things(document, a.span) for w in acting)
    elif predicate.startswith("be behind "):
        yield from _behind(document, mention, acting)
    else:
        yield from _sponsor(document, mention)


def _beside(document: Document, noun: Span) -> Name | None:
    """The name that a noun is tied to: "a creation of X", "X's creation"."""
    of = COMPLEMENT.match(document.text, noun.end)
    return wording.following(document, of.end()) if of else wording.owner(document, noun.begin)


def _behind(document: Document, mention: EventMention, acting: list[tuple[Span, str]]) -> Iterator[Told]:
    """A group is backed by who is behind it, a happening is blamed on him."""
    here = document.layer(Name).touching(mention.span)
    of = DONE_TO.match(document.text, mention.span.end)
    about = wording.following(document, of.end()) if of and not here else None
    for w in acting:
        yield from (Told(BACKS, n.entity, *w) for n in here if wording.is_group(n.entity))
        if about is not None:
            yield Told(BLAMED, about.entity, *w)


def _sponsor(document: Document, mention: EventMention) -> Iterator[Told]:
    """ "Y's main sponsor is X"."""
    for n in document.layer(Name).touching(mention.span):
        for a in arguments(mention, "agent"):
            nouns = [m for m in re.finditer(r"[a-z]+", document.quote(a.span)) if singular(m[0]) in BACKERS]
            for m in nouns[:1]:
                about = _beside(document, Span(a.span.begin + m.start(), a.span.begin + m.end()))
                if about is not None and wording.backed_as(singular(m[0]), about.entity):
                    yield Told(BACKS, about.entity, n.span, n.entity)
