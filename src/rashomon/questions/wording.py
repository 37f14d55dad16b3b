"""Names beside the words of an account: in compounds, complements, lists, comparisons and appositions.

The tree of a sentence is not kept, and a participle that qualifies a noun ("the X-funded Y") is no mention of its own:
what stands beside a word is read from the text and the layer of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon import name_forms as forms
from rashomon.aliases import GROUPS
from rashomon.types import Argument, Attribution, Block, Document, EventMention, Name, Sentence, Span

BACKS, BLAMED, CAUSED, AGED, CHILDREN, HOME = "backs", "is blamed", "cause", "age", "children", "home"
BACKER = (
    "sponsor backer funder financier supporter patron paymaster bankroller benefactor supplier creator founder".split()
)
CREATURE = "creation creature proxy puppet brainchild invention".split()
MADE = frozenset("creator founder creation brainchild invention".split())
BODY = frozenset(  # last words of names of groups
    "front brigade brigades army militia militias movement party group forces rebels organisation organization network "
    "resistance state units battalion cartel".split()
)
QUALIFYING = "back fund financ arm sponsor support supply suppli equipp train bankroll subsidis subsidiz"
PARTICIPLE = re.compile(rf"(?P<join>[-–]\s?|\s)(?:{'|'.join(QUALIFYING.split())})ed\b")
UNSURE = re.compile(r"\b(?:alleged|allegedly|reportedly|supposedly|so-called|purportedly)\s[^.;]{0,30}$", re.IGNORECASE)
CAPITAL = re.compile(r"[A-Z][\w.]*$")
SUSPENDED = re.compile(r"(?:[-–/]|[-–],?\s+and\s+(?:the\s+)?|[-–],\s+)$")  # before the last of "X- and Y-"
PHRASE = re.compile(
    r"\s*(?:the\s+)?(?:(?!(?:in|on|at|against|to|from|by|with|near|for|and|or|who|that|which|as|than)\s)[a-z-]+\s+){0,3}"
    r"\(?(?:the\s+)?"
)
MORE = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?")
LONGER = re.compile(r"(?:\s[A-Z]\w+)+")
CLOSED = re.compile(r"\s*(?:[.,;:!?…”\"’)]|$)")
LIKEWISE = re.compile(
    r"[,;—–]?\s+(?:(?:just |much |exactly |and )?(?:as|so)|nor|neither)\s+(?:is|are|was|were|do|does|did|has|have)\s+"
    r"(?:the\s+)?"
)
LIKE = re.compile(r",\s+(?:like|along with|together with|as well as)\s+(?:the\s+)?")
FIRST = re.compile(r"(?:like|along with|together with|as well as)\s+(?:the\s+)?", re.IGNORECASE)
_ROLES = "|".join((*BACKER, *CREATURE))
APPOSED = re.compile(
    rf",\s+(?P<of>(?:long\s+|once\s+)?(?:the|an?)\s+(?:[a-z]+\s+){{0,2}}(?:{_ROLES})\s+of\s+)?(?:the\s+)?"
)
ROLE = re.compile(rf"[’']s?\s+(?:[a-z]+\s+){{0,2}}(?P<role>{_ROLES})\b")
QUALIFIES = re.compile(r"\s+(?!(?:in|on|at|against|to|from|by|with|for|and|or|who|that|which|as|than|is|was)\b)[a-z]")
SUPPORT = re.compile(r"[’']s?\s+(?:[a-z]+\s+)?(?:support|backing|funding|financing|arming|sponsorship)\s+(?:for|of)\s+")
OWNED = re.compile(r"[’']s?\s+(?:[a-z-]+\s+){0,3}$")
DENIAL = re.compile(  # of backing
    r"\s+(?P<charge>(?:the\s+|all\s+)?(?:accusation|claim|allegation|charge|report|suggestion)s?\s+of\s+)?(?:ever\s+)?"
    r"(?:(?:having\s+)?(?:back|fund|financ|bankroll|sponsor|arm|support|supply|suppli|equipp|train|subsidis|subsidiz)"
    r"(?:ing|ed)\s+|(?:any\s+|all\s+)?(?:support|backing|funding|sponsorship)\s+(?:for|of)\s+|being\s+behind\s+)"
)
HEAD = 80  # code points after a word in which the name that it qualifies begins


@cache
def _groups() -> frozenset[str]:
    return frozenset(forms.identity(g[0]) for g in GROUPS)


def is_group(form: str) -> bool:
    """True for a name of the table of groups, or one whose last word says that it is one."""
    return forms.identity(form) in _groups() or form.lower().split()[-1] in BODY


def is_state(form: str) -> bool:
    """True for the names, capitals and adjectives of a state."""
    return forms.identity(form).startswith("=") and forms.identity(form) not in _groups()


def holders(document: Document, span: Span) -> tuple[tuple[str, ...], ...]:
    """The chains of those who stand behind words that are no mention; none where they are denied or asked."""
    around = [a for a in document.layer(Attribution) if any(c.covers(span) for c in a.content)]
    if around:
        deepest = max(around, key=lambda a: len(a.holders))
        if deepest.stance in ("deny", "ask") or deepest.hedge or not deepest.positive:
            return ()
        together = [a.holders for a in around if (a.cue, a.content) == (deepest.cue, deepest.content)]
        return tuple(dict.fromkeys((deepest.holders, *together)))
    outlet = document.provenance.outlet or document.provenance.path
    block = next((b for b in document.layer(Block).touching(span)), None)
    return ((block.voice if block is not None and block.voice else outlet,),)


def mention_beside(document: Document, span: Span) -> EventMention | None:
    """The mention that a claim about words of no mention is kept with: of its sentence, if it can the nearest that
    no word negates or weakens, because these are shown with it."""
    sentence = next((x.span for x in document.layer(Sentence).touching(span)), span)
    beside = document.layer(EventMention).touching(sentence)
    return min(beside, key=lambda m: (bool(m.evidence), abs(m.span.begin - span.begin), m.span), default=None)


def qualified(document: Document) -> Iterator[tuple[Span, str, list[tuple[Span, str]]]]:
    """(participle, name of what it qualifies, names joined to it) of every "X-funded Y", "X-Y funded Y (Z)" and
    "X- and Y-armed Z"."""
    for found in PARTICIPLE.finditer(document.text):
        compound = not found["join"].isspace()
        joined = _joined(document, found.start())
        if not joined or not (compound or len(joined) > 1) or UNSURE.search(document.text[: joined[0][0].begin][-50:]):
            continue
        about = following(document, found.end())
        if about is not None and (is_group(about.entity) or about.kind in ("organisation", "person")):
            yield Span(found.start() + len(found["join"]), found.end()), about.entity, joined


def _joined(document: Document, end: int) -> list[tuple[Span, str]]:
    """The names joined by hyphens that end at *end*: "US-Israel-Turkey", "Qatari- and Turkish"; all known, or none."""
    out: list[tuple[Span, str]] = []
    while True:
        found = _ending(document, end)
        if found is None:
            return []
        out[:0] = found
        start = found[0][0].begin
        before = SUSPENDED.search(document.text, max(0, start - 12), start)
        if before is None:
            return out
        end = before.start()


def _ending(document: Document, end: int) -> list[tuple[Span, str]] | None:
    """The name that ends at *end*; its parts, where it is names of states joined by hyphens."""
    word = CAPITAL.search(document.text, max(0, end - 40), end)
    named = [n for n in document.layer(Name).touching(Span(max(0, end - 1), end)) if n.span.end >= end]
    known = {n.entity for n in document.layer(Name)}
    if not named:
        return [(Span(word.start(), end), word[0])] if word and is_state(word[0]) else None
    name = named[0]
    whole = document.text[name.span.begin : end]
    parts = whole.split("-")
    if len(parts) > 1 and all(p in known or is_state(p) for p in parts):
        at, out = name.span.begin, []
        for part in parts:
            out.append((Span(at, at + len(part)), part))
            at += len(part) + 1
        return out
    return [(Span(name.span.begin, end), name.entity.rstrip("-–") if name.span.end == end else whole)]


def following(document: Document, at: int) -> Name | None:
    """The name of what begins at *at*: "rebels of the Front", "rebels (the Front)", "the Front", not "the Front's"."""
    words = re.split(r"[.;,:!?\n]", document.text[at : at + HEAD])[0]
    for n in document.layer(Name).touching(Span(at, at + max(1, len(words)))):
        if n.span.begin >= at and PHRASE.fullmatch(document.text, at, n.span.begin):
            described = is_state(n.entity) and QUALIFIES.match(document.text, n.span.end)
            part = document.text[n.span.end : n.span.end + 1] in (
                "-",
                "–",
                "’",
                "'",
            )  # "the Front-held town", "the Front's chief"
            return None if described or part else n
        return None
    return None


def owner(document: Document, before: int) -> Name | None:
    """The name of whom the word at *before* is: "Iran's main sponsor", "an Iranian creation"."""
    for n in reversed(document.layer(Name).touching(Span(max(0, before - HEAD), before))):
        between = document.text[n.span.end : before]
        if OWNED.fullmatch(between) or (between.isspace() and is_state(n.entity)):
            return n
        return None
    return None


def group_of(document: Document, argument: Argument) -> str:
    """The group that a head names together with the word before it, or alone where no name was read: "Houthi rebels",
    "the Levant Front" of which only "Levant" was read, "the Kurdish YPG"; else ""."""
    word, begin = document.quote(argument.head), argument.span.begin
    if forms.identity(word) in _groups() and word[:1].isupper():
        return word
    named = document.layer(Name).touching(Span(begin, max(argument.head.begin, begin + 1)))
    if len(named) != 1 or document.text[named[0].span.end : argument.head.begin] != " ":
        return ""
    if is_group(named[0].entity):
        return named[0].entity
    whole = document.text[named[0].span.begin : argument.head.end]
    return whole if word[:1].isupper() and word.lower() in BODY else ""


def backed_as(noun: str, entity: str) -> bool:
    """True if a sponsor, proxy or creator of this is behind it: only a group has a creator who is."""
    return noun not in MADE or is_group(entity)


def listed(document: Document, at: int, end: int) -> tuple[list[tuple[Span, str]], int]:
    """The names of a list that begins at *at*, and where it ends: "the US, Israel and Saudi Arabia"."""
    out: list[tuple[Span, str]] = []
    while True:
        name = next((n for n in document.layer(Name).touching(Span(at, at + 1)) if n.span.begin == at), None)
        if name is None:
            return out, out[-1][0].end if out else at
        longer = LONGER.match(document.text, name.span.end, end)
        span = Span(at, longer.end() if longer else name.span.end)
        out.append((span, document.quote(span) if longer else name.entity))
        more = MORE.match(document.text, span.end, end)
        if more is None:
            return out, span.end
        at = more.end()


def likewise(document: Document, at: int, end: int) -> tuple[int, list[tuple[Span, str]]]:
    """Where a comparison begins, and who does the same by it: ", as do X and Y", ", and so does X", ", nor does X"."""
    found = LIKEWISE.search(document.text, at, end)
    if found is None:
        return end, []
    names, last = listed(document, found.end(), end)
    return found.start(), names if CLOSED.match(document.text[last : last + 3]) else []


def alike(document: Document, agent: Span, sentence: Span) -> list[tuple[Span, str]]:
    """Who does the same as an agent by words beside it: "X, like Y, funds", "Like Y, X funds"."""
    after = LIKE.match(document.text, agent.end)
    if after:
        names, last = listed(document, after.end(), sentence.end)
        return names if document.text.startswith(",", last) else []
    first = FIRST.match(document.text, sentence.begin)
    names, last = listed(document, first.end(), sentence.end) if first else ([], 0)
    if names and names[-1][0].end == agent.end:
        return names[:-1]  # the list ran into the agent
    return names if document.text[last : agent.begin].strip() == "," else []


def owned(document: Document) -> Iterator[tuple[Span, str, tuple[Span, str]]]:
    """(words, name of the group, answer) of "X's support for Y"."""
    for n in document.layer(Name):
        support = SUPPORT.match(document.text, n.span.end)
        group = following(document, support.end()) if support else None
        if group is not None and is_group(group.entity):
            yield n.span, group.entity, (n.span, n.entity)


def apposed(document: Document) -> Iterator[tuple[Span, str, tuple[Span, str]]]:
    """(words, name of whom it is about, answer) of "X, Y's main sponsor," and "Y, a creation of X,"."""
    for n in document.layer(Name):
        found = APPOSED.match(document.text, n.span.end)
        if found is None:
            continue
        other = next((o for o in document.layer(Name).touching(Span(found.end(), found.end() + 1))), None)
        if other is None or other.span.begin != found.end():
            continue
        role = ROLE.match(document.text, other.span.end)
        words = found["of"] or (role and role["role"])
        end = role.end() if role else other.span.end
        if not words or not CLOSED.match(document.text[end : end + 3]):
            continue
        role_noun = next(w for w in words.split() if w in (*BACKER, *CREATURE))
        about, answer = (n, other) if role_noun in CREATURE else (other, n)
        if not backed_as(role_noun, about.entity):
            continue
        yield answer.span, about.entity, (answer.span, answer.entity)
