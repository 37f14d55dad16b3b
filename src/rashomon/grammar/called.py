"""What an account calls what it names: the nouns of "the law firm Oro Vale", "Oro, a bus driver", "Vell Airlines".

A noun has a class, so that what is called a firm is a company; it is its own class where none has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon import gazetteer
from rashomon.grammar import phrases
from rashomon.grammar.discourse import SUBJECTS, Discourse
from rashomon.grammar.forms import LEGAL
from rashomon.types import Name

if TYPE_CHECKING:
    from rashomon.tokens import Token


def classes(text: str) -> Mapping[str, str]:
    """{word: its class} of lines "class: word word"; a class is a word of its own."""
    lines = (line.split(":") for line in text.strip().splitlines())
    return {word: name for name, words in lines for word in (name, *words.split())}


# The class of a noun: two nouns of one class may be one thing.
CLASSES = classes("""
company: firm corporation maker manufacturer retailer giant startup conglomerate operator publisher business insurer
airline: carrier airlines airways air
newspaper: paper daily tabloid times herald post journal gazette observer publication
network: channel station broadcaster
bank: lender
country: nation state
city: town village municipality
island:
hospital: clinic
university: college school academy
court: tribunal
ministry:
agency: bureau
department:
party:
council:
union:
club: team side
church: temple mosque synagogue congregation
parliament: senate assembly
group: organisation organization coalition alliance movement militia charity ngo
committee: commission panel
museum:
zoo:
website: site blog
magazine:
center: centre institute foundation
shipyard:
hotel: resort casino
store: shop supermarket
""")
# Classes that are kinds of another: "the company" may be a bank, but not a ministry.
WIDER = {
    "company": frozenset("airline newspaper network bank website magazine club hotel store hospital shipyard".split()),
    "group": frozenset("agency party union council club church committee center company bank".split()),
    "agency": frozenset("ministry department committee".split()),
    "newspaper": frozenset("website magazine".split()),
    "website": frozenset("newspaper magazine network company".split()),
    "department": frozenset({"ministry", "agency"}),
    "parliament": frozenset({"council"}),
    "club": frozenset({"union"}),
}
PLACES = frozenset({"country", "city", "island"})
EITHER = frozenset("zoo hospital university museum store hotel shipyard church".split())  # bodies and places
OWNED = frozenset({"website", "store"})  # of whoever is named before them
KNOWN = {"country": "country", "city": "city"}  # kinds of places of the gazetteer
CALLING = frozenset({"call", "name", "dub", "title"})
BESIDE = frozenset({"compound", "flat", "appos", "nmod:desc"})  # of a noun and a name right after it


def class_of(noun: str) -> str:
    """The class of a noun, or the noun itself.

    >>> class_of("firm"), class_of("driver")
    ('company', 'driver')
    """
    return CLASSES.get(noun, noun)


def one_of(narrow: str, wide: str) -> bool:
    """True if what has the class *narrow* may be called by *wide*, too, and the other way round."""
    return narrow in WIDER.get(wide, ()) or wide in WIDER.get(narrow, ())


def called(at: Discourse, name: Name) -> Iterator[str]:
    """The nouns by which an account calls what it names."""
    words = phrases.inside(at.doc, name.span)
    head = phrases.head_of(words)
    if head is None:
        return
    for noun in (*_own(name), *_beside(at, name, words, head)):
        body = noun in CLASSES and class_of(noun) not in PLACES | EITHER
        if name.kind != "place" or not body:  # "the Karsa firm" is not Karsa
            yield noun
    if name.kind == "place" and (place := gazetteer.sure(name.entity)) and place.kind in KNOWN:
        yield KNOWN[place.kind]


def _own(name: Name) -> Iterator[str]:
    """The nouns of a name itself: the last word of any body's or place's, the first that has a class."""
    form = name.entity.lower().replace(".", "").split()
    if name.kind == "person" or len(form) < 2:
        return
    yield "company" if form[-1] in LEGAL else form[-1]
    if form[0] in CLASSES:
        yield form[0]


def _beside(at: Discourse, name: Name, words: Sequence[Token], head: Token) -> Iterator[str]:
    """The nouns by which the account explains a name: before it, after it, as what it is."""
    before, after = words[0].i - 1, words[-1].i + 1
    if before >= 0 and at.doc[before].pos_ == "NOUN" and _one_phrase(at.doc[before], words):
        yield at.doc[before].lemma_.lower()  # "law firm Oro Vale"
    owner = after < len(at.doc) and head.dep_ == "compound" and head.head.i == after and head.head.tag_ != "NNS"
    kind = at.doc[after].lemma_.lower() if owner else ""
    if kind in CLASSES and class_of(kind) not in OWNED and (name.kind != "place" or class_of(kind) in PLACES):
        yield kind  # "the Vell group", but not "the Vell talks", "the Vell store" or "the Karsa hospital"
    for noun in (*phrases.children(head, "appos"), *_after_comma(at, after)):
        if noun.pos_ == "NOUN" and noun.tag_ != "NNS":
            yield noun.lemma_.lower()
            yield from (c.lemma_.lower() for c in phrases.children(noun, "conj") if c.pos_ == "NOUN")
    up = head.head
    copula = head.dep_ in SUBJECTS and any(c.dep_ == "cop" for c in up.children)
    of = head.dep_ == "nmod" and any(c.lower_ == "of" for c in head.children)
    explained = up.pos_ == "NOUN" and up.tag_ != "NNS" and (head.dep_ == "appos" or copula)
    if up.lemma_.lower() in CALLING and up.dep_ == "acl":
        yield up.head.lemma_.lower()  # "an alliance called Oro"
    elif explained or (of and class_of(up.lemma_.lower()) in PLACES):
        yield up.lemma_.lower()


def _after_comma(at: Discourse, i: int) -> Iterator[Token]:
    """The noun that explains what stands right before it, whatever it hangs on: "the founding of Oro, a firm"."""
    if i + 1 < len(at.doc) and at.doc[i].text == "," and at.doc[i + 1].lower_ in ("a", "an"):
        noun = at.doc[i + 1].head
        if noun.dep_ not in SUBJECTS and noun.left_edge.i in (i, i + 1):
            yield noun


def _one_phrase(noun: Token, words: Sequence[Token]) -> bool:
    """True for a noun and a name right after it that are one phrase, whichever heads it."""
    return (noun.head in words and noun.dep_ in BESIDE) or any(w.head == noun and w.dep_ in BESIDE for w in words)
